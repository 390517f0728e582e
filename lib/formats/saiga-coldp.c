/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Data packages of the Catalogue of Life (ColDP): NameUsage, or Name with Taxon and Synonym. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-coldp-private.h"
#include "saiga-format-private.h"
#include "saiga-reason-private.h"

static const SaigaReasonKind tables_found = { "tables-read", N_ ("It has these tables of a ColDP archive: %1") };
static const SaigaReasonKind tables_unknown = { "tables-unknown", N_ ("These tables are not known, and are not read: %1") };

typedef enum
{
  TABLE_USAGE,
  TABLE_NAME,
  TABLE_TAXON,
  TABLE_SYNONYM,
  TABLE_REFERENCE,
  TABLE_VERNACULAR,
  TABLE_DISTRIBUTION,
  N_TABLES,
} Table;

/* In the singular and in the plural, in any case, with a hyphen or without. */
static const char *const table_names[N_TABLES][2] = {
  { "nameusage", "nameusages" },
  { "name", "names" },
  { "taxon", "taxa" },
  { "synonym", "synonyms" },
  { "reference", "references" },
  { "vernacularname", "vernacularnames" },
  { "distribution", "distributions" },
};

static char *
fold_member (const char *name,
             gboolean *is_table)
{
  const char *slash = strrchr (name, '/');
  g_autofree char *base = g_strdup (slash != NULL ? slash + 1 : name);
  char *dot = strrchr (base, '.');

  *is_table = dot != NULL && (g_ascii_strcasecmp (dot, ".csv") == 0 || g_ascii_strcasecmp (dot, ".tsv") == 0 || g_ascii_strcasecmp (dot, ".txt") == 0);
  if (dot != NULL)
    *dot = '\0';

  return _saiga_heading_fold (base);
}

static void
find_tables (SaigaInput *input,
             int *members,
             GString *unknown)
{
  for (guint n = 0; n < N_TABLES; n++)
    members[n] = -1;
  for (guint i = 0; i < _saiga_input_get_n_members (input); i++)
    {
      gboolean is_table;
      g_autofree char *folded = fold_member (_saiga_input_get_member (input, i), &is_table);
      guint n;

      for (n = 0; is_table && n < N_TABLES; n++)
        if (g_str_equal (folded, table_names[n][0]) || g_str_equal (folded, table_names[n][1]))
          break;
      if (is_table && n < N_TABLES && members[n] < 0)
        members[n] = i;
      else if (is_table && unknown != NULL)
        g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", _saiga_input_get_member (input, i));
    }
}

static gboolean
has_column (SaigaSample *sample,
            int member,
            SaigaUsageField field)
{
  const SaigaHeading *heading = member >= 0 ? _saiga_sample_get_heading (sample, member) : NULL;
  g_autoptr(GArray) map = heading != NULL ? _saiga_usage_map_new (heading, NULL) : NULL;

  return map != NULL && _saiga_usage_map_has (map, field);
}

static guint
sniff (SaigaSample *sample)
{
  int members[N_TABLES];
  g_autoptr(GString) unknown = g_string_new (NULL);
  g_autoptr(GString) known = g_string_new (NULL);

  find_tables (sample->input, members, unknown);
  if (has_column (sample, members[TABLE_USAGE], SAIGA_USAGE_ID) && has_column (sample, members[TABLE_USAGE], SAIGA_USAGE_NAME))
    sample->member = members[TABLE_USAGE];
  else if (has_column (sample, members[TABLE_TAXON], SAIGA_USAGE_NAME_ID) && has_column (sample, members[TABLE_NAME], SAIGA_USAGE_NAME))
    sample->member = members[TABLE_TAXON];
  else
    return 0;

  for (guint n = 0; n < N_TABLES; n++)
    if (members[n] >= 0)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", _saiga_input_get_member (sample->input, members[n]));
  g_ptr_array_add (sample->reasons, _saiga_reason_new (&tables_found, known->str, NULL));
  if (unknown->len > 0)
    g_ptr_array_add (sample->reasons, _saiga_reason_new (&tables_unknown, unknown->str, NULL));

  return 95;
}

