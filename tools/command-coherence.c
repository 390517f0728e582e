/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "concordance.h"

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
  struct
  {
    const char *field;
    const char *title;
    guint weight;
  } columns[5];
} tables[] = {
  { SAIGA_REVIEW_AXIS_COHERENCE,
    { { "names", N_ ("Names"), 3 },
      { "differences", N_ ("How the listings differ"), 3 },
      { "lag", N_ ("Lag (years)"), 0 },
      { "red-list", N_ ("Red List"), 1 },
      { "recommendation", N_ ("Recommendation"), 2 } } },
  { SAIGA_REVIEW_AXIS_RED_LIST,
    { { "taxon", N_ ("Taxon"), 2 },
      { "category", N_ ("Category"), 2 },
      { "name", N_ ("Name assessed"), 2 },
      { "assessed-as", N_ ("Concept assessed"), 1 },
      { "recommendation", N_ ("Recommendation"), 2 } } },
  { SAIGA_REVIEW_AXIS_HARMONISATION,
    { { "name-a", "%1", 2 }, { "name-b", "%2", 2 }, { "kind", N_ ("Difference"), 1 }, { "preferred", N_ ("Preferred"), 2 }, { "recommendation", N_ ("Recommendation"), 2 } } },
};

static char *
print_value (Tool *tool,
             SaigaConcordance *concordance,
             SaigaConcordanceFinding *finding,
             const char *field)
{
  const char *value = saiga_concordance_finding_get_value (finding, field);
  const char *times = g_str_equal (field, "names") ? strstr (value, " × ") : NULL;
  g_autofree char *first = times != NULL ? g_strndup (value, (gsize) (times - value)) : NULL;

  /* Where both sides have one name, it is enough to say it once. */
  if (first != NULL && g_str_equal (first, times + strlen (" × ")))
    return g_steal_pointer (&first);

  return *value != '\0' && !g_str_equal (value, "none") && !g_str_equal (value, "unknown") ? saiga_concordance_dup_words (concordance, value, tool->language) : g_strdup ("–");
}

static gboolean
is_conditional (SaigaConcordanceFinding *finding)
{
  return g_strcmp0 (saiga_concordance_finding_get_value (finding, "certainty"), "conditional") == 0;
}

static void
print_text (Tool *tool,
            gsize t,
            SaigaConcordance *concordance,
            GListModel *findings)
{
  g_autoptr(ToolTable) table = NULL;
  char *cells[G_N_ELEMENTS (tables[0].columns) + 1] = { NULL };
  guint weights[G_N_ELEMENTS (tables[0].columns)];

  for (gsize n = 0; n < G_N_ELEMENTS (weights); n++)
    {
      cells[n] = tool_fill (tool, tables[t].columns[n].title, concordance_abbreviation (saiga_concordance_get_authority_a (concordance)),
                            concordance_abbreviation (saiga_concordance_get_authority_b (concordance)), NULL);
      weights[n] = tables[t].columns[n].weight;
    }
  table = tool_table_new ((const char *const *) cells, weights);
  for (guint conditional = 0; conditional < 2; conditional++)
    {
      gboolean is_first = conditional != 0;

      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);

          if (is_conditional (finding) != (conditional != 0))
            continue;
          if (is_first)
            tool_table_add_heading (table, tool_translate (tool, N_ ("On a condition: one list does not know the species, but a higher taxon")));
          is_first = FALSE;
          for (gsize n = 0; n < G_N_ELEMENTS (weights); n++)
            {
              g_free (cells[n]);
              cells[n] = print_value (tool, concordance, finding, tables[t].columns[n].field);
            }
          tool_table_add_row (table, (const char *const *) cells);
        }
    }
  tool_table_print (table, tool);
  for (gsize n = 0; n < G_N_ELEMENTS (weights); n++)
    g_free (cells[n]);
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

/* ---- the criteria, once: the findings name them by their codes */

static SaigaInstrument *
get_instrument (SaigaConcordance *concordance,
                SaigaAuthority *authority)
{
  const char *id = saiga_authority_get_instrument_ids (authority)[0];
  SaigaRecord *instrument = id != NULL ? saiga_snapshot_lookup (saiga_concordance_get_snapshot (concordance), id) : NULL;

  return SAIGA_IS_INSTRUMENT (instrument) ? SAIGA_INSTRUMENT (instrument) : NULL;
}

