/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "concordance.h"
#include "tool-find.h"

static struct
{
  char *view;
  char *group;
  char *name;
  char *country;
  char *vocabulary;
  char *figure;
  gboolean pairs;
  gboolean relations;
  gboolean totals;
  gboolean pair;
  gboolean review;
  gboolean one_sided;
  char *axis;
  char *reviewer;
  char *decided;
} options;

static const GOptionEntry entries[] = {
  { "view", 'v', 0, G_OPTION_ARG_STRING, &options.view, N_ ("Which rows: shared (by both, the usual one), named (by an entry), differences (of names and concepts), all"), "VIEW" },
  { "group", 'g', 0, G_OPTION_ARG_STRING, &options.group, N_ ("Only this class or kingdom, such as Mammalia"), "GROUP" },
  { "name", 'n', 0, G_OPTION_ARG_STRING, &options.name, N_ ("Only rows with a name that contains TEXT"), "TEXT" },
  { "country", 0, 0, G_OPTION_ARG_STRING, &options.country, N_ ("Only rows of taxa that are recorded to live in COUNTRY"), "COUNTRY" },
  { "pairs", 0, 0, G_OPTION_ARG_NONE, &options.pairs, N_ ("One line for each pair of taxa, as CSV or JSON"), NULL },
  { "relations", 0, 0, G_OPTION_ARG_NONE, &options.relations, N_ ("One line for each pair of species whose concepts have something in common, listed or not, as CSV or JSON"), NULL },
  { "totals", 0, 0, G_OPTION_ARG_NONE, &options.totals, N_ ("How many rows and pairs there are of each kind, of all rows where no --view is given"), NULL },
  { "vocabulary", 0, 0, G_OPTION_ARG_STRING, &options.vocabulary, N_ ("With --pairs or --relations: the words of listtools, checklistbank, gnverifier, tcs or sapi"), "WORDS" },
  { "figure", 0, 0, G_OPTION_ARG_STRING, &options.figure, N_ ("As SVG, the picture of the shared species: groups (the usual one), appendices, red-list, sets"), "FIGURE" },
  { "pair", 0, 0, G_OPTION_ARG_NONE, &options.pair, N_ ("Compare two taxa, which follow, by id or name"), NULL },
  { "review", 0, 0, G_OPTION_ARG_NONE, &options.review, N_ ("Walk through the open cases, and keep what is decided in the data set; what is skipped is asked again the next time"), NULL },
  { "axis", 0, 0, G_OPTION_ARG_STRING, &options.axis, N_ ("With --review: decide only on this: name, concept, listing, coherence, red-list or harmonisation"), "AXIS" },
  { "one-sided", 0, 0, G_OPTION_ARG_NONE, &options.one_sided, N_ ("With --review: of species that one convention alone lists, not of the shared ones"), NULL },
  { "reviewer", 0, 0, G_OPTION_ARG_STRING, &options.reviewer, N_ ("With --review: the id of the contact or body that decides"), "ID" },
  { "decided", 0, 0, G_OPTION_ARG_STRING, &options.decided, N_ ("With --review: the day of the decisions"), "DATE" },
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
is_wanted (SaigaConcordanceRow *row,
           const char *area_id)
{
  if (area_id != NULL && !g_strv_contains (saiga_concordance_row_get_range_a (row), area_id) &&
      !g_strv_contains (saiga_concordance_row_get_range_b (row), area_id))
    return FALSE;
  if (options.group != NULL && (saiga_concordance_row_get_group (row) == NULL ||
                                g_ascii_strcasecmp (saiga_concordance_row_get_group (row), options.group) != 0))
    return FALSE;

  return options.name == NULL || has_name (row, options.name);
}

/* How the two lists are called. */
typedef struct
{
  Tool *tool;
  const char *a;
  const char *b;
  ToolTable *table;
  SaigaConcordance *concordance;
  gboolean has_red_list; /* any row has */
} Table;

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

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

/* ---- text */

static void
print_summary (Tool *tool,
               SaigaConcordance *concordance)
{
  static const SaigaListingRelation relations[] = {
    SAIGA_LISTING_RELATION_BOTH, SAIGA_LISTING_RELATION_BOTH_HIGHER, SAIGA_LISTING_RELATION_BOTH_PART, SAIGA_LISTING_RELATION_WAS_B,
    SAIGA_LISTING_RELATION_ONLY_A, SAIGA_LISTING_RELATION_WAS_A, SAIGA_LISTING_RELATION_ONLY_B
  };
  const char *const heads[] = { tool_translate (tool, N_ ("species")), tool_translate (tool, N_ ("conditional")), tool_translate (tool, N_ ("higher")) };
  guint widths[] = { 8, 12, 8 };

  tool_print (tool, "\n");
  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    {
      const guint width = tool_text_width (heads[c]);

      widths[c] = MAX (widths[c], width);
      tool_print (tool, "%*s%s%s", (int) (widths[c] - width), "", heads[c], c < G_N_ELEMENTS (heads) - 1 ? " " : "\n");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      g_autofree char *words = saiga_concordance_dup_words (concordance, tool_nick (SAIGA_TYPE_LISTING_RELATION, relations[i]), tool->language);

      tool_print (tool, "%*u %*u %*u  %s\n",
                  (int) widths[0], saiga_concordance_count (concordance, relations[i], FALSE, FALSE),
                  (int) widths[1], saiga_concordance_count (concordance, relations[i], FALSE, TRUE),
                  (int) widths[2], saiga_concordance_count (concordance, relations[i], TRUE, FALSE), words);
    }
  tool_print (tool, "\n");
  tool_print_wrapped (tool,
                      tool_translate (tool, N_ ("Counted are rows: species whose concepts have something in common stand in one. Conditional: one list does not know the species, but "
                                                "lists a higher taxon that it belongs to. The Appendices are those of the entries in force, of all countries "
                                                "together.")),
                      0);
}

static void
add_row (Table *self,
         SaigaConcordanceRow *row)
{
  g_autofree char *name_a = join_names (row, saiga_concordance_row_get_names_a (row), saiga_concordance_row_get_coverage_a (row));
  g_autofree char *name_b = join_names (row, saiga_concordance_row_get_names_b (row), saiga_concordance_row_get_coverage_b (row));
  g_autofree char *reasons = saiga_concordance_describe_row (self->concordance, row, self->tool->language);
  const char *red_list = saiga_concordance_row_get_red_list (row);
  g_autofree char *category = red_list != NULL ? saiga_concordance_dup_words (self->concordance, red_list, self->tool->language) : g_strdup ("–");
  const char *const cells[] = { or_dash (name_a), or_dash (saiga_concordance_row_get_appendices_a (row)),
                                or_dash (name_b), or_dash (saiga_concordance_row_get_appendices_b (row)),
                                reasons, self->has_red_list ? category : NULL, NULL };

  tool_table_add_row (self->table, cells);
}

/* Conditional rows are many and alike: the species under what they depend on. */
static void
print_conditional (Tool *tool,
                   const char *a,
                   const char *b,
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

              key = tool_fill (tool, N_ ("Conditional, under %1, %2 Appendix %3"), arguments[2], g_str_equal (arguments[0], "a") ? a : b,
                               names_a == NULL ? saiga_concordance_row_get_appendices_a (row)
                                               : saiga_concordance_row_get_appendices_b (row),
                               NULL);
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
      g_autofree char *count = g_strdup_printf ("%u", names->len);
      g_autofree char *heading = tool_fill (tool, N_ ("%1: %2 species"), order->pdata[i], count, NULL);
      g_autofree char *joined = NULL;

      g_ptr_array_add (names, NULL);
      joined = g_strjoinv (", ", (char **) names->pdata);
      tool_print (tool, "\n");
      tool_print_styled (tool, TOOL_BOLD, heading);
      tool_print (tool, "\n");
      tool_print_wrapped (tool, joined, 0);
    }
}

