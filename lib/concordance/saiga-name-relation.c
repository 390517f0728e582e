/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-pairing-private.h"

/* How the names of two taxa are related: tests from the surest on, and the first that holds
 * decides. Each adds as evidence what it used. */

typedef struct
{
  SaigaPairing *pairing;
  const SaigaAlignment *alignment;
  const SaigaNameUses *uses;
  SaigaEvidenceList *evidence;
  const SaigaSideTaxon *taxa[2];
  const SaigaNameUse *names[2];
  SaigaAuthorsAgreement authors;
  gboolean is_kin;
  guint kept_apart_by;             /* sides, a bit each */
  const SaigaNameUse *synonyms[2]; /* on side n: what says that the other's name is a synonym here */
  const SaigaNameUse *shared;      /* a synonym of both */
  gboolean is_pro_parte;           /* all that links them is held by several taxa */
  gboolean has_one_type;           /* both names stand for it */
  gboolean has_types;              /* the concepts have some in common */
} Pair;

static gboolean
is_of (const SaigaNameUse *use,
       const SaigaSideTaxon *taxon)
{
  return use->taxon == taxon->position || (taxon->species == taxon && use->kind == SAIGA_USE_SYNONYM);
}

/* A synonym without author also stands for its epithet within its genus. */
static gboolean
means (const SaigaNameUse *synonym,
       const SaigaNameUse *name)
{
  if (_saiga_name_uses_equal (synonym, name))
    return TRUE;

  return synonym->kind == SAIGA_USE_SYNONYM && synonym->authorship == NULL && synonym->epithet != 0 && synonym->genus == name->genus &&
         _saiga_name_use_get_last (synonym) == _saiga_name_use_get_last (name);
}

static const SaigaSideTaxon *
get_owner (const SaigaSideTaxon *taxon)
{
  return taxon->species != NULL ? taxon->species : taxon;
}

/* Whether a side has a name under several of its taxa, and accepts it for none. */
static gboolean
is_ambiguous (const Pair *self,
              const SaigaNameUse *name)
{
  const SaigaExemplars *exemplars = self->alignment->exemplars;
  guint32 exemplar = exemplars->of_use[name - self->uses->uses];

  return exemplar != SAIGA_NO_USE && (exemplars->places[0][exemplar].is_shared || exemplars->places[1][exemplar].is_shared);
}

/* What either list says in so many words: the other's name as a synonym, or one in common.
 * A link that is clear is kept before one that is not. */
static void
find_links (Pair *self)
{
  gboolean is_clear[3] = { FALSE, FALSE, FALSE };
  gboolean has_any = FALSE;

  for (guint side = 0; side < 2; side++)
    for (guint32 i = self->uses->first[side][get_owner (self->taxa[side])->position]; i != SAIGA_NO_USE; i = self->uses->uses[i].next_taxon)
      {
        const SaigaNameUse *use = &self->uses->uses[i];

        if (use->kind == SAIGA_USE_PRINTED || !is_of (use, self->taxa[side]))
          continue;
        if (means (use, self->names[1 - side]))
          {
            gboolean clear = !is_ambiguous (self, use);

            has_any = TRUE;
            if (self->synonyms[side] == NULL || (clear && !is_clear[side]))
              self->synonyms[side] = use;
            is_clear[side] |= clear;
          }
        if (side == 1)
          continue;
        for (const SaigaNameUse *other = _saiga_name_uses_find (self->uses, use); other != NULL;
             other = other->next_same != SAIGA_NO_USE ? &self->uses->uses[other->next_same] : NULL)
          if (other->side == 1 && other->kind != SAIGA_USE_PRINTED && _saiga_name_uses_equal (use, other) &&
              get_owner (_saiga_name_uses_get_taxon (self->uses, other)) == get_owner (self->taxa[1]) && is_of (other, self->taxa[1]))
            {
              gboolean clear = !is_ambiguous (self, use) && !is_ambiguous (self, other);

              has_any = TRUE;
              if (self->shared == NULL || (clear && !is_clear[2]) || (clear == is_clear[2] && strcmp (use->name, self->shared->name) < 0))
                self->shared = use;
              is_clear[2] |= clear;
            }
      }
  self->is_pro_parte = has_any && !is_clear[0] && !is_clear[1] && !is_clear[2];
}

