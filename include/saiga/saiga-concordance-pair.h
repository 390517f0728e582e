/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>
#include <saiga/saiga-concordance-vocabulary.h>
#include <saiga/saiga-reason.h>
#include <saiga/saiga-records.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_CONCORDANCE_PAIR (saiga_concordance_pair_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordancePair, saiga_concordance_pair, SAIGA, CONCORDANCE_PAIR, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_concordance_pair_get_taxon_a (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_pair_get_name_a (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_pair_get_appendices_a (SaigaConcordancePair *self);

SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_concordance_pair_get_taxon_b (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_pair_get_name_b (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_pair_get_appendices_b (SaigaConcordancePair *self);

SAIGA_AVAILABLE_IN_ALL
SaigaNameRelation saiga_concordance_pair_get_name_relation (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceCertainty saiga_concordance_pair_get_name_certainty (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConceptRelation saiga_concordance_pair_get_concept_relation (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceCertainty saiga_concordance_pair_get_concept_certainty (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameRelation saiga_concordance_pair_get_computed_name_relation (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaConceptRelation saiga_concordance_pair_get_computed_concept_relation (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_pair_get_row_key (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaListingRelation saiga_concordance_pair_get_listing_relation (SaigaConcordancePair *self);

SAIGA_AVAILABLE_IN_ALL
guint saiga_concordance_pair_get_n_reasons (SaigaConcordancePair *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReason *saiga_concordance_pair_get_reason (SaigaConcordancePair *self, guint position);

G_END_DECLS
