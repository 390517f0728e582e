/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

#define TERM_WIDTH 21

static char *
label_of (Tool *tool,
          SaigaSnapshot *snapshot,
          const char *id)
{
  SaigaRecord *record = saiga_snapshot_lookup (snapshot, id);
  const char *short_name = NULL;

  if (record == NULL)
    return g_strdup (id);
  /* "SC" is clear among the bodies of one convention only. */
  if (SAIGA_IS_STAKEHOLDER (record) && saiga_stakeholder_get_instrument_ids (SAIGA_STAKEHOLDER (record))[0] == NULL)
    short_name = saiga_stakeholder_get_abbreviation (SAIGA_STAKEHOLDER (record));
  else if (SAIGA_IS_INSTRUMENT (record))
    short_name = saiga_instrument_get_abbreviation (SAIGA_INSTRUMENT (record));

  return short_name != NULL ? g_strdup (short_name) : saiga_record_dup_label (record, tool->language);
}

static char *
join_labels (Tool *tool,
             SaigaSnapshot *snapshot,
             const char *const *ids)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *label = label_of (tool, snapshot, ids[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_fact (Tool *tool,
            guint indent,
            const char *term,
            const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  tool_print (tool, "%*s", (int) indent, "");
  tool_print_styled (tool, TOOL_DIM, term);
  tool_print (tool, "%*s", MAX (TERM_WIDTH - (int) tool_text_width (term), 1), "");
  tool_print_wrapped (tool, words, indent + TERM_WIDTH);
}

static void
print_ids (Tool *tool,
           SaigaSnapshot *snapshot,
           guint indent,
           const char *term,
           const char *const *ids)
{
  g_autofree char *words = join_labels (tool, snapshot, ids);

  print_fact (tool, indent, term, words);
}

static void
print_roles (Tool *tool,
             SaigaSnapshot *snapshot,
             guint indent,
             GListModel *roles)
{
  for (guint kind = SAIGA_ROLE_KIND_LEAD; kind <= SAIGA_ROLE_KIND_HOST; kind++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
        {
          g_autoptr(SaigaRole) role = g_list_model_get_item (roles, i);
          g_autofree char *who = NULL;

          if (saiga_role_get_kind (role) != kind || saiga_role_get_stakeholder_id (role) == NULL)
            continue;
          who = label_of (tool, snapshot, saiga_role_get_stakeholder_id (role));
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", who);
          if (saiga_role_get_topic_id (role) != NULL)
            {
              g_autofree char *topic = label_of (tool, snapshot, saiga_role_get_topic_id (role));

              g_string_append_printf (text, " (%s)", topic);
            }
        }
      print_fact (tool, indent, saiga_words_for_value (SAIGA_TYPE_ROLE_KIND, kind, tool->language), text->str);
    }
}

/* ---- text */

static void
print_conditions (Tool *tool,
                  guint indent,
                  SaigaOutline *node)
{
  g_autoptr(GListModel) conditions = saiga_outline_get_conditions (node);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr(SaigaCondition) condition = g_list_model_get_item (conditions, i);
      SaigaText *fallback = saiga_condition_get_fallback (condition);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", saiga_text_get_best_words (saiga_condition_get_text (condition), tool->language));
      if (fallback != NULL)
        g_string_append_printf (text, "%s%s", tool_translate (tool, N_ (" – without it: ")), saiga_text_get_best_words (fallback, tool->language));
    }
  print_fact (tool, indent, tool_translate (tool, N_ ("On condition of")), text->str);
}

static char *
dup_period (Tool *tool,
            SaigaDate *start,
            SaigaDate *end)
{
  g_autofree char *first = start != NULL ? saiga_date_dup_text (start, tool->language) : g_strdup ("");
  g_autofree char *last = end != NULL ? saiga_date_dup_text (end, tool->language) : NULL;

  return last != NULL && !g_str_equal (first, last) ? g_strdup_printf ("%s–%s", first, last) : g_steal_pointer (&first);
}

static void
print_progress (Tool *tool,
                guint indent,
                GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (entries, i);
      g_autofree char *when = dup_period (tool, saiga_progress_get_start (entry), saiga_progress_get_end (entry));
      const char *text = saiga_progress_get_text (entry) != NULL ? saiga_text_get_best_words (saiga_progress_get_text (entry), tool->language) : "";
      g_autofree char *line = *when != '\0' ? g_strdup_printf ("%s: %s", when, text) : g_strdup (text);

      print_fact (tool, indent, i == 0 ? tool_translate (tool, N_ ("Done")) : "", line);
    }
}

