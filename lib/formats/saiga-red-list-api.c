/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Answers of the API of the IUCN Red List, version 4: taxa, assessments, lists of them; alone or in a folder. */

#include <saiga/saiga-error.h>

#include "saiga-format-private.h"
#include "saiga-red-list-api-private.h"

static const SaigaJsonMark marks[] = {
  { { "assessment_id", "red_list_category", "taxon.sis_id" } },
  { { "taxon.sis_id", "assessments" } },
  { { "assessments.sis_taxon_id", "assessments.assessment_id" } },
  { { "assessments", "filters" } },
  { { "assessments.species_recovery_category", "assessments.taxon.sis_id" } },
  { { "scopes.code", "scopes.description.en" } },
  { { "red_list_version" } },
  { { "api_version" } },
};

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_json (sample, marks, G_N_ELEMENTS (marks), NULL);
}

/* ---- rows */

static void
count (SaigaRedListApi *self,
       SaigaRowEnd end)
{
  self->reading->n_rows[end]++;
}

static SaigaRecord *
read_taxon (SaigaRedListApi *self,
            JsonObject *taxon)
{
  SaigaRecord *record;

  self->reading->row++;
  record = _saiga_red_list_put_taxon (self, taxon);
  count (self, record != NULL ? _saiga_reading_end_taxon (self->reading, record) : SAIGA_ROW_REFUSED);

  return record;
}

/* A taxon, and those above and below it that it brings. */
static SaigaRecord *
read_taxa (SaigaRedListApi *self,
           JsonObject *taxon)
{
  static const char *const lists[] = { "species_taxa", "subpopulation_taxa", "infrarank_taxa" };
  SaigaRecord *record = read_taxon (self, taxon);

  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    {
      JsonArray *list = _saiga_json_get_list (self->reading, taxon, lists[k]);
      guint n = list != NULL ? json_array_get_length (list) : 0;

      for (guint i = 0; i < n; i++)
        {
          JsonObject *item = _saiga_json_get_item (self->reading, list, i, lists[k]);

          if (item != NULL)
            read_taxon (self, item);
          else
            count (self, SAIGA_ROW_REFUSED);
        }
    }

  return record;
}

/* Green Status has a taxon that is worth having, and says what no record type keeps. */
static void
read_green_status (SaigaRedListApi *self,
                   JsonObject *item)
{
  JsonObject *taxon = _saiga_json_get_object (self->reading, item, "taxon");
  const char *category = _saiga_json_get_text (self->reading, item, "species_recovery_category");

  if (taxon != NULL)
    read_taxa (self, taxon);
  else
    {
      self->reading->row++;
      _saiga_reading_add_problem (self->reading, "import-field", "taxon", "species_recovery_category", "taxon", NULL);
      count (self, SAIGA_ROW_REFUSED);
    }
  _saiga_reading_add_problem (self->reading, "import-not-held", "species_recovery_category", category != NULL ? category : "", "species_recovery_category", NULL);
}

static void
read_scopes (SaigaRedListApi *self,
             JsonArray *list)
{
  guint n = json_array_get_length (list);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *scope = _saiga_json_get_item (self->reading, list, i, "scopes");
      guint n_before = g_hash_table_size (self->reading->drafts);

      self->reading->row++;
      if (scope == NULL)
        count (self, SAIGA_ROW_REFUSED);
      else
        {
          g_autofree char *code = _saiga_json_dup_number (self->reading, scope, "code");

          /* "Global" is no area: an assessment without one is of the whole world. */
          if (g_strcmp0 (code, "1") != 0)
            _saiga_red_list_put_scope (self, scope);
          count (self, g_hash_table_size (self->reading->drafts) > n_before ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED);
        }
    }
}

/* ---- answers */

/* What makes records: taxa, assessments as a whole, scopes, the release. FALSE: it is none of these. */
static gboolean
read_whole (SaigaRedListApi *self,
            JsonObject *answer)
{
  SaigaReading *reading = self->reading;
  JsonObject *taxon = json_object_has_member (answer, "taxon") ? _saiga_json_get_object (reading, answer, "taxon") : NULL;
  SaigaRecord *record = taxon != NULL ? read_taxa (self, taxon) : NULL;

  if (json_object_has_member (answer, "red_list_category"))
    {
      reading->row++;
      count (self, _saiga_red_list_put_assessment (self, answer, record));
      return TRUE;
    }
  if (json_object_has_member (answer, "red_list_version"))
    {
      SaigaRecord *authority = _saiga_reading_draft (reading, SAIGA_TYPE_AUTHORITY, reading->authority_id);

      _saiga_draft_set (reading, authority, "release", _saiga_json_get_text (reading, answer, "red_list_version"));
      return TRUE;
    }
  if (json_object_has_member (answer, "scopes") && !json_object_has_member (answer, "assessments"))
    {
      JsonArray *list = _saiga_json_get_list (reading, answer, "scopes");

      if (list != NULL)
        read_scopes (self, list);
      return TRUE;
    }

  return taxon != NULL || json_object_has_member (answer, "api_version");
}

