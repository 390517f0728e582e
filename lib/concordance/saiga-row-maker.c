/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-row-private.h"
#include "saiga-reason-private.h"
#include "saiga-rows-private.h"

/* A row as an object, with its reasons: made when somebody looks at it. */

/* The reasons of a match, then those of the law. */
typedef enum
{
  PLACED = SAIGA_MATCH_SEGREGATE + 1,
  OWN,
  INHERITED,
  PART,
} LawReason;

static const SaigaReasonKind reason_kinds[] = {
  [SAIGA_MATCH_SAME_NAME] = { "same-name", N_ ("Both lists have the name %1.") },
  [SAIGA_MATCH_SYNONYM_IN_A] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SAIGA_MATCH_SYNONYM_IN_B] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SAIGA_MATCH_SHARED_SYNONYM] = { "shared-synonym", N_ ("Both lists have %1 as a synonym.") },
  [SAIGA_MATCH_SEGREGATE] = { "segregate", N_ ("%1 has %2 split off from %3.") },
  [PLACED] = { "placed", N_ ("%1 does not know %2; it would belong to %3.") },
  [OWN] = { "own", N_ ("%1 lists %2 in Appendix %3.") },
  [INHERITED] = { "inherited", N_ ("%1 lists %2 in Appendix %3 through %4.") },
  [PART] = { "part", N_ ("%1 lists a part of %2 in Appendix %3.") },
};

static void
add_reason (GPtrArray *reasons,
            guint code,
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
                 SaigaRows *self,
                 const SaigaMatchEdge *edge)
{
  const SaigaSideTaxon *a = _saiga_side_get_taxon (self->a, edge->a);
  const SaigaSideTaxon *b = _saiga_side_get_taxon (self->b, edge->b);

  switch (edge->reason)
    {
    case SAIGA_MATCH_SYNONYM_IN_A:
      add_reason (reasons, edge->reason, side_name (self->a), edge->name, saiga_taxon_get_name (a->taxon), NULL);
      break;
    case SAIGA_MATCH_SYNONYM_IN_B:
      add_reason (reasons, edge->reason, side_name (self->b), edge->name, saiga_taxon_get_name (b->taxon), NULL);
      break;
    case SAIGA_MATCH_SEGREGATE:
      add_reason (reasons, edge->reason, side_name (self->a), a->name, edge->name, NULL);
      break;
    case SAIGA_MATCH_SAME_NAME:
    case SAIGA_MATCH_SHARED_SYNONYM:
    default:
      add_reason (reasons, edge->reason, edge->name, NULL, NULL, NULL);
    }
}

static SaigaRowSide
make_row_side (SaigaRows *self,
               const SaigaRow *row,
               guint side,
               GPtrArray *reasons)
{
  gpointer *taxa = _saiga_rows_get_members (self, row, side);
  SaigaRowSide row_side = { g_list_store_new (SAIGA_TYPE_TAXON), NULL, NULL, _saiga_rows_combine (taxa, row->n_members[side]) };
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  guint32 appendices = 0;

  for (guint i = 0; i < row->n_members[side]; i++)
    {
      SaigaSideTaxon *taxon = taxa[i];

      g_list_store_append (row_side.taxa, taxon->taxon);
      g_strv_builder_add (names, taxon->name);
      appendices |= taxon->own | taxon->inherited | taxon->lower;
      add_law_reasons (reasons, _saiga_rows_get_side (self, side), taxon, taxon->lower);
    }
  if (row->n_members[side] == 0 && row->placed != NULL)
    {
      row_side.coverage = SAIGA_COVERAGE_HIGHER;
      appendices = row->placed->own | row->placed->inherited;
      add_reason (reasons, PLACED, side_name (_saiga_rows_get_side (self, side)), row->name, saiga_taxon_get_name (row->placed->taxon), NULL);
      add_law_reasons (reasons, _saiga_rows_get_side (self, side), row->placed, 0);
    }
  row_side.names = g_strv_builder_end (names);
  row_side.appendices = _saiga_side_print_appendices (_saiga_rows_get_side (self, side), appendices);

  return row_side;
}

SaigaConcordanceRow *
_saiga_rows_make (SaigaRows *self,
                  guint position)
{
  const SaigaRow *row = &g_array_index (self->rows, SaigaRow, position);
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
  SaigaSideTaxon *first = _saiga_rows_get_first (self, row);
  SaigaRowSide a;
  SaigaRowSide b;

  for (guint i = 0; i < row->n_edges; i++)
    add_name_reason (reasons, self, &g_array_index (self->edges, SaigaMatchEdge, row->edges + i));
  a = make_row_side (self, row, 0, reasons);
  b = make_row_side (self, row, 1, reasons);

  return _saiga_concordance_row_new_take (_saiga_record_peek_id (SAIGA_RECORD (first->taxon)), first->rank,
                                          row->group, a, b, row->placed != NULL, _saiga_rows_have_same_name (self, row), reasons);
}
