/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "saiga-name-authors-private.h"
#include "saiga-name-interner-private.h"
#include "saiga-side-private.h"

G_BEGIN_DECLS

#define SAIGA_NO_USE G_MAXUINT32

/* Numbers of what has none yet: SAIGA_NO_USE, or what else a file calls it. */
static inline guint32 *
_saiga_new_unset (gsize n)
{
  guint32 *numbers = g_new (guint32, n + 1);

  memset (numbers, 0xff, (n + 1) * sizeof *numbers);

  return numbers;
}

/* How strongly a species holds a name. */
typedef enum
{
  SAIGA_HOLD_SYNONYM = 1,
  SAIGA_HOLD_LOWER, /* the accepted name of a lower taxon */
  SAIGA_HOLD_SPECIES,
} SaigaHold;

typedef enum
{
  SAIGA_USE_PRINTED, /* the name of the taxon on that side */
  SAIGA_USE_LATER,   /* what the record has instead of the printed one */
  SAIGA_USE_SYNONYM,
} SaigaUseKind;

/* One name of one taxon of one side, in words that have numbers. */
typedef struct
{
  const char *name; /* not copied */
  const char *authorship;
  guint32 taxon; /* position on its side */
  guint32 genus; /* words, folded; of a higher taxon its name */
  guint32 epithet;
  guint32 infra;
  guint32 next_same;  /* in the chain of the table */
  guint32 next_taxon; /* of the same species, or of the same higher taxon */
  guint8 side;
  guint8 hold; /* SaigaHold; of a higher taxon's synonym too */
  guint8 kind; /* SaigaUseKind */
  guint8 is_pro_parte;
} SaigaNameUse;

/* The names of both sides. */
typedef struct
{
  SaigaSide *sides[2];
  SaigaNameUse *uses;
  guint32 n_uses;
  SaigaNameInterner words; /* the first is empty */
  guint32 *stems;          /* of each word, a word */
  guint32 *slots;          /* of names of one genus and equal stems: the first, or SAIGA_NO_USE */
  guint32 n_slots;
  guint32 *first[2]; /* of each taxon that is a species or higher */
} SaigaNameUses;

SaigaNameUses *_saiga_name_uses_new (SaigaSide *a,
                                     SaigaSide *b);
void _saiga_name_uses_free (SaigaNameUses *self);

SaigaSideTaxon *_saiga_name_uses_get_taxon (const SaigaNameUses *self,
                                            const SaigaNameUse *use);
const SaigaNameUse *_saiga_name_uses_get_printed (const SaigaNameUses *self,
                                                  guint side,
                                                  const SaigaSideTaxon *taxon);
const SaigaNameUse *_saiga_name_uses_find (const SaigaNameUses *self,
                                           const SaigaNameUse *like);
SaigaSideTaxon *_saiga_name_uses_find_accepted (const SaigaNameUses *self,
                                                guint side,
                                                const SaigaNameUse *like);
gboolean _saiga_name_uses_equal (const SaigaNameUse *a,
                                 const SaigaNameUse *b);
SaigaAuthorsAgreement _saiga_name_uses_compare_authors (const SaigaNameUse *a,
                                                        const SaigaNameUse *b);
int _saiga_find_year (const char *authorship);
guint _saiga_name_uses_count_edits (const SaigaNameUses *self,
                                    guint32 word,
                                    guint32 other,
                                    guint max);

static inline guint32
_saiga_name_use_get_last (const SaigaNameUse *self)
{
  return self->infra != 0 ? self->infra : self->epithet;
}

G_END_DECLS
