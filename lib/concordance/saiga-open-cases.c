/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-case-private.h"
#include "saiga-concordance-finding-private.h"
#include "saiga-row-maker-private.h"
#include "saiga-row-reviews-private.h"

/* What awaits a person: reviews whose facts have changed, then what is open and not decided. */

typedef struct
{
  SaigaRows *rows;
  SaigaSnapshot *snapshot;
  SaigaFindingLists findings;
  GHashTable *seen; /* pairs that are cases already: a candidate is one of either row */
  GListStore *cases;
} Cases;

static void
add_case (Cases *self,
          const SaigaCaseData *data)
{
  g_autoptr(SaigaConcordanceCase) made = _saiga_concordance_case_new (data);

  g_list_store_append (self->cases, made);
}

static guint32
find_row_of (Cases *self,
             const SaigaSideTaxon *a,
             const SaigaSideTaxon *b)
{
  const guint32 row = a != NULL ? _saiga_rows_find (self->rows, 0, a) : SAIGA_NO_ROW;

  return row == SAIGA_NO_ROW && b != NULL ? _saiga_rows_find (self->rows, 1, b) : row;
}

/* ---- names and concepts */

static void
add_pair (Cases *self,
          SaigaReviewAxis axis,
          const SaigaSideTaxon *a,
          const SaigaSideTaxon *b,
          SaigaConcordanceReview *review)
{
  const char *const ids[] = { _saiga_side_taxon_get_id (a), _saiga_side_taxon_get_id (b), NULL };
  const guint32 row = find_row_of (self, a, b);
  g_autoptr(SaigaConcordancePair) pair = NULL;
  g_autofree char *subject = g_strdup_printf ("%d %s %s", (int) axis, ids[0], ids[1]);

  if (!g_hash_table_add (self->seen, g_steal_pointer (&subject)))
    return;
  pair = _saiga_rows_make_pair (self->rows, row, a, b);
  add_case (self, &(SaigaCaseData){
                    .axis = axis,
                    .taxon_ids = ids,
                    .row_key = row != SAIGA_NO_ROW ? _saiga_rows_get_key (self->rows, _saiga_rows_get (self->rows, row)) : NULL,
                    .computed = axis == SAIGA_REVIEW_AXIS_NAME
                                  ? _saiga_value_to_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_computed_name_relation (pair))
                                  : _saiga_value_to_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_computed_concept_relation (pair)),
                    .review = review,
                    .pair = pair });
}

static void
add_open_pair (Cases *self,
               SaigaReviewAxis axis,
               const SaigaPairing *pair)
{
  const guint8 certainty = axis == SAIGA_REVIEW_AXIS_NAME ? pair->name_certainty : pair->concept_certainty;

  if (pair->a != NULL && pair->b != NULL && certainty == SAIGA_CONCORDANCE_CERTAINTY_OPEN &&
      _saiga_reviews_find (self->rows->reviews, axis, pair->a, pair->b) == NULL)
    add_pair (self, axis, pair->a, pair->b, NULL);
}

/* Pairs of a row that are open, and the taxa of the other side that may belong to it. */
static void
add_pairs (Cases *self,
           SaigaReviewAxis axis,
           const SaigaRow *row)
{
  g_autoptr(GArray) pairs = row->n_members[0] > 0 && row->n_members[1] > 0 ? _saiga_rows_list_pairs (self->rows, row, TRUE) : NULL;
  g_autoptr(GArray) candidates = _saiga_rows_list_candidates (self->rows, row, NULL);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    add_open_pair (self, axis, &g_array_index (pairs, SaigaPairing, i));
  for (guint i = 0; i < candidates->len; i++)
    add_open_pair (self, axis, &g_array_index (candidates, SaigaPairing, i));
}

/* ---- listings */

/* Words limit an entry that would list the whole otherwise: a person can say that they do not. */
static gboolean
is_limited_in_words (Cases *self,
                     const SaigaRow *row)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; row->coverage[side] == SAIGA_COVERAGE_POPULATION && i < row->n_members[side]; i++)
      {
        guint n_used;
        const guint *used = _saiga_side_get_used (self->rows->sides[side], _saiga_rows_get_members (self->rows, row, side)[i], &n_used);

        for (guint n = 0; n < n_used; n++)
          if (SAIGA_PIECE (self->rows->sides[side]->law, used[n])->is_limited)
            return TRUE;
      }

  return FALSE;
}

static void
add_row (Cases *self,
         const SaigaRow *row,
         SaigaConcordanceReview *review)
{
  const char *key = _saiga_rows_get_key (self->rows, row);
  const char *const ids[] = { key, NULL };

  add_case (self, &(SaigaCaseData){
                    .axis = SAIGA_REVIEW_AXIS_LISTING,
                    .taxon_ids = ids,
                    .row_key = key,
                    .computed = _saiga_value_to_nick (SAIGA_TYPE_LISTING_RELATION, row->computed),
                    .review = review });
}

