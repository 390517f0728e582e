/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-concordance-row-private.h"
#include "saiga-rows-private.h"

/* A lower listing weakens: of several species, all must be listed whole. */
SaigaCoverage
_saiga_rows_combine (gpointer *taxa,
                     guint n_taxa)
{
  guint counts[SAIGA_COVERAGE_PART + 1] = { 0 };

  for (guint i = 0; i < n_taxa; i++)
    counts[((SaigaSideTaxon *) taxa[i])->coverage]++;

  if (counts[SAIGA_COVERAGE_NONE] == n_taxa)
    return SAIGA_COVERAGE_NONE;
  if (counts[SAIGA_COVERAGE_NONE] > 0 || counts[SAIGA_COVERAGE_PART] > 0)
    return SAIGA_COVERAGE_PART;
  if (counts[SAIGA_COVERAGE_POPULATION] > 0)
    return SAIGA_COVERAGE_POPULATION;

  return counts[SAIGA_COVERAGE_OWN] > 0 ? SAIGA_COVERAGE_OWN : SAIGA_COVERAGE_HIGHER;
}

gpointer *
_saiga_rows_get_members (SaigaRows *self,
                         const SaigaRow *row,
                         guint side)
{
  return self->members->pdata + row->members + (side == 0 ? 0 : row->n_members[0]);
}

SaigaSide *
_saiga_rows_get_side (SaigaRows *self,
                      guint side)
{
  return side == 0 ? self->a : self->b;
}

SaigaSideTaxon *
_saiga_rows_get_first (SaigaRows *self,
                       const SaigaRow *row)
{
  return self->members->pdata[row->members];
}

/* The first higher taxon that the other side knows too, if it is listed there. A species
 * that a side does not know is listed there only if the side takes it up. */
static SaigaSideTaxon *
place (SaigaSide *other,
       const SaigaSideTaxon *taxon)
{
  for (const SaigaSideTaxon *higher = taxon->parent; higher != NULL; higher = higher->parent)
    {
      SaigaSideTaxon *same = _saiga_side_find_same (other, higher);

      if (same != NULL)
        return (same->own | same->inherited) != 0 ? same : NULL;
    }

  return NULL;
}

gboolean
_saiga_rows_have_same_name (SaigaRows *self,
                            const SaigaRow *row)
{
  return row->n_members[0] == 1 && row->n_members[1] == 1 &&
         g_str_equal (((SaigaSideTaxon *) _saiga_rows_get_members (self, row, 0)[0])->name, ((SaigaSideTaxon *) _saiga_rows_get_members (self, row, 1)[0])->name);
}

/* Fills in what follows from the members. Returns whether anything of it is listed. */
static gboolean
complete_row (SaigaRows *self,
              SaigaRow *row)
{
  SaigaSideTaxon *first = _saiga_rows_get_first (self, row);
  SaigaCoverage coverages[2];

  for (guint side = 0; side < 2; side++)
    coverages[side] = _saiga_rows_combine (_saiga_rows_get_members (self, row, side), row->n_members[side]);
  if (coverages[0] == SAIGA_COVERAGE_NONE && coverages[1] == SAIGA_COVERAGE_NONE)
    return FALSE;

  row->group = first->klass != NULL ? first->klass : first->kingdom;
  row->name = first->name;
  row->is_higher = _saiga_side_taxon_is_higher (first);
  for (guint side = 0; side < 2 && !row->is_higher; side++)
    if (row->n_members[side] == 0)
      {
        row->placed = place (_saiga_rows_get_side (self, side), first);
        if (row->placed != NULL)
          coverages[side] = SAIGA_COVERAGE_HIGHER;
      }
  row->relation = _saiga_listing_relation (coverages[0], coverages[1]);

  return TRUE;
}

