/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-red-list-index.h>

G_BEGIN_DECLS

SAIGA_AVAILABLE_IN_ALL
char *saiga_red_list_index_to_svg (SaigaRedListIndex *self,
                                   const char        *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
