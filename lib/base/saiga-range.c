/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-error.h>
#include <saiga/saiga-range.h>

#include "saiga-value-private.h"

/* Tens of thousands of ranges are read when a data set opens: each is one block,
 * the areas in front and their ids behind them. */
typedef struct
{
  guint32 offset; /* of the id, from the end of the areas */
  guint32 tags;
} Area;

struct _SaigaRange
{
  gatomicrefcount ref_count;
  guint n_areas;
  Area areas[]; /* sorted by id */
};

G_DEFINE_BOXED_TYPE (SaigaRange, saiga_range, saiga_range_ref, saiga_range_unref)

/* clang-format off */
G_DEFINE_FLAGS_TYPE (SaigaRangeTags, saiga_range_tags,
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_NATIVE, "native"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_INTRODUCED, "introduced"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_REINTRODUCED, "reintroduced"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_EXTINCT, "extinct"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_VAGRANT, "vagrant"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_UNCERTAIN, "uncertain"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_POSSIBLY_INTRODUCED, "possibly-introduced"),
                     G_DEFINE_ENUM_VALUE (SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT, "possibly-extinct"))
/* clang-format on */

/* In the order in which they are printed: that of their bits. */
static const struct
{
  const char *name;
  gsize length;
} tag_names[] = {
  { "native", 6 },
  { "introduced", 10 },
  { "reintroduced", 12 },
  { "extinct", 7 },
  { "vagrant", 7 },
  { "uncertain", 9 },
  { "possibly-introduced", 19 },
  { "possibly-extinct", 16 },
};

static const char *
get_id (const SaigaRange *self,
        guint position)
{
  return (const char *) (self->areas + self->n_areas) + self->areas[position].offset;
}

static void
saiga_range_visit_ids (gconstpointer value,
                       SaigaVisitId visit,
                       gpointer data)
{
  const SaigaRange *self = value;

  for (guint i = 0; i < self->n_areas; i++)
    visit (get_id (self, i), data);
}

SAIGA_DEFINE_VALUE_WITH_IDS (saiga_range)

/* Reads the tags behind a colon and moves on. None is the answer to anything that is no tag, or a tag given twice. */
static guint
take_tags (const char **text)
{
  guint tags = 0;

  do
    {
      gsize length = strcspn (++*text, "+ ");
      guint tag;

      for (tag = 0; tag < G_N_ELEMENTS (tag_names); tag++)
        if (tag_names[tag].length == length && memcmp (tag_names[tag].name, *text, length) == 0)
          break;
      if (tag == G_N_ELEMENTS (tag_names) || (tags & 1 << tag) != 0)
        return 0;

      tags |= 1 << tag;
      *text += length;
    }
  while (**text == '+');

  return tags;
}

static int
compare_areas (gconstpointer a,
               gconstpointer b,
               gpointer ids)
{
  return strcmp ((const char *) ids + ((const Area *) a)->offset, (const char *) ids + ((const Area *) b)->offset);
}

/**
 * saiga_range_parse:
 * @text: areas with one space between them: `area.ao area.bi:extinct+introduced`
 * @error: return location for an error
 *
 * Reads a range.
 *
 * An area is an id and, behind a colon, its tags with `+` between them; an area
 * without tags is `native`. The tags are `native`, `introduced`,
 * `reintroduced`, `extinct`, `vagrant`, `uncertain`, `possibly-introduced` and
 * `possibly-extinct`. Areas and tags may come in any order. If the text is not
 * of this form, or has an area or a tag of an area twice,
 * [error@Saiga.Error.VALUE] is set.
 *
 * Returns: (transfer full): the range
 *
 * Since: 0.1
 */
