/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-row-private.h"

/**
 * SaigaConcordanceRow:
 *
 * What two conventions list that belongs together: one species or several whose concepts
 * have something in common, or one higher taxon; with both conventions' Appendices, how the
 * listings stand to each other, and the reasons. How its taxa are related one by one is told
 * by its pairs.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceRow
{
  GObject parent_instance;

  SaigaRowData data;
};

G_DEFINE_FINAL_TYPE (SaigaConcordanceRow, saiga_concordance_row, G_TYPE_OBJECT)

static void
row_data_clear (SaigaRowData *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_object (&self->sides[side].taxa);
      g_clear_pointer (&self->sides[side].names, g_strfreev);
      g_clear_pointer (&self->sides[side].appendices, g_free);
      g_clear_pointer (&self->sides[side].range, g_strfreev);
    }
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_object (&self->pairs);
  g_clear_object (&self->decisions);
  g_clear_pointer (&self->red_list, g_free);
  g_clear_pointer (&self->see_also, g_strfreev);
  g_clear_pointer (&self->candidates, g_strfreev);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
}

static void
saiga_concordance_row_finalize (GObject *object)
{
  row_data_clear (&SAIGA_CONCORDANCE_ROW (object)->data);

  G_OBJECT_CLASS (saiga_concordance_row_parent_class)->finalize (object);
}

static void
saiga_concordance_row_class_init (SaigaConcordanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_row_finalize;
}

/* One that g_object_new () makes has nothing in it, and can be asked nevertheless. */
static void
saiga_concordance_row_init (SaigaConcordanceRow *self)
{
  for (guint side = 0; side < 2; side++)
    {
      self->data.sides[side].taxa = g_list_store_new (SAIGA_TYPE_TAXON);
      self->data.sides[side].names = g_new0 (char *, 1);
      self->data.sides[side].range = g_new0 (char *, 1);
    }
  self->data.pairs = g_list_store_new (SAIGA_TYPE_CONCORDANCE_PAIR);
  self->data.see_also = g_new0 (char *, 1);
  self->data.candidates = g_new0 (char *, 1);
  self->data.decisions = g_list_store_new (SAIGA_TYPE_CONCORDANCE_REVIEW);
  self->data.reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
}

/* Takes what it is given. */
SaigaConcordanceRow *
_saiga_concordance_row_new_take (const SaigaRowData *data)
{
  SaigaConcordanceRow *self = g_object_new (SAIGA_TYPE_CONCORDANCE_ROW, NULL);

  row_data_clear (&self->data);
  self->data = *data;

  return self;
}

/**
 * saiga_concordance_row_get_key:
 * @self: a row
 *
 * Gets the id of the taxon that gives the row its name: the first of the first list, else
 * of the second.
 *
 * Returns: (nullable): the id
 *
 * Since: 0.1
 */
const char *
saiga_concordance_row_get_key (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return self->data.key;
}

/**
 * saiga_concordance_row_get_rank:
 * @self: a row
 *
 * Gets the rank of the taxa: species, or that of the higher taxon that is listed.
 *
 * Returns: the rank
 *
 * Since: 0.1
 */
SaigaTaxonRank
saiga_concordance_row_get_rank (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), SAIGA_TAXON_RANK_UNSET);

  return (SaigaTaxonRank) self->data.rank;
}

/**
 * saiga_concordance_row_get_group:
 * @self: a row
 *
 * Gets the class that the taxa belong to, or their kingdom where they have no class.
 *
 * Returns: (nullable): the scientific name of the class or kingdom
 *
 * Since: 0.1
 */
const char *
saiga_concordance_row_get_group (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return self->data.group;
}

/**
 * saiga_concordance_row_get_shape:
 * @self: a row
 *
 * Gets how many species there are on each side.
 *
 * Returns: the shape
 *
 * Since: 0.1
 */
SaigaRowShape
saiga_concordance_row_get_shape (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), SAIGA_ROW_SHAPE_ONE_SIDED);

  return (SaigaRowShape) self->data.shape;
}

