/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool.h"

static struct
{
  char *programme;
  gboolean top_level;
  char **where;
} options;

static const GOptionEntry entries[] = {
  { "programme", 'p', 0, G_OPTION_ARG_STRING, &options.programme, N_ ("Only records of this programme, such as jwp2012"), "ID" },
  { "top-level", 0, 0, G_OPTION_ARG_NONE, &options.top_level, N_ ("Only records without a parent"), NULL },
  { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &options.where, N_ ("Only records with this value in a field, as in XML; several must all hold"), "FIELD=VALUE" },
  { NULL }
};

/* ---- which records */

static gboolean
has_value (SaigaRecord *record,
           const char *name,
           const char *value)
{
  g_autofree char *text = saiga_record_dup_string (record, name);

  return g_strcmp0 (text != NULL ? text : "", value) == 0;
}

static gboolean
is_wanted (SaigaRecord *record)
{
  if (options.programme != NULL && !has_value (record, "programme-id", options.programme))
    return FALSE;
  if (options.top_level && !has_value (record, "parent-id", ""))
    return FALSE;
  for (char **where = options.where; where != NULL && *where != NULL; where++)
    {
      g_auto(GStrv) pair = g_strsplit (*where, "=", 2);

      if (!has_value (record, pair[0], pair[1]))
        return FALSE;
    }

  return TRUE;
}

static ToolExit
check_options (GType record_type,
               const char *type_name)
{
  if (options.programme != NULL && saiga_field_lookup (record_type, "programme-id") == NULL)
    return tool_usage ("--programme: a %s does not belong to a programme", type_name);
  if (options.top_level && saiga_field_lookup (record_type, "parent-id") == NULL)
    return tool_usage ("--top-level: a %s has no parent", type_name);
  for (char **where = options.where; where != NULL && *where != NULL; where++)
    {
      g_auto(GStrv) pair = g_strsplit (*where, "=", 2);

      if (pair[0] == NULL || pair[1] == NULL)
        return tool_usage ("--where: “%s” is not FIELD=VALUE", *where);
      if (saiga_field_lookup (record_type, pair[0]) == NULL)
        return tool_usage ("--where: a %s has no field “%s”", type_name, pair[0]);
    }

  return TOOL_DONE;
}

/* What a name takes at least, with the space before it. */
#define MIN_NAME_WIDTH (20 + TOOL_TABLE_GAP)

/* ---- text: the id, the label, and the fields that tell such records apart */

static gboolean
is_column (GType record_type,
           const char *name)
{
  static const char *const names[] = {
    "code", "authorship", "rank", "kind", "appendix", "change", "effective", "valid-from", "start", "end", "state", "role", "timeframe",
    "category", "date", "outcome", "stage", NULL
  };

  return g_strv_contains (names, name) && saiga_field_lookup (record_type, name) != NULL;
}

/* What has a place in a paper is listed in its order, "B2" before "B10". */
static char *
sort_key (SaigaRecord *record)
{
  static const char *const fields[] = { "programme-id", "code", "parent-id", "position" };
  g_autoptr(GString) key = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = saiga_field_lookup (G_OBJECT_TYPE (record), fields[i]) != NULL ? saiga_record_dup_string (record, fields[i]) : NULL;

      g_string_append_printf (key, "%s ", value != NULL ? value : "");
    }
  g_string_append (key, saiga_record_get_id (record));

  return g_utf8_collate_key_for_filename (key->str, -1);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  g_autofree char *first = sort_key ((SaigaRecord *) a);
  g_autofree char *second = sort_key ((SaigaRecord *) b);

  return strcmp (first, second);
}

/* The widest value of a field. */
static guint
measure (GListModel *records,
         const char *name)
{
  guint width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);
      g_autofree char *text = g_str_equal (name, "id") ? g_strdup (saiga_record_get_id (record)) : saiga_record_dup_string (record, name);

      if (text != NULL)
        width = MAX (width, tool_text_width (text));
    }

  return width;
}

/* An id is whole, so that it can be copied; the name wraps beside it, and of the other fields
 * those are shown that have room. CSV and JSON have all. */
