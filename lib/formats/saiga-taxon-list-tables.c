/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The tables beside the names, which Darwin Core and ColDP share but for the headings. */

#include <string.h>

#include "saiga-taxon-list-private.h"

/* ---- languages */

char *
_saiga_language_parse (const char *text)
{
  /* Three letters and names in English, as files have them; two letters stand for themselves. */
  static const char *const languages[][2] = {
    { "en", "eng english" },
    { "fr", "fre fra french français" },
    { "es", "spa esp spanish español castilian" },
    { "de", "ger deu german deutsch" },
    { "pt", "por portuguese" },
    { "it", "ita italian" },
    { "nl", "dut nld dutch" },
    { "ru", "rus russian" },
    { "zh", "chi zho chinese mandarin" },
    { "ja", "jpn japanese" },
    { "ar", "ara arabic" },
    { "sv", "swe swedish" },
    { "da", "dan danish" },
    { "nb", "nob" },
    { "no", "nor norwegian" },
    { "fi", "fin finnish" },
    { "pl", "pol polish" },
    { "cs", "cze ces czech" },
    { "hu", "hun hungarian" },
    { "tr", "tur turkish" },
    { "el", "gre ell greek" },
    { "fa", "per fas persian farsi" },
    { "hi", "hin hindi" },
    { "id", "ind indonesian" },
    { "ms", "may msa malay" },
    { "sw", "swa swahili" },
    { "ko", "kor korean" },
    { "vi", "vie vietnamese" },
    { "th", "tha thai" },
    { "uk", "ukr ukrainian" },
    { "mn", "mon mongolian" },
    { "kk", "kaz kazakh" },
  };
  g_autofree char *own = g_strdup (text);
  g_autofree char *folded = g_utf8_strdown (text, -1);
  gsize length = strlen (g_strstrip (folded));

  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (languages); i++)
    {
      g_auto(GStrv) words = g_strsplit (languages[i][1], " ", -1);

      if (g_strv_contains ((const char *const *) words, folded))
        return g_strdup (languages[i][0]);
    }

  return g_regex_match_simple ("^[a-z]{2,3}(-[a-z0-9]{2,8})*$", folded, 0, 0) ? g_strdup (length > 3 ? g_strstrip (own) : folded) : NULL;
}

/* ---- references */

enum
{
  REFERENCE_ID,
  REFERENCE_CITATION,
  REFERENCE_AUTHOR,
  REFERENCE_TITLE,
  REFERENCE_DATE,
  REFERENCE_DOI,
  REFERENCE_ISBN,
  REFERENCE_LINK,
  N_REFERENCE,
};

/* In Darwin Core the row is about a taxon, in ColDP it is what others refer to. */
static const SaigaColumn reference_columns[] = {
  [REFERENCE_ID] = { "coreid|id|taxonid", FALSE },
  [REFERENCE_CITATION] = { "bibliographiccitation|citation", FALSE },
  [REFERENCE_AUTHOR] = { "creator|author", FALSE },
  [REFERENCE_TITLE] = { "title", FALSE },
  [REFERENCE_DATE] = { "date|issued|year", FALSE },
  [REFERENCE_DOI] = { "doi", FALSE },
  [REFERENCE_ISBN] = { "isbn", FALSE },
  [REFERENCE_LINK] = { "identifier|link", FALSE },
};

/* As others write it: `doi:10.…`, `https://doi.org/10.…`. */
static const char *
find_doi (const char *text)
{
  const char *doi = strstr (text, "10.");

  return doi != NULL && strchr (doi, '/') != NULL ? doi : NULL;
}

void
_saiga_taxon_list_add_source (SaigaTaxonList *self,
                              SaigaRecord *taxon,
                              const char *document_id)
{
  if (document_id != NULL)
    _saiga_draft_add_string (self->reading, taxon, "source-ids", document_id);
}

