/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-relation.h>

/**
 * SaigaRelation:
 *
 * A record that joint work connects with a species, and through which other record.
 *
 * The chain from a species to an instrument or a declaration is short but not direct: the
 * programme has a target, activities and reports name the target, and these name the rest.
 *
 * Since: 0.1
 */
struct _SaigaRelation
{
  GObject parent_instance;

  SaigaRecord *record;
  SaigaRecord *through;
};

G_DEFINE_FINAL_TYPE (SaigaRelation, saiga_relation, G_TYPE_OBJECT)

static void
saiga_relation_finalize (GObject *object)
{
  SaigaRelation *self = SAIGA_RELATION (object);

  g_clear_object (&self->record);
  g_clear_object (&self->through);

  G_OBJECT_CLASS (saiga_relation_parent_class)->finalize (object);
}

static void
saiga_relation_class_init (SaigaRelationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_relation_finalize;
}

static void
saiga_relation_init (SaigaRelation *self)
{
}

/* ---- finding */

typedef struct
{
  SaigaSnapshot *snapshot;
  GHashTable *seen; /* ids */
  GPtrArray *found; /* of SaigaRelation */
} Search;

static gboolean
add (Search *search,
     SaigaRecord *record,
     SaigaRecord *through)
{
  SaigaRelation *relation;

  if (record == NULL || !g_hash_table_add (search->seen, (gpointer) saiga_record_get_id (record)))
    return FALSE;
  relation = g_object_new (SAIGA_TYPE_RELATION, NULL);
  relation->record = g_object_ref (record);
  relation->through = through != NULL ? g_object_ref (through) : NULL;
  g_ptr_array_add (search->found, relation);

  return TRUE;
}

static void
add_ids (Search *search,
         const char *const *ids,
         SaigaRecord *through)
{
  for (; *ids != NULL; ids++)
    add (search, saiga_snapshot_lookup (search->snapshot, *ids), through);
}

/* The targets that mean the taxon or a higher one that it belongs to. */
static void
add_focuses_of_taxon (Search *search,
                      SaigaRecord *taxon)
{
  for (guint steps = 0; SAIGA_IS_TAXON (taxon) && steps < 64; steps++)
    {
      g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (search->snapshot, saiga_record_get_id (taxon));
      const char *parent_id = saiga_taxon_get_parent_id (SAIGA_TAXON (taxon));

      for (guint i = 0; i < g_list_model_get_n_items (referrers); i++)
        {
          g_autoptr(SaigaRecord) record = g_list_model_get_item (referrers, i);

          if (SAIGA_IS_FOCUS (record))
            add (search, record, NULL);
        }
      taxon = parent_id != NULL ? saiga_snapshot_lookup (search->snapshot, parent_id) : NULL;
    }
}

/* The same target in another programme: one that means a taxon that this one means. */
static void
add_counterparts (Search *search,
                  SaigaFocus *focus)
{
  const char *const *ids = saiga_focus_get_taxon_ids (focus);

  for (; *ids != NULL; ids++)
    {
      g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (search->snapshot, *ids);

      for (guint i = 0; i < g_list_model_get_n_items (referrers); i++)
        {
          g_autoptr(SaigaRecord) record = g_list_model_get_item (referrers, i);

          if (SAIGA_IS_FOCUS (record))
            add (search, record, SAIGA_RECORD (focus));
        }
    }
}

static void
add_sub_activities (Search *search,
                    SaigaRecord *activity)
{
  g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (search->snapshot, saiga_record_get_id (activity));

  for (guint i = 0; i < g_list_model_get_n_items (referrers); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (referrers, i);

      if (SAIGA_IS_ACTIVITY (record) &&
          g_strcmp0 (saiga_activity_get_parent_id (SAIGA_ACTIVITY (record)), saiga_record_get_id (activity)) == 0)
        add (search, record, activity);
    }
}

