/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <saiga/saiga.h>

static SaigaConcordance *
compare_on (const char *day)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaDate) date = day != NULL ? saiga_date_parse (day, NULL) : NULL;
  SaigaConcordance *concordance;

  g_assert_no_error (error);
  concordance = saiga_concordance_new (snapshot, "authority.cms", "authority.cites", date, &error);
  g_assert_no_error (error);

  return concordance;
}

static SaigaConcordanceRow *
find_row (GListModel *rows,
          const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);

      if (g_str_equal (saiga_concordance_row_get_key (row), key))
        return g_steal_pointer (&row);
    }

  return NULL;
}

static const char *
nick (GType type,
      int value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

/* A row as one line, to compare at a glance. */
static char *
print_row (SaigaConcordanceRow *row)
{
  g_autofree char *names_a = g_strjoinv (", ", (char **) saiga_concordance_row_get_names_a (row));
  g_autofree char *names_b = g_strjoinv (", ", (char **) saiga_concordance_row_get_names_b (row));
  const char *a = saiga_concordance_row_get_appendices_a (row);
  const char *b = saiga_concordance_row_get_appendices_b (row);

  return g_strdup_printf ("%s | %s × %s | %s × %s | %s × %s | %s%s", nick (SAIGA_TYPE_TAXON_RANK, saiga_concordance_row_get_rank (row)),
                          names_a, names_b, a != NULL ? a : "none", b != NULL ? b : "none",
                          nick (SAIGA_TYPE_COVERAGE, saiga_concordance_row_get_coverage_a (row)),
                          nick (SAIGA_TYPE_COVERAGE, saiga_concordance_row_get_coverage_b (row)),
                          nick (SAIGA_TYPE_LISTING_RELATION, saiga_concordance_row_get_listing_relation (row)),
                          saiga_concordance_row_is_conditional (row) ? " if taken up" : "");
}

static void
test_worked_rows (void)
{
  static const struct
  {
    const char *key;
    const char *row;
  } cases[] = {
    { "cms.uncia-uncia", "species | Uncia uncia × Uncia uncia | I × I | own × own | both" },
    { "cms.loxodonta-africana", "species | Loxodonta africana, Loxodonta cyclotis × Loxodonta africana | II × I/II | own × own | both" },
    { "cms.gorilla-gorilla", "species | Gorilla gorilla × Gorilla gorilla | I × I | own × own | both" },
    { "cms.phoebastria-albatrus", "species | Diomedea albatrus × Phoebastria albatrus | I × I | own × own | both" },
    { "cms.saiga-tatarica", "species | Saiga tatarica × Saiga tatarica | II × II | part × own | both-part" },
    { "cms.saiga-borealis", "species | Saiga borealis × Saiga borealis | II × II | own × own | both" },
    { "cms.falco-cherrug", "species | Falco cherrug × Falco cherrug | I/II × II | own × higher | both-higher" },
    { "cms.falconidae", "family | Falconidae × Falconidae | I/II × I/II | own × higher | both-higher" },
    { "cms.cathartidae", "family | Cathartidae × Cathartidae | II × I/III | own × part | both-part" },
    { "cites.accipiter-nisus", "species |  × Accipiter nisus | II × II | higher × higher | both-higher if taken up" },
    { "cms.chlamydotis-undulata", "species | Chlamydotis undulata × Chlamydotis undulata | I/II × I | population × own | both-part" },
    { "cites.chlamydotis-macqueenii", "species |  × Chlamydotis macqueenii | none × I | none × own | only-b" },
    { "cms.bos-grunniens", "species | Bos grunniens × Bos mutus | I × I | own × own | both" },
    { "cms.dolichonyx-oryzivorus", "species | Dolichonyx oryzivorus ×  | II × none | own × none | only-a" },
    { "cites.panthera-tigris", "species |  × Panthera tigris | none × I | none × own | only-b" },
    { "cms.vicugna-vicugna", "species | Vicugna vicugna × Vicugna vicugna | I/II × I/II | own × own | both" },
    { "cms.rhincodon-typus", "species | Rhincodon typus × Rhincodon typus | II × II | own × own | both" },
  };
  g_autoptr(SaigaConcordance) concordance = compare_on ("2012-02-23");

  g_test_summary ("The rows that nomenclature specialists look at first, on 2012-02-23");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = find_row (G_LIST_MODEL (concordance), cases[i].key);
      g_autofree char *line = NULL;

      g_test_message ("%s", cases[i].key);
      g_assert_nonnull (row);
      line = print_row (row);
      g_assert_cmpstr (line, ==, cases[i].row);
    }
}

