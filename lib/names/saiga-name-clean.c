/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-parse-private.h"

/* Most texts need no cleaning and are read where they stand. The others are
 * copied to the caller's buffer, with a map back to what was given, so that
 * warnings can point there. */

#define REPLACEMENT 0xfffd
#define HYBRID_SIGN 0xd7

/* Letters that look like Latin ones: Cyrillic and Greek. */
static const struct
{
  guint16 letter;
  char latin;
} homoglyphs[] = {
  { 0x0391, 'A' },
  { 0x0392, 'B' },
  { 0x0395, 'E' },
  { 0x0396, 'Z' },
  { 0x0397, 'H' },
  { 0x0399, 'I' },
  { 0x039a, 'K' },
  { 0x039c, 'M' },
  { 0x039d, 'N' },
  { 0x039f, 'O' },
  { 0x03a1, 'P' },
  { 0x03a4, 'T' },
  { 0x03a5, 'Y' },
  { 0x03a7, 'X' },
  { 0x03bd, 'v' },
  { 0x03bf, 'o' },
  { 0x0405, 'S' },
  { 0x0406, 'I' },
  { 0x0408, 'J' },
  { 0x0410, 'A' },
  { 0x0412, 'B' },
  { 0x0415, 'E' },
  { 0x041a, 'K' },
  { 0x041c, 'M' },
  { 0x041d, 'H' },
  { 0x041e, 'O' },
  { 0x0420, 'P' },
  { 0x0421, 'C' },
  { 0x0422, 'T' },
  { 0x0425, 'X' },
  { 0x0430, 'a' },
  { 0x0435, 'e' },
  { 0x043e, 'o' },
  { 0x0440, 'p' },
  { 0x0441, 'c' },
  { 0x0443, 'y' },
  { 0x0445, 'x' },
  { 0x0455, 's' },
  { 0x0456, 'i' },
  { 0x0458, 'j' },
};

/* What the bytes 0x80 to 0x9f of code page 1252 stand for: needed to undo a wrong decoding. */
static const guint16 cp1252[32] = {
  0x20ac,
  0,
  0x201a,
  0x0192,
  0x201e,
  0x2026,
  0x2020,
  0x2021,
  0x02c6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  0,
  0x017d,
  0,
  0,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2013,
  0x2014,
  0x02dc,
  0x2122,
  0x0161,
  0x203a,
  0x0153,
  0,
  0x017e,
  0x0178,
};

/* Reads a character. What is no UTF-8 counts as one byte and reads as the replacement character. */
static gunichar
get_char (const char *text,
          gsize length,
          guint *n_bytes)
{
  gunichar c;

  if ((guchar) text[0] < 0x80)
    {
      *n_bytes = 1;
      return (guchar) text[0];
    }

  c = g_utf8_get_char_validated (text, length);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *n_bytes = 1;
      return REPLACEMENT;
    }
  *n_bytes = g_utf8_skip[(guchar) text[0]];

  return c;
}

static char
find_homoglyph (gunichar c)
{
  if (c >= 0x0391 && c <= 0x0458)
    for (guint i = 0; i < G_N_ELEMENTS (homoglyphs); i++)
      if (homoglyphs[i].letter == c)
        return homoglyphs[i].latin;

  return 0;
}

static gboolean
is_odd_space (gunichar c)
{
  return (c >= '\t' && c <= '\r') || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x3000;
}

