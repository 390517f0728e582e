/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-option-private.h"

/* What a side would list if it followed the other, compared with what it lists on the day. An
 * entry reaches what its taxon holds: where the concept grows or shrinks, so does the law, except
 * where another entry lists the same in the same Appendices. */

void
_saiga_effect_init (SaigaEffect *self)
{
  *self = (SaigaEffect){ g_ptr_array_new (), g_ptr_array_new (), NULL, FALSE };
}

void
_saiga_effect_clear (SaigaEffect *self)
{
  g_ptr_array_unref (self->wider);
  g_ptr_array_unref (self->narrower);
}

static void
add (GPtrArray *taxa,
     const SaigaSideTaxon *taxon)
{
  if (!g_ptr_array_find (taxa, taxon, NULL))
    g_ptr_array_add (taxa, (gpointer) taxon);
}

/* What its own entries alone list. */
static guint32
get_alone (const SaigaSideTaxon *taxon)
{
  return taxon->own & ~taxon->inherited;
}

static void
add_wider (SaigaEffect *self,
           const SaigaSideTaxon *own,
           const SaigaSideTaxon *joining)
{
  if ((get_alone (own) & ~(joining->own | joining->inherited)) != 0)
    add (self->wider, joining);
}

/* ---- concepts */

static void
add_species (SaigaEffect *self,
             const SaigaRows *rows,
             guint side,
             const SaigaSideTaxon *own,
             const SaigaSideTaxon *other)
{
  const SaigaAlignment *alignment = rows->alignment;
  const SaigaExemplars *exemplars = alignment->exemplars;
  const guint32 here = exemplars->leaders[side][own->position];
  const guint32 there = exemplars->leaders[1 - side][other->position];

  /* Types that it holds and the other has elsewhere. */
  for (guint32 i = alignment->first[side][here]; i < alignment->first[side][here + 1]; i++)
    {
      const guint32 species = exemplars->places[1 - side][alignment->types[side][i]].species;

      if (species != there && get_alone (own) != 0)
        add (self->narrower, &rows->sides[1 - side]->taxa[species]);
    }
  /* Types that the other holds and it has elsewhere. */
  for (guint32 i = alignment->first[1 - side][there]; i < alignment->first[1 - side][there + 1]; i++)
    {
      const guint32 species = exemplars->places[side][alignment->types[1 - side][i]].species;

      if (species != here)
        add_wider (self, own, &rows->sides[side]->taxa[species]);
    }
}

static void
add_higher (SaigaEffect *self,
            const SaigaRows *rows,
            guint side,
            const SaigaSideTaxon *own,
            const SaigaSideTaxon *other)
{
  for (guint i = 0; i < rows->alignment->edges->len; i++)
    {
      const SaigaConceptEdge *edge = &g_array_index (rows->alignment->edges, SaigaConceptEdge, i);
      const SaigaSideTaxon *here = &rows->sides[side]->taxa[side == 0 ? edge->a : edge->b];
      const SaigaSideTaxon *there = &rows->sides[1 - side]->taxa[side == 0 ? edge->b : edge->a];
      const gboolean in_own = _saiga_side_taxon_is_above (own, here);
      const gboolean in_other = _saiga_side_taxon_is_above (other, there);

      if (in_own && !in_other && (get_alone (own) & ~here->own) != 0)
        add (self->narrower, here);
      else if (in_other && !in_own)
        add_wider (self, own, here);
    }
}

void
_saiga_effect_add_concept (SaigaEffect *self,
                           const SaigaRows *rows,
                           guint side,
                           const SaigaSideTaxon *own,
                           const SaigaSideTaxon *other)
{
  if (_saiga_side_taxon_is_species (own) && _saiga_side_taxon_is_species (other))
    add_species (self, rows, side, own, other);
  else if (_saiga_side_taxon_is_higher (own) && _saiga_side_taxon_is_higher (other))
    add_higher (self, rows, side, own, other);
}

/* Of all species of a side in a family or genus: what follows if each becomes what the other
 * side has of its type. */
