/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The exports of listings of Species+, as CSV: `cites_listings`, `eu_listings`, `cms_listings`. */

#include <string.h>

#include "saiga-format-private.h"
#include "saiga-species-plus-private.h"

#define CITES_COLUMNS                                     \
  SAIGA_WCMC_COLUMNS,                                     \
    [SAIGA_SPECIES_PLUS_LISTING] = { "listing", TRUE },   \
    [SAIGA_SPECIES_PLUS_PARTY] = { "party", TRUE },       \
    [SAIGA_SPECIES_PLUS_UNDER] = { "listedunder", TRUE }, \
    [SAIGA_SPECIES_PLUS_NOTE] = { "fullnote", FALSE },    \
    [SAIGA_SPECIES_PLUS_HASH_NOTE] = { "#fullnote", FALSE }

static const SaigaColumn cites_columns[] = { CITES_COLUMNS };
static const SaigaColumn eu_columns[] = { CITES_COLUMNS, [SAIGA_SPECIES_PLUS_CITES] = { "cites", FALSE } };

static const SaigaColumn cms_columns[] = {
  SAIGA_WCMC_COLUMNS,
  [SAIGA_SPECIES_PLUS_LISTING] = { "listing", TRUE },
  [SAIGA_SPECIES_PLUS_UNDER] = { "listedunder", TRUE },
  [SAIGA_SPECIES_PLUS_NOTE] = { "note", FALSE },
  [SAIGA_SPECIES_PLUS_AGREEMENT] = { "agreement", TRUE },
  [SAIGA_SPECIES_PLUS_DATE] = { "date", TRUE },
};

/* ---- which of them it is */

/* Whether the first listing that the beginning of a table has is in one of the annexes of the EU. */
static gboolean
has_annexes (SaigaSample *sample)
{
  g_autoptr(SaigaDelimited) rows = _saiga_sample_open_rows (sample, sample->member);
  guint map[SAIGA_N_SPECIES_PLUS_COLUMNS];

  if (rows == NULL)
    return FALSE;

  _saiga_heading_map (_saiga_sample_get_heading (sample, sample->member), cites_columns, G_N_ELEMENTS (cites_columns), map);
  while (_saiga_delimited_next (rows, NULL, NULL))
    {
      const char *code = _saiga_delimited_get_cell (rows, map[SAIGA_SPECIES_PLUS_LISTING])->text;

      code += strspn (code, " /\"");
      if (code[0] != '\0' && !g_str_has_prefix (code, "NC"))
        return code[0] >= 'A' && code[0] <= 'D';
    }

  return FALSE;
}

/* The exports for CITES and for the EU have the same headings: the first listing tells them apart. */
static guint
sniff_cites (SaigaSample *sample)
{
  guint certainty = _saiga_sample_match_columns (sample, cites_columns, G_N_ELEMENTS (cites_columns));

  return certainty > 0 && has_annexes (sample) ? 0 : certainty;
}

static guint
sniff_eu (SaigaSample *sample)
{
  guint certainty = _saiga_sample_match_columns (sample, eu_columns, G_N_ELEMENTS (eu_columns));

  return certainty > 0 && !has_annexes (sample) ? 0 : certainty;
}

static guint
sniff_cms (SaigaSample *sample)
{
  return _saiga_sample_match_columns (sample, cms_columns, G_N_ELEMENTS (cms_columns));
}

/* ---- what stands in cells */

/* The words of an Appendix in a note such as `**II** [ORDER listing Crocodylia spp.] As agreed at …`; each
 * Appendix begins a line. The name in the brackets, without ` spp.`, goes to @under. */
static char *
find_words (const char *note,
            const char *appendix,
            char **under)
{
  g_autofree char *mark = g_strdup_printf ("**%s** ", appendix);
  const char *start = strstr (note, mark);
  const char *end;
  g_autofree char *words = NULL;

  *under = NULL;
  if (start == NULL)
    return NULL;

  start += strlen (mark);
  start = _saiga_wcmc_skip_under (start, under);
  end = strstr (start, "\n**");
  words = end != NULL ? g_strndup (start, end - start) : g_strdup (start);

  return _saiga_clean_words (words);
}

/* The only name in a cell such as `Crocodylia spp.`; NULL: several, or none. */
static char *
find_only_name (const char *cell)
{
  char *name;

  if (cell[0] == '\0' || strchr (cell, ',') != NULL)
    return NULL;

  name = _saiga_clean_line (cell);
  if (g_str_has_suffix (name, " spp."))
    name[strlen (name) - strlen (" spp.")] = '\0';

  return name;
}

typedef struct
{
  SaigaReading *reading;
  SaigaListingFacts facts;
  const char *words;
  const char *annotation_id;
} Entry;

/* What the rows of one of the exports are read with. */
typedef struct
{
  SaigaRangeDraft *range;
  const char *const *codes;
  gboolean is_state; /* what the law is on the day of the file, which the data set has to follow */
} State;

/* ---- rows */

/* `**III** #18 Excluding parts …`: the symbol goes to the annotation, the words too. */
static const char *
put_annotation (SaigaReading *reading,
                const char *note,
                const char *appendix)
{
  g_autofree char *under = NULL;
  g_autofree char *line = find_words (note, appendix, &under);
  const char *space = line != NULL && line[0] == '#' ? strchr (line, ' ') : NULL;
  g_autofree char *symbol = space != NULL ? g_strndup (line, space - line) : NULL;
  g_autoptr(SaigaText) text = space != NULL && space[1] != '\0' ? saiga_text_new ("en", space + 1) : NULL;

  return symbol != NULL ? _saiga_wcmc_put_annotation (reading, symbol, text) : NULL;
}

