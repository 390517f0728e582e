/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-timeline-private.h"

/* What a timeline says beyond its intervals: found when it is asked for, and kept. */

/* ---- marks */

static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  int order = saiga_date_compare (saiga_timeline_mark_get_date ((SaigaTimelineMark *) a), saiga_timeline_mark_get_date ((SaigaTimelineMark *) b));

  return order != 0 ? order
                    : g_strcmp0 (_saiga_record_peek_id (SAIGA_RECORD (saiga_timeline_mark_get_listing ((SaigaTimelineMark *) a))),
                                 _saiga_record_peek_id (SAIGA_RECORD (saiga_timeline_mark_get_listing ((SaigaTimelineMark *) b))));
}

static int
compare_reservations (gconstpointer a,
                      gconstpointer b,
                      gpointer data)
{
  int order = saiga_date_compare (saiga_reservation_get_start ((SaigaReservation *) a), saiga_reservation_get_start ((SaigaReservation *) b));

  return order != 0 ? order
                    : g_strcmp0 (_saiga_record_peek_id (SAIGA_RECORD (saiga_reservation_get_listing ((SaigaReservation *) a))),
                                 _saiga_record_peek_id (SAIGA_RECORD (saiga_reservation_get_listing ((SaigaReservation *) b))));
}

static void
add_mark (SaigaTimeline *self,
          SaigaTimelineMarkKind kind,
          int day,
          SaigaListing *listing)
{
  g_autoptr(SaigaTimelineMark) mark = _saiga_timeline_mark_new (kind, day, listing);

  g_list_store_insert_sorted (self->marks, mark, compare_marks, NULL);
}

static void
mark_amendments (SaigaTimeline *self,
                 SaigaBook *book,
                 guint node)
{
  const SaigaNode *at = SAIGA_NODE (book, node);

  for (guint i = 0; i < at->n_pieces; i++)
    for (guint n = 0; n < at->n_pieces; n++)
      {
        const SaigaPiece *piece = SAIGA_PIECE (book, at->first_piece + i);
        const SaigaPiece *earlier = SAIGA_PIECE (book, at->first_piece + n);

        if (piece->from == piece->since && earlier->appendix == piece->appendix && earlier->end == SAIGA_PIECE_END_SUPERSEDED &&
            earlier->to == piece->from)
          {
            add_mark (self, SAIGA_TIMELINE_MARK_KIND_AMENDED, piece->from, piece->listing);
            break;
          }
      }
}

/* ---- reservations */

/* The pieces used in each spell, arrays of guint. */
static GPtrArray *
list_used (SaigaTimeline *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->spells->len; i++)
    {
      const SaigaSpell *spell = &g_array_index (self->spells, SaigaSpell, i);
      SaigaQuestion question = { spell->book, spell->day, self->area_id != NULL, SAIGA_ANY_AREA };
      GArray *used = g_array_new (FALSE, FALSE, sizeof (guint));
      SaigaLawRow row;

      if (self->area_id != NULL)
        question.area = _saiga_area_sets_find (spell->book->areas, self->area_id);
      _saiga_book_ask (&question, spell->node, &row, used);
      g_ptr_array_add (all, used);
    }

  return all;
}

/* A reservation reaches a taxon that it names, or that on some day of its own is listed through
 * the taxon that it names. */
static gboolean
is_reached (SaigaTimeline *self,
            GPtrArray *all_used,
            SaigaBook *book,
            guint node,
            const SaigaReservationSpan *reservation)
{
  if (reservation->copy_of != G_MAXUINT)
    return FALSE;
  if (reservation->node == node)
    return TRUE;

  for (guint i = 0; i < self->spells->len; i++)
    {
      const SaigaSpell *spell = &g_array_index (self->spells, SaigaSpell, i);
      GArray *used = all_used->pdata[i];

      if (spell->book != book || spell->day >= reservation->to || spell->until <= reservation->from)
        continue;
      for (guint n = 0; n < used->len; n++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (book, g_array_index (used, guint, n));

          if (piece->node == reservation->node && piece->appendix == reservation->appendix)
            return TRUE;
        }
    }

  return FALSE;
}

/* In the order of their days; with the lock held. */
static GListModel *
find_reservations (SaigaTimeline *self)
{
  SaigaBook *book;
  guint node;
  g_autoptr(GPtrArray) used = NULL;

  if (self->reservations != NULL)
    return G_LIST_MODEL (self->reservations);

  book = _saiga_law_get_book (self->law, SAIGA_FOREVER - 1);
  node = _saiga_book_find (book, _saiga_record_peek_id (SAIGA_RECORD (self->taxon)));
  used = list_used (self);
  self->reservations = g_list_store_new (SAIGA_TYPE_RESERVATION);
  for (guint i = 0; i < book->reservations->len; i++)
    if (is_reached (self, used, book, node, SAIGA_SPAN (book, i)))
      {
        g_autoptr(SaigaReservation) reservation = _saiga_reservation_new (book, i);

        g_list_store_insert_sorted (self->reservations, reservation, compare_reservations, NULL);
      }

  return G_LIST_MODEL (self->reservations);
}

