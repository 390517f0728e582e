/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>
#include <saiga/saiga-timeframe.h>

#include "saiga-value-private.h"

struct _SaigaTimeframe
{
  gatomicrefcount ref_count;
  SaigaRecurrence recurrence;
  int earliest; /* days as of SaigaDate; 0 when missing */
  int latest;
  gboolean is_pinned;
  char *wording;
  char *folded;  /* the wording as it is read and compared */
  char *depends; /* nullable */
};

G_DEFINE_BOXED_TYPE (SaigaTimeframe, saiga_timeframe, saiga_timeframe_ref, saiga_timeframe_unref)

/* clang-format off */
G_DEFINE_FLAGS_TYPE (SaigaRecurrence, saiga_recurrence,
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_ONGOING, "ongoing"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_ANNUAL, "annual"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_BIENNIAL, "biennial"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_MONTHLY, "monthly"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_QUARTERLY, "quarterly"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_REGULAR, "regular"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RECURRENCE_AS_REQUIRED, "as-required"))
/* clang-format on */

SAIGA_DEFINE_VALUE (saiga_timeframe)

/* A plan far away is a misprint. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

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
#define ENDS_TOO_EARLY "ends before it begins"
#define NOT_A_LATER_YEAR "has a second year that is not after the first (a month is written as in “October 2012”)"

#define ACCEPTED                                                                                                         \
  "what is understood are 2012, 2012-13, 2012-2014, July 2008, 5-6 October 2010, the like after by, until, before, "     \
  "after, from or since, early, mid or late 2012, first or second half of 2012, Q1 2012, On-going, Annual, Biennial, "   \
  "Monthly, Quarterly, Regular, as required, Will depend on …, To be decided; = EARLIEST/LATEST behind them pins any " \
  "words, as in “Late in the year = 2012-09-01/2012-12-31”"

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

  if (MIN (first->year, last->year) < FIRST_YEAR || MAX (first->year, last->year) > LAST_YEAR)
    return NO_SUCH_YEAR;

  earliest = saiga_date_new (first->year, first->month, first->day, NULL);
  latest = saiga_date_new (last->year, last->month, last->day, NULL);
  if (earliest == NULL || latest == NULL)
    return NO_SUCH_DAY;
  if (saiga_date_get_earliest_day (earliest) > saiga_date_get_latest_day (latest))
    return ENDS_TOO_EARLY;

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
static const char *
read_wording (SaigaTimeframe *self)
{
  const char *words = self->folded;

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

/* ---- the interval that pins words */

static gboolean
parse_bound (const char *text,
             gsize length,
             SaigaDate **date)
{
  g_autofree char *bound = g_strndup (text, length);
  int year;

  if (g_str_equal (bound, ".."))
    return TRUE;

  *date = saiga_date_parse (bound, NULL);
  if (*date == NULL)
    return FALSE;

  year = saiga_date_get_year (*date);

  return year >= FIRST_YEAR && year <= LAST_YEAR && saiga_date_get_printed (*date) == NULL;
}

/* Takes the place of the interval that the wording gives. */
static const char *
read_pin (SaigaTimeframe *self,
          const char *pin,
          gboolean is_understood)
{
  const char *slash = strchr (pin, '/');
  g_autoptr(SaigaDate) first = NULL;
  g_autoptr(SaigaDate) last = NULL;
  int earliest;
  int latest;

  if (slash == NULL || !parse_bound (pin, slash - pin, &first) || !parse_bound (slash + 1, strlen (slash + 1), &last))
    return "is not pinned to two of 2012, 2012-09, 2012-09-01 or .. (years from 1900 to 2199)";

  earliest = first != NULL ? saiga_date_get_earliest_day (first) : 0;
  latest = last != NULL ? saiga_date_get_latest_day (last) : 0;
  if (earliest != 0 && latest != 0 && earliest > latest)
    return ENDS_TOO_EARLY;

  /* A pin that says what the words say is dropped, unless an equals sign among them would be taken for another. */
  self->is_pinned = !is_understood || earliest != self->earliest || latest != self->latest ||
                    strstr (self->wording, " = ") != NULL;
  self->earliest = earliest;
  self->latest = latest;

  return NULL;
}

