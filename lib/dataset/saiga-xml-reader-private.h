/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-collector-private.h"
#include "saiga-progress-private.h"

G_BEGIN_DECLS

gboolean _saiga_xml_read (SaigaCollector *collector,
                          GInputStream *stream,
                          const char *name,
                          guint64 total,
                          const SaigaTeller *progress,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
