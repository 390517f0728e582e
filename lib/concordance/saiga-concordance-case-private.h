/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-case.h>

G_BEGIN_DECLS

typedef struct
{
  SaigaReviewAxis axis;
  const char *const *taxon_ids;
  const char *row_key;              /* NULL of taxa of no row */
  const char *computed;             /* NULL if nothing can be */
  SaigaConcordanceReview *review;   /* NULL if nothing was decided */
  SaigaConcordancePair *pair;       /* of names and concepts */
  SaigaConcordanceFinding *finding; /* of the axes that have some */
} SaigaCaseData;

SaigaConcordanceCase *_saiga_concordance_case_new (const SaigaCaseData *data);

G_END_DECLS
