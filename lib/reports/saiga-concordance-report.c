/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-concordance.h>

#include "saiga-concordance-figure-private.h"
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

/* How many species of either side are shared, and who names them. */
static void
add_naming (Report *self,
            GPtrArray *rows)
{
  guint n_species[2] = { 0, 0 };
  guint n_named[3] = { 0, 0, 0 };
  g_autofree char *text = NULL;
  char *numbers[5];

  for (guint i = 0; i < rows->len; i++)
    {
      SaigaConcordanceRow *row = rows->pdata[i];

      if (saiga_concordance_row_is_conditional (row) || saiga_concordance_row_get_rank (row) < SAIGA_TAXON_RANK_SPECIES)
        continue;
      n_species[0] += g_list_model_get_n_items (saiga_concordance_row_get_taxa_a (row));
      n_species[1] += g_list_model_get_n_items (saiga_concordance_row_get_taxa_b (row));
      n_named[saiga_concordance_row_is_named_a (row) + saiga_concordance_row_is_named_b (row)]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = number (self, i < 2 ? n_species[i] : n_named[4 - i]);
  text = _saiga_translate_fill (self->source->language,
                                N_ ("The rows of what both list hold %1 species of %2 and %3 of %4. Entries of both name the species in %5 of the rows, of one only in %6, "
                                    "and of neither in %7: these are listed with a higher taxon, or in part."),
                                numbers[0], self->a, numbers[1], self->b, numbers[2], numbers[3], numbers[4], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_free (numbers[i]);
  _saiga_paper_add (self->paper, SAIGA_NODE_PARAGRAPH, text);
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
  _saiga_paper_add_figure (self->paper, _saiga_concordance_figure_new (self->concordance, SAIGA_CONCORDANCE_FIGURE_SETS, self->source->language));
  _saiga_paper_add_figure (self->paper, _saiga_concordance_figure_new (self->concordance, SAIGA_CONCORDANCE_FIGURE_GROUPS, self->source->language));
  add_counts (self);
  add_naming (self, rows);
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

static gboolean
have_red_list (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (saiga_concordance_row_get_red_list (rows->pdata[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* In how many countries the taxa live, as either list has it. */
static char *
print_range (Report *self,
             SaigaConcordanceRow *row)
{
  const char *const *ranges[] = { saiga_concordance_row_get_range_a (row), saiga_concordance_row_get_range_b (row) };
  g_autoptr(GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint side = 0; side < G_N_ELEMENTS (ranges); side++)
    for (guint i = 0; ranges[side][i] != NULL; i++)
      g_hash_table_add (areas, (gpointer) ranges[side][i]);

  return g_hash_table_size (areas) > 0 ? number (self, g_hash_table_size (areas)) : g_strdup ("–");
}

static void
add_facts (Report *self,
           SaigaConcordanceRow *row,
           gboolean has_red_list)
{
  const char *red_list = saiga_concordance_row_get_red_list (row);
  g_autofree char *range = print_range (self, row);
  g_autofree char *category = red_list != NULL ? saiga_concordance_dup_words (self->concordance, red_list, self->source->language) : g_strdup ("–");

  _saiga_paper_add (self->paper, SAIGA_NODE_CELL, range);
  if (has_red_list)
    _saiga_paper_add (self->paper, SAIGA_NODE_CELL, category);
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
  const gboolean has_red_list = have_red_list (rows);
  const char *const titles[] = { self->a, appendix_a, self->b, appendix_b, translate (self, N_ ("Why")), translate (self, N_ ("Range States")),
                                 has_red_list ? translate (self, N_ ("Red List")) : NULL, NULL };
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
          _saiga_paper_begin (self->paper, SAIGA_NODE_GROUP, _saiga_report_group_name (self->source->language, group));
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
      add_facts (self, row, has_red_list);
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
  _saiga_report_add_proposals (paper, source, concordance);
  _saiga_report_add_coherence (paper, source, concordance, shared, self.a, self.b);
  add_conditional (&self, shared);

  return TRUE;
}
