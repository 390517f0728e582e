/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-red-list-index.h>

#include "saiga-red-list-point-private.h"

G_BEGIN_DECLS

#define SAIGA_RED_LIST_MAX_WEIGHT 5 /* that of an extinct taxon */

/* A group of taxa, as numbers by year. Only years in which a taxon can be counted are there. */
typedef struct
{
  const char *name;
  guint n_years;
  guint16 *years;                                 /* ascending */
  guint (*counts)[SAIGA_RED_LIST_MAX_WEIGHT + 1]; /* of taxa, by year and weight */
  guint64 *sums;                                  /* of the weights of those taxa, by year */
  guint *n_counted;                               /* by year */
  guint *n_data_deficient;
  guint n_left_out;
  GArray *deficient;     /* guint16: the years, as positions, in which each data deficient taxon is so, one taxon after the other */
  GArray *deficient_end; /* guint, by data deficient taxon: where its years end */
  double *values;        /* by year */
  double *runs;          /* by run, then by year */
} SaigaRedListGroup;

/* The groups of a table, by name. */
GPtrArray *_saiga_red_list_groups_new (SaigaRedListTable *table,
                                       SaigaRedListTreatment treatment);
void _saiga_red_list_group_draw (SaigaRedListGroup *self,
                                 guint n_runs,
                                 guint32 seed);

/* Add points to a list. */
void _saiga_red_list_group_add_points (const SaigaRedListGroup *self,
                                       guint n_runs,
                                       GPtrArray *points);
void _saiga_red_list_groups_add_points (GPtrArray *groups,
                                        guint n_runs,
                                        GPtrArray *points);

G_END_DECLS
