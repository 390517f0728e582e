/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-book-private.h"

/* How one listing of a taxon follows another: rows of the history become pieces, each with
 * the days between which it stands. */

typedef enum
{
  NAMED, /* only some areas */
  REST,  /* all but some areas, or all that other entries leave */
  ALL,
} Scope;

static Scope
get_scope (SaigaListing *listing)
{
  if (saiga_listing_get_except_area_ids (listing)[0] != NULL || saiga_listing_get_residual (listing))
    return saiga_listing_get_area_ids (listing)[0] != NULL ? NAMED : REST;

  return saiga_listing_get_area_ids (listing)[0] != NULL ? NAMED : ALL;
}

static gboolean
has_both_lists (SaigaListing *listing)
{
  return saiga_listing_get_area_ids (listing)[0] != NULL &&
         (saiga_listing_get_except_area_ids (listing)[0] != NULL || saiga_listing_get_residual (listing));
}

/* One taxon at work. */
typedef struct
{
  SaigaBook *book;
  const SaigaEvent *events; /* of the taxon, by day */
  guint n_events;
  GArray *open; /* of guint: pieces */
  int day;
} Run;

static gboolean
is_party_listed (const SaigaBook *book,
                 guint appendix)
{
  return (book->party_listed & (1u << appendix)) != 0;
}

/* ---- pieces */

static void
insert_all (SaigaAreaSets *sets,
            guint set,
            const char *const *ids)
{
  for (; *ids != NULL; ids++)
    _saiga_area_sets_insert (sets, set, _saiga_area_sets_find (sets, *ids));
}

/* Between which days the date of a listing is not to be believed: a filler until the text
 * that has it, a year or a month within itself. */
static void
doubt (SaigaPiece *piece)
{
  SaigaDate *effective = saiga_listing_get_effective (piece->listing);
  SaigaDate *text_from = saiga_listing_get_text_from (piece->listing);
  SaigaDate *date = effective != NULL ? effective : text_from;

  piece->doubt_from = G_MININT;
  piece->doubt_to = G_MININT;
  if (effective == NULL ? text_from == NULL || saiga_listing_get_precision (piece->listing) == SAIGA_LISTING_PRECISION_PLACEHOLDER
                        : saiga_listing_get_precision (piece->listing) == SAIGA_LISTING_PRECISION_PLACEHOLDER)
    piece->doubt_to = text_from != NULL ? saiga_date_get_earliest_day (text_from) : SAIGA_FOREVER;
  else if (saiga_date_get_latest_day (date) > saiga_date_get_earliest_day (date))
    {
      piece->doubt_from = saiga_date_get_earliest_day (date);
      piece->doubt_to = saiga_date_get_latest_day (date) + 1;
    }
}

static void
read_excepts (SaigaBook *book,
              SaigaPiece *piece)
{
  const char *const *ids = saiga_listing_get_except_taxon_ids (piece->listing);

  piece->first_except = book->excepts->len;
  for (; *ids != NULL; ids++)
    {
      guint node = _saiga_book_find (book, *ids);

      if (node == SAIGA_NO_NODE)
        continue;
      SAIGA_NODE (book, node)->is_excepted = TRUE;
      g_array_append_val (book->excepts, node);
      piece->n_excepts++;
    }
}

static guint
open_piece (Run *run,
            const SaigaEvent *event)
{
  SaigaBook *book = run->book;
  const char *included_in_id = saiga_listing_get_included_in_id (event->listing);
  SaigaDate *stated = saiga_listing_get_effective_to (event->listing);
  SaigaPiece piece = { .listing = event->listing, .node = event->node, .from = run->day, .to = SAIGA_FOREVER, .since = event->day };
  guint position = book->pieces->len;

  piece.appendix = event->appendix;
  piece.is_named = get_scope (event->listing) == NAMED;
  piece.is_partial = saiga_listing_get_partial (event->listing);
  piece.is_limited = saiga_listing_get_scope_text (event->listing) != NULL;
  piece.included_in = included_in_id != NULL ? _saiga_book_find (book, included_in_id) : SAIGA_NO_NODE;
  piece.carry = included_in_id != NULL ? SAIGA_CARRY_ALONE : SAIGA_CARRY_NONE;
  piece.areas = _saiga_area_sets_add (book->areas);
  insert_all (book->areas, piece.areas,
              piece.is_named ? saiga_listing_get_area_ids (event->listing) : saiga_listing_get_except_area_ids (event->listing));
  piece.left_out = SAIGA_NO_SET;
  if (piece.is_named && saiga_listing_get_except_area_ids (event->listing)[0] != NULL)
    {
      piece.left_out = _saiga_area_sets_add (book->areas);
      insert_all (book->areas, piece.left_out, saiga_listing_get_except_area_ids (event->listing));
    }
  if (stated != NULL)
    {
      piece.to = MAX (saiga_date_get_earliest_day (stated), piece.from);
      piece.end = SAIGA_PIECE_END_STATED;
    }
  read_excepts (book, &piece);
  doubt (&piece);
  g_array_append_val (book->pieces, piece);
  g_array_append_val (run->open, position);

  return position;
}

