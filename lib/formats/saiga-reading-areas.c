/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Areas, by the many ways in which files name them. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-reading-private.h"

#define MAX_PIECES 6 /* between commas, that one name may have */

/* Case and accents do not matter, nor what stands between words. */
static char *
fold_area (const char *text)
{
  return _saiga_slug (text);
}

static void
add_name (GHashTable *areas,
          const char *name,
          const char *id,
          gboolean is_sure)
{
  char *key = name != NULL ? fold_area (name) : NULL;

  /* Of two areas of one name the country is meant: names that are sure come first. */
  if (key != NULL && key[0] != '\0' && (is_sure || !g_hash_table_contains (areas, key)))
    g_hash_table_insert (areas, key, (gpointer) id);
  else
    g_free (key);
}

static void
add_areas (GHashTable *areas,
           SaigaSnapshot *snapshot)
{
  SaigaTable *table = _saiga_snapshot_get_table (snapshot, _saiga_record_type_index (SAIGA_TYPE_AREA));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *id = _saiga_record_peek_id (record);
      SaigaText *name = saiga_area_get_name (record);
      const SaigaPartList *others = _saiga_record_peek_parts (record, "other-names");
      g_auto(GStrv) languages = name != NULL ? saiga_text_list_languages (name) : g_new0 (char *, 1);
      SaigaOtherName *other;

      for (char **language = languages; *language != NULL; language++)
        add_name (areas, saiga_text_get_words (name, *language), id, FALSE);
      for (guint i = 0; (other = _saiga_parts_peek (others, i)) != NULL; i++)
        add_name (areas, saiga_other_name_get_name (other), id, FALSE);
      add_name (areas, saiga_area_get_iso3 (record), id, TRUE);
      add_name (areas, saiga_area_get_code (record), id, TRUE);
      add_name (areas, saiga_area_get_iso2 (record), id, TRUE);
    }
}

static void
ensure_areas (SaigaReading *self)
{
  if (self->areas != NULL)
    return;

  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->area_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_areas (self->areas, self->snapshot);
}

/* A data set that has not all areas is given those it needs of the embedded one. */
static void
add_embedded_areas (SaigaReading *self)
{
  SaigaSnapshot *embedded = _saiga_reading_get_embedded (self);
  g_autoptr(GHashTable) own = g_steal_pointer (&self->areas);
  GHashTableIter iter;
  gpointer key;
  gpointer id;

  self->has_all_areas = TRUE;
  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (embedded != NULL)
    add_areas (self->areas, embedded);
  for (g_hash_table_iter_init (&iter, own); g_hash_table_iter_next (&iter, &key, &id);)
    g_hash_table_replace (self->areas, g_strdup (key), id);
}

static const char *
find (SaigaReading *self,
      const char *text)
{
  gpointer id;

  if (!g_hash_table_lookup_extended (self->area_texts, text, NULL, &id))
    {
      g_autofree char *key = fold_area (text);

      id = g_hash_table_lookup (self->areas, key);
      if (id == NULL && key[0] != '\0' && !self->has_all_areas)
        {
          add_embedded_areas (self);
          id = g_hash_table_lookup (self->areas, key);
        }
      if (id != NULL)
        _saiga_reading_need (self, id);
      g_hash_table_insert (self->area_texts, g_strdup (text), id);
    }

  return id;
}

const char *
_saiga_reading_find_area (SaigaReading *self,
                          const char *text)
{
  const char *id;
  const char *bracket;
  gsize length;

  ensure_areas (self);
  id = find (self, text);
  if (id == NULL && g_ascii_strncasecmp (text, "Former ", strlen ("Former ")) == 0)
    id = find (self, text + strlen ("Former "));
  if (id != NULL)
    return id;

  /* "French Guiana [FR]", "Anguilla (United Kingdom)": the State that it belongs to. It ends the name: what stands
   * behind it in a list is another area. */
  length = strlen (text);
  bracket = length > 0 && (text[length - 1] == ')' || text[length - 1] == ']') ? MAX (strrchr (text, '('), strrchr (text, '[')) : NULL;
  if (bracket != NULL && bracket > text)
    {
      g_autofree char *name = g_strndup (text, bracket - text);

      return find (self, name);
    }

  return NULL;
}

void
_saiga_reading_each_area (SaigaReading *self,
                          const char *list,
                          const char *column,
                          SaigaAreaFunc func,
                          gpointer data)
{
  g_auto(GStrv) pieces = NULL;
  guint n_pieces;

  if (list[0] == '\0')
    return;

  /* A list that lost its commas has two spaces in their place. */
  pieces = g_strsplit (list, strchr (list, ',') == NULL && strstr (list, "  ") != NULL ? "  " : ",", -1);
  n_pieces = g_strv_length (pieces);
  for (guint i = 0; i < n_pieces;)
    {
      guint n = MIN (MAX_PIECES, n_pieces - i);
      const char *id = NULL;

      if (pieces[i][strspn (pieces[i], " \n\r\t")] == '\0')
        {
          i++;
          continue;
        }

      /* The longest name that fits: "Taiwan, Province of China" before "Taiwan". */
      if (strlen (g_strstrip (pieces[i])) == 2)
        n = 1;
      for (; n > 0 && id == NULL; n -= id == NULL)
        {
          g_autoptr(GString) name = g_string_new (pieces[i]);

          for (guint k = 1; k < n; k++)
            g_string_append_printf (name, ",%s", pieces[i + k]);
          id = _saiga_reading_find_area (self, name->str);
        }

      if (id != NULL)
        func (id, data);
      else
        _saiga_reading_add_problem (self, "import-area", column, pieces[i], NULL);
      i += MAX (n, 1);
    }
}

