/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool.h"

static struct
{
  char *authority;
  char *area;
  char *possibly_extinct;
  int n_runs;
  gint64 seed;
} options = { .n_runs = 1000, .seed = 1 };

static const GOptionEntry entries[] = {
  { "authority", 'a', 0, G_OPTION_ARG_STRING, &options.authority, N_ ("Without a FILE: take the assessments of this authority's species in the data set"), "ID" },
  { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("With --authority: the assessments for this region, not the global ones"), "ID" },
  { "runs", 0, 0, G_OPTION_ARG_INT, &options.n_runs, N_ ("How often data deficient taxa draw a category (1000)"), "NUMBER" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("What the numbers that they draw begin with (1)"), "NUMBER" },
  { "possibly-extinct", 0, 0, G_OPTION_ARG_STRING, &options.possibly_extinct, N_ ("In the picture, possibly extinct taxa count as “extinct” (the default) or “critically-endangered”; tables have both"), "HOW" },
  { NULL }
};

#define N_TREATMENTS 2

/* The index computed both ways; the points stand in the same places. */
typedef struct
{
  Tool *tool;
  SaigaRedListTable *table;
  SaigaRedListIndex *indexes[N_TREATMENTS]; /* by SaigaRedListTreatment */
  const char *source;                       /* the file, or NULL */
  SaigaSnapshot *snapshot;
} Answer;

static SaigaRedListPoint *
dup_point (Answer *self,
           SaigaRedListTreatment treatment,
           guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->indexes[treatment]), position);
}

static char *
print_number (double number,
              const char *format)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof (buffer), format, number));
}

/* ---- text */

static char *
print_interval (SaigaRedListPoint *point)
{
  g_autofree char *mean = print_number (saiga_red_list_point_get_mean (point), "%.4f");
  g_autofree char *lower = print_number (saiga_red_list_point_get_lower (point), "%.4f");
  g_autofree char *upper = print_number (saiga_red_list_point_get_upper (point), "%.4f");

  return g_strdup_printf ("%s (%s–%s)", mean, lower, upper);
}

static void
print_text (Answer *self)
{
  Tool *tool = self->tool;
  const char *const titles[] = {
    tool_translate (tool, N_ ("Year")), tool_translate (tool, N_ ("Taxa")), tool_translate (tool, N_ ("DD")),
    tool_translate (tool, N_ ("CR(PE) as EX")), tool_translate (tool, N_ ("with DD drawn")),
    tool_translate (tool, N_ ("CR(PE) as CR")), tool_translate (tool, N_ ("with DD drawn")), NULL
  };
  static const guint weights[] = { 0, 0, 0, 0, 1, 0, 1 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  g_autofree char *last = NULL;
  g_autofree char *runs = g_strdup_printf ("%u", saiga_red_list_index_get_n_runs (self->indexes[0]));
  g_autofree char *seed = g_strdup_printf ("%u", saiga_red_list_index_get_seed (self->indexes[0]));
  g_autofree char *unexplained = g_strdup_printf ("%u", saiga_red_list_table_get_n_unexplained (self->table));
  g_autofree char *how = tool_fill (tool, N_ ("Data deficient taxa (DD) are not counted; beside it the mean and the interval of 95 % of %1 runs, with seed %2, in which they draw a category. Taxa extinct from the first are left out. *: for some groups extrapolated."), runs, seed, NULL);
  gboolean is_first = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->indexes[0])); i++)
    {
      g_autoptr(SaigaRedListPoint) extinct = dup_point (self, SAIGA_RED_LIST_TREATMENT_EXTINCT, i);
      g_autoptr(SaigaRedListPoint) critical = dup_point (self, SAIGA_RED_LIST_TREATMENT_CRITICALLY_ENDANGERED, i);
      const char *group = saiga_red_list_point_get_group (extinct);
      g_autofree char *year = g_strdup_printf ("%u%s", saiga_red_list_point_get_year (extinct),
                                               saiga_red_list_point_get_n_extrapolated (extinct) > 0 ? "*" : "");
      g_autofree char *n_counted = g_strdup_printf ("%u", saiga_red_list_point_get_n_counted (extinct));
      g_autofree char *n_deficient = g_strdup_printf ("%u", saiga_red_list_point_get_n_data_deficient (extinct));
      g_autofree char *a = print_number (saiga_red_list_point_get_value (extinct), "%.4f");
      g_autofree char *a_drawn = print_interval (extinct);
      g_autofree char *b = print_number (saiga_red_list_point_get_value (critical), "%.4f");
      g_autofree char *b_drawn = print_interval (critical);

      if (is_first || g_strcmp0 (group, last) != 0)
        {
          tool_table_add_heading (table, group != NULL ? group : tool_translate (tool, N_ ("All groups")));
          g_free (last);
          last = g_strdup (group);
          is_first = FALSE;
        }
      tool_table_add_row (table, (const char *const[]){ year, n_counted, n_deficient, a, a_drawn, b, b_drawn, NULL });
    }
  tool_table_print (table, tool);
  tool_print (tool, "\n");
  tool_print_wrapped (tool, how, 0);
  if (saiga_red_list_table_get_n_unexplained (self->table) > 0)
    {
      g_autofree char *note = tool_fill (tool, N_ ("%1 changes of category are not counted, because nobody says whether they were genuine."), unexplained, NULL);

      tool_print_wrapped (tool, note, 0);
    }
  if (self->snapshot != NULL)
    tool_print_source (tool, self->snapshot);
}

