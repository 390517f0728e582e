/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-reason-private.h"
#include "saiga-status-private.h"

/* Why a status is as it is: the listings used and those that are not, and what is not
 * certain. The first argument of a reason about a listing is its id, then its appendix and
 * its first day; the rules are those of the chapter "The law of listings". */

enum
{
  OWN,
  INHERITED,
  INCLUDED,
  ALSO_TAXA,
  EXCEPTED,
  CARVED_OUT,
  POPULATION_EXCEPTED,
  FORMS_EXCEPTED,
  NEARER,
  III_BELOW,
  NOT_IN_RANGE,
  AMENDED,
  END_INFERRED,
  RANGE_UNKNOWN,
  RANGE_OF_PARENT,
  RANGE_CONFLICT,
  SCOPE_OVERLAP,
  SCOPE_PART,
  SCOPE_WORDS,
  DATE_PLACEHOLDER,
  MIGRATORY_UNKNOWN,
  INCLUSION_STANDS_ALONE,
  CONCEPT_OF_LATER_NAME,
  AFTER_HORIZON,
};

static const SaigaReasonKind kinds[] = {
  [OWN] = { "own", N_ ("It is listed itself in Appendix %2, since %3 (%1).") },
  [INHERITED] = { "inherited", N_ ("The listing of %4 in Appendix %2, since %3, covers it (%1).") },
  [INCLUDED] = { "included", N_ ("Its own listing in Appendix %2, since %3, is part of that of %4 (%1).") },
  [ALSO_TAXA] = { "also-taxa", N_ ("The listing of %4 in Appendix %2, since %3, says that it includes it (%1).") },
  [EXCEPTED] = { "excepted", N_ ("The listing in Appendix %2, since %3, leaves out %4 (%1).") },
  [CARVED_OUT] = { "carved-out", N_ ("It was taken out of what higher taxa have in Appendix %2 on %3 (%1).") },
  [POPULATION_EXCEPTED] = { "population-excepted", N_ ("The listing in Appendix %2, since %3, does not cover the population of %4 (%1).") },
  [FORMS_EXCEPTED] = { "forms-excepted", N_ ("The listing in Appendix %2, since %3, leaves out %4 (%1).") },
  [NEARER] = { "nearer", N_ ("The listing in Appendix %4 stands nearer than that in Appendix %2, since %3 (%1), which is not used (rule 5.2).") },
  [III_BELOW] = { "III-below", N_ ("The listing in Appendix %2, since %3, gives way to that in Appendix %4 (%1; rule 5.2).") },
  [NOT_IN_RANGE] = { "not-in-range", N_ ("%2 is not in its range as known; what is left over for other countries covers it (%1).") },
  [AMENDED] = { "amended", N_ ("The listing in Appendix %2, since %3, amends an earlier one in the same Appendix (%1, %4).") },
  [END_INFERRED] = { "end-inferred", N_ ("No row ends the listing in Appendix %2, since %3; that it ended is inferred from the additions of %5 (%1, %4; rule 4.3).") },
  [RANGE_UNKNOWN] = { "range-unknown", N_ ("A listing depends on the country, and where the taxon lives is not known.") },
  [RANGE_OF_PARENT] = { "range-of-parent", N_ ("A listing depends on the country; the range is that of the species, %1.") },
  [RANGE_CONFLICT] = { "range-conflict", N_ ("The listing in Appendix %2, since %3, covers no country of the range; it is used nevertheless (%1).") },
  [SCOPE_OVERLAP] = { "scope-overlap", N_ ("Two listings cover the population of %4; the one that names it is used, not the one in Appendix %2, since %3 (%1; rule 5.2).") },
  [SCOPE_PART] = { "scope-part", N_ ("The listing in Appendix %2, since %3, covers only part of the population of %4 (%1).") },
  [SCOPE_WORDS] = { "scope-words", N_ ("The listing in Appendix %2, since %3, is limited in words: %4 (%1).") },
  [DATE_PLACEHOLDER] = { "date-placeholder", N_ ("The date of the listing in Appendix %2, %3, can not be believed (%1; rule 8.3).") },
  [MIGRATORY_UNKNOWN] = { "migratory-unknown", N_ ("The listing in Appendix %2, since %3, covers migratory species only, and whether %4 is one is not recorded (%1).") },
  [INCLUSION_STANDS_ALONE] = { "inclusion-stands-alone", N_ ("The listing in Appendix %2, since %3, was made part of that of a higher taxon, which is none of its own or was not listed; it stands for itself (%1).") },
  [CONCEPT_OF_LATER_NAME] = { "concept-of-later-name", N_ ("The Appendices did not print its name then: formerly %2 (%1).") },
  [AFTER_HORIZON] = { "after-horizon", N_ ("The data have the state of %1; what was listed later is not known.") },
};

