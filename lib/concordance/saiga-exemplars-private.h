/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-name-uses-private.h"

G_BEGIN_DECLS

/* The types that the names of two lists stand for, and which species has each on either
 * side. */

#define SAIGA_NO_SPECIES G_MAXUINT32

/* Where one side has a type. */
typedef struct
{
  guint32 species;    /* position, or SAIGA_NO_SPECIES */
  guint8 hold;        /* SaigaHold of the strongest name; 0: none */
  guint8 is_shared;   /* several species hold it, none of them as its own: it counts for neither */
  guint8 is_presumed; /* the side says nothing of it; it is where its segregate came from */
} SaigaPlace;

typedef struct
{
  SaigaNameUses *uses;
  guint32 *of_use;    /* the exemplar of each name; SAIGA_NO_USE of higher taxa */
  guint32 *next_use;  /* of the same exemplar */
  guint32 *first_use; /* of each exemplar */
  guint32 n;
  SaigaPlace *places[2];
  guint32 *leaders[2]; /* of species: the first of its twins, or itself */
} SaigaExemplars;

SaigaExemplars *_saiga_exemplars_new_take (SaigaNameUses *uses);
void _saiga_exemplars_free (SaigaExemplars *self);

/* The name that stands for an exemplar: one that a side accepts, if there is one. */
const SaigaNameUse *_saiga_exemplars_get_name (const SaigaExemplars *self,
                                               guint32 exemplar);
/* The exemplar of the name that a taxon has on its side. */
guint32 _saiga_exemplars_get_own (const SaigaExemplars *self,
                                  guint side,
                                  const SaigaSideTaxon *taxon);

G_END_DECLS
