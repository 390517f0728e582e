/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The export of CITES listings of Species+, as CSV: `cites_listings`. */

#include <string.h>

#include "saiga-format-private.h"
#include "saiga-species-plus-private.h"

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_columns (sample, _saiga_species_plus_columns, SAIGA_N_SPECIES_PLUS_COLUMNS);
}

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
  if (*start == '[')
    {
      const char *close = strchr (start, ']');
      const char *listing = strstr (start, " listing ");

      if (close != NULL && listing != NULL && listing < close)
        {
          *under = g_strndup (listing + strlen (" listing "), close - listing - strlen (" listing "));
          if (g_str_has_suffix (*under, " spp."))
            (*under)[strlen (*under) - strlen (" spp.")] = '\0';
          start = close + 1;
        }
    }
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

/* The taxon of that name, if it is this one or above it. */
static const char *
find_above (SaigaReading *reading,
            SaigaRecord *taxon,
            const char *name)
{
  for (guint depth = 0; taxon != NULL && SAIGA_IS_TAXON (taxon) && depth < 64; depth++)
    {
      const char *parent_id = saiga_taxon_get_parent_id (SAIGA_TAXON (taxon));

      if (g_strcmp0 (saiga_taxon_get_name (SAIGA_TAXON (taxon)), name) == 0)
        return _saiga_record_peek_id (taxon);
      taxon = parent_id != NULL ? _saiga_reading_lookup (reading, parent_id) : NULL;
    }

  return NULL;
}

typedef struct
{
  SaigaReading *reading;
  SaigaListingFacts facts;
  const char *words;
  const char *annotation_id;
} Entry;

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
  const char *parties = g_str_equal (appendix, "III") ? _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_PARTY) : "";
  Entry entry = { reading, { .appendix = appendix }, words, put_annotation (reading, _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_HASH_NOTE), appendix) };

  if (under == NULL)
    under = find_only_name (_saiga_row_get_text (row, SAIGA_SPECIES_PLUS_UNDER));
  entry.facts.taxon_id = under != NULL ? find_above (reading, taxon, under) : _saiga_record_peek_id (taxon);
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
  SaigaRecord *taxon = _saiga_wcmc_row_put_taxon (reading, row, data);
  const char *rest = _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_LISTING);
  const char *appendix;

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;

  while ((appendix = _saiga_wcmc_next_appendix (reading, &rest)) != NULL)
    read_appendix (reading, row, taxon, appendix);
  _saiga_reading_say_law (reading, taxon, _saiga_row_get_text (row, SAIGA_SPECIES_PLUS_LISTING), 0);

  return _saiga_reading_end_taxon (reading, taxon);
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  SaigaRangeDraft *range = _saiga_range_draft_new ();
  gboolean is_read;

  _saiga_wcmc_begin (reading, "instrument.cites", "authority.cites");
  is_read = _saiga_reading_read_table (reading, reading->member, _saiga_species_plus_columns, SAIGA_N_SPECIES_PLUS_COLUMNS, read_row, range, error);
  _saiga_range_draft_free (range);
  if (is_read)
    _saiga_reading_settle_law (reading, NULL, NULL);

  return is_read;
}

const SaigaColumn _saiga_species_plus_columns[] = {
  SAIGA_WCMC_COLUMNS,
  [SAIGA_SPECIES_PLUS_LISTING] = { "listing", TRUE },
  [SAIGA_SPECIES_PLUS_PARTY] = { "party", TRUE },
  [SAIGA_SPECIES_PLUS_UNDER] = { "listedunder", TRUE },
  [SAIGA_SPECIES_PLUS_NOTE] = { "fullnote", FALSE },
  [SAIGA_SPECIES_PLUS_HASH_NOTE] = { "#fullnote", FALSE },
};

const SaigaFormat _saiga_format_species_plus_cites = {
  .name = "species-plus-cites",
  .title = N_ ("CITES listings of Species+ (CSV)"),
  .sniff = sniff,
  .read = read_file,
  .write = _saiga_species_plus_write_cites,
  .is_one_file = TRUE,
};
