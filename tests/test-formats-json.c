/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Foreign files in JSON: the kit, answers of Species+ and of the Red List, species of CMS, our own records. */

#include <glib/gstdio.h>
#include <saiga/saiga.h>
#include <string.h>

#include "import-file.h"
#include "saiga-json-private.h"

static SaigaSnapshot *embedded;

/* ---- the kit */

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    int code; /* −1: it is read */
    const char *message;
  } cases[] = {
    { "{\"a\":1}", -1, NULL },
    { " [1, \"\\u00e9\\\"]\", {}, []] \n", -1, NULL },
    { "null", -1, NULL },
    { "", SAIGA_ERROR_PARSE, "x.json:1:1: " },
    { "{\"a\":1", SAIGA_ERROR_PARSE, "x.json:1:7: " },
    { "{\"a\":\n\"b}", SAIGA_ERROR_PARSE, "x.json:2:1: " },
    { "{\"a\":1}{}", SAIGA_ERROR_PARSE, "x.json:1:8: " },
    { "[1,]", SAIGA_ERROR_PARSE, "x.json:1:" },
    { "{\"a\" 1}", SAIGA_ERROR_PARSE, "x.json:1:" },
    { "[\"\xe9\"]", SAIGA_ERROR_PARSE, "x.json:1:3: " },
    { "[\n/* ] */ 1]", SAIGA_ERROR_PARSE, "x.json:2:1: " },
    { "['a']", SAIGA_ERROR_PARSE, "x.json:1:2: " },
    { "}", SAIGA_ERROR_PARSE, "x.json:1:1: " },
  };

  g_test_summary ("A value of JSON is read, or the error says in what line and column it is none");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *twice = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) value = _saiga_json_parse (cases[i].text, strlen (cases[i].text), "x.json", 1, &twice, &error);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_nonnull (value);
        }
      else
        {
          g_assert_error (error, SAIGA_ERROR, cases[i].code);
          g_assert_true (g_str_has_prefix (error->message, cases[i].message));
        }
      g_assert_null (twice);
    }
}

static void
test_limits (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GString) many = g_string_new ("[0");
  g_autofree char *twice = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) value = NULL;

  g_test_summary ("Values that are too deep or hold too many others are refused before a tree is made");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (deep, "[");
  g_assert_null (_saiga_json_parse (deep->str, deep->len, "x", 1, &twice, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT);
  g_clear_error (&error);

  for (guint i = 0; i < SAIGA_MAX_JSON_VALUES; i++)
    g_string_append (many, ",0");
  g_string_append (many, "]");
  g_assert_null (_saiga_json_parse (many->str, many->len, "x", 1, &twice, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT);
  g_clear_error (&error);

  value = _saiga_json_parse ("{\"a\":{\"b\":1,\"b\":2}}", 19, "x", 1, &twice, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twice, ==, "b");
}

static gboolean
print_part (const char *list,
            const char *text,
            gsize length,
            guint line,
            gpointer data,
            GError **error)
{
  g_string_append_printf (data, "%s:%u:%.*s ", list, line, (int) length, text);

  return TRUE;
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    const char *parts; /* NULL: an error */
  } cases[] = {
    { "{}", "" },
    { "[]", "" },
    { "{\"a\":[1,{\"b\":[2]}],\n\"c\":null, \"d\":{\"e\":[]}}", "a:1:1 a:1:{\"b\":[2]} c:2:null d:2:{\"e\":[]} " },
    { "[ \"x\" ,\n[]]", ":1:\"x\" :2:[] " },
    { "", NULL },
    { "1", NULL },
    { "{\"a\":[1,", NULL },
    { "{\"a\":[1 2]}", NULL },
    { "{a:1}", NULL },
    { "{\"a\"", NULL },
    { "[1]]", NULL },
    { "{\"a\":}", NULL },
  };

  g_test_summary ("A document is cut into its parts, each with its line, without a tree");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) parts = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      gboolean is_split = _saiga_json_split (cases[i].text, strlen (cases[i].text), "x", print_part, parts, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_true (is_split == (cases[i].parts != NULL));
      if (is_split)
        g_assert_cmpstr (parts->str, ==, cases[i].parts);
      else
        g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE);
    }
}

/* ---- importing */

