/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-change-set-builder.h>
#include <saiga/saiga-error.h>

#include "saiga-check-private.h"
#include "saiga-problem-private.h"
#include "saiga-reading-private.h"

#define TELL_EVERY 512 /* rows */
#define KEY_BLOCK (64 * 1024)

SaigaReading *
_saiga_reading_new (SaigaSnapshot *snapshot,
                    SaigaSample *sample,
                    GCancellable *cancellable,
                    int *progress)
{
  SaigaReading *self = g_new0 (SaigaReading, 1);

  self->snapshot = g_object_ref (snapshot);
  self->sample = sample;
  self->input = sample->input;
  self->member = sample->member;
  self->cancellable = cancellable;
  self->progress = progress;
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->arena = _saiga_arena_new ();
  self->row_taxa = g_hash_table_new (g_str_hash, g_str_equal);
  self->key = g_string_new (NULL);
  self->keys = g_string_chunk_new (KEY_BLOCK);

  return self;
}

void
_saiga_reading_free (SaigaReading *self)
{
  g_object_unref (self->snapshot);
  g_free (self->authority_id);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->areas, g_hash_table_unref);
  g_clear_pointer (&self->area_texts, g_hash_table_unref);
  g_clear_pointer (&self->all_keys, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_hash_table_unref (self->row_taxa);
  g_hash_table_unref (self->drafts);
  g_clear_object (&self->embedded);
  g_clear_pointer (&self->said, g_array_unref);
  g_clear_pointer (&self->said_taxa, g_hash_table_unref);
  g_clear_object (&self->law);
  g_string_free (self->key, TRUE);
  g_string_chunk_free (self->keys);
  for (guint i = 0; i < SAIGA_MAX_PARENTS; i++)
    g_free (self->parents[i].name);
  _saiga_arena_unref (self->arena);
  g_free (self);
}

gboolean
_saiga_reading_go_on (SaigaReading *self,
                      GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  g_atomic_int_set (self->progress, (int) (_saiga_input_get_fraction (self->input) * SAIGA_READING_WHOLE));

  return TRUE;
}

void
_saiga_reading_add_problem (SaigaReading *self,
                            const char *tag,
                            const char *column,
                            ...)
{
  g_autoptr(GStrvBuilder) arguments = g_strv_builder_new ();
  va_list args;

  va_start (args, column);
  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    {
      /* A cell may be a book: what is shown is enough to find it. */
      g_autofree char *shown = g_utf8_strlen (argument, -1) > 300 ? g_utf8_substring (argument, 0, 300) : g_strdup (argument);

      g_strv_builder_add (arguments, shown);
    }
  va_end (args);

  g_ptr_array_add (self->problems, _saiga_problem_new_in_file (tag, self->file, self->row, column, g_strv_builder_end (arguments)));
}

/* ---- keys */

const char *
_saiga_reading_join_key (SaigaReading *self,
                         const char *first,
                         const char *second)
{
  g_string_assign (self->key, first);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, second);

  return self->key->str;
}

char *
_saiga_reading_keep_key (SaigaReading *self)
{
  return g_string_chunk_insert_len (self->keys, self->key->str, self->key->len);
}

void
_saiga_reading_keep_keys (SaigaReading *self,
                          const char *id,
                          GHashTable *keys)
{
  if (self->all_keys == NULL)
    self->all_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_hash_table_insert (self->all_keys, g_strdup (id), keys);
}

/* ---- rows */

const SaigaCell *
_saiga_row_get (const SaigaRow *self,
                guint column)
{
  return _saiga_row_get_at (self, self->map[column]);
}

const SaigaCell *
_saiga_row_get_at (const SaigaRow *self,
                   guint position)
{
  const SaigaCell *cell = _saiga_delimited_get_cell (self->rows, position);

  if (cell->length == 0 && self->heading->defaults != NULL && position < self->heading->defaults->len)
    cell = &g_array_index (self->heading->defaults, SaigaCell, position);

  return cell;
}

const char *
_saiga_row_get_text (const SaigaRow *self,
                     guint column)
{
  return _saiga_row_get (self, column)->text;
}

