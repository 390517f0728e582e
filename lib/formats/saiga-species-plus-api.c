/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Answers of the Species+ API, version 1: as they come, in a folder together, as a recording of requests, or the
 * whole of it as NDJSON. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-format-private.h"
#include "saiga-species-plus-api-private.h"

static const SaigaJsonMark marks[] = {
  { { "taxon_concepts", "pagination" } },
  { { "taxon_concepts.full_name" } },
  { { "cites_listings", "cites_quotas", "cites_suspensions" } },
  { { "eu_listings", "eu_decisions" } },
  { { "full_name", "name_status", "rank" } },
  { { "iso_code2", "tags", "type" } },
  { { "citation", "is_standard" } },
};

static gboolean
takes_request (const char *uri)
{
  return strstr (uri, "/api/v1/taxon_concepts") != NULL;
}

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_json (sample, marks, G_N_ELEMENTS (marks), takes_request);
}

/* ---- whose taxa */

void
_saiga_api_use (SaigaApi *self,
                gboolean is_cms)
{
  self->is_cms = is_cms;
  _saiga_reading_set_instrument (self->reading, is_cms ? "instrument.cms" : "instrument.cites");
  if (!self->is_fixed)
    _saiga_reading_set_authority (self->reading, is_cms ? "authority.cms" : "authority.cites");
}

SaigaRecord *
_saiga_api_find_taxon (SaigaApi *self,
                       const char *number)
{
  for (guint i = 0; i < 2; i++)
    {
      const char *id;

      _saiga_api_use (self, i == 0 ? self->answer_is_cms : !self->answer_is_cms);
      id = _saiga_reading_find_number (self->reading, "splus", number);
      if (id != NULL)
        return _saiga_reading_draft (self->reading, SAIGA_TYPE_TAXON, id);
    }
  _saiga_api_use (self, self->answer_is_cms);

  return NULL;
}

SaigaRowEnd
_saiga_api_refuse (SaigaApi *self,
                   JsonObject *item,
                   const char *tag,
                   const char *column,
                   const char *what)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), item);
  g_autofree char *text = _saiga_json_dup_value (node);

  _saiga_reading_add_problem (self->reading, tag, column, text, what, NULL);

  return SAIGA_ROW_REFUSED;
}

/* ---- answers */

static void
count (SaigaApi *self,
       SaigaRowEnd end)
{
  if (end != SAIGA_N_ROW_ENDS)
    self->reading->n_rows[end]++;
}

/* Nothing can be said of a taxon that is not known. */
static SaigaRowEnd
refuse_number (SaigaApi *self,
               JsonObject *item,
               const char *number)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), item);
  g_autofree char *value = _saiga_json_dup_value (node);
  g_autofree char *text = g_strdup_printf ("taxon_concept_id %s: %s", number != NULL ? number : "?", value);

  _saiga_reading_add_problem (self->reading, "import-number", NULL, text, NULL);

  return SAIGA_ROW_REFUSED;
}

static SaigaRowEnd
read_item (SaigaApi *self,
           JsonObject *item,
           const char *number,
           SaigaApiRead read)
{
  SaigaRecord *taxon = number != NULL ? _saiga_api_find_taxon (self, number) : NULL;

  if (taxon == NULL)
    return refuse_number (self, item, number);

  return read (self, taxon, item);
}

/* What is not held needs no taxon. */
static gboolean
needs_taxon (const SaigaApiList *list)
{
  return g_str_has_suffix (list->name, "_listings");
}

static void
read_legislation (SaigaApi *self,
                  JsonObject *answer)
{
  for (const SaigaApiList *list = _saiga_api_lists; list->name != NULL; list++)
    {
      JsonArray *items = _saiga_json_get_list (self->reading, answer, list->name);
      guint n = items != NULL ? json_array_get_length (items) : 0;

      for (guint i = 0; i < n; i++)
        {
          JsonObject *item;
          g_autofree char *number = NULL;

          self->reading->row++;
          item = _saiga_json_get_item (self->reading, items, i, list->name);
          number = item != NULL ? _saiga_json_dup_number (self->reading, item, "taxon_concept_id") : NULL;
          if (item == NULL)
            count (self, SAIGA_ROW_REFUSED);
          else if (needs_taxon (list))
            count (self, read_item (self, item, number != NULL ? number : self->number, list->read));
          else
            count (self, list->read (self, NULL, item));
        }
    }
}

