/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <saiga/saiga.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "cpu-time.h"

/* What the concordance costs, in the time of one core: of the embedded lists, and of made-up
 * ones of growing length, three names a species. */

#define ROUNDS 5

static void
report (const char *what,
        double value,
        double goal,
        const char *unit)
{
  printf ("%-52s %9.1f %s  goal %g: %s\n", what, value, unit, goal, value <= goal ? "reached" : "missed");
  fflush (stdout);
}

static void
add_word (GString *xml,
          GRand *random,
          guint n_syllables,
          gboolean is_name)
{
  static const char consonants[] = "bcdfglmnprstv";
  static const char vowels[] = "aeiou";

  for (guint i = 0; i < n_syllables; i++)
    {
      char letter = consonants[g_rand_int_range (random, 0, strlen (consonants))];

      g_string_append_c (xml, i == 0 && is_name ? g_ascii_toupper (letter) : letter);
      g_string_append_c (xml, vowels[g_rand_int_range (random, 0, strlen (vowels))]);
    }
}

static void
add_name (GString *xml,
          GRand *random)
{
  g_string_append (xml, "name=\"");
  add_word (xml, random, 3, TRUE);
  g_string_append_c (xml, ' ');
  add_word (xml, random, 4, FALSE);
  g_string_append (xml, "us\" authorship=\"");
  add_word (xml, random, 2, TRUE);
  g_string_append_printf (xml, ", %d\"", g_rand_int_range (random, 1758, 2000));
}

/* Two lists with the same names, a quarter of which the second has under other species. */
static GBytes *
make_lists (guint n_names)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset xmlns=\"urn:saiga:dataset\" version=\"1\"><authorities>");
  const guint n_species = n_names / 3;

  for (guint side = 0; side < 2; side++)
    g_string_append_printf (xml, "<authority id=\"authority.s%u\" date=\"2012\"><name xml:lang=\"en\">%u</name></authority>", side, side);
  g_string_append (xml, "</authorities><taxa>");
  for (guint side = 0; side < 2; side++)
    {
      /* The first list is that of a convention in size. */
      const guint n = side == 0 ? MIN (n_species, 12000) : n_species;

      g_string_append_printf (xml, "<taxon id=\"s%u.animalia\" authority-id=\"authority.s%u\" name=\"Animalia\" rank=\"kingdom\"/>", side, side);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(GRand) random = g_rand_new_with_seed (i);
          g_autoptr(GRand) other = g_rand_new_with_seed (side == 1 && i % 4 == 0 ? i + 1000003 : i + 2000003);

          g_string_append_printf (xml, "<taxon id=\"s%u.t%u\" authority-id=\"authority.s%u\" ", side, i, side);
          add_name (xml, random);
          g_string_append_printf (xml, " rank=\"species\" parent-id=\"s%u.animalia\">", side);
          for (guint k = 0; k < 2; k++)
            {
              g_string_append (xml, "<synonym ");
              add_name (xml, other);
              g_string_append (xml, "/>");
            }
          g_string_append (xml, "</taxon>\n");
        }
    }
  g_string_append (xml, "</taxa></dataset>");

  return g_string_free_to_bytes (xml);
}

static double
measure (SaigaSnapshot *snapshot,
         const char *a,
         const char *b,
         guint rounds)
{
  g_autoptr(SaigaDate) date = saiga_date_parse ("2012-02-23", NULL);
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < rounds; round++)
    {
      double start = cpu_time ();
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaConcordance) concordance = saiga_concordance_new (snapshot, a, b, date, &error);

      g_assert_no_error (error);
      best = MIN (best, cpu_time () - start);
    }

  return best;
}

int
main (int argc,
      char *argv[])
{
  g_autoptr(SaigaSnapshot) embedded = saiga_snapshot_new_embedded (NULL);
  double last = 0;

  report ("CMS and CITES, loaded", measure (embedded, "authority.cms", "authority.cites", ROUNDS), 100, "ms");
  for (guint n = 10000; n <= 1000000; n *= 10)
    {
      g_autoptr(GBytes) bytes = make_lists (n);
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_from_bytes (bytes, &error);
      g_autofree char *what = g_strdup_printf ("a convention's list against %u names", n);
      double taken;

      g_assert_no_error (error);
      taken = measure (snapshot, "authority.s0", "authority.s1", 2);
      report (what, taken, 8000, "ms");
      if (last > 0)
        report ("  times as long as for a tenth; n log n", taken / last, 10 * log (n) / log (n / 10.0), "  ");
      last = taken;
    }

  {
    struct rusage usage;

    getrusage (RUSAGE_SELF, &usage);
    report ("most memory, with the document and its records", usage.ru_maxrss / 1024.0, 1024, "MiB");
  }

  return 0;
}
