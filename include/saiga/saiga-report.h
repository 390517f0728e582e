/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_REPORT (saiga_report_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaReport, saiga_report, SAIGA, REPORT, GObject)

SAIGA_AVAILABLE_IN_ALL
char **saiga_report_list_names (void) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaReport *saiga_report_new (const char    *name,
                               SaigaSnapshot *snapshot,
                               const char    *programme_id,
                               SaigaDate     *date,
                               const char    *language,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaReport *saiga_report_new_main (SaigaSnapshot *snapshot,
                                    SaigaDate     *date,
                                    const char    *language,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
const char *saiga_report_get_title (SaigaReport *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_report_get_language (SaigaReport *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_report_to_html (SaigaReport *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_report_to_markdown (SaigaReport *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
