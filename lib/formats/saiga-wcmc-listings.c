/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The history of the Appendices of CITES and CMS, and of the lists of the instruments of the CMS family, in
 * UNEP-WCMC's tables: one row for each event. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-wcmc-tables-private.h"

#define PLACEHOLDER "1979-01-01" /* of CMS: original, or not known */

enum
{
  RANK,
  NUMBER,
  LISTING,
  DAY,
  CURRENT,
  AREAS,
  EXCEPT_AREAS,
  INCLUDED_NUMBER,
  INCLUDED_RANK,
  EXCEPT_NUMBERS,
  ENGLISH,
  SPANISH,
  FRENCH,
  PARTY,
  FULL,
  HASH,
  NOTES,
  INSTRUMENT,
  N_COLUMNS,
};

#define COMMON_COLUMNS                                 \
  [RANK] = { "rankname|rank", TRUE },                  \
  [NUMBER] = { "recid", TRUE },                        \
  [LISTING] = { "listing", TRUE },                     \
  [DAY] = { "effectivefrom", TRUE },                   \
  [CURRENT] = { "iscurrent", TRUE },                   \
  [AREAS] = { "populationsiso2", TRUE },               \
  [EXCEPT_AREAS] = { "excludedpopulationsiso", TRUE }, \
  [INCLUDED_NUMBER] = { "includedinrecid", FALSE },    \
  [INCLUDED_RANK] = { "rankforinclusions", FALSE },    \
  [EXCEPT_NUMBERS] = { "excludedrecids", FALSE }

static const SaigaColumn cites_columns[] = {
  COMMON_COLUMNS,
  [ENGLISH] = { "shortnoteen", TRUE },
  [SPANISH] = { "shortnotees", FALSE },
  [FRENCH] = { "shortnotefr", FALSE },
  [PARTY] = { "partyiso2", TRUE },
  [FULL] = { "fullnoteen", FALSE },
  [HASH] = { "hashnote", FALSE },
  [NOTES] = { "notes", FALSE },
};

static const SaigaColumn cms_columns[] = {
  COMMON_COLUMNS,
  [ENGLISH] = { "legnotes", TRUE },
  [NOTES] = { "internalnotes", FALSE },
  [INSTRUMENT] = { "cmsinstrument", TRUE },
};

/* ---- rows */

/* Ids of a list of codes such as `BW, NA,ZW `. */
static char *
find_areas (SaigaWcmcTables *self,
            const char *list)
{
  g_auto(GStrv) codes = g_strsplit_set (list, ",; \t\n\r", -1);
  GString *ids = g_string_new (NULL);

  for (char **code = codes; *code != NULL; code++)
    {
      const char *id = (*code)[0] != '\0' ? _saiga_wcmc_get_area (self, *code) : NULL;

      if (id != NULL)
        _saiga_wcmc_add_id (ids, id);
    }

  return g_string_free (ids, FALSE);
}

static char *
find_areas_of (SaigaWcmcTables *self,
               char **codes)
{
  g_autofree char *list = g_strjoinv (",", codes);

  return find_areas (self, list);
}

static void
set_included (SaigaWcmcTables *self,
              SaigaRecord *record,
              const SaigaRow *row,
              SaigaWcmcAuthority authority)
{
  const char *number = _saiga_row_get_text (row, INCLUDED_NUMBER);
  const char *id;

  if (number[0] == '\0')
    return;
  id = _saiga_wcmc_find (self, _saiga_wcmc_key (self, _saiga_row_get_text (row, INCLUDED_RANK), number), authority);
  if (id != NULL)
    _saiga_draft_set (self->reading, record, "included-in-id", id);
  else
    _saiga_reading_add_problem (self->reading, "import-number", "included_in_RecID", number, NULL);
}

