/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-figure-svg-private.h"

const char *const _saiga_figure_fills[SAIGA_FIGURE_MAX_SERIES] = {
  "var(--figure-1, #0b6e57)", "var(--figure-2, #b3610d)", "var(--figure-3, #4a63b5)", "var(--figure-4, #8a8a8a)"
};

/* The colours of the reports, which a page has for all its figures. */
static const char document_style[] =
  "<style>svg{color:#1c2321;--ground:#fff;font-family:system-ui,sans-serif}"
  "@media (prefers-color-scheme:dark){svg{color:#e6ebe8;--ground:#141917;"
  "--figure-1:#5cc4a6;--figure-2:#e0a458;--figure-3:#93a8f0;--figure-4:#9a9a9a}}</style>";

const SaigaFigureItem *
_saiga_figure_get_item (const SaigaFigure *self,
                        guint position)
{
  return &g_array_index (self->items, SaigaFigureItem, position);
}

/* Numbers are printed without the locale, to a tenth of a pixel. */
void
_saiga_svg_append_plain (GString *svg,
                         double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (svg, g_ascii_formatd (buffer, sizeof (buffer), "%.1f", value));
}

void
_saiga_svg_append_number (GString *svg,
                          const char *name,
                          double value)
{
  g_string_append_printf (svg, " %s=\"", name);
  _saiga_svg_append_plain (svg, value);
  g_string_append_c (svg, '"');
}

/* Each of these leaves its tag open, for what else is to be said of it. */
void
_saiga_svg_begin_line (GString *svg,
                       double x1,
                       double y1,
                       double x2,
                       double y2)
{
  g_string_append (svg, "<line");
  _saiga_svg_append_number (svg, "x1", x1);
  _saiga_svg_append_number (svg, "y1", y1);
  _saiga_svg_append_number (svg, "x2", x2);
  _saiga_svg_append_number (svg, "y2", y2);
}

void
_saiga_svg_begin_circle (GString *svg,
                         double x,
                         double y)
{
  g_string_append (svg, "<circle");
  _saiga_svg_append_number (svg, "cx", x);
  _saiga_svg_append_number (svg, "cy", y);
}

void
_saiga_svg_begin_rect (GString *svg,
                       double x,
                       double y,
                       double width,
                       double height)
{
  g_string_append (svg, "<rect");
  _saiga_svg_append_number (svg, "x", x);
  _saiga_svg_append_number (svg, "y", y);
  _saiga_svg_append_number (svg, "width", width);
  _saiga_svg_append_number (svg, "height", height);
}

void
_saiga_svg_append_text (GString *svg,
                        double x,
                        double y,
                        const char *anchor,
                        const char *text)
{
  g_string_append (svg, "<text");
  _saiga_svg_append_number (svg, "x", x);
  _saiga_svg_append_number (svg, "y", y);
  if (anchor != NULL)
    g_string_append_printf (svg, " text-anchor=\"%s\"", anchor);
  g_string_append (svg, ">");
  _saiga_append_escaped (svg, text);
  g_string_append (svg, "</text>");
}

void
_saiga_svg_append_rect (GString *svg,
                        double x,
                        double y,
                        double width,
                        double height,
                        guint series)
{
  _saiga_svg_begin_rect (svg, x, y, width, height);
  g_string_append_printf (svg, " rx=\"2\" fill=\"%s\"/>", _saiga_figure_fills[series]);
}

/* Series of bars get lighter one by one, so that they differ in grey too. */
void
_saiga_svg_append_bar (GString *svg,
                       double x,
                       double y,
                       double width,
                       double height,
                       guint series)
{
  static const char *const opacities[SAIGA_FIGURE_MAX_SERIES] = { "1", "0.6", "0.25", "0" };

  _saiga_svg_begin_rect (svg, x, y, width, height);
  g_string_append_printf (svg, " rx=\"2\" fill=\"%s\" fill-opacity=\"%s\" stroke=\"%s\"/>", _saiga_figure_fills[series], opacities[series],
                          _saiga_figure_fills[series]);
}

