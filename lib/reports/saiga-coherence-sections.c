/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-report-private.h"

/* What follows from the concordance: by which Appendices species are shared, how the listings
 * differ, and the marine turtles as one worked case. */

typedef struct
{
  const SaigaReportSource *source;
  SaigaPaper *paper;
  SaigaConcordance *concordance;
  const char *a;
  const char *b;
} Sections;

static const char *
translate (Sections *self,
           const char *message)
{
  return _saiga_report_translate (self->source, message);
}

static char *
fill (Sections *self,
      const char *message)
{
  return _saiga_translate_fill (self->source->language, message, self->a, self->b, NULL);
}

/* ---- by Appendices */

typedef struct
{
  char *label;
  double values[3];
} Combination;

static void
combination_clear (gpointer data)
{
  g_free (((Combination *) data)->label);
}

static int
compare_combinations (gconstpointer a,
                      gconstpointer b)
{
  const Combination *first = a;
  const Combination *second = b;
  const double sum = first->values[0] + first->values[1] + first->values[2];
  const double other = second->values[0] + second->values[1] + second->values[2];

  return sum != other ? (sum > other ? -1 : 1) : strcmp (first->label, second->label);
}

static void
add_combinations (Sections *self,
                  GPtrArray *rows)
{
  g_autofree char *title = fill (self, N_ ("Species that both list, by their Appendices (%1 × %2)"));
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_BARS, title, self->source->language);
  g_autoptr(GArray) combinations = g_array_new (FALSE, TRUE, sizeof (Combination));

  g_array_set_clear_func (combinations, combination_clear);
  _saiga_figure_add_series (figure, translate (self, N_ ("both by name")));
  _saiga_figure_add_series (figure, translate (self, N_ ("one through a higher taxon")));
  _saiga_figure_add_series (figure, translate (self, N_ ("one only in part")));
  for (guint i = 0; i < rows->len; i++)
    {
      SaigaConcordanceRow *row = rows->pdata[i];
      const SaigaListingRelation relation = saiga_concordance_row_get_listing_relation (row);
      g_autofree char *label = NULL;
      guint n = 0;

      if (saiga_concordance_row_is_conditional (row) || saiga_concordance_row_get_rank (row) < SAIGA_TAXON_RANK_SPECIES)
        continue;
      label = g_strdup_printf ("%s × %s", saiga_concordance_row_get_appendices_a (row), saiga_concordance_row_get_appendices_b (row));
      while (n < combinations->len && !g_str_equal (g_array_index (combinations, Combination, n).label, label))
        n++;
      if (n == combinations->len)
        g_array_append_val (combinations, ((Combination){ g_steal_pointer (&label) }));
      g_array_index (combinations, Combination, n).values[relation == SAIGA_LISTING_RELATION_BOTH ? 0 : relation == SAIGA_LISTING_RELATION_BOTH_HIGHER ? 1
                                                                                                                                                       : 2]++;
    }
  g_array_sort (combinations, compare_combinations);
  for (guint n = 0; n < combinations->len; n++)
    _saiga_figure_add_item (figure, g_array_index (combinations, Combination, n).label, NULL, 0, g_array_index (combinations, Combination, n).values, 3);
  _saiga_paper_add_figure (self->paper, figure);
}

/* ---- how the listings differ */

static const struct
{
  const char *nick;
  const char *words;
} differences[] = {
  { "agrees", N_ ("the listings agree") },
  { "level", N_ ("one lists only a part of the species") },
  { "strict-a", N_ ("%1 has Appendix I, %2 has not") },
  { "strict-b", N_ ("%2 has Appendix I, %1 has not") },
  { "scope", N_ ("an Appendix holds for some populations only") },
  { "route", N_ ("one names the species, the other a higher taxon") },
};

