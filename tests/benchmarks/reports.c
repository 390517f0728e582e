/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A programme of 10,000 activities with 50,000 reports on them: loaded, and written as HTML. */

#include <string.h>

#include <saiga/saiga.h>

#define N_THEMES 100
#define N_ACTIVITIES 10000
#define N_PROGRESS 50000
#define LIMIT 1.0

static GBytes *
make_xml (void)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset xmlns=\"urn:saiga:dataset\" version=\"1\" date=\"2014-01-01\">\n"
                               "<stakeholders>\n<stakeholder id=\"stakeholder.a\" kind=\"secretariat\"><name xml:lang=\"en\">A</name></stakeholder>\n</stakeholders>\n"
                               "<programmes>\n<programme id=\"p\" kind=\"joint-work-programme\" start=\"2012\" end=\"2014\"><title xml:lang=\"en\">P</title></programme>\n</programmes>\n<themes>\n");
  gsize size;

  for (guint i = 0; i < N_THEMES; i++)
    g_string_append_printf (xml, "<theme id=\"p.t%u\" programme-id=\"p\" code=\"T%u\" position=\"%u\"><title xml:lang=\"en\">Theme %u</title></theme>\n", i, i, i + 1, i);
  g_string_append (xml, "</themes>\n<activities>\n");
  for (guint i = 0; i < N_ACTIVITIES; i++)
    g_string_append_printf (xml,
                            "<activity id=\"p.a%u\" programme-id=\"p\" theme-id=\"p.t%u\" code=\"A%u\" position=\"%u\" timeframe=\"2012-%u\">"
                            "<description xml:lang=\"en\">Do something of use for the species number %u in all of its range.</description>"
                            "<role stakeholder-id=\"stakeholder.a\" kind=\"lead\"/></activity>\n",
                            i, i % N_THEMES, i, i + 1, 2013 + i % 2, i);
  g_string_append (xml, "</activities>\n<progress-entries>\n");
  for (guint i = 0; i < N_PROGRESS; i++)
    g_string_append_printf (xml,
                            "<progress id=\"progress.%u\" activity-ids=\"p.a%u\" start=\"2012-%02u-%02u\" position=\"%u\">"
                            "<text xml:lang=\"en\">Something was done about it, as was agreed at meeting %u.</text></progress>\n",
                            i, i % N_ACTIVITIES, 1 + i % 12, 1 + i % 28, i, i);
  g_string_append (xml, "</progress-entries>\n</dataset>\n");
  size = xml->len;

  return g_bytes_new_take (g_string_free (xml, FALSE), size);
}

static gboolean
say (const char *what,
     double seconds)
{
  g_print ("%-40s %6.3f s (limit %.1f s)\n", what, seconds, LIMIT);

  return seconds < LIMIT;
}

int
main (int argc,
      char *argv[])
{
  g_autoptr(GBytes) xml = make_xml ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaReport) report = NULL;
  g_autofree char *html = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 loaded;
  gint64 written;
  gboolean ok;

  snapshot = saiga_snapshot_new_from_bytes (xml, &error);
  g_assert_no_error (error);
  loaded = g_get_monotonic_time ();
  report = saiga_report_new ("work-programme", snapshot, "p", NULL, "en", &error);
  g_assert_no_error (error);
  html = saiga_report_to_html (report);
  written = g_get_monotonic_time ();

  g_print ("%u activities, %u reports on them: %.1f MB of XML, %.1f MB of HTML\n", N_ACTIVITIES, N_PROGRESS,
           g_bytes_get_size (xml) / 1e6, strlen (html) / 1e6);
  ok = say ("load", (loaded - start) / 1e6);
  ok = say ("report as HTML", (written - loaded) / 1e6) && ok;

  return ok ? 0 : 1;
}
