/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-book-private.h"

/* ---- days */

/* The first day on which a listing counts. A placeholder of the source is not believed. */
static int
effective_day (SaigaBook *self,
               SaigaListing *listing)
{
  SaigaDate *effective = saiga_listing_get_effective (listing);
  SaigaDate *text_from = saiga_listing_get_text_from (listing);

  if (effective != NULL)
    return saiga_date_get_earliest_day (effective);
  if (text_from != NULL && saiga_listing_get_precision (listing) != SAIGA_LISTING_PRECISION_PLACEHOLDER)
    return saiga_date_get_earliest_day (text_from);

  return self->in_force;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const int *first = a;
  const int *second = b;

  return *first < *second ? -1 : *first > *second;
}

void
_saiga_sort_days (GArray *days)
{
  g_array_sort (days, compare_days);
}

/* ---- what there is */

static void
read_instrument (SaigaBook *self)
{
  GListModel *appendices = saiga_instrument_get_appendices (self->instrument);
  SaigaDate *in_force = saiga_instrument_get_entry_into_force (self->instrument);
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  self->is_exclusive = saiga_instrument_get_exclusive (self->instrument);
  self->is_migratory = saiga_instrument_get_higher_taxon (self->instrument) == SAIGA_INSTRUMENT_HIGHER_TAXON_MIGRATORY;
  self->in_force = in_force != NULL ? saiga_date_get_earliest_day (in_force) : 0;
  for (guint i = 0; i < MIN (g_list_model_get_n_items (appendices), SAIGA_MAX_APPENDICES); i++)
    {
      g_autoptr(SaigaAppendix) appendix = g_list_model_get_item (appendices, i);
      const char *code = saiga_appendix_get_code (appendix);

      g_strv_builder_add (codes, code != NULL ? code : "");
      if (saiga_appendix_get_party_listed (appendix))
        self->party_listed |= 1u << i;
    }
  self->codes = g_strv_builder_end (codes);
}

static void
name_areas (SaigaBook *self,
            SaigaListing *listing)
{
  const char *const *const lists[] = { saiga_listing_get_area_ids (listing), saiga_listing_get_except_area_ids (listing) };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *id = lists[i]; *id != NULL; id++)
      _saiga_area_sets_add_area (self->areas, *id);
}

static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  const SaigaBook *book = data;
  const SaigaEvent *first = a;
  const SaigaEvent *second = b;
  guint ranks[2];

  if (first->node != second->node)
    return first->node < second->node ? -1 : 1;
  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  for (guint i = 0; i < 2; i++)
    {
      const SaigaEvent *event = i == 0 ? first : second;

      ranks[i] = 3;
      if (event->change == SAIGA_LISTING_CHANGE_DELETION)
        ranks[i] = 0;
      else if (event->change == SAIGA_LISTING_CHANGE_ADDITION)
        ranks[i] = (book->party_listed & (1u << event->appendix)) == 0 ? 1 : 2;
    }
  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;

  return g_strcmp0 (_saiga_record_peek_id (SAIGA_RECORD (first->listing)), _saiga_record_peek_id (SAIGA_RECORD (second->listing)));
}

/* The rows of the instrument whose taxon and appendix are known; others are problems. */
static GArray *
collect_events (SaigaBook *self)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (SaigaEvent));
  const char *instrument_id = _saiga_record_peek_id (SAIGA_RECORD (self->instrument));
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaListing *listing = SAIGA_LISTING (record);
      const char *taxon_id = saiga_listing_get_taxon_id (listing);
      SaigaDate *text_from = saiga_listing_get_text_from (listing);
      SaigaEvent event = { .listing = listing };
      int appendix;

      if (g_strcmp0 (saiga_listing_get_instrument_id (listing), instrument_id) != 0 || taxon_id == NULL)
        continue;
      appendix = _saiga_book_find_appendix (self, saiga_listing_get_appendix (listing));
      event.node = _saiga_book_find (self, taxon_id);
      if (appendix < 0 || event.node == SAIGA_NO_NODE)
        continue;

      event.appendix = (guint) appendix;
      event.change = saiga_listing_get_change (listing);
      event.day = effective_day (self, listing);
      event.text_day = event.day;
      if (text_from != NULL && saiga_listing_get_effective (listing) != NULL)
        event.text_day = MIN (event.day, saiga_date_get_earliest_day (text_from));
      name_areas (self, listing);
      g_array_append_val (events, event);
    }
  g_array_sort_with_data (events, compare_events, self);

  return events;
}