static SaigaImport *
import_file (SaigaSnapshot *snapshot,
             const char *path)
{
  g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  SaigaImport *import = saiga_importer_read_file (importer, file, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static SaigaImport *
import_fixture (SaigaSnapshot *snapshot,
                const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return import_file (snapshot, path);
}

static void
assert_rows (SaigaImport *import,
             guint n_made,
             guint n_merged,
             guint n_refused)
{
  g_assert_cmpuint (saiga_import_get_n_made (import), ==, n_made);
  g_assert_cmpuint (saiga_import_get_n_merged (import), ==, n_merged);
  g_assert_cmpuint (saiga_import_get_n_refused (import), ==, n_refused);
  g_assert_cmpuint (saiga_import_get_n_rows (import), ==, n_made + n_merged + n_refused);
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "tag×n tag×n", by tag; each has its words in all languages. */
static char *
print_tags (SaigaImport *import)
{
  GListModel *problems = saiga_import_get_problems (import);
  g_autoptr(GPtrArray) tags = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *french = saiga_problem_dup_message (problem, "fr");
      g_autofree char *english = saiga_problem_dup_message (problem, "en");

      g_assert_true (g_utf8_validate (french, -1, NULL));
      g_assert_cmpstr (french, !=, english);
      g_ptr_array_add (tags, (gpointer) saiga_problem_get_tag (problem));
    }
  g_ptr_array_sort (tags, compare_tags);
  for (guint i = 0; i < tags->len;)
    {
      guint n = i;

      while (i < tags->len && g_str_equal (tags->pdata[i], tags->pdata[n]))
        i++;
      g_string_append_printf (out, "%s%s×%u", n > 0 ? " " : "", (const char *) tags->pdata[n], i - n);
    }

  return g_string_free (out, FALSE);
}

static const char *
get_words (SaigaText *text,
           const char *language)
{
  return text != NULL ? saiga_text_get_words (text, language) : NULL;
}

static void
assert_date (SaigaDate *date,
             const char *expected)
{
  g_autofree char *text = date != NULL ? saiga_date_to_string (date) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_taxon_concepts (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_fixture (empty, "species-plus-api/taxon_concepts.json");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(SaigaImport) again = import_fixture (snapshot, "species-plus-api/taxon_concepts.json");
  g_autofree char *problems = print_tags (import);
  SaigaSniff *sniff = saiga_import_get_sniff (import);
  g_autofree char *reason = saiga_reason_dup_text (saiga_sniff_get_reason (sniff, 0), "en");
  g_autoptr(SaigaSynonym) synonym = NULL;
  SaigaTaxon *ovis;
  SaigaListing *listing;

  g_test_summary ("Taxon concepts become taxa with names, those above them, and listings");

  g_assert_cmpstr (saiga_sniff_get_format (sniff), ==, "species-plus-api");
  g_assert_cmpuint (saiga_sniff_get_certainty (sniff), ==, 100);
  g_assert_null (saiga_sniff_get_separator (sniff));
  g_assert_cmpstr (reason, ==, "taxon_concepts.json is JSON and has the names taxon_concepts, pagination");

  /* Two taxa; a trade name of one of them; one that is struck, one without a name, one without a rank, a number. */
  assert_rows (import, 3, 1, 4);
  g_assert_cmpstr (problems, ==, "import-field×1 import-inactive×1 import-rank×1 import-under×1 import-value×3");

  ovis = SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "cites.ovis-montana"));
  g_assert_cmpstr (saiga_taxon_get_parent_id (ovis), ==, "cites.ovis");
  g_assert_cmpuint (g_list_model_get_n_items (saiga_taxon_get_common_names (ovis)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (saiga_taxon_get_synonyms (ovis)), ==, 2);
  synonym = g_list_model_get_item (saiga_taxon_get_synonyms (ovis), 1);
  g_assert_cmpstr (saiga_synonym_get_name (synonym), ==, "Shatoosh of trade");
  g_assert_cmpint (saiga_synonym_get_kind (synonym), ==, SAIGA_SYNONYM_KIND_TRADE_NAME);

  /* What is listed for the genus is a listing of the genus. */
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-ii-1979-06-28"));
  g_assert_cmpstr (get_words (saiga_listing_get_annotation (listing), "en"), ==, "Except the populations of Nowhere");
  g_assert_cmpstr (get_words (saiga_listing_get_scope_text (listing), "en"), ==, "Except the populations of Nowhere");
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-montana-iii-1989-03-16-in"));
  g_assert_cmpstr (saiga_listing_get_party_id (listing), ==, "area.in");
  g_assert_cmpstr (saiga_listing_get_annotation_ids (listing)[0], ==, "annotation.cites-h4");

  /* Whose taxa they are stands in each; the same name is another taxon there. */
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "cms.ovis-montana"));

  g_assert_cmpuint (count_changes (again), ==, 0);
}

