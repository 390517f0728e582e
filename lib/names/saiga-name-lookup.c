/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-fold-private.h"
#include "saiga-name-index-private.h"

/* Finding words and whole names in an index. Hash tables are open, of a power
 * of two, at most three quarters full; as a damaged file may have a full one, no
 * search visits more slots than there are. */

guint32
_saiga_name_find_genus (const SaigaNameView *view,
                        const char *word,
                        gsize length)
{
  guint32 mask = view->n_genus_slots - 1, i = _saiga_name_hash (word, length) & mask;

  for (guint32 n = 0; n < view->n_genus_slots; n++, i = (i + 1) & mask)
    {
      guint32 slot = view->genus_slots[i], found_length;
      const char *found;

      if (slot == 0)
        break;
      found = _saiga_name_get_genus (view, slot - 1, &found_length);
      if (found_length == length && _saiga_name_same (found, word, length))
        return slot - 1;
    }

  return SAIGA_NAME_NONE;
}

guint32
_saiga_name_find_epithet (const SaigaNameView *view,
                          const char *word,
                          gsize length)
{
  guint32 mask = view->n_epithet_slots - 1, i = _saiga_name_hash (word, length) & mask;

  for (guint32 n = 0; n < view->n_epithet_slots; n++, i = (i + 1) & mask)
    {
      guint32 slot = view->epithet_slots[i], found_length;
      const char *found;

      if (slot == 0)
        break;
      found = _saiga_name_get_epithet (view, slot - 1, &found_length);
      if (found_length == length && _saiga_name_same (found, word, length))
        return slot - 1;
    }

  return SAIGA_NAME_NONE;
}

/* Keys are compared by 64 bits of their hash: the slot, and the tag of the epithet.
 * To write the key of a word anew costs as much as all else of a look-up. */
gboolean
_saiga_name_find_variants (const SaigaNameView *view,
                           const char *word,
                           gsize length,
                           guint32 *first,
                           guint32 *end)
{
  char key[SAIGA_NAME_MAX_KEPT * 3 + 8];
  guint64 hash = _saiga_name_hash (key, _saiga_name_variant_key (word, length, TRUE, key, sizeof key));
  guint32 mask = view->n_key_slots - 1, i = hash & mask, tag = hash >> 32;

  for (guint32 n = 0; n < view->n_key_slots; n++, i = (i + 1) & mask)
    {
      guint32 slot = view->epithet_keys[i];

      if (slot == 0)
        break;
      if (slot <= view->n_epithets && view->epithet_tags[slot - 1] == tag)
        {
          *first = slot - 1;
          *end = slot;
          while (*end < view->n_epithets && *end - *first < 1000 && view->epithet_tags[*end] == tag)
            ++*end;
          return TRUE;
        }
    }

  return FALSE;
}

