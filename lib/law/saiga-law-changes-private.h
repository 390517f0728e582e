/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-law-change-private.h"

G_BEGIN_DECLS

struct _SaigaLawChanges
{
  GObject parent_instance;

  SaigaLaw *old_law;
  SaigaLaw *new_law;
  int from;
  int to;
  guint under_old; /* only this taxon and those below it, or SAIGA_NO_NODE */
  guint under_new;
  GPtrArray *changes;
  GHashTable *changed; /* ids of the taxa in @changes whose own listings differ */

  GMutex lock;
  GListStore *consequences;
};

/* A taxon in two laws; SAIGA_NO_NODE where one does not have it. */
typedef struct
{
  SaigaBook *old_book;
  SaigaBook *new_book;
  guint old_node;
  guint new_node;
  int from;
  int to;
} SaigaLawPair;

void _saiga_law_changes_add (SaigaLawChanges *self,
                             const SaigaLawChangeFacts *facts);
SaigaTaxon *_saiga_law_pair_get_taxon (const SaigaLawPair *self);
SaigaLawChangeCause _saiga_law_pair_get_cause (const SaigaLawPair *self);
void _saiga_law_changes_compare_taxon (SaigaLawChanges *self,
                                       const SaigaLawPair *pair);
void _saiga_law_changes_compare_reservations (SaigaLawChanges *self,
                                              SaigaBook *old_book,
                                              SaigaBook *new_book);
void _saiga_law_changes_add_reservation (SaigaLawChanges *self,
                                         SaigaBook *book,
                                         const SaigaReservationSpan *span,
                                         SaigaLawChangeKind kind);
gboolean _saiga_law_is_under (guint node,
                              SaigaBook *book,
                              guint under);

G_END_DECLS
