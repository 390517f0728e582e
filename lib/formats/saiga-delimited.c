/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-delimited-private.h"

#define CHUNK (256 * 1024)
#define MAX_UNCLOSED 100 /* quotation marks that are never closed; from then on none counts */

struct _SaigaDelimited
{
  GInputStream *stream;
  SaigaDialect dialect;
  gboolean at_end;

  char *buffer; /* with one byte more than its size */
  gsize size;
  gsize start; /* of what is not yet given away */
  gsize end;

  SaigaCell cells[SAIGA_MAX_CELLS];
  gboolean doubled[SAIGA_MAX_CELLS]; /* has marks that stand twice */
  guint n_cells;
  guint row;
  SaigaFlaws flaws;
  guint n_unclosed;
  GString *decoded; /* the cells of a row that is not in UTF-8 */
  guchar ends[256]; /* by byte: whether it ends a cell that is not quoted */
};

SaigaDelimited *
_saiga_delimited_new (GInputStream *stream,
                      const SaigaDialect *dialect,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr(GInputStream) text = _saiga_encoding_decode (stream, &dialect->encoding, cancellable, error);
  SaigaDelimited *self;

  if (text == NULL)
    return NULL;

  self = g_new0 (SaigaDelimited, 1);
  self->stream = g_steal_pointer (&text);
  self->dialect = *dialect;
  self->size = CHUNK;
  self->buffer = g_malloc (self->size + 1);
  self->ends[(guchar) dialect->separator] = 1;
  self->ends['\n'] = 1;
  self->ends['\r'] = 1;
  self->ends['"'] = 1; /* and is looked at */

  return self;
}

SaigaDelimited *
_saiga_delimited_new_for_sample (GBytes *sample,
                                 const SaigaDialect *dialect)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (sample);

  return _saiga_delimited_new (stream, dialect, NULL, NULL);
}

void
_saiga_delimited_free (SaigaDelimited *self)
{
  g_object_unref (self->stream);
  g_free (self->buffer);
  if (self->decoded != NULL)
    g_string_free (self->decoded, TRUE);
  g_free (self);
}

/* Reads on, keeping what was not given away: the row moves to the front. */
static gboolean
fill (SaigaDelimited *self,
      GCancellable *cancellable,
      GError **error)
{
  gssize n;

  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (self->size - self->end < CHUNK / 2)
    {
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }

  n = g_input_stream_read (self->stream, self->buffer + self->end, self->size - self->end, cancellable, error);
  if (n < 0)
    return FALSE;
  self->end += n;
  self->at_end = n == 0;

  return TRUE;
}

/* Where a quoted cell closes; NULL: not before the limit. */
static char *
find_close (SaigaDelimited *self,
            char *text,
            char *limit,
            gboolean *is_doubled)
{
  while (text < limit && (text = memchr (text, '"', limit - text)) != NULL)
    {
      if (text + 1 == limit)
        return self->at_end ? text : NULL;
      if (text[1] == '"')
        {
          *is_doubled = TRUE;
          text += 2;
          continue;
        }
      if (text[1] == self->dialect.separator || text[1] == '\n' || text[1] == '\r')
        return text;

      /* It stands in the middle of the cell, where it should have been doubled. */
      self->flaws |= SAIGA_FLAW_QUOTES;
      text++;
    }

  return NULL;
}

/* Takes one of each two marks away. */
static gsize
undouble (char *text,
          gsize length)
{
  const char *end = text + length;
  char *out = text;

  for (const char *in = text; in < end; in++)
    {
      *out++ = *in;
      if (*in == '"' && in + 1 < end && in[1] == '"')
        in++;
    }

  return out - text;
}

static void
add_cell (SaigaDelimited *self,
          char *text,
          gsize length,
          gboolean is_doubled)
{
  if (self->n_cells == SAIGA_MAX_CELLS)
    {
      self->flaws |= SAIGA_FLAW_CUT;
      return;
    }

  if (length > SAIGA_MAX_CELL)
    {
      self->flaws |= SAIGA_FLAW_CUT;
      for (length = SAIGA_MAX_CELL; length > 0 && (text[length] & 0xc0) == 0x80;)
        length--;
    }

  self->cells[self->n_cells] = (SaigaCell){ text, length };
  self->doubled[self->n_cells] = is_doubled;
  self->n_cells++;
}

/* Adds the cell at @at. Where it ends; NULL: not before the end of the buffer. */
static char *
scan_cell (SaigaDelimited *self,
           char *at,
           char *limit)
{
  const char *end = self->buffer + self->end;
  char *text = at;

  if (at < limit && *at == '"' && self->dialect.quotes && self->n_unclosed < MAX_UNCLOSED)
    {
      char *cell_limit = limit - at > SAIGA_MAX_CELL ? at + SAIGA_MAX_CELL : limit;
      SaigaFlaws flaws = self->flaws;
      gboolean is_doubled = FALSE;
      char *close = find_close (self, at + 1, cell_limit, &is_doubled);

      if (close != NULL)
        {
          add_cell (self, text + 1, close - text - 1, is_doubled);
          return close + 1;
        }
      if (cell_limit == end && !self->at_end)
        return NULL;

      /* Never closed: a sign as any other, or the rest of the file would be one cell. */
      self->flaws = flaws | SAIGA_FLAW_QUOTES;
      self->n_unclosed++;
      at++;
    }

  for (; at < limit && (!self->ends[(guchar) *at] || *at == '"'); at++)
    if (*at == '"' && self->dialect.quotes)
      self->flaws |= SAIGA_FLAW_QUOTES;
  add_cell (self, text, at - text, FALSE);

  return at;
}

