/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-catalogue-private.h"
#include "saiga-law-change-private.h"

/**
 * SaigaLawChange:
 *
 * What became different for a taxon: its own listings, a reservation, or what higher taxa
 * give it.
 *
 * Three days are kept apart: when it was decided, from when the published appendices print
 * it, and from when it binds.
 *
 * Since: 0.1
 */
struct _SaigaLawChange
{
  GObject parent_instance;

  SaigaTaxon *taxon;
  SaigaLawChangeKind kind;
  SaigaLawChangeCause cause;
  char *party_id;
  SaigaArea *party; /* NULL if there is none, or none with this id */
  char **before;
  char **after;
  GListStore *old_listings;
  GListStore *new_listings;
  SaigaDate *decided;
  SaigaDate *printed;
  SaigaDate *effective;
};

G_DEFINE_FINAL_TYPE (SaigaLawChange, saiga_law_change, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaLawChangeKind, saiga_law_change_kind,
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_ADDED, "added"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_REMOVED, "removed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_TRANSFERRED, "transferred"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_SCOPE_CHANGED, "scope-changed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_AMENDED, "amended"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_PARTY_ADDED, "party-added"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_PARTY_ENDED, "party-ended"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_PARTY_AMENDED, "party-amended"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_RESERVED, "reserved"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_LAPSED, "lapsed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_DROPPED, "dropped"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_COVERED, "covered"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_UNCOVERED, "uncovered"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_KIND_COVERED_OTHERWISE, "covered-otherwise"))

G_DEFINE_ENUM_TYPE (SaigaLawChangeCause, saiga_law_change_cause,
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_CAUSE_LISTING, "listing"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_CAUSE_DESCRIBED, "described"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_CAUSE_DROPPED, "dropped"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LAW_CHANGE_CAUSE_MOVED, "moved"))
/* clang-format on */

/* %1 the taxon, %2 the appendices before, %3 after, %4 the day, %5 the Party. */
static const char *const sentences[] = {
  [SAIGA_LAW_CHANGE_KIND_ADDED] = N_ ("%1 was included in Appendix %3 on %4."),
  [SAIGA_LAW_CHANGE_KIND_REMOVED] = N_ ("%1 was taken out of Appendix %2 on %4."),
  [SAIGA_LAW_CHANGE_KIND_TRANSFERRED] = N_ ("%1 went from Appendix %2 to %3 on %4."),
  [SAIGA_LAW_CHANGE_KIND_SCOPE_CHANGED] = N_ ("What the entry of %1 in Appendix %3 covers changed on %4."),
  [SAIGA_LAW_CHANGE_KIND_AMENDED] = N_ ("The entry of %1 in Appendix %3 was amended on %4."),
  [SAIGA_LAW_CHANGE_KIND_PARTY_ADDED] = N_ ("%5 included %1 in Appendix %3 on %4."),
  [SAIGA_LAW_CHANGE_KIND_PARTY_ENDED] = N_ ("The listing of %1 in Appendix %2 by %5 ended on %4."),
  [SAIGA_LAW_CHANGE_KIND_PARTY_AMENDED] = N_ ("%5 amended its listing of %1 in Appendix %3 on %4."),
  [SAIGA_LAW_CHANGE_KIND_RESERVED] = N_ ("%5 entered a reservation on %1 in Appendix %3 on %4."),
  [SAIGA_LAW_CHANGE_KIND_WITHDRAWN] = N_ ("%5 withdrew its reservation on %1 in Appendix %3 on %4."),
  [SAIGA_LAW_CHANGE_KIND_LAPSED] = N_ ("The reservation of %5 on %1 in Appendix %3 lapsed on %4."),
  [SAIGA_LAW_CHANGE_KIND_DROPPED] = N_ ("The reservation of %5 on %1 in Appendix %3 is not in the newer data, nor is its withdrawal."),
  [SAIGA_LAW_CHANGE_KIND_COVERED] = N_ ("%1 is now covered by a higher taxon in Appendix %3."),
  [SAIGA_LAW_CHANGE_KIND_UNCOVERED] = N_ ("%1 is no longer covered by a higher taxon in Appendix %2."),
  [SAIGA_LAW_CHANGE_KIND_COVERED_OTHERWISE] = N_ ("%1 is now covered by a higher taxon in Appendix %3 instead of %2."),
};

