/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The tables from which UNEP-WCMC filled Species+: which there are, and in what order they are read. */

#include <string.h>

#include "saiga-format-private.h"
#include "saiga-wcmc-tables-private.h"

static const SaigaWcmcTable *const groups[] = {
  _saiga_wcmc_name_tables,
  _saiga_wcmc_document_tables,
  _saiga_wcmc_common_tables,
  _saiga_wcmc_place_tables,
  _saiga_wcmc_listing_tables,
};

/* ---- what it is */

/* The file of a table, if it has the headings that it must have; −1: it is not there. */
static int
find_member (SaigaSample *sample,
             const SaigaWcmcTable *table)
{
  int member = _saiga_input_find (sample->input, table->member);
  const SaigaHeading *heading = member >= 0 ? _saiga_sample_get_heading (sample, member) : NULL;
  guint map[SAIGA_MAX_COLUMNS];

  return heading != NULL && _saiga_heading_map (heading, table->columns, table->n_columns, map) ? member : -1;
}

/* The files of the tables that are there, in the order of the tables; marks them among all members as used. */
static GPtrArray *
find_members (SaigaSample *sample,
              gboolean *used,
              guint *n_tables)
{
  GPtrArray *found = g_ptr_array_new ();

  *n_tables = 0;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const SaigaWcmcTable *table = groups[i]; table->member != NULL; table++)
      {
        int member = find_member (sample, table);

        *n_tables += 1;
        if (member < 0)
          continue;
        used[member] = TRUE;
        g_ptr_array_add (found, (gpointer) table->member);
      }

  return found;
}

static guint
sniff (SaigaSample *sample)
{
  guint n_members = _saiga_input_get_n_members (sample->input);
  g_autofree gboolean *used = g_new0 (gboolean, n_members + 1);
  guint n_tables;
  g_autoptr(GPtrArray) found = find_members (sample, used, &n_tables);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();

  if (found->len == 0)
    return 0;

  sample->member = _saiga_input_find (sample->input, found->pdata[0]);
  for (guint i = 0; i < n_members; i++)
    if (!used[i])
      g_ptr_array_add (unknown, (gpointer) _saiga_input_get_member (sample->input, i));
  _saiga_sample_add_tables (sample, found, n_tables, unknown);

  return 80 + 20 * found->len / n_tables;
}

/* ---- numbers and cells */

SaigaTaxonRank
_saiga_wcmc_rank (SaigaWcmcTables *self,
                  const char *text)
{
  gpointer rank;

  if (!g_hash_table_lookup_extended (self->ranks, text, NULL, &rank))
    {
      const char *line = _saiga_wcmc_clean (self, text);

      rank = GUINT_TO_POINTER (g_ascii_strcasecmp (line, "var") == 0      ? SAIGA_TAXON_RANK_VARIETY
                               : g_ascii_strcasecmp (line, "hybrid") == 0 ? SAIGA_TAXON_RANK_SPECIES
                                                                          : _saiga_rank_parse (line));
      g_hash_table_insert (self->ranks, g_strdup (text), rank);
    }

  return GPOINTER_TO_UINT (rank);
}

/* Species and what is below them have one numbering. */
gint64
_saiga_wcmc_key (SaigaWcmcTables *self,
                 const char *rank_text,
                 const char *number)
{
  SaigaTaxonRank rank = _saiga_wcmc_rank (self, rank_text);
  gint64 value = 0;
  guint n_digits = 0;

  number += strspn (number, " ");
  for (; g_ascii_isdigit (*number) && n_digits < 9; number++, n_digits++)
    value = value * 10 + *number - '0';
  number += strspn (number, " ");
  if (rank == SAIGA_TAXON_RANK_UNSET || n_digits == 0 || *number != '\0')
    return -1;
  if (rank > SAIGA_TAXON_RANK_SPECIES)
    rank = SAIGA_TAXON_RANK_SPECIES;

  return (gint64) self->kingdom << 40 | (gint64) rank << 32 | value;
}

SaigaWcmcName *
_saiga_wcmc_find_taxon (SaigaWcmcTables *self,
                        gint64 key)
{
  return g_hash_table_lookup (self->taxa, &key);
}

