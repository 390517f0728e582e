/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The synonyms of checklists. */

#include <string.h>

#include "saiga-taxon-list-private.h"

/* ---- synonyms */

gboolean
_saiga_taxon_list_is_synonym (SaigaTaxonList *self,
                              guint row)
{
  const char *id = _saiga_usages_get (self->usages, row, SAIGA_USAGE_ID);
  const char *accepted = _saiga_usages_get (self->usages, row, SAIGA_USAGE_ACCEPTED_ID);
  const char *status = _saiga_usages_get (self->usages, row, SAIGA_USAGE_STATUS);
  g_autofree char *lower = g_ascii_strdown (status, -1);

  if (accepted[0] != '\0')
    return !g_str_equal (accepted, id);
  if (strstr (lower, "synonym") != NULL || g_str_has_prefix (lower, "misapplied") || g_str_equal (lower, "bare name"))
    return TRUE;
  if (lower[0] == '\0' && _saiga_usages_get (self->usages, row, SAIGA_USAGE_ACCEPTED_NAME)[0] != '\0')
    {
      const char *name = _saiga_usages_get (self->usages, row, SAIGA_USAGE_NAME);

      return !g_str_equal (name, _saiga_usages_get (self->usages, row, SAIGA_USAGE_ACCEPTED_NAME));
    }

  return FALSE;
}

static const char *
find_accepted (SaigaTaxonList *self,
               const SaigaUsages *usages,
               guint row,
               const char *accepted)
{
  g_autofree char *name = NULL;
  g_autofree char *authorship = NULL;

  /* A synonym of a synonym is one of its taxon; no further than a list that somebody wrote by hand goes. */
  for (guint depth = 0; depth < 16 && accepted[0] != '\0'; depth++)
    {
      int position = _saiga_usages_find (self->usages, accepted);

      if (position < 0)
        break;
      if (self->states[position] == SAIGA_USAGE_STATE_DONE)
        return self->taxon_ids[position];
      accepted = _saiga_usages_get (self->usages, position, SAIGA_USAGE_ACCEPTED_ID);
    }

  name = _saiga_split_name (_saiga_usages_get (usages, row, SAIGA_USAGE_ACCEPTED_NAME), &authorship);

  return name[0] != '\0' ? _saiga_reading_find_taxon (self->reading, name) : NULL;
}

static const char *
find_kind (SaigaTaxonList *self,
           const SaigaUsages *usages,
           guint row,
           const char *accepted)
{
  g_autofree char *lower = g_ascii_strdown (_saiga_usages_get (usages, row, SAIGA_USAGE_STATUS), -1);
  const char *own = _saiga_usages_get (usages, row, self->names != NULL ? SAIGA_USAGE_NAME_ID : SAIGA_USAGE_ID);
  int position = _saiga_usages_find (self->usages, accepted);
  static const char *const kinds[] = { "homotypic", "heterotypic", "misapplied", "original-combination", "orthographic-variant", "former-name", "trade-name" };

  if (position >= 0 && own[0] != '\0' && g_str_equal (_saiga_taxon_list_get_name_field (self, self->usages, position, SAIGA_USAGE_BASIONYM_ID), own))
    return "original-combination";
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (lower, kinds[i]))
      return kinds[i];
  if (g_str_has_prefix (lower, "pro parte") || g_str_has_prefix (lower, "pro-parte"))
    return "pro-parte";

  return NULL;
}

/* A name that is of no taxon has no place; what is read of it is said. */
SaigaRowEnd
_saiga_taxon_list_put_synonym (SaigaTaxonList *self,
                               const SaigaUsages *usages,
                               guint row,
                               const char *accepted)
{
  g_autofree char *authorship = NULL;
  g_autofree char *name = _saiga_taxon_list_dup_name (self, usages, row, &authorship);
  g_autofree char *according_to = _saiga_clean_line (_saiga_usages_get (usages, row, SAIGA_USAGE_ACCORDING_TO));
  g_autofree char *remarks = _saiga_clean_line (_saiga_usages_get (usages, row, SAIGA_USAGE_REMARKS));
  g_autofree char *note = remarks[0] != '\0' ? g_steal_pointer (&remarks) : according_to[0] != '\0' ? g_strconcat ("sensu ", according_to, NULL)
                                                                                                    : NULL;
  const char *taxon_id = find_accepted (self, usages, row, accepted);
  const char *document_id = g_hash_table_lookup (self->documents, _saiga_usages_get (usages, row, SAIGA_USAGE_REFERENCE_ID));
  SaigaRecord *taxon;

  _saiga_usages_go_to (usages, self->reading, row);
  if (name[0] == '\0')
    {
      _saiga_reading_add_problem (self->reading, "import-field", NULL, _saiga_usages_get (usages, row, SAIGA_USAGE_ID), "name", NULL);
      return SAIGA_ROW_REFUSED;
    }
  if (taxon_id == NULL)
    {
      _saiga_reading_add_problem (self->reading, "import-accepted", NULL, name, NULL);
      return SAIGA_ROW_REFUSED;
    }

  taxon = _saiga_reading_draft (self->reading, SAIGA_TYPE_TAXON, taxon_id);
  _saiga_draft_add_part (self->reading, taxon, "synonyms", "name", name, "authorship", authorship, "kind", find_kind (self, usages, row, accepted),
                         "note", note, "document-ids", document_id, NULL);

  return SAIGA_ROW_MERGED;
}
