/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Checklists: names as rows use them become taxa with their synonyms. */

#include <string.h>

#include "saiga-taxon-list-private.h"

SaigaTaxonList *
_saiga_taxon_list_new (SaigaReading *reading)
{
  SaigaTaxonList *self = g_new0 (SaigaTaxonList, 1);

  self->reading = reading;
  self->former = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ranges = _saiga_range_drafts_new ();

  return self;
}

void
_saiga_taxon_list_free (SaigaTaxonList *self)
{
  g_clear_pointer (&self->usages, _saiga_usages_free);
  g_clear_pointer (&self->names, _saiga_usages_free);
  g_clear_pointer (&self->synonyms, _saiga_usages_free);
  g_free (self->taxon_ids);
  g_free (self->states);
  g_free (self->used_names);
  g_ptr_array_unref (self->former);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->ranges);
  g_free (self);
}

/* ---- the authority */

/* The name of the file, without what says how it is packed and written. */
static char *
make_slug (const SaigaTaxonListFacts *facts,
           const char *file)
{
  static const char *const endings[] = { ".gz", ".zip", ".tar", ".csv", ".tsv", ".txt", NULL };
  const char *name = facts->alias != NULL ? facts->alias : facts->title;
  g_autofree char *base = g_strdup (name != NULL ? name : file);
  char *slug;

  for (guint i = 0; name == NULL && endings[i] != NULL; i++)
    if (strlen (base) > strlen (endings[i]) && g_ascii_strcasecmp (base + strlen (base) - strlen (endings[i]), endings[i]) == 0)
      base[strlen (base) - strlen (endings[i])] = '\0';
  slug = _saiga_slug (base);
  if (strlen (slug) > 40)
    {
      char *hyphen = g_strrstr_len (slug, 40, "-");

      slug[hyphen != NULL ? hyphen - slug : 40] = '\0';
    }
  if (!g_ascii_isalpha (slug[0]))
    {
      /* An id begins with a letter, and that of a taxon begins with this. */
      g_autofree char *number = slug;

      slug = g_strconcat ("list", number[0] != '\0' ? "-" : NULL, number, NULL);
    }

  return slug;
}

void
_saiga_taxon_list_begin (SaigaTaxonList *self,
                         const SaigaTaxonListFacts *facts)
{
  SaigaReading *reading = self->reading;
  const char *file = _saiga_input_get_name (reading->input);
  g_autofree char *slug = make_slug (facts, file);
  g_autofree char *document_id = NULL;
  g_autofree char *title = NULL;
  SaigaRecord *authority;

  if (reading->authority_id == NULL)
    reading->authority_id = g_strconcat ("authority.", slug, NULL);
  if (_saiga_reading_lookup (reading, reading->authority_id) != NULL || _saiga_reading_need (reading, reading->authority_id))
    return;

  title = _saiga_clean_line (facts->title != NULL ? facts->title : facts->alias != NULL ? facts->alias
                                                                                        : file);
  authority = _saiga_reading_draft (reading, SAIGA_TYPE_AUTHORITY, reading->authority_id);
  _saiga_draft_set_words (reading, authority, "name", "en", title);
  _saiga_draft_set (reading, authority, "abbreviation", facts->alias);
  _saiga_draft_set (reading, authority, "release", facts->release);
  _saiga_draft_set (reading, authority, "date", facts->date);
  if (facts->licence == NULL && facts->doi == NULL)
    return;

  document_id = g_strconcat ("document.", strchr (reading->authority_id, '.') != NULL ? strchr (reading->authority_id, '.') + 1 : slug, NULL);
  if (_saiga_reading_lookup (reading, document_id) == NULL)
    {
      SaigaRecord *document = _saiga_reading_draft (reading, SAIGA_TYPE_DOCUMENT, document_id);
      g_autofree char *licence = facts->licence != NULL ? _saiga_clean_line (facts->licence) : NULL;

      _saiga_draft_set (reading, document, "kind", "list");
      _saiga_draft_set_words (reading, document, "title", "en", title);
      _saiga_draft_set (reading, document, "date", facts->date);
      if (licence != NULL && licence[0] != '\0')
        {
          g_autofree char *note = g_strconcat ("Licence: ", licence, NULL);

          _saiga_draft_set (reading, document, "note", note);
        }
      if (facts->doi != NULL)
        _saiga_draft_add_identifier (reading, document, "doi", facts->doi);
    }
  _saiga_draft_set (reading, authority, "document-id", document_id);
}

/* ---- all of them */

/* Parents first, however long the chain is: a list may be damaged so that it is a ring. */
static void
put_with_parents (SaigaTaxonList *self,
                  guint row,
                  GArray *chain)
{
  g_array_set_size (chain, 0);
  while (self->states[row] == SAIGA_USAGE_STATE_NEW)
    {
      int above = _saiga_usages_find (self->usages, _saiga_usages_get (self->usages, row, SAIGA_USAGE_PARENT_ID));

      self->states[row] = SAIGA_USAGE_STATE_OPEN;
      g_array_append_val (chain, row);
      if (above < 0)
        break;
      row = above;
    }
  for (guint i = chain->len; i > 0; i--)
    {
      row = g_array_index (chain, guint, i - 1);
      if (_saiga_taxon_list_is_synonym (self, row))
        self->states[row] = SAIGA_USAGE_STATE_SYNONYM; /* seen to when all taxa are there */
      else
        _saiga_taxon_list_put_taxon (self, row);
    }
}

