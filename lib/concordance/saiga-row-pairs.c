/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-rows-private.h"

/* The pairs of a row, and the taxa of the other side that a person should look at. */

static void
add_pair (GArray *pairs,
          const SaigaRows *self,
          const SaigaSideTaxon *a,
          const SaigaSideTaxon *b)
{
  SaigaPairing pair;

  _saiga_pairing_init (&pair, self->alignment, a, b, NULL);
  _saiga_rows_decide (self, &pair, NULL);
  g_array_append_val (pairs, pair);
}

/* As _saiga_pairing_init(), of a taxon of a side and one of the other. */
static void
relate (SaigaPairing *pair,
        const SaigaRows *self,
        guint side,
        const SaigaSideTaxon *taxon,
        const SaigaSideTaxon *other,
        SaigaEvidenceList *evidence)
{
  _saiga_pairing_init (pair, self->alignment, side == 0 ? taxon : other, side == 0 ? other : taxon, evidence);
}

static gboolean
is_paired (GArray *pairs,
           const SaigaSideTaxon *taxon,
           guint side)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const SaigaPairing *pair = &g_array_index (pairs, SaigaPairing, i);

      if ((side == 0 ? pair->a : pair->b) == taxon && pair->a != NULL && pair->b != NULL)
        return TRUE;
    }

  return FALSE;
}

/* ---- lower taxa */

/* Lower taxa of the species of a row that have entries of their own. */
static GPtrArray *
list_lower (const SaigaRows *self,
            const SaigaRow *row,
            guint side)
{
  const SaigaSide *there = self->sides[side];
  SaigaSideTaxon **species = _saiga_rows_get_members (self, row, side);
  GPtrArray *lower = g_ptr_array_new ();

  if (there->law == NULL || row->is_higher)
    return lower;
  for (guint i = 0; i < row->n_members[side]; i++)
    if (species[i]->lower != 0 && species[i]->node != SAIGA_NO_NODE)
      for (guint node = species[i]->node + 1; node < SAIGA_NODE (there->law, species[i]->node)->end; node++)
        {
          SaigaSideTaxon *taxon = g_hash_table_lookup (there->by_id, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (there->law, node)->taxon)));

          if (taxon != NULL && taxon->own != 0)
            g_ptr_array_add (lower, taxon);
        }

  return lower;
}

/* The accepted lower taxon of the other side's row with equal stems. */
static const SaigaSideTaxon *
find_lower_partner (const SaigaRows *self,
                    guint side,
                    const SaigaSideTaxon *lower,
                    const SaigaRow *row)
{
  const SaigaNameUses *uses = self->alignment->exemplars->uses;
  const SaigaNameUse *own = _saiga_name_uses_get_printed (uses, side, lower);
  SaigaSideTaxon **species = _saiga_rows_get_members (self, row, 1 - side);

  for (guint n = 0; n < row->n_members[1 - side]; n++)
    for (guint32 i = uses->first[1 - side][species[n]->position]; i != SAIGA_NO_USE; i = uses->uses[i].next_taxon)
      {
        const SaigaNameUse *use = &uses->uses[i];

        if (use->hold == SAIGA_HOLD_LOWER && use->kind == SAIGA_USE_PRINTED &&
            uses->stems[_saiga_name_use_get_last (use)] == uses->stems[_saiga_name_use_get_last (own)])
          return _saiga_name_uses_get_taxon (uses, use);
      }

  return NULL;
}

/* Else the species of the row that its name or a synonymy belongs to, else the first. */
static const SaigaSideTaxon *
find_species_partner (const SaigaRows *self,
                      guint side,
                      const SaigaSideTaxon *lower,
                      const SaigaRow *row)
{
  SaigaSideTaxon **species = _saiga_rows_get_members (self, row, 1 - side);

  for (guint i = 0; i < row->n_members[1 - side]; i++)
    {
      SaigaPairing pair;

      relate (&pair, self, side, lower, species[i], NULL);
      if (pair.name == SAIGA_NAME_RELATION_RANK_CHANGE || pair.name == SAIGA_NAME_RELATION_NESTED || pair.name == SAIGA_NAME_RELATION_SYNONYM_IN_A ||
          pair.name == SAIGA_NAME_RELATION_SYNONYM_IN_B || pair.name == SAIGA_NAME_RELATION_SYNONYM_SHARED)
        return species[i];
    }

  return row->n_members[1 - side] > 0 ? species[0] : NULL;
}

static void
add_lower_pairs (GArray *pairs,
                 const SaigaRows *self,
                 const SaigaRow *row)
{
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr(GPtrArray) lower = list_lower (self, row, side);

      for (guint i = 0; i < lower->len; i++)
        {
          const SaigaSideTaxon *taxon = lower->pdata[i];
          const SaigaSideTaxon *other;

          if (side == 1 && is_paired (pairs, taxon, 1))
            continue;
          other = find_lower_partner (self, side, taxon, row);
          if (other == NULL)
            other = find_species_partner (self, side, taxon, row);
          add_pair (pairs, self, side == 0 ? taxon : other, side == 0 ? other : taxon);
        }
    }
}

