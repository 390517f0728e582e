/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-union-private.h"

/* What belongs together: species that relations of concepts connect, and each higher taxon
 * that has an entry. */

SaigaSideTaxon **
_saiga_rows_get_members (const SaigaRows *self,
                         const SaigaRow *row,
                         guint side)
{
  return (SaigaSideTaxon **) self->members->pdata + row->members + (side == 0 ? 0 : row->n_members[0]);
}

/* The one that gives the row its key. */
SaigaSideTaxon *
_saiga_rows_get_first (const SaigaRows *self,
                       const SaigaRow *row)
{
  return self->members->pdata[row->members];
}

const char *
_saiga_rows_get_key (const SaigaRows *self,
                     const SaigaRow *row)
{
  return _saiga_side_taxon_get_id (_saiga_rows_get_first (self, row));
}

/* The row that a taxon belongs to; a lower taxon to that of its species. */
guint32
_saiga_rows_find (const SaigaRows *self,
                  guint side,
                  const SaigaSideTaxon *taxon)
{
  return self->row_of[side][taxon->species != NULL ? taxon->species->position : taxon->position];
}

gboolean
_saiga_rows_have_own (const SaigaRows *self,
                      const SaigaRow *row)
{
  guint n_taxa;
  SaigaSideTaxon **taxa = _saiga_rows_get_all_members (self, row, &n_taxa);

  for (guint i = 0; i < n_taxa; i++)
    if (taxa[i]->own != 0)
      return TRUE;

  return FALSE;
}

/* ---- species */

static gboolean
is_parted (GArray *verdicts,
           guint32 a,
           guint32 b)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      const SaigaVerdict *verdict = &g_array_index (verdicts, SaigaVerdict, i);

      if (!verdict->joins && verdict->a == a && verdict->b == b)
        return TRUE;
    }

  return FALSE;
}

/* @parents: of the taxa of a, then those of b. */
static void
connect_species (const SaigaRows *self,
                 GArray *verdicts,
                 guint32 *parents)
{
  const SaigaAlignment *alignment = self->alignment;
  const guint starts[2] = { 0, self->sides[0]->n_taxa };

  for (guint i = 0; i < alignment->edges->len; i++)
    {
      const SaigaConceptEdge *edge = &g_array_index (alignment->edges, SaigaConceptEdge, i);

      if (!is_parted (verdicts, edge->a, edge->b))
        _saiga_union_join (parents, edge->a, starts[1] + edge->b);
    }
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side]->n_taxa; i++)
      _saiga_union_join (parents, starts[side] + i, starts[side] + alignment->exemplars->leaders[side][i]);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const SaigaVerdict *verdict = &g_array_index (verdicts, SaigaVerdict, i);

      if (verdict->joins)
        _saiga_union_join (parents, verdict->a, starts[1] + verdict->b);
    }
}

/* Members of a root are collected by counting; they come in id order. */
static void
add_species_rows (SaigaRows *self,
                  GArray *verdicts)
{
  const guint n[2] = { self->sides[0]->n_taxa, self->sides[1]->n_taxa };
  g_autofree guint32 *parents = _saiga_union_new (n[0] + n[1]);
  g_autofree guint32 *rows = g_new0 (guint32, n[0] + n[1] + 1); /* of a root: its row + 1 */
  guint start = 0;

  connect_species (self, verdicts, parents);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n[side]; i++)
      if (_saiga_side_taxon_is_species (&self->sides[side]->taxa[i]))
        {
          guint32 root = _saiga_union_find (parents, side * n[0] + i);

          if (rows[root] == 0)
            {
              g_array_set_size (self->rows, self->rows->len + 1);
              rows[root] = self->rows->len;
            }
          _saiga_rows_get (self, rows[root] - 1)->n_members[side]++;
        }
  for (guint i = 0; i < self->rows->len; i++)
    {
      SaigaRow *row = _saiga_rows_get (self, i);

      row->members = start;
      start += row->n_members[0] + row->n_members[1];
      row->n_members[0] = row->n_members[1] = 0;
    }
  g_ptr_array_set_size (self->members, start);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n[side]; i++)
      if (_saiga_side_taxon_is_species (&self->sides[side]->taxa[i]))
        {
          SaigaRow *row = _saiga_rows_get (self, rows[_saiga_union_find (parents, side * n[0] + i)] - 1);

          _saiga_rows_get_members (self, row, side)[row->n_members[side]++] = &self->sides[side]->taxa[i];
        }
}

