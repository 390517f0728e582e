/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-status-private.h"

/**
 * SaigaReservation:
 *
 * A reservation of a Party against a listing, from its entry to its end.
 *
 * It ends when the Party withdraws it, or lapses when the taxon no longer stands in the
 * appendix. It changes what binds the Party, never the status of the taxon.
 *
 * Since: 0.1
 */
struct _SaigaReservation
{
  GObject parent_instance;

  SaigaListing *listing;
  SaigaListing *withdrawal;
  SaigaTaxon *taxon;
  SaigaDate *start;
  SaigaDate *until;
  gboolean has_lapsed;
  gboolean is_copy;
};

G_DEFINE_FINAL_TYPE (SaigaReservation, saiga_reservation, G_TYPE_OBJECT)

static void
saiga_reservation_finalize (GObject *object)
{
  SaigaReservation *self = SAIGA_RESERVATION (object);

  g_clear_object (&self->listing);
  g_clear_object (&self->withdrawal);
  g_clear_object (&self->taxon);
  g_clear_pointer (&self->start, saiga_date_unref);
  g_clear_pointer (&self->until, saiga_date_unref);

  G_OBJECT_CLASS (saiga_reservation_parent_class)->finalize (object);
}

static void
saiga_reservation_class_init (SaigaReservationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_reservation_finalize;
}

static void
saiga_reservation_init (SaigaReservation *self)
{
}

SaigaReservation *
_saiga_reservation_new (SaigaBook *book,
                        guint reservation)
{
  SaigaReservation *self = g_object_new (SAIGA_TYPE_RESERVATION, NULL);
  const SaigaReservationSpan *from = SAIGA_SPAN (book, reservation);

  self->listing = g_object_ref (from->listing);
  if (from->withdrawal != NULL && !from->has_lapsed)
    self->withdrawal = g_object_ref (from->withdrawal);
  self->taxon = g_object_ref (SAIGA_NODE (book, from->node)->taxon);
  self->start = _saiga_date_of_day (from->from);
  self->until = _saiga_date_of_day (from->to);
  self->has_lapsed = from->has_lapsed;
  self->is_copy = from->copy_of != G_MAXUINT;

  return self;
}

/**
 * saiga_reservation_get_listing:
 * @self: a reservation
 *
 * Gets the row that enters it.
 *
 * Returns: (transfer none) (nullable): the listing
 *
 * Since: 0.1
 */
SaigaListing *
saiga_reservation_get_listing (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->listing;
}

/**
 * saiga_reservation_get_withdrawal:
 * @self: a reservation
 *
 * Gets the row that withdraws it.
 *
 * Returns: (transfer none) (nullable): the listing, or `NULL` if it stands or has lapsed
 *
 * Since: 0.1
 */
SaigaListing *
saiga_reservation_get_withdrawal (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->withdrawal;
}

/**
 * saiga_reservation_get_taxon:
 * @self: a reservation
 *
 * Gets the taxon reserved.
 *
 * Returns: (transfer none) (nullable): the taxon
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_reservation_get_taxon (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->taxon;
}

/**
 * saiga_reservation_get_appendix:
 * @self: a reservation
 *
 * Gets the code of the appendix that the reservation is against.
 *
 * Returns: (nullable): the code
 *
 * Since: 0.1
 */
const char *
saiga_reservation_get_appendix (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->listing != NULL ? saiga_listing_get_appendix (self->listing) : NULL;
}

/**
 * saiga_reservation_get_party_id:
 * @self: a reservation
 *
 * Gets the Party.
 *
 * Returns: (nullable): the id of its area
 *
 * Since: 0.1
 */
const char *
saiga_reservation_get_party_id (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->listing != NULL ? saiga_listing_get_party_id (self->listing) : NULL;
}

/**
 * saiga_reservation_get_territory_id:
 * @self: a reservation
 *
 * Gets the territory that the Party made it for.
 *
 * Returns: (nullable): the id of the area, or `NULL` for all of the Party
 *
 * Since: 0.1
 */
const char *
saiga_reservation_get_territory_id (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->listing != NULL ? saiga_listing_get_territory_id (self->listing) : NULL;
}

/**
 * saiga_reservation_get_amendment_only:
 * @self: a reservation
 *
 * Gets whether it is against an amendment of the listing only: the listing binds as it stood before.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
gboolean
saiga_reservation_get_amendment_only (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), FALSE);

  return self->listing != NULL && saiga_listing_get_amendment_only (self->listing);
}

/**
 * saiga_reservation_get_start:
 * @self: a reservation
 *
 * Gets the first day on which it stands.
 *
 * Returns: (transfer none) (nullable): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_reservation_get_start (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->start;
}

/**
 * saiga_reservation_get_until:
 * @self: a reservation
 *
 * Gets the first day on which it no longer stands.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if no end is known
 *
 * Since: 0.1
 */
SaigaDate *
saiga_reservation_get_until (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), NULL);

  return self->until;
}

/**
 * saiga_reservation_get_lapsed:
 * @self: a reservation
 *
 * Gets whether it ended because the taxon left the appendix.
 *
 * Returns: whether it did
 *
 * Since: 0.1
 */
gboolean
saiga_reservation_get_lapsed (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), FALSE);

  return self->has_lapsed;
}

/**
 * saiga_reservation_get_copy:
 * @self: a reservation
 *
 * Gets whether it repeats for one taxon what the Party reserved for a higher one on the same day.
 *
 * Returns: whether it does
 *
 * Since: 0.1
 */
gboolean
saiga_reservation_get_copy (SaigaReservation *self)
{
  g_return_val_if_fail (SAIGA_IS_RESERVATION (self), FALSE);

  return self->is_copy;
}
