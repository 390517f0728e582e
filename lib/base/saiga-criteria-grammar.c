/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Criteria strings of the IUCN Red List.
 *
 * Version 3.1 (2001):
 *
 *   criteria = group *( "; " group )                    groups from A to E, each once
 *   group    = letter item *( "+" item ) | "D" | "E"    the letter is not repeated: A2abc+3de
 *   item     = number *subcriterion                     numbers and subcriteria in order, each once
 *
 *   A1, A2, A4   a b c d e            C1   no subcriterion
 *   A3           b c d e              C2   a(i,ii) b
 *   B1, B2       a b(i-v) c(i-iv)     D    none, or D1, D2, D1+2
 *
 * Version 2.3 (1994) joins groups by ", " as well, has no numerals in parentheses, and: A1 a-e,
 * A2 b-e; B1 without subcriteria, B2 a-e, B3 a-d; C1, C2 a b. */

#include <string.h>

#include "saiga-criteria-private.h"
#include "saiga-value-private.h"

/* A message quotes no more of what is left of a text. */
#define MAX_REST 40

#define TO_II ",i,ii,"
#define TO_IV ",i,ii,iii,iv,"
#define TO_V ",i,ii,iii,iv,v,"

static const SaigaCriteriaItem items_3_1[] = {
  { 'A', '1', "abcde", { NULL } },
  { 'A', '2', "abcde", { NULL } },
  { 'A', '3', "bcde", { NULL } },
  { 'A', '4', "abcde", { NULL } },
  { 'B', '1', "abc", { NULL, TO_V, TO_IV } },
  { 'B', '2', "abc", { NULL, TO_V, TO_IV } },
  { 'C', '1', NULL, { NULL } },
  { 'C', '2', "ab", { TO_II, NULL } },
  { 'D', '\0', NULL, { NULL } },
  { 'D', '1', NULL, { NULL } },
  { 'D', '2', NULL, { NULL } },
  { 'E', '\0', NULL, { NULL } },
};

static const SaigaCriteriaItem items_2_3[] = {
  { 'A', '1', "abcde", { NULL } },
  { 'A', '2', "bcde", { NULL } },
  { 'B', '1', NULL, { NULL } },
  { 'B', '2', "abcde", { NULL } },
  { 'B', '3', "abcd", { NULL } },
  { 'C', '1', NULL, { NULL } },
  { 'C', '2', "ab", { NULL } },
  { 'D', '\0', NULL, { NULL } },
  { 'D', '1', NULL, { NULL } },
  { 'D', '2', NULL, { NULL } },
  { 'E', '\0', NULL, { NULL } },
};

G_STATIC_ASSERT (G_N_ELEMENTS (items_3_1) <= SAIGA_CRITERIA_MAX_ITEMS);
G_STATIC_ASSERT (G_N_ELEMENTS (items_2_3) <= SAIGA_CRITERIA_MAX_ITEMS);

const char *const _saiga_criteria_numerals[SAIGA_CRITERIA_N_NUMERALS] = { "i", "ii", "iii", "iv", "v" };

const SaigaCriteriaItem *
_saiga_criteria_get_items (SaigaCriteriaVersion version,
                           gsize *n_items)
{
  const gboolean is_new = version == SAIGA_CRITERIA_VERSION_V3_1;

  *n_items = is_new ? G_N_ELEMENTS (items_3_1) : G_N_ELEMENTS (items_2_3);

  return is_new ? items_3_1 : items_2_3;
}

typedef struct
{
  SaigaCriteria *criteria;
  const char *text;
  const char *at;
  GError **error;
} Parser;

/* Says what was wanted where the parser stands. */
static gboolean
fail (Parser *self,
      const char *wanted)
{
  if (*self->at == '\0')
    _saiga_value_set_error (self->error, self->text, "ends where %s is wanted", wanted);
  else
    {
      g_autofree char *rest = g_utf8_make_valid (self->at, MIN (strlen (self->at), MAX_REST));

      _saiga_value_set_error (self->error, self->text, "has “%s” where %s is wanted", rest, wanted);
    }

  return FALSE;
}

