/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-calendar-entry.h>
#include <saiga/saiga-words.h>

#include "saiga-timeline-figure-private.h"
#include "saiga-work-sections-private.h"

/* The programme by theme, recognisable beside Annex 2 of the paper, and its calendar. */

/* ---- target species */

static void
add_taxa (SaigaWorkReport *self,
          SaigaFocus *focus)
{
  const char *const *ids = saiga_focus_get_taxon_ids (focus);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean any = FALSE;

  /* One name for both authorities where they agree. */
  for (; *ids != NULL; ids++)
    {
      char *name = _saiga_report_dup_label (self->source, *ids);

      if (!g_hash_table_add (seen, name))
        continue;
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, any ? ", " : "");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_NAME, name);
      any = TRUE;
    }
  if (!any)
    _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, "–");
  if (saiga_focus_get_printed_name (focus) != NULL && g_strrstr (saiga_focus_get_printed_name (focus), " and ") == NULL &&
      !g_str_has_suffix (saiga_focus_get_printed_name (focus), " spp.") && any &&
      !g_hash_table_contains (seen, saiga_focus_get_printed_name (focus)))
    {
      g_autofree char *words = _saiga_translate_fill (self->source->language, N_ (" (printed: %1)"), saiga_focus_get_printed_name (focus), NULL);

      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, words);
    }
}

static void
add_condition_words (SaigaWorkReport *self,
                     const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      SaigaRecord *condition = saiga_snapshot_lookup (self->source->snapshot, ids[i]);

      if (!SAIGA_IS_CONDITION (condition))
        continue;
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, i > 0 ? "; " : "");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_condition_get_text (SAIGA_CONDITION (condition)));
    }
}

/* ---- where the species were listed */

static gboolean
was_listed (SaigaTimeline *timeline)
{
  GListModel *intervals = saiga_timeline_get_short (timeline);

  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      const SaigaStatusOutcome outcome = saiga_status_get_outcome (saiga_timeline_interval_get_status (interval));

      if (outcome == SAIGA_STATUS_OUTCOME_LISTED || outcome == SAIGA_STATUS_OUTCOME_LOWER)
        return TRUE;
    }

  return FALSE;
}

/* Under the instruments that the taxon's own list serves. @laws: by the id of the instrument. */
static void
collect_timelines (SaigaWorkReport *self,
                   const char *taxon_id,
                   GHashTable *laws,
                   GListStore *timelines)
{
  SaigaSnapshot *snapshot = self->source->snapshot;
  SaigaRecord *taxon = saiga_snapshot_lookup (snapshot, taxon_id);
  const char *authority_id = SAIGA_IS_TAXON (taxon) ? saiga_taxon_get_authority_id (SAIGA_TAXON (taxon)) : NULL;
  SaigaRecord *authority = authority_id != NULL ? saiga_snapshot_lookup (snapshot, authority_id) : NULL;
  const char *const *ids = SAIGA_IS_AUTHORITY (authority) ? saiga_authority_get_instrument_ids (SAIGA_AUTHORITY (authority)) : NULL;

  for (; ids != NULL && *ids != NULL; ids++)
    {
      SaigaLaw *law = g_hash_table_lookup (laws, *ids);
      g_autoptr(SaigaTimeline) timeline = NULL;

      if (law == NULL && (law = saiga_law_new (snapshot, *ids, NULL)) != NULL)
        g_hash_table_insert (laws, (gpointer) *ids, law);
      timeline = law != NULL ? saiga_timeline_new (law, taxon_id, NULL, NULL) : NULL;
      if (timeline != NULL && was_listed (timeline))
        g_list_store_append (timelines, timeline);
    }
}

static void
add_timelines (SaigaWorkReport *self,
               GListModel *focuses)
{
  const char *language = self->source->language;
  g_autoptr(GHashTable) laws = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  gboolean is_first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (focuses); i++)
    {
      g_autoptr(SaigaFocus) focus = g_list_model_get_item (focuses, i);
      g_autoptr(GListStore) timelines = g_list_store_new (SAIGA_TYPE_TIMELINE);
      g_autofree char *name = saiga_record_dup_label (SAIGA_RECORD (focus), language);
      g_autofree char *title = _saiga_translate_fill (language, N_ ("%1 in the Appendices through the years"), name, NULL);

      for (const char *const *ids = saiga_focus_get_taxon_ids (focus); *ids != NULL; ids++)
        collect_timelines (self, *ids, laws, timelines);
      if (g_list_model_get_n_items (G_LIST_MODEL (timelines)) == 0)
        continue;
      if (is_first)
        _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH, _saiga_work_translate (self, N_ ("In which Appendices they were, through the years:")));
      is_first = FALSE;
      _saiga_paper_begin (self->paper, SAIGA_NODE_DETAILS, name);
      _saiga_paper_add_figure (self->paper, _saiga_timeline_figure_new (G_LIST_MODEL (timelines), title, language));
      _saiga_paper_end (self->paper);
    }
}

