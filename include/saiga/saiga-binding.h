/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-duty.h>
#include <saiga/saiga-law.h>
#include <saiga/saiga-membership.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_BINDING (saiga_binding_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaBinding, saiga_binding, SAIGA, BINDING, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaBinding *saiga_binding_new (SaigaLaw   *law,
                                 const char *party_id,
                                 const char *taxon_id,
                                 SaigaDate  *date,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_binding_get_law (SaigaBinding *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_binding_get_party_id (SaigaBinding *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_binding_get_date (SaigaBinding *self);
SAIGA_AVAILABLE_IN_ALL
SaigaMembership *saiga_binding_get_membership (SaigaBinding *self);

G_END_DECLS
