/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-concordance.h>

#include "saiga-report-private.h"

/* What it would take for both lists to use one name and one concept (activity A3 of the joint work
 * programme): the draft of each proposal. */

/* Nothing where the lists agree. */
void
_saiga_report_add_proposals (SaigaPaper *paper,
                             const SaigaReportSource *source,
                             SaigaConcordance *concordance)
{
  g_autoptr(GListModel) proposals = saiga_concordance_list_findings (concordance, SAIGA_REVIEW_AXIS_HARMONISATION, FALSE);

  if (g_list_model_get_n_items (proposals) == 0)
    return;

  _saiga_paper_begin_section (paper, "proposals", _saiga_report_translate (source, N_ ("Proposals for names and concepts")), NULL);
  _saiga_paper_add (paper, SAIGA_NODE_PARAGRAPH,
                    _saiga_report_translate (source, N_ ("What it would take for both lists to use one name and one concept: drafts, for a specialist to edit.")));
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr(SaigaConcordanceFinding) proposal = g_list_model_get_item (proposals, i);
      g_autofree char *recommendation = saiga_concordance_dup_words (concordance, saiga_concordance_finding_get_value (proposal, "recommendation"), source->language);
      g_autofree char *heading = _saiga_translate_fill (source->language, N_ ("%1 × %2: %3"), saiga_concordance_finding_get_value (proposal, "name-a"),
                                                        saiga_concordance_finding_get_value (proposal, "name-b"), recommendation, NULL);
      g_autofree char *text = saiga_concordance_finding_dup_text (proposal, source->language);
      g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);

      _saiga_paper_begin (paper, SAIGA_NODE_DETAILS, heading);
      for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
        _saiga_paper_add (paper, SAIGA_NODE_PARAGRAPH, *paragraph);
      _saiga_paper_end (paper);
    }
  _saiga_paper_end (paper);
}
