/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whatever a foreign file holds, it is read or refused; the rows add up, the changes can be made, and reading it
 * again makes none. */

#include <saiga/saiga.h>
#include <string.h>

#include "fuzz-target.h"

/* NULL: the file is refused. */
static SaigaImport *
read_into (SaigaSnapshot *snapshot,
           GBytes *bytes)
{
  g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
  g_autoptr(GError) error = NULL;
  SaigaImport *import = saiga_importer_read_bytes (importer, bytes, "fuzz", NULL, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));

  return import;
}

static SaigaSnapshot *
apply (SaigaSnapshot *snapshot,
       SaigaImport *import)
{
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *changed = saiga_snapshot_apply (snapshot, saiga_import_get_change_set (import), &error);

  g_assert_no_error (error);

  return changed;
}

/* A few taxa that tables can speak of: those of the cases have the same numbers and names. */
static SaigaSnapshot *
make_taxa (void)
{
  static const char text[] =
    "Id,Kingdom,Phylum,Class,Order,Family,Genus,Species,Subspecies,Scientific Name,Author,Rank,Listing,Party,Listed under,Full note\n"
    "7101,Animalia,Chordata,Mammalia,Artiodactyla,Bovidae,Addax,nasomaculatus,,Addax nasomaculatus,\"(de Blainville, 1816)\",SPECIES,I,,Addax nasomaculatus,\n"
    "7102,Animalia,Chordata,Mammalia,Artiodactyla,Bovidae,Ovis,borealis,,Ovis borealis,\"Severtzov, 1873\",SPECIES,III,PK,Ovis borealis,\n"
    "7104,Plantae,,,,Orchidaceae,Aa,nervosa,,Aa nervosa,(Kraenzl.) Schltr.,SPECIES,II,,Orchidaceae spp.,\n";
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(SaigaImport) import = read_into (empty, bytes);

  return apply (empty, import);
}

/* A data set that a file was read into is one that can be read: no record lacks what it must have, or has a value that
 * its field does not take. */
static void
check_records (SaigaSnapshot *snapshot)
{
  static const char *const flaws[] = { "field-missing", "value-range", "part-key", NULL };
  g_autoptr(GListModel) problems = saiga_snapshot_validate (snapshot, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);

      if (g_strv_contains (flaws, saiga_problem_get_tag (problem)))
        {
          g_autofree char *message = saiga_problem_dup_message (problem, "en");

          g_error ("%s: %s", saiga_problem_get_record_id (problem), message);
        }
    }
}

static void
check (SaigaSnapshot *snapshot,
       GBytes *bytes)
{
  g_autoptr(SaigaImport) import = read_into (snapshot, bytes);
  g_autoptr(SaigaSnapshot) changed = NULL;
  g_autoptr(SaigaImport) again = NULL;
  GListModel *problems;

  if (import == NULL)
    return;

  g_assert_cmpuint (saiga_import_get_n_rows (import), ==,
                    saiga_import_get_n_made (import) + saiga_import_get_n_merged (import) + saiga_import_get_n_refused (import));
  problems = saiga_import_get_problems (import);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *message = saiga_problem_dup_message (problem, "es");

      g_assert_true (g_utf8_validate (message, -1, NULL));
    }

  changed = apply (snapshot, import);
  check_records (changed);
  again = read_into (changed, bytes);
  g_assert_nonnull (again);
  g_assert_cmpuint (g_list_model_get_n_items (saiga_change_set_get_changes (saiga_import_get_change_set (again))), ==, 0);
}

int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t size)
{
  static SaigaSnapshot *empty;
  static SaigaSnapshot *taxa;
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);

  if (empty == NULL)
    {
      empty = saiga_snapshot_new ();
      taxa = make_taxa ();
    }

  check (empty, bytes);
  check (taxa, bytes);

  return 0;
}
