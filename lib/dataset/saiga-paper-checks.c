/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with documents, decisions, meetings, participations, exchanges and comments. */

#include <string.h>

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "document-after-meeting", SAIGA_SEVERITY_WARNING, N_ ("The meeting document is dated %1, after “%2”"),
    N_ ("A document made for a meeting is dated after it was over. What is written afterwards is a report, or belongs to another "
        "meeting."),
    N_ ("Correct the date, the meeting or the kind of document.") },
  { "document-deadline", SAIGA_SEVERITY_WARNING, N_ ("The deadline %1 is after “%2”"),
    N_ ("A document is due after the meeting for which it is wanted."),
    N_ ("Correct the deadline or the meeting.") },
  { "document-requested-body", SAIGA_SEVERITY_WARNING, N_ ("“%1” is asked to act, but does not meet at “%2”"),
    N_ ("A document invites a body to approve, note or decide something, but its meeting is one of another body, which can not do "
        "so."),
    N_ ("Correct the body that is asked, or the meeting.") },
  { "decision-before-meeting", SAIGA_SEVERITY_ERROR, N_ ("The decision is dated %1, before “%2” at which it was taken"),
    N_ ("A decision can not be older than the meeting that took it. When it takes effect is said elsewhere."),
    N_ ("Correct the date or the meeting.") },
  { "decision-body", SAIGA_SEVERITY_WARNING, N_ ("The decision is adopted, but neither by a body nor at a meeting"),
    N_ ("Of an adopted decision it is not recorded who took it, so that nobody can tell whom it binds."),
    N_ ("Name the body or the meeting.") },
  { "meeting-timeframe-date", SAIGA_SEVERITY_WARNING, N_ ("The meeting begins on %1, which is not in its time frame “%2”"),
    N_ ("A meeting has a day and, from when it was planned, words for its time; the two do not agree."),
    N_ ("Correct the day, or remove the time frame, which the day makes needless.") },
  { "meeting-parent-date", SAIGA_SEVERITY_WARNING, N_ ("The meeting is not within the days of “%1”"),
    N_ ("A side event, segment or preparation takes place within another meeting, but its days are outside those of that meeting."),
    N_ ("Correct the days, or remove the parent; occurrences of a series name the series instead.") },
  { "meeting-ordinal-order", SAIGA_SEVERITY_WARNING, N_ ("The meeting is before “%1”, which has a lower number"),
    N_ ("The meetings of one body and kind are counted in the order in which they are held."),
    N_ ("Correct the number or the days of one of the two.") },
  { "meeting-date-missing", SAIGA_SEVERITY_INFORMATION, N_ ("The meeting was held, but no day is recorded"),
    N_ ("A meeting that was held has no first day. What it decided, and who could have attended other meetings, can not be dated."),
    N_ ("Add the first day, or the month or year, which is enough to order it.") },
  { "participation-self", SAIGA_SEVERITY_ERROR, N_ ("“%1” is represented by itself"),
    N_ ("Where two secretariats share the work of attending meetings, one stands in for the other, not for itself."),
    N_ ("Name the one that stands in, or nobody.") },
  { "participation-not-held", SAIGA_SEVERITY_WARNING, N_ ("“%1” was attended, but is not marked as held"),
    N_ ("Somebody is recorded as having attended a meeting that is still planned or was cancelled."),
    N_ ("Mark the meeting as held, or correct the participation.") },
  { "participation-no-mandate", SAIGA_SEVERITY_INFORMATION, N_ ("“%1” stands in, but no document says on what basis"),
    N_ ("Who speaks for another needs a position paper or an instruction of that other, else it is not clear what may be said in "
        "its name."),
    N_ ("Name the position paper or the instruction.") },
  { "exchange-self", SAIGA_SEVERITY_WARNING, N_ ("“%1” sends the item to itself"),
    N_ ("An exchange passes something from one to another, but here the same one sends and receives it. Several that all send to "
        "each other are not meant."),
    N_ ("Correct the sender or the receiver.") },
  { "comment-version", SAIGA_SEVERITY_ERROR, N_ ("The programme has no version “%1”"),
    N_ ("A comment says which draft of a programme it was made on, but none of its subjects belongs to a programme that has a "
        "version of this label."),
    N_ ("Correct the label, or add the version to the programme.") },
  { "comment-late", SAIGA_SEVERITY_INFORMATION, N_ ("The comment of %1 came after the call for comments “%2” was over"),
    N_ ("Comments were called for until a day, and this one on the same subject is later. Whether it is still taken into account "
        "is for the keepers to say."),
    NULL },
  { "comment-accepted-no-result", SAIGA_SEVERITY_WARNING, N_ ("The comment was accepted, but nothing is named that changed"),
    N_ ("A comment was accepted, wholly or partly, but no record is named that was changed or added because of it. The paper that "
        "tells the commenters what became of their words has nothing to say."),
    N_ ("Name the records that were changed or added.") },
};

