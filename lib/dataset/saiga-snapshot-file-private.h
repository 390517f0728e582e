/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-progress-private.h"
#include "saiga-snapshot-private.h"

G_BEGIN_DECLS

SaigaSnapshot *_saiga_snapshot_load (GFile *file,
                                     const SaigaTeller *progress,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean _saiga_snapshot_save (SaigaSnapshot *self,
                               GFile *file,
                               const SaigaTeller *progress,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
