/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-frame-private.h"

static void
frame_start (SaigaFrame *self,
             const SaigaQuestion *question,
             guint start,
             guint end)
{
  *self = (SaigaFrame){ .question = *question, .start = start, .end = end };
  self->groups = g_array_new (FALSE, TRUE, sizeof (SaigaReachGroup));
  self->items = g_array_new (FALSE, FALSE, sizeof (SaigaReach));
  self->used = g_array_new (FALSE, FALSE, sizeof (guint));
  self->nodes = g_new0 (SaigaFrameNode, end - start);
}

/* The taxon @node and all below it. */
void
_saiga_frame_init (SaigaFrame *self,
                   const SaigaQuestion *question,
                   guint node)
{
  frame_start (self, question, node, SAIGA_NODE (question->book, node)->end);
}

void
_saiga_frame_init_all (SaigaFrame *self,
                       const SaigaQuestion *question)
{
  frame_start (self, question, 0, question->book->nodes->len);
}

void
_saiga_frame_clear (SaigaFrame *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->items);
  g_array_unref (self->used);
  g_free (self->nodes);
}

const SaigaFrameNode *
_saiga_frame_get (const SaigaFrame *self,
                  guint node)
{
  return &self->nodes[node - self->start];
}

/* ---- what reaches each taxon */

static guint
add_group (SaigaFrame *self,
           const SaigaReachList *reach,
           const SaigaReachList *gone)
{
  SaigaReachGroup group = { .first = self->items->len, .n_reach = reach->n, .n_gone = gone->n };

  group.has_areas = _saiga_reach_has_areas (self->question.book, reach);
  g_array_append_vals (self->items, reach->items, reach->n);
  g_array_append_vals (self->items, gone->items, gone->n);
  g_array_append_val (self->groups, group);

  return self->groups->len - 1;
}

static void
load_list (SaigaFrame *self,
           guint first,
           guint n,
           SaigaReachList *list)
{
  list->n = 0;
  for (guint i = 0; i < n; i++)
    {
      const SaigaReach *item = &g_array_index (self->items, SaigaReach, first + i);

      _saiga_reach_list_add (list, item->piece, item->level);
    }
}

static void
load_group (SaigaFrame *self,
            guint group,
            SaigaReachList *reach,
            SaigaReachList *gone)
{
  const SaigaReachGroup *from = &g_array_index (self->groups, SaigaReachGroup, group);

  load_list (self, from->first, from->n_reach, reach);
  load_list (self, from->first + from->n_reach, from->n_gone, gone);
}

/* Taxa whose history differs are not alike, even where today the same reaches them. */
static void
find_group (SaigaFrame *self,
            guint node,
            SaigaReachList *reach,
            SaigaReachList *gone)
{
  const SaigaNode *at = SAIGA_NODE (self->question.book, node);
  SaigaFrameNode *there = &self->nodes[node - self->start];
  const gboolean has_parent = at->parent != SAIGA_NO_NODE && at->parent >= self->start && node != self->start;

  reach->n = 0;
  gone->n = 0;
  if (!has_parent)
    {
      _saiga_reach_chain (&self->question, node, reach, gone);
      there->group = add_group (self, reach, gone);
      return;
    }

  there->group = self->nodes[at->parent - self->start].group;
  if (_saiga_node_is_plain (at))
    return;
  load_group (self, there->group, reach, gone);
  _saiga_reach_descend (&self->question, node, reach, gone);
  there->group = add_group (self, reach, gone);
}

/* ---- the rows */

static gboolean
is_resolved_as_species (const SaigaNode *at)
{
  return at->is_species || !at->has_accepted_child;
}

static void
store_used (SaigaFrame *self,
            const SaigaReachList *reach,
            SaigaFrameNode *there)
{
  there->first_used = self->used->len;
  for (guint i = 0; i < reach->n; i++)
    if (reach->items[i].is_used)
      g_array_append_val (self->used, reach->items[i].piece);
  there->n_used = self->used->len - there->first_used;
}

