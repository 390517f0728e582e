/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Uses the made-up record type of permit.xml. */

#include <saiga/saiga.h>
#include <string.h>

#define PERMIT                                                                                                  \
  "<permit id=\"permit.kz1\" number=\"KZ1\" purpose=\"zoo\" exporter-id=\"area.kz\" taxon-ids=\"t.b t.a\" "     \
  "fee=\"EUR 20.50\" weight=\"12.50\" timeframe=\"2012-13\" origin=\"area.kz area.mn:extinct\" quantity=\"3\">" \
  "<conditions xml:lang=\"en\">None.</conditions><stamp place=\"Zamyn-Üüd\" date=\"2012\"/><stamp place=\"Almaty\"/></permit>"
#define DOCUMENT                                                                                      \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset xmlns=\"urn:saiga:dataset\" version=\"1\">\n" \
  "<permits>\n" PERMIT "\n</permits>\n</dataset>\n"

static SaigaPermit *
build (void)
{
  static const char *const taxa[] = { "t.b", "t.a", NULL };
  g_autoptr(GListStore) stamps = g_list_store_new (SAIGA_TYPE_STAMP);
  g_autoptr(SaigaRecord) first = saiga_record_new (SAIGA_TYPE_STAMP, NULL, "place", "Zamyn-Üüd", "date", saiga_date_parse ("2012", NULL), NULL);
  g_autoptr(SaigaRecord) second = saiga_record_new (SAIGA_TYPE_STAMP, NULL, "place", "Almaty", NULL);
  g_autoptr(SaigaMoney) fee = saiga_money_new ("EUR", "20.50", NULL);
  g_autoptr(SaigaTimeframe) timeframe = saiga_timeframe_parse ("2012-13", NULL);
  g_autoptr(SaigaRange) origin = saiga_range_parse ("area.mn:extinct area.kz", NULL);
  g_autoptr(SaigaText) conditions = saiga_text_new ("en", "None.");
  g_autoptr(GError) error = NULL;
  SaigaRecord *permit;

  g_list_store_append (stamps, first);
  g_list_store_append (stamps, second);
  permit = saiga_record_new (SAIGA_TYPE_PERMIT, &error,
                             "id", "permit.kz1",
                             "number", "KZ1",
                             "purpose", SAIGA_PERMIT_PURPOSE_ZOO,
                             "exporter-id", "area.kz",
                             "taxon-ids", taxa,
                             "fee", fee,
                             "weight", "12.50",
                             "timeframe", timeframe,
                             "origin", origin,
                             "quantity", 3,
                             "conditions", conditions,
                             "stamps", stamps,
                             NULL);
  g_assert_no_error (error);

  return SAIGA_PERMIT (permit);
}

int
main (void)
{
  g_autoptr(GBytes) document = g_bytes_new_static (DOCUMENT, strlen (DOCUMENT));
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_from_bytes (document, &error);
  g_autoptr(GBytes) written = NULL;
  g_autoptr(SaigaPermit) permit = build ();
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(GListModel) referrers = NULL;
  g_autoptr(GListModel) problems = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  written = saiga_snapshot_to_xml (snapshot);
  g_assert_true (g_bytes_equal (written, document));

  g_assert_true (saiga_record_equal (SAIGA_RECORD (permit), saiga_snapshot_lookup (snapshot, "permit.kz1")));
  g_assert_cmpint (saiga_permit_get_quantity (permit), ==, 3);
  g_assert_cmpint (saiga_permit_get_purpose (permit), ==, SAIGA_PERMIT_PURPOSE_ZOO);
  g_assert_cmpstr (saiga_money_get_amount (saiga_permit_get_fee (permit)), ==, "20.50");
  json = saiga_record_to_json (SAIGA_RECORD (permit));
  g_assert_cmpstr (json, ==,
                   "{\"id\":\"permit.kz1\",\"note\":null,\"source-ids\":[],\"source-place\":null,\"number\":\"KZ1\",\"purpose\":\"zoo\","
                   "\"exporter-id\":\"area.kz\",\"taxon-ids\":[\"t.b\",\"t.a\"],\"fee\":\"EUR 20.50\",\"weight\":\"12.50\","
                   "\"timeframe\":\"2012-13\",\"origin\":\"area.kz area.mn:extinct\",\"quantity\":3,\"conditions\":{\"en\":\"None.\"},"
                   "\"stamps\":[{\"place\":\"Zamyn-Üüd\",\"date\":\"2012\"},{\"place\":\"Almaty\",\"date\":null}]}");

  g_assert_null (saiga_record_replace (SAIGA_RECORD (permit), &error, "number", "1", NULL));
  g_assert_cmpstr (error->message, ==, "permit.number: “1” is not of the form [A-Z]{2}[0-9]+");
  g_clear_error (&error);
  g_assert_null (saiga_record_replace (SAIGA_RECORD (permit), &error, "quantity", 1001, NULL));
  g_assert_cmpstr (error->message, ==, "permit.quantity: 1001 is not from 1 to 1000");

  g_assert_true (saiga_dataset_put (dataset, SAIGA_RECORD (permit), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (saiga_dataset_get_records (dataset, SAIGA_TYPE_PERMIT)), ==, 1);
  referrers = saiga_snapshot_get_referrers (saiga_dataset_get_snapshot (dataset), "area.mn");
  g_assert_cmpuint (g_list_model_get_n_items (referrers), ==, 1);
  problems = saiga_snapshot_validate (snapshot, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 5); /* the two taxa, and the areas */

  return 0;
}
