/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-assessment.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_RED_LIST_TABLE (saiga_red_list_table_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaRedListTable, saiga_red_list_table, SAIGA, RED_LIST_TABLE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaRedListTable *saiga_red_list_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaRedListTable *saiga_red_list_table_new_from_snapshot (SaigaSnapshot *snapshot,
                                                           const char    *authority_id,
                                                           const char    *area_id,
                                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_red_list_table_add (SaigaRedListTable             *self,
                                   const char                    *group,
                                   const char                    *taxon,
                                   guint                          year,
                                   SaigaAssessmentCategory        category,
                                   SaigaAssessmentPossiblyExtinct possibly_extinct,
                                   GError                       **error);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_red_list_table_add_assessments (SaigaRedListTable *self,
                                               const char        *group,
                                               GListModel        *assessments,
                                               GError           **error);

SAIGA_AVAILABLE_IN_ALL
char **saiga_red_list_table_list_groups (SaigaRedListTable *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_table_get_n_taxa (SaigaRedListTable *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_table_get_n_unexplained (SaigaRedListTable *self);

G_END_DECLS