/* Taxa alike in what reaches them, and whose range makes no difference, have one answer. */
static void
resolve_species (SaigaFrame *self,
                 guint node,
                 SaigaReachList *reach,
                 SaigaReachList *gone)
{
  const SaigaNode *at = SAIGA_NODE (self->question.book, node);
  SaigaFrameNode *there = &self->nodes[node - self->start];
  SaigaReachGroup *group = &g_array_index (self->groups, SaigaReachGroup, there->group);
  const gboolean is_shared = _saiga_node_is_plain (at) && at->is_species &&
                             (!group->has_areas || self->question.has_area || at->range == SAIGA_NO_SET);
  /* An earlier listing may have depended on the country though none does today. */
  const gboolean is_past_shared = is_shared && (self->question.has_area || at->range == SAIGA_NO_SET);
  gboolean was_listed;

  if (is_shared && group->cache[at->migratory].is_known)
    {
      there->row = group->cache[at->migratory].row;
      there->first_used = group->cache[at->migratory].first_used;
      there->n_used = group->cache[at->migratory].n_used;
    }
  else
    {
      load_group (self, there->group, reach, gone);
      _saiga_resolve_species (&self->question, node, reach, gone, &there->row);
      store_used (self, reach, there);
      if (is_shared)
        {
          group->cache[at->migratory].is_known = TRUE;
          group->cache[at->migratory].row = there->row;
          group->cache[at->migratory].first_used = there->first_used;
          group->cache[at->migratory].n_used = there->n_used;
        }
    }

  if ((there->row.own | there->row.inherited) != 0)
    there->ever = TRUE;
  else if (!self->is_moving)
    {
      if (is_past_shared && group->cache[at->migratory].was_asked)
        was_listed = group->cache[at->migratory].was_listed;
      else
        was_listed = _saiga_was_listed (&self->question, node);
      if (is_past_shared)
        {
          group->cache[at->migratory].was_asked = TRUE;
          group->cache[at->migratory].was_listed = was_listed;
        }
      there->ever |= was_listed;
    }
}

static void
resolve_higher (SaigaFrame *self,
                guint node,
                SaigaReachList *reach,
                SaigaReachList *gone)
{
  SaigaFrameNode *there = &self->nodes[node - self->start];

  load_group (self, there->group, reach, gone);
  for (guint i = 0; i < reach->n; i++)
    {
      reach->items[i].is_used = FALSE;
      for (guint n = 0; n < there->n_below; n++)
        reach->items[i].is_used |= g_array_index (self->used, guint, there->first_below + n) == reach->items[i].piece;
    }
  _saiga_resolve_higher (&self->question, node, reach, gone, &there->row);
  store_used (self, reach, there);

  if ((there->row.own | there->row.inherited) != 0)
    there->ever = TRUE;
  else if (!self->is_moving && !there->ever)
    there->ever = _saiga_was_listed_higher (&self->question, node);
}

/* Pieces that come from above @node, once each. */
static void
add_below (SaigaFrame *self,
           guint node,
           guint first,
           guint n)
{
  SaigaFrameNode *there = &self->nodes[node - self->start];
  const SaigaReachGroup *group = &g_array_index (self->groups, SaigaReachGroup, there->group);
  const guint own_level = 2 * SAIGA_NODE (self->question.book, node)->depth + 2;

  for (guint i = 0; i < n; i++)
    {
      guint piece = g_array_index (self->used, guint, first + i);
      gboolean is_from_above = FALSE;

      for (guint k = 0; k < group->n_reach && !is_from_above; k++)
        {
          const SaigaReach *item = &g_array_index (self->items, SaigaReach, group->first + k);

          is_from_above = item->piece == piece && item->level < own_level;
        }
      for (guint k = 0; k < there->n_below && is_from_above; k++)
        is_from_above = g_array_index (self->used, guint, there->first_below + k) != piece;
      if (is_from_above)
        {
          g_array_append_val (self->used, piece);
          there->n_below++;
        }
    }
}

/* What the taxa just below tell of all below. */
static void
combine (SaigaFrame *self,
         guint node,
         SaigaReachList *reach,
         SaigaReachList *gone)
{
  const SaigaBook *book = self->question.book;
  const SaigaNode *at = SAIGA_NODE (book, node);
  SaigaFrameNode *there = &self->nodes[node - self->start];
  guint32 aggregated = 0;
  gboolean is_incomplete = FALSE;
  guint last_used = G_MAXUINT;

  there->first_below = self->used->len;
  there->n_below = 0;
  if (!self->is_moving)
    there->ever = there->ever_below = FALSE;
  for (guint child = node + 1; child < at->end; child = SAIGA_NODE (book, child)->end)
    {
      const SaigaFrameNode *below = &self->nodes[child - self->start];

      aggregated |= below->row.aggregated;
      if (SAIGA_NODE (book, child)->is_accepted)
        {
          aggregated |= below->row.own | below->row.inherited;
          is_incomplete |= below->row.is_incomplete != 0;
          there->ever_below |= below->ever;
          /* Those that are alike have one list. */
          if (below->n_used > 0 && below->first_used != last_used)
            {
              add_below (self, node, below->first_used, below->n_used);
              last_used = below->first_used;
            }
        }
      else
        {
          is_incomplete |= (below->row.is_incomplete & SAIGA_GAP_BELOW) != 0;
          there->ever_below |= below->ever_below;
        }
      if (below->n_below > 0)
        add_below (self, node, below->first_below, below->n_below);
    }

  there->ever |= there->ever_below && !self->question.has_area;
  if (is_resolved_as_species (at))
    resolve_species (self, node, reach, gone);
  else
    resolve_higher (self, node, reach, gone);

  if (!self->question.has_area)
    {
      there->row.aggregated = aggregated;
      there->row.is_incomplete |= is_incomplete ? SAIGA_GAP_BELOW : 0;
    }
  else
    there->row.aggregated = 0;

  if (self->question.day < book->in_force)
    {
      there->row = (SaigaLawRow){ .outcome = SAIGA_STATUS_OUTCOME_NOT_IN_FORCE };
      there->n_used = 0;
    }
  else if ((there->row.own | there->row.inherited) != 0)
    there->row.outcome = SAIGA_STATUS_OUTCOME_LISTED;
  else if (there->row.aggregated != 0)
    there->row.outcome = SAIGA_STATUS_OUTCOME_LOWER;
  else
    there->row.outcome = there->ever ? SAIGA_STATUS_OUTCOME_FORMERLY : SAIGA_STATUS_OUTCOME_NEVER;
  if (there->row.aggregated != 0)
    there->ever = TRUE;
}

