/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool.h"

static struct
{
  char *into;
  char *from;
  char *authority;
  char *separator;
  char *encoding;
  gboolean complete;
  char **map;
  gboolean apply;
  gboolean sniff;
  int problems;
} options = { .problems = 20 };

static const GOptionEntry entries[] = {
  { "into", 0, 0, G_OPTION_ARG_FILENAME, &options.into, N_ ("The data set that is added to; without it the embedded one is compared"), "FILE" },
  { "apply", 0, 0, G_OPTION_ARG_NONE, &options.apply, N_ ("Make the changes: write them to the data set, or with --output to another file"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The format, where the file does not show it"), "FORMAT" },
  { "authority", 0, 0, G_OPTION_ARG_STRING, &options.authority, N_ ("The authority whose taxa they are"), "ID" },
  { "separator", 0, 0, G_OPTION_ARG_STRING, &options.separator, N_ ("What stands between cells: , ; | or tab, where the file does not show it"), "SIGN" },
  { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, N_ ("The encoding, where the file does not show it"), "NAME" },
  { "complete", 0, 0, G_OPTION_ARG_NONE, &options.complete, N_ ("The file is all there is: listings of taxa without a row end with its day"), NULL },
  { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.map, N_ ("What a column of a checklist is, such as Latin=name; nothing behind = leaves it out (may be given again)"), "COLUMN=FIELD" },
  { "sniff", 0, 0, G_OPTION_ARG_NONE, &options.sniff, N_ ("Only say what the file is, and why"), NULL },
  { "problems", 0, 0, G_OPTION_ARG_INT, &options.problems, N_ ("How many problems are printed (0: none, -1: all; usually 20)"), "N" },
  { NULL }
};

/* ---- what it is */

static void
print_sniff (Tool *tool,
             SaigaSniff *sniff,
             const char *path)
{
  g_autofree char *title = saiga_importer_dup_format_title (saiga_sniff_get_format (sniff), tool->language);
  g_autofree char *certainty = g_strdup_printf ("%u", saiga_sniff_get_certainty (sniff));
  g_autofree char *line = tool_fill (tool, N_ ("%1 is taken for: %2 (%3), %4 of 100 sure"), path, title, saiga_sniff_get_format (sniff), certainty, NULL);
  const char *separator = saiga_sniff_get_separator (sniff);

  tool_print (tool, "%s\n", line);
  if (separator != NULL)
    {
      g_autofree char *quoted = g_strdup_printf ("“%s”", separator);
      g_autofree char *dialect = tool_fill (tool, N_ ("%1, encoding %2, cells separated by %3, lines ended by %4"), saiga_sniff_get_member (sniff),
                                            saiga_sniff_get_encoding (sniff), *separator == '\t' ? "TAB" : quoted, saiga_sniff_get_line_ends (sniff), NULL);

      tool_print (tool, "  %s\n", dialect);
    }
  for (guint i = 0; i < saiga_sniff_get_n_reasons (sniff); i++)
    {
      g_autofree char *reason = saiga_reason_dup_text (saiga_sniff_get_reason (sniff, i), tool->language);

      tool_print (tool, "  ");
      tool_print_wrapped (tool, reason, 2);
    }
}

static void
build_sniff (Tool *tool,
             JsonBuilder *builder,
             SaigaSniff *sniff)
{
  g_auto(GStrv) columns = saiga_sniff_list_columns (sniff);

  json_builder_set_member_name (builder, "sniff");
  json_builder_begin_object (builder);
  tool_build_string (builder, "format", saiga_sniff_get_format (sniff));
  tool_build_number (builder, "certainty", saiga_sniff_get_certainty (sniff));
  tool_build_string (builder, "member", saiga_sniff_get_member (sniff));
  tool_build_string (builder, "encoding", saiga_sniff_get_encoding (sniff));
  tool_build_string (builder, "separator", saiga_sniff_get_separator (sniff));
  tool_build_string (builder, "line-ends", saiga_sniff_get_line_ends (sniff));
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (char **column = columns; *column != NULL; column++)
    tool_build_string (builder, *column, saiga_sniff_get_column_field (sniff, *column));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < saiga_sniff_get_n_reasons (sniff); i++)
    tool_build_reason (tool, builder, saiga_sniff_get_reason (sniff, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* ---- what it changes */

typedef struct
{
  const char *type; /* of record, or tag of a problem */
  guint n_added;
  guint n_changed;
} Count;

static Count *
find_count (GArray *counts,
            const char *type)
{
  Count count = { type, 0, 0 };

  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, Count, i).type, type))
      return &g_array_index (counts, Count, i);
  g_array_append_val (counts, count);

  return &g_array_index (counts, Count, counts->len - 1);
}

static GArray *
count_changes (SaigaChangeSet *set)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));
  GListModel *changes = saiga_change_set_get_changes (set);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaChange) change = g_list_model_get_item (changes, i);
      SaigaRecord *record = saiga_change_get_new_record (change);
      Count *count = find_count (counts, saiga_record_get_type_name (record != NULL ? record : saiga_change_get_old_record (change)));

      if (saiga_change_get_old_record (change) == NULL)
        count->n_added++;
      else
        count->n_changed++;
    }

  return counts;
}

