/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The Red List Index as numbers.
 *
 *   index = 1 - sum of weights / (5 × number of taxa)
 *
 * after Butchart et al. 2007, Improvements to the Red List Index, PLoS ONE 2: e140. Data deficient
 * taxa are not counted. To see what that may hide, in each run every one of them draws a number
 * once, and in each of its years has the weight that stands there, counted along all taxa of the
 * group that are not data deficient, from the lightest to the heaviest: so weights come with the
 * frequency that they have in the group, and a taxon stays in its place from year to year. */

#include <stdlib.h>
#include <string.h>

#include "saiga-red-list-runs-private.h"
#include "saiga-red-list-table-private.h"

#define N_YEARS (SAIGA_RED_LIST_LAST_YEAR - SAIGA_RED_LIST_FIRST_YEAR + 1)
#define NOT_COUNTED -1
#define DATA_DEFICIENT -2

static int
weigh (const SaigaRedListEntry *entry,
       SaigaRedListTreatment treatment)
{
  switch ((SaigaAssessmentCategory) entry->category)
    {
    case SAIGA_ASSESSMENT_CATEGORY_LC:
    case SAIGA_ASSESSMENT_CATEGORY_LR_LC:
      return 0;

    case SAIGA_ASSESSMENT_CATEGORY_NT:
    case SAIGA_ASSESSMENT_CATEGORY_LR_NT:
    case SAIGA_ASSESSMENT_CATEGORY_LR_CD:
      return 1;

    case SAIGA_ASSESSMENT_CATEGORY_VU:
      return 2;

    case SAIGA_ASSESSMENT_CATEGORY_EN:
      return 3;

    case SAIGA_ASSESSMENT_CATEGORY_CR:
      return treatment == SAIGA_RED_LIST_TREATMENT_EXTINCT && entry->possibly_extinct > SAIGA_ASSESSMENT_POSSIBLY_EXTINCT_NO
               ? SAIGA_RED_LIST_MAX_WEIGHT
               : 4;

    case SAIGA_ASSESSMENT_CATEGORY_EX:
    case SAIGA_ASSESSMENT_CATEGORY_EW:
    case SAIGA_ASSESSMENT_CATEGORY_RE:
      return SAIGA_RED_LIST_MAX_WEIGHT;

    case SAIGA_ASSESSMENT_CATEGORY_DD:
      return DATA_DEFICIENT;

    case SAIGA_ASSESSMENT_CATEGORY_NE:
    case SAIGA_ASSESSMENT_CATEGORY_UNSET:
    default:
      return NOT_COUNTED;
    }
}

/* Whether the taxon was extinct from the first: nothing can happen to it any more. */
static gboolean
is_left_out (const SaigaRedListTaxon *taxon)
{
  for (guint i = 0; i < taxon->entries->len; i++)
    {
      const SaigaRedListEntry *entry = &g_array_index (taxon->entries, SaigaRedListEntry, i);

      if (entry->category != SAIGA_ASSESSMENT_CATEGORY_NE)
        return entry->category == SAIGA_ASSESSMENT_CATEGORY_EX || entry->category == SAIGA_ASSESSMENT_CATEGORY_RE;
    }

  return FALSE;
}

/* ---- counting */

static void
group_free (gpointer data)
{
  SaigaRedListGroup *self = data;

  g_free (self->years);
  g_free (self->counts);
  g_free (self->sums);
  g_free (self->n_counted);
  g_free (self->n_data_deficient);
  g_array_unref (self->deficient);
  g_array_unref (self->deficient_end);
  g_free (self->values);
  g_free (self->runs);
  g_free (self);
}

static void
count_entry (SaigaRedListGroup *self,
             const SaigaRedListEntry *entry,
             SaigaRedListTreatment treatment,
             guint year)
{
  const int weight = weigh (entry, treatment);
  const guint16 position = year;

  if (weight >= 0)
    {
      self->counts[year][weight]++;
      self->n_counted[year]++;
    }
  else if (weight == DATA_DEFICIENT)
    {
      self->n_data_deficient[year]++;
      g_array_append_val (self->deficient, position);
    }
}

