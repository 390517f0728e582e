/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <saiga/saiga.h>

/* The worked cases of the chapter on the law, each built from its rows. A case is a text of
 * lines:
 *
 *   taxon RANK NAME [under PARENT] [kind NAME-KIND] [migratory yes|no] [range AREA…]
 *   row NAME +II [only AREA,…] [not AREA,…] [rest] [partial] [except NAME,…] [in NAME]
 *       [also NAME,…] [by AREA] [for AREA] [amendment] [words] [target ROW] [text DATE] [DATE | placeholder]
 *   ask DATE NAME [AREA] = explicit;inherited;aggregated;outcome [incomplete] [inferred | uncertain] [REASON…]
 *   print DATE … asks as "ask" does, of the printed Appendices
 *   held DATE NAME = APPENDIX:PARTY[/TERRITORY][~] …
 *   short NAME [AREA] = APPENDICES DATE, …
 *
 * +x is an addition, -x a deletion, R+x a reservation, R-x its withdrawal. Names have
 * hyphens for spaces, rows count from 0, the area * is any that no scope names. What a line of answers does not say is not so. */

typedef struct
{
  const char *name;
  const char *instrument;
  const char *text;
} Case;

#include "law-cases.h"

/* ---- making a data set of a case */

static const char instruments[] =
  "<instruments>"
  "<instrument id=\"instrument.cites\" kind=\"convention\" abbreviation=\"CITES\" entry-into-force=\"1975-07-01\" exclusive=\"yes\" reservation-days=\"90\">"
  "<name xml:lang=\"en\">CITES</name><appendix code=\"I\"/><appendix code=\"II\"/><appendix code=\"III\" party-listed=\"yes\"/></instrument>"
  "<instrument id=\"instrument.cms\" kind=\"convention\" abbreviation=\"CMS\" entry-into-force=\"1983-11-01\" higher-taxon=\"migratory\" reservation-days=\"90\">"
  "<name xml:lang=\"en\">CMS</name><appendix code=\"I\"/><appendix code=\"II\"/></instrument>"
  "</instruments>";

static void
add_area_list (GString *line,
               const char *attribute,
               const char *areas)
{
  g_auto(GStrv) items = g_strsplit (areas, ",", -1);

  g_string_append_printf (line, " %s=\"", attribute);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (items[i], -1);

      g_string_append_printf (line, "%sarea.%s", i > 0 ? " " : "", lower);
    }
  g_string_append_c (line, '"');
}

static char *
taxon_id (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strconcat ("t.", lower, NULL);
}

