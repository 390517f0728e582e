/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-reviews-private.h"
#include "saiga-side-private.h"

G_BEGIN_DECLS

/* Why a concordance says what it says. */
typedef enum
{
  SAIGA_EVIDENCE_SAME_NAME,
  SAIGA_EVIDENCE_AUTHORS_AGREE,
  SAIGA_EVIDENCE_AUTHORS_DIFFER,
  SAIGA_EVIDENCE_AUTHOR_SILENT,
  SAIGA_EVIDENCE_GENDER_ENDING,
  SAIGA_EVIDENCE_SPELLING_VARIANT,
  SAIGA_EVIDENCE_NEW_COMBINATION,
  SAIGA_EVIDENCE_OTHER_RANK,
  SAIGA_EVIDENCE_CONTAINS_NAME,
  SAIGA_EVIDENCE_SYNONYM_STATED,
  SAIGA_EVIDENCE_SHARED_SYNONYM,
  SAIGA_EVIDENCE_PRINTED_NAME,
  SAIGA_EVIDENCE_KEPT_APART,
  SAIGA_EVIDENCE_HOMONYM,
  SAIGA_EVIDENCE_EDIT_DISTANCE,
  SAIGA_EVIDENCE_OTHER_FAMILY,
  SAIGA_EVIDENCE_PRO_PARTE,
  SAIGA_EVIDENCE_HELD_BY_BOTH,
  SAIGA_EVIDENCE_ONLY_IN_A,
  SAIGA_EVIDENCE_ONLY_IN_B,
  SAIGA_EVIDENCE_SEGREGATE,
  SAIGA_EVIDENCE_SENSU_LATO,
  SAIGA_EVIDENCE_SUBSPECIES_THERE,
  SAIGA_EVIDENCE_FORMER_SUBSPECIES,
  SAIGA_EVIDENCE_TWINS,
  SAIGA_EVIDENCE_RANGE_COMMON,
  SAIGA_EVIDENCE_REFERENCE,
  SAIGA_EVIDENCE_OWN,
  SAIGA_EVIDENCE_INHERITED,
  SAIGA_EVIDENCE_EXCEPTED,
  SAIGA_EVIDENCE_POPULATION_EXCEPTED,
  SAIGA_EVIDENCE_FORMS_EXCEPTED,
  SAIGA_EVIDENCE_SCOPE_WORDS,
  SAIGA_EVIDENCE_MIGRATORY_UNKNOWN,
  SAIGA_EVIDENCE_PLACED,
  SAIGA_EVIDENCE_PART,
  SAIGA_EVIDENCE_FORMER,
  SAIGA_EVIDENCE_DECIDED,
  SAIGA_EVIDENCE_STALE,
  SAIGA_EVIDENCE_QUESTIONED,
} SaigaEvidence;

/* Collects evidence about two sides, in the order given, none of it twice. */
typedef struct
{
  GPtrArray *reasons; /* of SaigaReason */
  SaigaSide *sides[2];
} SaigaEvidenceList;

void _saiga_evidence_add (SaigaEvidenceList *self,
                          SaigaEvidence evidence,
                          ...) G_GNUC_NULL_TERMINATED;
SaigaReason *_saiga_evidence_add_of_side (SaigaEvidenceList *self,
                                          SaigaEvidence evidence,
                                          guint side,
                                          ...) G_GNUC_NULL_TERMINATED;
void _saiga_evidence_add_list (SaigaEvidenceList *self,
                               SaigaEvidence evidence,
                               int side,
                               const char *first,
                               GPtrArray *list);

/* What was decided instead of a computed value, and whether the facts under it are the same. */
void _saiga_reviews_explain (const SaigaReviews *reviews,
                             SaigaReview *review,
                             const char *computed,
                             SaigaEvidenceList *evidence);

G_END_DECLS
