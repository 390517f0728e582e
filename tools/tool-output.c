/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool.h"

void
tool_print (Tool *self,
            const char *format,
            ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->out, format, args);
  va_end (args);
}

void
tool_print_styled (Tool *self,
                   ToolStyle style,
                   const char *text)
{
  static const char *const starts[] = {
    [TOOL_PLAIN] = "",
    [TOOL_BOLD] = "\033[1m",
    [TOOL_DIM] = "\033[2m",
    [TOOL_RED] = "\033[31m",
    [TOOL_YELLOW] = "\033[33m",
  };

  if (!self->use_color || style == TOOL_PLAIN)
    g_string_append (self->out, text);
  else
    g_string_append_printf (self->out, "%s%s\033[0m", starts[style], text);
}

guint
tool_text_width (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n += g_unichar_iszerowidth (g_utf8_get_char (c)) ? 0 : g_unichar_iswide (g_utf8_get_char (c)) ? 2
                                                                                                  : 1;

  return n;
}

/* Words with line ends where the terminal ends; all lines but the first are indented. */
void
tool_print_wrapped (Tool *self,
                    const char *text,
                    guint indent)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);
  guint column = indent;

  for (char **word = words; *word != NULL; word++)
    {
      guint n = tool_text_width (*word);

      if (n == 0)
        continue;
      if (column > indent && self->width > 0 && column + 1 + n > self->width)
        {
          tool_print (self, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (column > indent)
        {
          tool_print (self, " ");
          column++;
        }
      tool_print (self, "%s", *word);
      column += n;
    }
  tool_print (self, "\n");
}

/* Every output says which data it comes from. */
void
tool_print_source (Tool *self,
                   SaigaSnapshot *snapshot)
{
  g_autoptr(GString) line = g_string_new (tool_translate (self, N_ ("Data: ")));
  SaigaDate *date = saiga_snapshot_get_date (snapshot);
  const char *title = saiga_snapshot_get_title (snapshot);

  g_string_append (line, title != NULL ? title : self->dataset != NULL ? self->dataset
                                                                       : tool_translate (self, N_ ("without a title")));
  if (date != NULL)
    {
      g_autofree char *text = saiga_date_to_string (date);

      tool_append (self, line, N_ (", state of %1"), text, NULL);
    }
  if (saiga_snapshot_get_source (snapshot) != NULL)
    g_string_append_printf (line, ". %s", saiga_snapshot_get_source (snapshot));
  g_string_append_printf (line, ". Saiga %s.", SAIGA_VERSION_S);

  tool_print (self, "\n");
  tool_print_wrapped (self, line->str, 0);
}

/* A cell that a spreadsheet would run as a formula is given an apostrophe in front. */
static void
append_csv_cell (GString *out,
                 const char *cell)
{
  gboolean runs = *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;

  if (!runs && strpbrk (cell, ",\"\n\r") == NULL)
    {
      g_string_append (out, cell);
      return;
    }

  g_string_append_c (out, '"');
  if (runs)
    g_string_append_c (out, '\'');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

/* RFC 4180, with the line ends of this system. */
void
tool_print_csv_row (Tool *self,
                    const char *const *cells)
{
  if (self->bom && self->out->len == 0)
    g_string_append (self->out, "\xef\xbb\xbf");

  for (const char *const *cell = cells; *cell != NULL; cell++)
    {
      if (cell != cells)
        g_string_append_c (self->out, ',');
      append_csv_cell (self->out, *cell);
    }
  g_string_append_c (self->out, '\n');
}

void
tool_print_json (Tool *self,
                 JsonNode *root)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_string_append (self->out, text);
  g_string_append_c (self->out, '\n');
}

static char *
builder_to_text (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* An object whose last member is a long list, written item by item, one a line. */
void
tool_begin_json_list (Tool *self,
                      JsonBuilder *head,
                      const char *name)
{
  g_autofree char *text = builder_to_text (head);

  g_string_append_len (self->out, text, strlen (text) - 1);
  g_string_append_printf (self->out, ",\"%s\":[", name);
}

void
tool_add_json_item (Tool *self,
                    JsonBuilder *item,
                    gboolean is_first)
{
  g_autofree char *text = builder_to_text (item);

  g_string_append_printf (self->out, "%s\n%s", is_first ? "" : ",", text);
}

void
tool_end_json_list (Tool *self)
{
  g_string_append (self->out, "\n]}\n");
}

void
tool_build_string (JsonBuilder *builder,
                   const char *name,
                   const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
tool_build_number (JsonBuilder *builder,
                   const char *name,
                   gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
tool_build_strings (JsonBuilder *builder,
                    const char *name,
                    const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *strings != NULL; strings++)
    json_builder_add_string_value (builder, *strings);
  json_builder_end_array (builder);
}

void
tool_build_reason (Tool *self,
                   JsonBuilder *builder,
                   SaigaReason *reason)
{
  g_autofree char *text = saiga_reason_dup_text (reason, self->language);

  json_builder_begin_object (builder);
  tool_build_string (builder, "code", saiga_reason_get_code (reason));
  tool_build_strings (builder, "arguments", saiga_reason_get_arguments (reason));
  tool_build_string (builder, "text", text);
  json_builder_end_object (builder);
}

/* The member "data" of an object. */
void
tool_build_source (JsonBuilder *builder,
                   SaigaSnapshot *snapshot)
{
  SaigaDate *date = saiga_snapshot_get_date (snapshot);
  g_autofree char *text = date != NULL ? saiga_date_to_string (date) : NULL;

  json_builder_set_member_name (builder, "data");
  json_builder_begin_object (builder);
  tool_build_string (builder, "title", saiga_snapshot_get_title (snapshot));
  tool_build_string (builder, "date", text);
  tool_build_string (builder, "licence", saiga_snapshot_get_licence (snapshot));
  tool_build_string (builder, "source", saiga_snapshot_get_source (snapshot));
  tool_build_string (builder, "saiga", SAIGA_VERSION_S);
  json_builder_end_object (builder);
}

/* The catalogues are the library's. */
const char *
tool_translate (Tool *self,
                const char *message)
{
  return saiga_translate (self->language, message);
}

static char *
fill (Tool *self,
      const char *message,
      va_list args)
{
  const char *arguments[10] = { NULL };
  GString *filled = g_string_new (NULL);
  guint n = 0;

  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    if (n < G_N_ELEMENTS (arguments) - 1)
      arguments[n++] = argument;

  for (const char *c = tool_translate (self, message); *c != '\0'; c++)
    if (c[0] == '%' && c[1] >= '1' && c[1] <= '9')
      {
        c++;
        if ((guint) (*c - '1') < n)
          g_string_append (filled, arguments[*c - '1']);
      }
    else
      g_string_append_c (filled, *c);

  return g_string_free (filled, FALSE);
}

/* Puts the arguments in the places of %1 to %9; NULL ends them. */
char *
tool_fill (Tool *self,
           const char *message,
           ...)
{
  char *filled;
  va_list args;

  va_start (args, message);
  filled = fill (self, message, args);
  va_end (args);

  return filled;
}

/* Appends a message with its arguments in place; NULL ends them. */
void
tool_append (Tool *self,
             GString *text,
             const char *message,
             ...)
{
  g_autofree char *filled = NULL;
  va_list args;

  va_start (args, message);
  filled = fill (self, message, args);
  va_end (args);
  g_string_append (text, filled);
}

const char *
tool_nick (GType enum_type,
           int value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : "";
}

/* FALSE if it is no word of the enumeration. */
gboolean
tool_parse_nick (GType enum_type,
                 const char *nick,
                 int *value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found != NULL)
    *value = found->value;

  return found != NULL;
}
