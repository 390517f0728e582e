/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-name.h>
#include <saiga/saiga-record-builder.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-review-verdicts-private.h"
#include "saiga-row-reviews-private.h"
#include "saiga-standards-private.h"

/* A new review, pinned to the facts as they are. */

/* ---- facts */

SaigaBasis *
_saiga_basis_new (SaigaRecord *record,
                  const char *field,
                  GError **error)
{
  g_autofree char *value = _saiga_print_fact (record, field);
  g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new (SAIGA_TYPE_BASIS);

  if (!saiga_record_builder_set_string (builder, "record", _saiga_record_peek_id (record), error) ||
      !saiga_record_builder_set_string (builder, "field", field, error) ||
      (value != NULL && !saiga_record_builder_set_string (builder, "value", value, error)))
    return NULL;

  return (SaigaBasis *) saiga_record_builder_build (builder, error);
}

/* @fields: ends with NULL. Each fact once. */
static gboolean
add_facts (GListStore *bases,
           SaigaRecord *record,
           const char *const *fields,
           GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bases)); i++)
    {
      g_autoptr(SaigaBasis) known = g_list_model_get_item (G_LIST_MODEL (bases), i);

      if (g_str_equal (saiga_basis_get_record (known), _saiga_record_peek_id (record)))
        return TRUE;
    }
  for (; *fields != NULL; fields++)
    {
      g_autoptr(SaigaBasis) basis = _saiga_basis_new (record, *fields, error);

      if (basis == NULL)
        return FALSE;
      g_list_store_append (bases, basis);
    }

  return TRUE;
}

/* Names, authors, ranks, places and synonyms of the taxa, and the entries that list them. */
static gboolean
add_taxon (SaigaRows *self,
           GListStore *bases,
           guint side,
           const SaigaSideTaxon *taxon,
           GError **error)
{
  static const char *const of_taxa[] = { "name", "authorship", "rank", "parent-id", "synonyms", NULL };
  static const char *const of_listings[] = { "appendix", "effective", "area-ids", "except-area-ids", "scope", NULL };
  guint n_used;
  const guint *used = _saiga_side_get_used (self->sides[side], taxon, &n_used);

  if (!add_facts (bases, SAIGA_RECORD (taxon->taxon), of_taxa, error))
    return FALSE;
  for (guint n = 0; n < n_used; n++)
    if (!add_facts (bases, SAIGA_RECORD (SAIGA_PIECE (self->sides[side]->law, used[n])->listing), of_listings, error))
      return FALSE;

  return TRUE;
}

/* What stands for its row is reviewed with all of the row. */
static gboolean
add_row (SaigaRows *self,
         GListStore *bases,
         guint side,
         const SaigaSideTaxon *taxon,
         GError **error)
{
  const guint32 row = _saiga_rows_find (self, side, taxon);

  for (guint at = 0; row != SAIGA_NO_ROW && at < 2; at++)
    for (guint i = 0; i < _saiga_rows_get (self, row)->n_members[at]; i++)
      if (!add_taxon (self, bases, at, _saiga_rows_get_members (self, _saiga_rows_get (self, row), at)[i], error))
        return FALSE;

  return add_taxon (self, bases, side, taxon, error);
}

static gboolean
add_reference (SaigaRows *self,
               GListStore *bases,
               SaigaStandards *standards,
               guint side,
               const SaigaSideTaxon *taxon,
               GError **error)
{
  static const char *const of_references[] = { "taxon-id", "document-id", "excluded-taxon-ids", "state", "valid-from", "valid-until", NULL };
  SaigaStandardReference *reference = _saiga_standards_find (standards, self->sides[side], taxon);

  return reference == NULL || add_facts (bases, SAIGA_RECORD (reference), of_references, error);
}

