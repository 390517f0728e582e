/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-listing.h>

G_BEGIN_DECLS

/**
 * SaigaTimelineMarkKind:
 * @SAIGA_TIMELINE_MARK_KIND_AMENDED: a listing took the place of one in the same appendix
 * @SAIGA_TIMELINE_MARK_KIND_RESERVED: a Party entered a reservation
 * @SAIGA_TIMELINE_MARK_KIND_WITHDRAWN: a Party withdrew its reservation
 * @SAIGA_TIMELINE_MARK_KIND_LAPSED: a reservation ended with the listing that it was against
 *
 * What happened on a day of a timeline, without a change of appendices.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_TIMELINE_MARK_KIND_AMENDED,
  SAIGA_TIMELINE_MARK_KIND_RESERVED,
  SAIGA_TIMELINE_MARK_KIND_WITHDRAWN,
  SAIGA_TIMELINE_MARK_KIND_LAPSED,
} SaigaTimelineMarkKind;

#define SAIGA_TYPE_TIMELINE_MARK_KIND (saiga_timeline_mark_kind_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_timeline_mark_kind_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_TIMELINE_MARK (saiga_timeline_mark_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaTimelineMark, saiga_timeline_mark, SAIGA, TIMELINE_MARK, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTimelineMarkKind saiga_timeline_mark_get_kind (SaigaTimelineMark *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_timeline_mark_get_date (SaigaTimelineMark *self);
SAIGA_AVAILABLE_IN_ALL
SaigaListing *saiga_timeline_mark_get_listing (SaigaTimelineMark *self);

G_END_DECLS