static void
add_taxon_list (GString *line,
                const char *attribute,
                const char *names)
{
  g_auto(GStrv) items = g_strsplit (names, ",", -1);

  g_string_append_printf (line, " %s=\"", attribute);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *id = taxon_id (items[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", id);
    }
  g_string_append_c (line, '"');
}

/* Attributes in any order are read; the areas named are collected. */
static char *
make_taxon (char **words)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *id = taxon_id (words[2]);
  g_autofree char *name = g_strdelimit (g_strdup (words[2]), "-", ' ');

  g_string_append_printf (line, "<taxon id=\"%s\" authority-id=\"authority.t\" name=\"%s\" rank=\"%s\"", id, name, words[1]);
  for (guint i = 3; words[i] != NULL; i++)
    if (g_str_equal (words[i], "under"))
      add_taxon_list (line, "parent-id", words[++i]);
    else if (g_str_equal (words[i], "kind"))
      g_string_append_printf (line, " name-kind=\"%s\"", words[++i]);
    else if (g_str_equal (words[i], "migratory"))
      g_string_append_printf (line, " migratory=\"%s\"", words[++i]);
    else if (g_str_equal (words[i], "range"))
      {
        g_autofree char *areas = g_strjoinv (",", words + i + 1);

        add_area_list (line, "range", areas);
        break;
      }
  g_string_append (line, "/>");

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char *
make_row (char **words,
          const char *instrument,
          guint number)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *id = taxon_id (words[1]);
  const char *sign = words[2];
  const char *change = sign[0] == '+' ? "addition" : sign[0] == '-' ? "deletion"
                                                   : sign[1] == '+' ? "reservation"
                                                                    : "withdrawal";
  gboolean has_words = FALSE;

  g_string_append_printf (line, "<listing id=\"listing.%03u\" instrument-id=\"instrument.%s\" taxon-id=\"%s\" change=\"%s\" appendix=\"%s\"",
                          number, instrument, id, change, sign + (sign[0] == 'R' ? 2 : 1));
  for (guint i = 3; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (g_str_equal (word, "only"))
        add_area_list (line, "area-ids", words[++i]);
      else if (g_str_equal (word, "not"))
        add_area_list (line, "except-area-ids", words[++i]);
      else if (g_str_equal (word, "rest"))
        g_string_append (line, " residual=\"yes\"");
      else if (g_str_equal (word, "partial"))
        g_string_append (line, " partial=\"yes\"");
      else if (g_str_equal (word, "except"))
        add_taxon_list (line, "except-taxon-ids", words[++i]);
      else if (g_str_equal (word, "also"))
        add_taxon_list (line, "also-taxon-ids", words[++i]);
      else if (g_str_equal (word, "in"))
        add_taxon_list (line, "included-in-id", words[++i]);
      else if (g_str_equal (word, "by"))
        add_area_list (line, "party-id", words[++i]);
      else if (g_str_equal (word, "for"))
        add_area_list (line, "territory-id", words[++i]);
      else if (g_str_equal (word, "amendment"))
        g_string_append (line, " amendment-only=\"yes\"");
      else if (g_str_equal (word, "words"))
        has_words = TRUE;
      else if (g_str_equal (word, "target"))
        g_string_append_printf (line, " target-id=\"listing.%03u\"", (guint) g_ascii_strtoull (words[++i], NULL, 10));
      else if (g_str_equal (word, "text"))
        g_string_append_printf (line, " text-from=\"%s\"", words[++i]);
      else if (g_str_equal (word, "placeholder"))
        g_string_append (line, " precision=\"placeholder\"");
      else if (g_ascii_isdigit (*word))
        g_string_append_printf (line, " effective=\"%s\"", word);
      else
        g_error ("unknown word “%s” in a row", word);
    }
  g_string_append (line, has_words ? "><scope-text xml:lang=\"en\">some populations</scope-text></listing>" : "/>");

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static SaigaSnapshot *
make_snapshot (const Case *test)
{
  g_auto(GStrv) lines = g_strsplit (test->text, "\n", -1);
  g_autoptr(GString) taxa = g_string_new (NULL);
  g_autoptr(GString) rows = g_string_new (NULL);
  g_autoptr(GString) areas = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *snapshot;
  guint n = 0;

  for (char a = 'a'; a <= 'z'; a++)
    for (char b = 'a'; b <= 'z'; b++)
      g_string_append_printf (areas, "<area id=\"area.%c%c\" kind=\"country\" iso2=\"%c%c\"><name xml:lang=\"en\">%c%c</name></area>", a, b,
                              g_ascii_toupper (a), g_ascii_toupper (b), a, b);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", -1);
      g_autofree char *record = NULL;

      if (g_strcmp0 (words[0], "taxon") == 0)
        {
          record = make_taxon (words);
          g_string_append (taxa, record);
        }
      else if (g_strcmp0 (words[0], "row") == 0)
        {
          record = make_row (words, test->instrument, n++);
          g_string_append (rows, record);
        }
    }

  {
    g_autofree char *xml = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                            "<dataset xmlns=\"urn:saiga:dataset\" version=\"1\">"
                                            "<authorities><authority id=\"authority.t\" date=\"2030-01-01\" instrument-ids=\"instrument.%s\">"
                                            "<name xml:lang=\"en\">T</name></authority></authorities>"
                                            "<areas>%s</areas><taxa>%s</taxa>%s<listings>%s</listings></dataset>",
                                            test->instrument, areas->str, taxa->str, instruments, rows->str);

    bytes = g_bytes_new (xml, strlen (xml));
  }
  snapshot = saiga_snapshot_new_from_bytes (bytes, &error);
  g_assert_no_error (error);

  return snapshot;
}

/* ---- asking */

static char *
area_id (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  return g_str_equal (word, "*") ? g_strdup (SAIGA_OTHER_AREAS) : g_strconcat ("area.", lower, NULL);
}

