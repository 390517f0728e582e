/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "names.h"

static struct
{
  char *column;
  char *authorship_column;
  char *higher_column;
  char *input;
  gboolean no_header;
  char *against;
  char *save_index;
  int max_edits;
  int candidates;
  int threads;
  int limit;
  gboolean uninomials;
  gboolean no_fallback;
  gboolean lenient;
} options = { .max_edits = 2, .candidates = 1, .limit = 10 };

static const GOptionEntry entries[] = {
  { "column", 'c', 0, G_OPTION_ARG_STRING, &options.column, N_ ("The column with the names, by its title or number"), "COLUMN" },
  { "authorship-column", 0, 0, G_OPTION_ARG_STRING, &options.authorship_column, N_ ("The column with the authorships, where they stand apart"), "COLUMN" },
  { "higher-column", 0, 0, G_OPTION_ARG_STRING, &options.higher_column, N_ ("The column with the family or higher taxon"), "COLUMN" },
  { "input", 'i', 0, G_OPTION_ARG_STRING, &options.input, N_ ("The form of the list: lines, csv or tsv (default: seen from the list)"), "FORM" },
  { "no-header", 0, 0, G_OPTION_ARG_NONE, &options.no_header, N_ ("The first line of the table is a name, not titles"), NULL },
  { "against", 'a', 0, G_OPTION_ARG_FILENAME, &options.against, N_ ("The list of names, or saved index, to look in (default: the taxa of the data set)"), "FILE" },
  { "save-index", 0, 0, G_OPTION_ARG_FILENAME, &options.save_index, N_ ("Save the index of what is looked in to this file"), "FILE" },
  { "max-edits", 'e', 0, G_OPTION_ARG_INT, &options.max_edits, N_ ("How many letters may differ: 0 to 4 (default: 2)"), "NUMBER" },
  { "candidates", 'n', 0, G_OPTION_ARG_INT, &options.candidates, N_ ("How many candidates to give for a name (default: 1)"), "NUMBER" },
  { "threads", 'j', 0, G_OPTION_ARG_INT, &options.threads, N_ ("How many threads to use (default: one a processor)"), "NUMBER" },
  { "uninomials", 'u', 0, G_OPTION_ARG_NONE, &options.uninomials, N_ ("Let letters differ in names of one word, too"), NULL },
  { "no-fallback", 0, 0, G_OPTION_ARG_NONE, &options.no_fallback, N_ ("Do not give the species or genus where a name is not found"), NULL },
  { "lenient", 0, 0, G_OPTION_ARG_NONE, &options.lenient, N_ ("Give everything within the number of edits"), NULL },
  { "limit", 'l', 0, G_OPTION_ARG_INT, &options.limit, N_ ("How many completions to give (default: 10)"), "NUMBER" },
  { NULL }
};

static ToolExit
get_layout (NamesLayout *layout)
{
  *layout = (NamesLayout){ .no_header = options.no_header };
  layout->columns[NAMES_NAME] = options.column;
  layout->columns[NAMES_AUTHORSHIP] = options.authorship_column;
  layout->columns[NAMES_HIGHER] = options.higher_column;
  if (options.input == NULL)
    return TOOL_DONE;
  if (g_str_equal (options.input, "lines"))
    layout->separator = 'l';
  else if (g_str_equal (options.input, "csv"))
    layout->separator = ',';
  else if (g_str_equal (options.input, "tsv"))
    layout->separator = '\t';
  else
    return tool_usage ("--input: “%s” is not lines, csv or tsv", options.input);

  return TOOL_DONE;
}

typedef ToolExit (*HandlePiece) (NamesOutput *output,
                                 const char *const *names,
                                 const char *const *higher_taxa,
                                 gpointer data);

/* Hands the names of a list over, some thousand at a time. */
static ToolExit
run_file (NamesOutput *output,
          const char *path,
          HandlePiece handle,
          gpointer data)
{
  NamesLayout layout;
  g_autoptr(NamesInput) input = NULL;
  GError *error = NULL;
  gboolean more = TRUE;
  ToolExit code = get_layout (&layout);

  if (code != TOOL_DONE)
    return code;
  input = names_input_open (path, &layout, &error);
  if (input == NULL)
    return tool_fail (error);

  while (more && code == TOOL_DONE)
    {
      g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GPtrArray) higher = g_ptr_array_new_with_free_func (g_free);

      while (names->len < NAMES_PIECE && (more = names_input_next (input, &error)))
        {
          g_ptr_array_add (names, names_input_dup_name (input));
          if (names_input_has (input, NAMES_HIGHER))
            g_ptr_array_add (higher, g_utf8_make_valid (names_input_get (input, NAMES_HIGHER), -1));
        }
      g_ptr_array_add (names, NULL);
      g_ptr_array_add (higher, NULL);
      if (names->len > 1)
        {
          code = handle (output, (const char *const *) names->pdata, (const char *const *) higher->pdata, data);
          if (code == TOOL_DONE)
            code = names_output_flush (output);
        }
    }

  return error != NULL ? tool_fail (error) : code;
}

