/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <saiga/saiga.h>
#include <stdio.h>

#include "cpu-time.h"

/* What the law of listings costs on the embedded data set, in the time of one core.
 *
 * usage: law [DAY [FILE]]: with a file, what every taxon of CITES is listed in is written to it. */

#define ROUNDS 5

static void
report (const char *what,
        double milliseconds,
        double goal,
        const char *unit)
{
  printf ("%-42s %9.3f %s  goal %g: %s\n", what, milliseconds, unit, goal, milliseconds <= goal ? "reached" : "missed");
}

static void
write_answers (SaigaStatusTable *statuses,
               const char *path)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (statuses)); i++)
    {
      g_autoptr(SaigaStatus) status = g_list_model_get_item (G_LIST_MODEL (statuses), i);
      g_auto(GStrv) codes = saiga_status_list_appendices (status);
      g_autofree char *joined = g_strjoinv ("/", codes);

      g_string_append_printf (text, "%s\t%s\n", saiga_record_get_id (SAIGA_RECORD (saiga_status_get_taxon (status))), joined);
    }
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

int
main (int argc,
      char *argv[])
{
  static const char *const instruments[] = { "instrument.cites", "instrument.cms" };
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (NULL);
  g_autoptr(SaigaDate) date = saiga_date_parse (argc > 1 ? argv[1] : "2012-02-23", NULL);
  double of_cites = G_MAXDOUBLE;
  double table = G_MAXDOUBLE;
  double timelines = G_MAXDOUBLE;
  double single = G_MAXDOUBLE;
  double order = G_MAXDOUBLE;
  guint n_taxa = 0;
  guint n_intervals = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = cpu_time ();
      double of_order;
      double of_table = 0;
      double of_timelines = 0;
      double of_single = 0;
      SaigaLaw *laws[2] = { saiga_law_new (snapshot, instruments[0], NULL), saiga_law_new (snapshot, instruments[1], NULL) };

      of_order = cpu_time () - start;
      n_taxa = n_intervals = 0;
      for (guint i = 0; i < G_N_ELEMENTS (laws); i++)
        {
          g_autoptr(SaigaStatusTable) statuses = NULL;
          g_autoptr(SaigaTimelineTable) all = NULL;
          g_autoptr(GPtrArray) ids = g_ptr_array_new ();
          guint n;

          start = cpu_time ();
          statuses = saiga_status_table_new (laws[i], NULL, date, NULL);
          of_table += cpu_time () - start;
          if (i == 0)
            of_cites = MIN (of_cites, of_table);
          if (i == 0 && round == 0 && argc > 2)
            write_answers (statuses, argv[2]);
          n = g_list_model_get_n_items (G_LIST_MODEL (statuses));

          start = cpu_time ();
          all = saiga_timeline_table_new (laws[i]);
          of_timelines += cpu_time () - start;

          for (guint k = 0; k < n; k++)
            {
              g_autoptr(SaigaStatus) status = g_list_model_get_item (G_LIST_MODEL (statuses), k);
              const char *id = saiga_record_get_id (SAIGA_RECORD (saiga_status_get_taxon (status)));

              if (saiga_taxon_get_rank (saiga_status_get_taxon (status)) < SAIGA_TAXON_RANK_SPECIES)
                continue;
              g_ptr_array_add (ids, (gpointer) id);
            }
          start = cpu_time ();
          for (guint k = 0; k < ids->len; k++)
            g_object_unref (saiga_status_new (laws[i], ids->pdata[k], NULL, date, NULL));
          of_single += cpu_time () - start;
          n_taxa += ids->len;
          n_intervals += saiga_timeline_table_get_n_intervals (all);
        }
      table = MIN (table, of_table);
      timelines = MIN (timelines, of_timelines);
      single = MIN (single, of_single * 1e3 / n_taxa);
      order = MIN (order, of_order);
      g_clear_object (&laws[0]);
      g_clear_object (&laws[1]);
    }

  printf ("%u species and below of two conventions, best of %d\n", n_taxa, ROUNDS);
  report ("status of every taxon on a day", table, 40, "ms");
  printf ("%-42s %9.3f ms\n", "of those of CITES", of_cites);
  report ("one status", single, 2, "us");
  report ("timelines of every taxon", timelines, 300, "ms");
  printf ("%-42s %9.3f ms\n%-42s %9u\n", "putting both laws in order, once", order, "intervals", n_intervals);

  return 0;
}
