/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-case-private.h"
#include "saiga-concordance-finding-private.h"
#include "saiga-concordance-private.h"
#include "saiga-row-maker-private.h"
#include "saiga-review-verdicts-private.h"
#include "saiga-row-reviews-private.h"
#include "saiga-standards-private.h"

/* ---- pairs */

static const SaigaSideTaxon *
find_taxon (SaigaConcordance *self,
            guint side,
            const char *id,
            GError **error)
{
  const SaigaSideTaxon *taxon = self->rows != NULL ? g_hash_table_lookup (self->rows->sides[side]->by_id, id) : NULL;
  SaigaAuthority *authority = side == 0 ? self->authority_a : self->authority_b;

  if (taxon == NULL)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such accepted taxon of %s", id,
                 authority != NULL ? _saiga_record_peek_id (SAIGA_RECORD (authority)) : "–");

  return taxon;
}

/**
 * saiga_concordance_compare_pair:
 * @self: a concordance
 * @taxon_a: (nullable): the id of a taxon of the first list
 * @taxon_b: (nullable): the id of a taxon of the second list
 * @error: return location for an error
 *
 * Compares any two taxa, also of different rows and ranks. The row that the pair is told to
 * belong to is that of the first taxon, else of the second; the Appendices are those of the
 * two taxa, and of the row where a side is empty.
 *
 * [error@Saiga.Error.NOT_FOUND] if a list has no such accepted taxon.
 *
 * Returns: (transfer full): the pair
 *
 * Since: 0.1
 */
SaigaConcordancePair *
saiga_concordance_compare_pair (SaigaConcordance *self,
                                const char *taxon_a,
                                const char *taxon_b,
                                GError **error)
{
  const SaigaSideTaxon *a = NULL;
  const SaigaSideTaxon *b = NULL;
  SaigaConcordancePair *pair;
  guint32 row = SAIGA_NO_ROW;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);
  g_return_val_if_fail (taxon_a != NULL || taxon_b != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (taxon_a != NULL && (a = find_taxon (self, 0, taxon_a, error)) == NULL)
    return NULL;
  if (taxon_b != NULL && (b = find_taxon (self, 1, taxon_b, error)) == NULL)
    return NULL;
  if (a != NULL)
    row = _saiga_rows_find (self->rows, 0, a);
  if (row == SAIGA_NO_ROW && b != NULL)
    row = _saiga_rows_find (self->rows, 1, b);

  g_mutex_lock (&self->mutex);
  pair = _saiga_rows_make_pair (self->rows, row, a, b);
  g_mutex_unlock (&self->mutex);

  return pair;
}

/**
 * saiga_concordance_list_relations:
 * @self: a concordance
 * @relation: how the concepts are related; unset for any
 *
 * Lists all species of the two lists whose concepts have something in common, listed by a
 * convention or not.
 *
 * Returns: (transfer full): a list of [class@ConcordancePair], in the order of the first list
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_list_relations (SaigaConcordance *self,
                                  SaigaConceptRelation relation)
{
  GListStore *relations;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  relations = g_list_store_new (SAIGA_TYPE_CONCORDANCE_PAIR);
  for (guint i = 0; self->rows != NULL && i < self->rows->alignment->edges->len; i++)
    {
      const SaigaConceptEdge *edge = &g_array_index (self->rows->alignment->edges, SaigaConceptEdge, i);
      const SaigaSideTaxon *a = &self->rows->sides[0]->taxa[edge->a];
      g_autoptr(SaigaConcordancePair) pair = NULL;

      if (relation != SAIGA_CONCEPT_RELATION_UNSET && edge->concept != relation)
        continue;
      g_mutex_lock (&self->mutex);
      pair = _saiga_rows_make_pair (self->rows, _saiga_rows_find (self->rows, 0, a), a, &self->rows->sides[1]->taxa[edge->b]);
      g_mutex_unlock (&self->mutex);
      g_list_store_append (relations, pair);
    }

  return G_LIST_MODEL (relations);
}

/**
 * saiga_concordance_find_row:
 * @self: a concordance
 * @taxon_id: the id of a taxon of either list
 *
 * Finds the row that a taxon belongs to. A lower taxon belongs to the row of its species.
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` if the taxon is in none
 *
 * Since: 0.1
 */