static ToolExit
run_files (NamesOutput *output,
           int argc,
           char **argv,
           HandlePiece handle,
           gpointer data)
{
  ToolExit code = TOOL_DONE;

  if (argc == 0)
    code = run_file (output, NULL, handle, data);
  for (int i = 0; i < argc && code == TOOL_DONE; i++)
    code = run_file (output, argv[i], handle, data);
  if (code == TOOL_DONE)
    code = names_output_close (output);

  return code;
}

/* ---- parse */

static const char *const parse_titles[] = {
  "name", "canonical", "full", "authorship", "year", "rank", "kind", "quality", "hybrid", "cultivar", "open", "stemmed", "warnings", "tail", NULL
};

static const SaigaNameColumn parse_columns[] = {
  SAIGA_NAME_COLUMN_CANONICAL, SAIGA_NAME_COLUMN_FULL, SAIGA_NAME_COLUMN_AUTHORSHIP, SAIGA_NAME_COLUMN_YEAR,
  SAIGA_NAME_COLUMN_RANK, SAIGA_NAME_COLUMN_KIND, SAIGA_NAME_COLUMN_QUALITY, SAIGA_NAME_COLUMN_HYBRID, SAIGA_NAME_COLUMN_CULTIVAR,
  SAIGA_NAME_COLUMN_APPROXIMATION, SAIGA_NAME_COLUMN_STEMMED, SAIGA_NAME_COLUMN_WARNINGS, SAIGA_NAME_COLUMN_TAIL
};

static ToolExit
parse_piece (NamesOutput *output,
             const char *const *names,
             const char *const *higher_taxa,
             gpointer data)
{
  SaigaNameTable *table = data;

  saiga_name_table_parse (table, names);
  for (guint row = 0; row < saiga_name_table_get_n_rows (table); row++)
    {
      const char *cells[G_N_ELEMENTS (parse_titles)] = { names[row] };

      for (guint i = 0; i < G_N_ELEMENTS (parse_columns); i++)
        cells[i + 1] = saiga_name_table_get_text (table, row, parse_columns[i]);
      names_output_row (output, cells);
    }

  return TOOL_DONE;
}

static ToolExit
run_parse (Tool *tool,
           int argc,
           char **argv)
{
  NamesOutput output = { .tool = tool, .titles = parse_titles };
  g_autoptr(SaigaNameTable) table = saiga_name_table_new ();

  saiga_name_table_set_columns (table, parse_columns, G_N_ELEMENTS (parse_columns));

  return run_files (&output, argc, argv, parse_piece, table);
}

/* ---- match */

static const char *const match_titles[] = {
  "name", "match", "id", "matched_name", "status", "accepted_id", "score", "name_score", "author_score", "edits", "authors", "group", "candidates", "ambiguous", NULL
};

/* A number between 0 and 1, with three digits. Millions are written, and printf () would cost more than to find the names. */
static void
write_score (double score,
             char text[6])
{
  guint n = (guint) (CLAMP (score, 0, 1) * 1000 + 0.5);

  text[0] = '0' + n / 1000;
  text[1] = '.';
  text[2] = '0' + n / 100 % 10;
  text[3] = '0' + n / 10 % 10;
  text[4] = '0' + n % 10;
  text[5] = '\0';
}

static void
write_count (guint n,
             char text[11])
{
  char digits[10];
  guint length = 0;

  do
    digits[length++] = '0' + n % 10;
  while ((n /= 10) > 0);
  for (guint i = 0; i < length; i++)
    text[i] = digits[length - 1 - i];
  text[length] = '\0';
}

static void
print_candidate (NamesOutput *output,
                 SaigaNameMatchList *list,
                 const char *name,
                 guint row,
                 guint position)
{
  g_autoptr(SaigaNameCandidate) candidate = saiga_name_match_list_dup_candidate (list, row, position);
  g_autofree char *id = candidate != NULL ? saiga_name_candidate_dup_id (candidate) : NULL;
  g_autofree char *found = candidate != NULL ? saiga_name_candidate_dup_name (candidate) : NULL;
  g_autofree char *accepted = candidate != NULL ? saiga_name_candidate_dup_accepted_id (candidate) : NULL;
  char score[6] = "", name_score[6] = "", author_score[6] = "", edits[11] = "", count[11];
  const char *cells[G_N_ELEMENTS (match_titles)] = {
    name, "none", id != NULL ? id : "", found != NULL ? found : "", "", accepted != NULL ? accepted : "",
    score, name_score, author_score, edits, "", "", count, saiga_name_match_list_is_ambiguous (list, row) ? "yes" : ""
  };

  write_count (saiga_name_match_list_get_n_candidates (list, row), count);
  if (candidate != NULL)
    {
      cells[1] = tool_nick (SAIGA_TYPE_NAME_MATCH_CLASS, saiga_name_candidate_get_match_class (candidate));
      cells[4] = tool_nick (SAIGA_TYPE_NAME_STATUS, saiga_name_candidate_get_status (candidate));
      write_score (saiga_name_candidate_get_score (candidate), score);
      write_score (saiga_name_candidate_get_name_score (candidate), name_score);
      write_score (saiga_name_candidate_get_author_score (candidate), author_score);
      write_count (saiga_name_candidate_get_edits (candidate), edits);
      cells[10] = tool_nick (SAIGA_TYPE_NAME_AGREEMENT, saiga_name_candidate_get_author_agreement (candidate));
      cells[11] = tool_nick (SAIGA_TYPE_NAME_AGREEMENT, saiga_name_candidate_get_group_agreement (candidate));
    }
  names_output_row (output, cells);
}

