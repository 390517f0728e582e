/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Checklists in a table of any shape. What its columns are is guessed, shown, and can be changed. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-taxon-list-private.h"
#include "saiga-format-private.h"
#include "saiga-reason-private.h"

#define MAX_CERTAINTY 45 /* never more than a format that is known */

static const SaigaReasonKind columns_guessed = { "columns-guessed", N_ ("These columns are taken for what stands behind them: %1") };
static const SaigaReasonKind columns_left = { "columns-left", N_ ("These columns are not read: %1") };

/* Many tables have a name and a rank, and are about something else: a checklist has more that is known, or nothing
 * that is not. */
static gboolean
is_usable (GArray *map,
           const SaigaHeading *heading,
           gboolean is_changed)
{
  gboolean has_name = _saiga_usage_map_has (map, SAIGA_USAGE_NAME) ||
                      (_saiga_usage_map_has (map, SAIGA_USAGE_GENUS) && _saiga_usage_map_has (map, SAIGA_USAGE_SPECIFIC_EPITHET));

  return has_name && (is_changed || map->len >= 4 || map->len == g_strv_length (heading->headings));
}

static void
add_reasons (SaigaSample *sample,
             const SaigaHeading *heading,
             GArray *map)
{
  g_autoptr(GString) guessed = g_string_new (NULL);
  g_autoptr(GString) left = g_string_new (NULL);

  g_ptr_array_set_size (sample->columns, 0);
  for (guint i = 0; heading->headings[i] != NULL; i++)
    {
      g_autofree char *field = NULL;

      for (guint n = 0; n < map->len && field == NULL; n++)
        if (g_array_index (map, SaigaUsageColumn, n).column == i)
          field = _saiga_usage_column_to_string (&g_array_index (map, SaigaUsageColumn, n));
      if (field != NULL)
        g_string_append_printf (guessed, "%s%s=%s", guessed->len > 0 ? ", " : "", heading->headings[i], field);
      else if (heading->headings[i][0] != '\0')
        g_string_append_printf (left, "%s%s", left->len > 0 ? ", " : "", heading->headings[i]);
      g_ptr_array_add (sample->columns, g_strdup (heading->headings[i]));
      g_ptr_array_add (sample->columns, field != NULL ? g_steal_pointer (&field) : g_strdup (""));
    }
  g_ptr_array_add (sample->reasons, _saiga_reason_new (&columns_guessed, guessed->str, NULL));
  if (left->len > 0)
    g_ptr_array_add (sample->reasons, _saiga_reason_new (&columns_left, left->str, NULL));
}

static guint
sniff (SaigaSample *sample)
{
  guint best = 0;
  guint n_best = 0;

  g_ptr_array_set_size (sample->columns, 0);
  for (guint i = 0; i < _saiga_input_get_n_members (sample->input); i++)
    {
      const SaigaHeading *heading = _saiga_sample_get_heading (sample, i);
      g_autoptr(GArray) map = heading != NULL ? _saiga_usage_map_new (heading, sample->changes) : NULL;

      if (map != NULL && map->len > n_best && is_usable (map, heading, sample->changes != NULL))
        {
          n_best = map->len;
          best = i;
        }
    }
  if (n_best > 0)
    {
      g_autoptr(GArray) map = _saiga_usage_map_new (_saiga_sample_get_heading (sample, best), sample->changes);

      sample->member = best;
      add_reasons (sample, _saiga_sample_get_heading (sample, best), map);
    }

  return n_best > 0 ? MIN (10 + 5 * n_best, MAX_CERTAINTY) : 0;
}

/* A change of what is not there is a mistake of whoever made it. */
static gboolean
check_changes (SaigaSample *sample,
               const SaigaHeading *heading,
               GError **error)
{
  GHashTableIter iter;
  gpointer column;
  gpointer field;

  if (sample->changes == NULL)
    return TRUE;

  for (g_hash_table_iter_init (&iter, sample->changes); g_hash_table_iter_next (&iter, &column, &field);)
    {
      g_autofree char *columns = g_strjoinv (", ", heading->headings);
      g_auto(GStrv) names = _saiga_usage_list_fields ();
      g_autofree char *fields = g_strjoinv (", ", names);

      if (!g_strv_contains ((const char *const *) heading->headings, column))
        g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "%s: has no column “%s”; it has: %s", _saiga_input_get_name (sample->input), (const char *) column, columns);
      else if (((const char *) field)[0] != '\0' && !_saiga_usage_field_is_known (field))
        g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_VALUE, "“%s” is not what a column can be: %s", (const char *) field, fields);
      else
        continue;
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  const SaigaHeading *heading = _saiga_sample_get_heading (reading->sample, reading->member);
  g_autoptr(SaigaTaxonList) self = _saiga_taxon_list_new (reading);
  g_autoptr(GArray) map = _saiga_usage_map_new (heading, reading->sample->changes);
  SaigaTaxonListFacts facts = { NULL };

  if (!check_changes (reading->sample, heading, error))
    return FALSE;

  _saiga_taxon_list_begin (self, &facts);
  self->splits_names = TRUE;
  self->has_flat_parents = TRUE;
  self->usages = _saiga_usages_read (reading, reading->member, heading, map, TRUE, error);
  if (self->usages == NULL)
    return FALSE;
  _saiga_taxon_list_put_usages (self);
  _saiga_taxon_list_finish (self);

  return TRUE;
}

const SaigaFormat _saiga_format_checklist = {
  .name = "checklist",
  .title = N_ ("Checklist in a table whose columns are guessed"),
  .sniff = sniff,
  .read = read_file,
};
