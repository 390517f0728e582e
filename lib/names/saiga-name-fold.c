/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-fold-private.h"
#include "saiga-name-parse-private.h"

/* Letters from U+00C0 to U+017F without their marks. ICN 60.7 and ICZN
 * 32.5.2.1: ä ö ü become ae oe ue, ø becomes oe, all other marks are dropped;
 * ligatures are written out. */
static const char *const plain[] = {
  "A",
  "A",
  "A",
  "A",
  "Ae",
  "A",
  "Ae",
  "C",
  "E",
  "E",
  "E",
  "E",
  "I",
  "I",
  "I",
  "I",
  "D",
  "N",
  "O",
  "O",
  "O",
  "O",
  "Oe",
  "",
  "Oe",
  "U",
  "U",
  "U",
  "Ue",
  "Y",
  "Th",
  "ss",
  "a",
  "a",
  "a",
  "a",
  "ae",
  "a",
  "ae",
  "c",
  "e",
  "e",
  "e",
  "e",
  "i",
  "i",
  "i",
  "i",
  "d",
  "n",
  "o",
  "o",
  "o",
  "o",
  "oe",
  "",
  "oe",
  "u",
  "u",
  "u",
  "ue",
  "y",
  "th",
  "y",
  "A",
  "a",
  "A",
  "a",
  "A",
  "a",
  "C",
  "c",
  "C",
  "c",
  "C",
  "c",
  "C",
  "c",
  "D",
  "d",
  "D",
  "d",
  "E",
  "e",
  "E",
  "e",
  "E",
  "e",
  "E",
  "e",
  "E",
  "e",
  "G",
  "g",
  "G",
  "g",
  "G",
  "g",
  "G",
  "g",
  "H",
  "h",
  "H",
  "h",
  "I",
  "i",
  "I",
  "i",
  "I",
  "i",
  "I",
  "i",
  "I",
  "i",
  "Ij",
  "ij",
  "J",
  "j",
  "K",
  "k",
  "k",
  "L",
  "l",
  "L",
  "l",
  "L",
  "l",
  "L",
  "l",
  "L",
  "l",
  "N",
  "n",
  "N",
  "n",
  "N",
  "n",
  "n",
  "N",
  "n",
  "O",
  "o",
  "O",
  "o",
  "O",
  "o",
  "Oe",
  "oe",
  "R",
  "r",
  "R",
  "r",
  "R",
  "r",
  "S",
  "s",
  "S",
  "s",
  "S",
  "s",
  "S",
  "s",
  "T",
  "t",
  "T",
  "t",
  "T",
  "t",
  "U",
  "u",
  "U",
  "u",
  "U",
  "u",
  "U",
  "u",
  "U",
  "u",
  "U",
  "u",
  "W",
  "w",
  "Y",
  "y",
  "Y",
  "Z",
  "z",
  "Z",
  "z",
  "Z",
  "z",
  "s",
};

guint
_saiga_name_fold_char (gunichar c,
                       char out[3])
{
  const char *found;
  gunichar base, mark;

  if (c < 0x80)
    {
      out[0] = c;
      return 1;
    }
  if (c >= 0xc0 && c < 0xc0 + G_N_ELEMENTS (plain))
    {
      found = plain[c - 0xc0];
      memcpy (out, found, strlen (found));
      return strlen (found);
    }
  for (guint i = 0; i < 3 && g_unichar_decompose (c, &base, &mark); i++)
    {
      c = base;
      if (c < 0x80)
        {
          out[0] = c;
          return 1;
        }
    }

  return 0;
}

gsize
_saiga_name_fold_text (const char *text,
                       gsize length,
                       char *buffer,
                       gsize size)
{
  gsize n = 0;

  for (gsize i = 0; i < length && n + 3 < size;)
    {
      guchar byte = text[i];

      if (byte < 0x80)
        {
          buffer[n++] = g_ascii_tolower (byte);
          i++;
        }
      else
        {
          gunichar c = g_utf8_get_char_validated (text + i, length - i);
          char out[3];
          guint n_out;

          if (c == (gunichar) -1 || c == (gunichar) -2)
            {
              buffer[n++] = '?';
              i++;
              continue;
            }
          n_out = _saiga_name_fold_char (c, out);
          if (n_out == 0)
            buffer[n++] = '?';
          for (guint k = 0; k < n_out; k++)
            buffer[n++] = g_ascii_tolower (out[k]);
          i += g_utf8_skip[byte];
        }
    }
  buffer[n] = '\0';

  return n;
}

/* Endings that differ between genders (ICZN 31.2, 34.2; ICN 23.5) or between
 * genitives (ICZN 31.1, 58.14; ICN 60.8), the longest first. */
static const struct
{
  const char *text;
  guint8 length;
} endings[] = {
  { "orum", 4 },
  { "arum", 4 },
  { "ii", 2 },
  { "ei", 2 },
  { "us", 2 },
  { "um", 2 },
  { "is", 2 },
  { "es", 2 },
  { "os", 2 },
  { "on", 2 },
  { "a", 1 },
  { "e", 1 },
  { "i", 1 },
};

