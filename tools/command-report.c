/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "concordance.h"

static struct
{
  char *programme;
} options;

static const GOptionEntry entries[] = {
  { "programme", 'p', 0, G_OPTION_ARG_STRING, &options.programme, N_ ("The programme that is reported on (the latest joint work programme)"), "ID" },
  { NULL }
};

/* The rows that the chapter on the concordance shows, for programs. */
static ToolExit
print_rows (Tool *tool,
            SaigaSnapshot *snapshot)
{
  g_autoptr(SaigaConcordance) concordance = NULL;
  g_autoptr(GListModel) rows = NULL;
  GError *error = NULL;

  concordance = saiga_concordance_new (snapshot, "authority.cms", "authority.cites", tool->date, &error);
  if (concordance == NULL)
    return tool_fail (error);
  rows = saiga_concordance_get_view (concordance, SAIGA_CONCORDANCE_VIEW_SHARED);
  if (tool->format == TOOL_CSV)
    concordance_print_csv (tool, rows);
  else
    concordance_print_json (tool, concordance, rows);

  return TOOL_DONE;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  const gboolean is_for_programs = tool->format == TOOL_CSV || tool->format == TOOL_JSON;
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

  if (is_for_programs && !g_str_equal (argv[1], "concordance"))
    return tool_usage ("report: only concordance is written as CSV or JSON, not %s", argv[1]);

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  if (is_for_programs)
    return print_rows (tool, snapshot);
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
                     "programme together. The HTML is one file that needs no network. Of concordance there are CSV and JSON too: its rows."),
  .formats = "html, md, csv, json",
  .no_text = TRUE,
  .entries = entries,
  .run = run,
};
