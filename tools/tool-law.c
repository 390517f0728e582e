/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool-law.h"

/* ---- laws */

struct _ToolLaws
{
  SaigaSnapshot *snapshot;
  GPtrArray *laws;  /* of SaigaLaw */
  GPtrArray *asked; /* ids of instruments with listings, in id order */
};

ToolLaws *
tool_laws_new (SaigaSnapshot *snapshot)
{
  ToolLaws *self = g_new (ToolLaws, 1);
  GListModel *listings = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_LISTING);
  GListModel *instruments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_INSTRUMENT);
  g_autoptr(GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  self->snapshot = g_object_ref (snapshot);
  self->laws = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr(SaigaListing) listing = g_list_model_get_item (listings, i);

      if (saiga_listing_get_instrument_id (listing) != NULL)
        g_hash_table_add (listed, (gpointer) saiga_listing_get_instrument_id (listing));
    }
  for (guint i = 0; i < g_list_model_get_n_items (instruments); i++)
    {
      g_autoptr(SaigaRecord) instrument = g_list_model_get_item (instruments, i);

      if (g_hash_table_contains (listed, saiga_record_get_id (instrument)))
        g_ptr_array_add (self->asked, g_strdup (saiga_record_get_id (instrument)));
    }

  return self;
}

void
tool_laws_free (ToolLaws *self)
{
  g_object_unref (self->snapshot);
  g_ptr_array_unref (self->laws);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

SaigaLaw *
tool_laws_get (ToolLaws *self,
               const char *instrument_id,
               GError **error)
{
  SaigaLaw *law;

  for (guint i = 0; i < self->laws->len; i++)
    if (g_str_equal (saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (self->laws->pdata[i]))), instrument_id))
      return self->laws->pdata[i];

  law = saiga_law_new (self->snapshot, instrument_id, error);
  if (law != NULL)
    g_ptr_array_add (self->laws, law);

  return law;
}

/* Whether an instrument, or the one it was concluded under, uses the taxa of an authority. */
static gboolean
uses (ToolLaws *self,
      const char *instrument_id,
      const char *authority_id)
{
  SaigaRecord *authority = authority_id != NULL ? saiga_snapshot_lookup (self->snapshot, authority_id) : NULL;
  SaigaRecord *at = saiga_snapshot_lookup (self->snapshot, instrument_id);

  for (guint depth = 0; depth < 8 && SAIGA_IS_INSTRUMENT (at) && SAIGA_IS_AUTHORITY (authority); depth++)
    {
      const char *parent_id = saiga_instrument_get_parent_id (SAIGA_INSTRUMENT (at));

      if (g_strv_contains (saiga_authority_get_instrument_ids (SAIGA_AUTHORITY (authority)), saiga_record_get_id (at)))
        return TRUE;
      at = parent_id != NULL ? saiga_snapshot_lookup (self->snapshot, parent_id) : NULL;
    }

  return FALSE;
}

/* The laws that speak of a taxon: those of instruments with listings. The array is not owned
 * by its items. */
GPtrArray *
tool_laws_of_taxon (ToolLaws *self,
                    SaigaTaxon *taxon)
{
  GPtrArray *laws = g_ptr_array_new ();

  for (guint i = 0; i < self->asked->len; i++)
    if (uses (self, self->asked->pdata[i], saiga_taxon_get_authority_id (taxon)))
      {
        SaigaLaw *law = tool_laws_get (self, self->asked->pdata[i], NULL);

        if (law != NULL && saiga_law_has_taxon (law, saiga_record_get_id (SAIGA_RECORD (taxon))))
          g_ptr_array_add (laws, law);
      }

  return laws;
}

const char *
tool_law_name (SaigaLaw *law)
{
  SaigaInstrument *instrument = saiga_law_get_instrument (law);
  const char *abbreviation = saiga_instrument_get_abbreviation (instrument);

  return abbreviation != NULL ? abbreviation : strchr (saiga_record_get_id (SAIGA_RECORD (instrument)), '.') + 1;
}

/* ---- JSON */

void
tool_build_date (JsonBuilder *builder,
                 const char *name,
                 SaigaDate *date)
{
  g_autofree char *text = date != NULL ? saiga_date_to_string (date) : NULL;

  tool_build_string (builder, name, text);
}

void
tool_build_reservation (JsonBuilder *builder,
                        SaigaReservation *reservation)
{
  json_builder_begin_object (builder);
  tool_build_string (builder, "listing", saiga_record_get_id (SAIGA_RECORD (saiga_reservation_get_listing (reservation))));
  tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_reservation_get_taxon (reservation))));
  tool_build_string (builder, "appendix", saiga_reservation_get_appendix (reservation));
  tool_build_string (builder, "party", saiga_reservation_get_party_id (reservation));
  tool_build_string (builder, "territory", saiga_reservation_get_territory_id (reservation));
  json_builder_set_member_name (builder, "amendment_only");
  json_builder_add_boolean_value (builder, saiga_reservation_get_amendment_only (reservation));
  tool_build_date (builder, "from", saiga_reservation_get_start (reservation));
  tool_build_date (builder, "until", saiga_reservation_get_until (reservation));
  json_builder_end_object (builder);
}

void
tool_build_piece (JsonBuilder *builder,
                  SaigaListingPiece *piece)
{
  static const char *const none[] = { NULL };

  json_builder_begin_object (builder);
  tool_build_string (builder, "listing", saiga_record_get_id (SAIGA_RECORD (saiga_listing_piece_get_listing (piece))));
  tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_listing_piece_get_taxon (piece))));
  tool_build_string (builder, "appendix", saiga_listing_piece_get_appendix (piece));
  tool_build_string (builder, "party", saiga_listing_get_party_id (saiga_listing_piece_get_listing (piece)));
  tool_build_strings (builder, "only", saiga_listing_piece_get_excepts (piece) ? none : saiga_listing_piece_get_areas (piece));
  tool_build_strings (builder, "except", saiga_listing_piece_get_excepts (piece) ? saiga_listing_piece_get_areas (piece) : none);
  tool_build_date (builder, "since", saiga_listing_piece_get_since (piece));
  tool_build_date (builder, "until", saiga_listing_piece_get_until (piece));
  json_builder_end_object (builder);
}

/* A Party must not take the law of the data for that of today. */
void
tool_warn_horizon (SaigaLaw *law,
                   SaigaDate *date)
{
  SaigaDate *horizon = saiga_law_get_horizon (law);
  g_autofree char *text = horizon != NULL ? saiga_date_to_string (horizon) : NULL;

  if (horizon != NULL && date != NULL && saiga_date_get_earliest_day (date) > saiga_date_get_latest_day (horizon))
    g_printerr ("saiga: The data have the state of %s: later changes are missing\n", text);
}