/* ---- the book */

/* @day: of which day the tree of the taxa is. */
SaigaBook *
_saiga_book_new (SaigaSnapshot *snapshot,
                 SaigaInstrument *instrument,
                 gboolean is_printed,
                 int day)
{
  SaigaBook *self = g_new0 (SaigaBook, 1);
  g_autoptr(GArray) events = NULL;

  self->snapshot = g_object_ref (snapshot);
  self->instrument = g_object_ref (instrument);
  self->is_printed = is_printed;
  self->horizon = SAIGA_FOREVER;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (SaigaNode));
  self->by_taxon = g_hash_table_new (g_str_hash, g_str_equal);
  self->areas = _saiga_area_sets_new ();
  self->pieces = g_array_new (FALSE, TRUE, sizeof (SaigaPiece));
  self->carves = g_array_new (FALSE, TRUE, sizeof (SaigaCarve));
  self->excepts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->also = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reservations = g_array_new (FALSE, TRUE, sizeof (SaigaReservationSpan));
  self->orphans = g_ptr_array_new ();

  read_instrument (self);
  _saiga_book_read_taxa (self, day);
  events = collect_events (self);
  _saiga_area_sets_freeze (self->areas);
  _saiga_book_read_ranges (self);
  _saiga_book_read_history (self, events);
  _saiga_book_read_reservations (self, events);

  return self;
}

void
_saiga_book_free (SaigaBook *self)
{
  g_object_unref (self->snapshot);
  g_object_unref (self->instrument);
  g_strfreev (self->codes);
  g_array_unref (self->nodes);
  g_hash_table_unref (self->by_taxon);
  _saiga_area_sets_free (self->areas);
  g_array_unref (self->pieces);
  g_array_unref (self->carves);
  g_array_unref (self->excepts);
  g_array_unref (self->also);
  g_array_unref (self->reservations);
  g_ptr_array_unref (self->orphans);
  g_free (self);
}

/* SAIGA_NO_NODE if the instrument's authorities do not have it. */
guint
_saiga_book_find (SaigaBook *self,
                  const char *taxon_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_taxon, taxon_id)) - 1;
}

/* -1 for a code that the instrument does not have. */
int
_saiga_book_find_appendix (SaigaBook *self,
                           const char *code)
{
  for (int i = 0; code != NULL && self->codes[i] != NULL; i++)
    if (g_str_equal (self->codes[i], code))
      return i;

  return -1;
}

gboolean
_saiga_book_is_above (SaigaBook *self,
                      guint higher,
                      guint node)
{
  return higher < node && node < SAIGA_NODE (self, higher)->end;
}

gboolean
_saiga_piece_excepts (const SaigaBook *book,
                      const SaigaPiece *piece,
                      guint node)
{
  for (guint i = 0; i < piece->n_excepts; i++)
    if (g_array_index (book->excepts, guint, piece->first_except + i) == node)
      return TRUE;

  return FALSE;
}

gboolean
_saiga_piece_covers (const SaigaBook *book,
                     const SaigaPiece *piece,
                     int area)
{
  return _saiga_area_sets_has (book->areas, piece->areas, area) == piece->is_named;
}

/* Whether the scope of a piece says something of an area, be it in or out. */
gboolean
_saiga_piece_names (const SaigaBook *book,
                    const SaigaPiece *piece,
                    int area)
{
  return _saiga_area_sets_has (book->areas, piece->areas, area) ||
         (piece->left_out != SAIGA_NO_SET && _saiga_area_sets_has (book->areas, piece->left_out, area));
}

/* What takes a node out of the listings of higher ones on a day; NULL if nothing does. */
const SaigaCarve *
_saiga_book_find_carve (const SaigaBook *self,
                        guint node,
                        guint appendix,
                        int day)
{
  const SaigaNode *at = SAIGA_NODE (self, node);

  for (guint i = 0; i < at->n_carves; i++)
    {
      const SaigaCarve *carve = &g_array_index (self->carves, SaigaCarve, at->first_carve + i);

      if (carve->appendix == appendix && carve->from <= day && day < carve->to)
        return carve;
    }

  return NULL;
}
