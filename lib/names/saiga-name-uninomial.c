/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-grammar-private.h"

/* Genera, subgenera and higher names. */

/* "xHeucherella", "XAgropogon": makes the sign a token of its own. */
void
_saiga_name_split_hybrid_letter (SaigaNameParse *self,
                                 guint position,
                                 gboolean epithet)
{
  SaigaNameToken *token = &self->tokens[position];
  const char *text = self->text + token->start;

  if (position >= self->n_tokens || token->type != TOKEN_WORD || token->length < 4 || (text[0] | 0x20) != 'x' || self->n_tokens >= SAIGA_NAME_MAX_TOKENS)
    return;
  if (epithet || !g_ascii_isupper (text[1]) || !g_ascii_islower (text[2]))
    return;

  memmove (token + 1, token, (self->n_tokens - position + 2) * sizeof (SaigaNameToken));
  self->n_tokens++;
  token[0] = (SaigaNameToken){ .start = token[1].start, .length = 1, .flags = token[1].flags & TOKEN_SPACE_BEFORE, .type = TOKEN_HYBRID };
  token[1].start++;
  token[1].length--;
  token[1].flags = (token[1].flags & ~(TOKEN_SPACE_BEFORE | TOKEN_LOWER | TOKEN_CAPITALS)) | TOKEN_UPPER;
}

/* ICN 18.1, ICZN 29.2; "Fabaceae-Faboideae" is one, too. */
gboolean
_saiga_name_is_family (const char *word,
                       gsize length)
{
  const char *hyphen = memchr (word, '-', length);

  if (hyphen != NULL)
    length = hyphen - word;

  return length >= 7 && (g_ascii_strncasecmp (word + length - 5, "aceae", 5) == 0 || g_ascii_strncasecmp (word + length - 4, "idae", 4) == 0);
}

/* "Arecaceae Leopoldinia pulchra": a family, and no author but a genus with its epithet after it. */
gboolean
_saiga_name_is_family_before (const SaigaNameParse *self,
                              guint position)
{
  const SaigaNameToken *family = get_token (self, position), *genus = get_token (self, position + 1), *epithet = get_token (self, position + 2);
  gboolean capitals = !(family->flags & TOKEN_SMALL);

  if (family->type != TOKEN_WORD || !(family->flags & TOKEN_UPPER) || (family->flags & TOKEN_DOT) ||
      !_saiga_name_is_family (self->text + family->start, family->length))
    return FALSE;
  if (genus->type != TOKEN_WORD || !(genus->flags & TOKEN_UPPER) || (genus->flags & (TOKEN_DOT | TOKEN_HYPHEN | TOKEN_APOSTROPHE | TOKEN_DIGIT)) || genus->length < 3)
    return FALSE;
  if (_saiga_name_is_family_before (self, position + 1))
    return TRUE;
  if (capitals && !(genus->flags & TOKEN_SMALL))
    return epithet->type == TOKEN_WORD && (epithet->flags & TOKEN_UPPER) && !(epithet->flags & (TOKEN_SMALL | TOKEN_DOT));
  if (_saiga_name_is_hybrid_sign (self, position + 2))
    return _saiga_name_is_epithet (self, position + 3, FALSE);

  return (genus->flags & TOKEN_SMALL) && !(genus->flags & TOKEN_CAPITALS) &&
         (_saiga_name_classify_token (self, position + 2) == WORD_COMPARE ||
          (_saiga_name_is_epithet (self, position + 2, FALSE) && !(epithet->flags & TOKEN_DOT) && get_marker (epithet) == 0 && _saiga_name_classify_token (self, position + 2) == WORD_PLAIN));
}

static guint
count_hyphens (const char *text,
               gsize length,
               gboolean *capital,
               gsize *last)
{
  guint n = 0;

  *capital = FALSE;
  for (gsize i = 0; i + 1 < length; i++)
    if (text[i] == '-')
      {
        n++;
        *capital |= g_ascii_isupper (text[i + 1]) != 0;
        *last = i;
      }

  return n;
}

/* Looks at the word that should be a genus or a higher name, and warns of what is odd. */
gboolean
_saiga_name_check_uninomial (SaigaNameParse *self,
                             guint position)
{
  SaigaNameToken *token = &self->tokens[position];
  const char *text = self->text + token->start;
  const SaigaNameToken *next = get_token (self, position + 1);
  gboolean capital;
  gsize last = 0;

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_UPPER) || (token->flags & (TOKEN_DIGIT | TOKEN_ODD | TOKEN_APOSTROPHE | TOKEN_FOREIGN)))
    return FALSE;
  if (token->flags & TOKEN_DOT)
    {
      if (token->length <= 4 && ((_saiga_name_is_epithet (self, position + 1, FALSE) && (_saiga_name_classify_token (self, position + 1) == WORD_PLAIN || _saiga_name_classify_token (self, position + 1) == WORD_OPEN)) || next->type == TOKEN_OPEN || _saiga_name_classify_token (self, position + 1) == WORD_OPEN))
        {
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_ABBREVIATED, position);
          return TRUE;
        }
      if (token->length < 5 || next->type != TOKEN_END)
        return FALSE;
    }
  if (get_bare_length (token) < 2)
    return FALSE;
  if (next->type == TOKEN_OTHER && !(next->flags & TOKEN_SPACE_BEFORE) && self->text[next->start] == '\'')
    return FALSE;

  if (!(token->flags & TOKEN_SMALL))
    {
      if (get_bare_length (token) < 4)
        return FALSE;
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_CAPITALS, position);
      return TRUE;
    }
  if (token->flags & TOKEN_HYPHEN)
    {
      if (count_hyphens (text, token->length, &capital, &last) > 2)
        return FALSE;
      if (capital || (token->flags & TOKEN_CAPITALS))
        _saiga_name_warn_token (self, SAIGA_NAME_WARNING_CAPITALS, position);
      /* "Ambrysus-Stål, 1862": the author hangs on the name. */
      if ((token->flags & TOKEN_CAPITALS) && next->type == TOKEN_COMMA && get_token (self, position + 2)->type == TOKEN_NUMBER && self->n_tokens < SAIGA_NAME_MAX_TOKENS)
        {
          memmove (token + 1, token, (self->n_tokens - position + 2) * sizeof (SaigaNameToken));
          self->n_tokens++;
          token[0].length = last;
          token[0].flags &= ~(TOKEN_CAPITALS | TOKEN_HYPHEN | TOKEN_NON_ASCII);
          token[1].start += last + 1;
          token[1].length -= last + 1;
          token[1].flags &= ~(TOKEN_CAPITALS | TOKEN_HYPHEN);
        }
      return TRUE;
    }

  return !(token->flags & TOKEN_CAPITALS);
}

