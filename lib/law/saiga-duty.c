/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-duty-private.h"

/**
 * SaigaDuty:
 *
 * What one listing is for one Party: it binds it, or the Party has reserved.
 *
 * Since: 0.1
 */
struct _SaigaDuty
{
  GObject parent_instance;

  SaigaTaxon *taxon;
  SaigaListingPiece *listing;
  SaigaDutyState state;
  SaigaReservation *reservation;
  char *treated_as;
  SaigaTernary range_state;
};

G_DEFINE_FINAL_TYPE (SaigaDuty, saiga_duty, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaDutyState, saiga_duty_state,
                    G_DEFINE_ENUM_VALUE (SAIGA_DUTY_STATE_BOUND, "bound"),
                    G_DEFINE_ENUM_VALUE (SAIGA_DUTY_STATE_RESERVED, "reserved"),
                    G_DEFINE_ENUM_VALUE (SAIGA_DUTY_STATE_RESERVED_FOR_TERRITORY, "reserved-for-territory"),
                    G_DEFINE_ENUM_VALUE (SAIGA_DUTY_STATE_RESERVED_AMENDMENT, "reserved-amendment"))
/* clang-format on */

static void
saiga_duty_finalize (GObject *object)
{
  SaigaDuty *self = SAIGA_DUTY (object);

  g_clear_object (&self->taxon);
  g_clear_object (&self->listing);
  g_clear_object (&self->reservation);
  g_free (self->treated_as);

  G_OBJECT_CLASS (saiga_duty_parent_class)->finalize (object);
}

static void
saiga_duty_class_init (SaigaDutyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_duty_finalize;
}

static void
saiga_duty_init (SaigaDuty *self)
{
}

static SaigaDutyState
find_state (const SaigaReservationSpan *span)
{
  if (span == NULL)
    return SAIGA_DUTY_STATE_BOUND;
  if (saiga_listing_get_territory_id (span->listing) != NULL)
    return SAIGA_DUTY_STATE_RESERVED_FOR_TERRITORY;
  if (saiga_listing_get_amendment_only (span->listing))
    return SAIGA_DUTY_STATE_RESERVED_AMENDMENT;

  return SAIGA_DUTY_STATE_RESERVED;
}

/* Where appendices exclude each other, a Party that has reserved against the first is asked
 * to treat the species as in the second. */
SaigaDuty *
_saiga_duty_new (SaigaBook *book,
                 guint node,
                 guint piece,
                 guint reservation,
                 int party)
{
  SaigaDuty *self = g_object_new (SAIGA_TYPE_DUTY, NULL);
  const guint range = SAIGA_NODE (book, node)->range;

  self->taxon = g_object_ref (SAIGA_NODE (book, node)->taxon);
  self->listing = _saiga_listing_piece_new (book, piece);
  self->state = find_state (reservation != G_MAXUINT ? SAIGA_SPAN (book, reservation) : NULL);
  if (reservation != G_MAXUINT)
    self->reservation = _saiga_reservation_new (book, reservation);
  if (self->state == SAIGA_DUTY_STATE_RESERVED && book->is_exclusive && SAIGA_PIECE (book, piece)->appendix == 0)
    self->treated_as = g_strdup (book->codes[1]);
  self->range_state = range == SAIGA_NO_SET ? SAIGA_TERNARY_UNKNOWN : _saiga_area_sets_has (book->areas, range, party) ? SAIGA_TERNARY_YES
                                                                                                                       : SAIGA_TERNARY_NO;

  return self;
}

/**
 * saiga_duty_get_taxon:
 * @self: a duty
 *
 * Gets the taxon.
 *
 * Returns: (transfer none) (nullable): the taxon
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_duty_get_taxon (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), NULL);

  return self->taxon;
}

/**
 * saiga_duty_get_listing:
 * @self: a duty
 *
 * Gets the listing, and what it covers.
 *
 * Returns: (transfer none) (nullable): the piece
 *
 * Since: 0.1
 */
SaigaListingPiece *
saiga_duty_get_listing (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), NULL);

  return self->listing;
}

/**
 * saiga_duty_get_appendix:
 * @self: a duty
 *
 * Gets the code of the appendix.
 *
 * Returns: (nullable): the code
 *
 * Since: 0.1
 */
const char *
saiga_duty_get_appendix (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), NULL);

  return self->listing != NULL ? saiga_listing_piece_get_appendix (self->listing) : NULL;
}

/**
 * saiga_duty_get_state:
 * @self: a duty
 *
 * Gets how the listing binds the Party.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
SaigaDutyState
saiga_duty_get_state (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), SAIGA_DUTY_STATE_BOUND);

  return self->state;
}

/**
 * saiga_duty_get_reservation:
 * @self: a duty
 *
 * Gets the reservation of the Party that reaches the listing.
 *
 * Returns: (transfer none) (nullable): the reservation, or `NULL` if there is none
 *
 * Since: 0.1
 */
SaigaReservation *
saiga_duty_get_reservation (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), NULL);

  return self->reservation;
}

/**
 * saiga_duty_get_treated_as:
 * @self: a duty
 *
 * Gets the appendix as in which a Party that has reserved is asked to treat the species.
 *
 * Returns: (nullable): the code, or `NULL` where nothing is asked
 *
 * Since: 0.1
 */
const char *
saiga_duty_get_treated_as (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), NULL);

  return self->treated_as;
}

/**
 * saiga_duty_get_range_state:
 * @self: a duty
 *
 * Gets whether the taxon lives in the Party.
 *
 * Under CMS the duties of Appendix I and II fall on range States, those with vessels under
 * their flag included.
 *
 * Returns: yes, no, or unknown if the range is not known
 *
 * Since: 0.1
 */
SaigaTernary
saiga_duty_get_range_state (SaigaDuty *self)
{
  g_return_val_if_fail (SAIGA_IS_DUTY (self), SAIGA_TERNARY_UNKNOWN);

  return self->range_state;
}
