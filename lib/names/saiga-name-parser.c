/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-grammar-private.h"

/* The grammar of names: what stands before, between and after the authorships.
 * Recursive descent over the tokens, without going back more than a name. */

/* "forma specialis", "f. sp." */
static gboolean
is_special (const SaigaNameParse *self,
            guint position)
{
  return has_letters (self, position, "sp") || (has_letters (self, position, "specialis") && !(get_token (self, position)->flags & TOKEN_DOT));
}

/* The marker of a rank below species before an epithet: where the epithet stands, or 0. */
static guint
find_infraspecific (SaigaNameParse *self,
                    guint position,
                    guint *row)
{
  const SaigaNameToken *token = get_token (self, position);
  guint next = position + 1;

  if (is_sign (self, position, '*') && _saiga_name_is_epithet (self, next, FALSE))
    {
      *row = 1;
      while (_saiga_name_get_marker (*row)->word[0] != '\001')
        ++*row;
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_RANK, position);
      return next;
    }
  if (token->type != TOKEN_WORD || !((token->flags & TOKEN_LOWER) || _saiga_name_is_capital_marker (self, position)))
    return 0;
  /* "β minor": a rank that the old authors gave a letter for a name. */
  if ((token->flags & TOKEN_FOREIGN) && get_bare_length (token) == 2 && _saiga_name_is_epithet (self, next, FALSE) && _saiga_name_classify_token (self, next) == WORD_PLAIN)
    {
      *row = 0;
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_RANK, position);
      return next;
    }

  *row = get_marker (token);
  if (*row == 0 || !(_saiga_name_get_marker (*row)->flags & MARKER_INFRASPECIFIC))
    return 0;

  /* "ab. n. undularia", "f. sp. tritici", "var. δ. microphylla" */
  token = get_token (self, next);
  if (token->type == TOKEN_WORD && token->length == 2 && strncmp (self->text + token->start, "n.", 2) == 0 && _saiga_name_is_epithet (self, next + 1, FALSE))
    {
      *row = 1;
      while (_saiga_name_get_marker (*row)->word[0] != '\002')
        ++*row;
      next++;
    }
  else if (_saiga_name_get_marker (*row)->rank == SAIGA_NAME_RANK_FORM && token->type == TOKEN_WORD && is_special (self, next) && _saiga_name_is_epithet (self, next + 1, FALSE))
    {
      *row = _saiga_name_find_marker ("formasp");
      next++;
    }
  else if (token->type == TOKEN_WORD && (token->flags & TOKEN_NON_ASCII) && get_bare_length (token) == 2 && _saiga_name_is_epithet (self, next + 1, FALSE))
    {
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_RANK, next);
      next++;
    }
  if (_saiga_name_is_hybrid_sign (self, next) && _saiga_name_is_epithet (self, next + 1, FALSE))
    return next;

  return _saiga_name_is_epithet (self, next, FALSE) && _saiga_name_classify_token (self, next) == WORD_PLAIN ? next : 0;
}

/* A word that leaves the species open. Nothing after it is part of the name. */
static gboolean
parse_open (SaigaNameParse *self,
            guint *position)
{
  const SaigaNameToken *token = get_token (self, *position), *last;

  if (_saiga_name_classify_token (self, *position) != WORD_OPEN || (token->flags & TOKEN_CAPITALS))
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

  if (_saiga_name_classify_token (self, *position) != WORD_COMPARE)
    return FALSE;

  self->result.approximation = (SaigaNameSpan){ token->start, token->length };
  _saiga_name_warn_token (self, SAIGA_NAME_WARNING_COMPARE, *position);
  ++*position;

  return TRUE;
}

