/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-catalogue-private.h"
#include "saiga-concordance-figure-private.h"

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaConcordanceFigure, saiga_concordance_figure,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_FIGURE_SETS, "sets"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_FIGURE_GROUPS, "groups"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_FIGURE_APPENDICES, "appendices"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_FIGURE_RED_LIST, "red-list"))
/* clang-format on */

const char *
_saiga_report_group_name (const char *language,
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
      return _saiga_translate (language, names[i][1]);

  return group != NULL ? group : "–";
}

typedef struct
{
  SaigaConcordance *concordance;
  const char *language;
  const char *a; /* the abbreviations */
  const char *b;
} Maker;

static const char *
abbreviation (SaigaAuthority *authority)
{
  const char *text = saiga_authority_get_abbreviation (authority);

  return text != NULL ? text : saiga_record_get_id (SAIGA_RECORD (authority));
}

static char *
fill (const Maker *self,
      const char *message)
{
  return _saiga_translate_fill (self->language, message, self->a, self->b, NULL);
}

/* Species that both list, unless on a condition. */
static GPtrArray *
list_shared (const Maker *self)
{
  g_autoptr(GListModel) model = saiga_concordance_get_view (self->concordance, SAIGA_CONCORDANCE_VIEW_SHARED);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(SaigaConcordanceRow) row = g_list_model_get_item (model, i);

      if (!saiga_concordance_row_is_conditional (row) && saiga_concordance_row_get_rank (row) >= SAIGA_TAXON_RANK_SPECIES)
        g_ptr_array_add (rows, g_object_ref (row));
    }

  return rows;
}

/* ---- counts */

typedef struct
{
  char *label;
  double values[SAIGA_FIGURE_MAX_VALUES];
} Count;

static void
count_clear (gpointer data)
{
  g_free (((Count *) data)->label);
}

static GArray *
counts_new (void)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (Count));

  g_array_set_clear_func (counts, count_clear);

  return counts;
}

static void
count (GArray *counts,
       const char *label,
       guint position)
{
  guint n = 0;

  while (n < counts->len && !g_str_equal (g_array_index (counts, Count, n).label, label))
    n++;
  if (n == counts->len)
    g_array_append_val (counts, ((Count){ g_strdup (label) }));
  g_array_index (counts, Count, n).values[position]++;
}

static double
get_sum (const Count *self)
{
  double sum = 0;

  for (guint i = 0; i < SAIGA_FIGURE_MAX_VALUES; i++)
    sum += self->values[i];

  return sum;
}

/* The greatest first. */
static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const double sum = get_sum (a);
  const double other = get_sum (b);

  return sum != other ? (sum > other ? -1 : 1) : strcmp (((const Count *) a)->label, ((const Count *) b)->label);
}

static void
add_items (SaigaFigure *figure,
           GArray *counts,
           guint n_values)
{
  for (guint n = 0; n < counts->len; n++)
    _saiga_figure_add_item (figure, g_array_index (counts, Count, n).label, NULL, 0, g_array_index (counts, Count, n).values, n_values);
}

/* ---- how both list */

static void
add_ways (const Maker *self,
          SaigaFigure *figure)
{
  _saiga_figure_add_series (figure, _saiga_translate (self->language, N_ ("both by name")));
  _saiga_figure_add_series (figure, _saiga_translate (self->language, N_ ("one through a higher taxon")));
  _saiga_figure_add_series (figure, _saiga_translate (self->language, N_ ("one only in part")));
}

static guint
find_way (SaigaConcordanceRow *row)
{
  const SaigaListingRelation relation = saiga_concordance_row_get_listing_relation (row);

  return relation == SAIGA_LISTING_RELATION_BOTH ? 0 : relation == SAIGA_LISTING_RELATION_BOTH_HIGHER ? 1
                                                                                                      : 2;
}

static SaigaFigure *
make_sets (const Maker *self)
{
  g_autoptr(GPtrArray) shared = list_shared (self);
  g_autofree char *title = fill (self, N_ ("Species that %1 and %2 list, areas to scale"));
  g_autofree char *only_a = fill (self, N_ ("Only %1"));
  g_autofree char *only_b = _saiga_translate_fill (self->language, N_ ("Only %1"), self->b, NULL);
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_SETS, title, self->language);
  const double values[] = {
    saiga_concordance_count (self->concordance, SAIGA_LISTING_RELATION_ONLY_A, FALSE, FALSE), shared->len,
    saiga_concordance_count (self->concordance, SAIGA_LISTING_RELATION_ONLY_B, FALSE, FALSE)
  };

  _saiga_figure_add_item (figure, only_a, NULL, 0, &values[0], 1);
  _saiga_figure_add_item (figure, _saiga_translate (self->language, N_ ("Both")), NULL, 0, &values[1], 1);
  _saiga_figure_add_item (figure, only_b, NULL, 1, &values[2], 1);

  return figure;
}

static SaigaFigure *
make_groups (const Maker *self)
{
  g_autoptr(GPtrArray) rows = list_shared (self);
  g_autoptr(GArray) counts = counts_new ();
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_BARS, _saiga_translate (self->language, N_ ("Species that both list, by group")), self->language);

  add_ways (self, figure);
  for (guint i = 0; i < rows->len; i++)
    count (counts, _saiga_report_group_name (self->language, saiga_concordance_row_get_group (rows->pdata[i])), find_way (rows->pdata[i]));
  add_items (figure, counts, 3);

  return figure;
}

