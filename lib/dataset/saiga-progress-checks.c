/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with what is reported and measured: progress, goals, indicators,
 * measurements, projects, contributions and topics. */

#include <saiga/saiga-money.h>
#include <saiga/saiga-text.h>

#include "saiga-check-private.h"
#include "saiga-decimal-private.h"

static const SaigaProblemKind kinds[] = {
  { "progress-after-completed", SAIGA_SEVERITY_WARNING, N_ ("“%1” had been completed before, by “%2”"),
    N_ ("An entry says that work goes on, rests or was dropped on an activity that an earlier entry reports as completed. The later "
        "entry counts, so the activity is no longer done. An entry for one occurrence of a recurring duty completes that one only."),
    N_ ("Correct one of the two; a remark after the end is an entry of state “note”.") },
  { "progress-outside-programme", SAIGA_SEVERITY_INFORMATION, N_ ("The work was not done within the period of “%1”"),
    N_ ("Progress is dated before the programme of its activity began or after it ended, with the extensions that were given. "
        "Activities that are carried over go on for a while without a programme."),
    N_ ("Check the date, and whether the programme was extended.") },
  { "progress-date-missing", SAIGA_SEVERITY_INFORMATION, N_ ("It is not known when this was done or reported"),
    N_ ("An entry has neither a day on which it happened nor the day of its report, so it can not be placed among others."),
    N_ ("Add the day, month or year, or that of the report.") },
  { "goal-due", SAIGA_SEVERITY_WARNING, N_ ("The goal is due on %1, outside the period of “%2”"),
    N_ ("A goal is to be reached by a day that is not within the period of its plan."),
    N_ ("Correct the day or the period.") },
  { "indicator-unused", SAIGA_SEVERITY_INFORMATION, N_ ("The indicator measures nothing"),
    N_ ("An indicator is for no activity, project, goal or focus, and has no measurements."),
    N_ ("Say what it measures, or remove it.") },
  { "indicator-no-target", SAIGA_SEVERITY_INFORMATION, N_ ("No target is set for the indicator"),
    N_ ("Without a measurement of kind “target” the indicator shows a course, but not whether enough was reached."),
    N_ ("Add a measurement that is the target.") },
  { "measurement-empty", SAIGA_SEVERITY_ERROR, N_ ("The measurement says nothing"),
    N_ ("A measurement has neither a value nor a proportion nor a text."),
    N_ ("Add what was measured, or remove the record.") },
  { "measurement-qualitative", SAIGA_SEVERITY_WARNING, N_ ("“%1” is measured in words, not by %2"),
    N_ ("A number is given for an indicator that is qualitative. A reader has no unit to read it by."),
    N_ ("Say it in words, or correct the measure of the indicator.") },
  { "measurement-proportion", SAIGA_SEVERITY_ERROR, N_ ("%1 of %2 is no proportion"),
    N_ ("A part is greater than its whole, or a value is given for a proportion of nothing. For the proportion of illegally killed "
        "elephants the whole is all carcasses found, and a site without carcasses has no value."),
    N_ ("Correct the two numbers; without a whole leave the value out.") },
  { "measurement-interval", SAIGA_SEVERITY_ERROR, N_ ("%1 is not between %2 and %3"),
    N_ ("The lower bound of an interval is above the upper one, or the value is outside the interval."),
    N_ ("Correct the value or the bounds.") },
  { "project-component-count", SAIGA_SEVERITY_INFORMATION, N_ ("%1 component projects are recorded, %2 are stated"),
    N_ ("A portfolio is said to have a number of component projects, and some are recorded, but not as many."),
    N_ ("Record the others, or correct the number.") },
  { "project-overspent", SAIGA_SEVERITY_WARNING, N_ ("%1 was spent of a budget of %2"),
    N_ ("The sums spent for a project alone are more than its whole budget. Sums in other currencies than that of the budget, and "
        "those for several projects, are not counted."),
    N_ ("Check the sums, or record the new budget.") },
  { "project-state-date", SAIGA_SEVERITY_WARNING, N_ ("The project is in state “%1”, but has %2"),
    N_ ("A project is said to be planned only, but has begun, or to be planned or under way, but has ended."),
    N_ ("Correct the state or the date.") },
  { "contribution-exceeds", SAIGA_SEVERITY_WARNING, N_ ("%1 came of it, more than the %2 that it is"),
    N_ ("The next steps of a contribution add up to more than the step that they name: more was received than was pledged, or "
        "more was spent than was received. Sums in another currency are not counted."),
    N_ ("Correct a sum, or record the pledge that was raised as a contribution of its own.") },
  { "contribution-currency", SAIGA_SEVERITY_INFORMATION, N_ ("The sum is in %1, that of “%2” in %3"),
    N_ ("Two steps of one contribution are in two currencies. They are never added up or converted."),
    NULL },
  { "contribution-order", SAIGA_SEVERITY_ERROR, N_ ("The contribution is before “%1”, which is the step before it"),
    N_ ("What is pledged is then committed, received and spent. A step is dated before the one that it follows, or is an earlier "
        "one by its kind."),
    N_ ("Correct the dates, the stages, or which step is named as the one before.") },
  { "contribution-purpose-missing", SAIGA_SEVERITY_INFORMATION, N_ ("It is not said what the contribution is for"),
    N_ ("A contribution names no activity, project, condition or focus, and no purpose in words. It is counted for nothing but the "
        "total."),
    N_ ("Name what it is for.") },
  { "topic-unused", SAIGA_SEVERITY_INFORMATION, N_ ("Nothing is about the topic"),
    N_ ("No record names the topic, nor is a narrower one below it."),
    N_ ("Name it where it belongs, or remove it.") },
  { "topic-duplicate-name", SAIGA_SEVERITY_WARNING, N_ ("“%1” has the same name “%2”"),
    N_ ("Two topics have one name in one language, capitals aside. Records about one thing are then found under two topics."),
    N_ ("Join the two, or give them different names.") },
};

