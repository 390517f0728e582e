/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-red-list-point-private.h"

/**
 * SaigaRedListPoint:
 *
 * The Red List Index of a group in a year.
 *
 * Since: 0.1
 */
struct _SaigaRedListPoint
{
  GObject parent_instance;

  SaigaRedListPointFacts facts; /* with a group of its own */
};

G_DEFINE_FINAL_TYPE (SaigaRedListPoint, saiga_red_list_point, G_TYPE_OBJECT)

static void
saiga_red_list_point_finalize (GObject *object)
{
  g_free ((char *) SAIGA_RED_LIST_POINT (object)->facts.group);

  G_OBJECT_CLASS (saiga_red_list_point_parent_class)->finalize (object);
}

static void
saiga_red_list_point_class_init (SaigaRedListPointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_red_list_point_finalize;
}

static void
saiga_red_list_point_init (SaigaRedListPoint *self)
{
}

SaigaRedListPoint *
_saiga_red_list_point_new (const SaigaRedListPointFacts *facts)
{
  SaigaRedListPoint *self = g_object_new (SAIGA_TYPE_RED_LIST_POINT, NULL);

  self->facts = *facts;
  self->facts.group = g_strdup (facts->group);

  return self;
}

/**
 * saiga_red_list_point_get_group:
 * @self: a point
 *
 * Gets the group.
 *
 * Returns: (nullable): the group, or `NULL` for the mean of all groups
 *
 * Since: 0.1
 */
const char *
saiga_red_list_point_get_group (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), NULL);

  return self->facts.group;
}

/**
 * saiga_red_list_point_get_year:
 * @self: a point
 *
 * Gets the year.
 *
 * Returns: the year
 *
 * Since: 0.1
 */
guint
saiga_red_list_point_get_year (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.year;
}

/**
 * saiga_red_list_point_get_value:
 * @self: a point
 *
 * Gets the index with the data deficient taxa left out: 1 if all taxa are of least concern, 0 if
 * all are extinct.
 *
 * Returns: the index
 *
 * Since: 0.1
 */
double
saiga_red_list_point_get_value (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.value;
}

/**
 * saiga_red_list_point_get_mean:
 * @self: a point
 *
 * Gets the mean of the runs in which data deficient taxa draw a category.
 *
 * Returns: the mean
 *
 * Since: 0.1
 */
double
saiga_red_list_point_get_mean (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.mean;
}

/**
 * saiga_red_list_point_get_lower:
 * @self: a point
 *
 * Gets the value below which 2.5 % of the runs are.
 *
 * Returns: the lower end of the interval of 95 %
 *
 * Since: 0.1
 */
double
saiga_red_list_point_get_lower (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.lower;
}

/**
 * saiga_red_list_point_get_upper:
 * @self: a point
 *
 * Gets the value above which 2.5 % of the runs are.
 *
 * Returns: the upper end of the interval of 95 %
 *
 * Since: 0.1
 */
double
saiga_red_list_point_get_upper (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.upper;
}

/**
 * saiga_red_list_point_get_n_counted:
 * @self: a point
 *
 * Gets how many taxa are counted, without the data deficient ones. Of all groups together these
 * are the taxa of the groups that have the year.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_red_list_point_get_n_counted (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.n_counted;
}

/**
 * saiga_red_list_point_get_n_data_deficient:
 * @self: a point
 *
 * Gets how many taxa are data deficient in the year.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_red_list_point_get_n_data_deficient (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.n_data_deficient;
}

/**
 * saiga_red_list_point_get_n_left_out:
 * @self: a point
 *
 * Gets how many taxa are left out because they were extinct from the first.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_red_list_point_get_n_left_out (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.n_left_out;
}

/**
 * saiga_red_list_point_get_n_extrapolated:
 * @self: a point
 *
 * Gets for how many groups the year lies outside of their own first and last. In a group itself
 * there are none.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_red_list_point_get_n_extrapolated (SaigaRedListPoint *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_POINT (self), 0);

  return self->facts.n_extrapolated;
}