static void
add_focuses (SaigaWorkReport *self)
{
  g_autoptr(GListModel) focuses = saiga_outline_get_focuses (self->outline);
  const char *const titles[] = {
    _saiga_work_translate (self, N_ ("Species")), _saiga_work_translate (self, N_ ("Taxa")), _saiga_work_translate (self, N_ ("Populations and regions")),
    _saiga_work_translate (self, N_ ("Part in the programme")), NULL
  };

  if (g_list_model_get_n_items (focuses) == 0)
    return;
  _saiga_paper_begin_section (self->paper, "species", _saiga_work_translate (self, N_ ("Target species")), NULL);
  _saiga_paper_begin_table (self->paper, SAIGA_NODE_STACKED, _saiga_work_translate (self, N_ ("Species that the programme names")), titles);
  for (guint i = 0; i < g_list_model_get_n_items (focuses); i++)
    {
      g_autoptr(SaigaFocus) focus = g_list_model_get_item (focuses, i);
      const char *const *areas = saiga_focus_get_area_ids (focus);

      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_begin (self->paper, SAIGA_NODE_HEADER, NULL)->name = g_strdup (saiga_record_get_id (SAIGA_RECORD (focus)));
      if (saiga_focus_get_parent_id (focus) != NULL)
        _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, "– ");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_focus_get_name (focus));
      _saiga_paper_end (self->paper);
      _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
      add_taxa (self, focus);
      _saiga_paper_end (self->paper);
      _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_focus_get_population (focus));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, saiga_focus_get_population (focus) != NULL && areas[0] != NULL ? "; " : "");
      _saiga_report_add_labels (self->paper, self->source, areas, ", ");
      if (saiga_focus_get_population (focus) == NULL && areas[0] == NULL)
        _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, "–");
      _saiga_paper_end (self->paper);
      _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, saiga_words_for_value (SAIGA_TYPE_FOCUS_KIND, saiga_focus_get_kind (focus), self->source->language));
      if (saiga_focus_get_condition_ids (focus)[0] != NULL)
        {
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, ": ");
          add_condition_words (self, saiga_focus_get_condition_ids (focus));
        }
      _saiga_paper_end (self->paper);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
  add_timelines (self, focuses);
  _saiga_paper_end (self->paper);
}

/* ---- activities */

static void
add_progress (SaigaWorkReport *self,
              GListModel *entries)
{
  if (g_list_model_get_n_items (entries) == 0)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_FACT, _saiga_work_translate (self, N_ ("Done")));
  _saiga_paper_begin (self->paper, SAIGA_NODE_LIST, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (entries, i);
      g_autofree char *when = _saiga_work_dup_period (self, saiga_progress_get_start (entry), saiga_progress_get_end (entry));

      _saiga_paper_begin (self->paper, SAIGA_NODE_ITEM, NULL);
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, when);
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, *when != '\0' ? ": " : "");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_progress_get_text (entry));
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
}

static void
add_predecessors (SaigaWorkReport *self,
                  const char *const *ids)
{
  if (ids[0] == NULL)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_FACT, _saiga_work_translate (self, N_ ("Continues")));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      SaigaRecord *record = saiga_snapshot_lookup (self->source->snapshot, ids[i]);
      const char *code = SAIGA_IS_ACTIVITY (record) ? saiga_activity_get_code (SAIGA_ACTIVITY (record)) : NULL;
      const char *programme_id = SAIGA_IS_ACTIVITY (record) ? saiga_activity_get_programme_id (SAIGA_ACTIVITY (record)) : NULL;
      g_autofree char *label = _saiga_report_dup_label (self->source, programme_id != NULL ? programme_id : ids[i]);
      g_autofree char *words = code != NULL ? _saiga_translate_fill (self->source->language, N_ ("%1 of %2"), code, label, NULL) : g_strdup (label);

      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, i > 0 ? "; " : "");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, words);
    }
  _saiga_paper_end (self->paper);
}

