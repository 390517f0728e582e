/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-side-private.h"

/* ---- names to taxa */

struct _SaigaNameTable
{
  GHashTable *entries; /* name → SaigaNameEntry */
  GPtrArray *blocks;   /* of the entries */
  guint n_in_block;
};

#define BLOCK 1024

static guint
hash_name (gconstpointer name)
{
  guint hash = 5381;

  for (const char *c = name; *c != '\0'; c++)
    hash = hash * 33 + ((guchar) *c | 0x20); /* also folds some signs, which only makes them meet */

  return hash;
}

static gboolean
equal_names (gconstpointer name,
             gconstpointer other)
{
  return g_ascii_strcasecmp (name, other) == 0;
}

static SaigaNameTable *
name_table_new (void)
{
  SaigaNameTable *self = g_new (SaigaNameTable, 1);

  self->entries = g_hash_table_new (hash_name, equal_names);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->n_in_block = BLOCK;

  return self;
}

static void
name_table_free (SaigaNameTable *self)
{
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* The name lives as long as the table. */
static void
name_table_add (SaigaNameTable *self,
                const char *name,
                SaigaSideTaxon *taxon)
{
  SaigaNameEntry *first = g_hash_table_lookup (self->entries, name);
  SaigaNameEntry *entry;

  for (entry = first; entry != NULL; entry = entry->next)
    if (entry->taxon == taxon)
      return;

  if (self->n_in_block == BLOCK)
    {
      g_ptr_array_add (self->blocks, g_new (SaigaNameEntry, BLOCK));
      self->n_in_block = 0;
    }
  entry = (SaigaNameEntry *) self->blocks->pdata[self->blocks->len - 1] + self->n_in_block++;
  entry->taxon = taxon;
  entry->next = first != NULL ? first->next : NULL;
  if (first != NULL)
    first->next = entry;
  else
    g_hash_table_insert (self->entries, (gpointer) name, entry);
}

const SaigaNameEntry *
_saiga_name_table_lookup (SaigaNameTable *self,
                          const char *name)
{
  return g_hash_table_lookup (self->entries, name);
}

/* ---- what covers a taxon */

/* The taxon of the nearest listing above, and whether some listing is without limits in
 * words. */
static SaigaSideTaxon *
find_from (SaigaSide *self,
           const SaigaSideTaxon *taxon,
           gboolean *has_plain)
{
  const SaigaFrameNode *at = _saiga_frame_get (&self->day, taxon->node);
  const SaigaPiece *nearest = NULL;

  *has_plain = FALSE;
  for (guint i = 0; i < at->n_used; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self->law, g_array_index (self->day.used, guint, at->first_used + i));

      *has_plain |= !piece->is_limited;
      if (piece->node != taxon->node && (nearest == NULL || SAIGA_NODE (self->law, piece->node)->depth > SAIGA_NODE (self->law, nearest->node)->depth))
        nearest = piece;
    }

  return nearest != NULL ? g_hash_table_lookup (self->by_id, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (self->law, nearest->node)->taxon))) : NULL;
}

static void
cover (SaigaSide *self,
       SaigaSideTaxon *taxon)
{
  const SaigaLawRow *row = &_saiga_frame_get (&self->day, taxon->node)->row;
  gboolean has_plain;
  gboolean whole;

  taxon->own = row->own;
  taxon->inherited = row->inherited;
  taxon->from = find_from (self, taxon, &has_plain);
  whole = has_plain && (row->is_incomplete & SAIGA_GAP_AREAS) == 0;
  if (taxon->inherited != 0 && taxon->from == NULL)
    taxon->from = taxon->parent != NULL ? taxon->parent : taxon;
  if (taxon->own != 0 || taxon->inherited != 0)
    taxon->coverage = !whole ? SAIGA_COVERAGE_POPULATION : taxon->own != 0 ? SAIGA_COVERAGE_OWN
                                                                           : SAIGA_COVERAGE_HIGHER;
  for (SaigaSideTaxon *higher = taxon->parent; higher != NULL; higher = higher->parent)
    higher->lower |= taxon->own;
}

