/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "concordance.h"
#include "tool-find.h"

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

static void
build_pair (JsonBuilder *builder,
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

      build_pair (builder, tool, pair);
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

/* ---- pairs */

/* The words of another system; one that it says of the pair turned round turns the line. */
static const char *
say_concept (SaigaConcordancePair *pair,
             int vocabulary,
             gboolean *is_turned)
{
  SaigaConceptRelation concept = saiga_concordance_pair_get_concept_relation (pair);

  *is_turned = FALSE;
  if (concept == SAIGA_CONCEPT_RELATION_UNSET)
    return NULL;
  if (vocabulary < 0)
    return tool_nick (SAIGA_TYPE_CONCEPT_RELATION, concept);
  if (vocabulary == SAIGA_CONCORDANCE_VOCABULARY_SAPI && concept == SAIGA_CONCEPT_RELATION_INCLUDED_IN)
    {
      *is_turned = TRUE;
      concept = SAIGA_CONCEPT_RELATION_INCLUDES;
    }

  return saiga_concept_relation_to_vocabulary (concept, (SaigaConcordanceVocabulary) vocabulary);
}

static guint
print_pair_line (Tool *tool,
                 SaigaConcordancePair *pair,
                 int vocabulary)
{
  g_autofree char *evidence = join_reasons (get_pair_reason, pair);
  gboolean is_turned;
  const char *concept = say_concept (pair, vocabulary, &is_turned);
  SaigaNameRelation name = saiga_concordance_pair_get_name_relation (pair);
  const char *name_word = vocabulary < 0 ? tool_nick (SAIGA_TYPE_NAME_RELATION, name)
                                         : saiga_name_relation_to_vocabulary (name, (SaigaConcordanceVocabulary) vocabulary);
  const char *sides[2][2] = {
    { tool_or_empty (saiga_concordance_pair_get_name_a (pair)), tool_or_empty (saiga_concordance_pair_get_appendices_a (pair)) },
    { tool_or_empty (saiga_concordance_pair_get_name_b (pair)), tool_or_empty (saiga_concordance_pair_get_appendices_b (pair)) },
  };

  tool_print_csv_row (tool, (const char *const[]){
                              tool_or_empty (saiga_concordance_pair_get_row_key (pair)),
                              sides[is_turned][0],
                              sides[is_turned][1],
                              sides[!is_turned][0],
                              sides[!is_turned][1],
                              tool_or_empty (name_word),
                              tool_or_empty (concept),
                              tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)),
                              tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_pair_get_listing_relation (pair)),
                              evidence,
                              NULL });

  return concept == NULL && name_word == NULL;
}

void
concordance_print_pairs (Tool *tool,
                         SaigaConcordance *concordance,
                         GListModel *rows,
                         int vocabulary)
{
  static const char *const titles[] = {
    "row", "name_a", "appendices_a", "name_b", "appendices_b", "name_class", "concept", "certainty", "listing_class", "evidence", NULL
  };
  g_autoptr(JsonBuilder) head = tool->format == TOOL_JSON ? concordance_begin_head (concordance) : NULL;
  guint n_silent = 0;
  gboolean is_first = TRUE;

  if (head != NULL)
    {
      json_builder_end_object (head);
      tool_begin_json_list (tool, head, "pairs");
    }
  else
    tool_print_csv_row (tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      GListModel *pairs = saiga_concordance_row_get_pairs (row);

      for (guint n = 0; n < g_list_model_get_n_items (pairs); n++)
        {
          g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, n);

          if (head != NULL)
            {
              g_autoptr(JsonBuilder) builder = json_builder_new ();

              build_pair (builder, tool, pair);
              tool_add_json_item (tool, builder, is_first);
              is_first = FALSE;
            }
          else
            n_silent += print_pair_line (tool, pair, vocabulary);
        }
    }
  if (head != NULL)
    tool_end_json_list (tool);
  if (n_silent > 0)
    g_printerr ("saiga: the vocabulary has no word for %u pairs\n", n_silent);
}

/* ---- one pair */