static gboolean
is_stated (const Pair *self)
{
  return !self->is_pro_parte && (self->synonyms[0] != NULL || self->synonyms[1] != NULL || self->shared != NULL);
}

/* The sides that accept both names, as two taxa of that rank. Twins are one. */
static guint
find_kept_apart (const Pair *self)
{
  guint sides = 0;

  for (guint side = 0; side < 2; side++)
    {
      const SaigaSideTaxon *there = _saiga_name_uses_find_accepted (self->uses, side, self->names[1 - side]);
      const guint32 *leaders = self->alignment->exemplars->leaders[side];

      if (there != NULL && there != self->taxa[side] && leaders[there->position] != leaders[self->taxa[side]->position])
        sides |= 1u << side;
    }

  return sides;
}

static gboolean
have_one_family (const Pair *self)
{
  const char *a = self->taxa[0]->groups[SAIGA_GROUP_FAMILY];
  const char *b = self->taxa[1]->groups[SAIGA_GROUP_FAMILY];

  return self->is_kin && a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

static gboolean
has_equal_stem (const Pair *self)
{
  return self->uses->stems[_saiga_name_use_get_last (self->names[0])] == self->uses->stems[_saiga_name_use_get_last (self->names[1])];
}

static guint
count_epithet_edits (const Pair *self)
{
  return _saiga_name_uses_count_edits (self->uses, self->names[0]->epithet, self->names[1]->epithet, 2) +
         _saiga_name_uses_count_edits (self->uses, self->names[0]->infra, self->names[1]->infra, 2);
}

/* ---- evidence */

static void
add_authors (const Pair *self)
{
  if (self->evidence == NULL)
    return;
  if (self->authors == SAIGA_AUTHORS_SILENT)
    for (guint side = 0; side < 2; side++)
      {
        if (self->names[side]->authorship == NULL)
          _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_AUTHOR_SILENT, side, NULL);
      }
  else
    _saiga_evidence_add (self->evidence, self->authors == SAIGA_AUTHORS_AGREE ? SAIGA_EVIDENCE_AUTHORS_AGREE : SAIGA_EVIDENCE_AUTHORS_DIFFER,
                         self->names[0]->authorship, self->names[1]->authorship, NULL);
}

static void
add_two (const Pair *self,
         SaigaEvidence evidence,
         const char *third)
{
  if (self->evidence != NULL)
    _saiga_evidence_add (self->evidence, evidence, self->names[0]->name, self->names[1]->name, third, NULL);
}

/* A name that a later edition of the same list has is told by the row. */
static gboolean
add_synonym (const Pair *self,
             guint side)
{
  const SaigaNameUse *use = self->synonyms[side];

  if (self->evidence == NULL || use == NULL || use->kind != SAIGA_USE_SYNONYM)
    return FALSE;
  _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_SYNONYM_STATED, side, use->name, self->names[side]->name, NULL);

  return TRUE;
}

static void
add_links (const Pair *self)
{
  gboolean has_any = FALSE;

  if (self->evidence == NULL || self->is_pro_parte)
    return;
  for (guint side = 0; side < 2; side++)
    has_any |= add_synonym (self, side);
  if (!has_any && self->shared != NULL)
    _saiga_evidence_add (self->evidence, SAIGA_EVIDENCE_SHARED_SYNONYM, self->shared->name, NULL);
}

static void
add_kept_apart (const Pair *self)
{
  for (guint side = 0; side < 2 && self->evidence != NULL; side++)
    if ((self->kept_apart_by & (1u << side)) != 0)
      _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_KEPT_APART, side, self->names[0]->name, self->names[1]->name, NULL);
}

