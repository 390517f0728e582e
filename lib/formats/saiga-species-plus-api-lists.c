/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What the Species+ API says about one taxon: legislation, places, references. */

#include "saiga-check-private.h"
#include "saiga-species-plus-api-private.h"

/* ---- listings */

static const char *
find_change (SaigaReading *reading,
             JsonObject *item)
{
  static const struct
  {
    const char *sign;
    const char *change;
  } changes[] = { { "+", "addition" }, { "-", "deletion" }, { "R+", "reservation" }, { "R-", "withdrawal" } };
  const char *sign = _saiga_json_get_text (reading, item, "change_type");

  /* The listings of a taxon concept are additions, and do not say so. */
  if (sign == NULL)
    return json_object_has_member (item, "change_type") ? NULL : "addition";
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (changes[i].sign, sign))
      return changes[i].change;
  _saiga_reading_add_problem (reading, "import-value", "change_type", sign, "+, -, R+ or R- is expected", NULL);

  return NULL;
}

static const char *
put_annotation (SaigaReading *reading,
                JsonObject *item,
                const char *language)
{
  JsonObject *hash = _saiga_json_get_object (reading, item, "hash_annotation");
  const char *symbol = hash != NULL ? _saiga_json_get_text (reading, hash, "symbol") : NULL;
  const char *note = hash != NULL ? _saiga_json_get_text (reading, hash, "note") : NULL;
  g_autofree char *words = note != NULL ? _saiga_clean_words (note) : NULL;
  g_autoptr(SaigaText) text = words != NULL && words[0] != '\0' ? saiga_text_new (language, words) : NULL;

  return symbol != NULL ? _saiga_wcmc_put_annotation (reading, symbol, text) : NULL;
}

static SaigaRowEnd
read_listing (SaigaApi *self,
              SaigaRecord *taxon,
              JsonObject *item,
              const char *const *appendices,
              const char *name)
{
  SaigaReading *reading = self->reading;
  JsonObject *party = _saiga_json_get_object (reading, item, "party");
  const char *appendix = _saiga_json_get_text (reading, item, name);
  g_autofree char *number = _saiga_json_dup_number (reading, item, "id");
  g_autofree char *effective = _saiga_json_dup_day (reading, item, "effective_at");
  SaigaSpeciesPlusListing listing = {
    .number = number,
    .change = find_change (reading, item),
    .effective = effective,
    .party = party != NULL ? _saiga_json_get_text (reading, party, "iso_code2") : NULL,
    .words = _saiga_json_get_text (reading, item, "annotation"),
    .language = self->language != NULL ? self->language : "en",
    .current = _saiga_json_get_flag (reading, item, "is_current"),
  };
  guint n_before;

  for (guint i = 0; appendix != NULL && appendices[i] != NULL; i++)
    if (g_str_equal (appendices[i], appendix))
      listing.appendix = appendices[i];
  if (listing.appendix == NULL || listing.change == NULL)
    return _saiga_api_refuse (self, item, "import-field", NULL, listing.appendix == NULL ? name : "change_type");
  if (party != NULL && listing.party == NULL)
    listing.party = _saiga_json_get_text (reading, party, "name");
  if (listing.current == NULL && !json_object_has_member (item, "is_current"))
    listing.current = "yes";
  listing.annotation_id = put_annotation (reading, item, listing.language);

  n_before = g_hash_table_size (reading->drafts);
  if (_saiga_wcmc_put_listing (reading, taxon, &listing) == NULL)
    return SAIGA_ROW_REFUSED;

  return g_hash_table_size (reading->drafts) > n_before ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED;
}

static SaigaRowEnd
read_cites_listing (SaigaApi *self,
                    SaigaRecord *taxon,
                    JsonObject *item)
{
  _saiga_reading_set_instrument (self->reading, "instrument.cites");

  return read_listing (self, taxon, item, _saiga_wcmc_cites_codes, "appendix");
}

static SaigaRowEnd
read_cms_listing (SaigaApi *self,
                  SaigaRecord *taxon,
                  JsonObject *item)
{
  _saiga_reading_set_instrument (self->reading, "instrument.cms");

  return read_listing (self, taxon, item, _saiga_wcmc_cites_codes, "appendix");
}

static SaigaRowEnd
read_eu_listing (SaigaApi *self,
                 SaigaRecord *taxon,
                 JsonObject *item)
{
  _saiga_reading_set_instrument (self->reading, _saiga_wcmc_need_eu (self->reading));

  return read_listing (self, taxon, item, _saiga_wcmc_eu_codes, "annex");
}

/* ---- what is not held */

static SaigaRowEnd
refuse_quota (SaigaApi *self,
              SaigaRecord *taxon,
              JsonObject *item)
{
  return _saiga_api_refuse (self, item, "import-not-held", NULL, "cites_quotas");
}

static SaigaRowEnd
refuse_suspension (SaigaApi *self,
                   SaigaRecord *taxon,
                   JsonObject *item)
{
  return _saiga_api_refuse (self, item, "import-not-held", NULL, "cites_suspensions");
}

static SaigaRowEnd
refuse_decision (SaigaApi *self,
                 SaigaRecord *taxon,
                 JsonObject *item)
{
  return _saiga_api_refuse (self, item, "import-not-held", NULL, "eu_decisions");
}

