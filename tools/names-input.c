/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "names.h"

/* Names from a stream: one a line, or a table of values separated by commas or
 * tabs, whose columns are called by name or number. One record is in memory at
 * a time. */

/* No record is longer: what is, is no list of names. */
#define MAX_RECORD (1 << 20)

struct _NamesInput
{
  GInputStream *stream;
  char *buffer; /* of MAX_RECORD + 1 bytes */
  gsize start;  /* of what is in the buffer and not yet read */
  gsize end;
  char newline;
  char *label;
  NamesLayout layout;
  char separator; /* 0: lines */
  gboolean has_header;
  int columns[NAMES_N_FIELDS]; /* -1: none */
  GString *record;
  GPtrArray *cells;
  char *pending; /* the first line, if it is no header */
  gsize n_lines;
};

/* What columns are called in the wild: Darwin Core, ColDP, gndiff, ours. */
static const char *const known_names[NAMES_N_FIELDS][10] = {
  [NAMES_ID] = { "id", "taxonid", "taxon_id", "nameid", "col:id", "dwc:taxonid", "recid", NULL },
  [NAMES_NAME] = { "scientificname", "scientific_name", "name", "verbatim", "canonicalname", "dwc:scientificname", "col:scientificname", "species", NULL },
  [NAMES_AUTHORSHIP] = { "scientificnameauthorship", "authorship", "author", "authors", "dwc:scientificnameauthorship", "col:authorship", NULL },
  [NAMES_HIGHER] = { "higher_taxon", "highertaxon", "higherclassification", "family", "dwc:family", NULL },
  [NAMES_ACCEPTED] = { "acceptednameusageid", "accepted_id", "acceptedid", "accepted", "dwc:acceptednameusageid", NULL },
  [NAMES_STATUS] = { "taxonomicstatus", "status", "kind", "dwc:taxonomicstatus", NULL },
};

/* Fills the buffer; FALSE at the end of the stream, or with an error. */
static gboolean
fill (NamesInput *self,
      GError **error)
{
  gssize n;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  n = g_input_stream_read (self->stream, self->buffer + self->end, MIN (MAX_RECORD - self->end, 1 << 16), NULL, error);
  if (n <= 0)
    return FALSE;
  /* Old tables of the Macintosh end their lines otherwise. */
  if (self->end == 0 && memchr (self->buffer, '\n', n) == NULL && memchr (self->buffer, '\r', n) != NULL)
    self->newline = '\r';
  self->end += n;

  return TRUE;
}

/* The next line without its end, until another one is read; NULL at the end of the stream, or with an error. */
static const char *
read_line (NamesInput *self,
           GError **error)
{
  gsize seen = 0, length;
  char *line, *end;

  if (self->pending != NULL)
    {
      g_string_assign (self->record, self->pending);
      g_clear_pointer (&self->pending, g_free);
      return self->record->str;
    }

  while ((end = memchr (self->buffer + self->start + seen, self->newline, self->end - self->start - seen)) == NULL)
    {
      GError *local = NULL;

      seen = self->end - self->start;
      if (seen < MAX_RECORD && fill (self, &local))
        continue;
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      if (seen == 0)
        return NULL;
      end = self->buffer + self->end;
      break;
    }
  line = self->buffer + self->start;
  length = end - line;
  self->start = MIN ((gsize) (end + 1 - self->buffer), self->end);
  self->n_lines++;
  *end = '\0';
  if (length == MAX_RECORD || memchr (line, '\0', length) != NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "%s:%" G_GSIZE_FORMAT ": this is no text", self->label, self->n_lines);
      return NULL;
    }
  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';
  if (self->n_lines == 1 && g_str_has_prefix (line, "\xef\xbb\xbf"))
    line += 3;

  return line;
}

/* Cuts a record at its separators. Quotation marks may hold separators and, if @more, ends of lines. */
static gboolean
split_record (NamesInput *self,
              GError **error)
{
  char *text = self->record->str, *to;
  gsize i = 0;

  g_ptr_array_set_size (self->cells, 0);
  while (TRUE)
    {
      g_ptr_array_add (self->cells, &text[i]);
      to = &text[i];
      if (text[i] == '"' && self->separator == ',')
        {
          i++;
          while (TRUE)
            {
              if (text[i] == '\0')
                {
                  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "%s:%" G_GSIZE_FORMAT ": a quotation mark is not closed", self->label, self->n_lines);
                  return FALSE;
                }
              if (text[i] == '"' && text[i + 1] == '"')
                i++;
              else if (text[i] == '"')
                {
                  i++;
                  break;
                }
              *to++ = text[i++];
            }
        }
      while (text[i] != '\0' && text[i] != self->separator)
        *to++ = text[i++];
      if (text[i] == '\0')
        {
          *to = '\0';
          break;
        }
      i++;
      *to = '\0';
    }

  return TRUE;
}

static gboolean
read_record (NamesInput *self,
             GError **error)
{
  const char *line = read_line (self, error);
  gsize quotes = 0;

  if (line == NULL)
    return FALSE;
  if (line != self->record->str)
    g_string_assign (self->record, line);
  if (self->separator == ',')
    {
      for (const char *c = self->record->str; *c != '\0'; c++)
        quotes += *c == '"';
      while (quotes % 2 != 0)
        {
          const char *more = read_line (self, error);

          if (more == NULL)
            break;
          if (self->record->len + strlen (more) > MAX_RECORD)
            {
              g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "%s:%" G_GSIZE_FORMAT ": a record is too long, or a quotation mark is not closed", self->label, self->n_lines);
              return FALSE;
            }
          g_string_append_c (self->record, '\n');
          g_string_append (self->record, more);
          for (const char *c = more; *c != '\0'; c++)
            quotes += *c == '"';
        }
    }

  return split_record (self, error);
}

