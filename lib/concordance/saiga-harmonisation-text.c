/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-harmonisation-private.h"
#include "saiga-reason-private.h"

/* The draft that a specialist starts from. */

typedef enum
{
  FACT_FOLLOWS,
  FACT_FOLLOWS_UNKNOWN,
  FACT_ONE_NAME,
  FACT_TWO_NAMES,
  FACT_AUTHORS,
  FACT_PART,
  FACT_CONGRUENT,
  FACT_WIDER,
  FACT_OVERLAPS,
  FACT_UNKNOWN,
  FACT_PREFERRED,
  FACT_NONE_PREFERRED,
  FACT_NOT_ACCEPTED,
} Fact;

static const SaigaReasonKind facts[] = {
  [FACT_FOLLOWS] = { "reference", N_ ("%1 follows “%2”.") },
  [FACT_FOLLOWS_UNKNOWN] = { "reference-unknown", N_ ("Which standard reference %1 follows is not recorded.") },
  [FACT_ONE_NAME] = { "one-name", N_ ("Both lists have the name %1.") },
  [FACT_TWO_NAMES] = { "two-names", N_ ("%1 has the name %2, %3 the name %4.") },
  [FACT_AUTHORS] = { "authors", N_ ("The authors differ: %1; %2.") },
  [FACT_PART] = { "part", N_ ("%1 lists %2 only, which is a part of %3.") },
  [FACT_CONGRUENT] = { "congruent", N_ ("Both stand for the same.") },
  [FACT_WIDER] = { "wider", N_ ("%1 holds more in %2 than %3 in %4.") },
  [FACT_OVERLAPS] = { "overlaps", N_ ("Each holds something that the other has elsewhere.") },
  [FACT_UNKNOWN] = { "unknown", N_ ("Whether both stand for the same is not known.") },
  [FACT_PREFERRED] = { "preferred", N_ ("Most of the other lists that are loaded accept %1.") },
  [FACT_NONE_PREFERRED] = { "none-preferred", N_ ("As many of the other lists that are loaded accept %1 as %2.") },
  [FACT_NOT_ACCEPTED] = { "not-accepted", N_ ("No other list that is loaded accepts %1 or %2.") },
};

typedef enum
{
  ADVICE_REVIEW,
  ADVICE_NOTE,
  ADVICE_CONCEPT,
  ADVICE_NAME,
} Advice;

static const SaigaReasonKind advices[] = {
  [ADVICE_REVIEW] = { "review", N_ ("Recommended: have a specialist review it.") },
  [ADVICE_NOTE] = { "agree-with-note", N_ ("Recommended: keep both, and note it in both databases.") },
  [ADVICE_CONCEPT] = { "adopt-concept", N_ ("Recommended: %1 adopts the concept of %2.") },
  [ADVICE_NAME] = { "rename", N_ ("Recommended: %1 uses the name %2.") },
};

static void
tell_reference (const SaigaProposal *self,
                guint side,
                SaigaConcordanceFinding *finding)
{
  const char *nick = _saiga_side_get_nick (self->rows->sides[side]);
  SaigaStandardReference *reference = self->references[side];
  SaigaRecord *document = reference != NULL ? saiga_snapshot_lookup (self->snapshot, saiga_standard_reference_get_document_id (reference)) : NULL;
  SaigaReason *fact;

  if (self->rows->sides[side]->instrument == NULL)
    return;
  if (reference == NULL)
    {
      _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_FOLLOWS_UNKNOWN], nick, NULL));
      return;
    }
  fact = _saiga_reason_new (&facts[FACT_FOLLOWS], nick, saiga_standard_reference_get_document_id (reference), NULL);
  if (SAIGA_IS_DOCUMENT (document) && saiga_document_get_title (SAIGA_DOCUMENT (document)) != NULL)
    _saiga_reason_add_text (fact, 1, saiga_document_get_title (SAIGA_DOCUMENT (document)));
  _saiga_finding_take_fact (finding, fact);
}

