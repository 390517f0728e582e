/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The criteria of the IUCN Red List by which a taxon is threatened, as `A2abc+3de; B1ab(iii)`. */

typedef enum
{
  SAIGA_CRITERIA_VERSION_2_3,
  SAIGA_CRITERIA_VERSION_3_1,
} SaigaCriteriaVersion;

/* Subcriteria as bits: a is 1, b is 2, c is 4 … */
#define SAIGA_CRITERIA_GIVEN (1 << 7) /* of a number that needs no letter, as C1 */

typedef struct
{
  SaigaCriteriaVersion version;
  guint8 a[4];     /* A1 to A4: a reduction */
  guint8 b[3];     /* B1 to B3: a small range */
  guint8 c[2];     /* C1, C2: a small and shrinking population */
  gboolean d;      /* a very small population */
  gboolean d1, d2; /* of Vulnerable: few individuals, few places */
  gboolean e;      /* a quantitative analysis */
} SaigaCriteria;

gboolean _saiga_criteria_parse (SaigaCriteria *self,
                                const char *text,
                                SaigaCriteriaVersion version,
                                GError **error);
gboolean _saiga_criteria_check_category (const SaigaCriteria *self,
                                         const char *category,
                                         GError **error);

G_END_DECLS
