/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What checks share: finding records, comparing times. */

#include <string.h>

#include "saiga-approval-private.h"
#include "saiga-check-private.h"

/* ---- records */

gpointer
_saiga_validation_lookup (SaigaValidation *self,
                          const char *id,
                          GType record_type)
{
  SaigaRecord *record = id != NULL ? saiga_snapshot_lookup (_saiga_validation_get_snapshot (self), id) : NULL;

  return record != NULL && G_OBJECT_TYPE (record) == record_type ? record : NULL;
}

void
_saiga_validation_start (SaigaValidation *self,
                         GType record_type,
                         SaigaTableIter *iter)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (self);

  _saiga_table_iter_init (iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (record_type)));
}

/* The parts in a field; NULL if there are none. A getter would make a list model of each. */
const SaigaPartList *
_saiga_record_peek_parts (SaigaRecord *self,
                          const char *field_name)
{
  return _saiga_field_get_pointer (_saiga_record_info_find (_saiga_record_get_info (self), field_name), self);
}

/* A part, or NULL behind the last. */
gpointer
_saiga_parts_peek (const SaigaPartList *parts,
                   guint position)
{
  return parts != NULL && position < parts->len ? parts->pdata[position] : NULL;
}

SaigaProgrammeVersion *
_saiga_programme_find_version (SaigaProgramme *self,
                               const char *label)
{
  const SaigaPartList *versions = _saiga_record_peek_parts (SAIGA_RECORD (self), "versions");
  SaigaProgrammeVersion *version;

  for (guint i = 0; (version = _saiga_parts_peek (versions, i)) != NULL; i++)
    if (g_strcmp0 (saiga_programme_version_get_label (version), label) == 0)
      return version;

  return NULL;
}

const char *
_saiga_record_peek_nick (SaigaRecord *self,
                         const char *field_name)
{
  const SaigaField *field = _saiga_record_info_find (_saiga_record_get_info (self), field_name);
  g_autoptr(GTypeClass) values = g_type_class_ref (field->get_type ());
  GEnumValue *value = g_enum_get_value ((GEnumClass *) values, _saiga_field_get_int (field, self));

  return value != NULL ? value->value_nick : "–";
}

typedef struct
{
  GHashTable *ids;
  const char *type_name;
} Referred;

static void
note_referred (const SaigaField *field,
               const char *id,
               gpointer data)
{
  Referred *referred = data;

  if (field->targets != NULL && g_strv_contains (field->targets, referred->type_name))
    g_hash_table_add (referred->ids, (gpointer) id);
}

static gboolean
can_refer (const SaigaRecordInfo *info,
           const char *type_name)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      const SaigaField *field = &info->fields[i];

      if (field->refers && field->targets != NULL && g_strv_contains (field->targets, type_name))
        return TRUE;
      if (field->kind == SAIGA_FIELD_PARTS && can_refer (_saiga_record_type_get_info (field->get_type ()), type_name))
        return TRUE;
    }

  return FALSE;
}

/* The ids named by fields that are made for this type; that somebody comments on a record is no use of it. */
GHashTable *
_saiga_validation_list_referred (SaigaValidation *self,
                                 const char *type_name)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (self);
  Referred referred = { g_hash_table_new (g_str_hash, g_str_equal), type_name };

  for (guint i = 0; i < _saiga_n_record_types (); i++)
    {
      SaigaTableIter iter;
      SaigaRecord *record;

      if (!can_refer (_saiga_record_infos[i], type_name))
        continue;
      for (_saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, i)); (record = _saiga_table_iter_next (&iter)) != NULL;)
        _saiga_record_visit_references (record, note_referred, &referred);
    }

  return referred.ids;
}

/* Whether a record stands somewhere below another by way of `parent-id`. */
gboolean
_saiga_validation_has_ancestor (SaigaValidation *self,
                                SaigaRecord *record,
                                const char *ancestor_id)
{
  const SaigaField *parent = _saiga_record_info_find (_saiga_record_get_info (record), "parent-id");
  GType type = G_OBJECT_TYPE (record);

  /* No tree is that deep: whoever comes here goes in a circle, which is another problem. */
  for (guint depth = 0; record != NULL && depth < 64; depth++)
    {
      const char *id = _saiga_field_get_pointer (parent, record);

      if (id != NULL && g_str_equal (id, ancestor_id))
        return TRUE;
      record = _saiga_validation_lookup (self, id, type);
    }

  return FALSE;
}

/* ---- times */

SaigaDays
_saiga_days_of (SaigaDate *start,
                SaigaDate *end)
{
  return (SaigaDays){
    start != NULL ? saiga_date_get_earliest_day (start) : G_MININT,
    end != NULL ? saiga_date_get_latest_day (end) : G_MAXINT,
  };
}

