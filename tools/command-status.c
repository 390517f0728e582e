/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>
#include <unistd.h>

#include "tool-find.h"
#include "tool-law.h"

static struct
{
  char *country;
  char *instrument;
  gboolean why;
} options;

static const GOptionEntry entries[] = {
  { "country", 'c', 0, G_OPTION_ARG_STRING, &options.country, N_ ("Only the population of this country: a code or a name"), "COUNTRY" },
  { "instrument", 'i', 0, G_OPTION_ARG_STRING, &options.instrument, N_ ("Only this instrument, such as CITES; without it, all that list the taxon"), "INSTRUMENT" },
  { "why", 'y', 0, G_OPTION_ARG_NONE, &options.why, N_ ("Say why, in sentences"), NULL },
  { NULL }
};

/* What was asked for by one name. */
typedef struct
{
  char *asked;
  char *suggestion; /* where nothing was found */
  GPtrArray *statuses;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->asked);
  g_free (self->suggestion);
  g_ptr_array_unref (self->statuses);
  g_free (self);
}

typedef struct
{
  Tool *tool;
  SaigaSnapshot *snapshot;
  ToolLaws *laws;
  ToolNames *names;
  char *area_id;
  char *instrument_id;
} Search;

/* Instruments under which the taxon never was listed say nothing, unless asked for or the
 * taxon's own. */
static gboolean
is_wanted (Search *self,
           SaigaLaw *law,
           SaigaStatus *status)
{
  SaigaInstrument *instrument = saiga_law_get_instrument (law);

  if (self->instrument_id != NULL)
    return g_str_equal (saiga_record_get_id (SAIGA_RECORD (instrument)), self->instrument_id);

  return saiga_instrument_get_parent_id (instrument) == NULL ||
         (saiga_status_get_outcome (status) != SAIGA_STATUS_OUTCOME_NEVER && saiga_status_get_outcome (status) != SAIGA_STATUS_OUTCOME_NOT_IN_FORCE);
}

static void
ask (Search *self,
     SaigaTaxon *taxon,
     GPtrArray *statuses)
{
  g_autoptr(GPtrArray) laws = tool_laws_of_taxon (self->laws, taxon);

  for (guint i = 0; i < laws->len; i++)
    {
      g_autoptr(SaigaStatus) status = saiga_status_new (laws->pdata[i], saiga_record_get_id (SAIGA_RECORD (taxon)), self->area_id, self->tool->date, NULL);

      if (status != NULL && is_wanted (self, laws->pdata[i], status))
        g_ptr_array_add (statuses, g_steal_pointer (&status));
    }
}

static Answer *
search (Search *self,
        const char *text)
{
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr(GPtrArray) taxa = tool_names_find (self->names, text);

  answer->asked = g_strdup (text);
  answer->statuses = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; taxa != NULL && i < taxa->len; i++)
    ask (self, taxa->pdata[i], answer->statuses);
  if (taxa == NULL)
    answer->suggestion = tool_names_suggest (self->names, text);

  return answer;
}

/* ---- text */

static char *
join_or_dash (char **codes)
{
  return codes[0] != NULL ? g_strjoinv ("/", codes) : g_strdup ("–");
}

static char *
print_appendices (SaigaStatus *status)
{
  g_auto(GStrv) codes = saiga_status_list_appendices (status);

  return join_or_dash (codes);
}

