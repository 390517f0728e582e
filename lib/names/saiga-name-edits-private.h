/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word prepared for being compared with many: which of its letters are which. */
typedef struct
{
  const char *text;
  guint length;
  guint32 signature;
  guint64 letters[32];
} SaigaNamePattern;

void _saiga_name_pattern_set (SaigaNamePattern *self,
                              const char *word,
                              gsize length);
/* Edits between the words: letters put in, left out, changed, or two neighbours exchanged. @max + 1 if there are more than @max. */
guint _saiga_name_pattern_compare (const SaigaNamePattern *self,
                                   const char *word,
                                   gsize length,
                                   guint max);
/* The same, each edit weighed by how often people and scanners make it. */
double _saiga_name_weigh_edits (const char *read,
                                gsize read_length,
                                const char *meant,
                                gsize meant_length);

G_END_DECLS
