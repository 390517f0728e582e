/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Archives of Darwin Core with taxa as their core, and a core that stands alone. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-darwin-core-private.h"
#include "saiga-format-private.h"
#include "saiga-reason-private.h"

static const SaigaReasonKind meta_found = { "meta-found", N_ ("It has a meta.xml, whose core is a list of taxa in %1") };
static const SaigaReasonKind tables_found = { "tables-found", N_ ("These tables are read too: %1") };
static const SaigaReasonKind tables_unknown = { "tables-unknown", N_ ("These tables are not known, and are not read: %1") };

/* What each type of extension is read by. */
static const struct
{
  const char *row_type;
  gboolean (*read) (SaigaTaxonList *self, guint member, const SaigaHeading *heading, GError **error);
} extensions[] = {
  { "reference", _saiga_taxon_list_read_references },
  { "vernacularname", _saiga_taxon_list_read_vernaculars },
  { "distribution", _saiga_taxon_list_read_distributions },
  { "identifier", _saiga_taxon_list_read_identifiers },
};

static int
find_extension (const SaigaDarwinCoreTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (extensions) && table->member >= 0; i++)
    if (g_str_equal (extensions[i].row_type, table->row_type))
      return i;

  return -1;
}

static void
add_names (SaigaSample *sample,
           const SaigaReasonKind *kind,
           GPtrArray *tables,
           gboolean known)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 1; i < tables->len; i++)
    if ((find_extension (tables->pdata[i]) >= 0) == known)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", ((SaigaDarwinCoreTable *) tables->pdata[i])->location);
  if (names->len > 0)
    g_ptr_array_add (sample->reasons, _saiga_reason_new (kind, names->str, NULL));
}

static const SaigaColumn core_columns[] = {
  { "taxonid", TRUE },
  { "scientificname", TRUE },
  { "parentnameusageid|highertaxonid", FALSE },
  { "acceptednameusageid|acceptedtaxonid", FALSE },
  { "scientificnameauthorship", FALSE },
  { "taxonrank", FALSE },
  { "taxonomicstatus", FALSE },
};

static guint
sniff (SaigaSample *sample)
{
  int meta = _saiga_input_find (sample->input, "meta.xml");
  g_autoptr(GPtrArray) tables = meta >= 0 ? _saiga_darwin_core_read_meta (sample, meta, NULL) : NULL;
  const SaigaDarwinCoreTable *core = tables != NULL ? tables->pdata[0] : NULL;

  if (meta < 0)
    return _saiga_sample_match_columns (sample, core_columns, G_N_ELEMENTS (core_columns));
  if (core == NULL || core->member < 0 || !g_str_equal (core->row_type, "taxon"))
    {
      /* Reading it says what is wrong. */
      sample->member = meta;
      return core == NULL || core->member < 0 ? 50 : 0;
    }

  sample->member = core->member;
  g_ptr_array_add (sample->reasons, _saiga_reason_new (&meta_found, core->location, NULL));
  add_names (sample, &tables_found, tables, TRUE);
  add_names (sample, &tables_unknown, tables, FALSE);

  return 100;
}

static gboolean
read_core (SaigaTaxonList *self,
           guint member,
           const SaigaHeading *heading,
           GError **error)
{
  g_autoptr(GArray) map = _saiga_usage_map_new (heading, NULL);

  self->splits_names = TRUE;
  self->has_flat_parents = TRUE;
  self->usages = _saiga_usages_read (self->reading, member, heading, map, FALSE, error);
  if (self->usages == NULL)
    return FALSE;
  _saiga_taxon_list_put_usages (self);

  return TRUE;
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  g_autoptr(SaigaTaxonList) self = _saiga_taxon_list_new (reading);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  SaigaTaxonListFacts facts = { NULL };
  int meta = _saiga_input_find (reading->input, "meta.xml");
  int eml = _saiga_input_find (reading->input, "eml.xml");
  g_autoptr(GPtrArray) tables = NULL;
  SaigaDarwinCoreTable *core;

  if (eml >= 0 && !_saiga_darwin_core_read_eml (reading->input, eml, texts, &facts, reading->cancellable, error))
    return FALSE;
  if (meta < 0)
    {
      _saiga_taxon_list_begin (self, &facts);
      if (!read_core (self, reading->member, _saiga_sample_get_heading (reading->sample, reading->member), error))
        return FALSE;
      _saiga_taxon_list_finish (self);
      return TRUE;
    }

  tables = _saiga_darwin_core_read_meta (reading->sample, meta, error);
  if (tables == NULL)
    return FALSE;
  core = tables->pdata[0];
  if (core->member < 0)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "meta.xml: the core “%s” is not there", core->location);
      return FALSE;
    }

  _saiga_taxon_list_begin (self, &facts);
  if (!read_core (self, core->member, core->heading, error))
    return FALSE;
  for (guint n = 0; n < G_N_ELEMENTS (extensions); n++)
    for (guint i = 1; i < tables->len; i++)
      {
        SaigaDarwinCoreTable *table = tables->pdata[i];

        if (find_extension (table) == (int) n && !extensions[n].read (self, table->member, table->heading, error))
          return FALSE;
      }
  _saiga_taxon_list_finish (self);

  return TRUE;
}

const SaigaFormat _saiga_format_darwin_core = {
  .name = "darwin-core",
  .title = N_ ("Checklist as an archive of Darwin Core, or its core alone"),
  .sniff = sniff,
  .read = read_file,
  .write = _saiga_darwin_core_write,
};
