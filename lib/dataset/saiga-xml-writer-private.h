/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-progress-private.h"
#include "saiga-snapshot-private.h"

G_BEGIN_DECLS

/* Pieces of the canonical form; @buffer is scratch space. */
void _saiga_xml_append_record (GString *xml,
                               SaigaRecord *record,
                               GString *buffer);
void _saiga_xml_append_field (GString *xml,
                              SaigaRecord *record,
                              const SaigaField *field,
                              GString *buffer);

GBytes *_saiga_xml_write (SaigaSnapshot *snapshot,
                          const SaigaTeller *progress,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
