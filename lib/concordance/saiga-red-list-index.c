/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>

#include "saiga-red-list-runs-private.h"

/* What is computed at once: a few seconds, and 80 MB. */
#define MAX_NUMBERS 10000000                      /* runs × groups × years of a group */
#define MAX_DRAWS G_GUINT64_CONSTANT (1000000000) /* runs × years of data deficient taxa */

/**
 * SaigaRedListIndex:
 *
 * The IUCN Red List Index: how far groups of taxa are from extinction, year by year.
 *
 * It is a list of [class@RedListPoint]: those of each group by year, in the order of the names of
 * groups; then, if there are several groups, those of all together.
 *
 * The index is 1 if all taxa are of least concern, and 0 if all are extinct: one minus the sum of
 * the weights of the categories, divided by what it would be if all were extinct. The weights are
 * 0 for Least Concern, 1 for Near Threatened, 2 for Vulnerable, 3 for Endangered, 4 for Critically
 * Endangered, 5 for what is extinct, be it in the wild or in the region. Taxa that are extinct in
 * the first year of theirs are left out.
 *
 * Data deficient taxa are not counted; what that may hide is shown beside it, by runs in each of
 * which they draw a category as frequent as it is in the rest of their group. The same seed gives
 * the same runs, and a group draws the same whichever other groups there are.
 *
 * All groups together are their mean, each with the same weight, in every year of any of them.
 * Between two years of a group its index is taken to be on a straight line; before the first and
 * after the last it goes on as between the two nearest, but not below 0 or above 1. For how many
 * groups it does so, the point says.
 *
 * The sources are Butchart et al. 2007, *Improvements to the Red List Index*, PLoS ONE 2: e140, and
 * Butchart et al. 2010, *Global biodiversity: indicators of recent declines*, Science 328: 1164.
 *
 * Since: 0.1
 */
struct _SaigaRedListIndex
{
  GObject parent_instance;

  SaigaRedListTreatment treatment;
  guint n_runs;
  guint32 seed;
  GPtrArray *points;
};

/* ---- the list model */

static GType
saiga_red_list_index_get_item_type (GListModel *model)
{
  return SAIGA_TYPE_RED_LIST_POINT;
}

static guint
saiga_red_list_index_get_n_items (GListModel *model)
{
  return SAIGA_RED_LIST_INDEX (model)->points->len;
}

static gpointer
saiga_red_list_index_get_item (GListModel *model,
                               guint position)
{
  SaigaRedListIndex *self = SAIGA_RED_LIST_INDEX (model);

  return position < self->points->len ? g_object_ref (self->points->pdata[position]) : NULL;
}

static void
saiga_red_list_index_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = saiga_red_list_index_get_item_type;
  iface->get_n_items = saiga_red_list_index_get_n_items;
  iface->get_item = saiga_red_list_index_get_item;
}

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaRedListTreatment, saiga_red_list_treatment,
                    G_DEFINE_ENUM_VALUE (SAIGA_RED_LIST_TREATMENT_EXTINCT, "extinct"),
                    G_DEFINE_ENUM_VALUE (SAIGA_RED_LIST_TREATMENT_CRITICALLY_ENDANGERED, "critically-endangered"))

G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaRedListIndex, saiga_red_list_index, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, saiga_red_list_index_iface_init))
/* clang-format on */

static void
saiga_red_list_index_finalize (GObject *object)
{
  g_ptr_array_unref (SAIGA_RED_LIST_INDEX (object)->points);

  G_OBJECT_CLASS (saiga_red_list_index_parent_class)->finalize (object);
}

static void
saiga_red_list_index_class_init (SaigaRedListIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_red_list_index_finalize;
}

static void
saiga_red_list_index_init (SaigaRedListIndex *self)
{
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Whether there is something to compute, and not too much. */
static gboolean
check_groups (GPtrArray *groups,
              guint n_runs,
              GError **error)
{
  guint64 n_years = 0;
  guint64 n_draws = 0;

  for (guint g = groups->len; g-- > 0;)
    {
      const SaigaRedListGroup *group = groups->pdata[g];

      n_years = MAX (n_years, group->n_years);
      n_draws += group->deficient->len;
      if (group->n_years == 0)
        g_ptr_array_remove_index (groups, g);
    }
  if (groups->len == 0)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND,
                   "The table has no taxon that can be counted: all are data deficient, not evaluated or extinct from the first");
      return FALSE;
    }
  if (n_runs == 0)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "There must be at least one run");
      return FALSE;
    }
  if (n_years * groups->len > MAX_NUMBERS / n_runs || n_draws > MAX_DRAWS / n_runs)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT, "%u runs are too many for %u groups of %" G_GUINT64_FORMAT " years and %" G_GUINT64_FORMAT " draws",
                   n_runs, groups->len, n_years, n_draws);
      return FALSE;
    }

  return TRUE;
}