/* What a record of joint work names of its own subject. */
static void
add_named (Search *search,
           SaigaRecord *record)
{
  if (SAIGA_IS_ACTIVITY (record))
    {
      add_sub_activities (search, record);
      add_ids (search, saiga_activity_get_follow_up_ids (SAIGA_ACTIVITY (record)), record);
      add_ids (search, saiga_activity_get_concern_ids (SAIGA_ACTIVITY (record)), record);
      add_ids (search, saiga_activity_get_output_ids (SAIGA_ACTIVITY (record)), record);
      add_ids (search, saiga_activity_get_condition_ids (SAIGA_ACTIVITY (record)), record);
    }
  else if (SAIGA_IS_PROGRESS (record))
    {
      add_ids (search, saiga_progress_get_activity_ids (SAIGA_PROGRESS (record)), record);
      add_ids (search, saiga_progress_get_meeting_ids (SAIGA_PROGRESS (record)), record);
      add_ids (search, saiga_progress_get_output_ids (SAIGA_PROGRESS (record)), record);
    }
  else if (SAIGA_IS_PROJECT (record))
    {
      add_ids (search, saiga_project_get_activity_ids (SAIGA_PROJECT (record)), record);
      add_ids (search, saiga_project_get_decision_ids (SAIGA_PROJECT (record)), record);
      add_ids (search, saiga_project_get_document_ids (SAIGA_PROJECT (record)), record);
    }
  else if (SAIGA_IS_MEETING (record))
    add_ids (search, saiga_meeting_get_instrument_ids (SAIGA_MEETING (record)), record);
}

static guint
type_order (SaigaRecord *record)
{
  const GType order[] = {
    SAIGA_TYPE_FOCUS, SAIGA_TYPE_ACTIVITY, SAIGA_TYPE_CONDITION, SAIGA_TYPE_PROGRESS, SAIGA_TYPE_PROJECT, SAIGA_TYPE_MEETING,
    SAIGA_TYPE_DECISION, SAIGA_TYPE_INSTRUMENT, SAIGA_TYPE_PROGRAMME
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == G_OBJECT_TYPE (record))
      return i;

  return G_N_ELEMENTS (order);
}

static guint
start_day (SaigaRecord *record)
{
  SaigaDate *date = SAIGA_IS_MEETING (record)    ? saiga_meeting_get_start (SAIGA_MEETING (record))
                    : SAIGA_IS_PROGRESS (record) ? saiga_progress_get_start (SAIGA_PROGRESS (record))
                                                 : NULL;

  return date != NULL ? (guint) saiga_date_get_earliest_day (date) : G_MAXUINT;
}

static const char *
code_of (SaigaRecord *record)
{
  const char *code = SAIGA_IS_ACTIVITY (record) ? saiga_activity_get_code (SAIGA_ACTIVITY (record)) : NULL;

  return code != NULL ? code : "";
}

/* By type, then activities by code, meetings and reports by time. */
static int
compare_relations (gconstpointer a,
                   gconstpointer b)
{
  SaigaRecord *first = (*(SaigaRelation *const *) a)->record;
  SaigaRecord *second = (*(SaigaRelation *const *) b)->record;
  g_autofree char *first_key = NULL;
  g_autofree char *second_key = NULL;
  int order;

  if (type_order (first) != type_order (second))
    return type_order (first) < type_order (second) ? -1 : 1;
  order = g_strcmp0 (saiga_record_get_type_name (first), saiga_record_get_type_name (second));
  if (order != 0)
    return order;
  if (start_day (first) != start_day (second))
    return start_day (first) < start_day (second) ? -1 : 1;
  first_key = g_utf8_collate_key_for_filename (code_of (first), -1);
  second_key = g_utf8_collate_key_for_filename (code_of (second), -1);
  order = g_strcmp0 (first_key, second_key);

  return order != 0 ? order : g_strcmp0 (saiga_record_get_id (first), saiga_record_get_id (second));
}

