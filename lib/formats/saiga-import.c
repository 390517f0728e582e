/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-import-private.h"

/**
 * SaigaImport:
 *
 * What reading a foreign file comes to: changes of a data set that are not made yet, and
 * what was not understood.
 *
 * Each row of the file either made a record, or was merged into one that a row before it
 * made, or was refused, and then has a problem: the three add up to the rows. A row that
 * was not refused may have problems too, of single cells.
 *
 * [method@Snapshot.apply] and [method@Dataset.apply] make the changes, and
 * [method@ChangeSet.invert] is how to undo them. Where the data set has it all already,
 * there are no changes.
 *
 * Since: 0.1
 */
struct _SaigaImport
{
  GObject parent_instance;

  SaigaSniff *sniff;
  SaigaChangeSet *changes;
  GListStore *problems;
  SaigaDate *date;
  guint n_rows[SAIGA_N_ROW_ENDS];
};

G_DEFINE_FINAL_TYPE (SaigaImport, saiga_import, G_TYPE_OBJECT)

static void
saiga_import_finalize (GObject *object)
{
  SaigaImport *self = SAIGA_IMPORT (object);

  g_clear_object (&self->sniff);
  g_clear_object (&self->changes);
  g_clear_object (&self->problems);
  g_clear_pointer (&self->date, saiga_date_unref);

  G_OBJECT_CLASS (saiga_import_parent_class)->finalize (object);
}

static void
saiga_import_class_init (SaigaImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_import_finalize;
}

static void
saiga_import_init (SaigaImport *self)
{
  self->problems = g_list_store_new (SAIGA_TYPE_PROBLEM);
}

SaigaImport *
_saiga_import_new_take (SaigaSniff *sniff,
                        SaigaChangeSet *changes,
                        SaigaReading *reading)
{
  SaigaImport *self = g_object_new (SAIGA_TYPE_IMPORT, NULL);

  self->sniff = sniff;
  self->changes = changes;
  self->date = reading->date != NULL ? saiga_date_ref (reading->date) : NULL;
  g_list_store_splice (self->problems, 0, 0, reading->problems->pdata, reading->problems->len);
  for (guint i = 0; i < SAIGA_N_ROW_ENDS; i++)
    self->n_rows[i] = reading->n_rows[i];

  return self;
}

/**
 * saiga_import_get_sniff:
 * @self: an import
 *
 * Gets what the file was taken for.
 *
 * Returns: (transfer none) (not nullable): what, and why
 *
 * Since: 0.1
 */
SaigaSniff *
saiga_import_get_sniff (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), NULL);

  return self->sniff;
}

/**
 * saiga_import_get_change_set:
 * @self: an import
 *
 * Gets the changes that put what was read into the data set.
 *
 * Returns: (transfer none) (not nullable): the changes
 *
 * Since: 0.1
 */
SaigaChangeSet *
saiga_import_get_change_set (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), NULL);

  return self->changes;
}

/**
 * saiga_import_get_problems:
 * @self: an import
 *
 * Gets what was not understood, in the order of the rows.
 *
 * Returns: (transfer none) (not nullable): a list of [class@Problem]
 *
 * Since: 0.1
 */
GListModel *
saiga_import_get_problems (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->problems);
}

/**
 * saiga_import_get_date:
 * @self: an import
 *
 * Gets the day of which the file was taken to be: that of [property@Importer:date], else one in the name of
 * the file, such as `index_2017-04-21.csv`.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if it is not known
 *
 * Since: 0.1
 */
SaigaDate *
saiga_import_get_date (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), NULL);

  return self->date;
}

/**
 * saiga_import_get_n_rows:
 * @self: an import
 *
 * Counts the rows that were read, without headings and empty lines.
 *
 * Returns: the sum of those that made a record, were merged and were refused
 *
 * Since: 0.1
 */
guint
saiga_import_get_n_rows (SaigaImport *self)
{
  guint n = 0;

  g_return_val_if_fail (SAIGA_IS_IMPORT (self), 0);

  for (guint i = 0; i < SAIGA_N_ROW_ENDS; i++)
    n += self->n_rows[i];

  return n;
}

/**
 * saiga_import_get_n_made:
 * @self: an import
 *
 * Counts the rows that made a record, whether or not the data set had it already.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
saiga_import_get_n_made (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), 0);

  return self->n_rows[SAIGA_ROW_MADE];
}

/**
 * saiga_import_get_n_merged:
 * @self: an import
 *
 * Counts the rows that were merged into the record of a row before.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
saiga_import_get_n_merged (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), 0);

  return self->n_rows[SAIGA_ROW_MERGED];
}

/**
 * saiga_import_get_n_refused:
 * @self: an import
 *
 * Counts the rows that were not understood: a problem says why.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
saiga_import_get_n_refused (SaigaImport *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORT (self), 0);

  return self->n_rows[SAIGA_ROW_REFUSED];
}