/* Places, or references, of one taxon. */
static void
read_about (SaigaApi *self,
            JsonArray *items)
{
  guint n = json_array_get_length (items);
  SaigaRecord *placed = NULL;

  _saiga_range_draft_clear (self->range);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *item;
      SaigaRecord *taxon = self->number != NULL ? _saiga_api_find_taxon (self, self->number) : NULL;

      self->reading->row++;
      item = _saiga_json_get_item (self->reading, items, i, "");
      if (item == NULL)
        count (self, SAIGA_ROW_REFUSED);
      else if (taxon == NULL)
        count (self, refuse_number (self, item, self->number));
      else if (json_object_has_member (item, "citation"))
        count (self, _saiga_api_read_reference (self, taxon, item));
      else if (json_object_has_member (item, "iso_code2") || json_object_has_member (item, "tags"))
        {
          _saiga_api_add_place (self, item);
          placed = taxon;
          count (self, SAIGA_ROW_MERGED);
        }
      else
        count (self, _saiga_api_refuse (self, item, "import-unknown", NULL, ""));
    }
  if (placed != NULL)
    _saiga_range_draft_set (self->range, self->reading, placed);
}

static void
read_concepts (SaigaApi *self,
               JsonArray *items)
{
  guint n = json_array_get_length (items);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item;

      self->reading->row++;
      item = _saiga_json_get_item (self->reading, items, i, "taxon_concepts");
      count (self, item != NULL ? _saiga_api_read_concept (self, item) : SAIGA_ROW_REFUSED);
    }
}

static gboolean
has_legislation (JsonObject *answer)
{
  for (const SaigaApiList *list = _saiga_api_lists; list->name != NULL; list++)
    if (json_object_has_member (answer, list->name))
      return TRUE;

  return FALSE;
}

static guint
count_items (JsonObject *object,
             const char *name)
{
  JsonNode *value = json_object_get_member (object, name);

  return value != NULL && JSON_NODE_HOLDS_ARRAY (value) ? json_array_get_length (json_node_get_array (value)) : 0;
}

static gboolean
has_concepts (JsonNode *answer)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (answer) ? json_node_get_object (answer) : NULL;

  return object != NULL && (json_object_has_member (object, "taxon_concepts") || json_object_has_member (object, "full_name"));
}

/* @wants_concepts: taxa come first, as all else is about them; what is not wanted is passed over. */
static void
read_answer (SaigaApi *self,
             JsonNode *answer,
             gboolean wants_concepts)
{
  SaigaReading *reading = self->reading;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (answer) ? json_node_get_object (answer) : NULL;

  if (has_concepts (answer) != wants_concepts)
    {
      if (wants_concepts == FALSE)
        reading->row += json_object_has_member (object, "full_name") ? 1 : count_items (object, "taxon_concepts");
      else if (object == NULL && JSON_NODE_HOLDS_ARRAY (answer))
        reading->row += json_array_get_length (json_node_get_array (answer));
      else if (object != NULL && has_legislation (object))
        for (const SaigaApiList *list = _saiga_api_lists; list->name != NULL; list++)
          reading->row += count_items (object, list->name);
      else
        reading->row++;
      return;
    }

  if (object != NULL && json_object_has_member (object, "full_name"))
    {
      reading->row++;
      count (self, _saiga_api_read_concept (self, object));
    }
  else if (wants_concepts)
    {
      JsonArray *items = _saiga_json_get_list (reading, object, "taxon_concepts");

      if (items != NULL)
        read_concepts (self, items);
    }
  else if (object != NULL && has_legislation (object))
    read_legislation (self, object);
  else if (JSON_NODE_HOLDS_ARRAY (answer))
    read_about (self, json_node_get_array (answer));
  else
    {
      g_autofree char *text = _saiga_json_dup_value (answer);

      reading->row++;
      _saiga_reading_add_problem (reading, object != NULL && json_object_has_member (object, "error") ? "import-answer" : "import-unknown", NULL, text, NULL);
      count (self, SAIGA_ROW_REFUSED);
    }
}

