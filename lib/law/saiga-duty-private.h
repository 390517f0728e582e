/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-duty.h>

#include "saiga-status-private.h"

G_BEGIN_DECLS

/* @reservation: a position, or G_MAXUINT; @party: an area of the book. */
SaigaDuty *_saiga_duty_new (SaigaBook *book,
                            guint node,
                            guint piece,
                            guint reservation,
                            int party);

G_END_DECLS
