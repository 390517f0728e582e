/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-change-set-builder.h>

#include "saiga-change-set-private.h"
#include "saiga-snapshot-private.h"

/**
 * SaigaChangeSetBuilder:
 *
 * Collects edits of a snapshot, to be applied together.
 *
 * A record put twice, or put and then removed, is one change: against the snapshot,
 * not against the edit before.
 *
 * Since: 0.1
 */
struct _SaigaChangeSetBuilder
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  GHashTable *changes; /* id → SaigaChange, which has the id */
  char *author;
  GDateTime *time;
  char *comment;
};

G_DEFINE_FINAL_TYPE (SaigaChangeSetBuilder, saiga_change_set_builder, G_TYPE_OBJECT)

static void
saiga_change_set_builder_finalize (GObject *object)
{
  SaigaChangeSetBuilder *self = SAIGA_CHANGE_SET_BUILDER (object);

  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->comment, g_free);

  G_OBJECT_CLASS (saiga_change_set_builder_parent_class)->finalize (object);
}

static void
saiga_change_set_builder_class_init (SaigaChangeSetBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_change_set_builder_finalize;
}

static void
saiga_change_set_builder_init (SaigaChangeSetBuilder *self)
{
  self->snapshot = saiga_snapshot_new ();
  self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * saiga_change_set_builder_new:
 * @snapshot: the records that are to be changed
 *
 * Starts an edit.
 *
 * Returns: (transfer full): the builder
 *
 * Since: 0.1
 */
SaigaChangeSetBuilder *
saiga_change_set_builder_new (SaigaSnapshot *snapshot)
{
  SaigaChangeSetBuilder *self;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);

  self = g_object_new (SAIGA_TYPE_CHANGE_SET_BUILDER, NULL);
  g_set_object (&self->snapshot, snapshot);

  return self;
}

/**
 * saiga_change_set_builder_set_author:
 * @self: a builder
 * @author: (nullable): the name or id of the author
 *
 * Sets who makes the changes.
 *
 * Since: 0.1
 */
void
saiga_change_set_builder_set_author (SaigaChangeSetBuilder *self,
                                     const char *author)
{
  g_return_if_fail (SAIGA_IS_CHANGE_SET_BUILDER (self));

  g_free (self->author);
  self->author = g_strdup (author);
}

/**
 * saiga_change_set_builder_set_time:
 * @self: a builder
 * @time: (nullable): the time
 *
 * Sets when the changes are made. The library does not read the clock.
 *
 * Since: 0.1
 */
void
saiga_change_set_builder_set_time (SaigaChangeSetBuilder *self,
                                   GDateTime *time)
{
  g_return_if_fail (SAIGA_IS_CHANGE_SET_BUILDER (self));

  g_clear_pointer (&self->time, g_date_time_unref);
  self->time = time != NULL ? g_date_time_ref (time) : NULL;
}

/**
 * saiga_change_set_builder_set_comment:
 * @self: a builder
 * @comment: (nullable): the comment
 *
 * Sets why the changes are made.
 *
 * Since: 0.1
 */
void
saiga_change_set_builder_set_comment (SaigaChangeSetBuilder *self,
                                      const char *comment)
{
  g_return_if_fail (SAIGA_IS_CHANGE_SET_BUILDER (self));

  g_free (self->comment);
  self->comment = g_strdup (comment);
}

static void
set_change (SaigaChangeSetBuilder *self,
            SaigaRecord *old,
            SaigaRecord *new)
{
  SaigaChange *change = _saiga_change_new (old, new);

  g_hash_table_replace (self->changes, (gpointer) saiga_change_get_record_id (change), change);
}

/**
 * saiga_change_set_builder_put:
 * @self: a builder
 * @record: a record
 * @error: return location for an error
 *
 * Adds a record, or puts it in the place of that with the same id.
 *
 * A record that is there with the same values changes nothing. Records of another
 * type with the same id are [error@Saiga.Error.DUPLICATE]: remove them first, in a
 * change set of their own.
 *
 * Returns: `TRUE` if it was put
 *
 * Since: 0.1
 */
gboolean
saiga_change_set_builder_put (SaigaChangeSetBuilder *self,
                              SaigaRecord *record,
                              GError **error)
{
  const char *id;
  SaigaRecord *old;

  g_return_val_if_fail (SAIGA_IS_CHANGE_SET_BUILDER (self), FALSE);
  g_return_val_if_fail (SAIGA_IS_RECORD (record), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  id = _saiga_record_peek_id (record);
  if (id == NULL || _saiga_record_type_index (G_OBJECT_TYPE (record)) < 0)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "A %s without an id can not be put in a data set",
                   G_OBJECT_TYPE_NAME (record));
      return FALSE;
    }

  old = saiga_snapshot_lookup (self->snapshot, id);
  if (old != NULL && G_OBJECT_TYPE (old) != G_OBJECT_TYPE (record))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_DUPLICATE, "%s: this id is taken by a record of the type %s", id, saiga_record_get_type_name (old));
      return FALSE;
    }

  if (old != NULL && saiga_record_equal (old, record))
    g_hash_table_remove (self->changes, id);
  else
    set_change (self, old, record);

  return TRUE;
}

/**
 * saiga_change_set_builder_remove:
 * @self: a builder
 * @id: the id of a record
 * @error: return location for an error
 *
 * Removes a record.
 *
 * Returns: `TRUE` if it was removed
 *
 * Since: 0.1
 */
gboolean
saiga_change_set_builder_remove (SaigaChangeSetBuilder *self,
                                 const char *id,
                                 GError **error)
{
  SaigaChange *change;
  SaigaRecord *old;

  g_return_val_if_fail (SAIGA_IS_CHANGE_SET_BUILDER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  old = saiga_snapshot_lookup (self->snapshot, id);
  change = g_hash_table_lookup (self->changes, id);
  if (change != NULL ? saiga_change_get_new_record (change) == NULL : old == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no record with this id", id);
      return FALSE;
    }

  if (old != NULL)
    set_change (self, old, NULL);
  else
    g_hash_table_remove (self->changes, id);

  return TRUE;
}

/**
 * saiga_change_set_builder_build:
 * @self: a builder
 *
 * Makes the change set.
 *
 * The builder keeps the edits, so that more can follow.
 *
 * Returns: (transfer full): the change set
 *
 * Since: 0.1
 */
SaigaChangeSet *
saiga_change_set_builder_build (SaigaChangeSetBuilder *self)
{
  GPtrArray *changes;
  GHashTableIter iter;
  gpointer change;

  g_return_val_if_fail (SAIGA_IS_CHANGE_SET_BUILDER (self), NULL);

  changes = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, NULL, &change))
    g_ptr_array_add (changes, g_object_ref (change));

  return _saiga_change_set_new_take (changes, self->author, self->time, self->comment);
}
