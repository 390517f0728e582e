/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>
#include <saiga/saiga-outline.h>

#include "saiga-record-list-private.h"

/**
 * SaigaOutline:
 *
 * A programme in the order of its paper: the programme, a theme or an activity, with what
 * stands under it.
 *
 * The root is the programme; under it stand its themes, their sub-headings and activities,
 * and under an activity its sub-activities. Nothing of the programme is left out: what
 * names a parent that is not there stands under the root.
 *
 * ```c
 * g_autoptr(SaigaOutline) outline = saiga_outline_new (snapshot, "jwp2012", &error);
 * ```
 *
 * Since: 0.1
 */
struct _SaigaOutline
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  SaigaRecord *record;
  GPtrArray *nodes;   /* of SaigaOutline; owned by the list */
  GPtrArray *entries; /* of SaigaProgress; owned by the list */
  GListModel *children;
  GListModel *progress;
  guint position;
};

G_DEFINE_FINAL_TYPE (SaigaOutline, saiga_outline, G_TYPE_OBJECT)

static void
saiga_outline_finalize (GObject *object)
{
  SaigaOutline *self = SAIGA_OUTLINE (object);

  g_clear_object (&self->snapshot);
  g_clear_object (&self->record);
  g_object_unref (self->children);
  g_object_unref (self->progress);

  G_OBJECT_CLASS (saiga_outline_parent_class)->finalize (object);
}

static void
saiga_outline_class_init (SaigaOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_outline_finalize;
}

static void
saiga_outline_init (SaigaOutline *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->children = G_LIST_MODEL (_saiga_record_list_new (SAIGA_TYPE_OUTLINE, self->nodes));
  self->progress = G_LIST_MODEL (_saiga_record_list_new (SAIGA_TYPE_PROGRESS, self->entries));
}

/* ---- building */

static SaigaOutline *
new_node (SaigaSnapshot *snapshot,
          SaigaRecord *record,
          int position)
{
  SaigaOutline *self = g_object_new (SAIGA_TYPE_OUTLINE, NULL);

  self->snapshot = g_object_ref (snapshot);
  self->record = g_object_ref (record);
  self->position = position >= 0 ? (guint) position : G_MAXUINT;

  return self;
}

/* Sub-headings stand before activities, as each heading's own activities follow them. */
static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const SaigaOutline *first = *(SaigaOutline *const *) a;
  const SaigaOutline *second = *(SaigaOutline *const *) b;
  const gboolean first_is_theme = SAIGA_IS_THEME (first->record);
  const gboolean second_is_theme = SAIGA_IS_THEME (second->record);

  if (first_is_theme != second_is_theme)
    return first_is_theme ? -1 : 1;
  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;

  return g_strcmp0 (saiga_record_get_id (first->record), saiga_record_get_id (second->record));
}

static guint
progress_position (SaigaProgress *progress)
{
  const int position = saiga_progress_get_position (progress);

  return position >= 0 ? (guint) position : G_MAXUINT;
}

/* By the order of the report, then by time. */
static int
compare_progress (gconstpointer a,
                  gconstpointer b)
{
  SaigaProgress *first = *(SaigaProgress *const *) a;
  SaigaProgress *second = *(SaigaProgress *const *) b;
  SaigaDate *first_start = saiga_progress_get_start (first);
  SaigaDate *second_start = saiga_progress_get_start (second);
  int order = 0;

  if (progress_position (first) != progress_position (second))
    return progress_position (first) < progress_position (second) ? -1 : 1;
  if (first_start != NULL && second_start != NULL)
    order = saiga_date_compare (first_start, second_start);
  else if (first_start != NULL || second_start != NULL)
    order = first_start == NULL ? -1 : 1;

  return order != 0 ? order : g_strcmp0 (saiga_record_get_id (SAIGA_RECORD (first)), saiga_record_get_id (SAIGA_RECORD (second)));
}

static const char *
parent_of (SaigaRecord *record)
{
  if (SAIGA_IS_THEME (record))
    return saiga_theme_get_parent_id (SAIGA_THEME (record));
  if (saiga_activity_get_parent_id (SAIGA_ACTIVITY (record)) != NULL)
    return saiga_activity_get_parent_id (SAIGA_ACTIVITY (record));

  return saiga_activity_get_theme_id (SAIGA_ACTIVITY (record));
}