/* A stated end that would come later is overtaken. */
static void
close_piece (Run *run,
             guint i,
             SaigaPieceEnd end,
             SaigaListing *ender)
{
  SaigaPiece *piece = SAIGA_PIECE (run->book, g_array_index (run->open, guint, i));

  piece->to = run->day;
  piece->end = end;
  piece->ender = ender;
  g_array_remove_index (run->open, i);
}

static void
close_stated (Run *run)
{
  for (guint i = run->open->len; i > 0; i--)
    if (SAIGA_PIECE (run->book, g_array_index (run->open, guint, i - 1))->to <= run->day)
      g_array_remove_index (run->open, i - 1);
}

/* Takes areas out of what an open piece covers; returns whether anything is left. */
static gboolean
narrow (Run *run,
        guint i,
        const char *const *ids,
        SaigaPieceEnd end,
        SaigaListing *ender)
{
  SaigaAreaSets *sets = run->book->areas;
  guint position = g_array_index (run->open, guint, i);
  SaigaPiece piece = *SAIGA_PIECE (run->book, position);
  guint areas = _saiga_area_sets_copy (sets, piece.areas);

  for (; *ids != NULL; ids++)
    if (piece.is_named)
      _saiga_area_sets_remove (sets, areas, _saiga_area_sets_find (sets, *ids));
    else
      _saiga_area_sets_insert (sets, areas, _saiga_area_sets_find (sets, *ids));

  if (_saiga_area_sets_equal (sets, areas, piece.areas))
    return TRUE;
  if (piece.is_named && _saiga_area_sets_is_empty (sets, areas))
    return FALSE;

  if (piece.from == run->day)
    {
      SAIGA_PIECE (run->book, position)->areas = areas;
      return TRUE;
    }
  SAIGA_PIECE (run->book, position)->to = run->day;
  SAIGA_PIECE (run->book, position)->end = end;
  SAIGA_PIECE (run->book, position)->ender = ender;
  SAIGA_PIECE (run->book, position)->goes_on = TRUE;
  piece.from = run->day;
  piece.areas = areas;
  g_array_index (run->open, guint, i) = run->book->pieces->len;
  g_array_append_val (run->book->pieces, piece);

  return TRUE;
}

/* ---- deletions */

static gboolean
is_of_party (SaigaListing *listing,
             const char *party)
{
  const char *own = saiga_listing_get_party_id (listing);

  return party == NULL || own == NULL || g_str_equal (party, own);
}

/* One that finds nothing to end takes the taxon out of the listings of higher ones. */
static void delete (Run *run,
                    const SaigaEvent *event)
{
  const char *const *areas = saiga_listing_get_area_ids (event->listing);
  const char *target = saiga_listing_get_target_id (event->listing);
  gboolean found = FALSE;
  gboolean is_listed = FALSE;

  for (guint i = run->open->len; i > 0; i--)
    {
      const SaigaPiece *piece = SAIGA_PIECE (run->book, g_array_index (run->open, guint, i - 1));

      if (piece->appendix != event->appendix)
        continue;
      is_listed = TRUE;
      if (target != NULL && !g_str_equal (target, _saiga_record_peek_id (SAIGA_RECORD (piece->listing))))
        continue;
      if (is_party_listed (run->book, event->appendix) && !is_of_party (piece->listing, saiga_listing_get_party_id (event->listing)))
        continue;
      found = TRUE;
      if (areas[0] == NULL || !narrow (run, i - 1, areas, SAIGA_PIECE_END_NARROWED, event->listing))
        close_piece (run, i - 1, SAIGA_PIECE_END_DELETED, event->listing);
    }

  if (!is_listed && areas[0] == NULL && !is_party_listed (run->book, event->appendix))
    {
      SaigaCarve carve = { event->listing, event->node, event->appendix, run->day, SAIGA_FOREVER };

      g_array_append_val (run->book->carves, carve);
    }
  else if (!found)
    g_ptr_array_add (run->book->orphans, event->listing);
}

