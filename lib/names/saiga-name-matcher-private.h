/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-name-matcher.h>

#include "saiga-name-match-private.h"

G_BEGIN_DECLS

#define SAIGA_NAME_MAX_EDITS 4
#define SAIGA_NAME_MAX_THREADS 64
/* All of the progress. */
#define SAIGA_NAME_WHOLE 10000

struct _SaigaNameMatcher
{
  GObject parent_instance;

  SaigaNameIndex *index;
  guint max_edits;
  guint max_candidates;
  guint n_threads;
  gboolean fuzzy_uninomials;
  gboolean fallback;
  gboolean lenient;
  int progress; /* atomic, of 10,000 */
};

G_END_DECLS
