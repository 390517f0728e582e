/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-pairing-private.h"
#include "saiga-reviews-private.h"

G_BEGIN_DECLS

#define SAIGA_NO_ROW G_MAXUINT32

/* What belongs together. It takes no object: most are never looked at. */
typedef struct
{
  guint members;
  guint n_members[2];     /* of side a, of side b */
  SaigaSideTaxon *placed; /* the higher taxon that lists the species on the side that does not know it, or NULL */
  guint8 coverage[2];     /* SaigaCoverage */
  guint8 relation;        /* SaigaListingRelation, as decided */
  guint8 computed;        /* SaigaListingRelation, without a review */
  guint8 certainty;       /* SaigaConcordanceCertainty, of the listing */
  guint8 shape;           /* SaigaRowShape */
  guint8 is_higher;
} SaigaRow;

typedef struct _SaigaAssessed SaigaAssessed;

typedef struct
{
  SaigaSnapshot *snapshot; /* whoever asks keeps it */
  SaigaSide *sides[2];
  SaigaAlignment *alignment;
  SaigaReviews *reviews;
  GArray *rows;       /* of SaigaRow, in the order of the concordance */
  GPtrArray *members; /* of SaigaSideTaxon: those of each row, side a before side b */
  guint32 *row_of[2]; /* of each taxon that is a species or has a higher row, or SAIGA_NO_ROW */

  /* Where to look for names that are like each other, made when asked for. */
  GHashTable *by_word[2]; /* word → GArray of guint32 */

  SaigaAssessed *assessed; /* what the Red List says, made when asked for */
} SaigaRows;

SaigaRows *_saiga_rows_new_take (SaigaSnapshot *snapshot,
                                 SaigaSide *a,
                                 SaigaSide *b,
                                 SaigaReviews *reviews);
void _saiga_rows_free (SaigaRows *self);

static inline SaigaRow *
_saiga_rows_get (const SaigaRows *self,
                 guint position)
{
  return &g_array_index (self->rows, SaigaRow, position);
}

static inline gboolean
_saiga_row_is_shared (const SaigaRow *row)
{
  return row->relation == SAIGA_LISTING_RELATION_BOTH || row->relation == SAIGA_LISTING_RELATION_BOTH_HIGHER ||
         row->relation == SAIGA_LISTING_RELATION_BOTH_PART;
}

SaigaSideTaxon **_saiga_rows_get_members (const SaigaRows *self,
                                          const SaigaRow *row,
                                          guint side);
SaigaSideTaxon *_saiga_rows_get_first (const SaigaRows *self,
                                       const SaigaRow *row);
/* Those of both sides. */
static inline SaigaSideTaxon **
_saiga_rows_get_all_members (const SaigaRows *self,
                             const SaigaRow *row,
                             guint *n_members)
{
  *n_members = row->n_members[0] + row->n_members[1];

  return (SaigaSideTaxon **) self->members->pdata + row->members;
}

const char *_saiga_rows_get_key (const SaigaRows *self,
                                 const SaigaRow *row);
guint32 _saiga_rows_find (const SaigaRows *self,
                          guint side,
                          const SaigaSideTaxon *taxon);
GArray *_saiga_rows_list_pairs (const SaigaRows *self,
                                const SaigaRow *row,
                                gboolean with_lower);
GArray *_saiga_rows_list_candidates (SaigaRows *self,
                                     const SaigaRow *row,
                                     SaigaEvidenceList *evidence);
void _saiga_rows_decide (const SaigaRows *self,
                         SaigaPairing *pair,
                         SaigaEvidenceList *evidence);
gboolean _saiga_rows_differ (const SaigaRows *self,
                             const SaigaRow *row);
gboolean _saiga_rows_have_own (const SaigaRows *self,
                               const SaigaRow *row);

guint32 _saiga_rows_get_appendices (const SaigaRows *self,
                                    const SaigaRow *row,
                                    guint side);

/* Certainty and class of the listings, which follow from the members. */
void _saiga_row_read_listings (SaigaRows *self,
                               SaigaRow *row);

G_END_DECLS