static void
add_open_row (Cases *self,
              const SaigaRow *row)
{
  if ((row->certainty != SAIGA_CONCORDANCE_CERTAINTY_CERTAIN || is_limited_in_words (self, row)) &&
      _saiga_reviews_find (self->rows->reviews, SAIGA_REVIEW_AXIS_LISTING, _saiga_rows_get_first (self->rows, row), NULL) == NULL)
    add_row (self, row, NULL);
}

/* ---- findings */

static void
add_finding (Cases *self,
             SaigaConcordanceFinding *finding,
             SaigaConcordanceReview *review)
{
  const char *const *ids = saiga_concordance_finding_get_taxon_ids (finding);
  const char *key = saiga_concordance_finding_get_row_key (finding);
  const char *const of_row[] = { key, NULL };
  g_autofree char *computed = _saiga_finding_dup_computed (finding);

  add_case (self, &(SaigaCaseData){
                    .axis = saiga_concordance_finding_get_axis (finding),
                    .taxon_ids = ids[0] != NULL ? ids : of_row,
                    .row_key = key,
                    .computed = computed,
                    .review = review,
                    .finding = finding });
}

static void
add_findings (Cases *self,
              SaigaReviewAxis axis,
              gboolean one_sided)
{
  GListModel *findings = _saiga_finding_lists_get (&self->findings, self->rows, self->snapshot, axis, one_sided);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);

      if (*saiga_concordance_finding_get_value (finding, "decision") == '\0' &&
          !g_str_equal (saiga_concordance_finding_get_value (finding, "recommendation"), "none"))
        add_finding (self, finding, NULL);
    }
}

/* ---- reviews */

static void
add_review (Cases *self,
            SaigaConcordanceReview *stands)
{
  SaigaReview *review = saiga_concordance_review_get_review (stands);
  const SaigaReviewAxis axis = saiga_review_get_axis (review);
  const char *const *ids = saiga_review_get_taxon_ids (review);
  guint sides[2];
  const SaigaSideTaxon *a = _saiga_rows_find_taxon (self->rows, ids[0], &sides[0]);
  const SaigaSideTaxon *b = ids[1] != NULL ? _saiga_rows_find_taxon (self->rows, ids[1], &sides[1]) : NULL;
  guint32 row;

  if (axis == SAIGA_REVIEW_AXIS_NAME || axis == SAIGA_REVIEW_AXIS_CONCEPT)
    {
      if (a != NULL && b != NULL && sides[0] == 0 && sides[1] == 1)
        add_pair (self, axis, a, b, stands);
    }
  else if (axis == SAIGA_REVIEW_AXIS_LISTING)
    {
      row = a != NULL ? _saiga_rows_find (self->rows, sides[0], a) : SAIGA_NO_ROW;
      if (row != SAIGA_NO_ROW)
        add_row (self, _saiga_rows_get (self->rows, row), stands);
    }
  else
    {
      g_autoptr(SaigaConcordanceFinding) finding = _saiga_finding_lists_find (&self->findings, self->rows, self->snapshot, axis, ids);

      if (finding != NULL)
        add_finding (self, finding, stands);
    }
}

static void
add_reviews (Cases *self,
             SaigaReviewAxis axis)
{
  g_autoptr(GListStore) reviews = g_list_store_new (SAIGA_TYPE_CONCORDANCE_REVIEW);

  _saiga_rows_list_reviews (self->rows, self->snapshot, &self->findings, reviews);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reviews)); i++)
    {
      g_autoptr(SaigaConcordanceReview) stands = g_list_model_get_item (G_LIST_MODEL (reviews), i);
      const SaigaReviewState state = saiga_concordance_review_get_state (stands);

      if ((axis == SAIGA_REVIEW_AXIS_UNSET || saiga_review_get_axis (saiga_concordance_review_get_review (stands)) == axis) &&
          (state == SAIGA_REVIEW_STATE_STALE || state == SAIGA_REVIEW_STATE_QUESTIONED))
        add_review (self, stands);
    }
}

/* @axis: unset for all, one after the other. */
void
_saiga_rows_list_open (SaigaRows *self,
                       SaigaSnapshot *snapshot,
                       SaigaReviewAxis axis,
                       gboolean one_sided,
                       GListStore *cases)
{
  Cases work = { self, snapshot, { { { NULL } } }, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), cases };

  add_reviews (&work, axis);
  for (SaigaReviewAxis at = SAIGA_REVIEW_AXIS_NAME; at <= SAIGA_REVIEW_AXIS_HARMONISATION; at++)
    {
      if (axis != SAIGA_REVIEW_AXIS_UNSET && axis != at)
        continue;
      if (at > SAIGA_REVIEW_AXIS_LISTING)
        add_findings (&work, at, one_sided);
      for (guint i = 0; at <= SAIGA_REVIEW_AXIS_LISTING && i < self->rows->len; i++)
        {
          const SaigaRow *row = _saiga_rows_get (self, i);

          if (_saiga_row_is_shared (row) == one_sided)
            continue;
          if (at == SAIGA_REVIEW_AXIS_LISTING)
            add_open_row (&work, row);
          else
            add_pairs (&work, at, row);
        }
    }
  _saiga_finding_lists_clear (&work.findings);
  g_hash_table_unref (work.seen);
}
