/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-red-list-table-private.h"
#include "saiga-row-reviews-private.h"

/* What the Red List says of the rows, and of which concept it says so (activity A6). */

static int
get_year (SaigaAssessment *assessment)
{
  SaigaDate *date = _saiga_assessment_get_date (assessment);

  return date != NULL ? saiga_date_get_year (date) : 0;
}

/* The one that is marked as the latest, else the newest; of one year that with the greater id. */
static gboolean
is_newer (SaigaAssessment *assessment,
          SaigaAssessment *other)
{
  const gboolean is_latest = saiga_assessment_get_latest (assessment) == SAIGA_TERNARY_YES;
  const gboolean was_latest = saiga_assessment_get_latest (other) == SAIGA_TERNARY_YES;

  if (is_latest != was_latest)
    return is_latest;
  if (get_year (assessment) != get_year (other))
    return get_year (assessment) > get_year (other);

  return strcmp (_saiga_record_peek_id (SAIGA_RECORD (assessment)), _saiga_record_peek_id (SAIGA_RECORD (other))) > 0;
}

/* The authority with the most assessed taxa that is neither side. */
static SaigaAuthority *
read_assessments (SaigaAssessed *self,
                  SaigaSnapshot *snapshot,
                  const SaigaRows *rows)
{
  GListModel *assessments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_ASSESSMENT);
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;
  gpointer count;
  const char *best = NULL;
  guint best_count = 0;
  SaigaRecord *authority;

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr(SaigaAssessment) assessment = g_list_model_get_item (assessments, i);
      const char *taxon_id = saiga_assessment_get_taxon_id (assessment);
      SaigaRecord *taxon = taxon_id != NULL ? saiga_snapshot_lookup (snapshot, taxon_id) : NULL;
      SaigaAssessment *known;
      const char *authority_id;

      /* The snapshot keeps records and ids. */
      if (!SAIGA_IS_TAXON (taxon) || saiga_assessment_get_area_id (assessment) != NULL)
        continue;
      known = g_hash_table_lookup (self->by_taxon, taxon_id);
      if (known == NULL || is_newer (assessment, known))
        g_hash_table_insert (self->by_taxon, (gpointer) _saiga_record_peek_id (taxon), assessment);
      authority_id = saiga_taxon_get_authority_id (SAIGA_TAXON (taxon));
      if (authority_id != NULL)
        g_hash_table_insert (counts, (gpointer) authority_id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, authority_id)) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &count))
    if (!g_str_equal (id, _saiga_record_peek_id (SAIGA_RECORD (rows->sides[0]->authority))) &&
        !g_str_equal (id, _saiga_record_peek_id (SAIGA_RECORD (rows->sides[1]->authority))) &&
        (GPOINTER_TO_UINT (count) > best_count || (GPOINTER_TO_UINT (count) == best_count && strcmp (id, best) < 0)))
      {
        best = id;
        best_count = GPOINTER_TO_UINT (count);
      }
  authority = best != NULL ? saiga_snapshot_lookup (snapshot, best) : NULL;

  return SAIGA_IS_AUTHORITY (authority) ? SAIGA_AUTHORITY (authority) : NULL;
}

static SaigaAssessed *
assessed_new (SaigaSnapshot *snapshot,
              const SaigaRows *rows)
{
  SaigaAssessed *self = g_new0 (SaigaAssessed, 1);
  SaigaAuthority *authority;

  self->by_taxon = g_hash_table_new (g_str_hash, g_str_equal);
  authority = read_assessments (self, snapshot, rows);
  if (authority == NULL)
    return self;
  self->side = _saiga_side_new (snapshot, authority, rows->sides[0]->law != NULL ? rows->sides[0]->day.question.day : 0);
  for (guint side = 0; side < 2; side++)
    self->alignments[side] = _saiga_alignment_new (rows->sides[side], self->side);

  return self;
}

void
_saiga_assessed_free (SaigaAssessed *self)
{
  for (guint side = 0; side < 2; side++)
    g_clear_pointer (&self->alignments[side], _saiga_alignment_free);
  g_clear_pointer (&self->side, _saiga_side_free);
  g_hash_table_unref (self->by_taxon);
  g_free (self);
}

/* ---- taxa */

/* Species of the assessing list that have something in common with one of a side, in id order. */
static GPtrArray *
list_related (SaigaAssessed *self,
              guint side,
              const SaigaSideTaxon *taxon)
{
  GPtrArray *related = g_ptr_array_new ();
  const SaigaAlignment *alignment = self->alignments[side];
  const guint32 leader = alignment != NULL ? alignment->exemplars->leaders[0][taxon->position] : 0;

  for (guint32 i = alignment != NULL ? alignment->first[0][leader] : 0; alignment != NULL && i < alignment->first[0][leader + 1]; i++)
    {
      const SaigaPlace *there = &alignment->exemplars->places[1][alignment->types[0][i]];

      if (!g_ptr_array_find (related, &self->side->taxa[there->species], NULL))
        g_ptr_array_add (related, &self->side->taxa[there->species]);
    }

  return related;
}

