/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

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

void _saiga_rows_list_reviews (SaigaRows *self,
                               SaigaSnapshot *snapshot,
                               GListStore *reviews);
void _saiga_rows_decide_findings (SaigaRows *self,
                                  SaigaSnapshot *snapshot,
                                  GListStore *findings);
SaigaReview *_saiga_rows_draft_review (SaigaRows *self,
                                       SaigaSnapshot *snapshot,
                                       const SaigaReviewDraft *draft,
                                       GError **error);

G_END_DECLS
