/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool-find.h"

#define LABEL_WIDTH 22

/* ---- text */

/* What tells a listing from the others of its taxon: "CITES Appendix II, addition, 1977-02-04". */
static char *
listing_label (SaigaSnapshot *snapshot,
               SaigaListing *listing)
{
  const char *instrument_id = saiga_listing_get_instrument_id (listing);
  const char *party_id = saiga_listing_get_party_id (listing);
  const char *appendix = saiga_listing_get_appendix (listing);
  SaigaRecord *instrument = instrument_id != NULL ? saiga_snapshot_lookup (snapshot, instrument_id) : NULL;
  const char *short_name = SAIGA_IS_INSTRUMENT (instrument) ? saiga_instrument_get_abbreviation (SAIGA_INSTRUMENT (instrument)) : NULL;
  SaigaDate *date = saiga_listing_get_effective (listing) != NULL ? saiga_listing_get_effective (listing) : saiga_listing_get_text_from (listing);
  g_autofree char *day = date != NULL ? saiga_date_to_string (date) : g_strdup ("no date");
  g_autofree char *party = party_id != NULL && g_str_has_prefix (party_id, "area.") ? g_ascii_strup (party_id + strlen ("area."), -1) : NULL;

  return g_strdup_printf ("%s Appendix %s, %s%s%s, %s", short_name != NULL ? short_name : instrument_id != NULL ? instrument_id
                                                                                                                : "–",
                          appendix != NULL ? appendix : "–", tool_nick (SAIGA_TYPE_LISTING_CHANGE, saiga_listing_get_change (listing)),
                          party != NULL ? " by " : "", party != NULL ? party : "", day);
}

static char *
record_label (Tool *tool,
              SaigaSnapshot *snapshot,
              SaigaRecord *record)
{
  g_autofree char *label = NULL;

  if (SAIGA_IS_LISTING (record))
    return listing_label (snapshot, SAIGA_LISTING (record));
  label = saiga_record_dup_label (record, tool->language);
  if (SAIGA_IS_ACTIVITY (record) && saiga_activity_get_code (SAIGA_ACTIVITY (record)) != NULL)
    return g_strdup_printf ("%s %s", saiga_activity_get_code (SAIGA_ACTIVITY (record)), label);

  return g_steal_pointer (&label);
}

static char *
label_of (Tool *tool,
          SaigaSnapshot *snapshot,
          const char *id)
{
  SaigaRecord *record = saiga_snapshot_lookup (snapshot, id);
  g_autofree char *label = record != NULL ? record_label (tool, snapshot, record) : g_strdup (tool_translate (tool, N_ ("not there")));

  return g_strdup_printf ("%s (%s)", label, id);
}

static void
print_line (Tool *tool,
            const char *name,
            const char *value)
{
  tool_print_styled (tool, TOOL_DIM, name);
  tool_print (tool, "%*s", MAX (LABEL_WIDTH - (int) tool_text_width (name), 1), "");
  tool_print_wrapped (tool, value, LABEL_WIDTH);
}

/* The fields of a part in one line: what has a value. */
static char *
describe_part (Tool *tool,
               SaigaSnapshot *snapshot,
               SaigaRecord *part)
{
  g_auto(GStrv) names = saiga_field_list_names (G_OBJECT_TYPE (part));
  g_autoptr(GString) line = g_string_new (NULL);

  for (char **name = names; *name != NULL; name++)
    {
      const SaigaField *field = saiga_field_lookup (G_OBJECT_TYPE (part), *name);
      g_autofree char *value = saiga_record_dup_string (part, *name);
      g_autofree char *label = NULL;

      if (value == NULL)
        continue;
      if (saiga_field_get_kind (field) == SAIGA_FIELD_REFERENCE)
        label = label_of (tool, snapshot, value);
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "",
                              label != NULL ? label : saiga_field_get_kind (field) == SAIGA_FIELD_FLAG ? *name
                                                                                                       : value);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
print_parts (Tool *tool,
             SaigaSnapshot *snapshot,
             const char *name,
             GListModel *parts)
{
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr(SaigaRecord) part = g_list_model_get_item (parts, i);
      g_autofree char *line = describe_part (tool, snapshot, part);

      print_line (tool, i == 0 ? name : "", line);
    }
}

static void
print_references (Tool *tool,
                  SaigaSnapshot *snapshot,
                  const char *name,
                  const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *line = label_of (tool, snapshot, ids[i]);

      print_line (tool, i == 0 ? name : "", line);
    }
}

