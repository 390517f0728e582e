/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>
#include <string.h>

#include "concordance.h"

/* The open cases one after the other. Each decision is saved at once, so that one can stop at
 * any time and go on later: what is decided is not asked again, what was passed over is. */

typedef struct
{
  Tool *tool;
  SaigaReviewAxis axis; /* unset: all */
  gboolean one_sided;
  SaigaDataset *dataset;
  GFile *file;
  const char *reviewer;
  SaigaDate *decided;
  SaigaConcordance *concordance; /* of the data set as it is */
  GListModel *cases;
  GHashTable *skipped; /* subjects passed over in this session */
  GPtrArray *history;  /* subjects that were decided or passed over, for undo; "+" before decided ones */
} Review;

/* What can be decided, and which fields of a finding are told. The keys stay in every language; s, d
 * and q mean the same of all. */
static const struct
{
  SaigaReviewAxis axis;
  struct
  {
    char key;
    const char *verdict;
  } keys[15];
  const char *fields[8];
} axes[] = {
  { SAIGA_REVIEW_AXIS_NAME,
    { { 'i', "identical" }, { 'a', "author-differs" }, { 'p', "spelling" }, { 't', "transfer" }, { 'r', "rank-change" }, { 'n', "nested" }, { 'x', "synonym-in-a" }, { 'y', "synonym-in-b" }, { 'z', "synonym-shared" }, { 'h', "homonym" }, { 'm', "ambiguous" }, { 'f', "fuzzy" }, { 'u', "unrelated" } },
    { NULL } },
  { SAIGA_REVIEW_AXIS_CONCEPT,
    { { 'c', "congruent" }, { 'i', "includes" }, { 'n', "included-in" }, { 'o', "overlaps" }, { 'x', "excludes" }, { 'u', "unknown" } },
    { NULL } },
  { SAIGA_REVIEW_AXIS_LISTING,
    { { 'b', "both" }, { 'h', "both-higher" }, { 'p', "both-part" }, { '1', "only-a" }, { '2', "only-b" }, { '3', "was-a" }, { '4', "was-b" }, { 'n', "neither" } },
    { NULL } },
  { SAIGA_REVIEW_AXIS_COHERENCE,
    { { 'a', "agrees" }, { 'o', "one-sided" }, { 'l', "level" }, { '1', "strict-a" }, { '2', "strict-b" }, { 'c', "scope" }, { 'r', "route" } },
    { "names", "appendices-a", "appendices-b", "differences", "first-a", "first-b", "red-list", "recommendation" } },
  { SAIGA_REVIEW_AXIS_RED_LIST,
    { { 'n', "not-assessed" }, { 'p', "part" }, { 'w', "wider" }, { 'v', "several" }, { 'o', "overlapping" }, { 'u', "unknown" }, { 't', "other-name" }, { 'm', "same" } },
    { "taxon", "name", "category", "year", "concept", "assessed-as", "recommendation" } },
  { SAIGA_REVIEW_AXIS_HARMONISATION,
    { { 'a', "accepted" }, { 'c', "changed" }, { 'r', "refused" } },
    { "name-a", "name-b", "kind", "preferred", "options", "reach", "recommendation" } },
};

static gsize
find_axis (SaigaReviewAxis axis)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (axes) && axes[i].axis != axis)
    i++;

  return i;
}

/* A whole line, however long; NULL at the end of the input. */
static char *
read_line (void)
{
  g_autoptr(GString) line = g_string_new (NULL);
  int c;

  while ((c = getchar ()) != EOF && c != '\n')
    g_string_append_c (line, (char) c);
  if (c == EOF && line->len == 0)
    return NULL;

  return g_strstrip (g_string_free (g_steal_pointer (&line), FALSE));
}

/* ---- the cases */

static gboolean
compare (Review *self)
{
  GError *error = NULL;

  g_clear_object (&self->cases);
  g_clear_object (&self->concordance);
  self->concordance = concordance_new (saiga_dataset_get_snapshot (self->dataset), self->tool->date, &error);
  if (self->concordance == NULL)
    {
      tool_fail (error);
      return FALSE;
    }
  self->cases = saiga_concordance_list_open (self->concordance, self->axis, self->one_sided);

  return TRUE;
}

static char *
print_subject (SaigaConcordanceCase *open)
{
  g_autofree char *ids = g_strjoinv (" ", (char **) saiga_concordance_case_get_taxon_ids (open));

  return g_strdup_printf ("%d %s", (int) saiga_concordance_case_get_axis (open), ids);
}

