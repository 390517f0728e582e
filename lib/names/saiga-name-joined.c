/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-search-private.h"

/* Names whose spaces stand elsewhere: "Acan thops", "Ciconiaboyciana". All
 * letters in one row, every place for the first space is tried, and for each
 * genus that is one every place for the second. Words that the index knows are
 * no halves of others: a known genus stays what it is, and two known words are
 * not read as one. */

static void
try_rest (SaigaNameSearch *self,
          guint32 genus,
          const char *text,
          gsize length,
          guint moved)
{
  const SaigaNameView *view = self->view;
  guint32 epithet = _saiga_name_find_epithet (view, text, length), name;

  if (epithet != SAIGA_NAME_NONE)
    {
      name = _saiga_name_find_name (view, genus, epithet + 1, 0);
      if (name != SAIGA_NAME_NONE)
        _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_JOINED, moved, 0.5);
    }
  for (gsize i = 3; i + 3 <= length; i++)
    {
      guint32 infra;

      epithet = _saiga_name_find_epithet (view, text, i);
      if (epithet == SAIGA_NAME_NONE)
        continue;
      infra = _saiga_name_find_epithet (view, text + i, length - i);
      if (infra == SAIGA_NAME_NONE)
        continue;
      name = _saiga_name_find_name (view, genus, epithet + 1, infra + 1);
      if (name != SAIGA_NAME_NONE)
        _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_JOINED, moved, 0.6);
    }
}

/* Two neighbouring words as one, with one edit besides. */
static void
try_joined_fuzzy (SaigaNameSearch *self,
                  const gboolean *known)
{
  const SaigaNameKey *key = &self->key;
  SaigaNameKey *joined;

  if (key->n_words < 2)
    return;
  joined = g_new (SaigaNameKey, 1);
  for (guint gap = 0; gap + 1 < key->n_words; gap++)
    {
      char text[SAIGA_NAME_MAX_KEPT * 3 + 8];
      gsize length = 0;

      if (known[gap] && known[gap + 1])
        continue;
      for (guint i = 0; i < key->n_words; i++)
        {
          if (i > 0 && i != gap + 1)
            text[length++] = ' ';
          memcpy (text + length, key->words[i], key->lengths[i]);
          length += key->lengths[i];
        }
      _saiga_name_key_set (joined, text, length);
      if (joined->n_words > 1)
        _saiga_name_search_fuzzy (self, joined, 1, SAIGA_NAME_MATCH_CLASS_JOINED);
    }
  g_free (joined);
}

void
_saiga_name_search_joined (SaigaNameSearch *self)
{
  const SaigaNameView *view = self->view;
  char text[SAIGA_NAME_MAX_KEPT * 3 + 8];
  gsize length = 0, first = 3, last;
  gboolean known[3];
  guint32 genus;

  for (guint i = 0; i < self->key.n_words; i++)
    known[i] = _saiga_name_search_knows (self, &self->key, i);
  for (guint i = 0; i < self->key.n_words; i++)
    for (guint k = 0; k < self->key.lengths[i]; k++)
      if (self->key.words[i][k] != ' ' && self->key.words[i][k] != '-')
        text[length++] = self->key.words[i][k];
  if (length < 6 || length > 80)
    return;

  last = MIN (length - 2, view->longest_genus);
  if (self->key.n_words > 1 && known[0])
    {
      first = self->key.lengths[0];
      last = MIN (last, first);
    }
  for (gsize i = first; i <= last; i++)
    {
      genus = _saiga_name_find_genus (view, text, i);
      if (genus != SAIGA_NAME_NONE)
        try_rest (self, genus, text + i, length - i, 1);
    }
  /* In one word: a genus or a family. */
  if (self->key.n_words == 2)
    {
      genus = _saiga_name_find_genus (view, text, length);
      if (genus != SAIGA_NAME_NONE)
        {
          guint32 name = _saiga_name_find_name (view, genus, 0, 0);

          if (name != SAIGA_NAME_NONE)
            _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_JOINED, 1, 0.5);
        }
    }
  if (self->n_hits == 0 && self->options.max_edits > 0)
    try_joined_fuzzy (self, known);
}
