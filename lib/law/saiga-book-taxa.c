/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-book-private.h"

/* The taxa of an instrument as a tree in which what is below a taxon follows it. */

/* ---- whose taxa */

static gboolean
serves (SaigaAuthority *authority,
        const char *instrument_id)
{
  return g_strv_contains (saiga_authority_get_instrument_ids (authority), instrument_id);
}

/* The authorities that serve the instrument; if there are none, those of the one above. */
static GHashTable *
find_authorities (SaigaBook *self)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *authorities = saiga_snapshot_get_records (self->snapshot, SAIGA_TYPE_AUTHORITY);
  SaigaRecord *at = SAIGA_RECORD (self->instrument);

  for (guint depth = 0; depth < 8 && SAIGA_IS_INSTRUMENT (at) && g_hash_table_size (found) == 0; depth++)
    {
      const char *parent_id = saiga_instrument_get_parent_id (SAIGA_INSTRUMENT (at));
      int horizon = -1;

      for (guint i = 0; i < g_list_model_get_n_items (authorities); i++)
        {
          g_autoptr(SaigaAuthority) authority = g_list_model_get_item (authorities, i);

          if (!serves (authority, _saiga_record_peek_id (at)))
            continue;
          g_hash_table_add (found, (gpointer) _saiga_record_peek_id (SAIGA_RECORD (authority)));
          if (saiga_authority_get_date (authority) != NULL)
            horizon = MAX (horizon, saiga_date_get_earliest_day (saiga_authority_get_date (authority)));
        }
      if (horizon >= 0)
        self->horizon = horizon;
      at = parent_id != NULL ? saiga_snapshot_lookup (self->snapshot, parent_id) : NULL;
    }

  return found;
}

/* ---- the tree */

/* The parent on a day, and between which days it is this one. */
static const char *
find_parent (SaigaBook *self,
             SaigaTaxon *taxon,
             int day)
{
  GListModel *placements = saiga_taxon_get_placements (taxon);
  const char *parent_id = saiga_taxon_get_parent_id (taxon);

  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr(SaigaPlacement) placement = g_list_model_get_item (placements, i);
      SaigaDate *from = saiga_placement_get_valid_from (placement);
      SaigaDate *until = saiga_placement_get_valid_until (placement);
      int start = from != NULL ? saiga_date_get_earliest_day (from) : G_MININT;
      int end = until != NULL ? saiga_date_get_earliest_day (until) : SAIGA_FOREVER;

      if (start <= day && day < end)
        {
          /* The parts live as long as the taxon. */
          parent_id = saiga_placement_get_parent_id (placement);
          self->tree_from = MAX (self->tree_from, start);
          self->tree_to = MIN (self->tree_to, end);
        }
      else if (end <= day)
        self->tree_from = MAX (self->tree_from, end);
      else
        self->tree_to = MIN (self->tree_to, start);
    }

  return parent_id;
}

static GPtrArray *
collect_taxa (SaigaBook *self,
              GHashTable *authorities)
{
  GPtrArray *taxa = g_ptr_array_new ();
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      const char *authority_id = saiga_taxon_get_authority_id (SAIGA_TAXON (record));

      if (authority_id != NULL && g_hash_table_contains (authorities, authority_id))
        {
          g_ptr_array_add (taxa, record);
          g_hash_table_insert (self->by_taxon, (gpointer) _saiga_record_peek_id (record), GUINT_TO_POINTER (taxa->len));
        }
    }

  return taxa;
}

/* The children of each taxon as chains through two arrays, in id order. */
typedef struct
{
  GPtrArray *taxa;
  guint *parent;
  guint *first;
  guint *next;
  gboolean *is_placed;
} Tree;

typedef struct
{
  guint taxon;
  guint node;
} Step;

static void
tree_link (SaigaBook *self,
           Tree *tree,
           int day)
{
  for (guint i = tree->taxa->len; i > 0; i--)
    {
      SaigaTaxon *taxon = tree->taxa->pdata[i - 1];
      const char *parent_id = find_parent (self, taxon, day);
      guint parent = parent_id != NULL ? _saiga_book_find (self, parent_id) : SAIGA_NO_NODE;

      tree->parent[i - 1] = parent;
      if (parent != SAIGA_NO_NODE)
        {
          tree->next[i - 1] = tree->first[parent];
          tree->first[parent] = i - 1;
        }
    }
}

static void
add_node (SaigaBook *self,
          SaigaTaxon *taxon,
          guint parent)
{
  SaigaNode node = { .taxon = taxon, .parent = parent, .range = SAIGA_NO_SET };

  node.depth = parent != SAIGA_NO_NODE ? SAIGA_NODE (self, parent)->depth + 1 : 0;
  node.end = self->nodes->len + 1;
  node.migratory = saiga_taxon_get_migratory (taxon);
  node.is_accepted = saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_ACCEPTED;
  node.is_species = saiga_taxon_get_rank (taxon) >= SAIGA_TAXON_RANK_SPECIES;
  if (parent != SAIGA_NO_NODE && node.is_accepted)
    SAIGA_NODE (self, parent)->has_accepted_child = TRUE;
  g_array_append_val (self->nodes, node);
}

