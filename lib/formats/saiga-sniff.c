/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>

#include "saiga-json-private.h"
#include "saiga-sniff-private.h"

/**
 * SaigaSniff:
 *
 * What a file was taken for, and why.
 *
 * Since: 0.1
 */
struct _SaigaSniff
{
  GObject parent_instance;

  const char *format;
  guint certainty;
  char *member;
  const char *encoding;
  char separator[2];
  const char *line_ends;
  GPtrArray *reasons;
  GPtrArray *columns; /* pairs of heading and field */
};

G_DEFINE_FINAL_TYPE (SaigaSniff, saiga_sniff, G_TYPE_OBJECT)

static void
saiga_sniff_finalize (GObject *object)
{
  SaigaSniff *self = SAIGA_SNIFF (object);

  g_free (self->member);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (saiga_sniff_parent_class)->finalize (object);
}

static void
saiga_sniff_class_init (SaigaSniffClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_sniff_finalize;
}

static void
saiga_sniff_init (SaigaSniff *self)
{
}

/* What it would have taken to be known, for a person who thinks that it should be. */
static void
set_unknown_error (SaigaSample *sample,
                   GError **error)
{
  g_auto(GStrv) names = _saiga_format_list_names (FALSE);
  g_autofree char *list = g_strjoinv (", ", names);
  guint n = _saiga_input_get_n_members (sample->input);
  const SaigaHeading *heading = n > 0 ? _saiga_sample_get_heading (sample, 0) : NULL;
  g_autofree char *headings = heading != NULL ? g_strjoinv (", ", heading->headings) : g_strdup ("");
  g_autofree char *shown = g_utf8_strlen (headings, -1) > 200 ? g_utf8_substring (headings, 0, 200) : g_strdup (headings);

  g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: is in none of the formats that can be read (%s); its first row is: %s",
               _saiga_input_get_name (sample->input), list, shown);
}

SaigaSniff *
_saiga_sniff_new (SaigaSample *sample,
                  const SaigaFormat *only,
                  GError **error)
{
  const SaigaFormat *const *formats = _saiga_format_list ();
  const SaigaFormat *best = NULL;
  const SaigaFormat *equal = NULL;
  const SaigaHeading *heading;
  guint best_certainty = 0;
  int member = -1;
  g_autoptr(GPtrArray) reasons = NULL;
  g_autoptr(GPtrArray) columns = NULL;
  SaigaSniff *self;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      guint certainty;

      if (formats[i]->sniff == NULL || (only != NULL && formats[i] != only))
        continue;
      sample->member = -1;
      certainty = formats[i]->sniff (sample);
      if (certainty == best_certainty && certainty > 0)
        equal = formats[i];
      if (certainty > best_certainty)
        {
          best = formats[i];
          equal = NULL;
          best_certainty = certainty;
          member = sample->member;
          g_clear_pointer (&reasons, g_ptr_array_unref);
          reasons = g_steal_pointer (&sample->reasons);
          sample->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
          g_clear_pointer (&columns, g_ptr_array_unref);
          columns = g_steal_pointer (&sample->columns);
          sample->columns = g_ptr_array_new_with_free_func (g_free);
        }
      g_ptr_array_set_size (sample->reasons, 0);
      g_ptr_array_set_size (sample->columns, 0);
    }

  if (g_cancellable_set_error_if_cancelled (sample->cancellable, error))
    return NULL;
  if (best == NULL)
    {
      set_unknown_error (sample, error);
      return NULL;
    }
  if (equal != NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: may be “%s” as well as “%s”: name the one that is meant",
                   _saiga_input_get_name (sample->input), best->name, equal->name);
      return NULL;
    }

  sample->member = member;
  heading = member >= 0 && _saiga_sample_get_json (sample, member) == NULL ? _saiga_sample_get_heading (sample, member) : NULL;
  self = g_object_new (SAIGA_TYPE_SNIFF, NULL);
  self->format = best->name;
  self->certainty = best_certainty;
  self->reasons = g_steal_pointer (&reasons);
  self->columns = g_steal_pointer (&columns);
  if (member >= 0)
    self->member = g_strdup (_saiga_input_get_member (sample->input, member));
  if (heading != NULL)
    {
      self->encoding = heading->dialect.encoding.name;
      self->separator[0] = heading->dialect.separator;
      self->line_ends = heading->dialect.line_ends;
    }

  return self;
}