static void
compute_range (SaigaFrame *self,
               guint start,
               guint end)
{
  SaigaReachList reach;
  SaigaReachList gone;

  _saiga_reach_list_init (&reach);
  _saiga_reach_list_init (&gone);
  for (guint i = start; i < end; i++)
    find_group (self, i, &reach, &gone);
  for (guint i = end; i > start; i--)
    combine (self, i - 1, &reach, &gone);
  _saiga_reach_list_clear (&reach);
  _saiga_reach_list_clear (&gone);
}

void
_saiga_frame_compute (SaigaFrame *self)
{
  compute_range (self, self->start, self->end);
}

void
_saiga_book_ask (const SaigaQuestion *question,
                 guint node,
                 SaigaLawRow *row,
                 GArray *used)
{
  const SaigaNode *at = SAIGA_NODE (question->book, node);
  SaigaFrame frame;

  if (at->end == node + 1 && question->day >= question->book->in_force)
    {
      SaigaReachList reach;
      SaigaReachList gone;

      _saiga_reach_list_init (&reach);
      _saiga_reach_list_init (&gone);
      _saiga_reach_chain (question, node, &reach, &gone);
      _saiga_resolve_species (question, node, &reach, &gone, row);
      row->outcome = (row->own | row->inherited) != 0 ? SAIGA_STATUS_OUTCOME_LISTED : _saiga_was_listed (question, node) ? SAIGA_STATUS_OUTCOME_FORMERLY
                                                                                                                         : SAIGA_STATUS_OUTCOME_NEVER;
      for (guint i = 0; used != NULL && i < reach.n; i++)
        if (reach.items[i].is_used)
          g_array_append_val (used, reach.items[i].piece);
      _saiga_reach_list_clear (&reach);
      _saiga_reach_list_clear (&gone);
      return;
    }

  _saiga_frame_init (&frame, question, node);
  _saiga_frame_compute (&frame);
  *row = frame.nodes[0].row;
  if (used != NULL && frame.nodes[0].n_used > 0)
    g_array_append_vals (used, &g_array_index (frame.used, guint, frame.nodes[0].first_used), frame.nodes[0].n_used);
  _saiga_frame_clear (&frame);
}

/* ---- from day to day */

typedef struct
{
  int day;
  guint node; /* from which on down the answers may change */
} Event;

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *first = a;
  const Event *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;

  return first->node < second->node ? -1 : first->node > second->node;
}

static void
add_event (const SaigaFrame *self,
           GArray *events,
           guint node,
           int day)
{
  Event event = { MAX (day, self->question.book->in_force), MAX (node, self->start) };

  if (day != SAIGA_FOREVER)
    g_array_append_val (events, event);
}

static void
add_events_of (const SaigaFrame *self,
               guint node,
               GArray *events)
{
  const SaigaBook *book = self->question.book;
  const SaigaNode *at = SAIGA_NODE (book, node);

  for (guint i = 0; i < at->n_pieces + at->n_also; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, i < at->n_pieces ? at->first_piece + i
                                                                    : g_array_index (book->also, guint, at->first_also + i - at->n_pieces));

      add_event (self, events, node, piece->from);
      add_event (self, events, node, piece->to);
    }
  for (guint i = 0; i < at->n_carves; i++)
    {
      const SaigaCarve *carve = &g_array_index (book->carves, SaigaCarve, at->first_carve + i);

      add_event (self, events, node, carve->from);
      add_event (self, events, node, carve->to);
    }
}

