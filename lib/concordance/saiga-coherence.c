/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-concordance-finding-private.h"
#include "saiga-law-private.h"

/* How far the listings of a row's two sides agree (activity A4 of the joint work programme). */

/* ---- since when */

/* A day that is known to lie between two. */
typedef struct
{
  int min;
  int max;
  gboolean is_known;
  SaigaListing *listing; /* whose day it is */
} Span;

/* Half of the dates of CMS are years, and some are fillers that nobody can believe. */
static Span
date_piece (const SaigaSide *side,
            const SaigaPiece *piece)
{
  SaigaDate *effective = saiga_listing_get_effective (piece->listing);
  SaigaDate *text_from = saiga_listing_get_text_from (piece->listing);
  const int today = side->day.question.day;
  Span span = { side->law->in_force, today, TRUE, piece->listing };

  if (effective != NULL)
    span = (Span){ saiga_date_get_earliest_day (effective), saiga_date_get_latest_day (effective), TRUE, piece->listing };
  else if (text_from != NULL)
    span.max = MIN (today, saiga_date_get_earliest_day (text_from));
  span.min = MAX (span.min, side->law->in_force);
  span.max = MAX (span.max, span.min);

  return span;
}

static void
add_piece (const SaigaSide *side,
           const SaigaPiece *piece,
           guint32 appendices,
           Span *first)
{
  Span span;

  if (piece->from > side->day.question.day || (appendices & (1u << piece->appendix)) == 0)
    return;
  span = date_piece (side, piece);
  if (!first->is_known)
    *first = span;
  if (span.min < first->min)
    first->listing = span.listing;
  first->min = MIN (first->min, span.min);
  first->max = MIN (first->max, span.max);
}

/* The first entry, under any name, that reached the taxon, or anything below it where that is the
 * row's too. */
static void
find_first (const SaigaSide *side,
            const SaigaSideTaxon *taxon,
            gboolean with_lower,
            guint32 appendices,
            Span *first)
{
  const SaigaBook *law = side->law;
  guint end;
  guint below;

  if (law == NULL || taxon->node == SAIGA_NO_NODE)
    return;
  end = with_lower ? SAIGA_NODE (law, taxon->node)->end : taxon->node + 1;
  for (guint node = taxon->node; node < end; node++)
    for (guint i = 0; i < SAIGA_NODE (law, node)->n_pieces; i++)
      add_piece (side, SAIGA_PIECE (law, SAIGA_NODE (law, node)->first_piece + i), appendices, first);
  below = taxon->node;
  for (guint node = SAIGA_NODE (law, taxon->node)->parent; node != SAIGA_NO_NODE; node = SAIGA_NODE (law, node)->parent)
    {
      for (guint i = 0; i < SAIGA_NODE (law, node)->n_pieces; i++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (law, SAIGA_NODE (law, node)->first_piece + i);

          if (!_saiga_piece_excepts (law, piece, below) && !_saiga_piece_excepts (law, piece, taxon->node))
            add_piece (side, piece, appendices, first);
        }
      below = node;
    }
}

static Span
find_first_of_row (const SaigaRows *self,
                   const SaigaRow *row,
                   guint side,
                   guint32 appendices)
{
  Span first = { 0, 0, FALSE, NULL };

  for (guint i = 0; i < row->n_members[side]; i++)
    find_first (self->sides[side], _saiga_rows_get_members (self, row, side)[i], TRUE, appendices, &first);
  if (row->n_members[side] == 0 && row->placed != NULL)
    find_first (self->sides[side], row->placed, FALSE, appendices, &first);

  return first;
}

/* "1975-07-01", or "1994-01-01/1994-12-31" where no single day is known. */
static char *
print_span (Span span)
{
  g_autoptr(SaigaDate) min = span.is_known ? _saiga_date_of_day (span.min) : NULL;
  g_autoptr(SaigaDate) max = span.is_known ? _saiga_date_of_day (span.max) : NULL;
  g_autofree char *from = min != NULL ? saiga_date_to_string (min) : g_strdup ("");
  g_autofree char *to = max != NULL ? saiga_date_to_string (max) : g_strdup ("");

  return span.min == span.max || !span.is_known ? g_steal_pointer (&from) : g_strconcat (from, "/", to, NULL);
}

/* Which entry was the first. */
static void
add_first (SaigaConcordanceFinding *finding,
           guint side,
           const Span *first)
{
  g_autofree char *word = first->is_known ? g_strdup_printf ("first(%s,%s)", side == 0 ? "a" : "b", _saiga_record_peek_id (SAIGA_RECORD (first->listing))) : NULL;

  if (word != NULL)
    _saiga_finding_add (finding, "evidence", word);
}

