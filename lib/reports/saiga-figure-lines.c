/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "saiga-figure-svg-private.h"

/* Lines through points, with the interval of each point as a band. A line is told by its name, which stands at
 * its end, and by the form of its points; colour only helps. */

#define LEFT 48
#define WIDTH 480  /* of the plot */
#define HEIGHT 360 /* or more where there are many names */
#define BOTTOM 28
#define TITLE_HEIGHT 30
#define NAME_GAP 34                  /* from the plot to the names */
#define MAX_NAME 36                  /* characters: the description has it in full */
#define WIDE_SAIGA_FIGURE_LETTER 8.2 /* of the heavier name */

typedef struct
{
  const SaigaFigure *figure;
  GString *svg;
  double top;
  double height;
  double first; /* of x */
  double last;
  double low; /* of y */
  double high;
  double x_step;
  double y_step;
} Plot;

static double
place_x (const Plot *self,
         double x)
{
  return LEFT + (x - self->first) / (self->last - self->first) * WIDTH;
}

static double
place_y (const Plot *self,
         double y)
{
  return self->top + (self->high - y) / (self->high - self->low) * self->height;
}

/* 1, 2 or 5 times a power of ten, so that about six steps make the whole. */
static double
find_step (double whole)
{
  const double power = pow (10, floor (log10 (whole / 6)));
  const double part = whole / 6 / power;

  return power * (part <= 1 ? 1 : part <= 2 ? 2
                                : part <= 5 ? 5
                                            : 10);
}

static void
find_scales (Plot *self)
{
  self->first = self->low = G_MAXDOUBLE;
  self->last = self->high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->figure->items->len; i++)
    {
      const double *values = _saiga_figure_get_item (self->figure, i)->values;

      self->first = MIN (self->first, values[0]);
      self->last = MAX (self->last, values[0]);
      self->low = MIN (self->low, MIN (values[1], values[2]));
      self->high = MAX (self->high, MAX (values[1], values[3]));
    }
  if (self->last <= self->first)
    {
      self->first--;
      self->last = self->first + 2;
    }
  if (self->high - self->low < 0.01)
    self->low = self->high - 0.01;
  self->x_step = MAX (find_step (self->last - self->first), 1);
  self->y_step = find_step (self->high - self->low);
  self->low = floor (self->low / self->y_step + 1e-9) * self->y_step;
  self->high = ceil (self->high / self->y_step - 1e-9) * self->y_step;
}

static void
append_line (GString *svg,
             double x1,
             double y1,
             double x2,
             double y2,
             const char *style)
{
  _saiga_svg_begin_line (svg, x1, y1, x2, y2);
  g_string_append_printf (svg, " %s/>", style);
}

static void
append_axes (const Plot *self)
{
  const char *grid = "stroke=\"currentColor\" stroke-opacity=\"0.15\"";
  const char *format = self->y_step < 0.01 ? "%.3f" : self->y_step < 0.1 ? "%.2f"
                                                                         : "%.1f";

  for (double y = self->low; y <= self->high + self->y_step / 2; y += self->y_step)
    {
      g_autofree char *label = _saiga_format_decimal (y, format, self->figure->language);

      append_line (self->svg, LEFT, place_y (self, y), LEFT + WIDTH, place_y (self, y), grid);
      _saiga_svg_append_text (self->svg, LEFT - 8, place_y (self, y) + 4, "end", label);
    }
  for (double x = ceil (self->first / self->x_step) * self->x_step; x <= self->last; x += self->x_step)
    {
      g_autofree char *label = g_strdup_printf ("%d", (int) x);

      append_line (self->svg, place_x (self, x), self->top, place_x (self, x), self->top + self->height + 4, grid);
      _saiga_svg_append_text (self->svg, place_x (self, x), self->top + self->height + 20, "middle", label);
    }
}

/* ---- a series */

static const char *
get_color (const Plot *self,
           guint series)
{
  return (int) series == self->figure->main_series ? "currentColor" : _saiga_figure_fills[series % SAIGA_FIGURE_MAX_SERIES];
}

