/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-edits-private.h"
#include "saiga-name-index-private.h"

/* A letter as one of 32: 26 letters, hyphen, space, and the rest. */
static inline guint
get_symbol (char c)
{
  if (c >= 'a' && c <= 'z')
    return c - 'a';

  return c == '-' ? 26 : c == ' '             ? 27
                       : c == '?'             ? 28
                       : c >= '0' && c <= '9' ? 29
                                              : 30;
}

void
_saiga_name_pattern_set (SaigaNamePattern *self,
                         const char *word,
                         gsize length)
{
  self->text = word;
  self->length = length;
  self->signature = _saiga_name_signature (word, length);
  if (length > SAIGA_NAME_MAX_EDITED)
    return;
  memset (self->letters, 0, sizeof self->letters);
  for (gsize i = 0; i < length; i++)
    self->letters[get_symbol (word[i])] |= G_GUINT64_CONSTANT (1) << i;
}

/* Optimal string alignment, all rows of a column in one machine word: Hyyrö,
 * "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
 * (2003). */
guint
_saiga_name_pattern_compare (const SaigaNamePattern *self,
                             const char *word,
                             gsize length,
                             guint max)
{
  guint64 vp = ~G_GUINT64_CONSTANT (0), vn = 0, d0 = 0, before = 0;
  guint64 last;
  guint score = self->length;

  if (self->length == 0)
    return length <= max ? length : max + 1;
  if (self->length > SAIGA_NAME_MAX_EDITED)
    return self->length == length && memcmp (self->text, word, length) == 0 ? 0 : max + 1;

  last = G_GUINT64_CONSTANT (1) << (self->length - 1);
  for (gsize i = 0; i < length; i++)
    {
      guint64 match = self->letters[get_symbol (word[i])], hp, hn;
      guint64 exchanged = ((~d0 & match) << 1) & before;

      d0 = (((match & vp) + vp) ^ vp) | match | vn | exchanged;
      hp = vn | ~(d0 | vp);
      hn = d0 & vp;
      score += (hp & last) != 0;
      score -= (hn & last) != 0;
      if (score > max + (length - i - 1))
        return max + 1;
      hp = (hp << 1) | 1;
      hn <<= 1;
      vp = hn | ~(d0 | hp);
      vn = hp & d0;
      before = match;
    }

  return score <= max ? score : max + 1;
}

/* Letters that are often read or typed for one another, both ways: those pairs
 * that stand for one another twenty times and more in gnames' list of real
 * misspellings, the most frequent first. */
static const char *const confused[] = {
  "ce",
  "lt",
  "il",
  "bh",
  "nu",
  "it",
  "as",
  "ao",
  "au",
  "co",
  "cg",
  "er",
  "ei",
  "ae",
  "ft",
  "vy",
  "ac",
  "hk",
  "iu",
  "fp",
  "am",
  "an",
  "iy",
  "ir",
  "fj",
  "ms",
  "eo",
  "ou",
  "rv",
  "es",
  "uv",
  "gy",
  "kr",
  "mn",
  "br",
  "ad",
  "ij",
  "fs",
  "jl",
  "nx",
  "ai",
  "no",
  "jy",
  "bl",
  "gq",
  "bd",
  "hr",
  "eu",
  "bs",
  "is",
  "cr",
  "go",
  "et",
  "fl",
  "rt",
  "be",
  "sx",
};

/* Two letters that scanners take for one, and one for two. */
static const char *const merged[] = { "rnm", "nim", "inm", "liu", "tiu", "viu", "iiu", "lih", "rin", "cld", "vvw" };

static guint32 confusions[26]; /* of each letter, a bit for each letter it is confused with */

static void
fill_confusions (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (confused); i++)
        {
          guint a = confused[i][0] - 'a', b = confused[i][1] - 'a';

          confusions[a] |= 1u << b;
          confusions[b] |= 1u << a;
        }
      g_once_init_leave (&done, 1);
    }
}

#define WEIGHT_CONFUSED 0.6
#define WEIGHT_MERGED 0.8
#define WEIGHT_DOUBLED 0.5
#define WEIGHT_GARBAGE 0.4
#define WEIGHT_EXCHANGED 0.8

static inline double
weigh_change (char a,
              char b)
{
  if (a == b)
    return 0;
  if (a == '?' || b == '?' || g_ascii_isdigit (a) || g_ascii_isdigit (b) || a == '-' || b == '-')
    return WEIGHT_GARBAGE;
  if (a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && (confusions[a - 'a'] & 1u << (b - 'a')))
    return WEIGHT_CONFUSED;

  return 1;
}

static inline gboolean
is_merged (const char *two,
           char one)
{
  for (guint i = 0; i < G_N_ELEMENTS (merged); i++)
    if (merged[i][0] == two[0] && merged[i][1] == two[1] && merged[i][2] == one)
      return TRUE;

  return FALSE;
}

/* A letter too many: cheap if it doubles its neighbour, or is an h. */
static inline double
weigh_extra (const char *word,
             gsize position)
{
  char c = word[position];

  if (c == '?' || c == '-' || c == ' ')
    return WEIGHT_GARBAGE;
  if ((position > 0 && word[position - 1] == c) || word[position + 1] == c || c == 'h')
    return WEIGHT_DOUBLED;

  return 1;
}

double
_saiga_name_weigh_edits (const char *read,
                         gsize read_length,
                         const char *meant,
                         gsize meant_length)
{
  double rows[3][SAIGA_NAME_MAX_EDITED + 1];
  char a[SAIGA_NAME_MAX_EDITED + 2], b[SAIGA_NAME_MAX_EDITED + 2];

  read_length = MIN (read_length, SAIGA_NAME_MAX_EDITED);
  meant_length = MIN (meant_length, SAIGA_NAME_MAX_EDITED);
  /* What both have in common at their ends costs nothing; but a letter more of
   * each, by which a doubled or exchanged one is known. */
  while (read_length > 2 && meant_length > 2 && read[0] == meant[0] && read[1] == meant[1])
    {
      read++;
      meant++;
      read_length--;
      meant_length--;
    }
  while (read_length > 2 && meant_length > 2 && read[read_length - 1] == meant[meant_length - 1] && read[read_length - 2] == meant[meant_length - 2])
    {
      read_length--;
      meant_length--;
    }
  memcpy (a, read, read_length);
  memcpy (b, meant, meant_length);
  a[read_length] = b[meant_length] = '\0';
  fill_confusions ();

  rows[0][0] = 0;
  for (gsize j = 1; j <= meant_length; j++)
    rows[0][j] = rows[0][j - 1] + weigh_extra (b, j - 1);
  for (gsize i = 1; i <= read_length; i++)
    {
      double *row = rows[i % 3], *above = rows[(i + 2) % 3], *second = rows[(i + 1) % 3];

      row[0] = above[0] + weigh_extra (a, i - 1);
      for (gsize j = 1; j <= meant_length; j++)
        {
          double best = above[j - 1] + weigh_change (a[i - 1], b[j - 1]);

          best = MIN (best, above[j] + weigh_extra (a, i - 1));
          best = MIN (best, row[j - 1] + weigh_extra (b, j - 1));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
            best = MIN (best, second[j - 2] + WEIGHT_EXCHANGED);
          if (i > 1 && is_merged (&a[i - 2], b[j - 1]))
            best = MIN (best, second[j - 1] + WEIGHT_MERGED);
          if (j > 1 && is_merged (&b[j - 2], a[i - 1]))
            best = MIN (best, above[j - 2] + WEIGHT_MERGED);
          row[j] = best;
        }
    }

  return rows[read_length % 3][meant_length];
}
