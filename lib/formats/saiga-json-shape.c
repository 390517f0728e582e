/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What a file in JSON is, told by the names in its beginning: where it is cut, it is no whole value. */

#include <string.h>

#include "saiga-json-private.h"
#include "saiga-reason-private.h"

#define MAX_PATH 8     /* names in a path */
#define MAX_PATHS 2000 /* of one file */
#define MAX_TEXT 300   /* bytes that are kept */

static const SaigaReasonKind members_found = { "json-members", N_ ("%1 is JSON and has the names %2") };
static const SaigaReasonKind lines_found = { "json-lines", N_ ("%1 has a value of JSON on each line, with the names %2") };
static const SaigaReasonKind requests_found = { "json-requests", N_ ("%1 is a recording of requests; the first is for %2") };
static const SaigaReasonKind files_found = { "json-files", N_ ("%1 of the %2 files are of this kind") };

struct _SaigaJsonShape
{
  GHashTable *paths; /* → the first text there */
  gboolean is_lines;
  gboolean is_pretty;
};

void
_saiga_json_shape_free (gpointer shape)
{
  SaigaJsonShape *self = shape;

  if (self == NULL)
    return;
  g_hash_table_unref (self->paths);
  g_free (self);
}

/* ---- looking */

typedef struct
{
  SaigaJsonShape *shape;
  const char *at;
  const char *end;
  guint line_ends;
  GString *path;
} Look;

static gboolean
skip_space (Look *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->line_ends += *self->at++ == '\n';

  return self->at < self->end;
}

/* A text as it stands, without the marks around it; FALSE where the sample ends within. */
static gboolean
read_string (Look *self,
             const char **text,
             gsize *length)
{
  *text = ++self->at;
  while (self->at < self->end && *self->at != '"')
    self->at += *self->at == '\\' ? 2 : 1;
  if (self->at >= self->end)
    return FALSE;
  *length = self->at++ - *text;

  return TRUE;
}

static void
note (Look *self,
      const char *text,
      gsize length)
{
  if (self->path->len == 0 || g_hash_table_size (self->shape->paths) >= MAX_PATHS || g_hash_table_contains (self->shape->paths, self->path->str))
    return;

  g_hash_table_insert (self->shape->paths, g_utf8_make_valid (self->path->str, self->path->len), g_utf8_make_valid (text, MIN (length, MAX_TEXT)));
}

/* FALSE: the sample ends, or is not JSON. */
static gboolean
look (Look *self,
      guint depth)
{
  const char *start;
  gsize length;

  if (!skip_space (self) || depth > SAIGA_MAX_JSON_DEPTH)
    return FALSE;
  switch (*self->at)
    {
    case '"':
      if (!read_string (self, &start, &length))
        return FALSE;
      note (self, start, length);
      return TRUE;

    case '[':
    case '{':
      {
        char end = *self->at == '[' ? ']' : '}';

        note (self, "", 0);
        self->at++;
        if (skip_space (self) && *self->at == end)
          {
            self->at++;
            return TRUE;
          }
        while (skip_space (self))
          {
            gsize path = self->path->len;
            gboolean is_whole;

            if (end == '}')
              {
                if (*self->at != '"' || !read_string (self, &start, &length))
                  return FALSE;
                g_string_append_printf (self->path, "%s%.*s", path > 0 ? "." : "", (int) MIN (length, MAX_TEXT), start);
                if (!skip_space (self) || *self->at != ':')
                  return FALSE;
                self->at++;
              }
            is_whole = look (self, depth + 1);
            g_string_truncate (self->path, path);
            if (!is_whole || !skip_space (self))
              return FALSE;
            if (*self->at == end)
              {
                self->at++;
                return TRUE;
              }
            if (*self->at != ',')
              return FALSE;
            self->at++;
          }
        return FALSE;
      }

    default:
      start = self->at;
      while (self->at < self->end && (g_ascii_isalnum (*self->at) || *self->at == '-' || *self->at == '+' || *self->at == '.'))
        self->at++;
      note (self, start, self->at - start);
      return self->at > start;
    }
}

