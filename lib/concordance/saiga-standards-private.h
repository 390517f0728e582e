/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-side-private.h"

G_BEGIN_DECLS

/* The standard references that are adopted for taxa. Those of a group in words reach none. */
typedef struct
{
  SaigaSnapshot *snapshot;
  GHashTable *by_taxon; /* id → GPtrArray of SaigaStandardReference, in id order; the snapshot keeps them */
} SaigaStandards;

SaigaStandards *_saiga_standards_new (SaigaSnapshot *snapshot);
void _saiga_standards_free (SaigaStandards *self);

SaigaStandardReference *_saiga_standards_find (const SaigaStandards *self,
                                               const SaigaSide *side,
                                               const SaigaSideTaxon *taxon);
gboolean _saiga_standards_cover (const SaigaStandards *self,
                                 const SaigaSide *side,
                                 const SaigaSideTaxon *group,
                                 SaigaStandardReference *reference);
gboolean _saiga_standards_differ (const SaigaStandards *self,
                                  SaigaStandardReference *a,
                                  SaigaStandardReference *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaStandards, _saiga_standards_free)

G_END_DECLS
