/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Exact decimal numbers, kept as their canonical text: an optional minus,
 * digits without needless zeros before them, and the decimals as they were
 * given, because 12.50 says more than 12.5. */

#include <string.h>

#include "saiga-decimal-private.h"

/* The digits before the point. */
static gsize
count_whole (const char *decimal)
{
  return strspn (decimal, "0123456789");
}

/* The digits behind the point. */
static gsize
count_decimals (const char *decimal)
{
  gsize n_whole = count_whole (decimal);

  return decimal[n_whole] == '.' ? strlen (decimal + n_whole + 1) : 0;
}

/* The canonical form, or NULL if the text is no number or too long. */
char *
_saiga_decimal_parse (const char *text)
{
  gboolean negative = *text == '-';
  const char *digits = text + negative;
  gsize n_whole = count_whole (digits);
  gsize n_decimals = 0;

  if (n_whole == 0)
    return NULL;
  if (digits[n_whole] == '.')
    {
      n_decimals = count_whole (digits + n_whole + 1);
      if (n_decimals == 0 || digits[n_whole + 1 + n_decimals] != '\0')
        return NULL;
    }
  else if (digits[n_whole] != '\0')
    return NULL;

  for (; digits[0] == '0' && n_whole > 1; n_whole--)
    digits++;
  if (n_whole + n_decimals > SAIGA_DECIMAL_MAX_DIGITS)
    return NULL;

  /* There is one zero, not two. */
  if (digits[strspn (digits, "0.")] == '\0')
    negative = FALSE;

  return g_strconcat (negative ? "-" : "", digits, NULL);
}

/* Orders two canonical numbers without a minus by their value: 12.5 and 12.50 are equal. */
int
_saiga_decimal_compare (const char *decimal,
                        const char *other)
{
  gsize n_whole = count_whole (decimal);
  gsize n_other = count_whole (other);
  int order;

  if (n_whole != n_other)
    return n_whole < n_other ? -1 : 1;

  order = memcmp (decimal, other, n_whole);
  if (order != 0)
    return order;

  decimal += n_whole + (decimal[n_whole] == '.');
  other += n_other + (other[n_other] == '.');
  for (; *decimal != '\0' || *other != '\0'; decimal += *decimal != '\0', other += *other != '\0')
    {
      char digit = *decimal != '\0' ? *decimal : '0';
      char other_digit = *other != '\0' ? *other : '0';

      if (digit != other_digit)
        return digit - other_digit;
    }

  return 0;
}

/* Adds two canonical numbers without a minus; NULL if the sum is too long. */
char *
_saiga_decimal_add (const char *decimal,
                    const char *other)
{
  gssize n_whole = count_whole (decimal);
  gssize n_other = count_whole (other);
  gssize n_decimals = count_decimals (decimal);
  gssize n_other_decimals = count_decimals (other);
  char sum[2 * SAIGA_DECIMAL_MAX_DIGITS + 3]; /* a carry, a point, the end */
  char *digit = sum + sizeof (sum) - 1;
  int carry = 0;

  *digit = '\0';
  /* A place is negative behind the point: -1 are the tenths. */
  for (gssize place = -MAX (n_decimals, n_other_decimals); place < MAX (n_whole, n_other); place++)
    {
      if (place == 0 && *digit != '\0')
        *--digit = '.';
      if (place < n_whole && place >= -n_decimals)
        carry += decimal[n_whole - 1 - place + (place < 0)] - '0';
      if (place < n_other && place >= -n_other_decimals)
        carry += other[n_other - 1 - place + (place < 0)] - '0';
      *--digit = '0' + carry % 10;
      carry /= 10;
    }
  if (carry > 0)
    *--digit = '0' + carry;

  return _saiga_decimal_parse (digit);
}
