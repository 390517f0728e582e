/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What cells hold: lines, paragraphs, ids. */

#include <libxml/HTMLparser.h>
#include <string.h>

#include "saiga-reading-private.h"

/* Also what no line may hold, such as the signs of Unicode that XML has not. */
static gboolean
is_space (gunichar sign)
{
  return sign == 0xfeff || sign == 0xfffe || sign == 0xffff || g_unichar_isspace (sign) || g_unichar_iscntrl (sign);
}

/* How far a text is ASCII, and a line as it stands: nearly every cell is, to its end. */
static gsize
count_clean (const char *text)
{
  gsize n = 0;

  while (g_ascii_isgraph (text[n]) || (text[n] == ' ' && n > 0 && text[n - 1] != ' '))
    n++;

  return n > 0 && text[n - 1] == ' ' ? n - 1 : n;
}

char *
_saiga_clean_line (const char *text)
{
  gsize n_clean = count_clean (text);
  GString *line;
  gboolean wants_space = FALSE;

  if (text[n_clean] == '\0')
    return g_strndup (text, n_clean);

  line = g_string_sized_new (64);
  g_string_append_len (line, text, n_clean);
  for (const char *c = text + n_clean; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (is_space (sign))
        wants_space = line->len > 0;
      else
        {
          if (wants_space)
            g_string_append_c (line, ' ');
          wants_space = FALSE;
          g_string_append_unichar (line, sign);
        }
    }

  return g_string_free (line, FALSE);
}

/* The end of a tag of HTML that begins here; NULL: it is only a sign for less. */
static const char *
find_tag_end (const char *text)
{
  const char *c = text + 1;

  if (*c == '/')
    c++;
  if (!g_ascii_isalpha (*c))
    return NULL;
  while (*c != '\0' && *c != '>' && *c != '<' && c - text < 200)
    c++;

  return *c == '>' ? c + 1 : NULL;
}

char *
_saiga_clean_words (const char *text)
{
  GString *words = g_string_sized_new (strlen (text));
  g_auto(GStrv) lines = NULL;
  g_autoptr(GString) plain = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      const char *end = *text == '<' ? find_tag_end (text) : NULL;

      if (end == NULL)
        g_string_append_c (plain, *text++);
      else
        {
          const char *name = text + 1 + (text[1] == '/');

          if (g_ascii_strncasecmp (name, "p", 1) == 0 && !g_ascii_isalpha (name[1]))
            g_string_append_c (plain, '\n');
          else if (g_ascii_strncasecmp (name, "br", 2) == 0 && !g_ascii_isalpha (name[2]))
            g_string_append_c (plain, '\n');
          text = end;
        }
    }

  lines = g_strsplit_set (plain->str, "\n\r", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *clean = _saiga_clean_line (*line);

      if (clean[0] == '\0')
        continue;
      if (words->len > 0)
        g_string_append_c (words, '\n');
      g_string_append (words, clean);
    }

  return g_string_free (words, FALSE);
}

/* The sign of `amp` or `#xe9`, without what is around it; 0: none. */
static gunichar
find_entity (const char *name)
{
  const htmlEntityDesc *entity = name[0] != '#' ? htmlEntityLookup ((const xmlChar *) name) : NULL;
  const char *digits = name[1] == 'x' || name[1] == 'X' ? name + 2 : name + 1;
  char *end;
  guint64 sign;

  if (name[0] != '#')
    return entity != NULL ? entity->value : 0;
  if (!g_ascii_isxdigit (*digits))
    return 0;
  sign = g_ascii_strtoull (digits, &end, digits == name + 1 ? 10 : 16);

  return *end == '\0' && sign <= 0x10ffff && sign != 0 && g_unichar_validate (sign) ? sign : 0;
}

char *
_saiga_decode_entities (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize length = *text == '&' ? strcspn (text + 1, "; &<") : 0;
      g_autofree char *name = length > 0 && length <= 10 && text[1 + length] == ';' ? g_strndup (text + 1, length) : NULL;
      gunichar sign = name != NULL ? find_entity (name) : 0;

      if (sign != 0)
        {
          g_string_append_unichar (plain, sign);
          text += length + 2;
        }
      else
        g_string_append_c (plain, *text++);
    }

  return g_string_free (plain, FALSE);
}

