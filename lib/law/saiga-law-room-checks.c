/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with listings as a history, and with what depends on their law. */

#include <saiga/saiga-law.h>
#include <saiga/saiga-records.h>

#include "saiga-check-private.h"
#include "saiga-status-private.h"

static const SaigaProblemKind kinds[] = {
  { "listing-orphan", SAIGA_SEVERITY_WARNING, N_ ("There is nothing for this %1 to act on"),
    N_ ("A deletion finds no listing of its taxon, a reservation none that it could be against, a withdrawal no reservation of the "
        "Party. A row may be missing, or a date or an appendix wrong."),
    N_ ("Add the row that is missing, or correct this one.") },
  { "listing-reservation-party", SAIGA_SEVERITY_WARNING, N_ ("%1 was not a Party on %2"),
    N_ ("Only Parties enter reservations. The membership may be missing, or one of the dates wrong."),
    N_ ("Add the membership, or correct the date or the Party.") },
  { "focus-not-shared", SAIGA_SEVERITY_INFORMATION, N_ ("“%1” is not listed by both instruments"),
    N_ ("A focus of a joint programme is a species that both instruments list; one of them does not list this one on the day asked."),
    NULL },
  { "condition-differs", SAIGA_SEVERITY_WARNING, N_ ("“%1” in Appendix %2 of “%3”: recorded as %4, by the listings %5"),
    N_ ("A condition depends on a listing, and says whether it is met; the listings on that day say otherwise."),
    N_ ("Correct the state of the condition, or the listing.") },
};

/* ---- listings */

static const char *
change_name (SaigaListing *listing)
{
  switch (saiga_listing_get_change (listing))
    {
    case SAIGA_LISTING_CHANGE_DELETION:
      return "deletion";
    case SAIGA_LISTING_CHANGE_RESERVATION:
      return "reservation";
    case SAIGA_LISTING_CHANGE_WITHDRAWAL:
      return "withdrawal";
    case SAIGA_LISTING_CHANGE_UNSET:
    case SAIGA_LISTING_CHANGE_ADDITION:
    default:
      return "addition";
    }
}

/* The ids of the instruments that have listings. */
static GHashTable *
collect_instruments (SaigaSnapshot *snapshot)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    if (saiga_listing_get_instrument_id (SAIGA_LISTING (record)) != NULL)
      g_hash_table_add (ids, (gpointer) saiga_listing_get_instrument_id (SAIGA_LISTING (record)));

  return ids;
}

static void
check_orphans (SaigaValidation *validation)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);
  g_autoptr(GHashTable) instruments = collect_instruments (snapshot);
  GListModel *all = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_INSTRUMENT);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(SaigaInstrument) instrument = g_list_model_get_item (all, i);
      g_autoptr(SaigaBook) book = NULL;

      if (!g_hash_table_contains (instruments, _saiga_record_peek_id (SAIGA_RECORD (instrument))))
        continue;
      book = _saiga_book_new (snapshot, instrument, FALSE, SAIGA_FOREVER - 1);
      for (guint n = 0; n < book->orphans->len; n++)
        _saiga_validation_add (validation, "listing-orphan", book->orphans->pdata[n], "target-id", change_name (book->orphans->pdata[n]), NULL);
    }
}

/* Whether some member of an instrument is recorded at all, and whether one is on a day. */
static gboolean
is_member (SaigaSnapshot *snapshot,
           const char *instrument_id,
           const char *party_id,
           int day,
           gboolean *has_members)
{
  GListModel *all = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_MEMBERSHIP);
  gboolean found = FALSE;

  *has_members = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(SaigaMembership) membership = g_list_model_get_item (all, i);
      SaigaDate *from = saiga_membership_get_valid_from (membership);
      SaigaDate *until = saiga_membership_get_valid_until (membership);

      if (g_strcmp0 (saiga_membership_get_group_id (membership), instrument_id) != 0)
        continue;
      *has_members = TRUE;
      found |= g_strcmp0 (saiga_membership_get_member_id (membership), party_id) == 0 && (from == NULL || saiga_date_get_earliest_day (from) <= day) &&
               (until == NULL || day < saiga_date_get_earliest_day (until));
    }

  return found;
}

static void
check_reservation (SaigaValidation *validation,
                   SaigaRecord *record)
{
  SaigaListing *listing = SAIGA_LISTING (record);
  const char *party_id = saiga_listing_get_party_id (listing);
  SaigaDate *date = saiga_listing_get_effective (listing);
  g_autofree char *text = NULL;
  gboolean has_members;

  if (saiga_listing_get_change (listing) != SAIGA_LISTING_CHANGE_RESERVATION || party_id == NULL || date == NULL)
    return;
  if (is_member (_saiga_validation_get_snapshot (validation), saiga_listing_get_instrument_id (listing), party_id,
                 saiga_date_get_latest_day (date), &has_members) ||
      !has_members)
    return;
  text = saiga_date_to_string (date);
  _saiga_validation_add (validation, "listing-reservation-party", record, "party-id", party_id, text, NULL);
}

/* ---- what depends on listings */

/* Laws are made once a validation, for there are few instruments and many records. */
static SaigaLaw *
find_law (GHashTable *laws,
          SaigaSnapshot *snapshot,
          const char *instrument_id)
{
  SaigaLaw *law = g_hash_table_lookup (laws, instrument_id);

  if (law == NULL && (law = saiga_law_new (snapshot, instrument_id, NULL)) != NULL)
    g_hash_table_insert (laws, g_strdup (instrument_id), law);

  return law;
}

