/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-name-index-private.h"
#include "saiga-name-parse-private.h"

G_BEGIN_DECLS

/* What an index knows a name by: its first word, its epithet, and the rest of
 * its epithets as one; folded. */
typedef struct
{
  char text[SAIGA_NAME_MAX_LENGTH * 3 + 16];
  const char *words[3];
  guint lengths[3];
  guint n_words;
} SaigaNameKey;

void _saiga_name_key_read (SaigaNameKey *self,
                           const SaigaNameParse *parse);
/* Of words that are folded already; at most SAIGA_NAME_MAX_LENGTH bytes. */
void _saiga_name_key_set (SaigaNameKey *self,
                          const char *text,
                          gsize length);

G_END_DECLS
