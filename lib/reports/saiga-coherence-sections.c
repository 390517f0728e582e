/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-report-private.h"

/* What follows from the concordance: by which Appendices species are shared, and how the listings
 * differ. */

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
  _saiga_report_add_turtles (paper, source, concordance, rows, a, b);
}
