/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-name-search-private.h"

G_BEGIN_DECLS

const char *_saiga_name_match_class_get_nick (guint match_class);
SaigaNameCandidate *_saiga_name_candidate_new (SaigaNameIndex *index,
                                               const SaigaNameFound *found);
/* Takes the arrays: all that was found, and where that of each name begins (one more than names). */
SaigaNameMatchList *_saiga_name_match_list_new (SaigaNameIndex *index,
                                                GArray *found,
                                                GArray *starts);

G_END_DECLS
