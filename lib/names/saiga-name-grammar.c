/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-grammar-private.h"

/* The smallest pieces of the grammar: words, signs, warnings. */

void
_saiga_name_warn_raw (SaigaNameParse *self,
                      SaigaNameWarning warning,
                      guint start,
                      guint length)
{
  SaigaNameResult *result = &self->result;

  if (result->n_warnings < SAIGA_NAME_MAX_WARNINGS)
    result->warnings[result->n_warnings++] = (SaigaNameWarningItem){ warning, start, length };
}

/* Warns of a stretch of the text that is read. */
void
_saiga_name_warn (SaigaNameParse *self,
                  SaigaNameWarning warning,
                  guint start,
                  guint length)
{
  if (self->mapped)
    {
      guint end = self->map[MIN (start + length, self->length)];

      start = self->map[MIN (start, self->length)];
      length = end > start ? end - start : 1;
    }
  _saiga_name_warn_raw (self, warning, start, length);
}

void
_saiga_name_warn_token (SaigaNameParse *self,
                        SaigaNameWarning warning,
                        guint position)
{
  _saiga_name_warn (self, warning, get_token (self, position)->start, get_token (self, position)->length);
}

SaigaNameElement *
_saiga_name_add_element (SaigaNameParse *self,
                         SaigaNameElementType type,
                         const SaigaNameToken *token)
{
  SaigaNameResult *result = &self->result;
  SaigaNameElement *element;

  if (result->n_elements == SAIGA_NAME_MAX_ELEMENTS)
    return NULL;

  element = &result->elements[result->n_elements++];
  *element = (SaigaNameElement){ .word = { token->start, get_bare_length (token) }, .type = type };
  if (token->flags & TOKEN_NON_ASCII)
    {
      element->flags |= SAIGA_NAME_FLAG_NON_ASCII;
      _saiga_name_warn (self, SAIGA_NAME_WARNING_DIACRITIC, token->start, token->length);
    }
  if (token->flags & TOKEN_APOSTROPHE)
    _saiga_name_warn (self, SAIGA_NAME_WARNING_APOSTROPHE, token->start, token->length);
  if ((token->flags & TOKEN_DIGIT) && g_ascii_isdigit (self->text[token->start]))
    _saiga_name_warn (self, SAIGA_NAME_WARNING_NUMBER, token->start, token->length);
  /* An epithet that was written in capitals has to be written anew. */
  if (!(token->flags & (TOKEN_NON_ASCII | TOKEN_APOSTROPHE | TOKEN_DIGIT | TOKEN_CAPITALS)) && !((token->flags & TOKEN_LOWER) && g_ascii_isupper (self->text[token->start])))
    element->flags |= SAIGA_NAME_FLAG_PLAIN;

  return element;
}

/* An epithet: a word in small letters that is nothing else. */
gboolean
_saiga_name_is_epithet (const SaigaNameParse *self,
                        guint position,
                        gboolean virus)
{
  const SaigaNameToken *token = get_token (self, position);
  const char *text = self->text + token->start;

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER) || (token->flags & (TOKEN_CAPITALS | TOKEN_ODD | TOKEN_FOREIGN)) || token->length < 2)
    return FALSE;
  if ((token->flags & TOKEN_DIGIT) && !virus && !g_ascii_isdigit (text[0]))
    return FALSE;
  if (text[0] == '\'')
    return FALSE;
  /* A Greek letter of enumeration. */
  if ((guchar) text[0] >= 0xcd && g_utf8_get_char (text) >= 0x370 && g_utf8_get_char (text) < 0x400)
    return FALSE;
  if ((token->flags & TOKEN_DOT) && (token->length < 5 || get_token (self, position + 1)->type != TOKEN_END))
    return FALSE;

  return TRUE;
}

/* "Var. alba", "SUBSP. alba": a marker, not an author, for an epithet follows. */
gboolean
_saiga_name_is_capital_marker (const SaigaNameParse *self,
                               guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  return (token->flags & (TOKEN_UPPER | TOKEN_DOT)) == (TOKEN_UPPER | TOKEN_DOT) && token->marker != 0 && get_bare_length (token) >= 3 &&
         (_saiga_name_get_marker (token->marker)->flags & MARKER_INFRASPECIFIC) &&
         _saiga_name_is_epithet (self, position + 1, FALSE) && _saiga_name_classify_token (self, position + 1) == WORD_PLAIN;
}

/* Whether the word at @position, an epithet by its form, is read as one. */
gboolean
_saiga_name_accept_epithet (const SaigaNameParse *self,
                            guint position,
                            guint genus,
                            gboolean virus)
{
  const SaigaNameToken *token = get_token (self, position);

  if (!_saiga_name_is_epithet (self, position, virus))
    return FALSE;
  if (get_marker (token) != 0 || _saiga_name_classify_token (self, position) != WORD_PLAIN)
    {
      const SaigaNameToken *first = get_token (self, genus);

      if (_saiga_name_is_odd_epithet (self->text + first->start, first->length, self->text + token->start, token->length))
        return TRUE;
      /* "Lampona spec Platnick, 2000", "Navicula bacterium Frenguelli", "Eucyclops serrulatus mihi Dussart" */
      switch ((int) _saiga_name_classify_token (self, position))
        {
        case WORD_NO_NAME: /* "Agra not Erwin, 2002" */
        case WORD_NOT_SPECIES:
        case WORD_MANUSCRIPT:
          return !(token->flags & TOKEN_DOT) && _saiga_name_is_author_start (self, position + 1) &&
                 (get_token (self, position + 1)->flags & (TOKEN_SMALL | TOKEN_DOT | TOKEN_LOWER));
        case WORD_FILIUS: /* "Xylocopa senior Vachal, 1899" */
          return token->length >= 4 && !(token->flags & TOKEN_DOT);
        case WORD_OPEN:
          return token->length >= 4 && !(token->flags & TOKEN_DOT) && strncmp (self->text + token->start, "spec", 4) == 0 &&
                 token->length == 4 && _saiga_name_is_author_start (self, position + 1);
        default:
          return FALSE;
        }
    }

  return TRUE;
}

/* The sign of hybrids, or the letter instead of it. */
gboolean
_saiga_name_is_hybrid_sign (const SaigaNameParse *self,
                            guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  if (token->type == TOKEN_HYBRID)
    return TRUE;

  return token->type == TOKEN_WORD && token->length == 1 && (self->text[token->start] | 0x20) == 'x' &&
         (get_token (self, position + 1)->type == TOKEN_WORD || get_token (self, position + 1)->type == TOKEN_QUESTION);
}

void
_saiga_name_warn_hybrid_sign (SaigaNameParse *self,
                              guint position)
{
  if (get_token (self, position)->type != TOKEN_HYBRID || !(get_token (self, position + 1)->flags & TOKEN_SPACE_BEFORE))
    _saiga_name_warn_token (self, SAIGA_NAME_WARNING_HYBRID, position);
}
