/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-timeline.h>

#include "saiga-status-private.h"

G_BEGIN_DECLS

struct _SaigaTimeline
{
  GObject parent_instance;

  SaigaLaw *law;
  SaigaTaxon *taxon;
  char *area_id;
  GArray *spells; /* of SaigaSpell */

  /* Found when asked for. */
  GMutex lock;
  GListStore *brief;
  GListStore *marks;
  GListStore *reservations;
};

/* From when on an answer holds. */
typedef struct
{
  SaigaBook *book;
  guint node;
  int day;
  int until;
  SaigaLawRow row;
} SaigaSpell;

SaigaTimelineInterval *_saiga_timeline_interval_new (SaigaLaw *law,
                                                     const SaigaSpell *spell,
                                                     const char *area_id);
const SaigaSpell *_saiga_timeline_interval_get_spell (SaigaTimelineInterval *self);
SaigaTimelineMark *_saiga_timeline_mark_new (SaigaTimelineMarkKind kind,
                                             int day,
                                             SaigaListing *listing);
SaigaTimeline *_saiga_timeline_new_take (SaigaLaw *law,
                                         SaigaTaxon *taxon,
                                         const char *area_id,
                                         GArray *spells);

G_END_DECLS
