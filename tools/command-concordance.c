/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool.h"

static struct
{
  char *view;
  char *group;
  char *name;
} options;

static const GOptionEntry entries[] = {
  { "view", 'v', 0, G_OPTION_ARG_STRING, &options.view, "Which rows: shared (by both, the usual one), named (by an entry), differences (of names), all", "VIEW" },
  { "group", 'g', 0, G_OPTION_ARG_STRING, &options.group, "Only this class or kingdom, such as Mammalia", "GROUP" },
  { "name", 'n', 0, G_OPTION_ARG_STRING, &options.name, "Only rows with a name that contains TEXT", "TEXT" },
  { NULL }
};

static gboolean
contains (const char *text,
          const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded, folded_part) != NULL;
}

static gboolean
has_name (SaigaConcordanceRow *row,
          const char *part)
{
  const char *const *const lists[] = { saiga_concordance_row_get_names_a (row), saiga_concordance_row_get_names_b (row) };
  GListModel *const taxa[] = { saiga_concordance_row_get_taxa_a (row), saiga_concordance_row_get_taxa_b (row) };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; lists[side][i] != NULL; i++)
      {
        g_autoptr(SaigaTaxon) taxon = g_list_model_get_item (taxa[side], i);
        GListModel *names = saiga_taxon_get_common_names (taxon);

        if (contains (lists[side][i], part) || contains (saiga_taxon_get_name (taxon), part))
          return TRUE;
        for (guint n = 0; n < g_list_model_get_n_items (names); n++)
          {
            g_autoptr(SaigaCommonName) name = g_list_model_get_item (names, n);

            if (saiga_common_name_get_name (name) != NULL && contains (saiga_common_name_get_name (name), part))
              return TRUE;
          }
      }

  return FALSE;
}

static gboolean
is_wanted (SaigaConcordanceRow *row)
{
  if (options.group != NULL && (saiga_concordance_row_get_group (row) == NULL ||
                                g_ascii_strcasecmp (saiga_concordance_row_get_group (row), options.group) != 0))
    return FALSE;

  return options.name == NULL || has_name (row, options.name);
}

/* The names of one side; an entry of a higher taxon is written as the Appendices do. */
static char *
join_names (SaigaConcordanceRow *row,
            const char *const *names,
            SaigaCoverage coverage)
{
  g_autofree char *joined = g_strjoinv (", ", (char **) names);

  if (*joined != '\0' && saiga_concordance_row_get_rank (row) < SAIGA_TAXON_RANK_SPECIES &&
      (coverage == SAIGA_COVERAGE_OWN || coverage == SAIGA_COVERAGE_POPULATION))
    return g_strconcat (joined, " spp.", NULL);

  return g_steal_pointer (&joined);
}

/* All reasons as sentences. */
static char *
join_sentences (Tool *tool,
                SaigaConcordanceRow *row)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (saiga_concordance_row_get_reason (row, i), tool->language);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the other columns do not say yet, in few words: arguments of a reason are a list,
 * a name, then what the code says of it. */
static char *
describe_reason (SaigaReason *reason)
{
  const char *code = saiga_reason_get_code (reason);
  const char *const *arguments = saiga_reason_get_arguments (reason);

  if (g_str_equal (code, "synonym-stated"))
    return g_strdup_printf ("%s: %s is a name of %s", arguments[0], arguments[1], arguments[2]);
  if (g_str_equal (code, "shared-synonym"))
    return g_strdup_printf ("both: synonym %s", arguments[0]);
  if (g_str_equal (code, "segregate"))
    return g_strdup_printf ("%s: %s split from %s", arguments[0], arguments[1], arguments[2]);
  if (g_str_equal (code, "inherited"))
    return g_strdup_printf ("%s %s through %s", arguments[0], arguments[2], arguments[3]);
  if (g_str_equal (code, "part"))
    return g_strdup_printf ("%s %s in part", arguments[0], arguments[2]);

  return NULL;
}

