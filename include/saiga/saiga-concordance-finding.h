/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>
#include <saiga/saiga-concordance-option.h>
#include <saiga/saiga-review.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CONCORDANCE_FINDING (saiga_concordance_finding_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordanceFinding, saiga_concordance_finding, SAIGA, CONCORDANCE_FINDING, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaReviewAxis saiga_concordance_finding_get_axis (SaigaConcordanceFinding *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_finding_get_row_key (SaigaConcordanceFinding *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_finding_get_taxon_ids (SaigaConcordanceFinding *self);

SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_finding_list_fields (SaigaReviewAxis axis);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_finding_get_value (SaigaConcordanceFinding *self,
                                                 const char              *field);

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_finding_get_options (SaigaConcordanceFinding *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_finding_dup_text (SaigaConcordanceFinding *self,
                                          const char              *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
