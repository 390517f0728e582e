/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Foreign files that are tables: records as CSV, and what UNEP-WCMC hands out. */

#include <glib/gstdio.h>
#include <saiga/saiga.h>
#include <string.h>

#include "import-file.h"
#include "read-file.h"

static SaigaSnapshot *embedded;

static GBytes *export(SaigaSnapshot *snapshot,
                      const char *format,
                      const char *separator,
                      const char *record_type)
{
  g_autoptr(SaigaExporter) exporter = saiga_exporter_new (snapshot, format);
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  saiga_exporter_set_separator (exporter, separator);
  saiga_exporter_set_record_type (exporter, record_type);
  bytes = saiga_exporter_to_bytes (exporter, &error);
  g_assert_no_error (error);

  return bytes;
}

static char *
read_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- records as CSV */

/* All records, whatever stands above them. */
static char *
print_records (SaigaSnapshot *snapshot)
{
  g_autoptr(SaigaSnapshot) bare = saiga_snapshot_with_header (snapshot, "t", NULL, NULL, NULL);
  g_autoptr(GBytes) bytes = saiga_snapshot_to_xml (bare);

  return read_text (bytes);
}

static void
test_csv_round (void)
{
  g_autoptr(SaigaSnapshot) fixture = read_file ("dataset.xml");
  SaigaSnapshot *const sets[] = { fixture, embedded };
  static const char *const separators[] = { NULL, ";", "\t" };

  g_test_summary ("Every record and part that is written as CSV is read back as it was, and the same bytes are written again");

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    for (gsize n = 0; n < (i == 0 ? G_N_ELEMENTS (separators) : 1); n++)
      {
        g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
        g_autoptr(GBytes) bytes = export(sets[i], "csv", separators[n], NULL);
        g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "records.zip");
        g_autoptr(SaigaSnapshot) back = apply (empty, import);
        g_autoptr(GBytes) again = export(back, "csv", separators[n], NULL);
        g_autoptr(SaigaImport) twice = import_bytes (back, bytes, "records.zip");
        g_autofree char *expected = print_records (sets[i]);
        g_autofree char *found = print_records (back);
        g_autofree char *problems = print_problems (import);

        g_assert_cmpstr (problems, ==, "");
        g_assert_cmpstr (found, ==, expected);
        g_assert_true (g_bytes_equal (bytes, again));
        g_assert_cmpuint (count_changes (twice), ==, 0);
      }
}

static void
test_csv_cells (void)
{
  static const char *const formulas[] = { "=1+1", "+x", "-2", "@sum", "'=1", "''+a", "'quoted'", "a;b,c\"d" };
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(GString) text = g_string_new ("id,kind,name[en],long-name[en],iso2\n");
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(SaigaSnapshot) made = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(SaigaImport) again = NULL;
  g_autofree char *written = NULL;

  g_test_summary ("No cell is a formula, and what was taken for one is read back; Namibia is no missing value");

  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_auto(GStrv) pieces = g_strsplit (formulas[i], "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", pieces);

      /* The reader takes one apostrophe off what it would put it before. */
      g_string_append_printf (text, "area.a%u,country,\"%s%s\",\"two\nlines\",NA\n", (guint) i,
                              strchr ("=+-@", formulas[i][strspn (formulas[i], "'")]) != NULL ? "'" : "", quoted);
    }
  import = import_text (empty, text->str, "areas.csv");
  made = apply (empty, import);
  for (gsize i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *id = g_strdup_printf ("area.a%u", (guint) i);
      SaigaRecord *area = saiga_snapshot_lookup (made, id);

      g_assert_nonnull (area);
      g_assert_cmpstr (saiga_text_get_words (saiga_area_get_name (SAIGA_AREA (area)), "en"), ==, formulas[i]);
      g_assert_cmpstr (saiga_text_get_words (saiga_area_get_long_name (SAIGA_AREA (area)), "en"), ==, "two\nlines");
      g_assert_cmpstr (saiga_area_get_iso2 (SAIGA_AREA (area)), ==, "NA");
    }

  bytes = export(made, "csv", NULL, "area");
  written = read_text (bytes);
  g_assert_null (strstr (written, ",="));
  g_assert_null (strstr (written, "\"="));
  g_assert_null (strstr (written, ",@"));
  again = import_bytes (made, bytes, "areas.csv");
  g_assert_cmpuint (count_changes (again), ==, 0);
}