static SaigaRowEnd
read_reference (SaigaReading *reading,
                const SaigaRow *row,
                gpointer data)
{
  SaigaTaxonList *self = data;
  const char *number = _saiga_row_get_text (row, REFERENCE_ID);
  gboolean is_of_taxon = g_str_has_prefix (row->heading->folded[0], "coreid");
  g_autofree char *citation = _saiga_clean_line (_saiga_row_get_text (row, REFERENCE_CITATION));
  g_autofree char *title = _saiga_clean_line (_saiga_row_get_text (row, REFERENCE_TITLE));
  g_autofree char *author = _saiga_clean_line (_saiga_row_get_text (row, REFERENCE_AUTHOR));
  const char *doi = find_doi (_saiga_row_get_text (row, REFERENCE_DOI));
  const char *link = _saiga_row_get_text (row, REFERENCE_LINK);
  const char *date = _saiga_row_get_text (row, REFERENCE_DATE);
  SaigaRecord *taxon = is_of_taxon ? _saiga_taxon_list_find_taxon (self, number) : NULL;
  const char *slug = _saiga_id_peek_slug (reading->authority_id);
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  SaigaRecord *document;

  if (is_of_taxon && taxon == NULL)
    return SAIGA_ROW_REFUSED;
  if (title[0] == '\0' && citation[0] == '\0')
    {
      _saiga_reading_add_problem (reading, "import-field", NULL, number, "title", NULL);
      return SAIGA_ROW_REFUSED;
    }

  /* One of Darwin Core has no number: what it says is its name. */
  key = g_strdup (is_of_taxon ? (title[0] != '\0' ? title : citation) : number);
  name = _saiga_slug (key);
  if (strlen (name) > 60)
    name[60] = '\0';
  id = g_strconcat ("document.", slug, "-", name[0] != '\0' ? name : "reference", NULL);
  if (g_hash_table_contains (self->documents, key) || (_saiga_reading_lookup (reading, id) != NULL && !SAIGA_IS_DOCUMENT (_saiga_reading_lookup (reading, id))))
    {
      if (taxon != NULL && g_hash_table_contains (self->documents, key))
        _saiga_taxon_list_add_source (self, taxon, g_hash_table_lookup (self->documents, key));
      return SAIGA_ROW_MERGED;
    }

  document = _saiga_reading_draft (reading, SAIGA_TYPE_DOCUMENT, id);
  _saiga_draft_set (reading, document, "kind", "publication");
  _saiga_draft_set_words (reading, document, "title", "en", title[0] != '\0' ? title : citation);
  _saiga_draft_set (reading, document, "author", author);
  _saiga_draft_set (reading, document, "citation", citation);
  if (strlen (date) == 4 || strlen (date) == 7 || strlen (date) == 10)
    {
      g_autoptr(SaigaDate) day = saiga_date_parse (date, NULL);

      if (day != NULL)
        _saiga_draft_set (reading, document, "date", date);
    }
  if (doi != NULL)
    _saiga_draft_add_identifier (reading, document, "doi", doi);
  if (_saiga_row_get (row, REFERENCE_ISBN)->length > 0)
    _saiga_draft_add_identifier (reading, document, "isbn", _saiga_row_get_text (row, REFERENCE_ISBN));
  if (g_str_has_prefix (link, "http://") || g_str_has_prefix (link, "https://"))
    _saiga_draft_add_part (reading, document, "links", "url", link, NULL);
  g_hash_table_insert (self->documents, g_strdup (key), g_strdup (id));
  if (taxon != NULL)
    _saiga_taxon_list_add_source (self, taxon, id);

  return SAIGA_ROW_MADE;
}

gboolean
_saiga_taxon_list_read_references (SaigaTaxonList *self,
                                   guint member,
                                   const SaigaHeading *heading,
                                   GError **error)
{
  return _saiga_reading_read_rows (self->reading, member, heading, reference_columns, N_REFERENCE, read_reference, self, error);
}

/* ---- common names */

enum
{
  VERNACULAR_TAXON,
  VERNACULAR_NAME,
  VERNACULAR_LANGUAGE,
  VERNACULAR_PREFERRED,
  VERNACULAR_REFERENCE,
  N_VERNACULAR,
};

static const SaigaColumn vernacular_columns[] = {
  [VERNACULAR_TAXON] = { "coreid|taxonid", TRUE },
  [VERNACULAR_NAME] = { "vernacularname|name", TRUE },
  [VERNACULAR_LANGUAGE] = { "language", FALSE },
  [VERNACULAR_PREFERRED] = { "ispreferredname|preferred", FALSE },
  [VERNACULAR_REFERENCE] = { "referenceid", FALSE },
};

