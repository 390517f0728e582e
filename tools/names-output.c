/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "names.h"

static void
append_json_string (GString *out,
                    const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '"':
      case '\\':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *text);
        break;
      default:
        if ((guchar) *text < ' ')
          g_string_append_printf (out, "\\u%04x", (guchar) *text);
        else
          g_string_append_c (out, *text);
      }
  g_string_append_c (out, '"');
}

/* Tab-separated: what would break a row becomes a space. */
static void
append_line (GString *out,
             const char *const *cells)
{
  for (const char *const *cell = cells; *cell != NULL; cell++)
    {
      const char *text;
      gsize length;

      if (cell != cells)
        g_string_append_c (out, '\t');
      for (text = *cell; text[length = strcspn (text, "\t\n\r")] != '\0'; text += length + 1)
        {
          g_string_append_len (out, text, length);
          g_string_append_c (out, ' ');
        }
      g_string_append_len (out, text, length);
    }
  g_string_append_c (out, '\n');
}

/* Columns that hold numbers, and are null where there is none. */
static gboolean
is_number (const char *title)
{
  static const char *const titles[] = { "score", "name_score", "author_score", "edits", "candidates", NULL };

  return g_strv_contains (titles, title);
}

static void
append_json_line (GString *out,
                  const char *const *titles,
                  const char *const *cells)
{
  g_string_append_c (out, '{');
  for (guint i = 0; titles[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_json_string (out, titles[i]);
      g_string_append_c (out, ':');
      if (is_number (titles[i]))
        g_string_append (out, *cells[i] != '\0' ? cells[i] : "null");
      else
        append_json_string (out, cells[i]);
    }
  g_string_append (out, "}\n");
}

static void
append_row (NamesOutput *self,
            const char *const *cells)
{
  if (self->tool->format == TOOL_CSV)
    tool_print_csv_row (self->tool, cells);
  else if (self->tool->format == TOOL_JSON)
    append_json_line (self->tool->out, self->titles, cells);
  else
    append_line (self->tool->out, cells);
}

void
names_output_row (NamesOutput *self,
                  const char *const *cells)
{
  if (!self->started && self->tool->format != TOOL_JSON)
    {
      if (self->tool->format == TOOL_CSV && self->tool->bom)
        g_string_append (self->tool->out, "\xef\xbb\xbf");
      append_row (self, self->titles);
    }
  self->started = TRUE;
  append_row (self, cells);
  self->n_rows++;
}

/* Writes what has gathered, and shows at a terminal how far it is. */
ToolExit
names_output_flush (NamesOutput *self)
{
  GString *out = self->tool->out;

  if (self->file == NULL)
    {
      self->file = self->tool->output != NULL && !g_str_equal (self->tool->output, "-") ? fopen (self->tool->output, "wb") : stdout;
      if (self->file == NULL)
        {
          g_printerr ("saiga: %s: %s\n", self->tool->output, g_strerror (errno));
          return TOOL_IO;
        }
    }
  if (!self->failed && fwrite (out->str, 1, out->len, self->file) != out->len)
    self->failed = TRUE;
  g_string_truncate (out, 0);
  if (!self->tool->is_terminal && isatty (STDERR_FILENO))
    g_printerr ("\r%" G_GUINT64_FORMAT " names", self->n_rows);

  return self->failed ? TOOL_IO : TOOL_DONE;
}

ToolExit
names_output_close (NamesOutput *self)
{
  ToolExit code = names_output_flush (self);

  if (!self->tool->is_terminal && isatty (STDERR_FILENO))
    g_printerr ("\n");
  if (self->file != NULL && (fflush (self->file) != 0 || (self->file != stdout && fclose (self->file) != 0)))
    code = TOOL_IO;
  if (code == TOOL_IO)
    g_printerr ("saiga: the names could not be written\n");

  return code;
}
