/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-timeline-private.h"

/**
 * SaigaTimelineInterval:
 *
 * The days between which the status of a taxon is the same.
 *
 * Since: 0.1
 */
struct _SaigaTimelineInterval
{
  GObject parent_instance;

  SaigaLaw *law;
  SaigaSpell spell;
  char *area_id;
  SaigaDate *start;
  SaigaDate *until;
  SaigaStatus *status;
};

G_DEFINE_FINAL_TYPE (SaigaTimelineInterval, saiga_timeline_interval, G_TYPE_OBJECT)

static void
saiga_timeline_interval_finalize (GObject *object)
{
  SaigaTimelineInterval *self = SAIGA_TIMELINE_INTERVAL (object);

  g_clear_object (&self->law);
  g_free (self->area_id);
  g_clear_pointer (&self->start, saiga_date_unref);
  g_clear_pointer (&self->until, saiga_date_unref);
  g_clear_object (&self->status);

  G_OBJECT_CLASS (saiga_timeline_interval_parent_class)->finalize (object);
}

static void
saiga_timeline_interval_class_init (SaigaTimelineIntervalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_timeline_interval_finalize;
}

static void
saiga_timeline_interval_init (SaigaTimelineInterval *self)
{
}

SaigaTimelineInterval *
_saiga_timeline_interval_new (SaigaLaw *law,
                              const SaigaSpell *spell,
                              const char *area_id)
{
  SaigaTimelineInterval *self = g_object_new (SAIGA_TYPE_TIMELINE_INTERVAL, NULL);
  SaigaQuestion question = { spell->book, spell->day, area_id != NULL, SAIGA_ANY_AREA };

  if (area_id != NULL)
    question.area = _saiga_area_sets_find (spell->book->areas, area_id);
  self->law = g_object_ref (law);
  self->spell = *spell;
  self->area_id = g_strdup (area_id);
  self->start = _saiga_date_of_day (spell->day);
  self->until = _saiga_date_of_day (spell->until);
  self->status = _saiga_status_new_known (law, &question, area_id, self->start, spell->node, &spell->row);

  return self;
}

const SaigaSpell *
_saiga_timeline_interval_get_spell (SaigaTimelineInterval *self)
{
  return &self->spell;
}

/**
 * saiga_timeline_interval_get_start:
 * @self: an interval
 *
 * Gets the first day.
 *
 * Returns: (transfer none) (nullable): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_timeline_interval_get_start (SaigaTimelineInterval *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_INTERVAL (self), NULL);

  return self->start;
}

/**
 * saiga_timeline_interval_get_until:
 * @self: an interval
 *
 * Gets the first day after it.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if no end is known
 *
 * Since: 0.1
 */
SaigaDate *
saiga_timeline_interval_get_until (SaigaTimelineInterval *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_INTERVAL (self), NULL);

  return self->until;
}

/**
 * saiga_timeline_interval_get_status:
 * @self: an interval
 *
 * Gets the status on the first day.
 *
 * The appendices, and in the full timeline the listings, are those of all days of the
 * interval.
 *
 * Returns: (transfer none) (nullable): the status
 *
 * Since: 0.1
 */
SaigaStatus *
saiga_timeline_interval_get_status (SaigaTimelineInterval *self)
{
  g_return_val_if_fail (SAIGA_IS_TIMELINE_INTERVAL (self), NULL);

  return self->status;
}
