/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-parse-private.h"

/* What a byte is. */
enum
{
  BYTE_OTHER,
  BYTE_LOWER,
  BYTE_UPPER,
  BYTE_DIGIT,
  BYTE_SPACE,
  BYTE_WIDE, /* of a character beyond ASCII */
};

static const guint8 classes[256] = {
  [' '] = BYTE_SPACE,
  ['0' ... '9'] = BYTE_DIGIT,
  ['A' ... 'Z'] = BYTE_UPPER,
  ['a' ... 'z'] = BYTE_LOWER,
  [0x80 ... 0xff] = BYTE_WIDE,
};

static const guint8 marks[128] = {
  ['('] = TOKEN_OPEN,
  [')'] = TOKEN_CLOSE,
  ['['] = TOKEN_BRACKET_OPEN,
  [']'] = TOKEN_BRACKET_CLOSE,
  [','] = TOKEN_COMMA,
  ['&'] = TOKEN_AND,
  ['?'] = TOKEN_QUESTION,
};

/* A letter beyond ASCII: BYTE_LOWER or BYTE_UPPER, else BYTE_OTHER. */
static guint
classify_wide (gunichar c)
{
  if (c >= 0xc0 && c < 0x100)
    return c == 0xd7 || c == 0xf7 ? BYTE_OTHER : c < 0xdf ? BYTE_UPPER
                                                          : BYTE_LOWER;
  if (c == 0xfffd)
    return BYTE_LOWER;
  if (!g_unichar_isalpha (c))
    return BYTE_OTHER;

  return g_unichar_isupper (c) || g_unichar_istitle (c) ? BYTE_UPPER : BYTE_LOWER;
}

/* A letter of no name: the codes know Latin ones only (ICZN 11.2, ICN 23.1, 60.4). */
static gboolean
is_foreign (gunichar c)
{
  return c >= 0x250 && c != 0xfffd && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN;
}

static inline guint
classify_at (const char *text,
             guint position,
             guint length,
             guint *n_bytes)
{
  guint kind = position < length ? classes[(guchar) text[position]] : BYTE_OTHER;

  *n_bytes = 1;
  if (G_UNLIKELY (kind == BYTE_WIDE))
    {
      *n_bytes = g_utf8_skip[(guchar) text[position]];
      kind = classify_wide (g_utf8_get_char (text + position));
    }

  return kind;
}

static inline gboolean
is_letter_at (const char *text,
              guint position,
              guint length)
{
  guint n_bytes, kind = classify_at (text, position, length, &n_bytes);

  return kind == BYTE_LOWER || kind == BYTE_UPPER;
}

/* A letter that was lost, between two others: "M?ller". */
static inline gboolean
is_lost_letter (const char *text,
                guint start,
                guint position,
                guint length)
{
  return position > start && position + 1 < length && (classes[(guchar) text[position - 1]] == BYTE_LOWER || classes[(guchar) text[position - 1]] == BYTE_UPPER) &&
         classes[(guchar) text[position + 1]] == BYTE_LOWER;
}

/* A year that hangs on the name of its author: "Linnaeus1758". */
static inline gboolean
is_joined_year (const char *text,
                guint position,
                guint length,
                guint flags)
{
  if ((flags & (TOKEN_UPPER | TOKEN_SMALL | TOKEN_DIGIT)) != (TOKEN_UPPER | TOKEN_SMALL) || position + 4 > length || (text[position] != '1' && text[position] != '2'))
    return FALSE;
  for (guint i = 1; i < 4; i++)
    if (!g_ascii_isdigit (text[position + i]))
      return FALSE;

  return position + 4 == length || !(g_ascii_isalnum (text[position + 4]) || text[position + 4] == '-');
}

/* The number of a footnote that hangs on an epithet: "tatarica1". */
static inline gboolean
is_footnote (const char *text,
             guint start,
             guint position,
             guint length,
             guint flags)
{
  guint end = position;

  /* Species of viruses have numbers of their own. */
  if ((flags & ~TOKEN_SMALL) != TOKEN_LOWER || position - start < 5 || (start >= 6 && memcmp (text + start - 6, "virus ", 6) == 0))
    return FALSE;
  while (end < length && end - position < 3 && g_ascii_isdigit (text[end]))
    end++;

  return end - position < 3 && (end == length || text[end] == ' ' || text[end] == ',' || text[end] == ')');
}

