/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-match-private.h"

/* Which species of two lists belong together. */

guint
_saiga_match_find_root (SaigaMatch *self,
                        guint at)
{
  while (self->parents[at] != at)
    {
      self->parents[at] = self->parents[self->parents[at]];
      at = self->parents[at];
    }

  return at;
}

static void
connect_taxa (SaigaMatch *self,
              const SaigaSideTaxon *a,
              const SaigaSideTaxon *b,
              SaigaMatchReason reason,
              const char *name)
{
  const SaigaMatchEdge edge = { a->position, b->position, reason, name };

  g_array_append_val (self->edges, edge);
  self->parents[_saiga_match_find_root (self, a->position)] = _saiga_match_find_root (self, self->a->taxa->len + b->position);
}

/* Two species of one name are one only in one kingdom and class: names are reused elsewhere. */
static gboolean
is_kin (const SaigaSideTaxon *a,
        const SaigaSideTaxon *b)
{
  return (a->kingdom == NULL || b->kingdom == NULL || g_str_equal (a->kingdom, b->kingdom)) &&
         (a->klass == NULL || b->klass == NULL || g_str_equal (a->klass, b->klass));
}

/* The species of a side that a name stands for: one, or none where it is not clear. */
static SaigaSideTaxon *
find_species (SaigaNameTable *names,
              const char *name,
              const SaigaSideTaxon *kin)
{
  SaigaSideTaxon *found = NULL;

  for (const SaigaNameEntry *entry = _saiga_name_table_lookup (names, name); entry != NULL; entry = entry->next)
    if (_saiga_side_taxon_is_species (entry->taxon) && is_kin (entry->taxon, kin))
      {
        if (found != NULL)
          return NULL;
        found = entry->taxon;
      }

  return found;
}

/* Connects one species of side a. Names that the other side accepts for a species of its
 * own are kept apart by it: a synonym does not join them. */
static void
connect_species (SaigaMatch *self,
                 SaigaSideTaxon *taxon)
{
  const char *name = saiga_taxon_get_name (taxon->taxon);
  const char *former = saiga_taxon_get_former_id (taxon->taxon);
  GListModel *synonyms = saiga_taxon_get_synonyms (taxon->taxon);
  guint n = g_list_model_get_n_items (synonyms);
  SaigaSideTaxon *other = find_species (self->b->by_name, name, taxon);
  gboolean connected = other != NULL;

  if (other != NULL)
    connect_taxa (self, taxon, other, SAIGA_MATCH_SAME_NAME, name);

  if (!connected && (other = find_species (self->b->by_synonym, name, taxon)) != NULL)
    {
      connect_taxa (self, taxon, other, SAIGA_MATCH_SYNONYM_IN_B, name);
      connected = TRUE;
    }
  if (!g_str_equal (taxon->name, name) && (other = find_species (self->b->by_name, taxon->name, taxon)) != NULL)
    {
      connect_taxa (self, taxon, other, SAIGA_MATCH_SYNONYM_IN_A, taxon->name);
      connected = TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SaigaSynonym) synonym = g_list_model_get_item (synonyms, i);
      const char *old = saiga_synonym_get_name (synonym);

      if (old == NULL || find_species (self->a->by_name, old, taxon) != NULL || saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_PRO_PARTE ||
          saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_MISAPPLIED)
        continue;
      if ((other = find_species (self->b->by_name, old, taxon)) != NULL)
        {
          connect_taxa (self, taxon, other, SAIGA_MATCH_SYNONYM_IN_A, old);
          connected = TRUE;
        }
      else if (!connected && (other = find_species (self->b->by_synonym, old, taxon)) != NULL)
        {
          connect_taxa (self, taxon, other, SAIGA_MATCH_SHARED_SYNONYM, old);
          connected = TRUE;
        }
    }

  if (!connected && former != NULL)
    {
      SaigaSideTaxon *from = g_hash_table_lookup (self->a->by_id, former);

      if (from != NULL && !_saiga_side_taxon_is_species (from))
        from = from->parent;
      other = from != NULL ? find_species (self->b->by_name, saiga_taxon_get_name (from->taxon), taxon) : NULL;
      if (other != NULL)
        connect_taxa (self, taxon, other, SAIGA_MATCH_SEGREGATE, saiga_taxon_get_name (from->taxon));
    }
}

void
_saiga_match_init (SaigaMatch *self,
                   SaigaSide *a,
                   SaigaSide *b)
{
  guint n = a->taxa->len + b->taxa->len;

  *self = (SaigaMatch){ a, b, g_new (guint, n), g_array_new (FALSE, FALSE, sizeof (SaigaMatchEdge)) };
  for (guint i = 0; i < n; i++)
    self->parents[i] = i;
  for (guint i = 0; i < a->taxa->len; i++)
    if (_saiga_side_taxon_is_species (_saiga_side_get_taxon (a, i)))
      connect_species (self, _saiga_side_get_taxon (a, i));
}

void
_saiga_match_clear (SaigaMatch *self)
{
  g_free (self->parents);
  g_array_unref (self->edges);
}
