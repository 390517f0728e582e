/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-private.h"
#include "saiga-row-maker-private.h"
#include "saiga-sublist-private.h"

/**
 * SaigaConcordance:
 *
 * Two authorities' lists side by side on a date, as a list of [class@ConcordanceRow].
 *
 * Where each list puts the types of the names that both use shows how its concepts are
 * related to those of the other. Species whose concepts have something in common are one
 * row: one against one, or what one list has split and the other holds together. A species
 * that a list does not know is looked for through its higher taxa, and then marked as
 * conditional. A higher taxon that is listed has a row of its own. The chapter
 * "The concordance, explained on ten cases" of the manual tells the rules.
 *
 * Lists that no convention uses, such as a checklist, can be compared too; then there are
 * names and concepts, and no Appendices of that side.
 *
 * Since: 0.1
 */

static guint
get_n_rows (SaigaConcordance *self)
{
  return self->rows != NULL ? self->rows->rows->len : 0;
}

SaigaConcordanceRow *
_saiga_concordance_dup_row (SaigaConcordance *self,
                            guint position)
{
  SaigaConcordanceRow *row;

  g_mutex_lock (&self->mutex);
  if (self->objects[position] == NULL)
    self->objects[position] = _saiga_rows_make (self->rows, position);
  row = g_object_ref (self->objects[position]);
  g_mutex_unlock (&self->mutex);

  return row;
}

/* ---- the list model */

static GType
saiga_concordance_get_item_type (GListModel *model)
{
  return SAIGA_TYPE_CONCORDANCE_ROW;
}

static guint
saiga_concordance_get_n_items (GListModel *model)
{
  return get_n_rows (SAIGA_CONCORDANCE (model));
}

static gpointer
saiga_concordance_get_item (GListModel *model,
                            guint position)
{
  SaigaConcordance *self = SAIGA_CONCORDANCE (model);

  return position < get_n_rows (self) ? _saiga_concordance_dup_row (self, position) : NULL;
}

static void
saiga_concordance_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = saiga_concordance_get_item_type;
  iface->get_n_items = saiga_concordance_get_n_items;
  iface->get_item = saiga_concordance_get_item;
}

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaConcordanceView, saiga_concordance_view,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_SHARED, "shared"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_NAMED, "named"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_DIFFERENCES, "differences"))

G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaConcordance, saiga_concordance, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, saiga_concordance_iface_init))
/* clang-format on */

static void
saiga_concordance_finalize (GObject *object)
{
  SaigaConcordance *self = SAIGA_CONCORDANCE (object);

  g_clear_object (&self->snapshot);
  g_clear_object (&self->authority_a);
  g_clear_object (&self->authority_b);
  g_clear_pointer (&self->date, saiga_date_unref);
  for (guint i = 0; i < get_n_rows (self); i++)
    g_clear_object (&self->objects[i]);
  g_free (self->objects);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->rows, _saiga_rows_free);

  G_OBJECT_CLASS (saiga_concordance_parent_class)->finalize (object);
}

static void
saiga_concordance_class_init (SaigaConcordanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_finalize;
}

static void
saiga_concordance_init (SaigaConcordance *self)
{
  g_mutex_init (&self->mutex);
}

/* ---- views */

static gboolean
is_in_view (SaigaConcordance *self,
            const SaigaRow *row,
            SaigaConcordanceView view)
{
  switch (view)
    {
    case SAIGA_CONCORDANCE_VIEW_SHARED:
      return _saiga_row_is_shared (row);
    case SAIGA_CONCORDANCE_VIEW_NAMED:
      return _saiga_rows_have_own (self->rows, row);
    case SAIGA_CONCORDANCE_VIEW_DIFFERENCES:
      return _saiga_rows_differ (self->rows, row);
    case SAIGA_CONCORDANCE_VIEW_ALL:
    default:
      return TRUE;
    }
}

/**
 * saiga_concordance_get_view:
 * @self: a concordance
 * @view: which rows
 *
 * Picks rows of one kind. No row is made until it is asked for.
 *
 * Returns: (transfer full): a list of [class@ConcordanceRow], in the order of the concordance
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_get_view (SaigaConcordance *self,
                            SaigaConcordanceView view)
{
  GArray *positions;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  positions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < get_n_rows (self); i++)
    if (is_in_view (self, _saiga_rows_get (self->rows, i), view))
      g_array_append_val (positions, i);

  return _saiga_sublist_new_take (G_LIST_MODEL (self), positions);
}

/**
 * saiga_concordance_count:
 * @self: a concordance
 * @relation: how the conventions' listings stand to each other
 * @higher: whether to count the rows of higher taxa, or those of species
 * @conditional: whether to count the conditional rows, or the others
 *
 * Counts rows. Certain and conditional ones are never added up silently.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
saiga_concordance_count (SaigaConcordance *self,
                         SaigaListingRelation relation,
                         gboolean higher,
                         gboolean conditional)
{
  guint n = 0;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), 0);

  for (guint i = 0; i < get_n_rows (self); i++)
    {
      const SaigaRow *row = _saiga_rows_get (self->rows, i);

      n += row->relation == relation && row->is_higher == (higher != FALSE) && (row->certainty == SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL) == (conditional != FALSE);
    }

  return n;
}

/* ---- the whole */

