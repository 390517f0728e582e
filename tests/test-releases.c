/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A newer release of a file that gives the state of the law, read into what the older one made. */

#include <saiga/saiga.h>
#include <string.h>

#include "import-file.h"

#define ABOVE ",Animalia,Chordata,Mammalia,"

/* What the meeting of 2016 changed: the African pangolin and the Barbary macaque went from II to I, the wood bison
 * out of II. The headings and rows are those of the sources, without the columns that do not matter here. */
static const struct
{
  const char *format;
  const char *older;
  const char *newer;
} sources[] = {
  { "checklist-index",
    "TaxonId,Kingdom,Phylum,Class,Order,Family,Genus,Species,Subspecies,FullName,AuthorYear,RankName,CurrentListing\n"
    "6375" ABOVE "Pholidota,Manidae,Manis,tricuspis,,Manis tricuspis,\"Rafinesque, 1821\",SPECIES,II\n"
    "7251" ABOVE "Primates,Cercopithecidae,Macaca,sylvanus,,Macaca sylvanus,\"(Linnaeus, 1758)\",SPECIES,II\n"
    "8935" ABOVE "Carnivora,Felidae,Acinonyx,jubatus,,Acinonyx jubatus,\"(Schreber, 1775)\",SPECIES,I\n"
    "3411" ABOVE "Artiodactyla,Bovidae,Bison,bison,athabascae,Bison bison athabascae,\"Rhoads, 1898\",SUBSPECIES,II\n",
    "TaxonId,Kingdom,Phylum,Class,Order,Family,Genus,Species,Subspecies,FullName,AuthorYear,RankName,CurrentListing\n"
    "6375" ABOVE "Pholidota,Manidae,Manis,tricuspis,,Manis tricuspis,\"Rafinesque, 1821\",SPECIES,I\n"
    "7251" ABOVE "Primates,Cercopithecidae,Macaca,sylvanus,,Macaca sylvanus,\"(Linnaeus, 1758)\",SPECIES,I\n"
    "8935" ABOVE "Carnivora,Felidae,Acinonyx,jubatus,,Acinonyx jubatus,\"(Schreber, 1775)\",SPECIES,I\n" },
  { "species-plus-cites",
    "Id,Kingdom,Phylum,Class,Order,Family,Genus,Species,Subspecies,Scientific Name,Author,Rank,Listing,Party,Listed under,Full note\n"
    "6375" ABOVE "Pholidota,Manidae,Manis,tricuspis,,Manis tricuspis,\"Rafinesque, 1821\",SPECIES,II,,Manis spp.,**II** Of 2007\n"
    "7251" ABOVE "Primates,Cercopithecidae,Macaca,sylvanus,,Macaca sylvanus,\"(Linnaeus, 1758)\",SPECIES,II,,Macaca sylvanus,\n"
    "8935" ABOVE "Carnivora,Felidae,Acinonyx,jubatus,,Acinonyx jubatus,\"(Schreber, 1775)\",SPECIES,I,,Acinonyx jubatus,\n"
    "3411" ABOVE "Artiodactyla,Bovidae,Bison,bison,athabascae,Bison bison athabascae,\"Rhoads, 1898\",SUBSPECIES,II,,Bison bison athabascae,\n",
    "Id,Kingdom,Phylum,Class,Order,Family,Genus,Species,Subspecies,Scientific Name,Author,Rank,Listing,Party,Listed under,Full note\n"
    "6375" ABOVE "Pholidota,Manidae,Manis,tricuspis,,Manis tricuspis,\"Rafinesque, 1821\",SPECIES,I,,Manis tricuspis,\n"
    "7251" ABOVE "Primates,Cercopithecidae,Macaca,sylvanus,,Macaca sylvanus,\"(Linnaeus, 1758)\",SPECIES,I,,Macaca sylvanus,\n"
    "8935" ABOVE "Carnivora,Felidae,Acinonyx,jubatus,,Acinonyx jubatus,\"(Schreber, 1775)\",SPECIES,I,,Acinonyx jubatus,\n" },
};

