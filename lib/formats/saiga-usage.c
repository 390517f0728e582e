/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What the columns of checklists are, whatever their headings, and the rows of such tables in memory. */

#include <string.h>

#include "saiga-usage-private.h"

static const char *const field_names[] = {
  [SAIGA_USAGE_ID] = "id",
  [SAIGA_USAGE_PARENT_ID] = "parent-id",
  [SAIGA_USAGE_PARENT_NAME] = "parent-name",
  [SAIGA_USAGE_ACCEPTED_ID] = "accepted-id",
  [SAIGA_USAGE_ACCEPTED_NAME] = "accepted-name",
  [SAIGA_USAGE_BASIONYM_ID] = "basionym-id",
  [SAIGA_USAGE_NAME_ID] = "name-id",
  [SAIGA_USAGE_NAME] = "name",
  [SAIGA_USAGE_AUTHORSHIP] = "authorship",
  [SAIGA_USAGE_AUTHOR] = "author",
  [SAIGA_USAGE_YEAR] = "year",
  [SAIGA_USAGE_PARENTHESES] = "parentheses",
  [SAIGA_USAGE_RANK] = "rank",
  [SAIGA_USAGE_STATUS] = "status",
  [SAIGA_USAGE_CODE] = "code",
  [SAIGA_USAGE_ACCORDING_TO] = "according-to",
  [SAIGA_USAGE_KINGDOM] = "kingdom",
  [SAIGA_USAGE_PHYLUM] = "phylum",
  [SAIGA_USAGE_CLASS] = "class",
  [SAIGA_USAGE_SUBCLASS] = "subclass",
  [SAIGA_USAGE_ORDER] = "order",
  [SAIGA_USAGE_SUBORDER] = "suborder",
  [SAIGA_USAGE_SUPERFAMILY] = "superfamily",
  [SAIGA_USAGE_FAMILY] = "family",
  [SAIGA_USAGE_SUBFAMILY] = "subfamily",
  [SAIGA_USAGE_TRIBE] = "tribe",
  [SAIGA_USAGE_GENUS] = "genus",
  [SAIGA_USAGE_SPECIFIC_EPITHET] = "specific-epithet",
  [SAIGA_USAGE_INFRASPECIFIC_EPITHET] = "infraspecific-epithet",
  [SAIGA_USAGE_IDENTIFIERS] = "identifiers",
  [SAIGA_USAGE_COMMON_NAMES] = "common-names",
  [SAIGA_USAGE_SYNONYMS] = "synonyms",
  [SAIGA_USAGE_ORIGINAL_NAME] = "original-name",
  [SAIGA_USAGE_FORMER_NAME] = "former-name",
  [SAIGA_USAGE_NOMINAL_NAMES] = "nominal-names",
  [SAIGA_USAGE_TAXONOMY_NOTES] = "taxonomy-notes",
  [SAIGA_USAGE_RANGE] = "range",
  [SAIGA_USAGE_POSITION] = "position",
  [SAIGA_USAGE_REMARKS] = "remarks",
  [SAIGA_USAGE_REFERENCE_ID] = "reference-id",
};

/* Headings as they are folded; a star is for any end. Terms of Darwin Core, headings of ColDP, and those of the
 * checklists that people have. */
