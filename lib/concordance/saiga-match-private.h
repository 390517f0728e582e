/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-side-private.h"

G_BEGIN_DECLS

typedef enum
{
  SAIGA_MATCH_SAME_NAME,
  SAIGA_MATCH_SYNONYM_IN_A,
  SAIGA_MATCH_SYNONYM_IN_B,
  SAIGA_MATCH_SHARED_SYNONYM,
  SAIGA_MATCH_SEGREGATE,
} SaigaMatchReason;

/* Why two taxa belong together. */
typedef struct
{
  guint a; /* positions in the sides */
  guint b;
  SaigaMatchReason reason;
  const char *name; /* the synonym */
} SaigaMatchEdge;

typedef struct
{
  SaigaSide *a;
  SaigaSide *b;
  guint *parents; /* union-find over the taxa of a, then those of b */
  GArray *edges;  /* of SaigaMatchEdge */
} SaigaMatch;

void _saiga_match_init (SaigaMatch *self,
                        SaigaSide *a,
                        SaigaSide *b);
void _saiga_match_clear (SaigaMatch *self);
guint _saiga_match_find_root (SaigaMatch *self,
                              guint at);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SaigaMatch, _saiga_match_clear)

G_END_DECLS
