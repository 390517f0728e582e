/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  char *from;
  char *to;
  char *with;
} options;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The day of the first concordance"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The day of the second one; without it, the day of the data"), "DATE" },
  { "with", 0, 0, G_OPTION_ARG_FILENAME, &options.with, N_ ("Another data set, which the first concordance is made of"), "FILE" },
  { NULL }
};

static void
print_text (Tool *tool,
            GListModel *changes)
{
  const char *const titles[] = { tool_translate (tool, N_ ("Change")), tool_translate (tool, N_ ("Name")), tool_translate (tool, N_ ("Field")),
                                 tool_translate (tool, N_ ("Before")), tool_translate (tool, N_ ("After")), NULL };
  static const guint weights[] = { 0, 2, 0, 2, 2 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, i);

      tool_table_add_row (table, (const char *const[]){ tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, saiga_concordance_change_get_kind (change)),
                                                        tool_or_empty (saiga_concordance_change_get_name (change)), tool_or_empty (saiga_concordance_change_get_field (change)),
                                                        tool_or_empty (saiga_concordance_change_get_old (change)), tool_or_empty (saiga_concordance_change_get_new (change)), NULL });
    }
  tool_table_print (table, tool);
}

static void
print_csv (Tool *tool,
           GListModel *changes)
{
  tool_print_csv_row (tool, (const char *const[]){ "change", "row", "name", "field", "before", "after", NULL });
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, i);

      tool_print_csv_row (tool, (const char *const[]){ tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, saiga_concordance_change_get_kind (change)),
                                                       tool_or_empty (saiga_concordance_change_get_row_key (change)), tool_or_empty (saiga_concordance_change_get_name (change)),
                                                       tool_or_empty (saiga_concordance_change_get_field (change)), tool_or_empty (saiga_concordance_change_get_old (change)),
                                                       tool_or_empty (saiga_concordance_change_get_new (change)), NULL });
    }
}

static void
print_json (Tool *tool,
            SaigaSnapshot *snapshot,
            GListModel *changes)
{
  g_autoptr(JsonBuilder) head = json_builder_new ();

  json_builder_begin_object (head);
  tool_build_source (head, snapshot);
  json_builder_end_object (head);
  tool_begin_json_list (tool, head, "changes");
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, i);
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tool_build_string (builder, "change", tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, saiga_concordance_change_get_kind (change)));
      tool_build_string (builder, "row", saiga_concordance_change_get_row_key (change));
      tool_build_string (builder, "name", saiga_concordance_change_get_name (change));
      tool_build_string (builder, "field", saiga_concordance_change_get_field (change));
      tool_build_string (builder, "before", saiga_concordance_change_get_old (change));
      tool_build_string (builder, "after", saiga_concordance_change_get_new (change));
      json_builder_end_object (builder);
      tool_add_json_item (tool, builder, i == 0);
    }
  tool_end_json_list (tool);
}

static SaigaConcordance *
compare (SaigaSnapshot *snapshot,
         const char *day,
         ToolExit *code)
{
  GError *error = NULL;
  g_autoptr(SaigaDate) date = day != NULL ? saiga_date_parse (day, &error) : NULL;
  SaigaConcordance *concordance = error == NULL ? saiga_concordance_new (snapshot, "authority.cms", "authority.cites", date, &error) : NULL;

  if (concordance == NULL)
    *code = tool_fail (error);

  return concordance;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaSnapshot) earlier = NULL;
  g_autoptr(SaigaConcordance) before = NULL;
  g_autoptr(SaigaConcordance) after = NULL;
  g_autoptr(GListModel) changes = NULL;

  if (argc > 1)
    return tool_usage ("compare takes no argument “%s”", argv[1]);
  if (options.from == NULL && options.with == NULL)
    return tool_usage ("compare: give --from, --with, or both");

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  earlier = options.with != NULL ? tool_load_file (options.with, &code) : g_object_ref (snapshot);
  if (earlier == NULL)
    return code;
  before = compare (earlier, options.from, &code);
  after = before != NULL ? compare (snapshot, options.to, &code) : NULL;
  if (after == NULL)
    return code;
  changes = saiga_concordance_compare (after, before);

  if (tool->format == TOOL_JSON)
    print_json (tool, snapshot, changes);
  else if (tool->format == TOOL_CSV)
    print_csv (tool, changes);
  else
    {
      print_text (tool, changes);
      tool_print_source (tool, snapshot);
    }

  return TOOL_DONE;
}

const Command command_compare = {
  .name = "compare",
  .summary = N_ ("Compare two concordances: of two days, or of two data sets"),
  .description = N_ ("Tells which rows are new, gone, split or joined, and which fields of the others have another value."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
