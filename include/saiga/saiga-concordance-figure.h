/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-concordance.h>

G_BEGIN_DECLS

/**
 * SaigaConcordanceFigure:
 * @SAIGA_CONCORDANCE_FIGURE_SETS: what one convention lists, what the other, and what both do, areas to scale
 * @SAIGA_CONCORDANCE_FIGURE_GROUPS: species that both list, by class and by how
 * @SAIGA_CONCORDANCE_FIGURE_APPENDICES: species that both list, by their Appendices and by how
 * @SAIGA_CONCORDANCE_FIGURE_RED_LIST: species that both list, by their Appendices and their Red List categories
 *
 * The pictures of a concordance.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CONCORDANCE_FIGURE_SETS,
  SAIGA_CONCORDANCE_FIGURE_GROUPS,
  SAIGA_CONCORDANCE_FIGURE_APPENDICES,
  SAIGA_CONCORDANCE_FIGURE_RED_LIST,
} SaigaConcordanceFigure;

#define SAIGA_TYPE_CONCORDANCE_FIGURE (saiga_concordance_figure_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_concordance_figure_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_to_svg (SaigaConcordance      *self,
                                SaigaConcordanceFigure figure,
                                const char            *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
