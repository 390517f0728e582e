/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-pair-private.h"

/**
 * SaigaConcordancePair:
 *
 * Two taxa of two lists side by side: how their names and their concepts are related, and
 * why. One of the two may be missing, where the other has no partner.
 *
 * Since: 0.1
 */
struct _SaigaConcordancePair
{
  GObject parent_instance;

  SaigaPairData data;
};

G_DEFINE_FINAL_TYPE (SaigaConcordancePair, saiga_concordance_pair, G_TYPE_OBJECT)

static void
pair_data_clear (SaigaPairData *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_object (&self->taxa[side]);
      g_clear_pointer (&self->names[side], g_free);
      g_clear_pointer (&self->appendices[side], g_free);
    }
  g_clear_pointer (&self->row_key, g_free);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
}

static void
saiga_concordance_pair_finalize (GObject *object)
{
  pair_data_clear (&SAIGA_CONCORDANCE_PAIR (object)->data);

  G_OBJECT_CLASS (saiga_concordance_pair_parent_class)->finalize (object);
}

static void
saiga_concordance_pair_class_init (SaigaConcordancePairClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_pair_finalize;
}

static void
saiga_concordance_pair_init (SaigaConcordancePair *self)
{
  self->data.reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
}

/* Takes what it is given. */
SaigaConcordancePair *
_saiga_concordance_pair_new_take (const SaigaPairData *data)
{
  SaigaConcordancePair *self = g_object_new (SAIGA_TYPE_CONCORDANCE_PAIR, NULL);

  pair_data_clear (&self->data);
  self->data = *data;

  return self;
}

/**
 * saiga_concordance_pair_get_taxon_a:
 * @self: a pair
 *
 * Gets the taxon of the first list.
 *
 * Returns: (transfer none) (nullable): the taxon, or `NULL` if that side is empty
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_concordance_pair_get_taxon_a (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.taxa[0];
}

/**
 * saiga_concordance_pair_get_name_a:
 * @self: a pair
 *
 * Gets the name that the first list has for it on the day, as its Appendices print it.
 *
 * Returns: (nullable): the name, or `NULL` if that side is empty
 *
 * Since: 0.1
 */
const char *
saiga_concordance_pair_get_name_a (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.names[0];
}

/**
 * saiga_concordance_pair_get_appendices_a:
 * @self: a pair
 *
 * Gets the Appendices of the first convention: of its taxon, or if that side is empty, of the row.
 *
 * Returns: (nullable): the codes joined by a slash, such as `I/II`, or `NULL` for none
 *
 * Since: 0.1
 */
const char *
saiga_concordance_pair_get_appendices_a (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.appendices[0];
}

/**
 * saiga_concordance_pair_get_taxon_b:
 * @self: a pair
 *
 * Gets the taxon of the second list.
 *
 * Returns: (transfer none) (nullable): the taxon, or `NULL` if that side is empty
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_concordance_pair_get_taxon_b (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.taxa[1];
}

/**
 * saiga_concordance_pair_get_name_b:
 * @self: a pair
 *
 * Gets the name that the second list has for it on the day, as its Appendices print it.
 *
 * Returns: (nullable): the name, or `NULL` if that side is empty
 *
 * Since: 0.1
 */
const char *
saiga_concordance_pair_get_name_b (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.names[1];
}

/**
 * saiga_concordance_pair_get_appendices_b:
 * @self: a pair
 *
 * Gets the Appendices of the second convention: of its taxon, or if that side is empty, of the row.
 *
 * Returns: (nullable): the codes joined by a slash, such as `I/II`, or `NULL` for none
 *
 * Since: 0.1
 */
const char *
saiga_concordance_pair_get_appendices_b (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.appendices[1];
}

/**
 * saiga_concordance_pair_get_name_relation:
 * @self: a pair
 *
 * Gets how the two names are related.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
SaigaNameRelation
saiga_concordance_pair_get_name_relation (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_NAME_RELATION_NONE);

  return (SaigaNameRelation) self->data.name;
}

/**
 * saiga_concordance_pair_get_name_certainty:
 * @self: a pair
 *
 * Gets how sure the relation of the names is.
 *
 * Returns: the certainty
 *
 * Since: 0.1
 */
SaigaConcordanceCertainty
saiga_concordance_pair_get_name_certainty (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_CONCORDANCE_CERTAINTY_OPEN);

  return (SaigaConcordanceCertainty) self->data.name_certainty;
}

/**
 * saiga_concordance_pair_get_concept_relation:
 * @self: a pair
 *
 * Gets how the two taxa are related as concepts.
 *
 * Returns: the relation; unset if one side is empty
 *
 * Since: 0.1
 */
SaigaConceptRelation
saiga_concordance_pair_get_concept_relation (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_CONCEPT_RELATION_UNSET);

  return (SaigaConceptRelation) self->data.concept;
}

/**
 * saiga_concordance_pair_get_concept_certainty:
 * @self: a pair
 *
 * Gets how sure the relation of the concepts is.
 *
 * Returns: the certainty
 *
 * Since: 0.1
 */
SaigaConcordanceCertainty
saiga_concordance_pair_get_concept_certainty (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_CONCORDANCE_CERTAINTY_OPEN);

  return (SaigaConcordanceCertainty) self->data.concept_certainty;
}

/**
 * saiga_concordance_pair_get_computed_name_relation:
 * @self: a pair
 *
 * Gets how the names are related before any review.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
SaigaNameRelation
saiga_concordance_pair_get_computed_name_relation (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_NAME_RELATION_NONE);

  return (SaigaNameRelation) self->data.computed_name;
}

/**
 * saiga_concordance_pair_get_computed_concept_relation:
 * @self: a pair
 *
 * Gets how the concepts are related before any review.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
SaigaConceptRelation
saiga_concordance_pair_get_computed_concept_relation (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_CONCEPT_RELATION_UNSET);

  return (SaigaConceptRelation) self->data.computed_concept;
}

/**
 * saiga_concordance_pair_get_row_key:
 * @self: a pair
 *
 * Gets the key of the row that the pair belongs to.
 *
 * Returns: (nullable): the key, or `NULL` if its taxa are in no row
 *
 * Since: 0.1
 */
const char *
saiga_concordance_pair_get_row_key (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return self->data.row_key;
}

/**
 * saiga_concordance_pair_get_listing_relation:
 * @self: a pair
 *
 * Gets how the two conventions' listings stand to each other in that row.
 *
 * Returns: the relation; neither without a row
 *
 * Since: 0.1
 */
SaigaListingRelation
saiga_concordance_pair_get_listing_relation (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), SAIGA_LISTING_RELATION_NEITHER);

  return (SaigaListingRelation) self->data.relation;
}

/**
 * saiga_concordance_pair_get_n_reasons:
 * @self: a pair
 *
 * Gets how many reasons there are.
 *
 * Returns: the number of reasons
 *
 * Since: 0.1
 */
guint
saiga_concordance_pair_get_n_reasons (SaigaConcordancePair *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), 0);

  return self->data.reasons->len;
}

/**
 * saiga_concordance_pair_get_reason:
 * @self: a pair
 * @position: the position of the reason
 *
 * Gets why the pair is related as it is: first of the names, then of the concepts.
 *
 * Returns: (transfer none) (nullable): the reason, or `NULL` beyond the last one
 *
 * Since: 0.1
 */
SaigaReason *
saiga_concordance_pair_get_reason (SaigaConcordancePair *self,
                                   guint position)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_PAIR (self), NULL);

  return position < self->data.reasons->len ? self->data.reasons->pdata[position] : NULL;
}