/* ---- the tests */

static const char *
get_highest_group (const SaigaSideTaxon *taxon)
{
  for (guint i = 0; i < SAIGA_N_GROUPS; i++)
    if (taxon->groups[i] != NULL)
      return taxon->groups[i];

  return taxon->kingdom != NULL ? taxon->kingdom : "–";
}

static gboolean
is_same_spelling (const Pair *self)
{
  return _saiga_name_uses_equal (self->names[0], self->names[1]);
}

static gboolean
have_one_rank (const Pair *self)
{
  return self->taxa[0]->rank == self->taxa[1]->rank;
}

static gboolean
test_homonym (const Pair *self)
{
  if (!is_same_spelling (self) || self->is_kin)
    return FALSE;
  if (self->evidence != NULL)
    _saiga_evidence_add (self->evidence, SAIGA_EVIDENCE_HOMONYM, self->names[0]->name, get_highest_group (self->taxa[0]), get_highest_group (self->taxa[1]), NULL);

  return TRUE;
}

static gboolean
test_identical (const Pair *self)
{
  if (!is_same_spelling (self) || !have_one_rank (self))
    return FALSE;
  if (self->evidence != NULL)
    _saiga_evidence_add (self->evidence, SAIGA_EVIDENCE_SAME_NAME, self->names[0]->name, NULL);
  add_authors (self);

  return TRUE;
}

static gboolean
test_spelling (const Pair *self)
{
  const SaigaNameUse *a = self->names[0];
  const SaigaNameUse *b = self->names[1];
  const gboolean has_stems = self->uses->stems[a->epithet] == self->uses->stems[b->epithet] && self->uses->stems[a->infra] == self->uses->stems[b->infra];
  const guint edits = count_epithet_edits (self);
  g_autofree char *n = NULL;

  if (!have_one_rank (self) || a->genus != b->genus || a->epithet == 0 || b->epithet == 0 || self->kept_apart_by != 0)
    return FALSE;
  if (has_stems && have_one_family (self) && self->authors != SAIGA_AUTHORS_DISAGREE)
    {
      add_two (self, SAIGA_EVIDENCE_GENDER_ENDING, NULL);
      add_authors (self);
      return TRUE;
    }
  if (edits > 2 || !(is_stated (self) || self->has_types))
    return FALSE;
  n = g_strdup_printf ("%u", edits);
  add_two (self, SAIGA_EVIDENCE_SPELLING_VARIANT, n);
  add_links (self);

  return TRUE;
}

gboolean
_saiga_names_stand_above (const SaigaNameUses *uses,
                          guint side,
                          const SaigaSideTaxon *higher,
                          const SaigaSideTaxon *lower)
{
  const SaigaSideTaxon *there;

  if (higher->rank >= lower->rank || higher->species != NULL)
    return FALSE;
  there = _saiga_name_uses_find_accepted (uses, 1 - side, _saiga_name_uses_get_printed (uses, side, higher));
  if (there != NULL && _saiga_side_taxon_is_above (there, lower))
    return TRUE;
  there = _saiga_name_uses_find_accepted (uses, side, _saiga_name_uses_get_printed (uses, 1 - side, lower));

  return there != NULL && _saiga_side_taxon_is_above (higher, there);
}

/* Whether the trinomial of a lower taxon has the name of a species in it, also after a
 * transfer of both to another genus. */
static gboolean
contains_species (const Pair *self,
                  guint lower)
{
  const SaigaExemplars *exemplars = self->alignment->exemplars;
  const SaigaNameUse *trinomial = self->names[lower];
  const SaigaNameUse *species = self->names[1 - lower];
  guint32 own;

  if (self->taxa[lower]->rank <= SAIGA_TAXON_RANK_SPECIES || self->taxa[1 - lower]->rank != SAIGA_TAXON_RANK_SPECIES || !self->is_kin ||
      self->uses->stems[trinomial->epithet] != self->uses->stems[species->epithet])
    return FALSE;
  if (trinomial->genus == species->genus)
    return TRUE;
  own = _saiga_exemplars_get_own (exemplars, lower, self->taxa[lower]->species);

  return own == _saiga_exemplars_get_own (exemplars, 1 - lower, self->taxa[1 - lower]) || (trinomial->infra == 0 && self->has_one_type);
}

