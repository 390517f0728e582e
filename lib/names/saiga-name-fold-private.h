/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word longer than this is cut before it is folded. */
#define SAIGA_NAME_MAX_WORD 63

/* A letter without its marks, in at most three bytes of ASCII; 0 bytes if there is none. */
guint _saiga_name_fold_char (gunichar c,
                             char out[3]);
/* Lower case, without marks, ligatures written out; anything else beyond ASCII becomes "?". */
gsize _saiga_name_fold_text (const char *text,
                             gsize length,
                             char *buffer,
                             gsize size);
/* Folds, drops hyphens and apostrophes, and cuts the ending of an epithet. */
gsize _saiga_name_stem_word (const char *word,
                             gsize length,
                             char *buffer,
                             gsize size);
/* What spellings that ICZN 58 and ICN 61 count as one have in common. */
gsize _saiga_name_variant_key (const char *word,
                               gsize length,
                               gboolean epithet,
                               char *buffer,
                               gsize size);

G_END_DECLS
