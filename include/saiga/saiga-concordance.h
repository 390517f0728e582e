/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-concordance-row.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CONCORDANCE (saiga_concordance_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordance, saiga_concordance, SAIGA, CONCORDANCE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaConcordance *saiga_concordance_new (SaigaSnapshot *snapshot,
                                         const char    *authority_a,
                                         const char    *authority_b,
                                         SaigaDate     *date,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaSnapshot *saiga_concordance_get_snapshot (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
SaigaAuthority *saiga_concordance_get_authority_a (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
SaigaAuthority *saiga_concordance_get_authority_b (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_concordance_get_date (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_is_after_horizon (SaigaConcordance *self);

G_END_DECLS