static const char *
find_sentence (SaigaConcordanceRow *row,
               const char *code)
{
  static char *sentence = NULL;
  GListModel *pairs = saiga_concordance_row_get_pairs (row);

  g_clear_pointer (&sentence, g_free);
  for (guint i = 0; i <= g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(SaigaConcordancePair) pair = g_list_model_get_item (pairs, i);
      SaigaReason *reason;

      for (guint n = 0; (reason = pair != NULL ? saiga_concordance_pair_get_reason (pair, n) : saiga_concordance_row_get_reason (row, n)) != NULL; n++)
        {
          g_autofree char *text = saiga_reason_to_string (reason);

          if (g_str_equal (text, code))
            return sentence = saiga_reason_dup_text (reason, "en");
        }
    }

  return NULL;
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *key;
    const char *reason;
    const char *sentence;
  } cases[] = {
    { "cms.uncia-uncia", "same-name(Uncia uncia)", "Both lists have the name Uncia uncia." },
    { "cms.uncia-uncia", "own(a,listing.cms-uncia-uncia-i-1986-01-24,I,1986-01-24,Uncia uncia,)",
      "CMS lists Uncia uncia in Appendix I, since 1986-01-24 (listing.cms-uncia-uncia-i-1986-01-24)." },
    { "cms.loxodonta-africana", "synonym-stated(b,Loxodonta cyclotis,Loxodonta africana)",
      "CITES has Loxodonta cyclotis as a synonym or former name of Loxodonta africana." },
    { "cms.loxodonta-africana", "only-in-b(Loxodonta cyclotis)", "Only the second concept holds: Loxodonta cyclotis." },
    { "cms.loxodonta-africana", "segregate(a,Loxodonta cyclotis,Loxodonta africana)", "CMS has Loxodonta cyclotis split off from Loxodonta africana." },
    { "cms.falco-cherrug", "inherited(b,listing.cites-falconiformes-ii-1979-06-28,II,1979-06-28,Falconiformes,Falco cherrug,)",
      "CITES lists Falco cherrug in Appendix II through Falconiformes, since 1979-06-28 (listing.cites-falconiformes-ii-1979-06-28)." },
    { "cms.saiga-tatarica", "part(a,Saiga tatarica tatarica,listing.cms-saiga-tatarica-tatarica-ii-2002-12-23,II,2002-12-23)",
      "CMS lists a part, Saiga tatarica tatarica, in Appendix II, since 2002-12-23 (listing.cms-saiga-tatarica-tatarica-ii-2002-12-23)." },
    { "cites.accipiter-nisus", "placed(a,Accipiter nisus,Accipitridae)", "CMS does not know Accipiter nisus; it would belong to Accipitridae." },
    { "cms.chlamydotis-undulata", "former-subspecies(b,Chlamydotis undulata macqueenii,Chlamydotis macqueenii)",
      "CITES has Chlamydotis undulata macqueenii as a synonym of Chlamydotis macqueenii: it may have been part of the other species." },
  };
  g_autoptr(SaigaConcordance) concordance = compare_on ("2012-02-23");

  g_test_summary ("Each row says why, as a code and in words");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = saiga_concordance_find_row (concordance, cases[i].key);

      g_test_message ("%s %s", cases[i].key, cases[i].reason);
      g_assert_nonnull (row);
      g_assert_cmpstr (find_sentence (row, cases[i].reason), ==, cases[i].sentence);
      g_assert_null (saiga_concordance_row_get_reason (row, saiga_concordance_row_get_n_reasons (row)));
    }
}

static void
test_one_row_a_taxon (void)
{
  g_autoptr(SaigaConcordance) concordance = compare_on ("2012-02-23");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_test_summary ("No taxon is in two rows, and every row lists something");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (concordance)); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (G_LIST_MODEL (concordance), i);
      GListModel *const sides[] = { saiga_concordance_row_get_taxa_a (row), saiga_concordance_row_get_taxa_b (row) };

      g_assert_cmpint (saiga_concordance_row_get_listing_relation (row), !=, SAIGA_LISTING_RELATION_NEITHER);
      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < g_list_model_get_n_items (sides[side]); n++)
          {
            g_autoptr(SaigaRecord) taxon = g_list_model_get_item (sides[side], n);

            /* The concordance keeps the snapshot, and with it the id. A higher taxon that is
             * only the partner of another may be met again under its own entry. */
            if (saiga_concordance_row_get_rank (row) == SAIGA_TAXON_RANK_SPECIES)
              g_assert_true (g_hash_table_add (seen, (gpointer) saiga_record_get_id (taxon)));
          }
    }
}

