/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-calendar-entry.h>
#include <saiga/saiga-error.h>

#include "saiga-catalogue-private.h"

/**
 * SaigaCalendarEntry:
 *
 * A meeting, an activity or an exchange, with the time that is planned or known for it.
 *
 * Since: 0.1
 */
struct _SaigaCalendarEntry
{
  GObject parent_instance;

  SaigaRecord *record;
  SaigaTimeframe *timeframe; /* where there are no dates */
  SaigaDate *start;
  SaigaDate *end;
  gboolean is_due; /* the date is the last day, not the day */
  char *key;       /* sorts activities of one time: "B2" before "B10" */
};

G_DEFINE_FINAL_TYPE (SaigaCalendarEntry, saiga_calendar_entry, G_TYPE_OBJECT)

static void
saiga_calendar_entry_finalize (GObject *object)
{
  SaigaCalendarEntry *self = SAIGA_CALENDAR_ENTRY (object);

  g_clear_object (&self->record);
  g_free (self->key);
  g_clear_pointer (&self->timeframe, saiga_timeframe_unref);
  g_clear_pointer (&self->start, saiga_date_unref);
  g_clear_pointer (&self->end, saiga_date_unref);

  G_OBJECT_CLASS (saiga_calendar_entry_parent_class)->finalize (object);
}

static void
saiga_calendar_entry_class_init (SaigaCalendarEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_calendar_entry_finalize;
}

static void
saiga_calendar_entry_init (SaigaCalendarEntry *self)
{
}

/* ---- making them */

static SaigaCalendarEntry *
new_entry (gpointer record,
           SaigaDate *start,
           SaigaDate *end,
           SaigaTimeframe *timeframe)
{
  SaigaCalendarEntry *self = g_object_new (SAIGA_TYPE_CALENDAR_ENTRY, NULL);

  self->record = g_object_ref (record);
  self->start = start != NULL ? saiga_date_ref (start) : NULL;
  self->end = end != NULL ? saiga_date_ref (end) : NULL;
  self->timeframe = start == NULL && timeframe != NULL ? saiga_timeframe_ref (timeframe) : NULL;
  if (SAIGA_IS_ACTIVITY (record) && saiga_activity_get_code (record) != NULL)
    self->key = g_utf8_collate_key_for_filename (saiga_activity_get_code (record), -1);

  return self;
}

/* What has any day stands where it can begin, or, where only its end is known, at its end;
 * what has none comes last. */
static int
sort_day (SaigaCalendarEntry *self)
{
  const int earliest = saiga_calendar_entry_get_earliest_day (self);
  const int latest = saiga_calendar_entry_get_latest_day (self);

  return earliest != 0 ? earliest : latest != 0 ? latest
                                                : G_MAXINT;
}

static int
kind_order (SaigaCalendarEntry *self)
{
  return SAIGA_IS_MEETING (self->record) ? 0 : SAIGA_IS_EXCHANGE (self->record) ? 1
                                                                                : 2;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  SaigaCalendarEntry *first = *(SaigaCalendarEntry *const *) a;
  SaigaCalendarEntry *second = *(SaigaCalendarEntry *const *) b;
  const int first_day = sort_day (first);
  const int second_day = sort_day (second);
  const int first_latest = saiga_calendar_entry_get_latest_day (first);
  const int second_latest = saiga_calendar_entry_get_latest_day (second);
  int order;

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;
  if (first_latest != second_latest)
    return first_latest != 0 && (second_latest == 0 || first_latest < second_latest) ? -1 : 1;
  if (kind_order (first) != kind_order (second))
    return kind_order (first) - kind_order (second);
  order = g_strcmp0 (first->key, second->key);

  return order != 0 ? order : g_strcmp0 (saiga_record_get_id (first->record), saiga_record_get_id (second->record));
}

static void
add_ids (GHashTable *wanted,
         const char *const *ids)
{
  for (; *ids != NULL; ids++)
    g_hash_table_add (wanted, (gpointer) *ids);
}

static gboolean
has_any (GHashTable *wanted,
         const char *const *ids)
{
  for (; *ids != NULL; ids++)
    if (g_hash_table_contains (wanted, *ids))
      return TRUE;

  return FALSE;
}

/* Finds what belongs to the programme: itself, its activities and species, and what these,
 * their reports and the approvals name. */