/* Those of the parent, unless it is one itself. */
static void
find_groups (SaigaSideTaxon *taxon)
{
  SaigaTaxonRank rank = taxon->rank;

  if (taxon->has_groups)
    return;
  taxon->has_groups = TRUE;
  if (taxon->parent != NULL)
    {
      find_groups (taxon->parent);
      taxon->kingdom = taxon->parent->kingdom;
      taxon->klass = taxon->parent->klass;
    }
  if (rank == SAIGA_TAXON_RANK_KINGDOM)
    taxon->kingdom = saiga_taxon_get_name (taxon->taxon);
  else if (rank == SAIGA_TAXON_RANK_CLASS)
    taxon->klass = saiga_taxon_get_name (taxon->taxon);
}

/* ---- names */

/* "CETACEA spp." and "Falconidae spp." stand for the taxon, "(s.l.)" says how it is meant. */
static const char *
printed_name (SaigaSide *self,
              const SaigaSideTaxon *taxon)
{
  const SaigaNode *node = SAIGA_NODE (self->law, taxon->node);
  const int day = self->day.question.day;

  for (guint i = 0; i < node->n_pieces; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self->law, node->first_piece + i);
      const char *listed_as = saiga_listing_get_listed_as (piece->listing);

      if (piece->from <= day && day < piece->to && piece->carry != SAIGA_CARRY_CARRIED && listed_as != NULL &&
          strstr (listed_as, "spp.") == NULL && strchr (listed_as, '(') == NULL)
        return listed_as;
    }

  return saiga_taxon_get_name (taxon->taxon);
}

static void
index_names (SaigaSide *self,
             SaigaSideTaxon *taxon)
{
  SaigaPartList *synonyms = _saiga_field_get_pointer (saiga_field_lookup (SAIGA_TYPE_TAXON, "synonyms"), SAIGA_RECORD (taxon->taxon));

  name_table_add (self->by_name, saiga_taxon_get_name (taxon->taxon), taxon);
  if (!g_str_equal (taxon->name, saiga_taxon_get_name (taxon->taxon)))
    name_table_add (self->by_synonym, taxon->name, taxon);
  for (guint i = 0; synonyms != NULL && i < synonyms->len; i++)
    {
      SaigaSynonym *synonym = (SaigaSynonym *) synonyms->pdata[i];

      if (saiga_synonym_get_name (synonym) != NULL && saiga_synonym_get_kind (synonym) != SAIGA_SYNONYM_KIND_MISAPPLIED)
        name_table_add (self->by_synonym, saiga_synonym_get_name (synonym), taxon);
    }
}

/* ---- the side */

static void
read_taxa (SaigaSide *self,
           SaigaSnapshot *snapshot)
{
  const char *authority_id = _saiga_record_peek_id (SAIGA_RECORD (self->authority));
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      const char *id = _saiga_record_peek_id (record);
      SaigaSideTaxon taxon = { 0 };

      if (g_strcmp0 (saiga_taxon_get_authority_id (SAIGA_TAXON (record)), authority_id) != 0 || saiga_taxon_get_name (SAIGA_TAXON (record)) == NULL ||
          saiga_taxon_get_name_kind (SAIGA_TAXON (record)) != SAIGA_TAXON_NAME_KIND_ACCEPTED)
        continue;
      taxon.taxon = SAIGA_TAXON (record);
      taxon.rank = saiga_taxon_get_rank (taxon.taxon);
      taxon.node = _saiga_book_find (self->law, id);
      taxon.name = printed_name (self, &taxon);
      taxon.coverage = SAIGA_COVERAGE_NONE;
      taxon.position = self->taxa->len;
      g_array_append_val (self->taxa, taxon);
    }

  for (guint i = 0; i < self->taxa->len; i++)
    {
      SaigaSideTaxon *taxon = _saiga_side_get_taxon (self, i);

      g_hash_table_insert (self->by_id, (gpointer) _saiga_record_peek_id (SAIGA_RECORD (taxon->taxon)), taxon);
    }
}

