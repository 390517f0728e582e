/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Records as tables: reading them. A row is the whole record as far as the table has columns: an empty cell takes
 * away what the record had, a column that is not there leaves it. Where a table of parts is read, it is all the
 * parts of the records that it names, and of those in the table of records beside it. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-record-csv-private.h"

/* ---- what a member is */

typedef struct
{
  const SaigaField *field;
  char *language; /* of words; NULL */
} Column;

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->language);
}

static const SaigaRecordInfo *
get_row_info (const SaigaCsvTable *table)
{
  return table->parts != NULL ? _saiga_record_type_get_info (table->parts->get_type ()) : table->info;
}

/* The columns behind the first. How many are not known is counted. */
static GArray *
find_columns (const SaigaCsvTable *table,
              const SaigaHeading *heading,
              guint *n_unknown)
{
  const SaigaRecordInfo *info = get_row_info (table);
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, clear_column);
  *n_unknown = 0;
  for (guint i = 1; heading->headings[0] != NULL && heading->headings[i] != NULL; i++)
    {
      const char *text = heading->headings[i];
      const char *bracket = strchr (text, '[');
      gsize length = strlen (text);
      g_autofree char *name = bracket != NULL && text[length - 1] == ']' ? g_strndup (text, bracket - text) : g_strdup (text);
      const SaigaField *field = _saiga_record_info_find (info, name);
      Column column = { NULL, NULL };

      g_autofree char *language = bracket != NULL && text[length - 1] == ']' ? g_strndup (bracket + 1, text + length - 1 - (bracket + 1)) : NULL;

      if (field != NULL && field->kind != SAIGA_FIELD_PARTS && (field->kind == SAIGA_FIELD_TEXT) == (language != NULL) &&
          (language == NULL || _saiga_language_is_valid (language)))
        {
          column.field = field;
          column.language = g_steal_pointer (&language);
        }
      *n_unknown += column.field == NULL;
      g_array_append_val (columns, column);
    }

  return columns;
}

static gboolean
has_first (const SaigaCsvTable *table,
           const SaigaHeading *heading)
{
  return heading->headings[0] != NULL && g_str_equal (heading->headings[0], table->parts != NULL ? SAIGA_CSV_OWNER : SAIGA_CSV_ID);
}

