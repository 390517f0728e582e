/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-phase.h>

#include "saiga-approval-private.h"

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaPhase, saiga_phase,
                    G_DEFINE_ENUM_VALUE (SAIGA_PHASE_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PHASE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PHASE_REJECTED, "rejected"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PHASE_IN_FORCE, "in-force"),
                    G_DEFINE_ENUM_VALUE (SAIGA_PHASE_OVER, "over"))
/* clang-format on */

typedef enum
{
  GIVEN,
  PENDING,
  SILENT,
  REJECTED,
} Answer;

/* The last day on which a meeting can take place, or 0 where nothing says so. */
static int
last_day (SaigaSnapshot *snapshot,
          const char *meeting_id)
{
  SaigaRecord *record = meeting_id != NULL ? saiga_snapshot_lookup (snapshot, meeting_id) : NULL;
  SaigaMeeting *meeting = SAIGA_IS_MEETING (record) ? SAIGA_MEETING (record) : NULL;

  if (meeting == NULL)
    return 0;
  if (saiga_meeting_get_end (meeting) != NULL)
    return saiga_date_get_latest_day (saiga_meeting_get_end (meeting));
  if (saiga_meeting_get_start (meeting) != NULL)
    return saiga_date_get_latest_day (saiga_meeting_get_start (meeting));
  if (saiga_meeting_get_timeframe (meeting) != NULL)
    return saiga_timeframe_get_latest_day (saiga_meeting_get_timeframe (meeting));

  return 0;
}

/* A date that is known in part counts from its last day; without one, that of the meeting. */
static int
day_of (SaigaSnapshot *snapshot,
        SaigaApproval *approval)
{
  SaigaDate *date = saiga_approval_get_date (approval);

  return date != NULL ? saiga_date_get_latest_day (date) : last_day (snapshot, saiga_approval_get_meeting_id (approval));
}

static Answer
answer_of (SaigaSnapshot *snapshot,
           GListModel *approvals,
           const char *body_id,
           SaigaProgramme *programme,
           int day)
{
  Answer answer = SILENT;
  gboolean is_recorded = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (approvals); i++)
    {
      g_autoptr(SaigaApproval) approval = g_list_model_get_item (approvals, i);
      const SaigaApprovalOutcome outcome = saiga_approval_get_outcome (approval);
      const int when = day_of (snapshot, approval);

      if (saiga_approval_get_new_end (approval) != NULL || g_strcmp0 (saiga_approval_get_body_id (approval), body_id) != 0)
        continue;
      is_recorded = TRUE;
      if (outcome == SAIGA_APPROVAL_OUTCOME_REJECTED && when != 0 && when <= day)
        return REJECTED;
      if (_saiga_approval_is_given (approval) && when != 0 && when <= day)
        answer = GIVEN;
      else if (answer == SILENT && _saiga_approval_is_given (approval) && when > day)
        answer = PENDING;
      else if (answer == SILENT && (outcome == SAIGA_APPROVAL_OUTCOME_REQUESTED || outcome == SAIGA_APPROVAL_OUTCOME_PROPOSED) &&
               last_day (snapshot, saiga_approval_get_meeting_id (approval)) >= day)
        answer = PENDING;
    }
  if (!is_recorded && saiga_programme_get_start (programme) != NULL &&
      day < saiga_date_get_earliest_day (saiga_programme_get_start (programme)))
    answer = PENDING;

  return answer;
}

/**
 * saiga_phase_on:
 * @snapshot: a snapshot
 * @programme: a programme
 * @date: a day; of a date that is known in part, its last day
 *
 * Finds where a programme stands, from what is recorded of the bodies that must approve it.
 *
 * What is not recorded is not guessed: when a body was asked, its meeting is over and no
 * outcome is known, the phase is unknown.
 *
 * Returns: the phase
 *
 * Since: 0.1
 */
SaigaPhase
saiga_phase_on (SaigaSnapshot *snapshot,
                SaigaProgramme *programme,
                SaigaDate *date)
{
  g_autoptr(GListModel) referrers = NULL;
  g_autoptr(GListStore) approvals = g_list_store_new (SAIGA_TYPE_APPROVAL);
  const char *const *bodies;
  const char *id;
  gboolean is_pending = FALSE;
  gboolean is_silent = FALSE;
  int end = 0;
  int day;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), SAIGA_PHASE_UNKNOWN);
  g_return_val_if_fail (SAIGA_IS_PROGRAMME (programme), SAIGA_PHASE_UNKNOWN);
  g_return_val_if_fail (date != NULL, SAIGA_PHASE_UNKNOWN);

  day = saiga_date_get_latest_day (date);
  id = saiga_record_get_id (SAIGA_RECORD (programme));
  referrers = saiga_snapshot_get_referrers (snapshot, id != NULL ? id : "");
  if (saiga_programme_get_end (programme) != NULL)
    end = saiga_date_get_latest_day (saiga_programme_get_end (programme));
  for (guint i = 0; i < g_list_model_get_n_items (referrers); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (referrers, i);
      SaigaDate *new_end;

      if (!SAIGA_IS_APPROVAL (record) || g_strcmp0 (saiga_approval_get_subject_id (SAIGA_APPROVAL (record)), id) != 0)
        continue;
      g_list_store_append (approvals, record);
      new_end = saiga_approval_get_new_end (SAIGA_APPROVAL (record));
      if (new_end != NULL && _saiga_approval_is_given (SAIGA_APPROVAL (record)) && day_of (snapshot, SAIGA_APPROVAL (record)) <= day)
        end = MAX (end, saiga_date_get_latest_day (new_end));
    }

  bodies = saiga_programme_get_approver_ids (programme);
  for (; *bodies != NULL; bodies++)
    switch (answer_of (snapshot, G_LIST_MODEL (approvals), *bodies, programme, day))
      {
      case REJECTED:
        return SAIGA_PHASE_REJECTED;

      case PENDING:
        is_pending = TRUE;
        break;

      case SILENT:
        is_silent = TRUE;
        break;

      case GIVEN:
        break;

      default:
        g_assert_not_reached ();
      }

  if (is_pending)
    return SAIGA_PHASE_DRAFT;
  if (is_silent)
    return SAIGA_PHASE_UNKNOWN;

  return end != 0 && day > end ? SAIGA_PHASE_OVER : SAIGA_PHASE_IN_FORCE;
}
