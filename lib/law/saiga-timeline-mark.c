/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-timeline-private.h"

/**
 * SaigaTimelineMark:
 *
 * What happened on a day of a timeline: an amendment, or what a Party did with a
 * reservation.
 *
 * Since: 0.1
 */
struct _SaigaTimelineMark
{
  GObject parent_instance;

  SaigaTimelineMarkKind kind;
  SaigaDate *date;
  SaigaListing *listing;
};

G_DEFINE_FINAL_TYPE (SaigaTimelineMark, saiga_timeline_mark, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaTimelineMarkKind, saiga_timeline_mark_kind,
                    G_DEFINE_ENUM_VALUE (SAIGA_TIMELINE_MARK_KIND_AMENDED, "amended"),
                    G_DEFINE_ENUM_VALUE (SAIGA_TIMELINE_MARK_KIND_RESERVED, "reserved"),
                    G_DEFINE_ENUM_VALUE (SAIGA_TIMELINE_MARK_KIND_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (SAIGA_TIMELINE_MARK_KIND_LAPSED, "lapsed"))
/* clang-format on */

static void
saiga_timeline_mark_finalize (GObject *object)
{
  SaigaTimelineMark *self = SAIGA_TIMELINE_MARK (object);

  g_clear_pointer (&self->date, saiga_date_unref);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (saiga_timeline_mark_parent_class)->finalize (object);
}

static void
saiga_timeline_mark_class_init (SaigaTimelineMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_timeline_mark_finalize;
}

static void
saiga_timeline_mark_init (SaigaTimelineMark *self)
{
}

SaigaTimelineMark *
_saiga_timeline_mark_new (SaigaTimelineMarkKind kind,
                          int day,
                          SaigaListing *listing)
{
  SaigaTimelineMark *self = g_object_new (SAIGA_TYPE_TIMELINE_MARK, NULL);

  self->kind = kind;
  self->date = _saiga_date_of_day (day);
  self->listing = g_object_ref (listing);

  return self;
}

/**
 * saiga_timeline_mark_get_kind:
 * @self: a mark
 *
 * Gets what happened.
 *
 * Returns: the kind of mark
 *
 * Since: 0.1
 */
SaigaTimelineMarkKind
saiga_timeline_mark_get_kind (SaigaTimelineMark *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_MARK (self), SAIGA_TIMELINE_MARK_KIND_AMENDED);

  return self->kind;
}

/**
 * saiga_timeline_mark_get_date:
 * @self: a mark
 *
 * Gets the day.
 *
 * Returns: (transfer none) (nullable): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_timeline_mark_get_date (SaigaTimelineMark *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_MARK (self), NULL);

  return self->date;
}

/**
 * saiga_timeline_mark_get_listing:
 * @self: a mark
 *
 * Gets the row: the amended listing, the reservation, or its withdrawal.
 *
 * Returns: (transfer none) (nullable): the row
 *
 * Since: 0.1
 */
SaigaListing *
saiga_timeline_mark_get_listing (SaigaTimelineMark *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_MARK (self), NULL);

  return self->listing;
}
