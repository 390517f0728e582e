/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-concordance-finding.h>
#include <saiga/saiga-concordance-pair.h>
#include <saiga/saiga-concordance-review.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CONCORDANCE_CASE (saiga_concordance_case_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordanceCase, saiga_concordance_case, SAIGA, CONCORDANCE_CASE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaReviewAxis saiga_concordance_case_get_axis (SaigaConcordanceCase *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_case_get_taxon_ids (SaigaConcordanceCase *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_case_get_row_key (SaigaConcordanceCase *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_case_get_computed (SaigaConcordanceCase *self);

SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceReview *saiga_concordance_case_get_review (SaigaConcordanceCase *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConcordancePair *saiga_concordance_case_get_pair (SaigaConcordanceCase *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceFinding *saiga_concordance_case_get_finding (SaigaConcordanceCase *self);

G_END_DECLS
