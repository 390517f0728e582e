/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-book-private.h"

/* Reservations: which withdrawal ends which, when one lapses, which repeat another. */

/* ---- withdrawals */

static gboolean
is_same_id (const char *first,
            const char *second)
{
  return g_strcmp0 (first, second) == 0;
}

static gboolean
is_same_list (const char *const *first,
              const char *const *second)
{
  return g_strv_equal (first, second);
}

/* How well a withdrawal fits a reservation; 0 not at all. One that has lapsed is what it
 * withdraws only if there is no other. */
static guint
fit (const SaigaReservationSpan *reservation,
     const SaigaEvent *withdrawal)
{
  SaigaListing *listing = withdrawal->listing;
  const char *target = saiga_listing_get_target_id (listing);

  if (reservation->withdrawal != NULL || reservation->node != withdrawal->node || reservation->appendix != withdrawal->appendix)
    return 0;
  if (target != NULL)
    return is_same_id (target, _saiga_record_peek_id (SAIGA_RECORD (reservation->listing))) ? 1 : 0;
  if (reservation->from > withdrawal->day ||
      !is_same_id (saiga_listing_get_party_id (reservation->listing), saiga_listing_get_party_id (listing)))
    return 0;

  return 1 + (withdrawal->day <= reservation->to ? 4 : 0) + (is_same_id (saiga_listing_get_territory_id (reservation->listing), saiga_listing_get_territory_id (listing)) ? 2 : 0) +
         (is_same_list (saiga_listing_get_area_ids (reservation->listing), saiga_listing_get_area_ids (listing)) ? 1 : 0);
}

/* The oldest of those that fit best; @first: of the taxon. */
static void
withdraw (SaigaBook *self,
          guint first,
          const SaigaEvent *event)
{
  SaigaReservationSpan *best = NULL;
  guint best_fit = 0;

  for (guint i = first; i < self->reservations->len; i++)
    {
      SaigaReservationSpan *reservation = SAIGA_SPAN (self, i);
      guint n = fit (reservation, event);

      if (n > best_fit)
        {
          best = reservation;
          best_fit = n;
        }
    }
  if (best == NULL)
    {
      g_ptr_array_add (self->orphans, event->listing);
      return;
    }
  best->withdrawal = event->listing;
  if (event->day <= best->to)
    {
      best->to = MAX (event->day, best->from);
      best->has_lapsed = FALSE;
    }
}

/* ---- lapse */

static gboolean
stands_for (SaigaBook *self,
            const SaigaPiece *piece,
            guint appendix,
            guint node,
            int day)
{
  if (piece->appendix != appendix || piece->from > day || day >= piece->to)
    return FALSE;

  for (guint at = node; at != piece->node && at != SAIGA_NO_NODE; at = SAIGA_NODE (self, at)->parent)
    if (_saiga_piece_excepts (self, piece, at) || _saiga_book_find_carve (self, at, appendix, day) != NULL)
      return FALSE;

  return TRUE;
}

/* Whether a taxon has an appendix on a day by any piece that reaches it, carried or not. */
gboolean
_saiga_book_has_appendix (SaigaBook *self,
                          guint node,
                          guint appendix,
                          int day)
{
  for (guint at = node; at != SAIGA_NO_NODE; at = SAIGA_NODE (self, at)->parent)
    {
      const SaigaNode *there = SAIGA_NODE (self, at);

      for (guint i = 0; i < there->n_pieces; i++)
        if (stands_for (self, SAIGA_PIECE (self, there->first_piece + i), appendix, node, day))
          return TRUE;
      for (guint i = 0; i < there->n_also; i++)
        if (stands_for (self, SAIGA_PIECE (self, g_array_index (self->also, guint, there->first_also + i)), appendix, node, day))
          return TRUE;
    }

  return FALSE;
}

static void
add_day (GArray *days,
         int day,
         int after)
{
  if (day > after && day != SAIGA_FOREVER)
    g_array_append_val (days, day);
}

/* The first day after its start on which the taxon no longer has the appendix; one whose
 * listing has yet to begin waits for it. */
