/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-listing.h>
#include <saiga/saiga-taxon.h>

G_BEGIN_DECLS

/**
 * SaigaPieceEnd:
 * @SAIGA_PIECE_END_OPEN: it has not ended
 * @SAIGA_PIECE_END_DELETED: a deletion ended it
 * @SAIGA_PIECE_END_SUPERSEDED: later additions to the same appendix took its place
 * @SAIGA_PIECE_END_TRANSFERRED: later additions to other appendices took its place, and no deletion says so
 * @SAIGA_PIECE_END_MOVED: the same, with a deletion from the appendix on that day
 * @SAIGA_PIECE_END_STATED: the listing itself says when it ends
 * @SAIGA_PIECE_END_NARROWED: it goes on, with fewer areas
 * @SAIGA_PIECE_END_INCLUSION: the listing of the higher taxon that had swallowed it began or ended
 *
 * How a piece of a listing ended.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_PIECE_END_OPEN,
  SAIGA_PIECE_END_DELETED,
  SAIGA_PIECE_END_SUPERSEDED,
  SAIGA_PIECE_END_TRANSFERRED,
  SAIGA_PIECE_END_MOVED,
  SAIGA_PIECE_END_STATED,
  SAIGA_PIECE_END_NARROWED,
  SAIGA_PIECE_END_INCLUSION,
} SaigaPieceEnd;

#define SAIGA_TYPE_PIECE_END (saiga_piece_end_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_piece_end_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_LISTING_PIECE (saiga_listing_piece_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaListingPiece, saiga_listing_piece, SAIGA, LISTING_PIECE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaListing *saiga_listing_piece_get_listing (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_listing_piece_get_taxon (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_listing_piece_get_appendix (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_listing_piece_get_since (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_listing_piece_get_start (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_listing_piece_get_until (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
SaigaPieceEnd saiga_listing_piece_get_ending (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_listing_piece_get_areas (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_listing_piece_get_excepts (SaigaListingPiece *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_listing_piece_covers (SaigaListingPiece *self,
                                     const char        *area_id);

G_END_DECLS