static char *
join_reasons (SaigaConcordanceRow *row)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    {
      g_autofree char *words = describe_reason (saiga_concordance_row_get_reason (row, i));

      if (words != NULL && strstr (text->str, words) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE)
                       : g_strdup (saiga_concordance_row_has_same_name (row) ? "same name" : "–");
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

static const char *
abbreviation (SaigaAuthority *authority)
{
  const char *text = saiga_authority_get_abbreviation (authority);

  return text != NULL ? text : saiga_record_get_id (SAIGA_RECORD (authority));
}

/* ---- text */

static void
print_summary (Tool *tool,
               SaigaConcordance *concordance)
{
  const char *a = abbreviation (saiga_concordance_get_authority_a (concordance));
  const char *b = abbreviation (saiga_concordance_get_authority_b (concordance));
  const struct
  {
    SaigaListingRelation relation;
    char *words;
  } lines[] = {
    { SAIGA_LISTING_RELATION_BOTH, g_strdup ("listed by both by name") },
    { SAIGA_LISTING_RELATION_BOTH_HIGHER, g_strdup ("listed by both, by one through a higher taxon") },
    { SAIGA_LISTING_RELATION_BOTH_PART, g_strdup ("listed by both, by one only in part") },
    { SAIGA_LISTING_RELATION_ONLY_A, g_strdup_printf ("listed by %s only", a) },
    { SAIGA_LISTING_RELATION_ONLY_B, g_strdup_printf ("listed by %s only", b) },
  };

  tool_print (tool, "\n%8s %12s %8s\n", "species", "conditional", "higher");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      tool_print (tool, "%8u %12u %8u  %s\n",
                  saiga_concordance_count (concordance, lines[i].relation, FALSE, FALSE),
                  saiga_concordance_count (concordance, lines[i].relation, FALSE, TRUE),
                  saiga_concordance_count (concordance, lines[i].relation, TRUE, FALSE), lines[i].words);
      g_free (lines[i].words);
    }
  tool_print (tool, "\n");
  tool_print_wrapped (tool,
                      "Counted are rows: species that names connect stand in one. Conditional: one list does not know the species, but "
                      "lists a higher taxon that it belongs to. The Appendices are those of the entries in force, of all countries "
                      "together.",
                      0);
}

static void
add_row (ToolTable *table,
         SaigaConcordanceRow *row)
{
  g_autofree char *name_a = join_names (row, saiga_concordance_row_get_names_a (row), saiga_concordance_row_get_coverage_a (row));
  g_autofree char *name_b = join_names (row, saiga_concordance_row_get_names_b (row), saiga_concordance_row_get_coverage_b (row));
  g_autofree char *reasons = join_reasons (row);

  tool_table_add_row (table, (const char *const[]){ or_dash (name_a), or_dash (saiga_concordance_row_get_appendices_a (row)),
                                                    or_dash (name_b), or_dash (saiga_concordance_row_get_appendices_b (row)), reasons, NULL });
}

/* Conditional rows are many and alike: the species under what they depend on. */
static void
print_conditional (Tool *tool,
                   GListModel *rows)
{
  g_autoptr(GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      g_autofree char *key = NULL;
      GPtrArray *names;

      if (!saiga_concordance_row_is_conditional (row))
        continue;
      for (guint n = 0; n < saiga_concordance_row_get_n_reasons (row); n++)
        {
          SaigaReason *reason = saiga_concordance_row_get_reason (row, n);
          const char *const *arguments = saiga_reason_get_arguments (reason);

          if (g_str_equal (saiga_reason_get_code (reason), "placed"))
            {
              const char *names_a = saiga_concordance_row_get_names_a (row)[0];

              key = g_strdup_printf ("%s, %s Appendix %s", arguments[2], arguments[0],
                                     names_a == NULL ? saiga_concordance_row_get_appendices_a (row)
                                                     : saiga_concordance_row_get_appendices_b (row));
            }
        }
      names = g_hash_table_lookup (lists, key);
      if (names == NULL)
        {
          names = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (order, key);
          g_hash_table_insert (lists, g_steal_pointer (&key), names);
        }
      g_ptr_array_add (names, g_strjoinv (", ", (char **) (saiga_concordance_row_get_names_a (row)[0] != NULL
                                                             ? saiga_concordance_row_get_names_a (row)
                                                             : saiga_concordance_row_get_names_b (row))));
    }

  for (guint i = 0; i < order->len; i++)
    {
      GPtrArray *names = g_hash_table_lookup (lists, order->pdata[i]);
      g_autofree char *heading = g_strdup_printf ("Conditional, under %s: %u species", (char *) order->pdata[i], names->len);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv (", ", (char **) names->pdata);
      tool_print (tool, "\n");
      tool_print_styled (tool, TOOL_BOLD, heading);
      tool_print (tool, "\n");
      tool_print_wrapped (tool, joined, 0);
    }
}

