/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Archives by libarchive. Nothing of an archive is ever written to a disk; names that would
 * lead somewhere else are refused all the same, for who sends such an archive means no good. */

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-archive-private.h"
#include "saiga-input-private.h"

#define BLOCK_SIZE (64 * 1024)

struct _SaigaArchiveStream
{
  GInputStream parent_instance;

  struct archive *archive;
  GInputStream *packed;
  GCancellable *cancellable;
  GError *packed_error; /* of reading what is packed: libarchive knows only that it failed */
  char *name;
  guint64 n_packed;
  guint64 n_unpacked;
  char *block; /* of BLOCK_SIZE */
};

G_DEFINE_FINAL_TYPE (SaigaArchiveStream, _saiga_archive_stream, G_TYPE_INPUT_STREAM)

/* ---- what libarchive calls */

static la_ssize_t
read_packed (struct archive *archive,
             void *data,
             const void **block)
{
  SaigaArchiveStream *self = data;
  gssize n = g_input_stream_read (self->packed, self->block, BLOCK_SIZE, self->cancellable, self->packed_error == NULL ? &self->packed_error : NULL);

  if (n < 0)
    {
      archive_set_error (archive, EIO, "can not be read");
      return ARCHIVE_FATAL;
    }

  self->n_packed += n;
  *block = self->block;

  return n;
}

static la_int64_t
seek_packed (struct archive *archive,
             void *data,
             la_int64_t offset,
             int whence)
{
  SaigaArchiveStream *self = data;
  GSeekable *seekable = G_SEEKABLE (self->packed);
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR
                                                                        : G_SEEK_END;

  if (!g_seekable_seek (seekable, offset, type, self->cancellable, NULL))
    return ARCHIVE_FATAL;

  return g_seekable_tell (seekable);
}

/* Takes what libarchive has to say. */
static void
set_error (SaigaArchiveStream *self,
           GError **error)
{
  const char *message = archive_error_string (self->archive);

  if (self->packed_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->packed_error));
      return;
    }

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: the archive is damaged: %s", self->name, message != NULL ? message : "no reason is given");
}

static gboolean
name_is_safe (const char *name)
{
  g_auto(GStrv) steps = NULL;

  if (name[0] == '/' || name[0] == '\\' || (g_ascii_isalpha (name[0]) && name[1] == ':'))
    return FALSE;

  steps = g_strsplit_set (name, "/\\", -1);

  return !g_strv_contains ((const char *const *) steps, "..");
}

/* The next regular file; NULL without an error at the end. */
static const char *
next_member (SaigaArchiveStream *self,
             guint *n_entries,
             GError **error)
{
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname_utf8 (entry);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return NULL;
      if (++*n_entries > SAIGA_MAX_MEMBERS)
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT, "%s: the archive has more than %d members", self->name, SAIGA_MAX_MEMBERS);
          return NULL;
        }
      if (name == NULL || !g_utf8_validate (name, -1, NULL))
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: the name of member %u of the archive is not in UTF-8", self->name, *n_entries);
          return NULL;
        }
      if (!name_is_safe (name))
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: the archive has the member “%s”, whose name leads out of it", self->name, name);
          return NULL;
        }
      if (archive_entry_filetype (entry) == AE_IFDIR)
        continue;
      if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL)
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: the archive has the member “%s”, which is a link or a device", self->name, name);
          return NULL;
        }

      return name;
    }

  if (result != ARCHIVE_EOF)
    set_error (self, error);

  return NULL;
}

/* ---- the stream */

static gssize
_saiga_archive_stream_read (GInputStream *stream,
                            void *buffer,
                            gsize count,
                            GCancellable *cancellable,
                            GError **error)
{
  SaigaArchiveStream *self = SAIGA_ARCHIVE_STREAM (stream);
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  n = archive_read_data (self->archive, buffer, count);
  if (n < 0)
    {
      set_error (self, error);
      return -1;
    }

  self->n_unpacked += n;
  if (self->n_unpacked > SAIGA_MAX_UNPACKED ||
      (self->n_unpacked > SAIGA_FREE_UNPACKED && self->n_unpacked / SAIGA_MAX_RATIO > self->n_packed))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT,
                   "%s: unpacks to more than %" G_GUINT64_FORMAT " bytes from %" G_GUINT64_FORMAT " packed ones; the limit is %d for one, and %d MiB",
                   self->name, self->n_unpacked, self->n_packed, SAIGA_MAX_RATIO, (int) (SAIGA_MAX_UNPACKED >> 20));
      return -1;
    }

  return n;
}

static void
_saiga_archive_stream_finalize (GObject *object)
{
  SaigaArchiveStream *self = SAIGA_ARCHIVE_STREAM (object);

  g_clear_pointer (&self->archive, archive_read_free);
  g_clear_object (&self->packed);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->packed_error);
  g_free (self->name);
  g_free (self->block);

  G_OBJECT_CLASS (_saiga_archive_stream_parent_class)->finalize (object);
}

static void
_saiga_archive_stream_class_init (SaigaArchiveStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = _saiga_archive_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = _saiga_archive_stream_read;
}

