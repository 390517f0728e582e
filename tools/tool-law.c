/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tool-law.h"

/* ---- names */

struct _ToolNames
{
  GHashTable *by_name; /* folded → GPtrArray of SaigaTaxon */
};

/* Without case and accents; a hyphen, an underscore and a space are alike. */
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

/* The taxa belong to the snapshot. */
ToolNames *
tool_names_new (SaigaSnapshot *snapshot)
{
  ToolNames *self = g_new (ToolNames, 1);
  GListModel *taxa = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_TAXON);

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

  return self;
}

void
tool_names_free (ToolNames *self)
{
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/* NULL if no taxon has the name. */
GPtrArray *
tool_names_find (ToolNames *self,
                 const char *text)
{
  g_autofree char *folded = fold (text);

  return g_hash_table_lookup (self->by_name, folded);
}

#define MAX_EDITS 2
#define MAX_LENGTH 80

/* Letters put in, left out, changed, or two exchanged: how many, up to @limit + 1. */
static guint
count_edits (const char *a,
             const char *b,
             guint limit)
{
  const guint n_a = strlen (a);
  const guint n_b = strlen (b);
  guint rows[3][MAX_LENGTH + 1];

  if (n_a > MAX_LENGTH || n_b > MAX_LENGTH || MAX (n_a, n_b) - MIN (n_a, n_b) > limit)
    return limit + 1;

  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3];
      const guint *last = rows[(i + 2) % 3];
      const guint *before = rows[(i + 1) % 3];
      guint least = row[0] = i;

      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit)
        return limit + 1;
    }

  return rows[n_a % 3][n_b];
}

/* A name that is nearly the same, or NULL. */
char *
tool_names_suggest (ToolNames *self,
                    const char *text)
{
  g_autofree char *folded = fold (text);
  GPtrArray *best = NULL;
  const char *best_name = NULL;
  guint best_edits = MAX_EDITS + 1;
  GHashTableIter iter;
  gpointer name;
  gpointer taxa;

  if (strlen (folded) < 4)
    return NULL;
  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, &name, &taxa))
    {
      guint edits = count_edits (folded, name, MIN (best_edits, MAX_EDITS));

      if (edits < best_edits || (edits == best_edits && edits <= MAX_EDITS && best_name != NULL && strcmp (name, best_name) < 0))
        {
          best = taxa;
          best_name = name;
          best_edits = edits;
        }
    }

  return best != NULL ? g_strdup (saiga_taxon_get_name (best->pdata[0])) : NULL;
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

/* By id, or as one says it: "CITES CoP16". */
char *
tool_find_meeting (SaigaSnapshot *snapshot,
                   const char *text)
{
  GListModel *meetings = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_MEETING);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *slug = g_strconcat ("meeting.", g_strdelimit (lower, " ", '-'), NULL);

  if (SAIGA_IS_MEETING (saiga_snapshot_lookup (snapshot, text)))
    return g_strdup (text);
  if (SAIGA_IS_MEETING (saiga_snapshot_lookup (snapshot, slug)))
    return g_strdup (slug);
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr(SaigaMeeting) meeting = g_list_model_get_item (meetings, i);
      g_autofree char *label = saiga_record_dup_label (SAIGA_RECORD (meeting), "en");

      if (g_ascii_strcasecmp (label, text) == 0)
        return g_strdup (saiga_record_get_id (SAIGA_RECORD (meeting)));
    }

  return NULL;
}