static void
set_notes (SaigaWcmcTables *self,
           SaigaRecord *record,
           const SaigaRow *row)
{
  static const char *const languages[] = { "en", "es", "fr" };
  g_autofree char *full = _saiga_clean_words (_saiga_row_get_text (row, FULL));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *words = _saiga_clean_words (_saiga_row_get_text (row, ENGLISH + i));

      if (!g_str_equal (words, "NULL"))
        _saiga_draft_set_words (self->reading, record, "short-annotation", languages[i], words);
    }
  if (!g_str_equal (full, "NULL"))
    _saiga_draft_set_words (self->reading, record, "annotation", "en", full);
  _saiga_draft_set (self->reading, record, "note", _saiga_wcmc_clean (self, _saiga_row_get_text (row, NOTES)));
}

static const SaigaWcmcNote *
get_note (const SaigaEvent *listing)
{
  return listing->data;
}

/* What the tables of both conventions have. */
static SaigaEvent *
create_listing (SaigaWcmcTables *self,
                const SaigaRow *row,
                const char *taxon_id,
                const char *instrument_id,
                const char *appendix,
                const char *change,
                SaigaWcmcAuthority authority)
{
  SaigaReading *reading = self->reading;
  SaigaEvent *listing = g_new0 (SaigaEvent, 1);
  SaigaRecord *record = _saiga_record_new (SAIGA_TYPE_LISTING, reading->arena);
  const char *current = _saiga_row_get_text (row, CURRENT);
  g_autofree char *areas = find_areas (self, _saiga_row_get_text (row, AREAS));
  g_autofree char *except_areas = find_areas (self, _saiga_row_get_text (row, EXCEPT_AREAS));
  g_autofree char *excepted = _saiga_wcmc_find_list (self, _saiga_row_get_text (row, EXCEPT_NUMBERS), "excluded_rec_ids", authority);

  listing->record = record;
  listing->taxon_id = g_strdup (taxon_id);
  listing->appendix = _saiga_wcmc_clean (self, appendix);
  listing->change = change;
  listing->day = _saiga_reading_parse_day (self->reading, "effective_from", _saiga_wcmc_clean (self, _saiga_row_get_text (row, DAY)));
  listing->data = _saiga_wcmc_note (self, _saiga_wcmc_clean (self, _saiga_row_get_text (row, ENGLISH)));
  listing->row = reading->row;

  _saiga_draft_set (reading, record, "instrument-id", instrument_id);
  _saiga_draft_set (reading, record, "taxon-id", taxon_id);
  _saiga_draft_set (reading, record, "appendix", listing->appendix);
  _saiga_draft_set (reading, record, "change", change);
  _saiga_draft_set (reading, record, "former-name", get_note (listing)->former_name);
  _saiga_draft_set (reading, record, "area-ids", areas);
  _saiga_draft_set (reading, record, "except-area-ids", except_areas);
  _saiga_draft_set (reading, record, "except-taxon-ids", excepted);
  _saiga_draft_set (reading, record, "current-in-source", current[0] == '1' ? "yes" : current[0] == '0' ? "no"
                                                                                                        : NULL);
  set_included (self, record, row, authority);
  set_notes (self, record, row);

  return listing;
}

static gboolean
is_set (SaigaRecord *record,
        const char *field)
{
  return !_saiga_field_is_default (_saiga_record_info_find (_saiga_record_get_info (record), field), record);
}

/* ---- CITES */

static void
set_annotation (SaigaWcmcTables *self,
                SaigaRecord *record,
                const char *shown)
{
  g_autofree char *id = NULL;

  if (shown[0] == '\0')
    return;
  id = _saiga_wcmc_annotation_id (shown);
  if (id != NULL && _saiga_reading_lookup (self->reading, id) != NULL)
    _saiga_draft_set (self->reading, record, "annotation-ids", id);
  else
    _saiga_reading_add_problem (self->reading, "import-number", "hash_note", shown, NULL);
}

static void
set_party (SaigaWcmcTables *self,
           SaigaEvent *listing,
           const char *code)
{
  const char *id = code[0] != '\0' ? _saiga_wcmc_get_area (self, code) : NULL;
  const char *territory_id = get_note (listing)->territory != NULL ? _saiga_wcmc_get_area (self, get_note (listing)->territory) : NULL;

  listing->party_id = g_strdup (id);
  _saiga_draft_set (self->reading, listing->record, "party-id", id);
  _saiga_draft_set (self->reading, listing->record, "territory-id", territory_id);
}