void
_saiga_effect_add_group (SaigaEffect *self,
                         const SaigaRows *rows,
                         guint side,
                         const SaigaSideTaxon *group)
{
  const SaigaExemplars *exemplars = rows->alignment->exemplars;

  for (guint i = 0; i < rows->alignment->edges->len; i++)
    {
      const SaigaConceptEdge *edge = &g_array_index (rows->alignment->edges, SaigaConceptEdge, i);
      const SaigaSideTaxon *own = &rows->sides[side]->taxa[side == 0 ? edge->a : edge->b];
      const SaigaSideTaxon *other = &rows->sides[1 - side]->taxa[side == 0 ? edge->b : edge->a];
      const SaigaPlace *place = &exemplars->places[1 - side][_saiga_exemplars_get_own (exemplars, side, own)];

      if (edge->concept != SAIGA_CONCEPT_RELATION_CONGRUENT && _saiga_side_taxon_is_above (group, own) &&
          place->species == exemplars->leaders[1 - side][other->position])
        add_species (self, rows, side, own, other);
    }
}

/* ---- forms */

/* Of an entry that names the taxon: one of a family leaves out a form of another species. */
static SaigaText *
find_excluded_forms (const SaigaSide *side,
                     const SaigaSideTaxon *taxon)
{
  guint n_used;
  const guint *used = _saiga_side_get_used (side, taxon, &n_used);

  for (guint i = 0; i < n_used; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (side->law, used[i]);
      SaigaText *forms = saiga_listing_get_excluded_forms (piece->listing);

      if (forms != NULL && piece->node == taxon->node)
        return forms;
    }

  return NULL;
}

/* Names of one type are nomenclature. A name of another type may be that of a form which the
 * other side leaves out. */
void
_saiga_effect_add_forms (SaigaEffect *self,
                         const SaigaRows *rows,
                         guint side,
                         const SaigaSideTaxon *own,
                         const SaigaSideTaxon *other)
{
  const SaigaExemplars *exemplars = rows->alignment->exemplars;
  SaigaText *here = find_excluded_forms (rows->sides[side], own);
  SaigaText *there = find_excluded_forms (rows->sides[1 - side], other);

  if (_saiga_side_taxon_get_appendices (own) == 0 || (here == NULL) == (there == NULL) ||
      _saiga_exemplars_get_own (exemplars, side, own) == _saiga_exemplars_get_own (exemplars, 1 - side, other))
    return;
  self->forms = here != NULL ? here : there;
  self->forms_are_wider = here != NULL;
}

/* ---- ranks */

/* Whether a lower taxon of that epithet is there: listed, or told already. */
static gboolean
is_known (const SaigaNameUses *uses,
          guint side,
          const SaigaSideTaxon *species,
          guint32 stem,
          GPtrArray *told)
{
  for (guint32 i = uses->first[side][species->position]; i != SAIGA_NO_USE; i = uses->uses[i].next_taxon)
    {
      const SaigaNameUse *use = &uses->uses[i];
      const SaigaSideTaxon *lower = _saiga_name_uses_get_taxon (uses, use);

      if (use->hold == SAIGA_HOLD_LOWER && use->kind == SAIGA_USE_PRINTED && uses->stems[_saiga_name_use_get_last (use)] == stem &&
          ((lower->own | lower->inherited) != 0 || g_ptr_array_find (told, lower, NULL)))
        return TRUE;
    }

  return FALSE;
}

/* Lower taxa of the species that are not listed; first those that the side knows itself. */
static void
add_lower (SaigaEffect *self,
           const SaigaRows *rows,
           guint side,
           const SaigaSideTaxon *species)
{
  const SaigaNameUses *uses = rows->alignment->exemplars->uses;

  for (guint i = 0; i < 2; i++)
    {
      const guint at = i == 0 ? side : 1 - side;
      const SaigaSideTaxon *there = i == 0 ? species : _saiga_name_uses_find_accepted (uses, at, _saiga_name_uses_get_printed (uses, side, species));

      for (guint32 n = there != NULL ? uses->first[at][there->position] : SAIGA_NO_USE; n != SAIGA_NO_USE; n = uses->uses[n].next_taxon)
        {
          const SaigaNameUse *use = &uses->uses[n];

          if (use->hold == SAIGA_HOLD_LOWER && use->kind == SAIGA_USE_PRINTED &&
              !is_known (uses, side, species, uses->stems[_saiga_name_use_get_last (use)], self->wider))
            add (self->wider, _saiga_name_uses_get_taxon (uses, use));
        }
    }
}

