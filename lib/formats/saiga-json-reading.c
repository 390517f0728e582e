/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What readers of JSON have in common: whole documents, lines, and members of objects that may be of any type. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-json-private.h"

/* JSON is UTF-8; only what says so by its first bytes is UTF-16. */
static GInputStream *
open_text (SaigaReading *self,
           guint member,
           GError **error)
{
  g_autoptr(GInputStream) stream = NULL;
  GBytes *sample = _saiga_input_peek (self->input, member, self->cancellable, error);
  SaigaEncoding encoding = { "UTF-8", FALSE, FALSE };

  if (sample == NULL)
    return NULL;

  stream = _saiga_input_read (self->input, member, self->cancellable, error);
  if (stream == NULL)
    return NULL;
  if (_saiga_encoding_find (sample).has_mark)
    encoding = _saiga_encoding_find (sample);

  return encoding.has_mark ? _saiga_encoding_decode (stream, &encoding, self->cancellable, error) : g_steal_pointer (&stream);
}

guint
_saiga_reading_find_json (SaigaReading *self,
                          const SaigaJsonMark *mark)
{
  guint n = _saiga_input_get_n_members (self->input);

  for (guint i = 0; self->member < 0 && i < n; i++)
    {
      const SaigaJsonShape *shape = _saiga_sample_get_json (self->sample, i);

      if (shape != NULL && _saiga_json_shape_matches (shape, mark))
        return i;
    }

  return MAX (self->member, 0);
}

char *
_saiga_reading_load_text (SaigaReading *self,
                          guint member,
                          gsize *length,
                          GError **error)
{
  g_autoptr(GInputStream) stream = open_text (self, member, error);
  g_autoptr(GString) text = g_string_new (NULL);

  self->file = _saiga_input_get_member (self->input, member);
  self->row = 0;
  if (stream == NULL)
    return NULL;

  while (TRUE)
    {
      gsize size = text->len;
      gssize n;

      g_string_set_size (text, size + SAIGA_SAMPLE_SIZE);
      n = g_input_stream_read (stream, text->str + size, SAIGA_SAMPLE_SIZE, self->cancellable, error);
      if (n < 0 || !_saiga_reading_go_on (self, error))
        return NULL;
      g_string_set_size (text, size + n);
      if (n == 0)
        break;
      if (text->len > SAIGA_MAX_JSON)
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT, "%s: the document has more than 256 MiB", self->file);
          return NULL;
        }
    }

  *length = text->len;

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static JsonNode *
parse (SaigaReading *self,
       const char *text,
       gsize length,
       guint line,
       GError **error)
{
  g_autofree char *twice = NULL;
  JsonNode *value = _saiga_json_parse (text, length, self->file, line, &twice, error);

  if (twice != NULL)
    _saiga_reading_add_problem (self, "import-twice", NULL, twice, NULL);

  return value;
}

JsonNode *
_saiga_reading_load_json (SaigaReading *self,
                          guint member,
                          GError **error)
{
  gsize length;
  g_autofree char *text = _saiga_reading_load_text (self, member, &length, error);

  return text != NULL ? parse (self, text, length, 1, error) : NULL;
}

JsonNode *
_saiga_reading_parse_json (SaigaReading *self,
                           const char *text,
                           gsize length)
{
  g_autoptr(GError) error = NULL;
  JsonNode *value = parse (self, text, length, MAX (self->row, 1), &error);

  if (value == NULL)
    _saiga_reading_add_problem (self, "import-json", NULL, error->message, NULL);

  return value;
}

/* ---- lines */

#define TELL_EVERY 256 /* lines */

/* Reads up to the end of a line, into @line; FALSE at the end. What is beyond the limit is left out, and makes the
 * line too long, which the parser says. */
static gboolean
read_line (GBufferedInputStream *stream,
           GString *line,
           GCancellable *cancellable,
           GError **error)
{
  gboolean is_read = FALSE;

  g_string_truncate (line, 0);
  while (TRUE)
    {
      gsize n;
      const char *buffer = g_buffered_input_stream_peek_buffer (stream, &n);
      const char *end = n > 0 ? memchr (buffer, '\n', n) : NULL;
      gsize taken = end != NULL ? (gsize) (end - buffer) : n;
      gssize filled;

      if (line->len <= SAIGA_MAX_JSON_LINE)
        g_string_append_len (line, buffer, taken);
      is_read |= n > 0;
      if (g_input_stream_skip (G_INPUT_STREAM (stream), taken + (end != NULL), cancellable, error) < 0)
        return FALSE;
      if (end != NULL)
        return TRUE;
      filled = g_buffered_input_stream_fill (stream, -1, cancellable, error);
      if (filled < 0)
        return FALSE;
      if (filled == 0)
        return is_read;
    }
}