static void
print_activity (Tool *tool,
                SaigaSnapshot *snapshot,
                SaigaOutline *node,
                guint indent)
{
  SaigaActivity *activity = SAIGA_ACTIVITY (saiga_outline_get_record (node));
  const gboolean is_part = saiga_activity_get_parent_id (activity) != NULL;
  g_autoptr(GListModel) roles = is_part ? g_object_ref (saiga_activity_get_roles (activity)) : saiga_outline_get_roles (node);
  SaigaTimeframe *timeframe = is_part ? saiga_activity_get_timeframe (activity) : saiga_outline_get_timeframe (node);
  GListModel *children = saiga_outline_get_children (node);
  const char *code = saiga_activity_get_code (activity) != NULL ? saiga_activity_get_code (activity) : "";
  SaigaText *description = saiga_activity_get_description (activity);
  const guint inner = indent + 5;
  g_autofree char *when = timeframe != NULL ? saiga_timeframe_dup_text (timeframe, tool->language)
                          : is_part         ? NULL
                                            : g_strdup (tool_translate (tool, N_ ("not given")));

  tool_print (tool, "%*s", (int) indent, "");
  tool_print_styled (tool, TOOL_BOLD, code);
  tool_print (tool, "%*s", MAX (5 - (int) tool_text_width (code), 1), "");
  tool_print_wrapped (tool, description != NULL ? saiga_text_get_best_words (description, tool->language) : "", inner);
  print_fact (tool, inner, tool_translate (tool, N_ ("Time frame")), when);
  print_roles (tool, snapshot, inner, roles);
  if (!is_part)
    print_ids (tool, snapshot, inner, tool_translate (tool, N_ ("Species")), saiga_activity_get_focus_ids (activity));
  print_conditions (tool, inner, node);
  print_ids (tool, snapshot, inner, tool_translate (tool, N_ ("Follows up")), saiga_activity_get_follow_up_ids (activity));
  print_ids (tool, snapshot, inner, tool_translate (tool, N_ ("Deals with")), saiga_activity_get_concern_ids (activity));
  print_ids (tool, snapshot, inner, tool_translate (tool, N_ ("Is to bring about")), saiga_activity_get_output_ids (activity));
  print_progress (tool, inner, saiga_outline_get_progress (node));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      print_activity (tool, snapshot, child, inner);
    }
}

static void print_theme (Tool *tool, SaigaSnapshot *snapshot, SaigaOutline *node);

/* The themes and activities below a programme or a theme. */
static void
print_children (Tool *tool,
                SaigaSnapshot *snapshot,
                SaigaOutline *node)
{
  GListModel *children = saiga_outline_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      if (SAIGA_IS_THEME (saiga_outline_get_record (child)))
        print_theme (tool, snapshot, child);
      else
        print_activity (tool, snapshot, child, 0);
    }
}

static void
print_theme (Tool *tool,
             SaigaSnapshot *snapshot,
             SaigaOutline *node)
{
  SaigaTheme *theme = SAIGA_THEME (saiga_outline_get_record (node));
  GListModel *provisions = saiga_theme_get_provisions (theme);
  g_autofree char *title = saiga_record_dup_label (SAIGA_RECORD (theme), tool->language);
  g_autofree char *heading = saiga_theme_get_code (theme) != NULL ? g_strdup_printf ("(%s) %s", saiga_theme_get_code (theme), title)
                                                                  : g_strdup (title);

  tool_print (tool, "\n");
  tool_print_styled (tool, TOOL_BOLD, heading);
  tool_print (tool, "\n");
  if (saiga_theme_get_scope (theme) != NULL)
    tool_print_wrapped (tool, saiga_text_get_best_words (saiga_theme_get_scope (theme), tool->language), 0);
  for (guint i = 0; i < g_list_model_get_n_items (provisions); i++)
    {
      g_autoptr(SaigaProvision) provision = g_list_model_get_item (provisions, i);

      if (saiga_provision_get_text (provision) == NULL)
        continue;
      tool_print (tool, "• ");
      tool_print_wrapped (tool, saiga_text_get_best_words (saiga_provision_get_text (provision), tool->language), 2);
    }
  print_roles (tool, snapshot, 0, saiga_theme_get_roles (theme));
  print_children (tool, snapshot, node);
}

