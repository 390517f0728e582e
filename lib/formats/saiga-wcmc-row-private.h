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

/* A tag of an area, as Species+ has it and as a range has it. */
typedef struct
{
  const char *word;
  const char *tag;
} SaigaWcmcTag;

extern const SaigaWcmcTag _saiga_wcmc_tags[];        /* end with NULL */
const char *_saiga_wcmc_find_tag (const char *word); /* in any case; NULL: it is none */
/* The taxon of the row, with those above it and its range; NULL: the row is refused, and a problem says why. */
SaigaRecord *_saiga_wcmc_row_put_taxon (SaigaReading *reading,
                                        const SaigaRow *row,
                                        SaigaRangeDraft *range);
/* A `#` annotation; without symbol or words, NULL, else its id. */
const char *_saiga_wcmc_put_annotation (SaigaReading *reading,
                                        const char *symbol,
                                        SaigaText *text);
extern const char *const _saiga_wcmc_cites_codes[]; /* of the Appendices; end with NULL */
extern const char *const _saiga_wcmc_eu_codes[];    /* of the annexes of the EU, the same */
/* The next of the Appendices in a cell such as `I/II/NC`; NULL at the end. What is none of @codes is a problem. */
const char *_saiga_wcmc_next_appendix (SaigaReading *reading,
                                       const char *const *codes,
                                       const char **rest);
/* Over `[FAMILY listing Trochilidae spp.] ` before the words of a listing; the name in it, without ` spp.`, goes to
 * @under, which is NULL if there is none. */
const char *_saiga_wcmc_skip_under (const char *words,
                                    char **under);
/* The taxon of that name, if it is this one, stands above it, or has a listing that includes it; NULL. */
const char *_saiga_wcmc_find_above (SaigaReading *reading,
                                    SaigaRecord *taxon,
                                    const char *name);

/* A listing as Species+ has it. Empty texts, and NULL, are not said. */
typedef struct
{
  const char *number;
  const char *appendix;
  const char *change;    /* NULL: addition */
  const char *effective; /* ISO 8601 */
  const char *party;     /* code or name */
  const char *words;     /* with what it is listed under before them */
  const char *language;  /* of the words; NULL: English */
  const char *current;   /* "yes", "no" */
  const char *annotation_id;
} SaigaSpeciesPlusListing;

/* The draft; NULL: the Party is not known, and a problem says so. */
SaigaRecord *_saiga_wcmc_put_listing (SaigaReading *reading,
                                      SaigaRecord *taxon,
                                      const SaigaSpeciesPlusListing *listing);
/* The four cells of an export of CMS listings, such as `I/II`, `Anatidae spp.,Branta ruficollis`,
 * `**I** 15/07/1997` and `**II** 01/01/1994` on lines, and notes in the same way. */
void _saiga_wcmc_put_cms_listings (SaigaReading *reading,
                                   SaigaRecord *taxon,
                                   const char *listing,
                                   const char *under,
                                   const char *dates,
                                   const char *notes);
/* The regulation by which the European Union carries out CITES, with its Annexes; the embedded data set has it not. Its
 * id. The authority of the reading serves it. */
const char *_saiga_wcmc_need_eu (SaigaReading *reading);
/* Sees to it that the authority is there, of the convention that is read, and sets both. */
void _saiga_wcmc_begin (SaigaReading *reading,
                        const char *instrument_id,
                        const char *authority_id);

G_END_DECLS