static SaigaAssessment *
find_assessment (SaigaAssessed *self,
                 const SaigaSideTaxon *taxon)
{
  return g_hash_table_lookup (self->by_taxon, _saiga_side_taxon_get_id (taxon));
}

/* The gravest category of what is assessed for the row; NULL if nothing is. */
const char *
_saiga_assessed_get_category (SaigaAssessed *self,
                              const SaigaRows *rows,
                              const SaigaRow *row,
                              SaigaAssessmentCategory *category)
{
  const char *found = NULL;

  for (guint side = 0; side < 2 && self->side != NULL; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      {
        g_autoptr(GPtrArray) related = list_related (self, side, _saiga_rows_get_members (rows, row, side)[i]);

        for (guint n = 0; n < related->len; n++)
          {
            SaigaAssessment *assessment = find_assessment (self, related->pdata[n]);

            /* The categories stand in the order of their gravity. */
            if (assessment != NULL && (found == NULL || saiga_assessment_get_category (assessment) < *category))
              {
                *category = saiga_assessment_get_category (assessment);
                found = _saiga_value_to_nick (SAIGA_TYPE_ASSESSMENT_CATEGORY, saiga_assessment_get_category (assessment));
              }
          }
      }

  return found;
}

/* ---- findings */

static const char *
find_assessed_as (const SaigaPairing *pair,
                  guint n_related)
{
  switch ((SaigaConceptRelation) pair->concept)
    {
    case SAIGA_CONCEPT_RELATION_INCLUDED_IN:
      return "wider";
    case SAIGA_CONCEPT_RELATION_INCLUDES:
      return n_related > 1 ? "several" : "part";
    case SAIGA_CONCEPT_RELATION_OVERLAPS:
      return "overlapping";
    case SAIGA_CONCEPT_RELATION_CONGRUENT:
      return pair->name == SAIGA_NAME_RELATION_IDENTICAL ? "same" : "other-name";
    case SAIGA_CONCEPT_RELATION_UNSET:
    case SAIGA_CONCEPT_RELATION_EXCLUDES:
    case SAIGA_CONCEPT_RELATION_UNKNOWN:
    default:
      return "unknown";
    }
}

static gboolean
has_first_appendix (const SaigaRows *rows,
                    const SaigaRow *row)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      if ((_saiga_side_taxon_get_appendices (_saiga_rows_get_members (rows, row, side)[i]) & _saiga_side_find_appendix (rows->sides[side], "I")) != 0)
        return TRUE;

  return FALSE;
}

static char *
recommend (const SaigaRows *rows,
           const SaigaRow *row,
           const char *assessed_as,
           SaigaAssessment *assessment)
{
  static const char *const answers[][2] = {
    { "not-assessed", "ask-assessment" },
    { "part", "ask-assessment" },
    { "wider", "ask-segregates" },
    { "several", "use-each" },
    { "overlapping", "use-each" },
    { "other-name", "tell-name" },
  };
  const SaigaAssessmentCategory category = assessment != NULL ? saiga_assessment_get_category (assessment) : SAIGA_ASSESSMENT_CATEGORY_UNSET;

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i][0], assessed_as))
      return g_strdup (answers[i][1]);
  if ((category == SAIGA_ASSESSMENT_CATEGORY_CR || category == SAIGA_ASSESSMENT_CATEGORY_EN || category == SAIGA_ASSESSMENT_CATEGORY_VU) &&
      (!_saiga_row_is_shared (row) || !has_first_appendix (rows, row)))
    return g_strdup ("review-listing");
  if (rows->sides[0]->law != NULL && assessment != NULL && get_year (assessment) > 0)
    {
      GDate day;
      int years;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, (guint32) rows->sides[0]->day.question.day);
      years = g_date_get_year (&day) - get_year (assessment);
      if (years > 10)
        return g_strdup_printf ("outdated(%d)", years);
    }

  return g_strdup ("none");
}