static void
print_text (Tool *tool,
            GType record_type,
            GListModel *records)
{
  g_auto(GStrv) names = saiga_field_list_names (record_type);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  g_autoptr(GArray) weights = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr(ToolTable) table = NULL;
  const guint wraps = 1;
  guint width = measure (records, "id") + MIN_NAME_WIDTH;

  g_ptr_array_add (titles, (gpointer) "id");
  g_array_set_size (weights, 1);
  g_ptr_array_add (titles, (gpointer) "name");
  g_array_append_val (weights, wraps);
  for (char **name = names; *name != NULL && titles->len < 6; name++)
    {
      guint needed = is_column (record_type, *name) ? measure (records, *name) : 0;

      if (needed == 0)
        continue;
      needed = MAX (needed, tool_text_width (*name)) + TOOL_TABLE_GAP;
      if (tool->width > 0 && width + needed > tool->width)
        continue;
      width += needed;
      g_ptr_array_add (titles, *name);
      g_array_set_size (weights, titles->len);
    }
  g_ptr_array_add (titles, NULL);
  table = tool_table_new ((const char *const *) titles->pdata, (const guint *) weights->data);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *label = saiga_record_dup_label (record, tool->language);

      g_ptr_array_add (cells, g_strdup (saiga_record_get_id (record)));
      g_ptr_array_add (cells, g_strdup (g_str_equal (label, saiga_record_get_id (record)) ? "" : label));
      for (guint n = 2; n + 1 < titles->len; n++)
        {
          char *text = saiga_record_dup_string (record, titles->pdata[n]);

          g_ptr_array_add (cells, text != NULL ? text : g_strdup (""));
        }
      g_ptr_array_add (cells, NULL);
      tool_table_add_row (table, (const char *const *) cells->pdata);
    }
  tool_table_print (table, tool);
}

/* ---- CSV: all fields but parts */

static void
print_csv (Tool *tool,
           GType record_type,
           GListModel *records)
{
  g_auto(GStrv) names = saiga_field_list_names (record_type);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (titles, (gpointer) "id");
  for (char **name = names; *name != NULL; name++)
    if (saiga_field_get_kind (saiga_field_lookup (record_type, *name)) != SAIGA_FIELD_PARTS)
      g_ptr_array_add (titles, *name);
  g_ptr_array_add (titles, NULL);
  tool_print_csv_row (tool, (const char *const *) titles->pdata);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (saiga_record_get_id (record)));
      for (guint n = 1; n + 1 < titles->len; n++)
        {
          char *text = saiga_record_dup_string (record, titles->pdata[n]);

          g_ptr_array_add (cells, text != NULL ? text : g_strdup (""));
        }
      g_ptr_array_add (cells, NULL);
      tool_print_csv_row (tool, (const char *const *) cells->pdata);
    }
}

/* ---- JSON: an array of records, one a line */

static void
print_json (Tool *tool,
            GListModel *records)
{
  tool_print (tool, "[");
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (records, i);
      g_autofree char *text = saiga_record_to_json (record);

      tool_print (tool, "%s\n%s", i > 0 ? "," : "", text);
    }
  tool_print (tool, "\n]\n");
}

/* ---- the command */

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(GListStore) records = NULL;
  GListModel *all;
  GType record_type;

  if (argc != 2)
    {
      g_auto(GStrv) names = saiga_record_list_type_names ();
      g_autofree char *list = g_strjoinv (" ", names);

      return tool_usage ("list: name one record type: %s", list);
    }
  record_type = saiga_record_type_from_name (argv[1]);
  if (record_type == G_TYPE_INVALID)
    {
      g_auto(GStrv) names = saiga_record_list_type_names ();
      g_autofree char *list = g_strjoinv (" ", names);

      return tool_usage ("list: “%s” is none of the record types: %s", argv[1], list);
    }
  code = check_options (record_type, argv[1]);
  if (code != TOOL_DONE)
    return code;

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  all = saiga_snapshot_get_records (snapshot, record_type);
  records = g_list_store_new (record_type);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(SaigaRecord) record = g_list_model_get_item (all, i);

      if (is_wanted (record))
        g_list_store_append (records, record);
    }

  if (tool->format == TOOL_JSON)
    print_json (tool, G_LIST_MODEL (records));
  else if (tool->format == TOOL_CSV)
    print_csv (tool, record_type, G_LIST_MODEL (records));
  else if (g_list_model_get_n_items (G_LIST_MODEL (records)) > 0)
    {
      if (saiga_field_lookup (record_type, "position") != NULL)
        g_list_store_sort (records, compare_records, NULL);
      print_text (tool, record_type, G_LIST_MODEL (records));
      tool_print_source (tool, snapshot);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (records)) == 0)
    return tool_nothing ("there is no such %s", argv[1]);

  return TOOL_DONE;
}

const Command command_list = {
  .name = "list",
  .arguments = "RECORD-TYPE",
  .summary = N_ ("List the records of a type"),
  .description = N_ ("The record types are those of the data model: taxon, listing, instrument, activity, meeting and so on."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
