/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-index-private.h"

/**
 * SaigaNameIndex:
 *
 * Names that can be searched: exactly, by their beginning, and by
 * [class@NameMatcher] with all the mistakes that people and machines make.
 *
 * An index is made by [class@NameIndexBuilder], never changes and may be shared
 * between threads. It keeps no object for a name: whatever it knows of a name is
 * asked for by the number of its row. An index of five million names takes about
 * 45 bytes a name, and four more for each of authorship, accepted name and higher
 * taxon, with their texts. It can be saved to a file and opened from there without
 * being read: the file is mapped, and shared by all programs that use it.
 *
 * ```c
 * g_autoptr(SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
 * g_autoptr(SaigaNameIndex) index = NULL;
 *
 * saiga_name_index_builder_add (builder, "4521", "Loxodonta africana (Blumenbach, 1797)",
 *                               SAIGA_NAME_STATUS_ACCEPTED, NULL, "Elephantidae");
 * index = saiga_name_index_builder_build (builder, &error);
 * ```
 *
 * A file must not be cut or written over while it is open. [method@NameIndex.save]
 * never does that: it writes a new one and puts it in the place of the old.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (SaigaNameIndex, saiga_name_index, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaNameStatus, saiga_name_status,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STATUS_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STATUS_SYNONYM, "synonym"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STATUS_MISAPPLIED, "misapplied"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STATUS_COMMON, "common"))
/* clang-format on */

static void
saiga_name_index_finalize (GObject *object)
{
  SaigaNameIndex *self = SAIGA_NAME_INDEX (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (saiga_name_index_parent_class)->finalize (object);
}

/* An index that nobody filled: no name at all. */
static void
saiga_name_index_constructed (GObject *object)
{
  SaigaNameIndex *self = SAIGA_NAME_INDEX (object);
  static const guint32 zeros[4];
  SaigaNameView *view = &self->view;

  G_OBJECT_CLASS (saiga_name_index_parent_class)->constructed (object);

  view->genus_offsets = view->genus_slots = view->genus_starts = view->genus_signatures = zeros;
  view->epithet_offsets = view->epithet_slots = view->epithet_keys = view->epithet_signatures = view->epithet_sorted = zeros;
  view->posting_starts = view->posting_genera = view->name_epithets = view->name_slots = zeros;
  view->deletion_starts = view->deletion_tags = view->deletion_genera = view->row_ids = zeros;
  view->common_rows = view->common_offsets = zeros;
  view->genus_text = view->epithet_text = view->pool = "";
  view->n_genus_slots = view->n_epithet_slots = view->n_key_slots = view->n_name_slots = view->n_buckets = 1;
  view->pool_size = 1;
}

static void
saiga_name_index_class_init (SaigaNameIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = saiga_name_index_constructed;
  object_class->finalize = saiga_name_index_finalize;
}

static void
saiga_name_index_init (SaigaNameIndex *self)
{
}

/**
 * saiga_name_index_new:
 *
 * Makes an index without names.
 *
 * Returns: (transfer full): a new index
 *
 * Since: 0.1
 */
SaigaNameIndex *
saiga_name_index_new (void)
{
  return g_object_new (SAIGA_TYPE_NAME_INDEX, NULL);
}

/**
 * saiga_name_index_new_for_names:
 * @names: (array zero-terminated=1): names, with or without authorship
 *
 * Makes an index of accepted names. The id of each is its position in the list,
 * from 0.
 *
 * Returns: (transfer full): a new index
 *
 * Since: 0.1
 */
SaigaNameIndex *
saiga_name_index_new_for_names (const char *const *names)
{
  g_autoptr (SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
  SaigaNameIndex *self;

  g_return_val_if_fail (names != NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    saiga_name_index_builder_add (builder, NULL, names[i], SAIGA_NAME_STATUS_ACCEPTED, NULL, NULL);
  self = saiga_name_index_builder_build (builder, NULL);

  return self != NULL ? self : saiga_name_index_new ();
}

/**
 * saiga_name_index_get_n_rows:
 * @self: an index
 *
 * Counts the rows, one for each name that was added. Rows are numbered from 0, in
 * an order of the index's own.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
saiga_name_index_get_n_rows (SaigaNameIndex *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), 0);

  return self->view.n_rows;
}

/**
 * saiga_name_index_get_n_names:
 * @self: an index
 *
 * Counts the scientific names that differ in their words.
 *
 * Returns: the number of names
 *
 * Since: 0.1
 */
guint
saiga_name_index_get_n_names (SaigaNameIndex *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), 0);

  return self->view.n_names;
}

/**
 * saiga_name_index_get_size:
 * @self: an index
 *
 * Gets how much memory the index takes, or its file.
 *
 * Returns: the size in bytes
 *
 * Since: 0.1
 */
guint64
saiga_name_index_get_size (SaigaNameIndex *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), 0);

  return self->bytes != NULL ? g_bytes_get_size (self->bytes) : 0;
}