static void
print_text (Tool *tool,
            SaigaConcordance *concordance,
            GListModel *rows)
{
  const char *a = abbreviation (saiga_concordance_get_authority_a (concordance));
  const char *b = abbreviation (saiga_concordance_get_authority_b (concordance));
  const char *const titles[] = { a, "App.", b, "App.", "Why", NULL };
  const guint weights[] = { 2, 0, 2, 0, 3 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  g_autofree char *date = saiga_date_to_string (saiga_concordance_get_date (concordance));
  g_autofree char *title = g_strdup_printf ("Concordance of the Appendices of %s and %s on %s", a, b, date);
  const char *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);

      if (saiga_concordance_row_is_conditional (row))
        continue;
      if (g_strcmp0 (group, saiga_concordance_row_get_group (row)) != 0)
        {
          group = saiga_concordance_row_get_group (row);
          tool_table_add_heading (table, or_dash (group));
        }
      add_row (table, row);
    }

  tool_print_styled (tool, TOOL_BOLD, title);
  tool_print (tool, "\n\n");
  tool_table_print (table, tool);
  print_conditional (tool, rows);
  print_summary (tool, concordance);
  tool_print_source (tool, saiga_concordance_get_snapshot (concordance));
}

/* ---- CSV */

static void
print_csv (Tool *tool,
           GListModel *rows)
{
  static const char *const titles[] = {
    "key", "rank", "group", "names_a", "appendices_a", "coverage_a", "names_b", "appendices_b", "coverage_b",
    "listing", "conditional", "same_name", "reasons", "words", NULL
  };

  tool_print_csv_row (tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      g_autofree char *names_a = g_strjoinv ("; ", (char **) saiga_concordance_row_get_names_a (row));
      g_autofree char *names_b = g_strjoinv ("; ", (char **) saiga_concordance_row_get_names_b (row));
      g_autofree char *words = join_sentences (tool, row);
      const char *appendices_a = saiga_concordance_row_get_appendices_a (row);
      const char *appendices_b = saiga_concordance_row_get_appendices_b (row);
      const char *group = saiga_concordance_row_get_group (row);
      g_autoptr(GString) reasons = g_string_new (NULL);

      for (guint n = 0; n < saiga_concordance_row_get_n_reasons (row); n++)
        {
          g_autofree char *reason = saiga_reason_to_string (saiga_concordance_row_get_reason (row, n));

          g_string_append_printf (reasons, "%s%s", n > 0 ? "; " : "", reason);
        }
      tool_print_csv_row (tool, (const char *const[]){
                                  saiga_concordance_row_get_key (row),
                                  tool_nick (SAIGA_TYPE_TAXON_RANK, saiga_concordance_row_get_rank (row)),
                                  group != NULL ? group : "",
                                  names_a,
                                  appendices_a != NULL ? appendices_a : "",
                                  tool_nick (SAIGA_TYPE_COVERAGE, saiga_concordance_row_get_coverage_a (row)),
                                  names_b,
                                  appendices_b != NULL ? appendices_b : "",
                                  tool_nick (SAIGA_TYPE_COVERAGE, saiga_concordance_row_get_coverage_b (row)),
                                  tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_row_get_listing_relation (row)),
                                  saiga_concordance_row_is_conditional (row) ? "yes" : "no",
                                  saiga_concordance_row_has_same_name (row) ? "yes" : "no",
                                  reasons->str,
                                  words,
                                  NULL });
    }
}

/* ---- JSON */

static void
build_side (JsonBuilder *builder,
            const char *name,
            GListModel *taxa,
            const char *const *names,
            const char *appendices,
            SaigaCoverage coverage)
{
  g_auto(GStrv) codes = g_strsplit (appendices != NULL ? appendices : "", "/", -1);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "taxa");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (taxa); i++)
    {
      g_autoptr(SaigaRecord) taxon = g_list_model_get_item (taxa, i);

      json_builder_add_string_value (builder, saiga_record_get_id (taxon));
    }
  json_builder_end_array (builder);
  tool_build_strings (builder, "names", names);
  tool_build_strings (builder, "appendices", (const char *const *) codes);
  tool_build_string (builder, "coverage", tool_nick (SAIGA_TYPE_COVERAGE, coverage));
  json_builder_end_object (builder);
}

