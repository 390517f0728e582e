/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-review.h>

#include "saiga-fact-private.h"
#include "saiga-side-private.h"

G_BEGIN_DECLS

/* What reviewers decided about two authorities: of each subject and axis the newest review
 * that was not withdrawn. */
typedef struct
{
  SaigaSnapshot *snapshot; /* whoever asks keeps it, and the ids */
  const char *authority_ids[2];
  GHashTable *by_subject; /* axis and ids → SaigaReview */
  GPtrArray *reviews;     /* of SaigaReview, in id order; the snapshot keeps them */
} SaigaReviews;

/* What a verdict on names or concepts does to the rows of two taxa. */
typedef enum
{
  SAIGA_BOND_NONE, /* what is computed stands */
  SAIGA_BOND_JOINS,
  SAIGA_BOND_PARTS,
} SaigaBond;

/* Verdicts on two species: they join or part. */
typedef struct
{
  guint32 a;
  guint32 b;
  gboolean joins;
} SaigaVerdict;

SaigaReviews *_saiga_reviews_new (SaigaSnapshot *snapshot,
                                  const char *authority_a,
                                  const char *authority_b);
void _saiga_reviews_free (SaigaReviews *self);

/* @b: NULL of a row. */
SaigaReview *_saiga_reviews_find (const SaigaReviews *self,
                                  SaigaReviewAxis axis,
                                  const SaigaSideTaxon *a,
                                  const SaigaSideTaxon *b);
SaigaReview *_saiga_reviews_find_by_id (const SaigaReviews *self,
                                        SaigaReviewAxis axis,
                                        const char *a,
                                        const char *b);
SaigaBond _saiga_reviews_find_bond (const SaigaReviews *self,
                                    const SaigaSideTaxon *a,
                                    const SaigaSideTaxon *b);
SaigaReview *_saiga_reviews_find_newest (const SaigaReviews *self,
                                         SaigaReview *review);
GArray *_saiga_reviews_list_verdicts (const SaigaReviews *self,
                                      SaigaSide *const sides[2]);

/* Facts under a review that are gone or have another value, for people to read. */
GStrv _saiga_review_list_changes (SaigaReview *review,
                                  SaigaSnapshot *snapshot);
SaigaConcordanceReview *_saiga_concordance_review_new (SaigaReview *review,
                                                       SaigaSnapshot *snapshot,
                                                       gboolean is_orphan,
                                                       const char *computed);

G_END_DECLS
