/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-json-private.h"

G_BEGIN_DECLS

/* One reading of answers of the API of the Red List. */
typedef struct
{
  SaigaReading *reading;
  SaigaRangeDraft *range;
  GHashTable *assessments; /* place in the Red List → id of the assessment */
} SaigaRedListApi;

/* A taxon with its names; NULL: it is refused, and a problem says why. */
SaigaRecord *_saiga_red_list_put_taxon (SaigaRedListApi *self,
                                        JsonObject *taxon);
/* An assessment as a whole. */
SaigaRowEnd _saiga_red_list_put_assessment (SaigaRedListApi *self,
                                            JsonObject *assessment,
                                            SaigaRecord *taxon);
/* An assessment that is only named, with its year and its number. */
SaigaRowEnd _saiga_red_list_read_summary (SaigaRedListApi *self,
                                          JsonObject *summary);
/* The region of a regional assessment; NULL: the whole world. */
const char *_saiga_red_list_put_scope (SaigaRedListApi *self,
                                       JsonObject *scope);

G_END_DECLS
