/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "saiga-figure-svg-private.h"

/* Widths are those of a telephone: what is drawn narrow needs no shrinking. */
#define BARS_WIDTH 400
#define LANES_WIDTH 840
#define SETS_WIDTH 400

static void
item_clear (gpointer data)
{
  g_free (((SaigaFigureItem *) data)->label);
  g_free (((SaigaFigureItem *) data)->words);
}

SaigaFigure *
_saiga_figure_new (SaigaFigureKind kind,
                   const char *title,
                   const char *language)
{
  SaigaFigure *self = g_new0 (SaigaFigure, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->items = g_array_new (FALSE, FALSE, sizeof (SaigaFigureItem));
  g_array_set_clear_func (self->items, item_clear);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->main_series = -1;

  return self;
}

void
_saiga_figure_free (SaigaFigure *self)
{
  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->series);
  g_array_unref (self->items);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->years, _saiga_years_free);
  g_free (self);
}

/* Of a figure of years: what is drawn. Its items are the text that says the same. */
void
_saiga_figure_take_years (SaigaFigure *self,
                          SaigaYears *years)
{
  g_assert (self->kind == SAIGA_FIGURE_YEARS && self->years == NULL);
  self->years = years;
}

void
_saiga_figure_add_series (SaigaFigure *self,
                          const char *name)
{
  g_assert (self->kind == SAIGA_FIGURE_LINES || self->series->len < (self->kind == SAIGA_FIGURE_MATRIX ? SAIGA_FIGURE_MAX_VALUES : SAIGA_FIGURE_MAX_SERIES));
  g_ptr_array_add (self->series, g_strdup (name));
}

void
_saiga_figure_add_item (SaigaFigure *self,
                        const char *label,
                        const char *words,
                        guint series,
                        const double *values,
                        guint n_values)
{
  SaigaFigureItem item = { g_strdup (label), g_strdup (words), series, n_values, { 0 }, FALSE };

  g_assert (n_values <= SAIGA_FIGURE_MAX_VALUES && series < SAIGA_FIGURE_MAX_SERIES);
  memcpy (item.values, values, n_values * sizeof (double));
  g_array_append_val (self->items, item);
}

void
_saiga_figure_add_point (SaigaFigure *self,
                         guint series,
                         int x,
                         double y,
                         double lower,
                         double upper,
                         gboolean is_guess)
{
  SaigaFigureItem item = { NULL, NULL, series, 4, { x, y, lower, upper }, is_guess };

  g_assert (self->kind == SAIGA_FIGURE_LINES && series < self->series->len);
  g_array_append_val (self->items, item);
}

void
_saiga_figure_set_main_series (SaigaFigure *self,
                               guint series)
{
  self->main_series = series;
}

void
_saiga_figure_add_note (SaigaFigure *self,
                        const char *note)
{
  g_ptr_array_add (self->notes, g_strdup (note));
}

const char *
_saiga_figure_get_title (const SaigaFigure *self)
{
  return self->title;
}

SaigaFigureKind
_saiga_figure_get_kind (const SaigaFigure *self)
{
  return self->kind;
}

/* Digits in groups of three, as the language writes them. */
char *
_saiga_format_number (guint number,
                      const char *language)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  const char *mark = g_str_has_prefix (language, "en") ? "," : "\xc2\xa0";
  const gsize n = strlen (digits);
  GString *text = g_string_new (NULL);

  /* French and Spanish write four digits together. */
  if (n < 4 || (n == 4 && !g_str_has_prefix (language, "en")))
    mark = "";
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, mark);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/* With the comma of French and Spanish. */
char *
_saiga_format_decimal (double number,
                       const char *format,
                       const char *language)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof (buffer), format, number);

  return g_strdelimit (g_strdup (buffer), ".", g_str_has_prefix (language, "en") ? '.' : ',');
}

void
_saiga_append_escaped (GString *out,
                       const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;

      case '<':
        g_string_append (out, "&lt;");
        break;

      case '>':
        g_string_append (out, "&gt;");
        break;

      case '"':
        g_string_append (out, "&quot;");
        break;

      default:
        g_string_append_c (out, *c);
        break;
      }
}