static SaigaImport *
read_text (SaigaSnapshot *snapshot,
           const char *text,
           const char *day,
           gboolean is_complete)
{
  g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(SaigaDate) date = day != NULL ? saiga_date_parse (day, NULL) : NULL;
  g_autoptr(GError) error = NULL;
  SaigaImport *import;

  saiga_importer_set_date (importer, date);
  saiga_importer_set_complete (importer, is_complete);
  import = saiga_importer_read_bytes (importer, bytes, "release.csv", NULL, &error);
  g_assert_no_error (error);

  return import;
}

static char *
print_tags (SaigaImport *import)
{
  GListModel *problems = saiga_import_get_problems (import);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      const char *const *arguments = saiga_problem_get_arguments (problem);

      g_string_append_printf (out, "%s %s;", saiga_problem_get_tag (problem), arguments[0]);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_law (SaigaSnapshot *snapshot,
           const char *taxon_id,
           const char *day,
           const char *expected)
{
  g_autoptr(SaigaDate) date = day != NULL ? saiga_date_parse (day, NULL) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaLaw) law = saiga_law_new (snapshot, "instrument.cites", &error);
  g_autoptr(SaigaStatus) status = law != NULL ? saiga_status_new (law, taxon_id, NULL, date, &error) : NULL;
  g_auto(GStrv) appendices = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  appendices = saiga_status_list_appendices (status);
  found = g_strjoinv ("/", appendices);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_newer (void)
{
  g_test_summary ("A newer release changes the law from its day on, says what it changed, and keeps ids and history");

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(SaigaImport) older = read_text (empty, sources[i].older, "2016-03-10", FALSE);
      g_autoptr(SaigaSnapshot) first = apply (empty, older);
      g_autoptr(SaigaImport) newer = read_text (first, sources[i].newer, "2017-04-21", FALSE);
      g_autoptr(SaigaSnapshot) second = apply (first, newer);
      g_autoptr(SaigaImport) again = read_text (second, sources[i].newer, "2017-04-21", FALSE);
      g_autoptr(SaigaImport) back = read_text (second, sources[i].older, "2016-03-10", FALSE);
      g_autofree char *none = print_tags (older);
      g_autofree char *problems = print_tags (newer);

      g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (newer)), ==, sources[i].format);
      g_assert_cmpstr (none, ==, "");
      g_assert_cmpstr (problems, ==, "import-law Manis tricuspis;import-law Macaca sylvanus;import-absent 1;");
      check_law (first, "cites.manis-tricuspis", NULL, "II");
      check_law (second, "cites.manis-tricuspis", "2016-06-01", "II");
      check_law (second, "cites.manis-tricuspis", NULL, "I");
      check_law (second, "cites.macaca-sylvanus", "2016-06-01", "II");
      check_law (second, "cites.macaca-sylvanus", NULL, "I");
      check_law (second, "cites.acinonyx-jubatus", NULL, "I");
      /* It may be a part of the source. */
      check_law (second, "cites.bison-bison-athabascae", NULL, "II");

      g_assert_cmpuint (count_changes (again), ==, 0);
      g_assert_cmpuint (count_changes (back), ==, 0);
    }
}

static void
test_complete (void)
{
  g_test_summary ("What a complete release has no more is deleted from its day on");

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(SaigaImport) older = read_text (empty, sources[i].older, "2016-03-10", TRUE);
      g_autoptr(SaigaSnapshot) first = apply (empty, older);
      g_autoptr(SaigaImport) newer = read_text (first, sources[i].newer, "2017-04-21", TRUE);
      g_autoptr(SaigaSnapshot) second = apply (first, newer);
      g_autoptr(SaigaImport) again = read_text (second, sources[i].newer, "2017-04-21", TRUE);
      g_autofree char *problems = print_tags (newer);

      g_assert_true (g_str_has_suffix (problems, "import-gone Bison bison athabascae;"));
      check_law (second, "cites.bison-bison-athabascae", "2016-06-01", "II");
      check_law (second, "cites.bison-bison-athabascae", NULL, "");
      g_assert_cmpuint (count_changes (again), ==, 0);
    }
}

