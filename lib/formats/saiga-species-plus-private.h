/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-wcmc-row-private.h"
#include "saiga-writing-private.h"

G_BEGIN_DECLS

/* The three exports of listings have these columns between the name and the countries, each some of them. */
enum
{
  SAIGA_SPECIES_PLUS_LISTING = SAIGA_N_WCMC_COLUMNS,
  SAIGA_SPECIES_PLUS_PARTY,
  SAIGA_SPECIES_PLUS_UNDER,
  SAIGA_SPECIES_PLUS_NOTE,
  SAIGA_SPECIES_PLUS_HASH_NOTE,
  SAIGA_SPECIES_PLUS_AGREEMENT,
  SAIGA_SPECIES_PLUS_DATE,
  SAIGA_SPECIES_PLUS_CITES,
  SAIGA_N_SPECIES_PLUS_COLUMNS,
};

gboolean _saiga_species_plus_write_cites (SaigaWriting *writing,
                                          GError **error);
gboolean _saiga_species_plus_write_cms (SaigaWriting *writing,
                                        GError **error);

G_END_DECLS
