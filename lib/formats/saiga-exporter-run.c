/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>

#include "saiga-archive-private.h"
#include "saiga-exporter-private.h"
#include "saiga-format-private.h"

/* What a writing in another thread needs: the exporter may be changed meanwhile. */
typedef struct
{
  SaigaExporter *exporter;
  GFile *file;
  char *authority_id;
  SaigaDate *date;
  char *separator;
  char *record_type;
} Job;

static Job *
create_job (SaigaExporter *self,
            GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->exporter = g_object_ref (self);
  g_set_object (&job->file, file);
  job->authority_id = g_strdup (self->authority_id);
  job->date = self->date != NULL ? saiga_date_ref (self->date) : NULL;
  job->separator = g_strdup (self->separator);
  job->record_type = g_strdup (self->record_type);

  return job;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->exporter);
  g_clear_object (&job->file);
  g_free (job->authority_id);
  g_clear_pointer (&job->date, saiga_date_unref);
  g_free (job->separator);
  g_free (job->record_type);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

/* @stream: where a format of one file puts its text as it is made; NULL: all of it is kept in @texts. */
static gboolean
write_texts (Job *job,
             GOutputStream *stream,
             GPtrArray *members,
             GPtrArray *texts,
             GCancellable *cancellable,
             GError **error)
{
  const char *name = job->exporter->format;
  const SaigaFormat *format = name != NULL ? _saiga_format_find (name) : NULL;
  SaigaWriting writing = { .members = members, .texts = texts };
  gboolean is_written;

  g_atomic_int_set (&job->exporter->progress, 0);
  if (format == NULL || format->write == NULL)
    {
      g_auto(GStrv) names = _saiga_format_list_names (TRUE);
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no format that can be written: %s", name != NULL ? name : "", list);
      return FALSE;
    }
  if (!_saiga_separator_parse (job->separator, &writing.separator, error))
    return FALSE;

  writing.snapshot = job->exporter->snapshot;
  writing.authority_id = job->authority_id;
  writing.record_type = job->record_type;
  writing.date = job->date;
  if (writing.separator == '\0')
    writing.separator = ',';
  writing.stream = format->is_one_file ? stream : NULL;
  writing.cancellable = cancellable;
  writing.progress = &job->exporter->progress;

  is_written = format->write (&writing, error);
  if (writing.error != NULL)
    {
      if (is_written)
        g_propagate_error (error, writing.error);
      else
        g_error_free (writing.error);
      return FALSE;
    }

  return is_written && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static GBytes *
pack_texts (GPtrArray *members,
            GPtrArray *texts,
            GError **error)
{
  GString *text = texts->len == 1 ? texts->pdata[0] : NULL;

  return text != NULL ? g_bytes_new (text->str, text->len) : _saiga_archive_pack (members, texts, error);
}

/* What is left in memory goes out at the end. */
static gboolean
write_stream (Job *job,
              GOutputStream *stream,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  g_autoptr(GBytes) bytes = NULL;

  if (!write_texts (job, stream, members, texts, cancellable, error))
    return FALSE;
  bytes = pack_texts (members, texts, error);

  return bytes != NULL && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, cancellable, error);
}

static gboolean
write_file (Job *job,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr(GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (job->file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error));

  if (stream == NULL)
    return FALSE;

  if (!write_stream (job, stream, cancellable, error))
    {
      g_autoptr(GCancellable) stop = g_cancellable_new ();

      /* Closed in this way, what was there before stays. */
      g_cancellable_cancel (stop);
      g_output_stream_close (stream, stop, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (stream, cancellable, error))
    return FALSE;
  g_atomic_int_set (&job->exporter->progress, SAIGA_WRITING_WHOLE);

  return TRUE;
}

/**
 * saiga_exporter_to_bytes:
 * @self: an exporter
 * @error: return location for an error
 *
 * Writes the records. A format of several files is written as one zip archive.
 *
 * Returns: (transfer full): what a file is to hold
 *
 * Since: 0.1
 */
GBytes *
saiga_exporter_to_bytes (SaigaExporter *self,
                         GError **error)
{
  g_autoptr(Job) job = NULL;
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);

  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job = create_job (self, NULL);
  if (!write_texts (job, NULL, members, texts, NULL, error))
    return NULL;
  g_atomic_int_set (&self->progress, SAIGA_WRITING_WHOLE);

  return pack_texts (members, texts, error);
}

/**
 * saiga_exporter_write_file:
 * @self: an exporter
 * @file: where to write
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Writes the records to a file, of which little is in memory at a time if the format is
 * one table. The file is replaced only when the new one is complete.
 *
 * Returns: `TRUE` if it was written
 *
 * Since: 0.1
 */
gboolean
saiga_exporter_write_file (SaigaExporter *self,
                           GFile *file,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr(Job) job = NULL;

  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  job = create_job (self, file);

  return write_file (job, cancellable, error);
}

static void
write_thread (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * saiga_exporter_write_file_async:
 * @self: an exporter
 * @file: where to write
 * @cancellable: (nullable): a way to stop
 * @callback: (scope async): called when done
 * @user_data: data for the callback
 *
 * Does as [method@Exporter.write_file] in another thread. How far it is tells
 * [property@Exporter:progress].
 *
 * Since: 0.1
 */
void
saiga_exporter_write_file_async (SaigaExporter *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SAIGA_IS_EXPORTER (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, saiga_exporter_write_file_async);
  g_task_set_task_data (task, create_job (self, file), free_job);
  g_task_run_in_thread (task, write_thread);
}

/**
 * saiga_exporter_write_file_finish:
 * @self: an exporter
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Exporter.write_file_async] began.
 *
 * Returns: `TRUE` if the file was written
 *
 * Since: 0.1
 */
gboolean
saiga_exporter_write_file_finish (SaigaExporter *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * saiga_exporter_write_folder:
 * @self: an exporter
 * @folder: a folder that is there
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Writes the records as files in a folder, as [method@Exporter.to_bytes] would put them in
 * an archive. Files of these names are replaced, others are left.
 *
 * Returns: whether all of them were written
 *
 * Since: 0.1
 */
gboolean
saiga_exporter_write_folder (SaigaExporter *self,
                             GFile *folder,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr(Job) job = NULL;
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);

  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  job = create_job (self, NULL);
  if (!write_texts (job, NULL, members, texts, cancellable, error))
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr(GFile) file = g_file_get_child (folder, members->pdata[i]);
      GString *text = texts->pdata[i];

      if (!g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error))
        return FALSE;
    }
  g_atomic_int_set (&self->progress, SAIGA_WRITING_WHOLE);

  return TRUE;
}
