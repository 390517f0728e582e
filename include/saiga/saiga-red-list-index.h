/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-red-list-point.h>
#include <saiga/saiga-red-list-table.h>

G_BEGIN_DECLS

/**
 * SaigaRedListTreatment:
 * @SAIGA_RED_LIST_TREATMENT_EXTINCT: they weigh as much as extinct taxa
 * @SAIGA_RED_LIST_TREATMENT_CRITICALLY_ENDANGERED: they weigh as much as other critically
 *   endangered taxa
 *
 * What the Red List Index makes of taxa that are possibly extinct, CR(PE) and CR(PEW).
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_RED_LIST_TREATMENT_EXTINCT,
  SAIGA_RED_LIST_TREATMENT_CRITICALLY_ENDANGERED,
} SaigaRedListTreatment;

#define SAIGA_TYPE_RED_LIST_TREATMENT (saiga_red_list_treatment_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_red_list_treatment_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_RED_LIST_INDEX (saiga_red_list_index_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaRedListIndex, saiga_red_list_index, SAIGA, RED_LIST_INDEX, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaRedListIndex *saiga_red_list_index_new (SaigaRedListTable    *table,
                                             SaigaRedListTreatment treatment,
                                             guint                 n_runs,
                                             guint32               seed,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaRedListTreatment saiga_red_list_index_get_treatment (SaigaRedListIndex *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_red_list_index_get_n_runs (SaigaRedListIndex *self);
SAIGA_AVAILABLE_IN_ALL
guint32 saiga_red_list_index_get_seed (SaigaRedListIndex *self);
SAIGA_AVAILABLE_IN_ALL
SaigaRedListPoint *saiga_red_list_index_lookup (SaigaRedListIndex *self,
                                                const char        *group,
                                                guint              year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