static void
print_text_field (Tool *tool,
                  const char *name,
                  SaigaText *text)
{
  g_auto(GStrv) languages = saiga_text_list_languages (text);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *line = languages[1] == NULL && g_str_equal (languages[0], "en")
                                ? g_strdup (saiga_text_get_words (text, languages[i]))
                                : g_strdup_printf ("[%s] %s", languages[i], saiga_text_get_words (text, languages[i]));

      print_line (tool, i == 0 ? name : "", line);
    }
}

static void
print_field (Tool *tool,
             SaigaSnapshot *snapshot,
             SaigaRecord *record,
             const char *name)
{
  const SaigaField *field = saiga_field_lookup (G_OBJECT_TYPE (record), name);
  SaigaFieldKind kind = saiga_field_get_kind (field);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *text = saiga_record_dup_string (record, name);

  g_value_init (&value, saiga_field_get_value_type (field));
  g_object_get_property (G_OBJECT (record), name, &value);
  if (kind == SAIGA_FIELD_PARTS)
    print_parts (tool, snapshot, name, g_value_get_object (&value));
  else if (kind == SAIGA_FIELD_REFERENCES)
    print_references (tool, snapshot, name, g_value_get_boxed (&value));
  else if (kind == SAIGA_FIELD_TEXT && text != NULL)
    print_text_field (tool, name, g_value_get_boxed (&value));
  else if (kind == SAIGA_FIELD_REFERENCE && text != NULL)
    print_references (tool, snapshot, name, (const char *const[]){ text, NULL });
  else if (text != NULL)
    print_line (tool, name, text);
}

/* What refers to the record, by type; long lists are cut, for the terminal is short. */
#define MAX_LISTED 24

static void
print_referrers (Tool *tool,
                 SaigaSnapshot *snapshot,
                 SaigaRecord *record)
{
  g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (snapshot, saiga_record_get_id (record));
  const guint n = g_list_model_get_n_items (referrers);
  guint i = 0;

  if (n == 0)
    return;
  tool_print (tool, "\n");
  tool_print_styled (tool, TOOL_BOLD, tool_translate (tool, N_ ("Referred to by")));
  tool_print (tool, "\n");
  while (i < n)
    {
      g_autoptr(SaigaRecord) first = g_list_model_get_item (referrers, i);
      guint listed = 0;
      guint of_type = 0;

      for (; i < n; i++)
        {
          g_autoptr(SaigaRecord) referrer = g_list_model_get_item (referrers, i);
          g_autofree char *line = NULL;

          if (G_OBJECT_TYPE (referrer) != G_OBJECT_TYPE (first))
            break;
          of_type++;
          if (listed == MAX_LISTED)
            continue;
          line = label_of (tool, snapshot, saiga_record_get_id (referrer));
          print_line (tool, listed == 0 ? saiga_record_get_type_name (first) : "", line);
          listed++;
        }
      if (of_type > listed)
        {
          g_autofree char *count = g_strdup_printf ("%u", of_type - listed);
          g_autofree char *more = tool_fill (tool, N_ ("and %1 more; --format json lists all"), count, NULL);

          print_line (tool, "", more);
        }
    }
}

/* What joint work has to do with a species or target: the chain is longer than one step. */
static void
print_relations (Tool *tool,
                 SaigaSnapshot *snapshot,
                 SaigaRecord *record)
{
  g_autoptr(GListModel) relations = saiga_relation_list (snapshot, record);
  const char *type_name = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr(SaigaRelation) relation = g_list_model_get_item (relations, i);
      SaigaRecord *related = saiga_relation_get_record (relation);
      SaigaRecord *through = saiga_relation_get_through (relation);
      g_autofree char *line = NULL;

      /* What refers to the record itself has been listed above. */
      if (through == NULL && !SAIGA_IS_FOCUS (related))
        continue;
      if (type_name == NULL)
        {
          tool_print (tool, "\n");
          tool_print_styled (tool, TOOL_BOLD, tool_translate (tool, N_ ("Connected by joint work")));
          tool_print (tool, "\n");
        }
      line = label_of (tool, snapshot, saiga_record_get_id (related));
      print_line (tool, g_strcmp0 (type_name, saiga_record_get_type_name (related)) != 0 ? saiga_record_get_type_name (related) : "", line);
      type_name = saiga_record_get_type_name (related);
    }
}

static void
print_record (Tool *tool,
              SaigaSnapshot *snapshot,
              SaigaRecord *record)
{
  g_auto(GStrv) names = saiga_field_list_names (G_OBJECT_TYPE (record));
  g_autofree char *label = saiga_record_dup_label (record, tool->language);

  tool_print_styled (tool, TOOL_BOLD, label);
  tool_print (tool, "\n");
  print_line (tool, saiga_record_get_type_name (record), saiga_record_get_id (record));
  for (char **name = names; *name != NULL; name++)
    print_field (tool, snapshot, record, *name);
  print_referrers (tool, snapshot, record);
  print_relations (tool, snapshot, record);
}