static GHashTable *
find_wanted (SaigaSnapshot *snapshot,
             const char *programme_id)
{
  GHashTable *wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *activities = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_ACTIVITY);
  GListModel *focuses = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_FOCUS);
  GListModel *entries = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_PROGRESS);
  GListModel *approvals = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_APPROVAL);

  g_hash_table_add (wanted, (gpointer) programme_id);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr(SaigaActivity) activity = g_list_model_get_item (activities, i);

      if (g_strcmp0 (saiga_activity_get_programme_id (activity), programme_id) != 0)
        continue;
      g_hash_table_add (wanted, (gpointer) saiga_record_get_id (SAIGA_RECORD (activity)));
      add_ids (wanted, saiga_activity_get_follow_up_ids (activity));
      add_ids (wanted, saiga_activity_get_concern_ids (activity));
      add_ids (wanted, saiga_activity_get_output_ids (activity));
    }
  for (guint i = 0; i < g_list_model_get_n_items (focuses); i++)
    {
      g_autoptr(SaigaFocus) focus = g_list_model_get_item (focuses, i);

      if (g_strcmp0 (saiga_focus_get_programme_id (focus), programme_id) == 0)
        g_hash_table_add (wanted, (gpointer) saiga_record_get_id (SAIGA_RECORD (focus)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (entries, i);

      if (has_any (wanted, saiga_progress_get_activity_ids (entry)))
        {
          add_ids (wanted, saiga_progress_get_meeting_ids (entry));
          add_ids (wanted, saiga_progress_get_output_ids (entry));
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (approvals); i++)
    {
      g_autoptr(SaigaApproval) approval = g_list_model_get_item (approvals, i);

      if (g_strcmp0 (saiga_approval_get_subject_id (approval), programme_id) == 0 && saiga_approval_get_meeting_id (approval) != NULL)
        g_hash_table_add (wanted, (gpointer) saiga_approval_get_meeting_id (approval));
    }

  return wanted;
}

static gboolean
is_wanted (GHashTable *wanted,
           gpointer record)
{
  if (wanted == NULL || g_hash_table_contains (wanted, saiga_record_get_id (record)))
    return TRUE;
  if (SAIGA_IS_MEETING (record))
    return has_any (wanted, saiga_meeting_get_focus_ids (record)) ||
           (saiga_meeting_get_series_id (record) != NULL && g_hash_table_contains (wanted, saiga_meeting_get_series_id (record)));
  if (SAIGA_IS_EXCHANGE (record))
    return has_any (wanted, saiga_exchange_get_activity_ids (record)) || has_any (wanted, saiga_exchange_get_subject_ids (record));

  return FALSE;
}

static SaigaCalendarEntry *
entry_of (gpointer record)
{
  SaigaCalendarEntry *entry;

  if (SAIGA_IS_MEETING (record))
    return new_entry (record, saiga_meeting_get_start (record), saiga_meeting_get_end (record), saiga_meeting_get_timeframe (record));
  if (SAIGA_IS_ACTIVITY (record))
    return saiga_activity_get_timeframe (record) != NULL ? new_entry (record, NULL, NULL, saiga_activity_get_timeframe (record)) : NULL;
  if (saiga_exchange_get_reply_due (record) == NULL)
    return new_entry (record, saiga_exchange_get_date (record), NULL, saiga_exchange_get_timeframe (record));

  entry = new_entry (record, saiga_exchange_get_reply_due (record), NULL, NULL);
  entry->is_due = TRUE;

  return entry;
}

/**
 * saiga_calendar_entry_list:
 * @snapshot: a snapshot
 * @programme_id: (nullable): the id of a programme, or `NULL` for all that the snapshot has
 * @error: where an error is returned
 *
 * Lists meetings, exchanges and activities in order of time.
 *
 * Of a programme come its activities with a time frame of their own, the meetings that
 * they, its target species, the reports on them and its approvals name, and what is to be
 * exchanged for it. What has no day at all comes last.
 *
 * Returns: (transfer full): a list of [class@CalendarEntry], or `NULL` with
 *   [error@Saiga.Error.NOT_FOUND] if there is no such programme
 *
 * Since: 0.1
 */
GListModel *
saiga_calendar_entry_list (SaigaSnapshot *snapshot,
                           const char *programme_id,
                           GError **error)
{
  const GType types[] = { SAIGA_TYPE_MEETING, SAIGA_TYPE_EXCHANGE, SAIGA_TYPE_ACTIVITY };
  g_autoptr(GHashTable) wanted = NULL;
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (programme_id != NULL)
    {
      if (!SAIGA_IS_PROGRAMME (saiga_snapshot_lookup (snapshot, programme_id)))
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no programme “%s”", programme_id);
          return NULL;
        }
      wanted = find_wanted (snapshot, programme_id);
    }

  for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
    {
      GListModel *records = saiga_snapshot_get_records (snapshot, types[t]);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);
          SaigaCalendarEntry *entry = NULL;

          /* An activity belongs to its own programme only, even if another one names it. */
          if (SAIGA_IS_ACTIVITY (record) && programme_id != NULL &&
              g_strcmp0 (saiga_activity_get_programme_id (SAIGA_ACTIVITY (record)), programme_id) != 0)
            continue;
          if (is_wanted (wanted, record))
            entry = entry_of (record);
          if (entry != NULL)
            g_ptr_array_add (entries, entry);
        }
    }
  g_ptr_array_sort (entries, compare_entries);

  list = g_list_store_new (SAIGA_TYPE_CALENDAR_ENTRY);
  g_list_store_splice (list, 0, 0, entries->pdata, entries->len);

  return G_LIST_MODEL (list);
}