/* Populations and scope that only the note of an addition names. */
static void
set_scope (SaigaWcmcTables *self,
           SaigaEvent *listing)
{
  SaigaRecord *record = listing->record;

  if (!is_set (record, "area-ids") && !is_set (record, "except-area-ids") && get_note (listing)->codes != NULL)
    {
      g_autofree char *areas = find_areas_of (self, get_note (listing)->codes);

      _saiga_draft_set (self->reading, record, "area-ids", areas);
    }
  if (!is_set (record, "area-ids") && !is_set (record, "except-area-ids") && !is_set (record, "except-taxon-ids") && !get_note (listing)->is_residual)
    _saiga_draft_set_words (self->reading, record, "scope-text", "en", get_note (listing)->scope);
}

static SaigaRowEnd
read_cites (SaigaReading *reading,
            const SaigaRow *row,
            gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *rank = _saiga_row_get_text (row, RANK);
  const char *number = _saiga_row_get_text (row, NUMBER);
  const char *taxon_id = _saiga_wcmc_find (self, _saiga_wcmc_key (self, rank, number), SAIGA_WCMC_CITES);
  const char *code = _saiga_wcmc_clean (self, _saiga_row_get_text (row, LISTING));
  gboolean is_deletion = g_str_has_prefix (code, "DEL");
  const char *appendix = code + (is_deletion ? strlen ("DEL") : 0);
  gsize length = strcspn (appendix, "/");
  const char *change = is_deletion ? "deletion" : g_str_equal (appendix + length, "/r") ? "reservation"
                                                : g_str_equal (appendix + length, "/w") ? "withdrawal"
                                                                                        : "addition";
  g_autofree char *bare = g_strndup (appendix, length);
  SaigaEvent *listing;

  if (taxon_id == NULL)
    return _saiga_wcmc_refuse_number (self, "rec_id", rank, number);
  if ((appendix[length] != '\0' && g_str_equal (change, "addition")) || (!g_str_equal (bare, "I") && !g_str_equal (bare, "II") && !g_str_equal (bare, "III")))
    {
      _saiga_reading_add_problem (reading, "import-value", "listing", code, "I, II or III, with DEL before or /r or /w behind", NULL);
      return SAIGA_ROW_REFUSED;
    }

  listing = create_listing (self, row, taxon_id, "instrument.cites", bare, change, SAIGA_WCMC_CITES);
  set_party (self, listing, _saiga_wcmc_clean (self, _saiga_row_get_text (row, PARTY)));
  _saiga_draft_set (reading, listing->record, "partial", get_note (listing)->is_partial ? "yes" : NULL);
  _saiga_draft_set (reading, listing->record, "residual", get_note (listing)->is_residual ? "yes" : NULL);
  set_annotation (self, listing->record, _saiga_wcmc_clean (self, _saiga_row_get_text (row, HASH)));
  if (g_str_equal (change, "addition"))
    set_scope (self, listing);
  g_ptr_array_add (self->listings, listing);

  return SAIGA_ROW_LATER;
}

/* ---- CMS and its family */

/* The id of the instrument of a row: that of its column, else of its listing. */
static char *
find_instrument (SaigaWcmcTables *self,
                 const SaigaRow *row,
                 gboolean *is_convention)
{
  const char *name = _saiga_wcmc_clean (self, _saiga_row_get_text (row, INSTRUMENT));
  g_autofree char *slug = NULL;

  if (name[0] == '\0')
    name = _saiga_wcmc_clean (self, _saiga_row_get_text (row, LISTING));
  if (g_str_has_prefix (name, "CMS - "))
    name += strlen ("CMS - ");
  *is_convention = g_str_equal (name, "CMS") || g_str_equal (name, "I") || g_str_equal (name, "II");
  slug = *is_convention ? g_strdup ("cms") : _saiga_slug (name);

  return g_strconcat ("instrument.", slug, NULL);
}