static void
test_csv_changes (void)
{
  g_autoptr(SaigaSnapshot) fixture = read_file ("dataset.xml");
  static const struct
  {
    const char *name;
    const char *text;
    const char *field;    /* of cites.saiga-tatarica */
    const char *expected; /* in its line of XML; "!": must not be there */
    const char *problems;
  } cases[] = {
    { "taxa.csv", "id,authorship\ncites.saiga-tatarica,L.\n", "authorship", "authorship=\"L.\"", "" },
    /* an empty cell takes away; a column that is not there leaves */
    { "taxa.csv", "id,authorship\ncites.saiga-tatarica,\n", "authorship", "!authorship=\"(Linnaeus, 1766)\"", "" },
    { "taxa.csv", "id,authorship\ncites.saiga-tatarica,\n", "range", "range=\"area.kz", "" },
    { "taxa.csv", "id,nomenclature-note[de]\ncites.saiga-tatarica,\n", "words", "!Auch borealis", "" },
    { "taxa.csv", "id,nomenclature-note[fr]\ncites.saiga-tatarica,Aussi.\n", "words", "Auch borealis", "" },
    { "taxa.csv", "id;authorship\r\ncites.saiga-tatarica;\"a; b\"\r\n", "separator", "authorship=\"a; b\"", "" },
    /* a file of another name, told by its headings */
    { "mine.csv", "id,migratory,traded\ncites.saiga-tatarica,yes,no\n", "headings", "migratory=\"yes\" traded=\"no\"", "" },
    /* what is not understood is a problem, and the rest is kept */
    { "taxa.csv", "id,rank,migratory\ncites.saiga-tatarica,spezies,yes\n", "value", "migratory=\"yes\"", "import-value:2 " },
    { "taxa.csv", "id,rank,colour\ncites.saiga-tatarica,genus,red\n", "unknown column", "rank=\"genus\"", "" },
    { "taxa.csv", "id,rank\n,genus\n?,genus\n", "no id", "rank=\"species\"", "import-field:2 import-field:3 " },
    { "taxa.csv", "id,authority-id,name\ncites.new,authority.cites,New\n", "no rank", "rank=\"species\"", "import-record:0 " },
    /* a table of parts is all the parts of the records that it names */
    { "taxa-common-names.csv", "record-id,name,language\ncites.saiga-tatarica,Saïga,fr\n", "parts", "<common-name name=\"Saïga\" language=\"fr\"/><", "" },
    { "taxa-common-names.csv", "record-id,name,language\ncites.saiga-tatarica,Saïga,fr\n", "parts", "!preferred", "" },
    { "taxa-common-names.csv", "record-id,name,language\ncites.saiga-tatarica,S,fr\ncites.saiga-tatarica,S,fr\nx,y,fr\n", "parts", "\"S\"", "import-part:3 import-number:4 " },
    { "taxa-common-names.csv", "record-id,name,language\ncites.saiga-tatarica,S,\ncites.saiga-tatarica,T,x y\ncites.saiga-tatarica,U,fr\n", "parts", "<common-name name=\"U\" language=\"fr\"/><", "import-record:2 import-record:3 " },
  };

  g_test_summary ("A table changes the columns that it has, and nothing else");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaImport) import = import_text (fixture, cases[i].text, cases[i].name);
      g_autoptr(SaigaSnapshot) changed = apply (fixture, import);
      g_autofree char *records = print_records (changed);
      g_autofree char *problems = print_problems (import);
      const char *start = strstr (records, "<taxon id=\"cites.saiga-tatarica\"");
      g_autofree char *line = g_strndup (start, strchr (start, '\n') - start);
      gboolean is_there = strstr (line, cases[i].expected + (cases[i].expected[0] == '!')) != NULL;

      g_test_message ("%s: %s", cases[i].field, line);
      g_assert_cmpint (is_there, ==, cases[i].expected[0] != '!');
      g_assert_cmpstr (problems, ==, cases[i].problems);
    }
}

