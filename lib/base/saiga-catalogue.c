/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <saiga/saiga-catalogue.h>

#include "saiga-catalogue-private.h"

/* The format is that of GNU gettext, revision 0: a head of seven words; two tables, each
 * with the length and the place of every string, sorted by the message. */
#define MAGIC 0x950412de
#define HEAD_SIZE 28
#define ROW_SIZE 8

static guint32
read_word (const SaigaCatalogue *self,
           gsize place)
{
  guint32 word;

  memcpy (&word, self->data + place, sizeof (word));

  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The string in a row of a table, or NULL if it is not all there. */
static const char *
read_string (const SaigaCatalogue *self,
             guint32 table,
             guint32 row)
{
  gsize at = (gsize) table + (gsize) row * ROW_SIZE;
  gsize length = read_word (self, at);
  gsize place = read_word (self, at + 4);

  if (place >= self->size || length >= self->size - place || self->data[place + length] != '\0')
    return NULL;

  return (const char *) self->data + place;
}

static gboolean
has_table (const SaigaCatalogue *self,
           guint32 table)
{
  return table <= self->size && self->n_messages <= (self->size - table) / ROW_SIZE;
}

gboolean
_saiga_catalogue_init (SaigaCatalogue *self,
                       const guchar *data,
                       gsize size)
{
  *self = (SaigaCatalogue){ .data = data, .size = size };

  if (size < HEAD_SIZE)
    return FALSE;
  if (read_word (self, 0) != MAGIC)
    self->swapped = TRUE;
  /* The upper half of the revision is the major one; a minor one adds only what is not used here. */
  if (read_word (self, 0) != MAGIC || read_word (self, 4) >> 16 != 0)
    return FALSE;

  self->n_messages = read_word (self, 8);
  self->originals = read_word (self, 12);
  self->translations = read_word (self, 16);

  return has_table (self, self->originals) && has_table (self, self->translations);
}

const char *
_saiga_catalogue_find (const SaigaCatalogue *self,
                       const char *message)
{
  guint32 low = 0;
  guint32 high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = read_string (self, self->originals, middle);
      int order = original != NULL ? strcmp (message, original) : 0;

      if (original == NULL)
        return NULL;
      if (order == 0)
        return read_string (self, self->translations, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/* ---- the catalogues of the library */

typedef struct
{
  const char *language;
  const char *path;
  GBytes *bytes; /* kept for as long as the program runs: messages are handed out as they stand in it */
  SaigaCatalogue catalogue;
} Embedded;

static gpointer
load_catalogues (gpointer data)
{
  static Embedded embedded[] = {
    { .language = "es", .path = "/saiga/po/es.mo" },
    { .language = "fr", .path = "/saiga/po/fr.mo" },
    { NULL }
  };

  for (Embedded *e = embedded; e->language != NULL; e++)
    {
      gsize size = 0;
      const guchar *start;

      e->bytes = g_resources_lookup_data (e->path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      start = e->bytes != NULL ? g_bytes_get_data (e->bytes, &size) : NULL;
      if (start == NULL || !_saiga_catalogue_init (&e->catalogue, start, size))
        e->catalogue = (SaigaCatalogue){ .data = NULL };
    }

  return embedded;
}

/* The message in a language, or as it is where there is no translation. "fr-CH" is "fr". */
const char *
_saiga_translate (const char *language,
                  const char *message)
{
  static GOnce once = G_ONCE_INIT;
  const gsize length = strcspn (language, "-_.@");

  /* The empty message is the head of a catalogue. */
  if (*message == '\0')
    return message;

  for (const Embedded *e = g_once (&once, load_catalogues, NULL); e->language != NULL; e++)
    if (e->catalogue.data != NULL && strlen (e->language) == length && memcmp (e->language, language, length) == 0)
      {
        const char *found = _saiga_catalogue_find (&e->catalogue, message);

        return found != NULL ? found : message;
      }

  return message;
}

/**
 * saiga_translate:
 * @language: `en`, `fr` or `es`
 * @message: a message in English, as it stands in the source
 *
 * Finds what the catalogues of the library have for a message, whatever the locale of the
 * process.
 *
 * The command and other programs of the project use it for their own words; what the
 * library says of its results comes translated already.
 *
 * Returns: (transfer none): the message in the language, or as it is where there is no
 *   translation
 *
 * Since: 0.1
 */
const char *
saiga_translate (const char *language,
                 const char *message)
{
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  return _saiga_translate (language, message);
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

/* At most nine arguments; NULL ends them. */
char *
_saiga_translate_fill (const char *language,
                       const char *message,
                       ...)
{
  const char *arguments[10] = { NULL };
  guint n = 0;
  va_list args;

  va_start (args, message);
  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    if (n < G_N_ELEMENTS (arguments) - 1)
      arguments[n++] = argument;
  va_end (args);

  return _saiga_fill (_saiga_translate (language, message), arguments);
}