/* ---- progress and goals */

/* The days in which an entry happened or, if that is not known, was reported. */
static SaigaDays
find_days (SaigaProgress *progress)
{
  SaigaDate *start = saiga_progress_get_start (progress);
  SaigaDate *end = saiga_progress_get_end (progress);
  SaigaDate *reported = saiga_progress_get_reported (progress);

  if (start != NULL || end != NULL)
    return _saiga_days_of (start != NULL ? start : end, end != NULL ? end : start);

  return _saiga_days_of (reported, reported);
}

static void
check_progress (SaigaValidation *validation,
                SaigaProgress *progress,
                GHashTable *periods)
{
  SaigaRecord *record = SAIGA_RECORD (progress);
  SaigaDays days = find_days (progress);
  g_autoptr(GHashTable) told = NULL;

  if (days.first == G_MININT)
    {
      _saiga_validation_add (validation, "progress-date-missing", record, "start", NULL);
      return;
    }
  if (saiga_progress_get_start (progress) == NULL && saiga_progress_get_end (progress) == NULL)
    return;

  told = g_hash_table_new (g_str_hash, g_str_equal);
  for (const char *const *id = saiga_progress_get_activity_ids (progress); *id != NULL; id++)
    {
      SaigaActivity *activity = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_ACTIVITY);
      const char *programme_id = activity != NULL ? saiga_activity_get_programme_id (activity) : NULL;
      SaigaDays *period = programme_id != NULL ? g_hash_table_lookup (periods, programme_id) : NULL;

      if (period != NULL && _saiga_days_are_apart (days, *period) && g_hash_table_add (told, (gpointer) programme_id))
        _saiga_validation_add (validation, "progress-outside-programme", record, "start", programme_id, NULL);
    }
}

