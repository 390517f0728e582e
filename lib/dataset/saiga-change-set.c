/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-change-set-private.h"
#include "saiga-snapshot-private.h"

/**
 * SaigaChangeSet:
 *
 * What differs between two snapshots, or was edited: records put in, exchanged and
 * removed, each with its old value; by whom, when and why.
 *
 * A change set never changes. It is made by a [class@ChangeSetBuilder] or of two
 * snapshots, applied by [method@Snapshot.apply] or [method@Dataset.apply], and undone
 * by applying its inverse.
 *
 * Since: 0.1
 */
struct _SaigaChangeSet
{
  GObject parent_instance;

  GListStore *list;   /* of SaigaChange, in the order of their ids; made when asked for */
  GPtrArray *changes; /* the same */
  char *author;
  GDateTime *time;
  char *comment;
};

G_DEFINE_FINAL_TYPE (SaigaChangeSet, saiga_change_set, G_TYPE_OBJECT)

static void
saiga_change_set_finalize (GObject *object)
{
  SaigaChangeSet *self = SAIGA_CHANGE_SET (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->comment, g_free);

  G_OBJECT_CLASS (saiga_change_set_parent_class)->finalize (object);
}

static void
saiga_change_set_class_init (SaigaChangeSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_change_set_finalize;
}

static void
saiga_change_set_init (SaigaChangeSet *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (saiga_change_get_record_id (*(SaigaChange *const *) a), saiga_change_get_record_id (*(SaigaChange *const *) b));
}

/* Takes the changes, and sorts them. */
SaigaChangeSet *
_saiga_change_set_new_take (GPtrArray *changes,
                            const char *author,
                            GDateTime *time,
                            const char *comment)
{
  SaigaChangeSet *self = g_object_new (SAIGA_TYPE_CHANGE_SET, NULL);

  g_ptr_array_unref (self->changes);
  self->changes = changes;
  g_ptr_array_sort (self->changes, compare_changes);
  self->author = g_strdup (author);
  self->time = time != NULL ? g_date_time_ref (time) : NULL;
  self->comment = g_strdup (comment);

  return self;
}

GPtrArray *
_saiga_change_set_get_array (SaigaChangeSet *self)
{
  return self->changes;
}

/* What one type lost and gained. The id of a record that is only here or there may be
 * of another type in the other snapshot: the index knows. */
static void
add_changes_of_type (GPtrArray *changes,
                     SaigaSnapshot *before,
                     SaigaSnapshot *after,
                     guint type_index)
{
  SaigaTable *old_table = _saiga_snapshot_get_table (before, type_index);
  SaigaTable *new_table = _saiga_snapshot_get_table (after, type_index);
  g_autoptr(GArray) runs = _saiga_table_find_runs (old_table, new_table);

  for (guint i = 0; i < runs->len; i++)
    {
      const SaigaTableRun *run = &g_array_index (runs, SaigaTableRun, i);

      for (guint n = 0; n < run->n_removed; n++)
        {
          SaigaRecord *old = _saiga_table_get (old_table, run->old_start + n);
          SaigaRecord *new = saiga_snapshot_lookup (after, _saiga_record_peek_id (old));

          if (new == NULL || !saiga_record_equal (old, new))
            g_ptr_array_add (changes, _saiga_change_new (old, new));
        }
      for (guint n = 0; n < run->n_added; n++)
        {
          SaigaRecord *new = _saiga_table_get (new_table, run->new_start + n);

          if (saiga_snapshot_lookup (before, _saiga_record_peek_id (new)) == NULL)
            g_ptr_array_add (changes, _saiga_change_new (NULL, new));
        }
    }
}

/**
 * saiga_change_set_new_between:
 * @before: a snapshot
 * @after: another snapshot
 *
 * Finds what makes the second snapshot of the first.
 *
 * Returns: (transfer full): the change set
 *
 * Since: 0.1
 */
SaigaChangeSet *
saiga_change_set_new_between (SaigaSnapshot *before,
                              SaigaSnapshot *after)
{
  GPtrArray *changes;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (before), NULL);
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (after), NULL);

  changes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < _saiga_n_record_types (); i++)
    add_changes_of_type (changes, before, after, i);

  return _saiga_change_set_new_take (changes, NULL, NULL, NULL);
}

/**
 * saiga_change_set_get_author:
 * @self: a change set
 *
 * Gets who made it.
 *
 * Returns: (nullable): the name or id of the author
 *
 * Since: 0.1
 */
const char *
saiga_change_set_get_author (SaigaChangeSet *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE_SET (self), NULL);

  return self->author;
}

/**
 * saiga_change_set_get_time:
 * @self: a change set
 *
 * Gets when it was made.
 *
 * Returns: (transfer none) (nullable): the time
 *
 * Since: 0.1
 */
GDateTime *
saiga_change_set_get_time (SaigaChangeSet *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE_SET (self), NULL);

  return self->time;
}

/**
 * saiga_change_set_get_comment:
 * @self: a change set
 *
 * Gets why it was made.
 *
 * Returns: (nullable): the comment
 *
 * Since: 0.1
 */
const char *
saiga_change_set_get_comment (SaigaChangeSet *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE_SET (self), NULL);

  return self->comment;
}

/**
 * saiga_change_set_get_changes:
 * @self: a change set
 *
 * Gets the changes, in the order of the ids of their records.
 *
 * Returns: (transfer none): a list of [class@Change]
 *
 * Since: 0.1
 */
GListModel *
saiga_change_set_get_changes (SaigaChangeSet *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE_SET (self), NULL);

  if (g_once_init_enter (&self->list))
    {
      GListStore *list = g_list_store_new (SAIGA_TYPE_CHANGE);

      g_list_store_splice (list, 0, 0, self->changes->pdata, self->changes->len);
      g_once_init_leave (&self->list, list);
    }

  return G_LIST_MODEL (self->list);
}

/**
 * saiga_change_set_invert:
 * @self: a change set
 *
 * Makes the change set that undoes this one.
 *
 * It has no author, time or comment.
 *
 * Returns: (transfer full): the inverse
 *
 * Since: 0.1
 */
SaigaChangeSet *
saiga_change_set_invert (SaigaChangeSet *self)
{
  GPtrArray *changes;

  g_return_val_if_fail (SAIGA_IS_CHANGE_SET (self), NULL);

  changes = g_ptr_array_new_full (self->changes->len, g_object_unref);
  for (guint i = 0; i < self->changes->len; i++)
    {
      SaigaChange *change = self->changes->pdata[i];

      g_ptr_array_add (changes, _saiga_change_new (saiga_change_get_new_record (change), saiga_change_get_old_record (change)));
    }

  return _saiga_change_set_new_take (changes, NULL, NULL, NULL);
}
