/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-frame-private.h"

/* Whether a taxon was listed on an earlier day. */

static void
add_day (const SaigaQuestion *question,
         int day,
         GArray *days)
{
  day = MAX (day, question->book->in_force);
  if (day < question->day)
    g_array_append_val (days, day);
}

static void
add_days_of (const SaigaQuestion *question,
             const SaigaPiece *piece,
             GArray *days)
{
  add_day (question, piece->from, days);
  add_day (question, piece->to, days);
}

/* The earlier days on which something of the taxon's own began or ended. */
static void
add_days_of_node (const SaigaQuestion *question,
                  guint node,
                  GArray *days)
{
  const SaigaBook *book = question->book;
  const SaigaNode *at = SAIGA_NODE (book, node);

  for (guint i = 0; i < at->n_pieces; i++)
    add_days_of (question, SAIGA_PIECE (book, at->first_piece + i), days);
  for (guint i = 0; i < at->n_also; i++)
    add_days_of (question, SAIGA_PIECE (book, g_array_index (book->also, guint, at->first_also + i)), days);
  for (guint i = 0; i < at->n_carves; i++)
    {
      const SaigaCarve *carve = &g_array_index (book->carves, SaigaCarve, at->first_carve + i);

      add_day (question, carve->from, days);
      add_day (question, carve->to, days);
    }
}

/* Whether something reached the taxon on an earlier day, taxa below it aside. */
gboolean
_saiga_was_listed (const SaigaQuestion *question,
                   guint node)
{
  const SaigaBook *book = question->book;
  g_autoptr(GArray) days = NULL;
  gboolean found = FALSE;

  for (guint at = node; at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
    {
      const SaigaNode *there = SAIGA_NODE (book, at);

      if (days == NULL && there->n_pieces + there->n_also > 0)
        days = g_array_new (FALSE, FALSE, sizeof (int));
      if (days != NULL)
        add_days_of_node (question, at, days);
    }
  if (days == NULL)
    return FALSE;

  _saiga_sort_days (days);
  for (guint i = 0; i < days->len && !found; i++)
    {
      SaigaQuestion earlier = *question;
      SaigaReachList reach;
      SaigaReachList gone;
      SaigaLawRow row;

      earlier.day = g_array_index (days, int, i);
      if (i > 0 && earlier.day == g_array_index (days, int, i - 1))
        continue;
      _saiga_reach_list_init (&reach);
      _saiga_reach_list_init (&gone);
      _saiga_reach_chain (&earlier, node, &reach, &gone);
      _saiga_resolve_species (&earlier, node, &reach, &gone, &row);
      found = (row.own | row.inherited) != 0;
      _saiga_reach_list_clear (&reach);
      _saiga_reach_list_clear (&gone);
    }

  return found;
}

static gboolean
had_own (const SaigaQuestion *question,
         guint node)
{
  const SaigaNode *at = SAIGA_NODE (question->book, node);

  for (guint i = 0; i < at->n_pieces; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (question->book, at->first_piece + i);

      if (MAX (piece->from, question->book->in_force) < MIN (piece->to, question->day) && piece->carry != SAIGA_CARRY_CARRIED &&
          (!question->has_area || _saiga_piece_covers (question->book, piece, question->area)))
        return TRUE;
    }

  return FALSE;
}

/* Whether the listing of a still higher taxon was that of a taxon below in the same area: what
 * is listed below says of a whole taxon that it was listed, but not of one area. */
static gboolean
had_inherited (const SaigaQuestion *question,
               guint node)
{
  const SaigaBook *book = question->book;
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean found = FALSE;

  for (guint at = node; at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
    add_days_of_node (question, at, days);
  /* A taxon below may have come to what is above by losing its own listing. */
  for (guint below = node + 1; days->len > 0 && below < SAIGA_NODE (book, node)->end; below++)
    add_days_of_node (question, below, days);
  _saiga_sort_days (days);
  for (guint i = 0; i < days->len && !found; i++)
    {
      SaigaQuestion earlier = *question;
      SaigaFrame frame;

      earlier.day = g_array_index (days, int, i);
      if (i > 0 && earlier.day == g_array_index (days, int, i - 1))
        continue;
      _saiga_frame_init (&frame, &earlier, node);
      frame.is_moving = TRUE; /* what was before is not asked again */
      _saiga_frame_compute (&frame);
      found = frame.nodes[0].row.outcome == SAIGA_STATUS_OUTCOME_LISTED;
      _saiga_frame_clear (&frame);
    }

  return found;
}

/* The same of a taxon above species rank; that taxa below it were is for the caller to say. */
gboolean
_saiga_was_listed_higher (const SaigaQuestion *question,
                          guint node)
{
  return had_own (question, node) || (question->has_area && had_inherited (question, node));
}
