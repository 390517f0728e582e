/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-concordance-finding-private.h"
#include "saiga-concordance-option-private.h"
#include "saiga-standards-private.h"

G_BEGIN_DECLS

typedef enum
{
  SAIGA_PROPOSAL_NONE,
  SAIGA_PROPOSAL_CHECK,
  SAIGA_PROPOSAL_RANK,
  SAIGA_PROPOSAL_SPLIT,
  SAIGA_PROPOSAL_LUMP,
  SAIGA_PROPOSAL_SPLIT_LUMP,
  SAIGA_PROPOSAL_SPELLING,
  SAIGA_PROPOSAL_NAME,
} SaigaProposalKind;

/* What a proposal is about, while it is made. */
typedef struct
{
  SaigaRows *rows;
  SaigaSnapshot *snapshot;
  const SaigaRow *row;
  const SaigaPairing *pair;
  SaigaProposalKind kind;
  SaigaStandardReference *references[2]; /* that the sides follow; NULL: unknown */
  const char *names[2];                  /* between which it chooses */
  guint counts[2];                       /* of other lists that accept each */
  const char *preferred;                 /* one of @names, or NULL */
} SaigaProposal;

/* Of a split or lump, the side that holds it apart; the other holds it together. */
static inline guint
_saiga_proposal_get_splitter (const SaigaProposal *self)
{
  return self->kind == SAIGA_PROPOSAL_LUMP ? 1 : 0;
}

/* The side that has the lower taxon of two. */
static inline guint
_saiga_pairing_get_lower (const SaigaPairing *pair)
{
  return pair->a->rank > pair->b->rank ? 0 : 1;
}

void _saiga_proposal_add_options (const SaigaProposal *self,
                                  const SaigaStandards *standards,
                                  SaigaConcordanceFinding *finding);
void _saiga_proposal_tell (const SaigaProposal *self,
                           SaigaConcordanceFinding *finding);

G_END_DECLS
