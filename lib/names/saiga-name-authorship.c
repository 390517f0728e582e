/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-grammar-private.h"

/* Authorship, as ICZN 51 and ICN 46 to 50 have it: a team with its year, those
 * whom it published in or after, and the team of the basionym in parentheses. */

static inline SaigaNameWordClass
classify (const SaigaNameToken *token)
{
  return token->word_class;
}

/* A word that is the name of an author, or an initial. */
static gboolean
is_author_word (const SaigaNameParse *self,
                guint position)
{
  const SaigaNameToken *token = get_token (self, position);
  const char *text = self->text + token->start;

  if (token->type != TOKEN_WORD || (token->flags & (TOKEN_DIGIT | TOKEN_ODD)))
    return FALSE;

  if (token->flags & TOKEN_UPPER)
    {
      /* Not "Auct.", "Hort.", "Nomen nudum", "MS". */
      if (token->length == 1 && text[0] == 'X')
        return FALSE;
      if (get_bare_length (token) >= 2 && !(get_token (self, position + 1)->type == TOKEN_WORD && (get_token (self, position + 1)->flags & TOKEN_UPPER)))
        {
          SaigaNameWordClass class = classify (token);

          if (class == WORD_COMPARE && !(token->flags & TOKEN_SMALL))
            return FALSE;
          if (((class == WORD_STOP || class == WORD_GARDENERS || class == WORD_GROUP) && get_bare_length (token) >= 4) || (class == WORD_MANUSCRIPT && get_bare_length (token) == 2))
            return FALSE;
        }
      if (get_bare_length (token) == 5 && g_ascii_strncasecmp (text, "nomen", 5) == 0)
        return FALSE;
      return token->marker == 0 || !_saiga_name_is_capital_marker (self, position);
    }

  /* d'Orbigny, duPont */
  return (token->flags & TOKEN_LOWER) && (token->flags & TOKEN_CAPITALS) && (token->flags & TOKEN_SMALL);
}

/* "de", "von der" and so on before the name of an author: how many words, or 0. */
static guint
count_particles (const SaigaNameParse *self,
                 guint position)
{
  guint n = 0;

  while (n < 4 && get_token (self, position + n)->type == TOKEN_WORD &&
         (get_token (self, position + n)->flags & (TOKEN_LOWER | TOKEN_CAPITALS)) == TOKEN_LOWER &&
         (classify (get_token (self, position + n)) == WORD_PARTICLE ||
          (n > 0 && classify (get_token (self, position + n)) == WORD_AND && (is_author_word (self, position + n + 1) || classify (get_token (self, position + n + 1)) == WORD_PARTICLE) &&
           g_ascii_strncasecmp (self->text + get_token (self, position + n)->start, "und", 3) == 0) ||
          (n == 0 && classify (get_token (self, position)) == WORD_IN && get_token (self, position + 1)->length == 2 && strncmp (get_text (self, position + 1), "'t", 2) == 0)))
    n++;

  return n > 0 && is_author_word (self, position + n) ? n : 0;
}

/* "[Denis & Schiffermüller], 1775": authors who did not sign (ICZN rec. 51D).
 * They have a year, or somebody who published the name, which tells them from a remark. */
static gboolean
is_unsigned (const SaigaNameParse *self,
             guint position)
{
  guint p = position + 1;
  gboolean year = FALSE;

  if (get_token (self, position)->type != TOKEN_BRACKET_OPEN)
    return FALSE;
  if (!is_author_word (self, p) && count_particles (self, p) == 0 && classify (get_token (self, p)) != WORD_ANONYMOUS)
    return FALSE;
  for (; get_token (self, p)->type != TOKEN_BRACKET_CLOSE; p++)
    if (get_token (self, p)->type == TOKEN_END || get_token (self, p)->type == TOKEN_BRACKET_OPEN || get_token (self, p)->type == TOKEN_OTHER)
      return FALSE;
    else
      year |= _saiga_name_is_year (self, p);
  p++;
  /* "[Pers.] ex Fr.", "[Tourn.] L.": before the starting point (ICN 13.1). */
  if (is_author_word (self, p) || (get_token (self, p)->type == TOKEN_WORD && classify (get_token (self, p)) == WORD_EX))
    return TRUE;
  p += get_token (self, p)->type == TOKEN_COMMA;
  p += get_token (self, p)->type == TOKEN_BRACKET_OPEN;

  return year || _saiga_name_is_year (self, p);
}

