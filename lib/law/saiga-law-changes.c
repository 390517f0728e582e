/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-law-changes-private.h"

/**
 * SaigaLawChanges:
 *
 * What became different between two days, by what a meeting decided, or between two
 * snapshots: a list of [class@Saiga.LawChange].
 *
 * Listed are changes of taxa with listings of their own, and of reservations. What follows
 * from them for taxa below is counted and listed apart, as consequences.
 *
 * What a meeting decided is not the difference of two days: amendments may take effect long
 * after the others of the same meeting.
 *
 * Since: 0.1
 */

static void list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaLawChanges, saiga_law_changes, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static GType
get_item_type (GListModel *model)
{
  return SAIGA_TYPE_LAW_CHANGE;
}

static guint
get_n_items (GListModel *model)
{
  return SAIGA_LAW_CHANGES (model)->changes->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  SaigaLawChanges *self = SAIGA_LAW_CHANGES (model);

  return position < self->changes->len ? g_object_ref (self->changes->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
saiga_law_changes_finalize (GObject *object)
{
  SaigaLawChanges *self = SAIGA_LAW_CHANGES (object);

  g_clear_object (&self->old_law);
  g_clear_object (&self->new_law);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->changed);
  g_clear_object (&self->consequences);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (saiga_law_changes_parent_class)->finalize (object);
}

static void
saiga_law_changes_class_init (SaigaLawChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_law_changes_finalize;
}

static void
saiga_law_changes_init (SaigaLawChanges *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->under_old = SAIGA_NO_NODE;
  self->under_new = SAIGA_NO_NODE;
  g_mutex_init (&self->lock);
}

/* ---- the list */

static gboolean
find_under (SaigaLaw *law,
            SaigaBook *book,
            const char *under_id,
            guint *under,
            GError **error)
{
  *under = under_id != NULL ? _saiga_book_find (book, under_id) : SAIGA_NO_NODE;
  if (under_id == NULL || *under != SAIGA_NO_NODE)
    return TRUE;
  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no taxon of the authorities of %s", under_id,
               _saiga_record_peek_id (SAIGA_RECORD (saiga_law_get_instrument (law))));

  return FALSE;
}

/* Those of the old book that the new one does not have come last. */
static void
compare_all (SaigaLawChanges *self,
             SaigaBook *old_book,
             SaigaBook *new_book)
{
  for (guint i = 0; i < new_book->nodes->len; i++)
    {
      SaigaLawPair pair = { old_book, new_book, i, i, self->from, self->to };

      if (old_book != new_book)
        pair.old_node = _saiga_book_find (old_book, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (new_book, i)->taxon)));
      if (_saiga_law_is_under (i, new_book, self->under_new) &&
          (SAIGA_NODE (new_book, i)->n_pieces > 0 || (pair.old_node != SAIGA_NO_NODE && SAIGA_NODE (old_book, pair.old_node)->n_pieces > 0)))
        _saiga_law_changes_compare_taxon (self, &pair);
    }
  for (guint i = 0; old_book != new_book && i < old_book->nodes->len; i++)
    {
      SaigaLawPair pair = { old_book, new_book, i, _saiga_book_find (new_book, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (old_book, i)->taxon))),
                            self->from, self->to };

      if (pair.new_node == SAIGA_NO_NODE && SAIGA_NODE (old_book, i)->n_pieces > 0 && _saiga_law_is_under (i, old_book, self->under_old))
        _saiga_law_changes_compare_taxon (self, &pair);
    }
  _saiga_law_changes_compare_reservations (self, old_book, new_book);
}