static gboolean
has_reason (SaigaStatus *status,
            const char *code)
{
  for (guint i = 0; i < saiga_status_get_n_reasons (status); i++)
    if (g_str_equal (saiga_reason_get_code (saiga_status_get_reason (status, i)), code))
      return TRUE;

  return FALSE;
}

static void
check_sentences (SaigaStatus *status)
{
  for (guint i = 0; i < saiga_status_get_n_reasons (status); i++)
    {
      g_autofree char *text = saiga_reason_dup_text (saiga_status_get_reason (status, i), "en");

      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_null (strchr (text, '%'));
    }
}

static void
check_table (SaigaLaw *law,
             SaigaStatus *status,
             const char *area,
             SaigaDate *date)
{
  g_autoptr(SaigaStatusTable) table = saiga_status_table_new (law, area, date, NULL);
  g_autoptr(SaigaStatus) other = saiga_status_table_lookup (table, saiga_record_get_id (SAIGA_RECORD (saiga_status_get_taxon (status))));
  g_autofree char *text = saiga_status_to_string (status);
  g_autofree char *other_text = saiga_status_to_string (other);

  g_assert_cmpstr (other_text, ==, text);
  g_assert_cmpint (saiga_status_get_certainty (other), ==, saiga_status_get_certainty (status));
  g_assert_cmpint (saiga_status_get_incomplete (other), ==, saiga_status_get_incomplete (status));
}

static void
ask (SaigaLaw *law,
     char **words)
{
  const gboolean has_area = !g_str_equal (words[3], "=");
  g_autofree char *id = taxon_id (words[2]);
  g_autofree char *area = has_area ? area_id (words[3]) : NULL;
  g_autoptr(SaigaDate) date = saiga_date_parse (words[1], NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaStatus) status = saiga_status_new (law, id, area, date, &error);
  g_autofree char *text = NULL;
  SaigaStatusCertainty certainty = SAIGA_STATUS_CERTAINTY_CERTAIN;
  gboolean incomplete = FALSE;
  gboolean says_incomplete = FALSE;

  g_assert_no_error (error);
  text = saiga_status_to_string (status);
  g_assert_cmpstr (text, ==, words[has_area ? 5 : 4]);
  for (guint i = has_area ? 6 : 5; words[i] != NULL; i++)
    if (g_str_equal (words[i], "incomplete"))
      incomplete = says_incomplete = TRUE;
    else if (g_str_equal (words[i], "complete"))
      says_incomplete = TRUE;
    else if (g_str_equal (words[i], "inferred"))
      certainty = SAIGA_STATUS_CERTAINTY_INFERRED;
    else if (g_str_equal (words[i], "uncertain"))
      certainty = SAIGA_STATUS_CERTAINTY_UNCERTAIN;
    else
      g_assert_true (has_reason (status, words[i]));
  g_assert_cmpint (saiga_status_get_certainty (status), ==, certainty);
  if (says_incomplete)
    g_assert_cmpint (saiga_status_get_incomplete (status), ==, incomplete);
  check_sentences (status);
  check_table (law, status, area, date);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The reservations that stand, "appendix:party", "/territory" and "~" for an amendment only. */
static void
held (SaigaLaw *law,
      char **words)
{
  g_autofree char *id = taxon_id (words[2]);
  g_autoptr(SaigaDate) date = saiga_date_parse (words[1], NULL);
  g_autoptr(SaigaStatus) status = saiga_status_new (law, id, NULL, date, NULL);
  GListModel *list = saiga_status_get_reservations (status);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *expected = g_strjoinv (" ", words + 4);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SaigaReservation) reservation = g_list_model_get_item (list, i);
      const char *territory = saiga_reservation_get_territory_id (reservation);

      g_autofree char *word = g_strdup_printf ("%s:%s%s%s%s", saiga_reservation_get_appendix (reservation), saiga_reservation_get_party_id (reservation) + 5,
                                               territory != NULL ? "/" : "", territory != NULL ? territory + 5 : "",
                                               saiga_reservation_get_amendment_only (reservation) ? "~" : "");

      g_ptr_array_add (found, g_ascii_strup (word, -1));
    }
  g_ptr_array_sort (found, compare_strings);
  g_ptr_array_add (found, NULL);
  joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
