/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-record.h>

G_BEGIN_DECLS

char *_saiga_print_fact (SaigaRecord *record,
                         const char *field_name);
void _saiga_append_record (GString *xml,
                           SaigaRecord *record,
                           GString *buffer);

G_END_DECLS