static void
print_criteria (Tool *tool,
                SaigaConcordance *concordance)
{
  SaigaAuthority *const authorities[] = { saiga_concordance_get_authority_a (concordance), saiga_concordance_get_authority_b (concordance) };
  const char *const titles[] = { tool_translate (tool, N_ ("Criterion")), tool_translate (tool, N_ ("App.")), tool_translate (tool, N_ ("What it says")), NULL };
  static const guint weights[] = { 1, 0, 4 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);

  for (guint side = 0; side < G_N_ELEMENTS (authorities); side++)
    {
      SaigaInstrument *instrument = get_instrument (concordance, authorities[side]);
      GListModel *criteria = instrument != NULL ? saiga_instrument_get_listing_criteria (instrument) : NULL;

      if (criteria == NULL)
        continue;
      tool_table_add_heading (table, concordance_abbreviation (authorities[side]));
      for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
        {
          g_autoptr(SaigaCriterion) criterion = g_list_model_get_item (criteria, i);
          SaigaText *text = saiga_criterion_get_text (criterion);

          tool_table_add_row (table, (const char *const[]){ tool_or_empty (saiga_criterion_get_code (criterion)), tool_or_empty (saiga_criterion_get_appendix (criterion)),
                                                            text != NULL ? tool_or_empty (saiga_text_get_best_words (text, tool->language)) : "", NULL });
        }
    }
  tool_print (tool, "\n");
  tool_print_wrapped (tool, tool_translate (tool, N_ ("By these criteria the two sides list. Which of them a listing rests on is said where a source states it.")), 0);
  tool_print (tool, "\n");
  tool_table_print (table, tool);
}

static void
build_criteria (JsonBuilder *builder,
                SaigaConcordance *concordance)
{
  SaigaAuthority *const authorities[] = { saiga_concordance_get_authority_a (concordance), saiga_concordance_get_authority_b (concordance) };

  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint side = 0; side < G_N_ELEMENTS (authorities); side++)
    {
      SaigaInstrument *instrument = get_instrument (concordance, authorities[side]);
      GListModel *criteria = instrument != NULL ? saiga_instrument_get_listing_criteria (instrument) : NULL;

      for (guint i = 0; criteria != NULL && i < g_list_model_get_n_items (criteria); i++)
        {
          g_autoptr(SaigaCriterion) criterion = g_list_model_get_item (criteria, i);
          SaigaText *text = saiga_criterion_get_text (criterion);

          json_builder_begin_object (builder);
          tool_build_string (builder, "side", side == 0 ? "a" : "b");
          tool_build_string (builder, "code", saiga_criterion_get_code (criterion));
          tool_build_string (builder, "appendix", saiga_criterion_get_appendix (criterion));
          tool_build_string (builder, "text", text != NULL ? saiga_text_get_best_words (text, "en") : NULL);
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

/* ---- files */

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
  g_autoptr(JsonBuilder) head = concordance_begin_head (concordance);

  if (axis == SAIGA_REVIEW_AXIS_COHERENCE)
    build_criteria (head, concordance);
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
  const char *about = options.about != NULL ? options.about : "coherence";
  gsize t = 0;
  SaigaReviewAxis axis;
  GError *error = NULL;

  if (argc > 1)
    return tool_usage ("coherence takes no argument “%s”", argv[1]);
  while (t < G_N_ELEMENTS (tables) && !g_str_equal (tool_nick (SAIGA_TYPE_REVIEW_AXIS, tables[t].axis), about))
    t++;
  if (t == G_N_ELEMENTS (tables))
    return tool_usage ("--about: “%s” is none of coherence, red-list, harmonisation", about);
  axis = tables[t].axis;

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  concordance = concordance_new (snapshot, tool->date, &error);
  if (concordance == NULL)
    return tool_fail (error);
  findings = saiga_concordance_list_findings (concordance, axis, options.one_sided);

  if (tool->format == TOOL_JSON)
    print_json (tool, axis, concordance, findings);
  else if (tool->format == TOOL_CSV)
    print_csv (tool, axis, findings);
  else
    {
      print_text (tool, t, concordance, findings);
      if (axis == SAIGA_REVIEW_AXIS_COHERENCE)
        print_criteria (tool, concordance);
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
  .shared = concordance_list_entries,
  .run = run,
};
