/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Countries and ranges of UNEP-WCMC's tables. The range of a plant is gathered of all its rows. Of animals there
 * are only tags, of countries where they are not plainly native: a range of these alone would be wrong, so that
 * they go into a range that is there already, or are refused. */

#include <string.h>

#include "saiga-wcmc-row-private.h"
#include "saiga-wcmc-tables-private.h"

/* ---- countries */

static const SaigaColumn country_columns[] = { { "iso2", TRUE }, { "shortname", TRUE }, { "geoentity", TRUE } };
static const SaigaColumn translation_columns[] = { { "isocountrycode", TRUE }, { "isofrenchshortname", TRUE }, { "isospanishshortname", TRUE } };

/* Whether there is an area of that code: nothing is changed in it. */
static SaigaRowEnd
read_country (SaigaReading *reading,
              const SaigaRow *row,
              gpointer data)
{
  const char *code = _saiga_wcmc_clean (data, _saiga_row_get_text (row, 0));

  return _saiga_wcmc_get_area (data, code) != NULL ? SAIGA_ROW_MERGED : SAIGA_ROW_REFUSED;
}

/* ---- ranges */

enum
{
  RANGE_NUMBER,
  RANGE_RANK,
  RANGE_CODE,
  RANGE_TAGS,
  N_RANGE_COLUMNS,
};

/* A table of ranges has no tags. */
static const SaigaColumn range_columns[] = {
  [RANGE_NUMBER] = { "speciesrecid", TRUE },
  [RANGE_RANK] = { "rank", TRUE },
  [RANGE_CODE] = { "isocode2", TRUE },
  [RANGE_TAGS] = { "tags", TRUE },
};

/* NULL: the row is refused, and a problem says why. */
static const char *
find_taxon (SaigaWcmcTables *self,
            const SaigaRow *row)
{
  const char *rank = _saiga_row_get_text (row, RANGE_RANK);
  const char *number = _saiga_row_get_text (row, RANGE_NUMBER);
  const char *taxon_id = _saiga_wcmc_find (self, _saiga_wcmc_key (self, rank, number), SAIGA_WCMC_CITES);

  if (taxon_id == NULL)
    _saiga_wcmc_refuse_number (self, "Species RecID", rank, number);

  return taxon_id;
}

static SaigaRowEnd
read_range (SaigaReading *reading,
            const SaigaRow *row,
            gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *taxon_id = find_taxon (self, row);
  const char *area_id;

  if (taxon_id == NULL)
    return SAIGA_ROW_REFUSED;
  area_id = _saiga_wcmc_get_area (self, _saiga_row_get_text (row, RANGE_CODE));
  if (area_id == NULL)
    return SAIGA_ROW_REFUSED;
  _saiga_range_draft_add_area (_saiga_range_drafts_get (self->ranges, taxon_id), area_id, "");

  return SAIGA_ROW_MERGED;
}

static gboolean
add_tags (SaigaWcmcTables *self,
          SaigaRangeDraft *range,
          const char *area_id,
          const char *cell)
{
  g_auto(GStrv) words = g_strsplit (cell, ",", -1);
  gboolean is_added = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      const char *tag = _saiga_wcmc_find_tag (g_strstrip (*word));

      if (tag != NULL)
        {
          _saiga_range_draft_add_area (range, area_id, tag);
          is_added = TRUE;
        }
      else
        _saiga_reading_add_problem (self->reading, "import-value", "Tags", *word, "extinct, introduced, reintroduced, distribution uncertain", NULL);
    }

  return is_added;
}

static SaigaRowEnd
read_plant_tag (SaigaReading *reading,
                const SaigaRow *row,
                gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *taxon_id = find_taxon (self, row);
  const char *area_id;

  if (taxon_id == NULL)
    return SAIGA_ROW_REFUSED;
  area_id = _saiga_wcmc_get_area (self, _saiga_row_get_text (row, RANGE_CODE));
  if (area_id == NULL || !add_tags (self, _saiga_range_drafts_get (self->ranges, taxon_id), area_id, _saiga_row_get_text (row, RANGE_TAGS)))
    return SAIGA_ROW_REFUSED;

  return SAIGA_ROW_MERGED;
}

/* The areas of a range that is there, with their tags. */
static SaigaRangeDraft *
open_range (SaigaWcmcTables *self,
            const char *taxon_id)
{
  SaigaRangeDraft *range = g_hash_table_lookup (self->ranges, taxon_id);
  SaigaRecord *taxon = _saiga_reading_lookup (self->reading, taxon_id);

  if (range != NULL || taxon == NULL || !SAIGA_IS_TAXON (taxon) || saiga_taxon_get_range (SAIGA_TAXON (taxon)) == NULL)
    return range;

  range = _saiga_range_drafts_get (self->ranges, taxon_id);
  _saiga_range_draft_load (range, self->reading, taxon);

  return range;
}

static SaigaRowEnd
read_animal_tag (SaigaReading *reading,
                 const SaigaRow *row,
                 gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *taxon_id = find_taxon (self, row);
  SaigaRangeDraft *range;
  const char *area_id;

  if (taxon_id == NULL)
    return SAIGA_ROW_REFUSED;
  range = open_range (self, taxon_id);
  if (range == NULL)
    {
      _saiga_reading_add_problem (reading, "import-range", "Tags", taxon_id, _saiga_row_get_text (row, RANGE_CODE), _saiga_row_get_text (row, RANGE_TAGS), NULL);
      return SAIGA_ROW_REFUSED;
    }
  area_id = _saiga_wcmc_get_area (self, _saiga_row_get_text (row, RANGE_CODE));
  if (area_id == NULL || !add_tags (self, range, area_id, _saiga_row_get_text (row, RANGE_TAGS)))
    return SAIGA_ROW_REFUSED;

  return SAIGA_ROW_MERGED;
}

const SaigaWcmcTable _saiga_wcmc_place_tables[] = {
  { "countries_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, country_columns, G_N_ELEMENTS (country_columns), read_country, NULL },
  { "country_codes_en_es_fr_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, translation_columns, G_N_ELEMENTS (translation_columns), read_country, NULL },
  { "plantae_distribution_utf8.csv", SAIGA_WCMC_PLANTAE, SAIGA_WCMC_CITES, range_columns, RANGE_TAGS, read_range, NULL },
  { "plantae_distribution_tags_utf8.csv", SAIGA_WCMC_PLANTAE, SAIGA_WCMC_CITES, range_columns, N_RANGE_COLUMNS, read_plant_tag, NULL },
  { "animalia_distribution_tags_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, range_columns, N_RANGE_COLUMNS, read_animal_tag, NULL },
  { NULL }
};
