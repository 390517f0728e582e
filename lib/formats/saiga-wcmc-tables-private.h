/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-reading-private.h"

G_BEGIN_DECLS

/* The tables from which UNEP-WCMC filled Species+: a folder of files that refer to each other by number. */

typedef enum
{
  SAIGA_WCMC_CITES,
  SAIGA_WCMC_CMS,
  SAIGA_N_WCMC_AUTHORITIES,
} SaigaWcmcAuthority;

typedef enum
{
  SAIGA_WCMC_ANIMALIA,
  SAIGA_WCMC_PLANTAE,
} SaigaWcmcKingdom;

/* What is known by kingdom, rank and number: a taxon, or a name that is a synonym. */
typedef struct
{
  gint64 key;                                /* −1: the number is none */
  const char *ids[SAIGA_N_WCMC_AUTHORITIES]; /* NULL: not of this authority */
  const char *name;                          /* whole; NULL: not made yet, or the parent is not known */

  /* Of a row. */
  gint64 exact_key; /* as `key`, but species and what is below them apart */
  gint64 parent_key;
  gint64 exact_parent_key;
  gint64 accepted_key; /* of a synonym */
  const char *words;   /* the name without what the parent gives; NULL: only the data set has it */
  const char *authorship;
  SaigaTaxonRank rank;
  guint authorities; /* bits */
  guint row;
  char status;
  gboolean has_parent;
} SaigaWcmcName;

typedef struct
{
  SaigaReading *reading;
  SaigaWcmcKingdom kingdom; /* of the table that is read now */
  guint authority;          /* of the table, where it has no column for it */
  GPtrArray *read;          /* SaigaWcmcName: the rows of the table that is read now */

  GHashTable *taxa;                              /* key → SaigaWcmcName, of the tables and of the data set */
  GHashTable *synonyms;                          /* key → SaigaWcmcName */
  GHashTable *by_name[SAIGA_N_WCMC_AUTHORITIES]; /* name → id, the first that has it */
  GHashTable *ranks;                             /* cell → rank */
  GHashTable *languages;                         /* three letters → two */
  GHashTable *areas;                             /* cell → id */
  GHashTable *lists;                             /* taxon draft → its parts, while names are added */
  GHashTable *ranges;                            /* id → SaigaRangeDraft */
  GPtrArray *listings;                           /* SaigaEvent, of the table that is read now */
  GHashTable *notes;                             /* note → SaigaWcmcNote */
} SaigaWcmcTables;

/* ---- numbers */

gint64 _saiga_wcmc_key (SaigaWcmcTables *self,
                        const char *rank,
                        const char *number); /* −1: it is none */
SaigaTaxonRank _saiga_wcmc_rank (SaigaWcmcTables *self,
                                 const char *text);
SaigaWcmcName *_saiga_wcmc_find_taxon (SaigaWcmcTables *self,
                                       gint64 key);
/* The id of the taxon of that number; NULL. */
const char *_saiga_wcmc_find (SaigaWcmcTables *self,
                              gint64 key,
                              SaigaWcmcAuthority authority);
/* Ids of `Species:12, Genus:3`, each once; a number of @column that is none is a problem. */
char *_saiga_wcmc_find_list (SaigaWcmcTables *self,
                             const char *list,
                             const char *column,
                             SaigaWcmcAuthority authority);
/* One more of the ids of a list. */
void _saiga_wcmc_add_id (GString *ids,
                         const char *id);
const char *_saiga_wcmc_find_name (SaigaWcmcTables *self,
                                   const char *name,
                                   SaigaWcmcAuthority authority);
const char *_saiga_wcmc_get_area (SaigaWcmcTables *self,
                                  const char *code); /* NULL, and a problem */
guint _saiga_wcmc_authorities (const char *designation);
const char *_saiga_wcmc_prefix (SaigaWcmcAuthority authority); /* "cites" */
/* A cell as one line that lives as long as the reading; "NULL" is nothing. */
const char *_saiga_wcmc_clean (SaigaWcmcTables *self,
                               const char *cell);
/* Refuses the row, as there is no taxon (or another thing) of that number. */
SaigaRowEnd _saiga_wcmc_refuse_number (SaigaWcmcTables *self,
                                       const char *column,
                                       const char *rank,
                                       const char *number);

/* ---- tables, each read from first to last row */

typedef struct
{
  const char *member; /* file, without folder */
  SaigaWcmcKingdom kingdom;
  guint authority;
  const SaigaColumn *columns;
  guint n_columns;
  SaigaReadRow read_row;
  void (*finish) (SaigaWcmcTables *self); /* NULL, or called when all rows are read */
} SaigaWcmcTable;

/* In the order in which they are read: what is referred to comes first. */
extern const SaigaWcmcTable _saiga_wcmc_name_tables[];     /* taxa and synonyms; end with NULL */
extern const SaigaWcmcTable _saiga_wcmc_document_tables[]; /* references, annotations, events */
extern const SaigaWcmcTable _saiga_wcmc_common_tables[];   /* languages, common names */
extern const SaigaWcmcTable _saiga_wcmc_place_tables[];    /* countries, ranges */
extern const SaigaWcmcTable _saiga_wcmc_listing_tables[];

void _saiga_wcmc_add_known_taxa (SaigaWcmcTables *self);
/* The id of a numbered annotation such as `CoP15 #4`; NULL: it is not of that form. */
char *_saiga_wcmc_annotation_id (const char *shown);

/* ---- notes of listings */

typedef struct
{
  char *words; /* without tags */
  char *sentence;
  gboolean is_partial;
  gboolean is_residual;
  char *scope;       /* the first sentence, if it limits an entry in words; NULL */
  char *former_name; /* NULL */
  char **codes;      /* of the countries, if the first sentence names them and nothing more; NULL */
  char *territory;   /* code of the territory on whose behalf it is; NULL */
  char *delayed;     /* ISO 8601: until when; NULL */
} SaigaWcmcNote;

SaigaWcmcNote *_saiga_wcmc_note_new (const char *text);
void _saiga_wcmc_note_free (gpointer data);
/* The same, kept. */
const SaigaWcmcNote *_saiga_wcmc_note (SaigaWcmcTables *self,
                                       const char *text);

G_END_DECLS
