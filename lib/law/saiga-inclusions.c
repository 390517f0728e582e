/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-book-private.h"

/* What the listing of one taxon does for another that it names: inclusions, which a higher
 * taxon's listing carries, and taxa that stand elsewhere. */

/* ---- inclusions */

/* What becomes of an inclusion on a day, by the pieces of the higher taxon. */
static SaigaCarry
carry_on (GArray *higher,
          const SaigaPiece *piece,
          int day,
          gboolean *has_ended)
{
  gboolean was_open = FALSE;

  *has_ended = FALSE;
  for (guint i = 0; i < higher->len; i++)
    {
      const SaigaPiece *other = &g_array_index (higher, SaigaPiece, i);

      if (other->appendix != piece->appendix || other->from > day)
        continue;
      if (day < other->to)
        return SAIGA_CARRY_CARRIED;
      was_open |= other->to > piece->since;
    }
  *has_ended = was_open;

  return SAIGA_CARRY_ALONE;
}

/* Cuts one inclusion where the higher taxon's listing in the same appendix begins or ends. */
static void
cut_inclusion (const SaigaPiece *piece,
               GArray *higher,
               GArray *cut)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  SaigaPiece *last = NULL;

  g_array_append_val (days, piece->from);
  for (guint i = 0; i < higher->len; i++)
    {
      const SaigaPiece *other = &g_array_index (higher, SaigaPiece, i);

      if (other->appendix != piece->appendix)
        continue;
      if (piece->from < other->from && other->from < piece->to)
        g_array_append_val (days, other->from);
      if (piece->from < other->to && other->to < piece->to)
        g_array_append_val (days, other->to);
    }
  _saiga_sort_days (days);

  for (guint i = 0; i < days->len; i++)
    {
      int day = g_array_index (days, int, i);
      int to = i + 1 < days->len ? g_array_index (days, int, i + 1) : piece->to;
      SaigaPiece part = *piece;
      gboolean has_ended;

      if (day == to && i + 1 < days->len)
        continue;
      part.carry = carry_on (higher, piece, day, &has_ended);
      part.from = day;
      part.to = to;
      if (to < piece->to)
        {
          part.end = SAIGA_PIECE_END_INCLUSION;
          part.ender = NULL;
        }
      if (has_ended)
        {
          last = NULL;
          continue;
        }
      if (last != NULL && last->carry == part.carry)
        {
          last->to = part.to;
          last->end = part.end;
          last->ender = part.ender;
          continue;
        }
      g_array_append_val (cut, part);
      last = &g_array_index (cut, SaigaPiece, cut->len - 1);
    }
}

/* A higher taxon comes before those below it, so that its own inclusions are settled when
 * theirs are. The pieces are copied, because a piece may become several. */
void
_saiga_book_settle_inclusions (SaigaBook *self)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->pieces);
  g_autoptr(GArray) higher = g_array_new (FALSE, FALSE, sizeof (SaigaPiece));

  self->pieces = g_array_sized_new (FALSE, TRUE, sizeof (SaigaPiece), old->len);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SaigaNode *node = SAIGA_NODE (self, i);
      guint first = node->first_piece;

      node->first_piece = self->pieces->len;
      for (guint n = 0; n < node->n_pieces; n++)
        {
          const SaigaPiece *piece = &g_array_index (old, SaigaPiece, first + n);

          if (piece->included_in == SAIGA_NO_NODE || !_saiga_book_is_above (self, piece->included_in, i))
            {
              g_array_append_val (self->pieces, *piece);
              continue;
            }
          g_array_set_size (higher, 0);
          g_array_append_vals (higher, SAIGA_PIECE (self, SAIGA_NODE (self, piece->included_in)->first_piece),
                               SAIGA_NODE (self, piece->included_in)->n_pieces);
          cut_inclusion (piece, higher, self->pieces);
        }
      node->n_pieces = self->pieces->len - node->first_piece;
    }
}

/* ---- taxa that stand elsewhere */

typedef struct
{
  guint node;
  guint piece;
} Also;

static int
compare_also (gconstpointer a,
              gconstpointer b)
{
  const Also *first = a;
  const Also *second = b;

  if (first->node != second->node)
    return first->node < second->node ? -1 : 1;

  return first->piece < second->piece ? -1 : first->piece > second->piece;
}

/* What a taxon below the listed one, or the listed one itself, is named for says nothing. */
void
_saiga_book_index_also (SaigaBook *self)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Also));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self, i);

      for (const char *const *id = saiga_listing_get_also_taxon_ids (piece->listing); *id != NULL; id++)
        {
          Also also = { _saiga_book_find (self, *id), i };

          if (also.node != SAIGA_NO_NODE && also.node != piece->node && !_saiga_book_is_above (self, piece->node, also.node))
            g_array_append_val (pairs, also);
        }
    }
  g_array_sort (pairs, compare_also);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Also *also = &g_array_index (pairs, Also, i);
      SaigaNode *node = SAIGA_NODE (self, also->node);

      if (node->n_also == 0)
        node->first_also = self->also->len;
      node->n_also++;
      g_array_append_val (self->also, also->piece);
    }
}
