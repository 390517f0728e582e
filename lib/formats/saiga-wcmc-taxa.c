/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Taxa of UNEP-WCMC's tables. A row has the last word of a name; its parent, by number, has the others, and may
 * stand further down: rows are kept, and become taxa when all are read. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-wcmc-names-private.h"

/* What the data set has already, by the numbers and names that it has. */
void
_saiga_wcmc_add_known_taxa (SaigaWcmcTables *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->reading->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *authority_id = saiga_taxon_get_authority_id (record);
      const SaigaPartList *identifiers = _saiga_record_peek_parts (record, "identifiers");
      SaigaIdentifier *identifier;
      guint authority;

      for (authority = 0; authority < SAIGA_N_WCMC_AUTHORITIES; authority++)
        if (authority_id != NULL && g_str_has_prefix (authority_id, "authority.") && g_str_equal (authority_id + strlen ("authority."), _saiga_wcmc_prefix (authority)))
          break;
      if (authority == SAIGA_N_WCMC_AUTHORITIES)
        continue;

      _saiga_wcmc_know_name (self, record, authority);
      for (guint i = 0; (identifier = _saiga_parts_peek (identifiers, i)) != NULL; i++)
        if (g_strcmp0 (saiga_identifier_get_scheme (identifier), "splus-rec") == 0)
          _saiga_wcmc_know_number (self, record, authority, saiga_identifier_get_value (identifier));
    }
}

/* ---- rows */

enum
{
  NAME,
  RANK,
  NUMBER,
  PARENT_RANK,
  PARENT_NUMBER,
  STATUS,
  AUTHOR,
  NOTES,
  DESIGNATION,
  N_COLUMNS,
};

G_STATIC_ASSERT (N_COLUMNS == SAIGA_N_WCMC_TAXON_COLUMNS);

const SaigaColumn _saiga_wcmc_taxon_columns[] = {
  [NAME] = { "scientificname", TRUE },
  [RANK] = { "rank", TRUE },
  [NUMBER] = { "recid", TRUE },
  [PARENT_RANK] = { "parentrank", TRUE },
  [PARENT_NUMBER] = { "parentrecid", TRUE },
  [STATUS] = { "status", TRUE },
  [AUTHOR] = { "speciesauthor", TRUE },
  [NOTES] = { "notes", FALSE },
  [DESIGNATION] = { "designation", TRUE },
};

/* As the key, but with the rank that is said: there are numbers of two rows that only that tells apart. */
static gint64
make_exact (gint64 key,
            SaigaTaxonRank rank)
{
  return key < 0 ? key : ((key & ~(G_GINT64_CONSTANT (0xff) << 32)) | (gint64) rank << 32);
}

SaigaRowEnd
_saiga_wcmc_read_taxon (SaigaReading *reading,
                        const SaigaRow *row,
                        gpointer data)
{
  SaigaWcmcTables *self = data;
  const char *rank = _saiga_row_get_text (row, RANK);
  const char *parent_number = _saiga_row_get_text (row, PARENT_NUMBER);
  SaigaWcmcName *name;
  gint64 key = _saiga_wcmc_key (self, rank, _saiga_row_get_text (row, NUMBER));
  const char *words = _saiga_wcmc_clean (self, _saiga_row_get_text (row, NAME));

  if (key < 0)
    return _saiga_wcmc_refuse_number (self, "RecID", rank, _saiga_row_get_text (row, NUMBER));
  if (words[0] == '\0' || _saiga_wcmc_authorities (_saiga_row_get_text (row, DESIGNATION)) == 0)
    return _saiga_reading_refuse_row (reading, row, NULL, words[0] == '\0' ? "Scientific name" : "Designation");

  name = g_new0 (SaigaWcmcName, 1);
  name->key = key;
  name->rank = _saiga_wcmc_rank (self, rank);
  name->exact_key = make_exact (key, name->rank);
  name->has_parent = parent_number[strspn (parent_number, " ")] != '\0' && strcmp (parent_number, "NULL") != 0;
  name->parent_key = _saiga_wcmc_key (self, _saiga_row_get_text (row, PARENT_RANK), parent_number);
  name->exact_parent_key = make_exact (name->parent_key, _saiga_wcmc_rank (self, _saiga_row_get_text (row, PARENT_RANK)));
  name->words = words;
  name->authorship = _saiga_wcmc_clean (self, _saiga_row_get_text (row, AUTHOR));
  name->authorities = _saiga_wcmc_authorities (_saiga_row_get_text (row, DESIGNATION));
  name->status = _saiga_row_get_text (row, STATUS)[0];
  name->row = reading->row;
  g_ptr_array_add (self->read, name);

  return SAIGA_ROW_LATER;
}

