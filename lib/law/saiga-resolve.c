/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-resolve-private.h"

/* ---- lists of what reaches a taxon; most are short */

void
_saiga_reach_list_init (SaigaReachList *self)
{
  self->items = self->local;
  self->n = 0;
  self->size = SAIGA_REACH_INLINE;
}

void
_saiga_reach_list_clear (SaigaReachList *self)
{
  if (self->items != self->local)
    g_free (self->items);
}

void
_saiga_reach_list_add (SaigaReachList *self,
                       guint piece,
                       guint level)
{
  if (self->n == self->size)
    {
      SaigaReach *items = g_new (SaigaReach, self->size * 2);

      memcpy (items, self->items, self->n * sizeof (SaigaReach));
      _saiga_reach_list_clear (self);
      self->items = items;
      self->size *= 2;
    }
  self->items[self->n++] = (SaigaReach){ piece, level, FALSE };
}

/* ---- from a taxon to the one below */

/* Nothing of its own decides what reaches it. */
gboolean
_saiga_node_is_plain (const SaigaNode *node)
{
  return node->n_pieces == 0 && node->n_also == 0 && node->n_carves == 0 && !node->is_excepted;
}

static void
filter (const SaigaQuestion *question,
        guint node,
        SaigaReachList *list)
{
  const SaigaNode *at = SAIGA_NODE (question->book, node);
  guint n = 0;

  if (!at->is_excepted && at->n_carves == 0)
    return;

  for (guint i = 0; i < list->n; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (question->book, list->items[i].piece);

      if (at->is_excepted && _saiga_piece_excepts (question->book, piece, node))
        continue;
      if (_saiga_book_find_carve (question->book, node, piece->appendix, question->day) != NULL)
        continue;
      list->items[n++] = list->items[i];
    }
  list->n = n;
}

static void
add_piece (const SaigaQuestion *question,
           guint position,
           guint level,
           SaigaReachList *reach,
           SaigaReachList *gone)
{
  const SaigaPiece *piece = SAIGA_PIECE (question->book, position);

  if (_saiga_piece_stands (piece, question->day))
    _saiga_reach_list_add (reach, position, level);
  else if (piece->to <= question->day && piece->end == SAIGA_PIECE_END_TRANSFERRED)
    _saiga_reach_list_add (gone, position, level);
}

/* From what reaches the parent to what reaches the taxon; and, likewise, what no longer
 * does though nothing deleted it. */
void
_saiga_reach_descend (const SaigaQuestion *question,
                      guint node,
                      SaigaReachList *reach,
                      SaigaReachList *gone)
{
  const SaigaBook *book = question->book;
  const SaigaNode *at = SAIGA_NODE (book, node);

  /* What names the taxon though it stands elsewhere counts as if it stood just above. */
  for (guint i = 0; i < at->n_also; i++)
    add_piece (question, g_array_index (book->also, guint, at->first_also + i), 2 * at->depth + 1, reach, gone);
  filter (question, node, reach);
  filter (question, node, gone);
  for (guint i = 0; i < at->n_pieces; i++)
    add_piece (question, at->first_piece + i, 2 * at->depth + 2, reach, gone);
}

/* From the root to the taxon. */
void
_saiga_reach_chain (const SaigaQuestion *question,
                    guint node,
                    SaigaReachList *reach,
                    SaigaReachList *gone)
{
  guint few[64];
  const guint depth = SAIGA_NODE (question->book, node)->depth;
  g_autofree guint *many = depth >= G_N_ELEMENTS (few) ? g_new (guint, depth + 1) : NULL;
  guint *chain = many != NULL ? many : few;
  guint n = 0;

  for (guint at = node; at != SAIGA_NO_NODE; at = SAIGA_NODE (question->book, at)->parent)
    if (!_saiga_node_is_plain (SAIGA_NODE (question->book, at)))
      chain[n++] = at;
  while (n > 0)
    _saiga_reach_descend (question, chain[--n], reach, gone);
}

/* ---- one area */

static gboolean
is_party_listed (const SaigaBook *book,
                 const SaigaPiece *piece)
{
  return (book->party_listed & (1u << piece->appendix)) != 0;
}

/* A nearer listing of the same appendix that leaves the area out: no falling back. One that
 * names areas may leave out others by name beside. */
