/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Taxa: known ones are found by number and by name, so that their ids stay. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-name-parse-private.h"
#include "saiga-reading-private.h"

SaigaTaxonRank
_saiga_rank_parse (const char *text)
{
  g_autoptr(GEnumClass) ranks = g_type_class_ref (SAIGA_TYPE_TAXON_RANK);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  GEnumValue *value = g_enum_get_value_by_nick (ranks, g_strstrip (lower));

  return value != NULL ? value->value : SAIGA_TAXON_RANK_UNSET;
}

const char *
_saiga_rank_get_nick (SaigaTaxonRank rank)
{
  static gsize words;

  /* An enumeration is never unloaded: its words live on. */
  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) g_type_class_ref (SAIGA_TYPE_TAXON_RANK));

  return g_enum_get_value ((GEnumClass *) words, rank)->value_nick;
}

/* ---- finding */

/* One table for all ways: `scheme\nnumber`, `rank\nname`, and the name alone. */
static void
add_keys (SaigaReading *self,
          gpointer record)
{
  const char *id = _saiga_record_peek_id (record);
  const char *name = saiga_taxon_get_name (record);
  const SaigaPartList *identifiers = _saiga_record_peek_parts (record, "identifiers");
  SaigaIdentifier *identifier;

  for (guint i = 0; (identifier = _saiga_parts_peek (identifiers, i)) != NULL; i++)
    if (saiga_identifier_get_scheme (identifier) != NULL && saiga_identifier_get_value (identifier) != NULL)
      {
        _saiga_reading_join_key (self, saiga_identifier_get_scheme (identifier), saiga_identifier_get_value (identifier));
        g_hash_table_insert (self->taxon_keys, _saiga_reading_keep_key (self), (gpointer) id);
      }
  if (name == NULL)
    return;

  /* Of homonyms of one rank the first keeps the key; a number tells them apart. */
  if (!g_hash_table_contains (self->taxon_keys, _saiga_reading_join_key (self, _saiga_rank_get_nick (saiga_taxon_get_rank (record)), name)))
    g_hash_table_insert (self->taxon_keys, _saiga_reading_keep_key (self), (gpointer) id);
  g_string_assign (self->key, name);
  if (!g_hash_table_contains (self->taxon_keys, name))
    g_hash_table_insert (self->taxon_keys, _saiga_reading_keep_key (self), (gpointer) id);
}

void
_saiga_reading_set_authority (SaigaReading *self,
                              const char *authority_id)
{
  if (g_strcmp0 (self->authority_id, authority_id) == 0)
    return;

  g_free (self->authority_id);
  self->authority_id = g_strdup (authority_id);
  self->taxon_keys = self->all_keys != NULL ? g_hash_table_lookup (self->all_keys, authority_id) : NULL;

  /* The taxa above the row before are those of the other one. */
  for (guint i = 0; i < SAIGA_MAX_PARENTS; i++)
    g_clear_pointer (&self->parents[i].name, g_free);
}

static void
ensure_keys (SaigaReading *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON));
  SaigaTableIter iter;
  gpointer record;

  if (self->taxon_keys != NULL)
    return;

  self->taxon_keys = g_hash_table_new (g_str_hash, g_str_equal);
  _saiga_reading_keep_keys (self, self->authority_id, self->taxon_keys);
  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (g_strcmp0 (saiga_taxon_get_authority_id (record), self->authority_id) == 0)
      add_keys (self, record);
}

const char *
_saiga_reading_find_number (SaigaReading *self,
                            const char *scheme,
                            const char *number)
{
  ensure_keys (self);

  return g_hash_table_lookup (self->taxon_keys, _saiga_reading_join_key (self, scheme, number));
}

const char *
_saiga_reading_find_taxon (SaigaReading *self,
                           const char *name)
{
  ensure_keys (self);

  return g_hash_table_lookup (self->taxon_keys, name);
}

/* Whether a taxon that has the same name and rank may be the one of a number: not if it has another number. */
static gboolean
may_have_number (SaigaReading *self,
                 const char *id,
                 const char *scheme)
{
  return _saiga_find_identifier (_saiga_reading_lookup (self, id), scheme) == NULL;
}

static const char *
find_taxon (SaigaReading *self,
            const SaigaTaxonFacts *facts)
{
  gboolean has_number = facts->number != NULL && facts->number[0] != '\0';
  const char *id = has_number ? g_hash_table_lookup (self->taxon_keys, _saiga_reading_join_key (self, facts->scheme, facts->number)) : NULL;

  if (id != NULL)
    return id;

  id = g_hash_table_lookup (self->taxon_keys, _saiga_reading_join_key (self, _saiga_rank_get_nick (facts->rank), facts->name));

  return id != NULL && (!has_number || may_have_number (self, id, facts->scheme)) ? id : NULL;
}

