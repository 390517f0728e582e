/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>
#include <saiga/saiga-version.h>

G_BEGIN_DECLS

SAIGA_AVAILABLE_IN_ALL
const char *saiga_words_for_value (GType       enum_type,
                                   int         value,
                                   const char *language);

G_END_DECLS
