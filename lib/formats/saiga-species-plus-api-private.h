/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-json-private.h"
#include "saiga-wcmc-row-private.h"

G_BEGIN_DECLS

/* One reading of answers of the Species+ API. */
typedef struct
{
  SaigaReading *reading;
  gboolean is_fixed; /* whoever reads has said whose taxa they are */
  SaigaRangeDraft *range;
  GPtrArray *pending;    /* names of taxa that may come later in the file */
  GHashTable *documents; /* citation → id; see saiga-species-plus-api-lists.c */
  GHashTable *cited;     /* ids of the documents that have a row */

  gboolean is_cms; /* whose taxa are meant now */

  /* Of the answer that is read now. */
  gboolean answer_is_cms;
  char *language;
  char *number; /* of the taxon that it is about; NULL: it says so itself, or nobody does */
} SaigaApi;

void _saiga_api_clear (SaigaApi *self);
void _saiga_api_free_pending (gpointer data);
/* Whose taxa are meant from now on. */
void _saiga_api_use (SaigaApi *self,
                     gboolean is_cms);
/* The taxon of a number, whether of CITES or of CMS, with whose instrument and authority reading goes on; NULL. */
SaigaRecord *_saiga_api_find_taxon (SaigaApi *self,
                                    const char *number);
SaigaRowEnd _saiga_api_read_concept (SaigaApi *self,
                                     JsonObject *concept);
/* Names that stand for taxa of the file; counts them. */
void _saiga_api_read_pending (SaigaApi *self);

/* Says in a problem what it is, and what of it is missing, or not kept. @column lives as long as the program. */
SaigaRowEnd _saiga_api_refuse (SaigaApi *self,
                               JsonObject *item,
                               const char *tag,
                               const char *column,
                               const char *what);

/* Lists about a taxon, an element each. */
typedef SaigaRowEnd (*SaigaApiRead) (SaigaApi *self,
                                     SaigaRecord *taxon,
                                     JsonObject *item);

typedef struct
{
  const char *name; /* of the list in an answer or a concept */
  SaigaApiRead read;
} SaigaApiList;

extern const SaigaApiList _saiga_api_lists[]; /* ends with a name of NULL */

SaigaRowEnd _saiga_api_read_reference (SaigaApi *self,
                                       SaigaRecord *taxon,
                                       JsonObject *item);
/* All places of one answer make one range. */
void _saiga_api_add_place (SaigaApi *self,
                           JsonObject *item);

G_END_DECLS
