/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-reason-private.h"

struct _SaigaReason
{
  gatomicrefcount ref_count;
  const SaigaReasonKind *kind;
  char **arguments;
  char **words;      /* what the sentence says instead of the arguments; NULL: the same */
  GPtrArray **texts; /* of SaigaText: what an argument is called in several languages; or NULL */
};

G_DEFINE_BOXED_TYPE (SaigaReason, saiga_reason, saiga_reason_ref, saiga_reason_unref)

/* @kind lives as long as the program; the arguments end with NULL. */
SaigaReason *
_saiga_reason_new (const SaigaReasonKind *kind,
                   ...)
{
  g_autoptr(GStrvBuilder) arguments = g_strv_builder_new ();
  va_list args;

  va_start (args, kind);
  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    g_strv_builder_add (arguments, argument);
  va_end (args);

  return _saiga_reason_new_with_words (kind, g_strv_builder_end (arguments), NULL);
}

/* Where the sentence names what the arguments only number: takes the arguments, copies the
 * words. Without words it says the arguments. */
SaigaReason *
_saiga_reason_new_with_words (const SaigaReasonKind *kind,
                              GStrv arguments,
                              const char *const *words)
{
  SaigaReason *self = g_new (SaigaReason, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->arguments = arguments;
  self->words = g_strdupv ((char **) words);
  self->texts = NULL;

  return self;
}

/* Says what an argument is called; several texts are a list. A reason that others have is no
 * longer changed. */
void
_saiga_reason_add_text (SaigaReason *self,
                        guint position,
                        SaigaText *text)
{
  g_assert (position < g_strv_length (self->arguments));

  if (self->texts == NULL)
    self->texts = g_new0 (GPtrArray *, g_strv_length (self->arguments));
  if (self->texts[position] == NULL)
    self->texts[position] = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_text_unref);
  g_ptr_array_add (self->texts[position], saiga_text_ref (text));
}

/**
 * saiga_reason_ref: (skip)
 * @self: a reason
 *
 * Adds a reference.
 *
 * Returns: (transfer full): the reason
 *
 * Since: 0.1
 */
SaigaReason *
saiga_reason_ref (SaigaReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * saiga_reason_unref: (skip)
 * @self: (transfer full): a reason
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
saiga_reason_unref (SaigaReason *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; self->texts != NULL && self->arguments[i] != NULL; i++)
    g_clear_pointer (&self->texts[i], g_ptr_array_unref);
  g_free (self->texts);
  g_strfreev (self->arguments);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * saiga_reason_get_code:
 * @self: a reason
 *
 * Gets the code, such as `same-name`.
 *
 * Returns: the code, which keeps its meaning from one version to the next
 *
 * Since: 0.1
 */
const char *
saiga_reason_get_code (const SaigaReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind->code;
}

/**
 * saiga_reason_get_arguments:
 * @self: a reason
 *
 * Gets what the code speaks of: names, ids, dates, in an order that keeps its meaning.
 *
 * Returns: (transfer none): the arguments
 *
 * Since: 0.1
 */
const char *const *
saiga_reason_get_arguments (const SaigaReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->arguments;
}

/**
 * saiga_reason_to_string:
 * @self: a reason
 *
 * Prints a reason as its code with the arguments in parentheses.
 *
 * Returns: (transfer full): a text such as `same-name(Saiga tatarica)`
 *
 * Since: 0.1
 */
char *
saiga_reason_to_string (const SaigaReason *self)
{
  g_autofree char *arguments = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  arguments = g_strjoinv (",", self->arguments);

  return self->arguments[0] != NULL ? g_strdup_printf ("%s(%s)", self->kind->code, arguments) : g_strdup (self->kind->code);
}

/* The argument as it is called in a language. */
static char *
dup_argument (const SaigaReason *self,
              guint position,
              const char *words,
              const char *language)
{
  GPtrArray *texts = self->texts != NULL ? self->texts[position] : NULL;
  GString *list;

  if (texts == NULL)
    return g_strdup (words);

  list = g_string_new (NULL);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", saiga_text_get_best_words (texts->pdata[i], language));

  return g_string_free (list, FALSE);
}

/**
 * saiga_reason_dup_text:
 * @self: a reason
 * @language: `en`, `fr` or `es`
 *
 * Makes a sentence of a reason.
 *
 * Returns: (transfer full): the sentence; in English where there is none in the language
 *
 * Since: 0.1
 */
char *
saiga_reason_dup_text (const SaigaReason *self,
                       const char *language)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) arguments = NULL;
  char **spoken;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  spoken = self->words != NULL ? self->words : self->arguments;
  builder = g_strv_builder_new ();
  for (guint i = 0; spoken[i] != NULL; i++)
    {
      g_autofree char *argument = dup_argument (self, i, spoken[i], language);

      g_strv_builder_add (builder, argument);
    }
  arguments = g_strv_builder_end (builder);

  return _saiga_fill (_saiga_translate (language, self->kind->sentence), (const char *const *) arguments);
}
