/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-red-list-table.h>

G_BEGIN_DECLS

SAIGA_AVAILABLE_IN_ALL
SaigaRedListTable *saiga_red_list_table_new_from_file (GFile        *file,
                                                       GCancellable *cancellable,
                                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaRedListTable *saiga_red_list_table_new_from_bytes (GBytes  *bytes,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
