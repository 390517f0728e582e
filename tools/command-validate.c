/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool.h"

static struct
{
  gboolean explain;
  gboolean strict;
  char **overrides;
} options;

static const GOptionEntry entries[] = {
  { "explain", 'e', 0, G_OPTION_ARG_NONE, &options.explain, N_ ("Explain each kind of problem that was found"), NULL },
  { "strict", 's', 0, G_OPTION_ARG_NONE, &options.strict, N_ ("Take a warning for an error"), NULL },
  { "override", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.overrides, N_ ("Take a kind of problem for more or less: error, warning, information or none"), "TAG=SEVERITY" },
  { NULL }
};

#define NOTHING -1

/* How bad the user thinks it is. */
static int
severity_of (SaigaProblem *problem)
{
  for (char **item = options.overrides; item != NULL && *item != NULL; item++)
    {
      g_auto(GStrv) pair = g_strsplit (*item, "=", 2);

      if (g_str_equal (pair[0], saiga_problem_get_tag (problem)))
        {
          int severity = NOTHING;

          tool_parse_nick (SAIGA_TYPE_SEVERITY, pair[1], &severity);

          return severity;
        }
    }

  return saiga_problem_get_severity (problem);
}

static ToolExit
check_overrides (void)
{
  g_auto(GStrv) tags = saiga_problem_list_tags ();

  for (char **item = options.overrides; item != NULL && *item != NULL; item++)
    {
      g_auto(GStrv) pair = g_strsplit (*item, "=", 2);
      int severity;

      if (pair[0] == NULL || pair[1] == NULL || !g_strv_contains ((const char *const *) tags, pair[0]) ||
          (!g_str_equal (pair[1], "none") && !tool_parse_nick (SAIGA_TYPE_SEVERITY, pair[1], &severity)))
        return tool_usage ("--override: “%s” is not TAG=SEVERITY with a known tag and error, warning, information or none", *item);
    }

  return TOOL_DONE;
}

static void
print_text (Tool *tool,
            const char *name,
            GListModel *problems,
            const guint *counts)
{
  static const ToolStyle styles[] = {
    [SAIGA_SEVERITY_INFORMATION] = TOOL_DIM,
    [SAIGA_SEVERITY_WARNING] = TOOL_YELLOW,
    [SAIGA_SEVERITY_ERROR] = TOOL_RED,
  };
  char numbers[3][16];
  g_autofree char *sum = NULL;
  const char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      const char *tag = saiga_problem_get_tag (problem);
      const char *field = saiga_problem_get_field (problem);
      int severity = severity_of (problem);
      g_autofree char *message = saiga_problem_dup_message (problem, tool->language);

      if (severity == NOTHING)
        continue;
      if (options.explain && g_strcmp0 (tag, last) != 0)
        {
          g_autofree char *explanation = saiga_problem_tag_dup_explanation (tag, tool->language);
          g_autofree char *fix = saiga_problem_tag_dup_fix (tag, tool->language);

          tool_print (tool, "%s", last != NULL ? "\n" : "");
          tool_print_styled (tool, TOOL_BOLD, tag);
          tool_print (tool, "\n");
          tool_print_wrapped (tool, explanation, 0);
          if (fix != NULL)
            tool_print_wrapped (tool, fix, 0);
        }
      last = tag;
      tool_print (tool, "%s:%u: ", name, saiga_problem_get_line (problem));
      tool_print_styled (tool, styles[severity], tool_nick (SAIGA_TYPE_SEVERITY, severity));
      tool_print (tool, ": %s: %s%s%s: %s\n", tag, saiga_problem_get_record_id (problem), field != NULL ? " " : "",
                  field != NULL ? field : "", message);
    }

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_snprintf (numbers[i], sizeof numbers[i], "%u", counts[i]);
  sum = tool_fill (tool, N_ ("%1 errors, %2 warnings, %3 remarks"), numbers[SAIGA_SEVERITY_ERROR], numbers[SAIGA_SEVERITY_WARNING],
                   numbers[SAIGA_SEVERITY_INFORMATION], NULL);
  tool_print (tool, "%s\n", sum);
}

static void
print_csv (Tool *tool,
           const char *name,
           GListModel *problems)
{
  static const char *const titles[] = { "file", "line", "severity", "tag", "record", "field", "message", NULL };

  tool_print_csv_row (tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      const char *field = saiga_problem_get_field (problem);
      int severity = severity_of (problem);
      g_autofree char *message = saiga_problem_dup_message (problem, tool->language);
      g_autofree char *line = g_strdup_printf ("%u", saiga_problem_get_line (problem));

      if (severity != NOTHING)
        tool_print_csv_row (tool, (const char *const[]){ name, line, tool_nick (SAIGA_TYPE_SEVERITY, severity), saiga_problem_get_tag (problem),
                                                         saiga_problem_get_record_id (problem), field != NULL ? field : "", message, NULL });
    }
}

static void
print_json (Tool *tool,
            const char *name,
            GListModel *problems)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      int severity = severity_of (problem);
      g_autofree char *message = saiga_problem_dup_message (problem, tool->language);
      g_autofree char *fix = saiga_problem_dup_fix (problem, tool->language);

      if (severity == NOTHING)
        continue;
      json_builder_begin_object (builder);
      tool_build_string (builder, "file", name);
      tool_build_number (builder, "line", saiga_problem_get_line (problem));
      tool_build_string (builder, "severity", tool_nick (SAIGA_TYPE_SEVERITY, severity));
      tool_build_string (builder, "tag", saiga_problem_get_tag (problem));
      tool_build_string (builder, "record", saiga_problem_get_record_id (problem));
      tool_build_string (builder, "field", saiga_problem_get_field (problem));
      tool_build_strings (builder, "arguments", saiga_problem_get_arguments (problem));
      tool_build_string (builder, "message", message);
      tool_build_string (builder, "fix", fix);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = check_overrides ();
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(GListModel) problems = NULL;
  guint counts[SAIGA_SEVERITY_ERROR + 1] = { 0 };
  const char *name = argc > 1 ? argv[1] : tool->dataset != NULL ? tool->dataset
                                                                : "embedded";

  if (code != TOOL_DONE)
    return code;
  if (argc > 2)
    return tool_usage ("validate takes one file");

  snapshot = argc > 1 ? tool_load_file (argv[1], &code) : tool_load (tool, &code);
  if (snapshot == NULL)
    return code;

  problems = saiga_snapshot_validate (snapshot, tool->date);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      int severity = severity_of (problem);

      if (severity != NOTHING)
        counts[severity]++;
    }

  if (tool->format == TOOL_JSON)
    print_json (tool, name, problems);
  else if (tool->format == TOOL_CSV)
    print_csv (tool, name, problems);
  else
    print_text (tool, name, problems, counts);

  return counts[SAIGA_SEVERITY_ERROR] > 0 || (options.strict && counts[SAIGA_SEVERITY_WARNING] > 0) ? TOOL_FOUND : TOOL_DONE;
}

const Command command_validate = {
  .name = "validate",
  .arguments = "[FILE]",
  .summary = N_ ("Find what is wrong in a data set"),
  .description = N_ ("What can not be read at all is bad input; everything else is a problem with a tag that the manual explains. With --on, "
                     "what depends on a day is checked for that day. Without a file the embedded data set is checked."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
