/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-harmonisation-private.h"

/* What it would take for the two lists to use one name and one concept (activities A1 and A3 of
 * the joint work programme): a proposal for each pair that differs, for a specialist to edit. */

static const char *const kind_nicks[] = { "none", "check", "rank", "split", "lump", "split lump", "spelling", "name" };

/* ---- kinds */

static SaigaProposalKind
find_kind (const SaigaRow *row,
           const SaigaPairing *pair)
{
  const SaigaNameRelation name = pair->name;
  const SaigaConceptRelation concept = pair->concept;

  if (concept == SAIGA_CONCEPT_RELATION_EXCLUDES || (name == SAIGA_NAME_RELATION_IDENTICAL && concept == SAIGA_CONCEPT_RELATION_CONGRUENT))
    return SAIGA_PROPOSAL_NONE;
  if (name == SAIGA_NAME_RELATION_NESTED && pair->a->rank != pair->b->rank)
    {
      const guint side = _saiga_pairing_get_lower (pair);
      const SaigaSideTaxon *lower = side == 0 ? pair->a : pair->b;

      return row->coverage[side] == SAIGA_COVERAGE_PART && (lower->species == NULL || lower->species->coverage == SAIGA_COVERAGE_PART)
               ? SAIGA_PROPOSAL_RANK
               : SAIGA_PROPOSAL_NONE;
    }
  /* Of two species one is a subspecies of the other there: its pair says so where it keeps a name. */
  if (name == SAIGA_NAME_RELATION_NESTED && row->coverage[concept == SAIGA_CONCEPT_RELATION_INCLUDED_IN ? 0 : 1] != SAIGA_COVERAGE_PART)
    return SAIGA_PROPOSAL_NONE;
  if (name == SAIGA_NAME_RELATION_FUZZY || name == SAIGA_NAME_RELATION_AMBIGUOUS || concept == SAIGA_CONCEPT_RELATION_UNKNOWN)
    return SAIGA_PROPOSAL_CHECK;
  if (name == SAIGA_NAME_RELATION_RANK_CHANGE)
    return SAIGA_PROPOSAL_RANK;
  if (concept == SAIGA_CONCEPT_RELATION_OVERLAPS)
    return SAIGA_PROPOSAL_SPLIT_LUMP;
  if (concept != SAIGA_CONCEPT_RELATION_CONGRUENT)
    return row->shape == SAIGA_ROW_SHAPE_SPLIT || (row->shape != SAIGA_ROW_SHAPE_LUMP && concept == SAIGA_CONCEPT_RELATION_INCLUDED_IN)
             ? SAIGA_PROPOSAL_SPLIT
             : SAIGA_PROPOSAL_LUMP;

  return name == SAIGA_NAME_RELATION_SPELLING || name == SAIGA_NAME_RELATION_AUTHOR_DIFFERS ? SAIGA_PROPOSAL_SPELLING : SAIGA_PROPOSAL_NAME;
}

/* The names between which a proposal chooses: of a split, that of the segregate and that of the
 * species it is held in elsewhere. */
static void
choose_names (SaigaProposal *self)
{
  const guint side = _saiga_proposal_get_splitter (self);
  const SaigaSideTaxon *own = side == 0 ? self->pair->a : self->pair->b;
  const SaigaSideTaxon *wide = side == 0 ? self->pair->b : self->pair->a;

  self->names[0] = self->pair->a->name;
  self->names[1] = self->pair->b->name;
  if ((self->kind != SAIGA_PROPOSAL_SPLIT && self->kind != SAIGA_PROPOSAL_LUMP) || !g_str_equal (own->name, wide->name))
    return;
  for (guint i = 0; i < self->row->n_members[side]; i++)
    {
      const SaigaSideTaxon *taxon = _saiga_rows_get_members (self->rows, self->row, side)[i];

      if (!g_str_equal (taxon->name, wide->name))
        {
          self->names[side] = taxon->name;
          return;
        }
    }
}

/* ---- the name that others prefer */

static char *
fold (const char *name)
{
  return g_utf8_strdown (name, -1);
}

