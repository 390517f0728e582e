/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with a review as a record. Whether its facts still stand is for the
 * concordance to say. */

#include "saiga-check-private.h"
#include "saiga-review-verdicts-private.h"

static const SaigaProblemKind kinds[] = {
  { "review-verdict", SAIGA_SEVERITY_ERROR, N_ ("“%1” is no verdict on %2; one is: %3"),
    N_ ("A verdict takes the place of a value that the concordance computes, so it must be one of the values of its axis. On a "
        "proposal of harmonisation it is accepted, changed or refused. Any other has no effect."),
    N_ ("Choose one of the values of the axis, or correct the axis.") },
  { "review-authorities", SAIGA_SEVERITY_ERROR, N_ ("The review is not between two authorities and of their taxa: %1"),
    N_ ("A review is about a result of comparing two authorities. It names both, and taxa of one or both of them; else no row of "
        "a concordance is meant."),
    N_ ("Name the two authorities, first one and then the other, and their taxa.") },
};

static const struct
{
  SaigaReviewAxis axis;
  const char *const verdicts[16];
} axes[] = {
  { SAIGA_REVIEW_AXIS_NAME,
    { "none", "homonym", "identical", "author-differs", "spelling", "nested", "transfer", "rank-change", "ambiguous", "synonym-in-b",
      "synonym-in-a", "synonym-shared", "fuzzy", "unrelated" } },
  { SAIGA_REVIEW_AXIS_CONCEPT, { "congruent", "includes", "included-in", "overlaps", "excludes", "unknown" } },
  { SAIGA_REVIEW_AXIS_LISTING, { "both-part", "both-higher", "both", "was-b", "only-a", "was-a", "only-b", "neither" } },
  { SAIGA_REVIEW_AXIS_COHERENCE, { "agrees", "one-sided", "level", "strict-a", "strict-b", "scope", "route" } },
  { SAIGA_REVIEW_AXIS_RED_LIST,
    { "not-assessed", "part", "wider", "several", "overlapping", "unknown", "other-name", "same" } },
  { SAIGA_REVIEW_AXIS_HARMONISATION, { "accepted", "changed", "refused" } },
};

/* None of an axis that there is not. */
const char *const *
_saiga_review_axis_list_verdicts (SaigaReviewAxis axis)
{
  static const char *const none[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    if (axes[i].axis == axis)
      return axes[i].verdicts;

  return none;
}

static void
check_verdict (SaigaValidation *validation,
               SaigaReview *review)
{
  SaigaReviewAxis axis = saiga_review_get_axis (review);
  const char *verdict = saiga_review_get_verdict (review);
  const char *const *verdicts = _saiga_review_axis_list_verdicts (axis);

  if (verdict != NULL && verdicts[0] != NULL && !g_strv_contains (verdicts, verdict))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) verdicts);

      _saiga_validation_add (validation, "review-verdict", SAIGA_RECORD (review), "verdict", verdict,
                             _saiga_record_peek_nick (SAIGA_RECORD (review), "axis"), list, NULL);
    }
}

static void
check_review (SaigaValidation *validation,
              SaigaRecord *record)
{
  SaigaReview *review = SAIGA_REVIEW (record);
  const char *const *authority_ids = saiga_review_get_authority_ids (review);
  guint n_authorities = g_strv_length ((char **) authority_ids);

  check_verdict (validation, review);

  if (n_authorities != 2)
    {
      g_autofree char *list = g_strjoinv (" ", (char **) authority_ids);

      _saiga_validation_add (validation, "review-authorities", record, "authority-ids", list, NULL);
      return;
    }
  for (const char *const *id = saiga_review_get_taxon_ids (review); *id != NULL; id++)
    {
      SaigaTaxon *taxon = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_TAXON);
      const char *authority_id = taxon != NULL ? saiga_taxon_get_authority_id (taxon) : NULL;

      if (authority_id != NULL && !g_strv_contains (authority_ids, authority_id))
        _saiga_validation_add (validation, "review-authorities", record, "taxon-ids", *id, NULL);
    }
}

static const SaigaCheck checks[] = {
  { "review", check_review, NULL },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