static void
test_csv_folder (void)
{
  g_autofree char *path = g_dir_make_tmp ("saiga-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(SaigaSnapshot) fixture = read_file ("dataset.xml");
  g_autoptr(SaigaExporter) exporter = saiga_exporter_new (fixture, "csv");
  g_autoptr(SaigaImporter) importer = saiga_importer_new (fixture);
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) nowhere = g_file_get_child (folder, "nowhere");
  GDir *dir;

  g_test_summary ("Tables can be files in a folder; a type that is not there and a folder that is not there are errors");

  g_assert_true (saiga_exporter_write_folder (exporter, folder, NULL, &error));
  g_assert_no_error (error);
  import = saiga_importer_read_file (importer, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, "csv");
  g_assert_cmpuint (count_changes (import), ==, 0);

  g_assert_false (saiga_exporter_write_folder (exporter, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  saiga_exporter_set_record_type (exporter, "taxa");
  g_assert_cmpstr (saiga_exporter_get_record_type (exporter), ==, "taxa");
  g_assert_null (saiga_exporter_to_bytes (exporter, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);

  dir = g_dir_open (path, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_dir_close (dir);
  g_rmdir (path);
}

/* ---- Species+ and the Checklist
 *
 * The exports for CMS and the EU, and the history of the Checklist: no real file is at hand, and the fixtures are
 * written after a description of their columns. */

/* Listings, one a line: what follows their ids, of which `listing.` is left out. */
static char *
print_listings (SaigaSnapshot *snapshot)
{
  GListModel *listings = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_LISTING);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr(SaigaListing) listing = g_list_model_get_item (listings, i);
      SaigaDate *day = saiga_listing_get_effective (listing);
      g_autofree char *text = day != NULL ? saiga_date_to_string (day) : g_strdup ("-");
      SaigaText *annotation = saiga_listing_get_annotation (listing);
      g_auto(GStrv) ids = g_strdupv ((char **) saiga_listing_get_annotation_ids (listing));
      g_autofree char *annotations = ids != NULL ? g_strjoinv (" ", ids) : g_strdup ("");

      g_string_append_printf (out, "%s|%s|%s|%s|%s\n", saiga_record_get_id (SAIGA_RECORD (listing)) + strlen ("listing."), saiga_listing_get_taxon_id (listing), text,
                              annotation != NULL ? saiga_text_get_words (annotation, "en") : "", annotations);
    }

  return g_string_free (out, FALSE);
}

static void
test_exports (void)
{
  static const struct
  {
    const char *file;
    const char *format;
    const char *separator;
    const char *listings;
  } cases[] = {
    { "species-plus-cms.csv", "species-plus-cms", ",",
      "cms-accipitridae-ii|cms.accipitridae|-|A note of the family|\n"
      "cms-falco-clarus-ii|cms.falco-clarus|-||\n"
      "cms-ovis-borealis-i-2012-02-23|cms.ovis-borealis|2012-02-23|Except the population of Mongolia|\n"
      "cms-ovis-borealis-ii-1983-11-01|cms.ovis-borealis|1983-11-01||\n"
      "cms-ovis-nova-minor-ii-1994|cms.ovis-nova-minor|1994||\n"
      "cms-phocoena-ficta-i|cms.phocoena-ficta|-|Of the Baltic|\n"
      "cms-phocoena-ficta-ii-1989-01-12|cms.phocoena-ficta|1989-01-12|Populations of the North Sea|\n"
      "cms-phocoena-ficta-ii-1991-12-12|cms.phocoena-ficta|1991-12-12|Populations of the Black Sea|\n" },
    { "species-plus-eu.csv", "species-plus-eu", ";",
      "cites-alligator-sinensis-eu-338-97-a|cites.alligator-sinensis|-||\n"
      "cites-orchidaceae-eu-338-97-b|cites.orchidaceae|-|Of the family|annotation.cites-h4\n"
      "cites-ovis-borealis-eu-338-97-b|cites.ovis-borealis|-|Of one kind|\n"
      "cites-ovis-borealis-eu-338-97-c-pk|cites.ovis-borealis|-|Of the other|\n" },
    { "checklist-history.csv", "checklist-history", ",",
      "cites-aa-nervosa-ii-1975-07-01|cites.aa-nervosa|1975-07-01||annotation.cites-h4\n"
      "cites-aa-nervosa-ii-2010-06-23|cites.aa-nervosa|2010-06-23||annotation.cites-h4-2\n"
      "cites-addax-nasomaculatus-i-1983-07-29|cites.addax-nasomaculatus|1983-07-29|Of all populations, as agreed|\n"
      "cites-addax-nasomaculatus-i-1983-07-29-2|cites.addax-nasomaculatus|1983-07-29|Of one more population|\n"
      "cites-addax-nasomaculatus-i-res-1983-07-29-na|cites.addax-nasomaculatus|1983-07-29|On behalf of nobody|\n"
      "cites-addax-nasomaculatus-i-wd-1990-01-18-na|cites.addax-nasomaculatus|1990-01-18||\n"
      "cites-addax-nasomaculatus-iii-1976-04-22-tn|cites.addax-nasomaculatus|1976-04-22||\n"
      "cites-addax-nasomaculatus-iii-del-1983-07-29-tn|cites.addax-nasomaculatus|1983-07-29||\n" },
  };

  g_test_summary ("The exports for CMS and the EU and the history of the Checklist are told apart and read, and change nothing when read again");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(GBytes) bytes = read_fixture (cases[i].file);
      g_autoptr(SaigaImport) import = import_bytes (empty, bytes, cases[i].file);
      g_autoptr(SaigaSnapshot) made = apply (empty, import);
      g_autoptr(SaigaImport) again = import_bytes (made, bytes, cases[i].file);
      g_autofree char *listings = print_listings (made);
      g_autofree char *problems = print_problems (import);

      g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, cases[i].format);
      g_assert_cmpstr (saiga_sniff_get_separator (saiga_import_get_sniff (import)), ==, cases[i].separator);
      g_assert_cmpstr (problems, ==, "");
      g_assert_cmpstr (listings, ==, cases[i].listings);
      g_assert_cmpuint (count_changes (again), ==, 0);
    }
}

