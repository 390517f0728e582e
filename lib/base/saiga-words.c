/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Dates and time frames in the words of a language. */

#include <saiga/saiga-date.h>
#include <saiga/saiga-timeframe.h>

#include "saiga-catalogue-private.h"

static const char *const months[] = {
  N_ ("January"), N_ ("February"), N_ ("March"), N_ ("April"), N_ ("May"), N_ ("June"),
  N_ ("July"), N_ ("August"), N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December")
};

/**
 * saiga_date_dup_text:
 * @self: a date
 * @language: `en`, `fr` or `es`
 *
 * Writes a date for people to read, as exactly as it is known.
 *
 * Returns: (transfer full): words such as `23 February 2012`, `July 2012` or `2012`
 *
 * Since: 0.1
 */
char *
saiga_date_dup_text (const SaigaDate *self,
                     const char *language)
{
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;
  const char *month;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  year = g_strdup_printf ("%d", saiga_date_get_year (self));
  if (saiga_date_get_month (self) == 0)
    return g_steal_pointer (&year);
  month = _saiga_translate (language, months[saiga_date_get_month (self) - 1]);
  if (saiga_date_get_day (self) == 0)
    return _saiga_translate_fill (language, N_ ("%1 %2"), month, year, NULL);
  if (saiga_date_get_day (self) == 1) /* an ordinal in French */
    return _saiga_translate_fill (language, N_ ("1 %1 %2"), month, year, NULL);
  day = g_strdup_printf ("%d", saiga_date_get_day (self));

  return _saiga_translate_fill (language, N_ ("%1 %2 %3"), day, month, year, NULL);
}

/* ---- time frames */

static const struct
{
  SaigaRecurrence recurrence;
  const char *words;
} recurrences[] = {
  { SAIGA_RECURRENCE_ONGOING, N_ ("on-going") },
  { SAIGA_RECURRENCE_ANNUAL, N_ ("annual") },
  { SAIGA_RECURRENCE_BIENNIAL, N_ ("every two years") },
  { SAIGA_RECURRENCE_MONTHLY, N_ ("monthly") },
  { SAIGA_RECURRENCE_QUARTERLY, N_ ("quarterly") },
  { SAIGA_RECURRENCE_REGULAR, N_ ("regular") },
  { SAIGA_RECURRENCE_AS_REQUIRED, N_ ("as required") },
};

/* A bound as roughly as the interval allows: whole years, else whole months, else days. */
static char *
bound_words (SaigaDate *earliest,
             SaigaDate *latest,
             gboolean is_latest,
             const char *language)
{
  g_autoptr(SaigaDate) earliest_next = latest != NULL ? saiga_date_new_for_day (saiga_date_get_latest_day (latest) + 1, NULL) : NULL;
  const gboolean begins_month = earliest == NULL || saiga_date_get_day (earliest) == 1;
  const gboolean ends_month = earliest_next == NULL || saiga_date_get_day (earliest_next) == 1;
  const gboolean begins_year = begins_month && (earliest == NULL || saiga_date_get_month (earliest) == 1);
  const gboolean ends_year = ends_month && (earliest_next == NULL || saiga_date_get_month (earliest_next) == 1);
  SaigaDate *bound = is_latest ? latest : earliest;
  g_autoptr(SaigaDate) rough = NULL;

  /* One bound alone at the end of a year says its month: "by December 2014". */
  if (begins_year && ends_year && earliest != NULL && latest != NULL)
    rough = saiga_date_new (saiga_date_get_year (bound), 0, 0, NULL);
  else if (begins_month && ends_month)
    rough = saiga_date_new (saiga_date_get_year (bound), saiga_date_get_month (bound), 0, NULL);

  return saiga_date_dup_text (rough != NULL ? rough : bound, language);
}

static char *
interval_words (const SaigaTimeframe *self,
                const char *language)
{
  g_autoptr(SaigaDate) earliest = saiga_timeframe_dup_earliest (self);
  g_autoptr(SaigaDate) latest = saiga_timeframe_dup_latest (self);
  g_autofree char *first = earliest != NULL ? bound_words (earliest, latest, FALSE, language) : NULL;
  g_autofree char *last = latest != NULL ? bound_words (earliest, latest, TRUE, language) : NULL;

  if (first == NULL && last == NULL)
    return NULL;
  if (first == NULL)
    return _saiga_translate_fill (language, N_ ("by %1"), last, NULL);
  if (last == NULL)
    return _saiga_translate_fill (language, N_ ("from %1"), first, NULL);
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);

  return _saiga_translate_fill (language, N_ ("%1 to %2"), first, last, NULL);
}

static void
join (char **words,
      const char *more,
      const char *language)
{
  char *joined = *words != NULL ? _saiga_translate_fill (language, N_ ("%1 and %2"), *words, more, NULL) : g_strdup (more);

  g_free (*words);
  *words = joined;
}

/**
 * saiga_timeframe_dup_text:
 * @self: a time frame
 * @language: `en`, `fr` or `es`
 *
 * Writes a time frame for people to read.
 *
 * In English, and where it was pinned to an interval, a time frame is printed in the words
 * of the plan. In other languages the words are made of what it means; what it depends on
 * stands as it was written.
 *
 * Returns: (transfer full): the words
 *
 * Since: 0.1
 */
char *
saiga_timeframe_dup_text (const SaigaTimeframe *self,
                          const char *language)
{
  g_autofree char *words = NULL;
  const char *depends;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (saiga_timeframe_is_pinned (self) || g_str_has_prefix (language, "en"))
    return g_strdup (saiga_timeframe_get_wording (self));

  words = interval_words (self, language);
  for (gsize i = 0; i < G_N_ELEMENTS (recurrences); i++)
    if (saiga_timeframe_get_recurrence (self) & recurrences[i].recurrence)
      join (&words, _saiga_translate (language, recurrences[i].words), language);
  depends = saiga_timeframe_get_depends (self);
  if (depends != NULL)
    {
      g_autofree char *more = *depends != '\0' ? _saiga_translate_fill (language, N_ ("depends on %1"), depends, NULL)
                                               : g_strdup (_saiga_translate (language, N_ ("to be decided")));

      join (&words, more, language);
    }

  return words != NULL ? g_steal_pointer (&words) : g_strdup (saiga_timeframe_get_wording (self));
}
