/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-area-sets-private.h"

struct _SaigaAreaSets
{
  GHashTable *by_id; /* id → area + 1 */
  GPtrArray *ids;
  guint n_words; /* of a set */
  GArray *words;
};

SaigaAreaSets *
_saiga_area_sets_new (void)
{
  SaigaAreaSets *self = g_new0 (SaigaAreaSets, 1);

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->words = g_array_new (FALSE, TRUE, sizeof (guint64));

  return self;
}

void
_saiga_area_sets_free (SaigaAreaSets *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->words);
  g_free (self);
}

int
_saiga_area_sets_add_area (SaigaAreaSets *self,
                           const char *id)
{
  int area = _saiga_area_sets_find (self, id);
  char *copy;

  if (area != SAIGA_ANY_AREA)
    return area;

  copy = g_strdup (id);
  g_ptr_array_add (self->ids, copy);
  g_hash_table_insert (self->by_id, copy, GUINT_TO_POINTER (self->ids->len));

  return (int) self->ids->len - 1;
}

/* From here on no area is added. The first set is the empty one. */
void
_saiga_area_sets_freeze (SaigaAreaSets *self)
{
  self->n_words = self->ids->len / 64 + 1;
  _saiga_area_sets_add (self);
}

/* SAIGA_ANY_AREA if nothing names it. */
int
_saiga_area_sets_find (const SaigaAreaSets *self,
                       const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}

guint
_saiga_area_sets_n_areas (const SaigaAreaSets *self)
{
  return self->ids->len;
}

const char *
_saiga_area_sets_get_id (const SaigaAreaSets *self,
                         int area)
{
  return self->ids->pdata[area];
}

guint
_saiga_area_sets_add (SaigaAreaSets *self)
{
  guint set = self->words->len / self->n_words;

  g_array_set_size (self->words, self->words->len + self->n_words);

  return set;
}

guint
_saiga_area_sets_copy (SaigaAreaSets *self,
                       guint set)
{
  guint copy = _saiga_area_sets_add (self);

  memcpy (&g_array_index (self->words, guint64, copy * self->n_words), _saiga_area_sets_peek (self, set), self->n_words * sizeof (guint64));

  return copy;
}

void
_saiga_area_sets_insert (SaigaAreaSets *self,
                         guint set,
                         int area)
{
  g_array_index (self->words, guint64, set * self->n_words + (guint) area / 64) |= G_GUINT64_CONSTANT (1) << (area % 64);
}

void
_saiga_area_sets_remove (SaigaAreaSets *self,
                         guint set,
                         int area)
{
  g_array_index (self->words, guint64, set * self->n_words + (guint) area / 64) &= ~(G_GUINT64_CONSTANT (1) << (area % 64));
}

gboolean
_saiga_area_sets_has (const SaigaAreaSets *self,
                      guint set,
                      int area)
{
  if (area == SAIGA_ANY_AREA)
    return FALSE;

  return (g_array_index (self->words, guint64, set * self->n_words + (guint) area / 64) >> (area % 64)) & 1;
}

gboolean
_saiga_area_sets_is_empty (const SaigaAreaSets *self,
                           guint set)
{
  const guint64 *words = _saiga_area_sets_peek (self, set);

  for (guint i = 0; i < self->n_words; i++)
    if (words[i] != 0)
      return FALSE;

  return TRUE;
}

gboolean
_saiga_area_sets_equal (const SaigaAreaSets *self,
                        guint set,
                        guint other)
{
  return memcmp (_saiga_area_sets_peek (self, set), _saiga_area_sets_peek (self, other), self->n_words * sizeof (guint64)) == 0;
}

guint
_saiga_area_sets_n_words (const SaigaAreaSets *self)
{
  return self->n_words;
}

const guint64 *
_saiga_area_sets_peek (const SaigaAreaSets *self,
                       guint set)
{
  return &g_array_index (self->words, guint64, set * self->n_words);
}

char **
_saiga_area_sets_list (const SaigaAreaSets *self,
                       guint set)
{
  g_autoptr(GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < self->ids->len; i++)
    if (_saiga_area_sets_has (self, set, (int) i))
      g_strv_builder_add (list, self->ids->pdata[i]);

  return g_strv_builder_end (list);
}
