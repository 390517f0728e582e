/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-row-maker-private.h"

/* A row and its pairs as objects, with their reasons: made when somebody looks at them. */

/* ---- pairs */

static const SaigaPiece *
find_entry_in_wide_sense (const SaigaSide *side,
                          const SaigaSideTaxon *taxon)
{
  guint n_used;
  const guint *used = _saiga_side_get_used (side, taxon, &n_used);

  for (guint i = 0; i < n_used; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (side->law, used[i]);
      const char *listed_as = saiga_listing_get_listed_as (piece->listing);

      if (piece->node == taxon->node && listed_as != NULL && strstr (listed_as, "(s.l.)") != NULL)
        return piece;
    }

  return NULL;
}

/* An entry printed in the wide sense, beside what the side itself has split off. */
static void
explain_wide_sense (SaigaRows *self,
                    guint side,
                    const SaigaSideTaxon *taxon,
                    SaigaEvidenceList *evidence)
{
  const SaigaSide *there = self->sides[side];
  g_autoptr(GPtrArray) segregates = NULL;

  if (taxon == NULL || find_entry_in_wide_sense (there, taxon) == NULL)
    return;
  segregates = g_ptr_array_new ();
  for (guint i = 0; i < there->n_segregates; i++)
    if (g_str_equal (saiga_taxon_get_former_id (there->segregates[i]->taxon), _saiga_side_taxon_get_id (taxon)))
      g_ptr_array_add (segregates, (gpointer) there->segregates[i]->name);
  _saiga_evidence_add_list (evidence, SAIGA_EVIDENCE_SENSU_LATO, (int) side, taxon->name, segregates);
}

/* The review of a result, with how it stands now. Either taxon may be NULL. */
static void
add_decision (SaigaRows *self,
              SaigaReviewAxis axis,
              const SaigaSideTaxon *a,
              const SaigaSideTaxon *b,
              const char *computed,
              GListStore *decisions)
{
  SaigaReview *review = _saiga_reviews_find (self->reviews, axis, a, b);
  g_autoptr(SaigaConcordanceReview) stands = review != NULL ? _saiga_concordance_review_new (review, self->snapshot, FALSE, computed) : NULL;

  if (stands != NULL)
    g_list_store_append (decisions, stands);
}

/* Those on the names and the concepts of two taxa. */
static void
add_decisions_on_pair (SaigaRows *self,
                       const SaigaPairing *pair,
                       SaigaConcordancePair *made,
                       GListStore *decisions)
{
  if (pair->a == NULL || pair->b == NULL)
    return;
  add_decision (self, SAIGA_REVIEW_AXIS_NAME, pair->a, pair->b,
                _saiga_value_to_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_computed_name_relation (made)), decisions);
  add_decision (self, SAIGA_REVIEW_AXIS_CONCEPT, pair->a, pair->b,
                _saiga_value_to_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_computed_concept_relation (made)), decisions);
}

/* Appendices are those of the two taxa; of the row where a side is empty. Taxa of no row are
 * asked about for their names and concepts alone. */
SaigaConcordancePair *
_saiga_rows_make_pair (SaigaRows *self,
                       guint32 row,
                       const SaigaSideTaxon *a,
                       const SaigaSideTaxon *b)
{
  const SaigaSideTaxon *taxa[2] = { a, b };
  SaigaPairData data = { .reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref) };
  SaigaEvidenceList evidence = { data.reasons, { self->sides[0], self->sides[1] } };
  SaigaPairing pair;

  _saiga_pairing_init (&pair, self->alignment, a, b, &evidence);
  data.computed_name = pair.name;
  data.computed_concept = pair.concept;
  _saiga_rows_decide (self, &pair, &evidence);
  explain_wide_sense (self, 0, a, &evidence);
  explain_wide_sense (self, 1, b, &evidence);
  data.name = pair.name;
  data.name_certainty = pair.name_certainty;
  data.concept = pair.concept;
  data.concept_certainty = pair.concept_certainty;
  for (guint side = 0; side < 2; side++)
    {
      if (taxa[side] != NULL)
        {
          data.taxa[side] = g_object_ref (taxa[side]->taxon);
          data.names[side] = g_strdup (taxa[side]->name);
        }
      if (row != SAIGA_NO_ROW)
        data.appendices[side] = _saiga_side_print_appendices (self->sides[side], taxa[side] != NULL ? _saiga_side_taxon_get_appendices (taxa[side])
                                                                                                    : _saiga_rows_get_appendices (self, _saiga_rows_get (self, row), side));
    }
  if (row != SAIGA_NO_ROW)
    {
      data.row_key = g_strdup (_saiga_rows_get_key (self, _saiga_rows_get (self, row)));
      data.relation = _saiga_rows_get (self, row)->relation;
    }

  return _saiga_concordance_pair_new_take (&data);
}

