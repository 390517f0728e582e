/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-timeline-private.h"

/**
 * SaigaTimeline:
 *
 * The law of a taxon through the years, in all or in one country.
 *
 * It is a list of [class@Saiga.TimelineInterval], from the entry into force of the
 * instrument on; a new one begins where the appendices or the listings used change. The
 * short timeline tells changes of the appendices alone; amendments and reservations are
 * marks.
 *
 * Since: 0.1
 */

static void list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaTimeline, saiga_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static GType
get_item_type (GListModel *model)
{
  return SAIGA_TYPE_TIMELINE_INTERVAL;
}

static guint
get_n_items (GListModel *model)
{
  return SAIGA_TIMELINE (model)->spells->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SaigaTimeline *self = SAIGA_TIMELINE (model);

  if (position >= self->spells->len)
    return NULL;

  return _saiga_timeline_interval_new (self->law, &g_array_index (self->spells, SaigaSpell, position), self->area_id);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
saiga_timeline_finalize (GObject *object)
{
  SaigaTimeline *self = SAIGA_TIMELINE (object);

  g_clear_object (&self->law);
  g_clear_object (&self->taxon);
  g_free (self->area_id);
  g_array_unref (self->spells);
  g_clear_object (&self->brief);
  g_clear_object (&self->marks);
  g_clear_object (&self->reservations);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (saiga_timeline_parent_class)->finalize (object);
}

static void
saiga_timeline_class_init (SaigaTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_timeline_finalize;
}

static void
saiga_timeline_init (SaigaTimeline *self)
{
  self->spells = g_array_new (FALSE, FALSE, sizeof (SaigaSpell));
  g_mutex_init (&self->lock);
}

/* ---- finding the intervals */

typedef struct
{
  SaigaBook *book;
  guint node;
  GArray *spells;
  GArray *used; /* of the last one */
} Collect;

/* What is below a taxon may change without a change of its own. */
static void
collect_spell (const SaigaFrame *frame,
               guint node,
               gpointer data)
{
  Collect *self = data;
  const SaigaFrameNode *at;
  const guint *used;
  SaigaSpell spell;

  if (node != self->node)
    return;

  at = _saiga_frame_get (frame, node);
  used = at->n_used > 0 ? &g_array_index (frame->used, guint, at->first_used) : NULL;
  if (self->spells->len > 0)
    {
      SaigaSpell *last = &g_array_index (self->spells, SaigaSpell, self->spells->len - 1);

      if (last->book == self->book && last->row.own == at->row.own && last->row.inherited == at->row.inherited &&
          last->row.outcome == at->row.outcome && self->used->len == at->n_used &&
          (at->n_used == 0 || memcmp (self->used->data, used, at->n_used * sizeof (guint)) == 0))
        return;
    }

  g_array_set_size (self->used, 0);
  g_array_append_vals (self->used, used, at->n_used);
  spell = (SaigaSpell){ self->book, node, frame->question.day, SAIGA_FOREVER, at->row };
  g_array_append_val (self->spells, spell);
}

/* Where the authority dates parents, each tree has its own days. @question: on the first of
 * them, when what is below the taxon may be otherwise than when the spell began. */
static void
clip (GArray *spells,
      guint first,
      const SaigaQuestion *question)
{
  const int from = question->day;
  const int to = question->book->tree_to;
  guint n = first;

  for (guint i = first; i < spells->len; i++)
    {
      SaigaSpell spell = g_array_index (spells, SaigaSpell, i);
      int until = i + 1 < spells->len ? g_array_index (spells, SaigaSpell, i + 1).day : SAIGA_FOREVER;

      spell.until = MIN (until, to);
      if (MAX (spell.day, from) >= spell.until)
        continue;
      if (spell.day < from)
        {
          spell.day = from;
          _saiga_book_ask (question, spell.node, &spell.row, NULL);
        }
      g_array_index (spells, SaigaSpell, n++) = spell;
    }
  g_array_set_size (spells, n);
}

/**
 * saiga_timeline_new: (constructor)
 * @law: the law of an instrument
 * @taxon_id: the id of a taxon
 * @area_id: (nullable): the id of the area that is asked about, [const@Saiga.OTHER_AREAS],
 *   or `NULL` for the whole taxon
 * @error: return location for an error
 *
 * Asks for the timeline of a taxon.
 *
 * Returns: (transfer full): the timeline
 *
 * Since: 0.1
 */
SaigaTimeline *
saiga_timeline_new (SaigaLaw *law,
                    const char *taxon_id,
                    const char *area_id,
                    GError **error)
{
  SaigaTimeline *self;
  SaigaQuestion question;
  SaigaRecord *taxon;
  g_autoptr(SaigaDate) start = NULL;
  g_autoptr(GArray) used = NULL;
  int day;

  g_return_val_if_fail (SAIGA_IS_LAW (law), NULL);
  g_return_val_if_fail (taxon_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  day = _saiga_law_get_book (law, 0)->in_force;
  start = _saiga_date_of_day (day);
  if (!_saiga_law_find_question (law, area_id, start, &question, error))
    return NULL;
  taxon = saiga_snapshot_lookup (saiga_law_get_snapshot (law), taxon_id);
  if (!saiga_law_has_taxon (law, taxon_id))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no taxon of the authorities of %s", taxon_id,
                   _saiga_record_peek_id (SAIGA_RECORD (saiga_law_get_instrument (law))));
      return NULL;
    }

  self = g_object_new (SAIGA_TYPE_TIMELINE, NULL);
  self->law = g_object_ref (law);
  self->taxon = g_object_ref (SAIGA_TAXON (taxon));
  self->area_id = g_strdup (area_id);
  used = g_array_new (FALSE, FALSE, sizeof (guint));
  while (day != SAIGA_FOREVER)
    {
      SaigaBook *book = _saiga_law_get_book (law, day);
      Collect collect = { book, _saiga_book_find (book, taxon_id), self->spells, used };
      const guint first = self->spells->len;
      const int area = area_id != NULL ? _saiga_area_sets_find (book->areas, area_id) : SAIGA_ANY_AREA;
      const SaigaQuestion first_day = { book, day, area_id != NULL, area };

      _saiga_book_sweep (book, collect.node, area_id != NULL, area, collect_spell, &collect);
      clip (self->spells, first, &first_day);
      day = book->tree_to;
    }

  return self;
}

