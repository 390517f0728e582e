/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-concordance-row-private.h"
#include "saiga-reason-private.h"
#include "saiga-side-private.h"
#include "saiga-sublist-private.h"

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

  SaigaSide *a;
  SaigaSide *b;
  GArray *rows;       /* of Row */
  GPtrArray *members; /* of SaigaSideTaxon: those of each row, side a before side b */
  GArray *edges;      /* of Edge, by row */

  GMutex mutex;
  SaigaConcordanceRow **objects; /* of the rows, made when asked for, under the mutex */
};

/* A row takes no object: most are never looked at. */
typedef struct
{
  guint members;
  guint n_members[2]; /* of side a, of side b */
  guint edges;
  guint n_edges;
  const char *group;
  const char *name;
  gboolean is_higher;
  SaigaSideTaxon *placed; /* the higher taxon that lists the species on the side that does not know it, or NULL */
  SaigaListingRelation relation;
} Row;

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

/* Why two species belong together; reasons are made only for rows that are shown. */
typedef struct
{
  guint a; /* positions */
  guint b;
  ReasonCode code;
  const char *name; /* the synonym */
} Edge;

static const SaigaReasonKind reason_kinds[] = {
  [SAME_NAME] = { "same-name", N_ ("Both lists have the name %1.") },
  [SYNONYM_IN_A] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SYNONYM_IN_B] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SHARED_SYNONYM] = { "shared-synonym", N_ ("Both lists have %1 as a synonym.") },
  [SEGREGATE] = { "segregate", N_ ("%1 has %2 split off from %3.") },
  [PLACED] = { "placed", N_ ("%1 does not know %2; it would belong to %3.") },
  [OWN] = { "own", N_ ("%1 lists %2 in Appendix %3.") },
  [INHERITED] = { "inherited", N_ ("%1 lists %2 in Appendix %3 through %4.") },
  [PART] = { "part", N_ ("%1 lists a part of %2 in Appendix %3.") },
};

static SaigaConcordanceRow *dup_row (SaigaConcordance *self,
                                     guint position);

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

  return position < self->rows->len ? dup_row (self, position) : NULL;
}

static void
saiga_concordance_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = saiga_concordance_get_item_type;
  iface->get_n_items = saiga_concordance_get_n_items;
  iface->get_item = saiga_concordance_get_item;
}

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaConcordanceView, saiga_concordance_view,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_SHARED, "shared"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_NAMED, "named"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_VIEW_DIFFERENCES, "differences"))

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
  for (guint i = 0; self->objects != NULL && i < self->rows->len; i++)
    g_clear_object (&self->objects[i]);
  g_free (self->objects);
  g_mutex_clear (&self->mutex);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->members);
  g_array_unref (self->edges);
  g_clear_pointer (&self->a, _saiga_side_free);
  g_clear_pointer (&self->b, _saiga_side_free);

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
  g_mutex_init (&self->mutex);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->members = g_ptr_array_new ();
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
}

/* ---- which species belong together */

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

