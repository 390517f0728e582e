/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-record.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CHANGE (saiga_change_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaChange, saiga_change, SAIGA, CHANGE, GObject)

SAIGA_AVAILABLE_IN_ALL
const char *saiga_change_get_record_id (SaigaChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaRecord *saiga_change_get_old_record (SaigaChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaRecord *saiga_change_get_new_record (SaigaChange *self);
SAIGA_AVAILABLE_IN_ALL
char **saiga_change_list_fields (SaigaChange *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