const SaigaApiList _saiga_api_lists[] = {
  { "cites_listings", read_cites_listing },
  { "cms_listings", read_cms_listing },
  { "eu_listings", read_eu_listing },
  { "cites_quotas", refuse_quota },
  { "cites_suspensions", refuse_suspension },
  { "eu_decisions", refuse_decision },
  { NULL, NULL },
};

/* ---- places */

void
_saiga_api_add_place (SaigaApi *self,
                      JsonObject *item)
{
  SaigaReading *reading = self->reading;
  JsonArray *list = _saiga_json_get_list (reading, item, "tags");
  guint n = list != NULL ? json_array_get_length (list) : 0;
  const char *place = _saiga_json_get_text (reading, item, "iso_code2");

  if (place == NULL || place[0] == '\0')
    place = _saiga_json_get_text (reading, item, "name");
  if (place == NULL || place[0] == '\0')
    return;

  _saiga_range_draft_add (self->range, reading, place, "iso_code2", "");
  for (guint i = 0; i < n; i++)
    {
      JsonNode *value = json_array_get_element (list, i);
      g_autofree char *text = JSON_NODE_HOLDS_VALUE (value) ? json_node_dup_string (value) : NULL;
      const SaigaWcmcTag *tag = _saiga_wcmc_tags;

      while (text != NULL && tag->word != NULL && !g_str_equal (tag->word, text))
        tag++;
      if (text != NULL && tag->word != NULL)
        _saiga_range_draft_add (self->range, reading, place, "iso_code2", tag->tag);
      else
        _saiga_reading_add_problem (reading, "import-value", "tags", text != NULL ? text : "", "a tag of Species+ is expected", NULL);
    }
}

/* ---- references */

/* The numbers of the tables of 2013 are others: what has the same citation is the same. */
static void
ensure_documents (SaigaApi *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->reading->snapshot, _saiga_record_type_index (SAIGA_TYPE_DOCUMENT));
  SaigaTableIter iter;
  gpointer record;

  if (self->documents != NULL)
    return;

  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *citation = saiga_document_get_citation (record);

      if (citation != NULL && !g_hash_table_contains (self->documents, citation))
        g_hash_table_insert (self->documents, g_strdup (citation), (gpointer) _saiga_record_peek_id (record));
    }
}

static const char *
find_document (SaigaApi *self,
               const char *number,
               const char *citation)
{
  g_autofree char *id = g_strdup_printf ("document.splus-reference-%s", number);
  const char *known;

  ensure_documents (self);
  known = _saiga_reading_lookup (self->reading, id) == NULL ? g_hash_table_lookup (self->documents, citation) : NULL;

  return known != NULL ? known : _saiga_record_peek_id (_saiga_reading_draft (self->reading, SAIGA_TYPE_DOCUMENT, id));
}

static void
put_standard (SaigaApi *self,
              SaigaRecord *taxon,
              const char *document_id,
              const char *number)
{
  SaigaReading *reading = self->reading;
  g_autofree char *slug = g_strdelimit (g_strdup (_saiga_record_peek_id (taxon)), ".", '-');
  g_autofree char *id = g_strdup_printf ("standard-reference.%s-reference-%s", slug, number);
  SaigaRecord *draft = _saiga_reading_draft (reading, SAIGA_TYPE_STANDARD_REFERENCE, id);

  _saiga_draft_set (reading, draft, "instrument-id", self->is_cms ? "instrument.cms" : "instrument.cites");
  _saiga_draft_set (reading, draft, "taxon-id", _saiga_record_peek_id (taxon));
  _saiga_draft_set (reading, draft, "document-id", document_id);
}

SaigaRowEnd
_saiga_api_read_reference (SaigaApi *self,
                           SaigaRecord *taxon,
                           JsonObject *item)
{
  SaigaReading *reading = self->reading;
  g_autofree char *number = _saiga_json_dup_number (reading, item, "id");
  const char *citation = _saiga_json_get_text (reading, item, "citation");
  g_autofree char *words = citation != NULL ? _saiga_clean_words (citation) : NULL;
  g_autofree char *line = words != NULL ? _saiga_clean_line (words) : NULL;
  const char *is_standard = _saiga_json_get_flag (reading, item, "is_standard");
  const char *id;
  SaigaRecord *document;
  gboolean is_new;

  if (number == NULL || line == NULL || line[0] == '\0')
    return _saiga_api_refuse (self, item, "import-field", NULL, number == NULL ? "id" : "citation");

  id = find_document (self, number, line);
  is_new = g_hash_table_add (self->cited, (gpointer) id);
  document = _saiga_reading_draft (reading, SAIGA_TYPE_DOCUMENT, id);
  if (saiga_document_get_title (SAIGA_DOCUMENT (document)) == NULL)
    {
      _saiga_draft_set (reading, document, "kind", "publication");
      _saiga_draft_set_words (reading, document, "title", "und", line);
    }
  _saiga_draft_set (reading, document, "citation", line);
  _saiga_draft_add_identifier (reading, document, "splus-reference", number);
  _saiga_draft_add_string (reading, document, "taxon-ids", _saiga_record_peek_id (taxon));
  if (g_strcmp0 (is_standard, "yes") == 0)
    put_standard (self, taxon, id, number);

  return is_new ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED;
}
