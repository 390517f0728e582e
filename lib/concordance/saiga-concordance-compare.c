/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-change-private.h"
#include "saiga-concordance-finding-private.h"
#include "saiga-concordance-private.h"
#include "saiga-row-maker-private.h"

/* What differs between two concordances, by the ids of the taxa, then by their names. */

typedef struct
{
  SaigaRows *before;
  SaigaRows *after;
  GListStore *changes;
} Comparison;

static const char *
get_key (const SaigaRows *rows,
         guint32 row)
{
  return _saiga_rows_get_key (rows, _saiga_rows_get (rows, row));
}

static const char *
get_name (const SaigaRows *rows,
          guint32 row)
{
  return _saiga_rows_get_first (rows, _saiga_rows_get (rows, row))->name;
}

/* The same taxon of the other concordance: by its id, else by its name and rank. */
static const SaigaSideTaxon *
find_same (const SaigaRows *there,
           guint side,
           const SaigaSideTaxon *taxon,
           GHashTable *names[2])
{
  const SaigaSideTaxon *same = g_hash_table_lookup (there->sides[side]->by_id, _saiga_side_taxon_get_id (taxon));

  if (same != NULL)
    return same;
  if (names[side] == NULL)
    {
      names[side] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < there->sides[side]->n_taxa; i++)
        g_hash_table_insert (names[side], (gpointer) there->sides[side]->taxa[i].name, (gpointer) &there->sides[side]->taxa[i]);
    }
  same = g_hash_table_lookup (names[side], taxon->name);

  return same != NULL && same->rank == taxon->rank ? same : NULL;
}

/* The rows of the other concordance that hold the taxa of a row, in order. */
static GArray *
list_partners (const SaigaRows *here,
               guint32 position,
               const SaigaRows *there,
               GHashTable *names[2])
{
  const SaigaRow *row = _saiga_rows_get (here, position);
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      {
        const SaigaSideTaxon *same = find_same (there, side, _saiga_rows_get_members (here, row, side)[i], names);
        const guint32 partner = same != NULL ? _saiga_rows_find (there, side, same) : SAIGA_NO_ROW;
        gboolean is_known = partner == SAIGA_NO_ROW;

        for (guint n = 0; n < partners->len && !is_known; n++)
          is_known = g_array_index (partners, guint32, n) == partner;
        if (!is_known)
          g_array_append_val (partners, partner);
      }

  return partners;
}

/* ---- fields */

static char *
print_names (const SaigaRows *rows,
             const SaigaRow *row,
             guint side)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_members[side]; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", _saiga_rows_get_members (rows, row, side)[i]->name);

  return g_string_free (text, FALSE);
}

static char *
print_appendices (const SaigaRows *rows,
                  const SaigaRow *row,
                  guint side)
{
  char *text = _saiga_side_print_appendices (rows->sides[side], _saiga_rows_get_appendices (rows, row, side));

  return text != NULL ? text : g_strdup ("none");
}

/* Of a row that the other concordance has not: "none × II". */
static char *
print_both_appendices (const SaigaRows *rows,
                       guint32 row)
{
  g_autofree char *a = print_appendices (rows, _saiga_rows_get (rows, row), 0);
  g_autofree char *b = print_appendices (rows, _saiga_rows_get (rows, row), 1);

  return g_strconcat (a, " × ", b, NULL);
}

static char *
print_pairs (const SaigaRows *rows,
             const SaigaRow *row)
{
  g_autoptr(GArray) pairs = _saiga_rows_list_pairs (rows, row, TRUE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SaigaPairing *pair = &g_array_index (pairs, SaigaPairing, i);

      if (pair->a != NULL && pair->b != NULL)
        g_string_append_printf (text, "%s%s × %s: %s, %s", text->len > 0 ? "; " : "", pair->a->name, pair->b->name,
                                _saiga_value_to_nick (SAIGA_TYPE_NAME_RELATION, pair->name),
                                _saiga_value_to_nick (SAIGA_TYPE_CONCEPT_RELATION, pair->concept));
    }

  return g_string_free (text, FALSE);
}

static void
add_change (Comparison *self,
            SaigaConcordanceChangeKind kind,
            const SaigaRows *rows,
            guint32 row,
            const char *field,
            char *old_value,
            char *new_value)
{
  g_autoptr(SaigaConcordanceChange) change = _saiga_concordance_change_new (kind, get_key (rows, row), get_name (rows, row), field, old_value, new_value);

  g_list_store_append (self->changes, change);
}

