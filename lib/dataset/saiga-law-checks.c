/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with instruments, memberships, annotations, standard references and
 * assessments. Listings have a file of their own. */

#include <saiga/saiga-criteria.h>
#include <saiga/saiga-text.h>

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "instrument-appendix-missing", SAIGA_SEVERITY_WARNING, N_ ("There are listings, but the instrument has no appendices"),
    N_ ("An instrument that taxa are listed by does not say which appendices it has. The codes of its listings can then not be "
        "checked, nor is it known in which of them each Party lists on its own."),
    N_ ("Add its appendices; an instrument whose text has one list without a code has one of code “list”.") },
  { "instrument-force", SAIGA_SEVERITY_ERROR, N_ ("The dates do not fit an instrument in force: concluded %1, in force since %2"),
    N_ ("An error: the instrument entered into force before it was concluded. A warning: it is in force, and neither date is "
        "recorded. Listings without a date of their own count from the entry into force."),
    N_ ("Correct or add the dates; an instrument that is not in force yet has another state.") },
  { "instrument-self-parent", SAIGA_SEVERITY_ERROR, N_ ("The instrument is its own parent"),
    N_ ("The parent of an agreement or memorandum is the convention that it was concluded under, as CMS, Article IV, has it. A "
        "convention has none."),
    N_ ("Remove the parent, or name the convention.") },
  { "membership-overlap", SAIGA_SEVERITY_ERROR, N_ ("“%1” says the same of an overlapping time"),
    N_ ("Two records say that one member belongs to one group in one role at the same time. What is counted, such as Parties on a "
        "day, is counted twice. A beginning or an end that is missing counts as open."),
    N_ ("Remove one of the two, or correct their dates.") },
  { "membership-party-area", SAIGA_SEVERITY_ERROR, N_ ("“%1” can not be a Party"),
    N_ ("The Parties of an instrument are States, former States among them, and unions of States. Territories are covered by the "
        "Party that they belong to; organisations are cooperating partners or observers."),
    N_ ("Name the State, or choose another role.") },
  { "membership-before-force", SAIGA_SEVERITY_WARNING, N_ ("The Party is bound from %1, before the instrument entered into force (%2)"),
    N_ ("An instrument binds nobody before it enters into force (CITES, Article XXII; CMS, Article XVIII). The day of signing or "
        "of the deposit has probably been taken for the day on which the membership begins."),
    N_ ("Give the day on which the instrument entered into force for the Party; the day of signing has a field of its own.") },
  { "annotation-unused", SAIGA_SEVERITY_INFORMATION, N_ ("No listing refers to the annotation “%1”"),
    N_ ("An annotation that stands beside no entry has no effect. Older versions are often kept although their listings name only "
        "the newest one."),
    N_ ("Name it in the listings that it qualifies.") },
  { "annotation-language", SAIGA_SEVERITY_INFORMATION, N_ ("The annotation is in English only"),
    N_ ("The Appendices are published in English, French and Spanish, and papers in the other languages need the words of their "
        "annotations."),
    N_ ("Add the words in the other languages.") },
  { "standard-reference-scope", SAIGA_SEVERITY_ERROR, N_ ("The reference is for no taxon and no group"),
    N_ ("A reference is adopted as the standard nomenclature of something (CITES, Resolution Conf. 12.11). Without a taxon or, "
        "in words, a group nobody knows for which names it is the standard."),
    N_ ("Name the taxon, or the group in words.") },
  { "standard-reference-conflict", SAIGA_SEVERITY_WARNING, N_ ("“%1” is the standard reference for the same taxon at the same time"),
    N_ ("One instrument has two references adopted for one taxon on one day. Where they differ it is open which name is right. "
        "A new reference takes the place of the old one from the day on which it is adopted."),
    N_ ("Say until when the older one held, or which taxa each is for.") },
  { "assessment-criteria", SAIGA_SEVERITY_ERROR, N_ ("The criteria can not be read: %1"),
    N_ ("The criteria are not written by the grammar of their version. In version 3.1 groups from A to E are joined by “; ” and "
        "the numbers in a group by “+” without the letter, as in “A2abc+3de; B1ab(iii)+2ab(iii); C2a(i); D2; E”; in version 2.3 "
        "also by “, ”, as in “A1cd+2cd, C1+2a”. Without a version both are tried."),
    N_ ("Write the criteria as the Red List does, or correct their version.") },
  { "assessment-criteria-category", SAIGA_SEVERITY_WARNING, N_ ("The criteria do not allow the category: %1"),
    N_ ("Criteria lead to the categories Critically Endangered, Endangered and Vulnerable. D1 and D2 are of Vulnerable, D is of "
        "the other two; B asks for two of its three conditions."),
    N_ ("Correct the category or the criteria.") },
  { "assessment-repeated", SAIGA_SEVERITY_INFORMATION, N_ ("The taxon is one of “%1”, which repeats what the Red List says"),
    N_ ("The assessment is kept for a taxon of another list, not for one of the Red List itself, which bears the number of its "
        "Species Information Service. Which concept was assessed is then known by name only, and the category may be out of date."),
    N_ ("Record the assessment of the Red List's own taxon where it can be had.") },
  { "assessment-latest", SAIGA_SEVERITY_WARNING, N_ ("“%1” is the latest assessment of the same taxon too"),
    N_ ("Two assessments of one taxon and one scope, global or of one region, are marked as the latest. Which category holds is "
        "then open."),
    N_ ("Keep the mark on the newer one only.") },
};

