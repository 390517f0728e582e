/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-name-index-private.h"
#include "saiga-name-interner-private.h"
#include "saiga-name-key-private.h"

G_BEGIN_DECLS

/* A name that was added. Words are numbers of the interners plus 1, 0 for none; strings are places in the pool. */
typedef struct
{
  guint32 genus;
  guint32 epithet;
  guint32 infra;
  guint32 id;
  guint32 authors;
  guint32 accepted;
  guint32 higher;
  guint32 text;
  guint8 status;
  guint8 rank;
  guint8 text_id; /* the id is a string, else a number */
} SaigaNameIndexRow;

struct _SaigaNameIndexBuilder
{
  GObject parent_instance;

  SaigaNameParse *parse;
  SaigaNameKey *key;
  SaigaNameInterner genera;
  SaigaNameInterner epithets;
  SaigaNameInterner pool;
  GArray *rows; /* of SaigaNameIndexRow */
  gboolean text_ids;
  gboolean full;
};

/* Puts everything in its order (saiga-name-index-layout.c). */
GBytes *_saiga_name_index_builder_layout (SaigaNameIndexBuilder *self);

G_END_DECLS
