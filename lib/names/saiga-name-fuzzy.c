/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-fold-private.h"
#include "saiga-name-search-private.h"

/* Names a few edits away. An edit budget of two over two words leaves one word
 * with one edit at most, so that all names are found in two ways:
 *
 * - genera with at most one edit, from a table of genera without one of their
 *   letters; then the names of each such genus are gone through;
 * - genera with more edits, in the list of genera that the very epithet occurs
 *   in.
 *
 * A signature of four bytes turns away nearly all words before their letters are
 * looked at. */

/* No genus and no epithet is looked for further than this: a limit on damaged or mad input. */
#define MAX_GENERA 4096

/* How many edits a word of some length may have at all. */
static guint
get_allowance (gsize length,
               gboolean lenient)
{
  if (lenient)
    return length < 3 ? 0 : length < 6 ? 2
                                       : 4;

  return length < 3 ? 0 : length < 4 ? 1
                                     : 2;
}

/* Whether a word with edits is the one that was meant, rather than a false
 * friend. The shorter a word, the more others lie within its reach; and the more
 * names there are to choose from, the likelier one of them does so by chance. A
 * word that the index knows is rather meant than mistaken: another first letter,
 * or two edits, make another word of it. Counted on real misspellings, and on
 * real names that differ by a few letters. */
static gboolean
is_acceptable (const SaigaNameSearch *self,
               double weight,
               guint edits,
               const SaigaNamePattern *pattern,
               char first_letter,
               guint n_names)
{
  gboolean known = self->known[pattern - self->patterns];
  gsize length = pattern->length;
  gboolean same_start = pattern->text[0] == first_letter;

  if (self->options.lenient || edits == 0)
    return TRUE;
  if (edits == 1 && known && !same_start && weight > 0.6)
    return length >= 9;
  if (edits == 1)
    return length >= 4 || weight <= 0.6 || n_names <= 20;
  if (edits > 2 || (known && !(same_start && n_names <= 6)))
    return FALSE;
  if (length >= 13)
    return n_names <= 400;
  if (length >= 7 && weight <= 1.2)
    return n_names <= 200;
  if (length >= 8 && same_start)
    return n_names <= (weight <= 1.6 ? 100 : 30);

  return n_names <= (length >= 6 ? 20 : length >= 4 ? 8
                                                    : 0);
}

typedef struct
{
  SaigaNameSearch *search;
  const SaigaNameKey *key;
  SaigaNameMatchClass match_class;
  guint max_edits;
} Fuzzy;

/* Compares an epithet of the index with one of the name. */
static inline guint
compare_epithet (const SaigaNameView *view,
                 const SaigaNamePattern *pattern,
                 guint32 epithet,
                 guint max)
{
  guint32 length;
  const char *word;

  if (epithet == 0 || epithet > view->n_epithets)
    return max + 1;
  if (!_saiga_name_signatures_may (pattern->signature, view->epithet_signatures[epithet - 1], max))
    return max + 1;
  word = _saiga_name_get_epithet (view, epithet - 1, &length);

  return _saiga_name_pattern_compare (pattern, word, length, max);
}

/* Weighs the edits of an epithet; a negative weight refuses it. */
static double
weigh_word (const SaigaNameSearch *search,
            const SaigaNamePattern *pattern,
            guint32 epithet,
            guint edits,
            guint n_names)
{
  guint32 length;
  const char *word = _saiga_name_get_epithet (search->view, epithet - 1, &length);
  double weight = _saiga_name_weigh_edits (pattern->text, pattern->length, word, length);

  return is_acceptable (search, weight, edits, pattern, *word, n_names) ? weight : -1;
}

