/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-record.h>

G_BEGIN_DECLS

char *_saiga_print_fact (SaigaRecord *record,
                         const char *field_name);

G_END_DECLS
