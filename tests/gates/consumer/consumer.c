/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A program outside of the tree: it reads the embedded data set, edits it, and gets an error. */

#include <saiga/saiga.h>

int
main (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(SaigaRecord) record = NULL;
  g_autoptr(SaigaRecord) none = NULL;
  SaigaRecord *taxon;

  g_assert_no_error (error);
  saiga_dataset_set_snapshot (dataset, snapshot);
  taxon = saiga_snapshot_lookup (snapshot, "cites.saiga-tatarica");
  g_assert_true (SAIGA_IS_TAXON (taxon));
  g_assert_cmpstr (saiga_taxon_get_name (SAIGA_TAXON (taxon)), ==, "Saiga tatarica");

  record = saiga_record_replace (taxon, &error, "note", "A steppe antelope.", NULL);
  g_assert_no_error (error);
  g_assert_true (saiga_dataset_put (dataset, record, &error));
  g_assert_true (saiga_snapshot_lookup (saiga_dataset_get_snapshot (dataset), "cites.saiga-tatarica") == record);

  none = saiga_record_replace (taxon, &error, "rank", "spezies", NULL);
  g_assert_null (none);
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE);

  return 0;
}