static void
test_areas (void)
{
  static const char text[] = "Id,Kingdom,Phylum,Class,Order,Family,Genus,Species,Subspecies,Scientific Name,Author,Rank,Listing,Party,Listed under,Full note,# Full note,"
                             "All_DistributionFullNames,All_DistributionISOCodes,NativeDistributionFullNames,Introduced_Distribution\n"
                             "1,,,,,,Iguana,iguana,,Iguana iguana,,SPECIES,II,,Iguana iguana,,,\"French Guiana [FR],Trinidad and Tobago\",,,"
                             "\"Anguilla (United Kingdom),Taiwan, Province of China,Cayman Islands (United Kingdom),United States of America\"\n";
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_text (empty, text, "cites_listings.csv");
  g_autoptr(SaigaSnapshot) made = apply (empty, import);
  SaigaRecord *taxon = saiga_snapshot_lookup (made, "cites.iguana-iguana");
  g_autofree char *range = saiga_range_to_string (saiga_taxon_get_range (SAIGA_TAXON (taxon)));

  g_test_summary ("A State in brackets ends the name of its territory, and not the list");

  g_assert_cmpstr (range, ==, "area.ai:introduced area.gf area.ky:introduced area.tt area.tw:introduced area.us:introduced");
}

static void
test_eu (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-eu.csv");
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "eu_listings.csv");
  g_autoptr(SaigaSnapshot) made = apply (empty, import);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaLaw) law = saiga_law_new (made, "instrument.eu-338-97", &error);
  g_autoptr(GListModel) problems = saiga_snapshot_validate (made, NULL);
  SaigaRecord *regulation = saiga_snapshot_lookup (made, "instrument.eu-338-97");

  g_test_summary ("The listings of the EU are of its regulation, whose annexes the law knows");

  g_assert_no_error (error);
  g_assert_nonnull (law);
  g_assert_true (SAIGA_IS_INSTRUMENT (regulation));
  g_assert_cmpuint (g_list_model_get_n_items (saiga_instrument_get_appendices (SAIGA_INSTRUMENT (regulation))), ==, 4);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);

      /* Authorities and areas come without the documents and offices that they name. */
      if (!g_str_equal (saiga_problem_get_tag (problem), "reference-dangling"))
        g_assert_cmpint (saiga_problem_get_severity (problem), <, SAIGA_SEVERITY_ERROR);
    }
}

