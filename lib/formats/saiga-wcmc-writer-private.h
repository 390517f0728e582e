/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-status-table.h>

#include "saiga-writing-private.h"

G_BEGIN_DECLS

/* What the files of Species+ and of the Checklist have in common when they are written: a row for a taxon, with the
 * names above it, and the countries where it lives. */

#define SAIGA_N_WCMC_RANKS 6 /* kingdom to genus */

typedef struct
{
  SaigaTaxon *taxon;
  const char *above[SAIGA_N_WCMC_RANKS]; /* names; NULL */
} SaigaWcmcTaxonRow;

/* The law of the day that is asked for, else of the day of the data set; NULL with an error. */
SaigaStatusTable *_saiga_wcmc_ask_law (SaigaWriting *writing,
                                       const char *instrument_id,
                                       GError **error);
/* The accepted taxa of an authority from rank to rank, by the names above them and their own. */
GArray *_saiga_wcmc_list_rows (SaigaWriting *writing,
                               const char *authority_id,
                               SaigaTaxonRank first,
                               SaigaTaxonRank last);
const char *_saiga_wcmc_get_number (const SaigaWcmcTaxonRow *row); /* NULL */
char *_saiga_wcmc_dup_rank (const SaigaWcmcTaxonRow *row);         /* "SPECIES" */
/* The epithet of the species, or below it; NULL: it has none. */
char *_saiga_wcmc_dup_epithet (const SaigaWcmcTaxonRow *row,
                               guint position);
void _saiga_wcmc_add_distinct (GString *list,
                               const char *text);

/* How a list of countries is written, and in what order its columns come. */
typedef struct
{
  const char *separator;
  gboolean codes_first;
} SaigaWcmcPlaces;

void _saiga_wcmc_write_range (SaigaWriting *writing,
                              SaigaRange *range,
                              const SaigaWcmcPlaces *places);

G_END_DECLS
