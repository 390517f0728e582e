/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reads one file and saves it over another: save FROM TO. */

#include <saiga/saiga.h>

int
main (int argc,
      char *argv[])
{
  g_autoptr(GFile) from = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr(GFile) to = g_file_new_for_commandline_arg (argv[2]);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_from_file (from, NULL, &error);

  g_assert_no_error (error);
  if (saiga_snapshot_save (snapshot, to, NULL, &error))
    return 0;

  g_printerr ("%s\n", error->message);

  return error->domain == G_IO_ERROR ? 1 : 2;
}
