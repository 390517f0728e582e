/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-format-private.h"

G_BEGIN_DECLS

/* Records as tables, one column a field: the file of a type is named after it, `taxa.csv`, and its first column is
 * `id`. Words have a column for each language, `name[en]`. Parts are a table of their own, `taxa-synonyms.csv`, whose
 * first column names the record that they are of. What stands for nothing is an empty cell. */
#define SAIGA_CSV_ID "id"
#define SAIGA_CSV_OWNER "record-id"

/* What a member is. */
typedef struct
{
  const SaigaRecordInfo *info;
  const SaigaField *parts; /* NULL: the records themselves */
} SaigaCsvTable;

char *_saiga_csv_table_name (const SaigaCsvTable *table);
gboolean _saiga_record_csv_write (SaigaWriting *writing,
                                  GError **error);

G_END_DECLS
