/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gunixinputstream.h>
#include <stdio.h>

#include "tool.h"

G_BEGIN_DECLS

typedef enum
{
  NAMES_ID,
  NAMES_NAME,
  NAMES_AUTHORSHIP,
  NAMES_HIGHER,
  NAMES_ACCEPTED,
  NAMES_STATUS,
  NAMES_N_FIELDS,
} NamesField;

/* How a list of names is laid out; what is not said is seen from the list itself. */
typedef struct
{
  const char *columns[NAMES_N_FIELDS]; /* a name or a number, or NULL */
  char separator;                      /* ',', '\t', 'l' for lines, or 0 */
  gboolean no_header;
} NamesLayout;

typedef struct _NamesInput NamesInput;

NamesInput *names_input_open (const char *path,
                              const NamesLayout *layout,
                              GError **error);
void names_input_free (NamesInput *self);
gboolean names_input_next (NamesInput *self,
                           GError **error);
gboolean names_input_has (NamesInput *self,
                          NamesField field);
const char *names_input_get (NamesInput *self,
                             NamesField field);
char *names_input_dup_name (NamesInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NamesInput, names_input_free)

/* Rows go out as they come, so that the memory does not grow with their number. */
typedef struct
{
  Tool *tool;
  const char *const *titles; /* each names a column and a JSON key */
  FILE *file;
  gboolean started;
  gboolean failed;
  guint64 n_rows;
} NamesOutput;

void names_output_row (NamesOutput *self,
                       const char *const *cells);
ToolExit names_output_flush (NamesOutput *self);
ToolExit names_output_close (NamesOutput *self);

/* What names are held against (names-reference.c). */
SaigaNameIndex *names_load_reference (Tool *tool,
                                      const char *path,
                                      ToolExit *code);

#define NAMES_PIECE 4096

G_END_DECLS