/* By id or abbreviation. */
char *
tool_find_instrument (SaigaSnapshot *snapshot,
                      const char *text)
{
  GListModel *instruments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_INSTRUMENT);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *id = g_strconcat ("instrument.", g_strdelimit (lower, " ", '-'), NULL);

  if (SAIGA_IS_INSTRUMENT (saiga_snapshot_lookup (snapshot, text)))
    return g_strdup (text);
  if (SAIGA_IS_INSTRUMENT (saiga_snapshot_lookup (snapshot, id)))
    return g_strdup (id);
  for (guint i = 0; i < g_list_model_get_n_items (instruments); i++)
    {
      g_autoptr(SaigaInstrument) instrument = g_list_model_get_item (instruments, i);
      const char *abbreviation = saiga_instrument_get_abbreviation (instrument);

      if (abbreviation != NULL && g_ascii_strcasecmp (abbreviation, text) == 0)
        return g_strdup (saiga_record_get_id (SAIGA_RECORD (instrument)));
    }

  return NULL;
}

char *
tool_area_name (Tool *tool,
                SaigaSnapshot *snapshot,
                const char *area_id)
{
  SaigaRecord *area = saiga_snapshot_lookup (snapshot, area_id);

  return area != NULL ? saiga_record_dup_label (area, tool->language) : g_strdup (area_id);
}

/* ---- laws */

struct _ToolLaws
{
  SaigaSnapshot *snapshot;
  GPtrArray *laws;  /* of SaigaLaw */
  GPtrArray *asked; /* ids of instruments with listings, in id order */
};

ToolLaws *
tool_laws_new (SaigaSnapshot *snapshot)
{
  ToolLaws *self = g_new (ToolLaws, 1);
  GListModel *listings = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_LISTING);
  GListModel *instruments = saiga_snapshot_get_records (snapshot, SAIGA_TYPE_INSTRUMENT);
  g_autoptr(GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  self->snapshot = g_object_ref (snapshot);
  self->laws = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr(SaigaListing) listing = g_list_model_get_item (listings, i);

      if (saiga_listing_get_instrument_id (listing) != NULL)
        g_hash_table_add (listed, (gpointer) saiga_listing_get_instrument_id (listing));
    }
  for (guint i = 0; i < g_list_model_get_n_items (instruments); i++)
    {
      g_autoptr(SaigaRecord) instrument = g_list_model_get_item (instruments, i);

      if (g_hash_table_contains (listed, saiga_record_get_id (instrument)))
        g_ptr_array_add (self->asked, g_strdup (saiga_record_get_id (instrument)));
    }

  return self;
}

