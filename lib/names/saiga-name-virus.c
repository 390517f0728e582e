/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-grammar-private.h"

static gboolean
ends_with (const char *word,
           gsize length,
           const char *ending)
{
  gsize n = strlen (ending);

  return length >= n && memcmp (word + length - n, ending, n) == 0;
}

/* Viruses, phages and the like have names of their own, which are no genus and species. */
gboolean
_saiga_name_is_virus (const SaigaNameParse *self)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const SaigaNameToken *token = get_token (self, i);
      const char *text = self->text + token->start;
      gsize length = get_bare_length (token);

      if (token->type != TOKEN_WORD || length < 3)
        continue;
      if (text[0] == 'N' && strncmp (text, "NPV", 3) == 0)
        return TRUE;
      if (length == 6 && i > 1 && strncmp (text, "vector", 6) == 0)
        {
          const SaigaNameToken *before = get_token (self, i - 1);

          if ((before->flags & TOKEN_LOWER) && (strncmp (self->text + before->start, "expression", 10) == 0 || strncmp (self->text + before->start, "cloning", 7) == 0))
            return TRUE;
        }
      if (!_saiga_name_is_virus_word (text, length))
        continue;
      if (i == 0)
        {
          /* A genus of viruses, or one of their binomials. */
          if (ends_with (text, length, "virus") && (self->n_tokens == 1 || (self->n_tokens == 2 && _saiga_name_is_epithet (self, 1, TRUE))))
            return FALSE;
          /* Crassatellites fulvida is a bivalve, Negaprion fronto a shark. */
          if (_saiga_name_is_epithet (self, 1, FALSE) && (ends_with (text, length, "satellites") || ends_with (text, length, "prion")))
            continue;
          return TRUE;
        }
      /* "Turkozelotes attavirus Chatzaki, 2019" is a spider. */
      if ((token->flags & TOKEN_LOWER) && _saiga_name_is_author_start (self, i + 1) && (get_token (self, i + 1)->flags & TOKEN_SMALL) && i == 1)
        continue;
      return TRUE;
    }

  return FALSE;
}

gboolean
_saiga_name_has_symbiont (const SaigaNameParse *self)
{
  for (guint i = 1; i < self->n_tokens; i++)
    {
      const SaigaNameToken *token = get_token (self, i);
      const char *text = self->text + token->start;

      if (token->type != TOKEN_WORD || token->length < 8 || (text[token->length - 1] != 't' && text[token->length - 1] != 'a'))
        continue;
      if (strncmp (text + token->length - 8, "symbiont", 8) == 0 || (token->length >= 11 && strncmp (text + token->length - 11, "phytoplasma", 11) == 0))
        return TRUE;
    }

  return FALSE;
}
