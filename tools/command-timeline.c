/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool-find.h"
#include "tool-law.h"

static struct
{
  char *country;
  char *instrument;
  gboolean full;
} options;

static const GOptionEntry entries[] = {
  { "country", 'c', 0, G_OPTION_ARG_STRING, &options.country, N_ ("Only the population of this country: a code or a name"), "COUNTRY" },
  { "instrument", 'i', 0, G_OPTION_ARG_STRING, &options.instrument, N_ ("Only this instrument, such as CITES; without it, all that ever listed the taxon"), "INSTRUMENT" },
  { "full", 0, 0, G_OPTION_ARG_NONE, &options.full, N_ ("Also tell when listings changed and the appendices did not"), NULL },
  { NULL }
};

static char *
print_codes (Tool *tool,
             SaigaStatus *status)
{
  g_auto(GStrv) codes = saiga_status_list_appendices (status);

  return codes[0] != NULL ? g_strjoinv ("/", codes) : g_strdup (saiga_status_get_outcome (status) == SAIGA_STATUS_OUTCOME_LOWER ? tool_translate (tool, N_ ("(lower taxa)")) : "–");
}

static GListModel *
intervals_of (SaigaTimeline *timeline)
{
  return options.full ? G_LIST_MODEL (timeline) : saiga_timeline_get_short (timeline);
}

/* ---- text */

static void
print_text (Tool *tool,
            SaigaTimeline *timeline)
{
  const char *const titles[] = { tool_translate (tool, N_ ("from")), tool_translate (tool, N_ ("until")), tool_translate (tool, N_ ("App.")), tool_translate (tool, N_ ("how")), tool_translate (tool, N_ ("certainty")), NULL };
  const guint weights[] = { 0, 0, 0, 0, 0 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  GListModel *intervals = intervals_of (timeline);
  GListModel *marks = saiga_timeline_get_marks (timeline);
  SaigaSnapshot *snapshot = saiga_law_get_snapshot (saiga_timeline_get_law (timeline));
  const char *area_id = saiga_timeline_get_area_id (timeline);
  g_autofree char *area = area_id != NULL ? tool_area_name (tool, snapshot, area_id) : NULL;
  g_autofree char *head = tool_fill (tool, area != NULL ? N_ ("%1 (%2) under %3 in: %4") : N_ ("%1 (%2) under %3"), saiga_taxon_get_name (saiga_timeline_get_taxon (timeline)),
                                     saiga_record_get_id (SAIGA_RECORD (saiga_timeline_get_taxon (timeline))),
                                     tool_law_name (saiga_timeline_get_law (timeline)), area, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      SaigaStatus *status = saiga_timeline_interval_get_status (interval);
      SaigaDate *until = saiga_timeline_interval_get_until (interval);
      g_autofree char *start = saiga_date_to_string (saiga_timeline_interval_get_start (interval));
      g_autofree char *end = until != NULL ? saiga_date_to_string (until) : g_strdup ("");
      g_autofree char *codes = print_codes (tool, status);

      tool_table_add_row (table, (const char *const[]){ start, end, codes, saiga_words_for_value (SAIGA_TYPE_STATUS_HOW, saiga_status_get_how (status), tool->language),
                                                        saiga_words_for_value (SAIGA_TYPE_STATUS_CERTAINTY, saiga_status_get_certainty (status), tool->language), NULL });
    }
  tool_print_styled (tool, TOOL_BOLD, head);
  tool_print (tool, "\n");
  tool_table_print (table, tool);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(SaigaTimelineMark) mark = g_list_model_get_item (marks, i);
      SaigaListing *listing = saiga_timeline_mark_get_listing (mark);
      g_autofree char *day = saiga_date_to_string (saiga_timeline_mark_get_date (mark));
      g_autofree char *party = saiga_listing_get_party_id (listing) != NULL ? tool_area_name (tool, snapshot, saiga_listing_get_party_id (listing)) : NULL;
      const char *kind = saiga_words_for_value (SAIGA_TYPE_TIMELINE_MARK_KIND, saiga_timeline_mark_get_kind (mark), tool->language);
      g_autofree char *line = g_strdup_printf ("%s  %s %s%s%s", day, saiga_listing_get_appendix (listing), kind, party != NULL ? ", " : "", party != NULL ? party : "");

      tool_print (tool, "%s  ", i == 0 ? "\n" : "");
      tool_print_wrapped (tool, line, 4);
    }
  tool_print (tool, "\n");
}

