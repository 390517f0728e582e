/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tool-find.h"

/* ---- taxa */

struct _ToolNames
{
  SaigaSnapshot *snapshot;
  GHashTable *by_name;       /* folded → GPtrArray of SaigaTaxon; made when a name is no id */
  SaigaNameMatcher *matcher; /* of the same names; made when one is not found */
};

/* Without case and accents. */
static char *
fold (const char *name)
{
  g_autofree char *decomposed = NULL;
  g_autoptr(GString) bare = NULL;

  if (g_str_is_ascii (name))
    return g_ascii_strdown (name, -1);

  decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  bare = g_string_new (NULL);
  for (const char *c = decomposed; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_unichar (bare, g_utf8_get_char (c));

  return g_utf8_casefold (bare->str, -1);
}

static void
add_name (ToolNames *self,
          const char *name,
          SaigaTaxon *taxon)
{
  g_autofree char *folded = name != NULL ? fold (name) : NULL;
  GPtrArray *taxa;

  if (folded == NULL)
    return;
  taxa = g_hash_table_lookup (self->by_name, folded);
  if (taxa == NULL)
    {
      taxa = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), taxa);
    }
  if (!g_ptr_array_find (taxa, taxon, NULL))
    g_ptr_array_add (taxa, taxon);
}

static void
index_names (ToolNames *self)
{
  GListModel *taxa = saiga_snapshot_get_records (self->snapshot, SAIGA_TYPE_TAXON);

  if (self->by_name != NULL)
    return;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (taxa); i++)
    {
      g_autoptr(SaigaTaxon) taxon = g_list_model_get_item (taxa, i);
      GListModel *synonyms = saiga_taxon_get_synonyms (taxon);
      GListModel *names = saiga_taxon_get_common_names (taxon);

      add_name (self, saiga_taxon_get_name (taxon), taxon);
      for (guint n = 0; n < g_list_model_get_n_items (synonyms); n++)
        {
          g_autoptr(SaigaSynonym) synonym = g_list_model_get_item (synonyms, n);

          add_name (self, saiga_synonym_get_name (synonym), taxon);
        }
      for (guint n = 0; n < g_list_model_get_n_items (names); n++)
        {
          g_autoptr(SaigaCommonName) name = g_list_model_get_item (names, n);

          add_name (self, saiga_common_name_get_name (name), taxon);
        }
    }
}

ToolNames *
tool_names_new (SaigaSnapshot *snapshot)
{
  ToolNames *self = g_new0 (ToolNames, 1);

  self->snapshot = g_object_ref (snapshot);

  return self;
}

void
tool_names_free (ToolNames *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_object (&self->matcher);
  g_object_unref (self->snapshot);
  g_free (self);
}

/* By id, else by name: accepted, as a synonym, or a common one. The taxa belong to the
 * snapshot; NULL if there is none. */
GPtrArray *
tool_names_find (ToolNames *self,
                 const char *text)
{
  SaigaRecord *record = saiga_snapshot_lookup (self->snapshot, text);
  g_autofree char *folded = NULL;
  GPtrArray *taxa;

  if (SAIGA_IS_TAXON (record))
    {
      taxa = g_ptr_array_new ();
      g_ptr_array_add (taxa, record);
      return taxa;
    }

  index_names (self);
  folded = fold (text);
  taxa = g_hash_table_lookup (self->by_name, folded);

  return taxa != NULL ? g_ptr_array_ref (taxa) : NULL;
}

/* As if it were scientific: a name in a living language may be misspelt as well. */
static char *
capitalize (const char *folded)
{
  const char *rest = g_utf8_next_char (folded);
  g_autofree char *first = g_utf8_strup (folded, rest - folded);

  return g_strconcat (first, rest, NULL);
}

static SaigaNameMatcher *
get_matcher (ToolNames *self)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_autoptr(SaigaNameIndex) index = NULL;
  g_auto(GStrv) names = NULL;
  GHashTableIter iter;
  gpointer name;

  if (self->matcher != NULL)
    return self->matcher;

  index_names (self);
  builder = g_strv_builder_new ();
  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (*(const char *) name != '\0')
      {
        g_autofree char *capitalized = capitalize (name);

        g_strv_builder_add (builder, capitalized);
      }
  names = g_strv_builder_end (builder);
  index = saiga_name_index_new_for_names ((const char *const *) names);
  self->matcher = saiga_name_matcher_new (index);
  saiga_name_matcher_set_fallback (self->matcher, FALSE);
  saiga_name_matcher_set_fuzzy_uninomials (self->matcher, TRUE);
  saiga_name_matcher_set_lenient (self->matcher, TRUE);

  return self->matcher;
}

/* A name that is nearly the same, or NULL. */
char *
tool_names_suggest (ToolNames *self,
                    const char *text)
{
  g_autofree char *folded = fold (text);
  g_autofree char *capitalized = NULL;
  g_autoptr(SaigaNameMatchList) found = NULL;
  g_autoptr(SaigaNameCandidate) best = NULL;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  GPtrArray *taxa;

  if (g_utf8_strlen (folded, -1) < 4)
    return NULL;
  capitalized = capitalize (folded);
  found = saiga_name_matcher_match (get_matcher (self), capitalized, NULL);
  best = saiga_name_match_list_dup_candidate (found, 0, 0);
  if (best == NULL)
    return NULL;
  name = saiga_name_candidate_dup_name (best);
  key = fold (name);
  taxa = g_hash_table_lookup (self->by_name, key);

  return taxa != NULL ? g_strdup (saiga_taxon_get_name (taxa->pdata[0])) : NULL;
}

