/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-common.h>
#include <saiga/saiga-listing-piece.h>
#include <saiga/saiga-reservation.h>

G_BEGIN_DECLS

/**
 * SaigaDutyState:
 * @SAIGA_DUTY_STATE_BOUND: the listing binds the Party
 * @SAIGA_DUTY_STATE_RESERVED: the Party has reserved: it counts as a State that is no Party
 * @SAIGA_DUTY_STATE_RESERVED_FOR_TERRITORY: the listing binds it, but not for a territory
 * @SAIGA_DUTY_STATE_RESERVED_AMENDMENT: the listing binds it as it stood before an amendment
 *
 * How a listing binds a Party.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_DUTY_STATE_BOUND,
  SAIGA_DUTY_STATE_RESERVED,
  SAIGA_DUTY_STATE_RESERVED_FOR_TERRITORY,
  SAIGA_DUTY_STATE_RESERVED_AMENDMENT,
} SaigaDutyState;

#define SAIGA_TYPE_DUTY_STATE (saiga_duty_state_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_duty_state_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_DUTY (saiga_duty_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaDuty, saiga_duty, SAIGA, DUTY, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_duty_get_taxon (SaigaDuty *self);
SAIGA_AVAILABLE_IN_ALL
SaigaListingPiece *saiga_duty_get_listing (SaigaDuty *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_duty_get_appendix (SaigaDuty *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDutyState saiga_duty_get_state (SaigaDuty *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReservation *saiga_duty_get_reservation (SaigaDuty *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_duty_get_treated_as (SaigaDuty *self);
SAIGA_AVAILABLE_IN_ALL
SaigaTernary saiga_duty_get_range_state (SaigaDuty *self);

G_END_DECLS