/* ---- what the names say of the row as a whole */

static gboolean
has_synonym (const SaigaNameUses *uses,
             guint side,
             const SaigaSideTaxon *taxon,
             const char *name)
{
  for (guint32 i = uses->first[side][taxon->position]; i != SAIGA_NO_USE; i = uses->uses[i].next_taxon)
    if (uses->uses[i].taxon == taxon->position && uses->uses[i].kind == SAIGA_USE_SYNONYM && g_str_equal (uses->uses[i].name, name))
      return TRUE;

  return FALSE;
}

/* The name that the listing had before may be a synonym of the other side. */
static void
explain_former_names (SaigaRows *self,
                      const SaigaRow *row,
                      guint side,
                      const SaigaSideTaxon *taxon,
                      SaigaEvidenceList *evidence)
{
  guint n_used;
  const guint *used = _saiga_side_get_used (self->sides[side], taxon, &n_used);

  for (guint i = 0; i < n_used; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self->sides[side]->law, used[i]);
      const char *former = piece->node == taxon->node ? saiga_listing_get_former_name (piece->listing) : NULL;

      for (guint n = 0; former != NULL && n < row->n_members[1 - side]; n++)
        {
          const SaigaSideTaxon *other = _saiga_rows_get_members (self, row, 1 - side)[n];

          if (has_synonym (self->alignment->exemplars->uses, 1 - side, other, former))
            _saiga_evidence_add_of_side (evidence, SAIGA_EVIDENCE_SYNONYM_STATED, 1 - side, former, other->name, NULL);
        }
    }
}

static void
explain_names (SaigaRows *self,
               const SaigaRow *row,
               SaigaEvidenceList *evidence)
{
  const SaigaExemplars *exemplars = self->alignment->exemplars;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      {
        const SaigaSideTaxon *taxon = _saiga_rows_get_members (self, row, side)[i];
        const SaigaSideTaxon *former = _saiga_side_find_former (self->sides[side], taxon);
        const SaigaSideTaxon *leader = &self->sides[side]->taxa[exemplars->leaders[side][taxon->position]];

        if (!g_str_equal (taxon->name, saiga_taxon_get_name (taxon->taxon)))
          _saiga_evidence_add (evidence, SAIGA_EVIDENCE_PRINTED_NAME, taxon->name, saiga_taxon_get_name (taxon->taxon),
                               _saiga_side_get_nick (self->sides[side]), NULL);
        if (former != NULL)
          _saiga_evidence_add_of_side (evidence, SAIGA_EVIDENCE_SEGREGATE, side, taxon->name, former->name, NULL);
        if (leader != taxon)
          _saiga_evidence_add_of_side (evidence, SAIGA_EVIDENCE_TWINS, side, leader->name, taxon->name, NULL);
        explain_former_names (self, row, side, taxon, evidence);
      }
}

/* ---- other rows */

static void
add_key (SaigaRows *self,
         GPtrArray *keys,
         const SaigaRow *row,
         guint32 other)
{
  const char *key;

  if (other == SAIGA_NO_ROW || _saiga_rows_get (self, other) == row)
    return;
  key = _saiga_rows_get_key (self, _saiga_rows_get (self, other));
  if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_ptr_array_add (keys, g_strdup (key));
}

/* Segregates that keep their own counterparts, and what they come from; of a higher taxon the
 * listed ones above it. */
static GStrv
list_see_also (SaigaRows *self,
               const SaigaRow *row)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      {
        const SaigaSideTaxon *taxon = _saiga_rows_get_members (self, row, side)[i];
        const SaigaSideTaxon *former = _saiga_side_find_former (self->sides[side], taxon);

        if (former != NULL)
          add_key (self, keys, row, _saiga_rows_find (self, side, former));
        for (const SaigaSideTaxon *above = taxon->parent; row->is_higher && above != NULL; above = above->parent)
          add_key (self, keys, row, self->row_of[side][above->position]);
        for (guint n = 0; !row->is_higher && n < self->sides[side]->n_segregates; n++)
          {
            const SaigaSideTaxon *other = self->sides[side]->segregates[n];

            if (g_str_equal (saiga_taxon_get_former_id (other->taxon), _saiga_side_taxon_get_id (taxon)))
              add_key (self, keys, row, _saiga_rows_find (self, side, other));
          }
      }
  g_ptr_array_add (keys, NULL);

  return (GStrv) g_ptr_array_free (keys, FALSE);
}

/* ---- the row */