static void
end_carves (Run *run,
            const SaigaEvent *event)
{
  for (guint i = run->book->carves->len; i > 0; i--)
    {
      SaigaCarve *carve = &g_array_index (run->book->carves, SaigaCarve, i - 1);

      if (carve->node != event->node)
        break;
      if (carve->appendix == event->appendix && carve->to == SAIGA_FOREVER && carve->from <= run->day)
        carve->to = run->day;
    }
}

/* ---- additions */

static gboolean
is_deleted_today (Run *run,
                  guint appendix)
{
  for (guint i = 0; i < run->n_events; i++)
    if (run->events[i].day == run->day && run->events[i].change == SAIGA_LISTING_CHANGE_DELETION && run->events[i].appendix == appendix)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_group (const SaigaPiece *piece,
             const SaigaEvent *group,
             guint n_group)
{
  for (guint i = 0; i < n_group; i++)
    if (group[i].listing == piece->listing)
      return TRUE;

  return FALSE;
}

static SaigaListing *
find_ender (const SaigaEvent *group,
            guint n_group,
            guint appendix)
{
  for (guint i = 0; i < n_group; i++)
    if (group[i].appendix == appendix)
      return group[i].listing;

  return group[0].listing;
}

/* The additions of one day to the exclusive appendices together: they end, or narrow, what
 * stood before in any appendix, because one population stands in one appendix only. */
static void
supersede (Run *run,
           const SaigaEvent *group,
           guint n_group)
{
  gboolean has[3] = { FALSE, FALSE, FALSE };
  gboolean has_mixed = FALSE;
  guint32 appendices = 0;

  for (guint i = 0; i < n_group; i++)
    {
      has[get_scope (group[i].listing)] = TRUE;
      has_mixed |= has_both_lists (group[i].listing);
      appendices |= 1u << group[i].appendix;
    }

  for (guint i = run->open->len; i > 0; i--)
    {
      const SaigaPiece *piece = SAIGA_PIECE (run->book, g_array_index (run->open, guint, i - 1));
      const guint appendix = piece->appendix;
      const gboolean is_renewed = (appendices & (1u << appendix)) != 0;
      SaigaPieceEnd end = is_renewed ? SAIGA_PIECE_END_SUPERSEDED : is_deleted_today (run, appendix) ? SAIGA_PIECE_END_MOVED
                                                                                                     : SAIGA_PIECE_END_TRANSFERRED;
      gboolean stands = FALSE;

      if (is_in_group (piece, group, n_group))
        continue;
      if (has[ALL] || has_mixed || (has[REST] && has[NAMED]))
        stands = FALSE;
      else if (has[REST])
        stands = !is_renewed && piece->is_named;
      else
        {
          stands = TRUE;
          for (guint n = 0; n < n_group && stands; n++)
            stands = narrow (run, i - 1, saiga_listing_get_area_ids (group[n].listing),
                             end == SAIGA_PIECE_END_SUPERSEDED ? SAIGA_PIECE_END_NARROWED : end, group[n].listing);
        }
      if (!stands)
        close_piece (run, i - 1, end, find_ender (group, n_group, appendix));
    }
}

/* The remainder of a split listing is what the other appendix does not name. */
static void
except_named (SaigaBook *book,
              guint position,
              const SaigaEvent *group,
              guint n_group)
{
  const SaigaPiece *piece = SAIGA_PIECE (book, position);

  if (piece->is_named || saiga_listing_get_except_area_ids (piece->listing)[0] != NULL)
    return;

  for (guint i = 0; i < n_group; i++)
    if (group[i].appendix != piece->appendix && get_scope (group[i].listing) == NAMED)
      insert_all (book->areas, piece->areas, saiga_listing_get_area_ids (group[i].listing));
}

static void
replace_of_party (Run *run,
                  const SaigaEvent *event)
{
  const char *party = saiga_listing_get_party_id (event->listing);

  for (guint i = run->open->len; i > 0; i--)
    {
      const SaigaPiece *piece = SAIGA_PIECE (run->book, g_array_index (run->open, guint, i - 1));

      if (piece->appendix == event->appendix && party != NULL && g_strcmp0 (party, saiga_listing_get_party_id (piece->listing)) == 0)
        close_piece (run, i - 1, SAIGA_PIECE_END_SUPERSEDED, event->listing);
    }
}

static gboolean
is_open (Run *run,
         SaigaListing *listing,
         guint *position)
{
  for (guint i = 0; i < run->open->len; i++)
    {
      *position = g_array_index (run->open, guint, i);
      if (SAIGA_PIECE (run->book, *position)->listing == listing)
        return TRUE;
    }

  return FALSE;
}

/* ---- the days of a taxon */

static void
add_group (Run *run,
           const SaigaEvent *group,
           guint n_group)
{
  if (run->book->is_exclusive)
    supersede (run, group, n_group);
  for (guint i = 0; i < n_group; i++)
    {
      guint position;

      end_carves (run, &group[i]);
      if (!is_open (run, group[i].listing, &position))
        position = open_piece (run, &group[i]);
      if (run->book->is_exclusive)
        except_named (run->book, position, group, n_group);
    }
}

static void
run_day (Run *run,
         const SaigaEvent *events,
         guint n_events)
{
  guint group = 0;
  guint n_group = 0;
  guint position;

  for (guint i = 0; i < n_events; i++)
    if (events[i].change == SAIGA_LISTING_CHANGE_DELETION)
      delete (run, &events[i]);
    else if (events[i].change == SAIGA_LISTING_CHANGE_ADDITION && !is_party_listed (run->book, events[i].appendix))
      {
        group = n_group == 0 ? i : group;
        n_group = i + 1 - group;
      }

  if (n_group > 0)
    add_group (run, events + group, n_group);
  for (guint i = 0; i < n_events; i++)
    if (events[i].change == SAIGA_LISTING_CHANGE_ADDITION && is_party_listed (run->book, events[i].appendix) && !is_open (run, events[i].listing, &position))
      {
        replace_of_party (run, &events[i]);
        open_piece (run, &events[i]);
      }
}

/* What the printed Appendices have before it binds: it stands beside what it will end. */
static void
open_printed (Run *run,
              int from,
              int until)
{
  for (guint i = 0; run->book->is_printed && i < run->n_events; i++)
    if (run->events[i].change == SAIGA_LISTING_CHANGE_ADDITION && run->events[i].text_day < run->events[i].day &&
        run->events[i].text_day >= from && run->events[i].text_day < until)
      {
        run->day = run->events[i].text_day;
        open_piece (run, &run->events[i]);
      }
}

static void
run_taxon (SaigaBook *book,
           const SaigaEvent *events,
           guint n_events)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Run run = { book, events, n_events, open, events[0].day };
  SaigaNode *node = SAIGA_NODE (book, events[0].node);

  node->first_piece = book->pieces->len;
  node->first_carve = book->carves->len;
  open_printed (&run, G_MININT, events[0].day);
  for (guint i = 0; i < n_events;)
    {
      guint end = i;

      while (end < n_events && events[end].day == events[i].day)
        end++;
      run.day = events[i].day;
      close_stated (&run);
      run_day (&run, events + i, end - i);
      open_printed (&run, run.day, end < n_events ? events[end].day : SAIGA_FOREVER);
      i = end;
    }
  node->n_pieces = book->pieces->len - node->first_piece;
  node->n_carves = book->carves->len - node->first_carve;
}

void
_saiga_book_read_history (SaigaBook *self,
                          GArray *events)
{
  for (guint i = 0; i < events->len;)
    {
      const SaigaEvent *event = &g_array_index (events, SaigaEvent, i);
      guint end = i;

      while (end < events->len && g_array_index (events, SaigaEvent, end).node == event->node)
        end++;
      run_taxon (self, event, end - i);
      i = end;
    }
  _saiga_book_settle_inclusions (self);
  _saiga_book_index_also (self);
}
