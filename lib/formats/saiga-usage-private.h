/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-reading-private.h"

G_BEGIN_DECLS

/* What a column of a checklist may be. The names stand in saiga-usage.c. */
typedef enum
{
  SAIGA_USAGE_ID,
  SAIGA_USAGE_PARENT_ID,
  SAIGA_USAGE_PARENT_NAME,
  SAIGA_USAGE_ACCEPTED_ID,
  SAIGA_USAGE_ACCEPTED_NAME,
  SAIGA_USAGE_BASIONYM_ID,
  SAIGA_USAGE_NAME_ID,
  SAIGA_USAGE_NAME,
  SAIGA_USAGE_AUTHORSHIP,
  SAIGA_USAGE_AUTHOR,
  SAIGA_USAGE_YEAR,
  SAIGA_USAGE_PARENTHESES,
  SAIGA_USAGE_RANK,
  SAIGA_USAGE_STATUS,
  SAIGA_USAGE_CODE,
  SAIGA_USAGE_ACCORDING_TO,
  SAIGA_USAGE_KINGDOM, /* from here the higher ranks, as in put_flat () */
  SAIGA_USAGE_PHYLUM,
  SAIGA_USAGE_CLASS,
  SAIGA_USAGE_SUBCLASS,
  SAIGA_USAGE_ORDER,
  SAIGA_USAGE_SUBORDER,
  SAIGA_USAGE_SUPERFAMILY,
  SAIGA_USAGE_FAMILY,
  SAIGA_USAGE_SUBFAMILY,
  SAIGA_USAGE_TRIBE,
  SAIGA_USAGE_GENUS,
  SAIGA_USAGE_SPECIFIC_EPITHET,
  SAIGA_USAGE_INFRASPECIFIC_EPITHET,
  SAIGA_USAGE_IDENTIFIERS,
  SAIGA_USAGE_COMMON_NAMES,
  SAIGA_USAGE_SYNONYMS,
  SAIGA_USAGE_ORIGINAL_NAME,
  SAIGA_USAGE_FORMER_NAME,
  SAIGA_USAGE_NOMINAL_NAMES,
  SAIGA_USAGE_TAXONOMY_NOTES,
  SAIGA_USAGE_RANGE,
  SAIGA_USAGE_POSITION,
  SAIGA_USAGE_REMARKS,
  SAIGA_USAGE_REFERENCE_ID,
  SAIGA_N_USAGE_FIELDS,
} SaigaUsageField;

/* What one column is. */
typedef struct
{
  guint column;
  SaigaUsageField field;
  char *qualifier; /* the language of common names, the scheme of an identifier */
} SaigaUsageColumn;

/* Names as a table uses them, in memory: a row may be about one that comes after it. */
typedef struct
{
  const char *file;
  GArray *map;                     /* SaigaUsageColumn */
  int first[SAIGA_N_USAGE_FIELDS]; /* in the map; −1: no column is this */
  GStringChunk *texts;
  GPtrArray *cells; /* as many as the map has, of each row */
  GArray *rows;     /* their numbers in the file, guint */
  GHashTable *ids;  /* id → position of the row + 1 */
  gboolean na_is_empty;
} SaigaUsages;

/* What the columns of a heading are, as far as they are known: @changes (heading → field, "" for none; may be NULL)
 * goes before what is guessed. */
GArray *_saiga_usage_map_new (const SaigaHeading *heading,
                              GHashTable *changes);
char *_saiga_usage_column_to_string (const SaigaUsageColumn *self); /* `common-names:en` */
gboolean _saiga_usage_field_is_known (const char *text);
char **_saiga_usage_list_fields (void);
gboolean _saiga_usage_map_has (GArray *map,
                               SaigaUsageField field);

/* Reads a table. What becomes of its rows is counted later. */
SaigaUsages *_saiga_usages_read (SaigaReading *reading,
                                 guint member,
                                 const SaigaHeading *heading,
                                 GArray *map,
                                 gboolean na_is_empty,
                                 GError **error);
void _saiga_usages_free (SaigaUsages *self);
guint _saiga_usages_get_n_rows (const SaigaUsages *self);
const char *_saiga_usages_get (const SaigaUsages *self,
                               guint row,
                               SaigaUsageField field); /* never NULL */
const char *_saiga_usages_get_cell (const SaigaUsages *self,
                                    guint row,
                                    guint position); /* in the map */
int _saiga_usages_find (const SaigaUsages *self,
                        const char *id); /* −1: there is none */
/* Where reading is, for problems. */
void _saiga_usages_go_to (const SaigaUsages *self,
                          SaigaReading *reading,
                          guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaUsages, _saiga_usages_free)

G_END_DECLS
