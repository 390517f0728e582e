/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-concordance-row-private.h"
#include "saiga-reason-private.h"
#include "saiga-side-private.h"

/**
 * SaigaConcordance:
 *
 * Two conventions' lists side by side on a date, as a list of [class@ConcordanceRow].
 *
 * Species belong to one row if both lists have them under one name, if one list has the
 * name of the other as a synonym or former name, if both have a synonym in common, or if
 * one list says that it split a species off which the other does not know. A species that
 * a list does not know is looked for through its higher taxa, and then marked as
 * conditional. A higher taxon that is listed has a row of its own.
 *
 * The Appendices are those of the entries in force. Which country has which Appendix, and
 * how the concepts behind the names relate, is not decided here.
 *
 * Since: 0.1
 */
struct _SaigaConcordance
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  SaigaDate *date;
  SaigaAuthority *authority_a;
  SaigaAuthority *authority_b;
  gboolean is_after_horizon;
  GPtrArray *rows; /* of SaigaConcordanceRow */
};

typedef enum
{
  SAME_NAME,
  SYNONYM_IN_A,
  SYNONYM_IN_B,
  SHARED_SYNONYM,
  SEGREGATE,
  PLACED,
  OWN,
  INHERITED,
  PART,
} ReasonCode;

static const SaigaReasonKind reason_kinds[] = {
  [SAME_NAME] = { "same-name", N_ ("Both lists have the name %1.") },
  [SYNONYM_IN_A] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SYNONYM_IN_B] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SHARED_SYNONYM] = { "shared-synonym", N_ ("Both lists have %1 as a synonym.") },
  [SEGREGATE] = { "segregate", N_ ("%1 has %2 split off from %3.") },
  [PLACED] = { "placed", N_ ("%1 does not know %2; it would belong to %3.") },
  [OWN] = { "own", N_ ("%1 lists %2 in Appendix %3.") },
  [INHERITED] = { "inherited", N_ ("%1 lists %2 in Appendix %3 through %4.") },
  [PART] = { "part", N_ ("%1 lists only a part of %2, in Appendix %3.") },
};

/* ---- the list model */

static GType
saiga_concordance_get_item_type (GListModel *model)
{
  return SAIGA_TYPE_CONCORDANCE_ROW;
}

static guint
saiga_concordance_get_n_items (GListModel *model)
{
  return SAIGA_CONCORDANCE (model)->rows->len;
}

static gpointer
saiga_concordance_get_item (GListModel *model,
                            guint position)
{
  SaigaConcordance *self = SAIGA_CONCORDANCE (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
saiga_concordance_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = saiga_concordance_get_item_type;
  iface->get_n_items = saiga_concordance_get_n_items;
  iface->get_item = saiga_concordance_get_item;
}

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (SaigaConcordance, saiga_concordance, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, saiga_concordance_iface_init))
/* clang-format on */

static void
saiga_concordance_finalize (GObject *object)
{
  SaigaConcordance *self = SAIGA_CONCORDANCE (object);

  g_clear_object (&self->snapshot);
  g_clear_object (&self->authority_a);
  g_clear_object (&self->authority_b);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (saiga_concordance_parent_class)->finalize (object);
}

static void
saiga_concordance_class_init (SaigaConcordanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_finalize;
}

