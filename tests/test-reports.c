/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The programme set out, its phase, the calendar, what joint work connects, and reports. */

#include <string.h>

#include <saiga/saiga.h>

static SaigaSnapshot *
new_embedded (void)
{
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *snapshot = saiga_snapshot_new_embedded (&error);

  g_assert_no_error (error);

  return snapshot;
}

static SaigaSnapshot *
new_snapshot (const char *records)
{
  g_autofree char *xml = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                          "<dataset xmlns=\"urn:saiga:dataset\" version=\"1\" date=\"2012-01-01\">\n%s</dataset>\n",
                                          records);
  g_autoptr(GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *snapshot = saiga_snapshot_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return snapshot;
}

static SaigaDate *
new_date (const char *text)
{
  SaigaDate *date = saiga_date_parse (text, NULL);

  g_assert_nonnull (date);

  return date;
}

/* ---- the outline */

static void
append_codes (SaigaOutline *node,
              GString *codes)
{
  GListModel *children = saiga_outline_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);
      SaigaRecord *record = saiga_outline_get_record (child);

      if (SAIGA_IS_ACTIVITY (record))
        g_string_append_printf (codes, "%s ", saiga_activity_get_code (SAIGA_ACTIVITY (record)));
      append_codes (child, codes);
    }
}

