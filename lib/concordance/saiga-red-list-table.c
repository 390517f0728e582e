/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <saiga/saiga-authority.h>
#include <saiga/saiga-error.h>
#include <saiga/saiga-taxon.h>

#include "saiga-red-list-table-private.h"
#include "saiga-value-private.h"

/**
 * SaigaRedListTable:
 *
 * Which category of the Red List each taxon had in which year, by group: what a
 * [class@RedListIndex] is made of.
 *
 * The index counts only genuine changes: those of the taxon's own lot, not of what is known of it.
 * A table by year, such as the Red List publishes for the index, is back-cast already: each
 * category is what the taxon should have had then, by what is known now, and all its changes count.
 * From assessments the table is back-cast here.
 *
 * A table is not to be changed while another thread uses it.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (SaigaRedListTable, saiga_red_list_table, G_TYPE_OBJECT)

static void
taxon_free (gpointer data)
{
  SaigaRedListTaxon *taxon = data;

  g_free (taxon->id);
  g_array_unref (taxon->entries);
  g_free (taxon);
}

static void
saiga_red_list_table_finalize (GObject *object)
{
  SaigaRedListTable *self = SAIGA_RED_LIST_TABLE (object);

  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->taxa);

  G_OBJECT_CLASS (saiga_red_list_table_parent_class)->finalize (object);
}

static void
saiga_red_list_table_class_init (SaigaRedListTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_red_list_table_finalize;
}

static void
saiga_red_list_table_init (SaigaRedListTable *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->taxa = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, taxon_free);
}

/**
 * saiga_red_list_table_new:
 *
 * Makes a table without taxa.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaRedListTable *
saiga_red_list_table_new (void)
{
  return g_object_new (SAIGA_TYPE_RED_LIST_TABLE, NULL);
}

/* ---- taxa */

static guint
find_group (SaigaRedListTable *self,
            const char *group)
{
  gpointer position;

  if (!g_hash_table_lookup_extended (self->positions, group, NULL, &position))
    {
      position = GUINT_TO_POINTER (self->groups->len);
      g_ptr_array_add (self->groups, g_strdup (group));
      g_hash_table_insert (self->positions, self->groups->pdata[GPOINTER_TO_UINT (position)], position);
    }

  return GPOINTER_TO_UINT (position);
}

static gboolean
check_line (const char *what,
            const char *text,
            GError **error)
{
  if (_saiga_line_is_valid (text, strlen (text)))
    return TRUE;

  _saiga_value_set_error (error, text, "is no %s: it is empty, has a blank at an end, or is not one line of text", what);

  return FALSE;
}

/* The taxon, new if it was not there. An error if it belongs to another group, or comes from another kind of source. */
static SaigaRedListTaxon *
find_taxon (SaigaRedListTable *self,
            const char *group,
            const char *id,
            gboolean is_assessed,
            GError **error)
{
  SaigaRedListTaxon *taxon;

  if (!check_line ("group", group, error) || !check_line ("taxon", id, error))
    return NULL;

  taxon = g_hash_table_lookup (self->taxa, id);
  if (taxon == NULL)
    {
      taxon = g_new (SaigaRedListTaxon, 1);
      taxon->id = g_strdup (id);
      taxon->group = find_group (self, group);
      taxon->is_assessed = is_assessed;
      taxon->entries = g_array_new (FALSE, FALSE, sizeof (SaigaRedListEntry));
      g_hash_table_insert (self->taxa, taxon->id, taxon);
    }
  else if (!g_str_equal (self->groups->pdata[taxon->group], group))
    {
      _saiga_value_set_error (error, id, "is in two groups, %s and %s", (char *) self->groups->pdata[taxon->group], group);
      return NULL;
    }
  else if (is_assessed || taxon->is_assessed)
    {
      _saiga_value_set_error (error, id, "is there already, and assessments of a taxon are added all at once");
      return NULL;
    }

  return taxon;
}

/* Keeps the entries in the order of years; most come in it. */
static gboolean
insert_entry (SaigaRedListTaxon *taxon,
              const SaigaRedListEntry *entry,
              GError **error)
{
  guint position = taxon->entries->len;

  while (position > 0 && g_array_index (taxon->entries, SaigaRedListEntry, position - 1).year >= entry->year)
    position--;
  if (position < taxon->entries->len && g_array_index (taxon->entries, SaigaRedListEntry, position).year == entry->year)
    {
      _saiga_value_set_error (error, taxon->id, "has two categories in %u", (guint) entry->year);
      return FALSE;
    }
  g_array_insert_val (taxon->entries, position, *entry);

  return TRUE;
}