static void
print_focuses (Tool *tool,
               SaigaSnapshot *snapshot,
               SaigaOutline *outline)
{
  g_autoptr(GListModel) focuses = saiga_outline_get_focuses (outline);
  const char *const titles[] = {
    tool_translate (tool, N_ ("Species")), tool_translate (tool, N_ ("Taxa")), tool_translate (tool, N_ ("Populations and regions")),
    tool_translate (tool, N_ ("Part in the programme")), NULL
  };
  const guint weights[] = { 2, 3, 3, 2 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);

  if (g_list_model_get_n_items (focuses) == 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (focuses); i++)
    {
      g_autoptr(SaigaFocus) focus = g_list_model_get_item (focuses, i);
      g_autofree char *name = saiga_record_dup_label (SAIGA_RECORD (focus), tool->language);
      g_autofree char *indented = saiga_focus_get_parent_id (focus) != NULL ? g_strconcat ("– ", name, NULL) : g_strdup (name);
      g_autofree char *areas = join_labels (tool, snapshot, saiga_focus_get_area_ids (focus));
      g_autoptr(GString) taxa = g_string_new (NULL);
      g_autoptr(GString) part = g_string_new (saiga_words_for_value (SAIGA_TYPE_FOCUS_KIND, saiga_focus_get_kind (focus), tool->language));
      g_autofree char *where = saiga_focus_get_population (focus) != NULL
                                 ? g_strdup_printf ("%s%s%s", saiga_text_get_best_words (saiga_focus_get_population (focus), tool->language),
                                                    *areas != '\0' ? "; " : "", areas)
                                 : g_strdup (*areas != '\0' ? areas : "–");
      const char *const *ids = saiga_focus_get_condition_ids (focus);

      for (guint n = 0; ids[n] != NULL; n++)
        {
          g_autofree char *label = label_of (tool, snapshot, ids[n]);

          g_string_append_printf (part, "%s%s", n > 0 ? "; " : ": ", label);
        }
      for (ids = saiga_focus_get_taxon_ids (focus); *ids != NULL; ids++)
        {
          g_autofree char *label = label_of (tool, snapshot, *ids);
          g_auto(GStrv) seen = g_strsplit (taxa->str, ", ", -1);

          if (!g_strv_contains ((const char *const *) seen, label))
            g_string_append_printf (taxa, "%s%s", taxa->len > 0 ? ", " : "", label);
        }
      tool_table_add_row (table, (const char *const[]){ indented, taxa->len > 0 ? taxa->str : "–", where, part->str, NULL });
    }
  tool_print (tool, "\n");
  tool_table_print (table, tool);
}

static void
print_approvals (Tool *tool,
                 SaigaSnapshot *snapshot,
                 SaigaOutline *outline)
{
  g_autoptr(GListModel) approvals = saiga_outline_get_approvals (outline);

  for (guint i = 0; i < g_list_model_get_n_items (approvals); i++)
    {
      g_autoptr(SaigaApproval) approval = g_list_model_get_item (approvals, i);
      const SaigaApprovalOutcome outcome = saiga_approval_get_outcome (approval);
      const char *meeting_id = saiga_approval_get_meeting_id (approval);
      g_autofree char *meeting = meeting_id != NULL ? label_of (tool, snapshot, meeting_id) : g_strdup ("–");
      g_autofree char *date = saiga_approval_get_date (approval) != NULL ? saiga_date_dup_text (saiga_approval_get_date (approval), tool->language) : NULL;
      g_autofree char *line = g_strdup_printf ("%s: %s%s%s", saiga_words_for_value (SAIGA_TYPE_APPROVAL_OUTCOME, outcome, tool->language), meeting,
                                               date != NULL ? ", " : "", date != NULL ? date : "");

      print_fact (tool, 0, i == 0 ? tool_translate (tool, N_ ("Steps to approval")) : "", line);
    }
}