/**
 * saiga_concordance_row_get_taxa_a:
 * @self: a row
 *
 * Gets the taxa of the first list.
 *
 * Returns: (transfer none): a list of [class@Taxon], empty if the list does not know the taxon
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_row_get_taxa_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return G_LIST_MODEL (self->data.sides[0].taxa);
}

/**
 * saiga_concordance_row_get_names_a:
 * @self: a row
 *
 * Gets the names of the taxa of the first list, as its Appendices print them on the day.
 *
 * Returns: (transfer none): the names, in the order of the taxa
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_names_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->data.sides[0].names;
}

/**
 * saiga_concordance_row_get_appendices_a:
 * @self: a row
 *
 * Gets the Appendices of the first convention in which anything of the row is listed.
 *
 * Returns: (nullable): the codes in the order of the convention, joined by a slash, such
 *   as `I/II`, or `NULL` for none
 *
 * Since: 0.1
 */
const char *
saiga_concordance_row_get_appendices_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return self->data.sides[0].appendices;
}

/**
 * saiga_concordance_row_get_coverage_a:
 * @self: a row
 *
 * Gets how the first convention lists the taxa.
 *
 * Returns: the coverage
 *
 * Since: 0.1
 */
SaigaCoverage
saiga_concordance_row_get_coverage_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), SAIGA_COVERAGE_NONE);

  return (SaigaCoverage) self->data.sides[0].coverage;
}

/**
 * saiga_concordance_row_is_named_a:
 * @self: a row
 *
 * Checks whether an entry of the first convention names one of its taxa in the row, rather than a
 * taxon above or below them.
 *
 * Returns: `TRUE` if one does
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_row_is_named_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), FALSE);

  return self->data.sides[0].is_named != 0;
}

/**
 * saiga_concordance_row_get_range_a:
 * @self: a row
 *
 * Gets where the taxa of the first list live or may live, as far as it is recorded: not where
 * they were introduced, or are gone.
 *
 * Returns: (transfer none): the ids of the areas, sorted
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_range_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->data.sides[0].range;
}

/**
 * saiga_concordance_row_get_taxa_b:
 * @self: a row
 *
 * Gets the taxa of the second list.
 *
 * Returns: (transfer none): a list of [class@Taxon], empty if the list does not know the taxon
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_row_get_taxa_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return G_LIST_MODEL (self->data.sides[1].taxa);
}

/**
 * saiga_concordance_row_get_names_b:
 * @self: a row
 *
 * Gets the names of the taxa of the second list, as its Appendices print them on the day.
 *
 * Returns: (transfer none): the names, in the order of the taxa
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_names_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->data.sides[1].names;
}

/**
 * saiga_concordance_row_get_appendices_b:
 * @self: a row
 *
 * Gets the Appendices of the second convention in which anything of the row is listed.
 *
 * Returns: (nullable): the codes in the order of the convention, joined by a slash, such
 *   as `I/II`, or `NULL` for none
 *
 * Since: 0.1
 */
const char *
saiga_concordance_row_get_appendices_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return self->data.sides[1].appendices;
}

/**
 * saiga_concordance_row_get_coverage_b:
 * @self: a row
 *
 * Gets how the second convention lists the taxa.
 *
 * Returns: the coverage
 *
 * Since: 0.1
 */
SaigaCoverage
saiga_concordance_row_get_coverage_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), SAIGA_COVERAGE_NONE);

  return (SaigaCoverage) self->data.sides[1].coverage;
}

/**
 * saiga_concordance_row_is_named_b:
 * @self: a row
 *
 * Checks whether an entry of the second convention names one of its taxa in the row, rather than a
 * taxon above or below them.
 *
 * Returns: `TRUE` if one does
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_row_is_named_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), FALSE);

  return self->data.sides[1].is_named != 0;
}

/**
 * saiga_concordance_row_get_range_b:
 * @self: a row
 *
 * Gets where the taxa of the second list live or may live, as far as it is recorded: not where
 * they were introduced, or are gone.
 *
 * Returns: (transfer none): the ids of the areas, sorted
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_range_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->data.sides[1].range;
}

/**
 * saiga_concordance_row_get_listing_relation:
 * @self: a row
 *
 * Gets how the two conventions' listings stand to each other.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
SaigaListingRelation
saiga_concordance_row_get_listing_relation (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), SAIGA_LISTING_RELATION_NEITHER);

  return (SaigaListingRelation) self->data.relation;
}

/**
 * saiga_concordance_row_get_certainty:
 * @self: a row
 *
 * Gets how sure that relation is.
 *
 * Returns: the certainty
 *
 * Since: 0.1
 */