/* ---- making */

static char *
make_id (SaigaReading *self,
         const SaigaTaxonFacts *facts)
{
  g_autofree char *prefix = g_strconcat (_saiga_id_peek_slug (self->authority_id), ".", NULL);
  g_autofree char *name = _saiga_slug (facts->name);
  g_autofree char *number = name[0] == '\0' && facts->number != NULL ? _saiga_slug (facts->number) : NULL;

  return _saiga_reading_make_id (self, prefix, number != NULL ? number : name, _saiga_rank_get_nick (facts->rank));
}

/* Whether a taxon is below another already, by way of ranks that a file may leave out. */
static gboolean
is_below (SaigaReading *self,
          SaigaRecord *taxon,
          const char *above_id)
{
  for (guint depth = 0; depth < 64 && (taxon = _saiga_reading_get_parent (self, taxon)) != NULL; depth++)
    if (g_str_equal (_saiga_record_peek_id (taxon), above_id))
      return TRUE;

  return FALSE;
}

static SaigaRecord *
fill_taxon (SaigaReading *self,
            const SaigaTaxonFacts *facts,
            const char *id,
            gboolean is_new)
{
  SaigaRecord *draft = _saiga_reading_draft (self, SAIGA_TYPE_TAXON, id);

  _saiga_draft_set (self, draft, "authority-id", self->authority_id);
  _saiga_draft_set (self, draft, "name", facts->name);
  _saiga_draft_set (self, draft, "authorship", facts->authorship);
  _saiga_draft_set (self, draft, "rank", _saiga_rank_get_nick (facts->rank));
  if (facts->parent_id != NULL && !g_str_equal (facts->parent_id, id) && !is_below (self, draft, facts->parent_id))
    _saiga_draft_set (self, draft, "parent-id", facts->parent_id);
  if (facts->number != NULL && facts->number[0] != '\0' && !g_str_equal (facts->number, id))
    _saiga_draft_add_identifier (self, draft, facts->scheme, facts->number);
  if (is_new || facts->number != NULL)
    add_keys (self, draft);

  return draft;
}

SaigaRecord *
_saiga_reading_put_taxon (SaigaReading *self,
                          const SaigaTaxonFacts *facts)
{
  g_autofree char *made = NULL;
  const char *id;

  ensure_keys (self);
  id = find_taxon (self, facts);
  if (id == NULL)
    made = make_id (self, facts);

  return fill_taxon (self, facts, id != NULL ? id : made, id == NULL);
}

SaigaRecord *
_saiga_reading_put_taxon_as (SaigaReading *self,
                             const SaigaTaxonFacts *facts,
                             const char *id)
{
  SaigaRecord *record = _saiga_reading_lookup (self, id);

  ensure_keys (self);
  if (record != NULL && !SAIGA_IS_TAXON (record))
    return _saiga_reading_put_taxon (self, facts);

  return fill_taxon (self, facts, id, record == NULL);
}

SaigaRowEnd
_saiga_reading_end_taxon (SaigaReading *self,
                          SaigaRecord *taxon)
{
  return g_hash_table_add (self->row_taxa, (gpointer) _saiga_record_peek_id (taxon)) ? SAIGA_ROW_MADE : SAIGA_ROW_MERGED;
}

const char *
_saiga_reading_put_parents (SaigaReading *self,
                            const char *const *names,
                            const SaigaTaxonRank *ranks,
                            guint n_names)
{
  const char *parent_id = NULL;

  ensure_keys (self);
  for (guint i = 0; i < n_names; i++)
    {
      SaigaParent *last = &self->parents[MIN (i, SAIGA_MAX_PARENTS - 1)];
      g_autofree char *name = NULL;

      if (names[i] == NULL || names[i][0] == '\0')
        continue;

      if (last->keys != self->taxon_keys || last->rank != ranks[i] || g_strcmp0 (last->name, names[i]) != 0)
        {
          name = _saiga_clean_line (names[i]);
          if (name[0] == '\0')
            continue;
          last->id = g_hash_table_lookup (self->taxon_keys, _saiga_reading_join_key (self, _saiga_rank_get_nick (ranks[i]), name));
          if (last->id == NULL)
            last->id = _saiga_record_peek_id (_saiga_reading_put_taxon (self, &(SaigaTaxonFacts){ .name = name, .rank = ranks[i], .parent_id = parent_id }));
          last->keys = self->taxon_keys;
          last->rank = ranks[i];
          g_free (last->name);
          last->name = g_strdup (names[i]);
        }
      parent_id = last->id;
    }

  return parent_id;
}

