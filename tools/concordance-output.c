/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "concordance.h"
#include "tool-find.h"

static char *lists[2];

const GOptionEntry concordance_list_entries[] = {
  { "list-a", 0, 0, G_OPTION_ARG_STRING, &lists[0], N_ ("The first list: an authority, by its id or abbreviation (CMS)"), "LIST" },
  { "list-b", 0, 0, G_OPTION_ARG_STRING, &lists[1], N_ ("The second list (CITES)"), "LIST" },
  { NULL }
};

SaigaConcordance *
concordance_new (SaigaSnapshot *snapshot,
                 SaigaDate *date,
                 GError **error)
{
  static const char *const usual[] = { "authority.cms", "authority.cites" };
  char *ids[2];
  SaigaConcordance *concordance;

  for (guint side = 0; side < 2; side++)
    {
      const char *text = lists[side] != NULL ? lists[side] : usual[side];

      ids[side] = tool_find_authority (snapshot, text);
      if (ids[side] == NULL)
        ids[side] = g_strdup (text); /* the error tells it */
    }

  concordance = saiga_concordance_new (snapshot, ids[0], ids[1], date, error);
  g_free (ids[0]);
  g_free (ids[1]);

  return concordance;
}

const char *
concordance_abbreviation (SaigaAuthority *authority)
{
  const char *text = saiga_authority_get_abbreviation (authority);

  return text != NULL ? text : saiga_record_get_id (SAIGA_RECORD (authority));
}

/* ---- CSV */

static char *
join_reasons (SaigaReason *(*get_reason) (gpointer object, guint position),
              gpointer object)
{
  g_autoptr(GString) text = g_string_new (NULL);
  SaigaReason *reason;

  for (guint n = 0; (reason = get_reason (object, n)) != NULL; n++)
    {
      g_autofree char *word = saiga_reason_to_string (reason);

      g_string_append_printf (text, "%s%s", n > 0 ? "; " : "", word);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SaigaReason *
get_row_reason (gpointer object,
                guint position)
{
  return saiga_concordance_row_get_reason (object, position);
}

static SaigaReason *
get_pair_reason (gpointer object,
                 guint position)
{
  return saiga_concordance_pair_get_reason (object, position);
}

char *
concordance_join_reasons (SaigaConcordancePair *pair)
{
  return join_reasons (get_pair_reason, pair);
}

/* All reasons as sentences: of the pairs, then of the row. */
static char *
join_sentences (Tool *tool,
                SaigaConcordanceRow *row)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GListModel *pairs = saiga_concordance_row_get_pairs (row);

  for (guint i = 0; i <= g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);
      SaigaReason *reason;

      for (guint n = 0; (reason = pair != NULL ? saiga_concordance_pair_get_reason (pair, n) : saiga_concordance_row_get_reason (row, n)) != NULL; n++)
        {
          g_autofree char *sentence = saiga_reason_dup_text (reason, tool->language);

          if (strstr (text->str, sentence) == NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_pairs (SaigaConcordanceRow *row)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GListModel *pairs = saiga_concordance_row_get_pairs (row);

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);

      g_string_append_printf (text, "%s%s × %s: %s", i > 0 ? "; " : "", tool_or_empty (saiga_concordance_pair_get_name_a (pair)),
                              tool_or_empty (saiga_concordance_pair_get_name_b (pair)),
                              tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)));
      if (saiga_concordance_pair_get_concept_relation (pair) != SAIGA_CONCEPT_RELATION_UNSET)
        g_string_append_printf (text, ", %s %s", tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)),
                                tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_ids (GListModel *taxa)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (taxa); i++)
    {
      g_autoptr(SaigaRecord) taxon = g_list_model_get_item (taxa, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", saiga_record_get_id (taxon));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Each with its state: one whose facts have changed is marked wherever it is shown. */
static char *
join_decisions (SaigaConcordanceRow *row)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GListModel *decisions = saiga_concordance_row_get_decisions (row);

  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(SaigaConcordanceReview) decision = g_list_model_get_item (decisions, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_review_get_review (decision))),
                              tool_nick (SAIGA_TYPE_REVIEW_STATE, saiga_concordance_review_get_state (decision)));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
