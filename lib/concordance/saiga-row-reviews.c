/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-name.h>
#include <saiga/saiga-record-builder.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-row-reviews-private.h"

/* ---- what is computed now */

static const SaigaSideTaxon *
find_taxon (const SaigaRows *self,
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

/* Findings are made once for all reviews. */
typedef struct
{
  GListStore *findings[SAIGA_REVIEW_AXIS_HARMONISATION + 1][2]; /* by axis; shared and one-sided */
} Computed;

static void
computed_clear (Computed *self)
{
  for (guint axis = 0; axis < G_N_ELEMENTS (self->findings); axis++)
    for (guint i = 0; i < 2; i++)
      g_clear_object (&self->findings[axis][i]);
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

static char *
compute_finding (SaigaRows *self,
                 SaigaSnapshot *snapshot,
                 Computed *known,
                 SaigaReviewAxis axis,
                 const char *const *taxon_ids)
{
  for (guint one_sided = 0; one_sided < 2; one_sided++)
    {
      GListStore **findings = &known->findings[axis][one_sided];

      if (*findings == NULL)
        {
          *findings = g_list_store_new (SAIGA_TYPE_CONCORDANCE_FINDING);
          _saiga_rows_list_findings (self, snapshot, axis, one_sided != 0, *findings);
        }
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (*findings)); i++)
        {
          g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (G_LIST_MODEL (*findings), i);

          if (is_about (finding, taxon_ids))
            return g_strdup (saiga_concordance_finding_get_value (finding, *saiga_concordance_finding_get_value (finding, "decision") != '\0'
                                                                             ? "computed"
                                                                             : _saiga_finding_get_decided_field (axis)));
        }
    }

  return NULL;
}

/* What the engine says of the subject of a review; NULL if it can say nothing. @is_orphan: a
 * taxon is gone. */
static char *
compute (SaigaRows *self,
         SaigaSnapshot *snapshot,
         Computed *known,
         SaigaReviewAxis axis,
         const char *const *taxon_ids,
         gboolean *is_orphan)
{
  guint sides[2] = { 0, 1 };
  const SaigaSideTaxon *first = find_taxon (self, taxon_ids[0], &sides[0]);
  const SaigaSideTaxon *second = first != NULL && taxon_ids[1] != NULL ? find_taxon (self, taxon_ids[1], &sides[1]) : NULL;
  guint32 row;

  *is_orphan = first == NULL || (taxon_ids[1] != NULL && second == NULL);
  if (*is_orphan)
    return NULL;
  if (axis == SAIGA_REVIEW_AXIS_NAME || axis == SAIGA_REVIEW_AXIS_CONCEPT)
    return second != NULL && sides[0] == 0 && sides[1] == 1 ? compute_pair (self, axis, first, second) : NULL;
  row = _saiga_rows_find (self, sides[0], first);
  if (row == SAIGA_NO_ROW)
    return NULL;
  if (axis == SAIGA_REVIEW_AXIS_LISTING)
    return g_strdup (_saiga_value_to_nick (SAIGA_TYPE_LISTING_RELATION, _saiga_rows_get (self, row)->relation));

  return compute_finding (self, snapshot, known, axis, taxon_ids);
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
                          GListStore *reviews)
{
  Computed known = { { { NULL } } };

  for (guint i = 0; i < self->reviews->reviews->len; i++)
    {
      SaigaReview *review = self->reviews->reviews->pdata[i];
      gboolean is_orphan;
      g_autofree char *computed = compute (self, snapshot, &known, saiga_review_get_axis (review), saiga_review_get_taxon_ids (review), &is_orphan);
      g_autoptr(SaigaConcordanceReview) made = _saiga_concordance_review_new (review, snapshot, is_orphan, computed);

      g_list_store_append (reviews, made);
    }
  g_list_store_sort (reviews, compare_states, NULL);
  computed_clear (&known);
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
      const char *id;
      SaigaText *text;

      if (review == NULL)
        continue;
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
      _saiga_finding_take (finding, "evidence", g_strdup_printf ("%s%sdecided(%s)", saiga_concordance_finding_get_value (finding, "evidence"), *saiga_concordance_finding_get_value (finding, "evidence") != '\0' ? " " : "", id));
      if (saiga_concordance_review_get_state (stands) == SAIGA_REVIEW_STATE_STALE)
        _saiga_finding_take (finding, "evidence", g_strdup_printf ("%s stale(%s)", saiga_concordance_finding_get_value (finding, "evidence"), id));
    }
}

/* ---- a new review */

static gboolean
add_fact (GListStore *bases,
          SaigaRecord *record,
          const char *field,
          GError **error)
{
  g_autofree char *value = _saiga_print_fact (record, field);
  g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new (SAIGA_TYPE_BASIS);
  g_autoptr(SaigaRecord) basis = NULL;

  if (!saiga_record_builder_set_string (builder, "record", _saiga_record_peek_id (record), error) ||
      !saiga_record_builder_set_string (builder, "field", field, error) ||
      (value != NULL && !saiga_record_builder_set_string (builder, "value", value, error)))
    return FALSE;
  basis = saiga_record_builder_build (builder, error);
  if (basis == NULL)
    return FALSE;
  g_list_store_append (bases, basis);

  return TRUE;
}