static ToolExit
match_piece (NamesOutput *output,
             const char *const *names,
             const char *const *higher_taxa,
             gpointer data)
{
  GError *error = NULL;
  g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match_names (data, names, higher_taxa, NULL, &error);

  if (list == NULL)
    return tool_fail (error);
  for (guint row = 0; row < saiga_name_match_list_get_n_names (list); row++)
    {
      guint n = MIN (saiga_name_match_list_get_n_candidates (list, row), (guint) MAX (options.candidates, 1));

      for (guint position = 0; position < MAX (n, 1); position++)
        print_candidate (output, list, names[row], row, position);
    }

  return TOOL_DONE;
}

static ToolExit
save_index (SaigaNameIndex *index)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (options.save_index);
  GError *error = NULL;

  return saiga_name_index_save (index, file, NULL, &error) ? TOOL_DONE : tool_fail (error);
}

static ToolExit
run_match (Tool *tool,
           int argc,
           char **argv)
{
  NamesOutput output = { .tool = tool, .titles = match_titles };
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaNameIndex) index = names_load_reference (tool, options.against, &code);
  g_autoptr(SaigaNameMatcher) matcher = NULL;

  if (index == NULL)
    return code;
  if (options.save_index != NULL)
    {
      code = save_index (index);
      /* Saving alone is a whole job. */
      if (code != TOOL_DONE || argc == 0)
        return code;
    }

  matcher = saiga_name_matcher_new (index);
  saiga_name_matcher_set_max_edits (matcher, CLAMP (options.max_edits, 0, 4));
  saiga_name_matcher_set_max_candidates (matcher, MAX (options.candidates, 10));
  saiga_name_matcher_set_n_threads (matcher, MAX (options.threads, 0));
  saiga_name_matcher_set_fuzzy_uninomials (matcher, options.uninomials);
  saiga_name_matcher_set_fallback (matcher, !options.no_fallback);
  saiga_name_matcher_set_lenient (matcher, options.lenient);

  return run_files (&output, argc, argv, match_piece, matcher);
}

/* ---- complete */

static const char *const complete_titles[] = { "id", "name", "status", "accepted_id", NULL };

static ToolExit
run_complete (Tool *tool,
              int argc,
              char **argv)
{
  NamesOutput output = { .tool = tool, .titles = complete_titles };
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaNameIndex) index = NULL;
  g_autofree char *text = NULL;
  g_autofree guint *rows = NULL;
  guint n = 0;

  if (argc == 0)
    return tool_usage ("names complete: say what to complete");
  index = names_load_reference (tool, options.against, &code);
  if (index == NULL)
    return code;

  text = g_strjoinv (" ", argv);
  rows = saiga_name_index_complete (index, text, CLAMP (options.limit, 1, 1000), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = saiga_name_index_dup_id (index, rows[i]);
      g_autofree char *name = saiga_name_index_dup_name (index, rows[i]);
      g_autofree char *accepted = saiga_name_index_dup_accepted_id (index, rows[i]);
      const char *cells[] = { id, name, tool_nick (SAIGA_TYPE_NAME_STATUS, saiga_name_index_get_status (index, rows[i])), accepted != NULL ? accepted : "", NULL };

      names_output_row (&output, cells);
    }
  if (n == 0)
    return tool_nothing ("There is no name that begins with “%s”", text);

  return names_output_close (&output);
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  if (argc < 2)
    return tool_usage ("names: say parse, match or complete");
  if (g_str_equal (argv[1], "parse"))
    return run_parse (tool, argc - 2, argv + 2);
  if (g_str_equal (argv[1], "match"))
    return run_match (tool, argc - 2, argv + 2);
  if (g_str_equal (argv[1], "complete"))
    return run_complete (tool, argc - 2, argv + 2);

  return tool_usage ("names: “%s” is not parse, match or complete", argv[1]);
}

const Command command_names = {
  .name = "names",
  .arguments = "ACTION [FILE…]",
  .summary = N_ ("Take scientific names apart, find them in a list, or complete them"),
  .description = N_ ("The action is parse, match or complete. parse takes the names of a list apart. match finds them in another list, however they are written, and "
                     "says how surely. complete gives the names that begin with what stands after it. A list is a file, or the standard input: one name a line, "
                     "or a table, whose column with the names is found by its title. Lists may have any length: rows go out as they come in. "
                     "Text is separated by tabs; JSON is one object a line."),
  .formats = "csv, json",
  .entries = entries,
  .run = run,
};
