/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-report-private.h"

typedef struct
{
  const SaigaReportSource *source;
  SaigaPaper *paper;
  SaigaConcordance *concordance;
  const char *a; /* the abbreviations */
  const char *b;
} Report;

static const char *
translate (Report *self,
           const char *message)
{
  return _saiga_report_translate (self->source, message);
}

static char *
number (Report *self,
        guint n)
{
  return _saiga_format_number (n, self->source->language);
}

/* The classes that both lists have species of, by a name that all understand; others are
 * called by their scientific name. */
static const char *
group_name (Report *self,
            const char *group)
{
  static const char *const names[][2] = {
    { "Mammalia", N_ ("Mammals") },
    { "Aves", N_ ("Birds") },
    { "Reptilia", N_ ("Reptiles") },
    { "Amphibia", N_ ("Amphibians") },
    { "Actinopterygii", N_ ("Ray-finned fishes") },
    { "Elasmobranchii", N_ ("Sharks and rays") },
    { "Insecta", N_ ("Insects") },
    { "Plantae", N_ ("Plants") },
  };

  for (gsize i = 0; group != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], group))
      return translate (self, names[i][1]);

  return group != NULL ? group : "–";
}

/* ---- summary */

static void
add_counts (Report *self)
{
  g_autofree char *caption = _saiga_translate_fill (self->source->language, N_ ("Rows of the concordance of %1 and %2"), self->a, self->b, NULL);
  const char *const titles[] = {
    translate (self, N_ ("Listing")), translate (self, N_ ("Species")), translate (self, N_ ("Conditional")),
    translate (self, N_ ("Higher taxa")), NULL
  };
  const struct
  {
    SaigaListingRelation relation;
    char *words;
  } lines[] = {
    { SAIGA_LISTING_RELATION_BOTH, g_strdup (translate (self, N_ ("Listed by both by name"))) },
    { SAIGA_LISTING_RELATION_BOTH_HIGHER, g_strdup (translate (self, N_ ("Listed by both, by one through a higher taxon"))) },
    { SAIGA_LISTING_RELATION_BOTH_PART, g_strdup (translate (self, N_ ("Listed by both, by one only in part"))) },
    { SAIGA_LISTING_RELATION_WAS_B, _saiga_translate_fill (self->source->language, N_ ("Listed by %1, and once by %2"), self->a, self->b, NULL) },
    { SAIGA_LISTING_RELATION_ONLY_A, _saiga_translate_fill (self->source->language, N_ ("Listed by %1 only"), self->a, NULL) },
    { SAIGA_LISTING_RELATION_WAS_A, _saiga_translate_fill (self->source->language, N_ ("Listed by %1, and once by %2"), self->b, self->a, NULL) },
    { SAIGA_LISTING_RELATION_ONLY_B, _saiga_translate_fill (self->source->language, N_ ("Listed by %1 only"), self->b, NULL) },
  };

  _saiga_paper_begin_table (self->paper, SAIGA_NODE_NUMBERS, caption, titles);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *species = number (self, saiga_concordance_count (self->concordance, lines[i].relation, FALSE, FALSE));
      g_autofree char *conditional = number (self, saiga_concordance_count (self->concordance, lines[i].relation, FALSE, TRUE));
      g_autofree char *higher = number (self, saiga_concordance_count (self->concordance, lines[i].relation, TRUE, FALSE));

      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_add (self->paper, SAIGA_NODE_HEADER, lines[i].words);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, species);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, conditional);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, higher);
      _saiga_paper_end (self->paper);
      g_free (lines[i].words);
    }
  _saiga_paper_end (self->paper);
}

static guint
count_both (Report *self)
{
  const SaigaListingRelation relations[] = { SAIGA_LISTING_RELATION_BOTH, SAIGA_LISTING_RELATION_BOTH_HIGHER, SAIGA_LISTING_RELATION_BOTH_PART };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    n += saiga_concordance_count (self->concordance, relations[i], FALSE, FALSE);

  return n;
}