/* ---- documents and decisions */

static void
check_document_date (SaigaValidation *validation,
                     SaigaRecord *record,
                     const char *tag,
                     const char *field,
                     SaigaDate *date,
                     SaigaMeeting *meeting)
{
  if (date != NULL && saiga_date_get_earliest_day (date) > _saiga_days_of_meeting (meeting).last)
    {
      g_autofree char *text = saiga_date_to_string (date);

      _saiga_validation_add (validation, tag, record, field, text, _saiga_record_peek_id (SAIGA_RECORD (meeting)), NULL);
    }
}

static void
check_document (SaigaValidation *validation,
                SaigaRecord *record)
{
  SaigaDocument *document = SAIGA_DOCUMENT (record);
  const char *meeting_id = saiga_document_get_meeting_id (document);
  SaigaMeeting *meeting = _saiga_validation_lookup (validation, meeting_id, SAIGA_TYPE_MEETING);
  const SaigaPartList *actions = _saiga_record_peek_parts (SAIGA_RECORD (document), "requested-actions");
  SaigaRequestedAction *action;

  if (meeting == NULL)
    return;
  if (saiga_document_get_kind (document) == SAIGA_DOCUMENT_KIND_MEETING_DOCUMENT)
    check_document_date (validation, record, "document-after-meeting", "date", saiga_document_get_date (document), meeting);
  check_document_date (validation, record, "document-deadline", "deadline", saiga_document_get_deadline (document), meeting);

  if (saiga_meeting_get_body_id (meeting) == NULL)
    return;
  for (guint i = 0; (action = _saiga_parts_peek (actions, i)) != NULL; i++)
    {
      const char *body_id = saiga_requested_action_get_body_id (action);

      if (body_id != NULL && !g_str_equal (body_id, saiga_meeting_get_body_id (meeting)))
        _saiga_validation_add (validation, "document-requested-body", record, "requested-actions", body_id, meeting_id, NULL);
    }
}

static void
check_decision (SaigaValidation *validation,
                SaigaRecord *record)
{
  SaigaDecision *decision = SAIGA_DECISION (record);
  const char *meeting_id = saiga_decision_get_meeting_id (decision);
  SaigaMeeting *meeting = _saiga_validation_lookup (validation, meeting_id, SAIGA_TYPE_MEETING);
  SaigaDate *date = saiga_decision_get_date (decision);

  if (meeting != NULL && date != NULL && saiga_date_get_latest_day (date) < _saiga_days_of_meeting (meeting).first)
    {
      g_autofree char *text = saiga_date_to_string (date);

      _saiga_validation_add (validation, "decision-before-meeting", record, "date", text, meeting_id, NULL);
    }
  if (saiga_decision_get_state (decision) == SAIGA_DECISION_STATE_ADOPTED && meeting_id == NULL &&
      saiga_decision_get_body_id (decision) == NULL)
    _saiga_validation_add (validation, "decision-body", record, "body-id", NULL);
}

/* ---- meetings */

static void
check_meeting (SaigaValidation *validation,
               SaigaRecord *record)
{
  SaigaMeeting *meeting = SAIGA_MEETING (record);
  SaigaDate *start = saiga_meeting_get_start (meeting);
  SaigaDate *end = saiga_meeting_get_end (meeting);
  SaigaTimeframe *timeframe = saiga_meeting_get_timeframe (meeting);
  const char *parent_id = saiga_meeting_get_parent_id (meeting);
  SaigaMeeting *parent = _saiga_validation_lookup (validation, parent_id, SAIGA_TYPE_MEETING);

  if (start != NULL && timeframe != NULL &&
      _saiga_days_are_apart (_saiga_days_of (start, start), _saiga_days_of_timeframe (timeframe)))
    {
      g_autofree char *text = saiga_date_to_string (start);

      _saiga_validation_add (validation, "meeting-timeframe-date", record, "start", text, saiga_timeframe_get_wording (timeframe), NULL);
    }

  if (parent != NULL)
    {
      SaigaDays days = _saiga_days_of_meeting (parent);

      if ((start != NULL && (saiga_date_get_latest_day (start) < days.first || saiga_date_get_earliest_day (start) > days.last)) ||
          (end != NULL && saiga_date_get_earliest_day (end) > days.last))
        _saiga_validation_add (validation, "meeting-parent-date", record, "parent-id", parent_id, NULL);
    }

  if (saiga_meeting_get_state (meeting) == SAIGA_MEETING_STATE_HELD && start == NULL)
    _saiga_validation_add (validation, "meeting-date-missing", record, "start", NULL);
}