/* The same file is written of what was read of it, byte by byte. */
static void
test_same_bytes (void)
{
  static const char *const files[][2] = {
    { "species-plus-cms.csv", "species-plus-cms" },
    { "checklist-history.csv", "checklist-history" },
  };

  g_test_summary ("A file in the order of the writer is written again byte by byte");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(GBytes) bytes = read_fixture (files[i][0]);
      g_autoptr(SaigaImport) import = import_bytes (empty, bytes, files[i][0]);
      g_autoptr(SaigaSnapshot) made = apply (empty, import);
      g_autoptr(GBytes) written = export(made, files[i][1], NULL, NULL);
      g_autofree char *expected = read_text (bytes);
      g_autofree char *found = read_text (written);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* What is written of the embedded data set, read into it again and written again. */
static void
test_written_again (void)
{
  static const char *const formats[] = { "species-plus-cms", "species-plus-cites", "checklist-index", "checklist-history" };

  g_test_summary ("What is written of all data is read with every row, and the second reading of it changes nothing");

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GBytes) bytes = export(embedded, formats[i], ";", NULL);
      g_autoptr(GBytes) twice = export(embedded, formats[i], ";", NULL);
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "export.csv");
      g_autoptr(SaigaSnapshot) made = apply (empty, import);
      g_autoptr(SaigaImport) again = import_bytes (made, bytes, "export.csv");

      g_assert_true (g_bytes_equal (bytes, twice));
      g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, formats[i]);
      g_assert_cmpuint (saiga_import_get_n_refused (import), ==, 0);
      g_assert_cmpuint (saiga_import_get_n_rows (import), >, 700);
      g_assert_cmpuint (count_changes (again), ==, 0);
    }
}

static void
test_history_round (void)
{
  g_autoptr(GBytes) bytes = export(embedded, "checklist-history", NULL, NULL);
  g_autoptr(SaigaImport) import = import_bytes (embedded, bytes, "history.csv");
  GListModel *changes = saiga_change_set_get_changes (saiga_import_get_change_set (import));

  g_test_summary ("The history of all data, read into it again, finds each listing");

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaChange) change = g_list_model_get_item (changes, i);

      g_assert_nonnull (saiga_change_get_old_record (change));
      g_assert_true (SAIGA_IS_LISTING (saiga_change_get_new_record (change)));
    }
}

/* ---- a checklist whose names and numbers are not what ids and fields hold */

static void
test_numbers (void)
{
  static const char *const lines[] = {
    "id=\"numbers.a-b-3\" authority-id=\"authority.numbers\" name=\"虎\" rank=\"species\"><identifier scheme=\"checklist\" value=\"A B/3\"/><identifier scheme=\"wfo\" value=\"1\"/></taxon>",
    "id=\"numbers.species\" authority-id=\"authority.numbers\" name=\"獅\"",
    "id=\"numbers.aus-bus\" authority-id=\"authority.numbers\" name=\"Aus bus\" rank=\"species\"><identifier scheme=\"checklist\" value=\"5\"/>",
    "id=\"numbers.aus-bus-species\" authority-id=\"authority.numbers\" name=\"Aus bus\" rank=\"species\"><identifier scheme=\"checklist\" value=\"6\"/>",
    "id=\"numbers.aus-bus-species-2\" authority-id=\"authority.numbers\" name=\"Aus bus\" rank=\"species\"><identifier scheme=\"checklist\" value=\"&quot;7&quot; 8\"/>",
    "id=\"numbers.aus-cus\" authority-id=\"authority.numbers\" name=\"Aus cus\" rank=\"species\"><identifier scheme=\"checklist\" value=\"9\"/></taxon>",
    /* what is said later of the author is not said of the first combination */
    "name=\"Aus dus\" authorship=\"Smith, 1900\" rank=\"species\"><synonym name=\"Bus dus\" kind=\"original-combination\"/><identifier",
  };
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(GBytes) bytes = read_fixture ("numbers.csv");
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "numbers.csv");
  g_autoptr(SaigaSnapshot) made = apply (empty, import);
  g_autoptr(SaigaImport) again = import_bytes (made, bytes, "numbers.csv");
  g_autofree char *records = print_records (made);
  g_autofree char *problems = print_problems (import);

  g_test_summary ("A name in any script gets an id, a number becomes one line, and none is kept that says nothing");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (records, lines[i]) == NULL)
      g_error ("not found: %s\n%s", lines[i], records);
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (saiga_import_get_n_merged (import), ==, 2);
  g_assert_cmpuint (count_changes (again), ==, 0);
}

