/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Numbers, synonyms and common names of UNEP-WCMC's tables. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-wcmc-names-private.h"

static const char *const kingdoms[] = { "animalia", "plantae" };

/* ---- what is known */

char *
_saiga_wcmc_number (SaigaWcmcTables *self,
                    const SaigaWcmcName *name)
{
  return g_strdup_printf ("%s:%s:%u", kingdoms[self->kingdom], _saiga_rank_get_nick (name->rank), (guint) (name->key & 0xffffffff));
}

void
_saiga_wcmc_know_number (SaigaWcmcTables *self,
                         SaigaRecord *taxon,
                         SaigaWcmcAuthority authority,
                         const char *number)
{
  g_auto(GStrv) pieces = number != NULL ? g_strsplit (number, ":", 3) : NULL;
  SaigaWcmcName *name;
  gint64 key;

  if (pieces == NULL || g_strv_length (pieces) != 3)
    return;

  self->kingdom = g_str_equal (pieces[0], kingdoms[SAIGA_WCMC_PLANTAE]) ? SAIGA_WCMC_PLANTAE : SAIGA_WCMC_ANIMALIA;
  key = _saiga_wcmc_key (self, pieces[1], pieces[2]);
  if (key < 0)
    return;

  name = _saiga_wcmc_find_taxon (self, key);
  if (name == NULL)
    {
      name = g_new0 (SaigaWcmcName, 1);
      name->key = key;
      name->rank = saiga_taxon_get_rank (SAIGA_TAXON (taxon));
      name->name = saiga_taxon_get_name (SAIGA_TAXON (taxon));
      g_hash_table_insert (self->taxa, &name->key, name);
    }
  name->ids[authority] = _saiga_record_peek_id (taxon);
}

void
_saiga_wcmc_know_name (SaigaWcmcTables *self,
                       SaigaRecord *taxon,
                       SaigaWcmcAuthority authority)
{
  const char *name = saiga_taxon_get_name (SAIGA_TAXON (taxon));

  if (name != NULL && !g_hash_table_contains (self->by_name[authority], name))
    g_hash_table_insert (self->by_name[authority], _saiga_arena_add (self->reading->arena, name, strlen (name)), (gpointer) _saiga_record_peek_id (taxon));
}

const char *
_saiga_wcmc_find_unnumbered (SaigaWcmcTables *self,
                             const SaigaWcmcName *name,
                             SaigaWcmcAuthority authority)
{
  const char *id = _saiga_wcmc_find_name (self, name->name, authority);
  SaigaRecord *record = id != NULL ? _saiga_reading_lookup (self->reading, id) : NULL;

  if (record == NULL || !SAIGA_IS_TAXON (record) || saiga_taxon_get_rank (SAIGA_TAXON (record)) != name->rank)
    return NULL;

  return _saiga_find_identifier (record, "splus-rec") == NULL ? id : NULL;
}

/* ---- parts, gathered before they are put into their taxon: some have a hundred */

static void
free_parts (gpointer data)
{
  g_ptr_array_unref (data);
}

/* The part of the taxon that has the key of @part, else @part itself, which is taken. It may be changed. NULL: it lacks
 * what it must have. */
static SaigaRecord *
put_part (SaigaWcmcTables *self,
          SaigaRecord *taxon,
          const char *field,
          SaigaRecord *part)
{
  GPtrArray *parts;

  if (_saiga_part_find_missing (part) != NULL)
    {
      g_object_unref (part);
      return NULL;
    }
  if (self->lists == NULL)
    self->lists = g_hash_table_new_full (NULL, NULL, NULL, free_parts);
  parts = g_hash_table_lookup (self->lists, taxon);
  if (parts == NULL)
    {
      const SaigaPartList *old = _saiga_record_peek_parts (taxon, field);

      parts = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; old != NULL && i < old->len; i++)
        g_ptr_array_add (parts, g_object_ref (old->pdata[i]));
      g_hash_table_insert (self->lists, taxon, parts);
    }

  for (guint i = 0; i < parts->len; i++)
    if (_saiga_record_equal_key (parts->pdata[i], part))
      {
        SaigaRecord *copy = _saiga_record_copy (parts->pdata[i]);

        g_object_unref (part);
        g_object_unref (parts->pdata[i]);
        parts->pdata[i] = copy;
        return copy;
      }
  g_ptr_array_add (parts, part);

  return part;
}

