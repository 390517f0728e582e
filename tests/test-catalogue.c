/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The reader of compiled catalogues, with catalogues that gettext would never write. */

#include <string.h>

#include <gio/gio.h>

#include "saiga-catalogue-private.h"

/* Two messages: "a" is "x", "b" is "yz". Words are in the order of this machine or the other. */
static GByteArray *
new_catalogue (gboolean swapped)
{
  const guint32 words[] = {
    0x950412de, 0, 2, 28, 44, 0, 0, /* the head */
    1, 60, 1, 62,                   /* the messages: length, place */
    1, 64, 2, 66,                   /* what they become */
  };
  GByteArray *bytes = g_byte_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint32 word = swapped ? GUINT32_SWAP_LE_BE (words[i]) : words[i];

      g_byte_array_append (bytes, (guint8 *) &word, sizeof (word));
    }
  g_byte_array_append (bytes, (const guint8 *) "a\0b\0x\0yz", 9);

  return bytes;
}

static void
test_reads (void)
{
  for (int swapped = 0; swapped < 2; swapped++)
    {
      g_autoptr(GByteArray) bytes = new_catalogue (swapped);
      SaigaCatalogue catalogue;

      g_assert_true (_saiga_catalogue_init (&catalogue, bytes->data, bytes->len));
      g_assert_cmpstr (_saiga_catalogue_find (&catalogue, "a"), ==, "x");
      g_assert_cmpstr (_saiga_catalogue_find (&catalogue, "b"), ==, "yz");
      g_assert_null (_saiga_catalogue_find (&catalogue, ""));
      g_assert_null (_saiga_catalogue_find (&catalogue, "aa"));
      g_assert_null (_saiga_catalogue_find (&catalogue, "c"));
    }
}

/* Cut anywhere, and with each byte changed: it is refused, or what it finds ends within. */
static void
test_damaged (void)
{
  g_autoptr(GByteArray) bytes = new_catalogue (FALSE);

  for (guint length = 0; length < bytes->len; length++)
    {
      /* A copy of its own, so that the sanitizers see a read beyond it. */
      g_autofree guchar *copy = g_memdup2 (bytes->data, length);
      SaigaCatalogue catalogue;

      if (!_saiga_catalogue_init (&catalogue, copy, length))
        continue;
      _saiga_catalogue_find (&catalogue, "a");
      _saiga_catalogue_find (&catalogue, "b");
    }
  for (guint i = 0; i < bytes->len; i++)
    for (guint value = 0; value < 256; value++)
      {
        g_autofree guchar *copy = g_memdup2 (bytes->data, bytes->len);
        SaigaCatalogue catalogue;
        const char *found;

        copy[i] = value;
        if (!_saiga_catalogue_init (&catalogue, copy, bytes->len))
          continue;
        found = _saiga_catalogue_find (&catalogue, "b");
        if (found != NULL)
          g_assert_cmpuint (found - (const char *) copy + strlen (found), <, bytes->len);
      }
}

static void
test_fill (void)
{
  g_autofree char *filled = _saiga_fill ("%2 and %1, 100 %, %9%", (const char *const[]){ "a", "b", NULL });
  g_autofree char *translated = _saiga_translate_fill ("fr", "%1 to %2", "a", "b", NULL);

  g_assert_cmpstr (filled, ==, "b and a, 100 %, %");
  g_assert_cmpstr (translated, ==, "a – b");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/reads", test_reads);
  g_test_add_func ("/catalogue/damaged", test_damaged);
  g_test_add_func ("/catalogue/fill", test_fill);

  return g_test_run ();
}
