/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The index and the history of the Checklist of CITES species, as that site writes them. */

#include <string.h>

#include <saiga/saiga-listing-piece.h>

#include "saiga-check-private.h"
#include "saiga-checklist-private.h"
#include "saiga-wcmc-writer-private.h"

static const char *const taxon_headings[] = {
  "TaxonId", "Kingdom", "Phylum", "Class", "Order", "Family", "Genus", "Species", "Subspecies", "FullName", "AuthorYear", "RankName", NULL
};

static const char *const index_headings[] = {
  "CurrentListing", "FullAnnotationEnglish", "AnnotationEnglish", "AnnotationSpanish", "AnnotationFrench", "#AnnotationSymbol", "#Annotation",
  "SynonymsWithAuthors", "EnglishNames", "SpanishNames", "FrenchNames", "CitesAccepted", "All_DistributionISOCodes", "All_DistributionFullNames",
  "NativeDistributionFullNames", "Introduced_Distribution", "Introduced(?)_Distribution", "Reintroduced_Distribution", "Extinct_Distribution",
  "Extinct(?)_Distribution", "Distribution_Uncertain", NULL
};

static const char *const history_headings[] = {
  "Appendix", "PartyIsoCode", "PartyFullName", "ChangeType", "EffectiveAt", "IsCurrent", "#AnnotationSymbol", "#Annotation",
  "FullAnnotationEnglish", "AnnotationEnglish", "AnnotationSpanish", "AnnotationFrench", "NomenclatureNote", NULL
};

static void
write_headings (SaigaWriting *writing,
                const char *member,
                const char *const *headings)
{
  _saiga_writing_begin (writing, member);
  _saiga_writing_add_cells (writing, taxon_headings);
  _saiga_writing_add_cells (writing, headings);
  _saiga_writing_end_row (writing);
}

static void
write_taxon (SaigaWriting *writing,
             const SaigaWcmcTaxonRow *row)
{
  g_autofree char *rank = _saiga_wcmc_dup_rank (row);

  _saiga_writing_add_cell (writing, _saiga_wcmc_get_number (row));
  for (guint i = 0; i < SAIGA_N_WCMC_RANKS; i++)
    _saiga_writing_add_cell (writing, row->above[i]);
  for (guint i = 1; i < 3; i++)
    {
      g_autofree char *epithet = _saiga_wcmc_dup_epithet (row, i);

      _saiga_writing_add_cell (writing, epithet);
    }
  _saiga_writing_add_cell (writing, saiga_taxon_get_name (row->taxon));
  _saiga_writing_add_cell (writing, saiga_taxon_get_authorship (row->taxon));
  _saiga_writing_add_cell (writing, rank);
}

/* The first numbered annotation of a listing that the data set has; NULL. */
static SaigaAnnotation *
find_annotation (SaigaSnapshot *snapshot,
                 SaigaListing *listing)
{
  const char *const *ids = saiga_listing_get_annotation_ids (listing);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SaigaRecord *record = saiga_snapshot_lookup (snapshot, ids[i]);

      if (record != NULL && SAIGA_IS_ANNOTATION (record))
        return SAIGA_ANNOTATION (record);
    }

  return NULL;
}

static const char *
get_words (SaigaText *text,
           const char *language)
{
  return text != NULL ? saiga_text_get_words (text, language) : NULL;
}

/* ---- index */

/* What is said of a listing in one of the columns of annotations. */
typedef const char *(*GetWords) (SaigaSnapshot *snapshot,
                                 SaigaListing *listing);

static const char *
get_full (SaigaSnapshot *snapshot,
          SaigaListing *listing)
{
  return get_words (saiga_listing_get_annotation (listing), "en");
}

static const char *
get_english (SaigaSnapshot *snapshot,
             SaigaListing *listing)
{
  return get_words (saiga_listing_get_short_annotation (listing), "en");
}

static const char *
get_spanish (SaigaSnapshot *snapshot,
             SaigaListing *listing)
{
  return get_words (saiga_listing_get_short_annotation (listing), "es");
}

static const char *
get_french (SaigaSnapshot *snapshot,
            SaigaListing *listing)
{
  return get_words (saiga_listing_get_short_annotation (listing), "fr");
}

static const char *
get_hash (SaigaSnapshot *snapshot,
          SaigaListing *listing)
{
  SaigaAnnotation *annotation = find_annotation (snapshot, listing);

  return annotation != NULL ? get_words (saiga_annotation_get_text (annotation), "en") : NULL;
}

