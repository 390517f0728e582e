/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-law-private.h"
#include "saiga-reason-private.h"
#include "saiga-row-maker-private.h"

/* Which entries list the taxa of a row, as evidence. */

typedef struct
{
  SaigaRows *rows;
  SaigaEvidenceList *evidence;
  guint side;
} Account;

/* As the row has it: a year stays a year; nothing where no day can be believed. */
static char *
print_date (const SaigaPiece *piece)
{
  SaigaDate *date = saiga_listing_get_effective (piece->listing);

  return date != NULL ? saiga_date_to_string (date) : g_strdup ("");
}

/* "BW NA ZA ZW" or "except BW NA ZA ZW"; nothing for all. */
static char *
print_scope (const SaigaSide *side,
             const SaigaPiece *piece)
{
  g_auto(GStrv) area_ids = NULL;
  g_autofree char *areas = NULL;

  if (!piece->is_named && _saiga_area_sets_is_empty (side->law->areas, piece->areas))
    return g_strdup ("");
  area_ids = _saiga_area_sets_list (side->law->areas, piece->areas);
  areas = _saiga_print_area_codes (side->law->snapshot, (const char *const *) area_ids);

  return piece->is_named ? g_steal_pointer (&areas) : g_strconcat ("except ", areas, NULL);
}

/* ---- what covers a taxon */

static void
explain_piece (Account *self,
               const SaigaSideTaxon *taxon,
               const SaigaPiece *piece,
               gboolean is_own)
{
  const SaigaSide *side = self->rows->sides[self->side];
  const char *id = _saiga_record_peek_id (SAIGA_RECORD (piece->listing));
  const char *code = side->law->codes[piece->appendix];
  SaigaText *text = saiga_listing_get_scope_text (piece->listing);
  SaigaText *forms = saiga_listing_get_excluded_forms (piece->listing);
  g_autofree char *date = print_date (piece);
  g_autofree char *scope = print_scope (side, piece);

  if (is_own)
    _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_OWN, self->side, id, code, date, taxon->name, scope, NULL);
  else
    _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_INHERITED, self->side, id, code, date,
                                 saiga_taxon_get_name (SAIGA_NODE (side->law, piece->node)->taxon), taxon->name, scope, NULL);
  if (is_own && forms != NULL)
    {
      SaigaReason *reason = _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_FORMS_EXCEPTED, self->side, id, code, date,
                                                         saiga_text_get_best_words (forms, "en"), NULL);

      if (reason != NULL)
        _saiga_reason_add_text (reason, 4, forms);
    }
  if (is_own && text != NULL && saiga_text_get_words (text, "en") != NULL)
    _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_SCOPE_WORDS, self->side, id, code, date, saiga_text_get_words (text, "en"), NULL);
  if (is_own && g_str_has_prefix (scope, "except "))
    _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_POPULATION_EXCEPTED, self->side, id, code, date, scope + strlen ("except "), NULL);
}

static void
explain_used (Account *self,
              const SaigaSideTaxon *taxon)
{
  const SaigaSide *side = self->rows->sides[self->side];
  guint n_used;
  const guint *used = _saiga_side_get_used (side, taxon, &n_used);

  for (guint own = 0; own < 2; own++)
    for (guint i = 0; i < n_used; i++)
      {
        const SaigaPiece *piece = SAIGA_PIECE (side->law, used[i]);

        if ((piece->node == taxon->node) == (own == 0))
          explain_piece (self, taxon, piece, own == 0);
      }
}

/* Entries of lower taxa, with the highest of them named. */
static void
explain_parts (Account *self,
               const SaigaSideTaxon *taxon)
{
  const SaigaSide *side = self->rows->sides[self->side];

  if (taxon->lower == 0)
    return;
  for (guint node = taxon->node + 1; node < SAIGA_NODE (side->law, taxon->node)->end; node++)
    {
      SaigaSideTaxon *lower = g_hash_table_lookup (side->by_id, _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (side->law, node)->taxon)));
      guint n_used = 0;
      const guint *used = lower != NULL && lower->own != 0 ? _saiga_side_get_used (side, lower, &n_used) : NULL;

      for (guint i = 0; i < n_used; i++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (side->law, used[i]);
          g_autofree char *date = print_date (piece);

          if (piece->node == lower->node)
            _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_PART, self->side, lower->name, _saiga_record_peek_id (SAIGA_RECORD (piece->listing)),
                                         side->law->codes[piece->appendix], date, NULL);
        }
    }
}

