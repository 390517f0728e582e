/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-reading-private.h"

#define MADE "made" /* in the place of the change: an addition of this reading, of whatever Party and day */

static const char *
make_key (SaigaReading *self,
          const char *taxon_id,
          const char *appendix,
          const char *change,
          const char *party_id,
          const char *effective)
{
  const char *const more[] = { change, party_id, effective };

  _saiga_reading_join_key (self, taxon_id, appendix);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_string_append_c (self->key, '\n');
      g_string_append (self->key, more[i] != NULL ? more[i] : "");
    }

  return self->key->str;
}

void
_saiga_reading_set_instrument (SaigaReading *self,
                               const char *instrument_id)
{
  if (g_strcmp0 (self->instrument_id, instrument_id) == 0)
    return;

  self->instrument_id = instrument_id;
  self->listing_keys = self->all_keys != NULL ? g_hash_table_lookup (self->all_keys, instrument_id) : NULL;
}

static SaigaDate *
get_day (gpointer listing)
{
  return saiga_listing_get_effective (listing) != NULL ? saiga_listing_get_effective (listing) : saiga_listing_get_text_from (listing);
}

/* By all that tells listings apart; an addition also without its day: that which has none, else the latest, as
 * additions come in id order, which is the order of their days. */
static void
ensure_keys (SaigaReading *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING));
  SaigaTableIter iter;
  gpointer record;

  if (self->listing_keys != NULL)
    return;

  self->listing_keys = g_hash_table_new (g_str_hash, g_str_equal);
  _saiga_reading_keep_keys (self, self->instrument_id, self->listing_keys);
  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaDate *date = get_day (record);
      g_autofree char *effective = date != NULL ? saiga_date_to_string (date) : NULL;
      const char *change = _saiga_record_peek_nick (record, "change");
      const char *taxon_id = saiga_listing_get_taxon_id (record);
      const char *appendix = saiga_listing_get_appendix (record);
      const char *party_id = saiga_listing_get_party_id (record);
      const char *number = _saiga_find_identifier (record, "splus");
      gpointer id = (gpointer) _saiga_record_peek_id (record);
      const char *undated_id;

      if (taxon_id == NULL || appendix == NULL || g_strcmp0 (saiga_listing_get_instrument_id (record), self->instrument_id) != 0)
        continue;

      make_key (self, taxon_id, appendix, change, party_id, effective);
      g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), id);
      make_key (self, taxon_id, appendix, change, party_id, NULL);
      undated_id = g_hash_table_lookup (self->listing_keys, self->key->str);
      if (undated_id == NULL || date == NULL || get_day (saiga_snapshot_lookup (self->snapshot, undated_id)) != NULL)
        g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), id);

      /* One number of Species+ stands for all the taxa that a listing comes down to. */
      if (number != NULL)
        {
          _saiga_reading_join_key (self, taxon_id, number);
          g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), id);
        }
    }
}

static const char *
id_suffix (const char *change)
{
  return g_str_equal (change, "deletion") ? "-del" : g_str_equal (change, "reservation") ? "-res"
                                                   : g_str_equal (change, "withdrawal")  ? "-wd"
                                                                                         : "";
}

char *
_saiga_reading_make_listing_id (SaigaReading *self,
                                const char *instrument_id,
                                const SaigaListingFacts *facts)
{
  g_autofree char *taxon = g_strdelimit (g_strdup (facts->taxon_id), ".", '-');
  g_autofree char *appendix = _saiga_slug (facts->appendix);
  g_autoptr(GString) slug = g_string_new (taxon);
  const char *instrument = _saiga_id_peek_slug (instrument_id);
  gsize length = strlen (instrument);

  /* An instrument that is not the taxon's own convention is named. */
  if (strncmp (facts->taxon_id, instrument, length) != 0 || facts->taxon_id[length] != '.')
    g_string_append_printf (slug, "-%s", instrument);
  g_string_append_printf (slug, "-%s%s", appendix, facts->change != NULL ? id_suffix (facts->change) : "");
  if (facts->effective != NULL)
    g_string_append_printf (slug, "-%s", facts->effective);
  if (facts->party_id != NULL)
    g_string_append_printf (slug, "-%s", _saiga_id_peek_slug (facts->party_id));

  return _saiga_reading_make_id (self, "listing.", slug->str, NULL);
}

