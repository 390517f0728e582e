/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* A data package of the Catalogue of Life: NameUsage, VernacularName, Distribution and metadata.yaml. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-taxon-list-writer-private.h"
#include "saiga-coldp-private.h"

static void
append_yaml (GString *out,
             const char *key,
             const char *text)
{
  g_auto(GStrv) pieces = NULL;
  g_autofree char *quoted = NULL;

  if (text == NULL || text[0] == '\0')
    return;

  pieces = g_strsplit (text, "'", -1);
  quoted = g_strjoinv ("''", pieces);
  g_string_append_printf (out, "%s: '%s'\n", key, quoted);
}

static void
write_metadata (SaigaWriting *writing,
                const SaigaTaxonListTaxa *taxa)
{
  g_autofree char *licence = _saiga_taxon_list_dup_licence (taxa, writing->snapshot);
  g_autofree char *date = _saiga_taxon_list_dup_date (taxa);

  _saiga_writing_begin (writing, "metadata.yaml");
  append_yaml (writing->out, "title", _saiga_taxon_list_get_title (taxa));
  append_yaml (writing->out, "alias", saiga_authority_get_abbreviation (taxa->authority));
  append_yaml (writing->out, "version", saiga_authority_get_release (taxa->authority));
  append_yaml (writing->out, "issued", date);
  append_yaml (writing->out, "license", licence);
}

static char *
dup_identifiers (SaigaRecord *taxon)
{
  const SaigaPartList *identifiers = _saiga_record_peek_parts (taxon, "identifiers");
  GString *list = g_string_new (NULL);
  SaigaIdentifier *identifier;

  for (guint i = 0; (identifier = _saiga_parts_peek (identifiers, i)) != NULL; i++)
    g_string_append_printf (list, "%s%s:%s", i > 0 ? "," : "", saiga_identifier_get_scheme (identifier), saiga_identifier_get_value (identifier));

  return g_string_free (list, FALSE);
}

static void
write_synonyms (SaigaWriting *writing,
                SaigaTaxon *taxon)
{
  const char *id = _saiga_record_peek_id (SAIGA_RECORD (taxon));
  const SaigaPartList *synonyms = _saiga_record_peek_parts (SAIGA_RECORD (taxon), "synonyms");
  SaigaSynonym *synonym;

  for (guint i = 0; (synonym = _saiga_parts_peek (synonyms, i)) != NULL; i++)
    {
      g_autofree char *own = g_strdup_printf ("%s:%u", id, i + 1);
      g_autofree char *status = _saiga_taxon_list_dup_synonym_status (synonym);
      const char *const cells[] = { own, NULL, id, NULL, status, NULL,
                                    saiga_synonym_get_name (synonym), saiga_synonym_get_authorship (synonym), saiga_synonym_get_note (synonym) };

      for (guint n = 0; n < G_N_ELEMENTS (cells); n++)
        _saiga_writing_add_cell (writing, cells[n]);
      _saiga_writing_end_row (writing);
    }
}

static void
write_usages (SaigaWriting *writing,
              const SaigaTaxonListTaxa *taxa)
{
  static const char *const headings[] = { "col:ID", "col:alternativeID", "col:parentID", "col:basionymID", "col:status", "col:rank",
                                          "col:scientificName", "col:authorship", "col:remarks", NULL };

  _saiga_taxon_list_write_heading (writing, "NameUsage.csv", headings);
  for (guint i = 0; i < taxa->taxa->len; i++)
    {
      SaigaTaxon *taxon = taxa->taxa->pdata[i];
      SaigaRecord *record = SAIGA_RECORD (taxon);
      SaigaText *note = saiga_taxon_get_nomenclature_note (taxon);
      g_autofree char *identifiers = dup_identifiers (record);
      const char *const cells[] = { _saiga_record_peek_id (record), identifiers, saiga_taxon_get_parent_id (taxon), NULL,
                                    _saiga_taxon_list_get_status (taxon), _saiga_record_peek_nick (record, "rank"),
                                    saiga_taxon_get_name (taxon), saiga_taxon_get_authorship (taxon),
                                    note != NULL ? saiga_text_get_words (note, "en") : NULL };

      for (guint n = 0; n < G_N_ELEMENTS (cells); n++)
        _saiga_writing_add_cell (writing, cells[n]);
      _saiga_writing_end_row (writing);
      write_synonyms (writing, taxon);
    }
}

static void
write_place (SaigaWriting *writing,
             const char *place,
             const char *name,
             const SaigaPlaceWords *words)
{
  _saiga_writing_add_cell (writing, place);
  _saiga_writing_add_cell (writing, "text");
  _saiga_writing_add_cell (writing, name);
  _saiga_writing_add_cell (writing, words->coldp);
}

gboolean
_saiga_coldp_write (SaigaWriting *writing,
                    GError **error)
{
  static const char *const vernaculars[] = { "col:taxonID", "col:name", "col:language", "col:preferred", NULL };
  static const char *const distributions[] = { "col:taxonID", "col:areaID", "col:gazetteer", "col:area", "col:status", NULL };
  SaigaTaxonListTaxa taxa = { NULL, NULL };
  gboolean is_found = _saiga_taxon_list_taxa_find (&taxa, writing, error);

  if (is_found)
    {
      write_metadata (writing, &taxa);
      write_usages (writing, &taxa);
      _saiga_taxon_list_write_vernaculars (writing, &taxa, "VernacularName.csv", vernaculars);
      _saiga_taxon_list_write_distributions (writing, &taxa, "Distribution.csv", distributions, write_place);
    }
  _saiga_taxon_list_taxa_clear (&taxa);

  return is_found;
}
