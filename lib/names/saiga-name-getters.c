/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-data-private.h"

/**
 * saiga_name_get_text:
 * @self: a name
 *
 * Gets the text that was read. What is no UTF-8 in it is replaced.
 *
 * Returns: the text
 *
 * Since: 0.1
 */
const char *
saiga_name_get_text (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_TEXT);
}

/**
 * saiga_name_get_kind:
 * @self: a name
 *
 * Gets what the text turned out to be.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
SaigaNameKind
saiga_name_get_kind (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_KIND_NONE);

  return self->kind;
}

/**
 * saiga_name_get_quality:
 * @self: a name
 *
 * Gets how well the name could be read.
 *
 * Returns: the quality
 *
 * Since: 0.1
 */
SaigaNameQuality
saiga_name_get_quality (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_QUALITY_NONE);

  return self->quality;
}

/**
 * saiga_name_get_rank:
 * @self: a name
 *
 * Gets the rank, as far as the name itself says it.
 *
 * Returns: the rank
 *
 * Since: 0.1
 */
SaigaNameRank
saiga_name_get_rank (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_RANK_UNKNOWN);

  return self->rank;
}

/**
 * saiga_name_is_hybrid:
 * @self: a name
 *
 * Checks whether the name is that of a hybrid: by a sign, by its rank, or a formula.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_name_is_hybrid (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->hybrid;
}

/**
 * saiga_name_is_extinct:
 * @self: a name
 *
 * Checks whether the name carries a dagger.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
saiga_name_is_extinct (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->extinct;
}

/**
 * saiga_name_is_candidatus:
 * @self: a name
 *
 * Checks whether the name is one of a bacterium that was never grown, a *Candidatus*.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_name_is_candidatus (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->candidatus;
}

/**
 * saiga_name_get_n_words:
 * @self: a name
 *
 * Counts the scientific words of the name, those of a formula together.
 *
 * Returns: the number of words
 *
 * Since: 0.1
 */
guint
saiga_name_get_n_words (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

/**
 * saiga_name_get_uninomial:
 * @self: a name
 *
 * Gets the word of a name that has one only, such as that of a family or genus; of a section the word of the section.
 *
 * Returns: (nullable): the word, or `NULL` for a species and below
 *
 * Since: 0.1
 */
const char *
saiga_name_get_uninomial (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_UNINOMIAL);
}

/**
 * saiga_name_get_genus:
 * @self: a name
 *
 * Gets the genus that a species, or a name below, stands in.
 *
 * Returns: (nullable): the genus, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_genus (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_GENUS);
}

/**
 * saiga_name_get_infrageneric:
 * @self: a name
 *
 * Gets the name between genus and species, such as a subgenus.
 *
 * Returns: (nullable): the word, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_infrageneric (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_INFRAGENERIC);
}

/**
 * saiga_name_get_species:
 * @self: a name
 *
 * Gets the epithet of the species.
 *
 * Returns: (nullable): the epithet, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_species (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_SPECIES);
}

/**
 * saiga_name_get_infraspecies:
 * @self: a name
 *
 * Gets the last epithet below species.
 *
 * Returns: (nullable): the epithet, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_infraspecies (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_INFRASPECIES);
}

/**
 * saiga_name_get_cultivar:
 * @self: a name
 *
 * Gets the epithet of a cultivar, without quotation marks, or the name of a
 * Group of cultivars, such as “Capitata Group”.
 *
 * Returns: (nullable): the epithet, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_cultivar (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_CULTIVAR);
}

/**
 * saiga_name_get_approximation:
 * @self: a name
 *
 * Gets what leaves the name open, as it is written: `spp.`, `cf.`
 *
 * Returns: (nullable): the words, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_approximation (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_APPROXIMATION);
}

/**
 * saiga_name_get_authorship:
 * @self: a name
 *
 * Gets the authorship of the name, in the normal way of writing.
 *
 * It is that of the last word: of an autonym, and of a formula, there is none.
 *
 * Returns: (nullable): the authorship, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_authorship (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_AUTHORSHIP);
}

/**
 * saiga_name_get_year:
 * @self: a name
 *
 * Gets the year of the name: the one outside of parentheses, else the one within.
 *
 * Returns: (nullable): the year, perhaps with a question mark, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_year (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_YEAR);
}

/**
 * saiga_name_get_basionym_authorship:
 * @self: a name
 *
 * Gets the authorship in parentheses: of the name under which the taxon was first described.
 *
 * Returns: (nullable): the authorship, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_basionym_authorship (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_BASIONYM_AUTHORSHIP);
}

/**
 * saiga_name_get_basionym_year:
 * @self: a name
 *
 * Gets the year in parentheses.
 *
 * Returns: (nullable): the year, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_basionym_year (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_BASIONYM_YEAR);
}

/**
 * saiga_name_get_higher_taxon:
 * @self: a name
 *
 * Gets the family that stands before the name, as many herbaria write it:
 * `Arecaceae Leopoldinia pulchra Mart.` It is no part of the name.
 *
 * Returns: (nullable): the family, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_higher_taxon (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_HIGHER);
}

/**
 * saiga_name_get_tail:
 * @self: a name
 *
 * Gets the rest of the text that is no part of the name.
 *
 * Returns: (nullable): the rest, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_tail (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _saiga_name_get_part (self, SAIGA_NAME_PART_TAIL);
}

/**
 * saiga_name_get_n_warnings:
 * @self: a name
 *
 * Counts the warnings, of which at most sixteen are kept.
 *
 * Returns: the number of warnings
 *
 * Since: 0.1
 */
guint
saiga_name_get_n_warnings (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_warnings;
}

/**
 * saiga_name_get_warning:
 * @self: a name
 * @position: the position of a warning
 *
 * Gets what is doubtful.
 *
 * Returns: the warning
 *
 * Since: 0.1
 */
SaigaNameWarning
saiga_name_get_warning (const SaigaName *self,
                        guint position)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_WARNING_TAIL);
  g_return_val_if_fail (position < self->n_warnings, SAIGA_NAME_WARNING_TAIL);

  return self->warnings[position].type;
}

/**
 * saiga_name_get_warning_start:
 * @self: a name
 * @position: the position of a warning
 *
 * Gets where in the text the doubtful stretch begins, in characters.
 *
 * Returns: the number of characters before it
 *
 * Since: 0.1
 */
guint
saiga_name_get_warning_start (const SaigaName *self,
                              guint position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->n_warnings, 0);

  return self->warnings[position].start;
}

/**
 * saiga_name_get_warning_length:
 * @self: a name
 * @position: the position of a warning
 *
 * Gets how long the doubtful stretch is, in characters.
 *
 * Returns: the number of characters
 *
 * Since: 0.1
 */
guint
saiga_name_get_warning_length (const SaigaName *self,
                               guint position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->n_warnings, 0);

  return self->warnings[position].length;
}

/**
 * saiga_name_has_warning:
 * @self: a name
 * @warning: a warning
 *
 * Checks whether there is a warning of one sort.
 *
 * Returns: `TRUE` if there is
 *
 * Since: 0.1
 */
gboolean
saiga_name_has_warning (const SaigaName *self,
                        SaigaNameWarning warning)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_warnings; i++)
    if (self->warnings[i].type == warning)
      return TRUE;

  return FALSE;
}