static void
count_taxon (SaigaRedListGroup *self,
             const SaigaRedListTaxon *taxon,
             SaigaRedListTreatment treatment,
             const guint16 *positions) /* of the years from 1800 */
{
  const guint before = self->deficient->len;
  guint n = 0;

  if (is_left_out (taxon))
    {
      self->n_left_out++;
      return;
    }

  if (taxon->is_assessed)
    for (guint y = 0; y < self->n_years; y++)
      {
        while (n + 1 < taxon->entries->len && g_array_index (taxon->entries, SaigaRedListEntry, n + 1).year <= self->years[y])
          n++;
        count_entry (self, &g_array_index (taxon->entries, SaigaRedListEntry, n), treatment, y);
      }
  else
    for (; n < taxon->entries->len; n++)
      {
        const SaigaRedListEntry *entry = &g_array_index (taxon->entries, SaigaRedListEntry, n);

        count_entry (self, entry, treatment, positions[entry->year - SAIGA_RED_LIST_FIRST_YEAR]);
      }

  if (self->deficient->len > before)
    g_array_append_val (self->deficient_end, self->deficient->len);
}

/* Takes out the years in which no taxon can be counted. */
static void
drop_empty_years (SaigaRedListGroup *self)
{
  g_autofree guint16 *new_positions = g_new (guint16, self->n_years);
  guint n = 0;
  guint start = 0;
  guint kept = 0;

  for (guint y = 0; y < self->n_years; y++)
    if (self->n_counted[y] > 0)
      {
        new_positions[y] = n;
        self->years[n] = self->years[y];
        memmove (self->counts[n], self->counts[y], sizeof (self->counts[n]));
        self->n_counted[n] = self->n_counted[y];
        self->n_data_deficient[n] = self->n_data_deficient[y];
        n++;
      }
    else
      new_positions[y] = G_MAXUINT16;

  for (guint t = 0; t < self->deficient_end->len; t++)
    {
      guint *end = &g_array_index (self->deficient_end, guint, t);

      for (; start < *end; start++)
        {
          const guint16 position = new_positions[g_array_index (self->deficient, guint16, start)];

          if (position != G_MAXUINT16)
            g_array_index (self->deficient, guint16, kept++) = position;
        }
      *end = kept;
    }
  self->n_years = n;
}

static SaigaRedListGroup *
group_new (const char *name,
           GPtrArray *taxa,
           SaigaRedListTreatment treatment)
{
  SaigaRedListGroup *self = g_new0 (SaigaRedListGroup, 1);
  g_autofree guint16 *positions = g_new0 (guint16, N_YEARS);

  for (guint t = 0; t < taxa->len; t++)
    {
      const SaigaRedListTaxon *taxon = taxa->pdata[t];

      for (guint i = 0; i < taxon->entries->len; i++)
        positions[g_array_index (taxon->entries, SaigaRedListEntry, i).year - SAIGA_RED_LIST_FIRST_YEAR] = 1;
    }
  self->name = name;
  self->years = g_new (guint16, N_YEARS);
  for (guint y = 0; y < N_YEARS; y++)
    if (positions[y] != 0)
      {
        positions[y] = self->n_years;
        self->years[self->n_years++] = SAIGA_RED_LIST_FIRST_YEAR + y;
      }

  self->counts = g_malloc0 (MAX (self->n_years, 1) * sizeof (self->counts[0]));
  self->n_counted = g_new0 (guint, self->n_years);
  self->n_data_deficient = g_new0 (guint, self->n_years);
  self->deficient = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->deficient_end = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint t = 0; t < taxa->len; t++)
    count_taxon (self, taxa->pdata[t], treatment, positions);
  drop_empty_years (self);

  self->sums = g_new0 (guint64, self->n_years);
  self->values = g_new (double, self->n_years);
  for (guint y = 0; y < self->n_years; y++)
    {
      for (guint weight = 1; weight <= SAIGA_RED_LIST_MAX_WEIGHT; weight++)
        self->sums[y] += (guint64) weight * self->counts[y][weight];
      self->values[y] = 1 - (double) self->sums[y] / ((double) SAIGA_RED_LIST_MAX_WEIGHT * self->n_counted[y]);
    }

  return self;
}

