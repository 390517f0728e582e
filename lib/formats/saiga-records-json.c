/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Records of our own as JSON, as `saiga convert --format json` writes them: all record types, all fields. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-check-private.h"
#include "saiga-format-private.h"
#include "saiga-json-private.h"

static const SaigaJsonMark marks[] = {
  { { "version", "title", "licence", "source" } },
};

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_json (sample, marks, G_N_ELEMENTS (marks), NULL);
}

/* ---- fields */

static void fill (SaigaReading *reading,
                  SaigaRecord *record,
                  JsonObject *object);

static void
refuse_value (SaigaReading *reading,
              const SaigaField *field,
              JsonNode *value,
              const char *expected)
{
  g_autofree char *text = _saiga_json_dup_value (value);

  _saiga_reading_add_problem (reading, "import-value", field->name, text, expected, NULL);
}

static gboolean
is_string (JsonNode *value)
{
  return JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING;
}

static gboolean
fill_strings (const SaigaField *field,
              SaigaRecord *record,
              JsonArray *list)
{
  guint n = json_array_get_length (list);
  char **strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *value = json_array_get_element (list, i);

      if (!is_string (value))
        {
          g_strfreev (strings);
          return FALSE;
        }
      strings[i] = json_node_dup_string (value);
    }

  /* Takes the strings, also where it fails. */
  return _saiga_field_take_strings (field, record, strings, NULL);
}

static gboolean
fill_text (const SaigaField *field,
           SaigaRecord *record,
           JsonObject *object)
{
  g_autoptr(SaigaText) text = NULL;
  JsonObjectIter iter;
  const char *language;
  JsonNode *value;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &language, &value))
    {
      if (!is_string (value) || !_saiga_language_is_valid (language) || !_saiga_words_are_valid (json_node_get_string (value)))
        return FALSE;
      text = _saiga_text_add (text, language, json_node_get_string (value));
    }
  if (text != NULL)
    _saiga_field_take_pointer (field, record, g_steal_pointer (&text));

  return TRUE;
}

static void
fill_parts (SaigaReading *reading,
            const SaigaField *field,
            SaigaRecord *record,
            JsonArray *list)
{
  guint n = json_array_get_length (list);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      JsonNode *value = json_array_get_element (list, i);
      SaigaRecord *part;

      if (!JSON_NODE_HOLDS_OBJECT (value))
        {
          refuse_value (reading, field, value, "an object is expected");
          continue;
        }
      part = _saiga_record_new (field->get_type (), reading->arena);
      fill (reading, part, json_node_get_object (value));
      if (_saiga_reading_check (reading, part, _saiga_record_peek_id (record)))
        g_ptr_array_add (parts, part);
      else
        g_object_unref (part);
    }
  if (parts->len > 0)
    _saiga_field_take_parts (field, record, (SaigaRecord **) parts->pdata, parts->len);
}

static void
fill_field (SaigaReading *reading,
            SaigaRecord *record,
            const SaigaField *field,
            JsonNode *value)
{
  g_autofree char *text = NULL;
  const char *expected = NULL;

  switch (field->kind)
    {
    case SAIGA_FIELD_REFERENCES:
    case SAIGA_FIELD_STRINGS:
      if (!JSON_NODE_HOLDS_ARRAY (value) || !fill_strings (field, record, json_node_get_array (value)))
        expected = "a list of texts is expected";
      break;

    case SAIGA_FIELD_PARTS:
      if (JSON_NODE_HOLDS_ARRAY (value))
        fill_parts (reading, field, record, json_node_get_array (value));
      else
        expected = "a list of objects is expected";
      break;

    case SAIGA_FIELD_TEXT:
      if (!JSON_NODE_HOLDS_OBJECT (value) || !fill_text (field, record, json_node_get_object (value)))
        expected = "an object with words by language is expected";
      break;

    case SAIGA_FIELD_FLAG:
      if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_BOOLEAN)
        _saiga_draft_set (reading, record, field->name, json_node_get_boolean (value) ? "yes" : "no");
      else
        expected = "true or false is expected";
      break;

    case SAIGA_FIELD_INTEGER:
      if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_INT64)
        {
          text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
          _saiga_draft_set (reading, record, field->name, text);
        }
      else
        expected = "a whole number is expected";
      break;

    case SAIGA_FIELD_STRING:
    case SAIGA_FIELD_DECIMAL:
    case SAIGA_FIELD_VALUE:
    case SAIGA_FIELD_ENUM:
    case SAIGA_FIELD_REFERENCE:
      if (is_string (value))
        _saiga_draft_set (reading, record, field->name, json_node_get_string (value));
      else
        expected = "a text is expected";
      break;

    default:
      g_assert_not_reached ();
    }

  if (expected != NULL)
    refuse_value (reading, field, value, expected);
}

