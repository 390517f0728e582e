/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What the columns of a table are, where its format does not say so. */

#include "saiga-importer-private.h"
#include "saiga-usage-private.h"

/**
 * saiga_importer_list_column_fields:
 *
 * Lists what a column of a checklist may be: `name`, `authorship`, `rank`, `family` and so on. What they are
 * stands in the manual. `common-names` may have a language behind a colon, `identifiers` a scheme:
 * `common-names:fr`.
 *
 * Returns: (transfer full): the names, which never change
 *
 * Since: 0.1
 */
char **
saiga_importer_list_column_fields (void)
{
  return _saiga_usage_list_fields ();
}

/**
 * saiga_importer_get_column_field:
 * @self: an importer
 * @column: a heading
 *
 * Gets what [method@Importer.set_column_field] said of a column.
 *
 * Returns: (nullable): the field, `""` if the column is not to be read, or `NULL` if it is guessed
 *
 * Since: 0.1
 */
const char *
saiga_importer_get_column_field (SaigaImporter *self,
                                 const char *column)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  return self->changes != NULL ? g_hash_table_lookup (self->changes, column) : NULL;
}

/**
 * saiga_importer_set_column_field:
 * @self: an importer
 * @column: a heading, as the file has it
 * @field: (nullable): what it is, as [func@Importer.list_column_fields] has it; `""` if it is not to be read;
 *   `NULL` if it is guessed
 *
 * Says what a column of a checklist is, instead of what is guessed; [method@Sniff.get_column_field] shows that.
 * A column that the file does not have, or a field that there is not, is an error of reading. A file for
 * which columns are named is read as such a checklist, unless [property@Importer:format] says otherwise.
 *
 * Since: 0.1
 */
void
saiga_importer_set_column_field (SaigaImporter *self,
                                 const char *column,
                                 const char *field)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));
  g_return_if_fail (column != NULL);

  /* A reading in another thread has the table that it began with. */
  if (self->changes == NULL)
    self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  else
    {
      g_autoptr(GHashTable) old = g_steal_pointer (&self->changes);
      GHashTableIter iter;
      gpointer key;
      gpointer value;

      self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (g_hash_table_iter_init (&iter, old); g_hash_table_iter_next (&iter, &key, &value);)
        g_hash_table_insert (self->changes, g_strdup (key), g_strdup (value));
    }
  if (field != NULL)
    g_hash_table_insert (self->changes, g_strdup (column), g_strdup (field));
  else
    g_hash_table_remove (self->changes, column);
  if (g_hash_table_size (self->changes) == 0)
    g_clear_pointer (&self->changes, g_hash_table_unref);
}
