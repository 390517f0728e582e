/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-pair.h>

G_BEGIN_DECLS

typedef struct
{
  SaigaTaxon *taxa[2];
  char *names[2];
  char *appendices[2]; /* NULL for none */
  char *row_key;
  GPtrArray *reasons; /* of SaigaReason */
  guint8 name;        /* SaigaNameRelation */
  guint8 name_certainty;
  guint8 concept; /* SaigaConceptRelation */
  guint8 concept_certainty;
  guint8 computed_name; /* what no reviewer decided */
  guint8 computed_concept;
  guint8 relation; /* SaigaListingRelation, of the row */
} SaigaPairData;

SaigaConcordancePair *_saiga_concordance_pair_new_take (const SaigaPairData *data);

G_END_DECLS
