/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-pairing-private.h"

/* How two taxa are related as concepts: of two species their types decide, of others their
 * names and places. */

/* Types of a species that the other side has in its partner, or elsewhere. */
static void
add_types (const SaigaAlignment *alignment,
           guint side,
           guint32 species,
           guint32 partner,
           gboolean in_partner,
           SaigaEvidence code,
           SaigaEvidenceList *evidence)
{
  const SaigaExemplars *exemplars = alignment->exemplars;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint32 i = alignment->first[side][species]; i < alignment->first[side][species + 1]; i++)
    {
      const guint32 type = alignment->types[side][i];

      if ((exemplars->places[1 - side][type].species == partner) == in_partner)
        g_ptr_array_add (names, (gpointer) _saiga_exemplars_get_name (exemplars, type)->name);
    }
  if (names->len > 0)
    _saiga_evidence_add_list (evidence, code, -1, NULL, names);
}

static void
explain_species (const SaigaPairing *self,
                 const SaigaAlignment *alignment,
                 SaigaEvidenceList *evidence)
{
  const guint32 a = alignment->exemplars->leaders[0][self->a->position];
  const guint32 b = alignment->exemplars->leaders[1][self->b->position];

  if (_saiga_alignment_find (alignment, a, b) == NULL)
    return;
  add_types (alignment, 0, a, b, TRUE, SAIGA_EVIDENCE_HELD_BY_BOTH, evidence);
  add_types (alignment, 0, a, b, FALSE, SAIGA_EVIDENCE_ONLY_IN_A, evidence);
  add_types (alignment, 1, b, a, FALSE, SAIGA_EVIDENCE_ONLY_IN_B, evidence);
}

/* ---- ranges */

/* Areas come sorted. Counts those in both, and those in one alone. */
static void
count_areas (SaigaRange *ranges[2],
             guint *n_common,
             guint *only)
{
  guint at[2] = { 0, 0 };

  while (at[0] < saiga_range_get_n_areas (ranges[0]) || at[1] < saiga_range_get_n_areas (ranges[1]))
    {
      const char *areas[2];
      gboolean lives[2];
      int order;

      for (guint n = 0; n < 2; n++)
        {
          areas[n] = at[n] < saiga_range_get_n_areas (ranges[n]) ? saiga_range_get_area (ranges[n], at[n]) : NULL;
          lives[n] = areas[n] != NULL && _saiga_range_tags_are_live (saiga_range_get_area_tags (ranges[n], at[n]));
        }
      order = areas[0] == NULL ? 1 : areas[1] == NULL ? -1
                                                      : strcmp (areas[0], areas[1]);
      *n_common += order == 0 && lives[0] && lives[1];
      only[0] += order <= 0 && lives[0] && !(order == 0 && lives[1]);
      only[1] += order >= 0 && lives[1] && !(order == 0 && lives[0]);
      at[0] += order <= 0;
      at[1] += order >= 0;
    }
}

/* Ranges never decide; but what has no country in common is hardly one. */
static void
compare_ranges (SaigaPairing *self,
                SaigaEvidenceList *evidence)
{
  SaigaRange *ranges[2] = { saiga_taxon_get_range (self->a->taxon), saiga_taxon_get_range (self->b->taxon) };
  guint only[2] = { 0, 0 };
  guint n_common = 0;

  if (ranges[0] == NULL || ranges[1] == NULL)
    return;
  count_areas (ranges, &n_common, only);
  if (n_common == 0 && only[0] > 0 && only[1] > 0 && self->concept != SAIGA_CONCEPT_RELATION_EXCLUDES)
    self->concept_certainty = SAIGA_CONCORDANCE_CERTAINTY_OPEN;
  if (evidence != NULL)
    {
      g_autofree char *common = g_strdup_printf ("%u", n_common);
      g_autofree char *only_a = g_strdup_printf ("%u", only[0]);
      g_autofree char *only_b = g_strdup_printf ("%u", only[1]);

      _saiga_evidence_add (evidence, SAIGA_EVIDENCE_RANGE_COMMON, common, only_a, only_b, NULL);
    }
}

/* ---- other ranks */

static SaigaConceptRelation
turn (SaigaConceptRelation relation)
{
  return relation == SAIGA_CONCEPT_RELATION_INCLUDES      ? SAIGA_CONCEPT_RELATION_INCLUDED_IN
         : relation == SAIGA_CONCEPT_RELATION_INCLUDED_IN ? SAIGA_CONCEPT_RELATION_INCLUDES
                                                          : relation;
}

/* A lower taxon of one side against a species of the other, seen from the lower taxon. */
static SaigaConceptRelation
relate_lower (const SaigaPairing *self,
              const SaigaAlignment *alignment,
              guint lower)
{
  const SaigaSideTaxon *species = lower == 0 ? self->a->species : self->b->species;
  SaigaConcordanceCertainty certainty;
  SaigaConceptRelation relation;

  if (self->name == SAIGA_NAME_RELATION_RANK_CHANGE)
    return SAIGA_CONCEPT_RELATION_CONGRUENT;
  if (self->name == SAIGA_NAME_RELATION_NESTED ||
      self->name == (lower == 0 ? SAIGA_NAME_RELATION_SYNONYM_IN_B : SAIGA_NAME_RELATION_SYNONYM_IN_A))
    return SAIGA_CONCEPT_RELATION_INCLUDED_IN;

  if (lower == 0)
    relation = _saiga_alignment_compare (alignment, species, self->b, &certainty);
  else
    relation = turn (_saiga_alignment_compare (alignment, self->a, species, &certainty));

  return relation == SAIGA_CONCEPT_RELATION_CONGRUENT || relation == SAIGA_CONCEPT_RELATION_INCLUDED_IN ? SAIGA_CONCEPT_RELATION_INCLUDED_IN
                                                                                                        : SAIGA_CONCEPT_RELATION_UNKNOWN;
}

