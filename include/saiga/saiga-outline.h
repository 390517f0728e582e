/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_OUTLINE (saiga_outline_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaOutline, saiga_outline, SAIGA, OUTLINE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaOutline *saiga_outline_new (SaigaSnapshot *snapshot,
                                 const char    *programme_id,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaRecord *saiga_outline_get_record (SaigaOutline *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_outline_get_children (SaigaOutline *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_outline_get_progress (SaigaOutline *self);

SAIGA_AVAILABLE_IN_ALL
SaigaTimeframe *saiga_outline_get_timeframe (SaigaOutline *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_outline_get_roles (SaigaOutline *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_outline_get_conditions (SaigaOutline *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_outline_get_focuses (SaigaOutline *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_outline_get_approvals (SaigaOutline *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