static void
add_sets (Report *self)
{
  g_autofree char *title = _saiga_translate_fill (self->source->language, N_ ("Species that %1 and %2 list, areas to scale"), self->a, self->b, NULL);
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_SETS, title, self->source->language);
  g_autofree char *only_a = _saiga_translate_fill (self->source->language, N_ ("Only %1"), self->a, NULL);
  g_autofree char *only_b = _saiga_translate_fill (self->source->language, N_ ("Only %1"), self->b, NULL);
  const double values[] = {
    saiga_concordance_count (self->concordance, SAIGA_LISTING_RELATION_ONLY_A, FALSE, FALSE), count_both (self),
    saiga_concordance_count (self->concordance, SAIGA_LISTING_RELATION_ONLY_B, FALSE, FALSE)
  };

  _saiga_figure_add_item (figure, only_a, NULL, 0, &values[0], 1);
  _saiga_figure_add_item (figure, translate (self, N_ ("Both")), NULL, 0, &values[1], 1);
  _saiga_figure_add_item (figure, only_b, NULL, 1, &values[2], 1);
  _saiga_paper_add_figure (self->paper, figure);
}

typedef struct
{
  const char *group; /* of the row, which the concordance keeps */
  double values[3];
} GroupCount;

static void
add_bars (Report *self,
          GPtrArray *rows)
{
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_BARS, translate (self, N_ ("Species that both list, by group")), self->source->language);
  g_autoptr(GArray) counts = g_array_new (FALSE, TRUE, sizeof (GroupCount));

  _saiga_figure_add_series (figure, translate (self, N_ ("both by name")));
  _saiga_figure_add_series (figure, translate (self, N_ ("one through a higher taxon")));
  _saiga_figure_add_series (figure, translate (self, N_ ("one only in part")));
  for (guint i = 0; i < rows->len; i++)
    {
      SaigaConcordanceRow *row = rows->pdata[i];
      const char *group = saiga_concordance_row_get_group (row);
      const SaigaListingRelation relation = saiga_concordance_row_get_listing_relation (row);
      guint n = 0;

      if (saiga_concordance_row_is_conditional (row) || saiga_concordance_row_get_rank (row) != SAIGA_TAXON_RANK_SPECIES)
        continue;
      while (n < counts->len && g_strcmp0 (g_array_index (counts, GroupCount, n).group, group) != 0)
        n++;
      if (n == counts->len)
        g_array_append_val (counts, ((GroupCount){ group }));
      g_array_index (counts, GroupCount, n).values[relation == SAIGA_LISTING_RELATION_BOTH ? 0 : relation == SAIGA_LISTING_RELATION_BOTH_HIGHER ? 1
                                                                                                                                                : 2]++;
    }
  for (guint n = 0; n < counts->len; n++)
    _saiga_figure_add_item (figure, group_name (self, g_array_index (counts, GroupCount, n).group), NULL, 0,
                            g_array_index (counts, GroupCount, n).values, 3);
  _saiga_paper_add_figure (self->paper, figure);
}

static void
add_summary (Report *self,
             GPtrArray *rows)
{
  g_autofree char *date = saiga_date_dup_text (saiga_concordance_get_date (self->concordance), self->source->language);
  g_autofree char *both = number (self, count_both (self));
  g_autofree char *by_name = number (self, saiga_concordance_count (self->concordance, SAIGA_LISTING_RELATION_BOTH, FALSE, FALSE));
  g_autofree char *lead = _saiga_translate_fill (self->source->language,
                                                 N_ ("On %1 both Conventions listed %2 species, %3 of them both by name."),
                                                 date, both, by_name, NULL);

  _saiga_paper_begin_section (self->paper, "summary", translate (self, N_ ("Summary")), NULL);
  _saiga_paper_begin (self->paper, SAIGA_NODE_PARAGRAPH, NULL);
  _saiga_paper_add_words (self->paper, SAIGA_STYLE_STRONG, lead);
  _saiga_paper_end (self->paper);
  if (saiga_concordance_is_after_horizon (self->concordance))
    _saiga_paper_add (self->paper, SAIGA_NODE_NOTE,
                      translate (self, N_ ("The lists are known up to an earlier day than the one asked for; later changes are missing.")));
  add_sets (self);
  add_bars (self, rows);
  add_counts (self);
  _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH,
                    translate (self, N_ ("Counted are rows: species whose concepts have something in common stand in one. Conditional: one list does not know the "
                                         "species, but lists a higher taxon that it belongs to. The Appendices are those of the entries in "
                                         "force, of all countries together.")));
  _saiga_paper_end (self->paper);
}

/* ---- the table */