static void
saiga_concordance_init (SaigaConcordance *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- which species belong together */

/* Why two species belong together; reasons are made only for rows that are shown. */
typedef struct
{
  guint a; /* positions */
  guint b;
  ReasonCode code;
  const char *name; /* the synonym */
} Edge;

typedef struct
{
  SaigaSide *a;
  SaigaSide *b;
  guint *parents; /* union-find over the taxa of a, then those of b */
  GArray *edges;
} Match;

static guint
find_root (Match *self,
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
connect_taxa (Match *self,
              const SaigaSideTaxon *a,
              const SaigaSideTaxon *b,
              ReasonCode code,
              const char *name)
{
  const Edge edge = { a->position, b->position, code, name };

  g_array_append_val (self->edges, edge);
  self->parents[find_root (self, a->position)] = find_root (self, self->a->taxa->len + b->position);
}

static gboolean
is_species (const SaigaSideTaxon *taxon)
{
  return saiga_taxon_get_rank (taxon->taxon) == SAIGA_TAXON_RANK_SPECIES;
}

/* Two species of one name are one only in one kingdom and class: names are reused elsewhere. */
static gboolean
is_kin (const SaigaSideTaxon *a,
        const SaigaSideTaxon *b)
{
  const SaigaTaxonRank ranks[] = { SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_CLASS };

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      const char *first = _saiga_side_taxon_get_group (a, ranks[i]);
      const char *second = _saiga_side_taxon_get_group (b, ranks[i]);

      if (first != NULL && second != NULL && !g_str_equal (first, second))
        return FALSE;
    }

  return TRUE;
}

/* The species of a side that a name stands for: one, or none where it is not clear. */
static SaigaSideTaxon *
find_species (GHashTable *index,
              const char *name,
              const SaigaSideTaxon *kin)
{
  g_autofree char *folded = _saiga_fold_name (name);
  GPtrArray *taxa = g_hash_table_lookup (index, folded);
  SaigaSideTaxon *found = NULL;

  for (guint i = 0; taxa != NULL && i < taxa->len; i++)
    if (is_species (taxa->pdata[i]) && is_kin (taxa->pdata[i], kin))
      {
        if (found != NULL)
          return NULL;
        found = taxa->pdata[i];
      }

  return found;
}

static gboolean
has_species (GHashTable *index,
             const char *name,
             const SaigaSideTaxon *kin)
{
  return find_species (index, name, kin) != NULL;
}

/* Connects one species of side a. Names that the other side accepts for a species of its
 * own are kept apart by it: a synonym does not join them. */
static void
connect_species (Match *self,
                 SaigaSideTaxon *taxon)
{
  const char *name = saiga_taxon_get_name (taxon->taxon);
  const char *former = saiga_taxon_get_former_id (taxon->taxon);
  GListModel *synonyms = saiga_taxon_get_synonyms (taxon->taxon);
  guint n = g_list_model_get_n_items (synonyms);
  SaigaSideTaxon *other = find_species (self->b->by_name, name, taxon);
  gboolean connected = other != NULL;

  if (other != NULL)
    connect_taxa (self, taxon, other, SAME_NAME, name);

  if (!connected && (other = find_species (self->b->by_synonym, name, taxon)) != NULL)
    {
      connect_taxa (self, taxon, other, SYNONYM_IN_B, name);
      connected = TRUE;
    }
  if (taxon->name != name && (other = find_species (self->b->by_name, taxon->name, taxon)) != NULL)
    {
      connect_taxa (self, taxon, other, SYNONYM_IN_A, taxon->name);
      connected = TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SaigaSynonym) synonym = g_list_model_get_item (synonyms, i);
      const char *old = saiga_synonym_get_name (synonym);

      if (old == NULL || has_species (self->a->by_name, old, taxon) || saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_PRO_PARTE ||
          saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_MISAPPLIED)
        continue;
      if ((other = find_species (self->b->by_name, old, taxon)) != NULL)
        {
          connect_taxa (self, taxon, other, SYNONYM_IN_A, old);
          connected = TRUE;
        }
      else if (!connected && (other = find_species (self->b->by_synonym, old, taxon)) != NULL)
        {
          connect_taxa (self, taxon, other, SHARED_SYNONYM, old);
          connected = TRUE;
        }
    }

  if (!connected && former != NULL)
    {
      SaigaSideTaxon *from = g_hash_table_lookup (self->a->by_id, former);

      if (from != NULL && !is_species (from))
        from = from->parent;
      other = from != NULL ? find_species (self->b->by_name, saiga_taxon_get_name (from->taxon), taxon) : NULL;
      if (other != NULL)
        connect_taxa (self, taxon, other, SEGREGATE, saiga_taxon_get_name (from->taxon));
    }
}

static void
match_init (Match *self,
            SaigaSide *a,
            SaigaSide *b)
{
  guint n = a->taxa->len + b->taxa->len;

  *self = (Match){ a, b, g_new (guint, n), g_array_new (FALSE, FALSE, sizeof (Edge)) };
  for (guint i = 0; i < n; i++)
    self->parents[i] = i;
  for (guint i = 0; i < a->taxa->len; i++)
    if (is_species (a->taxa->pdata[i]))
      connect_species (self, a->taxa->pdata[i]);
}

