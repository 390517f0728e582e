/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  char *to;
  char *authority;
  char *separator;
  char *type;
} options;

static const GOptionEntry entries[] = {
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The format that is written"), "FORMAT" },
  { "authority", 0, 0, G_OPTION_ARG_STRING, &options.authority, N_ ("The authority whose taxa are written"), "ID" },
  { "separator", 0, 0, G_OPTION_ARG_STRING, &options.separator, N_ ("What stands between cells: , ; | or tab"), "SIGN" },
  { "type", 0, 0, G_OPTION_ARG_STRING, &options.type, N_ ("The type of the records that are written, such as taxon; usually all"), "TYPE" },
  { NULL }
};

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  g_auto(GStrv) formats = saiga_exporter_list_formats ();
  g_autofree char *list = g_strjoinv (", ", formats);
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaExporter) exporter = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  if (argc != 1)
    return tool_usage ("export takes no file: name the data set with --dataset");
  if (options.to == NULL)
    return tool_usage ("export: name the format with --to: %s", list);

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;

  exporter = saiga_exporter_new (snapshot, options.to);
  saiga_exporter_set_authority_id (exporter, options.authority);
  saiga_exporter_set_date (exporter, tool->date);
  saiga_exporter_set_separator (exporter, g_strcmp0 (options.separator, "tab") == 0 ? "\t" : options.separator);
  saiga_exporter_set_record_type (exporter, options.type);
  if (tool->output != NULL && g_file_test (tool->output, G_FILE_TEST_IS_DIR))
    {
      g_autoptr(GFile) folder = g_file_new_for_commandline_arg (tool->output);

      g_clear_pointer (&tool->output, g_free);
      return saiga_exporter_write_folder (exporter, folder, NULL, &error) ? TOOL_DONE : tool_fail (error);
    }
  bytes = saiga_exporter_to_bytes (exporter, &error);
  if (bytes == NULL)
    return tool_fail (error);

  return tool_write (tool->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

const Command command_export = {
  .name = "export",
  .summary = N_ ("Write a data set in a format of others"),
  .description = N_ ("Writes what the law is on a day (--on, else the day of the data set) in a format that others read. The same data set gives the "
                     "same bytes. Cells that a spreadsheet would run as formulas are given an apostrophe in front. The format csv writes the "
                     "records themselves, a table for each type; what is several files is one zip archive, or goes into --output if that is a folder."),
  .entries = entries,
  .run = run,
};
