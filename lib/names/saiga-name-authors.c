/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-authors-private.h"
#include "saiga-name-fold-private.h"

#define MAX_SURNAMES 32

/* A surname, folded. */
typedef struct
{
  char text[32];
  guint8 length;
  guint abbreviated : 1; /* written with a period */
  guint basionym : 1;
} Surname;

typedef struct
{
  Surname surnames[MAX_SURNAMES];
  guint n_surnames;
  int years[2]; /* outside and inside of parentheses; 0: none */
  gboolean initials_only;
} Authors;

static gboolean
is_link (const char *word,
         gsize length)
{
  static const char *const links[] = {
    "ex",
    "in",
    "et",
    "de",
    "von",
    "van",
    "der",
    "den",
    "del",
    "della",
    "dos",
    "das",
    "des",
    "und",
    "and",
    "emend",
    "fil",
    "al",
    "la",
    "le",
    "du",
    "da",
    "di",
    "zu",
    "anon",
    "jr",
    "st",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (strlen (links[i]) == length && memcmp (links[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Reads the surnames and years of an authorship. */
static void
read_authors (Authors *self,
              const char *text,
              gsize length)
{
  gboolean basionym = FALSE;

  self->n_surnames = 0;
  self->years[0] = self->years[1] = 0;
  self->initials_only = TRUE;
  for (gsize i = 0; i < length;)
    {
      gsize start = i;
      Surname *surname;
      gboolean alone;

      if (text[i] == '(' || text[i] == ')')
        {
          /* An approximate year has parentheses of its own. */
          if (text[i] == ')' || !(i + 1 < length && g_ascii_isdigit (text[i + 1])))
            basionym = text[i] == '(' || (basionym && i > 0 && g_ascii_isdigit (text[i - 1]) && memchr (text + i + 1, ')', length - i - 1) != NULL);
          i++;
          continue;
        }
      if (g_ascii_isdigit (text[i]))
        {
          int year = 0;

          while (i < length && g_ascii_isdigit (text[i]))
            year = year * 10 + (text[i++] - '0') % 10;
          if (i - start == 4)
            self->years[basionym] = year;
          continue;
        }
      if (!g_ascii_isalpha (text[i]) && (guchar) text[i] < 0x80)
        {
          i++;
          continue;
        }
      while (i < length && (g_ascii_isalpha (text[i]) || (guchar) text[i] >= 0x80 || text[i] == '-' || text[i] == '\''))
        i++;
      if (self->n_surnames == MAX_SURNAMES)
        continue;
      surname = &self->surnames[self->n_surnames];
      surname->length = _saiga_name_fold_text (text + start, MIN (i - start, sizeof surname->text / 3 * 2), surname->text, sizeof surname->text);
      surname->abbreviated = i < length && text[i] == '.';
      surname->basionym = basionym;
      /* "L." alone is an author, before a name it is an initial. */
      alone = surname->length <= 2 && surname->abbreviated && (start == 0 || text[start - 1] == '(' || (start > 1 && (text[start - 2] == ',' || text[start - 2] == '&'))) &&
              !(i + 2 < length && text[i + 1] == ' ' && g_ascii_isupper (text[i + 2]));
      /* What is in another alphabet can not be compared. */
      if (surname->length == strspn (surname->text, "?"))
        continue;
      if (is_link (surname->text, surname->length) || (surname->length < 3 && !alone && !(surname->length == 2 && surname->abbreviated)))
        continue;
      self->n_surnames++;
    }
}

/* At most one letter more, less or other. */
static gboolean
is_near (const Surname *a,
         const Surname *b)
{
  guint i = 0, j = 0, edits = 0;

  if (ABS (a->length - b->length) > 1 || MIN (a->length, b->length) < 5)
    return FALSE;
  while (i < a->length && j < b->length)
    if (a->text[i] == b->text[j])
      i++, j++;
    else if (++edits > 1)
      return FALSE;
    else
      {
        i += a->length >= b->length;
        j += b->length >= a->length;
      }

  return edits + (a->length - i) + (b->length - j) <= 1;
}

/* "Schltr." for Schlechter: the same first letters, the others in their order. */
static gboolean
abbreviates (const Surname *a,
             const Surname *b)
{
  guint j = 0;

  if (!a->abbreviated || a->length > b->length)
    return FALSE;
  if (memcmp (a->text, b->text, MIN (a->length, 2)) != 0)
    return FALSE;
  for (guint i = 0; i < a->length; i++)
    {
      while (j < b->length && b->text[j] != a->text[i])
        j++;
      if (j++ >= b->length)
        return FALSE;
    }

  return TRUE;
}

/* How well two surnames agree, 0 to 1. */
static double
compare_surnames (const Surname *a,
                  const Surname *b)
{
  if (a->length == b->length && memcmp (a->text, b->text, a->length) == 0)
    return 1;
  /* "L." stands for Linnaeus alone. */
  if ((a->length == 1 || b->length == 1))
    {
      const Surname *one = a->length == 1 ? a : b, *other = a->length == 1 ? b : a;

      return one->text[0] == 'l' && strncmp (other->text, "linn", 4) == 0 ? 0.9 : 0;
    }
  if (abbreviates (a, b) || abbreviates (b, a))
    return 0.9;

  return is_near (a, b) ? 0.8 : 0;
}

/* The share of the surnames of the shorter side that are found on the other, each weighed by how well. */
static double
compare_teams (const Authors *a,
               const Authors *b)
{
  double sum = 0;

  for (guint i = 0; i < a->n_surnames; i++)
    {
      double best = 0;

      for (guint j = 0; j < b->n_surnames; j++)
        best = MAX (best, compare_surnames (&a->surnames[i], &b->surnames[j]));
      sum += best;
    }

  return sum / MAX (1, a->n_surnames);
}

static gboolean
alike_in_three (const Authors *a,
                const Authors *b)
{
  for (guint i = 0; i < a->n_surnames; i++)
    for (guint j = 0; j < b->n_surnames; j++)
      if (a->surnames[i].length >= 3 && b->surnames[j].length >= 3 && memcmp (a->surnames[i].text, b->surnames[j].text, 3) == 0)
        return TRUE;

  return FALSE;
}

static int
get_year (const Authors *self)
{
  return self->years[0] != 0 ? self->years[0] : self->years[1];
}

SaigaAuthorsAgreement
_saiga_authors_compare (const char *a,
                        gsize a_length,
                        const char *b,
                        gsize b_length,
                        double *score)
{
  Authors left, right;
  double names;
  int years;

  *score = 0;
  if (a_length == 0 || b_length == 0)
    return SAIGA_AUTHORS_SILENT;
  if (a_length == b_length && memcmp (a, b, a_length) == 0)
    {
      *score = 1;
      return SAIGA_AUTHORS_AGREE;
    }

  read_authors (&left, a, a_length);
  read_authors (&right, b, b_length);
  if ((left.n_surnames == 0 && get_year (&left) == 0) || (right.n_surnames == 0 && get_year (&right) == 0))
    return SAIGA_AUTHORS_SILENT;

  names = left.n_surnames <= right.n_surnames ? compare_teams (&left, &right) : compare_teams (&right, &left);
  years = get_year (&left) != 0 && get_year (&right) != 0 ? ABS (get_year (&left) - get_year (&right)) : -1;
  if (years > 2 && left.years[1] != 0 && right.years[1] != 0)
    years = ABS (left.years[1] - right.years[1]);
  if (left.n_surnames == 0 || right.n_surnames == 0)
    {
      *score = years == 0 ? 0.8 : years >= 0 && years <= 2 ? 0.5
                                                           : 0;
      return years < 0 ? SAIGA_AUTHORS_SILENT : years <= 2 ? SAIGA_AUTHORS_AGREE
                                                           : SAIGA_AUTHORS_DISAGREE;
    }
  if (names > 0 && years <= 2)
    {
      *score = names * (years <= 0 ? 1 : 0.9 - 0.2 * (years - 1));
      return SAIGA_AUTHORS_AGREE;
    }
  if (years == 0 && alike_in_three (&left, &right))
    {
      *score = 0.5;
      return SAIGA_AUTHORS_AGREE;
    }

  return SAIGA_AUTHORS_DISAGREE;
}

gboolean
_saiga_authors_share_basionym (const char *a,
                               gsize a_length,
                               const char *b,
                               gsize b_length)
{
  Authors sides[2];
  int years[2];
  gboolean has_basionym[2] = { FALSE, FALSE };

  if (a_length == 0 || b_length == 0)
    return FALSE;
  read_authors (&sides[0], a, a_length);
  read_authors (&sides[1], b, b_length);

  /* Of a name that was never moved, its authors are those of its basionym. */
  for (guint side = 0; side < 2; side++)
    {
      guint kept = 0;

      for (guint i = 0; i < sides[side].n_surnames; i++)
        has_basionym[side] |= sides[side].surnames[i].basionym;
      for (guint i = 0; i < sides[side].n_surnames; i++)
        if (sides[side].surnames[i].basionym == has_basionym[side])
          sides[side].surnames[kept++] = sides[side].surnames[i];
      sides[side].n_surnames = kept;
      years[side] = sides[side].years[has_basionym[side]];
    }
  /* Two names published in different genera with the same epithet: only one can be the original. */
  if (!has_basionym[0] && !has_basionym[1])
    return FALSE;
  if (sides[0].n_surnames == 0 || sides[1].n_surnames == 0)
    return FALSE;
  if (years[0] != 0 && years[1] != 0 && ABS (years[0] - years[1]) > 2)
    return FALSE;

  return compare_teams (&sides[0], &sides[1]) >= 0.5 && compare_teams (&sides[1], &sides[0]) >= 0.5;
}
