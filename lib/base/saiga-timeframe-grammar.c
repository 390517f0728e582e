/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-timeframe-private.h"

/* The wordings of time frames that are understood. */

/* A year, a month or a day, of which a part may stand with another point:
 * “5-6 October 2010”. What is not given is 0. */
typedef struct
{
  int year;
  int month;
  int day;
} Point;

/* All words are folded: no capitals, one space, one dash. */
static const struct
{
  const char *words;
  SaigaRecurrence recurrence;
} flows[] = {
  { "on-going", SAIGA_RECURRENCE_ONGOING },
  { "ongoing", SAIGA_RECURRENCE_ONGOING },
  { "continuous", SAIGA_RECURRENCE_ONGOING },
  { "annually", SAIGA_RECURRENCE_ANNUAL },
  { "annual", SAIGA_RECURRENCE_ANNUAL },
  { "biennial", SAIGA_RECURRENCE_BIENNIAL },
  { "monthly", SAIGA_RECURRENCE_MONTHLY },
  { "quarterly", SAIGA_RECURRENCE_QUARTERLY },
  { "regularly", SAIGA_RECURRENCE_REGULAR },
  { "regular", SAIGA_RECURRENCE_REGULAR },
  { "as-required", SAIGA_RECURRENCE_AS_REQUIRED },
  { "as required", SAIGA_RECURRENCE_AS_REQUIRED },
  { "as appropriate", SAIGA_RECURRENCE_AS_REQUIRED },
};

typedef enum
{
  ENDS_BEFORE,
  ENDS_WITH,
  BEGINS_WITH,
  BEGINS_AFTER,
} Limit;

static const struct
{
  const char *words;
  Limit limit;
} limits[] = {
  { "by the end of ", ENDS_WITH },
  { "by ", ENDS_WITH },
  { "until the end of ", ENDS_WITH },
  { "until ", ENDS_WITH },
  { "before ", ENDS_BEFORE },
  { "after ", BEGINS_AFTER },
  { "from ", BEGINS_WITH },
  { "since ", BEGINS_WITH },
};

/* Parts of a year, from the first day of a month to the last day of another. */
static const struct
{
  const char *words;
  const char *separators[5]; /* the longer before what it begins with */
  int first_month;
  int last_month;
} parts[] = {
  { "early", { " in ", "-", " ", "", NULL }, 1, 4 },
  { "mid", { " in ", "-", " ", "", NULL }, 5, 8 },
  { "late", { " in ", "-", " ", "", NULL }, 9, 12 },
  { "first half of", { " ", NULL }, 1, 6 },
  { "second half of", { " ", NULL }, 7, 12 },
  { "q1", { " ", NULL }, 1, 3 },
  { "q2", { " ", NULL }, 4, 6 },
  { "q3", { " ", NULL }, 7, 9 },
  { "q4", { " ", NULL }, 10, 12 },
};

/* What free text follows; and how many words stand before it. */
static const struct
{
  const char *words;
  int n_words;
} dependences[] = {
  { "will depend on ", 3 },
  { "depends on ", 2 },
  { "subject to ", 2 },
};

static const char *const connectors[] = { "-", " to ", " / ", "/", " or " };

static const char *const months[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december"
};

/* Why words are no time frame. */
#define FITS_NOTHING "is not a time frame"
#define NO_SUCH_DAY "names a day that is not in the calendar"
#define NO_SUCH_YEAR "is not within the years 1900 to 2199"
#define NOT_A_LATER_YEAR "has a second year that is not after the first (a month is written as in “October 2012”)"

static gboolean
is_dash (gunichar c)
{
  /* The hyphens and the dashes, from U+2010 to the horizontal bar. */
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* One space for several and for a no-break one, one dash without spaces for
 * all dashes, and no capitals. */
static char *
fold (const char *wording)
{
  g_autoptr(GString) string = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = wording; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          space = string->len > 0 && string->str[string->len - 1] != '-';
          continue;
        }

      if (is_dash (c))
        c = '-';
      else if (space)
        g_string_append_c (string, ' ');
      space = FALSE;
      g_string_append_unichar (string, c);
    }

  return g_utf8_casefold (string->str, string->len);
}

