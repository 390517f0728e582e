/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-catalogue-private.h"
#include "saiga-paper-private.h"

/* A report as Markdown with the tables of GitHub: what a cell can not hold is written in
 * one line, a figure as the text that says the same. */

typedef struct
{
  SaigaPaper *paper;
  GString *text;
  gboolean in_cell;
} Writer;

static void write_children (Writer *self,
                            const SaigaNode *node,
                            guint depth,
                            guint indent);

/* What Markdown would take for its own is escaped; a line end would end a cell. */
static void
add_escaped (Writer *self,
             const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    {
      if (strchr ("\\`*_[]<>|", *c) != NULL)
        g_string_append_c (self->text, '\\');
      g_string_append_c (self->text, *c == '\n' ? ' ' : *c);
    }
}

/* Words between marks, which must touch them; strong words after strong words are one. */
static void
add_marked (Writer *self,
            const char *mark,
            const char *text)
{
  gsize length = strlen (text);
  g_autofree char *words = NULL;

  while (*mark != '\0' && length > 0 && text[length - 1] == ' ')
    length--;
  words = g_strndup (text, length);
  if (g_str_equal (mark, "**") && g_str_has_suffix (self->text->str, mark))
    g_string_truncate (self->text, self->text->len - strlen (mark));
  else
    g_string_append (self->text, mark);
  add_escaped (self, words);
  g_string_append (self->text, mark);
  g_string_append (self->text, text + length);
}

static void
write_run (Writer *self,
           const SaigaNode *node)
{
  const char *mark = node->style == SAIGA_STYLE_STRONG ? "**" : node->style == SAIGA_STYLE_NAME ? "*"
                                                                                                : "";
  const char *text = node->text;

  /* Marks must touch the words. */
  while (*mark != '\0' && *text == ' ')
    g_string_append_c (self->text, *text++);
  if (node->target != NULL)
    {
      g_string_append_c (self->text, '[');
      add_escaped (self, text);
      g_string_append_printf (self->text, "](#%s)", node->target);
      return;
    }
  add_marked (self, mark, text);
}

static void
begin_block (Writer *self)
{
  if (self->in_cell)
    {
      if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
        g_string_append (self->text, " ");
    }
  else if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, '\n');
}

static void
write_paragraph (Writer *self,
                 const SaigaNode *node,
                 const char *mark,
                 guint indent)
{
  begin_block (self);
  if (!self->in_cell)
    {
      if (indent == 0)
        g_string_append_c (self->text, '\n');
      g_string_append_printf (self->text, "%*s%s", (int) indent, "", mark);
    }
  write_children (self, node, 0, indent);
  if (!self->in_cell)
    g_string_append_c (self->text, '\n');
}

static void
write_item (Writer *self,
            const SaigaNode *node,
            guint indent)
{
  begin_block (self);
  if (self->in_cell)
    g_string_append (self->text, "• ");
  else
    g_string_append_printf (self->text, "%*s- ", (int) indent, "");
  if (node->kind == SAIGA_NODE_FACT)
    {
      add_escaped (self, node->text);
      g_string_append (self->text, ": ");
    }
  write_children (self, node, 0, indent + 2);
}

static void
write_list (Writer *self,
            const SaigaNode *node,
            guint indent)
{
  if (!self->in_cell && indent == 0)
    {
      begin_block (self);
      g_string_append_c (self->text, '\n');
    }
  write_children (self, node, 0, indent);
  if (!self->in_cell)
    begin_block (self);
}

