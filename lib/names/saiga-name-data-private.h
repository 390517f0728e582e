/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-name-parse-private.h"

G_BEGIN_DECLS

typedef enum
{
  SAIGA_NAME_PART_TEXT,
  SAIGA_NAME_PART_SIMPLE,
  SAIGA_NAME_PART_FULL,
  SAIGA_NAME_PART_STEMMED,
  SAIGA_NAME_PART_NORMAL,
  SAIGA_NAME_PART_UNINOMIAL,
  SAIGA_NAME_PART_GENUS,
  SAIGA_NAME_PART_INFRAGENERIC,
  SAIGA_NAME_PART_SPECIES,
  SAIGA_NAME_PART_INFRASPECIES,
  SAIGA_NAME_PART_CULTIVAR,
  SAIGA_NAME_PART_APPROXIMATION,
  SAIGA_NAME_PART_AUTHORSHIP,
  SAIGA_NAME_PART_YEAR,
  SAIGA_NAME_PART_BASIONYM_AUTHORSHIP,
  SAIGA_NAME_PART_BASIONYM_YEAR,
  SAIGA_NAME_PART_TAIL,
  SAIGA_NAME_PART_HIGHER,
  SAIGA_NAME_PART_AUTHORS, /* separated by line feeds */
  SAIGA_NAME_N_PARTS,
} SaigaNamePart;

typedef struct
{
  guint8 type;
  guint16 start; /* in characters */
  guint16 length;
} SaigaNamePlacedWarning;

struct _SaigaName
{
  gatomicrefcount ref_count;
  guint8 kind;
  guint8 quality;
  guint8 rank;
  guint8 marker;
  guint8 n_words;
  guint8 n_warnings;
  guint hybrid : 1;
  guint extinct : 1;
  guint candidatus : 1;
  SaigaNamePlacedWarning warnings[SAIGA_NAME_MAX_WARNINGS];
  guint32 parts[SAIGA_NAME_N_PARTS]; /* where each begins in the strings, plus 1; 0: the name has none */
  char strings[];
};

static inline const char *
_saiga_name_get_part (const SaigaName *self,
                      SaigaNamePart part)
{
  return self->parts[part] != 0 ? self->strings + self->parts[part] - 1 : NULL;
}

G_END_DECLS