/* ---- instruments */

static char *
date_to_string (SaigaDate *date)
{
  return date != NULL ? saiga_date_to_string (date) : g_strdup ("–");
}

static void
check_instrument (SaigaValidation *validation,
                  SaigaRecord *record)
{
  SaigaInstrument *instrument = SAIGA_INSTRUMENT (record);
  SaigaDate *concluded = saiga_instrument_get_concluded (instrument);
  SaigaDate *in_force = saiga_instrument_get_entry_into_force (instrument);
  g_autofree char *concluded_text = date_to_string (concluded);
  g_autofree char *in_force_text = date_to_string (in_force);

  if (_saiga_date_is_before (in_force, concluded))
    _saiga_validation_add (validation, "instrument-force", record, "entry-into-force", concluded_text, in_force_text, NULL);
  else if (saiga_instrument_get_state (instrument) == SAIGA_INSTRUMENT_STATE_IN_FORCE && concluded == NULL && in_force == NULL)
    _saiga_validation_add_as (validation, SAIGA_SEVERITY_WARNING, "instrument-force", record, "entry-into-force",
                              concluded_text, in_force_text, NULL);

  if (g_strcmp0 (saiga_instrument_get_parent_id (instrument), _saiga_record_peek_id (record)) == 0)
    _saiga_validation_add (validation, "instrument-self-parent", record, "parent-id", NULL);
}