void
tool_laws_free (ToolLaws *self)
{
  g_object_unref (self->snapshot);
  g_ptr_array_unref (self->laws);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

SaigaLaw *
tool_laws_get (ToolLaws *self,
               const char *instrument_id,
               GError **error)
{
  SaigaLaw *law;

  for (guint i = 0; i < self->laws->len; i++)
    if (g_str_equal (saiga_record_get_id (SAIGA_RECORD (saiga_law_get_instrument (self->laws->pdata[i]))), instrument_id))
      return self->laws->pdata[i];

  law = saiga_law_new (self->snapshot, instrument_id, error);
  if (law != NULL)
    g_ptr_array_add (self->laws, law);

  return law;
}

/* Whether an instrument, or the one it was concluded under, uses the taxa of an authority. */
static gboolean
uses (ToolLaws *self,
      const char *instrument_id,
      const char *authority_id)
{
  SaigaRecord *authority = authority_id != NULL ? saiga_snapshot_lookup (self->snapshot, authority_id) : NULL;
  SaigaRecord *at = saiga_snapshot_lookup (self->snapshot, instrument_id);

  for (guint depth = 0; depth < 8 && SAIGA_IS_INSTRUMENT (at) && SAIGA_IS_AUTHORITY (authority); depth++)
    {
      const char *parent_id = saiga_instrument_get_parent_id (SAIGA_INSTRUMENT (at));

      if (g_strv_contains (saiga_authority_get_instrument_ids (SAIGA_AUTHORITY (authority)), saiga_record_get_id (at)))
        return TRUE;
      at = parent_id != NULL ? saiga_snapshot_lookup (self->snapshot, parent_id) : NULL;
    }

  return FALSE;
}

/* The laws that speak of a taxon: those of instruments with listings. The array is not owned
 * by its items. */
GPtrArray *
tool_laws_of_taxon (ToolLaws *self,
                    SaigaTaxon *taxon)
{
  GPtrArray *laws = g_ptr_array_new ();

  for (guint i = 0; i < self->asked->len; i++)
    if (uses (self, self->asked->pdata[i], saiga_taxon_get_authority_id (taxon)))
      {
        SaigaLaw *law = tool_laws_get (self, self->asked->pdata[i], NULL);

        if (law != NULL && saiga_law_has_taxon (law, saiga_record_get_id (SAIGA_RECORD (taxon))))
          g_ptr_array_add (laws, law);
      }

  return laws;
}

const char *
tool_law_name (SaigaLaw *law)
{
  SaigaInstrument *instrument = saiga_law_get_instrument (law);
  const char *abbreviation = saiga_instrument_get_abbreviation (instrument);

  return abbreviation != NULL ? abbreviation : strchr (saiga_record_get_id (SAIGA_RECORD (instrument)), '.') + 1;
}

/* ---- JSON */

void
tool_build_date (JsonBuilder *builder,
                 const char *name,
                 SaigaDate *date)
{
  g_autofree char *text = date != NULL ? saiga_date_to_string (date) : NULL;

  tool_build_string (builder, name, text);
}

void
tool_build_reservation (JsonBuilder *builder,
                        SaigaReservation *reservation)
{
  json_builder_begin_object (builder);
  tool_build_string (builder, "listing", saiga_record_get_id (SAIGA_RECORD (saiga_reservation_get_listing (reservation))));
  tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_reservation_get_taxon (reservation))));
  tool_build_string (builder, "appendix", saiga_reservation_get_appendix (reservation));
  tool_build_string (builder, "party", saiga_reservation_get_party_id (reservation));
  tool_build_string (builder, "territory", saiga_reservation_get_territory_id (reservation));
  json_builder_set_member_name (builder, "amendment_only");
  json_builder_add_boolean_value (builder, saiga_reservation_get_amendment_only (reservation));
  tool_build_date (builder, "from", saiga_reservation_get_start (reservation));
  tool_build_date (builder, "until", saiga_reservation_get_until (reservation));
  json_builder_end_object (builder);
}

void
tool_build_piece (JsonBuilder *builder,
                  SaigaListingPiece *piece)
{
  static const char *const none[] = { NULL };

  json_builder_begin_object (builder);
  tool_build_string (builder, "listing", saiga_record_get_id (SAIGA_RECORD (saiga_listing_piece_get_listing (piece))));
  tool_build_string (builder, "taxon", saiga_record_get_id (SAIGA_RECORD (saiga_listing_piece_get_taxon (piece))));
  tool_build_string (builder, "appendix", saiga_listing_piece_get_appendix (piece));
  tool_build_string (builder, "party", saiga_listing_get_party_id (saiga_listing_piece_get_listing (piece)));
  tool_build_strings (builder, "only", saiga_listing_piece_get_excepts (piece) ? none : saiga_listing_piece_get_areas (piece));
  tool_build_strings (builder, "except", saiga_listing_piece_get_excepts (piece) ? saiga_listing_piece_get_areas (piece) : none);
  tool_build_date (builder, "since", saiga_listing_piece_get_since (piece));
  tool_build_date (builder, "until", saiga_listing_piece_get_until (piece));
  json_builder_end_object (builder);
}

/* A Party must not take the law of the data for that of today. */
void
tool_warn_horizon (SaigaLaw *law,
                   SaigaDate *date)
{
  SaigaDate *horizon = saiga_law_get_horizon (law);
  g_autofree char *text = horizon != NULL ? saiga_date_to_string (horizon) : NULL;

  if (horizon != NULL && date != NULL && saiga_date_get_earliest_day (date) > saiga_date_get_latest_day (horizon))
    g_printerr ("saiga: The data have the state of %s: later changes are missing\n", text);
}