static int
compare_ordinals (gconstpointer a,
                  gconstpointer b)
{
  SaigaMeeting *first = *(SaigaMeeting *const *) a;
  SaigaMeeting *second = *(SaigaMeeting *const *) b;
  int order = strcmp (saiga_meeting_get_body_id (first), saiga_meeting_get_body_id (second));

  if (order == 0)
    order = (int) saiga_meeting_get_kind (first) - (int) saiga_meeting_get_kind (second);

  return order != 0 ? order : saiga_meeting_get_ordinal (first) - saiga_meeting_get_ordinal (second);
}

/* Goes through the meetings of each body and kind by number, and keeps the latest so far. */
static void
check_ordinals (SaigaValidation *validation)
{
  g_autoptr(GPtrArray) meetings = g_ptr_array_new ();
  SaigaMeeting *latest = NULL;
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_MEETING, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_meeting_get_body_id (record) != NULL && saiga_meeting_get_ordinal (record) >= 0 &&
        (saiga_meeting_get_start (record) != NULL || saiga_meeting_get_timeframe (record) != NULL))
      g_ptr_array_add (meetings, record);
  g_ptr_array_sort (meetings, compare_ordinals);

  for (guint i = 0; i < meetings->len; i++)
    {
      SaigaMeeting *meeting = meetings->pdata[i];

      if (latest != NULL && (!g_str_equal (saiga_meeting_get_body_id (latest), saiga_meeting_get_body_id (meeting)) ||
                             saiga_meeting_get_kind (latest) != saiga_meeting_get_kind (meeting)))
        latest = NULL;
      if (latest != NULL && saiga_meeting_get_ordinal (latest) < saiga_meeting_get_ordinal (meeting) &&
          _saiga_days_of_meeting (meeting).last < _saiga_days_of_meeting (latest).first)
        _saiga_validation_add (validation, "meeting-ordinal-order", SAIGA_RECORD (meeting), "ordinal",
                               _saiga_record_peek_id (SAIGA_RECORD (latest)), NULL);
      if (latest == NULL || _saiga_days_of_meeting (meeting).first > _saiga_days_of_meeting (latest).first)
        latest = meeting;
    }
}

static void
check_participation (SaigaValidation *validation,
                     SaigaRecord *record)
{
  SaigaParticipation *participation = SAIGA_PARTICIPATION (record);
  const char *meeting_id = saiga_participation_get_meeting_id (participation);
  SaigaMeeting *meeting = _saiga_validation_lookup (validation, meeting_id, SAIGA_TYPE_MEETING);
  const char *representative_id = saiga_participation_get_represented_by_id (participation);

  if (representative_id != NULL && g_strcmp0 (representative_id, saiga_participation_get_participant_id (participation)) == 0)
    _saiga_validation_add (validation, "participation-self", record, "represented-by-id", representative_id, NULL);
  else if (representative_id != NULL && saiga_participation_get_document_ids (participation)[0] == NULL)
    _saiga_validation_add (validation, "participation-no-mandate", record, "document-ids", representative_id, NULL);

  if (meeting != NULL && saiga_participation_get_state (participation) == SAIGA_PARTICIPATION_STATE_ATTENDED &&
      saiga_meeting_get_state (meeting) != SAIGA_MEETING_STATE_HELD)
    _saiga_validation_add (validation, "participation-not-held", record, "state", meeting_id, NULL);
}

/* ---- exchanges and comments */

