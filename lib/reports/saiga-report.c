/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>
#include <saiga/saiga-report.h>

#include "saiga-report-private.h"

/**
 * SaigaReport:
 *
 * A paper made of a data set: the concordance, the joint work programme, what was done, or
 * the main report with concordance and programme.
 *
 * A report is made once, in one language, for one day, and can then be written in several
 * formats. The HTML is one file that needs no network.
 *
 * ```c
 * g_autoptr(SaigaReport) report = saiga_report_new_main (snapshot, date, "fr", &error);
 * g_autofree char *html = saiga_report_to_html (report);
 * ```
 *
 * Since: 0.1
 */
struct _SaigaReport
{
  GObject parent_instance;

  SaigaPaper *paper;
};

G_DEFINE_FINAL_TYPE (SaigaReport, saiga_report, G_TYPE_OBJECT)

typedef enum
{
  NO_PROGRAMME,
  LATEST_PROGRAMME,   /* of the joint work programmes */
  REPORTED_PROGRAMME, /* the latest of them of which something is reported */
} ProgrammeChoice;

typedef gboolean (*AddSections) (SaigaPaper *paper,
                                 const SaigaReportSource *source,
                                 GError **error);

/* One line a report. */
static const struct
{
  const char *name;
  const char *title; /* %1: the programme */
  ProgrammeChoice choice;
  AddSections add[3];
} kinds[] = {
  { "concordance", N_ ("Concordance of the Appendices of CMS and CITES"), NO_PROGRAMME, { _saiga_report_add_concordance } },
  { "implementation", N_ ("State of implementation: %1"), REPORTED_PROGRAMME, { _saiga_report_add_implementation } },
  { "main", N_ ("CMS and CITES: the species that both list, and the joint work"), LATEST_PROGRAMME, { _saiga_report_add_concordance, _saiga_report_add_work_programme } },
  { "work-programme", N_ ("%1"), LATEST_PROGRAMME, { _saiga_report_add_work_programme } },
};

static void
saiga_report_finalize (GObject *object)
{
  g_clear_pointer (&SAIGA_REPORT (object)->paper, _saiga_paper_free);

  G_OBJECT_CLASS (saiga_report_parent_class)->finalize (object);
}

static void
saiga_report_class_init (SaigaReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_report_finalize;
}

static void
saiga_report_init (SaigaReport *self)
{
}

/* ---- for the reports */

const char *
_saiga_report_translate (const SaigaReportSource *source,
                         const char *message)
{
  return _saiga_translate (source->language, message);
}

/* What a record is called; bodies and conventions by their abbreviation. */
char *
_saiga_report_dup_label (const SaigaReportSource *source,
                         const char *id)
{
  SaigaRecord *record = saiga_snapshot_lookup (source->snapshot, id);
  const char *short_name = NULL;

  if (record == NULL)
    return g_strdup (id);
  if (SAIGA_IS_STANDARD_REFERENCE (record) && saiga_standard_reference_get_document_id (SAIGA_STANDARD_REFERENCE (record)) != NULL)
    return _saiga_report_dup_label (source, saiga_standard_reference_get_document_id (SAIGA_STANDARD_REFERENCE (record)));
  /* "SC" is clear among the bodies of one convention only. */
  if (SAIGA_IS_STAKEHOLDER (record) && saiga_stakeholder_get_instrument_ids (SAIGA_STAKEHOLDER (record))[0] == NULL)
    short_name = saiga_stakeholder_get_abbreviation (SAIGA_STAKEHOLDER (record));
  else if (SAIGA_IS_INSTRUMENT (record))
    short_name = saiga_instrument_get_abbreviation (SAIGA_INSTRUMENT (record));

  return short_name != NULL ? g_strdup (short_name) : saiga_record_dup_label (record, source->language);
}

void
_saiga_report_add_labels (SaigaPaper *paper,
                          const SaigaReportSource *source,
                          const char *const *ids,
                          const char *separator)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *label = _saiga_report_dup_label (source, ids[i]);

      _saiga_paper_add_words (paper, SAIGA_STYLE_PLAIN, i > 0 ? separator : "");
      _saiga_paper_add_words (paper, SAIGA_STYLE_PLAIN, label);
    }
}

/* ---- which programme */

