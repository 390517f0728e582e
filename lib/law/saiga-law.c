/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-law-private.h"

/**
 * SaigaLaw:
 *
 * The law of one instrument: what is listed, where, since when and for whom.
 *
 * It is made of the listings in a snapshot, once, and then answers for every day. What is
 * asked of it is a class of its own: the [class@Saiga.Status] of a taxon, the
 * [class@Saiga.StatusTable] of all taxa, a [class@Saiga.Timeline], the
 * [class@Saiga.LawChanges] between two days, the [class@Saiga.Binding] of a Party.
 *
 * Instruments differ by their data, not by code: whether its appendices exclude each other,
 * which of them Parties fill on their own, and what an entry above species rank covers are
 * fields of [class@Saiga.Instrument].
 *
 * A law never changes and may be shared between threads.
 *
 * ```c
 * g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (NULL);
 * g_autoptr(SaigaLaw) law = saiga_law_new (snapshot, "instrument.cites", NULL);
 * g_autoptr(SaigaStatus) status = saiga_status_new (law, "cites.saiga-tatarica", NULL, NULL, NULL);
 * g_autofree char *text = saiga_status_to_string (status);
 * ```
 *
 * Since: 0.1
 */
struct _SaigaLaw
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  SaigaInstrument *instrument;
  gboolean is_printed;
  SaigaBook *first; /* the tree of most days; where parents are dated, others are in @books */
  SaigaDate *horizon;
  GMutex lock;
  GPtrArray *books;
};

G_DEFINE_FINAL_TYPE (SaigaLaw, saiga_law, G_TYPE_OBJECT)

static void
saiga_law_finalize (GObject *object)
{
  SaigaLaw *self = SAIGA_LAW (object);

  g_clear_object (&self->snapshot);
  g_clear_object (&self->instrument);
  g_clear_pointer (&self->first, _saiga_book_free);
  g_clear_pointer (&self->horizon, saiga_date_unref);
  g_ptr_array_unref (self->books);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (saiga_law_parent_class)->finalize (object);
}

static void
saiga_law_class_init (SaigaLawClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_law_finalize;
}

static void
saiga_law_init (SaigaLaw *self)
{
  g_mutex_init (&self->lock);
  self->books = g_ptr_array_new_with_free_func ((GDestroyNotify) _saiga_book_free);
}

/* ---- what the other files need */

SaigaDate *
_saiga_date_of_day (int day)
{
  return day != SAIGA_FOREVER ? saiga_date_new_for_day (day, NULL) : NULL;
}

/* The book whose tree is that of the day. */
SaigaBook *
_saiga_law_get_book (SaigaLaw *self,
                     int day)
{
  SaigaBook *found = NULL;

  if (self->first->tree_from <= day && day < self->first->tree_to)
    return self->first;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->books->len && found == NULL; i++)
    {
      SaigaBook *book = self->books->pdata[i];

      if (book->tree_from <= day && day < book->tree_to)
        found = book;
    }
  if (found == NULL)
    {
      found = _saiga_book_new (self->snapshot, self->instrument, self->is_printed, day);
      g_ptr_array_add (self->books, found);
    }
  g_mutex_unlock (&self->lock);

  return found;
}

gboolean
_saiga_law_find_question (SaigaLaw *self,
                          const char *area_id,
                          SaigaDate *date,
                          SaigaQuestion *question,
                          GError **error)
{
  if (date == NULL)
    date = self->horizon;
  if (date == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: a date is needed, for none of its authorities has one",
                   _saiga_record_peek_id (SAIGA_RECORD (self->instrument)));
      return FALSE;
    }
  if (area_id != NULL && !g_str_equal (area_id, SAIGA_OTHER_AREAS) && !SAIGA_IS_AREA (saiga_snapshot_lookup (self->snapshot, area_id)))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no area “%s”", area_id);
      return FALSE;
    }

  question->day = saiga_date_get_earliest_day (date);
  question->book = _saiga_law_get_book (self, question->day);
  question->has_area = area_id != NULL;
  question->area = area_id != NULL ? _saiga_area_sets_find (question->book->areas, area_id) : SAIGA_ANY_AREA;

  return TRUE;
}

char **
_saiga_law_list_codes (SaigaLaw *self,
                       guint32 appendices)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; self->first->codes[i] != NULL; i++)
    if ((appendices & (1u << i)) != 0)
      g_strv_builder_add (codes, self->first->codes[i]);

  return g_strv_builder_end (codes);
}

