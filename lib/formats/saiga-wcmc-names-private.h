/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-wcmc-tables-private.h"

G_BEGIN_DECLS

extern const SaigaColumn _saiga_wcmc_taxon_columns[];
#define SAIGA_N_WCMC_TAXON_COLUMNS 9

SaigaRowEnd _saiga_wcmc_read_taxon (SaigaReading *reading,
                                    const SaigaRow *row,
                                    gpointer data);
void _saiga_wcmc_finish_taxa (SaigaWcmcTables *self);
/* The whole name, with those of its parents; NULL: one of them is not known. */
const char *_saiga_wcmc_make_name (SaigaWcmcTables *self,
                                   SaigaWcmcName *name);

/* `animalia:species:12392` */
char *_saiga_wcmc_number (SaigaWcmcTables *self,
                          const SaigaWcmcName *name);
void _saiga_wcmc_know_number (SaigaWcmcTables *self,
                              SaigaRecord *taxon,
                              SaigaWcmcAuthority authority,
                              const char *number);
void _saiga_wcmc_know_name (SaigaWcmcTables *self,
                            SaigaRecord *taxon,
                            SaigaWcmcAuthority authority);
/* The taxon of this name and rank, if it has no number; NULL. */
const char *_saiga_wcmc_find_unnumbered (SaigaWcmcTables *self,
                                         const SaigaWcmcName *name,
                                         SaigaWcmcAuthority authority);

G_END_DECLS