static guint
count_leaders (const SaigaRows *self,
               const SaigaRow *row,
               guint side)
{
  SaigaSideTaxon **taxa = _saiga_rows_get_members (self, row, side);
  guint n = 0;

  for (guint i = 0; i < row->n_members[side]; i++)
    n += self->alignment->exemplars->leaders[side][taxa[i]->position] == taxa[i]->position;

  return n;
}

static SaigaRowShape
find_shape (const SaigaRows *self,
            const SaigaRow *row)
{
  const guint n[2] = { count_leaders (self, row, 0), count_leaders (self, row, 1) };

  if (n[0] == 0 || n[1] == 0)
    return SAIGA_ROW_SHAPE_ONE_SIDED;
  if (n[0] > 1 && n[1] > 1)
    return SAIGA_ROW_SHAPE_TANGLE;

  return n[0] > 1 ? SAIGA_ROW_SHAPE_SPLIT : n[1] > 1 ? SAIGA_ROW_SHAPE_LUMP
                                                     : SAIGA_ROW_SHAPE_ONE_ONE;
}

/* ---- higher taxa */

/* The same higher taxon on the other side: by name, rank and code, or by a synonym. */
static SaigaSideTaxon *
find_same_higher (const SaigaRows *self,
                  guint side,
                  const SaigaSideTaxon *taxon)
{
  const SaigaNameUses *uses = self->alignment->exemplars->uses;

  for (guint32 i = uses->first[side][taxon->position]; i != SAIGA_NO_USE; i = uses->uses[i].next_taxon)
    for (const SaigaNameUse *other = _saiga_name_uses_find (uses, &uses->uses[i]); other != NULL;
         other = other->next_same != SAIGA_NO_USE ? &uses->uses[other->next_same] : NULL)
      {
        SaigaSideTaxon *there = _saiga_name_uses_get_taxon (uses, other);

        if (other->side == 1 - side && there->rank == taxon->rank && there->species == NULL &&
            (other->kind == SAIGA_USE_PRINTED || uses->uses[i].kind == SAIGA_USE_PRINTED) && _saiga_side_taxa_are_kin (taxon, there))
          return there;
      }

  return NULL;
}

static void
add_higher_rows (SaigaRows *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side]->n_taxa; i++)
      {
        SaigaSideTaxon *taxon = &self->sides[side]->taxa[i];
        SaigaSideTaxon *other;
        SaigaRow row = { .members = self->members->len, .is_higher = TRUE };

        if (!_saiga_side_taxon_is_higher (taxon) || taxon->own == 0 || self->row_of[side][i] != SAIGA_NO_ROW)
          continue;
        other = find_same_higher (self, side, taxon);
        if (other != NULL && self->row_of[1 - side][other->position] != SAIGA_NO_ROW)
          other = NULL;
        if (side == 0 || other != NULL)
          {
            SaigaSideTaxon *first = side == 0 ? taxon : other;

            g_ptr_array_add (self->members, first);
            row.n_members[0] = 1;
            self->row_of[0][first->position] = 0;
          }
        if (side == 1 || other != NULL)
          {
            SaigaSideTaxon *second = side == 1 ? taxon : other;

            g_ptr_array_add (self->members, second);
            row.n_members[1] = 1;
            self->row_of[1][second->position] = 0;
          }
        row.shape = row.n_members[0] > 0 && row.n_members[1] > 0 ? SAIGA_ROW_SHAPE_ONE_ONE : SAIGA_ROW_SHAPE_ONE_SIDED;
        g_array_append_val (self->rows, row);
      }
}

