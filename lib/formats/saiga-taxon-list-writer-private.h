/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-records.h>

#include "saiga-writing-private.h"

G_BEGIN_DECLS

/* The taxa of one authority, in the order of their ids. */
typedef struct
{
  SaigaAuthority *authority;
  GPtrArray *taxa; /* not owned */
} SaigaTaxonListTaxa;

/* Of the authority that is named, else of the only one that has taxa. */
gboolean _saiga_taxon_list_taxa_find (SaigaTaxonListTaxa *self,
                                      SaigaWriting *writing,
                                      GError **error);
void _saiga_taxon_list_taxa_clear (SaigaTaxonListTaxa *self);

const char *_saiga_taxon_list_get_title (const SaigaTaxonListTaxa *self);
/* What is said of the list that is to be cited: its licence and DOI; "" if nothing. */
char *_saiga_taxon_list_dup_licence (const SaigaTaxonListTaxa *self,
                                     SaigaSnapshot *snapshot);
char *_saiga_taxon_list_dup_date (const SaigaTaxonListTaxa *self);

const char *_saiga_taxon_list_get_status (SaigaTaxon *taxon);
char *_saiga_taxon_list_dup_synonym_status (SaigaSynonym *synonym);

void _saiga_taxon_list_write_heading (SaigaWriting *writing,
                                      const char *member,
                                      const char *const *headings);

/* The tables that both standards have, each with headings of its own: a row for each area and tag, each common name. */
typedef struct
{
  SaigaRangeTags tag;
  const char *status; /* occurrenceStatus */
  const char *means;  /* establishmentMeans */
  const char *coldp;  /* the one word of ColDP */
} SaigaPlaceWords;

/* What stands in the row of an area behind the taxon. @place: how the readers know the area again. */
typedef void (*SaigaWritePlace) (SaigaWriting *writing,
                                 const char *place,
                                 const char *name,
                                 const SaigaPlaceWords *words);

void _saiga_taxon_list_write_vernaculars (SaigaWriting *writing,
                                          const SaigaTaxonListTaxa *taxa,
                                          const char *member,
                                          const char *const *headings);
void _saiga_taxon_list_write_distributions (SaigaWriting *writing,
                                            const SaigaTaxonListTaxa *taxa,
                                            const char *member,
                                            const char *const *headings,
                                            SaigaWritePlace write_place);

G_END_DECLS
