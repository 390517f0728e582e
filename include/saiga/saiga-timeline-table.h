/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-timeline.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_TIMELINE_TABLE (saiga_timeline_table_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaTimelineTable, saiga_timeline_table, SAIGA, TIMELINE_TABLE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTimelineTable *saiga_timeline_table_new (SaigaLaw *law) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_timeline_table_get_law (SaigaTimelineTable *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_timeline_table_get_n_intervals (SaigaTimelineTable *self);

G_END_DECLS
