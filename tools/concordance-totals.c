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

/* In the order in which they are printed. */
enum
{
  SPECIES_LISTING_CLASS,
  HIGHER_LISTING_CLASS,
  SHARED_GROUP,
  SHARED_APPENDICES,
  SHARED_SHAPE,
  SHARED_NAMED,
  SHARED_SPECIES,
  PAIR_NAME_CLASS,
  PAIR_CONCEPT,
};

static const struct
{
  const char *key;
  const char *title;
} tables[] = {
  [SPECIES_LISTING_CLASS] = { "species-listing-class", N_ ("species rows by listing class") },
  [HIGHER_LISTING_CLASS] = { "higher-listing-class", N_ ("higher rows by listing class") },
  [SHARED_GROUP] = { "shared-group", N_ ("shared rows by group") },
  [SHARED_APPENDICES] = { "shared-appendices", N_ ("shared rows by Appendices") },
  [SHARED_SHAPE] = { "shared-shape", N_ ("shared rows by shape") },
  [SHARED_NAMED] = { "shared-named", N_ ("shared rows by who names the species") },
  [SHARED_SPECIES] = { "shared-species", N_ ("species in shared rows, by side") },
  [PAIR_NAME_CLASS] = { "pair-name-class", N_ ("pairs of shared rows by name class") },
  [PAIR_CONCEPT] = { "pair-concept", N_ ("pairs of shared rows by concept") },
};

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
count_several (GArray *totals,
               guint table,
               const char *value,
               guint certainty,
               guint n)
{
  guint i = 0;

  while (i < totals->len && (g_array_index (totals, Total, i).table != table || !g_str_equal (g_array_index (totals, Total, i).value, value)))
    i++;
  if (i == totals->len)
    g_array_append_val (totals, ((Total){ table, g_strdup (value), { 0 } }));
  g_array_index (totals, Total, i).n[certainty] += n;
}

static void
count (GArray *totals,
       guint table,
       const char *value,
       guint certainty)
{
  count_several (totals, table, value, certainty, 1);
}

static void
count_shared (GArray *totals,
              SaigaConcordanceRow *row)
{
  static const char *const who[] = { "named-by-neither", "named-by-one", "named-by-both" };
  const guint certainty = get_certainty (row);
  const char *group = saiga_concordance_row_get_group (row);
  const char *a = saiga_concordance_row_get_appendices_a (row);
  const char *b = saiga_concordance_row_get_appendices_b (row);
  g_autofree char *appendices = g_strdup_printf ("%s × %s", a != NULL ? a : "none", b != NULL ? b : "none");
  GListModel *pairs = saiga_concordance_row_get_pairs (row);

  count (totals, SHARED_GROUP, group != NULL ? group : "–", certainty);
  count (totals, SHARED_APPENDICES, appendices, certainty);
  count (totals, SHARED_NAMED, who[saiga_concordance_row_is_named_a (row) + saiga_concordance_row_is_named_b (row)], certainty);
  count_several (totals, SHARED_SPECIES, "a", certainty, g_list_model_get_n_items (saiga_concordance_row_get_taxa_a (row)));
  count_several (totals, SHARED_SPECIES, "b", certainty, g_list_model_get_n_items (saiga_concordance_row_get_taxa_b (row)));
  count (totals, SHARED_SHAPE, tool_nick (SAIGA_TYPE_ROW_SHAPE, saiga_concordance_row_get_shape (row)), certainty);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);

      if (saiga_concordance_pair_get_taxon_a (pair) == NULL || saiga_concordance_pair_get_taxon_b (pair) == NULL)
        continue;
      count (totals, PAIR_NAME_CLASS, tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)), certainty);
      count (totals, PAIR_CONCEPT, tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)), certainty);
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

      count (totals, is_higher ? HIGHER_LISTING_CLASS : SPECIES_LISTING_CLASS, tool_nick (SAIGA_TYPE_LISTING_RELATION, relation), get_certainty (row));
      if (!is_higher && (relation == SAIGA_LISTING_RELATION_BOTH || relation == SAIGA_LISTING_RELATION_BOTH_HIGHER || relation == SAIGA_LISTING_RELATION_BOTH_PART))
        count_shared (totals, row);
    }
  g_array_sort (totals, compare_totals);

  return totals;
}

static void
print_numbers (const Total *total,
               char numbers[N_CERTAINTIES][16])
{
  for (guint n = 0; n < N_CERTAINTIES; n++)
    g_snprintf (numbers[n], sizeof numbers[n], "%u", total->n[n]);
}

/* Groups and Appendices are what they are; the rest is put in words. */
static char *
print_value (Tool *tool,
             SaigaConcordance *concordance,
             const Total *total)
{
  if (total->table == SHARED_SPECIES)
    return g_strdup (concordance_abbreviation (*total->value == 'a' ? saiga_concordance_get_authority_a (concordance)
                                                                    : saiga_concordance_get_authority_b (concordance)));
  if (total->table == SHARED_GROUP || total->table == SHARED_APPENDICES)
    return g_strdup (total->value);

  return saiga_concordance_dup_words (concordance, total->value, tool->language);
}

static void
print_text (Tool *tool,
            SaigaConcordance *concordance,
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
      g_autofree char *value = print_value (tool, concordance, total);

      if (total->table != last)
        tool_table_add_heading (table, tool_translate (tool, tables[total->table].title));
      last = total->table;
      print_numbers (total, numbers);
      tool_table_add_row (table, (const char *const[]){ value, numbers[CERTAIN], numbers[PRESUMED], numbers[CONDITIONAL], NULL });
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
      print_text (tool, concordance, totals);
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
      g_autoptr(JsonBuilder) builder = NULL;

      if (head == NULL)
        {
          char numbers[N_CERTAINTIES][16];

          print_numbers (total, numbers);
          tool_print_csv_row (tool, (const char *const[]){ tables[total->table].key, total->value, numbers[CERTAIN], numbers[PRESUMED], numbers[CONDITIONAL], NULL });
          continue;
        }
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      tool_build_string (builder, "table", tables[total->table].key);
      tool_build_string (builder, "value", total->value);
      for (guint n = 0; n < N_CERTAINTIES; n++)
        tool_build_number (builder, certainties[n], total->n[n]);
      json_builder_end_object (builder);
      tool_add_json_item (tool, builder, i == 0);
    }
  if (head != NULL)
    tool_end_json_list (tool);
}
