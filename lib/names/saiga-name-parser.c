/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-parse-private.h"

/* The grammar of names: what stands before, between and after the authorships.
 * Recursive descent over the tokens, without going back more than a name. */

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

/* A word in small letters that the grammar knows. */
static SaigaNameWordClass
classify (const SaigaNameParse *self,
          guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER))
    return WORD_PLAIN;

  return _saiga_name_classify (self->text + token->start, get_bare_length (token));
}

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

static void
warn_token (SaigaNameParse *self,
            SaigaNameWarning warning,
            guint position)
{
  _saiga_name_warn (self, warning, get_token (self, position)->start, get_token (self, position)->length);
}

static SaigaNameElement *
add_element (SaigaNameParse *self,
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
  if (!(token->flags & (TOKEN_NON_ASCII | TOKEN_APOSTROPHE | TOKEN_DIGIT | TOKEN_CAPITALS)))
    element->flags |= SAIGA_NAME_FLAG_PLAIN;

  return element;
}

/* An epithet: a word in small letters that is nothing else. */
static gboolean
is_epithet (const SaigaNameParse *self,
            guint position,
            gboolean virus)
{
  const SaigaNameToken *token = get_token (self, position);
  const char *text = self->text + token->start;

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER) || (token->flags & (TOKEN_CAPITALS | TOKEN_ODD)) || token->length < 2)
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

