/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More digits than any sum of money or measurement has. */
#define SAIGA_DECIMAL_MAX_DIGITS 40

char *_saiga_decimal_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
int _saiga_decimal_compare (const char *decimal,
                            const char *other);
char *_saiga_decimal_add (const char *decimal,
                          const char *other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
