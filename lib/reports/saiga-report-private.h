/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>

#include "saiga-catalogue-private.h"
#include "saiga-paper-private.h"

G_BEGIN_DECLS

/* What a report is made from. */
typedef struct
{
  SaigaSnapshot *snapshot;
  SaigaProgramme *programme; /* NULL for reports that need none */
  SaigaDate *date;           /* NULL: the day up to which the data go */
  const char *language;
} SaigaReportSource;

/* Each adds the sections of one report. */
gboolean _saiga_report_add_concordance (SaigaPaper *paper,
                                        const SaigaReportSource *source,
                                        GError **error);
gboolean _saiga_report_add_work_programme (SaigaPaper *paper,
                                           const SaigaReportSource *source,
                                           GError **error);
gboolean _saiga_report_add_implementation (SaigaPaper *paper,
                                           const SaigaReportSource *source,
                                           GError **error);

const char *_saiga_report_translate (const SaigaReportSource *source,
                                     const char *message);
char *_saiga_report_dup_label (const SaigaReportSource *source,
                               const char *id);
void _saiga_report_add_labels (SaigaPaper *paper,
                               const SaigaReportSource *source,
                               const char *const *ids,
                               const char *separator);

/* Sections about a concordance of two lists that are called @a and @b; @rows: of SaigaConcordanceRow, those that both list; @findings: on their coherence. */
void _saiga_report_add_coherence (SaigaPaper *paper,
                                  const SaigaReportSource *source,
                                  SaigaConcordance *concordance,
                                  GPtrArray *rows,
                                  const char *a,
                                  const char *b);
void _saiga_report_add_proposals (SaigaPaper *paper,
                                  const SaigaReportSource *source,
                                  SaigaConcordance *concordance);
void _saiga_report_add_turtles (SaigaPaper *paper,
                                const SaigaReportSource *source,
                                SaigaConcordance *concordance,
                                GPtrArray *rows,
                                GListModel *findings,
                                const char *a,
                                const char *b);

G_END_DECLS
