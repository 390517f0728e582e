/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_RELATION (saiga_relation_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaRelation, saiga_relation, SAIGA, RELATION, GObject)

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_relation_list (SaigaSnapshot *snapshot,
                                 SaigaRecord   *record) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaRecord *saiga_relation_get_record (SaigaRelation *self);
SAIGA_AVAILABLE_IN_ALL
SaigaRecord *saiga_relation_get_through (SaigaRelation *self);

G_END_DECLS
