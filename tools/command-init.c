/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  gboolean empty;
  gboolean force;
} options;

static const GOptionEntry entries[] = {
  { "empty", 0, 0, G_OPTION_ARG_NONE, &options.empty, N_ ("Begin with no records at all"), NULL },
  { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Replace FILE if it is there"), NULL },
  { NULL }
};

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(GFile) file = NULL;
  GError *error = NULL;

  if (argc != 2)
    return tool_usage ("init: name the file to write");

  file = g_file_new_for_commandline_arg (argv[1]);
  if (!options.force && g_file_query_exists (file, NULL))
    return tool_usage ("init: %s is there already; --force replaces it", argv[1]);

  snapshot = options.empty ? saiga_snapshot_new () : tool_load (tool, &code);
  if (snapshot == NULL)
    return code;

  return saiga_snapshot_save (snapshot, file, NULL, &error) ? TOOL_DONE : tool_fail (error);
}

const Command command_init = {
  .name = "init",
  .arguments = "FILE",
  .summary = N_ ("Begin a data set of your own with a copy of the embedded one"),
  .description = N_ ("The embedded data set is never edited: work on the copy, and name it to the other commands with --dataset."),
  .entries = entries,
  .run = run,
};
