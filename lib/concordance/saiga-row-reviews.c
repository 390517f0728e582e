/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-finding-private.h"
#include "saiga-row-reviews-private.h"

/* ---- what is computed now */

/* Of either side. */
const SaigaSideTaxon *
_saiga_rows_find_taxon (const SaigaRows *self,
                        const char *id,
                        guint *side)
{
  for (*side = 0; *side < 2; (*side)++)
    {
      const SaigaSideTaxon *taxon = g_hash_table_lookup (self->sides[*side]->by_id, id);

      if (taxon != NULL)
        return taxon;
    }

  return NULL;
}

static char *
compute_pair (SaigaRows *self,
              SaigaReviewAxis axis,
              const SaigaSideTaxon *a,
              const SaigaSideTaxon *b)
{
  SaigaPairing pair;

  _saiga_pairing_init (&pair, self->alignment, a, b, NULL);

  return g_strdup (axis == SAIGA_REVIEW_AXIS_NAME ? _saiga_value_to_nick (SAIGA_TYPE_NAME_RELATION, pair.name)
                                                  : _saiga_value_to_nick (SAIGA_TYPE_CONCEPT_RELATION, pair.concept));
}

void
_saiga_finding_lists_clear (SaigaFindingLists *self)
{
  for (guint axis = 0; axis < G_N_ELEMENTS (self->lists); axis++)
    for (guint i = 0; i < 2; i++)
      g_clear_object (&self->lists[axis][i]);
}

/* All findings on an axis, made once. */
GListModel *
_saiga_finding_lists_get (SaigaFindingLists *self,
                          SaigaRows *rows,
                          SaigaSnapshot *snapshot,
                          SaigaReviewAxis axis,
                          gboolean one_sided)
{
  GListStore **list = &self->lists[axis][one_sided != FALSE];

  if (*list == NULL)
    {
      *list = g_list_store_new (SAIGA_TYPE_CONCORDANCE_FINDING);
      _saiga_rows_list_findings (rows, snapshot, axis, one_sided, *list);
    }

  return G_LIST_MODEL (*list);
}

/* Whether a review of some taxa is about a finding: of its pair or taxon, else of its row. */
static gboolean
is_about (SaigaConcordanceFinding *finding,
          const char *const *taxon_ids)
{
  const char *const *own = saiga_concordance_finding_get_taxon_ids (finding);

  if (taxon_ids[1] != NULL)
    return own[0] != NULL && g_str_equal (own[0], taxon_ids[0]) && g_strcmp0 (own[1], taxon_ids[1]) == 0;

  return (own[0] != NULL && own[1] == NULL && g_str_equal (own[0], taxon_ids[0])) ||
         g_strcmp0 (saiga_concordance_finding_get_row_key (finding), taxon_ids[0]) == 0;
}

/* The finding that a review of some taxa is about; NULL if there is none. */
SaigaConcordanceFinding *
_saiga_finding_lists_find (SaigaFindingLists *self,
                           SaigaRows *rows,
                           SaigaSnapshot *snapshot,
                           SaigaReviewAxis axis,
                           const char *const *taxon_ids)
{
  for (guint one_sided = 0; one_sided < 2; one_sided++)
    {
      GListModel *findings = _saiga_finding_lists_get (self, rows, snapshot, axis, one_sided != 0);

      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);

          if (is_about (finding, taxon_ids))
            return g_steal_pointer (&finding);
        }
    }

  return NULL;
}

/* What it says without a review. */
char *
_saiga_finding_dup_computed (SaigaConcordanceFinding *finding)
{
  if (finding == NULL)
    return NULL;

  return g_strdup (saiga_concordance_finding_get_value (finding, *saiga_concordance_finding_get_value (finding, "decision") != '\0'
                                                                   ? "computed"
                                                                   : _saiga_finding_get_decided_field (saiga_concordance_finding_get_axis (finding))));
}

/* What the engine says of the subject of a review; NULL if it can say nothing. @is_orphan: a
 * taxon is gone, or the row of that key, which now has another or is part of another one. */
