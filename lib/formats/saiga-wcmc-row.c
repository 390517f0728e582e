/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-wcmc-row-private.h"

void
_saiga_wcmc_begin (SaigaReading *reading,
                   const char *instrument_id,
                   const char *authority_id)
{
  reading->instrument_id = instrument_id;
  if (reading->authority_id == NULL)
    reading->authority_id = g_strdup (authority_id);
  _saiga_reading_need (reading, instrument_id);

  /* Whoever reads into an authority of another name says so, and has it. */
  _saiga_reading_need (reading, reading->authority_id);
}

const SaigaWcmcTag _saiga_wcmc_tags[] = {
  { "distribution uncertain", "uncertain" },
  { "extinct", "extinct" },
  { "extinct (?)", "possibly-extinct" },
  { "introduced", "introduced" },
  { "introduced (?)", "possibly-introduced" },
  { "reintroduced", "reintroduced" },
  { NULL, NULL },
};

const char *
_saiga_wcmc_find_tag (const char *word)
{
  for (const SaigaWcmcTag *tag = _saiga_wcmc_tags; tag->word != NULL; tag++)
    if (g_ascii_strcasecmp (tag->word, word) == 0)
      return tag->tag;

  return NULL;
}

/* ISO codes tell where it lives, the lists of names with a tag tell how. */
static void
put_range (SaigaReading *reading,
           const SaigaRow *row,
           SaigaRangeDraft *range,
           SaigaRecord *taxon)
{
  static const struct
  {
    guint column;
    const char *heading;
    const char *tag;
  } lists[] = {
    { SAIGA_WCMC_INTRODUCED, "Introduced_Distribution", "introduced" },
    { SAIGA_WCMC_POSSIBLY_INTRODUCED, "Introduced(?)_Distribution", "possibly-introduced" },
    { SAIGA_WCMC_REINTRODUCED, "Reintroduced_Distribution", "reintroduced" },
    { SAIGA_WCMC_EXTINCT, "Extinct_Distribution", "extinct" },
    { SAIGA_WCMC_POSSIBLY_EXTINCT, "Extinct(?)_Distribution", "possibly-extinct" },
    { SAIGA_WCMC_UNCERTAIN, "Distribution_Uncertain", "uncertain" },
  };

  _saiga_range_draft_clear (range);
  _saiga_range_draft_add (range, reading, _saiga_row_get_text (row, SAIGA_WCMC_ALL_CODES), "All_DistributionISOCodes", "");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    _saiga_range_draft_add (range, reading, _saiga_row_get_text (row, lists[i].column), lists[i].heading, lists[i].tag);

  /* Some areas have no code; and the native ones are named where another tag is said of them too. */
  if (_saiga_row_get (row, SAIGA_WCMC_ALL_CODES)->length == 0)
    _saiga_range_draft_add (range, reading, _saiga_row_get_text (row, SAIGA_WCMC_ALL_NAMES), "All_DistributionFullNames", "");
  _saiga_range_draft_set (range, reading, taxon);
}

/* The species that a subspecies is of: by its column, or, in a file that has none, by the first words of the name. */
static char *
find_species (const SaigaRow *row,
              const char *name)
{
  const char *space = strchr (name, ' ');
  const char *second = space != NULL ? strchr (space + 1, ' ') : NULL;

  if (_saiga_row_get (row, SAIGA_WCMC_SPECIES)->length > 0)
    return g_strconcat (_saiga_row_get_text (row, SAIGA_WCMC_GENUS), " ", _saiga_row_get_text (row, SAIGA_WCMC_SPECIES), NULL);
  if (row->map[SAIGA_WCMC_SPECIES] == SAIGA_NO_COLUMN && second != NULL)
    return g_strndup (name, second - name);

  return NULL;
}