typedef struct
{
  const SaigaQuestion *question;
  guint node;
  const SaigaLawRow *row;
  GArray *used; /* of guint */
  GPtrArray *reasons;
} Case;

static char *
print_day (int day)
{
  g_autoptr(SaigaDate) date = _saiga_date_of_day (day);

  return date != NULL ? saiga_date_to_string (date) : g_strdup ("");
}

/* As the row has it: a year stays a year. */
static char *
print_since (SaigaListing *listing,
             int since)
{
  SaigaDate *date = saiga_listing_get_effective (listing);

  return date != NULL ? saiga_date_to_string (date) : print_day (since);
}

static SaigaReason *
add_about (Case *self,
           guint kind,
           SaigaListing *listing,
           int since,
           const char *fourth,
           const char *fifth)
{
  g_autofree char *day = print_since (listing, since);
  SaigaReason *reason = _saiga_reason_new (&kinds[kind], _saiga_record_peek_id (SAIGA_RECORD (listing)),
                                           saiga_listing_get_appendix (listing), day, fourth, fifth, NULL);

  g_ptr_array_add (self->reasons, reason);

  return reason;
}

static const char *
name_of (const Case *self,
         guint node)
{
  SaigaTaxon *taxon = SAIGA_NODE (self->question->book, node)->taxon;
  const char *name = saiga_taxon_get_name (taxon);

  return name != NULL ? name : _saiga_record_peek_id (SAIGA_RECORD (taxon));
}

static SaigaText *
dup_area_name (const Case *self,
               const char *area_id)
{
  static const char *const languages[] = { "fr", "es" };
  SaigaRecord *area = saiga_snapshot_lookup (self->question->book->snapshot, area_id);
  const char *others = N_ ("all other countries");
  SaigaText *text;

  if (SAIGA_IS_AREA (area) && saiga_area_get_name (SAIGA_AREA (area)) != NULL)
    return saiga_text_ref (saiga_area_get_name (SAIGA_AREA (area)));
  if (!g_str_equal (area_id, SAIGA_OTHER_AREAS))
    return saiga_text_new ("en", area_id);

  text = saiga_text_new ("en", others);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(SaigaText) shorter = text;

      text = saiga_text_with (shorter, languages[i], _saiga_translate (languages[i], others));
    }

  return text;
}

/* Of a reason about a listing and areas: the names in English, then the ids. */
static void
add_about_areas (Case *self,
                 guint kind,
                 const SaigaPiece *piece,
                 const char *const *area_ids)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_text_unref);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *ids = g_strjoinv (" ", (char **) area_ids);
  SaigaReason *reason;

  for (guint i = 0; area_ids[i] != NULL; i++)
    {
      SaigaText *text = dup_area_name (self, area_ids[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", saiga_text_get_best_words (text, "en"));
      g_ptr_array_add (texts, text);
    }
  reason = add_about (self, kind, piece->listing, piece->since, names->str, ids);
  for (guint i = 0; i < texts->len; i++)
    _saiga_reason_add_text (reason, 3, texts->pdata[i]);
}

static gboolean
is_used (const Case *self,
         guint piece)
{
  for (guint i = 0; i < self->used->len; i++)
    if (g_array_index (self->used, guint, i) == piece)
      return TRUE;

  return FALSE;
}

static gboolean
is_on_chain (const Case *self,
             guint node)
{
  return node == self->node || _saiga_book_is_above ((SaigaBook *) self->question->book, node, self->node);
}

static gboolean
is_open (const Case *self,
         const SaigaPiece *piece)
{
  return piece->from <= self->question->day && self->question->day < piece->to;
}

/* ---- what is used */

static void
explain_used (Case *self)
{
  const SaigaBook *book = self->question->book;

  for (guint i = 0; i < self->used->len; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, g_array_index (self->used, guint, i));
      SaigaText *forms = saiga_listing_get_excluded_forms (piece->listing);

      if (piece->node == self->node)
        add_about (self, OWN, piece->listing, piece->since, NULL, NULL);
      else
        add_about (self, is_on_chain (self, piece->node) ? INHERITED : ALSO_TAXA, piece->listing, piece->since, name_of (self, piece->node), NULL);
      if (forms != NULL)
        _saiga_reason_add_text (add_about (self, FORMS_EXCEPTED, piece->listing, piece->since, saiga_text_get_best_words (forms, "en"), NULL), 3, forms);
    }
}

