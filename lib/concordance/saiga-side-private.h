/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-row.h>
#include <saiga/saiga-records.h>

#include "saiga-frame-private.h"

G_BEGIN_DECLS

/* A taxon of one authority, with what its convention says of it on a day. */
typedef struct _SaigaSideTaxon SaigaSideTaxon;
struct _SaigaSideTaxon
{
  SaigaTaxon *taxon;
  SaigaSideTaxon *parent; /* NULL at the top */
  SaigaTaxonRank rank;
  gboolean has_groups; /* the next two are looked for */
  const char *kingdom; /* names of the taxa of these ranks above; or NULL */
  const char *klass;
  const char *name;     /* as the entry in force prints it, else of the taxon */
  guint node;           /* in the law */
  guint32 own;          /* appendices by its own entries, a bit each */
  guint32 inherited;    /* by entries of higher taxa */
  guint32 lower;        /* by entries of lower taxa */
  SaigaSideTaxon *from; /* the nearest higher taxon whose entry it inherits, or NULL */
  SaigaCoverage coverage;
  guint position; /* in the order of the ids */
};

/* From names to taxa, letters of both cases alike. The names are not copied. */
typedef struct _SaigaNameTable SaigaNameTable;
typedef struct _SaigaNameEntry SaigaNameEntry;
struct _SaigaNameEntry
{
  SaigaSideTaxon *taxon;
  SaigaNameEntry *next; /* another taxon with the name */
};

const SaigaNameEntry *_saiga_name_table_lookup (SaigaNameTable *self,
                                                const char *name);

/* One authority on a day. */
typedef struct
{
  SaigaAuthority *authority;
  SaigaInstrument *instrument;
  GStrv codes; /* of the appendices, in the order of the bits */
  SaigaBook *law;
  SaigaFrame day;             /* what the law says on it */
  GArray *taxa;               /* of SaigaSideTaxon, accepted ones, in id order */
  GHashTable *by_id;          /* id → SaigaSideTaxon */
  SaigaNameTable *by_name;    /* accepted names */
  SaigaNameTable *by_synonym; /* synonyms, and what the Appendices print for the accepted name */
} SaigaSide;

SaigaSide *_saiga_side_new (SaigaSnapshot *snapshot,
                            SaigaAuthority *authority,
                            int day,
                            GError **error);
void _saiga_side_free (SaigaSide *self);

SaigaSideTaxon *_saiga_side_get_taxon (SaigaSide *self,
                                       guint position);
gboolean _saiga_side_taxon_is_species (const SaigaSideTaxon *self);
gboolean _saiga_side_taxon_is_higher (const SaigaSideTaxon *self);
SaigaSideTaxon *_saiga_side_find_same (SaigaSide *self,
                                       const SaigaSideTaxon *other);
char *_saiga_side_print_appendices (SaigaSide *self,
                                    guint32 appendices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaSide, _saiga_side_free)

G_END_DECLS