SaigaRange *
saiga_range_parse (const char *text,
                   GError **error)
{
  g_autoptr(SaigaRange) self = NULL;
  const char *rest;
  guint n_areas = 1;
  gboolean is_sorted = TRUE;
  char *ids;
  char *end;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (rest = text; *rest != '\0'; rest++)
    n_areas += *rest == ' ';
  if (rest - text > G_MAXINT / (int) sizeof (Area))
    {
      _saiga_value_set_error (error, text, "is too long for a range");
      return NULL;
    }

  /* The text is not shorter than all ids and a NUL behind each. */
  self = g_malloc (sizeof (SaigaRange) + n_areas * sizeof (Area) + (rest - text) + 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_areas = n_areas;
  ids = end = (char *) (self->areas + n_areas);

  rest = text;
  for (guint i = 0; i < n_areas; i++)
    {
      gsize length = _saiga_id_length (rest);
      guint tags = SAIGA_RANGE_TAGS_NATIVE;

      self->areas[i].offset = end - ids;
      memcpy (end, rest, length);
      end[length] = '\0';
      rest += length;

      if (*rest == ':')
        tags = take_tags (&rest);
      self->areas[i].tags = tags;

      /* A space is followed by another area, as many as were counted. */
      if (length == 0 || tags == 0 || (*rest != ' ' && *rest != '\0'))
        {
          _saiga_value_set_error (error, text,
                                  "is not a range such as “area.ao area.bi:extinct+introduced”: ids of areas with one space "
                                  "between them, each with no tag twice of native, introduced, reintroduced, extinct, vagrant, "
                                  "uncertain, possibly-introduced, possibly-extinct");
          return NULL;
        }
      rest += *rest == ' ';

      if (i > 0 && strcmp (ids + self->areas[i - 1].offset, end) >= 0)
        is_sorted = FALSE;
      end += length + 1;
    }

  if (!is_sorted)
    {
      g_qsort_with_data (self->areas, n_areas, sizeof (Area), compare_areas, ids);
      for (guint i = 1; i < n_areas; i++)
        if (compare_areas (&self->areas[i - 1], &self->areas[i], ids) == 0)
          {
            _saiga_value_set_error (error, text, "has %s twice: a range has an area once", get_id (self, i));
            return NULL;
          }
    }

  return g_steal_pointer (&self);
}

/**
 * saiga_range_to_string:
 * @self: a range
 *
 * Prints a range so that [func@Range.parse] reads it.
 *
 * Areas come in the order of their ids, their tags in the order of
 * [flags@RangeTags]; an area that is only native has no tag.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
saiga_range_to_string (const SaigaRange *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  for (guint i = 0; i < self->n_areas; i++)
    {
      guint tags = self->areas[i].tags;
      char separator = ':';

      if (i > 0)
        g_string_append_c (string, ' ');
      g_string_append (string, get_id (self, i));

      for (guint tag = 0; tags != SAIGA_RANGE_TAGS_NATIVE && tag < G_N_ELEMENTS (tag_names); tag++)
        if ((tags & 1 << tag) != 0)
          {
            g_string_append_c (string, separator);
            g_string_append (string, tag_names[tag].name);
            separator = '+';
          }
    }

  return g_string_free (string, FALSE);
}

/**
 * saiga_range_ref: (skip)
 * @self: a range
 *
 * Adds a reference.
 *
 * Returns: (transfer full): the range
 *
 * Since: 0.1
 */
SaigaRange *
saiga_range_ref (SaigaRange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * saiga_range_unref: (skip)
 * @self: (transfer full): a range
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
saiga_range_unref (SaigaRange *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * saiga_range_equal:
 * @self: a range
 * @other: another range
 *
 * Checks whether two ranges have the same areas with the same tags.
 *
 * Returns: `TRUE` if they have
 *
 * Since: 0.1
 */
gboolean
saiga_range_equal (const SaigaRange *self,
                   const SaigaRange *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->n_areas != other->n_areas)
    return FALSE;

  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].tags != other->areas[i].tags || !g_str_equal (get_id (self, i), get_id (other, i)))
      return FALSE;

  return TRUE;
}

/**
 * saiga_range_get_n_areas:
 * @self: a range
 *
 * Gets how many areas there are.
 *
 * Returns: the number of areas
 *
 * Since: 0.1
 */
guint
saiga_range_get_n_areas (const SaigaRange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_areas;
}

/**
 * saiga_range_get_area:
 * @self: a range
 * @position: a position from 0, less than [method@Range.get_n_areas]
 *
 * Gets the id of the area at a position.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
saiga_range_get_area (const SaigaRange *self,
                      guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->n_areas, NULL);

  return get_id (self, position);
}

/**
 * saiga_range_get_area_tags:
 * @self: a range
 * @position: a position from 0, less than [method@Range.get_n_areas]
 *
 * Gets how the taxon occurs in the area at a position.
 *
 * Returns: the tags; `native` if none was given
 *
 * Since: 0.1
 */
SaigaRangeTags
saiga_range_get_area_tags (const SaigaRange *self,
                           guint position)
{
  g_return_val_if_fail (self != NULL, SAIGA_RANGE_TAGS_NONE);
  g_return_val_if_fail (position < self->n_areas, SAIGA_RANGE_TAGS_NONE);

  return self->areas[position].tags;
}

/**
 * saiga_range_list_areas:
 * @self: a range
 *
 * Lists the ids of the areas.
 *
 * Returns: (transfer full): the ids, in their order
 *
 * Since: 0.1
 */
char **
saiga_range_list_areas (const SaigaRange *self)
{
  char **areas;

  g_return_val_if_fail (self != NULL, NULL);

  areas = g_new (char *, self->n_areas + 1);
  for (guint i = 0; i < self->n_areas; i++)
    areas[i] = g_strdup (get_id (self, i));
  areas[self->n_areas] = NULL;

  return areas;
}

/**
 * saiga_range_contains:
 * @self: a range
 * @area_id: the id of an area
 *
 * Checks whether the range has an area, with whatever tags.
 *
 * Returns: `TRUE` if it has
 *
 * Since: 0.1
 */
gboolean
saiga_range_contains (const SaigaRange *self,
                      const char *area_id)
{
  return saiga_range_get_tags (self, area_id) != SAIGA_RANGE_TAGS_NONE;
}

/**
 * saiga_range_get_tags:
 * @self: a range
 * @area_id: the id of an area
 *
 * Gets how the taxon occurs in an area.
 *
 * Returns: the tags; `native` if none was given, none if the range has no such
 *   area
 *
 * Since: 0.1
 */
SaigaRangeTags
saiga_range_get_tags (const SaigaRange *self,
                      const char *area_id)
{
  guint start = 0;
  guint end;

  g_return_val_if_fail (self != NULL, SAIGA_RANGE_TAGS_NONE);
  g_return_val_if_fail (area_id != NULL, SAIGA_RANGE_TAGS_NONE);

  end = self->n_areas;
  while (start < end)
    {
      guint middle = start + (end - start) / 2;
      int order = strcmp (area_id, get_id (self, middle));

      if (order == 0)
        return self->areas[middle].tags;
      if (order < 0)
        end = middle;
      else
        start = middle + 1;
    }

  return SAIGA_RANGE_TAGS_NONE;
}
