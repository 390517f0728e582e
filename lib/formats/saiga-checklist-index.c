/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The index of the Checklist of CITES species, as CSV.
 *
 * A row says in which Appendices a taxon is, not which entry put it there: so a listing is made for the lowest
 * taxa that have a row, and only where the law of the data set does not have it there already. */

#include <string.h>

#include "saiga-checklist-private.h"

enum
{
  LISTING = SAIGA_N_WCMC_COLUMNS,
  FULL_ENGLISH,
  SHORT_ENGLISH,
  SHORT_SPANISH,
  SHORT_FRENCH,
  HASH_SYMBOL,
  HASH_TEXT,
  SYNONYMS,
  ENGLISH_NAMES,
  SPANISH_NAMES,
  FRENCH_NAMES,
  ACCEPTED,
  N_COLUMNS,
};

static const SaigaColumn columns[] = {
  SAIGA_WCMC_COLUMNS,
  [LISTING] = { "currentlisting", TRUE },
  [FULL_ENGLISH] = { "fullannotationenglish", FALSE },
  [SHORT_ENGLISH] = { "annotationenglish", FALSE },
  [SHORT_SPANISH] = { "annotationspanish", FALSE },
  [SHORT_FRENCH] = { "annotationfrench", FALSE },
  [HASH_SYMBOL] = { "#annotationsymbol", FALSE },
  [HASH_TEXT] = { "#annotation", FALSE },
  [SYNONYMS] = { "synonymswithauthors|synonyms", FALSE },
  [ENGLISH_NAMES] = { "englishnames", FALSE },
  [SPANISH_NAMES] = { "spanishnames", FALSE },
  [FRENCH_NAMES] = { "frenchnames", FALSE },
  [ACCEPTED] = { "citesaccepted", FALSE },
};

/* What a row says of an Appendix, kept until it is known which taxa have rows below them. */
typedef struct
{
  const char *taxon_id;
  const char *appendix; /* static */
  SaigaText *full;      /* of the reading */
  SaigaText *brief;
  const char *annotation_id;
} Entry;

typedef struct
{
  GArray *entries;
  SaigaRangeDraft *range;
} State;

/* The words behind `Appendix II:` in a cell that may have several of these. */
static char *
find_words (const char *cell,
            gconstpointer data)
{
  g_autofree char *mark = g_strdup_printf ("Appendix %s:", (const char *) data);
  const char *start = strstr (cell, mark);
  const char *end;
  g_autofree char *words = NULL;

  if (start == NULL)
    return NULL;

  start += strlen (mark);
  for (end = start; (end = strstr (end, "Appendix ")) != NULL; end++)
    {
      const char *code = end + strlen ("Appendix ");
      gsize length = strspn (code, "IV");

      if (length > 0 && code[length] == ':')
        break;
    }
  words = end != NULL ? g_strndup (start, end - start) : g_strdup (start);

  return _saiga_clean_words (words);
}

static SaigaRowEnd
read_row (SaigaReading *reading,
          const SaigaRow *row,
          gpointer data)
{
  static const char *const languages[] = { "en", "es", "fr" };
  State *state = data;
  SaigaRecord *taxon = _saiga_wcmc_row_put_taxon (reading, row, state->range);
  const char *rest = _saiga_row_get_text (row, LISTING);
  const char *appendix;

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;

  _saiga_reading_add_synonyms (reading, taxon, _saiga_row_get_text (row, SYNONYMS));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    _saiga_reading_add_common_names (reading, taxon, _saiga_row_get_text (row, ENGLISH_NAMES + i), languages[i]);
  _saiga_reading_say_law (reading, taxon, rest, state->entries->len);

  while ((appendix = _saiga_wcmc_next_appendix (reading, _saiga_wcmc_cites_codes, &rest)) != NULL)
    {
      const char *const full = _saiga_row_get_text (row, FULL_ENGLISH);
      const char *const hash = _saiga_row_get_text (row, HASH_TEXT);
      const char *const brief[] = { _saiga_row_get_text (row, SHORT_ENGLISH), _saiga_row_get_text (row, SHORT_SPANISH), _saiga_row_get_text (row, SHORT_FRENCH) };
      Entry entry = {
        _saiga_record_peek_id (taxon), appendix,
        _saiga_reading_share_words (reading, languages, &full, 1, find_words, appendix, appendix),
        _saiga_reading_share_words (reading, languages, brief, 3, find_words, appendix, appendix),
        _saiga_wcmc_put_annotation (reading, _saiga_row_get_text (row, HASH_SYMBOL), _saiga_reading_share_words (reading, languages, &hash, 1, find_words, appendix, appendix))
      };

      g_array_append_val (state->entries, entry);
    }

  return _saiga_reading_end_taxon (reading, taxon);
}

static void
put_listing (SaigaReading *reading,
             const char *taxon_id,
             const char *appendix,
             guint first,
             gpointer data)
{
  State *state = data;

  for (guint i = first; i < state->entries->len; i++)
    {
      const Entry *entry = &g_array_index (state->entries, Entry, i);
      SaigaRecord *draft;

      if (!g_str_equal (entry->taxon_id, taxon_id))
        return;
      if (!g_str_equal (entry->appendix, appendix))
        continue;

      draft = _saiga_reading_put_anew (reading, taxon_id, appendix, "addition");
      _saiga_draft_set_text (draft, "annotation", entry->full);
      _saiga_draft_set_text (draft, "short-annotation", entry->brief);
      _saiga_draft_set (reading, draft, "annotation-ids", entry->annotation_id);
      return;
    }
}

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_columns (sample, columns, N_COLUMNS);
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  State state = { g_array_new (FALSE, FALSE, sizeof (Entry)), _saiga_range_draft_new () };
  gboolean is_read;

  _saiga_wcmc_begin (reading, "instrument.cites", "authority.cites");
  is_read = _saiga_reading_read_table (reading, reading->member, columns, N_COLUMNS, read_row, &state, error);
  if (is_read)
    _saiga_reading_settle_law (reading, put_listing, &state);

  g_array_unref (state.entries);
  _saiga_range_draft_free (state.range);

  return is_read;
}

const SaigaFormat _saiga_format_checklist_index = {
  .name = "checklist-index",
  .title = N_ ("Index of the Checklist of CITES species (CSV)"),
  .sniff = sniff,
  .read = read_file,
  .write = _saiga_checklist_write_index,
  .is_one_file = TRUE,
};