/* ---- names */

static char *
capitalize (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *first = g_utf8_strup (word, g_utf8_next_char (word) - word);

  return g_strconcat (first, g_utf8_next_char (lower), NULL);
}

static char *
name_half (const char *half,
           const char *parent_name)
{
  if (strchr (half, ' ') != NULL)
    {
      g_autofree char *first = g_utf8_strup (half, g_utf8_next_char (half) - half);

      return g_strconcat (first, g_utf8_next_char (half), NULL);
    }

  return g_strconcat (parent_name, " ", half, NULL);
}

/* The whole name of what has these words, and a parent of that name. */
static char *
join_name (SaigaWcmcKingdom kingdom,
           SaigaTaxonRank rank,
           const char *parent_name,
           const char *words)
{
  const char *times = strstr (words, " x ");

  if (rank < SAIGA_TAXON_RANK_SPECIES)
    {
      g_autofree char *upper = g_utf8_strup (words, -1);
      char *name = g_str_equal (upper, words) ? capitalize (words) : g_strdup (words);

      /* The kingdom of plants stands there as Flora. */
      if (rank != SAIGA_TAXON_RANK_KINGDOM || !g_str_equal (name, "Flora"))
        return name;
      g_free (name);
      return g_strdup ("Plantae");
    }
  if (g_str_has_prefix (words, "x "))
    return g_strconcat (parent_name, " × ", words + 2, NULL);
  if (times != NULL && rank == SAIGA_TAXON_RANK_SPECIES && strstr (times + 3, " x ") == NULL)
    {
      /* A formula gives the second genus only where it differs, and not always in its case. */
      g_autofree char *left_words = g_strndup (words, times - words);
      g_autofree char *left = name_half (left_words, parent_name);
      g_autofree char *right = name_half (times + 3, parent_name);

      return g_strconcat (left, " × ", right, NULL);
    }

  /* As the Appendices print plants below the species. */
  return g_strconcat (parent_name, " ",
                      kingdom != SAIGA_WCMC_PLANTAE ? "" : rank == SAIGA_TAXON_RANK_SUBSPECIES ? "ssp. "
                                                         : rank == SAIGA_TAXON_RANK_VARIETY    ? "var. "
                                                                                               : "",
                      words, NULL);
}

const char *
_saiga_wcmc_make_name (SaigaWcmcTables *self,
                       SaigaWcmcName *name)
{
  SaigaWcmcName *parent;
  const char *parent_name = NULL;
  g_autofree char *whole = NULL;

  /* What only the data set has comes without words: it has the name that it has, or none. */
  if (name->name != NULL || name->words == NULL)
    return name->name;

  if (name->rank >= SAIGA_TAXON_RANK_SPECIES)
    {
      /* A synonym may be named after another one. From rank to rank the way up ends soon, in a circle too. */
      parent = _saiga_wcmc_find_taxon (self, name->parent_key);
      if (parent == NULL)
        parent = g_hash_table_lookup (self->synonyms, &name->parent_key);
      if (parent != NULL && parent->rank < name->rank)
        parent_name = _saiga_wcmc_make_name (self, parent);
      if (parent_name == NULL)
        return NULL;
    }
  whole = join_name (self->kingdom, name->rank, parent_name, name->words);
  name->name = _saiga_arena_add (self->reading->arena, whole, strlen (whole));

  return name->name;
}

/* ---- taxa */

/* Of two rows with one number that one is held whose parent is there at its very rank, else the first. */
static void
hold_numbers (SaigaWcmcTables *self)
{
  g_autoptr(GHashTable) exact = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GHashTable) held = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];

      g_hash_table_add (exact, &name->exact_key);
    }
  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];
      SaigaWcmcName *other = g_hash_table_lookup (held, &name->key);

      if (other == NULL || (g_hash_table_contains (exact, &name->exact_parent_key) && !g_hash_table_contains (exact, &other->exact_parent_key)))
        g_hash_table_replace (held, &name->key, name);
    }

  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];
      SaigaWcmcName *known = _saiga_wcmc_find_taxon (self, name->key);

      self->reading->row = name->row;
      if (g_hash_table_lookup (held, &name->key) != name)
        {
          SaigaWcmcName *other = g_hash_table_lookup (held, &name->key);
          g_autofree char *row = g_strdup_printf ("%u", other->row);

          _saiga_reading_add_problem (self->reading, "import-double", "RecID", name->words, row, NULL);
          self->reading->n_rows[SAIGA_ROW_REFUSED]++;
          name->key = -1;
          continue;
        }

      /* What the data set has under that number keeps its ids. */
      if (known != NULL)
        memcpy (name->ids, known->ids, sizeof (name->ids));
    }
}

