/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-entries-private.h"

/* Which entries of each taxon stand on a day: how one listing follows another on the same
 * taxon. What reaches a taxon from above, which country has which Appendix, and what that
 * is certain of is not said here. */

struct _SaigaEntries
{
  GHashTable *by_taxon; /* id → GPtrArray of SaigaEntry */
  GHashTable *codes;    /* code of an appendix → its position + 1 */
  guint32 party_listed; /* a bit an appendix */
  gboolean is_exclusive;
  int in_force;
};

static void
entry_free (gpointer data)
{
  SaigaEntry *entry = data;

  g_clear_pointer (&entry->areas, g_ptr_array_unref);
  g_free (entry);
}

/* ---- days */

/* The first day on which a listing counts; a placeholder of the source is not believed. */
static int
effective_day (SaigaEntries *self,
               SaigaListing *listing)
{
  SaigaDate *effective = saiga_listing_get_effective (listing);
  SaigaDate *text_from = saiga_listing_get_text_from (listing);

  if (effective != NULL)
    return MAX (saiga_date_get_earliest_day (effective), self->in_force);
  if (saiga_listing_get_precision (listing) != SAIGA_LISTING_PRECISION_PLACEHOLDER && text_from != NULL)
    return MAX (saiga_date_get_earliest_day (text_from), self->in_force);

  return self->in_force;
}

/* ---- scopes */

static gboolean
has_area (GPtrArray *areas,
          const char *id)
{
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    if (g_str_equal (areas->pdata[i], id))
      return TRUE;

  return FALSE;
}

static GPtrArray *
copy_areas (const char *const *ids)
{
  GPtrArray *areas = NULL;

  for (; *ids != NULL; ids++)
    {
      if (areas == NULL)
        areas = g_ptr_array_new ();
      if (!has_area (areas, *ids))
        g_ptr_array_add (areas, (gpointer) *ids);
    }

  return areas;
}

static guint
n_areas (const SaigaEntry *entry)
{
  return entry->areas != NULL ? entry->areas->len : 0;
}

/* Takes areas out of what an entry covers; returns whether anything is left. */
static gboolean
narrow (SaigaEntry *entry,
        const char *const *ids)
{
  for (; *ids != NULL; ids++)
    if (entry->is_named)
      {
        for (guint i = 0; i < n_areas (entry); i++)
          if (g_str_equal (entry->areas->pdata[i], *ids))
            {
              g_ptr_array_remove_index_fast (entry->areas, i);
              break;
            }
      }
    else if (!has_area (entry->areas, *ids))
      {
        if (entry->areas == NULL)
          entry->areas = g_ptr_array_new ();
        g_ptr_array_add (entry->areas, (gpointer) *ids);
      }

  return !entry->is_named || n_areas (entry) > 0;
}

/* ---- succession on one taxon */

typedef struct
{
  SaigaListing *listing;
  guint appendix;
  int day;
} Event;

static gboolean
is_deletion (const Event *event)
{
  return saiga_listing_get_change (event->listing) == SAIGA_LISTING_CHANGE_DELETION;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *first = a;
  const Event *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (is_deletion (first) != is_deletion (second))
    return is_deletion (first) ? -1 : 1;

  return strcmp (_saiga_record_peek_id (SAIGA_RECORD (first->listing)), _saiga_record_peek_id (SAIGA_RECORD (second->listing)));
}

static void
delete_entries (SaigaEntries *self,
                GPtrArray *open,
                const Event *event)
{
  const char *const *areas = saiga_listing_get_area_ids (event->listing);
  const char *party = saiga_listing_get_party_id (event->listing);

  for (guint i = open->len; i > 0; i--)
    {
      SaigaEntry *entry = open->pdata[i - 1];
      const char *entry_party = saiga_listing_get_party_id (entry->listing);

      if (entry->appendix != event->appendix)
        continue;
      if ((self->party_listed & (1u << event->appendix)) != 0 && party != NULL && entry_party != NULL && !g_str_equal (party, entry_party))
        continue;
      if (areas[0] == NULL || !narrow (entry, areas))
        g_ptr_array_remove_index (open, i - 1);
    }
}

typedef enum
{
  NAMED, /* only some areas */
  REST,  /* all but some areas, or all that other entries leave */
  ALL,
} Scope;

static Scope
get_scope (SaigaListing *listing)
{
  if (saiga_listing_get_except_area_ids (listing)[0] != NULL || saiga_listing_get_residual (listing))
    return REST;

  return saiga_listing_get_area_ids (listing)[0] != NULL ? NAMED : ALL;
}

/* The additions of one day to the exclusive appendices together: they end, or narrow, what
 * stood before in any appendix, because one population stands in one appendix only. */