/* `Appendix I:words Appendix II: `, of all Appendices that the taxon is in. */
static void
write_annotations (SaigaWriting *writing,
                   SaigaStatus *status,
                   char **appendices,
                   GetWords get)
{
  GListModel *pieces = saiga_status_get_listings (status);
  g_autoptr(GString) cell = g_string_new (NULL);

  for (char **appendix = appendices; *appendix != NULL; appendix++)
    {
      g_string_append_printf (cell, "Appendix %s:", *appendix);
      for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
        {
          g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);
          const char *words = get (writing->snapshot, saiga_listing_piece_get_listing (piece));

          if (words != NULL && g_str_equal (saiga_listing_piece_get_appendix (piece), *appendix))
            {
              g_string_append (cell, words);
              break;
            }
        }
      g_string_append_c (cell, ' ');
    }
  _saiga_writing_add_cell (writing, cell->str);
}

static void
write_symbol (SaigaWriting *writing,
              SaigaStatus *status)
{
  GListModel *pieces = saiga_status_get_listings (status);
  SaigaAnnotation *annotation = NULL;

  for (guint i = 0; annotation == NULL && i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);

      annotation = find_annotation (writing->snapshot, saiga_listing_piece_get_listing (piece));
    }
  _saiga_writing_add_cell (writing, annotation != NULL ? saiga_annotation_get_symbol (annotation) : NULL);
}

static void
write_names (SaigaWriting *writing,
             SaigaRecord *taxon)
{
  static const char *const languages[] = { "en", "es", "fr" };
  const SaigaPartList *synonyms = _saiga_record_peek_parts (taxon, "synonyms");
  const SaigaPartList *names = _saiga_record_peek_parts (taxon, "common-names");
  g_autoptr(GString) cell = g_string_new (NULL);
  SaigaSynonym *synonym;
  SaigaCommonName *name;

  for (guint i = 0; (synonym = _saiga_parts_peek (synonyms, i)) != NULL; i++)
    {
      const char *authorship = saiga_synonym_get_authorship (synonym);

      g_string_append_printf (cell, "%s%s%s%s", cell->len > 0 ? ", " : "", saiga_synonym_get_name (synonym), authorship != NULL ? " " : "",
                              authorship != NULL ? authorship : "");
    }
  _saiga_writing_add_words (writing, cell);

  for (guint n = 0; n < G_N_ELEMENTS (languages); n++)
    {
      for (guint i = 0; (name = _saiga_parts_peek (names, i)) != NULL; i++)
        if (g_str_equal (saiga_common_name_get_language (name), languages[n]))
          g_string_append_printf (cell, "%s%s", cell->len > 0 ? ", " : "", saiga_common_name_get_name (name));
      _saiga_writing_add_words (writing, cell);
    }
}

gboolean
_saiga_checklist_write_index (SaigaWriting *writing,
                              GError **error)
{
  static const SaigaWcmcPlaces places = { ", ", TRUE };
  static const GetWords columns[] = { get_full, get_english, get_spanish, get_french };
  g_autoptr(SaigaStatusTable) table = _saiga_wcmc_ask_law (writing, "instrument.cites", error);
  g_autoptr(GArray) rows = NULL;

  if (table == NULL)
    return FALSE;

  rows = _saiga_wcmc_list_rows (writing, writing->authority_id != NULL ? writing->authority_id : "authority.cites",
                                SAIGA_TAXON_RANK_CLASS, SAIGA_TAXON_RANK_VARIETY);
  writing->n_expected = rows->len + 1;
  write_headings (writing, "Index_of_CITES_Species.csv", index_headings);
  for (guint i = 0; i < rows->len; i++)
    {
      const SaigaWcmcTaxonRow *row = &g_array_index (rows, SaigaWcmcTaxonRow, i);
      g_autoptr(SaigaStatus) status = saiga_status_table_lookup (table, _saiga_record_peek_id (SAIGA_RECORD (row->taxon)));
      g_auto(GStrv) appendices = status != NULL ? saiga_status_list_appendices (status) : NULL;
      g_autofree char *listing = appendices != NULL ? g_strjoinv ("/", appendices) : NULL;

      if (listing == NULL || listing[0] == '\0')
        continue;
      write_taxon (writing, row);
      _saiga_writing_add_cell (writing, listing);
      for (guint n = 0; n < G_N_ELEMENTS (columns); n++)
        write_annotations (writing, status, appendices, columns[n]);
      write_symbol (writing, status);
      write_annotations (writing, status, appendices, get_hash);
      write_names (writing, SAIGA_RECORD (row->taxon));
      _saiga_writing_add_cell (writing, "true");
      _saiga_wcmc_write_range (writing, saiga_taxon_get_range (row->taxon), &places);
      _saiga_writing_end_row (writing);
    }

  return TRUE;
}

/* ---- history */

typedef struct
{
  SaigaListing *listing;
  char *day; /* "": not known */
  guint change;
} Event;

static void
clear_event (gpointer data)
{
  g_free (((Event *) data)->day);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *event = a;
  const Event *other = b;
  int order = strcmp (event->day, other->day);

  if (order == 0)
    order = (int) event->change - (int) other->change;

  return order != 0 ? order : strcmp (_saiga_record_peek_id (SAIGA_RECORD (event->listing)), _saiga_record_peek_id (SAIGA_RECORD (other->listing)));
}

