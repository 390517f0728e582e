/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with a record of any type. */

#include <string.h>

#include <saiga/saiga-date.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-text.h>

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "field-missing", SAIGA_SEVERITY_ERROR, N_ ("%1 is missing, and every %2 must have it"),
    N_ ("A field that the record type requires has no value. The record can be read, but not built anew without it."),
    N_ ("Give the field a value, or remove the record.") },
  { "reference-dangling", SAIGA_SEVERITY_ERROR, N_ ("There is no record “%1”"),
    N_ ("A reference names an id that no record of the data set has: the record was removed, or the id is misspelt."),
    N_ ("Add the record, or correct or remove the reference.") },
  { "reference-target", SAIGA_SEVERITY_ERROR, N_ ("“%1” is of the type %2, not %3"),
    N_ ("A reference names a record of a type that the field does not take."),
    N_ ("Name a record of the right type.") },
  { "reference-cycle", SAIGA_SEVERITY_ERROR, N_ ("The record comes round to itself by way of “%1”"),
    N_ ("Parents, series, predecessors and revisions lead from one record to the next and end somewhere; here they go in a circle."),
    N_ ("Remove the reference that closes the circle.") },
  { "part-key", SAIGA_SEVERITY_ERROR, N_ ("Two parts are the same: %1"),
    N_ ("Two parts of one record agree in the fields that tell parts apart, so that merging can not know which is meant."),
    N_ ("Join the two parts, or make them differ.") },
  { "value-range", SAIGA_SEVERITY_ERROR, N_ ("%1"),
    N_ ("A value is outside the bounds or the form that the schema gives its field."),
    N_ ("Correct the value.") },
  { "date-order", SAIGA_SEVERITY_ERROR, N_ ("%1 (%2) does not fit %3 (%4)"),
    N_ ("A period ends before it begins. The end of what is planned or done is its last day; the end of what holds is the "
        "first day on which it no longer does, so it must come after the beginning. Dates without a day are compared as the "
        "latest against the earliest day they may mean."),
    N_ ("Correct one of the two dates.") },
  { "enum-retired", SAIGA_SEVERITY_WARNING, N_ ("“%1” is no longer used"),
    N_ ("The value is kept so that old files can be read, but is not to be given to new records."),
    N_ ("Choose one of the values in use.") },
  { "text-language", SAIGA_SEVERITY_WARNING, N_ ("The text is in %1: %2"),
    N_ ("A text has no English, or its language is not a tag of BCP 47. A text whose language is not determined, “und”, passes."),
    N_ ("Add the English words, or correct the language.") },
  { "id-pattern", SAIGA_SEVERITY_WARNING, N_ ("The id does not look like %1"),
    N_ ("Ids are made of the type, a dot and a slug of lower-case letters, digits, hyphens and dots; a taxon begins with its "
        "authority, and what belongs to a programme with the programme. The library never reads an id, but people do."),
    N_ ("Give new records an id of the usual form. An id in use is better kept than renamed.") },
  { "key-duplicate", SAIGA_SEVERITY_WARNING, N_ ("“%1” is the same: %2"),
    N_ ("Two records agree in all fields that tell records of their type apart: probably one thing was recorded twice."),
    N_ ("Remove one of the two, or make them differ.") },
};

/* ---- fields */

static const char *const follow_on[] = { "parent-id", "series-id", "predecessor-id", "revises-id", NULL };

static const struct
{
  const char *start;
  const char *end;
  gboolean excluded; /* the end is the first day without */
} periods[] = {
  { "start", "end", FALSE },
  { "actual-start", "actual-end", FALSE },
  { "valid-from", "valid-until", TRUE },
};

static SaigaDate *
get_date (SaigaRecord *record,
          const SaigaRecordInfo *info,
          const char *name)
{
  const SaigaField *field = _saiga_record_info_find (info, name);

  return field != NULL ? _saiga_field_get_pointer (field, record) : NULL;
}

static void
check_periods (SaigaValidation *validation,
               SaigaRecord *record,
               SaigaRecord *owner)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      SaigaDate *start = get_date (record, info, periods[i].start);
      SaigaDate *end = get_date (record, info, periods[i].end);
      g_autofree char *start_text = NULL;
      g_autofree char *end_text = NULL;

      if (start == NULL || end == NULL ||
          saiga_date_get_latest_day (end) >= saiga_date_get_earliest_day (start) + (periods[i].excluded ? 1 : 0))
        continue;
      start_text = saiga_date_to_string (start);
      end_text = saiga_date_to_string (end);
      _saiga_validation_add (validation, "date-order", owner, periods[i].end,
                             periods[i].end, end_text, periods[i].start, start_text, NULL);
    }
}

