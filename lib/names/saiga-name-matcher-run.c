/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-matcher-private.h"

/* Names shared out among threads, and put together again. */

static SaigaNameSearchOptions
get_options (SaigaNameMatcher *self)
{
  return (SaigaNameSearchOptions){ self->max_edits, self->max_candidates, self->fuzzy_uninomials, self->fallback, self->lenient };
}

/**
 * saiga_name_matcher_match:
 * @self: a matcher
 * @name: a name, with or without authorship
 * @higher_taxon: (nullable): the family, or several higher taxa, if they are known
 *
 * Finds one name.
 *
 * Returns: (transfer full): what was found, for a list of this one name
 *
 * Since: 0.1
 */
SaigaNameMatchList *
saiga_name_matcher_match (SaigaNameMatcher *self,
                          const char *name,
                          const char *higher_taxon)
{
  const char *names[] = { name, NULL }, *higher_taxa[] = { higher_taxon, NULL };

  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return saiga_name_matcher_match_names (self, names, higher_taxon != NULL ? higher_taxa : NULL, NULL, NULL);
}

/* How many names a thread takes at a time. */
#define PIECE 512

typedef struct
{
  GArray *found;
  guint32 counts[PIECE];
} Piece;

/* The work that all threads share. */
typedef struct
{
  SaigaNameMatcher *matcher;
  SaigaNameSearchOptions options;
  const char *const *names;
  const char *const *higher_taxa;
  guint n_names;
  guint n_higher;
  guint n_pieces;
  Piece *pieces;
  int next; /* atomic */
  int done; /* atomic */
  GCancellable *cancellable;
} Job;

static gpointer
work (gpointer data)
{
  Job *job = data;
  g_autofree SaigaNameSearch *search = g_new (SaigaNameSearch, 1);

  _saiga_name_search_init (search, &job->matcher->index->view, &job->options);
  while (TRUE)
    {
      guint number = g_atomic_int_add (&job->next, 1), first = number * PIECE;
      Piece *piece;

      if (number >= job->n_pieces || g_cancellable_is_cancelled (job->cancellable))
        break;
      piece = &job->pieces[number];
      piece->found = g_array_new (FALSE, FALSE, sizeof (SaigaNameFound));
      for (guint i = first; i < MIN (first + PIECE, job->n_names); i++)
        piece->counts[i - first] = _saiga_name_search_run (search, job->names[i], strlen (job->names[i]), i < job->n_higher ? job->higher_taxa[i] : NULL, piece->found);
      g_atomic_int_set (&job->matcher->progress, (int) ((guint64) (g_atomic_int_add (&job->done, 1) + 1) * SAIGA_NAME_WHOLE / job->n_pieces));
    }

  return NULL;
}

/* Puts the pieces together, in the order of the names. */
static SaigaNameMatchList *
join_pieces (Job *job)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SaigaNameFound));
  GArray *starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), job->n_names + 1);
  guint32 start = 0;

  for (guint i = 0; i < job->n_names; i++)
    {
      g_array_append_val (starts, start);
      start += job->pieces[i / PIECE].counts[i % PIECE];
    }
  g_array_append_val (starts, start);
  for (guint i = 0; i < job->n_pieces; i++)
    if (job->pieces[i].found->len > 0)
      g_array_append_vals (found, job->pieces[i].found->data, job->pieces[i].found->len);

  return _saiga_name_match_list_new (job->matcher->index, found, starts);
}