/* ---- CSV and JSON */

static void
print_csv (Tool *tool,
           SaigaTimeline *timeline)
{
  GListModel *intervals = intervals_of (timeline);

  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      SaigaStatus *status = saiga_timeline_interval_get_status (interval);
      SaigaDate *until = saiga_timeline_interval_get_until (interval);
      g_autofree char *start = saiga_date_to_string (saiga_timeline_interval_get_start (interval));
      g_autofree char *end = until != NULL ? saiga_date_to_string (until) : g_strdup ("");
      g_auto(GStrv) codes = saiga_status_list_appendices (status);
      g_autofree char *appendices = g_strjoinv ("/", codes);

      tool_print_csv_row (tool, (const char *const[]){ saiga_record_get_id (SAIGA_RECORD (saiga_timeline_get_taxon (timeline))),
                                                       tool_law_name (saiga_timeline_get_law (timeline)), start, end, appendices,
                                                       tool_nick (SAIGA_TYPE_STATUS_HOW, saiga_status_get_how (status)),
                                                       tool_nick (SAIGA_TYPE_STATUS_OUTCOME, saiga_status_get_outcome (status)),
                                                       tool_nick (SAIGA_TYPE_STATUS_CERTAINTY, saiga_status_get_certainty (status)), NULL });
    }
}

static void
build_intervals (JsonBuilder *builder,
                 GListModel *intervals)
{
  json_builder_set_member_name (builder, "intervals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      SaigaStatus *status = saiga_timeline_interval_get_status (interval);
      GListModel *pieces = saiga_status_get_listings (status);
      g_auto(GStrv) codes = saiga_status_list_appendices (status);

      json_builder_begin_object (builder);
      tool_build_date (builder, "from", saiga_timeline_interval_get_start (interval));
      tool_build_date (builder, "until", saiga_timeline_interval_get_until (interval));
      tool_build_strings (builder, "appendices", (const char *const *) codes);
      tool_build_string (builder, "outcome", tool_nick (SAIGA_TYPE_STATUS_OUTCOME, saiga_status_get_outcome (status)));
      tool_build_string (builder, "certainty", tool_nick (SAIGA_TYPE_STATUS_CERTAINTY, saiga_status_get_certainty (status)));
      json_builder_set_member_name (builder, "listings");
      json_builder_begin_array (builder);
      for (guint n = 0; n < g_list_model_get_n_items (pieces); n++)
        {
          g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, n);

          tool_build_piece (builder, piece);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_timeline (JsonBuilder *builder,
                SaigaTimeline *timeline)
{
  GListModel *marks = saiga_timeline_get_marks (timeline);

  json_builder_begin_object (builder);
  tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_timeline_get_taxon (timeline))));
  tool_build_string (builder, "instrument", saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (saiga_timeline_get_law (timeline)))));
  tool_build_string (builder, "country", saiga_timeline_get_area_id (timeline));
  build_intervals (builder, intervals_of (timeline));
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(SaigaTimelineMark) mark = g_list_model_get_item (marks, i);
      SaigaListing *listing = saiga_timeline_mark_get_listing (mark);

      json_builder_begin_object (builder);
      tool_build_date (builder, "on", saiga_timeline_mark_get_date (mark));
      tool_build_string (builder, "kind", tool_nick (SAIGA_TYPE_TIMELINE_MARK_KIND, saiga_timeline_mark_get_kind (mark)));
      tool_build_string (builder, "appendix", saiga_listing_get_appendix (listing));
      tool_build_string (builder, "party", saiga_listing_get_party_id (listing));
      tool_build_string (builder, "listing", saiga_record_get_id (SAIGA_RECORD (listing)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* ---- SVG */

static void
draw (Tool *tool,
      GPtrArray *timelines)
{
  g_autoptr(GListStore) list = g_list_store_new (SAIGA_TYPE_TIMELINE);
  g_autoptr(SaigaTimelinePicture) picture = NULL;
  g_autofree char *svg = NULL;

  for (guint i = 0; i < timelines->len; i++)
    g_list_store_append (list, timelines->pdata[i]);
  picture = saiga_timeline_picture_new (G_LIST_MODEL (list), NULL, tool->language);
  svg = saiga_timeline_picture_to_svg (picture);
  g_string_append (tool->out, svg);
}

/* ---- the command */

static gboolean
is_wanted (SaigaTimeline *timeline,
           const char *instrument_id)
{
  GListModel *intervals = saiga_timeline_get_short (timeline);

  if (instrument_id != NULL)
    return g_str_equal (saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (saiga_timeline_get_law (timeline)))), instrument_id);
  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      SaigaStatusOutcome outcome = saiga_status_get_outcome (saiga_timeline_interval_get_status (interval));

      if (outcome == SAIGA_STATUS_OUTCOME_LISTED || outcome == SAIGA_STATUS_OUTCOME_LOWER)
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
collect (ToolLaws *laws,
         GPtrArray *taxa,
         const char *area_id,
         const char *instrument_id)
{
  GPtrArray *timelines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < taxa->len; i++)
    {
      g_autoptr(GPtrArray) of_taxon = tool_laws_of_taxon (laws, taxa->pdata[i]);

      for (guint n = 0; n < of_taxon->len; n++)
        {
          g_autoptr(SaigaTimeline) timeline = saiga_timeline_new (of_taxon->pdata[n], saiga_record_get_id (taxa->pdata[i]), area_id, NULL);

          if (timeline != NULL && is_wanted (timeline, instrument_id))
            g_ptr_array_add (timelines, g_steal_pointer (&timeline));
        }
    }

  return timelines;
}

