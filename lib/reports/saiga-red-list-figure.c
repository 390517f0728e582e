/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-red-list-figure.h>

#include "saiga-catalogue-private.h"
#include "saiga-figure-private.h"

/**
 * saiga_red_list_index_to_svg:
 * @self: an index
 * @language: the language of the words, such as `en`
 *
 * Draws the index: a line a group, and all of them together.
 *
 * The picture is a file of its own, for light and dark screens. It does not tell lines by colour
 * alone, and has a text with every value for those who do not see it. A line goes through the
 * values without data deficient taxa; the band around it is the interval of the runs. It is dashed
 * where the index of some group is extrapolated.
 *
 * Returns: (transfer full): SVG
 *
 * Since: 0.1
 */
char *
saiga_red_list_index_to_svg (SaigaRedListIndex *self,
                             const char *language)
{
  g_autoptr(SaigaFigure) figure = NULL;
  const char *last = "";
  guint series = 0;
  gboolean has_guess = FALSE;

  g_return_val_if_fail (SAIGA_IS_RED_LIST_INDEX (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  figure = _saiga_figure_new (SAIGA_FIGURE_LINES, _saiga_translate (language, N_ ("Red List Index")), language);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(SaigaRedListPoint) point = g_list_model_get_item (G_LIST_MODEL (self), i);
      const char *group = saiga_red_list_point_get_group (point);
      const gboolean is_guess = saiga_red_list_point_get_n_extrapolated (point) > 0;

      if (i == 0 || g_strcmp0 (group, last) != 0)
        {
          series += i > 0;
          _saiga_figure_add_series (figure, group != NULL ? group : _saiga_translate (language, N_ ("All groups")));
          if (group == NULL)
            _saiga_figure_set_main_series (figure, series);
        }
      last = group;
      has_guess |= is_guess;
      _saiga_figure_add_point (figure, series, saiga_red_list_point_get_year (point), saiga_red_list_point_get_value (point),
                               saiga_red_list_point_get_lower (point), saiga_red_list_point_get_upper (point), is_guess);
    }

  _saiga_figure_add_note (figure, _saiga_translate (language, N_ ("1: all taxa are of least concern; 0: all are extinct. A falling line is a rising risk.")));
  _saiga_figure_add_note (figure, _saiga_translate (language, saiga_red_list_index_get_treatment (self) == SAIGA_RED_LIST_TREATMENT_EXTINCT
                                                                ? N_ ("Possibly extinct taxa count as extinct.")
                                                                : N_ ("Possibly extinct taxa count as critically endangered.")));
  _saiga_figure_add_note (figure, _saiga_translate (language, N_ ("Band: 95 % of the runs in which data deficient taxa draw a category.")));
  if (has_guess)
    _saiga_figure_add_note (figure, _saiga_translate (language, N_ ("Dashed: for some groups the line is extrapolated.")));

  return _saiga_figure_to_document (figure);
}
