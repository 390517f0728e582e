/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What the writers of checklists have in common. */

#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-check-private.h"
#include "saiga-taxon-list-writer-private.h"

/* In the words of the vocabularies where they have one; the reader knows all of them. */
static const SaigaPlaceWords place_words[] = {
  { SAIGA_RANGE_TAGS_NATIVE, "present", "native", "native" },
  { SAIGA_RANGE_TAGS_INTRODUCED, "present", "introduced", "introduced" },
  { SAIGA_RANGE_TAGS_REINTRODUCED, "present", "nativeReintroduced", "reintroduced" },
  { SAIGA_RANGE_TAGS_EXTINCT, "extinct", "", "extinct" },
  { SAIGA_RANGE_TAGS_VAGRANT, "present", "vagrant", "vagrant" },
  { SAIGA_RANGE_TAGS_UNCERTAIN, "doubtful", "", "uncertain" },
  { SAIGA_RANGE_TAGS_POSSIBLY_INTRODUCED, "doubtful", "introduced", "uncertain introduced" },
  { SAIGA_RANGE_TAGS_POSSIBLY_EXTINCT, "possibly extinct", "", "possibly extinct" },
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (_saiga_record_peek_id (*(SaigaRecord *const *) a), _saiga_record_peek_id (*(SaigaRecord *const *) b));
}

gboolean
_saiga_taxon_list_taxa_find (SaigaTaxonListTaxa *self,
                             SaigaWriting *writing,
                             GError **error)
{
  SaigaTable *table = _saiga_snapshot_get_table (writing->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON));
  const char *authority_id = writing->authority_id;
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GString) authorities = g_string_new (NULL);
  SaigaTableIter iter;
  SaigaRecord *record;
  gpointer item;

  self->taxa = g_ptr_array_new ();
  self->authority = NULL;
  for (_saiga_table_iter_init (&iter, table); (item = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *id = saiga_taxon_get_authority_id (item);

      if (writing->authority_id == NULL && id != NULL && g_hash_table_add (ids, (gpointer) id))
        g_string_append_printf (authorities, "%s%s", authorities->len > 0 ? ", " : "", id);
      if (authority_id == NULL)
        authority_id = id;
      if (g_strcmp0 (id, authority_id) == 0 && saiga_taxon_get_name (item) != NULL)
        g_ptr_array_add (self->taxa, item);
    }
  if (authority_id == NULL || g_hash_table_size (ids) > 1)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, authorities->len > 0 ? "a checklist is of one authority: name one of %s" : "the data set has no taxa%s", authorities->str);
      return FALSE;
    }
  record = saiga_snapshot_lookup (writing->snapshot, authority_id);
  if (record == NULL || !SAIGA_IS_AUTHORITY (record))
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no authority of the data set", authority_id);
      return FALSE;
    }
  self->authority = SAIGA_AUTHORITY (record);
  g_ptr_array_sort (self->taxa, compare_ids);

  return TRUE;
}

void
_saiga_taxon_list_taxa_clear (SaigaTaxonListTaxa *self)
{
  g_clear_pointer (&self->taxa, g_ptr_array_unref);
}

const char *
_saiga_taxon_list_get_title (const SaigaTaxonListTaxa *self)
{
  SaigaText *name = saiga_authority_get_name (self->authority);
  const char *title = name != NULL ? saiga_text_get_best_words (name, "en") : NULL;

  return title != NULL ? title : _saiga_record_peek_id (SAIGA_RECORD (self->authority));
}

char *
_saiga_taxon_list_dup_licence (const SaigaTaxonListTaxa *self,
                               SaigaSnapshot *snapshot)
{
  const char *id = saiga_authority_get_document_id (self->authority);
  SaigaRecord *document = id != NULL ? saiga_snapshot_lookup (snapshot, id) : NULL;
  const char *note = document != NULL && SAIGA_IS_DOCUMENT (document) ? saiga_document_get_note (SAIGA_DOCUMENT (document)) : NULL;

  return g_strdup (note != NULL && g_str_has_prefix (note, "Licence: ") ? note + strlen ("Licence: ") : "");
}

