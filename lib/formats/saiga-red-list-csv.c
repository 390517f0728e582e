/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>
#include <saiga/saiga-red-list-csv.h>

/* The table of categories by year that the Red List publishes for its index: a heading and rows
 * `"22678073","NT",2024,"Bird"`, as plain text or packed by gzip. Nothing in it has a line end. */

#define MAX_LINE (1 << 16)
#define MAX_ROWS 10000000
#define MAX_CELLS 64
#define BUFFER_SIZE (2 * MAX_LINE)

enum
{
  COLUMN_TAXON,
  COLUMN_CATEGORY,
  COLUMN_YEAR,
  COLUMN_GROUP,
  N_COLUMNS,
};

static const char *const headings[N_COLUMNS] = { "sis_taxon_id", "red_list_category", "year", "taxonomic_group" };

static const struct
{
  const char *code;
  SaigaAssessmentCategory category;
  SaigaAssessmentPossiblyExtinct possibly_extinct;
} categories[] = {
  { "LC", SAIGA_ASSESSMENT_CATEGORY_LC, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "NT", SAIGA_ASSESSMENT_CATEGORY_NT, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "VU", SAIGA_ASSESSMENT_CATEGORY_VU, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "EN", SAIGA_ASSESSMENT_CATEGORY_EN, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "CR", SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "CR(PE)", SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT },
  { "CR(PEW)", SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT_IN_THE_WILD },
  { "RE", SAIGA_ASSESSMENT_CATEGORY_RE, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "EW", SAIGA_ASSESSMENT_CATEGORY_EW, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "EX", SAIGA_ASSESSMENT_CATEGORY_EX, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "DD", SAIGA_ASSESSMENT_CATEGORY_DD, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "NE", SAIGA_ASSESSMENT_CATEGORY_NE, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "LR/lc", SAIGA_ASSESSMENT_CATEGORY_LR_LC, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "LR/nt", SAIGA_ASSESSMENT_CATEGORY_LR_NT, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "LR/cd", SAIGA_ASSESSMENT_CATEGORY_LR_CD, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
};

typedef struct
{
  GInputStream *stream;
  char *buffer; /* of BUFFER_SIZE bytes, and one more */
  gsize start;  /* of what was not read yet in the buffer */
  gsize end;
  guint line;
  char *cells[MAX_CELLS]; /* in the line that was read last */
  guint n_cells;
  guint columns[N_COLUMNS];
} Reader;

static gboolean
fail (Reader *self,
      int code,
      GError **error,
      const char *format,
      ...) G_GNUC_PRINTF (4, 5);

/* Says where it is: the file is named by who opened it. */
static gboolean
fail (Reader *self,
      int code,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  valid = g_utf8_make_valid (message, -1);
  g_set_error (error, SAIGA_ERROR, code, "%u: %s", self->line, valid);

  return FALSE;
}

/* Cuts a line at its commas, in place. */
static gboolean
split (Reader *self,
       char *line,
       GError **error)
{
  char *at = line;

  for (self->n_cells = 0; self->n_cells < MAX_CELLS;)
    {
      const gboolean is_quoted = *at == '"';
      char *to = at;

      self->cells[self->n_cells++] = at;
      if (is_quoted)
        for (at++; *at != '"' || at[1] == '"'; *to++ = *at++)
          {
            if (*at == '\0')
              return fail (self, SAIGA_ERROR_PARSE, error, "A quotation mark is not closed");
            at += *at == '"';
          }
      else
        to = at += strcspn (at, ",");
      at += is_quoted;
      if (*at != ',' && *at != '\0')
        return fail (self, SAIGA_ERROR_PARSE, error, "“%.40s” stands behind a cell in quotation marks", at);
      if (*at == '\0')
        {
          *to = '\0';
          return TRUE;
        }
      *to = '\0';
      at++;
    }

  return fail (self, SAIGA_ERROR_LIMIT, error, "A row has more than %d cells", MAX_CELLS);
}

/* The next line in the buffer, without its end. A line is never longer than the buffer, whatever a packed file becomes.
 * NULL without an error: there is none. */
static char *
read_line (Reader *self,
           gsize *length,
           GCancellable *cancellable,
           GError **error)
{
  gboolean is_end = FALSE;

  for (;;)
    {
      char *line = self->buffer + self->start;
      char *newline = memchr (line, '\n', self->end - self->start);
      gssize n_read;

      if (newline != NULL || (is_end && self->end > self->start))
        {
          *length = newline != NULL ? (gsize) (newline - line) : self->end - self->start;
          self->start += *length + (newline != NULL);
          line[*length] = '\0';
          self->line++;
          return line;
        }
      if (is_end)
        return NULL;
      memmove (self->buffer, line, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
      if (self->end >= MAX_LINE)
        {
          self->line++;
          fail (self, SAIGA_ERROR_LIMIT, error, "The row is longer than %d bytes", MAX_LINE);
          return NULL;
        }
      n_read = g_input_stream_read (self->stream, self->buffer + self->end, BUFFER_SIZE - self->end, cancellable, error);
      if (n_read < 0)
        return NULL;
      self->end += n_read;
      is_end = n_read == 0;
    }
}

/* Reads the next line that is not empty. FALSE without an error: there is none. */
static gboolean
read_row (Reader *self,
          GCancellable *cancellable,
          GError **error)
{
  gsize length;
  char *line;

  do
    {
      line = read_line (self, &length, cancellable, error);
      if (line == NULL)
        return FALSE;
      if (self->line > MAX_ROWS)
        return fail (self, SAIGA_ERROR_LIMIT, error, "The table has more than %d rows", MAX_ROWS);
      if (memchr (line, '\0', length) != NULL || !g_utf8_validate (line, length, NULL))
        return fail (self, SAIGA_ERROR_PARSE, error, "This is no text in UTF-8");
      if (length > 0 && line[length - 1] == '\r')
        line[--length] = '\0';
    }
  while (length == 0);

  return split (self, self->line == 1 && g_str_has_prefix (line, "\xef\xbb\xbf") ? line + 3 : line, error);
}

static gboolean
find_columns (Reader *self,
              GError **error)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      self->columns[c] = self->n_cells;
      for (guint i = 0; i < self->n_cells; i++)
        if (g_ascii_strcasecmp (g_strstrip (self->cells[i]), headings[c]) == 0)
          self->columns[c] = i;
      if (self->columns[c] == self->n_cells)
        return fail (self, SAIGA_ERROR_INVALID, error, "There is no column “%s”", headings[c]);
    }

  return TRUE;
}

