/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-listing-piece.h>
#include <saiga/saiga-records.h>

#include "saiga-area-sets-private.h"
#include "saiga-snapshot-private.h"

G_BEGIN_DECLS

/* The law of one instrument put in order, once for all days: its taxa as a tree, and what
 * each listing covers between which days. It never changes. */

#define SAIGA_NO_NODE G_MAXUINT
#define SAIGA_FOREVER G_MAXINT
#define SAIGA_MAX_APPENDICES 32

typedef enum
{
  SAIGA_CARRY_NONE,    /* no inclusion */
  SAIGA_CARRY_CARRIED, /* the listing of the higher taxon stands for it */
  SAIGA_CARRY_ALONE,   /* an inclusion that stands for itself */
} SaigaCarry;

/* What a listing still covers between two days. */
typedef struct
{
  SaigaListing *listing;
  SaigaListing *ender; /* what ended it, or NULL */
  guint node;          /* the taxon listed */
  int from;
  int to;         /* the first day without, or SAIGA_FOREVER */
  int since;      /* from when the listing counts */
  int doubt_from; /* its date is not to be believed between these days */
  int doubt_to;
  guint appendix; /* position in the instrument */
  guint areas;    /* a set: the only ones if @is_named, otherwise all but these */
  guint left_out; /* a set, or SAIGA_NO_SET: the others that one that is named leaves out by name */
  guint included_in;
  guint first_except; /* in book->excepts: nodes taken out */
  guint n_excepts;
  guint8 end;   /* SaigaPieceEnd */
  guint8 carry; /* SaigaCarry */
  guint is_named : 1;
  guint is_partial : 1;
  guint is_limited : 1; /* by words that no field expresses */
  guint goes_on : 1;    /* with less, in another piece */
} SaigaPiece;

/* A deletion that takes a taxon out of the listings of higher ones. */
typedef struct
{
  SaigaListing *listing;
  guint node;
  guint appendix;
  int from;
  int to;
} SaigaCarve;

/* A taxon. The nodes stand in such an order that what is below one follows it. */
typedef struct
{
  SaigaTaxon *taxon;
  guint parent;
  guint end; /* after the last one below */
  guint depth;
  guint first_piece;
  guint n_pieces;
  guint first_carve;
  guint n_carves;
  guint first_also; /* in book->also: pieces that include it though it stands elsewhere */
  guint n_also;
  guint range;      /* a set, or SAIGA_NO_SET */
  guint8 migratory; /* SaigaTernary */
  guint is_accepted : 1;
  guint is_species : 1; /* or below */
  guint has_accepted_child : 1;
  guint is_excepted : 1; /* by some piece */
  guint has_parents_range : 1;
} SaigaNode;

/* A reservation from its entry to its withdrawal or lapse. */
typedef struct
{
  SaigaListing *listing;
  SaigaListing *withdrawal; /* NULL if there is none */
  guint node;
  guint appendix;
  int from;
  int to;
  guint copy_of; /* of the same reservation on a higher taxon, or G_MAXUINT */
  gboolean has_lapsed;
} SaigaReservationSpan;

typedef struct
{
  SaigaSnapshot *snapshot;
  SaigaInstrument *instrument;
  GStrv codes;           /* of the appendices */
  guint32 party_listed;  /* a bit an appendix */
  gboolean is_exclusive; /* one population stands in one appendix only */
  gboolean is_migratory; /* a listing above species rank covers migratory taxa only */
  gboolean is_printed;   /* what the printed Appendices say, not what binds */
  int in_force;
  int horizon;   /* the latest day of the authorities; or SAIGA_FOREVER */
  int tree_from; /* between which days the tree is this one */
  int tree_to;

  GArray *nodes;        /* of SaigaNode */
  GHashTable *by_taxon; /* id → position + 1 */
  SaigaAreaSets *areas;
  GArray *pieces;       /* of SaigaPiece, by node, then by day */
  GArray *carves;       /* of SaigaCarve, by node */
  GArray *excepts;      /* of guint: nodes */
  GArray *also;         /* of guint: pieces, by the node that they include */
  GArray *reservations; /* of SaigaReservationSpan, by node, then by day */
  GPtrArray *orphans;   /* of SaigaListing: rows that find nothing to act on */
} SaigaBook;

#define SAIGA_NODE(book, i) (&g_array_index ((book)->nodes, SaigaNode, i))
#define SAIGA_PIECE(book, i) (&g_array_index ((book)->pieces, SaigaPiece, i))
#define SAIGA_SPAN(book, i) (&g_array_index ((book)->reservations, SaigaReservationSpan, i))

/* Whether a piece lists its taxon on a day. One that another listing stands for does not. */
static inline gboolean
_saiga_piece_stands (const SaigaPiece *piece,
                     int day)
{
  return piece->from <= day && day < piece->to && piece->carry != SAIGA_CARRY_CARRIED;
}

/* A row of the history, before it is put in order. */
typedef struct
{
  SaigaListing *listing;
  guint node;
  guint appendix;
  int day;
  int text_day; /* earlier than @day: printed before it binds */
  SaigaListingChange change;
} SaigaEvent;

SaigaBook *_saiga_book_new (SaigaSnapshot *snapshot,
                            SaigaInstrument *instrument,
                            gboolean is_printed,
                            int day);
void _saiga_book_free (SaigaBook *self);

guint _saiga_book_find (SaigaBook *self,
                        const char *taxon_id);
int _saiga_book_find_appendix (SaigaBook *self,
                               const char *code);
gboolean _saiga_book_is_above (SaigaBook *self,
                               guint higher,
                               guint node);
gboolean _saiga_piece_excepts (const SaigaBook *book,
                               const SaigaPiece *piece,
                               guint node);
gboolean _saiga_piece_covers (const SaigaBook *book,
                              const SaigaPiece *piece,
                              int area);
gboolean _saiga_piece_names (const SaigaBook *book,
                             const SaigaPiece *piece,
                             int area);
gboolean _saiga_book_has_appendix (SaigaBook *self,
                                   guint node,
                                   guint appendix,
                                   int day);
const SaigaCarve *_saiga_book_find_carve (const SaigaBook *self,
                                          guint node,
                                          guint appendix,
                                          int day);

/* An array of int. */
void _saiga_sort_days (GArray *days);

/* The steps of making one, each in its own file. */
void _saiga_book_read_taxa (SaigaBook *self,
                            int day);
void _saiga_book_read_ranges (SaigaBook *self);
void _saiga_book_read_history (SaigaBook *self,
                               GArray *events);
void _saiga_book_settle_inclusions (SaigaBook *self);
void _saiga_book_index_also (SaigaBook *self);
void _saiga_book_read_reservations (SaigaBook *self,
                                    GArray *events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaBook, _saiga_book_free)

G_END_DECLS