static void
test_folder (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_fixture (empty, "species-plus-api");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(SaigaImport) again = import_fixture (snapshot, "species-plus-api");
  g_autoptr(SaigaImport) alone = import_fixture (empty, "species-plus-api/71/cites_legislation.json");
  g_autoptr(SaigaImport) later = import_fixture (snapshot, "species-plus-api/71/cites_legislation.json");
  g_autofree char *problems = print_tags (alone);
  g_autofree char *range = NULL;
  SaigaListing *listing;
  SaigaTaxon *ovis;

  g_test_summary ("Answers of a folder are read together: what is about a taxon finds it by its number");

  ovis = SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "cites.ovis-montana"));
  range = saiga_range_to_string (saiga_taxon_get_range (ovis));
  g_assert_cmpstr (range, ==, "area.cn:reintroduced+extinct area.kg area.na:uncertain");

  /* A reservation of a Party for a territory of its own, and that it was withdrawn. */
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-montana-ii-res-1980-01-02-gb"));
  g_assert_cmpint (saiga_listing_get_change (listing), ==, SAIGA_LISTING_CHANGE_RESERVATION);
  g_assert_cmpstr (saiga_listing_get_territory_id (listing), ==, "area.hk");
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-montana-ii-wd-1984-05-06-gb"));
  g_assert_cmpint (saiga_listing_get_change (listing), ==, SAIGA_LISTING_CHANGE_WITHDRAWAL);
  g_assert_cmpint (saiga_listing_get_current_in_source (listing), ==, SAIGA_TERNARY_NO);

  /* Two of one day with numbers of their own are two. */
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-montana-i-1992-06-11"));
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-montana-i-1992-06-11-2"));
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-ovis-montana-eu-338-97-a-1997-06-01"));
  g_assert_cmpstr (saiga_listing_get_instrument_id (listing), ==, "instrument.eu-338-97");

  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "document.splus-reference-901"));
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "standard-reference.cites-ovis-montana-reference-902"));

  g_assert_cmpuint (count_changes (again), ==, 0);

  /* Without the taxon nothing can be said of it; what no record type holds is refused, and said to be. */
  assert_rows (alone, 0, 0, 9);
  g_assert_cmpstr (problems, ==, "import-not-held×2 import-number×7");
  g_assert_cmpuint (count_changes (alone), ==, 0);
  g_assert_cmpuint (count_changes (later), ==, 0);
  g_assert_cmpuint (saiga_import_get_n_refused (later), ==, 4);
}

static void
test_lines (void)
{
  static const char dump[] =
    "{\"id\":1,\"full_name\":\"Saiga borealis\",\"author_year\":\"Tschersky, 1876\",\"rank\":\"SPECIES\",\"name_status\":\"A\",\"active\":true,\"taxonomy\":\"CITES\","
    "\"higher_taxa\":{\"kingdom\":\"Animalia\"},\"distributions\":[{\"iso_code2\":\"MN\",\"tags\":[]}]}\n"
    "\n"
    "{\"id\":2,\"full_name\":\"Colus borealis\",\"author_year\":\"x\",\"rank\":\"SPECIES\",\"name_status\":\"S\",\"active\":true,\"accepted_names\":[{\"id\":3}]}\r\n"
    "{\"id\":3,\"full_name\":\n"
    "{\"id\":3,\"full_name\":\"Saiga tatarica\",\"rank\":\"SPECIES\",\"name_status\":\"A\",\"active\":true,\"active\":true}\n"
    "[\"\xff\"]\n"
    "{\"id\":4,\"full_name\":\"Lost name\",\"rank\":\"SPECIES\",\"name_status\":\"S\",\"active\":true}";
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_text (empty, dump, "dump.ndjson");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autofree char *problems = print_tags (import);
  SaigaTaxon *taxon = SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "cites.saiga-tatarica"));
  g_autoptr(SaigaProblem) problem = g_list_model_get_item (saiga_import_get_problems (import), 0);
  g_autofree char *reason = saiga_reason_dup_text (saiga_sniff_get_reason (saiga_import_get_sniff (import), 0), "en");

  g_test_summary ("A dump is read line by line; a line that is broken is refused, and the others are read");

  g_assert_cmpstr (reason, ==, "dump.ndjson has a value of JSON on each line, with the names full_name, name_status, rank");
  assert_rows (import, 2, 1, 3);
  g_assert_cmpstr (problems, ==, "import-json×2 import-number×1 import-twice×1");
  g_assert_cmpuint (saiga_problem_get_line (problem), ==, 4);

  /* A synonym before its taxon. */
  g_assert_cmpuint (g_list_model_get_n_items (saiga_taxon_get_synonyms (taxon)), ==, 1);
}

