/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga.h>

/* One of the data sets in the folder of data. */
static SaigaSnapshot *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *snapshot = saiga_snapshot_new_from_file (file, NULL, &error);

  g_assert_no_error (error);

  return snapshot;
}