static void
print_pieces (Tool *tool,
              SaigaStatus *status)
{
  GListModel *pieces = saiga_status_get_listings (status);

  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);
      SaigaListing *listing = saiga_listing_piece_get_listing (piece);
      SaigaDate *date = saiga_listing_get_effective (listing) != NULL ? saiga_listing_get_effective (listing) : saiga_listing_piece_get_since (piece);
      g_autofree char *since = saiga_date_to_string (date);
      g_autoptr(GString) line = g_string_new (NULL);
      const char *const *areas = saiga_listing_piece_get_areas (piece);

      tool_append (tool, line, N_ ("%1 since %2"), saiga_listing_piece_get_appendix (piece), since, NULL);
      if (saiga_listing_piece_get_taxon (piece) != saiga_status_get_taxon (status))
        tool_append (tool, line, N_ (", through %1"), saiga_taxon_get_name (saiga_listing_piece_get_taxon (piece)), NULL);
      if (saiga_listing_get_party_id (listing) != NULL)
        {
          g_autofree char *party = tool_area_name (tool, saiga_law_get_snapshot (saiga_status_get_law (status)), saiga_listing_get_party_id (listing));

          tool_append (tool, line, N_ (", by %1"), party, NULL);
        }
      for (guint n = 0; areas[n] != NULL; n++)
        {
          g_autofree char *area = tool_area_name (tool, saiga_law_get_snapshot (saiga_status_get_law (status)), areas[n]);

          g_string_append_printf (line, "%s%s", n > 0 ? ", " : tool_translate (tool, saiga_listing_piece_get_excepts (piece) ? N_ (": all but ") : N_ (": only ")),
                                  area);
        }
      if (saiga_listing_get_excluded_forms (listing) != NULL)
        tool_append (tool, line, N_ (", without %1"), saiga_text_get_best_words (saiga_listing_get_excluded_forms (listing), tool->language), NULL);
      tool_print (tool, "  ");
      tool_print_wrapped (tool, line->str, 4);
    }
}

static void
print_reservations (Tool *tool,
                    SaigaStatus *status)
{
  GListModel *reservations = saiga_status_get_reservations (status);
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (reservations); i++)
    {
      g_autoptr(SaigaReservation) reservation = g_list_model_get_item (reservations, i);
      SaigaSnapshot *snapshot = saiga_law_get_snapshot (saiga_status_get_law (status));
      g_autofree char *party = tool_area_name (tool, snapshot, saiga_reservation_get_party_id (reservation));
      const char *territory_id = saiga_reservation_get_territory_id (reservation);
      g_autofree char *territory = territory_id != NULL ? tool_area_name (tool, snapshot, territory_id) : NULL;

      g_string_append_printf (line, "%s%s (%s", i > 0 ? ", " : tool_translate (tool, N_ ("Reservations: ")), party,
                              saiga_reservation_get_appendix (reservation));
      if (territory != NULL)
        tool_append (tool, line, N_ (", for %1"), territory, NULL);
      if (saiga_reservation_get_amendment_only (reservation))
        tool_append (tool, line, N_ (", an amendment"), NULL);
      g_string_append_c (line, ')');
    }
  if (line->len > 0)
    {
      tool_print (tool, "  ");
      tool_print_wrapped (tool, line->str, 4);
    }
}

/* One line for each answer that differs between countries. */
static void
print_areas (Tool *tool,
             SaigaStatus *status)
{
  g_auto(GStrv) areas = saiga_status_list_areas (status);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; areas[i] != NULL; i++)
    {
      g_autoptr(SaigaStatus) there = saiga_status_ask_area (status, areas[i]);
      g_autofree char *key = print_appendices (there);
      g_autofree char *name = tool_area_name (tool, saiga_law_get_snapshot (saiga_status_get_law (status)), areas[i]);
      guint position;

      if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, &position))
        {
          g_ptr_array_add (lines, g_strdup_printf ("%s: %s", key, name));
          g_ptr_array_add (keys, g_steal_pointer (&key));
        }
      else
        {
          char *longer = g_strdup_printf ("%s, %s", (char *) lines->pdata[position], name);

          g_free (lines->pdata[position]);
          lines->pdata[position] = longer;
        }
    }
  for (guint i = 0; keys->len > 1 && i < lines->len; i++)
    {
      tool_print (tool, "  ");
      tool_print_wrapped (tool, lines->pdata[i], 4);
    }
}