/* Joined by a slash; empty for none. */
char *
_saiga_law_print_codes (SaigaLaw *self,
                        guint32 appendices)
{
  g_auto(GStrv) codes = _saiga_law_list_codes (self, appendices);

  return g_strjoinv ("/", codes);
}

/* ---- the law */

static SaigaLaw *
law_new (SaigaSnapshot *snapshot,
         const char *instrument_id,
         gboolean is_printed,
         GError **error)
{
  SaigaRecord *instrument = saiga_snapshot_lookup (snapshot, instrument_id);
  SaigaLaw *self;

  if (!SAIGA_IS_INSTRUMENT (instrument))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "There is no instrument “%s”", instrument_id);
      return NULL;
    }

  self = g_object_new (SAIGA_TYPE_LAW, NULL);
  self->snapshot = g_object_ref (snapshot);
  self->instrument = g_object_ref (SAIGA_INSTRUMENT (instrument));
  self->is_printed = is_printed;
  self->first = _saiga_book_new (snapshot, self->instrument, is_printed, SAIGA_FOREVER - 1);
  self->horizon = _saiga_date_of_day (self->first->horizon);

  return self;
}

/**
 * saiga_law_new: (constructor)
 * @snapshot: a snapshot
 * @instrument_id: the id of an instrument
 * @error: return location for an error
 *
 * Puts the law of an instrument in order.
 *
 * Its taxa are those of the authorities that name it, or else of those that name the
 * instrument it was concluded under.
 *
 * Returns: (transfer full): the law
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_law_new (SaigaSnapshot *snapshot,
               const char *instrument_id,
               GError **error)
{
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (instrument_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return law_new (snapshot, instrument_id, FALSE, error);
}

/**
 * saiga_law_new_printed: (constructor)
 * @snapshot: a snapshot
 * @instrument_id: the id of an instrument
 * @error: return location for an error
 *
 * Puts in order what the published appendices of an instrument say.
 *
 * It differs from the law where the effect of an amendment is delayed: the new entry is
 * printed already, beside the one that still binds.
 *
 * Returns: (transfer full): the law as printed
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_law_new_printed (SaigaSnapshot *snapshot,
                       const char *instrument_id,
                       GError **error)
{
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (instrument_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return law_new (snapshot, instrument_id, TRUE, error);
}

/**
 * saiga_law_get_snapshot:
 * @self: a law
 *
 * Gets the snapshot with the listings.
 *
 * Returns: (transfer none): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_law_get_snapshot (SaigaLaw *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW (self), NULL);

  return self->snapshot;
}

/**
 * saiga_law_get_instrument:
 * @self: a law
 *
 * Gets the instrument.
 *
 * Returns: (transfer none): the instrument
 *
 * Since: 0.1
 */
SaigaInstrument *
saiga_law_get_instrument (SaigaLaw *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW (self), NULL);

  return self->instrument;
}

/**
 * saiga_law_get_printed:
 * @self: a law
 *
 * Gets whether it is what the published appendices say, not what binds.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
gboolean
saiga_law_get_printed (SaigaLaw *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW (self), FALSE);

  return self->is_printed;
}

/**
 * saiga_law_get_horizon:
 * @self: a law
 *
 * Gets the day whose state the data have: the latest of the dates of the authorities.
 *
 * Questions without a date are answered for this day.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if no authority has a date
 *
 * Since: 0.1
 */
SaigaDate *
saiga_law_get_horizon (SaigaLaw *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW (self), NULL);

  return self->horizon;
}

/**
 * saiga_law_get_codes:
 * @self: a law
 *
 * Gets the codes of the appendices, in the order of the instrument.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 *
 * Since: 0.1
 */
const char *const *
saiga_law_get_codes (SaigaLaw *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW (self), NULL);

  return (const char *const *) self->first->codes;
}

/**
 * saiga_law_has_taxon:
 * @self: a law
 * @taxon_id: the id of a taxon
 *
 * Gets whether a taxon is one of those the law speaks of.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
gboolean
saiga_law_has_taxon (SaigaLaw *self,
                     const char *taxon_id)
{
  g_return_val_if_fail (SAIGA_IS_LAW (self), FALSE);
  g_return_val_if_fail (taxon_id != NULL, FALSE);

  return _saiga_book_find (self->first, taxon_id) != SAIGA_NO_NODE;
}
