/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Gives a fuzz target the files that are named, without an engine. */

#include <glib.h>
#include <string.h>

#include "fuzz-target.h"

int
main (int argc,
      char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *data = NULL;
      g_auto(GStrv) lines = NULL;
      gsize length;

      if (!g_file_get_contents (argv[i], &data, &length, NULL))
        return 1;
      LLVMFuzzerTestOneInput ((const unsigned char *) data, length);

      /* A file may also hold one value a line. */
      lines = g_strsplit (data, "\n", -1);
      for (char **line = lines; *line != NULL; line++)
        LLVMFuzzerTestOneInput ((const unsigned char *) *line, strlen (*line));
    }

  return 0;
}
