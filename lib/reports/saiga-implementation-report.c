/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-work-sections-private.h"

/* What was done, task by task, recognisable beside Annex 1 of the paper. */

/* Which theme a comment belongs to: that of the activity, or of what was reported there. */
static void
map_activities (SaigaOutline *node,
                SaigaOutline *theme,
                SaigaSnapshot *snapshot,
                GHashTable *themes)
{
  GListModel *children = saiga_outline_get_children (node);
  GListModel *entries = saiga_outline_get_progress (node);
  SaigaRecord *record = saiga_outline_get_record (node);

  if (SAIGA_IS_ACTIVITY (record))
    {
      const char *const *ids = saiga_activity_get_focus_ids (SAIGA_ACTIVITY (record));

      g_hash_table_insert (themes, (gpointer) saiga_record_get_id (record), theme);
      for (; *ids != NULL; ids++)
        if (!g_hash_table_contains (themes, *ids))
          g_hash_table_insert (themes, (gpointer) *ids, theme);
    }
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (entries, i);
      const char *const *ids = saiga_progress_get_focus_ids (entry);

      for (; *ids != NULL; ids++)
        g_hash_table_insert (themes, (gpointer) *ids, theme);
      for (ids = saiga_progress_get_meeting_ids (entry); *ids != NULL; ids++)
        {
          SaigaRecord *meeting = saiga_snapshot_lookup (snapshot, *ids);
          const char *const *instruments = SAIGA_IS_MEETING (meeting) ? saiga_meeting_get_instrument_ids (SAIGA_MEETING (meeting)) : NULL;

          if (!g_hash_table_contains (themes, *ids))
            g_hash_table_insert (themes, (gpointer) *ids, theme);
          for (; instruments != NULL && *instruments != NULL; instruments++)
            if (!g_hash_table_contains (themes, *instruments))
              g_hash_table_insert (themes, (gpointer) *instruments, theme);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      map_activities (child, theme, snapshot, themes);
    }
}

/* The theme that a comment stands under in the paper that carries it. */
static SaigaOutline *
theme_of_comment (SaigaComment *comment,
                  GHashTable *themes)
{
  const char *const *ids = saiga_comment_get_subject_ids (comment);

  for (; *ids != NULL; ids++)
    {
      SaigaOutline *theme = g_hash_table_lookup (themes, *ids);

      if (theme != NULL)
        return theme;
    }

  return NULL;
}

/* "1-4" of the tasks that a record names; "1, 3". */
static char *
dup_task_numbers (SaigaSnapshot *snapshot,
                  const char *const *ids)
{
  g_autoptr(GString) words = g_string_new (NULL);
  int last = -1;
  int first = -1;
  guint i = 0;

  do
    {
      SaigaRecord *record = ids[i] != NULL ? saiga_snapshot_lookup (snapshot, ids[i]) : NULL;
      const int position = SAIGA_IS_ACTIVITY (record) ? saiga_activity_get_position (SAIGA_ACTIVITY (record)) : -1;

      if (last >= 0 && position != last + 1)
        {
          g_string_append_printf (words, "%s%d", words->len > 0 ? ", " : "", first);
          if (last > first)
            g_string_append_printf (words, "–%d", last);
          first = position;
        }
      if (first < 0)
        first = position;
      last = position;
    }
  while (ids[i] != NULL && ids[i++] != NULL);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_numbered (SaigaWorkReport *self,
              const char *const *activity_ids,
              const char *const *focus_ids)
{
  g_autofree char *numbers = dup_task_numbers (self->source->snapshot, activity_ids);

  if (*numbers != '\0')
    {
      g_autofree char *mark = g_strconcat (numbers, ". ", NULL);

      _saiga_paper_add_words (self->paper, SAIGA_STYLE_STRONG, mark);
    }
  for (guint i = 0; focus_ids[i] != NULL; i++)
    {
      SaigaRecord *focus = saiga_snapshot_lookup (self->source->snapshot, focus_ids[i]);

      if (!SAIGA_IS_FOCUS (focus))
        continue;
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, i > 0 ? ", " : "");
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_STRONG, saiga_focus_get_name (SAIGA_FOCUS (focus)));
    }
  if (focus_ids[0] != NULL)
    _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, ": ");
}

