/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-catalogue-private.h"
#include "saiga-paper-private.h"

/* A report as one HTML file: nothing is fetched, everything is readable without scripts,
 * on paper, on a telephone and by a screen reader. */

#define MAX_HEADING 6

/* Colours are at least 4.5 to 1 against what they stand on. */
static const char style_sheet[] =
  ":root{color-scheme:light dark;--back:#fff;--text:#1b1f1d;--muted:#4d5752;--line:#c9d0cc;--soft:#f1f5f3;--accent:#0b6e57;"
  "--note:#fff6df;--note-line:#b3610d;--figure-1:#0b6e57;--figure-2:#b3610d;--figure-3:#4a63b5;--figure-4:#7a7a7a}\n"
  "@media (prefers-color-scheme:dark){:root{--back:#131715;--text:#e6ebe8;--muted:#a9b5af;--line:#3c4641;--soft:#1d2320;"
  "--accent:#6fd3b5;--note:#2c2411;--note-line:#e0a458;--figure-1:#5cc4a6;--figure-2:#e0a458;--figure-3:#93a8f0;--figure-4:#9a9a9a}}\n"
  "*{box-sizing:border-box}\n"
  "html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}\n"
  "body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--back);color:var(--text);"
  "font:1rem/1.5 system-ui,-apple-system,\"Segoe UI\",\"DejaVu Sans\",sans-serif;overflow-wrap:break-word}\n"
  "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}\n"
  "h1{font-size:1.75rem;margin-top:.5em}h2{font-size:1.4rem;border-bottom:2px solid var(--accent);padding-bottom:.2em;margin-top:2em}"
  "h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}\n"
  "p,ul,ol,dl,figure,details{margin:.6em 0}ul{padding-left:1.3em}li{margin:.15em 0}\n"
  "a{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}\n"
  ".skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--back);padding:.5em;z-index:1}\n"
  "nav ul{columns:16rem;list-style:none;padding:0}nav li{break-inside:avoid}nav ul ul{columns:auto;padding-left:1.2em;font-size:.92em}\n"
  ".note{border-left:4px solid var(--note-line);background:var(--note);padding:.6em .9em}\n"
  ".muted,footer{color:var(--muted)}.muted{font-size:.92em}footer{border-top:1px solid var(--line);margin-top:3em;padding-top:1em;font-size:.92em}\n"
  "dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.15em 1em}dt{color:var(--muted)}dd{margin:0}"
  "dd p,td p,dd ul,td ul{margin:.2em 0}td ul{list-style:none;padding:0}td li{margin:.4em 0}td>dl~ul{padding-left:1.2em}.stacked td:last-child{min-width:7em}\n"
  "td dl,li dl{font-size:.92em;margin:.35em 0;grid-template-columns:minmax(5.5rem,max-content) 1fr}\n"
  ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
  ".scroll{overflow-x:auto;position:relative;margin:.8em 0}\n"
  "table{border-collapse:collapse;width:100%;font-size:.94em}\n"
  "caption{text-align:left;font-weight:600;padding:.3em 0}\n"
  "th,td{text-align:left;vertical-align:top;padding:.35em .6em;border-bottom:1px solid var(--line)}thead th{background:var(--soft);border-bottom:2px solid var(--line)}\n"
  "tbody th{font-weight:400}tr.group th{font-weight:600;background:var(--soft);padding-top:.6em}\n"
  ".numbers th:not(:first-child),.numbers td{text-align:right;font-variant-numeric:tabular-nums}\n"
  "details{margin:.35em 0;border:1px solid var(--line);border-radius:.3em;padding:.4em .8em}summary{cursor:pointer}\n"
  "figure figcaption{font-weight:600}figure svg{display:block;max-width:none;height:auto}figure.narrow svg{max-width:100%}\n"
  ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.5rem;align-items:start}\n"
  ".filter{display:flex;flex-wrap:wrap;gap:.4em .8em;align-items:center}.filter[hidden]{display:none}"
  ".filter input{font:inherit;color:inherit;background:var(--back);border:1px solid var(--muted);border-radius:.3em;padding:.35em .6em;min-width:14rem}\n"
  "@media (max-width:40rem){dl,td dl,li dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4em}"
  ".stacked thead{position:absolute;left:-99rem}.stacked,.stacked tbody,.stacked tr,.stacked td,.stacked th{display:block;border:0;padding:0}"
  ".stacked td:last-child{min-width:0}.stacked tr{border-bottom:1px solid var(--line);padding:.6em 0}.stacked tr.group th{padding:.4em .6em}"
  ".stacked [data-title]::before{content:attr(data-title);display:block;color:var(--muted);font-size:.85em}th,td{padding:.3em .4em}}\n"
  "@media print{:root{color-scheme:light;--back:#fff;--text:#000;--muted:#444;--line:#aaa;--soft:#f2f2f2;--accent:#0b6e57;--note:#fff;"
  "--note-line:#b3610d;--figure-1:#0b6e57;--figure-2:#b3610d;--figure-3:#4a63b5;--figure-4:#7a7a7a}"
  "@page{margin:18mm 16mm}body{max-width:none;padding:0;font-size:9.5pt}.skip,.filter,nav{display:none}h2,h3,h4{break-after:avoid}"
  "tr,figure,li,.note{break-inside:avoid}thead,tr.group{break-after:avoid}thead{display:table-header-group}.scroll{overflow:visible}figure svg{max-width:100%}"
  "details{border:0;padding:0}details::details-content{content-visibility:visible;display:block}a{color:inherit;text-decoration:none}}\n";