static void
add_activity_facts (SaigaWorkReport *self,
                    SaigaOutline *node)
{
  SaigaActivity *activity = SAIGA_ACTIVITY (saiga_outline_get_record (node));
  const gboolean is_top = saiga_activity_get_parent_id (activity) == NULL;
  g_autoptr(GListModel) roles = is_top ? saiga_outline_get_roles (node) : g_object_ref (saiga_activity_get_roles (activity));

  _saiga_paper_begin (self->paper, SAIGA_NODE_FACTS, NULL);
  _saiga_work_add_roles (self, roles);
  if (is_top)
    _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Species")), saiga_activity_get_focus_ids (activity));
  _saiga_work_add_conditions (self, node);
  _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Follows up")), saiga_activity_get_follow_up_ids (activity));
  _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Deals with")), saiga_activity_get_concern_ids (activity));
  _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Is to bring about")), saiga_activity_get_output_ids (activity));
  add_predecessors (self, saiga_activity_get_predecessor_ids (activity));
  add_progress (self, saiga_outline_get_progress (node));
  _saiga_paper_end (self->paper);
}

static gboolean
has_facts (SaigaOutline *node)
{
  SaigaActivity *activity = SAIGA_ACTIVITY (saiga_outline_get_record (node));
  g_autoptr(GListModel) roles = saiga_activity_get_parent_id (activity) == NULL ? saiga_outline_get_roles (node)
                                                                                 : g_object_ref (saiga_activity_get_roles (activity));
  g_autoptr(GListModel) conditions = saiga_outline_get_conditions (node);

  return g_list_model_get_n_items (roles) > 0 || g_list_model_get_n_items (conditions) > 0 ||
         (saiga_activity_get_parent_id (activity) == NULL && saiga_activity_get_focus_ids (activity)[0] != NULL) ||
         saiga_activity_get_follow_up_ids (activity)[0] != NULL || saiga_activity_get_concern_ids (activity)[0] != NULL ||
         saiga_activity_get_output_ids (activity)[0] != NULL || saiga_activity_get_predecessor_ids (activity)[0] != NULL ||
         g_list_model_get_n_items (saiga_outline_get_progress (node)) > 0;
}

static void
add_sub_activities (SaigaWorkReport *self,
                    GListModel *children)
{
  if (g_list_model_get_n_items (children) == 0)
    return;
  _saiga_paper_begin (self->paper, SAIGA_NODE_LIST, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);
      SaigaActivity *activity = SAIGA_ACTIVITY (saiga_outline_get_record (child));
      SaigaTimeframe *timeframe = saiga_activity_get_timeframe (activity);

      _saiga_paper_begin (self->paper, SAIGA_NODE_ITEM, NULL)->name = g_strdup (saiga_record_get_id (SAIGA_RECORD (activity)));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_STRONG, saiga_activity_get_code (activity));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, " ");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_activity_get_description (activity));
      if (timeframe != NULL)
        {
          g_autofree char *words = saiga_timeframe_dup_text (timeframe, self->source->language);
          g_autofree char *in_brackets = g_strdup_printf (" (%s)", words);

          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, in_brackets);
        }
      if (has_facts (child))
        add_activity_facts (self, child);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

static void
add_activity (SaigaWorkReport *self,
              SaigaOutline *node)
{
  SaigaActivity *activity = SAIGA_ACTIVITY (saiga_outline_get_record (node));
  SaigaTimeframe *timeframe = saiga_outline_get_timeframe (node);
  g_autofree char *when = timeframe != NULL ? saiga_timeframe_dup_text (timeframe, self->source->language) : g_strdup (_saiga_work_translate (self, N_ ("not given")));

  _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
  _saiga_paper_begin (self->paper, SAIGA_NODE_HEADER, NULL)->name = g_strdup (saiga_record_get_id (SAIGA_RECORD (activity)));
  _saiga_paper_add_words (self->paper, SAIGA_STYLE_STRONG, saiga_activity_get_code (activity));
  _saiga_paper_end (self->paper);
  _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
  _saiga_paper_begin (self->paper, SAIGA_NODE_PARAGRAPH, NULL);
  _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_activity_get_description (activity));
  _saiga_paper_end (self->paper);
  if (has_facts (node))
    add_activity_facts (self, node);
  add_sub_activities (self, saiga_outline_get_children (node));
  _saiga_paper_end (self->paper);
  _saiga_paper_add (self->paper, SAIGA_NODE_CELL, when);
  _saiga_paper_end (self->paper);
}