static void
print_text (Tool *tool,
            SaigaSnapshot *snapshot,
            SaigaOutline *outline)
{
  SaigaProgramme *programme = SAIGA_PROGRAMME (saiga_outline_get_record (outline));
  SaigaDate *date = tool->date != NULL ? tool->date : saiga_snapshot_get_date (snapshot);
  g_autofree char *title = saiga_record_dup_label (SAIGA_RECORD (programme), tool->language);
  g_autofree char *period = dup_period (tool, saiga_programme_get_start (programme), saiga_programme_get_end (programme));

  tool_print_styled (tool, TOOL_BOLD, title);
  tool_print (tool, "\n");
  if (date != NULL)
    {
      g_autofree char *day = saiga_date_dup_text (date, tool->language);
      g_autofree char *state = tool_fill (tool, N_ ("On %1 this programme was %2."), day,
                                          saiga_words_for_value (SAIGA_TYPE_PHASE, saiga_phase_on (snapshot, programme, date), tool->language), NULL);

      tool_print_wrapped (tool, state, 0);
    }
  tool_print (tool, "\n");
  print_fact (tool, 0, tool_translate (tool, N_ ("Period")), period);
  print_ids (tool, snapshot, 0, tool_translate (tool, N_ ("Kept by")), saiga_programme_get_keeper_ids (programme));
  print_ids (tool, snapshot, 0, tool_translate (tool, N_ ("To be approved by")), saiga_programme_get_approver_ids (programme));
  if (saiga_programme_get_predecessor_id (programme) != NULL)
    print_ids (tool, snapshot, 0, tool_translate (tool, N_ ("Follows")), (const char *const[]){ saiga_programme_get_predecessor_id (programme), NULL });
  print_ids (tool, snapshot, 0, tool_translate (tool, N_ ("Set within")), saiga_programme_get_framework_ids (programme));
  print_approvals (tool, snapshot, outline);
  print_focuses (tool, snapshot, outline);
  print_children (tool, snapshot, outline);
  tool_print_source (tool, snapshot);
}

/* ---- JSON: the outline, each record as it is, with what belongs to it resolved */

static JsonNode *
parse_record (gpointer record)
{
  g_autofree char *text = saiga_record_to_json (record);

  return json_from_string (text, NULL);
}

static void
build_records (JsonBuilder *builder,
               const char *name,
               GListModel *records)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);

      json_builder_add_value (builder, parse_record (record));
    }
  json_builder_end_array (builder);
}

static void
build_node (JsonBuilder *builder,
            SaigaOutline *node)
{
  SaigaRecord *record = saiga_outline_get_record (node);
  GListModel *children = saiga_outline_get_children (node);
  SaigaTimeframe *timeframe = saiga_outline_get_timeframe (node);
  g_autofree char *when = timeframe != NULL ? saiga_timeframe_to_string (timeframe) : NULL;
  g_autoptr(GListModel) roles = saiga_outline_get_roles (node);
  g_autoptr(GListModel) conditions = saiga_outline_get_conditions (node);
  g_autoptr(GListModel) focuses = saiga_outline_get_focuses (node);
  g_autoptr(GListModel) approvals = saiga_outline_get_approvals (node);

  json_builder_begin_object (builder);
  tool_build_string (builder, "type", saiga_record_get_type_name (record));
  json_builder_set_member_name (builder, "record");
  json_builder_add_value (builder, parse_record (record));
  tool_build_string (builder, "timeframe", when);
  build_records (builder, "roles", roles);
  build_records (builder, "conditions", conditions);
  build_records (builder, "focuses", focuses);
  build_records (builder, "approvals", approvals);
  build_records (builder, "progress", saiga_outline_get_progress (node));
  json_builder_set_member_name (builder, "children");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      build_node (builder, child);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (Tool *tool,
            SaigaSnapshot *snapshot,
            SaigaOutline *outline)
{
  SaigaDate *date = tool->date != NULL ? tool->date : saiga_snapshot_get_date (snapshot);
  g_autofree char *day = date != NULL ? saiga_date_to_string (date) : NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  tool_build_source (builder, snapshot);
  tool_build_string (builder, "on", day);
  tool_build_string (builder, "phase",
                     date != NULL ? tool_nick (SAIGA_TYPE_PHASE, saiga_phase_on (snapshot, SAIGA_PROGRAMME (saiga_outline_get_record (outline)), date)) : NULL);
  json_builder_set_member_name (builder, "programme");
  build_node (builder, outline);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

/* ---- the command */

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaOutline) outline = NULL;
  GError *error = NULL;

  if (argc > 2)
    return tool_usage ("programme: name one programme");

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  outline = saiga_outline_new (snapshot, argc == 2 ? argv[1] : TOOL_PROGRAMME, &error);
  if (outline == NULL)
    return tool_fail (error);

  if (tool->format == TOOL_JSON)
    print_json (tool, snapshot, outline);
  else
    print_text (tool, snapshot, outline);

  return TOOL_DONE;
}

const Command command_programme = {
  .name = "programme",
  .arguments = "[ID]",
  .summary = N_ ("Show a work programme by theme"),
  .description = N_ ("Its activities in the order of the paper, with species, leads, time frame, conditions and what is reported to be "
                     "done. Without ID the joint work programme 2012–2014 of CMS and CITES. Whether it was approved is said for the day of "
                     "--on, as far as the data go."),
  .formats = "json",
  .run = run,
};