/* "hort. ex Lavallée": a name of gardeners, which Lavallée published */
static gboolean
is_gardeners (const SaigaNameParse *self,
              guint position)
{
  const SaigaNameToken *next = get_token (self, position + 1);

  if (get_token (self, position)->type != TOKEN_WORD || classify (get_token (self, position)) != WORD_GARDENERS)
    return FALSE;
  /* "(Hort.) Smith" */
  if (next->type == TOKEN_CLOSE)
    return position > 0 && get_token (self, position - 1)->type == TOKEN_OPEN;

  return next->type == TOKEN_WORD && classify (next) == WORD_EX;
}

gboolean
_saiga_name_is_stray_comma (const SaigaNameParse *self,
                            guint position)
{
  guint p = position + 1;

  if (get_token (self, position)->type != TOKEN_COMMA && !is_sign (self, position, '-'))
    return FALSE;
  if (!is_author_word (self, p))
    return FALSE;
  for (; !_saiga_name_is_year (self, p); p++)
    {
      const SaigaNameToken *token = get_token (self, p);

      if (token->type != TOKEN_WORD && token->type != TOKEN_AND && token->type != TOKEN_COMMA)
        return FALSE;
      if (token->type == TOKEN_WORD && (token->flags & TOKEN_LOWER) && !is_author_word (self, p) &&
          classify (token) != WORD_PARTICLE && classify (token) != WORD_AND && classify (token) != WORD_EX)
        return FALSE;
    }

  return get_token (self, p + 1)->type == TOKEN_END;
}

gboolean
_saiga_name_is_author_start (const SaigaNameParse *self,
                             guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  if (token->type == TOKEN_OPEN)
    {
      position++;
      token = get_token (self, position);
    }

  return is_author_word (self, position) || count_particles (self, position) > 0 || is_unsigned (self, position) || is_gardeners (self, position) ||
         (token->type == TOKEN_WORD && (classify (token) == WORD_ANONYMOUS || (position > 0 && get_token (self, position - 1)->type == TOKEN_OPEN && has_letters (self, position, "auct"))));
}

/* Whether an "f." after an author means filius, the son, rather than forma. */
static gboolean
is_filius (SaigaNameParse *self,
           guint position)
{
  const SaigaNameToken *token = get_token (self, position), *next = get_token (self, position + 1);

  if (next->type == TOKEN_WORD && (next->flags & TOKEN_LOWER) && !(next->flags & (TOKEN_DOT | TOKEN_CAPITALS)) && next->length > 2 &&
      classify (next) == WORD_PLAIN && (next->marker == 0 || (_saiga_name_get_marker (next->marker)->flags & MARKER_NEEDS_DOT)))
    {
      _saiga_name_warn (self, SAIGA_NAME_WARNING_FILIUS, token->start, token->length);
      return !(token->flags & TOKEN_SPACE_BEFORE);
    }

  return TRUE;
}

/* Reads one author; returns the position after, or the same if there is none. */
static guint
parse_author (SaigaNameParse *self,
              guint position,
              SaigaNameRole role,
              gboolean basionym)
{
  const SaigaNameToken *token = get_token (self, position);
  SaigaNameItem *item;
  guint start = position, p = position, n_names = 0;

  if (token->type == TOKEN_WORD && classify (token) == WORD_ANONYMOUS)
    {
      _saiga_name_warn (self, SAIGA_NAME_WARNING_AUTHOR, token->start, token->length);
      item = _saiga_name_add_item (self, SAIGA_NAME_ITEM_AUTHOR, token->start, token->start + token->length, role, basionym);
      if (item != NULL)
        item->flags |= SAIGA_NAME_ITEM_UNKNOWN;
      return position + 1;
    }

  p += count_particles (self, p);
  while (TRUE)
    {
      guint n;

      token = get_token (self, p);
      if (is_author_word (self, p))
        {
          if ((token->flags & TOKEN_CAPITALS) && !(token->flags & (TOKEN_SMALL | TOKEN_DOT)) && token->length >= 4)
            _saiga_name_warn (self, SAIGA_NAME_WARNING_AUTHOR, token->start, token->length);
          p++;
          n_names++;
        }
      else if (n_names == 0 || token->type != TOKEN_WORD || (token->flags & TOKEN_CAPITALS))
        break;
      else if ((token->flags & TOKEN_HYPHEN) && self->text[token->start] == '-')
        p++;
      else if ((n = count_particles (self, p)) > 0)
        p += n;
      else if (get_bare_length (token) == 1 && self->text[token->start] == 'f' && is_filius (self, p))
        {
          p++;
          break;
        }
      else if ((token->flags & TOKEN_LOWER) && (classify (token) == WORD_FILIUS || (token->length == 3 && strncmp (self->text + token->start, "ter", 3) == 0)))
        {
          p++;
          break;
        }
      else
        break;
    }
  if (n_names == 0)
    return position;

  _saiga_name_add_item (self, SAIGA_NAME_ITEM_AUTHOR, get_token (self, start)->start, get_end (self, p - 1), role, basionym);

  return p;
}