static gboolean
is_invisible (gunichar c)
{
  return c < ' ' || c == 0x7f || c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_odd_apostrophe (gunichar c)
{
  return c == '`' || c == 0xb4 || c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0x2032 || c == 0x02bc;
}

/* Whether a character beyond ASCII has to be replaced. Letters and the sign of hybrids stay. */
static gboolean
needs_cleaning (gunichar c)
{
  if (c < 0x180)
    return c < 0xc0 || c == 0xc2 || c == 0xc3;

  return !g_unichar_isalpha (c) || (c >= 0x0391 && c <= 0x0458);
}

/* "*Loxodonta africana* (Blumenbach)": italics, as people write them in plain text. */
static gboolean
is_emphasis (const char *text,
             gsize length)
{
  return length > 2 && text[0] == '*' && text[1] != ' ' && memchr (text + 2, '*', length - 2) != NULL;
}

static gboolean
is_clean (const char *text,
          gsize length)
{
  gboolean space = FALSE, underscore = FALSE;

  if (is_emphasis (text, length))
    return FALSE;
  for (gsize i = 0; i < length;)
    {
      guchar byte = text[i];

      if (byte < 0x80)
        {
          if (byte < ' ' || byte == 0x7f || byte == '<' || byte == '`' || byte == '"')
            return FALSE;
          if (byte == '&' && i + 1 < length && (g_ascii_isalpha (text[i + 1]) || text[i + 1] == '#') && memchr (text + i, ';', MIN (length - i, 9)) != NULL)
            return FALSE;
          space |= byte == ' ';
          underscore |= byte == '_';
          i++;
        }
      else
        {
          guint n_bytes;
          gunichar c = get_char (text + i, length - i, &n_bytes);

          if (c == REPLACEMENT || needs_cleaning (c))
            return FALSE;
          i += n_bytes;
        }
    }

  return space || !underscore;
}

typedef struct
{
  SaigaNameParse *parse;
  guint length;
  gunichar last;
} Writer;

static void
put_char (Writer *self,
          gunichar c,
          guint place)
{
  char bytes[6];
  guint n_bytes = c < 0x80 ? 1 : g_unichar_to_utf8 (c, bytes);

  if (c < 0x80)
    bytes[0] = c;
  for (guint i = 0; i < n_bytes; i++)
    {
      self->parse->map[self->length] = place;
      self->parse->clean[self->length++] = bytes[i];
    }
  self->last = c;
}

/* A mark that follows its letter: put the letter with the mark in its place. */
static void
put_mark (Writer *self,
          gunichar mark,
          guint place)
{
  gunichar composed;

  if (self->length > 0 && g_unichar_compose (self->last, mark, &composed))
    {
      do
        self->length--;
      while (self->length > 0 && ((guchar) self->parse->clean[self->length] & 0xc0) == 0x80);
      put_char (self, composed, self->parse->map[self->length]);
    }
}

/* An entity of HTML at the beginning of a text: its character, or 0. */
static gunichar
get_entity (const char *text,
            gsize length,
            guint *n_bytes)
{
  static const struct
  {
    const char *name;
    gunichar character;
  } entities[] = {
    { "&amp;", '&' },
    { "&lt;", '<' },
    { "&gt;", '>' },
    { "&quot;", '"' },
    { "&apos;", '\'' },
    { "&nbsp;", ' ' },
    { "&times;", HYBRID_SIGN },
    { "&auml;", 0xe4 },
    { "&ouml;", 0xf6 },
    { "&uuml;", 0xfc },
    { "&eacute;", 0xe9 },
    { "&egrave;", 0xe8 },
    { "&aelig;", 0xe6 },
  };
  guint64 number;
  char *end;
  char digits[10];

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      gsize n = strlen (entities[i].name);

      if (length >= n && memcmp (text, entities[i].name, n) == 0)
        {
          *n_bytes = n;
          return entities[i].character;
        }
    }

  if (length < 4 || text[1] != '#')
    return 0;
  g_strlcpy (digits, text + 2, MIN (sizeof digits, length - 1));
  number = digits[0] == 'x' ? g_ascii_strtoull (digits + 1, &end, 16) : g_ascii_strtoull (digits, &end, 10);
  if (*end != ';' || number < 0x20 || !g_unichar_validate (number))
    return 0;
  *n_bytes = end - digits + 3;

  return number;
}

/* A letter that was decoded twice, "Ã¶" for "ö": the letter, or 0. */
static gunichar
get_misdecoded (gunichar c,
                const char *text,
                gsize length,
                guint *n_bytes)
{
  gunichar next, letter;
  guint n;

  if ((c != 0xc2 && c != 0xc3) || length == 0)
    return 0;

  next = get_char (text, length, &n);
  if (next >= 0x100)
    for (guint i = 0; i < G_N_ELEMENTS (cp1252); i++)
      if (cp1252[i] == next)
        next = 0x80 + i;
  if (next < 0x80 || next > 0xbf)
    return 0;

  letter = ((c & 0x1f) << 6) | (next & 0x3f);
  if (letter < 0xc0)
    return 0;
  *n_bytes += n;

  return letter;
}

