/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>
#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaReason:
 *
 * Why an answer is as it is: a code with arguments.
 *
 * Programs look at the code, which keeps its meaning, and the arguments; people read
 * the sentence that is made of them in their language.
 *
 * Since: 0.1
 */
typedef struct _SaigaReason SaigaReason;

#define SAIGA_TYPE_REASON (saiga_reason_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_reason_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaReason *saiga_reason_ref (SaigaReason *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_reason_unref (SaigaReason *self);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_reason_get_code (const SaigaReason *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_reason_get_arguments (const SaigaReason *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_reason_to_string (const SaigaReason *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_reason_dup_text (const SaigaReason *self,
                             const char        *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaReason, saiga_reason_unref)

G_END_DECLS