/* The form of BCP 47: a language of two or three letters, then subtags of up to eight. */
static gboolean
language_is_known (const char *language)
{
  gsize n = strcspn (language, "-");

  if (n < 2 || n > 3)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_islower (language[i]))
      return FALSE;
  for (language += n; *language == '-'; language += n)
    {
      language++;
      n = strcspn (language, "-");
      if (n < 1 || n > 8)
        return FALSE;
    }

  return TRUE;
}

static void
check_languages (SaigaValidation *validation,
                 SaigaRecord *owner,
                 const SaigaField *field,
                 SaigaText *text)
{
  g_auto(GStrv) languages = saiga_text_list_languages (text);
  g_autofree char *list = NULL;

  for (char **language = languages; *language != NULL; language++)
    if (!language_is_known (*language))
      _saiga_validation_add (validation, "text-language", owner, field->name, *language,
                             saiga_text_get_words (text, *language), NULL);

  if (saiga_text_get_words (text, "en") != NULL || saiga_text_get_words (text, "und") != NULL)
    return;
  list = g_strjoinv (", ", languages);
  _saiga_validation_add (validation, "text-language", owner, field->name, list, saiga_text_get_words (text, languages[0]), NULL);
}

static void
check_retired (SaigaValidation *validation,
               SaigaRecord *record,
               SaigaRecord *owner,
               const SaigaField *field)
{
  const char *nick = _saiga_field_print (field, record, NULL);

  if (nick != NULL && field->retired != NULL && g_strv_contains (field->retired, nick))
    _saiga_validation_add (validation, "enum-retired", owner, field->name, nick, NULL);
}

static void
check_fields (SaigaValidation *validation,
              SaigaRecord *record,
              SaigaRecord *owner)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);

  check_periods (validation, record, owner);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const SaigaField *field = &info->fields[i];
      const char *tag;
      g_autoptr(GError) error = NULL;

      if (!_saiga_field_check (field, record, &tag, &error))
        {
          if (g_str_equal (tag, "field-missing"))
            _saiga_validation_add (validation, tag, owner, field->name, field->name, info->name, NULL);
          else
            _saiga_validation_add (validation, tag, owner, field->name, error->message, NULL);
        }
      if (_saiga_field_is_default (field, record))
        continue;

      if (field->kind == SAIGA_FIELD_ENUM)
        check_retired (validation, record, owner, field);
      else if (field->kind == SAIGA_FIELD_TEXT)
        check_languages (validation, owner, field, _saiga_field_get_pointer (field, record));
      else if (field->kind == SAIGA_FIELD_PARTS)
        {
          SaigaPartList *parts = _saiga_field_get_pointer (field, record);

          for (guint n = 0; n < parts->len; n++)
            check_fields (validation, parts->pdata[n], owner);
        }
    }
}

/* ---- references */

typedef struct
{
  SaigaValidation *validation;
  SaigaRecord *record;
} Visit;

static void
check_reference (const SaigaField *field,
                 const char *id,
                 gpointer data)
{
  Visit *visit = data;
  SaigaRecord *target = saiga_snapshot_lookup (_saiga_validation_get_snapshot (visit->validation), id);

  if (target == NULL)
    {
      /* A review says by itself what became of its subject. */
      if (!SAIGA_IS_REVIEW (visit->record) || !g_str_equal (field->name, "taxon-ids"))
        _saiga_validation_add (visit->validation, "reference-dangling", visit->record, field->name, id, NULL);
    }
  else if (!_saiga_field_accepts (field, saiga_record_get_type_name (target)))
    {
      g_autofree char *targets = g_strjoinv (" / ", (char **) field->targets);

      _saiga_validation_add (visit->validation, "reference-target", visit->record, field->name, id,
                             saiga_record_get_type_name (target), targets, NULL);
    }
}

/* Follows a field from record to record: one step and two steps at a time meet in a circle. */
static void
check_cycle (SaigaValidation *validation,
             SaigaRecord *record,
             const SaigaField *field)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);
  SaigaRecord *slow = record;
  SaigaRecord *fast = record;
  guint n = 0;

  do
    {
      for (guint i = 0; i < 2 && fast != NULL; i++)
        {
          const char *id = _saiga_field_get_pointer (field, fast);

          fast = id != NULL ? saiga_snapshot_lookup (snapshot, id) : NULL;
          if (fast != NULL && G_OBJECT_TYPE (fast) != G_OBJECT_TYPE (record))
            fast = NULL;
          if (fast == record)
            {
              _saiga_validation_add (validation, "reference-cycle", record, field->name,
                                     (const char *) _saiga_field_get_pointer (field, record), NULL);
              return;
            }
        }
      if (n++ > 0)
        slow = saiga_snapshot_lookup (snapshot, _saiga_field_get_pointer (field, slow));
    }
  while (fast != NULL && fast != slow);
}

/* ---- ids and keys */

