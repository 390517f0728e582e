/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-change-set.h>
#include <saiga/saiga-sniff.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_IMPORT (saiga_import_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaImport, saiga_import, SAIGA, IMPORT, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaSniff *saiga_import_get_sniff (SaigaImport *self);
SAIGA_AVAILABLE_IN_ALL
SaigaChangeSet *saiga_import_get_change_set (SaigaImport *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_import_get_problems (SaigaImport *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_import_get_date (SaigaImport *self);

SAIGA_AVAILABLE_IN_ALL
guint saiga_import_get_n_rows (SaigaImport *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_import_get_n_made (SaigaImport *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_import_get_n_merged (SaigaImport *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_import_get_n_refused (SaigaImport *self);

G_END_DECLS
