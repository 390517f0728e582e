/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-timeframe.h>

G_BEGIN_DECLS

struct _SaigaTimeframe
{
  gatomicrefcount ref_count;
  SaigaRecurrence recurrence;
  int earliest; /* days as of SaigaDate; 0 when missing */
  int latest;
  gboolean is_pinned;
  char *wording;
  char *folded;  /* the wording as it is read and compared */
  char *depends; /* nullable */
};

/* A plan far away is a misprint. */
#define SAIGA_TIMEFRAME_FIRST_YEAR 1900
#define SAIGA_TIMEFRAME_LAST_YEAR 2199

#define SAIGA_TIMEFRAME_ENDS_TOO_EARLY "ends before it begins"

/* Fills in what the wording says; why not, if it says nothing that is understood. */
const char *_saiga_timeframe_read_wording (SaigaTimeframe *self);

G_END_DECLS
