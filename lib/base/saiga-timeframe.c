/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-timeframe-private.h"
#include "saiga-value-private.h"

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

#define ACCEPTED                                                                                                         \
  "what is understood are 2012, 2012-13, 2012-2014, July 2008, 5-6 October 2010, the like after by, until, before, "     \
  "after, from or since, early, mid or late 2012, first or second half of 2012, Q1 2012, On-going, Annual, Biennial, "   \
  "Monthly, Quarterly, Regular, as required, Will depend on …, To be decided; = EARLIEST/LATEST behind them pins any " \
  "words, as in “Late in the year = 2012-09-01/2012-12-31”"

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

  return year >= SAIGA_TIMEFRAME_FIRST_YEAR && year <= SAIGA_TIMEFRAME_LAST_YEAR && saiga_date_get_printed (*date) == NULL;
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
    return SAIGA_TIMEFRAME_ENDS_TOO_EARLY;

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
      reason = _saiga_timeframe_read_wording (self);
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
