/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-format-private.h"
#include "saiga-wcmc-row-private.h"

G_BEGIN_DECLS

/* The columns of the history of the Checklist behind those of the taxon. */
enum
{
  SAIGA_HISTORY_APPENDIX = SAIGA_N_WCMC_COLUMNS,
  SAIGA_HISTORY_PARTY,
  SAIGA_HISTORY_CHANGE,
  SAIGA_HISTORY_DAY,
  SAIGA_HISTORY_CURRENT,
  SAIGA_HISTORY_SYMBOL,
  SAIGA_HISTORY_HASH,
  SAIGA_HISTORY_FULL,
  SAIGA_HISTORY_ENGLISH,
  SAIGA_HISTORY_SPANISH,
  SAIGA_HISTORY_FRENCH,
  SAIGA_HISTORY_NOTE,
};

/* Events, as the Checklist names them, in its order of those of one day. */
typedef struct
{
  const char *word;
  const char *change;
} SaigaHistoryChange;

extern const SaigaHistoryChange _saiga_history_changes[]; /* end with NULL */

gboolean _saiga_checklist_write_index (SaigaWriting *writing,
                                       GError **error);
gboolean _saiga_checklist_write_history (SaigaWriting *writing,
                                         GError **error);

G_END_DECLS
