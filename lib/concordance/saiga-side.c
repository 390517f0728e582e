/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "saiga-side-private.h"
#include "saiga-value-private.h"

/* ---- kin */

static const struct
{
  SaigaTaxonRank rank;
  guint group;
} group_ranks[] = {
  { SAIGA_TAXON_RANK_CLASS, SAIGA_GROUP_CLASS },
  { SAIGA_TAXON_RANK_ORDER, SAIGA_GROUP_ORDER },
  { SAIGA_TAXON_RANK_FAMILY, SAIGA_GROUP_FAMILY },
};

static SaigaCode
find_code (const char *kingdom)
{
  static const char *const plants[] = { "Plantae", "Fungi", "Chromista", "Viridiplantae", "Archaeplastida" };

  if (kingdom == NULL)
    return SAIGA_CODE_UNKNOWN;
  if (g_ascii_strcasecmp (kingdom, "Animalia") == 0 || g_ascii_strcasecmp (kingdom, "Metazoa") == 0)
    return SAIGA_CODE_ANIMALS;
  for (gsize i = 0; i < G_N_ELEMENTS (plants); i++)
    if (g_ascii_strcasecmp (kingdom, plants[i]) == 0)
      return SAIGA_CODE_PLANTS;

  return SAIGA_CODE_UNKNOWN;
}

/* Those of the parent, unless it is one itself. Parents are of higher ranks, of which there
 * are few: the way up is short. */
static void
find_groups (SaigaSideTaxon *taxon)
{
  if (taxon->has_groups)
    return;
  taxon->has_groups = TRUE;
  if (taxon->parent != NULL)
    {
      find_groups (taxon->parent);
      taxon->kingdom = taxon->parent->kingdom;
      memcpy (taxon->groups, taxon->parent->groups, sizeof taxon->groups);
    }
  if (taxon->rank == SAIGA_TAXON_RANK_KINGDOM)
    taxon->kingdom = saiga_taxon_get_name (taxon->taxon);
  for (gsize i = 0; i < G_N_ELEMENTS (group_ranks); i++)
    if (taxon->rank == (guint) group_ranks[i].rank)
      taxon->groups[group_ranks[i].group] = saiga_taxon_get_name (taxon->taxon);
  taxon->code = find_code (taxon->kingdom);
}

/* A side that gives no family, order and class is kin to all; so is one that gives none
 * that the other gives too. */
gboolean
_saiga_side_taxa_are_kin (const SaigaSideTaxon *a,
                          const SaigaSideTaxon *b)
{
  gboolean is_comparable = FALSE;

  if (!_saiga_side_taxa_have_one_code (a, b))
    return FALSE;
  for (guint i = 0; i < SAIGA_N_GROUPS; i++)
    if (a->groups[i] != NULL && b->groups[i] != NULL)
      {
        if (g_ascii_strcasecmp (a->groups[i], b->groups[i]) == 0)
          return TRUE;
        is_comparable = TRUE;
      }

  return !is_comparable;
}

/* The class that a taxon belongs to, or its kingdom where it has no class. */
const char *
_saiga_side_taxon_get_group (const SaigaSideTaxon *self)
{
  return self->groups[SAIGA_GROUP_CLASS] != NULL ? self->groups[SAIGA_GROUP_CLASS] : self->kingdom;
}

gboolean
_saiga_side_taxon_is_above (const SaigaSideTaxon *self,
                            const SaigaSideTaxon *other)
{
  for (const SaigaSideTaxon *at = other->parent; at != NULL; at = at->parent)
    if (at == self)
      return TRUE;

  return FALSE;
}

/* ---- what covers a taxon */

const guint *
_saiga_side_get_used (const SaigaSide *self,
                      const SaigaSideTaxon *taxon,
                      guint *n_used)
{
  const SaigaFrameNode *at;

  *n_used = 0;
  if (self->law == NULL || taxon->node == SAIGA_NO_NODE)
    return NULL;
  at = _saiga_frame_get (&self->day, taxon->node);
  *n_used = at->n_used;

  return at->n_used > 0 ? &g_array_index (self->day.used, guint, at->first_used) : NULL;
}

/* The accepted lower taxon of a node that has an entry of its own and this last epithet. */
static gboolean
has_lower_entry (const SaigaSide *self,
                 guint node,
                 const char *epithet)
{
  for (guint below = node + 1; below < SAIGA_NODE (self->law, node)->end; below++)
    {
      const char *name = saiga_taxon_get_name (SAIGA_NODE (self->law, below)->taxon);
      const char *last = name != NULL ? strrchr (name, ' ') : NULL;

      if (last != NULL && g_str_equal (last + 1, epithet) && _saiga_frame_get (&self->day, below)->row.own != 0)
        return TRUE;
    }

  return FALSE;
}