concordance_print_csv (Tool *tool,
                       GListModel *rows)
{
  static const char *const titles[] = {
    "key", "rank", "group", "shape", "taxa_a", "names_a", "appendices_a", "coverage_a", "range_a", "taxa_b", "names_b", "appendices_b",
    "coverage_b", "range_b", "listing_class", "certainty", "pairs", "red_list", "see_also", "candidates", "decision", "evidence", "words", NULL
  };

  tool_print_csv_row (tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      g_autofree char *names_a = g_strjoinv ("; ", (char **) saiga_concordance_row_get_names_a (row));
      g_autofree char *names_b = g_strjoinv ("; ", (char **) saiga_concordance_row_get_names_b (row));
      g_autofree char *taxa_a = join_ids (saiga_concordance_row_get_taxa_a (row));
      g_autofree char *taxa_b = join_ids (saiga_concordance_row_get_taxa_b (row));
      g_autofree char *range_a = g_strjoinv (" ", (char **) saiga_concordance_row_get_range_a (row));
      g_autofree char *range_b = g_strjoinv (" ", (char **) saiga_concordance_row_get_range_b (row));
      g_autofree char *decisions = join_decisions (row);
      g_autofree char *pairs = join_pairs (row);
      g_autofree char *see_also = g_strjoinv (" ", (char **) saiga_concordance_row_get_see_also (row));
      g_autofree char *candidates = g_strjoinv (" ", (char **) saiga_concordance_row_get_candidates (row));
      g_autofree char *words = join_sentences (tool, row);
      g_autofree char *evidence = join_reasons (get_row_reason, row);

      tool_print_csv_row (tool, (const char *const[]){
                                  saiga_concordance_row_get_key (row),
                                  tool_nick (SAIGA_TYPE_TAXON_RANK, saiga_concordance_row_get_rank (row)),
                                  tool_or_empty (saiga_concordance_row_get_group (row)),
                                  tool_nick (SAIGA_TYPE_ROW_SHAPE, saiga_concordance_row_get_shape (row)),
                                  taxa_a,
                                  names_a,
                                  tool_or_empty (saiga_concordance_row_get_appendices_a (row)),
                                  tool_nick (SAIGA_TYPE_COVERAGE, saiga_concordance_row_get_coverage_a (row)),
                                  range_a,
                                  taxa_b,
                                  names_b,
                                  tool_or_empty (saiga_concordance_row_get_appendices_b (row)),
                                  tool_nick (SAIGA_TYPE_COVERAGE, saiga_concordance_row_get_coverage_b (row)),
                                  range_b,
                                  tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_row_get_listing_relation (row)),
                                  tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_row_get_certainty (row)),
                                  pairs,
                                  tool_or_empty (saiga_concordance_row_get_red_list (row)),
                                  see_also,
                                  candidates,
                                  decisions,
                                  evidence,
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
            SaigaCoverage coverage,
            gboolean is_named,
            const char *const *range)
{
  g_auto(GStrv) codes = g_strsplit (tool_or_empty (appendices), "/", -1);

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
  json_builder_set_member_name (builder, "named");
  json_builder_add_boolean_value (builder, is_named);
  tool_build_strings (builder, "range", range);
  json_builder_end_object (builder);
}

static void
build_reasons (JsonBuilder *builder,
               Tool *tool,
               SaigaReason *(*get_reason) (gpointer object, guint position),
               gpointer object)
{
  SaigaReason *reason;

  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint n = 0; (reason = get_reason (object, n)) != NULL; n++)
    tool_build_reason (tool, builder, reason);
  json_builder_end_array (builder);
}

static const char *
get_id (SaigaTaxon *taxon)
{
  return taxon != NULL ? saiga_record_get_id (SAIGA_RECORD (taxon)) : NULL;
}

void
concordance_build_pair (JsonBuilder *builder,
                        Tool *tool,
                        SaigaConcordancePair *pair)
{
  SaigaConceptRelation concept = saiga_concordance_pair_get_concept_relation (pair);

  json_builder_begin_object (builder);
  tool_build_string (builder, "taxon_a", get_id (saiga_concordance_pair_get_taxon_a (pair)));
  tool_build_string (builder, "name_a", saiga_concordance_pair_get_name_a (pair));
  tool_build_string (builder, "appendices_a", saiga_concordance_pair_get_appendices_a (pair));
  tool_build_string (builder, "taxon_b", get_id (saiga_concordance_pair_get_taxon_b (pair)));
  tool_build_string (builder, "name_b", saiga_concordance_pair_get_name_b (pair));
  tool_build_string (builder, "appendices_b", saiga_concordance_pair_get_appendices_b (pair));
  tool_build_string (builder, "name_class", tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)));
  tool_build_string (builder, "name_certainty", tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_name_certainty (pair)));
  tool_build_string (builder, "concept", concept != SAIGA_CONCEPT_RELATION_UNSET ? tool_nick (SAIGA_TYPE_CONCEPT_RELATION, concept) : NULL);
  tool_build_string (builder, "concept_certainty", tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)));
  build_reasons (builder, tool, get_pair_reason, pair);
  json_builder_end_object (builder);
}

