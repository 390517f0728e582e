/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* A taxon concept of the Species+ API, with all that it may hold. */

#include <string.h>

#include <saiga/saiga-name.h>

#include "saiga-species-plus-api-private.h"

/* A name that stands for taxa which may be further down in the file. */
typedef struct
{
  const char *file;
  guint row;
  char *number;
  char *name;
  char *authorship;
  const char *kind;    /* of a synonym */
  GPtrArray *accepted; /* numbers */
} Pending;

void
_saiga_api_free_pending (gpointer data)
{
  Pending *pending = data;

  g_free (pending->number);
  g_free (pending->name);
  g_free (pending->authorship);
  g_ptr_array_unref (pending->accepted);
  g_free (pending);
}

void
_saiga_api_clear (SaigaApi *self)
{
  g_ptr_array_unref (self->pending);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_hash_table_unref (self->cited);
  _saiga_range_draft_free (self->range);
  g_free (self->language);
  g_free (self->number);
}

/* ---- names */

static void
add_synonym (SaigaApi *self,
             SaigaRecord *taxon,
             const char *name,
             const char *authorship,
             const char *kind,
             const char *number)
{
  g_autofree char *line = _saiga_clean_line (name);
  g_autofree char *author = authorship != NULL ? _saiga_clean_line (authorship) : NULL;

  if (line[0] != '\0')
    _saiga_draft_add_part (self->reading, taxon, "synonyms", "name", line, "authorship", author, "kind", kind, "identifiers", number, NULL);
}

static void
read_synonyms (SaigaApi *self,
               SaigaRecord *taxon,
               JsonObject *concept)
{
  JsonArray *list = _saiga_json_get_list (self->reading, concept, "synonyms");
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (self->reading, list, i, "synonyms");
      const char *name = item != NULL ? _saiga_json_get_text (self->reading, item, "full_name") : NULL;
      g_autofree char *number = item != NULL ? _saiga_json_dup_number (self->reading, item, "id") : NULL;

      if (name != NULL)
        add_synonym (self, taxon, name, _saiga_json_get_text (self->reading, item, "author_year"), NULL, number);
    }
}

static void
read_common_names (SaigaApi *self,
                   SaigaRecord *taxon,
                   JsonObject *concept)
{
  JsonArray *list = _saiga_json_get_list (self->reading, concept, "common_names");
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (self->reading, list, i, "common_names");
      const char *name = item != NULL ? _saiga_json_get_text (self->reading, item, "name") : NULL;
      const char *code = item != NULL ? _saiga_json_get_text (self->reading, item, "language") : NULL;
      g_autofree char *line = name != NULL ? _saiga_clean_line (name) : NULL;
      g_autofree char *language = code != NULL ? g_ascii_strdown (code, -1) : NULL;

      if (line != NULL && line[0] != '\0')
        _saiga_draft_add_part (self->reading, taxon, "common-names", "name", line, "language", language != NULL ? language : "und", NULL);
    }
}

/* ---- the taxon */

/* Above it are the taxa that it says, and those that its own name says. */
static const char *
put_parents (SaigaApi *self,
             JsonObject *concept,
             const char *name,
             SaigaTaxonRank rank)
{
  static const struct
  {
    const char *name;
    SaigaTaxonRank rank;
  } levels[] = {
    { "kingdom", SAIGA_TAXON_RANK_KINGDOM },
    { "phylum", SAIGA_TAXON_RANK_PHYLUM },
    { "class", SAIGA_TAXON_RANK_CLASS },
    { "order", SAIGA_TAXON_RANK_ORDER },
    { "family", SAIGA_TAXON_RANK_FAMILY },
    { "subfamily", SAIGA_TAXON_RANK_SUBFAMILY },
    { "genus", SAIGA_TAXON_RANK_GENUS },
    { "species", SAIGA_TAXON_RANK_SPECIES },
  };
  JsonObject *higher = _saiga_json_get_object (self->reading, concept, "higher_taxa");
  g_autoptr(SaigaName) parsed = rank > SAIGA_TAXON_RANK_GENUS ? saiga_name_parse (name) : NULL;
  const char *genus = parsed != NULL ? saiga_name_get_genus (parsed) : NULL;
  const char *epithet = parsed != NULL ? saiga_name_get_species (parsed) : NULL;
  g_autofree char *species = genus != NULL && epithet != NULL ? g_strconcat (genus, " ", epithet, NULL) : NULL;
  const char *names[G_N_ELEMENTS (levels)];
  SaigaTaxonRank ranks[G_N_ELEMENTS (levels)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels) && levels[i].rank < rank; i++)
    {
      names[n] = higher != NULL ? _saiga_json_get_text (self->reading, higher, levels[i].name) : NULL;
      if (levels[i].rank == SAIGA_TAXON_RANK_GENUS && names[n] == NULL)
        names[n] = genus;

      /* Of a species in such a list some answers have the epithet alone. */
      if (levels[i].rank == SAIGA_TAXON_RANK_SPECIES && (names[n] == NULL || strchr (names[n], ' ') == NULL))
        names[n] = species;
      ranks[n++] = levels[i].rank;
    }

  return _saiga_reading_put_parents (self->reading, names, ranks, n);
}

static void
read_list (SaigaApi *self,
           SaigaRecord *taxon,
           JsonObject *concept,
           const char *name,
           SaigaApiRead read)
{
  JsonArray *list = _saiga_json_get_list (self->reading, concept, name);
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (self->reading, list, i, name);

      if (item != NULL)
        read (self, taxon, item);
    }
}

