/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-importer.h>

G_BEGIN_DECLS

struct _SaigaImporter
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  char *format;
  char *authority_id;
  SaigaDate *date;
  char *separator;
  char *encoding;
  gboolean is_complete;
  GHashTable *changes; /* heading → what the column is; NULL: as it is guessed */
  int progress;        /* atomic */
};

G_END_DECLS