/* Whether the other side has the species as an accepted lower taxon of its partner, and not
 * as a species too. */
static gboolean
is_subspecies_there (const Pair *self,
                     guint side)
{
  const SaigaExemplars *exemplars = self->alignment->exemplars;
  const guint32 own = _saiga_exemplars_get_own (exemplars, side, self->taxa[side]);
  const SaigaPlace *there = own != SAIGA_NO_USE ? &exemplars->places[1 - side][own] : NULL;
  const SaigaSideTaxon *other = self->taxa[1 - side];

  if (there == NULL || self->taxa[side]->species != self->taxa[side] || other->species != other || there->hold != SAIGA_HOLD_LOWER ||
      there->species != exemplars->leaders[1 - side][other->position])
    return FALSE;
  for (guint32 i = exemplars->first_use[own]; i != SAIGA_NO_USE && self->evidence != NULL; i = exemplars->next_use[i])
    if (self->uses->uses[i].side == 1 - side && self->uses->uses[i].hold == SAIGA_HOLD_LOWER)
      {
        _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_SUBSPECIES_THERE, 1 - side, self->uses->uses[i].name, other->name, NULL);
        break;
      }

  return TRUE;
}

static gboolean
test_nested (const Pair *self)
{
  for (guint side = 0; side < 2; side++)
    {
      const SaigaSideTaxon *lower = self->taxa[side];
      const SaigaSideTaxon *other = self->taxa[1 - side];

      if (contains_species (self, side) || _saiga_names_stand_above (self->uses, 1 - side, other, lower))
        {
          if (self->evidence != NULL)
            _saiga_evidence_add (self->evidence, SAIGA_EVIDENCE_CONTAINS_NAME, other->name, lower->name, NULL);
          return TRUE;
        }
    }

  return is_subspecies_there (self, 0) || is_subspecies_there (self, 1);
}

/* Another genus, another rank, or below species another species. */
static gboolean
stands_elsewhere (const Pair *self)
{
  const SaigaNameUse *a = self->names[0];
  const SaigaNameUse *b = self->names[1];

  return !have_one_rank (self) || a->genus != b->genus || (self->taxa[0]->rank > SAIGA_TAXON_RANK_SPECIES && a->epithet != b->epithet);
}

/* One last epithet in another place. */
static gboolean
is_moved (const Pair *self)
{
  const guint32 last[2] = { _saiga_name_use_get_last (self->names[0]), _saiga_name_use_get_last (self->names[1]) };

  if (last[0] == 0 || last[1] == 0 || self->taxa[0]->species == NULL || self->taxa[1]->species == NULL ||
      !stands_elsewhere (self))
    return FALSE;
  if (is_stated (self) && _saiga_name_uses_count_edits (self->uses, last[0], last[1], 2) <= 2)
    return TRUE;
  if (!has_equal_stem (self))
    return FALSE;

  return is_stated (self) || (have_one_family (self) && self->authors != SAIGA_AUTHORS_DISAGREE && self->kept_apart_by == 0);
}

static gboolean
test_moved (const Pair *self)
{
  if (!is_moved (self))
    return FALSE;
  add_two (self, SAIGA_EVIDENCE_NEW_COMBINATION, is_stated (self) ? "stated" : "author-year");
  if (!have_one_rank (self))
    add_two (self, SAIGA_EVIDENCE_OTHER_RANK, NULL);
  add_links (self);
  add_authors (self);

  return TRUE;
}

