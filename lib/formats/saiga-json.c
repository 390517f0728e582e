/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* JSON within limits. The library that makes the trees has none, and goes down into itself for each level: so
 * each text is walked once before, without a tree. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-json-private.h"

/* Walks over text that is not known to be JSON. */
typedef struct
{
  const char *at;
  const char *end;
  guint n_values;
  guint n_members;
  int code;            /* of the error */
  const char *message; /* what is wrong at `at`; NULL: nothing */
} Walk;

static gboolean
fail (Walk *self,
      int code,
      const char *message)
{
  self->code = code;
  self->message = message;

  return FALSE;
}

static void
skip_space (Walk *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->at++;
}

static gboolean
skip_string (Walk *self)
{
  const char *start = self->at++;

  while (self->at < self->end && *self->at != '"')
    self->at += *self->at == '\\' ? 2 : 1;
  if (self->at >= self->end)
    {
      self->at = start;
      return fail (self, SAIGA_ERROR_PARSE, "a text is not closed");
    }
  self->at++;

  return TRUE;
}

/* Over one value. What is between its brackets is looked at by the parser; here it is only that nothing is
 * there which could hide a bracket, and that there are not too many. */
static gboolean
skip_value (Walk *self)
{
  const char *start = self->at;
  guint depth = 0;

  do
    {
      skip_space (self);
      if (self->at >= self->end)
        return fail (self, SAIGA_ERROR_PARSE, "the text ends within a value");
      if (self->at - start > SAIGA_MAX_JSON_LINE)
        return fail (self, SAIGA_ERROR_LIMIT, "one value has more than 16 MiB");
      switch (*self->at)
        {
        case '{':
        case '[':
          if (++depth > SAIGA_MAX_JSON_DEPTH)
            return fail (self, SAIGA_ERROR_LIMIT, "values are nested more than 64 deep");
          self->at++;
          self->n_values++;
          break;

        case '}':
        case ']':
          if (depth == 0)
            return fail (self, SAIGA_ERROR_PARSE, "a value is expected");
          depth--;
          self->at++;
          break;

        case '"':
          if (!skip_string (self))
            return FALSE;
          self->n_values++;
          break;

        case ',':
        case ':':
          if (depth == 0)
            return fail (self, SAIGA_ERROR_PARSE, "a value is expected");
          self->n_members += *self->at == ':';
          self->at++;
          break;

        default:
          if (!g_ascii_isalnum (*self->at) && *self->at != '-')
            return fail (self, SAIGA_ERROR_PARSE, "a value is expected");
          while (self->at < self->end && (g_ascii_isalnum (*self->at) || strchr ("+-.", *self->at) != NULL) && *self->at != '\0')
            self->at++;
          self->n_values++;
        }
      if (self->n_values > SAIGA_MAX_JSON_VALUES)
        return fail (self, SAIGA_ERROR_LIMIT, "one value holds more than two million others");
    }
  while (depth > 0);

  return TRUE;
}

/* @line is that of the beginning of the text. */
static void
set_error (const char *text,
           const char *at,
           const char *name,
           guint line,
           int code,
           const char *message,
           GError **error)
{
  guint column = 1;

  for (const char *c = text; c < at; c++)
    if (*c == '\n')
      {
        line++;
        column = 1;
      }
    else
      column++;

  g_set_error (error, SAIGA_ERROR, code, "%s:%u:%u: is not JSON that can be read: %s", name, line, column, message);
}

/* ---- trees */

static void
count_members (JsonParser *parser,
               JsonObject *object,
               gpointer data)
{
  guint *n = data;

  *n += json_object_get_size (object);
}

typedef struct
{
  GHashTable *names; /* with the object before them */
  char *twice;
} Names;

static void
note_member (JsonParser *parser,
             JsonObject *object,
             const char *name,
             gpointer data)
{
  Names *names = data;
  char *key = g_strdup_printf ("%p %s", (gpointer) object, name);

  if (!g_hash_table_add (names->names, key) && names->twice == NULL)
    names->twice = g_strdup (name);
}

/* The parser keeps one of two members of one name, and is silent: seldom, so that it is read once more to say which. */
static char *
find_twice (const char *text,
            gsize length)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  Names names = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), NULL };

  g_signal_connect (parser, "object-member", G_CALLBACK (note_member), &names);
  json_parser_load_from_data (parser, text, length, NULL);
  g_hash_table_unref (names.names);

  return names.twice;
}

