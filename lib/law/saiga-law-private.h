/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-law.h>

#include "saiga-frame-private.h"

G_BEGIN_DECLS

SaigaBook *_saiga_law_get_book (SaigaLaw *self,
                                int day);
gboolean _saiga_law_find_question (SaigaLaw *self,
                                   const char *area_id,
                                   SaigaDate *date,
                                   SaigaQuestion *question,
                                   GError **error);
char **_saiga_law_list_codes (SaigaLaw *self,
                              guint32 appendices);
char *_saiga_law_print_codes (SaigaLaw *self,
                              guint32 appendices);
SaigaDate *_saiga_date_of_day (int day);

G_END_DECLS