static void
saiga_law_change_finalize (GObject *object)
{
  SaigaLawChange *self = SAIGA_LAW_CHANGE (object);

  g_clear_object (&self->taxon);
  g_free (self->party_id);
  g_clear_object (&self->party);
  g_strfreev (self->before);
  g_strfreev (self->after);
  g_clear_object (&self->old_listings);
  g_clear_object (&self->new_listings);
  g_clear_pointer (&self->decided, saiga_date_unref);
  g_clear_pointer (&self->printed, saiga_date_unref);
  g_clear_pointer (&self->effective, saiga_date_unref);

  G_OBJECT_CLASS (saiga_law_change_parent_class)->finalize (object);
}

static void
saiga_law_change_class_init (SaigaLawChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_law_change_finalize;
}

static void
saiga_law_change_init (SaigaLawChange *self)
{
  self->before = g_new0 (char *, 1);
  self->after = g_new0 (char *, 1);
  self->old_listings = g_list_store_new (SAIGA_TYPE_LISTING);
  self->new_listings = g_list_store_new (SAIGA_TYPE_LISTING);
}

/* The row itself, the last day of its meeting, or nothing. */
static SaigaDate *
find_decided (SaigaLaw *law,
              SaigaListing *listing)
{
  const char *meeting_id = saiga_listing_get_meeting_id (listing);
  SaigaRecord *meeting = meeting_id != NULL ? saiga_snapshot_lookup (saiga_law_get_snapshot (law), meeting_id) : NULL;

  if (saiga_listing_get_decided (listing) != NULL)
    return saiga_date_ref (saiga_listing_get_decided (listing));
  if (SAIGA_IS_MEETING (meeting) && saiga_meeting_get_end (SAIGA_MEETING (meeting)) != NULL)
    return saiga_date_ref (saiga_meeting_get_end (SAIGA_MEETING (meeting)));

  return NULL;
}

SaigaLawChange *
_saiga_law_change_new (SaigaLaw *law,
                       const SaigaLawChangeFacts *facts)
{
  SaigaLawChange *self = g_object_new (SAIGA_TYPE_LAW_CHANGE, NULL);
  SaigaRecord *party;

  self->kind = facts->kind;
  self->cause = facts->cause;
  self->taxon = g_object_ref (facts->taxon);
  self->party_id = g_strdup (facts->party_id);
  party = facts->party_id != NULL ? saiga_snapshot_lookup (saiga_law_get_snapshot (law), facts->party_id) : NULL;
  if (SAIGA_IS_AREA (party))
    self->party = g_object_ref (SAIGA_AREA (party));
  g_strfreev (self->before);
  g_strfreev (self->after);
  self->before = _saiga_law_list_codes (law, facts->before);
  self->after = _saiga_law_list_codes (law, facts->after);
  for (guint i = 0; facts->old_listings != NULL && i < facts->old_listings->len; i++)
    g_list_store_append (self->old_listings, facts->old_listings->pdata[i]);
  for (guint i = 0; facts->new_listings != NULL && i < facts->new_listings->len; i++)
    {
      SaigaListing *listing = facts->new_listings->pdata[i];

      g_list_store_append (self->new_listings, listing);
      if (self->decided == NULL)
        self->decided = find_decided (law, listing);
      if (self->printed == NULL && saiga_listing_get_text_from (listing) != NULL)
        self->printed = saiga_date_ref (saiga_listing_get_text_from (listing));
    }
  self->effective = _saiga_date_of_day (facts->effective);

  return self;
}

/**
 * saiga_law_change_get_taxon:
 * @self: a change
 *
 * Gets the taxon.
 *
 * Returns: (transfer none) (nullable): the taxon
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_law_change_get_taxon (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return self->taxon;
}

/**
 * saiga_law_change_get_kind:
 * @self: a change
 *
 * Gets what became different.
 *
 * Returns: the kind of change
 *
 * Since: 0.1
 */
