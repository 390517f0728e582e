/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-concordance.h>

#include "saiga-rows-private.h"

G_BEGIN_DECLS

struct _SaigaConcordance
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  SaigaDate *date;
  SaigaAuthority *authority_a;
  SaigaAuthority *authority_b;
  gboolean is_after_horizon;

  SaigaRows *rows; /* NULL of an object that saiga_concordance_new() did not make */

  GMutex mutex;
  SaigaConcordanceRow **objects; /* of the rows, made when asked for, under the mutex */
};

typedef gboolean (*SaigaConcordanceStep) (double fraction,
                                          gpointer data,
                                          GError **error);
SaigaConcordance *_saiga_concordance_make (SaigaSnapshot *snapshot,
                                           const char *authority_a,
                                           const char *authority_b,
                                           SaigaDate *date,
                                           SaigaConcordanceStep tell,
                                           gpointer data,
                                           GError **error);
SaigaConcordanceRow *_saiga_concordance_dup_row (SaigaConcordance *self,
                                                 guint position);

G_END_DECLS
