/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-fold-private.h"
#include "saiga-name-search-private.h"

/* What is looked for: names of lists are written with less care than names in print. */

/* Begins a text with a capital, and what follows a family. */
static void
write_capitals (const char *name,
                gsize length,
                char *buffer)
{
  const char *space = memchr (name, ' ', length);

  memcpy (buffer, name, length);
  buffer[length] = '\0';
  buffer[0] = g_ascii_toupper (buffer[0]);
  if (space != NULL && _saiga_name_is_family (name, space - name))
    buffer[space + 1 - name] = g_ascii_toupper (space[1]);
}

/* "Poaceae Nardus": no author of the family, but a genus that the index knows.
 * Gives where it begins, or 0. */
static gsize
find_genus_after_family (const SaigaNameSearch *self)
{
  const SaigaNameParse *parse = &self->parse;
  const SaigaNameElement *element = &parse->result.elements[0];
  const SaigaNameToken *token = &parse->tokens[1];
  char word[SAIGA_NAME_MAX_WORD + 1];
  gsize length = token->length;

  if (parse->result.n_elements != 1 || parse->mapped || parse->n_tokens < 2 || element->authorship == 0 || token->type != TOKEN_WORD ||
      (token->flags & (TOKEN_DOT | TOKEN_NON_ASCII)) || length >= sizeof word || !_saiga_name_is_family (parse->text + element->word.start, element->word.length))
    return 0;
  for (gsize i = 0; i < length; i++)
    word[i] = g_ascii_tolower (parse->text[token->start + i]);

  return _saiga_name_find_genus (self->view, word, length) != SAIGA_NAME_NONE ? token->start : 0;
}

static void
set_family (SaigaNameSearch *self,
            const char *family,
            gsize length)
{
  if (self->higher != NULL)
    return;
  g_strlcpy (self->family, family, MIN (length + 1, sizeof self->family));
  self->higher = self->family;
}

/* Reads the name; one that begins with a small letter is read as if it did not. */
void
_saiga_name_search_read (SaigaNameSearch *self,
                         const char *name,
                         gsize length)
{
  const SaigaNameResult *result = &self->parse.result;
  char buffer[SAIGA_NAME_MAX_LENGTH];
  gsize genus;
  guint row;

  while (length > 0 && g_ascii_isspace (*name))
    {
      name++;
      length--;
    }
  if (length > 0 && length < sizeof buffer && g_ascii_islower (name[0]) && !(length > 1 && (name[0] == 'x' && (name[1] == ' ' || g_ascii_isupper (name[1])))))
    {
      write_capitals (name, length, buffer);
      name = buffer;
    }
  _saiga_name_parse (&self->parse, name, length);
  if (result->higher.length > 0)
    set_family (self, self->parse.text + result->higher.start, result->higher.length);
  else if ((genus = find_genus_after_family (self)) > 0)
    {
      set_family (self, name + result->elements[0].word.start, result->elements[0].word.length);
      _saiga_name_parse (&self->parse, name + genus, length - genus);
    }
  _saiga_name_key_read (&self->key, &self->parse);
  row = _saiga_name_get_last_authorship (&self->parse.result);
  self->authors_length = _saiga_name_write_authorship (&self->parse.result, self->parse.text, row, -1, self->authors, sizeof self->authors);
}