static void
take_parts (SaigaWcmcTables *self,
            const char *field)
{
  GHashTableIter iter;
  gpointer taxon;
  gpointer parts;

  if (self->lists == NULL)
    return;

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, &taxon, &parts))
    {
      gsize n;
      g_autofree gpointer *taken = g_ptr_array_steal (parts, &n);

      _saiga_field_take_parts (_saiga_record_info_find (_saiga_record_get_info (taxon), field), taxon, (SaigaRecord **) taken, n);
    }
  g_clear_pointer (&self->lists, g_hash_table_unref);
}

/* ---- synonyms */

enum
{
  SYNONYM_NAME,
  SYNONYM_RANK,
  SYNONYM_NUMBER,
  SYNONYM_PARENT_NUMBER,
  SYNONYM_AUTHOR,
  SYNONYM_DESIGNATION,
  SYNONYM_ACCEPTED_RANK,
  SYNONYM_ACCEPTED_NUMBER,
  N_SYNONYM_COLUMNS,
};

static const SaigaColumn synonym_columns[] = {
  [SYNONYM_NAME] = { "scientificname", TRUE },
  [SYNONYM_RANK] = { "rank", TRUE },
  [SYNONYM_NUMBER] = { "recid", TRUE },
  [SYNONYM_PARENT_NUMBER] = { "parentrecid", TRUE },
  [SYNONYM_AUTHOR] = { "speciesauthor", TRUE },
  [SYNONYM_DESIGNATION] = { "designation", TRUE },
  [SYNONYM_ACCEPTED_RANK] = { "acceptedrank", TRUE },
  [SYNONYM_ACCEPTED_NUMBER] = { "acceptedrecid", TRUE },
};

static SaigaRowEnd
read_synonym (SaigaReading *reading,
              const SaigaRow *row,
              gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *rank_text = _saiga_row_get_text (row, SYNONYM_RANK);
  const char *number = _saiga_row_get_text (row, SYNONYM_NUMBER);
  gint64 key = _saiga_wcmc_key (self, rank_text, number);
  SaigaTaxonRank rank = _saiga_wcmc_rank (self, rank_text);
  SaigaWcmcName *name;

  if (key < 0)
    return _saiga_wcmc_refuse_number (self, "RecID", rank_text, number);

  name = g_new0 (SaigaWcmcName, 1);
  name->key = key;
  name->rank = rank;
  /* The column of the parent's rank is not always filled, nor right. */
  name->parent_key = _saiga_wcmc_key (self, rank == SAIGA_TAXON_RANK_SPECIES ? "genus" : "species", _saiga_row_get_text (row, SYNONYM_PARENT_NUMBER));
  name->accepted_key = _saiga_wcmc_key (self, _saiga_row_get_text (row, SYNONYM_ACCEPTED_RANK), _saiga_row_get_text (row, SYNONYM_ACCEPTED_NUMBER));
  name->words = _saiga_wcmc_clean (self, _saiga_row_get_text (row, SYNONYM_NAME));
  name->authorship = _saiga_wcmc_clean (self, _saiga_row_get_text (row, SYNONYM_AUTHOR));
  name->authorities = _saiga_wcmc_authorities (_saiga_row_get_text (row, SYNONYM_DESIGNATION));
  name->row = reading->row;
  g_ptr_array_add (self->read, name);

  return SAIGA_ROW_LATER;
}

/* What has the number, or that of which the number is a synonym. */
static gint64
follow_accepted (SaigaWcmcTables *self,
                 gint64 key)
{
  for (guint depth = 0; depth < 8 && key >= 0 && _saiga_wcmc_find_taxon (self, key) == NULL; depth++)
    {
      SaigaWcmcName *synonym = g_hash_table_lookup (self->synonyms, &key);

      key = synonym != NULL ? synonym->accepted_key : -1;
    }

  return key;
}

