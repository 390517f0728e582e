/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with a programme, its approvals, themes, activities, focuses and conditions. */

#include <string.h>

#include "saiga-approval-private.h"
#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "programme-approval-order", SAIGA_SEVERITY_WARNING, N_ ("The approval of %1 is older than the version “%2” that it is on"),
    N_ ("A body can only act on a version of a programme that exists. The approval was of an earlier version, or one of the dates "
        "is wrong."),
    N_ ("Correct the version or one of the dates.") },
  { "programme-period-gap", SAIGA_SEVERITY_INFORMATION, N_ ("Between “%1” and this programme no programme is in force"),
    N_ ("The programme begins later than on the day after its predecessor ended, with the extensions that were given. Joint work "
        "had no plan in between."),
    N_ ("Check both periods; if the predecessor was extended, add the approval.") },
  { "programme-approver-missing", SAIGA_SEVERITY_INFORMATION, N_ ("The programme is carried out, but nobody is named who approves it"),
    N_ ("Progress is recorded, but the programme names no body that must approve it. It counts as in force from its first day."),
    N_ ("Name the bodies that must approve it, if it needs approval.") },
  { "programme-extension", SAIGA_SEVERITY_WARNING, N_ ("“%1” has not endorsed the extension to %2"),
    N_ ("All bodies that must approve a programme must also agree to its extension. One of them gave a later end than another."),
    N_ ("Record what the other body did, or correct the end.") },
  { "approval-body", SAIGA_SEVERITY_WARNING, N_ ("“%1” is not a body that approves “%2”"),
    N_ ("A programme names the bodies that must approve it, and this one is not among them. Its approval has no effect."),
    N_ ("Correct the body, or add it to those that approve the programme.") },
  { "approval-contradiction", SAIGA_SEVERITY_ERROR, N_ ("“%1” says the opposite of the same body at the same meeting"),
    N_ ("One body is recorded to have both given and rejected its approval of the same thing at one meeting."),
    N_ ("Remove the record that is wrong.") },
  { "theme-position", SAIGA_SEVERITY_WARNING, N_ ("“%1” has the same place"),
    N_ ("Two themes of one programme and one parent have the same place, so that their order is open."),
    N_ ("Give each a place of its own.") },
  { "theme-parent-programme", SAIGA_SEVERITY_ERROR, N_ ("The parent “%1” is of another programme"),
    N_ ("A theme stands below a theme of another programme."),
    N_ ("Correct the parent or the programme.") },
  { "theme-empty", SAIGA_SEVERITY_INFORMATION, N_ ("Nothing stands under the theme"),
    N_ ("A theme has no activities, no themes below it and no provisions: in a paper it is a heading without a text."),
    N_ ("Add what belongs under it, or remove it.") },
  { "activity-depth", SAIGA_SEVERITY_ERROR, N_ ("The parent “%1” has a parent itself"),
    N_ ("An activity can have points with duties of their own, but these have none again: papers, codes and states know two levels."),
    N_ ("Name the top activity as parent.") },
  { "activity-parent-programme", SAIGA_SEVERITY_ERROR, N_ ("“%1” is of another programme"),
    N_ ("The parent or the theme of an activity belongs to another programme than the activity."),
    N_ ("Correct the parent, the theme or the programme. What continues an activity of an earlier programme names it as predecessor.") },
  { "activity-theme-missing", SAIGA_SEVERITY_ERROR, N_ ("The activity stands under no theme and no other activity"),
    N_ ("An activity has its place in a programme by its theme, or by the activity that it is a point of. Without either no paper "
        "shows it."),
    N_ ("Name its theme.") },
  { "activity-timeframe-missing", SAIGA_SEVERITY_INFORMATION, N_ ("No time is given for the activity"),
    N_ ("Neither the activity nor the one that it is a point of says when it is to be done. It counts as due for the whole period "
        "of the programme."),
    N_ ("Add a time frame, if there is one.") },
  { "activity-timeframe-programme", SAIGA_SEVERITY_WARNING, N_ ("The time “%1” is not within the period of the programme"),
    N_ ("An activity is planned for days outside the period of its programme, with the extensions that were given."),
    N_ ("Correct the time frame or the period.") },
  { "activity-timeframe-parent", SAIGA_SEVERITY_WARNING, N_ ("The time “%1” is not within the time of “%2”"),
    N_ ("A point of an activity is planned for days outside the time of the activity."),
    N_ ("Correct one of the two time frames.") },
  { "activity-timeframe-output", SAIGA_SEVERITY_INFORMATION, N_ ("“%1” is not planned for the time “%2”"),
    N_ ("What an activity is to bring about, such as a meeting, is planned for days outside the time of the activity."),
    N_ ("Check both dates.") },
  { "activity-lead-missing", SAIGA_SEVERITY_INFORMATION, N_ ("Nobody leads the activity"),
    N_ ("Neither the activity nor what it stands under names a lead, so nobody is asked how it stands."),
    N_ ("Name a lead for the activity or for its theme.") },
  { "activity-funding-mismatch", SAIGA_SEVERITY_WARNING, N_ ("The cost is not significant, but “%1” asks for funds"),
    N_ ("An activity is said to cost nothing to speak of, and at the same time to depend on funds."),
    N_ ("Correct the cost or the condition.") },
  { "focus-taxon-missing", SAIGA_SEVERITY_INFORMATION, N_ ("The focus names no taxon"),
    N_ ("A target of joint work is named in words alone. Its listings and its Red List category can not be found. Groups without a "
        "scientific name are often such a focus, with their species below it."),
    N_ ("Name the taxa that are meant, of each authority.") },
  { "focus-printed-name", SAIGA_SEVERITY_WARNING, N_ ("“%1” is printed, which is the name of none of its taxa"),
    N_ ("The scientific name that the programme prints is another than the names of the taxa that are meant. It may be a misprint, "
        "which the focus keeps, or a name that an authority no longer uses."),
    N_ ("Check the taxa. The printed name stays as it is printed.") },
  { "focus-one-authority", SAIGA_SEVERITY_WARNING, N_ ("All taxa are of “%1”"),
    N_ ("Joint work is about taxa of two conventions, but the concepts of one authority alone are named. What the other one "
        "understands by the name is then left out."),
    N_ ("Name the taxon of the other authority too, if it has one.") },
  { "condition-both", SAIGA_SEVERITY_ERROR, N_ ("The condition is recorded both as met and as failed"),
    N_ ("A condition that has failed can never be met. The activities that depend on it can not have a state."),
    N_ ("Remove the date that is wrong.") },
  { "condition-evidence-missing", SAIGA_SEVERITY_WARNING, N_ ("Nothing shows that the condition is %1"),
    N_ ("A condition is recorded as met or as failed without a record that shows it, such as a decision or a contribution."),
    N_ ("Name the record that shows it.") },
  { "condition-unused", SAIGA_SEVERITY_INFORMATION, N_ ("Nothing depends on the condition"),
    N_ ("No activity and no focus names the condition."),
    N_ ("Name it where it counts, or remove it.") },
};

