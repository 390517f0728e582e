/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-timeline-interval.h>
#include <saiga/saiga-timeline-mark.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_TIMELINE (saiga_timeline_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaTimeline, saiga_timeline, SAIGA, TIMELINE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTimeline *saiga_timeline_new (SaigaLaw   *law,
                                   const char *taxon_id,
                                   const char *area_id,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_timeline_get_law (SaigaTimeline *self);
SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_timeline_get_taxon (SaigaTimeline *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_timeline_get_area_id (SaigaTimeline *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_timeline_get_short (SaigaTimeline *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_timeline_get_marks (SaigaTimeline *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_timeline_get_reservations (SaigaTimeline *self);
SAIGA_AVAILABLE_IN_ALL
char **saiga_timeline_list_areas (SaigaTimeline *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_timeline_to_string (SaigaTimeline *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
