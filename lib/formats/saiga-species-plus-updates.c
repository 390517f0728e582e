/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Single tables by which lists are kept up to date: those that UNEP-WCMC imports into Species+ (areas and their tags,
 * synonyms, common names, reservations), reservations with their Appendix, and Parties. Their taxa are those of the
 * data set, by their numbers in Species+ or by name. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-check-private.h"
#include "saiga-taxon-list-private.h"
#include "saiga-format-private.h"
#include "saiga-wcmc-row-private.h"

#define MAX_UPDATE_COLUMNS 9

typedef struct
{
  SaigaColumn columns[MAX_UPDATE_COLUMNS];
  SaigaReadRow read;
} Update;

/* Taxa by the number that Species+ gave them. */
static SaigaRecord *
find_numbered (SaigaReading *reading,
               const char *number)
{
  g_autofree char *line = _saiga_clean_line (number);
  const char *id = line[0] != '\0' ? _saiga_reading_find_number (reading, "splus", line) : NULL;

  return id != NULL ? _saiga_reading_draft (reading, SAIGA_TYPE_TAXON, id) : NULL;
}

static SaigaRowEnd
refuse_taxon (SaigaReading *reading,
              const char *number)
{
  _saiga_reading_add_problem (reading, "import-taxon", NULL, number, NULL);

  return SAIGA_ROW_REFUSED;
}

/* ---- areas */

enum
{
  AREA_TAXON,
  AREA_CODE,
  AREA_KIND,
  AREA_TAGS,
};

static const char *
find_tag (const char *text)
{
  static const char *const others[] = { "native", "vagrant" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (others[i], text) == 0)
      return others[i];

  return _saiga_wcmc_find_tag (text);
}

/* What the taxon has already is kept: such a file adds areas and tags. */
static SaigaRangeDraft *
get_range (SaigaReading *reading,
           GHashTable *ranges,
           SaigaRecord *taxon)
{
  const char *id = _saiga_record_peek_id (taxon);
  gboolean is_new = !g_hash_table_contains (ranges, id);
  SaigaRangeDraft *range = _saiga_range_drafts_get (ranges, id);

  if (is_new)
    _saiga_range_draft_load (range, reading, taxon);

  return range;
}

static SaigaRowEnd
read_area (SaigaReading *reading,
           const SaigaRow *row,
           gpointer data)
{
  const char *number = _saiga_row_get_text (row, AREA_TAXON);
  g_autofree char *code = _saiga_clean_line (_saiga_row_get_text (row, AREA_CODE));
  g_auto(GStrv) tags = g_strsplit (_saiga_row_get_text (row, AREA_TAGS), ",", -1);
  SaigaRecord *taxon = find_numbered (reading, number);
  const char *area_id = code[0] != '\0' ? _saiga_reading_find_area (reading, code) : NULL;
  SaigaRangeDraft *range;
  guint n = 0;

  if (taxon == NULL)
    return refuse_taxon (reading, number);
  if (area_id == NULL)
    {
      _saiga_reading_add_problem (reading, "import-area", "ISO Code 2", code, NULL);
      return SAIGA_ROW_REFUSED;
    }

  range = get_range (reading, data, taxon);
  for (char **tag = tags; *tag != NULL; tag++)
    {
      const char *known = find_tag (g_strstrip (*tag));

      if ((*tag)[0] == '\0')
        continue;
      if (known == NULL)
        {
          _saiga_reading_add_problem (reading, "import-value", "Tags", *tag, "introduced, reintroduced, extinct, distribution uncertain", NULL);
          return SAIGA_ROW_REFUSED;
        }

      /* The tags of a row are all there are: an area that was plainly native is so no more. */
      if (n++ == 0)
        _saiga_range_draft_forget_tags (range, area_id);
      _saiga_range_draft_add_area (range, area_id, known);
    }
  if (n == 0)
    _saiga_range_draft_add_area (range, area_id, "");

  return SAIGA_ROW_MERGED;
}

/* ---- names */

enum
{
  SYNONYM_NAME,
  SYNONYM_RANK,
  SYNONYM_PARENT,
  SYNONYM_AUTHOR,
  SYNONYM_NOTES,
  SYNONYM_ACCEPTED,
};

