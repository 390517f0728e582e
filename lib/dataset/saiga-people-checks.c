/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with stakeholders and contacts. */

#include <string.h>

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "stakeholder-group-empty", SAIGA_SEVERITY_INFORMATION, N_ ("Nobody is recorded as a member"),
    N_ ("A consortium, liaison group or working group is its members, but no membership names it. A search for who could take "
        "part in an activity does not find them."),
    N_ ("Add a membership for each member.") },
  { "stakeholder-terms-missing", SAIGA_SEVERITY_INFORMATION, N_ ("The working group has no terms of reference"),
    N_ ("A working group is set up for a task, which its terms of reference state. Without them nobody can tell what it may do "
        "and when it is done."),
    N_ ("Add the terms, from the decision that set it up.") },
  { "stakeholder-member-term", SAIGA_SEVERITY_WARNING, N_ ("The membership goes beyond the time for which “%1” exists"),
    N_ ("A member belongs to a group before the group was set up or after it was dissolved. A membership without an end is one "
        "that still holds."),
    N_ ("Correct the dates of the membership or of the group.") },
  { "contact-nameless", SAIGA_SEVERITY_ERROR, N_ ("The contact has neither a post nor a family name"),
    N_ ("A contact is a person or a post that one can write to. One without either can not be addressed."),
    N_ ("Give the post, the family name or both.") },
  { "contact-email", SAIGA_SEVERITY_WARNING, N_ ("“%1” is not an address of electronic mail"),
    N_ ("An address has one @ between a name and a domain, and no spaces. What is sent to any other is lost."),
    N_ ("Correct the address; of several give the one in use.") },
};

static void
check_stakeholders (SaigaValidation *validation)
{
  g_autoptr(GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_MEMBERSHIP, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_membership_get_group_id (record) != NULL)
      g_hash_table_add (groups, (gpointer) saiga_membership_get_group_id (record));

  for (_saiga_validation_start (validation, SAIGA_TYPE_STAKEHOLDER, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaStakeholderKind kind = saiga_stakeholder_get_kind (record);

      /* Of “other working groups” nobody knows the members. */
      if (saiga_stakeholder_get_generic (record))
        continue;
      if ((kind == SAIGA_STAKEHOLDER_KIND_CONSORTIUM || kind == SAIGA_STAKEHOLDER_KIND_LIAISON_GROUP ||
           kind == SAIGA_STAKEHOLDER_KIND_WORKING_GROUP) &&
          !g_hash_table_contains (groups, _saiga_record_peek_id (record)))
        _saiga_validation_add (validation, "stakeholder-group-empty", record, NULL, NULL);
      if (kind == SAIGA_STAKEHOLDER_KIND_WORKING_GROUP && saiga_stakeholder_get_terms (record) == NULL)
        _saiga_validation_add (validation, "stakeholder-terms-missing", record, "terms", NULL);
    }
}

static void
check_membership (SaigaValidation *validation,
                  SaigaRecord *record)
{
  SaigaMembership *membership = SAIGA_MEMBERSHIP (record);
  const char *group_id = saiga_membership_get_group_id (membership);
  SaigaStakeholder *group = _saiga_validation_lookup (validation, group_id, SAIGA_TYPE_STAKEHOLDER);

  if (group != NULL && _saiga_validity_leaves (saiga_membership_get_valid_from (membership), saiga_membership_get_valid_until (membership),
                                               saiga_stakeholder_get_valid_from (group), saiga_stakeholder_get_valid_until (group)))
    _saiga_validation_add (validation, "stakeholder-member-term", record, "group-id", group_id, NULL);
}

/* What every address has: whether somebody reads what is sent there no check can tell. */
static gboolean
is_address (const char *email)
{
  const char *at = strchr (email, '@');
  const char *dot = at != NULL ? strrchr (at, '.') : NULL;

  return at != NULL && at != email && strchr (at + 1, '@') == NULL && strpbrk (email, " ,;<>\"") == NULL &&
         dot != NULL && dot != at + 1 && dot[1] != '\0';
}

static void
check_contact (SaigaValidation *validation,
               SaigaRecord *record)
{
  SaigaContact *contact = SAIGA_CONTACT (record);
  const char *email = saiga_contact_get_email (contact);

  if (saiga_contact_get_post (contact) == NULL && saiga_contact_get_family_name (contact) == NULL)
    _saiga_validation_add (validation, "contact-nameless", record, "post", NULL);
  if (email != NULL && !is_address (email))
    _saiga_validation_add (validation, "contact-email", record, "email", email, NULL);
}

static const SaigaCheck checks[] = {
  { NULL, NULL, check_stakeholders },
  { "membership", check_membership, NULL },
  { "contact", check_contact, NULL },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
