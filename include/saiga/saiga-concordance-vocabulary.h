/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>
#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaNameRelation:
 * @SAIGA_NAME_RELATION_NONE: one side of the pair is empty
 * @SAIGA_NAME_RELATION_HOMONYM: spelt alike, but names of two taxa that are not kin
 * @SAIGA_NAME_RELATION_IDENTICAL: spelt alike, of one rank, and the authors do not disagree
 * @SAIGA_NAME_RELATION_AUTHOR_DIFFERS: spelt alike, of one rank, but the authors disagree
 * @SAIGA_NAME_RELATION_SPELLING: one genus, and epithets that differ in ending or in one or two letters
 * @SAIGA_NAME_RELATION_NESTED: one name is contained in the other, or one taxon stands above the other
 * @SAIGA_NAME_RELATION_TRANSFER: one name in two genera, or below two species
 * @SAIGA_NAME_RELATION_RANK_CHANGE: one name in two ranks
 * @SAIGA_NAME_RELATION_AMBIGUOUS: linked only by names that a side has under several taxa
 * @SAIGA_NAME_RELATION_SYNONYM_IN_B: the name of the first side is a synonym on the second
 * @SAIGA_NAME_RELATION_SYNONYM_IN_A: the name of the second side is a synonym on the first
 * @SAIGA_NAME_RELATION_SYNONYM_SHARED: only a synonym in common
 * @SAIGA_NAME_RELATION_FUZZY: like each other, and no more is known: a person must look
 * @SAIGA_NAME_RELATION_UNRELATED: nothing in common
 *
 * How the names of two taxa are related: the first of these that holds.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_RELATION_NONE,
  SAIGA_NAME_RELATION_HOMONYM,
  SAIGA_NAME_RELATION_IDENTICAL,
  SAIGA_NAME_RELATION_AUTHOR_DIFFERS,
  SAIGA_NAME_RELATION_SPELLING,
  SAIGA_NAME_RELATION_NESTED,
  SAIGA_NAME_RELATION_TRANSFER,
  SAIGA_NAME_RELATION_RANK_CHANGE,
  SAIGA_NAME_RELATION_AMBIGUOUS,
  SAIGA_NAME_RELATION_SYNONYM_IN_B,
  SAIGA_NAME_RELATION_SYNONYM_IN_A,
  SAIGA_NAME_RELATION_SYNONYM_SHARED,
  SAIGA_NAME_RELATION_FUZZY,
  SAIGA_NAME_RELATION_UNRELATED,
} SaigaNameRelation;

#define SAIGA_TYPE_NAME_RELATION (saiga_name_relation_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_relation_get_type (void) G_GNUC_CONST;