static void
test_red_list (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_fixture (empty, "red-list-api");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(SaigaImport) again = import_fixture (snapshot, "red-list-api");
  g_autofree char *problems = print_tags (import);
  g_autofree char *range = NULL;
  g_autoptr(SaigaCommonName) name = NULL;
  g_autoptr(SaigaSynonym) synonym = NULL;
  SaigaTaxon *taxon;
  SaigaAssessment *assessment;

  g_test_summary ("Answers of the Red List become taxa with their names, and assessments");

  g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, "red-list-api");

  taxon = SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "iucn.fabula-ficta"));
  g_assert_cmpstr (saiga_taxon_get_authorship (taxon), ==, "Müller & Sons, 1901");
  g_assert_cmpstr (saiga_taxon_get_parent_id (taxon), ==, "iucn.fabula");
  g_assert_cmpstr (saiga_taxon_get_name (SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "iucn.animalia"))), ==, "Animalia");
  name = g_list_model_get_item (saiga_taxon_get_common_names (taxon), 0);
  g_assert_cmpstr (saiga_common_name_get_name (name), ==, "Fable");
  g_assert_cmpstr (saiga_common_name_get_language (name), ==, "en");
  g_assert_true (saiga_common_name_get_preferred (name));
  synonym = g_list_model_get_item (saiga_taxon_get_synonyms (taxon), 0);
  g_assert_cmpstr (saiga_synonym_get_name (synonym), ==, "Mythus fictus");
  g_assert_cmpstr (saiga_synonym_get_authorship (synonym), ==, "Müller, 1899");
  range = saiga_range_to_string (saiga_taxon_get_range (taxon));
  g_assert_cmpstr (range, ==, "area.ke area.mg area.na:extinct");

  taxon = SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "iucn.fabula-ficta-northern-subpopulation"));
  g_assert_cmpint (saiga_taxon_get_rank (taxon), ==, SAIGA_TAXON_RANK_SUBPOPULATION);
  g_assert_cmpstr (saiga_taxon_get_parent_id (taxon), ==, "iucn.fabula-ficta");

  assessment = SAIGA_ASSESSMENT (saiga_snapshot_lookup (snapshot, "assessment.iucn-4711-2020"));
  g_assert_cmpint (saiga_assessment_get_category (assessment), ==, SAIGA_ASSESSMENT_CATEGORY_CR);
  g_assert_cmpint (saiga_assessment_get_possibly_extinct (assessment), ==, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT);
  g_assert_cmpstr (saiga_assessment_get_criteria (assessment), ==, "B1ab(iii)+2ab(iii)");
  g_assert_cmpstr (saiga_assessment_get_criteria_version (assessment), ==, "3.1");
  assert_date (saiga_assessment_get_assessed (assessment), "2019-06-26");
  g_assert_cmpint (saiga_assessment_get_trend (assessment), ==, SAIGA_ASSESSMENT_TREND_DECREASING);
  g_assert_cmpint (saiga_assessment_get_latest (assessment), ==, SAIGA_TERNARY_YES);

  /* Another one of the same year, of a region, by the old rules. */
  assessment = SAIGA_ASSESSMENT (saiga_snapshot_lookup (snapshot, "assessment.iucn-4711-1996-europe"));
  g_assert_cmpint (saiga_assessment_get_category (assessment), ==, SAIGA_ASSESSMENT_CATEGORY_LR_CD);
  g_assert_cmpstr (saiga_assessment_get_area_id (assessment), ==, "area.europe");
  g_assert_cmpstr (saiga_assessment_get_criteria_version (assessment), ==, "2.3");

  g_assert_cmpstr (saiga_authority_get_release (SAIGA_AUTHORITY (saiga_snapshot_lookup (snapshot, "authority.iucn"))), ==, "2099-1");
  g_assert_cmpstr (problems, ==, "import-answer×1 import-area×1 import-criteria×1 import-field×1 import-summary×1 import-value×1");
  assert_rows (import, 4, 3, 3);

  g_assert_cmpuint (count_changes (again), ==, 0);
}