const SaigaJsonShape *
_saiga_sample_get_json (SaigaSample *self,
                        guint member)
{
  SaigaJsonShape *shape = self->shapes->pdata[member];
  GBytes *sample = shape == NULL ? _saiga_input_peek (self->input, member, self->cancellable, NULL) : NULL;
  const char *name = _saiga_input_get_member (self->input, member);
  g_autoptr(GString) path = g_string_new (NULL);
  gsize size;
  const char *text;
  Look eye;
  gboolean is_whole;

  if (sample == NULL)
    return shape;

  text = g_bytes_get_data (sample, &size);
  eye = (Look){ NULL, text, text + size, 0, path };
  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    eye.at += 3;
  if (!skip_space (&eye) || (*eye.at != '{' && *eye.at != '['))
    return NULL;

  shape = g_new0 (SaigaJsonShape, 1);
  shape->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  eye.shape = shape;
  eye.line_ends = 0;
  is_whole = look (&eye, 0);
  shape->is_pretty = eye.line_ends > 0;

  /* A second value, or a first one that is longer than the sample, on one line, in a file that says so. */
  if (is_whole)
    shape->is_lines = eye.line_ends == 0 && ((skip_space (&eye) && *eye.at == '{') || g_str_has_suffix (name, "ndjson") || g_str_has_suffix (name, "jsonl"));
  else
    shape->is_lines = eye.line_ends == 0 && (g_str_has_suffix (name, "ndjson") || g_str_has_suffix (name, "jsonl"));
  self->shapes->pdata[member] = shape;

  return shape;
}

/* ---- asking */

gboolean
_saiga_json_shape_has (const SaigaJsonShape *self,
                       const char *path)
{
  return g_hash_table_contains (self->paths, path);
}

const char *
_saiga_json_shape_get (const SaigaJsonShape *self,
                       const char *path)
{
  return g_hash_table_lookup (self->paths, path);
}

gboolean
_saiga_json_shape_is_lines (const SaigaJsonShape *self)
{
  return self->is_lines;
}

gboolean
_saiga_json_shape_is_pretty (const SaigaJsonShape *self)
{
  return self->is_pretty;
}

gboolean
_saiga_json_shape_matches (const SaigaJsonShape *self,
                           const SaigaJsonMark *mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark->paths) && mark->paths[i] != NULL; i++)
    if (!_saiga_json_shape_has (self, mark->paths[i]))
      return FALSE;

  return TRUE;
}

static char *
join_paths (const SaigaJsonMark *mark)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mark->paths) && mark->paths[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", mark->paths[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
_saiga_sample_match_json (SaigaSample *self,
                          const SaigaJsonMark *marks,
                          guint n_marks,
                          gboolean (*takes_request) (const char *uri))
{
  guint n_members = _saiga_input_get_n_members (self->input);
  guint n_found = 0;
  int first = -1;

  for (guint i = 0; i < n_members; i++)
    {
      const SaigaJsonShape *shape = _saiga_sample_get_json (self, i);
      const char *uri = shape != NULL ? _saiga_json_shape_get (shape, "http_interactions.request.uri") : NULL;
      const char *name = _saiga_input_get_member (self->input, i);
      guint mark = 0;

      if (shape == NULL)
        continue;
      while (mark < n_marks && !_saiga_json_shape_matches (shape, &marks[mark]))
        mark++;
      if (mark == n_marks && (uri == NULL || takes_request == NULL || !takes_request (uri)))
        continue;

      if (n_found++ > 0)
        continue;
      first = i;
      if (mark < n_marks)
        {
          g_autofree char *paths = join_paths (&marks[mark]);

          g_ptr_array_add (self->reasons, _saiga_reason_new (shape->is_lines ? &lines_found : &members_found, name, paths, NULL));
        }
      else
        g_ptr_array_add (self->reasons, _saiga_reason_new (&requests_found, name, uri, NULL));
    }
  if (n_found == 0)
    return 0;

  self->member = n_members == 1 ? first : -1;
  if (n_members > 1)
    {
      g_autofree char *found = g_strdup_printf ("%u", n_found);
      g_autofree char *all = g_strdup_printf ("%u", n_members);

      g_ptr_array_add (self->reasons, _saiga_reason_new (&files_found, found, all, NULL));
    }

  return 50 + 50 * n_found / n_members;
}
