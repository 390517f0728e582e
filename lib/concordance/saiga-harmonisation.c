/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-standards-private.h"

/* What it would take for the two lists to use one name and one concept (activities A1 and A3 of
 * the joint work programme): a proposal for each pair that differs, for a specialist to edit. */

typedef struct
{
  SaigaRows *rows;
  SaigaSnapshot *snapshot;
  SaigaStandards *standards;
  GHashTable *accepted; /* folded name → in how many other lists it is accepted */
} Harmonisation;

typedef enum
{
  KIND_NONE,
  KIND_CHECK,
  KIND_RANK,
  KIND_SPLIT,
  KIND_LUMP,
  KIND_SPLIT_LUMP,
  KIND_SPELLING,
  KIND_NAME,
} Kind;

static const char *const kind_nicks[] = { "none", "check", "rank", "split", "lump", "split lump", "spelling", "name" };

/* ---- standard references */

static const char *
find_reference (Harmonisation *self,
                guint side,
                const SaigaSideTaxon *taxon)
{
  SaigaStandardReference *reference = _saiga_standards_find (self->standards, self->rows->sides[side], taxon);

  return reference != NULL ? saiga_standard_reference_get_document_id (reference) : "unknown"; /* the snapshot keeps it */
}

/* ---- the name that others prefer */

static GHashTable *
count_accepted (Harmonisation *self)
{
  GHashTable *accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SaigaTableIter iter;
  SaigaRecord *record;

  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaTaxon *taxon = SAIGA_TAXON (record);
      const char *authority_id = saiga_taxon_get_authority_id (taxon);
      gboolean is_other = authority_id != NULL && saiga_taxon_get_name (taxon) != NULL && saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_ACCEPTED;

      for (guint side = 0; side < 2 && is_other; side++)
        is_other = !g_str_equal (authority_id, _saiga_record_peek_id (SAIGA_RECORD (self->rows->sides[side]->authority)));
      if (is_other)
        {
          char *folded = g_utf8_strdown (saiga_taxon_get_name (taxon), -1);

          g_hash_table_insert (accepted, folded, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (accepted, folded)) + 1));
        }
    }

  return accepted;
}

static guint
count_name (Harmonisation *self,
            const char *name)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->accepted, folded));
}

/* The names between which a proposal chooses: of a split, that of the segregate and that of the
 * species it is held in elsewhere. */
static void
choose_names (Harmonisation *self,
              const SaigaRow *row,
              const SaigaPairing *pair,
              Kind kind,
              const char *names[2])
{
  const guint side = kind == KIND_LUMP ? 1 : 0;
  const SaigaSideTaxon *wide = side == 0 ? pair->b : pair->a;

  names[0] = pair->a->name;
  names[1] = pair->b->name;
  if (kind != KIND_SPLIT && kind != KIND_LUMP)
    return;
  for (guint i = 0; i < row->n_members[side]; i++)
    {
      const SaigaSideTaxon *taxon = _saiga_rows_get_members (self->rows, row, side)[i];

      if (!g_str_equal (taxon->name, wide->name))
        {
          names[side] = taxon->name;
          names[1 - side] = wide->name;
          return;
        }
    }
}

/* ---- kinds and options */

