/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool.h"

/* A table that fits a terminal: columns with a weight give way, and their cells wrap. */

#define MIN_WIDTH 8

typedef struct
{
  gboolean is_heading;
  GStrv cells;
} Row;

struct _ToolTable
{
  GStrv titles;
  guint n_columns;
  guint *weights; /* how much of the width that is left a column takes; 0: never wraps */
  GArray *rows;
};

static void
row_clear (gpointer data)
{
  g_strfreev (((Row *) data)->cells);
}

ToolTable *
tool_table_new (const char *const *titles,
                const guint *weights)
{
  ToolTable *self = g_new (ToolTable, 1);

  self->titles = g_strdupv ((char **) titles);
  self->n_columns = g_strv_length (self->titles);
  self->weights = g_memdup2 (weights, self->n_columns * sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);

  return self;
}

void
tool_table_free (ToolTable *self)
{
  g_strfreev (self->titles);
  g_free (self->weights);
  g_array_unref (self->rows);
  g_free (self);
}

/* A line over all columns. */
void
tool_table_add_heading (ToolTable *self,
                        const char *text)
{
  const char *const cells[] = { text, NULL };
  const Row row = { TRUE, g_strdupv ((char **) cells) };

  g_array_append_val (self->rows, row);
}

/* As many cells as there are columns; NULL ends them. */
void
tool_table_add_row (ToolTable *self,
                    const char *const *cells)
{
  const Row row = { FALSE, g_strdupv ((char **) cells) };

  g_assert (g_strv_length (row.cells) == self->n_columns);
  g_array_append_val (self->rows, row);
}

/* The natural widths, then less for those columns that may give way. */
static guint *
measure (ToolTable *self,
         guint width)
{
  guint *widths = g_new (guint, self->n_columns);
  guint total = TOOL_TABLE_GAP * (self->n_columns - 1);
  guint weight = 0;
  guint flexible = 0;

  for (guint c = 0; c < self->n_columns; c++)
    {
      widths[c] = tool_text_width (self->titles[c]);
      for (guint i = 0; i < self->rows->len; i++)
        {
          const Row *row = &g_array_index (self->rows, Row, i);

          if (!row->is_heading)
            widths[c] = MAX (widths[c], tool_text_width (row->cells[c]));
        }
      total += widths[c];
      if (self->weights[c] > 0)
        {
          weight += self->weights[c];
          flexible += widths[c];
        }
    }

  /* What is left for the flexible columns is shared by weight; one that needs less than its
   * share leaves the rest to the others. */
  while (width > 0 && total > width && weight > 0)
    {
      guint left = width > total - flexible ? width - (total - flexible) : 0;
      gboolean again = FALSE;

      for (guint c = 0; c < self->n_columns && !again; c++)
        if (self->weights[c] > 0 && widths[c] <= left * self->weights[c] / weight)
          {
            flexible -= widths[c];
            weight -= self->weights[c];
            self->weights[c] = 0;
            again = weight > 0;
          }
      if (again)
        continue;
      for (guint c = 0; c < self->n_columns; c++)
        if (self->weights[c] > 0)
          widths[c] = MAX (left * self->weights[c] / weight, MIN_WIDTH);
      break;
    }

  return widths;
}

/* Cuts the next line of at most @width columns off a cell, at a space where there is one. */
static char *
next_line (const char **cell,
           guint width)
{
  const char *space = NULL;
  const char *at = *cell;
  char *line;
  guint n = 0;

  while (*at != '\0' && *at != '\n')
    {
      gunichar c = g_utf8_get_char (at);

      n += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                : 1;
      if (n > width)
        break;
      if (c == ' ')
        space = at;
      at = g_utf8_next_char (at);
    }

  if (*at != '\0' && *at != '\n' && *at != ' ' && space != NULL)
    at = space;
  if (at == *cell && *at != '\0' && *at != '\n')
    at = g_utf8_next_char (at);
  line = g_strndup (*cell, at - *cell);
  while (*at == ' ' || *at == '\n')
    at++;
  *cell = at;

  return line;
}

static void
print_cells (ToolTable *self,
             Tool *tool,
             GStrv cells,
             const guint *widths,
             ToolStyle style)
{
  g_autofree const char **rest = g_new (const char *, self->n_columns);
  gboolean more = TRUE;

  for (guint c = 0; c < self->n_columns; c++)
    rest[c] = cells[c];

  while (more)
    {
      g_autoptr(GString) line = g_string_new (NULL);
      guint column = 0;

      more = FALSE;
      for (guint c = 0; c < self->n_columns; c++)
        {
          g_autofree char *part = next_line (&rest[c], widths[c]);

          if (*part != '\0')
            {
              guint start = column;

              for (guint w = tool_text_width (line->str); w < start; w++)
                g_string_append_c (line, ' ');
              g_string_append (line, part);
            }
          column += widths[c] + TOOL_TABLE_GAP;
          more |= *rest[c] != '\0';
        }
      tool_print_styled (tool, style, line->str);
      tool_print (tool, "\n");
    }
}

void
tool_table_print (ToolTable *self,
                  Tool *tool)
{
  g_autofree guint *widths = measure (self, tool->width);

  print_cells (self, tool, self->titles, widths, TOOL_DIM);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (!row->is_heading)
        {
          print_cells (self, tool, row->cells, widths, TOOL_PLAIN);
          continue;
        }
      tool_print (tool, "\n");
      tool_print_styled (tool, TOOL_BOLD, row->cells[0]);
      tool_print (tool, "\n");
    }
}
