/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-json-private.h"
#include "saiga-reason-private.h"
#include "saiga-sample-private.h"

static const SaigaReasonKind headings_found = { "headings-found", N_ ("It has %1 of the %2 headings of this format, all that it must have among them") };
static const SaigaReasonKind headings_missing = { "headings-missing", N_ ("These headings are missing: %1") };
static const SaigaReasonKind headings_unknown = { "headings-unknown", N_ ("These headings are not known, and their cells are not read: %1") };
static const SaigaReasonKind tables_found = { "tables-found", N_ ("It has %1 of the %2 tables of this format: %3") };
static const SaigaReasonKind tables_unknown = { "tables-unknown", N_ ("These files are not of this format, and are not read: %1") };
static const SaigaReasonKind heading_spelled = { "heading-spelled", N_ ("“%1” is taken for “%2”") };

void
_saiga_heading_free (SaigaHeading *self)
{
  g_strfreev (self->headings);
  g_strfreev (self->folded);
  g_clear_pointer (&self->defaults, g_array_unref);
  g_free (self);
}

static void
free_heading (gpointer data)
{
  if (data != NULL)
    _saiga_heading_free (data);
}

SaigaSample *
_saiga_sample_new (SaigaInput *input,
                   GCancellable *cancellable)
{
  SaigaSample *self = g_new0 (SaigaSample, 1);

  self->input = input;
  self->cancellable = cancellable;
  self->headings = g_ptr_array_new_with_free_func (free_heading);
  g_ptr_array_set_size (self->headings, _saiga_input_get_n_members (input));
  self->shapes = g_ptr_array_new_with_free_func (_saiga_json_shape_free);
  g_ptr_array_set_size (self->shapes, _saiga_input_get_n_members (input));
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->member = -1;

  return self;
}

void
_saiga_sample_free (SaigaSample *self)
{
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

const SaigaHeading *
_saiga_sample_get_heading (SaigaSample *self,
                           guint member)
{
  g_autoptr(SaigaDelimited) rows = NULL;
  g_autoptr(GStrvBuilder) headings = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) folded = g_strv_builder_new ();
  SaigaHeading *heading;
  GBytes *sample;

  if (self->headings->pdata[member] != NULL)
    return self->headings->pdata[member];

  sample = _saiga_input_peek (self->input, member, self->cancellable, NULL);
  if (sample == NULL)
    return NULL;

  heading = g_new0 (SaigaHeading, 1);
  heading->dialect = _saiga_dialect_find_as (sample, self->encoding, self->separator);
  rows = _saiga_delimited_new_for_sample (sample, &heading->dialect);
  if (rows != NULL && _saiga_delimited_next (rows, NULL, NULL))
    for (guint i = 0; i < _saiga_delimited_get_n_cells (rows); i++)
      {
        const char *text = _saiga_delimited_get_cell (rows, i)->text;
        g_autofree char *name = _saiga_heading_fold (text);

        g_strv_builder_add (headings, text);
        g_strv_builder_add (folded, name);
      }
  heading->headings = g_strv_builder_end (headings);
  heading->folded = g_strv_builder_end (folded);
  heading->n_rows = 1;
  self->headings->pdata[member] = heading;

  return heading;
}

SaigaDelimited *
_saiga_sample_open_rows (SaigaSample *self,
                         guint member)
{
  const SaigaHeading *heading = _saiga_sample_get_heading (self, member);
  GBytes *sample = heading != NULL ? _saiga_input_peek (self->input, member, self->cancellable, NULL) : NULL;
  g_autoptr(SaigaDelimited) rows = sample != NULL ? _saiga_delimited_new_for_sample (sample, &heading->dialect) : NULL;

  return rows != NULL && _saiga_delimited_next (rows, NULL, NULL) ? g_steal_pointer (&rows) : NULL;
}

/* Whether a folded heading is one of the spellings of a column. */
static gboolean
is_column (const SaigaColumn *column,
           const char *folded)
{
  gsize length = strlen (folded);

  for (const char *name = column->name; name != NULL; name = strchr (name, '|'))
    {
      name += *name == '|';
      if (strncmp (name, folded, length) == 0 && (name[length] == '\0' || name[length] == '|'))
        return length > 0;
    }

  return FALSE;
}