static const char *
choose_id (SaigaWcmcTables *self,
           const SaigaWcmcName *name,
           SaigaWcmcAuthority authority,
           char **made)
{
  const char *id = name->ids[authority] != NULL ? name->ids[authority] : _saiga_wcmc_find_unnumbered (self, name, authority);
  g_autofree char *slug = NULL;
  g_autofree char *prefix = NULL;

  if (id != NULL)
    return id;

  slug = _saiga_slug (name->name);
  prefix = g_strconcat (_saiga_wcmc_prefix (authority), ".", NULL);
  *made = _saiga_reading_make_id (self->reading, prefix, slug, _saiga_rank_get_nick (name->rank));

  return *made;
}

static void
make_taxon (SaigaWcmcTables *self,
            SaigaWcmcName *name,
            SaigaWcmcAuthority authority)
{
  SaigaReading *reading = self->reading;
  g_autofree char *authority_id = g_strconcat ("authority.", _saiga_wcmc_prefix (authority), NULL);
  g_autofree char *number = NULL;
  g_autofree char *made = NULL;
  SaigaRecord *draft = _saiga_reading_draft (reading, SAIGA_TYPE_TAXON, choose_id (self, name, authority, &made));

  name->ids[authority] = _saiga_record_peek_id (draft);
  _saiga_draft_set (reading, draft, "authority-id", authority_id);
  _saiga_draft_set (reading, draft, "name", name->name);
  _saiga_draft_set (reading, draft, "authorship", name->authorship);
  _saiga_draft_set (reading, draft, "rank", _saiga_rank_get_nick (name->rank));
  _saiga_draft_set (reading, draft, "name-kind", name->status == 'N' ? "unaccepted" : name->status == 'H' ? "hybrid"
                                                                                                          : "accepted");
  number = _saiga_wcmc_number (self, name);
  _saiga_draft_add_identifier (reading, draft, "splus-rec", number);
  _saiga_wcmc_know_name (self, draft, authority);
}

static void
set_parent (SaigaWcmcTables *self,
            const SaigaWcmcName *name,
            SaigaWcmcAuthority authority)
{
  SaigaReading *reading = self->reading;
  SaigaRecord *draft = _saiga_reading_draft (reading, SAIGA_TYPE_TAXON, name->ids[authority]);
  const char *parent_id = _saiga_wcmc_find (self, name->parent_key, authority);
  g_auto(GStrv) halves = name->status == 'H' && strstr (name->name, " × ") != NULL ? g_strsplit (name->name, " × ", -1) : NULL;
  g_autoptr(GString) ids = g_string_new (NULL);

  if (parent_id != NULL && !g_str_equal (parent_id, name->ids[authority]))
    _saiga_draft_set (reading, draft, "parent-id", parent_id);
  else if (name->has_parent)
    _saiga_reading_add_problem (reading, "import-number", "ParentRecID", name->name, NULL);

  for (guint i = 0; halves != NULL && halves[i] != NULL; i++)
    {
      const char *id = strchr (halves[i], ' ') != NULL ? _saiga_wcmc_find_name (self, halves[i], authority) : NULL;

      if (id == NULL)
        return;
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", id);
    }
  _saiga_draft_set (reading, draft, "hybrid-parent-ids", ids->str);
}

void
_saiga_wcmc_finish_taxa (SaigaWcmcTables *self)
{
  SaigaReading *reading = self->reading;

  hold_numbers (self);
  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];

      if (name->key >= 0)
        g_hash_table_replace (self->taxa, &name->key, name);
      else
        g_clear_pointer (&self->read->pdata[i], g_free);
    }

  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];

      if (name == NULL)
        continue;
      reading->row = name->row;
      if (_saiga_wcmc_make_name (self, name) == NULL)
        {
          _saiga_reading_add_problem (reading, "import-number", "ParentRecID", name->words, NULL);
          reading->n_rows[SAIGA_ROW_REFUSED]++;
          continue;
        }
      for (guint authority = 0; authority < SAIGA_N_WCMC_AUTHORITIES; authority++)
        if (name->authorities & 1u << authority)
          make_taxon (self, name, authority);
      reading->n_rows[SAIGA_ROW_MADE]++;
    }

  for (guint i = 0; i < self->read->len; i++)
    {
      SaigaWcmcName *name = self->read->pdata[i];

      if (name == NULL || name->name == NULL)
        continue;
      reading->row = name->row;
      for (guint authority = 0; authority < SAIGA_N_WCMC_AUTHORITIES; authority++)
        if (name->authorities & 1u << authority)
          set_parent (self, name, authority);
    }
  g_ptr_array_set_size (self->read, 0);
}