static void
match_clear (Match *self)
{
  g_free (self->parents);
  g_array_unref (self->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Match, match_clear)

/* ---- rows */

/* The members of one row while it is made. */
typedef struct
{
  GPtrArray *taxa[2]; /* of SaigaSideTaxon */
  GArray *edges;      /* of Edge */
} Members;

static Members *
members_new (void)
{
  Members *self = g_new (Members, 1);

  self->taxa[0] = g_ptr_array_new ();
  self->taxa[1] = g_ptr_array_new ();
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  return self;
}

static void
members_free (gpointer data)
{
  Members *self = data;

  g_ptr_array_unref (self->taxa[0]);
  g_ptr_array_unref (self->taxa[1]);
  g_array_unref (self->edges);
  g_free (self);
}

/* A lower listing weakens: of several species, all must be listed whole. */
static SaigaCoverage
combine (GPtrArray *taxa)
{
  guint counts[SAIGA_COVERAGE_PART + 1] = { 0 };

  for (guint i = 0; i < taxa->len; i++)
    counts[((SaigaSideTaxon *) taxa->pdata[i])->coverage]++;

  if (counts[SAIGA_COVERAGE_NONE] == taxa->len)
    return SAIGA_COVERAGE_NONE;
  if (counts[SAIGA_COVERAGE_NONE] > 0 || counts[SAIGA_COVERAGE_PART] > 0)
    return SAIGA_COVERAGE_PART;
  if (counts[SAIGA_COVERAGE_POPULATION] > 0)
    return SAIGA_COVERAGE_POPULATION;

  return counts[SAIGA_COVERAGE_OWN] > 0 ? SAIGA_COVERAGE_OWN : SAIGA_COVERAGE_HIGHER;
}

static guint32
all_appendices (const SaigaSideTaxon *taxon)
{
  return taxon->own | taxon->inherited | taxon->lower;
}

static void
add_reason (GPtrArray *reasons,
            ReasonCode code,
            const char *first,
            const char *second,
            const char *third,
            const char *fourth)
{
  g_ptr_array_add (reasons, _saiga_reason_new (&reason_kinds[code], first, second, third, fourth, NULL));
}

static const char *
side_name (SaigaSide *side)
{
  const char *abbreviation = saiga_authority_get_abbreviation (side->authority);

  return abbreviation != NULL ? abbreviation : _saiga_record_peek_id (SAIGA_RECORD (side->authority));
}

static void
add_law_reasons (GPtrArray *reasons,
                 SaigaSide *side,
                 const SaigaSideTaxon *taxon)
{
  g_autofree char *own = _saiga_side_print_appendices (side, taxon->own);
  g_autofree char *inherited = _saiga_side_print_appendices (side, taxon->inherited);
  g_autofree char *lower = _saiga_side_print_appendices (side, taxon->lower);

  if (own != NULL)
    add_reason (reasons, OWN, side_name (side), taxon->name, own, NULL);
  if (inherited != NULL)
    add_reason (reasons, INHERITED, side_name (side), taxon->name, inherited, saiga_taxon_get_name (taxon->from->taxon));
  if (lower != NULL)
    add_reason (reasons, PART, side_name (side), taxon->name, lower, NULL);
}

static void
add_name_reason (GPtrArray *reasons,
                 Match *match,
                 const Edge *edge)
{
  const SaigaSideTaxon *a = match->a->taxa->pdata[edge->a];
  const SaigaSideTaxon *b = match->b->taxa->pdata[edge->b];

  switch (edge->code)
    {
    case SYNONYM_IN_A:
      add_reason (reasons, edge->code, side_name (match->a), edge->name, saiga_taxon_get_name (a->taxon), NULL);
      break;
    case SYNONYM_IN_B:
      add_reason (reasons, edge->code, side_name (match->b), edge->name, saiga_taxon_get_name (b->taxon), NULL);
      break;
    case SEGREGATE:
      add_reason (reasons, edge->code, side_name (match->a), a->name, edge->name, NULL);
      break;
    case SAME_NAME:
    case SHARED_SYNONYM:
    case PLACED:
    case OWN:
    case INHERITED:
    case PART:
    default:
      add_reason (reasons, edge->code, edge->name, NULL, NULL, NULL);
    }
}

static SaigaRowSide
make_row_side (SaigaSide *side,
               GPtrArray *taxa)
{
  SaigaRowSide row_side = { g_list_store_new (SAIGA_TYPE_TAXON), NULL, NULL, combine (taxa) };
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  guint32 appendices = 0;

  for (guint i = 0; i < taxa->len; i++)
    {
      SaigaSideTaxon *taxon = taxa->pdata[i];

      g_list_store_append (row_side.taxa, taxon->taxon);
      g_strv_builder_add (names, taxon->name);
      appendices |= all_appendices (taxon);
    }
  row_side.names = g_strv_builder_end (names);
  row_side.appendices = _saiga_side_print_appendices (side, appendices);

  return row_side;
}

/* The first higher taxon that the other side knows too, and what reaches it there. */
static SaigaSideTaxon *
place (SaigaSide *other,
       const SaigaSideTaxon *taxon)
{
  for (const SaigaSideTaxon *higher = taxon->parent; higher != NULL; higher = higher->parent)
    {
      SaigaSideTaxon *same = _saiga_side_find_same (other, higher);

      if (same != NULL)
        return same;
    }

  return NULL;
}

/* A species that one side does not know is listed there if a higher taxon is, on the
 * condition that the side takes it up. */
static gboolean
place_row (SaigaSide *other,
           const SaigaSideTaxon *taxon,
           SaigaRowSide *row_side,
           GPtrArray *reasons)
{
  SaigaSideTaxon *higher = place (other, taxon);
  guint32 reaches = higher != NULL ? higher->own | higher->inherited : 0;
  g_autofree char *appendices = _saiga_side_print_appendices (other, reaches);

  if (appendices == NULL)
    return FALSE;

  add_reason (reasons, PLACED, side_name (other), taxon->name, saiga_taxon_get_name (higher->taxon), NULL);
  add_law_reasons (reasons, other, higher);
  row_side->coverage = SAIGA_COVERAGE_HIGHER;
  row_side->appendices = g_steal_pointer (&appendices);

  return TRUE;
}

static const char *
group_of (const SaigaSideTaxon *taxon)
{
  const char *group = _saiga_side_taxon_get_group (taxon, SAIGA_TAXON_RANK_CLASS);

  return group != NULL ? group : _saiga_side_taxon_get_group (taxon, SAIGA_TAXON_RANK_KINGDOM);
}

static void
add_row (SaigaConcordance *self,
         Match *match,
         Members *members)
{
  SaigaSide *sides[2] = { match->a, match->b };
  SaigaRowSide row_sides[2];
  g_autoptr(GPtrArray) reasons = NULL;
  SaigaSideTaxon *first = members->taxa[0]->len > 0 ? members->taxa[0]->pdata[0] : members->taxa[1]->pdata[0];
  gboolean same_name = members->taxa[0]->len == 1 && members->taxa[1]->len == 1;
  gboolean conditional = FALSE;

  if (combine (members->taxa[0]) == SAIGA_COVERAGE_NONE && combine (members->taxa[1]) == SAIGA_COVERAGE_NONE)
    return;

  reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
  for (guint i = 0; i < members->edges->len; i++)
    add_name_reason (reasons, match, &g_array_index (members->edges, Edge, i));
  for (guint i = 0; i < 2; i++)
    {
      row_sides[i] = make_row_side (sides[i], members->taxa[i]);
      for (guint n = 0; n < members->taxa[i]->len; n++)
        add_law_reasons (reasons, sides[i], members->taxa[i]->pdata[n]);
    }
  for (guint i = 0; i < 2 && is_species (first); i++)
    if (members->taxa[i]->len == 0)
      conditional = place_row (sides[i], members->taxa[1 - i]->pdata[0], &row_sides[i], reasons);
  if (same_name)
    same_name = g_str_equal (((SaigaSideTaxon *) members->taxa[0]->pdata[0])->name, ((SaigaSideTaxon *) members->taxa[1]->pdata[0])->name);

  g_ptr_array_add (self->rows, _saiga_concordance_row_new_take (_saiga_record_peek_id (SAIGA_RECORD (first->taxon)),
                                                                saiga_taxon_get_rank (first->taxon), group_of (first),
                                                                row_sides[0], row_sides[1], conditional, same_name,
                                                                g_steal_pointer (&reasons)));
}

static void
add_species_rows (SaigaConcordance *self,
                  Match *match)
{
  SaigaSide *sides[2] = { match->a, match->b };
  g_autoptr(GHashTable) rows = g_hash_table_new_full (NULL, NULL, NULL, members_free);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < sides[side]->taxa->len; i++)
      {
        SaigaSideTaxon *taxon = sides[side]->taxa->pdata[i];
        gpointer root;
        Members *members;

        if (!is_species (taxon))
          continue;
        root = GUINT_TO_POINTER (find_root (match, side * match->a->taxa->len + i));
        members = g_hash_table_lookup (rows, root);
        if (members == NULL)
          {
            members = members_new ();
            g_hash_table_insert (rows, root, members);
            g_ptr_array_add (order, members);
          }
        g_ptr_array_add (members->taxa[side], taxon);
      }
  for (guint i = 0; i < match->edges->len; i++)
    {
      const Edge *edge = &g_array_index (match->edges, Edge, i);
      Members *members = g_hash_table_lookup (rows, GUINT_TO_POINTER (find_root (match, edge->a)));

      g_array_append_val (members->edges, *edge);
    }

  for (guint i = 0; i < order->len; i++)
    add_row (self, match, order->pdata[i]);
}