static void
print_status (Tool *tool,
              SaigaStatus *status)
{
  g_autofree char *appendices = print_appendices (status);
  g_auto(GStrv) aggregated = saiga_status_list_aggregated (status);
  g_autofree char *below = g_strjoinv ("/", aggregated);
  g_autoptr(GString) head = g_string_new (tool_law_name (saiga_status_get_law (status)));

  switch (saiga_status_get_outcome (status))
    {
    case SAIGA_STATUS_OUTCOME_LISTED:
      tool_append (tool, head, N_ (": Appendix %1"), appendices, NULL);
      break;
    case SAIGA_STATUS_OUTCOME_LOWER:
      tool_append (tool, head, N_ (": not listed itself; taxa below it are in Appendix %1"), below, NULL);
      break;
    case SAIGA_STATUS_OUTCOME_FORMERLY:
      tool_append (tool, head, N_ (": no longer listed"), NULL);
      break;
    case SAIGA_STATUS_OUTCOME_NOT_IN_FORCE:
      tool_append (tool, head, N_ (": not in force yet"), NULL);
      break;
    case SAIGA_STATUS_OUTCOME_NEVER:
    default:
      tool_append (tool, head, N_ (": not listed"), NULL);
    }
  if (saiga_status_get_outcome (status) == SAIGA_STATUS_OUTCOME_LISTED && saiga_status_get_incomplete (status))
    tool_append (tool, head, N_ (", in part"), NULL);
  if (saiga_status_get_certainty (status) != SAIGA_STATUS_CERTAINTY_CERTAIN)
    g_string_append_printf (head, " (%s)", saiga_words_for_value (SAIGA_TYPE_STATUS_CERTAINTY, saiga_status_get_certainty (status), tool->language));
  tool_print (tool, "%s\n", head->str);

  print_pieces (tool, status);
  if (options.country == NULL)
    print_areas (tool, status);
  print_reservations (tool, status);
  for (guint i = 0; i < saiga_status_get_n_reasons (status); i++)
    {
      SaigaReason *reason = saiga_status_get_reason (status, i);
      const gboolean is_plain = g_str_equal (saiga_reason_get_code (reason), "own") || g_str_equal (saiga_reason_get_code (reason), "inherited");
      g_autofree char *text = saiga_reason_dup_text (reason, tool->language);

      if (!options.why && (is_plain || saiga_status_get_certainty (status) == SAIGA_STATUS_CERTAINTY_CERTAIN))
        continue;
      tool_print (tool, "  – ");
      tool_print_wrapped (tool, text, 4);
    }
}

static void
print_text (Search *self,
            GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      Answer *answer = answers->pdata[i];
      SaigaTaxon *last = NULL;

      for (guint n = 0; n < answer->statuses->len; n++)
        {
          SaigaStatus *status = answer->statuses->pdata[n];
          SaigaTaxon *taxon = saiga_status_get_taxon (status);

          if (taxon != last)
            {
              g_autofree char *day = saiga_date_to_string (saiga_status_get_date (status));
              g_autofree char *where = self->area_id != NULL ? tool_area_name (self->tool, self->snapshot, self->area_id) : NULL;
              g_autofree char *head = tool_fill (self->tool, where != NULL ? N_ ("%1 (%2) on %3 in: %4") : N_ ("%1 (%2) on %3"),
                                                 saiga_taxon_get_name (taxon), saiga_record_get_id (SAIGA_RECORD (taxon)), day, where, NULL);

              tool_print (self->tool, "%s", last != NULL || i > 0 ? "\n" : "");
              tool_print_styled (self->tool, TOOL_BOLD, head);
              tool_print (self->tool, "\n");
            }
          last = taxon;
          print_status (self->tool, status);
        }
    }
}

/* ---- a list of names: a table */

static const char *const titles[] = { "asked", "name", "taxon", "instrument", "appendices", "how", "outcome", "certainty", "incomplete", "note", NULL };

/* To a table, or as CSV where there is none. */
static void
add_row (Tool *tool,
         ToolTable *table,
         const char *const *cells)
{
  if (table == NULL)
    tool_print_csv_row (tool, cells);
  else
    tool_table_add_row (table, (const char *const[]){ cells[0], cells[1], cells[3], cells[4], cells[5], cells[7], cells[9], NULL });
}

