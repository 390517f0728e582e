/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Which record of the data set an event of UNEP-WCMC's tables is: rows that say the same are one, others are found
 * or are new. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-wcmc-listings-private.h"

static void
free_listing (gpointer data)
{
  SaigaWcmcListing *listing = data;

  g_clear_object (&listing->record);
  g_free (listing->taxon_id);
  g_free (listing->party_id);
  g_free (listing->day);
  g_free (listing);
}

GPtrArray *
_saiga_wcmc_listings_new (void)
{
  return g_ptr_array_new_with_free_func (free_listing);
}

/* A delayed addition takes what the same taxon has on its day with it. */
static void
delay (SaigaWcmcTables *self)
{
  for (guint i = 0; i < self->listings->len; i++)
    {
      SaigaWcmcListing *listing = self->listings->pdata[i];
      g_autofree char *day = NULL;

      if (listing->note->delayed == NULL || listing->day == NULL)
        continue;
      day = g_strdup (listing->day);
      for (guint n = 0; n < self->listings->len; n++)
        {
          SaigaWcmcListing *other = self->listings->pdata[n];
          gboolean goes_along = other == listing || g_str_equal (other->change, "deletion") ||
                                (g_str_equal (other->change, "reservation") && g_str_equal (other->appendix, listing->appendix));

          if (!goes_along || !g_str_equal (other->taxon_id, listing->taxon_id) || g_strcmp0 (other->day, day) != 0)
            continue;
          g_free (other->day);
          other->day = g_strdup (listing->note->delayed);
          _saiga_draft_set (self->reading, other->record, "text-from", day);
        }
    }
}

/* Fields in which two rows, or a row and a record, may differ and be the same event all the same. */
static gboolean
is_aside (const char *field)
{
  static const char *const aside[] = { "former-name", "current-in-source", "short-annotation", "annotation", "note", NULL };

  return g_strv_contains (aside, field);
}

static char *
make_same_key (SaigaRecord *record)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);
  g_autoptr(GString) buffer = g_string_new (NULL);
  GString *key = g_string_sized_new (128);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *text = is_aside (info->fields[i].name) ? NULL : _saiga_field_print (&info->fields[i], record, buffer);

      if (text != NULL)
        g_string_append_printf (key, "%u=%s\n", i, text);
    }

  return g_string_free (key, FALSE);
}

/* What a row adds to the listing that an earlier one made. */
static void
merge_row (SaigaWcmcTables *self,
           SaigaRecord *known,
           SaigaRecord *row)
{
  static const char *const fields[] = { "former-name", "short-annotation", "annotation", "note" };
  const SaigaRecordInfo *info = _saiga_record_get_info (known);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const SaigaField *field = _saiga_record_info_find (info, fields[i]);

      if (_saiga_field_is_default (field, known))
        _saiga_field_copy (field, known, row);
    }
  if (saiga_listing_get_current_in_source (SAIGA_LISTING (row)) == SAIGA_TERNARY_YES)
    _saiga_draft_set (self->reading, known, "current-in-source", "yes");
}

/* The listings of the data set by their taxon, Appendix, event, Party and day: those that tell the same more
 * closely are found first, then the rest in the order of their ids. */
static GHashTable *
index_known (SaigaWcmcTables *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->reading->snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING));
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
            const SaigaWcmcListing *listing)
{
  g_autofree char *key = g_strjoin ("\n", saiga_listing_get_instrument_id (SAIGA_LISTING (listing->record)), listing->taxon_id, listing->appendix,
                                    listing->change, listing->party_id != NULL ? listing->party_id : "", listing->day != NULL ? listing->day : "", NULL);

  return g_hash_table_lookup (index, key);
}

/* Whether a record has in all fields what a row has, as far as the row says something. */
static gboolean
agrees (SaigaRecord *known,
        SaigaRecord *row)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (known);

  for (guint i = 0; i < info->n_fields; i++)
    if (!is_aside (info->fields[i].name) && !_saiga_field_is_default (&info->fields[i], row) && !_saiga_field_equal (&info->fields[i], known, row))
      return FALSE;

  return TRUE;
}

static void
put_into (SaigaWcmcTables *self,
          SaigaWcmcListing *listing,
          SaigaRecord *known)
{
  SaigaRecord *draft = _saiga_reading_draft (self->reading, SAIGA_TYPE_LISTING, _saiga_record_peek_id (known));
  const SaigaRecordInfo *info = _saiga_record_get_info (draft);

  for (guint i = 0; i < info->n_fields; i++)
    if (!_saiga_field_is_default (&info->fields[i], listing->record))
      _saiga_field_copy (&info->fields[i], draft, listing->record);
  g_clear_object (&listing->record);
}

static void
put_new (SaigaWcmcTables *self,
         SaigaWcmcListing *listing)
{
  SaigaListingFacts facts = { .taxon_id = listing->taxon_id, .appendix = listing->appendix, .party_id = listing->party_id, .change = listing->change, .effective = listing->day };
  g_autofree char *id = _saiga_reading_make_listing_id (self->reading, saiga_listing_get_instrument_id (SAIGA_LISTING (listing->record)), &facts);

  if (_saiga_record_set_id (listing->record, id, strlen (id), NULL))
    _saiga_reading_take_draft (self->reading, g_steal_pointer (&listing->record));
}

/* Rows that say the same become one; the others are found in the data set, or are new. */
void
_saiga_wcmc_finish_listings (SaigaWcmcTables *self)
{
  SaigaReading *reading = self->reading;
  g_autoptr(GHashTable) index = index_known (self);
  g_autoptr(GHashTable) same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  delay (self);
  for (guint i = 0; i < self->listings->len; i++)
    {
      SaigaWcmcListing *listing = self->listings->pdata[i];
      SaigaRecord *first;
      char *key;

      reading->row = listing->row;
      _saiga_draft_set (reading, listing->record, "effective", listing->day);
      key = make_same_key (listing->record);
      first = g_hash_table_lookup (same, key);
      if (first != NULL)
        {
          merge_row (self, first, listing->record);
          g_clear_object (&listing->record);
          g_free (key);
        }
      else
        g_hash_table_insert (same, key, listing->record);
      reading->n_rows[first != NULL ? SAIGA_ROW_MERGED : SAIGA_ROW_MADE]++;
    }

  for (guint is_loose = 0; is_loose < 2; is_loose++)
    for (guint i = 0; i < self->listings->len; i++)
      {
        SaigaWcmcListing *listing = self->listings->pdata[i];
        GPtrArray *known = listing->record != NULL ? find_known (index, listing) : NULL;

        for (guint n = 0; known != NULL && n < known->len; n++)
          if (is_loose || agrees (known->pdata[n], listing->record))
            {
              put_into (self, listing, known->pdata[n]);
              g_ptr_array_remove_index (known, n);
              break;
            }
      }

  for (guint i = 0; i < self->listings->len; i++)
    {
      SaigaWcmcListing *listing = self->listings->pdata[i];

      if (listing->record != NULL)
        put_new (self, listing);
    }
  g_ptr_array_set_size (self->listings, 0);
}