/* "al." after "et", "&" or a comma. */
static gboolean
is_et_al (const SaigaNameParse *self,
          guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  return token->type == TOKEN_WORD && (token->flags & TOKEN_LOWER) && classify (token) == WORD_AL;
}

static gboolean
is_and (const SaigaNameParse *self,
        guint position)
{
  const SaigaNameToken *token = get_token (self, position);

  return token->type == TOKEN_AND ||
         (token->type == TOKEN_WORD && (token->flags & TOKEN_LOWER) && classify (token) == WORD_AND);
}

/* A journal or book with its volume, edition or page is no author (ICN 46). */
static gboolean
is_work (const SaigaNameParse *self,
         guint end)
{
  static const char *const parts[] = { "ed", "vol", "tom", "p", "pp", "t", "tab", "fig", "pl" };
  const SaigaNameToken *token = get_token (self, end);

  if (is_sign (self, end, ':'))
    token = get_token (self, ++end);
  if (token->type == TOKEN_NUMBER)
    return !_saiga_name_is_year (self, end);
  if (token->type != TOKEN_WORD || !(token->flags & TOKEN_DOT) || get_token (self, end + 1)->type != TOKEN_NUMBER)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_letters (self, end, parts[i]))
      return TRUE;

  return FALSE;
}

/* "Herbst, J.F.W.", "Smith, Jr.": what follows the comma is of the same author,
 * unless he has initials already. "L." is Linnaeus. */
static gboolean
is_given_name (const SaigaNameParse *self,
               guint position,
               guint end)
{
  const SaigaNameItem *before = &self->result.items[self->result.n_items - 2];
  const SaigaNameToken *token = get_token (self, position);

  if (get_token (self, position - 1)->type != TOKEN_COMMA || self->text[before->text.start + 1] == '.')
    return FALSE;
  if (end == position + 1 && (classify (token) == WORD_FILIUS || (token->length == 2 && self->text[token->start] == 'L')))
    return classify (token) == WORD_FILIUS;
  for (guint i = position; i < end; i++)
    {
      token = get_token (self, i);
      if (!(token->flags & TOKEN_DOT) || get_bare_length (token) > ((token->flags & (TOKEN_NON_ASCII | TOKEN_HYPHEN)) ? 2 : 1))
        return FALSE;
    }

  return TRUE;
}

/* Reads authors and their year. */
static guint
parse_authors (SaigaNameParse *self,
               guint position,
               SaigaNameRole role,
               gboolean basionym)
{
  guint p = parse_author (self, position, role, basionym), next;

  if (p == position)
    return position;

  while (TRUE)
    {
      guint q = p, n_items = self->result.n_items;
      gboolean semicolon = FALSE;

      if (get_token (self, q)->type == TOKEN_WORD && (get_token (self, q)->flags & TOKEN_LOWER) && !_saiga_name_is_author_start (self, q + 1) &&
          classify (get_token (self, q)) == WORD_MANUSCRIPT && get_token (self, q + 1)->type != TOKEN_END)
        {
          q++;
          p = q;
        }
      if (get_token (self, q)->type == TOKEN_COMMA)
        q++;
      else if ((semicolon = is_sign (self, q, ';')))
        q++;
      if (is_and (self, q))
        {
          if (get_token (self, q)->type == TOKEN_WORD && self->text[get_token (self, q)->start] == 'y')
            _saiga_name_warn (self, SAIGA_NAME_WARNING_AUTHOR, get_token (self, q)->start, 1);
          q++;
        }
      if (q == p)
        break;
      if (is_et_al (self, q))
        {
          self->result.items[n_items - 1].flags |= SAIGA_NAME_ITEM_ET_AL;
          p = q + 1;
          break;
        }

      /* "P. P.": pro parte */
      if (get_token (self, q)->length == 2 && strncmp (self->text + get_token (self, q)->start, "P.", 2) == 0 &&
          get_token (self, q + 1)->length == 2 && strncmp (self->text + get_token (self, q + 1)->start, "P.", 2) == 0 && get_token (self, q + 2)->type == TOKEN_END)
        break;
      next = parse_author (self, q, role, basionym);
      if (next == q)
        break;
      /* "Clayton, D.H.; Price, R.D.", but not "Aus bus Smith; Cus dus" */
      if (is_work (self, next) || (semicolon && get_token (self, next)->type == TOKEN_WORD))
        {
          self->result.n_items = n_items;
          break;
        }
      if (self->result.n_items == n_items + 1 && is_given_name (self, q, next))
        {
          SaigaNameItem *item = &self->result.items[n_items - 1];

          item->text.length = get_end (self, next - 1) - item->text.start;
          self->result.n_items--;
        }
      p = next;
    }

  next = _saiga_name_parse_year (self, p, role, basionym);
  if (next == p && get_token (self, p)->type == TOKEN_COMMA)
    {
      next = _saiga_name_parse_year (self, p + 1, role, basionym);
      if (next == p + 1)
        next = p;
    }

  return next;
}

