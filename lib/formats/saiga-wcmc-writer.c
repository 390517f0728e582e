/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-reading-private.h"
#include "saiga-wcmc-writer-private.h"

static const SaigaTaxonRank ranks[SAIGA_N_WCMC_RANKS] = {
  SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_PHYLUM, SAIGA_TAXON_RANK_CLASS, SAIGA_TAXON_RANK_ORDER, SAIGA_TAXON_RANK_FAMILY, SAIGA_TAXON_RANK_GENUS
};

SaigaStatusTable *
_saiga_wcmc_ask_law (SaigaWriting *writing,
                     const char *instrument_id,
                     GError **error)
{
  g_autoptr(SaigaLaw) law = saiga_law_new (writing->snapshot, instrument_id, error);

  return law != NULL ? saiga_status_table_new (law, NULL, writing->date != NULL ? writing->date : saiga_law_get_horizon (law), error) : NULL;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const SaigaWcmcTaxonRow *row = a;
  const SaigaWcmcTaxonRow *other = b;
  int order = 0;

  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (ranks); i++)
    order = g_strcmp0 (row->above[i], other->above[i]);
  if (order == 0)
    order = g_strcmp0 (saiga_taxon_get_name (row->taxon), saiga_taxon_get_name (other->taxon));

  return order != 0 ? order : strcmp (_saiga_record_peek_id (SAIGA_RECORD (row->taxon)), _saiga_record_peek_id (SAIGA_RECORD (other->taxon)));
}

GArray *
_saiga_wcmc_list_rows (SaigaWriting *writing,
                       const char *authority_id,
                       SaigaTaxonRank first,
                       SaigaTaxonRank last)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (SaigaWcmcTaxonRow));
  SaigaTable *table = _saiga_snapshot_get_table (writing->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaWcmcTaxonRow row = { .taxon = record };

      if (saiga_taxon_get_rank (record) < first || saiga_taxon_get_rank (record) > last ||
          saiga_taxon_get_name_kind (record) != SAIGA_TAXON_NAME_KIND_ACCEPTED || saiga_taxon_get_name (record) == NULL ||
          g_strcmp0 (saiga_taxon_get_authority_id (record), authority_id) != 0)
        continue;

      _saiga_writing_find_names (writing, record, ranks, G_N_ELEMENTS (ranks), row.above);
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

char *
_saiga_wcmc_dup_epithet (const SaigaWcmcTaxonRow *row,
                         guint position)
{
  return saiga_taxon_get_rank (row->taxon) < SAIGA_TAXON_RANK_SPECIES ? NULL : find_word (saiga_taxon_get_name (row->taxon), position);
}

char *
_saiga_wcmc_dup_rank (const SaigaWcmcTaxonRow *row)
{
  return g_ascii_strup (_saiga_record_peek_nick (SAIGA_RECORD (row->taxon), "rank"), -1);
}

const char *
_saiga_wcmc_get_number (const SaigaWcmcTaxonRow *row)
{
  return _saiga_find_identifier (SAIGA_RECORD (row->taxon), "splus");
}

void
_saiga_wcmc_add_distinct (GString *list,
                          const char *text)
{
  g_auto(GStrv) items = g_strsplit (list->str, ",", -1);

  if (text == NULL || text[0] == '\0' || g_strv_contains ((const char *const *) items, text))
    return;
  if (list->len > 0)
    g_string_append_c (list, ',');
  g_string_append (list, text);
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
              gboolean codes,
              const char *separator)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const char *text = codes ? place->code : place->name;

      if ((place->tags & tags) != 0 && text != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? separator : "", text);
    }
  _saiga_writing_add_cell (writing, list->str);
}

void
_saiga_wcmc_write_range (SaigaWriting *writing,
                         SaigaRange *range,
                         const SaigaWcmcPlaces *shape)
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

  write_places (writing, places, G_MAXUINT, shape->codes_first, shape->separator);
  write_places (writing, places, G_MAXUINT, !shape->codes_first, shape->separator);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    write_places (writing, places, columns[i], FALSE, shape->separator);
}
