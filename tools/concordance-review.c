/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>
#include <string.h>

#include "concordance.h"

/* The open cases one after the other. Each decision is saved at once, so that one can stop at
 * any time and go on later: what is decided is not asked again. */

typedef struct
{
  Tool *tool;
  gsize axis; /* in the table of axes */
  SaigaDataset *dataset;
  GFile *file;
  SaigaDate *day;
  const char *reviewer;
  SaigaDate *decided;
  GHashTable *skipped; /* subjects passed over in this session */
  GPtrArray *history;  /* subjects that were decided or passed over, for undo; "+" before decided ones */
} Review;

typedef struct
{
  char *subject;
  char *taxa[3]; /* ends with NULL */
  char *text;
} Case;

static void
case_free (Case *self)
{
  g_free (self->subject);
  g_free (self->taxa[0]);
  g_free (self->taxa[1]);
  g_free (self->text);
  g_free (self);
}

/* What can be decided, and how findings of it are told. The keys stay in every language; s, d and
 * q mean the same of all. */
static const struct
{
  SaigaReviewAxis axis;
  struct
  {
    char key;
    const char *verdict;
  } keys[9];
  const char *fields[9]; /* of findings; none of concepts */
} axes[] = {
  { SAIGA_REVIEW_AXIS_CONCEPT,
    { { 'c', "congruent" }, { 'i', "includes" }, { 'n', "included-in" }, { 'o', "overlaps" }, { 'x', "excludes" }, { 'u', "unknown" } },
    { NULL } },
  { SAIGA_REVIEW_AXIS_COHERENCE,
    { { 'a', "agrees" }, { 'o', "one-sided" }, { 'l', "level" }, { '1', "strict-a" }, { '2', "strict-b" }, { 'c', "scope" }, { 'r', "route" } },
    { "names", "appendices-a", "appendices-b", "differences", "first-a", "first-b", "red-list", "recommendation" } },
  { SAIGA_REVIEW_AXIS_RED_LIST,
    { { 'n', "not-assessed" }, { 'p', "part" }, { 'w', "wider" }, { 'v', "several" }, { 'o', "overlapping" }, { 'u', "unknown" }, { 't', "other-name" }, { 'm', "same" } },
    { "taxon", "name", "category", "year", "concept", "assessed-as", "recommendation" } },
  { SAIGA_REVIEW_AXIS_HARMONISATION,
    { { 'a', "accepted" }, { 'c', "changed" }, { 'r', "refused" } },
    { "name-a", "name-b", "kind", "reference-a", "reference-b", "preferred", "options", "recommendation" } },
};

static char *
read_line (void)
{
  char buffer[1024];

  if (fgets (buffer, sizeof buffer, stdin) == NULL)
    return NULL;

  return g_strdup (g_strstrip (buffer));
}

/* ---- the cases */

static SaigaConcordance *
compare (Review *self)
{
  GError *error = NULL;
  SaigaConcordance *concordance = saiga_concordance_new (saiga_dataset_get_snapshot (self->dataset), "authority.cms", "authority.cites", self->day, &error);

  if (concordance == NULL)
    tool_fail (error);

  return concordance;
}

