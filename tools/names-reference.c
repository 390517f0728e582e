/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "names.h"

static SaigaNameStatus
parse_status (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (strstr (lower, "synonym") != NULL)
    return SAIGA_NAME_STATUS_SYNONYM;
  if (strstr (lower, "misapplied") != NULL)
    return SAIGA_NAME_STATUS_MISAPPLIED;
  if (strstr (lower, "common") != NULL || strstr (lower, "vernacular") != NULL)
    return SAIGA_NAME_STATUS_COMMON;

  return SAIGA_NAME_STATUS_ACCEPTED;
}

/* Names of a list in a file. */
static SaigaNameIndex *
index_list (const char *path,
            GError **error)
{
  const NamesLayout layout = { { NULL } };
  g_autoptr(NamesInput) input = names_input_open (path, &layout, error);
  g_autoptr(SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
  g_autoptr(GError) local = NULL;

  if (input == NULL)
    return NULL;
  while (names_input_next (input, &local))
    {
      g_autofree char *name = names_input_dup_name (input);
      const char *id = names_input_get (input, NAMES_ID), *accepted = names_input_get (input, NAMES_ACCEPTED);
      SaigaNameStatus status = parse_status (names_input_get (input, NAMES_STATUS));

      if (status == SAIGA_NAME_STATUS_ACCEPTED && *accepted != '\0' && strcmp (accepted, id) != 0)
        status = SAIGA_NAME_STATUS_SYNONYM;
      saiga_name_index_builder_add (builder, *id != '\0' ? id : NULL, name, status, accepted, names_input_get (input, NAMES_HIGHER));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return saiga_name_index_builder_build (builder, error);
}

static void
add_parts (SaigaNameIndexBuilder *builder,
           SaigaTaxon *taxon,
           const char *higher)
{
  GListModel *synonyms = saiga_taxon_get_synonyms (taxon), *common = saiga_taxon_get_common_names (taxon);
  const char *id = saiga_record_get_id (SAIGA_RECORD (taxon));

  for (guint i = 0; synonyms != NULL && i < g_list_model_get_n_items (synonyms); i++)
    {
      g_autoptr(SaigaRecord) synonym = g_list_model_get_item (synonyms, i);
      g_autofree char *name = saiga_record_dup_string (synonym, "name");
      g_autofree char *authorship = saiga_record_dup_string (synonym, "authorship");
      g_autofree char *whole = g_strconcat (name != NULL ? name : "", authorship != NULL ? " " : NULL, authorship, NULL);

      saiga_name_index_builder_add (builder, id, whole, SAIGA_NAME_STATUS_SYNONYM, id, higher);
    }
  for (guint i = 0; common != NULL && i < g_list_model_get_n_items (common); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (common, i);
      g_autofree char *name = saiga_record_dup_string (record, "name");

      if (name != NULL)
        saiga_name_index_builder_add (builder, id, name, SAIGA_NAME_STATUS_COMMON, id, higher);
    }
}

/* The nearest taxon above that is a family, or stands higher. */
static char *
dup_higher (SaigaSnapshot *snapshot,
            SaigaTaxon *taxon)
{
  g_autoptr(GString) higher = g_string_new (NULL);
  SaigaRecord *record = SAIGA_RECORD (taxon);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *parent = saiga_record_dup_string (record, "parent-id");
      g_autofree char *name = NULL;

      record = parent != NULL ? saiga_snapshot_lookup (snapshot, parent) : NULL;
      if (record == NULL)
        break;
      name = saiga_record_dup_string (record, "name");
      if (name != NULL)
        g_string_append_printf (higher, "%s%s", higher->len > 0 ? ";" : "", name);
    }

  return g_string_free (g_steal_pointer (&higher), FALSE);
}

/* The taxa of a data set, with their synonyms and common names. */
static SaigaNameIndex *
index_dataset (Tool *tool,
               ToolExit *code)
{
  g_autoptr(SaigaSnapshot) snapshot = tool_load (tool, code);
  g_autoptr(SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
  g_autoptr(GListModel) taxa = NULL;
  GError *error = NULL;
  SaigaNameIndex *index;

  if (snapshot == NULL)
    return NULL;
  taxa = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_TAXON);
  for (guint i = 0; i < g_list_model_get_n_items (taxa); i++)
    {
      g_autoptr(SaigaTaxon) taxon = g_list_model_get_item (taxa, i);
      g_autofree char *name = saiga_record_dup_string (SAIGA_RECORD (taxon), "name");
      g_autofree char *authorship = saiga_record_dup_string (SAIGA_RECORD (taxon), "authorship");
      g_autofree char *higher = dup_higher (snapshot, taxon);
      g_autofree char *whole = g_strconcat (name != NULL ? name : "", authorship != NULL ? " " : NULL, authorship, NULL);

      saiga_name_index_builder_add (builder, saiga_record_get_id (SAIGA_RECORD (taxon)), whole, SAIGA_NAME_STATUS_ACCEPTED, NULL, higher);
      add_parts (builder, taxon, higher);
    }
  index = saiga_name_index_builder_build (builder, &error);
  if (index == NULL)
    *code = tool_fail (error);

  return index;
}

/* The index of a file, of a list of names, or of the data set if no path is given. */
SaigaNameIndex *
names_load_reference (Tool *tool,
                      const char *path,
                      ToolExit *code)
{
  GError *error = NULL;
  SaigaNameIndex *index;
  char magic[8] = { 0 };
  FILE *file;

  if (path == NULL)
    return index_dataset (tool, code);

  file = fopen (path, "rb");
  if (file != NULL)
    {
      if (fread (magic, 1, sizeof magic, file) != sizeof magic)
        magic[0] = '\0';
      fclose (file);
    }
  if (memcmp (magic, "SAIGANIX", sizeof magic) == 0)
    {
      g_autoptr(GFile) saved = g_file_new_for_path (path);

      index = saiga_name_index_open (saved, &error);
    }
  else
    index = index_list (path, &error);
  if (index == NULL)
    *code = tool_fail (error);

  return index;
}