brief (SaigaLaw *law,
       char **words)
{
  const gboolean has_area = !g_str_equal (words[2], "=");
  g_autofree char *id = taxon_id (words[1]);
  g_autofree char *area = has_area ? area_id (words[2]) : NULL;
  g_autoptr(SaigaTimeline) timeline = saiga_timeline_new (law, id, area, NULL);
  g_autofree char *text = saiga_timeline_to_string (timeline);
  g_autofree char *expected = g_strjoinv (" ", words + (has_area ? 4 : 3));

  g_assert_cmpstr (text, ==, expected);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      g_autoptr(SaigaStatus) status = saiga_status_new (law, id, area, saiga_timeline_interval_get_start (interval), NULL);
      g_autofree char *there = saiga_status_to_string (saiga_timeline_interval_get_status (interval));
      g_autofree char *asked = saiga_status_to_string (status);

      g_assert_cmpstr (there, ==, asked);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(SaigaSnapshot) snapshot = make_snapshot (test);
  g_autofree char *instrument_id = g_strconcat ("instrument.", test->instrument, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaLaw) law = saiga_law_new (snapshot, instrument_id, &error);
  g_autoptr(SaigaLaw) printed = saiga_law_new_printed (snapshot, instrument_id, NULL);
  g_auto(GStrv) lines = g_strsplit (test->text, "\n", -1);

  g_assert_no_error (error);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], " ", -1);

      if (words[0] == NULL || !g_strv_contains ((const char *const[]){ "ask", "print", "held", "short", NULL }, words[0]))
        continue;
      g_test_message ("%s", lines[i]);
      if (g_str_equal (words[0], "ask"))
        ask (law, words);
      else if (g_str_equal (words[0], "print"))
        ask (printed, words);
      else if (g_str_equal (words[0], "held"))
        held (law, words);
      else
        brief (law, words);
    }
}

/* ---- deep trees */

/* A hundred taxa, each below the last one and each listed: what the highest gives is not lost. */
static void
test_deep (void)
{
  g_autoptr(GString) text = g_string_new ("taxon order Taxon-0 migratory yes\nrow Taxon-0 +I 1990-01-01\n");
  Case test = { "deep", "cms", NULL };

  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, "taxon %s Taxon-%u under Taxon-%u migratory yes\nrow Taxon-%u +II 1990-01-01\n",
                            i < 99 ? "family" : "species", i, i - 1, i);
  g_string_append (text, "ask 2000-01-01 Taxon-99 = II;I/II;-;listed\nshort Taxon-99 = I/II 1990-01-01");
  test.text = text->str;
  test_case (&test);
}

/* ---- two snapshots */

