/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-grammar-private.h"

/* Names of cultivated plants: ICNCP 14.1 (epithets, in single quotation marks), 3 (Groups). */

static void
set_cultivar (SaigaNameParse *self,
              guint first,
              guint last)
{
  const guint start = get_token (self, first)->start;

  self->result.cultivar = (SaigaNameSpan){ start, get_end (self, last) - start };
}

/* "cv. Akashigata", "cv. 'Ruby'" */
static guint
parse_marked (SaigaNameParse *self,
              guint position)
{
  guint p = position + 1;

  if (get_token (self, p)->type == TOKEN_QUOTED)
    return p;
  while (get_token (self, p)->type == TOKEN_WORD && (get_token (self, p)->flags & TOKEN_UPPER))
    p++;
  if (p == position + 1)
    return position;
  set_cultivar (self, position + 1, p - 1);

  return p;
}

/* "(Capitata Group)" */
static guint
parse_group_in_parentheses (SaigaNameParse *self,
                            guint position)
{
  guint p = position + 1;

  while (get_token (self, p)->type == TOKEN_WORD && (get_token (self, p)->flags & TOKEN_UPPER) && get_token (self, p)->word_class != WORD_GROUP)
    p++;
  if (p == position + 1 || get_token (self, p)->type != TOKEN_WORD || get_token (self, p)->word_class != WORD_GROUP || get_token (self, p + 1)->type != TOKEN_CLOSE)
    return position;
  self->result.group = TRUE;
  set_cultivar (self, position + 1, p);

  return p + 2;
}

/* "Capitata Group": the word before was taken for an author, or for the last of his names. */
static guint
parse_group (SaigaNameParse *self,
             guint position)
{
  SaigaNameResult *result = &self->result;
  const SaigaNameToken *token = get_token (self, position);
  SaigaNameElement *element = &result->elements[result->n_elements - 1];
  SaigaNameItem *item = &result->items[MAX (result->n_items, 1) - 1];
  guint start, before = position;

  if (element->authorship == 0 || result->n_items == 0 || item->type != SAIGA_NAME_ITEM_AUTHOR || item->basionym)
    return position;
  /* Authors are abbreviated, names of Groups are not. */
  while (before > 0 && get_token (self, before - 1)->type == TOKEN_WORD && !(get_token (self, before - 1)->flags & TOKEN_DOT) &&
         get_token (self, before - 1)->start >= item->text.start)
    before--;
  if (before == position)
    return position;

  start = get_token (self, before)->start;
  result->group = TRUE;
  result->cultivar = (SaigaNameSpan){ start, token->start + get_bare_length (token) - start };
  if (start > item->text.start)
    item->text.length = get_end (self, before - 1) - item->text.start;
  else
    {
      result->n_items--;
      if (--result->authorships[element->authorship - 1].n_items == 0)
        {
          element->authorship = 0;
          result->n_authorships--;
        }
    }

  return position + 1;
}

guint
_saiga_name_parse_cultivar (SaigaNameParse *self,
                            guint position)
{
  const SaigaNameToken *token = get_token (self, position);
  guint p = position;

  if (token->type == TOKEN_WORD && token->word_class == WORD_CULTIVAR)
    p = parse_marked (self, position);
  else if (token->type == TOKEN_WORD && token->word_class == WORD_GROUP)
    p = parse_group (self, position);
  else if (token->type == TOKEN_OPEN)
    p = parse_group_in_parentheses (self, position);

  token = get_token (self, p);
  if (token->type != TOKEN_QUOTED)
    return p;
  self->result.group = FALSE;
  self->result.cultivar = (SaigaNameSpan){ token->start + 1, token->length - 2 };

  return p + 1;
}