/**
 * saiga_red_list_index_new:
 * @table: the categories of taxa by year
 * @treatment: what to make of taxa that are possibly extinct
 * @n_runs: how often data deficient taxa draw, such as 1000
 * @seed: what the numbers that they draw begin with
 * @error: return location for an error
 *
 * Computes the index.
 *
 * [error@Saiga.Error.NOT_FOUND] if no taxon can be counted, [error@Saiga.Error.VALUE] if there
 * is to be no run, [error@Saiga.Error.LIMIT] if runs, groups and years make more than ten million
 * numbers, or more than a thousand million draws.
 *
 * Returns: (transfer full): the index
 *
 * Since: 0.1
 */
SaigaRedListIndex *
saiga_red_list_index_new (SaigaRedListTable *table,
                          SaigaRedListTreatment treatment,
                          guint n_runs,
                          guint32 seed,
                          GError **error)
{
  g_autoptr(GPtrArray) groups = NULL;
  SaigaRedListIndex *self;

  g_return_val_if_fail (SAIGA_IS_RED_LIST_TABLE (table), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  groups = _saiga_red_list_groups_new (table, treatment);
  if (!check_groups (groups, n_runs, error))
    return NULL;

  self = g_object_new (SAIGA_TYPE_RED_LIST_INDEX, NULL);
  self->treatment = treatment;
  self->n_runs = n_runs;
  self->seed = seed;
  for (guint g = 0; g < groups->len; g++)
    {
      _saiga_red_list_group_draw (groups->pdata[g], n_runs, seed);
      _saiga_red_list_group_add_points (groups->pdata[g], n_runs, self->points);
    }
  if (groups->len > 1)
    _saiga_red_list_groups_add_points (groups, n_runs, self->points);

  return self;
}

/**
 * saiga_red_list_index_get_treatment:
 * @self: an index
 *
 * Gets what was made of taxa that are possibly extinct.
 *
 * Returns: the treatment
 *
 * Since: 0.1
 */
SaigaRedListTreatment
saiga_red_list_index_get_treatment (SaigaRedListIndex *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_INDEX (self), SAIGA_RED_LIST_TREATMENT_EXTINCT);

  return self->treatment;
}

/**
 * saiga_red_list_index_get_n_runs:
 * @self: an index
 *
 * Gets how often data deficient taxa drew.
 *
 * Returns: the number of runs
 *
 * Since: 0.1
 */
guint
saiga_red_list_index_get_n_runs (SaigaRedListIndex *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_INDEX (self), 0);

  return self->n_runs;
}

/**
 * saiga_red_list_index_get_seed:
 * @self: an index
 *
 * Gets what the numbers that were drawn began with.
 *
 * Returns: the seed
 *
 * Since: 0.1
 */
guint32
saiga_red_list_index_get_seed (SaigaRedListIndex *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_INDEX (self), 0);

  return self->seed;
}

/**
 * saiga_red_list_index_lookup:
 * @self: an index
 * @group: (nullable): a group, or `NULL` for all together
 * @year: a year
 *
 * Finds the point of a group in a year.
 *
 * Returns: (transfer full) (nullable): the point, or `NULL` if there is none
 *
 * Since: 0.1
 */
SaigaRedListPoint *
saiga_red_list_index_lookup (SaigaRedListIndex *self,
                             const char *group,
                             guint year)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_INDEX (self), NULL);

  for (guint i = 0; i < self->points->len; i++)
    {
      SaigaRedListPoint *point = self->points->pdata[i];

      if (saiga_red_list_point_get_year (point) == year && g_strcmp0 (saiga_red_list_point_get_group (point), group) == 0)
        return g_object_ref (point);
    }

  return NULL;
}