/* The whole species in the place of a lower taxon: what it holds beside that. */
void
_saiga_effect_add_species (SaigaEffect *self,
                           const SaigaRows *rows,
                           guint side,
                           const SaigaSideTaxon *lower,
                           const SaigaSideTaxon *other)
{
  const SaigaSideTaxon *species = lower->species != NULL ? lower->species : lower;

  if ((lower->own & ~(species->own | species->inherited)) == 0)
    return;
  add_lower (self, rows, side, species);
  if (self->wider->len == 0)
    add (self->wider, other);
}

/* A lower taxon that becomes a species leaves the entry of its species; a species that becomes a
 * lower taxon comes under the entry of another. */
void
_saiga_effect_add_rank (SaigaEffect *self,
                        const SaigaRows *rows,
                        guint side,
                        const SaigaSideTaxon *own,
                        const SaigaSideTaxon *other)
{
  const SaigaNameUses *uses = rows->alignment->exemplars->uses;

  if (own->species != NULL && own->species != own)
    {
      if (own->own == 0 && get_alone (own->species) != 0)
        add (self->narrower, own);
    }
  else if (other->species != NULL && other->species != other)
    {
      const SaigaSideTaxon *above = _saiga_name_uses_find_accepted (uses, side, _saiga_name_uses_get_printed (uses, 1 - side, other->species));

      if (above != NULL)
        add_wider (self, above, own);
    }
}

/* ---- States */

/* The same on the other side: of species by its type, if the concepts are congruent; else by name. */
static const SaigaSideTaxon *
find_same (const SaigaRows *rows,
           guint side,
           const SaigaSideTaxon *taxon)
{
  const SaigaAlignment *alignment = rows->alignment;
  const SaigaNameUses *uses = alignment->exemplars->uses;
  guint32 there;
  const SaigaConceptEdge *edge;

  if (!_saiga_side_taxon_is_species (taxon))
    return _saiga_name_uses_find_accepted (uses, 1 - side, _saiga_name_uses_get_printed (uses, side, taxon));
  there = alignment->exemplars->places[1 - side][_saiga_exemplars_get_own (alignment->exemplars, side, taxon)].species;
  edge = there != SAIGA_NO_SPECIES ? _saiga_alignment_find (alignment, side == 0 ? taxon->position : there, side == 0 ? there : taxon->position) : NULL;

  return edge != NULL && edge->concept == SAIGA_CONCEPT_RELATION_CONGRUENT ? &rows->sides[1 - side]->taxa[there] : NULL;
}

/* Ranges are recorded by either list: that of one counts for the other. */
static gboolean
add_ranges (GHashTable *areas,
            const SaigaRows *rows,
            GPtrArray *taxa)
{
  gboolean is_all = TRUE;

  for (guint i = 0; i < taxa->len; i++)
    {
      const SaigaSideTaxon *taxon = taxa->pdata[i];
      const guint side = taxon >= rows->sides[0]->taxa && taxon < rows->sides[0]->taxa + rows->sides[0]->n_taxa ? 0 : 1;
      const SaigaSideTaxon *same = find_same (rows, side, taxon);
      const gboolean has_own = _saiga_side_taxon_add_range (taxon, areas);

      is_all &= (same != NULL && _saiga_side_taxon_add_range (same, areas)) || has_own;
    }

  return is_all;
}

/* The range States of what would change, in id order. @own: the taxon that changes. */
GStrv
_saiga_effect_list_areas (const SaigaEffect *self,
                          const SaigaRows *rows,
                          const SaigaSideTaxon *own,
                          gboolean *is_known)
{
  g_autoptr(GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) whole = g_ptr_array_new ();

  if (self->forms != NULL)
    g_ptr_array_add (whole, (gpointer) own);
  *is_known = add_ranges (areas, rows, self->wider);
  *is_known &= add_ranges (areas, rows, self->narrower);
  *is_known &= add_ranges (areas, rows, whole);

  return _saiga_areas_to_strv (areas);
}
