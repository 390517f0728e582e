/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool-find.h"
#include "tool-law.h"

static struct
{
  char *from;
  char *to;
  char *decided_at;
  char *instrument;
  char *under;
  char *against;
  gboolean consequences;
} options;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The day before the changes"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The day after the changes (that of the data)"), "DATE" },
  { "decided-at", 0, 0, G_OPTION_ARG_STRING, &options.decided_at, N_ ("What this meeting decided, such as “CITES CoP16”"), "MEETING" },
  { "instrument", 'i', 0, G_OPTION_ARG_STRING, &options.instrument, N_ ("The instrument (CITES, or that of the meeting)"), "INSTRUMENT" },
  { "under", 'u', 0, G_OPTION_ARG_STRING, &options.under, N_ ("Only this taxon and those below it"), "TAXON" },
  { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.against, N_ ("Compare with this earlier data set"), "FILE" },
  { "consequences", 0, 0, G_OPTION_ARG_NONE, &options.consequences, N_ ("Also list taxa that higher taxa cover otherwise than before"), NULL },
  { NULL }
};

/* ---- what is printed of a change */

static char *
join_listings (GListModel *listings)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr(SaigaRecord) listing = g_list_model_get_item (listings, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", saiga_record_get_id (listing));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A taxon that lost its own listing may have that of a higher one. */
static char *
describe (Tool *tool,
          SaigaLaw *law,
          SaigaLawChange *change)
{
  g_autofree char *text = saiga_law_change_dup_text (change, tool->language);
  g_autoptr(SaigaStatus) status = NULL;

  if (saiga_law_change_get_kind (change) == SAIGA_LAW_CHANGE_KIND_REMOVED && saiga_law_change_get_effective (change) != NULL)
    status = saiga_status_new (law, saiga_record_get_id (SAIGA_RECORD (saiga_law_change_get_taxon (change))), NULL, saiga_law_change_get_effective (change), NULL);
  if (status != NULL && saiga_status_get_outcome (status) == SAIGA_STATUS_OUTCOME_LISTED)
    {
      g_auto(GStrv) codes = saiga_status_list_appendices (status);
      g_autofree char *joined = g_strjoinv ("/", codes);

      return g_strdup_printf ("%s The listing of a higher taxon has it in Appendix %s.", text, joined);
    }

  return g_steal_pointer (&text);
}

static char *
print_date (SaigaDate *date)
{
  return date != NULL ? saiga_date_to_string (date) : g_strdup ("");
}

static void
print_csv (Tool *tool,
           GListModel *changes)
{
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaLawChange) change = g_list_model_get_item (changes, i);
      g_autofree char *before = g_strjoinv ("/", (char **) saiga_law_change_get_before (change));
      g_autofree char *after = g_strjoinv ("/", (char **) saiga_law_change_get_after (change));
      g_autofree char *decided = print_date (saiga_law_change_get_decided (change));
      g_autofree char *printed = print_date (saiga_law_change_get_printed (change));
      g_autofree char *effective = print_date (saiga_law_change_get_effective (change));
      g_autofree char *old_listings = join_listings (saiga_law_change_get_old_listings (change));
      g_autofree char *new_listings = join_listings (saiga_law_change_get_new_listings (change));
      const char *party = saiga_law_change_get_party_id (change);
      SaigaTaxon *taxon = saiga_law_change_get_taxon (change);

      tool_print_csv_row (tool, (const char *const[]){ saiga_record_get_id (SAIGA_RECORD (taxon)), saiga_taxon_get_name (taxon),
                                                       tool_nick (SAIGA_TYPE_LAW_CHANGE_KIND, saiga_law_change_get_kind (change)),
                                                       tool_nick (SAIGA_TYPE_LAW_CHANGE_CAUSE, saiga_law_change_get_cause (change)), before, after,
                                                       party != NULL ? party : "", decided, printed, effective, old_listings, new_listings, NULL });
    }
}