static gboolean
is_higher (const SaigaSideTaxon *taxon)
{
  return saiga_taxon_get_rank (taxon->taxon) < SAIGA_TAXON_RANK_SPECIES;
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
    if (is_species (entry->taxon) && is_kin (entry->taxon, kin))
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
  if (!g_str_equal (taxon->name, name) && (other = find_species (self->b->by_name, taxon->name, taxon)) != NULL)
    {
      connect_taxa (self, taxon, other, SYNONYM_IN_A, taxon->name);
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
    if (is_species (_saiga_side_get_taxon (a, i)))
      connect_species (self, _saiga_side_get_taxon (a, i));
}

static void
match_clear (Match *self)
{
  g_free (self->parents);
  g_array_unref (self->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Match, match_clear)

/* ---- finding the rows */

/* A lower listing weakens: of several species, all must be listed whole. */
static SaigaCoverage
combine (gpointer *taxa,
         guint n_taxa)
{
  guint counts[SAIGA_COVERAGE_PART + 1] = { 0 };

  for (guint i = 0; i < n_taxa; i++)
    counts[((SaigaSideTaxon *) taxa[i])->coverage]++;

  if (counts[SAIGA_COVERAGE_NONE] == n_taxa)
    return SAIGA_COVERAGE_NONE;
  if (counts[SAIGA_COVERAGE_NONE] > 0 || counts[SAIGA_COVERAGE_PART] > 0)
    return SAIGA_COVERAGE_PART;
  if (counts[SAIGA_COVERAGE_POPULATION] > 0)
    return SAIGA_COVERAGE_POPULATION;

  return counts[SAIGA_COVERAGE_OWN] > 0 ? SAIGA_COVERAGE_OWN : SAIGA_COVERAGE_HIGHER;
}

static gpointer *
get_members (SaigaConcordance *self,
             const Row *row,
             guint side)
{
  return self->members->pdata + row->members + (side == 0 ? 0 : row->n_members[0]);
}

static SaigaSide *
get_side (SaigaConcordance *self,
          guint side)
{
  return side == 0 ? self->a : self->b;
}

static SaigaSideTaxon *
get_first (SaigaConcordance *self,
           const Row *row)
{
  return self->members->pdata[row->members];
}

/* The first higher taxon that the other side knows too, if it is listed there. A species
 * that a side does not know is listed there only if the side takes it up. */
static SaigaSideTaxon *
place (SaigaSide *other,
       const SaigaSideTaxon *taxon)
{
  for (const SaigaSideTaxon *higher = taxon->parent; higher != NULL; higher = higher->parent)
    {
      SaigaSideTaxon *same = _saiga_side_find_same (other, higher);

      if (same != NULL)
        return (same->own | same->inherited) != 0 ? same : NULL;
    }

  return NULL;
}

static gboolean
has_same_name (SaigaConcordance *self,
               const Row *row)
{
  return row->n_members[0] == 1 && row->n_members[1] == 1 &&
         g_str_equal (((SaigaSideTaxon *) get_members (self, row, 0)[0])->name, ((SaigaSideTaxon *) get_members (self, row, 1)[0])->name);
}

/* Fills in what follows from the members. Returns whether anything of it is listed. */
static gboolean
complete_row (SaigaConcordance *self,
              Row *row)
{
  SaigaSideTaxon *first = get_first (self, row);
  SaigaCoverage coverages[2];

  for (guint side = 0; side < 2; side++)
    coverages[side] = combine (get_members (self, row, side), row->n_members[side]);
  if (coverages[0] == SAIGA_COVERAGE_NONE && coverages[1] == SAIGA_COVERAGE_NONE)
    return FALSE;

  row->group = first->klass != NULL ? first->klass : first->kingdom;
  row->name = first->name;
  row->is_higher = is_higher (first);
  for (guint side = 0; side < 2 && !row->is_higher; side++)
    if (row->n_members[side] == 0)
      {
        row->placed = place (get_side (self, side), first);
        if (row->placed != NULL)
          coverages[side] = SAIGA_COVERAGE_HIGHER;
      }
  row->relation = _saiga_listing_relation (coverages[0], coverages[1]);

  return TRUE;
}

/* The members come row by row: those of a root are collected by counting. */
static void
add_species_rows (SaigaConcordance *self,
                  Match *match)
{
  const guint n[2] = { self->a->taxa->len, self->b->taxa->len };
  g_autofree guint *rows = g_new0 (guint, n[0] + n[1]); /* of a root: its row + 1 */
  guint start = 0;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n[side]; i++)
      if (is_species (_saiga_side_get_taxon (get_side (self, side), i)))
        {
          guint root = find_root (match, side * n[0] + i);

          if (rows[root] == 0)
            {
              g_array_set_size (self->rows, self->rows->len + 1);
              rows[root] = self->rows->len;
            }
          g_array_index (self->rows, Row, rows[root] - 1).n_members[side]++;
        }

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      row->members = start;
      start += row->n_members[0] + row->n_members[1];
      row->n_members[0] = row->n_members[1] = 0;
    }
  g_ptr_array_set_size (self->members, start);
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n[side]; i++)
      {
        SaigaSideTaxon *taxon = _saiga_side_get_taxon (get_side (self, side), i);
        Row *row;

        if (!is_species (taxon))
          continue;
        row = &g_array_index (self->rows, Row, rows[find_root (match, side * n[0] + i)] - 1);
        get_members (self, row, side)[row->n_members[side]++] = taxon;
      }

  for (guint i = 0; i < match->edges->len; i++)
    g_array_index (self->rows, Row, rows[find_root (match, g_array_index (match->edges, Edge, i).a)] - 1).n_edges++;
  for (guint i = 0, at = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      row->edges = at;
      at += row->n_edges;
      row->n_edges = 0;
    }
  g_array_set_size (self->edges, match->edges->len);
  for (guint i = 0; i < match->edges->len; i++)
    {
      const Edge *edge = &g_array_index (match->edges, Edge, i);
      Row *row = &g_array_index (self->rows, Row, rows[find_root (match, edge->a)] - 1);

      g_array_index (self->edges, Edge, row->edges + row->n_edges++) = *edge;
    }
}