static char *
describe (Review *self,
          SaigaConcordancePair *pair)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *a = saiga_concordance_pair_get_appendices_a (pair);
  const char *b = saiga_concordance_pair_get_appendices_b (pair);

  g_autofree char *relations = tool_fill (self->tool, N_ ("names: %1; concepts: %2, %3"),
                                          tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)),
                                          tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)),
                                          tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)), NULL);
  const char *none = tool_translate (self->tool, N_ ("none"));

  g_string_append_printf (text, "%s (%s) × %s (%s)\n  %s\n", saiga_concordance_pair_get_name_a (pair), a != NULL ? a : none,
                          saiga_concordance_pair_get_name_b (pair), b != NULL ? b : none, relations);
  for (guint i = 0; i < saiga_concordance_pair_get_n_reasons (pair); i++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (saiga_concordance_pair_get_reason (pair, i), self->tool->language);

      g_string_append_printf (text, "  %s\n", sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_done (Review *self,
         const char *subject)
{
  return g_hash_table_contains (self->skipped, subject);
}

static Case *
make_case (Review *self,
           SaigaConcordance *concordance,
           const char *a,
           const char *b,
           const char *why)
{
  g_autofree char *subject = g_strdup_printf ("%s %s", a, b);
  g_autoptr(SaigaConcordancePair) pair = NULL;
  g_autofree char *words = NULL;
  Case *made;

  if (is_done (self, subject))
    return NULL;
  pair = saiga_concordance_compare_pair (concordance, a, b, NULL);
  if (pair == NULL)
    return NULL;
  words = describe (self, pair);
  made = g_new0 (Case, 1);
  made->subject = g_steal_pointer (&subject);
  made->taxa[0] = g_strdup (a);
  made->taxa[1] = g_strdup (b);
  made->text = g_strdup_printf ("%s%s", words, why);

  return made;
}

/* How a review stands to what is known now. */
static char *
describe_review (Review *self,
                 SaigaConcordanceReview *review)
{
  const char *computed = saiga_concordance_review_get_computed (review);
  g_autofree char *changes = g_strjoinv ("\n    ", (char **) saiga_concordance_review_get_changes (review));
  g_autofree char *line = tool_fill (self->tool, N_ ("%1: decided %2; computed now %3"),
                                     tool_nick (SAIGA_TYPE_REVIEW_STATE, saiga_concordance_review_get_state (review)),
                                     saiga_review_get_verdict (saiga_concordance_review_get_review (review)), computed != NULL ? computed : "–", NULL);

  return g_strdup_printf ("  %s\n    %s\n", line, changes);
}

/* Reviews whose facts or values have changed come first. */
static Case *
find_questioned (Review *self,
                 SaigaConcordance *concordance,
                 GListModel *reviews)
{
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) review = g_list_model_get_item (reviews, i);
      SaigaReviewState state = saiga_concordance_review_get_state (review);
      const char *const *taxa = saiga_review_get_taxon_ids (saiga_concordance_review_get_review (review));
      g_autofree char *why = NULL;
      Case *found;

      if ((state != SAIGA_REVIEW_STATE_STALE && state != SAIGA_REVIEW_STATE_QUESTIONED) ||
          saiga_review_get_axis (saiga_concordance_review_get_review (review)) != SAIGA_REVIEW_AXIS_CONCEPT || taxa[0] == NULL || taxa[1] == NULL)
        continue;
      why = describe_review (self, review);
      found = make_case (self, concordance, taxa[0], taxa[1], why);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_decided (GListModel *reviews,
            const char *a,
            const char *b)
{
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) review = g_list_model_get_item (reviews, i);
      const char *const *taxa = saiga_review_get_taxon_ids (saiga_concordance_review_get_review (review));

      if (g_strcmp0 (taxa[0], a) == 0 && g_strcmp0 (taxa[1], b) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Pairs of a row that are open, and the taxa that await a reviewer. */
static Case *
find_open (Review *self,
           SaigaConcordance *concordance,
           GListModel *reviews)
{
  g_autoptr(GListModel) rows = saiga_concordance_get_view (concordance, SAIGA_CONCORDANCE_VIEW_NAMED);
  Case *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows) && found == NULL; i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);
      GListModel *pairs = saiga_concordance_row_get_pairs (row);
      g_autoptr(SaigaTaxon) first = g_list_model_get_item (saiga_concordance_row_get_taxa_a (row), 0);
      const char *const *candidates = saiga_concordance_row_get_candidates (row);

      if (saiga_concordance_row_get_rank (row) < SAIGA_TAXON_RANK_SPECIES)
        continue;
      for (guint n = 0; n < g_list_model_get_n_items (pairs) && found == NULL; n++)
        {
          g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, n);
          SaigaTaxon *a = saiga_concordance_pair_get_taxon_a (pair);
          SaigaTaxon *b = saiga_concordance_pair_get_taxon_b (pair);

          if (a != NULL && b != NULL && saiga_concordance_pair_get_concept_certainty (pair) == SAIGA_CONCORDANCE_CERTAINTY_OPEN &&
              !is_decided (reviews, saiga_record_get_id (SAIGA_RECORD (a)), saiga_record_get_id (SAIGA_RECORD (b))))
            found = make_case (self, concordance, saiga_record_get_id (SAIGA_RECORD (a)), saiga_record_get_id (SAIGA_RECORD (b)), "");
        }
      for (guint n = 0; first != NULL && candidates[n] != NULL && found == NULL; n++)
        if (!is_decided (reviews, saiga_record_get_id (SAIGA_RECORD (first)), candidates[n]))
          found = make_case (self, concordance, saiga_record_get_id (SAIGA_RECORD (first)), candidates[n], "");
    }

  return found;
}

