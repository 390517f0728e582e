/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-fold-private.h"
#include "saiga-name-index-private.h"

/* Completion: what begins with what was typed. Words are sorted, so that all
 * that begin alike stand together. */

/* No more names than these are looked at before the best are chosen. */
#define MAX_VISITED 20000

typedef struct
{
  guint32 row;
  guint32 grade; /* the smaller the better */
} Choice;

typedef struct
{
  const SaigaNameView *view;
  Choice *choices;
  guint n;
  guint max;
  guint visited;
} Completion;

/* Keeps the best rows, in their order. */
static void
add_row (Completion *self,
         guint32 row,
         guint32 grade)
{
  guint i;

  self->visited++;
  grade = grade * 4 + _saiga_name_get_status (self->view, row);
  for (i = 0; i < self->n; i++)
    if (self->choices[i].row == row)
      return;
  if (self->n == self->max && self->choices[self->n - 1].grade <= grade)
    return;

  i = self->n < self->max ? self->n++ : self->n - 1;
  for (; i > 0 && self->choices[i - 1].grade > grade; i--)
    self->choices[i] = self->choices[i - 1];
  self->choices[i] = (Choice){ row, grade };
}

static void
add_name (Completion *self,
          guint32 name,
          guint32 grade)
{
  guint32 row, end;

  _saiga_name_get_rows (self->view, name, &row, &end);
  for (; row < end; row++)
    add_row (self, row, grade);
}

static int
compare_prefix (const char *word,
                gsize length,
                const char *prefix,
                gsize prefix_length)
{
  int order = memcmp (word, prefix, MIN (length, prefix_length));

  return order != 0 ? order : length < prefix_length ? -1
                                                     : 0;
}

