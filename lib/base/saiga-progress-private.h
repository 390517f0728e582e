/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is told how much of a long job is done, from 0 to 1. NULL: nobody wants to know. */
typedef struct
{
  void (*tell) (double fraction,
                gpointer data);
  gpointer data;
} SaigaTeller;

static inline void
_saiga_progress_tell (const SaigaTeller *self,
                      double fraction)
{
  if (self != NULL)
    self->tell (fraction, self->data);
}

G_END_DECLS