/* ---- JSON */

static JsonNode *
parse_record (SaigaRecord *record)
{
  g_autofree char *text = saiga_record_to_json (record);

  return json_from_string (text, NULL);
}

static void
build_related (JsonBuilder *builder,
               Tool *tool,
               SaigaSnapshot *snapshot,
               SaigaRecord *record)
{
  g_autofree char *label = record_label (tool, snapshot, record);

  json_builder_begin_object (builder);
  tool_build_string (builder, "type", saiga_record_get_type_name (record));
  tool_build_string (builder, "id", saiga_record_get_id (record));
  tool_build_string (builder, "label", label);
  json_builder_end_object (builder);
}

static void
print_json (Tool *tool,
            SaigaSnapshot *snapshot,
            GPtrArray *records)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  tool_build_source (builder, snapshot);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      SaigaRecord *record = records->pdata[i];
      g_autoptr(GListModel) referrers = saiga_snapshot_get_referrers (snapshot, saiga_record_get_id (record));
      g_autoptr(GListModel) relations = saiga_relation_list (snapshot, record);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "type");
      json_builder_add_string_value (builder, saiga_record_get_type_name (record));
      json_builder_set_member_name (builder, "record");
      json_builder_add_value (builder, parse_record (record));
      json_builder_set_member_name (builder, "referrers");
      json_builder_begin_array (builder);
      for (guint n = 0; n < g_list_model_get_n_items (referrers); n++)
        {
          g_autoptr(SaigaRecord) referrer = g_list_model_get_item (referrers, n);

          build_related (builder, tool, snapshot, referrer);
        }
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "relations");
      json_builder_begin_array (builder);
      for (guint n = 0; n < g_list_model_get_n_items (relations); n++)
        {
          g_autoptr(SaigaRelation) relation = g_list_model_get_item (relations, n);
          SaigaRecord *through = saiga_relation_get_through (relation);

          json_builder_begin_object (builder);
          json_builder_set_member_name (builder, "record");
          build_related (builder, tool, snapshot, saiga_relation_get_record (relation));
          tool_build_string (builder, "through", through != NULL ? saiga_record_get_id (through) : NULL);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  tool_print_json (tool, root);
}

/* ---- the command */

static void
find_records (ToolNames *names,
              SaigaSnapshot *snapshot,
              const char *text,
              GPtrArray *found)
{
  SaigaRecord *record = saiga_snapshot_lookup (snapshot, text);
  g_autoptr(GPtrArray) taxa = NULL;

  if (record != NULL)
    {
      g_ptr_array_add (found, g_object_ref (record));
      return;
    }
  taxa = tool_names_find (names, text);
  for (guint i = 0; taxa != NULL && i < taxa->len; i++)
    g_ptr_array_add (found, g_object_ref (taxa->pdata[i]));
}

static ToolExit
run (Tool *tool,
     int argc,
     char **argv)
{
  ToolExit code = TOOL_DONE;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autoptr(ToolNames) names = NULL;
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (argc < 2)
    return tool_usage ("show: say what to show: an id, or a name of a taxon");

  snapshot = tool_load (tool, &code);
  if (snapshot == NULL)
    return code;

  names = tool_names_new (snapshot);
  for (int i = 1; i < argc; i++)
    {
      guint before = records->len;

      find_records (names, snapshot, argv[i], records);
      if (records->len == before)
        code = tool_nothing ("%s: there is no record with this id, and no taxon with this name", argv[i]);
    }

  if (tool->format == TOOL_JSON)
    {
      print_json (tool, snapshot, records);
      return code;
    }
  for (guint i = 0; i < records->len; i++)
    {
      if (i > 0)
        tool_print (tool, "\n");
      print_record (tool, snapshot, records->pdata[i]);
    }
  if (records->len > 0)
    tool_print_source (tool, snapshot);

  return code;
}

const Command command_show = {
  .name = "show",
  .arguments = "ID…",
  .summary = N_ ("Show records with all that refers to them"),
  .description = N_ ("Each argument is the id of a record, or a scientific or common name of a taxon, case and accents aside. A name that "
                     "several lists have shows the taxon of each. Of a taxon and of a target of a programme also comes what joint work "
                     "connects it with: activities, meetings, decisions, projects, instruments."),
  .formats = "json",
  .run = run,
};