static void
add_rows (Tool *tool,
          GPtrArray *answers,
          ToolTable *table)
{
  for (guint i = 0; i < answers->len; i++)
    {
      Answer *answer = answers->pdata[i];

      if (answer->statuses->len == 0)
        {
          g_autofree char *note = answer->suggestion != NULL ? tool_fill (tool, N_ ("not found; perhaps %1"), answer->suggestion, NULL)
                                                             : g_strdup (tool_translate (tool, N_ ("not found")));

          add_row (tool, table, (const char *const[]){ answer->asked, "", "", "", "", "", "", "", "", note, NULL });
        }
      for (guint n = 0; n < answer->statuses->len; n++)
        {
          SaigaStatus *status = answer->statuses->pdata[n];
          SaigaTaxon *taxon = saiga_status_get_taxon (status);
          const SaigaStatusHow how = saiga_status_get_how (status);
          const SaigaStatusCertainty certainty = saiga_status_get_certainty (status);
          g_auto(GStrv) codes = saiga_status_list_appendices (status);
          g_autofree char *appendices = g_strjoinv ("/", codes);
          const gboolean is_other = g_ascii_strcasecmp (saiga_taxon_get_name (taxon), answer->asked) != 0 &&
                                    !g_str_equal (saiga_record_get_id (SAIGA_RECORD (taxon)), answer->asked);

          add_row (tool, table, (const char *const[]){ answer->asked, saiga_taxon_get_name (taxon), saiga_record_get_id (SAIGA_RECORD (taxon)), tool_law_name (saiga_status_get_law (status)), appendices, table != NULL ? saiga_words_for_value (SAIGA_TYPE_STATUS_HOW, how, tool->language) : tool_nick (SAIGA_TYPE_STATUS_HOW, how), tool_nick (SAIGA_TYPE_STATUS_OUTCOME, saiga_status_get_outcome (status)), table != NULL ? saiga_words_for_value (SAIGA_TYPE_STATUS_CERTAINTY, certainty, tool->language) : tool_nick (SAIGA_TYPE_STATUS_CERTAINTY, certainty), saiga_status_get_incomplete (status) ? "yes" : "no", is_other ? tool_translate (tool, N_ ("another name")) : "", NULL });
        }
    }
}

static void
print_table (Tool *tool,
             GPtrArray *answers)
{
  const char *const heads[] = { tool_translate (tool, N_ ("asked")), tool_translate (tool, N_ ("name")), tool_translate (tool, N_ ("instrument")), tool_translate (tool, N_ ("App.")),
                                tool_translate (tool, N_ ("how")), tool_translate (tool, N_ ("certainty")), tool_translate (tool, N_ ("note")), NULL };
  const guint weights[] = { 2, 2, 1, 0, 0, 0, 2 };
  g_autoptr(ToolTable) table = tool_table_new (heads, weights);

  add_rows (tool, answers, table);
  tool_table_print (table, tool);
}

/* ---- JSON */

