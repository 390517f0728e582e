/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-vocabulary.h>
#include <saiga/saiga-records.h>

#include "saiga-frame-private.h"

G_BEGIN_DECLS

/* Names are given under one of two codes, which do not know each other's. */
typedef enum
{
  SAIGA_CODE_UNKNOWN,
  SAIGA_CODE_ANIMALS,
  SAIGA_CODE_PLANTS, /* algae and fungi too */
} SaigaCode;

/* Higher taxa by which two taxa are kin. */
enum
{
  SAIGA_GROUP_CLASS,
  SAIGA_GROUP_ORDER,
  SAIGA_GROUP_FAMILY,
  SAIGA_N_GROUPS,
};

/* A taxon of one authority, with what its convention says of it on a day. */
typedef struct _SaigaSideTaxon SaigaSideTaxon;
struct _SaigaSideTaxon
{
  SaigaTaxon *taxon;
  SaigaSideTaxon *parent;  /* NULL at the top */
  SaigaSideTaxon *species; /* itself; of a lower taxon its species; NULL of a higher taxon */
  const char *name;        /* as the entry in force prints it, else of the taxon; interned */
  const char *kingdom;     /* NULL if there is none */
  const char *groups[SAIGA_N_GROUPS];
  guint position;    /* in the order of the ids */
  guint node;        /* in the law, or SAIGA_NO_NODE */
  guint32 own;       /* appendices by its own entries, a bit each */
  guint32 inherited; /* by entries of higher taxa */
  guint32 lower;     /* by entries of lower taxa */
  guint8 rank;       /* SaigaTaxonRank */
  guint8 coverage;   /* SaigaCoverage */
  guint8 code;       /* SaigaCode */
  guint8 has_groups; /* they were looked for */
};

/* One authority on a day. */
typedef struct
{
  SaigaAuthority *authority;
  SaigaInstrument *instrument; /* NULL of an authority that is no convention's */
  GStrv codes;                 /* of the appendices, in the order of the bits */
  SaigaBook *law;              /* NULL without an instrument */
  SaigaFrame day;              /* what the law says on it */
  SaigaSideTaxon *taxa;        /* in id order */
  guint n_taxa;
  GHashTable *by_id;           /* id → SaigaSideTaxon */
  SaigaSideTaxon **segregates; /* those that it says it split off from others */
  guint n_segregates;
  GStringChunk *printed; /* names that no record has in this form */
} SaigaSide;

SaigaSide *_saiga_side_new (SaigaSnapshot *snapshot,
                            SaigaAuthority *authority,
                            int day);
void _saiga_side_free (SaigaSide *self);

static inline gboolean
_saiga_side_taxon_is_species (const SaigaSideTaxon *self)
{
  return self->species == self;
}

static inline gboolean
_saiga_side_taxon_is_higher (const SaigaSideTaxon *self)
{
  return self->species == NULL;
}

static inline const char *
_saiga_side_taxon_get_id (const SaigaSideTaxon *self)
{
  return _saiga_record_peek_id (SAIGA_RECORD (self->taxon));
}

/* All that list it or a part of it. */
static inline guint32
_saiga_side_taxon_get_appendices (const SaigaSideTaxon *self)
{
  return self->own | self->inherited | self->lower;
}

/* Whether a taxon lives in an area, or may do so. */
static inline gboolean
_saiga_range_tags_are_live (SaigaRangeTags tags)
{
  return (tags & (SAIGA_RANGE_TAGS_NATIVE | SAIGA_RANGE_TAGS_REINTRODUCED | SAIGA_RANGE_TAGS_UNCERTAIN | SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT)) != 0;
}

/* Whether the names of two taxa may be given under the same code. */
static inline gboolean
_saiga_side_taxa_have_one_code (const SaigaSideTaxon *a,
                                const SaigaSideTaxon *b)
{
  return a->code == b->code || a->code == SAIGA_CODE_UNKNOWN || b->code == SAIGA_CODE_UNKNOWN;
}

gboolean _saiga_side_taxon_is_above (const SaigaSideTaxon *self,
                                     const SaigaSideTaxon *other);
gboolean _saiga_side_taxa_are_kin (const SaigaSideTaxon *a,
                                   const SaigaSideTaxon *b);
const char *_saiga_side_taxon_get_group (const SaigaSideTaxon *self);

const char *_saiga_side_get_nick (const SaigaSide *self);

/* A set of areas, which the snapshot keeps. */
gboolean _saiga_side_taxon_add_range (const SaigaSideTaxon *self,
                                      GHashTable *areas);
GStrv _saiga_areas_to_strv (GHashTable *areas);
char *_saiga_print_area_codes (SaigaSnapshot *snapshot,
                               const char *const *area_ids);
const SaigaSideTaxon *_saiga_side_find_former (const SaigaSide *self,
                                               const SaigaSideTaxon *taxon);
guint32 _saiga_side_find_appendix (const SaigaSide *self,
                                   const char *code);
char *_saiga_side_print_appendices (const SaigaSide *self,
                                    guint32 appendices);
const guint *_saiga_side_get_used (const SaigaSide *self,
                                   const SaigaSideTaxon *taxon,
                                   guint *n_used);
gboolean _saiga_side_is_whole (const SaigaSide *self,
                               const SaigaSideTaxon *taxon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaSide, _saiga_side_free)

G_END_DECLS