static void
add_names (Report *self,
           SaigaConcordanceRow *row,
           const char *const *names,
           SaigaCoverage coverage)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, i > 0 ? ", " : "");
      _saiga_paper_add_words (self->paper, SAIGA_STYLE_NAME, names[i]);
    }
  if (names[0] == NULL)
    _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, "–");
  /* As the Appendices write an entry of a higher taxon. */
  else if (saiga_concordance_row_get_rank (row) < SAIGA_TAXON_RANK_SPECIES &&
           (coverage == SAIGA_COVERAGE_OWN || coverage == SAIGA_COVERAGE_POPULATION))
    _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, " spp.");
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

/* Tables of names have no place for Appendices. */
static void
add_table (Report *self,
           GPtrArray *rows,
           const char *caption,
           SaigaNodeFlags flags)
{
  g_autofree char *appendix_a = _saiga_translate_fill (self->source->language, N_ ("%1 App."), self->a, NULL);
  g_autofree char *appendix_b = _saiga_translate_fill (self->source->language, N_ ("%1 App."), self->b, NULL);
  const char *const titles[] = { self->a, appendix_a, self->b, appendix_b, translate (self, N_ ("Why")), NULL };
  const char *group = "";

  _saiga_paper_begin_table (self->paper, flags, caption, titles);
  for (guint i = 0; i < rows->len; i++)
    {
      SaigaConcordanceRow *row = rows->pdata[i];
      g_autofree char *words = NULL;

      if (saiga_concordance_row_is_conditional (row))
        continue;
      words = saiga_concordance_describe_row (self->concordance, row, self->source->language);
      if (g_strcmp0 (group, saiga_concordance_row_get_group (row)) != 0)
        {
          group = saiga_concordance_row_get_group (row);
          _saiga_paper_begin (self->paper, SAIGA_NODE_GROUP, group_name (self, group));
          _saiga_paper_end (self->paper);
        }
      _saiga_paper_begin (self->paper, SAIGA_NODE_ROW, NULL);
      _saiga_paper_begin (self->paper, SAIGA_NODE_HEADER, NULL);
      add_names (self, row, saiga_concordance_row_get_names_a (row), saiga_concordance_row_get_coverage_a (row));
      _saiga_paper_end (self->paper);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, or_dash (saiga_concordance_row_get_appendices_a (row)));
      _saiga_paper_begin (self->paper, SAIGA_NODE_CELL, NULL);
      add_names (self, row, saiga_concordance_row_get_names_b (row), saiga_concordance_row_get_coverage_b (row));
      _saiga_paper_end (self->paper);
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, or_dash (saiga_concordance_row_get_appendices_b (row)));
      _saiga_paper_add (self->paper, SAIGA_NODE_CELL, words);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

/* ---- what depends on a higher taxon */

typedef struct
{
  char *heading;
  GPtrArray *names;
} Bundle;

static void
bundle_clear (gpointer data)
{
  g_free (((Bundle *) data)->heading);
  g_ptr_array_unref (((Bundle *) data)->names);
}

/* The higher taxon that the species would be listed through, and by whom. */
static char *
describe_condition (Report *self,
                    SaigaConcordanceRow *row)
{
  const gboolean is_a = saiga_concordance_row_get_names_a (row)[0] == NULL;

  for (guint n = 0; n < saiga_concordance_row_get_n_reasons (row); n++)
    {
      SaigaReason *reason = saiga_concordance_row_get_reason (row, n);
      const char *const *arguments = saiga_reason_get_arguments (reason);

      if (g_str_equal (saiga_reason_get_code (reason), "placed"))
        return _saiga_translate_fill (self->source->language, N_ ("%1, which %2 lists in Appendix %3"), arguments[2], is_a ? self->a : self->b,
                                      or_dash (is_a ? saiga_concordance_row_get_appendices_a (row) : saiga_concordance_row_get_appendices_b (row)),
                                      NULL);
    }

  return g_strdup (translate (self, N_ ("Others")));
}

