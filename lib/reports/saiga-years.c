/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-date.h>

#include "saiga-figure-svg-private.h"
#include "saiga-years-private.h"

#define WIDTH 840
#define LABEL_WIDTH 186
#define BAND_WIDTH 34 /* of the codes of the bands */
#define RIGHT 12
#define LINE SAIGA_FIGURE_LINE
#define BAND 14
#define GAP 10
#define LETTER 6.6 /* about as wide as a letter */
#define BOLD_LETTER 8.2
#define MAX_LINES 3

typedef enum
{
  HEADING,
  LANE,
  THIN_LANE,
} RowKind;

typedef struct
{
  RowKind kind;
  char *label;
  char *tip;
  char **bands;
  guint first_span;
  guint n_spans;
} Row;

typedef struct
{
  guint band;
  guint tone;
  SaigaSpanStyle style;
  SaigaSpanEnd end;
  gboolean is_partial;
  int from;
  int to;
  char *words;
  char *tip;
} Span;

typedef struct
{
  gboolean is_mark;
  gboolean is_cut;
  guint tone;
  SaigaSpanStyle style;
  SaigaSpanEnd end;
  char *words;
} Key;

struct _SaigaYears
{
  int first_year;
  int last_year; /* the year after the last */
  int first_day;
  int last_day;
  GArray *keys;
  GArray *rows;
  GArray *spans;
};

/* A tone each, with a plain colour for programs that do not know variables. */
static const char *const fills[SAIGA_YEARS_N_TONES][2] = {
  { "#b3610d", "var(--figure-2,#b3610d)" },
  { "#0b6e57", "var(--figure-1,#0b6e57)" },
  { "#4a63b5", "var(--figure-3,#4a63b5)" },
  { "#7a7a7a", "var(--figure-4,#7a7a7a)" },
};

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->label);
  g_free (((Row *) data)->tip);
  g_strfreev (((Row *) data)->bands);
}

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->words);
  g_free (((Span *) data)->tip);
}

static void
clear_key (gpointer data)
{
  g_free (((Key *) data)->words);
}

/* 0: there is no such day, or no such year. */
int
_saiga_year_of_day (int day)
{
  g_autoptr(SaigaDate) date = saiga_date_new_for_day (day, NULL);

  return date != NULL ? saiga_date_get_year (date) : 0;
}

int
_saiga_first_day_of_year (int year)
{
  g_autoptr(SaigaDate) date = saiga_date_new (year, 1, 1, NULL);

  return date != NULL ? saiga_date_get_earliest_day (date) : 0;
}

/* From the beginning of the year of the first day to the end of that of the last. */
SaigaYears *
_saiga_years_new (int first_day,
                  int last_day)
{
  SaigaYears *self = g_new (SaigaYears, 1);

  self->first_year = _saiga_year_of_day (first_day);
  self->last_year = MAX (_saiga_year_of_day (last_day), self->first_year) + 1;
  self->first_day = _saiga_first_day_of_year (self->first_year);
  self->last_day = _saiga_first_day_of_year (self->last_year);
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (self->keys, clear_key);
  g_array_set_clear_func (self->rows, clear_row);
  g_array_set_clear_func (self->spans, clear_span);

  return self;
}

void
_saiga_years_free (SaigaYears *self)
{
  g_array_unref (self->keys);
  g_array_unref (self->rows);
  g_array_unref (self->spans);
  g_free (self);
}

/* ---- building */

void
_saiga_years_add_key (SaigaYears *self,
                      guint tone,
                      SaigaSpanStyle style,
                      const char *words)
{
  Key key = { .tone = tone, .style = style, .words = g_strdup (words) };

  g_array_append_val (self->keys, key);
}

void
_saiga_years_add_mark_key (SaigaYears *self,
                           SaigaSpanEnd end,
                           const char *words)
{
  Key key = { .is_mark = TRUE, .end = end, .words = g_strdup (words) };

  g_array_append_val (self->keys, key);
}

/* For the little space where one entry follows another. */
void
_saiga_years_add_cut_key (SaigaYears *self,
                          guint tone,
                          const char *words)
{
  Key key = { .is_cut = TRUE, .tone = tone, .words = g_strdup (words) };

  g_array_append_val (self->keys, key);
}

static void
add_row (SaigaYears *self,
         RowKind kind,
         const char *label,
         const char *tip,
         const char *const *bands)
{
  Row row = { kind, g_strdup (label), g_strdup (tip), g_strdupv ((char **) bands), self->spans->len, 0 };

  g_array_append_val (self->rows, row);
}

void
_saiga_years_add_heading (SaigaYears *self,
                          const char *words)
{
  add_row (self, HEADING, words, NULL, NULL);
}

void
_saiga_years_add_lane (SaigaYears *self,
                       const char *label,
                       const char *const *bands)
{
  add_row (self, LANE, label, label, bands);
}

void
_saiga_years_add_thin_lane (SaigaYears *self,
                            const char *label,
                            const char *tip)
{
  add_row (self, THIN_LANE, label, tip, NULL);
}