static void
skip_question (SaigaNameParse *self,
               guint *position)
{
  if (get_token (self, *position)->type == TOKEN_QUESTION)
    {
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_QUESTION, *position);
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

      if (_saiga_name_is_stray_comma (self, p))
        _saiga_name_warn_token (self, SAIGA_NAME_WARNING_AUTHOR, p++);
      if (_saiga_name_is_author_start (self, p) && !_saiga_name_is_hybrid_sign (self, p))
        p = _saiga_name_parse_authorship (self, p, &element->authorship);
      if (_saiga_name_classify_token (self, p) == WORD_MANUSCRIPT && (get_token (self, p + 1)->type == TOKEN_END ? p > start || get_token (self, p)->length == 4 : find_infraspecific (self, p + 1, &row) != 0) && strncmp (get_text (self, p), "mihi", 4) == 0)
        {
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_AUTHOR, p);
          p++;
        }
      if (parse_open (self, &p))
        return p;
      if (parse_compare (self, &p) && get_token (self, p)->type == TOKEN_END)
        return p;
      if (get_token (self, p)->type == TOKEN_QUESTION && _saiga_name_accept_epithet (self, p + 1, genus, FALSE))
        skip_question (self, &p);

      next = find_infraspecific (self, p, &row);
      if (next != 0)
        {
          gboolean hybrid = _saiga_name_is_hybrid_sign (self, next);

          if (hybrid)
            _saiga_name_warn_hybrid_sign (self, next++);
          if ((_saiga_name_get_marker (row)->flags & MARKER_UNCOMMON || (get_token (self, p)->flags & TOKEN_UPPER)) && get_token (self, p)->type == TOKEN_WORD)
            _saiga_name_warn_token (self, SAIGA_NAME_WARNING_RANK, p);
          element = _saiga_name_add_element (self, SAIGA_NAME_ELEMENT_INFRASPECIES, get_token (self, next));
          if (element == NULL)
            return p;
          element->marker = row;
          if (hybrid)
            element->flags |= SAIGA_NAME_FLAG_HYBRID;
          p = next + 1;
        }
      else if (_saiga_name_accept_epithet (self, p, genus, FALSE) && !_saiga_name_is_author_start (self, p))
        {
          if (_saiga_name_add_element (self, SAIGA_NAME_ELEMENT_INFRASPECIES, get_token (self, p)) == NULL)
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
      /* "LOXODONTA AFRICANA BLUMENBACH, 1797" */
      if (i > genus + 1 && (get_token (self, i + 1)->type == TOKEN_COMMA || get_token (self, i + 1)->type == TOKEN_NUMBER || get_token (self, i + 1)->type == TOKEN_AND))
        break;
      token->flags = (token->flags & ~(TOKEN_UPPER | TOKEN_CAPITALS)) | TOKEN_LOWER;
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_CAPITALS, i);
    }
}

/* A species, from its epithet on. */
static guint
parse_species (SaigaNameParse *self,
               guint position,
               guint genus,
               gboolean hybrid)
{
  SaigaNameElement *element = _saiga_name_add_element (self, SAIGA_NAME_ELEMENT_SPECIES, get_token (self, position));

  if (element == NULL)
    return position;
  if (hybrid)
    element->flags |= SAIGA_NAME_FLAG_HYBRID;
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

  _saiga_name_split_hybrid_letter (self, p, FALSE);
  if (_saiga_name_is_hybrid_sign (self, p))
    {
      _saiga_name_warn_hybrid_sign (self, p);
      hybrid = TRUE;
      p++;
    }
  genus = p;
  if (!_saiga_name_check_uninomial (self, p))
    return position;
  token = get_token (self, p);
  element = _saiga_name_add_element (self, SAIGA_NAME_ELEMENT_UNINOMIAL, token);
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

  next = _saiga_name_parse_subgenus (self, p);
  if (next != p && result->elements[result->n_elements - 1].marker != 0)
    {
      element = &result->elements[result->n_elements - 1];
      return _saiga_name_parse_authorship (self, next, &element->authorship);
    }
  p = next;

  next = _saiga_name_parse_infrageneric (self, p);
  if (next == p)
    {
      if (parse_open (self, &p))
        return p;
      if (parse_compare (self, &p) && get_token (self, p)->type == TOKEN_END)
        return p;
      if (_saiga_name_is_hybrid_sign (self, p) && _saiga_name_accept_epithet (self, p + 1, genus, virus))
        {
          _saiga_name_warn_hybrid_sign (self, p);
          return parse_species (self, p + 1, genus, TRUE);
        }
      if (_saiga_name_accept_epithet (self, p, genus, virus) && (!_saiga_name_is_author_start (self, p) || _saiga_name_is_odd_epithet (get_text (self, genus), get_token (self, genus)->length, get_text (self, p), get_token (self, p)->length)))
        return parse_species (self, p, genus, FALSE);
      if (_saiga_name_classify_token (self, p) == WORD_NOT_SPECIES)
        return position;
    }

  /* A uninomial: authorships, and names of ranks between genus and species. */
  for (guint n = 0; n < 4; n++)
    {
      element = &result->elements[result->n_elements - 1];
      if (next != p)
        p = next;
      else if (element->authorship == 0 && _saiga_name_is_author_start (self, p) && !_saiga_name_is_hybrid_sign (self, p))
        p = _saiga_name_parse_authorship (self, p, &element->authorship);
      else if (n > 0)
        break;
      if (result->n_elements > 1 && _saiga_name_accept_epithet (self, p, genus, virus) && !_saiga_name_is_author_start (self, p) && element->authorship == 0)
        return parse_species (self, p, genus, FALSE);
      next = _saiga_name_parse_infrageneric (self, p);
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

  if (_saiga_name_accept_epithet (self, position, position, FALSE))
    {
      if (result->n_elements + 2 > SAIGA_NAME_MAX_ELEMENTS)
        return position;
      element = &result->elements[result->n_elements++];
      *element = *genus;
      element->authorship = 0;
      element->flags |= SAIGA_NAME_FLAG_INHERITED;
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_HYBRID, position);
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

  while (_saiga_name_is_hybrid_sign (self, p) && result->n_bodies < SAIGA_NAME_MAX_BODIES)
    {
      guint next;

      result->kind = SAIGA_NAME_KIND_FORMULA;
      if (get_token (self, p)->type != TOKEN_HYBRID)
        _saiga_name_warn_hybrid_sign (self, p);
      result->bodies[result->n_bodies++] = result->n_elements;
      result->bodies[result->n_bodies] = result->n_elements;
      next = parse_parent (self, p + 1);
      p++;
      if (next == p)
        {
          result->incomplete = TRUE;
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_HYBRID, p - 1);
          break;
        }
      p = next;
    }

  return p;
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
  [SAIGA_NAME_WARNING_HIGHER] = SAIGA_NAME_QUALITY_FAIR,
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
  result->candidatus = FALSE;
  result->n_elements = 0;
  result->n_bodies = 0;
  result->n_items = 0;
  result->n_authorships = 0;
  result->cultivar = result->approximation = result->higher = (SaigaNameSpan){ 0, 0 };
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
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_RUN_TOGETHER, 0);
          return;
        }
    }
}

