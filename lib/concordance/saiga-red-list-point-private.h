/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-red-list-point.h>

G_BEGIN_DECLS

typedef struct
{
  const char *group; /* copied; NULL: all groups together */
  guint year;
  double value;
  double mean;
  double lower;
  double upper;
  guint n_counted;
  guint n_data_deficient;
  guint n_left_out;
  guint n_extrapolated;
} SaigaRedListPointFacts;

SaigaRedListPoint *_saiga_red_list_point_new (const SaigaRedListPointFacts *facts);

G_END_DECLS
