/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Listings as Species+ has them, whether in a row or in an answer. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-wcmc-row-private.h"
#include "saiga-wcmc-tables-private.h"

/* ---- what it is listed under */

const char *
_saiga_wcmc_skip_under (const char *words,
                        char **under)
{
  const char *close = words[0] == '[' ? strchr (words, ']') : NULL;
  g_autofree char *inside = close != NULL ? g_strndup (words + 1, close - words - 1) : NULL;
  g_auto(GStrv) pieces = inside != NULL ? g_strsplit (inside, " ", 3) : NULL;

  /* The rank, what happened, the name: "[Note: see …]" is something else. */
  *under = NULL;
  if (pieces == NULL || g_strv_length (pieces) < 3 || _saiga_rank_parse (pieces[0]) == SAIGA_TAXON_RANK_UNSET)
    return words;

  *under = _saiga_clean_line (pieces[2]);
  if (g_str_has_suffix (*under, " spp."))
    (*under)[strlen (*under) - strlen (" spp.")] = '\0';

  return close + 1;
}

/* Whether one of the taxa, from @taxon up, is covered by a listing of another one that says so. */
static gboolean
is_included (SaigaReading *reading,
             SaigaRecord *taxon,
             SaigaListing *listing)
{
  const char *const *also = saiga_listing_get_also_taxon_ids (listing);

  for (guint depth = 0; taxon != NULL && depth < 64; depth++, taxon = _saiga_reading_get_parent (reading, taxon))
    if (g_strv_contains (also, _saiga_record_peek_id (taxon)))
      return TRUE;

  return FALSE;
}

/* A listing may cover taxa that do not stand below its own: Cyathea spp. does other tree ferns too. */
static const char *
find_including (SaigaReading *reading,
                SaigaRecord *taxon,
                const char *name)
{
  const char *other_id = _saiga_reading_find_taxon (reading, name);
  g_autoptr(GListModel) referrers = other_id != NULL ? saiga_snapshot_get_referrers (reading->snapshot, other_id) : NULL;

  for (guint i = 0; referrers != NULL && i < g_list_model_get_n_items (referrers); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (referrers, i);

      if (SAIGA_IS_LISTING (record) && g_strcmp0 (saiga_listing_get_taxon_id (SAIGA_LISTING (record)), other_id) == 0 &&
          is_included (reading, taxon, SAIGA_LISTING (record)))
        return other_id;
    }

  return NULL;
}

const char *
_saiga_wcmc_find_above (SaigaReading *reading,
                        SaigaRecord *taxon,
                        const char *name)
{
  SaigaRecord *at = taxon;

  for (guint depth = 0; at != NULL && depth < 64; depth++, at = _saiga_reading_get_parent (reading, at))
    if (g_strcmp0 (saiga_taxon_get_name (SAIGA_TAXON (at)), name) == 0)
      return _saiga_record_peek_id (at);

  return find_including (reading, taxon, name);
}

/* ---- words */

static void
put_words (SaigaReading *reading,
           SaigaRecord *draft,
           const char *language,
           const char *words)
{
  SaigaListing *listing = SAIGA_LISTING (draft);
  SaigaWcmcNote *note = _saiga_wcmc_note_new (words);
  const char *const *areas = saiga_listing_get_area_ids (listing);
  const char *const *except = saiga_listing_get_except_area_ids (listing);
  gboolean is_read = saiga_listing_get_scope_text (listing) != NULL || saiga_listing_get_scope (listing) != NULL || saiga_listing_get_residual (listing) ||
                     (areas != NULL && areas[0] != NULL) || (except != NULL && except[0] != NULL);

  _saiga_draft_set_words (reading, draft, "annotation", language, words);

  /* Where somebody has read the words, the fields say it better. */
  if (!is_read && g_str_equal (language, "en"))
    {
      _saiga_draft_set_words (reading, draft, "scope", language, note->scope);
      _saiga_draft_set_words (reading, draft, "scope-text", language, note->scope);
    }
  if (saiga_listing_get_former_name (listing) == NULL)
    _saiga_draft_set (reading, draft, "former-name", note->former_name);
  _saiga_wcmc_note_free (note);
}

/* ---- listings */