/* ---- lists of names */

/* Words of authorship that are not capitalised, as an epithet is not. */
static gboolean
is_particle (const char *word,
             gsize length)
{
  static const char *const particles[] = {
    "ex", "in", "et", "fil", "and", "de", "del", "della", "di", "da", "do", "dos", "du", "des", "la", "le", "van", "von", "der", "den", "zu", "non", "nec", "auct", NULL
  };

  for (guint i = 0; particles[i] != NULL; i++)
    if (strlen (particles[i]) == length && strncmp (particles[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a name begins here: a genus, and a lower epithet after it. */
static gboolean
begins_name (const char *text)
{
  const char *word = text;
  const char *end;

  if (!g_ascii_isupper (word[0]) || !g_ascii_islower (word[1]))
    return FALSE;
  while (g_ascii_islower (*++word) || *word == '-' || (guchar) *word >= 0x80)
    ;
  if (*word != ' ')
    return FALSE;
  word++;
  if (g_str_has_prefix (word, "× ") || g_str_has_prefix (word, "x "))
    return TRUE;
  for (end = word; g_ascii_islower (*end) || *end == '-' || (guchar) *end >= 0x80; end++)
    ;

  return end - word >= 3 && (*end == ' ' || *end == '\0' || *end == ',') && !is_particle (word, end - word);
}

/* The same but for spaces and commas. */
static gboolean
equal_letters (const char *text,
               const char *other)
{
  while (TRUE)
    {
      text += strspn (text, " ,");
      other += strspn (other, " ,");
      if (*text != *other || *text == '\0')
        return *text == *other;
      text++;
      other++;
    }
}

char *
_saiga_split_name (const char *text,
                   char **authorship)
{
  /* A list has tens of thousands of names: only what is asked of them is made. */
  g_autofree SaigaNameParse *parse = g_new (SaigaNameParse, 1);
  char buffer[SAIGA_NAME_BUFFER_SIZE];
  const char *at;
  guint row;
  gsize length;

  _saiga_name_parse (parse, text, strlen (text));
  row = _saiga_name_get_last_authorship (&parse->result);
  length = row > 0 ? _saiga_name_write_authorship (&parse->result, parse->text, row, -1, buffer, sizeof (buffer)) : 0;
  *authorship = length > 0 ? g_strndup (buffer, length) : NULL;
  if (*authorship == NULL)
    return g_strdup (text);

  at = strstr (text, *authorship);
  if (at != NULL && at > text && at[length] == '\0')
    return g_strchomp (g_strndup (text, at - text));

  /* The author as the text writes it, if it is what stands behind the name. */
  length = _saiga_name_write_canonical (&parse->result, parse->text, SAIGA_NAME_FORM_FULL, buffer, sizeof (buffer));
  if (length > 0 && strncmp (text, buffer, length) == 0 && text[length] == ' ' && equal_letters (text + length, *authorship))
    {
      g_free (*authorship);
      *authorship = g_strdup (text + length + 1);
    }

  return g_strndup (buffer, length);
}

static void
add_synonym (SaigaReading *self,
             SaigaRecord *taxon,
             const char *text)
{
  g_autofree char *authorship = NULL;
  g_autofree char *bare = _saiga_split_name (text, &authorship);

  if (bare != NULL && bare[0] != '\0')
    _saiga_draft_add_part (self, taxon, "synonyms", "name", bare, "authorship", authorship, NULL);
}

void
_saiga_reading_add_synonyms (SaigaReading *self,
                             SaigaRecord *taxon,
                             const char *list)
{
  g_autofree char *line = list[0] != '\0' ? _saiga_clean_line (list) : NULL;
  const char *start = line;

  if (line == NULL)
    return;

  for (const char *at = line;; at++)
    if (*at == '\0' || (at[0] == ',' && at[1] == ' ' && begins_name (at + 2)))
      {
        g_autofree char *text = g_strstrip (g_strndup (start, at - start));

        add_synonym (self, taxon, text);
        if (*at == '\0')
          break;
        start = at + 2;
      }
}

void
_saiga_reading_add_common_names (SaigaReading *self,
                                 SaigaRecord *taxon,
                                 const char *list,
                                 const char *language)
{
  g_auto(GStrv) names = NULL;

  if (list[0] == '\0')
    return;

  names = g_strsplit (list, ", ", -1);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *line = _saiga_clean_line (*name);

      if (line[0] != '\0')
        _saiga_draft_add_part (self, taxon, "common-names", "name", line, "language", language, NULL);
    }
}
