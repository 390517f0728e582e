/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looks at the beginning of a stream and takes nothing of it; @name stands for it in messages. */
gboolean _saiga_xml_check_encoding (GBufferedInputStream *stream,
                                    const char *name,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