/* ---- CSV and JSON */

static void
print_csv (Answer *self)
{
  static const char *const titles[] = {
    "group", "year", "counted", "data_deficient", "left_out", "extrapolated", "value_extinct", "mean_extinct", "lower_extinct", "upper_extinct",
    "value_critical", "mean_critical", "lower_critical", "upper_critical", NULL
  };

  tool_print_csv_row (self->tool, titles);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->indexes[0])); i++)
    {
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint t = 0; t < N_TREATMENTS; t++)
        {
          g_autoptr(SaigaRedListPoint) point = dup_point (self, t, i);
          const char *group = saiga_red_list_point_get_group (point);

          if (t == 0)
            {
              g_ptr_array_add (cells, g_strdup (group != NULL ? group : ""));
              g_ptr_array_add (cells, g_strdup_printf ("%u", saiga_red_list_point_get_year (point)));
              g_ptr_array_add (cells, g_strdup_printf ("%u", saiga_red_list_point_get_n_counted (point)));
              g_ptr_array_add (cells, g_strdup_printf ("%u", saiga_red_list_point_get_n_data_deficient (point)));
              g_ptr_array_add (cells, g_strdup_printf ("%u", saiga_red_list_point_get_n_left_out (point)));
              g_ptr_array_add (cells, g_strdup_printf ("%u", saiga_red_list_point_get_n_extrapolated (point)));
            }
          g_ptr_array_add (cells, print_number (saiga_red_list_point_get_value (point), "%.9f"));
          g_ptr_array_add (cells, print_number (saiga_red_list_point_get_mean (point), "%.9f"));
          g_ptr_array_add (cells, print_number (saiga_red_list_point_get_lower (point), "%.9f"));
          g_ptr_array_add (cells, print_number (saiga_red_list_point_get_upper (point), "%.9f"));
        }
      g_ptr_array_add (cells, NULL);
      tool_print_csv_row (self->tool, (const char *const *) cells->pdata);
    }
}

static void
build_double (JsonBuilder *builder,
              const char *name,
              double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
build_values (JsonBuilder *builder,
              const char *name,
              SaigaRedListPoint *point)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  build_double (builder, "value", saiga_red_list_point_get_value (point));
  build_double (builder, "mean", saiga_red_list_point_get_mean (point));
  build_double (builder, "lower", saiga_red_list_point_get_lower (point));
  build_double (builder, "upper", saiga_red_list_point_get_upper (point));
  json_builder_end_object (builder);
}

