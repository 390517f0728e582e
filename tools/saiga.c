/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tool.h"

#define LANGUAGES "en, fr, es"

/* One line a subcommand; each is a file of its own. */
static const Command *const commands[] = {
  &command_binding,
  &command_calendar,
  &command_changes,
  &command_concordance,
  &command_coherence,
  &command_compare,
  &command_convert,
  &command_export,
  &command_import,
  &command_init,
  &command_list,
  &command_names,
  &command_programme,
  &command_red_list_index,
  &command_report,
  &command_show,
  &command_status,
  &command_timeline,
  &command_validate,
};

/* ---- errors */

G_GNUC_PRINTF (1, 0)
static void
complain (const char *format,
          va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  g_printerr ("saiga: %s\n", message);
}

ToolExit
tool_usage (const char *format,
            ...)
{
  va_list args;

  va_start (args, format);
  complain (format, args);
  va_end (args);

  return TOOL_USAGE;
}

ToolExit
tool_nothing (const char *format,
              ...)
{
  va_list args;

  va_start (args, format);
  complain (format, args);
  va_end (args);

  return TOOL_NOTHING;
}

/* Takes the error. */
ToolExit
tool_fail (GError *error)
{
  ToolExit code = error->domain == SAIGA_ERROR ? TOOL_BAD_INPUT : TOOL_IO;

  if (g_error_matches (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND))
    code = TOOL_NOTHING;
  g_printerr ("saiga: %s\n", error->message);
  g_error_free (error);

  return code;
}

/* ---- data */

SaigaSnapshot *
tool_load_file (const char *path,
                ToolExit *exit_code)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  GError *error = NULL;
  SaigaSnapshot *snapshot = saiga_snapshot_new_from_file (file, NULL, &error);

  if (snapshot == NULL)
    *exit_code = tool_fail (error);

  return snapshot;
}

SaigaSnapshot *
tool_load (Tool *self,
           ToolExit *exit_code)
{
  GError *error = NULL;
  SaigaSnapshot *snapshot;

  if (self->dataset != NULL)
    return tool_load_file (self->dataset, exit_code);

  snapshot = saiga_snapshot_new_embedded (&error);
  if (snapshot == NULL)
    *exit_code = tool_fail (error);

  return snapshot;
}

/* What is no file, such as a pipe or /dev/null, is written to: a new file must not take its place. */
static ToolExit
write_special (const char *path,
               const char *data,
               gsize size)
{
  FILE *file = fopen (path, "wb");
  const gboolean is_written = file != NULL && fwrite (data, 1, size, file) == size;
  const gboolean is_closed = file != NULL && fclose (file) == 0;

  if (is_written && is_closed)
    return TOOL_DONE;
  g_printerr ("saiga: %s: %s\n", path, g_strerror (errno));

  return TOOL_IO;
}

/* Writes a file; NULL and "-" are the standard output. */
ToolExit
tool_write (const char *path,
            const char *data,
            gsize size)
{
  GError *error = NULL;

  if (path != NULL && !g_str_equal (path, "-"))
    {
      if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return write_special (path, data, size);

      return g_file_set_contents (path, data, size, &error) ? TOOL_DONE : tool_fail (error);
    }

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TOOL_DONE;
  if (errno == EPIPE)
    return TOOL_DONE; /* the reader has seen enough */
  g_printerr ("saiga: standard output: %s\n", g_strerror (errno));

  return TOOL_IO;
}

/* ---- options */