/* ---- order */

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const SaigaSideTaxon *first = _saiga_rows_get_first (data, a);
  const SaigaSideTaxon *second = _saiga_rows_get_first (data, b);
  int order = g_strcmp0 (_saiga_side_taxon_get_group (first), _saiga_side_taxon_get_group (second));

  for (guint i = SAIGA_GROUP_ORDER; i < SAIGA_N_GROUPS && order == 0; i++)
    order = g_strcmp0 (first->groups[i], second->groups[i]);
  if (order == 0 && (first->rank < SAIGA_TAXON_RANK_GENUS || second->rank < SAIGA_TAXON_RANK_GENUS))
    order = first->rank - second->rank;
  if (order == 0)
    order = strcmp (first->name, second->name);

  return order != 0 ? order : strcmp (_saiga_side_taxon_get_id (first), _saiga_side_taxon_get_id (second));
}

static void
index_rows (SaigaRows *self)
{
  for (guint side = 0; side < 2; side++)
    memset (self->row_of[side], 0xff, (self->sides[side]->n_taxa + 1) * sizeof (guint32));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SaigaRow *row = _saiga_rows_get (self, i);

      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < row->n_members[side]; n++)
          self->row_of[side][_saiga_rows_get_members (self, row, side)[n]->position] = i;
    }
}

/* ---- the whole */

static gboolean
is_listed (const SaigaRows *self,
           const SaigaRow *row)
{
  guint n_taxa;
  SaigaSideTaxon **taxa = _saiga_rows_get_all_members (self, row, &n_taxa);

  for (guint i = 0; i < n_taxa; i++)
    if (taxa[i]->coverage != SAIGA_COVERAGE_NONE)
      return TRUE;

  return FALSE;
}

/* A verdict on the listings takes the place of the class; a row that is there stays there. */
static void
decide_listing (const SaigaRows *self,
                SaigaRow *row)
{
  SaigaReview *review = _saiga_reviews_find (self->reviews, SAIGA_REVIEW_AXIS_LISTING, _saiga_rows_get_first (self, row), NULL);
  int verdict;

  row->computed = row->relation;
  if (review == NULL || !_saiga_nick_to_value (SAIGA_TYPE_LISTING_RELATION, saiga_review_get_verdict (review), &verdict))
    return;
  row->relation = (guint8) verdict;
  row->certainty = SAIGA_CONCORDANCE_CERTAINTY_CERTAIN;
}

SaigaRows *
_saiga_rows_new_take (SaigaSnapshot *snapshot,
                      SaigaSide *a,
                      SaigaSide *b,
                      SaigaReviews *reviews)
{
  SaigaRows *self = g_new0 (SaigaRows, 1);
  g_autoptr(GArray) verdicts = NULL;
  guint n_rows = 0;

  self->sides[0] = a;
  self->sides[1] = b;
  self->snapshot = snapshot;
  self->reviews = reviews;
  verdicts = _saiga_reviews_list_verdicts (reviews, self->sides);
  self->alignment = _saiga_alignment_new (a, b);
  self->rows = g_array_new (FALSE, TRUE, sizeof (SaigaRow));
  self->members = g_ptr_array_new ();
  for (guint side = 0; side < 2; side++)
    self->row_of[side] = _saiga_new_unset (self->sides[side]->n_taxa);
  add_species_rows (self, verdicts);
  add_higher_rows (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      SaigaRow row = *_saiga_rows_get (self, i);

      if (!is_listed (self, &row))
        continue;
      _saiga_row_read_listings (self, &row);
      if (row.relation == SAIGA_LISTING_RELATION_NEITHER)
        continue;
      if (!row.is_higher)
        row.shape = find_shape (self, &row);
      decide_listing (self, &row);
      *_saiga_rows_get (self, n_rows++) = row;
    }
  g_array_set_size (self->rows, n_rows);
  g_array_sort_with_data (self->rows, compare_rows, self);
  index_rows (self);

  return self;
}

void
_saiga_rows_free (SaigaRows *self)
{
  g_clear_pointer (&self->assessed, _saiga_assessed_free);
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&self->by_word[side], g_hash_table_unref);
      g_free (self->row_of[side]);
    }
  _saiga_reviews_free (self->reviews);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->members);
  _saiga_alignment_free (self->alignment);
  _saiga_side_free (self->sides[0]);
  _saiga_side_free (self->sides[1]);
  g_free (self);
}