char *
_saiga_taxon_list_dup_date (const SaigaTaxonListTaxa *self)
{
  SaigaDate *date = saiga_authority_get_date (self->authority);

  return date != NULL ? saiga_date_to_string (date) : g_strdup ("");
}

/* That it is a hybrid the name shows, where it has the sign. */
const char *
_saiga_taxon_list_get_status (SaigaTaxon *taxon)
{
  if (saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_HYBRID && strstr (saiga_taxon_get_name (taxon), "×") != NULL)
    return "accepted";

  return _saiga_record_peek_nick (SAIGA_RECORD (taxon), "name-kind");
}

/* `homotypic synonym` is what others say too; what has no word of theirs is a synonym to them all the same. */
char *
_saiga_taxon_list_dup_synonym_status (SaigaSynonym *synonym)
{
  const char *kind = _saiga_record_peek_nick (SAIGA_RECORD (synonym), "kind");

  if (saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_SYNONYM || kind == NULL)
    return g_strdup ("synonym");
  if (saiga_synonym_get_kind (synonym) == SAIGA_SYNONYM_KIND_MISAPPLIED)
    return g_strdup (kind);

  return g_strconcat (kind, " synonym", NULL);
}

void
_saiga_taxon_list_write_heading (SaigaWriting *writing,
                                 const char *member,
                                 const char *const *headings)
{
  _saiga_writing_begin (writing, member);
  _saiga_writing_add_cells (writing, headings);
  _saiga_writing_end_row (writing);
}

static const char *
get_place_name (SaigaSnapshot *snapshot,
                const char *area_id)
{
  SaigaRecord *record = saiga_snapshot_lookup (snapshot, area_id);
  SaigaText *name = record != NULL && SAIGA_IS_AREA (record) ? saiga_area_get_name (SAIGA_AREA (record)) : NULL;

  return name != NULL ? saiga_text_get_best_words (name, "en") : "";
}

void
_saiga_taxon_list_write_vernaculars (SaigaWriting *writing,
                                     const SaigaTaxonListTaxa *taxa,
                                     const char *member,
                                     const char *const *headings)
{
  _saiga_taxon_list_write_heading (writing, member, headings);
  for (guint i = 0; i < taxa->taxa->len; i++)
    {
      SaigaRecord *taxon = taxa->taxa->pdata[i];
      const SaigaPartList *names = _saiga_record_peek_parts (taxon, "common-names");
      SaigaCommonName *name;

      for (guint n = 0; (name = _saiga_parts_peek (names, n)) != NULL; n++)
        {
          _saiga_writing_add_cell (writing, _saiga_record_peek_id (taxon));
          _saiga_writing_add_cell (writing, saiga_common_name_get_name (name));
          _saiga_writing_add_cell (writing, saiga_common_name_get_language (name));
          _saiga_writing_add_cell (writing, saiga_common_name_get_preferred (name) ? "true" : "false");
          _saiga_writing_end_row (writing);
        }
    }
}

void
_saiga_taxon_list_write_distributions (SaigaWriting *writing,
                                       const SaigaTaxonListTaxa *taxa,
                                       const char *member,
                                       const char *const *headings,
                                       SaigaWritePlace write_place)
{
  _saiga_taxon_list_write_heading (writing, member, headings);
  for (guint i = 0; i < taxa->taxa->len; i++)
    {
      SaigaTaxon *taxon = taxa->taxa->pdata[i];
      SaigaRange *range = saiga_taxon_get_range (taxon);

      for (guint n = 0; range != NULL && n < saiga_range_get_n_areas (range); n++)
        {
          const char *area_id = saiga_range_get_area (range, n);
          g_autofree char *place = g_strconcat ("saiga:", area_id, NULL);

          for (guint k = 0; k < G_N_ELEMENTS (place_words); k++)
            if (saiga_range_get_area_tags (range, n) & place_words[k].tag)
              {
                _saiga_writing_add_cell (writing, _saiga_record_peek_id (SAIGA_RECORD (taxon)));
                write_place (writing, place, get_place_name (writing->snapshot, area_id), &place_words[k]);
                _saiga_writing_end_row (writing);
              }
        }
    }
}
