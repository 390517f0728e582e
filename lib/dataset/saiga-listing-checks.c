/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with listings. What only the law can tell, such as a deletion that finds
 * nothing to delete, is checked where the law is. */

#include <saiga/saiga-range.h>
#include <saiga/saiga-text.h>

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "listing-appendix", SAIGA_SEVERITY_ERROR, N_ ("The instrument has no appendix “%1”"),
    N_ ("A listing stands in an appendix that its instrument does not have, and so nowhere."),
    N_ ("Correct the code, or add the appendix to the instrument.") },
  { "listing-authority", SAIGA_SEVERITY_ERROR, N_ ("“%1” is of “%2”, which serves neither the instrument nor one above it"),
    N_ ("A listing is for a taxon as the nomenclature of its own convention understands it. The same name in another list may be "
        "a wider or a narrower concept."),
    N_ ("Name the taxon of the instrument's own authority, or say that this authority serves the instrument.") },
  { "listing-party", SAIGA_SEVERITY_ERROR, N_ ("%1 in appendix “%2”, Party: %3. A Party is named where one acted, and only there"),
    N_ ("An error: a Party is given for an addition or deletion where no Party lists on its own; which populations are listed is "
        "said by areas. A warning: a Party is missing where one must have acted, as in Appendix III of CITES (Article XVI), or in "
        "a reservation or its withdrawal (CITES, Articles XV 3, XVI 2 and XXIII; CMS, Articles XI 6 and XIV 2)."),
    N_ ("Remove the Party, or name the one that acted.") },
  { "listing-before-force", SAIGA_SEVERITY_WARNING, N_ ("The listing takes effect on %1, before the instrument entered into force (%2)"),
    N_ ("Nothing can be listed by an instrument that is not in force. Sources often put a filler where they do not know the day."),
    N_ ("If the date is a filler, remove it and mark the listing as a placeholder.") },
  { "listing-exception", SAIGA_SEVERITY_WARNING, N_ ("“%1” is excepted, but would not be covered anyway"),
    N_ ("A listing excepts a taxon that does not stand below the listed one, or an area where the taxon does not live. The "
        "exception has no effect, so it may mean another taxon or area, or the hierarchy or the range has changed."),
    N_ ("Correct the exception, or the parent or range of the taxon.") },
  { "listing-inclusion", SAIGA_SEVERITY_WARNING, N_ ("“%1” does not stand above the taxon"),
    N_ ("The listing is said to be included in that of a higher taxon, but this is none of the parents of its own. From then on "
        "the taxon would be listed through nothing."),
    N_ ("Correct the taxon that includes it, or the parents.") },
  { "listing-target", SAIGA_SEVERITY_ERROR, N_ ("“%1” can not be what this acts on: its %2 is another"),
    N_ ("A reservation is against an addition, a withdrawal takes back a reservation of the same Party, a deletion ends an "
        "addition, each of the same instrument, appendix and taxon. A reservation may also be for a taxon below the listed one. "
        "An addition acts on nothing."),
    N_ ("Name the right listing, or none: they are then paired by taxon, appendix, Party and date.") },
  { "listing-reservation-late", SAIGA_SEVERITY_WARNING, N_ ("The reservation of %1 came after %2, the last day to enter one, and not on joining"),
    N_ ("A reservation can be entered within the days that the instrument gives after the amendment is adopted, 90 days in CITES "
        "(Article XV 3) and CMS (Article XI 6), or on joining (CITES, Article XXIII 2; CMS, Article XIV 2). Where the day of the "
        "adoption is not known, that of the effect is taken. Such a reservation is shown, not refused."),
    N_ ("Check the day of the reservation, and when its Party joined.") },
  { "listing-date-missing", SAIGA_SEVERITY_INFORMATION, N_ ("It is not known from when the listing binds"),
    N_ ("The listing has no effective date. It counts from the first printed text that has it, else from the entry into force of "
        "the instrument, and answers for earlier days are uncertain."),
    N_ ("Add the date, from the decisions of the meeting that adopted it.") },
  { "listing-date-order", SAIGA_SEVERITY_WARNING, N_ ("%1 (%2) does not come after %3 (%4)"),
    N_ ("What is decided takes effect afterwards, is printed afterwards, and ends after that."),
    N_ ("Correct one of the two dates.") },
  { "listing-scope-words", SAIGA_SEVERITY_INFORMATION, N_ ("Nobody has said yet what these words mean: %1"),
    N_ ("The entry is limited by words that no other field expresses. Every answer that rests on it is uncertain until a person "
        "has put what they mean into areas, taxa or the residual mark, and removed them."),
    N_ ("Put what the words mean into the fields for areas and taxa, and remove them.") },
  { "listing-criterion", SAIGA_SEVERITY_ERROR, N_ ("“%1” is no criterion of the instrument for this appendix"),
    N_ ("A listing names a criterion that its instrument does not have, or has for another appendix. Whether two conventions "
        "listed a species for like reasons is compared by these codes (CITES, Resolution Conf. 9.24; CMS, Articles III and IV)."),
    N_ ("Correct the code, or add the criterion to the instrument.") },
};

