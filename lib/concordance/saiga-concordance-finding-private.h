/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-finding.h>

#include "saiga-rows-private.h"

G_BEGIN_DECLS

SaigaConcordanceFinding *_saiga_finding_new (SaigaReviewAxis axis,
                                             const SaigaRows *rows,
                                             const SaigaRow *row,
                                             const SaigaSideTaxon *a,
                                             const SaigaSideTaxon *b);
const char *_saiga_finding_get_decided_field (SaigaReviewAxis axis);
void _saiga_finding_take (SaigaConcordanceFinding *self,
                          const char *field,
                          char *value);
void _saiga_finding_set (SaigaConcordanceFinding *self,
                         const char *field,
                         const char *value);
void _saiga_finding_add (SaigaConcordanceFinding *self,
                         const char *field,
                         const char *word);
void _saiga_finding_add_option (SaigaConcordanceFinding *self,
                                SaigaConcordanceOption *option);
void _saiga_finding_take_fact (SaigaConcordanceFinding *self,
                               SaigaReason *fact);
void _saiga_finding_take_advice (SaigaConcordanceFinding *self,
                                 SaigaReason *advice);
void _saiga_finding_set_text (SaigaConcordanceFinding *self,
                              SaigaText *text);

/* The Red List, or a list that repeats what it says, beside the two sides. */
typedef struct
{
  SaigaSide *side;               /* whose taxa are assessed */
  SaigaAlignment *alignments[2]; /* of each side with it */
  GHashTable *parts;             /* species → a lower taxon of it that is assessed */
} SaigaAssessedList;

struct _SaigaAssessed
{
  GPtrArray *lists;     /* of SaigaAssessedList, by the ids of the authorities */
  GHashTable *by_taxon; /* id → SaigaAssessment: the latest global one */
};

void _saiga_assessed_free (SaigaAssessed *self);
void _saiga_rows_prepare_red_list (SaigaRows *self);
char *_saiga_rows_dup_red_list (SaigaRows *self,
                                const SaigaRow *row,
                                SaigaAssessmentCategory *category);

void _saiga_rows_list_findings (SaigaRows *self,
                                SaigaSnapshot *snapshot,
                                SaigaReviewAxis axis,
                                gboolean one_sided,
                                GListStore *findings);

/* One list of findings each, of SaigaConcordanceFinding. */
void _saiga_rows_list_coherence (SaigaRows *self,
                                 gboolean one_sided,
                                 GListStore *findings);
void _saiga_rows_list_red_list (SaigaRows *self,
                                gboolean one_sided,
                                GListStore *findings);
void _saiga_rows_list_proposals (SaigaRows *self,
                                 SaigaSnapshot *snapshot,
                                 gboolean one_sided,
                                 GListStore *findings);

G_END_DECLS
