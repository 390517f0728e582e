/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-format-private.h"
#include "saiga-import-private.h"
#include "saiga-importer-private.h"
#include "saiga-sniff-private.h"

/* What a reading in another thread needs: the importer may be changed meanwhile. */
typedef struct
{
  SaigaImporter *importer;
  GFile *file;
  GBytes *bytes;
  char *name;
  char *format;
  char *authority_id;
  SaigaDate *date;
  char *separator;
  char *encoding;
  gboolean is_complete;
  GHashTable *changes;
} Job;

static Job *
create_job (SaigaImporter *self,
            GFile *file,
            GBytes *bytes,
            const char *name)
{
  Job *job = g_new0 (Job, 1);

  job->importer = g_object_ref (self);
  g_set_object (&job->file, file);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->name = g_strdup (name);
  job->format = g_strdup (self->format);
  job->authority_id = g_strdup (self->authority_id);
  job->date = self->date != NULL ? saiga_date_ref (self->date) : NULL;
  job->separator = g_strdup (self->separator);
  job->encoding = g_strdup (self->encoding);
  job->is_complete = self->is_complete;
  job->changes = self->changes != NULL ? g_hash_table_ref (self->changes) : NULL;

  return job;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->importer);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_free (job->format);
  g_free (job->authority_id);
  g_clear_pointer (&job->date, saiga_date_unref);
  g_free (job->separator);
  g_free (job->encoding);
  g_clear_pointer (&job->changes, g_hash_table_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

/* The first YYYY-MM-DD in a name. */
static SaigaDate *
find_date (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) && (c == name || !g_ascii_isdigit (c[-1])) && strlen (c) >= 10 && !g_ascii_isdigit (c[10]))
      {
        g_autofree char *text = g_strndup (c, 10);
        SaigaDate *date = text[4] == '-' && text[7] == '-' ? saiga_date_parse (text, NULL) : NULL;

        if (date != NULL)
          return date;
      }

  return NULL;
}

static SaigaSniff *
sniff (Job *job,
       SaigaInput **input,
       SaigaSample **sample,
       GCancellable *cancellable,
       GError **error)
{
  const SaigaFormat *only = job->format != NULL ? _saiga_format_find (job->format) : job->changes != NULL ? &_saiga_format_checklist
                                                                                                          : NULL;
  const char *encoding = NULL;
  char separator;

  if (job->format != NULL && (only == NULL || only->read == NULL))
    {
      g_auto(GStrv) names = _saiga_format_list_names (FALSE);
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no format that can be read: %s", job->format, list);
      return NULL;
    }

  if (!_saiga_separator_parse (job->separator, &separator, error))
    return NULL;
  if (job->encoding != NULL)
    {
      encoding = _saiga_encoding_parse (job->encoding, error);
      if (encoding == NULL)
        return NULL;
    }

  *input = job->file != NULL ? _saiga_input_open (job->file, cancellable, error)
                             : _saiga_input_new_for_bytes (job->bytes, job->name, cancellable, error);
  if (*input == NULL)
    return NULL;
  *sample = _saiga_sample_new (*input, cancellable);
  (*sample)->encoding = encoding;
  (*sample)->separator = separator;
  (*sample)->changes = job->changes;

  return _saiga_sniff_new (*sample, only, error);
}

static SaigaImport *
run (Job *job,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr(SaigaInput) input = NULL;
  g_autoptr(SaigaSample) sample = NULL;
  g_autoptr(SaigaSniff) found = NULL;
  g_autoptr(SaigaReading) reading = NULL;
  g_autofree char *comment = NULL;
  SaigaChangeSet *changes;

  if (job->authority_id != NULL && !_saiga_id_is_valid (job->authority_id, strlen (job->authority_id)))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“%s” can not be the id of an authority", job->authority_id);
      return NULL;
    }

  g_atomic_int_set (&job->importer->progress, 0);
  found = sniff (job, &input, &sample, cancellable, error);
  if (found == NULL)
    return NULL;

  reading = _saiga_reading_new (job->importer->snapshot, sample, cancellable, &job->importer->progress);
  reading->authority_id = g_strdup (job->authority_id);
  reading->date = job->date != NULL ? saiga_date_ref (job->date) : find_date (_saiga_input_get_name (input));
  reading->is_whole = job->is_complete;
  if (!_saiga_format_find (saiga_sniff_get_format (found))->read (reading, error))
    return NULL;

  comment = g_strdup_printf ("%s: %s", saiga_sniff_get_format (found), _saiga_input_get_name (input));
  changes = _saiga_reading_finish (reading, comment);
  g_atomic_int_set (&job->importer->progress, SAIGA_READING_WHOLE);

  return _saiga_import_new_take (g_steal_pointer (&found), changes, reading);
}

/**
 * saiga_importer_sniff_file:
 * @self: an importer
 * @file: a file, a folder or an archive
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Says what a file is, without reading it. A file that no format takes, or that more
 * than one takes with the same certainty, is [error@Saiga.Error.INVALID].
 *
 * Returns: (transfer full): what it is, and why
 *
 * Since: 0.1
 */
SaigaSniff *
saiga_importer_sniff_file (SaigaImporter *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr(Job) job = NULL;
  g_autoptr(SaigaInput) input = NULL;
  g_autoptr(SaigaSample) sample = NULL;

  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job = create_job (self, file, NULL, NULL);

  return sniff (job, &input, &sample, cancellable, error);
}

/**
 * saiga_importer_read_file:
 * @self: an importer
 * @file: a file, a folder or an archive
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Reads a file, and says what it would change.
 *
 * Returns: (transfer full): the changes and the problems
 *
 * Since: 0.1
 */
SaigaImport *
saiga_importer_read_file (SaigaImporter *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr(Job) job = NULL;

  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job = create_job (self, file, NULL, NULL);

  return run (job, cancellable, error);
}

/**
 * saiga_importer_read_bytes:
 * @self: an importer
 * @bytes: what a file or an archive holds
 * @name: the name of the file, for messages
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Does as [method@Importer.read_file] with what is in memory.
 *
 * Returns: (transfer full): the changes and the problems
 *
 * Since: 0.1
 */
SaigaImport *
saiga_importer_read_bytes (SaigaImporter *self,
                           GBytes *bytes,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr(Job) job = NULL;

  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job = create_job (self, NULL, bytes, name);

  return run (job, cancellable, error);
}

static void
read_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  SaigaImport *import = run (task_data, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * saiga_importer_read_file_async:
 * @self: an importer
 * @file: a file, a folder or an archive
 * @cancellable: (nullable): a way to stop
 * @callback: (scope async): called when done
 * @user_data: data for the callback
 *
 * Does as [method@Importer.read_file] in another thread. How far it is tells
 * [property@Importer:progress].
 *
 * Since: 0.1
 */
void
saiga_importer_read_file_async (SaigaImporter *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SAIGA_IS_IMPORTER (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, saiga_importer_read_file_async);
  g_task_set_task_data (task, create_job (self, file, NULL, NULL), free_job);
  g_task_run_in_thread (task, read_thread);
}

/**
 * saiga_importer_read_file_finish:
 * @self: an importer
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Importer.read_file_async] began.
 *
 * Returns: (transfer full): the changes and the problems
 *
 * Since: 0.1
 */
SaigaImport *
saiga_importer_read_file_finish (SaigaImporter *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
