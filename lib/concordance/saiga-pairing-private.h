/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-alignment-private.h"
#include "saiga-evidence-private.h"

G_BEGIN_DECLS

/* Two taxa side by side, of any ranks; either may be missing. */
typedef struct
{
  const SaigaSideTaxon *a;
  const SaigaSideTaxon *b;
  guint8 name;              /* SaigaNameRelation */
  guint8 name_certainty;    /* SaigaConcordanceCertainty */
  guint8 concept;           /* SaigaConceptRelation */
  guint8 concept_certainty; /* SaigaConcordanceCertainty */
} SaigaPairing;

/* @evidence: where to add why; or NULL. */
void _saiga_pairing_init (SaigaPairing *self,
                          const SaigaAlignment *alignment,
                          const SaigaSideTaxon *a,
                          const SaigaSideTaxon *b,
                          SaigaEvidenceList *evidence);

/* The steps, each in its own file. */
void _saiga_pairing_relate_names (SaigaPairing *self,
                                  const SaigaAlignment *alignment,
                                  SaigaEvidenceList *evidence);
void _saiga_pairing_relate_concepts (SaigaPairing *self,
                                     const SaigaAlignment *alignment,
                                     SaigaEvidenceList *evidence);

/* Whether a taxon of one side stands above one of the other, as either side has it. */
gboolean _saiga_names_stand_above (const SaigaNameUses *uses,
                                   guint side,
                                   const SaigaSideTaxon *higher,
                                   const SaigaSideTaxon *lower);

G_END_DECLS