static Kind
find_kind (Harmonisation *self,
           const SaigaRow *row,
           const SaigaPairing *pair)
{
  const SaigaNameRelation name = pair->name;
  const SaigaConceptRelation concept = pair->concept;

  if (concept == SAIGA_CONCEPT_RELATION_EXCLUDES || (name == SAIGA_NAME_RELATION_IDENTICAL && concept == SAIGA_CONCEPT_RELATION_CONGRUENT))
    return KIND_NONE;
  if (name == SAIGA_NAME_RELATION_NESTED)
    {
      const guint lower = pair->a->rank > pair->b->rank ? 0 : 1;

      return row->coverage[lower] == SAIGA_COVERAGE_PART ? KIND_RANK : KIND_NONE;
    }
  if (name == SAIGA_NAME_RELATION_FUZZY || name == SAIGA_NAME_RELATION_AMBIGUOUS || concept == SAIGA_CONCEPT_RELATION_UNKNOWN)
    return KIND_CHECK;
  if (name == SAIGA_NAME_RELATION_RANK_CHANGE)
    return KIND_RANK;
  if (concept == SAIGA_CONCEPT_RELATION_OVERLAPS)
    return KIND_SPLIT_LUMP;
  if (concept != SAIGA_CONCEPT_RELATION_CONGRUENT)
    return row->shape == SAIGA_ROW_SHAPE_SPLIT || (row->shape != SAIGA_ROW_SHAPE_LUMP && concept == SAIGA_CONCEPT_RELATION_INCLUDED_IN) ? KIND_SPLIT : KIND_LUMP;

  return name == SAIGA_NAME_RELATION_SPELLING || name == SAIGA_NAME_RELATION_AUTHOR_DIFFERS ? KIND_SPELLING : KIND_NAME;
}

/* Whether the entries of a side leave out forms that the new name would not hold. */
static gboolean
excludes_forms (const SaigaSide *side,
                const SaigaSideTaxon *taxon)
{
  guint n_used;
  const guint *used = _saiga_side_get_used (side, taxon, &n_used);

  for (guint i = 0; i < n_used; i++)
    if (saiga_listing_get_excluded_forms (SAIGA_PIECE (side->law, used[i])->listing) != NULL)
      return TRUE;

  return FALSE;
}

/* What a side that follows the other would list then. Names of one type are nomenclature; a
 * name of another type may stand for less. */
static const char *
find_reach (Harmonisation *self,
            const SaigaPairing *pair,
            Kind kind,
            guint side)
{
  const SaigaExemplars *exemplars = self->rows->alignment->exemplars;
  const SaigaSideTaxon *other = side == 0 ? pair->b : pair->a;

  if (kind == KIND_RANK)
    return pair->name == SAIGA_NAME_RELATION_RANK_CHANGE ? "same" : "wider";
  if (kind == KIND_SPELLING)
    return "same";
  if (kind == KIND_NAME && _saiga_exemplars_get_own (exemplars, 0, pair->a) != _saiga_exemplars_get_own (exemplars, 1, pair->b) &&
      excludes_forms (self->rows->sides[1 - side], other))
    return "narrower";

  return "same";
}

static void
add_options (Harmonisation *self,
             const SaigaPairing *pair,
             Kind kind,
             SaigaConcordanceFinding *finding)
{
  static const char *const bodies[] = { "CMS Scientific Council, then CoP", "CITES nomenclature specialist and Animals or Plants Committee, then CoP" };
  const guint splitter = kind == KIND_LUMP ? 1 : 0;
  const guint lower = pair->a->rank > pair->b->rank ? 0 : 1;
  static const char *const sides[] = { "a", "b" };

  switch (kind)
    {
    case KIND_CHECK:
      _saiga_finding_set (finding, "options", "review");
      break;
    case KIND_RANK:
      _saiga_finding_take (finding, "options", g_strdup_printf ("%s:%s", sides[lower], pair->name == SAIGA_NAME_RELATION_NESTED ? "list-species" : "change-rank"));
      _saiga_finding_set (finding, "reach", find_reach (self, pair, kind, lower));
      _saiga_finding_set (finding, "body", bodies[lower]);
      return;
    case KIND_SPLIT:
    case KIND_LUMP:
    case KIND_SPLIT_LUMP:
      _saiga_finding_take (finding, "options", g_strdup_printf ("%s:recognise+list-segregate %s:unite", sides[1 - splitter], sides[splitter]));
      _saiga_finding_set (finding, "reach", "same same");
      break;
    case KIND_SPELLING:
      _saiga_finding_set (finding, "options", "a:respell b:respell");
      _saiga_finding_set (finding, "reach", "same same");
      break;
    case KIND_NAME:
      _saiga_finding_set (finding, "options", "a:rename b:rename");
      _saiga_finding_take (finding, "reach", g_strdup_printf ("%s %s", find_reach (self, pair, kind, 0), find_reach (self, pair, kind, 1)));
      break;
    case KIND_NONE:
    default:
      return;
    }
  _saiga_finding_take (finding, "body", g_strdup_printf ("a: %s; b: %s", bodies[0], bodies[1]));
}

