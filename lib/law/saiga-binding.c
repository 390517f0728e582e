/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-binding.h>

#include "saiga-duty-private.h"

/**
 * SaigaBinding:
 *
 * What binds a Party on a day: a list of [class@Saiga.Duty].
 *
 * A Party is bound by every listing in every appendix, those of other Parties included,
 * whatever lives in it, less its own reservations; by nothing if it is no member of the
 * instrument on that day.
 *
 * Since: 0.1
 */
struct _SaigaBinding
{
  GObject parent_instance;

  SaigaLaw *law;
  SaigaBook *book;
  char *party_id;
  SaigaDate *date;
  SaigaMembership *membership;
  int party;
  GArray *items; /* of Item */
};

typedef struct
{
  guint node;
  guint piece;
  guint reservation;
} Item;

static void list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaBinding, saiga_binding, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static GType
get_item_type (GListModel *model)
{
  return SAIGA_TYPE_DUTY;
}

static guint
get_n_items (GListModel *model)
{
  return SAIGA_BINDING (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SaigaBinding *self = SAIGA_BINDING (model);
  const Item *item;

  if (position >= self->items->len)
    return NULL;
  item = &g_array_index (self->items, Item, position);

  return _saiga_duty_new (self->book, item->node, item->piece, item->reservation, self->party);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
saiga_binding_finalize (GObject *object)
{
  SaigaBinding *self = SAIGA_BINDING (object);

  g_clear_object (&self->law);
  g_free (self->party_id);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_clear_object (&self->membership);
  g_array_unref (self->items);

  G_OBJECT_CLASS (saiga_binding_parent_class)->finalize (object);
}

static void
saiga_binding_class_init (SaigaBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_binding_finalize;
}

static void
saiga_binding_init (SaigaBinding *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
}

/* ---- membership */

static gboolean
holds_on (SaigaMembership *membership,
          int day)
{
  SaigaDate *from = saiga_membership_get_valid_from (membership);
  SaigaDate *until = saiga_membership_get_valid_until (membership);

  if (from == NULL)
    from = saiga_membership_get_signature (membership);

  return (from == NULL || saiga_date_get_earliest_day (from) <= day) && (until == NULL || day < saiga_date_get_earliest_day (until));
}

static SaigaMembership *
find_membership (SaigaBook *book,
                 const char *party_id,
                 int day)
{
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (book->snapshot, _saiga_record_type_index (SAIGA_TYPE_MEMBERSHIP)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaMembership *membership = SAIGA_MEMBERSHIP (record);
      SaigaMembershipRole role = saiga_membership_get_role (membership);

      if ((role == SAIGA_MEMBERSHIP_ROLE_PARTY || role == SAIGA_MEMBERSHIP_ROLE_SIGNATORY) &&
          g_strcmp0 (saiga_membership_get_member_id (membership), party_id) == 0 &&
          g_strcmp0 (saiga_membership_get_group_id (membership), _saiga_record_peek_id (SAIGA_RECORD (book->instrument))) == 0 &&
          holds_on (membership, day))
        return membership;
    }

  return NULL;
}

/* ---- duties */

static gboolean
is_of_party (const SaigaReservationSpan *span,
             const char *party_id,
             int day)
{
  return span->from <= day && day < span->to && span->copy_of == G_MAXUINT && g_strcmp0 (saiga_listing_get_party_id (span->listing), party_id) == 0;
}

/* The Party's own reservation that reaches a taxon by a piece: on the taxon itself, or on
 * the one that the piece lists. One without limits goes before others. */
static guint
find_reservation (SaigaBinding *self,
                  GArray *reservations,
                  guint node,
                  guint piece)
{
  const SaigaPiece *used = SAIGA_PIECE (self->book, piece);
  guint found = G_MAXUINT;

  for (guint i = 0; i < reservations->len; i++)
    {
      guint position = g_array_index (reservations, guint, i);
      const SaigaReservationSpan *span = SAIGA_SPAN (self->book, position);

      if (span->appendix != used->appendix || (span->node != node && span->node != used->node))
        continue;
      if (saiga_listing_get_territory_id (span->listing) == NULL && !saiga_listing_get_amendment_only (span->listing))
        return position;
      if (found == G_MAXUINT)
        found = position;
    }

  return found;
}

static gboolean
is_reserved_itself (SaigaBinding *self,
                    GArray *reservations,
                    guint node)
{
  for (guint i = 0; i < reservations->len; i++)
    if (SAIGA_SPAN (self->book, g_array_index (reservations, guint, i))->node == node)
      return TRUE;

  return FALSE;
}

static void
add_item (SaigaBinding *self,
          GArray *reservations,
          guint node,
          guint piece)
{
  Item item = { node, piece, find_reservation (self, reservations, node, piece) };

  g_array_append_val (self->items, item);
}

static void
find_items (SaigaBinding *self,
            const SaigaQuestion *question,
            guint node)
{
  g_autoptr(GArray) reservations = g_array_new (FALSE, FALSE, sizeof (guint));
  SaigaFrame frame;

  for (guint i = 0; i < self->book->reservations->len; i++)
    if (is_of_party (SAIGA_SPAN (self->book, i), self->party_id, question->day))
      g_array_append_val (reservations, i);

  if (node != SAIGA_NO_NODE)
    {
      g_autoptr(GArray) used = g_array_new (FALSE, FALSE, sizeof (guint));
      SaigaLawRow row;

      _saiga_book_ask (question, node, &row, used);
      for (guint i = 0; i < used->len; i++)
        add_item (self, reservations, node, g_array_index (used, guint, i));
      return;
    }

  _saiga_frame_init_all (&frame, question);
  _saiga_frame_compute (&frame);
  for (guint i = 0; i < self->book->nodes->len; i++)
    {
      const SaigaFrameNode *at = _saiga_frame_get (&frame, i);
      const gboolean is_reserved = at->n_used > 0 && is_reserved_itself (self, reservations, i);

      for (guint n = 0; n < at->n_used; n++)
        {
          guint piece = g_array_index (frame.used, guint, at->first_used + n);

          if (SAIGA_PIECE (self->book, piece)->node == i || is_reserved)
            add_item (self, reservations, i, piece);
        }
    }
  _saiga_frame_clear (&frame);
}

/**
 * saiga_binding_new: (constructor)
 * @law: the law of an instrument
 * @party_id: the id of an area
 * @taxon_id: (nullable): the id of a taxon, or `NULL` for all
 * @date: (nullable): the day, or `NULL` for the day whose state the data have
 * @error: return location for an error
 *
 * Asks what binds a Party.
 *
 * Of all taxa, those are told that have listings of their own, or that the Party has
 * reserved by name; of a single one, the listings of higher taxa too.
 *
 * Returns: (transfer full): what binds it
 *
 * Since: 0.1
 */
SaigaBinding *
saiga_binding_new (SaigaLaw *law,
                   const char *party_id,
                   const char *taxon_id,
                   SaigaDate *date,
                   GError **error)
{
  SaigaBinding *self;
  SaigaQuestion question;
  guint node = SAIGA_NO_NODE;

  g_return_val_if_fail (SAIGA_IS_LAW (law), NULL);
  g_return_val_if_fail (party_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!SAIGA_IS_AREA (saiga_snapshot_lookup (saiga_law_get_snapshot (law), party_id)))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no area “%s”", party_id);
      return NULL;
    }
  if (!_saiga_law_find_question (law, party_id, date, &question, error))
    return NULL;
  if (taxon_id != NULL && (node = _saiga_book_find ((SaigaBook *) question.book, taxon_id)) == SAIGA_NO_NODE)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no taxon of the authorities of %s", taxon_id,
                   _saiga_record_peek_id (SAIGA_RECORD (saiga_law_get_instrument (law))));
      return NULL;
    }

  self = g_object_new (SAIGA_TYPE_BINDING, NULL);
  self->law = g_object_ref (law);
  self->book = (SaigaBook *) question.book;
  self->party_id = g_strdup (party_id);
  self->party = question.area;
  self->date = saiga_date_ref (date != NULL ? date : saiga_law_get_horizon (law));
  g_set_object (&self->membership, find_membership (self->book, party_id, question.day));
  question.has_area = FALSE;
  question.area = SAIGA_ANY_AREA;
  if (self->membership != NULL)
    find_items (self, &question, node);

  return self;
}