SaigaRowEnd
_saiga_reading_refuse_row (SaigaReading *self,
                           const SaigaRow *row,
                           const char *column,
                           const char *missing)
{
  g_autofree char *text = _saiga_delimited_dup_row (row->rows);

  _saiga_reading_add_problem (self, "import-field", column, text, missing, NULL);

  return SAIGA_ROW_REFUSED;
}

static void
add_flaws (SaigaReading *self,
           SaigaDelimited *rows)
{
  SaigaFlaws flaws = _saiga_delimited_get_flaws (rows);
  g_autofree char *text = flaws != 0 ? _saiga_delimited_dup_row (rows) : NULL;

  if (flaws & SAIGA_FLAW_QUOTES)
    _saiga_reading_add_problem (self, "import-quotes", NULL, text, NULL);
  if (flaws & SAIGA_FLAW_ENCODING)
    _saiga_reading_add_problem (self, "import-encoding", NULL, text, NULL);
  if (flaws & SAIGA_FLAW_CUT)
    _saiga_reading_add_problem (self, "import-cut", NULL, text, NULL);
}

const SaigaHeading *
_saiga_reading_get_heading (SaigaReading *self,
                            guint member,
                            GError **error)
{
  const SaigaHeading *heading = _saiga_sample_get_heading (self->sample, member);

  /* Why it can not be read. */
  if (heading == NULL && _saiga_input_peek (self->input, member, self->cancellable, error) != NULL)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: is no table", _saiga_input_get_member (self->input, member));

  return heading;
}

gboolean
_saiga_reading_read_rows (SaigaReading *self,
                          guint member,
                          const SaigaHeading *heading,
                          const SaigaColumn *columns,
                          guint n_columns,
                          SaigaReadRow read_row,
                          gpointer data,
                          GError **error)
{
  g_autoptr(GInputStream) stream = _saiga_input_read (self->input, member, self->cancellable, error);
  g_autoptr(SaigaDelimited) rows = stream != NULL ? _saiga_delimited_new (stream, &heading->dialect, self->cancellable, error) : NULL;
  guint map[SAIGA_MAX_COLUMNS];
  SaigaRow row = { rows, heading, map };
  GError *local_error = NULL;
  guint n_cells = 0;

  if (rows == NULL)
    return FALSE;

  self->file = _saiga_input_get_member (self->input, member);
  memset (map, 0xff, sizeof (map)); /* SAIGA_NO_COLUMN */
  _saiga_heading_map (heading, columns, n_columns, map);
  for (guint i = 0; i < heading->n_rows; i++)
    {
      if (!_saiga_delimited_next (rows, self->cancellable, &local_error))
        {
          if (local_error != NULL)
            g_propagate_error (error, local_error);
          return local_error == NULL;
        }
      n_cells = MAX (n_cells, _saiga_delimited_get_n_cells (rows));
    }

  while (_saiga_delimited_next (rows, self->cancellable, &local_error))
    {
      SaigaRowEnd end;

      self->row = _saiga_delimited_get_row (rows);
      if (_saiga_delimited_get_flaws (rows) != 0)
        add_flaws (self, rows);
      if (n_cells == 0)
        n_cells = _saiga_delimited_get_n_cells (rows);
      if (_saiga_delimited_get_n_cells (rows) > n_cells)
        {
          g_autofree char *text = _saiga_delimited_dup_row (rows);
          g_autofree char *n = g_strdup_printf ("%u", _saiga_delimited_get_n_cells (rows));
          g_autofree char *n_wanted = g_strdup_printf ("%u", n_cells);

          _saiga_reading_add_problem (self, "import-cells", NULL, n, n_wanted, text, NULL);
        }
      end = read_row (self, &row, data);
      if (end != SAIGA_ROW_LATER)
        self->n_rows[end]++;

      if (self->row % TELL_EVERY == 0 && !_saiga_reading_go_on (self, error))
        return FALSE;
    }

  self->row = 0;
  if (local_error != NULL)
    g_propagate_error (error, local_error);

  return local_error == NULL;
}

gboolean
_saiga_reading_read_table (SaigaReading *self,
                           guint member,
                           const SaigaColumn *columns,
                           guint n_columns,
                           SaigaReadRow read_row,
                           gpointer data,
                           GError **error)
{
  const SaigaHeading *heading = _saiga_reading_get_heading (self, member, error);

  return heading != NULL && _saiga_reading_read_rows (self, member, heading, columns, n_columns, read_row, data, error);
}

