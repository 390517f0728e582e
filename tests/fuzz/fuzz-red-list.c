/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is read as a table of categories by year is an error or a table; its index is in its bounds, and drawn. */

#include <saiga/saiga.h>
#include <string.h>

#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaRedListTable) table = saiga_red_list_table_new_from_bytes (bytes, &error);
  g_autoptr(SaigaRedListIndex) index = NULL;
  g_autofree char *svg = NULL;

  g_assert_true ((table == NULL) == (error != NULL));
  if (table == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL) && strchr (error->message, '\n') == NULL);
      return 0;
    }

  index = saiga_red_list_index_new (table, SAIGA_RED_LIST_TREATMENT_EXTINCT, 3, 1, &error);
  g_assert_true ((index == NULL) == (error != NULL));
  if (index == NULL)
    return 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    {
      g_autoptr(SaigaRedListPoint) point = g_list_model_get_item (G_LIST_MODEL (index), i);

      g_assert_true (saiga_red_list_point_get_value (point) >= 0 && saiga_red_list_point_get_value (point) <= 1);
      g_assert_true (saiga_red_list_point_get_lower (point) <= saiga_red_list_point_get_upper (point));
      g_assert_cmpuint (saiga_red_list_point_get_n_extrapolated (point), <=, saiga_red_list_table_get_n_taxa (table));
    }
  svg = saiga_red_list_index_to_svg (index, "en");
  g_assert_true (g_str_has_suffix (svg, "</svg>\n"));

  return 0;
}
