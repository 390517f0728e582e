/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* An assessment of the Red List. */

#include <string.h>

#include <saiga/saiga-criteria.h>

#include "saiga-check-private.h"
#include "saiga-red-list-api-private.h"

/* ---- scopes */

const char *
_saiga_red_list_put_scope (SaigaRedListApi *self,
                           JsonObject *scope)
{
  SaigaReading *reading = self->reading;
  JsonObject *description = _saiga_json_get_object (reading, scope, "description");
  const char *text = description != NULL ? _saiga_json_get_text (reading, description, "en") : NULL;
  g_autofree char *name = text != NULL ? _saiga_clean_line (text) : NULL;
  g_autofree char *slug = name != NULL ? _saiga_slug (name) : NULL;
  g_autofree char *id = NULL;
  const char *known;
  SaigaRecord *draft;

  if (slug == NULL || slug[0] == '\0')
    return NULL;
  known = _saiga_reading_find_area (reading, name);
  if (known != NULL)
    return known;

  id = g_strconcat ("area.", slug, NULL);
  draft = _saiga_reading_draft (reading, SAIGA_TYPE_AREA, id);
  _saiga_draft_set (reading, draft, "kind", "region");
  _saiga_draft_set_words (reading, draft, "name", "en", name);

  return _saiga_record_peek_id (draft);
}

/* One that counts for the whole world does so whatever regions it counts for too. */
static const char *
find_area (SaigaRedListApi *self,
           JsonObject *assessment)
{
  SaigaReading *reading = self->reading;
  JsonArray *list = _saiga_json_get_list (reading, assessment, "scopes");
  guint n = list != NULL ? json_array_get_length (list) : 0;
  JsonObject *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *scope = _saiga_json_get_item (reading, list, i, "scopes");
      g_autofree char *code = scope != NULL ? _saiga_json_dup_number (reading, scope, "code") : NULL;

      if (g_strcmp0 (code, "1") == 0)
        return NULL;
      if (first == NULL)
        first = scope;
    }

  return first != NULL ? _saiga_red_list_put_scope (self, first) : NULL;
}

/* ---- finding */

static void
ensure_assessments (SaigaRedListApi *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->reading->snapshot, _saiga_record_type_index (SAIGA_TYPE_ASSESSMENT));
  SaigaTableIter iter;
  gpointer record;

  if (self->assessments != NULL)
    return;

  self->assessments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *place = saiga_assessment_get_source_place (record);

      if (place != NULL && g_str_has_prefix (place, "assessment "))
        g_hash_table_insert (self->assessments, g_strdup (place), (gpointer) _saiga_record_peek_id (record));
    }
}

/* The one of this number, else a new one: a taxon may have several in a year. One that somebody wrote down without
 * a number is taken for the one of its year. */
static SaigaRecord *
put_record (SaigaRedListApi *self,
            const char *place,
            const char *sis_number,
            const char *taxon_id,
            const char *year,
            const char *area_id)
{
  SaigaReading *reading = self->reading;
  const char *known;
  g_autoptr(GString) slug = g_string_new (sis_number);
  g_autofree char *id = NULL;
  SaigaRecord *draft;

  ensure_assessments (self);
  known = g_hash_table_lookup (self->assessments, place);
  if (known != NULL)
    return _saiga_reading_draft (reading, SAIGA_TYPE_ASSESSMENT, known);

  if (year != NULL)
    g_string_append_printf (slug, "-%s", year);
  if (area_id != NULL)
    g_string_append_printf (slug, "-%s", _saiga_id_peek_slug (area_id));
  id = g_strconcat ("assessment.iucn-", slug->str, NULL);
  draft = _saiga_reading_lookup (reading, id);
  if (draft != NULL && (!SAIGA_IS_ASSESSMENT (draft) || saiga_assessment_get_source_place (SAIGA_ASSESSMENT (draft)) != NULL ||
                        g_strcmp0 (saiga_assessment_get_taxon_id (SAIGA_ASSESSMENT (draft)), taxon_id) != 0))
    {
      g_free (id);
      id = _saiga_reading_make_id (reading, "assessment.iucn-", slug->str, NULL);
    }
  draft = _saiga_reading_draft (reading, SAIGA_TYPE_ASSESSMENT, id);
  _saiga_draft_set (reading, draft, "source-place", place);
  g_hash_table_insert (self->assessments, g_strdup (place), (gpointer) _saiga_record_peek_id (draft));

  return draft;
}

/* ---- fields */