static void
build_decisions (JsonBuilder *builder,
                 GListModel *decisions)
{
  json_builder_set_member_name (builder, "decisions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (decisions); i++)
    {
      g_autoptr(SaigaConcordanceReview) decision = g_list_model_get_item (decisions, i);
      SaigaReview *review = saiga_concordance_review_get_review (decision);

      json_builder_begin_object (builder);
      tool_build_string (builder, "id", saiga_record_get_id (SAIGA_RECORD (review)));
      tool_build_string (builder, "axis", tool_nick (SAIGA_TYPE_REVIEW_AXIS, saiga_review_get_axis (review)));
      tool_build_string (builder, "verdict", saiga_review_get_verdict (review));
      tool_build_string (builder, "computed", saiga_concordance_review_get_computed (decision));
      tool_build_string (builder, "state", tool_nick (SAIGA_TYPE_REVIEW_STATE, saiga_concordance_review_get_state (decision)));
      tool_build_strings (builder, "changes", saiga_concordance_review_get_changes (decision));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_row (JsonBuilder *builder,
           Tool *tool,
           SaigaConcordanceRow *row)
{
  GListModel *pairs = saiga_concordance_row_get_pairs (row);

  json_builder_begin_object (builder);
  tool_build_string (builder, "key", saiga_concordance_row_get_key (row));
  tool_build_string (builder, "rank", tool_nick (SAIGA_TYPE_TAXON_RANK, saiga_concordance_row_get_rank (row)));
  tool_build_string (builder, "group", saiga_concordance_row_get_group (row));
  tool_build_string (builder, "shape", tool_nick (SAIGA_TYPE_ROW_SHAPE, saiga_concordance_row_get_shape (row)));
  build_side (builder, "a", saiga_concordance_row_get_taxa_a (row), saiga_concordance_row_get_names_a (row),
              saiga_concordance_row_get_appendices_a (row), saiga_concordance_row_get_coverage_a (row), saiga_concordance_row_is_named_a (row),
              saiga_concordance_row_get_range_a (row));
  build_side (builder, "b", saiga_concordance_row_get_taxa_b (row), saiga_concordance_row_get_names_b (row),
              saiga_concordance_row_get_appendices_b (row), saiga_concordance_row_get_coverage_b (row), saiga_concordance_row_is_named_b (row),
              saiga_concordance_row_get_range_b (row));
  tool_build_string (builder, "listing_class", tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_row_get_listing_relation (row)));
  tool_build_string (builder, "certainty", tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_row_get_certainty (row)));
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);

      concordance_build_pair (builder, tool, pair);
    }
  json_builder_end_array (builder);
  tool_build_string (builder, "red_list", saiga_concordance_row_get_red_list (row));
  tool_build_strings (builder, "see_also", saiga_concordance_row_get_see_also (row));
  tool_build_strings (builder, "candidates", saiga_concordance_row_get_candidates (row));
  build_decisions (builder, saiga_concordance_row_get_decisions (row));
  build_reasons (builder, tool, get_row_reason, row);
  json_builder_end_object (builder);
}

JsonBuilder *
concordance_begin_head (SaigaConcordance *concordance)
{
  JsonBuilder *head = json_builder_new ();
  g_autofree char *date = saiga_date_to_string (saiga_concordance_get_date (concordance));
  g_autofree char *version = saiga_concordance_dup_version (concordance);

  json_builder_begin_object (head);
  tool_build_source (head, saiga_concordance_get_snapshot (concordance));
  tool_build_string (head, "authority_a", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_get_authority_a (concordance))));
  tool_build_string (head, "authority_b", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_get_authority_b (concordance))));
  tool_build_string (head, "on", date);
  tool_build_string (head, "version", version);

  return head;
}

/* One row a line: the whole as one tree would be large. */
void
concordance_print_json (Tool *tool,
                        SaigaConcordance *concordance,
                        GListModel *rows)
{
  g_autoptr(JsonBuilder) head = concordance_begin_head (concordance);

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