/* ---- the text that says the same */

/* Bird: 1988 0.925, 1994 0.924; … */
static void
append_points (const SaigaFigure *self,
               GString *text)
{
  for (guint series = 0; series < self->series->len; series++)
    {
      const char *separator = ": ";

      g_string_append_printf (text, "%s%s", series > 0 ? "; " : "", (const char *) self->series->pdata[series]);
      for (guint i = 0; i < self->items->len; i++)
        if (_saiga_figure_get_item (self, i)->series == series)
          {
            const SaigaFigureItem *item = _saiga_figure_get_item (self, i);
            g_autofree char *number = _saiga_format_decimal (item->values[1], "%.3f", self->language);

            g_string_append_printf (text, "%s%d %s", separator, (int) item->values[0], number);
            separator = ", ";
          }
    }
}

/* Cells of a matrix that are empty are not told. */
static void
append_values (const SaigaFigure *self,
               const SaigaFigureItem *item,
               GString *text)
{
  const char *separator = "";

  for (guint v = 0; v < item->n_values; v++)
    {
      g_autofree char *number = _saiga_format_number ((guint) item->values[v], self->language);

      if (self->kind == SAIGA_FIGURE_MATRIX && item->values[v] <= 0)
        continue;
      g_string_append_printf (text, "%s%s%s%s", separator, number, v < self->series->len ? " " : "",
                              v < self->series->len ? (const char *) self->series->pdata[v] : "");
      separator = ", ";
    }
}

char *
_saiga_figure_dup_alternative (const SaigaFigure *self)
{
  GString *text = g_string_new (NULL);

  if (self->kind == SAIGA_FIGURE_LINES)
    append_points (self, text);

  for (guint i = 0; self->kind != SAIGA_FIGURE_LINES && i < self->items->len; i++)
    {
      const SaigaFigureItem *item = _saiga_figure_get_item (self, i);

      g_string_append_printf (text, "%s%s: ", i > 0 ? "; " : "", item->label);
      if (item->words != NULL)
        g_string_append (text, item->words);
      else
        append_values (self, item, text);
    }
  if (text->len > 0)
    g_string_append_c (text, '.');
  for (guint i = 0; self->kind == SAIGA_FIGURE_MATRIX && i < self->notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) self->notes->pdata[i]);

  return g_string_free (text, FALSE);
}

static void
append_bars (const SaigaFigure *self,
             const char *id,
             GString *svg)
{
  const double label_width = 138;
  const double number_width = 40;
  const double legend_height = self->series->len > 0 ? self->series->len * SAIGA_FIGURE_LINE + 6 : 0;
  const double height = legend_height + self->items->len * (SAIGA_FIGURE_LINE + 6) + 2;
  double largest = 1;
  double y;

  for (guint i = 0; i < self->items->len; i++)
    {
      double sum = 0;

      for (guint v = 0; v < _saiga_figure_get_item (self, i)->n_values; v++)
        sum += _saiga_figure_get_item (self, i)->values[v];
      largest = MAX (largest, sum);
    }

  _saiga_svg_begin_titled (self, id, BARS_WIDTH, height, svg);
  y = _saiga_svg_append_legend (self, 0, svg);
  for (guint i = 0; i < self->items->len; i++, y += SAIGA_FIGURE_LINE + 6)
    {
      const SaigaFigureItem *item = _saiga_figure_get_item (self, i);
      const double scale = (BARS_WIDTH - label_width - number_width) / largest;
      g_autofree char *number = NULL;
      double x = label_width;

      _saiga_svg_append_text (svg, label_width - 8, y + 13, "end", item->label);
      for (guint v = 0; v < item->n_values; v++)
        {
          if (item->values[v] > 0)
            _saiga_svg_append_bar (svg, x, y, item->values[v] * scale, SAIGA_FIGURE_LINE, v);
          x += item->values[v] * scale;
        }
      number = item->words != NULL ? g_strdup (item->words) : _saiga_format_number ((guint) ((x - label_width) / scale + 0.5), self->language);
      _saiga_svg_append_text (svg, x + 5, y + 13, NULL, number);
    }
  _saiga_svg_end_titled (self, svg);
}

