/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-change-set.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CHANGE_SET_BUILDER (saiga_change_set_builder_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaChangeSetBuilder, saiga_change_set_builder, SAIGA, CHANGE_SET_BUILDER, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaChangeSetBuilder *saiga_change_set_builder_new (SaigaSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
void saiga_change_set_builder_set_author (SaigaChangeSetBuilder *self,
                                          const char            *author);
SAIGA_AVAILABLE_IN_ALL
void saiga_change_set_builder_set_time (SaigaChangeSetBuilder *self,
                                        GDateTime             *time);
SAIGA_AVAILABLE_IN_ALL
void saiga_change_set_builder_set_comment (SaigaChangeSetBuilder *self,
                                           const char            *comment);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_change_set_builder_put (SaigaChangeSetBuilder *self,
                                       SaigaRecord           *record,
                                       GError               **error);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_change_set_builder_remove (SaigaChangeSetBuilder *self,
                                          const char            *id,
                                          GError               **error);

SAIGA_AVAILABLE_IN_ALL
SaigaChangeSet *saiga_change_set_builder_build (SaigaChangeSetBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