static char *
print_combination (SaigaConcordanceRow *row)
{
  return g_strdup_printf ("%s × %s", saiga_concordance_row_get_appendices_a (row), saiga_concordance_row_get_appendices_b (row));
}

static SaigaFigure *
make_appendices (const Maker *self)
{
  g_autoptr(GPtrArray) rows = list_shared (self);
  g_autoptr(GArray) counts = counts_new ();
  g_autofree char *title = fill (self, N_ ("Species that both list, by their Appendices (%1 × %2)"));
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_BARS, title, self->language);

  add_ways (self, figure);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = print_combination (rows->pdata[i]);

      count (counts, label, find_way (rows->pdata[i]));
    }
  g_array_sort (counts, compare_counts);
  add_items (figure, counts, 3);

  return figure;
}

/* ---- the Red List */

/* Columns, and what goes into them: categories of old go with their heirs. */
static const struct
{
  const char *title;
  const char *nicks[4];
} columns[] = {
  { "EX", { "ex", "re" } },
  { "EW", { "ew" } },
  { "CR", { "cr" } },
  { "EN", { "en" } },
  { "VU", { "vu" } },
  { "NT", { "nt", "lr-nt", "lr-cd" } },
  { "LC", { "lc", "lr-lc" } },
  { "DD", { "dd" } },
  { "–", { "" } },
};

/* By the gravest category, which stands first. */
static guint
find_column (const char *red_list)
{
  g_autofree char *nick = red_list != NULL ? g_strndup (red_list, strcspn (red_list, ",;")) : g_strdup ("");

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    for (guint n = 0; n < G_N_ELEMENTS (columns[c].nicks) && columns[c].nicks[n] != NULL; n++)
      if (g_str_equal (columns[c].nicks[n], nick))
        return c;

  return G_N_ELEMENTS (columns) - 1;
}

/* The category that is counted is that of another concept. */
static gboolean
is_of_another_concept (const char *red_list)
{
  return red_list != NULL && red_list[strcspn (red_list, ",;")] == ',';
}

static void
add_number_note (const Maker *self,
                 SaigaFigure *figure,
                 const char *message,
                 guint number)
{
  g_autofree char *digits = _saiga_format_number (number, self->language);
  g_autofree char *note = _saiga_translate_fill (self->language, message, digits, NULL);

  if (number > 0)
    _saiga_figure_add_note (figure, note);
}

static SaigaFigure *
make_red_list (const Maker *self)
{
  g_autoptr(GPtrArray) rows = list_shared (self);
  g_autoptr(GArray) counts = counts_new ();
  g_autofree char *title = fill (self, N_ ("Species that both list, by their Appendices (%1 × %2) and Red List category"));
  SaigaFigure *figure = _saiga_figure_new (SAIGA_FIGURE_MATRIX, title, self->language);
  guint n_without = 0;
  guint n_others = 0;

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    _saiga_figure_add_series (figure, columns[c].title);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *label = print_combination (rows->pdata[i]);
      const char *red_list = saiga_concordance_row_get_red_list (rows->pdata[i]);
      const guint column = find_column (red_list);

      count (counts, label, column);
      n_without += column == G_N_ELEMENTS (columns) - 1;
      n_others += is_of_another_concept (red_list);
    }
  g_array_sort (counts, compare_counts);
  add_items (figure, counts, G_N_ELEMENTS (columns));
  add_number_note (self, figure, N_ ("–: no category is recorded, %1 of the species."), n_without);
  add_number_note (self, figure, N_ ("The category of %1 of the species is that of a wider, overlapping or otherwise different concept."), n_others);

  return figure;
}

/* ---- all of them */

SaigaFigure *
_saiga_concordance_figure_new (SaigaConcordance *concordance,
                               SaigaConcordanceFigure which,
                               const char *language)
{
  const Maker self = { concordance, language, abbreviation (saiga_concordance_get_authority_a (concordance)),
                       abbreviation (saiga_concordance_get_authority_b (concordance)) };

  switch (which)
    {
    case SAIGA_CONCORDANCE_FIGURE_SETS:
      return make_sets (&self);

    case SAIGA_CONCORDANCE_FIGURE_APPENDICES:
      return make_appendices (&self);

    case SAIGA_CONCORDANCE_FIGURE_RED_LIST:
      return make_red_list (&self);

    case SAIGA_CONCORDANCE_FIGURE_GROUPS:
    default:
      return make_groups (&self);
    }
}

/**
 * saiga_concordance_to_svg:
 * @self: a concordance
 * @figure: which picture
 * @language: the language of the words, such as `en`
 *
 * Draws the species that both conventions list. What is listed on a condition is left out.
 *
 * The picture is a file of its own, for light and dark screens. It tells nothing by colour alone,
 * and has a text with every number for those who do not see it. Of several Red List categories of
 * one row the gravest counts, and below the picture stands how many have none.
 *
 * Returns: (transfer full): SVG
 *
 * Since: 0.1
 */
char *
saiga_concordance_to_svg (SaigaConcordance *self,
                          SaigaConcordanceFigure figure,
                          const char *language)
{
  g_autoptr(SaigaFigure) made = NULL;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self) && saiga_concordance_get_authority_a (self) != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  made = _saiga_concordance_figure_new (self, figure, language);

  return _saiga_figure_to_document (made);
}
