/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-criteria-private.h"
#include "saiga-value-private.h"

G_DEFINE_BOXED_TYPE (SaigaCriteria, saiga_criteria, saiga_criteria_ref, saiga_criteria_unref)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaCriteriaVersion, saiga_criteria_version,
                    G_DEFINE_ENUM_VALUE (SAIGA_CRITERIA_VERSION_V2_3, "v2-3"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CRITERIA_VERSION_V3_1, "v3-1"))
/* clang-format on */

/**
 * saiga_criteria_new:
 * @text: criteria, as `A2abc+3de; B1ab(iii)+2ab(iii); C2a(i); D2; E`
 * @version: the version by whose grammar to read them
 * @error: return location for an error
 *
 * Reads criteria of a version.
 *
 * In version 3.1 criteria are joined by `; `, in version 2.3 also by `, `; within one, numbers are
 * joined by `+` and the letter is not repeated. Order is fixed, and nothing is given twice.
 *
 * If the text is not written so, or has what the version does not know,
 * [error@Saiga.Error.VALUE] is set. The source is *IUCN Red List Categories and Criteria*, version
 * 3.1, second edition, Annex 2, and version 2.3 of 1994.
 *
 * Returns: (transfer full): the criteria
 *
 * Since: 0.1
 */
SaigaCriteria *
saiga_criteria_new (const char *text,
                    SaigaCriteriaVersion version,
                    GError **error)
{
  g_autoptr(SaigaCriteria) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (version == SAIGA_CRITERIA_VERSION_V2_3 || version == SAIGA_CRITERIA_VERSION_V3_1, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (SaigaCriteria, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->version = version;

  return _saiga_criteria_read (self, text, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * saiga_criteria_parse:
 * @text: criteria, as `A2abc+3de; B1ab(iii)+2ab(iii); C2a(i); D2; E`
 * @error: return location for an error
 *
 * Reads criteria whose version is not known: by version 3.1, or else by 2.3.
 *
 * If the text is written by neither, [error@Saiga.Error.VALUE] is set and says what version 3.1
 * wants. [ctor@Criteria.new] has the rules.
 *
 * Returns: (transfer full): the criteria
 *
 * Since: 0.1
 */
SaigaCriteria *
saiga_criteria_parse (const char *text,
                      GError **error)
{
  g_autoptr(GError) local = NULL;
  SaigaCriteria *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = saiga_criteria_new (text, SAIGA_CRITERIA_VERSION_V3_1, &local);
  if (self == NULL)
    self = saiga_criteria_new (text, SAIGA_CRITERIA_VERSION_V2_3, NULL);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return self;
}

/* ---- printing */

/* What is given of an item, without the letter of its group: 2ab(i,iii). */
static void
append_item (GString *text,
             const SaigaCriteriaItem *item,
             const SaigaCriteriaGiven *given)
{
  if (item->number != '\0')
    g_string_append_c (text, item->number);
  for (const char *letter = item->letters; letter != NULL && *letter != '\0'; letter++)
    {
      const int position = *letter - 'a';
      const guint8 bits = position < 3 ? given->numerals[position] : 0;
      const char *separator = "(";

      if ((given->letters & (1 << position)) == 0)
        continue;
      g_string_append_c (text, *letter);
      for (guint i = 0; i < SAIGA_CRITERIA_N_NUMERALS; i++)
        if ((bits & (1 << i)) != 0)
          {
            g_string_append_printf (text, "%s%s", separator, _saiga_criteria_numerals[i]);
            separator = ",";
          }
      if (bits != 0)
        g_string_append_c (text, ')');
    }
}

/**
 * saiga_criteria_to_string:
 * @self: criteria
 *
 * Prints criteria in their canonical form, so that [ctor@Criteria.new] reads them.
 *
 * Criteria are joined by `; ` in version 3.1 and by `, ` in version 2.3, as the Red List of their
 * time did.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
saiga_criteria_to_string (const SaigaCriteria *self)
{
  GString *text;
  gsize n_items;
  const SaigaCriteriaItem *items;
  char group = '\0';

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  items = _saiga_criteria_get_items (self->version, &n_items);
  for (gsize i = 0; i < n_items; i++)
    if (self->given[i].is_given)
      {
        if (items[i].group == group)
          g_string_append_c (text, '+');
        else if (group != '\0')
          g_string_append (text, self->version == SAIGA_CRITERIA_VERSION_V3_1 ? "; " : ", ");
        if (items[i].group != group)
          g_string_append_c (text, items[i].group);
        append_item (text, &items[i], &self->given[i]);
        group = items[i].group;
      }

  return g_string_free (text, FALSE);
}

/**
 * saiga_criteria_ref: (skip)
 * @self: criteria
 *
 * Adds a reference.
 *
 * Returns: (transfer full): the criteria
 *
 * Since: 0.1
 */
SaigaCriteria *
saiga_criteria_ref (SaigaCriteria *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * saiga_criteria_unref: (skip)
 * @self: (transfer full): criteria
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
saiga_criteria_unref (SaigaCriteria *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * saiga_criteria_equal:
 * @self: criteria
 * @other: other criteria
 *
 * Checks whether two criteria are of one version and the same.
 *
 * Returns: `TRUE` if they are
 *
 * Since: 0.1
 */
gboolean
saiga_criteria_equal (const SaigaCriteria *self,
                      const SaigaCriteria *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->version == other->version && memcmp (self->given, other->given, sizeof (self->given)) == 0;
}

/**
 * saiga_criteria_get_version:
 * @self: criteria
 *
 * Gets the version by whose grammar they were read.
 *
 * Returns: the version
 *
 * Since: 0.1
 */
SaigaCriteriaVersion
saiga_criteria_get_version (const SaigaCriteria *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_CRITERIA_VERSION_V3_1);

  return self->version;
}

/**
 * saiga_criteria_list_items:
 * @self: criteria
 *
 * Lists each criterion that is met by itself, with the letter that the whole does not repeat: of
 * `A2abc+3de; D` these are `A2abc`, `A3de` and `D`.
 *
 * Returns: (transfer full): the criteria, in order
 *
 * Since: 0.1
 */
char **
saiga_criteria_list_items (const SaigaCriteria *self)
{
  g_autoptr(GStrvBuilder) list = NULL;
  gsize n_items;
  const SaigaCriteriaItem *items;

  g_return_val_if_fail (self != NULL, NULL);

  list = g_strv_builder_new ();
  items = _saiga_criteria_get_items (self->version, &n_items);
  for (gsize i = 0; i < n_items; i++)
    if (self->given[i].is_given)
      {
        g_autoptr(GString) item = g_string_new (NULL);

        g_string_append_c (item, items[i].group);
        append_item (item, &items[i], &self->given[i]);
        g_strv_builder_add (list, item->str);
      }

  return g_strv_builder_end (list);
}

/**
 * saiga_criteria_has:
 * @self: criteria
 * @criterion: a letter from A to E, with or without a number: `B`, `B1`
 *
 * Checks whether a criterion is among those that are met. `D` is also met by `D1` and `D2`.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_criteria_has (const SaigaCriteria *self,
                    const char *criterion)
{
  gsize n_items;
  const SaigaCriteriaItem *items;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (criterion != NULL, FALSE);

  items = _saiga_criteria_get_items (self->version, &n_items);
  for (gsize i = 0; i < n_items; i++)
    if (self->given[i].is_given && criterion[0] == items[i].group &&
        (criterion[1] == '\0' || (criterion[1] == items[i].number && criterion[2] == '\0')))
      return TRUE;

  return FALSE;
}

/* ---- what they allow */

/* Whether all of B that is given has two of the three conditions that it asks for. */
static gboolean
has_two_conditions (const SaigaCriteria *self)
{
  gsize n_items;
  const SaigaCriteriaItem *items = _saiga_criteria_get_items (self->version, &n_items);
  guint n = 0;

  for (gsize i = 0; i < n_items; i++)
    if (items[i].group == 'B' && self->given[i].is_given)
      {
        const guint8 letters = self->given[i].letters;

        /* In 3.1 a, b and c are the conditions, in 2.3 the numbers. No bit left without the lowest: one letter. */
        if (self->version == SAIGA_CRITERIA_VERSION_V3_1 && (letters & (letters - 1)) == 0)
          return FALSE;
        n++;
      }

  return self->version == SAIGA_CRITERIA_VERSION_V3_1 || n != 1;
}

/* A category as records have it: LR/nt is lr-nt. */
static char *
dup_category (const char *category)
{
  return g_strdelimit (g_ascii_strdown (category, -1), "/", '-');
}

/**
 * saiga_criteria_check_category:
 * @self: criteria
 * @category: a category, as `VU` or `vu`
 * @error: return location for an error
 *
 * Checks whether a category can rest on the criteria.
 *
 * Critically Endangered, Endangered and Vulnerable do. D1 and D2 are of Vulnerable alone, D of the
 * other two; B asks for two of its three conditions. What nearly meets criteria is often published
 * with those that it nearly meets, so Near Threatened may have any.
 *
 * If it can not, [error@Saiga.Error.VALUE] is set and says why.
 *
 * Returns: `TRUE` if it can
 *
 * Since: 0.1
 */
gboolean
saiga_criteria_check_category (const SaigaCriteria *self,
                               const char *category,
                               GError **error)
{
  static const char *const threatened[] = { "cr", "en", "vu", NULL };
  static const char *const near_threatened[] = { "nt", "lr-nt", "lr-cd", NULL };
  g_autofree char *code = NULL;
  gboolean is_vulnerable;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (category != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  code = dup_category (category);
  is_vulnerable = g_str_equal (code, "vu");
  if (g_strv_contains (near_threatened, code))
    return TRUE;

  if (!g_strv_contains (threatened, code))
    _saiga_value_set_error (error, category, "is not a category that rests on criteria");
  else if (!has_two_conditions (self))
    _saiga_value_set_error (error, category, "needs two of the three conditions of B");
  else if (is_vulnerable && saiga_criteria_has (self, "D") && !saiga_criteria_has (self, "D1") && !saiga_criteria_has (self, "D2"))
    _saiga_value_set_error (error, category, "has D1 or D2, not D");
  else if (!is_vulnerable && (saiga_criteria_has (self, "D1") || saiga_criteria_has (self, "D2")))
    _saiga_value_set_error (error, category, "has D, not D1 or D2, which are of Vulnerable alone");
  else
    return TRUE;

  return FALSE;
}

/**
 * saiga_criteria_check_individuals:
 * @self: criteria
 * @category: a category, as `VU` or `vu`
 * @n_individuals: the number of mature individuals
 * @error: return location for an error
 *
 * Checks whether a taxon of so many mature individuals can meet the criteria for a category.
 *
 * C asks for fewer than 250 in Critically Endangered, 2,500 in Endangered and 10,000 in Vulnerable;
 * D for fewer than 50, 250 and, as D1, 1,000. Other criteria and categories ask for no number.
 *
 * If it can not, [error@Saiga.Error.VALUE] is set and says why.
 *
 * Returns: `TRUE` if it can
 *
 * Since: 0.1
 */
gboolean
saiga_criteria_check_individuals (const SaigaCriteria *self,
                                  const char *category,
                                  guint n_individuals,
                                  GError **error)
{
  static const struct
  {
    const char *category;
    const char *criterion;
    guint limit;
  } limits[] = {
    { "cr", "C", 250 },
    { "cr", "D", 50 },
    { "en", "C", 2500 },
    { "en", "D", 250 },
    { "vu", "C", 10000 },
    { "vu", "D1", 1000 },
  };
  g_autofree char *code = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (category != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  code = dup_category (category);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    if (g_str_equal (limits[i].category, code) && n_individuals >= limits[i].limit && saiga_criteria_has (self, limits[i].criterion))
      {
        _saiga_value_set_error (error, category, "needs fewer than %u mature individuals by %s, not %u", limits[i].limit, limits[i].criterion, n_individuals);
        return FALSE;
      }

  return TRUE;
}