static gsize
cut_ending (char *word,
            gsize n)
{
  if (n > 3)
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
      {
        gsize length = endings[i].length;

        if (n > length && memcmp (word + n - length, endings[i].text, length) == 0)
          {
            n -= length;
            break;
          }
      }
  /* niger, nigra */
  if (n > 2 && word[n - 2] == 'e' && word[n - 1] == 'r')
    {
      word[n - 2] = 'r';
      n--;
    }
  word[n] = '\0';

  return n;
}

gsize
_saiga_name_stem_word (const char *word,
                       gsize length,
                       char *buffer,
                       gsize size)
{
  gsize n = _saiga_name_fold_text (word, length, buffer, size), kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      char c = buffer[i];

      if (c == '-' || c == '\'')
        continue;
      /* ICZN 58.1, 58.2; ICN 60.3, 61.5 */
      if ((c == 'a' || c == 'o') && i + 1 < n && buffer[i + 1] == 'e')
        continue;
      buffer[kept++] = c == 'y' ? 'i' : c;
    }

  return cut_ending (buffer, kept);
}

/* -i- before an ending counts for nothing: -us and -ius, -orum and -iorum (58.14),
 * -ana and -iana, -ensis and -iensis (58.15). Nouns in -or have no ending: excubitor
 * is no excubitorius. */
static gsize
join_endings (char *key,
              gsize n,
              gboolean noun)
{
  if (noun)
    key[n++] = '.';
  else if (n > 3 && key[n - 1] == 'i')
    n--;
  else if (n > 5 && memcmp (key + n - 3, "ian", 3) == 0)
    {
      memcpy (key + n - 3, "an", 2);
      n--;
    }
  else if (n > 6 && memcmp (key + n - 4, "iens", 4) == 0)
    {
      memcpy (key + n - 4, "ens", 3);
      n--;
    }

  return n;
}

gsize
_saiga_name_variant_key (const char *word,
                         gsize length,
                         gboolean epithet,
                         char *buffer,
                         gsize size)
{
  gsize n, kept = 0;

  if (epithet)
    n = _saiga_name_stem_word (word, length, buffer, size);
  else
    n = _saiga_name_fold_text (word, length, buffer, size);

  for (gsize i = 0; i < n; i++)
    {
      char c = buffer[i], next = i + 1 < n ? buffer[i + 1] : '\0';

      if (c == '-' || c == '\'')
        continue;
      if ((c == 'a' || c == 'o') && next == 'e') /* ICZN 58.1 */
        continue;
      if (c == 'e' && (next == 'i' || next == 'y')) /* 58.2 */
        continue;
      if (c == 'j' || c == 'y') /* 58.2, 58.3; ICN 60.5 */
        c = 'i';
      else if (c == 'v' || c == 'w') /* 58.4; ICN 60.5 */
        c = 'u';
      else if (c == 'k') /* 58.5 */
        c = 'c';
      else if (c == 'p' && next == 'h') /* 58.9 */
        {
          c = 'f';
          i++;
        }
      else if (c == 'h') /* 58.6, 58.10, 58.11: aspirated or not */
        continue;
      if (kept > 0 && buffer[kept - 1] == c) /* 58.7, 58.13 */
        continue;
      buffer[kept++] = c;
    }
  if (epithet)
    kept = join_endings (buffer, kept, length > 2 && word[length - 2] == 'o' && word[length - 1] == 'r');
  buffer[kept] = '\0';

  return kept;
}

/**
 * saiga_name_fold:
 * @text: any text
 *
 * Folds a text for comparing and searching: small letters, without diacritical
 * marks, with ligatures and umlauts written out.
 *
 * The letters are those of article 60.7 of the botanical and 32.5.2.1 of the
 * zoological code: *ä*, *ö*, *ü* become *ae*, *oe*, *ue*, *ø* becomes *oe*, and
 * every other mark is dropped. Letters of other alphabets become `?`.
 *
 * Returns: (transfer full): the folded text
 *
 * Since: 0.1
 */
char *
saiga_name_fold (const char *text)
{
  gsize length, size;
  char *buffer;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  size = length * 3 + 4;
  buffer = g_malloc (size);
  _saiga_name_fold_text (text, length, buffer, size);

  return buffer;
}

/**
 * saiga_name_stem:
 * @epithet: an epithet
 *
 * Cuts an epithet to what its genders and spellings have in common:
 * *dinellianus* and *dinelliana* both become *dinellian*.
 *
 * The text is folded, hyphens and apostrophes are dropped, *ae* and *oe* become
 * *e* and *y* becomes *i* (ICZN 58.1 and 58.2, ICN 60.3); from more than three
 * letters one ending of gender or genitive is cut (ICZN 31 and 34.2, ICN 23.5 and
 * 60.8), and a final *er* becomes *r*, so that *niger* meets *nigra*.
 *
 * Returns: (transfer full): the stem
 *
 * Since: 0.1
 */
char *
saiga_name_stem (const char *epithet)
{
  gsize length, size;
  char *buffer;

  g_return_val_if_fail (epithet != NULL, NULL);

  length = strlen (epithet);
  size = length * 3 + 4;
  buffer = g_malloc (size);
  _saiga_name_stem_word (epithet, length, buffer, size);

  return buffer;
}
