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

/* The latest global assessment of each taxon. Returns the ids of the authorities of the taxa. */
static GHashTable *
read_assessments (SaigaAssessed *self,
                  SaigaSnapshot *snapshot)
{
  GListModel *assessments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_ASSESSMENT);
  GHashTable *authorities = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr(SaigaAssessment) assessment = g_list_model_get_item (assessments, i);
      const char *taxon_id = saiga_assessment_get_taxon_id (assessment);
      SaigaRecord *taxon = taxon_id != NULL ? saiga_snapshot_lookup (snapshot, taxon_id) : NULL;
      SaigaAssessment *known;

      /* The snapshot keeps records and ids. */
      if (!SAIGA_IS_TAXON (taxon) || saiga_assessment_get_area_id (assessment) != NULL)
        continue;
      known = g_hash_table_lookup (self->by_taxon, taxon_id);
      if (known == NULL || is_newer (assessment, known))
        g_hash_table_insert (self->by_taxon, (gpointer) _saiga_record_peek_id (taxon), assessment);
      if (saiga_taxon_get_authority_id (SAIGA_TAXON (taxon)) != NULL)
        g_hash_table_add (authorities, (gpointer) saiga_taxon_get_authority_id (SAIGA_TAXON (taxon)));
    }

  return authorities;
}

static SaigaAssessment *
find_assessment (const SaigaAssessed *self,
                 const SaigaSideTaxon *taxon)
{
  return g_hash_table_lookup (self->by_taxon, _saiga_side_taxon_get_id (taxon));
}

static void
list_free (gpointer data)
{
  SaigaAssessedList *self = data;

  for (guint side = 0; side < 2; side++)
    _saiga_alignment_free (self->alignments[side]);
  g_hash_table_unref (self->parts);
  _saiga_side_free (self->side);
  g_free (self);
}

static SaigaAssessedList *
list_new (const SaigaAssessed *assessed,
          const SaigaRows *rows,
          SaigaAuthority *authority)
{
  SaigaAssessedList *self = g_new0 (SaigaAssessedList, 1);

  self->side = _saiga_side_new (rows->snapshot, authority, rows->sides[0]->law != NULL ? rows->sides[0]->day.question.day : 0);
  self->parts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->side->n_taxa; i++)
    {
      const SaigaSideTaxon *taxon = &self->side->taxa[i];

      if (taxon->species == NULL || taxon->species == taxon || find_assessment (assessed, taxon) == NULL)
        continue;
      if (!g_hash_table_contains (self->parts, taxon->species))
        g_hash_table_insert (self->parts, taxon->species, (gpointer) taxon);
    }
  for (guint side = 0; side < 2; side++)
    self->alignments[side] = _saiga_alignment_new (rows->sides[side], self->side);

  return self;
}

static SaigaAssessed *
assessed_new (const SaigaRows *rows)
{
  SaigaAssessed *self = g_new0 (SaigaAssessed, 1);
  g_autoptr(GHashTable) authorities = NULL;
  GListModel *known = saiga_snapshot_get_records (rows->snapshot, SAIGA_TYPE_AUTHORITY);

  self->by_taxon = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_ptr_array_new_with_free_func (list_free);
  authorities = read_assessments (self, rows->snapshot);
  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr(SaigaAuthority) authority = g_list_model_get_item (known, i);

      if (g_hash_table_contains (authorities, _saiga_record_peek_id (SAIGA_RECORD (authority))))
        g_ptr_array_add (self->lists, list_new (self, rows, authority));
    }

  return self;
}

void
_saiga_assessed_free (SaigaAssessed *self)
{
  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->by_taxon);
  g_free (self);
}

/* Made when somebody asks: the lists of those that assess can be large. */
static SaigaAssessed *
get_assessed (SaigaRows *self)
{
  if (self->assessed == NULL)
    self->assessed = assessed_new (self);

  return self->assessed;
}

/* ---- taxa */

/* A species of an assessing list that has something in common with one of a side. */
typedef struct
{
  const SaigaAssessedList *list;
  const SaigaSideTaxon *species;
  const SaigaSideTaxon *taxon; /* that is assessed: the species, else a part of it */
  SaigaAssessment *assessment; /* NULL if neither is */
  guint n_there;               /* species of that list that have something in common */
} Related;

