/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* ---- the laws of a snapshot, each made once */

typedef struct _ToolLaws ToolLaws;

ToolLaws *tool_laws_new (SaigaSnapshot *snapshot);
void tool_laws_free (ToolLaws *self);
SaigaLaw *tool_laws_get (ToolLaws *self,
                         const char *instrument_id,
                         GError **error);
GPtrArray *tool_laws_of_taxon (ToolLaws *self,
                               SaigaTaxon *taxon);
const char *tool_law_name (SaigaLaw *law);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolLaws, tool_laws_free)

/* ---- JSON */

void tool_build_date (JsonBuilder *builder,
                      const char *name,
                      SaigaDate *date);
void tool_build_reservation (JsonBuilder *builder,
                             SaigaReservation *reservation);
void tool_build_piece (JsonBuilder *builder,
                       SaigaListingPiece *piece);

void tool_warn_horizon (SaigaLaw *law,
                        SaigaDate *date);

G_END_DECLS