static gboolean
is_reported (SaigaSnapshot *snapshot,
             const char *programme_id)
{
  GListModel *entries = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_PROGRESS);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(SaigaProgress) entry = g_list_model_get_item (entries, i);
      const char *const *ids = saiga_progress_get_activity_ids (entry);

      for (; *ids != NULL; ids++)
        {
          SaigaRecord *activity = saiga_snapshot_lookup (snapshot, *ids);

          if (SAIGA_IS_ACTIVITY (activity) &&
              g_strcmp0 (saiga_activity_get_programme_id (SAIGA_ACTIVITY (activity)), programme_id) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static SaigaProgramme *
choose_programme (SaigaSnapshot *snapshot,
                  gboolean reported)
{
  GListModel *programmes = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_PROGRAMME);
  SaigaProgramme *chosen = NULL;
  int chosen_day = -1;

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr(SaigaProgramme) programme = g_list_model_get_item (programmes, i);
      SaigaDate *start = saiga_programme_get_start (programme);
      const int day = start != NULL ? saiga_date_get_earliest_day (start) : 0;

      if (saiga_programme_get_kind (programme) != SAIGA_PROGRAMME_KIND_JOINT_WORK_PROGRAMME || day <= chosen_day)
        continue;
      if (reported && !is_reported (snapshot, saiga_record_get_id (SAIGA_RECORD (programme))))
        continue;
      chosen = programme; /* the snapshot keeps it */
      chosen_day = day;
    }

  return chosen;
}

static gboolean
find_programme (SaigaSnapshot *snapshot,
                const char *programme_id,
                ProgrammeChoice choice,
                SaigaProgramme **programme,
                GError **error)
{
  SaigaRecord *record = programme_id != NULL ? saiga_snapshot_lookup (snapshot, programme_id) : NULL;

  if (choice == NO_PROGRAMME)
    return TRUE;
  if (programme_id == NULL)
    *programme = choose_programme (snapshot, choice == REPORTED_PROGRAMME);
  else if (SAIGA_IS_PROGRAMME (record))
    *programme = SAIGA_PROGRAMME (record);
  if (*programme == NULL && programme_id != NULL)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no programme “%s”", programme_id);
  else if (*programme == NULL)
    g_set_error_literal (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no joint work programme that could be reported on");

  return *programme != NULL;
}

/* ---- the end of every report */

static void
add_data_section (SaigaPaper *paper,
                  const SaigaReportSource *source)
{
  SaigaDate *date = saiga_snapshot_get_date (source->snapshot);
  g_autofree char *words = date != NULL ? saiga_date_dup_text (date, source->language) : NULL;

  _saiga_paper_begin_section (paper, "data", _saiga_report_translate (source, N_ ("The data")), NULL);
  _saiga_paper_begin (paper, SAIGA_NODE_FACTS, NULL);
  if (saiga_snapshot_get_title (source->snapshot) != NULL)
    _saiga_paper_add_fact (paper, _saiga_report_translate (source, N_ ("Data set")), saiga_snapshot_get_title (source->snapshot));
  if (words != NULL)
    _saiga_paper_add_fact (paper, _saiga_report_translate (source, N_ ("State of")), words);
  if (saiga_snapshot_get_source (source->snapshot) != NULL)
    _saiga_paper_add_fact (paper, _saiga_report_translate (source, N_ ("Source")), saiga_snapshot_get_source (source->snapshot));
  if (saiga_snapshot_get_licence (source->snapshot) != NULL)
    _saiga_paper_add_fact (paper, _saiga_report_translate (source, N_ ("Licence")), saiga_snapshot_get_licence (source->snapshot));
  _saiga_paper_add_fact (paper, _saiga_report_translate (source, N_ ("Made with")), "Saiga " SAIGA_VERSION_S);
  _saiga_paper_end (paper);
  _saiga_paper_end (paper);
}

/* ---- public */

/**
 * saiga_report_list_names:
 *
 * Lists the reports that can be made.
 *
 * Returns: (transfer full): their names, such as `main`
 *
 * Since: 0.1
 */
char **
saiga_report_list_names (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_strv_builder_add (names, kinds[i].name);

  return g_strv_builder_end (names);
}

/**
 * saiga_report_new:
 * @name: one of the names of [func@Report.list_names]
 * @snapshot: a snapshot
 * @programme_id: (nullable): the id of a programme, or `NULL` for the latest joint work
 *   programme, in a report on what was done the latest of which something is reported
 * @date: (nullable): the day that is asked about, or `NULL` for the one up to which the data go
 * @language: the language of the words: `en`, `fr` or `es`
 * @error: where an error is returned
 *
 * Makes a report.
 *
 * What the data set has in English only stays English.
 *
 * Returns: (transfer full): the report, or `NULL` with [error@Saiga.Error.NOT_FOUND] if
 *   there is no such report or what it needs is not in the snapshot
 *
 * Since: 0.1
 */
SaigaReport *
saiga_report_new (const char *name,
                  SaigaSnapshot *snapshot,
                  const char *programme_id,
                  SaigaDate *date,
                  const char *language,
                  GError **error)
{
  g_autoptr(SaigaPaper) paper = NULL;
  g_autofree char *programme_title = NULL;
  g_autofree char *title = NULL;
  SaigaReportSource source = { snapshot, NULL, date, language };
  SaigaReport *self;
  gsize kind = 0;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  while (kind < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[kind].name, name))
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    {
      g_auto(GStrv) names = saiga_report_list_names ();
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is none of the reports: %s", name, list);
      return NULL;
    }
  if (!find_programme (snapshot, programme_id, kinds[kind].choice, &source.programme, error))
    return NULL;
  if (source.date == NULL)
    source.date = saiga_snapshot_get_date (snapshot);

  if (source.programme != NULL)
    programme_title = saiga_record_dup_label (SAIGA_RECORD (source.programme), language);
  title = _saiga_translate_fill (language, kinds[kind].title, programme_title != NULL ? programme_title : "", NULL);
  paper = _saiga_paper_new (language, title);
  for (guint i = 0; i < G_N_ELEMENTS (kinds[kind].add) && kinds[kind].add[i] != NULL; i++)
    if (!kinds[kind].add[i](paper, &source, error))
      return NULL;
  add_data_section (paper, &source);
  _saiga_paper_seal (paper);

  self = g_object_new (SAIGA_TYPE_REPORT, NULL);
  self->paper = g_steal_pointer (&paper);

  return self;
}