const char *
_saiga_wcmc_find (SaigaWcmcTables *self,
                  gint64 key,
                  SaigaWcmcAuthority authority)
{
  SaigaWcmcName *taxon = _saiga_wcmc_find_taxon (self, key);

  return taxon != NULL ? taxon->ids[authority] : NULL;
}

void
_saiga_wcmc_add_id (GString *ids,
                    const char *id)
{
  g_auto(GStrv) known = g_strsplit (ids->str, " ", -1);

  if (!g_strv_contains ((const char *const *) known, id))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
}

char *
_saiga_wcmc_find_list (SaigaWcmcTables *self,
                       const char *list,
                       const char *column,
                       SaigaWcmcAuthority authority)
{
  g_auto(GStrv) pairs = g_strsplit (list, ",", -1);
  GString *ids = g_string_new (NULL);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      g_auto(GStrv) pieces = g_strsplit (g_strstrip (*pair), ":", 2);
      const char *id = g_strv_length (pieces) == 2 ? _saiga_wcmc_find (self, _saiga_wcmc_key (self, pieces[0], pieces[1]), authority) : NULL;

      if (id != NULL)
        _saiga_wcmc_add_id (ids, id);
      else if ((*pair)[0] != '\0')
        _saiga_reading_add_problem (self->reading, "import-number", column, *pair, NULL);
    }

  return g_string_free (ids, FALSE);
}

const char *
_saiga_wcmc_find_name (SaigaWcmcTables *self,
                       const char *name,
                       SaigaWcmcAuthority authority)
{
  return g_hash_table_lookup (self->by_name[authority], name);
}

const char *
_saiga_wcmc_prefix (SaigaWcmcAuthority authority)
{
  return authority == SAIGA_WCMC_CITES ? "cites" : "cms";
}

guint
_saiga_wcmc_authorities (const char *designation)
{
  guint bits = 0;

  /* CITES_EU is one taxonomy; CMS may stand beside it. */
  if (strstr (designation, "CITES") != NULL || strstr (designation, "EU") != NULL)
    bits |= 1u << SAIGA_WCMC_CITES;
  if (strstr (designation, "CMS") != NULL)
    bits |= 1u << SAIGA_WCMC_CMS;

  return bits;
}

/* Whether a cell is clean as it stands, as nearly all are. */
static gboolean
is_clean (const char *cell)
{
  const char *c;

  for (c = cell; *c != '\0'; c++)
    {
      guchar sign = *c;

      if (sign < ' ' || sign == 0x7f || sign == 0xc2 || sign == 0xe2 || sign == 0xe3 || sign == 0xef)
        return FALSE;
      if (sign == ' ' && (c == cell || c[1] == ' ' || c[1] == '\0'))
        return FALSE;
    }

  return c - cell != 4 || strcmp (cell, "NULL") != 0;
}

const char *
_saiga_wcmc_clean (SaigaWcmcTables *self,
                   const char *cell)
{
  g_autofree char *line = NULL;

  if (*cell == '\0')
    return "";
  if (is_clean (cell))
    return _saiga_arena_add (self->reading->arena, cell, strlen (cell));

  line = _saiga_clean_line (cell);

  return g_str_equal (line, "NULL") ? "" : _saiga_arena_add (self->reading->arena, line, strlen (line));
}

const char *
_saiga_wcmc_get_area (SaigaWcmcTables *self,
                      const char *code)
{
  const char *id;

  if (!g_hash_table_lookup_extended (self->areas, code, NULL, (gpointer *) &id))
    {
      g_autofree char *key = _saiga_slug (code);
      g_autofree char *area_id = g_strconcat ("area.", key, NULL);

      /* Codes of places that have none of ISO are those of the areas too. */
      id = _saiga_reading_find_area (self->reading, code);
      if (id == NULL && key[0] != '\0' && _saiga_reading_need (self->reading, area_id))
        id = _saiga_record_peek_id (_saiga_reading_lookup (self->reading, area_id));
      g_hash_table_insert (self->areas, g_strdup (code), (gpointer) id);
    }
  if (id == NULL)
    _saiga_reading_add_problem (self->reading, "import-area", "ISO2", code, NULL);

  return id;
}