/* A row for each higher taxon that either side names. */
static void
add_higher_rows (SaigaConcordance *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < get_side (self, side)->taxa->len; i++)
      {
        SaigaSideTaxon *taxon = _saiga_side_get_taxon (get_side (self, side), i);
        SaigaSideTaxon *pair[2] = { NULL, NULL };
        Row row = { 0 };

        if (!is_higher (taxon) || taxon->own == 0)
          continue;
        pair[side] = taxon;
        pair[1 - side] = _saiga_side_find_same (get_side (self, 1 - side), taxon);
        if (side == 1 && pair[0] != NULL && pair[0]->own != 0)
          continue; /* it was there as one of side a */

        row.members = self->members->len;
        row.edges = self->edges->len;
        for (guint n = 0; n < 2; n++)
          if (pair[n] != NULL)
            {
              row.n_members[n] = 1;
              g_ptr_array_add (self->members, pair[n]);
            }
        if (pair[0] != NULL && pair[1] != NULL)
          {
            const Edge edge = { pair[0]->position, pair[1]->position, SAME_NAME, saiga_taxon_get_name (taxon->taxon) };

            row.n_edges = 1;
            g_array_append_val (self->edges, edge);
          }
        g_array_append_val (self->rows, row);
      }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  SaigaConcordance *self = data;
  const Row *first = a;
  const Row *second = b;
  int order = g_strcmp0 (first->group, second->group);

  if (order == 0)
    order = second->is_higher - first->is_higher;
  if (order == 0)
    order = strcmp (first->name, second->name);

  return order != 0 ? order : strcmp (_saiga_record_peek_id (SAIGA_RECORD (get_first (self, first)->taxon)),
                                      _saiga_record_peek_id (SAIGA_RECORD (get_first (self, second)->taxon)));
}

static void
compare (SaigaConcordance *self)
{
  g_auto(Match) match;
  guint n_rows = 0;

  match_init (&match, self->a, self->b);
  add_species_rows (self, &match);
  add_higher_rows (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row row = g_array_index (self->rows, Row, i);

      if (complete_row (self, &row))
        g_array_index (self->rows, Row, n_rows++) = row;
    }
  g_array_set_size (self->rows, n_rows);
  g_array_sort_with_data (self->rows, compare_rows, self);
  self->objects = g_new0 (SaigaConcordanceRow *, n_rows);
}

/* ---- making a row */

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
                 const SaigaSideTaxon *taxon,
                 guint32 parts)
{
  g_autofree char *own = _saiga_side_print_appendices (side, taxon->own);
  g_autofree char *inherited = _saiga_side_print_appendices (side, taxon->inherited);
  g_autofree char *lower = _saiga_side_print_appendices (side, parts);

  if (own != NULL)
    add_reason (reasons, OWN, side_name (side), taxon->name, own, NULL);
  if (inherited != NULL)
    add_reason (reasons, INHERITED, side_name (side), taxon->name, inherited, saiga_taxon_get_name (taxon->from->taxon));
  if (lower != NULL)
    add_reason (reasons, PART, side_name (side), taxon->name, lower, NULL);
}

