/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-private.h"

/* A concordance that is made in another thread. */

typedef struct
{
  SaigaSnapshot *snapshot;
  char *authority_a;
  char *authority_b;
  SaigaDate *date;
  SaigaConcordanceProgressFunc progress;
  gpointer progress_data;
  GDestroyNotify progress_destroy;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);
  g_object_unref (self->snapshot);
  g_free (self->authority_a);
  g_free (self->authority_b);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_free (self);
}

/* A message to the thread that asked. */
typedef struct
{
  GTask *task;
  double fraction;
} Message;

static gboolean
deliver (gpointer data)
{
  const Message *message = data;
  const Job *job = g_task_get_task_data (message->task);

  if (!g_task_get_completed (message->task))
    job->progress (message->fraction, job->progress_data);

  return G_SOURCE_REMOVE;
}

static void
message_free (gpointer data)
{
  Message *self = data;

  g_object_unref (self->task);
  g_free (self);
}

static gboolean
tell (double fraction,
      gpointer data,
      GError **error)
{
  GTask *task = data;
  const Job *job = g_task_get_task_data (task);

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error))
    return FALSE;
  if (job->progress != NULL)
    {
      g_autoptr(GSource) source = g_idle_source_new ();
      Message *message = g_new (Message, 1);

      *message = (Message){ g_object_ref (task), fraction };
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, deliver, message, message_free);
      g_source_attach (source, g_task_get_context (task));
    }

  return TRUE;
}

static void
run (GTask *task,
     gpointer source,
     gpointer data,
     GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  SaigaConcordance *concordance = _saiga_concordance_make (job->snapshot, job->authority_a, job->authority_b, job->date, tell, task, &error);

  if (concordance != NULL)
    g_task_return_pointer (task, concordance, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * saiga_concordance_make_async:
 * @snapshot: the records
 * @authority_a: the id of an authority
 * @authority_b: the id of another one
 * @date: (nullable): the day; without one, the latest day whose state the authorities have
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): is
 *   told how far it is, in the thread that asked
 * @progress_data: data for @progress
 * @progress_destroy: (nullable): frees the data
 * @cancellable: (nullable): a way to stop
 * @callback: (scope async): called when done
 * @user_data: data for the callback
 *
 * Does as [ctor@Concordance.new], in another thread.
 *
 * Since: 0.1
 */
void
saiga_concordance_make_async (SaigaSnapshot *snapshot,
                              const char *authority_a,
                              const char *authority_b,
                              SaigaDate *date,
                              SaigaConcordanceProgressFunc progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (SAIGA_IS_SNAPSHOT (snapshot));
  g_return_if_fail (authority_a != NULL && authority_b != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, saiga_concordance_make_async);
  job = g_new0 (Job, 1);
  job->snapshot = g_object_ref (snapshot);
  job->authority_a = g_strdup (authority_a);
  job->authority_b = g_strdup (authority_b);
  job->date = date != NULL ? saiga_date_ref (date) : NULL;
  job->progress = progress;
  job->progress_data = progress_data;
  job->progress_destroy = progress_destroy;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

/**
 * saiga_concordance_make_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@Concordance.make_async] began.
 *
 * Returns: (transfer full): the concordance
 *
 * Since: 0.1
 */
SaigaConcordance *
saiga_concordance_make_finish (GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