static int
compare_taxa (gconstpointer a,
              gconstpointer b)
{
  const SaigaRedListTaxon *first = *(SaigaRedListTaxon **) a;
  const SaigaRedListTaxon *second = *(SaigaRedListTaxon **) b;

  return strcmp (first->id, second->id);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const SaigaRedListGroup *first = *(SaigaRedListGroup **) a;
  const SaigaRedListGroup *second = *(SaigaRedListGroup **) b;

  return strcmp (first->name, second->name);
}

GPtrArray *
_saiga_red_list_groups_new (SaigaRedListTable *table,
                            SaigaRedListTreatment treatment)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr(GPtrArray) taxa = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref); /* by group */
  GHashTableIter iter;
  gpointer taxon;

  for (guint g = 0; g < table->groups->len; g++)
    g_ptr_array_add (taxa, g_ptr_array_new ());
  g_hash_table_iter_init (&iter, table->taxa);
  while (g_hash_table_iter_next (&iter, NULL, &taxon))
    g_ptr_array_add (taxa->pdata[((SaigaRedListTaxon *) taxon)->group], taxon);

  for (guint g = 0; g < table->groups->len; g++)
    {
      g_ptr_array_sort (taxa->pdata[g], compare_taxa); /* the order of drawing */
      g_ptr_array_add (groups, group_new (table->groups->pdata[g], taxa->pdata[g], treatment));
    }
  g_ptr_array_sort (groups, compare_groups);

  return groups;
}

/* ---- drawing */

static guint
weight_at (const guint *counts,
           guint position)
{
  guint weight = 0;

  while (position >= counts[weight])
    position -= counts[weight++];

  return weight;
}

/* Each group has a sequence of its own: what it draws does not depend on which others there are. */
void
_saiga_red_list_group_draw (SaigaRedListGroup *self,
                            guint n_runs,
                            guint32 seed)
{
  const guint32 seeds[] = { seed, g_str_hash (self->name) };
  g_autoptr(GRand) rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  g_autofree guint64 *sums = g_new (guint64, self->n_years);

  self->runs = g_new (double, (gsize) n_runs * self->n_years);
  for (guint r = 0; r < n_runs; r++)
    {
      guint d = 0;

      memcpy (sums, self->sums, self->n_years * sizeof (guint64));
      for (guint t = 0; t < self->deficient_end->len; t++)
        {
          const guint64 number = g_rand_int (rand);

          for (; d < g_array_index (self->deficient_end, guint, t); d++)
            {
              const guint y = g_array_index (self->deficient, guint16, d);

              sums[y] += weight_at (self->counts[y], (number * self->n_counted[y]) >> 32);
            }
        }
      for (guint y = 0; y < self->n_years; y++)
        self->runs[(gsize) r * self->n_years + y] =
          1 - (double) sums[y] / ((double) SAIGA_RED_LIST_MAX_WEIGHT * (self->n_counted[y] + (double) self->n_data_deficient[y]));
    }
}

/* ---- points */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* A quantile of sorted numbers, linear between two of them. */
static double
quantile (const double *sorted,
          guint n,
          double part)
{
  const double place = (n - 1) * part;
  const guint below = place;

  return below + 1 < n ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[n - 1];
}