static void
fill (SaigaReading *reading,
      SaigaRecord *record,
      JsonObject *object)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value))
    {
      const SaigaField *field = _saiga_record_info_find (info, name);

      if (field != NULL && !JSON_NODE_HOLDS_NULL (value))
        fill_field (reading, record, field, value);
      else if (field == NULL && !(info->plural != NULL && g_str_equal (name, "id")))
        _saiga_reading_add_problem (reading, "import-name", NULL, name, info->name, NULL);
    }
}

/* ---- records */

static const SaigaRecordInfo *
find_type (const char *plural)
{
  for (guint i = 0; _saiga_record_infos[i] != NULL; i++)
    if (g_str_equal (_saiga_record_infos[i]->plural, plural))
      return _saiga_record_infos[i];

  return NULL;
}

static SaigaRowEnd
read_record (SaigaReading *reading,
             const SaigaRecordInfo *info,
             JsonNode *value)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  const char *id = object != NULL ? _saiga_json_get_text (reading, object, "id") : NULL;
  SaigaRecord *record;
  gboolean is_new;

  if (id == NULL || !_saiga_id_is_valid (id, strlen (id)))
    {
      g_autofree char *text = _saiga_json_dup_value (value);

      _saiga_reading_add_problem (reading, "import-field", "id", text, "id", NULL);
      return SAIGA_ROW_REFUSED;
    }

  /* The whole record: what it does not say, it has not, whatever the data set has. */
  record = _saiga_record_new (info->get_type (), reading->arena);
  _saiga_record_set_id (record, id, strlen (id), NULL);
  fill (reading, record, object);
  is_new = !g_hash_table_contains (reading->drafts, id);
  g_hash_table_replace (reading->drafts, (gpointer) _saiga_record_peek_id (record), record);
  if (!is_new)
    _saiga_reading_add_problem (reading, "import-twice", "id", id, NULL);

  return is_new ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED;
}

static gboolean
read_part (const char *list,
           const char *text,
           gsize length,
           guint line,
           gpointer data,
           GError **error)
{
  SaigaReading *reading = data;
  const SaigaRecordInfo *info = find_type (list);
  g_autoptr(JsonNode) value = NULL;

  reading->row = line;
  if (info == NULL)
    {
      static const char *const header[] = { "version", "title", "date", "licence", "source", NULL };

      if (!g_strv_contains (header, list))
        {
          _saiga_reading_add_problem (reading, "import-name", NULL, list, "dataset", NULL);
          reading->n_rows[SAIGA_ROW_REFUSED]++;
        }
      return TRUE;
    }

  value = _saiga_reading_parse_json (reading, text, length);
  reading->n_rows[value != NULL ? read_record (reading, info, value) : SAIGA_ROW_REFUSED]++;

  return _saiga_reading_go_on (reading, error);
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  gsize length;
  g_autofree char *text = _saiga_reading_load_text (reading, _saiga_reading_find_json (reading, &marks[0]), &length, error);

  if (text == NULL || !_saiga_json_split (text, length, reading->file, read_part, reading, error))
    return FALSE;
  reading->row = 0;

  return TRUE;
}

static gboolean
write_file (SaigaWriting *writing,
            GError **error)
{
  g_autoptr(GBytes) json = NULL;
  const char *text;
  gsize size;

  if (writing->record_type != NULL)
    {
      g_set_error_literal (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“records-json” writes records of all types");
      return FALSE;
    }
  json = saiga_snapshot_to_json (writing->snapshot);
  text = g_bytes_get_data (json, &size);
  _saiga_writing_begin (writing, "records.json");
  g_string_append_len (writing->out, text, size);

  return TRUE;
}

const SaigaFormat _saiga_format_records_json = {
  .name = "records-json",
  .title = N_ ("All records of a data set (JSON)"),
  .sniff = sniff,
  .read = read_file,
  .write = write_file,
  .is_one_file = TRUE,
};
