/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga.h>
#include <string.h>

/* What tests of foreign files share. */

/* One of the files in the folder of data; a zero stands behind it. */
static inline GBytes *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static inline SaigaImport *
import_bytes (SaigaSnapshot *snapshot,
              GBytes *bytes,
              const char *name)
{
  g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
  g_autoptr(GError) error = NULL;
  SaigaImport *import = saiga_importer_read_bytes (importer, bytes, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (saiga_import_get_n_rows (import), ==,
                    saiga_import_get_n_made (import) + saiga_import_get_n_merged (import) + saiga_import_get_n_refused (import));

  return import;
}

static inline SaigaImport *
import_text (SaigaSnapshot *snapshot,
             const char *text,
             const char *name)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return import_bytes (snapshot, bytes, name);
}

static inline SaigaSnapshot *
apply (SaigaSnapshot *snapshot,
       SaigaImport *import)
{
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *changed = saiga_snapshot_apply (snapshot, saiga_import_get_change_set (import), &error);

  g_assert_no_error (error);

  return changed;
}

static inline guint
count_changes (SaigaImport *import)
{
  return g_list_model_get_n_items (saiga_change_set_get_changes (saiga_import_get_change_set (import)));
}

/* `tag:row` of each problem; all say something in another language. */
static inline char *
print_problems (SaigaImport *import)
{
  GListModel *problems = saiga_import_get_problems (import);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *message = saiga_problem_dup_message (problem, "fr");

      g_assert_cmpstr (message, !=, "");
      g_string_append_printf (out, "%s:%u ", saiga_problem_get_tag (problem), saiga_problem_get_line (problem));
    }

  return g_string_free (out, FALSE);
}
