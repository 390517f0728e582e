/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "saiga-figure-svg-private.h"

/* A row an item, a column a series, a number a cell. The darker a cell, the greater its number:
 * one colour, which is seen in grey and by everybody. */

#define LABEL_WIDTH 112
#define CELL_WIDTH 36
#define CELL_HEIGHT 24

/* So that text stays legible on the darkest. */
#define DARKEST 0.5

void
_saiga_figure_append_matrix (const SaigaFigure *self,
                             const char *id,
                             GString *svg)
{
  const double width = MAX (400, LABEL_WIDTH + self->series->len * CELL_WIDTH);
  g_autoptr(GPtrArray) notes = _saiga_svg_wrap_notes (self, width);
  double largest = 1;
  double y = SAIGA_FIGURE_LINE + 4;

  for (guint i = 0; i < self->items->len; i++)
    for (guint v = 0; v < _saiga_figure_get_item (self, i)->n_values; v++)
      largest = MAX (largest, _saiga_figure_get_item (self, i)->values[v]);

  _saiga_svg_begin_titled (self, id, width, y + self->items->len * CELL_HEIGHT + 4 + notes->len * SAIGA_FIGURE_LINE, svg);
  for (guint v = 0; v < self->series->len; v++)
    _saiga_svg_append_text (svg, LABEL_WIDTH + (v + 0.5) * CELL_WIDTH, SAIGA_FIGURE_LINE - 4, "middle", self->series->pdata[v]);
  for (guint i = 0; i < self->items->len; i++, y += CELL_HEIGHT)
    {
      const SaigaFigureItem *item = _saiga_figure_get_item (self, i);

      _saiga_svg_append_text (svg, LABEL_WIDTH - 8, y + 16, "end", item->label);
      for (guint v = 0; v < item->n_values; v++)
        {
          char buffer[G_ASCII_DTOSTR_BUF_SIZE];
          g_autofree char *number = item->values[v] > 0 ? _saiga_format_number ((guint) item->values[v], self->language) : NULL;

          _saiga_svg_begin_rect (svg, LABEL_WIDTH + v * CELL_WIDTH + 1, y + 1, CELL_WIDTH - 2, CELL_HEIGHT - 2);
          g_string_append_printf (svg, " rx=\"2\" fill=\"%s\" fill-opacity=\"", _saiga_figure_fills[0]);
          g_string_append_printf (svg, "%s\"/>", g_ascii_formatd (buffer, sizeof buffer, "%.2f", number != NULL ? 0.1 + (DARKEST - 0.1) * sqrt (item->values[v] / largest) : 0.03));
          if (number != NULL)
            _saiga_svg_append_text (svg, LABEL_WIDTH + (v + 0.5) * CELL_WIDTH, y + 16, "middle", number);
        }
    }
  for (guint i = 0; i < notes->len; i++)
    _saiga_svg_append_text (svg, 0, y + (i + 1) * SAIGA_FIGURE_LINE, NULL, notes->pdata[i]);
  _saiga_svg_end_titled (self, svg);
}
