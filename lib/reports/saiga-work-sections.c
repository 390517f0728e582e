/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-phase.h>
#include <saiga/saiga-words.h>

#include "saiga-work-sections-private.h"

const char *
_saiga_work_translate (SaigaWorkReport *self,
                       const char *message)
{
  return _saiga_report_translate (self->source, message);
}

/* ---- small pieces */

void
_saiga_work_add_fact_of_ids (SaigaWorkReport *self,
                             const char *term,
                             const char *const *ids)
{
  if (ids[0] == NULL)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_FACT, term);
  _saiga_report_add_labels (self->paper, self->source, ids, "; ");
  _saiga_paper_end (self->paper);
}

/* "Lead: CITES Secretariat (sustainable use), CMS Secretariat (recovery of species)." */
void
_saiga_work_add_roles (SaigaWorkReport *self,
                       GListModel *roles)
{
  for (guint kind = SAIGA_ROLE_KIND_LEAD; kind <= SAIGA_ROLE_KIND_HOST; kind++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
        {
          g_autoptr(SaigaRole) role = g_list_model_get_item (roles, i);
          g_autofree char *who = NULL;

          if (saiga_role_get_kind (role) != kind || saiga_role_get_stakeholder_id (role) == NULL)
            continue;
          if (!any)
            _saiga_paper_begin (self->paper, SAIGA_NODE_FACT, saiga_words_for_value (SAIGA_TYPE_ROLE_KIND, kind, self->source->language));
          who = _saiga_report_dup_label (self->source, saiga_role_get_stakeholder_id (role));
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, any ? ", " : "");
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, who);
          if (saiga_role_get_topic_id (role) != NULL)
            {
              g_autofree char *topic = _saiga_report_dup_label (self->source, saiga_role_get_topic_id (role));
              g_autofree char *aspect = g_strdup_printf (" (%s)", topic);

              _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, aspect);
            }
          any = TRUE;
        }
      if (any)
        _saiga_paper_end (self->paper);
    }
}

char *
_saiga_work_dup_place (SaigaWorkReport *self,
                       SaigaMeeting *meeting)
{
  const char *place = saiga_meeting_get_place (meeting);
  const char *area_id = saiga_meeting_get_area_id (meeting);
  g_autofree char *area = area_id != NULL ? _saiga_report_dup_label (self->source, area_id) : NULL;

  if (place != NULL && area != NULL)
    return g_strdup_printf ("%s, %s", place, area);

  return g_strdup (place != NULL ? place : area != NULL ? area
                                                        : "");
}

char *
_saiga_work_dup_period (SaigaWorkReport *self,
                        SaigaDate *start,
                        SaigaDate *end)
{
  g_autofree char *first = start != NULL ? saiga_date_dup_text (start, self->source->language) : NULL;
  g_autofree char *last = end != NULL ? saiga_date_dup_text (end, self->source->language) : NULL;

  if (first == NULL || last == NULL)
    return first != NULL ? g_steal_pointer (&first) : last != NULL ? g_steal_pointer (&last)
                                                                   : g_strdup ("");
  if (saiga_date_get_day (start) != 0 && saiga_date_get_month (start) == saiga_date_get_month (end) &&
      saiga_date_get_year (start) == saiga_date_get_year (end))
    return saiga_date_get_day (start) == saiga_date_get_day (end) ? g_steal_pointer (&last)
                                                                  : g_strdup_printf ("%d–%s", saiga_date_get_day (start), last);

  return g_strdup_printf ("%s–%s", first, last);
}

/* ---- the programme as a whole */

static void
add_approvals (SaigaWorkReport *self)
{
  g_autoptr(GListModel) approvals = saiga_outline_get_approvals (self->outline);
  const char *const titles[] = {
    _saiga_work_translate (self, N_ ("Body")), _saiga_work_translate (self, N_ ("Step")), _saiga_work_translate (self, N_ ("Meeting")), _saiga_work_translate (self, N_ ("Date")), NULL
  };

  if (g_list_model_get_n_items (approvals) == 0)
    return;
  _saiga_paper_begin_table (self->paper, SAIGA_NODE_STACKED, _saiga_work_translate (self, N_ ("Steps to approval")), titles);
  for (guint i = 0; i < g_list_model_get_n_items (approvals); i++)
    {
      g_autoptr(SaigaApproval) approval = g_list_model_get_item (approvals, i);
      const char *body_id = saiga_approval_get_body_id (approval);
      const char *meeting_id = saiga_approval_get_meeting_id (approval);
      SaigaRecord *meeting = meeting_id != NULL ? saiga_snapshot_lookup (self->source->snapshot, meeting_id) : NULL;
      g_autofree char *body = body_id != NULL ? _saiga_report_dup_label (self->source, body_id) : g_strdup ("–");
      g_autofree char *title = meeting_id != NULL ? _saiga_report_dup_label (self->source, meeting_id) : g_strdup ("–");
      SaigaDate *date = saiga_approval_get_date (approval);
      g_autofree char *when = NULL;

      if (date == NULL && SAIGA_IS_MEETING (meeting))
        date = saiga_meeting_get_start (SAIGA_MEETING (meeting));
      when = date != NULL ? saiga_date_dup_text (date, self->source->language) : g_strdup (_saiga_work_translate (self, N_ ("not given")));

      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, body);
      _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, saiga_words_for_value (SAIGA_TYPE_APPROVAL_OUTCOME, saiga_approval_get_outcome (approval), self->source->language));
      if (saiga_approval_get_new_end (approval) != NULL)
        {
          g_autofree char *end = saiga_date_dup_text (saiga_approval_get_new_end (approval), self->source->language);
          g_autofree char *words = _saiga_translate_fill (self->source->language, N_ (" (extended until %1)"), end, NULL);

          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, words);
        }
      _saiga_paper_end (self->paper);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, title);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, when);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

