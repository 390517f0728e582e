/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaRangeTags:
 * @SAIGA_RANGE_TAGS_NONE: the area is not in the range
 * @SAIGA_RANGE_TAGS_NATIVE: the taxon lives there by nature
 * @SAIGA_RANGE_TAGS_INTRODUCED: people brought it there
 * @SAIGA_RANGE_TAGS_REINTRODUCED: people brought it back
 * @SAIGA_RANGE_TAGS_EXTINCT: it lived there and no longer does
 * @SAIGA_RANGE_TAGS_VAGRANT: single animals come there, off their ways
 * @SAIGA_RANGE_TAGS_UNCERTAIN: it is not certain that it lives there
 * @SAIGA_RANGE_TAGS_POSSIBLY_INTRODUCED: people may have brought it there
 * @SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT: it may no longer live there
 *
 * How a taxon occurs in an area.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum /*< flags >*/
{
  SAIGA_RANGE_TAGS_NONE = 0,
  SAIGA_RANGE_TAGS_NATIVE = 1 << 0,
  SAIGA_RANGE_TAGS_INTRODUCED = 1 << 1,
  SAIGA_RANGE_TAGS_REINTRODUCED = 1 << 2,
  SAIGA_RANGE_TAGS_EXTINCT = 1 << 3,
  SAIGA_RANGE_TAGS_VAGRANT = 1 << 4,
  SAIGA_RANGE_TAGS_UNCERTAIN = 1 << 5,
  SAIGA_RANGE_TAGS_POSSIBLY_INTRODUCED = 1 << 6,
  SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT = 1 << 7,
} SaigaRangeTags;

#define SAIGA_TYPE_RANGE_TAGS (saiga_range_tags_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_range_tags_get_type (void) G_GNUC_CONST;

/**
 * SaigaRange:
 *
 * The areas where a taxon lives, and how it occurs in each.
 *
 * A range has at least one area, and each area once, in the order of their
 * ids.
 *
 * A range never changes and may be shared between threads.
 *
 * Since: 0.1
 */
typedef struct _SaigaRange SaigaRange;

#define SAIGA_TYPE_RANGE (saiga_range_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_range_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaRange *saiga_range_parse (const char *text,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_range_to_string (const SaigaRange *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaRange *saiga_range_ref (SaigaRange *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_range_unref (SaigaRange *self);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_range_equal (const SaigaRange *self,
                            const SaigaRange *other);

SAIGA_AVAILABLE_IN_ALL
guint saiga_range_get_n_areas (const SaigaRange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_range_get_area (const SaigaRange *self,
                                  guint             position);
SAIGA_AVAILABLE_IN_ALL
SaigaRangeTags saiga_range_get_area_tags (const SaigaRange *self,
                                          guint             position);
SAIGA_AVAILABLE_IN_ALL
char **saiga_range_list_areas (const SaigaRange *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_range_contains (const SaigaRange *self,
                               const char       *area_id);
SAIGA_AVAILABLE_IN_ALL
SaigaRangeTags saiga_range_get_tags (const SaigaRange *self,
                                     const char       *area_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaRange, saiga_range_unref)

G_END_DECLS