/* Who came and who stood in for whom. */
static void
add_participants (SaigaWorkReport *self,
                  SaigaMeeting *meeting)
{
  g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (self->source->snapshot, saiga_record_get_id (SAIGA_RECORD (meeting)));
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (referrers); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (referrers, i);
      const char *who_id;
      const char *by_id;
      g_autofree char *who = NULL;
      g_autofree char *words = NULL;

      if (!SAIGA_IS_PARTICIPATION (record) || saiga_participation_get_participant_id (SAIGA_PARTICIPATION (record)) == NULL)
        continue;
      who_id = saiga_participation_get_participant_id (SAIGA_PARTICIPATION (record));
      by_id = saiga_participation_get_represented_by_id (SAIGA_PARTICIPATION (record));
      who = _saiga_report_dup_label (self->source, who_id);
      if (by_id != NULL)
        {
          g_autofree char *by = _saiga_report_dup_label (self->source, by_id);

          words = _saiga_translate_fill (self->source->language, N_ ("%1 (represented by %2)"), who, by, NULL);
        }
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, any ? ", " : ". ");
      if (!any)
        _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, _saiga_work_translate (self, N_ ("Took part: ")));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, words != NULL ? words : who);
      any = TRUE;
    }
}

static void
add_done (SaigaWorkReport *self,
          SaigaProgress *entry)
{
  const char *const *meetings = saiga_progress_get_meeting_ids (entry);
  g_autofree char *own_period = _saiga_work_dup_period (self, saiga_progress_get_start (entry), saiga_progress_get_end (entry));

  _saiga_paper_begin (self->paper, SAIGA_NODE_ITEM, NULL);
  add_numbered (self, saiga_progress_get_activity_ids (entry), saiga_progress_get_focus_ids (entry));
  _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_progress_get_text (entry));
  for (; *meetings != NULL; meetings++)
    {
      SaigaRecord *record = saiga_snapshot_lookup (self->source->snapshot, *meetings);
      g_autofree char *title = NULL;
      g_autofree char *place = NULL;
      g_autofree char *period = NULL;

      if (!SAIGA_IS_MEETING (record))
        continue;
      title = saiga_record_dup_label (record, self->source->language);
      place = _saiga_work_dup_place (self, SAIGA_MEETING (record));
      period = _saiga_work_dup_period (self, saiga_meeting_get_start (SAIGA_MEETING (record)), saiga_meeting_get_end (SAIGA_MEETING (record)));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, " ");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, title);
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, *place != '\0' ? ", " : "");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, place);
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, *period != '\0' ? ", " : "");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, period);
      add_participants (self, SAIGA_MEETING (record));
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, ".");
    }
  if (saiga_progress_get_meeting_ids (entry)[0] == NULL && *own_period != '\0')
    {
      g_autofree char *words = g_strdup_printf (" (%s)", own_period);

      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, words);
    }
  if (saiga_progress_get_output_ids (entry)[0] != NULL)
    {
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_MUTED, _saiga_work_translate (self, N_ (" Result: ")));
      _saiga_report_add_labels (self->paper, self->source, saiga_progress_get_output_ids (entry), "; ");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, ".");
    }
  _saiga_paper_end (self->paper);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  SaigaProgress *first = *(SaigaProgress *const *) a;
  SaigaProgress *second = *(SaigaProgress *const *) b;
  const guint first_position = (guint) saiga_progress_get_position (first);
  const guint second_position = (guint) saiga_progress_get_position (second);

  if (first_position != second_position)
    return first_position < second_position ? -1 : 1;

  return g_strcmp0 (saiga_record_get_id (SAIGA_RECORD (first)), saiga_record_get_id (SAIGA_RECORD (second)));
}

/* The reports on the activities of a theme, each once. */
static void
collect_entries (SaigaOutline *node,
                 GHashTable *seen,
                 GPtrArray *entries)
{
  GListModel *children = saiga_outline_get_children (node);
  GListModel *own = saiga_outline_get_progress (node);

  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (own, i);

      if (g_hash_table_add (seen, entry))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      collect_entries (child, seen, entries);
    }
}

static void
add_tasks (SaigaWorkReport *self,
           SaigaOutline *node)
{
  GListModel *children = saiga_outline_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);
      SaigaRecord *record = saiga_outline_get_record (child);

      if (SAIGA_IS_ACTIVITY (record))
        {
          const char *const id[] = { saiga_record_get_id (record), NULL };

          _saiga_paper_begin (self->paper, SAIGA_NODE_ITEM, NULL);
          add_numbered (self, id, (const char *const[]){ NULL });
          _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_activity_get_description (SAIGA_ACTIVITY (record)));
          if (saiga_activity_get_focus_ids (SAIGA_ACTIVITY (record))[0] != NULL || g_list_model_get_n_items (saiga_activity_get_roles (SAIGA_ACTIVITY (record))) > 0 ||
              saiga_activity_get_condition_ids (SAIGA_ACTIVITY (record))[0] != NULL)
            {
              _saiga_paper_begin (self->paper, SAIGA_NODE_FACTS, NULL);
              _saiga_work_add_roles (self, saiga_activity_get_roles (SAIGA_ACTIVITY (record)));
              _saiga_work_add_fact_of_ids (self, _saiga_work_translate (self, N_ ("Species")), saiga_activity_get_focus_ids (SAIGA_ACTIVITY (record)));
              _saiga_work_add_conditions (self, child);
              _saiga_paper_end (self->paper);
            }
          _saiga_paper_end (self->paper);
        }
      add_tasks (self, child);
    }
}

