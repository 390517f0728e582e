/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How fast names are read and found, beside the goals of the design and the
 * figures that were measured for others. Names come from the list of real names
 * in the folder of shared data, which SAIGA_TEST_DATA names; the lists of 40,000
 * and five million are made of its genera and epithets by a seeded generator.
 *
 * usage: bench-names [LARGE [FOLDER]]   how many names the large list has (default
 * 5,000,000); where to leave the small list and its figures for names.py */

#include <gio/gio.h>
#include <saiga/saiga.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "cpu-time.h"

#define SMALL 40000
#define QUERIES 10000

static guint64 state = 42;

static guint64
draw (void)
{
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;

  return state;
}

/* Processor time, so that what else runs on the machine does not count. All that is measured runs in one thread. */
static double
now (void)
{
  return cpu_time () / 1e3;
}

static double
peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024.0;
}

static char **
read_names (GError **error)
{
  const char *folder = g_getenv ("SAIGA_TEST_DATA") != NULL ? g_getenv ("SAIGA_TEST_DATA") : "../shared/data";
  g_autofree char *path = g_build_filename (folder, "names", "authored.txt.gz", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) text = NULL;
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autofree char *data = NULL;

  if (stream == NULL)
    return NULL;
  text = g_converter_input_stream_new (G_INPUT_STREAM (stream), G_CONVERTER (decompressor));
  if (g_output_stream_splice (memory, text, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  data = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
  g_strchomp (data);

  return g_strsplit (data, "\n", -1);
}

typedef struct
{
  GPtrArray *genera;
  GPtrArray *epithets;
} Words;

static void
add_word (GHashTable *known,
          GPtrArray *words,
          const char *word)
{
  if (word != NULL && *word != '\0' && strchr (word, ' ') == NULL && g_str_is_ascii (word) && g_hash_table_add (known, g_strdup (word)))
    g_ptr_array_add (words, g_strdup (word));
}

/* The words of the real names, in the order in which they come. */
static Words
get_words (char **names)
{
  g_autoptr(GHashTable) genera = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) epithets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words words = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(SaigaName) name = saiga_name_parse (names[i]);

      if (saiga_name_get_kind (name) != SAIGA_NAME_KIND_SCIENTIFIC)
        continue;
      add_word (genera, words.genera, saiga_name_get_genus (name) != NULL ? saiga_name_get_genus (name) : saiga_name_get_uninomial (name));
      add_word (epithets, words.epithets, saiga_name_get_species (name));
      add_word (epithets, words.epithets, saiga_name_get_infraspecies (name));
    }

  return words;
}

/* A word, the first ones often: the square of a uniform number. */
static const char *
draw_word (GPtrArray *words)
{
  double u = (draw () >> 11) / 9007199254740992.0;

  return words->pdata[(guint) (u * u * words->len)];
}

/* Different names, one in seven of three words. */
static char **
make_list (const Words *words,
           guint n)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  char **names = g_new (char *, (gsize) n + 1);

  for (guint i = 0; i < n;)
    {
      const char *genus = draw_word (words->genera), *epithet = draw_word (words->epithets);
      char *name = draw () % 7 == 0 ? g_strjoin (" ", genus, epithet, draw_word (words->epithets), NULL) : g_strjoin (" ", genus, epithet, NULL);

      if (g_hash_table_add (known, name))
        names[i++] = name;
      else
        g_free (name);
    }
  names[n] = NULL;

  return names;
}

/* A name with some letters wrong: one put in, left out, changed, or two exchanged. */
static char *
misspell (const char *name,
          guint edits)
{
  GString *text = g_string_new (name);

  for (guint i = 0; i < edits; i++)
    {
      gsize at;

      do
        at = 1 + draw () % (text->len - 1);
      while (text->str[at] == ' ');
      switch (draw () % 4)
        {
        case 0:
          g_string_insert_c (text, at, 'a' + draw () % 26);
          break;
        case 1:
          if (at + 1 < text->len && text->str[at - 1] != ' ')
            g_string_erase (text, at, 1);
          break;
        case 2:
          text->str[at] = 'a' + draw () % 26;
          break;
        default:
          if (at + 1 < text->len && text->str[at + 1] != ' ')
            {
              char c = text->str[at];

              text->str[at] = text->str[at + 1];
              text->str[at + 1] = c;
            }
        }
    }

  return g_string_free (text, FALSE);
}

