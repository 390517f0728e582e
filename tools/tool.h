/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <saiga/saiga.h>

G_BEGIN_DECLS

/* Marks a message for translation where it is declared. */
#define N_(message) message

/* Exit codes: part of what scripts rely on. */
typedef enum
{
  TOOL_DONE = 0,
  TOOL_FOUND = 1,     /* found something: a problem, a difference */
  TOOL_USAGE = 2,     /* wrong usage */
  TOOL_BAD_INPUT = 3, /* what was read is not right */
  TOOL_NOTHING = 4,   /* what was asked for is not there */
  TOOL_IO = 5,        /* reading or writing failed */
} ToolExit;

typedef enum
{
  TOOL_TEXT,
  TOOL_CSV,
  TOOL_JSON,
  TOOL_XML,
  TOOL_HTML,
  TOOL_MARKDOWN,
  TOOL_SVG,
} ToolFormat;

/* The programme that is meant where none is named. */
#define TOOL_PROGRAMME "jwp2012"

/* One call of the command. */
typedef struct
{
  char *dataset; /* options that all subcommands have */
  char *on;
  char *format_name;
  char *language;
  char *output;
  gboolean bom;
  gboolean no_color;

  ToolFormat format;
  SaigaDate *date; /* of --on, or NULL */
  GString *out;    /* what is printed in the end, at once */
  gboolean is_terminal;
  gboolean use_color;
  guint width; /* of the terminal in columns; 0 for no limit */
} Tool;

typedef struct
{
  const char *name;
  const char *arguments; /* such as "ID…"; NULL for none */
  const char *summary;   /* a phrase that begins with a verb */
  const char *description;
  const char *formats; /* other than text, such as "csv, json" */
  gboolean no_text;    /* writes none, and the first of the others where no format is asked for */
  const GOptionEntry *entries;
  const GOptionEntry *shared; /* that other commands have too */
  ToolExit (*run) (Tool *tool, int argc, char **argv);
} Command;

extern const Command command_binding;
extern const Command command_calendar;
extern const Command command_changes;
extern const Command command_coherence;
extern const Command command_compare;
extern const Command command_concordance;
extern const Command command_convert;
extern const Command command_export;
extern const Command command_import;
extern const Command command_init;
extern const Command command_list;
extern const Command command_names;
extern const Command command_programme;
extern const Command command_red_list_index;
extern const Command command_report;
extern const Command command_show;
extern const Command command_status;
extern const Command command_timeline;
extern const Command command_validate;

SaigaSnapshot *tool_load (Tool *self,
                          ToolExit *exit_code);
SaigaSnapshot *tool_load_file (const char *path,
                               ToolExit *exit_code);
ToolExit tool_fail (GError *error);
ToolExit tool_usage (const char *format,
                     ...) G_GNUC_PRINTF (1, 2);
ToolExit tool_nothing (const char *format,
                       ...) G_GNUC_PRINTF (1, 2);
ToolExit tool_write (const char *path,
                     const char *data,
                     gsize size);

/* ---- writing */

typedef enum
{
  TOOL_PLAIN,
  TOOL_BOLD,
  TOOL_DIM,
  TOOL_RED,
  TOOL_YELLOW,
} ToolStyle;

void tool_print (Tool *self,
                 const char *format,
                 ...) G_GNUC_PRINTF (2, 3);
void tool_print_styled (Tool *self,
                        ToolStyle style,
                        const char *text);
void tool_print_wrapped (Tool *self,
                         const char *text,
                         guint indent);
void tool_print_source (Tool *self,
                        SaigaSnapshot *snapshot);
guint tool_text_width (const char *text);

void tool_print_csv_row (Tool *self,
                         const char *const *cells);
void tool_print_json (Tool *self,
                      JsonNode *root);
void tool_begin_json_list (Tool *self,
                           JsonBuilder *head,
                           const char *name);
void tool_add_json_item (Tool *self,
                         JsonBuilder *item,
                         gboolean is_first);
void tool_end_json_list (Tool *self);
void tool_build_source (JsonBuilder *builder,
                        SaigaSnapshot *snapshot);

void tool_build_string (JsonBuilder *builder,
                        const char *name,
                        const char *value);
void tool_build_number (JsonBuilder *builder,
                        const char *name,
                        gint64 value);
void tool_build_strings (JsonBuilder *builder,
                         const char *name,
                         const char *const *strings);
void tool_build_reason (Tool *self,
                        JsonBuilder *builder,
                        SaigaReason *reason);

const char *tool_translate (Tool *self,
                            const char *message);
char *tool_fill (Tool *self,
                 const char *message,
                 ...) G_GNUC_NULL_TERMINATED;
void tool_append (Tool *self,
                  GString *text,
                  const char *message,
                  ...) G_GNUC_NULL_TERMINATED;
static inline const char *
tool_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

const char *tool_nick (GType enum_type,
                       int value);
gboolean tool_parse_nick (GType enum_type,
                          const char *nick,
                          int *value);

/* ---- tables */

typedef struct _ToolTable ToolTable;

/* Between two columns. */
#define TOOL_TABLE_GAP 2

ToolTable *tool_table_new (const char *const *titles,
                           const guint *weights);
void tool_table_free (ToolTable *self);
void tool_table_add_heading (ToolTable *self,
                             const char *text);
void tool_table_add_row (ToolTable *self,
                         const char *const *cells);
void tool_table_print (ToolTable *self,
                       Tool *tool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolTable, tool_table_free)

G_END_DECLS
