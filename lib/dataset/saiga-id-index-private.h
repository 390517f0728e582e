/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-record-private.h"

G_BEGIN_DECLS

/* From the ids of all types to records. A copy costs nothing: what is not changed is
 * shared. The records belong to the tables of the snapshot. */
typedef struct _SaigaIdIndex SaigaIdIndex;

SaigaIdIndex *_saiga_id_index_ref (SaigaIdIndex *self);
void _saiga_id_index_unref (SaigaIdIndex *self);

/* NULL is the empty index. */
SaigaRecord *_saiga_id_index_lookup (SaigaIdIndex *self,
                                     const char *id);
SaigaRecord *_saiga_id_index_put (SaigaIdIndex **self,
                                  SaigaRecord *record);
void _saiga_id_index_remove (SaigaIdIndex **self,
                             const char *id);

G_END_DECLS