/* Letters that have no decomposition. */
static const char *
spell_letter (gunichar sign)
{
  switch (sign)
    {
    case 0xe6: /* æ */
      return "ae";
    case 0xf8: /* ø */
      return "o";
    case 0xdf: /* ß */
      return "ss";
    case 0x153: /* œ */
      return "oe";
    case 0x142: /* ł */
      return "l";
    case 0xd7: /* × */
      return "x";
    case 0x131: /* ı */
      return "i";
    default:
      return "";
    }
}

char *
_saiga_slug (const char *text)
{
  gboolean is_ascii = g_str_is_ascii (text);
  g_autofree char *lower = is_ascii ? g_ascii_strdown (text, -1) : g_utf8_strdown (text, -1);
  g_autofree char *apart = is_ascii ? NULL : g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  GString *slug = g_string_sized_new (32);
  gboolean wants_hyphen = FALSE;

  for (const char *c = apart != NULL ? apart : lower; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);
      char letter[2] = { sign < 0x80 ? (char) sign : '\0', '\0' };
      const char *letters = sign >= 0x80 ? spell_letter (sign) : g_ascii_isalnum (letter[0]) ? letter
                                                                                             : "";

      if (letters[0] == '\0')
        {
          /* Accents, dots and quotation marks go. */
          if ((is_ascii || !g_unichar_ismark (sign)) && strchr (".'\"`", sign < 0x80 ? (int) sign : 'x') == NULL && sign != 0x2019)
            wants_hyphen = slug->len > 0;
          continue;
        }
      if (wants_hyphen)
        g_string_append_c (slug, '-');
      wants_hyphen = FALSE;
      g_string_append (slug, letters);
    }

  return g_string_free (slug, FALSE);
}

const char *
_saiga_id_peek_slug (const char *id)
{
  const char *dot = strchr (id, '.');

  return dot != NULL ? dot + 1 : id;
}

char *
_saiga_reading_make_id (SaigaReading *self,
                        const char *prefix,
                        const char *slug,
                        const char *suffix)
{
  char *id;

  /* A name may have no letter that an id may have. */
  if (slug[0] == '\0' && suffix != NULL)
    return _saiga_reading_make_id (self, prefix, suffix, NULL);

  id = g_strconcat (prefix, slug, NULL);
  if (_saiga_reading_lookup (self, id) == NULL)
    return id;
  if (suffix != NULL)
    {
      g_free (id);
      id = g_strconcat (prefix, slug, "-", suffix, NULL);
    }
  for (guint n = 2; _saiga_reading_lookup (self, id) != NULL; n++)
    {
      g_free (id);
      id = suffix != NULL ? g_strdup_printf ("%s%s-%s-%u", prefix, slug, suffix, n) : g_strdup_printf ("%s%s-%u", prefix, slug, n);
    }

  return id;
}

char *
_saiga_reading_parse_day (SaigaReading *self,
                          const char *column,
                          const char *cell)
{
  g_autofree char *line = _saiga_clean_line (cell);
  g_autoptr(SaigaDate) date = line[0] != '0' && strspn (line, "0123456789-") == strlen (line) ? saiga_date_parse (line, NULL) : NULL;
  guint numbers[3] = { 0, 0, 0 };
  guint n = 0;
  const char *c = line;

  if (date != NULL)
    return g_steal_pointer (&line);

  for (; n < 3 && g_ascii_isdigit (*c); n++)
    {
      for (guint digits = 0; g_ascii_isdigit (*c) && digits < 4; c++, digits++)
        numbers[n] = numbers[n] * 10 + *c - '0';
      c += strspn (c, " ");
      if (n < 2 && *c == '/')
        c++;
      c += strspn (c, " ");
    }
  if (n == 3 && *c == '\0' && numbers[2] >= 1000 && g_date_valid_dmy (numbers[0], numbers[1], numbers[2]))
    return g_strdup_printf ("%04u-%02u-%02u", numbers[2], numbers[1], numbers[0]);

  if (line[0] != '\0')
    _saiga_reading_add_problem (self, "import-value", column, cell, "dd/mm/yyyy", NULL);

  return NULL;
}
