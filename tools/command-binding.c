/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool-find.h"
#include "tool-law.h"

static struct
{
  char *party;
  char *instrument;
  gboolean occurring;
  gboolean reserved;
} options;

static const GOptionEntry entries[] = {
  { "party", 'p', 0, G_OPTION_ARG_STRING, &options.party, N_ ("The Party: a code or a name"), "PARTY" },
  { "instrument", 'i', 0, G_OPTION_ARG_STRING, &options.instrument, N_ ("Only this instrument; without it, all that the Party is a member of"), "INSTRUMENT" },
  { "occurring", 0, 0, G_OPTION_ARG_NONE, &options.occurring, N_ ("Only taxa that are known to live in the Party"), NULL },
  { "reserved", 0, 0, G_OPTION_ARG_NONE, &options.reserved, N_ ("Only where the Party has reserved"), NULL },
  { NULL }
};

static gboolean
is_wanted (SaigaDuty *duty)
{
  if (options.occurring && saiga_duty_get_range_state (duty) != SAIGA_TERNARY_YES)
    return FALSE;

  return !options.reserved || saiga_duty_get_state (duty) != SAIGA_DUTY_STATE_BOUND;
}

static GListStore *
filter (SaigaBinding *binding)
{
  GListStore *duties = g_list_store_new (SAIGA_TYPE_DUTY);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (binding)); i++)
    {
      g_autoptr(SaigaDuty) duty = g_list_model_get_item (G_LIST_MODEL (binding), i);

      if (is_wanted (duty))
        g_list_store_append (duties, duty);
    }

  return duties;
}

/* ---- text and CSV */

static void
add_cells (SaigaBinding *binding,
           SaigaDuty *duty,
           const char *cells[10])
{
  SaigaTaxon *taxon = saiga_duty_get_taxon (duty);
  SaigaListingPiece *piece = saiga_duty_get_listing (duty);
  const char *treated_as = saiga_duty_get_treated_as (duty);

  cells[0] = tool_law_name (saiga_binding_get_law (binding));
  cells[1] = saiga_record_get_id (SAIGA_RECORD (taxon));
  cells[2] = saiga_taxon_get_name (taxon);
  cells[3] = saiga_duty_get_appendix (duty);
  cells[4] = tool_nick (SAIGA_TYPE_DUTY_STATE, saiga_duty_get_state (duty));
  cells[5] = treated_as != NULL ? treated_as : "";
  cells[6] = tool_nick (SAIGA_TYPE_TERNARY, saiga_duty_get_range_state (duty));
  cells[7] = saiga_record_get_id (SAIGA_RECORD (saiga_listing_piece_get_listing (piece)));
  cells[8] = saiga_duty_get_reservation (duty) != NULL ? saiga_record_get_id (SAIGA_RECORD (saiga_reservation_get_listing (saiga_duty_get_reservation (duty)))) : "";
  cells[9] = NULL;
}

static void
print_text (Tool *tool,
            SaigaBinding *binding,
            GListModel *duties)
{
  SaigaSnapshot *snapshot = saiga_law_get_snapshot (saiga_binding_get_law (binding));
  g_autofree char *party = tool_area_name (tool, snapshot, saiga_binding_get_party_id (binding));
  g_autofree char *day = saiga_date_to_string (saiga_binding_get_date (binding));
  g_autofree char *head = tool_fill (tool, N_ ("%1: %2 on %3"), tool_law_name (saiga_binding_get_law (binding)), party, day, NULL);
  const char *const titles[] = { tool_translate (tool, N_ ("taxon")), tool_translate (tool, N_ ("App.")), tool_translate (tool, N_ ("state")),
                                 tool_translate (tool, N_ ("treat as")), tool_translate (tool, N_ ("lives there")), NULL };
  const guint weights[] = { 1, 0, 0, 0, 0 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(SaigaDuty) duty = g_list_model_get_item (duties, i);
      const char *cells[10];

      add_cells (binding, duty, cells);
      tool_table_add_row (table, (const char *const[]){ cells[2], cells[3], saiga_words_for_value (SAIGA_TYPE_DUTY_STATE, saiga_duty_get_state (duty), tool->language), cells[5],
                                                        saiga_words_for_value (SAIGA_TYPE_TERNARY, saiga_duty_get_range_state (duty), tool->language), NULL });
    }
  tool_print_styled (tool, TOOL_BOLD, head);
  tool_print (tool, "\n");
  if (saiga_binding_get_membership (binding) == NULL)
    tool_print (tool, "%s\n", tool_translate (tool, N_ ("Not a Party on that day: nothing binds it.")));
  else
    tool_table_print (table, tool);
  tool_print (tool, "\n");
}

/* ---- JSON */

