/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>
#include <saiga/saiga-red-list-csv.h>

#include "saiga-sample-private.h"

/* The table of categories by year that the Red List publishes for its index: a heading and rows
 * `"22678073","NT",2024,"Bird"`. Unlike an import it makes no records, and what is wrong in it is an
 * error: of a table with a gap there is no index. */

#define MAX_ROWS 10000000

enum
{
  COLUMN_TAXON,
  COLUMN_CATEGORY,
  COLUMN_YEAR,
  COLUMN_GROUP,
  N_COLUMNS,
};

static const SaigaColumn columns[N_COLUMNS] = {
  [COLUMN_TAXON] = { "sistaxonid", TRUE },
  [COLUMN_CATEGORY] = { "redlistcategory", TRUE },
  [COLUMN_YEAR] = { "year", TRUE },
  [COLUMN_GROUP] = { "taxonomicgroup", TRUE },
};

static const char *const headings[N_COLUMNS] = { "sis_taxon_id", "red_list_category", "year", "taxonomic_group" };

static const struct
{
  const char *code;
  SaigaAssessmentCategory category;
  SaigaAssessmentPossiblyExtinct possibly_extinct;
} categories[] = {
  { "LC", SAIGA_ASSESSMENT_CATEGORY_LC, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "NT", SAIGA_ASSESSMENT_CATEGORY_NT, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "VU", SAIGA_ASSESSMENT_CATEGORY_VU, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "EN", SAIGA_ASSESSMENT_CATEGORY_EN, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "CR", SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "CR(PE)", SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT },
  { "CR(PEW)", SAIGA_ASSESSMENT_CATEGORY_CR, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT_IN_THE_WILD },
  { "RE", SAIGA_ASSESSMENT_CATEGORY_RE, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "EW", SAIGA_ASSESSMENT_CATEGORY_EW, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "EX", SAIGA_ASSESSMENT_CATEGORY_EX, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "DD", SAIGA_ASSESSMENT_CATEGORY_DD, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "NE", SAIGA_ASSESSMENT_CATEGORY_NE, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "LR/lc", SAIGA_ASSESSMENT_CATEGORY_LR_LC, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "LR/nt", SAIGA_ASSESSMENT_CATEGORY_LR_NT, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
  { "LR/cd", SAIGA_ASSESSMENT_CATEGORY_LR_CD, SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO },
};

static gboolean
fail (SaigaDelimited *rows,
      int code,
      GError **error,
      const char *format,
      ...) G_GNUC_PRINTF (4, 5);

/* Says where it is: the file is named by who opened it. */
static gboolean
fail (SaigaDelimited *rows,
      int code,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  valid = g_utf8_make_valid (message, -1); /* a cell may be cut in the middle of a character, and has any others */
  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_set_error (error, SAIGA_ERROR, code, "%u: %s", _saiga_delimited_get_row (rows), valid);

  return FALSE;
}

static gboolean
add_row (SaigaDelimited *rows,
         const guint *map,
         SaigaRedListTable *table,
         GError **error)
{
  const char *cells[N_COLUMNS];
  const SaigaFlaws flaws = _saiga_delimited_get_flaws (rows);
  g_autoptr(GError) local = NULL;
  guint64 year;

  if (_saiga_delimited_get_row (rows) > MAX_ROWS)
    return fail (rows, SAIGA_ERROR_LIMIT, error, "The table has more than %d rows", MAX_ROWS);
  if ((flaws & SAIGA_FLAW_CUT) != 0)
    return fail (rows, SAIGA_ERROR_LIMIT, error, "The row is longer than %d bytes, or has more than %d cells", SAIGA_MAX_ROW, SAIGA_MAX_CELLS);
  if ((flaws & SAIGA_FLAW_QUOTES) != 0)
    return fail (rows, SAIGA_ERROR_PARSE, error, "A quotation mark stands inside of a cell, or is not closed");

  for (guint c = 0; c < N_COLUMNS; c++)
    {
      if (map[c] >= _saiga_delimited_get_n_cells (rows))
        return fail (rows, SAIGA_ERROR_INVALID, error, "The row has %u cells, and none of “%s”", _saiga_delimited_get_n_cells (rows), headings[c]);
      cells[c] = g_strstrip (_saiga_delimited_get_cell (rows, map[c])->text);
    }
  if (!g_ascii_string_to_unsigned (cells[COLUMN_YEAR], 10, 0, 9999, &year, NULL))
    return fail (rows, SAIGA_ERROR_VALUE, error, "“%.40s” is no year", cells[COLUMN_YEAR]);

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_ascii_strcasecmp (categories[i].code, cells[COLUMN_CATEGORY]) == 0)
      {
        if (saiga_red_list_table_add (table, cells[COLUMN_GROUP], cells[COLUMN_TAXON], year, categories[i].category, categories[i].possibly_extinct, &local))
          return TRUE;
        return fail (rows, local->code, error, "%s", local->message);
      }

  return fail (rows, SAIGA_ERROR_VALUE, error, "“%.40s” is no category of the Red List, such as LC, CR or CR(PE)", cells[COLUMN_CATEGORY]);
}