static gboolean
is_beside_latin (const char *text,
                 gsize length,
                 gsize start,
                 gsize end)
{
  return (start > 0 && g_ascii_isalpha (text[start - 1])) || (end < length && g_ascii_isalpha (text[end]));
}

static void
clean_char (Writer *self,
            const char *text,
            gsize length,
            gsize place,
            gunichar c,
            guint *n_bytes,
            gboolean underscores)
{
  SaigaNameParse *parse = self->parse;
  const char *rest = text + place;
  gunichar other;
  const char *end;
  char latin;

  if (c == '<' && length - place > 2 && (g_ascii_isalpha (rest[1]) || rest[1] == '/') && (end = memchr (rest, '>', MIN (length - place, 64))) != NULL)
    {
      *n_bytes = end - rest + 1;
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_MARKUP, place, *n_bytes);
    }
  else if (c == '&' && (other = get_entity (rest, length - place, n_bytes)) != 0)
    {
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_MARKUP, place, *n_bytes);
      put_char (self, is_odd_space (other) ? ' ' : is_invisible (other) ? '?'
                                                                        : other,
                place);
    }
  else if (is_odd_space (c) || (c == '_' && underscores))
    {
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_SPACE, place, *n_bytes);
      put_char (self, ' ', place);
    }
  else if (is_invisible (c))
    _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_SPACE, place, *n_bytes);
  else if (is_odd_apostrophe (c))
    {
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_APOSTROPHE, place, *n_bytes);
      put_char (self, '\'', place);
    }
  else if (c == 0x201c || c == 0x201d || c == 0xab || c == 0xbb)
    put_char (self, '"', place);
  else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    put_char (self, '-', place);
  else if (c == 0x2020 || c == 0x2021 || c == 0x271d)
    parse->result.extinct = TRUE;
  else if (c == 0x2715 || c == 0x2716 || c == 0x2a2f)
    put_char (self, HYBRID_SIGN, place);
  else if (c >= 0x300 && c <= 0x36f)
    put_mark (self, c, place);
  else if (c == REPLACEMENT)
    {
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_ENCODING, place, *n_bytes);
      put_char (self, c, place);
    }
  else if ((other = get_misdecoded (c, rest + *n_bytes, length - place - *n_bytes, n_bytes)) != 0)
    {
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_ENCODING, place, *n_bytes);
      put_char (self, other, place);
    }
  else if ((latin = find_homoglyph (c)) != 0 && is_beside_latin (text, length, place, place + *n_bytes))
    {
      _saiga_name_warn_raw (parse, SAIGA_NAME_WARNING_HOMOGLYPH, place, *n_bytes);
      put_char (self, latin, place);
    }
  else
    put_char (self, c, place);
}

/* Makes the text that is read. */
void
_saiga_name_clean (SaigaNameParse *self)
{
  const char *text = self->raw;
  gsize length = self->raw_length;
  Writer writer = { self, 0, 0 };
  gboolean underscores, quoted, emphasis;

  self->text = text;
  self->length = length;
  self->mapped = FALSE;
  if (is_clean (text, length))
    return;

  underscores = memchr (text, ' ', length) == NULL;
  /* A bacterial name that is not validly published stands in quotation marks. */
  quoted = length > 0 && text[0] == '"';
  emphasis = is_emphasis (text, length);
  for (gsize i = 0; i < length;)
    {
      guint n_bytes;
      gunichar c = get_char (text + i, length - i, &n_bytes);

      if (c == '"' && quoted)
        put_char (&writer, ' ', i);
      else if (c == '*' && emphasis)
        _saiga_name_warn_raw (self, SAIGA_NAME_WARNING_MARKUP, i, 1);
      else
        clean_char (&writer, text, length, i, c, &n_bytes, underscores);
      i += n_bytes;
    }
  self->map[writer.length] = length;
  self->clean[writer.length] = '\0';
  self->text = self->clean;
  self->length = writer.length;
  self->mapped = TRUE;
}