static void
build_binding (JsonBuilder *builder,
               SaigaBinding *binding,
               GListModel *duties)
{
  SaigaMembership *membership = saiga_binding_get_membership (binding);

  json_builder_begin_object (builder);
  tool_build_string (builder, "instrument", saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (saiga_binding_get_law (binding)))));
  tool_build_string (builder, "party", saiga_binding_get_party_id (binding));
  tool_build_date (builder, "on", saiga_binding_get_date (binding));
  tool_build_string (builder, "membership", membership != NULL ? saiga_record_get_id (SAIGA_RECORD (membership)) : NULL);
  json_builder_set_member_name (builder, "duties");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(SaigaDuty) duty = g_list_model_get_item (duties, i);
      const char *cells[10];

      add_cells (binding, duty, cells);
      json_builder_begin_object (builder);
      tool_build_string (builder, "taxon", cells[1]);
      tool_build_string (builder, "name", cells[2]);
      tool_build_string (builder, "appendix", cells[3]);
      tool_build_string (builder, "state", cells[4]);
      tool_build_string (builder, "treated_as", saiga_duty_get_treated_as (duty));
      tool_build_string (builder, "range_state", cells[6]);
      json_builder_set_member_name (builder, "listing");
      tool_build_piece (builder, saiga_duty_get_listing (duty));
      json_builder_set_member_name (builder, "reservation");
      if (saiga_duty_get_reservation (duty) != NULL)
        tool_build_reservation (builder, saiga_duty_get_reservation (duty));
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* ---- the command */

/* Of instruments that are not asked for, only those that the Party is a member of. */
static GPtrArray *
collect (Tool *tool,
         ToolLaws *laws,
         SaigaSnapshot *snapshot,
         const char *party_id,
         const char *instrument_id,
         GPtrArray *taxa,
         ToolExit *code)
{
  GPtrArray *bindings = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *instruments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_INSTRUMENT);

  for (guint i = 0; i < g_list_model_get_n_items (instruments); i++)
    {
      g_autoptr(SaigaRecord) instrument = g_list_model_get_item (instruments, i);
      const char *id = saiga_record_get_id (instrument);
      SaigaLaw *law;

      if (g_list_model_get_n_items (saiga_instrument_get_appendices (SAIGA_INSTRUMENT (instrument))) == 0 ||
          (instrument_id != NULL && !g_str_equal (instrument_id, id)))
        continue;
      law = tool_laws_get (laws, id, NULL);
      for (guint n = 0; law != NULL && n < (taxa != NULL ? taxa->len : 1); n++)
        {
          const char *taxon_id = taxa != NULL ? saiga_record_get_id (taxa->pdata[n]) : NULL;
          g_autoptr(SaigaBinding) binding = NULL;

          if (taxon_id != NULL && !saiga_law_has_taxon (law, taxon_id))
            continue;
          binding = saiga_binding_new (law, party_id, taxon_id, tool->date, NULL);
          if (binding != NULL && (instrument_id != NULL || saiga_binding_get_membership (binding) != NULL))
            g_ptr_array_add (bindings, g_steal_pointer (&binding));
        }
    }

  return bindings;
}

static void
print (Tool *tool,
       SaigaSnapshot *snapshot,
       GPtrArray *bindings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  if (tool->format == TOOL_CSV)
    tool_print_csv_row (tool, (const char *const[]){ "instrument", "taxon", "name", "appendix", "state", "treated_as", "range_state", "listing", "reservation", NULL });
  json_builder_begin_array (builder);
  for (guint i = 0; i < bindings->len; i++)
    {
      g_autoptr(GListStore) duties = filter (bindings->pdata[i]);

      if (tool->format == TOOL_JSON)
        build_binding (builder, bindings->pdata[i], G_LIST_MODEL (duties));
      else if (tool->format == TOOL_TEXT)
        print_text (tool, bindings->pdata[i], G_LIST_MODEL (duties));
      for (guint n = 0; tool->format == TOOL_CSV && n < g_list_model_get_n_items (G_LIST_MODEL (duties)); n++)
        {
          g_autoptr(SaigaDuty) duty = g_list_model_get_item (G_LIST_MODEL (duties), n);
          const char *cells[10];

          add_cells (bindings->pdata[i], duty, cells);
          tool_print_csv_row (tool, cells);
        }
    }
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
  g_autoptr(GPtrArray) bindings = NULL;
  g_autofree char *party_id = NULL;
  g_autofree char *instrument_id = NULL;

  if (argc > 2 || options.party == NULL)
    return tool_usage ("binding: give --party, and one taxon at most");
  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  if ((party_id = tool_find_area (snapshot, options.party)) == NULL)
    return tool_nothing ("there is no country “%s”", options.party);
  if (options.instrument != NULL && (instrument_id = tool_find_instrument (snapshot, options.instrument)) == NULL)
    return tool_nothing ("there is no instrument “%s”", options.instrument);
  if (argc == 2)
    {
      names = tool_names_new (snapshot);
      taxa = tool_names_find (names, argv[1]);
      if (taxa == NULL)
        return tool_names_nothing (names, argv[1]);
    }

  laws = tool_laws_new (snapshot);
  bindings = collect (tool, laws, snapshot, party_id, instrument_id, taxa, &code);
  if (bindings->len == 0)
    return tool_nothing ("nothing binds %s on that day", options.party);
  tool_warn_horizon (saiga_binding_get_law (bindings->pdata[0]), tool->date);
  print (tool, snapshot, bindings);

  return TOOL_DONE;
}

const Command command_binding = {
  .name = "binding",
  .arguments = "[TAXON]",
  .summary = N_ ("Tell what binds a Party on a day"),
  .description = N_ ("A Party is bound by every listing of an instrument in force for it, those in Appendix III by other Parties included, less "
                     "its own reservations. Listed are taxa with listings of their own; of one taxon, its own listings and those of higher taxa."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