/* A copy without spaces of any kind at its ends. */
static char *
strip (const char *text,
       gsize length)
{
  const char *end = text + length;

  while (text < end && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (text < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, end - text);
}

/**
 * saiga_timeframe_parse:
 * @text: a time frame, such as `2012-13`
 * @error: return location for an error
 *
 * Reads a time frame.
 *
 * These are understood, in capitals or not, with any kind of dash and of space:
 *
 * - years, months and days, one or from one to another: `2012`, `2012-13`,
 *   `2012 – 2014`, `2014/2015`, `July 2008`, `January-March 2013`,
 *   `5-6 October 2010`, `25 December 2010 to 3 January 2011`, `2012 or 2013`,
 *   `During 2014`. In words, `2012-13` is two years, and never a month;
 * - limits: `by`, `until`, `by the end of`, `until the end of`, `before`,
 *   `after`, `from` or `since` one of these;
 * - parts: `early 2012` (January to April), `mid-2012` (May to August), `late in
 *   2012` (September to December), `first half of 2012`, `second half of 2012`,
 *   `Q1 2012`;
 * - what comes again, one or several with `and` or commas: `On-going`,
 *   `Continuous`, `Annual`, `Annually`, `Biennial`, `Monthly`, `Quarterly`,
 *   `Regular`, `Regularly`, `as required`, `as appropriate`;
 * - what depends on something else: `Will depend on`, `Depends on` or
 *   `Subject to` any text, and `To be decided`;
 * - any words, pinned to an interval by what stands behind an equals sign:
 *   `Late in the year = 2012-09-01/2012-12-31`. Each end is a year, a month or a
 *   day as in ISO 8601, or `..` if it is open. What comes again or depends is
 *   still read from the words.
 *
 * Everything else, a day that is not in the calendar, a year outside 1900 to
 * 2199, and an end before its beginning set [error@Saiga.Error.VALUE].
 *
 * Returns: (transfer full): the time frame
 *
 * Since: 0.1
 */
SaigaTimeframe *
saiga_timeframe_parse (const char *text,
                       GError **error)
{
  g_autoptr(SaigaTimeframe) self = NULL;
  const char *equals;
  const char *reason = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (SaigaTimeframe, 1);
  g_atomic_ref_count_init (&self->ref_count);

  equals = g_strrstr (text, " = ");
  if (g_utf8_validate (text, -1, NULL))
    self->wording = strip (text, equals != NULL ? (gsize) (equals - text) : strlen (text));

  if (self->wording == NULL || !_saiga_line_is_valid (self->wording, strlen (self->wording)))
    reason = "is not a wording of one line";
  else
    {
      self->folded = fold (self->wording);
      reason = read_wording (self);
      if (equals != NULL)
        reason = read_pin (self, equals + strlen (" = "), reason == NULL);
    }

  if (reason != NULL)
    {
      _saiga_value_set_error (error, text, "%s; " ACCEPTED, reason);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * saiga_timeframe_to_string:
 * @self: a time frame
 *
 * Prints a time frame so that [func@Timeframe.parse] reads it: the wording, and
 * the interval that it is pinned to.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
saiga_timeframe_to_string (const SaigaTimeframe *self)
{
  g_autoptr(SaigaDate) earliest = NULL;
  g_autoptr(SaigaDate) latest = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->is_pinned)
    return g_strdup (self->wording);

  earliest = saiga_timeframe_dup_earliest (self);
  latest = saiga_timeframe_dup_latest (self);
  first = earliest != NULL ? saiga_date_to_string (earliest) : g_strdup ("..");
  last = latest != NULL ? saiga_date_to_string (latest) : g_strdup ("..");

  return g_strdup_printf ("%s = %s/%s", self->wording, first, last);
}

/**
 * saiga_timeframe_ref: (skip)
 * @self: a time frame
 *
 * Adds a reference.
 *
 * Returns: (transfer full): the time frame
 *
 * Since: 0.1
 */
SaigaTimeframe *
saiga_timeframe_ref (SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * saiga_timeframe_unref: (skip)
 * @self: (transfer full): a time frame
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
saiga_timeframe_unref (SaigaTimeframe *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->wording);
  g_free (self->folded);
  g_free (self->depends);
  g_free (self);
}

/**
 * saiga_timeframe_equal:
 * @self: a time frame
 * @other: another time frame
 *
 * Checks whether two time frames have the same wording and mean the same.
 *
 * Capitals, kinds of dashes and spaces, and spaces round dashes make no
 * difference: `2012 – 14` equals `2012-14`.
 *
 * Returns: `TRUE` if they do
 *
 * Since: 0.1
 */
gboolean
saiga_timeframe_equal (const SaigaTimeframe *self,
                       const SaigaTimeframe *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  /* Recurrence and dependence follow from the wording. */
  return self->earliest == other->earliest && self->latest == other->latest && g_str_equal (self->folded, other->folded);
}

/**
 * saiga_timeframe_compare:
 * @self: a time frame
 * @other: another time frame
 *
 * Orders two time frames: by the earliest day, where a missing one comes first,
 * then by the latest, where a missing one comes last, then by wording.
 *
 * The time frames are equal by this order if [method@Timeframe.equal] says so.
 *
 * Returns: a number less than, equal to or greater than 0 if the time frame
 *   comes before, with or after the other
 *
 * Since: 0.1
 */
int
saiga_timeframe_compare (const SaigaTimeframe *self,
                         const SaigaTimeframe *other)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  if (self->earliest != other->earliest)
    return self->earliest < other->earliest ? -1 : 1;
  if (self->latest != other->latest)
    return other->latest == 0 || (self->latest != 0 && self->latest < other->latest) ? -1 : 1;

  return strcmp (self->folded, other->folded);
}

/**
 * saiga_timeframe_get_wording:
 * @self: a time frame
 *
 * Gets the words of the plan, as they are printed.
 *
 * Returns: the wording
 *
 * Since: 0.1
 */
const char *
saiga_timeframe_get_wording (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->wording;
}

/**
 * saiga_timeframe_is_pinned:
 * @self: a time frame
 *
 * Checks whether the interval had to be given, because the wording gives none
 * or another.
 *
 * Returns: `TRUE` if it had
 *
 * Since: 0.1
 */
gboolean
saiga_timeframe_is_pinned (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_pinned;
}

/**
 * saiga_timeframe_get_earliest_day:
 * @self: a time frame
 *
 * Gets the number of the first day.
 *
 * Days are numbered as by [method@Date.get_earliest_day].
 *
 * Returns: the number of the day, or 0 if there is none
 *
 * Since: 0.1
 */
int
saiga_timeframe_get_earliest_day (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->earliest;
}

/**
 * saiga_timeframe_get_latest_day:
 * @self: a time frame
 *
 * Gets the number of the last day.
 *
 * Days are numbered as by [method@Date.get_earliest_day].
 *
 * Returns: the number of the day, or 0 if there is none
 *
 * Since: 0.1
 */
int
saiga_timeframe_get_latest_day (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->latest;
}

/**
 * saiga_timeframe_dup_earliest:
 * @self: a time frame
 *
 * Gets the first day.
 *
 * Returns: (transfer full) (nullable): a date with a day, or `NULL` if there is
 *   none
 *
 * Since: 0.1
 */
SaigaDate *
saiga_timeframe_dup_earliest (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->earliest != 0 ? saiga_date_new_for_day (self->earliest, NULL) : NULL;
}

/**
 * saiga_timeframe_dup_latest:
 * @self: a time frame
 *
 * Gets the last day.
 *
 * Returns: (transfer full) (nullable): a date with a day, or `NULL` if there is
 *   none
 *
 * Since: 0.1
 */
SaigaDate *
saiga_timeframe_dup_latest (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->latest != 0 ? saiga_date_new_for_day (self->latest, NULL) : NULL;
}

/**
 * saiga_timeframe_get_recurrence:
 * @self: a time frame
 *
 * Gets how often it comes again, all that the wording says.
 *
 * Returns: the recurrence
 *
 * Since: 0.1
 */
SaigaRecurrence
saiga_timeframe_get_recurrence (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_RECURRENCE_NONE);

  return self->recurrence;
}

/**
 * saiga_timeframe_get_depends:
 * @self: a time frame
 *
 * Gets what the time depends on, in the words of the plan.
 *
 * Returns: (nullable): what it depends on, empty if that is only to be decided,
 *   or `NULL` if the time depends on nothing
 *
 * Since: 0.1
 */
const char *
saiga_timeframe_get_depends (const SaigaTimeframe *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->depends;
}
