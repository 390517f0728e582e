/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "concordance.h"

/* How many rows and pairs there are of each kind. Certain, presumed and conditional ones are
 * never added up silently. */

enum
{
  CERTAIN,
  PRESUMED,
  CONDITIONAL,
  N_CERTAINTIES,
};

static const char *const certainties[] = { N_ ("certain"), N_ ("presumed"), N_ ("conditional") };

/* In the order in which they are printed; the titles are the keys of the table, too. */
static const char *const tables[] = {
  N_ ("species rows by listing class"),
  N_ ("higher rows by listing class"),
  N_ ("shared rows by group"),
  N_ ("shared rows by Appendices"),
  N_ ("shared rows by shape"),
  N_ ("pairs of shared rows by name class"),
  N_ ("pairs of shared rows by concept"),
};

static const char *const table_keys[] = { "species-listing-class", "higher-listing-class", "shared-group", "shared-appendices", "shared-shape", "pair-name-class", "pair-concept" };

typedef struct
{
  guint table;
  char *value;
  guint n[N_CERTAINTIES];
} Total;

static void
total_clear (gpointer data)
{
  g_free (((Total *) data)->value);
}

static int
compare_totals (gconstpointer a,
                gconstpointer b)
{
  const Total *first = a;
  const Total *second = b;

  return first->table != second->table ? (int) first->table - (int) second->table : strcmp (first->value, second->value);
}

static guint
get_certainty (SaigaConcordanceRow *row)
{
  const SaigaConcordanceCertainty certainty = saiga_concordance_row_get_certainty (row);

  return certainty == SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL ? CONDITIONAL : certainty == SAIGA_CONCORDANCE_CERTAINTY_PRESUMED ? PRESUMED
                                                                                                                                : CERTAIN;
}

static void
count (GArray *totals,
       guint table,
       const char *value,
       guint certainty)
{
  guint i = 0;

  while (i < totals->len && (g_array_index (totals, Total, i).table != table || !g_str_equal (g_array_index (totals, Total, i).value, value)))
    i++;
  if (i == totals->len)
    g_array_append_val (totals, ((Total){ table, g_strdup (value), { 0 } }));
  g_array_index (totals, Total, i).n[certainty]++;
}

static void
count_shared (GArray *totals,
              SaigaConcordanceRow *row)
{
  const guint certainty = get_certainty (row);
  const char *group = saiga_concordance_row_get_group (row);
  const char *a = saiga_concordance_row_get_appendices_a (row);
  const char *b = saiga_concordance_row_get_appendices_b (row);
  g_autofree char *appendices = g_strdup_printf ("%s × %s", a != NULL ? a : "none", b != NULL ? b : "none");
  GListModel *pairs = saiga_concordance_row_get_pairs (row);

  count (totals, 2, group != NULL ? group : "–", certainty);
  count (totals, 3, appendices, certainty);
  count (totals, 4, tool_nick (SAIGA_TYPE_ROW_SHAPE, saiga_concordance_row_get_shape (row)), certainty);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);

      if (saiga_concordance_pair_get_taxon_a (pair) == NULL || saiga_concordance_pair_get_taxon_b (pair) == NULL)
        continue;
      count (totals, 5, tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)), certainty);
      count (totals, 6, tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)), certainty);
    }
}

/* @rows: all; those that are wanted have been chosen. */
static GArray *
count_rows (GListModel *rows)
{
  GArray *totals = g_array_new (FALSE, TRUE, sizeof (Total));

  g_array_set_clear_func (totals, total_clear);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      const SaigaListingRelation relation = saiga_concordance_row_get_listing_relation (row);
      const gboolean is_higher = saiga_concordance_row_get_rank (row) < SAIGA_TAXON_RANK_SPECIES;

      count (totals, is_higher ? 1 : 0, tool_nick (SAIGA_TYPE_LISTING_RELATION, relation), get_certainty (row));
      if (!is_higher && (relation == SAIGA_LISTING_RELATION_BOTH || relation == SAIGA_LISTING_RELATION_BOTH_HIGHER || relation == SAIGA_LISTING_RELATION_BOTH_PART))
        count_shared (totals, row);
    }
  g_array_sort (totals, compare_totals);

  return totals;
}

static void
print_text (Tool *tool,
            GArray *totals)
{
  const char *const titles[] = { "", tool_translate (tool, certainties[CERTAIN]), tool_translate (tool, certainties[PRESUMED]),
                                 tool_translate (tool, certainties[CONDITIONAL]), NULL };
  static const guint weights[] = { 1, 0, 0, 0 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  guint last = G_N_ELEMENTS (tables);

  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = &g_array_index (totals, Total, i);
      char numbers[N_CERTAINTIES][16];

      if (total->table != last)
        tool_table_add_heading (table, tool_translate (tool, tables[total->table]));
      last = total->table;
      for (guint n = 0; n < N_CERTAINTIES; n++)
        g_snprintf (numbers[n], sizeof numbers[n], "%u", total->n[n]);
      tool_table_add_row (table, (const char *const[]){ total->value, numbers[CERTAIN], numbers[PRESUMED], numbers[CONDITIONAL], NULL });
    }
  tool_table_print (table, tool);
}

void
concordance_print_totals (Tool *tool,
                          SaigaConcordance *concordance,
                          GListModel *rows)
{
  g_autoptr(GArray) totals = count_rows (rows);
  g_autoptr(JsonBuilder) head = tool->format == TOOL_JSON ? concordance_begin_head (concordance) : NULL;

  if (tool->format == TOOL_TEXT)
    {
      print_text (tool, totals);
      tool_print_source (tool, saiga_concordance_get_snapshot (concordance));
      return;
    }
  if (head == NULL)
    tool_print_csv_row (tool, (const char *const[]){ "table", "value", "certain", "presumed", "conditional", NULL });
  else
    {
      json_builder_end_object (head);
      tool_begin_json_list (tool, head, "totals");
    }
  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = &g_array_index (totals, Total, i);
      char numbers[N_CERTAINTIES][16];
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tool_build_string (builder, "table", table_keys[total->table]);
      tool_build_string (builder, "value", total->value);
      for (guint n = 0; n < N_CERTAINTIES; n++)
        {
          g_snprintf (numbers[n], sizeof numbers[n], "%u", total->n[n]);
          tool_build_number (builder, certainties[n], total->n[n]);
        }
      json_builder_end_object (builder);
      if (head != NULL)
        tool_add_json_item (tool, builder, i == 0);
      else
        tool_print_csv_row (tool, (const char *const[]){ table_keys[total->table], total->value, numbers[CERTAIN], numbers[PRESUMED], numbers[CONDITIONAL], NULL });
    }
  if (head != NULL)
    tool_end_json_list (tool);
}