static void
tell_names (const SaigaProposal *self,
            const char *const nicks[2],
            SaigaConcordanceFinding *finding)
{
  const SaigaSideTaxon *a = self->pair->a;
  const SaigaSideTaxon *b = self->pair->b;

  if (g_str_equal (a->name, b->name))
    _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_ONE_NAME], a->name, NULL));
  else
    _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_TWO_NAMES], nicks[0], a->name, nicks[1], b->name, NULL));
  if (self->pair->name == SAIGA_NAME_RELATION_AUTHOR_DIFFERS && saiga_taxon_get_authorship (a->taxon) != NULL && saiga_taxon_get_authorship (b->taxon) != NULL)
    _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_AUTHORS], saiga_taxon_get_authorship (a->taxon), saiga_taxon_get_authorship (b->taxon), NULL));
}

static void
tell_concepts (const SaigaProposal *self,
               const char *const nicks[2],
               SaigaConcordanceFinding *finding)
{
  const SaigaSideTaxon *const taxa[2] = { self->pair->a, self->pair->b };
  const guint lower = _saiga_pairing_get_lower (self->pair);
  guint wide;

  if (self->pair->name == SAIGA_NAME_RELATION_NESTED && taxa[0]->rank != taxa[1]->rank)
    {
      _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_PART], nicks[lower], taxa[lower]->name, taxa[1 - lower]->name, NULL));
      return;
    }
  switch ((SaigaConceptRelation) self->pair->concept)
    {
    case SAIGA_CONCEPT_RELATION_INCLUDES:
    case SAIGA_CONCEPT_RELATION_INCLUDED_IN:
      wide = self->pair->concept == SAIGA_CONCEPT_RELATION_INCLUDES ? 0 : 1;
      _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_WIDER], nicks[wide], taxa[wide]->name, nicks[1 - wide], taxa[1 - wide]->name, NULL));
      break;
    case SAIGA_CONCEPT_RELATION_CONGRUENT:
      _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_CONGRUENT], NULL));
      break;
    case SAIGA_CONCEPT_RELATION_OVERLAPS:
      _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_OVERLAPS], NULL));
      break;
    case SAIGA_CONCEPT_RELATION_UNKNOWN:
    case SAIGA_CONCEPT_RELATION_UNSET:
    case SAIGA_CONCEPT_RELATION_EXCLUDES:
    default:
      _saiga_finding_take_fact (finding, _saiga_reason_new (&facts[FACT_UNKNOWN], NULL));
      break;
    }
}

static void
tell_advice (const SaigaProposal *self,
             const char *const nicks[2],
             SaigaConcordanceFinding *finding)
{
  const char *recommendation = saiga_concordance_finding_get_value (finding, "recommendation");
  const guint side = g_str_has_suffix (recommendation, "-a") ? 0 : 1;

  if (g_str_has_prefix (recommendation, "adopt-concept"))
    _saiga_finding_take_advice (finding, _saiga_reason_new (&advices[ADVICE_CONCEPT], nicks[side], nicks[1 - side], NULL));
  else if (g_str_has_prefix (recommendation, "rename"))
    _saiga_finding_take_advice (finding, _saiga_reason_new (&advices[ADVICE_NAME], nicks[side], self->preferred, NULL));
  else
    _saiga_finding_take_advice (finding, _saiga_reason_new (&advices[g_str_equal (recommendation, "review") ? ADVICE_REVIEW : ADVICE_NOTE], NULL));
}

void
_saiga_proposal_tell (const SaigaProposal *self,
                      SaigaConcordanceFinding *finding)
{
  const char *const nicks[2] = { _saiga_side_get_nick (self->rows->sides[0]), _saiga_side_get_nick (self->rows->sides[1]) };
  g_autofree char *text = NULL;

  for (guint side = 0; side < 2; side++)
    tell_reference (self, side, finding);
  tell_names (self, nicks, finding);
  tell_concepts (self, nicks, finding);
  if (self->preferred != NULL)
    _saiga_finding_take_advice (finding, _saiga_reason_new (&facts[FACT_PREFERRED], self->preferred, NULL));
  else if (self->kind != SAIGA_PROPOSAL_CHECK && !g_str_equal (self->names[0], self->names[1]))
    _saiga_finding_take_advice (finding, _saiga_reason_new (&facts[self->counts[0] > 0 ? FACT_NONE_PREFERRED : FACT_NOT_ACCEPTED], self->names[0], self->names[1], NULL));
  tell_advice (self, nicks, finding);
  text = saiga_concordance_finding_dup_text (finding, "en");
  _saiga_finding_set (finding, "text", text);
}
