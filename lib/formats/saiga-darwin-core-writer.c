/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* An archive of Darwin Core: taxa and synonyms as the core, common names, areas and numbers beside it. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-taxon-list-writer-private.h"
#include "saiga-darwin-core-private.h"

#define TERMS "http://rs.tdwg.org/dwc/terms/"
#define GBIF "http://rs.gbif.org/terms/1.0/"
#define DUBLIN_CORE "http://purl.org/dc/terms/"

/* A table: the column 0 joins it with the core. */
typedef struct
{
  const char *file;
  const char *row_type;
  const char *headings[14];
  const char *terms[14]; /* spaces they are of; the heading is the rest */
} Table;

static const Table core = {
  "taxon.csv",
  TERMS "Taxon",
  { "taxonID", "parentNameUsageID", "acceptedNameUsageID", "originalNameUsageID", "scientificName", "scientificNameAuthorship", "taxonRank", "taxonomicStatus",
    "taxonRemarks", "kingdom", "class", "order", "family", NULL },
  { TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, TERMS, NULL },
};

static const Table vernaculars = {
  "vernacularname.csv",
  GBIF "VernacularName",
  { "taxonID", "vernacularName", "language", "isPreferredName", NULL },
  { TERMS, TERMS, DUBLIN_CORE, GBIF, NULL },
};

static const Table distributions = {
  "distribution.csv",
  GBIF "Distribution",
  { "taxonID", "locationID", "locality", "occurrenceStatus", "establishmentMeans", NULL },
  { TERMS, TERMS, TERMS, TERMS, TERMS, NULL },
};

static const Table numbers = {
  "identifier.csv",
  GBIF "Identifier",
  { "taxonID", "identifier", NULL },
  { TERMS, DUBLIN_CORE, NULL },
};

static const Table *const tables[] = { &core, &vernaculars, &distributions, &numbers };

/* ---- meta.xml and eml.xml */

static void
write_meta (SaigaWriting *writing)
{
  g_autofree char *separator = g_markup_escape_text (writing->separator == '\t' ? "\\t" : (char[2]){ writing->separator, '\0' }, -1);

  _saiga_writing_begin (writing, "meta.xml");
  g_string_append (writing->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<archive xmlns=\"http://rs.tdwg.org/dwc/text/\" metadata=\"eml.xml\">\n");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const Table *table = tables[i];
      const char *element = i == 0 ? "core" : "extension";

      g_string_append_printf (writing->out,
                              "  <%s encoding=\"UTF-8\" fieldsTerminatedBy=\"%s\" linesTerminatedBy=\"\\n\" fieldsEnclosedBy=\"&quot;\" ignoreHeaderLines=\"1\" "
                              "rowType=\"%s\">\n    <files>\n      <location>%s</location>\n    </files>\n    <%s index=\"0\"/>\n",
                              element, separator, table->row_type, table->file, i == 0 ? "id" : "coreid");
      for (guint n = i == 0 ? 0 : 1; table->headings[n] != NULL; n++)
        g_string_append_printf (writing->out, "    <field index=\"%u\" term=\"%s%s\"/>\n", n, table->terms[n], table->headings[n]);
      g_string_append_printf (writing->out, "  </%s>\n", element);
    }
  g_string_append (writing->out, "</archive>\n");
}

static void
append_element (GString *out,
                const char *name,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (text[0] != '\0')
    g_string_append_printf (out, "    <%s>%s</%s>\n", name, escaped, name);
}

static void
write_eml (SaigaWriting *writing,
           const SaigaTaxonListTaxa *taxa)
{
  const char *id = _saiga_record_peek_id (SAIGA_RECORD (taxa->authority));
  const char *alias = saiga_authority_get_abbreviation (taxa->authority);
  g_autofree char *licence = _saiga_taxon_list_dup_licence (taxa, writing->snapshot);
  g_autofree char *date = _saiga_taxon_list_dup_date (taxa);

  _saiga_writing_begin (writing, "eml.xml");
  g_string_append_printf (writing->out,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<eml:eml xmlns:eml=\"eml://ecoinformatics.org/eml-2.1.1\" packageId=\"%s\" system=\"saiga\">\n"
                          "  <dataset>\n",
                          id);
  append_element (writing->out, "shortName", alias != NULL ? alias : "");
  append_element (writing->out, "title", _saiga_taxon_list_get_title (taxa));
  append_element (writing->out, "pubDate", date);
  if (licence[0] != '\0')
    {
      g_autofree char *escaped = g_markup_escape_text (licence, -1);

      g_string_append_printf (writing->out, "    <intellectualRights>\n      <para>%s</para>\n    </intellectualRights>\n", escaped);
    }
  g_string_append (writing->out, "  </dataset>\n</eml:eml>\n");
}

/* ---- rows */

