/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers strings in the order in which they come. Used while an index is built. */
typedef struct
{
  guint32 *slots; /* number + 1 */
  guint32 n_slots;
  guint32 *offsets; /* n + 1 */
  guint32 n;
  guint32 n_allocated;
  char *text; /* all strings, each with its end */
  gsize size;
  gsize allocated;
} SaigaNameInterner;

void _saiga_name_interner_init (SaigaNameInterner *self);
void _saiga_name_interner_clear (SaigaNameInterner *self);
/* G_MAXUINT32 if there are too many. */
guint32 _saiga_name_interner_add (SaigaNameInterner *self,
                                  const char *text,
                                  gsize length);

static inline const char *
_saiga_name_interner_get (const SaigaNameInterner *self,
                          guint32 number,
                          guint32 *length)
{
  *length = self->offsets[number + 1] - self->offsets[number] - 1;

  return self->text + self->offsets[number];
}

G_END_DECLS