gboolean
_saiga_heading_map (const SaigaHeading *self,
                    const SaigaColumn *columns,
                    guint n_columns,
                    guint *map)
{
  gboolean is_whole = TRUE;

  for (guint n = 0; n < n_columns; n++)
    {
      map[n] = SAIGA_NO_COLUMN;
      for (guint i = 0; self->folded[i] != NULL && map[n] == SAIGA_NO_COLUMN; i++)
        if (is_column (&columns[n], self->folded[i]))
          map[n] = i;
      is_whole &= map[n] != SAIGA_NO_COLUMN || !columns[n].is_required;
    }

  return is_whole;
}

static char *
join (GPtrArray *words)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len && i < 20; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) words->pdata[i]);
  if (words->len > 20)
    g_string_append (text, " …");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* For people, one spelling will do. */
static char *
dup_first_name (const SaigaColumn *column)
{
  return g_strndup (column->name, strcspn (column->name, "|"));
}

static void
add_reasons (SaigaSample *self,
             const SaigaHeading *heading,
             const SaigaColumn *columns,
             guint n_columns,
             const guint *map)
{
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  g_autofree char *n_found = NULL;
  guint n_none = 0;
  g_autofree char *n_all = NULL;
  g_autofree gboolean *used = g_new0 (gboolean, g_strv_length (heading->headings) + 1);

  for (guint n = 0; n < n_columns; n++)
    if (columns[n].name == NULL)
      n_none++;
    else if (map[n] == SAIGA_NO_COLUMN)
      g_ptr_array_add (missing, dup_first_name (&columns[n]));
    else
      used[map[n]] = TRUE;
  for (guint i = 0; heading->headings[i] != NULL; i++)
    if (!used[i] && heading->folded[i][0] != '\0')
      g_ptr_array_add (unknown, heading->headings[i]);

  n_all = g_strdup_printf ("%u", n_columns - n_none);
  n_found = g_strdup_printf ("%u", n_columns - n_none - missing->len);
  g_ptr_array_add (self->reasons, _saiga_reason_new (&headings_found, n_found, n_all, NULL));
  if (missing->len > 0)
    {
      g_autofree char *names = join (missing);

      g_ptr_array_add (self->reasons, _saiga_reason_new (&headings_missing, names, NULL));
    }
  if (unknown->len > 0)
    {
      g_autofree char *names = join (unknown);

      g_ptr_array_add (self->reasons, _saiga_reason_new (&headings_unknown, names, NULL));
    }
  for (guint n = 0; n < n_columns; n++)
    if (map[n] != SAIGA_NO_COLUMN && strstr (heading->headings[map[n]], "+AF8-") != NULL)
      {
        g_autofree char *name = dup_first_name (&columns[n]);

        g_ptr_array_add (self->reasons, _saiga_reason_new (&heading_spelled, heading->headings[map[n]], name, NULL));
      }
}

guint
_saiga_sample_match_columns (SaigaSample *self,
                             const SaigaColumn *columns,
                             guint n_columns)
{
  guint best = 0;
  guint best_map[SAIGA_MAX_COLUMNS];
  int member = -1;

  g_return_val_if_fail (n_columns <= SAIGA_MAX_COLUMNS, 0);

  for (guint i = 0; i < self->headings->len; i++)
    {
      const SaigaHeading *heading = _saiga_sample_get_heading (self, i);
      guint map[SAIGA_MAX_COLUMNS];
      guint n_found = 0;
      guint n_none = 0;
      gboolean is_whole;
      guint n;

      if (heading == NULL)
        continue;

      is_whole = _saiga_heading_map (heading, columns, n_columns, map);
      for (n = 0; n < n_columns; n++)
        {
          n_found += map[n] != SAIGA_NO_COLUMN;
          n_none += columns[n].name == NULL;
        }
      n = 50 + 50 * n_found / (n_columns - n_none);
      if (is_whole && n > best)
        {
          best = n;
          member = i;
          memcpy (best_map, map, sizeof (map));
        }
    }

  self->member = member;
  if (member >= 0)
    add_reasons (self, self->headings->pdata[member], columns, n_columns, best_map);

  return best;
}

void
_saiga_sample_add_tables (SaigaSample *self,
                          GPtrArray *found,
                          guint n_of_format,
                          GPtrArray *unknown)
{
  g_autofree char *n_found = g_strdup_printf ("%u", found->len);
  g_autofree char *n = g_strdup_printf ("%u", n_of_format);
  g_autofree char *names = join (found);

  g_ptr_array_add (self->reasons, _saiga_reason_new (&tables_found, n_found, n, names, NULL));
  if (unknown->len > 0)
    {
      g_autofree char *rest = join (unknown);

      g_ptr_array_add (self->reasons, _saiga_reason_new (&tables_unknown, rest, NULL));
    }
}
