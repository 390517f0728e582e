/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-status-private.h"

/* What a status says beyond its few numbers: found when it is asked for, and kept. */

/* The pieces used; call it with the lock held. */
static GArray *
find_used (SaigaStatus *self)
{
  if (self->used == NULL)
    {
      SaigaLawRow row;

      self->used = g_array_new (FALSE, FALSE, sizeof (guint));
      _saiga_book_ask (&self->question, self->node, &row, self->used);
    }

  return self->used;
}

/**
 * saiga_status_get_listings:
 * @self: a status
 *
 * Gets the listings that the status comes from, each with what it covers and since when.
 *
 * Returns: (transfer none): a list of [class@Saiga.ListingPiece]
 *
 * Since: 0.1
 */
GListModel *
saiga_status_get_listings (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->listings == NULL)
    {
      GArray *used = find_used (self);

      self->listings = g_list_store_new (SAIGA_TYPE_LISTING_PIECE);
      for (guint i = 0; i < used->len; i++)
        {
          g_autoptr(SaigaListingPiece) piece = _saiga_listing_piece_new ((SaigaBook *) self->question.book, g_array_index (used, guint, i));

          g_list_store_append (self->listings, piece);
        }
    }
  g_mutex_unlock (&self->lock);

  return G_LIST_MODEL (self->listings);
}

/* A reservation reaches a taxon that it names, or whose status comes from the listing of
 * the taxon that it names. */
static gboolean
is_reached (SaigaStatus *self,
            const SaigaReservationSpan *span)
{
  if (self->row.outcome == SAIGA_STATUS_OUTCOME_NOT_IN_FORCE || span->from > self->question.day || self->question.day >= span->to ||
      span->copy_of != G_MAXUINT)
    return FALSE;
  if (span->node == self->node)
    return TRUE;

  for (guint i = 0; i < self->used->len; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self->question.book, g_array_index (self->used, guint, i));

      if (piece->node == span->node && piece->appendix == span->appendix)
        return TRUE;
    }

  return FALSE;
}

/**
 * saiga_status_get_reservations:
 * @self: a status
 *
 * Gets the reservations of all Parties that stand on the day and reach the taxon.
 *
 * Rows that repeat for a taxon what the Party reserved for a higher one are left out.
 *
 * Returns: (transfer none): a list of [class@Saiga.Reservation]
 *
 * Since: 0.1
 */
GListModel *
saiga_status_get_reservations (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->reservations == NULL)
    {
      SaigaBook *book = (SaigaBook *) self->question.book;

      find_used (self);
      self->reservations = g_list_store_new (SAIGA_TYPE_RESERVATION);
      for (guint i = 0; i < book->reservations->len; i++)
        if (is_reached (self, SAIGA_SPAN (book, i)))
          {
            g_autoptr(SaigaReservation) reservation = _saiga_reservation_new (book, i);

            g_list_store_append (self->reservations, reservation);
          }
    }
  g_mutex_unlock (&self->lock);

  return G_LIST_MODEL (self->reservations);
}

/**
 * saiga_status_list_areas:
 * @self: a status
 *
 * Gets the countries for which the status may differ: those of the range; if the range is not
 * known, those that the scopes of its listings name, and [const@Saiga.OTHER_AREAS] for all
 * others.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the areas
 *
 * Since: 0.1
 */
char **
saiga_status_list_areas (SaigaStatus *self)
{
  const SaigaBook *book;
  SaigaReachList reach;
  SaigaReachList gone;
  g_autoptr(GStrvBuilder) ids = NULL;
  gboolean has_scope = FALSE;
  guint range;

  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  book = self->question.book;
  range = SAIGA_NODE (book, self->node)->range;
  if (range != SAIGA_NO_SET)
    return _saiga_area_sets_list (book->areas, range);

  ids = g_strv_builder_new ();
  _saiga_reach_list_init (&reach);
  _saiga_reach_list_init (&gone);
  _saiga_reach_chain (&self->question, self->node, &reach, &gone);
  for (int area = 0; area < (int) _saiga_area_sets_n_areas (book->areas); area++)
    for (guint i = 0; i < reach.n; i++)
      if (_saiga_piece_names (book, SAIGA_PIECE (book, reach.items[i].piece), area))
        {
          g_strv_builder_add (ids, _saiga_area_sets_get_id (book->areas, area));
          has_scope = TRUE;
          break;
        }
  if (has_scope)
    g_strv_builder_add (ids, SAIGA_OTHER_AREAS);
  _saiga_reach_list_clear (&reach);
  _saiga_reach_list_clear (&gone);

  return g_strv_builder_end (ids);
}

/**
 * saiga_status_ask_area:
 * @self: a status
 * @area_id: the id of an area, or [const@Saiga.OTHER_AREAS]
 *
 * Asks for the status of the same taxon on the same day in one area.
 *
 * Returns: (transfer full): the status
 *
 * Since: 0.1
 */
SaigaStatus *
saiga_status_ask_area (SaigaStatus *self,
                       const char *area_id)
{
  SaigaQuestion question;
  SaigaLawRow row;

  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);
  g_return_val_if_fail (area_id != NULL, NULL);

  question = self->question;
  question.has_area = TRUE;
  question.area = _saiga_area_sets_find (question.book->areas, area_id);
  _saiga_book_ask (&question, self->node, &row, NULL);

  return _saiga_status_new_known (self->law, &question, area_id, self->date, self->node, &row);
}

static GPtrArray *
get_reasons (SaigaStatus *self)
{
  g_mutex_lock (&self->lock);
  if (self->reasons == NULL)
    self->reasons = _saiga_status_explain (&self->question, self->area_id, saiga_law_get_horizon (self->law), self->node, &self->row, find_used (self));
  g_mutex_unlock (&self->lock);

  return self->reasons;
}

/**
 * saiga_status_get_n_reasons:
 * @self: a status
 *
 * Gets how many reasons there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
saiga_status_get_n_reasons (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), 0);

  return get_reasons (self)->len;
}

/**
 * saiga_status_get_reason:
 * @self: a status
 * @position: a position
 *
 * Gets a reason: first why listings are used, then why others are not, then what is not
 * certain.
 *
 * Returns: (transfer none) (nullable): the reason, or `NULL` if there are not so many
 *
 * Since: 0.1
 */
SaigaReason *
saiga_status_get_reason (SaigaStatus *self,
                         guint position)
{
  GPtrArray *reasons;

  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  reasons = get_reasons (self);

  return position < reasons->len ? reasons->pdata[position] : NULL;
}