/* Circle, square, triangle, diamond; full, then hollow. */
static void
append_mark (const Plot *self,
             guint series,
             double x,
             double y)
{
  static const double corners[3][4][2] = {
    { { -4, -4 }, { 4, -4 }, { 4, 4 }, { -4, 4 } },
    { { 0, -5.5 }, { 5, 4 }, { -5, 4 }, { -5, 4 } },
    { { 0, -5.5 }, { 5.5, 0 }, { 0, 5.5 }, { -5.5, 0 } },
  };
  const guint form = (series + series / 4) % 4; /* with the colours: alike only after sixteen */
  const gboolean is_full = series / 4 % 2 == 0;
  g_autofree char *style = g_strdup_printf (" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                                            is_full ? get_color (self, series) : "var(--ground, none)", get_color (self, series));

  if ((int) series == self->figure->main_series)
    return;
  if (form == 0)
    {
      _saiga_svg_begin_circle (self->svg, x, y);
      g_string_append (self->svg, " r=\"4.5\"");
    }
  else
    {
      g_string_append (self->svg, "<path d=\"");
      for (guint i = 0; i < 4; i++)
        {
          g_string_append_c (self->svg, i == 0 ? 'M' : 'L');
          _saiga_svg_append_plain (self->svg, x + corners[form - 1][i][0]);
          g_string_append_c (self->svg, ' ');
          _saiga_svg_append_plain (self->svg, y + corners[form - 1][i][1]);
        }
      g_string_append (self->svg, "Z\"");
    }
  g_string_append (self->svg, style);
}

/* One of the values of a point, in its year. */
static void
append_place (const Plot *self,
              const SaigaFigureItem *point,
              guint value)
{
  _saiga_svg_append_plain (self->svg, place_x (self, point->values[0]));
  g_string_append_c (self->svg, ',');
  _saiga_svg_append_plain (self->svg, place_y (self, point->values[value]));
  g_string_append_c (self->svg, ' ');
}

/* Where there is no line, a band would have no width. */
static void
append_whisker (const Plot *self,
                guint series,
                const SaigaFigureItem *item)
{
  const double x = place_x (self, item->values[0]);
  g_autofree char *style = g_strdup_printf ("stroke=\"%s\" stroke-opacity=\"0.5\" stroke-width=\"5\"", get_color (self, series));

  append_line (self->svg, x, place_y (self, item->values[2]), x, place_y (self, item->values[3]), style);
}

static void
append_series (const Plot *self,
               guint series,
               GPtrArray *points)
{
  const gboolean is_main = (int) series == self->figure->main_series;

  g_string_append_printf (self->svg, "<polygon fill=\"%s\" fill-opacity=\"0.2\" points=\"", get_color (self, series));
  for (guint i = 0; i < points->len; i++)
    append_place (self, points->pdata[i], 3);
  for (guint i = points->len; i-- > 0;)
    append_place (self, points->pdata[i], 2);
  g_string_append (self->svg, "\"/>");
  if (points->len == 1)
    append_whisker (self, series, points->pdata[0]);

  for (guint i = 1; i < points->len; i++)
    {
      const SaigaFigureItem *from = points->pdata[i - 1];
      const SaigaFigureItem *to = points->pdata[i];
      g_autofree char *style = g_strdup_printf ("stroke=\"%s\" stroke-width=\"%s\"%s", get_color (self, series), is_main ? "3" : "1.8",
                                                from->is_guess || to->is_guess ? " stroke-dasharray=\"6 4\"" : "");

      append_line (self->svg, place_x (self, from->values[0]), place_y (self, from->values[1]),
                   place_x (self, to->values[0]), place_y (self, to->values[1]), style);
    }
  for (guint i = 0; i < points->len; i++)
    {
      const SaigaFigureItem *point = points->pdata[i];

      append_mark (self, series, place_x (self, point->values[0]), place_y (self, point->values[1]));
    }
}

/* ---- names */

typedef struct
{
  guint series;
  const SaigaFigureItem *last;
  char *label;
  double y;
} Name;

static void
name_clear (gpointer data)
{
  g_free (((Name *) data)->label);
}

/* The name, no longer than there is room, and the last value. */
static char *
make_label (const SaigaFigure *figure,
            guint series,
            const SaigaFigureItem *last)
{
  const char *name = figure->series->pdata[series];
  g_autofree char *number = _saiga_format_decimal (last->values[1], "%.3f", figure->language);
  g_autofree char *start = g_utf8_strlen (name, -1) > MAX_NAME ? g_utf8_substring (name, 0, MAX_NAME - 1) : NULL;

  return start != NULL ? g_strdup_printf ("%s… %s", start, number) : g_strdup_printf ("%s %s", name, number);
}

static double
measure_names (const SaigaFigure *figure,
               GArray *names)
{
  double width = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      width = MAX (width, g_utf8_strlen (name->label, -1) * ((int) name->series == figure->main_series ? WIDE_SAIGA_FIGURE_LETTER : SAIGA_FIGURE_LETTER));
    }

  return width;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const double x = ((const Name *) a)->y;
  const double y = ((const Name *) b)->y;

  return x < y ? -1 : x > y;
}

