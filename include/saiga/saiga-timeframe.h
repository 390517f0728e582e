/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-date.h>
#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaRecurrence:
 * @SAIGA_RECURRENCE_NONE: not at all
 * @SAIGA_RECURRENCE_ONGOING: all the time
 * @SAIGA_RECURRENCE_ANNUAL: every year
 * @SAIGA_RECURRENCE_BIENNIAL: every second year
 * @SAIGA_RECURRENCE_MONTHLY: every month
 * @SAIGA_RECURRENCE_QUARTERLY: every three months
 * @SAIGA_RECURRENCE_REGULAR: again and again, without saying how often
 * @SAIGA_RECURRENCE_AS_REQUIRED: whenever it is needed
 *
 * How often something comes again.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum /*< flags >*/
{
  SAIGA_RECURRENCE_NONE = 0,
  SAIGA_RECURRENCE_ONGOING = 1 << 0,
  SAIGA_RECURRENCE_ANNUAL = 1 << 1,
  SAIGA_RECURRENCE_BIENNIAL = 1 << 2,
  SAIGA_RECURRENCE_MONTHLY = 1 << 3,
  SAIGA_RECURRENCE_QUARTERLY = 1 << 4,
  SAIGA_RECURRENCE_REGULAR = 1 << 5,
  SAIGA_RECURRENCE_AS_REQUIRED = 1 << 6,
} SaigaRecurrence;

#define SAIGA_TYPE_RECURRENCE (saiga_recurrence_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_recurrence_get_type (void) G_GNUC_CONST;

/**
 * SaigaTimeframe:
 *
 * When something is planned, in the words of the plan.
 *
 * A time frame keeps its wording, such as `2012-13`, `by December 2014`,
 * `Annual and as-required` or `Will depend on decisions adopted at CMS CoP10`,
 * and gives what it means: the earliest and the latest day, how often it comes
 * again, what it depends on. Each of these may be missing.
 *
 * Words that are not understood can be pinned to an interval, as in
 * `Late in the year = 2012-09-01/2012-12-31`.
 *
 * A time frame never changes and may be shared between threads.
 *
 * Since: 0.1
 */
typedef struct _SaigaTimeframe SaigaTimeframe;

#define SAIGA_TYPE_TIMEFRAME (saiga_timeframe_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_timeframe_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaTimeframe *saiga_timeframe_parse (const char *text,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_timeframe_to_string (const SaigaTimeframe *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaTimeframe *saiga_timeframe_ref (SaigaTimeframe *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_timeframe_unref (SaigaTimeframe *self);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_timeframe_equal (const SaigaTimeframe *self,
                                const SaigaTimeframe *other);
SAIGA_AVAILABLE_IN_ALL
int saiga_timeframe_compare (const SaigaTimeframe *self,
                             const SaigaTimeframe *other);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_timeframe_get_wording (const SaigaTimeframe *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_timeframe_is_pinned (const SaigaTimeframe *self);
SAIGA_AVAILABLE_IN_ALL
int saiga_timeframe_get_earliest_day (const SaigaTimeframe *self);
SAIGA_AVAILABLE_IN_ALL
int saiga_timeframe_get_latest_day (const SaigaTimeframe *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_timeframe_dup_earliest (const SaigaTimeframe *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_timeframe_dup_latest (const SaigaTimeframe *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaRecurrence saiga_timeframe_get_recurrence (const SaigaTimeframe *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_timeframe_get_depends (const SaigaTimeframe *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_timeframe_dup_text (const SaigaTimeframe *self,
                                const char           *language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaTimeframe, saiga_timeframe_unref)

G_END_DECLS
