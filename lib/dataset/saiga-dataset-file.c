/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-dataset-private.h"
#include "saiga-snapshot-file-private.h"

/* Loading and saving of a data set, here and in another thread. */

#define TICK 50 /* milliseconds between two looks at how far a thread is */

static void
tell_progress (double fraction,
               gpointer data)
{
  _saiga_dataset_set_progress (data, fraction);
}

/**
 * saiga_dataset_load_file:
 * @self: a data set
 * @file: an XML file
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Exchanges all records for those of a file. A failure changes nothing.
 *
 * Returns: `TRUE` if they were read
 *
 * Since: 0.1
 */
gboolean
saiga_dataset_load_file (SaigaDataset *self,
                         GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  const SaigaTeller progress = { tell_progress, self };
  g_autoptr(SaigaSnapshot) snapshot = NULL;

  g_return_val_if_fail (SAIGA_IS_DATASET (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  _saiga_dataset_set_progress (self, 0);
  snapshot = _saiga_snapshot_load (file, &progress, cancellable, error);
  if (snapshot == NULL)
    return FALSE;

  saiga_dataset_set_snapshot (self, snapshot);
  _saiga_dataset_set_progress (self, 1);

  return TRUE;
}

/**
 * saiga_dataset_save_file:
 * @self: a data set
 * @file: the file to write
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Writes all records to a file, as [method@Snapshot.save] does.
 *
 * Returns: `TRUE` if they were written
 *
 * Since: 0.1
 */
gboolean
saiga_dataset_save_file (SaigaDataset *self,
                         GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  const SaigaTeller progress = { tell_progress, self };

  g_return_val_if_fail (SAIGA_IS_DATASET (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  _saiga_dataset_set_progress (self, 0);
  if (!_saiga_snapshot_save (saiga_dataset_get_snapshot (self), file, &progress, cancellable, error))
    return FALSE;
  _saiga_dataset_set_progress (self, 1);

  return TRUE;
}

/* A load or save in a thread. The thread touches nothing but this: what it is also the
 * last to drop must be neither the data set nor the caller's data, hence two tasks. */
typedef struct
{
  GFile *file;
  SaigaSnapshot *snapshot; /* to save; NULL to load */
  int permille;            /* done */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_clear_object (&job->snapshot);
  g_free (job);
}

static void
job_tell (double fraction,
          gpointer data)
{
  g_atomic_int_set (&((Job *) data)->permille, (int) (fraction * 1000));
}

static void
job_thread (GTask *task,
            gpointer source_object,
            gpointer task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  const SaigaTeller progress = { job_tell, job };
  GError *error = NULL;
  SaigaSnapshot *loaded = NULL;

  if (job->snapshot != NULL)
    _saiga_snapshot_save (job->snapshot, job->file, &progress, cancellable, &error);
  else
    loaded = _saiga_snapshot_load (job->file, &progress, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, loaded, g_object_unref);
}

/* What the caller's thread keeps while the other works. */
typedef struct
{
  GTask *task; /* the caller's */
  GTask *work;
  GSource *ticks;
} Watch;

static gboolean
watch_tick (gpointer data)
{
  Watch *watch = data;
  Job *job = g_task_get_task_data (watch->work);

  _saiga_dataset_set_progress (g_task_get_source_object (watch->task), g_atomic_int_get (&job->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
job_done (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autofree Watch *watch = user_data;
  g_autoptr(GTask) task = watch->task;
  GError *error = NULL;
  SaigaSnapshot *loaded = g_task_propagate_pointer (G_TASK (result), &error);

  g_source_destroy (watch->ticks);
  g_source_unref (watch->ticks);
  g_object_unref (watch->work);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  _saiga_dataset_set_progress (g_task_get_source_object (task), 1);
  g_task_return_pointer (task, loaded, g_object_unref);
}

/* Without a snapshot to save it loads. Takes the task. */
static void
start_job (SaigaDataset *self,
           GFile *file,
           SaigaSnapshot *snapshot,
           GTask *task)
{
  Watch *watch = g_new (Watch, 1);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  g_set_object (&job->snapshot, snapshot);
  _saiga_dataset_set_progress (self, 0);
  watch->task = task;
  watch->work = g_task_new (NULL, g_task_get_cancellable (task), job_done, watch);
  /* What is in the file can not be called off any more. */
  g_task_set_check_cancellable (watch->work, snapshot == NULL);
  g_task_set_check_cancellable (task, snapshot == NULL);
  watch->ticks = g_timeout_source_new (TICK);
  g_source_set_callback (watch->ticks, watch_tick, watch, NULL);
  g_source_attach (watch->ticks, g_task_get_context (task));
  g_task_set_task_data (watch->work, job, job_free);
  g_task_run_in_thread (watch->work, job_thread);
}

/**
 * saiga_dataset_load_file_async:
 * @self: a data set
 * @file: an XML file
 * @cancellable: (nullable): a way to stop
 * @callback: (scope async): called when done
 * @user_data: data for the callback
 *
 * Does as [method@Dataset.load_file], reading in another thread.
 *
 * Since: 0.1
 */
void
saiga_dataset_load_file_async (SaigaDataset *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SAIGA_IS_DATASET (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, saiga_dataset_load_file_async);
  start_job (self, file, NULL, task);
}

/**
 * saiga_dataset_load_file_finish:
 * @self: a data set
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Dataset.load_file_async] began: the records change here.
 *
 * Returns: `TRUE` if they were read
 *
 * Since: 0.1
 */
gboolean
saiga_dataset_load_file_finish (SaigaDataset *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_autoptr(SaigaSnapshot) snapshot = NULL;

  g_return_val_if_fail (SAIGA_IS_DATASET (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  snapshot = g_task_propagate_pointer (G_TASK (result), error);
  if (snapshot == NULL)
    return FALSE;

  saiga_dataset_set_snapshot (self, snapshot);

  return TRUE;
}

/**
 * saiga_dataset_save_file_async:
 * @self: a data set
 * @file: the file to write
 * @cancellable: (nullable): a way to stop
 * @callback: (scope async): called when done
 * @user_data: data for the callback
 *
 * Does as [method@Dataset.save_file], writing in another thread.
 *
 * What is written are the records of now, whatever is edited meanwhile.
 *
 * Since: 0.1
 */
void
saiga_dataset_save_file_async (SaigaDataset *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SAIGA_IS_DATASET (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, saiga_dataset_save_file_async);
  start_job (self, file, saiga_dataset_get_snapshot (self), task);
}

/**
 * saiga_dataset_save_file_finish:
 * @self: a data set
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Dataset.save_file_async] began.
 *
 * Returns: `TRUE` if the records were written
 *
 * Since: 0.1
 */
gboolean
saiga_dataset_save_file_finish (SaigaDataset *self,
                                GAsyncResult *result,
                                GError **error)
{
  GError *local = NULL;

  g_return_val_if_fail (SAIGA_IS_DATASET (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_task_propagate_pointer (G_TASK (result), &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);

  return FALSE;
}
