/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-resolve-private.h"

G_BEGIN_DECLS

/* The answers for a taxon and all below it, on a day that can be moved on. */

/* What reaches a taxon and those below it that are like it. */
typedef struct
{
  guint first; /* in items: what reaches; then what no longer does */
  guint n_reach;
  guint n_gone;
  gboolean has_areas;
  struct
  {
    gboolean is_known;
    gboolean was_asked; /* whether @was_listed is known */
    gboolean was_listed;
    SaigaLawRow row;
    guint first_used;
    guint n_used;
  } cache[SAIGA_TERNARY_NO + 1];
} SaigaReachGroup;

typedef struct
{
  SaigaLawRow row;
  guint group;
  guint first_used; /* in used: pieces */
  guint n_used;
  guint first_below; /* in used: pieces of higher taxa that taxa below use */
  guint n_below;
  gboolean ever;       /* it was listed, or a taxon below it, on an earlier day or is today */
  gboolean ever_below; /* an accepted taxon below it was */
} SaigaFrameNode;

typedef struct
{
  SaigaQuestion question;
  guint start;
  guint end;
  gboolean is_moving;    /* @ever is kept from day to day */
  GArray *groups;        /* of SaigaReachGroup */
  GArray *items;         /* of SaigaReach */
  GArray *used;          /* of guint */
  SaigaFrameNode *nodes; /* of @start … @end */
} SaigaFrame;

void _saiga_frame_init (SaigaFrame *self,
                        const SaigaQuestion *question,
                        guint node);
void _saiga_frame_init_all (SaigaFrame *self,
                            const SaigaQuestion *question);
void _saiga_frame_clear (SaigaFrame *self);
void _saiga_frame_compute (SaigaFrame *self);
const SaigaFrameNode *_saiga_frame_get (const SaigaFrame *self,
                                        guint node);

/* One taxon, whatever it has below. @used: pieces, of guint, or NULL. */
void _saiga_book_ask (const SaigaQuestion *question,
                      guint node,
                      SaigaLawRow *row,
                      GArray *used);

gboolean _saiga_was_listed (const SaigaQuestion *question,
                            guint node);
gboolean _saiga_was_listed_higher (const SaigaQuestion *question,
                                   guint node);

/* Calls @visit where the answer for a taxon changes, day by day, beginning with the entry
 * into force. */
typedef void (*SaigaSweepFunc) (const SaigaFrame *frame,
                                guint node,
                                gpointer data);
void _saiga_book_sweep (const SaigaBook *book,
                        guint node,
                        gboolean has_area,
                        int area,
                        SaigaSweepFunc visit,
                        gpointer data);

G_END_DECLS