/* Places a taxon and all below it, without recursion: trees may be deep. A circle of
 * parents is cut where it was entered. */
static void
tree_place (SaigaBook *self,
            Tree *tree,
            guint root)
{
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (Step));
  Step step = { root, self->nodes->len };

  tree->is_placed[root] = TRUE;
  add_node (self, tree->taxa->pdata[root], SAIGA_NO_NODE);
  g_array_append_val (path, step);
  while (path->len > 0)
    {
      const Step top = g_array_index (path, Step, path->len - 1);
      const guint child = tree->first[top.taxon];

      if (child == SAIGA_NO_NODE)
        {
          SAIGA_NODE (self, top.node)->end = self->nodes->len;
          g_array_set_size (path, path->len - 1);
          continue;
        }
      tree->first[top.taxon] = tree->next[child];
      if (tree->is_placed[child])
        continue;

      step = (Step){ child, self->nodes->len };
      tree->is_placed[child] = TRUE;
      add_node (self, tree->taxa->pdata[child], top.node);
      g_array_append_val (path, step);
    }
}

void
_saiga_book_read_taxa (SaigaBook *self,
                       int day)
{
  g_autoptr(GHashTable) authorities = find_authorities (self);
  g_autoptr(GPtrArray) taxa = collect_taxa (self, authorities);
  g_autofree guint *numbers = g_new (guint, taxa->len * 3);
  g_autofree gboolean *is_placed = g_new0 (gboolean, taxa->len);
  Tree tree = { taxa, numbers, numbers + taxa->len, numbers + 2 * taxa->len, is_placed };

  self->tree_from = G_MININT;
  self->tree_to = SAIGA_FOREVER;
  for (guint i = 0; i < taxa->len * 3; i++)
    numbers[i] = SAIGA_NO_NODE;
  tree_link (self, &tree, day);
  for (guint i = 0; i < taxa->len; i++)
    if (tree.parent[i] == SAIGA_NO_NODE)
      tree_place (self, &tree, i);
  for (guint i = 0; i < taxa->len; i++)
    if (!is_placed[i])
      tree_place (self, &tree, i);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      SaigaTaxon *taxon = SAIGA_NODE (self, i)->taxon;
      SaigaRange *range = saiga_taxon_get_range (taxon);

      g_hash_table_insert (self->by_taxon, (gpointer) _saiga_record_peek_id (SAIGA_RECORD (taxon)), GUINT_TO_POINTER (i + 1));
      for (guint n = 0; range != NULL && n < saiga_range_get_n_areas (range); n++)
        _saiga_area_sets_add_area (self->areas, saiga_range_get_area (range, n));
    }
}

/* ---- ranges */

/* A scope divides living wild populations: those that people brought, or that are gone,
 * do not count. */
static gboolean
counts (SaigaRangeTags tags)
{
  if ((tags & (SAIGA_RANGE_TAGS_NATIVE | SAIGA_RANGE_TAGS_REINTRODUCED)) != 0)
    return TRUE;
  if ((tags & (SAIGA_RANGE_TAGS_INTRODUCED | SAIGA_RANGE_TAGS_POSSIBLY_INTRODUCED | SAIGA_RANGE_TAGS_EXTINCT)) != 0)
    return FALSE;

  return (tags & (SAIGA_RANGE_TAGS_UNCERTAIN | SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT)) != 0;
}

void
_saiga_book_read_ranges (SaigaBook *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SaigaNode *node = SAIGA_NODE (self, i);
      SaigaRange *range = saiga_taxon_get_range (node->taxon);

      for (guint n = 0; range != NULL && n < saiga_range_get_n_areas (range); n++)
        if (counts (saiga_range_get_area_tags (range, n)))
          {
            if (node->range == SAIGA_NO_SET)
              node->range = _saiga_area_sets_add (self->areas);
            _saiga_area_sets_insert (self->areas, node->range, _saiga_area_sets_find (self->areas, saiga_range_get_area (range, n)));
          }

      if (node->range == SAIGA_NO_SET && range == NULL && node->parent != SAIGA_NO_NODE && saiga_taxon_get_rank (node->taxon) > SAIGA_TAXON_RANK_SPECIES &&
          SAIGA_NODE (self, node->parent)->is_species && SAIGA_NODE (self, node->parent)->range != SAIGA_NO_SET)
        {
          node->range = SAIGA_NODE (self, node->parent)->range;
          node->has_parents_range = TRUE;
        }
    }
}