static GArray *
count_problems (GListModel *problems)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);

      find_count (counts, saiga_problem_get_tag (problem))->n_added++;
    }

  return counts;
}

static void
print_problems (Tool *tool,
                GListModel *problems)
{
  g_autoptr(GArray) counts = count_problems (problems);
  guint n = g_list_model_get_n_items (problems);
  guint n_shown = options.problems < 0 ? n : MIN (n, (guint) options.problems);

  for (guint i = 0; i < counts->len; i++)
    tool_print (tool, "  %6u %s\n", g_array_index (counts, Count, i).n_added, g_array_index (counts, Count, i).type);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *message = saiga_problem_dup_message (problem, tool->language);
      const char *file = saiga_problem_get_file (problem);
      const char *field = saiga_problem_get_field (problem);

      if (file != NULL && saiga_problem_get_line (problem) > 0)
        tool_print (tool, "%s:%u: ", file, saiga_problem_get_line (problem));
      tool_print (tool, "%s%s%s [%s]\n", field != NULL ? field : "", field != NULL ? ": " : "", message, saiga_problem_get_tag (problem));
    }
  if (n_shown < n)
    {
      g_autofree char *rest = g_strdup_printf ("%u", n - n_shown);
      g_autofree char *line = tool_fill (tool, N_ ("… and %1 more problems: --problems=-1 prints all"), rest, NULL);

      tool_print (tool, "%s\n", line);
    }
}

static void
print_import (Tool *tool,
              SaigaImport *import)
{
  g_autoptr(GArray) counts = count_changes (saiga_import_get_change_set (import));
  g_autofree char *rows = g_strdup_printf ("%u", saiga_import_get_n_rows (import));
  g_autofree char *made = g_strdup_printf ("%u", saiga_import_get_n_made (import));
  g_autofree char *merged = g_strdup_printf ("%u", saiga_import_get_n_merged (import));
  g_autofree char *refused = g_strdup_printf ("%u", saiga_import_get_n_refused (import));
  g_autofree char *line = tool_fill (tool, N_ ("Rows: %1 = %2 that made a record + %3 merged into one + %4 refused"), rows, made, merged, refused, NULL);

  if (saiga_import_get_date (import) != NULL)
    {
      g_autofree char *day = saiga_date_to_string (saiga_import_get_date (import));
      g_autofree char *text = tool_fill (
        tool, tool->date != NULL ? N_ ("The file is taken to be of %1, as --on says") : N_ ("The file is taken to be of %1, as its name says: --on gives another day"),
        day, NULL);

      tool_print (tool, "%s\n", text);
    }
  tool_print (tool, "%s\n", line);
  if (counts->len == 0)
    tool_print (tool, "%s\n", tool_translate (tool, N_ ("The data set has all of it: nothing changes")));
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);
      g_autofree char *added = g_strdup_printf ("%u", count->n_added);
      g_autofree char *changed = g_strdup_printf ("%u", count->n_changed);
      g_autofree char *text = tool_fill (tool, N_ ("%1: %2 new, %3 changed"), count->type, added, changed, NULL);

      tool_print (tool, "  %s\n", text);
    }
  if (g_list_model_get_n_items (saiga_import_get_problems (import)) > 0)
    {
      tool_print (tool, "%s\n", tool_translate (tool, N_ ("Problems:")));
      print_problems (tool, saiga_import_get_problems (import));
    }
}