/* Where the taxa of a side live, sorted. */
GStrv
_saiga_rows_list_range (const SaigaRows *self,
                        const SaigaRow *row,
                        guint side)
{
  SaigaSideTaxon **taxa = _saiga_rows_get_members (self, row, side);
  g_autoptr(GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < row->n_members[side]; i++)
    _saiga_side_taxon_add_range (taxa[i], areas);

  return _saiga_areas_to_strv (areas);
}

static void
make_side (SaigaRows *self,
           const SaigaRow *row,
           guint side,
           SaigaRowSide *made)
{
  SaigaSideTaxon **taxa = _saiga_rows_get_members (self, row, side);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  made->taxa = g_list_store_new (SAIGA_TYPE_TAXON);
  for (guint i = 0; i < row->n_members[side]; i++)
    {
      g_list_store_append (made->taxa, taxa[i]->taxon);
      g_strv_builder_add (names, taxa[i]->name);
      made->is_named |= taxa[i]->own != 0;
    }
  made->names = g_strv_builder_end (names);
  made->appendices = _saiga_side_print_appendices (self->sides[side], _saiga_rows_get_appendices (self, row, side));
  made->coverage = row->coverage[side];
  made->range = _saiga_rows_list_range (self, row, side);
}

/* The id of the taxon that is not of the row, once. */
static void
add_candidate (SaigaRows *self,
               const SaigaRow *row,
               const SaigaPairing *pair,
               GPtrArray *ids)
{
  const guint32 of_a = _saiga_rows_find (self, 0, pair->a);
  const SaigaSideTaxon *other = of_a != SAIGA_NO_ROW && _saiga_rows_get (self, of_a) == row ? pair->b : pair->a;
  const char *id = _saiga_side_taxon_get_id (other);

  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

SaigaConcordanceRow *
_saiga_rows_make (SaigaRows *self,
                  guint position)
{
  const SaigaRow *row = _saiga_rows_get (self, position);
  const SaigaSideTaxon *first = _saiga_rows_get_first (self, row);
  SaigaRowData data = { .reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref) };
  SaigaEvidenceList evidence = { data.reasons, { self->sides[0], self->sides[1] } };
  g_autoptr(GArray) pairs = _saiga_rows_list_pairs (self, row, TRUE);
  g_autoptr(GArray) candidates = NULL;
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  SaigaReview *review;
  int verdict;

  data.key = g_strdup (_saiga_rows_get_key (self, row));
  data.decisions = g_list_store_new (SAIGA_TYPE_CONCORDANCE_REVIEW);
  data.group = g_strdup (_saiga_side_taxon_get_group (first));
  data.rank = first->rank;
  data.shape = row->shape;
  data.relation = row->relation;
  data.certainty = row->certainty;
  review = _saiga_reviews_find (self->reviews, SAIGA_REVIEW_AXIS_LISTING, first, NULL);
  if (review != NULL && _saiga_nick_to_value (SAIGA_TYPE_LISTING_RELATION, saiga_review_get_verdict (review), &verdict))
    {
      const char *computed = _saiga_value_to_nick (SAIGA_TYPE_LISTING_RELATION, row->computed);

      _saiga_reviews_explain (self->reviews, review, computed, &evidence);
      add_decision (self, SAIGA_REVIEW_AXIS_LISTING, first, NULL, computed, data.decisions);
    }
  for (guint side = 0; side < 2; side++)
    make_side (self, row, side, &data.sides[side]);
  data.has_same_name = row->n_members[0] == 1 && row->n_members[1] == 1 && g_str_equal (data.sides[0].names[0], data.sides[1].names[0]);

  data.pairs = g_list_store_new (SAIGA_TYPE_CONCORDANCE_PAIR);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SaigaPairing *pair = &g_array_index (pairs, SaigaPairing, i);
      g_autoptr(SaigaConcordancePair) made = _saiga_rows_make_pair (self, position, pair->a, pair->b);

      g_list_store_append (data.pairs, made);
      add_decisions_on_pair (self, pair, made, data.decisions);
    }
  if (!row->is_higher)
    data.red_list = _saiga_rows_dup_red_list (self, row, NULL);
  data.see_also = list_see_also (self, row);

  _saiga_rows_explain_law (self, row, &evidence);
  explain_names (self, row, &evidence);
  candidates = _saiga_rows_list_candidates (self, row, &evidence);
  for (guint i = 0; i < candidates->len; i++)
    add_candidate (self, row, &g_array_index (candidates, SaigaPairing, i), others);
  for (guint i = 0; i < others->len; i++)
    g_strv_builder_add (ids, others->pdata[i]);
  data.candidates = g_strv_builder_end (ids);

  return _saiga_concordance_row_new_take (&data);
}