static SaigaConceptRelation
relate_two_lower (const SaigaPairing *self)
{
  return self->name == SAIGA_NAME_RELATION_IDENTICAL || self->name == SAIGA_NAME_RELATION_SPELLING ||
             self->name == SAIGA_NAME_RELATION_TRANSFER || self->name == SAIGA_NAME_RELATION_AUTHOR_DIFFERS
           ? SAIGA_CONCEPT_RELATION_CONGRUENT
           : SAIGA_CONCEPT_RELATION_UNKNOWN;
}

/* Two higher taxa of one rank: by the pairs of related species that lie in either. */
static SaigaConceptRelation
relate_higher (const SaigaPairing *self,
               const SaigaAlignment *alignment)
{
  const SaigaNameUses *uses = alignment->exemplars->uses;
  guint n_a = 0;
  guint n_b = 0;
  guint n_both = 0;

  for (guint i = 0; i < alignment->edges->len; i++)
    {
      const SaigaConceptEdge *edge = &g_array_index (alignment->edges, SaigaConceptEdge, i);
      const gboolean in_a = _saiga_side_taxon_is_above (self->a, &uses->sides[0]->taxa[edge->a]);
      const gboolean in_b = _saiga_side_taxon_is_above (self->b, &uses->sides[1]->taxa[edge->b]);

      n_a += in_a;
      n_b += in_b;
      n_both += in_a && in_b;
    }
  if (n_both == 0)
    return SAIGA_CONCEPT_RELATION_UNKNOWN;
  if (n_both == n_a && n_both == n_b)
    return SAIGA_CONCEPT_RELATION_CONGRUENT;
  if (n_both == n_b)
    return SAIGA_CONCEPT_RELATION_INCLUDES;

  return n_both == n_a ? SAIGA_CONCEPT_RELATION_INCLUDED_IN : SAIGA_CONCEPT_RELATION_OVERLAPS;
}

static SaigaConceptRelation
relate_ranks (const SaigaPairing *self,
              const SaigaAlignment *alignment)
{
  const SaigaNameUses *uses = alignment->exemplars->uses;

  if (_saiga_names_stand_above (uses, 1, self->b, self->a))
    return SAIGA_CONCEPT_RELATION_INCLUDED_IN;

  return _saiga_names_stand_above (uses, 0, self->a, self->b) ? SAIGA_CONCEPT_RELATION_INCLUDES : SAIGA_CONCEPT_RELATION_UNKNOWN;
}

void
_saiga_pairing_relate_concepts (SaigaPairing *self,
                                const SaigaAlignment *alignment,
                                SaigaEvidenceList *evidence)
{
  const gboolean is_lower[2] = { self->a != NULL && self->a->species != NULL && self->a->species != self->a,
                                 self->b != NULL && self->b->species != NULL && self->b->species != self->b };
  SaigaConcordanceCertainty certainty = SAIGA_CONCORDANCE_CERTAINTY_DERIVED;
  SaigaConceptRelation concept;

  if (self->a == NULL || self->b == NULL)
    concept = SAIGA_CONCEPT_RELATION_UNSET;
  else if (self->name == SAIGA_NAME_RELATION_HOMONYM)
    concept = SAIGA_CONCEPT_RELATION_EXCLUDES;
  else if (self->a->species == NULL || self->b->species == NULL)
    concept = self->a->rank == self->b->rank ? relate_higher (self, alignment) : relate_ranks (self, alignment);
  else if (is_lower[0] && is_lower[1])
    concept = relate_two_lower (self);
  else if (is_lower[0])
    concept = relate_lower (self, alignment, 0);
  else if (is_lower[1])
    concept = turn (relate_lower (self, alignment, 1));
  else
    {
      concept = _saiga_alignment_compare (alignment, self->a, self->b, &certainty);
      if (evidence != NULL)
        explain_species (self, alignment, evidence);
    }
  self->concept = concept;
  self->concept_certainty = concept == SAIGA_CONCEPT_RELATION_UNKNOWN ? SAIGA_CONCORDANCE_CERTAINTY_OPEN : certainty;
  if (self->a != NULL && self->b != NULL && self->a->species == self->a && self->b->species == self->b)
    compare_ranges (self, evidence);
}

void
_saiga_pairing_init (SaigaPairing *self,
                     const SaigaAlignment *alignment,
                     const SaigaSideTaxon *a,
                     const SaigaSideTaxon *b,
                     SaigaEvidenceList *evidence)
{
  *self = (SaigaPairing){ .a = a, .b = b };
  _saiga_pairing_relate_names (self, alignment, evidence);
  _saiga_pairing_relate_concepts (self, alignment, evidence);
}