/* Only adds to what is there: a field that filters the rows of a table, and folded parts
 * that open for the printer. */
static const char script[] =
  "for(const box of document.querySelectorAll('.filter')){const input=box.querySelector('input'),out=box.querySelector('output'),"
  "table=box.nextElementSibling.querySelector('table'),rows=[...table.tBodies].flatMap(b=>[...b.rows]).filter(r=>!r.classList.contains('group'));"
  "const fold=t=>t.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase(),texts=rows.map(r=>fold(r.textContent));box.hidden=false;"
  "input.addEventListener('input',()=>{const words=fold(input.value).split(/\\s+/).filter(Boolean);let n=0;rows.forEach((r,i)=>{"
  "const on=words.every(w=>texts[i].includes(w));r.hidden=!on;n+=on});for(const b of table.tBodies)"
  "b.hidden=[...b.rows].every(r=>r.hidden||r.classList.contains('group'));"
  "out.textContent=words.length?out.dataset.words.replace('%1',n).replace('%2',rows.length):''})}\n"
  "let opened=[];addEventListener('beforeprint',()=>{opened=[...document.querySelectorAll('details:not([open])')];"
  "opened.forEach(d=>d.open=true)});addEventListener('afterprint',()=>opened.forEach(d=>d.open=false));\n";

typedef struct
{
  SaigaPaper *paper;
  GString *html;
  guint n_ids;
  const char *heading; /* of the section that is being written */
} Writer;

static void write_children (Writer *self,
                            const SaigaNode *node,
                            guint depth);

static const char *
translate (Writer *self,
           const char *message)
{
  return _saiga_translate (_saiga_paper_get_language (self->paper), message);
}

static void
add_escaped (Writer *self,
             const char *text)
{
  _saiga_append_escaped (self->html, text);
}

static void
add_language (Writer *self,
              const SaigaNode *node)
{
  if (node->language == NULL)
    return;
  g_string_append (self->html, " lang=\"");
  add_escaped (self, node->language);
  g_string_append_c (self->html, '"');
}

static void
write_run (Writer *self,
           const SaigaNode *node)
{
  static const char *const tags[] = {
    [SAIGA_STYLE_PLAIN] = NULL, [SAIGA_STYLE_STRONG] = "strong", [SAIGA_STYLE_NAME] = "i", [SAIGA_STYLE_MUTED] = "span"
  };
  const char *tag = node->target != NULL ? "a" : tags[node->style];

  if (tag == NULL && node->language != NULL)
    tag = "span";
  if (tag != NULL)
    {
      g_string_append_printf (self->html, "<%s", tag);
      if (node->target != NULL)
        {
          g_string_append (self->html, " href=\"#");
          add_escaped (self, node->target);
          g_string_append_c (self->html, '"');
        }
      if (node->style == SAIGA_STYLE_MUTED)
        g_string_append (self->html, " class=\"muted\"");
      if (node->style == SAIGA_STYLE_NAME)
        g_string_append (self->html, " lang=\"la\"");
      else
        add_language (self, node);
      g_string_append_c (self->html, '>');
    }
  add_escaped (self, node->text);
  if (tag != NULL)
    g_string_append_printf (self->html, "</%s>", tag);
}