/* ---- the pairs */

/* A reviewer may have joined or parted what the names do not. */
static gboolean
belong_together (const SaigaRows *self,
                 const SaigaSideTaxon *a,
                 const SaigaSideTaxon *b)
{
  const SaigaBond bond = _saiga_reviews_find_bond (self->reviews, a, b);

  return bond == SAIGA_BOND_NONE ? _saiga_alignment_find (self->alignment, a->position, b->position) != NULL : bond == SAIGA_BOND_JOINS;
}

/* A verdict on one axis takes the place of the value. */
static void
decide (const SaigaRows *self,
        SaigaReview *review,
        GType type,
        guint8 *value,
        guint8 *certainty,
        SaigaEvidenceList *evidence)
{
  int verdict;

  if (review == NULL || !_saiga_nick_to_value (type, saiga_review_get_verdict (review), &verdict))
    return;
  if (evidence != NULL)
    _saiga_reviews_explain (self->reviews, review, _saiga_value_to_nick (type, *value), evidence);
  *value = (guint8) verdict;
  *certainty = SAIGA_CONCORDANCE_CERTAINTY_CERTAIN;
}

/* Puts what was decided in the place of what was computed. What was decided of the names alone
 * says this much of the concepts: homonyms are two, and one type is one as far as is known. */
void
_saiga_rows_decide (const SaigaRows *self,
                    SaigaPairing *pair,
                    SaigaEvidenceList *evidence)
{
  SaigaReview *name;
  SaigaReview *concept;

  if (pair->a == NULL || pair->b == NULL)
    return;
  name = _saiga_reviews_find (self->reviews, SAIGA_REVIEW_AXIS_NAME, pair->a, pair->b);
  concept = _saiga_reviews_find (self->reviews, SAIGA_REVIEW_AXIS_CONCEPT, pair->a, pair->b);
  decide (self, name, SAIGA_TYPE_NAME_RELATION, &pair->name, &pair->name_certainty, evidence);
  decide (self, concept, SAIGA_TYPE_CONCEPT_RELATION, &pair->concept, &pair->concept_certainty, evidence);
  if (name == NULL || concept != NULL)
    return;
  if (pair->name == SAIGA_NAME_RELATION_HOMONYM)
    {
      pair->concept = SAIGA_CONCEPT_RELATION_EXCLUDES;
      pair->concept_certainty = SAIGA_CONCORDANCE_CERTAINTY_CERTAIN;
    }
  else if (pair->concept == SAIGA_CONCEPT_RELATION_UNKNOWN && _saiga_reviews_find_bond (self->reviews, pair->a, pair->b) == SAIGA_BOND_JOINS)
    {
      pair->concept = SAIGA_CONCEPT_RELATION_CONGRUENT;
      pair->concept_certainty = SAIGA_CONCORDANCE_CERTAINTY_PRESUMED;
    }
}

/* Related species first, in id order; then lower taxa with entries; then what has no partner. */
GArray *
_saiga_rows_list_pairs (const SaigaRows *self,
                        const SaigaRow *row,
                        gboolean with_lower)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (SaigaPairing));
  SaigaSideTaxon **a = _saiga_rows_get_members (self, row, 0);
  SaigaSideTaxon **b = _saiga_rows_get_members (self, row, 1);

  for (guint i = 0; i < row->n_members[0]; i++)
    for (guint n = 0; n < row->n_members[1]; n++)
      if (row->is_higher || belong_together (self, a[i], b[n]))
        add_pair (pairs, self, a[i], b[n]);
  if (with_lower)
    add_lower_pairs (pairs, self, row);
  for (guint i = 0; i < row->n_members[0]; i++)
    if (!is_paired (pairs, a[i], 0))
      add_pair (pairs, self, a[i], NULL);
  for (guint i = 0; i < row->n_members[1]; i++)
    if (!is_paired (pairs, b[i], 1))
      add_pair (pairs, self, NULL, b[i]);

  return pairs;
}

/* Whether any pair of the row differs in name or concept. */
gboolean
_saiga_rows_differ (const SaigaRows *self,
                    const SaigaRow *row)
{
  g_autoptr(GArray) pairs = NULL;

  if (row->n_members[0] == 0 || row->n_members[1] == 0)
    return FALSE;
  pairs = _saiga_rows_list_pairs (self, row, FALSE);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SaigaPairing *pair = &g_array_index (pairs, SaigaPairing, i);

      if (pair->name != SAIGA_NAME_RELATION_IDENTICAL || pair->concept != SAIGA_CONCEPT_RELATION_CONGRUENT)
        return TRUE;
    }

  return FALSE;
}

/* ---- candidates */

static void
add_word (GHashTable *by_word,
          guint32 word,
          guint32 species)
{
  GArray *list = g_hash_table_lookup (by_word, GUINT_TO_POINTER (word));

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (by_word, GUINT_TO_POINTER (word), list);
    }
  g_array_append_val (list, species);
}

/* Species by genus, and by the stem of their epithet: names that are like each other have one
 * of the two in common. */
