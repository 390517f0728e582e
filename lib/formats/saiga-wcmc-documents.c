/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* References, standard references, numbered annotations and events of UNEP-WCMC's tables. */

#include <string.h>

#include "saiga-wcmc-tables-private.h"

/* ---- words */

/* Titles have genera between underscores; some lack one of the two, or a space after. */
static char *
take_marks (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));
  const char *open = NULL; /* what is behind the mark that is open */

  for (; *text != '\0'; text++)
    {
      gsize n = strcspn (text, "_");

      g_string_append_len (plain, text, n);
      text += n;
      if (*text == '\0')
        break;
      if (open == NULL && strchr (text + 1, '_') != NULL)
        open = text;
      else if (open != NULL)
        {
          gunichar next = g_utf8_get_char (text + 1);

          open = NULL;
          if (text[1] != '_' && (g_unichar_isalnum (next)))
            g_string_append_c (plain, ' ');
        }
    }

  return g_string_free (plain, FALSE);
}

static const char *
clean_reference (SaigaWcmcTables *self,
                 const char *cell)
{
  g_autofree char *mended = _saiga_encoding_mend (cell);

  return _saiga_wcmc_clean (self, mended);
}

/* ---- references */

enum
{
  REFERENCE_NUMBER,
  REFERENCE_CITATION,
  REFERENCE_AUTHORS,
  REFERENCE_YEAR,
  REFERENCE_TITLE,
  N_REFERENCE_COLUMNS,
};

static const SaigaColumn reference_columns[] = {
  [REFERENCE_NUMBER] = { "dscrecid", TRUE },
  [REFERENCE_CITATION] = { "fullcitation", TRUE },
  [REFERENCE_AUTHORS] = { "authors", TRUE },
  [REFERENCE_YEAR] = { "year", TRUE },
  [REFERENCE_TITLE] = { "title", TRUE },
};

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4 && (strncmp (text, "20", 2) == 0 || (text[0] == '1' && text[1] >= '6'));
}

static SaigaRowEnd
read_reference (SaigaReading *reading,
                const SaigaRow *row,
                gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *number = _saiga_wcmc_clean (self, _saiga_row_get_text (row, REFERENCE_NUMBER));
  g_autofree char *citation = take_marks (clean_reference (self, _saiga_row_get_text (row, REFERENCE_CITATION)));
  g_autofree char *title = take_marks (clean_reference (self, _saiga_row_get_text (row, REFERENCE_TITLE)));
  const char *year = clean_reference (self, _saiga_row_get_text (row, REFERENCE_YEAR));
  g_autofree char *id = g_strconcat ("document.splus-", number, NULL);
  gboolean is_merged;
  SaigaRecord *draft;

  if (number[0] == '\0' || strspn (number, "0123456789") != strlen (number) || (title[0] == '\0' && citation[0] == '\0'))
    return _saiga_reading_refuse_row (reading, row, NULL, title[0] == '\0' && citation[0] == '\0' ? "Full_citation" : "DscRecID");

  is_merged = g_hash_table_contains (reading->drafts, id);
  draft = _saiga_reading_draft (reading, SAIGA_TYPE_DOCUMENT, id);
  _saiga_draft_set (reading, draft, "kind", "publication");
  /* Some have a citation only. */
  _saiga_draft_set_words (reading, draft, "title", "und", title[0] != '\0' ? title : citation);
  _saiga_draft_set (reading, draft, "author", clean_reference (self, _saiga_row_get_text (row, REFERENCE_AUTHORS)));
  _saiga_draft_set (reading, draft, "citation", citation);
  _saiga_draft_set (reading, draft, "date", is_year (year) ? year : NULL);
  _saiga_draft_add_identifier (reading, draft, "splus", number);

  return is_merged ? SAIGA_ROW_MERGED : SAIGA_ROW_MADE;
}

/* ---- standard references */

enum
{
  LINK_RANK,
  LINK_NUMBER,
  LINK_REFERENCE,
  LINK_EXCLUDES,
  LINK_CASCADE,
  N_LINK_COLUMNS,
};

