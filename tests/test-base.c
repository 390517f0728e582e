/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <saiga/saiga.h>
#include <string.h>

/* What all boxed values have in common. */
typedef struct
{
  gpointer (*parse) (const char *text, GError **error);
  char *(*to_string) (gconstpointer value);
  gboolean (*equal) (gconstpointer value, gconstpointer other);
  GType (*get_type) (void);
} ValueType;

#define VALUE_TYPE(prefix)                                          \
  {                                                                 \
    (gpointer (*) (const char *, GError **)) prefix##_parse,        \
      (char *(*) (gconstpointer)) prefix##_to_string,               \
      (gboolean (*) (gconstpointer, gconstpointer)) prefix##_equal, \
      prefix##_get_type,                                            \
  }

static const ValueType criteria = VALUE_TYPE (saiga_criteria);
static const ValueType dates = VALUE_TYPE (saiga_date);
static const ValueType moneys = VALUE_TYPE (saiga_money);
static const ValueType ranges = VALUE_TYPE (saiga_range);
static const ValueType texts = VALUE_TYPE (saiga_text);
static const ValueType timeframes = VALUE_TYPE (saiga_timeframe);

/* A message of several lines is not TAP. */
static void
show (const char *text)
{
  g_autofree char *line = g_strescape (text, NULL);

  g_test_message ("%s", line);
}