static gboolean
is_changed (const SaigaFrame *self,
            const SaigaFrameNode *old,
            const SaigaFrameNode *now)
{
  return old->row.own != now->row.own || old->row.inherited != now->row.inherited || old->row.outcome != now->row.outcome ||
         old->row.aggregated != now->row.aggregated || old->n_used != now->n_used ||
         (now->n_used > 0 && memcmp (&g_array_index (self->used, guint, old->first_used), &g_array_index (self->used, guint, now->first_used),
                                     now->n_used * sizeof (guint)) != 0);
}

typedef struct
{
  SaigaFrame frame;
  SaigaFrameNode *told; /* what was last told of each taxon */
  GArray *above;        /* of guint: taxa above what changed */
  SaigaSweepFunc visit;
  gpointer data;
} Sweep;

static void
tell (Sweep *self,
      guint start,
      guint end)
{
  for (guint i = start; i < end; i++)
    {
      const SaigaFrameNode *now = &self->frame.nodes[i - self->frame.start];
      SaigaFrameNode *old = &self->told[i - self->frame.start];

      if (old->ever != 2 || is_changed (&self->frame, old, now))
        {
          self->visit (&self->frame, i, self->data);
          *old = *now;
          old->ever = 2;
        }
    }
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  const guint *first = a;
  const guint *second = b;

  return *first > *second ? -1 : *first < *second;
}

/* All that changes on one day: downwards from each taxon with a change, then what is above. */
static void
sweep_day (Sweep *self,
           const Event *events,
           guint n_events)
{
  const SaigaBook *book = self->frame.question.book;
  SaigaReachList reach;
  SaigaReachList gone;
  guint done = self->frame.start;

  self->frame.question.day = events[0].day;
  g_array_set_size (self->above, 0);
  for (guint i = 0; i < n_events; i++)
    {
      guint node = events[i].node;

      if (node < done)
        continue;
      done = SAIGA_NODE (book, node)->end;
      compute_range (&self->frame, node, done);
      tell (self, node, done);
      for (guint at = SAIGA_NODE (book, node)->parent; at != SAIGA_NO_NODE && at >= self->frame.start; at = SAIGA_NODE (book, at)->parent)
        g_array_append_val (self->above, at);
    }

  _saiga_reach_list_init (&reach);
  _saiga_reach_list_init (&gone);
  g_array_sort (self->above, compare_descending);
  for (guint i = 0; i < self->above->len; i++)
    {
      guint at = g_array_index (self->above, guint, i);

      if (i > 0 && at == g_array_index (self->above, guint, i - 1))
        continue;
      combine (&self->frame, at, &reach, &gone);
      tell (self, at, at + 1);
    }
  _saiga_reach_list_clear (&reach);
  _saiga_reach_list_clear (&gone);
}

/* A @node of SAIGA_NO_NODE is all taxa. */
void
_saiga_book_sweep (const SaigaBook *book,
                   guint node,
                   gboolean has_area,
                   int area,
                   SaigaSweepFunc visit,
                   gpointer data)
{
  const SaigaQuestion question = { book, book->in_force, has_area, area };
  g_autoptr(GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  Sweep self = { .visit = visit, .data = data };

  if (node != SAIGA_NO_NODE)
    _saiga_frame_init (&self.frame, &question, node);
  else
    _saiga_frame_init_all (&self.frame, &question);
  self.frame.is_moving = TRUE;
  self.told = g_new0 (SaigaFrameNode, self.frame.end - self.frame.start);
  self.above = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = self.frame.start; i < self.frame.end; i++)
    add_events_of (&self.frame, i, events);
  for (guint at = node != SAIGA_NO_NODE ? SAIGA_NODE (book, node)->parent : SAIGA_NO_NODE; at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
    add_events_of (&self.frame, at, events);
  g_array_sort (events, compare_events);

  if (events->len == 0 || g_array_index (events, Event, 0).day > book->in_force)
    {
      _saiga_frame_compute (&self.frame);
      tell (&self, self.frame.start, self.frame.end);
    }
  for (guint i = 0; i < events->len;)
    {
      guint end = i;

      while (end < events->len && g_array_index (events, Event, end).day == g_array_index (events, Event, i).day)
        end++;
      if (i == 0 && g_array_index (events, Event, 0).day == book->in_force)
        {
          _saiga_frame_compute (&self.frame);
          tell (&self, self.frame.start, self.frame.end);
        }
      else
        sweep_day (&self, &g_array_index (events, Event, i), end - i);
      i = end;
    }

  g_array_unref (self.above);
  g_free (self.told);
  _saiga_frame_clear (&self.frame);
}
