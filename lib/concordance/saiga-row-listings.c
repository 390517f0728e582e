/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-rows-private.h"

/* How the listings of a row's two sides stand to each other, and how sure that is. */

static gboolean
is_live (SaigaCoverage coverage)
{
  return coverage != SAIGA_COVERAGE_NONE && coverage != SAIGA_COVERAGE_FORMER;
}

/* The first of the table that holds. A lower listing weakens. */
static SaigaListingRelation
relate (SaigaCoverage a,
        SaigaCoverage b)
{
  if (is_live (a) && is_live (b))
    {
      if (a == SAIGA_COVERAGE_POPULATION || a == SAIGA_COVERAGE_PART || b == SAIGA_COVERAGE_POPULATION || b == SAIGA_COVERAGE_PART)
        return SAIGA_LISTING_RELATION_BOTH_PART;

      return a == SAIGA_COVERAGE_HIGHER || b == SAIGA_COVERAGE_HIGHER ? SAIGA_LISTING_RELATION_BOTH_HIGHER : SAIGA_LISTING_RELATION_BOTH;
    }
  if (is_live (a))
    return b == SAIGA_COVERAGE_FORMER ? SAIGA_LISTING_RELATION_WAS_B : SAIGA_LISTING_RELATION_ONLY_A;
  if (is_live (b))
    return a == SAIGA_COVERAGE_FORMER ? SAIGA_LISTING_RELATION_WAS_A : SAIGA_LISTING_RELATION_ONLY_B;

  return SAIGA_LISTING_RELATION_NEITHER;
}

/* Of several species, all must be listed whole. */
static SaigaCoverage
combine (SaigaSideTaxon **taxa,
         guint n_taxa)
{
  guint counts[SAIGA_COVERAGE_FORMER + 1] = { 0 };

  for (guint i = 0; i < n_taxa; i++)
    counts[taxa[i]->coverage]++;
  if (counts[SAIGA_COVERAGE_NONE] + counts[SAIGA_COVERAGE_FORMER] == n_taxa)
    return counts[SAIGA_COVERAGE_FORMER] > 0 ? SAIGA_COVERAGE_FORMER : SAIGA_COVERAGE_NONE;
  if (counts[SAIGA_COVERAGE_NONE] + counts[SAIGA_COVERAGE_FORMER] + counts[SAIGA_COVERAGE_PART] > 0)
    return SAIGA_COVERAGE_PART;
  if (counts[SAIGA_COVERAGE_POPULATION] > 0)
    return SAIGA_COVERAGE_POPULATION;

  return counts[SAIGA_COVERAGE_OWN] > 0 ? SAIGA_COVERAGE_OWN : SAIGA_COVERAGE_HIGHER;
}

/* What lists anything of the row; of a side that does not know the species, the higher taxon
 * that it would belong to. */
guint32
_saiga_rows_get_appendices (const SaigaRows *self,
                            const SaigaRow *row,
                            guint side)
{
  SaigaSideTaxon **taxa = _saiga_rows_get_members (self, row, side);
  guint32 appendices = 0;

  for (guint i = 0; i < row->n_members[side]; i++)
    appendices |= _saiga_side_taxon_get_appendices (taxa[i]);
  if (row->n_members[side] == 0 && row->placed != NULL)
    appendices = row->placed->own | row->placed->inherited;

  return appendices;
}

/* Up from a species that the other side does not know, the first higher taxon that it knows
 * decides. */
static SaigaSideTaxon *
place (const SaigaRows *self,
       guint side,
       const SaigaSideTaxon *taxon)
{
  const SaigaNameUses *uses = self->alignment->exemplars->uses;
  const SaigaSide *there = self->sides[side];

  if (there->law == NULL || (there->law->is_migratory && saiga_taxon_get_migratory (taxon->taxon) == SAIGA_TERNARY_NO))
    return NULL;
  for (const SaigaSideTaxon *higher = taxon->parent; higher != NULL; higher = higher->parent)
    {
      SaigaSideTaxon *same = _saiga_name_uses_find_accepted (uses, side, _saiga_name_uses_get_printed (uses, 1 - side, higher));

      if (same != NULL)
        return (same->own | same->inherited) != 0 ? same : NULL;
    }

  return NULL;
}

/* A convention that lists higher taxa for their migratory species only says nothing of one
 * by such an entry alone. */
static gboolean
is_presumed (const SaigaRows *self,
             const SaigaRow *row,
             guint side)
{
  SaigaSideTaxon **taxa = _saiga_rows_get_members (self, row, side);
  gboolean is_covered = FALSE;

  if (row->is_higher || self->sides[side]->law == NULL || !self->sides[side]->law->is_migratory)
    return FALSE;
  for (guint i = 0; i < row->n_members[side]; i++)
    {
      if (taxa[i]->own != 0 || (taxa[i]->inherited == 0 && taxa[i]->lower != 0))
        return FALSE;
      is_covered |= taxa[i]->inherited != 0 && saiga_taxon_get_migratory (taxa[i]->taxon) != SAIGA_TERNARY_YES;
    }

  return is_covered;
}

void
_saiga_row_read_listings (SaigaRows *self,
                          SaigaRow *row)
{
  row->placed = NULL;
  for (guint side = 0; side < 2; side++)
    {
      row->coverage[side] = combine (_saiga_rows_get_members (self, row, side), row->n_members[side]);
      if (row->is_higher || row->n_members[side] > 0)
        continue;
      row->placed = place (self, side, _saiga_rows_get_first (self, row));
      if (row->placed != NULL)
        row->coverage[side] = _saiga_side_is_whole (self->sides[side], row->placed) ? SAIGA_COVERAGE_HIGHER : SAIGA_COVERAGE_POPULATION;
    }
  row->relation = relate (row->coverage[0], row->coverage[1]);
  row->certainty = row->placed != NULL                                        ? SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL
                   : is_presumed (self, row, 0) || is_presumed (self, row, 1) ? SAIGA_CONCORDANCE_CERTAINTY_PRESUMED
                                                                              : SAIGA_CONCORDANCE_CERTAINTY_CERTAIN;
}