/* A reservation "On behalf of Hong Kong." is of a territory. */
static const char *
find_territory (SaigaReading *reading,
                const char *words)
{
  static const char *const starts[] = { "On behalf of ", "Au nom de ", "En nombre de " };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (words, starts[i]))
      {
        const char *start = words + strlen (starts[i]);
        g_autofree char *name = g_strndup (start, strcspn (start, ".,;\n"));

        return _saiga_reading_find_area (reading, name);
      }

  return NULL;
}

SaigaRecord *
_saiga_wcmc_put_listing (SaigaReading *reading,
                         SaigaRecord *taxon,
                         const SaigaSpeciesPlusListing *listing)
{
  const char *language = listing->language != NULL ? listing->language : "en";
  const char *taxon_id = _saiga_record_peek_id (taxon);
  g_autofree char *under = NULL;
  const char *rest = _saiga_wcmc_skip_under (listing->words != NULL ? listing->words : "", &under);
  g_autofree char *words = _saiga_clean_words (rest);
  SaigaListingFacts facts = { taxon_id, listing->appendix, NULL, NULL, listing->change, listing->effective, listing->number };
  SaigaRecord *draft;

  if (listing->party != NULL && listing->party[0] != '\0')
    {
      facts.party_id = _saiga_reading_find_area (reading, listing->party);
      if (facts.party_id == NULL)
        {
          _saiga_reading_add_problem (reading, "import-area", "party", listing->party, NULL);
          return NULL;
        }
    }
  if (under != NULL)
    {
      const char *above = _saiga_wcmc_find_above (reading, taxon, under);

      if (above != NULL)
        facts.taxon_id = above;
      else
        _saiga_reading_add_problem (reading, "import-under", "annotation", under, NULL);
    }

  draft = _saiga_reading_put_listing (reading, &facts);
  _saiga_draft_set (reading, draft, "current-in-source", listing->current);
  _saiga_draft_set (reading, draft, "annotation-ids", listing->annotation_id);
  if (words[0] != '\0')
    put_words (reading, draft, language, words);
  if (facts.party_id != NULL && facts.change != NULL && !g_str_equal (facts.change, "addition"))
    _saiga_draft_set (reading, draft, "territory-id", find_territory (reading, words));

  return draft;
}

/* ---- cells of CMS */

/* The @n-th line of an Appendix, `**II** 12/01/1989`, without its mark; a line goes on until the next mark. NULL: there
 * are not so many. */
static char *
find_line (const char *cell,
           const char *appendix,
           guint n)
{
  g_autofree char *mark = g_strdup_printf ("**%s** ", appendix);

  for (const char *at = cell; (at = strstr (at, mark)) != NULL; at += strlen (mark))
    if ((at == cell || at[-1] == '\n') && n-- == 0)
      {
        const char *start = at + strlen (mark);
        const char *end = strstr (start, "\n**");

        return end != NULL ? g_strndup (start, end - start) : g_strdup (start);
      }

  return NULL;
}

/* DD/MM/YYYY, or a year. The first of January of 1979 stands for "from the beginning, or not known", that of any other
 * year for a year of which the day is not known. */
static char *
parse_day (SaigaReading *reading,
           const char *line,
           gboolean *is_placeholder)
{
  g_autofree char *under = NULL;
  char *day = _saiga_reading_parse_day (reading, "Date", _saiga_wcmc_skip_under (line, &under));

  *is_placeholder = g_strcmp0 (day, "1979-01-01") == 0;
  if (*is_placeholder)
    g_clear_pointer (&day, g_free);
  else if (day != NULL && g_str_has_suffix (day, "-01-01"))
    day[strlen ("1994")] = '\0';

  return day;
}

/* What of the names in `Listed under` an Appendix is under: the only one, or one above that is listed in it. A note
 * can say so too, and is then better. */
static const char *
find_under (SaigaReading *reading,
            SaigaRecord *taxon,
            const char *cell,
            const char *appendix)
{
  g_auto(GStrv) names = g_strsplit (cell, ",", -1);
  const char *own = NULL;
  const char *above = NULL;

  for (char **name = names; *name != NULL; name++)
    {
      const char *id;

      g_strstrip (*name);
      if (g_str_has_suffix (*name, " spp."))
        (*name)[strlen (*name) - strlen (" spp.")] = '\0';
      if (**name == '\0')
        continue;
      id = _saiga_wcmc_find_above (reading, taxon, *name);
      if (id == NULL)
        _saiga_reading_add_problem (reading, "import-under", "Listed under", *name, NULL);
      else if (g_str_equal (id, _saiga_record_peek_id (taxon)))
        own = id;
      else if (names[1] == NULL || _saiga_reading_is_listed (reading, id, appendix))
        above = id;
    }

  return above != NULL ? above : own;
}

