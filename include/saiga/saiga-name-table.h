/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-name.h>

G_BEGIN_DECLS

/**
 * SaigaNameColumn:
 * @SAIGA_NAME_COLUMN_CANONICAL: the simple canonical form
 * @SAIGA_NAME_COLUMN_FULL: the full canonical form
 * @SAIGA_NAME_COLUMN_STEMMED: the stemmed canonical form
 * @SAIGA_NAME_COLUMN_NORMAL: the name written in the normal way
 * @SAIGA_NAME_COLUMN_AUTHORSHIP: the authorship
 * @SAIGA_NAME_COLUMN_YEAR: the year
 * @SAIGA_NAME_COLUMN_BASIONYM_AUTHORSHIP: the authorship in parentheses
 * @SAIGA_NAME_COLUMN_BASIONYM_YEAR: the year in parentheses
 * @SAIGA_NAME_COLUMN_RANK: the rank, as the nick of [enum@NameRank]
 * @SAIGA_NAME_COLUMN_RANK_MARKER: the marker of the rank
 * @SAIGA_NAME_COLUMN_KIND: the kind, as the nick of [enum@NameKind]
 * @SAIGA_NAME_COLUMN_QUALITY: the quality, as the nick of [enum@NameQuality]
 * @SAIGA_NAME_COLUMN_HYBRID: `yes` for a hybrid, else empty
 * @SAIGA_NAME_COLUMN_CULTIVAR: the epithet of the cultivar
 * @SAIGA_NAME_COLUMN_APPROXIMATION: what leaves the name open
 * @SAIGA_NAME_COLUMN_WARNINGS: the warnings, as `nick@start+length` with places in bytes, separated by spaces
 * @SAIGA_NAME_COLUMN_TAIL: the rest of the text
 *
 * What a table tells of its names.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_COLUMN_CANONICAL,
  SAIGA_NAME_COLUMN_FULL,
  SAIGA_NAME_COLUMN_STEMMED,
  SAIGA_NAME_COLUMN_NORMAL,
  SAIGA_NAME_COLUMN_AUTHORSHIP,
  SAIGA_NAME_COLUMN_YEAR,
  SAIGA_NAME_COLUMN_BASIONYM_AUTHORSHIP,
  SAIGA_NAME_COLUMN_BASIONYM_YEAR,
  SAIGA_NAME_COLUMN_RANK,
  SAIGA_NAME_COLUMN_RANK_MARKER,
  SAIGA_NAME_COLUMN_KIND,
  SAIGA_NAME_COLUMN_QUALITY,
  SAIGA_NAME_COLUMN_HYBRID,
  SAIGA_NAME_COLUMN_CULTIVAR,
  SAIGA_NAME_COLUMN_APPROXIMATION,
  SAIGA_NAME_COLUMN_WARNINGS,
  SAIGA_NAME_COLUMN_TAIL,
} SaigaNameColumn;

#define SAIGA_TYPE_NAME_COLUMN (saiga_name_column_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_column_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_NAME_TABLE (saiga_name_table_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaNameTable, saiga_name_table, SAIGA, NAME_TABLE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaNameTable *saiga_name_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_name_table_set_columns (SaigaNameTable        *self,
                                   const SaigaNameColumn *columns,
                                   gsize                  n_columns);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_table_parse (SaigaNameTable    *self,
                             const char *const *names);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_table_get_n_rows (SaigaNameTable *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_table_get_text (SaigaNameTable *self,
                                       guint           row,
                                       SaigaNameColumn column);
SAIGA_AVAILABLE_IN_ALL
char **saiga_name_table_dup_column (SaigaNameTable *self,
                                    SaigaNameColumn column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
