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
  SaigaCoverage coverage;
} SaigaRowSide;

SaigaListingRelation _saiga_listing_relation (SaigaCoverage a,
                                              SaigaCoverage b);

/* Takes what it is given. */
SaigaConcordanceRow *_saiga_concordance_row_new_take (const char *key,
                                                      SaigaTaxonRank rank,
                                                      const char *group,
                                                      SaigaRowSide a,
                                                      SaigaRowSide b,
                                                      gboolean is_conditional,
                                                      gboolean has_same_name,
                                                      GPtrArray *reasons);

G_END_DECLS