static void
add_proposal (Harmonisation *self,
              const SaigaRow *row,
              const SaigaPairing *pair,
              GListStore *findings)
{
  const Kind kind = find_kind (self, row, pair);
  g_autoptr(SaigaConcordanceFinding) finding = NULL;
  const char *names[2];
  const char *preferred = NULL;
  const char *reach;
  guint counts[2];

  if (kind == KIND_NONE)
    return;
  finding = _saiga_finding_new (SAIGA_REVIEW_AXIS_HARMONISATION, self->rows, row, pair->a, pair->b);
  _saiga_finding_set (finding, "name-a", pair->a->name);
  _saiga_finding_set (finding, "name-b", pair->b->name);
  _saiga_finding_set (finding, "kind", kind_nicks[kind]);
  _saiga_finding_set (finding, "reference-a", find_reference (self, 0, pair->a));
  _saiga_finding_set (finding, "reference-b", find_reference (self, 1, pair->b));
  choose_names (self, row, pair, kind, names);
  for (guint side = 0; side < 2; side++)
    counts[side] = count_name (self, names[side]);
  /* Where the others have the segregate, it is no matter that they have the old name too. */
  if ((kind == KIND_SPLIT || kind == KIND_LUMP) && counts[kind == KIND_LUMP] > 0)
    preferred = names[kind == KIND_LUMP];
  else if (counts[0] != counts[1])
    preferred = names[counts[1] > counts[0]];
  _saiga_finding_set (finding, "preferred", preferred != NULL ? preferred : "none");
  add_options (self, pair, kind, finding);

  reach = saiga_concordance_finding_get_value (finding, "reach");
  if (kind == KIND_CHECK)
    _saiga_finding_set (finding, "recommendation", "review");
  else if (preferred == NULL || strstr (reach, "same") == NULL)
    _saiga_finding_set (finding, "recommendation", "agree-with-note");
  else
    {
      const gboolean is_by_concept = kind != KIND_SPELLING && kind != KIND_NAME;

      _saiga_finding_take (finding, "recommendation", g_strdup_printf ("%s-%s", is_by_concept ? "adopt-concept" : "rename", preferred == names[0] ? "b" : "a"));
    }
  g_list_store_append (findings, finding);
}

void
_saiga_rows_list_proposals (SaigaRows *self,
                            SaigaSnapshot *snapshot,
                            gboolean one_sided,
                            GListStore *findings)
{
  Harmonisation harmonisation = { self, snapshot, NULL, NULL };
  g_autoptr(SaigaStandards) standards = _saiga_standards_new (snapshot);
  g_autoptr(GHashTable) accepted = count_accepted (&harmonisation);

  harmonisation.standards = standards;
  harmonisation.accepted = accepted;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SaigaRow *row = _saiga_rows_get (self, i);
      g_autoptr(GArray) pairs = NULL;

      if (row->n_members[0] == 0 || row->n_members[1] == 0 || _saiga_row_is_shared (row) == one_sided)
        continue;
      pairs = _saiga_rows_list_pairs (self, row, TRUE);
      for (guint n = 0; n < pairs->len; n++)
        {
          const SaigaPairing *pair = &g_array_index (pairs, SaigaPairing, n);

          if (pair->a != NULL && pair->b != NULL)
            add_proposal (&harmonisation, row, pair, findings);
        }
    }
}