/* ---- the instrument */

static SaigaAppendix *
find_appendix (SaigaInstrument *instrument,
               const char *code)
{
  const SaigaPartList *appendices = _saiga_record_peek_parts (SAIGA_RECORD (instrument), "appendices");
  SaigaAppendix *appendix;

  for (guint i = 0; (appendix = _saiga_parts_peek (appendices, i)) != NULL; i++)
    if (g_strcmp0 (saiga_appendix_get_code (appendix), code) == 0)
      return appendix;

  return NULL;
}

static gboolean
is_event (SaigaListing *listing)
{
  SaigaListingChange change = saiga_listing_get_change (listing);

  return change == SAIGA_LISTING_CHANGE_ADDITION || change == SAIGA_LISTING_CHANGE_DELETION;
}

static void
check_appendix (SaigaValidation *validation,
                SaigaListing *listing,
                SaigaInstrument *instrument)
{
  const char *code = saiga_listing_get_appendix (listing);
  const char *party_id = saiga_listing_get_party_id (listing);
  SaigaAppendix *appendix = find_appendix (instrument, code);

  if (code == NULL)
    return;
  if (appendix == NULL)
    {
      /* If it has none at all, that is the problem. */
      if (_saiga_parts_peek (_saiga_record_peek_parts (SAIGA_RECORD (instrument), "appendices"), 0) != NULL)
        _saiga_validation_add (validation, "listing-appendix", SAIGA_RECORD (listing), "appendix", code, NULL);
      return;
    }

  if (is_event (listing) && !saiga_appendix_get_party_listed (appendix))
    {
      if (party_id != NULL)
        _saiga_validation_add (validation, "listing-party", SAIGA_RECORD (listing), "party-id", _saiga_record_peek_nick (SAIGA_RECORD (listing), "change"), code, party_id, NULL);
    }
  else if (party_id == NULL)
    _saiga_validation_add_as (validation, SAIGA_SEVERITY_WARNING, "listing-party", SAIGA_RECORD (listing), "party-id",
                              _saiga_record_peek_nick (SAIGA_RECORD (listing), "change"), code, "–", NULL);
}

static void
check_authority (SaigaValidation *validation,
                 SaigaListing *listing,
                 SaigaTaxon *taxon)
{
  SaigaAuthority *authority = _saiga_validation_lookup (validation, saiga_taxon_get_authority_id (taxon), SAIGA_TYPE_AUTHORITY);
  SaigaInstrument *instrument = _saiga_validation_lookup (validation, saiga_listing_get_instrument_id (listing), SAIGA_TYPE_INSTRUMENT);
  SaigaInstrument *first = instrument;

  if (authority == NULL || instrument == NULL)
    return;

  do
    {
      if (g_strv_contains (saiga_authority_get_instrument_ids (authority), _saiga_record_peek_id (SAIGA_RECORD (instrument))))
        return;
      instrument = _saiga_validation_lookup (validation, saiga_instrument_get_parent_id (instrument), SAIGA_TYPE_INSTRUMENT);
    }
  while (instrument != NULL && instrument != first);

  _saiga_validation_add (validation, "listing-authority", SAIGA_RECORD (listing), "taxon-id", saiga_listing_get_taxon_id (listing),
                         saiga_taxon_get_authority_id (taxon), NULL);
}