static void
supersede (GPtrArray *open,
           const Event *group,
           guint n_group)
{
  gboolean has[3] = { FALSE, FALSE, FALSE };
  gboolean has_both_lists = FALSE;
  guint32 appendices = 0;

  for (guint i = 0; i < n_group; i++)
    {
      has[get_scope (group[i].listing)] = TRUE;
      has_both_lists |= saiga_listing_get_area_ids (group[i].listing)[0] != NULL && get_scope (group[i].listing) == REST;
      appendices |= 1u << group[i].appendix;
    }

  for (guint i = open->len; i > 0; i--)
    {
      SaigaEntry *entry = open->pdata[i - 1];
      gboolean stands = FALSE;

      if (has[ALL] || has_both_lists || (has[REST] && has[NAMED]))
        stands = FALSE;
      else if (has[REST])
        stands = (appendices & (1u << entry->appendix)) == 0 && entry->is_named;
      else
        {
          stands = TRUE;
          for (guint n = 0; n < n_group && stands; n++)
            stands = narrow (entry, saiga_listing_get_area_ids (group[n].listing));
        }
      if (!stands)
        g_ptr_array_remove_index (open, i - 1);
    }
}

static SaigaEntry *
entry_new (const Event *event)
{
  SaigaEntry *entry = g_new0 (SaigaEntry, 1);
  SaigaListing *listing = event->listing;

  entry->listing = listing;
  entry->appendix = event->appendix;
  entry->is_named = get_scope (listing) == NAMED;
  entry->areas = copy_areas (entry->is_named ? saiga_listing_get_area_ids (listing) : saiga_listing_get_except_area_ids (listing));
  entry->is_limited = saiga_listing_get_scope_text (listing) != NULL;
  entry->is_carried = saiga_listing_get_included_in_id (listing) != NULL;

  return entry;
}

/* The remainder of a split listing is what the other appendix does not name. */
static void
except_named (SaigaEntry *entry,
              const Event *group,
              guint n_group)
{
  if (entry->is_named || entry->areas != NULL)
    return;

  for (guint i = 0; i < n_group; i++)
    if (group[i].appendix != entry->appendix && get_scope (group[i].listing) == NAMED)
      narrow (entry, saiga_listing_get_area_ids (group[i].listing));
}

static void
add_party_listed (GPtrArray *open,
                  const Event *event)
{
  const char *party = saiga_listing_get_party_id (event->listing);

  for (guint i = open->len; i > 0; i--)
    {
      SaigaEntry *entry = open->pdata[i - 1];

      if (entry->appendix == event->appendix && party != NULL && g_strcmp0 (party, saiga_listing_get_party_id (entry->listing)) == 0)
        g_ptr_array_remove_index (open, i - 1);
    }
  g_ptr_array_add (open, entry_new (event));
}

static GPtrArray *
run_events (SaigaEntries *self,
            GArray *events)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (entry_free);

  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len;)
    {
      int day = g_array_index (events, Event, i).day;
      g_autoptr(GArray) group = g_array_new (FALSE, FALSE, sizeof (Event));
      guint end = i;

      for (; end < events->len && g_array_index (events, Event, end).day == day; end++)
        {
          const Event *event = &g_array_index (events, Event, end);

          if (is_deletion (event))
            delete_entries (self, open, event);
          else if ((self->party_listed & (1u << event->appendix)) == 0)
            g_array_append_val (group, *event);
        }

      if (self->is_exclusive && group->len > 0)
        supersede (open, (Event *) group->data, group->len);
      for (guint n = 0; n < group->len; n++)
        {
          SaigaEntry *entry = entry_new (&g_array_index (group, Event, n));

          if (self->is_exclusive)
            except_named (entry, (Event *) group->data, group->len);
          g_ptr_array_add (open, entry);
        }
      for (; i < end; i++)
        if (!is_deletion (&g_array_index (events, Event, i)) && (self->party_listed & (1u << g_array_index (events, Event, i).appendix)) != 0)
          add_party_listed (open, &g_array_index (events, Event, i));
    }

  return open;
}

/* ---- all taxa */

static void
read_instrument (SaigaEntries *self,
                 SaigaInstrument *instrument)
{
  GListModel *appendices = saiga_instrument_get_appendices (instrument);
  SaigaDate *in_force = saiga_instrument_get_entry_into_force (instrument);

  self->is_exclusive = saiga_instrument_get_exclusive (instrument);
  self->in_force = in_force != NULL ? saiga_date_get_earliest_day (in_force) : 0;
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (appendices), 32); i++)
    {
      g_autoptr(SaigaAppendix) appendix = g_list_model_get_item (appendices, i);

      g_hash_table_insert (self->codes, g_strdup (saiga_appendix_get_code (appendix)), GUINT_TO_POINTER (i + 1));
      if (saiga_appendix_get_party_listed (appendix))
        self->party_listed |= 1u << i;
    }
}