/* Goes through the names of one genus, which itself is @genus_edits away. */
static void
scan_genus (Fuzzy *self,
            guint32 genus,
            guint genus_edits,
            double genus_weight)
{
  SaigaNameSearch *search = self->search;
  const SaigaNameView *view = search->view;
  const SaigaNamePattern *first = &search->patterns[1], *second = &search->patterns[2];
  gboolean lenient = search->options.lenient, has_second = self->key->n_words > 2;
  guint budget = self->max_edits - genus_edits, before = G_MAXUINT, before_edits = 0;
  guint max_first = MIN (budget, get_allowance (first->length, lenient));
  guint32 name, end, n_names;

  _saiga_name_get_names (view, genus, &name, &end);
  n_names = end - name;
  for (; name < end; name++)
    {
      guint32 epithet = view->name_epithets[name], infra = _saiga_name_get_infra (view, name);
      guint edits, more = 0;
      double weight = genus_weight;

      if ((infra != 0) != has_second)
        continue;
      if (epithet != before)
        {
          before = epithet;
          before_edits = compare_epithet (view, first, epithet, max_first);
        }
      edits = before_edits;
      if (edits > max_first)
        continue;
      if (has_second)
        {
          guint max_second = MIN (budget - edits, get_allowance (second->length, lenient));

          more = compare_epithet (view, second, infra, max_second);
          if (more > max_second)
            continue;
        }
      if (edits > 0)
        {
          double part = weigh_word (search, first, epithet, edits, n_names);

          if (part < 0)
            continue;
          weight += part;
        }
      if (more > 0)
        {
          double part = weigh_word (search, second, infra, more, n_names);

          if (part < 0)
            continue;
          weight += part;
        }
      _saiga_name_search_add (search, name, self->match_class, genus_edits + edits + more, weight);
    }
}

/* A genus without epithet: only itself. */
static void
add_uninomial (Fuzzy *self,
               guint32 genus,
               guint edits,
               double weight)
{
  const SaigaNameView *view = self->search->view;
  guint32 first, end;

  _saiga_name_get_names (view, genus, &first, &end);
  if (first < end && view->name_epithets[first] == 0)
    _saiga_name_search_add (self->search, first, self->match_class, edits, weight);
}

static void
visit_genus (Fuzzy *self,
             guint32 genus,
             guint edits,
             guint n_genera)
{
  const SaigaNamePattern *pattern = &self->search->patterns[0];
  guint32 length;
  const char *word = _saiga_name_get_genus (self->search->view, genus, &length);
  double weight = edits > 0 ? _saiga_name_weigh_edits (pattern->text, pattern->length, word, length) : 0;

  if (!is_acceptable (self->search, weight, edits, pattern, *word, n_genera))
    return;
  if (self->key->n_words > 1)
    scan_genus (self, genus, edits, weight);
  else
    add_uninomial (self, genus, edits, weight);
}

/* All genera that are the same with one letter left out on either side, or on both. */
static void
scan_deletions (Fuzzy *self)
{
  const SaigaNameView *view = self->search->view;
  const SaigaNamePattern *pattern = &self->search->patterns[0];
  guint32 visited[64];
  guint n_visited = 0, n_hashes = 0;
  guint64 hashes[SAIGA_NAME_MAX_EDITED + 2];
  char buffer[SAIGA_NAME_MAX_EDITED + 1];
  gsize length = pattern->length;

  if (length < 3 || length > SAIGA_NAME_MAX_EDITED)
    return;

  /* All hashes first, so that the memory answers them together. */
  for (gsize gap = 0; gap <= length; gap++)
    {
      if (gap > 0 && gap < length && pattern->text[gap] == pattern->text[gap - 1])
        continue;
      memcpy (buffer, pattern->text, gap);
      if (gap < length)
        memcpy (buffer + gap, pattern->text + gap + 1, length - gap - 1);
      hashes[n_hashes] = _saiga_name_hash (buffer, gap < length ? length - 1 : length);
      __builtin_prefetch (&view->deletion_starts[hashes[n_hashes++] & (view->n_buckets - 1)]);
    }
  for (guint i = 0; i < n_hashes; i++)
    {
      guint32 first, end;

      _saiga_name_get_range (view->deletion_starts, hashes[i] & (view->n_buckets - 1), view->n_deletions, &first, &end);
      if (first < end)
        __builtin_prefetch (&view->deletion_tags[first]);
    }
  for (guint n = 0; n < n_hashes; n++)
    {
      guint64 hash = hashes[n];
      guint32 first, end;

      _saiga_name_get_range (view->deletion_starts, hash & (view->n_buckets - 1), view->n_deletions, &first, &end);
      for (; first < end; first++)
        {
          guint32 genus = view->deletion_genera[first], found_length;
          const char *word;
          guint edits;
          gboolean known = FALSE;

          if (view->deletion_tags[first] != (guint32) (hash >> 32) || genus >= view->n_genera)
            continue;
          for (guint i = 0; i < n_visited && !known; i++)
            known = visited[i] == genus;
          if (known || n_visited == G_N_ELEMENTS (visited))
            continue;
          visited[n_visited++] = genus;
          word = _saiga_name_get_genus (view, genus, &found_length);
          edits = _saiga_name_pattern_compare (pattern, word, found_length, 1);
          if (edits <= 1)
            visit_genus (self, genus, edits, 1);
        }
    }
}