/* ---- approvals */

/* A date, or else the days of a meeting. */
static SaigaDays
find_days (SaigaValidation *validation,
           SaigaDate *date,
           const char *meeting_id)
{
  SaigaMeeting *meeting = _saiga_validation_lookup (validation, meeting_id, SAIGA_TYPE_MEETING);

  if (date == NULL && meeting != NULL)
    return _saiga_days_of_meeting (meeting);

  return _saiga_days_of (date, date);
}

static void
check_version (SaigaValidation *validation,
               SaigaApproval *approval,
               SaigaProgramme *programme)
{
  const char *label = saiga_approval_get_version (approval);
  SaigaProgrammeVersion *version = label != NULL ? _saiga_programme_find_version (programme, label) : NULL;
  SaigaDays days = find_days (validation, saiga_approval_get_date (approval), saiga_approval_get_meeting_id (approval));
  SaigaDays version_days;
  g_autoptr(SaigaDate) date = NULL;
  g_autofree char *text = NULL;

  if (version == NULL || days.last == G_MAXINT)
    return;
  version_days = find_days (validation, saiga_programme_version_get_date (version), saiga_programme_version_get_meeting_id (version));
  if (days.last >= version_days.first)
    return;

  date = saiga_date_new_for_day (days.last, NULL);
  text = date != NULL ? saiga_date_to_string (date) : g_strdup ("–");
  _saiga_validation_add (validation, "programme-approval-order", SAIGA_RECORD (approval), "version", text, label, NULL);
}

