/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  char *programme;
} options;

static const GOptionEntry entries[] = {
  { "programme", 'p', 0, G_OPTION_ARG_STRING, &options.programme, N_ ("The programme that is reported on (the latest joint work programme)"), "ID" },
  { NULL }
};

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaReport) report = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (argc != 2)
    {
      g_auto(GStrv) names = saiga_report_list_names ();
      g_autofree char *list = g_strjoinv (", ", names);

      return tool_usage ("report: name one report: %s", list);
    }

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  report = saiga_report_new (argv[1], snapshot, options.programme, tool->date, tool->language, &error);
  if (report == NULL)
    return tool_fail (error);

  text = tool->format == TOOL_MARKDOWN ? saiga_report_to_markdown (report) : saiga_report_to_html (report);
  g_string_append (tool->out, text);

  return TOOL_DONE;
}

const Command command_report = {
  .name = "report",
  .arguments = "NAME",
  .summary = N_ ("Write a report"),
  .description = N_ ("The reports are concordance, work-programme, implementation (what was done), and main, which is concordance and "
                     "programme together. The HTML is one file that needs no network."),
  .formats = "html, md",
  .no_text = TRUE,
  .entries = entries,
  .run = run,
};