/**
 * saiga_timeline_get_reservations:
 * @self: a timeline
 *
 * Gets all reservations that ever reached the taxon: against its own listings, and against
 * those of higher taxa as long as it was listed through them.
 *
 * Rows that repeat for a taxon what the Party reserved for a higher one are left out.
 *
 * Returns: (transfer none): a list of [class@Saiga.Reservation], in the order of their days
 *
 * Since: 0.1
 */
GListModel *
saiga_timeline_get_reservations (SaigaTimeline *self)
{
  GListModel *reservations;

  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  g_mutex_lock (&self->lock);
  reservations = find_reservations (self);
  g_mutex_unlock (&self->lock);

  return reservations;
}

static void
mark_reservations (SaigaTimeline *self)
{
  GListModel *reservations = find_reservations (self);

  for (guint i = 0; i < g_list_model_get_n_items (reservations); i++)
    {
      g_autoptr(SaigaReservation) reservation = g_list_model_get_item (reservations, i);
      SaigaListing *listing = saiga_reservation_get_listing (reservation);
      SaigaListing *withdrawal = saiga_reservation_get_withdrawal (reservation);
      SaigaDate *until = saiga_reservation_get_until (reservation);

      add_mark (self, SAIGA_TIMELINE_MARK_KIND_RESERVED, saiga_date_get_earliest_day (saiga_reservation_get_start (reservation)), listing);
      if (until != NULL && saiga_reservation_get_lapsed (reservation))
        add_mark (self, SAIGA_TIMELINE_MARK_KIND_LAPSED, saiga_date_get_earliest_day (until), listing);
      else if (until != NULL && withdrawal != NULL)
        add_mark (self, SAIGA_TIMELINE_MARK_KIND_WITHDRAWN, saiga_date_get_earliest_day (until), withdrawal);
    }
}

/**
 * saiga_timeline_get_marks:
 * @self: a timeline
 *
 * Gets amendments of the taxon's listings, and reservations against them and against those
 * of the taxa that it inherits from, in the order of their days.
 *
 * Returns: (transfer none): a list of [class@Saiga.TimelineMark]
 *
 * Since: 0.1
 */
GListModel *
saiga_timeline_get_marks (SaigaTimeline *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->marks == NULL)
    {
      SaigaBook *book = _saiga_law_get_book (self->law, SAIGA_FOREVER - 1);
      guint node = _saiga_book_find (book, _saiga_record_peek_id (SAIGA_RECORD (self->taxon)));

      self->marks = g_list_store_new (SAIGA_TYPE_TIMELINE_MARK);
      mark_amendments (self, book, node);
      mark_reservations (self);
    }
  g_mutex_unlock (&self->lock);

  return G_LIST_MODEL (self->marks);
}

/**
 * saiga_timeline_list_areas:
 * @self: a timeline
 *
 * Gets the areas that some listing of the taxon or of a higher one ever named, as those that
 * it covers or that it leaves out: each may have had a timeline of its own.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the areas
 *
 * Since: 0.1
 */
char **
saiga_timeline_list_areas (SaigaTimeline *self)
{
  SaigaBook *book;
  g_autoptr(GStrvBuilder) ids = NULL;

  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  ids = g_strv_builder_new ();
  book = _saiga_law_get_book (self->law, SAIGA_FOREVER - 1);
  for (int area = 0; area < (int) _saiga_area_sets_n_areas (book->areas); area++)
    {
      gboolean is_named = FALSE;

      for (guint at = _saiga_book_find (book, _saiga_record_peek_id (SAIGA_RECORD (self->taxon))); at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
        {
          const SaigaNode *there = SAIGA_NODE (book, at);

          for (guint i = 0; i < there->n_pieces; i++)
            is_named |= _saiga_piece_names (book, SAIGA_PIECE (book, there->first_piece + i), area);
          for (guint i = 0; i < there->n_also; i++)
            is_named |= _saiga_piece_names (book, SAIGA_PIECE (book, g_array_index (book->also, guint, there->first_also + i)), area);
        }
      if (is_named)
        g_strv_builder_add (ids, _saiga_area_sets_get_id (book->areas, area));
    }

  return g_strv_builder_end (ids);
}