static void
build_by_country (JsonBuilder *builder,
                  SaigaStatus *status)
{
  g_auto(GStrv) areas = saiga_status_list_areas (status);

  json_builder_set_member_name (builder, "by_country");
  json_builder_begin_array (builder);
  for (guint i = 0; saiga_status_get_area_id (status) == NULL && areas[i] != NULL; i++)
    {
      g_autoptr(SaigaStatus) there = saiga_status_ask_area (status, areas[i]);
      g_auto(GStrv) codes = saiga_status_list_appendices (there);

      json_builder_begin_object (builder);
      tool_build_string (builder, "country", areas[i]);
      tool_build_strings (builder, "appendices", (const char *const *) codes);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_status (Tool *tool,
              JsonBuilder *builder,
              const char *asked,
              SaigaStatus *status)
{
  g_auto(GStrv) appendices = saiga_status_list_appendices (status);
  g_auto(GStrv) explicit = saiga_status_list_explicit (status);
  g_auto(GStrv) inherited = saiga_status_list_inherited (status);
  g_auto(GStrv) aggregated = saiga_status_list_aggregated (status);
  GListModel *pieces = saiga_status_get_listings (status);
  GListModel *reservations = saiga_status_get_reservations (status);

  json_builder_begin_object (builder);
  tool_build_string (builder, "asked", asked);
  tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_status_get_taxon (status))));
  tool_build_string (builder, "name", saiga_taxon_get_name (saiga_status_get_taxon (status)));
  tool_build_string (builder, "instrument", saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (saiga_status_get_law (status)))));
  tool_build_date (builder, "on", saiga_status_get_date (status));
  tool_build_string (builder, "country", saiga_status_get_area_id (status));
  tool_build_strings (builder, "appendices", (const char *const *) appendices);
  tool_build_strings (builder, "explicit", (const char *const *) explicit);
  tool_build_strings (builder, "inherited", (const char *const *) inherited);
  tool_build_strings (builder, "aggregated", (const char *const *) aggregated);
  tool_build_string (builder, "outcome", tool_nick (SAIGA_TYPE_STATUS_OUTCOME, saiga_status_get_outcome (status)));
  json_builder_set_member_name (builder, "incomplete");
  json_builder_add_boolean_value (builder, saiga_status_get_incomplete (status));
  tool_build_string (builder, "certainty", tool_nick (SAIGA_TYPE_STATUS_CERTAINTY, saiga_status_get_certainty (status)));
  json_builder_set_member_name (builder, "listings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);

      tool_build_piece (builder, piece);
    }
  json_builder_end_array (builder);
  build_by_country (builder, status);
  json_builder_set_member_name (builder, "reservations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (reservations); i++)
    {
      g_autoptr(SaigaReservation) reservation = g_list_model_get_item (reservations, i);

      tool_build_reservation (builder, reservation);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < saiga_status_get_n_reasons (status); i++)
    tool_build_reason (tool, builder, saiga_status_get_reason (status, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (Tool *tool,
            GPtrArray *answers)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < answers->len; i++)
    {
      Answer *answer = answers->pdata[i];

      for (guint n = 0; n < answer->statuses->len; n++)
        build_status (tool, builder, answer->asked, answer->statuses->pdata[n]);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

/* ---- the command */

/* The lines of the standard input, without those that are empty. */
static char **
read_names (ToolExit *code)
{
  g_autoptr(GIOChannel) channel = g_io_channel_unix_new (STDIN_FILENO);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GError *error = NULL;

  if (g_io_channel_read_to_end (channel, &text, NULL, &error) != G_IO_STATUS_NORMAL && error != NULL)
    {
      *code = tool_fail (error);
      return NULL;
    }
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_strv_builder_add (names, *line);

  return g_strv_builder_end (names);
}

static ToolExit
answer_all (Search *self,
            char **names,
            gboolean is_list)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func (answer_free);
  ToolExit code = TOOL_DONE;
  gboolean found = FALSE;

  for (; *names != NULL; names++)
    g_ptr_array_add (answers, search (self, *names));

  for (guint i = 0; i < answers->len; i++)
    {
      Answer *answer = answers->pdata[i];

      if (answer->statuses->len > 0 && !found)
        tool_warn_horizon (saiga_status_get_law (answer->statuses->pdata[0]), self->tool->date);
      found |= answer->statuses->len > 0;
      if (answer->statuses->len > 0 || (is_list && self->tool->format != TOOL_JSON))
        continue;
      code = tool_names_nothing (self->names, answer->asked);
    }

  if (self->tool->format == TOOL_JSON)
    print_json (self->tool, answers);
  else if (self->tool->format == TOOL_CSV)
    {
      tool_print_csv_row (self->tool, titles);
      add_rows (self->tool, answers, NULL);
    }
  else if (is_list)
    print_table (self->tool, answers);
  else
    print_text (self, answers);
  if (self->tool->format == TOOL_TEXT && found)
    tool_print_source (self->tool, self->snapshot);

  return code;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  const gboolean is_list = argc < 2 || (argc == 2 && g_str_equal (argv[1], "-"));
  g_auto(GStrv) names = NULL;
  Search self = { .tool = tool };

  names = is_list ? read_names (&code) : g_strdupv (argv + 1);
  if (names == NULL)
    return code;
  if (names[0] == NULL)
    return tool_usage ("status: name a taxon, or write names on the standard input, one a line");

  self.snapshot = tool_load (tool, &code);
  if (self.snapshot == NULL)
    return code;
  if (options.country != NULL && (self.area_id = tool_find_area (self.snapshot, options.country)) == NULL)
    code = tool_nothing ("there is no country “%s”", options.country);
  else if (options.instrument != NULL && (self.instrument_id = tool_find_instrument (self.snapshot, options.instrument)) == NULL)
    code = tool_nothing ("there is no instrument “%s”", options.instrument);
  else
    {
      self.laws = tool_laws_new (self.snapshot);
      self.names = tool_names_new (self.snapshot);
      code = answer_all (&self, names, is_list);
      tool_names_free (self.names);
      tool_laws_free (self.laws);
    }
  g_free (self.area_id);
  g_free (self.instrument_id);
  g_object_unref (self.snapshot);

  return code;
}

const Command command_status = {
  .name = "status",
  .arguments = "[TAXON…]",
  .summary = N_ ("Tell where taxa are listed on a day"),
  .description = N_ ("A taxon is an id or a scientific or common name, case and accents aside. Without one, names are read from the standard "
                     "input, one a line, and the answer is a table."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