/* Words that except nothing but subspecies which the Appendices list by name leave no
 * population out ("Except subspecies hemionus & khur", both of them in Appendix I). All other
 * words do, until a person has read them. */
static gboolean
is_limited (const SaigaSide *self,
            const SaigaPiece *piece)
{
  static const char prefix[] = "Except subspecies ";
  SaigaText *text = saiga_listing_get_scope_text (piece->listing);
  const char *words = text != NULL ? saiga_text_get_words (text, "en") : NULL;
  g_auto(GStrv) epithets = NULL;
  guint n = 0;

  if (!piece->is_limited || words == NULL || !g_str_has_prefix (words, prefix))
    return piece->is_limited;
  epithets = g_strsplit_set (words + strlen (prefix), " ,&", -1);
  for (guint i = 0; epithets[i] != NULL; i++)
    if (*epithets[i] != '\0' && !g_str_equal (epithets[i], "and"))
      {
        if (!has_lower_entry (self, piece->node, epithets[i]))
          return TRUE;
        n++;
      }

  return n == 0;
}

/* Whether the excepted areas of a piece all lie in those that the other pieces name. */
static gboolean
fills (const SaigaSide *self,
       const SaigaPiece *rest,
       const guint *used,
       guint n_used)
{
  const SaigaAreaSets *areas = self->law->areas;
  const guint64 *missing = _saiga_area_sets_peek (areas, rest->areas);

  for (guint w = 0; w < _saiga_area_sets_n_words (areas); w++)
    {
      guint64 left = missing[w];

      for (guint i = 0; i < n_used && left != 0; i++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (self->law, used[i]);
          const guint64 *named = _saiga_area_sets_peek (areas, piece->areas);

          if (!is_limited (self, piece))
            left &= piece->is_named ? ~named[w] : named[w];
        }
      if (left != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether the entries that cover a taxon leave no population out. Where it lives takes no
 * part: the answer must not change because a range is learnt. */
gboolean
_saiga_side_is_whole (const SaigaSide *self,
                      const SaigaSideTaxon *taxon)
{
  guint n_used;
  const guint *used = _saiga_side_get_used (self, taxon, &n_used);

  for (guint i = 0; i < n_used; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self->law, used[i]);

      if (!piece->is_named && !is_limited (self, piece) && fills (self, piece, used, n_used))
        return TRUE;
    }

  return FALSE;
}

static void
cover (SaigaSide *self,
       SaigaSideTaxon *taxon)
{
  const SaigaLawRow *row;

  taxon->coverage = SAIGA_COVERAGE_NONE;
  if (taxon->node == SAIGA_NO_NODE)
    return;
  row = &_saiga_frame_get (&self->day, taxon->node)->row;
  taxon->own = row->own;
  taxon->inherited = row->inherited;
  taxon->lower = row->aggregated;
  if ((taxon->own | taxon->inherited) == 0)
    taxon->coverage = row->outcome == SAIGA_STATUS_OUTCOME_LOWER      ? SAIGA_COVERAGE_PART
                      : row->outcome == SAIGA_STATUS_OUTCOME_FORMERLY ? SAIGA_COVERAGE_FORMER
                                                                      : SAIGA_COVERAGE_NONE;
  else if (!_saiga_side_is_whole (self, taxon))
    taxon->coverage = SAIGA_COVERAGE_POPULATION;
  else
    taxon->coverage = taxon->own != 0 ? SAIGA_COVERAGE_OWN : SAIGA_COVERAGE_HIGHER;
}

/* ---- names */

/* "CETACEA spp." and "Falconidae spp." stand for the taxon, "(s.l.)" says how it is meant;
 * letters are those of the taxon's own name. */
static const char *
printed_name (SaigaSide *self,
              const SaigaSideTaxon *taxon)
{
  const char *name = saiga_taxon_get_name (taxon->taxon);
  const SaigaNode *node;

  if (taxon->node == SAIGA_NO_NODE)
    return name;
  node = SAIGA_NODE (self->law, taxon->node);
  for (guint i = 0; i < node->n_pieces; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (self->law, node->first_piece + i);
      const char *listed_as = saiga_listing_get_listed_as (piece->listing);
      gsize length;

      if (!_saiga_piece_stands (piece, self->day.question.day) || listed_as == NULL)
        continue;
      length = strcspn (listed_as, "(");
      if (length == strlen (listed_as) && g_str_has_suffix (listed_as, " spp."))
        length -= strlen (" spp.");
      while (length > 0 && listed_as[length - 1] == ' ')
        length--;
      if (length == 0 || (strlen (name) == length && g_ascii_strncasecmp (name, listed_as, length) == 0))
        return name;

      return g_string_chunk_insert_len (self->printed, listed_as, length);
    }

  return name;
}

/* ---- the side */

/* Of what is not accepted, only a species that has an accepted lower taxon which an entry
 * reaches. */
static gboolean
is_taken (const SaigaSide *self,
          SaigaTaxon *taxon,
          guint node)
{
  if (saiga_taxon_get_name (taxon) == NULL || saiga_taxon_get_rank (taxon) == SAIGA_TAXON_RANK_UNSET)
    return FALSE;
  if (saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_ACCEPTED)
    return TRUE;
  if (node == SAIGA_NO_NODE || saiga_taxon_get_rank (taxon) != SAIGA_TAXON_RANK_SPECIES)
    return FALSE;
  for (guint below = node + 1; below < SAIGA_NODE (self->law, node)->end; below++)
    if (SAIGA_NODE (self->law, below)->is_accepted && _saiga_frame_get (&self->day, below)->n_used > 0)
      return TRUE;

  return FALSE;
}

static void
read_taxa (SaigaSide *self,
           SaigaSnapshot *snapshot)
{
  const char *authority_id = _saiga_record_peek_id (SAIGA_RECORD (self->authority));
  GArray *taxa = g_array_new (FALSE, FALSE, sizeof (SaigaSideTaxon));
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaSideTaxon taxon = { .taxon = SAIGA_TAXON (record), .node = SAIGA_NO_NODE };

      if (g_strcmp0 (saiga_taxon_get_authority_id (taxon.taxon), authority_id) != 0)
        continue;
      if (self->law != NULL)
        taxon.node = _saiga_book_find (self->law, _saiga_record_peek_id (record));
      if (!is_taken (self, taxon.taxon, taxon.node))
        continue;
      taxon.rank = saiga_taxon_get_rank (taxon.taxon);
      taxon.name = printed_name (self, &taxon);
      taxon.position = taxa->len;
      g_array_append_val (taxa, taxon);
    }

  self->n_taxa = taxa->len;
  self->taxa = (SaigaSideTaxon *) g_array_free (taxa, FALSE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_taxa; i++)
    g_hash_table_insert (self->by_id, (gpointer) _saiga_side_taxon_get_id (&self->taxa[i]), &self->taxa[i]);
}

/* A lower taxon of no species stands for itself. */
static SaigaSideTaxon *
find_species (SaigaSideTaxon *taxon)
{
  if (taxon->rank < SAIGA_TAXON_RANK_SPECIES)
    return NULL;
  for (SaigaSideTaxon *at = taxon; at != NULL; at = at->parent)
    if (at->rank == SAIGA_TAXON_RANK_SPECIES)
      return at;

  return taxon;
}

static void
read_law (SaigaSide *self,
          SaigaSnapshot *snapshot,
          int day)
{
  const char *instrument_id = saiga_authority_get_instrument_ids (self->authority)[0];
  SaigaRecord *instrument = instrument_id != NULL ? saiga_snapshot_lookup (snapshot, instrument_id) : NULL;

  if (!SAIGA_IS_INSTRUMENT (instrument))
    {
      self->codes = g_new0 (char *, 1);
      return;
    }
  self->instrument = SAIGA_INSTRUMENT (instrument);
  self->law = _saiga_book_new (snapshot, self->instrument, FALSE, day);
  _saiga_frame_init_all (&self->day, &(SaigaQuestion){ self->law, day, FALSE, SAIGA_ANY_AREA });
  _saiga_frame_compute (&self->day);
  self->codes = g_strdupv (self->law->codes);
}

static void
find_segregates (SaigaSide *self)
{
  GPtrArray *segregates = g_ptr_array_new ();

  for (guint i = 0; i < self->n_taxa; i++)
    if (self->taxa[i].species == &self->taxa[i] && saiga_taxon_get_former_id (self->taxa[i].taxon) != NULL)
      g_ptr_array_add (segregates, &self->taxa[i]);
  self->n_segregates = segregates->len;
  self->segregates = (SaigaSideTaxon **) g_ptr_array_free (segregates, FALSE);
}

/* The snapshot outlives the side. */
SaigaSide *
_saiga_side_new (SaigaSnapshot *snapshot,
                 SaigaAuthority *authority,
                 int day)
{
  SaigaSide *self = g_new0 (SaigaSide, 1);

  self->authority = authority;
  self->printed = g_string_chunk_new (256);
  read_law (self, snapshot, day);
  read_taxa (self, snapshot);
  for (guint i = 0; i < self->n_taxa; i++)
    {
      SaigaSideTaxon *taxon = &self->taxa[i];
      const char *parent = saiga_taxon_get_parent_id (taxon->taxon);

      /* Of the day, where the list dates its parents. */
      if (taxon->node != SAIGA_NO_NODE && SAIGA_NODE (self->law, taxon->node)->parent != SAIGA_NO_NODE)
        parent = _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (self->law, SAIGA_NODE (self->law, taxon->node)->parent)->taxon));
      taxon->parent = parent != NULL ? g_hash_table_lookup (self->by_id, parent) : NULL;
      /* A parent of the same or a lower rank is a mistake, and might lead round in a circle. */
      if (taxon->parent != NULL && taxon->parent->rank >= taxon->rank)
        taxon->parent = NULL;
    }
  for (guint i = 0; i < self->n_taxa; i++)
    {
      find_groups (&self->taxa[i]);
      self->taxa[i].species = find_species (&self->taxa[i]);
      cover (self, &self->taxa[i]);
    }
  find_segregates (self);

  return self;
}