static SaigaNameMatchList *
match_names (SaigaNameMatcher *self,
             const SaigaNameSearchOptions *options,
             guint n_threads,
             const char *const *names,
             const char *const *higher_taxa,
             GCancellable *cancellable,
             GError **error)
{
  Job job = { .matcher = self, .options = *options, .names = names, .higher_taxa = higher_taxa, .cancellable = cancellable };
  GThread *threads[SAIGA_NAME_MAX_THREADS];
  SaigaNameMatchList *list = NULL;
  guint n = 0;

  job.n_names = g_strv_length ((char **) names);
  job.n_higher = higher_taxa != NULL ? g_strv_length ((char **) higher_taxa) : 0;
  job.n_pieces = (job.n_names + PIECE - 1) / PIECE;
  job.pieces = g_new0 (Piece, MAX (job.n_pieces, 1));
  g_atomic_int_set (&self->progress, 0);

  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  for (; n + 1 < MIN (MIN (n_threads, SAIGA_NAME_MAX_THREADS), job.n_pieces); n++)
    threads[n] = g_thread_new ("saiga-names", work, &job);
  work (&job);
  for (guint i = 0; i < n; i++)
    g_thread_join (threads[i]);

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    list = join_pieces (&job);
  for (guint i = 0; i < job.n_pieces; i++)
    g_clear_pointer (&job.pieces[i].found, g_array_unref);
  g_free (job.pieces);

  return list;
}

/**
 * saiga_name_matcher_match_names:
 * @self: a matcher
 * @names: (array zero-terminated=1): names, with or without authorship
 * @higher_taxa: (nullable) (array zero-terminated=1): the higher taxa of each, an empty text where they are not known
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Finds many names.
 *
 * The names are shared out among [property@NameMatcher:n-threads] threads; how
 * far they are tells [property@NameMatcher:progress].
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
SaigaNameMatchList *
saiga_name_matcher_match_names (SaigaNameMatcher *self,
                                const char *const *names,
                                const char *const *higher_taxa,
                                GCancellable *cancellable,
                                GError **error)
{
  SaigaNameSearchOptions options;

  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), NULL);
  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  options = get_options (self);

  return match_names (self, &options, self->n_threads, names, higher_taxa, cancellable, error);
}

typedef struct
{
  SaigaNameMatcher *matcher;
  SaigaNameSearchOptions options;
  guint n_threads;
  char **names;
  char **higher_taxa;
} MatchData;

static void
match_data_free (gpointer data)
{
  MatchData *self = data;

  g_clear_object (&self->matcher);
  g_strfreev (self->names);
  g_strfreev (self->higher_taxa);
  g_free (self);
}

static void
match_thread (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  MatchData *data = task_data;
  GError *error = NULL;
  SaigaNameMatchList *list = match_names (data->matcher, &data->options, data->n_threads, (const char *const *) data->names,
                                          (const char *const *) data->higher_taxa, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Two tasks: the thread may be the last to drop its own, which holds nothing of the caller's. */
static void
match_done (GObject *source_object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;
  SaigaNameMatchList *list = g_task_propagate_pointer (G_TASK (result), &error);

  if (list != NULL)
    g_task_return_pointer (outer, list, g_object_unref);
  else
    g_task_return_error (outer, error);
}

/**
 * saiga_name_matcher_match_names_async:
 * @self: a matcher
 * @names: (array zero-terminated=1): names, with or without authorship
 * @higher_taxa: (nullable) (array zero-terminated=1): the higher taxa of each, an empty text where they are not known
 * @cancellable: (nullable): a cancellable
 * @callback: (scope async): what to call when it is done
 * @user_data: data for @callback
 *
 * Finds many names without waiting for it.
 *
 * Since: 0.1
 */
void
saiga_name_matcher_match_names_async (SaigaNameMatcher *self,
                                      const char *const *names,
                                      const char *const *higher_taxa,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer;
  MatchData *data;

  g_return_if_fail (SAIGA_IS_NAME_MATCHER (self));
  g_return_if_fail (names != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, saiga_name_matcher_match_names_async);
  inner = g_task_new (NULL, cancellable, match_done, outer);

  data = g_new0 (MatchData, 1);
  data->matcher = g_object_ref (self);
  data->options = get_options (self);
  data->n_threads = self->n_threads;
  data->names = g_strdupv ((char **) names);
  data->higher_taxa = g_strdupv ((char **) higher_taxa);
  g_task_set_task_data (inner, data, match_data_free);
  g_task_run_in_thread (inner, match_thread);
}

/**
 * saiga_name_matcher_match_names_finish:
 * @self: a matcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@NameMatcher.match_names_async] began.
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
SaigaNameMatchList *
saiga_name_matcher_match_names_finish (SaigaNameMatcher *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCHER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