/* The first entry by which each activity is wholly completed. */
static GHashTable *
list_completed (SaigaValidation *validation)
{
  GHashTable *completed = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_PROGRESS, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      if (saiga_progress_get_state (record) != SAIGA_PROGRESS_STATE_COMPLETED || saiga_progress_get_occurrence (record) != NULL)
        continue;
      for (const char *const *id = saiga_progress_get_activity_ids (record); *id != NULL; id++)
        {
          SaigaProgress *other = g_hash_table_lookup (completed, *id);

          if (other == NULL || find_days (record).last < find_days (other).last)
            g_hash_table_insert (completed, (gpointer) *id, record);
        }
    }

  return completed;
}

static gboolean
reopens (SaigaProgress *progress)
{
  SaigaProgressState state = saiga_progress_get_state (progress);

  return state == SAIGA_PROGRESS_STATE_UNDERWAY || state == SAIGA_PROGRESS_STATE_SUSPENDED || state == SAIGA_PROGRESS_STATE_DROPPED;
}

static void
check_progress_entries (SaigaValidation *validation)
{
  g_autoptr(GHashTable) periods = _saiga_validation_list_programme_days (validation);
  g_autoptr(GHashTable) completed = list_completed (validation);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_PROGRESS, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      check_progress (validation, record, periods);
      if (!reopens (record))
        continue;
      for (const char *const *id = saiga_progress_get_activity_ids (record); *id != NULL; id++)
        {
          SaigaProgress *other = g_hash_table_lookup (completed, *id);

          if (other != NULL && find_days (record).first > find_days (other).last)
            _saiga_validation_add (validation, "progress-after-completed", record, "state", *id, _saiga_record_peek_id (SAIGA_RECORD (other)), NULL);
        }
    }
}

static void
check_goals (SaigaValidation *validation)
{
  g_autoptr(GHashTable) periods = _saiga_validation_list_programme_days (validation);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_GOAL, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *programme_id = saiga_goal_get_programme_id (record);
      SaigaDays *period = programme_id != NULL ? g_hash_table_lookup (periods, programme_id) : NULL;
      SaigaDate *due = saiga_goal_get_due (record);

      if (due != NULL && period != NULL && _saiga_days_are_apart (_saiga_days_of (due, due), *period))
        {
          g_autofree char *text = saiga_date_to_string (due);

          _saiga_validation_add (validation, "goal-due", record, "due", text, programme_id, NULL);
        }
    }
}

/* ---- indicators and measurements */

static void
check_indicators (SaigaValidation *validation)
{
  g_autoptr(GHashTable) measured = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) targeted = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_MEASUREMENT, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *id = saiga_measurement_get_indicator_id (record);

      if (id != NULL)
        g_hash_table_add (measured, (gpointer) id);
      if (id != NULL && saiga_measurement_get_kind (record) == SAIGA_MEASUREMENT_KIND_TARGET)
        g_hash_table_add (targeted, (gpointer) id);
    }

  for (_saiga_validation_start (validation, SAIGA_TYPE_INDICATOR, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *id = _saiga_record_peek_id (record);

      if (!g_hash_table_contains (measured, id) && saiga_indicator_get_activity_ids (record)[0] == NULL &&
          saiga_indicator_get_project_ids (record)[0] == NULL && saiga_indicator_get_goal_ids (record)[0] == NULL &&
          saiga_indicator_get_focus_ids (record)[0] == NULL)
        _saiga_validation_add (validation, "indicator-unused", record, NULL, NULL);
      if (!g_hash_table_contains (targeted, id))
        _saiga_validation_add (validation, "indicator-no-target", record, NULL, NULL);
    }
}

/* Whether one number is greater than another; both are canonical. */
static gboolean
is_greater (const char *decimal,
            const char *other)
{
  if ((*decimal == '-') != (*other == '-'))
    return *other == '-';
  if (*decimal == '-')
    return _saiga_decimal_compare (decimal + 1, other + 1) < 0;

  return _saiga_decimal_compare (decimal, other) > 0;
}

