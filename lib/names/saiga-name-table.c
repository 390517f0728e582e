/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-name-table.h>

#include "saiga-name-parse-private.h"
#include "saiga-value-private.h"

/**
 * SaigaNameTable:
 *
 * Many names, taken apart at once, in columns.
 *
 * A table is used again and again: what it holds for a name is written to memory
 * that it keeps, so that reading a name allocates nothing. Only the columns that
 * are wanted are made.
 *
 * ```c
 * g_autoptr(SaigaNameTable) table = saiga_name_table_new ();
 *
 * saiga_name_table_parse (table, names);
 * for (guint i = 0; i < saiga_name_table_get_n_rows (table); i++)
 *   puts (saiga_name_table_get_text (table, i, SAIGA_NAME_COLUMN_CANONICAL));
 * ```
 *
 * A table is for one thread at a time.
 *
 * Since: 0.1
 */
#define N_COLUMNS (SAIGA_NAME_COLUMN_TAIL + 1)
struct _SaigaNameTable
{
  GObject parent_instance;

  gboolean wanted[N_COLUMNS];
  guint places[N_COLUMNS]; /* of the wanted columns, in a row */
  guint n_wanted;
  guint n_rows;
  GString *text;   /* every cell with its end; begins with an empty one */
  GArray *offsets; /* of gsize, n_wanted a row */
  SaigaNameParse parse;
  char buffer[SAIGA_NAME_BUFFER_SIZE];
};