/* A name below the genus is only its last word: the parent has the rest. */
static SaigaRowEnd
read_synonym (SaigaReading *reading,
              const SaigaRow *row,
              gpointer data)
{
  g_autofree char *word = _saiga_clean_line (_saiga_row_get_text (row, SYNONYM_NAME));
  g_autofree char *author = _saiga_clean_line (_saiga_row_get_text (row, SYNONYM_AUTHOR));
  g_autofree char *note = _saiga_clean_line (_saiga_row_get_text (row, SYNONYM_NOTES));
  const char *accepted = _saiga_row_get_text (row, SYNONYM_ACCEPTED);
  SaigaRecord *taxon = find_numbered (reading, accepted);
  gboolean is_below = _saiga_rank_parse (_saiga_row_get_text (row, SYNONYM_RANK)) >= SAIGA_TAXON_RANK_SPECIES && strchr (word, ' ') == NULL;
  SaigaRecord *parent = is_below ? find_numbered (reading, _saiga_row_get_text (row, SYNONYM_PARENT)) : NULL;
  g_autofree char *name = NULL;

  if (taxon == NULL)
    return refuse_taxon (reading, accepted);
  if (word[0] == '\0')
    {
      _saiga_reading_add_problem (reading, "import-field", NULL, accepted, "Scientific name", NULL);
      return SAIGA_ROW_REFUSED;
    }
  if (is_below && parent == NULL)
    return refuse_taxon (reading, _saiga_row_get_text (row, SYNONYM_PARENT));

  name = parent != NULL ? g_strconcat (saiga_taxon_get_name (SAIGA_TAXON (parent)), " ", word, NULL) : g_strdup (word);
  _saiga_draft_add_part (reading, taxon, "synonyms", "name", name, "authorship", author, "note", note, NULL);

  return SAIGA_ROW_MERGED;
}

enum
{
  COMMON_NAME,
  COMMON_LANGUAGE,
  COMMON_TAXON,
};

static SaigaRowEnd
read_common_name (SaigaReading *reading,
                  const SaigaRow *row,
                  gpointer data)
{
  g_autofree char *name = _saiga_clean_line (_saiga_row_get_text (row, COMMON_NAME));
  g_autofree char *language = _saiga_language_parse (_saiga_row_get_text (row, COMMON_LANGUAGE));
  const char *number = _saiga_row_get_text (row, COMMON_TAXON);
  SaigaRecord *taxon = find_numbered (reading, number);

  if (taxon == NULL)
    return refuse_taxon (reading, number);
  if (name[0] == '\0' || language == NULL)
    {
      _saiga_reading_add_problem (reading, "import-field", NULL, name, name[0] == '\0' ? "ComName" : "LangShort", NULL);
      return SAIGA_ROW_REFUSED;
    }
  _saiga_draft_add_part (reading, taxon, "common-names", "name", name, "language", language, NULL);

  return SAIGA_ROW_MERGED;
}

/* ---- law */

enum
{
  RESERVATION_NAME,
  RESERVATION_NUMBER,
  RESERVATION_RANK,
  RESERVATION_PARTY,
  RESERVATION_START,
  RESERVATION_END,
  RESERVATION_NOTE,
  RESERVATION_APPENDIX,
};

/* Files without an Appendix are about Appendix I: so Species+ reads them. */
static SaigaRowEnd
read_reservation (SaigaReading *reading,
                  const SaigaRow *row,
                  gpointer data)
{
  g_autofree char *name = _saiga_clean_line (_saiga_row_get_text (row, RESERVATION_NAME));
  g_autofree char *code = _saiga_clean_line (_saiga_row_get_text (row, RESERVATION_PARTY));
  g_autofree char *appendix = _saiga_clean_line (_saiga_row_get_text (row, RESERVATION_APPENDIX));
  g_autofree char *note = _saiga_clean_words (_saiga_row_get_text (row, RESERVATION_NOTE));
  const char *until = _saiga_row_get_text (row, RESERVATION_END);
  g_autofree char *start = _saiga_reading_parse_day (reading, "start", _saiga_row_get_text (row, RESERVATION_START));
  g_autofree char *end = _saiga_reading_parse_day (reading, "end", g_str_equal (until, "Present") ? "" : until);
  SaigaRecord *numbered = find_numbered (reading, _saiga_row_get_text (row, RESERVATION_NUMBER));
  const char *taxon_id = numbered != NULL ? _saiga_record_peek_id (numbered) : _saiga_reading_find_taxon (reading, name);
  const char *party_id = code[0] != '\0' ? _saiga_reading_find_area (reading, code) : NULL;
  SaigaListingFacts facts = { .taxon_id = taxon_id, .appendix = appendix[0] != '\0' ? appendix : "I", .party_id = party_id, .change = "reservation", .effective = start };
  SaigaRecord *listing;

  if (taxon_id == NULL)
    return refuse_taxon (reading, name);
  if (party_id == NULL)
    {
      _saiga_reading_add_problem (reading, "import-area", "party", code, NULL);
      return SAIGA_ROW_REFUSED;
    }
  if (start == NULL)
    {
      _saiga_reading_add_problem (reading, "import-field", NULL, name, "start", NULL);
      return SAIGA_ROW_REFUSED;
    }

  listing = _saiga_reading_put_listing (reading, &facts);
  _saiga_draft_set_words (reading, listing, "annotation", "en", note);
  if (end != NULL)
    {
      facts.change = "withdrawal";
      facts.effective = end;
      _saiga_reading_put_listing (reading, &facts);
    }

  return _saiga_reading_end_taxon (reading, listing);
}