void
_saiga_work_add_provisions (SaigaWorkReport *self,
                            GListModel *provisions)
{
  if (g_list_model_get_n_items (provisions) == 0)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_LIST, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (provisions); i++)
    {
      g_autoptr(SaigaProvision) provision = g_list_model_get_item (provisions, i);

      _saiga_paper_begin (self->paper, SAIGA_NODE_ITEM, NULL);
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_provision_get_text (provision));
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

static void
add_state (SaigaWorkReport *self,
           SaigaProgramme *programme)
{
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;
  SaigaPhase phase;

  if (self->source->date == NULL)
    return;
  phase = saiga_phase_on (self->source->snapshot, programme, self->source->date);
  date = saiga_date_dup_text (self->source->date, self->source->language);
  words = _saiga_translate_fill (self->source->language, N_ ("On %1 this programme was %2."), date,
                                 saiga_words_for_value (SAIGA_TYPE_PHASE, phase, self->source->language), NULL);
  _saiga_paper_add (self->paper, SAIGA_NODE_NOTE, words);
}

static void
count_activities (SaigaOutline *node,
                  guint *n_themes,
                  guint *n_activities,
                  guint *n_parts)
{
  GListModel *children = saiga_outline_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);
      SaigaRecord *record = saiga_outline_get_record (child);

      if (SAIGA_IS_THEME (record) && SAIGA_IS_PROGRAMME (saiga_outline_get_record (node)))
        ++*n_themes;
      else if (SAIGA_IS_ACTIVITY (record))
        ++*(saiga_activity_get_parent_id (SAIGA_ACTIVITY (record)) == NULL ? n_activities : n_parts);
      count_activities (child, n_themes, n_activities, n_parts);
    }
}

static void
add_counts (SaigaWorkReport *self)
{
  guint n_themes = 0;
  guint n_activities = 0;
  guint n_parts = 0;
  g_autofree char *themes = NULL;
  g_autofree char *activities = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *words = NULL;

  count_activities (self->outline, &n_themes, &n_activities, &n_parts);
  themes = _saiga_format_number (n_themes, self->source->language);
  activities = _saiga_format_number (n_activities, self->source->language);
  parts = _saiga_format_number (n_parts, self->source->language);
  words = _saiga_translate_fill (self->source->language,
                                 saiga_programme_get_exhaustive (self->source->programme)
                                   ? N_ ("%1, with %2 sub-activities, under %3 themes")
                                   : N_ ("%1, with %2 sub-activities, under %3 themes; others may be added"),
                                 activities, parts, themes, NULL);
  _saiga_paper_add_fact (self->paper, _saiga_work_translate (self, N_ ("Activities")), words);
}

void
_saiga_work_add_programme (SaigaWorkReport *self)
{
  SaigaProgramme *programme = self->source->programme;
  g_autofree char *period = _saiga_work_dup_period (self, saiga_programme_get_start (programme), saiga_programme_get_end (programme));

  add_state (self, programme);
  _saiga_paper_begin (self->paper, SAIGA_NODE_FACTS, NULL);
  if (*period != '\0')
    _saiga_paper_add_fact (self->paper, _saiga_work_translate (self, N_ ("Period")), period);
  _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Kept by")), saiga_programme_get_keeper_ids (programme));
  _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("To be approved by")), saiga_programme_get_approver_ids (programme));
  if (saiga_programme_get_predecessor_id (programme) != NULL)
    {
      _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Follows")), (const char *const[]){ saiga_programme_get_predecessor_id (programme), NULL });
      if (saiga_programme_get_carry_over (programme))
        _saiga_paper_add_fact (self->paper, _saiga_work_translate (self, N_ ("Until approval")),
                               _saiga_work_translate (self, N_ ("unfinished activities of the programme before go on")));
    }
  _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Set within")), saiga_programme_get_framework_ids (programme));
  add_counts (self);
  _saiga_paper_end (self->paper);
  _saiga_work_add_provisions (self, saiga_programme_get_provisions (programme));
  add_approvals (self);
}

void
_saiga_work_add_conditions (SaigaWorkReport *self,
                            SaigaOutline *node)
{
  g_autoptr(GListModel) conditions = saiga_outline_get_conditions (node);
  const guint n = g_list_model_get_n_items (conditions);

  if (n == 0)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_FACT, _saiga_work_translate (self, N_ ("On condition of")));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SaigaCondition) condition = g_list_model_get_item (conditions, i);

      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, i > 0 ? "; " : "");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_condition_get_text (condition));
      if (saiga_condition_get_fallback (condition) != NULL)
        {
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, _saiga_work_translate (self, N_ (" – without it: ")));
          _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_condition_get_fallback (condition));
        }
    }
  _saiga_paper_end (self->paper);
}

char *
_saiga_work_dup_theme_heading (SaigaWorkReport *self,
                               SaigaTheme *theme)
{
  g_autofree char *title = saiga_record_dup_label (SAIGA_RECORD (theme), self->source->language);

  return saiga_theme_get_code (theme) != NULL ? g_strdup_printf ("(%s) %s", saiga_theme_get_code (theme), title) : g_steal_pointer (&title);
}