static void
check_approval (SaigaValidation *validation,
                SaigaRecord *record)
{
  SaigaApproval *approval = SAIGA_APPROVAL (record);
  const char *body_id = saiga_approval_get_body_id (approval);
  SaigaProgramme *programme = _saiga_validation_lookup (validation, saiga_approval_get_subject_id (approval), SAIGA_TYPE_PROGRAMME);
  const char *const *approver_ids;

  if (programme == NULL)
    return;
  check_version (validation, approval, programme);

  /* Anybody may consider a programme. */
  approver_ids = saiga_programme_get_approver_ids (programme);
  if (body_id != NULL && approver_ids[0] != NULL && !g_strv_contains (approver_ids, body_id) &&
      saiga_approval_get_outcome (approval) != SAIGA_APPROVAL_OUTCOME_CONSIDERED)
    _saiga_validation_add (validation, "approval-body", record, "body-id", body_id, saiga_approval_get_subject_id (approval), NULL);
}

static void
check_contradictions (SaigaValidation *validation)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_APPROVAL, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      gboolean rejected = saiga_approval_get_outcome (record) == SAIGA_APPROVAL_OUTCOME_REJECTED;
      g_autofree char *new_end = saiga_approval_get_new_end (record) != NULL ? saiga_date_to_string (saiga_approval_get_new_end (record)) : NULL;
      const char *parts[] = { saiga_approval_get_subject_id (record), saiga_approval_get_body_id (record), saiga_approval_get_meeting_id (record),
                              new_end != NULL ? new_end : "", saiga_approval_get_version (record), NULL };
      g_autofree char *key = NULL;
      SaigaApproval *other;

      if ((!rejected && !_saiga_approval_is_given (record)) || parts[0] == NULL || parts[1] == NULL || parts[2] == NULL)
        continue;
      key = g_strjoinv (" ", (char **) parts);
      other = g_hash_table_lookup (seen, key);
      if (other == NULL)
        g_hash_table_insert (seen, g_steal_pointer (&key), record);
      else if (_saiga_approval_is_given (other) == rejected)
        _saiga_validation_add (validation, "approval-contradiction", record, "outcome", _saiga_record_peek_id (SAIGA_RECORD (other)), NULL);
    }
}

/* ---- programmes */

/* The latest end that each body gave a programme: "programme body" → date. */
static GHashTable *
list_extensions (SaigaValidation *validation,
                 GHashTable *latest)
{
  GHashTable *extensions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_APPROVAL, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *subject_id = saiga_approval_get_subject_id (record);
      const char *body_id = saiga_approval_get_body_id (record);
      SaigaDate *new_end = saiga_approval_get_new_end (record);
      SaigaDate *other;
      char *key;

      if (subject_id == NULL || body_id == NULL || new_end == NULL || !_saiga_approval_is_given (record))
        continue;
      key = g_strjoin (" ", subject_id, body_id, NULL);
      other = g_hash_table_lookup (extensions, key);
      g_hash_table_replace (extensions, key, other == NULL || _saiga_date_is_before (other, new_end) ? new_end : other);
      other = g_hash_table_lookup (latest, subject_id);
      if (other == NULL || _saiga_date_is_before (other, new_end))
        g_hash_table_replace (latest, (gpointer) subject_id, new_end);
    }

  return extensions;
}