static void
put_cms_listing (SaigaReading *reading,
                 SaigaRecord *taxon,
                 const char *appendix,
                 const char *under,
                 const char *date,
                 const char *note)
{
  gboolean is_placeholder = FALSE;
  g_autofree char *day = date != NULL ? parse_day (reading, date, &is_placeholder) : NULL;
  const char *above_id = note == NULL || note[0] != '[' ? find_under (reading, taxon, under, appendix) : NULL;
  SaigaRecord *above = above_id != NULL ? _saiga_reading_lookup (reading, above_id) : NULL;
  SaigaSpeciesPlusListing listing = { .appendix = appendix, .effective = day, .words = note, .current = "yes" };
  SaigaRecord *draft = _saiga_wcmc_put_listing (reading, above != NULL ? above : taxon, &listing);

  if (saiga_listing_get_effective (SAIGA_LISTING (draft)) != NULL)
    return;
  /* The day of the file is the first that is known only where none is. */
  _saiga_reading_date_listing (reading, draft);
  if (is_placeholder)
    _saiga_draft_set (reading, draft, "precision", "placeholder");
}

void
_saiga_wcmc_put_cms_listings (SaigaReading *reading,
                              SaigaRecord *taxon,
                              const char *listing,
                              const char *under,
                              const char *dates,
                              const char *notes)
{
  static const char *const codes[] = { "I", "II", NULL };
  const char *appendix;

  while ((appendix = _saiga_wcmc_next_appendix (reading, codes, &listing)) != NULL)
    {
      guint n = 0;

      /* A line for each listing; notes come in the same order, where there are as many. */
      for (;; n++)
        {
          g_autofree char *date = find_line (dates, appendix, n);
          g_autofree char *note = find_line (notes, appendix, n);

          if (date == NULL && n > 0)
            break;
          put_cms_listing (reading, taxon, appendix, under, date, note);
        }
    }
}

/* ---- the European Union */

#define EU_REGULATION "instrument.eu-338-97"

/* The embedded data set does not have the law of the EU: its instrument is made. */
static void
put_regulation (SaigaReading *reading)
{
  static const char *const names[][2] = {
    { "en", "Council Regulation (EC) No 338/97 on the protection of species of wild fauna and flora by regulating trade therein" },
    { "fr", "Règlement (CE) n° 338/97 du Conseil relatif à la protection des espèces de faune et de flore sauvages par le contrôle de leur commerce" },
    { "es", "Reglamento (CE) n.º 338/97 del Consejo relativo a la protección de especies de la fauna y flora silvestres mediante el control de su comercio" },
  };
  SaigaRecord *draft;

  if (_saiga_reading_lookup (reading, EU_REGULATION) != NULL)
    return;

  draft = _saiga_reading_draft (reading, SAIGA_TYPE_INSTRUMENT, EU_REGULATION);
  _saiga_draft_set (reading, draft, "kind", "regulation");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    _saiga_draft_set_words (reading, draft, "name", names[i][0], names[i][1]);
  _saiga_draft_set (reading, draft, "exclusive", "yes");
  for (const char *const *code = _saiga_wcmc_eu_codes; *code != NULL; code++)
    _saiga_draft_add_part (reading, draft, "appendices", "code", *code, "party-listed", (*code)[0] == 'C' ? "yes" : "no", NULL);
}

/* The EU has the taxa of CITES: their authority serves its regulation too. */
static void
serve_regulation (SaigaReading *reading)
{
  SaigaRecord *authority = _saiga_reading_lookup (reading, reading->authority_id);

  if (authority != NULL && SAIGA_IS_AUTHORITY (authority))
    _saiga_draft_add_string (reading, _saiga_reading_draft (reading, SAIGA_TYPE_AUTHORITY, reading->authority_id), "instrument-ids", EU_REGULATION);
}

const char *
_saiga_wcmc_need_eu (SaigaReading *reading)
{
  put_regulation (reading);
  serve_regulation (reading);

  return EU_REGULATION;
}
