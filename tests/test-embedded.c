/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The data set that the library brings with it. */

#include <saiga/saiga.h>
#include <string.h>

static void
test_files_are_canonical (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  const char *name;

  g_test_summary ("Each file of the data set is read and written as the same bytes");

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(SaigaSnapshot) snapshot = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *expected = NULL;
      g_autoptr(GError) error = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".xml") || strstr (name, "gresource") != NULL)
        continue;
      g_test_message ("%s", name);
      n_files++;
      snapshot = saiga_snapshot_new_from_file (file, NULL, &error);
      g_assert_no_error (error);
      bytes = saiga_snapshot_to_xml (snapshot);
      g_assert_true (g_file_get_contents (path, &expected, &length, NULL));
      g_assert_true (length == g_bytes_get_size (bytes) && memcmp (expected, g_bytes_get_data (bytes, NULL), length) == 0);
    }

  if (n_files == 0)
    g_test_skip ("The data set is not there yet");
}

static void
test_reads_and_writes_the_same (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaSnapshot) once_more = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaSnapshot) again = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;

  g_assert_no_error (error);
  g_assert_true (snapshot == once_more);
  first = saiga_snapshot_to_xml (snapshot);
  again = saiga_snapshot_new_from_bytes (first, &error);
  g_assert_no_error (error);
  second = saiga_snapshot_to_xml (again);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_one_name_is_one_line (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  SaigaRecord *taxon = saiga_snapshot_lookup (snapshot, "cites.saiga-tatarica");
  g_autoptr(SaigaRecord) renamed = NULL;
  g_autoptr(GBytes) before = saiga_snapshot_to_xml (snapshot);
  g_autoptr(GBytes) after = NULL;
  const char *a;
  const char *b;
  guint n_changed = 0;

  if (taxon == NULL)
    {
      g_test_skip ("The data set is not there yet");
      return;
    }

  renamed = saiga_record_replace (taxon, &error, "name", "Capra tatarica", NULL);
  g_assert_no_error (error);
  saiga_dataset_set_snapshot (dataset, snapshot);
  g_assert_true (saiga_dataset_put (dataset, renamed, &error));
  after = saiga_snapshot_to_xml (saiga_dataset_get_snapshot (dataset));

  a = g_bytes_get_data (before, NULL);
  b = g_bytes_get_data (after, NULL);
  while (a != NULL && b != NULL)
    {
      const char *end_a = strchr (a, '\n');
      const char *end_b = strchr (b, '\n');

      g_assert_true ((end_a == NULL) == (end_b == NULL));
      if (end_a == NULL)
        break;
      n_changed += end_a - a != end_b - b || memcmp (a, b, end_a - a) != 0;
      a = end_a + 1;
      b = end_b + 1;
      if (a == (const char *) g_bytes_get_data (before, NULL) + g_bytes_get_size (before))
        break;
    }
  g_assert_cmpuint (n_changed, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/embedded/files-are-canonical", test_files_are_canonical);
  g_test_add_func ("/embedded/reads-and-writes-the-same", test_reads_and_writes_the_same);
  g_test_add_func ("/embedded/one-name-is-one-line", test_one_name_is_one_line);

  return g_test_run ();
}
