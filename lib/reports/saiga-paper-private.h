/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-text.h>

#include "saiga-figure-private.h"

G_BEGIN_DECLS

/* A report as a tree that says what things are, not how they look. It is built from the
 * top to the end, then only read: the writers make the formats of it. */

typedef enum
{
  SAIGA_NODE_PAPER,   /* the whole; its text is the title */
  SAIGA_NODE_SECTION, /* text: the heading; name: where links point */
  SAIGA_NODE_PARAGRAPH,
  SAIGA_NODE_NOTE, /* what must not be overlooked */
  SAIGA_NODE_LIST,
  SAIGA_NODE_ITEM,
  SAIGA_NODE_FACTS,  /* terms with what is said of them */
  SAIGA_NODE_FACT,   /* text: the term */
  SAIGA_NODE_TABLE,  /* text: the caption */
  SAIGA_NODE_COLUMN, /* text: the title; all columns come first */
  SAIGA_NODE_GROUP,  /* text: a heading over the rows that follow */
  SAIGA_NODE_ROW,
  SAIGA_NODE_HEADER, /* the cell that names the row */
  SAIGA_NODE_CELL,
  SAIGA_NODE_DETAILS, /* text: what is seen while the rest is folded */
  SAIGA_NODE_FIGURE,
  SAIGA_NODE_RUN, /* text: words */
} SaigaNodeKind;

typedef enum
{
  SAIGA_STYLE_PLAIN,
  SAIGA_STYLE_STRONG,
  SAIGA_STYLE_NAME,  /* a scientific name */
  SAIGA_STYLE_MUTED, /* beside the matter */
} SaigaStyle;

typedef enum
{
  SAIGA_NODE_FILTERED = 1 << 0, /* a table that readers may want to search */
  SAIGA_NODE_STACKED = 1 << 1,  /* a table whose cells stand one under the other where there is no room */
  SAIGA_NODE_NUMBERS = 1 << 2,  /* a table of numbers */
} SaigaNodeFlags;

typedef struct
{
  SaigaNodeKind kind;
  SaigaStyle style;
  SaigaNodeFlags flags;
  char *text;
  char *name;
  char *target;   /* of a run that links to a name of the paper */
  char *language; /* where it is not that of the paper */
  SaigaFigure *figure;
  GPtrArray *children; /* of SaigaNode; NULL for none */
} SaigaNode;

typedef struct _SaigaPaper SaigaPaper;

SaigaPaper *_saiga_paper_new (const char *language,
                              const char *title);
void _saiga_paper_free (SaigaPaper *self);
const char *_saiga_paper_get_language (SaigaPaper *self);
const SaigaNode *_saiga_paper_get_root (SaigaPaper *self);

/* ---- building; what begins must end */

SaigaNode *_saiga_paper_begin (SaigaPaper *self,
                               SaigaNodeKind kind,
                               const char *text);
void _saiga_paper_begin_section (SaigaPaper *self,
                                 const char *name,
                                 const char *heading,
                                 SaigaText *text);
void _saiga_paper_begin_table (SaigaPaper *self,
                               SaigaNodeFlags flags,
                               const char *caption,
                               const char *const *titles);
void _saiga_paper_end (SaigaPaper *self);
void _saiga_paper_seal (SaigaPaper *self);

void _saiga_paper_add (SaigaPaper *self,
                       SaigaNodeKind kind,
                       const char *words);
void _saiga_paper_add_fact (SaigaPaper *self,
                            const char *term,
                            const char *words);
void _saiga_paper_add_words (SaigaPaper *self,
                             SaigaStyle style,
                             const char *words);
void _saiga_paper_add_text (SaigaPaper *self,
                            SaigaStyle style,
                            SaigaText *text);
void _saiga_paper_add_link (SaigaPaper *self,
                            const char *target,
                            const char *words);
void _saiga_paper_add_figure (SaigaPaper *self,
                              SaigaFigure *figure);

/* ---- writing */

char *_saiga_paper_to_html (SaigaPaper *self);
char *_saiga_paper_to_markdown (SaigaPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaPaper, _saiga_paper_free)

G_END_DECLS