/* Names, authors, ranks, places and synonyms of the taxa, and the entries that list them. */
static gboolean
add_facts (SaigaRows *self,
           GListStore *bases,
           guint side,
           const SaigaSideTaxon *taxon,
           GError **error)
{
  static const char *const of_taxa[] = { "name", "authorship", "rank", "parent-id", "synonyms" };
  static const char *const of_listings[] = { "effective", "area-ids", "except-area-ids", "scope" };
  guint n_used;
  const guint *used = _saiga_side_get_used (self->sides[side], taxon, &n_used);

  for (gsize i = 0; i < G_N_ELEMENTS (of_taxa); i++)
    if (!add_fact (bases, SAIGA_RECORD (taxon->taxon), of_taxa[i], error))
      return FALSE;
  for (guint n = 0; n < n_used; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (of_listings); i++)
      if (!add_fact (bases, SAIGA_RECORD (SAIGA_PIECE (self->sides[side]->law, used[n])->listing), of_listings[i], error))
        return FALSE;

  return TRUE;
}

static char *
make_id (SaigaSnapshot *snapshot,
         const SaigaSideTaxon *taxon,
         SaigaReviewAxis axis)
{
  g_autofree char *lower = saiga_name_fold (taxon->name);
  g_autofree char *id = NULL;

  for (char *at = lower; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      *at = '-';
  id = g_strdup_printf ("review.%s-%s", lower, _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, axis));
  for (guint n = 2; saiga_snapshot_lookup (snapshot, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("review.%s-%s-%u", lower, _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, axis), n);
    }

  return g_steal_pointer (&id);
}

SaigaReview *
_saiga_rows_draft_review (SaigaRows *self,
                          SaigaSnapshot *snapshot,
                          const SaigaReviewDraft *draft,
                          GError **error)
{
  gboolean is_orphan = TRUE;
  Computed known = { { { NULL } } };
  g_autofree char *computed = draft->taxon_ids[0] != NULL ? compute (self, snapshot, &known, draft->axis, draft->taxon_ids, &is_orphan) : NULL;
  g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new (SAIGA_TYPE_REVIEW);
  g_autoptr(GListStore) bases = g_list_store_new (SAIGA_TYPE_BASIS);
  g_autofree char *id = NULL;
  g_autofree char *date = saiga_date_to_string (draft->date);
  g_autoptr(SaigaText) reason = saiga_text_new ("en", draft->reason);
  g_auto(GValue) value = G_VALUE_INIT;
  g_auto(GValue) text = G_VALUE_INIT;
  const char *authorities[3] = { _saiga_record_peek_id (SAIGA_RECORD (self->sides[0]->authority)),
                                 _saiga_record_peek_id (SAIGA_RECORD (self->sides[1]->authority)), NULL };
  guint side;

  computed_clear (&known);
  if (is_orphan)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such accepted taxon of the two lists",
                   draft->taxon_ids[0] != NULL ? draft->taxon_ids[0] : "–");
      return NULL;
    }
  for (guint i = 0; draft->taxon_ids[i] != NULL; i++)
    {
      const SaigaSideTaxon *taxon = find_taxon (self, draft->taxon_ids[i], &side);

      if (taxon != NULL && !add_facts (self, bases, side, taxon, error))
        return NULL;
    }
  id = make_id (snapshot, find_taxon (self, draft->taxon_ids[0], &side), draft->axis);
  g_value_init (&value, G_TYPE_LIST_MODEL);
  g_value_set_object (&value, bases);
  g_value_init (&text, SAIGA_TYPE_TEXT);
  g_value_set_boxed (&text, reason);
  if (!saiga_record_builder_set_string (builder, "id", id, error) || !saiga_record_builder_set_strings (builder, "authority-ids", authorities, error) ||
      !saiga_record_builder_set_strings (builder, "taxon-ids", draft->taxon_ids, error) ||
      !saiga_record_builder_set_string (builder, "axis", _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, draft->axis), error) ||
      !saiga_record_builder_set_string (builder, "verdict", draft->verdict, error) ||
      !saiga_record_builder_set_string (builder, "reviewer-id", draft->reviewer_id, error) ||
      !saiga_record_builder_set_string (builder, "date", date, error) || !saiga_record_builder_set (builder, "reason", &text, error) ||
      !saiga_record_builder_set (builder, "bases", &value, error) ||
      (computed != NULL && *computed != '\0' && !saiga_record_builder_set_string (builder, "computed", computed, error)))
    return NULL;

  return (SaigaReview *) saiga_record_builder_build (builder, error);
}