/* Every species that an entry in force names must be in a row: none gets lost. */
static void
test_nothing_missing (void)
{
  g_autoptr(SaigaConcordance) concordance = compare_on ("2013-09-27");
  SaigaSnapshot *snapshot = saiga_concordance_get_snapshot (concordance);
  GListModel *listings = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_LISTING);
  g_autoptr(GHashTable) in_rows = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaDate *day = saiga_concordance_get_date (concordance);
  guint n_species = 0;

  g_test_summary ("Every species that the source says is listed is in a row that lists it");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (concordance)); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (G_LIST_MODEL (concordance), i);
      GListModel *const sides[] = { saiga_concordance_row_get_taxa_a (row), saiga_concordance_row_get_taxa_b (row) };

      for (guint side = 0; side < 2; side++)
        for (guint n = 0; n < g_list_model_get_n_items (sides[side]); n++)
          {
            g_autoptr(SaigaRecord) taxon = g_list_model_get_item (sides[side], n);

            g_hash_table_add (in_rows, (gpointer) saiga_record_get_id (taxon));
          }
    }

  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr(SaigaListing) listing = g_list_model_get_item (listings, i);
      SaigaRecord *taxon = saiga_snapshot_lookup (snapshot, saiga_listing_get_taxon_id (listing));

      if (saiga_listing_get_current_in_source (listing) != SAIGA_TERNARY_YES || saiga_listing_get_change (listing) != SAIGA_LISTING_CHANGE_ADDITION ||
          saiga_taxon_get_rank (SAIGA_TAXON (taxon)) != SAIGA_TAXON_RANK_SPECIES ||
          saiga_taxon_get_name_kind (SAIGA_TAXON (taxon)) != SAIGA_TAXON_NAME_KIND_ACCEPTED)
        continue;
      if (!g_str_equal (saiga_listing_get_instrument_id (listing), "instrument.cites") &&
          !g_str_equal (saiga_listing_get_instrument_id (listing), "instrument.cms"))
        continue;
      if (saiga_listing_get_effective (listing) != NULL && saiga_date_compare (saiga_listing_get_effective (listing), day) > 0)
        continue; /* printed already, but not yet in effect */
      if (saiga_listing_get_included_in_id (listing) != NULL)
        continue; /* ends with the listing that swallowed it, which the source forgets for seven */
      n_species++;
      if (!g_hash_table_contains (in_rows, saiga_record_get_id (taxon)))
        g_error ("%s is listed, but in no row", saiga_record_get_id (taxon));
    }
  g_test_message ("%u current listings of species", n_species);
  g_assert_cmpuint (n_species, >, 1000);
}

static void
test_views (void)
{
  g_autoptr(SaigaConcordance) concordance = compare_on ("2012-02-23");
  g_autoptr(GListModel) shared = saiga_concordance_get_view (concordance, SAIGA_CONCORDANCE_VIEW_SHARED);
  g_autoptr(GListModel) differences = saiga_concordance_get_view (concordance, SAIGA_CONCORDANCE_VIEW_DIFFERENCES);
  g_autoptr(GListModel) all = saiga_concordance_get_view (concordance, SAIGA_CONCORDANCE_VIEW_ALL);
  g_autoptr(SaigaConcordanceRow) yak = find_row (differences, "cms.bos-grunniens");
  g_autoptr(SaigaConcordanceRow) leopard = find_row (differences, "cms.uncia-uncia");
  g_autoptr(SaigaConcordanceRow) tiger = find_row (shared, "cites.panthera-tigris");
  g_autoptr(SaigaConcordanceRow) first = g_list_model_get_item (shared, 0);
  g_autoptr(SaigaConcordanceRow) again = g_list_model_get_item (shared, 0);
  guint n_shared = 0;

  for (SaigaListingRelation relation = SAIGA_LISTING_RELATION_BOTH; relation <= SAIGA_LISTING_RELATION_BOTH_PART; relation++)
    for (guint i = 0; i < 4; i++)
      n_shared += saiga_concordance_count (concordance, relation, i & 1, i & 2);

  g_assert_cmpuint (g_list_model_get_n_items (shared), ==, n_shared);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, g_list_model_get_n_items (G_LIST_MODEL (concordance)));
  g_assert_nonnull (yak);
  g_assert_null (leopard);
  g_assert_null (tiger);
  g_assert_true (first == again);
  g_assert_null (g_list_model_get_item (shared, n_shared));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *day;
    const char *key;
    const char *row; /* NULL: not there */
  } cases[] = {
    { "2012-02-22", "cms.ovis-ammon", "species | Ovis ammon × Ovis ammon | none × I/II | none × own | only-b" },
    { "2012-02-23", "cms.ovis-ammon", "species | Ovis ammon × Ovis ammon | II × I/II | own × own | both" },
    { "1980-01-01", "cms.loxodonta-africana", "species | Loxodonta africana, Loxodonta cyclotis × Loxodonta africana | none × II | none × own | only-b" },
    { "1990-02-01", "cms.loxodonta-africana", "species | Loxodonta africana, Loxodonta cyclotis × Loxodonta africana | II × I | own × own | both" },
    { "1970-01-01", "cms.loxodonta-africana", NULL },
  };

  g_test_summary ("The law of the day, not that of today");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaConcordance) concordance = compare_on (cases[i].day);
      g_autoptr(SaigaConcordanceRow) row = find_row (G_LIST_MODEL (concordance), cases[i].key);
      g_autofree char *line = row != NULL ? print_row (row) : NULL;

      g_test_message ("%s %s", cases[i].day, cases[i].key);
      g_assert_cmpstr (line, ==, cases[i].row);
      g_assert_false (saiga_concordance_is_after_horizon (concordance));
    }
}