static void
lapse (SaigaBook *self,
       SaigaReservationSpan *reservation)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean ever = FALSE;
  gboolean had = _saiga_book_has_appendix (self, reservation->node, reservation->appendix, reservation->from);

  for (guint at = reservation->node; at != SAIGA_NO_NODE; at = SAIGA_NODE (self, at)->parent)
    {
      const SaigaNode *there = SAIGA_NODE (self, at);

      for (guint i = 0; i < there->n_pieces + there->n_also; i++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (self, i < there->n_pieces ? there->first_piece + i
                                                                           : g_array_index (self->also, guint, there->first_also + i - there->n_pieces));

          add_day (days, piece->from, reservation->from);
          add_day (days, piece->to, reservation->from);
        }
      for (guint i = 0; i < there->n_carves; i++)
        add_day (days, g_array_index (self->carves, SaigaCarve, there->first_carve + i).from, reservation->from);
    }
  _saiga_sort_days (days);

  ever = had;
  for (guint i = 0; i < days->len && g_array_index (days, int, i) < reservation->to; i++)
    {
      gboolean has = _saiga_book_has_appendix (self, reservation->node, reservation->appendix, g_array_index (days, int, i));

      if (had && !has)
        {
          reservation->to = g_array_index (days, int, i);
          reservation->has_lapsed = TRUE;
          return;
        }
      had = has;
      ever |= has;
    }
  if (!ever)
    g_ptr_array_add (self->orphans, reservation->listing);
}

/* ---- copies */

/* The same Party reserved for the genus on the same day. */
static guint
find_original (SaigaBook *self,
               const SaigaReservationSpan *reservation)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < self->reservations->len && SAIGA_SPAN (self, i)->node < reservation->node && found == G_MAXUINT; i++)
    {
      const SaigaReservationSpan *other = SAIGA_SPAN (self, i);

      if (saiga_taxon_get_rank (SAIGA_NODE (self, other->node)->taxon) == SAIGA_TAXON_RANK_GENUS && other->from == reservation->from && other->appendix == reservation->appendix &&
          _saiga_book_is_above (self, other->node, reservation->node) &&
          is_same_id (saiga_listing_get_party_id (other->listing), saiga_listing_get_party_id (reservation->listing)) &&
          is_same_id (saiga_listing_get_territory_id (other->listing), saiga_listing_get_territory_id (reservation->listing)))
        found = i;
    }

  return found;
}

void
_saiga_book_read_reservations (SaigaBook *self,
                               GArray *events)
{
  guint first = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const SaigaEvent *event = &g_array_index (events, SaigaEvent, i);

      if (i > 0 && g_array_index (events, SaigaEvent, i - 1).node != event->node)
        first = self->reservations->len;
      if (event->change == SAIGA_LISTING_CHANGE_RESERVATION)
        {
          SaigaDate *stated = saiga_listing_get_effective_to (event->listing);
          SaigaReservationSpan reservation = { .listing = event->listing, .node = event->node, .appendix = event->appendix, .from = event->day, .to = SAIGA_FOREVER, .copy_of = G_MAXUINT };

          if (stated != NULL)
            reservation.to = saiga_date_get_earliest_day (stated);
          lapse (self, &reservation);
          g_array_append_val (self->reservations, reservation);
        }
      else if (event->change == SAIGA_LISTING_CHANGE_WITHDRAWAL)
        withdraw (self, first, event);
    }

  for (guint i = 0; i < self->carves->len; i++)
    {
      const SaigaCarve *carve = &g_array_index (self->carves, SaigaCarve, i);
      guint parent = SAIGA_NODE (self, carve->node)->parent;

      if (parent == SAIGA_NO_NODE || !_saiga_book_has_appendix (self, parent, carve->appendix, carve->from - 1))
        g_ptr_array_add (self->orphans, carve->listing);
    }
  for (guint i = 0; i < self->reservations->len; i++)
    {
      SaigaReservationSpan *reservation = SAIGA_SPAN (self, i);

      reservation->copy_of = find_original (self, reservation);
    }
}