/* The members come row by row: those of a root are collected by counting. */
static void
add_species_rows (SaigaRows *self,
                  SaigaMatch *match)
{
  const guint n[2] = { self->a->taxa->len, self->b->taxa->len };
  g_autofree guint *rows = g_new0 (guint, n[0] + n[1]); /* of a root: its row + 1 */
  guint start = 0;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n[side]; i++)
      if (_saiga_side_taxon_is_species (_saiga_side_get_taxon (_saiga_rows_get_side (self, side), i)))
        {
          guint root = _saiga_match_find_root (match, side * n[0] + i);

          if (rows[root] == 0)
            {
              g_array_set_size (self->rows, self->rows->len + 1);
              rows[root] = self->rows->len;
            }
          g_array_index (self->rows, SaigaRow, rows[root] - 1).n_members[side]++;
        }

  for (guint i = 0; i < self->rows->len; i++)
    {
      SaigaRow *row = &g_array_index (self->rows, SaigaRow, i);

      row->members = start;
      start += row->n_members[0] + row->n_members[1];
      row->n_members[0] = row->n_members[1] = 0;
    }
  g_ptr_array_set_size (self->members, start);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n[side]; i++)
      {
        SaigaSideTaxon *taxon = _saiga_side_get_taxon (_saiga_rows_get_side (self, side), i);
        SaigaRow *row;

        if (!_saiga_side_taxon_is_species (taxon))
          continue;
        row = &g_array_index (self->rows, SaigaRow, rows[_saiga_match_find_root (match, side * n[0] + i)] - 1);
        _saiga_rows_get_members (self, row, side)[row->n_members[side]++] = taxon;
      }

  for (guint i = 0; i < match->edges->len; i++)
    g_array_index (self->rows, SaigaRow, rows[_saiga_match_find_root (match, g_array_index (match->edges, SaigaMatchEdge, i).a)] - 1).n_edges++;
  for (guint i = 0, at = 0; i < self->rows->len; i++)
    {
      SaigaRow *row = &g_array_index (self->rows, SaigaRow, i);

      row->edges = at;
      at += row->n_edges;
      row->n_edges = 0;
    }
  g_array_set_size (self->edges, match->edges->len);
  for (guint i = 0; i < match->edges->len; i++)
    {
      const SaigaMatchEdge *edge = &g_array_index (match->edges, SaigaMatchEdge, i);
      SaigaRow *row = &g_array_index (self->rows, SaigaRow, rows[_saiga_match_find_root (match, edge->a)] - 1);

      g_array_index (self->edges, SaigaMatchEdge, row->edges + row->n_edges++) = *edge;
    }
}

/* A row for each higher taxon that either side names. */
static void
add_higher_rows (SaigaRows *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < _saiga_rows_get_side (self, side)->taxa->len; i++)
      {
        SaigaSideTaxon *taxon = _saiga_side_get_taxon (_saiga_rows_get_side (self, side), i);
        SaigaSideTaxon *pair[2] = { NULL, NULL };
        SaigaRow row = { 0 };

        if (!_saiga_side_taxon_is_higher (taxon) || taxon->own == 0)
          continue;
        pair[side] = taxon;
        pair[1 - side] = _saiga_side_find_same (_saiga_rows_get_side (self, 1 - side), taxon);
        if (side == 1 && pair[0] != NULL && pair[0]->own != 0)
          continue; /* it was there as one of side a */

        row.members = self->members->len;
        row.edges = self->edges->len;
        for (guint n = 0; n < 2; n++)
          if (pair[n] != NULL)
            {
              row.n_members[n] = 1;
              g_ptr_array_add (self->members, pair[n]);
            }
        if (pair[0] != NULL && pair[1] != NULL)
          {
            const SaigaMatchEdge edge = { pair[0]->position, pair[1]->position, SAIGA_MATCH_SAME_NAME, saiga_taxon_get_name (taxon->taxon) };

            row.n_edges = 1;
            g_array_append_val (self->edges, edge);
          }
        g_array_append_val (self->rows, row);
      }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  SaigaRows *self = data;
  const SaigaRow *first = a;
  const SaigaRow *second = b;
  int order = g_strcmp0 (first->group, second->group);

  if (order == 0)
    order = second->is_higher - first->is_higher;
  if (order == 0)
    order = strcmp (first->name, second->name);

  return order != 0 ? order : strcmp (_saiga_record_peek_id (SAIGA_RECORD (_saiga_rows_get_first (self, first)->taxon)), _saiga_record_peek_id (SAIGA_RECORD (_saiga_rows_get_first (self, second)->taxon)));
}

SaigaRows *
_saiga_rows_new_take (SaigaSide *a,
                      SaigaSide *b)
{
  SaigaRows *self = g_new (SaigaRows, 1);
  g_auto(SaigaMatch) match;
  guint n_rows = 0;

  self->a = a;
  self->b = b;
  self->rows = g_array_new (FALSE, TRUE, sizeof (SaigaRow));
  self->members = g_ptr_array_new ();
  self->edges = g_array_new (FALSE, FALSE, sizeof (SaigaMatchEdge));

  _saiga_match_init (&match, self->a, self->b);
  add_species_rows (self, &match);
  add_higher_rows (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SaigaRow row = g_array_index (self->rows, SaigaRow, i);

      if (complete_row (self, &row))
        g_array_index (self->rows, SaigaRow, n_rows++) = row;
    }
  g_array_set_size (self->rows, n_rows);
  g_array_sort_with_data (self->rows, compare_rows, self);

  return self;
}

void
_saiga_rows_free (SaigaRows *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->members);
  g_array_unref (self->edges);
  _saiga_side_free (self->a);
  _saiga_side_free (self->b);
  g_free (self);
}
