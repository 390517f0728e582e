/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tool.h"

G_BEGIN_DECLS

/* Which two lists are compared. */
extern const GOptionEntry concordance_list_entries[];

/* Of these lists on a day, the one of the data where @date is NULL. */
SaigaConcordance *concordance_new (SaigaSnapshot *snapshot,
                                   SaigaDate *date,
                                   GError **error);

/* The machine-readable forms of a concordance. @rows: of SaigaConcordanceRow. */
void concordance_print_csv (Tool *tool,
                            GListModel *rows);
void concordance_print_json (Tool *tool,
                             SaigaConcordance *concordance,
                             GListModel *rows);

/* What a side is called. */
const char *concordance_abbreviation (SaigaAuthority *authority);

/* The object that such a document begins with, still open. */
JsonBuilder *concordance_begin_head (SaigaConcordance *concordance);
void concordance_print_totals (Tool *tool,
                               SaigaConcordance *concordance,
                               GListModel *rows);

/* A pair in JSON, and its evidence in one cell. */
void concordance_build_pair (JsonBuilder *builder,
                             Tool *tool,
                             SaigaConcordancePair *pair);
char *concordance_join_reasons (SaigaConcordancePair *pair);

/* One line a pair. @pairs: of SaigaConcordancePair. @vocabulary: whose words to use; negative for our own. */
void concordance_print_pairs (Tool *tool,
                              SaigaConcordance *concordance,
                              GListModel *pairs,
                              int vocabulary);
ToolExit concordance_print_pair (Tool *tool,
                                 SaigaSnapshot *snapshot,
                                 const char *name,
                                 const char *other);

ToolExit concordance_review (Tool *tool,
                             const char *axis,
                             gboolean one_sided,
                             const char *reviewer,
                             const char *decided);

G_END_DECLS