/* ---- recordings */

/* The value of a name in the query of an address; NULL. */
static char *
find_in_query (const char *uri,
               const char *name)
{
  const char *query = strchr (uri, '?');
  g_auto(GStrv) pieces = query != NULL ? g_strsplit (query + 1, "&", -1) : NULL;
  g_autofree char *start = g_strconcat (name, "=", NULL);

  for (char **piece = pieces; piece != NULL && *piece != NULL; piece++)
    if (g_str_has_prefix (*piece, start))
      return g_ascii_strdown (*piece + strlen (start), -1);

  return NULL;
}

/* `…/taxon_concepts/4521/distributions.json`, `4521_references.json`: the last number in it, but for the version of
 * the interface. */
static char *
find_number (const char *path)
{
  gsize length = strcspn (path, "?");
  const char *start = NULL;
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (path[i]) && (i == 0 || !g_ascii_isalnum (path[i - 1])))
      {
        gsize k = i;

        while (k < length && g_ascii_isdigit (path[k]))
          k++;
        if (k - i <= 18 && (k == length || !g_ascii_isalpha (path[k])))
          {
            start = path + i;
            n = k - i;
          }
        i = k;
      }

  return start != NULL ? g_strndup (start, n) : NULL;
}

static void
set_request (SaigaApi *self,
             const char *uri)
{
  g_autofree char *taxonomy = uri != NULL ? find_in_query (uri, "taxonomy") : NULL;
  g_autofree char *language = uri != NULL ? find_in_query (uri, "language") : NULL;

  g_free (self->number);
  self->number = find_number (uri != NULL ? uri : self->reading->file);
  g_free (self->language);

  /* Only the three languages of the conventions are ever those of words. */
  self->language = g_strdup (g_strcmp0 (language, "fr") == 0 || g_strcmp0 (language, "es") == 0 ? language : "en");
  self->answer_is_cms = g_strcmp0 (taxonomy, "cms") == 0;
}

/* What an interaction answered; NULL: nothing. */
static const char *
find_answer (SaigaApi *self,
             JsonArray *interactions,
             guint position)
{
  SaigaReading *reading = self->reading;
  JsonObject *item = _saiga_json_get_item (reading, interactions, position, "http_interactions");
  JsonObject *request = item != NULL ? _saiga_json_get_object (reading, item, "request") : NULL;
  JsonObject *response = item != NULL ? _saiga_json_get_object (reading, item, "response") : NULL;
  JsonObject *body = response != NULL ? _saiga_json_get_object (reading, response, "body") : NULL;

  set_request (self, request != NULL ? _saiga_json_get_text (reading, request, "uri") : NULL);

  return body != NULL ? _saiga_json_get_text (reading, body, "string") : NULL;
}

static void
read_recording (SaigaApi *self,
                JsonArray *interactions,
                gboolean wants_concepts)
{
  SaigaReading *reading = self->reading;
  guint n = json_array_get_length (interactions);

  for (guint i = 0; i < n; i++)
    {
      guint n_problems = reading->problems->len;
      const char *text = find_answer (self, interactions, i);
      g_autoptr(JsonNode) answer = text != NULL ? _saiga_reading_parse_json (reading, text, strlen (text)) : NULL;

      /* Said the first time. */
      if (!wants_concepts)
        g_ptr_array_set_size (reading->problems, n_problems);

      if (answer != NULL)
        {
          read_answer (self, answer, wants_concepts);
          continue;
        }
      reading->row++;
      if (!wants_concepts)
        continue;
      if (text == NULL)
        _saiga_reading_add_problem (reading, "import-unknown", "http_interactions", "http_interactions", NULL);
      count (self, SAIGA_ROW_REFUSED);
    }
}

