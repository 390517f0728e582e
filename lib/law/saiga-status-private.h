/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-reservation.h>
#include <saiga/saiga-status.h>

#include "saiga-law-private.h"

G_BEGIN_DECLS

struct _SaigaStatus
{
  GObject parent_instance;

  SaigaLaw *law;
  SaigaQuestion question;
  char *area_id;
  SaigaDate *date;
  guint node;
  SaigaLawRow row;

  /* Found when asked for; a status may be shared between threads. */
  GMutex lock;
  GArray *used;
  GListStore *listings;
  GListStore *reservations;
  GPtrArray *reasons;
};

SaigaStatus *_saiga_status_new_known (SaigaLaw *law,
                                      const SaigaQuestion *question,
                                      const char *area_id,
                                      SaigaDate *date,
                                      guint node,
                                      const SaigaLawRow *row);
SaigaStatusCertainty _saiga_law_row_get_certainty (const SaigaLawRow *row);

SaigaListingPiece *_saiga_listing_piece_new (SaigaBook *book,
                                             guint piece);
SaigaReservation *_saiga_reservation_new (SaigaBook *book,
                                          guint reservation);

/* Why a status is as it is. @used: pieces, of guint; returns an array of SaigaReason. */
GPtrArray *_saiga_status_explain (const SaigaQuestion *question,
                                  const char *area_id,
                                  SaigaDate *horizon,
                                  guint node,
                                  const SaigaLawRow *row,
                                  GArray *used);

G_END_DECLS