/* ---- findings */

static SaigaConcordanceReview *
find_review (GListModel *reviews,
             const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) review = g_list_model_get_item (reviews, i);

      if (g_strcmp0 (saiga_record_get_id (SAIGA_RECORD (saiga_concordance_review_get_review (review))), id) == 0)
        return g_steal_pointer (&review);
    }

  return NULL;
}

/* Open is what recommends something, and is not decided; or was, on facts that have changed. */
static Case *
make_finding_case (Review *self,
                   GListModel *reviews,
                   SaigaConcordanceFinding *finding,
                   gboolean is_questioned)
{
  const char *const *ids = saiga_concordance_finding_get_taxon_ids (finding);
  const char *row = saiga_concordance_finding_get_row_key (finding);
  const char *state = saiga_concordance_finding_get_value (finding, "decision-state");
  g_autofree char *subject = ids[0] != NULL ? g_strjoinv (" ", (char **) ids) : g_strdup (row);
  g_autoptr(GString) text = g_string_new (NULL);
  Case *made;

  if (is_done (self, subject))
    return NULL;
  if (is_questioned ? !g_str_equal (state, "stale") && !g_str_equal (state, "questioned")
                    : *state != '\0' || g_str_equal (saiga_concordance_finding_get_value (finding, "recommendation"), "none"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (axes[0].fields) && axes[self->axis].fields[i] != NULL; i++)
    {
      const char *value = saiga_concordance_finding_get_value (finding, axes[self->axis].fields[i]);

      g_string_append_printf (text, "%s%s: %s\n", i > 0 ? "  " : "", axes[self->axis].fields[i], *value != '\0' ? value : "–");
    }
  if (is_questioned)
    {
      g_autoptr(SaigaConcordanceReview) review = find_review (reviews, saiga_concordance_finding_get_value (finding, "decision"));
      g_autofree char *why = review != NULL ? describe_review (self, review) : NULL;

      g_string_append (text, why != NULL ? why : "");
    }
  made = g_new0 (Case, 1);
  made->subject = g_steal_pointer (&subject);
  made->taxa[0] = g_strdup (ids[0] != NULL ? ids[0] : row);
  made->taxa[1] = ids[0] != NULL ? g_strdup (ids[1]) : NULL;
  made->text = g_string_free (g_steal_pointer (&text), FALSE);

  return made;
}

static Case *
find_finding (Review *self,
              SaigaConcordance *concordance,
              GListModel *reviews)
{
  g_autoptr(GListModel) findings = saiga_concordance_list_findings (concordance, axes[self->axis].axis, FALSE);
  Case *found = NULL;

  for (guint is_new = 0; is_new < 2 && found == NULL; is_new++)
    for (guint i = 0; i < g_list_model_get_n_items (findings) && found == NULL; i++)
      {
        g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);

        found = make_finding_case (self, reviews, finding, is_new == 0);
      }

  return found;
}

/* ---- decisions */

static gboolean
save (Review *self)
{
  GError *error = NULL;

  if (saiga_dataset_save_file (self->dataset, self->file, NULL, &error))
    return TRUE;
  tool_fail (error);

  return FALSE;
}

/* Takes the review. */
static SaigaReview *
add_text (SaigaReview *review,
          const char *words,
          GError **error)
{
  g_autoptr(SaigaReview) old = review;
  g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new_from (SAIGA_RECORD (old));
  g_autoptr(SaigaText) text = saiga_text_new ("en", words);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, SAIGA_TYPE_TEXT);
  g_value_set_boxed (&value, text);
  if (!saiga_record_builder_set (builder, "text", &value, error))
    return NULL;

  return (SaigaReview *) saiga_record_builder_build (builder, error);
}

