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
      if (found_length == length && memcmp (found, word, length) == 0)
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
      if (found_length == length && memcmp (found, word, length) == 0)
        return slot - 1;
    }

  return SAIGA_NAME_NONE;
}

static gboolean
has_key (const SaigaNameView *view,
         guint32 epithet,
         const char *key,
         gsize length)
{
  char buffer[SAIGA_NAME_MAX_KEPT * 3 + 8];
  guint32 word_length;
  const char *word = _saiga_name_get_epithet (view, epithet, &word_length);

  return _saiga_name_variant_key (word, word_length, TRUE, buffer, sizeof buffer) == length && memcmp (buffer, key, length) == 0;
}

gboolean
_saiga_name_find_variants (const SaigaNameView *view,
                           const char *key,
                           gsize length,
                           guint32 *first,
                           guint32 *end)
{
  guint32 mask = view->n_key_slots - 1, i = _saiga_name_hash (key, length) & mask;

  for (guint32 n = 0; n < view->n_key_slots; n++, i = (i + 1) & mask)
    {
      guint32 slot = view->epithet_keys[i];

      if (slot == 0)
        break;
      if (slot <= view->n_epithets && has_key (view, slot - 1, key, length))
        {
          *first = slot - 1;
          *end = slot;
          while (*end < view->n_epithets && *end - *first < 1000 && has_key (view, *end, key, length))
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

typedef struct
{
  guint32 genus;
  guint32 epithet;
  guint32 infra;
  guint32 slot;
  guint32 tag;
} Lookup;

/* Cuts a canonical name into words and finds their numbers. */
static void
start_lookup (const SaigaNameView *view,
              const char *name,
              Lookup *lookup)
{
  char buffer[SAIGA_NAME_MAX_KEPT + 8];
  const char *space, *second;
  gsize length = strlen (name), n;
  guint64 hash;

  lookup->genus = SAIGA_NAME_NONE;
  n = _saiga_name_fold_text (name, MIN (length, SAIGA_NAME_MAX_KEPT / 3), buffer, sizeof buffer);
  space = memchr (buffer, ' ', n);
  lookup->genus = _saiga_name_find_genus (view, buffer, space != NULL ? (gsize) (space - buffer) : n);
  lookup->epithet = lookup->infra = 0;
  if (space != NULL)
    {
      second = memchr (space + 1, ' ', buffer + n - space - 1);
      lookup->epithet = _saiga_name_find_epithet (view, space + 1, (second != NULL ? second : buffer + n) - space - 1) + 1;
      if (second != NULL)
        lookup->infra = _saiga_name_find_epithet (view, second + 1, buffer + n - second - 1) + 1;
      if (lookup->epithet == 0 || (second != NULL && lookup->infra == 0))
        lookup->genus = SAIGA_NAME_NONE;
    }
  if (lookup->genus == SAIGA_NAME_NONE)
    {
      /* A formula, or another name that is one word to the index. */
      lookup->genus = space != NULL ? _saiga_name_find_genus (view, buffer, n) : SAIGA_NAME_NONE;
      lookup->epithet = lookup->infra = 0;
      if (lookup->genus == SAIGA_NAME_NONE)
        return;
    }

  hash = _saiga_name_hash_ids (lookup->genus, lookup->epithet, lookup->infra);
  lookup->slot = hash & (view->n_name_slots - 1);
  lookup->tag = hash >> 32;
  __builtin_prefetch (&view->name_slots[2 * lookup->slot]);
}

/**
 * saiga_name_index_find_names:
 * @self: an index
 * @names: canonical names, such as [method@Name.get_canonical] gives them
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
        if (lookups[i].genus != SAIGA_NAME_NONE)
          {
            guint32 name = view->name_slots[2 * lookups[i].slot + 1];

            if (name != 0 && name <= view->n_names)
              {
                __builtin_prefetch (&view->name_epithets[name - 1]);
                if (view->name_infra != NULL)
                  __builtin_prefetch (&view->name_infra[name - 1]);
                if (view->row_starts != NULL)
                  __builtin_prefetch (&view->row_starts[name - 1]);
              }
          }
      for (guint i = 0; i < count; i++)
        if (lookups[i].genus != SAIGA_NAME_NONE)
          {
            guint32 name = _saiga_name_find_name (view, lookups[i].genus, lookups[i].epithet, lookups[i].infra), first, end;

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