static void
build_row (JsonBuilder *builder,
           Tool *tool,
           SaigaConcordanceRow *row)
{
  json_builder_begin_object (builder);
  tool_build_string (builder, "key", saiga_concordance_row_get_key (row));
  tool_build_string (builder, "rank", tool_nick (SAIGA_TYPE_TAXON_RANK, saiga_concordance_row_get_rank (row)));
  tool_build_string (builder, "group", saiga_concordance_row_get_group (row));
  build_side (builder, "a", saiga_concordance_row_get_taxa_a (row), saiga_concordance_row_get_names_a (row),
              saiga_concordance_row_get_appendices_a (row), saiga_concordance_row_get_coverage_a (row));
  build_side (builder, "b", saiga_concordance_row_get_taxa_b (row), saiga_concordance_row_get_names_b (row),
              saiga_concordance_row_get_appendices_b (row), saiga_concordance_row_get_coverage_b (row));
  tool_build_string (builder, "listing", tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_row_get_listing_relation (row)));
  json_builder_set_member_name (builder, "conditional");
  json_builder_add_boolean_value (builder, saiga_concordance_row_is_conditional (row));
  json_builder_set_member_name (builder, "same_name");
  json_builder_add_boolean_value (builder, saiga_concordance_row_has_same_name (row));
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    tool_build_reason (tool, builder, saiga_concordance_row_get_reason (row, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* One row a line: the whole as one tree would be large. */
static void
print_json (Tool *tool,
            SaigaConcordance *concordance,
            GListModel *rows)
{
  g_autoptr(JsonBuilder) head = json_builder_new ();
  g_autofree char *date = saiga_date_to_string (saiga_concordance_get_date (concordance));

  json_builder_begin_object (head);
  tool_build_source (head, saiga_concordance_get_snapshot (concordance));
  tool_build_string (head, "authority_a", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_get_authority_a (concordance))));
  tool_build_string (head, "authority_b", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_get_authority_b (concordance))));
  tool_build_string (head, "on", date);
  json_builder_end_object (head);
  tool_begin_json_list (tool, head, "rows");
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      build_row (builder, tool, row);
      tool_add_json_item (tool, builder, i == 0);
    }
  tool_end_json_list (tool);
}

/* ---- the command */

static gboolean
parse_view (SaigaConcordanceView *view)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (SAIGA_TYPE_CONCORDANCE_VIEW);
  GEnumValue *value = g_enum_get_value_by_nick (klass, options.view != NULL ? options.view : "shared");

  if (value != NULL)
    *view = value->value;

  return value != NULL;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaConcordance) concordance = NULL;
  g_autoptr(GListModel) view_rows = NULL;
  g_autoptr(GListStore) rows = g_list_store_new (SAIGA_TYPE_CONCORDANCE_ROW);
  SaigaConcordanceView view;
  GError *error = NULL;

  if (argc > 1)
    return tool_usage ("concordance takes no argument “%s”", argv[1]);
  if (!parse_view (&view))
    return tool_usage ("--view: “%s” is none of shared, named, differences, all", options.view);

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  concordance = saiga_concordance_new (snapshot, "authority.cms", "authority.cites", tool->date, &error);
  if (concordance == NULL)
    return tool_fail (error);
  if (saiga_concordance_is_after_horizon (concordance))
    g_printerr ("saiga: the lists are known up to an earlier day than the one asked for; later changes are missing\n");

  view_rows = saiga_concordance_get_view (concordance, view);
  for (guint i = 0; i < g_list_model_get_n_items (view_rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (view_rows, i);

      if (is_wanted (row))
        g_list_store_append (rows, row);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (rows)) == 0)
    code = TOOL_NOTHING;

  if (tool->format == TOOL_JSON)
    print_json (tool, concordance, G_LIST_MODEL (rows));
  else if (tool->format == TOOL_CSV)
    print_csv (tool, G_LIST_MODEL (rows));
  else if (code == TOOL_DONE)
    print_text (tool, concordance, G_LIST_MODEL (rows));
  else
    g_printerr ("saiga: there is no such row\n");

  return code;
}

const Command command_concordance = {
  .name = "concordance",
  .summary = "Compare the lists of CMS and CITES",
  .description = "One row for what belongs together: a species under one name or several, or a higher taxon that is listed. Each row "
                 "has the Appendices of both conventions on the day, and why.",
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