gboolean
_saiga_reading_read_json_lines (SaigaReading *self,
                                guint member,
                                SaigaReadJson read_value,
                                gpointer data,
                                GError **error)
{
  g_autoptr(GInputStream) stream = open_text (self, member, error);
  g_autoptr(GInputStream) buffered = NULL;
  g_autoptr(GString) line = g_string_new (NULL);
  GError *local_error = NULL;

  if (stream == NULL)
    return FALSE;

  self->file = _saiga_input_get_member (self->input, member);
  self->row = 0;
  buffered = g_buffered_input_stream_new_sized (stream, SAIGA_SAMPLE_SIZE);
  while (read_line (G_BUFFERED_INPUT_STREAM (buffered), line, self->cancellable, &local_error))
    {
      g_autoptr(JsonNode) value = NULL;

      self->row++;
      if (self->row % TELL_EVERY == 0 && !_saiga_reading_go_on (self, error))
        return FALSE;
      if (line->str[strspn (line->str, " \t\r")] == '\0' && strlen (line->str) == line->len)
        continue;

      value = _saiga_reading_parse_json (self, line->str, line->len);
      if (value != NULL)
        read_value (self, value, data);
      else
        self->n_rows[SAIGA_ROW_REFUSED]++;
    }

  self->row = 0;
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return local_error == NULL;
}

/* ---- members */

char *
_saiga_json_dup_value (JsonNode *value)
{
  return json_to_string (value, FALSE);
}

static void
add_type_problem (SaigaReading *self,
                  const char *name,
                  JsonNode *value,
                  const char *expected)
{
  g_autofree char *text = _saiga_json_dup_value (value);

  _saiga_reading_add_problem (self, "import-value", name, text, expected, NULL);
}

static JsonNode *
find (JsonObject *object,
      const char *name)
{
  JsonNode *value = json_object_get_member (object, name);

  return value != NULL && !JSON_NODE_HOLDS_NULL (value) ? value : NULL;
}

static gboolean
is_string (JsonNode *value)
{
  return JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING;
}

const char *
_saiga_json_get_text (SaigaReading *self,
                      JsonObject *object,
                      const char *name)
{
  JsonNode *value = find (object, name);

  if (value == NULL)
    return NULL;
  if (!is_string (value))
    {
      add_type_problem (self, name, value, "a text is expected");
      return NULL;
    }

  return json_node_get_string (value);
}

char *
_saiga_json_dup_number (SaigaReading *self,
                        JsonObject *object,
                        const char *name)
{
  JsonNode *value = find (object, name);
  const char *text = value != NULL && is_string (value) ? json_node_get_string (value) : NULL;

  if (value == NULL || g_strcmp0 (text, "") == 0)
    return NULL;
  if (text != NULL && strlen (text) <= 18 && strspn (text, "0123456789") == strlen (text))
    return g_strdup (text);
  if (text == NULL && JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_INT64 && json_node_get_int (value) >= 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));

  add_type_problem (self, name, value, "a whole number is expected");

  return NULL;
}

const char *
_saiga_json_get_flag (SaigaReading *self,
                      JsonObject *object,
                      const char *name)
{
  JsonNode *value = find (object, name);

  if (value == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_BOOLEAN)
    {
      add_type_problem (self, name, value, "true or false is expected");
      return NULL;
    }

  return json_node_get_boolean (value) ? "yes" : "no";
}

char *
_saiga_json_dup_day (SaigaReading *self,
                     JsonObject *object,
                     const char *name)
{
  const char *text = _saiga_json_get_text (self, object, name);
  g_autofree char *day = text != NULL ? g_utf8_make_valid (text, MIN (strlen (text), 10)) : NULL;
  g_autoptr(SaigaDate) date = day != NULL && strlen (day) == 10 ? saiga_date_parse (day, NULL) : NULL;

  if (text == NULL || text[0] == '\0')
    return NULL;
  if (date == NULL || (text[10] != '\0' && text[10] != 'T' && text[10] != ' '))
    {
      _saiga_reading_add_problem (self, "import-value", name, text, "a day as 2012-07-25 is expected", NULL);
      return NULL;
    }

  return g_steal_pointer (&day);
}

JsonObject *
_saiga_json_get_object (SaigaReading *self,
                        JsonObject *object,
                        const char *name)
{
  JsonNode *value = find (object, name);

  if (value == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (value))
    {
      add_type_problem (self, name, value, "an object is expected");
      return NULL;
    }

  return json_node_get_object (value);
}

JsonArray *
_saiga_json_get_list (SaigaReading *self,
                      JsonObject *object,
                      const char *name)
{
  JsonNode *value = find (object, name);

  if (value == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (value))
    {
      add_type_problem (self, name, value, "a list is expected");
      return NULL;
    }

  return json_node_get_array (value);
}

JsonObject *
_saiga_json_get_item (SaigaReading *self,
                      JsonArray *list,
                      guint position,
                      const char *name)
{
  JsonNode *value = json_array_get_element (list, position);

  if (JSON_NODE_HOLDS_OBJECT (value))
    return json_node_get_object (value);
  add_type_problem (self, name, value, "an object is expected");

  return NULL;
}

char *
_saiga_json_dup_joined (SaigaReading *self,
                        JsonObject *object,
                        const char *name,
                        const char *separator)
{
  JsonArray *list = _saiga_json_get_list (self, object, name);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *value = json_array_get_element (list, i);

      if (is_string (value))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "", json_node_get_string (value));
      else
        add_type_problem (self, name, value, "a text is expected");
    }

  return g_string_free (joined, FALSE);
}
