/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-catalogue-private.h"

/* The message in a language, or as it is where there is no translation. */
const char *
_saiga_translate (const char *language,
                  const char *message)
{
  return message;
}

/* Puts the arguments in the places of %1 to %9. An argument that is not there is empty. */
char *
_saiga_fill (const char *template,
             const char *const *arguments)
{
  GString *filled = g_string_new (NULL);
  guint n_arguments = g_strv_length ((char **) arguments);

  for (const char *c = template; *c != '\0'; c++)
    if (c[0] == '%' && c[1] >= '1' && c[1] <= '9')
      {
        guint n = *++c - '1';

        if (n < n_arguments)
          g_string_append (filled, arguments[n]);
      }
    else
      g_string_append_c (filled, *c);

  return g_string_free (filled, FALSE);
}