/* ---- ranges */

/* The tags of an area, as bits by position in this list. */
static const char *const tags[] = {
  "native", "introduced", "reintroduced", "extinct", "vagrant", "uncertain", "possibly-introduced", "possibly-extinct"
};

struct _SaigaRangeDraft
{
  GPtrArray *areas; /* ids that live as long as the reading */
  GArray *bits;     /* guint, of each */
  guint bit;        /* that is added now */
};

SaigaRangeDraft *
_saiga_range_draft_new (void)
{
  SaigaRangeDraft *self = g_new0 (SaigaRangeDraft, 1);

  self->areas = g_ptr_array_new ();
  self->bits = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
_saiga_range_draft_free (gpointer draft)
{
  SaigaRangeDraft *self = draft;

  g_ptr_array_unref (self->areas);
  g_array_unref (self->bits);
  g_free (self);
}

void
_saiga_range_draft_clear (SaigaRangeDraft *self)
{
  g_ptr_array_set_size (self->areas, 0);
  g_array_set_size (self->bits, 0);
}

static void
add_area (const char *area_id,
          gpointer data)
{
  SaigaRangeDraft *self = data;
  guint position;

  for (position = 0; position < self->areas->len; position++)
    if (self->areas->pdata[position] == area_id || g_str_equal (self->areas->pdata[position], area_id))
      break;
  if (position == self->areas->len)
    {
      guint none = 0;

      g_ptr_array_add (self->areas, (gpointer) area_id);
      g_array_append_val (self->bits, none);
    }
  g_array_index (self->bits, guint, position) |= self->bit;
}

static guint
find_bit (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (tags[i], tag))
      return 1u << i;

  return 0;
}

void
_saiga_range_draft_add (SaigaRangeDraft *self,
                        SaigaReading *reading,
                        const char *list,
                        const char *column,
                        const char *tag)
{
  self->bit = find_bit (tag);
  _saiga_reading_each_area (reading, list, column, add_area, self);
}

void
_saiga_range_draft_add_area (SaigaRangeDraft *self,
                             const char *area_id,
                             const char *tag)
{
  self->bit = find_bit (tag);
  add_area (area_id, self);
}

void
_saiga_range_draft_forget_tags (SaigaRangeDraft *self,
                                const char *area_id)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_str_equal (self->areas->pdata[i], area_id))
      g_array_index (self->bits, guint, i) = 0;
}

void
_saiga_range_draft_load (SaigaRangeDraft *self,
                         SaigaReading *reading,
                         SaigaRecord *taxon)
{
  SaigaRange *range = saiga_taxon_get_range (SAIGA_TAXON (taxon));

  for (guint i = 0; range != NULL && i < saiga_range_get_n_areas (range); i++)
    {
      const char *area_id = saiga_range_get_area (range, i);

      /* The bits are those of the public flags, whose order is that of the tags. */
      self->bit = saiga_range_get_area_tags (range, i);
      add_area (_saiga_arena_add (reading->arena, area_id, strlen (area_id)), self);
    }
}

void
_saiga_range_draft_set (SaigaRangeDraft *self,
                        SaigaReading *reading,
                        SaigaRecord *taxon)
{
  g_autoptr(GString) text = g_string_sized_new (self->areas->len * 10);

  for (guint i = 0; i < self->areas->len; i++)
    {
      guint bits = g_array_index (self->bits, guint, i);
      char sign = ':';

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) self->areas->pdata[i]);

      /* Native is what it is where nothing else is said. */
      for (guint n = bits == 1 ? G_N_ELEMENTS (tags) : 0; n < G_N_ELEMENTS (tags); n++)
        if (bits & (1u << n))
          {
            g_string_append_printf (text, "%c%s", sign, tags[n]);
            sign = '+';
          }
    }

  _saiga_draft_set (reading, taxon, "range", text->str);
}

GHashTable *
_saiga_range_drafts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, _saiga_range_draft_free);
}

SaigaRangeDraft *
_saiga_range_drafts_get (GHashTable *drafts,
                         const char *taxon_id)
{
  SaigaRangeDraft *draft = g_hash_table_lookup (drafts, taxon_id);

  if (draft == NULL)
    {
      draft = _saiga_range_draft_new ();
      g_hash_table_insert (drafts, (gpointer) taxon_id, draft);
    }

  return draft;
}

void
_saiga_range_drafts_set (GHashTable *drafts,
                         SaigaReading *reading)
{
  GHashTableIter iter;
  gpointer taxon_id;
  gpointer draft;

  for (g_hash_table_iter_init (&iter, drafts); g_hash_table_iter_next (&iter, &taxon_id, &draft);)
    _saiga_range_draft_set (draft, reading, _saiga_reading_draft (reading, SAIGA_TYPE_TAXON, taxon_id));
}
