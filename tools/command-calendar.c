/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  char *programme;
  gboolean all;
  char *from;
  char *until;
} options;

static const GOptionEntry entries[] = {
  { "programme", 'p', 0, G_OPTION_ARG_STRING, &options.programme, N_ ("The programme whose calendar it is (jwp2012)"), "ID" },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all, N_ ("All meetings, exchanges and activities of the data set"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Only what may still take place on DATE or later"), "DATE" },
  { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("Only what may begin on DATE or before"), "DATE" },
  { NULL }
};

static char *
day_text (int day)
{
  g_autoptr(SaigaDate) date = day != 0 ? saiga_date_new_for_day (day, NULL) : NULL;

  return date != NULL ? saiga_date_to_string (date) : g_strdup ("");
}

static char *
dup_place (Tool *tool,
           SaigaSnapshot *snapshot,
           SaigaRecord *record)
{
  const char *place;
  const char *area_id;
  SaigaRecord *area;
  g_autofree char *name = NULL;

  if (!SAIGA_IS_MEETING (record))
    return g_strdup ("");
  place = saiga_meeting_get_place (SAIGA_MEETING (record));
  area_id = saiga_meeting_get_area_id (SAIGA_MEETING (record));
  area = area_id != NULL ? saiga_snapshot_lookup (snapshot, area_id) : NULL;
  name = area != NULL ? saiga_record_dup_label (area, tool->language) : NULL;

  return place != NULL && name != NULL ? g_strdup_printf ("%s, %s", place, name) : g_strdup (place != NULL ? place : tool_or_empty (name));
}

/* The code of an activity stands before what it says. */
static char *
dup_title (Tool *tool,
           SaigaRecord *record)
{
  g_autofree char *label = saiga_record_dup_label (record, tool->language);

  if (SAIGA_IS_ACTIVITY (record) && saiga_activity_get_code (SAIGA_ACTIVITY (record)) != NULL)
    return g_strdup_printf ("%s %s", saiga_activity_get_code (SAIGA_ACTIVITY (record)), label);

  return g_steal_pointer (&label);
}

/* ---- formats */

static void
print_text (Tool *tool,
            SaigaSnapshot *snapshot,
            GListModel *list)
{
  const char *const titles[] = {
    tool_translate (tool, N_ ("When")), tool_translate (tool, N_ ("What")), tool_translate (tool, N_ ("Where")), NULL
  };
  const guint weights[] = { 1, 3, 1 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  int year = -1;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (list, i);
      SaigaRecord *record = saiga_calendar_entry_get_record (entry);
      const int earliest = saiga_calendar_entry_get_earliest_day (entry);
      const int day = earliest != 0 ? earliest : saiga_calendar_entry_get_latest_day (entry);
      g_autoptr(SaigaDate) date = day != 0 ? saiga_date_new_for_day (day, NULL) : NULL;
      g_autofree char *when = saiga_calendar_entry_dup_when (entry, tool->language);
      g_autofree char *title = dup_title (tool, record);
      g_autofree char *place = dup_place (tool, snapshot, record);

      if ((date != NULL ? saiga_date_get_year (date) : 0) != year)
        {
          g_autofree char *heading = NULL;

          year = date != NULL ? saiga_date_get_year (date) : 0;
          heading = year != 0 ? g_strdup_printf ("%d", year) : g_strdup (tool_translate (tool, N_ ("Without a date")));
          tool_table_add_heading (table, heading);
        }
      tool_table_add_row (table, (const char *const[]){ *when != '\0' ? when : "–", title, *place != '\0' ? place : "–", NULL });
    }
  tool_table_print (table, tool);
  tool_print_source (tool, snapshot);
}

static const char *
get_state (SaigaRecord *record)
{
  return SAIGA_IS_MEETING (record) ? tool_nick (SAIGA_TYPE_MEETING_STATE, saiga_meeting_get_state (SAIGA_MEETING (record))) : "";
}

static void
print_csv (Tool *tool,
           SaigaSnapshot *snapshot,
           GListModel *list)
{
  static const char *const titles[] = { "earliest", "latest", "when", "type", "id", "title", "state", "place", NULL };

  tool_print_csv_row (tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (list, i);
      SaigaRecord *record = saiga_calendar_entry_get_record (entry);
      g_autofree char *earliest = day_text (saiga_calendar_entry_get_earliest_day (entry));
      g_autofree char *latest = day_text (saiga_calendar_entry_get_latest_day (entry));
      g_autofree char *when = saiga_calendar_entry_dup_when (entry, tool->language);
      g_autofree char *title = dup_title (tool, record);
      g_autofree char *place = dup_place (tool, snapshot, record);

      tool_print_csv_row (tool, (const char *const[]){ earliest, latest, when, saiga_record_get_type_name (record),
                                                       saiga_record_get_id (record), title, get_state (record), place, NULL });
    }
}

static void
print_json (Tool *tool,
            SaigaSnapshot *snapshot,
            GListModel *list)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  tool_build_source (builder, snapshot);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (list, i);
      SaigaRecord *record = saiga_calendar_entry_get_record (entry);
      g_autofree char *earliest = day_text (saiga_calendar_entry_get_earliest_day (entry));
      g_autofree char *latest = day_text (saiga_calendar_entry_get_latest_day (entry));
      g_autofree char *when = saiga_calendar_entry_dup_when (entry, tool->language);
      g_autofree char *title = dup_title (tool, record);
      g_autofree char *place = dup_place (tool, snapshot, record);
      const char *state = get_state (record);

      json_builder_begin_object (builder);
      tool_build_string (builder, "earliest", *earliest != '\0' ? earliest : NULL);
      tool_build_string (builder, "latest", *latest != '\0' ? latest : NULL);
      tool_build_string (builder, "when", *when != '\0' ? when : NULL);
      tool_build_string (builder, "type", saiga_record_get_type_name (record));
      tool_build_string (builder, "id", saiga_record_get_id (record));
      tool_build_string (builder, "title", title);
      tool_build_string (builder, "state", *state != '\0' ? state : NULL);
      tool_build_string (builder, "place", *place != '\0' ? place : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

/* ---- the command */

static ToolExit
parse_date (const char *option,
            const char *text,
            SaigaDate **date)
{
  g_autoptr(GError) error = NULL;

  if (text == NULL || (*date = saiga_date_parse (text, &error)) != NULL)
    return TOOL_DONE;

  return tool_usage ("%s: %s", option, error->message);
}

/* What has no day at all may take place on any. */
static gboolean
is_wanted (SaigaCalendarEntry *entry,
           SaigaDate *from,
           SaigaDate *until)
{
  const int earliest = saiga_calendar_entry_get_earliest_day (entry);
  const int latest = saiga_calendar_entry_get_latest_day (entry);

  if (from != NULL && latest != 0 && latest < saiga_date_get_earliest_day (from))
    return FALSE;

  return until == NULL || earliest == 0 || earliest <= saiga_date_get_latest_day (until);
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(GListModel) all = NULL;
  g_autoptr(GListStore) list = g_list_store_new (SAIGA_TYPE_CALENDAR_ENTRY);
  g_autoptr(SaigaDate) from = NULL;
  g_autoptr(SaigaDate) until = NULL;
  GError *error = NULL;

  if (argc > 1)
    return tool_usage ("calendar takes no argument “%s”", argv[1]);
  if (options.all && options.programme != NULL)
    return tool_usage ("calendar: --all and --programme exclude each other");
  if ((code = parse_date ("--from", options.from, &from)) != TOOL_DONE || (code = parse_date ("--until", options.until, &until)) != TOOL_DONE)
    return code;

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  all = saiga_calendar_entry_list (snapshot, options.all ? NULL : options.programme != NULL ? options.programme
                                                                                            : TOOL_PROGRAMME,
                                   &error);
  if (all == NULL)
    return tool_fail (error);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (all, i);

      if (is_wanted (entry, from, until))
        g_list_store_append (list, entry);
    }

  if (tool->format == TOOL_JSON)
    print_json (tool, snapshot, G_LIST_MODEL (list));
  else if (tool->format == TOOL_CSV)
    print_csv (tool, snapshot, G_LIST_MODEL (list));
  else if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    print_text (tool, snapshot, G_LIST_MODEL (list));

  return g_list_model_get_n_items (G_LIST_MODEL (list)) > 0 ? TOOL_DONE : tool_nothing ("there is nothing in the calendar");
}

const Command command_calendar = {
  .name = "calendar",
  .summary = N_ ("List meetings, activities and exchanges in order of time"),
  .description = N_ ("Of a programme: its activities with a time frame, the meetings that they, its species, reports and approvals name, "
                     "and what is to be exchanged. What has no day comes last."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