/* What a member is by its name. */
static gboolean
find_by_name (const char *member,
              SaigaCsvTable *table)
{
  g_autofree char *base = g_path_get_basename (member);

  for (guint type = 0; _saiga_record_infos[type] != NULL; type++)
    {
      const SaigaRecordInfo *info = _saiga_record_infos[type];

      for (guint i = 0; i <= info->n_fields; i++)
        {
          g_autofree char *name = NULL;

          *table = (SaigaCsvTable){ info, i > 0 ? &info->fields[i - 1] : NULL };
          if (i > 0 && table->parts->kind != SAIGA_FIELD_PARTS)
            continue;
          name = _saiga_csv_table_name (table);
          if (g_ascii_strcasecmp (base, name) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* What a member is by its headings, if they are of one type of record alone. */
static gboolean
find_by_headings (const SaigaHeading *heading,
                  SaigaCsvTable *table)
{
  guint n_found = 0;

  if (heading->headings[0] == NULL || heading->headings[1] == NULL)
    return FALSE;

  for (guint type = 0; _saiga_record_infos[type] != NULL; type++)
    {
      SaigaCsvTable one = { _saiga_record_infos[type], NULL };
      guint n_unknown;
      g_autoptr(GArray) columns = has_first (&one, heading) ? find_columns (&one, heading, &n_unknown) : NULL;

      if (columns == NULL || n_unknown > 0)
        continue;
      *table = one;
      n_found++;
    }

  return n_found == 1;
}

static gboolean
find_table (SaigaSample *sample,
            guint member,
            SaigaCsvTable *table)
{
  const SaigaHeading *heading = _saiga_sample_get_heading (sample, member);

  if (heading == NULL)
    return FALSE;
  if (find_by_name (_saiga_input_get_member (sample->input, member), table))
    return has_first (table, heading);

  return find_by_headings (heading, table);
}

static guint
sniff (SaigaSample *sample)
{
  guint n_members = _saiga_input_get_n_members (sample->input);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  guint n_columns = 0;
  guint n_unknown_columns = 0;

  for (guint i = 0; i < n_members; i++)
    {
      SaigaCsvTable table;
      guint n_unknown;
      g_autoptr(GArray) columns = NULL;

      if (!find_table (sample, i, &table))
        {
          g_ptr_array_add (unknown, (gpointer) _saiga_input_get_member (sample->input, i));
          continue;
        }
      columns = find_columns (&table, _saiga_sample_get_heading (sample, i), &n_unknown);
      if (found->len == 0)
        sample->member = i;
      g_ptr_array_add (found, (gpointer) _saiga_input_get_member (sample->input, i));
      n_columns += columns->len;
      n_unknown_columns += n_unknown;
    }
  if (found->len == 0)
    return 0;

  _saiga_sample_add_tables (sample, found, n_members, unknown);

  return 98 - (n_columns > 0 ? 40 * n_unknown_columns / n_columns : 0);
}

/* ---- rows */

typedef struct
{
  SaigaCsvTable table;
  GArray *columns;
  GHashTable *read;   /* id → TRUE, of the records that the tables of this type have */
  GHashTable *owners; /* draft → its parts */
} State;

static void
set_words (SaigaReading *reading,
           SaigaRecord *record,
           const Column *column,
           const char *words)
{
  SaigaText *old = _saiga_field_get_pointer (column->field, record);
  g_auto(GStrv) languages = NULL;
  SaigaText *text = NULL;

  if (g_strcmp0 (old != NULL ? saiga_text_get_words (old, column->language) : NULL, words[0] != '\0' ? words : NULL) == 0)
    return;
  if (words[0] != '\0')
    {
      if (_saiga_words_are_valid (words))
        _saiga_field_take_pointer (column->field, record, old != NULL ? saiga_text_with (old, column->language, words) : saiga_text_new (column->language, words));
      else
        _saiga_reading_add_problem (reading, "import-value", column->field->name, words, "no control characters are expected", NULL);
      return;
    }

  languages = saiga_text_list_languages (old);
  for (char **language = languages; *language != NULL; language++)
    if (!g_str_equal (*language, column->language))
      text = _saiga_text_add (text, *language, saiga_text_get_words (old, *language));
  if (text != NULL)
    _saiga_field_take_pointer (column->field, record, text);
  else
    _saiga_field_clear (column->field, record);
}

static void
set_cells (SaigaReading *reading,
           SaigaRecord *record,
           GArray *columns,
           const SaigaRow *row)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const SaigaCell *cell = _saiga_row_get_at (row, i + 1);

      if (column->field == NULL)
        continue;
      if (column->language != NULL)
        set_words (reading, record, column, cell->text);
      else if (cell->length == 0)
        _saiga_field_clear (column->field, record);
      else
        _saiga_draft_set (reading, record, column->field->name, cell->text);
    }
}

static SaigaRowEnd
read_record (SaigaReading *reading,
             const SaigaRow *row,
             gpointer data)
{
  State *state = data;
  const SaigaCell *id = _saiga_row_get_at (row, 0);
  SaigaRecord *draft;

  if (!_saiga_id_is_valid (id->text, id->length))
    return _saiga_reading_refuse_row (reading, row, SAIGA_CSV_ID, SAIGA_CSV_ID);

  draft = g_hash_table_lookup (reading->drafts, id->text);
  if (draft != NULL && G_OBJECT_TYPE (draft) != state->table.info->get_type ())
    {
      _saiga_reading_add_problem (reading, "import-double", SAIGA_CSV_ID, id->text, "", NULL);
      return SAIGA_ROW_REFUSED;
    }
  draft = _saiga_reading_draft (reading, state->table.info->get_type (), id->text);
  set_cells (reading, draft, state->columns, row);

  return g_hash_table_add (state->read, (gpointer) _saiga_record_peek_id (draft)) ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED;
}

static SaigaRowEnd
read_part (SaigaReading *reading,
           const SaigaRow *row,
           gpointer data)
{
  State *state = data;
  const SaigaCell *id = _saiga_row_get_at (row, 0);
  SaigaRecord *owner = id->length > 0 ? _saiga_reading_lookup (reading, id->text) : NULL;
  SaigaRecord *part;
  GPtrArray *parts;

  if (owner == NULL || G_OBJECT_TYPE (owner) != state->table.info->get_type ())
    {
      _saiga_reading_add_problem (reading, "import-number", SAIGA_CSV_OWNER, id->text, NULL);
      return SAIGA_ROW_REFUSED;
    }

  owner = _saiga_reading_draft (reading, G_OBJECT_TYPE (owner), id->text);
  part = _saiga_record_new (state->table.parts->get_type (), reading->arena);
  set_cells (reading, part, state->columns, row);
  if (!_saiga_reading_check (reading, part, id->text))
    {
      g_object_unref (part);
      return SAIGA_ROW_REFUSED;
    }
  parts = g_hash_table_lookup (state->owners, owner);
  if (parts == NULL)
    {
      parts = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (state->owners, owner, parts);
    }
  for (guint i = 0; i < parts->len; i++)
    if (_saiga_record_equal_key (parts->pdata[i], part))
      {
        g_autofree char *text = _saiga_delimited_dup_row (row->rows);

        g_object_unref (part);
        _saiga_reading_add_problem (reading, "import-part", state->table.parts->name, id->text, text, NULL);
        return SAIGA_ROW_REFUSED;
      }
  g_ptr_array_add (parts, part);

  return SAIGA_ROW_MERGED;
}

/* The parts that were read are all that their records have. */
static void
take_parts (SaigaReading *reading,
            State *state)
{
  GHashTableIter iter;
  gpointer key;
  gpointer parts;

  g_hash_table_iter_init (&iter, state->read);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      SaigaRecord *draft = g_hash_table_lookup (reading->drafts, key);

      if (draft != NULL && G_OBJECT_TYPE (draft) == state->table.info->get_type ())
        _saiga_field_clear (state->table.parts, draft);
    }
  g_hash_table_iter_init (&iter, state->owners);
  while (g_hash_table_iter_next (&iter, &key, &parts))
    {
      gsize n;
      g_autofree gpointer *taken = g_ptr_array_steal (parts, &n);

      _saiga_field_take_parts (state->table.parts, key, (SaigaRecord **) taken, n);
    }
}

static gboolean
read_member (SaigaReading *reading,
             guint member,
             const SaigaCsvTable *table,
             GHashTable *read,
             GError **error)
{
  guint n_unknown;
  g_autoptr(GArray) columns = find_columns (table, _saiga_sample_get_heading (reading->sample, member), &n_unknown);
  g_autoptr(GHashTable) owners = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  State state = { *table, columns, read, owners };

  if (!_saiga_reading_read_table (reading, member, NULL, 0, table->parts != NULL ? read_part : read_record, &state, error))
    return FALSE;
  if (table->parts != NULL)
    take_parts (reading, &state);

  return TRUE;
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  g_autoptr(GHashTable) read = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_members = _saiga_input_get_n_members (reading->input);

  /* Records before their parts. */
  for (guint with_parts = 0; with_parts < 2; with_parts++)
    for (guint i = 0; i < n_members; i++)
      {
        SaigaCsvTable table;

        if (!find_table (reading->sample, i, &table))
          {
            reading->file = _saiga_input_get_member (reading->input, i);
            if (with_parts == 0)
              _saiga_reading_add_problem (reading, "import-member", NULL, reading->file, NULL);
            continue;
          }
        if ((table.parts != NULL) == (with_parts == 1) && !read_member (reading, i, &table, read, error))
          return FALSE;
      }

  return TRUE;
}

const SaigaFormat _saiga_format_record_csv = {
  .name = "csv",
  .title = N_ ("Records as tables, a file for each type (CSV)"),
  .sniff = sniff,
  .read = read_file,
  .write = _saiga_record_csv_write,
};