static SaigaRowEnd
make_synonym (SaigaWcmcTables *self,
              SaigaWcmcName *name)
{
  SaigaReading *reading = self->reading;
  gint64 accepted = follow_accepted (self, name->accepted_key);
  g_autofree char *number = _saiga_wcmc_number (self, name);
  gboolean is_made = FALSE;

  if (_saiga_wcmc_make_name (self, name) == NULL || name->words[0] == '\0')
    return _saiga_wcmc_refuse_number (self, "Parent recID", "", name->words);

  for (guint authority = 0; authority < SAIGA_N_WCMC_AUTHORITIES; authority++)
    {
      const char *id = name->authorities & 1u << authority ? _saiga_wcmc_find (self, accepted, authority) : NULL;
      SaigaRecord *taxon = id != NULL ? _saiga_reading_draft (reading, SAIGA_TYPE_TAXON, id) : NULL;
      SaigaRecord *part;

      if (taxon == NULL)
        continue;
      part = _saiga_record_new (SAIGA_TYPE_SYNONYM, reading->arena);
      _saiga_draft_set (reading, part, "name", name->name);
      _saiga_draft_set (reading, part, "authorship", name->authorship);
      part = put_part (self, taxon, "synonyms", part);
      if (part == NULL)
        continue;
      _saiga_draft_add_string (reading, part, "identifiers", number);
      is_made = TRUE;
    }

  return is_made ? SAIGA_ROW_MERGED : _saiga_wcmc_refuse_number (self, "AcceptedRecID", "", name->name);
}

static void
finish_synonyms (SaigaWcmcTables *self)
{
  /* The last of a number is what others have as their parent. */
  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];
      SaigaWcmcName *other = g_hash_table_lookup (self->synonyms, &name->key);

      if (other != NULL)
        g_hash_table_steal (self->synonyms, &name->key);
      g_hash_table_insert (self->synonyms, &name->key, name);
    }
  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];

      self->reading->row = name->row;
      self->reading->n_rows[make_synonym (self, name)]++;
    }
  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];

      if (g_hash_table_lookup (self->synonyms, &name->key) != name)
        g_free (name);
    }
  take_parts (self, "synonyms");
  g_ptr_array_set_size (self->read, 0);
}

/* ---- common names */

static const SaigaColumn language_columns[] = { { "iso3", TRUE }, { "langshort", TRUE }, { "iso1", TRUE } };

static SaigaRowEnd
read_language (SaigaReading *reading,
               const SaigaRow *row,
               gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *code = _saiga_wcmc_clean (self, _saiga_row_get_text (row, 0));
  const char *tag = _saiga_wcmc_clean (self, _saiga_row_get_text (row, 2));

  if (code[0] == '\0')
    return _saiga_reading_refuse_row (reading, row, NULL, "ISO-3");

  /* A language without a code of two letters keeps that of three. */
  if (tag[0] != '\0')
    g_hash_table_insert (self->languages, (gpointer) code, (gpointer) tag);

  return SAIGA_ROW_MERGED;
}

enum
{
  COMMON_NAME,
  COMMON_LANGUAGE,
  COMMON_NUMBER,
  COMMON_RANK,
  COMMON_DESIGNATION,
  COMMON_REFERENCE,
  N_COMMON_COLUMNS,
};

static const SaigaColumn common_columns[] = {
  [COMMON_NAME] = { "comname", TRUE },
  [COMMON_LANGUAGE] = { "langshort", TRUE },
  [COMMON_NUMBER] = { "recid", TRUE },
  [COMMON_RANK] = { "rank", TRUE },
  [COMMON_DESIGNATION] = { "designation", TRUE },
  [COMMON_REFERENCE] = { "referenceid", FALSE },
};

