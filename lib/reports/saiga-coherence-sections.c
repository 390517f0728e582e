/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-concordance-figure-private.h"
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

/* ---- how the listings differ */

static const char *const differences[] = { "agrees", "level", "strict-a", "strict-b", "scope", "route" };

static void
add_counts (Sections *self,
            GListModel *findings)
{
  const char *const titles[] = { translate (self, N_ ("How the listings differ")), translate (self, N_ ("Species")), NULL };

  _saiga_paper_begin_table (self->paper, SAIGA_NODE_NUMBERS, translate (self, N_ ("Differences of the listings; several may hold")), titles);
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *words = saiga_concordance_dup_words (self->concordance, differences[i], self->source->language);
      g_autofree char *number = NULL;
      guint n = 0;

      for (guint k = 0; k < g_list_model_get_n_items (findings); k++)
        {
          g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, k);
          g_auto(GStrv) nicks = g_strsplit (saiga_concordance_finding_get_value (finding, "differences"), " ", -1);

          /* What is shared on a condition has a section of its own. */
          if (!g_str_equal (saiga_concordance_finding_get_value (finding, "certainty"), "conditional"))
            n += g_strv_contains ((const char *const *) nicks, differences[i]);
        }
      number = _saiga_format_number (n, self->source->language);
      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, words);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, number);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

/* ---- the criteria */

static void
add_criteria_of (Sections *self,
                 SaigaAuthority *authority,
                 const char *name)
{
  const char *id = saiga_authority_get_instrument_ids (authority)[0];
  SaigaRecord *instrument = id != NULL ? saiga_snapshot_lookup (self->source->snapshot, id) : NULL;
  GListModel *criteria = SAIGA_IS_INSTRUMENT (instrument) ? saiga_instrument_get_listing_criteria (SAIGA_INSTRUMENT (instrument)) : NULL;

  if (criteria == NULL || g_list_model_get_n_items (criteria) == 0)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_GROUP, name);
  _saiga_paper_end (self->paper);
  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr(SaigaCriterion) criterion = g_list_model_get_item (criteria, i);
      SaigaText *text = saiga_criterion_get_text (criterion);
      const char *code = saiga_criterion_get_code (criterion);
      const char *appendix = saiga_criterion_get_appendix (criterion);
      const char *words = text != NULL ? saiga_text_get_best_words (text, self->source->language) : NULL;

      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, code != NULL ? code : "–");
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, appendix != NULL ? appendix : "–");
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, words != NULL ? words : "–");
      _saiga_paper_end (self->paper);
    }
}

/* Said once: which of them a listing rests on is known of few. */
static void
add_criteria (Sections *self)
{
  const char *const titles[] = { translate (self, N_ ("Criterion")), translate (self, N_ ("App.")), translate (self, N_ ("What it says")), NULL };

  _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH,
                    translate (self, N_ ("By these criteria the two sides list. Which of them a listing rests on is said where a source states it.")));
  _saiga_paper_begin_table (self->paper, 0, translate (self, N_ ("Criteria for listing")), titles);
  add_criteria_of (self, saiga_concordance_get_authority_a (self->concordance), self->a);
  add_criteria_of (self, saiga_concordance_get_authority_b (self->concordance), self->b);
  _saiga_paper_end (self->paper);
}

/* ---- the Red List */

static void
add_red_list (Sections *self,
              GPtrArray *rows)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    has_any |= saiga_concordance_row_get_red_list (rows->pdata[i]) != NULL;
  if (has_any)
    _saiga_paper_add_figure (self->paper, _saiga_concordance_figure_new (self->concordance, SAIGA_CONCORDANCE_FIGURE_RED_LIST, self->source->language));
  else
    _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH, translate (self, N_ ("The data set has no Red List category of any of these species.")));
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
  _saiga_paper_add_figure (paper, _saiga_concordance_figure_new (concordance, SAIGA_CONCORDANCE_FIGURE_APPENDICES, source->language));
  add_counts (&self, findings);
  add_red_list (&self, rows);
  add_criteria (&self);
  _saiga_paper_end (paper);
  _saiga_report_add_turtles (paper, source, concordance, rows, findings, a, b);
}