static char *
print_years (int days)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", days / 365.2425));
}

static void
add_lag (SaigaConcordanceFinding *finding,
         Span a,
         Span b)
{
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  if (!a.is_known || !b.is_known)
    return;
  _saiga_finding_take (finding, "lag-min", g_strdup_printf ("%d", b.min - a.max));
  _saiga_finding_take (finding, "lag-max", g_strdup_printf ("%d", b.max - a.min));
  min = print_years (b.min - a.max);
  max = print_years (b.max - a.min);
  _saiga_finding_take (finding, "lag", g_str_equal (min, max) ? g_strdup (min) : g_strdup_printf ("%s to %s", min, max));
}

/* ---- differences */

/* An Appendix that holds for part of the States only, or for lower taxa only. */
static gboolean
has_partial_appendix (const SaigaRows *self,
                      const SaigaRow *row,
                      guint side)
{
  const SaigaSide *there = self->sides[side];

  for (guint i = 0; i < row->n_members[side]; i++)
    {
      const SaigaSideTaxon *taxon = _saiga_rows_get_members (self, row, side)[i];
      guint32 whole = 0;
      guint32 partial = taxon->lower;
      guint n_used;
      const guint *used = _saiga_side_get_used (there, taxon, &n_used);

      if (row->is_higher || (taxon->own | taxon->inherited) == 0)
        continue;
      for (guint n = 0; n < n_used; n++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (there->law, used[n]);

          if (piece->is_named || piece->is_limited || !_saiga_area_sets_is_empty (there->law->areas, piece->areas))
            partial |= 1u << piece->appendix;
          else
            whole |= 1u << piece->appendix;
        }
      if ((partial & ~whole) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_coverage (const SaigaRow *row,
              SaigaCoverage coverage)
{
  return row->coverage[0] == coverage || row->coverage[1] == coverage;
}

static void
add_differences (const SaigaRows *self,
                 const SaigaRow *row,
                 SaigaConcordanceFinding *finding,
                 gboolean is_strict[2])
{
  gboolean has_first[2];

  for (guint side = 0; side < 2; side++)
    has_first[side] = (_saiga_rows_get_appendices (self, row, side) & _saiga_side_find_appendix (self->sides[side], "I")) != 0;
  if (!_saiga_row_is_shared (row))
    {
      _saiga_finding_add (finding, "differences", "one-sided");
      return;
    }
  if (has_coverage (row, SAIGA_COVERAGE_PART))
    _saiga_finding_add (finding, "differences", "level");
  for (guint side = 0; side < 2; side++)
    {
      is_strict[side] = has_first[side] && !has_first[1 - side];
      if (is_strict[side])
        _saiga_finding_add (finding, "differences", side == 0 ? "strict-a" : "strict-b");
    }
  if (has_coverage (row, SAIGA_COVERAGE_POPULATION) || has_partial_appendix (self, row, 0) || has_partial_appendix (self, row, 1))
    _saiga_finding_add (finding, "differences", "scope");
  if (has_coverage (row, SAIGA_COVERAGE_OWN) && has_coverage (row, SAIGA_COVERAGE_HIGHER))
    _saiga_finding_add (finding, "differences", "route");
  if (*saiga_concordance_finding_get_value (finding, "differences") == '\0')
    _saiga_finding_set (finding, "differences", "agrees");
}

/* ---- facts */

/* "Conf.9.24-1-B(document.cop15-prop-4)": with what decided it, where that is recorded. */
static void
add_criterion (SaigaConcordanceFinding *finding,
               const char *field,
               SaigaListing *listing,
               const char *code)
{
  const char *decision_id = saiga_listing_get_decision_id (listing);
  const char *document_id = decision_id != NULL ? decision_id : saiga_listing_get_proposal_id (listing);
  g_autofree char *word = document_id != NULL ? g_strdup_printf ("%s(%s)", code, document_id) : g_strdup (code);
  g_auto(GStrv) known = g_strsplit (saiga_concordance_finding_get_value (finding, field), " ", -1);

  if (!g_strv_contains ((const char *const *) known, word))
    _saiga_finding_add (finding, field, word);
}

/* Criteria are data, never guessed: those that the entries in force name. */
static void
add_criteria (const SaigaRows *self,
              const SaigaRow *row,
              guint side,
              SaigaConcordanceFinding *finding)
{
  const char *field = side == 0 ? "criteria-a" : "criteria-b";

  for (guint i = 0; i < row->n_members[side]; i++)
    {
      guint n_used;
      const guint *used = _saiga_side_get_used (self->sides[side], _saiga_rows_get_members (self, row, side)[i], &n_used);

      for (guint n = 0; n < n_used; n++)
        {
          SaigaListing *listing = SAIGA_PIECE (self->sides[side]->law, used[n])->listing;

          for (const char *const *code = saiga_listing_get_criterion_codes (listing); *code != NULL; code++)
            add_criterion (finding, field, listing, *code);
        }
    }
  if (*saiga_concordance_finding_get_value (finding, field) == '\0')
    _saiga_finding_set (finding, field, "unknown");
}

/* Yes if any taxon of the row is said to be so; no if all that say anything say no. */
static SaigaTernary
join_ternary (const SaigaRows *self,
              const SaigaRow *row,
              SaigaTernary (*get) (SaigaTaxon *taxon))
{
  SaigaTernary joined = SAIGA_TERNARY_UNKNOWN;
  guint n_taxa;
  SaigaSideTaxon **taxa = _saiga_rows_get_all_members (self, row, &n_taxa);

  for (guint i = 0; i < n_taxa; i++)
    {
      SaigaTernary value = get (taxa[i]->taxon);

      if (value == SAIGA_TERNARY_YES || joined != SAIGA_TERNARY_YES)
        joined = value != SAIGA_TERNARY_UNKNOWN ? value : joined;
    }

  return joined;
}

static int
count_range (const SaigaRows *self,
             const SaigaRow *row)
{
  g_autoptr(GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_known = FALSE;
  guint n_taxa;
  SaigaSideTaxon **taxa = _saiga_rows_get_all_members (self, row, &n_taxa);

  for (guint i = 0; i < n_taxa; i++)
    is_known |= _saiga_side_taxon_add_range (taxa[i], areas);

  return is_known ? (int) g_hash_table_size (areas) : -1;
}

/* One failed fact makes no; a missing one, unknown. */
static void
add_candidate (SaigaConcordanceFinding *finding,
               gboolean for_migratory,
               gboolean has_category,
               SaigaAssessmentCategory category,
               SaigaTernary migratory,
               SaigaTernary traded,
               int n_states)
{
  g_autoptr(GString) missing = g_string_new (NULL);
  gboolean is_no = FALSE;

  if (!has_category)
    g_string_append (missing, "red-list ");
  else
    is_no = category != SAIGA_ASSESSMENT_CATEGORY_CR && category != SAIGA_ASSESSMENT_CATEGORY_EN && category != SAIGA_ASSESSMENT_CATEGORY_VU &&
            category != SAIGA_ASSESSMENT_CATEGORY_NT && category != SAIGA_ASSESSMENT_CATEGORY_LR_CD;
  if (for_migratory)
    {
      is_no |= migratory == SAIGA_TERNARY_NO || (n_states >= 0 && n_states < 2);
      if (migratory == SAIGA_TERNARY_UNKNOWN)
        g_string_append (missing, "migratory ");
      if (n_states < 0)
        g_string_append (missing, "range ");
    }
  else
    {
      is_no |= traded == SAIGA_TERNARY_NO;
      if (traded == SAIGA_TERNARY_UNKNOWN)
        g_string_append (missing, "traded ");
    }
  g_strchomp (missing->str);
  if (is_no)
    _saiga_finding_set (finding, "candidate", "no");
  else if (*missing->str != '\0')
    _saiga_finding_take (finding, "candidate", g_strdup_printf ("unknown(%s)", missing->str));
  else
    _saiga_finding_set (finding, "candidate", "yes");
}

/* The side that does not list what the other does. */
static guint
get_missing_side (const SaigaRow *row)
{
  return row->relation == SAIGA_LISTING_RELATION_ONLY_B || row->relation == SAIGA_LISTING_RELATION_WAS_A ? 0 : 1;
}

static void
recommend (SaigaConcordanceFinding *finding,
           const SaigaRow *row,
           const gboolean is_strict[2],
           gboolean is_endangered)
{
  const char *candidate = saiga_concordance_finding_get_value (finding, "candidate");

  if (g_str_equal (candidate, "yes"))
    _saiga_finding_set (finding, "recommendation", get_missing_side (row) == 0 ? "review-listing-a" : "review-listing-b");
  else if (g_str_has_prefix (candidate, "unknown"))
    _saiga_finding_take (finding, "recommendation", g_strconcat ("complete-facts", candidate + strlen ("unknown"), NULL));
  else if (is_endangered && (is_strict[0] || is_strict[1]))
    _saiga_finding_set (finding, "recommendation", is_strict[0] ? "review-appendix-b" : "review-appendix-a");
  else if (_saiga_row_is_shared (row) && has_coverage (row, SAIGA_COVERAGE_PART))
    _saiga_finding_set (finding, "recommendation", "review-level");
  else if (strstr (saiga_concordance_finding_get_value (finding, "differences"), "scope") != NULL)
    _saiga_finding_set (finding, "recommendation", "review-scope");
  else
    _saiga_finding_set (finding, "recommendation", "none");
}

static SaigaConcordanceFinding *
compare_row (SaigaRows *self,
             const SaigaRow *row)
{
  SaigaConcordanceFinding *finding = _saiga_finding_new (SAIGA_REVIEW_AXIS_COHERENCE, self, row, NULL, NULL);
  const Span first[2] = { find_first_of_row (self, row, 0, G_MAXUINT32), find_first_of_row (self, row, 1, G_MAXUINT32) };
  const SaigaTernary migratory = join_ternary (self, row, saiga_taxon_get_migratory);
  const SaigaTernary traded = join_ternary (self, row, saiga_taxon_get_traded);
  const int n_states = count_range (self, row);
  SaigaAssessmentCategory category = SAIGA_ASSESSMENT_CATEGORY_UNSET;
  g_autofree char *words = _saiga_rows_dup_red_list (self, row, &category);
  gboolean is_strict[2] = { FALSE, FALSE };

  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *appendices = _saiga_side_print_appendices (self->sides[side], _saiga_rows_get_appendices (self, row, side));

      for (guint i = 0; i < row->n_members[side]; i++)
        {
          const char *name = _saiga_rows_get_members (self, row, side)[i]->name;
          const char *old = saiga_concordance_finding_get_value (finding, "names");

          _saiga_finding_take (finding, "names", g_strconcat (old, *old == '\0' ? "" : i == 0 ? " × "
                                                                                              : ", ",
                                                              name, NULL));
        }
      _saiga_finding_set (finding, side == 0 ? "appendices-a" : "appendices-b", appendices);
      _saiga_finding_take (finding, side == 0 ? "first-a" : "first-b", print_span (first[side]));
      add_first (finding, side, &first[side]);
      _saiga_finding_take (finding, side == 0 ? "first-I-a" : "first-I-b",
                           print_span (find_first_of_row (self, row, side, _saiga_side_find_appendix (self->sides[side], "I"))));
      add_criteria (self, row, side, finding);
    }
  _saiga_finding_set (finding, "listing-class", _saiga_value_to_nick (SAIGA_TYPE_LISTING_RELATION, row->relation));
  _saiga_finding_set (finding, "certainty", _saiga_value_to_nick (SAIGA_TYPE_CONCORDANCE_CERTAINTY, row->certainty));
  add_differences (self, row, finding, is_strict);
  add_lag (finding, first[0], first[1]);
  _saiga_finding_set (finding, "red-list", words != NULL ? words : "unknown");
  _saiga_finding_take (finding, "range-count", n_states >= 0 ? g_strdup_printf ("%d", n_states) : g_strdup ("unknown"));
  _saiga_finding_set (finding, "migratory", _saiga_value_to_nick (SAIGA_TYPE_TERNARY, migratory));
  _saiga_finding_set (finding, "traded", _saiga_value_to_nick (SAIGA_TYPE_TERNARY, traded));
  if (!_saiga_row_is_shared (row))
    {
      const SaigaBook *law = self->sides[get_missing_side (row)]->law;

      add_candidate (finding, law != NULL && law->is_migratory, words != NULL, category,
                     migratory, traded, n_states);
    }
  recommend (finding, row, is_strict, category == SAIGA_ASSESSMENT_CATEGORY_CR || category == SAIGA_ASSESSMENT_CATEGORY_EN);

  return finding;
}

void
_saiga_rows_list_coherence (SaigaRows *self,
                            gboolean one_sided,
                            GListStore *findings)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SaigaRow *row = _saiga_rows_get (self, i);
      g_autoptr(SaigaConcordanceFinding) finding = NULL;

      if (row->is_higher || _saiga_row_is_shared (row) == one_sided)
        continue;
      finding = compare_row (self, row);
      g_list_store_append (findings, finding);
    }
}
