/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* ---- names of taxa, areas and meetings */

/* Names of taxa without case and accents: scientific ones, synonyms, common names. */
typedef struct _ToolNames ToolNames;

ToolNames *tool_names_new (SaigaSnapshot *snapshot);
void tool_names_free (ToolNames *self);

GPtrArray *tool_names_find (ToolNames *self,
                            const char *text);
char *tool_names_suggest (ToolNames *self,
                          const char *text);

char *tool_find_area (SaigaSnapshot *snapshot,
                      const char *text);
char *tool_find_meeting (SaigaSnapshot *snapshot,
                         const char *text);
char *tool_find_instrument (SaigaSnapshot *snapshot,
                            const char *text);
char *tool_area_name (Tool *tool,
                      SaigaSnapshot *snapshot,
                      const char *area_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolNames, tool_names_free)

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