static void
add_finding (const SaigaRows *rows,
             const SaigaRow *row,
             SaigaAssessed *self,
             guint side,
             const SaigaSideTaxon *taxon,
             const SaigaSideTaxon *other,
             guint n_related,
             GListStore *findings)
{
  g_autoptr(SaigaConcordanceFinding) finding = _saiga_finding_new (SAIGA_REVIEW_AXIS_RED_LIST, rows, row, side == 0 ? taxon : NULL, side == 1 ? taxon : NULL);
  SaigaAssessment *assessment = other != NULL ? find_assessment (self, other) : NULL;
  const char *assessed_as = "not-assessed";

  _saiga_finding_set (finding, "taxon", taxon->name);
  if (other != NULL)
    {
      SaigaPairing pair;

      _saiga_pairing_init (&pair, self->alignments[side], taxon, other, NULL);
      if (assessment != NULL)
        assessed_as = find_assessed_as (&pair, n_related);
      _saiga_finding_set (finding, "name", other->name);
      _saiga_finding_set (finding, "name-class", _saiga_value_to_nick (SAIGA_TYPE_NAME_RELATION, pair.name));
      _saiga_finding_set (finding, "concept", _saiga_value_to_nick (SAIGA_TYPE_CONCEPT_RELATION, pair.concept));
    }
  if (assessment != NULL)
    {
      const char *category = _saiga_value_to_nick (SAIGA_TYPE_ASSESSMENT_CATEGORY, saiga_assessment_get_category (assessment));
      const SaigaAssessmentPossiblyExtinct extinct = saiga_assessment_get_possibly_extinct (assessment);

      _saiga_finding_set (finding, "assessment", _saiga_record_peek_id (SAIGA_RECORD (assessment)));
      /* A category of another concept is never told without saying so. */
      if (g_str_equal (assessed_as, "wider") || g_str_equal (assessed_as, "overlapping") || g_str_equal (assessed_as, "unknown"))
        _saiga_finding_take (finding, "category", g_strdup_printf ("%s, assessed as %s (%s)", category, other->name, assessed_as));
      else
        _saiga_finding_set (finding, "category", category);
      _saiga_finding_set (finding, "version", saiga_assessment_get_criteria_version (assessment));
      _saiga_finding_set (finding, "criteria", saiga_assessment_get_criteria (assessment));
      if (get_year (assessment) > 0)
        _saiga_finding_take (finding, "year", g_strdup_printf ("%d", get_year (assessment)));
      _saiga_finding_set (finding, "possibly-extinct", extinct == SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT ? "PE" : extinct == SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT_IN_THE_WILD ? "PEW"
                                                                                                                                                                                      : "");
      if (saiga_assessment_get_latest (assessment) != SAIGA_TERNARY_YES)
        _saiga_finding_set (finding, "evidence", "newest-year");
    }
  _saiga_finding_set (finding, "assessed-as", assessed_as);
  _saiga_finding_take (finding, "recommendation", recommend (rows, row, assessed_as, assessment));
  g_list_store_append (findings, finding);
}

/* Of side b, only what side a has not in the same concept. */
static gboolean
is_told_by_a (const SaigaRows *rows,
              const SaigaRow *row,
              const SaigaSideTaxon *taxon)
{
  for (guint i = 0; i < row->n_members[0]; i++)
    {
      const SaigaConceptEdge *edge = _saiga_alignment_find (rows->alignment, _saiga_rows_get_members (rows, row, 0)[i]->position, taxon->position);

      if (edge != NULL && edge->concept == SAIGA_CONCEPT_RELATION_CONGRUENT)
        return TRUE;
    }

  return FALSE;
}

void
_saiga_rows_list_red_list (SaigaRows *rows,
                           SaigaAssessed *self,
                           gboolean one_sided,
                           GListStore *findings)
{
  for (guint r = 0; r < rows->rows->len; r++)
    {
      const SaigaRow *row = _saiga_rows_get (rows, r);

      if (row->is_higher || _saiga_row_is_shared (row) == one_sided)
        continue;
      for (guint side = 0; side < 2; side++)
        for (guint i = 0; i < row->n_members[side]; i++)
          {
            const SaigaSideTaxon *taxon = _saiga_rows_get_members (rows, row, side)[i];
            g_autoptr(GPtrArray) related = NULL;

            if (side == 1 && is_told_by_a (rows, row, taxon))
              continue;
            related = list_related (self, side, taxon);
            for (guint n = 0; n < related->len; n++)
              add_finding (rows, row, self, side, taxon, related->pdata[n], related->len, findings);
            if (related->len == 0)
              add_finding (rows, row, self, side, taxon, NULL, 0, findings);
          }
    }
}

static SaigaAssessed *
get_assessed (SaigaRows *self,
              SaigaSnapshot *snapshot)
{
  if (self->assessed == NULL)
    self->assessed = assessed_new (snapshot, self);

  return self->assessed;
}

void
_saiga_rows_list_findings (SaigaRows *self,
                           SaigaSnapshot *snapshot,
                           SaigaReviewAxis axis,
                           gboolean one_sided,
                           GListStore *findings)
{
  if (axis == SAIGA_REVIEW_AXIS_COHERENCE)
    _saiga_rows_list_coherence (self, get_assessed (self, snapshot), one_sided, findings);
  else if (axis == SAIGA_REVIEW_AXIS_RED_LIST)
    _saiga_rows_list_red_list (self, get_assessed (self, snapshot), one_sided, findings);
  else if (axis == SAIGA_REVIEW_AXIS_HARMONISATION)
    _saiga_rows_list_proposals (self, snapshot, one_sided, findings);
  _saiga_rows_decide_findings (self, snapshot, findings);
}