static SaigaRowEnd
read_common_name (SaigaReading *reading,
                  const SaigaRow *row,
                  gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *rank = _saiga_row_get_text (row, COMMON_RANK);
  const char *number = _saiga_row_get_text (row, COMMON_NUMBER);
  const char *code = _saiga_row_get_text (row, COMMON_LANGUAGE);
  const char *name = _saiga_wcmc_clean (self, _saiga_row_get_text (row, COMMON_NAME));
  const char *reference = _saiga_row_get_text (row, COMMON_REFERENCE);
  const char *tag = g_hash_table_lookup (self->languages, code);
  guint authorities = _saiga_wcmc_authorities (_saiga_row_get_text (row, COMMON_DESIGNATION));
  gint64 key = _saiga_wcmc_key (self, rank, number);
  g_autofree char *lower = g_ascii_strdown (code, -1);
  const char *language = tag != NULL ? tag : lower;
  g_autofree char *document_id = reference[0] != '\0' ? g_strconcat ("document.splus-", reference, NULL) : NULL;
  gboolean is_made = FALSE;

  if (name[0] == '\0' || code[0] == '\0')
    return _saiga_reading_refuse_row (reading, row, NULL, name[0] == '\0' ? "ComName" : "LangShort");
  if (!_saiga_language_is_valid (language))
    {
      _saiga_reading_add_problem (reading, "import-value", "LangShort", language, "a language is expected", NULL);
      return SAIGA_ROW_REFUSED;
    }

  for (guint authority = 0; authority < SAIGA_N_WCMC_AUTHORITIES; authority++)
    {
      const char *id = authorities & 1u << authority ? _saiga_wcmc_find (self, key, authority) : NULL;
      SaigaRecord *taxon = id != NULL ? _saiga_reading_draft (reading, SAIGA_TYPE_TAXON, id) : NULL;
      SaigaRecord *part;

      if (taxon == NULL)
        continue;
      part = _saiga_record_new (SAIGA_TYPE_COMMON_NAME, reading->arena);
      _saiga_draft_set (reading, part, "name", name);
      _saiga_draft_set (reading, part, "language", language);
      part = put_part (self, taxon, "common-names", part);
      if (part == NULL)
        continue;
      if (document_id != NULL && _saiga_reading_lookup (reading, document_id) != NULL)
        _saiga_draft_add_string (reading, part, "document-ids", document_id);
      is_made = TRUE;
    }

  return is_made ? SAIGA_ROW_MERGED : _saiga_wcmc_refuse_number (self, "RecId", rank, number);
}

static void
finish_common_names (SaigaWcmcTables *self)
{
  take_parts (self, "common-names");
}

const SaigaWcmcTable _saiga_wcmc_name_tables[] = {
  { "animalia_taxa_utf8.csv", SAIGA_WCMC_ANIMALIA, 0, _saiga_wcmc_taxon_columns, SAIGA_N_WCMC_TAXON_COLUMNS, _saiga_wcmc_read_taxon, _saiga_wcmc_finish_taxa },
  { "plantae_taxa_utf8.csv", SAIGA_WCMC_PLANTAE, 0, _saiga_wcmc_taxon_columns, SAIGA_N_WCMC_TAXON_COLUMNS, _saiga_wcmc_read_taxon, _saiga_wcmc_finish_taxa },
  { "animalia_synonyms_utf8.csv", SAIGA_WCMC_ANIMALIA, 0, synonym_columns, N_SYNONYM_COLUMNS, read_synonym, finish_synonyms },
  { "plantae_synonyms_utf8.csv", SAIGA_WCMC_PLANTAE, 0, synonym_columns, N_SYNONYM_COLUMNS, read_synonym, finish_synonyms },
  { NULL }
};

/* After the references, which they name. */
const SaigaWcmcTable _saiga_wcmc_common_tables[] = {
  { "languages_utf8.csv", SAIGA_WCMC_ANIMALIA, 0, language_columns, G_N_ELEMENTS (language_columns), read_language, NULL },
  { "animalia_common_names_utf8.csv", SAIGA_WCMC_ANIMALIA, 0, common_columns, N_COMMON_COLUMNS, read_common_name, finish_common_names },
  { NULL }
};