/**
 * saiga_name_index_get_status:
 * @self: an index
 * @row: the number of a row
 *
 * Gets what a name is in the list.
 *
 * Returns: the status
 *
 * Since: 0.1
 */
SaigaNameStatus
saiga_name_index_get_status (SaigaNameIndex *self,
                             guint row)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), SAIGA_NAME_STATUS_ACCEPTED);
  g_return_val_if_fail (row < self->view.n_rows, SAIGA_NAME_STATUS_ACCEPTED);

  return _saiga_name_get_status (&self->view, row);
}

/* A string of the pool, which is UTF-8 unless the file was damaged. NULL if it is empty. */
static char *
dup_string (SaigaNameIndex *self,
            const guint32 *column,
            guint row)
{
  const char *text = _saiga_name_get_string (&self->view, column, row);

  return *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * saiga_name_index_dup_id:
 * @self: an index
 * @row: the number of a row
 *
 * Gets the id that a name was added with; else its position among those that
 * were added, from 0.
 *
 * Returns: (transfer full): the id
 *
 * Since: 0.1
 */
char *
saiga_name_index_dup_id (SaigaNameIndex *self,
                         guint row)
{
  char *id;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), NULL);
  g_return_val_if_fail (row < self->view.n_rows, NULL);

  if (self->view.numeric_ids)
    return g_strdup_printf ("%u", self->view.row_ids[row]);
  id = dup_string (self, self->view.row_ids, row);

  return id != NULL ? id : g_strdup ("");
}

/**
 * saiga_name_index_dup_name:
 * @self: an index
 * @row: the number of a row
 *
 * Gets the name, with its authorship.
 *
 * Returns: (transfer full): the name
 *
 * Since: 0.1
 */
char *
saiga_name_index_dup_name (SaigaNameIndex *self,
                           guint row)
{
  const SaigaNameView *view;
  char buffer[SAIGA_NAME_MAX_KEPT * 3 + 8];
  const char *authors;
  g_autofree char *name = NULL;
  guint32 first = 0, end;
  char *text;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), NULL);
  g_return_val_if_fail (row < self->view.n_rows, NULL);

  view = &self->view;
  text = dup_string (self, view->row_texts, row);
  if (text != NULL || row >= view->n_scientific_rows)
    return text != NULL ? text : g_strdup ("");

  if (view->row_starts == NULL)
    first = row;
  else
    for (end = view->n_names; first < end;)
      {
        guint32 middle = first + (end - first) / 2;

        if (view->row_starts[middle + 1] <= row)
          first = middle + 1;
        else
          end = middle;
      }
  if (first >= view->n_names)
    return g_strdup ("");
  _saiga_name_write_name (view, first, buffer, sizeof buffer);
  authors = _saiga_name_get_string (view, view->row_authors, row);
  name = g_strconcat (buffer, *authors != '\0' ? " " : NULL, authors, NULL);

  return g_utf8_make_valid (name, -1);
}

/**
 * saiga_name_index_dup_accepted_id:
 * @self: an index
 * @row: the number of a row
 *
 * Gets the id of the accepted name that a synonym or a common name belongs to.
 *
 * Returns: (transfer full) (nullable): the id, or `NULL` if none was given
 *
 * Since: 0.1
 */
char *
saiga_name_index_dup_accepted_id (SaigaNameIndex *self,
                                  guint row)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), NULL);
  g_return_val_if_fail (row < self->view.n_rows, NULL);

  return dup_string (self, self->view.row_accepted, row);
}

/**
 * saiga_name_index_dup_higher_taxon:
 * @self: an index
 * @row: the number of a row
 *
 * Gets the higher taxon that a name was added with.
 *
 * Returns: (transfer full) (nullable): the taxon, or `NULL` if none was given
 *
 * Since: 0.1
 */
char *
saiga_name_index_dup_higher_taxon (SaigaNameIndex *self,
                                   guint row)
{
  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), NULL);
  g_return_val_if_fail (row < self->view.n_rows, NULL);

  return dup_string (self, self->view.row_higher, row);
}
