/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The export of CITES listings of Species+, as that site writes it: one row for each accepted species, subspecies
 * and variety that is listed. */

#include <string.h>

#include <saiga/saiga-listing-piece.h>
#include <saiga/saiga-status-table.h>

#include "saiga-check-private.h"
#include "saiga-species-plus-private.h"

static const char *const headings[] = {
  "Id", "Kingdom", "Phylum", "Class", "Order", "Family", "Genus", "Species", "Subspecies", "Scientific Name", "Author", "Rank",
  "Listing", "Party", "Listed under", "Full note", "# Full note",
  "All_DistributionFullNames", "All_DistributionISOCodes", "NativeDistributionFullNames", "Introduced_Distribution",
  "Introduced(?)_Distribution", "Reintroduced_Distribution", "Extinct_Distribution", "Extinct(?)_Distribution", "Distribution_Uncertain"
};

static const SaigaTaxonRank ranks[] = {
  SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_PHYLUM, SAIGA_TAXON_RANK_CLASS, SAIGA_TAXON_RANK_ORDER, SAIGA_TAXON_RANK_FAMILY, SAIGA_TAXON_RANK_GENUS
};

typedef struct
{
  SaigaTaxon *taxon;
  const char *above[G_N_ELEMENTS (ranks)]; /* names; "" */
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *row = a;
  const Row *other = b;
  int order = 0;

  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (ranks); i++)
    order = strcmp (row->above[i], other->above[i]);
  if (order == 0)
    order = g_strcmp0 (saiga_taxon_get_name (row->taxon), saiga_taxon_get_name (other->taxon));

  return order != 0 ? order : strcmp (_saiga_record_peek_id (SAIGA_RECORD (row->taxon)), _saiga_record_peek_id (SAIGA_RECORD (other->taxon)));
}

static GArray *
list_rows (SaigaSnapshot *snapshot,
           const char *authority_id)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  SaigaTable *table = _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      Row row = { record, { "", "", "", "", "", "" } };

      if (saiga_taxon_get_rank (record) < SAIGA_TAXON_RANK_SPECIES || saiga_taxon_get_rank (record) > SAIGA_TAXON_RANK_VARIETY ||
          saiga_taxon_get_name_kind (record) != SAIGA_TAXON_NAME_KIND_ACCEPTED || saiga_taxon_get_name (record) == NULL ||
          g_strcmp0 (saiga_taxon_get_authority_id (record), authority_id) != 0)
        continue;

      for (guint depth = 0; record != NULL && SAIGA_IS_TAXON (record) && depth < 64; depth++)
        {
          const char *parent_id = saiga_taxon_get_parent_id (record);

          for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
            if (saiga_taxon_get_rank (record) == ranks[i] && saiga_taxon_get_name (record) != NULL)
              row.above[i] = saiga_taxon_get_name (record);
          record = parent_id != NULL ? saiga_snapshot_lookup (snapshot, parent_id) : NULL;
        }
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);

  return rows;
}

/* The word of a name at a place; NULL: it has not so many. Markers of rank are no words. */
static char *
find_word (const char *name,
           guint position)
{
  g_auto(GStrv) words = g_strsplit (name, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      if (strchr (*word, '.') != NULL || g_str_equal (*word, "×"))
        continue;
      if (position-- == 0)
        return g_strdup (*word);
    }

  return NULL;
}

static void
add_distinct (GString *list,
              const char *text)
{
  g_auto(GStrv) items = g_strsplit (list->str, ",", -1);

  if (text == NULL || text[0] == '\0' || g_strv_contains ((const char *const *) items, text))
    return;
  if (list->len > 0)
    g_string_append_c (list, ',');
  g_string_append (list, text);
}

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

static void
write_law (SaigaWriting *writing,
           SaigaStatus *status,
           SaigaTaxon *taxon)
{
  g_auto(GStrv) appendices = saiga_status_list_appendices (status);
  g_autofree char *listing = g_strjoinv ("/", appendices);
  GListModel *pieces = saiga_status_get_listings (status);
  g_autoptr(GString) parties = g_string_new (NULL);
  g_autoptr(GString) under = g_string_new (NULL);
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autoptr(GString) hash_notes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);
      SaigaTaxon *listed = saiga_listing_piece_get_taxon (piece);
      const char *party_id = saiga_listing_get_party_id (saiga_listing_piece_get_listing (piece));
      SaigaRecord *party = party_id != NULL ? saiga_snapshot_lookup (writing->snapshot, party_id) : NULL;
      g_autofree char *name = g_strconcat (saiga_taxon_get_name (listed), saiga_taxon_get_rank (listed) < SAIGA_TAXON_RANK_SPECIES ? " spp." : "", NULL);

      add_distinct (under, name);
      add_distinct (parties, party != NULL && SAIGA_IS_AREA (party) ? saiga_area_get_iso2 (SAIGA_AREA (party)) : NULL);
      add_note (notes, piece, taxon);
      add_hash_notes (hash_notes, writing->snapshot, piece);
    }

  _saiga_writing_add_cell (writing, listing);
  _saiga_writing_add_cell (writing, parties->str);
  _saiga_writing_add_cell (writing, under->str);
  _saiga_writing_add_cell (writing, notes->str);
  _saiga_writing_add_cell (writing, hash_notes->str);
}

