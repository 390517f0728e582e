/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-status.h>

#include "saiga-book-private.h"

G_BEGIN_DECLS

/* Which of the pieces that reach a taxon stand for it. */

/* Why an answer is not certain. */
typedef enum
{
  SAIGA_DOUBT_END_INFERRED = 1 << 0,
  SAIGA_DOUBT_RANGE_UNKNOWN = 1 << 1,
  SAIGA_DOUBT_RANGE_OF_PARENT = 1 << 2,
  SAIGA_DOUBT_RANGE_CONFLICT = 1 << 3,
  SAIGA_DOUBT_SCOPE_OVERLAP = 1 << 4,
  SAIGA_DOUBT_SCOPE_PART = 1 << 5,
  SAIGA_DOUBT_SCOPE_WORDS = 1 << 6,
  SAIGA_DOUBT_DATE = 1 << 7,
  SAIGA_DOUBT_MIGRATORY = 1 << 8,
  SAIGA_DOUBT_ALONE = 1 << 9,
} SaigaDoubt;

typedef enum
{
  SAIGA_GAP_AREAS = 1 << 0, /* some areas, or all of it */
  SAIGA_GAP_BELOW = 1 << 1, /* some accepted taxon below */
} SaigaGap;

/* The answer for one taxon. */
typedef struct
{
  guint32 own; /* appendices by its own pieces, a bit each */
  guint32 inherited;
  guint32 aggregated;
  guint16 doubts;       /* of SaigaDoubt */
  guint8 outcome;       /* SaigaStatusOutcome */
  guint8 is_incomplete; /* of SaigaGap: what of it is not listed */
} SaigaLawRow;

/* A piece that reaches a taxon, and how far up it stands: twice the depth of the listed
 * taxon; one less where it is named beside that taxon. */
typedef struct
{
  guint piece;
  guint level;
  guint is_used;
} SaigaReach;

#define SAIGA_REACH_INLINE 24

typedef struct
{
  SaigaReach *items;
  guint n;
  guint size;
  SaigaReach local[SAIGA_REACH_INLINE];
} SaigaReachList;

void _saiga_reach_list_init (SaigaReachList *self);
void _saiga_reach_list_clear (SaigaReachList *self);
void _saiga_reach_list_add (SaigaReachList *self,
                            guint piece,
                            guint level);

/* The question: one area, or the whole taxon. */
typedef struct
{
  const SaigaBook *book;
  int day;
  gboolean has_area;
  int area; /* may be SAIGA_ANY_AREA */
} SaigaQuestion;

gboolean _saiga_node_is_plain (const SaigaNode *node);
void _saiga_reach_descend (const SaigaQuestion *question,
                           guint node,
                           SaigaReachList *reach,
                           SaigaReachList *gone);
void _saiga_reach_chain (const SaigaQuestion *question,
                         guint node,
                         SaigaReachList *reach,
                         SaigaReachList *gone);

guint32 _saiga_resolve_area (const SaigaBook *book,
                             SaigaReachList *reach,
                             int area,
                             guint16 *doubts);
void _saiga_resolve_species (const SaigaQuestion *question,
                             guint node,
                             SaigaReachList *reach,
                             const SaigaReachList *gone,
                             SaigaLawRow *row);
void _saiga_resolve_higher (const SaigaQuestion *question,
                            guint node,
                            SaigaReachList *reach,
                            const SaigaReachList *gone,
                            SaigaLawRow *row);
gboolean _saiga_piece_lost (const SaigaQuestion *question,
                            const SaigaPiece *piece);
gboolean _saiga_reach_has_areas (const SaigaBook *book,
                                 const SaigaReachList *reach);

G_END_DECLS
