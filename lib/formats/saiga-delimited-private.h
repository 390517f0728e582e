/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "saiga-encoding-private.h"

G_BEGIN_DECLS

/* The documented limits of a table. */
#define SAIGA_MAX_CELL (1 << 20) /* bytes */
#define SAIGA_MAX_ROW (4 << 20)  /* bytes */
#define SAIGA_MAX_CELLS 4096     /* in a row */

/* What is wrong with a row that was read all the same. */
typedef enum
{
  SAIGA_FLAW_QUOTES = 1 << 0,   /* a quotation mark inside of a cell, or one that is never closed: taken as it stands */
  SAIGA_FLAW_ENCODING = 1 << 1, /* not in UTF-8, taken as Windows-1252 */
  SAIGA_FLAW_CUT = 1 << 2,      /* longer than a row may be, or with more cells: cut */
} SaigaFlaws;

/* How a table is written. */
typedef struct
{
  SaigaEncoding encoding;
  char separator;
  gboolean quotes;       /* cells may be quoted by `"` */
  const char *line_ends; /* "LF", "CRLF", "CR" */
} SaigaDialect;

/* A part of a row, in the buffer of the reader: it lives until the next row is read. */
typedef struct
{
  char *text; /* ends with NUL */
  guint length;
} SaigaCell;

/* Reads rows of text one by one. Nothing is allocated for a cell nor for a row. */
typedef struct _SaigaDelimited SaigaDelimited;

SaigaDialect _saiga_dialect_find (GBytes *sample);
/* Where somebody knows better: the name of an encoding that iconv knows, or NULL; a separator, or NUL. */
SaigaDialect _saiga_dialect_find_as (GBytes *sample,
                                     const char *encoding,
                                     char separator);
gboolean _saiga_separator_parse (const char *text,
                                 char *separator,
                                 GError **error);

SaigaDelimited *_saiga_delimited_new (GInputStream *stream,
                                      const SaigaDialect *dialect,
                                      GCancellable *cancellable,
                                      GError **error);
SaigaDelimited *_saiga_delimited_new_for_sample (GBytes *sample,
                                                 const SaigaDialect *dialect);
void _saiga_delimited_free (SaigaDelimited *self);

/* FALSE without an error: there are no more rows. Lines with nothing on them are no rows, but are counted. */
gboolean _saiga_delimited_next (SaigaDelimited *self,
                                GCancellable *cancellable,
                                GError **error);
guint _saiga_delimited_get_row (SaigaDelimited *self); /* counted from 1, as a spreadsheet does; the heading is the first */
SaigaFlaws _saiga_delimited_get_flaws (SaigaDelimited *self);
guint _saiga_delimited_get_n_cells (SaigaDelimited *self);
/* Beyond the row cells are empty. */
const SaigaCell *_saiga_delimited_get_cell (SaigaDelimited *self,
                                            guint column);
/* The row as it is, for a problem: cells with a bar between them, cut where it is long. */
char *_saiga_delimited_dup_row (SaigaDelimited *self);

/* Headings of one meaning are written in many ways: only letters, digits, `#` and `?` count, in lower case, and no
 * prefix such as `dwc:`. */
char *_saiga_heading_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaDelimited, _saiga_delimited_free)

/* ---- writing */

/* Appends a cell and, if it is not the first of its row, a separator before it. What a spreadsheet would run
 * as a formula is given an apostrophe in front, as the reader takes it off. */
void _saiga_delimited_append (GString *out,
                              char separator,
                              gboolean first,
                              const char *text);

G_END_DECLS