G_DEFINE_FINAL_TYPE (SaigaNameTable, saiga_name_table, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaNameColumn, saiga_name_column,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_CANONICAL, "canonical"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_FULL, "full"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_STEMMED, "stemmed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_AUTHORSHIP, "authorship"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_BASIONYM_AUTHORSHIP, "basionym-authorship"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_BASIONYM_YEAR, "basionym-year"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_RANK, "rank"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_RANK_MARKER, "rank-marker"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_KIND, "kind"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_QUALITY, "quality"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_HYBRID, "hybrid"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_CULTIVAR, "cultivar"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_APPROXIMATION, "approximation"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_WARNINGS, "warnings"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_COLUMN_TAIL, "tail"))
/* clang-format on */

static void
saiga_name_table_finalize (GObject *object)
{
  SaigaNameTable *self = SAIGA_NAME_TABLE (object);

  g_string_free (self->text, TRUE);
  g_array_unref (self->offsets);

  G_OBJECT_CLASS (saiga_name_table_parent_class)->finalize (object);
}

static void
saiga_name_table_class_init (SaigaNameTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_name_table_finalize;
}

static void
saiga_name_table_init (SaigaNameTable *self)
{
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  saiga_name_table_set_columns (self, NULL, 0);
}

/**
 * saiga_name_table_new:
 *
 * Makes a table without names, that has all columns.
 *
 * Returns: (transfer full): a new table
 *
 * Since: 0.1
 */
SaigaNameTable *
saiga_name_table_new (void)
{
  return g_object_new (SAIGA_TYPE_NAME_TABLE, NULL);
}

/**
 * saiga_name_table_set_columns:
 * @self: a table
 * @columns: (array length=n_columns) (nullable): the columns that are wanted
 * @n_columns: how many; 0 for all
 *
 * Says which columns to make. The names of the table are forgotten.
 *
 * Since: 0.1
 */
void
saiga_name_table_set_columns (SaigaNameTable *self,
                              const SaigaNameColumn *columns,
                              gsize n_columns)
{
  g_return_if_fail (SAIGA_IS_NAME_TABLE (self));
  g_return_if_fail (columns != NULL || n_columns == 0);

  for (guint i = 0; i < N_COLUMNS; i++)
    self->wanted[i] = n_columns == 0;
  for (gsize i = 0; i < n_columns; i++)
    if (columns[i] < N_COLUMNS)
      self->wanted[columns[i]] = TRUE;
  self->n_wanted = 0;
  for (guint i = 0; i < N_COLUMNS; i++)
    if (self->wanted[i])
      self->places[i] = self->n_wanted++;
  self->n_rows = 0;
}

/* Nicks of all values of an enumeration, looked up once. */
static const char *
get_cached_nick (GType type,
                 int value,
                 const char **cache)
{
  const char *nick = g_atomic_pointer_get (&cache[value]);

  if (nick == NULL)
    {
      nick = _saiga_value_to_nick (type, value);
      g_atomic_pointer_set (&cache[value], nick);
    }

  return nick;
}

static gsize
write_text (SaigaNameTable *self,
            const char *text)
{
  return g_strlcpy (self->buffer, text, sizeof self->buffer);
}

static gsize
write_span (SaigaNameTable *self,
            SaigaNameSpan span)
{
  memcpy (self->buffer, self->parse.text + span.start, span.length);

  return span.length;
}

static gsize
write_year (SaigaNameTable *self,
            gboolean basionym)
{
  const SaigaNameResult *result = &self->parse.result;
  guint row = _saiga_name_get_last_authorship (result);
  const SaigaNameItem *found = NULL;

  if (row == 0)
    return 0;
  for (guint i = result->authorships[row - 1].first, n = 0; n < result->authorships[row - 1].n_items; i++, n++)
    {
      const SaigaNameItem *item = &result->items[i];

      if (item->type != SAIGA_NAME_ITEM_YEAR || (basionym && !item->basionym))
        continue;
      /* The one outside of parentheses comes after the other. */
      if (found == NULL || (found->basionym && !item->basionym))
        found = item;
    }

  return found != NULL ? write_span (self, found->text) : 0;
}

static gsize
write_warnings (SaigaNameTable *self)
{
  static const char *nicks[SAIGA_NAME_WARNING_HIGHER + 1];
  const SaigaNameResult *result = &self->parse.result;
  gsize length = 0;

  for (guint i = 0; i < result->n_warnings; i++)
    length += g_snprintf (self->buffer + length, sizeof self->buffer - length, "%s%s@%u+%u", i > 0 ? " " : "",
                          get_cached_nick (SAIGA_TYPE_NAME_WARNING, result->warnings[i].type, nicks),
                          result->warnings[i].start, result->warnings[i].length);

  return length;
}

/* Writes one cell to the buffer and returns its length. */
static gsize
write_cell (SaigaNameTable *self,
            SaigaNameColumn column)
{
  static const char *ranks[SAIGA_NAME_RANK_OTHER + 1];
  static const char *kinds[SAIGA_NAME_KIND_VIRUS + 1];
  static const char *qualities[SAIGA_NAME_QUALITY_GOOD + 1];
  const SaigaNameParse *parse = &self->parse;
  const SaigaNameResult *result = &parse->result;

  switch (column)
    {
    case SAIGA_NAME_COLUMN_CANONICAL:
      return _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_SIMPLE, self->buffer, sizeof self->buffer);
    case SAIGA_NAME_COLUMN_FULL:
      return _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_FULL, self->buffer, sizeof self->buffer);
    case SAIGA_NAME_COLUMN_STEMMED:
      return _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_STEMMED, self->buffer, sizeof self->buffer);
    case SAIGA_NAME_COLUMN_NORMAL:
      return _saiga_name_write_normal (result, parse->text, self->buffer, sizeof self->buffer);
    case SAIGA_NAME_COLUMN_AUTHORSHIP:
      return _saiga_name_write_authorship (result, parse->text, _saiga_name_get_last_authorship (result), -1, self->buffer, sizeof self->buffer);
    case SAIGA_NAME_COLUMN_BASIONYM_AUTHORSHIP:
      return _saiga_name_write_authorship (result, parse->text, _saiga_name_get_last_authorship (result), 1, self->buffer, sizeof self->buffer);
    case SAIGA_NAME_COLUMN_YEAR:
      return write_year (self, FALSE);
    case SAIGA_NAME_COLUMN_BASIONYM_YEAR:
      return write_year (self, TRUE);
    case SAIGA_NAME_COLUMN_RANK:
      return write_text (self, get_cached_nick (SAIGA_TYPE_NAME_RANK, _saiga_name_get_rank (result, parse->text), ranks));
    case SAIGA_NAME_COLUMN_RANK_MARKER:
      return write_text (self, _saiga_name_get_marker (_saiga_name_get_marker_row (result))->marker);
    case SAIGA_NAME_COLUMN_KIND:
      return write_text (self, get_cached_nick (SAIGA_TYPE_NAME_KIND, result->kind, kinds));
    case SAIGA_NAME_COLUMN_QUALITY:
      return write_text (self, get_cached_nick (SAIGA_TYPE_NAME_QUALITY, result->quality, qualities));
    case SAIGA_NAME_COLUMN_HYBRID:
      return write_text (self, _saiga_name_is_hybrid (result) ? "yes" : "");
    case SAIGA_NAME_COLUMN_CULTIVAR:
      return write_span (self, result->cultivar);
    case SAIGA_NAME_COLUMN_APPROXIMATION:
      return write_span (self, result->approximation);
    case SAIGA_NAME_COLUMN_WARNINGS:
      return write_warnings (self);
    case SAIGA_NAME_COLUMN_TAIL:
      return write_span (self, result->tail);
    default:
      return 0;
    }
}

