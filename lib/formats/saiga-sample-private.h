/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-reason.h>

#include "saiga-delimited-private.h"
#include "saiga-input-private.h"

G_BEGIN_DECLS

/* A heading that a format knows, by its folded name. */
typedef struct
{
  const char *name;     /* as _saiga_heading_fold () makes it; other spellings follow, with a bar between; NULL: none */
  gboolean is_required; /* without it the table is another one */
} SaigaColumn;

#define SAIGA_MAX_COLUMNS 64 /* of a format */
#define SAIGA_NO_COLUMN 0xffffffff

/* The heading of a table. */
typedef struct
{
  SaigaDialect dialect;
  char **headings; /* as they are written */
  char **folded;
  GArray *defaults; /* SaigaCell, of cells that are empty, by column; NULL: none has one */
  guint n_rows;     /* of the table, before the first row of data */
} SaigaHeading;

/* The beginnings of what is read, to say what it is. Each format looks at it, and says why it is the one. */
typedef struct
{
  SaigaInput *input;
  GCancellable *cancellable;
  const char *encoding; /* that was named for all tables; NULL: they show it */
  char separator;       /* the same; NUL: they show it */
  GPtrArray *headings;  /* SaigaHeading or NULL, by member */
  GPtrArray *shapes;    /* SaigaJsonShape or NULL, by member */
  GPtrArray *reasons;   /* SaigaReason, of the format that is asked now */
  GHashTable *changes;  /* heading → field: what somebody says that the columns are; NULL: nothing */
  GPtrArray *columns;   /* pairs of heading and field (`id`, "" for none) of the format that is asked now, where it guesses them */
  int member;           /* the table that the format was found in; −1: none */
} SaigaSample;

SaigaSample *_saiga_sample_new (SaigaInput *input,
                                GCancellable *cancellable);
void _saiga_sample_free (SaigaSample *self);

/* NULL: can not be read, or holds no table. */
const SaigaHeading *_saiga_sample_get_heading (SaigaSample *self,
                                               guint member);
/* How sure it is, from 0 to 100, that some member has these columns. Says what is there, what is not and what is
 * not known, and sets `member`. */
guint _saiga_sample_match_columns (SaigaSample *self,
                                   const SaigaColumn *columns,
                                   guint n_columns);
/* Says which of the files of a folder are tables of a format, by their names, and which are not. */
void _saiga_sample_add_tables (SaigaSample *self,
                               GPtrArray *found,
                               guint n_of_format,
                               GPtrArray *unknown);
void _saiga_heading_free (SaigaHeading *self);
/* Column of the format → column of the table, SAIGA_NO_COLUMN where it has none. FALSE: not even all that it must have. */
gboolean _saiga_heading_map (const SaigaHeading *self,
                             const SaigaColumn *columns,
                             guint n_columns,
                             guint *map);
/* The rows behind the heading, as far as the sample goes; NULL: there is no table. */
SaigaDelimited *_saiga_sample_open_rows (SaigaSample *self,
                                         guint member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaSample, _saiga_sample_free)

G_END_DECLS
