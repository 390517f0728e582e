/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-change.h>

G_BEGIN_DECLS

SaigaConcordanceChange *_saiga_concordance_change_new (SaigaConcordanceChangeKind kind,
                                                       const char *row_key,
                                                       const char *name,
                                                       const char *field,
                                                       char *old_value,
                                                       char *new_value);

G_END_DECLS