static SaigaConcordanceCase *
find_open (Review *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->cases); i++)
    {
      g_autoptr(SaigaConcordanceCase) open = g_list_model_get_item (self->cases, i);
      g_autofree char *subject = print_subject (open);

      if (!g_hash_table_contains (self->skipped, subject))
        return g_steal_pointer (&open);
    }

  return NULL;
}

/* ---- telling them */

static const char *
or_none (Review *self,
         const char *appendices)
{
  return appendices != NULL ? appendices : tool_translate (self->tool, N_ ("none"));
}

static void
tell_reason (Review *self,
             SaigaReason *reason)
{
  g_autofree char *sentence = saiga_reason_dup_text (reason, self->tool->language);

  g_print ("  %s\n", sentence);
}

/* Why two taxa that the names do not relate are asked about stands with the row. */
static void
tell_occasion (Review *self,
               SaigaConcordancePair *pair)
{
  const char *key = saiga_concordance_pair_get_row_key (pair);
  g_autoptr(SaigaConcordanceRow) row = key != NULL ? saiga_concordance_find_row (self->concordance, key) : NULL;

  for (guint i = 0; row != NULL && i < saiga_concordance_row_get_n_reasons (row); i++)
    {
      SaigaReason *reason = saiga_concordance_row_get_reason (row, i);
      const char *const *arguments = saiga_reason_get_arguments (reason);

      if (g_str_equal (saiga_reason_get_code (reason), "scope-words") ||
          (g_str_equal (saiga_reason_get_code (reason), "former-subspecies") &&
           (g_str_equal (arguments[2], saiga_concordance_pair_get_name_a (pair)) || g_str_equal (arguments[2], saiga_concordance_pair_get_name_b (pair)))))
        tell_reason (self, reason);
    }
}

static void
tell_pair (Review *self,
           SaigaConcordancePair *pair)
{
  g_autofree char *relations = tool_fill (self->tool, N_ ("names: %1; concepts: %2, %3"),
                                          tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)),
                                          tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)),
                                          tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)), NULL);

  g_print ("%s (%s) × %s (%s)\n  %s\n", saiga_concordance_pair_get_name_a (pair), or_none (self, saiga_concordance_pair_get_appendices_a (pair)),
           saiga_concordance_pair_get_name_b (pair), or_none (self, saiga_concordance_pair_get_appendices_b (pair)), relations);
  for (guint i = 0; i < saiga_concordance_pair_get_n_reasons (pair); i++)
    tell_reason (self, saiga_concordance_pair_get_reason (pair, i));
  tell_occasion (self, pair);
}

static void
tell_row (Review *self,
          const char *key)
{
  g_autoptr(SaigaConcordanceRow) row = saiga_concordance_find_row (self->concordance, key);
  g_autofree char *names_a = g_strjoinv (", ", (char **) saiga_concordance_row_get_names_a (row));
  g_autofree char *names_b = g_strjoinv (", ", (char **) saiga_concordance_row_get_names_b (row));
  g_autofree char *listing = tool_fill (self->tool, N_ ("listing: %1, %2"),
                                        tool_nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_row_get_listing_relation (row)),
                                        tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_row_get_certainty (row)), NULL);

  g_print ("%s (%s) × %s (%s)\n  %s\n", *names_a != '\0' ? names_a : "–", or_none (self, saiga_concordance_row_get_appendices_a (row)),
           *names_b != '\0' ? names_b : "–", or_none (self, saiga_concordance_row_get_appendices_b (row)), listing);
  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    tell_reason (self, saiga_concordance_row_get_reason (row, i));
}

static void
tell_finding (Review *self,
              SaigaConcordanceFinding *finding)
{
  const char *const *fields = axes[find_axis (saiga_concordance_finding_get_axis (finding))].fields;
  g_autofree char *text = saiga_concordance_finding_dup_text (finding, self->tool->language);

  for (gsize i = 0; i < G_N_ELEMENTS (axes[0].fields) && fields[i] != NULL; i++)
    {
      const char *value = saiga_concordance_finding_get_value (finding, fields[i]);

      g_print ("%s%s: %s\n", i > 0 ? "  " : "", fields[i], *value != '\0' ? value : "–");
    }
  if (text != NULL)
    {
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        g_print ("  %s\n", *line);
    }
}