static gboolean
add_row (Reader *self,
         SaigaRedListTable *table,
         GError **error)
{
  const char *cells[N_COLUMNS];
  g_autoptr(GError) local = NULL;
  guint64 year;

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      if (self->columns[c] >= self->n_cells)
        return fail (self, SAIGA_ERROR_INVALID, error, "The row has %u cells, and none of “%s”", self->n_cells, headings[c]);
      cells[c] = g_strstrip (self->cells[self->columns[c]]);
    }
  if (!g_ascii_string_to_unsigned (cells[COLUMN_YEAR], 10, 0, 9999, &year, NULL))
    return fail (self, SAIGA_ERROR_VALUE, error, "“%.40s” is no year", cells[COLUMN_YEAR]);

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_ascii_strcasecmp (categories[i].code, cells[COLUMN_CATEGORY]) == 0)
      {
        if (saiga_red_list_table_add (table, cells[COLUMN_GROUP], cells[COLUMN_TAXON], year, categories[i].category, categories[i].possibly_extinct, &local))
          return TRUE;
        return fail (self, local->code, error, "%s", local->message);
      }

  return fail (self, SAIGA_ERROR_VALUE, error, "“%.40s” is no category of the Red List, such as LC, CR or CR(PE)", cells[COLUMN_CATEGORY]);
}

static SaigaRedListTable *
read_table (GInputStream *stream,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr(SaigaRedListTable) table = saiga_red_list_table_new ();
  g_autoptr(GInputStream) buffered = g_buffered_input_stream_new (stream);
  g_autoptr(GInputStream) plain = NULL;
  g_autoptr(GError) local = NULL;
  g_autofree char *buffer = g_malloc (BUFFER_SIZE + 1);
  Reader reader = { NULL };
  gsize size;
  const guchar *start;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return NULL;
  start = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &size);
  if (size >= 2 && start[0] == 0x1f && start[1] == 0x8b)
    {
      g_autoptr(GZlibDecompressor) unpack = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      plain = g_converter_input_stream_new (buffered, G_CONVERTER (unpack));
    }
  reader.stream = plain != NULL ? plain : buffered;
  reader.buffer = buffer;

  if (!read_row (&reader, cancellable, &local))
    {
      if (local == NULL)
        fail (&reader, SAIGA_ERROR_INVALID, error, "There is no heading");
      else
        g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!find_columns (&reader, error))
    return NULL;
  while (read_row (&reader, cancellable, &local))
    if (!add_row (&reader, table, error))
      return NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&table);
}

/**
 * saiga_red_list_table_new_from_file: (constructor)
 * @file: a table as CSV, plain or packed by gzip
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Reads categories by year, as the Red List publishes them for its index.
 *
 * The first row names the columns. Those that are read are `sis_taxon_id`, `red_list_category`
 * (such as `LC`, `CR`, `CR(PE)`), `year` and `taxonomic_group`; others may be there, in any order. The
 * table is taken to be back-cast, so that all its changes count.
 *
 * What is not such a table is an error that says in which row. A table has at most ten million
 * rows, and a row 64 KiB.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaRedListTable *
saiga_red_list_table_new_from_file (GFile *file,
                                    GCancellable *cancellable,
                                    GError **error)
{
  g_autoptr(GFileInputStream) stream = NULL;
  SaigaRedListTable *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_file_read (file, cancellable, error);
  self = stream != NULL ? read_table (G_INPUT_STREAM (stream), cancellable, error) : NULL;
  if (stream != NULL && self == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_prefix_error (error, "%s:", name);
    }

  return self;
}

/**
 * saiga_red_list_table_new_from_bytes: (constructor)
 * @bytes: a table as CSV, plain or packed by gzip
 * @error: return location for an error
 *
 * Reads categories by year from memory. [ctor@RedListTable.new_from_file] says how they are
 * written.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaRedListTable *
saiga_red_list_table_new_from_bytes (GBytes *bytes,
                                     GError **error)
{
  g_autoptr(GInputStream) stream = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_memory_input_stream_new_from_bytes (bytes);

  return read_table (stream, NULL, error);
}
