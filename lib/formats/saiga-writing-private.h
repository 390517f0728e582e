/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include <saiga/saiga-date.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_WRITING_WHOLE 10000 /* all of the progress */

/* One writing of a foreign format: what a writer is given, and where it puts its text. */
typedef struct
{
  SaigaSnapshot *snapshot;
  const char *authority_id; /* NULL: the format knows */
  const char *record_type;  /* NULL: all that the format has */
  SaigaDate *date;          /* of the law; NULL: of the data set */
  char separator;

  GPtrArray *members; /* names */
  GPtrArray *texts;   /* GString, of each */

  GString *out; /* the member that is written now */
  gboolean is_first;

  GOutputStream *stream; /* where a table goes as it is made; NULL: it is kept */
  GCancellable *cancellable;
  GError *error; /* of the stream: what follows is for nothing */
  int *progress; /* atomic; may be NULL */
  guint n_rows;
  guint n_expected; /* rows, for the progress; 0: nobody knows */
} SaigaWriting;

/* The names of a taxon and of those above it, by rank; NULL where there is none. */
void _saiga_writing_find_names (SaigaWriting *self,
                                SaigaTaxon *taxon,
                                const SaigaTaxonRank *ranks,
                                guint n_ranks,
                                const char **names);
/* Begins a member; several become a zip archive, in the order in which they were begun. */
void _saiga_writing_begin (SaigaWriting *self,
                           const char *name);
void _saiga_writing_add_cell (SaigaWriting *self,
                              const char *text); /* NULL is empty */
void _saiga_writing_add_cells (SaigaWriting *self,
                               const char *const *texts); /* such as headings; end with NULL */
void _saiga_writing_add_words (SaigaWriting *self,
                               GString *words); /* a cell; empties @words */
void _saiga_writing_end_row (SaigaWriting *self);

G_END_DECLS