static gboolean
is_higher (const SaigaSideTaxon *taxon)
{
  return saiga_taxon_get_rank (taxon->taxon) < SAIGA_TAXON_RANK_SPECIES;
}

/* A row for each higher taxon that either side names. */
static void
add_higher_rows (SaigaConcordance *self,
                 Match *match)
{
  SaigaSide *sides[2] = { match->a, match->b };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < sides[side]->taxa->len; i++)
      {
        SaigaSideTaxon *taxon = sides[side]->taxa->pdata[i];
        SaigaSideTaxon *same;
        Members *members;

        if (!is_higher (taxon) || taxon->own == 0)
          continue;
        same = _saiga_side_find_same (sides[1 - side], taxon);
        if (side == 1 && same != NULL && same->own != 0)
          continue; /* it was there as one of side a */

        members = members_new ();
        g_ptr_array_add (members->taxa[side], taxon);
        if (same != NULL)
          {
            const Edge edge = { side == 0 ? taxon->position : same->position, side == 0 ? same->position : taxon->position,
                                SAME_NAME, saiga_taxon_get_name (taxon->taxon) };

            g_ptr_array_add (members->taxa[1 - side], same);
            g_array_append_val (members->edges, edge);
          }
        add_row (self, match, members);
        members_free (members);
      }
}