/* The assessments that the findings on a taxon rest on. */
static gboolean
add_assessments (SaigaSnapshot *snapshot,
                 GListStore *bases,
                 GListModel *findings,
                 const char *taxon_id,
                 GError **error)
{
  static const char *const of_assessments[] = { "taxon-id", "category", "criteria", "published", "latest", NULL };

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(SaigaConcordanceFinding) finding = g_list_model_get_item (findings, i);
      SaigaRecord *assessment = saiga_snapshot_lookup (snapshot, saiga_concordance_finding_get_value (finding, "assessment"));

      if (assessment != NULL && g_strcmp0 (saiga_concordance_finding_get_taxon_ids (finding)[0], taxon_id) == 0 &&
          !add_facts (bases, assessment, of_assessments, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_basis (SaigaRows *self,
           SaigaSnapshot *snapshot,
           const SaigaReviewDraft *draft,
           SaigaFindingLists *known,
           GListStore *bases,
           GError **error)
{
  const gboolean is_of_row = draft->taxon_ids[1] == NULL && (draft->axis == SAIGA_REVIEW_AXIS_LISTING || draft->axis == SAIGA_REVIEW_AXIS_COHERENCE);
  g_autoptr(SaigaStandards) standards = draft->axis == SAIGA_REVIEW_AXIS_HARMONISATION ? _saiga_standards_new (snapshot) : NULL;

  for (guint i = 0; draft->taxon_ids[i] != NULL; i++)
    {
      guint side;
      const SaigaSideTaxon *taxon = _saiga_rows_find_taxon (self, draft->taxon_ids[i], &side);

      if (is_of_row ? !add_row (self, bases, side, taxon, error) : !add_taxon (self, bases, side, taxon, error))
        return FALSE;
      if (standards != NULL && !add_reference (self, bases, standards, side, taxon, error))
        return FALSE;
      for (guint one_sided = 0; draft->axis == SAIGA_REVIEW_AXIS_RED_LIST && one_sided < 2; one_sided++)
        if (!add_assessments (snapshot, bases, _saiga_finding_lists_get (known, self, snapshot, draft->axis, one_sided != 0), draft->taxon_ids[i], error))
          return FALSE;
    }

  return TRUE;
}

/* ---- the review */

static char *
make_id (SaigaSnapshot *snapshot,
         const SaigaSideTaxon *taxon,
         SaigaReviewAxis axis)
{
  g_autofree char *lower = saiga_name_fold (taxon->name);
  g_autofree char *id = NULL;

  for (char *at = lower; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      *at = '-';
  id = g_strdup_printf ("review.%s-%s", lower, _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, axis));
  for (guint n = 2; saiga_snapshot_lookup (snapshot, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("review.%s-%s-%u", lower, _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, axis), n);
    }

  return g_steal_pointer (&id);
}

SaigaReview *
_saiga_rows_draft_review (SaigaRows *self,
                          SaigaSnapshot *snapshot,
                          const SaigaReviewDraft *draft,
                          GError **error)
{
  gboolean is_orphan = TRUE;
  g_auto(SaigaFindingLists) known = { { { NULL } } };
  const char *const *verdicts = _saiga_review_axis_list_verdicts (draft->axis);
  g_autofree char *computed = NULL;
  g_autoptr(SaigaRecordBuilder) builder = saiga_record_builder_new (SAIGA_TYPE_REVIEW);
  g_autoptr(GListStore) bases = g_list_store_new (SAIGA_TYPE_BASIS);
  g_autofree char *id = NULL;
  g_autofree char *date = saiga_date_to_string (draft->date);
  g_autoptr(SaigaText) reason = saiga_text_new ("en", draft->reason);
  g_auto(GValue) value = G_VALUE_INIT;
  g_auto(GValue) text = G_VALUE_INIT;
  const char *authorities[3] = { _saiga_record_peek_id (SAIGA_RECORD (self->sides[0]->authority)),
                                 _saiga_record_peek_id (SAIGA_RECORD (self->sides[1]->authority)), NULL };
  guint side;

  if (!g_strv_contains (verdicts, draft->verdict))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) verdicts);

      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“%s” is no verdict on %s; one is: %s", draft->verdict,
                   _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, draft->axis), list);
      return NULL;
    }
  if (draft->taxon_ids[0] != NULL)
    computed = _saiga_rows_compute (self, snapshot, &known, draft->axis, draft->taxon_ids, &is_orphan);
  if (is_orphan)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such accepted taxon of the two lists",
                   draft->taxon_ids[0] != NULL ? draft->taxon_ids[0] : "–");
      return NULL;
    }
  if (!add_basis (self, snapshot, draft, &known, bases, error))
    return NULL;
  id = make_id (snapshot, _saiga_rows_find_taxon (self, draft->taxon_ids[0], &side), draft->axis);
  g_value_init (&value, G_TYPE_LIST_MODEL);
  g_value_set_object (&value, bases);
  g_value_init (&text, SAIGA_TYPE_TEXT);
  g_value_set_boxed (&text, reason);
  if (!saiga_record_builder_set_string (builder, "id", id, error) || !saiga_record_builder_set_strings (builder, "authority-ids", authorities, error) ||
      !saiga_record_builder_set_strings (builder, "taxon-ids", draft->taxon_ids, error) ||
      !saiga_record_builder_set_string (builder, "axis", _saiga_value_to_nick (SAIGA_TYPE_REVIEW_AXIS, draft->axis), error) ||
      !saiga_record_builder_set_string (builder, "verdict", draft->verdict, error) ||
      !saiga_record_builder_set_string (builder, "reviewer-id", draft->reviewer_id, error) ||
      !saiga_record_builder_set_string (builder, "date", date, error) || !saiga_record_builder_set (builder, "reason", &text, error) ||
      !saiga_record_builder_set (builder, "bases", &value, error) ||
      (computed != NULL && *computed != '\0' && !saiga_record_builder_set_string (builder, "computed", computed, error)))
    return NULL;

  return (SaigaReview *) saiga_record_builder_build (builder, error);
}
