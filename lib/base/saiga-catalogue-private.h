/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks a message for translation where it is declared. */
#define N_(message) message

/* A compiled gettext catalogue in memory, which must outlive it. Nothing of it is trusted:
 * what points outside is an error, and no message is read beyond its end. */
typedef struct
{
  const guchar *data;
  gsize size;
  gboolean swapped;
  guint32 n_messages;
  guint32 originals;    /* where the table of lengths and places begins */
  guint32 translations; /* the same, of the translations */
} SaigaCatalogue;

gboolean _saiga_catalogue_init (SaigaCatalogue *self,
                                const guchar *data,
                                gsize size);
const char *_saiga_catalogue_find (const SaigaCatalogue *self,
                                   const char *message);

const char *_saiga_translate (const char *language,
                              const char *message);
char *_saiga_fill (const char *template,
                   const char *const *arguments);
char *_saiga_translate_fill (const char *language,
                             const char *message,
                             ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