/* Whether the word at @position, an epithet by its form, is read as one. */
static gboolean
accept_epithet (const SaigaNameParse *self,
                guint position,
                guint genus,
                gboolean virus)
{
  const SaigaNameToken *token = get_token (self, position);

  if (!is_epithet (self, position, virus))
    return FALSE;
  if (_saiga_name_find_marker (self->text + token->start, get_bare_length (token), (token->flags & TOKEN_DOT) != 0) != 0 || classify (self, position) != WORD_PLAIN)
    {
      const SaigaNameToken *first = get_token (self, genus);

      if (_saiga_name_is_odd_epithet (self->text + first->start, first->length, self->text + token->start, token->length))
        return TRUE;
      /* "Lampona spec Platnick, 2000", "Navicula bacterium Frenguelli", "Eucyclops serrulatus mihi Dussart" */
      switch ((int) classify (self, position))
        {
        case WORD_NOT_SPECIES:
        case WORD_MANUSCRIPT:
          return !(token->flags & TOKEN_DOT) && _saiga_name_is_author_start (self, position + 1) &&
                 (get_token (self, position + 1)->flags & (TOKEN_SMALL | TOKEN_DOT | TOKEN_LOWER));
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
static gboolean
is_hybrid_sign (const SaigaNameParse *self,
                guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  if (token->type == TOKEN_HYBRID)
    return TRUE;

  return token->type == TOKEN_WORD && token->length == 1 && (self->text[token->start] | 0x20) == 'x' &&
         (get_token (self, position + 1)->type == TOKEN_WORD || get_token (self, position + 1)->type == TOKEN_QUESTION);
}

static void
warn_hybrid_sign (SaigaNameParse *self,
                  guint position)
{
  if (get_token (self, position)->type != TOKEN_HYBRID || !(get_token (self, position + 1)->flags & TOKEN_SPACE_BEFORE))
    warn_token (self, SAIGA_NAME_WARNING_HYBRID, position);
}

/* "xHeucherella", "XAgropogon": makes the sign a token of its own. */
static void
split_hybrid_letter (SaigaNameParse *self,
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
static gboolean
check_uninomial (SaigaNameParse *self,
                 guint position)
{
  SaigaNameToken *token = &self->tokens[position];
  const char *text = self->text + token->start;
  const SaigaNameToken *next = get_token (self, position + 1);
  gboolean capital;
  gsize last = 0;

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_UPPER) || (token->flags & (TOKEN_DIGIT | TOKEN_ODD | TOKEN_APOSTROPHE)))
    return FALSE;
  if (token->flags & TOKEN_DOT)
    {
      if (token->length <= 4 && ((is_epithet (self, position + 1, FALSE) && (classify (self, position + 1) == WORD_PLAIN || classify (self, position + 1) == WORD_OPEN)) || next->type == TOKEN_OPEN || classify (self, position + 1) == WORD_OPEN))
        {
          warn_token (self, SAIGA_NAME_WARNING_ABBREVIATED, position);
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
      warn_token (self, SAIGA_NAME_WARNING_CAPITALS, position);
      return TRUE;
    }
  if (token->flags & TOKEN_HYPHEN)
    {
      if (count_hyphens (text, token->length, &capital, &last) > 2)
        return FALSE;
      if (capital || (token->flags & TOKEN_CAPITALS))
        warn_token (self, SAIGA_NAME_WARNING_CAPITALS, position);
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
static guint
parse_subgenus (SaigaNameParse *self,
                guint position)
{
  const SaigaNameToken *word = get_token (self, position + 1);
  SaigaNameElement *element;
  guint next = position + 3;
  gboolean epithet;

  if (get_token (self, position)->type != TOKEN_OPEN || word->type != TOKEN_WORD || get_token (self, position + 2)->type != TOKEN_CLOSE || (word->flags & (TOKEN_DIGIT | TOKEN_ODD)))
    return position;

  epithet = (accept_epithet (self, next, position, FALSE) && !_saiga_name_is_author_start (self, next)) || is_hybrid_sign (self, next) ||
            classify (self, next) == WORD_OPEN || classify (self, next) == WORD_COMPARE || (get_token (self, next)->flags & TOKEN_DIGIT);
  if (!epithet && position > 0 && is_epithet (self, next, FALSE))
    epithet = _saiga_name_is_odd_epithet (get_text (self, position - 1), get_token (self, position - 1)->length, get_text (self, next), get_token (self, next)->length);
  if (word->flags & TOKEN_LOWER)
    {
      /* A superspecies, or a subgenus in small letters: no part of the name (ICZN 6.2). */
      if (!epithet || classify (self, position + 1) != WORD_PLAIN || (word->flags & TOKEN_DOT))
        return position;
      warn_token (self, SAIGA_NAME_WARNING_SUBGENUS, position + 1);
      return next;
    }
  if (!epithet)
    {
      if (!looks_like_genus (self, position + 1))
        {
          warn_token (self, SAIGA_NAME_WARNING_SUBGENUS, position + 1);
          return position;
        }
      warn_token (self, SAIGA_NAME_WARNING_SUBGENUS, position + 1);
      element = add_element (self, SAIGA_NAME_ELEMENT_INFRAGENERIC, word);
      if (element != NULL)
        element->marker = _saiga_name_find_marker ("subgen", 6, TRUE);
      return next;
    }

  element = add_element (self, SAIGA_NAME_ELEMENT_INFRAGENERIC, word);
  if (element != NULL)
    {
      element->flags |= SAIGA_NAME_FLAG_PARENTHESES;
      if (word->flags & TOKEN_DOT)
        {
          element->flags |= SAIGA_NAME_FLAG_ABBREVIATED;
          warn_token (self, SAIGA_NAME_WARNING_ABBREVIATED, position + 1);
        }
    }

  return next;
}

/* "sect. Salimori" after a genus, family or section. */
static guint
parse_infrageneric (SaigaNameParse *self,
                    guint position)
{
  const SaigaNameToken *token = get_token (self, position), *word = get_token (self, position + 1);
  guint row;
  SaigaNameElement *element;

  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER) || word->type != TOKEN_WORD ||
      !(word->flags & TOKEN_UPPER) || (word->flags & (TOKEN_DOT | TOKEN_DIGIT | TOKEN_ODD | TOKEN_APOSTROPHE)) || !(word->flags & TOKEN_SMALL))
    return position;
  row = _saiga_name_find_marker (self->text + token->start, get_bare_length (token), (token->flags & TOKEN_DOT) != 0);
  if (row == 0 || !(_saiga_name_get_marker (row)->flags & MARKER_INFRAGENERIC))
    return position;
  if (self->result.n_elements > 0 && _saiga_name_is_odd_epithet (self->text + self->result.elements[0].word.start, self->result.elements[0].word.length, self->text + token->start, token->length))
    return position;

  element = add_element (self, SAIGA_NAME_ELEMENT_INFRAGENERIC, word);
  if (element != NULL)
    element->marker = row;

  return position + 2;
}

/* The marker of a rank below species before an epithet: where the epithet stands, or 0. */
static guint
find_infraspecific (SaigaNameParse *self,
                    guint position,
                    guint *row)
{
  const SaigaNameToken *token = get_token (self, position);
  guint next = position + 1;

  if (token->type == TOKEN_OTHER && self->text[token->start] == '*' && is_epithet (self, next, FALSE))
    {
      *row = 1;
      while (_saiga_name_get_marker (*row)->word[0] != '\001')
        ++*row;
      warn_token (self, SAIGA_NAME_WARNING_RANK, position);
      return next;
    }
  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER))
    return 0;

  *row = _saiga_name_find_marker (self->text + token->start, get_bare_length (token), (token->flags & TOKEN_DOT) != 0);
  if (*row == 0 || !(_saiga_name_get_marker (*row)->flags & MARKER_INFRASPECIFIC))
    return 0;

  /* "ab. n. undularia", "f. sp. tritici", "var. δ. microphylla" */
  token = get_token (self, next);
  if (token->type == TOKEN_WORD && token->length == 2 && strncmp (self->text + token->start, "n.", 2) == 0 && is_epithet (self, next + 1, FALSE))
    {
      *row = 1;
      while (_saiga_name_get_marker (*row)->word[0] != '\002')
        ++*row;
      next++;
    }
  else if (_saiga_name_get_marker (*row)->rank == SAIGA_NAME_RANK_FORM && token->type == TOKEN_WORD && get_bare_length (token) == 2 && strncmp (self->text + token->start, "sp", 2) == 0 && is_epithet (self, next + 1, FALSE))
    {
      *row = _saiga_name_find_marker ("formasp", 7, TRUE);
      next++;
    }
  else if (token->type == TOKEN_WORD && (token->flags & TOKEN_NON_ASCII) && get_bare_length (token) == 2 && is_epithet (self, next + 1, FALSE))
    {
      warn_token (self, SAIGA_NAME_WARNING_RANK, next);
      next++;
    }
  if (is_hybrid_sign (self, next) && is_epithet (self, next + 1, FALSE))
    return next;

  return is_epithet (self, next, FALSE) && classify (self, next) == WORD_PLAIN ? next : 0;
}

/* A word that leaves the species open. Nothing after it is part of the name. */
static gboolean
parse_open (SaigaNameParse *self,
            guint *position)
{
  const SaigaNameToken *token = get_token (self, *position), *last;

  if (classify (self, *position) != WORD_OPEN || (token->flags & TOKEN_CAPITALS))
    return FALSE;
  /* "Lampona spec Platnick, 2000" is a spider. */
  if (token->length == 4 && !(token->flags & TOKEN_DOT) && strncmp (self->text + token->start, "spec", 4) == 0 && _saiga_name_is_author_start (self, *position + 1))
    return FALSE;
  /* "sp. nov." after a name speaks of its status. */
  if (get_bare_length (token) == 3 && strncmp (self->text + token->start, "gen", 3) == 0)
    return FALSE;

  self->result.kind = SAIGA_NAME_KIND_INFORMAL;
  self->result.approximation = (SaigaNameSpan){ token->start, token->length };
  _saiga_name_warn (self, SAIGA_NAME_WARNING_OPEN, token->start, token->length);
  if (*position + 1 < self->n_tokens)
    {
      last = get_token (self, self->n_tokens);
      self->result.tail = (SaigaNameSpan){ get_token (self, *position + 1)->start, last->start - get_token (self, *position + 1)->start };
    }
  *position = self->n_tokens;

  return TRUE;
}

static gboolean
parse_compare (SaigaNameParse *self,
               guint *position)
{
  const SaigaNameToken *token = get_token (self, *position);

  if (classify (self, *position) != WORD_COMPARE)
    return FALSE;

  self->result.approximation = (SaigaNameSpan){ token->start, token->length };
  warn_token (self, SAIGA_NAME_WARNING_COMPARE, *position);
  ++*position;

  return TRUE;
}

static void
skip_question (SaigaNameParse *self,
               guint *position)
{
  if (get_token (self, *position)->type == TOKEN_QUESTION)
    {
      warn_token (self, SAIGA_NAME_WARNING_QUESTION, *position);
      ++*position;
    }
}

/* What may follow a species or a lower name: its authorship, then a rank and an epithet, again and again. */
static guint
parse_infraspecies (SaigaNameParse *self,
                    guint position,
                    guint genus)
{
  SaigaNameResult *result = &self->result;
  guint p = position;

  for (guint n = 0; n < 5; n++)
    {
      SaigaNameElement *element = &result->elements[result->n_elements - 1];
      guint row = 0, next, start = p;

      if (_saiga_name_is_author_start (self, p) && !is_hybrid_sign (self, p))
        p = _saiga_name_parse_authorship (self, p, &element->authorship);
      if (classify (self, p) == WORD_MANUSCRIPT && (get_token (self, p + 1)->type == TOKEN_END ? p > start || get_token (self, p)->length == 4 : find_infraspecific (self, p + 1, &row) != 0) && strncmp (get_text (self, p), "mihi", 4) == 0)
        {
          warn_token (self, SAIGA_NAME_WARNING_AUTHOR, p);
          p++;
        }
      if (parse_open (self, &p))
        return p;
      if (parse_compare (self, &p) && get_token (self, p)->type == TOKEN_END)
        return p;
      if (get_token (self, p)->type == TOKEN_QUESTION && accept_epithet (self, p + 1, genus, FALSE))
        skip_question (self, &p);

      next = find_infraspecific (self, p, &row);
      if (next != 0)
        {
          gboolean hybrid = is_hybrid_sign (self, next);

          if (hybrid)
            warn_hybrid_sign (self, next++);
          if (_saiga_name_get_marker (row)->flags & MARKER_UNCOMMON && get_token (self, p)->type == TOKEN_WORD)
            warn_token (self, SAIGA_NAME_WARNING_RANK, p);
          element = add_element (self, SAIGA_NAME_ELEMENT_INFRASPECIES, get_token (self, next));
          if (element == NULL)
            return p;
          element->marker = row;
          if (hybrid)
            element->flags |= SAIGA_NAME_FLAG_HYBRID;
          p = next + 1;
        }
      else if (accept_epithet (self, p, genus, FALSE) && !_saiga_name_is_author_start (self, p))
        {
          if (add_element (self, SAIGA_NAME_ELEMENT_INFRASPECIES, get_token (self, p)) == NULL)
            return p;
          p++;
        }
      else
        break;
    }

  return p;
}

/* In a name written in capitals the epithets are so, too. */
static void
lower_epithets (SaigaNameParse *self,
                guint genus)
{
  if (get_token (self, genus)->flags & TOKEN_SMALL)
    return;

  for (guint i = genus + 1; i < MIN (genus + 3, self->n_tokens); i++)
    {
      SaigaNameToken *token = &self->tokens[i];

      if (token->type != TOKEN_WORD || !(token->flags & TOKEN_UPPER) || (token->flags & (TOKEN_SMALL | TOKEN_DOT | TOKEN_DIGIT)) || token->length < 4)
        break;
      token->flags = (token->flags & ~(TOKEN_UPPER | TOKEN_CAPITALS)) | TOKEN_LOWER;
      warn_token (self, SAIGA_NAME_WARNING_CAPITALS, i);
    }
}

/* A species, from its epithet on. */
static guint
parse_species (SaigaNameParse *self,
               guint position,
               guint genus,
               gboolean hybrid)
{
  SaigaNameElement *element = add_element (self, SAIGA_NAME_ELEMENT_SPECIES, get_token (self, position));

  if (element == NULL)
    return position;
  if (hybrid)
    element->flags |= SAIGA_NAME_FLAG_HYBRID;
  if (!(get_token (self, genus)->flags & TOKEN_SMALL))
    element->flags &= ~SAIGA_NAME_FLAG_PLAIN;
  if (get_token (self, position + 1)->type == TOKEN_QUESTION && get_token (self, position + 2)->type != TOKEN_WORD)
    {
      guint p = position + 1;

      skip_question (self, &p);
      return parse_infraspecies (self, p, genus);
    }

  return parse_infraspecies (self, position + 1, genus);
}

/* A name from its genus or uninomial on; returns the position after it, or the same if there is none. */
static guint
parse_body (SaigaNameParse *self,
            guint position)
{
  SaigaNameResult *result = &self->result;
  const SaigaNameToken *token;
  SaigaNameElement *element;
  gboolean hybrid = FALSE, virus;
  guint p = position, genus, next;

  split_hybrid_letter (self, p, FALSE);
  if (is_hybrid_sign (self, p))
    {
      warn_hybrid_sign (self, p);
      hybrid = TRUE;
      p++;
    }
  genus = p;
  if (!check_uninomial (self, p))
    return position;
  token = get_token (self, p);
  element = add_element (self, SAIGA_NAME_ELEMENT_UNINOMIAL, token);
  if (element == NULL)
    return position;
  if (hybrid)
    element->flags |= SAIGA_NAME_FLAG_HYBRID;
  if ((token->flags & TOKEN_DOT) && token->length <= 4)
    element->flags |= SAIGA_NAME_FLAG_ABBREVIATED;
  virus = token->length > 5 && strncmp (self->text + token->start + token->length - 5, "virus", 5) == 0;
  lower_epithets (self, genus);
  p++;
  skip_question (self, &p);

  next = parse_subgenus (self, p);
  if (next != p && result->elements[result->n_elements - 1].marker != 0)
    {
      element = &result->elements[result->n_elements - 1];
      return _saiga_name_parse_authorship (self, next, &element->authorship);
    }
  p = next;

  next = parse_infrageneric (self, p);
  if (next == p)
    {
      if (parse_open (self, &p))
        return p;
      if (parse_compare (self, &p) && get_token (self, p)->type == TOKEN_END)
        return p;
      if (is_hybrid_sign (self, p) && accept_epithet (self, p + 1, genus, virus))
        {
          warn_hybrid_sign (self, p);
          return parse_species (self, p + 1, genus, TRUE);
        }
      if (accept_epithet (self, p, genus, virus) && (!_saiga_name_is_author_start (self, p) || _saiga_name_is_odd_epithet (get_text (self, genus), get_token (self, genus)->length, get_text (self, p), get_token (self, p)->length)))
        return parse_species (self, p, genus, FALSE);
      if (classify (self, p) == WORD_NOT_SPECIES)
        return position;
    }

  /* A uninomial: authorships, and names of ranks between genus and species. */
  for (guint n = 0; n < 4; n++)
    {
      element = &result->elements[result->n_elements - 1];
      if (next != p)
        p = next;
      else if (element->authorship == 0 && _saiga_name_is_author_start (self, p) && !is_hybrid_sign (self, p))
        p = _saiga_name_parse_authorship (self, p, &element->authorship);
      else if (n > 0)
        break;
      if (result->n_elements > 1 && accept_epithet (self, p, genus, virus) && !_saiga_name_is_author_start (self, p) && element->authorship == 0)
        return parse_species (self, p, genus, FALSE);
      next = parse_infrageneric (self, p);
    }

  return p;
}

/* What follows the sign in a formula may leave out what it shares with the part before. */
static guint
parse_parent (SaigaNameParse *self,
              guint position)
{
  SaigaNameResult *result = &self->result;
  const SaigaNameElement *genus = &result->elements[0];
  SaigaNameElement *element;
  guint n = result->n_elements, next;

  if (accept_epithet (self, position, position, FALSE))
    {
      if (result->n_elements + 2 > SAIGA_NAME_MAX_ELEMENTS)
        return position;
      element = &result->elements[result->n_elements++];
      *element = *genus;
      element->authorship = 0;
      element->flags |= SAIGA_NAME_FLAG_INHERITED;
      warn_token (self, SAIGA_NAME_WARNING_HYBRID, position);
      return parse_species (self, position, position, FALSE);
    }

  next = parse_body (self, position);
  if (next == position)
    {
      result->n_elements = n;
      return position;
    }
  element = &result->elements[n];
  if ((element->flags & SAIGA_NAME_FLAG_ABBREVIATED) && self->text[element->word.start] == self->text[genus->word.start])
    {
      element->word = genus->word;
      element->flags = (genus->flags & ~SAIGA_NAME_FLAG_HYBRID) | SAIGA_NAME_FLAG_INHERITED;
    }

  return next;
}

static guint
parse_formula (SaigaNameParse *self,
               guint position)
{
  SaigaNameResult *result = &self->result;
  guint p = position;

  while (is_hybrid_sign (self, p) && result->n_bodies < SAIGA_NAME_MAX_BODIES)
    {
      guint next;

      result->kind = SAIGA_NAME_KIND_FORMULA;
      if (get_token (self, p)->type != TOKEN_HYBRID)
        warn_hybrid_sign (self, p);
      result->bodies[result->n_bodies++] = result->n_elements;
      result->bodies[result->n_bodies] = result->n_elements;
      next = parse_parent (self, p + 1);
      p++;
      if (next == p)
        {
          result->incomplete = TRUE;
          warn_token (self, SAIGA_NAME_WARNING_HYBRID, p - 1);
          break;
        }
      p = next;
    }

  return p;
}

/* Viruses, phages and the like have names of their own, which are no genus and species. */
static gboolean
is_virus (const SaigaNameParse *self)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const SaigaNameToken *token = get_token (self, i);
      const char *text = self->text + token->start;
      gsize length = get_bare_length (token);

      if (token->type != TOKEN_WORD || length < 3)
        continue;
      if (length >= 3 && strncmp (text, "NPV", 3) == 0)
        return TRUE;
      if (length == 6 && strncmp (text, "vector", 6) == 0 && i > 1)
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
          if (strncmp (text + length - 5, "virus", 5) == 0 && (self->n_tokens == 1 || (self->n_tokens == 2 && is_epithet (self, 1, TRUE))))
            return FALSE;
          /* Crassatellites fulvida is a bivalve, Negaprion fronto a shark. */
          if (is_epithet (self, 1, FALSE) && (g_str_has_prefix (text + length - 10, "satellites") || g_str_has_prefix (text + length - 5, "prion")))
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

static gboolean
has_symbiont (const SaigaNameParse *self)
{
  for (guint i = 1; i < self->n_tokens; i++)
    {
      const SaigaNameToken *token = get_token (self, i);
      const char *text = self->text + token->start;

      if (token->type != TOKEN_WORD || token->length < 8)
        continue;
      if (strncmp (text + token->length - 8, "symbiont", 8) == 0 || (token->length >= 11 && strncmp (text + token->length - 11, "phytoplasma", 11) == 0))
        return TRUE;
    }

  return FALSE;
}

static const guint8 qualities[] = {
  [SAIGA_NAME_WARNING_TAIL] = SAIGA_NAME_QUALITY_POOR,
  [SAIGA_NAME_WARNING_ENCODING] = SAIGA_NAME_QUALITY_POOR,
  [SAIGA_NAME_WARNING_HOMOGLYPH] = SAIGA_NAME_QUALITY_DOUBTFUL,
  [SAIGA_NAME_WARNING_DIACRITIC] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_APOSTROPHE] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_SPACE] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_MARKUP] = SAIGA_NAME_QUALITY_DOUBTFUL,
  [SAIGA_NAME_WARNING_CAPITALS] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_ABBREVIATED] = SAIGA_NAME_QUALITY_POOR,
  [SAIGA_NAME_WARNING_QUESTION] = SAIGA_NAME_QUALITY_POOR,
  [SAIGA_NAME_WARNING_OPEN] = SAIGA_NAME_QUALITY_POOR,
  [SAIGA_NAME_WARNING_COMPARE] = SAIGA_NAME_QUALITY_POOR,
  [SAIGA_NAME_WARNING_RUN_TOGETHER] = SAIGA_NAME_QUALITY_DOUBTFUL,
  [SAIGA_NAME_WARNING_NUMBER] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_RANK] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_FILIUS] = SAIGA_NAME_QUALITY_DOUBTFUL,
  [SAIGA_NAME_WARNING_SUBGENUS] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_HYBRID] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_PARENTHESIS] = SAIGA_NAME_QUALITY_DOUBTFUL,
  [SAIGA_NAME_WARNING_YEAR] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_AUTHOR] = SAIGA_NAME_QUALITY_FAIR,
  [SAIGA_NAME_WARNING_NO_GENUS] = SAIGA_NAME_QUALITY_NONE,
  [SAIGA_NAME_WARNING_LENGTH] = SAIGA_NAME_QUALITY_POOR,
};

