/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  char *about;
  gboolean one_sided;
} options;

static const GOptionEntry entries[] = {
  { "about", 'a', 0, G_OPTION_ARG_STRING, &options.about, N_ ("What: coherence of the listings (the usual one), red-list, harmonisation"), "SUBJECT" },
  { "one-sided", 0, 0, G_OPTION_ARG_NONE, &options.one_sided, N_ ("Of species that one convention alone lists, not of the shared ones"), NULL },
  { NULL }
};

/* The columns that fit on a page, and how wide they may grow. */
static const struct
{
  SaigaReviewAxis axis;
  const char *columns[6];
  guint weights[5];
} tables[] = {
  { SAIGA_REVIEW_AXIS_COHERENCE, { N_ ("names"), N_ ("differences"), N_ ("lag"), N_ ("red-list"), N_ ("recommendation"), NULL }, { 3, 2, 1, 0, 2 } },
  { SAIGA_REVIEW_AXIS_RED_LIST, { N_ ("taxon"), N_ ("category"), N_ ("name"), N_ ("assessed-as"), N_ ("recommendation"), NULL }, { 2, 1, 2, 0, 2 } },
  { SAIGA_REVIEW_AXIS_HARMONISATION, { N_ ("name-a"), N_ ("name-b"), N_ ("kind"), N_ ("preferred"), N_ ("recommendation"), NULL }, { 2, 2, 0, 2, 2 } },
};

static void
print_text (Tool *tool,
            SaigaReviewAxis axis,
            GListModel *findings)
{
  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr(ToolTable) table = NULL;
      const char *titles[6] = { NULL };

      if (tables[t].axis != axis)
        continue;
      for (guint n = 0; tables[t].columns[n] != NULL; n++)
        titles[n] = tool_translate (tool, tables[t].columns[n]);
      table = tool_table_new (titles, tables[t].weights);
      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);
          const char *cells[6] = { NULL };

          for (guint n = 0; tables[t].columns[n] != NULL; n++)
            {
              cells[n] = saiga_concordance_finding_get_value (finding, tables[t].columns[n]);
              if (*cells[n] == '\0')
                cells[n] = "–";
            }
          tool_table_add_row (table, cells);
        }
      tool_table_print (table, tool);
    }
}

/* As the reader's language has it. */
static char *
dup_text (Tool *tool,
          SaigaConcordanceFinding *finding)
{
  char *text = saiga_concordance_finding_dup_text (finding, tool->language);

  return text != NULL ? text : g_strdup ("");
}

static void
build_options (Tool *tool,
               JsonBuilder *builder,
               GListModel *list)
{
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SaigaConcordanceOption) option = g_list_model_get_item (list, i);
      SaigaText *forms = saiga_concordance_option_get_forms (option);
      g_autofree char *effect = saiga_concordance_option_dup_effect (option, tool->language);
      g_autofree char *text = saiga_concordance_option_dup_text (option, tool->language);

      json_builder_begin_object (builder);
      tool_build_string (builder, "who", saiga_concordance_option_get_side (option));
      tool_build_string (builder, "body", saiga_concordance_option_get_body (option));
      tool_build_string (builder, "change", saiga_concordance_option_get_change (option));
      tool_build_string (builder, "name", saiga_concordance_option_get_name (option));
      tool_build_string (builder, "reference", saiga_concordance_option_get_reference_id (option));
      tool_build_string (builder, "reach", saiga_concordance_option_get_reach (option));
      tool_build_strings (builder, "wider", saiga_concordance_option_get_wider_ids (option));
      tool_build_strings (builder, "narrower", saiga_concordance_option_get_narrower_ids (option));
      tool_build_string (builder, "forms", forms != NULL ? saiga_text_get_best_words (forms, tool->language) : NULL);
      tool_build_strings (builder, "states", saiga_concordance_option_get_area_ids (option));
      tool_build_string (builder, "all-states-known", saiga_concordance_option_is_range_known (option) ? "yes" : "no");
      tool_build_string (builder, "effect", effect);
      tool_build_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_csv (Tool *tool,
           SaigaReviewAxis axis,
           GListModel *findings)
{
  const char *const *fields = saiga_concordance_finding_list_fields (axis);

  tool_print_csv_row (tool, fields);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);
      g_autoptr(GPtrArray) cells = g_ptr_array_new ();
      g_autofree char *text = dup_text (tool, finding);

      for (guint n = 0; fields[n] != NULL; n++)
        g_ptr_array_add (cells, g_str_equal (fields[n], "text") ? text : (gpointer) saiga_concordance_finding_get_value (finding, fields[n]));
      g_ptr_array_add (cells, NULL);
      tool_print_csv_row (tool, (const char *const *) cells->pdata);
    }
}

static void
print_json (Tool *tool,
            SaigaReviewAxis axis,
            SaigaConcordance *concordance,
            GListModel *findings)
{
  const char *const *fields = saiga_concordance_finding_list_fields (axis);
  g_autoptr(JsonBuilder) head = json_builder_new ();
  g_autofree char *date = saiga_date_to_string (saiga_concordance_get_date (concordance));

  json_builder_begin_object (head);
  tool_build_source (head, saiga_concordance_get_snapshot (concordance));
  tool_build_string (head, "on", date);
  json_builder_end_object (head);
  tool_begin_json_list (tool, head, tool_nick (SAIGA_TYPE_REVIEW_AXIS, axis));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);
      g_autoptr(JsonBuilder) builder = json_builder_new ();
      g_autofree char *text = dup_text (tool, finding);

      json_builder_begin_object (builder);
      for (guint n = 0; fields[n] != NULL; n++)
        if (g_str_equal (fields[n], "options"))
          build_options (tool, builder, saiga_concordance_finding_get_options (finding));
        else
          tool_build_string (builder, fields[n], g_str_equal (fields[n], "text") ? text : saiga_concordance_finding_get_value (finding, fields[n]));
      json_builder_end_object (builder);
      tool_add_json_item (tool, builder, i == 0);
    }
  tool_end_json_list (tool);
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaConcordance) concordance = NULL;
  g_autoptr(GListModel) findings = NULL;
  SaigaReviewAxis axis = SAIGA_REVIEW_AXIS_UNSET;
  GError *error = NULL;

  if (argc > 1)
    return tool_usage ("coherence takes no argument “%s”", argv[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tool_nick (SAIGA_TYPE_REVIEW_AXIS, tables[i].axis), options.about != NULL ? options.about : "coherence"))
      axis = tables[i].axis;
  if (axis == SAIGA_REVIEW_AXIS_UNSET)
    return tool_usage ("--about: “%s” is none of coherence, red-list, harmonisation", options.about);

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  concordance = saiga_concordance_new (snapshot, "authority.cms", "authority.cites", tool->date, &error);
  if (concordance == NULL)
    return tool_fail (error);
  findings = saiga_concordance_list_findings (concordance, axis, options.one_sided);

  if (tool->format == TOOL_JSON)
    print_json (tool, axis, concordance, findings);
  else if (tool->format == TOOL_CSV)
    print_csv (tool, axis, findings);
  else
    {
      print_text (tool, axis, findings);
      tool_print_source (tool, snapshot);
    }

  return TOOL_DONE;
}

const Command command_coherence = {
  .name = "coherence",
  .summary = N_ ("Say where the listings, names and assessments of shared species differ"),
  .description = N_ ("One line for each species that CMS and CITES both list: how the listings differ, how many years lie between them, what "
                     "the Red List says, and what could be done. --about harmonisation proposes how to agree on names and concepts."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
