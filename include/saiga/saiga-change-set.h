/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-change.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

SAIGA_AVAILABLE_IN_ALL
SaigaChangeSet *saiga_change_set_new_between (SaigaSnapshot *before,
                                              SaigaSnapshot *after) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
const char *saiga_change_set_get_author (SaigaChangeSet *self);
SAIGA_AVAILABLE_IN_ALL
GDateTime *saiga_change_set_get_time (SaigaChangeSet *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_change_set_get_comment (SaigaChangeSet *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_change_set_get_changes (SaigaChangeSet *self);

SAIGA_AVAILABLE_IN_ALL
SaigaChangeSet *saiga_change_set_invert (SaigaChangeSet *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
