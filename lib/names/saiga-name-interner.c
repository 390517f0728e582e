/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-index-private.h"
#include "saiga-name-interner-private.h"

void
_saiga_name_interner_init (SaigaNameInterner *self)
{
  memset (self, 0, sizeof *self);
  self->n_slots = 1024;
  self->slots = g_new0 (guint32, self->n_slots);
  self->n_allocated = 512;
  self->offsets = g_new (guint32, self->n_allocated + 1);
  self->offsets[0] = 0;
  self->allocated = 8192;
  self->text = g_malloc (self->allocated);
}

void
_saiga_name_interner_clear (SaigaNameInterner *self)
{
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->offsets, g_free);
  g_clear_pointer (&self->text, g_free);
}

static void
grow_slots (SaigaNameInterner *self)
{
  self->n_slots *= 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 number = 0; number < self->n; number++)
    {
      guint32 length;
      const char *text = _saiga_name_interner_get (self, number, &length);
      guint32 i = _saiga_name_hash (text, length) & (self->n_slots - 1);

      while (self->slots[i] != 0)
        i = (i + 1) & (self->n_slots - 1);
      self->slots[i] = number + 1;
    }
}

guint32
_saiga_name_interner_add (SaigaNameInterner *self,
                          const char *text,
                          gsize length)
{
  guint32 i = _saiga_name_hash (text, length) & (self->n_slots - 1);

  for (; self->slots[i] != 0; i = (i + 1) & (self->n_slots - 1))
    {
      guint32 found_length;
      const char *found = _saiga_name_interner_get (self, self->slots[i] - 1, &found_length);

      if (found_length == length && _saiga_name_same (found, text, length))
        return self->slots[i] - 1;
    }

  if (self->size + length + 1 >= G_MAXUINT32 || self->n >= G_MAXUINT32 / 4)
    return G_MAXUINT32;
  if (self->n == self->n_allocated)
    {
      self->n_allocated *= 2;
      self->offsets = g_renew (guint32, self->offsets, self->n_allocated + 1);
    }
  if (self->size + length + 1 > self->allocated)
    {
      self->allocated = MAX (self->allocated * 2, self->size + length + 1);
      self->text = g_realloc (self->text, self->allocated);
    }
  memcpy (self->text + self->size, text, length);
  self->text[self->size + length] = '\0';
  self->size += length + 1;
  self->offsets[++self->n] = self->size;
  self->slots[i] = self->n;
  if (self->n > self->n_slots / 4 * 3)
    grow_slots (self);

  return self->n - 1;
}
