/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-concordance-pair.h>
#include <saiga/saiga-concordance-review.h>

G_BEGIN_DECLS

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
SaigaRowShape saiga_concordance_row_get_shape (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_row_get_taxa_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_names_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_appendices_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaCoverage saiga_concordance_row_get_coverage_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_row_is_named_a (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_range_a (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_row_get_taxa_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_names_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_appendices_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaCoverage saiga_concordance_row_get_coverage_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_row_is_named_b (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_range_b (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
SaigaListingRelation saiga_concordance_row_get_listing_relation (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceCertainty saiga_concordance_row_get_certainty (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_row_is_conditional (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_row_has_same_name (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_row_get_pairs (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_row_get_red_list (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_row_get_decisions (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_see_also (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_row_get_candidates (SaigaConcordanceRow *self);

SAIGA_AVAILABLE_IN_ALL
guint saiga_concordance_row_get_n_reasons (SaigaConcordanceRow *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReason *saiga_concordance_row_get_reason (SaigaConcordanceRow *self, guint position);

G_END_DECLS