static void
write_block (Writer *self,
             const char *start,
             const SaigaNode *node,
             const char *end,
             guint depth)
{
  g_string_append (self->html, start);
  write_children (self, node, depth);
  g_string_append (self->html, end);
}

/* ---- tables */

static const SaigaNode *
get_child (const SaigaNode *node,
           guint position)
{
  return node->children->pdata[position];
}

static guint
count_columns (const SaigaNode *table)
{
  guint n = 0;

  while (n < table->children->len && get_child (table, n)->kind == SAIGA_NODE_COLUMN)
    n++;

  return n;
}

/* Where cells stand one under the other each has to say what it is; the roles keep a table
 * a table for a screen reader, which CSS would take away. */
static void
write_row (Writer *self,
           const SaigaNode *table,
           const SaigaNode *row)
{
  const gboolean stacked = (table->flags & SAIGA_NODE_STACKED) != 0;

  g_string_append (self->html, stacked ? "<tr role=\"row\">" : "<tr>");
  for (guint i = 0; row->children != NULL && i < row->children->len; i++)
    {
      const SaigaNode *cell = get_child (row, i);
      const gboolean is_header = cell->kind == SAIGA_NODE_HEADER;

      g_string_append (self->html, is_header ? "<th scope=\"row\"" : "<td");
      if (stacked)
        {
          g_string_append (self->html, is_header ? " role=\"rowheader\"" : " role=\"cell\"");
          if (i > 0)
            {
              g_string_append (self->html, " data-title=\"");
              add_escaped (self, get_child (table, i)->text);
              g_string_append_c (self->html, '"');
            }
        }
      if (cell->name != NULL)
        {
          g_string_append (self->html, " id=\"");
          add_escaped (self, cell->name);
          g_string_append_c (self->html, '"');
        }
      g_string_append_c (self->html, '>');
      write_children (self, cell, MAX_HEADING);
      g_string_append (self->html, is_header ? "</th>" : "</td>");
    }
  g_string_append (self->html, "</tr>\n");
}

static void
write_table (Writer *self,
             const SaigaNode *table)
{
  const gboolean stacked = (table->flags & SAIGA_NODE_STACKED) != 0;
  const guint n_columns = count_columns (table);
  const guint id = self->n_ids++;
  gboolean in_body = FALSE;

  if ((table->flags & SAIGA_NODE_FILTERED) != 0)
    {
      g_string_append_printf (self->html, "<p class=\"filter\" hidden><label for=\"filter-%u\">", id);
      add_escaped (self, translate (self, N_ ("Show only rows with")));
      g_string_append_printf (self->html, "</label> <input type=\"search\" id=\"filter-%u\"> <output for=\"filter-%u\" data-words=\"", id, id);
      add_escaped (self, translate (self, N_ ("%1 of %2 rows")));
      g_string_append (self->html, "\"></output></p>\n");
    }
  /* What scrolls must be reached with the keyboard, and so must have a name. */
  g_string_append_printf (self->html, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"table-%u\" tabindex=\"0\"><table class=\"%s%s\"%s>\n"
                                      "<caption id=\"table-%u\"%s>",
                          id, stacked ? "stacked" : "", (table->flags & SAIGA_NODE_NUMBERS) != 0 ? "numbers" : "",
                          stacked ? " role=\"table\"" : "", id, g_strcmp0 (table->text, self->heading) == 0 ? " class=\"unseen\"" : "");
  add_escaped (self, table->text);
  g_string_append_printf (self->html, "</caption>\n<thead%s><tr%s>", stacked ? " role=\"rowgroup\"" : "", stacked ? " role=\"row\"" : "");
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_printf (self->html, "<th scope=\"col\"%s>", stacked ? " role=\"columnheader\"" : "");
      add_escaped (self, get_child (table, i)->text);
      g_string_append (self->html, "</th>");
    }
  g_string_append (self->html, "</tr></thead>\n");

  for (guint i = n_columns; i < table->children->len; i++)
    {
      const SaigaNode *child = get_child (table, i);

      if (child->kind == SAIGA_NODE_GROUP || !in_body)
        {
          g_string_append_printf (self->html, "%s<tbody%s>\n", in_body ? "</tbody>\n" : "", stacked ? " role=\"rowgroup\"" : "");
          in_body = TRUE;
        }
      if (child->kind == SAIGA_NODE_GROUP)
        {
          g_string_append_printf (self->html, "<tr class=\"group\"%s><th scope=\"rowgroup\" colspan=\"%u\"%s>", stacked ? " role=\"row\"" : "",
                                  n_columns, stacked ? " role=\"rowheader\"" : "");
          add_escaped (self, child->text);
          g_string_append (self->html, "</th></tr>\n");
        }
      else
        write_row (self, table, child);
    }
  g_string_append (self->html, in_body ? "</tbody>\n</table></div>\n" : "</table></div>\n");
}

