/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-value-private.h"

/* A message quotes no more of a text than this. */
#define QUOTED_LENGTH 200

/* Says what is wrong with a text that is no value. The text comes from
 * anywhere: it may be no UTF-8, which a message has to be, and of any length. */
void
_saiga_value_set_error (GError **error,
                        const char *text,
                        const char *format,
                        ...)
{
  gsize length = strlen (text);
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;
  va_list args;

  if (length > QUOTED_LENGTH)
    for (length = QUOTED_LENGTH; length > 0 && ((guchar) text[length] & 0xc0) == 0x80;)
      length--;
  quoted = g_utf8_make_valid (text, length);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“%s%s” %s", quoted, text[length] != '\0' ? "…" : "", message);
}

/* Pointers to strings, in the order of bytes. */
int
_saiga_compare_strings (gconstpointer a,
                        gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
_saiga_nick_to_value (GType type,
                      const char *nick,
                      int *value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found != NULL)
    *value = found->value;

  return found != NULL;
}

const char *
_saiga_value_to_nick (GType type,
                      int value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick; /* static */
}

/* How much of the beginning of a text is an id: an XML name without colon, in ASCII. */
gsize
_saiga_id_length (const char *text)
{
  gsize length = 0;

  if (g_ascii_isalpha (text[0]) || text[0] == '_')
    for (length = 1; g_ascii_isalnum (text[length]) || text[length] == '.' || text[length] == '-' || text[length] == '_';)
      length++;

  return length;
}