/* Takes the values. */
static void
compare_field (Comparison *self,
               guint32 row,
               const char *field,
               char *old_value,
               char *new_value)
{
  if (g_str_equal (old_value, new_value))
    {
      g_free (old_value);
      g_free (new_value);
      return;
    }
  add_change (self, SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED, self->after, row, field, old_value, new_value);
}

static char *
print_range (const SaigaRows *rows,
             const SaigaRow *row,
             guint side)
{
  g_auto(GStrv) areas = _saiga_rows_list_range (rows, row, side);

  return g_strjoinv (" ", areas);
}

static char *
print_red_list (SaigaRows *rows,
                const SaigaRow *row)
{
  char *red_list = row->is_higher ? NULL : _saiga_rows_dup_red_list (rows, row, NULL);

  return red_list != NULL ? red_list : g_strdup ("");
}

/* What stands in the records alone, and not in the law of a day. */
static void
compare_facts (Comparison *self,
               guint32 new_row,
               const SaigaRow *before,
               const SaigaRow *after)
{
  static const char *const ranges[] = { "range-a", "range-b" };

  if (self->before->snapshot == self->after->snapshot)
    return;
  compare_field (self, new_row, "red-list", print_red_list (self->before, before), print_red_list (self->after, after));
  for (guint side = 0; side < 2; side++)
    compare_field (self, new_row, ranges[side], print_range (self->before, before, side), print_range (self->after, after, side));
}

static void
compare_rows (Comparison *self,
              guint32 old_row,
              guint32 new_row)
{
  static const char *const names[] = { "names-a", "names-b" };
  static const char *const appendices[] = { "appendices-a", "appendices-b" };
  const SaigaRow *before = _saiga_rows_get (self->before, old_row);
  const SaigaRow *after = _saiga_rows_get (self->after, new_row);
  const struct
  {
    const char *field;
    GType type;
    int values[2];
  } words[] = {
    { "coverage-a", SAIGA_TYPE_COVERAGE, { before->coverage[0], after->coverage[0] } },
    { "coverage-b", SAIGA_TYPE_COVERAGE, { before->coverage[1], after->coverage[1] } },
    { "listing-class", SAIGA_TYPE_LISTING_RELATION, { before->relation, after->relation } },
    { "certainty", SAIGA_TYPE_CONCORDANCE_CERTAINTY, { before->certainty, after->certainty } },
    { "shape", SAIGA_TYPE_ROW_SHAPE, { before->shape, after->shape } },
  };

  for (guint side = 0; side < 2; side++)
    {
      compare_field (self, new_row, names[side], print_names (self->before, before, side), print_names (self->after, after, side));
      compare_field (self, new_row, appendices[side], print_appendices (self->before, before, side), print_appendices (self->after, after, side));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].values[0] != words[i].values[1])
      add_change (self, SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED, self->after, new_row, words[i].field,
                  g_strdup (_saiga_value_to_nick (words[i].type, words[i].values[0])), g_strdup (_saiga_value_to_nick (words[i].type, words[i].values[1])));
  if (before->n_members[0] > 0 && before->n_members[1] > 0 && after->n_members[0] > 0 && after->n_members[1] > 0)
    compare_field (self, new_row, "pairs", print_pairs (self->before, before), print_pairs (self->after, after));
  compare_facts (self, new_row, before, after);
}

static char *
join_keys (const SaigaRows *rows,
           GArray *positions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < positions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", get_key (rows, g_array_index (positions, guint32, i)));

  return g_string_free (text, FALSE);
}

/* ---- decisions */

static const char *
get_id (SaigaConcordanceReview *stands)
{
  return _saiga_record_peek_id (SAIGA_RECORD (saiga_concordance_review_get_review (stands)));
}

static const char *
get_state (SaigaConcordanceReview *stands)
{
  return _saiga_value_to_nick (SAIGA_TYPE_REVIEW_STATE, (int) saiga_concordance_review_get_state (stands));
}

/* NULL of a review that is not there. */
static const char *
find_state (GListModel *reviews,
            const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) stands = g_list_model_get_item (reviews, i);

      if (g_str_equal (get_id (stands), id))
        return get_state (stands);
    }

  return NULL;
}

static void
add_decision (Comparison *self,
              SaigaConcordanceReview *stands,
              const char *old_state,
              const char *new_state)
{
  SaigaReview *review = saiga_concordance_review_get_review (stands);
  g_autoptr(SaigaConcordanceChange) change = _saiga_concordance_change_new (SAIGA_CONCORDANCE_CHANGE_KIND_DECISION, saiga_review_get_taxon_ids (review)[0],
                                                                             get_id (stands), "state", g_strdup (old_state), g_strdup (new_state));

  g_list_store_append (self->changes, change);
}