static void
test_returned (void)
{
  g_test_summary ("A taxon that goes from II to I and back is in II, I and II again");

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(SaigaImport) older = read_text (empty, sources[i].older, "2016-03-10", FALSE);
      g_autoptr(SaigaSnapshot) first = apply (empty, older);
      g_autoptr(SaigaImport) newer = read_text (first, sources[i].newer, "2017-04-21", FALSE);
      g_autoptr(SaigaSnapshot) second = apply (first, newer);
      g_autoptr(SaigaImport) newest = read_text (second, sources[i].older, "2020-01-01", FALSE);
      g_autoptr(SaigaSnapshot) third = apply (second, newest);
      g_autoptr(SaigaImport) again = read_text (third, sources[i].older, "2020-01-01", FALSE);

      check_law (third, "cites.macaca-sylvanus", "2016-06-01", "II");
      check_law (third, "cites.macaca-sylvanus", "2018-06-01", "I");
      check_law (third, "cites.macaca-sylvanus", NULL, "II");
      check_law (third, "cites.manis-tricuspis", NULL, "II");
      g_assert_cmpuint (count_changes (again), ==, 0);
    }
}

static void
test_undated (void)
{
  g_test_summary ("Without a day nobody can tell which is newer: what a file says otherwise is reported, the law stays");

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
      g_autoptr(SaigaImport) older = read_text (empty, sources[i].older, "2016-03-10", FALSE);
      g_autoptr(SaigaSnapshot) first = apply (empty, older);
      g_autoptr(SaigaImport) newer = read_text (first, sources[i].newer, NULL, FALSE);
      g_autoptr(SaigaSnapshot) second = apply (first, newer);
      g_autofree char *problems = print_tags (newer);

      g_assert_cmpstr (problems, ==, "import-undated Manis tricuspis;import-undated Macaca sylvanus;import-absent 1;");
      check_law (second, "cites.macaca-sylvanus", "2018-06-01", "II");
    }
}

static void
test_embedded (void)
{
  g_autoptr(SaigaSnapshot) embedded = saiga_snapshot_new_embedded (NULL);
  g_autoptr(SaigaImport) newer = read_text (embedded, sources[0].newer, "2017-04-21", FALSE);
  g_autoptr(SaigaSnapshot) second = apply (embedded, newer);

  g_test_summary ("The history of the data set is kept when a state is read into it");

  check_law (second, "cites.macaca-sylvanus", "1977-06-01", "II");
  check_law (second, "cites.macaca-sylvanus", NULL, "I");
  check_law (second, "cites.acinonyx-jubatus", NULL, "I");
}

static void
test_dialect (void)
{
  static const char text[] = "Id;Scientific Name;Rank;Listing;Party;Listed under;Author\n1;Addax nasomaculatus;SPECIES;I;;;Bl\x8ainville\n";
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImporter) importer = saiga_importer_new (empty);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;

  g_test_summary ("Who knows the separator and the encoding better than the file shows them can say so");

  saiga_importer_set_encoding (importer, "macintosh");
  saiga_importer_set_separator (importer, ";");
  import = saiga_importer_read_bytes (importer, bytes, "x.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saiga_sniff_get_encoding (saiga_import_get_sniff (import)), ==, "macintosh");
  snapshot = apply (empty, import);
  g_assert_cmpstr (saiga_taxon_get_authorship (SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "cites.addax-nasomaculatus"))), ==, "Bläinville");

  saiga_importer_set_separator (importer, ",");
  g_assert_null (saiga_importer_read_bytes (importer, bytes, "x.csv", NULL, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID);
  g_clear_error (&error);
  saiga_importer_set_separator (importer, "x");
  g_assert_null (saiga_importer_read_bytes (importer, bytes, "x.csv", NULL, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
  g_clear_error (&error);
  saiga_importer_set_separator (importer, NULL);
  saiga_importer_set_encoding (importer, "no-such-encoding");
  g_assert_null (saiga_importer_read_bytes (importer, bytes, "x.csv", NULL, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/releases/newer", test_newer);
  g_test_add_func ("/releases/complete", test_complete);
  g_test_add_func ("/releases/returned", test_returned);
  g_test_add_func ("/releases/undated", test_undated);
  g_test_add_func ("/releases/embedded", test_embedded);
  g_test_add_func ("/importer/dialect", test_dialect);

  return g_test_run ();
}
