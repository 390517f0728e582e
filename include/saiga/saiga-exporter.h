/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>

#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_EXPORTER (saiga_exporter_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaExporter, saiga_exporter, SAIGA, EXPORTER, GObject)

SAIGA_AVAILABLE_IN_ALL
char **saiga_exporter_list_formats (void) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaExporter *saiga_exporter_new (SaigaSnapshot *snapshot,
                                   const char    *format) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaSnapshot *saiga_exporter_get_snapshot (SaigaExporter *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_exporter_get_format (SaigaExporter *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_exporter_get_authority_id (SaigaExporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_exporter_set_authority_id (SaigaExporter *self,
                                      const char    *authority_id);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_exporter_get_date (SaigaExporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_exporter_set_date (SaigaExporter *self,
                              SaigaDate     *date);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_exporter_get_separator (SaigaExporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_exporter_set_separator (SaigaExporter *self,
                                   const char    *separator);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_exporter_get_record_type (SaigaExporter *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_exporter_set_record_type (SaigaExporter *self,
                                     const char    *record_type);

SAIGA_AVAILABLE_IN_ALL
double saiga_exporter_get_progress (SaigaExporter *self);

SAIGA_AVAILABLE_IN_ALL
GBytes *saiga_exporter_to_bytes (SaigaExporter *self,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_exporter_write_file (SaigaExporter *self,
                                    GFile         *file,
                                    GCancellable  *cancellable,
                                    GError       **error);
SAIGA_AVAILABLE_IN_ALL
void saiga_exporter_write_file_async (SaigaExporter      *self,
                                      GFile              *file,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_exporter_write_file_finish (SaigaExporter *self,
                                           GAsyncResult  *result,
                                           GError       **error);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_exporter_write_folder (SaigaExporter *self,
                                      GFile         *folder,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_END_DECLS