static void
report (const char *job,
        double figure,
        const char *unit,
        const char *peers)
{
  printf ("%-44s %10.1f %-12s %s\n", job, figure, unit, peers);
  fflush (stdout);
}

/* ---- reading */

static void
bench_parse (char **names)
{
  static const SaigaNameColumn simple[] = { SAIGA_NAME_COLUMN_CANONICAL };
  static const SaigaNameColumn whole[] = {
    SAIGA_NAME_COLUMN_FULL, SAIGA_NAME_COLUMN_AUTHORSHIP, SAIGA_NAME_COLUMN_YEAR, SAIGA_NAME_COLUMN_RANK_MARKER, SAIGA_NAME_COLUMN_WARNINGS
  };
  guint n = g_strv_length (names);
  double best[3] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint kind = 0; kind < 3; kind++)
    {
      g_autoptr(SaigaNameTable) table = saiga_name_table_new ();

      saiga_name_table_set_columns (table, kind == 1 ? whole : simple, kind == 1 ? G_N_ELEMENTS (whole) : G_N_ELEMENTS (simple));
      for (guint run = 0; run < 5; run++)
        {
          double start = now ();

          if (kind < 2)
            saiga_name_table_parse (table, (const char *const *) names);
          else
            for (guint i = 0; i < n; i++)
              saiga_name_unref (saiga_name_parse (names[i]));
          best[kind] = MIN (best[kind], now () - start);
        }
    }
  report ("read names, canonical form written", n / best[0] / 1e3, "k/s", "goal 1,500; recorded: GBIF Rust 30.8, gnparser 7.3");
  report ("read names, authorship and the rest written", n / best[1] / 1e3, "k/s", "goal 800; recorded: as above");
  report ("read names, one SaigaName each", n / best[2] / 1e3, "k/s", "");
}

/* ---- finding */

/* Leaves the small list, its misspelt names and what was reached for others to be measured by. */
static void
write_lists (const char *folder,
             char **list,
             char **misspelt,
             const guint *truth,
             double exact,
             double fuzzy)
{
  g_autofree char *names_path = g_build_filename (folder, "list.txt", NULL), *misspelt_path = g_build_filename (folder, "misspelt.txt", NULL);
  g_autofree char *figures_path = g_build_filename (folder, "figures.txt", NULL);
  FILE *file = fopen (names_path, "w");

  for (guint i = 0; file != NULL && list[i] != NULL; i++)
    fprintf (file, "%s\n", list[i]);
  if (file == NULL || fclose (file) != 0 || (file = fopen (misspelt_path, "w")) == NULL)
    return;
  for (guint i = 0; misspelt[i] != NULL; i++)
    fprintf (file, "%s\t%s\n", misspelt[i], list[truth[i]]);
  if (fclose (file) != 0 || (file = fopen (figures_path, "w")) == NULL)
    return;
  fprintf (file, "exact\t%.0f\nmisspelt\t%.0f\n", exact, fuzzy);
  fclose (file);
}

