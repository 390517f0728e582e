/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-status-table.h>

#include "saiga-status-private.h"

G_BEGIN_DECLS

const SaigaLawRow *_saiga_status_table_get_row (SaigaStatusTable *self,
                                                guint node);
const SaigaBook *_saiga_status_table_get_book (SaigaStatusTable *self);

G_END_DECLS
