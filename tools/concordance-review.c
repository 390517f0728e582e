/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>
#include <string.h>

#include "concordance.h"

/* The open cases one after the other. Each decision is saved at once, so that one can stop at
 * any time and go on later: what is decided is not asked again. */

typedef struct
{
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

static const struct
{
  char key;
  const char *verdict;
} keys[] = {
  { 'c', "congruent" },
  { 'i', "includes" },
  { 'n', "included-in" },
  { 'o', "overlaps" },
  { 'x', "excludes" },
  { 'u', "unknown" },
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
describe (SaigaConcordancePair *pair)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *a = saiga_concordance_pair_get_appendices_a (pair);
  const char *b = saiga_concordance_pair_get_appendices_b (pair);

  g_string_append_printf (text, "%s (%s) × %s (%s)\n  names: %s; concepts: %s, %s\n", saiga_concordance_pair_get_name_a (pair), a != NULL ? a : "none",
                          saiga_concordance_pair_get_name_b (pair), b != NULL ? b : "none",
                          tool_nick (SAIGA_TYPE_NAME_RELATION, saiga_concordance_pair_get_name_relation (pair)),
                          tool_nick (SAIGA_TYPE_CONCEPT_RELATION, saiga_concordance_pair_get_concept_relation (pair)),
                          tool_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, saiga_concordance_pair_get_concept_certainty (pair)));
  for (guint i = 0; i < saiga_concordance_pair_get_n_reasons (pair); i++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (saiga_concordance_pair_get_reason (pair, i), "en");

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
  words = describe (pair);
  made = g_new0 (Case, 1);
  made->subject = g_steal_pointer (&subject);
  made->taxa[0] = g_strdup (a);
  made->taxa[1] = g_strdup (b);
  made->text = g_strdup_printf ("%s%s", words, why);

  return made;
}

/* Reviews whose facts or values have changed come first. */
static Case *
find_questioned (Review *self,
                 SaigaConcordance *concordance)
{
  g_autoptr(GListModel) reviews = saiga_concordance_list_reviews (concordance);

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) review = g_list_model_get_item (reviews, i);
      SaigaReviewState state = saiga_concordance_review_get_state (review);
      const char *const *taxa = saiga_review_get_taxon_ids (saiga_concordance_review_get_review (review));
      g_autofree char *changes = g_strjoinv ("\n    ", (char **) saiga_concordance_review_get_changes (review));
      g_autofree char *why = NULL;
      Case *found;

      if ((state != SAIGA_REVIEW_STATE_STALE && state != SAIGA_REVIEW_STATE_QUESTIONED) ||
          saiga_review_get_axis (saiga_concordance_review_get_review (review)) != SAIGA_REVIEW_AXIS_CONCEPT || taxa[0] == NULL || taxa[1] == NULL)
        continue;
      why = g_strdup_printf ("  %s: decided %s; computed now %s\n    %s\n", tool_nick (SAIGA_TYPE_REVIEW_STATE, state),
                             saiga_review_get_verdict (saiga_concordance_review_get_review (review)),
                             saiga_concordance_review_get_computed (review) != NULL ? saiga_concordance_review_get_computed (review) : "–", changes);
      found = make_case (self, concordance, taxa[0], taxa[1], why);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_decided (SaigaConcordance *concordance,
            const char *a,
            const char *b)
{
  g_autoptr(GListModel) reviews = saiga_concordance_list_reviews (concordance);

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) review = g_list_model_get_item (reviews, i);
      const char *const *taxa = saiga_review_get_taxon_ids (saiga_concordance_review_get_review (review));

      if (g_strcmp0 (taxa[0], a) == 0 && taxa[0] != NULL && g_strcmp0 (taxa[1], b) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Pairs of a row that are open, and the taxa that await a reviewer. */
static Case *
find_open (Review *self,
           SaigaConcordance *concordance)
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
              !is_decided (concordance, saiga_record_get_id (SAIGA_RECORD (a)), saiga_record_get_id (SAIGA_RECORD (b))))
            found = make_case (self, concordance, saiga_record_get_id (SAIGA_RECORD (a)), saiga_record_get_id (SAIGA_RECORD (b)), "");
        }
      for (guint n = 0; first != NULL && candidates[n] != NULL && found == NULL; n++)
        if (!is_decided (concordance, saiga_record_get_id (SAIGA_RECORD (first)), candidates[n]))
          found = make_case (self, concordance, saiga_record_get_id (SAIGA_RECORD (first)), candidates[n], "");
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

static gboolean
decide (Review *self,
        SaigaConcordance *concordance,
        Case *open,
        const char *verdict)
{
  g_autofree char *reason = NULL;
  g_autoptr(SaigaReview) review = NULL;
  GError *error = NULL;

  g_print ("Why? ");
  fflush (stdout);
  reason = read_line ();
  if (reason == NULL || *reason == '\0')
    {
      g_print ("A decision needs its reason.\n");
      return TRUE;
    }
  review = saiga_concordance_draft_review (concordance, SAIGA_REVIEW_AXIS_CONCEPT, (const char *const *) open->taxa, verdict, self->reviewer,
                                           self->decided, reason, &error);
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
      g_print ("There is nothing to undo.\n");
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

  g_print ("%s[c]ongruent [i]ncludes i[n]cluded-in [o]verlaps e[x]cludes [u]nknown; [s]kip un[d]o [q]uit: ", open->text);
  fflush (stdout);
  line = read_line ();
  if (line == NULL || g_str_equal (line, "q"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (line[0] == keys[i].key && line[1] == '\0')
      return decide (self, concordance, open, keys[i].verdict);
  if (g_str_equal (line, "d"))
    return undo (self);
  if (g_str_equal (line, "s"))
    {
      g_hash_table_add (self->skipped, g_strdup (open->subject));
      g_ptr_array_add (self->history, g_strconcat ("-", open->subject, NULL));
    }
  else
    g_print ("“%s” is none of the keys.\n", line);

  return TRUE;
}

ToolExit
concordance_review (Tool *tool,
                    const char *reviewer,
                    const char *decided)
{
  GError *error = NULL;
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(GFile) file = tool->dataset != NULL ? g_file_new_for_commandline_arg (tool->dataset) : NULL;
  g_autoptr(SaigaDate) date = decided != NULL ? saiga_date_parse (decided, &error) : NULL;
  g_autoptr(GHashTable) skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) history = g_ptr_array_new_with_free_func (g_free);
  Review self = { dataset, file, tool->date, reviewer, date, skipped, history };

  if (error != NULL)
    return tool_fail (error);
  if (file == NULL || reviewer == NULL || date == NULL)
    return tool_usage ("concordance --review needs --dataset, --reviewer and --decided: decisions are kept in a file of yours (saiga init makes one)");
  if (!saiga_dataset_load_file (dataset, file, NULL, &error))
    return tool_fail (error);

  while (TRUE)
    {
      g_autoptr(SaigaConcordance) concordance = compare (&self);
      Case *open = NULL;
      gboolean goes_on;

      if (concordance == NULL)
        return TOOL_BAD_INPUT;
      open = find_questioned (&self, concordance);
      if (open == NULL)
        open = find_open (&self, concordance);
      if (open == NULL)
        {
          g_print ("No case is open.\n");
          return TOOL_DONE;
        }
      goes_on = answer (&self, concordance, open);
      case_free (open);
      if (!goes_on)
        return TOOL_DONE;
    }
}