SaigaConcordanceCertainty
saiga_concordance_row_get_certainty (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), SAIGA_CONCORDANCE_CERTAINTY_OPEN);

  return (SaigaConcordanceCertainty) self->data.certainty;
}

/**
 * saiga_concordance_row_is_conditional:
 * @self: a row
 *
 * Checks whether one convention lists the taxon only if it takes it up: its own list
 * does not know the taxon, but a higher taxon that it belongs to is listed.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_row_is_conditional (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), FALSE);

  return self->data.certainty == SAIGA_CONCORDANCE_CERTAINTY_CONDITIONAL;
}

/**
 * saiga_concordance_row_has_same_name:
 * @self: a row
 *
 * Checks whether both lists have one taxon in the row, under the same name.
 *
 * Returns: `TRUE` if they have
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_row_has_same_name (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), FALSE);

  return self->data.has_same_name;
}

/**
 * saiga_concordance_row_get_pairs:
 * @self: a row
 *
 * Gets how the taxa are related one by one: related species, lower taxa with entries of
 * their own, and whatever has no partner.
 *
 * Returns: (transfer none): a list of [class@ConcordancePair]; each taxon occurs at least once
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_row_get_pairs (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return G_LIST_MODEL (self->data.pairs);
}

/**
 * saiga_concordance_row_get_red_list:
 * @self: a row
 *
 * Gets what the Red List says of the species of the row, as far as assessments are recorded.
 *
 * Of several species, or of one that the Red List divides, each category is given once, the
 * gravest first. Of a wider, overlapping or unknown concept the name assessed stands beside the
 * category: `cr, assessed as Saiga tatarica (wider)`. The findings on the Red List tell more.
 *
 * Returns: (nullable): nicks of [enum@AssessmentCategory], parted by a semicolon, or `NULL` if
 *   nothing is assessed
 *
 * Since: 0.1
 */
const char *
saiga_concordance_row_get_red_list (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return self->data.red_list;
}

/**
 * saiga_concordance_row_get_decisions:
 * @self: a row
 *
 * Gets the reviews that decide how the row is listed, and how its pairs are related, as they
 * stand now.
 *
 * Returns: (transfer none): a list of [class@ConcordanceReview]
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_row_get_decisions (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return G_LIST_MODEL (self->data.decisions);
}

/**
 * saiga_concordance_row_get_see_also:
 * @self: a row
 *
 * Gets the rows of taxa that were split off, or that these were split off from, and of a
 * higher taxon those of the taxa above it.
 *
 * Returns: (transfer none): the keys of the rows
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_see_also (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->data.see_also;
}

/**
 * saiga_concordance_row_get_candidates:
 * @self: a row
 *
 * Gets taxa of the other list that a person should look at: their names are like those of
 * the row, or they may once have been part of its species.
 *
 * Returns: (transfer none): the ids of the taxa
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_candidates (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->data.candidates;
}

/**
 * saiga_concordance_row_get_n_reasons:
 * @self: a row
 *
 * Gets how many reasons there are.
 *
 * Returns: the number of reasons
 *
 * Since: 0.1
 */
guint
saiga_concordance_row_get_n_reasons (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), 0);

  return self->data.reasons->len;
}

/**
 * saiga_concordance_row_get_reason:
 * @self: a row
 * @position: the position of the reason
 *
 * Gets why the row is as it is: which entries list its taxa, what was split off from what, and
 * how the Appendices print the names. What connects the names is told by the pairs.
 *
 * Returns: (transfer none) (nullable): the reason, or `NULL` beyond the last one
 *
 * Since: 0.1
 */
SaigaReason *
saiga_concordance_row_get_reason (SaigaConcordanceRow *self,
                                  guint position)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return position < self->data.reasons->len ? self->data.reasons->pdata[position] : NULL;
}