/* By authority, then by id; @n_assessed: with an assessment. */
static guint
list_related_of (const SaigaAssessed *self,
                 const SaigaAssessedList *list,
                 guint side,
                 const SaigaSideTaxon *taxon,
                 GArray *related)
{
  const SaigaAlignment *alignment = list->alignments[side];
  const guint32 leader = alignment->exemplars->leaders[0][taxon->position];
  const guint start = related->len;
  guint n_assessed = 0;

  for (guint32 i = alignment->first[0][leader]; i < alignment->first[0][leader + 1]; i++)
    {
      const SaigaSideTaxon *species = &list->side->taxa[alignment->exemplars->places[1][alignment->types[0][i]].species];
      Related found = { list, species, species, find_assessment (self, species), 0 };
      gboolean is_known = FALSE;

      for (guint n = start; n < related->len; n++)
        is_known |= g_array_index (related, Related, n).species == species;
      if (is_known)
        continue;
      if (found.assessment == NULL && g_hash_table_contains (list->parts, species))
        {
          found.taxon = g_hash_table_lookup (list->parts, species);
          found.assessment = find_assessment (self, found.taxon);
        }
      n_assessed += found.assessment != NULL;
      g_array_append_val (related, found);
    }
  for (guint n = start; n < related->len; n++)
    g_array_index (related, Related, n).n_there = related->len - start;

  return n_assessed;
}

/* A list that assessed none of what it has in common with the taxon says nothing where another
 * one did. */
static GArray *
list_related (const SaigaAssessed *self,
              guint side,
              const SaigaSideTaxon *taxon)
{
  GArray *related = g_array_new (FALSE, FALSE, sizeof (Related));
  gboolean is_assessed = FALSE;

  for (guint i = 0; i < self->lists->len; i++)
    {
      const guint start = related->len;
      const guint n_assessed = list_related_of (self, self->lists->pdata[i], side, taxon, related);

      if (n_assessed == 0 && start > 0)
        g_array_set_size (related, start);
      else if (n_assessed > 0 && !is_assessed && start > 0)
        g_array_remove_range (related, 0, start);
      is_assessed |= n_assessed > 0;
    }

  return related;
}

static gboolean
is_assessed (const SaigaAssessed *self,
             guint side,
             const SaigaSideTaxon *taxon)
{
  g_autoptr(GArray) related = list_related (self, side, taxon);

  for (guint n = 0; n < related->len; n++)
    if (g_array_index (related, Related, n).assessment != NULL)
      return TRUE;

  return FALSE;
}

/* Of side b, only what side a has not in the same concept, and what only side b has the name of
 * that is assessed. */
static gboolean
is_told_by_a (const SaigaAssessed *self,
              const SaigaRows *rows,
              const SaigaRow *row,
              const SaigaSideTaxon *taxon)
{
  for (guint i = 0; i < row->n_members[0]; i++)
    {
      const SaigaSideTaxon *other = _saiga_rows_get_members (rows, row, 0)[i];
      const SaigaConceptEdge *edge = _saiga_alignment_find (rows->alignment, other->position, taxon->position);

      if (edge != NULL && edge->concept == SAIGA_CONCEPT_RELATION_CONGRUENT)
        return is_assessed (self, 0, other) || !is_assessed (self, 1, taxon);
    }

  return FALSE;
}

/* ---- findings */