static GHashTable *
get_by_word (SaigaRows *self,
             guint side)
{
  const SaigaNameUses *uses = self->alignment->exemplars->uses;

  if (self->by_word[side] != NULL)
    return self->by_word[side];
  self->by_word[side] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint32 i = 0; i < uses->n_uses; i++)
    {
      const SaigaNameUse *use = &uses->uses[i];

      if (use->side != side || use->kind != SAIGA_USE_PRINTED || use->hold != SAIGA_HOLD_SPECIES || use->epithet == 0)
        continue;
      add_word (self->by_word[side], use->genus, use->taxon);
      if (uses->stems[use->epithet] != use->genus)
        add_word (self->by_word[side], uses->stems[use->epithet], use->taxon);
    }

  return self->by_word[side];
}

/* A species that has its partner awaits nobody. */
static gboolean
awaits_partner (const SaigaRows *self,
                guint side,
                const SaigaSideTaxon *taxon)
{
  const guint32 row = _saiga_rows_find (self, side, taxon);

  return row == SAIGA_NO_ROW || _saiga_rows_get (self, row)->shape == SAIGA_ROW_SHAPE_ONE_SIDED;
}

/* Not if somebody has decided about the two. */
static gboolean
add_candidate (GArray *candidates,
               const SaigaRows *self,
               const SaigaPairing *pair)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (candidates, SaigaPairing, i).a == pair->a && g_array_index (candidates, SaigaPairing, i).b == pair->b)
      return TRUE;
  if (_saiga_reviews_find (self->reviews, SAIGA_REVIEW_AXIS_NAME, pair->a, pair->b) != NULL ||
      _saiga_reviews_find (self->reviews, SAIGA_REVIEW_AXIS_CONCEPT, pair->a, pair->b) != NULL)
    return FALSE;
  g_array_append_val (candidates, *pair);

  return TRUE;
}

static void
find_fuzzy (SaigaRows *self,
            GArray *candidates,
            guint side,
            const SaigaSideTaxon *taxon,
            SaigaEvidenceList *evidence)
{
  const SaigaNameUses *uses = self->alignment->exemplars->uses;
  const SaigaNameUse *own = _saiga_name_uses_get_printed (uses, side, taxon);
  const guint32 words[] = { own->genus, uses->stems[own->epithet] };

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      GArray *list = g_hash_table_lookup (get_by_word (self, 1 - side), GUINT_TO_POINTER (words[w]));

      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          const SaigaSideTaxon *other = &self->sides[1 - side]->taxa[g_array_index (list, guint32, i)];
          SaigaPairing pair;

          if (!awaits_partner (self, 1 - side, other))
            continue;
          relate (&pair, self, side, taxon, other, NULL);
          if (pair.name == SAIGA_NAME_RELATION_FUZZY && add_candidate (candidates, self, &pair) && evidence != NULL)
            relate (&pair, self, side, taxon, other, evidence);
        }
    }
}

/* Trinomials that the other side has as synonyms of a species which this side does not know:
 * the species named in them may have held it. */
static void
find_former_subspecies (SaigaRows *self,
                        GArray *candidates,
                        guint side,
                        const SaigaSideTaxon *taxon,
                        SaigaEvidenceList *evidence)
{
  const SaigaNameUses *uses = self->alignment->exemplars->uses;
  const SaigaNameUse *own = _saiga_name_uses_get_printed (uses, side, taxon);
  GArray *list = g_hash_table_lookup (get_by_word (self, 1 - side), GUINT_TO_POINTER (own->genus));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SaigaSideTaxon *other = &self->sides[1 - side]->taxa[g_array_index (list, guint32, i)];

      if (!awaits_partner (self, 1 - side, other))
        continue;
      for (guint32 n = uses->first[1 - side][other->position]; n != SAIGA_NO_USE; n = uses->uses[n].next_taxon)
        {
          const SaigaNameUse *use = &uses->uses[n];
          SaigaPairing pair;

          if (use->kind != SAIGA_USE_SYNONYM || use->infra == 0 || use->genus != own->genus || use->epithet != own->epithet ||
              _saiga_alignment_find (self->alignment, side == 0 ? taxon->position : other->position, side == 0 ? other->position : taxon->position) != NULL)
            continue;
          relate (&pair, self, side, taxon, other, NULL);
          if (add_candidate (candidates, self, &pair) && evidence != NULL)
            _saiga_evidence_add_of_side (evidence, SAIGA_EVIDENCE_FORMER_SUBSPECIES, 1 - side, use->name, other->name, NULL);
        }
    }
}

/* Pairs with taxa of the other side that await a reviewer. @evidence: where to add why; or NULL. */
GArray *
_saiga_rows_list_candidates (SaigaRows *self,
                             const SaigaRow *row,
                             SaigaEvidenceList *evidence)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (SaigaPairing));

  for (guint side = 0; side < 2 && !row->is_higher; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      {
        const SaigaSideTaxon *taxon = _saiga_rows_get_members (self, row, side)[i];

        if (row->shape == SAIGA_ROW_SHAPE_ONE_SIDED)
          find_fuzzy (self, candidates, side, taxon, evidence);
        find_former_subspecies (self, candidates, side, taxon, evidence);
      }

  return candidates;
}