/* ---- all else */

static void
write_section (Writer *self,
               const SaigaNode *node,
               guint depth)
{
  const guint level = MIN (depth + 1, MAX_HEADING);

  /* Without a name it is no landmark: headings are the way through a report. */
  g_string_append_printf (self->html, "<section>\n<h%u id=\"", level);
  add_escaped (self, node->name);
  g_string_append_c (self->html, '"');
  add_language (self, node);
  g_string_append_c (self->html, '>');
  add_escaped (self, node->text);
  g_string_append_printf (self->html, "</h%u>\n", level);
  self->heading = node->text;
  write_children (self, node, depth + 1);
  g_string_append (self->html, "</section>\n");
}

static gboolean
is_wide_figure (const SaigaNode *node)
{
  const SaigaFigureKind kind = _saiga_figure_get_kind (node->figure);

  return kind == SAIGA_FIGURE_LANES || kind == SAIGA_FIGURE_YEARS;
}

static void
write_figure (Writer *self,
              const SaigaNode *node)
{
  g_autofree char *id = g_strdup_printf ("figure-%u", self->n_ids++);
  const gboolean is_wide = is_wide_figure (node);

  g_string_append_printf (self->html, "<figure class=\"%s\"><figcaption id=\"%s-caption\">", is_wide ? "wide" : "narrow", id);
  add_escaped (self, _saiga_figure_get_title (node->figure));
  g_string_append (self->html, "</figcaption>\n");
  if (is_wide)
    g_string_append_printf (self->html, "<div class=\"scroll\" role=\"region\" aria-labelledby=\"%s-caption\" tabindex=\"0\">", id);
  _saiga_figure_append_svg (node->figure, id, self->html);
  g_string_append (self->html, is_wide ? "</div></figure>\n" : "</figure>\n");
}

/* Neighbouring figures that are narrow stand beside one another where there is room. */
static gboolean
is_narrow_figure (const SaigaNode *parent,
                  guint position)
{
  return position < parent->children->len && get_child (parent, position)->kind == SAIGA_NODE_FIGURE &&
         !is_wide_figure (get_child (parent, position));
}

