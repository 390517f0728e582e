/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-concordance-pair-private.h"
#include "saiga-concordance-row-private.h"
#include "saiga-rows-private.h"

G_BEGIN_DECLS

SaigaConcordanceRow *_saiga_rows_make (SaigaRows *self,
                                       guint position);
SaigaConcordancePair *_saiga_rows_make_pair (SaigaRows *self,
                                             guint32 row,
                                             const SaigaSideTaxon *a,
                                             const SaigaSideTaxon *b);

GStrv _saiga_rows_list_range (const SaigaRows *self,
                              const SaigaRow *row,
                              guint side);

/* What the law says of the taxa of a row. */
void _saiga_rows_explain_law (SaigaRows *self,
                              const SaigaRow *row,
                              SaigaEvidenceList *evidence);

G_END_DECLS
