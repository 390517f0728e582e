/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-catalogue-private.h"
#include "saiga-concordance-private.h"
#include "saiga-value-private.h"

/* A row in few words: what its names and Appendices do not show yet. */

typedef struct
{
  SaigaConcordance *concordance;
  const char *language;
  GPtrArray *parts; /* of what is said, each once */
} Words;

/* Appendices that a side lists through one higher taxon, or in part. */
typedef struct
{
  guint side;
  const char *through; /* NULL: in part */
  GPtrArray *codes;
} Listed;

static void
listed_clear (gpointer data)
{
  g_ptr_array_unref (((Listed *) data)->codes);
}

static const char *
side_name (Words *self,
           guint side)
{
  return _saiga_side_get_nick (self->concordance->rows->sides[side]);
}

static guint
side_of (SaigaReason *reason)
{
  return g_strcmp0 (saiga_reason_get_arguments (reason)[0], "b") == 0;
}

/* Takes the words. */
static void
add (Words *self,
     char *words)
{
  if (g_ptr_array_find_with_equal_func (self->parts, words, g_str_equal, NULL))
    g_free (words);
  else
    g_ptr_array_add (self->parts, words);
}

static void
add_reason (Words *self,
            SaigaReason *reason)
{
  const char *code = saiga_reason_get_code (reason);
  const char *const *arguments = saiga_reason_get_arguments (reason);

  if (g_str_equal (code, "synonym-stated"))
    add (self, _saiga_translate_fill (self->language, N_ ("%1: %2 is a name of %3"), side_name (self, side_of (reason)), arguments[1], arguments[2], NULL));
  else if (g_str_equal (code, "shared-synonym"))
    add (self, _saiga_translate_fill (self->language, N_ ("both: synonym %1"), arguments[0], NULL));
  else if (g_str_equal (code, "segregate"))
    add (self, _saiga_translate_fill (self->language, N_ ("%1: %2 split from %3"), side_name (self, side_of (reason)), arguments[1], arguments[2], NULL));
  else if (g_str_equal (code, "decided"))
    add (self, g_strdup (_saiga_translate (self->language, N_ ("decided by a reviewer"))));
  else if (g_str_equal (code, "stale"))
    add (self, g_strdup (_saiga_translate (self->language, N_ ("facts under a review have changed"))));
}

/* A species in a higher taxon, or a trinomial in its species, is nothing to tell. */
static void
add_concept (Words *self,
             SaigaConcordancePair *pair)
{
  if (saiga_concordance_pair_get_name_relation (pair) == SAIGA_NAME_RELATION_NESTED)
    return;

  switch (saiga_concordance_pair_get_concept_relation (pair))
    {
    case SAIGA_CONCEPT_RELATION_INCLUDES:
    case SAIGA_CONCEPT_RELATION_INCLUDED_IN:
      {
        const guint wide = saiga_concordance_pair_get_concept_relation (pair) == SAIGA_CONCEPT_RELATION_INCLUDED_IN;

        add (self, _saiga_translate_fill (self->language, N_ ("%1 has %2 in the wider sense"), side_name (self, wide),
                                          wide == 0 ? saiga_concordance_pair_get_name_a (pair) : saiga_concordance_pair_get_name_b (pair), NULL));
        break;
      }
    case SAIGA_CONCEPT_RELATION_OVERLAPS:
      add (self, g_strdup (_saiga_translate (self->language, N_ ("the concepts overlap"))));
      break;
    case SAIGA_CONCEPT_RELATION_UNKNOWN:
      add (self, g_strdup (_saiga_translate (self->language, N_ ("how the concepts are related is not known"))));
      break;
    case SAIGA_CONCEPT_RELATION_EXCLUDES:
    case SAIGA_CONCEPT_RELATION_UNSET:
    case SAIGA_CONCEPT_RELATION_CONGRUENT:
    default:
      break;
    }
}