static void
build_listings (JsonBuilder *builder,
                const char *name,
                GListModel *listings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr(SaigaRecord) listing = g_list_model_get_item (listings, i);

      json_builder_add_string_value (builder, saiga_record_get_id (listing));
    }
  json_builder_end_array (builder);
}

static void
build_changes (Tool *tool,
               JsonBuilder *builder,
               const char *name,
               SaigaLaw *law,
               GListModel *changes)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaLawChange) change = g_list_model_get_item (changes, i);
      g_autofree char *text = describe (tool, law, change);

      json_builder_begin_object (builder);
      tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_law_change_get_taxon (change))));
      tool_build_string (builder, "name", saiga_taxon_get_name (saiga_law_change_get_taxon (change)));
      tool_build_string (builder, "kind", tool_nick (SAIGA_TYPE_LAW_CHANGE_KIND, saiga_law_change_get_kind (change)));
      tool_build_string (builder, "cause", tool_nick (SAIGA_TYPE_LAW_CHANGE_CAUSE, saiga_law_change_get_cause (change)));
      tool_build_strings (builder, "before", saiga_law_change_get_before (change));
      tool_build_strings (builder, "after", saiga_law_change_get_after (change));
      tool_build_string (builder, "party", saiga_law_change_get_party_id (change));
      tool_build_date (builder, "decided", saiga_law_change_get_decided (change));
      tool_build_date (builder, "printed", saiga_law_change_get_printed (change));
      tool_build_date (builder, "effective", saiga_law_change_get_effective (change));
      build_listings (builder, "old_listings", saiga_law_change_get_old_listings (change));
      build_listings (builder, "new_listings", saiga_law_change_get_new_listings (change));
      tool_build_string (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (Tool *tool,
            SaigaLaw *law,
            SaigaLawChanges *changes,
            const char *meeting_id)
{
  static const char *const none[] = { NULL };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  tool_build_string (builder, "instrument", saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (law))));
  tool_build_string (builder, "from", options.from);
  tool_build_string (builder, "to", options.to);
  tool_build_string (builder, "meeting", meeting_id);
  build_changes (tool, builder, "changes", law, G_LIST_MODEL (changes));
  if (options.consequences)
    build_changes (tool, builder, "consequences", law, saiga_law_changes_get_consequences (changes));
  else
    tool_build_strings (builder, "consequences", none);
  tool_build_number (builder, "n_consequences", g_list_model_get_n_items (saiga_law_changes_get_consequences (changes)));
  tool_build_source (builder, saiga_law_get_snapshot (law));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

static void
print_lines (Tool *tool,
             SaigaLaw *law,
             GListModel *changes)
{
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaLawChange) change = g_list_model_get_item (changes, i);
      g_autofree char *text = describe (tool, law, change);

      tool_print_wrapped (tool, text, 2);
    }
}

static void
print_text (Tool *tool,
            SaigaLaw *law,
            SaigaLawChanges *changes)
{
  guint n = g_list_model_get_n_items (saiga_law_changes_get_consequences (changes));

  print_lines (tool, law, G_LIST_MODEL (changes));
  if (options.consequences)
    print_lines (tool, law, saiga_law_changes_get_consequences (changes));
  else if (n > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *line = tool_fill (tool, N_ ("Taxa that follow higher ones and whose appendices changed too: %1; --consequences lists them."), count, NULL);

      tool_print (tool, "\n");
      tool_print_wrapped (tool, line, 0);
    }
  tool_print_source (tool, saiga_law_get_snapshot (law));
}

/* ---- the command */

static SaigaTaxon *
find_under (SaigaLaw *law,
            ToolNames *names,
            const char *text)
{
  g_autoptr(GPtrArray) taxa = tool_names_find (names, text);

  for (guint i = 0; taxa != NULL && i < taxa->len; i++)
    if (saiga_law_has_taxon (law, saiga_record_get_id (taxa->pdata[i])))
      return taxa->pdata[i];

  return NULL;
}