/* ---- what they say */

/**
 * saiga_calendar_entry_get_record:
 * @self: an entry
 *
 * Gets what takes place or is to be done.
 *
 * Returns: (transfer none) (nullable): a [class@Meeting], [class@Exchange] or [class@Activity]
 *
 * Since: 0.1
 */
SaigaRecord *
saiga_calendar_entry_get_record (SaigaCalendarEntry *self)
{
  g_return_val_if_fail (SAIGA_IS_CALENDAR_ENTRY (self), NULL);

  return self->record;
}

/**
 * saiga_calendar_entry_get_earliest_day:
 * @self: an entry
 *
 * Gets the first day on which it can begin.
 *
 * Returns: the number of the day, as [method@Date.get_earliest_day] counts, or 0 if it is open
 *
 * Since: 0.1
 */
int
saiga_calendar_entry_get_earliest_day (SaigaCalendarEntry *self)
{
  g_return_val_if_fail (SAIGA_IS_CALENDAR_ENTRY (self), 0);

  if (self->start != NULL)
    return self->is_due ? 0 : saiga_date_get_earliest_day (self->start);

  return self->timeframe != NULL ? saiga_timeframe_get_earliest_day (self->timeframe) : 0;
}

/**
 * saiga_calendar_entry_get_latest_day:
 * @self: an entry
 *
 * Gets the last day on which it can end.
 *
 * Returns: the number of the day, as [method@Date.get_earliest_day] counts, or 0 if it is open
 *
 * Since: 0.1
 */
int
saiga_calendar_entry_get_latest_day (SaigaCalendarEntry *self)
{
  g_return_val_if_fail (SAIGA_IS_CALENDAR_ENTRY (self), 0);

  if (self->start != NULL)
    return saiga_date_get_latest_day (self->end != NULL ? self->end : self->start);

  return self->timeframe != NULL ? saiga_timeframe_get_latest_day (self->timeframe) : 0;
}

/**
 * saiga_calendar_entry_dup_when:
 * @self: an entry
 * @language: `en`, `fr` or `es`
 *
 * Says when it takes place or is to be done, for people to read.
 *
 * Returns: (transfer full): the words, empty where nothing is known
 *
 * Since: 0.1
 */
char *
saiga_calendar_entry_dup_when (SaigaCalendarEntry *self,
                               const char *language)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (SAIGA_IS_CALENDAR_ENTRY (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (self->timeframe != NULL)
    return saiga_timeframe_dup_text (self->timeframe, language);
  if (self->start == NULL)
    return g_strdup ("");

  start = saiga_date_dup_text (self->start, language);
  if (self->is_due)
    return _saiga_translate_fill (language, N_ ("by %1"), start, NULL);
  if (self->end == NULL || saiga_date_equal (self->start, self->end))
    return g_steal_pointer (&start);

  /* Days of one month share it: "5–6 October 2010". */
  if (saiga_date_get_day (self->start) != 0 && saiga_date_get_day (self->end) != 0 &&
      saiga_date_get_year (self->start) == saiga_date_get_year (self->end) &&
      saiga_date_get_month (self->start) == saiga_date_get_month (self->end))
    {
      end = saiga_date_dup_text (self->end, language);

      return g_strdup_printf ("%d–%s", saiga_date_get_day (self->start), end);
    }
  end = saiga_date_dup_text (self->end, language);

  return _saiga_translate_fill (language, N_ ("%1 to %2"), start, end, NULL);
}