static gboolean
read_rows (SaigaDelimited *rows,
           const SaigaHeading *heading,
           SaigaRedListTable *table,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr(GError) local = NULL;
  guint map[N_COLUMNS];

  _saiga_heading_map (heading, columns, N_COLUMNS, map);
  if (!_saiga_delimited_next (rows, cancellable, &local) && local == NULL)
    return fail (rows, SAIGA_ERROR_INVALID, error, "There is no heading");
  for (guint c = 0; local == NULL && c < N_COLUMNS; c++)
    if (map[c] == SAIGA_NO_COLUMN)
      return fail (rows, SAIGA_ERROR_INVALID, error, "There is no column “%s”", headings[c]);

  while (local == NULL && _saiga_delimited_next (rows, cancellable, &local))
    if (!add_row (rows, map, table, error))
      return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static SaigaRedListTable *
read_table (SaigaInput *input,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr(SaigaRedListTable) table = saiga_red_list_table_new ();
  g_autoptr(SaigaSample) sample = _saiga_sample_new (input, cancellable);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(SaigaDelimited) rows = NULL;
  const SaigaHeading *heading = NULL;

  if (_saiga_input_get_n_members (input) == 1)
    stream = _saiga_input_read (input, 0, cancellable, error);
  else
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "One table is wanted, not a folder or an archive of %u files", _saiga_input_get_n_members (input));
  if (stream != NULL)
    heading = _saiga_sample_get_heading (sample, 0);
  if (stream != NULL && heading == NULL)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "This is no table");
  if (heading != NULL)
    rows = _saiga_delimited_new (stream, &heading->dialect, cancellable, error);

  return rows != NULL && read_rows (rows, heading, table, cancellable, error) ? g_steal_pointer (&table) : NULL;
}

/**
 * saiga_red_list_table_new_from_file: (constructor)
 * @file: a table, plain or packed by gzip
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Reads categories by year, as the Red List publishes them for its index.
 *
 * The first row names the columns. Those that are read are `sis_taxon_id`, `red_list_category`
 * (such as `LC`, `CR`, `CR(PE)`), `year` and `taxonomic_group`; others may be there, in any order.
 * Separator, quotation marks, line ends and encoding are seen from the table itself. The
 * table is taken to be back-cast, so that all its changes count.
 *
 * What is not such a table is an error that says in which row. A table has at most ten million
 * rows, and a row 4 MiB.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaRedListTable *
saiga_red_list_table_new_from_file (GFile *file,
                                    GCancellable *cancellable,
                                    GError **error)
{
  g_autoptr(SaigaInput) input = NULL;
  SaigaRedListTable *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  input = _saiga_input_open (file, cancellable, error);
  self = input != NULL ? read_table (input, cancellable, error) : NULL;
  if (input != NULL && self == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_prefix_error (error, "%s:", name);
    }

  return self;
}

/**
 * saiga_red_list_table_new_from_bytes: (constructor)
 * @bytes: a table, plain or packed by gzip
 * @error: return location for an error
 *
 * Reads categories by year from memory. [ctor@RedListTable.new_from_file] says how they are
 * written.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaRedListTable *
saiga_red_list_table_new_from_bytes (GBytes *bytes,
                                     GError **error)
{
  g_autoptr(SaigaInput) input = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  input = _saiga_input_new_for_bytes (bytes, "table", NULL, error);

  return input != NULL ? read_table (input, NULL, error) : NULL;
}
