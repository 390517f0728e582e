/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-archive-private.h"
#include "saiga-input-private.h"

#define MAX_DEPTH 8 /* of folders in a folder */

typedef struct
{
  char *name;
  char *packed_name; /* in the archive */
  GFile *file;       /* NULL in an archive, and of bytes */
  SaigaPacking packing;
  GBytes *sample;
} Member;

struct _SaigaInput
{
  char *name;
  GFile *file;   /* the file or archive; NULL of bytes */
  GBytes *bytes; /* the same in memory */
  GArray *members;
  guint64 size;      /* packed, of all */
  GPtrArray *opened; /* the streams of what is packed: where they are tells how far reading is */
};

static void
clear_member (gpointer data)
{
  Member *member = data;

  g_free (member->name);
  g_free (member->packed_name);
  g_clear_object (&member->file);
  g_clear_pointer (&member->sample, g_bytes_unref);
}

static SaigaInput *
create_input (char *name)
{
  SaigaInput *self = g_new0 (SaigaInput, 1);

  self->name = name;
  self->members = g_array_new (FALSE, TRUE, sizeof (Member));
  g_array_set_clear_func (self->members, clear_member);
  self->opened = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
_saiga_input_free (SaigaInput *self)
{
  g_free (self->name);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->members);
  g_ptr_array_unref (self->opened);
  g_free (self);
}

static Member *
get_member (SaigaInput *self,
            guint member)
{
  return &g_array_index (self->members, Member, member);
}

static char *
strip_gz (const char *name)
{
  gsize length = strlen (name);

  return length > 3 && g_ascii_strcasecmp (name + length - 3, ".gz") == 0 ? g_strndup (name, length - 3) : g_strdup (name);
}

/* ---- opening */

static GInputStream *
open_packed (SaigaInput *self,
             GFile *file,
             GCancellable *cancellable,
             GError **error)
{
  GInputStream *stream = file != NULL ? G_INPUT_STREAM (g_file_read (file, cancellable, error))
                                      : g_memory_input_stream_new_from_bytes (self->bytes);

  if (stream != NULL)
    g_ptr_array_add (self->opened, g_object_ref (stream));

  return stream;
}

static gboolean
add_file (SaigaInput *self,
          GFile *file,
          const char *name,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr(GInputStream) stream = open_packed (self, file, cancellable, error);
  g_autoptr(GInputStream) buffered = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GInputStream) packed = NULL;
  SaigaPacking packing;
  GError *local_error = NULL;

  if (stream == NULL)
    return FALSE;

  buffered = g_buffered_input_stream_new (stream);
  packing = _saiga_packing_find (G_BUFFERED_INPUT_STREAM (buffered), cancellable, &local_error);
  g_ptr_array_set_size (self->opened, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  if (packing != SAIGA_PACKING_ARCHIVE)
    {
      Member member = { packing == SAIGA_PACKING_GZIP ? strip_gz (name) : g_strdup (name), NULL, NULL, packing, NULL };

      g_set_object (&member.file, file);
      g_array_append_val (self->members, member);
      return TRUE;
    }

  packed = open_packed (self, file, cancellable, error);
  if (packed == NULL || !_saiga_archive_list (packed, name, names, cancellable, error))
    return FALSE;
  g_ptr_array_set_size (self->opened, 0);

  for (guint i = 0; i < names->len; i++)
    {
      Member member = { g_strdup (names->pdata[i]), g_strdup (names->pdata[i]), NULL, SAIGA_PACKING_ARCHIVE, NULL };

      g_set_object (&member.file, file);
      g_array_append_val (self->members, member);
    }

  return TRUE;
}