/* Reads authors in square brackets, with their year. */
static guint
parse_unsigned (SaigaNameParse *self,
                guint position,
                gboolean basionym)
{
  guint p = parse_authors (self, position + 1, SAIGA_NAME_ROLE_AUTHOR, basionym), next, end;

  if (p == position + 1 || get_token (self, p)->type != TOKEN_BRACKET_CLOSE)
    return position;
  _saiga_name_warn_token (self, SAIGA_NAME_WARNING_AUTHOR, position);
  p++;
  next = p + (get_token (self, p)->type == TOKEN_COMMA ? 1 : 0);
  end = _saiga_name_parse_year (self, next, SAIGA_NAME_ROLE_AUTHOR, basionym);
  if (end == next && is_author_word (self, p))
    return parse_authors (self, p, SAIGA_NAME_ROLE_EX, basionym);

  return end != next ? end : p;
}

/* The first authors of a team. */
static guint
parse_first_authors (SaigaNameParse *self,
                     guint position,
                     gboolean basionym)
{
  if (is_unsigned (self, position))
    return parse_unsigned (self, position, basionym);
  if (is_gardeners (self, position))
    {
      const SaigaNameToken *token = get_token (self, position);

      _saiga_name_add_item (self, SAIGA_NAME_ITEM_AUTHOR, token->start, token->start + token->length, SAIGA_NAME_ROLE_AUTHOR, basionym);
      return position + 1;
    }

  return parse_authors (self, position, SAIGA_NAME_ROLE_AUTHOR, basionym);
}

/* Reads a team with those whom it published in or after. */
static guint
parse_team (SaigaNameParse *self,
            guint position,
            gboolean basionym)
{
  guint p = parse_first_authors (self, position, basionym);

  if (p == position)
    {
      const SaigaNameToken *token = get_token (self, p);
      SaigaNameItem *item;

      /* "(auct.)": an author, whoever it was. */
      if (!basionym || token->type != TOKEN_WORD || !has_letters (self, p, "auct"))
        return position;
      _saiga_name_warn (self, SAIGA_NAME_WARNING_AUTHOR, token->start, token->length);
      item = _saiga_name_add_item (self, SAIGA_NAME_ITEM_AUTHOR, token->start, token->start + token->length, SAIGA_NAME_ROLE_AUTHOR, TRUE);
      if (item != NULL)
        item->flags |= SAIGA_NAME_ITEM_UNKNOWN;
      return position + 1;
    }

  while (TRUE)
    {
      guint q = p, next;
      const SaigaNameToken *token;
      SaigaNameRole role;

      if (get_token (self, q)->type == TOKEN_COMMA)
        q++;
      token = get_token (self, q);
      /* "Smith (in Jones, 1900)" */
      if (token->type == TOKEN_OPEN && get_token (self, q + 1)->type == TOKEN_WORD && classify (get_token (self, q + 1)) == WORD_IN)
        {
          guint n_items = self->result.n_items;

          next = parse_authors (self, q + 2, SAIGA_NAME_ROLE_IN, basionym);
          if (next != q + 2 && get_token (self, next)->type == TOKEN_CLOSE)
            {
              _saiga_name_warn_token (self, SAIGA_NAME_WARNING_AUTHOR, q + 1);
              return next + 1;
            }
          self->result.n_items = n_items;
          return p;
        }
      if (is_sign (self, q, ':') && is_author_word (self, q + 1) && self->result.items[self->result.n_items - 1].type == SAIGA_NAME_ITEM_AUTHOR)
        {
          next = parse_authors (self, q + 1, SAIGA_NAME_ROLE_SANCTIONING, basionym);
          if (next == q + 1)
            break;
          p = next;
          continue;
        }
      if (token->type != TOKEN_WORD || !(token->flags & TOKEN_LOWER))
        break;
      switch ((int) classify (token))
        {
        case WORD_EX:
          role = SAIGA_NAME_ROLE_EX;
          break;
        case WORD_IN:
          role = SAIGA_NAME_ROLE_IN;
          break;
        case WORD_EMEND:
          role = SAIGA_NAME_ROLE_EMEND;
          break;
        default:
          return p;
        }
      next = parse_authors (self, q + 1, role, basionym);
      if (next == q + 1)
        break;
      if (role != SAIGA_NAME_ROLE_EX)
        _saiga_name_warn (self, SAIGA_NAME_WARNING_AUTHOR, token->start, token->length);
      p = next;
    }

  return p;
}

