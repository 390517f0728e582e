/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What an archive of Darwin Core says of itself, in XML. Nothing is fetched, and no entity is replaced. */

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-darwin-core-private.h"

#define MAX_TABLES 64
#define MAX_COLUMNS 1024

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

char *
_saiga_input_load (SaigaInput *input,
                   guint member,
                   gsize *length,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr(GInputStream) stream = _saiga_input_read (input, member, cancellable, error);
  g_autofree char *text = g_malloc (SAIGA_MAX_META + 1);

  if (stream == NULL || !g_input_stream_read_all (stream, text, SAIGA_MAX_META, length, cancellable, error))
    return NULL;
  if (*length == SAIGA_MAX_META)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT, "%s: has %d bytes or more", _saiga_input_get_member (input, member), SAIGA_MAX_META);
      return NULL;
    }
  text[*length] = '\0';

  return g_steal_pointer (&text);
}

static xmlDoc *
load (SaigaInput *input,
      guint member,
      GCancellable *cancellable,
      GError **error)
{
  gsize length;
  g_autofree char *text = _saiga_input_load (input, member, &length, cancellable, error);
  const char *name = _saiga_input_get_member (input, member);
  xmlParserCtxt *parser;
  xmlDoc *document;

  if (text == NULL)
    return NULL;

  parser = xmlNewParserCtxt ();
  document = parser != NULL ? xmlCtxtReadMemory (parser, text, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING) : NULL;
  if (document == NULL)
    {
      const xmlError *last = parser != NULL ? xmlCtxtGetLastError (parser) : NULL;
      g_autofree char *message = g_utf8_make_valid (last != NULL && last->message != NULL ? last->message : "no XML", -1);

      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s:%d: %s", name, last != NULL ? last->line : 0, g_strstrip (message));
    }
  else if (document->intSubset != NULL)
    {
      /* No archive needs one, and entities are what it would be for. */
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: has a document type definition", name);
      g_clear_pointer (&document, xmlFreeDoc);
    }
  if (parser != NULL)
    xmlFreeParserCtxt (parser);

  return document;
}

static gboolean
is_element (const xmlNode *node,
            const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static const xmlNode *
find_child (const xmlNode *node,
            const char *name)
{
  for (const xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (is_element (child, name))
      return child;

  return NULL;
}

static char *
dup_attribute (const xmlNode *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  char *text = g_strdup ((const char *) value);

  xmlFree (value);

  return text;
}

static char *
dup_content (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = _saiga_clean_line (content != NULL ? (const char *) content : "");

  xmlFree (content);

  return text;
}

/* ---- meta.xml */

static void
free_table (gpointer data)
{
  SaigaDarwinCoreTable *table = data;

  g_free (table->row_type);
  g_free (table->location);
  if (table->heading != NULL)
    _saiga_heading_free (table->heading);
  g_free (table);
}

/* `http://rs.tdwg.org/dwc/terms/scientificName`, `dwc:scientificName`: the last part. */
static char *
fold_term (const char *term)
{
  const char *last = term;

  for (const char *c = term; *c != '\0'; c++)
    if (strchr ("/#:", *c) != NULL)
      last = c + 1;

  return _saiga_heading_fold (last);
}

static char *
unescape (const char *text,
          const char *usual)
{
  if (text == NULL)
    return g_strdup (usual);
  if (g_str_equal (text, "\\t"))
    return g_strdup ("\t");

  return g_strdup (text);
}

static void
clear_cell (gpointer data)
{
  g_free (((SaigaCell *) data)->text);
}

/* Columns by number, as `field` and `id` say; those that have only a value of their own come behind them. */
static SaigaHeading *
read_columns (const xmlNode *node,
              gboolean is_core)
{
  SaigaHeading *heading = g_new0 (SaigaHeading, 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, "field") || is_element (child, "id") || is_element (child, "coreid"))
      {
        g_autofree char *index = dup_attribute (child, "index");
        guint64 position;

        if (index != NULL && g_ascii_string_to_unsigned (index, 10, 0, MAX_COLUMNS - 1, &position, NULL))
          n = MAX (n, position + 1);
      }
  g_ptr_array_set_size (names, n);
  heading->defaults = g_array_new (FALSE, TRUE, sizeof (SaigaCell));
  g_array_set_clear_func (heading->defaults, clear_cell);
  g_array_set_size (heading->defaults, n);
  for (guint i = 0; i < n; i++)
    g_array_index (heading->defaults, SaigaCell, i).text = g_strdup ("");

  for (const xmlNode *child = node->children; child != NULL && names->len < MAX_COLUMNS; child = child->next)
    {
      gboolean is_id = is_element (child, "id") || is_element (child, "coreid");
      g_autofree char *index = is_id || is_element (child, "field") ? dup_attribute (child, "index") : NULL;
      g_autofree char *term = is_element (child, "field") ? dup_attribute (child, "term") : NULL;
      g_autofree char *value = is_element (child, "field") ? dup_attribute (child, "default") : NULL;
      g_autofree char *name = is_id ? g_strdup (is_core ? "taxonid" : "coreid") : term != NULL ? fold_term (term)
                                                                                               : NULL;
      guint64 position = names->len;
      gboolean has_index = index != NULL && g_ascii_string_to_unsigned (index, 10, 0, MAX_COLUMNS - 1, &position, NULL);

      if (name == NULL || (!has_index && value == NULL))
        continue;
      if (!has_index)
        {
          SaigaCell cell = { g_strdup (""), 0 };

          g_ptr_array_add (names, NULL);
          g_array_append_val (heading->defaults, cell);
        }
      /* What joins the tables goes before what else the column may be. */
      if (names->pdata[position] == NULL || is_id)
        {
          g_free (names->pdata[position]);
          names->pdata[position] = g_steal_pointer (&name);
        }
      if (value != NULL)
        {
          SaigaCell *cell = &g_array_index (heading->defaults, SaigaCell, position);

          g_free (cell->text);
          cell->text = g_steal_pointer (&value);
          cell->length = strlen (cell->text);
        }
    }

  heading->headings = g_new0 (char *, names->len + 1);
  heading->folded = g_new0 (char *, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    {
      heading->headings[i] = g_strdup (names->pdata[i] != NULL ? names->pdata[i] : "");
      heading->folded[i] = g_strdup (heading->headings[i]);
    }

  return heading;
}

static SaigaDarwinCoreTable *
read_table (SaigaSample *sample,
            const xmlNode *node,
            gboolean is_core,
            GError **error)
{
  g_autofree char *type = dup_attribute (node, "rowType");
  g_autofree char *separator_text = dup_attribute (node, "fieldsTerminatedBy");
  g_autofree char *mark = dup_attribute (node, "fieldsEnclosedBy");
  g_autofree char *lines = dup_attribute (node, "ignoreHeaderLines");
  g_autofree char *separator = unescape (separator_text, ",");
  const xmlNode *location = find_child (find_child (node, "files"), "location");
  SaigaDarwinCoreTable *table;
  guint64 n_lines = 0;

  if (strlen (separator) != 1 || (mark != NULL && mark[0] != '\0' && !g_str_equal (mark, "\"")))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "meta.xml:%ld: cells that are separated by “%s” and enclosed by “%s” can not be read", xmlGetLineNo (node), separator,
                   mark != NULL ? mark : "\"");
      return NULL;
    }
  if (location == NULL)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "meta.xml:%ld: the table has no file", xmlGetLineNo (node));
      return NULL;
    }

  table = g_new0 (SaigaDarwinCoreTable, 1);
  table->row_type = fold_term (type != NULL ? type : "");
  table->location = dup_content (location);
  table->member = _saiga_input_find (sample->input, table->location);
  table->is_core = is_core;
  table->heading = read_columns (node, is_core);
  if (lines != NULL)
    g_ascii_string_to_unsigned (lines, 10, 0, 1000, &n_lines, NULL);
  table->heading->n_rows = n_lines;
  if (table->member >= 0)
    {
      const SaigaHeading *seen = _saiga_sample_get_heading (sample, table->member);
      g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);

      /* The encoding is that of the bytes: what meta.xml says of it is often not so. A file may have none. */
      table->heading->dialect = seen != NULL ? seen->dialect : _saiga_dialect_find (nothing);
    }
  table->heading->dialect.separator = separator[0];
  table->heading->dialect.quotes = mark == NULL || mark[0] != '\0';

  return table;
}

