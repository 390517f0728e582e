/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-taxon-list-private.h"
#include "saiga-writing-private.h"

G_BEGIN_DECLS

/* Title, alias, version, day, licence and DOI of metadata.yaml, which are put in @facts and live in @texts. */
gboolean _saiga_coldp_read_metadata (SaigaInput *input,
                                     guint member,
                                     GPtrArray *texts,
                                     SaigaTaxonListFacts *facts,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean _saiga_coldp_write (SaigaWriting *writing,
                             GError **error);

G_END_DECLS
