/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-match-private.h"

G_BEGIN_DECLS

/* A row takes no object: most are never looked at. */
typedef struct
{
  guint members;
  guint n_members[2]; /* of side a, of side b */
  guint edges;
  guint n_edges;
  const char *group;
  const char *name;
  gboolean is_higher;
  SaigaSideTaxon *placed; /* the higher taxon that lists the species on the side that does not know it, or NULL */
  SaigaListingRelation relation;
} SaigaRow;

typedef struct
{
  SaigaSide *a;
  SaigaSide *b;
  GArray *rows;       /* of SaigaRow, in the order of the concordance */
  GPtrArray *members; /* of SaigaSideTaxon: those of each row, side a before side b */
  GArray *edges;      /* of SaigaMatchEdge, by row */
} SaigaRows;

SaigaRows *_saiga_rows_new_take (SaigaSide *a,
                                 SaigaSide *b);
void _saiga_rows_free (SaigaRows *self);

gpointer *_saiga_rows_get_members (SaigaRows *self,
                                   const SaigaRow *row,
                                   guint side);
SaigaSide *_saiga_rows_get_side (SaigaRows *self,
                                 guint side);
SaigaSideTaxon *_saiga_rows_get_first (SaigaRows *self,
                                       const SaigaRow *row);
gboolean _saiga_rows_have_same_name (SaigaRows *self,
                                     const SaigaRow *row);
SaigaCoverage _saiga_rows_combine (gpointer *taxa,
                                   guint n_taxa);

SaigaConcordanceRow *_saiga_rows_make (SaigaRows *self,
                                       guint position);

G_END_DECLS