SaigaRowEnd
_saiga_wcmc_refuse_number (SaigaWcmcTables *self,
                           const char *column,
                           const char *rank,
                           const char *number)
{
  g_autofree char *text = g_strconcat (rank, rank[0] != '\0' ? " " : "", number, NULL);

  _saiga_reading_add_problem (self->reading, "import-number", column, text, NULL);

  return SAIGA_ROW_REFUSED;
}

/* ---- reading */

static gboolean
read_table (SaigaWcmcTables *self,
            const SaigaWcmcTable *table,
            GError **error)
{
  SaigaReading *reading = self->reading;
  int member = find_member (reading->sample, table);

  if (member < 0)
    return TRUE;

  self->kingdom = table->kingdom;
  self->authority = table->authority;
  if (!_saiga_reading_read_table (reading, member, table->columns, table->n_columns, table->read_row, self, error))
    return FALSE;
  if (table->finish != NULL)
    table->finish (self);
  reading->row = 0;

  return TRUE;
}

/* A file of the folder that no table is. */
static void
add_unread (SaigaReading *reading)
{
  guint n_members = _saiga_input_get_n_members (reading->input);
  g_autofree gboolean *used = g_new0 (gboolean, n_members + 1);
  guint n_tables;

  g_ptr_array_unref (find_members (reading->sample, used, &n_tables));
  for (guint i = 0; i < n_members; i++)
    if (!used[i])
      {
        reading->file = _saiga_input_get_member (reading->input, i);
        _saiga_reading_add_problem (reading, "import-member", NULL, reading->file, NULL);
      }
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  SaigaWcmcTables self = {
    .reading = reading,
    .taxa = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free),
    .synonyms = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free),
    .ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .languages = g_hash_table_new (g_str_hash, g_str_equal),
    .areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .ranges = _saiga_range_drafts_new (),
    .notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, _saiga_wcmc_note_free),
    .read = g_ptr_array_new (),
    .listings = _saiga_events_new (),
  };
  gboolean is_read = TRUE;

  for (guint i = 0; i < SAIGA_N_WCMC_AUTHORITIES; i++)
    {
      g_autofree char *instrument_id = g_strconcat ("instrument.", _saiga_wcmc_prefix (i), NULL);
      g_autofree char *authority_id = g_strconcat ("authority.", _saiga_wcmc_prefix (i), NULL);

      self.by_name[i] = g_hash_table_new (g_str_hash, g_str_equal);
      _saiga_reading_need (reading, instrument_id);
      _saiga_reading_need (reading, authority_id);
    }
  _saiga_wcmc_add_known_taxa (&self);
  for (guint i = 0; is_read && i < G_N_ELEMENTS (groups); i++)
    for (const SaigaWcmcTable *table = groups[i]; is_read && table->member != NULL; table++)
      is_read = read_table (&self, table, error);
  if (is_read)
    {
      _saiga_range_drafts_set (self.ranges, reading);
      add_unread (reading);
    }

  for (guint i = 0; i < self.read->len; i++)
    g_free (self.read->pdata[i]);
  g_clear_pointer (&self.lists, g_hash_table_unref);
  g_ptr_array_unref (self.listings);
  g_hash_table_unref (self.taxa);
  g_hash_table_unref (self.synonyms);
  for (guint i = 0; i < SAIGA_N_WCMC_AUTHORITIES; i++)
    g_hash_table_unref (self.by_name[i]);
  g_hash_table_unref (self.ranks);
  g_hash_table_unref (self.languages);
  g_hash_table_unref (self.areas);
  g_hash_table_unref (self.ranges);
  g_hash_table_unref (self.notes);
  g_ptr_array_unref (self.read);

  return is_read;
}

const SaigaFormat _saiga_format_wcmc_tables = {
  .name = "wcmc-tables",
  .title = N_ ("Tables from which UNEP-WCMC filled Species+ (folder of CSV)"),
  .sniff = sniff,
  .read = read_file,
};