/**
 * saiga_law_changes_new: (constructor)
 * @law: the law of an instrument
 * @from: a day
 * @to: (nullable): a later day, or `NULL` for the day whose state the data have
 * @under_id: (nullable): the id of a taxon: only it and what is below it
 * @error: return location for an error
 *
 * Compares the law on two days.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
SaigaLawChanges *
saiga_law_changes_new (SaigaLaw *law,
                       SaigaDate *from,
                       SaigaDate *to,
                       const char *under_id,
                       GError **error)
{
  return saiga_law_changes_new_between (law, from, law, to, under_id, error);
}

/**
 * saiga_law_changes_new_between: (constructor)
 * @old_law: the law of an instrument
 * @from: (nullable): a day, or `NULL` for the day whose state its data have
 * @new_law: the law of the same instrument, maybe of another snapshot
 * @to: (nullable): a day, or `NULL` for the day whose state its data have
 * @under_id: (nullable): the id of a taxon: only it and what is below it
 * @error: return location for an error
 *
 * Compares the law of one snapshot on a day with that of another.
 *
 * Taxa are the same if they have the same id. What is newly covered because a taxon was
 * described or moved is among the consequences.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
SaigaLawChanges *
saiga_law_changes_new_between (SaigaLaw *old_law,
                               SaigaDate *from,
                               SaigaLaw *new_law,
                               SaigaDate *to,
                               const char *under_id,
                               GError **error)
{
  g_autoptr(SaigaLawChanges) self = NULL;
  SaigaQuestion old_question;
  SaigaQuestion new_question;
  SaigaBook *old_book;
  SaigaBook *new_book;

  g_return_val_if_fail (SAIGA_IS_LAW (old_law), NULL);
  g_return_val_if_fail (SAIGA_IS_LAW (new_law), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_saiga_law_find_question (old_law, NULL, from, &old_question, error) || !_saiga_law_find_question (new_law, NULL, to, &new_question, error))
    return NULL;

  old_book = (SaigaBook *) old_question.book;
  new_book = (SaigaBook *) new_question.book;
  self = g_object_new (SAIGA_TYPE_LAW_CHANGES, NULL);
  self->old_law = g_object_ref (old_law);
  self->new_law = g_object_ref (new_law);
  self->from = old_question.day;
  self->to = new_question.day;
  if (!find_under (new_law, new_book, under_id, &self->under_new, error))
    return NULL;
  self->under_old = under_id != NULL ? _saiga_book_find (old_book, under_id) : SAIGA_NO_NODE;
  compare_all (self, old_book, new_book);

  return g_steal_pointer (&self);
}

/* ---- what a meeting decided */

/* The rows name the meeting or the day; else they are those that bind, or are printed, from
 * the day on which the amendments of the meeting take effect. */
static gboolean
is_decided_at (SaigaListing *listing,
               SaigaMeeting *meeting)
{
  const char *meeting_id = saiga_listing_get_meeting_id (listing);
  SaigaDate *decided = saiga_listing_get_decided (listing);
  SaigaDate *start = saiga_meeting_get_start (meeting);
  SaigaDate *end = saiga_meeting_get_end (meeting);
  SaigaDate *amendments = saiga_meeting_get_amendments_effective (meeting);
  SaigaDate *day = saiga_listing_get_text_from (listing) != NULL ? saiga_listing_get_text_from (listing) : saiga_listing_get_effective (listing);

  if (meeting_id != NULL)
    return g_str_equal (meeting_id, _saiga_record_peek_id (SAIGA_RECORD (meeting)));
  if (decided != NULL)
    return start != NULL && end != NULL && saiga_date_get_earliest_day (start) <= saiga_date_get_earliest_day (decided) &&
           saiga_date_get_latest_day (decided) <= saiga_date_get_latest_day (end);

  return amendments != NULL && day != NULL && saiga_date_equal (amendments, day);
}

static int
row_day (SaigaListing *listing)
{
  SaigaDate *date = saiga_listing_get_effective (listing) != NULL ? saiga_listing_get_effective (listing) : saiga_listing_get_text_from (listing);

  return date != NULL ? saiga_date_get_earliest_day (date) : SAIGA_FOREVER;
}

/* Between which days a taxon's rows of the meeting take effect. */
typedef struct
{
  int first;
  int last;
} Days;

static GHashTable *
collect_decided (SaigaLawChanges *self,
                 SaigaBook *book,
                 SaigaMeeting *meeting)
{
  GHashTable *taxa = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (book->snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaListing *listing = SAIGA_LISTING (record);
      SaigaListingChange change = saiga_listing_get_change (listing);
      int appendix = _saiga_book_find_appendix (book, saiga_listing_get_appendix (listing));
      guint node;
      Days *days;

      if ((change != SAIGA_LISTING_CHANGE_ADDITION && change != SAIGA_LISTING_CHANGE_DELETION) || appendix < 0 ||
          (book->party_listed & (1u << appendix)) != 0 || saiga_listing_get_taxon_id (listing) == NULL ||
          g_strcmp0 (saiga_listing_get_instrument_id (listing), _saiga_record_peek_id (SAIGA_RECORD (book->instrument))) != 0 ||
          row_day (listing) == SAIGA_FOREVER || !is_decided_at (listing, meeting))
        continue;
      node = _saiga_book_find (book, saiga_listing_get_taxon_id (listing));
      if (node == SAIGA_NO_NODE || !_saiga_law_is_under (node, book, self->under_new))
        continue;
      days = g_hash_table_lookup (taxa, GUINT_TO_POINTER (node));
      if (days == NULL)
        {
          days = g_new (Days, 1);
          *days = (Days){ row_day (listing), row_day (listing) };
          g_hash_table_insert (taxa, GUINT_TO_POINTER (node), days);
        }
      days->first = MIN (days->first, row_day (listing));
      days->last = MAX (days->last, row_day (listing));
    }

  return taxa;
}