static gboolean
is_known (const char *cell,
          NamesField field)
{
  g_autofree char *lower = g_ascii_strdown (cell, -1);

  g_strstrip (lower);

  return g_strv_contains (known_names[field], lower);
}

/* Finds the column that the user named, or one that is called as such columns are. */
static gboolean
find_columns (NamesInput *self,
              GError **error)
{
  for (guint field = 0; field < NAMES_N_FIELDS; field++)
    {
      const char *wanted = self->layout.columns[field];
      guint64 number;

      self->columns[field] = -1;
      if (wanted != NULL && g_ascii_string_to_unsigned (wanted, 10, 1, 10000, &number, NULL))
        {
          self->columns[field] = number - 1;
          continue;
        }
      for (guint i = 0; self->has_header && i < self->cells->len && self->columns[field] < 0; i++)
        if (wanted != NULL ? g_ascii_strcasecmp (g_strstrip (self->cells->pdata[i]), wanted) == 0 : is_known (self->cells->pdata[i], field))
          self->columns[field] = i;
      if (wanted != NULL && self->columns[field] < 0)
        {
          g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: there is no column “%s”", self->label, wanted);
          return FALSE;
        }
    }
  if (self->columns[NAMES_NAME] < 0)
    self->columns[NAMES_NAME] = 0;

  return TRUE;
}

/* Reads the first line and sees what kind of list it is. */
static gboolean
sniff (NamesInput *self,
       const char *path,
       GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *line = g_strdup (read_line (self, &local));

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint field = 0; field < NAMES_N_FIELDS; field++)
    self->columns[field] = field == NAMES_NAME ? 0 : -1;
  if (line == NULL)
    return TRUE;

  self->separator = strchr (line, '\t') != NULL ? '\t' : 0;
  if (self->layout.separator != 0)
    self->separator = self->layout.separator == 'l' ? 0 : self->layout.separator;
  else if (self->separator == 0 && path != NULL && g_str_has_suffix (path, ".csv"))
    self->separator = ',';
  if (self->separator == 0 && self->layout.separator == 0 && strchr (line, ',') != NULL)
    {
      /* A header of known columns is that of a table. */
      g_auto(GStrv) cells = g_strsplit (line, ",", -1);

      for (char **cell = cells; *cell != NULL; cell++)
        if (is_known (*cell, NAMES_NAME))
          self->separator = ',';
    }

  if (self->separator == 0)
    {
      gboolean header = is_known (line, NAMES_NAME) && strchr (line, ' ') == NULL;

      if (!header)
        self->pending = g_steal_pointer (&line);
      return TRUE;
    }

  g_string_assign (self->record, line);
  if (!split_record (self, error))
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    for (guint field = 0; field < NAMES_N_FIELDS; field++)
      {
        self->has_header |= is_known (self->cells->pdata[i], field);
        if (self->layout.columns[field] != NULL)
          self->has_header |= g_ascii_strcasecmp (g_strstrip (self->cells->pdata[i]), self->layout.columns[field]) == 0;
      }
  if (self->layout.no_header)
    self->has_header = FALSE;
  if (!find_columns (self, error))
    return FALSE;
  if (!self->has_header)
    self->pending = g_steal_pointer (&line);

  return TRUE;
}

/* Opens a list of names; NULL or "-" is the standard input. */
NamesInput *
names_input_open (const char *path,
                  const NamesLayout *layout,
                  GError **error)
{
  NamesInput *self = g_new0 (NamesInput, 1);
  g_autoptr(GInputStream) base = NULL;

  self->layout = *layout;
  self->record = g_string_new (NULL);
  self->cells = g_ptr_array_new ();
  if (path == NULL || g_str_equal (path, "-"))
    {
      base = g_unix_input_stream_new (0, FALSE);
      self->label = g_strdup ("standard input");
    }
  else
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

      base = G_INPUT_STREAM (g_file_read (file, NULL, error));
      self->label = g_strdup (path);
    }
  if (base == NULL)
    {
      names_input_free (self);
      return NULL;
    }
  self->stream = g_steal_pointer (&base);
  self->buffer = g_malloc (MAX_RECORD + 1);
  self->newline = '\n';
  if (!sniff (self, path, error))
    {
      names_input_free (self);
      return NULL;
    }

  return self;
}

void
names_input_free (NamesInput *self)
{
  g_clear_object (&self->stream);
  g_free (self->buffer);
  g_free (self->label);
  g_free (self->pending);
  g_string_free (self->record, TRUE);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* Reads the next record that has a name. FALSE at the end, or with an error. */
gboolean
names_input_next (NamesInput *self,
                  GError **error)
{
  while (read_record (self, error))
    if (*names_input_get (self, NAMES_NAME) != '\0')
      return TRUE;

  return FALSE;
}

/* Whether the list has a column for a field. */
gboolean
names_input_has (NamesInput *self,
                 NamesField field)
{
  return self->columns[field] >= 0;
}

/* A field of the record, empty if it has none. */
const char *
names_input_get (NamesInput *self,
                 NamesField field)
{
  int column = self->columns[field];

  return column >= 0 && (guint) column < self->cells->len ? self->cells->pdata[column] : "";
}

/* The name with its authorship, where that has a column of its own. */
char *
names_input_dup_name (NamesInput *self)
{
  const char *name = names_input_get (self, NAMES_NAME), *authorship = names_input_get (self, NAMES_AUTHORSHIP);
  g_autofree char *whole = NULL;

  if (*authorship != '\0' && !g_str_has_suffix (name, authorship))
    name = whole = g_strconcat (name, " ", authorship, NULL);

  return g_utf8_make_valid (name, -1);
}
