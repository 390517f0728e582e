/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>

#include <saiga/saiga-date.h>
#include <saiga/saiga-import.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_IMPORTER (saiga_importer_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaImporter, saiga_importer, SAIGA, IMPORTER, GObject)

SAIGA_AVAILABLE_IN_ALL
char **saiga_importer_list_formats (void) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_importer_dup_format_title (const char *format,
                                       const char *language) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaImporter *saiga_importer_new (SaigaSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaSnapshot *saiga_importer_get_snapshot (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_importer_get_format (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_format (SaigaImporter *self,
                                const char    *format);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_importer_get_authority_id (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_authority_id (SaigaImporter *self,
                                      const char    *authority_id);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_importer_get_date (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_date (SaigaImporter *self,
                              SaigaDate     *date);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_importer_get_separator (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_separator (SaigaImporter *self,
                                   const char    *separator);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_importer_get_encoding (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_encoding (SaigaImporter *self,
                                  const char    *encoding);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_importer_get_complete (SaigaImporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_complete (SaigaImporter *self,
                                  gboolean       complete);
SAIGA_AVAILABLE_IN_ALL
char **saiga_importer_list_column_fields (void) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
const char *saiga_importer_get_column_field (SaigaImporter *self,
                                             const char    *column);
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_set_column_field (SaigaImporter *self,
                                      const char    *column,
                                      const char    *field);
SAIGA_AVAILABLE_IN_ALL
double saiga_importer_get_progress (SaigaImporter *self);

SAIGA_AVAILABLE_IN_ALL
SaigaSniff *saiga_importer_sniff_file (SaigaImporter *self,
                                       GFile         *file,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaImport *saiga_importer_read_file (SaigaImporter *self,
                                       GFile         *file,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaImport *saiga_importer_read_bytes (SaigaImporter *self,
                                        GBytes        *bytes,
                                        const char    *name,
                                        GCancellable  *cancellable,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_importer_read_file_async (SaigaImporter      *self,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
SAIGA_AVAILABLE_IN_ALL
SaigaImport *saiga_importer_read_file_finish (SaigaImporter *self,
                                              GAsyncResult  *result,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