static gboolean
is_left_out (const SaigaBook *book,
             const SaigaReachList *reach,
             guint i,
             int area)
{
  const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);

  if (area == SAIGA_ANY_AREA)
    return FALSE;
  for (guint n = 0; n < reach->n; n++)
    {
      const SaigaPiece *other = SAIGA_PIECE (book, reach->items[n].piece);

      if (reach->items[n].level > reach->items[i].level && other->appendix == piece->appendix &&
          (other->is_named ? other->left_out != SAIGA_NO_SET && _saiga_area_sets_has (book->areas, other->left_out, area)
                           : _saiga_area_sets_has (book->areas, other->areas, area)))
        return TRUE;
    }

  return FALSE;
}

static guint32
use (const SaigaBook *book,
     SaigaReachList *reach,
     guint i)
{
  reach->items[i].is_used = TRUE;

  return 1u << SAIGA_PIECE (book, reach->items[i].piece)->appendix;
}

/* A piece of an appendix that the conference fills, and that may govern the area. */
static gboolean
may_govern (const SaigaBook *book,
            const SaigaReachList *reach,
            guint i,
            int area)
{
  const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);

  return !is_party_listed (book, piece) && _saiga_piece_covers (book, piece, area) && !is_left_out (book, reach, i, area);
}

/* Where the nearest level has different appendices, the areas named go before what is left. */
static guint32
use_level (const SaigaBook *book,
           SaigaReachList *reach,
           guint level,
           int area,
           guint16 *doubts)
{
  guint32 there = 0;
  guint32 used = 0;
  gboolean has_named = FALSE;
  gboolean has_partial = FALSE;

  for (guint i = 0; i < reach->n; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);

      if (reach->items[i].level != level || !may_govern (book, reach, i, area))
        continue;
      there |= 1u << piece->appendix;
      has_named |= piece->is_named && !piece->is_partial;
      has_partial |= piece->is_named && piece->is_partial;
    }

  for (guint i = 0; i < reach->n; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);

      if (reach->items[i].level != level || !may_govern (book, reach, i, area))
        continue;
      if (has_named && !piece->is_named && (there & (there - 1)) != 0)
        *doubts |= SAIGA_DOUBT_SCOPE_OVERLAP;
      else
        used |= use (book, reach, i);
    }
  if (has_partial && !has_named && (there & (there - 1)) != 0)
    *doubts |= SAIGA_DOUBT_SCOPE_PART;

  return used;
}

/* Marks the pieces that govern an area, and returns their appendices. */
guint32
_saiga_resolve_area (const SaigaBook *book,
                     SaigaReachList *reach,
                     int area,
                     guint16 *doubts)
{
  guint32 used = 0;
  guint nearest = 0;

  for (guint i = 0; i < reach->n; i++)
    {
      if (book->is_exclusive)
        nearest = reach->items[i].level > nearest && may_govern (book, reach, i, area) ? reach->items[i].level : nearest;
      else if (_saiga_piece_covers (book, SAIGA_PIECE (book, reach->items[i].piece), area))
        used |= use (book, reach, i);
    }
  if (!book->is_exclusive)
    return used;

  if (nearest > 0)
    used = use_level (book, reach, nearest, area, doubts);
  for (guint i = 0; used == 0 && i < reach->n; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);

      if (is_party_listed (book, piece) && _saiga_piece_covers (book, piece, area))
        reach->items[i].is_used = 2;
    }
  for (guint i = 0; i < reach->n; i++)
    if (reach->items[i].is_used == 2)
      used |= use (book, reach, i);

  return used;
}

/* ---- the whole taxon */

gboolean
_saiga_reach_has_areas (const SaigaBook *book,
                        const SaigaReachList *reach)
{
  for (guint i = 0; i < reach->n; i++)
    if (!_saiga_area_sets_is_empty (book->areas, SAIGA_PIECE (book, reach->items[i].piece)->areas))
      return TRUE;

  return FALSE;
}

/* Over the areas that a scope names and the range has, and one for all others. */
static void
resolve_whole (const SaigaBook *book,
               SaigaReachList *reach,
               guint range,
               SaigaLawRow *row)
{
  const guint n_words = _saiga_area_sets_n_words (book->areas);
  gboolean some = FALSE;
  gboolean none = FALSE;
  gboolean has_others = range == SAIGA_NO_SET;

  for (guint w = 0; w < n_words; w++)
    {
      guint64 named = 0;
      guint64 left;

      for (guint i = 0; i < reach->n; i++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);

          named |= _saiga_area_sets_peek (book->areas, piece->areas)[w];
          if (piece->left_out != SAIGA_NO_SET)
            named |= _saiga_area_sets_peek (book->areas, piece->left_out)[w];
        }
      if (range != SAIGA_NO_SET)
        {
          has_others |= (_saiga_area_sets_peek (book->areas, range)[w] & ~named) != 0;
          named &= _saiga_area_sets_peek (book->areas, range)[w];
        }
      for (left = named; left != 0; left &= left - 1)
        {
          int area = (int) (w * 64) + __builtin_ctzll (left);

          if (_saiga_resolve_area (book, reach, area, &row->doubts) != 0)
            some = TRUE;
          else
            none = TRUE;
        }
    }
  if (has_others)
    {
      if (_saiga_resolve_area (book, reach, SAIGA_ANY_AREA, &row->doubts) != 0)
        some = TRUE;
      else
        none = TRUE;
    }

  row->is_incomplete = some && none ? SAIGA_GAP_AREAS : 0;
}

