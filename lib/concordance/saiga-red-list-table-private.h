/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-red-list-table.h>

G_BEGIN_DECLS

#define SAIGA_RED_LIST_FIRST_YEAR 1800
#define SAIGA_RED_LIST_LAST_YEAR 2999

/* A category that a taxon has from a year on, or in it. */
typedef struct
{
  guint16 year;
  guint8 category;         /* SaigaAssessmentCategory */
  guint8 possibly_extinct; /* SaigaAssessmentPossiblyExtinct */
} SaigaRedListEntry;

typedef struct
{
  char *id;
  guint group;          /* position in the groups */
  gboolean is_assessed; /* an entry holds until the next one, and the first before it: else only in its year */
  GArray *entries;      /* of SaigaRedListEntry, by year */
} SaigaRedListTaxon;

struct _SaigaRedListTable
{
  GObject parent_instance;

  GPtrArray *groups;     /* names */
  GHashTable *positions; /* name → position in the groups */
  GHashTable *taxa;      /* id → SaigaRedListTaxon */
  guint n_unexplained;
};

/* Of its publication, or else of the assessment itself; NULL if it says neither. */
static inline SaigaDate *
_saiga_assessment_get_date (SaigaAssessment *assessment)
{
  SaigaDate *published = saiga_assessment_get_published (assessment);

  return published != NULL ? published : saiga_assessment_get_assessed (assessment);
}

G_END_DECLS