/* To the last lane. */
static void
add_span (SaigaYears *self,
          const Span *span)
{
  g_array_append_val (self->spans, *span);
  g_array_index (self->rows, Row, self->rows->len - 1).n_spans++;
}

void
_saiga_years_add_span (SaigaYears *self,
                       guint band,
                       guint tone,
                       SaigaSpanStyle style,
                       int from,
                       int to,
                       const char *words,
                       const char *tip)
{
  add_span (self, &(Span){ .band = band, .tone = tone, .style = style, .from = from, .to = to, .words = g_strdup (words), .tip = g_strdup (tip) });
}

void
_saiga_years_add_thin_span (SaigaYears *self,
                            guint tone,
                            gboolean is_partial,
                            int from,
                            int to,
                            SaigaSpanEnd end)
{
  add_span (self, &(Span){ .tone = tone, .end = end, .is_partial = is_partial, .from = from, .to = to });
}

/* ---- drawing */

static double
x_of (const SaigaYears *self,
      int day)
{
  const double left = LABEL_WIDTH + BAND_WIDTH;
  const double share = (double) (CLAMP (day, self->first_day, self->last_day) - self->first_day) / (self->last_day - self->first_day);

  return left + share * (WIDTH - left - RIGHT);
}

static void
append_paint (GString *svg,
              const char *property,
              guint tone)
{
  const char *const *fill = fills[tone];

  g_string_append_printf (svg, " %s=\"%s\" style=\"%s:%s\"", property, fill[0], property, fill[1]);
}

static void
append_bar (GString *svg,
            double x,
            double y,
            double width,
            double height,
            guint tone,
            SaigaSpanStyle style)
{
  _saiga_svg_begin_rect (svg, x, y, width, height);
  append_paint (svg, "fill", tone);
  if (style == SAIGA_SPAN_INHERITED)
    g_string_append (svg, " fill-opacity=\"0.3\"/>");
  else if (style == SAIGA_SPAN_BELOW)
    g_string_append (svg, " fill-opacity=\"0\" stroke=\"currentColor\" stroke-opacity=\"0.6\" stroke-dasharray=\"2 3\"/>");
  else
    g_string_append (svg, "/>");
}

/* How a thin line begins, and how it ends: the form tells, not the colour. */
static void
append_start (GString *svg,
              double x,
              double y)
{
  _saiga_svg_begin_circle (svg, x, y);
  g_string_append (svg, " r=\"4\"/>");
}

static void
append_end (GString *svg,
            double x,
            double y,
            SaigaSpanEnd end)
{
  if (end == SAIGA_SPAN_WITHDRAWN)
    {
      _saiga_svg_begin_circle (svg, x, y);
      g_string_append (svg, " r=\"3.5\" fill=\"#fff\" style=\"fill:var(--ground,var(--back,#fff))\" stroke=\"currentColor\" stroke-width=\"1.5\"/>");
    }
  else if (end == SAIGA_SPAN_LAPSED)
    {
      g_string_append (svg, "<g transform=\"translate(");
      _saiga_svg_append_plain (svg, x);
      g_string_append_c (svg, ' ');
      _saiga_svg_append_plain (svg, y);
      g_string_append (svg, ")\"><path d=\"M-4 -4L4 4M-4 4L4 -4\" stroke=\"currentColor\" stroke-width=\"2\"/></g>");
    }
}

static void
append_tip (GString *svg,
            const char *tip)
{
  if (tip == NULL)
    return;
  g_string_append (svg, "<title>");
  _saiga_append_escaped (svg, tip);
  g_string_append (svg, "</title>");
}

/* ---- keys */

static double
key_width (const Key *key)
{
  return 24 + g_utf8_strlen (key->words, -1) * LETTER + 16;
}

static double
append_keys (const SaigaYears *self,
             double y,
             GString *svg)
{
  double x = 0;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const Key *key = &g_array_index (self->keys, Key, i);

      if (x > 0 && x + key_width (key) > WIDTH)
        {
          x = 0;
          y += LINE + 2;
        }
      if (svg != NULL)
        {
          if (key->is_cut)
            {
              append_bar (svg, x + 0.5, y + 2.5, 7.5, 10, key->tone, key->style);
              append_bar (svg, x + 9, y + 2.5, 7.5, 10, key->tone, key->style);
            }
          else if (!key->is_mark)
            append_bar (svg, x + 0.5, y + 2.5, 16, 10, key->tone, key->style);
          else if (key->end == SAIGA_SPAN_STANDS)
            append_start (svg, x + 9, y + 8);
          else
            append_end (svg, x + 9, y + 8, key->end);
          _saiga_svg_append_text (svg, x + 22, y + 12, NULL, key->words);
        }
      x += key_width (key);
    }

  return self->keys->len > 0 ? y + LINE + 6 : y;
}

/* ---- rows */

static double
row_height (const Row *row)
{
  switch (row->kind)
    {
    case HEADING:
      return LINE + 10;

    case LANE:
      return g_strv_length (row->bands) * BAND + GAP;

    case THIN_LANE:
    default:
      return LINE;
    }
}