static char *
find_instrument (SaigaSnapshot *snapshot,
                 const char *meeting_id)
{
  SaigaRecord *meeting = meeting_id != NULL ? saiga_snapshot_lookup (snapshot, meeting_id) : NULL;

  if (options.instrument != NULL)
    return tool_find_instrument (snapshot, options.instrument);
  if (meeting != NULL && saiga_meeting_get_instrument_ids (SAIGA_MEETING (meeting))[0] != NULL)
    return g_strdup (saiga_meeting_get_instrument_ids (SAIGA_MEETING (meeting))[0]);

  return g_strdup ("instrument.cites");
}

static SaigaLawChanges *
compare (SaigaLaw *law,
         const char *meeting_id,
         const char *under_id,
         ToolExit *code)
{
  g_autoptr(SaigaDate) from = NULL;
  g_autoptr(SaigaDate) to = NULL;
  g_autoptr(SaigaSnapshot) earlier = NULL;
  g_autoptr(SaigaLaw) old_law = g_object_ref (law);
  GError *error = NULL;
  SaigaLawChanges *changes = NULL;

  if (options.from != NULL && (from = saiga_date_parse (options.from, &error)) == NULL)
    *code = tool_fail (error);
  else if (options.to != NULL && (to = saiga_date_parse (options.to, &error)) == NULL)
    *code = tool_fail (error);
  else if (options.against != NULL && (earlier = tool_load_file (options.against, code)) == NULL)
    return NULL;
  if (*code != TOOL_DONE)
    return NULL;

  if (earlier != NULL)
    {
      g_object_unref (old_law);
      old_law = saiga_law_new (earlier, saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (law))), &error);
    }
  if (old_law != NULL)
    changes = meeting_id != NULL ? saiga_law_changes_new_decided_at (law, meeting_id, under_id, &error)
                                 : saiga_law_changes_new_between (old_law, from, law, to, under_id, &error);
  if (changes == NULL)
    *code = tool_fail (error);

  return changes;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  GError *error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autofree char *meeting_id = NULL;
  g_autofree char *instrument_id = NULL;
  g_autoptr(SaigaLaw) law = NULL;
  g_autoptr(SaigaLawChanges) changes = NULL;
  g_autoptr(ToolNames) names = NULL;
  SaigaTaxon *under = NULL;

  if (argc != 1 || (options.from == NULL && options.decided_at == NULL && options.against == NULL))
    return tool_usage ("changes: give --from, --decided-at or --against");
  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  if (options.decided_at != NULL && (meeting_id = tool_find_meeting (snapshot, options.decided_at)) == NULL)
    return tool_nothing ("there is no meeting “%s”, or there are several; say “CITES CoP16” or an id", options.decided_at);
  if ((instrument_id = find_instrument (snapshot, meeting_id)) == NULL)
    return tool_nothing ("there is no instrument “%s”", options.instrument);
  law = saiga_law_new (snapshot, instrument_id, &error);
  if (law == NULL)
    return tool_fail (error);
  names = tool_names_new (snapshot);
  if (options.under != NULL && (under = find_under (law, names, options.under)) == NULL)
    return tool_names_nothing (names, options.under);

  changes = compare (law, meeting_id, under != NULL ? saiga_record_get_id (SAIGA_RECORD (under)) : NULL, &code);
  if (changes == NULL)
    return code;
  if (tool->format == TOOL_JSON)
    print_json (tool, law, changes, meeting_id);
  else if (tool->format == TOOL_CSV)
    {
      tool_print_csv_row (tool, (const char *const[]){ "taxon", "name", "kind", "cause", "before", "after", "party", "decided", "printed", "effective",
                                                       "old_listings", "new_listings", NULL });
      print_csv (tool, G_LIST_MODEL (changes));
      if (options.consequences)
        print_csv (tool, saiga_law_changes_get_consequences (changes));
    }
  else
    print_text (tool, law, changes);
  if (g_list_model_get_n_items (G_LIST_MODEL (changes)) == 0)
    return tool_nothing ("nothing changed");

  return TOOL_DONE;
}

const Command command_changes = {
  .name = "changes",
  .summary = N_ ("Tell what changed in the appendices"),
  .description = N_ ("Compares two days, two data sets, or tells what a meeting decided, whenever each amendment takes effect."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
