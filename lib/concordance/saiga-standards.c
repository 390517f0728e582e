/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-standards-private.h"

SaigaStandards *
_saiga_standards_new (SaigaSnapshot *snapshot)
{
  SaigaStandards *self = g_new0 (SaigaStandards, 1);
  GListModel *references = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_STANDARD_REFERENCE);

  self->snapshot = snapshot;
  self->by_taxon = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr(SaigaStandardReference) reference = g_list_model_get_item (references, i);
      const char *taxon_id = saiga_standard_reference_get_taxon_id (reference);
      GPtrArray *of_taxon = taxon_id != NULL ? g_hash_table_lookup (self->by_taxon, taxon_id) : NULL;

      if (taxon_id == NULL || saiga_standard_reference_get_document_id (reference) == NULL ||
          saiga_standard_reference_get_state (reference) != SAIGA_STANDARD_REFERENCE_STATE_ADOPTED)
        continue;
      if (of_taxon == NULL)
        {
          of_taxon = g_ptr_array_new ();
          g_hash_table_insert (self->by_taxon, (gpointer) taxon_id, of_taxon);
        }
      g_ptr_array_add (of_taxon, reference);
    }

  return self;
}

void
_saiga_standards_free (SaigaStandards *self)
{
  g_hash_table_unref (self->by_taxon);
  g_free (self);
}

static gboolean
is_valid_on (SaigaStandardReference *reference,
             int day)
{
  SaigaDate *from = saiga_standard_reference_get_valid_from (reference);
  SaigaDate *until = saiga_standard_reference_get_valid_until (reference);

  return (from == NULL || saiga_date_get_earliest_day (from) <= day) && (until == NULL || day < saiga_date_get_earliest_day (until));
}

/* Whether a reference leaves out a taxon, or one between it and the taxon that it is for. */
static gboolean
is_excluded (SaigaStandardReference *reference,
             const SaigaSideTaxon *taxon,
             const SaigaSideTaxon *top)
{
  const char *const *excluded = saiga_standard_reference_get_excluded_taxon_ids (reference);

  for (const SaigaSideTaxon *at = taxon; at != NULL && at != top; at = at->parent)
    if (g_strv_contains (excluded, _saiga_side_taxon_get_id (at)))
      return TRUE;

  return FALSE;
}

/* The reference of a taxon, or of the nearest higher one, that does not leave it out. */
SaigaStandardReference *
_saiga_standards_find (const SaigaStandards *self,
                       const SaigaSide *side,
                       const SaigaSideTaxon *taxon)
{
  for (const SaigaSideTaxon *at = taxon; at != NULL && side->instrument != NULL; at = at->parent)
    {
      GPtrArray *references = g_hash_table_lookup (self->by_taxon, _saiga_side_taxon_get_id (at));

      for (guint i = 0; references != NULL && i < references->len; i++)
        {
          SaigaStandardReference *reference = references->pdata[i];

          if ((at == taxon || saiga_standard_reference_get_descendants (reference)) && is_valid_on (reference, side->day.question.day) &&
              !is_excluded (reference, taxon, at))
            return reference;
        }
    }

  return NULL;
}

/* Whether a reference holds for a higher taxon and all that it has below. */
gboolean
_saiga_standards_cover (const SaigaStandards *self,
                        const SaigaSide *side,
                        const SaigaSideTaxon *group,
                        SaigaStandardReference *reference)
{
  if (!saiga_standard_reference_get_descendants (reference) || _saiga_standards_find (self, side, group) != reference)
    return FALSE;
  for (const char *const *id = saiga_standard_reference_get_excluded_taxon_ids (reference); *id != NULL; id++)
    {
      const SaigaSideTaxon *excluded = g_hash_table_lookup (side->by_id, *id);

      if (excluded != NULL && _saiga_side_taxon_is_above (group, excluded))
        return FALSE;
    }

  return TRUE;
}

static char *
dup_title (const SaigaStandards *self,
           SaigaStandardReference *reference)
{
  SaigaRecord *document = saiga_snapshot_lookup (self->snapshot, saiga_standard_reference_get_document_id (reference));
  SaigaText *title = SAIGA_IS_DOCUMENT (document) ? saiga_document_get_title (SAIGA_DOCUMENT (document)) : NULL;
  const char *words = title != NULL ? saiga_text_get_best_words (title, "en") : NULL;

  return words != NULL ? g_utf8_casefold (words, -1) : NULL;
}

/* One work may be recorded twice, by the numbers of two sources. */
gboolean
_saiga_standards_differ (const SaigaStandards *self,
                         SaigaStandardReference *a,
                         SaigaStandardReference *b)
{
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;

  if (g_str_equal (saiga_standard_reference_get_document_id (a), saiga_standard_reference_get_document_id (b)))
    return FALSE;
  title = dup_title (self, a);
  other = dup_title (self, b);

  return title == NULL || g_strcmp0 (title, other) != 0;
}
