/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-instrument.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

/**
 * SAIGA_OTHER_AREAS:
 *
 * What stands for the areas that no scope names, where the law is asked about an area.
 *
 * Since: 0.1
 */
#define SAIGA_OTHER_AREAS "*"

#define SAIGA_TYPE_LAW (saiga_law_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaLaw, saiga_law, SAIGA, LAW, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_law_new (SaigaSnapshot *snapshot,
                         const char    *instrument_id,
                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_law_new_printed (SaigaSnapshot *snapshot,
                                 const char    *instrument_id,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaSnapshot *saiga_law_get_snapshot (SaigaLaw *self);
SAIGA_AVAILABLE_IN_ALL
SaigaInstrument *saiga_law_get_instrument (SaigaLaw *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_law_get_printed (SaigaLaw *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_law_get_horizon (SaigaLaw *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_law_get_codes (SaigaLaw *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_law_has_taxon (SaigaLaw   *self,
                              const char *taxon_id);

G_END_DECLS
