/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-row-private.h"

/**
 * SaigaConcordanceRow:
 *
 * What two conventions list that belongs together: one species or several that names
 * connect, or one higher taxon; with both conventions' Appendices and the reasons.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceRow
{
  GObject parent_instance;

  char *key;
  SaigaTaxonRank rank;
  char *group;
  SaigaRowSide a;
  SaigaRowSide b;
  gboolean is_conditional;
  gboolean has_same_name;
  GPtrArray *reasons; /* of SaigaReason */
};

G_DEFINE_FINAL_TYPE (SaigaConcordanceRow, saiga_concordance_row, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaCoverage, saiga_coverage,
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_OWN, "own"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_HIGHER, "higher"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_POPULATION, "population"),
                    G_DEFINE_ENUM_VALUE (SAIGA_COVERAGE_PART, "part"))

G_DEFINE_ENUM_TYPE (SaigaListingRelation, saiga_listing_relation,
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_NEITHER, "neither"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_BOTH_HIGHER, "both-higher"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_BOTH_PART, "both-part"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_ONLY_A, "only-a"),
                    G_DEFINE_ENUM_VALUE (SAIGA_LISTING_RELATION_ONLY_B, "only-b"))
/* clang-format on */

static void
row_side_clear (SaigaRowSide *self)
{
  g_clear_object (&self->taxa);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->appendices, g_free);
}

static void
saiga_concordance_row_finalize (GObject *object)
{
  SaigaConcordanceRow *self = SAIGA_CONCORDANCE_ROW (object);

  g_free (self->key);
  g_free (self->group);
  row_side_clear (&self->a);
  row_side_clear (&self->b);
  g_ptr_array_unref (self->reasons);

  G_OBJECT_CLASS (saiga_concordance_row_parent_class)->finalize (object);
}

static void
saiga_concordance_row_class_init (SaigaConcordanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_row_finalize;
}

static void
saiga_concordance_row_init (SaigaConcordanceRow *self)
{
  self->a.taxa = g_list_store_new (SAIGA_TYPE_TAXON);
  self->b.taxa = g_list_store_new (SAIGA_TYPE_TAXON);
  self->a.names = g_new0 (char *, 1);
  self->b.names = g_new0 (char *, 1);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
}

SaigaListingRelation
_saiga_listing_relation (SaigaCoverage a,
                         SaigaCoverage b)
{
  if (a == SAIGA_COVERAGE_NONE)
    return b == SAIGA_COVERAGE_NONE ? SAIGA_LISTING_RELATION_NEITHER : SAIGA_LISTING_RELATION_ONLY_B;
  if (b == SAIGA_COVERAGE_NONE)
    return SAIGA_LISTING_RELATION_ONLY_A;
  if (a >= SAIGA_COVERAGE_POPULATION || b >= SAIGA_COVERAGE_POPULATION)
    return SAIGA_LISTING_RELATION_BOTH_PART;
  if (a == SAIGA_COVERAGE_HIGHER || b == SAIGA_COVERAGE_HIGHER)
    return SAIGA_LISTING_RELATION_BOTH_HIGHER;

  return SAIGA_LISTING_RELATION_BOTH;
}

SaigaConcordanceRow *
_saiga_concordance_row_new_take (const char *key,
                                 SaigaTaxonRank rank,
                                 const char *group,
                                 SaigaRowSide a,
                                 SaigaRowSide b,
                                 gboolean is_conditional,
                                 gboolean has_same_name,
                                 GPtrArray *reasons)
{
  SaigaConcordanceRow *self = g_object_new (SAIGA_TYPE_CONCORDANCE_ROW, NULL);

  row_side_clear (&self->a);
  row_side_clear (&self->b);
  g_ptr_array_unref (self->reasons);
  self->key = g_strdup (key);
  self->rank = rank;
  self->group = g_strdup (group);
  self->a = a;
  self->b = b;
  self->is_conditional = is_conditional;
  self->has_same_name = has_same_name;
  self->reasons = reasons;

  return self;
}

/**
 * saiga_concordance_row_get_key:
 * @self: a row
 *
 * Gets the id of the taxon that gives the row its name: the first of the first list,
 * else of the second.
 *
 * Returns: (nullable): the id
 *
 * Since: 0.1
 */
const char *
saiga_concordance_row_get_key (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return self->key;
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

  return self->rank;
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

  return self->group;
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

  return G_LIST_MODEL (self->a.taxa);
}

/**
 * saiga_concordance_row_get_names_a:
 * @self: a row
 *
 * Gets the names of the taxa of the first list, as its Appendices print them.
 *
 * Returns: (transfer none): the names, in the order of the taxa
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_names_a (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->a.names;
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

  return self->a.appendices;
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

  return self->a.coverage;
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

  return G_LIST_MODEL (self->b.taxa);
}

/**
 * saiga_concordance_row_get_names_b:
 * @self: a row
 *
 * Gets the names of the taxa of the second list, as its Appendices print them.
 *
 * Returns: (transfer none): the names, in the order of the taxa
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_row_get_names_b (SaigaConcordanceRow *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_ROW (self), NULL);

  return (const char *const *) self->b.names;
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

  return self->b.appendices;
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

  return self->b.coverage;
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

  return _saiga_listing_relation (self->a.coverage, self->b.coverage);
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

  return self->is_conditional;
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

  return self->has_same_name;
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

  return self->reasons->len;
}

/**
 * saiga_concordance_row_get_reason:
 * @self: a row
 * @position: the position of the reason
 *
 * Gets why the row is as it is: what connects the names, and which entries list the taxa.
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

  return position < self->reasons->len ? self->reasons->pdata[position] : NULL;
}
