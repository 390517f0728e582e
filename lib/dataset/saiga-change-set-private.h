/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-change-set.h>

G_BEGIN_DECLS

SaigaChange *_saiga_change_new (SaigaRecord *old_record,
                                SaigaRecord *new_record);

SaigaChangeSet *_saiga_change_set_new_take (GPtrArray *changes,
                                            const char *author,
                                            GDateTime *time,
                                            const char *comment);
GPtrArray *_saiga_change_set_get_array (SaigaChangeSet *self);

G_END_DECLS
