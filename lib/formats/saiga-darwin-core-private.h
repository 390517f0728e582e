/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-taxon-list-private.h"
#include "saiga-writing-private.h"

G_BEGIN_DECLS

#define SAIGA_MAX_META (1 << 20) /* bytes of meta.xml, eml.xml and metadata.yaml */

/* A table that meta.xml describes. */
typedef struct
{
  char *row_type; /* the last part of it, folded: `taxon`, `vernacularname` */
  char *location;
  int member; /* −1: is not there */
  SaigaHeading *heading;
  gboolean is_core;
} SaigaDarwinCoreTable;

/* The tables of an archive, the core first; NULL with an error. */
GPtrArray *_saiga_darwin_core_read_meta (SaigaSample *sample,
                                         guint member,
                                         GError **error);
/* Title, licence, day and DOI of eml.xml, which are put in @facts and live in @texts. */
gboolean _saiga_darwin_core_read_eml (SaigaInput *input,
                                      guint member,
                                      GPtrArray *texts,
                                      SaigaTaxonListFacts *facts,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean _saiga_darwin_core_write (SaigaWriting *writing,
                                   GError **error);
/* All of a small member. */
char *_saiga_input_load (SaigaInput *input,
                         guint member,
                         gsize *length,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
