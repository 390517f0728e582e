/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-timeline-table.h>

#include "saiga-timeline-private.h"

/**
 * SaigaTimelineTable:
 *
 * The timelines of all taxa of an instrument.
 *
 * It is found in one go, day by day, and holds a few numbers an interval. It is a list of
 * [class@Saiga.Timeline] in which each is made when it is asked for. Where an authority
 * dates the parents of its taxa, the tree is that of today.
 *
 * Since: 0.1
 */
struct _SaigaTimelineTable
{
  GObject parent_instance;

  SaigaLaw *law;
  SaigaBook *book;
  GArray *spells; /* of SaigaSpell, by taxon and day */
  guint *first;   /* of each taxon, and the end of the last */
};

static void list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaTimelineTable, saiga_timeline_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static GType
get_item_type (GListModel *model)
{
  return SAIGA_TYPE_TIMELINE;
}

static guint
get_n_items (GListModel *model)
{
  SaigaTimelineTable *self = SAIGA_TIMELINE_TABLE (model);

  return self->book != NULL ? self->book->nodes->len : 0;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SaigaTimelineTable *self = SAIGA_TIMELINE_TABLE (model);
  GArray *spells;
  guint n;

  if (position >= get_n_items (model))
    return NULL;

  n = self->first[position + 1] - self->first[position];
  spells = g_array_sized_new (FALSE, FALSE, sizeof (SaigaSpell), n);
  g_array_append_vals (spells, &g_array_index (self->spells, SaigaSpell, self->first[position]), n);

  return _saiga_timeline_new_take (self->law, SAIGA_NODE (self->book, position)->taxon, NULL, spells);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
saiga_timeline_table_finalize (GObject *object)
{
  SaigaTimelineTable *self = SAIGA_TIMELINE_TABLE (object);

  g_clear_object (&self->law);
  g_clear_pointer (&self->spells, g_array_unref);
  g_free (self->first);

  G_OBJECT_CLASS (saiga_timeline_table_parent_class)->finalize (object);
}

static void
saiga_timeline_table_class_init (SaigaTimelineTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_timeline_table_finalize;
}

static void
saiga_timeline_table_init (SaigaTimelineTable *self)
{
}

static void
collect (const SaigaFrame *frame,
         guint node,
         gpointer data)
{
  SaigaSpell spell = { NULL, node, frame->question.day, SAIGA_FOREVER, _saiga_frame_get (frame, node)->row };

  g_array_append_val ((GArray *) data, spell);
}

/* Sorts by taxon; the days are in order already. */
static void
arrange (SaigaTimelineTable *self,
         GArray *found)
{
  const guint n_nodes = self->book->nodes->len;
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, n_nodes + 1);
  for (guint i = 0; i < found->len; i++)
    self->first[g_array_index (found, SaigaSpell, i).node + 1]++;
  for (guint i = 0; i < n_nodes; i++)
    self->first[i + 1] += self->first[i];

  next = g_memdup2 (self->first, n_nodes * sizeof (guint));
  self->spells = g_array_sized_new (FALSE, FALSE, sizeof (SaigaSpell), found->len);
  g_array_set_size (self->spells, found->len);
  for (guint i = 0; i < found->len; i++)
    {
      SaigaSpell *spell = &g_array_index (found, SaigaSpell, i);
      guint at = next[spell->node]++;

      spell->book = self->book;
      g_array_index (self->spells, SaigaSpell, at) = *spell;
      if (at > self->first[spell->node])
        g_array_index (self->spells, SaigaSpell, at - 1).until = spell->day;
    }
}

/**
 * saiga_timeline_table_new: (constructor)
 * @law: the law of an instrument
 *
 * Asks for the timelines of all taxa.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaTimelineTable *
saiga_timeline_table_new (SaigaLaw *law)
{
  SaigaTimelineTable *self;
  g_autoptr(GArray) found = NULL;

  g_return_val_if_fail (SAIGA_IS_LAW (law), NULL);

  self = g_object_new (SAIGA_TYPE_TIMELINE_TABLE, NULL);
  self->law = g_object_ref (law);
  self->book = _saiga_law_get_book (law, SAIGA_FOREVER - 1);
  found = g_array_new (FALSE, FALSE, sizeof (SaigaSpell));
  _saiga_book_sweep (self->book, SAIGA_NO_NODE, FALSE, SAIGA_ANY_AREA, collect, found);
  arrange (self, found);

  return self;
}

/**
 * saiga_timeline_table_get_law:
 * @self: a table
 *
 * Gets the law that was asked.
 *
 * Returns: (transfer none) (nullable): the law
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_timeline_table_get_law (SaigaTimelineTable *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_TABLE (self), NULL);

  return self->law;
}

/**
 * saiga_timeline_table_get_n_intervals:
 * @self: a table
 *
 * Gets how many intervals the timelines have together.
 *
 * Here an interval also begins where only taxa below change.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_timeline_table_get_n_intervals (SaigaTimelineTable *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_TABLE (self), 0);

  return self->spells != NULL ? self->spells->len : 0;
}