/* ---- the words, folded: each function moves on if it finds what it reads */

static gboolean
take (const char **at,
      const char *words)
{
  gsize length = strlen (words);

  if (strncmp (*at, words, length) != 0)
    return FALSE;

  *at += length;
  return TRUE;
}

/* As many digits as come: how many, and the number if they are not too many for a year. */
static int
take_digits (const char **at,
             int *number)
{
  int n_digits = 0;

  for (*number = 0; g_ascii_isdigit (**at); (*at)++)
    if (++n_digits <= 4)
      *number = *number * 10 + (**at - '0');

  return n_digits;
}

static gboolean
take_year (const char **at,
           int *year)
{
  const char *start = *at;
  int number;

  if (take_digits (at, &number) == 4)
    {
      *year = number;
      return TRUE;
    }

  *at = start;
  return FALSE;
}

/* A month in full or by three letters, and its year if that follows. */
static gboolean
take_month (const char **at,
            Point *point)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      const char *rest = *at;

      if (!take (&rest, months[i]))
        {
          if (strncmp (rest, months[i], 3) != 0)
            continue;
          rest += 3;
        }
      if (g_ascii_isalpha (*rest))
        return FALSE;

      point->month = i + 1;
      *at = rest;
      if (*rest == ' ')
        rest++;
      if (take_year (&rest, &point->year))
        *at = rest;
      return TRUE;
    }

  return FALSE;
}

/* A point, or the part of one that a second point completes. */
static gboolean
take_point (const char **at,
            Point *point)
{
  const char *start = *at;
  int number;

  *point = (Point){ 0 };
  switch (take_digits (at, &number))
    {
    case 0:
      return take_month (at, point);

    case 1:
    case 2:
      if (number > 0)
        {
          const char *rest = *at;

          point->day = number;
          if (take (&rest, " ") && take_month (&rest, point))
            *at = rest;
          return TRUE;
        }
      break;

    case 4:
      point->year = number;
      return TRUE;

    default:
      break;
    }

  *at = start;
  return FALSE;
}

/* ---- what the words mean: each function says why not */

/* From the first day of a point to the last day of another. */
static const char *
set_interval (SaigaTimeframe *self,
              const Point *first,
              const Point *last)
{
  g_autoptr(SaigaDate) earliest = NULL;
  g_autoptr(SaigaDate) latest = NULL;

  if (MIN (first->year, last->year) < SAIGA_TIMEFRAME_FIRST_YEAR || MAX (first->year, last->year) > SAIGA_TIMEFRAME_LAST_YEAR)
    return NO_SUCH_YEAR;

  earliest = saiga_date_new (first->year, first->month, first->day, NULL);
  latest = saiga_date_new (last->year, last->month, last->day, NULL);
  if (earliest == NULL || latest == NULL)
    return NO_SUCH_DAY;
  if (saiga_date_get_earliest_day (earliest) > saiga_date_get_latest_day (latest))
    return SAIGA_TIMEFRAME_ENDS_TOO_EARLY;

  self->earliest = saiga_date_get_earliest_day (earliest);
  self->latest = saiga_date_get_latest_day (latest);

  return NULL;
}

/* 2012-13: two years, never a month. */
static const char *
set_years (SaigaTimeframe *self,
           int year,
           const char *digits)
{
  Point first = { .year = year };
  Point last = { .year = year / 100 * 100 + g_ascii_digit_value (digits[0]) * 10 + g_ascii_digit_value (digits[1]) };

  return last.year > year ? set_interval (self, &first, &last) : NOT_A_LATER_YEAR;
}