static GPtrArray *
get_authorities (GHashTable *accepted,
                 const char *name)
{
  g_autofree char *folded = fold (name);

  return g_hash_table_lookup (accepted, folded);
}

/* Which other lists accept the names that proposals are about: folded name → ids. */
static GHashTable *
find_accepted (GArray *proposals)
{
  GHashTable *accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  const SaigaProposal *first = proposals->len > 0 ? &g_array_index (proposals, SaigaProposal, 0) : NULL;
  SaigaTableIter iter;
  SaigaRecord *record;

  if (first == NULL)
    return accepted;
  for (guint i = 0; i < proposals->len; i++)
    for (guint side = 0; side < 2; side++)
      {
        const char *name = g_array_index (proposals, SaigaProposal, i).names[side];

        if (get_authorities (accepted, name) == NULL)
          g_hash_table_insert (accepted, fold (name), g_ptr_array_new ());
      }
  _saiga_table_iter_init (&iter, _saiga_snapshot_get_table (first->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON)));
  while ((record = _saiga_table_iter_next (&iter)) != NULL)
    {
      SaigaTaxon *taxon = SAIGA_TAXON (record);
      const char *authority_id = saiga_taxon_get_authority_id (taxon);
      gboolean is_other = authority_id != NULL && saiga_taxon_get_name (taxon) != NULL && saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_ACCEPTED;
      GPtrArray *authorities;

      for (guint side = 0; side < 2 && is_other; side++)
        is_other = !g_str_equal (authority_id, _saiga_record_peek_id (SAIGA_RECORD (first->rows->sides[side]->authority)));
      authorities = is_other ? get_authorities (accepted, saiga_taxon_get_name (taxon)) : NULL;
      if (authorities != NULL && !g_ptr_array_find_with_equal_func (authorities, authority_id, g_str_equal, NULL))
        g_ptr_array_add (authorities, (gpointer) authority_id);
    }

  return accepted;
}

/* The name that most other lists accept. One that has the segregate of a split is for it, though it
 * has the old name too. */
static void
find_preferred (SaigaProposal *self,
                GHashTable *accepted)
{
  GPtrArray *authorities[2] = { get_authorities (accepted, self->names[0]), get_authorities (accepted, self->names[1]) };
  const guint splitter = _saiga_proposal_get_splitter (self);

  if (g_str_equal (self->names[0], self->names[1]))
    return;
  for (guint side = 0; side < 2; side++)
    self->counts[side] = authorities[side]->len;
  if (self->kind == SAIGA_PROPOSAL_SPLIT || self->kind == SAIGA_PROPOSAL_LUMP)
    for (guint i = 0; i < authorities[splitter]->len; i++)
      self->counts[1 - splitter] -= g_ptr_array_find_with_equal_func (authorities[1 - splitter], authorities[splitter]->pdata[i], g_str_equal, NULL);
  if (self->counts[0] != self->counts[1])
    self->preferred = self->names[self->counts[1] > self->counts[0]];
}

/* ---- the proposal */

static void
recommend (const SaigaProposal *self,
           SaigaConcordanceFinding *finding)
{
  GListModel *options = saiga_concordance_finding_get_options (finding);
  gboolean keeps_reach = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr(SaigaConcordanceOption) option = g_list_model_get_item (options, i);

      keeps_reach |= g_str_equal (saiga_concordance_option_get_reach (option), "same");
    }
  if (self->kind == SAIGA_PROPOSAL_CHECK)
    _saiga_finding_set (finding, "recommendation", "review");
  else if (self->preferred == NULL || !keeps_reach)
    _saiga_finding_set (finding, "recommendation", "agree-with-note");
  else
    {
      const gboolean is_by_concept = self->kind != SAIGA_PROPOSAL_SPELLING && self->kind != SAIGA_PROPOSAL_NAME;

      _saiga_finding_take (finding, "recommendation",
                           g_strdup_printf ("%s-%s", is_by_concept ? "adopt-concept" : "rename", self->preferred == self->names[0] ? "b" : "a"));
    }
}