static void
add_listed (GArray *all,
            SaigaReason *reason)
{
  const char *const *arguments = saiga_reason_get_arguments (reason);
  const gboolean is_part = g_str_equal (saiga_reason_get_code (reason), "part");
  Listed new = { side_of (reason), is_part ? NULL : arguments[4], NULL };
  const char *code = is_part ? arguments[3] : arguments[2];
  Listed *found = NULL;

  for (guint i = 0; i < all->len && found == NULL; i++)
    {
      Listed *listed = &g_array_index (all, Listed, i);

      if (listed->side == new.side && g_strcmp0 (listed->through, new.through) == 0)
        found = listed;
    }
  if (found == NULL)
    {
      new.codes = g_ptr_array_new ();
      g_array_append_val (all, new);
      found = &g_array_index (all, Listed, all->len - 1);
    }
  if (!g_ptr_array_find_with_equal_func (found->codes, code, g_str_equal, NULL))
    g_ptr_array_add (found->codes, (gpointer) code);
}

static int
compare_listed (gconstpointer a,
                gconstpointer b)
{
  return (int) ((const Listed *) a)->side - (int) ((const Listed *) b)->side;
}

static void
add_listings (Words *self,
              SaigaConcordanceRow *row)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Listed));

  g_array_set_clear_func (all, listed_clear);
  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    {
      SaigaReason *reason = saiga_concordance_row_get_reason (row, i);

      if (g_str_equal (saiga_reason_get_code (reason), "inherited") || g_str_equal (saiga_reason_get_code (reason), "part"))
        add_listed (all, reason);
    }

  g_array_sort (all, compare_listed);
  for (guint i = 0; i < all->len; i++)
    {
      const Listed *listed = &g_array_index (all, Listed, i);
      g_autofree char *codes = NULL;

      g_ptr_array_sort (listed->codes, _saiga_compare_strings);
      g_ptr_array_add (listed->codes, NULL);
      codes = g_strjoinv ("/", (char **) listed->codes->pdata);
      if (listed->through != NULL)
        add (self, _saiga_translate_fill (self->language, N_ ("%1 %2 through %3"), side_name (self, listed->side), codes, listed->through, NULL));
      else
        add (self, _saiga_translate_fill (self->language, N_ ("%1 %2 in part"), side_name (self, listed->side), codes, NULL));
    }
}

/**
 * saiga_concordance_describe_row:
 * @self: a concordance
 * @row: one of its rows
 * @language: `en`, `fr` or `es`
 *
 * Says in few words what the names and the Appendices of a row do not show: which name is one
 * of another, whose concept is the wider one, through which higher taxon or in part only a side
 * lists it, and whether a reviewer has decided. All of it, with the rules and the listings, is
 * in the reasons of the row and of its pairs.
 *
 * Returns: (transfer full): the words, such as `CITES II through Falconiformes`; where there is
 *   nothing to say, that the names are the same, or a dash
 *
 * Since: 0.1
 */
char *
saiga_concordance_describe_row (SaigaConcordance *self,
                                SaigaConcordanceRow *row,
                                const char *language)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Words words = { self, language, parts };
  GListModel *pairs;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self) && self->rows != NULL, NULL);
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (row), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  pairs = saiga_concordance_row_get_pairs (row);
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);

      for (guint n = 0; n < saiga_concordance_pair_get_n_reasons (pair); n++)
        if (!g_str_equal (saiga_reason_get_code (saiga_concordance_pair_get_reason (pair, n)), "segregate"))
          add_reason (&words, saiga_concordance_pair_get_reason (pair, n));
      add_concept (&words, pair);
    }
  for (guint i = 0; i < saiga_concordance_row_get_n_reasons (row); i++)
    if (!g_str_equal (saiga_reason_get_code (saiga_concordance_row_get_reason (row, i)), "synonym-stated"))
      add_reason (&words, saiga_concordance_row_get_reason (row, i));
  add_listings (&words, row);

  if (parts->len == 0)
    return g_strdup (saiga_concordance_row_has_same_name (row) ? _saiga_translate (language, N_ ("same name")) : "–");
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("; ", (char **) parts->pdata);
}
