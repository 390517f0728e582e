/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The export of CITES listings of Species+, as that site writes it: one row for each accepted species, subspecies
 * and variety that is listed. */

#include <string.h>

#include <saiga/saiga-listing-piece.h>
#include <saiga/saiga-status-table.h>

#include "saiga-check-private.h"
#include "saiga-species-plus-private.h"
#include "saiga-wcmc-writer-private.h"

/* A kind of export. */
typedef struct
{
  const char *member;
  const char *instrument_id;
  const char *authority_id;
  const char *agreement; /* CMS, with the columns that its export has; NULL: those of CITES */
} Shape;

static const char *const cites_headings[] = {
  "Id", "Kingdom", "Phylum", "Class", "Order", "Family", "Genus", "Species", "Subspecies", "Scientific Name", "Author", "Rank",
  "Listing", "Party", "Listed under", "Full note", "# Full note", NULL
};

static const char *const cms_headings[] = {
  "Id", "Phylum", "Class", "Order", "Family", "Genus", "ScientificName", "Author", "Rank", "Agreement", "Listing", "Listed under", "Date", "Note", NULL
};

static const char *const place_headings[] = {
  "All_DistributionFullNames", "All_DistributionISOCodes", "NativeDistributionFullNames", "Introduced_Distribution",
  "Introduced(?)_Distribution", "Reintroduced_Distribution", "Extinct_Distribution", "Extinct(?)_Distribution", "Distribution_Uncertain", NULL
};

static const SaigaWcmcPlaces places = { ",", FALSE };

/* A note once, also if the listings of several Parties have it. */
static void
add_line (GString *notes,
          const char *line)
{
  if (strstr (notes->str, line) == NULL)
    g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", line);
}

static void
add_note (GString *notes,
          SaigaListingPiece *piece,
          SaigaTaxon *taxon)
{
  SaigaText *text = saiga_listing_get_annotation (saiga_listing_piece_get_listing (piece));
  const char *words = text != NULL ? saiga_text_get_words (text, "en") : NULL;
  SaigaTaxon *under = saiga_listing_piece_get_taxon (piece);
  gboolean is_higher = saiga_taxon_get_rank (under) < SAIGA_TAXON_RANK_SPECIES;
  g_autoptr(GString) line = g_string_new (NULL);

  if (words == NULL)
    return;

  g_string_append_printf (line, "**%s** ", saiga_listing_piece_get_appendix (piece));
  if (under != taxon)
    {
      g_autofree char *rank = g_ascii_strup (_saiga_record_peek_nick (SAIGA_RECORD (under), "rank"), -1);

      g_string_append_printf (line, "[%s listing %s%s] ", rank, saiga_taxon_get_name (under), is_higher ? " spp." : "");
    }
  g_string_append (line, words);
  add_line (notes, line->str);
}

/* Numbered annotations, with their words. */
static void
add_hash_notes (GString *notes,
                SaigaSnapshot *snapshot,
                SaigaListingPiece *piece)
{
  const char *const *ids = saiga_listing_get_annotation_ids (saiga_listing_piece_get_listing (piece));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SaigaRecord *record = saiga_snapshot_lookup (snapshot, ids[i]);
      SaigaText *text = record != NULL && SAIGA_IS_ANNOTATION (record) ? saiga_annotation_get_text (SAIGA_ANNOTATION (record)) : NULL;
      const char *words = text != NULL ? saiga_text_get_words (text, "en") : NULL;
      g_autofree char *line = NULL;

      if (words == NULL)
        continue;

      line = g_strdup_printf ("**%s** %s %s", saiga_listing_piece_get_appendix (piece), saiga_annotation_get_symbol (SAIGA_ANNOTATION (record)), words);
      add_line (notes, line);
    }
}

/* `**II** 01/11/1983`, of each Appendix. As that site does, the first of January stands for a year, and that of 1979 for
 * a day that its reader said is not known. */
static void
add_day (GString *days,
         SaigaListingPiece *piece)
{
  SaigaListing *listing = saiga_listing_piece_get_listing (piece);
  SaigaDate *date = saiga_listing_get_effective (listing);
  g_autofree char *text = date != NULL ? saiga_date_to_string (date) : NULL;
  g_auto(GStrv) numbers = g_strsplit (text != NULL ? text : "1979", "-", 3);
  gboolean is_whole = g_strv_length (numbers) == 3;
  g_autofree char *line = NULL;

  if (text == NULL && saiga_listing_get_precision (listing) != SAIGA_LISTING_PRECISION_PLACEHOLDER)
    return;
  line = g_strdup_printf ("**%s** %s/%s/%s", saiga_listing_piece_get_appendix (piece), is_whole ? numbers[2] : "01", is_whole ? numbers[1] : "01", numbers[0]);
  add_line (days, line);
}