char *
_saiga_rows_compute (SaigaRows *self,
                     SaigaSnapshot *snapshot,
                     SaigaFindingLists *known,
                     SaigaReviewAxis axis,
                     const char *const *taxon_ids,
                     gboolean *is_orphan)
{
  guint sides[2] = { 0, 1 };
  const SaigaSideTaxon *first = _saiga_rows_find_taxon (self, taxon_ids[0], &sides[0]);
  const SaigaSideTaxon *second = first != NULL && taxon_ids[1] != NULL ? _saiga_rows_find_taxon (self, taxon_ids[1], &sides[1]) : NULL;
  g_autoptr(SaigaConcordanceFinding) finding = NULL;
  guint32 row;

  *is_orphan = first == NULL || (taxon_ids[1] != NULL && second == NULL);
  if (*is_orphan)
    return NULL;
  if (axis == SAIGA_REVIEW_AXIS_NAME || axis == SAIGA_REVIEW_AXIS_CONCEPT)
    return second != NULL && sides[0] == 0 && sides[1] == 1 ? compute_pair (self, axis, first, second) : NULL;
  row = _saiga_rows_find (self, sides[0], first);
  *is_orphan = second == NULL && (axis == SAIGA_REVIEW_AXIS_LISTING || axis == SAIGA_REVIEW_AXIS_COHERENCE) &&
               (row == SAIGA_NO_ROW || !g_str_equal (_saiga_rows_get_key (self, _saiga_rows_get (self, row)), taxon_ids[0]));
  if (row == SAIGA_NO_ROW || *is_orphan)
    return NULL;
  if (axis == SAIGA_REVIEW_AXIS_LISTING)
    return g_strdup (_saiga_value_to_nick (SAIGA_TYPE_LISTING_RELATION, _saiga_rows_get (self, row)->computed));

  finding = _saiga_finding_lists_find (known, self, snapshot, axis, taxon_ids);

  return _saiga_finding_dup_computed (finding);
}

/* ---- reviews as they stand */

static int
compare_states (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  return (int) saiga_concordance_review_get_state ((SaigaConcordanceReview *) a) - (int) saiga_concordance_review_get_state ((SaigaConcordanceReview *) b);
}

/* Those that need a person first. */
void
_saiga_rows_list_reviews (SaigaRows *self,
                          SaigaSnapshot *snapshot,
                          SaigaFindingLists *known,
                          GListStore *reviews)
{

  for (guint i = 0; i < self->reviews->reviews->len; i++)
    {
      SaigaReview *review = self->reviews->reviews->pdata[i];
      gboolean is_orphan;
      g_autofree char *computed = _saiga_rows_compute (self, snapshot, known, saiga_review_get_axis (review), saiga_review_get_taxon_ids (review), &is_orphan);
      g_autoptr(SaigaConcordanceReview) made = _saiga_concordance_review_new (review, snapshot, is_orphan, computed);

      g_list_store_append (reviews, made);
    }
  g_list_store_sort (reviews, compare_states, NULL);
}

/* ---- what they decide */

static SaigaReview *
find_review (const SaigaRows *self,
             SaigaConcordanceFinding *finding)
{
  const SaigaReviewAxis axis = saiga_concordance_finding_get_axis (finding);
  const char *const *ids = saiga_concordance_finding_get_taxon_ids (finding);
  SaigaReview *review = ids[0] != NULL ? _saiga_reviews_find_by_id (self->reviews, axis, ids[0], ids[1]) : NULL;

  return review != NULL ? review : _saiga_reviews_find_by_id (self->reviews, axis, saiga_concordance_finding_get_row_key (finding), NULL);
}

/* A verdict takes the place of a value; the computed one stays beside it. */
void
_saiga_rows_decide_findings (SaigaRows *self,
                             SaigaSnapshot *snapshot,
                             GListStore *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (G_LIST_MODEL (findings), i);
      const char *field = _saiga_finding_get_decided_field (saiga_concordance_finding_get_axis (finding));
      SaigaReview *review = find_review (self, finding);
      g_autoptr(SaigaConcordanceReview) stands = NULL;
      g_autoptr(GPtrArray) reasons = NULL;
      SaigaEvidenceList evidence = { NULL, { self->sides[0], self->sides[1] } };
      const char *id;
      SaigaText *text;

      if (review == NULL)
        continue;
      reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
      evidence.reasons = reasons;
      id = _saiga_record_peek_id (SAIGA_RECORD (review));
      stands = _saiga_concordance_review_new (review, snapshot, FALSE, saiga_concordance_finding_get_value (finding, field));
      _saiga_finding_set (finding, "computed", saiga_concordance_finding_get_value (finding, field));
      _saiga_finding_set (finding, field, saiga_review_get_verdict (review));
      _saiga_finding_set (finding, "decision", id);
      _saiga_finding_set (finding, "decision-state", _saiga_value_to_nick (SAIGA_TYPE_REVIEW_STATE, (int) saiga_concordance_review_get_state (stands)));
      text = saiga_review_get_text (review);
      if (text != NULL && saiga_text_get_best_words (text, "en") != NULL)
        {
          _saiga_finding_set (finding, "text", saiga_text_get_best_words (text, "en"));
          _saiga_finding_set_text (finding, text);
        }
      _saiga_reviews_explain (self->reviews, review, saiga_concordance_finding_get_value (finding, "computed"), &evidence);
      for (guint n = 0; n < reasons->len; n++)
        {
          g_autofree char *word = saiga_reason_to_string (reasons->pdata[n]);

          _saiga_finding_add (finding, "evidence", word);
        }
    }
}