static gboolean
test_ambiguous (const Pair *self)
{
  if (!self->is_pro_parte)
    return FALSE;
  for (guint side = 0; side < 2 && self->evidence != NULL; side++)
    {
      const SaigaNameUse *name = self->synonyms[side] != NULL ? self->synonyms[side] : self->shared;
      const SaigaExemplars *exemplars = self->alignment->exemplars;
      g_autoptr(GPtrArray) accepted = g_ptr_array_new ();
      const guint32 exemplar = name != NULL ? exemplars->of_use[name - self->uses->uses] : SAIGA_NO_USE;

      if (exemplar == SAIGA_NO_USE || !exemplars->places[side][exemplar].is_shared)
        continue;
      for (guint32 i = exemplars->first_use[exemplar]; i != SAIGA_NO_USE; i = exemplars->next_use[i])
        if (self->uses->uses[i].side == side)
          g_ptr_array_add (accepted, (gpointer) _saiga_name_uses_get_taxon (self->uses, &self->uses->uses[i])->species->name);
      _saiga_evidence_add_list (self->evidence, SAIGA_EVIDENCE_PRO_PARTE, (int) side, name->name, accepted);
    }

  return TRUE;
}

/* ---- like each other */

static guint
count_whole_edits (const Pair *self)
{
  const SaigaNameUse *a = self->names[0];
  const SaigaNameUse *b = self->names[1];

  return _saiga_name_uses_count_edits (self->uses, a->genus, b->genus, 2) + count_epithet_edits (self);
}

static gboolean
test_fuzzy (const Pair *self)
{
  const char *const *groups = self->taxa[0]->groups;
  const char *const *other_groups = self->taxa[1]->groups;
  const guint edits = count_whole_edits (self);

  if (self->kept_apart_by != 0 || !self->is_kin || self->taxa[0]->rank != self->taxa[1]->rank)
    return FALSE;
  if (edits <= 2 && self->authors != SAIGA_AUTHORS_DISAGREE)
    {
      g_autofree char *n = g_strdup_printf ("%u", edits);

      add_two (self, SAIGA_EVIDENCE_EDIT_DISTANCE, n);
      add_authors (self);
      return TRUE;
    }
  if (self->taxa[0]->species == NULL || !has_equal_stem (self) || self->authors != SAIGA_AUTHORS_AGREE ||
      groups[SAIGA_GROUP_FAMILY] == NULL || other_groups[SAIGA_GROUP_FAMILY] == NULL ||
      g_ascii_strcasecmp (groups[SAIGA_GROUP_FAMILY], other_groups[SAIGA_GROUP_FAMILY]) == 0 ||
      _saiga_find_year (self->names[0]->authorship) != _saiga_find_year (self->names[1]->authorship))
    return FALSE;
  if (self->evidence != NULL)
    _saiga_evidence_add (self->evidence, SAIGA_EVIDENCE_OTHER_FAMILY, self->names[0]->name, self->names[1]->name,
                         groups[SAIGA_GROUP_FAMILY], other_groups[SAIGA_GROUP_FAMILY], NULL);
  add_authors (self);

  return TRUE;
}

/* ---- the whole */

static SaigaNameRelation
find_relation (Pair *self)
{
  if (test_homonym (self))
    return SAIGA_NAME_RELATION_HOMONYM;
  if (test_identical (self))
    return self->authors == SAIGA_AUTHORS_DISAGREE ? SAIGA_NAME_RELATION_AUTHOR_DIFFERS : SAIGA_NAME_RELATION_IDENTICAL;
  if (test_spelling (self))
    return SAIGA_NAME_RELATION_SPELLING;
  if (test_nested (self))
    return SAIGA_NAME_RELATION_NESTED;
  if (test_moved (self))
    return have_one_rank (self) ? SAIGA_NAME_RELATION_TRANSFER : SAIGA_NAME_RELATION_RANK_CHANGE;
  if (test_ambiguous (self))
    return SAIGA_NAME_RELATION_AMBIGUOUS;
  if (self->synonyms[1] != NULL || self->synonyms[0] != NULL || self->shared != NULL)
    {
      add_links (self);
      return self->synonyms[1] != NULL   ? SAIGA_NAME_RELATION_SYNONYM_IN_B
             : self->synonyms[0] != NULL ? SAIGA_NAME_RELATION_SYNONYM_IN_A
                                         : SAIGA_NAME_RELATION_SYNONYM_SHARED;
    }
  if (test_fuzzy (self))
    return SAIGA_NAME_RELATION_FUZZY;
  add_kept_apart (self);

  return SAIGA_NAME_RELATION_UNRELATED;
}