static void
put_listing (const char *party_id,
             gpointer data)
{
  Entry *entry = data;
  SaigaReading *reading = entry->reading;
  SaigaRecord *draft;

  entry->facts.party_id = party_id;
  draft = _saiga_reading_put_listing (reading, &entry->facts);
  _saiga_reading_date_listing (reading, draft);
  _saiga_draft_set (reading, draft, "current-in-source", "yes");
  _saiga_draft_set_words (reading, draft, "annotation", "en", entry->words);
  _saiga_draft_set (reading, draft, "annotation-ids", entry->annotation_id);
}

static void
read_appendix (SaigaReading *reading,
               const SaigaRow *row,
               SaigaRecord *taxon,
               const char *appendix)
{
  g_autofree char *under = NULL;
  g_autofree char *words = find_words (_saiga_row_get_text (row, SAIGA_SPECIES_PLUS_NOTE), appendix, &under);
  const char *parties = g_str_equal (appendix, "III") || g_str_equal (appendix, "C") ? _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_PARTY) : "";
  Entry entry = { reading, { .appendix = appendix }, words, put_annotation (reading, _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_HASH_NOTE), appendix) };

  if (under == NULL)
    under = find_only_name (_saiga_row_get_text (row, SAIGA_SPECIES_PLUS_UNDER));
  entry.facts.taxon_id = under != NULL ? _saiga_wcmc_find_above (reading, taxon, under) : _saiga_record_peek_id (taxon);
  if (entry.facts.taxon_id == NULL)
    {
      _saiga_reading_add_problem (reading, "import-under", "Listed under", under, NULL);
      entry.facts.taxon_id = _saiga_record_peek_id (taxon);
    }

  if (parties[0] != '\0')
    _saiga_reading_each_area (reading, parties, "Party", put_listing, &entry);
  else
    put_listing (NULL, &entry);
}

static SaigaRowEnd
read_row (SaigaReading *reading,
          const SaigaRow *row,
          gpointer data)
{
  State *state = data;
  SaigaRecord *taxon = _saiga_wcmc_row_put_taxon (reading, row, state->range);
  const char *rest = _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_LISTING);
  const char *appendix;

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;

  while ((appendix = _saiga_wcmc_next_appendix (reading, state->codes, &rest)) != NULL)
    read_appendix (reading, row, taxon, appendix);
  if (state->is_state)
    _saiga_reading_say_law (reading, taxon, _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_LISTING), 0);

  return _saiga_reading_end_taxon (reading, taxon);
}

static SaigaRowEnd
read_cms_row (SaigaReading *reading,
              const SaigaRow *row,
              gpointer data)
{
  State *state = data;
  SaigaRecord *taxon = _saiga_wcmc_row_put_taxon (reading, row, state->range);

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;

  _saiga_wcmc_put_cms_listings (reading, taxon, _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_LISTING), _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_UNDER),
                                _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_DATE), _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_NOTE));

  return _saiga_reading_end_taxon (reading, taxon);
}

static gboolean
read_table (SaigaReading *reading,
            const SaigaColumn *columns,
            guint n_columns,
            SaigaReadRow read,
            const char *const *codes,
            gboolean is_state,
            GError **error)
{
  State state = { _saiga_range_draft_new (), codes, is_state };
  gboolean is_read = _saiga_reading_read_table (reading, reading->member, columns, n_columns, read, &state, error);

  _saiga_range_draft_free (state.range);
  if (is_read && is_state)
    _saiga_reading_settle_law (reading, NULL, NULL);

  return is_read;
}

static gboolean
read_cites (SaigaReading *reading,
            GError **error)
{
  _saiga_wcmc_begin (reading, "instrument.cites", "authority.cites");

  return read_table (reading, cites_columns, G_N_ELEMENTS (cites_columns), read_row, _saiga_wcmc_cites_codes, TRUE, error);
}

static gboolean
read_cms (SaigaReading *reading,
          GError **error)
{
  _saiga_wcmc_begin (reading, "instrument.cms", "authority.cms");

  return read_table (reading, cms_columns, G_N_ELEMENTS (cms_columns), read_cms_row, NULL, FALSE, error);
}

static gboolean
read_eu (SaigaReading *reading,
         GError **error)
{
  _saiga_wcmc_begin (reading, "instrument.cites", "authority.cites");
  reading->instrument_id = _saiga_wcmc_need_eu (reading);

  return read_table (reading, eu_columns, G_N_ELEMENTS (eu_columns), read_row, _saiga_wcmc_eu_codes, FALSE, error);
}

const SaigaFormat _saiga_format_species_plus_cites = {
  .name = "species-plus-cites",
  .title = N_ ("CITES listings of Species+ (CSV)"),
  .sniff = sniff_cites,
  .read = read_cites,
  .write = _saiga_species_plus_write_cites,
  .is_one_file = TRUE,
};

const SaigaFormat _saiga_format_species_plus_cms = {
  .name = "species-plus-cms",
  .title = N_ ("CMS listings of Species+ (CSV)"),
  .sniff = sniff_cms,
  .read = read_cms,
  .write = _saiga_species_plus_write_cms,
  .is_one_file = TRUE,
};

const SaigaFormat _saiga_format_species_plus_eu = {
  .name = "species-plus-eu",
  .title = N_ ("EU listings of Species+ (CSV)"),
  .sniff = sniff_eu,
  .read = read_eu,
};