static SaigaRowEnd
read_vernacular (SaigaReading *reading,
                 const SaigaRow *row,
                 gpointer data)
{
  SaigaTaxonList *self = data;
  SaigaRecord *taxon = _saiga_taxon_list_find_taxon (self, _saiga_row_get_text (row, VERNACULAR_TAXON));
  g_autofree char *name = _saiga_clean_line (_saiga_row_get_text (row, VERNACULAR_NAME));
  const char *code = _saiga_row_get_text (row, VERNACULAR_LANGUAGE);
  g_autofree char *language = _saiga_language_parse (code);
  const char *preferred = _saiga_row_get_text (row, VERNACULAR_PREFERRED);

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;
  if (name[0] == '\0' || language == NULL)
    {
      if (name[0] == '\0' || code[0] == '\0')
        _saiga_reading_add_problem (reading, "import-field", NULL, name, name[0] == '\0' ? "vernacularName" : "language", NULL);
      else
        _saiga_reading_add_problem (reading, "import-value", "language", code, "a language is expected", NULL);
      return SAIGA_ROW_REFUSED;
    }

  _saiga_draft_add_part (reading, taxon, "common-names", "name", name, "language", language, "preferred",
                         g_ascii_strcasecmp (preferred, "true") == 0 || g_str_equal (preferred, "1") ? "yes" : NULL, "document-ids",
                         g_hash_table_lookup (self->documents, _saiga_row_get_text (row, VERNACULAR_REFERENCE)), NULL);

  return SAIGA_ROW_MERGED;
}

gboolean
_saiga_taxon_list_read_vernaculars (SaigaTaxonList *self,
                                    guint member,
                                    const SaigaHeading *heading,
                                    GError **error)
{
  return _saiga_reading_read_rows (self->reading, member, heading, vernacular_columns, N_VERNACULAR, read_vernacular, self, error);
}

/* ---- where it lives */

enum
{
  PLACE_TAXON,
  PLACE_ID,
  PLACE_CODE,
  PLACE_COUNTRY,
  PLACE_LOCALITY,
  PLACE_STATUS,
  PLACE_MEANS,
  N_PLACE,
};

static const SaigaColumn place_columns[] = {
  [PLACE_TAXON] = { "coreid|taxonid", TRUE },
  [PLACE_ID] = { "locationid|areaid", FALSE },
  [PLACE_CODE] = { "countrycode", FALSE },
  [PLACE_COUNTRY] = { "country", FALSE },
  [PLACE_LOCALITY] = { "locality|area", FALSE },
  [PLACE_STATUS] = { "occurrencestatus|status", FALSE },
  [PLACE_MEANS] = { "establishmentmeans", FALSE },
};

/* What both columns say together, in either standard; NULL: that it is not there. */
static const char *
find_tag (const char *status,
          const char *means)
{
  g_autofree char *both = g_strconcat (status, " ", means, NULL);
  g_autofree char *text = g_ascii_strdown (both, -1);
  gboolean is_doubtful = strstr (text, "doubtful") != NULL || strstr (text, "uncertain") != NULL;

  if (strstr (text, "possibly extinct") != NULL)
    return "possibly-extinct";
  if (strstr (text, "extinct") != NULL)
    return "extinct";
  if (strstr (text, "absent") != NULL || strstr (text, "excluded") != NULL)
    return NULL;
  if (strstr (text, "reintroduced") != NULL)
    return "reintroduced";
  if (strstr (text, "introduced") != NULL || strstr (text, "alien") != NULL || strstr (text, "naturalis") != NULL || strstr (text, "naturaliz") != NULL ||
      strstr (text, "invasive") != NULL || strstr (text, "managed") != NULL || strstr (text, "domesticated") != NULL)
    return is_doubtful ? "possibly-introduced" : "introduced";
  if (strstr (text, "vagrant") != NULL || strstr (text, "accidental") != NULL)
    return "vagrant";

  return is_doubtful ? "uncertain" : "native";
}

/* `ISO 3166-2:CA-AB`, `iso:it-82`, `CA`: the country, if there is no area of its own; `saiga:area.ca`: as we wrote
 * it. Other gazetteers are not known. */
static const char *
find_place (SaigaReading *reading,
            const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *country = NULL;
  const char *id;

  if (g_str_has_prefix (text, "saiga:"))
    {
      const char *area_id = text + strlen ("saiga:");
      SaigaRecord *record = _saiga_reading_need (reading, area_id) ? _saiga_reading_lookup (reading, area_id) : NULL;

      return record != NULL && SAIGA_IS_AREA (record) ? _saiga_record_peek_id (record) : NULL;
    }
  if (colon != NULL && g_ascii_strncasecmp (text, "iso", 3) != 0)
    return NULL;

  id = _saiga_reading_find_area (reading, colon != NULL ? colon + 1 : text);
  text = colon != NULL ? colon + 1 : text;
  if (id != NULL || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]) || text[2] != '-')
    return id;
  country = g_strndup (text, 2);

  return _saiga_reading_find_area (reading, country);
}

typedef struct
{
  SaigaRangeDraft *range;
  const char *tag;
  guint n;
} Adding;