static const SaigaColumn link_columns[] = {
  [LINK_RANK] = { "rank", TRUE },
  [LINK_NUMBER] = { "recid", TRUE },
  [LINK_REFERENCE] = { "designationstandardreferenceid", TRUE },
  [LINK_EXCLUDES] = { "excludes", FALSE },
  [LINK_CASCADE] = { "cascade", FALSE },
};

static SaigaRowEnd
read_link (SaigaReading *reading,
           const SaigaRow *row,
           gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *rank = _saiga_row_get_text (row, LINK_RANK);
  const char *number = _saiga_row_get_text (row, LINK_NUMBER);
  const char *reference = _saiga_wcmc_clean (self, _saiga_row_get_text (row, LINK_REFERENCE));
  gint64 key = _saiga_wcmc_key (self, rank, number);
  SaigaWcmcAuthority authority = self->authority;
  const char *taxon_id = _saiga_wcmc_find (self, key, authority);
  g_autofree char *taxon_slug = NULL;
  g_autofree char *reference_slug = NULL;
  g_autofree char *id = NULL;
  g_autofree char *instrument_id = NULL;
  g_autofree char *document_id = g_strconcat ("document.splus-", reference, NULL);
  g_autofree char *excluded = NULL;
  gboolean is_merged;
  SaigaRecord *draft;

  /* Those of CMS alone stand in the table of the animals too. */
  if (taxon_id == NULL && authority == SAIGA_WCMC_CITES)
    {
      authority = SAIGA_WCMC_CMS;
      taxon_id = _saiga_wcmc_find (self, key, authority);
    }
  if (taxon_id == NULL || reference[0] == '\0')
    return _saiga_wcmc_refuse_number (self, "RecID", rank, number);

  taxon_slug = g_strdelimit (g_strdup (taxon_id), ".", '-');
  reference_slug = _saiga_slug (reference);
  id = g_strconcat ("standard-reference.", taxon_slug, "-", reference_slug, NULL);
  instrument_id = g_strconcat ("instrument.", _saiga_wcmc_prefix (authority), NULL);
  excluded = _saiga_wcmc_find_list (self, _saiga_row_get_text (row, LINK_EXCLUDES), "Excludes", authority);
  is_merged = g_hash_table_contains (reading->drafts, id);
  draft = _saiga_reading_draft (reading, SAIGA_TYPE_STANDARD_REFERENCE, id);
  _saiga_draft_set (reading, draft, "instrument-id", instrument_id);
  _saiga_draft_set (reading, draft, "taxon-id", taxon_id);
  if (_saiga_reading_lookup (reading, document_id) != NULL)
    _saiga_draft_set (reading, draft, "document-id", document_id);
  else
    _saiga_reading_add_problem (reading, "import-number", "DesignationStandardReferenceID", reference, NULL);
  _saiga_draft_set (reading, draft, "descendants", _saiga_row_get_text (row, LINK_CASCADE)[0] == 'N' ? "no" : "yes");
  _saiga_draft_set (reading, draft, "excluded-taxon-ids", excluded);

  return is_merged ? SAIGA_ROW_MERGED : SAIGA_ROW_MADE;
}

/* ---- numbered annotations */

enum
{
  ANNOTATION_SYMBOL,
  ANNOTATION_SHOWN,
  ANNOTATION_ENGLISH,
  ANNOTATION_SPANISH,
  ANNOTATION_FRENCH,
  N_ANNOTATION_COLUMNS,
};

static const SaigaColumn annotation_columns[] = {
  [ANNOTATION_SYMBOL] = { "hashno", TRUE },
  [ANNOTATION_SHOWN] = { "fordisplay", TRUE },
  [ANNOTATION_ENGLISH] = { "text|annotationsenglish", TRUE },
  [ANNOTATION_SPANISH] = { "annotationsspanish", FALSE },
  [ANNOTATION_FRENCH] = { "annotationsfrench", FALSE },
};

/* `CoP15 #4` is annotation.cites-cop15-h4, `CoP1 >3` annotation.cites-cop1-g3. */
char *
_saiga_wcmc_annotation_id (const char *shown)
{
  const char *space = strchr (shown, ' ');
  g_autofree char *meeting = NULL;
  g_autofree char *slug = NULL;
  g_autofree char *number = NULL;

  if (space == NULL || (space[1] != '#' && space[1] != '>') || !g_ascii_isdigit (space[2]))
    return NULL;

  meeting = g_strndup (shown, space - shown);
  slug = _saiga_slug (meeting);
  number = _saiga_slug (space + 2);

  return g_strdup_printf ("annotation.cites-%s-%c%s", slug, space[1] == '#' ? 'h' : 'g', number);
}