/* A condition does not say to which programme it belongs, but its id does. */
static const char *
programme_of_condition (SaigaValidation *validation,
                        SaigaRecord *record)
{
  g_autofree char *prefix = g_strndup (_saiga_record_peek_id (record), strcspn (_saiga_record_peek_id (record), "."));
  SaigaRecord *programme = saiga_snapshot_lookup (_saiga_validation_get_snapshot (validation), prefix);

  return SAIGA_IS_PROGRAMME (programme) ? _saiga_record_peek_id (programme) : "programme";
}

/* What stands before the first dot of an id of this type; NULL if the id is a bare slug. */
static const char *
expected_prefix (SaigaValidation *validation,
                 SaigaRecord *record,
                 const SaigaRecordInfo *info)
{
  const SaigaField *programme = _saiga_record_info_find (info, "programme-id");

  if (SAIGA_IS_PROGRAMME (record))
    return NULL;
  if (SAIGA_IS_CONDITION (record))
    return programme_of_condition (validation, record);
  if (programme != NULL)
    return _saiga_field_get_pointer (programme, record);
  if (SAIGA_IS_TAXON (record))
    {
      const char *authority = saiga_taxon_get_authority_id (SAIGA_TAXON (record));

      return authority != NULL && g_str_has_prefix (authority, "authority.") ? authority + strlen ("authority.") : authority;
    }

  return info->name;
}

static void
check_id (SaigaValidation *validation,
          SaigaRecord *record)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);
  const char *id = _saiga_record_peek_id (record);
  const char *prefix = expected_prefix (validation, record, info);
  gsize length = prefix != NULL ? strlen (prefix) : 0;
  gboolean fits = prefix == NULL ? SAIGA_IS_PROGRAMME (record)
                                 : strncmp (id, prefix, length) == 0 && id[length] == '.' && id[length + 1] != '\0';
  g_autofree char *form = NULL;

  for (const char *c = id; *c != '\0' && fits; c++)
    fits = g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '-' || *c == '.';
  if (fits || (prefix == NULL && !SAIGA_IS_PROGRAMME (record)))
    return;

  form = prefix != NULL ? g_strconcat (prefix, ".slug", NULL) : g_strdup ("slug");
  _saiga_validation_add (validation, "id-pattern", record, "id", form, NULL);
}

/* The values of the key as one string; NULL if the type has none, or no value is known. */
static char *
make_key (SaigaRecord *record)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);
  g_autoptr(GString) key = g_string_new (NULL);
  g_autoptr(GString) buffer = g_string_new (NULL);
  guint n_known = 0;

  for (guint i = 0; i < info->n_key; i++)
    {
      const char *value = _saiga_field_print (&info->fields[info->key[i]], record, buffer);

      n_known += value != NULL;
      g_string_append_printf (key, "%s%s", i > 0 ? " · " : "", value != NULL ? value : "–");
    }

  return n_known > 0 ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

/* A paper without a symbol and a meeting without a number can not be told from others: the
 * first field of a key, and a number in it, must be known. */
static gboolean
has_key (SaigaRecord *record)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);

  for (guint i = 0; i < info->n_key; i++)
    {
      const SaigaField *field = &info->fields[info->key[i]];

      if ((i == 0 || field->kind == SAIGA_FIELD_INTEGER) && _saiga_field_is_default (field, record))
        return FALSE;
    }

  return info->n_key > 0;
}

static void
check_keys (SaigaValidation *validation)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);

  for (guint i = 0; i < _saiga_n_record_types (); i++)
    {
      g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      SaigaTableIter iter;
      SaigaRecord *record;

      if (_saiga_record_infos[i]->n_key == 0)
        continue;
      for (_saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, i)); (record = _saiga_table_iter_next (&iter)) != NULL;)
        {
          char *key = has_key (record) ? make_key (record) : NULL;
          SaigaRecord *other = key != NULL ? g_hash_table_lookup (seen, key) : NULL;

          if (other != NULL)
            _saiga_validation_add (validation, "key-duplicate", record, NULL, _saiga_record_peek_id (other), key, NULL);
          if (key != NULL)
            g_hash_table_replace (seen, key, record);
        }
    }
}

static void
check_record (SaigaValidation *validation,
              SaigaRecord *record)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);

  check_id (validation, record);
  check_fields (validation, record, record);
  _saiga_record_visit_references (record, check_reference, &(Visit){ validation, record });
  for (const char *const *name = follow_on; *name != NULL; name++)
    {
      const SaigaField *field = _saiga_record_info_find (info, *name);

      if (field != NULL && _saiga_field_get_pointer (field, record) != NULL)
        check_cycle (validation, record, field);
    }
}

static const SaigaCheck checks[] = {
  { NULL, check_record, NULL },
  { NULL, NULL, check_keys },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
