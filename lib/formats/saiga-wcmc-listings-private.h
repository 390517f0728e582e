/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-wcmc-tables-private.h"

G_BEGIN_DECLS

/* What a row says, before it is known which record of the data set it is. */
typedef struct
{
  SaigaRecord *record; /* without an id */
  char *taxon_id;
  char *party_id;
  const char *appendix;
  const char *change;
  char *day; /* NULL: not known */
  const SaigaWcmcNote *note;
  guint row;
} SaigaWcmcListing;

void _saiga_wcmc_finish_listings (SaigaWcmcTables *self);

G_END_DECLS
