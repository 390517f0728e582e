/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-import.h>

#include "saiga-reading-private.h"

G_BEGIN_DECLS

/* Takes the sniff and the changes. */
SaigaImport *_saiga_import_new_take (SaigaSniff *sniff,
                                     SaigaChangeSet *changes,
                                     SaigaReading *reading);

G_END_DECLS
