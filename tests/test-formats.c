/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Foreign files: tables, archives, importing and exporting. */

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <saiga/saiga.h>
#include <string.h>

#include "import-file.h"
#include "saiga-delimited-private.h"

static SaigaSnapshot *embedded;

/* ---- tables */

static GBytes *
get_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

/* Cells with a bar between, rows with a slash behind; flaws in brackets. */
static char *
print_table (GBytes *bytes)
{
  SaigaDialect dialect = _saiga_dialect_find (bytes);
  g_autoptr(SaigaDelimited) rows = _saiga_delimited_new_for_sample (bytes, &dialect);
  g_autoptr(GError) error = NULL;
  GString *out = g_string_new (NULL);

  while (_saiga_delimited_next (rows, NULL, &error))
    {
      for (guint i = 0; i < _saiga_delimited_get_n_cells (rows); i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", _saiga_delimited_get_cell (rows, i)->text);
      if (_saiga_delimited_get_flaws (rows) != 0)
        g_string_append_printf (out, "[%d]", _saiga_delimited_get_flaws (rows));
      g_string_append_c (out, '/');
    }
  g_assert_no_error (error);

  return g_string_free (out, FALSE);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "a,b\n1,2\n", "a|b/1|2/" },
    { "a,b\r\n1,2", "a|b/1|2/" },
    { "a;b\r1;2\r", "a|b/1|2/" },
    { "a\tb\n1\t\n", "a|b/1|/" },
    { "a|b\n\n1|2\n", "a|b/1|2/" },
    { "\xef\xbb\xbf"
      "a,b\n",
      "a|b/" },
    { "a,b\n\"x, y\",\"q \"\"r\"\"\"\n", "a|b/x, y|q \"r\"/" },
    { "a,b\n\"two\nlines\",\"\"\n", "a|b/two\nlines|/" },
    { "a,b\n\"two\r\nlines\",z\r\n", "a|b/two\r\nlines|z/" },
    /* a mark where none may be; one that is never closed does not take the rest of the file */
    { "a,b\n6\" long,2\n", "a|b/6\" long|2[1]/" },
    { "a,b\n\"x\" y,2\n3,4\n", "a|b/\"x\" y|2[1]/3|4/" },
    { "a,b\n\"open,2\n3,4\n", "a|b/\"open|2[1]/3|4/" },
    /* Windows-1252 in a file that began as UTF-8 is seen in the sample */
    { "a,b\n\xe9t\xe9,\x80\n", "a|b/été|€/" },
    /* formulas that were neutralised */
    { "a,b\n'=1+1,'x\n", "a|b/=1+1|'x/" },
    { "a,b\n''=1,'\n", "a|b/'=1|'/" },
  };

  g_test_summary ("Rows are told apart in all ways of writing them, and none is lost");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = get_bytes (cases[i].text);
      g_autofree char *found = print_table (bytes);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_large_cells (void)
{
  g_autoptr(GString) text = g_string_new ("a,b\n\"");
  g_autoptr(GBytes) bytes = NULL;
  SaigaDialect dialect = { { "UTF-8", FALSE, TRUE }, ',', TRUE, "LF" };
  g_autoptr(SaigaDelimited) rows = NULL;
  guint n = 0;

  g_test_summary ("A cell beyond the limit is cut and said to be, and the rows behind it are read");

  for (guint i = 0; i < SAIGA_MAX_CELL + 10; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\",2\n3,4\n");
  bytes = g_bytes_new (text->str, text->len);
  rows = _saiga_delimited_new_for_sample (bytes, &dialect);
  g_assert_true (_saiga_delimited_next (rows, NULL, NULL));
  g_assert_true (_saiga_delimited_next (rows, NULL, NULL));
  g_assert_cmpuint (_saiga_delimited_get_flaws (rows) & SAIGA_FLAW_CUT, !=, 0);
  while (_saiga_delimited_next (rows, NULL, NULL))
    n++;
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (_saiga_delimited_get_cell (rows, 1)->text, ==, "4");
}

