/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

/**
 * SaigaPhase:
 * @SAIGA_PHASE_DRAFT: a body that must approve it has still to be asked, or to answer
 * @SAIGA_PHASE_UNKNOWN: all were asked, but what one of them decided is not recorded
 * @SAIGA_PHASE_REJECTED: a body rejected it
 * @SAIGA_PHASE_IN_FORCE: approved, and its period has not ended
 * @SAIGA_PHASE_OVER: approved, and its period has ended
 *
 * Where a programme stands on a date.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_PHASE_DRAFT,
  SAIGA_PHASE_UNKNOWN,
  SAIGA_PHASE_REJECTED,
  SAIGA_PHASE_IN_FORCE,
  SAIGA_PHASE_OVER,
} SaigaPhase;

#define SAIGA_TYPE_PHASE (saiga_phase_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_phase_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaPhase saiga_phase_on (SaigaSnapshot  *snapshot,
                           SaigaProgramme *programme,
                           SaigaDate      *date);

G_END_DECLS