/* Where in an ascending stretch of an array the first number stands that is not less than @value. */
guint32
_saiga_name_find_first_at_least (const guint32 *array,
                                 guint32 first,
                                 guint32 end,
                                 guint32 value)
{
  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (array[middle] < value)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/* Finds the name with these words; an epithet is its number plus 1, or 0. */
guint32
_saiga_name_find_name (const SaigaNameView *view,
                       guint32 genus,
                       guint32 epithet,
                       guint32 infra)
{
  guint64 hash = _saiga_name_hash_ids (genus, epithet, infra);
  guint32 mask = view->n_name_slots - 1, i = hash & mask, tag = hash >> 32, first, end;

  _saiga_name_get_names (view, genus, &first, &end);
  for (guint32 n = 0; n < view->n_name_slots; n++, i = (i + 1) & mask)
    {
      guint32 name = view->name_slots[2 * i + 1];

      if (name == 0)
        break;
      name--;
      if (view->name_slots[2 * i] == tag && name >= first && name < end && view->name_epithets[name] == epithet && _saiga_name_get_infra (view, name) == infra)
        return name;
    }

  return SAIGA_NAME_NONE;
}

guint32
_saiga_name_get_genus_of (const SaigaNameView *view,
                          guint32 name)
{
  guint32 first = 0, end = view->n_genera;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (view->genus_starts[middle + 1] <= name)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/* Writes the words of a name. */
gsize
_saiga_name_write_name (const SaigaNameView *view,
                        guint32 name,
                        char *buffer,
                        gsize size)
{
  guint32 genus = _saiga_name_get_genus_of (view, name), epithets[2], length;
  const char *word = _saiga_name_get_genus (view, genus, &length);
  gsize n = MIN (length, size - 1);

  memcpy (buffer, word, n);
  if (n > 0)
    buffer[0] = g_ascii_toupper (buffer[0]);

  epithets[0] = view->name_epithets[name];
  epithets[1] = _saiga_name_get_infra (view, name);
  for (guint i = 0; i < 2 && epithets[i] != 0; i++)
    {
      word = _saiga_name_get_epithet (view, epithets[i] - 1, &length);
      if (n + 1 + length >= size)
        break;
      buffer[n++] = ' ';
      memcpy (buffer + n, word, length);
      n += length;
    }
  buffer[n] = '\0';

  return n;
}

/* How many names are looked up at the same time: the memory answers them together. */
#define BATCH 16

/* A word that is looked for in a dictionary, step by step. */
typedef struct
{
  const char *text;
  guint32 length;
  guint32 slot;
  guint32 word; /* what the slot says: a candidate plus 1 */
} WordLookup;

typedef struct
{
  char buffer[SAIGA_NAME_MAX_KEPT + 8];
  gsize length;
  WordLookup words[3];
  guint n_words;
  guint32 ids[3];
  guint32 slot;
} Lookup;

/* Folds a name and cuts it into words, and asks for their slots. */
static void
start_lookup (const SaigaNameView *view,
              const char *name,
              Lookup *self)
{
  gsize length = strlen (name), start = 0, n = 0;
  gboolean plain = length < SAIGA_NAME_MAX_KEPT;

  for (; plain && n < length; n++)
    {
      guchar c = name[n];

      plain = c < 0x80;
      self->buffer[n] = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
  if (!plain)
    n = _saiga_name_fold_text (name, MIN (length, SAIGA_NAME_MAX_KEPT / 3), self->buffer, sizeof self->buffer);
  self->length = n;
  self->buffer[n] = '\0';

  self->n_words = 0;
  while (start < n && self->n_words < 3)
    {
      const char *space = self->n_words < 2 ? memchr (self->buffer + start, ' ', n - start) : NULL;
      WordLookup *word = &self->words[self->n_words];
      gsize end = space != NULL ? (gsize) (space - self->buffer) : n;
      guint64 hash;

      word->text = self->buffer + start;
      word->length = end - start;
      hash = _saiga_name_hash (word->text, word->length);
      word->slot = hash & ((self->n_words == 0 ? view->n_genus_slots : view->n_epithet_slots) - 1);
      __builtin_prefetch (self->n_words == 0 ? &view->genus_slots[word->slot] : &view->epithet_slots[word->slot]);
      self->n_words++;
      start = end + 1;
    }
}

/* Reads the slots, and asks for where the words of the dictionary begin. */
static void
read_slots (const SaigaNameView *view,
            Lookup *self)
{
  for (guint i = 0; i < self->n_words; i++)
    {
      const guint32 *slots = i == 0 ? view->genus_slots : view->epithet_slots, *offsets = i == 0 ? view->genus_offsets : view->epithet_offsets;

      self->words[i].word = slots[self->words[i].slot];
      if (self->words[i].word != 0 && self->words[i].word <= (i == 0 ? view->n_genera : view->n_epithets))
        __builtin_prefetch (&offsets[self->words[i].word - 1]);
      else
        self->words[i].word = 0;
    }
}

static void
read_offsets (const SaigaNameView *view,
              Lookup *self)
{
  for (guint i = 0; i < self->n_words; i++)
    if (self->words[i].word != 0)
      {
        const guint32 *offsets = i == 0 ? view->genus_offsets : view->epithet_offsets;
        const char *text = i == 0 ? view->genus_text : view->epithet_text;

        __builtin_prefetch (text + MIN (offsets[self->words[i].word - 1], i == 0 ? view->genus_text_size : view->epithet_text_size));
      }
}

/* Finds the numbers of the words, and asks for the slot of the name. */
static void
read_words (const SaigaNameView *view,
            Lookup *self)
{
  self->ids[0] = self->n_words > 0 ? _saiga_name_find_genus (view, self->words[0].text, self->words[0].length) : SAIGA_NAME_NONE;
  self->ids[1] = self->ids[2] = 0;
  for (guint i = 1; i < self->n_words && self->ids[0] != SAIGA_NAME_NONE; i++)
    {
      self->ids[i] = _saiga_name_find_epithet (view, self->words[i].text, self->words[i].length) + 1;
      if (self->ids[i] == 0)
        self->ids[0] = SAIGA_NAME_NONE;
    }
  if (self->ids[0] == SAIGA_NAME_NONE && self->n_words > 1)
    {
      /* A formula, or another name that is one word to the index. */
      self->ids[0] = _saiga_name_find_genus (view, self->buffer, self->length);
      self->ids[1] = self->ids[2] = 0;
    }
  if (self->ids[0] != SAIGA_NAME_NONE)
    {
      self->slot = _saiga_name_hash_ids (self->ids[0], self->ids[1], self->ids[2]) & (view->n_name_slots - 1);
      __builtin_prefetch (&view->name_slots[2 * self->slot]);
    }
}

/* Asks for the words of the name in the slot. */
static void
read_name_slot (const SaigaNameView *view,
                Lookup *self)
{
  guint32 name = self->ids[0] != SAIGA_NAME_NONE ? view->name_slots[2 * self->slot + 1] : 0;

  if (name == 0 || name > view->n_names)
    return;
  __builtin_prefetch (&view->name_epithets[name - 1]);
  if (view->name_infra != NULL)
    __builtin_prefetch (&view->name_infra[name - 1]);
  if (view->row_starts != NULL)
    __builtin_prefetch (&view->row_starts[name - 1]);
  __builtin_prefetch (&view->genus_starts[self->ids[0]]);
}

/**
 * saiga_name_index_find_names:
 * @self: an index
 * @names: (array zero-terminated=1): canonical names, such as [method@Name.get_canonical] gives them
 * @n_rows: (out): return location for the number of rows, the same as that of names
 *
 * Finds many names exactly, at once.
 *
 * Case and diacritics do not count. To have names read, folded or corrected, use
 * [class@NameMatcher].
 *
 * Returns: (transfer full) (array length=n_rows): for each name the first row
 *   with it plus 1, or 0 if there is none
 *
 * Since: 0.1
 */
guint *
saiga_name_index_find_names (SaigaNameIndex *self,
                             const char *const *names,
                             guint *n_rows)
{
  const SaigaNameView *view;
  guint n;
  guint *rows;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), NULL);
  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  view = &self->view;
  n = g_strv_length ((char **) names);
  rows = g_new0 (guint, MAX (n, 1));
  for (guint start = 0; start < n; start += BATCH)
    {
      guint count = MIN (BATCH, n - start);
      Lookup lookups[BATCH];

      for (guint i = 0; i < count; i++)
        start_lookup (view, names[start + i], &lookups[i]);
      for (guint i = 0; i < count; i++)
        read_slots (view, &lookups[i]);
      for (guint i = 0; i < count; i++)
        read_offsets (view, &lookups[i]);
      for (guint i = 0; i < count; i++)
        read_words (view, &lookups[i]);
      for (guint i = 0; i < count; i++)
        read_name_slot (view, &lookups[i]);
      for (guint i = 0; i < count; i++)
        if (lookups[i].ids[0] != SAIGA_NAME_NONE)
          {
            guint32 name = _saiga_name_find_name (view, lookups[i].ids[0], lookups[i].ids[1], lookups[i].ids[2]), first, end;

            if (name == SAIGA_NAME_NONE)
              continue;
            _saiga_name_get_rows (view, name, &first, &end);
            if (first < end)
              rows[start + i] = first + 1;
          }
    }
  *n_rows = n;

  return rows;
}