static void
explain_amended (Case *self)
{
  const SaigaBook *book = self->question->book;

  for (guint i = 0; i < self->used->len; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, g_array_index (self->used, guint, i));
      const SaigaNode *at = SAIGA_NODE (book, piece->node);

      for (guint n = 0; n < at->n_pieces; n++)
        {
          const SaigaPiece *earlier = SAIGA_PIECE (book, at->first_piece + n);

          if (earlier->appendix == piece->appendix && earlier->end == SAIGA_PIECE_END_SUPERSEDED && earlier->to == piece->since)
            {
              add_about (self, AMENDED, piece->listing, piece->since, _saiga_record_peek_id (SAIGA_RECORD (earlier->listing)), NULL);
              break;
            }
        }
    }
}

static void
explain_words (Case *self)
{
  const SaigaBook *book = self->question->book;

  for (guint i = 0; i < self->used->len; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, g_array_index (self->used, guint, i));
      const char *former = saiga_listing_get_former_name (piece->listing);
      SaigaText *text = saiga_listing_get_scope_text (piece->listing);

      if ((self->row->doubts & SAIGA_DOUBT_ALONE) != 0 && piece->carry == SAIGA_CARRY_ALONE)
        add_about (self, INCLUSION_STANDS_ALONE, piece->listing, piece->since, NULL, NULL);
      if ((self->row->doubts & SAIGA_DOUBT_SCOPE_WORDS) != 0 && text != NULL)
        _saiga_reason_add_text (add_about (self, SCOPE_WORDS, piece->listing, piece->since, saiga_text_get_best_words (text, "en"), NULL), 3, text);
      if ((self->row->doubts & SAIGA_DOUBT_DATE) != 0 && piece->doubt_from <= self->question->day && self->question->day < piece->doubt_to)
        add_about (self, DATE_PLACEHOLDER, piece->listing, piece->since, NULL, NULL);
      if ((self->row->doubts & SAIGA_DOUBT_MIGRATORY) != 0 && !SAIGA_NODE (book, piece->node)->is_species)
        add_about (self, MIGRATORY_UNKNOWN, piece->listing, piece->since, name_of (self, self->node), NULL);
      if ((self->row->doubts & SAIGA_DOUBT_RANGE_CONFLICT) != 0 && piece->node == self->node)
        add_about (self, RANGE_CONFLICT, piece->listing, piece->since, NULL, NULL);
      if (former != NULL && piece->node == self->node)
        g_ptr_array_add (self->reasons, _saiga_reason_new (&kinds[CONCEPT_OF_LATER_NAME], _saiga_record_peek_id (SAIGA_RECORD (piece->listing)), former, NULL));
    }
}

/* ---- what is not used */

/* The taxon on the way down to @self that keeps a piece of a higher one out, if any. */
static guint
find_excepted (const Case *self,
               const SaigaPiece *piece)
{
  for (guint at = self->node; at != piece->node && at != SAIGA_NO_NODE; at = SAIGA_NODE (self->question->book, at)->parent)
    if (_saiga_piece_excepts (self->question->book, piece, at))
      return at;

  return SAIGA_NO_NODE;
}