void
_saiga_side_free (SaigaSide *self)
{
  g_strfreev (self->codes);
  if (self->law != NULL)
    {
      _saiga_frame_clear (&self->day);
      _saiga_book_free (self->law);
    }
  g_free (self->taxa);
  g_free (self->segregates);
  g_hash_table_unref (self->by_id);
  g_string_chunk_free (self->printed);
  g_free (self);
}

/* How people call the list. */
const char *
_saiga_side_get_nick (const SaigaSide *self)
{
  const char *abbreviation = saiga_authority_get_abbreviation (self->authority);

  return abbreviation != NULL ? abbreviation : _saiga_record_peek_id (SAIGA_RECORD (self->authority));
}

/* Where it lives or may live. FALSE if nothing is recorded of its range. */
gboolean
_saiga_side_taxon_add_range (const SaigaSideTaxon *self,
                             GHashTable *areas)
{
  SaigaRange *range = saiga_taxon_get_range (self->taxon);

  for (guint i = 0; range != NULL && i < saiga_range_get_n_areas (range); i++)
    if (_saiga_range_tags_are_live (saiga_range_get_area_tags (range, i)))
      g_hash_table_add (areas, (gpointer) saiga_range_get_area (range, i));

  return range != NULL;
}

/* In the order of the ids. */
GStrv
_saiga_areas_to_strv (GHashTable *areas)
{
  guint n;
  g_autofree gpointer *sorted = g_hash_table_get_keys_as_array (areas, &n);

  qsort (sorted, n, sizeof (gpointer), _saiga_compare_strings);

  return g_strdupv ((char **) sorted);
}

