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

#include <saiga/saiga-error.h>

#include "saiga-criteria-private.h"
#include "saiga-value-private.h"

typedef struct
{
  char group;
  char number;
  const char *letters;     /* that it may have, in order; NULL: it has none */
  const char *numerals[3]; /* of a, b and c: the numerals, each behind a comma; NULL: none */
} Item;

#define TO_II ",i,ii,"
#define TO_IV ",i,ii,iii,iv,"
#define TO_V ",i,ii,iii,iv,v,"

static const Item items_3_1[] = {
  { 'A', '1', "abcde", { NULL } },
  { 'A', '2', "abcde", { NULL } },
  { 'A', '3', "bcde", { NULL } },
  { 'A', '4', "abcde", { NULL } },
  { 'B', '1', "abc", { NULL, TO_V, TO_IV } },
  { 'B', '2', "abc", { NULL, TO_V, TO_IV } },
  { 'C', '1', NULL, { NULL } },
  { 'C', '2', "ab", { TO_II, NULL } },
  { 'D', '1', NULL, { NULL } },
  { 'D', '2', NULL, { NULL } },
};

static const Item items_2_3[] = {
  { 'A', '1', "abcde", { NULL } },
  { 'A', '2', "bcde", { NULL } },
  { 'B', '1', NULL, { NULL } },
  { 'B', '2', "abcde", { NULL } },
  { 'B', '3', "abcd", { NULL } },
  { 'C', '1', NULL, { NULL } },
  { 'C', '2', "ab", { NULL } },
  { 'D', '1', NULL, { NULL } },
  { 'D', '2', NULL, { NULL } },
};

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
    _saiga_value_set_error (self->error, self->text, "has “%s” where %s is wanted", self->at, wanted);

  return FALSE;
}

static const Item *
find_item (Parser *self,
           char group,
           char number)
{
  gboolean is_new = self->criteria->version == SAIGA_CRITERIA_VERSION_3_1;
  const Item *items = is_new ? items_3_1 : items_2_3;
  gsize n_items = is_new ? G_N_ELEMENTS (items_3_1) : G_N_ELEMENTS (items_2_3);

  for (gsize i = 0; i < n_items; i++)
    if (items[i].group == group && items[i].number == number)
      return &items[i];

  return NULL;
}

/* (i,iii,v): at least one of the numerals, in order, each once. */
static gboolean
parse_numerals (Parser *self,
                const char *allowed)
{
  const char *from = allowed;

  if (*self->at != '(')
    return fail (self, "“(” and a numeral");
  do
    {
      gsize length = strspn (++self->at, "ivx");
      g_autofree char *wanted = g_strdup_printf (",%.*s,", (int) length, self->at);
      const char *found = strstr (from, wanted);

      if (length == 0 || found == NULL)
        return fail (self, "a numeral that follows in order");
      self->at += length;
      from = found + 1 + length; /* at the comma behind it */
    }
  while (*self->at == ',');

  if (*self->at != ')')
    return fail (self, "“,” or “)”");
  self->at++;

  return TRUE;
}

/* The subcriteria of a number, as bits. */
static gboolean
parse_letters (Parser *self,
               const Item *item,
               guint8 *letters)
{
  const char *from = item->letters;

  *letters = SAIGA_CRITERIA_GIVEN;
  if (from == NULL)
    return TRUE;

  while (g_ascii_islower (*self->at))
    {
      const char *found = strchr (from, *self->at);
      int letter = *self->at - 'a';

      if (found == NULL)
        return fail (self, "a letter that the criterion has, in order");
      *letters |= 1 << letter;
      from = found + 1;
      self->at++;
      if (letter < 3 && item->numerals[letter] != NULL && !parse_numerals (self, item->numerals[letter]))
        return FALSE;
    }
  if (*letters == SAIGA_CRITERIA_GIVEN)
    return fail (self, "a letter");

  return TRUE;
}

static void
keep (SaigaCriteria *self,
      const Item *item,
      guint8 letters)
{
  int index = item->number - '1';

  if (item->group == 'A')
    self->a[index] = letters;
  else if (item->group == 'B')
    self->b[index] = letters;
  else if (item->group == 'C')
    self->c[index] = letters;
  else if (index == 0)
    self->d1 = TRUE;
  else
    self->d2 = TRUE;
}