static void
add_conditional (Report *self,
                 GPtrArray *rows)
{
  g_autoptr(GArray) bundles = g_array_new (FALSE, FALSE, sizeof (Bundle));
  g_autofree char *total = NULL;
  g_autofree char *lead = NULL;
  guint n_rows = 0;

  g_array_set_clear_func (bundles, bundle_clear);
  for (guint i = 0; i < rows->len; i++)
    {
      SaigaConcordanceRow *row = rows->pdata[i];
      g_autofree char *heading = NULL;
      const char *const *names;
      guint n = 0;

      if (!saiga_concordance_row_is_conditional (row))
        continue;
      n_rows++;
      heading = describe_condition (self, row);
      while (n < bundles->len && !g_str_equal (g_array_index (bundles, Bundle, n).heading, heading))
        n++;
      if (n == bundles->len)
        g_array_append_val (bundles, ((Bundle){ g_steal_pointer (&heading), g_ptr_array_new_with_free_func (g_free) }));
      names = saiga_concordance_row_get_names_a (row)[0] != NULL ? saiga_concordance_row_get_names_a (row) : saiga_concordance_row_get_names_b (row);
      g_ptr_array_add (g_array_index (bundles, Bundle, n).names, g_strjoinv (", ", (char **) names));
    }
  if (n_rows == 0)
    return;

  total = number (self, n_rows);
  lead = _saiga_translate_fill (self->source->language,
                                N_ ("%1 species stand in one list only, but the other Convention lists a higher taxon that they belong to: "
                                    "they are shared if it takes them up."),
                                total, NULL);
  _saiga_paper_begin_section (self->paper, "conditional", translate (self, N_ ("Listed on a condition")), NULL);
  _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH, lead);
  for (guint n = 0; n < bundles->len; n++)
    {
      const Bundle *bundle = &g_array_index (bundles, Bundle, n);
      g_autofree char *count = number (self, bundle->names->len);
      g_autofree char *summary = g_strdup_printf ("%s: %s", bundle->heading, count);

      _saiga_paper_begin (self->paper, SAIGA_NODE_DETAILS, summary);
      _saiga_paper_begin (self->paper, SAIGA_NODE_PARAGRAPH, NULL);
      for (guint i = 0; i < bundle->names->len; i++)
        {
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_PLAIN, i > 0 ? ", " : "");
          _saiga_paper_add_words (self->paper, SAIGA_STYLE_NAME, bundle->names->pdata[i]);
        }
      _saiga_paper_end (self->paper);
      _saiga_paper_end (self->paper);
    }
  _saiga_paper_end (self->paper);
}

/* ---- the report */

static const char *
abbreviation (SaigaAuthority *authority)
{
  const char *text = saiga_authority_get_abbreviation (authority);

  return text != NULL ? text : saiga_record_get_id (SAIGA_RECORD (authority));
}

static GPtrArray *
list_rows (Report *self,
           SaigaConcordanceView view)
{
  g_autoptr(GListModel) model = saiga_concordance_get_view (self->concordance, view);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (rows, g_list_model_get_item (model, i));

  return rows;
}

gboolean
_saiga_report_add_concordance (SaigaPaper *paper,
                               const SaigaReportSource *source,
                               GError **error)
{
  g_autoptr(SaigaConcordance) concordance = saiga_concordance_new (source->snapshot, "authority.cms", "authority.cites", source->date, error);
  g_autoptr(GPtrArray) shared = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  Report self = { source, paper, concordance, NULL, NULL };

  if (concordance == NULL)
    return FALSE;

  self.a = abbreviation (saiga_concordance_get_authority_a (concordance));
  self.b = abbreviation (saiga_concordance_get_authority_b (concordance));
  shared = list_rows (&self, SAIGA_CONCORDANCE_VIEW_SHARED);
  differences = list_rows (&self, SAIGA_CONCORDANCE_VIEW_DIFFERENCES);

  add_summary (&self, shared);
  _saiga_paper_begin_section (paper, "concordance", translate (&self, N_ ("Species and higher taxa that both list")), NULL);
  add_table (&self, shared, translate (&self, N_ ("Concordance of the Appendices")), SAIGA_NODE_FILTERED);
  _saiga_paper_end (paper);
  if (differences->len > 0)
    {
      _saiga_paper_begin_section (paper, "names", translate (&self, N_ ("Differences of names")), NULL);
      _saiga_paper_add (paper, SAIGA_NODE_PARAGRAPH,
                        translate (&self, N_ ("What the two lists know under different names, or divide differently.")));
      add_table (&self, differences, translate (&self, N_ ("Rows with different names")), 0);
      _saiga_paper_end (paper);
    }
  _saiga_report_add_coherence (paper, source, concordance, shared, self.a, self.b);
  add_conditional (&self, shared);

  return TRUE;
}