/* Adds a point whose runs are given; they are put in order. */
static void
add_point (SaigaRedListPointFacts *facts,
           double *runs,
           guint n_runs,
           GPtrArray *points)
{
  double sum = 0;

  for (guint r = 0; r < n_runs; r++)
    sum += runs[r];
  qsort (runs, n_runs, sizeof (double), compare_doubles);
  facts->mean = sum / n_runs;
  facts->lower = quantile (runs, n_runs, 0.025);
  facts->upper = quantile (runs, n_runs, 0.975);
  g_ptr_array_add (points, _saiga_red_list_point_new (facts));
}

void
_saiga_red_list_group_add_points (const SaigaRedListGroup *self,
                                  guint n_runs,
                                  GPtrArray *points)
{
  g_autofree double *runs = g_new (double, n_runs);

  for (guint y = 0; y < self->n_years; y++)
    {
      SaigaRedListPointFacts facts = {
        .group = self->name,
        .year = self->years[y],
        .value = self->values[y],
        .n_counted = self->n_counted[y],
        .n_data_deficient = self->n_data_deficient[y],
        .n_left_out = self->n_left_out,
      };

      for (guint r = 0; r < n_runs; r++)
        runs[r] = self->runs[(gsize) r * self->n_years + y];
      add_point (&facts, runs, n_runs, points);
    }
}

/* ---- all groups together */

/* How the index of a group in any year comes from two of its own years. */
typedef struct
{
  guint first;
  guint second;
  double part; /* of the way from one to the other; outside of 0 to 1: extrapolated */
} Line;

static Line
find_line (const SaigaRedListGroup *group,
           guint year)
{
  Line line = { 0, 0, 0 };
  guint first;
  guint second;

  if (group->n_years == 1)
    return line;

  second = 1;
  while (second + 1 < group->n_years && group->years[second] < year)
    second++;
  first = second - 1;
  line.first = first;
  line.second = second;
  line.part = ((double) year - group->years[first]) / (group->years[second] - group->years[first]);

  return line;
}

static double
follow (const Line *line,
        const double *values)
{
  return CLAMP (values[line->first] + (values[line->second] - values[line->first]) * line->part, 0, 1);
}

/* The mean of the groups, each with the same weight, in every year in which one of them has a point. */
void
_saiga_red_list_groups_add_points (GPtrArray *groups,
                                   guint n_runs,
                                   GPtrArray *points)
{
  g_autofree gboolean *has_year = g_new0 (gboolean, N_YEARS);
  g_autofree double *runs = g_new (double, n_runs);
  g_autofree Line *lines = g_new (Line, groups->len);

  for (guint g = 0; g < groups->len; g++)
    {
      const SaigaRedListGroup *group = groups->pdata[g];

      for (guint y = 0; y < group->n_years; y++)
        has_year[group->years[y] - SAIGA_RED_LIST_FIRST_YEAR] = TRUE;
    }

  for (guint y = 0; y < N_YEARS; y++)
    {
      const guint year = SAIGA_RED_LIST_FIRST_YEAR + y;
      SaigaRedListPointFacts facts = { .year = year };

      if (!has_year[y])
        continue;
      for (guint g = 0; g < groups->len; g++)
        {
          const SaigaRedListGroup *group = groups->pdata[g];

          lines[g] = find_line (group, year);
          facts.value += follow (&lines[g], group->values) / groups->len;
          facts.n_extrapolated += year < group->years[0] || year > group->years[group->n_years - 1];
          for (guint i = 0; i < group->n_years; i++)
            if (group->years[i] == year)
              {
                facts.n_counted += group->n_counted[i];
                facts.n_data_deficient += group->n_data_deficient[i];
                facts.n_left_out += group->n_left_out;
              }
        }
      for (guint r = 0; r < n_runs; r++)
        {
          runs[r] = 0;
          for (guint g = 0; g < groups->len; g++)
            {
              const SaigaRedListGroup *group = groups->pdata[g];

              runs[r] += follow (&lines[g], &group->runs[(gsize) r * group->n_years]) / groups->len;
            }
        }
      add_point (&facts, runs, n_runs, points);
    }
}