static void
bench_list (const char *label,
            char **list,
            const char *folder,
            const char *exact_peers,
            const char *fuzzy_peers)
{
  guint n = g_strv_length (list), n_found, n_queries = 1000000, n_right = 0;
  double start = now (), best = G_MAXDOUBLE;
  g_autoptr(SaigaNameIndex) index = saiga_name_index_new_for_names ((const char *const *) list);
  double built = now () - start, exact;
  g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
  g_autoptr(SaigaNameMatchList) matches = NULL;
  g_auto(GStrv) misspelt = g_new0 (char *, QUERIES + 1);
  g_auto(GStrv) found_ids = NULL;
  g_autofree guint *truth = g_new (guint, QUERIES);
  g_auto(GStrv) queries = g_new (char *, (gsize) n_queries + 1);
  g_autofree char *job = NULL;

  printf ("\n%s: %u names, %.1f MiB, %.1f bytes a name\n", label, n, saiga_name_index_get_size (index) / 1048576.0, saiga_name_index_get_size (index) / (double) n);
  report ("build, names read", built, "s", "goal 6 at 5 M; recorded: gnames 100, word pigeonhole 3.7");

  /* Copied, so that they lie in memory in the order in which they are asked for, as those of a file do. */
  for (guint i = 0; i < n_queries; i++)
    queries[i] = g_strdup (list[draw () % n]);
  queries[n_queries] = NULL;
  for (guint run = 0; run < 3; run++)
    {
      g_autofree guint *rows = NULL;

      start = now ();
      rows = saiga_name_index_find_names (index, (const char *const *) queries, &n_found);
      best = MIN (best, now () - start);
    }
  exact = n_queries / best;
  report ("exact, batched", exact / 1e6, "M/s", exact_peers);

  for (guint i = 0; i < QUERIES; i++)
    {
      truth[i] = draw () % n;
      misspelt[i] = misspell (list[truth[i]], 1 + i % 2);
    }
  saiga_name_matcher_set_lenient (matcher, TRUE);
  saiga_name_matcher_set_fallback (matcher, FALSE);
  for (guint lenient = 0; lenient < 2; lenient++)
    {
      g_clear_object (&matches);
      saiga_name_matcher_set_lenient (matcher, lenient != 0);
      best = G_MAXDOUBLE;
      for (guint run = 0; run < 3; run++)
        {
          g_clear_object (&matches);
          start = now ();
          matches = saiga_name_matcher_match_names (matcher, (const char *const *) misspelt, NULL, NULL, NULL);
          best = MIN (best, now () - start);
        }
      g_clear_pointer (&found_ids, g_strfreev);
      found_ids = saiga_name_match_list_dup_best_ids (matches);
      n_right = 0;
      for (guint i = 0; i < QUERIES; i++)
        n_right += *found_ids[i] != '\0' && g_ascii_strtoull (found_ids[i], NULL, 10) == truth[i];
      report (lenient ? "misspelt, everything within two edits" : "misspelt, default options", QUERIES / best / 1e3, "k/s", fuzzy_peers);
      report ("  right, of one and two random edits", 100.0 * n_right / QUERIES, "%", "");
    }
  if (folder != NULL)
    write_lists (folder, list, misspelt, truth, exact, QUERIES / best);
}

static void
bench_file (char **list)
{
  g_autoptr(SaigaNameIndex) index = saiga_name_index_new_for_names ((const char *const *) list);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "saiga-bench-names.index", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  double best = G_MAXDOUBLE, start = now ();

  if (!saiga_name_index_save (index, file, NULL, NULL))
    return;
  report ("save the index", now () - start, "s", "");
  for (guint run = 0; run < 5; run++)
    {
      g_autoptr(SaigaNameIndex) opened = NULL;

      start = now ();
      opened = saiga_name_index_open (file, NULL);
      best = MIN (best, now () - start);
    }
  report ("open it", best * 1e3, "ms", "goal 5");
  g_file_delete (file, NULL, NULL);
}

static void
bench_complete (char **list)
{
  static const char *const texts[] = { "a", "ca", "car", "ste al", "alb", "m", "s a", "zzz" };
  g_autoptr(SaigaNameIndex) index = saiga_name_index_new_for_names ((const char *const *) list);
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double start = now ();
      guint n;
      g_autofree guint *rows = saiga_name_index_complete (index, texts[i], 10, &n);

      worst = MAX (worst, now () - start);
    }
  report ("complete, the slowest of eight", worst * 1e3, "ms", "goal 1 at 50,000 names");
}

int
main (int argc,
      char **argv)
{
  guint64 n = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 5000000;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) names = read_names (&error);
  g_auto(GStrv) small = NULL;
  g_auto(GStrv) large = NULL;
  Words words;

  if (names == NULL)
    {
      printf ("skipped: %s\n", error->message);
      return 0;
    }
  printf ("one core, processor time; figures of others are those recorded on this class of machine\n\n");
  bench_parse (names);

  words = get_words (names);
  small = make_list (&words, SMALL);
  bench_list ("small list", small, argc > 2 ? argv[2] : NULL, "recorded: Python dict 4.5, C hash 21.5", "goal 450; recorded: word pigeonhole 503, pg_trgm 1.0");
  bench_complete (small);
  if (n > 0)
    {
      large = make_list (&words, n);
      bench_list ("large list", large, NULL, "goal 6; recorded: C hash, batched 9.1", "goal 100; recorded: word pigeonhole 103, gnames 2.8 (one edit)");
      bench_file (large);
    }
  printf ("\nmost memory in use: %.0f MiB, lists included\n", peak_mib ());
  g_ptr_array_unref (words.genera);
  g_ptr_array_unref (words.epithets);

  return 0;
}
