/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>
#include <saiga/saiga-money.h>

#include "saiga-decimal-private.h"
#include "saiga-value-private.h"

#define CURRENCY_LENGTH 3

struct _SaigaMoney
{
  gatomicrefcount ref_count;
  char currency[CURRENCY_LENGTH + 1];
  char amount[]; /* a canonical decimal without a minus */
};

G_DEFINE_BOXED_TYPE (SaigaMoney, saiga_money, saiga_money_ref, saiga_money_unref)

SAIGA_DEFINE_VALUE (saiga_money)

/* The form of a code of ISO 4217, not whether the currency exists. */
static gboolean
starts_with_currency (const char *text)
{
  return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

static SaigaMoney *
money_new (const char *currency,
           const char *amount)
{
  gsize size = strlen (amount) + 1;
  SaigaMoney *self = g_malloc (sizeof (SaigaMoney) + size);

  g_atomic_ref_count_init (&self->ref_count);
  memcpy (self->currency, currency, CURRENCY_LENGTH);
  self->currency[CURRENCY_LENGTH] = '\0';
  memcpy (self->amount, amount, size);

  return self;
}

/**
 * saiga_money_new:
 * @currency: the code of a currency in ISO 4217, such as `EUR`
 * @amount: the amount in digits, such as `12000.00`
 * @error: return location for an error
 *
 * Makes a sum of money.
 *
 * If the currency is not three capital letters, or the amount not a number of
 * at most forty digits without a sign, [error@Saiga.Error.VALUE] is set.
 *
 * Returns: (transfer full): the sum
 *
 * Since: 0.1
 */
SaigaMoney *
saiga_money_new (const char *currency,
                 const char *amount,
                 GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (currency != NULL, NULL);
  g_return_val_if_fail (amount != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_strconcat (currency, " ", amount, NULL);

  return saiga_money_parse (text, error);
}

/**
 * saiga_money_parse:
 * @text: a currency, a space and an amount: `EUR 12000.00`
 * @error: return location for an error
 *
 * Reads a sum of money.
 *
 * If the text is not three capital letters, a space and a number of at most
 * forty digits without a sign, [error@Saiga.Error.VALUE] is set.
 *
 * Returns: (transfer full): the sum
 *
 * Since: 0.1
 */
SaigaMoney *
saiga_money_parse (const char *text,
                   GError **error)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (starts_with_currency (text) && text[CURRENCY_LENGTH] == ' ' && g_ascii_isdigit (text[CURRENCY_LENGTH + 1]))
    amount = _saiga_decimal_parse (text + CURRENCY_LENGTH + 1);

  if (amount == NULL)
    {
      _saiga_value_set_error (error, text,
                              "is not a currency and an amount such as “EUR 12000.00”, "
                              "without a sign and of at most %d digits",
                              SAIGA_DECIMAL_MAX_DIGITS);
      return NULL;
    }

  return money_new (text, amount);
}

/**
 * saiga_money_to_string:
 * @self: a sum of money
 *
 * Prints a sum of money so that [func@Money.parse] reads it.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
saiga_money_to_string (const SaigaMoney *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->currency, " ", self->amount, NULL);
}

/**
 * saiga_money_ref: (skip)
 * @self: a sum of money
 *
 * Adds a reference.
 *
 * Returns: (transfer full): the sum
 *
 * Since: 0.1
 */
SaigaMoney *
saiga_money_ref (SaigaMoney *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * saiga_money_unref: (skip)
 * @self: (transfer full): a sum of money
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
saiga_money_unref (SaigaMoney *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * saiga_money_equal:
 * @self: a sum of money
 * @other: another sum
 *
 * Checks whether two sums are written the same: `EUR 12` and `EUR 12.00` are
 * not.
 *
 * To ask whether they are worth the same, use [method@Money.compare].
 *
 * Returns: `TRUE` if they are
 *
 * Since: 0.1
 */
gboolean
saiga_money_equal (const SaigaMoney *self,
                   const SaigaMoney *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_str_equal (self->currency, other->currency) && g_str_equal (self->amount, other->amount);
}

/**
 * saiga_money_compare:
 * @self: a sum of money
 * @other: another sum
 *
 * Orders two sums: by the code of their currency, within it by amount.
 *
 * Amounts of two currencies are never compared. `EUR 12` and `EUR 12.00` have
 * the same place.
 *
 * Returns: a number less than, equal to or greater than 0 if the sum comes
 *   before, with or after the other
 *
 * Since: 0.1
 */
int
saiga_money_compare (const SaigaMoney *self,
                     const SaigaMoney *other)
{
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  order = strcmp (self->currency, other->currency);

  return order != 0 ? order : _saiga_decimal_compare (self->amount, other->amount);
}

/**
 * saiga_money_get_currency:
 * @self: a sum of money
 *
 * Gets the code of the currency in ISO 4217.
 *
 * Returns: three capital letters
 *
 * Since: 0.1
 */
const char *
saiga_money_get_currency (const SaigaMoney *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->currency;
}

/**
 * saiga_money_get_amount:
 * @self: a sum of money
 *
 * Gets the amount, in digits, with the decimals that were given.
 *
 * Returns: the amount
 *
 * Since: 0.1
 */
const char *
saiga_money_get_amount (const SaigaMoney *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->amount;
}

/**
 * saiga_money_add:
 * @self: a sum of money
 * @other: another sum in the same currency
 * @error: return location for an error
 *
 * Adds two sums exactly.
 *
 * The result has as many decimals as the sum that has more of them. If the
 * currencies differ, or the result has more than forty digits,
 * [error@Saiga.Error.VALUE] is set.
 *
 * Returns: (transfer full): the total
 *
 * Since: 0.1
 */
SaigaMoney *
saiga_money_add (const SaigaMoney *self,
                 const SaigaMoney *other,
                 GError **error)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_str_equal (self->currency, other->currency))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE,
                   "%s %s and %s %s can not be added: both sums have to be in one currency",
                   self->currency, self->amount, other->currency, other->amount);
      return NULL;
    }

  amount = _saiga_decimal_add (self->amount, other->amount);
  if (amount == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE,
                   "%s %s and %s %s can not be added: an amount has at most %d digits",
                   self->currency, self->amount, other->currency, other->amount, SAIGA_DECIMAL_MAX_DIGITS);
      return NULL;
    }

  return money_new (self->currency, amount);
}
