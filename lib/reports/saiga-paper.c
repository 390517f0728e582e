/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-paper-private.h"

struct _SaigaPaper
{
  char *language;
  SaigaNode *root;
  GPtrArray *open; /* the way from the root to where building is; NULL once it is sealed */
};

static void
node_free (gpointer data)
{
  SaigaNode *self = data;

  g_free (self->text);
  g_free (self->name);
  g_free (self->target);
  g_free (self->language);
  g_clear_pointer (&self->figure, _saiga_figure_free);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

static SaigaNode *
node_new (SaigaNodeKind kind,
          const char *text)
{
  SaigaNode *self = g_new0 (SaigaNode, 1);

  self->kind = kind;
  self->text = g_strdup (text);

  return self;
}

SaigaPaper *
_saiga_paper_new (const char *language,
                  const char *title)
{
  SaigaPaper *self = g_new (SaigaPaper, 1);

  self->language = g_strdup (language);
  self->root = node_new (SAIGA_NODE_PAPER, title);
  self->open = g_ptr_array_new ();
  g_ptr_array_add (self->open, self->root);

  return self;
}

void
_saiga_paper_free (SaigaPaper *self)
{
  g_free (self->language);
  node_free (self->root);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_free (self);
}

const char *
_saiga_paper_get_language (SaigaPaper *self)
{
  return self->language;
}

const SaigaNode *
_saiga_paper_get_root (SaigaPaper *self)
{
  g_assert (self->open == NULL);

  return self->root;
}

/* ---- building */

static SaigaNode *
append (SaigaPaper *self,
        SaigaNodeKind kind,
        const char *text)
{
  SaigaNode *parent;
  SaigaNode *node = node_new (kind, text);

  g_assert (self->open != NULL && self->open->len > 0);
  parent = self->open->pdata[self->open->len - 1];
  if (parent->children == NULL)
    parent->children = g_ptr_array_new_with_free_func (node_free);
  g_ptr_array_add (parent->children, node);

  return node;
}

SaigaNode *
_saiga_paper_begin (SaigaPaper *self,
                    SaigaNodeKind kind,
                    const char *text)
{
  SaigaNode *node = append (self, kind, text);

  g_ptr_array_add (self->open, node);

  return node;
}

/* The language of the best words there are, or NULL if it is that of the paper. */
static char *
dup_other_language (SaigaPaper *self,
                    SaigaText *text)
{
  const char *best = saiga_text_get_best_words (text, self->language);
  g_auto(GStrv) languages = NULL;

  if (saiga_text_get_words (text, self->language) != NULL)
    return NULL;
  languages = saiga_text_list_languages (text);
  for (char **language = languages; *language != NULL; language++)
    if (saiga_text_get_words (text, *language) == best)
      return g_strdup (*language);

  return NULL;
}

/* @text is what the heading was made of, or NULL for words of our own. */
void
_saiga_paper_begin_section (SaigaPaper *self,
                            const char *name,
                            const char *heading,
                            SaigaText *text)
{
  SaigaNode *node = _saiga_paper_begin (self, SAIGA_NODE_SECTION, heading);

  node->name = g_strdup (name);
  node->language = text != NULL ? dup_other_language (self, text) : NULL;
}

void
_saiga_paper_begin_table (SaigaPaper *self,
                          SaigaNodeFlags flags,
                          const char *caption,
                          const char *const *titles)
{
  _saiga_paper_begin (self, SAIGA_NODE_TABLE, caption)->flags = flags;
  for (; *titles != NULL; titles++)
    append (self, SAIGA_NODE_COLUMN, *titles);
}

void
_saiga_paper_end (SaigaPaper *self)
{
  g_assert (self->open->len > 1);
  g_ptr_array_set_size (self->open, self->open->len - 1);
}

/* Nothing is added any more. */
void
_saiga_paper_seal (SaigaPaper *self)
{
  g_assert (self->open->len == 1);
  g_clear_pointer (&self->open, g_ptr_array_unref);
}

void
_saiga_paper_add (SaigaPaper *self,
                  SaigaNodeKind kind,
                  const char *words)
{
  _saiga_paper_begin (self, kind, NULL);
  _saiga_paper_add_words (self, SAIGA_STYLE_PLAIN, words);
  _saiga_paper_end (self);
}

void
_saiga_paper_add_fact (SaigaPaper *self,
                       const char *term,
                       const char *words)
{
  _saiga_paper_begin (self, SAIGA_NODE_FACT, term);
  _saiga_paper_add_words (self, SAIGA_STYLE_PLAIN, words);
  _saiga_paper_end (self);
}

void
_saiga_paper_add_words (SaigaPaper *self,
                        SaigaStyle style,
                        const char *words)
{
  if (words != NULL && *words != '\0')
    append (self, SAIGA_NODE_RUN, words)->style = style;
}

/* The best words there are; where they are not in the language of the paper, they say so. */
void
_saiga_paper_add_text (SaigaPaper *self,
                       SaigaStyle style,
                       SaigaText *text)
{
  SaigaNode *run;

  if (text == NULL)
    return;
  run = append (self, SAIGA_NODE_RUN, saiga_text_get_best_words (text, self->language));
  run->style = style;
  run->language = dup_other_language (self, text);
}

void
_saiga_paper_add_link (SaigaPaper *self,
                       const char *target,
                       const char *words)
{
  append (self, SAIGA_NODE_RUN, words)->target = g_strdup (target);
}

/* Takes the figure. */
void
_saiga_paper_add_figure (SaigaPaper *self,
                         SaigaFigure *figure)
{
  append (self, SAIGA_NODE_FIGURE, NULL)->figure = figure;
}
