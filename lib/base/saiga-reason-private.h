/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-reason.h>
#include <saiga/saiga-text.h>

#include "saiga-catalogue-private.h"

G_BEGIN_DECLS

/* Each engine has a static table of its reasons. */
typedef struct
{
  const char *code;
  const char *sentence; /* with %1 … %9 for the arguments */
} SaigaReasonKind;

SaigaReason *_saiga_reason_new (const SaigaReasonKind *kind,
                                ...) G_GNUC_NULL_TERMINATED;
SaigaReason *_saiga_reason_new_with_words (const SaigaReasonKind *kind,
                                           GStrv arguments,
                                           const char *const *words);
void _saiga_reason_add_text (SaigaReason *self,
                             guint position,
                             SaigaText *text);

G_END_DECLS