/* Reads a text that has to be valid; what is printed is read as the same. */
static gpointer
read_value (const ValueType *type,
            const char *text,
            const char *printed)
{
  g_autoptr(GError) error = NULL;
  gpointer value;
  gpointer again;
  gpointer copy;
  g_autofree char *string = NULL;
  g_autofree char *second = NULL;

  show (text);
  value = type->parse (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (value);

  string = type->to_string (value);
  g_assert_cmpstr (string, ==, printed != NULL ? printed : text);
  again = type->parse (string, &error);
  g_assert_no_error (error);
  second = type->to_string (again);
  g_assert_cmpstr (second, ==, string);
  g_assert_true (type->equal (value, again));

  copy = g_boxed_copy (type->get_type (), value);
  g_assert_true (copy == value);
  g_boxed_free (type->get_type (), copy);
  g_boxed_free (type->get_type (), again);

  return value;
}

static void
check_refused (const ValueType *type,
               const char *text,
               const char *message)
{
  g_autoptr(GError) error = NULL;

  show (text);
  g_assert_null (type->parse (text, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

/* The day of a date, or “” for none. */
static char *
print_date (SaigaDate *date)
{
  g_autoptr(SaigaDate) owned = date;

  return owned != NULL ? saiga_date_to_string (owned) : g_strdup ("");
}

/* ---- dates */

static void
test_date_parse (void)
{
  static const struct
  {
    const char *text;
    const char *printed; /* the whole, where it is not the text */
    int year, month, day;
    const char *form;
    const char *earliest, *latest;
  } cases[] = {
    { "2012", NULL, 2012, 0, 0, NULL, "2012-01-01", "2012-12-31" },
    { "2012-02", NULL, 2012, 2, 0, NULL, "2012-02-01", "2012-02-29" },
    { "2013-02", NULL, 2013, 2, 0, NULL, "2013-02-01", "2013-02-28" },
    { "2012-02-29", NULL, 2012, 2, 29, NULL, "2012-02-29", "2012-02-29" },
    { "2000-02-29", NULL, 2000, 2, 29, NULL, "2000-02-29", "2000-02-29" },
    { "1000", NULL, 1000, 0, 0, NULL, "1000-01-01", "1000-12-31" },
    { "9999-12-31", NULL, 9999, 12, 31, NULL, "9999-12-31", "9999-12-31" },
    { "1415 February 2009 = 2009-02-14", NULL, 2009, 2, 14, "1415 February 2009", "2009-02-14", "2009-02-14" },
    { "été 2008 = 2008", NULL, 2008, 0, 0, "été 2008", "2008-01-01", "2008-12-31" },
    { "a = b = 2008-07", NULL, 2008, 7, 0, "a = b", "2008-07-01", "2008-07-31" },
    { "2008-07 = 2008-07", "2008-07", 2008, 7, 0, NULL, "2008-07-01", "2008-07-31" },
    { "2008 = 2008-07", NULL, 2008, 7, 0, "2008", "2008-07-01", "2008-07-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaDate) date = read_value (&dates, cases[i].text, cases[i].printed);
      g_autofree char *earliest = print_date (saiga_date_dup_earliest (date));
      g_autofree char *latest = print_date (saiga_date_dup_latest (date));

      g_assert_cmpint (saiga_date_get_year (date), ==, cases[i].year);
      g_assert_cmpint (saiga_date_get_month (date), ==, cases[i].month);
      g_assert_cmpint (saiga_date_get_day (date), ==, cases[i].day);
      g_assert_cmpstr (saiga_date_get_printed (date), ==, cases[i].form);
      g_assert_cmpstr (earliest, ==, cases[i].earliest);
      g_assert_cmpstr (latest, ==, cases[i].latest);
    }
}

#define NO_DATE "is not a date such as 2012, 2012-06, 2012-06-12 or “12th June = 2012-06-12”"

static void
test_date_refused (void)
{
  static const char *const cases[] = {
    "", "0", "12", "201", "0999", "0000", "20120", "10000", "x2012", "2012x", "2012 ", " 2012",
    "2012-", "2012-1", "2012-00", "2012-13", "2012-101", "2012-06-", "2012-06-0", "2012-06-00", "2012-06-31",
    "2012-02-30", "2013-02-29", "1900-02-29", "2012-06-12-", "2012-00-12", "2012/06", "2012-06-12T00:00",
    "-2012", "+2012", "2012--06", "June 2012", " = 2012", "= 2012", "June  = 2012", " June = 2012", "June = ", "June = July",
    "June=2012", "Ju\nne = 2012", "Ju\tne = 2012", "\xef\xbf\xbe = 2012"
  };
  g_autofree char *longer = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = g_strdup_printf ("“%s” " NO_DATE, cases[i]);

      check_refused (&dates, cases[i], message);
    }

  check_refused (&dates, "J\xe9 = 2012", "“J\xef\xbf\xbd = 2012” " NO_DATE);

  /* A message does not quote more than two hundred bytes, and whole characters. */
  longer = g_strdup_printf ("%0199dé and more", 0);
  check_refused (&dates, longer, NULL);
  {
    g_autoptr(GError) error = NULL;
    g_autofree char *message = g_strdup_printf ("“%0199d…” " NO_DATE, 0);

    g_assert_null (saiga_date_parse (longer, &error));
    g_assert_cmpstr (error->message, ==, message);
  }
}

static void
test_date_new (void)
{
  static const struct
  {
    int year, month, day;
    const char *printed; /* NULL: refused */
  } cases[] = {
    { 2012, 0, 0, "2012" },
    { 2012, 6, 0, "2012-06" },
    { 2012, 6, 12, "2012-06-12" },
    { 1000, 0, 0, "1000" },
    { 9999, 12, 31, "9999-12-31" },
    { 999, 0, 0, NULL },
    { 10000, 0, 0, NULL },
    { 2012, 0, 12, NULL },
    { 2012, 13, 0, NULL },
    { 2012, -1, 0, NULL },
    { 2012, 6, -1, NULL },
    { 2012, 6, 31, NULL },
    { 2012, 6, 256, NULL },
    { 2012, 258, 1, NULL },
    { 2012 + 65536, 1, 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaDate) date = saiga_date_new (cases[i].year, cases[i].month, cases[i].day, &error);
      g_autofree char *printed = date != NULL ? saiga_date_to_string (date) : NULL;

      g_test_message ("%d %d %d", cases[i].year, cases[i].month, cases[i].day);
      g_assert_cmpstr (printed, ==, cases[i].printed);
      if (cases[i].printed == NULL)
        {
          g_autofree char *message = g_strdup_printf ("year %d, month %d, day %d is not a date: years are from 1000 to 9999, a day needs a month",
                                                      cases[i].year, cases[i].month, cases[i].day);

          g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
          g_assert_cmpstr (error->message, ==, message);
        }
      else
        g_assert_no_error (error);
    }
}

static void
test_date_days (void)
{
  static const struct
  {
    const char *text;
    int earliest, latest; /* date.toordinal () of Python */
  } cases[] = {
    { "1000-01-01", 364878, 364878 },
    { "1973-03-03", 720320, 720320 },
    { "2012", 734503, 734868 },
    { "2012-02", 734534, 734562 },
    { "9999-12-31", 3652059, 3652059 },
  };
  static const int refused[] = { G_MININT, -1, 0, 1, 364877, 3652060, G_MAXINT };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaDate) date = read_value (&dates, cases[i].text, NULL);
      g_autoptr(SaigaDate) day = NULL;
      g_autoptr(SaigaDate) earliest = saiga_date_dup_earliest (date);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (saiga_date_get_earliest_day (date), ==, cases[i].earliest);
      g_assert_cmpint (saiga_date_get_latest_day (date), ==, cases[i].latest);
      day = saiga_date_new_for_day (cases[i].earliest, &error);
      g_assert_no_error (error);
      g_assert_true (saiga_date_equal (day, earliest));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *message = g_strdup_printf ("%d is not the number of a day of the years 1000 to 9999", refused[i]);

      g_assert_null (saiga_date_new_for_day (refused[i], &error));
      g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Every text of a list comes before those behind it, and equals only itself. */
static void
check_order (const ValueType *type,
             int (*compare) (gconstpointer, gconstpointer),
             const char *const *list,
             gsize length)
{
  for (gsize i = 0; i < length; i++)
    for (gsize j = 0; j < length; j++)
      {
        gpointer first = type->parse (list[i], NULL);
        gpointer second = type->parse (list[j], NULL);
        int order = compare (first, second);

        g_test_message ("%s, %s", list[i], list[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_true (type->equal (first, second) == (i == j));

        g_boxed_free (type->get_type (), first);
        g_boxed_free (type->get_type (), second);
      }
}

static void
test_date_compare (void)
{
  static const char *const order[] = {
    "1999-12-31", "2012-01-01", "1 January = 2012-01-01", "1. Januar = 2012-01-01", "2012-01",
    "2012", "2012-01-02", "2012-02", "2012-12-31"
  };

  check_order (&dates, (int (*) (gconstpointer, gconstpointer)) saiga_date_compare, order, G_N_ELEMENTS (order));
}

/* ---- time frames */

#define ONGOING SAIGA_RECURRENCE_ONGOING
#define ANNUAL SAIGA_RECURRENCE_ANNUAL
#define AS_REQUIRED SAIGA_RECURRENCE_AS_REQUIRED

static void
test_timeframe_parse (void)
{
  static const struct
  {
    const char *text;
    const char *printed; /* where it is not the text */
    const char *earliest, *latest;
    SaigaRecurrence recurrence;
    const char *depends;
  } cases[] = {
    /* the wordings of the joint work programme */
    { "2012", NULL, "2012-01-01", "2012-12-31" },
    { "2012-13", NULL, "2012-01-01", "2013-12-31" },
    { "2012-2013", NULL, "2012-01-01", "2013-12-31" },
    { "2012-2014", NULL, "2012-01-01", "2014-12-31" },
    { "2012 – 14", NULL, "2012-01-01", "2014-12-31" },
    { "2013", NULL, "2013-01-01", "2013-12-31" },
    { "2014", NULL, "2014-01-01", "2014-12-31" },
    { "2014/2015", NULL, "2014-01-01", "2015-12-31" },
    { "by December 2014", NULL, "", "2014-12-31" },
    { "On-going", NULL, "", "", ONGOING },
    { "Annual and as-required", NULL, "", "", ANNUAL | AS_REQUIRED },
    { "Will depend on decisions adopted at CMS CoP10", NULL, "", "", 0, "decisions adopted at CMS CoP10" },
    { "Annual", NULL, "", "", ANNUAL },
    { "Late in the year = 2012-09-01/2012-12-31", NULL, "2012-09-01", "2012-12-31" },
    { "During 2014", NULL, "2014-01-01", "2014-12-31" },
    { "Regular", NULL, "", "", SAIGA_RECURRENCE_REGULAR },
    { "as required", NULL, "", "", AS_REQUIRED },
    { "as appropriate", NULL, "", "", AS_REQUIRED },
    { "until the end of 2011", NULL, "", "2011-12-31" },
    { "by 31 October 2011", NULL, "", "2011-10-31" },

    /* two years that look like a month */
    { "2011-12", NULL, "2011-01-01", "2012-12-31" },
    { "2001-02", NULL, "2001-01-01", "2002-12-31" },
    { "1998-99", NULL, "1998-01-01", "1999-12-31" },
    { "During 2011-12", NULL, "2011-01-01", "2012-12-31" },

    /* spaces, dashes, capitals */
    { " \t2012 \n", "2012", "2012-01-01", "2012-12-31" },
    { "\u00a02012\u00a0–\u00a014\u3000", "2012\u00a0–\u00a014", "2012-01-01", "2014-12-31" },
    { "2012‐14", NULL, "2012-01-01", "2014-12-31" },
    { "2012‑2014", NULL, "2012-01-01", "2014-12-31" },
    { "2012—2014", NULL, "2012-01-01", "2014-12-31" },
    { "On – going", NULL, "", "", ONGOING },
    { "BY  DECEMBER\u00a02014", NULL, "", "2014-12-31" },
    { "during 2014", NULL, "2014-01-01", "2014-12-31" },

    /* points and what they share */
    { "July 2008", NULL, "2008-07-01", "2008-07-31" },
    { "jul2008", NULL, "2008-07-01", "2008-07-31" },
    { "May 2008", NULL, "2008-05-01", "2008-05-31" },
    { "Sep 2008", NULL, "2008-09-01", "2008-09-30" },
    { "February 2012", NULL, "2012-02-01", "2012-02-29" },
    { "29 February 2012", NULL, "2012-02-29", "2012-02-29" },
    { "25 May 2008", NULL, "2008-05-25", "2008-05-25" },
    { "05 May2008", NULL, "2008-05-05", "2008-05-05" },
    { "5-6 October 2010", NULL, "2010-10-05", "2010-10-06" },
    { "5 – 6 Oct 2010", NULL, "2010-10-05", "2010-10-06" },
    { "5 or 6 October 2010", NULL, "2010-10-05", "2010-10-06" },
    { "5 to 6 October 2010", NULL, "2010-10-05", "2010-10-06" },
    { "January-March 2013", NULL, "2013-01-01", "2013-03-31" },
    { "January to Feb 2012", NULL, "2012-01-01", "2012-02-29" },
    { "30 September-2 October 2010", NULL, "2010-09-30", "2010-10-02" },
    { "25 December 2010 to 3 January 2011", NULL, "2010-12-25", "2011-01-03" },
    { "July 2008 - June 2009", NULL, "2008-07-01", "2009-06-30" },
    { "2012 to 2014", NULL, "2012-01-01", "2014-12-31" },
    { "2012 or 2013", NULL, "2012-01-01", "2013-12-31" },
    { "2014 / 2015", NULL, "2014-01-01", "2015-12-31" },
    { "2012 - March 2013", NULL, "2012-01-01", "2013-03-31" },
    { "2012-1 March 2013", NULL, "2012-01-01", "2013-03-01" },
    { "2012-2012", NULL, "2012-01-01", "2012-12-31" },
    { "1900-2199", NULL, "1900-01-01", "2199-12-31" },

    /* limits */
    { "by 2014", NULL, "", "2014-12-31" },
    { "by the end of 2014", NULL, "", "2014-12-31" },
    { "until 2014", NULL, "", "2014-12-31" },
    { "until the end of February 2012", NULL, "", "2012-02-29" },
    { "before 2013", NULL, "", "2012-12-31" },
    { "before March 2012", NULL, "", "2012-02-29" },
    { "before 1 March 2013", NULL, "", "2013-02-28" },
    { "before 1900", NULL, "", "1899-12-31" },
    { "after 2012", NULL, "2013-01-01", "" },
    { "after February 2012", NULL, "2012-03-01", "" },
    { "after 31 December 2012", NULL, "2013-01-01", "" },
    { "after 2199", NULL, "2200-01-01", "" },
    { "from 2012", NULL, "2012-01-01", "" },
    { "since July 2008", NULL, "2008-07-01", "" },
    { "From 2 April 2009", NULL, "2009-04-02", "" },

    /* parts of a year */
    { "early 2012", NULL, "2012-01-01", "2012-04-30" },
    { "early-2012", NULL, "2012-01-01", "2012-04-30" },
    { "mid-2012", NULL, "2012-05-01", "2012-08-31" },
    { "Mid 2012", NULL, "2012-05-01", "2012-08-31" },
    { "late in 2012", NULL, "2012-09-01", "2012-12-31" },
    { "late2012", NULL, "2012-09-01", "2012-12-31" },
    { "first half of 2012", NULL, "2012-01-01", "2012-06-30" },
    { "Second half of 2012", NULL, "2012-07-01", "2012-12-31" },
    { "Q1 2012", NULL, "2012-01-01", "2012-03-31" },
    { "Q2 2012", NULL, "2012-04-01", "2012-06-30" },
    { "q3 2012", NULL, "2012-07-01", "2012-09-30" },
    { "Q4 2012", NULL, "2012-10-01", "2012-12-31" },

    /* what comes again */
    { "Ongoing", NULL, "", "", ONGOING },
    { "Continuous", NULL, "", "", ONGOING },
    { "annually", NULL, "", "", ANNUAL },
    { "Biennial", NULL, "", "", SAIGA_RECURRENCE_BIENNIAL },
    { "Monthly", NULL, "", "", SAIGA_RECURRENCE_MONTHLY },
    { "Quarterly", NULL, "", "", SAIGA_RECURRENCE_QUARTERLY },
    { "Regularly", NULL, "", "", SAIGA_RECURRENCE_REGULAR },
    { "As-required", NULL, "", "", AS_REQUIRED },
    { "On-going, annual and as appropriate", NULL, "", "", ONGOING | ANNUAL | AS_REQUIRED },

    /* what depends */
    { "Depends on  a – b,\u00a0c", NULL, "", "", 0, "a – b,\u00a0c" },
    { "subject\u00a0to funding", NULL, "", "", 0, "funding" },
    { "Will Depend On x", NULL, "", "", 0, "x" },
    { "To be decided", NULL, "", "", 0, "" },

    /* pinned */
    { "Late in the year = 2012-09/2012", "Late in the year = 2012-09-01/2012-12-31", "2012-09-01", "2012-12-31" },
    { "Soon = ../..", NULL, "", "" },
    { "Soon = 2012/..", "Soon = 2012-01-01/..", "2012-01-01", "" },
    { "Soon = ../2012-02", "Soon = ../2012-02-29", "", "2012-02-29" },
    { "x = y = 2012/2013", "x = y = 2012-01-01/2013-12-31", "2012-01-01", "2013-12-31" },
    { "2012-10 = 2012-10/2012-10", "2012-10 = 2012-10-01/2012-10-31", "2012-10-01", "2012-10-31" },
    { "2012-02-30 = 2012-02-29/2012-02-29", NULL, "2012-02-29", "2012-02-29" },
    { "Printemps\u00a0 = 2012-03-01/2012-05-31", "Printemps = 2012-03-01/2012-05-31", "2012-03-01", "2012-05-31" },
    /* the words say how often, the pin from when to when */
    { "Annual = 2012/2014", "Annual = 2012-01-01/2014-12-31", "2012-01-01", "2014-12-31", ANNUAL },
    { "Will depend on CoP10 = 2012/..", "Will depend on CoP10 = 2012-01-01/..", "2012-01-01", "", 0, "CoP10" },
    { "2012 = 2013/2013", "2012 = 2013-01-01/2013-12-31", "2013-01-01", "2013-12-31" },
    /* a pin that says what the words say is none */
    { "2012 = 2012/2012-12-31", "2012", "2012-01-01", "2012-12-31" },
    { "Annual = ../..", "Annual", "", "", ANNUAL },
    /* unless the words would be taken for one */
    { "Will depend on a = b = ../..", NULL, "", "", 0, "a = b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaTimeframe) timeframe = read_value (&timeframes, cases[i].text, cases[i].printed);
      const char *printed = cases[i].printed != NULL ? cases[i].printed : cases[i].text;
      const char *equals = g_strrstr (printed, " = ");
      g_autofree char *wording = g_strndup (printed, equals != NULL ? (gsize) (equals - printed) : strlen (printed));
      g_autofree char *earliest = print_date (saiga_timeframe_dup_earliest (timeframe));
      g_autofree char *latest = print_date (saiga_timeframe_dup_latest (timeframe));

      g_assert_cmpstr (saiga_timeframe_get_wording (timeframe), ==, wording);
      g_assert_true (saiga_timeframe_is_pinned (timeframe) == (equals != NULL));
      g_assert_cmpstr (earliest, ==, cases[i].earliest);
      g_assert_cmpstr (latest, ==, cases[i].latest);
      g_assert_true ((saiga_timeframe_get_earliest_day (timeframe) == 0) == (earliest[0] == '\0'));
      g_assert_true ((saiga_timeframe_get_latest_day (timeframe) == 0) == (latest[0] == '\0'));
      g_assert_cmpint (saiga_timeframe_get_recurrence (timeframe), ==, cases[i].recurrence);
      g_assert_cmpstr (saiga_timeframe_get_depends (timeframe), ==, cases[i].depends);
    }
}

#define ACCEPTED                                                                                                         \
  "; what is understood are 2012, 2012-13, 2012-2014, July 2008, 5-6 October 2010, the like after by, until, before, "   \
  "after, from or since, early, mid or late 2012, first or second half of 2012, Q1 2012, On-going, Annual, Biennial, "   \
  "Monthly, Quarterly, Regular, as required, Will depend on …, To be decided; = EARLIEST/LATEST behind them pins any " \
  "words, as in “Late in the year = 2012-09-01/2012-12-31”"

static void
test_timeframe_refused (void)
{
  static const struct
  {
    const char *reason;
    const char *texts[40];
  } cases[] = {
    { "has a second year that is not after the first (a month is written as in “October 2012”)",
      { "2012-10", "2012-12", "2012 – 12", "2012-00", "1999-00", "1999-01", "2012-11" } },
    { "ends before it begins",
      { "2014-2012", "2012 to 2011", "6-5 October 2010", "March-January 2013", "25 December - 3 January 2011",
        "Soon = 2013/2012", "2012 = 2012-02-02/2012-02-01" } },
    { "is not within the years 1900 to 2199",
      { "1899", "2200", "0001", "1415", "by 1899", "2012-2200", "before 2200", "early 1800", "1899-1900" } },
    { "names a day that is not in the calendar",
      { "30 February 2012", "29 February 2013", "by 31 June 2012", "31 June-1 July 2012", "99 May 2012" } },
    { "is not a wording of one line",
      { "", "  ", "\u00a0", " = 2012/2013", "a\nb = 2012/2013", "20\t12", "\xef\xbf\xbf = 2012/2013" } },
    { "is not pinned to two of 2012, 2012-09, 2012-09-01 or .. (years from 1900 to 2199)",
      { "Soon = 2012", "Soon = ", "Soon = /", "Soon = 2012/", "Soon = /2012", "Soon = 2012/2013/2014", "Soon = 2012 / 2013",
        "Soon = 2012/x", "Soon = 2012-13/..", "Soon = 2012-02-30/..", "Soon = 1899/..", "Soon = ../2200", "Soon = ./..",
        "Soon = .../..", "Soon = ../2012 ", "Depends on a = b" } },
    { "is not a time frame",
      { "Late in the year", "201", "20123", "2012-", "-2012", "2012-1", "2012-123", "2012-10-05", "2012-13-14", "2012 13",
        "2014/15", "1415 February 2009", "Marc 2012", "Sept 2012", "Julyish 2012", "July", "5 October", "0 May 2012", "5May 2012",
        "October-2010", "5 October-2010", "5-October 2010", "by", "by ", "by2014", "by on-going", "until 2012-13", "early",
        "early on 2012", "first half 2012", "Q5 2012", "Q12012", "Annual and", "Annual, and monthly" } },
    { "is not a time frame",
      { "Annual 2012", "Annual Monthly", "on going", "Will depend on", "Subject to ", "Subject to–x", "To be decided soon",
        "February and August 2009", "2014 (subject to external funding)", "= 2012/2013", "2012=2012/2013", "During",
        "0000", "2012 -- 2014", "2012 until 2014", "from 2012 to 2014", "2012,", "٢٠١٢" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (const char *const *text = cases[i].texts; *text != NULL; text++)
      {
        g_autofree char *message = g_strdup_printf ("“%s” %s" ACCEPTED, *text, cases[i].reason);

        check_refused (&timeframes, *text, message);
      }

  check_refused (&timeframes, "20\xff = 2012/2013", "“20\xef\xbf\xbd = 2012/2013” is not a wording of one line" ACCEPTED);
}

static void
test_timeframe_equal (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    gboolean equal;
  } cases[] = {
    { "2012-14", "2012 – 14", TRUE },
    { "On-going", "ON‑GOING", TRUE },
    { "by  December\u00a02014", "By december 2014", TRUE },
    { "Été = 2012/2012", "ÉTÉ = 2012-01/2012-12", TRUE },
    { "2012", "2012 = 2012/2012", TRUE },
    { "2012-14", "2012-2014", FALSE },
    { "On-going", "Ongoing", FALSE },
    { "Soon = 2012/..", "Soon = 2012/2012", FALSE },
    { "Soon = ../2012", "Soon = 2012/2012", FALSE },
    { "Annual", "Annual = 2012/..", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaTimeframe) first = saiga_timeframe_parse (cases[i].first, NULL);
      g_autoptr(SaigaTimeframe) second = saiga_timeframe_parse (cases[i].second, NULL);

      g_test_message ("%s, %s", cases[i].first, cases[i].second);
      g_assert_true (saiga_timeframe_equal (first, second) == cases[i].equal);
      g_assert_true ((saiga_timeframe_compare (first, second) == 0) == cases[i].equal);
    }
}

static void
test_timeframe_compare (void)
{
  static const char *const order[] = {
    "by 31 October 2011", "by December 2014", "Annual", "On-going", "2011-12", "2012", "During 2012", "2012-13", "from 2012", "2013"
  };

  check_order (&timeframes, (int (*) (gconstpointer, gconstpointer)) saiga_timeframe_compare, order, G_N_ELEMENTS (order));
}

/* ---- money */

#define DIGITS_40 "1234567890123456789012345678901234567890"
#define NINES_40 "9999999999999999999999999999999999999999"

static void
test_money_parse (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
    const char *currency, *amount;
  } cases[] = {
    { "EUR 12000.00", NULL, "EUR", "12000.00" },
    { "USD 12000", NULL, "USD", "12000" },
    { "XAF 0", NULL, "XAF", "0" },
    { "EUR 0.00", NULL, "EUR", "0.00" },
    { "EUR 0.1", NULL, "EUR", "0.1" },
    { "EUR 0012.50", "EUR 12.50", "EUR", "12.50" },
    { "EUR 000", "EUR 0", "EUR", "0" },
    { "EUR 00.10", "EUR 0.10", "EUR", "0.10" },
    { "EUR " DIGITS_40, NULL, "EUR", DIGITS_40 },
    { "EUR 000" DIGITS_40, "EUR " DIGITS_40, "EUR", DIGITS_40 },
    { "EUR 0.123456789012345678901234567890123456789", NULL, "EUR", "0.123456789012345678901234567890123456789" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaMoney) money = read_value (&moneys, cases[i].text, cases[i].printed);
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaMoney) again = saiga_money_new (cases[i].currency, cases[i].amount, &error);

      g_assert_no_error (error);
      g_assert_true (saiga_money_equal (money, again));
      g_assert_cmpstr (saiga_money_get_currency (money), ==, cases[i].currency);
      g_assert_cmpstr (saiga_money_get_amount (money), ==, cases[i].amount);
    }
}

static void
test_money_refused (void)
{
  static const char *const cases[] = {
    "", "EUR", "EUR ", "EU 12", "EURO 12", "eur 12", "€ 12", "12 EUR", "12", "EUR12", "EUR  12", " EUR 12", "EUR 12 ",
    "EUR -12", "EUR -0", "EUR +12", "EUR 12,50", "EUR 12.", "EUR .5", "EUR 1.2.3", "EUR 1e3", "EUR 0x1", "EUR 1 000",
    "EUR ١٢", "EUR\u00a012", "EUR\t12", "EUR " DIGITS_40 "0", "EUR 1." DIGITS_40
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = g_strdup_printf ("“%s” is not a currency and an amount such as “EUR 12000.00”, "
                                                  "without a sign and of at most 40 digits",
                                                  cases[i]);

      check_refused (&moneys, cases[i], message);
    }
}

static void
test_money_compare (void)
{
  static const char *const order[] = {
    "CHF 5", "EUR 0", "EUR 0.009", "EUR 0.01", "EUR 0.1", "EUR 1", "EUR 1.5", "EUR 9", "EUR 10", "EUR 10.01", "EUR 100",
    "EUR 12000", "EUR " DIGITS_40, "EUR " NINES_40, "USD 1"
  };
  g_autoptr(SaigaMoney) twelve = saiga_money_parse ("EUR 12", NULL);
  g_autoptr(SaigaMoney) exact = saiga_money_parse ("EUR 12.00", NULL);

  check_order (&moneys, (int (*) (gconstpointer, gconstpointer)) saiga_money_compare, order, G_N_ELEMENTS (order));

  g_assert_cmpint (saiga_money_compare (twelve, exact), ==, 0);
  g_assert_cmpint (saiga_money_compare (exact, twelve), ==, 0);
  g_assert_false (saiga_money_equal (twelve, exact));
}

static void
test_money_add (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    const char *sum;
    const char *message;
  } cases[] = {
    { "EUR 1", "EUR 2", "EUR 3" },
    { "EUR 0", "EUR 0", "EUR 0" },
    { "EUR 0.00", "EUR 0", "EUR 0.00" },
    { "EUR 0.1", "EUR 0.2", "EUR 0.3" },
    { "EUR 12000.00", "EUR 0.5", "EUR 12000.50" },
    { "EUR 0.5", "EUR 0.50", "EUR 1.00" },
    { "EUR 999.99", "EUR 0.01", "EUR 1000.00" },
    { "EUR 1", "EUR 0.999", "EUR 1.999" },
    { "EUR 95", "EUR 5", "EUR 100" },
    { "EUR 1", "EUR 0.123456789012345678901234567890123456789", "EUR 1.123456789012345678901234567890123456789" },
    { "EUR " NINES_40, "EUR 0", "EUR " NINES_40 },
    { "EUR " NINES_40, "EUR 1", NULL,
      "EUR " NINES_40 " and EUR 1 can not be added: an amount has at most 40 digits" },
    { "EUR " NINES_40, "EUR 0.999999999999999999999999999999999999999", NULL,
      "EUR " NINES_40 " and EUR 0.999999999999999999999999999999999999999 can not be added: an amount has at most 40 digits" },
    { "EUR 1", "USD 1", NULL, "EUR 1 and USD 1 can not be added: both sums have to be in one currency" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int turn = 0; turn < 2; turn++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(SaigaMoney) first = saiga_money_parse (turn == 0 ? cases[i].first : cases[i].second, NULL);
        g_autoptr(SaigaMoney) second = saiga_money_parse (turn == 0 ? cases[i].second : cases[i].first, NULL);
        g_autoptr(SaigaMoney) sum = saiga_money_add (first, second, &error);
        g_autofree char *string = sum != NULL ? saiga_money_to_string (sum) : NULL;

        g_test_message ("%s, %s", cases[i].first, cases[i].second);
        g_assert_cmpstr (string, ==, cases[i].sum);
        if (cases[i].sum != NULL)
          g_assert_no_error (error);
        else
          {
            g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
            if (turn == 0)
              g_assert_cmpstr (error->message, ==, cases[i].message);
          }
      }
}

/* ---- ranges */

static void
test_range_parse (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
  } cases[] = {
    { "area.ao", NULL },
    { "area.ao area.bi:introduced+extinct", NULL },
    { "area.ao area.bi:extinct+introduced", "area.ao area.bi:introduced+extinct" },
    { "area.zw area.ao", "area.ao area.zw" },
    { "c:extinct b a:vagrant", "a:vagrant b c:extinct" },
    { "area.ao:native", "area.ao" },
    { "area.ao:native+uncertain", NULL },
    { "area.ao:uncertain+native", "area.ao:native+uncertain" },
    { "a:possibly-extinct+possibly-introduced+uncertain+vagrant+extinct+reintroduced+introduced+native",
      "a:native+introduced+reintroduced+extinct+vagrant+uncertain+possibly-introduced+possibly-extinct" },
    /* bytewise: punctuation, digits, capitals, underscore, small letters */
    { "a a_ aa aA a0 a.b a-b", "a a-b a.b a0 aA a_ aa" },
    { "_ Z z", "Z _ z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaRange) range = read_value (&ranges, cases[i].text, cases[i].printed);

      g_assert_nonnull (range);
    }
}

static void
test_range_get (void)
{
  g_autoptr(SaigaRange) range = read_value (&ranges, "area.ao area.bi:introduced+extinct area.zw:vagrant", NULL);
  g_auto(GStrv) areas = saiga_range_list_areas (range);

  g_assert_cmpuint (saiga_range_get_n_areas (range), ==, 3);
  g_assert_cmpstrv (areas, ((const char *const[]){ "area.ao", "area.bi", "area.zw", NULL }));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (saiga_range_get_area (range, i), ==, areas[i]);
      g_assert_true (saiga_range_contains (range, areas[i]));
      g_assert_cmpint (saiga_range_get_tags (range, areas[i]), ==, saiga_range_get_area_tags (range, i));
    }

  g_assert_cmpint (saiga_range_get_tags (range, "area.ao"), ==, SAIGA_RANGE_TAGS_NATIVE);
  g_assert_cmpint (saiga_range_get_tags (range, "area.bi"), ==, SAIGA_RANGE_TAGS_INTRODUCED | SAIGA_RANGE_TAGS_EXTINCT);
  g_assert_cmpint (saiga_range_get_tags (range, "area.zw"), ==, SAIGA_RANGE_TAGS_VAGRANT);
  for (gsize i = 0; i < 5; i++)
    {
      static const char *const absent[] = { "", "area.a", "area.aoo", "area.bz", "z" };

      g_assert_false (saiga_range_contains (range, absent[i]));
      g_assert_cmpint (saiga_range_get_tags (range, absent[i]), ==, SAIGA_RANGE_TAGS_NONE);
    }
}

/* The nicks are what a range prints. */
static void
test_range_tags (void)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (SAIGA_TYPE_RANGE_TAGS);
  GFlagsClass *tags = (GFlagsClass *) klass;

  g_assert_cmpuint (tags->n_values, ==, 9);
  for (guint i = 1; i < tags->n_values; i++)
    {
      g_autofree char *text = g_strconcat ("a:", tags->values[i].value_nick, NULL);
      g_autoptr(SaigaRange) range = read_value (&ranges, text, i == 1 ? "a" : NULL);

      g_assert_cmpuint (saiga_range_get_tags (range, "a"), ==, tags->values[i].value);
    }
}

static void
test_range_equal (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    gboolean equal;
  } cases[] = {
    { "a b:extinct", "b:extinct a:native", TRUE },
    { "a", "a a1", FALSE },
    { "a", "b", FALSE },
    { "a", "a:extinct", FALSE },
    { "a:native+extinct", "a:extinct", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaRange) first = saiga_range_parse (cases[i].first, NULL);
      g_autoptr(SaigaRange) second = saiga_range_parse (cases[i].second, NULL);

      g_test_message ("%s, %s", cases[i].first, cases[i].second);
      g_assert_true (saiga_range_equal (first, second) == cases[i].equal);
      g_assert_true (saiga_range_equal (second, first) == cases[i].equal);
    }
}

static void
test_range_refused (void)
{
  static const char *const cases[] = {
    "", " ", " a", "a ", "a  b", "a\u00a0b", "a\tb", "a,b", "a\nb", "1", "1a", "-a", ".a", "é", "aé", "a:b:c", ":native", "a:", "a: b",
    "a:native ", "a:native+", "a:+native", "a:native+native", "a:Native", "a:nativ", "a:natives", "a:extinct,native",
    "a:extinct b:", "a:extinct + native", "a:none", "a\xff", "\xff"
  };
  static const struct
  {
    const char *text;
    const char *message;
  } twice[] = {
    { "a a", "“a a” has a twice: a range has an area once" },
    { "b a b:extinct", "“b a b:extinct” has b twice: a range has an area once" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = g_utf8_make_valid (cases[i], -1);
      g_autofree char *message = g_strdup_printf ("“%s” is not a range such as “area.ao area.bi:extinct+introduced”: ids of areas with "
                                                  "one space between them, each with no tag twice of native, introduced, reintroduced, "
                                                  "extinct, vagrant, uncertain, possibly-introduced, possibly-extinct",
                                                  quoted);

      check_refused (&ranges, cases[i], message);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (twice); i++)
    check_refused (&ranges, twice[i].text, twice[i].message);
}

static void
test_range_large (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) sorted = g_string_new (NULL);
  g_autoptr(SaigaRange) range = NULL;

  for (int i = 0; i < 5000; i++)
    {
      g_string_append_printf (text, "%sa%04d", i > 0 ? " " : "", (i * 7) % 5000);
      g_string_append_printf (sorted, "%sa%04d", i > 0 ? " " : "", i);
    }

  range = saiga_range_parse (text->str, NULL);
  g_assert_nonnull (range);
  {
    g_autofree char *printed = saiga_range_to_string (range);

    g_assert_cmpstr (printed, ==, sorted->str);
  }
  g_assert_true (saiga_range_contains (range, "a4999"));
}

/* ---- texts */

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *printed;
  } cases[] = {
    { "en: Saiga antelope", NULL },
    { "fr: Antilope saïga\nen: Saiga antelope", "en: Saiga antelope\nfr: Antilope saïga" },
    { "en: one\n two\n \n three\npt-BR: um", NULL },
    { "en: ", NULL },
    { "en: a\nen: b", "en: b" },
  };
  static const char *const refused[] = { "", "en", "en:x", "1: x", "-en: x", "en-: x", "e n: x", "en: x\ny", "en: x\n", " en: x" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaText) text = read_value (&texts, cases[i].text, cases[i].printed);

      g_assert_nonnull (text);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    check_refused (&texts, refused[i], NULL);
}

static void
test_criteria_parse (void)
{
  /* As printed; the criteria one by one; the version by which they are read. */
  static const struct
  {
    const char *text;
    const char *printed; /* NULL: as it stands */
    const char *items;
    SaigaCriteriaVersion version;
  } cases[] = {
    { "A2abc+3de; B1ab(iii)+2ab(iii); C2a(i); D2; E", NULL, "A2abc A3de B1ab(iii) B2ab(iii) C2a(i) D2 E", SAIGA_CRITERIA_VERSION_V3_1 },
    { "A1a+2b+3c+4d; B2ab(i,ii,iii,iv,v)c(i,iv); C1+2a(i,ii)b; D", NULL,
      "A1a A2b A3c A4d B2ab(i,ii,iii,iv,v)c(i,iv) C1 C2a(i,ii)b D", SAIGA_CRITERIA_VERSION_V3_1 },
    { "D1+2", NULL, "D1 D2", SAIGA_CRITERIA_VERSION_V3_1 },
    { "E", NULL, "E", SAIGA_CRITERIA_VERSION_V3_1 },
    { "A1cd+2cd, B1+2abcde+3abcd, C1+2ab, D1", NULL, "A1cd A2cd B1 B2abcde B3abcd C1 C2ab D1", SAIGA_CRITERIA_VERSION_V2_3 },
    { "A1c; B1+2c; E", "A1c, B1+2c, E", "A1c B1 B2c E", SAIGA_CRITERIA_VERSION_V2_3 },
    { "B1+2c", NULL, "B1 B2c", SAIGA_CRITERIA_VERSION_V2_3 },
  };

  g_test_summary ("Criteria of both versions are read, printed in one form, and told one by one");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaCriteria) value = read_value (&criteria, cases[i].text, cases[i].printed);
      g_auto(GStrv) items = saiga_criteria_list_items (value);
      g_autofree char *joined = g_strjoinv (" ", items);

      g_assert_cmpstr (joined, ==, cases[i].items);
      g_assert_cmpint (saiga_criteria_get_version (value), ==, cases[i].version);
    }
}

