/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "saiga-snapshot-file-private.h"
#include "saiga-xml-reader-private.h"
#include "saiga-xml-writer-private.h"

#define EMBEDDED "/saiga/data"
#define HEADER "dataset.xml"

/* ---- reading */

static guint64
query_size (GFile *file,
            GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

SaigaSnapshot *
_saiga_snapshot_load (GFile *file,
                      const SaigaProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr(SaigaCollector) collector = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree char *name = NULL;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  name = g_file_get_parse_name (file);
  collector = _saiga_collector_new ();
  if (!_saiga_xml_read (collector, G_INPUT_STREAM (stream), name, progress != NULL ? query_size (file, cancellable) : 0,
                        progress, cancellable, error))
    return NULL;

  return _saiga_collector_make_snapshot (collector, name, error);
}

/**
 * saiga_snapshot_new_from_file:
 * @file: an XML file
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Reads a snapshot.
 *
 * What is not a document of ours is an error that says where, and nothing is read; what
 * can be read but is wrong [method@Snapshot.validate] finds. A document has at most
 * 1 GiB, 5,000,000 records and 1 MiB a field.
 *
 * Returns: (transfer full): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_snapshot_new_from_file (GFile *file,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return _saiga_snapshot_load (file, NULL, cancellable, error);
}

static gboolean
read_bytes (SaigaCollector *collector,
            GBytes *bytes,
            const char *name,
            GError **error)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return _saiga_xml_read (collector, stream, name, 0, NULL, NULL, error);
}

/**
 * saiga_snapshot_new_from_bytes:
 * @bytes: an XML document
 * @error: return location for an error
 *
 * Reads a snapshot from memory.
 *
 * Returns: (transfer full): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_snapshot_new_from_bytes (GBytes *bytes,
                               GError **error)
{
  g_autoptr(SaigaCollector) collector = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  collector = _saiga_collector_new ();
  if (!read_bytes (collector, bytes, "(memory)", error))
    return NULL;

  return _saiga_collector_make_snapshot (collector, "(memory)", error);
}

static gboolean
read_resource (SaigaCollector *collector,
               const char *name,
               GError **error)
{
  g_autofree char *path = g_strconcat (EMBEDDED "/", name, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL && read_bytes (collector, bytes, path, error);
}

static SaigaSnapshot *
read_embedded (GError **error)
{
  g_autoptr(SaigaCollector) collector = _saiga_collector_new ();
  g_auto(GStrv) names = g_resources_enumerate_children (EMBEDDED, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return NULL;

  /* One file a record type, and one that speaks for all: it has the last word. */
  for (char **name = names; *name != NULL; name++)
    if (!g_str_equal (*name, HEADER) && !read_resource (collector, *name, error))
      return NULL;
  if (!read_resource (collector, HEADER, error))
    return NULL;

  return _saiga_collector_make_snapshot (collector, EMBEDDED, error);
}

/**
 * saiga_snapshot_new_embedded:
 * @error: return location for an error
 *
 * Gets the data set that the library brings with it: both conventions' lists of
 * 2013-09-27 with their whole history, and the joint work programme.
 *
 * It is read once in a process, and needs no file.
 *
 * Returns: (transfer full): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_snapshot_new_embedded (GError **error)
{
  static GMutex mutex;
  static SaigaSnapshot *embedded;
  g_autoptr(GMutexLocker) locker = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  locker = g_mutex_locker_new (&mutex);
  if (embedded == NULL)
    embedded = read_embedded (error);

  return embedded != NULL ? g_object_ref (embedded) : NULL;
}

/* ---- saving */

/* A rename is on the disk when its folder is. Where that can not be said, either file is
 * there whole after a power cut, so it is no failure. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* A new file beside the old one, synced, takes its place: after a failure or a power cut
 * at any time, one of the two is there whole. */
static gboolean
replace_file (const char *path,
              GBytes *bytes,
              GError **error)
{
  g_autofree char *target = realpath (path, NULL); /* not the link, but what it names */
  const char *name = target != NULL ? target : path;
  GStatBuf info;
  gboolean exists = g_stat (name, &info) == 0;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(GError) file_error = NULL;

  if (!g_file_set_contents_full (name, data, size, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? info.st_mode & 0777 : 0666, &file_error))
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_file_error (file_error->code), "%s: %s", path, file_error->message);
      return FALSE;
    }

  /* What the user's mask took from the mode of the old file. */
  if (exists)
    (void) g_chmod (name, info.st_mode & 07777);
  sync_folder (name);

  return TRUE;
}

gboolean
_saiga_snapshot_save (SaigaSnapshot *self,
                      GFile *file,
                      const SaigaProgress *progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr(GBytes) bytes = _saiga_xml_write (self, progress, cancellable, error);
  const char *path = g_file_peek_path (file);
  gsize size;
  const char *data;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (path != NULL)
    return replace_file (path, bytes, error);

  data = g_bytes_get_data (bytes, &size);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/**
 * saiga_snapshot_save:
 * @self: a snapshot
 * @file: the file to write
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Writes the canonical XML to a file.
 *
 * A new file is written and synced, then takes the place of the old one: a failure at
 * any point leaves the old file whole.
 *
 * Returns: `TRUE` if it was written
 *
 * Since: 0.1
 */
gboolean
saiga_snapshot_save (SaigaSnapshot *self,
                     GFile *file,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return _saiga_snapshot_save (self, file, NULL, cancellable, error);
}