static void
check_appendices (SaigaValidation *validation)
{
  g_autoptr(GHashTable) listing = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_LISTING, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_listing_get_instrument_id (record) != NULL)
      g_hash_table_add (listing, (gpointer) saiga_listing_get_instrument_id (record));

  for (_saiga_validation_start (validation, SAIGA_TYPE_INSTRUMENT, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (_saiga_parts_peek (_saiga_record_peek_parts (record, "appendices"), 0) == NULL &&
        g_hash_table_contains (listing, _saiga_record_peek_id (record)))
      _saiga_validation_add (validation, "instrument-appendix-missing", record, "appendices", NULL);
}

/* ---- memberships */

static gboolean
can_be_party (SaigaValidation *validation,
              const char *member_id)
{
  SaigaArea *area = _saiga_validation_lookup (validation, member_id, SAIGA_TYPE_AREA);
  SaigaAreaKind kind = area != NULL ? saiga_area_get_kind (area) : SAIGA_AREA_KIND_UNSET;

  return kind == SAIGA_AREA_KIND_COUNTRY || kind == SAIGA_AREA_KIND_FORMER || kind == SAIGA_AREA_KIND_UNION;
}

static void
check_membership (SaigaValidation *validation,
                  SaigaRecord *record)
{
  SaigaMembership *membership = SAIGA_MEMBERSHIP (record);
  const char *member_id = saiga_membership_get_member_id (membership);
  SaigaInstrument *instrument = _saiga_validation_lookup (validation, saiga_membership_get_group_id (membership), SAIGA_TYPE_INSTRUMENT);
  SaigaDate *in_force;

  if (saiga_membership_get_role (membership) != SAIGA_MEMBERSHIP_ROLE_PARTY)
    return;

  if (member_id != NULL && saiga_snapshot_lookup (_saiga_validation_get_snapshot (validation), member_id) != NULL &&
      !can_be_party (validation, member_id))
    _saiga_validation_add (validation, "membership-party-area", record, "member-id", member_id, NULL);

  in_force = instrument != NULL ? saiga_instrument_get_entry_into_force (instrument) : NULL;
  if (_saiga_date_is_before (saiga_membership_get_valid_from (membership), in_force))
    {
      g_autofree char *from_text = saiga_date_to_string (saiga_membership_get_valid_from (membership));
      g_autofree char *in_force_text = saiga_date_to_string (in_force);

      _saiga_validation_add (validation, "membership-before-force", record, "valid-from", from_text, in_force_text, NULL);
    }
}

static void
add_membership_overlap (SaigaValidation *validation,
                        const SaigaHolding *holding,
                        SaigaRecord *other)
{
  _saiga_validation_add (validation, "membership-overlap", holding->record, NULL, _saiga_record_peek_id (other), NULL);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
check_memberships (SaigaValidation *validation)
{
  g_autoptr(GArray) holdings = _saiga_holdings_new ();
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_MEMBERSHIP, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *group_id = saiga_membership_get_group_id (record);
      const char *member_id = saiga_membership_get_member_id (record);

      /* One may sit for two States, and belong for each of two territories. */
      if (group_id != NULL && member_id != NULL)
        _saiga_holdings_take (holdings,
                              g_strdup_printf ("%s %s %d %s %s", group_id, member_id, saiga_membership_get_role (record),
                                               or_empty (saiga_membership_get_represents_id (record)),
                                               or_empty (saiga_membership_get_area_id (record))),
                              record, saiga_membership_get_valid_from (record), saiga_membership_get_valid_until (record));
    }
  _saiga_holdings_check (holdings, validation, add_membership_overlap);
}

/* ---- annotations */

static void
check_annotation (SaigaValidation *validation,
                  SaigaRecord *record)
{
  SaigaText *text = saiga_annotation_get_text (SAIGA_ANNOTATION (record));
  g_auto(GStrv) languages = text != NULL ? saiga_text_list_languages (text) : NULL;

  if (languages != NULL && g_strv_length (languages) == 1 && g_str_equal (languages[0], "en"))
    _saiga_validation_add (validation, "annotation-language", record, "text", NULL);
}

static void
check_annotations (SaigaValidation *validation)
{
  g_autoptr(GHashTable) used = _saiga_validation_list_referred (validation, "annotation");
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_ANNOTATION, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (!g_hash_table_contains (used, _saiga_record_peek_id (record)))
      _saiga_validation_add (validation, "annotation-unused", record, NULL, or_empty (saiga_annotation_get_symbol (record)), NULL);
}

/* ---- standard references */

static void
check_standard_reference (SaigaValidation *validation,
                          SaigaRecord *record)
{
  if (saiga_standard_reference_get_taxon_id (SAIGA_STANDARD_REFERENCE (record)) == NULL &&
      saiga_standard_reference_get_group (SAIGA_STANDARD_REFERENCE (record)) == NULL)
    _saiga_validation_add (validation, "standard-reference-scope", record, "taxon-id", NULL);
}

static void
add_reference_conflict (SaigaValidation *validation,
                        const SaigaHolding *holding,
                        SaigaRecord *other)
{
  _saiga_validation_add (validation, "standard-reference-conflict", holding->record, "taxon-id", _saiga_record_peek_id (other), NULL);
}

static void
check_standard_references (SaigaValidation *validation)
{
  g_autoptr(GArray) holdings = _saiga_holdings_new ();
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_STANDARD_REFERENCE, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *instrument_id = saiga_standard_reference_get_instrument_id (record);
      const char *taxon_id = saiga_standard_reference_get_taxon_id (record);

      if (instrument_id != NULL && taxon_id != NULL &&
          saiga_standard_reference_get_state (record) == SAIGA_STANDARD_REFERENCE_STATE_ADOPTED)
        _saiga_holdings_take (holdings, g_strconcat (instrument_id, " ", taxon_id, NULL), record,
                              saiga_standard_reference_get_valid_from (record), saiga_standard_reference_get_valid_until (record));
    }
  _saiga_holdings_check (holdings, validation, add_reference_conflict);
}

