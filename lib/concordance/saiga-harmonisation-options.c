/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-harmonisation-private.h"

/* What each side could change so that the two agree, and what it would list then. */

static const SaigaSideTaxon *
get_taxon (const SaigaProposal *self,
           guint side)
{
  return side == 0 ? self->pair->a : self->pair->b;
}

static void
add_option (const SaigaProposal *self,
            guint side,
            SaigaOptionChange change,
            const char *name,
            SaigaStandardReference *reference,
            const SaigaEffect *effect,
            SaigaConcordanceFinding *finding)
{
  const SaigaOptionDraft draft = { self->rows, self->snapshot, side, change, get_taxon (self, side), name, reference, effect };
  g_autoptr(SaigaConcordanceOption) option = _saiga_concordance_option_new (&draft);

  _saiga_finding_add_option (finding, option);
}

/* ---- splits and lumps */

/* The species of the side that splits which has the type of the other's: what is left there. */
static const SaigaSideTaxon *
find_nominate (const SaigaProposal *self,
               guint splitter)
{
  const SaigaExemplars *exemplars = self->rows->alignment->exemplars;
  const SaigaSideTaxon *wide = get_taxon (self, 1 - splitter);

  for (guint i = 0; i < self->row->n_members[splitter]; i++)
    {
      const SaigaSideTaxon *taxon = _saiga_rows_get_members (self->rows, self->row, splitter)[i];

      if (_saiga_exemplars_get_own (exemplars, splitter, taxon) == _saiga_exemplars_get_own (exemplars, 1 - splitter, wide))
        return taxon;
    }

  return get_taxon (self, splitter);
}

/* The segregates that the pair is about: its own, or of the pair that keeps the name, all that
 * the other side holds in it. */
static char *
join_segregates (const SaigaProposal *self,
                 guint splitter,
                 const SaigaSideTaxon *nominate,
                 gboolean *are_listed)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const SaigaSideTaxon *own = get_taxon (self, splitter);
  const SaigaSideTaxon *wide = get_taxon (self, 1 - splitter);

  *are_listed = FALSE;
  for (guint i = 0; i < self->row->n_members[splitter]; i++)
    {
      const SaigaSideTaxon *taxon = _saiga_rows_get_members (self->rows, self->row, splitter)[i];

      if (taxon == nominate || (own != nominate && taxon != own) ||
          _saiga_alignment_find (self->rows->alignment, splitter == 0 ? taxon->position : wide->position, splitter == 0 ? wide->position : taxon->position) == NULL)
        continue;
      *are_listed |= _saiga_side_taxon_get_appendices (taxon) != 0;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", taxon->name);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_concepts (const SaigaProposal *self,
              SaigaConcordanceFinding *finding)
{
  for (guint side = 0; side < 2; side++)
    {
      g_auto(SaigaEffect) effect;

      _saiga_effect_init (&effect);
      _saiga_effect_add_concept (&effect, self->rows, side, get_taxon (self, side), get_taxon (self, 1 - side));
      add_option (self, side, SAIGA_OPTION_ADOPT_CONCEPT, get_taxon (self, 1 - side)->name, NULL, &effect, finding);
    }
}

/* Where a segregate is listed there, it must stay listed here. */
static void
add_split (const SaigaProposal *self,
           SaigaConcordanceFinding *finding)
{
  const guint splitter = _saiga_proposal_get_splitter (self);
  const SaigaSideTaxon *wide = get_taxon (self, 1 - splitter);
  const SaigaSideTaxon *nominate = find_nominate (self, splitter);
  gboolean are_listed = FALSE;
  g_autofree char *segregates = self->row->is_higher ? NULL : join_segregates (self, splitter, nominate, &are_listed);
  g_auto(SaigaEffect) less;
  g_auto(SaigaEffect) more;

  _saiga_effect_init (&less);
  _saiga_effect_init (&more);
  if (segregates == NULL)
    {
      add_concepts (self, finding);
      return;
    }
  _saiga_effect_add_concept (&less, self->rows, 1 - splitter, wide, nominate);
  _saiga_effect_add_concept (&more, self->rows, splitter, nominate, wide);
  if (less.narrower->len == 0 || !are_listed)
    add_option (self, 1 - splitter, SAIGA_OPTION_RECOGNISE, segregates, NULL, &less, finding);
  if (less.narrower->len > 0)
    {
      g_ptr_array_set_size (less.narrower, 0);
      add_option (self, 1 - splitter, SAIGA_OPTION_RECOGNISE_LIST_SEGREGATE, segregates, NULL, &less, finding);
    }
  add_option (self, splitter, SAIGA_OPTION_UNITE, wide->name, NULL, &more, finding);
}

/* ---- ranks and names */

