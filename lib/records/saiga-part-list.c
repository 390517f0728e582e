/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-part-list-private.h"
#include "saiga-record-list-private.h"

/* Takes the references, not the array. */
SaigaPartList *
_saiga_part_list_new_take (SaigaRecord **parts,
                           guint n_parts)
{
  SaigaPartList *self = g_malloc (sizeof (SaigaPartList) + n_parts * sizeof (SaigaRecord *));

  g_atomic_ref_count_init (&self->ref_count);
  self->len = n_parts;
  self->model = NULL;
  memcpy (self->pdata, parts, n_parts * sizeof (SaigaRecord *));

  return self;
}

SaigaPartList *
_saiga_part_list_ref (SaigaPartList *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_saiga_part_list_unref (SaigaPartList *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->len; i++)
    g_object_unref (self->pdata[i]);
  g_clear_object (&self->model);
  g_free (self);
}

/* One list without parts for each type of part: records that have none share it. */
static GListModel *
get_empty (GType part_type)
{
  static GMutex mutex;
  static GHashTable *empty_lists;
  GListModel *empty;

  g_mutex_lock (&mutex);
  if (empty_lists == NULL)
    empty_lists = g_hash_table_new (NULL, NULL);
  empty = g_hash_table_lookup (empty_lists, GSIZE_TO_POINTER (part_type));
  if (empty == NULL)
    {
      empty = G_LIST_MODEL (_saiga_record_list_new (part_type, g_ptr_array_new ()));
      g_hash_table_insert (empty_lists, GSIZE_TO_POINTER (part_type), empty);
    }
  g_mutex_unlock (&mutex);

  return empty;
}

/* NULL is the list without parts. */
GListModel *
_saiga_part_list_get_model (SaigaPartList *self,
                            GType part_type)
{
  if (self == NULL)
    return get_empty (part_type);

  if (g_once_init_enter (&self->model))
    {
      GPtrArray *parts = g_ptr_array_new_full (self->len, g_object_unref);

      for (guint i = 0; i < self->len; i++)
        g_ptr_array_add (parts, g_object_ref (self->pdata[i]));
      g_once_init_leave (&self->model, G_LIST_MODEL (_saiga_record_list_new (part_type, parts)));
    }

  return self->model;
}