/* The options at a glance, in one cell each. */
static void
list_options (SaigaConcordanceFinding *finding)
{
  GListModel *options = saiga_concordance_finding_get_options (finding);

  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr(SaigaConcordanceOption) option = g_list_model_get_item (options, i);
      const char *side = saiga_concordance_option_get_side (option);
      const char *reach = saiga_concordance_option_get_reach (option);
      g_autofree char *change = g_strdup_printf ("%s:%s", side, saiga_concordance_option_get_change (option));
      g_autofree char *body = g_strdup_printf ("%s:%s", side, saiga_concordance_option_get_body (option));
      g_autofree char *effect = saiga_concordance_option_dup_effect (option, "en");
      const char *old = saiga_concordance_finding_get_value (finding, "effect");

      _saiga_finding_add (finding, "options", change);
      if (*reach != '\0')
        {
          g_autofree char *word = g_strdelimit (g_strdup (reach), " ", '+');

          _saiga_finding_add (finding, "reach", word);
        }
      if (strstr (saiga_concordance_finding_get_value (finding, "body"), body) == NULL)
        _saiga_finding_add (finding, "body", body);
      if (*effect != '\0' && !g_str_equal (reach, "same"))
        _saiga_finding_take (finding, "effect", g_strdup_printf ("%s%s%s: %s", old, *old != '\0' ? " " : "", change, effect));
    }
}

static void
add_proposal (SaigaProposal *self,
              const SaigaStandards *standards,
              GListStore *findings)
{
  g_autoptr(SaigaConcordanceFinding) finding = _saiga_finding_new (SAIGA_REVIEW_AXIS_HARMONISATION, self->rows, self->row, self->pair->a, self->pair->b);
  static const char *const fields[] = { "reference-a", "reference-b" };

  _saiga_finding_set (finding, "name-a", self->pair->a->name);
  _saiga_finding_set (finding, "name-b", self->pair->b->name);
  _saiga_finding_set (finding, "kind", kind_nicks[self->kind]);
  for (guint side = 0; side < 2; side++)
    {
      self->references[side] = _saiga_standards_find (standards, self->rows->sides[side], side == 0 ? self->pair->a : self->pair->b);
      _saiga_finding_set (finding, fields[side], self->references[side] != NULL ? saiga_standard_reference_get_document_id (self->references[side]) : "unknown");
    }
  _saiga_finding_set (finding, "preferred", self->preferred != NULL ? self->preferred : "none");
  _saiga_proposal_add_options (self, standards, finding);
  list_options (finding);
  recommend (self, finding);
  _saiga_proposal_tell (self, finding);
  g_list_store_append (findings, finding);
}

void
_saiga_rows_list_proposals (SaigaRows *self,
                            SaigaSnapshot *snapshot,
                            gboolean one_sided,
                            GListStore *findings)
{
  g_autoptr(SaigaStandards) standards = _saiga_standards_new (snapshot);
  g_autoptr(GArray) proposals = g_array_new (FALSE, FALSE, sizeof (SaigaProposal));
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GHashTable) accepted = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const SaigaRow *row = _saiga_rows_get (self, i);
      GArray *pairs;

      if (row->n_members[0] == 0 || row->n_members[1] == 0 || _saiga_row_is_shared (row) == one_sided)
        continue;
      pairs = _saiga_rows_list_pairs (self, row, TRUE);
      g_ptr_array_add (lists, pairs);
      for (guint n = 0; n < pairs->len; n++)
        {
          SaigaProposal proposal = { .rows = self, .snapshot = snapshot, .row = row, .pair = &g_array_index (pairs, SaigaPairing, n) };

          if (proposal.pair->a == NULL || proposal.pair->b == NULL || (proposal.kind = find_kind (row, proposal.pair)) == SAIGA_PROPOSAL_NONE)
            continue;
          choose_names (&proposal);
          g_array_append_val (proposals, proposal);
        }
    }
  accepted = find_accepted (proposals);
  for (guint i = 0; i < proposals->len; i++)
    {
      SaigaProposal *proposal = &g_array_index (proposals, SaigaProposal, i);

      find_preferred (proposal, accepted);
      add_proposal (proposal, standards, findings);
    }
}