SaigaLawChangeKind
saiga_law_change_get_kind (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), SAIGA_LAW_CHANGE_KIND_ADDED);

  return self->kind;
}

/**
 * saiga_law_change_get_cause:
 * @self: a change
 *
 * Gets why.
 *
 * Returns: the cause
 *
 * Since: 0.1
 */
SaigaLawChangeCause
saiga_law_change_get_cause (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), SAIGA_LAW_CHANGE_CAUSE_LISTING);

  return self->cause;
}

/**
 * saiga_law_change_get_party_id:
 * @self: a change
 *
 * Gets the Party that listed or reserved.
 *
 * Returns: (nullable): the id of its area
 *
 * Since: 0.1
 */
const char *
saiga_law_change_get_party_id (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return self->party_id;
}

/**
 * saiga_law_change_get_before:
 * @self: a change
 *
 * Gets the appendices before.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 *
 * Since: 0.1
 */
const char *const *
saiga_law_change_get_before (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return (const char *const *) self->before;
}

/**
 * saiga_law_change_get_after:
 * @self: a change
 *
 * Gets the appendices after; of a reservation, the appendix that it is against.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 *
 * Since: 0.1
 */
const char *const *
saiga_law_change_get_after (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return (const char *const *) self->after;
}

/**
 * saiga_law_change_get_old_listings:
 * @self: a change
 *
 * Gets the rows that stood before; where a reservation ended, the row that entered it.
 *
 * Returns: (transfer none) (nullable): a list of [class@Saiga.Listing]
 *
 * Since: 0.1
 */
GListModel *
saiga_law_change_get_old_listings (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return G_LIST_MODEL (self->old_listings);
}

/**
 * saiga_law_change_get_new_listings:
 * @self: a change
 *
 * Gets the rows that made the change: those that stand after, the reservation, or its withdrawal.
 *
 * Returns: (transfer none) (nullable): a list of [class@Saiga.Listing]
 *
 * Since: 0.1
 */
GListModel *
saiga_law_change_get_new_listings (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return G_LIST_MODEL (self->new_listings);
}

/**
 * saiga_law_change_get_decided:
 * @self: a change
 *
 * Gets when it was decided.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL` if the rows do not tell
 *
 * Since: 0.1
 */
SaigaDate *
saiga_law_change_get_decided (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return self->decided;
}

/**
 * saiga_law_change_get_printed:
 * @self: a change
 *
 * Gets from when the published appendices print it.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL` if the rows do not tell
 *
 * Since: 0.1
 */
SaigaDate *
saiga_law_change_get_printed (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return self->printed;
}

/**
 * saiga_law_change_get_effective:
 * @self: a change
 *
 * Gets from when it binds.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL` if the rows do not tell
 *
 * Since: 0.1
 */
SaigaDate *
saiga_law_change_get_effective (SaigaLawChange *self)
{
  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);

  return self->effective;
}

/**
 * saiga_law_change_dup_text:
 * @self: a change
 * @language: a language, such as `en`
 *
 * Says it in a sentence.
 *
 * Returns: (transfer full) (nullable): the sentence
 *
 * Since: 0.1
 */
char *
saiga_law_change_dup_text (SaigaLawChange *self,
                           const char *language)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *day = NULL;
  const char *arguments[6] = { NULL };

  g_return_val_if_fail (SAIGA_IS_LAW_CHANGE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  before = g_strjoinv ("/", self->before);
  after = g_strjoinv ("/", self->after);
  day = self->effective != NULL ? saiga_date_to_string (self->effective) : g_strdup ("–");
  arguments[0] = self->taxon != NULL ? saiga_taxon_get_name (self->taxon) : "–";
  arguments[1] = before;
  arguments[2] = after;
  arguments[3] = day;
  arguments[4] = self->party_id != NULL ? self->party_id : "–";
  if (self->party != NULL && saiga_area_get_name (self->party) != NULL)
    {
      arguments[4] = saiga_text_get_words (saiga_area_get_name (self->party), language);
      if (arguments[4] == NULL)
        arguments[4] = self->party_id;
    }

  return _saiga_fill (_saiga_translate (language, sentences[self->kind]), arguments);
}