/* Finds the cells of the row that begins at the start of the buffer, and changes nothing before the row is
 * whole. Where the next row begins; NULL: the row goes on beyond the buffer. */
static char *
scan_row (SaigaDelimited *self)
{
  char *at = self->buffer + self->start;
  char *end = self->buffer + self->end;
  char *limit = end - at > SAIGA_MAX_ROW ? at + SAIGA_MAX_ROW : end;

  self->n_cells = 0;
  self->flaws = 0;
  while ((at = scan_cell (self, at, limit)) != NULL && at < limit && *at == self->dialect.separator)
    at++;

  if (at == NULL)
    return NULL;
  if (at == limit && limit < end)
    {
      self->flaws |= SAIGA_FLAW_CUT;
      self->cells[self->n_cells - 1].length -= self->cells[self->n_cells - 1].length > 0;
      return at;
    }
  if (at == end)
    return self->at_end ? at : NULL;
  if (*at == '\r' && at + 1 == end && !self->at_end)
    return NULL;

  return at + (*at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1);
}

/* How many apostrophes stand before what a spreadsheet would run; −1: it would run nothing. */
static int
count_neutral (const char *text)
{
  int n = 0;

  while (text[n] == '\'')
    n++;

  return text[n] != '\0' && strchr ("=+-@\t\r", text[n]) != NULL ? n : -1;
}

/* Takes off the apostrophe that stands before what would be a formula. */
static void
undo_neutral (SaigaCell *cell)
{
  if (count_neutral (cell->text) > 0)
    {
      cell->text++;
      cell->length--;
    }
}

/* A table that says it is in UTF-8 has rows that somebody pasted from elsewhere. */
static void
decode_row (SaigaDelimited *self)
{
  gsize *starts = g_new (gsize, self->n_cells);

  if (self->decoded == NULL)
    self->decoded = g_string_new (NULL);
  g_string_truncate (self->decoded, 0);
  self->flaws |= SAIGA_FLAW_ENCODING;

  for (guint i = 0; i < self->n_cells; i++)
    {
      starts[i] = self->decoded->len;
      _saiga_encoding_append_windows (self->decoded, self->cells[i].text, self->cells[i].length);
      self->cells[i].length = self->decoded->len - starts[i];
      g_string_append_c (self->decoded, '\0');
    }
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i].text = self->decoded->str + starts[i];
  g_free (starts);
}

static void
finish_row (SaigaDelimited *self,
            char *next)
{
  char *start = self->buffer + self->start;
  gboolean is_valid = _saiga_utf8_is_valid (start, next - start);

  for (guint i = 0; i < self->n_cells; i++)
    {
      SaigaCell *cell = &self->cells[i];

      if (self->doubled[i])
        cell->length = undouble (cell->text, cell->length);
      cell->text[cell->length] = '\0';
    }
  if (!is_valid)
    decode_row (self);
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].text[0] == '\'')
      undo_neutral (&self->cells[i]);
}

gboolean
_saiga_delimited_next (SaigaDelimited *self,
                       GCancellable *cancellable,
                       GError **error)
{
  while (TRUE)
    {
      char *next;

      if (self->start == self->end && self->at_end)
        return FALSE;

      next = self->start < self->end ? scan_row (self) : NULL;
      if (next == NULL)
        {
          if (!fill (self, cancellable, error))
            return FALSE;
          continue;
        }

      self->row++;
      finish_row (self, next);
      self->start = next - self->buffer;
      if (self->n_cells > 1 || self->cells[0].length > 0)
        return TRUE;
    }
}

guint
_saiga_delimited_get_row (SaigaDelimited *self)
{
  return self->row;
}

SaigaFlaws
_saiga_delimited_get_flaws (SaigaDelimited *self)
{
  return self->flaws;
}

guint
_saiga_delimited_get_n_cells (SaigaDelimited *self)
{
  return self->n_cells;
}

const SaigaCell *
_saiga_delimited_get_cell (SaigaDelimited *self,
                           guint column)
{
  static char nothing[] = "";
  static const SaigaCell empty = { nothing, 0 };

  return column < self->n_cells ? &self->cells[column] : &empty;
}

char *
_saiga_delimited_dup_row (SaigaDelimited *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_cells && text->len < 200; i++)
    {
      g_string_append (text, i > 0 ? "|" : "");
      g_string_append_len (text, self->cells[i].text, MIN (self->cells[i].length, 100));
    }
  if (text->len > 200)
    g_string_truncate (text, 200);

  return g_utf8_make_valid (text->str, text->len);
}

/* ---- writing */

void
_saiga_delimited_append (GString *out,
                         char separator,
                         gboolean first,
                         const char *text)
{
  gboolean runs = count_neutral (text) >= 0;

  if (!first)
    g_string_append_c (out, separator);
  if (!runs && strchr (text, separator) == NULL && strpbrk (text, "\"\n\r") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append (out, runs ? "\"'" : "\"");
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (out, text, quote - text + 1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, text);
  g_string_append_c (out, '"');
}