SaigaRecord *
_saiga_wcmc_row_put_taxon (SaigaReading *reading,
                           const SaigaRow *row,
                           SaigaRangeDraft *range)
{
  static const SaigaTaxonRank ranks[] = {
    SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_PHYLUM, SAIGA_TAXON_RANK_CLASS, SAIGA_TAXON_RANK_ORDER, SAIGA_TAXON_RANK_FAMILY, SAIGA_TAXON_RANK_GENUS
  };
  g_autofree char *name = _saiga_clean_line (_saiga_row_get_text (row, SAIGA_WCMC_NAME));
  g_autofree char *author = _saiga_clean_line (_saiga_row_get_text (row, SAIGA_WCMC_AUTHOR));
  g_autofree char *number = _saiga_clean_line (_saiga_row_get_text (row, SAIGA_WCMC_ID));
  const char *rank_text = _saiga_row_get_text (row, SAIGA_WCMC_RANK);
  SaigaTaxonFacts facts = { number, "splus", name, author, _saiga_rank_parse (rank_text), NULL };
  const char *names[G_N_ELEMENTS (ranks) + 1];
  SaigaTaxonRank above[G_N_ELEMENTS (ranks) + 1];
  g_autofree char *species = NULL;
  guint n = 0;
  SaigaRecord *taxon;

  if (name[0] == '\0')
    {
      _saiga_reading_refuse_row (reading, row, NULL, "Scientific Name");
      return NULL;
    }
  if (facts.rank == SAIGA_TAXON_RANK_UNSET)
    {
      _saiga_reading_add_problem (reading, "import-rank", "Rank", rank_text, NULL);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (ranks) && ranks[i] < facts.rank; i++)
    {
      names[n] = _saiga_row_get_text (row, SAIGA_WCMC_KINGDOM + i);
      above[n++] = ranks[i];
    }
  if (facts.rank > SAIGA_TAXON_RANK_SPECIES)
    species = find_species (row, name);
  if (species != NULL)
    {
      names[n] = species;
      above[n++] = SAIGA_TAXON_RANK_SPECIES;
    }
  facts.parent_id = _saiga_reading_put_parents (reading, names, above, n);

  taxon = _saiga_reading_put_taxon (reading, &facts);
  put_range (reading, row, range, taxon);

  return taxon;
}

const char *
_saiga_wcmc_put_annotation (SaigaReading *reading,
                            const char *symbol,
                            SaigaText *text)
{
  g_autofree char *slug = NULL;
  g_autofree char *id = NULL;
  SaigaRecord *draft;

  if (symbol[0] != '#' || text == NULL)
    return NULL;

  /* No file says of which meeting it is: the one of this symbol without a meeting is what is read now. */
  slug = _saiga_slug (symbol);
  id = g_strconcat ("annotation.cites-h", slug, NULL);
  draft = _saiga_reading_draft (reading, SAIGA_TYPE_ANNOTATION, id);
  _saiga_draft_set (reading, draft, "instrument-id", reading->instrument_id);
  _saiga_draft_set (reading, draft, "symbol", symbol);
  _saiga_draft_set (reading, draft, "kind", "hash");
  _saiga_draft_set_text (draft, "text", text);

  return _saiga_record_peek_id (draft);
}

const char *const _saiga_wcmc_cites_codes[] = { "I", "II", "III", NULL };
const char *const _saiga_wcmc_eu_codes[] = { "A", "B", "C", "D", NULL };

const char *
_saiga_wcmc_next_appendix (SaigaReading *reading,
                           const char *const *codes,
                           const char **rest)
{
  while (**rest != '\0')
    {
      const char *start = *rest + strspn (*rest, " /");
      gsize length = strcspn (start, " /");

      *rest = start + length;
      for (guint i = 0; codes[i] != NULL; i++)
        if (strlen (codes[i]) == length && strncmp (codes[i], start, length) == 0)
          return codes[i];

      /* "NC" is what is in none any more; an empty cell came as two marks to some. */
      if (length > 0 && !(length == 2 && (strncmp (start, "NC", 2) == 0 || strncmp (start, "\"\"", 2) == 0)))
        {
          g_autofree char *text = g_strndup (start, length);
          g_autofree char *expected = g_strjoinv (", ", (char **) codes);

          _saiga_reading_add_problem (reading, "import-value", "Listing", text, expected, NULL);
        }
    }

  return NULL;
}
