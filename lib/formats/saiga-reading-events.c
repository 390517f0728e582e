/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Which record of the data set an event of the history of listings is: rows that say the same are one, others are
 * found or are new. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-reading-private.h"

static void
free_event (gpointer data)
{
  SaigaEvent *event = data;

  g_clear_object (&event->record);
  g_free (event->taxon_id);
  g_free (event->party_id);
  g_free (event->day);
  g_free (event);
}

GPtrArray *
_saiga_events_new (void)
{
  return g_ptr_array_new_with_free_func (free_event);
}

static char *
make_same_key (SaigaRecord *record,
               const char *const *aside)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);
  g_autoptr(GString) buffer = g_string_new (NULL);
  GString *key = g_string_sized_new (128);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *text = g_strv_contains (aside, info->fields[i].name) ? NULL : _saiga_field_print (&info->fields[i], record, buffer);

      if (text != NULL)
        g_string_append_printf (key, "%u=%s\n", i, text);
    }

  return g_string_free (key, FALSE);
}

/* What a row adds to the listing that an earlier one made. */
static void
merge_row (SaigaReading *self,
           SaigaRecord *known,
           SaigaRecord *row,
           const char *const *aside)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (known);

  for (guint i = 0; aside[i] != NULL; i++)
    {
      const SaigaField *field = _saiga_record_info_find (info, aside[i]);

      if (_saiga_field_is_default (field, known))
        _saiga_field_copy (field, known, row);
    }
  if (saiga_listing_get_current_in_source (SAIGA_LISTING (row)) == SAIGA_TERNARY_YES)
    _saiga_draft_set (self, known, "current-in-source", "yes");
}

/* The listings of the data set by their taxon, Appendix, event, Party and day: those that tell the same more
 * closely are found first, then the rest in the order of their ids. */
static GHashTable *
index_known (SaigaReading *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING));
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaDate *date = saiga_listing_get_effective (record);
      g_autofree char *day = date != NULL ? saiga_date_to_string (date) : NULL;
      char *key = g_strjoin ("\n", saiga_listing_get_instrument_id (record), saiga_listing_get_taxon_id (record), saiga_listing_get_appendix (record),
                             _saiga_record_peek_nick (record, "change"), saiga_listing_get_party_id (record) != NULL ? saiga_listing_get_party_id (record) : "",
                             day != NULL ? day : "", NULL);
      GPtrArray *known = g_hash_table_lookup (index, key);

      if (known == NULL)
        {
          known = g_ptr_array_new ();
          g_hash_table_insert (index, key, known);
        }
      else
        g_free (key);
      g_ptr_array_add (known, record);
    }

  return index;
}

static GPtrArray *
find_known (GHashTable *index,
            const SaigaEvent *event)
{
  g_autofree char *key = g_strjoin ("\n", saiga_listing_get_instrument_id (SAIGA_LISTING (event->record)), event->taxon_id, event->appendix,
                                    event->change, event->party_id != NULL ? event->party_id : "", event->day != NULL ? event->day : "", NULL);

  return g_hash_table_lookup (index, key);
}

/* Whether a record has in all fields what a row has, as far as the row says something. */
static gboolean
agrees (SaigaRecord *known,
        SaigaRecord *row,
        const char *const *aside)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (known);

  for (guint i = 0; i < info->n_fields; i++)
    if (!g_strv_contains (aside, info->fields[i].name) && !_saiga_field_is_default (&info->fields[i], row) && !_saiga_field_equal (&info->fields[i], known, row))
      return FALSE;

  return TRUE;
}

static void
put_into (SaigaReading *self,
          SaigaEvent *event,
          SaigaRecord *known)
{
  SaigaRecord *draft = _saiga_reading_draft (self, SAIGA_TYPE_LISTING, _saiga_record_peek_id (known));
  const SaigaRecordInfo *info = _saiga_record_get_info (draft);

  for (guint i = 0; i < info->n_fields; i++)
    if (!_saiga_field_is_default (&info->fields[i], event->record))
      _saiga_field_copy (&info->fields[i], draft, event->record);
  g_clear_object (&event->record);
}

static void
put_new (SaigaReading *self,
         SaigaEvent *event)
{
  SaigaListingFacts facts = { .taxon_id = event->taxon_id, .appendix = event->appendix, .party_id = event->party_id, .change = event->change, .effective = event->day };
  g_autofree char *id = _saiga_reading_make_listing_id (self, saiga_listing_get_instrument_id (SAIGA_LISTING (event->record)), &facts);

  if (_saiga_record_set_id (event->record, id, strlen (id), NULL))
    _saiga_reading_take_draft (self, g_steal_pointer (&event->record));
}

void
_saiga_reading_put_events (SaigaReading *self,
                           GPtrArray *events,
                           const char *const *aside)
{
  g_autoptr(GHashTable) index = index_known (self);
  g_autoptr(GHashTable) same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      SaigaEvent *event = events->pdata[i];
      SaigaRecord *first;
      char *key;

      self->row = event->row;
      _saiga_draft_set (self, event->record, "effective", event->day);
      key = make_same_key (event->record, aside);
      first = g_hash_table_lookup (same, key);
      if (first != NULL)
        {
          merge_row (self, first, event->record, aside);
          g_clear_object (&event->record);
          g_free (key);
        }
      else
        g_hash_table_insert (same, key, event->record);
      self->n_rows[first != NULL ? SAIGA_ROW_MERGED : SAIGA_ROW_MADE]++;
    }

  for (guint is_loose = 0; is_loose < 2; is_loose++)
    for (guint i = 0; i < events->len; i++)
      {
        SaigaEvent *event = events->pdata[i];
        GPtrArray *known = event->record != NULL ? find_known (index, event) : NULL;

        for (guint n = 0; known != NULL && n < known->len; n++)
          if (is_loose || agrees (known->pdata[n], event->record, aside))
            {
              put_into (self, event, known->pdata[n]);
              g_ptr_array_remove_index (known, n);
              break;
            }
      }

  for (guint i = 0; i < events->len; i++)
    {
      SaigaEvent *event = events->pdata[i];

      if (event->record != NULL)
        put_new (self, event);
    }
  g_ptr_array_set_size (events, 0);
}