/* Lists of assessments that are only named. */
static gboolean
read_summaries (SaigaRedListApi *self,
                JsonObject *answer,
                gboolean wants_whole)
{
  SaigaReading *reading = self->reading;
  JsonArray *list = json_object_has_member (answer, "assessments") ? _saiga_json_get_list (reading, answer, "assessments") : NULL;
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *value = json_array_get_element (list, i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
      gboolean is_green = item != NULL && json_object_has_member (item, "species_recovery_category");
      gboolean is_whole = item != NULL && json_object_has_member (item, "red_list_category");

      if (is_green && wants_whole)
        read_green_status (self, item);
      else if (is_whole && wants_whole)
        read_whole (self, item);
      else if (!is_green && !is_whole && !wants_whole)
        {
          reading->row++;
          item = _saiga_json_get_item (reading, list, i, "assessments");
          count (self, item != NULL ? _saiga_red_list_read_summary (self, item) : SAIGA_ROW_REFUSED);
        }
    }

  return list != NULL;
}

static void
refuse (SaigaRedListApi *self,
        JsonNode *answer,
        JsonObject *object)
{
  g_autofree char *text = _saiga_json_dup_value (answer);

  self->reading->row++;
  _saiga_reading_add_problem (self->reading, object != NULL && json_object_has_member (object, "error") ? "import-answer" : "import-unknown", NULL, text, NULL);
  count (self, SAIGA_ROW_REFUSED);
}

/* @wants_whole: what makes records comes first, as lists name them. */
static gboolean
read_member (SaigaRedListApi *self,
             guint member,
             gboolean wants_whole,
             GError **error)
{
  SaigaReading *reading = self->reading;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(JsonNode) answer = NULL;
  JsonObject *object;
  guint n_problems;

  reading->file = _saiga_input_get_member (reading->input, member);
  reading->row = 0;
  if (_saiga_sample_get_json (reading->sample, member) == NULL)
    {
      if (wants_whole)
        _saiga_reading_add_problem (reading, "import-member", NULL, reading->file, NULL);
      return TRUE;
    }
  if (!_saiga_reading_go_on (reading, error))
    return FALSE;

  n_problems = reading->problems->len;
  answer = _saiga_reading_load_json (reading, member, &local_error);
  if (!wants_whole)
    g_ptr_array_set_size (reading->problems, n_problems);
  if (answer == NULL && (reading->member >= 0 || local_error->domain != SAIGA_ERROR))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (answer == NULL)
    {
      if (wants_whole)
        {
          _saiga_reading_add_problem (reading, "import-json", NULL, local_error->message, NULL);
          count (self, SAIGA_ROW_REFUSED);
        }
      return TRUE;
    }

  object = JSON_NODE_HOLDS_OBJECT (answer) ? json_node_get_object (answer) : NULL;
  if (!wants_whole)
    {
      if (object != NULL)
        read_summaries (self, object, FALSE);
    }
  else if (object == NULL || (!read_whole (self, object) && !read_summaries (self, object, TRUE)))
    refuse (self, answer, object);
  else if (json_object_has_member (object, "taxon"))
    read_summaries (self, object, TRUE);

  return TRUE;
}

static void
need_authority (SaigaReading *reading)
{
  SaigaRecord *draft;

  if (reading->authority_id == NULL)
    reading->authority_id = g_strdup ("authority.iucn");
  if (_saiga_reading_need (reading, reading->authority_id) || !g_str_equal (reading->authority_id, "authority.iucn"))
    return;

  draft = _saiga_reading_draft (reading, SAIGA_TYPE_AUTHORITY, reading->authority_id);
  _saiga_draft_set (reading, draft, "abbreviation", "IUCN");
  _saiga_draft_set_words (reading, draft, "name", "en", "IUCN Red List of Threatened Species");
  _saiga_draft_set_words (reading, draft, "name", "fr", "Liste rouge de l'UICN des espèces menacées");
  _saiga_draft_set_words (reading, draft, "name", "es", "Lista Roja de Especies Amenazadas de la UICN");
}

static gboolean
read_files (SaigaReading *reading,
            GError **error)
{
  SaigaRedListApi self = { reading, _saiga_range_draft_new (), NULL };
  guint n = _saiga_input_get_n_members (reading->input);
  gboolean is_read = TRUE;

  need_authority (reading);
  for (guint pass = 0; pass < 2 && is_read; pass++)
    for (guint i = 0; i < n && is_read; i++)
      is_read = read_member (&self, i, pass == 0, error);

  reading->row = 0;
  _saiga_range_draft_free (self.range);
  g_clear_pointer (&self.assessments, g_hash_table_unref);

  return is_read;
}

const SaigaFormat _saiga_format_red_list_api = {
  .name = "red-list-api",
  .title = N_ ("Answers of the API of the IUCN Red List (JSON)"),
  .sniff = sniff,
  .read = read_files,
};