static void
check_criteria (SaigaValidation *validation,
                SaigaListing *listing,
                SaigaInstrument *instrument)
{
  const SaigaPartList *criteria = _saiga_record_peek_parts (SAIGA_RECORD (instrument), "listing-criteria");

  for (const char *const *code = saiga_listing_get_criterion_codes (listing); *code != NULL; code++)
    {
      SaigaCriterion *criterion;
      guint i = 0;

      while ((criterion = _saiga_parts_peek (criteria, i++)) != NULL)
        if (g_strcmp0 (saiga_criterion_get_code (criterion), *code) == 0)
          break;

      if (criterion == NULL ||
          (saiga_criterion_get_appendix (criterion) != NULL &&
           g_strcmp0 (saiga_criterion_get_appendix (criterion), saiga_listing_get_appendix (listing)) != 0))
        _saiga_validation_add (validation, "listing-criterion", SAIGA_RECORD (listing), "criterion-codes", *code, NULL);
    }
}

/* ---- dates */

/* Tells of @later if it is at least @n_days too early. */
static void
check_order (SaigaValidation *validation,
             SaigaListing *listing,
             const char *earlier_field,
             SaigaDate *earlier,
             const char *later_field,
             SaigaDate *later,
             int n_days)
{
  g_autofree char *earlier_text = NULL;
  g_autofree char *later_text = NULL;

  if (earlier == NULL || later == NULL || saiga_date_get_latest_day (later) + n_days > saiga_date_get_earliest_day (earlier))
    return;
  earlier_text = saiga_date_to_string (earlier);
  later_text = saiga_date_to_string (later);
  _saiga_validation_add (validation, "listing-date-order", SAIGA_RECORD (listing), later_field,
                         later_field, later_text, earlier_field, earlier_text, NULL);
}

static void
check_dates (SaigaValidation *validation,
             SaigaListing *listing,
             SaigaInstrument *instrument)
{
  SaigaDate *effective = saiga_listing_get_effective (listing);
  SaigaDate *decided = saiga_listing_get_decided (listing);
  SaigaDate *in_force = instrument != NULL ? saiga_instrument_get_entry_into_force (instrument) : NULL;
  SaigaMeeting *meeting = _saiga_validation_lookup (validation, saiga_listing_get_meeting_id (listing), SAIGA_TYPE_MEETING);

  if (effective == NULL)
    _saiga_validation_add (validation, "listing-date-missing", SAIGA_RECORD (listing), "effective", NULL);

  /* A segregate carries the date of the older entry, which its own meeting did not decide. */
  if (decided == NULL && meeting != NULL && saiga_listing_get_through_id (listing) == NULL)
    check_order (validation, listing, "meeting-id", saiga_meeting_get_start (meeting), "effective", effective, 1);
  check_order (validation, listing, "decided", decided, "effective", effective, 1);
  check_order (validation, listing, "decided", decided, "text-from", saiga_listing_get_text_from (listing), 1);
  /* The end is the first day without the listing, so it must come after the first day with it. */
  check_order (validation, listing, "effective", effective, "effective-to", saiga_listing_get_effective_to (listing), 0);

  if (saiga_listing_get_precision (listing) != SAIGA_LISTING_PRECISION_PLACEHOLDER && _saiga_date_is_before (effective, in_force))
    {
      g_autofree char *effective_text = saiga_date_to_string (effective);
      g_autofree char *in_force_text = saiga_date_to_string (in_force);

      _saiga_validation_add (validation, "listing-before-force", SAIGA_RECORD (listing), "effective", effective_text, in_force_text, NULL);
    }
}

/* ---- taxa and areas */

