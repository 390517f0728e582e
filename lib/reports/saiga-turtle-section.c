/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-report-private.h"

/* The marine turtles, worked out as one case: what is the same in both lists, and what differs. */

typedef struct
{
  const SaigaReportSource *source;
  SaigaPaper *paper;
  SaigaConcordance *concordance;
  const char *nicks[2];
  GPtrArray *rows;      /* of SaigaConcordanceRow: higher taxa and species */
  GListModel *findings; /* on their coherence, and that of others */
} Turtles;

static const char *
translate (Turtles *self,
           const char *message)
{
  return _saiga_report_translate (self->source, message);
}

static GListModel *
get_taxa (SaigaConcordanceRow *row,
          guint side)
{
  return side == 0 ? saiga_concordance_row_get_taxa_a (row) : saiga_concordance_row_get_taxa_b (row);
}

static gboolean
is_species (SaigaConcordanceRow *row)
{
  return saiga_concordance_row_get_rank (row) >= SAIGA_TAXON_RANK_SPECIES;
}

/* ---- higher taxa */

/* Itself, or the one of a rank above it. */
static SaigaTaxon *
find_above (SaigaSnapshot *snapshot,
            SaigaTaxon *taxon,
            SaigaTaxonRank rank)
{
  SaigaRecord *at = SAIGA_RECORD (taxon);

  /* Parents that go round have no end. */
  for (guint depth = 0; depth < 32 && SAIGA_IS_TAXON (at); depth++)
    {
      const char *parent = saiga_taxon_get_parent_id (SAIGA_TAXON (at));

      if (saiga_taxon_get_rank (SAIGA_TAXON (at)) == rank)
        return SAIGA_TAXON (at);
      at = parent != NULL ? saiga_snapshot_lookup (snapshot, parent) : NULL;
    }

  return NULL;
}

static gboolean
is_turtle (SaigaSnapshot *snapshot,
           SaigaConcordanceRow *row)
{
  static const char *const families[] = { "Cheloniidae", "Dermochelyidae", NULL };

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr(SaigaTaxon) taxon = g_list_model_get_item (get_taxa (row, side), 0);
      SaigaTaxon *family = taxon != NULL ? find_above (snapshot, taxon, SAIGA_TAXON_RANK_FAMILY) : NULL;

      if (family != NULL && saiga_taxon_get_name (family) != NULL && g_strv_contains (families, saiga_taxon_get_name (family)))
        return TRUE;
    }

  return FALSE;
}

/* ---- what each side has, each once */

static void
add_once (GString *text,
          const char *words)
{
  g_auto(GStrv) known = g_strsplit (text->str, "; ", -1);

  if (words == NULL || g_strv_contains ((const char *const *) known, words))
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
}