/* Reads a word from its first letter, hyphen, apostrophe or digit to its end. */
static guint
scan_word (const char *text,
           guint start,
           guint length,
           guint *found)
{
  guint i = start, flags = 0;
  gboolean first = TRUE;

  while (i < length)
    {
      guint kind = classes[(guchar) text[i]], n_bytes = 1;

      if (G_UNLIKELY (kind == BYTE_WIDE))
        {
          kind = classify_at (text, i, length, &n_bytes);
          if (kind == BYTE_OTHER)
            break;
          flags |= TOKEN_NON_ASCII;
          if (is_foreign (g_utf8_get_char (text + i)))
            flags |= TOKEN_FOREIGN;
        }

      if (kind == BYTE_LOWER)
        flags |= first ? TOKEN_LOWER : TOKEN_SMALL;
      else if (kind == BYTE_UPPER)
        flags |= first ? TOKEN_UPPER : TOKEN_CAPITALS;
      else if (kind == BYTE_DIGIT)
        {
          if (is_joined_year (text, i, length, flags) || is_footnote (text, start, i, length, flags))
            break;
          flags |= TOKEN_DIGIT;
        }
      else if (text[i] == '?' && is_lost_letter (text, start, i, length))
        flags |= TOKEN_NON_ASCII | TOKEN_LOST;
      else if (text[i] == '-')
        {
          if (i > start && !is_letter_at (text, i + 1, length) && !(i + 1 < length && g_ascii_isdigit (text[i + 1])))
            break;
          flags |= TOKEN_HYPHEN;
        }
      else if (text[i] == '\'')
        {
          if (!is_letter_at (text, i + 1, length))
            break;
          flags |= TOKEN_APOSTROPHE;
        }
      else if (text[i] == '_')
        flags |= TOKEN_ODD;
      else
        break;

      if (kind == BYTE_LOWER || kind == BYTE_UPPER)
        first = FALSE;
      i += n_bytes;
    }
  if (i < length && text[i] == '.' && !first)
    {
      flags |= TOKEN_DOT;
      i++;
    }
  *found = flags;

  return i;
}

/* The end of a cultivar epithet that begins with the apostrophe at @start, or 0. */
static guint
find_quote_end (const char *text,
                guint start,
                guint length)
{
  guint n_bytes;

  if (classify_at (text, start + 1, length, &n_bytes) != BYTE_UPPER)
    return 0;

  for (guint i = start + 2; i < length; i++)
    if (text[i] == '\'' && text[i - 1] != ' ' && !is_letter_at (text, i + 1, length))
      return i + 1;

  return 0;
}

/* A numeral: a year, perhaps with a letter, a question mark or a range; or the beginning of an epithet. */
static guint
scan_number (const char *text,
             guint start,
             guint length,
             guint *type,
             guint *flags)
{
  guint i = start, letters;

  while (i < length && g_ascii_isdigit (text[i]))
    i++;

  letters = i < length && text[i] == '-' ? i + 1 : i;
  if (letters + 2 < length && g_ascii_islower (text[letters]) && g_ascii_islower (text[letters + 1]) && g_ascii_islower (text[letters + 2]))
    {
      *type = TOKEN_WORD;
      return scan_word (text, start, length, flags);
    }

  *type = TOKEN_NUMBER;
  *flags = TOKEN_DIGIT;
  if (i + 1 < length && (text[i] == '-' || text[i] == '/') && g_ascii_isdigit (text[i + 1]))
    for (i++; i < length && g_ascii_isdigit (text[i]);)
      i++;
  if (i < length && g_ascii_isalpha (text[i]) && !is_letter_at (text, i + 1, length))
    i++;
  if (i < length && text[i] == '?')
    i++;

  return i;
}

/* Cuts the text into words and signs. */
void
_saiga_name_tokenise (SaigaNameParse *self)
{
  const char *text = self->text;
  guint length = self->length, i = 0, n = 0;
  guint space = TOKEN_SPACE_BEFORE;

  while (n < SAIGA_NAME_MAX_TOKENS)
    {
      SaigaNameToken *token = &self->tokens[n];
      guint start, type, flags = 0, n_bytes, kind;

      while (i < length && text[i] == ' ')
        {
          i++;
          space = TOKEN_SPACE_BEFORE;
        }
      if (i >= length)
        break;

      start = i;
      kind = classes[(guchar) text[i]];
      n_bytes = 1;
      if (G_UNLIKELY (kind == BYTE_WIDE))
        kind = classify_at (text, i, length, &n_bytes);

      if (kind == BYTE_LOWER || kind == BYTE_UPPER ||
          (text[i] == '-' && space == 0 && n > 0 && (self->tokens[n - 1].flags & TOKEN_DOT) && is_letter_at (text, i + 1, length)))
        {
          type = TOKEN_WORD;
          i = scan_word (text, i, length, &flags);
        }
      else if (kind == BYTE_DIGIT)
        i = scan_number (text, i, length, &type, &flags);
      else if (text[i] == '\'' && (i = find_quote_end (text, start, length)) != 0)
        type = TOKEN_QUOTED;
      else if (text[start] == '\'' && is_letter_at (text, start + 1, length))
        {
          type = TOKEN_WORD;
          i = scan_word (text, start, length, &flags);
        }
      else if ((guchar) text[start] < 0x80)
        {
          type = marks[(guchar) text[start]] != 0 ? marks[(guchar) text[start]] : TOKEN_OTHER;
          i = start + 1;
        }
      else
        {
          type = g_utf8_get_char (text + start) == 0xd7 ? TOKEN_HYBRID : TOKEN_OTHER;
          i = start + n_bytes;
        }

      token->start = start;
      token->length = i - start;
      token->type = type;
      token->flags = flags | space;
      if (flags & TOKEN_LOST)
        _saiga_name_warn (self, SAIGA_NAME_WARNING_ENCODING, start, i - start);
      if (type == TOKEN_WORD)
        _saiga_name_look_up (text + start, i - start - ((flags & TOKEN_DOT) ? 1 : 0), &token->word_class, &token->marker);
      else
        token->word_class = token->marker = 0;
      n++;
      space = 0;
    }

  self->n_tokens = n;
  /* Two ends, so that one may look ahead. */
  for (guint k = 0; k < 2; k++)
    self->tokens[n + k] = (SaigaNameToken){ .start = i < length ? i : length, .type = TOKEN_END };
}