static void
set_quality (SaigaNameResult *result)
{
  result->quality = SAIGA_NAME_QUALITY_GOOD;
  for (guint i = 0; i < result->n_warnings; i++)
    result->quality = MIN (result->quality, qualities[result->warnings[i].type]);
}

/* Takes back whatever was read: there is no name here. */
static void
set_no_name (SaigaNameResult *result,
             SaigaNameKind kind)
{
  result->kind = kind;
  result->quality = SAIGA_NAME_QUALITY_NONE;
  result->n_elements = 0;
  result->n_bodies = 0;
  result->n_items = 0;
  result->n_authorships = 0;
  result->cultivar = result->approximation = (SaigaNameSpan){ 0, 0 };
}

/* Two words written as one can be told from the ending, in what looks like a long genus. */
static void
check_run_together (SaigaNameParse *self)
{
  static const char *const endings[] = { "iana", "ianus", "ianum", "ensis", "ense", "ifolia", "ifolius", "iformis", "escens", "icola" };
  const SaigaNameToken *token = get_token (self, 0);
  const char *text = self->text + token->start;

  if (self->result.n_elements != 1 || token->length < 13 || token->type != TOKEN_WORD || (token->flags & TOKEN_DOT))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (strncmp (text + token->length - n, endings[i], n) == 0)
        {
          warn_token (self, SAIGA_NAME_WARNING_RUN_TOGETHER, 0);
          return;
        }
    }
}

