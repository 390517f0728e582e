/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Prints the mammals that CMS and CITES both listed on 23 February 2012. */

#include <saiga/saiga.h>

int
main (int argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaDate) date = saiga_date_new (2012, 2, 23, NULL);
  g_autoptr(SaigaConcordance) concordance = NULL;
  g_autoptr(GListModel) rows = NULL;

  if (snapshot != NULL)
    concordance = saiga_concordance_new (snapshot, "authority.cms", "authority.cites", date, &error);
  if (concordance == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  rows = saiga_concordance_get_view (concordance, SAIGA_CONCORDANCE_VIEW_SHARED);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (saiga_concordance_row_get_group (row), "Mammalia") == 0)
        g_print ("%s: %s, %s: %s\n",
                 saiga_concordance_row_get_names_a (row)[0], saiga_concordance_row_get_appendices_a (row),
                 saiga_concordance_row_get_names_b (row)[0], saiga_concordance_row_get_appendices_b (row));
    }

  return 0;
}
