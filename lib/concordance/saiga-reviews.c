/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-reviews-private.h"
#include "saiga-value-private.h"

static char *
print_subject (SaigaReviewAxis axis,
               const char *first,
               const char *second)
{
  return g_strdup_printf ("%d %s %s", (int) axis, first != NULL ? first : "", second != NULL ? second : "");
}

static gboolean
is_newer (SaigaReview *review,
          SaigaReview *other)
{
  SaigaDate *date = saiga_review_get_date (review);
  SaigaDate *other_date = saiga_review_get_date (other);
  int order = date == NULL || other_date == NULL ? (date != NULL) - (other_date != NULL) : saiga_date_compare (date, other_date);

  return order != 0 ? order > 0 : strcmp (_saiga_record_peek_id (SAIGA_RECORD (review)), _saiga_record_peek_id (SAIGA_RECORD (other))) > 0;
}

/* Whether a review counts, and is of two authorities. */
static gboolean
is_between (SaigaReview *review,
            const char *authority_a,
            const char *authority_b)
{
  const char *const *authorities = saiga_review_get_authority_ids (review);

  return saiga_review_get_withdrawn (review) == NULL && saiga_review_get_verdict (review) != NULL && saiga_review_get_taxon_ids (review)[0] != NULL &&
         authorities[0] != NULL && g_strcmp0 (authorities[0], authority_a) == 0 && g_strcmp0 (authorities[1], authority_b) == 0;
}

SaigaReviews *
_saiga_reviews_new (SaigaSnapshot *snapshot,
                    const char *authority_a,
                    const char *authority_b)
{
  SaigaReviews *self = g_new0 (SaigaReviews, 1);
  GListModel *reviews = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_REVIEW);

  self->by_subject = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reviews = g_ptr_array_new ();
  self->snapshot = snapshot;
  self->authority_ids[0] = authority_a;
  self->authority_ids[1] = authority_b;
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaReview) review = g_list_model_get_item (reviews, i);
      const char *const *taxa = saiga_review_get_taxon_ids (review);
      g_autofree char *subject = NULL;
      SaigaReview *known;

      if (!is_between (review, authority_a, authority_b))
        continue;
      subject = print_subject (saiga_review_get_axis (review), taxa[0], taxa[1]);
      known = g_hash_table_lookup (self->by_subject, subject);
      if (known != NULL && !is_newer (review, known))
        continue;
      if (known != NULL)
        g_ptr_array_remove (self->reviews, known);
      g_ptr_array_add (self->reviews, review);
      g_hash_table_insert (self->by_subject, g_steal_pointer (&subject), review);
    }

  return self;
}

void
_saiga_reviews_free (SaigaReviews *self)
{
  g_hash_table_unref (self->by_subject);
  g_ptr_array_unref (self->reviews);
  g_free (self);
}

/* @b: NULL of a row. */
SaigaReview *
_saiga_reviews_find_by_id (const SaigaReviews *self,
                           SaigaReviewAxis axis,
                           const char *a,
                           const char *b)
{
  g_autofree char *subject = NULL;

  if (g_hash_table_size (self->by_subject) == 0 || a == NULL)
    return NULL;
  subject = print_subject (axis, a, b);

  return g_hash_table_lookup (self->by_subject, subject);
}

SaigaReview *
_saiga_reviews_find (const SaigaReviews *self,
                     SaigaReviewAxis axis,
                     const SaigaSideTaxon *a,
                     const SaigaSideTaxon *b)
{
  return _saiga_reviews_find_by_id (self, axis, a != NULL ? _saiga_side_taxon_get_id (a) : NULL, b != NULL ? _saiga_side_taxon_get_id (b) : NULL);
}

/* The review that applies to the subject and axis of another; NULL if that is not of these
 * authorities, or withdrawn. */
SaigaReview *
_saiga_reviews_find_newest (const SaigaReviews *self,
                            SaigaReview *review)
{
  const char *const *taxa = saiga_review_get_taxon_ids (review);
  g_autofree char *subject = NULL;

  if (!is_between (review, self->authority_ids[0], self->authority_ids[1]))
    return NULL;
  subject = print_subject (saiga_review_get_axis (review), taxa[0], taxa[1]);

  return g_hash_table_lookup (self->by_subject, subject);
}

