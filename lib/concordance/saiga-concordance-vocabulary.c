/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-concordance-vocabulary.h>

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaNameRelation, saiga_name_relation,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_HOMONYM, "homonym"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_IDENTICAL, "identical"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_AUTHOR_DIFFERS, "author-differs"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_SPELLING, "spelling"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_NESTED, "nested"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_TRANSFER, "transfer"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_RANK_CHANGE, "rank-change"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_AMBIGUOUS, "ambiguous"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_SYNONYM_IN_B, "synonym-in-b"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_SYNONYM_IN_A, "synonym-in-a"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_SYNONYM_SHARED, "synonym-shared"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_FUZZY, "fuzzy"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RELATION_UNRELATED, "unrelated"))

G_DEFINE_ENUM_TYPE (SaigaConceptRelation, saiga_concept_relation,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_CONGRUENT, "congruent"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_INCLUDES, "includes"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_INCLUDED_IN, "included-in"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_OVERLAPS, "overlaps"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_EXCLUDES, "excludes"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCEPT_RELATION_UNKNOWN, "unknown"))

G_DEFINE_ENUM_TYPE (SaigaCoverage, saiga_coverage,
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_HIGHER, "higher"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_POPULATION, "population"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_PART, "part"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_FORMER, "former"))

G_DEFINE_ENUM_TYPE (SaigaListingRelation, saiga_listing_relation,
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_NEITHER, "neither"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_BOTH_HIGHER, "both-higher"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_BOTH_PART, "both-part"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_ONLY_A, "only-a"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_ONLY_B, "only-b"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_WAS_A, "was-a"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_WAS_B, "was-b"))

G_DEFINE_ENUM_TYPE (SaigaConcordanceCertainty, saiga_concordance_certainty,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CERTAINTY_CERTAIN, "certain"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CERTAINTY_DERIVED, "derived"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CERTAINTY_PRESUMED, "presumed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL, "conditional"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CERTAINTY_OPEN, "open"))

G_DEFINE_ENUM_TYPE (SaigaRowShape, saiga_row_shape,
                    G_DEFINE_ENUM_VALUE (SAIGA_ROW_SHAPE_ONE_ONE, "one-one"),
                    G_DEFINE_ENUM_VALUE (SAIGA_ROW_SHAPE_SPLIT, "split"),
                    G_DEFINE_ENUM_VALUE (SAIGA_ROW_SHAPE_LUMP, "lump"),
                    G_DEFINE_ENUM_VALUE (SAIGA_ROW_SHAPE_TANGLE, "tangle"),
                    G_DEFINE_ENUM_VALUE (SAIGA_ROW_SHAPE_ONE_SIDED, "one-sided"))

G_DEFINE_ENUM_TYPE (SaigaConcordanceVocabulary, saiga_concordance_vocabulary,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VOCABULARY_LISTTOOLS, "listtools"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VOCABULARY_CHECKLISTBANK, "checklistbank"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VOCABULARY_GNVERIFIER, "gnverifier"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VOCABULARY_TCS, "tcs"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VOCABULARY_SAPI, "sapi"))
/* clang-format on */

#define N_VOCABULARIES 5

/* What a vocabulary has no word for is left out. */
static const char *const concept_words[][N_VOCABULARIES] = {
  [SAIGA_CONCEPT_RELATION_CONGRUENT] = { "=", "EQUALS", NULL, "isCongruentWith", "EQUAL_TO" },
  [SAIGA_CONCEPT_RELATION_INCLUDES] = { ">", "INCLUDES", NULL, "includes", "INCLUDES" },
  [SAIGA_CONCEPT_RELATION_INCLUDED_IN] = { "<", "INCLUDED_IN", NULL, "isIncludedIn", NULL },
  [SAIGA_CONCEPT_RELATION_OVERLAPS] = { "><", "OVERLAPS", NULL, "overlaps", "OVERLAPS" },
  [SAIGA_CONCEPT_RELATION_EXCLUDES] = { "!", "EXCLUDES", NULL, "excludes", "DISJUNCT" },
  [SAIGA_CONCEPT_RELATION_UNKNOWN] = { "?", NULL, NULL, NULL, NULL },
};

