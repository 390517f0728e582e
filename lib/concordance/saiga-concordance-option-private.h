/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance-option.h>

#include "saiga-rows-private.h"

G_BEGIN_DECLS

typedef enum
{
  SAIGA_OPTION_REVIEW,
  SAIGA_OPTION_CHANGE_RANK,
  SAIGA_OPTION_LIST_SPECIES,
  SAIGA_OPTION_RECOGNISE,
  SAIGA_OPTION_RECOGNISE_LIST_SEGREGATE,
  SAIGA_OPTION_UNITE,
  SAIGA_OPTION_ADOPT_CONCEPT,
  SAIGA_OPTION_RESPELL,
  SAIGA_OPTION_RENAME,
  SAIGA_OPTION_ADOPT_REFERENCE,
} SaigaOptionChange;

/* What a side would list then, compared with now. */
typedef struct
{
  GPtrArray *wider;    /* of SaigaSideTaxon: listed only then, or in more Appendices */
  GPtrArray *narrower; /* listed only now */
  SaigaText *forms;    /* that one side leaves out, or NULL */
  gboolean forms_are_wider;
} SaigaEffect;

void _saiga_effect_init (SaigaEffect *self);
void _saiga_effect_clear (SaigaEffect *self);

GStrv _saiga_effect_list_areas (const SaigaEffect *self,
                                const SaigaRows *rows,
                                const SaigaSideTaxon *own,
                                gboolean *is_known);

/* Each adds what follows for one side, which takes over how the other has it. */
void _saiga_effect_add_concept (SaigaEffect *self,
                                const SaigaRows *rows,
                                guint side,
                                const SaigaSideTaxon *own,
                                const SaigaSideTaxon *other);
void _saiga_effect_add_forms (SaigaEffect *self,
                              const SaigaRows *rows,
                              guint side,
                              const SaigaSideTaxon *own,
                              const SaigaSideTaxon *other);
void _saiga_effect_add_species (SaigaEffect *self,
                                const SaigaRows *rows,
                                guint side,
                                const SaigaSideTaxon *lower,
                                const SaigaSideTaxon *other);
void _saiga_effect_add_rank (SaigaEffect *self,
                             const SaigaRows *rows,
                             guint side,
                             const SaigaSideTaxon *own,
                             const SaigaSideTaxon *other);
void _saiga_effect_add_group (SaigaEffect *self,
                              const SaigaRows *rows,
                              guint side,
                              const SaigaSideTaxon *group);

/* @name: what the side would have then; @reference: the standard reference; both may be NULL. */
typedef struct
{
  SaigaRows *rows;
  SaigaSnapshot *snapshot;
  guint side;
  SaigaOptionChange change;
  const SaigaSideTaxon *own; /* whose change it is */
  const char *name;
  SaigaStandardReference *reference;
  const SaigaEffect *effect;
} SaigaOptionDraft;

SaigaConcordanceOption *_saiga_concordance_option_new (const SaigaOptionDraft *draft);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaigaEffect, _saiga_effect_clear)

G_END_DECLS
