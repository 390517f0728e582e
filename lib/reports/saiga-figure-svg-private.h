/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-figure-private.h"

G_BEGIN_DECLS

/* What all kinds of figures are drawn with. */

#define SAIGA_FIGURE_LINE 18    /* of text */
#define SAIGA_FIGURE_LETTER 7.4 /* the room that one takes, on average and no less */

typedef struct
{
  char *label;
  char *words; /* what is written beside it; NULL: the values */
  guint series;
  guint n_values;
  double values[SAIGA_FIGURE_MAX_VALUES]; /* of a point: x, y, lower, upper */
  gboolean is_guess;
} SaigaFigureItem;

struct _SaigaFigure
{
  SaigaFigureKind kind;
  char *title;
  char *language;
  GPtrArray *series; /* names */
  GArray *items;
  GPtrArray *notes; /* lines below it */
  int main_series;  /* that is drawn heavier; −1: none */
  gboolean is_document;
  SaigaYears *years; /* of one of years, or NULL */
};

extern const char *const _saiga_figure_fills[SAIGA_FIGURE_MAX_SERIES];

const SaigaFigureItem *_saiga_figure_get_item (const SaigaFigure *self,
                                               guint position);

void _saiga_svg_begin (const SaigaFigure *self,
                       const char *id,
                       double width,
                       double height,
                       GString *svg);
void _saiga_svg_append_plain (GString *svg,
                              double value);
void _saiga_svg_append_number (GString *svg,
                               const char *name,
                               double value);
void _saiga_svg_begin_line (GString *svg,
                            double x1,
                            double y1,
                            double x2,
                            double y2);
void _saiga_svg_begin_circle (GString *svg,
                              double x,
                              double y);
void _saiga_svg_begin_rect (GString *svg,
                            double x,
                            double y,
                            double width,
                            double height);
void _saiga_svg_append_text (GString *svg,
                             double x,
                             double y,
                             const char *anchor,
                             const char *text);
void _saiga_svg_append_rect (GString *svg,
                             double x,
                             double y,
                             double width,
                             double height,
                             guint series);
void _saiga_svg_append_bar (GString *svg,
                            double x,
                            double y,
                            double width,
                            double height,
                            guint series);
double _saiga_svg_append_legend (const SaigaFigure *self,
                                 double y,
                                 GString *svg);

GPtrArray *_saiga_svg_wrap (const char *text,
                            double letter,
                            double width,
                            guint n_lines);

GPtrArray *_saiga_svg_wrap_notes (const SaigaFigure *self,
                                  double width);

/* A figure whose title is part of it where it is a file of its own. */
void _saiga_svg_begin_titled (const SaigaFigure *self,
                              const char *id,
                              double width,
                              double height,
                              GString *svg);
void _saiga_svg_end_titled (const SaigaFigure *self,
                            GString *svg);

void _saiga_figure_append_matrix (const SaigaFigure *self,
                                  const char *id,
                                  GString *svg);
void _saiga_figure_append_lines (const SaigaFigure *self,
                                 const char *id,
                                 GString *svg);

G_END_DECLS
