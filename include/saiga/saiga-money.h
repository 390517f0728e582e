/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaMoney:
 *
 * A sum of money: a currency and an exact amount.
 *
 * The amount is never negative, and keeps its decimals as they were given.
 * Nothing is ever converted from one currency to another.
 *
 * A sum never changes and may be shared between threads.
 *
 * Since: 0.1
 */
typedef struct _SaigaMoney SaigaMoney;

#define SAIGA_TYPE_MONEY (saiga_money_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_money_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaMoney *saiga_money_new (const char *currency,
                             const char *amount,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaMoney *saiga_money_parse (const char *text,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_money_to_string (const SaigaMoney *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaMoney *saiga_money_ref (SaigaMoney *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_money_unref (SaigaMoney *self);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_money_equal (const SaigaMoney *self,
                            const SaigaMoney *other);
SAIGA_AVAILABLE_IN_ALL
int saiga_money_compare (const SaigaMoney *self,
                         const SaigaMoney *other);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_money_get_currency (const SaigaMoney *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_money_get_amount (const SaigaMoney *self);

SAIGA_AVAILABLE_IN_ALL
SaigaMoney *saiga_money_add (const SaigaMoney *self,
                             const SaigaMoney *other,
                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaMoney, saiga_money_unref)

G_END_DECLS