static void
add_activities (SaigaWorkReport *self,
                GListModel *nodes,
                const char *caption)
{
  const char *const titles[] = {
    _saiga_work_translate (self, N_ ("Code")), _saiga_work_translate (self, N_ ("Description")), _saiga_work_translate (self, N_ ("Time frame")), NULL
  };
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr(SaigaOutline) node = g_list_model_get_item (nodes, i);

      if (!SAIGA_IS_ACTIVITY (saiga_outline_get_record (node)))
        continue;
      if (!any)
        _saiga_paper_begin_table (self->paper, SAIGA_NODE_STACKED, caption, titles);
      any = TRUE;
      add_activity (self, node);
    }
  if (any)
    _saiga_paper_end (self->paper);
}

static void
add_theme (SaigaWorkReport *self,
           SaigaOutline *node)
{
  SaigaTheme *theme = SAIGA_THEME (saiga_outline_get_record (node));
  GListModel *children = saiga_outline_get_children (node);
  g_autofree char *heading = _saiga_work_dup_theme_heading (self, theme);

  _saiga_paper_begin_section (self->paper, saiga_record_get_id (SAIGA_RECORD (theme)), heading, saiga_theme_get_title (theme));
  if (saiga_theme_get_scope (theme) != NULL)
    {
      _saiga_paper_begin (self->paper, SAIGA_NODE_PARAGRAPH, NULL);
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_theme_get_scope (theme));
      _saiga_paper_end (self->paper);
    }
  _saiga_work_add_provisions (self, saiga_theme_get_provisions (theme));
  if (g_list_model_get_n_items (saiga_theme_get_roles (theme)) > 0)
    {
      _saiga_paper_begin (self->paper, SAIGA_NODE_FACTS, NULL);
      _saiga_work_add_roles (self, saiga_theme_get_roles (theme));
      _saiga_paper_end (self->paper);
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      if (SAIGA_IS_THEME (saiga_outline_get_record (child)))
        add_theme (self, child);
    }
  add_activities (self, children, heading);
  _saiga_paper_end (self->paper);
}

/* ---- calendar */

static char *
dup_short (SaigaWorkReport *self,
           SaigaRecord *record)
{
  if (SAIGA_IS_ACTIVITY (record))
    return g_strdup (saiga_activity_get_code (SAIGA_ACTIVITY (record)));
  if (SAIGA_IS_MEETING (record) && saiga_meeting_get_abbreviation (SAIGA_MEETING (record)) != NULL)
    return g_strdup (saiga_meeting_get_abbreviation (SAIGA_MEETING (record)));

  return g_strdup ("");
}

/* As much of a text as fits beside a lane. */
static char *
cut (const char *text,
     glong length)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= length)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, length - 1);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* What has no day at all would say nothing as a lane; what was over before the programme
 * began would make the lanes of the rest short. */
static void
add_lanes (SaigaWorkReport *self,
           GListModel *entries)
{
  SaigaDate *start = saiga_programme_get_start (self->source->programme);
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_LANES, _saiga_work_translate (self, N_ ("When activities and meetings are planned")), self->source->language);
  guint n_lanes = 0;

  _saiga_figure_add_series (figure, _saiga_work_translate (self, N_ ("meetings")));
  _saiga_figure_add_series (figure, _saiga_work_translate (self, N_ ("activities; pale: one end is open")));
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (entries, i);
      SaigaRecord *record = saiga_calendar_entry_get_record (entry);
      const double values[] = { saiga_calendar_entry_get_earliest_day (entry), saiga_calendar_entry_get_latest_day (entry) };
      g_autofree char *short_name = dup_short (self, record);
      g_autofree char *label = cut (short_name, 10);
      g_autofree char *title = saiga_record_dup_label (record, self->source->language);
      g_autofree char *words = cut (title, 36);

      if ((values[0] == 0 && values[1] == 0) || SAIGA_IS_EXCHANGE (record) ||
          (start != NULL && values[1] != 0 && values[1] < saiga_date_get_earliest_day (start)) || ++n_lanes > 80)
        continue;
      _saiga_figure_add_item (figure, label, words, SAIGA_IS_MEETING (record) ? 0 : 1, values, 2);
    }
  if (n_lanes > 0 && n_lanes <= 80)
    _saiga_paper_add_figure (self->paper, figure);
  else
    _saiga_figure_free (figure);
}

