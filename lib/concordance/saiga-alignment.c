/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-alignment-private.h"

/* Where each side puts the types that both place shows where the boundaries of its species
 * run. A type that only one side mentions says nothing about the other. */

/* A type in common, on its way to an edge. */
typedef struct
{
  guint32 a;
  guint32 b;
  guint8 is_own[2]; /* held by more than a lower taxon */
} Common;

static int
compare_common (gconstpointer a,
                gconstpointer b)
{
  const Common *first = a;
  const Common *second = b;

  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;

  return first->b < second->b ? -1 : first->b > second->b;
}

static SaigaConceptRelation
relate (guint n_common,
        guint n_a,
        guint n_b,
        gboolean has_own_a,
        gboolean has_own_b)
{
  if (n_common < n_a && n_common < n_b)
    return SAIGA_CONCEPT_RELATION_OVERLAPS;
  if (n_common < n_a)
    return SAIGA_CONCEPT_RELATION_INCLUDES;
  if (n_common < n_b)
    return SAIGA_CONCEPT_RELATION_INCLUDED_IN;
  /* What has all of it as lower taxa only is the larger one. */
  if (has_own_a != has_own_b)
    return has_own_a ? SAIGA_CONCEPT_RELATION_INCLUDED_IN : SAIGA_CONCEPT_RELATION_INCLUDES;

  return SAIGA_CONCEPT_RELATION_CONGRUENT;
}

/* The types of each species, by counting. */
static void
list_types (SaigaAlignment *self,
            guint side)
{
  const SaigaExemplars *exemplars = self->exemplars;
  const guint n_taxa = exemplars->uses->sides[side]->n_taxa;
  guint32 *first = g_new0 (guint32, n_taxa + 2);

  for (guint32 i = 0; i < exemplars->n; i++)
    if (exemplars->places[0][i].species != SAIGA_NO_SPECIES && exemplars->places[1][i].species != SAIGA_NO_SPECIES)
      first[exemplars->places[side][i].species + 2]++;
  for (guint i = 2; i < n_taxa + 2; i++)
    first[i] += first[i - 1];
  self->types[side] = g_new (guint32, first[n_taxa + 1] + 1);
  for (guint32 i = 0; i < exemplars->n; i++)
    if (exemplars->places[0][i].species != SAIGA_NO_SPECIES && exemplars->places[1][i].species != SAIGA_NO_SPECIES)
      self->types[side][first[exemplars->places[side][i].species + 1]++] = i;
  self->first[side] = first;
}

static guint
count_types (const SaigaAlignment *self,
             guint side,
             guint32 species)
{
  return self->first[side][species + 1] - self->first[side][species];
}