/**
 * saiga_name_table_parse:
 * @self: a table
 * @names: (array zero-terminated=1): names, or any other texts
 *
 * Reads names, in the place of those that the table holds.
 *
 * Since: 0.1
 */
void
saiga_name_table_parse (SaigaNameTable *self,
                        const char *const *names)
{
  g_return_if_fail (SAIGA_IS_NAME_TABLE (self));
  g_return_if_fail (names != NULL);

  g_string_truncate (self->text, 0);
  g_string_append_c (self->text, '\0');
  g_array_set_size (self->offsets, 0);
  self->n_rows = 0;
  for (; names[self->n_rows] != NULL; self->n_rows++)
    {
      const char *name = names[self->n_rows];

      _saiga_name_parse (&self->parse, name, strlen (name));
      for (guint column = 0; column < N_COLUMNS; column++)
        if (self->wanted[column])
          {
            gsize length = write_cell (self, column);
            gsize offset = length > 0 ? self->text->len : 0;

            g_array_append_val (self->offsets, offset);
            if (length > 0)
              {
                g_string_append_len (self->text, self->buffer, length);
                g_string_append_c (self->text, '\0');
              }
          }
    }
}

/**
 * saiga_name_table_get_n_rows:
 * @self: a table
 *
 * Counts the names in the table.
 *
 * Returns: the number of names
 *
 * Since: 0.1
 */
guint
saiga_name_table_get_n_rows (SaigaNameTable *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_TABLE (self), 0);

  return self->n_rows;
}

static const char *
get_text (SaigaNameTable *self,
          guint row,
          SaigaNameColumn column)
{
  return self->text->str + g_array_index (self->offsets, gsize, (gsize) row * self->n_wanted + self->places[column]);
}

/**
 * saiga_name_table_get_text:
 * @self: a table
 * @row: the position of a name
 * @column: a column that is wanted
 *
 * Gets what the table tells of a name, until it reads others.
 *
 * Returns: the text, empty if there is nothing to tell
 *
 * Since: 0.1
 */
const char *
saiga_name_table_get_text (SaigaNameTable *self,
                           guint row,
                           SaigaNameColumn column)
{
  g_return_val_if_fail (SAIGA_IS_NAME_TABLE (self), NULL);
  g_return_val_if_fail (row < self->n_rows, NULL);
  g_return_val_if_fail (column < N_COLUMNS && self->wanted[column], NULL);

  return get_text (self, row, column);
}

/**
 * saiga_name_table_dup_column:
 * @self: a table
 * @column: a column that is wanted
 *
 * Gets a whole column, one text a name.
 *
 * Returns: (transfer full): the texts
 *
 * Since: 0.1
 */
char **
saiga_name_table_dup_column (SaigaNameTable *self,
                             SaigaNameColumn column)
{
  char **texts;

  g_return_val_if_fail (SAIGA_IS_NAME_TABLE (self), NULL);
  g_return_val_if_fail (column < N_COLUMNS && self->wanted[column], NULL);

  texts = g_new (char *, (gsize) self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    texts[row] = g_strdup (get_text (self, row, column));
  texts[self->n_rows] = NULL;

  return texts;
}