static gboolean
have_red_list (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);

      if (saiga_concordance_row_get_red_list (row) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
print_text (Tool *tool,
            SaigaConcordance *concordance,
            GListModel *rows)
{
  const char *a = concordance_abbreviation (saiga_concordance_get_authority_a (concordance));
  const char *b = concordance_abbreviation (saiga_concordance_get_authority_b (concordance));
  const gboolean has_red_list = have_red_list (rows);
  const char *const titles[] = { a, tool_translate (tool, N_ ("App.")), b, tool_translate (tool, N_ ("App.")), tool_translate (tool, N_ ("Why")),
                                 has_red_list ? tool_translate (tool, N_ ("Red List")) : NULL, NULL };
  const guint weights[] = { 2, 0, 2, 0, 3, 2 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  Table self = { tool, a, b, table, concordance, has_red_list };
  g_autofree char *date = saiga_date_to_string (saiga_concordance_get_date (concordance));
  g_autofree char *title = tool_fill (tool, N_ ("Concordance of the Appendices of %1 and %2 on %3"), a, b, date, NULL);
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
      add_row (&self, row);
    }

  tool_print_styled (tool, TOOL_BOLD, title);
  tool_print (tool, "\n\n");
  tool_table_print (table, tool);
  print_conditional (tool, a, b, rows);
  print_summary (tool, concordance);
  tool_print_source (tool, saiga_concordance_get_snapshot (concordance));
}

/* ---- the command */

/* What of the options can not be, whatever the data set; or NULL. */
static char *
find_mistake (Tool *tool,
              int *view,
              int *vocabulary,
              int *figure)
{
  *vocabulary = -1;
  *figure = SAIGA_CONCORDANCE_FIGURE_GROUPS;
  if (options.figure != NULL && !tool_parse_nick (SAIGA_TYPE_CONCORDANCE_FIGURE, options.figure, figure))
    return g_strdup_printf ("--figure: “%s” is none of groups, appendices, red-list, sets", options.figure);
  if (options.figure != NULL && tool->format != TOOL_SVG)
    return g_strdup ("--figure goes with --format svg");
  if (tool->format == TOOL_SVG && (options.view != NULL || options.group != NULL || options.name != NULL || options.country != NULL ||
                                   options.pairs || options.relations || options.totals || options.pair || options.review))
    return g_strdup ("a picture is of all species that both list: only --figure goes with it");
  if (!tool_parse_nick (SAIGA_TYPE_CONCORDANCE_VIEW, options.view != NULL ? options.view : options.totals ? "all"
                                                                                                          : "shared",
                        view))
    return g_strdup_printf ("--view: “%s” is none of shared, named, differences, all", options.view);
  if (options.vocabulary != NULL && !tool_parse_nick (SAIGA_TYPE_CONCORDANCE_VOCABULARY, options.vocabulary, vocabulary))
    return g_strdup_printf ("--vocabulary: “%s” is none of listtools, checklistbank, gnverifier, tcs, sapi", options.vocabulary);
  if (options.vocabulary != NULL && !options.pairs && !options.relations)
    return g_strdup ("--vocabulary goes with --pairs or --relations");
  if (options.relations && (options.view != NULL || options.group != NULL || options.name != NULL || options.country != NULL || options.pairs || options.totals))
    return g_strdup ("--relations are of all species: no choice of rows goes with it");

  return NULL;
}

static GListModel *
list_pairs (GListModel *rows)
{
  GListStore *pairs = g_list_store_new (SAIGA_TYPE_CONCORDANCE_PAIR);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      GListModel *own = saiga_concordance_row_get_pairs (row);

      for (guint n = 0; n < g_list_model_get_n_items (own); n++)
        {
          g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (own, n);

          g_list_store_append (pairs, pair);
        }
    }

  return G_LIST_MODEL (pairs);
}