static const char *const name_words[][N_VOCABULARIES] = {
  [SAIGA_NAME_RELATION_NONE] = { "unmatched", "NONE", "NoMatch", NULL, NULL },
  [SAIGA_NAME_RELATION_HOMONYM] = { NULL, "NONE", "NoMatch", NULL, NULL },
  [SAIGA_NAME_RELATION_IDENTICAL] = { "name match", "EXACT", "Exact", "same name", "same full name" },
  [SAIGA_NAME_RELATION_AUTHOR_DIFFERS] = { "name match", "CANONICAL", "Exact", "same name", "same full name" },
  [SAIGA_NAME_RELATION_SPELLING] = { NULL, "VARIANT", "Fuzzy", NULL, NULL },
  [SAIGA_NAME_RELATION_NESTED] = { NULL, "HIGHERRANK", "PartialExact", NULL, "parent" },
  [SAIGA_NAME_RELATION_TRANSFER] = { "*", "EXACT", "Exact", NULL, "HAS_SYNONYM" },
  [SAIGA_NAME_RELATION_RANK_CHANGE] = { "*", "EXACT", "Exact", NULL, "HAS_SYNONYM" },
  [SAIGA_NAME_RELATION_AMBIGUOUS] = { "?", "AMBIGUOUS", NULL, NULL, NULL },
  [SAIGA_NAME_RELATION_SYNONYM_IN_B] = { "*", "EXACT", "Exact", NULL, "HAS_SYNONYM" },
  [SAIGA_NAME_RELATION_SYNONYM_IN_A] = { "*", "EXACT", "Exact", NULL, "HAS_SYNONYM" },
  [SAIGA_NAME_RELATION_SYNONYM_SHARED] = { NULL, NULL, NULL, NULL, NULL },
  [SAIGA_NAME_RELATION_FUZZY] = { NULL, "VARIANT", "Fuzzy", NULL, NULL },
  [SAIGA_NAME_RELATION_UNRELATED] = { NULL, "NONE", "NoMatch", NULL, NULL },
};

/**
 * saiga_name_relation_to_vocabulary:
 * @relation: a relation of names
 * @vocabulary: a vocabulary
 *
 * Says a relation of names in the words of another system.
 *
 * Returns: (nullable): the word, or `NULL` if the vocabulary has none
 *
 * Since: 0.1
 */
const char *
saiga_name_relation_to_vocabulary (SaigaNameRelation relation,
                                   SaigaConcordanceVocabulary vocabulary)
{
  g_return_val_if_fail ((guint) relation < G_N_ELEMENTS (name_words), NULL);
  g_return_val_if_fail ((guint) vocabulary < N_VOCABULARIES, NULL);

  return name_words[relation][vocabulary];
}

/**
 * saiga_concept_relation_to_vocabulary:
 * @relation: a relation of concepts
 * @vocabulary: a vocabulary
 *
 * Says a relation of concepts in the words of another system. Species+ says
 * [enum@Saiga.ConceptRelation.INCLUDED_IN] by turning the pair round: there the second taxon
 * `INCLUDES` the first.
 *
 * Returns: (nullable): the word, or `NULL` if the vocabulary has none
 *
 * Since: 0.1
 */
const char *
saiga_concept_relation_to_vocabulary (SaigaConceptRelation relation,
                                      SaigaConcordanceVocabulary vocabulary)
{
  g_return_val_if_fail ((guint) relation < G_N_ELEMENTS (concept_words), NULL);
  g_return_val_if_fail ((guint) vocabulary < N_VOCABULARIES, NULL);

  return concept_words[relation][vocabulary];
}