/**
 * saiga_law_changes_new_decided_at: (constructor)
 * @law: the law of an instrument
 * @meeting_id: the id of a meeting
 * @under_id: (nullable): the id of a taxon: only it and what is below it
 * @error: return location for an error
 *
 * Finds what a meeting decided, whenever each amendment takes effect.
 *
 * Rows belong to a meeting that they name, or in whose days they were decided. Rows that
 * say neither belong to it if they bind, or are first printed, from the day on which the
 * amendments of the meeting take effect. What Parties list on their own is decided by no
 * meeting, and is told only where the same taxon changed.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 0.1
 */
SaigaLawChanges *
saiga_law_changes_new_decided_at (SaigaLaw *law,
                                  const char *meeting_id,
                                  const char *under_id,
                                  GError **error)
{
  g_autoptr(SaigaLawChanges) self = NULL;
  g_autoptr(GHashTable) taxa = NULL;
  SaigaRecord *meeting;
  SaigaBook *book;

  g_return_val_if_fail (SAIGA_IS_LAW (law), NULL);
  g_return_val_if_fail (meeting_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  meeting = saiga_snapshot_lookup (saiga_law_get_snapshot (law), meeting_id);
  if (!SAIGA_IS_MEETING (meeting))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no meeting “%s”", meeting_id);
      return NULL;
    }

  book = _saiga_law_get_book (law, SAIGA_FOREVER - 1);
  self = g_object_new (SAIGA_TYPE_LAW_CHANGES, NULL);
  self->old_law = g_object_ref (law);
  self->new_law = g_object_ref (law);
  self->from = SAIGA_FOREVER;
  self->to = G_MININT;
  if (!find_under (law, book, under_id, &self->under_new, error))
    return NULL;
  self->under_old = self->under_new;

  taxa = collect_decided (self, book, SAIGA_MEETING (meeting));
  for (guint i = 0; i < book->nodes->len; i++)
    {
      const Days *days = g_hash_table_lookup (taxa, GUINT_TO_POINTER (i));

      if (days != NULL)
        {
          SaigaLawPair pair = { book, book, i, i, days->first - 1, days->last };

          _saiga_law_changes_compare_taxon (self, &pair);
          self->from = MIN (self->from, days->first - 1);
          self->to = MAX (self->to, days->last);
        }
    }
  for (guint i = 0; i < book->reservations->len; i++)
    {
      const SaigaReservationSpan *span = SAIGA_SPAN (book, i);
      const Days *days = g_hash_table_lookup (taxa, GUINT_TO_POINTER (span->node));

      if (days != NULL && span->copy_of == G_MAXUINT && (book->party_listed & (1u << span->appendix)) == 0 &&
          days->first <= span->from && span->from <= days->last)
        _saiga_law_changes_add_reservation (self, book, span, SAIGA_LAW_CHANGE_KIND_RESERVED);
    }

  return g_steal_pointer (&self);
}

/* ---- consequences */

static void
add_consequence (SaigaLawChanges *self,
                 const SaigaLawPair *pair,
                 const SaigaLawRow *old,
                 const SaigaLawRow *new)
{
  SaigaLawChangeFacts facts = { .taxon = _saiga_law_pair_get_taxon (pair), .cause = _saiga_law_pair_get_cause (pair), .effective = SAIGA_FOREVER };
  g_autoptr(SaigaLawChange) change = NULL;

  facts.before = old != NULL ? old->own | old->inherited : 0;
  facts.after = new != NULL ? new->own | new->inherited : 0;
  if (facts.before == facts.after || g_hash_table_contains (self->changed, _saiga_record_peek_id (SAIGA_RECORD (facts.taxon))))
    return;
  facts.kind = facts.before == 0 ? SAIGA_LAW_CHANGE_KIND_COVERED : facts.after == 0 ? SAIGA_LAW_CHANGE_KIND_UNCOVERED
                                                                                    : SAIGA_LAW_CHANGE_KIND_COVERED_OTHERWISE;
  change = _saiga_law_change_new (self->new_law, &facts);
  g_list_store_append (self->consequences, change);
}