static void
test_cms_species (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_fixture (empty, "cms-species.json");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autoptr(SaigaImport) again = import_fixture (snapshot, "cms-species.json");
  g_autofree char *problems = print_tags (import);
  g_autofree char *range = NULL;
  SaigaListing *listing;

  g_test_summary ("Species of CMS are read with each of their dates, and with what they are listed under");

  g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, "cms-species");
  assert_rows (import, 3, 0, 2);
  g_assert_cmpstr (problems, ==, "import-field×1 import-value×1");

  /* "Taiwan", "Province of China" is one. */
  range = saiga_range_to_string (saiga_taxon_get_range (SAIGA_TAXON (saiga_snapshot_lookup (snapshot, "cms.phocoena-ficta"))));
  g_assert_cmpstr (range, ==, "area.fi:extinct area.na area.tw:uncertain");

  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cms-phocoena-ficta-ii-1989-01-12"));
  g_assert_cmpstr (get_words (saiga_listing_get_scope_text (listing), "en"), ==, "Only North and Baltic Sea populations");
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cms-phocoena-ficta-ii-1991-12-12"));
  g_assert_cmpstr (saiga_listing_get_former_name (listing), ==, "Phocoena antiqua");
  g_assert_null (saiga_listing_get_scope_text (listing));

  /* The first of January is no day: of 1979, not even a year. */
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cms-phocoena-ficta-i"));
  g_assert_null (saiga_listing_get_effective (listing));
  g_assert_cmpint (saiga_listing_get_precision (listing), ==, SAIGA_LISTING_PRECISION_PLACEHOLDER);
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "listing.cms-anatidae-ii-1994"));
  g_assert_null (saiga_snapshot_lookup (snapshot, "listing.cms-branta-ficta-ii-1994"));
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "listing.cms-branta-ficta-i-1997-07-15"));

  g_assert_cmpuint (count_changes (again), ==, 0);
}

static void
test_records (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaExporter) exporter = saiga_exporter_new (embedded, "records-json");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) json = saiga_exporter_to_bytes (exporter, &error);
  g_autoptr(SaigaImporter) importer = saiga_importer_new (empty);
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaChangeSet) changes = NULL;

  g_test_summary ("All records of the embedded data set are the same after JSON");

  g_assert_no_error (error);
  import = saiga_importer_read_bytes (importer, json, "records.json", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, "records-json");
  g_assert_cmpuint (g_list_model_get_n_items (saiga_import_get_problems (import)), ==, 0);
  g_assert_cmpuint (saiga_import_get_n_made (import), ==, count_changes (import));
  g_assert_cmpuint (saiga_import_get_n_rows (import), ==, count_changes (import));

  snapshot = apply (empty, import);
  changes = saiga_change_set_new_between (embedded, snapshot);
  g_assert_cmpuint (g_list_model_get_n_items (saiga_change_set_get_changes (changes)), ==, 0);
}