/**
 * saiga_red_list_table_add:
 * @self: a table
 * @group: the group of the taxon, such as `Bird`
 * @taxon: what stands for the taxon, such as its number
 * @year: the year, from 1800 to 2999
 * @category: the category that the taxon had then, by what is known now
 * @possibly_extinct: whether it was, critically endangered, possibly extinct
 * @error: return location for an error
 *
 * Adds the category of a taxon in a year. All its changes count as genuine.
 *
 * A taxon for which a year is missing is not counted in that year.
 *
 * If group or taxon are not one line of text, the year is out of bounds, there is no category, the
 * taxon has a category in that year, or is in another group, [error@Saiga.Error.VALUE] is set.
 *
 * Returns: `TRUE` if it was added
 *
 * Since: 0.1
 */
gboolean
saiga_red_list_table_add (SaigaRedListTable *self,
                          const char *group,
                          const char *taxon,
                          guint year,
                          SaigaAssessmentCategory category,
                          SaigaAssessmentPossiblyExtinct possibly_extinct,
                          GError **error)
{
  SaigaRedListEntry entry = { year, category, possibly_extinct };
  SaigaRedListTaxon *found;

  g_return_val_if_fail (SAIGA_IS_RED_LIST_TABLE (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);
  g_return_val_if_fail (taxon != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (year < SAIGA_RED_LIST_FIRST_YEAR || year > SAIGA_RED_LIST_LAST_YEAR)
    {
      _saiga_value_set_error (error, taxon, "has a category in %u, which is no year from %d to %d", year,
                              SAIGA_RED_LIST_FIRST_YEAR, SAIGA_RED_LIST_LAST_YEAR);
      return FALSE;
    }
  if (category <= SAIGA_ASSESSMENT_CATEGORY_UNSET || category > SAIGA_ASSESSMENT_CATEGORY_NE)
    {
      _saiga_value_set_error (error, taxon, "has no category in %u", year);
      return FALSE;
    }

  found = find_taxon (self, group, taxon, FALSE, error);

  return found != NULL && insert_entry (found, &entry, error);
}

/* ---- assessments */

static int
compare_assessments (gconstpointer a,
                     gconstpointer b)
{
  SaigaAssessment *first = *(SaigaAssessment **) a;
  SaigaAssessment *second = *(SaigaAssessment **) b;
  const int x = saiga_date_get_latest_day (_saiga_assessment_get_date (first));
  const int y = saiga_date_get_latest_day (_saiga_assessment_get_date (second));

  if (saiga_date_get_year (_saiga_assessment_get_date (first)) != saiga_date_get_year (_saiga_assessment_get_date (second)))
    return saiga_date_get_year (_saiga_assessment_get_date (first)) - saiga_date_get_year (_saiga_assessment_get_date (second));
  if (x != y)
    return x < y ? -1 : 1;

  return g_strcmp0 (saiga_record_get_id (SAIGA_RECORD (first)), saiga_record_get_id (SAIGA_RECORD (second)));
}

/* What the assessment itself says; possibly extinct can only be what is critically endangered. */
static SaigaRedListEntry
entry_of (SaigaAssessment *assessment,
          SaigaAssessmentCategory category)
{
  const gboolean is_own = saiga_assessment_get_category (assessment) == category;

  return (SaigaRedListEntry){
    saiga_date_get_year (_saiga_assessment_get_date (assessment)), category,
    is_own ? saiga_assessment_get_possibly_extinct (assessment) : SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO
  };
}

static gboolean
is_same_category (const SaigaRedListEntry *a,
                  const SaigaRedListEntry *b)
{
  return a->category == b->category && a->possibly_extinct == b->possibly_extinct;
}

/* From the newest back: a category stands if the change that followed it was genuine, else it should have been that
 * of the next one. What an assessor says that it should have been comes first. */
static gboolean
add_back_cast (SaigaRedListTable *self,
               SaigaRedListTaxon *taxon,
               GPtrArray *assessments, /* by date */
               GError **error)
{
  SaigaRedListEntry next = { 0 };
  gboolean was_genuine = FALSE; /* the change to the next one */
  gboolean was_unknown = FALSE;

  for (guint i = assessments->len; i-- > 0;)
    {
      SaigaAssessment *assessment = assessments->pdata[i];
      const SaigaAssessmentCategory back_cast = saiga_assessment_get_back_cast_category (assessment);
      const SaigaAssessmentChangeReason reason = saiga_assessment_get_change_reason (assessment);
      const SaigaRedListEntry own = entry_of (assessment, saiga_assessment_get_category (assessment));
      SaigaRedListEntry entry = own;

      if (i + 1 < assessments->len && own.year == next.year)
        {
          /* Replaced within the year: of the two changes one may have been genuine. */
          was_genuine |= reason == SAIGA_ASSESSMENT_CHANGE_REASON_GENUINE;
          continue;
        }
      if (back_cast != SAIGA_ASSESSMENT_CATEGORY_UNSET)
        entry = entry_of (assessment, back_cast);
      else if (i + 1 < assessments->len && !was_genuine)
        {
          self->n_unexplained += was_unknown && !is_same_category (&own, &next);
          entry = next;
          entry.year = own.year;
        }
      if (!insert_entry (taxon, &entry, error))
        return FALSE;
      next = entry;
      was_genuine = reason == SAIGA_ASSESSMENT_CHANGE_REASON_GENUINE;
      was_unknown = reason == SAIGA_ASSESSMENT_CHANGE_REASON_UNKNOWN;
    }

  return TRUE;
}

/**
 * saiga_red_list_table_add_assessments:
 * @self: a table
 * @group: the group of the taxa
 * @assessments: a list of [class@Assessment], all of each taxon that is in it
 * @error: return location for an error
 *
 * Adds taxa with the categories of their assessments, so that only genuine changes count.
 *
 * The newest category stands. An older one stands if the change that followed it was genuine;
 * otherwise the taxon should have had the category of the next assessment then. Where an
 * assessment has a back-cast category, that is taken instead. The year is that of the publication,
 * or else of the assessment; of several in a year the last one counts. Between two years, and
 * before the first, the category is the one that is nearest in the past, or the first.
 *
 * Assessments without a category or a date are left out. Those of several regions are not to be
 * mixed. If a taxon is in the table already, [error@Saiga.Error.VALUE] is set; then some of the
 * others may have been added.
 *
 * The source is Butchart et al. 2007, *Improvements to the Red List Index*, PLoS ONE 2: e140.
 *
 * Returns: `TRUE` if they were added
 *
 * Since: 0.1
 */
gboolean
saiga_red_list_table_add_assessments (SaigaRedListTable *self,
                                      const char *group,
                                      GListModel *assessments,
                                      GError **error)
{
  g_autoptr(GHashTable) by_taxon = NULL;
  g_autoptr(GPtrArray) taxa = NULL; /* of GPtrArray, in the order of the list */

  g_return_val_if_fail (SAIGA_IS_RED_LIST_TABLE (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);
  g_return_val_if_fail (G_IS_LIST_MODEL (assessments), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  by_taxon = g_hash_table_new (g_str_hash, g_str_equal);
  taxa = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (assessments, i);
      SaigaAssessment *assessment = SAIGA_IS_ASSESSMENT (item) ? SAIGA_ASSESSMENT (item) : NULL;
      const char *taxon_id = assessment != NULL ? saiga_assessment_get_taxon_id (assessment) : NULL;
      GPtrArray *of_taxon;

      if (taxon_id == NULL || _saiga_assessment_get_date (assessment) == NULL ||
          saiga_assessment_get_category (assessment) == SAIGA_ASSESSMENT_CATEGORY_UNSET)
        continue;
      of_taxon = g_hash_table_lookup (by_taxon, taxon_id);
      if (of_taxon == NULL)
        {
          of_taxon = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (taxa, of_taxon);
          g_hash_table_insert (by_taxon, (gpointer) taxon_id, of_taxon);
        }
      g_ptr_array_add (of_taxon, g_object_ref (assessment));
    }

  for (guint i = 0; i < taxa->len; i++)
    {
      GPtrArray *of_taxon = taxa->pdata[i];
      SaigaRedListTaxon *taxon = find_taxon (self, group, saiga_assessment_get_taxon_id (of_taxon->pdata[0]), TRUE, error);

      g_ptr_array_sort (of_taxon, compare_assessments);
      if (taxon == NULL || !add_back_cast (self, taxon, of_taxon, error))
        return FALSE;
    }

  return TRUE;
}

/* The name of the class above a taxon, or of the highest taxon that is known. */
static const char *
find_class (SaigaSnapshot *snapshot,
            SaigaTaxon *taxon)
{
  for (guint depth = 0; depth < 100 && saiga_taxon_get_rank (taxon) != SAIGA_TAXON_RANK_CLASS; depth++)
    {
      const char *parent_id = saiga_taxon_get_parent_id (taxon);
      SaigaRecord *parent = parent_id != NULL ? saiga_snapshot_lookup (snapshot, parent_id) : NULL;

      if (!SAIGA_IS_TAXON (parent))
        break;
      taxon = SAIGA_TAXON (parent);
    }

  return saiga_taxon_get_name (taxon);
}

/**
 * saiga_red_list_table_new_from_snapshot:
 * @snapshot: the records
 * @authority_id: the id of the authority whose taxa were assessed
 * @area_id: (nullable): the id of a region, or `NULL` for global assessments
 * @error: return location for an error
 *
 * Makes a table of the assessments of species, with their classes as groups.
 *
 * [method@RedListTable.add_assessments] says what counts. Subspecies and populations are not
 * counted beside their species. A taxon without a class goes with the highest taxon that is known.
 *
 * If there is no such authority, [error@Saiga.Error.NOT_FOUND] is set.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
SaigaRedListTable *
saiga_red_list_table_new_from_snapshot (SaigaSnapshot *snapshot,
                                        const char *authority_id,
                                        const char *area_id,
                                        GError **error)
{
  g_autoptr(SaigaRedListTable) self = NULL;
  g_autoptr(GHashTable) groups = NULL;
  GListModel *assessments;
  GHashTableIter iter;
  gpointer group;
  gpointer list;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (authority_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!SAIGA_IS_AUTHORITY (saiga_snapshot_lookup (snapshot, authority_id)))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such authority", authority_id);
      return NULL;
    }

  self = saiga_red_list_table_new ();
  groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  assessments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_ASSESSMENT);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr(SaigaAssessment) assessment = g_list_model_get_item (assessments, i);
      const char *taxon_id = saiga_assessment_get_taxon_id (assessment);
      SaigaRecord *taxon = taxon_id != NULL ? saiga_snapshot_lookup (snapshot, taxon_id) : NULL;
      const char *name;

      if (!SAIGA_IS_TAXON (taxon) || saiga_taxon_get_rank (SAIGA_TAXON (taxon)) != SAIGA_TAXON_RANK_SPECIES ||
          g_strcmp0 (saiga_taxon_get_authority_id (SAIGA_TAXON (taxon)), authority_id) != 0 ||
          g_strcmp0 (saiga_assessment_get_area_id (assessment), area_id) != 0)
        continue;
      name = find_class (snapshot, SAIGA_TAXON (taxon));
      if (name == NULL)
        continue;
      list = g_hash_table_lookup (groups, name);
      if (list == NULL)
        {
          list = g_list_store_new (SAIGA_TYPE_ASSESSMENT);
          g_hash_table_insert (groups, (gpointer) name, list);
        }
      g_list_store_append (list, assessment);
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &group, &list))
    if (!saiga_red_list_table_add_assessments (self, group, list, error))
      return NULL;

  return g_steal_pointer (&self);
}

/* ---- what is there */

/**
 * saiga_red_list_table_list_groups:
 * @self: a table
 *
 * Lists the groups.
 *
 * Returns: (transfer full): their names, sorted
 *
 * Since: 0.1
 */
char **
saiga_red_list_table_list_groups (SaigaRedListTable *self)
{
  char **names;

  g_return_val_if_fail (SAIGA_IS_RED_LIST_TABLE (self), NULL);

  names = g_new0 (char *, self->groups->len + 1);
  for (guint i = 0; i < self->groups->len; i++)
    names[i] = g_strdup (self->groups->pdata[i]);
  qsort (names, self->groups->len, sizeof (char *), _saiga_compare_strings);

  return names;
}

/**
 * saiga_red_list_table_get_n_taxa:
 * @self: a table
 *
 * Gets how many taxa there are, counted or not.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_red_list_table_get_n_taxa (SaigaRedListTable *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_TABLE (self), 0);

  return g_hash_table_size (self->taxa);
}

/**
 * saiga_red_list_table_get_n_unexplained:
 * @self: a table
 *
 * Gets how many changes of category between assessments are not counted because nobody says
 * whether they were genuine.
 *
 * Returns: their number
 *
 * Since: 0.1
 */
guint
saiga_red_list_table_get_n_unexplained (SaigaRedListTable *self)
{
  g_return_val_if_fail (SAIGA_IS_RED_LIST_TABLE (self), 0);

  return self->n_unexplained;
}