static void
set_basionym (SaigaNameParse *self,
              guint first)
{
  for (guint i = first; i < self->result.n_items; i++)
    self->result.items[i].basionym = TRUE;
}

static gboolean
has_year (const SaigaNameParse *self,
          guint first)
{
  for (guint i = first; i < self->result.n_items; i++)
    if (self->result.items[i].type == SAIGA_NAME_ITEM_YEAR)
      return TRUE;

  return FALSE;
}

/* Reads what may stand in parentheses before the authors of the combination. Returns the same position if it is none. */
static guint
parse_basionym (SaigaNameParse *self,
                guint position,
                guint first)
{
  guint p = parse_team (self, position + 1, TRUE), next;

  if (p == position + 1)
    return position;

  if (get_token (self, p)->type == TOKEN_COMMA && get_token (self, p + 1)->type == TOKEN_CLOSE)
    p++;
  if (get_token (self, p)->type == TOKEN_CLOSE)
    p++;
  else if (get_token (self, p)->type == TOKEN_END || (has_year (self, first) && _saiga_name_is_author_start (self, p)))
    _saiga_name_warn (self, SAIGA_NAME_WARNING_PARENTHESIS, get_token (self, position)->start, 1);
  else
    {
      self->result.n_items = first;
      return position;
    }

  /* A year that should stand within. */
  next = p + (get_token (self, p)->type == TOKEN_COMMA ? 1 : 0);
  if (_saiga_name_is_year (self, next) && !has_year (self, first))
    {
      _saiga_name_warn (self, SAIGA_NAME_WARNING_PARENTHESIS, get_token (self, next)->start, get_token (self, next)->length);
      return _saiga_name_parse_year (self, next, SAIGA_NAME_ROLE_AUTHOR, TRUE);
    }

  return p;
}

/* Reads an authorship; returns the position after it, or the same if there is
 * none. @authorship becomes its index plus 1. */
guint
_saiga_name_parse_authorship (SaigaNameParse *self,
                              guint position,
                              guint8 *authorship)
{
  SaigaNameResult *result = &self->result;
  guint first = result->n_items, p = position, next;

  if (result->n_authorships == SAIGA_NAME_MAX_ELEMENTS)
    return position;

  if (get_token (self, p)->type == TOKEN_OPEN)
    {
      next = parse_basionym (self, p, first);
      if (next == p)
        return position;
      p = next;
      next = parse_team (self, p, FALSE);
      if (next == p && get_token (self, p)->type == TOKEN_COMMA)
        {
          next = parse_team (self, p + 1, FALSE);
          if (next == p + 1)
            next = p;
        }
      p = next;
    }
  else
    {
      p = parse_team (self, p, FALSE);
      if (p == position)
        return position;
      if (get_token (self, p)->type == TOKEN_CLOSE)
        {
          _saiga_name_warn (self, SAIGA_NAME_WARNING_PARENTHESIS, get_token (self, p)->start, 1);
          set_basionym (self, first);
          p++;
        }
    }

  result->authorships[result->n_authorships++] = (SaigaNameAuthorship){ first, result->n_items - first };
  *authorship = result->n_authorships;

  return p;
}