static void
print (Tool *tool,
       SaigaSnapshot *snapshot,
       GPtrArray *timelines)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  if (tool->format == TOOL_SVG)
    {
      draw (tool, timelines);
      return;
    }
  if (tool->format == TOOL_CSV)
    tool_print_csv_row (tool, (const char *const[]){ "taxon", "instrument", "from", "until", "appendices", "how", "outcome", "certainty", NULL });
  json_builder_begin_array (builder);
  for (guint i = 0; i < timelines->len; i++)
    if (tool->format == TOOL_JSON)
      build_timeline (builder, timelines->pdata[i]);
    else if (tool->format == TOOL_CSV)
      print_csv (tool, timelines->pdata[i]);
    else
      print_text (tool, timelines->pdata[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  if (tool->format == TOOL_JSON)
    tool_print_json (tool, root);
  else if (tool->format == TOOL_TEXT)
    tool_print_source (tool, snapshot);
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(ToolLaws) laws = NULL;
  g_autoptr(ToolNames) names = NULL;
  g_autoptr(GPtrArray) taxa = NULL;
  g_autoptr(GPtrArray) timelines = NULL;
  g_autofree char *area_id = NULL;
  g_autofree char *instrument_id = NULL;

  if (argc != 2)
    return tool_usage ("timeline: name one taxon");
  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  if (options.country != NULL && (area_id = tool_find_area (snapshot, options.country)) == NULL)
    return tool_nothing ("there is no country “%s”", options.country);
  if (options.instrument != NULL && (instrument_id = tool_find_instrument (snapshot, options.instrument)) == NULL)
    return tool_nothing ("there is no instrument “%s”", options.instrument);

  names = tool_names_new (snapshot);
  taxa = tool_names_find (names, argv[1]);
  if (taxa == NULL)
    return tool_names_nothing (names, argv[1]);

  laws = tool_laws_new (snapshot);
  timelines = collect (laws, taxa, area_id, instrument_id);
  if (timelines->len == 0)
    return tool_nothing ("“%s” was never listed", argv[1]);
  print (tool, snapshot, timelines);

  return TOOL_DONE;
}

const Command command_timeline = {
  .name = "timeline",
  .arguments = "TAXON",
  .summary = N_ ("Tell where a taxon was listed through the years"),
  .description = N_ ("A taxon is an id or a scientific or common name, case and accents aside. An interval ends before the day in the column "
                     "“until”. Amendments and reservations are listed below. As SVG it is a picture, with a lane for each group of countries "
                     "whose populations were listed otherwise."),
  .formats = "csv, json, svg",
  .entries = entries,
  .run = run,
};