SaigaAlignment *
_saiga_alignment_new (SaigaSide *a,
                      SaigaSide *b)
{
  SaigaAlignment *self = g_new0 (SaigaAlignment, 1);
  SaigaExemplars *exemplars = _saiga_exemplars_new_take (_saiga_name_uses_new (a, b));
  g_autoptr(GArray) commons = g_array_new (FALSE, FALSE, sizeof (Common));
  g_autofree guint8 *is_presumed_a = g_new0 (guint8, a->n_taxa + 1);
  g_autofree guint8 *is_presumed_b = g_new0 (guint8, b->n_taxa + 1);

  self->exemplars = exemplars;
  self->edges = g_array_new (FALSE, FALSE, sizeof (SaigaConceptEdge));
  for (guint side = 0; side < 2; side++)
    list_types (self, side);
  for (guint32 i = 0; i < exemplars->n; i++)
    {
      const SaigaPlace *here = &exemplars->places[0][i];
      const SaigaPlace *there = &exemplars->places[1][i];
      const Common common = { here->species, there->species, { here->hold != SAIGA_HOLD_LOWER, there->hold != SAIGA_HOLD_LOWER } };

      if (here->species == SAIGA_NO_SPECIES || there->species == SAIGA_NO_SPECIES)
        continue;
      g_array_append_val (commons, common);
      is_presumed_a[here->species] |= here->is_presumed || there->is_presumed;
      is_presumed_b[there->species] |= here->is_presumed || there->is_presumed;
    }
  g_array_sort (commons, compare_common);

  for (guint i = 0; i < commons->len;)
    {
      const Common *first = &g_array_index (commons, Common, i);
      SaigaConceptEdge edge = { .a = first->a, .b = first->b, .certainty = SAIGA_CONCORDANCE_CERTAINTY_DERIVED };
      gboolean has_own[2] = { FALSE, FALSE };

      for (; i < commons->len && compare_common (first, &g_array_index (commons, Common, i)) == 0; i++)
        {
          edge.n_common++;
          for (guint side = 0; side < 2; side++)
            has_own[side] |= g_array_index (commons, Common, i).is_own[side];
        }
      edge.concept = relate (edge.n_common, count_types (self, 0, edge.a), count_types (self, 1, edge.b), has_own[0], has_own[1]);
      if (is_presumed_a[edge.a] || is_presumed_b[edge.b] || (edge.concept == SAIGA_CONCEPT_RELATION_CONGRUENT && edge.n_common == 1))
        edge.certainty = SAIGA_CONCORDANCE_CERTAINTY_PRESUMED;
      g_array_append_val (self->edges, edge);
    }

  return self;
}

void
_saiga_alignment_free (SaigaAlignment *self)
{
  g_array_unref (self->edges);
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->first[side]);
      g_free (self->types[side]);
    }
  _saiga_exemplars_free (self->exemplars);
  g_free (self);
}

/* The edge between two species, or between those they are twins of. */
const SaigaConceptEdge *
_saiga_alignment_find (const SaigaAlignment *self,
                       guint32 a,
                       guint32 b)
{
  const SaigaConceptEdge *edges = (const SaigaConceptEdge *) self->edges->data;
  guint start = 0;
  guint end = self->edges->len;

  a = self->exemplars->leaders[0][a];
  b = self->exemplars->leaders[1][b];
  while (start < end)
    {
      const guint middle = start + (end - start) / 2;

      if (edges[middle].a == a && edges[middle].b == b)
        return &edges[middle];
      if (edges[middle].a < a || (edges[middle].a == a && edges[middle].b < b))
        start = middle + 1;
      else
        end = middle;
    }

  return NULL;
}

/* Both sides must say where the other's own type lies: else the one that is silent might
 * hold it here. */
static gboolean
is_placed (const SaigaExemplars *exemplars,
           guint side,
           const SaigaSideTaxon *taxon)
{
  guint32 own = _saiga_exemplars_get_own (exemplars, side, taxon);
  const SaigaPlace *there = own != SAIGA_NO_USE ? &exemplars->places[1 - side][own] : NULL;

  return there != NULL && there->species != SAIGA_NO_SPECIES && !there->is_presumed;
}

/* Two species, whether they have anything in common or not. */
SaigaConceptRelation
_saiga_alignment_compare (const SaigaAlignment *self,
                          const SaigaSideTaxon *a,
                          const SaigaSideTaxon *b,
                          SaigaConcordanceCertainty *certainty)
{
  const SaigaConceptEdge *edge = _saiga_alignment_find (self, a->position, b->position);

  if (edge != NULL)
    {
      *certainty = edge->certainty;
      return edge->concept;
    }
  if (is_placed (self->exemplars, 0, a) && is_placed (self->exemplars, 1, b))
    {
      *certainty = SAIGA_CONCORDANCE_CERTAINTY_DERIVED;
      return SAIGA_CONCEPT_RELATION_EXCLUDES;
    }
  *certainty = SAIGA_CONCORDANCE_CERTAINTY_OPEN;

  return SAIGA_CONCEPT_RELATION_UNKNOWN;
}
