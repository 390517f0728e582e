/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-reviews-private.h"

/**
 * SaigaConcordanceReview:
 *
 * A review that applies to a concordance, and how it stands to what is known now: whether the
 * facts that it was pinned to are still the same, and what would be shown without it.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceReview
{
  GObject parent_instance;

  SaigaReview *review;
  SaigaReviewState state;
  char *computed;
  GStrv changes;
};

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaReviewState, saiga_review_state,
                    G_DEFINE_ENUM_VALUE (SAIGA_REVIEW_STATE_ORPHAN, "orphan"),
                    G_DEFINE_ENUM_VALUE (SAIGA_REVIEW_STATE_STALE, "stale"),
                    G_DEFINE_ENUM_VALUE (SAIGA_REVIEW_STATE_QUESTIONED, "questioned"),
                    G_DEFINE_ENUM_VALUE (SAIGA_REVIEW_STATE_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_REVIEW_STATE_ACTIVE, "active"))
/* clang-format on */

G_DEFINE_FINAL_TYPE (SaigaConcordanceReview, saiga_concordance_review, G_TYPE_OBJECT)

static void
saiga_concordance_review_finalize (GObject *object)
{
  SaigaConcordanceReview *self = SAIGA_CONCORDANCE_REVIEW (object);

  g_clear_object (&self->review);
  g_free (self->computed);
  g_strfreev (self->changes);

  G_OBJECT_CLASS (saiga_concordance_review_parent_class)->finalize (object);
}

static void
saiga_concordance_review_class_init (SaigaConcordanceReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_review_finalize;
}

static void
saiga_concordance_review_init (SaigaConcordanceReview *self)
{
  self->changes = g_new0 (char *, 1);
}

/* Old and new. */
GStrv
_saiga_review_list_changes (SaigaReview *review,
                            SaigaSnapshot *snapshot)
{
  GListModel *bases = saiga_review_get_bases (review);
  g_autoptr(GStrvBuilder) changes = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (bases); i++)
    {
      g_autoptr(SaigaBasis) basis = g_list_model_get_item (bases, i);
      SaigaRecord *record = saiga_basis_get_record (basis) != NULL ? saiga_snapshot_lookup (snapshot, saiga_basis_get_record (basis)) : NULL;
      g_autofree char *now = record != NULL && saiga_basis_get_field (basis) != NULL ? _saiga_print_fact (record, saiga_basis_get_field (basis)) : NULL;
      const char *then = saiga_basis_get_value (basis);
      g_autofree char *change = NULL;

      if (record != NULL && g_strcmp0 (now, then) == 0)
        continue;
      change = g_strdup_printf ("%s %s: %s → %s", saiga_basis_get_record (basis), saiga_basis_get_field (basis), then != NULL ? then : "–",
                                record == NULL ? "gone" : now != NULL ? now
                                                                      : "–");
      g_strv_builder_add (changes, change);
    }

  return g_strv_builder_end (changes);
}

/* @computed: what is computed now; NULL if nothing can be. */
SaigaConcordanceReview *
_saiga_concordance_review_new (SaigaReview *review,
                               SaigaSnapshot *snapshot,
                               gboolean is_orphan,
                               const char *computed)
{
  SaigaConcordanceReview *self = g_object_new (SAIGA_TYPE_CONCORDANCE_REVIEW, NULL);
  const char *then = saiga_review_get_computed (review);

  self->review = g_object_ref (review);
  self->computed = g_strdup (computed);
  g_strfreev (self->changes);
  self->changes = _saiga_review_list_changes (review, snapshot);
  if (is_orphan)
    self->state = SAIGA_REVIEW_STATE_ORPHAN;
  else if (self->changes[0] != NULL)
    self->state = SAIGA_REVIEW_STATE_STALE;
  else if (then != NULL && computed != NULL && !g_str_equal (then, computed))
    self->state = SAIGA_REVIEW_STATE_QUESTIONED;
  else
    self->state = g_strcmp0 (computed, saiga_review_get_verdict (review)) == 0 ? SAIGA_REVIEW_STATE_CONFIRMED : SAIGA_REVIEW_STATE_ACTIVE;

  return self;
}

/**
 * saiga_concordance_review_get_review:
 * @self: a review of a concordance
 *
 * Gets the record.
 *
 * Returns: (transfer none) (nullable): the review
 *
 * Since: 0.1
 */
SaigaReview *
saiga_concordance_review_get_review (SaigaConcordanceReview *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_REVIEW (self), NULL);

  return self->review;
}

/**
 * saiga_concordance_review_get_state:
 * @self: a review of a concordance
 *
 * Gets how the review stands to what is known now.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
SaigaReviewState
saiga_concordance_review_get_state (SaigaConcordanceReview *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_REVIEW (self), SAIGA_REVIEW_STATE_ORPHAN);

  return self->state;
}

/**
 * saiga_concordance_review_get_computed:
 * @self: a review of a concordance
 *
 * Gets the value that would be shown without the review.
 *
 * Returns: (nullable): the value, or `NULL` if none can be computed
 *
 * Since: 0.1
 */
const char *
saiga_concordance_review_get_computed (SaigaConcordanceReview *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_REVIEW (self), NULL);

  return self->computed;
}

/**
 * saiga_concordance_review_get_changes:
 * @self: a review of a concordance
 *
 * Gets the facts under the review that have changed since, each with its record, its field,
 * the old value and the new one.
 *
 * Returns: (transfer none): the changes, for people to read
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_review_get_changes (SaigaConcordanceReview *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_REVIEW (self), NULL);

  return (const char *const *) self->changes;
}