/* The last day that both lists speak of: the earlier of their states would hide what the
 * later one knows. */
static SaigaDate *
get_horizon (SaigaAuthority *a,
             SaigaAuthority *b)
{
  SaigaDate *first = saiga_authority_get_date (a);
  SaigaDate *second = saiga_authority_get_date (b);

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;

  return saiga_date_compare (first, second) >= 0 ? first : second;
}

static SaigaRecord *
find_authority (SaigaSnapshot *snapshot,
                const char *id,
                GError **error)
{
  SaigaRecord *authority = saiga_snapshot_lookup (snapshot, id);

  if (SAIGA_IS_AUTHORITY (authority))
    return authority;

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such authority", id);

  return NULL;
}

/**
 * saiga_concordance_new:
 * @snapshot: the records
 * @authority_a: the id of an authority
 * @authority_b: the id of another one
 * @date: (nullable): the day; without one, the latest day whose state the authorities have
 * @error: return location for an error
 *
 * Compares two lists. Of a date without a day, the first day counts.
 *
 * [error@Saiga.Error.NOT_FOUND] if there is no such authority, [error@Saiga.Error.VALUE] if
 * no day is given and neither authority has a date.
 *
 * Returns: (transfer full): the concordance: rows by group, higher taxa before species, by name
 *
 * Since: 0.1
 */
SaigaConcordance *
saiga_concordance_new (SaigaSnapshot *snapshot,
                       const char *authority_a,
                       const char *authority_b,
                       SaigaDate *date,
                       GError **error)
{
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (authority_a != NULL, NULL);
  g_return_val_if_fail (authority_b != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return _saiga_concordance_make (snapshot, authority_a, authority_b, date, NULL, NULL, error);
}

/* @tell: is told how much is done, from 0 to 1, and says whether to go on; or NULL. */
SaigaConcordance *
_saiga_concordance_make (SaigaSnapshot *snapshot,
                         const char *authority_a,
                         const char *authority_b,
                         SaigaDate *date,
                         SaigaConcordanceStep tell,
                         gpointer data,
                         GError **error)
{
  g_autoptr(SaigaConcordance) self = NULL;
  g_autoptr(SaigaSide) a = NULL;
  g_autoptr(SaigaSide) b = NULL;
  SaigaRecord *first;
  SaigaRecord *second;
  SaigaDate *horizon;

  first = find_authority (snapshot, authority_a, error);
  second = first != NULL ? find_authority (snapshot, authority_b, error) : NULL;
  if (second == NULL)
    return NULL;
  horizon = get_horizon (SAIGA_AUTHORITY (first), SAIGA_AUTHORITY (second));
  if (date == NULL && horizon == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "Neither %s nor %s has a date: say which day is asked for",
                   authority_a, authority_b);
      return NULL;
    }

  self = g_object_new (SAIGA_TYPE_CONCORDANCE, NULL);
  self->snapshot = g_object_ref (snapshot);
  self->authority_a = SAIGA_AUTHORITY (g_object_ref (first));
  self->authority_b = SAIGA_AUTHORITY (g_object_ref (second));
  self->date = date != NULL ? saiga_date_dup_earliest (date) : saiga_date_dup_latest (horizon);
  self->is_after_horizon = horizon != NULL && saiga_date_get_earliest_day (self->date) > saiga_date_get_latest_day (horizon);

  a = _saiga_side_new (snapshot, self->authority_a, saiga_date_get_earliest_day (self->date));
  if (tell != NULL && !tell (0.2, data, error))
    return NULL;
  b = _saiga_side_new (snapshot, self->authority_b, saiga_date_get_earliest_day (self->date));
  if (tell != NULL && !tell (0.5, data, error))
    return NULL;
  self->rows = _saiga_rows_new_take (snapshot, g_steal_pointer (&a), g_steal_pointer (&b),
                                     _saiga_reviews_new (snapshot, authority_a, authority_b));
  self->objects = g_new0 (SaigaConcordanceRow *, get_n_rows (self));
  if (tell != NULL && !tell (1, data, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * saiga_concordance_get_snapshot:
 * @self: a concordance
 *
 * Gets the records that were compared.
 *
 * Returns: (transfer none): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_concordance_get_snapshot (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->snapshot;
}

/**
 * saiga_concordance_get_authority_a:
 * @self: a concordance
 *
 * Gets the authority of the first list.
 *
 * Returns: (transfer none): the authority
 *
 * Since: 0.1
 */
SaigaAuthority *
saiga_concordance_get_authority_a (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->authority_a;
}

/**
 * saiga_concordance_get_authority_b:
 * @self: a concordance
 *
 * Gets the authority of the second list.
 *
 * Returns: (transfer none): the authority
 *
 * Since: 0.1
 */
SaigaAuthority *
saiga_concordance_get_authority_b (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->authority_b;
}

/**
 * saiga_concordance_get_date:
 * @self: a concordance
 *
 * Gets the day whose law is compared.
 *
 * Returns: (transfer none): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_concordance_get_date (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->date;
}

/**
 * saiga_concordance_is_after_horizon:
 * @self: a concordance
 *
 * Checks whether the day is later than the state that the lists have, so that later
 * changes may be missing.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_is_after_horizon (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), FALSE);

  return self->is_after_horizon;
}