static void
check_extension (SaigaValidation *validation,
                 SaigaProgramme *programme,
                 SaigaDate *end,
                 GHashTable *extensions)
{
  g_autofree char *text = saiga_date_to_string (end);

  for (const char *const *id = saiga_programme_get_approver_ids (programme); *id != NULL; id++)
    {
      g_autofree char *key = g_strjoin (" ", _saiga_record_peek_id (SAIGA_RECORD (programme)), *id, NULL);
      SaigaDate *given = g_hash_table_lookup (extensions, key);

      if (given == NULL || _saiga_date_is_before (given, end))
        _saiga_validation_add (validation, "programme-extension", SAIGA_RECORD (programme), "approver-ids", *id, text, NULL);
    }
}

/* The programmes of which something was done. */
static GHashTable *
list_carried_out (SaigaValidation *validation)
{
  GHashTable *list = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_PROGRESS, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    for (const char *const *id = saiga_progress_get_activity_ids (record); *id != NULL; id++)
      {
        SaigaActivity *activity = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_ACTIVITY);

        if (activity != NULL && saiga_activity_get_programme_id (activity) != NULL)
          g_hash_table_add (list, (gpointer) saiga_activity_get_programme_id (activity));
      }

  return list;
}

static void
check_programmes (SaigaValidation *validation)
{
  g_autoptr(GHashTable) days = _saiga_validation_list_programme_days (validation);
  g_autoptr(GHashTable) latest = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) extensions = list_extensions (validation, latest);
  g_autoptr(GHashTable) carried_out = list_carried_out (validation);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_PROGRAMME, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *id = _saiga_record_peek_id (record);
      const char *predecessor_id = saiga_programme_get_predecessor_id (record);
      SaigaDays *before = predecessor_id != NULL ? g_hash_table_lookup (days, predecessor_id) : NULL;
      SaigaDate *start = saiga_programme_get_start (record);
      SaigaDate *end = g_hash_table_lookup (latest, id);

      if (before != NULL && before->last != G_MAXINT && start != NULL && saiga_date_get_earliest_day (start) > before->last + 1)
        _saiga_validation_add (validation, "programme-period-gap", record, "start", predecessor_id, NULL);
      if (end != NULL)
        check_extension (validation, record, end, extensions);
      if (saiga_programme_get_approver_ids (record)[0] == NULL && g_hash_table_contains (carried_out, id))
        _saiga_validation_add (validation, "programme-approver-missing", record, "approver-ids", NULL);
    }
}

/* ---- themes */

static gboolean
is_of_other_programme (const char *programme_id,
                       const char *other_id)
{
  return programme_id != NULL && other_id != NULL && !g_str_equal (programme_id, other_id);
}

static void
check_theme (SaigaValidation *validation,
             SaigaRecord *record)
{
  const char *parent_id = saiga_theme_get_parent_id (SAIGA_THEME (record));
  SaigaTheme *parent = _saiga_validation_lookup (validation, parent_id, SAIGA_TYPE_THEME);

  if (parent != NULL && is_of_other_programme (saiga_theme_get_programme_id (SAIGA_THEME (record)), saiga_theme_get_programme_id (parent)))
    _saiga_validation_add (validation, "theme-parent-programme", record, "parent-id", parent_id, NULL);
}

