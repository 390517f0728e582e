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
#define N_THREADS 4 /* more have nothing to do */

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
                      const SaigaTeller *progress,
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

/* One document of the embedded data set, read in a thread of its own. */
typedef struct
{
  char *name;
  SaigaCollector *collector;
  GError *error;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  _saiga_collector_free (part->collector);
  g_clear_error (&part->error);
  g_free (part);
}

static void
read_part (gpointer data,
           gpointer user_data)
{
  Part *part = data;
  g_autofree char *path = g_strconcat (EMBEDDED "/", part->name, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &part->error);

  if (bytes != NULL)
    read_bytes (part->collector, bytes, path, &part->error);
}

static guint64
get_size (const char *name)
{
  g_autofree char *path = g_strconcat (EMBEDDED "/", name, NULL);
  gsize size = 0;

  g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &size, NULL, NULL);

  return size;
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  guint64 first = get_size ((*(Part *const *) a)->name);
  guint64 second = get_size ((*(Part *const *) b)->name);

  return (first < second) - (first > second);
}

/* One file a record type, and one that speaks for all: it has the last word. */
static GPtrArray *
list_parts (GError **error)
{
  g_auto(GStrv) names = g_resources_enumerate_children (EMBEDDED, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  GPtrArray *parts;

  if (names == NULL)
    return NULL;

  parts = g_ptr_array_new_with_free_func (part_free);
  for (char **name = names; *name != NULL; name++)
    {
      Part *part = g_new0 (Part, 1);

      part->name = g_strdup (*name);
      part->collector = _saiga_collector_new ();
      g_ptr_array_add (parts, part);
    }

  return parts;
}

static SaigaSnapshot *
read_embedded (GError **error)
{
  g_autoptr(GPtrArray) parts = list_parts (error);
  g_autoptr(SaigaCollector) collector = NULL;
  GThreadPool *pool;

  if (parts == NULL)
    return NULL;

  /* The largest first, so that no thread has to begin one when the others are done. */
  g_ptr_array_sort (parts, compare_sizes);
  pool = g_thread_pool_new (read_part, NULL, MIN (g_get_num_processors (), N_THREADS), FALSE, NULL);
  for (guint i = 0; i < parts->len; i++)
    g_thread_pool_push (pool, parts->pdata[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  collector = _saiga_collector_new ();
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = parts->pdata[i];

      if (part->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&part->error));
          return NULL;
        }
      _saiga_collector_absorb (collector, part->collector, g_str_equal (part->name, HEADER));
    }

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
                      const SaigaTeller *progress,
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