/**
 * saiga_relation_list:
 * @snapshot: a snapshot
 * @record: a [class@Taxon] or a [class@Focus]
 *
 * Finds what joint work does for a species: of a taxon first the targets that mean it or a
 * higher taxon; of a target those of other programmes that mean the same taxon; then what
 * names these (activities, reports, projects, meetings, comments, contributions,
 * indicators), their sub-activities, and what these name (instruments, decisions,
 * meetings, documents, programmes, bodies).
 *
 * Returns: (transfer full): a list of [class@Relation], by record type; empty for records
 *   of other types
 *
 * Since: 0.1
 */
GListModel *
saiga_relation_list (SaigaSnapshot *snapshot,
                     SaigaRecord *record)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  Search search = { snapshot, seen, found };
  GListStore *list;
  guint n_focuses;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (SAIGA_IS_RECORD (record), NULL);

  list = g_list_store_new (SAIGA_TYPE_RELATION);
  if (saiga_record_get_id (record) == NULL)
    return G_LIST_MODEL (list);

  g_hash_table_add (seen, (gpointer) saiga_record_get_id (record));
  if (SAIGA_IS_TAXON (record))
    add_focuses_of_taxon (&search, record);
  else if (SAIGA_IS_FOCUS (record))
    add_counterparts (&search, SAIGA_FOCUS (record));

  /* What names the targets themselves … */
  n_focuses = found->len;
  for (guint i = 0; i < n_focuses + (SAIGA_IS_FOCUS (record) ? 1 : 0); i++)
    {
      SaigaRecord *focus = i < n_focuses ? ((SaigaRelation *) found->pdata[i])->record : record;
      g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (snapshot, saiga_record_get_id (focus));

      for (guint n = 0; n < g_list_model_get_n_items (referrers); n++)
        {
          g_autoptr(SaigaRecord) referrer = g_list_model_get_item (referrers, n);

          add (&search, referrer, focus == record ? NULL : focus);
        }
    }

  /* … and what these name: activities first, so that a sub-activity is found under its own;
   * what is found on the way is named too, but no further. */
  for (guint i = n_focuses, n_direct = found->len; i < n_direct; i++)
    add_named (&search, ((SaigaRelation *) found->pdata[i])->record);
  for (guint i = n_focuses, n_all = found->len; i < n_all; i++)
    {
      SaigaRelation *relation = found->pdata[i];
      const gboolean is_part = SAIGA_IS_ACTIVITY (relation->record) && SAIGA_IS_ACTIVITY (relation->through) &&
                               g_strcmp0 (saiga_activity_get_parent_id (SAIGA_ACTIVITY (relation->record)),
                                          saiga_record_get_id (relation->through)) == 0;

      if (is_part || (SAIGA_IS_MEETING (relation->record) && SAIGA_IS_PROGRESS (relation->through)))
        add_named (&search, relation->record);
    }

  g_ptr_array_sort (found, compare_relations);
  g_list_store_splice (list, 0, 0, found->pdata, found->len);

  return G_LIST_MODEL (list);
}

/**
 * saiga_relation_get_record:
 * @self: a relation
 *
 * Gets what was found.
 *
 * Returns: (transfer none) (nullable): the record
 *
 * Since: 0.1
 */
SaigaRecord *
saiga_relation_get_record (SaigaRelation *self)
{
  g_return_val_if_fail (SAIGA_IS_RELATION (self), NULL);

  return self->record;
}

/**
 * saiga_relation_get_through:
 * @self: a relation
 *
 * Gets what it was found through: the record that names it, or that it names.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` where it names the species or
 *   target itself
 *
 * Since: 0.1
 */
SaigaRecord *
saiga_relation_get_through (SaigaRelation *self)
{
  g_return_val_if_fail (SAIGA_IS_RELATION (self), NULL);

  return self->through;
}