/* How a review stands to what is known now. */
static void
tell_review (Review *self,
             SaigaConcordanceReview *review)
{
  const char *computed = saiga_concordance_review_get_computed (review);
  g_autofree char *line = tool_fill (self->tool, N_ ("%1: decided %2; computed now %3"),
                                     tool_nick (SAIGA_TYPE_REVIEW_STATE, saiga_concordance_review_get_state (review)),
                                     saiga_review_get_verdict (saiga_concordance_review_get_review (review)), computed != NULL ? computed : "–", NULL);

  g_print ("  %s\n", line);
  for (const char *const *change = saiga_concordance_review_get_changes (review); *change != NULL; change++)
    g_print ("    %s\n", *change);
}

static void
tell (Review *self,
      SaigaConcordanceCase *open)
{
  if (saiga_concordance_case_get_pair (open) != NULL)
    tell_pair (self, saiga_concordance_case_get_pair (open));
  else if (saiga_concordance_case_get_finding (open) != NULL)
    tell_finding (self, saiga_concordance_case_get_finding (open));
  else
    tell_row (self, saiga_concordance_case_get_row_key (open));
  if (saiga_concordance_case_get_review (open) != NULL)
    tell_review (self, saiga_concordance_case_get_review (open));
}

/* ---- decisions */

static gboolean
save (Review *self)
{
  GError *error = NULL;

  if (!saiga_dataset_save_file (self->dataset, self->file, NULL, &error))
    {
      tool_fail (error);
      return FALSE;
    }

  return compare (self);
}

/* In the language of the reviewer. Takes the review. */
static SaigaReview *
set_text (Review *self,
          SaigaReview *review,
          const char *field,
          const char *words,
          GError **error)
{
  g_autoptr(SaigaReview) old = review;
  g_autoptr(SaigaRecordBuilder) builder = NULL;
  g_autoptr(SaigaText) text = saiga_text_new (self->tool->language, words);
  g_auto(GValue) value = G_VALUE_INIT;

  if (old == NULL)
    return NULL;
  builder = saiga_record_builder_new_from (SAIGA_RECORD (old));
  g_value_init (&value, SAIGA_TYPE_TEXT);
  g_value_set_boxed (&value, text);
  if (!saiga_record_builder_set (builder, field, &value, error))
    return NULL;

  return (SaigaReview *) saiga_record_builder_build (builder, error);
}

/* A changed proposal begins as the draft, or as what somebody made of it before. */
static char *
ask_proposal (Review *self,
              SaigaConcordanceCase *open)
{
  g_autofree char *typed = NULL;

  g_print ("%s ", tool_translate (self->tool, N_ ("The proposal as you put it (an empty line keeps what stands above):")));
  fflush (stdout);
  typed = read_line ();

  return typed != NULL && *typed != '\0' ? g_steal_pointer (&typed)
                                         : saiga_concordance_finding_dup_text (saiga_concordance_case_get_finding (open), self->tool->language);
}

static gboolean
decide (Review *self,
        SaigaConcordanceCase *open,
        const char *verdict)
{
  g_autofree char *reason = NULL;
  g_autofree char *proposal = NULL;
  g_autofree char *subject = print_subject (open);
  g_autoptr(SaigaReview) review = NULL;
  GError *error = NULL;

  g_print ("%s ", tool_translate (self->tool, N_ ("Why?")));
  fflush (stdout);
  reason = read_line ();
  if (reason == NULL || *reason == '\0')
    {
      g_print ("%s\n", tool_translate (self->tool, N_ ("A decision needs its reason.")));
      return TRUE;
    }
  if (g_str_equal (verdict, "changed"))
    proposal = ask_proposal (self, open);
  review = saiga_concordance_draft_review (self->concordance, saiga_concordance_case_get_axis (open), saiga_concordance_case_get_taxon_ids (open), verdict,
                                           self->reviewer, self->decided, reason, &error);
  review = set_text (self, g_steal_pointer (&review), "reason", reason, &error);
  if (proposal != NULL)
    review = set_text (self, g_steal_pointer (&review), "text", proposal, &error);
  if (review == NULL || !saiga_dataset_put (self->dataset, SAIGA_RECORD (review), &error))
    {
      tool_fail (error);
      return FALSE;
    }
  g_ptr_array_add (self->history, g_strconcat ("+", subject, NULL));
  g_hash_table_add (self->skipped, g_steal_pointer (&subject));

  return save (self);
}

