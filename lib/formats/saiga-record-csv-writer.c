/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>

#include "saiga-check-private.h"
#include "saiga-record-csv-private.h"

char *
_saiga_csv_table_name (const SaigaCsvTable *table)
{
  return table->parts == NULL ? g_strconcat (table->info->plural, ".csv", NULL)
                              : g_strconcat (table->info->plural, "-", table->parts->name, ".csv", NULL);
}

/* ---- languages */

/* The languages in which any of the records has words in a field, in the order of the alphabet. */
static GPtrArray *
list_languages (GPtrArray *records,
                const SaigaField *field)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *languages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      SaigaText *text = _saiga_field_get_pointer (field, records->pdata[i]);
      g_auto(GStrv) of_record = text != NULL ? saiga_text_list_languages (text) : NULL;

      for (guint n = 0; of_record != NULL && of_record[n] != NULL; n++)
        if (!g_hash_table_contains (known, of_record[n]))
          {
            char *language = g_strdup (of_record[n]);

            g_ptr_array_add (languages, language);
            g_hash_table_add (known, language);
          }
    }
  g_ptr_array_sort (languages, _saiga_compare_strings);

  return languages;
}

/* ---- tables */

/* @owners: the id of the record that each part is of; NULL: they are records themselves. */
static void
write_table (SaigaWriting *writing,
             const SaigaCsvTable *table,
             GPtrArray *records,
             GPtrArray *owners)
{
  const SaigaRecordInfo *info = table->parts != NULL ? _saiga_record_type_get_info (table->parts->get_type ()) : table->info;
  g_autofree char *name = _saiga_csv_table_name (table);
  g_autoptr(GPtrArray) languages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GString) buffer = g_string_new (NULL);

  _saiga_writing_begin (writing, name);
  _saiga_writing_add_cell (writing, owners != NULL ? SAIGA_CSV_OWNER : SAIGA_CSV_ID);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const SaigaField *field = &info->fields[i];
      GPtrArray *of_field = field->kind == SAIGA_FIELD_TEXT ? list_languages (records, field) : g_ptr_array_new ();

      g_ptr_array_add (languages, of_field);
      if (field->kind == SAIGA_FIELD_TEXT)
        for (guint n = 0; n < of_field->len; n++)
          {
            g_string_printf (buffer, "%s[%s]", field->name, (const char *) of_field->pdata[n]);
            _saiga_writing_add_cell (writing, buffer->str);
          }
      else if (field->kind != SAIGA_FIELD_PARTS)
        _saiga_writing_add_cell (writing, field->name);
    }
  _saiga_writing_end_row (writing);

  for (guint r = 0; r < records->len; r++)
    {
      SaigaRecord *record = records->pdata[r];

      _saiga_writing_add_cell (writing, owners != NULL ? owners->pdata[r] : _saiga_record_peek_id (record));
      for (guint i = 0; i < info->n_fields; i++)
        {
          const SaigaField *field = &info->fields[i];
          GPtrArray *of_field = languages->pdata[i];

          if (field->kind == SAIGA_FIELD_TEXT)
            {
              SaigaText *text = _saiga_field_get_pointer (field, record);

              for (guint n = 0; n < of_field->len; n++)
                _saiga_writing_add_cell (writing, text != NULL ? saiga_text_get_words (text, of_field->pdata[n]) : NULL);
            }
          else if (field->kind != SAIGA_FIELD_PARTS)
            _saiga_writing_add_cell (writing, _saiga_field_print (field, record, buffer));
        }
      _saiga_writing_end_row (writing);
    }
}

static void
write_parts (SaigaWriting *writing,
             const SaigaRecordInfo *info,
             const SaigaField *field,
             GPtrArray *records)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autoptr(GPtrArray) owners = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const SaigaPartList *list = _saiga_field_get_pointer (field, records->pdata[i]);

      for (guint n = 0; list != NULL && n < list->len; n++)
        {
          g_ptr_array_add (parts, list->pdata[n]);
          g_ptr_array_add (owners, (gpointer) _saiga_record_peek_id (records->pdata[i]));
        }
    }
  if (parts->len > 0)
    write_table (writing, &(SaigaCsvTable){ info, field }, parts, owners);
}

gboolean
_saiga_record_csv_write (SaigaWriting *writing,
                         GError **error)
{
  gboolean is_known = writing->record_type == NULL;

  for (guint type = 0; _saiga_record_infos[type] != NULL; type++)
    {
      const SaigaRecordInfo *info = _saiga_record_infos[type];
      SaigaTable *table = _saiga_snapshot_get_table (writing->snapshot, type);
      g_autoptr(GPtrArray) records = g_ptr_array_new ();
      SaigaTableIter iter;
      gpointer record;

      if (writing->record_type != NULL && !g_str_equal (writing->record_type, info->name))
        continue;
      is_known = TRUE;
      for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
        g_ptr_array_add (records, record);

      /* One that is asked for is written even if there is none: with the heading alone. */
      if (records->len == 0 && writing->record_type == NULL)
        continue;
      write_table (writing, &(SaigaCsvTable){ info, NULL }, records, NULL);
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].kind == SAIGA_FIELD_PARTS)
          write_parts (writing, info, &info->fields[i], records);
    }

  if (!is_known)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no type of record", writing->record_type);

  return is_known;
}
