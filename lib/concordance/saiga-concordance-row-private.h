/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-row.h>

G_BEGIN_DECLS

/* One side of a row. */
typedef struct
{
  GListStore *taxa; /* of SaigaTaxon, the one that gives the row its name first */
  GStrv names;      /* as the entries print them, in the same order */
  char *appendices; /* NULL for none */
  GStrv range;      /* ids of areas */
  guint8 coverage;  /* SaigaCoverage */
  guint8 is_named;  /* by an entry */
} SaigaRowSide;

typedef struct
{
  char *key;
  char *group;
  SaigaRowSide sides[2];
  GListStore *pairs; /* of SaigaConcordancePair */
  char *red_list;    /* NULL if nothing is assessed */
  GStrv see_also;
  GStrv candidates;
  GListStore *decisions; /* of SaigaConcordanceReview */
  GPtrArray *reasons;    /* of SaigaReason */
  guint8 rank;           /* SaigaTaxonRank */
  guint8 shape;          /* SaigaRowShape */
  guint8 relation;       /* SaigaListingRelation */
  guint8 certainty;      /* SaigaConcordanceCertainty */
  gboolean has_same_name;
} SaigaRowData;

SaigaConcordanceRow *_saiga_concordance_row_new_take (const SaigaRowData *data);

G_END_DECLS
