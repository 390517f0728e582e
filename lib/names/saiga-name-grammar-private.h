/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "saiga-name-parse-private.h"

G_BEGIN_DECLS

/* What the files of the grammar share. Positions are those of tokens. */

static inline const SaigaNameToken *
get_token (const SaigaNameParse *self,
           guint position)
{
  return &self->tokens[MIN (position, self->n_tokens)];
}

static inline const char *
get_text (const SaigaNameParse *self,
          guint position)
{
  return self->text + get_token (self, position)->start;
}

static inline gsize
get_bare_length (const SaigaNameToken *token)
{
  return token->length - ((token->flags & TOKEN_DOT) ? 1 : 0);
}

/* Where a token ends in the text. */
static inline guint
get_end (const SaigaNameParse *self,
         guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  return token->start + token->length;
}

/* Whether a token is a sign that has no type of its own. */
static inline gboolean
is_sign (const SaigaNameParse *self,
         guint position,
         char sign)
{
  return get_token (self, position)->type == TOKEN_OTHER && *get_text (self, position) == sign;
}

/* Whether these are the letters of a token, its dot aside. */
static inline gboolean
has_letters (const SaigaNameParse *self,
             guint position,
             const char *letters)
{
  const gsize length = get_bare_length (get_token (self, position));

  return strlen (letters) == length && strncmp (get_text (self, position), letters, length) == 0;
}

/* A word in small letters that the grammar knows. */
static inline SaigaNameWordClass
_saiga_name_classify_token (const SaigaNameParse *self,
                            guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  return (token->flags & TOKEN_LOWER) ? token->word_class : WORD_PLAIN;
}

/* The row of the marker of rank that a word is, or 0. */
static inline guint
get_marker (const SaigaNameToken *token)
{
  return token->marker != 0 && ((token->flags & TOKEN_DOT) || !(_saiga_name_get_marker (token->marker)->flags & MARKER_NEEDS_DOT)) ? token->marker : 0;
}

void _saiga_name_warn_token (SaigaNameParse *self,
                             SaigaNameWarning warning,
                             guint position);
SaigaNameElement *_saiga_name_add_element (SaigaNameParse *self,
                                           SaigaNameElementType type,
                                           const SaigaNameToken *token);
gboolean _saiga_name_is_epithet (const SaigaNameParse *self,
                                 guint position,
                                 gboolean virus);
gboolean _saiga_name_accept_epithet (const SaigaNameParse *self,
                                     guint position,
                                     guint genus,
                                     gboolean virus);
gboolean _saiga_name_is_hybrid_sign (const SaigaNameParse *self,
                                     guint position);
void _saiga_name_warn_hybrid_sign (SaigaNameParse *self,
                                   guint position);
void _saiga_name_split_hybrid_letter (SaigaNameParse *self,
                                      guint position,
                                      gboolean epithet);
gboolean _saiga_name_is_family_before (const SaigaNameParse *self,
                                       guint position);
gboolean _saiga_name_check_uninomial (SaigaNameParse *self,
                                      guint position);
guint _saiga_name_parse_subgenus (SaigaNameParse *self,
                                  guint position);
guint _saiga_name_parse_infrageneric (SaigaNameParse *self,
                                      guint position);
SaigaNameItem *_saiga_name_add_item (SaigaNameParse *self,
                                     SaigaNameItemType type,
                                     guint start,
                                     guint end,
                                     SaigaNameRole role,
                                     gboolean basionym);
gboolean _saiga_name_is_year (const SaigaNameParse *self,
                              guint position);
gboolean _saiga_name_is_capital_marker (const SaigaNameParse *self,
                                        guint position);
/* The same position if there is no year (saiga-name-year.c). */
guint _saiga_name_parse_year (SaigaNameParse *self,
                              guint position,
                              SaigaNameRole role,
                              gboolean basionym);
gboolean _saiga_name_is_virus (const SaigaNameParse *self);
gboolean _saiga_name_has_symbiont (const SaigaNameParse *self);

G_END_DECLS