static void
write_table (Writer *self,
             const SaigaNode *table)
{
  guint n_columns = 0;

  begin_block (self);
  g_string_append (self->text, "\n**");
  add_escaped (self, table->text);
  g_string_append (self->text, "**\n\n|");
  for (guint i = 0; i < table->children->len; i++)
    {
      const SaigaNode *column = table->children->pdata[i];

      if (column->kind != SAIGA_NODE_COLUMN)
        break;
      n_columns++;
      g_string_append_c (self->text, ' ');
      add_escaped (self, column->text);
      g_string_append (self->text, " |");
    }
  g_string_append (self->text, "\n|");
  for (guint i = 0; i < n_columns; i++)
    g_string_append (self->text, i > 0 && (table->flags & SAIGA_NODE_NUMBERS) != 0 ? " ---: |" : " --- |");
  g_string_append_c (self->text, '\n');

  for (guint i = n_columns; i < table->children->len; i++)
    {
      const SaigaNode *row = table->children->pdata[i];

      g_string_append_c (self->text, '|');
      if (row->kind == SAIGA_NODE_GROUP)
        {
          g_string_append (self->text, " **");
          add_escaped (self, row->text);
          g_string_append (self->text, "** |");
          for (guint c = 1; c < n_columns; c++)
            g_string_append (self->text, "  |");
        }
      for (guint c = 0; row->kind == SAIGA_NODE_ROW && row->children != NULL && c < row->children->len; c++)
        {
          g_string_append_c (self->text, ' ');
          self->in_cell = TRUE;
          write_children (self, row->children->pdata[c], 0, 0);
          self->in_cell = FALSE;
          g_string_append (self->text, " |");
        }
      g_string_append_c (self->text, '\n');
    }
}

static void
write_heading (Writer *self,
               const char *text,
               guint level)
{
  begin_block (self);
  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  for (guint i = 0; i < MIN (level, 6); i++)
    g_string_append_c (self->text, '#');
  g_string_append_c (self->text, ' ');
  add_escaped (self, text);
  g_string_append_c (self->text, '\n');
}

static void
write_node (Writer *self,
            const SaigaNode *node,
            guint depth,
            guint indent)
{
  switch (node->kind)
    {
    case SAIGA_NODE_PAPER:
    case SAIGA_NODE_SECTION:
      write_heading (self, node->text, depth + 1);
      write_children (self, node, depth + 1, 0);
      break;

    case SAIGA_NODE_PARAGRAPH:
      write_paragraph (self, node, "", indent);
      break;

    case SAIGA_NODE_NOTE:
      write_paragraph (self, node, "> ", indent);
      break;

    case SAIGA_NODE_LIST:
    case SAIGA_NODE_FACTS:
      write_list (self, node, indent);
      break;

    case SAIGA_NODE_ITEM:
    case SAIGA_NODE_FACT:
      write_item (self, node, indent);
      break;

    case SAIGA_NODE_TABLE:
      write_table (self, node);
      break;

    case SAIGA_NODE_DETAILS:
      begin_block (self);
      g_string_append (self->text, "\n**");
      add_escaped (self, node->text);
      g_string_append (self->text, "**\n");
      write_children (self, node, depth, indent);
      break;

    case SAIGA_NODE_FIGURE:
      {
        g_autofree char *alternative = _saiga_figure_dup_alternative (node->figure);

        begin_block (self);
        g_string_append (self->text, "\n**");
        add_escaped (self, _saiga_figure_get_title (node->figure));
        g_string_append (self->text, "**: ");
        add_escaped (self, alternative);
        g_string_append_c (self->text, '\n');
        break;
      }

    case SAIGA_NODE_RUN:
      write_run (self, node);
      break;

    /* These are written by their table. */
    case SAIGA_NODE_COLUMN:
    case SAIGA_NODE_GROUP:
    case SAIGA_NODE_ROW:
    case SAIGA_NODE_HEADER:
    case SAIGA_NODE_CELL:
    default:
      g_assert_not_reached ();
    }
}

static void
write_children (Writer *self,
                const SaigaNode *node,
                guint depth,
                guint indent)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    write_node (self, node->children->pdata[i], depth, indent);
}

char *
_saiga_paper_to_markdown (SaigaPaper *self)
{
  Writer writer = { self, g_string_new (NULL), FALSE };

  write_node (&writer, _saiga_paper_get_root (self), 0, 0);
  begin_block (&writer);

  return g_string_free (writer.text, FALSE);
}