static SaigaRecord *
make_listing (SaigaReading *self,
              const SaigaListingFacts *facts,
              const char *change)
{
  g_autofree char *id = _saiga_reading_make_listing_id (self, self->instrument_id, facts);
  SaigaRecord *draft = _saiga_reading_draft (self, SAIGA_TYPE_LISTING, id);

  _saiga_reading_need (self, self->instrument_id);
  _saiga_draft_set (self, draft, "instrument-id", self->instrument_id);
  _saiga_draft_set (self, draft, "taxon-id", facts->taxon_id);
  _saiga_draft_set (self, draft, "appendix", facts->appendix);
  _saiga_draft_set (self, draft, "change", change);
  _saiga_draft_set (self, draft, "party-id", facts->party_id);
  _saiga_draft_set (self, draft, "effective", facts->effective);
  _saiga_draft_set (self, draft, "listed-as", facts->listed_as);
  make_key (self, facts->taxon_id, facts->appendix, change, facts->party_id, facts->effective);
  g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), (gpointer) _saiga_record_peek_id (draft));
  if (g_str_equal (change, "addition"))
    {
      make_key (self, facts->taxon_id, facts->appendix, MADE, NULL, NULL);
      g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), (gpointer) _saiga_record_peek_id (draft));
    }

  return draft;
}

static const char *
find_listing (SaigaReading *self,
              const SaigaListingFacts *facts,
              const char *change)
{
  const char *id = NULL;

  if (facts->number != NULL)
    id = g_hash_table_lookup (self->listing_keys, _saiga_reading_join_key (self, facts->taxon_id, facts->number));
  if (id != NULL)
    return id;

  id = g_hash_table_lookup (self->listing_keys, make_key (self, facts->taxon_id, facts->appendix, change, facts->party_id, facts->effective));

  /* Two of one day are two listings, if each has a number. */
  return id != NULL && facts->number != NULL && _saiga_find_identifier (_saiga_reading_lookup (self, id), "splus") != NULL ? NULL : id;
}

SaigaRecord *
_saiga_reading_put_listing (SaigaReading *self,
                            const SaigaListingFacts *facts)
{
  const char *change = facts->change != NULL ? facts->change : "addition";
  const char *id;
  SaigaRecord *draft;

  ensure_keys (self);
  id = find_listing (self, facts, change);
  draft = id != NULL ? _saiga_reading_draft (self, SAIGA_TYPE_LISTING, id) : make_listing (self, facts, change);
  if (facts->number != NULL)
    {
      _saiga_draft_set (self, draft, "effective", facts->effective);
      _saiga_draft_add_identifier (self, draft, "splus", facts->number);
      _saiga_reading_join_key (self, facts->taxon_id, facts->number);
      g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), (gpointer) _saiga_record_peek_id (draft));
    }

  return draft;
}

gboolean
_saiga_reading_has_listing (SaigaReading *self,
                            const char *taxon_id,
                            const char *appendix)
{
  ensure_keys (self);

  return g_hash_table_contains (self->listing_keys, make_key (self, taxon_id, appendix, MADE, NULL, NULL));
}

SaigaRecord *
_saiga_reading_put_anew (SaigaReading *self,
                         const char *taxon_id,
                         const char *appendix,
                         const char *change)
{
  static const char *const words[] = { "annotation", "short-annotation", "annotation-ids" };
  g_autofree char *day = self->date != NULL ? saiga_date_to_string (self->date) : NULL;
  SaigaListingFacts facts = { .taxon_id = taxon_id, .appendix = appendix, .change = change };
  const char *id;
  SaigaRecord *old;
  SaigaRecord *draft;

  ensure_keys (self);
  id = g_hash_table_lookup (self->listing_keys, make_key (self, taxon_id, appendix, change, NULL, day));
  if (id != NULL)
    return _saiga_reading_draft (self, SAIGA_TYPE_LISTING, id);

  id = g_hash_table_lookup (self->listing_keys, make_key (self, taxon_id, appendix, change, NULL, NULL));
  old = id != NULL ? _saiga_reading_lookup (self, id) : NULL;
  draft = make_listing (self, &facts, change);
  _saiga_draft_set (self, draft, "text-from", day);
  if (g_str_equal (change, "addition"))
    _saiga_draft_set (self, draft, "current-in-source", "yes");
  for (guint i = 0; old != NULL && i < G_N_ELEMENTS (words); i++)
    _saiga_field_copy (_saiga_record_info_find (_saiga_record_get_info (draft), words[i]), draft, old);
  make_key (self, taxon_id, appendix, change, NULL, day);
  g_hash_table_insert (self->listing_keys, _saiga_reading_keep_key (self), (gpointer) _saiga_record_peek_id (draft));

  return draft;
}

void
_saiga_reading_end_current (SaigaReading *self,
                            const char *taxon_id,
                            const char *appendix)
{
  const char *id;
  SaigaRecord *record;

  ensure_keys (self);
  id = g_hash_table_lookup (self->listing_keys, make_key (self, taxon_id, appendix, "addition", NULL, NULL));
  record = id != NULL ? _saiga_reading_lookup (self, id) : NULL;
  if (record != NULL && g_strcmp0 (_saiga_record_peek_nick (record, "current-in-source"), "yes") == 0)
    _saiga_draft_set (self, _saiga_reading_draft (self, SAIGA_TYPE_LISTING, id), "current-in-source", "no");
}