/* `LR/cd` is `lr-cd`. NULL: not a category that a taxon can have, such as NA, not applicable. */
static char *
find_category (SaigaReading *reading,
               JsonObject *category)
{
  const char *code = category != NULL ? _saiga_json_get_text (reading, category, "code") : NULL;
  g_autofree char *nick = code != NULL ? g_ascii_strdown (code, -1) : NULL;
  g_autoptr(GEnumClass) categories = g_type_class_ref (SAIGA_TYPE_ASSESSMENT_CATEGORY);

  if (nick != NULL)
    g_strdelimit (nick, "/", '-');
  if (nick != NULL && nick[0] != '\0' && g_enum_get_value_by_nick (categories, nick) != NULL)
    return g_steal_pointer (&nick);
  if (code != NULL)
    _saiga_reading_add_problem (reading, "import-value", "red_list_category", code, "EX, EW, RE, CR, EN, VU, LR/cd, LR/nt, LR/lc, NT, LC, DD or NE is expected", NULL);

  return NULL;
}

static void
set_criteria (SaigaReading *reading,
              SaigaRecord *draft,
              JsonObject *assessment,
              const char *version,
              const char *category)
{
  const char *text = _saiga_json_get_text (reading, assessment, "criteria");
  g_autofree char *line = text != NULL ? _saiga_clean_line (text) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaCriteria) criteria = NULL;

  if (line == NULL || line[0] == '\0')
    return;

  criteria = saiga_criteria_new (line, g_strcmp0 (version, "2.3") == 0 ? SAIGA_CRITERIA_VERSION_V2_3 : SAIGA_CRITERIA_VERSION_V3_1, &error);
  if (criteria == NULL || !saiga_criteria_check_category (criteria, category, &error))
    _saiga_reading_add_problem (reading, "import-criteria", "criteria", line, error->message, NULL);
  _saiga_draft_set (reading, draft, "criteria", line);
}

static const char *
find_trend (SaigaReading *reading,
            JsonObject *assessment)
{
  static const char *const trends[] = { "increasing", "decreasing", "stable", "unknown" };
  JsonObject *trend = _saiga_json_get_object (reading, assessment, "population_trend");
  JsonObject *description = trend != NULL ? _saiga_json_get_object (reading, trend, "description") : NULL;
  const char *text = description != NULL ? _saiga_json_get_text (reading, description, "en") : NULL;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (trends); i++)
    if (g_ascii_strcasecmp (trends[i], text) == 0)
      return trends[i];
  if (text != NULL)
    _saiga_reading_add_problem (reading, "import-value", "population_trend", text, "Increasing, Decreasing, Stable or Unknown is expected", NULL);

  return NULL;
}

/* ---- where it lives */

