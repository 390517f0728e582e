/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-criteria.h>

G_BEGIN_DECLS

/* What may stand in criteria of a version. */
typedef struct
{
  char group;
  char number;             /* '\0': the group itself */
  const char *letters;     /* that it may have, in order; NULL: it has none */
  const char *numerals[3]; /* of a, b and c: the numerals, each behind a comma; NULL: none */
} SaigaCriteriaItem;

#define SAIGA_CRITERIA_MAX_ITEMS 12
#define SAIGA_CRITERIA_N_NUMERALS 5

/* What is given of an item, as bits: of the letters a is 1, b is 2, c is 4 …, of the numerals of
 * a, b and c i is 1, ii is 2 … */
typedef struct
{
  gboolean is_given;
  guint8 letters;
  guint8 numerals[3];
} SaigaCriteriaGiven;

struct _SaigaCriteria
{
  gatomicrefcount ref_count;
  SaigaCriteriaVersion version;
  SaigaCriteriaGiven given[SAIGA_CRITERIA_MAX_ITEMS]; /* by position in the items of the version */
};

extern const char *const _saiga_criteria_numerals[SAIGA_CRITERIA_N_NUMERALS];

const SaigaCriteriaItem *_saiga_criteria_get_items (SaigaCriteriaVersion version,
                                                    gsize *n_items);
gboolean _saiga_criteria_read (SaigaCriteria *self,
                               const char *text,
                               GError **error);

G_END_DECLS