SaigaConcordanceRow *
saiga_concordance_find_row (SaigaConcordance *self,
                            const char *taxon_id)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);
  g_return_val_if_fail (taxon_id != NULL, NULL);

  for (guint side = 0; side < 2 && self->rows != NULL; side++)
    {
      const SaigaSideTaxon *taxon = g_hash_table_lookup (self->rows->sides[side]->by_id, taxon_id);
      guint32 row = taxon != NULL ? _saiga_rows_find (self->rows, side, taxon) : SAIGA_NO_ROW;

      if (row != SAIGA_NO_ROW)
        return _saiga_concordance_dup_row (self, row);
    }

  return NULL;
}

/**
 * saiga_concordance_find_reference:
 * @self: a concordance
 * @taxon_id: the id of a taxon of either list
 *
 * Finds the standard reference that covers a taxon on the day: the one that is adopted for it, or
 * for the nearest higher taxon, and does not leave it out.
 *
 * Returns: (transfer none) (nullable): the reference, or `NULL` if none is recorded
 *
 * Since: 0.1
 */
SaigaStandardReference *
saiga_concordance_find_reference (SaigaConcordance *self,
                                  const char *taxon_id)
{
  g_autoptr(SaigaStandards) standards = NULL;
  const SaigaSideTaxon *taxon;
  guint side;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);
  g_return_val_if_fail (taxon_id != NULL, NULL);

  taxon = self->rows != NULL ? _saiga_rows_find_taxon (self->rows, taxon_id, &side) : NULL;
  if (taxon == NULL)
    return NULL;
  standards = _saiga_standards_new (self->snapshot);

  return _saiga_standards_find (standards, self->rows->sides[side], taxon); /* the snapshot keeps it */
}

/* ---- findings */

/**
 * saiga_concordance_list_findings:
 * @self: a concordance
 * @axis: coherence, Red List or harmonisation
 * @one_sided: whether to look at the rows that one convention alone lists, or at the shared ones
 *
 * Lists what follows from the rows of species: of coherence one finding a row, of the Red List
 * one for each assessment of each species, of harmonisation a proposal for each pair of taxa
 * whose names or concepts differ, higher taxa included. No other axis has findings.
 *
 * Returns: (transfer full): a list of [class@ConcordanceFinding], in the order of the rows
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_list_findings (SaigaConcordance *self,
                                 SaigaReviewAxis axis,
                                 gboolean one_sided)
{
  GListStore *findings;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  findings = g_list_store_new (SAIGA_TYPE_CONCORDANCE_FINDING);
  if (self->rows == NULL)
    return G_LIST_MODEL (findings);
  g_mutex_lock (&self->mutex);
  _saiga_rows_list_findings (self->rows, self->snapshot, axis, one_sided != FALSE, findings);
  g_mutex_unlock (&self->mutex);

  return G_LIST_MODEL (findings);
}

/* ---- reviews */