/* ---- files */

static void
read_line (SaigaReading *reading,
           JsonNode *value,
           gpointer data)
{
  SaigaApi *self = data;
  guint row = reading->row;

  reading->row--;
  read_answer (self, value, has_concepts (value));
  reading->row = row;
}

static gboolean
read_document (SaigaApi *self,
               guint member,
               gboolean wants_concepts,
               GError **error)
{
  SaigaReading *reading = self->reading;
  guint n_problems = reading->problems->len;
  g_autoptr(JsonNode) document = _saiga_reading_load_json (reading, member, error);
  JsonObject *object;

  if (document == NULL)
    return FALSE;
  if (!wants_concepts)
    g_ptr_array_set_size (reading->problems, n_problems);

  set_request (self, NULL);
  object = JSON_NODE_HOLDS_OBJECT (document) ? json_node_get_object (document) : NULL;
  if (object != NULL && json_object_has_member (object, "http_interactions"))
    {
      JsonArray *interactions = _saiga_json_get_list (reading, object, "http_interactions");

      if (interactions != NULL)
        read_recording (self, interactions, wants_concepts);
    }
  else
    read_answer (self, document, wants_concepts);

  return TRUE;
}

/* A file alone must be read; of a folder the others are read all the same. */
static gboolean
read_member (SaigaApi *self,
             guint member,
             gboolean wants_concepts,
             GError **error)
{
  SaigaReading *reading = self->reading;
  const SaigaJsonShape *shape = _saiga_sample_get_json (reading->sample, member);
  g_autoptr(GError) local_error = NULL;

  reading->file = _saiga_input_get_member (reading->input, member);
  reading->row = 0;
  if (shape == NULL)
    {
      if (wants_concepts)
        _saiga_reading_add_problem (reading, "import-member", NULL, reading->file, NULL);
      return TRUE;
    }
  if (!_saiga_reading_go_on (reading, error))
    return FALSE;
  if (_saiga_json_shape_is_lines (shape) || (_saiga_json_shape_has (shape, "full_name") && !_saiga_json_shape_is_pretty (shape)))
    {
      set_request (self, NULL);
      return !wants_concepts || _saiga_reading_read_json_lines (reading, member, read_line, self, error);
    }

  if (read_document (self, member, wants_concepts, &local_error))
    return TRUE;
  if (reading->member >= 0 || local_error->domain != SAIGA_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (wants_concepts)
    {
      _saiga_reading_add_problem (reading, "import-json", NULL, local_error->message, NULL);
      count (self, SAIGA_ROW_REFUSED);
    }

  return TRUE;
}

static gboolean
read_files (SaigaReading *reading,
            GError **error)
{
  SaigaApi self = { reading, reading->authority_id != NULL };
  guint n = _saiga_input_get_n_members (reading->input);
  gboolean is_read = TRUE;

  self.range = _saiga_range_draft_new ();
  self.pending = g_ptr_array_new_with_free_func (_saiga_api_free_pending);
  self.cited = g_hash_table_new (g_str_hash, g_str_equal);
  _saiga_api_use (&self, FALSE);

  for (guint pass = 0; pass < 2 && is_read; pass++)
    {
      for (guint i = 0; i < n && is_read; i++)
        is_read = read_member (&self, i, pass == 0, error);
      if (pass == 0)
        _saiga_api_read_pending (&self);
    }

  reading->row = 0;
  _saiga_api_clear (&self);

  return is_read;
}

const SaigaFormat _saiga_format_species_plus_api = {
  .name = "species-plus-api",
  .title = N_ ("Answers of the Species+ API (JSON), or all of it (NDJSON)"),
  .sniff = sniff,
  .read = read_files,
};