/* An archive in a folder is left alone: it is somebody's parcel beside the files. */
static gboolean
add_folder (SaigaInput *self,
            GFile *folder,
            const char *prefix,
            guint depth,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr(GFileEnumerator) children =
               g_file_enumerate_children (folder, "standard::name,standard::type,standard::size,standard::is-symlink",
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autofree char *shown = NULL;
      g_autofree char *name = NULL;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;

      shown = g_filename_display_name (g_file_info_get_name (info));
      if (shown[0] == '.')
        continue;
      name = g_strconcat (prefix, shown, NULL);
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && depth < MAX_DEPTH)
        {
          g_autofree char *below = g_strconcat (name, "/", NULL);

          if (!add_folder (self, child, below, depth + 1, cancellable, error))
            return FALSE;
          continue;
        }
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_str_has_suffix (name, ".zip") || g_str_has_suffix (name, ".tar.gz"))
        continue;
      if (self->members->len >= SAIGA_MAX_MEMBERS)
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT, "%s: the folder has more than %d files", self->name, SAIGA_MAX_MEMBERS);
          return FALSE;
        }
      self->size += g_file_info_get_size (info);
      if (!add_file (self, child, name, cancellable, error))
        return FALSE;
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (((const Member *) a)->name, ((const Member *) b)->name);
}

SaigaInput *
_saiga_input_open (GFile *file,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr(SaigaInput) self = create_input (g_filename_display_name (base != NULL ? base : "-"));
  g_autoptr(GFileInfo) info = g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      if (!add_folder (self, file, "", 0, cancellable, error))
        return NULL;
      g_array_sort (self->members, compare_members);
    }
  else
    {
      g_set_object (&self->file, file);
      self->size = g_file_info_get_size (info);
      if (!add_file (self, file, self->name, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

SaigaInput *
_saiga_input_new_for_bytes (GBytes *bytes,
                            const char *name,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr(SaigaInput) self = create_input (g_strdup (name));

  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);
  if (!add_file (self, NULL, name, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* ---- reading */

const char *
_saiga_input_get_name (SaigaInput *self)
{
  return self->name;
}

guint
_saiga_input_get_n_members (SaigaInput *self)
{
  return self->members->len;
}

const char *
_saiga_input_get_member (SaigaInput *self,
                         guint member)
{
  return get_member (self, member)->name;
}

int
_saiga_input_find (SaigaInput *self,
                   const char *name)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const char *full = get_member (self, i)->name;
      const char *slash = strrchr (full, '/');

      if (g_ascii_strcasecmp (full, name) == 0 || (slash != NULL && g_ascii_strcasecmp (slash + 1, name) == 0))
        return i;
    }

  return -1;
}

GInputStream *
_saiga_input_read (SaigaInput *self,
                   guint member,
                   GCancellable *cancellable,
                   GError **error)
{
  Member *wanted = get_member (self, member);
  g_autoptr(GInputStream) packed = open_packed (self, wanted->file, cancellable, error);

  if (packed == NULL)
    return NULL;
  if (wanted->packing == SAIGA_PACKING_NONE)
    return g_steal_pointer (&packed);

  return _saiga_archive_stream_new (packed, self->name, wanted->packed_name, cancellable, error);
}

GBytes *
_saiga_input_peek (SaigaInput *self,
                   guint member,
                   GCancellable *cancellable,
                   GError **error)
{
  Member *wanted = get_member (self, member);
  g_autoptr(GInputStream) stream = NULL;
  g_autofree char *sample = NULL;
  gsize n;

  if (wanted->sample == NULL)
    {
      stream = _saiga_input_read (self, member, cancellable, error);
      if (stream == NULL)
        return NULL;
      sample = g_malloc (SAIGA_SAMPLE_SIZE);
      if (!g_input_stream_read_all (stream, sample, SAIGA_SAMPLE_SIZE, &n, cancellable, error))
        return NULL;
      g_ptr_array_set_size (self->opened, 0);
      sample = g_realloc (sample, MAX (n, 1));
      wanted->sample = g_bytes_new_take (g_steal_pointer (&sample), n);
    }

  return wanted->sample;
}

double
_saiga_input_get_fraction (SaigaInput *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->opened->len; i++)
    n += g_seekable_tell (self->opened->pdata[i]);

  return self->size > 0 ? MIN (1.0, (double) n / self->size) : 1.0;
}