/* Says that a name is not known, and which one may be meant. */
ToolExit
tool_names_nothing (ToolNames *self,
                    const char *text)
{
  g_autofree char *suggestion = tool_names_suggest (self, text);

  return suggestion != NULL ? tool_nothing ("there is no taxon “%s”; perhaps “%s” is meant", text, suggestion)
                            : tool_nothing ("there is no taxon “%s”", text);
}

/* ---- areas, meetings, instruments */

static gboolean
is_like (const char *text,
         const char *wanted)
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;

  return g_strcmp0 (folded, wanted) == 0;
}

/* By id, by code, or by name in any language; NULL if there is none. */
char *
tool_find_area (SaigaSnapshot *snapshot,
                const char *text)
{
  GListModel *areas = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_AREA);
  g_autofree char *wanted = fold (text);
  char *found = NULL;

  if (SAIGA_IS_AREA (saiga_snapshot_lookup (snapshot, text)))
    return g_strdup (text);
  for (guint i = 0; i < g_list_model_get_n_items (areas) && found == NULL; i++)
    {
      g_autoptr(SaigaArea) area = g_list_model_get_item (areas, i);
      g_auto(GStrv) languages = saiga_area_get_name (area) != NULL ? saiga_text_list_languages (saiga_area_get_name (area)) : NULL;
      gboolean is_it = is_like (saiga_area_get_iso2 (area), wanted) || is_like (saiga_area_get_iso3 (area), wanted) ||
                       is_like (saiga_area_get_code (area), wanted);

      for (guint n = 0; languages != NULL && languages[n] != NULL; n++)
        is_it |= is_like (saiga_text_get_words (saiga_area_get_name (area), languages[n]), wanted);
      if (is_it)
        found = g_strdup (saiga_record_get_id (SAIGA_RECORD (area)));
    }

  return found;
}

/* By id, or as one says it: "CITES CoP16", or "CoP16" where one meeting alone is called so. */
char *
tool_find_meeting (SaigaSnapshot *snapshot,
                   const char *text)
{
  GListModel *meetings = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_MEETING);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *slug = g_strconcat ("meeting.", g_strdelimit (lower, " ", '-'), NULL);
  const char *found = NULL;

  if (SAIGA_IS_MEETING (saiga_snapshot_lookup (snapshot, text)))
    return g_strdup (text);
  if (SAIGA_IS_MEETING (saiga_snapshot_lookup (snapshot, slug)))
    return g_strdup (slug);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr(SaigaMeeting) meeting = g_list_model_get_item (meetings, i);
      g_autofree char *label = saiga_record_dup_label (SAIGA_RECORD (meeting), "en");
      const char *abbreviation = saiga_meeting_get_abbreviation (meeting);

      if (g_ascii_strcasecmp (label, text) == 0)
        return g_strdup (saiga_record_get_id (SAIGA_RECORD (meeting)));
      if (abbreviation == NULL || g_ascii_strcasecmp (abbreviation, text) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = saiga_record_get_id (SAIGA_RECORD (meeting)); /* the snapshot keeps it */
    }

  return g_strdup (found);
}

/* By id, with or without its beginning, or by abbreviation. */
static char *
find_abbreviated (SaigaSnapshot *snapshot,
                  GType type,
                  const char *beginning,
                  const char *text)
{
  GListModel *records = saiga_snapshot_get_records (snapshot, type);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *id = g_strconcat (beginning, g_strdelimit (lower, " ", '-'), NULL);
  SaigaRecord *record = saiga_snapshot_lookup (snapshot, text);

  if (record == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (record, type))
    record = saiga_snapshot_lookup (snapshot, id);
  if (record != NULL && G_TYPE_CHECK_INSTANCE_TYPE (record, type))
    return g_strdup (saiga_record_get_id (record));
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(SaigaRecord) one = g_list_model_get_item (records, i);
      g_autofree char *abbreviation = saiga_record_dup_string (one, "abbreviation");

      if (abbreviation != NULL && g_ascii_strcasecmp (abbreviation, text) == 0)
        return g_strdup (saiga_record_get_id (one));
    }

  return NULL;
}

char *
tool_find_instrument (SaigaSnapshot *snapshot,
                      const char *text)
{
  return find_abbreviated (snapshot, SAIGA_TYPE_INSTRUMENT, "instrument.", text);
}

char *
tool_find_authority (SaigaSnapshot *snapshot,
                     const char *text)
{
  return find_abbreviated (snapshot, SAIGA_TYPE_AUTHORITY, "authority.", text);
}

char *
tool_area_name (Tool *tool,
                SaigaSnapshot *snapshot,
                const char *area_id)
{
  SaigaRecord *area = saiga_snapshot_lookup (snapshot, area_id);

  if (g_str_equal (area_id, SAIGA_OTHER_AREAS))
    return g_strdup (tool_translate (tool, N_ ("all other countries")));

  return area != NULL ? saiga_record_dup_label (area, tool->language) : g_strdup (area_id);
}