SaigaDays
_saiga_days_of_timeframe (SaigaTimeframe *timeframe)
{
  int first = timeframe != NULL ? saiga_timeframe_get_earliest_day (timeframe) : 0;
  int last = timeframe != NULL ? saiga_timeframe_get_latest_day (timeframe) : 0;

  return (SaigaDays){ first != 0 ? first : G_MININT, last != 0 ? last : G_MAXINT };
}

/* A meeting without an end may last some days, but is taken to be of its start. */
SaigaDays
_saiga_days_of_meeting (SaigaMeeting *meeting)
{
  SaigaDate *start = saiga_meeting_get_start (meeting);
  SaigaDate *end = saiga_meeting_get_end (meeting);

  if (start == NULL && end == NULL)
    return _saiga_days_of_timeframe (saiga_meeting_get_timeframe (meeting));

  return _saiga_days_of (start, end != NULL ? end : start);
}

gboolean
_saiga_days_are_apart (SaigaDays days,
                       SaigaDays other)
{
  return days.last < other.first || days.first > other.last;
}

/* An open side leaves nothing: that is not known. */
gboolean
_saiga_days_leave (SaigaDays days,
                   SaigaDays outer)
{
  return (days.first != G_MININT && (days.first < outer.first || days.first > outer.last)) ||
         (days.last != G_MAXINT && (days.last > outer.last || days.last < outer.first));
}

gboolean
_saiga_date_is_before (SaigaDate *date,
                       SaigaDate *other)
{
  return date != NULL && other != NULL && saiga_date_get_latest_day (date) < saiga_date_get_earliest_day (other);
}

gboolean
_saiga_validity_leaves (SaigaDate *from,
                        SaigaDate *until,
                        SaigaDate *outer_from,
                        SaigaDate *outer_until)
{
  return _saiga_date_is_before (from, outer_from) ||
         (outer_until != NULL && (until == NULL || _saiga_date_is_before (outer_until, until)));
}

/* The period of each programme, with the extensions that were given. */
GHashTable *
_saiga_validation_list_programme_days (SaigaValidation *self)
{
  GHashTable *list = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (self, SAIGA_TYPE_PROGRAMME, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaDays days = _saiga_days_of (saiga_programme_get_start (record), saiga_programme_get_end (record));

      g_hash_table_insert (list, (gpointer) _saiga_record_peek_id (record), g_memdup2 (&days, sizeof (days)));
    }

  for (_saiga_validation_start (self, SAIGA_TYPE_APPROVAL, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *subject = saiga_approval_get_subject_id (record);
      SaigaDays *days = subject != NULL ? g_hash_table_lookup (list, subject) : NULL;
      SaigaDate *new_end = saiga_approval_get_new_end (record);

      if (days != NULL && days->last != G_MAXINT && new_end != NULL && _saiga_approval_is_given (record))
        days->last = MAX (days->last, saiga_date_get_latest_day (new_end));
    }

  return list;
}

/* ---- what holds for a time */

static void
clear_holding (gpointer data)
{
  SaigaHolding *holding = data;

  g_free (holding->key);
}

GArray *
_saiga_holdings_new (void)
{
  GArray *holdings = g_array_new (FALSE, FALSE, sizeof (SaigaHolding));

  g_array_set_clear_func (holdings, clear_holding);

  return holdings;
}

/* Of a date without a day only what is sure counts: so an end and a beginning in one year do not overlap. */
void
_saiga_holdings_take (GArray *holdings,
                      char *key,
                      SaigaRecord *record,
                      SaigaDate *from,
                      SaigaDate *until)
{
  SaigaHolding holding = {
    key,
    record,
    from != NULL ? saiga_date_get_latest_day (from) : G_MININT,
    until != NULL ? saiga_date_get_earliest_day (until) : G_MAXINT,
  };

  if (holding.from < holding.until)
    g_array_append_val (holdings, holding);
  else
    g_free (key);
}

static int
compare_holdings (gconstpointer a,
                  gconstpointer b)
{
  const SaigaHolding *first = a;
  const SaigaHolding *second = b;
  int order = strcmp (first->key, second->key);

  if (order == 0)
    order = (first->from > second->from) - (first->from < second->from);

  return order != 0 ? order : strcmp (_saiga_record_peek_id (first->record), _saiga_record_peek_id (second->record));
}

/* Tells of each that begins while another of its key still holds. */
void
_saiga_holdings_check (GArray *holdings,
                       SaigaValidation *validation,
                       SaigaOverlapFunc overlaps)
{
  const SaigaHolding *longest = NULL;

  g_array_sort (holdings, compare_holdings);
  for (guint i = 0; i < holdings->len; i++)
    {
      const SaigaHolding *holding = &g_array_index (holdings, SaigaHolding, i);

      if (longest != NULL && !g_str_equal (longest->key, holding->key))
        longest = NULL;
      if (longest != NULL && holding->from < longest->until)
        overlaps (validation, holding, longest->record);
      if (longest == NULL || holding->until > longest->until)
        longest = holding;
    }
}
