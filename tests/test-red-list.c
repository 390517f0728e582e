/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <saiga/saiga.h>
#include <string.h>

/* Figures of whole lists are in test_red_list.py. */

static void
add (SaigaRedListTable *table,
     const char *group,
     const char *taxon,
     guint year,
     SaigaAssessmentCategory category)
{
  g_autoptr(GError) error = NULL;

  saiga_red_list_table_add (table, group, taxon, year, category, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO, &error);
  g_assert_no_error (error);
}

/* What everybody must get: five taxa of weights 1 to 5. */
static SaigaRedListTable *
make_table (void)
{
  static const SaigaAssessmentCategory categories[] = {
    SAIGA_ASSESSMENT_CATEGORY_NT, SAIGA_ASSESSMENT_CATEGORY_VU, SAIGA_ASSESSMENT_CATEGORY_EN, SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_CATEGORY_EX
  };
  SaigaRedListTable *table = saiga_red_list_table_new ();

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      g_autofree char *taxon = g_strdup_printf ("%u", i);

      add (table, "A", taxon, 2000, SAIGA_ASSESSMENT_CATEGORY_LC);
      add (table, "A", taxon, 2010, categories[i]);
    }

  return table;
}

static void
test_values (void)
{
  g_autoptr(SaigaRedListTable) table = make_table ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaRedListIndex) index = saiga_red_list_index_new (table, SAIGA_RED_LIST_TREATMENT_EXTINCT, 10, 1, &error);
  g_autoptr(SaigaRedListPoint) first = NULL;
  g_autoptr(SaigaRedListPoint) second = NULL;

  g_test_summary ("The check values of the index");

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 2);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (index)) == SAIGA_TYPE_RED_LIST_POINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (index), 2));
  first = saiga_red_list_index_lookup (index, "A", 2000);
  second = saiga_red_list_index_lookup (index, "A", 2010);
  g_assert_cmpfloat (saiga_red_list_point_get_value (first), ==, 1.0);
  g_assert_cmpfloat (saiga_red_list_point_get_value (second), ==, 0.4);
  g_assert_cmpfloat_with_epsilon (saiga_red_list_point_get_mean (second), 0.4, 1e-12);
  g_assert_cmpuint (saiga_red_list_point_get_n_counted (second), ==, 5);
  g_assert_null (saiga_red_list_index_lookup (index, "A", 2005));
  g_assert_null (saiga_red_list_index_lookup (index, NULL, 2000));
  g_assert_cmpuint (saiga_red_list_index_get_n_runs (index), ==, 10);
  g_assert_cmpuint (saiga_red_list_index_get_seed (index), ==, 1);
  g_assert_cmpint (saiga_red_list_index_get_treatment (index), ==, SAIGA_RED_LIST_TREATMENT_EXTINCT);
}

static void
test_groups (void)
{
  g_autoptr(SaigaRedListTable) table = make_table ();
  g_autoptr(SaigaRedListIndex) index = NULL;
  g_autoptr(SaigaRedListPoint) middle = NULL;
  g_autoptr(SaigaRedListPoint) last = NULL;
  g_auto(GStrv) groups = NULL;

  g_test_summary ("All groups together are their mean, on lines between and beyond their years");

  add (table, "B", "b", 2005, SAIGA_ASSESSMENT_CATEGORY_LC);
  add (table, "B", "b", 2006, SAIGA_ASSESSMENT_CATEGORY_EX);
  groups = saiga_red_list_table_list_groups (table);
  g_assert_cmpstrv (groups, ((const char *const[]){ "A", "B", NULL }));
  g_assert_cmpuint (saiga_red_list_table_get_n_taxa (table), ==, 6);

  index = saiga_red_list_index_new (table, SAIGA_RED_LIST_TREATMENT_EXTINCT, 10, 1, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (index)), ==, 2 + 2 + 4);
  middle = saiga_red_list_index_lookup (index, NULL, 2005);
  last = saiga_red_list_index_lookup (index, NULL, 2010);
  g_assert_cmpfloat_with_epsilon (saiga_red_list_point_get_value (middle), (0.7 + 1) / 2, 1e-12);
  g_assert_cmpuint (saiga_red_list_point_get_n_extrapolated (middle), ==, 0);
  g_assert_cmpfloat_with_epsilon (saiga_red_list_point_get_value (last), (0.4 + 0) / 2, 1e-12);
  g_assert_cmpuint (saiga_red_list_point_get_n_extrapolated (last), ==, 1);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *group;
    const char *taxon;
    guint year;
    SaigaAssessmentCategory category;
    const char *message;
  } cases[] = {
    { "A", "0", 2010, SAIGA_ASSESSMENT_CATEGORY_LC, "“0” has two categories in 2010" },
    { "B", "0", 2020, SAIGA_ASSESSMENT_CATEGORY_LC, "“0” is in two groups, A and B" },
    { "A", "0", 1799, SAIGA_ASSESSMENT_CATEGORY_LC, "“0” has a category in 1799, which is no year from 1800 to 2999" },
    { "A", "0", 3000, SAIGA_ASSESSMENT_CATEGORY_LC, "“0” has a category in 3000, which is no year from 1800 to 2999" },
    { "A", "0", 2020, SAIGA_ASSESSMENT_CATEGORY_UNSET, "“0” has no category in 2020" },
    { "", "0", 2020, SAIGA_ASSESSMENT_CATEGORY_LC, "“” is no group: it is empty, has a blank at an end, or is not one line of text" },
    { "A", " 0", 2020, SAIGA_ASSESSMENT_CATEGORY_LC, "“ 0” is no taxon: it is empty, has a blank at an end, or is not one line of text" },
  };
  g_autoptr(SaigaRedListTable) table = make_table ();
  g_auto(GStrv) groups = NULL;

  g_test_summary ("What a table can not hold is refused, and changes nothing");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].message);
      g_assert_false (saiga_red_list_table_add (table, cases[i].group, cases[i].taxon, cases[i].year, cases[i].category, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO, &error));
      g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
  groups = saiga_red_list_table_list_groups (table);
  g_assert_cmpuint (g_strv_length (groups), ==, 1);
}

