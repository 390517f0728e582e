/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>
#include <saiga/saiga-text.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CONCORDANCE_OPTION (saiga_concordance_option_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordanceOption, saiga_concordance_option, SAIGA, CONCORDANCE_OPTION, GObject)

SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_option_get_side (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_option_get_change (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_option_get_name (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_option_get_reference_id (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_option_get_body (SaigaConcordanceOption *self);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_option_get_reach (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_option_get_wider_ids (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_option_get_narrower_ids (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
SaigaText *saiga_concordance_option_get_forms (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_option_get_area_ids (SaigaConcordanceOption *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_option_is_range_known (SaigaConcordanceOption *self);

SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_option_dup_effect (SaigaConcordanceOption *self,
                                           const char             *language) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_option_dup_text (SaigaConcordanceOption *self,
                                         const char             *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