static const struct
{
  const char *heading;
  SaigaUsageField field;
  const char *qualifier;
} guesses[] = {
  { "taxonid", SAIGA_USAGE_ID, NULL },
  { "id", SAIGA_USAGE_ID, NULL },
  { "parentnameusageid", SAIGA_USAGE_PARENT_ID, NULL },
  { "parentid", SAIGA_USAGE_PARENT_ID, NULL },
  { "highertaxonid", SAIGA_USAGE_PARENT_ID, NULL },
  { "parentnameusage", SAIGA_USAGE_PARENT_NAME, NULL },
  { "highertaxon", SAIGA_USAGE_PARENT_NAME, NULL },
  { "acceptednameusageid", SAIGA_USAGE_ACCEPTED_ID, NULL },
  { "acceptedtaxonid", SAIGA_USAGE_ACCEPTED_ID, NULL },
  { "acceptednameusage", SAIGA_USAGE_ACCEPTED_NAME, NULL },
  { "acceptedname", SAIGA_USAGE_ACCEPTED_NAME, NULL },
  { "originalnameusageid", SAIGA_USAGE_BASIONYM_ID, NULL },
  { "basionymid", SAIGA_USAGE_BASIONYM_ID, NULL },
  { "nameid", SAIGA_USAGE_NAME_ID, NULL },
  { "scientificname", SAIGA_USAGE_NAME, NULL },
  { "sciname", SAIGA_USAGE_NAME, NULL },
  { "latinname", SAIGA_USAGE_NAME, NULL },
  { "taxonname", SAIGA_USAGE_NAME, NULL },
  { "speciesname", SAIGA_USAGE_NAME, NULL },
  { "fullname", SAIGA_USAGE_NAME, NULL },
  { "scientificnameauthorship", SAIGA_USAGE_AUTHORSHIP, NULL },
  { "authorship", SAIGA_USAGE_AUTHORSHIP, NULL },
  { "authority", SAIGA_USAGE_AUTHORSHIP, NULL },
  { "authoryear", SAIGA_USAGE_AUTHORSHIP, NULL },
  { "author", SAIGA_USAGE_AUTHORSHIP, NULL },
  { "authorityspeciesauthor", SAIGA_USAGE_AUTHOR, NULL },
  { "authorityspeciesyear", SAIGA_USAGE_YEAR, NULL },
  { "authorityparentheses", SAIGA_USAGE_PARENTHESES, NULL },
  { "taxonrank", SAIGA_USAGE_RANK, NULL },
  { "rank", SAIGA_USAGE_RANK, NULL },
  { "rankname", SAIGA_USAGE_RANK, NULL },
  { "taxonomicstatus", SAIGA_USAGE_STATUS, NULL },
  { "status", SAIGA_USAGE_STATUS, NULL },
  { "code", SAIGA_USAGE_CODE, NULL },
  { "nomenclaturalcode", SAIGA_USAGE_CODE, NULL },
  { "nameaccordingto", SAIGA_USAGE_ACCORDING_TO, NULL },
  { "accordingtoid", SAIGA_USAGE_ACCORDING_TO, NULL },
  { "namephrase", SAIGA_USAGE_ACCORDING_TO, NULL },
  { "kingdom", SAIGA_USAGE_KINGDOM, NULL },
  { "phylum", SAIGA_USAGE_PHYLUM, NULL },
  { "class", SAIGA_USAGE_CLASS, NULL },
  { "subclass", SAIGA_USAGE_SUBCLASS, NULL },
  { "order", SAIGA_USAGE_ORDER, NULL },
  { "suborder", SAIGA_USAGE_SUBORDER, NULL },
  { "superfamily", SAIGA_USAGE_SUPERFAMILY, NULL },
  { "family", SAIGA_USAGE_FAMILY, NULL },
  { "subfamily", SAIGA_USAGE_SUBFAMILY, NULL },
  { "tribe", SAIGA_USAGE_TRIBE, NULL },
  { "genus", SAIGA_USAGE_GENUS, NULL },
  { "specificepithet", SAIGA_USAGE_SPECIFIC_EPITHET, NULL },
  { "species", SAIGA_USAGE_SPECIFIC_EPITHET, NULL },
  { "infraspecificepithet", SAIGA_USAGE_INFRASPECIFIC_EPITHET, NULL },
  { "subspecies", SAIGA_USAGE_INFRASPECIFIC_EPITHET, NULL },
  { "alternativeid", SAIGA_USAGE_IDENTIFIERS, NULL },
  { "avibaseid", SAIGA_USAGE_IDENTIFIERS, "avibase" },
  { "englishname*", SAIGA_USAGE_COMMON_NAMES, "en" },
  { "frenchname*", SAIGA_USAGE_COMMON_NAMES, "fr" },
  { "spanishname*", SAIGA_USAGE_COMMON_NAMES, "es" },
  { "germanname*", SAIGA_USAGE_COMMON_NAMES, "de" },
  { "maincommonname", SAIGA_USAGE_COMMON_NAMES, "en" },
  { "othercommonnames", SAIGA_USAGE_COMMON_NAMES, "en" },
  { "commonname*", SAIGA_USAGE_COMMON_NAMES, "en" },
  { "synonyms*", SAIGA_USAGE_SYNONYMS, NULL },
  { "protonym", SAIGA_USAGE_ORIGINAL_NAME, NULL },
  { "originalname*", SAIGA_USAGE_ORIGINAL_NAME, NULL },
  { "msw3sciname", SAIGA_USAGE_FORMER_NAME, NULL },
  { "nominalnames", SAIGA_USAGE_NOMINAL_NAMES, NULL },
  { "taxonomynotes", SAIGA_USAGE_TAXONOMY_NOTES, NULL },
  { "countrydistribution", SAIGA_USAGE_RANGE, NULL },
  { "countries", SAIGA_USAGE_RANGE, NULL },
  { "sequence", SAIGA_USAGE_POSITION, NULL },
  { "taxonremarks", SAIGA_USAGE_REMARKS, NULL },
  { "remarks", SAIGA_USAGE_REMARKS, NULL },
  { "referenceid", SAIGA_USAGE_REFERENCE_ID, NULL },
};