/* All that hold, in words. */
static char *
describe (Sections *self,
          SaigaConcordanceFinding *finding)
{
  g_auto(GStrv) nicks = g_strsplit (saiga_concordance_finding_get_value (finding, "differences"), " ", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (g_strv_contains ((const char *const *) nicks, differences[i].nick))
      {
        g_autofree char *words = fill (self, differences[i].words);

        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_counts (Sections *self,
            GListModel *findings)
{
  const char *const titles[] = { translate (self, N_ ("How the listings differ")), translate (self, N_ ("Species")), NULL };

  _saiga_paper_begin_table (self->paper, SAIGA_NODE_NUMBERS, translate (self, N_ ("Differences of the listings; several may hold")), titles);
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *words = fill (self, differences[i].words);
      g_autofree char *number = NULL;
      guint n = 0;

      for (guint k = 0; k < g_list_model_get_n_items (findings); k++)
        {
          g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, k);
          g_auto(GStrv) nicks = g_strsplit (saiga_concordance_finding_get_value (finding, "differences"), " ", -1);

          /* What is shared on a condition has a section of its own. */
          if (!g_str_equal (saiga_concordance_finding_get_value (finding, "certainty"), "conditional"))
            n += g_strv_contains ((const char *const *) nicks, differences[i].nick);
        }
      number = _saiga_format_number (n, self->source->language);
      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, words);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, number);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

/* ---- the marine turtles */

static gboolean
is_turtle (SaigaSnapshot *snapshot,
           SaigaConcordanceRow *row)
{
  static const char *const families[] = { "Cheloniidae", "Dermochelyidae" };
  GListModel *const sides[] = { saiga_concordance_row_get_taxa_a (row), saiga_concordance_row_get_taxa_b (row) };

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr(SaigaRecord) taxon = g_list_model_get_item (sides[side], 0);
      SaigaRecord *at = taxon;

      /* Family, genus and species: three steps are enough, and end also where parents go round. */
      for (guint depth = 0; depth < 3 && SAIGA_IS_TAXON (at); depth++)
        {
          const char *name = saiga_taxon_get_name (SAIGA_TAXON (at));
          const char *parent = saiga_taxon_get_parent_id (SAIGA_TAXON (at));

          for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
            if (g_strcmp0 (name, families[i]) == 0)
              return TRUE;
          at = parent != NULL ? saiga_snapshot_lookup (snapshot, parent) : NULL;
        }
    }

  return FALSE;
}

static SaigaConcordanceFinding *
find_finding (GListModel *findings,
              const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);

      if (g_strcmp0 (saiga_concordance_finding_get_row_key (finding), key) == 0)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

static void
add_name (Sections *self,
          SaigaNodeKind kind,
          const char *const *names)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) names);

  _saiga_paper_begin (self->paper, kind, NULL);
  _saiga_paper_add_words (self->paper, SAIGA_STYLE_NAME, *joined != '\0' ? joined : "–");
  _saiga_paper_end (self->paper);
}

static void
add_turtles (Sections *self,
             GPtrArray *rows,
             GListModel *findings)
{
  g_autofree char *appendix_a = fill (self, N_ ("%1 App."));
  g_autofree char *appendix_b = _saiga_translate_fill (self->source->language, N_ ("%1 App."), self->b, NULL);
  const char *const titles[] = { self->a, appendix_a, self->b, appendix_b, translate (self, N_ ("How the listings differ")), NULL };
  guint n_turtles = 0;

  for (guint i = 0; i < rows->len; i++)
    n_turtles += is_turtle (saiga_concordance_get_snapshot (self->concordance), rows->pdata[i]);
  if (n_turtles == 0)
    return;

  _saiga_paper_begin_section (self->paper, "turtles", translate (self, N_ ("A worked case: the marine turtles")), NULL);
  _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH,
                    translate (self, N_ ("Names and concepts of the species are the same in both lists. What differs is the way they are listed: by "
                                         "name or with their family, in one Appendix or in two. No nomenclature has to change for the lists to agree.")));
  _saiga_paper_begin_table (self->paper, 0, translate (self, N_ ("The marine turtles in both lists")), titles);
  for (guint i = 0; i < rows->len; i++)
    {
      SaigaConcordanceRow *row = rows->pdata[i];
      const char *a = saiga_concordance_row_get_appendices_a (row);
      const char *b = saiga_concordance_row_get_appendices_b (row);
      g_autoptr(SaigaConcordanceFinding) finding = NULL;
      g_autofree char *words = NULL;

      if (!is_turtle (saiga_concordance_get_snapshot (self->concordance), row))
        continue;
      finding = find_finding (findings, saiga_concordance_row_get_key (row));
      words = finding != NULL ? describe (self, finding) : g_strdup ("–");
      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      add_name (self, SAIGA_NODE_HEADER, saiga_concordance_row_get_names_a (row));
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, a != NULL ? a : "–");
      add_name (self, SAIGA_NODE_CELL, saiga_concordance_row_get_names_b (row));
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, b != NULL ? b : "–");
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, words);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
}

/* @rows: of SaigaConcordanceRow, those that both list. */
void
_saiga_report_add_coherence (SaigaPaper *paper,
                             const SaigaReportSource *source,
                             SaigaConcordance *concordance,
                             GPtrArray *rows,
                             const char *a,
                             const char *b)
{
  Sections self = { source, paper, concordance, a, b };
  g_autoptr(GListModel) findings = saiga_concordance_list_findings (concordance, SAIGA_REVIEW_AXIS_COHERENCE, FALSE);

  _saiga_paper_begin_section (paper, "coherence", translate (&self, N_ ("Coherence of the listings")), NULL);
  add_combinations (&self, rows);
  add_counts (&self, findings);
  _saiga_paper_end (paper);
  add_turtles (&self, rows, findings);
}