/* Two taxa of two lists. CMS comes first, and CITES second, where the names leave it open. */
static gboolean
find_taxa (SaigaSnapshot *snapshot,
           const char *name,
           const char *other,
           SaigaTaxon *found[2])
{
  static const char *const usual[] = { "authority.cms", "authority.cites" };
  g_autoptr(ToolNames) names = tool_names_new (snapshot);
  g_autoptr(GPtrArray) firsts = tool_names_find (names, name);
  g_autoptr(GPtrArray) seconds = tool_names_find (names, other);
  int best = -1;

  for (guint i = 0; firsts != NULL && i < firsts->len; i++)
    for (guint n = 0; seconds != NULL && n < seconds->len; n++)
      {
        SaigaTaxon *const taxa[2] = { firsts->pdata[i], seconds->pdata[n] };
        int score = 0;

        if (g_strcmp0 (saiga_taxon_get_authority_id (taxa[0]), saiga_taxon_get_authority_id (taxa[1])) == 0 ||
            saiga_taxon_get_name_kind (taxa[0]) != SAIGA_TAXON_NAME_KIND_ACCEPTED || saiga_taxon_get_name_kind (taxa[1]) != SAIGA_TAXON_NAME_KIND_ACCEPTED)
          continue;
        for (guint side = 0; side < 2; side++)
          score += g_strcmp0 (saiga_taxon_get_authority_id (taxa[side]), usual[side]) == 0;
        if (score > best)
          {
            best = score;
            found[0] = taxa[0];
            found[1] = taxa[1];
          }
      }

  return best >= 0;
}

static void
print_pair_text (Tool *tool,
                 SaigaConcordancePair *pair)
{
  SaigaReason *reason;

  tool_print (tool, "%s × %s\n", tool_or_empty (saiga_concordance_pair_get_name_a (pair)), tool_or_empty (saiga_concordance_pair_get_name_b (pair)));
  tool_print (tool, "names      %s (%s)\n", tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)),
              tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_name_certainty (pair)));
  tool_print (tool, "concepts   %s (%s)\n", tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)),
              tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)));
  tool_print (tool, "Appendices %s × %s\n", saiga_concordance_pair_get_appendices_a (pair) != NULL ? saiga_concordance_pair_get_appendices_a (pair) : "none",
              saiga_concordance_pair_get_appendices_b (pair) != NULL ? saiga_concordance_pair_get_appendices_b (pair) : "none");
  tool_print (tool, "listings   %s\n", tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_pair_get_listing_relation (pair)));
  for (guint n = 0; (reason = saiga_concordance_pair_get_reason (pair, n)) != NULL; n++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (reason, tool->language);

      tool_print_wrapped (tool, sentence, 2);
    }
}

/* Any two taxa of two lists, by id or name. */
ToolExit
concordance_print_pair (Tool *tool,
                        SaigaSnapshot *snapshot,
                        const char *name,
                        const char *other)
{
  SaigaTaxon *taxa[2] = { NULL, NULL };
  g_autoptr(SaigaConcordance) concordance = NULL;
  g_autoptr(SaigaConcordancePair) pair = NULL;
  GError *error = NULL;

  if (!find_taxa (snapshot, name, other, taxa))
    return tool_nothing ("there are no two lists, one with an accepted taxon “%s” and one with “%s”", name, other);
  concordance = saiga_concordance_new (snapshot, saiga_taxon_get_authority_id (taxa[0]), saiga_taxon_get_authority_id (taxa[1]), tool->date, &error);
  if (concordance == NULL)
    return tool_fail (error);
  pair = saiga_concordance_compare_pair (concordance, get_id (taxa[0]), get_id (taxa[1]), &error);
  if (pair == NULL)
    return tool_fail (error);

  if (tool->format == TOOL_JSON)
    {
      g_autoptr(JsonBuilder) head = concordance_begin_head (concordance);
      g_autoptr(JsonNode) root = NULL;

      json_builder_set_member_name (head, "pair");
      build_pair (head, tool, pair);
      json_builder_end_object (head);
      root = json_builder_get_root (head);
      tool_print_json (tool, root);
    }
  else if (tool->format == TOOL_CSV)
    print_pair_line (tool, pair, -1);
  else
    print_pair_text (tool, pair);

  return TOOL_DONE;
}