static void
print_json (Tool *tool,
            SaigaImport *import)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GArray) counts = count_changes (saiga_import_get_change_set (import));
  g_autoptr(JsonNode) root = NULL;
  GListModel *problems = saiga_import_get_problems (import);
  g_autofree char *day = saiga_import_get_date (import) != NULL ? saiga_date_to_string (saiga_import_get_date (import)) : NULL;
  const struct
  {
    const char *name;
    guint n;
  } rows[] = {
    { "rows", saiga_import_get_n_rows (import) },
    { "made", saiga_import_get_n_made (import) },
    { "merged", saiga_import_get_n_merged (import) },
    { "refused", saiga_import_get_n_refused (import) },
  };

  json_builder_begin_object (builder);
  build_sniff (tool, builder, saiga_import_get_sniff (import));
  tool_build_string (builder, "date", day);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    tool_build_number (builder, rows[i].name, rows[i].n);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < counts->len; i++)
    {
      json_builder_begin_object (builder);
      tool_build_string (builder, "type", g_array_index (counts, Count, i).type);
      tool_build_number (builder, "new", g_array_index (counts, Count, i).n_added);
      tool_build_number (builder, "changed", g_array_index (counts, Count, i).n_changed);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *message = saiga_problem_dup_message (problem, tool->language);

      json_builder_begin_object (builder);
      tool_build_string (builder, "tag", saiga_problem_get_tag (problem));
      tool_build_string (builder, "severity", tool_nick (SAIGA_TYPE_SEVERITY, saiga_problem_get_severity (problem)));
      tool_build_string (builder, "file", saiga_problem_get_file (problem));
      tool_build_number (builder, "row", saiga_problem_get_line (problem));
      tool_build_string (builder, "column", saiga_problem_get_field (problem));
      tool_build_strings (builder, "arguments", saiga_problem_get_arguments (problem));
      tool_build_string (builder, "message", message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

/* ---- running */

static ToolExit
apply (Tool *tool,
       SaigaSnapshot *snapshot,
       SaigaImport *import,
       const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(SaigaSnapshot) changed = NULL;
  GError *error = NULL;

  changed = saiga_snapshot_apply (snapshot, saiga_import_get_change_set (import), &error);
  if (changed == NULL || !saiga_snapshot_save (changed, file, NULL, &error))
    return tool_fail (error);

  if (tool->format == TOOL_TEXT)
    {
      g_autofree char *line = tool_fill (tool, N_ ("Written: %1"), path, NULL);

      tool_print (tool, "%s\n", line);
    }

  return TOOL_DONE;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  const char *into = options.into != NULL ? options.into : tool->dataset;
  const char *target = tool->output != NULL ? tool->output : into;
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaImporter) importer = NULL;
  g_autoptr(SaigaImport) import = NULL;
  g_autoptr(SaigaSniff) sniff = NULL;
  g_autoptr(GFile) file = NULL;
  GError *error = NULL;

  if (argc != 2)
    return tool_usage ("import: name one file, folder or archive");
  if (options.apply && target == NULL)
    return tool_usage ("import: the embedded data set is never edited: name one with --into, or a new file with --output");

  snapshot = into != NULL ? tool_load_file (into, &code) : tool_load (tool, &code);
  if (snapshot == NULL)
    return code;

  file = g_file_new_for_commandline_arg (argv[1]);
  importer = saiga_importer_new (snapshot);
  saiga_importer_set_format (importer, options.from);
  saiga_importer_set_authority_id (importer, options.authority);
  saiga_importer_set_date (importer, tool->date);
  saiga_importer_set_separator (importer, g_strcmp0 (options.separator, "tab") == 0 ? "\t" : options.separator);
  saiga_importer_set_encoding (importer, options.encoding);
  saiga_importer_set_complete (importer, options.complete);
  for (char **map = options.map; map != NULL && *map != NULL; map++)
    {
      char *sign = strrchr (*map, '=');

      if (sign == NULL || sign == *map)
        return tool_usage ("import: --map wants COLUMN=FIELD, not %s", *map);
      *sign = '\0';
      saiga_importer_set_column_field (importer, *map, sign + 1);
    }
  if (options.sniff)
    {
      sniff = saiga_importer_sniff_file (importer, file, NULL, &error);
      if (sniff == NULL)
        return tool_fail (error);
      print_sniff (tool, sniff, argv[1]);
      return TOOL_DONE;
    }

  import = saiga_importer_read_file (importer, file, NULL, &error);
  if (import == NULL)
    return tool_fail (error);

  if (tool->format == TOOL_JSON)
    print_json (tool, import);
  else
    {
      print_sniff (tool, saiga_import_get_sniff (import), argv[1]);
      print_import (tool, import);
    }
  if (options.apply)
    code = apply (tool, snapshot, import, target);
  /* What is printed is for people, and the file is the data set. */
  g_clear_pointer (&tool->output, g_free);

  return code;
}

const Command command_import = {
  .name = "import",
  .arguments = "FILE",
  .summary = N_ ("Add the files of others to a data set"),
  .description = N_ ("Reads a file, a folder or an archive, says what it was taken for and why, and what it would change: nothing is changed without "
                     "--apply. Each row made a record, was merged into one or was refused; what was not understood is listed with its row. The same "
                     "file read twice changes nothing. --on gives the day of which the file is, where its name does not. A data set that is written over can not be "
                     "had back: to be able to go back, write to another file with --output."),
  .formats = "json",
  .entries = entries,
  .run = run,
};