static void
write_law (SaigaWriting *writing,
           const Shape *shape,
           SaigaStatus *status,
           char **appendices,
           SaigaTaxon *taxon)
{
  g_autofree char *listing = g_strjoinv ("/", appendices);
  GListModel *pieces = saiga_status_get_listings (status);
  g_autoptr(GString) parties = g_string_new (NULL);
  g_autoptr(GString) under = g_string_new (NULL);
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autoptr(GString) hash_notes = g_string_new (NULL);
  g_autoptr(GString) days = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);
      SaigaTaxon *listed = saiga_listing_piece_get_taxon (piece);
      const char *party_id = saiga_listing_get_party_id (saiga_listing_piece_get_listing (piece));
      SaigaRecord *party = party_id != NULL ? saiga_snapshot_lookup (writing->snapshot, party_id) : NULL;
      g_autofree char *name = g_strconcat (saiga_taxon_get_name (listed), saiga_taxon_get_rank (listed) < SAIGA_TAXON_RANK_SPECIES ? " spp." : "", NULL);

      _saiga_wcmc_add_distinct (under, name);
      _saiga_wcmc_add_distinct (parties, party != NULL && SAIGA_IS_AREA (party) ? saiga_area_get_iso2 (SAIGA_AREA (party)) : NULL);
      add_note (notes, piece, taxon);
      add_hash_notes (hash_notes, writing->snapshot, piece);
    }

  for (char **appendix = appendices; shape->agreement != NULL && *appendix != NULL; appendix++)
    for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
      {
        g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);

        if (g_str_equal (saiga_listing_piece_get_appendix (piece), *appendix))
          add_day (days, piece);
      }

  if (shape->agreement != NULL)
    _saiga_writing_add_cell (writing, shape->agreement);
  _saiga_writing_add_cell (writing, listing);
  if (shape->agreement == NULL)
    _saiga_writing_add_cell (writing, parties->str);
  _saiga_writing_add_cell (writing, under->str);
  if (shape->agreement != NULL)
    _saiga_writing_add_cell (writing, days->str);
  _saiga_writing_add_cell (writing, notes->str);
  if (shape->agreement == NULL)
    _saiga_writing_add_cell (writing, hash_notes->str);
}

static void
write_row (SaigaWriting *writing,
           const Shape *shape,
           const SaigaWcmcTaxonRow *row,
           SaigaStatus *status,
           char **appendices)
{
  g_autofree char *rank = _saiga_wcmc_dup_rank (row);

  _saiga_writing_add_cell (writing, _saiga_wcmc_get_number (row));
  for (guint i = shape->agreement != NULL ? 1 : 0; i < SAIGA_N_WCMC_RANKS; i++)
    _saiga_writing_add_cell (writing, row->above[i]);
  for (guint i = 1; shape->agreement == NULL && i < 3; i++)
    {
      g_autofree char *epithet = _saiga_wcmc_dup_epithet (row, i);

      _saiga_writing_add_cell (writing, epithet);
    }
  _saiga_writing_add_cell (writing, saiga_taxon_get_name (row->taxon));
  _saiga_writing_add_cell (writing, saiga_taxon_get_authorship (row->taxon));
  _saiga_writing_add_cell (writing, rank);
  write_law (writing, shape, status, appendices, row->taxon);
  _saiga_wcmc_write_range (writing, saiga_taxon_get_range (row->taxon), &places);
  _saiga_writing_end_row (writing);
}

static gboolean
write_export (SaigaWriting *writing,
              const Shape *shape,
              GError **error)
{
  g_autoptr(SaigaStatusTable) table = _saiga_wcmc_ask_law (writing, shape->instrument_id, error);
  g_autoptr(GArray) rows = NULL;

  if (table == NULL)
    return FALSE;

  rows = _saiga_wcmc_list_rows (writing, writing->authority_id != NULL ? writing->authority_id : shape->authority_id,
                                SAIGA_TAXON_RANK_SPECIES, SAIGA_TAXON_RANK_VARIETY);
  writing->n_expected = rows->len + 1;
  _saiga_writing_begin (writing, shape->member);
  _saiga_writing_add_cells (writing, shape->agreement != NULL ? cms_headings : cites_headings);
  _saiga_writing_add_cells (writing, place_headings);
  _saiga_writing_end_row (writing);

  for (guint i = 0; i < rows->len; i++)
    {
      const SaigaWcmcTaxonRow *row = &g_array_index (rows, SaigaWcmcTaxonRow, i);
      g_autoptr(SaigaStatus) status = saiga_status_table_lookup (table, _saiga_record_peek_id (SAIGA_RECORD (row->taxon)));
      g_auto(GStrv) appendices = status != NULL ? saiga_status_list_appendices (status) : NULL;

      if (appendices != NULL && appendices[0] != NULL)
        write_row (writing, shape, row, status, appendices);
    }

  return TRUE;
}

gboolean
_saiga_species_plus_write_cites (SaigaWriting *writing,
                                 GError **error)
{
  static const Shape shape = { "cites_listings.csv", "instrument.cites", "authority.cites", NULL };

  return write_export (writing, &shape, error);
}

gboolean
_saiga_species_plus_write_cms (SaigaWriting *writing,
                               GError **error)
{
  static const Shape shape = { "cms_listings.csv", "instrument.cms", "authority.cms", "CMS" };

  return write_export (writing, &shape, error);
}