static void
test_two_lists (void)
{
  static const char text[] = "Id,Scientific Name,Rank\n1,Aus bus,species\n";
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) first = import_text (empty, text, "ab.csv");
  g_autoptr(SaigaSnapshot) one = apply (empty, first);
  g_autoptr(SaigaImport) second = import_text (one, text, "a.csv");
  g_autoptr(SaigaSnapshot) both = apply (one, second);
  g_autoptr(SaigaExporter) exporter = saiga_exporter_new (both, "coldp");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_test_summary ("A checklist is of one authority, which must be named if there are two");

  g_assert_null (saiga_exporter_to_bytes (exporter, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "authority.ab"));
  g_clear_error (&error);
  saiga_exporter_set_authority_id (exporter, "authority.a");
  bytes = saiga_exporter_to_bytes (exporter, &error);
  g_assert_no_error (error);
}

static void
test_days (void)
{
  static const char *const listings[] = {
    "listing.cites-addax-nasomaculatus-i-res-2013-06-12-ca",
    "listing.cites-addax-nasomaculatus-i-wd-2015-05-20-ca",
    "listing.cites-ovis-borealis-iii-res-1979-12-28-pk",
    "listing.cites-aa-nervosa-ii-res-1984-na",
    "listing.cites-aa-nervosa-ii-wd-2004-01-na",
  };
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) taxa = import_text (empty,
                                              "Id,Scientific Name,Rank,Listing,Party,Listed under,Full note\n7101,Addax nasomaculatus,SPECIES,I,,,\n"
                                              "7102,Ovis borealis,SPECIES,III,PK,,\n7104,Aa nervosa,SPECIES,II,,,\n",
                                              "cites_listings.csv");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, taxa);
  g_autoptr(GBytes) bytes = read_fixture ("reservations.csv");
  g_autoptr(SaigaImport) import = import_bytes (snapshot, bytes, "reservations.csv");
  g_autoptr(SaigaSnapshot) made = apply (snapshot, import);
  g_autoptr(SaigaImport) again = import_bytes (made, bytes, "reservations.csv");
  g_autofree char *problems = print_problems (import);

  g_test_summary ("A day is read as people write it or by ISO 8601, and what is none is a problem");

  for (gsize i = 0; i < G_N_ELEMENTS (listings); i++)
    g_assert_nonnull (saiga_snapshot_lookup (made, listings[i]));
  g_assert_cmpstr (problems, ==, "import-value:5 import-field:5 ");
  g_assert_cmpuint (count_changes (again), ==, 0);
}

/* ---- the tables of UNEP-WCMC: those of the fixture are made up, in the form of the real ones */