JsonNode *
_saiga_json_parse (const char *text,
                   gsize length,
                   const char *name,
                   guint line,
                   char **twice,
                   GError **error)
{
  Walk walk = { text, text + length };
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local_error = NULL;
  const char *wrong;
  guint n_members = 0;

  *twice = NULL;
  if (skip_value (&walk))
    {
      skip_space (&walk);
      if (walk.at < walk.end)
        fail (&walk, SAIGA_ERROR_PARSE, "something stands behind the value");
    }
  if (walk.message != NULL)
    {
      set_error (text, walk.at, name, line, walk.code, walk.message, error);
      return NULL;
    }
  if (!g_utf8_validate (text, length, &wrong))
    {
      set_error (text, wrong, name, line, SAIGA_ERROR_PARSE, "the text is not in UTF-8", error);
      return NULL;
    }

  parser = json_parser_new ();
  g_signal_connect (parser, "object-end", G_CALLBACK (count_members), &n_members);
  if (!json_parser_load_from_data (parser, text, length, &local_error))
    {
      /* Its message begins with a place of its own, `<data>:1:2: `. */
      const char *message = strstr (local_error->message, ": ");

      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "%s:%u:%u: is not JSON that can be read: %s", name,
                   line + MAX (json_parser_get_current_line (parser), 1) - 1, json_parser_get_current_pos (parser),
                   message != NULL ? message + 2 : local_error->message);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      set_error (text, text, name, line, SAIGA_ERROR_PARSE, "there is no value", error);
      return NULL;
    }
  if (n_members != walk.n_members)
    *twice = find_twice (text, length);

  return json_parser_steal_root (parser);
}

/* ---- parts */

typedef struct
{
  const char *text;
  const char *name;
  Walk walk;
  const char *counted; /* up to here lines were counted */
  guint line;
  SaigaJsonPart func;
  gpointer data;
} Split;

static gboolean
give_part (Split *self,
           const char *list,
           GError **error)
{
  const char *start;

  skip_space (&self->walk);
  start = self->walk.at;
  self->walk.n_values = 0;
  if (!skip_value (&self->walk))
    return FALSE;
  for (; self->counted < start; self->counted++)
    self->line += *self->counted == '\n';

  return self->func (list, start, self->walk.at - start, self->line, self->data, error);
}

/* The next of a list or an object: over a comma, but not over the bracket at the end. */
static gboolean
find_next (Split *self,
           char end,
           gboolean is_first)
{
  skip_space (&self->walk);
  if (self->walk.at >= self->walk.end)
    return fail (&self->walk, SAIGA_ERROR_PARSE, "the text ends within a value");
  if (*self->walk.at == end)
    {
      self->walk.at++;
      return FALSE;
    }
  if (is_first)
    return TRUE;
  if (*self->walk.at != ',')
    return fail (&self->walk, SAIGA_ERROR_PARSE, "a comma is expected");
  self->walk.at++;
  skip_space (&self->walk);

  return TRUE;
}

static gboolean
split_list (Split *self,
            const char *list,
            GError **error)
{
  self->walk.at++;
  for (gboolean is_first = TRUE; find_next (self, ']', is_first); is_first = FALSE)
    if (!give_part (self, list, error))
      return FALSE;

  return self->walk.message == NULL;
}

static gboolean
split_object (Split *self,
              GError **error)
{
  self->walk.at++;
  for (gboolean is_first = TRUE; find_next (self, '}', is_first); is_first = FALSE)
    {
      const char *start = self->walk.at;
      g_autofree char *list = NULL;

      if (start >= self->walk.end || *start != '"')
        return fail (&self->walk, SAIGA_ERROR_PARSE, "a name is expected");
      if (!skip_string (&self->walk))
        return FALSE;
      list = g_utf8_make_valid (start + 1, self->walk.at - start - 2);
      skip_space (&self->walk);
      if (self->walk.at >= self->walk.end || *self->walk.at != ':')
        return fail (&self->walk, SAIGA_ERROR_PARSE, "a colon is expected");
      self->walk.at++;
      skip_space (&self->walk);
      if (self->walk.at < self->walk.end && *self->walk.at == '[' ? !split_list (self, list, error) : !give_part (self, list, error))
        return FALSE;
    }

  return self->walk.message == NULL;
}

gboolean
_saiga_json_split (const char *text,
                   gsize length,
                   const char *name,
                   SaigaJsonPart func,
                   gpointer data,
                   GError **error)
{
  Split self = { text, name, { text, text + length }, text, 1, func, data };
  gboolean is_split;

  skip_space (&self.walk);
  if (self.walk.at < self.walk.end && *self.walk.at == '{')
    is_split = split_object (&self, error);
  else if (self.walk.at < self.walk.end && *self.walk.at == '[')
    is_split = split_list (&self, "", error);
  else
    is_split = fail (&self.walk, SAIGA_ERROR_PARSE, "an object or a list is expected");

  if (is_split)
    {
      skip_space (&self.walk);
      if (self.walk.at < self.walk.end)
        is_split = fail (&self.walk, SAIGA_ERROR_PARSE, "something stands behind the value");
    }
  if (self.walk.message != NULL)
    set_error (text, self.walk.at, name, 1, self.walk.code, self.walk.message, error);

  return is_split;
}