GPtrArray *
_saiga_darwin_core_read_meta (SaigaSample *sample,
                              guint member,
                              GError **error)
{
  g_autoptr(xmlDoc) document = load (sample->input, member, sample->cancellable, error);
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (free_table);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (document == NULL)
    return NULL;

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL && tables->len < MAX_TABLES; node = node->next)
    if (is_element (node, "core") || is_element (node, "extension"))
      {
        SaigaDarwinCoreTable *table = read_table (sample, node, is_element (node, "core"), error);

        if (table == NULL)
          return NULL;
        g_ptr_array_insert (tables, table->is_core ? 0 : -1, table);
      }
  if (tables->len == 0 || !((SaigaDarwinCoreTable *) tables->pdata[0])->is_core)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "%s: names no core", _saiga_input_get_member (sample->input, member));
      return NULL;
    }

  return g_steal_pointer (&tables);
}

/* ---- eml.xml */

static const char *
keep (GPtrArray *texts,
      char *text)
{
  if (text == NULL || text[0] == '\0')
    {
      g_free (text);
      return NULL;
    }
  g_ptr_array_add (texts, text);

  return text;
}

gboolean
_saiga_darwin_core_read_eml (SaigaInput *input,
                             guint member,
                             GPtrArray *texts,
                             SaigaTaxonListFacts *facts,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr(xmlDoc) document = load (input, member, cancellable, error);
  const xmlNode *dataset = document != NULL ? find_child (xmlDocGetRootElement (document), "dataset") : NULL;
  const xmlNode *rights = find_child (dataset, "intellectualRights");
  const xmlNode *title = find_child (dataset, "title");
  const xmlNode *alias = find_child (dataset, "shortName");
  const xmlNode *day = find_child (dataset, "pubDate");
  const char *date;

  if (document == NULL)
    return FALSE;

  facts->title = title != NULL ? keep (texts, dup_content (title)) : NULL;
  facts->alias = alias != NULL ? keep (texts, dup_content (alias)) : NULL;
  facts->licence = rights != NULL ? keep (texts, dup_content (rights)) : NULL;
  date = day != NULL ? keep (texts, dup_content (day)) : NULL;
  if (date != NULL)
    {
      g_autoptr(SaigaDate) parsed = saiga_date_parse (date, NULL);

      facts->date = parsed != NULL ? date : NULL;
    }
  for (const xmlNode *node = dataset != NULL ? dataset->children : NULL; node != NULL && facts->doi == NULL; node = node->next)
    if (is_element (node, "alternateIdentifier"))
      {
        const char *text = keep (texts, dup_content (node));
        const char *doi = text != NULL ? strstr (text, "10.") : NULL;

        if (doi != NULL && strchr (doi, '/') != NULL)
          facts->doi = doi;
      }

  return TRUE;
}