static void
explain_former (Account *self,
                const SaigaSideTaxon *taxon)
{
  const SaigaSide *side = self->rows->sides[self->side];

  for (guint node = taxon->node; node != SAIGA_NO_NODE; node = SAIGA_NODE (side->law, node)->parent)
    for (guint i = 0; i < SAIGA_NODE (side->law, node)->n_pieces; i++)
      {
        const SaigaPiece *piece = SAIGA_PIECE (side->law, SAIGA_NODE (side->law, node)->first_piece + i);

        if (piece->to <= side->day.question.day && piece->from < piece->to)
          {
            g_autoptr(SaigaDate) until = _saiga_date_of_day (piece->to);
            g_autofree char *date = until != NULL ? saiga_date_to_string (until) : g_strdup ("");

            _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_FORMER, self->side, side->law->codes[piece->appendix], date, NULL);
          }
      }
}

/* Open entries of higher taxa that leave the taxon out. */
static void
explain_excepted (Account *self,
                  const SaigaSideTaxon *taxon)
{
  const SaigaSide *side = self->rows->sides[self->side];

  for (guint node = SAIGA_NODE (side->law, taxon->node)->parent; node != SAIGA_NO_NODE; node = SAIGA_NODE (side->law, node)->parent)
    for (guint i = 0; i < SAIGA_NODE (side->law, node)->n_pieces; i++)
      {
        const SaigaPiece *piece = SAIGA_PIECE (side->law, SAIGA_NODE (side->law, node)->first_piece + i);
        g_autofree char *date = NULL;

        if (!_saiga_piece_stands (piece, side->day.question.day) || !_saiga_piece_excepts (side->law, piece, taxon->node))
          continue;
        date = print_date (piece);
        _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_EXCEPTED, self->side, _saiga_record_peek_id (SAIGA_RECORD (piece->listing)),
                                     side->law->codes[piece->appendix], date, taxon->name, NULL);
      }
}

static void
explain_taxon (Account *self,
               const SaigaSideTaxon *taxon)
{
  const SaigaSide *side = self->rows->sides[self->side];

  if (side->law == NULL || taxon->node == SAIGA_NO_NODE)
    return;
  explain_used (self, taxon);
  explain_parts (self, taxon);
  explain_excepted (self, taxon);
  if (taxon->coverage == SAIGA_COVERAGE_FORMER)
    explain_former (self, taxon);
  if (taxon->own == 0 && taxon->inherited != 0 && side->law->is_migratory && taxon->species == taxon &&
      saiga_taxon_get_migratory (taxon->taxon) == SAIGA_TERNARY_UNKNOWN)
    _saiga_evidence_add_of_side (self->evidence, SAIGA_EVIDENCE_MIGRATORY_UNKNOWN, self->side, taxon->name, NULL);
}

void
_saiga_rows_explain_law (SaigaRows *self,
                         const SaigaRow *row,
                         SaigaEvidenceList *evidence)
{
  for (guint side = 0; side < 2; side++)
    {
      Account account = { self, evidence, side };

      for (guint i = 0; i < row->n_members[side]; i++)
        explain_taxon (&account, _saiga_rows_get_members (self, row, side)[i]);
      if (row->n_members[side] == 0 && row->placed != NULL)
        {
          const SaigaSideTaxon *first = _saiga_rows_get_first (self, row);

          _saiga_evidence_add_of_side (evidence, SAIGA_EVIDENCE_PLACED, side, first->name, row->placed->name, NULL);
          explain_used (&account, row->placed);
        }
    }
}