static void
add_name_reason (GPtrArray *reasons,
                 SaigaConcordance *self,
                 const Edge *edge)
{
  const SaigaSideTaxon *a = _saiga_side_get_taxon (self->a, edge->a);
  const SaigaSideTaxon *b = _saiga_side_get_taxon (self->b, edge->b);

  switch (edge->code)
    {
    case SYNONYM_IN_A:
      add_reason (reasons, edge->code, side_name (self->a), edge->name, saiga_taxon_get_name (a->taxon), NULL);
      break;
    case SYNONYM_IN_B:
      add_reason (reasons, edge->code, side_name (self->b), edge->name, saiga_taxon_get_name (b->taxon), NULL);
      break;
    case SEGREGATE:
      add_reason (reasons, edge->code, side_name (self->a), a->name, edge->name, NULL);
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
make_row_side (SaigaConcordance *self,
               const Row *row,
               guint side,
               GPtrArray *reasons)
{
  gpointer *taxa = get_members (self, row, side);
  SaigaRowSide row_side = { g_list_store_new (SAIGA_TYPE_TAXON), NULL, NULL, combine (taxa, row->n_members[side]) };
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  guint32 appendices = 0;

  for (guint i = 0; i < row->n_members[side]; i++)
    {
      SaigaSideTaxon *taxon = taxa[i];

      g_list_store_append (row_side.taxa, taxon->taxon);
      g_strv_builder_add (names, taxon->name);
      appendices |= taxon->own | taxon->inherited | taxon->lower;
      add_law_reasons (reasons, get_side (self, side), taxon, taxon->lower);
    }
  if (row->n_members[side] == 0 && row->placed != NULL)
    {
      row_side.coverage = SAIGA_COVERAGE_HIGHER;
      appendices = row->placed->own | row->placed->inherited;
      add_reason (reasons, PLACED, side_name (get_side (self, side)), row->name, saiga_taxon_get_name (row->placed->taxon), NULL);
      add_law_reasons (reasons, get_side (self, side), row->placed, 0);
    }
  row_side.names = g_strv_builder_end (names);
  row_side.appendices = _saiga_side_print_appendices (get_side (self, side), appendices);

  return row_side;
}

static SaigaConcordanceRow *
make_row (SaigaConcordance *self,
          const Row *row)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
  SaigaSideTaxon *first = get_first (self, row);
  SaigaRowSide a;
  SaigaRowSide b;

  for (guint i = 0; i < row->n_edges; i++)
    add_name_reason (reasons, self, &g_array_index (self->edges, Edge, row->edges + i));
  a = make_row_side (self, row, 0, reasons);
  b = make_row_side (self, row, 1, reasons);

  return _saiga_concordance_row_new_take (_saiga_record_peek_id (SAIGA_RECORD (first->taxon)), saiga_taxon_get_rank (first->taxon),
                                          row->group, a, b, row->placed != NULL, has_same_name (self, row), reasons);
}

static SaigaConcordanceRow *
dup_row (SaigaConcordance *self,
         guint position)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->objects[position] == NULL)
    self->objects[position] = make_row (self, &g_array_index (self->rows, Row, position));

  return g_object_ref (self->objects[position]);
}

/* ---- views */

static gboolean
has_own (SaigaConcordance *self,
         const Row *row)
{
  for (guint i = 0; i < row->n_members[0] + row->n_members[1]; i++)
    if (((SaigaSideTaxon *) self->members->pdata[row->members + i])->own != 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_view (SaigaConcordance *self,
            const Row *row,
            SaigaConcordanceView view)
{
  switch (view)
    {
    case SAIGA_CONCORDANCE_VIEW_SHARED:
      return row->relation == SAIGA_LISTING_RELATION_BOTH || row->relation == SAIGA_LISTING_RELATION_BOTH_HIGHER ||
             row->relation == SAIGA_LISTING_RELATION_BOTH_PART;
    case SAIGA_CONCORDANCE_VIEW_NAMED:
      return has_own (self, row);
    case SAIGA_CONCORDANCE_VIEW_DIFFERENCES:
      return row->n_members[0] > 0 && row->n_members[1] > 0 && !has_same_name (self, row);
    case SAIGA_CONCORDANCE_VIEW_ALL:
    default:
      return TRUE;
    }
}

/**
 * saiga_concordance_get_view:
 * @self: a concordance
 * @view: which rows
 *
 * Picks rows of one kind. No row is made until it is asked for.
 *
 * Returns: (transfer full): a list of [class@ConcordanceRow], in the order of the concordance
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_get_view (SaigaConcordance *self,
                            SaigaConcordanceView view)
{
  GArray *positions;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), NULL);

  positions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->rows->len; i++)
    if (is_in_view (self, &g_array_index (self->rows, Row, i), view))
      g_array_append_val (positions, i);

  return _saiga_sublist_new_take (G_LIST_MODEL (self), positions);
}

/**
 * saiga_concordance_count:
 * @self: a concordance
 * @relation: how the conventions' listings stand to each other
 * @higher: whether to count the rows of higher taxa, or those of species
 * @conditional: whether to count the conditional rows, or the others
 *
 * Counts rows. Certain and conditional ones are never added up silently.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
saiga_concordance_count (SaigaConcordance *self,
                         SaigaListingRelation relation,
                         gboolean higher,
                         gboolean conditional)
{
  guint n = 0;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      n += row->relation == relation && row->is_higher == (higher != FALSE) && (row->placed != NULL) == (conditional != FALSE);
    }

  return n;
}

/* ---- the whole */

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

  self->a = _saiga_side_new (snapshot, self->authority_a, saiga_date_get_earliest_day (self->date), error);
  self->b = self->a != NULL ? _saiga_side_new (snapshot, self->authority_b, saiga_date_get_earliest_day (self->date), error) : NULL;
  if (self->b == NULL)
    return NULL;

  compare (self);

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