static void
add_comments (SaigaWorkReport *self,
              SaigaOutline *theme,
              GHashTable *themes)
{
  GListModel *comments = saiga_snapshot_get_records (self->source->snapshot, SAIGA_TYPE_COMMENT);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr(SaigaComment) comment = g_list_model_get_item (comments, i);
      g_autoptr(GPtrArray) focus_ids = g_ptr_array_new ();
      const char *const *ids = saiga_comment_get_subject_ids (comment);

      if (theme_of_comment (comment, themes) != theme)
        continue;
      if (!any)
        _saiga_paper_begin (self->paper, SAIGA_NODE_LIST, NULL);
      any = TRUE;
      for (; *ids != NULL; ids++)
        if (SAIGA_IS_FOCUS (saiga_snapshot_lookup (self->source->snapshot, *ids)))
          g_ptr_array_add (focus_ids, (gpointer) *ids);
      g_ptr_array_add (focus_ids, NULL);
      _saiga_paper_begin (self->paper, SAIGA_NODE_ITEM, NULL);
      add_numbered (self, saiga_comment_get_subject_ids (comment), (const char *const *) focus_ids->pdata);
      ids = saiga_comment_get_subject_ids (comment);
      if (ids[0] != NULL && SAIGA_IS_INSTRUMENT (saiga_snapshot_lookup (self->source->snapshot, ids[0])))
        {
          g_autofree char *label = _saiga_report_dup_label (self->source, ids[0]);

          _saiga_paper_add_words (self->paper, SAIGA_STYLE_STRONG, label);
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, ": ");
        }
      _saiga_paper_add_text (self->paper, SAIGA_STYLE_PLAIN, saiga_comment_get_text (comment));
      _saiga_paper_end (self->paper);
    }
  if (any)
    _saiga_paper_end (self->paper);
  else
    _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, "–");
}

static void
add_theme_state (SaigaWorkReport *self,
                 SaigaOutline *node,
                 GHashTable *themes,
                 const char *const *titles)
{
  SaigaTheme *theme = SAIGA_THEME (saiga_outline_get_record (node));
  g_autofree char *heading = _saiga_work_dup_theme_heading (self, theme);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  collect_entries (node, seen, entries);
  g_ptr_array_sort (entries, compare_entries);

  _saiga_paper_begin_section (self->paper, saiga_record_get_id (SAIGA_RECORD (theme)), heading, saiga_theme_get_title (theme));
  _saiga_paper_begin_table (self->paper, SAIGA_NODE_STACKED, heading, titles);
  _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
  _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
  _saiga_paper_begin (self->paper, SAIGA_NODE_LIST, NULL);
  add_tasks (self, node);
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
  _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
  add_comments (self, node, themes);
  _saiga_paper_end (self->paper);
  _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
  if (entries->len > 0)
    {
      _saiga_paper_begin (self->paper, SAIGA_NODE_LIST, NULL);
      for (guint i = 0; i < entries->len; i++)
        add_done (self, entries->pdata[i]);
      _saiga_paper_end (self->paper);
    }
  else
    _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, _saiga_work_translate (self, N_ ("nothing is reported")));
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
  _saiga_paper_end (self->paper);
}

gboolean
_saiga_report_add_implementation (SaigaPaper *paper,
                                  const SaigaReportSource *source,
                                  GError **error)
{
  g_autoptr(SaigaOutline) outline = saiga_outline_new (source->snapshot, saiga_record_get_id (SAIGA_RECORD (source->programme)), error);
  g_autoptr(GHashTable) themes = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaWorkReport self = { source, paper, outline };
  const char *const titles[] = {
    _saiga_work_translate (&self, N_ ("Common tasks")), _saiga_work_translate (&self, N_ ("Comments")), _saiga_work_translate (&self, N_ ("Activities undertaken")), NULL
  };
  GListModel *children;

  if (outline == NULL)
    return FALSE;
  children = saiga_outline_get_children (outline);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      map_activities (child, child, source->snapshot, themes);
    }

  _saiga_paper_begin_section (paper, "programme", _saiga_work_translate (&self, N_ ("The programme")), NULL);
  _saiga_work_add_programme (&self);
  if (saiga_programme_get_reported_until (source->programme) != NULL)
    {
      g_autofree char *until = saiga_date_dup_text (saiga_programme_get_reported_until (source->programme), source->language);
      g_autofree char *words = _saiga_translate_fill (source->language, N_ ("What was done is reported up to %1; later work is not known."), until, NULL);

      _saiga_paper_add (paper, SAIGA_NODE_NOTE, words);
    }
  _saiga_paper_end (paper);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);

      if (SAIGA_IS_THEME (saiga_outline_get_record (child)))
        add_theme_state (&self, child, themes, titles);
    }

  return TRUE;
}
