/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>

#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaNameStatus:
 * @SAIGA_NAME_STATUS_ACCEPTED: the name by which a list calls a taxon
 * @SAIGA_NAME_STATUS_SYNONYM: another scientific name of a taxon
 * @SAIGA_NAME_STATUS_MISAPPLIED: a name that was used for a taxon by mistake
 * @SAIGA_NAME_STATUS_COMMON: a name in a living language
 *
 * What a name is in a list.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_STATUS_ACCEPTED,
  SAIGA_NAME_STATUS_SYNONYM,
  SAIGA_NAME_STATUS_MISAPPLIED,
  SAIGA_NAME_STATUS_COMMON,
} SaigaNameStatus;

#define SAIGA_TYPE_NAME_STATUS (saiga_name_status_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_status_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_NAME_INDEX (saiga_name_index_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaNameIndex, saiga_name_index, SAIGA, NAME_INDEX, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaNameIndex *saiga_name_index_new (void) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaNameIndex *saiga_name_index_new_for_names (const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaNameIndex *saiga_name_index_open (GFile   *file,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaNameIndex *saiga_name_index_new_from_bytes (GBytes  *bytes,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_index_save (SaigaNameIndex *self,
                                GFile          *file,
                                GCancellable   *cancellable,
                                GError        **error);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_index_verify (SaigaNameIndex *self,
                                  GError        **error);

SAIGA_AVAILABLE_IN_ALL
guint saiga_name_index_get_n_rows (SaigaNameIndex *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_index_get_n_names (SaigaNameIndex *self);
SAIGA_AVAILABLE_IN_ALL
guint64 saiga_name_index_get_size (SaigaNameIndex *self);

SAIGA_AVAILABLE_IN_ALL
guint *saiga_name_index_find_names (SaigaNameIndex    *self,
                                    const char *const *names,
                                    guint             *n_rows) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
char *saiga_name_index_dup_id (SaigaNameIndex *self,
                               guint           row) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_index_dup_name (SaigaNameIndex *self,
                                 guint           row) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_index_dup_accepted_id (SaigaNameIndex *self,
                                        guint           row) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_index_dup_higher_taxon (SaigaNameIndex *self,
                                         guint           row) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaNameStatus saiga_name_index_get_status (SaigaNameIndex *self,
                                             guint           row);

SAIGA_AVAILABLE_IN_ALL
guint *saiga_name_index_complete (SaigaNameIndex *self,
                                  const char     *text,
                                  guint           max_rows,
                                  guint          *n_rows) G_GNUC_WARN_UNUSED_RESULT;

#define SAIGA_TYPE_NAME_INDEX_BUILDER (saiga_name_index_builder_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaNameIndexBuilder, saiga_name_index_builder, SAIGA, NAME_INDEX_BUILDER, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaNameIndexBuilder *saiga_name_index_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_name_index_builder_add (SaigaNameIndexBuilder *self,
                                   const char            *id,
                                   const char            *name,
                                   SaigaNameStatus        status,
                                   const char            *accepted_id,
                                   const char            *higher_taxon);
SAIGA_AVAILABLE_IN_ALL
SaigaNameIndex *saiga_name_index_builder_build (SaigaNameIndexBuilder *self,
                                                GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