static const SaigaCriteriaItem *
find_item (Parser *self,
           char group,
           char number,
           SaigaCriteriaGiven **given)
{
  gsize n_items;
  const SaigaCriteriaItem *items = _saiga_criteria_get_items (self->criteria->version, &n_items);

  for (gsize i = 0; i < n_items; i++)
    if (items[i].group == group && items[i].number == number)
      {
        *given = &self->criteria->given[i];
        return &items[i];
      }

  return NULL;
}

/* (i,iii,v): at least one of the numerals, in order, each once. */
static gboolean
parse_numerals (Parser *self,
                const char *allowed,
                guint8 *bits)
{
  const char *from = allowed;

  if (*self->at != '(')
    return fail (self, "“(” and a numeral");
  do
    {
      gsize length = strspn (++self->at, "ivx");
      g_autofree char *numeral = g_strndup (self->at, length);
      g_autofree char *wanted = g_strconcat (",", numeral, ",", NULL);
      const char *found = strstr (from, wanted);

      if (length == 0 || found == NULL)
        return fail (self, "a numeral that follows in order");
      for (guint i = 0; i < SAIGA_CRITERIA_N_NUMERALS; i++)
        if (g_str_equal (_saiga_criteria_numerals[i], numeral))
          *bits |= 1 << i;
      self->at += length;
      from = found + 1 + length; /* at the comma behind it */
    }
  while (*self->at == ',');

  if (*self->at != ')')
    return fail (self, "“,” or “)”");
  self->at++;

  return TRUE;
}

static gboolean
parse_letters (Parser *self,
               const SaigaCriteriaItem *item,
               SaigaCriteriaGiven *given)
{
  const char *from = item->letters;

  given->is_given = TRUE;
  if (from == NULL)
    return TRUE;

  while (g_ascii_islower (*self->at))
    {
      const char *found = strchr (from, *self->at);
      int letter = *self->at - 'a';

      if (found == NULL)
        return fail (self, "a letter that the criterion has, in order");
      given->letters |= 1 << letter;
      from = found + 1;
      self->at++;
      if (letter < 3 && item->numerals[letter] != NULL &&
          !parse_numerals (self, item->numerals[letter], &given->numerals[letter]))
        return FALSE;
    }
  if (given->letters == 0)
    return fail (self, "a letter");

  return TRUE;
}

/* What stands behind the letter of a group: 2abc+3de. */
static gboolean
parse_items (Parser *self,
             char group)
{
  char last = '0';

  do
    {
      const SaigaCriteriaItem *item;
      SaigaCriteriaGiven *given;

      self->at += last != '0'; /* the plus */
      item = *self->at > last ? find_item (self, group, *self->at, &given) : NULL;
      if (item == NULL)
        return fail (self, last != '0' ? "a greater number of the same criterion" : "a number of the criterion");
      last = *self->at++;
      if (!parse_letters (self, item, given))
        return FALSE;
    }
  while (*self->at == '+');

  return TRUE;
}

static gboolean
parse_group (Parser *self,
             char *last)
{
  char group = *self->at;
  SaigaCriteriaGiven *given;

  if (group < 'A' || group > 'E' || group <= *last)
    return fail (self, *last != '\0' ? "a later letter from A to E" : "a letter from A to E");
  *last = group;
  self->at++;

  if (find_item (self, group, '\0', &given) == NULL || (group == 'D' && g_ascii_isdigit (*self->at)))
    return parse_items (self, group);
  given->is_given = TRUE;

  return TRUE;
}

/* Reads criteria of the version that is set, or says what is wrong with them. */
gboolean
_saiga_criteria_read (SaigaCriteria *self,
                      const char *text,
                      GError **error)
{
  const gboolean is_old = self->version == SAIGA_CRITERIA_VERSION_V2_3;
  Parser parser = { self, text, text, error };
  char last = '\0';

  for (;;)
    {
      if (!parse_group (&parser, &last))
        return FALSE;
      if (*parser.at == '\0')
        return TRUE;
      if (!g_str_has_prefix (parser.at, "; ") && !(is_old && g_str_has_prefix (parser.at, ", ")))
        return fail (&parser, is_old ? "“, ” or “; ” and another criterion" : "“; ” and another criterion");
      parser.at += 2;
    }
}