/**
 * SaigaConceptRelation:
 * @SAIGA_CONCEPT_RELATION_UNSET: one side of the pair is empty
 * @SAIGA_CONCEPT_RELATION_CONGRUENT: they are the same
 * @SAIGA_CONCEPT_RELATION_INCLUDES: that of the first side includes that of the second
 * @SAIGA_CONCEPT_RELATION_INCLUDED_IN: that of the second side includes that of the first
 * @SAIGA_CONCEPT_RELATION_OVERLAPS: each has something that the other has not, and they have something in common
 * @SAIGA_CONCEPT_RELATION_EXCLUDES: they have nothing in common
 * @SAIGA_CONCEPT_RELATION_UNKNOWN: the lists do not tell
 *
 * How two taxa are related as concepts, that is as sets of organisms.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CONCEPT_RELATION_UNSET,
  SAIGA_CONCEPT_RELATION_CONGRUENT,
  SAIGA_CONCEPT_RELATION_INCLUDES,
  SAIGA_CONCEPT_RELATION_INCLUDED_IN,
  SAIGA_CONCEPT_RELATION_OVERLAPS,
  SAIGA_CONCEPT_RELATION_EXCLUDES,
  SAIGA_CONCEPT_RELATION_UNKNOWN,
} SaigaConceptRelation;

#define SAIGA_TYPE_CONCEPT_RELATION (saiga_concept_relation_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_concept_relation_get_type (void) G_GNUC_CONST;

/**
 * SaigaCoverage:
 * @SAIGA_COVERAGE_NONE: it does not
 * @SAIGA_COVERAGE_OWN: by an entry of its own; with those of higher taxa it is listed whole
 * @SAIGA_COVERAGE_HIGHER: whole, by entries of higher taxa alone
 * @SAIGA_COVERAGE_POPULATION: by entries that leave populations out
 * @SAIGA_COVERAGE_PART: only taxa below it are listed
 * @SAIGA_COVERAGE_FORMER: it does no longer
 *
 * How a convention lists a taxon.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_COVERAGE_NONE,
  SAIGA_COVERAGE_OWN,
  SAIGA_COVERAGE_HIGHER,
  SAIGA_COVERAGE_POPULATION,
  SAIGA_COVERAGE_PART,
  SAIGA_COVERAGE_FORMER,
} SaigaCoverage;

#define SAIGA_TYPE_COVERAGE (saiga_coverage_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_coverage_get_type (void) G_GNUC_CONST;

/**
 * SaigaListingRelation:
 * @SAIGA_LISTING_RELATION_NEITHER: neither lists it
 * @SAIGA_LISTING_RELATION_BOTH: both list it by name
 * @SAIGA_LISTING_RELATION_BOTH_HIGHER: both list it, one of them through a higher taxon
 * @SAIGA_LISTING_RELATION_BOTH_PART: both list it, one of them only in part
 * @SAIGA_LISTING_RELATION_ONLY_A: only the first convention lists it
 * @SAIGA_LISTING_RELATION_ONLY_B: only the second convention lists it
 * @SAIGA_LISTING_RELATION_WAS_A: the second convention lists it, the first did once
 * @SAIGA_LISTING_RELATION_WAS_B: the first convention lists it, the second did once
 *
 * How the listings of two conventions stand to each other.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_LISTING_RELATION_NEITHER,
  SAIGA_LISTING_RELATION_BOTH,
  SAIGA_LISTING_RELATION_BOTH_HIGHER,
  SAIGA_LISTING_RELATION_BOTH_PART,
  SAIGA_LISTING_RELATION_ONLY_A,
  SAIGA_LISTING_RELATION_ONLY_B,
  SAIGA_LISTING_RELATION_WAS_A,
  SAIGA_LISTING_RELATION_WAS_B,
} SaigaListingRelation;

#define SAIGA_TYPE_LISTING_RELATION (saiga_listing_relation_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_listing_relation_get_type (void) G_GNUC_CONST;

/**
 * SaigaConcordanceCertainty:
 * @SAIGA_CONCORDANCE_CERTAINTY_CERTAIN: a source says it, or a person decided it
 * @SAIGA_CONCORDANCE_CERTAINTY_DERIVED: it follows from two or more facts that agree
 * @SAIGA_CONCORDANCE_CERTAINTY_PRESUMED: it follows from one fact, or from what a list does not say
 * @SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL: a list does not know the species, and covers it only if it takes it up
 * @SAIGA_CONCORDANCE_CERTAINTY_OPEN: a person must look
 *
 * How sure a value of a concordance is.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CONCORDANCE_CERTAINTY_CERTAIN,
  SAIGA_CONCORDANCE_CERTAINTY_DERIVED,
  SAIGA_CONCORDANCE_CERTAINTY_PRESUMED,
  SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL,
  SAIGA_CONCORDANCE_CERTAINTY_OPEN,
} SaigaConcordanceCertainty;

#define SAIGA_TYPE_CONCORDANCE_CERTAINTY (saiga_concordance_certainty_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_concordance_certainty_get_type (void) G_GNUC_CONST;

/**
 * SaigaRowShape:
 * @SAIGA_ROW_SHAPE_ONE_ONE: one on each side
 * @SAIGA_ROW_SHAPE_SPLIT: several on the first side, one on the second
 * @SAIGA_ROW_SHAPE_LUMP: one on the first side, several on the second
 * @SAIGA_ROW_SHAPE_TANGLE: several on both sides
 * @SAIGA_ROW_SHAPE_ONE_SIDED: none on one side
 *
 * How many species a row has on each side; twins count once.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_ROW_SHAPE_ONE_ONE,
  SAIGA_ROW_SHAPE_SPLIT,
  SAIGA_ROW_SHAPE_LUMP,
  SAIGA_ROW_SHAPE_TANGLE,
  SAIGA_ROW_SHAPE_ONE_SIDED,
} SaigaRowShape;

#define SAIGA_TYPE_ROW_SHAPE (saiga_row_shape_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_row_shape_get_type (void) G_GNUC_CONST;

/**
 * SaigaConcordanceVocabulary:
 * @SAIGA_CONCORDANCE_VOCABULARY_LISTTOOLS: the signs of listtools
 * @SAIGA_CONCORDANCE_VOCABULARY_CHECKLISTBANK: ChecklistBank
 * @SAIGA_CONCORDANCE_VOCABULARY_GNVERIFIER: gnverifier of Global Names
 * @SAIGA_CONCORDANCE_VOCABULARY_TCS: TDWG Taxon Concept Standard 2
 * @SAIGA_CONCORDANCE_VOCABULARY_SAPI: Species+
 *
 * The words that other systems have for relations of names and concepts.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CONCORDANCE_VOCABULARY_LISTTOOLS,
  SAIGA_CONCORDANCE_VOCABULARY_CHECKLISTBANK,
  SAIGA_CONCORDANCE_VOCABULARY_GNVERIFIER,
  SAIGA_CONCORDANCE_VOCABULARY_TCS,
  SAIGA_CONCORDANCE_VOCABULARY_SAPI,
} SaigaConcordanceVocabulary;

#define SAIGA_TYPE_CONCORDANCE_VOCABULARY (saiga_concordance_vocabulary_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_concordance_vocabulary_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_relation_to_vocabulary (SaigaNameRelation          relation,
                                               SaigaConcordanceVocabulary vocabulary);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concept_relation_to_vocabulary (SaigaConceptRelation       relation,
                                                  SaigaConcordanceVocabulary vocabulary);

G_END_DECLS
