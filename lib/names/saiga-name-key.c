/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-fold-private.h"
#include "saiga-name-key-private.h"

/* Cuts the text at its first two spaces. */
static void
cut (SaigaNameKey *self,
     gsize length)
{
  const char *word = self->text, *end = self->text + length;

  self->n_words = 0;
  while (word < end && self->n_words < 3)
    {
      const char *space = self->n_words < 2 ? memchr (word, ' ', end - word) : NULL;
      gsize n = (space != NULL ? space : end) - word;

      self->words[self->n_words] = word;
      self->lengths[self->n_words++] = MIN (n, SAIGA_NAME_MAX_KEPT);
      if (space == NULL)
        break;
      word = space + 1;
    }
}

static void
set_one (SaigaNameKey *self,
         gsize length)
{
  self->n_words = length > 0;
  self->words[0] = self->text;
  self->lengths[0] = MIN (length, SAIGA_NAME_MAX_KEPT);
}

void
_saiga_name_key_set (SaigaNameKey *self,
                     const char *text,
                     gsize length)
{
  length = MIN (length, SAIGA_NAME_MAX_LENGTH);
  memcpy (self->text, text, length);
  self->text[length] = '\0';
  cut (self, length);
}

void
_saiga_name_key_read (SaigaNameKey *self,
                      const SaigaNameParse *parse)
{
  const SaigaNameResult *result = &parse->result;
  gsize length;

  if (result->n_elements == 0)
    {
      /* A virus, or whatever it is: known by its whole text. */
      length = _saiga_name_fold_text (parse->text, parse->length, self->text, sizeof self->text);
      while (length > 0 && self->text[length - 1] == ' ')
        self->text[--length] = '\0';
      set_one (self, length);
      return;
    }

  length = _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_SIMPLE, self->text, sizeof self->text);
  for (gsize i = 0; i < length; i++)
    if ((guchar) self->text[i] >= 0x80)
      {
        char folded[SAIGA_NAME_MAX_LENGTH * 3];

        length = _saiga_name_fold_text (self->text, MIN (length, sizeof folded - 8), folded, sizeof folded);
        memcpy (self->text, folded, length + 1);
        break;
      }
    else
      self->text[i] = g_ascii_tolower (self->text[i]);

  if (result->kind == SAIGA_NAME_KIND_FORMULA)
    set_one (self, length);
  else
    cut (self, length);
}
