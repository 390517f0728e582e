/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What notes of listings say in words that a field holds. They are of a few hundred kinds only, so each is read
 * once. */

#include <string.h>

#include "saiga-wcmc-tables-private.h"

/* A pattern, compiled when it is first needed and kept. */
#define PATTERN(name, text)                                                      \
  static GRegex *get_##name (void)                                               \
  {                                                                              \
    static GRegex *regex;                                                        \
    if (g_once_init_enter (&regex))                                              \
      g_once_init_leave (&regex, g_regex_new (text, G_REGEX_OPTIMIZE, 0, NULL)); \
    return regex;                                                                \
  }

PATTERN (tags, "<[^>]*>")
/* It ends at a full stop, colon or semicolon before a capital; an initial (`N. Atlantic`) ends none, `Appendix I.` does. */
PATTERN (end, "(?<!\\b[A-HJ-Z])[.:;](?=\\s*[A-Z])|[.:;]$")
PATTERN (residual, "^All (other )?populations except|except (those|the populations)\\b[^.;]*\\bincluded in Appendix")
PATTERN (partial, "\\b[Pp]arts? of (the )?populations?\\b")
PATTERN (limit, "(?i)\\b(populations?|popns?|stocks?|subspecies)\\b|\\bspecies only\\b")
PATTERN (no_scope, "^(N\\.B\\.|Formerly|Initially|Previously|Includes|Included|Listed|See|Superseded|Replaced|ASCOBANS)")
PATTERN (all, "(?i)^all (populations|subspecies|species)\\b")
PATTERN (but, "(?i)\\b(except|only)\\b")
PATTERN (countries, "^Populations? of (.+)$")
PATTERN (between, ", and |, | and ")
PATTERN (former, "\\b[Ff]ormerly (?:included in|listed (?:as|under(?: synonym)?)) (?!populations)(.+)")
PATTERN (sense, ", sensu | \\(sensu lato ?\\)")
PATTERN (territory, "^On behalf of ([A-Z]{2})\\b")
PATTERN (delayed, "delayed by \\d+ months.* until (\\d+) (\\w+) (\\d{4})")

static char *
find_sentence (const char *words)
{
  g_autoptr(GMatchInfo) match = NULL;
  int start;

  if (!g_regex_match (get_end (), words, 0, &match))
    return g_strdup (words);
  g_match_info_fetch_pos (match, 0, &start, NULL);

  return g_strndup (words, start);
}

static gboolean
matches (GRegex *regex,
         const char *text)
{
  return g_regex_match (regex, text, 0, NULL);
}

/* The first sentence, if it limits an entry in words that no field holds. */
static char *
find_scope (const char *sentence)
{
  if (!matches (get_limit (), sentence) || matches (get_no_scope (), sentence) || strstr (sentence, "included in Appendi") != NULL)
    return NULL;
  if (matches (get_all (), sentence) && !matches (get_but (), sentence))
    return NULL;

  return g_strdup (sentence);
}

static char **
find_codes (const char *sentence)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *list = NULL;
  g_auto(GStrv) names = NULL;
  GStrvBuilder *codes;
  char **found;

  if (!g_regex_match (get_countries (), sentence, 0, &match))
    return NULL;

  list = g_match_info_fetch (match, 1);
  names = g_regex_split (get_between (), list, 0);
  codes = g_strv_builder_new ();
  for (char **name = names; *name != NULL; name++)
    {
      gboolean is_code = strlen (*name) == 2 && g_ascii_isupper ((*name)[0]) && g_ascii_isupper ((*name)[1]);

      if (!is_code && !g_str_equal (*name, "Madagascar"))
        {
          g_strv_builder_unref (codes);
          return NULL;
        }
      g_strv_builder_add (codes, is_code ? *name : "MG");
    }
  found = g_strv_builder_end (codes);
  g_strv_builder_unref (codes);

  return found;
}

/* The name of `Formerly included in` and the like. */
static char *
find_former (const char *sentence)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *rest = NULL;
  g_auto(GStrv) pieces = NULL;

  if (!g_regex_match (get_former (), sentence, 0, &match))
    return NULL;

  rest = g_match_info_fetch (match, 1);
  pieces = g_regex_split (get_sense (), rest, 0);
  g_strstrip (pieces[0]);

  return g_str_has_suffix (pieces[0], " spp") ? g_strconcat (pieces[0], ".", NULL) : g_strdup (pieces[0]);
}

static char *
find_delay (const char *text)
{
  static const char *const months[] = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
  };
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;

  if (!g_regex_match (get_delayed (), text, 0, &match))
    return NULL;

  day = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  year = g_match_info_fetch (match, 3);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_equal (month, months[i]) && g_date_valid_dmy (atoi (day), i + 1, atoi (year)))
      return g_strdup_printf ("%s-%02u-%02d", year, i + 1, atoi (day));

  return NULL;
}

SaigaWcmcNote *
_saiga_wcmc_note_new (const char *text)
{
  SaigaWcmcNote *note = g_new0 (SaigaWcmcNote, 1);
  g_autofree char *bare = g_regex_replace_literal (get_tags (), text, -1, 0, "", 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  note->words = _saiga_clean_line (bare != NULL ? bare : text);
  note->sentence = find_sentence (note->words);
  note->is_residual = matches (get_residual (), note->words);
  note->is_partial = matches (get_partial (), text);
  note->scope = find_scope (note->sentence);
  note->former_name = find_former (note->sentence);
  note->codes = find_codes (note->sentence);
  if (g_regex_match (get_territory (), note->words, 0, &match))
    note->territory = g_match_info_fetch (match, 1);
  note->delayed = find_delay (text);

  return note;
}

void
_saiga_wcmc_note_free (gpointer data)
{
  SaigaWcmcNote *note = data;

  g_free (note->words);
  g_free (note->sentence);
  g_free (note->scope);
  g_free (note->former_name);
  g_strfreev (note->codes);
  g_free (note->territory);
  g_free (note->delayed);
  g_free (note);
}

const SaigaWcmcNote *
_saiga_wcmc_note (SaigaWcmcTables *self,
                  const char *text)
{
  SaigaWcmcNote *note = g_hash_table_lookup (self->notes, text);

  if (note == NULL)
    {
      note = _saiga_wcmc_note_new (text);
      g_hash_table_insert (self->notes, g_strdup (text), note);
    }

  return note;
}