/* ---- lanes */

static void
append_lanes (const SaigaFigure *self,
              const char *id,
              GString *svg)
{
  const double label_width = 80;
  const double words_width = 300;
  const double width = LANES_WIDTH - label_width - words_width;
  const double legend_height = self->series->len > 0 ? self->series->len * SAIGA_FIGURE_LINE + 6 : 0;
  double first = G_MAXDOUBLE;
  double last = 0;
  int first_year;
  int last_year;
  double scale;
  double y;

  for (guint i = 0; i < self->items->len; i++)
    for (guint v = 0; v < 2; v++)
      if (_saiga_figure_get_item (self, i)->values[v] > 0)
        {
          first = MIN (first, _saiga_figure_get_item (self, i)->values[v]);
          last = MAX (last, _saiga_figure_get_item (self, i)->values[v]);
        }
  _saiga_svg_begin (self, id, LANES_WIDTH, legend_height + SAIGA_FIGURE_LINE + self->items->len * SAIGA_FIGURE_LINE + 8, svg);
  y = _saiga_svg_append_legend (self, 0, svg);
  if (last > 0)
    {
      first_year = _saiga_year_of_day ((int) first);
      last_year = _saiga_year_of_day ((int) last);
      first = _saiga_first_day_of_year (first_year);
      last = _saiga_first_day_of_year (last_year + 1);
      scale = width / (last - first);
      for (int year = first_year; year <= last_year + 1; year++)
        {
          const double x = label_width + (_saiga_first_day_of_year (year) - first) * scale;

          _saiga_svg_begin_line (svg, x, y + SAIGA_FIGURE_LINE - 4, x, y + SAIGA_FIGURE_LINE + self->items->len * SAIGA_FIGURE_LINE + 4);
          g_string_append (svg, " stroke=\"currentColor\" stroke-opacity=\"0.3\"/>");
          if (year <= last_year)
            {
              g_autofree char *label = g_strdup_printf ("%d", year);

              _saiga_svg_append_text (svg, x + scale * (_saiga_first_day_of_year (year + 1) - _saiga_first_day_of_year (year)) / 2, y + 11, "middle", label);
            }
        }
      y += SAIGA_FIGURE_LINE;
      for (guint i = 0; i < self->items->len; i++, y += SAIGA_FIGURE_LINE)
        {
          const SaigaFigureItem *item = _saiga_figure_get_item (self, i);
          const gboolean has_start = item->values[0] > 0;
          const gboolean has_end = item->values[1] > 0;
          const double start = label_width + (has_start ? item->values[0] - first : 0) * scale;
          const double end = has_end ? label_width + (item->values[1] + 1 - first) * scale : label_width + width;

          _saiga_svg_append_text (svg, label_width - 8, y + 13, "end", item->label);
          if (!has_start || !has_end)
            g_string_append (svg, "<g fill-opacity=\"0.45\">");
          _saiga_svg_append_rect (svg, start, y + 3, MAX (end - start, 4), SAIGA_FIGURE_LINE - 6, item->series);
          if (!has_start || !has_end)
            g_string_append (svg, "</g>");
          if (item->words != NULL)
            _saiga_svg_append_text (svg, label_width + width + 8, y + 13, NULL, item->words);
        }
    }
  g_string_append (svg, "</svg>");
}

/* ---- sets */

/* The area that two circles share. */
static double
lens (double r,
      double s,
      double distance)
{
  double a;
  double b;

  if (distance >= r + s)
    return 0;
  if (distance <= fabs (r - s))
    return G_PI * MIN (r, s) * MIN (r, s);
  a = acos (CLAMP ((distance * distance + r * r - s * s) / (2 * distance * r), -1, 1));
  b = acos (CLAMP ((distance * distance + s * s - r * r) / (2 * distance * s), -1, 1));

  return r * r * (a - sin (2 * a) / 2) + s * s * (b - sin (2 * b) / 2);
}

