/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-reading-private.h"

G_BEGIN_DECLS

/* The columns that the exports of Species+ and of the Checklist have in common; each has its own behind them. */
enum
{
  SAIGA_WCMC_ID,
  SAIGA_WCMC_KINGDOM,
  SAIGA_WCMC_PHYLUM,
  SAIGA_WCMC_CLASS,
  SAIGA_WCMC_ORDER,
  SAIGA_WCMC_FAMILY,
  SAIGA_WCMC_GENUS,
  SAIGA_WCMC_SPECIES,
  SAIGA_WCMC_SUBSPECIES,
  SAIGA_WCMC_NAME,
  SAIGA_WCMC_AUTHOR,
  SAIGA_WCMC_RANK,
  SAIGA_WCMC_ALL_CODES,
  SAIGA_WCMC_ALL_NAMES,
  SAIGA_WCMC_NATIVE,
  SAIGA_WCMC_INTRODUCED,
  SAIGA_WCMC_POSSIBLY_INTRODUCED,
  SAIGA_WCMC_REINTRODUCED,
  SAIGA_WCMC_EXTINCT,
  SAIGA_WCMC_POSSIBLY_EXTINCT,
  SAIGA_WCMC_UNCERTAIN,
  SAIGA_N_WCMC_COLUMNS,
};

/* clang-format off */
#define SAIGA_WCMC_COLUMNS                                          \
  [SAIGA_WCMC_ID] = { "id|taxonid", TRUE },                         \
  [SAIGA_WCMC_KINGDOM] = { "kingdom", FALSE },                      \
  [SAIGA_WCMC_PHYLUM] = { "phylum", FALSE },                        \
  [SAIGA_WCMC_CLASS] = { "class", FALSE },                          \
  [SAIGA_WCMC_ORDER] = { "order", FALSE },                          \
  [SAIGA_WCMC_FAMILY] = { "family", FALSE },                        \
  [SAIGA_WCMC_GENUS] = { "genus", FALSE },                          \
  [SAIGA_WCMC_SPECIES] = { "species", FALSE },                      \
  [SAIGA_WCMC_SUBSPECIES] = { "subspecies", FALSE },                \
  [SAIGA_WCMC_NAME] = { "scientificname|fullname", TRUE },          \
  [SAIGA_WCMC_AUTHOR] = { "author|authoryear", FALSE },             \
  [SAIGA_WCMC_RANK] = { "rank|rankname", TRUE },                    \
  [SAIGA_WCMC_ALL_CODES] = { "alldistributionisocodes", FALSE },    \
  [SAIGA_WCMC_ALL_NAMES] = { "alldistributionfullnames", FALSE },   \
  [SAIGA_WCMC_NATIVE] = { "nativedistributionfullnames", FALSE },   \
  [SAIGA_WCMC_INTRODUCED] = { "introduceddistribution", FALSE },    \
  [SAIGA_WCMC_POSSIBLY_INTRODUCED] = { "introduced?distribution", FALSE }, \
  [SAIGA_WCMC_REINTRODUCED] = { "reintroduceddistribution", FALSE }, \
  [SAIGA_WCMC_EXTINCT] = { "extinctdistribution", FALSE },          \
  [SAIGA_WCMC_POSSIBLY_EXTINCT] = { "extinct?distribution", FALSE }, \
  [SAIGA_WCMC_UNCERTAIN] = { "distributionuncertain", FALSE }
/* clang-format on */

/* The taxon of the row, with those above it and its range; NULL: the row is refused, and a problem says why. */
SaigaRecord *_saiga_wcmc_row_put_taxon (SaigaReading *reading,
                                        const SaigaRow *row,
                                        SaigaRangeDraft *range);
/* A `#` annotation; without symbol or words, NULL, else its id. */
const char *_saiga_wcmc_put_annotation (SaigaReading *reading,
                                        const char *symbol,
                                        SaigaText *text);
extern const char *const _saiga_wcmc_cites_codes[]; /* of the Appendices; end with NULL */
/* The next of the Appendices in a cell such as `I/II/NC`; NULL at the end. What is none of @codes is a problem. */
const char *_saiga_wcmc_next_appendix (SaigaReading *reading,
                                       const char *const *codes,
                                       const char **rest);
/* Sees to it that the authority is there, of the convention that is read, and sets both. */
void _saiga_wcmc_begin (SaigaReading *reading,
                        const char *instrument_id,
                        const char *authority_id);

G_END_DECLS
