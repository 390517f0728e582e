/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-record.h>

G_BEGIN_DECLS

/* The parts in one field of a record: shared by its copies, never changed. Most are never
 * looked at as a list model, which is made when asked for. */
typedef struct
{
  gatomicrefcount ref_count;
  guint len;
  GListModel *model;
  SaigaRecord *pdata[]; /* owned */
} SaigaPartList;

SaigaPartList *_saiga_part_list_new_take (SaigaRecord **parts,
                                          guint n_parts);
SaigaPartList *_saiga_part_list_ref (SaigaPartList *self);
void _saiga_part_list_unref (SaigaPartList *self);

GListModel *_saiga_part_list_get_model (SaigaPartList *self,
                                        GType part_type);

G_END_DECLS