/* Names stand where their lines end, as far as they leave one another room. */
static void
append_names (const Plot *self,
              GArray *names)
{
  const double x = LEFT + WIDTH + NAME_GAP;
  double lowest = self->top + self->height;

  g_array_sort (names, compare_names);
  for (guint i = 1; i < names->len; i++)
    g_array_index (names, Name, i).y = MAX (g_array_index (names, Name, i).y, g_array_index (names, Name, i - 1).y + SAIGA_FIGURE_LINE);
  for (guint i = names->len; i-- > 0; lowest -= SAIGA_FIGURE_LINE)
    g_array_index (names, Name, i).y = MIN (g_array_index (names, Name, i).y, lowest);

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      const gboolean is_main = (int) name->series == self->figure->main_series;

      append_line (self->svg, place_x (self, name->last->values[0]) + 7, place_y (self, name->last->values[1]), x - 16, name->y,
                   "stroke=\"currentColor\" stroke-opacity=\"0.25\" stroke-dasharray=\"1 3\"");
      if (is_main)
        append_line (self->svg, x - 14, name->y, x - 3, name->y, "stroke=\"currentColor\" stroke-width=\"3\"");
      append_mark (self, name->series, x - 8, name->y);
      g_string_append (self->svg, is_main ? "<g font-weight=\"600\">" : "<g>");
      _saiga_svg_append_text (self->svg, x, name->y + 4, NULL, name->label);
      g_string_append (self->svg, "</g>");
    }
}

/* The last point of each series, in the order of series. */
static GArray *
find_names (const SaigaFigure *self)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autofree const SaigaFigureItem **last = g_new0 (const SaigaFigureItem *, self->series->len);

  g_array_set_clear_func (names, name_clear);
  for (guint i = 0; i < self->items->len; i++)
    last[_saiga_figure_get_item (self, i)->series] = _saiga_figure_get_item (self, i);
  for (guint series = 0; series < self->series->len; series++)
    if (last[series] != NULL)
      {
        Name name = { series, last[series], make_label (self, series, last[series]), 0 };

        g_array_append_val (names, name);
      }

  return names;
}

void
_saiga_figure_append_lines (const SaigaFigure *self,
                            const char *id,
                            GString *svg)
{
  Plot plot = { .figure = self, .svg = svg, .top = 12, .height = MAX (HEIGHT, self->series->len * SAIGA_FIGURE_LINE) };
  g_autoptr(GArray) names = find_names (self);
  const double width = LEFT + WIDTH + NAME_GAP + measure_names (self, names) + 4;
  g_autoptr(GPtrArray) notes = _saiga_svg_wrap_notes (self, width - LEFT);
  double y;

  /* On a page a caption has the title. */
  if (self->is_document)
    plot.top += TITLE_HEIGHT;
  y = plot.top + plot.height + BOTTOM + SAIGA_FIGURE_LINE;
  _saiga_svg_begin (self, id, width, y + notes->len * SAIGA_FIGURE_LINE, svg);
  if (self->is_document)
    {
      g_string_append (svg, "<g font-size=\"16\" font-weight=\"600\">");
      _saiga_svg_append_text (svg, LEFT, 22, NULL, self->title);
      g_string_append (svg, "</g>");
    }
  if (self->items->len > 0)
    {
      find_scales (&plot);
      append_axes (&plot);
    }
  for (guint series = 0; series < self->series->len; series++)
    {
      g_autoptr(GPtrArray) points = g_ptr_array_new ();

      for (guint i = 0; i < self->items->len; i++)
        if (_saiga_figure_get_item (self, i)->series == series)
          g_ptr_array_add (points, (gpointer) _saiga_figure_get_item (self, i));
      if (points->len > 0)
        append_series (&plot, series, points);
    }
  for (guint i = 0; i < names->len; i++)
    g_array_index (names, Name, i).y = place_y (&plot, g_array_index (names, Name, i).last->values[1]);
  append_names (&plot, names);
  for (guint i = 0; i < notes->len; i++, y += SAIGA_FIGURE_LINE)
    _saiga_svg_append_text (svg, LEFT, y, NULL, notes->pdata[i]);
  g_string_append (svg, "</svg>");
}
