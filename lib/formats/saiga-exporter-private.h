/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-exporter.h>

G_BEGIN_DECLS

struct _SaigaExporter
{
  GObject parent_instance;

  SaigaSnapshot *snapshot;
  char *format;
  char *authority_id;
  SaigaDate *date;
  char *separator;
  char *record_type;
  int progress; /* atomic */
};

G_END_DECLS
