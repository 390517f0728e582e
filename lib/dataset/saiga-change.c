/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-change-set-private.h"
#include "saiga-record-private.h"

/**
 * SaigaChange:
 *
 * What becomes of one record: it is put in, exchanged for another, or removed.
 *
 * Since: 0.1
 */
struct _SaigaChange
{
  GObject parent_instance;

  SaigaRecord *old_record; /* at least one of the two is there */
  SaigaRecord *new_record;
};

G_DEFINE_FINAL_TYPE (SaigaChange, saiga_change, G_TYPE_OBJECT)

static void
saiga_change_finalize (GObject *object)
{
  SaigaChange *self = SAIGA_CHANGE (object);

  g_clear_object (&self->old_record);
  g_clear_object (&self->new_record);

  G_OBJECT_CLASS (saiga_change_parent_class)->finalize (object);
}

static void
saiga_change_class_init (SaigaChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_change_finalize;
}

static void
saiga_change_init (SaigaChange *self)
{
}

SaigaChange *
_saiga_change_new (SaigaRecord *old_record,
                   SaigaRecord *new_record)
{
  SaigaChange *self = g_object_new (SAIGA_TYPE_CHANGE, NULL);

  g_set_object (&self->old_record, old_record);
  g_set_object (&self->new_record, new_record);

  return self;
}

/**
 * saiga_change_get_record_id:
 * @self: a change
 *
 * Gets the id of the record.
 *
 * Returns: (nullable): the id; `NULL` of a change that no change set made
 *
 * Since: 0.1
 */
const char *
saiga_change_get_record_id (SaigaChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE (self), NULL);

  if (self->new_record != NULL)
    return _saiga_record_peek_id (self->new_record);

  return self->old_record != NULL ? _saiga_record_peek_id (self->old_record) : NULL;
}

/**
 * saiga_change_get_old_record:
 * @self: a change
 *
 * Gets the record as it was.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` if there was none with this id
 *
 * Since: 0.1
 */
SaigaRecord *
saiga_change_get_old_record (SaigaChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE (self), NULL);

  return self->old_record;
}

/**
 * saiga_change_get_new_record:
 * @self: a change
 *
 * Gets the record as it becomes.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` if it is removed
 *
 * Since: 0.1
 */
SaigaRecord *
saiga_change_get_new_record (SaigaChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CHANGE (self), NULL);

  return self->new_record;
}

/**
 * saiga_change_list_fields:
 * @self: a change
 *
 * Lists the fields whose values differ, in the order of the schema.
 *
 * Returns: (transfer full): the names of the fields; none if the record is put in,
 *   removed, or of another type than before
 *
 * Since: 0.1
 */
char **
saiga_change_list_fields (SaigaChange *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (SAIGA_IS_CHANGE (self), NULL);

  if (self->old_record != NULL && self->new_record != NULL && G_OBJECT_TYPE (self->old_record) == G_OBJECT_TYPE (self->new_record))
    {
      const SaigaRecordInfo *info = _saiga_record_get_info (self->new_record);

      for (guint i = 0; i < info->n_fields; i++)
        if (!_saiga_field_equal (&info->fields[i], self->old_record, self->new_record))
          g_strv_builder_add (names, info->fields[i].name);
    }

  return g_strv_builder_end (names);
}