static void
add_ranks (const SaigaProposal *self,
           SaigaConcordanceFinding *finding)
{
  const guint lower = _saiga_pairing_get_lower (self->pair);

  for (guint i = 0; i < 2; i++)
    {
      const guint side = i == 0 ? lower : 1 - lower;
      const SaigaSideTaxon *own = get_taxon (self, side);
      const SaigaSideTaxon *other = get_taxon (self, 1 - side);
      const gboolean is_nested = self->pair->name == SAIGA_NAME_RELATION_NESTED;
      g_auto(SaigaEffect) effect;

      _saiga_effect_init (&effect);
      if (is_nested && side != lower)
        continue;
      if (is_nested)
        _saiga_effect_add_species (&effect, self->rows, side, own, other);
      else
        _saiga_effect_add_rank (&effect, self->rows, side, own, other);
      add_option (self, side, is_nested ? SAIGA_OPTION_LIST_SPECIES : SAIGA_OPTION_CHANGE_RANK, other->name, NULL, &effect, finding);
    }
}

/* The family, else the genus, that one reference covers whole; NULL if there is none. */
static const SaigaSideTaxon *
find_covered (const SaigaStandards *standards,
              const SaigaSide *side,
              const SaigaSideTaxon *taxon,
              SaigaStandardReference *reference)
{
  const SaigaSideTaxon *covered = NULL;

  for (const SaigaSideTaxon *at = taxon->parent; at != NULL && at->rank >= SAIGA_TAXON_RANK_FAMILY; at = at->parent)
    if ((at->rank == SAIGA_TAXON_RANK_FAMILY || at->rank == SAIGA_TAXON_RANK_GENUS) && _saiga_standards_cover (standards, side, at, reference))
      covered = at;

  return covered;
}

static const SaigaSideTaxon *
find_of_rank (const SaigaSideTaxon *taxon,
              guint rank)
{
  while (taxon != NULL && taxon->rank != rank)
    taxon = taxon->parent;

  return taxon;
}

static void
add_reference (const SaigaProposal *self,
               const SaigaStandards *standards,
               guint side,
               SaigaConcordanceFinding *finding)
{
  SaigaStandardReference *reference = self->references[1 - side];
  const SaigaSideTaxon *own = get_taxon (self, side);
  const SaigaSideTaxon *other = get_taxon (self, 1 - side);
  const SaigaSideTaxon *covered;
  const SaigaSideTaxon *group;
  g_auto(SaigaEffect) effect;

  _saiga_effect_init (&effect);
  if (reference == NULL || self->rows->sides[side]->instrument == NULL ||
      (self->references[side] != NULL && !_saiga_standards_differ (standards, self->references[side], reference)))
    return;
  covered = find_covered (standards, self->rows->sides[1 - side], other, reference);
  if (covered == NULL)
    return;
  group = find_of_rank (own, covered->rank);
  if (group != NULL)
    _saiga_effect_add_group (&effect, self->rows, side, group);
  _saiga_effect_add_forms (&effect, self->rows, side, own, other);
  add_option (self, side, SAIGA_OPTION_ADOPT_REFERENCE, covered->name, reference, &effect, finding);
}

static void
add_names (const SaigaProposal *self,
           const SaigaStandards *standards,
           SaigaConcordanceFinding *finding)
{
  for (guint side = 0; side < 2; side++)
    {
      const SaigaSideTaxon *own = get_taxon (self, side);
      const SaigaSideTaxon *other = get_taxon (self, 1 - side);
      const char *author = self->pair->name == SAIGA_NAME_RELATION_AUTHOR_DIFFERS ? saiga_taxon_get_authorship (other->taxon) : NULL;
      g_autofree char *name = author != NULL ? g_strdup_printf ("%s %s", other->name, author) : g_strdup (other->name);
      g_auto(SaigaEffect) effect;

      _saiga_effect_init (&effect);
      _saiga_effect_add_concept (&effect, self->rows, side, own, other);
      _saiga_effect_add_forms (&effect, self->rows, side, own, other);
      add_option (self, side, self->kind == SAIGA_PROPOSAL_NAME ? SAIGA_OPTION_RENAME : SAIGA_OPTION_RESPELL, name, NULL, &effect, finding);
    }
  for (guint side = 0; side < 2 && self->kind == SAIGA_PROPOSAL_NAME; side++)
    add_reference (self, standards, side, finding);
}

void
_saiga_proposal_add_options (const SaigaProposal *self,
                             const SaigaStandards *standards,
                             SaigaConcordanceFinding *finding)
{
  switch (self->kind)
    {
    case SAIGA_PROPOSAL_CHECK:
      for (guint side = 0; side < 2; side++)
        add_option (self, side, SAIGA_OPTION_REVIEW, get_taxon (self, side)->name, NULL, NULL, finding);
      break;
    case SAIGA_PROPOSAL_RANK:
      add_ranks (self, finding);
      break;
    case SAIGA_PROPOSAL_SPLIT:
    case SAIGA_PROPOSAL_LUMP:
      add_split (self, finding);
      break;
    case SAIGA_PROPOSAL_SPLIT_LUMP:
      add_concepts (self, finding);
      break;
    case SAIGA_PROPOSAL_SPELLING:
    case SAIGA_PROPOSAL_NAME:
      add_names (self, standards, finding);
      break;
    case SAIGA_PROPOSAL_NONE:
    default:
      break;
    }
}