static gboolean
covers_range (const SaigaBook *book,
              const SaigaPiece *piece,
              guint range)
{
  const guint64 *areas = _saiga_area_sets_peek (book->areas, piece->areas);
  const guint64 *there = _saiga_area_sets_peek (book->areas, range);

  for (guint w = 0; w < _saiga_area_sets_n_words (book->areas); w++)
    if ((there[w] & (piece->is_named ? areas[w] : ~areas[w])) != 0)
      return TRUE;

  return FALSE;
}

/* ---- certainty */

static guint32
appendix_of (const SaigaBook *book,
             const SaigaReach *item)
{
  return 1u << SAIGA_PIECE (book, item->piece)->appendix;
}

/* What is doubtful about every used piece of some appendix. */
static void
doubt_used (const SaigaQuestion *question,
            guint node,
            const SaigaReachList *reach,
            SaigaLawRow *row)
{
  const SaigaBook *book = question->book;
  const SaigaNode *at = SAIGA_NODE (book, node);
  const guint own_level = 2 * at->depth + 2;
  gboolean has_own = FALSE;
  guint32 without_words = 0;
  guint32 with_date = 0;
  guint32 at_species = 0;
  guint32 all = 0;

  for (guint i = 0; i < reach->n; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, reach->items[i].piece);
      guint32 bit = 1u << piece->appendix;

      has_own |= reach->items[i].level == own_level;
      if (!reach->items[i].is_used)
        continue;
      all |= bit;
      if (!piece->is_limited)
        without_words |= bit;
      if (!(piece->doubt_from <= question->day && question->day < piece->doubt_to))
        with_date |= bit;
      if (SAIGA_NODE (book, piece->node)->is_species)
        at_species |= bit;
      if (piece->carry == SAIGA_CARRY_ALONE)
        row->doubts |= SAIGA_DOUBT_ALONE;
    }

  if (without_words != all)
    row->doubts |= SAIGA_DOUBT_SCOPE_WORDS;
  if (with_date != all)
    row->doubts |= SAIGA_DOUBT_DATE;
  if (book->is_migratory && at->migratory == SAIGA_TERNARY_UNKNOWN && !has_own && at_species != all)
    row->doubts |= SAIGA_DOUBT_MIGRATORY;
}

/* Whether something was lost with a piece that has ended: its area, if one is asked about, where the piece does not go on. */
gboolean
_saiga_piece_lost (const SaigaQuestion *question,
                   const SaigaPiece *piece)
{
  const SaigaBook *book = question->book;
  const SaigaNode *at = SAIGA_NODE (book, piece->node);

  if (!question->has_area)
    return !piece->goes_on;
  if (!_saiga_piece_covers (book, piece, question->area))
    return FALSE;
  for (guint i = 0; piece->goes_on && i < at->n_pieces; i++)
    {
      const SaigaPiece *other = SAIGA_PIECE (book, at->first_piece + i);

      if (other->listing == piece->listing && other->from == piece->to && _saiga_piece_covers (book, other, question->area))
        return FALSE;
    }

  return TRUE;
}

static void
doubt_gone (const SaigaQuestion *question,
            const SaigaReachList *gone,
            SaigaLawRow *row)
{
  const guint32 all = row->own | row->inherited;

  for (guint i = 0; all != 0 && i < gone->n; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (question->book, gone->items[i].piece);

      if ((all & (1u << piece->appendix)) == 0 && _saiga_piece_lost (question, piece))
        row->doubts |= SAIGA_DOUBT_END_INFERRED;
    }
}