/* ---- the whole */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  SaigaConcordanceRow *first = *(SaigaConcordanceRow *const *) a;
  SaigaConcordanceRow *second = *(SaigaConcordanceRow *const *) b;
  int order = g_strcmp0 (saiga_concordance_row_get_group (first), saiga_concordance_row_get_group (second));
  gboolean first_higher = saiga_concordance_row_get_rank (first) < SAIGA_TAXON_RANK_SPECIES;
  gboolean second_higher = saiga_concordance_row_get_rank (second) < SAIGA_TAXON_RANK_SPECIES;

  if (order == 0)
    order = second_higher - first_higher;
  if (order == 0)
    {
      const char *const *names = saiga_concordance_row_get_names_a (first);
      const char *const *others = saiga_concordance_row_get_names_a (second);

      order = strcmp (names[0] != NULL ? names[0] : saiga_concordance_row_get_names_b (first)[0],
                      others[0] != NULL ? others[0] : saiga_concordance_row_get_names_b (second)[0]);
    }

  return order != 0 ? order : strcmp (saiga_concordance_row_get_key (first), saiga_concordance_row_get_key (second));
}

/* The last day that both lists speak of: the earlier of their states would hide what the
 * later one knows. */
static SaigaDate *
get_horizon (SaigaAuthority *a,
             SaigaAuthority *b)
{
  SaigaDate *first = saiga_authority_get_date (a);
  SaigaDate *second = saiga_authority_get_date (b);

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;

  return saiga_date_compare (first, second) >= 0 ? first : second;
}

static SaigaRecord *
find_authority (SaigaSnapshot *snapshot,
                const char *id,
                GError **error)
{
  SaigaRecord *authority = saiga_snapshot_lookup (snapshot, id);

  if (SAIGA_IS_AUTHORITY (authority))
    return authority;

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no such authority", id);

  return NULL;
}