static void
check_measurement (SaigaValidation *validation,
                   SaigaRecord *record)
{
  SaigaMeasurement *measurement = SAIGA_MEASUREMENT (record);
  SaigaIndicator *indicator = _saiga_validation_lookup (validation, saiga_measurement_get_indicator_id (measurement), SAIGA_TYPE_INDICATOR);
  const char *value = saiga_measurement_get_value (measurement);
  const char *lower = saiga_measurement_get_lower (measurement);
  const char *upper = saiga_measurement_get_upper (measurement);
  int numerator = saiga_measurement_get_numerator (measurement);
  int denominator = saiga_measurement_get_denominator (measurement);
  gboolean is_proportion = numerator >= 0 && denominator >= 0;

  if (value == NULL && !is_proportion && saiga_measurement_get_text (measurement) == NULL)
    _saiga_validation_add (validation, "measurement-empty", record, "value", NULL);

  if (indicator != NULL && saiga_indicator_get_measure (indicator) == SAIGA_INDICATOR_MEASURE_QUALITATIVE && (value != NULL || is_proportion))
    _saiga_validation_add (validation, "measurement-qualitative", record, value != NULL ? "value" : "numerator",
                           saiga_measurement_get_indicator_id (measurement), value != NULL ? "value" : "proportion", NULL);

  if (is_proportion ? numerator > denominator || (denominator == 0 && value != NULL) : denominator == 0 && value != NULL)
    {
      g_autofree char *part = numerator >= 0 ? g_strdup_printf ("%d", numerator) : g_strdup (value);
      g_autofree char *whole = g_strdup_printf ("%d", denominator);

      _saiga_validation_add (validation, "measurement-proportion", record, "numerator", part, whole, NULL);
    }

  if ((lower != NULL && upper != NULL && is_greater (lower, upper)) || (value != NULL && lower != NULL && is_greater (lower, value)) ||
      (value != NULL && upper != NULL && is_greater (value, upper)))
    _saiga_validation_add (validation, "measurement-interval", record, "value", value != NULL ? value : "–",
                           lower != NULL ? lower : "–", upper != NULL ? upper : "–", NULL);
}

/* ---- projects and contributions */

/* Adds to a sum; what is in another currency, or too much to count, is left out. */
static void
add_to_sum (GHashTable *sums,
            const char *key,
            SaigaMoney *amount)
{
  g_autofree char *full_key = g_strdup_printf ("%s %s", key, saiga_money_get_currency (amount));
  SaigaMoney *sum = g_hash_table_lookup (sums, full_key);
  SaigaMoney *total = sum != NULL ? saiga_money_add (sum, amount, NULL) : saiga_money_ref (amount);

  if (total != NULL)
    g_hash_table_replace (sums, g_steal_pointer (&full_key), total);
}

/* The sum of a key in the currency of a limit, if it is above that. */
static SaigaMoney *
find_excess (GHashTable *sums,
             const char *key,
             SaigaMoney *limit)
{
  g_autofree char *full_key = g_strdup_printf ("%s %s", key, saiga_money_get_currency (limit));
  SaigaMoney *sum = g_hash_table_lookup (sums, full_key);

  return sum != NULL && _saiga_decimal_compare (saiga_money_get_amount (sum), saiga_money_get_amount (limit)) > 0 ? sum : NULL;
}

static void
add_excess (SaigaValidation *validation,
            SaigaRecord *record,
            const char *tag,
            const char *field,
            SaigaMoney *sum,
            SaigaMoney *limit)
{
  g_autofree char *sum_text = saiga_money_to_string (sum);
  g_autofree char *limit_text = saiga_money_to_string (limit);

  _saiga_validation_add (validation, tag, record, field, sum_text, limit_text, NULL);
}