static const char *
read_interval (SaigaTimeframe *self,
               const char *words)
{
  Point first;
  Point last;

  take (&words, "during ");
  if (!take_point (&words, &first))
    return FITS_NOTHING;

  if (*words == '\0')
    return first.year != 0 ? set_interval (self, &first, &first) : FITS_NOTHING;

  if (first.year != 0 && first.month == 0 && words[0] == '-' &&
      g_ascii_isdigit (words[1]) && g_ascii_isdigit (words[2]) && words[3] == '\0')
    return set_years (self, first.year, words + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (connectors); i++)
    if (take (&words, connectors[i]))
      break;

  if (!take_point (&words, &last) || *words != '\0' || last.year == 0)
    return FITS_NOTHING;

  /* A day shares the month and the year of the other day, a month the year of the other month. */
  if (first.year == 0)
    {
      if (last.month == 0 || (first.day != 0) != (last.day != 0))
        return FITS_NOTHING;
      first.year = last.year;
      if (first.month == 0)
        first.month = last.month;
    }

  return set_interval (self, &first, &last);
}

static const char *
read_limit (SaigaTimeframe *self,
            const char *words,
            Limit limit)
{
  const char *reason;
  Point point;

  if (!take_point (&words, &point) || *words != '\0' || point.year == 0)
    return FITS_NOTHING;

  reason = set_interval (self, &point, &point);
  if (reason != NULL)
    return reason;

  switch (limit)
    {
    case ENDS_BEFORE:
      self->latest = self->earliest - 1;
      self->earliest = 0;
      break;

    case ENDS_WITH:
      self->earliest = 0;
      break;

    case BEGINS_WITH:
      self->latest = 0;
      break;

    case BEGINS_AFTER:
      self->earliest = self->latest + 1;
      self->latest = 0;
      break;

    default:
      g_assert_not_reached ();
    }

  return NULL;
}

/* A year behind the words for a part of it. */
static gboolean
take_part (const char *words,
           gsize part,
           int *year)
{
  if (!take (&words, parts[part].words))
    return FALSE;

  for (const char *const *separator = parts[part].separators; *separator != NULL; separator++)
    {
      const char *rest = words;

      if (take (&rest, *separator) && take_year (&rest, year) && *rest == '\0')
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_flows (SaigaTimeframe *self,
            const char *words)
{
  SaigaRecurrence recurrence = SAIGA_RECURRENCE_NONE;

  do
    {
      gsize i;

      for (i = 0; i < G_N_ELEMENTS (flows); i++)
        if (take (&words, flows[i].words))
          break;
      if (i == G_N_ELEMENTS (flows))
        return FALSE;
      recurrence |= flows[i].recurrence;
    }
  while (take (&words, ", ") || take (&words, " and "));

  if (*words != '\0')
    return FALSE;

  self->recurrence = recurrence;
  return TRUE;
}

/* What comes behind some words and a space, as it was written. */
static const char *
skip_words (const char *text,
            int n_words)
{
  for (; n_words > 0; n_words--)
    {
      while (!g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
    }

  return text;
}

/* Sets what the wording means; a reason, and nothing set, if it means nothing. */
const char *
_saiga_timeframe_read_wording (SaigaTimeframe *self)
{
  const char *words = self->folded = fold (self->wording);

  if (g_str_equal (words, "to be decided"))
    {
      self->depends = g_strdup ("");
      return NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (dependences); i++)
    if (take (&words, dependences[i].words))
      {
        self->depends = g_strdup (skip_words (self->wording, dependences[i].n_words));
        return NULL;
      }

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Point first = { .month = parts[i].first_month };
      Point last = { .month = parts[i].last_month };

      if (take_part (words, i, &first.year))
        {
          last.year = first.year;
          return set_interval (self, &first, &last);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    if (take (&words, limits[i].words))
      return read_limit (self, words, limits[i].limit);

  return read_flows (self, words) ? NULL : read_interval (self, words);
}