static void
_saiga_archive_stream_init (SaigaArchiveStream *self)
{
  self->block = g_malloc (BLOCK_SIZE);
}

static SaigaArchiveStream *
open_archive (GInputStream *packed,
              const char *name,
              gboolean raw,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr(SaigaArchiveStream) self = g_object_new (SAIGA_TYPE_ARCHIVE_STREAM, NULL);

  self->packed = g_object_ref (packed);
  g_set_object (&self->cancellable, cancellable);
  self->name = g_strdup (name);
  self->archive = archive_read_new ();

  archive_read_support_filter_gzip (self->archive);
  if (raw)
    archive_read_support_format_raw (self->archive);
  else
    {
      archive_read_support_format_zip (self->archive);
      archive_read_support_format_tar (self->archive);
    }
  archive_read_set_callback_data (self->archive, self);
  archive_read_set_read_callback (self->archive, read_packed);
  if (G_IS_SEEKABLE (packed) && g_seekable_can_seek (G_SEEKABLE (packed)))
    archive_read_set_seek_callback (self->archive, seek_packed);
  if (archive_read_open1 (self->archive) != ARCHIVE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

GInputStream *
_saiga_archive_stream_new (GInputStream *packed,
                           const char *name,
                           const char *member,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr(SaigaArchiveStream) self = open_archive (packed, name, member == NULL, cancellable, error);
  struct archive_entry *entry;
  const char *found;
  guint n_entries = 0;
  GError *local_error = NULL;

  if (self == NULL)
    return NULL;

  if (member == NULL)
    {
      if (archive_read_next_header (self->archive, &entry) == ARCHIVE_OK)
        return G_INPUT_STREAM (g_steal_pointer (&self));
      set_error (self, error);
      return NULL;
    }

  while ((found = next_member (self, &n_entries, &local_error)) != NULL)
    if (g_str_equal (found, member))
      return G_INPUT_STREAM (g_steal_pointer (&self));

  if (local_error == NULL)
    g_set_error (&local_error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: the archive has no member “%s” any more", name, member);
  g_propagate_error (error, local_error);

  return NULL;
}

gboolean
_saiga_archive_list (GInputStream *packed,
                     const char *name,
                     GPtrArray *members,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr(SaigaArchiveStream) self = open_archive (packed, name, FALSE, cancellable, error);
  const char *member;
  guint n_entries = 0;
  GError *local_error = NULL;

  if (self == NULL)
    return FALSE;

  while ((member = next_member (self, &n_entries, &local_error)) != NULL)
    g_ptr_array_add (members, g_strdup (member));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);

  return FALSE;
}

/* ---- packing */

static la_ssize_t
append_packed (struct archive *archive,
               void *data,
               const void *block,
               size_t size)
{
  g_byte_array_append (data, block, size);

  return size;
}

GBytes *
_saiga_archive_pack (GPtrArray *members,
                     GPtrArray *texts,
                     GError **error)
{
  g_autoptr(GByteArray) packed = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  gboolean is_written;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  is_written = archive_write_open (archive, packed, NULL, append_packed, NULL) == ARCHIVE_OK;
  for (guint i = 0; is_written && i < members->len; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      const GString *text = texts->pdata[i];

      archive_entry_set_pathname_utf8 (entry, members->pdata[i]);
      archive_entry_set_size (entry, text->len);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      /* The first day that a zip archive knows. */
      archive_entry_set_mtime (entry, 315532800, 0);
      is_written = archive_write_header (archive, entry) == ARCHIVE_OK &&
                   archive_write_data (archive, text->str, text->len) == (la_ssize_t) text->len;
      archive_entry_free (entry);
    }
  is_written = is_written && archive_write_close (archive) == ARCHIVE_OK;
  if (!is_written)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_FAILED, "The archive can not be written: %s", archive_error_string (archive));
  archive_write_free (archive);

  return is_written ? g_byte_array_free_to_bytes (g_steal_pointer (&packed)) : NULL;
}

/* ---- what something is */

SaigaPacking
_saiga_packing_find (GBufferedInputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  const guchar *start;
  gsize n;

  if (g_buffered_input_stream_fill (stream, -1, cancellable, error) < 0)
    return SAIGA_PACKING_NONE;

  start = g_buffered_input_stream_peek_buffer (stream, &n);
  if (n >= 4 && (memcmp (start, "PK\003\004", 4) == 0 || memcmp (start, "PK\005\006", 4) == 0))
    return SAIGA_PACKING_ARCHIVE;
  if (n >= 262 && memcmp (start + 257, "ustar", 5) == 0)
    return SAIGA_PACKING_ARCHIVE;
  if (n >= 2 && start[0] == 0x1f && start[1] == 0x8b)
    {
      g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      char first[512];
      gsize n_read;
      gsize n_written = 0;

      /* A tar in gzip shows itself in its first block. What is damaged shows itself later. */
      g_converter_convert (converter, start, n, first, sizeof (first), G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);
      return n_written >= 262 && memcmp (first + 257, "ustar", 5) == 0 ? SAIGA_PACKING_ARCHIVE : SAIGA_PACKING_GZIP;
    }

  return SAIGA_PACKING_NONE;
}