static GHashTable *
collect_events (SaigaEntries *self,
                SaigaSnapshot *snapshot,
                const char *instrument_id,
                int day)
{
  GHashTable *events = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaListing *listing = SAIGA_LISTING (record);
      SaigaListingChange change = saiga_listing_get_change (listing);
      const char *taxon = saiga_listing_get_taxon_id (listing);
      const char *code = saiga_listing_get_appendix (listing);
      guint appendix;
      GArray *list;
      Event event;

      if ((change != SAIGA_LISTING_CHANGE_ADDITION && change != SAIGA_LISTING_CHANGE_DELETION) || taxon == NULL || code == NULL ||
          g_strcmp0 (saiga_listing_get_instrument_id (listing), instrument_id) != 0)
        continue;
      appendix = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, code));
      event = (Event){ listing, appendix - 1, effective_day (self, listing) };
      if (appendix == 0 || event.day > day)
        continue;
      if (saiga_listing_get_effective_to (listing) != NULL && saiga_date_get_earliest_day (saiga_listing_get_effective_to (listing)) <= day)
        continue;

      list = g_hash_table_lookup (events, taxon);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (Event));
          g_hash_table_insert (events, (gpointer) taxon, list);
        }
      g_array_append_val (list, event);
    }

  return events;
}

static gboolean
is_above (SaigaSnapshot *snapshot,
          const char *higher,
          const char *taxon_id)
{
  SaigaRecord *record = saiga_snapshot_lookup (snapshot, taxon_id);

  for (guint i = 0; i < 32 && SAIGA_IS_TAXON (record); i++)
    {
      const char *parent = saiga_taxon_get_parent_id (SAIGA_TAXON (record));

      if (g_strcmp0 (parent, higher) == 0)
        return TRUE;
      record = parent != NULL ? saiga_snapshot_lookup (snapshot, parent) : NULL;
    }

  return FALSE;
}

/* An inclusion is carried by the listing of the higher taxon, and ends with it; one in a
 * taxon that is none of its ancestors, or was never listed there, stands for itself. */
static void
settle_inclusions (SaigaEntries *self,
                   SaigaSnapshot *snapshot,
                   GHashTable *events)
{
  GHashTableIter iter;
  gpointer taxon;
  gpointer value;

  g_hash_table_iter_init (&iter, self->by_taxon);
  while (g_hash_table_iter_next (&iter, &taxon, &value))
    {
      GPtrArray *open = value;

      for (guint i = open->len; i > 0; i--)
        {
          SaigaEntry *entry = open->pdata[i - 1];
          const char *higher = entry->is_carried ? saiga_listing_get_included_in_id (entry->listing) : NULL;
          GArray *higher_events = higher != NULL ? g_hash_table_lookup (events, higher) : NULL;
          gboolean was_listed = FALSE;

          for (guint n = 0; higher_events != NULL && n < higher_events->len; n++)
            was_listed |= g_array_index (higher_events, Event, n).appendix == entry->appendix &&
                          !is_deletion (&g_array_index (higher_events, Event, n));
          if (entry->is_carried && (!was_listed || !is_above (snapshot, higher, taxon)))
            entry->is_carried = FALSE;
        }
    }
}

SaigaEntries *
_saiga_entries_new (SaigaSnapshot *snapshot,
                    SaigaInstrument *instrument,
                    int day)
{
  SaigaEntries *self = g_new0 (SaigaEntries, 1);
  g_autoptr(GHashTable) events = NULL;
  GHashTableIter iter;
  gpointer taxon;
  gpointer list;

  read_instrument (self, instrument);
  self->by_taxon = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  events = collect_events (self, snapshot, _saiga_record_peek_id (SAIGA_RECORD (instrument)), day);
  if (day < self->in_force)
    return self;

  g_hash_table_iter_init (&iter, events);
  while (g_hash_table_iter_next (&iter, &taxon, &list))
    g_hash_table_insert (self->by_taxon, taxon, run_events (self, list));
  settle_inclusions (self, snapshot, events);

  return self;
}

void
_saiga_entries_free (SaigaEntries *self)
{
  g_hash_table_unref (self->by_taxon);
  g_hash_table_unref (self->codes);
  g_free (self);
}

/* NULL or empty if the taxon has none. They live as long as the snapshot and @self. */
GPtrArray *
_saiga_entries_lookup (SaigaEntries *self,
                       const char *taxon_id)
{
  return g_hash_table_lookup (self->by_taxon, taxon_id);
}

static gboolean
is_named_by_another (GPtrArray *entries,
                     const char *area)
{
  for (guint i = 0; i < entries->len; i++)
    {
      SaigaEntry *entry = entries->pdata[i];

      if (entry->is_named && !entry->is_limited && has_area (entry->areas, area))
        return TRUE;
    }

  return FALSE;
}

/* Whether entries together cover all of a taxon: one without limits, or one whose excepted
 * areas all stand in the others. */
gboolean
_saiga_entries_are_whole (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      SaigaEntry *entry = entries->pdata[i];
      gboolean whole = !entry->is_named && !entry->is_limited && !entry->is_carried;

      for (guint n = 0; n < n_areas (entry) && whole; n++)
        whole = is_named_by_another (entries, entry->areas->pdata[n]);
      if (whole)
        return TRUE;
    }

  return FALSE;
}

gboolean
_saiga_entry_excepts (const SaigaEntry *self,
                      const char *taxon_id)
{
  return g_strv_contains (saiga_listing_get_except_taxon_ids (self->listing), taxon_id);
}