static gboolean
undo (Review *self)
{
  g_autofree char *last = NULL;
  GError *error = NULL;

  if (self->history->len == 0)
    {
      g_print ("%s\n", tool_translate (self->tool, N_ ("There is nothing to undo.")));
      return TRUE;
    }
  last = g_ptr_array_steal_index (self->history, self->history->len - 1);
  g_hash_table_remove (self->skipped, last + 1);
  if (*last != '+')
    return TRUE;
  if (!saiga_dataset_undo (self->dataset, &error))
    {
      tool_fail (error);
      return FALSE;
    }

  return save (self);
}

/* FALSE to stop. */
static gboolean
answer (Review *self,
        SaigaConcordanceCase *open)
{
  const gsize axis = find_axis (saiga_concordance_case_get_axis (open));
  g_autofree char *line = NULL;

  tell (self, open);
  g_print ("%s: ", tool_nick (SAIGA_TYPE_REVIEW_AXIS, axes[axis].axis));
  for (gsize i = 0; i < G_N_ELEMENTS (axes[0].keys) && axes[axis].keys[i].key != '\0'; i++)
    g_print ("[%c] %s ", axes[axis].keys[i].key, axes[axis].keys[i].verdict);
  g_print ("%s ", tool_translate (self->tool, N_ ("[s] skip [d] undo [q] quit:")));
  fflush (stdout);
  line = read_line ();
  if (line == NULL || g_str_equal (line, "q"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (axes[0].keys) && axes[axis].keys[i].key != '\0'; i++)
    if (line[0] == axes[axis].keys[i].key && line[1] == '\0')
      return decide (self, open, axes[axis].keys[i].verdict);
  if (g_str_equal (line, "d"))
    return undo (self);
  if (g_str_equal (line, "s"))
    {
      g_autofree char *subject = print_subject (open);

      g_ptr_array_add (self->history, g_strconcat ("-", subject, NULL));
      g_hash_table_add (self->skipped, g_steal_pointer (&subject));
    }
  else
    {
      g_autofree char *words = tool_fill (self->tool, N_ ("“%1” is none of the keys."), line, NULL);

      g_print ("%s\n", words);
    }

  return TRUE;
}

static ToolExit
walk (Review *self)
{
  if (!compare (self))
    return TOOL_BAD_INPUT;
  while (TRUE)
    {
      g_autoptr(SaigaConcordanceCase) open = find_open (self);

      if (open == NULL)
        {
          g_print ("%s\n", tool_translate (self->tool, N_ ("No case is open.")));
          return TOOL_DONE;
        }
      if (!answer (self, open))
        return self->cases != NULL ? TOOL_DONE : TOOL_BAD_INPUT;
    }
}

ToolExit
concordance_review (Tool *tool,
                    const char *axis,
                    gboolean one_sided,
                    const char *reviewer,
                    const char *decided)
{
  GError *error = NULL;
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(GFile) file = tool->dataset != NULL ? g_file_new_for_commandline_arg (tool->dataset) : NULL;
  g_autoptr(SaigaDate) date = decided != NULL ? saiga_date_parse (decided, &error) : NULL;
  g_autoptr(GHashTable) skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) history = g_ptr_array_new_with_free_func (g_free);
  Review self = { tool, SAIGA_REVIEW_AXIS_UNSET, one_sided, dataset, file, reviewer, date, NULL, NULL, skipped, history };
  ToolExit code;

  if (error != NULL)
    return tool_fail (error);
  for (gsize i = 0; axis != NULL && i < G_N_ELEMENTS (axes); i++)
    if (g_str_equal (tool_nick (SAIGA_TYPE_REVIEW_AXIS, axes[i].axis), axis))
      self.axis = axes[i].axis;
  if (axis != NULL && self.axis == SAIGA_REVIEW_AXIS_UNSET)
    return tool_usage ("--axis: “%s” is none of name, concept, listing, coherence, red-list, harmonisation", axis);
  if (file == NULL || reviewer == NULL || date == NULL)
    return tool_usage ("concordance --review needs --dataset, --reviewer and --decided: decisions are kept in a file of yours (saiga init makes one)");
  if (!saiga_dataset_load_file (dataset, file, NULL, &error))
    return tool_fail (error);
  code = walk (&self);
  g_clear_object (&self.cases);
  g_clear_object (&self.concordance);

  return code;
}
