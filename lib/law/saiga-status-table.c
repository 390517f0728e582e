/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-status-table.h>

#include "saiga-status-private.h"

/**
 * SaigaStatusTable:
 *
 * The statuses of all taxa of an instrument on a day.
 *
 * The table itself holds a few numbers a taxon. It is a list of [class@Saiga.Status] in
 * which each is made when it is asked for; what is higher comes before what is below it.
 *
 * Since: 0.1
 */
struct _SaigaStatusTable
{
  GObject parent_instance;

  SaigaLaw *law;
  SaigaQuestion question;
  char *area_id;
  SaigaDate *date;
  SaigaLawRow *rows;
};

static void list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaStatusTable, saiga_status_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static GType
get_item_type (GListModel *model)
{
  return SAIGA_TYPE_STATUS;
}

static guint
get_n_items (GListModel *model)
{
  SaigaStatusTable *self = SAIGA_STATUS_TABLE (model);

  return self->law != NULL ? self->question.book->nodes->len : 0;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SaigaStatusTable *self = SAIGA_STATUS_TABLE (model);

  if (position >= get_n_items (model))
    return NULL;

  return _saiga_status_new_known (self->law, &self->question, self->area_id, self->date, position, &self->rows[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
saiga_status_table_finalize (GObject *object)
{
  SaigaStatusTable *self = SAIGA_STATUS_TABLE (object);

  g_clear_object (&self->law);
  g_free (self->area_id);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_free (self->rows);

  G_OBJECT_CLASS (saiga_status_table_parent_class)->finalize (object);
}

static void
saiga_status_table_class_init (SaigaStatusTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_status_table_finalize;
}

static void
saiga_status_table_init (SaigaStatusTable *self)
{
}

/**
 * saiga_status_table_new: (constructor)
 * @law: the law of an instrument
 * @area_id: (nullable): the id of the area that is asked about, [const@Saiga.OTHER_AREAS],
 *   or `NULL` for whole taxa
 * @date: (nullable): the day, or `NULL` for the day whose state the data have
 * @error: return location for an error
 *
 * Asks for the status of every taxon.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaStatusTable *
saiga_status_table_new (SaigaLaw *law,
                        const char *area_id,
                        SaigaDate *date,
                        GError **error)
{
  SaigaStatusTable *self;
  SaigaQuestion question;
  SaigaFrame frame;

  g_return_val_if_fail (SAIGA_IS_LAW (law), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_saiga_law_find_question (law, area_id, date, &question, error))
    return NULL;

  self = g_object_new (SAIGA_TYPE_STATUS_TABLE, NULL);
  self->law = g_object_ref (law);
  self->question = question;
  self->area_id = g_strdup (area_id);
  self->date = saiga_date_ref (date != NULL ? date : saiga_law_get_horizon (law));
  self->rows = g_new (SaigaLawRow, question.book->nodes->len);

  _saiga_frame_init_all (&frame, &question);
  _saiga_frame_compute (&frame);
  for (guint i = 0; i < question.book->nodes->len; i++)
    self->rows[i] = _saiga_frame_get (&frame, i)->row;
  _saiga_frame_clear (&frame);

  return self;
}

/**
 * saiga_status_table_get_law:
 * @self: a table
 *
 * Gets the law that was asked.
 *
 * Returns: (transfer none): the law
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_status_table_get_law (SaigaStatusTable *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS_TABLE (self), NULL);

  return self->law;
}

/**
 * saiga_status_table_get_date:
 * @self: a table
 *
 * Gets the day that was asked about.
 *
 * Returns: (transfer none): the date
 *
 * Since: 0.1
 */
SaigaDate *
saiga_status_table_get_date (SaigaStatusTable *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS_TABLE (self), NULL);

  return self->date;
}

/**
 * saiga_status_table_lookup:
 * @self: a table
 * @taxon_id: the id of a taxon
 *
 * Finds the status of a taxon.
 *
 * Returns: (transfer full) (nullable): the status, or `NULL` if the taxon is not in the table
 *
 * Since: 0.1
 */
SaigaStatus *
saiga_status_table_lookup (SaigaStatusTable *self,
                           const char *taxon_id)
{
  guint node;

  g_return_val_if_fail (SAIGA_IS_STATUS_TABLE (self), NULL);
  g_return_val_if_fail (taxon_id != NULL, NULL);

  node = _saiga_book_find ((SaigaBook *) self->question.book, taxon_id);

  return node != SAIGA_NO_NODE ? get_item (G_LIST_MODEL (self), node) : NULL;
}

/**
 * saiga_status_table_count:
 * @self: a table
 * @rank: the rank of the taxa
 * @appendices: the codes of the appendices joined by `/`, such as `I/II`; empty for those without
 * @certainty: a certainty
 *
 * Counts the accepted taxa of a rank that are listed in exactly these appendices with this
 * certainty.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_status_table_count (SaigaStatusTable *self,
                          SaigaTaxonRank rank,
                          const char *appendices,
                          SaigaStatusCertainty certainty)
{
  guint n = 0;
  guint32 wanted = 0;
  g_auto(GStrv) codes = NULL;

  g_return_val_if_fail (SAIGA_IS_STATUS_TABLE (self), 0);
  g_return_val_if_fail (appendices != NULL, 0);

  codes = g_strsplit (appendices, "/", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      int appendix = _saiga_book_find_appendix ((SaigaBook *) self->question.book, codes[i]);

      if (appendix < 0)
        return 0;
      wanted |= 1u << appendix;
    }

  for (guint i = 0; i < self->question.book->nodes->len; i++)
    {
      const SaigaNode *node = SAIGA_NODE (self->question.book, i);
      const SaigaLawRow *row = &self->rows[i];

      if (node->is_accepted && saiga_taxon_get_rank (node->taxon) == rank && (row->own | row->inherited) == wanted &&
          _saiga_law_row_get_certainty (row) == certainty)
        n++;
    }

  return n;
}
