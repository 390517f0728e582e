/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-case-private.h"

/**
 * SaigaConcordanceCase:
 *
 * Something in a concordance that awaits a person: a result that could not be computed for
 * sure, a recommendation that nobody has looked at, or a review whose facts have changed.
 *
 * [method@Saiga.Concordance.list_open] lists them, [func@Saiga.Concordance.list_verdicts] says what
 * can be decided, and [method@Saiga.Concordance.draft_review] makes the decision of the axis and
 * the taxa of a case.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceCase
{
  GObject parent_instance;

  SaigaReviewAxis axis;
  GStrv taxon_ids;
  char *row_key;
  char *computed;
  SaigaConcordanceReview *review;
  SaigaConcordancePair *pair;
  SaigaConcordanceFinding *finding;
};

G_DEFINE_FINAL_TYPE (SaigaConcordanceCase, saiga_concordance_case, G_TYPE_OBJECT)

static void
saiga_concordance_case_finalize (GObject *object)
{
  SaigaConcordanceCase *self = SAIGA_CONCORDANCE_CASE (object);

  g_strfreev (self->taxon_ids);
  g_free (self->row_key);
  g_free (self->computed);
  g_clear_object (&self->review);
  g_clear_object (&self->pair);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (saiga_concordance_case_parent_class)->finalize (object);
}

static void
saiga_concordance_case_class_init (SaigaConcordanceCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_case_finalize;
}

static void
saiga_concordance_case_init (SaigaConcordanceCase *self)
{
  self->axis = SAIGA_REVIEW_AXIS_UNSET;
  self->taxon_ids = g_new0 (char *, 1);
}

/* Copies what it is given. */
SaigaConcordanceCase *
_saiga_concordance_case_new (const SaigaCaseData *data)
{
  SaigaConcordanceCase *self = g_object_new (SAIGA_TYPE_CONCORDANCE_CASE, NULL);

  self->axis = data->axis;
  g_strfreev (self->taxon_ids);
  self->taxon_ids = g_strdupv ((char **) data->taxon_ids);
  self->row_key = g_strdup (data->row_key);
  self->computed = g_strdup (data->computed);
  g_set_object (&self->review, data->review);
  g_set_object (&self->pair, data->pair);
  g_set_object (&self->finding, data->finding);

  return self;
}

/**
 * saiga_concordance_case_get_axis:
 * @self: a case
 *
 * Gets which result is open.
 *
 * Returns: the axis
 *
 * Since: 0.1
 */
SaigaReviewAxis
saiga_concordance_case_get_axis (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), SAIGA_REVIEW_AXIS_UNSET);

  return self->axis;
}

/**
 * saiga_concordance_case_get_taxon_ids:
 * @self: a case
 *
 * Gets the taxa that a review would be about: a pair, the one that stands for its row, or the one
 * that is assessed.
 *
 * Returns: (transfer none): the ids
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_case_get_taxon_ids (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), NULL);

  return (const char *const *) self->taxon_ids;
}

/**
 * saiga_concordance_case_get_row_key:
 * @self: a case
 *
 * Gets the row that the case belongs to.
 *
 * Returns: (nullable): the key, or `NULL` if the taxa are in no row
 *
 * Since: 0.1
 */
const char *
saiga_concordance_case_get_row_key (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), NULL);

  return self->row_key;
}

/**
 * saiga_concordance_case_get_computed:
 * @self: a case
 *
 * Gets the value that is computed.
 *
 * Returns: (nullable): the value, or `NULL` if none can be
 *
 * Since: 0.1
 */
const char *
saiga_concordance_case_get_computed (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), NULL);

  return self->computed;
}

/**
 * saiga_concordance_case_get_review:
 * @self: a case
 *
 * Gets the review that is stale or questioned.
 *
 * Returns: (transfer none) (nullable): the review, or `NULL` if nothing was decided yet
 *
 * Since: 0.1
 */
SaigaConcordanceReview *
saiga_concordance_case_get_review (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), NULL);

  return self->review;
}

/**
 * saiga_concordance_case_get_pair:
 * @self: a case
 *
 * Gets the two taxa side by side.
 *
 * Returns: (transfer none) (nullable): the pair, or `NULL` if the case is not about names or
 *   concepts
 *
 * Since: 0.1
 */
SaigaConcordancePair *
saiga_concordance_case_get_pair (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), NULL);

  return self->pair;
}

/**
 * saiga_concordance_case_get_finding:
 * @self: a case
 *
 * Gets the finding on coherence, Red List or harmonisation.
 *
 * Returns: (transfer none) (nullable): the finding, or `NULL` of other axes
 *
 * Since: 0.1
 */
SaigaConcordanceFinding *
saiga_concordance_case_get_finding (SaigaConcordanceCase *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CASE (self), NULL);

  return self->finding;
}