static const char *
find_assessed_as (const Related *related,
                  const SaigaPairing *pair)
{
  if (related->assessment == NULL)
    return "not-assessed";
  if (related->taxon != related->species)
    return "part";
  switch ((SaigaConceptRelation) pair->concept)
    {
    case SAIGA_CONCEPT_RELATION_INCLUDED_IN:
      return "wider";
    case SAIGA_CONCEPT_RELATION_INCLUDES:
      return related->n_there > 1 ? "several" : "part";
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

/* A category of another concept is never told without saying so. */
static char *
print_category (const Related *related,
                const char *assessed_as)
{
  const char *category = _saiga_value_to_nick (SAIGA_TYPE_ASSESSMENT_CATEGORY, saiga_assessment_get_category (related->assessment));

  if (g_str_equal (assessed_as, "wider") || g_str_equal (assessed_as, "overlapping") || g_str_equal (assessed_as, "unknown") ||
      related->taxon != related->species)
    return g_strdup_printf ("%s, assessed as %s (%s)", category, related->taxon->name, assessed_as);

  return g_strdup (category);
}

/* Categories stand in the order of their gravity, but for those of version 2.3, which stand where
 * their heirs do. */
static int
get_gravity (SaigaAssessmentCategory category)
{
  if (category == SAIGA_ASSESSMENT_CATEGORY_LR_CD || category == SAIGA_ASSESSMENT_CATEGORY_LR_NT)
    return SAIGA_ASSESSMENT_CATEGORY_NT;

  return category == SAIGA_ASSESSMENT_CATEGORY_LR_LC ? SAIGA_ASSESSMENT_CATEGORY_LC : (int) category;
}

typedef struct
{
  SaigaAssessmentCategory category;
  char *text;
} Told;

static void
told_clear (gpointer data)
{
  g_free (((Told *) data)->text);
}

static int
compare_told (gconstpointer a,
              gconstpointer b)
{
  const Told *first = a;
  const Told *second = b;

  const int order = get_gravity (first->category) - get_gravity (second->category);

  return order != 0 ? order : strcmp (first->text, second->text);
}

/* Under the lock of whoever has the rows; from then on what is assessed is only read. */
void
_saiga_rows_prepare_red_list (SaigaRows *self)
{
  get_assessed (self);
}

/* What is assessed for a row, each category once, the gravest first; NULL if nothing is.
 * @category: the gravest; may be NULL. */
char *
_saiga_rows_dup_red_list (SaigaRows *self,
                          const SaigaRow *row,
                          SaigaAssessmentCategory *category)
{
  const SaigaAssessed *assessed = get_assessed (self);
  g_autoptr(GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));
  g_autoptr(GString) text = NULL;

  if (assessed->lists->len == 0)
    return NULL;
  g_array_set_clear_func (told, told_clear);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < row->n_members[side]; i++)
      {
        const SaigaSideTaxon *taxon = _saiga_rows_get_members (self, row, side)[i];
        g_autoptr(GArray) related = NULL;

        if (side == 1 && is_told_by_a (assessed, self, row, taxon))
          continue;
        related = list_related (assessed, side, taxon);
        for (guint n = 0; n < related->len; n++)
          {
            const Related *found = &g_array_index (related, Related, n);
            SaigaPairing pair;

            if (found->assessment == NULL)
              continue;
            _saiga_pairing_init (&pair, found->list->alignments[side], taxon, found->species, NULL);
            g_array_append_val (told, ((Told){ saiga_assessment_get_category (found->assessment), print_category (found, find_assessed_as (found, &pair)) }));
          }
      }
  if (told->len == 0)
    return NULL;

  g_array_sort (told, compare_told);
  if (category != NULL)
    *category = g_array_index (told, Told, 0).category;
  text = g_string_new (NULL);
  for (guint n = 0; n < told->len; n++)
    if (n == 0 || compare_told (&g_array_index (told, Told, n - 1), &g_array_index (told, Told, n)) != 0)
      g_string_append_printf (text, "%s%s", n > 0 ? "; " : "", g_array_index (told, Told, n).text);

  return g_string_free (g_steal_pointer (&text), FALSE);
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

/* The gravest and the mildest of several. */
static void
add_extremes (SaigaConcordanceFinding *finding,
              const Related *of,
              const GArray *related)
{
  SaigaAssessmentCategory gravest = saiga_assessment_get_category (of->assessment);
  SaigaAssessmentCategory mildest = gravest;
  g_autofree char *text = NULL;

  for (guint n = 0; n < related->len; n++)
    {
      const Related *other = &g_array_index (related, Related, n);

      if (other->list != of->list || other->assessment == NULL)
        continue;
      if (get_gravity (saiga_assessment_get_category (other->assessment)) < get_gravity (gravest))
        gravest = saiga_assessment_get_category (other->assessment);
      if (get_gravity (saiga_assessment_get_category (other->assessment)) > get_gravity (mildest))
        mildest = saiga_assessment_get_category (other->assessment);
    }
  text = g_strdup_printf ("categories(%s,%s)", _saiga_value_to_nick (SAIGA_TYPE_ASSESSMENT_CATEGORY, gravest),
                          _saiga_value_to_nick (SAIGA_TYPE_ASSESSMENT_CATEGORY, mildest));
  _saiga_finding_add (finding, "evidence", text);
}

/* @related: all of the taxon, of which one is told; none if there is none. */
static void
add_finding (const SaigaRows *rows,
             const SaigaRow *row,
             guint side,
             const SaigaSideTaxon *taxon,
             const GArray *related,
             guint position,
             GListStore *findings)
{
  g_autoptr(SaigaConcordanceFinding) finding = _saiga_finding_new (SAIGA_REVIEW_AXIS_RED_LIST, rows, row, side == 0 ? taxon : NULL, side == 1 ? taxon : NULL);
  const Related *found = position < related->len ? &g_array_index (related, Related, position) : NULL;
  SaigaAssessment *assessment = found != NULL ? found->assessment : NULL;
  const char *assessed_as = "not-assessed";

  _saiga_finding_set (finding, "taxon", taxon->name);
  if (found != NULL)
    {
      SaigaPairing pair;

      _saiga_pairing_init (&pair, found->list->alignments[side], taxon, found->taxon, NULL);
      assessed_as = find_assessed_as (found, &pair);
      _saiga_finding_set (finding, "name", found->taxon->name);
      _saiga_finding_set (finding, "name-class", _saiga_value_to_nick (SAIGA_TYPE_NAME_RELATION, pair.name));
      _saiga_finding_set (finding, "concept", _saiga_value_to_nick (SAIGA_TYPE_CONCEPT_RELATION, pair.concept));
    }
  if (assessment != NULL)
    {
      const SaigaAssessmentPossiblyExtinct extinct = saiga_assessment_get_possibly_extinct (assessment);

      _saiga_finding_set (finding, "assessment", _saiga_record_peek_id (SAIGA_RECORD (assessment)));
      _saiga_finding_take (finding, "category", print_category (found, assessed_as));
      _saiga_finding_set (finding, "version", saiga_assessment_get_criteria_version (assessment));
      _saiga_finding_set (finding, "criteria", saiga_assessment_get_criteria (assessment));
      if (get_year (assessment) > 0)
        _saiga_finding_take (finding, "year", g_strdup_printf ("%d", get_year (assessment)));
      _saiga_finding_set (finding, "possibly-extinct", extinct == SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT ? "PE" : extinct == SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_EXTINCT_IN_THE_WILD ? "PEW"
                                                                                                                                                                                      : "");
      if (saiga_assessment_get_latest (assessment) != SAIGA_TERNARY_YES)
        _saiga_finding_add (finding, "evidence", "newest-year");
      if (g_str_equal (assessed_as, "several"))
        add_extremes (finding, found, related);
    }
  _saiga_finding_set (finding, "assessed-as", assessed_as);
  _saiga_finding_take (finding, "recommendation", recommend (rows, row, assessed_as, assessment));
  g_list_store_append (findings, finding);
}

void
_saiga_rows_list_red_list (SaigaRows *rows,
                           gboolean one_sided,
                           GListStore *findings)
{
  const SaigaAssessed *assessed = get_assessed (rows);

  for (guint r = 0; r < rows->rows->len; r++)
    {
      const SaigaRow *row = _saiga_rows_get (rows, r);

      if (row->is_higher || _saiga_row_is_shared (row) == one_sided)
        continue;
      for (guint side = 0; side < 2; side++)
        for (guint i = 0; i < row->n_members[side]; i++)
          {
            const SaigaSideTaxon *taxon = _saiga_rows_get_members (rows, row, side)[i];
            g_autoptr(GArray) related = NULL;

            if (side == 1 && is_told_by_a (assessed, rows, row, taxon))
              continue;
            related = list_related (assessed, side, taxon);
            for (guint n = 0; n < MAX (related->len, 1); n++)
              add_finding (rows, row, side, taxon, related, n, findings);
          }
    }
}

void
_saiga_rows_list_findings (SaigaRows *self,
                           SaigaSnapshot *snapshot,
                           SaigaReviewAxis axis,
                           gboolean one_sided,
                           GListStore *findings)
{
  if (axis == SAIGA_REVIEW_AXIS_COHERENCE)
    _saiga_rows_list_coherence (self, one_sided, findings);
  else if (axis == SAIGA_REVIEW_AXIS_RED_LIST)
    _saiga_rows_list_red_list (self, one_sided, findings);
  else if (axis == SAIGA_REVIEW_AXIS_HARMONISATION)
    _saiga_rows_list_proposals (self, snapshot, one_sided, findings);
  _saiga_rows_decide_findings (self, snapshot, findings);
}