/* Genera with two edits and more: those that the epithet, or a variant of it, occurs in. */
static void
scan_postings (Fuzzy *self)
{
  SaigaNameSearch *search = self->search;
  const SaigaNameView *view = search->view;
  const SaigaNamePattern *pattern = &search->patterns[0];
  guint max = MIN (self->max_edits, get_allowance (pattern->length, search->options.lenient));
  guint32 first, end;
  guint n = 0;

  /* With so many edits it is the name itself that is looked for, not one of its joined forms. */
  if (max < 2 || self->key->n_words < 2 || self->key != &search->key)
    return;
  if (!_saiga_name_search_find_variants (search, 1, &first, &end))
    return;

  for (guint32 epithet = first; epithet < end; epithet++)
    {
      guint32 place, last, first_place;

      _saiga_name_get_range (view->posting_starts, epithet, view->n_postings, &place, &last);
      first_place = place;
      for (; place < last && n < MAX_GENERA; place++)
        {
          guint32 genus = view->posting_genera[place], length;
          const char *word;
          guint edits;

          if (genus >= view->n_genera || !_saiga_name_signatures_may (pattern->signature, view->genus_signatures[genus], max))
            continue;
          word = _saiga_name_get_genus (view, genus, &length);
          edits = _saiga_name_pattern_compare (pattern, word, length, max);
          if (edits < 2 || edits > max)
            continue;
          n++;
          visit_genus (self, genus, edits, last - first_place);
        }
    }
}

/* Whether genera with an edit can be left out: the budget is one edit, and it is needed by an epithet that no name has. */
static gboolean
needs_same_genus (const Fuzzy *self)
{
  for (guint i = 1; self->max_edits == 1 && i < self->key->n_words; i++)
    if (!self->search->known[i])
      return TRUE;

  return FALSE;
}

static void
visit_same_genus (Fuzzy *self)
{
  guint32 genus = _saiga_name_find_genus (self->search->view, self->key->words[0], self->key->lengths[0]);

  if (genus != SAIGA_NAME_NONE && self->key->n_words > 1)
    visit_genus (self, genus, 0, 1);
}

void
_saiga_name_search_fuzzy (SaigaNameSearch *self,
                          const SaigaNameKey *key,
                          guint max_edits,
                          SaigaNameMatchClass match_class)
{
  Fuzzy fuzzy = { self, key, match_class, max_edits };

  if (max_edits == 0 || key->n_words == 0 || key->lengths[0] > SAIGA_NAME_MAX_EDITED || key->lengths[0] > self->view->longest_genus + max_edits)
    return;
  for (guint i = 0; i < key->n_words; i++)
    {
      _saiga_name_pattern_set (&self->patterns[i], key->words[i], key->lengths[i]);
      self->known[i] = _saiga_name_search_knows (self, key, i);
    }

  if (get_allowance (key->lengths[0], self->options.lenient) == 0 || needs_same_genus (&fuzzy))
    visit_same_genus (&fuzzy);
  else
    scan_deletions (&fuzzy);
  scan_postings (&fuzzy);
}
