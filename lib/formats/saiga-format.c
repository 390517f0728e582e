/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-format-private.h"

/* All foreign formats, one row each. */
static const SaigaFormat *const formats[] = {
  &_saiga_format_checklist,
  &_saiga_format_checklist_index,
  &_saiga_format_cms_species,
  &_saiga_format_records_json,
  &_saiga_format_red_list_api,
  &_saiga_format_species_plus_api,
  &_saiga_format_coldp,
  &_saiga_format_darwin_core,
  &_saiga_format_species_plus_cites,
  &_saiga_format_species_plus_cms,
  &_saiga_format_species_plus_eu,
  &_saiga_format_checklist_history,
  &_saiga_format_species_plus_updates,
  &_saiga_format_wcmc_tables,
  &_saiga_format_record_csv,
  NULL,
};

const SaigaFormat *const *
_saiga_format_list (void)
{
  return formats;
}

const SaigaFormat *
_saiga_format_find (const char *name)
{
  for (guint i = 0; formats[i] != NULL; i++)
    if (g_str_equal (formats[i]->name, name))
      return formats[i];

  return NULL;
}

char **
_saiga_format_list_names (gboolean to_write)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (to_write ? formats[i]->write != NULL : formats[i]->read != NULL)
      g_strv_builder_add (names, formats[i]->name);

  return g_strv_builder_end (names);
}

void
_saiga_set_string (gpointer object,
                   char **member,
                   const char *text,
                   GParamSpec *property)
{
  char *copy;

  if (g_strcmp0 (*member, text) == 0)
    return;

  copy = g_strdup (text);
  g_free (*member);
  *member = copy;
  g_object_notify_by_pspec (object, property);
}