static const SaigaCarve *
find_carve (const Case *self,
            const SaigaPiece *piece)
{
  const SaigaCarve *carve = NULL;

  for (guint at = self->node; at != piece->node && at != SAIGA_NO_NODE && carve == NULL; at = SAIGA_NODE (self->question->book, at)->parent)
    carve = _saiga_book_find_carve (self->question->book, at, piece->appendix, self->question->day);

  return carve;
}

/* The areas that the piece covers, and another one of the same taxon names. */
static void
explain_overlap (Case *self,
                 const SaigaPiece *piece,
                 const char *area_id)
{
  const SaigaBook *book = self->question->book;
  const guint range = SAIGA_NODE (book, self->node)->range;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) areas = NULL;

  for (int area = 0; area < (int) _saiga_area_sets_n_areas (book->areas); area++)
    {
      gboolean is_named = FALSE;

      for (guint i = 0; i < self->used->len; i++)
        {
          const SaigaPiece *used = SAIGA_PIECE (book, g_array_index (self->used, guint, i));

          is_named |= used->node == piece->node && used->is_named && _saiga_piece_covers (book, used, area);
        }
      if (is_named && _saiga_piece_covers (book, piece, area) && (area_id != NULL ? area == self->question->area : range == SAIGA_NO_SET || _saiga_area_sets_has (book->areas, range, area)))
        g_strv_builder_add (builder, _saiga_area_sets_get_id (book->areas, area));
    }
  areas = g_strv_builder_end (builder);
  if (areas[0] != NULL)
    add_about_areas (self, SCOPE_OVERLAP, piece, (const char *const *) areas);
}

static void
explain_unused (Case *self,
                guint position,
                const char *area_id)
{
  const SaigaBook *book = self->question->book;
  const SaigaPiece *piece = SAIGA_PIECE (book, position);
  guint excepted = find_excepted (self, piece);
  const SaigaCarve *carve = find_carve (self, piece);
  const SaigaPiece *winner = NULL;

  if (excepted != SAIGA_NO_NODE)
    {
      add_about (self, EXCEPTED, piece->listing, piece->since, name_of (self, excepted), NULL);
      return;
    }
  if (carve != NULL)
    {
      add_about (self, CARVED_OUT, carve->listing, carve->from, NULL, NULL);
      return;
    }
  if (area_id != NULL && !_saiga_piece_covers (book, piece, self->question->area))
    {
      add_about_areas (self, POPULATION_EXCEPTED, piece, (const char *const[]){ area_id, NULL });
      return;
    }

  for (guint i = 0; i < self->used->len && winner == NULL; i++)
    winner = SAIGA_PIECE (book, g_array_index (self->used, guint, i));
  if (winner == NULL || !book->is_exclusive)
    return;
  if (winner->node == piece->node && (book->party_listed & (1u << piece->appendix)) == 0)
    {
      if ((self->row->doubts & SAIGA_DOUBT_SCOPE_OVERLAP) != 0)
        explain_overlap (self, piece, area_id);
      return;
    }
  add_about (self, (book->party_listed & (1u << piece->appendix)) != 0 ? III_BELOW : NEARER, piece->listing, piece->since,
             book->codes[winner->appendix], _saiga_record_peek_id (SAIGA_RECORD (winner->listing)));
}