static void
write_node (Writer *self,
            const SaigaNode *node,
            guint depth)
{
  switch (node->kind)
    {
    case SAIGA_NODE_PAPER:
      break;

    case SAIGA_NODE_SECTION:
      write_section (self, node, depth);
      break;

    case SAIGA_NODE_PARAGRAPH:
      write_block (self, "<p>", node, "</p>\n", depth);
      break;

    case SAIGA_NODE_NOTE:
      write_block (self, "<p class=\"note\">", node, "</p>\n", depth);
      break;

    case SAIGA_NODE_LIST:
      write_block (self, "<ul>", node, "</ul>\n", depth);
      break;

    case SAIGA_NODE_ITEM:
      g_string_append (self->html, "<li");
      if (node->name != NULL)
        {
          g_string_append (self->html, " id=\"");
          add_escaped (self, node->name);
          g_string_append_c (self->html, '"');
        }
      write_block (self, ">", node, "</li>\n", depth);
      break;

    case SAIGA_NODE_FACTS:
      write_block (self, "<dl>", node, "</dl>\n", depth);
      break;

    case SAIGA_NODE_FACT:
      g_string_append (self->html, "<dt>");
      add_escaped (self, node->text);
      write_block (self, "</dt><dd>", node, "</dd>\n", depth);
      break;

    case SAIGA_NODE_TABLE:
      write_table (self, node);
      break;

    case SAIGA_NODE_DETAILS:
      g_string_append (self->html, "<details><summary>");
      add_escaped (self, node->text);
      write_block (self, "</summary>\n", node, "</details>\n", depth);
      break;

    case SAIGA_NODE_FIGURE:
      write_figure (self, node);
      break;

    case SAIGA_NODE_RUN:
      write_run (self, node);
      break;

    /* These are written by their table. */
    case SAIGA_NODE_COLUMN:
    case SAIGA_NODE_GROUP:
    case SAIGA_NODE_ROW:
    case SAIGA_NODE_HEADER:
    case SAIGA_NODE_CELL:
    default:
      g_assert_not_reached ();
    }
}

static void
write_children (Writer *self,
                const SaigaNode *node,
                guint depth)
{
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      const gboolean begins_pair = is_narrow_figure (node, i) && is_narrow_figure (node, i + 1) && !(i > 0 && is_narrow_figure (node, i - 1));
      const gboolean ends_pair = is_narrow_figure (node, i) && !is_narrow_figure (node, i + 1) && i > 0 && is_narrow_figure (node, i - 1);

      if (begins_pair)
        g_string_append (self->html, "<div class=\"pair\">\n");
      write_node (self, get_child (node, i), depth);
      if (ends_pair)
        g_string_append (self->html, "</div>\n");
    }
}

/* Two levels of headings are enough to find one's way. */
static void
write_contents (Writer *self,
                const SaigaNode *node,
                guint depth)
{
  gboolean any = FALSE;

  for (guint i = 0; node->children != NULL && i < node->children->len && depth < 2; i++)
    {
      const SaigaNode *child = get_child (node, i);

      if (child->kind != SAIGA_NODE_SECTION)
        continue;
      if (!any)
        g_string_append (self->html, "<ul>\n");
      any = TRUE;
      g_string_append (self->html, "<li><a href=\"#");
      add_escaped (self, child->name);
      g_string_append_c (self->html, '"');
      add_language (self, child);
      g_string_append_c (self->html, '>');
      add_escaped (self, child->text);
      g_string_append (self->html, "</a>");
      write_contents (self, child, depth + 1);
      g_string_append (self->html, "</li>\n");
    }
  if (any)
    g_string_append (self->html, "</ul>\n");
}

char *
_saiga_paper_to_html (SaigaPaper *self)
{
  const SaigaNode *root = _saiga_paper_get_root (self);
  Writer writer = { self, g_string_new (NULL), 0, NULL };

  g_string_append (writer.html, "<!DOCTYPE html>\n<html lang=\"");
  add_escaped (&writer, _saiga_paper_get_language (self));
  g_string_append (writer.html, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  add_escaped (&writer, root->text);
  g_string_append_printf (writer.html, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">", style_sheet);
  add_escaped (&writer, translate (&writer, N_ ("To the text")));
  g_string_append (writer.html, "</a>\n<header>\n<h1>");
  add_escaped (&writer, root->text);
  g_string_append (writer.html, "</h1>\n</header>\n<nav aria-label=\"");
  add_escaped (&writer, translate (&writer, N_ ("Contents")));
  g_string_append (writer.html, "\">\n");
  write_contents (&writer, root, 0);
  g_string_append (writer.html, "</nav>\n<main id=\"main\">\n");
  write_children (&writer, root, 1);
  g_string_append_printf (writer.html, "</main>\n<script>\n%s</script>\n</body>\n</html>\n", script);

  return g_string_free (writer.html, FALSE);
}