static void
find_consequences (SaigaLawChanges *self)
{
  SaigaQuestion old_question = { _saiga_law_get_book (self->old_law, self->from), self->from, FALSE, SAIGA_ANY_AREA };
  SaigaQuestion new_question = { _saiga_law_get_book (self->new_law, self->to), self->to, FALSE, SAIGA_ANY_AREA };
  SaigaBook *old_book = (SaigaBook *) old_question.book;
  SaigaBook *new_book = (SaigaBook *) new_question.book;
  SaigaFrame old_frame;
  SaigaFrame new_frame;

  _saiga_frame_init_all (&old_frame, &old_question);
  _saiga_frame_init_all (&new_frame, &new_question);
  _saiga_frame_compute (&old_frame);
  _saiga_frame_compute (&new_frame);
  for (guint i = 0; i < new_book->nodes->len; i++)
    {
      SaigaLawPair pair = { old_book, new_book, i, i, self->from, self->to };

      if (old_book != new_book)
        pair.old_node = _saiga_book_find (old_book, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (new_book, i)->taxon)));
      if (_saiga_law_is_under (i, new_book, self->under_new))
        add_consequence (self, &pair, pair.old_node != SAIGA_NO_NODE ? &_saiga_frame_get (&old_frame, pair.old_node)->row : NULL,
                         &_saiga_frame_get (&new_frame, i)->row);
    }
  for (guint i = 0; old_book != new_book && i < old_book->nodes->len; i++)
    {
      SaigaLawPair pair = { old_book, new_book, i, _saiga_book_find (new_book, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (old_book, i)->taxon))),
                            self->from, self->to };

      if (pair.new_node == SAIGA_NO_NODE && _saiga_law_is_under (i, old_book, self->under_old))
        add_consequence (self, &pair, &_saiga_frame_get (&old_frame, i)->row, NULL);
    }
  _saiga_frame_clear (&old_frame);
  _saiga_frame_clear (&new_frame);
}

/**
 * saiga_law_changes_get_consequences:
 * @self: changes
 *
 * Gets what became different for taxa whose own listings did not change, because higher
 * taxa's did or because they are new or were moved.
 *
 * Of a meeting, it is what became different until the last of its amendments took effect.
 *
 * Returns: (transfer none): a list of [class@Saiga.LawChange]
 *
 * Since: 0.1
 */
GListModel *
saiga_law_changes_get_consequences (SaigaLawChanges *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGES (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->consequences == NULL)
    {
      self->consequences = g_list_store_new (SAIGA_TYPE_LAW_CHANGE);
      if (self->new_law != NULL && self->from != SAIGA_FOREVER)
        find_consequences (self);
    }
  g_mutex_unlock (&self->lock);

  return G_LIST_MODEL (self->consequences);
}

/**
 * saiga_law_changes_count:
 * @self: changes
 * @kind: a kind of change
 * @appendix: (nullable): the code of an appendix, or `NULL` for all
 *
 * Counts the changes of a kind that concern an appendix.
 *
 * What was removed or ended is counted in the appendix that it left, all else in the one
 * where it stands.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_law_changes_count (SaigaLawChanges *self,
                         SaigaLawChangeKind kind,
                         const char *appendix)
{
  guint n = 0;

  g_return_val_if_fail (SAIGA_IS_LAW_CHANGES (self), 0);

  for (guint i = 0; i < self->changes->len; i++)
    {
      SaigaLawChange *change = self->changes->pdata[i];
      const gboolean is_end = kind == SAIGA_LAW_CHANGE_KIND_REMOVED || kind == SAIGA_LAW_CHANGE_KIND_PARTY_ENDED;

      if (saiga_law_change_get_kind (change) == kind &&
          (appendix == NULL || g_strv_contains (is_end ? saiga_law_change_get_before (change) : saiga_law_change_get_after (change), appendix)))
        n++;
    }

  return n;
}