/* What a whole dump has, beside what an answer has. */
static void
read_rest (SaigaApi *self,
           SaigaRecord *taxon,
           JsonObject *concept)
{
  JsonArray *places = _saiga_json_get_list (self->reading, concept, "distributions");
  guint n = places != NULL ? json_array_get_length (places) : 0;

  for (const SaigaApiList *list = _saiga_api_lists; list->name != NULL; list++)
    if (json_object_has_member (concept, list->name))
      read_list (self, taxon, concept, list->name, list->read);
  if (json_object_has_member (concept, "references"))
    read_list (self, taxon, concept, "references", _saiga_api_read_reference);

  _saiga_range_draft_clear (self->range);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (self->reading, places, i, "distributions");

      if (item != NULL)
        _saiga_api_add_place (self, item);
    }
  if (n > 0)
    _saiga_range_draft_set (self->range, self->reading, taxon);
}

/* A synonym or a trade name is a part of the taxa that it stands for. */
static void
keep_pending (SaigaApi *self,
              JsonObject *concept,
              const char *name,
              const char *kind)
{
  SaigaReading *reading = self->reading;
  JsonArray *list = _saiga_json_get_list (reading, concept, "accepted_names");
  guint n = list != NULL ? json_array_get_length (list) : 0;
  Pending *pending = g_new0 (Pending, 1);

  pending->file = reading->file;
  pending->row = reading->row;
  pending->number = _saiga_json_dup_number (reading, concept, "id");
  pending->name = g_strdup (name);
  pending->authorship = g_strdup (_saiga_json_get_text (reading, concept, "author_year"));
  pending->kind = kind;
  pending->accepted = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (reading, list, i, "accepted_names");
      char *number = item != NULL ? _saiga_json_dup_number (reading, item, "id") : NULL;

      if (number != NULL)
        g_ptr_array_add (pending->accepted, number);
    }
  g_ptr_array_add (self->pending, pending);
}

void
_saiga_api_read_pending (SaigaApi *self)
{
  SaigaReading *reading = self->reading;

  for (guint i = 0; i < self->pending->len; i++)
    {
      Pending *pending = self->pending->pdata[i];
      guint n_found = 0;

      for (guint k = 0; k < pending->accepted->len; k++)
        {
          SaigaRecord *taxon = _saiga_api_find_taxon (self, pending->accepted->pdata[k]);

          if (taxon != NULL)
            add_synonym (self, taxon, pending->name, pending->authorship, pending->kind, pending->number);
          n_found += taxon != NULL;
        }
      reading->file = pending->file;
      reading->row = pending->row;
      if (n_found == 0)
        _saiga_reading_add_problem (reading, "import-number", "accepted_names", pending->name, NULL);
      reading->n_rows[n_found > 0 ? SAIGA_ROW_MERGED : SAIGA_ROW_REFUSED]++;
    }
  g_ptr_array_set_size (self->pending, 0);
}

/* The row is counted by who calls; of what is kept for later, SAIGA_N_ROW_ENDS: it is counted then. */
SaigaRowEnd
_saiga_api_read_concept (SaigaApi *self,
                         JsonObject *concept)
{
  SaigaReading *reading = self->reading;
  g_autofree char *number = _saiga_json_dup_number (reading, concept, "id");
  const char *full_name = _saiga_json_get_text (reading, concept, "full_name");
  const char *author = _saiga_json_get_text (reading, concept, "author_year");
  const char *rank = _saiga_json_get_text (reading, concept, "rank");
  const char *status = _saiga_json_get_text (reading, concept, "name_status");
  const char *taxonomy = _saiga_json_get_text (reading, concept, "taxonomy");
  g_autofree char *name = full_name != NULL ? _saiga_clean_line (full_name) : NULL;
  g_autofree char *authorship = author != NULL ? _saiga_clean_line (author) : NULL;
  SaigaTaxonFacts facts = { number, "splus", name, authorship, rank != NULL ? _saiga_rank_parse (rank) : SAIGA_TAXON_RANK_UNSET, NULL };
  gboolean is_cms = self->answer_is_cms;
  SaigaRecord *taxon;

  if (name == NULL || name[0] == '\0')
    return _saiga_api_refuse (self, concept, "import-field", "full_name", "full_name");
  if (g_strcmp0 (_saiga_json_get_flag (reading, concept, "active"), "no") == 0)
    {
      _saiga_reading_add_problem (reading, "import-inactive", "active", name, NULL);
      return SAIGA_ROW_REFUSED;
    }
  if (g_strcmp0 (status, "S") == 0 || g_strcmp0 (status, "T") == 0)
    {
      keep_pending (self, concept, name, status[0] == 'T' ? "trade-name" : NULL);
      return SAIGA_N_ROW_ENDS;
    }
  if (facts.rank == SAIGA_TAXON_RANK_UNSET)
    {
      _saiga_reading_add_problem (reading, "import-rank", "rank", rank != NULL ? rank : "", NULL);
      return SAIGA_ROW_REFUSED;
    }

  if (taxonomy != NULL)
    is_cms = g_str_has_prefix (taxonomy, "CMS");
  _saiga_api_use (self, is_cms);
  _saiga_wcmc_begin (reading, reading->instrument_id, reading->authority_id);
  facts.parent_id = put_parents (self, concept, name, facts.rank);
  taxon = _saiga_reading_put_taxon (reading, &facts);
  if (g_strcmp0 (status, "H") == 0)
    _saiga_draft_set (reading, taxon, "name-kind", "hybrid");
  else if (g_strcmp0 (status, "N") == 0)
    _saiga_draft_set (reading, taxon, "name-kind", "unaccepted");
  read_synonyms (self, taxon, concept);
  read_common_names (self, taxon, concept);
  read_rest (self, taxon, concept);

  return _saiga_reading_end_taxon (reading, taxon);
}