/* What stands behind the letter of a group: 2abc+3de. */
static gboolean
parse_items (Parser *self,
             char group)
{
  char last = '0';

  do
    {
      const Item *item;
      guint8 letters;

      self->at += last != '0'; /* the plus */
      item = *self->at > last ? find_item (self, group, *self->at) : NULL;
      if (item == NULL)
        return fail (self, last != '0' ? "a greater number of the same criterion" : "a number of the criterion");
      last = *self->at++;
      if (!parse_letters (self, item, &letters))
        return FALSE;
      keep (self->criteria, item, letters);
    }
  while (*self->at == '+');

  return TRUE;
}

static gboolean
parse_group (Parser *self,
             char *last)
{
  char group = *self->at;

  if (group < 'A' || group > 'E' || group <= *last)
    return fail (self, *last != '\0' ? "a later letter from A to E" : "a letter from A to E");
  *last = group;
  self->at++;

  if (group == 'E')
    self->criteria->e = TRUE;
  else if (group == 'D' && !g_ascii_isdigit (*self->at))
    self->criteria->d = TRUE;
  else
    return parse_items (self, group);

  return TRUE;
}

/* Reads criteria, or says what is wrong with them. */
gboolean
_saiga_criteria_parse (SaigaCriteria *self,
                       const char *text,
                       SaigaCriteriaVersion version,
                       GError **error)
{
  Parser parser = { self, text, text, error };
  char last = '\0';

  *self = (SaigaCriteria){ version };
  for (;;)
    {
      if (!parse_group (&parser, &last))
        return FALSE;
      if (*parser.at == '\0')
        return TRUE;
      if (!g_str_has_prefix (parser.at, "; ") && !(version == SAIGA_CRITERIA_VERSION_2_3 && g_str_has_prefix (parser.at, ", ")))
        return fail (&parser, version == SAIGA_CRITERIA_VERSION_2_3 ? "“, ” or “; ” and another criterion" : "“; ” and another criterion");
      parser.at += 2;
    }
}

static guint
count_letters (guint8 letters)
{
  guint n = 0;

  for (guint8 bit = 1; bit < SAIGA_CRITERIA_GIVEN; bit <<= 1)
    n += (letters & bit) != 0;

  return n;
}

/* Whether all of B that is given has two of the three conditions that it asks for. */
static gboolean
has_two_conditions (const SaigaCriteria *self)
{
  guint n = 0;

  if (self->version == SAIGA_CRITERIA_VERSION_3_1)
    {
      for (guint i = 0; i < 2; i++)
        if (self->b[i] != 0 && count_letters (self->b[i]) < 2)
          return FALSE;
      return TRUE;
    }

  for (guint i = 0; i < 3; i++)
    n += self->b[i] != 0;

  return n != 1;
}

/* Whether a category can rest on the criteria. @category is written as `cr`, `lr-nt` … */
gboolean
_saiga_criteria_check_category (const SaigaCriteria *self,
                                const char *category,
                                GError **error)
{
  static const char *const threatened[] = { "cr", "en", "vu", NULL };
  static const char *const near_threatened[] = { "nt", "lr-nt", "lr-cd", NULL };
  gboolean is_vulnerable = g_str_equal (category, "vu");

  /* What nearly meets criteria is often published with those that it nearly meets. */
  if (g_strv_contains (near_threatened, category))
    return TRUE;

  if (!g_strv_contains (threatened, category))
    _saiga_value_set_error (error, category, "is not a category that rests on criteria");
  else if (!has_two_conditions (self))
    _saiga_value_set_error (error, category, "needs two of the three conditions of B");
  else if (is_vulnerable && self->d)
    _saiga_value_set_error (error, category, "has D1 or D2, not D");
  else if (!is_vulnerable && (self->d1 || self->d2))
    _saiga_value_set_error (error, category, "has D, not D1 or D2, which are of Vulnerable alone");
  else
    return TRUE;

  return FALSE;
}
