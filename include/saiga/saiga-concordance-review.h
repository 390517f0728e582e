/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>
#include <saiga/saiga-review.h>

G_BEGIN_DECLS

/**
 * SaigaReviewState:
 * @SAIGA_REVIEW_STATE_ORPHAN: a taxon that it is about is gone
 * @SAIGA_REVIEW_STATE_STALE: a fact that it stands on is gone or has another value
 * @SAIGA_REVIEW_STATE_QUESTIONED: its facts are the same, but the computed value is no longer
 *   the one recorded
 * @SAIGA_REVIEW_STATE_CONFIRMED: the computed value is the one that was decided
 * @SAIGA_REVIEW_STATE_ACTIVE: it stands
 *
 * How a review stands to what is known now. Stale and questioned ones still apply.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_REVIEW_STATE_ORPHAN,
  SAIGA_REVIEW_STATE_STALE,
  SAIGA_REVIEW_STATE_QUESTIONED,
  SAIGA_REVIEW_STATE_CONFIRMED,
  SAIGA_REVIEW_STATE_ACTIVE,
} SaigaReviewState;

#define SAIGA_TYPE_REVIEW_STATE (saiga_review_state_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_review_state_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_CONCORDANCE_REVIEW (saiga_concordance_review_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordanceReview, saiga_concordance_review, SAIGA, CONCORDANCE_REVIEW, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaReview *saiga_concordance_review_get_review (SaigaConcordanceReview *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReviewState saiga_concordance_review_get_state (SaigaConcordanceReview *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_review_get_computed (SaigaConcordanceReview *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_review_get_changes (SaigaConcordanceReview *self);

G_END_DECLS
