/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-name-match.h>

#include "saiga-name-edits-private.h"
#include "saiga-name-index-private.h"
#include "saiga-name-key-private.h"

G_BEGIN_DECLS

/* A row that was found for a name. */
typedef struct
{
  guint32 row;
  guint8 match_class;
  guint8 edits;
  guint8 authors; /* SaigaNameAgreement */
  guint8 group;
  float score;
  float name_score;
  float author_score;
} SaigaNameFound;

typedef struct
{
  guint max_edits;
  guint max_candidates;
  gboolean fuzzy_uninomials;
  gboolean fallback;
  gboolean lenient;
} SaigaNameSearchOptions;

/* A name of the index that may be meant. */
typedef struct
{
  guint32 name;
  guint8 match_class;
  guint8 edits;
  float weight; /* of the edits */
} SaigaNameHit;

#define SAIGA_NAME_MAX_HITS 256

/* The epithets that are one with a word of the name in any gender and spelling. */
typedef struct
{
  gboolean known; /* whether they were looked for */
  gboolean found;
  guint32 first, end;
} SaigaNameVariants;

/* All that one search needs; each thread has its own. */
typedef struct
{
  const SaigaNameView *view;
  SaigaNameSearchOptions options;
  SaigaNameParse parse;
  SaigaNameKey key;
  SaigaNamePattern patterns[3];
  gboolean known[3]; /* whether each word is one of the index */
  SaigaNameVariants variants[3];
  char authors[SAIGA_NAME_MAX_LENGTH * 4];
  gsize authors_length;
  const char *higher;
  char family[SAIGA_NAME_MAX_KEPT + 1]; /* the higher taxon, if it stands before the name */
  SaigaNameHit hits[SAIGA_NAME_MAX_HITS];
  guint n_hits;
} SaigaNameSearch;

void _saiga_name_search_init (SaigaNameSearch *self,
                              const SaigaNameView *view,
                              const SaigaNameSearchOptions *options);
/* Appends what is found, the best first, and returns how much that is. */
guint _saiga_name_search_run (SaigaNameSearch *self,
                              const char *name,
                              gsize length,
                              const char *higher,
                              GArray *found);

/* Adds a name to the hits, or makes it better if it is there (saiga-name-search.c). */
void _saiga_name_search_add (SaigaNameSearch *self,
                             guint32 name,
                             SaigaNameMatchClass match_class,
                             guint edits,
                             double weight);
/* Reads the name that is looked for (saiga-name-query.c). */
void _saiga_name_search_read (SaigaNameSearch *self,
                              const char *name,
                              gsize length);
/* The variants of a word of the name, looked for once. */
gboolean _saiga_name_search_find_variants (SaigaNameSearch *self,
                                           guint word,
                                           guint32 *first,
                                           guint32 *end);
/* Whether the index has a word of a key: its genus, or an epithet. */
gboolean _saiga_name_search_knows (const SaigaNameSearch *self,
                                   const SaigaNameKey *key,
                                   guint word);
/* Names a few edits away (saiga-name-fuzzy.c). */
void _saiga_name_search_fuzzy (SaigaNameSearch *self,
                               const SaigaNameKey *key,
                               guint max_edits,
                               SaigaNameMatchClass match_class);
/* Names whose spaces stand elsewhere (saiga-name-joined.c). */
void _saiga_name_search_joined (SaigaNameSearch *self);

G_END_DECLS