/* ---- records */

SaigaRecord *
_saiga_reading_lookup (SaigaReading *self,
                       const char *id)
{
  SaigaRecord *draft = g_hash_table_lookup (self->drafts, id);

  return draft != NULL ? draft : saiga_snapshot_lookup (self->snapshot, id);
}

SaigaRecord *
_saiga_reading_get_parent (SaigaReading *self,
                           SaigaRecord *taxon)
{
  const char *id = SAIGA_IS_TAXON (taxon) ? saiga_taxon_get_parent_id (SAIGA_TAXON (taxon)) : NULL;
  SaigaRecord *parent = id != NULL ? _saiga_reading_lookup (self, id) : NULL;

  return parent != NULL && SAIGA_IS_TAXON (parent) ? parent : NULL;
}

SaigaRecord *
_saiga_reading_draft (SaigaReading *self,
                      GType type,
                      const char *id)
{
  SaigaRecord *draft = g_hash_table_lookup (self->drafts, id);
  SaigaRecord *old;

  if (draft != NULL)
    return draft;

  old = saiga_snapshot_lookup (self->snapshot, id);
  if (old != NULL && G_OBJECT_TYPE (old) == type)
    draft = _saiga_record_copy (old);
  else
    {
      draft = _saiga_record_new (type, self->arena);
      _saiga_record_set_id (draft, id, strlen (id), NULL);
    }
  g_hash_table_insert (self->drafts, (gpointer) _saiga_record_peek_id (draft), draft);

  return draft;
}

void
_saiga_reading_take_draft (SaigaReading *self,
                           SaigaRecord *record)
{
  g_hash_table_insert (self->drafts, (gpointer) _saiga_record_peek_id (record), record);
}

SaigaSnapshot *
_saiga_reading_get_embedded (SaigaReading *self)
{
  if (self->embedded == NULL)
    self->embedded = saiga_snapshot_new_embedded (NULL);

  return self->embedded;
}

static void
need_reference (const SaigaField *field,
                const char *id,
                gpointer data)
{
  /* With all that they refer to, or the data set would have references to nothing. */
  _saiga_reading_need (data, id);
}

gboolean
_saiga_reading_need (SaigaReading *self,
                     const char *id)
{
  SaigaSnapshot *embedded;
  SaigaRecord *record;

  if (_saiga_reading_lookup (self, id) != NULL)
    return TRUE;
  embedded = _saiga_reading_get_embedded (self);
  record = embedded != NULL ? saiga_snapshot_lookup (embedded, id) : NULL;
  if (record == NULL)
    return FALSE;

  record = _saiga_record_copy (record);
  _saiga_reading_take_draft (self, record);
  _saiga_record_visit_references (record, need_reference, self);

  return TRUE;
}

/* ---- the end */

gboolean
_saiga_reading_check (SaigaReading *self,
                      SaigaRecord *record,
                      const char *id)
{
  const SaigaRecordInfo *info = _saiga_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *tag;
      g_autoptr(GError) error = NULL;

      if (!_saiga_field_check (&info->fields[i], record, &tag, &error))
        {
          _saiga_reading_add_problem (self, "import-record", info->fields[i].name, id, error->message, NULL);
          return FALSE;
        }
    }

  return TRUE;
}

SaigaChangeSet *
_saiga_reading_finish (SaigaReading *self,
                       const char *comment)
{
  g_autoptr(SaigaChangeSetBuilder) builder = saiga_change_set_builder_new (self->snapshot);
  guint n;
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->drafts, &n);

  /* Problems come in one order. */
  qsort (ids, n, sizeof (gpointer), _saiga_compare_strings);
  for (guint i = 0; i < n; i++)
    {
      SaigaRecord *draft = g_hash_table_lookup (self->drafts, ids[i]);
      g_autoptr(GError) error = NULL;

      if (_saiga_reading_check (self, draft, ids[i]) && !saiga_change_set_builder_put (builder, draft, &error))
        _saiga_reading_add_problem (self, "import-record", NULL, ids[i], error->message, NULL);
    }
  saiga_change_set_builder_set_comment (builder, comment);

  return saiga_change_set_builder_build (builder);
}