static void
add_calendar_row (SaigaWorkReport *self,
                  SaigaCalendarEntry *entry)
{
  SaigaRecord *record = saiga_calendar_entry_get_record (entry);
  g_autofree char *when = saiga_calendar_entry_dup_when (entry, self->source->language);
  g_autofree char *where = SAIGA_IS_MEETING (record) ? _saiga_work_dup_place (self, SAIGA_MEETING (record)) : g_strdup ("");

  _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
  _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, *when != '\0' ? when : _saiga_work_translate (self, N_ ("not given")));
  _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
  if (SAIGA_IS_ACTIVITY (record))
    {
      _saiga_paper_add_link (self->paper, saiga_record_get_id (record), saiga_activity_get_code (SAIGA_ACTIVITY (record)));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, " ");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_activity_get_description (SAIGA_ACTIVITY (record)));
    }
  else
    {
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN,
                             SAIGA_IS_MEETING (record) ? saiga_meeting_get_title (SAIGA_MEETING (record)) : saiga_exchange_get_title (SAIGA_EXCHANGE (record)));
      if (SAIGA_IS_MEETING (record) && saiga_meeting_get_state (SAIGA_MEETING (record)) == SAIGA_MEETING_STATE_PROPOSED)
        _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, _saiga_work_translate (self, N_ (" (only proposed)")));
    }
  _saiga_paper_end (self->paper);
  _saiga_paper_add (self->paper, SAIGA_NODE_CELL, *where != '\0' ? where : "–");
  _saiga_paper_end (self->paper);
}

static void
add_calendar (SaigaWorkReport *self,
              GListModel *entries)
{
  const char *const titles[] = { _saiga_work_translate (self, N_ ("When")), _saiga_work_translate (self, N_ ("What")), _saiga_work_translate (self, N_ ("Where")), NULL };
  int year = -1;

  if (g_list_model_get_n_items (entries) == 0)
    return;
  _saiga_paper_begin_section (self->paper, "calendar", _saiga_work_translate (self, N_ ("Calendar")), NULL);
  add_lanes (self, entries);
  _saiga_paper_begin_table (self->paper, SAIGA_NODE_STACKED, _saiga_work_translate (self, N_ ("Meetings, activities and exchanges in order of time")), titles);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (entries, i);
      const int earliest = saiga_calendar_entry_get_earliest_day (entry);
      const int entry_year = _saiga_year_of_day (earliest != 0 ? earliest : saiga_calendar_entry_get_latest_day (entry));

      if (entry_year != year)
        {
          g_autofree char *heading = entry_year != 0 ? g_strdup_printf ("%d", entry_year) : g_strdup (_saiga_work_translate (self, N_ ("Without a date")));

          _saiga_paper_begin (self->paper, SAIGA_NODE_GROUP, heading);
          _saiga_paper_end (self->paper);
          year = entry_year;
        }
      add_calendar_row (self, entry);
    }
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
}

gboolean
_saiga_report_add_work_programme (SaigaPaper *paper,
                                  const SaigaReportSource *source,
                                  GError **error)
{
  g_autoptr(SaigaOutline) outline = saiga_outline_new (source->snapshot, saiga_record_get_id (SAIGA_RECORD (source->programme)), error);
  g_autoptr(GListModel) entries = NULL;
  g_autofree char *title = saiga_record_dup_label (SAIGA_RECORD (source->programme), source->language);
  SaigaWorkReport self = { source, paper, outline };
  GListModel *children;

  if (outline == NULL)
    return FALSE;
  entries = saiga_calendar_entry_list (source->snapshot, saiga_record_get_id (SAIGA_RECORD (source->programme)), error);
  if (entries == NULL)
    return FALSE;

  _saiga_paper_begin_section (paper, "programme", title, saiga_programme_get_title (source->programme));
  _saiga_work_add_programme (&self);
  add_focuses (&self);
  children = saiga_outline_get_children (outline);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      if (SAIGA_IS_THEME (saiga_outline_get_record (child)))
        add_theme (&self, child);
    }
  add_activities (&self, children, _saiga_work_translate (&self, N_ ("Activities under no heading")));
  add_calendar (&self, entries);
  _saiga_paper_end (paper);

  return TRUE;
}