/* The embedded data set with one assessment more. */
static SaigaConcordance *
compare_assessed (const char *taxon_id,
                  const char *category)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaSnapshot) assessed = NULL;
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new (SAIGA_TYPE_ASSESSMENT);
  g_autoptr(SaigaRecord) assessment = NULL;
  g_autoptr(SaigaDate) date = saiga_date_parse ("2012-02-23", NULL);
  SaigaConcordance *concordance;

  saiga_dataset_set_snapshot (dataset, snapshot);
  saiga_record_builder_set_string (builder, "id", "assessment.one", &error);
  saiga_record_builder_set_string (builder, "taxon-id", taxon_id, &error);
  saiga_record_builder_set_string (builder, "category", category, &error);
  assessment = saiga_record_builder_build (builder, &error);
  g_assert_no_error (error);
  g_assert_true (saiga_dataset_put (dataset, assessment, &error));
  assessed = g_object_ref (saiga_dataset_get_snapshot (dataset));
  concordance = saiga_concordance_new (assessed, "authority.cms", "authority.cites", date, &error);
  g_assert_no_error (error);

  return concordance;
}

static void
test_red_list (void)
{
  g_autoptr(SaigaConcordance) plain = compare_on ("2012-02-23");
  g_autoptr(SaigaConcordance) concordance = compare_assessed ("cites.loxodonta-africana", "vu");
  g_autoptr(SaigaConcordanceRow) row = saiga_concordance_find_row (concordance, "cms.loxodonta-africana");
  g_autoptr(SaigaConcordanceRow) other = saiga_concordance_find_row (plain, "cms.loxodonta-africana");
  g_autoptr(GListModel) changes = saiga_concordance_compare (concordance, plain);
  g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, 0);
  g_autofree char *words = NULL;

  g_test_summary ("A row has the category of what was assessed, and says of which concept");

  /* CITES holds both elephants in one: that is wider than either species of CMS. */
  g_assert_cmpstr (saiga_concordance_row_get_red_list (row), ==, "vu; vu, assessed as Loxodonta africana (wider)");
  g_assert_null (saiga_concordance_row_get_red_list (other));
  words = saiga_concordance_dup_words (concordance, saiga_concordance_row_get_red_list (row), "fr");
  g_assert_cmpstr (words, ==, "VU; VU, évaluée comme Loxodonta africana (plus large)");
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1);
  g_assert_cmpstr (saiga_concordance_change_get_field (change), ==, "red-list");
  g_assert_cmpstr (saiga_concordance_change_get_new (change), ==, saiga_concordance_row_get_red_list (row));
  g_assert_cmpuint (g_list_model_get_n_items (saiga_concordance_row_get_decisions (row)), ==, 0);
}

static void
test_figures (void)
{
  g_autoptr(SaigaConcordance) concordance = compare_assessed ("cms.uncia-uncia", "en");

  g_test_summary ("Each picture is SVG with a title, and says its numbers in words");

  for (guint figure = SAIGA_CONCORDANCE_FIGURE_SETS; figure <= SAIGA_CONCORDANCE_FIGURE_RED_LIST; figure++)
    {
      g_autofree char *svg = saiga_concordance_to_svg (concordance, (SaigaConcordanceFigure) figure, "en");

      g_assert_nonnull (strstr (svg, "<title id="));
      g_assert_nonnull (strstr (svg, "<desc id="));
      g_assert_true ((strstr (svg, "no category is recorded, 156 of the species.") != NULL) == (figure == SAIGA_CONCORDANCE_FIGURE_RED_LIST));
    }
}

