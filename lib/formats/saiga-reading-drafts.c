/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What readers put into records that are not finished. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-reading-private.h"

gboolean
_saiga_draft_set (SaigaReading *self,
                  SaigaRecord *draft,
                  const char *field,
                  const char *text)
{
  const SaigaField *row = _saiga_record_info_find (_saiga_record_get_info (draft), field);
  g_autoptr(GError) error = NULL;

  g_assert (row != NULL);
  if (text == NULL || text[0] == '\0')
    return TRUE;
  if (_saiga_field_parse (row, draft, text, strlen (text), &error))
    return TRUE;

  _saiga_reading_add_problem (self, "import-value", row->name, text, error->message, NULL);

  return FALSE;
}

void
_saiga_draft_set_words (SaigaReading *self,
                        SaigaRecord *draft,
                        const char *field,
                        const char *language,
                        const char *words)
{
  const SaigaField *row = _saiga_record_info_find (_saiga_record_get_info (draft), field);
  SaigaText *old = _saiga_field_get_pointer (row, draft);

  if (words == NULL || words[0] == '\0')
    return;

  _saiga_field_take_pointer (row, draft, old != NULL ? saiga_text_with (old, language, words) : saiga_text_new (language, words));
}

SaigaText *
_saiga_text_add (SaigaText *text,
                 const char *language,
                 const char *words)
{
  g_autoptr(SaigaText) old = text;

  return old != NULL ? saiga_text_with (old, language, words) : saiga_text_new (language, words);
}

/* Annotations are long, and those of an order stand in each of its rows: eight bytes at a time. */
static guint
hash_words (gconstpointer key)
{
  const char *text = key;
  gsize length = strlen (text);
  guint64 hash = length;
  guint64 word = 0;

  for (; length >= 8; text += 8, length -= 8)
    {
      memcpy (&word, text, 8);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  word = 0;
  memcpy (&word, text, length);
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash >> 32;
}

static void
clear_text (gpointer data)
{
  if (data != NULL)
    saiga_text_unref (data);
}

SaigaText *
_saiga_reading_share_words (SaigaReading *self,
                            const char *const *languages,
                            const char *const *cells,
                            guint n_cells,
                            char *(*make_words) (const char *cell, gconstpointer data),
                            gconstpointer data,
                            const char *key)
{
  g_autoptr(GString) whole = g_string_sized_new (1024);
  SaigaText *text = NULL;
  gpointer found;

  if (self->words == NULL)
    self->words = g_hash_table_new_full (hash_words, g_str_equal, g_free, clear_text);
  g_string_append (whole, key);
  for (guint i = 0; i < n_cells; i++)
    {
      g_string_append_c (whole, 0x1f);
      g_string_append (whole, cells[i]);
    }
  if (g_hash_table_lookup_extended (self->words, whole->str, NULL, &found))
    return found;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *words = make_words (cells[i], data);

      if (words != NULL && words[0] != '\0')
        text = _saiga_text_add (text, languages[i], words);
    }
  g_hash_table_insert (self->words, g_string_free (g_steal_pointer (&whole), FALSE), text);

  return text;
}

void
_saiga_draft_set_text (SaigaRecord *draft,
                       const char *field,
                       SaigaText *text)
{
  if (text != NULL)
    _saiga_field_take_pointer (_saiga_record_info_find (_saiga_record_get_info (draft), field), draft, saiga_text_ref (text));
}

const SaigaField *
_saiga_part_find_missing (SaigaRecord *part)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (part);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].required && _saiga_field_is_default (&info->fields[i], part))
      return &info->fields[i];

  return NULL;
}

void
_saiga_draft_add_part (SaigaReading *self,
                       SaigaRecord *draft,
                       const char *field,
                       ...)
{
  const SaigaField *row = _saiga_record_info_find (_saiga_record_get_info (draft), field);
  SaigaPartList *old = _saiga_field_get_pointer (row, draft);
  SaigaRecord *part = _saiga_record_new (row->get_type (), self->arena);
  guint n = old != NULL ? old->len : 0;
  SaigaRecord **parts;
  va_list args;

  va_start (args, field);
  for (const char *name = va_arg (args, const char *); name != NULL; name = va_arg (args, const char *))
    _saiga_draft_set (self, part, name, va_arg (args, const char *));
  va_end (args);

  /* What was refused is a problem already; what the file leaves empty is none. */
  if (_saiga_part_find_missing (part) != NULL)
    {
      g_object_unref (part);
      return;
    }
  for (guint i = 0; i < n; i++)
    if (_saiga_record_equal_key (old->pdata[i], part))
      {
        g_object_unref (part);
        return;
      }

  parts = g_new (SaigaRecord *, n + 1);
  for (guint i = 0; i < n; i++)
    parts[i] = g_object_ref (old->pdata[i]);
  parts[n] = part;
  _saiga_field_take_parts (row, draft, parts, n + 1);
  g_free (parts);
}

void
_saiga_draft_add_identifier (SaigaReading *self,
                             SaigaRecord *draft,
                             const char *scheme,
                             const char *number)
{
  g_autofree char *line = _saiga_clean_line (number);

  _saiga_draft_add_part (self, draft, "identifiers", "scheme", scheme, "value", line, NULL);
}

void
_saiga_draft_add_string (SaigaReading *self,
                         SaigaRecord *draft,
                         const char *field,
                         const char *text)
{
  char **old = _saiga_field_get_pointer (_saiga_record_info_find (_saiga_record_get_info (draft), field), draft);
  g_autofree char *joined = old != NULL ? g_strjoinv (" ", old) : NULL;
  g_autofree char *list = joined != NULL ? g_strconcat (joined, " ", text, NULL) : NULL;

  if (old == NULL || !g_strv_contains ((const char *const *) old, text))
    _saiga_draft_set (self, draft, field, list != NULL ? list : text);
}

const char *
_saiga_find_identifier (SaigaRecord *record,
                        const char *scheme)
{
  const SaigaPartList *identifiers = _saiga_record_peek_parts (record, "identifiers");
  SaigaIdentifier *identifier;

  for (guint i = 0; (identifier = _saiga_parts_peek (identifiers, i)) != NULL; i++)
    if (g_strcmp0 (saiga_identifier_get_scheme (identifier), scheme) == 0 && saiga_identifier_get_value (identifier) != NULL)
      return saiga_identifier_get_value (identifier);

  return NULL;
}