static void
compare (SaigaConcordance *self,
         SaigaSide *a,
         SaigaSide *b)
{
  g_auto(Match) match;

  match_init (&match, a, b);
  add_higher_rows (self, &match);
  add_species_rows (self, &match);
  g_ptr_array_sort (self->rows, compare_rows);
}

/**
 * saiga_concordance_new:
 * @snapshot: the records
 * @authority_a: the id of an authority whose taxa a convention lists
 * @authority_b: the id of another one
 * @date: (nullable): the day; without one, the latest day whose state the authorities have
 * @error: return location for an error
 *
 * Compares two lists. Of a date without a day, the first day counts.
 *
 * [error@Saiga.Error.NOT_FOUND] if there is no such authority, or no instrument that
 * lists its taxa.
 *
 * Returns: (transfer full): the concordance: rows by group, higher taxa before species, by name
 *
 * Since: 0.1
 */
SaigaConcordance *
saiga_concordance_new (SaigaSnapshot *snapshot,
                       const char *authority_a,
                       const char *authority_b,
                       SaigaDate *date,
                       GError **error)
{
  g_autoptr(SaigaConcordance) self = NULL;
  g_autoptr(SaigaSide) a = NULL;
  g_autoptr(SaigaSide) b = NULL;
  SaigaRecord *first;
  SaigaRecord *second;
  SaigaDate *horizon;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (authority_a != NULL, NULL);
  g_return_val_if_fail (authority_b != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  first = find_authority (snapshot, authority_a, error);
  second = first != NULL ? find_authority (snapshot, authority_b, error) : NULL;
  if (second == NULL)
    return NULL;
  horizon = get_horizon (SAIGA_AUTHORITY (first), SAIGA_AUTHORITY (second));
  if (date == NULL && horizon == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "Neither %s nor %s has a date: say which day is asked for",
                   authority_a, authority_b);
      return NULL;
    }

  self = g_object_new (SAIGA_TYPE_CONCORDANCE, NULL);
  self->snapshot = g_object_ref (snapshot);
  self->authority_a = SAIGA_AUTHORITY (g_object_ref (first));
  self->authority_b = SAIGA_AUTHORITY (g_object_ref (second));
  self->date = date != NULL ? saiga_date_dup_earliest (date) : saiga_date_dup_latest (horizon);
  self->is_after_horizon = horizon != NULL && saiga_date_get_earliest_day (self->date) > saiga_date_get_latest_day (horizon);

  a = _saiga_side_new (snapshot, self->authority_a, saiga_date_get_earliest_day (self->date), error);
  b = a != NULL ? _saiga_side_new (snapshot, self->authority_b, saiga_date_get_earliest_day (self->date), error) : NULL;
  if (b == NULL)
    return NULL;

  compare (self, a, b);

  return g_steal_pointer (&self);
}

/**
 * saiga_concordance_get_snapshot:
 * @self: a concordance
 *
 * Gets the records that were compared.
 *
 * Returns: (transfer none): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_concordance_get_snapshot (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->snapshot;
}

/**
 * saiga_concordance_get_authority_a:
 * @self: a concordance
 *
 * Gets the authority of the first list.
 *
 * Returns: (transfer none): the authority
 *
 * Since: 0.1
 */
SaigaAuthority *
saiga_concordance_get_authority_a (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->authority_a;
}

/**
 * saiga_concordance_get_authority_b:
 * @self: a concordance
 *
 * Gets the authority of the second list.
 *
 * Returns: (transfer none): the authority
 *
 * Since: 0.1
 */
SaigaAuthority *
saiga_concordance_get_authority_b (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->authority_b;
}

/**
 * saiga_concordance_get_date:
 * @self: a concordance
 *
 * Gets the day whose law is compared.
 *
 * Returns: (transfer none): the day
 *
 * Since: 0.1
 */
SaigaDate *
saiga_concordance_get_date (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  return self->date;
}

/**
 * saiga_concordance_is_after_horizon:
 * @self: a concordance
 *
 * Checks whether the day is later than the state that the lists have, so that later
 * changes may be missing.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_is_after_horizon (SaigaConcordance *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), FALSE);

  return self->is_after_horizon;
}
