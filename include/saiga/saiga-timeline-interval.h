/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-status.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_TIMELINE_INTERVAL (saiga_timeline_interval_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaTimelineInterval, saiga_timeline_interval, SAIGA, TIMELINE_INTERVAL, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_timeline_interval_get_start (SaigaTimelineInterval *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_timeline_interval_get_until (SaigaTimelineInterval *self);
SAIGA_AVAILABLE_IN_ALL
SaigaStatus *saiga_timeline_interval_get_status (SaigaTimelineInterval *self);

G_END_DECLS