static void
parse_tail (SaigaNameParse *self,
            guint position)
{
  guint start = get_token (self, position)->start, length = self->length;

  while (length > start && self->text[length - 1] == ' ')
    length--;
  /* The period of a sentence. */
  if (length == start + 1 && self->text[start] == '.')
    return;
  if (position < self->n_tokens || length > start)
    {
      self->result.tail = (SaigaNameSpan){ start, length - start };
      _saiga_name_warn (self, SAIGA_NAME_WARNING_TAIL, start, length - start);
    }
}

/* "Class Reptilia", "Order Falconiformes": the rank is said before the name. */
static gboolean
is_rank_word (const SaigaNameParse *self,
              guint position)
{
  static const char *const ranks[] = {
    "Class", "Classis", "Family", "Familia", "Genus", "Infraorder", "Kingdom", "Order", "Ordo", "Phylum", "Subclass", "Subfamily", "Subgenus",
    "Suborder", "Subtribe", "Superfamily", "Tribe"
  };
  const SaigaNameToken *token = get_token (self, position);

  if (token->type != TOKEN_WORD || (token->flags & TOKEN_DOT) || !(token->flags & TOKEN_UPPER) || get_token (self, position + 1)->type != TOKEN_WORD)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strlen (ranks[i]) == token->length && strncmp (get_text (self, position), ranks[i], token->length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
parse_whole (SaigaNameParse *self)
{
  SaigaNameResult *result = &self->result;
  const SaigaNameToken *token = get_token (self, 0);
  guint p = 0, next;

  if (self->n_tokens == 0)
    return FALSE;
  if (token->type == TOKEN_WORD && (token->word_class == WORD_NO_NAME || token->word_class == WORD_OPEN) &&
      (self->n_tokens == 1 || (get_token (self, 1)->flags & TOKEN_LOWER)))
    return FALSE;
  /* Barcode Index Numbers: "BOLD:AAA0001" */
  if (is_sign (self, 1, ':') && !(get_token (self, 1)->flags & TOKEN_SPACE_BEFORE) && token->length == 4 && g_ascii_strncasecmp (get_text (self, 0), "BOLD", 4) == 0)
    return FALSE;
  if (_saiga_name_is_virus (self))
    {
      set_no_name (result, SAIGA_NAME_KIND_VIRUS);
      return TRUE;
    }
  if (token->type == TOKEN_QUESTION)
    {
      if (get_token (self, 1)->flags & TOKEN_LOWER)
        {
          _saiga_name_warn_token (self, SAIGA_NAME_WARNING_NO_GENUS, 0);
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

  while (_saiga_name_is_family_before (self, p))
    {
      result->higher = (SaigaNameSpan){ get_token (self, p)->start, get_token (self, p)->length };
      _saiga_name_warn_token (self, SAIGA_NAME_WARNING_HIGHER, p++);
    }

  if ((is_rank_word (self, p) || (token->word_class == WORD_COMPARE && p == 0)) && (get_token (self, p + 1)->flags & (TOKEN_UPPER | TOKEN_SMALL)) == (TOKEN_UPPER | TOKEN_SMALL))
    {
      if (token->word_class == WORD_COMPARE)
        result->approximation = (SaigaNameSpan){ token->start, token->length };
      _saiga_name_warn_token (self, token->word_class == WORD_COMPARE ? SAIGA_NAME_WARNING_COMPARE : SAIGA_NAME_WARNING_RANK, p++);
    }

  result->kind = SAIGA_NAME_KIND_SCIENTIFIC;
  result->n_bodies = 1;
  next = parse_body (self, p);
  if (next == p || _saiga_name_has_symbiont (self))
    return FALSE;
  /* A graft-chimaera is no taxon of the codes. */
  if (is_sign (self, next, '+'))
    return FALSE;
  p = parse_formula (self, next);
  result->bodies[result->n_bodies] = result->n_elements;
  next = _saiga_name_parse_cultivar (self, p);
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
