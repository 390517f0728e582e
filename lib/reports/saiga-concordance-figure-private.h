/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-figure.h>

#include "saiga-figure-private.h"

G_BEGIN_DECLS

SaigaFigure *_saiga_concordance_figure_new (SaigaConcordance *concordance,
                                            SaigaConcordanceFigure which,
                                            const char *language);

/* The classes of animals by a name that all understand; others by the scientific one. */
const char *_saiga_report_group_name (const char *language,
                                      const char *group);

G_END_DECLS
