/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-grammar-private.h"

/* Years, as ICZN 22A has them, and the items of an authorship. */

SaigaNameItem *
_saiga_name_add_item (SaigaNameParse *self,
                      SaigaNameItemType type,
                      guint start,
                      guint end,
                      SaigaNameRole role,
                      gboolean basionym)
{
  SaigaNameItem *item;

  if (self->result.n_items == SAIGA_NAME_MAX_ITEMS)
    return NULL;

  item = &self->result.items[self->result.n_items++];
  *item = (SaigaNameItem){ .text = { start, end - start }, .type = type, .role = role, .basionym = basionym };

  return item;
}

gboolean
_saiga_name_is_year (const SaigaNameParse *self,
                     guint position)
{
  const SaigaNameToken *token = get_token (self, position);
  const char *text = self->text + token->start;

  return token->type == TOKEN_NUMBER && token->length >= 4 && (text[0] == '1' || text[0] == '2') &&
         g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2]) &&
         (text[3] == '?' || (g_ascii_isdigit (text[3]) && (token->length == 4 || !g_ascii_isdigit (text[4]))));
}

/* The type of what closes a bracket; TOKEN_END if it is none. */
static guint
get_close (const SaigaNameToken *token)
{
  return token->type == TOKEN_OPEN ? TOKEN_CLOSE : token->type == TOKEN_BRACKET_OPEN ? TOKEN_BRACKET_CLOSE
                                                                                     : TOKEN_END;
}

/* What is said of a year after it: the one that is printed, ["1899"] (ICZN 22A.2.3), or another, (1901). */
static guint
skip_other_year (SaigaNameParse *self,
                 guint position)
{
  const SaigaNameToken *token = get_token (self, position);
  guint p = position + 1, close = get_close (token);
  gboolean quoted = is_sign (self, p, '"');

  if (close == TOKEN_END)
    return position;
  p += quoted;
  if (!_saiga_name_is_year (self, p++) || (quoted && !is_sign (self, p++, '"')) || get_token (self, p)->type != close)
    return position;
  _saiga_name_warn (self, SAIGA_NAME_WARNING_YEAR, token->start, get_token (self, p)->start + 1 - token->start);

  return p + 1;
}

/* Reads a year, in whatever brackets. */
guint
_saiga_name_parse_year (SaigaNameParse *self,
                        guint position,
                        SaigaNameRole role,
                        gboolean basionym)
{
  guint p = position, close = get_close (get_token (self, position));
  const SaigaNameToken *token;
  SaigaNameItem *item;
  guint flags = 0, length = 4;

  /* "1940" [1941]: the second is right (ICZN 22A.2.3). */
  if (is_sign (self, p, '"') && _saiga_name_is_year (self, p + 1) && is_sign (self, p + 2, '"'))
    return get_token (self, p + 3)->type == TOKEN_BRACKET_OPEN && _saiga_name_is_year (self, p + 4) ? _saiga_name_parse_year (self, p + 3, role, basionym) : position;
  if (close != TOKEN_END)
    p++;
  if (!_saiga_name_is_year (self, p))
    return position;
  token = get_token (self, p);
  if (close != TOKEN_END)
    {
      if (get_token (self, p + 1)->type != close)
        return position;
      flags |= SAIGA_NAME_ITEM_APPROXIMATE;
    }
  if (token->length > 4 || self->text[token->start + 3] == '?')
    {
      char last = self->text[token->start + token->length - 1];

      if (last == '?')
        {
          flags |= SAIGA_NAME_ITEM_APPROXIMATE;
          length = token->length;
        }
      else if (token->length > 5)
        flags |= SAIGA_NAME_ITEM_APPROXIMATE;
      _saiga_name_warn (self, last == '?' ? SAIGA_NAME_WARNING_QUESTION : SAIGA_NAME_WARNING_YEAR, token->start, token->length);
    }
  if (close != TOKEN_END)
    _saiga_name_warn (self, SAIGA_NAME_WARNING_YEAR, get_token (self, position)->start, token->length + 2);

  item = _saiga_name_add_item (self, SAIGA_NAME_ITEM_YEAR, token->start, token->start + length, role, basionym);
  if (item != NULL)
    item->flags = flags;
  p += close != TOKEN_END ? 2 : 1;

  if (is_sign (self, p, ':') && get_token (self, p + 1)->type == TOKEN_NUMBER)
    {
      _saiga_name_warn (self, SAIGA_NAME_WARNING_YEAR, get_token (self, p)->start, 1);
      p += 2;
    }

  return skip_other_year (self, p);
}