static void
test_bad_records (void)
{
  static const char text[] =
    "{\"version\":1,\"title\":null,\"date\":null,\"licence\":null,\"source\":null,\n"
    "\"areas\":[\n"
    "{\"id\":\"area.aa\",\"kind\":\"country\",\"name\":{\"en\":\"Aa\"},\"iso2\":null,\"members\":[]},\n"
    "{\"id\":\"area.bb\",\"kind\":\"planet\",\"name\":{\"en\":\"Bb\"}},\n"
    "{\"id\":\"area.cc\",\"kind\":\"country\",\"name\":[\"Cc\"],\"colour\":\"red\"},\n"
    "{\"id\":\"area.dd\",\"kind\":\"country\",\"name\":{\"en\":\"Dd\",\"\":\"x\"},\"iso2\":7,\"members\":[1],\"successor-ids\":[\"area.aa\",null]},\n"
    "{\"id\":\"not an id\"},\n"
    "7,\n"
    "{\"id\":\"area.aa\",\"kind\":\"sea\",\"name\":{\"en\":\"Aa\"}}\n"
    "],\"documents\":[\n"
    "{\"id\":\"document.a\",\"kind\":\"publication\",\"title\":{\"en\":\"A\"},\"identifiers\":[{\"scheme\":\"doi\"},{\"scheme\":\"isbn\",\"value\":\"1\"}]}\n"
    "],\"planets\":[{}]}";
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImport) import = import_text (empty, text, "x.json");
  g_autoptr(SaigaSnapshot) snapshot = apply (empty, import);
  g_autofree char *problems = print_tags (import);

  g_test_summary ("Values of the wrong type, unknown fields and ids that are none are problems with their line");

  assert_rows (import, 5, 1, 3);
  g_assert_cmpstr (problems, ==, "import-field×2 import-name×2 import-record×4 import-twice×1 import-value×6");
  g_assert_cmpuint (count_changes (import), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (saiga_document_get_identifiers (SAIGA_DOCUMENT (saiga_snapshot_lookup (snapshot, "document.a")))), ==, 1);
  g_assert_cmpint (saiga_area_get_kind (SAIGA_AREA (saiga_snapshot_lookup (snapshot, "area.aa"))), ==, SAIGA_AREA_KIND_SEA);
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    const char *problems;
  } cases[] = {
    { "{\"taxon_concepts\":{},\"pagination\":0}", "import-value×1" },
    { "{\"taxon_concepts\":[null,[],{}],\"pagination\":0}", "import-field×1 import-value×2" },
    { "{\"taxon_concepts\":[{\"id\":99999999999999999999999,\"full_name\":\"Saiga x\",\"rank\":\"SPECIES\",\"higher_taxa\":[]}],\"pagination\":0}", "import-value×2" },
    { "{\"taxon_concepts\":[{\"id\":1e999,\"full_name\":5,\"rank\":{}}],\"pagination\":0}", "import-field×1 import-value×3" },
    { "{\"taxon_concepts\":[{\"id\":-1,\"full_name\":\"Saiga y\",\"rank\":\"GENUS\",\"active\":\"no\"}],\"pagination\":0}", "import-value×2" },
    { "{\"cites_listings\":[{\"id\":1}],\"cites_quotas\":7,\"cites_suspensions\":[7]}", "import-number×1 import-value×2" },
    { "[{\"iso_code2\":\"KZ\",\"tags\":[],\"type\":\"COUNTRY\"}]", "import-number×1" },
    { "{\"http_interactions\":[{\"request\":{\"uri\":\"/api/v1/taxon_concepts/1\"}},7]}", "import-unknown×2 import-value×1" },
    { "{\"http_interactions\":[{\"request\":{\"uri\":\"/api/v1/taxon_concepts/1\"},\"response\":{\"body\":{\"string\":\"{\"}}}]}", "import-json×1" },
    { "{\"http_interactions\":[{\"request\":{\"uri\":\"/api/v1/taxon_concepts/1\"},\"response\":{\"body\":{\"string\":\"7\"}}}]}", "import-unknown×1" },
    { "{\"taxon\":{\"sis_id\":[]},\"assessments\":[{\"assessment_id\":1},2]}", "import-field×1 import-summary×1 import-value×2" },
    { "{\"assessment_id\":1,\"red_list_category\":{\"code\":\"XX\"},\"taxon\":{\"sis_id\":1}}", "import-field×2 import-value×1" },
    { "{\"species_data\":[{\"species_name\":\"A b\",\"cms_listing\":\"II\",\"date_listed\":\"**II** 99/99/9999\",\"native_distribution\":[1]}]}", "import-value×2" },
    { "{\"version\":1,\"title\":null,\"licence\":null,\"source\":null,\"taxa\":[{\"id\":\"cites.x\",\"range\":{}}]}", "import-record×1 import-value×1" },
  };

  g_test_summary ("Whatever stands where something else is expected is a problem, and no more");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaImport) import = NULL;
      g_autofree char *problems = NULL;
      g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();

      g_test_message ("%s", cases[i].text);
      import = import_text (empty, cases[i].text, "x.json");
      problems = print_tags (import);
      g_assert_cmpstr (problems, ==, cases[i].problems);
      g_assert_cmpuint (saiga_import_get_n_rows (import), ==,
                        saiga_import_get_n_made (import) + saiga_import_get_n_merged (import) + saiga_import_get_n_refused (import));
    }
}

static void
test_cut (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "species-plus-api", "taxon_concepts.json", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autoptr(SaigaImporter) importer = saiga_importer_new (empty);

  g_test_summary ("A file that ends too early is an error with its name and line, wherever it is cut");

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize n = 100; n < length - 2; n += 37)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (text, n);
      g_autoptr(GError) error = NULL;

      g_assert_null (saiga_importer_read_bytes (importer, bytes, "cut.json", NULL, &error));
      g_assert_true (error->domain == SAIGA_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "cut.json:"));
    }
}

/* ---- real files */

