/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "concordance.h"

static struct
{
  char *from;
  char *to;
  char *with;
  char *view;
} options;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The day of the first concordance"), "DATE" },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The day of the second one; without it, the day of the data"), "DATE" },
  { "with", 0, 0, G_OPTION_ARG_FILENAME, &options.with, N_ ("Another data set, which the first concordance is made of"), "FILE" },
  { "view", 'v', 0, G_OPTION_ARG_STRING, &options.view, N_ ("Only changes of rows of this view, before or after: shared, named, differences, all (the usual one)"), "VIEW" },
  { NULL }
};

/* What is compared. */
typedef struct
{
  SaigaConcordance *before;
  SaigaConcordance *after;
  GListModel *changes;
} Comparison;

/* ---- text */

static char *
print_words (Tool *tool,
             const Comparison *self,
             const char *value)
{
  return value != NULL ? saiga_concordance_dup_words (self->after, value, tool->language) : g_strdup ("–");
}

/* How many rows there are of each kind of change. */
static void
print_counts (Tool *tool,
              const Comparison *self)
{
  guint n[SAIGA_CONCORDANCE_CHANGE_KIND_DECISION + 1] = { 0 };
  g_autofree char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (self->changes, i);
      const SaigaConcordanceChangeKind kind = saiga_concordance_change_get_kind (change);
      const char *key = saiga_concordance_change_get_row_key (change);

      /* A row may have changed in several fields, which follow each other. */
      n[kind] += kind != SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED || g_strcmp0 (last, key) != 0;
      g_free (last);
      last = g_strdup (key);
    }
  for (guint kind = 0; kind < G_N_ELEMENTS (n); kind++)
    if (n[kind] > 0)
      {
        g_autofree char *words = print_words (tool, self, tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, (int) kind));

        tool_print (tool, "%8u  %s\n", n[kind], words);
      }
}

static void
print_text (Tool *tool,
            const Comparison *self)
{
  GListModel *changes = self->changes;
  const char *const titles[] = { tool_translate (tool, N_ ("Change")), tool_translate (tool, N_ ("Name")), tool_translate (tool, N_ ("Field")),
                                 tool_translate (tool, N_ ("Before")), tool_translate (tool, N_ ("After")), NULL };
  static const guint weights[] = { 0, 2, 0, 2, 2 };
  g_autoptr(ToolTable) table = tool_table_new (titles, weights);
  g_autofree char *from = saiga_date_to_string (saiga_concordance_get_date (self->before));
  g_autofree char *to = saiga_date_to_string (saiga_concordance_get_date (self->after));
  g_autofree char *title = tool_fill (tool, N_ ("Concordance of %1 and %2: from %3 to %4"), concordance_abbreviation (saiga_concordance_get_authority_a (self->after)),
                                      concordance_abbreviation (saiga_concordance_get_authority_b (self->after)), from, to, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, i);

      g_autofree char *kind = print_words (tool, self, tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, saiga_concordance_change_get_kind (change)));
      g_autofree char *field = print_words (tool, self, saiga_concordance_change_get_field (change));
      g_autofree char *old_value = print_words (tool, self, saiga_concordance_change_get_old (change));
      g_autofree char *new_value = print_words (tool, self, saiga_concordance_change_get_new (change));

      tool_table_add_row (table, (const char *const[]){ kind, tool_or_empty (saiga_concordance_change_get_name (change)), field, old_value, new_value, NULL });
    }
  tool_print_styled (tool, TOOL_BOLD, title);
  tool_print (tool, "\n\n");
  print_counts (tool, self);
  if (g_list_model_get_n_items (changes) == 0)
    {
      tool_print_wrapped (tool, tool_translate (tool, N_ ("Nothing has changed.")), 0);
      return;
    }
  tool_print (tool, "\n");
  tool_table_print (table, tool);
}

static void
print_csv (Tool *tool,
           GListModel *changes)
{
  tool_print_csv_row (tool, (const char *const[]){ "change", "row", "name", "field", "before", "after", NULL });
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, i);

      tool_print_csv_row (tool, (const char *const[]){ tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, saiga_concordance_change_get_kind (change)),
                                                       tool_or_empty (saiga_concordance_change_get_row_key (change)), tool_or_empty (saiga_concordance_change_get_name (change)),
                                                       tool_or_empty (saiga_concordance_change_get_field (change)), tool_or_empty (saiga_concordance_change_get_old (change)),
                                                       tool_or_empty (saiga_concordance_change_get_new (change)), NULL });
    }
}

static void
build_which (JsonBuilder *builder,
             const char *name,
             SaigaConcordance *concordance)
{
  g_autofree char *date = saiga_date_to_string (saiga_concordance_get_date (concordance));
  g_autofree char *version = saiga_concordance_dup_version (concordance);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  tool_build_string (builder, "on", date);
  tool_build_string (builder, "version", version);
  json_builder_end_object (builder);
}