static void
free_events (gpointer data)
{
  g_array_unref (data);
}

/* The events of the convention by the id of their taxon, in the order of the Checklist. */
static GHashTable *
list_events (SaigaSnapshot *snapshot)
{
  SaigaTable *table = _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING));
  GHashTable *events = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_events);
  SaigaTableIter iter;
  GHashTableIter taxa;
  gpointer record;
  gpointer of_taxon;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaDate *date = saiga_listing_get_effective (record);
      const char *change = _saiga_record_peek_nick (record, "change");
      const char *taxon_id = saiga_listing_get_taxon_id (record);
      Event event = { record, NULL, 0 };

      if (taxon_id == NULL || g_strcmp0 (saiga_listing_get_instrument_id (record), "instrument.cites") != 0)
        continue;
      event.day = date != NULL ? saiga_date_to_string (date) : g_strdup ("");
      while (_saiga_history_changes[event.change].change != NULL && !g_str_equal (_saiga_history_changes[event.change].change, change))
        event.change++;
      of_taxon = g_hash_table_lookup (events, taxon_id);
      if (of_taxon == NULL)
        {
          of_taxon = g_array_new (FALSE, FALSE, sizeof (Event));
          g_array_set_clear_func (of_taxon, clear_event);
          g_hash_table_insert (events, (gpointer) taxon_id, of_taxon);
        }
      g_array_append_val ((GArray *) of_taxon, event);
    }

  g_hash_table_iter_init (&taxa, events);
  while (g_hash_table_iter_next (&taxa, NULL, &of_taxon))
    g_array_sort (of_taxon, compare_events);

  return events;
}

static void
write_event (SaigaWriting *writing,
             const Event *event)
{
  SaigaListing *listing = event->listing;
  const char *party_id = saiga_listing_get_party_id (listing);
  SaigaRecord *party = party_id != NULL ? saiga_snapshot_lookup (writing->snapshot, party_id) : NULL;
  SaigaArea *area = party != NULL && SAIGA_IS_AREA (party) ? SAIGA_AREA (party) : NULL;
  SaigaAnnotation *annotation = find_annotation (writing->snapshot, listing);
  g_auto(GStrv) numbers = g_strsplit (event->day, "-", 3);
  g_autofree char *day = g_strv_length (numbers) == 3 ? g_strconcat (numbers[2], "/", numbers[1], "/", numbers[0], NULL) : g_strdup (event->day);
  SaigaTernary current = saiga_listing_get_current_in_source (listing);

  _saiga_writing_add_cell (writing, saiga_listing_get_appendix (listing));
  _saiga_writing_add_cell (writing, area != NULL ? saiga_area_get_iso2 (area) : NULL);
  _saiga_writing_add_cell (writing, area != NULL ? get_words (saiga_area_get_name (area), "en") : NULL);
  _saiga_writing_add_cell (writing, _saiga_history_changes[event->change].word);
  _saiga_writing_add_cell (writing, day);
  _saiga_writing_add_cell (writing, current == SAIGA_TERNARY_YES ? "true" : current == SAIGA_TERNARY_NO ? "false"
                                                                                                        : NULL);
  _saiga_writing_add_cell (writing, annotation != NULL ? saiga_annotation_get_symbol (annotation) : NULL);
  _saiga_writing_add_cell (writing, annotation != NULL ? get_words (saiga_annotation_get_text (annotation), "en") : NULL);
  _saiga_writing_add_cell (writing, get_full (writing->snapshot, listing));
  _saiga_writing_add_cell (writing, get_english (writing->snapshot, listing));
  _saiga_writing_add_cell (writing, get_spanish (writing->snapshot, listing));
  _saiga_writing_add_cell (writing, get_french (writing->snapshot, listing));
  _saiga_writing_add_cell (writing, saiga_listing_get_note (listing));
}

gboolean
_saiga_checklist_write_history (SaigaWriting *writing,
                                GError **error)
{
  g_autoptr(GHashTable) events = list_events (writing->snapshot);
  g_autoptr(GArray) rows = _saiga_wcmc_list_rows (writing, writing->authority_id != NULL ? writing->authority_id : "authority.cites",
                                                   SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_SUBPOPULATION);

  write_headings (writing, "History_of_CITES_Listings.csv", history_headings);
  for (guint i = 0; i < rows->len; i++)
    {
      const SaigaWcmcTaxonRow *row = &g_array_index (rows, SaigaWcmcTaxonRow, i);
      GArray *of_taxon = g_hash_table_lookup (events, _saiga_record_peek_id (SAIGA_RECORD (row->taxon)));

      for (guint n = 0; of_taxon != NULL && n < of_taxon->len; n++)
        {
          write_taxon (writing, row);
          write_event (writing, &g_array_index (of_taxon, Event, n));
          _saiga_writing_end_row (writing);
        }
    }

  return TRUE;
}