/**
 * saiga_sniff_get_format:
 * @self: what a file was taken for
 *
 * Gets the name of the format, as [func@Importer.list_formats] has it.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
saiga_sniff_get_format (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  return self->format;
}

/**
 * saiga_sniff_get_certainty:
 * @self: what a file was taken for
 *
 * Gets how sure that is.
 *
 * Returns: from 1 to 100; 100 means that all was found that the format has
 *
 * Since: 0.1
 */
guint
saiga_sniff_get_certainty (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), 0);

  return self->certainty;
}

/**
 * saiga_sniff_get_member:
 * @self: what a file was taken for
 *
 * Gets where the format was found: the file itself, or one in a folder or archive.
 *
 * Returns: (nullable): the name, or `NULL` if the format is one of all files together
 *
 * Since: 0.1
 */
const char *
saiga_sniff_get_member (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  return self->member;
}

/**
 * saiga_sniff_get_encoding:
 * @self: what a file was taken for
 *
 * Gets the encoding of a table: `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1252`,
 * of which Latin-1 is a part.
 *
 * Returns: (nullable): the name, or `NULL` if the format is no table
 *
 * Since: 0.1
 */
const char *
saiga_sniff_get_encoding (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  return self->encoding;
}

/**
 * saiga_sniff_get_separator:
 * @self: what a file was taken for
 *
 * Gets what stands between the cells of a table.
 *
 * Returns: (nullable): one sign, or `NULL` if the format is no table
 *
 * Since: 0.1
 */
const char *
saiga_sniff_get_separator (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  return self->separator[0] != '\0' ? self->separator : NULL;
}

/**
 * saiga_sniff_get_line_ends:
 * @self: what a file was taken for
 *
 * Gets how the first line of a table ends: `LF`, `CRLF` or `CR`. The rows may end
 * in any of these ways.
 *
 * Returns: (nullable): the name, or `NULL` if the format is no table
 *
 * Since: 0.1
 */
const char *
saiga_sniff_get_line_ends (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  return self->line_ends;
}

/**
 * saiga_sniff_get_n_reasons:
 * @self: what a file was taken for
 *
 * Counts the reasons.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
saiga_sniff_get_n_reasons (SaigaSniff *self)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), 0);

  return self->reasons != NULL ? self->reasons->len : 0;
}

/**
 * saiga_sniff_get_reason:
 * @self: what a file was taken for
 * @position: which reason, from 0
 *
 * Gets a reason: what headings were found, which are missing, which are not known.
 *
 * Returns: (transfer none) (nullable): the reason, or `NULL` if there are not so many
 *
 * Since: 0.1
 */
SaigaReason *
saiga_sniff_get_reason (SaigaSniff *self,
                        guint position)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  return position < saiga_sniff_get_n_reasons (self) ? self->reasons->pdata[position] : NULL;
}

/**
 * saiga_sniff_list_columns:
 * @self: what a file was taken for
 *
 * Lists the columns of a table whose columns are guessed, as the checklists of many people are;
 * [method@Sniff.get_column_field] says what each is taken for.
 *
 * Returns: (transfer full): the headings, in their order; none if the format knows its columns
 *
 * Since: 0.1
 */
char **
saiga_sniff_list_columns (SaigaSniff *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i += 2)
    g_strv_builder_add (names, self->columns->pdata[i]);

  return g_strv_builder_end (names);
}

/**
 * saiga_sniff_get_column_field:
 * @self: what a file was taken for
 * @column: a heading, as [method@Sniff.list_columns] has it
 *
 * Gets what a column is taken for, as [method@Importer.set_column_field] says it: `name`, `common-names:en`.
 *
 * Returns: (nullable): the field, or `NULL` if the column is not read
 *
 * Since: 0.1
 */
const char *
saiga_sniff_get_column_field (SaigaSniff *self,
                              const char *column)
{
  g_return_val_if_fail (SAIGA_IS_SNIFF (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  for (guint i = 0; self->columns != NULL && i + 1 < self->columns->len; i += 2)
    if (g_str_equal (self->columns->pdata[i], column))
      return ((const char *) self->columns->pdata[i + 1])[0] != '\0' ? self->columns->pdata[i + 1] : NULL;

  return NULL;
}