static char *
join_above (Turtles *self,
            guint side,
            SaigaTaxonRank rank)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint n = 0; is_species (self->rows->pdata[i]) && n < g_list_model_get_n_items (get_taxa (self->rows->pdata[i], side)); n++)
      {
        g_autoptr(SaigaTaxon) taxon = g_list_model_get_item (get_taxa (self->rows->pdata[i], side), n);
        SaigaTaxon *above = find_above (self->source->snapshot, taxon, rank);

        add_once (text, above != NULL ? saiga_taxon_get_name (above) : NULL);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_references (Turtles *self,
                 guint side)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint n = 0; is_species (self->rows->pdata[i]) && n < g_list_model_get_n_items (get_taxa (self->rows->pdata[i], side)); n++)
      {
        g_autoptr(SaigaRecord) taxon = g_list_model_get_item (get_taxa (self->rows->pdata[i], side), n);
        SaigaStandardReference *reference = saiga_concordance_find_reference (self->concordance, saiga_record_get_id (taxon));
        SaigaRecord *document = reference != NULL ? saiga_snapshot_lookup (self->source->snapshot, saiga_standard_reference_get_document_id (reference)) : NULL;
        SaigaText *title = SAIGA_IS_DOCUMENT (document) ? saiga_document_get_title (SAIGA_DOCUMENT (document)) : NULL;

        add_once (text, title != NULL ? saiga_text_get_best_words (title, self->source->language) : translate (self, N_ ("not recorded")));
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_entry (Turtles *self,
                const char *listing_id)
{
  SaigaListing *listing = (SaigaListing *) saiga_snapshot_lookup (self->source->snapshot, listing_id);
  SaigaRecord *taxon = listing != NULL && saiga_listing_get_taxon_id (listing) != NULL ? saiga_snapshot_lookup (self->source->snapshot, saiga_listing_get_taxon_id (listing))
                                                                                       : NULL;
  const char *printed = listing != NULL ? saiga_listing_get_listed_as (listing) : NULL;

  if (!SAIGA_IS_TAXON (taxon))
    return NULL;
  if (printed != NULL)
    return g_strdup_printf ("%s %s", printed, saiga_listing_get_appendix (listing));

  return g_strdup_printf ("%s%s %s", saiga_taxon_get_name (SAIGA_TAXON (taxon)),
                          saiga_taxon_get_rank (SAIGA_TAXON (taxon)) < SAIGA_TAXON_RANK_SPECIES ? " spp." : "", saiga_listing_get_appendix (listing));
}

/* As they are printed: by these entries the species are listed. */
static char *
join_entries (Turtles *self,
              guint side)
{
  g_autoptr(GString) text = g_string_new (NULL);
  static const char *const sides[] = { "a", "b" };

  for (guint i = 0; i < self->rows->len; i++)
    for (guint n = 0; is_species (self->rows->pdata[i]) && n < saiga_concordance_row_get_n_reasons (self->rows->pdata[i]); n++)
      {
        SaigaReason *reason = saiga_concordance_row_get_reason (self->rows->pdata[i], n);
        const char *code = saiga_reason_get_code (reason);
        const char *const *arguments = saiga_reason_get_arguments (reason);

        if ((g_str_equal (code, "own") || g_str_equal (code, "inherited")) && g_str_equal (arguments[0], sides[side]))
          {
            g_autofree char *entry = describe_entry (self, arguments[1]);

            add_once (text, entry);
          }
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_appendices (Turtles *self,
                 guint side)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (is_species (self->rows->pdata[i]))
      add_once (text, side == 0 ? saiga_concordance_row_get_appendices_a (self->rows->pdata[i]) : saiga_concordance_row_get_appendices_b (self->rows->pdata[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- the tables */

static void
add_aspect (Turtles *self,
            const char *title,
            char *a,
            char *b)
{
  const gboolean is_same = g_strcmp0 (a, b) == 0;

  _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
  _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, title);
  _saiga_paper_add (self->paper, SAIGA_NODE_CELL, *a != '\0' ? a : "–");
  _saiga_paper_add (self->paper, SAIGA_NODE_CELL, *b != '\0' ? b : "–");
  _saiga_paper_add (self->paper, SAIGA_NODE_CELL, translate (self, is_same ? N_ ("same") : N_ ("differs")));
  _saiga_paper_end (self->paper);
  g_free (a);
  g_free (b);
}

static void
add_aspects (Turtles *self)
{
  const char *const titles[] = { translate (self, N_ ("Compared")), self->nicks[0], self->nicks[1], translate (self, N_ ("Result")), NULL };

  _saiga_paper_begin_table (self->paper, SAIGA_NODE_STACKED, translate (self, N_ ("What stands above the species, and by which entries they are listed")), titles);
  add_aspect (self, translate (self, N_ ("Standard reference")), join_references (self, 0), join_references (self, 1));
  add_aspect (self, translate (self, N_ ("Order")), join_above (self, 0, SAIGA_TAXON_RANK_ORDER), join_above (self, 1, SAIGA_TAXON_RANK_ORDER));
  add_aspect (self, translate (self, N_ ("Families")), join_above (self, 0, SAIGA_TAXON_RANK_FAMILY), join_above (self, 1, SAIGA_TAXON_RANK_FAMILY));
  add_aspect (self, translate (self, N_ ("Entries")), join_entries (self, 0), join_entries (self, 1));
  add_aspect (self, translate (self, N_ ("In Appendix")), join_appendices (self, 0), join_appendices (self, 1));
  _saiga_paper_end (self->paper);
}

static void
add_name (Turtles *self,
          SaigaNodeKind kind,
          const char *const *names)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) names);

  _saiga_paper_begin (self->paper, kind, NULL);
  _saiga_paper_add_words (self->paper, SAIGA_STYLE_NAME, *joined != '\0' ? joined : "–");
  _saiga_paper_end (self->paper);
}

static char *
describe_differences (Turtles *self,
                      const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (self->findings, i);

      if (g_strcmp0 (saiga_concordance_finding_get_row_key (finding), key) == 0)
        return saiga_concordance_dup_words (self->concordance, saiga_concordance_finding_get_value (finding, "differences"), self->source->language);
    }

  return g_strdup ("–");
}

static void
add_rows (Turtles *self)
{
  g_autofree char *appendix_a = _saiga_translate_fill (self->source->language, N_ ("%1 App."), self->nicks[0], NULL);
  g_autofree char *appendix_b = _saiga_translate_fill (self->source->language, N_ ("%1 App."), self->nicks[1], NULL);
  const char *const titles[] = { self->nicks[0], appendix_a, self->nicks[1], appendix_b, translate (self, N_ ("How the listings differ")), NULL };

  _saiga_paper_begin_table (self->paper, 0, translate (self, N_ ("The marine turtles in both lists")), titles);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SaigaConcordanceRow *row = self->rows->pdata[i];
      const char *a = saiga_concordance_row_get_appendices_a (row);
      const char *b = saiga_concordance_row_get_appendices_b (row);
      g_autofree char *words = describe_differences (self, saiga_concordance_row_get_key (row));

      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      add_name (self, SAIGA_NODE_HEADER, saiga_concordance_row_get_names_a (row));
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, a != NULL ? a : "–");
      add_name (self, SAIGA_NODE_CELL, saiga_concordance_row_get_names_b (row));
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, b != NULL ? b : "–");
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, words);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