static void
test_horizon (void)
{
  g_autoptr(SaigaConcordance) now = compare_on (NULL);
  g_autoptr(SaigaConcordance) later = compare_on ("2024-01-01");
  g_autofree char *day = saiga_date_to_string (saiga_concordance_get_date (now));

  g_test_summary ("Without a day, that of the lists; after it, the answer says so");

  g_assert_cmpstr (day, ==, "2013-09-27");
  g_assert_false (saiga_concordance_is_after_horizon (now));
  g_assert_true (saiga_concordance_is_after_horizon (later));
}

static void
test_proposals (void)
{
  g_autoptr(SaigaConcordance) concordance = compare_on ("2012-02-23");
  g_autoptr(GListModel) findings = saiga_concordance_list_findings (concordance, SAIGA_REVIEW_AXIS_HARMONISATION, FALSE);
  guint n_options = 0;

  g_test_summary ("Each proposal has its text, and options whose reach is told");

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);
      GListModel *options = saiga_concordance_finding_get_options (finding);
      g_autofree char *text = saiga_concordance_finding_dup_text (finding, "fr");

      g_assert_nonnull (text);
      g_assert_cmpuint (g_list_model_get_n_items (options), >, 0);
      for (guint n = 0; n < g_list_model_get_n_items (options); n++)
        {
          g_autoptr(SaigaConcordanceOption) option = g_list_model_get_item (options, n);
          g_autofree char *words = saiga_concordance_option_dup_text (option, "fr");
          const gboolean is_same = saiga_concordance_option_get_wider_ids (option)[0] == NULL && saiga_concordance_option_get_narrower_ids (option)[0] == NULL &&
                                   saiga_concordance_option_get_forms (option) == NULL;

          g_assert_nonnull (strstr (text, words));
          if (!g_str_equal (saiga_concordance_option_get_change (option), "review"))
            g_assert_cmpint (g_str_equal (saiga_concordance_option_get_reach (option), "same"), ==, is_same);
          n_options++;
        }
    }
  g_assert_cmpuint (n_options, >, 20);
}

static void
test_open_cases (void)
{
  g_autoptr(SaigaConcordance) concordance = compare_on ("2012-02-23");
  g_autoptr(SaigaDate) day = saiga_date_parse ("2012-03-14", NULL);

  g_test_summary ("Every open case can be decided, with any verdict of its axis");

  for (SaigaReviewAxis axis = SAIGA_REVIEW_AXIS_NAME; axis <= SAIGA_REVIEW_AXIS_HARMONISATION; axis++)
    {
      g_autoptr(GListModel) cases = saiga_concordance_list_open (concordance, axis, FALSE);
      g_autoptr(SaigaConcordanceCase) open = g_list_model_get_item (cases, 0);

      g_assert_nonnull (open);
      g_assert_cmpint (saiga_concordance_case_get_axis (open), ==, axis);
      for (const char *const *verdict = saiga_concordance_list_verdicts (axis); *verdict != NULL; verdict++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(SaigaReview) review = saiga_concordance_draft_review (concordance, axis, saiga_concordance_case_get_taxon_ids (open), *verdict,
                                                                           "stakeholder.cms-secretariat", day, "Why not.", &error);

          g_assert_no_error (error);
          g_assert_cmpstr (saiga_review_get_computed (review), ==, saiga_concordance_case_get_computed (open));
        }
    }
}

static void
test_unknown_authority (void)
{
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (saiga_concordance_new (snapshot, "authority.cms", "authority.nobody", NULL, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "authority.nobody: there is no such authority");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/concordance/worked-rows", test_worked_rows);
  g_test_add_func ("/concordance/reasons", test_reasons);
  g_test_add_func ("/concordance/one-row-a-taxon", test_one_row_a_taxon);
  g_test_add_func ("/concordance/nothing-missing", test_nothing_missing);
  g_test_add_func ("/concordance/views", test_views);
  g_test_add_func ("/concordance/dates", test_dates);
  g_test_add_func ("/concordance/red-list", test_red_list);
  g_test_add_func ("/concordance/figures", test_figures);
  g_test_add_func ("/concordance/horizon", test_horizon);
  g_test_add_func ("/concordance/proposals", test_proposals);
  g_test_add_func ("/concordance/open-cases", test_open_cases);
  g_test_add_func ("/concordance/unknown-authority", test_unknown_authority);

  return g_test_run ();
}