static void
test_writing_cells (void)
{
  static const char *const cells[] = { "", "plain", "a,b", "say \"x\"", "two\nlines", "=1+1", "-3", "@x", "'=1", "''+", "'quoted'", "é", "\ttab" };
  g_autoptr(GString) text = g_string_new ("a,b\n");
  g_autoptr(GBytes) bytes = NULL;
  SaigaDialect dialect = { { "UTF-8", FALSE, FALSE }, ',', TRUE, "LF" };
  g_autoptr(SaigaDelimited) rows = NULL;

  g_test_summary ("What is written is read as the same cell, and no cell is a formula");

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      _saiga_delimited_append (text, ',', TRUE, cells[i]);
      _saiga_delimited_append (text, ',', FALSE, "end");
      g_string_append_c (text, '\n');
    }
  g_assert_null (strstr (text->str, "\n="));
  bytes = g_bytes_new (text->str, text->len);
  rows = _saiga_delimited_new_for_sample (bytes, &dialect);
  g_assert_true (_saiga_delimited_next (rows, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_assert_true (_saiga_delimited_next (rows, NULL, NULL));
      g_assert_cmpstr (_saiga_delimited_get_cell (rows, 0)->text, ==, cells[i]);
    }
}

/* ---- importing */

static void
test_species_plus (void)
{
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-cites.csv");
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "cites_listings_2023-07-01.csv");
  SaigaSniff *sniff = saiga_import_get_sniff (import);
  g_autofree char *problems = print_problems (import);
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(SaigaImport) again = import_bytes (snapshot, bytes, "cites_listings_2023-07-01.csv");
  g_autofree char *range = NULL;
  g_autofree char *day = NULL;
  SaigaTaxon *addax;
  SaigaListing *listing;

  g_test_summary ("An export of Species+ is known, read and counted, and changes nothing when read again");

  g_assert_cmpstr (saiga_sniff_get_format (sniff), ==, "species-plus-cites");
  g_assert_cmpstr (saiga_sniff_get_separator (sniff), ==, ",");
  g_assert_cmpstr (problems, ==, "import-area:5 import-field:6 import-rank:7 ");
  g_assert_cmpuint (saiga_import_get_n_rows (import), ==, 6);
  g_assert_cmpuint (saiga_import_get_n_made (import), ==, 3);
  g_assert_cmpuint (saiga_import_get_n_merged (import), ==, 1);
  g_assert_cmpuint (saiga_import_get_n_refused (import), ==, 2);

  addax = SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "cites.addax-nasomaculatus"));
  range = saiga_range_to_string (saiga_taxon_get_range (addax));
  g_assert_cmpstr (range, ==, "area.dz:extinct area.ne area.td");
  g_assert_cmpstr (saiga_taxon_get_parent_id (addax), ==, "cites.addax");

  /* Commas in names, two Parties, the order that is listed for all below it. */
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-borealis-iii-pk"));
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-borealis-iii-tw"));
  g_assert_cmpstr (saiga_text_get_words (saiga_listing_get_annotation (listing), "en"), ==, "A note of two\nlines, with a \"mark\"");
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-crocodylia-ii"));
  day = saiga_date_to_string (saiga_listing_get_text_from (listing));
  g_assert_cmpstr (day, ==, "2023-07-01");

  g_assert_cmpuint (count_changes (again), ==, 0);
}

static void
test_ids_stay (void)
{
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-cites.csv");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_auto(GStrv) pieces = g_strsplit (text, "Addax nasomaculatus", -1);
  g_autofree char *renamed = g_strjoinv ("Addax novus", pieces);
  g_autoptr(GBytes) newer = g_bytes_new (renamed, strlen (renamed));
  g_autoptr(SaigaImport) first = import_bytes (embedded, bytes, "x.csv");
  g_autoptr(SaigaSnapshot) snapshot = apply (embedded, first);
  g_autoptr(SaigaImport) second = import_bytes (snapshot, newer, "x.csv");
  g_autoptr(SaigaSnapshot) updated = apply (snapshot, second);

  g_test_summary ("A newer release that names a taxon anew, by the same number, updates it under its id");

  g_assert_cmpuint (count_changes (second), ==, 1);
  g_assert_cmpstr (saiga_taxon_get_name (SAIGA_TAXON (saiga_snapshot_lookup (updated, "cites.addax-nasomaculatus"))), ==, "Addax novus");
}