/* The node above, or NULL where the way up leads nowhere or round in a circle. */
static SaigaOutline *
find_parent (GHashTable *nodes,
             SaigaOutline *node)
{
  const char *id = parent_of (node->record);
  SaigaOutline *parent = id != NULL ? g_hash_table_lookup (nodes, id) : NULL;
  SaigaOutline *above = parent;

  for (guint steps = 0; above != NULL; steps++)
    {
      if (above == node || steps > g_hash_table_size (nodes))
        return NULL;
      id = parent_of (above->record);
      above = id != NULL ? g_hash_table_lookup (nodes, id) : NULL;
    }

  return parent;
}

static void
collect (SaigaSnapshot *snapshot,
         GType record_type,
         const char *programme_id,
         GHashTable *nodes,
         GPtrArray *order)
{
  GListModel *records = saiga_snapshot_get_records (snapshot, record_type);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);
      const gboolean is_theme = record_type == SAIGA_TYPE_THEME;
      SaigaOutline *node;

      if (g_strcmp0 (is_theme ? saiga_theme_get_programme_id (SAIGA_THEME (record)) : saiga_activity_get_programme_id (SAIGA_ACTIVITY (record)), programme_id) != 0)
        continue;
      node = new_node (snapshot, record, is_theme ? saiga_theme_get_position (SAIGA_THEME (record)) : saiga_activity_get_position (SAIGA_ACTIVITY (record)));
      g_ptr_array_add (order, node);
      g_hash_table_insert (nodes, (gpointer) saiga_record_get_id (record), node);
    }
}

static void
add_progress (SaigaSnapshot *snapshot,
              GHashTable *nodes,
              GPtrArray *order)
{
  GListModel *entries = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_PROGRESS);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (entries, i);
      const char *const *ids = saiga_progress_get_activity_ids (entry);

      for (; *ids != NULL; ids++)
        {
          SaigaOutline *node = g_hash_table_lookup (nodes, *ids);

          if (node != NULL)
            g_ptr_array_add (node->entries, g_object_ref (entry));
        }
    }
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_sort (((SaigaOutline *) order->pdata[i])->entries, compare_progress);
}

/**
 * saiga_outline_new:
 * @snapshot: a snapshot
 * @programme_id: the id of a programme
 * @error: where an error is returned
 *
 * Sets out a programme.
 *
 * Returns: (transfer full): the programme with all that stands under it, or `NULL` with
 *   [error@Saiga.Error.NOT_FOUND] if the snapshot has no such programme
 *
 * Since: 0.1
 */