/**
 * saiga_report_new_main:
 * @snapshot: a snapshot
 * @date: (nullable): the day that is asked about, or `NULL` for the one up to which the data go
 * @language: the language of the words: `en`, `fr` or `es`
 * @error: where an error is returned
 *
 * Makes the main report: the concordance of CMS and CITES, and their joint work programme.
 *
 * Returns: (transfer full): the report, or `NULL` with an error
 *
 * Since: 0.1
 */
SaigaReport *
saiga_report_new_main (SaigaSnapshot *snapshot,
                       SaigaDate *date,
                       const char *language,
                       GError **error)
{
  return saiga_report_new ("main", snapshot, NULL, date, language, error);
}

/**
 * saiga_report_get_title:
 * @self: a report
 *
 * Gets the title, in the language of the report.
 *
 * Returns: (nullable): the title
 *
 * Since: 0.1
 */
const char *
saiga_report_get_title (SaigaReport *self)
{
  g_return_val_if_fail (SAIGA_IS_REPORT (self), NULL);

  return self->paper != NULL ? _saiga_paper_get_root (self->paper)->text : NULL;
}

/**
 * saiga_report_get_language:
 * @self: a report
 *
 * Gets the language that it was made in.
 *
 * Returns: (nullable): the language
 *
 * Since: 0.1
 */
const char *
saiga_report_get_language (SaigaReport *self)
{
  g_return_val_if_fail (SAIGA_IS_REPORT (self), NULL);

  return self->paper != NULL ? _saiga_paper_get_language (self->paper) : NULL;
}

/**
 * saiga_report_to_html:
 * @self: a report
 *
 * Writes a report as one HTML file that fetches nothing, prints well and works without
 * scripts, with the keyboard and with a screen reader.
 *
 * Returns: (transfer full) (nullable): the HTML
 *
 * Since: 0.1
 */
char *
saiga_report_to_html (SaigaReport *self)
{
  g_return_val_if_fail (SAIGA_IS_REPORT (self), NULL);

  return self->paper != NULL ? _saiga_paper_to_html (self->paper) : NULL;
}

/**
 * saiga_report_to_markdown:
 * @self: a report
 *
 * Writes a report as Markdown, with the tables of GitHub. A figure becomes the text that
 * says the same.
 *
 * Returns: (transfer full) (nullable): the Markdown
 *
 * Since: 0.1
 */
char *
saiga_report_to_markdown (SaigaReport *self)
{
  g_return_val_if_fail (SAIGA_IS_REPORT (self), NULL);

  return self->paper != NULL ? _saiga_paper_to_markdown (self->paper) : NULL;
}