/* Takes the spells. */
SaigaTimeline *
_saiga_timeline_new_take (SaigaLaw *law,
                          SaigaTaxon *taxon,
                          const char *area_id,
                          GArray *spells)
{
  SaigaTimeline *self = g_object_new (SAIGA_TYPE_TIMELINE, NULL);

  self->law = g_object_ref (law);
  self->taxon = g_object_ref (taxon);
  self->area_id = g_strdup (area_id);
  g_array_unref (self->spells);
  self->spells = spells;

  return self;
}

/**
 * saiga_timeline_get_law:
 * @self: a timeline
 *
 * Gets the law that was asked.
 *
 * Returns: (transfer none) (nullable): the law
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_timeline_get_law (SaigaTimeline *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  return self->law;
}

/**
 * saiga_timeline_get_taxon:
 * @self: a timeline
 *
 * Gets the taxon.
 *
 * Returns: (transfer none) (nullable): the taxon
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_timeline_get_taxon (SaigaTimeline *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  return self->taxon;
}

/**
 * saiga_timeline_get_area_id:
 * @self: a timeline
 *
 * Gets the area that was asked about.
 *
 * Returns: (nullable): its id, or `NULL` if the whole taxon was asked about
 *
 * Since: 0.1
 */
const char *
saiga_timeline_get_area_id (SaigaTimeline *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  return self->area_id;
}

/**
 * saiga_timeline_get_short:
 * @self: a timeline
 *
 * Gets the timeline of the appendices alone.
 *
 * Returns: (transfer none): a list of [class@Saiga.TimelineInterval]
 *
 * Since: 0.1
 */
GListModel *
saiga_timeline_get_short (SaigaTimeline *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->brief == NULL)
    {
      self->brief = g_list_store_new (SAIGA_TYPE_TIMELINE_INTERVAL);
      for (guint i = 0; i < self->spells->len;)
        {
          SaigaSpell spell = g_array_index (self->spells, SaigaSpell, i);
          g_autoptr(SaigaTimelineInterval) interval = NULL;

          for (; i < self->spells->len; i++)
            {
              const SaigaSpell *next = &g_array_index (self->spells, SaigaSpell, i);

              if ((next->row.own | next->row.inherited) != (spell.row.own | spell.row.inherited) || next->row.outcome != spell.row.outcome)
                break;
              spell.until = next->until;
            }
          interval = _saiga_timeline_interval_new (self->law, &spell, self->area_id);
          g_list_store_append (self->brief, interval);
        }
    }
  g_mutex_unlock (&self->lock);

  return G_LIST_MODEL (self->brief);
}

/**
 * saiga_timeline_to_string:
 * @self: a timeline
 *
 * Prints the short timeline, such as `III 1976-02-26, II 1977-02-04`.
 *
 * Days on which the taxon left all appendices have `-`; what came before the first listing
 * is left out.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
saiga_timeline_to_string (SaigaTimeline *self)
{
  GListModel *intervals;
  GString *text;
  guint32 last = 0;

  g_return_val_if_fail (SAIGA_IS_TIMELINE (self), NULL);

  intervals = saiga_timeline_get_short (self);
  text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      const SaigaSpell *spell = _saiga_timeline_interval_get_spell (interval);
      guint32 appendices = spell->row.own | spell->row.inherited;
      g_autofree char *codes = _saiga_law_print_codes (self->law, appendices);
      g_autofree char *day = saiga_date_to_string (saiga_timeline_interval_get_start (interval));

      if (appendices != last)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", *codes != '\0' ? codes : "-", day);
      last = appendices;
    }

  return g_string_free (text, FALSE);
}