static void
check_themes (SaigaValidation *validation)
{
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_ACTIVITY, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_activity_get_theme_id (record) != NULL)
      g_hash_table_add (used, (gpointer) saiga_activity_get_theme_id (record));
  for (_saiga_validation_start (validation, SAIGA_TYPE_THEME, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_theme_get_parent_id (record) != NULL)
      g_hash_table_add (used, (gpointer) saiga_theme_get_parent_id (record));

  for (_saiga_validation_start (validation, SAIGA_TYPE_THEME, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *programme_id = saiga_theme_get_programme_id (record);
      const char *parent_id = saiga_theme_get_parent_id (record);
      int position = saiga_theme_get_position (record);

      if (!g_hash_table_contains (used, _saiga_record_peek_id (record)) && _saiga_parts_peek (_saiga_record_peek_parts (record, "provisions"), 0) == NULL)
        _saiga_validation_add (validation, "theme-empty", record, NULL, NULL);

      if (programme_id != NULL && position >= 0)
        {
          char *key = g_strdup_printf ("%s %s %d", programme_id, parent_id != NULL ? parent_id : "", position);
          SaigaRecord *other = g_hash_table_lookup (places, key);

          if (other != NULL)
            _saiga_validation_add (validation, "theme-position", record, "position", _saiga_record_peek_id (other), NULL);
          g_hash_table_replace (places, key, record);
        }
    }
}

/* ---- activities */

static gboolean
has_lead (const SaigaPartList *roles)
{
  SaigaRole *role;

  for (guint i = 0; (role = _saiga_parts_peek (roles, i)) != NULL; i++)
    if (saiga_role_get_kind (role) == SAIGA_ROLE_KIND_LEAD)
      return TRUE;

  return FALSE;
}

/* A lead of the activity, of one that it is a point of, or of a theme that it stands under. */
static gboolean
is_led (SaigaValidation *validation,
        SaigaActivity *activity)
{
  SaigaTheme *theme = NULL;

  for (guint depth = 0; activity != NULL && theme == NULL && depth < 64; depth++)
    {
      if (has_lead (_saiga_record_peek_parts (SAIGA_RECORD (activity), "roles")))
        return TRUE;
      theme = _saiga_validation_lookup (validation, saiga_activity_get_theme_id (activity), SAIGA_TYPE_THEME);
      activity = _saiga_validation_lookup (validation, saiga_activity_get_parent_id (activity), SAIGA_TYPE_ACTIVITY);
    }
  for (guint depth = 0; theme != NULL && depth < 64; depth++)
    {
      if (has_lead (_saiga_record_peek_parts (SAIGA_RECORD (theme), "roles")))
        return TRUE;
      theme = _saiga_validation_lookup (validation, saiga_theme_get_parent_id (theme), SAIGA_TYPE_THEME);
    }

  return FALSE;
}

/* The days for which a record is planned; open if it has none. */
static SaigaDays
get_planned_days (SaigaRecord *record)
{
  if (SAIGA_IS_MEETING (record))
    return _saiga_days_of_meeting (SAIGA_MEETING (record));
  if (SAIGA_IS_PROJECT (record))
    return _saiga_days_of (saiga_project_get_start (SAIGA_PROJECT (record)), saiga_project_get_end (SAIGA_PROJECT (record)));
  if (SAIGA_IS_PROGRAMME (record))
    return _saiga_days_of (saiga_programme_get_start (SAIGA_PROGRAMME (record)), saiga_programme_get_end (SAIGA_PROGRAMME (record)));
  if (SAIGA_IS_DOCUMENT (record))
    return _saiga_days_of (saiga_document_get_date (SAIGA_DOCUMENT (record)), saiga_document_get_date (SAIGA_DOCUMENT (record)));
  if (SAIGA_IS_DECISION (record))
    return _saiga_days_of (saiga_decision_get_date (SAIGA_DECISION (record)), saiga_decision_get_date (SAIGA_DECISION (record)));

  return _saiga_days_of (NULL, NULL);
}

static void
check_timeframe (SaigaValidation *validation,
                 SaigaActivity *activity,
                 SaigaActivity *parent,
                 GHashTable *periods)
{
  SaigaRecord *record = SAIGA_RECORD (activity);
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);
  const char *programme_id = saiga_activity_get_programme_id (activity);
  SaigaDays *period = programme_id != NULL ? g_hash_table_lookup (periods, programme_id) : NULL;
  SaigaTimeframe *timeframe = saiga_activity_get_timeframe (activity);
  SaigaTimeframe *parent_timeframe = parent != NULL ? saiga_activity_get_timeframe (parent) : NULL;
  const char *wording = timeframe != NULL ? saiga_timeframe_get_wording (timeframe) : NULL;
  SaigaDays days;

  if (timeframe != NULL)
    {
      days = _saiga_days_of_timeframe (timeframe);
      if (period != NULL && _saiga_days_leave (days, *period))
        _saiga_validation_add (validation, "activity-timeframe-programme", record, "timeframe", wording, NULL);
      if (parent_timeframe != NULL && _saiga_days_leave (days, _saiga_days_of_timeframe (parent_timeframe)))
        _saiga_validation_add (validation, "activity-timeframe-parent", record, "timeframe", wording,
                               saiga_activity_get_parent_id (activity), NULL);
    }
  else if (parent_timeframe != NULL)
    {
      days = _saiga_days_of_timeframe (parent_timeframe);
      wording = saiga_timeframe_get_wording (parent_timeframe);
    }
  else
    {
      _saiga_validation_add (validation, "activity-timeframe-missing", record, "timeframe", NULL);
      return;
    }

  for (const char *const *id = saiga_activity_get_output_ids (activity); *id != NULL; id++)
    {
      SaigaRecord *output = saiga_snapshot_lookup (snapshot, *id);

      if (output != NULL && _saiga_days_are_apart (get_planned_days (output), days))
        _saiga_validation_add (validation, "activity-timeframe-output", record, "output-ids", *id, wording, NULL);
    }
}