/* Words on as many lines as are needed and allowed, the last one cut. @letter is about as wide as one. */
GPtrArray *
_saiga_svg_wrap (const char *text,
                 double letter,
                 double width,
                 guint n_lines)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr(GString) line = g_string_new (NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint i = 0;

  for (; words[i] != NULL; i++)
    {
      if (line->len > 0 && (g_utf8_strlen (line->str, -1) + 1 + g_utf8_strlen (words[i], -1)) * letter > width)
        {
          if (lines->len + 1 == n_lines)
            break;
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_set_size (line, 0);
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
    }
  if (words[i] != NULL)
    {
      const glong n_letters = (glong) (width / letter);

      if (g_utf8_strlen (line->str, -1) + 2 > n_letters)
        g_string_set_size (line, g_utf8_offset_to_pointer (line->str, n_letters - 2) - line->str);
      g_string_append (line, g_str_has_suffix (line->str, ",") ? " …" : "…");
    }
  g_ptr_array_add (lines, g_strdup (line->str));

  return lines;
}

void
_saiga_svg_begin (const SaigaFigure *self,
                  const char *id,
                  double width,
                  double height,
                  GString *svg)
{
  g_autofree char *alternative = _saiga_figure_dup_alternative (self);

  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"%s-title %s-desc\" "
                          "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-size=\"13\" fill=\"currentColor\">"
                          "<title id=\"%s-title\">",
                          id, id, (int) width, (int) height, (int) width, (int) height, id);
  _saiga_append_escaped (svg, self->title);
  g_string_append_printf (svg, "</title><desc id=\"%s-desc\">", id);
  _saiga_append_escaped (svg, alternative);
  g_string_append (svg, "</desc>");
  if (self->is_document)
    g_string_append_printf (svg, "%s<rect width=\"%d\" height=\"%d\" fill=\"#fff\" style=\"fill:var(--ground)\"/>", document_style, (int) width, (int) height);
}

/* The lines below a figure. */
GPtrArray *
_saiga_svg_wrap_notes (const SaigaFigure *self,
                       double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_extend_and_steal (lines, _saiga_svg_wrap (self->notes->pdata[i], SAIGA_FIGURE_LETTER, width, G_MAXUINT));

  return lines;
}

#define MARGIN 10
#define TITLE_LETTER 9.8
#define TITLE_LINE 21

void
_saiga_svg_begin_titled (const SaigaFigure *self,
                         const char *id,
                         double width,
                         double height,
                         GString *svg)
{
  g_autoptr(GPtrArray) lines = NULL;

  if (!self->is_document)
    {
      _saiga_svg_begin (self, id, width, height, svg);
      return;
    }
  lines = _saiga_svg_wrap (self->title, TITLE_LETTER, width, 3);
  _saiga_svg_begin (self, id, width + 2 * MARGIN, height + 2 * MARGIN + lines->len * TITLE_LINE + MARGIN, svg);
  g_string_append (svg, "<g font-size=\"16\" font-weight=\"600\">");
  for (guint i = 0; i < lines->len; i++)
    _saiga_svg_append_text (svg, MARGIN, MARGIN + 14 + i * TITLE_LINE, NULL, lines->pdata[i]);
  g_string_append_printf (svg, "</g><g transform=\"translate(%d %d)\">", MARGIN, (int) (2 * MARGIN + lines->len * TITLE_LINE));
}

void
_saiga_svg_end_titled (const SaigaFigure *self,
                       GString *svg)
{
  g_string_append (svg, self->is_document ? "</g></svg>" : "</svg>");
}

/* One line a series; returns where the next thing may begin. */
double
_saiga_svg_append_legend (const SaigaFigure *self,
                          double y,
                          GString *svg)
{
  for (guint i = 0; i < self->series->len; i++, y += SAIGA_FIGURE_LINE)
    {
      if (self->kind == SAIGA_FIGURE_BARS)
        _saiga_svg_append_bar (svg, 0.5, y + 0.5, 11, 11, i);
      else
        _saiga_svg_append_rect (svg, 0, y, 12, 12, i);
      _saiga_svg_append_text (svg, 18, y + 11, NULL, self->series->pdata[i]);
    }

  return self->series->len > 0 ? y + 6 : y;
}