/* The genera that begin so: from @first on, up to @end. */
static void
find_genera (const SaigaNameView *view,
             const char *prefix,
             gsize length,
             guint32 *first,
             guint32 *end)
{
  guint32 low = 0, high = view->n_genera;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2, n;
      const char *word = _saiga_name_get_genus (view, middle, &n);

      if (compare_prefix (word, n, prefix, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  high = view->n_genera;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2, n;
      const char *word = _saiga_name_get_genus (view, middle, &n);

      if (compare_prefix (word, n, prefix, length) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;
}

static gboolean
epithet_begins (const SaigaNameView *view,
                guint32 epithet,
                const char *prefix,
                gsize length)
{
  guint32 n;
  const char *word;

  if (epithet == 0)
    return FALSE;
  word = _saiga_name_get_epithet (view, epithet - 1, &n);

  return compare_prefix (word, n, prefix, length) == 0;
}

/* "lox", "lox af", "loxodonta africana ox": the beginnings of the words of a name. */
static void
complete_names (Completion *self,
                const char *words[3],
                const gsize lengths[3],
                guint n_words)
{
  const SaigaNameView *view = self->view;
  guint32 first, end;

  find_genera (view, words[0], lengths[0], &first, &end);
  for (guint32 genus = first; genus < end && self->visited < MAX_VISITED; genus++)
    {
      guint32 name, names_end, length;

      _saiga_name_get_genus (view, genus, &length);
      _saiga_name_get_names (view, genus, &name, &names_end);
      /* A short prefix has more genera than anybody reads: their own rows are enough. */
      for (; name < names_end && self->visited < MAX_VISITED; name++)
        {
          guint32 epithet = view->name_epithets[name], infra = _saiga_name_get_infra (view, name);
          guint32 grade = (length != lengths[0]) + (epithet != 0 ? 2 : 0) + (infra != 0 ? 2 : 0);

          if (n_words == 1 && self->n == self->max && self->choices[self->n - 1].grade < grade * 4)
            {
              /* Nothing better in this genus. */
              if (epithet != 0)
                break;
              continue;
            }
          self->visited++;
          if (n_words > 1 && !epithet_begins (view, epithet, words[1], lengths[1]))
            continue;
          if (n_words > 2 && !epithet_begins (view, infra, words[2], lengths[2]))
            continue;
          add_name (self, name, grade);
        }
    }
}

/* "africana": the epithet alone. */
static void
complete_epithets (Completion *self,
                   const char *prefix,
                   gsize length)
{
  const SaigaNameView *view = self->view;
  guint32 low = 0, high = view->n_epithets;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2, n;
      const char *word = _saiga_name_get_epithet (view, view->epithet_sorted[middle], &n);

      if (compare_prefix (word, n, prefix, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < view->n_epithets && self->visited < MAX_VISITED; low++)
    {
      guint32 epithet = view->epithet_sorted[low], place, end, n;

      if (epithet >= view->n_epithets || !epithet_begins (view, epithet + 1, prefix, length))
        break;
      _saiga_name_get_epithet (view, epithet, &n);
      _saiga_name_get_range (view->posting_starts, epithet, view->n_postings, &place, &end);
      for (; place < end && self->visited < MAX_VISITED; place++)
        {
          guint32 name, names_end;

          _saiga_name_get_names (view, view->posting_genera[place], &name, &names_end);
          name = _saiga_name_find_first_at_least (view->name_epithets, name, names_end, epithet + 1);
          for (; name < names_end && view->name_epithets[name] == epithet + 1 && self->visited < MAX_VISITED; name++)
            add_name (self, name, 8 + (n != length) + (_saiga_name_get_infra (view, name) != 0 ? 2 : 0));
        }
    }
}

static const char *
get_common (const SaigaNameView *view,
            guint32 position)
{
  guint32 offset = view->common_offsets[position];

  return offset < view->pool_size ? view->pool + offset : "";
}

/* The words of common names. */
static void
complete_common (Completion *self,
                 const char *prefix,
                 gsize length)
{
  const SaigaNameView *view = self->view;
  guint32 low = 0, high = view->n_common;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (strncmp (get_common (view, middle), prefix, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < view->n_common && self->visited < MAX_VISITED; low++)
    {
      guint32 offset = view->common_offsets[low];
      const char *text = get_common (view, low);
      gboolean starts = offset > 0 && offset < view->pool_size && view->pool[offset - 1] == '\0';

      if (strncmp (text, prefix, length) != 0)
        break;
      if (view->common_rows[low] < view->n_rows)
        add_row (self, view->common_rows[low], (text[length] != '\0') + (starts ? 0 : 4) + 1);
    }
}

/**
 * saiga_name_index_complete:
 * @self: an index
 * @text: what somebody has typed
 * @max_rows: how many rows to give at most, up to 1000
 * @n_rows: (out): return location for the number of rows
 *
 * Finds names that begin with what was typed.
 *
 * Case and diacritics do not count. Each word may be left off anywhere: `lox af`
 * finds *Loxodonta africana*. An epithet alone, and any word of a common name,
 * are found too. The best come first: whole words, genera before species before
 * lower names, accepted names before synonyms.
 *
 * Returns: (transfer full) (array length=n_rows): the numbers of the rows
 *
 * Since: 0.1
 */
guint *
saiga_name_index_complete (SaigaNameIndex *self,
                           const char *text,
                           guint max_rows,
                           guint *n_rows)
{
  Completion completion = { 0 };
  char folded[SAIGA_NAME_MAX_KEPT * 3 + 8];
  const char *words[3] = { NULL };
  gsize lengths[3] = { 0 }, length;
  guint n_words = 0;
  guint *rows;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  max_rows = MIN (max_rows, 1000);
  completion.view = &self->view;
  completion.max = max_rows;
  completion.choices = g_new (Choice, MAX (max_rows, 1));
  while (*text == ' ')
    text++;
  length = _saiga_name_fold_text (text, MIN (strlen (text), SAIGA_NAME_MAX_KEPT), folded, sizeof folded);
  for (gsize i = 0; i < length && n_words < 3;)
    {
      gsize start = i;

      while (i < length && folded[i] != ' ')
        i++;
      words[n_words] = folded + start;
      lengths[n_words++] = i - start;
      while (i < length && folded[i] == ' ')
        i++;
    }

  if (n_words > 0 && max_rows > 0)
    {
      complete_names (&completion, words, lengths, n_words);
      completion.visited = 0;
      if (n_words == 1 && lengths[0] > 1)
        complete_epithets (&completion, words[0], lengths[0]);
      completion.visited = 0;
      while (length > 0 && folded[length - 1] == ' ')
        length--;
      complete_common (&completion, folded, length);
    }

  rows = g_new (guint, MAX (completion.n, 1));
  for (guint i = 0; i < completion.n; i++)
    rows[i] = completion.choices[i].row;
  *n_rows = completion.n;
  g_free (completion.choices);

  return rows;
}