static void
check_activity (SaigaValidation *validation,
                SaigaActivity *activity,
                GHashTable *periods)
{
  SaigaRecord *record = SAIGA_RECORD (activity);
  const char *programme_id = saiga_activity_get_programme_id (activity);
  const char *parent_id = saiga_activity_get_parent_id (activity);
  const char *theme_id = saiga_activity_get_theme_id (activity);
  SaigaActivity *parent = _saiga_validation_lookup (validation, parent_id, SAIGA_TYPE_ACTIVITY);
  SaigaTheme *theme = _saiga_validation_lookup (validation, theme_id, SAIGA_TYPE_THEME);

  if (parent != NULL && saiga_activity_get_parent_id (parent) != NULL)
    _saiga_validation_add (validation, "activity-depth", record, "parent-id", parent_id, NULL);
  if (parent != NULL && is_of_other_programme (programme_id, saiga_activity_get_programme_id (parent)))
    _saiga_validation_add (validation, "activity-parent-programme", record, "parent-id", parent_id, NULL);
  if (theme != NULL && is_of_other_programme (programme_id, saiga_theme_get_programme_id (theme)))
    _saiga_validation_add (validation, "activity-parent-programme", record, "theme-id", theme_id, NULL);
  if (parent_id == NULL && theme_id == NULL)
    _saiga_validation_add (validation, "activity-theme-missing", record, "theme-id", NULL);

  check_timeframe (validation, activity, parent, periods);
  if (!is_led (validation, activity))
    _saiga_validation_add (validation, "activity-lead-missing", record, "roles", NULL);

  if (saiga_activity_get_cost (activity) == SAIGA_ACTIVITY_COST_NOT_SIGNIFICANT)
    for (const char *const *id = saiga_activity_get_condition_ids (activity); *id != NULL; id++)
      {
        SaigaCondition *condition = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_CONDITION);

        if (condition != NULL && saiga_condition_get_kind (condition) == SAIGA_CONDITION_KIND_FUNDING)
          _saiga_validation_add (validation, "activity-funding-mismatch", record, "cost", *id, NULL);
      }
}

static void
check_activities (SaigaValidation *validation)
{
  g_autoptr(GHashTable) periods = _saiga_validation_list_programme_days (validation);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_ACTIVITY, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    check_activity (validation, record, periods);
}

/* ---- focuses and conditions */