/* ---- the map */

static gboolean
parse_field (const char *text,
             SaigaUsageColumn *column)
{
  const char *colon = strchr (text, ':');
  gsize length = colon != NULL ? (gsize) (colon - text) : strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (strlen (field_names[i]) == length && strncmp (field_names[i], text, length) == 0)
      {
        column->field = i;
        column->qualifier = colon != NULL ? g_strdup (colon + 1) : NULL;
        return TRUE;
      }

  return FALSE;
}

gboolean
_saiga_usage_field_is_known (const char *text)
{
  SaigaUsageColumn column = { 0, 0, NULL };
  gboolean is_known = parse_field (text, &column);

  g_free (column.qualifier);

  return is_known;
}

static gboolean
guess_field (const char *folded,
             SaigaUsageColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      const char *star = strchr (guesses[i].heading, '*');

      if (star != NULL ? strncmp (folded, guesses[i].heading, star - guesses[i].heading) == 0 : g_str_equal (folded, guesses[i].heading))
        {
          column->field = guesses[i].field;
          column->qualifier = g_strdup (guesses[i].qualifier);
          return TRUE;
        }
    }

  return FALSE;
}

static void
clear_column (gpointer data)
{
  g_free (((SaigaUsageColumn *) data)->qualifier);
}

GArray *
_saiga_usage_map_new (const SaigaHeading *heading,
                      GHashTable *changes)
{
  GArray *map = g_array_new (FALSE, TRUE, sizeof (SaigaUsageColumn));

  g_array_set_clear_func (map, clear_column);
  for (guint i = 0; heading->folded[i] != NULL; i++)
    {
      const char *change = changes != NULL ? g_hash_table_lookup (changes, heading->headings[i]) : NULL;
      SaigaUsageColumn column = { i, 0, NULL };

      if (change != NULL ? parse_field (change, &column) : guess_field (heading->folded[i], &column))
        g_array_append_val (map, column);
    }

  return map;
}

char *
_saiga_usage_column_to_string (const SaigaUsageColumn *self)
{
  return self->qualifier != NULL ? g_strconcat (field_names[self->field], ":", self->qualifier, NULL) : g_strdup (field_names[self->field]);
}

char **
_saiga_usage_list_fields (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    g_strv_builder_add (names, field_names[i]);

  return g_strv_builder_end (names);
}