static void
check_state (SaigaValidation *validation,
             SaigaProject *project)
{
  SaigaProjectState state = saiga_project_get_state (project);
  const char *wrong = NULL;

  if (state == SAIGA_PROJECT_STATE_PIPELINE && saiga_project_get_actual_start (project) != NULL)
    wrong = "actual-start";
  else if ((state == SAIGA_PROJECT_STATE_PIPELINE || state == SAIGA_PROJECT_STATE_IMPLEMENTATION) && saiga_project_get_actual_end (project) != NULL)
    wrong = "actual-end";

  if (wrong != NULL)
    _saiga_validation_add (validation, "project-state-date", SAIGA_RECORD (project), "state",
                           _saiga_record_peek_nick (SAIGA_RECORD (project), "state"), wrong, NULL);
}

static void
check_projects (SaigaValidation *validation)
{
  g_autoptr(GHashTable) spent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) saiga_money_unref);
  g_autoptr(GHashTable) components = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_CONTRIBUTION, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *const *ids = saiga_contribution_get_project_ids (record);

      if (saiga_contribution_get_stage (record) == SAIGA_CONTRIBUTION_STAGE_SPENT && saiga_contribution_get_amount (record) != NULL &&
          ids[0] != NULL && ids[1] == NULL)
        add_to_sum (spent, ids[0], saiga_contribution_get_amount (record));
    }
  for (_saiga_validation_start (validation, SAIGA_TYPE_PROJECT, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      gpointer parent_id = (gpointer) saiga_project_get_parent_id (record);

      if (parent_id != NULL)
        g_hash_table_insert (components, parent_id, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (components, parent_id)) + 1));
    }

  for (_saiga_validation_start (validation, SAIGA_TYPE_PROJECT, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      int n_stated = saiga_project_get_component_count (record);
      int n_recorded = GPOINTER_TO_INT (g_hash_table_lookup (components, _saiga_record_peek_id (record)));
      SaigaMoney *budget = saiga_project_get_budget (record);
      SaigaMoney *sum = budget != NULL ? find_excess (spent, _saiga_record_peek_id (record), budget) : NULL;

      check_state (validation, record);
      /* The number may be stated before any component is recorded. */
      if (n_stated >= 0 && n_recorded > 0 && n_stated != n_recorded)
        {
          g_autofree char *recorded = g_strdup_printf ("%d", n_recorded);
          g_autofree char *stated = g_strdup_printf ("%d", n_stated);

          _saiga_validation_add (validation, "project-component-count", record, "component-count", recorded, stated, NULL);
        }
      if (sum != NULL)
        add_excess (validation, record, "project-overspent", "budget", sum, budget);
    }
}

static void
check_chain (SaigaValidation *validation,
             SaigaContribution *contribution,
             SaigaContribution *previous)
{
  SaigaRecord *record = SAIGA_RECORD (contribution);
  const char *previous_id = _saiga_record_peek_id (SAIGA_RECORD (previous));
  SaigaMoney *amount = saiga_contribution_get_amount (contribution);
  SaigaMoney *before = saiga_contribution_get_amount (previous);

  if (_saiga_date_is_before (saiga_contribution_get_date (contribution), saiga_contribution_get_date (previous)))
    _saiga_validation_add (validation, "contribution-order", record, "date", previous_id, NULL);
  /* What is passed on is received again. */
  else if (saiga_contribution_get_stage (contribution) < saiga_contribution_get_stage (previous) &&
           saiga_contribution_get_stage (contribution) != SAIGA_CONTRIBUTION_STAGE_UNSET)
    _saiga_validation_add (validation, "contribution-order", record, "stage", previous_id, NULL);

  if (amount != NULL && before != NULL && !g_str_equal (saiga_money_get_currency (amount), saiga_money_get_currency (before)))
    _saiga_validation_add (validation, "contribution-currency", record, "amount", saiga_money_get_currency (amount), previous_id,
                           saiga_money_get_currency (before), NULL);
}