enum
{
  PARTY_INSTRUMENT,
  PARTY_CODE,
  PARTY_SINCE,
  PARTY_NOTE,
};

/* The membership that is there, by its members: its id may be another. */
static const char *
find_membership (SaigaReading *reading,
                 const char *group_id,
                 const char *member_id)
{
  SaigaTable *table = _saiga_snapshot_get_table (reading->snapshot, _saiga_record_type_index (SAIGA_TYPE_MEMBERSHIP));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_membership_get_role (record) == SAIGA_MEMBERSHIP_ROLE_PARTY && g_strcmp0 (saiga_membership_get_group_id (record), group_id) == 0 &&
        g_strcmp0 (saiga_membership_get_member_id (record), member_id) == 0)
      return _saiga_record_peek_id (record);

  return NULL;
}

static SaigaRowEnd
read_party (SaigaReading *reading,
            const SaigaRow *row,
            gpointer data)
{
  g_autofree char *instrument = _saiga_slug (_saiga_row_get_text (row, PARTY_INSTRUMENT));
  g_autofree char *group_id = g_strconcat ("instrument.", instrument, NULL);
  g_autofree char *code = _saiga_clean_line (_saiga_row_get_text (row, PARTY_CODE));
  g_autofree char *note = _saiga_clean_line (_saiga_row_get_text (row, PARTY_NOTE));
  g_autofree char *since = _saiga_reading_parse_day (reading, "entry_into_force", _saiga_row_get_text (row, PARTY_SINCE));
  const char *area_id = code[0] != '\0' ? _saiga_reading_find_area (reading, code) : NULL;
  g_autofree char *made = NULL;
  const char *id;
  SaigaRecord *membership;

  if (instrument[0] == '\0' || !_saiga_reading_need (reading, group_id) || area_id == NULL)
    {
      if (area_id == NULL)
        _saiga_reading_add_problem (reading, "import-area", "iso2", code, NULL);
      else
        _saiga_reading_add_problem (reading, "import-value", "instrument", _saiga_row_get_text (row, PARTY_INSTRUMENT), "an instrument is expected", NULL);
      return SAIGA_ROW_REFUSED;
    }

  id = find_membership (reading, group_id, area_id);
  if (id == NULL)
    id = made = g_strdup_printf ("membership.%s-%s", instrument, _saiga_id_peek_slug (area_id));
  membership = _saiga_reading_lookup (reading, id);
  if (membership != NULL && !SAIGA_IS_MEMBERSHIP (membership))
    {
      _saiga_reading_add_problem (reading, "import-record", NULL, id, "its id is that of another record", NULL);
      return SAIGA_ROW_REFUSED;
    }

  membership = _saiga_reading_draft (reading, SAIGA_TYPE_MEMBERSHIP, id);
  _saiga_draft_set (reading, membership, "group-id", group_id);
  _saiga_draft_set (reading, membership, "member-id", area_id);
  _saiga_draft_set (reading, membership, "role", "party");
  _saiga_draft_set (reading, membership, "valid-from", since);
  _saiga_draft_set (reading, membership, "note", note);

  return _saiga_reading_end_taxon (reading, membership);
}

/* ---- all of them */