SaigaOutline *
saiga_outline_new (SaigaSnapshot *snapshot,
                   const char *programme_id,
                   GError **error)
{
  g_autoptr(SaigaOutline) root = NULL;
  g_autoptr(GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func (g_object_unref);
  SaigaRecord *programme;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (programme_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  programme = saiga_snapshot_lookup (snapshot, programme_id);
  if (!SAIGA_IS_PROGRAMME (programme))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no programme “%s”", programme_id);
      return NULL;
    }

  root = new_node (snapshot, programme, 0);
  collect (snapshot, SAIGA_TYPE_THEME, programme_id, nodes, order);
  collect (snapshot, SAIGA_TYPE_ACTIVITY, programme_id, nodes, order);
  for (guint i = 0; i < order->len; i++)
    {
      SaigaOutline *node = order->pdata[i];
      SaigaOutline *parent = find_parent (nodes, node);

      g_ptr_array_add ((parent != NULL ? parent : root)->nodes, g_object_ref (node));
    }
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_sort (((SaigaOutline *) order->pdata[i])->nodes, compare_nodes);
  g_ptr_array_sort (root->nodes, compare_nodes);
  add_progress (snapshot, nodes, order);

  return g_steal_pointer (&root);
}

/* ---- what it says */

/**
 * saiga_outline_get_record:
 * @self: a part of an outline
 *
 * Gets what stands here.
 *
 * Returns: (transfer none) (nullable): a [class@Programme], [class@Theme] or [class@Activity]
 *
 * Since: 0.1
 */
SaigaRecord *
saiga_outline_get_record (SaigaOutline *self)
{
  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  return self->record;
}

/**
 * saiga_outline_get_children:
 * @self: a part of an outline
 *
 * Gets what stands under it, in the order of the paper.
 *
 * Returns: (transfer none): a list of [class@Outline]
 *
 * Since: 0.1
 */
GListModel *
saiga_outline_get_children (SaigaOutline *self)
{
  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  return self->children;
}

/**
 * saiga_outline_get_progress:
 * @self: a part of an outline
 *
 * Gets what is reported to have been done for an activity, in the order of the report.
 *
 * Returns: (transfer none): a list of [class@Progress]
 *
 * Since: 0.1
 */
GListModel *
saiga_outline_get_progress (SaigaOutline *self)
{
  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  return self->progress;
}

/* The record above an activity or theme. */
static SaigaRecord *
above (SaigaOutline *self,
       SaigaRecord *record)
{
  const char *id = SAIGA_IS_THEME (record) || SAIGA_IS_ACTIVITY (record) ? parent_of (record) : NULL;

  return id != NULL ? saiga_snapshot_lookup (self->snapshot, id) : NULL;
}

static SaigaActivity *
parent_activity (SaigaOutline *self)
{
  SaigaRecord *parent = above (self, self->record);

  return SAIGA_IS_ACTIVITY (parent) ? SAIGA_ACTIVITY (parent) : NULL;
}

/**
 * saiga_outline_get_timeframe:
 * @self: a part of an outline
 *
 * Gets when an activity is planned: a sub-activity without a time frame of its own has that
 * of its parent.
 *
 * Returns: (transfer none) (nullable): the time frame, or `NULL` where none is given
 *
 * Since: 0.1
 */
SaigaTimeframe *
saiga_outline_get_timeframe (SaigaOutline *self)
{
  SaigaTimeframe *timeframe;

  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  if (!SAIGA_IS_ACTIVITY (self->record))
    return NULL;
  timeframe = saiga_activity_get_timeframe (SAIGA_ACTIVITY (self->record));
  if (timeframe == NULL && parent_activity (self) != NULL)
    timeframe = saiga_activity_get_timeframe (parent_activity (self));

  return timeframe;
}

/**
 * saiga_outline_get_roles:
 * @self: a part of an outline
 *
 * Gets who does what: of an activity that names nobody, those of its parent, else of the
 * nearest heading that names somebody.
 *
 * Returns: (transfer full): a list of [class@Role]
 *
 * Since: 0.1
 */
GListModel *
saiga_outline_get_roles (SaigaOutline *self)
{
  SaigaRecord *record;

  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  record = self->record;
  for (guint steps = 0; record != NULL && steps < 64; steps++)
    {
      GListModel *roles = SAIGA_IS_ACTIVITY (record) ? saiga_activity_get_roles (SAIGA_ACTIVITY (record))
                          : SAIGA_IS_THEME (record)  ? saiga_theme_get_roles (SAIGA_THEME (record))
                                                     : NULL;

      if (roles != NULL && g_list_model_get_n_items (roles) > 0)
        return g_object_ref (roles);
      record = above (self, record);
    }

  return G_LIST_MODEL (g_list_store_new (SAIGA_TYPE_ROLE));
}

static void
add_referenced (SaigaOutline *self,
                const char *const *ids,
                GType record_type,
                GListStore *found)
{
  for (; *ids != NULL; ids++)
    {
      SaigaRecord *record = saiga_snapshot_lookup (self->snapshot, *ids);

      if (record != NULL && G_OBJECT_TYPE (record) == record_type && !g_list_store_find (found, record, NULL))
        g_list_store_append (found, record);
    }
}

/**
 * saiga_outline_get_conditions:
 * @self: a part of an outline
 *
 * Gets what must come true before an activity is done: its own conditions, then those of
 * its parent.
 *
 * Returns: (transfer full): a list of [class@Condition]
 *
 * Since: 0.1
 */
GListModel *
saiga_outline_get_conditions (SaigaOutline *self)
{
  GListStore *found;

  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  found = g_list_store_new (SAIGA_TYPE_CONDITION);
  if (SAIGA_IS_ACTIVITY (self->record))
    add_referenced (self, saiga_activity_get_condition_ids (SAIGA_ACTIVITY (self->record)), SAIGA_TYPE_CONDITION, found);
  if (parent_activity (self) != NULL)
    add_referenced (self, saiga_activity_get_condition_ids (parent_activity (self)), SAIGA_TYPE_CONDITION, found);

  return G_LIST_MODEL (found);
}

static int
compare_focuses (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  SaigaFocus *first = (SaigaFocus *) a;
  SaigaFocus *second = (SaigaFocus *) b;
  const guint first_position = (guint) saiga_focus_get_position (first);
  const guint second_position = (guint) saiga_focus_get_position (second);

  if (first_position != second_position)
    return first_position < second_position ? -1 : 1;

  return g_strcmp0 (saiga_record_get_id (SAIGA_RECORD (first)), saiga_record_get_id (SAIGA_RECORD (second)));
}

/**
 * saiga_outline_get_focuses:
 * @self: a part of an outline
 *
 * Gets the target species: of the programme, all that it names, each before those that
 * belong to it; of an activity its own, or, of a sub-activity that names none, its parent's.
 *
 * Returns: (transfer full): a list of [class@Focus]
 *
 * Since: 0.1
 */
GListModel *
saiga_outline_get_focuses (SaigaOutline *self)
{
  GListStore *found;

  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  found = g_list_store_new (SAIGA_TYPE_FOCUS);
  if (SAIGA_IS_ACTIVITY (self->record))
    {
      add_referenced (self, saiga_activity_get_focus_ids (SAIGA_ACTIVITY (self->record)), SAIGA_TYPE_FOCUS, found);
      if (g_list_model_get_n_items (G_LIST_MODEL (found)) == 0 && parent_activity (self) != NULL)
        add_referenced (self, saiga_activity_get_focus_ids (parent_activity (self)), SAIGA_TYPE_FOCUS, found);
    }
  else if (SAIGA_IS_PROGRAMME (self->record))
    {
      GListModel *all = saiga_snapshot_get_records (self->snapshot, SAIGA_TYPE_FOCUS);
      g_autoptr(GListStore) tops = g_list_store_new (SAIGA_TYPE_FOCUS);
      g_autoptr(GListStore) parts = g_list_store_new (SAIGA_TYPE_FOCUS);

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr(SaigaFocus) focus = g_list_model_get_item (all, i);

          if (g_strcmp0 (saiga_focus_get_programme_id (focus), saiga_record_get_id (self->record)) == 0)
            g_list_store_insert_sorted (saiga_focus_get_parent_id (focus) == NULL ? tops : parts, focus, compare_focuses, NULL);
        }
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tops)); i++)
        {
          g_autoptr(SaigaRecord) top = g_list_model_get_item (G_LIST_MODEL (tops), i);

          g_list_store_append (found, top);
          for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (parts)); n++)
            {
              g_autoptr(SaigaFocus) part = g_list_model_get_item (G_LIST_MODEL (parts), n);

              if (g_strcmp0 (saiga_focus_get_parent_id (part), saiga_record_get_id (top)) == 0)
                g_list_store_append (found, part);
            }
        }
    }

  return G_LIST_MODEL (found);
}

