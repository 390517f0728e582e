/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* Finding what the words of a command mean. */

/* Names of taxa without case and accents: scientific ones, synonyms, common names. */
typedef struct _ToolNames ToolNames;

ToolNames *tool_names_new (SaigaSnapshot *snapshot);
void tool_names_free (ToolNames *self);

GPtrArray *tool_names_find (ToolNames *self,
                            const char *text);
char *tool_names_suggest (ToolNames *self,
                          const char *text);
ToolExit tool_names_nothing (ToolNames *self,
                             const char *text);

char *tool_find_area (SaigaSnapshot *snapshot,
                      const char *text);
char *tool_find_meeting (SaigaSnapshot *snapshot,
                         const char *text);
char *tool_find_authority (SaigaSnapshot *snapshot,
                           const char *text);
char *tool_find_instrument (SaigaSnapshot *snapshot,
                            const char *text);
char *tool_area_name (Tool *tool,
                      SaigaSnapshot *snapshot,
                      const char *area_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolNames, tool_names_free)

G_END_DECLS
