/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-status.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_STATUS_TABLE (saiga_status_table_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaStatusTable, saiga_status_table, SAIGA, STATUS_TABLE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaStatusTable *saiga_status_table_new (SaigaLaw   *law,
                                          const char *area_id,
                                          SaigaDate  *date,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_status_table_get_law (SaigaStatusTable *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_status_table_get_date (SaigaStatusTable *self);
SAIGA_AVAILABLE_IN_ALL
SaigaStatus *saiga_status_table_lookup (SaigaStatusTable *self,
                                        const char       *taxon_id) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
guint saiga_status_table_count (SaigaStatusTable    *self,
                                SaigaTaxonRank       rank,
                                const char          *appendices,
                                SaigaStatusCertainty certainty);

G_END_DECLS
