/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks a message for translation where it is declared. */
#define N_(message) message

const char *_saiga_translate (const char *language,
                              const char *message);
char *_saiga_fill (const char *template,
                   const char *const *arguments);

G_END_DECLS