static int
day_of (SaigaOutline *self,
        SaigaApproval *approval)
{
  SaigaDate *date = saiga_approval_get_date (approval);
  const char *meeting_id = saiga_approval_get_meeting_id (approval);
  SaigaRecord *meeting = meeting_id != NULL ? saiga_snapshot_lookup (self->snapshot, meeting_id) : NULL;

  if (date == NULL && SAIGA_IS_MEETING (meeting))
    date = saiga_meeting_get_start (SAIGA_MEETING (meeting));

  return date != NULL ? saiga_date_get_latest_day (date) : G_MAXINT;
}

static int
compare_approvals (gconstpointer a,
                   gconstpointer b,
                   gpointer data)
{
  const int first = day_of (data, (SaigaApproval *) a);
  const int second = day_of (data, (SaigaApproval *) b);

  if (first != second)
    return first < second ? -1 : 1;

  return g_strcmp0 (saiga_record_get_id ((SaigaRecord *) a), saiga_record_get_id ((SaigaRecord *) b));
}

/**
 * saiga_outline_get_approvals:
 * @self: a part of an outline
 *
 * Gets what bodies did about the programme, in order of time; steps without a date come last.
 *
 * Returns: (transfer full): a list of [class@Approval], empty for themes and activities
 *
 * Since: 0.1
 */
GListModel *
saiga_outline_get_approvals (SaigaOutline *self)
{
  GListStore *found;
  GListModel *all;

  g_return_val_if_fail (SAIGA_IS_OUTLINE (self), NULL);

  found = g_list_store_new (SAIGA_TYPE_APPROVAL);
  if (!SAIGA_IS_PROGRAMME (self->record))
    return G_LIST_MODEL (found);
  all = saiga_snapshot_get_records (self->snapshot, SAIGA_TYPE_APPROVAL);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(SaigaApproval) approval = g_list_model_get_item (all, i);

      if (g_strcmp0 (saiga_approval_get_subject_id (approval), saiga_record_get_id (self->record)) == 0)
        g_list_store_insert_sorted (found, approval, compare_approvals, self);
    }

  return G_LIST_MODEL (found);
}