/* In the CMS family 1 January is a filler for the year; in CMS that of 1979 for what is not known. */
static void
correct_day (SaigaWcmcTables *self,
             SaigaEvent *listing,
             gboolean is_convention)
{
  if (listing->day == NULL)
    return;
  if (is_convention && g_str_equal (listing->day, PLACEHOLDER))
    {
      _saiga_draft_set (self->reading, listing->record, "precision", "placeholder");
      g_clear_pointer (&listing->day, g_free);
    }
  else if (g_str_has_suffix (listing->day, "-01-01"))
    listing->day[4] = '\0';
}

static SaigaRowEnd
read_cms (SaigaReading *reading,
          const SaigaRow *row,
          gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *rank = _saiga_row_get_text (row, RANK);
  const char *number = _saiga_row_get_text (row, NUMBER);
  const char *taxon_id = _saiga_wcmc_find (self, _saiga_wcmc_key (self, rank, number), SAIGA_WCMC_CMS);
  gboolean is_convention;
  g_autofree char *instrument_id = find_instrument (self, row, &is_convention);
  const char *appendix = is_convention ? _saiga_wcmc_clean (self, _saiga_row_get_text (row, LISTING)) : "list";
  SaigaEvent *listing;
  const char *words;

  if (taxon_id == NULL)
    return _saiga_wcmc_refuse_number (self, "rec_id", rank, number);
  if (!_saiga_reading_need (reading, instrument_id))
    return _saiga_wcmc_refuse_number (self, "CMS instrument", "", instrument_id);
  if (is_convention && !g_str_equal (appendix, "I") && !g_str_equal (appendix, "II"))
    {
      _saiga_reading_add_problem (reading, "import-value", "listing", appendix, "I or II", NULL);
      return SAIGA_ROW_REFUSED;
    }

  listing = create_listing (self, row, taxon_id, instrument_id, appendix, "addition", SAIGA_WCMC_CMS);
  correct_day (self, listing, is_convention);
  words = get_note (listing)->scope;
  if (words == NULL && strstr (get_note (listing)->words, "Wadden Sea area only") != NULL)
    words = get_note (listing)->sentence;
  _saiga_draft_set_words (reading, listing->record, "scope", "en", words);
  if (!is_convention || !is_set (listing->record, "area-ids"))
    _saiga_draft_set_words (reading, listing->record, "scope-text", "en", words);
  g_ptr_array_add (self->listings, listing);

  return SAIGA_ROW_LATER;
}

/* ---- records */

/* A delayed addition takes what the same taxon has on its day with it. */
static void
delay (SaigaWcmcTables *self)
{
  for (guint i = 0; i < self->listings->len; i++)
    {
      SaigaEvent *listing = self->listings->pdata[i];
      g_autofree char *day = NULL;

      if (get_note (listing)->delayed == NULL || listing->day == NULL)
        continue;
      day = g_strdup (listing->day);
      for (guint n = 0; n < self->listings->len; n++)
        {
          SaigaEvent *other = self->listings->pdata[n];
          gboolean goes_along = other == listing || g_str_equal (other->change, "deletion") ||
                                (g_str_equal (other->change, "reservation") && g_str_equal (other->appendix, listing->appendix));

          if (!goes_along || !g_str_equal (other->taxon_id, listing->taxon_id) || g_strcmp0 (other->day, day) != 0)
            continue;
          g_free (other->day);
          other->day = g_strdup (get_note (listing)->delayed);
          _saiga_draft_set (self->reading, other->record, "text-from", day);
        }
    }
}

static void
finish_listings (SaigaWcmcTables *self)
{
  static const char *const aside[] = { "former-name", "current-in-source", "short-annotation", "annotation", "note", NULL };

  delay (self);
  _saiga_reading_put_events (self->reading, self->listings, aside);
}

const SaigaWcmcTable _saiga_wcmc_listing_tables[] = {
  { "animalia_legislation_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, cites_columns, INSTRUMENT, read_cites, finish_listings },
  { "plantae_legislation_utf8.csv", SAIGA_WCMC_PLANTAE, SAIGA_WCMC_CITES, cites_columns, INSTRUMENT, read_cites, finish_listings },
  { "CMS_legislation_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CMS, cms_columns, N_COLUMNS, read_cms, finish_listings },
  { NULL }
};
