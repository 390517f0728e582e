/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-years-private.h"

G_BEGIN_DECLS

/* Pictures of few kinds, drawn as SVG. Each has a title and a text that says the same as
 * the picture, for those who do not see it and for formats without pictures. */
typedef enum
{
  SAIGA_FIGURE_BARS,   /* a bar an item, its values one behind the other, a value a series */
  SAIGA_FIGURE_LANES,  /* a lane an item, from one day to another; 0 is open */
  SAIGA_FIGURE_LINES,  /* a line a series, through points with an interval; any number of series */
  SAIGA_FIGURE_MATRIX, /* a row an item, a number for each series */
  SAIGA_FIGURE_SETS,   /* three items: only in the first set, in both, only in the second; areas to scale */
  SAIGA_FIGURE_YEARS,  /* what stood through the years; see its own header */
} SaigaFigureKind;

#define SAIGA_FIGURE_MAX_SERIES 4 /* that have a colour each */
#define SAIGA_FIGURE_MAX_VALUES 10

typedef struct _SaigaFigure SaigaFigure;

SaigaFigure *_saiga_figure_new (SaigaFigureKind kind,
                                const char *title,
                                const char *language);
void _saiga_figure_free (SaigaFigure *self);
void _saiga_figure_add_series (SaigaFigure *self,
                               const char *name);
void _saiga_figure_add_item (SaigaFigure *self,
                             const char *label,
                             const char *words,
                             guint series,
                             const double *values,
                             guint n_values);

void _saiga_figure_take_years (SaigaFigure *self,
                               SaigaYears *years);

/* The next three are of lines. */
void _saiga_figure_add_point (SaigaFigure *self,
                              guint series,
                              int x,
                              double y,
                              double lower,
                              double upper,
                              gboolean is_guess); /* dashed */
void _saiga_figure_set_main_series (SaigaFigure *self,
                                    guint series);
void _saiga_figure_add_note (SaigaFigure *self,
                             const char *note);

const char *_saiga_figure_get_title (const SaigaFigure *self);
SaigaFigureKind _saiga_figure_get_kind (const SaigaFigure *self);
char *_saiga_figure_dup_alternative (const SaigaFigure *self);
void _saiga_figure_append_svg (const SaigaFigure *self,
                               const char *id,
                               GString *svg);
char *_saiga_figure_to_document (SaigaFigure *self); /* a file of its own, light or dark */

char *_saiga_format_number (guint number,
                            const char *language);
char *_saiga_format_decimal (double number,
                             const char *format,
                             const char *language);
void _saiga_append_escaped (GString *out,
                            const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaFigure, _saiga_figure_free)

G_END_DECLS