/* How far apart the middles must be for the shared area to be right. */
static double
find_distance (double r,
               double s,
               double area)
{
  double low = fabs (r - s);
  double high = r + s;

  for (guint i = 0; i < 60; i++)
    {
      const double middle = (low + high) / 2;

      if (lens (r, s, middle) > area)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}

static void
append_circle (GString *svg,
               double x,
               double y,
               double r,
               guint series)
{
  _saiga_svg_begin_circle (svg, x, y);
  _saiga_svg_append_number (svg, "r", r);
  g_string_append_printf (svg, " fill=\"%s\" fill-opacity=\"0.35\" stroke=\"%s\" stroke-width=\"1.5\"/>", _saiga_figure_fills[series], _saiga_figure_fills[series]);
}

static void
append_sets (const SaigaFigure *self,
             const char *id,
             GString *svg)
{
  double only_a = self->items->len > 0 ? _saiga_figure_get_item (self, 0)->values[0] : 0;
  double both = self->items->len > 1 ? _saiga_figure_get_item (self, 1)->values[0] : 0;
  double only_b = self->items->len > 2 ? _saiga_figure_get_item (self, 2)->values[0] : 0;
  double r = sqrt ((only_a + both) / G_PI);
  double s = sqrt ((only_b + both) / G_PI);
  double distance = find_distance (r, s, both);
  const double left = MIN (-r, distance - s);
  const double right = MAX (r, distance + s);
  const double largest = MAX (MAX (r, s), 0.1);
  const double scale = MIN ((SETS_WIDTH - 8) / MAX (right - left, 0.1), 105 / largest);
  const double middle = 4 + largest * scale;
  double y = middle * 2 + 10;
  const double shift = (SETS_WIDTH - (right - left) * scale) / 2 - left * scale;

  _saiga_svg_begin_titled (self, id, SETS_WIDTH, y + 3 * (SAIGA_FIGURE_LINE + 2), svg);
  append_circle (svg, shift, middle, r * scale, 0);
  append_circle (svg, shift + distance * scale, middle, s * scale, 1);
  for (guint i = 0; i < MIN (self->items->len, 3); i++, y += SAIGA_FIGURE_LINE + 2)
    {
      const SaigaFigureItem *item = _saiga_figure_get_item (self, i);
      g_autofree char *number = _saiga_format_number ((guint) item->values[0], self->language);
      g_autofree char *line = g_strdup_printf ("%s: %s", item->label, number);

      /* The swatch of both is one colour over the other, as where the circles meet. */
      for (guint c = 0; c < 2; c++)
        if (i == 1 || i == c * 2)
          {
            g_string_append (svg, "<g fill-opacity=\"0.45\">");
            _saiga_svg_append_rect (svg, 2, y, 12, 12, c);
            g_string_append (svg, "</g>");
          }
      _saiga_svg_append_text (svg, 20, y + 11, NULL, line);
    }
  _saiga_svg_end_titled (self, svg);
}

/* @id is the beginning of the ids inside; it must stand for itself on its page. */
void
_saiga_figure_append_svg (const SaigaFigure *self,
                          const char *id,
                          GString *svg)
{
  switch (self->kind)
    {
    case SAIGA_FIGURE_BARS:
      append_bars (self, id, svg);
      break;

    case SAIGA_FIGURE_LANES:
      append_lanes (self, id, svg);
      break;

    case SAIGA_FIGURE_LINES:
      _saiga_figure_append_lines (self, id, svg);
      break;

    case SAIGA_FIGURE_MATRIX:
      _saiga_figure_append_matrix (self, id, svg);
      break;

    case SAIGA_FIGURE_SETS:
      append_sets (self, id, svg);
      break;

    case SAIGA_FIGURE_YEARS:
      _saiga_svg_begin (self, id, _saiga_years_get_width (self->years), _saiga_years_get_height (self->years), svg);
      _saiga_years_append_svg (self->years, svg);
      g_string_append (svg, "</svg>");
      break;

    default:
      g_assert_not_reached ();
    }
}

char *
_saiga_figure_to_document (SaigaFigure *self)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  self->is_document = TRUE;
  _saiga_figure_append_svg (self, "figure", svg);
  g_string_append_c (svg, '\n');

  return g_string_free (svg, FALSE);
}
