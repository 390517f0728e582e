/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of areas, kept in one block: each is a number, each area a bit. */

#define SAIGA_EMPTY_SET 0
#define SAIGA_NO_SET G_MAXUINT

/* A population that no scope names. */
#define SAIGA_ANY_AREA (-1)

typedef struct _SaigaAreaSets SaigaAreaSets;

SaigaAreaSets *_saiga_area_sets_new (void);
void _saiga_area_sets_free (SaigaAreaSets *self);

/* All areas are named first; then sets are made of them. */
int _saiga_area_sets_add_area (SaigaAreaSets *self,
                               const char *id);
void _saiga_area_sets_freeze (SaigaAreaSets *self);

int _saiga_area_sets_find (const SaigaAreaSets *self,
                           const char *id);
guint _saiga_area_sets_n_areas (const SaigaAreaSets *self);
const char *_saiga_area_sets_get_id (const SaigaAreaSets *self,
                                     int area);

guint _saiga_area_sets_add (SaigaAreaSets *self);
guint _saiga_area_sets_copy (SaigaAreaSets *self,
                             guint set);
void _saiga_area_sets_insert (SaigaAreaSets *self,
                              guint set,
                              int area);
void _saiga_area_sets_remove (SaigaAreaSets *self,
                              guint set,
                              int area);

gboolean _saiga_area_sets_has (const SaigaAreaSets *self,
                               guint set,
                               int area);
gboolean _saiga_area_sets_is_empty (const SaigaAreaSets *self,
                                    guint set);
gboolean _saiga_area_sets_equal (const SaigaAreaSets *self,
                                 guint set,
                                 guint other);
guint _saiga_area_sets_n_words (const SaigaAreaSets *self);
char **_saiga_area_sets_list (const SaigaAreaSets *self,
                              guint set);
const guint64 *_saiga_area_sets_peek (const SaigaAreaSets *self,
                                      guint set);

G_END_DECLS