/* "BW NA ZA": what has no code is told by its id. */
char *
_saiga_print_area_codes (SaigaSnapshot *snapshot,
                         const char *const *area_ids)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();

  for (; *area_ids != NULL; area_ids++)
    {
      SaigaRecord *area = saiga_snapshot_lookup (snapshot, *area_ids);
      const char *code = SAIGA_IS_AREA (area) ? saiga_area_get_iso2 (SAIGA_AREA (area)) : NULL;

      g_ptr_array_add (codes, (gpointer) (code != NULL ? code : *area_ids));
    }
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (" ", (char **) codes->pdata);
}

/* What the list says it split the taxon off from; NULL if nothing, or none of its taxa. */
const SaigaSideTaxon *
_saiga_side_find_former (const SaigaSide *self,
                         const SaigaSideTaxon *taxon)
{
  const char *former_id = saiga_taxon_get_former_id (taxon->taxon);

  return former_id != NULL ? g_hash_table_lookup (self->by_id, former_id) : NULL;
}

/* The bit of a code; 0 if the convention has no such Appendix. */
guint32
_saiga_side_find_appendix (const SaigaSide *self,
                           const char *code)
{
  for (guint i = 0; self->codes[i] != NULL && i < 32; i++)
    if (g_str_equal (self->codes[i], code))
      return 1u << i;

  return 0;
}

/* The codes, joined by a slash; NULL for none. */
char *
_saiga_side_print_appendices (const SaigaSide *self,
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
