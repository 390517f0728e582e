/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>
#include <saiga/saiga-reason.h>
#include <saiga/saiga-records.h>

G_BEGIN_DECLS

/**
 * SaigaCoverage:
 * @SAIGA_COVERAGE_NONE: nothing of the taxon is listed
 * @SAIGA_COVERAGE_OWN: listed by an entry that names it
 * @SAIGA_COVERAGE_HIGHER: listed through an entry of a higher taxon
 * @SAIGA_COVERAGE_POPULATION: listed for some populations only
 * @SAIGA_COVERAGE_PART: only a lower taxon of it is listed
 *
 * How a convention lists a taxon on a date.
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
} SaigaCoverage;

#define SAIGA_TYPE_COVERAGE (saiga_coverage_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_coverage_get_type (void) G_GNUC_CONST;

/**
 * SaigaListingRelation:
 * @SAIGA_LISTING_RELATION_NEITHER: neither convention lists it
 * @SAIGA_LISTING_RELATION_BOTH: both list it by name
 * @SAIGA_LISTING_RELATION_BOTH_HIGHER: both list it, at least one through a higher taxon
 * @SAIGA_LISTING_RELATION_BOTH_PART: both list it, at least one only a population or lower taxon of it
 * @SAIGA_LISTING_RELATION_ONLY_A: only the first convention lists it
 * @SAIGA_LISTING_RELATION_ONLY_B: only the second convention lists it
 *
 * How the lists of two conventions stand to each other.
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
} SaigaListingRelation;

#define SAIGA_TYPE_LISTING_RELATION (saiga_listing_relation_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_listing_relation_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_CONCORDANCE_ROW (saiga_concordance_row_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordanceRow, saiga_concordance_row, SAIGA, CONCORDANCE_ROW, GObject)

SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_key (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaTaxonRank saiga_concordance_row_get_rank (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_group (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_row_get_taxa_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_row_get_taxa_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_names_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_names_b (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_appendices_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_appendices_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaCoverage saiga_concordance_row_get_coverage_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaCoverage saiga_concordance_row_get_coverage_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaListingRelation saiga_concordance_row_get_listing_relation (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_row_is_conditional (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_row_has_same_name (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
guint saiga_concordance_row_get_n_reasons (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReason *saiga_concordance_row_get_reason (SaigaConcordanceRow *self,
                                               guint                position);

G_END_DECLS
