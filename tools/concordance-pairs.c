/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "concordance.h"
#include "tool-find.h"

/* Pairs of taxa: those of rows, a line each, and any two that are asked about. */

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
  g_autofree char *evidence = concordance_join_reasons (pair);
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
                         GListModel *pairs,
                         int vocabulary)
{
  static const char *const titles[] = {
    "row", "name_a", "appendices_a", "name_b", "appendices_b", "name_class", "concept", "certainty", "listing_class", "evidence", NULL
  };
  g_autoptr(JsonBuilder) head = tool->format == TOOL_JSON ? concordance_begin_head (concordance) : NULL;
  guint n_silent = 0;

  if (head != NULL)
    {
      json_builder_end_object (head);
      tool_begin_json_list (tool, head, "pairs");
    }
  else
    tool_print_csv_row (tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);

      if (head != NULL)
        {
          g_autoptr(JsonBuilder) builder = json_builder_new ();

          concordance_build_pair (builder, tool, pair);
          tool_add_json_item (tool, builder, i == 0);
        }
      else
        n_silent += print_pair_line (tool, pair, vocabulary);
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

/* A value, and how sure it is where that is said. */
static char *
print_words (Tool *tool,
             SaigaConcordance *concordance,
             const char *value,
             const char *certainty)
{
  g_autofree char *words = saiga_concordance_dup_words (concordance, value, tool->language);
  g_autofree char *sure = certainty != NULL ? saiga_concordance_dup_words (concordance, certainty, tool->language) : NULL;

  return sure != NULL ? g_strdup_printf ("%s (%s)", words, sure) : g_steal_pointer (&words);
}

static void
print_pair_text (Tool *tool,
                 SaigaConcordance *concordance,
                 SaigaConcordancePair *pair)
{
  const char *a = saiga_concordance_pair_get_appendices_a (pair);
  const char *b = saiga_concordance_pair_get_appendices_b (pair);
  SaigaConceptRelation concept = saiga_concordance_pair_get_concept_relation (pair);
  const char *none = tool_translate (tool, N_ ("none"));
  g_autofree char *appendices = g_strdup_printf ("%s × %s", a != NULL ? a : none, b != NULL ? b : none);
  const struct
  {
    const char *title;
    char *words;
  } lines[] = {
    { N_ ("Names"), print_words (tool, concordance, tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)),
                                 tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_name_certainty (pair))) },
    { N_ ("Concepts"), concept == SAIGA_CONCEPT_RELATION_UNSET
                         ? g_strdup ("–")
                         : print_words (tool, concordance, tool_nick (SAIGA_TYPE_CONCEPT_RELATION, concept),
                                        tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair))) },
    { N_ ("Appendices"), g_steal_pointer (&appendices) },
    { N_ ("Listings"), print_words (tool, concordance, tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_pair_get_listing_relation (pair)), NULL) },
  };
  SaigaReason *reason;
  guint width = 0;

  tool_print (tool, "%s × %s\n", tool_or_empty (saiga_concordance_pair_get_name_a (pair)), tool_or_empty (saiga_concordance_pair_get_name_b (pair)));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    width = MAX (width, tool_text_width (tool_translate (tool, lines[i].title)));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *title = tool_translate (tool, lines[i].title);

      tool_print (tool, "%s%*s %s\n", title, (int) (width - tool_text_width (title)), "", lines[i].words);
      g_free (lines[i].words);
    }
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
  pair = saiga_concordance_compare_pair (concordance, saiga_record_get_id (SAIGA_RECORD (taxa[0])),
                                         saiga_record_get_id (SAIGA_RECORD (taxa[1])), &error);
  if (pair == NULL)
    return tool_fail (error);

  if (tool->format == TOOL_JSON)
    {
      g_autoptr(JsonBuilder) head = concordance_begin_head (concordance);
      g_autoptr(JsonNode) root = NULL;

      json_builder_set_member_name (head, "pair");
      concordance_build_pair (head, tool, pair);
      json_builder_end_object (head);
      root = json_builder_get_root (head);
      tool_print_json (tool, root);
    }
  else if (tool->format == TOOL_CSV)
    print_pair_line (tool, pair, -1);
  else
    print_pair_text (tool, concordance, pair);

  return TOOL_DONE;
}