/* Whether a word in parentheses that no epithet follows is rather a subgenus than an author. */
static gboolean
looks_like_genus (const SaigaNameParse *self,
                  guint position)
{
  static const char *const endings[] = { "a", "us", "um", "is", "es", "on", "ops", "ys", "as", "os", "ax", "ix", "ex" };
  const SaigaNameToken *token = get_token (self, position);
  const char *text = self->text + token->start;
  const SaigaNameToken *genus = get_token (self, position - 2);

  if (token->flags & (TOKEN_DOT | TOKEN_NON_ASCII | TOKEN_APOSTROPHE | TOKEN_CAPITALS))
    return FALSE;
  if (token->length == genus->length && strncmp (text, self->text + genus->start, token->length) == 0)
    return TRUE;
  if (!(token->flags & TOKEN_SMALL) || token->length < 4)
    return FALSE;
  for (guint i = position + 2; get_token (self, i)->type != TOKEN_END; i++)
    if (get_token (self, i)->type == TOKEN_NUMBER)
      break;
    else if (i + 1 == self->n_tokens)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (token->length > n && strncmp (text + token->length - n, endings[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "(Subgenus)" after the genus. Returns the position after, or the same. */
guint
_saiga_name_parse_subgenus (SaigaNameParse *self,
                            guint position)
{
  const SaigaNameToken *word = get_token (self, position + 1);
  SaigaNameElement *element;
  guint next = position + 3;
  gboolean epithet;

  if (get_token (self, position)->type != TOKEN_OPEN || word->type != TOKEN_WORD || get_token (self, position + 2)->type != TOKEN_CLOSE || (word->flags & (TOKEN_DIGIT | TOKEN_ODD)))
    return position;

  epithet = (_saiga_name_accept_epithet (self, next, position, FALSE) && !_saiga_name_is_author_start (self, next)) || _saiga_name_is_hybrid_sign (self, next) ||
            _saiga_name_classify_token (self, next) == WORD_OPEN || _saiga_name_classify_token (self, next) == WORD_COMPARE || (get_token (self, next)->flags & TOKEN_DIGIT);
  if (!epithet && position > 0 && _saiga_name_is_epithet (self, next, FALSE))
    epithet = _saiga_name_is_odd_epithet (get_text (self, position - 1), get_token (self, position - 1)->length, get_text (self, next), get_token (self, next)->length);
  if (word->flags & TOKEN_LOWER)
    {
      /* A superspecies, or a subgenus in small letters: no part of the name (ICZN 6.2). */
      if (!epithet || _saiga_name_classify_token (self, position + 1) != WORD_PLAIN || (word->flags & TOKEN_DOT))
        return position;
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_SUBGENUS, position + 1);
      return next;
    }
  if (!epithet)
    {
      if (!looks_like_genus (self, position + 1))
        {
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_SUBGENUS, position + 1);
          return position;
        }
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_SUBGENUS, position + 1);
      element = _saiga_name_add_element (self, SAIGA_NAME_ELEMENT_INFRAGENERIC, word);
      if (element != NULL)
        element->marker = _saiga_name_find_marker ("subgen");
      return next;
    }

  element = _saiga_name_add_element (self, SAIGA_NAME_ELEMENT_INFRAGENERIC, word);
  if (element != NULL)
    {
      element->flags |= SAIGA_NAME_FLAG_PARENTHESES;
      if (word->flags & TOKEN_DOT)
        {
          element->flags |= SAIGA_NAME_FLAG_ABBREVIATED;
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_ABBREVIATED, position + 1);
        }
    }

  return next;
}

/* "sect. Salimori" after a genus, family or section. */
guint
_saiga_name_parse_infrageneric (SaigaNameParse *self,
                                guint position)
{
  const SaigaNameToken *token = get_token (self, position), *word = get_token (self, position + 1);
  guint row;
  SaigaNameElement *element;

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER) || word->type != TOKEN_WORD ||
      !(word->flags & TOKEN_UPPER) || (word->flags & (TOKEN_DOT | TOKEN_DIGIT | TOKEN_ODD | TOKEN_APOSTROPHE)) || !(word->flags & TOKEN_SMALL))
    return position;
  row = get_marker (token);
  if (row == 0 || !(_saiga_name_get_marker (row)->flags & MARKER_INFRAGENERIC))
    return position;
  if (self->result.n_elements > 0 && _saiga_name_is_odd_epithet (self->text + self->result.elements[0].word.start, self->result.elements[0].word.length, self->text + token->start, token->length))
    return position;

  element = _saiga_name_add_element (self, SAIGA_NAME_ELEMENT_INFRAGENERIC, word);
  if (element != NULL)
    element->marker = row;

  return position + 2;
}