static gboolean
is_covered (SaigaValidation *validation,
            SaigaListing *listing,
            const char *taxon_id)
{
  SaigaRecord *taxon = _saiga_validation_lookup (validation, taxon_id, SAIGA_TYPE_TAXON);

  /* Whether what is missing is covered is not known. */
  if (taxon == NULL || _saiga_validation_has_ancestor (validation, taxon, saiga_listing_get_taxon_id (listing)))
    return TRUE;
  for (const char *const *id = saiga_listing_get_also_taxon_ids (listing); *id != NULL; id++)
    if (g_str_equal (*id, taxon_id) || _saiga_validation_has_ancestor (validation, taxon, *id))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_range (SaigaValidation *validation,
             SaigaRange *range,
             const char *area_id)
{
  SaigaArea *area = _saiga_validation_lookup (validation, area_id, SAIGA_TYPE_AREA);
  SaigaAreaKind kind = area != NULL ? saiga_area_get_kind (area) : SAIGA_AREA_KIND_UNSET;
  const char *parent_id;

  /* Ranges are given by country: nothing follows for a region, a sea or a former State. */
  if (kind != SAIGA_AREA_KIND_COUNTRY && kind != SAIGA_AREA_KIND_TERRITORY)
    return TRUE;
  parent_id = saiga_area_get_parent_id (area);

  return saiga_range_contains (range, area_id) || (parent_id != NULL && saiga_range_contains (range, parent_id));
}

static void
check_exceptions (SaigaValidation *validation,
                  SaigaListing *listing,
                  SaigaTaxon *taxon)
{
  SaigaRange *range = saiga_taxon_get_range (taxon);
  const char *included_in = saiga_listing_get_included_in_id (listing);

  for (const char *const *id = saiga_listing_get_except_taxon_ids (listing); *id != NULL; id++)
    if (!is_covered (validation, listing, *id))
      _saiga_validation_add (validation, "listing-exception", SAIGA_RECORD (listing), "except-taxon-ids", *id, NULL);
  if (range != NULL)
    for (const char *const *id = saiga_listing_get_except_area_ids (listing); *id != NULL; id++)
      if (!is_in_range (validation, range, *id))
        _saiga_validation_add (validation, "listing-exception", SAIGA_RECORD (listing), "except-area-ids", *id, NULL);

  if (included_in != NULL && _saiga_validation_lookup (validation, included_in, SAIGA_TYPE_TAXON) != NULL &&
      !_saiga_validation_has_ancestor (validation, SAIGA_RECORD (taxon), included_in))
    _saiga_validation_add (validation, "listing-inclusion", SAIGA_RECORD (listing), "included-in-id", included_in, NULL);
}

/* ---- what it acts on */

/* The first field in which a listing can not be the target of another; NULL if it can. */
static const char *
find_misfit (SaigaValidation *validation,
             SaigaListing *listing,
             SaigaListing *target)
{
  SaigaListingChange change = saiga_listing_get_change (listing);
  SaigaRecord *taxon = _saiga_validation_lookup (validation, saiga_listing_get_taxon_id (listing), SAIGA_TYPE_TAXON);
  const char *target_taxon_id = saiga_listing_get_taxon_id (target);
  SaigaListingChange wanted = change == SAIGA_LISTING_CHANGE_WITHDRAWAL ? SAIGA_LISTING_CHANGE_RESERVATION : SAIGA_LISTING_CHANGE_ADDITION;

  if (change == SAIGA_LISTING_CHANGE_ADDITION || saiga_listing_get_change (target) != wanted)
    return "change";
  if (g_strcmp0 (saiga_listing_get_instrument_id (target), saiga_listing_get_instrument_id (listing)) != 0)
    return "instrument-id";
  if (g_strcmp0 (saiga_listing_get_appendix (target), saiga_listing_get_appendix (listing)) != 0)
    return "appendix";
  if (g_strcmp0 (target_taxon_id, saiga_listing_get_taxon_id (listing)) != 0 &&
      (change == SAIGA_LISTING_CHANGE_DELETION || taxon == NULL || target_taxon_id == NULL ||
       !_saiga_validation_has_ancestor (validation, taxon, target_taxon_id)))
    return "taxon-id";
  if (change != SAIGA_LISTING_CHANGE_RESERVATION &&
      g_strcmp0 (saiga_listing_get_party_id (target), saiga_listing_get_party_id (listing)) != 0)
    return "party-id";

  return NULL;
}

static void
check_target (SaigaValidation *validation,
              SaigaListing *listing)
{
  const char *target_id = saiga_listing_get_target_id (listing);
  SaigaListing *target = _saiga_validation_lookup (validation, target_id, SAIGA_TYPE_LISTING);
  const char *misfit = target != NULL ? find_misfit (validation, listing, target) : NULL;

  if (misfit != NULL)
    _saiga_validation_add (validation, "listing-target", SAIGA_RECORD (listing), "target-id", target_id, misfit, NULL);
}

static void
check_listing (SaigaValidation *validation,
               SaigaRecord *record)
{
  SaigaListing *listing = SAIGA_LISTING (record);
  SaigaInstrument *instrument = _saiga_validation_lookup (validation, saiga_listing_get_instrument_id (listing), SAIGA_TYPE_INSTRUMENT);
  SaigaTaxon *taxon = _saiga_validation_lookup (validation, saiga_listing_get_taxon_id (listing), SAIGA_TYPE_TAXON);
  SaigaText *words = saiga_listing_get_scope_text (listing);

  check_dates (validation, listing, instrument);
  check_target (validation, listing);
  if (instrument != NULL)
    {
      check_appendix (validation, listing, instrument);
      check_criteria (validation, listing, instrument);
    }
  if (taxon != NULL)
    {
      check_authority (validation, listing, taxon);
      check_exceptions (validation, listing, taxon);
    }

  if (words != NULL)
    {
      g_auto(GStrv) languages = saiga_text_list_languages (words);

      _saiga_validation_add (validation, "listing-scope-words", record, "scope-text", saiga_text_get_words (words, languages[0]), NULL);
    }
}

/* ---- reservations */

/* The days on which a reservation can be entered. */
typedef struct
{
  int first;
  int last;
} Window;

typedef struct
{
  SaigaValidation *validation;
  GHashTable *windows;  /* "instrument appendix taxon" → windows, in the order of their last day */
  GHashTable *joinings; /* "instrument party" → the latest day on which it joined */
} Reservations;

static char *
make_key (SaigaListing *listing,
          const char *taxon_id)
{
  return g_strjoin (" ", saiga_listing_get_instrument_id (listing), saiga_listing_get_appendix (listing), taxon_id, NULL);
}

/* The days that an addition gives: from its adoption, or as many days before its effect, until then. */
static Window
find_window (SaigaValidation *validation,
             SaigaListing *addition)
{
  SaigaInstrument *instrument = _saiga_validation_lookup (validation, saiga_listing_get_instrument_id (addition), SAIGA_TYPE_INSTRUMENT);
  SaigaMeeting *meeting = _saiga_validation_lookup (validation, saiga_listing_get_meeting_id (addition), SAIGA_TYPE_MEETING);
  int n_days = instrument != NULL ? MAX (saiga_instrument_get_reservation_days (instrument), 0) : 0;
  SaigaDate *decided = saiga_listing_get_decided (addition);
  SaigaDate *effective = saiga_listing_get_effective (addition);
  SaigaDate *text_from = saiga_listing_get_text_from (addition);
  Window window = { G_MININT, G_MAXINT };

  if (decided == NULL && meeting != NULL)
    decided = saiga_meeting_get_end (meeting);
  if (effective != NULL)
    window = (Window){ saiga_date_get_earliest_day (effective) - n_days, saiga_date_get_latest_day (effective) };
  if (decided != NULL)
    window = (Window){ saiga_date_get_earliest_day (decided),
                       MAX (saiga_date_get_latest_day (decided) + n_days, window.last != G_MAXINT ? window.last : 0) };
  /* What takes effect late is printed, and can be objected to, before. */
  if (text_from != NULL)
    window.first = MIN (window.first, saiga_date_get_earliest_day (text_from));

  return window;
}

static void
add_window (Reservations *self,
            SaigaListing *addition)
{
  g_autofree char *key = make_key (addition, saiga_listing_get_taxon_id (addition));
  GArray *windows = g_hash_table_lookup (self->windows, key);
  Window window = find_window (self->validation, addition);

  if (windows == NULL)
    {
      windows = g_array_new (FALSE, FALSE, sizeof (Window));
      g_hash_table_insert (self->windows, g_steal_pointer (&key), windows);
    }
  g_array_append_val (windows, window);
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  const Window *first = a;
  const Window *second = b;

  return (first->last > second->last) - (first->last < second->last);
}

/* Orders windows, and lets each begin with the earliest of itself and those that end later: then
 * a day lies in one of them if it lies in the first that ends on or after it. */
static void
order_windows (gpointer key,
               gpointer value,
               gpointer data)
{
  GArray *windows = value;

  g_array_sort (windows, compare_windows);
  for (guint i = windows->len; i-- > 1;)
    g_array_index (windows, Window, i - 1).first = MIN (g_array_index (windows, Window, i - 1).first, g_array_index (windows, Window, i).first);
}

/* The position of the first window that ends on a day or later. */
static guint
find_position (GArray *windows,
               int day)
{
  guint low = 0;
  guint high = windows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (windows, Window, middle).last < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether a reservation could be entered on a day; @last becomes the last day before it on which it could. */
static gboolean
is_in_time (Reservations *self,
            SaigaListing *reservation,
            int day,
            int *last)
{
  SaigaTaxon *taxon = _saiga_validation_lookup (self->validation, saiga_listing_get_taxon_id (reservation), SAIGA_TYPE_TAXON);

  *last = 0;
  for (guint depth = 0; taxon != NULL && depth < 64; depth++)
    {
      g_autofree char *key = make_key (reservation, _saiga_record_peek_id (SAIGA_RECORD (taxon)));
      GArray *windows = g_hash_table_lookup (self->windows, key);
      guint position = windows != NULL ? find_position (windows, day) : 0;

      if (windows != NULL && position < windows->len && g_array_index (windows, Window, position).first <= day)
        return TRUE;
      if (position > 0)
        *last = MAX (*last, g_array_index (windows, Window, position - 1).last);
      taxon = _saiga_validation_lookup (self->validation, saiga_taxon_get_parent_id (taxon), SAIGA_TYPE_TAXON);
    }

  return FALSE;
}

static void
add_joining (Reservations *self,
             SaigaMembership *membership)
{
  const char *group_id = saiga_membership_get_group_id (membership);
  const char *member_id = saiga_membership_get_member_id (membership);
  SaigaDate *from = saiga_membership_get_valid_from (membership);
  int day = from != NULL ? saiga_date_get_latest_day (from) : G_MAXINT;
  g_autofree char *key = g_strjoin (" ", group_id, member_id, NULL);

  if (day > GPOINTER_TO_INT (g_hash_table_lookup (self->joinings, key)))
    g_hash_table_insert (self->joinings, g_steal_pointer (&key), GINT_TO_POINTER (day));
}

static void
check_reservation (Reservations *self,
                   SaigaListing *listing)
{
  SaigaInstrument *instrument = _saiga_validation_lookup (self->validation, saiga_listing_get_instrument_id (listing), SAIGA_TYPE_INSTRUMENT);
  SaigaAppendix *appendix = instrument != NULL ? find_appendix (instrument, saiga_listing_get_appendix (listing)) : NULL;
  SaigaDate *decided = saiga_listing_get_decided (listing);
  SaigaDate *date = decided != NULL ? decided : saiga_listing_get_effective (listing);
  g_autofree char *key = NULL;
  g_autofree char *date_text = NULL;
  g_autofree char *last_text = NULL;
  g_autoptr(SaigaDate) last_date = NULL;
  int day;
  int last;

  if (appendix == NULL || saiga_appendix_get_party_listed (appendix) || saiga_instrument_get_reservation_days (instrument) < 0 ||
      date == NULL || saiga_listing_get_party_id (listing) == NULL)
    return;

  /* Up to the day on which a Party joined, it does so on joining. */
  day = saiga_date_get_earliest_day (date);
  key = g_strjoin (" ", saiga_listing_get_instrument_id (listing), saiga_listing_get_party_id (listing), NULL);
  if (day <= GPOINTER_TO_INT (g_hash_table_lookup (self->joinings, key)) || is_in_time (self, listing, day, &last) || last == 0)
    return;

  date_text = saiga_date_to_string (date);
  last_date = saiga_date_new_for_day (last, NULL);
  last_text = last_date != NULL ? saiga_date_to_string (last_date) : g_strdup ("–");
  _saiga_validation_add (self->validation, "listing-reservation-late", SAIGA_RECORD (listing), decided != NULL ? "decided" : "effective",
                         date_text, last_text, NULL);
}

static void
check_reservations (SaigaValidation *validation)
{
  g_autoptr(GHashTable) windows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) joinings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reservations self = { validation, windows, joinings };
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_LISTING, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_listing_get_change (record) == SAIGA_LISTING_CHANGE_ADDITION)
      add_window (&self, record);
  g_hash_table_foreach (windows, order_windows, NULL);
  for (_saiga_validation_start (validation, SAIGA_TYPE_MEMBERSHIP, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_membership_get_role (record) == SAIGA_MEMBERSHIP_ROLE_PARTY)
      add_joining (&self, record);

  for (_saiga_validation_start (validation, SAIGA_TYPE_LISTING, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_listing_get_change (record) == SAIGA_LISTING_CHANGE_RESERVATION)
      check_reservation (&self, record);
}

static const SaigaCheck checks[] = {
  { "listing", check_listing, check_reservations },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