static void
explain_chain (Case *self,
               const char *area_id)
{
  const SaigaBook *book = self->question->book;

  for (guint at = self->node; at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
    for (guint i = 0; i < SAIGA_NODE (book, at)->n_also; i++)
      {
        guint also = g_array_index (book->also, guint, SAIGA_NODE (book, at)->first_also + i);

        if (is_open (self, SAIGA_PIECE (book, also)) && !is_used (self, also) && SAIGA_PIECE (book, also)->carry != SAIGA_CARRY_CARRIED)
          explain_unused (self, also, area_id);
      }

  for (guint at = self->node; at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
    {
      const SaigaNode *there = SAIGA_NODE (book, at);

      for (guint i = 0; i < there->n_pieces; i++)
        {
          const SaigaPiece *piece = SAIGA_PIECE (book, there->first_piece + i);

          if (!is_open (self, piece) || is_used (self, there->first_piece + i))
            continue;
          if (piece->carry == SAIGA_CARRY_CARRIED)
            {
              if (at == self->node)
                add_about (self, INCLUDED, piece->listing, piece->since, name_of (self, piece->included_in), NULL);
            }
          else
            explain_unused (self, there->first_piece + i, area_id);
        }
    }
}

/* ---- what is not certain */

static void
explain_ends (Case *self)
{
  const SaigaBook *book = self->question->book;
  const guint32 all = self->row->own | self->row->inherited;

  if ((self->row->doubts & SAIGA_DOUBT_END_INFERRED) == 0)
    return;
  for (guint at = self->node; at != SAIGA_NO_NODE; at = SAIGA_NODE (book, at)->parent)
    for (guint i = 0; i < SAIGA_NODE (book, at)->n_pieces; i++)
      {
        const SaigaPiece *piece = SAIGA_PIECE (book, SAIGA_NODE (book, at)->first_piece + i);
        g_autofree char *day = NULL;

        if (piece->end != SAIGA_PIECE_END_TRANSFERRED || piece->to > self->question->day || (all & (1u << piece->appendix)) != 0 ||
            find_excepted (self, piece) != SAIGA_NO_NODE || !_saiga_piece_lost (self->question, piece))
          continue;
        day = print_day (piece->to);
        add_about (self, END_INFERRED, piece->listing, piece->since, _saiga_record_peek_id (SAIGA_RECORD (piece->ender)), day);
      }
}

static void
explain_parts (Case *self,
               const char *area_id)
{
  const SaigaBook *book = self->question->book;

  for (guint i = 0; i < self->used->len && (self->row->doubts & SAIGA_DOUBT_SCOPE_PART) != 0; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, g_array_index (self->used, guint, i));
      g_auto(GStrv) areas = piece->is_partial ? _saiga_area_sets_list (book->areas, piece->areas) : NULL;

      if (piece->is_partial)
        add_about_areas (self, SCOPE_PART, piece, area_id != NULL ? (const char *const[]){ area_id, NULL } : (const char *const *) areas);
    }
}

GPtrArray *
_saiga_status_explain (const SaigaQuestion *question,
                       const char *area_id,
                       SaigaDate *horizon,
                       guint node,
                       const SaigaLawRow *row,
                       GArray *used)
{
  const SaigaNode *at = SAIGA_NODE (question->book, node);
  Case self = { question, node, row, used, g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref) };

  if (row->outcome != SAIGA_STATUS_OUTCOME_NOT_IN_FORCE)
    {
      explain_used (&self);
      explain_amended (&self);
      explain_chain (&self, area_id);
      explain_words (&self);
      explain_parts (&self, area_id);
      explain_ends (&self);
      if (area_id != NULL && at->range != SAIGA_NO_SET && !_saiga_area_sets_has (question->book->areas, at->range, question->area))
        {
          g_autoptr(SaigaText) name = dup_area_name (&self, area_id);
          SaigaReason *reason = _saiga_reason_new (&kinds[NOT_IN_RANGE], area_id, saiga_text_get_best_words (name, "en"), NULL);

          _saiga_reason_add_text (reason, 1, name);
          g_ptr_array_add (self.reasons, reason);
        }
      if ((row->doubts & SAIGA_DOUBT_RANGE_UNKNOWN) != 0)
        g_ptr_array_add (self.reasons, _saiga_reason_new (&kinds[RANGE_UNKNOWN], NULL));
      if ((row->doubts & SAIGA_DOUBT_RANGE_OF_PARENT) != 0 && at->parent != SAIGA_NO_NODE)
        g_ptr_array_add (self.reasons, _saiga_reason_new (&kinds[RANGE_OF_PARENT], name_of (&self, at->parent), NULL));
    }
  if (horizon != NULL && question->day > saiga_date_get_latest_day (horizon))
    {
      g_autofree char *day = saiga_date_to_string (horizon);

      g_ptr_array_add (self.reasons, _saiga_reason_new (&kinds[AFTER_HORIZON], day, NULL));
    }

  return self.reasons;
}
