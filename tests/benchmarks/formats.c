/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Prints what reading the index of the Checklist costs the processor, beside a splitter that understands nothing, and beside pandas,
 * if the Python that is named has it: SAIGA_TEST_DATA must be set.
 *
 * usage: bench-formats [PYTHON] */

#include <glib/gstdio.h>
#include <saiga/saiga.h>
#include <string.h>
#include <sys/resource.h>

#include "cpu-time.h"

#define N_RUNS 5

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Rows and cells by RFC 4180, nothing else: each cell's place is found, and forgotten. */
static guint
split (const char *data,
       gsize length,
       guint *n_cells)
{
  const char *end = data + length;
  guint n_rows = 0;

  for (const char *at = data; at < end;)
    {
      if (*at == '"')
        {
          at++;
          while ((at = memchr (at, '"', end - at)) != NULL && at + 1 < end && at[1] == '"')
            at += 2;
          at = at != NULL ? at + 1 : end;
        }
      while (at < end && *at != ',' && *at != '\n')
        at++;
      *n_cells += 1;
      n_rows += at < end && *at == '\n';
      at++;
    }

  return n_rows;
}

static GBytes *
unpack (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GInputStream) packed = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr(GInputStream) stream = packed != NULL ? g_converter_input_stream_new (packed, converter) : NULL;
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL || g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static double
measure_import (SaigaSnapshot *snapshot,
                GFile *file,
                SaigaImport **import)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
      g_autoptr(GError) error = NULL;
      double start = cpu_time ();

      g_clear_object (import);
      *import = saiga_importer_read_file (importer, file, NULL, &error);
      times[i] = cpu_time () - start;
      g_assert_no_error (error);
    }
  qsort (times, N_RUNS, sizeof (double), compare_doubles);

  return times[N_RUNS / 2];
}

/* What read_csv alone takes, without the start of Python; 0: there is no pandas. */
static double
measure_pandas (const char *python,
                const char *path)
{
  static char program[] = "import statistics, sys, time, pandas\n"
                          "def measure():\n"
                          "    start = time.process_time()\n"
                          "    pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)\n"
                          "    return time.process_time() - start\n"
                          "print(1000 * statistics.median(measure() for _ in range(int(sys.argv[2]))))\n";
  g_autofree char *n_runs = g_strdup_printf ("%d", N_RUNS);
  char *argv[] = { (char *) python, (char *) "-c", program, (char *) path, n_runs, NULL };
  g_autofree char *printed = NULL;
  int status = 1;

  if (python == NULL || !g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &printed, NULL, &status, NULL) || status != 0)
    return 0;

  return g_ascii_strtod (printed, NULL);
}

static void
report (const char *into,
        SaigaSnapshot *snapshot,
        GFile *file,
        double bare,
        double pandas)
{
  g_autoptr(SaigaImport) import = NULL;
  double time = measure_import (snapshot, file, &import);

  g_print ("read into %s: %.0f ms, %.1f times the splitter; %u rows, %u changes, %u problems\n", into, time, time / bare,
           saiga_import_get_n_rows (import),
           g_list_model_get_n_items (saiga_change_set_get_changes (saiga_import_get_change_set (import))),
           g_list_model_get_n_items (saiga_import_get_problems (import)));
  if (pandas > 0)
    g_print ("  %.2f times the read_csv of pandas\n", time / pandas);
}

int
main (int argc,
      char *argv[])
{
  const char *data = g_getenv ("SAIGA_TEST_DATA");
  g_autofree char *path = data != NULL ? g_build_filename (data, "cites", "Index_of_CITES_Species_2017-04-21.csv.gz", NULL) : NULL;
  g_autofree char *unpacked = g_build_filename (g_get_tmp_dir (), "saiga-index.csv", NULL);
  g_autoptr(GBytes) bytes = path != NULL ? unpack (path) : NULL;
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaSnapshot) embedded = saiga_snapshot_new_embedded (NULL);
  g_autoptr(GFile) file = g_file_new_for_path (unpacked);
  double times[N_RUNS];
  double pandas;
  guint n_rows = 0;
  guint n_cells = 0;
  struct rusage usage;
  gsize length;

  if (bytes == NULL)
    {
      g_print ("SAIGA_TEST_DATA is not set, or has no index\n");
      return 77;
    }

  length = g_bytes_get_size (bytes);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = cpu_time ();

      n_cells = 0;
      n_rows = split (g_bytes_get_data (bytes, NULL), length, &n_cells);
      times[i] = cpu_time () - start;
    }
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  g_print ("bare splitter: %.0f ms, %.0f MB/s, %u rows, %u cells\n", times[N_RUNS / 2], length / times[N_RUNS / 2] / 1000, n_rows, n_cells);

  g_assert_true (g_file_set_contents (unpacked, g_bytes_get_data (bytes, NULL), length, NULL));
  g_clear_pointer (&bytes, g_bytes_unref);
  pandas = measure_pandas (argc > 1 ? argv[1] : NULL, unpacked);
  if (pandas > 0)
    g_print ("read_csv of pandas: %.0f ms\n", pandas);
  else
    g_print ("read_csv of pandas: not measured, as it is not installed\n");
  report ("an empty data set", empty, file, times[N_RUNS / 2], pandas);
  report ("the embedded data set", embedded, file, times[N_RUNS / 2], pandas);
  g_unlink (unpacked);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("most memory: %ld MiB, of which the file in memory for the splitter: %.0f MiB\n", usage.ru_maxrss / 1024, length / 1048576.0);

  return 0;
}
