/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-timeline.h>

#include "saiga-figure-private.h"

G_BEGIN_DECLS

SaigaFigure *_saiga_timeline_figure_new (GListModel *timelines,
                                         const char *title,
                                         const char *language);

G_END_DECLS
