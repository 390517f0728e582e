/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-law-change.h>
#include <saiga/saiga-law-changes.h>

#include "saiga-law-private.h"

G_BEGIN_DECLS

/* What a change is made of; all of it is copied or referenced. */
typedef struct
{
  SaigaLawChangeKind kind;
  SaigaLawChangeCause cause;
  SaigaTaxon *taxon;
  const char *party_id;
  guint32 before; /* appendices of @law */
  guint32 after;
  GPtrArray *old_listings; /* of SaigaListing, or NULL */
  GPtrArray *new_listings;
  int effective;
} SaigaLawChangeFacts;

SaigaLawChange *_saiga_law_change_new (SaigaLaw *law,
                                       const SaigaLawChangeFacts *facts);

G_END_DECLS