static void
print_json (Answer *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  tool_build_string (builder, "file", self->source);
  tool_build_number (builder, "runs", saiga_red_list_index_get_n_runs (self->indexes[0]));
  tool_build_number (builder, "seed", saiga_red_list_index_get_seed (self->indexes[0]));
  tool_build_number (builder, "taxa", saiga_red_list_table_get_n_taxa (self->table));
  tool_build_number (builder, "unexplained", saiga_red_list_table_get_n_unexplained (self->table));
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->indexes[0])); i++)
    {
      g_autoptr(SaigaRedListPoint) extinct = dup_point (self, SAIGA_RED_LIST_TREATMENT_EXTINCT, i);
      g_autoptr(SaigaRedListPoint) critical = dup_point (self, SAIGA_RED_LIST_TREATMENT_CRITICALLY_ENDANGERED, i);

      json_builder_begin_object (builder);
      tool_build_string (builder, "group", saiga_red_list_point_get_group (extinct));
      tool_build_number (builder, "year", saiga_red_list_point_get_year (extinct));
      tool_build_number (builder, "counted", saiga_red_list_point_get_n_counted (extinct));
      tool_build_number (builder, "data_deficient", saiga_red_list_point_get_n_data_deficient (extinct));
      tool_build_number (builder, "left_out", saiga_red_list_point_get_n_left_out (extinct));
      tool_build_number (builder, "extrapolated", saiga_red_list_point_get_n_extrapolated (extinct));
      build_values (builder, "extinct", extinct);
      build_values (builder, "critically_endangered", critical);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (self->snapshot != NULL)
    tool_build_source (builder, self->snapshot);
  else
    tool_build_string (builder, "data", NULL);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  tool_print_json (self->tool, root);
}

/* ---- the command */

static ToolExit
load (Answer *self,
      const char *path)
{
  ToolExit code = TOOL_DONE;
  GError *error = NULL;

  if (path != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

      self->source = path;
      self->table = saiga_red_list_table_new_from_file (file, NULL, &error);
    }
  else
    {
      self->snapshot = tool_load (self->tool, &code);
      if (self->snapshot == NULL)
        return code;
      self->table = saiga_red_list_table_new_from_snapshot (self->snapshot, options.authority, options.area, &error);
    }

  return self->table != NULL ? TOOL_DONE : tool_fail (error);
}

static ToolExit
print (Answer *self,
       int pictured)
{
  GError *error = NULL;

  for (guint t = 0; t < N_TREATMENTS; t++)
    {
      self->indexes[t] = saiga_red_list_index_new (self->table, (SaigaRedListTreatment) t, options.n_runs, options.seed, &error);
      if (self->indexes[t] == NULL)
        return tool_fail (error);
    }

  if (self->tool->format == TOOL_SVG)
    {
      g_autofree char *svg = saiga_red_list_index_to_svg (self->indexes[pictured], self->tool->language);

      g_string_append (self->tool->out, svg);
    }
  else if (self->tool->format == TOOL_JSON)
    print_json (self);
  else if (self->tool->format == TOOL_CSV)
    print_csv (self);
  else
    print_text (self);

  return TOOL_DONE;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  Answer answer = { .tool = tool };
  int pictured = SAIGA_RED_LIST_TREATMENT_EXTINCT;
  ToolExit code;

  if (argc > 2 || (argc == 2) == (options.authority != NULL) || (options.area != NULL && options.authority == NULL))
    return tool_usage ("red-list-index: name one FILE, or an --authority");
  if (options.n_runs < 1)
    return tool_usage ("--runs: there must be at least one");
  if (options.seed < 0 || options.seed > G_MAXUINT32)
    return tool_usage ("--seed: a number from 0 to %u", G_MAXUINT32);
  if (options.possibly_extinct != NULL && !tool_parse_nick (SAIGA_TYPE_RED_LIST_TREATMENT, options.possibly_extinct, &pictured))
    return tool_usage ("--possibly-extinct: “%s” is none of extinct, critically-endangered", options.possibly_extinct);

  code = load (&answer, argc == 2 ? argv[1] : NULL);
  if (code == TOOL_DONE)
    code = print (&answer, pictured);

  g_clear_object (&answer.table);
  g_clear_object (&answer.snapshot);
  for (guint t = 0; t < N_TREATMENTS; t++)
    g_clear_object (&answer.indexes[t]);

  return code;
}

const Command command_red_list_index = {
  .name = "red-list-index",
  .arguments = "[FILE]",
  .summary = N_ ("Compute the Red List Index"),
  .description = N_ ("FILE is a table as the Red List publishes it for the index, CSV with the columns sis_taxon_id, red_list_category, year and taxonomic_group, also packed by gzip. Only genuine changes count: such a table has no others; of assessments in a data set the reasons of change are looked at."),
  .formats = "csv, json, svg",
  .entries = entries,
  .run = run,
};
