/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-finding.h>

#include "saiga-rows-private.h"

G_BEGIN_DECLS

typedef struct
{
  SaigaReviewAxis axis;
  const char *const *taxon_ids;
  const char *verdict;
  const char *reviewer_id;
  SaigaDate *date;
  const char *reason;
} SaigaReviewDraft;

/* Findings, which are made once for all that look at them. */
typedef struct
{
  GListStore *lists[SAIGA_REVIEW_AXIS_HARMONISATION + 1][2]; /* by axis; shared and one-sided */
} SaigaFindingLists;

void _saiga_finding_lists_clear (SaigaFindingLists *self);
GListModel *_saiga_finding_lists_get (SaigaFindingLists *self,
                                      SaigaRows *rows,
                                      SaigaSnapshot *snapshot,
                                      SaigaReviewAxis axis,
                                      gboolean one_sided);
SaigaConcordanceFinding *_saiga_finding_lists_find (SaigaFindingLists *self,
                                                    SaigaRows *rows,
                                                    SaigaSnapshot *snapshot,
                                                    SaigaReviewAxis axis,
                                                    const char *const *taxon_ids);
char *_saiga_finding_dup_computed (SaigaConcordanceFinding *finding);

const SaigaSideTaxon *_saiga_rows_find_taxon (const SaigaRows *self,
                                              const char *id,
                                              guint *side);
char *_saiga_rows_compute (SaigaRows *self,
                           SaigaSnapshot *snapshot,
                           SaigaFindingLists *known,
                           SaigaReviewAxis axis,
                           const char *const *taxon_ids,
                           gboolean *is_orphan);
void _saiga_rows_list_reviews (SaigaRows *self,
                               SaigaSnapshot *snapshot,
                               SaigaFindingLists *known,
                               GListStore *reviews);
void _saiga_rows_decide_findings (SaigaRows *self,
                                  SaigaSnapshot *snapshot,
                                  GListStore *findings);
SaigaReview *_saiga_rows_draft_review (SaigaRows *self,
                                       SaigaSnapshot *snapshot,
                                       const SaigaReviewDraft *draft,
                                       GError **error);
void _saiga_rows_list_open (SaigaRows *self,
                            SaigaSnapshot *snapshot,
                            SaigaReviewAxis axis,
                            gboolean one_sided,
                            GListStore *cases);

SaigaBasis *_saiga_basis_new (SaigaRecord *record,
                              const char *field,
                              GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaigaFindingLists, _saiga_finding_lists_clear)

G_END_DECLS