/* ---- what follows */

/* Of how many species names and concepts agree. */
static guint
count_agreeing (Turtles *self,
                guint *n_species)
{
  guint n = 0;

  *n_species = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GListModel *pairs = saiga_concordance_row_get_pairs (self->rows->pdata[i]);
      gboolean agrees = TRUE;

      if (!is_species (self->rows->pdata[i]))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (pairs); k++)
        {
          g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, k);

          agrees &= saiga_concordance_pair_get_name_relation (pair) == SAIGA_NAME_RELATION_IDENTICAL &&
                    saiga_concordance_pair_get_concept_relation (pair) == SAIGA_CONCEPT_RELATION_CONGRUENT;
        }
      n += agrees;
      (*n_species)++;
    }

  return n;
}

void
_saiga_report_add_turtles (SaigaPaper *paper,
                           const SaigaReportSource *source,
                           SaigaConcordance *concordance,
                           GPtrArray *rows,
                           GListModel *findings,
                           const char *a,
                           const char *b)
{
  g_autoptr(GPtrArray) turtles = g_ptr_array_new ();
  Turtles self = { source, paper, concordance, { a, b }, turtles, findings };
  g_autofree char *agreeing = NULL;
  g_autofree char *all = NULL;
  g_autofree char *lead = NULL;
  guint n_agreeing;
  guint n_species;

  for (guint i = 0; i < rows->len; i++)
    if (is_turtle (source->snapshot, rows->pdata[i]))
      g_ptr_array_add (turtles, rows->pdata[i]);
  if (turtles->len == 0)
    return;
  n_agreeing = count_agreeing (&self, &n_species);
  agreeing = _saiga_format_number (n_agreeing, source->language);
  all = _saiga_format_number (n_species, source->language);

  _saiga_paper_begin_section (paper, "turtles", translate (&self, N_ ("A worked case: the marine turtles")), NULL);
  if (n_agreeing == n_species)
    lead = _saiga_translate_fill (source->language,
                                  N_ ("Names and concepts agree in all %1 species. What differs is what stands above them, and the way they are listed: by "
                                      "name or with their family, in one Appendix or in two. No name of a species has to change for the lists to agree."),
                                  all, NULL);
  else
    lead = _saiga_translate_fill (source->language, N_ ("Names and concepts agree in %1 of %2 species."), agreeing, all, NULL);
  _saiga_paper_add (paper, SAIGA_NODE_PARAGRAPH, lead);
  add_aspects (&self);
  add_rows (&self);
  _saiga_paper_end (paper);
}