/* ---- assessments */

static SaigaCriteria *
parse_criteria (SaigaAssessment *assessment,
                GError **error)
{
  const char *text = saiga_assessment_get_criteria (assessment);
  const char *version = saiga_assessment_get_criteria_version (assessment);

  if (version == NULL)
    return saiga_criteria_parse (text, error);

  return saiga_criteria_new (text, g_str_equal (version, "2.3") ? SAIGA_CRITERIA_VERSION_V2_3 : SAIGA_CRITERIA_VERSION_V3_1, error);
}

/* The Red List's own taxa bear its number; a treaty's list repeats in any case. */
static gboolean
is_of_red_list (SaigaValidation *validation,
                SaigaTaxon *taxon)
{
  SaigaAuthority *authority = _saiga_validation_lookup (validation, saiga_taxon_get_authority_id (taxon), SAIGA_TYPE_AUTHORITY);
  const SaigaPartList *identifiers = _saiga_record_peek_parts (SAIGA_RECORD (taxon), "identifiers");
  SaigaIdentifier *identifier;

  if (authority != NULL && saiga_authority_get_instrument_ids (authority)[0] != NULL)
    return FALSE;
  for (guint i = 0; (identifier = _saiga_parts_peek (identifiers, i)) != NULL; i++)
    if (g_strcmp0 (saiga_identifier_get_scheme (identifier), "iucn-sis") == 0)
      return TRUE;

  return FALSE;
}

static void
check_assessment (SaigaValidation *validation,
                  SaigaRecord *record)
{
  SaigaAssessment *assessment = SAIGA_ASSESSMENT (record);
  SaigaTaxon *taxon = _saiga_validation_lookup (validation, saiga_assessment_get_taxon_id (assessment), SAIGA_TYPE_TAXON);
  g_autoptr(GError) error = NULL;

  if (saiga_assessment_get_criteria (assessment) != NULL)
    {
      g_autoptr(SaigaCriteria) criteria = parse_criteria (assessment, &error);

      if (criteria == NULL)
        _saiga_validation_add (validation, "assessment-criteria", record, "criteria", error->message, NULL);
      else if (saiga_assessment_get_category (assessment) != SAIGA_ASSESSMENT_CATEGORY_UNSET &&
               !saiga_criteria_check_category (criteria, _saiga_record_peek_nick (record, "category"), &error))
        _saiga_validation_add (validation, "assessment-criteria-category", record, "criteria", error->message, NULL);
    }

  if (taxon != NULL && !is_of_red_list (validation, taxon))
    _saiga_validation_add (validation, "assessment-repeated", record, "taxon-id", or_empty (saiga_taxon_get_authority_id (taxon)), NULL);
}

static void
check_latest (SaigaValidation *validation)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_ASSESSMENT, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *taxon_id = saiga_assessment_get_taxon_id (record);
      g_autofree char *scope = g_strconcat (or_empty (taxon_id), " ", saiga_assessment_get_area_id (record), NULL);
      SaigaRecord *other;

      if (taxon_id == NULL || saiga_assessment_get_latest (record) != SAIGA_TERNARY_YES)
        continue;
      other = g_hash_table_lookup (seen, scope);
      if (other != NULL)
        _saiga_validation_add (validation, "assessment-latest", record, "latest", _saiga_record_peek_id (other), NULL);
      else
        g_hash_table_insert (seen, g_steal_pointer (&scope), record);
    }
}

static const SaigaCheck checks[] = {
  { "instrument", check_instrument, check_appendices },
  { "membership", check_membership, check_memberships },
  { "annotation", check_annotation, check_annotations },
  { "standard-reference", check_standard_reference, check_standard_references },
  { "assessment", check_assessment, check_latest },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