static void
print_json (Tool *tool,
            const Comparison *self)
{
  GListModel *changes = self->changes;
  g_autoptr(JsonBuilder) head = json_builder_new ();

  json_builder_begin_object (head);
  tool_build_source (head, saiga_concordance_get_snapshot (self->after));
  tool_build_string (head, "authority_a", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_get_authority_a (self->after))));
  tool_build_string (head, "authority_b", saiga_record_get_id (SAIGA_RECORD (saiga_concordance_get_authority_b (self->after))));
  build_which (head, "before", self->before);
  build_which (head, "after", self->after);
  json_builder_end_object (head);
  tool_begin_json_list (tool, head, "changes");
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (changes, i);
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tool_build_string (builder, "change", tool_nick (SAIGA_TYPE_CONCORDANCE_CHANGE_KIND, saiga_concordance_change_get_kind (change)));
      tool_build_string (builder, "row", saiga_concordance_change_get_row_key (change));
      tool_build_string (builder, "name", saiga_concordance_change_get_name (change));
      tool_build_string (builder, "field", saiga_concordance_change_get_field (change));
      tool_build_string (builder, "before", saiga_concordance_change_get_old (change));
      tool_build_string (builder, "after", saiga_concordance_change_get_new (change));
      json_builder_end_object (builder);
      tool_add_json_item (tool, builder, i == 0);
    }
  tool_end_json_list (tool);
}

/* ---- the command */

static void
add_keys (GHashTable *keys,
          SaigaConcordance *concordance,
          SaigaConcordanceView view)
{
  g_autoptr(GListModel) rows = saiga_concordance_get_view (concordance, view);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (rows, i);

      g_hash_table_add (keys, g_strdup (saiga_concordance_row_get_key (row)));
    }
}

/* Changes of what is in the view in either concordance; decisions always. */
static GListModel *
choose (const Comparison *self,
        SaigaConcordanceView view)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListStore *chosen = g_list_store_new (SAIGA_TYPE_CONCORDANCE_CHANGE);

  add_keys (keys, self->before, view);
  add_keys (keys, self->after, view);
  for (guint i = 0; i < g_list_model_get_n_items (self->changes); i++)
    {
      g_autoptr(SaigaConcordanceChange) change = g_list_model_get_item (self->changes, i);

      if (saiga_concordance_change_get_kind (change) == SAIGA_CONCORDANCE_CHANGE_KIND_DECISION || g_hash_table_contains (keys, saiga_concordance_change_get_row_key (change)))
        g_list_store_append (chosen, change);
    }

  return G_LIST_MODEL (chosen);
}

static SaigaConcordance *
compare (SaigaSnapshot *snapshot,
         const char *day,
         ToolExit *code)
{
  GError *error = NULL;
  g_autoptr(SaigaDate) date = day != NULL ? saiga_date_parse (day, &error) : NULL;
  SaigaConcordance *concordance = error == NULL ? concordance_new (snapshot, date, &error) : NULL;

  if (concordance == NULL)
    *code = tool_fail (error);

  return concordance;
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(SaigaSnapshot) earlier = NULL;
  g_autoptr(SaigaConcordance) before = NULL;
  g_autoptr(SaigaConcordance) after = NULL;
  g_autoptr(GListModel) all = NULL;
  g_autoptr(GListModel) changes = NULL;
  Comparison comparison;
  int view = SAIGA_CONCORDANCE_VIEW_ALL;

  if (argc > 1)
    return tool_usage ("compare takes no argument “%s”", argv[1]);
  if (options.from == NULL && options.with == NULL)
    return tool_usage ("compare: give --from, --with, or both");
  if (options.view != NULL && !tool_parse_nick (SAIGA_TYPE_CONCORDANCE_VIEW, options.view, &view))
    return tool_usage ("--view: “%s” is none of shared, named, differences, all", options.view);

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;
  earlier = options.with != NULL ? tool_load_file (options.with, &code) : g_object_ref (snapshot);
  if (earlier == NULL)
    return code;
  before = compare (earlier, options.from, &code);
  after = before != NULL ? compare (snapshot, options.to, &code) : NULL;
  if (after == NULL)
    return code;
  all = saiga_concordance_compare (after, before);
  comparison = (Comparison){ before, after, all };
  changes = view == SAIGA_CONCORDANCE_VIEW_ALL ? g_object_ref (all) : choose (&comparison, (SaigaConcordanceView) view);
  comparison.changes = changes;

  if (tool->format == TOOL_JSON)
    print_json (tool, &comparison);
  else if (tool->format == TOOL_CSV)
    print_csv (tool, changes);
  else
    {
      print_text (tool, &comparison);
      tool_print_source (tool, snapshot);
    }

  return TOOL_DONE;
}

const Command command_compare = {
  .name = "compare",
  .summary = N_ ("Compare two concordances: of two days, or of two data sets"),
  .description = N_ ("Tells which rows are new, gone, split or joined, and which fields of the others have another value."),
  .formats = "csv, json",
  .entries = entries,
  .shared = concordance_list_entries,
  .run = run,
};