static SaigaOutline *
find (SaigaOutline *node,
      const char *id)
{
  GListModel *children = saiga_outline_get_children (node);

  if (g_str_equal (saiga_record_get_id (saiga_outline_get_record (node)), id))
    return g_object_ref (node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(SaigaOutline) child = g_list_model_get_item (children, i);
      SaigaOutline *found = find (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_outline_order (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_embedded ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaOutline) outline = saiga_outline_new (snapshot, "jwp2012", &error);
  g_autoptr(GString) codes = g_string_new (NULL);

  g_assert_no_error (error);
  append_codes (outline, codes);
  g_assert_cmpstr (codes->str, ==,
                   "A1 A2 A3 A4 A5 A6 B1 B1.1 B1.2 B1.3 B1.4 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17 B18 "
                   "C1 C2 C2.1 C2.2 C2.3 C2.4 C2.5 C2.6 C3 D1 D2 D2.1 D2.2 D2.3 D2.4 D3 D4 ");
}

static void
test_outline_inherits (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_embedded ();
  g_autoptr(SaigaOutline) outline = saiga_outline_new (snapshot, "jwp2012", NULL);
  g_autoptr(SaigaOutline) part = find (outline, "jwp2012.b1-1");
  g_autoptr(SaigaOutline) own = find (outline, "jwp2012.b1-4");
  g_autoptr(SaigaOutline) none = find (outline, "jwp2012.d3");
  g_autoptr(SaigaOutline) two = find (outline, "jwp2012.b5");
  g_autoptr(GListModel) roles = saiga_outline_get_roles (part);
  g_autoptr(GListModel) conditions = saiga_outline_get_conditions (two);
  g_autoptr(GListModel) focuses = saiga_outline_get_focuses (own);
  g_autoptr(GListModel) all = saiga_outline_get_focuses (outline);
  g_autoptr(SaigaRole) role = g_list_model_get_item (roles, 0);
  g_autoptr(SaigaRecord) fourth = g_list_model_get_item (all, 2);

  /* B1.1 has no time frame, and nobody named: B1 has the one, theme B the other. */
  g_assert_cmpstr (saiga_timeframe_get_wording (saiga_outline_get_timeframe (part)), ==, "2012-2014");
  g_assert_cmpstr (saiga_timeframe_get_wording (saiga_outline_get_timeframe (own)), ==, "by December 2014");
  g_assert_null (saiga_outline_get_timeframe (none));
  g_assert_cmpuint (g_list_model_get_n_items (roles), ==, 2);
  g_assert_cmpint (saiga_role_get_kind (role), ==, SAIGA_ROLE_KIND_LEAD);
  g_assert_cmpuint (g_list_model_get_n_items (conditions), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (focuses), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 17);
  g_assert_cmpstr (saiga_record_get_id (fourth), ==, "jwp2012.focus-whale-shark");
}

/* What names a parent that is not there, or itself by a detour, is not lost. */
static void
test_outline_strays (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_snapshot ("<programmes><programme id=\"p\" kind=\"work-plan\"><title xml:lang=\"en\">P</title></programme></programmes>\n"
                                                     "<themes><theme id=\"p.a\" programme-id=\"p\" parent-id=\"p.b\" position=\"1\"/>"
                                                     "<theme id=\"p.b\" programme-id=\"p\" parent-id=\"p.a\" position=\"2\"/>"
                                                     "<theme id=\"p.c\" programme-id=\"p\" parent-id=\"p.gone\" position=\"3\"/></themes>\n"
                                                     "<activities><activity id=\"p.1\" programme-id=\"p\" parent-id=\"p.1\" code=\"1\" position=\"1\"/>"
                                                     "<activity id=\"p.2\" programme-id=\"p\" theme-id=\"p.c\" code=\"2\"/>"
                                                     "<activity id=\"p.3\" programme-id=\"p\" theme-id=\"p.gone\" code=\"3\"/></activities>\n");
  g_autoptr(SaigaOutline) outline = saiga_outline_new (snapshot, "p", NULL);
  g_autoptr(GString) codes = g_string_new (NULL);
  g_autoptr(SaigaOutline) one = find (outline, "p.1");
  g_autoptr(GListModel) roles = saiga_outline_get_roles (one);

  append_codes (outline, codes);
  g_assert_cmpstr (codes->str, ==, "2 1 3 ");
  g_assert_cmpuint (g_list_model_get_n_items (saiga_outline_get_children (outline)), ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (roles), ==, 0);
}

static void
test_outline_missing (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_embedded ();
  g_autoptr(GError) error = NULL;

  g_assert_null (saiga_outline_new (snapshot, "nothing", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no programme “nothing”");
  g_clear_error (&error);
  g_assert_null (saiga_outline_new (snapshot, "jwp2012.a1", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
}

/* ---- phases */

static void
test_phases (void)
{
  static const struct
  {
    const char *programme;
    const char *date;
    SaigaPhase phase;
  } cases[] = {
    { "jwp2012", "2011-12-31", SAIGA_PHASE_DRAFT },
    { "jwp2012", "2012-02-23", SAIGA_PHASE_DRAFT },
    { "jwp2012", "2012-07-31", SAIGA_PHASE_DRAFT },
    { "jwp2012", "2012-08-01", SAIGA_PHASE_UNKNOWN },
    { "jwp2012", "2014-12-31", SAIGA_PHASE_UNKNOWN },
    { "jap2008", "2008-06-30", SAIGA_PHASE_DRAFT },
    { "jap2008", "2008-11-29", SAIGA_PHASE_DRAFT },
    { "jap2008", "2008-11-30", SAIGA_PHASE_IN_FORCE },
    { "jap2008", "2011-01-01", SAIGA_PHASE_OVER }, /* the extension was endorsed in March */
    { "jap2008", "2011-12-31", SAIGA_PHASE_IN_FORCE },
    { "jap2008", "2012-01-01", SAIGA_PHASE_OVER },
    { "p", "2012-02-01", SAIGA_PHASE_REJECTED },
    { "p", "2012-01-31", SAIGA_PHASE_DRAFT },
    { "q", "2012-01-31", SAIGA_PHASE_IN_FORCE },
  };
  g_autoptr(SaigaSnapshot) embedded = new_embedded ();
  g_autoptr(SaigaSnapshot) made = new_snapshot ("<stakeholders><stakeholder id=\"stakeholder.s\" kind=\"other\"><name xml:lang=\"en\">S</name></stakeholder></stakeholders>\n"
                                                 "<programmes><programme id=\"p\" kind=\"work-plan\" start=\"2013\" approver-ids=\"stakeholder.s\"/>"
                                                 "<programme id=\"q\" kind=\"work-plan\" start=\"2013\"/></programmes>\n"
                                                 "<approvals><approval id=\"approval.p\" subject-id=\"p\" body-id=\"stakeholder.s\" outcome=\"rejected\" date=\"2012-02-01\"/>"
                                                 "<approval id=\"approval.q\" subject-id=\"p\" body-id=\"stakeholder.s\" outcome=\"approved\" date=\"2012-03-01\"/></approvals>\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SaigaSnapshot *snapshot = cases[i].programme[1] == '\0' ? made : embedded;
      g_autoptr(SaigaDate) date = new_date (cases[i].date);

      g_test_message ("%s on %s", cases[i].programme, cases[i].date);
      g_assert_cmpint (saiga_phase_on (snapshot, SAIGA_PROGRAMME (saiga_snapshot_lookup (snapshot, cases[i].programme)), date), ==, cases[i].phase);
    }
}

/* ---- calendar */

static void
test_calendar (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_snapshot (
    "<meetings><meeting id=\"meeting.a\" kind=\"other\" start=\"2012-03\"/><meeting id=\"meeting.b\" kind=\"other\"/>"
    "<meeting id=\"meeting.c\" kind=\"other\" start=\"2010-10-05\" end=\"2010-10-06\"/>"
    "<meeting id=\"meeting.d\" kind=\"other\" start=\"2010-10-30\" end=\"2010-11-02\"/></meetings>\n"
    "<exchanges><exchange id=\"exchange.a\" item=\"other\" reply-due=\"2011-10-31\"/></exchanges>\n"
    "<activities><activity id=\"p.10\" programme-id=\"p\" code=\"B10\" timeframe=\"2012\"/><activity id=\"p.2\" programme-id=\"p\" code=\"B2\" timeframe=\"2012\"/>"
    "<activity id=\"p.3\" programme-id=\"p\" code=\"B3\" timeframe=\"by December 2012\"/><activity id=\"p.4\" programme-id=\"p\" code=\"B4\"/>"
    "<activity id=\"p.5\" programme-id=\"p\" code=\"B5\" timeframe=\"On-going\"/></activities>\n");
  static const char *const lines[] = {
    "meeting.c 5–6 October 2010", "meeting.d 30 October 2010 to 2 November 2010", "exchange.a by 31 October 2011",
    "p.2 2012", "p.10 2012", "meeting.a March 2012", "p.3 by December 2012", "meeting.b ", "p.5 On-going"
  };
  g_autoptr(GListModel) entries = saiga_calendar_entry_list (snapshot, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, G_N_ELEMENTS (lines));
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(SaigaCalendarEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *when = saiga_calendar_entry_dup_when (entry, "en");
      g_autofree char *line = g_strdup_printf ("%s %s", saiga_record_get_id (saiga_calendar_entry_get_record (entry)), when);

      g_assert_cmpstr (line, ==, lines[i]);
    }

  g_assert_null (saiga_calendar_entry_list (snapshot, "p", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
}

/* ---- relations */

static void
test_relations (void)
{
  static const struct
  {
    const char *start;
    const char *found;
    const char *through;
  } cases[] = {
    { "jwp2012.focus-african-elephant", "jwp2012.b1", NULL },
    { "jwp2012.focus-african-elephant", "jwp2012.b1-4", "jwp2012.b1" },
    { "jwp2012.focus-african-elephant", "jap2008.focus-african-elephant", "jwp2012.focus-african-elephant" },
    { "jwp2012.focus-african-elephant", "jap2008.2-1", "progress.jap2008-elephant-1" },
    { "jwp2012.focus-african-elephant", "meeting.mou-mike-3", NULL },
    { "jwp2012.focus-african-elephant", "decision.accra-declaration", "project.west-african-elephants" },
    { "cites.chelonia-mydas", "jwp2012.focus-marine-turtles", NULL },
    { "cites.chelonia-mydas", "jwp2012.b13", "jwp2012.focus-marine-turtles" },
    { "cms.saiga-tatarica-tatarica", "instrument.saiga-antelope", "jwp2012.b10" },
  };
  g_autoptr(SaigaSnapshot) snapshot = new_embedded ();
  g_autoptr(GListModel) none = saiga_relation_list (snapshot, saiga_snapshot_lookup (snapshot, "jwp2012"));

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GListModel) relations = saiga_relation_list (snapshot, saiga_snapshot_lookup (snapshot, cases[i].start));
      guint n_found = 0;

      g_test_message ("%s: %s", cases[i].start, cases[i].found);
      for (guint n = 0; n < g_list_model_get_n_items (relations); n++)
        {
          g_autoptr(SaigaRelation) relation = g_list_model_get_item (relations, n);
          SaigaRecord *through = saiga_relation_get_through (relation);

          if (!g_str_equal (saiga_record_get_id (saiga_relation_get_record (relation)), cases[i].found))
            continue;
          n_found++;
          if (cases[i].through == NULL)
            g_assert_null (through);
          else
            g_assert_nonnull (through);
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
}

/* ---- words */

static void
test_words (void)
{
  static const struct
  {
    const char *timeframe;
    const char *french;
    const char *spanish;
  } cases[] = {
    { "2012", "2012", "2012" },
    { "2012-13", "2012 – 2013", "2012 – 2013" },
    { "2014/2015", "2014 – 2015", "2014 – 2015" },
    { "by December 2014", "échéance : décembre 2014", "plazo: diciembre de 2014" },
    { "from 2012", "à compter de : janvier 2012", "a partir de: enero de 2012" },
    { "On-going", "en continu", "continuo" },
    { "Annual and as-required", "annuel et selon les besoins", "anual y según sea necesario" },
    { "Will depend on decisions", "dépend de : decisions", "depende de: decisions" },
    { "To be decided", "à décider", "por decidir" },
    { "Late in the year = 2012-09-01/2012-12-31", "Late in the year", "Late in the year" },
    { "5-6 October 2010", "5 octobre 2010 – 6 octobre 2010", "5 de octubre de 2010 – 6 de octubre de 2010" },
    { "During 2014", "2014", "2014" },
  };
  static const struct
  {
    const char *date;
    const char *words[3];
  } dates[] = {
    { "2012", { "2012", "2012", "2012" } },
    { "2012-08", { "August 2012", "août 2012", "agosto de 2012" } },
    { "2009-04-01", { "1 April 2009", "1er avril 2009", "1 de abril de 2009" } },
    { "1415 February 2009 = 2009-02-14", { "14 February 2009", "14 février 2009", "14 de febrero de 2009" } },
  };
  static const char *const languages[] = { "en", "fr", "es" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaTimeframe) timeframe = saiga_timeframe_parse (cases[i].timeframe, &error);
      g_autofree char *english = NULL;
      g_autofree char *french = NULL;
      g_autofree char *spanish = NULL;

      g_assert_no_error (error);
      english = saiga_timeframe_dup_text (timeframe, "en");
      french = saiga_timeframe_dup_text (timeframe, "fr");
      spanish = saiga_timeframe_dup_text (timeframe, "es");
      g_assert_cmpstr (english, ==, saiga_timeframe_get_wording (timeframe));
      g_assert_cmpstr (french, ==, cases[i].french);
      g_assert_cmpstr (spanish, ==, cases[i].spanish);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr(SaigaDate) date = new_date (dates[i].date);
        g_autofree char *words = saiga_date_dup_text (date, languages[l]);

        g_assert_cmpstr (words, ==, dates[i].words[l]);
      }

  g_assert_cmpstr (saiga_translate ("fr", "Calendar"), ==, "Calendrier");
  g_assert_cmpstr (saiga_translate ("fr-CH", "Calendar"), ==, "Calendrier");
  g_assert_cmpstr (saiga_translate ("es_ES.UTF-8", "Calendar"), ==, "Calendario");
  g_assert_cmpstr (saiga_translate ("en", "Calendar"), ==, "Calendar");
  g_assert_cmpstr (saiga_translate ("fr", "no such message"), ==, "no such message");
  g_assert_cmpstr (saiga_translate ("fr", ""), ==, "");
  g_assert_cmpstr (saiga_translate ("f", "Calendar"), ==, "Calendar");
  g_assert_cmpstr (saiga_words_for_value (SAIGA_TYPE_ROLE_KIND, SAIGA_ROLE_KIND_LEAD, "fr"), ==, "Chef de file");
  g_assert_cmpstr (saiga_words_for_value (SAIGA_TYPE_ROLE_KIND, SAIGA_ROLE_KIND_UNSET, "fr"), ==, "–");
  g_assert_cmpstr (saiga_words_for_value (SAIGA_TYPE_MEETING_STATE, SAIGA_MEETING_STATE_HELD, "en"), ==, "held");
}

/* ---- reports */

static void
test_reports (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_embedded ();
  g_autoptr(SaigaDate) date = new_date ("2012-02-23");
  g_auto(GStrv) names = saiga_report_list_names ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaReport) report = saiga_report_new (*name, snapshot, NULL, date, "fr", &error);
      g_autofree char *html = NULL;
      g_autofree char *again = NULL;
      g_autofree char *markdown = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (saiga_report_get_language (report), ==, "fr");
      html = saiga_report_to_html (report);
      again = saiga_report_to_html (report);
      markdown = saiga_report_to_markdown (report);
      g_assert_cmpstr (html, ==, again);
      g_assert_nonnull (strstr (html, saiga_report_get_title (report)));
      g_assert_true (g_str_has_prefix (markdown, "# "));
      g_assert_true (g_utf8_validate (html, -1, NULL));
    }
}

static void
test_report_errors (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_snapshot ("");
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaReport) empty = g_object_new (SAIGA_TYPE_REPORT, NULL);

  g_assert_null (saiga_report_new ("nothing", snapshot, NULL, NULL, "en", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "“nothing” is none of the reports: concordance, implementation, main, work-programme");
  g_clear_error (&error);
  g_assert_null (saiga_report_new ("work-programme", snapshot, "p", NULL, "en", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (saiga_report_new ("implementation", snapshot, NULL, NULL, "en", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (saiga_report_new_main (snapshot, NULL, "en", &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);

  g_assert_null (saiga_report_to_html (empty));
  g_assert_null (saiga_report_to_markdown (empty));
  g_assert_null (saiga_report_get_title (empty));
}

/* What a data set says can not become markup. */
static void
test_report_escapes (void)
{
  g_autoptr(SaigaSnapshot) snapshot = new_snapshot (
    "<programmes><programme id=\"p\" kind=\"joint-work-programme\"><title xml:lang=\"en\">&lt;script&gt; &amp; \"x\" | *y*</title></programme></programmes>\n"
    "<activities><activity id=\"p.1\" programme-id=\"p\" code=\"&lt;b&gt;\"><description xml:lang=\"en\">a &lt;i&gt; | `c`</description></activity></activities>\n");
  g_autoptr(SaigaReport) report = saiga_report_new ("work-programme", snapshot, NULL, NULL, "en", NULL);
  g_autofree char *html = saiga_report_to_html (report);
  g_autofree char *markdown = saiga_report_to_markdown (report);

  g_assert_nonnull (strstr (html, "<h1>&lt;script&gt; &amp; &quot;x&quot; | *y*</h1>"));
  g_assert_nonnull (strstr (html, "<strong>&lt;b&gt;</strong>"));
  g_assert_nonnull (strstr (html, "a &lt;i&gt; | `c`"));
  g_assert_true (g_str_has_prefix (markdown, "# \\<script\\> & \"x\" \\| \\*y\\*\n"));
  g_assert_nonnull (strstr (markdown, "| **\\<b\\>** | a \\<i\\> \\| \\`c\\` |"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reports/outline/order", test_outline_order);
  g_test_add_func ("/reports/outline/inherits", test_outline_inherits);
  g_test_add_func ("/reports/outline/strays", test_outline_strays);
  g_test_add_func ("/reports/outline/missing", test_outline_missing);
  g_test_add_func ("/reports/phases", test_phases);
  g_test_add_func ("/reports/calendar", test_calendar);
  g_test_add_func ("/reports/relations", test_relations);
  g_test_add_func ("/reports/words", test_words);
  g_test_add_func ("/reports/all", test_reports);
  g_test_add_func ("/reports/errors", test_report_errors);
  g_test_add_func ("/reports/escapes", test_report_escapes);

  return g_test_run ();
}