/* Whether a printed name is that of a taxon: a group is printed as GENUS spp. */
static gboolean
is_name_of (const char *printed,
            SaigaTaxon *taxon)
{
  const char *name = saiga_taxon_get_name (taxon);

  return name != NULL && g_str_has_prefix (printed, name) &&
         (printed[strlen (name)] == '\0' || g_str_equal (printed + strlen (name), " spp."));
}

/* Whether each of the names that are printed, mostly one, is that of a taxon of the focus. */
static gboolean
are_names_of (SaigaValidation *validation,
              const char *printed,
              const char *const *taxon_ids)
{
  g_auto(GStrv) names = g_strsplit (printed, " and ", -1);

  for (char **name = names; *name != NULL; name++)
    {
      gboolean found = FALSE;

      for (const char *const *id = taxon_ids; *id != NULL && !found; id++)
        {
          SaigaTaxon *taxon = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_TAXON);

          found = taxon != NULL && is_name_of (*name, taxon);
        }
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static void
check_focus (SaigaValidation *validation,
             SaigaRecord *record)
{
  SaigaFocus *focus = SAIGA_FOCUS (record);
  const char *const *taxon_ids = saiga_focus_get_taxon_ids (focus);
  const char *printed = saiga_focus_get_printed_name (focus);
  const char *authority_id = NULL;
  gboolean is_shared = FALSE;
  guint n_known = 0;

  if (taxon_ids[0] == NULL)
    _saiga_validation_add (validation, "focus-taxon-missing", record, "taxon-ids", NULL);

  for (const char *const *id = taxon_ids; *id != NULL; id++)
    {
      SaigaTaxon *taxon = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_TAXON);

      if (taxon == NULL)
        continue;
      n_known++;
      is_shared |= is_of_other_programme (authority_id, saiga_taxon_get_authority_id (taxon));
      authority_id = saiga_taxon_get_authority_id (taxon);
    }

  if (n_known == 0)
    return;
  if (printed != NULL && !are_names_of (validation, printed, taxon_ids))
    _saiga_validation_add (validation, "focus-printed-name", record, "printed-name", printed, NULL);
  if (!is_shared && authority_id != NULL && n_known == g_strv_length ((char **) taxon_ids))
    _saiga_validation_add (validation, "focus-one-authority", record, "taxon-ids", authority_id, NULL);
}

static void
check_condition (SaigaValidation *validation,
                 SaigaRecord *record)
{
  SaigaCondition *condition = SAIGA_CONDITION (record);
  SaigaDate *met = saiga_condition_get_met_from (condition);
  SaigaDate *failed = saiga_condition_get_failed_from (condition);

  if (met != NULL && failed != NULL)
    _saiga_validation_add (validation, "condition-both", record, "failed-from", NULL);
  if ((met != NULL || failed != NULL) && saiga_condition_get_evidence_ids (condition)[0] == NULL)
    _saiga_validation_add (validation, "condition-evidence-missing", record, "evidence-ids", met != NULL ? "met" : "failed", NULL);
}

/* That somebody pays for a condition does not make anything depend on it. */
static void
check_conditions (SaigaValidation *validation)
{
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_ACTIVITY, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    for (const char *const *id = saiga_activity_get_condition_ids (record); *id != NULL; id++)
      g_hash_table_add (used, (gpointer) *id);
  for (_saiga_validation_start (validation, SAIGA_TYPE_FOCUS, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    for (const char *const *id = saiga_focus_get_condition_ids (record); *id != NULL; id++)
      g_hash_table_add (used, (gpointer) *id);

  for (_saiga_validation_start (validation, SAIGA_TYPE_CONDITION, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (!g_hash_table_contains (used, _saiga_record_peek_id (record)))
      _saiga_validation_add (validation, "condition-unused", record, NULL, NULL);
}

static const SaigaCheck checks[] = {
  { "approval", check_approval, check_contradictions },
  { NULL, NULL, check_programmes },
  { "theme", check_theme, check_themes },
  { NULL, NULL, check_activities },
  { "focus", check_focus, NULL },
  { "condition", check_condition, check_conditions },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