static SaigaRowEnd
read_annotation (SaigaReading *reading,
                 const SaigaRow *row,
                 gpointer data)
{
  static const char *const languages[] = { "en", "es", "fr" };
  SaigaWcmcTables *self = data;
  const char *shown = _saiga_wcmc_clean (self, _saiga_row_get_text (row, ANNOTATION_SHOWN));
  g_autofree char *id = _saiga_wcmc_annotation_id (shown);
  g_autofree char *meeting_id = NULL;
  gboolean is_merged;
  SaigaRecord *draft;

  if (id == NULL || _saiga_row_get (row, ANNOTATION_ENGLISH)->length == 0)
    return _saiga_reading_refuse_row (reading, row, NULL, id == NULL ? "For Display" : "Text");

  is_merged = g_hash_table_contains (reading->drafts, id);
  draft = _saiga_reading_draft (reading, SAIGA_TYPE_ANNOTATION, id);
  _saiga_draft_set (reading, draft, "instrument-id", "instrument.cites");
  _saiga_draft_set (reading, draft, "symbol", _saiga_wcmc_clean (self, _saiga_row_get_text (row, ANNOTATION_SYMBOL)));
  _saiga_draft_set (reading, draft, "kind", "hash");
  if (!g_str_has_prefix (shown, "Pre-"))
    {
      g_autofree char *slug = g_ascii_strdown (shown, strchr (shown, ' ') - shown);

      meeting_id = g_strconcat ("meeting.cites-", slug, NULL);
      if (_saiga_reading_need (reading, meeting_id))
        _saiga_draft_set (reading, draft, "meeting-id", meeting_id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *words = _saiga_clean_words (_saiga_row_get_text (row, ANNOTATION_ENGLISH + i));

      _saiga_draft_set_words (reading, draft, "text", languages[i], words);
    }

  return is_merged ? SAIGA_ROW_MERGED : SAIGA_ROW_MADE;
}

/* ---- meetings and papers */

enum
{
  EVENT_NUMBER,
  EVENT_DESIGNATION,
  EVENT_NAME,
  EVENT_DAY,
  EVENT_TYPE,
  EVENT_TITLE,
  EVENT_URL,
  N_EVENT_COLUMNS,
};

static const SaigaColumn event_columns[] = {
  [EVENT_NUMBER] = { "legacyid", TRUE },
  [EVENT_DESIGNATION] = { "designation", TRUE },
  [EVENT_NAME] = { "lnmshortdesc", TRUE },
  [EVENT_DAY] = { "datevalidfrom", TRUE },
  [EVENT_TYPE] = { "eventtype", TRUE },
  [EVENT_TITLE] = { "lnmlongdesc", FALSE },
  [EVENT_URL] = { "lnmurl", FALSE },
};

/* The draft of a Conference of the Parties of CITES, by its abbreviation; NULL: it is not one that is known. */
static SaigaRecord *
find_meeting (SaigaWcmcTables *self,
              const char *name)
{
  g_autofree char *slug = _saiga_slug (name);
  g_autofree char *id = g_strconcat ("meeting.cites-", slug, NULL);

  return _saiga_reading_need (self->reading, id) ? _saiga_reading_draft (self->reading, SAIGA_TYPE_MEETING, id) : NULL;
}

/* Notifications of the Secretariat, and regulations, as papers. */
static SaigaRowEnd
put_paper (SaigaWcmcTables *self,
           const SaigaRow *row,
           const char *number)
{
  SaigaReading *reading = self->reading;
  g_autofree char *id = g_strconcat ("document.splus-event-", number, NULL);
  g_autofree char *day = _saiga_reading_parse_day (self->reading, "Date valid from", _saiga_wcmc_clean (self, _saiga_row_get_text (row, EVENT_DAY)));
  const char *title = _saiga_wcmc_clean (self, _saiga_row_get_text (row, EVENT_TITLE));
  const char *name = _saiga_wcmc_clean (self, _saiga_row_get_text (row, EVENT_NAME));
  gboolean is_merged = g_hash_table_contains (reading->drafts, id);
  SaigaRecord *draft = _saiga_reading_draft (reading, SAIGA_TYPE_DOCUMENT, id);

  _saiga_draft_set (reading, draft, "kind", strstr (_saiga_row_get_text (row, EVENT_TYPE), "Notification") != NULL ? "notification" : "other");
  _saiga_draft_set_words (reading, draft, "title", "en", title[0] != '\0' ? title : name);
  _saiga_draft_set (reading, draft, "symbol", name);
  _saiga_draft_set (reading, draft, "date", day);
  if (_saiga_row_get (row, EVENT_URL)->length > 0)
    _saiga_draft_add_part (reading, draft, "links", "url", _saiga_wcmc_clean (self, _saiga_row_get_text (row, EVENT_URL)), NULL);
  _saiga_draft_add_identifier (reading, draft, "splus-event", number);

  return is_merged ? SAIGA_ROW_MERGED : SAIGA_ROW_MADE;
}

static SaigaRowEnd
read_event (SaigaReading *reading,
            const SaigaRow *row,
            gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *number = _saiga_wcmc_clean (self, _saiga_row_get_text (row, EVENT_NUMBER));
  const char *name = _saiga_wcmc_clean (self, _saiga_row_get_text (row, EVENT_NAME));
  SaigaRecord *meeting = NULL;

  if (number[0] == '\0' || name[0] == '\0' || strspn (number, "0123456789") != strlen (number))
    return _saiga_reading_refuse_row (reading, row, NULL, "Legacy_ID");
  if (strstr (_saiga_row_get_text (row, EVENT_TYPE), "CoP") == NULL)
    return put_paper (self, row, number);

  meeting = find_meeting (self, name);
  if (meeting == NULL)
    return _saiga_wcmc_refuse_number (self, "LnmShortDesc", "", name);
  _saiga_draft_add_identifier (reading, meeting, "splus-event", number);

  return SAIGA_ROW_MERGED;
}

static const SaigaColumn cop_columns[] = { { "designation", TRUE }, { "name", TRUE }, { "startdate", TRUE } };

/* The table calls the day from which the amendments hold the start of a CoP. */
static SaigaRowEnd
read_cop (SaigaReading *reading,
          const SaigaRow *row,
          gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *name = _saiga_wcmc_clean (self, _saiga_row_get_text (row, 1));
  g_autofree char *day = _saiga_reading_parse_day (self->reading, "start_date", _saiga_wcmc_clean (self, _saiga_row_get_text (row, 2)));
  SaigaRecord *meeting = find_meeting (self, name);

  if (meeting == NULL)
    return _saiga_wcmc_refuse_number (self, "name", "", name);
  _saiga_draft_set (reading, meeting, "amendments-effective", day);

  return SAIGA_ROW_MERGED;
}

const SaigaWcmcTable _saiga_wcmc_document_tables[] = {
  { "animalia_references_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, reference_columns, N_REFERENCE_COLUMNS, read_reference, NULL },
  { "animalia_standard_reference_links_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, link_columns, N_LINK_COLUMNS, read_link, NULL },
  { "CMS_standard_reference_links_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CMS, link_columns, N_LINK_COLUMNS, read_link, NULL },
  { "events_utf8.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, event_columns, N_EVENT_COLUMNS, read_event, NULL },
  { "cites_cops_start_dates.csv", SAIGA_WCMC_ANIMALIA, SAIGA_WCMC_CITES, cop_columns, G_N_ELEMENTS (cop_columns), read_cop, NULL },
  { "hash_annotations_cites_utf8.csv", SAIGA_WCMC_PLANTAE, SAIGA_WCMC_CITES, annotation_columns, N_ANNOTATION_COLUMNS, read_annotation, NULL },
  { "hash_annotations_cites_translations.csv", SAIGA_WCMC_PLANTAE, SAIGA_WCMC_CITES, annotation_columns, N_ANNOTATION_COLUMNS, read_annotation, NULL },
  { NULL }
};