/* Names that nothing uses. */
static void
count_names (SaigaTaxonList *self)
{
  for (guint i = 0; self->names != NULL && i < _saiga_usages_get_n_rows (self->names); i++)
    {
      if (self->used_names[i])
        {
          self->reading->n_rows[SAIGA_ROW_MERGED]++;
          continue;
        }
      _saiga_usages_go_to (self->names, self->reading, i);
      _saiga_reading_add_problem (self->reading, "import-accepted", NULL, _saiga_usages_get (self->names, i, SAIGA_USAGE_NAME), NULL);
      self->reading->n_rows[SAIGA_ROW_REFUSED]++;
    }
}

static void
mark_names (SaigaTaxonList *self,
            const SaigaUsages *usages)
{
  for (guint i = 0; usages != NULL && self->names != NULL && i < _saiga_usages_get_n_rows (usages); i++)
    {
      int name = _saiga_taxon_list_find_name (self, usages, i);

      if (name >= 0)
        self->used_names[name] = TRUE;
    }
}

void
_saiga_taxon_list_put_usages (SaigaTaxonList *self)
{
  guint n = _saiga_usages_get_n_rows (self->usages);
  g_autoptr(GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree SaigaTaxonRank *ranks = g_new (SaigaTaxonRank, n + 1);

  self->taxon_ids = g_new0 (const char *, n + 1);
  self->states = g_new0 (guchar, n + 1);
  self->used_names = g_new0 (gboolean, self->names != NULL ? _saiga_usages_get_n_rows (self->names) + 1 : 1);

  /* From the top down: columns of higher ranks then find the rows that those have. */
  for (guint i = 0; i < n; i++)
    ranks[i] = _saiga_taxon_list_parse_rank (_saiga_taxon_list_get_name_field (self, self->usages, i, SAIGA_USAGE_RANK));
  for (SaigaTaxonRank rank = SAIGA_TAXON_RANK_KINGDOM; rank <= SAIGA_TAXON_RANK_SUBPOPULATION; rank++)
    for (guint i = 0; i < n; i++)
      if (ranks[i] == rank)
        put_with_parents (self, i, chain);
  for (guint i = 0; i < n; i++)
    put_with_parents (self, i, chain);

  for (guint i = 0; i < n; i++)
    if (self->states[i] == SAIGA_USAGE_STATE_SYNONYM)
      {
        const char *accepted = _saiga_usages_get (self->usages, i, SAIGA_USAGE_ACCEPTED_ID);

        /* ColDP names the taxon of a synonym as its parent. */
        if (accepted[0] == '\0')
          accepted = _saiga_usages_get (self->usages, i, SAIGA_USAGE_PARENT_ID);
        self->reading->n_rows[_saiga_taxon_list_put_synonym (self, self->usages, i, accepted)]++;
      }
  for (guint i = 0; self->synonyms != NULL && i < _saiga_usages_get_n_rows (self->synonyms); i++)
    self->reading->n_rows[_saiga_taxon_list_put_synonym (self, self->synonyms, i, _saiga_usages_get (self->synonyms, i, SAIGA_USAGE_ACCEPTED_ID))]++;

  mark_names (self, self->usages);
  mark_names (self, self->synonyms);
  count_names (self);
}

SaigaRecord *
_saiga_taxon_list_find_taxon (SaigaTaxonList *self,
                              const char *usage_id)
{
  const char *taxon_id = NULL;

  for (guint depth = 0; depth < 16 && taxon_id == NULL; depth++)
    {
      int position = _saiga_usages_find (self->usages, usage_id);

      if (position < 0)
        break;
      if (self->states[position] == SAIGA_USAGE_STATE_DONE)
        taxon_id = self->taxon_ids[position];
      else
        usage_id = _saiga_usages_get (self->usages, position, SAIGA_USAGE_ACCEPTED_ID);
    }
  if (taxon_id == NULL)
    {
      _saiga_reading_add_problem (self->reading, "import-taxon", NULL, usage_id, NULL);
      return NULL;
    }

  return _saiga_reading_draft (self->reading, SAIGA_TYPE_TAXON, taxon_id);
}

void
_saiga_taxon_list_finish (SaigaTaxonList *self)
{
  for (guint i = 0; i + 1 < self->former->len; i += 2)
    {
      const char *former_id = _saiga_reading_find_taxon (self->reading, self->former->pdata[i + 1]);

      if (former_id != NULL && !g_str_equal (former_id, self->former->pdata[i]))
        _saiga_draft_set (self->reading, _saiga_reading_draft (self->reading, SAIGA_TYPE_TAXON, self->former->pdata[i]), "former-id", former_id);
    }
  _saiga_range_drafts_set (self->ranges, self->reading);
}