/* Assessments of one's own grouping. */
static void
test_assessments (void)
{
  g_autoptr(GListStore) list = g_list_store_new (SAIGA_TYPE_ASSESSMENT);
  g_autoptr(SaigaRedListTable) table = saiga_red_list_table_new ();
  g_autoptr(SaigaRedListIndex) index = NULL;
  g_autoptr(SaigaRedListPoint) point = NULL;
  g_autoptr(GError) error = NULL;
  static const char *const rows[][5] = {
    { "a-1", "t.a", "vu", "2000", "unknown" },
    { "a-2", "t.a", "en", "2010", "genuine" },
    { "b-1", "t.b", "cr", "2010", "unknown" },
    { "c-1", "t.c", "cr", NULL, "unknown" }, /* no date: left out */
  };

  g_test_summary ("Assessments are added by a group of one's own");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new (SAIGA_TYPE_ASSESSMENT);
      static const char *const fields[] = { "id", "taxon-id", "category", "published", "change-reason" };
      g_autoptr(SaigaRecord) record = NULL;

      for (gsize f = 0; f < G_N_ELEMENTS (fields); f++)
        g_assert_true (saiga_record_builder_set_string (builder, fields[f], rows[i][f], NULL));
      record = saiga_record_builder_build (builder, &error);
      g_assert_no_error (error);
      g_list_store_append (list, record);
    }
  g_assert_true (saiga_red_list_table_add_assessments (table, "Sharks", G_LIST_MODEL (list), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (saiga_red_list_table_get_n_taxa (table), ==, 2);
  index = saiga_red_list_index_new (table, SAIGA_RED_LIST_TREATMENT_EXTINCT, 1, 1, NULL);
  point = saiga_red_list_index_lookup (index, "Sharks", 2000);
  g_assert_cmpfloat_with_epsilon (saiga_red_list_point_get_value (point), 1 - (2 + 4) / 10.0, 1e-12);

  g_assert_false (saiga_red_list_table_add_assessments (table, "Sharks", G_LIST_MODEL (list), &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "“t.a” is there already, and assessments of a taxon are added all at once");
}

/* Many lines, one of them of a single year, and names of any kind. */
static void
test_svg (void)
{
  g_autoptr(SaigaRedListTable) table = make_table ();
  g_autoptr(SaigaRedListIndex) index = NULL;
  g_autofree char *svg = NULL;

  g_test_summary ("Any number of groups is drawn");

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *group = g_strdup_printf ("<%u> & co", i);

      add (table, group, group, 1990 + i, i % 3 == 0 ? SAIGA_ASSESSMENT_CATEGORY_LC : SAIGA_ASSESSMENT_CATEGORY_CR);
    }
  add (table, "Sharks, rays and other cartilaginous fishes", "long", 2000, SAIGA_ASSESSMENT_CATEGORY_LC);
  index = saiga_red_list_index_new (table, SAIGA_RED_LIST_TREATMENT_CRITICALLY_ENDANGERED, 10, 1, NULL);
  svg = saiga_red_list_index_to_svg (index, "en");
  g_assert_nonnull (strstr (svg, "&lt;39&gt; &amp; co 1.000"));
  g_assert_nonnull (strstr (svg, ">Sharks, rays and other cartilaginou… 1.000<"));
  g_assert_nonnull (strstr (svg, "Sharks, rays and other cartilaginous fishes: 2000 1.000"));
  g_assert_nonnull (strstr (svg, "count as critically endangered"));
  g_assert_null (strstr (svg, "nan"));
  g_assert_null (strstr (svg, "inf"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/red-list/values", test_values);
  g_test_add_func ("/red-list/groups", test_groups);
  g_test_add_func ("/red-list/refused", test_refused);
  g_test_add_func ("/red-list/assessments", test_assessments);
  g_test_add_func ("/red-list/svg", test_svg);

  return g_test_run ();
}