static SaigaUsages *
read_usages (SaigaReading *reading,
             int member,
             GError **error)
{
  const SaigaHeading *heading = _saiga_reading_get_heading (reading, member, error);
  g_autoptr(GArray) map = heading != NULL ? _saiga_usage_map_new (heading, NULL) : NULL;

  if (map == NULL)
    return NULL;

  /* What the taxon of a synonym is called here is what others call the accepted one. */
  for (guint i = 0; i < map->len; i++)
    {
      SaigaUsageColumn *column = &g_array_index (map, SaigaUsageColumn, i);

      if (column->field == SAIGA_USAGE_ID && g_str_equal (heading->folded[column->column], "taxonid"))
        column->field = SAIGA_USAGE_ACCEPTED_ID;
    }

  return _saiga_usages_read (reading, member, heading, map, FALSE, error);
}

static gboolean
read_names (SaigaTaxonList *self,
            const int *members,
            GError **error)
{
  SaigaReading *reading = self->reading;

  if (members[TABLE_USAGE] >= 0)
    {
      self->usages = read_usages (reading, members[TABLE_USAGE], error);
      return self->usages != NULL;
    }

  self->names = read_usages (reading, members[TABLE_NAME], error);
  self->usages = self->names != NULL ? read_usages (reading, members[TABLE_TAXON], error) : NULL;
  if (self->usages == NULL)
    return FALSE;
  if (members[TABLE_SYNONYM] >= 0)
    self->synonyms = read_usages (reading, members[TABLE_SYNONYM], error);

  return members[TABLE_SYNONYM] < 0 || self->synonyms != NULL;
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  static gboolean (*const readers[N_TABLES]) (SaigaTaxonList * self, guint member, const SaigaHeading *heading, GError **error) = {
    [TABLE_REFERENCE] = _saiga_taxon_list_read_references,
    [TABLE_VERNACULAR] = _saiga_taxon_list_read_vernaculars,
    [TABLE_DISTRIBUTION] = _saiga_taxon_list_read_distributions,
  };
  g_autoptr(SaigaTaxonList) self = _saiga_taxon_list_new (reading);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  SaigaTaxonListFacts facts = { NULL };
  int metadata = _saiga_input_find (reading->input, "metadata.yaml");
  int members[N_TABLES];

  if (metadata < 0)
    metadata = _saiga_input_find (reading->input, "metadata.yml");
  if (metadata >= 0 && !_saiga_coldp_read_metadata (reading->input, metadata, texts, &facts, reading->cancellable, error))
    return FALSE;

  find_tables (reading->input, members, NULL);
  if (members[TABLE_USAGE] < 0 && (members[TABLE_NAME] < 0 || members[TABLE_TAXON] < 0))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: has neither NameUsage nor Name and Taxon", _saiga_input_get_name (reading->input));
      return FALSE;
    }

  _saiga_taxon_list_begin (self, &facts);
  for (guint n = TABLE_REFERENCE; n < N_TABLES; n++)
    {
      if (n == TABLE_VERNACULAR)
        {
          if (!read_names (self, members, error))
            return FALSE;
          _saiga_taxon_list_put_usages (self);
        }
      if (members[n] >= 0)
        {
          const SaigaHeading *heading = _saiga_reading_get_heading (reading, members[n], error);

          if (heading == NULL || !readers[n](self, members[n], heading, error))
            return FALSE;
        }
    }
  _saiga_taxon_list_finish (self);

  return TRUE;
}

const SaigaFormat _saiga_format_coldp = {
  .name = "coldp",
  .title = N_ ("Checklist as a data package of the Catalogue of Life (ColDP)"),
  .sniff = sniff,
  .read = read_file,
  .write = _saiga_coldp_write,
};