static void
check_contribution (SaigaValidation *validation,
                    SaigaRecord *record)
{
  SaigaContribution *contribution = SAIGA_CONTRIBUTION (record);
  SaigaContribution *previous = _saiga_validation_lookup (validation, saiga_contribution_get_previous_id (contribution), SAIGA_TYPE_CONTRIBUTION);

  if (previous != NULL)
    check_chain (validation, contribution, previous);
  if (saiga_contribution_get_purpose (contribution) == NULL && saiga_contribution_get_activity_ids (contribution)[0] == NULL &&
      saiga_contribution_get_project_ids (contribution)[0] == NULL && saiga_contribution_get_condition_ids (contribution)[0] == NULL &&
      saiga_contribution_get_focus_ids (contribution)[0] == NULL)
    _saiga_validation_add (validation, "contribution-purpose-missing", record, "purpose", NULL);
}

/* A step that is followed by a commitment and, at the same time, by the receipt of it is not counted twice: each stage has its sum. */
static char *
make_stage_key (const char *id,
                SaigaContributionStage stage)
{
  return g_strdup_printf ("%s %d", id, stage);
}

static void
check_sums (SaigaValidation *validation)
{
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) saiga_money_unref);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_CONTRIBUTION, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_contribution_get_previous_id (record) != NULL && saiga_contribution_get_amount (record) != NULL)
      {
        g_autofree char *key = make_stage_key (saiga_contribution_get_previous_id (record), saiga_contribution_get_stage (record));

        add_to_sum (sums, key, saiga_contribution_get_amount (record));
      }

  for (_saiga_validation_start (validation, SAIGA_TYPE_CONTRIBUTION, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    for (int stage = SAIGA_CONTRIBUTION_STAGE_PLEDGED; stage <= SAIGA_CONTRIBUTION_STAGE_SPENT; stage++)
      {
        g_autofree char *key = make_stage_key (_saiga_record_peek_id (record), stage);
        SaigaMoney *amount = saiga_contribution_get_amount (record);
        SaigaMoney *sum = amount != NULL ? find_excess (sums, key, amount) : NULL;

        if (sum != NULL)
          add_excess (validation, record, "contribution-exceeds", "amount", sum, amount);
      }
}

/* ---- topics */

static void
check_topic_names (SaigaValidation *validation,
                   SaigaTopic *topic,
                   GHashTable *names)
{
  SaigaText *name = saiga_topic_get_name (topic);
  g_auto(GStrv) languages = name != NULL ? saiga_text_list_languages (name) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const char *words = saiga_text_get_words (name, languages[i]);
      g_autofree char *folded = g_utf8_casefold (words, -1);
      g_autofree char *key = g_strjoin (" ", languages[i], folded, NULL);
      SaigaRecord *other = g_hash_table_lookup (names, key);

      if (other == NULL)
        g_hash_table_insert (names, g_steal_pointer (&key), topic);
      else
        _saiga_validation_add (validation, "topic-duplicate-name", SAIGA_RECORD (topic), "name", _saiga_record_peek_id (other), words, NULL);
    }
}

static void
check_topics (SaigaValidation *validation)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) used = NULL;
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_TOPIC, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      if (used == NULL)
        used = _saiga_validation_list_referred (validation, "topic");
      if (!g_hash_table_contains (used, _saiga_record_peek_id (record)))
        _saiga_validation_add (validation, "topic-unused", record, NULL, NULL);
      check_topic_names (validation, record, names);
    }
}

static const SaigaCheck checks[] = {
  { NULL, NULL, check_progress_entries },
  { NULL, NULL, check_goals },
  { "measurement", check_measurement, check_indicators },
  { NULL, NULL, check_projects },
  { "contribution", check_contribution, check_sums },
  { NULL, NULL, check_topics },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