SaigaSide *
_saiga_side_new (SaigaSnapshot *snapshot,
                 SaigaAuthority *authority,
                 int day,
                 GError **error)
{
  g_autoptr(SaigaSide) self = NULL;
  const char *instrument_id = saiga_authority_get_instrument_ids (authority)[0];
  SaigaRecord *instrument;
  GListModel *appendices;
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  instrument = instrument_id != NULL ? saiga_snapshot_lookup (snapshot, instrument_id) : NULL;
  if (!SAIGA_IS_INSTRUMENT (instrument))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no instrument whose listings use its taxa",
                   _saiga_record_peek_id (SAIGA_RECORD (authority)));
      return NULL;
    }

  self = g_new0 (SaigaSide, 1);
  self->authority = authority;
  self->instrument = SAIGA_INSTRUMENT (instrument);
  self->law = _saiga_book_new (snapshot, self->instrument, FALSE, day);
  _saiga_frame_init_all (&self->day, &(SaigaQuestion){ self->law, day, FALSE, SAIGA_ANY_AREA });
  _saiga_frame_compute (&self->day);
  self->taxa = g_array_sized_new (FALSE, FALSE, sizeof (SaigaSideTaxon), g_list_model_get_n_items (saiga_snapshot_get_records (snapshot, SAIGA_TYPE_TAXON)));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = name_table_new ();
  self->by_synonym = name_table_new ();

  appendices = saiga_instrument_get_appendices (self->instrument);
  for (guint i = 0; i < g_list_model_get_n_items (appendices); i++)
    {
      g_autoptr(SaigaAppendix) appendix = g_list_model_get_item (appendices, i);

      g_strv_builder_add (codes, saiga_appendix_get_code (appendix));
    }
  self->codes = g_strv_builder_end (codes);

  read_taxa (self, snapshot);
  for (guint i = 0; i < self->taxa->len; i++)
    {
      SaigaSideTaxon *taxon = _saiga_side_get_taxon (self, i);
      const char *parent = saiga_taxon_get_parent_id (taxon->taxon);

      taxon->parent = parent != NULL ? g_hash_table_lookup (self->by_id, parent) : NULL;
      /* A parent of the same or a lower rank is a mistake, and might lead round in a circle. */
      if (taxon->parent != NULL && taxon->parent->rank >= taxon->rank)
        taxon->parent = NULL;
    }
  for (guint i = 0; i < self->taxa->len; i++)
    find_groups (_saiga_side_get_taxon (self, i));
  for (guint i = 0; i < self->taxa->len; i++)
    {
      cover (self, _saiga_side_get_taxon (self, i));
      index_names (self, _saiga_side_get_taxon (self, i));
    }
  for (guint i = 0; i < self->taxa->len; i++)
    {
      SaigaSideTaxon *taxon = _saiga_side_get_taxon (self, i);

      if (taxon->coverage == SAIGA_COVERAGE_NONE && taxon->lower != 0)
        taxon->coverage = SAIGA_COVERAGE_PART;
    }

  return g_steal_pointer (&self);
}

void
_saiga_side_free (SaigaSide *self)
{
  g_clear_pointer (&self->codes, g_strfreev);
  _saiga_frame_clear (&self->day);
  g_clear_pointer (&self->law, _saiga_book_free);
  g_clear_pointer (&self->taxa, g_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_name, name_table_free);
  g_clear_pointer (&self->by_synonym, name_table_free);
  g_free (self);
}

SaigaSideTaxon *
_saiga_side_get_taxon (SaigaSide *self,
                       guint position)
{
  return &g_array_index (self->taxa, SaigaSideTaxon, position);
}

gboolean
_saiga_side_taxon_is_species (const SaigaSideTaxon *self)
{
  return self->rank == SAIGA_TAXON_RANK_SPECIES;
}

gboolean
_saiga_side_taxon_is_higher (const SaigaSideTaxon *self)
{
  return self->rank < SAIGA_TAXON_RANK_SPECIES;
}

/* The taxon with the same name and rank in the same kingdom, of this side. */
SaigaSideTaxon *
_saiga_side_find_same (SaigaSide *self,
                       const SaigaSideTaxon *other)
{
  for (const SaigaNameEntry *entry = _saiga_name_table_lookup (self->by_name, saiga_taxon_get_name (other->taxon)); entry != NULL; entry = entry->next)
    if (entry->taxon->rank == other->rank &&
        g_strcmp0 (entry->taxon->kingdom, other->kingdom) == 0)
      return entry->taxon;

  return NULL;
}

/* The codes, joined by a slash; NULL for none. */
char *
_saiga_side_print_appendices (SaigaSide *self,
                              guint32 appendices)
{
  GString *text = NULL;

  for (guint i = 0; self->codes[i] != NULL && i < 32; i++)
    if ((appendices & (1u << i)) != 0)
      {
        if (text == NULL)
          text = g_string_new (self->codes[i]);
        else
          g_string_append_printf (text, "/%s", self->codes[i]);
      }

  return text != NULL ? g_string_free (text, FALSE) : NULL;
}