static void
add_area (const char *area_id,
          gpointer data)
{
  Adding *adding = data;

  _saiga_range_draft_add_area (adding->range, area_id, adding->tag);
  adding->n++;
}

static SaigaRowEnd
read_place (SaigaReading *reading,
            const SaigaRow *row,
            gpointer data)
{
  static const guint names[] = { PLACE_CODE, PLACE_COUNTRY, PLACE_LOCALITY };
  static const char *const headings[] = { "countryCode", "country", "locality" };
  SaigaTaxonList *self = data;
  SaigaRecord *taxon = _saiga_taxon_list_find_taxon (self, _saiga_row_get_text (row, PLACE_TAXON));
  Adding adding = { NULL, find_tag (_saiga_row_get_text (row, PLACE_STATUS), _saiga_row_get_text (row, PLACE_MEANS)), 0 };
  g_auto(GStrv) ids = g_strsplit_set (_saiga_row_get_text (row, PLACE_ID), ",;", -1);
  const char *unknown = "";

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;
  if (adding.tag == NULL)
    {
      _saiga_reading_add_problem (reading, "import-value", "occurrenceStatus", _saiga_row_get_text (row, PLACE_STATUS), "a range has no place for where a taxon is not", NULL);
      return SAIGA_ROW_REFUSED;
    }

  adding.range = _saiga_range_drafts_get (self->ranges, _saiga_record_peek_id (taxon));
  for (char **id = ids; *id != NULL; id++)
    {
      const char *area_id = (*g_strstrip (*id)) != '\0' ? find_place (reading, *id) : NULL;

      if (area_id != NULL)
        add_area (area_id, &adding);
      else if (**id != '\0')
        unknown = *id;
    }
  for (guint i = 0; adding.n == 0 && i < G_N_ELEMENTS (names); i++)
    {
      const char *text = _saiga_row_get_text (row, names[i]);
      const char *area_id = text[0] != '\0' ? find_place (reading, text) : NULL;

      if (area_id != NULL)
        add_area (area_id, &adding);
      else if (text[0] != '\0')
        {
          _saiga_reading_each_area (reading, text, headings[i], add_area, &adding);
          unknown = "";
        }
    }
  if (adding.n == 0 && unknown[0] != '\0')
    _saiga_reading_add_problem (reading, "import-area", "locationID", unknown, NULL);

  return adding.n > 0 ? SAIGA_ROW_MERGED : SAIGA_ROW_REFUSED;
}

gboolean
_saiga_taxon_list_read_distributions (SaigaTaxonList *self,
                                      guint member,
                                      const SaigaHeading *heading,
                                      GError **error)
{
  return _saiga_reading_read_rows (self->reading, member, heading, place_columns, N_PLACE, read_place, self, error);
}

/* ---- numbers */

enum
{
  NUMBER_TAXON,
  NUMBER_TEXT,
  N_NUMBER,
};

static const SaigaColumn number_columns[] = {
  [NUMBER_TAXON] = { "coreid|taxonid", TRUE },
  [NUMBER_TEXT] = { "identifier", TRUE },
};

/* `scheme:number`, or a DOI; of other addresses nobody says what they are. */
static SaigaRowEnd
read_number (SaigaReading *reading,
             const SaigaRow *row,
             gpointer data)
{
  SaigaRecord *taxon = _saiga_taxon_list_find_taxon (data, _saiga_row_get_text (row, NUMBER_TAXON));
  const char *text = _saiga_row_get_text (row, NUMBER_TEXT);
  const char *doi = find_doi (text);
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");
  g_autofree char *scheme = text[length] == ':' && length > 0 && text[length + 1] != '/' ? g_strndup (text, length) : NULL;

  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;
  if (doi == NULL && (scheme == NULL || text[length + 1] == '\0' || !g_ascii_islower (text[0])))
    {
      _saiga_reading_add_problem (reading, "import-value", "identifier", text, "a scheme and a number are expected", NULL);
      return SAIGA_ROW_REFUSED;
    }
  _saiga_draft_add_identifier (reading, taxon, doi != NULL ? "doi" : scheme, doi != NULL ? doi : text + length + 1);

  return SAIGA_ROW_MERGED;
}

gboolean
_saiga_taxon_list_read_identifiers (SaigaTaxonList *self,
                                    guint member,
                                    const SaigaHeading *heading,
                                    GError **error)
{
  return _saiga_reading_read_rows (self->reading, member, heading, number_columns, N_NUMBER, read_number, self, error);
}
