/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Prints what reading a dump of Species+ costs, beside a parser that makes trees of its lines and understands
 * nothing: SAIGA_TEST_DATA must be set. The dump is made of the concepts that were recorded, again and again under
 * other numbers and names. */

#include <json-glib/json-glib.h>
#include <saiga/saiga.h>
#include <string.h>
#include <sys/resource.h>

#include "cpu-time.h"

#define N_COPIES 40
#define N_RUNS 3

/* The concepts of the largest answer, on a line each. */
static GPtrArray *
read_concepts (const char *path)
{
  g_autoptr(JsonParser) recording = json_parser_new ();
  g_autoptr(JsonParser) answer = json_parser_new ();
  g_autoptr(JsonPath) find = json_path_new ();
  g_autoptr(JsonNode) found = NULL;
  JsonArray *concepts;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (!json_parser_load_from_file (recording, path, NULL) || !json_path_compile (find, "$.http_interactions[0].response.body.string", NULL))
    return lines;
  found = json_path_match (find, json_parser_get_root (recording));
  json_parser_load_from_data (answer, json_array_get_string_element (json_node_get_array (found), 0), -1, NULL);
  concepts = json_object_get_array_member (json_node_get_object (json_parser_get_root (answer)), "taxon_concepts");
  for (guint i = 0; i < json_array_get_length (concepts); i++)
    g_ptr_array_add (lines, json_to_string (json_array_get_element (concepts, i), FALSE));

  return lines;
}

/* `{"id":4521,"full_name":"Loxodonta africana"` in a copy is `{"id":30004521,"full_name":"Loxodonta africanac"`. */
static void
append_copy (GString *dump,
             const char *line,
             guint copy)
{
  const char *name = strstr (line, "\"full_name\":\"");
  const char *end = name != NULL ? strchr (name + strlen ("\"full_name\":\""), '"') : NULL;

  g_assert_true (end != NULL && g_str_has_prefix (line, "{\"id\":"));
  g_string_append_printf (dump, "{\"id\":%u%.*s", copy + 10, (int) (end - line - strlen ("{\"id\":")), line + strlen ("{\"id\":"));
  if (copy > 0)
    g_string_append_printf (dump, "%c%c", 'a' + copy / 26, 'a' + copy % 26);
  g_string_append_printf (dump, "%s\n", end);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
measure_parser (const char *dump)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = cpu_time ();

      for (const char *line = dump; *line != '\0'; line = strchr (line, '\n') + 1)
        {
          g_autoptr(JsonParser) parser = json_parser_new ();

          g_assert_true (json_parser_load_from_data (parser, line, strchr (line, '\n') - line, NULL));
        }
      times[i] = cpu_time () - start;
    }
  qsort (times, N_RUNS, sizeof (double), compare_doubles);

  return times[N_RUNS / 2];
}

static void
report (const char *into,
        SaigaSnapshot *snapshot,
        GBytes *bytes,
        double bare)
{
  g_autoptr(SaigaImport) import = NULL;
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
      g_autoptr(GError) error = NULL;
      double start = cpu_time ();

      g_clear_object (&import);
      import = saiga_importer_read_bytes (importer, bytes, "dump.ndjson", NULL, &error);
      times[i] = cpu_time () - start;
      g_assert_no_error (error);
    }
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  g_print ("read into %s: %.0f ms, %.1f times the parser; %u rows, %u changes, %u problems\n", into, times[N_RUNS / 2], times[N_RUNS / 2] / bare,
           saiga_import_get_n_rows (import), g_list_model_get_n_items (saiga_change_set_get_changes (saiga_import_get_change_set (import))),
           g_list_model_get_n_items (saiga_import_get_problems (import)));
}

int
main (int argc,
      char *argv[])
{
  const char *data = g_getenv ("SAIGA_TEST_DATA");
  g_autofree char *path = data != NULL ? g_build_filename (data, "cites", "speciesplus-api", "spp_taxonconcept_upd.json", NULL) : NULL;
  g_autoptr(GPtrArray) lines = path != NULL ? read_concepts (path) : NULL;
  g_autoptr(GString) dump = g_string_new (NULL);
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaSnapshot) embedded = saiga_snapshot_new_embedded (NULL);
  g_autoptr(GBytes) bytes = NULL;
  struct rusage usage;
  double bare;

  if (lines == NULL || lines->len == 0)
    {
      g_print ("SAIGA_TEST_DATA is not set, or has no answers\n");
      return 77;
    }

  for (guint copy = 0; copy < N_COPIES; copy++)
    for (guint i = 0; i < lines->len; i++)
      append_copy (dump, lines->pdata[i], copy);
  bare = measure_parser (dump->str);
  g_print ("bare parser: %.0f ms, %.0f MB/s, %u lines, %.0f MB\n", bare, dump->len / bare / 1000, lines->len * N_COPIES, dump->len / 1e6);

  bytes = g_bytes_new (dump->str, dump->len);
  report ("an empty data set", empty, bytes, bare);
  report ("the embedded data set", embedded, bytes, bare);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("most memory: %ld MiB, of which the dump in memory, twice: %.0f MiB\n", usage.ru_maxrss / 1024, 2 * dump->len / 1048576.0);

  return 0;
}