static SaigaConcordanceCertainty
find_certainty (const Pair *self)
{
  switch ((SaigaNameRelation) self->pairing->name)
    {
    case SAIGA_NAME_RELATION_IDENTICAL:
      return self->authors == SAIGA_AUTHORS_AGREE || is_stated (self) ? SAIGA_CONCORDANCE_CERTAINTY_DERIVED : SAIGA_CONCORDANCE_CERTAINTY_PRESUMED;
    case SAIGA_NAME_RELATION_SPELLING:
    case SAIGA_NAME_RELATION_TRANSFER:
    case SAIGA_NAME_RELATION_RANK_CHANGE:
      return is_stated (self)                       ? SAIGA_CONCORDANCE_CERTAINTY_CERTAIN
             : self->authors == SAIGA_AUTHORS_AGREE ? SAIGA_CONCORDANCE_CERTAINTY_DERIVED
                                                    : SAIGA_CONCORDANCE_CERTAINTY_PRESUMED;
    case SAIGA_NAME_RELATION_SYNONYM_IN_A:
    case SAIGA_NAME_RELATION_SYNONYM_IN_B:
    case SAIGA_NAME_RELATION_SYNONYM_SHARED:
      return SAIGA_CONCORDANCE_CERTAINTY_CERTAIN;
    case SAIGA_NAME_RELATION_AMBIGUOUS:
    case SAIGA_NAME_RELATION_FUZZY:
      return SAIGA_CONCORDANCE_CERTAINTY_OPEN;
    case SAIGA_NAME_RELATION_AUTHOR_DIFFERS:
      return SAIGA_CONCORDANCE_CERTAINTY_PRESUMED;
    case SAIGA_NAME_RELATION_NONE:
    case SAIGA_NAME_RELATION_HOMONYM:
    case SAIGA_NAME_RELATION_NESTED:
    case SAIGA_NAME_RELATION_UNRELATED:
    default:
      return SAIGA_CONCORDANCE_CERTAINTY_DERIVED;
    }
}

void
_saiga_pairing_relate_names (SaigaPairing *self,
                             const SaigaAlignment *alignment,
                             SaigaEvidenceList *evidence)
{
  Pair pair = { self, alignment, alignment->exemplars->uses, evidence, { self->a, self->b } };
  guint32 own;

  if (self->a == NULL || self->b == NULL)
    {
      self->name = SAIGA_NAME_RELATION_NONE;
      self->name_certainty = SAIGA_CONCORDANCE_CERTAINTY_DERIVED;
      return;
    }
  for (guint side = 0; side < 2; side++)
    pair.names[side] = _saiga_name_uses_get_printed (pair.uses, side, pair.taxa[side]);
  pair.authors = _saiga_name_uses_compare_authors (pair.names[0], pair.names[1]);
  pair.is_kin = _saiga_side_taxa_are_kin (self->a, self->b);
  pair.kept_apart_by = find_kept_apart (&pair);
  own = _saiga_exemplars_get_own (alignment->exemplars, 0, self->a);
  pair.has_one_type = own != SAIGA_NO_USE && own == _saiga_exemplars_get_own (alignment->exemplars, 1, self->b);
  pair.has_types = pair.has_one_type || (self->a->species == self->a && self->b->species == self->b &&
                                         _saiga_alignment_find (alignment, self->a->position, self->b->position) != NULL);
  if (pair.is_kin)
    find_links (&pair);
  self->name = find_relation (&pair);
  self->name_certainty = find_certainty (&pair);
}