static void
check_same (GBytes *bytes,
            const char *name,
            GBytes *expected)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, name);
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(GBytes) xml = saiga_snapshot_to_xml (snapshot);

  g_assert_true (g_bytes_equal (xml, expected));
}

static GBytes *
pack (const char *const *names,
      const char *text,
      gsize length,
      gboolean as_zip,
      int type)
{
  struct archive *archive = archive_write_new ();
  gsize capacity = 64 * 1024 + 4 * length;
  char *buffer = g_malloc (capacity);
  size_t used = 0;

  if (as_zip)
    archive_write_set_format_zip (archive);
  else
    {
      archive_write_set_format_ustar (archive);
      archive_write_add_filter_gzip (archive);
    }
  archive_write_open_memory (archive, buffer, capacity, &used);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, names[i]);
      archive_entry_set_filetype (entry, type);
      archive_entry_set_perm (entry, 0644);
      if (type == AE_IFLNK)
        archive_entry_set_symlink (entry, "/etc/passwd");
      else
        archive_entry_set_size (entry, length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (type != AE_IFLNK)
        archive_write_data (archive, text, length);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

static GBytes *
gzip (const char *text,
      gsize length)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, converter);

  g_assert_true (g_output_stream_write_all (stream, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_wrappings (void)
{
  static const char *const names[] = { "readme.txt", "folder/cites_listings.csv", NULL };
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-cites.csv");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(GBytes) zip = pack (names, text, length, TRUE, AE_IFREG);
  g_autoptr(GBytes) tar = pack (names, text, length, FALSE, AE_IFREG);
  g_autoptr(GBytes) packed = gzip (text, length);
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "x.csv");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(GBytes) expected = saiga_snapshot_to_xml (snapshot);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines);

  g_test_summary ("However a table is packed and encoded, it is the same");

  check_same (zip, "x.zip", expected);
  check_same (tar, "x.tar.gz", expected);
  check_same (packed, "x.csv.gz", expected);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize n;
      char *other = g_convert (text, length, encodings[i], "UTF-8", NULL, &n, NULL);
      g_autoptr(GBytes) encoded = g_bytes_new_take (other, n);

      check_same (encoded, "x.csv", expected);
    }
  for (gsize i = 0; i < 2; i++)
    {
      g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
      gsize n;
      char *other = g_convert (marked, length + 3, encodings[i], "UTF-8", NULL, &n, NULL);
      g_autoptr(GBytes) encoded = g_bytes_new_take (other, n);

      check_same (encoded, "x.csv", expected);
    }
  {
    g_autoptr(GBytes) dos = g_bytes_new (crlf, strlen (crlf));

    check_same (dos, "x.csv", expected);
  }
}

static void
expect_refused (GBytes *bytes,
                int code)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImporter) importer = saiga_importer_new (empty);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaImport) import = saiga_importer_read_bytes (importer, bytes, "hostile", NULL, &error);

  g_assert_error (error, SAIGA_ERROR, code);
  g_assert_null (import);
}