static void
print_rows (Tool *tool,
            SaigaConcordance *concordance,
            GListModel *rows,
            int vocabulary)
{
  g_autoptr(GListModel) pairs = options.pairs ? list_pairs (rows) : NULL;

  if (pairs != NULL)
    concordance_print_pairs (tool, concordance, pairs, vocabulary);
  else if (tool->format == TOOL_JSON)
    concordance_print_json (tool, concordance, rows);
  else if (tool->format == TOOL_CSV)
    concordance_print_csv (tool, rows);
  else if (g_list_model_get_n_items (rows) > 0)
    print_text (tool, concordance, rows);
  else
    g_printerr ("saiga: there is no such row\n");
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
  g_autofree char *mistake = NULL;
  g_autofree char *area_id = NULL;
  int view;
  int vocabulary;
  int figure;
  GError *error = NULL;

  if (options.pair && argc != 3)
    return tool_usage ("concordance --pair takes two taxa");
  if (!options.pair && argc > 1)
    return tool_usage ("concordance takes no argument “%s”", argv[1]);
  mistake = find_mistake (tool, &view, &vocabulary, &figure);
  if (mistake != NULL)
    return tool_usage ("%s", mistake);

  if (options.review)
    return concordance_review (tool, options.axis, options.one_sided, options.reviewer, options.decided);
  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  if (options.country != NULL && (area_id = tool_find_area (snapshot, options.country)) == NULL)
    return tool_usage ("--country: there is no “%s”", options.country);
  if (options.pair)
    return concordance_print_pair (tool, snapshot, argv[1], argv[2]);
  concordance = concordance_new (snapshot, tool->date, &error);
  if (concordance == NULL)
    return tool_fail (error);
  if (saiga_concordance_is_after_horizon (concordance))
    g_printerr ("saiga: the lists are known up to an earlier day than the one asked for; later changes are missing\n");

  if (tool->format == TOOL_SVG)
    {
      g_autofree char *svg = saiga_concordance_to_svg (concordance, (SaigaConcordanceFigure) figure, tool->language);

      tool_print (tool, "%s", svg);
      return TOOL_DONE;
    }

  if (options.relations)
    {
      g_autoptr(GListModel) relations = saiga_concordance_list_relations (concordance, SAIGA_CONCEPT_RELATION_UNSET);

      concordance_print_pairs (tool, concordance, relations, vocabulary);
      return g_list_model_get_n_items (relations) == 0 ? TOOL_NOTHING : TOOL_DONE;
    }

  view_rows = saiga_concordance_get_view (concordance, view);
  for (guint i = 0; i < g_list_model_get_n_items (view_rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (view_rows, i);

      if (is_wanted (row, area_id))
        g_list_store_append (rows, row);
    }
  if (options.totals)
    concordance_print_totals (tool, concordance, G_LIST_MODEL (rows));
  else
    print_rows (tool, concordance, G_LIST_MODEL (rows), vocabulary);

  return g_list_model_get_n_items (G_LIST_MODEL (rows)) == 0 ? TOOL_NOTHING : TOOL_DONE;
}

const Command command_concordance = {
  .name = "concordance",
  .arguments = "[TAXON TAXON]",
  .summary = N_ ("Compare the lists of CMS and CITES, or any two"),
  .description = N_ ("One row for what belongs together: species whose concepts have something in common, or a higher taxon that is "
                     "listed. Each row has the Appendices of both conventions on the day, and why."),
  .formats = "csv, json, svg",
  .entries = entries,
  .shared = concordance_list_entries,
  .run = run,
};