static gboolean
decide (Review *self,
        SaigaConcordance *concordance,
        Case *open,
        const char *verdict)
{
  g_autofree char *reason = NULL;
  g_autofree char *proposal = NULL;
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
    {
      g_print ("%s ", tool_translate (self->tool, N_ ("The proposal as you put it:")));
      fflush (stdout);
      proposal = read_line ();
    }
  review = saiga_concordance_draft_review (concordance, axes[self->axis].axis, (const char *const *) open->taxa, verdict, self->reviewer,
                                           self->decided, reason, &error);
  if (review != NULL && proposal != NULL && *proposal != '\0')
    review = add_text (g_steal_pointer (&review), proposal, &error);
  if (review == NULL || !saiga_dataset_put (self->dataset, SAIGA_RECORD (review), &error))
    {
      tool_fail (error);
      return FALSE;
    }
  g_hash_table_add (self->skipped, g_strdup (open->subject));
  g_ptr_array_add (self->history, g_strconcat ("+", open->subject, NULL));

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
        SaigaConcordance *concordance,
        Case *open)
{
  g_autofree char *line = NULL;

  g_print ("%s", open->text);
  for (gsize i = 0; i < G_N_ELEMENTS (axes[0].keys) && axes[self->axis].keys[i].key != '\0'; i++)
    g_print ("[%c] %s ", axes[self->axis].keys[i].key, axes[self->axis].keys[i].verdict);
  g_print ("%s ", tool_translate (self->tool, N_ ("[s] skip [d] undo [q] quit:")));
  fflush (stdout);
  line = read_line ();
  if (line == NULL || g_str_equal (line, "q"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (axes[0].keys) && axes[self->axis].keys[i].key != '\0'; i++)
    if (line[0] == axes[self->axis].keys[i].key && line[1] == '\0')
      return decide (self, concordance, open, axes[self->axis].keys[i].verdict);
  if (g_str_equal (line, "d"))
    return undo (self);
  if (g_str_equal (line, "s"))
    {
      g_hash_table_add (self->skipped, g_strdup (open->subject));
      g_ptr_array_add (self->history, g_strconcat ("-", open->subject, NULL));
    }
  else
    {
      g_autofree char *words = tool_fill (self->tool, N_ ("“%1” is none of the keys."), line, NULL);

      g_print ("%s\n", words);
    }

  return TRUE;
}

ToolExit
concordance_review (Tool *tool,
                    const char *axis,
                    const char *reviewer,
                    const char *decided)
{
  GError *error = NULL;
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(GFile) file = tool->dataset != NULL ? g_file_new_for_commandline_arg (tool->dataset) : NULL;
  g_autoptr(SaigaDate) date = decided != NULL ? saiga_date_parse (decided, &error) : NULL;
  g_autoptr(GHashTable) skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) history = g_ptr_array_new_with_free_func (g_free);
  Review self = { tool, 0, dataset, file, tool->date, reviewer, date, skipped, history };

  if (error != NULL)
    return tool_fail (error);
  while (axis != NULL && self.axis < G_N_ELEMENTS (axes) && !g_str_equal (tool_nick (SAIGA_TYPE_REVIEW_AXIS, axes[self.axis].axis), axis))
    self.axis++;
  if (self.axis == G_N_ELEMENTS (axes))
    return tool_usage ("--axis: “%s” is none of concept, coherence, red-list, harmonisation", axis);
  if (file == NULL || reviewer == NULL || date == NULL)
    return tool_usage ("concordance --review needs --dataset, --reviewer and --decided: decisions are kept in a file of yours (saiga init makes one)");
  if (!saiga_dataset_load_file (dataset, file, NULL, &error))
    return tool_fail (error);

  while (TRUE)
    {
      g_autoptr(SaigaConcordance) concordance = compare (&self);
      g_autoptr(GListModel) reviews = concordance != NULL ? saiga_concordance_list_reviews (concordance) : NULL;
      Case *open = NULL;
      gboolean goes_on;

      if (concordance == NULL)
        return TOOL_BAD_INPUT;
      open = self.axis > 0 ? find_finding (&self, concordance, reviews) : find_questioned (&self, concordance, reviews);
      if (open == NULL && self.axis == 0)
        open = find_open (&self, concordance, reviews);
      if (open == NULL)
        {
          g_print ("%s\n", tool_translate (tool, N_ ("No case is open.")));
          return TOOL_DONE;
        }
      goes_on = answer (&self, concordance, open);
      case_free (open);
      if (!goes_on)
        return TOOL_DONE;
    }
}