static SaigaBond
read_concept (SaigaReview *review)
{
  int relation;

  if (review == NULL || !_saiga_nick_to_value (SAIGA_TYPE_CONCEPT_RELATION, saiga_review_get_verdict (review), &relation))
    return SAIGA_BOND_NONE;
  switch ((SaigaConceptRelation) relation)
    {
    case SAIGA_CONCEPT_RELATION_CONGRUENT:
    case SAIGA_CONCEPT_RELATION_INCLUDES:
    case SAIGA_CONCEPT_RELATION_INCLUDED_IN:
    case SAIGA_CONCEPT_RELATION_OVERLAPS:
      return SAIGA_BOND_JOINS;
    case SAIGA_CONCEPT_RELATION_EXCLUDES:
      return SAIGA_BOND_PARTS;
    case SAIGA_CONCEPT_RELATION_UNKNOWN:
    case SAIGA_CONCEPT_RELATION_UNSET:
    default:
      return SAIGA_BOND_NONE;
    }
}

/* Names of one type, or of which one is a synonym there, are of one concept at least in part;
 * homonyms are of two. */
static SaigaBond
read_name (SaigaReview *review)
{
  int relation;

  if (review == NULL || !_saiga_nick_to_value (SAIGA_TYPE_NAME_RELATION, saiga_review_get_verdict (review), &relation))
    return SAIGA_BOND_NONE;
  switch ((SaigaNameRelation) relation)
    {
    case SAIGA_NAME_RELATION_IDENTICAL:
    case SAIGA_NAME_RELATION_AUTHOR_DIFFERS:
    case SAIGA_NAME_RELATION_SPELLING:
    case SAIGA_NAME_RELATION_TRANSFER:
    case SAIGA_NAME_RELATION_RANK_CHANGE:
    case SAIGA_NAME_RELATION_SYNONYM_IN_A:
    case SAIGA_NAME_RELATION_SYNONYM_IN_B:
      return SAIGA_BOND_JOINS;
    case SAIGA_NAME_RELATION_HOMONYM:
      return SAIGA_BOND_PARTS;
    case SAIGA_NAME_RELATION_NONE:
    case SAIGA_NAME_RELATION_NESTED:
    case SAIGA_NAME_RELATION_AMBIGUOUS:
    case SAIGA_NAME_RELATION_SYNONYM_SHARED:
    case SAIGA_NAME_RELATION_FUZZY:
    case SAIGA_NAME_RELATION_UNRELATED:
    default:
      return SAIGA_BOND_NONE;
    }
}

/* A verdict on concepts before one on names. */
SaigaBond
_saiga_reviews_find_bond (const SaigaReviews *self,
                          const SaigaSideTaxon *a,
                          const SaigaSideTaxon *b)
{
  const SaigaBond bond = read_concept (_saiga_reviews_find (self, SAIGA_REVIEW_AXIS_CONCEPT, a, b));

  return bond != SAIGA_BOND_NONE ? bond : read_name (_saiga_reviews_find (self, SAIGA_REVIEW_AXIS_NAME, a, b));
}

/* Of two species. */
GArray *
_saiga_reviews_list_verdicts (const SaigaReviews *self,
                              SaigaSide *const sides[2])
{
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (SaigaVerdict));

  for (guint i = 0; i < self->reviews->len; i++)
    {
      SaigaReview *review = self->reviews->pdata[i];
      const SaigaReviewAxis axis = saiga_review_get_axis (review);
      const char *const *taxa = saiga_review_get_taxon_ids (review);
      const SaigaSideTaxon *a = g_hash_table_lookup (sides[0]->by_id, taxa[0]);
      const SaigaSideTaxon *b = taxa[1] != NULL ? g_hash_table_lookup (sides[1]->by_id, taxa[1]) : NULL;
      SaigaVerdict verdict;
      SaigaBond bond;

      if ((axis != SAIGA_REVIEW_AXIS_NAME && axis != SAIGA_REVIEW_AXIS_CONCEPT) || a == NULL || b == NULL || a->species != a || b->species != b)
        continue;
      bond = _saiga_reviews_find_bond (self, a, b);
      verdict = (SaigaVerdict){ a->position, b->position, bond == SAIGA_BOND_JOINS };
      if (bond != SAIGA_BOND_NONE)
        g_array_append_val (verdicts, verdict);
    }

  return verdicts;
}