/**
 * saiga_concordance_list_reviews:
 * @self: a concordance
 *
 * Lists the reviews that apply: of each subject and axis the newest that was not withdrawn.
 * Those whose taxa or facts have changed come first.
 *
 * Returns: (transfer full): a list of [class@ConcordanceReview]
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_list_reviews (SaigaConcordance *self)
{
  g_auto(SaigaFindingLists) findings = { { { NULL } } };
  GListStore *reviews;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  reviews = g_list_store_new (SAIGA_TYPE_CONCORDANCE_REVIEW);
  g_mutex_lock (&self->mutex);
  if (self->rows != NULL)
    _saiga_rows_list_reviews (self->rows, self->snapshot, &findings, reviews);
  g_mutex_unlock (&self->mutex);

  return G_LIST_MODEL (reviews);
}

/**
 * saiga_concordance_list_open:
 * @self: a concordance
 * @axis: which result; unset for all, one after the other
 * @one_sided: whether to look at the rows that one convention alone lists, or at the shared ones
 *
 * Lists what awaits a person. Reviews whose facts or whose computed value have changed come first,
 * whichever rows they are about; then what is open and not decided: of names and concepts the pairs
 * whose certainty is open and the candidates; of listings the rows whose class is presumed or
 * conditional, or limited by words alone; of coherence, Red List and harmonisation what has a
 * recommendation.
 *
 * What was decided is no longer listed, so that a later run goes on where one stopped. Reviews
 * without their taxa are not listed here, but by [method@Saiga.Concordance.list_reviews].
 *
 * Returns: (transfer full): a list of [class@ConcordanceCase], in the order of the rows
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_list_open (SaigaConcordance *self,
                             SaigaReviewAxis axis,
                             gboolean one_sided)
{
  GListStore *cases;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  cases = g_list_store_new (SAIGA_TYPE_CONCORDANCE_CASE);
  g_mutex_lock (&self->mutex);
  if (self->rows != NULL)
    _saiga_rows_list_open (self->rows, self->snapshot, axis, one_sided != FALSE, cases);
  g_mutex_unlock (&self->mutex);

  return G_LIST_MODEL (cases);
}

/**
 * saiga_concordance_list_verdicts:
 * @axis: which result
 *
 * Lists what a review can decide.
 *
 * Returns: (transfer none): the values of the axis; none of an axis that there is not
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_list_verdicts (SaigaReviewAxis axis)
{
  return _saiga_review_axis_list_verdicts (axis);
}

/**
 * saiga_concordance_draft_review:
 * @self: a concordance
 * @axis: which result the review is about
 * @taxon_ids: (array zero-terminated=1): the pair of taxa, or the key of the row
 * @verdict: the value to show instead of the computed one
 * @reviewer_id: the id of the contact or body that decides
 * @date: the day of the decision
 * @reason: why, in English
 * @error: return location for an error
 *
 * Makes a review, pinned to the facts as they are: names, authors, ranks, places and synonyms
 * of its taxa, Appendices, dates and scopes of the entries that list them; of the Red List the
 * assessments, of harmonisation the standard references. It applies once it is put into the data
 * set, to concordances that are made from then on.
 *
 * Facts are dropped, and others added, by putting other [class@Basis] in its `bases` before:
 * [method@Saiga.Concordance.draft_basis] makes them.
 *
 * [error@Saiga.Error.NOT_FOUND] if a taxon is not there, [error@Saiga.Error.VALUE] if a value
 * can not be: [func@Saiga.Concordance.list_verdicts] says which verdicts there are.
 *
 * Returns: (transfer full): the review
 *
 * Since: 0.1
 */
SaigaReview *
saiga_concordance_draft_review (SaigaConcordance *self,
                                SaigaReviewAxis axis,
                                const char *const *taxon_ids,
                                const char *verdict,
                                const char *reviewer_id,
                                SaigaDate *date,
                                const char *reason,
                                GError **error)
{
  const SaigaReviewDraft draft = { axis, taxon_ids, verdict, reviewer_id, date, reason };
  SaigaReview *review;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self) && self->rows != NULL, NULL);
  g_return_val_if_fail (taxon_ids != NULL && verdict != NULL && reviewer_id != NULL && date != NULL && reason != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_mutex_lock (&self->mutex);
  review = _saiga_rows_draft_review (self->rows, self->snapshot, &draft, error);
  g_mutex_unlock (&self->mutex);

  return review;
}

/**
 * saiga_concordance_draft_basis:
 * @self: a concordance
 * @record_id: the id of a record of any type
 * @field: the name of one of its fields, such as `authorship`
 * @error: return location for an error
 *
 * Makes a fact for a review to stand on, with the value that the field has now.
 *
 * [error@Saiga.Error.NOT_FOUND] if there is no such record or field.
 *
 * Returns: (transfer full): the fact
 *
 * Since: 0.1
 */
SaigaBasis *
saiga_concordance_draft_basis (SaigaConcordance *self,
                               const char *record_id,
                               const char *field,
                               GError **error)
{
  SaigaRecord *record;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self) && self->snapshot != NULL, NULL);
  g_return_val_if_fail (record_id != NULL && field != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  record = saiga_snapshot_lookup (self->snapshot, record_id);
  if (record == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such record", record_id);
      return NULL;
    }
  if (_saiga_record_info_find (_saiga_record_get_info (record), field) == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no field “%s”", record_id, field);
      return NULL;
    }

  return _saiga_basis_new (record, field, error);
}
