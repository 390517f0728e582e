/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-private.h"
#include "saiga-xml-writer-private.h"

/* Goes up with every change of the rules that can change a row. */
#define RULE_VERSION 1

static void
add_record (GChecksum *checksum,
            SaigaRecord *record,
            GString *xml,
            GString *buffer)
{
  g_string_truncate (xml, 0);
  _saiga_xml_append_record (xml, record, buffer);
  g_checksum_update (checksum, (const guchar *) xml->str, (gssize) xml->len);
}

/* The taxa of a side and its listings, in id order, by their canonical bytes. */
static char *
digest_side (SaigaSnapshot *snapshot,
             const SaigaSide *side)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GString) xml = g_string_new (NULL);
  g_autoptr(GString) buffer = g_string_new (NULL);
  const char *instrument_id = side->instrument != NULL ? _saiga_record_peek_id (SAIGA_RECORD (side->instrument)) : NULL;
  SaigaTableIter iter;
  SaigaRecord *record;

  add_record (checksum, SAIGA_RECORD (side->authority), xml, buffer);
  for (guint i = 0; i < side->n_taxa; i++)
    add_record (checksum, SAIGA_RECORD (side->taxa[i].taxon), xml, buffer);
  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING)));
  while (instrument_id != NULL && (record = _saiga_table_iter_next (&iter)) != NULL)
    if (g_strcmp0 (saiga_listing_get_instrument_id (SAIGA_LISTING (record)), instrument_id) == 0)
      add_record (checksum, record, xml, buffer);

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * saiga_concordance_dup_version:
 * @self: a concordance
 *
 * Says what the concordance was made of, for a citation: the version of the rules, the day, and
 * a digest (SHA-256) of the taxa and listings of the first side and of the second. Two
 * concordances of one version differ only by what reviewers have decided.
 *
 * Returns: (transfer full): the version: four words parted by a space
 *
 * Since: 0.1
 */
char *
saiga_concordance_dup_version (SaigaConcordance *self)
{
  g_autofree char *date = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self) && self->rows != NULL, NULL);

  date = saiga_date_to_string (self->date);
  a = digest_side (self->snapshot, self->rows->sides[0]);
  b = digest_side (self->snapshot, self->rows->sides[1]);

  return g_strdup_printf ("%d %s %s %s", RULE_VERSION, date, a, b);
}