/* What is above it, for readers that know no parents; ours take the parent. */
static void
write_higher (SaigaWriting *writing,
              SaigaTaxon *taxon)
{
  static const SaigaTaxonRank ranks[] = { SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_CLASS, SAIGA_TAXON_RANK_ORDER, SAIGA_TAXON_RANK_FAMILY };
  const char *names[G_N_ELEMENTS (ranks)];

  _saiga_writing_find_names (writing, taxon, ranks, G_N_ELEMENTS (ranks), names);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    _saiga_writing_add_cell (writing, names[i]);
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

      _saiga_writing_add_cell (writing, own);
      _saiga_writing_add_cell (writing, NULL);
      _saiga_writing_add_cell (writing, id);
      _saiga_writing_add_cell (writing, NULL);
      _saiga_writing_add_cell (writing, saiga_synonym_get_name (synonym));
      _saiga_writing_add_cell (writing, saiga_synonym_get_authorship (synonym));
      _saiga_writing_add_cell (writing, NULL);
      _saiga_writing_add_cell (writing, status);
      _saiga_writing_add_cell (writing, saiga_synonym_get_note (synonym));
      for (guint n = 9; core.headings[n] != NULL; n++)
        _saiga_writing_add_cell (writing, NULL);
      _saiga_writing_end_row (writing);
    }
}

static const char *
get_original_id (SaigaTaxon *taxon,
                 char **made)
{
  const SaigaPartList *synonyms = _saiga_record_peek_parts (SAIGA_RECORD (taxon), "synonyms");
  SaigaSynonym *synonym;

  for (guint i = 0; (synonym = _saiga_parts_peek (synonyms, i)) != NULL; i++)
    if (saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_ORIGINAL_COMBINATION)
      return *made = g_strdup_printf ("%s:%u", _saiga_record_peek_id (SAIGA_RECORD (taxon)), i + 1);

  return NULL;
}

static void
write_core (SaigaWriting *writing,
            const SaigaTaxonListTaxa *taxa)
{
  _saiga_taxon_list_write_heading (writing, core.file, core.headings);
  for (guint i = 0; i < taxa->taxa->len; i++)
    {
      SaigaTaxon *taxon = taxa->taxa->pdata[i];
      SaigaText *note = saiga_taxon_get_nomenclature_note (taxon);
      g_autofree char *original = NULL;

      _saiga_writing_add_cell (writing, _saiga_record_peek_id (SAIGA_RECORD (taxon)));
      _saiga_writing_add_cell (writing, saiga_taxon_get_parent_id (taxon));
      _saiga_writing_add_cell (writing, NULL);
      _saiga_writing_add_cell (writing, get_original_id (taxon, &original));
      _saiga_writing_add_cell (writing, saiga_taxon_get_name (taxon));
      _saiga_writing_add_cell (writing, saiga_taxon_get_authorship (taxon));
      _saiga_writing_add_cell (writing, _saiga_record_peek_nick (SAIGA_RECORD (taxon), "rank"));
      _saiga_writing_add_cell (writing, _saiga_taxon_list_get_status (taxon));
      _saiga_writing_add_cell (writing, note != NULL ? saiga_text_get_words (note, "en") : NULL);
      write_higher (writing, taxon);
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
  _saiga_writing_add_cell (writing, name);
  _saiga_writing_add_cell (writing, words->status);
  _saiga_writing_add_cell (writing, words->means);
}

static void
write_numbers (SaigaWriting *writing,
               const SaigaTaxonListTaxa *taxa)
{
  _saiga_taxon_list_write_heading (writing, numbers.file, numbers.headings);
  for (guint i = 0; i < taxa->taxa->len; i++)
    {
      SaigaRecord *taxon = taxa->taxa->pdata[i];
      const SaigaPartList *identifiers = _saiga_record_peek_parts (taxon, "identifiers");
      SaigaIdentifier *identifier;

      for (guint n = 0; (identifier = _saiga_parts_peek (identifiers, n)) != NULL; n++)
        {
          g_autofree char *text = g_strconcat (saiga_identifier_get_scheme (identifier), ":", saiga_identifier_get_value (identifier), NULL);

          _saiga_writing_add_cell (writing, _saiga_record_peek_id (taxon));
          _saiga_writing_add_cell (writing, text);
          _saiga_writing_end_row (writing);
        }
    }
}

gboolean
_saiga_darwin_core_write (SaigaWriting *writing,
                          GError **error)
{
  SaigaTaxonListTaxa taxa = { NULL, NULL };
  gboolean is_found = _saiga_taxon_list_taxa_find (&taxa, writing, error);

  if (is_found)
    {
      write_meta (writing);
      write_eml (writing, &taxa);
      write_core (writing, &taxa);
      _saiga_taxon_list_write_vernaculars (writing, &taxa, vernaculars.file, vernaculars.headings);
      _saiga_taxon_list_write_distributions (writing, &taxa, distributions.file, distributions.headings, write_place);
      write_numbers (writing, &taxa);
    }
  _saiga_taxon_list_taxa_clear (&taxa);

  return is_found;
}