/* ---- where it lives */

typedef struct
{
  const char *name;
  const char *code;
  SaigaRangeTags tags;
} Place;

/* The name as Species+ spells it, which is kept beside ours where it differs. */
static const char *
get_area_name (SaigaRecord *area)
{
  const SaigaPartList *others = _saiga_record_peek_parts (area, "other-names");
  SaigaText *name = saiga_area_get_name (SAIGA_AREA (area));
  SaigaOtherName *other;

  for (guint i = 0; (other = _saiga_parts_peek (others, i)) != NULL; i++)
    if (saiga_other_name_get_kind (other) == SAIGA_OTHER_NAME_KIND_SPELLING && g_strcmp0 (saiga_other_name_get_language (other), "en") == 0)
      return saiga_other_name_get_name (other);

  return name != NULL ? saiga_text_get_best_words (name, "en") : NULL;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Place *) a)->name, ((const Place *) b)->name);
}

static void
write_places (SaigaWriting *writing,
              GArray *places,
              guint tags,
              gboolean codes)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *text = codes ? place->code : place->name;

      if ((place->tags & tags) != 0 && text != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", text);
    }
  _saiga_writing_add_cell (writing, list->str);
}

static void
write_range (SaigaWriting *writing,
             SaigaRange *range)
{
  static const SaigaRangeTags columns[] = {
    SAIGA_RANGE_TAGS_NATIVE, SAIGA_RANGE_TAGS_INTRODUCED, SAIGA_RANGE_TAGS_POSSIBLY_INTRODUCED, SAIGA_RANGE_TAGS_REINTRODUCED,
    SAIGA_RANGE_TAGS_EXTINCT, SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT, SAIGA_RANGE_TAGS_UNCERTAIN
  };
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; range != NULL && i < saiga_range_get_n_areas (range); i++)
    {
      SaigaRecord *record = saiga_snapshot_lookup (writing->snapshot, saiga_range_get_area (range, i));
      const char *name = record != NULL && SAIGA_IS_AREA (record) ? get_area_name (record) : NULL;

      if (name != NULL)
        {
          Place place = { name, saiga_area_get_iso2 (SAIGA_AREA (record)), saiga_range_get_area_tags (range, i) };

          g_array_append_val (places, place);
        }
    }
  g_array_sort (places, compare_places);

  write_places (writing, places, G_MAXUINT, FALSE);
  write_places (writing, places, G_MAXUINT, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    write_places (writing, places, columns[i], FALSE);
}

static void
write_row (SaigaWriting *writing,
           const Row *row,
           SaigaStatus *status)
{
  SaigaRecord *record = SAIGA_RECORD (row->taxon);
  const char *name = saiga_taxon_get_name (row->taxon);
  const SaigaPartList *identifiers = _saiga_record_peek_parts (record, "identifiers");
  g_autofree char *species = find_word (name, 1);
  g_autofree char *subspecies = find_word (name, 2);
  g_autofree char *rank = g_ascii_strup (_saiga_record_peek_nick (record, "rank"), -1);
  SaigaIdentifier *identifier;
  const char *number = NULL;

  for (guint i = 0; (identifier = _saiga_parts_peek (identifiers, i)) != NULL; i++)
    if (g_strcmp0 (saiga_identifier_get_scheme (identifier), "splus") == 0)
      number = saiga_identifier_get_value (identifier);

  _saiga_writing_add_cell (writing, number);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    _saiga_writing_add_cell (writing, row->above[i]);
  _saiga_writing_add_cell (writing, species);
  _saiga_writing_add_cell (writing, subspecies);
  _saiga_writing_add_cell (writing, name);
  _saiga_writing_add_cell (writing, saiga_taxon_get_authorship (row->taxon));
  _saiga_writing_add_cell (writing, rank);
  write_law (writing, status, row->taxon);
  write_range (writing, saiga_taxon_get_range (row->taxon));
  _saiga_writing_end_row (writing);
}

gboolean
_saiga_species_plus_write_cites (SaigaWriting *writing,
                                 GError **error)
{
  g_autoptr(SaigaLaw) law = saiga_law_new (writing->snapshot, "instrument.cites", error);
  SaigaDate *date = law != NULL && writing->date == NULL ? saiga_law_get_horizon (law) : writing->date;
  g_autoptr(SaigaStatusTable) table = law != NULL ? saiga_status_table_new (law, NULL, date, error) : NULL;
  g_autoptr(GArray) rows = NULL;

  if (table == NULL)
    return FALSE;

  rows = list_rows (writing->snapshot, writing->authority_id != NULL ? writing->authority_id : "authority.cites");
  writing->n_expected = rows->len + 1;
  _saiga_writing_begin (writing, "cites_listings.csv");
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    _saiga_writing_add_cell (writing, headings[i]);
  _saiga_writing_end_row (writing);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autoptr(SaigaStatus) status = saiga_status_table_lookup (table, _saiga_record_peek_id (SAIGA_RECORD (row->taxon)));
      g_auto(GStrv) appendices = status != NULL ? saiga_status_list_appendices (status) : NULL;

      if (appendices != NULL && appendices[0] != NULL)
        write_row (writing, row, status);
    }

  return TRUE;
}
