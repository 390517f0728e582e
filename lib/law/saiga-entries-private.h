/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-records.h>

#include "saiga-snapshot-private.h"

G_BEGIN_DECLS

/* What a listing still covers on a day. */
typedef struct
{
  SaigaListing *listing;
  guint appendix;      /* position in the instrument */
  GPtrArray *areas;    /* ids; NULL is none */
  gboolean is_named;   /* @areas are the only ones; otherwise, all but @areas */
  gboolean is_limited; /* by words that no field expresses */
  gboolean is_carried; /* the listing of a higher taxon has swallowed it */
} SaigaEntry;

/* The entries of an instrument in force on a day, by taxon. */
typedef struct _SaigaEntries SaigaEntries;

SaigaEntries *_saiga_entries_new (SaigaSnapshot *snapshot,
                                  SaigaInstrument *instrument,
                                  int day);
void _saiga_entries_free (SaigaEntries *self);

GPtrArray *_saiga_entries_lookup (SaigaEntries *self,
                                  const char *taxon_id);
gboolean _saiga_entries_are_whole (GPtrArray *entries);
gboolean _saiga_entry_excepts (const SaigaEntry *self,
                               const char *taxon_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaEntries, _saiga_entries_free)

G_END_DECLS
