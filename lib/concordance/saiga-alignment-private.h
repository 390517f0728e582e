/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-exemplars-private.h"

G_BEGIN_DECLS

/* How a species of side a and one of side b are related: only those that have something in
 * common. */
typedef struct
{
  guint32 a; /* positions, of leaders */
  guint32 b;
  guint32 n_common;
  guint8 concept;   /* SaigaConceptRelation */
  guint8 certainty; /* SaigaConcordanceCertainty */
} SaigaConceptEdge;

typedef struct
{
  SaigaExemplars *exemplars;
  GArray *edges;     /* of SaigaConceptEdge, by a, then b */
  guint32 *first[2]; /* of each species: in types; the one after the last ends it */
  guint32 *types[2]; /* exemplars that both sides place, by species */
} SaigaAlignment;

/* The sides outlive it. */
SaigaAlignment *_saiga_alignment_new (SaigaSide *a,
                                      SaigaSide *b);
void _saiga_alignment_free (SaigaAlignment *self);

const SaigaConceptEdge *_saiga_alignment_find (const SaigaAlignment *self,
                                               guint32 a,
                                               guint32 b);
SaigaConceptRelation _saiga_alignment_compare (const SaigaAlignment *self,
                                               const SaigaSideTaxon *a,
                                               const SaigaSideTaxon *b,
                                               SaigaConcordanceCertainty *certainty);

G_END_DECLS