static GOptionEntry *
common_entries (Tool *tool)
{
  const GOptionEntry entries[] = {
    { "dataset", 'd', 0, G_OPTION_ARG_FILENAME, &tool->dataset, N_ ("Read FILE instead of the embedded data set"), "FILE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &tool->on, N_ ("The day that is asked about (YYYY-MM-DD)"), "DATE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &tool->format_name, N_ ("How to write the answer"), "FORMAT" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &tool->language, N_ ("The language of the words: en, fr or es"), "LANGUAGE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &tool->output, N_ ("Write to FILE"), "FILE" },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &tool->bom, N_ ("Begin CSV with a byte order mark, for spreadsheets"), NULL },
    { "no-color", 0, 0, G_OPTION_ARG_NONE, &tool->no_color, N_ ("Use no colour on a terminal"), NULL },
    { NULL }
  };

  return g_memdup2 (entries, sizeof (entries));
}

static gboolean
has_word (const char *list,
          const char *word)
{
  g_auto(GStrv) words = g_strsplit (list, ", ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* The usual one first. */
static char *
list_formats (const Command *command)
{
  if (command->no_text)
    return g_strdup (command->formats);

  return command->formats != NULL ? g_strconcat ("text, ", command->formats, NULL) : g_strdup ("text");
}

/* What the user reads, as far as there are words in it. */
static const char *
find_language (void)
{
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    if (has_word (LANGUAGES, *name))
      return *name;

  return "en";
}

/* Help comes before the options are known. */
static const char *
translate_help (const char *message,
                gpointer data)
{
  return saiga_translate (find_language (), message);
}

static ToolExit
check_format (Tool *self,
              const Command *command)
{
  static const char *const names[] = {
    [TOOL_TEXT] = "text", [TOOL_CSV] = "csv", [TOOL_JSON] = "json", [TOOL_XML] = "xml", [TOOL_HTML] = "html", [TOOL_MARKDOWN] = "md", [TOOL_SVG] = "svg"
  };
  g_autofree char *formats = list_formats (command);
  g_auto(GStrv) list = g_strsplit (formats, ", ", -1);
  const char *name = self->format_name != NULL ? self->format_name : list[0];

  if (!g_strv_contains ((const char *const *) list, name))
    return tool_usage ("%s: “%s” is not a format that it writes: %s", command->name, name, formats);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      self->format = i;

  return TOOL_DONE;
}

static ToolExit
check_options (Tool *self,
               const Command *command)
{
  g_autoptr(GError) error = NULL;
  ToolExit code = check_format (self, command);

  if (code != TOOL_DONE)
    return code;
  if (self->on != NULL && (self->date = saiga_date_parse (self->on, &error)) == NULL)
    return tool_usage ("--on: %s", error->message);
  if (self->language == NULL)
    self->language = g_strdup (find_language ());
  if (!has_word (LANGUAGES, self->language))
    return tool_usage ("--language: “%s” is none of " LANGUAGES, self->language);

  self->is_terminal = self->output == NULL && isatty (STDOUT_FILENO);
  self->use_color = self->is_terminal && !self->no_color && g_getenv ("NO_COLOR") == NULL;
  self->width = 100;
  if (self->is_terminal)
    {
      struct winsize size;

      self->width = ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
    }
  if (g_getenv ("COLUMNS") != NULL)
    self->width = CLAMP (atoi (g_getenv ("COLUMNS")), 0, 1000);

  return TOOL_DONE;
}

static void
tool_clear (Tool *self)
{
  g_free (self->dataset);
  g_free (self->on);
  g_free (self->format_name);
  g_free (self->language);
  g_free (self->output);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_string_free (self->out, TRUE);
}

static GOptionContext *
make_context (const Command *command,
              const GOptionEntry *common)
{
  GOptionContext *context = g_option_context_new (command->arguments);
  g_autofree char *summary = g_strdup_printf ("saiga %s: %s.", command->name, translate_help (command->summary, NULL));

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, command->description);
  g_option_context_set_translate_func (context, translate_help, NULL, NULL);
  if (command->entries != NULL)
    g_option_context_add_main_entries (context, command->entries, NULL);
  if (command->shared != NULL)
    g_option_context_add_main_entries (context, command->shared, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  g_option_group_set_translate_func (g_option_context_get_main_group (context), translate_help, NULL, NULL);

  return context;
}

static ToolExit
run_command (const Command *command,
             int argc,
             char **argv)
{
  Tool tool = { .out = g_string_new (NULL) };
  g_autofree GOptionEntry *common = common_entries (&tool);
  g_autoptr(GOptionContext) context = make_context (command, common);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_strconcat ("saiga ", command->name, NULL);
  ToolExit code;

  g_set_prgname (name);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    code = tool_usage ("%s: %s", command->name, error->message);
  else
    code = check_options (&tool, command);

  if (code == TOOL_DONE)
    {
      ToolExit written;

      code = command->run (&tool, argc, argv);
      written = tool.out->len > 0 ? tool_write (tool.output, tool.out->str, tool.out->len) : TOOL_DONE;
      if (written != TOOL_DONE)
        code = written;
    }
  tool_clear (&tool);

  return code;
}

/* ---- help */

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static void
print_overview (FILE *stream)
{
  fprintf (stream, "%s saiga %s [%s]\n\n%s\n\n%s\n", translate_help (N_ ("Usage:"), NULL), translate_help (N_ ("COMMAND"), NULL),
           translate_help (N_ ("OPTION…"), NULL),
           translate_help (N_ ("The species that CITES and CMS list, side by side, and what they agreed to do about them."), NULL),
           translate_help (N_ ("Commands:"), NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-14s  %s\n", commands[i]->name, translate_help (commands[i]->summary, NULL));
  fprintf (stream, "  %-14s  %s\n", "help", translate_help (N_ ("Explain a command"), NULL));
  fprintf (stream, "  %-14s  %s\n", "version", translate_help (N_ ("Print the version"), NULL));
  fprintf (stream, "\n%s\n", translate_help (N_ ("“saiga help COMMAND” says more about one."), NULL));
}

static void
print_entries (const GOptionEntry *entries)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      g_autofree char *argument = entries->arg_description != NULL ? g_strconcat ("=", entries->arg_description, NULL) : g_strdup ("");

      if (entries->short_name != 0)
        printf ("-%c, --%s%s\n    %s.\n\n", entries->short_name, entries->long_name, argument, entries->description);
      else
        printf ("--%s%s\n    %s.\n\n", entries->long_name, argument, entries->description);
    }
}

/* The man page, in reStructuredText: made of the same table as the command itself. */
static void
print_manual (void)
{
  Tool nothing = { NULL };
  g_autofree GOptionEntry *common = common_entries (&nothing);

  printf ("=====\nsaiga\n=====\n\n----------------------------------------------------------------\n"
          "the lists of CITES and CMS side by side, and their joint work\n"
          "----------------------------------------------------------------\n\n"
          ":Manual section: 1\n:Manual group: User commands\n:Version: %s\n\n"
          "SYNOPSIS\n========\n\n**saiga** *COMMAND* [*OPTION*…]\n\n"
          "DESCRIPTION\n===========\n\n"
          "Saiga compares the Appendices of the Convention on International Trade in Endangered Species (CITES) and of the\n"
          "Convention on Migratory Species (CMS), shows the records behind them, and checks and converts data sets. Without\n"
          "**--dataset** it answers from the data set that comes with it.\n\n"
          "OPTIONS OF ALL COMMANDS\n=======================\n\n",
          SAIGA_VERSION_S);
  print_entries (common);
  printf ("COMMANDS\n========\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const Command *command = commands[i];
      g_autofree char *title = g_strconcat (command->name, command->arguments != NULL ? " " : "",
                                            command->arguments != NULL ? command->arguments : "", NULL);
      g_autofree char *line = g_strnfill (tool_text_width (title), '-');
      g_autofree char *formats = list_formats (command);

      printf ("%s\n%s\n\n%s. %s\n\nFormats: %s.\n\n", title, line, command->summary, command->description, formats);
      print_entries (command->entries);
      print_entries (command->shared);
    }
  printf ("EXIT STATUS\n===========\n\n0\n    Done.\n\n1\n    Found something: for **validate** an error, with **--strict** also a warning.\n\n"
          "2\n    Wrong usage.\n\n3\n    Bad input.\n\n4\n    Nothing found.\n\n5\n    Input or output failed.\n\n"
          "ENVIRONMENT\n===========\n\nCOLUMNS\n    The width of the output; 0 for no limit.\n\nNO_COLOR\n    If set, no colour is used.\n\n"
          "LANGUAGE, LC_ALL, LC_MESSAGES, LANG\n    The language of help, and of answers without **--language**.\n");
}

static ToolExit
run_help (int argc,
          char **argv)
{
  const Command *command;

  if (argc < 2)
    {
      print_overview (stdout);
      return TOOL_DONE;
    }
  if (g_str_equal (argv[1], "--manual"))
    {
      print_manual ();
      return TOOL_DONE;
    }

  command = find_command (argv[1]);
  if (command != NULL)
    {
      char *arguments[] = { argv[1], (char *) "--help", NULL };

      return run_command (command, 2, arguments);
    }

  return tool_usage ("There is no command “%s”; “saiga help” lists them", argv[1]);
}

int
main (int argc,
      char *argv[])
{
  const Command *command;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      print_overview (stderr);
      return TOOL_USAGE;
    }

  if (g_str_equal (argv[1], "help") || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return run_help (argc - 1, argv + 1);
  if (g_str_equal (argv[1], "version") || g_str_equal (argv[1], "--version"))
    {
      printf ("saiga %s\n", SAIGA_VERSION_S);
      return TOOL_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    return tool_usage ("There is no command “%s”; “saiga help” lists them", argv[1]);

  return run_command (command, argc - 1, argv + 1);
}