static const char *
find_tag (const char *text)
{
  static const struct
  {
    const char *start; /* words may follow, in brackets */
    const char *tag;
  } tags[] = {
    { "Native", "" },
    { "Reintroduced", "reintroduced" },
    { "Introduced", "introduced" },
    { "Assisted Colonisation", "introduced" },
    { "Vagrant", "vagrant" },
    { "Origin Uncertain", "uncertain" },
    { "Extant", "" },
    { "Possibly Extinct", "possibly-extinct" },
    { "Extinct", "extinct" },
    { "Presence Uncertain", "uncertain" },
    { "Possibly Extant", "uncertain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_has_prefix (text, tags[i].start))
      return tags[i].tag;

  return NULL;
}

static void
add_location (SaigaRedListApi *self,
              JsonObject *location)
{
  static const char *const names[] = { "origin", "presence" };
  SaigaReading *reading = self->reading;
  JsonObject *description = _saiga_json_get_object (reading, location, "description");
  const char *name = description != NULL ? _saiga_json_get_text (reading, description, "en") : NULL;
  const char *place = _saiga_json_get_text (reading, location, "code");

  /* Parts of countries have codes of the Red List alone. */
  if (name != NULL && (place == NULL || _saiga_reading_find_area (reading, place) == NULL))
    place = name;
  if (place == NULL || place[0] == '\0')
    return;

  _saiga_range_draft_add (self->range, reading, place, "locations", "");
  if (_saiga_reading_find_area (reading, place) == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = _saiga_json_get_text (reading, location, names[i]);
      const char *tag = text != NULL ? find_tag (text) : "";

      if (tag == NULL)
        _saiga_reading_add_problem (reading, "import-value", names[i], text, "an origin or a presence of the Red List is expected", NULL);
      else if (tag[0] != '\0')
        _saiga_range_draft_add (self->range, reading, place, "locations", tag);
    }
}

static void
set_range (SaigaRedListApi *self,
           SaigaRecord *taxon,
           JsonObject *assessment)
{
  JsonArray *list = _saiga_json_get_list (self->reading, assessment, "locations");
  guint n = list != NULL ? json_array_get_length (list) : 0;

  _saiga_range_draft_clear (self->range);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *location = _saiga_json_get_item (self->reading, list, i, "locations");

      if (location != NULL)
        add_location (self, location);
    }
  if (n > 0)
    _saiga_range_draft_set (self->range, self->reading, taxon);
}

/* ---- assessments */

SaigaRowEnd
_saiga_red_list_put_assessment (SaigaRedListApi *self,
                                JsonObject *assessment,
                                SaigaRecord *taxon)
{
  SaigaReading *reading = self->reading;
  JsonObject *category_object = _saiga_json_get_object (reading, assessment, "red_list_category");
  g_autofree char *number = _saiga_json_dup_number (reading, assessment, "assessment_id");
  g_autofree char *sis_number = _saiga_json_dup_number (reading, assessment, "sis_taxon_id");
  g_autofree char *year = _saiga_json_dup_number (reading, assessment, "year_published");
  g_autofree char *day = _saiga_json_dup_day (reading, assessment, "assessment_date");
  g_autofree char *category = find_category (reading, category_object);
  const char *version = category_object != NULL ? _saiga_json_get_text (reading, category_object, "version") : NULL;
  const char *citation = _saiga_json_get_text (reading, assessment, "citation");
  g_autofree char *line = citation != NULL ? _saiga_clean_line (citation) : NULL;
  const char *latest = _saiga_json_get_flag (reading, assessment, "latest");
  g_autofree char *place = number != NULL ? g_strdup_printf ("assessment %s", number) : NULL;
  const char *taxon_id = taxon != NULL ? _saiga_record_peek_id (taxon) : sis_number != NULL ? _saiga_reading_find_number (reading, "iucn-sis", sis_number)
                                                                                            : NULL;
  const char *area_id;
  SaigaRecord *draft;
  guint n_before;

  if (taxon_id == NULL || place == NULL || sis_number == NULL || category == NULL)
    {
      const char *missing = taxon_id == NULL ? "taxon" : place == NULL      ? "assessment_id"
                                                       : sis_number == NULL ? "sis_taxon_id"
                                                                            : "red_list_category";

      _saiga_reading_add_problem (reading, "import-field", missing, place != NULL ? place : "assessment", missing, NULL);
      return SAIGA_ROW_REFUSED;
    }

  area_id = find_area (self, assessment);
  n_before = g_hash_table_size (reading->drafts);
  draft = put_record (self, place, sis_number, taxon_id, year, area_id);
  _saiga_draft_set (reading, draft, "taxon-id", taxon_id);
  _saiga_draft_set (reading, draft, "area-id", area_id);
  _saiga_draft_set (reading, draft, "category", category);
  _saiga_draft_set (reading, draft, "criteria-version", version);
  _saiga_draft_set (reading, draft, "published", year);
  _saiga_draft_set (reading, draft, "assessed", day);
  _saiga_draft_set (reading, draft, "latest", latest);
  _saiga_draft_set (reading, draft, "trend", find_trend (reading, assessment));
  _saiga_draft_set (reading, draft, "citation", line);
  if (g_strcmp0 (_saiga_json_get_flag (reading, assessment, "possibly_extinct"), "yes") == 0)
    _saiga_draft_set (reading, draft, "possibly-extinct", "extinct");
  if (g_strcmp0 (_saiga_json_get_flag (reading, assessment, "possibly_extinct_in_the_wild"), "yes") == 0)
    _saiga_draft_set (reading, draft, "possibly-extinct", "extinct-in-the-wild");
  set_criteria (reading, draft, assessment, version, category);

  /* Where it lives is said by the latest one of the whole world. */
  if (taxon != NULL && area_id == NULL && g_strcmp0 (latest, "no") != 0)
    set_range (self, taxon, assessment);

  return g_hash_table_size (reading->drafts) > n_before ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED;
}

SaigaRowEnd
_saiga_red_list_read_summary (SaigaRedListApi *self,
                              JsonObject *summary)
{
  SaigaReading *reading = self->reading;
  g_autofree char *number = _saiga_json_dup_number (reading, summary, "assessment_id");
  g_autofree char *year = _saiga_json_dup_number (reading, summary, "year_published");
  g_autofree char *place = g_strdup_printf ("assessment %s", number != NULL ? number : "?");
  const char *latest = _saiga_json_get_flag (reading, summary, "latest");
  const char *id;
  SaigaRecord *draft;

  ensure_assessments (self);
  id = g_hash_table_lookup (self->assessments, place);
  if (id == NULL)
    {
      _saiga_reading_add_problem (reading, "import-summary", "assessments", place, NULL);
      return SAIGA_ROW_REFUSED;
    }

  draft = _saiga_reading_draft (reading, SAIGA_TYPE_ASSESSMENT, id);
  _saiga_draft_set (reading, draft, "published", year);
  _saiga_draft_set (reading, draft, "latest", latest);

  return SAIGA_ROW_MERGED;
}