gboolean
_saiga_usage_map_has (GArray *map,
                      SaigaUsageField field)
{
  for (guint i = 0; i < map->len; i++)
    if (g_array_index (map, SaigaUsageColumn, i).field == field)
      return TRUE;

  return FALSE;
}

/* ---- rows */

static SaigaRowEnd
read_row (SaigaReading *reading,
          const SaigaRow *row,
          gpointer data)
{
  SaigaUsages *self = data;
  gpointer position;

  for (guint i = 0; i < self->map->len; i++)
    {
      const SaigaUsageColumn *column = &g_array_index (self->map, SaigaUsageColumn, i);
      const SaigaCell *cell = _saiga_row_get_at (row, column->column);
      const char *text = cell->text;

      /* What databases and programs of statistics write for nothing; but Namibia is NA. */
      if (cell->length == 0 || g_str_equal (text, "\\N") || (self->na_is_empty && column->field != SAIGA_USAGE_RANGE && g_str_equal (text, "NA")))
        g_ptr_array_add (self->cells, (gpointer) "");
      else
        g_ptr_array_add (self->cells, g_string_chunk_insert (self->texts, text));
    }
  g_array_append_val (self->rows, reading->row);

  position = GUINT_TO_POINTER (self->rows->len);
  if (self->first[SAIGA_USAGE_ID] >= 0)
    {
      const char *id = _saiga_usages_get (self, self->rows->len - 1, SAIGA_USAGE_ID);

      if (id[0] != '\0' && !g_hash_table_contains (self->ids, id))
        g_hash_table_insert (self->ids, (gpointer) id, position);
    }

  return SAIGA_ROW_LATER;
}

SaigaUsages *
_saiga_usages_read (SaigaReading *reading,
                    guint member,
                    const SaigaHeading *heading,
                    GArray *map,
                    gboolean na_is_empty,
                    GError **error)
{
  SaigaUsages *self = g_new0 (SaigaUsages, 1);

  self->file = _saiga_input_get_member (reading->input, member);
  self->map = g_array_ref (map);
  self->texts = g_string_chunk_new (64 * 1024);
  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->na_is_empty = na_is_empty;
  for (guint i = 0; i < SAIGA_N_USAGE_FIELDS; i++)
    self->first[i] = -1;
  for (guint i = map->len; i > 0; i--)
    self->first[g_array_index (map, SaigaUsageColumn, i - 1).field] = i - 1;

  if (!_saiga_reading_read_rows (reading, member, heading, NULL, 0, read_row, self, error))
    g_clear_pointer (&self, _saiga_usages_free);

  return self;
}

void
_saiga_usages_free (SaigaUsages *self)
{
  g_array_unref (self->map);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_hash_table_unref (self->ids);
  g_free (self);
}

guint
_saiga_usages_get_n_rows (const SaigaUsages *self)
{
  return self->rows->len;
}

const char *
_saiga_usages_get_cell (const SaigaUsages *self,
                        guint row,
                        guint position)
{
  return self->cells->pdata[row * self->map->len + position];
}

const char *
_saiga_usages_get (const SaigaUsages *self,
                   guint row,
                   SaigaUsageField field)
{
  const char *text = "";

  /* Of several columns that say it, the first that says something. */
  for (guint i = self->first[field] >= 0 ? (guint) self->first[field] : self->map->len; i < self->map->len && text[0] == '\0'; i++)
    if (g_array_index (self->map, SaigaUsageColumn, i).field == field)
      text = _saiga_usages_get_cell (self, row, i);

  return text;
}

int
_saiga_usages_find (const SaigaUsages *self,
                    const char *id)
{
  return id[0] != '\0' ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id)) - 1 : -1;
}

void
_saiga_usages_go_to (const SaigaUsages *self,
                     SaigaReading *reading,
                     guint row)
{
  reading->file = self->file;
  reading->row = g_array_index (self->rows, guint, row);
}
