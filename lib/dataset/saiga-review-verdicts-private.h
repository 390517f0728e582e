/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-review.h>

G_BEGIN_DECLS

/* The values that a review of an axis may have; ends with NULL. */
const char *const *_saiga_review_axis_list_verdicts (SaigaReviewAxis axis);

G_END_DECLS
