/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of numbers that grow together. The lowest of a set stands for it, so that the order of
 * uniting does not matter. */

static inline guint32 *
_saiga_union_new (guint32 n)
{
  guint32 *parents = g_new (guint32, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++)
    parents[i] = i;

  return parents;
}

static inline guint32
_saiga_union_find (guint32 *parents,
                   guint32 at)
{
  while (parents[at] != at)
    {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }

  return at;
}

static inline void
_saiga_union_join (guint32 *parents,
                   guint32 a,
                   guint32 b)
{
  a = _saiga_union_find (parents, a);
  b = _saiga_union_find (parents, b);
  parents[MAX (a, b)] = MIN (a, b);
}

G_END_DECLS