static void
test_wcmc (void)
{
  static const char *const lines[] = {
    /* a name has its first words from its parent, wherever that stands; both taxonomies have it */
    "<taxon id=\"cites.ovis-borealis\" authority-id=\"authority.cites\" name=\"Ovis borealis\" authorship=\"Severtzov, 1873\" rank=\"species\" parent-id=\"cites.ovis\">"
    "<synonym name=\"Capra septentrionalis\" authorship=\"Smith, 1900\" identifiers=\"animalia:species:51 animalia:species:52\"/>"
    "<common-name name=\"Noordschaap\" language=\"nld\"/><common-name name=\"Northern sheep\" language=\"en\" document-ids=\"document.splus-100\"/>"
    "<identifier scheme=\"splus-rec\" value=\"animalia:species:7\"/></taxon>",
    "<taxon id=\"cms.ovis-borealis\"",
    "id=\"cites.ovis-x-longus\" authority-id=\"authority.cites\" name=\"Ovis × longus\" rank=\"species\" name-kind=\"hybrid\"",
    "name=\"Aa nervosa var. alba\" rank=\"variety\" name-kind=\"unaccepted\"",
    "range=\"area.bt:possibly-introduced area.in area.np:reintroduced+extinct\"",
    /* listings: exclusions, territories, populations, delays, two rows of one event, instruments of the family */
    "appendix=\"II\" effective=\"2002-09-05\" except-taxon-ids=\"cites.ovis-borealis\" current-in-source=\"yes\">",
    "id=\"listing.cites-ovis-borealis-i-1979-12-28\" instrument-id=\"instrument.cites\" taxon-id=\"cites.ovis-borealis\" appendix=\"I\" effective=\"1979-12-28\" "
    "text-from=\"1979-06-28\" current-in-source=\"yes\"",
    "change=\"deletion\" effective=\"1979-12-28\" text-from=\"1979-06-28\" party-id=\"area.np\" included-in-id=\"cites.bovidae\" annotation-ids=\"annotation.cites-cop15-h1\"",
    "change=\"reservation\" effective=\"1976-10-28\" party-id=\"area.gb\" territory-id=\"area.hk\"",
    "appendix=\"II\" residual=\"yes\"",
    "id=\"listing.cms-ovis-borealis-aewa-list-1999\" instrument-id=\"instrument.aewa\"",
    "id=\"listing.cms-ovis-borealis-ii\" instrument-id=\"instrument.cms\" taxon-id=\"cms.ovis-borealis\" appendix=\"II\" precision=\"placeholder\"",
    /* what was encoded twice is mended, marks of names are taken off */
    "author=\"Köhler\" citation=\"Köhler, A. 1999. On Ovis and Capra species.\" date=\"1999\"",
    "document-id=\"document.splus-100\" excluded-taxon-ids=\"cites.ovis-borealis\"/>",
  };
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(GBytes) bytes = read_fixture ("wcmc-tables.zip");
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "tables.zip");
  g_autoptr(SaigaSnapshot) made = apply (empty, import);
  g_autoptr(SaigaImport) again = import_bytes (made, bytes, "tables.zip");
  g_autofree char *records = print_records (made);
  g_autofree char *problems = print_problems (import);

  g_test_summary ("The tables of UNEP-WCMC, which refer to each other by number, become records; what refers to nothing is a problem");

  g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, "wcmc-tables");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (records, lines[i]) == NULL)
      g_error ("not found: %s", lines[i]);
  g_assert_cmpstr (problems, ==,
                   "import-double:10 import-number:11 import-number:5 import-number:2 import-number:3 import-value:4 import-range:2 import-number:8 "
                   "import-value:9 import-area:10 import-value:10 import-number:4 import-member:0 ");
  g_assert_cmpuint (count_changes (again), ==, 0);
}

/* Each name would be longer than that before it: a file of a megabyte would fill any memory. */
static void
test_wcmc_chain (void)
{
  g_autoptr(GString) text = g_string_new ("Scientific name,Rank,RecID,ParentRank,ParentRecID,Status,Species Author,notes,Designation\n"
                                           "OVIS,Genus,1,,,A,,,CITES\nborealis,Species,1,Genus,1,A,,,CITES\n");
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = NULL;

  g_test_summary ("A species below a species below a species … is refused, a circle of two too");

  for (guint i = 2; i < 20000; i++)
    g_string_append_printf (text, "longus,Species,%u,Species,%u,A,,,CITES\n", i, i - 1);
  g_string_append (text, "altus,Species,20000,Species,20001,A,,,CITES\ngravis,Species,20001,Species,20000,A,,,CITES\n");
  import = import_text (empty, text->str, "animalia_taxa_utf8.csv");
  g_assert_cmpuint (saiga_import_get_n_made (import), ==, 2);
  g_assert_cmpuint (saiga_import_get_n_refused (import), ==, 20000);
}

int
main (int argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  embedded = saiga_snapshot_new_embedded (NULL);
  g_assert_nonnull (embedded);

  g_test_add_func ("/tables/csv/round", test_csv_round);
  g_test_add_func ("/tables/csv/cells", test_csv_cells);
  g_test_add_func ("/tables/csv/changes", test_csv_changes);
  g_test_add_func ("/tables/csv/folder", test_csv_folder);
  g_test_add_func ("/tables/exports", test_exports);
  g_test_add_func ("/tables/areas", test_areas);
  g_test_add_func ("/tables/eu", test_eu);
  g_test_add_func ("/tables/same-bytes", test_same_bytes);
  g_test_add_func ("/tables/written-again", test_written_again);
  g_test_add_func ("/tables/history-round", test_history_round);
  g_test_add_func ("/tables/numbers", test_numbers);
  g_test_add_func ("/tables/two-lists", test_two_lists);
  g_test_add_func ("/tables/days", test_days);
  g_test_add_func ("/tables/wcmc", test_wcmc);
  g_test_add_func ("/tables/wcmc/chain", test_wcmc_chain);
  result = g_test_run ();
  g_object_unref (embedded);

  return result;
}
