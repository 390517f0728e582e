/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One member of an archive, or what gzip packed, as a stream. */
#define SAIGA_TYPE_ARCHIVE_STREAM (_saiga_archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (SaigaArchiveStream, _saiga_archive_stream, SAIGA, ARCHIVE_STREAM, GInputStream)

typedef enum
{
  SAIGA_PACKING_NONE,
  SAIGA_PACKING_GZIP,    /* one file */
  SAIGA_PACKING_ARCHIVE, /* zip, tar, tar in gzip */
} SaigaPacking;

/* Looks at the first bytes of the stream, and leaves them unread. */
SaigaPacking _saiga_packing_find (GBufferedInputStream *stream,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean _saiga_archive_list (GInputStream *packed,
                              const char *name,
                              GPtrArray *members,
                              GCancellable *cancellable,
                              GError **error);
/* @member: its name, or NULL for what gzip packed. */
GInputStream *_saiga_archive_stream_new (GInputStream *packed,
                                         const char *name,
                                         const char *member,
                                         GCancellable *cancellable,
                                         GError **error);

/* A zip archive of texts (GString) by name, the same for the same: without dates and owners. */
GBytes *_saiga_archive_pack (GPtrArray *members,
                             GPtrArray *texts,
                             GError **error);

G_END_DECLS
