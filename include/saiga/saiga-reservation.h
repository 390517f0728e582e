/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-listing.h>
#include <saiga/saiga-taxon.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_RESERVATION (saiga_reservation_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaReservation, saiga_reservation, SAIGA, RESERVATION, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaListing *saiga_reservation_get_listing (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
SaigaListing *saiga_reservation_get_withdrawal (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_reservation_get_taxon (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_reservation_get_appendix (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_reservation_get_party_id (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_reservation_get_territory_id (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_reservation_get_amendment_only (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_reservation_get_start (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_reservation_get_until (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_reservation_get_lapsed (SaigaReservation *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_reservation_get_copy (SaigaReservation *self);

G_END_DECLS
