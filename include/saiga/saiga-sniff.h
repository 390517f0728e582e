/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-reason.h>
#include <saiga/saiga-version.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_SNIFF (saiga_sniff_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaSniff, saiga_sniff, SAIGA, SNIFF, GObject)

SAIGA_AVAILABLE_IN_ALL
const char *saiga_sniff_get_format (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_sniff_get_certainty (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_sniff_get_member (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_sniff_get_encoding (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_sniff_get_separator (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_sniff_get_line_ends (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_sniff_get_n_reasons (SaigaSniff *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReason *saiga_sniff_get_reason (SaigaSniff *self,
                                     guint       position);

SAIGA_AVAILABLE_IN_ALL
char **saiga_sniff_list_columns (SaigaSniff *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
const char *saiga_sniff_get_column_field (SaigaSniff *self,
                                          const char *column);

G_END_DECLS
