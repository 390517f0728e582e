/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is read as a value is printed, read again as the same value, and printed
 * as the same text. The first byte chooses the kind of value. */

#include <saiga/saiga.h>
#include <string.h>

#include "fuzz-target.h"

typedef struct
{
  char letter;
  GType (*get_type) (void);
  gpointer (*parse) (const char *text, GError **error);
  char *(*to_string) (gconstpointer value);
  gboolean (*equal) (gconstpointer value, gconstpointer other);
  int (*compare) (gconstpointer value, gconstpointer other); /* nullable */
} ValueType;

#define VALUE_TYPE(letter, prefix, compare)                         \
  {                                                                 \
    letter, prefix##_get_type,                                      \
      (gpointer (*) (const char *, GError **)) prefix##_parse,      \
      (char *(*) (gconstpointer)) prefix##_to_string,               \
      (gboolean (*) (gconstpointer, gconstpointer)) prefix##_equal, \
      (int (*) (gconstpointer, gconstpointer)) compare              \
  }

static const ValueType types[] = {
  VALUE_TYPE ('c', saiga_criteria, NULL),
  VALUE_TYPE ('d', saiga_date, saiga_date_compare),
  VALUE_TYPE ('f', saiga_timeframe, saiga_timeframe_compare),
  VALUE_TYPE ('m', saiga_money, saiga_money_compare),
  VALUE_TYPE ('r', saiga_range, NULL),
  VALUE_TYPE ('t', saiga_text, NULL),
};

/* What only one kind can do. */
static void
check_date (const SaigaDate *date)
{
  g_autoptr(SaigaDate) earliest = saiga_date_dup_earliest (date);
  g_autoptr(SaigaDate) latest = saiga_date_dup_latest (date);

  g_assert_cmpint (saiga_date_get_earliest_day (date), <=, saiga_date_get_latest_day (date));
  g_assert_cmpint (saiga_date_get_latest_day (earliest), ==, saiga_date_get_earliest_day (date));
  g_assert_cmpint (saiga_date_get_earliest_day (latest), ==, saiga_date_get_latest_day (date));
}

static void
check_timeframe (const SaigaTimeframe *timeframe)
{
  g_autoptr(SaigaDate) earliest = saiga_timeframe_dup_earliest (timeframe);
  g_autoptr(SaigaDate) latest = saiga_timeframe_dup_latest (timeframe);

  g_assert_true ((earliest == NULL) == (saiga_timeframe_get_earliest_day (timeframe) == 0));
  g_assert_true ((latest == NULL) == (saiga_timeframe_get_latest_day (timeframe) == 0));
  if (earliest != NULL && latest != NULL)
    g_assert_cmpint (saiga_date_compare (earliest, latest), <=, 0);
}

static void
check_money (const SaigaMoney *money)
{
  g_autoptr(SaigaMoney) sum = saiga_money_add (money, money, NULL);

  if (sum != NULL)
    g_assert_cmpint (saiga_money_compare (money, sum), <=, 0);
}

static void
check_range (const SaigaRange *range)
{
  g_auto(GStrv) areas = saiga_range_list_areas (range);

  g_assert_cmpuint (g_strv_length (areas), ==, saiga_range_get_n_areas (range));
  for (guint i = 0; areas[i] != NULL; i++)
    {
      g_assert_true (i == 0 || strcmp (areas[i - 1], areas[i]) < 0);
      g_assert_cmpuint (saiga_range_get_tags (range, areas[i]), ==, saiga_range_get_area_tags (range, i));
      g_assert_cmpuint (saiga_range_get_tags (range, areas[i]), !=, SAIGA_RANGE_TAGS_NONE);
    }
}

static void
check_text (const SaigaText *text)
{
  g_auto(GStrv) languages = saiga_text_list_languages (text);

  for (guint i = 0; languages[i] != NULL; i++)
    g_assert_nonnull (saiga_text_get_words (text, languages[i]));
}

static void
check_criteria (const SaigaCriteria *criteria)
{
  g_auto(GStrv) items = saiga_criteria_list_items (criteria);
  g_autofree char *text = saiga_criteria_to_string (criteria);
  g_autoptr(SaigaCriteria) same = saiga_criteria_new (text, saiga_criteria_get_version (criteria), NULL);

  g_assert_nonnull (items[0]);
  g_assert_true (saiga_criteria_equal (criteria, same));
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autoptr(SaigaCriteria) item = saiga_criteria_new (items[i], saiga_criteria_get_version (criteria), NULL);
      char code[] = { items[i][0], g_ascii_isdigit (items[i][1]) ? items[i][1] : '\0', '\0' };

      g_assert_nonnull (item);
      g_assert_true (saiga_criteria_has (criteria, code));
      /* What all of them allow, each allows; but in 2.3 the conditions of B are its numbers. */
      if (saiga_criteria_get_version (criteria) == SAIGA_CRITERIA_VERSION_V3_1 && code[0] != 'D' &&
          saiga_criteria_check_category (criteria, "en", NULL))
        g_assert_true (saiga_criteria_check_category (item, "en", NULL));
    }
}

static void
check_value (const ValueType *type,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *string = NULL;
  g_autofree char *second = NULL;
  gpointer value = type->parse (text, &error);
  gpointer again;

  g_assert_true ((value == NULL) == (error != NULL));
  if (value == NULL)
    {
      g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  string = type->to_string (value);
  again = type->parse (string, &error);
  g_assert_no_error (error);
  g_assert_true (type->equal (value, again));
  g_assert_true (type->compare == NULL || type->compare (value, again) == 0);
  second = type->to_string (again);
  g_assert_cmpstr (second, ==, string);

  switch (type->letter)
    {
    case 'c':
      check_criteria (value);
      break;
    case 'd':
      check_date (value);
      break;
    case 'f':
      check_timeframe (value);
      break;
    case 'm':
      check_money (value);
      break;
    case 'r':
      check_range (value);
      break;
    default:
      check_text (value);
    }

  /* Only the words of a text are checked later, by the record that holds them. */
  if (type->letter != 't')
    g_assert_true (g_utf8_validate (string, -1, NULL) && strchr (string, '\n') == NULL);

  g_boxed_free (type->get_type (), value);
  g_boxed_free (type->get_type (), again);
}

int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t size)
{
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;

  text = g_strndup ((const char *) data + 1, size - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].letter == data[0])
      check_value (&types[i], text);

  return 0;
}