/**
 * saiga_binding_get_law:
 * @self: what binds a Party
 *
 * Gets the law that was asked.
 *
 * Returns: (transfer none) (nullable): the law
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_binding_get_law (SaigaBinding *self)
{
  g_return_val_if_fail (SAIGA_IS_BINDING (self), NULL);

  return self->law;
}

/**
 * saiga_binding_get_party_id:
 * @self: what binds a Party
 *
 * Gets the Party.
 *
 * Returns: (nullable): the id of its area
 *
 * Since: 0.1
 */
const char *
saiga_binding_get_party_id (SaigaBinding *self)
{
  g_return_val_if_fail (SAIGA_IS_BINDING (self), NULL);

  return self->party_id;
}

/**
 * saiga_binding_get_date:
 * @self: what binds a Party
 *
 * Gets the day that was asked about.
 *
 * Returns: (transfer none) (nullable): the date
 *
 * Since: 0.1
 */
SaigaDate *
saiga_binding_get_date (SaigaBinding *self)
{
  g_return_val_if_fail (SAIGA_IS_BINDING (self), NULL);

  return self->date;
}

/**
 * saiga_binding_get_membership:
 * @self: what binds a Party
 *
 * Gets by which membership it is bound.
 *
 * Returns: (transfer none) (nullable): the membership, or `NULL` if it was no Party then
 *
 * Since: 0.1
 */
SaigaMembership *
saiga_binding_get_membership (SaigaBinding *self)
{
  g_return_val_if_fail (SAIGA_IS_BINDING (self), NULL);

  return self->membership;
}