static const Update updates[] = {
  { { [AREA_TAXON] = { "taxonconceptid", TRUE }, [AREA_CODE] = { "isocode2", TRUE }, [AREA_KIND] = { "geoentity", TRUE }, [AREA_TAGS] = { "tags", FALSE } },
    read_area },
  { { [SYNONYM_NAME] = { "scientificname", TRUE },
      [SYNONYM_RANK] = { "rank", TRUE },
      [SYNONYM_PARENT] = { "parentid", TRUE },
      [SYNONYM_AUTHOR] = { "speciesauthor", TRUE },
      [SYNONYM_NOTES] = { "notes", FALSE },
      [SYNONYM_ACCEPTED] = { "acceptedid", TRUE } },
    read_synonym },
  { { [COMMON_NAME] = { "comname", TRUE }, [COMMON_LANGUAGE] = { "langshort", TRUE }, [COMMON_TAXON] = { "recid", TRUE } },
    read_common_name },
  { { [RESERVATION_NAME] = { "taxonname", TRUE },
      [RESERVATION_NUMBER] = { "taxonconceptid", FALSE },
      [RESERVATION_RANK] = { "rank", TRUE },
      [RESERVATION_PARTY] = { "isocode2|partyiso2", TRUE },
      [RESERVATION_START] = { "startdate|start", TRUE },
      [RESERVATION_END] = { "enddate|end", TRUE },
      [RESERVATION_NOTE] = { "notes|note", FALSE },
      [RESERVATION_APPENDIX] = { "appendix", FALSE } },
    read_reservation },
  { { [PARTY_INSTRUMENT] = { "instrument", TRUE }, [PARTY_CODE] = { "iso2", TRUE }, [PARTY_SINCE] = { "entryintoforce", TRUE }, [PARTY_NOTE] = { "note", FALSE } },
    read_party },
};

static guint
count_columns (const Update *update)
{
  guint n = 0;

  while (n < MAX_UPDATE_COLUMNS && update->columns[n].name != NULL)
    n++;

  return n;
}

/* Quotas and exemptions look as reservations do; they are no events of an Appendix. */
static gboolean
is_other (const SaigaHeading *heading)
{
  const char *const *folded = (const char *const *) heading->folded;

  return g_strv_contains (folded, "quota") || g_strv_contains (folded, "appliestoimport");
}

static const Update *
find_update (SaigaSample *sample,
             guint member)
{
  const SaigaHeading *heading = _saiga_sample_get_heading (sample, member);

  for (guint i = 0; heading != NULL && !is_other (heading) && i < G_N_ELEMENTS (updates); i++)
    {
      guint map[MAX_UPDATE_COLUMNS];

      if (_saiga_heading_map (heading, updates[i].columns, count_columns (&updates[i]), map))
        return &updates[i];
    }

  return NULL;
}

static guint
sniff (SaigaSample *sample)
{
  const Update *update = _saiga_input_get_n_members (sample->input) == 1 ? find_update (sample, 0) : NULL;

  /* In a folder such tables are part of something else. */
  return update != NULL ? _saiga_sample_match_columns (sample, update->columns, count_columns (update)) : 0;
}

/* Which of the two taxonomies a table is for, its first row tells. */
static gboolean
is_of_cms (SaigaSample *sample,
           guint member)
{
  static const SaigaColumn designation = { "designation", TRUE };
  g_autoptr(SaigaDelimited) rows = _saiga_sample_open_rows (sample, member);
  guint column;

  return rows != NULL && _saiga_heading_map (_saiga_sample_get_heading (sample, member), &designation, 1, &column) && _saiga_delimited_next (rows, NULL, NULL) &&
         g_str_equal (_saiga_delimited_get_cell (rows, column)->text, "CMS");
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  const Update *update = find_update (reading->sample, reading->member);
  g_autoptr(GHashTable) ranges = _saiga_range_drafts_new ();
  gboolean is_cms = is_of_cms (reading->sample, reading->member);

  if (update == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: has not the headings of such a table", _saiga_input_get_name (reading->input));
      return FALSE;
    }

  reading->instrument_id = is_cms ? "instrument.cms" : "instrument.cites";
  if (reading->authority_id == NULL)
    reading->authority_id = g_strdup (is_cms ? "authority.cms" : "authority.cites");
  if (!_saiga_reading_read_table (reading, reading->member, update->columns, count_columns (update), update->read, ranges, error))
    return FALSE;
  _saiga_range_drafts_set (ranges, reading);

  return TRUE;
}

const SaigaFormat _saiga_format_species_plus_updates = {
  .name = "species-plus-updates",
  .title = N_ ("Table that brings Species+ up to date: areas and tags, names, reservations, Parties (CSV)"),
  .sniff = sniff,
  .read = read_file,
};