static void
test_hostile_archives (void)
{
  static const char *const hostile[] = { "/etc/x.csv", "../x.csv", "a/../../x.csv", "C:\\x.csv", "a\\..\\x.csv" };
  static const char *const link[] = { "x.csv", NULL };
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-cites.csv");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *zeros = NULL;
  g_autoptr(GString) bomb = NULL;

  g_test_summary ("Archives that lead elsewhere, that are links, bombs or endless, are refused");

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const char *const names[] = { hostile[i], NULL };
      g_autoptr(GBytes) tar = pack (names, text, length, FALSE, AE_IFREG);

      expect_refused (tar, SAIGA_ERROR_INVALID);
    }
  {
    g_autoptr(GBytes) tar = pack (link, NULL, 0, FALSE, AE_IFLNK);

    expect_refused (tar, SAIGA_ERROR_INVALID);
  }
  {
    g_auto(GStrv) names = g_new0 (char *, 1003);
    g_autoptr(GBytes) many = NULL;

    for (guint i = 0; i < 1002; i++)
      names[i] = g_strdup_printf ("%u.csv", i);
    many = pack ((const char *const *) names, "", 0, FALSE, AE_IFREG);
    expect_refused (many, SAIGA_ERROR_LIMIT);
  }

  /* 40 MiB of one letter behind a good heading: a thousand bytes for each one. */
  bomb = g_string_new_len (text, length);
  zeros = g_strnfill (40 * 1024 * 1024, 'x');
  for (guint i = 0; i < 40; i++)
    {
      g_string_append_len (bomb, zeros, 1024 * 1024);
      g_string_append_c (bomb, '\n');
    }
  {
    g_autoptr(GBytes) packed = gzip (bomb->str, bomb->len);

    expect_refused (packed, SAIGA_ERROR_LIMIT);
  }
  {
    static const char *const zip_names[] = { "cites_listings.csv", NULL };
    g_autoptr(GBytes) zip = pack (zip_names, bomb->str, bomb->len, TRUE, AE_IFREG);
    g_autoptr(GBytes) tar = pack (zip_names, bomb->str, bomb->len, FALSE, AE_IFREG);

    g_assert_cmpuint (g_bytes_get_size (zip), <, bomb->len / 100);
    expect_refused (zip, SAIGA_ERROR_LIMIT);
    expect_refused (tar, SAIGA_ERROR_LIMIT);
  }
  {
    static const char *const inner_names[] = { "cites_listings.csv", NULL };
    static const char *const outer_names[] = { "inner.zip", NULL };
    g_autoptr(GBytes) inner = pack (inner_names, text, length, TRUE, AE_IFREG);
    g_autoptr(GBytes) outer = pack (outer_names, g_bytes_get_data (inner, NULL), g_bytes_get_size (inner), TRUE, AE_IFREG);
    g_autoptr(GBytes) twice = gzip (g_bytes_get_data (inner, NULL), g_bytes_get_size (inner));

    /* What is in an archive is never unpacked again. */
    expect_refused (outer, SAIGA_ERROR_INVALID);
    expect_refused (twice, SAIGA_ERROR_INVALID);
  }
  {
    g_autoptr(GBytes) damaged = get_bytes ("PK\003\004 not an archive");

    expect_refused (damaged, SAIGA_ERROR_INVALID);
  }
}

static void
test_not_known (void)
{
  static const char *const texts[] = { "", "name,colour\nSaiga,brown\n", "\x89PNG\r\n", "{}" };

  g_test_summary ("What is none of the formats is refused, and not guessed");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = get_bytes (texts[i]);

      expect_refused (bytes, SAIGA_ERROR_INVALID);
    }
}

static void
store_result (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  GAsyncResult **stored = data;

  *stored = g_object_ref (result);
}

