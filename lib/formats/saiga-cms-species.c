/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Species of CMS as programs rewrite the export of Species+: the cells of its rows as an object, those with lists of
 * countries as lists. */

#include <string.h>

#include <saiga/saiga-name.h>

#include "saiga-format-private.h"
#include "saiga-json-private.h"
#include "saiga-wcmc-row-private.h"

static const SaigaJsonMark marks[] = {
  { { "species_data.species_name", "species_data.cms_listing", "species_data.date_listed" } },
};

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_json (sample, marks, G_N_ELEMENTS (marks), NULL);
}

/* ---- taxa */

static SaigaRecord *
put_taxon (SaigaReading *reading,
           JsonObject *item,
           const char *name)
{
  static const struct
  {
    const char *name;
    SaigaTaxonRank rank;
  } levels[] = {
    { "kingdom", SAIGA_TAXON_RANK_KINGDOM },
    { "phylum", SAIGA_TAXON_RANK_PHYLUM },
    { "class", SAIGA_TAXON_RANK_CLASS },
    { "order", SAIGA_TAXON_RANK_ORDER },
    { "family", SAIGA_TAXON_RANK_FAMILY },
    { "genus", SAIGA_TAXON_RANK_GENUS },
  };
  JsonObject *info = _saiga_json_get_object (reading, item, "taxonomic_info");
  g_autoptr(SaigaName) parsed = saiga_name_parse (name);
  const char *genus = saiga_name_get_genus (parsed);
  const char *epithet = saiga_name_get_species (parsed);
  g_autofree char *species = genus != NULL && epithet != NULL ? g_strconcat (genus, " ", epithet, NULL) : NULL;
  const char *author = info != NULL ? _saiga_json_get_text (reading, info, "author") : NULL;
  g_autofree char *authorship = author != NULL ? _saiga_clean_line (author) : NULL;
  SaigaTaxonFacts facts = { NULL, NULL, name, authorship, SAIGA_TAXON_RANK_SPECIES, NULL };
  const char *names[G_N_ELEMENTS (levels) + 1];
  SaigaTaxonRank ranks[G_N_ELEMENTS (levels) + 1];
  guint n;

  /* The export has species and what is below them only, and the file leaves out which. */
  if (saiga_name_get_infraspecies (parsed) != NULL)
    facts.rank = SAIGA_TAXON_RANK_SUBSPECIES;
  for (n = 0; n < G_N_ELEMENTS (levels); n++)
    {
      names[n] = info != NULL ? _saiga_json_get_text (reading, info, levels[n].name) : NULL;
      ranks[n] = levels[n].rank;
    }
  if (facts.rank > SAIGA_TAXON_RANK_SPECIES)
    {
      names[n] = species;
      ranks[n++] = SAIGA_TAXON_RANK_SPECIES;
    }
  facts.parent_id = _saiga_reading_put_parents (reading, names, ranks, n);

  return _saiga_reading_put_taxon (reading, &facts);
}

/* Lists that were cut at commas: a name of several pieces is put together again. */
static void
put_range (SaigaReading *reading,
           JsonObject *item,
           SaigaRecord *taxon,
           SaigaRangeDraft *range)
{
  static const struct
  {
    const char *name;
    const char *tag;
  } lists[] = {
    { "all_distribution_codes", "" },
    { "introduced_distribution", "introduced" },
    { "reintroduced_distribution", "reintroduced" },
    { "extinct_distribution", "extinct" },
    { "distribution_uncertain", "uncertain" },
  };
  g_autofree char *native = _saiga_json_dup_joined (reading, item, "native_distribution", ",");

  _saiga_range_draft_clear (range);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *list = _saiga_json_dup_joined (reading, item, lists[i].name, ",");

      /* Without codes there are the names of those where it is native. */
      _saiga_range_draft_add (range, reading, i == 0 && list[0] == '\0' ? native : list, lists[i].name, lists[i].tag);
    }
  _saiga_range_draft_set (range, reading, taxon);
}

/* ---- species */

static const char *
get_cell (SaigaReading *reading,
          JsonObject *item,
          const char *name)
{
  const char *text = _saiga_json_get_text (reading, item, name);

  return text != NULL ? text : "";
}

static SaigaRowEnd
read_species (SaigaReading *reading,
              JsonObject *item,
              SaigaRangeDraft *range)
{
  g_autofree char *name = _saiga_clean_line (get_cell (reading, item, "species_name"));
  const char *agreement = get_cell (reading, item, "agreement");
  SaigaRecord *taxon;

  if (name[0] == '\0')
    {
      _saiga_reading_add_problem (reading, "import-field", "species_name", get_cell (reading, item, "listed_under"), "species_name", NULL);
      return SAIGA_ROW_REFUSED;
    }
  if (agreement[0] != '\0' && !g_str_equal (agreement, "CMS"))
    {
      _saiga_reading_add_problem (reading, "import-value", "agreement", agreement, "CMS is expected", NULL);
      return SAIGA_ROW_REFUSED;
    }

  taxon = put_taxon (reading, item, name);
  put_range (reading, item, taxon, range);
  _saiga_wcmc_put_cms_listings (reading, taxon, get_cell (reading, item, "cms_listing"), get_cell (reading, item, "listed_under"),
                                get_cell (reading, item, "date_listed"), get_cell (reading, item, "notes"));

  return _saiga_reading_end_taxon (reading, taxon);
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  g_autoptr(JsonNode) document = _saiga_reading_load_json (reading, _saiga_reading_find_json (reading, &marks[0]), error);
  JsonArray *list = NULL;
  SaigaRangeDraft *range;

  if (document == NULL)
    return FALSE;

  _saiga_wcmc_begin (reading, "instrument.cms", "authority.cms");
  if (JSON_NODE_HOLDS_OBJECT (document))
    list = _saiga_json_get_list (reading, json_node_get_object (document), "species_data");
  range = _saiga_range_draft_new ();
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *item;

      reading->row = i + 1;
      item = _saiga_json_get_item (reading, list, i, "species_data");
      reading->n_rows[item != NULL ? read_species (reading, item, range) : SAIGA_ROW_REFUSED]++;
    }
  _saiga_range_draft_free (range);
  reading->row = 0;

  return TRUE;
}

const SaigaFormat _saiga_format_cms_species = {
  .name = "cms-species",
  .title = N_ ("Species of CMS as programs rewrite the export of Species+ (JSON)"),
  .sniff = sniff,
  .read = read_file,
};
