/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whatever a foreign file holds, it is read or refused; the rows add up, the changes can be made, and reading it
 * again makes none. */

#include <saiga/saiga.h>

#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t size)
{
  static SaigaSnapshot *base;
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaImporter) importer = NULL;
  g_autoptr(SaigaImporter) second = NULL;
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(SaigaImport) again = NULL;
  g_autoptr(SaigaSnapshot) changed = NULL;
  GListModel *problems;

  if (base == NULL)
    base = saiga_snapshot_new ();

  importer = saiga_importer_new (base);
  import = saiga_importer_read_bytes (importer, bytes, "fuzz", NULL, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_assert_cmpuint (saiga_import_get_n_rows (import), ==,
                    saiga_import_get_n_made (import) + saiga_import_get_n_merged (import) + saiga_import_get_n_refused (import));
  problems = saiga_import_get_problems (import);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *message = saiga_problem_dup_message (problem, "es");

      g_assert_true (g_utf8_validate (message, -1, NULL));
    }

  changed = saiga_snapshot_apply (base, saiga_import_get_change_set (import), &error);
  g_assert_no_error (error);
  second = saiga_importer_new (changed);
  again = saiga_importer_read_bytes (second, bytes, "fuzz", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (saiga_change_set_get_changes (saiga_import_get_change_set (again))), ==, 0);

  return 0;
}