/* Those that stand otherwise than before, and those that need a person: they come first in the
 * list of reviews. */
static void
compare_decisions (Comparison *self,
                   SaigaConcordance *before,
                   SaigaConcordance *after)
{
  g_autoptr(GListModel) old_reviews = saiga_concordance_list_reviews (before);
  g_autoptr(GListModel) new_reviews = saiga_concordance_list_reviews (after);

  for (guint i = 0; i < g_list_model_get_n_items (new_reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) stands = g_list_model_get_item (new_reviews, i);
      const char *old_state = find_state (old_reviews, get_id (stands));
      const char *new_state = get_state (stands);

      if (saiga_concordance_review_get_state (stands) <= SAIGA_REVIEW_STATE_QUESTIONED || g_strcmp0 (old_state, new_state) != 0)
        add_decision (self, stands, old_state, new_state);
    }
  for (guint i = 0; i < g_list_model_get_n_items (old_reviews); i++)
    {
      g_autoptr(SaigaConcordanceReview) stood = g_list_model_get_item (old_reviews, i);

      if (find_state (new_reviews, get_id (stood)) == NULL)
        add_decision (self, stood, get_state (stood), NULL);
    }
}

static void
prepare (SaigaConcordance *self)
{
  g_mutex_lock (&self->mutex);
  _saiga_rows_prepare_red_list (self->rows);
  g_mutex_unlock (&self->mutex);
}

/**
 * saiga_concordance_compare:
 * @self: a concordance
 * @earlier: another one of the same authorities
 *
 * Tells what has changed since another concordance was made: rows that are new or gone, with the
 * Appendices of both sides, split or joined, and of all others each field that has another value. Then reviews by their state:
 * those that stand otherwise than before, and those whose taxa or facts have changed; the name
 * of such a change is the id of the review.
 *
 * Taxa are known by their ids, else by their names.
 *
 * Returns: (transfer full): a list of [class@ConcordanceChange]: in the order of this
 *   concordance, then what is gone, then the reviews
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_compare (SaigaConcordance *self,
                           SaigaConcordance *earlier)
{
  Comparison comparison = { NULL };
  g_autoptr(GListStore) changes = NULL;
  GHashTable *old_names[2] = { NULL, NULL };
  GHashTable *new_names[2] = { NULL, NULL };

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (earlier), NULL);

  changes = g_list_store_new (SAIGA_TYPE_CONCORDANCE_CHANGE);
  if (self->rows == NULL || earlier->rows == NULL)
    return G_LIST_MODEL (g_steal_pointer (&changes));
  comparison = (Comparison){ earlier->rows, self->rows, changes };
  prepare (earlier);
  prepare (self);

  for (guint32 i = 0; i < self->rows->rows->len; i++)
    {
      g_autoptr(GArray) old_rows = list_partners (self->rows, i, earlier->rows, old_names);

      if (old_rows->len == 0)
        add_change (&comparison, SAIGA_CONCORDANCE_CHANGE_KIND_ADDED, self->rows, i, "appendices", NULL, print_both_appendices (self->rows, i));
      else if (old_rows->len > 1)
        add_change (&comparison, SAIGA_CONCORDANCE_CHANGE_KIND_JOINED, self->rows, i, "rows", join_keys (earlier->rows, old_rows), g_strdup (get_key (self->rows, i)));
      else
        {
          g_autoptr(GArray) new_rows = list_partners (earlier->rows, g_array_index (old_rows, guint32, 0), self->rows, new_names);

          if (new_rows->len == 1)
            compare_rows (&comparison, g_array_index (old_rows, guint32, 0), i);
        }
    }
  for (guint32 i = 0; i < earlier->rows->rows->len; i++)
    {
      g_autoptr(GArray) new_rows = list_partners (earlier->rows, i, self->rows, new_names);

      if (new_rows->len == 0)
        add_change (&comparison, SAIGA_CONCORDANCE_CHANGE_KIND_GONE, earlier->rows, i, "appendices", print_both_appendices (earlier->rows, i), NULL);
      else if (new_rows->len > 1)
        add_change (&comparison, SAIGA_CONCORDANCE_CHANGE_KIND_SPLIT, earlier->rows, i, "rows", g_strdup (get_key (earlier->rows, i)), join_keys (self->rows, new_rows));
    }
  compare_decisions (&comparison, earlier, self);
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&old_names[side], g_hash_table_unref);
      g_clear_pointer (&new_names[side], g_hash_table_unref);
    }

  return G_LIST_MODEL (g_steal_pointer (&changes));
}