static gboolean
is_listed (SaigaLaw *law,
           const char *taxon_id,
           SaigaDate *date)
{
  g_autoptr(SaigaStatus) status = saiga_status_new (law, taxon_id, NULL, date, NULL);
  SaigaStatusOutcome outcome = status != NULL ? saiga_status_get_outcome (status) : SAIGA_STATUS_OUTCOME_NEVER;

  return outcome == SAIGA_STATUS_OUTCOME_LISTED || outcome == SAIGA_STATUS_OUTCOME_LOWER;
}

static void
check_focus (SaigaValidation *validation,
             SaigaFocus *focus,
             GHashTable *laws)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);
  const char *const *ids = saiga_focus_get_taxon_ids (focus);
  g_autoptr(GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaText *name = saiga_focus_get_name (focus);
  const char *words = name != NULL ? saiga_text_get_words (name, "en") : NULL;

  if (ids[0] == NULL)
    return;
  for (; *ids != NULL; ids++)
    {
      SaigaRecord *taxon = saiga_snapshot_lookup (snapshot, *ids);
      const char *authority_id = SAIGA_IS_TAXON (taxon) ? saiga_taxon_get_authority_id (SAIGA_TAXON (taxon)) : NULL;
      SaigaRecord *authority = authority_id != NULL ? saiga_snapshot_lookup (snapshot, authority_id) : NULL;
      const char *const *instruments = SAIGA_IS_AUTHORITY (authority) ? saiga_authority_get_instrument_ids (SAIGA_AUTHORITY (authority)) : NULL;

      for (; instruments != NULL && *instruments != NULL; instruments++)
        {
          SaigaLaw *law = find_law (laws, snapshot, *instruments);

          if (law != NULL && is_listed (law, *ids, _saiga_validation_get_date (validation)))
            g_hash_table_add (listed, (gpointer) *instruments);
        }
    }
  if (g_hash_table_size (listed) < 2)
    _saiga_validation_add (validation, "focus-not-shared", SAIGA_RECORD (focus), "taxon-ids",
                           words != NULL ? words : _saiga_record_peek_id (SAIGA_RECORD (focus)), NULL);
}

/* Whether the taxon itself was added to the appendix, by the meeting if one is named. */
static gboolean
was_added (SaigaSnapshot *snapshot,
           SaigaDependency *dependency)
{
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaListing *listing = SAIGA_LISTING (record);

      if (saiga_listing_get_change (listing) == SAIGA_LISTING_CHANGE_ADDITION &&
          g_strcmp0 (saiga_listing_get_taxon_id (listing), saiga_dependency_get_taxon_id (dependency)) == 0 &&
          g_strcmp0 (saiga_listing_get_instrument_id (listing), saiga_dependency_get_instrument_id (dependency)) == 0 &&
          g_strcmp0 (saiga_listing_get_appendix (listing), saiga_dependency_get_appendix (dependency)) == 0 &&
          (saiga_dependency_get_meeting_id (dependency) == NULL || saiga_listing_get_meeting_id (listing) == NULL ||
           g_str_equal (saiga_listing_get_meeting_id (listing), saiga_dependency_get_meeting_id (dependency))))
        return TRUE;
    }

  return FALSE;
}

static void
check_condition (SaigaValidation *validation,
                 SaigaRecord *record)
{
  SaigaCondition *condition = SAIGA_CONDITION (record);
  GListModel *dependencies = saiga_condition_get_dependencies (condition);
  const gboolean is_met = saiga_condition_get_met_from (condition) != NULL;

  if (!is_met && saiga_condition_get_failed_from (condition) == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (dependencies); i++)
    {
      g_autoptr(SaigaDependency) dependency = g_list_model_get_item (dependencies, i);

      if (saiga_dependency_get_kind (dependency) != SAIGA_DEPENDENCY_KIND_LISTING || saiga_dependency_get_taxon_id (dependency) == NULL ||
          saiga_dependency_get_appendix (dependency) == NULL || saiga_dependency_get_instrument_id (dependency) == NULL)
        continue;
      if (was_added (_saiga_validation_get_snapshot (validation), dependency) != is_met)
        _saiga_validation_add (validation, "condition-differs", record, is_met ? "met-from" : "failed-from", saiga_dependency_get_taxon_id (dependency),
                               saiga_dependency_get_appendix (dependency), saiga_dependency_get_instrument_id (dependency), is_met ? "met" : "failed",
                               is_met ? "not met" : "met", NULL);
    }
}

static void
check_law (SaigaValidation *validation)
{
  GListModel *focuses = saiga_snapshot_get_records (_saiga_validation_get_snapshot (validation), SAIGA_TYPE_FOCUS);
  g_autoptr(GHashTable) laws = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  check_orphans (validation);
  for (guint i = 0; i < g_list_model_get_n_items (focuses); i++)
    {
      g_autoptr(SaigaFocus) focus = g_list_model_get_item (focuses, i);

      check_focus (validation, focus, laws);
    }
}

static const SaigaCheck checks[] = {
  { "listing", check_reservation, NULL },
  { "condition", check_condition, NULL },
  { NULL, NULL, check_law },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