static void
test_criteria_refused (void)
{
  g_autoptr(GError) error = NULL;

  g_test_summary ("What is written by neither version is refused, with what version 3.1 wants");

  check_refused (&criteria, "", "“” ends where a letter from A to E is wanted");
  check_refused (&criteria, "VU", "“VU” has “VU” where a letter from A to E is wanted");
  check_refused (&criteria, "A2abc+A3de", "“A2abc+A3de” has “A3de” where a greater number of the same criterion is wanted");
  check_refused (&criteria, "B1b(i-iii)", "“B1b(i-iii)” has “-iii)” where “,” or “)” is wanted");
  check_refused (&criteria, "B2b(i,i)", "“B2b(i,i)” has “i)” where a numeral that follows in order is wanted");
  check_refused (&criteria, "A2b; ", "“A2b; ” ends where a later letter from A to E is wanted");
  check_refused (&criteria, "A2b;\xff", "“A2b;\xef\xbf\xbd” has “;\xef\xbf\xbd” where “; ” and another criterion is wanted");

  g_assert_null (saiga_criteria_new ("A3bc", SAIGA_CRITERIA_VERSION_V2_3, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "“A3bc” has “3bc” where a number of the criterion is wanted");
}

static void
test_criteria_equal (void)
{
  g_autoptr(SaigaCriteria) new = saiga_criteria_new ("A2b", SAIGA_CRITERIA_VERSION_V3_1, NULL);
  g_autoptr(SaigaCriteria) same = saiga_criteria_parse ("A2b", NULL);
  g_autoptr(SaigaCriteria) old = saiga_criteria_new ("A2b", SAIGA_CRITERIA_VERSION_V2_3, NULL);
  g_autoptr(SaigaCriteria) other = saiga_criteria_parse ("A2bc", NULL);
  g_autoptr(SaigaCriteria) numeral = saiga_criteria_parse ("B1ab(i)", NULL);
  g_autoptr(SaigaCriteria) numerals = saiga_criteria_parse ("B1ab(ii)", NULL);

  g_test_summary ("Criteria are the same if version, letters and numerals are");

  g_assert_true (saiga_criteria_equal (new, same));
  g_assert_false (saiga_criteria_equal (new, old));
  g_assert_false (saiga_criteria_equal (new, other));
  g_assert_false (saiga_criteria_equal (numeral, numerals));
}

static void
test_criteria_has (void)
{
  g_autoptr(SaigaCriteria) value = saiga_criteria_parse ("A2b; B1ab(i); D1", NULL);
  static const char *const yes[] = { "A", "A2", "B", "B1", "D", "D1" };
  static const char *const no[] = { "", "A1", "A2b", "B2", "C", "D2", "E", "a" };

  g_test_summary ("Whether a criterion is met can be asked by letter and number");

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (saiga_criteria_has (value, yes[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (saiga_criteria_has (value, no[i]));
}

static void
test_criteria_check (void)
{
  /* What the number of mature individuals contradicts; NULL: nothing. */
  static const struct
  {
    const char *text;
    const char *category;
    guint n;
    const char *message;
  } cases[] = {
    { "C1", "CR", 249, NULL },
    { "C1", "CR", 250, "“CR” needs fewer than 250 mature individuals by C, not 250" },
    { "C2b", "EN", 2499, NULL },
    { "C2b", "EN", 2500, "“EN” needs fewer than 2500 mature individuals by C, not 2500" },
    { "C1", "VU", 9999, NULL },
    { "C1", "VU", 10000, "“VU” needs fewer than 10000 mature individuals by C, not 10000" },
    { "D", "cr", 49, NULL },
    { "D", "cr", 50, "“cr” needs fewer than 50 mature individuals by D, not 50" },
    { "D", "en", 250, "“en” needs fewer than 250 mature individuals by D, not 250" },
    { "D1", "vu", 999, NULL },
    { "D1+2", "vu", 1000, "“vu” needs fewer than 1000 mature individuals by D1, not 1000" },
    { "D2", "vu", 1000, NULL },
    { "A2b; E", "cr", 100000, NULL },
  };
  g_autoptr(SaigaCriteria) plain = saiga_criteria_parse ("D", NULL);
  g_autoptr(GError) error = NULL;

  g_test_summary ("Criteria fit the category and the number of mature individuals");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaCriteria) value = saiga_criteria_parse (cases[i].text, NULL);
      g_autoptr(GError) local = NULL;

      g_test_message ("%s %s %u", cases[i].text, cases[i].category, cases[i].n);
      g_assert_true (saiga_criteria_check_individuals (value, cases[i].category, cases[i].n, &local) == (cases[i].message == NULL));
      g_assert_cmpstr (local != NULL ? local->message : NULL, ==, cases[i].message);
    }

  g_assert_true (saiga_criteria_check_category (plain, "CR", NULL));
  g_assert_true (saiga_criteria_check_category (plain, "LR/nt", NULL));
  g_assert_false (saiga_criteria_check_category (plain, "VU", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "“VU” has D1 or D2, not D");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/criteria/parse", test_criteria_parse);
  g_test_add_func ("/criteria/refused", test_criteria_refused);
  g_test_add_func ("/criteria/equal", test_criteria_equal);
  g_test_add_func ("/criteria/has", test_criteria_has);
  g_test_add_func ("/criteria/check", test_criteria_check);
  g_test_add_func ("/date/parse", test_date_parse);
  g_test_add_func ("/date/refused", test_date_refused);
  g_test_add_func ("/date/new", test_date_new);
  g_test_add_func ("/date/days", test_date_days);
  g_test_add_func ("/date/compare", test_date_compare);
  g_test_add_func ("/timeframe/parse", test_timeframe_parse);
  g_test_add_func ("/timeframe/refused", test_timeframe_refused);
  g_test_add_func ("/timeframe/equal", test_timeframe_equal);
  g_test_add_func ("/timeframe/compare", test_timeframe_compare);
  g_test_add_func ("/money/parse", test_money_parse);
  g_test_add_func ("/money/refused", test_money_refused);
  g_test_add_func ("/money/compare", test_money_compare);
  g_test_add_func ("/money/add", test_money_add);
  g_test_add_func ("/range/parse", test_range_parse);
  g_test_add_func ("/range/get", test_range_get);
  g_test_add_func ("/range/tags", test_range_tags);
  g_test_add_func ("/range/equal", test_range_equal);
  g_test_add_func ("/range/refused", test_range_refused);
  g_test_add_func ("/range/large", test_range_large);
  g_test_add_func ("/text", test_text);

  return g_test_run ();
}
