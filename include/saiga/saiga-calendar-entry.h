/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CALENDAR_ENTRY (saiga_calendar_entry_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaCalendarEntry, saiga_calendar_entry, SAIGA, CALENDAR_ENTRY, GObject)

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_calendar_entry_list (SaigaSnapshot *snapshot,
                                       const char    *programme_id,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaRecord *saiga_calendar_entry_get_record (SaigaCalendarEntry *self);
SAIGA_AVAILABLE_IN_ALL
int saiga_calendar_entry_get_earliest_day (SaigaCalendarEntry *self);
SAIGA_AVAILABLE_IN_ALL
int saiga_calendar_entry_get_latest_day (SaigaCalendarEntry *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_calendar_entry_dup_when (SaigaCalendarEntry *self,
                                     const char         *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
