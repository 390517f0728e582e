/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-records.h>

G_BEGIN_DECLS

/* Whether the body agreed, in whatever word its rules have for it. */
static inline gboolean
_saiga_approval_is_given (SaigaApproval *self)
{
  const SaigaApprovalOutcome outcome = saiga_approval_get_outcome (self);

  return outcome == SAIGA_APPROVAL_OUTCOME_ENDORSED || outcome == SAIGA_APPROVAL_OUTCOME_APPROVED ||
         outcome == SAIGA_APPROVAL_OUTCOME_ADOPTED;
}

G_END_DECLS
