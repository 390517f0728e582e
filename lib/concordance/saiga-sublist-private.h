/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *_saiga_sublist_new_take (GListModel *model,
                                     GArray *positions);

G_END_DECLS