static void
check_exchange (SaigaValidation *validation,
                SaigaRecord *record)
{
  const char *const *sender_ids = saiga_exchange_get_sender_ids (SAIGA_EXCHANGE (record));
  const char *const *receiver_ids = saiga_exchange_get_receiver_ids (SAIGA_EXCHANGE (record));

  /* One of several that send may well be among several that receive. */
  if (g_strv_length ((char **) sender_ids) > 1 && g_strv_length ((char **) receiver_ids) > 1)
    return;
  for (const char *const *id = sender_ids; *id != NULL; id++)
    if (g_strv_contains (receiver_ids, *id))
      _saiga_validation_add (validation, "exchange-self", record, "receiver-ids", *id, NULL);
}

/* The programme that a record is or belongs to. */
static SaigaProgramme *
find_programme (SaigaValidation *validation,
                const char *id)
{
  SaigaRecord *record = saiga_snapshot_lookup (_saiga_validation_get_snapshot (validation), id);
  const SaigaField *field = record != NULL ? _saiga_record_info_find (_saiga_record_get_info (record), "programme-id") : NULL;

  if (field != NULL)
    return _saiga_validation_lookup (validation, _saiga_field_get_pointer (field, record), SAIGA_TYPE_PROGRAMME);

  return record != NULL && SAIGA_IS_PROGRAMME (record) ? SAIGA_PROGRAMME (record) : NULL;
}

static void
check_comment (SaigaValidation *validation,
               SaigaRecord *record)
{
  SaigaComment *comment = SAIGA_COMMENT (record);
  SaigaCommentDisposition disposition = saiga_comment_get_disposition (comment);
  const char *version = saiga_comment_get_version (comment);
  gboolean found = version == NULL;

  for (const char *const *id = saiga_comment_get_subject_ids (comment); *id != NULL && !found; id++)
    {
      SaigaProgramme *programme = find_programme (validation, *id);

      found = programme != NULL && _saiga_programme_find_version (programme, version) != NULL;
    }
  if (!found)
    _saiga_validation_add (validation, "comment-version", record, "version", version, NULL);

  if ((disposition == SAIGA_COMMENT_DISPOSITION_ACCEPTED || disposition == SAIGA_COMMENT_DISPOSITION_PARTLY_ACCEPTED) &&
      saiga_comment_get_result_ids (comment)[0] == NULL)
    _saiga_validation_add (validation, "comment-accepted-no-result", record, "result-ids", NULL);
}

/* Finds, for each subject, the call for comments that was open longest. */
static GHashTable *
list_calls (SaigaValidation *validation)
{
  GHashTable *calls = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_EXCHANGE, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaDate *due = saiga_exchange_get_reply_due (record);

      if (due == NULL || saiga_exchange_get_item (record) != SAIGA_EXCHANGE_ITEM_COMMENTS)
        continue;
      for (const char *const *id = saiga_exchange_get_subject_ids (record); *id != NULL; id++)
        {
          SaigaExchange *other = g_hash_table_lookup (calls, *id);

          if (other == NULL || saiga_date_get_latest_day (saiga_exchange_get_reply_due (other)) < saiga_date_get_latest_day (due))
            g_hash_table_insert (calls, (gpointer) *id, record);
        }
    }

  return calls;
}

static void
check_late_comments (SaigaValidation *validation)
{
  g_autoptr(GHashTable) calls = list_calls (validation);
  SaigaTableIter iter;
  gpointer record;

  if (g_hash_table_size (calls) == 0)
    return;
  for (_saiga_validation_start (validation, SAIGA_TYPE_COMMENT, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaDate *date = saiga_comment_get_date (record);

      for (const char *const *id = saiga_comment_get_subject_ids (record); *id != NULL; id++)
        {
          SaigaProgramme *programme = find_programme (validation, *id);
          const char *subject = programme != NULL ? _saiga_record_peek_id (SAIGA_RECORD (programme)) : *id;
          SaigaExchange *call = g_hash_table_lookup (calls, subject);
          g_autofree char *text = NULL;

          if (call == NULL || !_saiga_date_is_before (saiga_exchange_get_reply_due (call), date))
            continue;
          text = saiga_date_to_string (date);
          _saiga_validation_add (validation, "comment-late", record, "date", text, _saiga_record_peek_id (SAIGA_RECORD (call)), NULL);
          break;
        }
    }
}

static const SaigaCheck checks[] = {
  { "document", check_document, NULL },
  { "decision", check_decision, NULL },
  { "meeting", check_meeting, check_ordinals },
  { "participation", check_participation, NULL },
  { "exchange", check_exchange, NULL },
  { "comment", check_comment, check_late_comments },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
