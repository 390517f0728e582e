/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* How a table is written, as its beginning shows. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-delimited-private.h"

#define MAX_ROWS 20 /* that are looked at */

/* How well a separator does: the cells of the heading, if the rows have as many; a row that has not takes from it. */
static int
try_separator (GBytes *sample,
               const SaigaDialect *dialect)
{
  g_autoptr(SaigaDelimited) rows = _saiga_delimited_new_for_sample (sample, dialect);
  guint n_cells = 0;
  int score = 0;

  for (guint i = 0; rows != NULL && i < MAX_ROWS && _saiga_delimited_next (rows, NULL, NULL); i++)
    {
      guint n = _saiga_delimited_get_n_cells (rows);

      if (i == 0)
        {
          n_cells = n;
          score = n > 1 ? 10 * MIN (n, 1000) : 0;
        }
      else if (n != n_cells)
        score -= 5;
      if (_saiga_delimited_get_flaws (rows) & SAIGA_FLAW_QUOTES)
        score -= 2;
    }

  return score;
}

static const char *
find_line_ends (GBytes *sample)
{
  gsize length;
  const char *data = g_bytes_get_data (sample, &length);
  const char *lf = length > 0 ? memchr (data, '\n', length) : NULL;
  const char *cr = length > 0 ? memchr (data, '\r', length) : NULL;

  if (cr == NULL || (lf != NULL && lf < cr))
    return "LF";

  return lf == cr + 1 || (lf == cr + 2 && cr[1] == '\0') ? "CRLF" : "CR";
}

static const char separators[] = ",;\t|";

gboolean
_saiga_separator_parse (const char *text,
                        char *separator,
                        GError **error)
{
  *separator = text != NULL ? text[0] : '\0';
  if (text == NULL || (text[0] != '\0' && text[1] == '\0' && strchr (separators, text[0]) != NULL))
    return TRUE;

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“%s” can not separate cells: one of , ; | and tab is expected", text);

  return FALSE;
}

SaigaDialect
_saiga_dialect_find (GBytes *sample)
{
  return _saiga_dialect_find_as (sample, NULL, '\0');
}

SaigaDialect
_saiga_dialect_find_as (GBytes *sample,
                        const char *encoding,
                        char separator)
{
  SaigaDialect dialect = { _saiga_encoding_find (sample), separator != '\0' ? separator : ',', TRUE, find_line_ends (sample) };
  int best = 0;

  if (encoding != NULL && g_ascii_strcasecmp (dialect.encoding.name, encoding) != 0)
    dialect.encoding = (SaigaEncoding){ encoding, FALSE, FALSE };
  for (guint i = 0; separators[i] != '\0' && separator == '\0'; i++)
    {
      SaigaDialect other = dialect;
      int score;

      other.separator = separators[i];
      score = try_separator (sample, &other);
      if (score > best)
        {
          best = score;
          dialect.separator = separators[i];
        }
    }

  return dialect;
}

/* The prefix of a vocabulary: `dwc:`, `col:`. */
static const char *
skip_prefix (const char *text)
{
  gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  return length >= 2 && length <= 7 && text[length] == ':' && text[length + 1] != '\0' ? text + length + 1 : text;
}

/* `+AF8-` is the `_` of a file that went through UTF-7; `_` itself counts for nothing. */
char *
_saiga_heading_fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (skip_prefix (text), -1);
  g_auto(GStrv) pieces = g_strsplit (lower, "+af8-", -1);
  g_autofree char *whole = g_strjoinv ("", pieces);
  GString *folded = g_string_new (NULL);

  for (const char *c = whole; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (g_unichar_isalnum (sign) || sign == '#' || sign == '?')
        g_string_append_unichar (folded, sign);
    }

  return g_string_free (folded, FALSE);
}
