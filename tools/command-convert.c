/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (argc > 2)
    return tool_usage ("convert takes one file");

  snapshot = argc > 1 ? tool_load_file (argv[1], &code) : tool_load (tool, &code);
  if (snapshot == NULL)
    return code;

  if (tool->format == TOOL_JSON)
    bytes = saiga_snapshot_to_json (snapshot);
  else if (tool->output != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (tool->output);
      GError *error = NULL;

      return saiga_snapshot_save (snapshot, file, NULL, &error) ? TOOL_DONE : tool_fail (error);
    }
  else
    bytes = saiga_snapshot_to_xml (snapshot);

  return tool_write (tool->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

const Command command_convert = {
  .name = "convert",
  .arguments = "[FILE]",
  .summary = N_ ("Rewrite a data set"),
  .description = N_ ("Writes canonical XML, which is the same for the same records whatever order they came in, or JSON. Without a file the "
                     "embedded data set is written. With --output the file is replaced only when the new one is complete."),
  .formats = "xml, json",
  .run = run,
};
