/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-status-private.h"

/**
 * SaigaListingPiece:
 *
 * What a listing covers between two days.
 *
 * Listings are rows of a history; what each of them still covers, and until when, follows
 * from those that come after it. Where a later row takes some areas away, the listing goes
 * on as another piece with the rest.
 *
 * Since: 0.1
 */
struct _SaigaListingPiece
{
  GObject parent_instance;

  SaigaListing *listing;
  SaigaTaxon *taxon;
  SaigaDate *since;
  SaigaDate *start;
  SaigaDate *until; /* NULL: it has no end that is known */
  SaigaPieceEnd ending;
  gboolean is_named;
  char **areas;
};

G_DEFINE_FINAL_TYPE (SaigaListingPiece, saiga_listing_piece, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaPieceEnd, saiga_piece_end,
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_DELETED, "deleted"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_SUPERSEDED, "superseded"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_TRANSFERRED, "transferred"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_MOVED, "moved"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_STATED, "stated"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_NARROWED, "narrowed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PIECE_END_INCLUSION, "inclusion"))
/* clang-format on */

static void
saiga_listing_piece_finalize (GObject *object)
{
  SaigaListingPiece *self = SAIGA_LISTING_PIECE (object);

  g_clear_object (&self->listing);
  g_clear_object (&self->taxon);
  g_clear_pointer (&self->since, saiga_date_unref);
  g_clear_pointer (&self->start, saiga_date_unref);
  g_clear_pointer (&self->until, saiga_date_unref);
  g_clear_pointer (&self->areas, g_strfreev);

  G_OBJECT_CLASS (saiga_listing_piece_parent_class)->finalize (object);
}

static void
saiga_listing_piece_class_init (SaigaListingPieceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_listing_piece_finalize;
}

static void
saiga_listing_piece_init (SaigaListingPiece *self)
{
}

SaigaListingPiece *
_saiga_listing_piece_new (SaigaBook *book,
                          guint piece)
{
  SaigaListingPiece *self = g_object_new (SAIGA_TYPE_LISTING_PIECE, NULL);
  const SaigaPiece *from = SAIGA_PIECE (book, piece);

  self->listing = g_object_ref (from->listing);
  self->taxon = g_object_ref (SAIGA_NODE (book, from->node)->taxon);
  self->since = _saiga_date_of_day (from->since);
  self->start = _saiga_date_of_day (from->from);
  self->until = _saiga_date_of_day (from->to);
  self->ending = from->end;
  self->is_named = from->is_named;
  self->areas = _saiga_area_sets_list (book->areas, from->areas);

  return self;
}

/**
 * saiga_listing_piece_get_listing:
 * @self: a piece
 *
 * Gets the listing.
 *
 * Returns: (transfer none) (nullable): the listing
 *
 * Since: 0.1
 */
SaigaListing *
saiga_listing_piece_get_listing (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->listing;
}

/**
 * saiga_listing_piece_get_taxon:
 * @self: a piece
 *
 * Gets the taxon that the listing names.
 *
 * Returns: (transfer none) (nullable): the taxon
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_listing_piece_get_taxon (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->taxon;
}

/**
 * saiga_listing_piece_get_appendix:
 * @self: a piece
 *
 * Gets the code of the appendix.
 *
 * Returns: (nullable): the code
 *
 * Since: 0.1
 */
const char *
saiga_listing_piece_get_appendix (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->listing != NULL ? saiga_listing_get_appendix (self->listing) : NULL;
}

/**
 * saiga_listing_piece_get_since:
 * @self: a piece
 *
 * Gets the first day on which the listing binds.
 *
 * Returns: (transfer none) (nullable): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_listing_piece_get_since (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->since;
}

/**
 * saiga_listing_piece_get_start:
 * @self: a piece
 *
 * Gets the first day on which the listing covers what the piece says: that of the listing,
 * or a later one on which it lost areas.
 *
 * Returns: (transfer none) (nullable): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_listing_piece_get_start (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->start;
}

/**
 * saiga_listing_piece_get_until:
 * @self: a piece
 *
 * Gets the first day without it.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if no end is known
 *
 * Since: 0.1
 */
SaigaDate *
saiga_listing_piece_get_until (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->until;
}

/**
 * saiga_listing_piece_get_ending:
 * @self: a piece
 *
 * Gets how it ended.
 *
 * Returns: the kind of end
 *
 * Since: 0.1
 */
SaigaPieceEnd
saiga_listing_piece_get_ending (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), SAIGA_PIECE_END_OPEN);

  return self->ending;
}

/**
 * saiga_listing_piece_get_areas:
 * @self: a piece
 *
 * Gets the areas of its scope: the only ones that it covers, or those that it does not,
 * as [method@ListingPiece.get_excepts] tells.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the areas
 *
 * Since: 0.1
 */
const char *const *
saiga_listing_piece_get_areas (SaigaListingPiece *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), NULL);

  return self->areas != NULL ? (const char *const *) self->areas : none;
}

/**
 * saiga_listing_piece_get_excepts:
 * @self: a piece
 *
 * Gets whether it covers all areas but those of its scope.
 *
 * Returns: whether it does; without areas, it covers the whole taxon
 *
 * Since: 0.1
 */
gboolean
saiga_listing_piece_get_excepts (SaigaListingPiece *self)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), FALSE);

  return !self->is_named;
}

/**
 * saiga_listing_piece_covers:
 * @self: a piece
 * @area_id: the id of an area
 *
 * Gets whether the population of an area is in its scope.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
gboolean
saiga_listing_piece_covers (SaigaListingPiece *self,
                            const char *area_id)
{
  g_return_val_if_fail (SAIGA_IS_LISTING_PIECE (self), FALSE);
  g_return_val_if_fail (area_id != NULL, FALSE);

  return g_strv_contains (saiga_listing_piece_get_areas (self), area_id) == self->is_named;
}