/* What became different from one case to another, "appendix:party kind", one a line. */
static char *
compare (const char *old_text,
         const char *new_text)
{
  const Case old_case = { "old", "cites", old_text };
  const Case new_case = { "new", "cites", new_text };
  g_autoptr(SaigaSnapshot) old_snapshot = make_snapshot (&old_case);
  g_autoptr(SaigaSnapshot) new_snapshot = make_snapshot (&new_case);
  g_autoptr(SaigaLaw) old_law = saiga_law_new (old_snapshot, "instrument.cites", NULL);
  g_autoptr(SaigaLaw) new_law = saiga_law_new (new_snapshot, "instrument.cites", NULL);
  g_autoptr(SaigaLawChanges) changes = saiga_law_changes_new_between (old_law, NULL, new_law, NULL, NULL, NULL);
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GEnumClass) kinds = g_type_class_ref (SAIGA_TYPE_LAW_CHANGE_KIND);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (changes)); i++)
    {
      g_autoptr(SaigaLawChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);
      g_autofree char *words = saiga_law_change_dup_text (change, "en");

      g_assert_null (strchr (words, '%'));
      g_string_append_printf (found, "%s:%s %s\n", saiga_law_change_get_after (change)[0], saiga_law_change_get_party_id (change),
                              g_enum_get_value (kinds, saiga_law_change_get_kind (change))->value_nick);
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

#define LISTED "taxon species Taxon-a\nrow Taxon-a +I 1990-01-01\n"

static void
test_dropped_reservations (void)
{
  const char *const both = LISTED "row Taxon-a R+I by AT 1990-01-01\nrow Taxon-a R+I by CH 1990-01-01";
  g_autofree char *same = compare (both, both);
  g_autofree char *renumbered = compare (both, LISTED "row Taxon-a R-I by DE 1991-01-01\nrow Taxon-a R-I by DE 1992-01-01\nrow Taxon-a R+I by AT 1990-01-01\nrow Taxon-a R+I by CH 1990-01-01");
  g_autofree char *dropped = compare (both, LISTED "row Taxon-a R+I by AT 1990-01-01");
  g_autofree char *withdrawn = compare (both, LISTED "row Taxon-a R+I by AT 1990-01-01\nrow Taxon-a R+I by CH 1990-01-01\nrow Taxon-a R-I by CH 2001-01-01");
  g_autofree char *entered = compare (LISTED "row Taxon-a R+I by AT 1990-01-01", both);
  g_autofree char *ended_before = compare (LISTED "row Taxon-a R+I by AT 1990-01-01\nrow Taxon-a R-I by AT 2001-01-01", LISTED);

  g_assert_cmpstr (same, ==, "");
  g_assert_cmpstr (renumbered, ==, "");
  g_assert_cmpstr (dropped, ==, "I:area.ch dropped\n");
  g_assert_cmpstr (withdrawn, ==, "I:area.ch withdrawn\n");
  g_assert_cmpstr (entered, ==, "I:area.ch reserved\n");
  g_assert_cmpstr (ended_before, ==, "");
}

/* ---- threads */

typedef struct
{
  SaigaSnapshot *snapshot;
  SaigaLaw *law;       /* used by both */
  SaigaStatus *status; /* likewise; what it tells is found when asked for */
  SaigaTimeline *timeline;
} Shared;

/* All that the law tells of some taxa, in words. */
static gpointer
ask_everything (gpointer data)
{
  static const char *const taxa[] = { "cites.loxodonta-africana", "cites.falconiformes", "cites.crocodylus-niloticus", "cites.alsophila" };
  static const char *const days[] = { "1980-01-01", "1995-01-01", "2012-02-23" };
  Shared *self = data;
  GString *text = g_string_new (NULL);
  g_autoptr(SaigaLaw) own = saiga_law_new (self->snapshot, "instrument.cites", NULL);

  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i < G_N_ELEMENTS (taxa); i++)
      for (guint n = 0; n < G_N_ELEMENTS (days); n++)
        {
          g_autoptr(SaigaDate) date = saiga_date_parse (days[n], NULL);
          g_autoptr(SaigaStatus) status = saiga_status_new (round % 2 == 0 ? self->law : own, taxa[i], NULL, date, NULL);
          g_autofree char *words = saiga_status_to_string (status);

          g_string_append_printf (text, "%s %u %u;", words, saiga_status_get_n_reasons (status),
                                  g_list_model_get_n_items (saiga_status_get_reservations (status)));
        }
  g_string_append_printf (text, "%u %u %u %u %u", saiga_status_get_n_reasons (self->status),
                          g_list_model_get_n_items (saiga_status_get_listings (self->status)),
                          g_list_model_get_n_items (saiga_status_get_reservations (self->status)),
                          g_list_model_get_n_items (saiga_timeline_get_marks (self->timeline)),
                          g_list_model_get_n_items (saiga_timeline_get_short (self->timeline)));

  return g_string_free (text, FALSE);
}

static void
test_threads (void)
{
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (NULL);
  g_autoptr(SaigaLaw) law = saiga_law_new (snapshot, "instrument.cites", NULL);
  g_autoptr(SaigaStatus) status = saiga_status_new (law, "cites.loxodonta-africana", NULL, NULL, NULL);
  g_autoptr(SaigaTimeline) timeline = saiga_timeline_new (law, "cites.loxodonta-africana", NULL, NULL);
  Shared shared = { snapshot, law, status, timeline };
  GThread *threads[] = { g_thread_new ("first", ask_everything, &shared), g_thread_new ("second", ask_everything, &shared) };
  g_autofree char *first = g_thread_join (threads[0]);
  g_autofree char *second = g_thread_join (threads[1]);

  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_suffix (first, " 5"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/threads", test_threads);
  g_test_add_func ("/law/deep", test_deep);
  g_test_add_func ("/law/dropped-reservations", test_dropped_reservations);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/law/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