static void
test_real_files (void)
{
  static const struct
  {
    const char *path;
    const char *format;
    guint n_made;
    guint n_merged;
    guint n_refused;
    const char *problems;
  } files[] = {
    { "cites/speciesplus-api", "species-plus-api", 613, 308, 1018, "import-answer×5 import-member×1 import-not-held×988 import-number×25" },
    { "cites/speciesplus-api/spp_cites_legislation_bat.json", "species-plus-api", 0, 0, 66, "import-not-held×55 import-number×11" },
    { "cites/speciesplus-api/spp_cites_legislation_def.json", "species-plus-api", 0, 0, 61, "import-not-held×51 import-number×10" },
    { "cites/speciesplus-api/spp_cites_legislation_raw.json", "species-plus-api", 0, 0, 62, "import-answer×1 import-not-held×51 import-number×10" },
    { "cites/speciesplus-api/spp_cites_legislation_sco.json", "species-plus-api", 0, 0, 786, "import-not-held×744 import-number×42" },
    { "cites/speciesplus-api/spp_distributions_bat.json", "species-plus-api", 0, 0, 100, "import-number×100" },
    { "cites/speciesplus-api/spp_distributions_def.json", "species-plus-api", 0, 0, 42, "import-number×42" },
    { "cites/speciesplus-api/spp_distributions_lan.json", "species-plus-api", 0, 0, 42, "import-number×42" },
    { "cites/speciesplus-api/spp_distributions_noi.json", "species-plus-api", 0, 0, 1, "import-answer×1" },
    { "cites/speciesplus-api/spp_distributions_one.json", "species-plus-api", 0, 0, 1, "import-number×1" },
    { "cites/speciesplus-api/spp_distributions_raw.json", "species-plus-api", 0, 0, 43, "import-answer×1 import-number×42" },
    { "cites/speciesplus-api/spp_eu_legislation_bat.json", "species-plus-api", 0, 0, 14, "import-not-held×11 import-number×3" },
    { "cites/speciesplus-api/spp_eu_legislation_def.json", "species-plus-api", 0, 0, 13, "import-not-held×11 import-number×2" },
    { "cites/speciesplus-api/spp_eu_legislation_raw.json", "species-plus-api", 0, 0, 14, "import-answer×1 import-not-held×11 import-number×2" },
    { "cites/speciesplus-api/spp_eu_legislation_sco.json", "species-plus-api", 0, 0, 85, "import-not-held×54 import-number×31" },
    { "cites/speciesplus-api/spp_references_bat.json", "species-plus-api", 0, 0, 18, "import-number×18" },
    { "cites/speciesplus-api/spp_references_def.json", "species-plus-api", 0, 0, 15, "import-number×15" },
    { "cites/speciesplus-api/spp_references_ram.json", "species-plus-api", 0, 0, 18, "import-number×18" },
    { "cites/speciesplus-api/spp_references_raw.json", "species-plus-api", 0, 0, 16, "import-answer×1 import-number×15" },
    { "cites/speciesplus-api/spp_taxonconcept_cms.json", "species-plus-api", 20, 0, 0, "" },
    { "cites/speciesplus-api/spp_taxonconcept_def.json", "species-plus-api", 1, 0, 0, "" },
    { "cites/speciesplus-api/spp_taxonconcept_pag.json", "species-plus-api", 20, 0, 0, "" },
    { "cites/speciesplus-api/spp_taxonconcept_raw.json", "species-plus-api", 1, 0, 0, "" },
    { "cites/speciesplus-api/spp_taxonconcept_upd.json", "species-plus-api", 500, 0, 0, "" },
    { "cms/cms_arctic_species_data.json", "cms-species", 31, 0, 0, "" },
    { "redlist/iucn-api-v4", "red-list-api", 151, 12, 96, "import-area×13 import-member×1 import-not-held×115 import-summary×96" },
    { "redlist/iucn-api-v4/assessment_742738/assessment/742738.json", "red-list-api", 2, 0, 0, "" },
    { "redlist/iucn-api-v4/assessment_by_group_scopes_100765562/scopes/100765562-d94f51.json", "red-list-api", 0, 0, 29, "import-summary×29" },
    { "redlist/iucn-api-v4/assessment_by_group_scopes_invalid_scope/scopes/100765562-6a3fdc.json", "red-list-api", 0, 0, 0, "" },
    { "redlist/iucn-api-v4/assessment_data_many_2911619_58307800_178423675/assessment/178423675.json", "red-list-api", 2, 0, 0, "import-area×2" },
    { "redlist/iucn-api-v4/assessment_data_many_2911619_58307800_178423675/assessment/2911619.json", "red-list-api", 2, 0, 0, "import-area×11" },
    { "redlist/iucn-api-v4/assessment_data_many_2911619_58307800_178423675/assessment/58307800.json", "red-list-api", 2, 0, 0, "" },
    { "redlist/iucn-api-v4/assessments_by_taxonomy_family_felidae/taxa/family/felidae-db2f3d.json", "red-list-api", 0, 0, 39, "import-summary×39" },
    { "redlist/iucn-api-v4/assessments_panthera_leo/taxa/scientific_name-e11c96.json", "red-list-api", 3, 0, 14, "import-summary×14" },
    { "redlist/iucn-api-v4/assessments_sis_id_15951/taxa/sis/15951.json", "red-list-api", 3, 0, 14, "import-summary×14" },
    { "redlist/iucn-api-v4/gss_data_all/green_status/all.json", "red-list-api", 134, 1, 0, "import-not-held×115" },
    { "redlist/iucn-api-v4/list_codes_scope/scopes.json", "red-list-api", 9, 5, 0, "" },
    { "redlist/iucn-api-v4/rl_version/information/api_version.json", "red-list-api", 0, 0, 0, "" },
    { "redlist/iucn-api-v4/rl_version/information/red_list_version.json", "red-list-api", 0, 0, 0, "" },
  };
  const char *data = g_getenv ("SAIGA_TEST_DATA");

  if (data == NULL)
    {
      g_test_skip ("SAIGA_TEST_DATA is not set");
      return;
    }

  g_test_summary ("Every answer that was recorded is read into the embedded data set with the same counts, and only once");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (data, files[i].path, NULL);
      g_autoptr(SaigaImport) import = import_file (embedded, path);
      g_autoptr(SaigaSnapshot) snapshot = apply (embedded, import);
      g_autoptr(SaigaImport) again = import_file (snapshot, path);
      g_autofree char *problems = print_tags (import);

      g_test_message ("%s", files[i].path);
      g_assert_cmpstr (saiga_sniff_get_format (saiga_import_get_sniff (import)), ==, files[i].format);
      assert_rows (import, files[i].n_made, files[i].n_merged, files[i].n_refused);
      g_assert_cmpstr (problems, ==, files[i].problems);
      g_assert_cmpuint (count_changes (again), ==, 0);
    }
}