static void
append_label (const Row *row,
              double y,
              GString *svg)
{
  const guint n_lines = row->kind == LANE ? CLAMP ((guint) (row_height (row) / 15), 1, MAX_LINES) : 1;
  g_autoptr(GPtrArray) lines = row->kind == HEADING ? _saiga_svg_wrap (row->label, BOLD_LETTER, WIDTH, n_lines)
                                                     : _saiga_svg_wrap (row->label, LETTER, LABEL_WIDTH - 8, n_lines);

  g_string_append (svg, "<g>");
  append_tip (svg, row->tip);
  for (guint i = 0; i < lines->len; i++)
    _saiga_svg_append_text (svg, row->kind == HEADING ? 0 : 4, y + 12 + i * 15, NULL, lines->pdata[i]);
  g_string_append (svg, "</g>");
}

static void
append_lane (const SaigaYears *self,
             const Row *row,
             double y,
             GString *svg)
{
  g_string_append (svg, "<g font-size=\"10\" fill-opacity=\"0.75\">");
  for (guint band = 0; row->bands[band] != NULL; band++)
    _saiga_svg_append_text (svg, LABEL_WIDTH + BAND_WIDTH - 6, y + band * BAND + 11, "end", row->bands[band]);
  g_string_append (svg, "</g>");

  for (guint i = 0; i < row->n_spans; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, row->first_span + i);
      const double x = x_of (self, span->from);
      /* A little space shows where one entry follows another. */
      const double width = MAX (x_of (self, span->to) - x - 1, 1.5);

      g_string_append (svg, "<g>");
      append_tip (svg, span->tip);
      append_bar (svg, x, y + span->band * BAND + 1, width, BAND - 2, span->tone, span->style);
      if (span->words != NULL && g_utf8_strlen (span->words, -1) * 6.4 + 6 < width)
        {
          g_string_append_printf (svg, "<g font-size=\"10\"%s>", span->style == SAIGA_SPAN_OWN ? " fill=\"#fff\" style=\"fill:var(--ground,var(--back,#fff))\"" : "");
          _saiga_svg_append_text (svg, x + 4, y + span->band * BAND + 10.5, NULL, span->words);
          g_string_append (svg, "</g>");
        }
      g_string_append (svg, "</g>");
    }
}

static void
append_thin_lane (const SaigaYears *self,
                  const Row *row,
                  double y,
                  GString *svg)
{
  const double middle = y + LINE / 2.0;

  g_string_append (svg, "<g>");
  append_tip (svg, row->tip);
  for (guint i = 0; i < row->n_spans; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, row->first_span + i);
      const double x = x_of (self, span->from);
      const double end = x_of (self, span->to);

      _saiga_svg_begin_line (svg, x, middle, end, middle);
      g_string_append (svg, " stroke-width=\"3\"");
      append_paint (svg, "stroke", span->tone);
      g_string_append (svg, span->is_partial ? " stroke-dasharray=\"4 3\"/>" : "/>");
      append_start (svg, x, middle);
      append_end (svg, end, middle, span->end);
    }
  g_string_append (svg, "</g>");
}

/* ---- the whole */

static void
append_grid (const SaigaYears *self,
             double top,
             double bottom,
             GString *svg)
{
  const int n_years = self->last_year - self->first_year;
  const int step = n_years > 60 ? 10 : n_years > 12 ? 5
                                                    : 1;

  for (int year = (self->first_year + step - 1) / step * step; year <= self->last_year; year += step)
    {
      const double x = x_of (self, _saiga_first_day_of_year (year));
      g_autofree char *label = g_strdup_printf ("%d", year);

      _saiga_svg_begin_line (svg, x, top + LINE - 3, x, bottom);
      g_string_append (svg, " stroke=\"currentColor\" stroke-opacity=\"0.25\"/>");
      if (x + 14 < WIDTH)
        _saiga_svg_append_text (svg, x, top + 11, "middle", label);
    }
}

double
_saiga_years_get_width (const SaigaYears *self)
{
  return WIDTH;
}

double
_saiga_years_get_height (const SaigaYears *self)
{
  double y = append_keys (self, 0, NULL) + LINE;

  for (guint i = 0; i < self->rows->len; i++)
    y += row_height (&g_array_index (self->rows, Row, i));

  return y + 6;
}

void
_saiga_years_append_svg (const SaigaYears *self,
                         GString *svg)
{
  double y = append_keys (self, 0, svg);

  append_grid (self, y, _saiga_years_get_height (self) - 4, svg);
  y += LINE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->kind == HEADING)
        {
          g_string_append (svg, "<g font-weight=\"600\">");
          append_label (row, y + 8, svg);
          g_string_append (svg, "</g>");
        }
      else
        append_label (row, y + 1, svg);
      if (row->kind == LANE)
        append_lane (self, row, y, svg);
      else if (row->kind == THIN_LANE)
        append_thin_lane (self, row, y, svg);
      y += row_height (row);
    }
}
