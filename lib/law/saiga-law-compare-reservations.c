/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-law-changes-private.h"

/* What became different in reservations. */

static gboolean
is_same_reservation (SaigaBook *book,
                     const SaigaReservationSpan *span,
                     SaigaBook *other_book,
                     const SaigaReservationSpan *other)
{
  return span->from == other->from &&
         g_str_equal (book->codes[span->appendix], other_book->codes[other->appendix]) &&
         g_str_equal (_saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (book, span->node)->taxon)),
                      _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (other_book, other->node)->taxon))) &&
         g_strcmp0 (saiga_listing_get_party_id (span->listing), saiga_listing_get_party_id (other->listing)) == 0 &&
         g_strcmp0 (saiga_listing_get_territory_id (span->listing), saiga_listing_get_territory_id (other->listing)) == 0;
}

/* The row of the same id, or one that says the same: ids may be given anew. */
static const SaigaReservationSpan *
find_span (SaigaBook *book,
           const SaigaReservationSpan *span,
           SaigaBook *other_book)
{
  const char *listing_id = _saiga_record_peek_id (SAIGA_RECORD (span->listing));

  for (guint i = 0; i < other_book->reservations->len; i++)
    if (g_str_equal (_saiga_record_peek_id (SAIGA_RECORD (SAIGA_SPAN (other_book, i)->listing)), listing_id))
      return SAIGA_SPAN (other_book, i);
  for (guint i = 0; i < other_book->reservations->len; i++)
    if (is_same_reservation (book, span, other_book, SAIGA_SPAN (other_book, i)))
      return SAIGA_SPAN (other_book, i);

  return NULL;
}

static gboolean
stands_on (const SaigaReservationSpan *span,
           int day)
{
  return span != NULL && span->copy_of == G_MAXUINT && span->from <= day && day < span->to;
}

void
_saiga_law_changes_add_reservation (SaigaLawChanges *self,
                                    SaigaBook *book,
                                    const SaigaReservationSpan *span,
                                    SaigaLawChangeKind kind)
{
  g_autoptr(GPtrArray) listings = g_ptr_array_new ();
  g_autoptr(GPtrArray) ended = g_ptr_array_new ();
  SaigaLawChangeFacts facts = { .kind = kind, .taxon = SAIGA_NODE (book, span->node)->taxon };

  if (kind != SAIGA_LAW_CHANGE_KIND_RESERVED)
    g_ptr_array_add (ended, span->listing);
  g_ptr_array_add (listings, kind == SAIGA_LAW_CHANGE_KIND_WITHDRAWN ? span->withdrawal : span->listing);
  facts.party_id = saiga_listing_get_party_id (span->listing);
  facts.after = 1u << span->appendix;
  facts.old_listings = ended;
  facts.new_listings = listings;
  facts.effective = kind == SAIGA_LAW_CHANGE_KIND_RESERVED ? span->from : span->to;
  _saiga_law_changes_add (self, &facts);
}

/* It stood in the old data; the new ones do not know it, so neither how nor when it ended. */
static void
add_dropped (SaigaLawChanges *self,
             SaigaBook *old_book,
             SaigaBook *new_book,
             const SaigaReservationSpan *span)
{
  const SaigaLawPair pair = { old_book, new_book, span->node,
                              _saiga_book_find (new_book, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (old_book, span->node)->taxon))),
                              self->from, self->to };
  g_autoptr(GPtrArray) listings = g_ptr_array_new ();
  SaigaLawChangeFacts facts = { .kind = SAIGA_LAW_CHANGE_KIND_DROPPED, .after = 1u << span->appendix, .old_listings = listings, .effective = SAIGA_FOREVER };

  g_ptr_array_add (listings, span->listing);
  facts.taxon = _saiga_law_pair_get_taxon (&pair);
  facts.cause = _saiga_law_pair_get_cause (&pair);
  facts.party_id = saiga_listing_get_party_id (span->listing);
  _saiga_law_changes_add (self, &facts);
}

static SaigaLawChangeKind
end_kind (const SaigaReservationSpan *span)
{
  return span->has_lapsed || span->withdrawal == NULL ? SAIGA_LAW_CHANGE_KIND_LAPSED : SAIGA_LAW_CHANGE_KIND_WITHDRAWN;
}

void
_saiga_law_changes_compare_reservations (SaigaLawChanges *self,
                                         SaigaBook *old_book,
                                         SaigaBook *new_book)
{
  for (guint i = 0; i < new_book->reservations->len; i++)
    {
      const SaigaReservationSpan *span = SAIGA_SPAN (new_book, i);
      const SaigaReservationSpan *old;

      if (span->copy_of != G_MAXUINT || !_saiga_law_is_under (span->node, new_book, self->under_new))
        continue;
      old = old_book == new_book ? span : find_span (new_book, span, old_book);
      if (span->from <= self->to && !stands_on (old, self->from) && (old == NULL || span->from > self->from))
        _saiga_law_changes_add_reservation (self, new_book, span, SAIGA_LAW_CHANGE_KIND_RESERVED);
      if (span->to <= self->to && (stands_on (old, self->from) || (old == span && span->from > self->from)))
        _saiga_law_changes_add_reservation (self, new_book, span, end_kind (span));
    }
  for (guint i = 0; old_book != new_book && i < old_book->reservations->len; i++)
    {
      const SaigaReservationSpan *span = SAIGA_SPAN (old_book, i);

      if (stands_on (span, self->from) && _saiga_law_is_under (span->node, old_book, self->under_old) && find_span (old_book, span, new_book) == NULL)
        add_dropped (self, old_book, new_book, span);
    }
}