/* The history of the African elephant, whose numbers the embedded data set has for the older rows. */
static void
test_elephant (void)
{
  const char *data = g_getenv ("SAIGA_TEST_DATA");
  g_autofree char *path = data != NULL ? g_build_filename (data, "cites", "speciesplus-api", NULL) : NULL;
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  SaigaListing *listing;

  if (data == NULL)
    {
      g_test_skip ("SAIGA_TEST_DATA is not set");
      return;
    }

  g_test_summary ("The recorded history of the elephant is put to the listings that are there");

  import = import_file (embedded, path);
  snapshot = apply (embedded, import);
  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-loxodonta-africana-i-1997-09-18"));
  g_assert_true (g_str_has_prefix (get_words (saiga_listing_get_annotation (listing), "fr"), "Sauf les populations"));
  g_assert_null (saiga_listing_get_scope_text (listing));
  g_assert_null (saiga_snapshot_lookup (snapshot, "listing.cites-loxodonta-africana-i-1997-09-18-2"));

  listing = SAIGA_LISTING (saiga_snapshot_lookup (snapshot, "listing.cites-loxodonta-africana-i-2017-01-02"));
  g_assert_cmpint (saiga_listing_get_current_in_source (listing), ==, SAIGA_TERNARY_YES);
  g_assert_nonnull (saiga_snapshot_lookup (snapshot, "listing.cites-loxodonta-africana-ii-res-2019-11-26-na"));
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  embedded = saiga_snapshot_new_embedded (NULL);

  g_test_add_func ("/json/values", test_values);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/parts", test_parts);
  g_test_add_func ("/species-plus-api/taxon-concepts", test_taxon_concepts);
  g_test_add_func ("/species-plus-api/folder", test_folder);
  g_test_add_func ("/species-plus-api/lines", test_lines);
  g_test_add_func ("/species-plus-api/cut", test_cut);
  g_test_add_func ("/red-list-api/folder", test_red_list);
  g_test_add_func ("/cms-species/file", test_cms_species);
  g_test_add_func ("/records-json/round-trip", test_records);
  g_test_add_func ("/records-json/bad", test_bad_records);
  g_test_add_func ("/hostile", test_hostile);
  g_test_add_func ("/real-files", test_real_files);
  g_test_add_func ("/real-files/elephant", test_elephant);

  status = g_test_run ();
  g_object_unref (embedded);

  return status;
}