static void
test_async (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "species-plus-cites.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(SaigaImporter) importer = saiga_importer_new (embedded);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_test_summary ("Reading in another thread gives the same, tells its progress, and can be cancelled");

  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(SaigaImport) import = NULL;

      if (i == 1)
        g_cancellable_cancel (cancellable);
      saiga_importer_read_file_async (importer, file, cancellable, store_result, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      import = saiga_importer_read_file_finish (importer, result, &error);
      if (i == 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (saiga_import_get_n_rows (import), ==, 6);
          g_assert_cmpfloat (saiga_importer_get_progress (importer), ==, 1);
        }
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("saiga-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cites_listings.csv", NULL);
  g_autofree char *link = g_build_filename (folder, "link.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(SaigaImporter) importer = saiga_importer_new (embedded);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-cites.csv");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_test_summary ("A folder is read as the files in it; links are left alone");

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  {
    g_autoptr(GFile) link_file = g_file_new_for_path (link);

    g_file_make_symbolic_link (link_file, path, NULL, NULL);
  }
  import = saiga_importer_read_file (importer, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saiga_sniff_get_member (saiga_import_get_sniff (import)), ==, "cites_listings.csv");
  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

/* ---- exporting */

static void
test_round_trip (void)
{
  g_autoptr(GBytes) bytes = read_fixture ("species-plus-cites.csv");
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_bytes (empty, bytes, "cites_listings_2023-07-01.csv");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(SaigaExporter) exporter = saiga_exporter_new (snapshot, "species-plus-cites");
  g_autoptr(SaigaDate) date = saiga_date_parse ("2023-07-02", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;
  g_autoptr(SaigaImport) again = NULL;

  g_test_summary ("What is exported is the same twice, and read back changes nothing");

  saiga_exporter_set_date (exporter, date);
  first = saiga_exporter_to_bytes (exporter, &error);
  g_assert_no_error (error);
  second = saiga_exporter_to_bytes (exporter, &error);
  g_assert_true (g_bytes_equal (first, second));
  again = import_bytes (snapshot, first, "cites_listings_2023-07-01.csv");
  g_assert_cmpuint (saiga_import_get_n_rows (again), ==, 3);
  g_assert_cmpuint (count_changes (again), ==, 0);

  saiga_exporter_set_separator (exporter, ";;");
  g_assert_null (saiga_exporter_to_bytes (exporter, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
}

/* ---- real files */

static void
test_real_files (void)
{
  static const struct
  {
    const char *path;
    const char *format;
    guint n_rows;
    guint n_refused;
  } files[] = {
    { "cites/cites_listings_reptiles_2023-07.csv", "species-plus-cites", 1196, 0 },
    { "cites/Index_of_CITES_Species_2017-04-21.csv.gz", "checklist-index", 38079, 0 },
    { "cites/index2017_sample.csv", "checklist-index", 315, 0 },
    { "cites/index_parrots_damaged.csv", "checklist-index", 450, 0 },
  };
  const char *data = g_getenv ("SAIGA_TEST_DATA");

  if (data == NULL)
    {
      g_test_skip ("SAIGA_TEST_DATA is not set");
      return;
    }

  g_test_summary ("Every row of the real files is accounted for, and reading them again changes nothing");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (data, files[i].path, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(SaigaImporter) importer = saiga_importer_new (embedded);
      g_autoptr(SaigaImporter) second = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaImport) import = saiga_importer_read_file (importer, file, NULL, &error);
      g_autoptr(SaigaImport) again = NULL;
      g_autoptr(SaigaSnapshot) snapshot = NULL;

      g_assert_no_error (error);
      g_test_message ("%s", files[i].path);
      g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, files[i].format);
      g_assert_cmpuint (saiga_import_get_n_rows (import), ==, files[i].n_rows);
      g_assert_cmpuint (saiga_import_get_n_refused (import), ==, files[i].n_refused);

      snapshot = apply (embedded, import);
      second = saiga_importer_new (snapshot);
      again = saiga_importer_read_file (second, file, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_changes (again), ==, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  embedded = saiga_snapshot_new_embedded (NULL);

  g_test_add_func ("/tables/rows", test_tables);
  g_test_add_func ("/tables/large-cells", test_large_cells);
  g_test_add_func ("/tables/writing", test_writing_cells);
  g_test_add_func ("/import/species-plus", test_species_plus);
  g_test_add_func ("/import/ids-stay", test_ids_stay);
  g_test_add_func ("/import/wrappings", test_wrappings);
  g_test_add_func ("/import/hostile-archives", test_hostile_archives);
  g_test_add_func ("/import/not-known", test_not_known);
  g_test_add_func ("/import/async", test_async);
  g_test_add_func ("/import/folder", test_folder);
  g_test_add_func ("/export/round-trip", test_round_trip);
  g_test_add_func ("/import/real-files", test_real_files);

  status = g_test_run ();
  g_object_unref (embedded);

  return status;
}
