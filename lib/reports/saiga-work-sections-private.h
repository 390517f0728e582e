/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-outline.h>

#include "saiga-report-private.h"

G_BEGIN_DECLS

/* What the reports on a programme have in common. */
typedef struct
{
  const SaigaReportSource *source;
  SaigaPaper *paper;
  SaigaOutline *outline;
} SaigaWorkReport;

const char *_saiga_work_translate (SaigaWorkReport *self,
                                   const char *message);
void _saiga_work_add_fact_of_ids (SaigaWorkReport *self,
                                  const char *term,
                                  const char *const *ids);
void _saiga_work_add_roles (SaigaWorkReport *self,
                            GListModel *roles);
char *_saiga_work_dup_place (SaigaWorkReport *self,
                             SaigaMeeting *meeting);
char *_saiga_work_dup_period (SaigaWorkReport *self,
                              SaigaDate *start,
                              SaigaDate *end);
void _saiga_work_add_programme (SaigaWorkReport *self);
void _saiga_work_add_conditions (SaigaWorkReport *self,
                                 SaigaOutline *node);
char *_saiga_work_dup_theme_heading (SaigaWorkReport *self,
                                     SaigaTheme *theme);
void _saiga_work_add_provisions (SaigaWorkReport *self, GListModel *provisions);

G_END_DECLS