static void
sum_up (const SaigaQuestion *question,
        guint node,
        const SaigaReachList *reach,
        const SaigaReachList *gone,
        SaigaLawRow *row)
{
  const SaigaBook *book = question->book;
  const guint own_level = 2 * SAIGA_NODE (book, node)->depth + 2;

  for (guint i = 0; i < reach->n; i++)
    if (reach->items[i].is_used)
      {
        if (reach->items[i].level == own_level)
          row->own |= appendix_of (book, &reach->items[i]);
        else
          row->inherited |= appendix_of (book, &reach->items[i]);
      }
  if ((row->own | row->inherited) == 0)
    {
      /* That nothing covers the range is no surer than the range. */
      row->is_incomplete = SAIGA_GAP_AREAS;
      row->doubts &= SAIGA_DOUBT_RANGE_OF_PARENT;
      return;
    }
  doubt_used (question, node, reach, row);
  doubt_gone (question, gone, row);
}

/* ---- taxa */

/* A listing above species rank of some conventions covers migratory species only. */
static void
drop_not_migratory (const SaigaBook *book,
                    const SaigaNode *at,
                    SaigaReachList *reach)
{
  guint n = 0;

  if (!book->is_migratory || at->migratory != SAIGA_TERNARY_NO)
    return;
  for (guint i = 0; i < reach->n; i++)
    if (SAIGA_NODE (book, SAIGA_PIECE (book, reach->items[i].piece)->node)->is_species)
      reach->items[n++] = reach->items[i];
  reach->n = n;
}

/* The row of a species, of what is below one, and of a higher taxon without accepted
 * children. The outcome and what comes from below are left to the caller. */
void
_saiga_resolve_species (const SaigaQuestion *question,
                        guint node,
                        SaigaReachList *reach,
                        const SaigaReachList *gone,
                        SaigaLawRow *row)
{
  const SaigaBook *book = question->book;
  const SaigaNode *at = SAIGA_NODE (book, node);
  const guint own_level = 2 * at->depth + 2;

  *row = (SaigaLawRow){ 0 };
  drop_not_migratory (book, at, reach);
  for (guint i = 0; i < reach->n; i++)
    reach->items[i].is_used = FALSE;

  if (question->has_area)
    _saiga_resolve_area (book, reach, question->area, &row->doubts);
  else if (!_saiga_reach_has_areas (book, reach))
    _saiga_resolve_area (book, reach, SAIGA_ANY_AREA, &row->doubts);
  else
    {
      resolve_whole (book, reach, at->range, row);
      for (guint i = 0; at->range != SAIGA_NO_SET && i < reach->n; i++)
        if (reach->items[i].level == own_level && !covers_range (book, SAIGA_PIECE (book, reach->items[i].piece), at->range))
          {
            reach->items[i].is_used = TRUE;
            row->doubts |= SAIGA_DOUBT_RANGE_CONFLICT;
          }
      if (at->is_species && at->range == SAIGA_NO_SET)
        row->doubts |= SAIGA_DOUBT_RANGE_UNKNOWN;
      if (at->has_parents_range)
        row->doubts |= SAIGA_DOUBT_RANGE_OF_PARENT;
    }

  sum_up (question, node, reach, gone, row);
}

/* The row of a higher taxon: its own pieces, and of the others those marked as used by a
 * taxon below. */
void
_saiga_resolve_higher (const SaigaQuestion *question,
                       guint node,
                       SaigaReachList *reach,
                       const SaigaReachList *gone,
                       SaigaLawRow *row)
{
  const SaigaBook *book = question->book;
  const guint own_level = 2 * SAIGA_NODE (book, node)->depth + 2;
  SaigaReachList stand;

  *row = (SaigaLawRow){ 0 };
  _saiga_reach_list_init (&stand);
  for (guint i = 0; i < reach->n; i++)
    {
      if (reach->items[i].level == own_level)
        reach->items[i].is_used = !question->has_area;
      if (reach->items[i].is_used || reach->items[i].level == own_level)
        _saiga_reach_list_add (&stand, reach->items[i].piece, reach->items[i].level);
    }

  if (question->has_area)
    {
      _saiga_resolve_area (book, &stand, question->area, &row->doubts);
      for (guint i = 0, n = 0; i < reach->n && n < stand.n; i++)
        if (reach->items[i].piece == stand.items[n].piece && reach->items[i].level == stand.items[n].level)
          reach->items[i].is_used |= stand.items[n++].is_used;
    }
  else if (_saiga_reach_has_areas (book, &stand))
    {
      SaigaLawRow scope = { 0 };

      resolve_whole (book, &stand, SAIGA_NO_SET, &scope);
      row->is_incomplete = scope.is_incomplete;
    }
  _saiga_reach_list_clear (&stand);

  sum_up (question, node, reach, gone, row);
}