static guint
parse_cultivar (SaigaNameParse *self,
                guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  if (token->type != TOKEN_QUOTED)
    return position;
  self->result.cultivar = (SaigaNameSpan){ token->start + 1, token->length - 2 };

  return position + 1;
}

static void
parse_tail (SaigaNameParse *self,
            guint position)
{
  guint start = get_token (self, position)->start, length = self->length;

  while (length > start && self->text[length - 1] == ' ')
    length--;
  if (position < self->n_tokens || length > start)
    {
      self->result.tail = (SaigaNameSpan){ start, length - start };
      _saiga_name_warn (self, SAIGA_NAME_WARNING_TAIL, start, length - start);
    }
}

static gboolean
parse_whole (SaigaNameParse *self)
{
  SaigaNameResult *result = &self->result;
  const SaigaNameToken *token = get_token (self, 0);
  guint p = 0, next;

  if (self->n_tokens == 0)
    return FALSE;
  if (token->type == TOKEN_WORD && _saiga_name_is_no_name (self->text + token->start, get_bare_length (token)) &&
      (self->n_tokens == 1 || (get_token (self, 1)->flags & TOKEN_LOWER)))
    return FALSE;
  if (is_virus (self))
    {
      set_no_name (result, SAIGA_NAME_KIND_VIRUS);
      return TRUE;
    }
  if (token->type == TOKEN_QUESTION)
    {
      if (get_token (self, 1)->flags & TOKEN_LOWER)
        {
          warn_token (self, SAIGA_NAME_WARNING_NO_GENUS, 0);
          return FALSE;
        }
      skip_question (self, &p);
    }
  if ((self->tokens[p].flags & TOKEN_UPPER) && (get_token (self, p + 1)->flags & TOKEN_UPPER) && get_token (self, p + 1)->type == TOKEN_WORD &&
      ((token->length == 10 && strncmp (get_text (self, p), "Candidatus", 10) == 0) || (token->length == 3 && strncmp (get_text (self, p), "Ca.", 3) == 0)))
    {
      result->candidatus = TRUE;
      p++;
    }

  result->kind = SAIGA_NAME_KIND_SCIENTIFIC;
  result->n_bodies = 1;
  next = parse_body (self, p);
  if (next == p || has_symbiont (self))
    return FALSE;
  /* A graft-chimaera is no taxon of the codes. */
  if (get_token (self, next)->type == TOKEN_OTHER && *get_text (self, next) == '+')
    return FALSE;
  p = parse_formula (self, next);
  result->bodies[result->n_bodies] = result->n_elements;
  next = parse_cultivar (self, p);
  if (next != p && result->elements[result->n_elements - 1].authorship == 0 && _saiga_name_is_author_start (self, next))
    next = _saiga_name_parse_authorship (self, next, &result->elements[result->n_elements - 1].authorship);
  p = next;
  parse_tail (self, p);
  check_run_together (self);

  return TRUE;
}

/* Reads a name. @text has to live as long as the result is used. */
void
_saiga_name_parse (SaigaNameParse *self,
                   const char *text,
                   gsize length)
{
  SaigaNameResult *result = &self->result;
  gboolean cut = length > SAIGA_NAME_MAX_LENGTH;

  memset (result, 0, G_STRUCT_OFFSET (SaigaNameResult, elements));
  if (cut)
    {
      length = SAIGA_NAME_MAX_LENGTH;
      while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
        length--;
    }
  self->raw = text;
  self->raw_length = length;
  if (cut)
    _saiga_name_warn_raw (self, SAIGA_NAME_WARNING_LENGTH, length, 1);

  _saiga_name_clean (self);
  _saiga_name_tokenise (self);
  if (!parse_whole (self))
    set_no_name (result, SAIGA_NAME_KIND_NONE);
  else if (result->kind != SAIGA_NAME_KIND_VIRUS)
    set_quality (result);
}
