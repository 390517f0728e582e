/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The taxa of checklists, and those above them. */

#include <string.h>

#include "saiga-taxon-list-private.h"

/* ---- taxa */

/* `Struthionidae (Ostriches)`, `ORNITHORHYNCHIDAE`: the scientific name, as names of higher ranks are written. */
static char *
clean_higher (const char *text)
{
  g_autofree char *line = _saiga_clean_line (text);
  char *bracket = strstr (line, " (");

  if (bracket != NULL)
    *bracket = '\0';
  if (g_ascii_isupper (line[0]) && g_ascii_isupper (line[1]))
    for (char *c = line + 1; *c != '\0'; c++)
      *c = g_ascii_tolower (*c);

  return g_steal_pointer (&line);
}

/* The columns of higher ranks, down to the one above a rank. */
static const char *
put_flat (SaigaTaxonList *self,
          guint row,
          SaigaTaxonRank rank,
          const char *name)
{
  static const SaigaTaxonRank ranks[] = {
    SAIGA_TAXON_RANK_KINGDOM, SAIGA_TAXON_RANK_PHYLUM, SAIGA_TAXON_RANK_CLASS, SAIGA_TAXON_RANK_SUBCLASS, SAIGA_TAXON_RANK_ORDER,
    SAIGA_TAXON_RANK_SUBORDER, SAIGA_TAXON_RANK_SUPERFAMILY, SAIGA_TAXON_RANK_FAMILY, SAIGA_TAXON_RANK_SUBFAMILY, SAIGA_TAXON_RANK_TRIBE,
    SAIGA_TAXON_RANK_GENUS
  };
  char *names[G_N_ELEMENTS (ranks) + 1] = { NULL };
  SaigaTaxonRank above[G_N_ELEMENTS (ranks) + 1];
  const char *id;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ranks) && ranks[i] < rank; i++)
    {
      g_autofree char *higher = clean_higher (_saiga_usages_get (self->usages, row, SAIGA_USAGE_KINGDOM + i));
      g_autofree char *hybrid = g_strconcat ("× ", higher, NULL);

      if (higher[0] == '\0' || g_ascii_strcasecmp (higher, "incertae sedis") == 0)
        continue;

      /* The column may leave out that the genus is a hybrid. */
      names[n] = ranks[i] == SAIGA_TAXON_RANK_GENUS && _saiga_reading_find_taxon (self->reading, higher) == NULL &&
                     _saiga_reading_find_taxon (self->reading, hybrid) != NULL
                   ? g_steal_pointer (&hybrid)
                   : g_steal_pointer (&higher);
      above[n++] = ranks[i];
    }

  /* The genus of a species that names none, such as a column may not have. */
  if (rank > SAIGA_TAXON_RANK_GENUS && (n == 0 || above[n - 1] != SAIGA_TAXON_RANK_GENUS) && self->usages->first[SAIGA_USAGE_FAMILY] >= 0)
    {
      const char *space = strchr (name, ' ');

      if (space != NULL && g_ascii_isupper (name[0]))
        {
          names[n] = g_strndup (name, space - name);
          above[n++] = SAIGA_TAXON_RANK_GENUS;
        }
    }

  /* The species of a subspecies. */
  if (rank > SAIGA_TAXON_RANK_SPECIES && n > 0)
    {
      const char *first = strchr (name, ' ');
      const char *second = first != NULL ? strchr (first + 1, ' ') : NULL;

      if (second != NULL && g_ascii_islower (first[1]))
        {
          names[n] = g_strndup (name, second - name);
          above[n++] = SAIGA_TAXON_RANK_SPECIES;
        }
    }
  id = _saiga_reading_put_parents (self->reading, (const char *const *) names, above, MIN (n, G_N_ELEMENTS (ranks) + 1));
  for (guint i = 0; i < n; i++)
    g_free (names[i]);

  return id;
}

static const char *
find_parent (SaigaTaxonList *self,
             guint row,
             SaigaTaxonRank rank,
             const char *name)
{
  const char *parent = _saiga_usages_get (self->usages, row, SAIGA_USAGE_PARENT_ID);
  g_autofree char *parent_name = NULL;
  int position = _saiga_usages_find (self->usages, parent);

  if (position >= 0 && (guint) position != row)
    {
      /* A ring, or a synonym: then what it is a synonym of. */
      if (self->states[position] == SAIGA_USAGE_STATE_SYNONYM)
        position = _saiga_usages_find (self->usages, _saiga_usages_get (self->usages, position, SAIGA_USAGE_ACCEPTED_ID));
      if (position < 0 || self->states[position] == SAIGA_USAGE_STATE_OPEN || self->taxon_ids[position] == NULL)
        _saiga_reading_add_problem (self->reading, "import-parent", NULL, parent, NULL);
      return position >= 0 ? self->taxon_ids[position] : NULL;
    }
  if (parent[0] != '\0' && position < 0)
    {
      _saiga_reading_add_problem (self->reading, "import-parent", NULL, parent, NULL);
      if (!self->has_flat_parents)
        return NULL;
    }
  if (parent[0] == '\0')
    {
      g_autofree char *authorship = NULL;

      parent_name = _saiga_split_name (_saiga_usages_get (self->usages, row, SAIGA_USAGE_PARENT_NAME), &authorship);
      if (parent_name[0] != '\0' && !g_str_equal (parent_name, name) && _saiga_reading_find_taxon (self->reading, parent_name) != NULL)
        return _saiga_reading_find_taxon (self->reading, parent_name);
    }

  return put_flat (self, row, rank, name);
}

static void
refuse (SaigaTaxonList *self,
        guint row)
{
  self->states[row] = SAIGA_USAGE_STATE_REFUSED;
  self->reading->n_rows[SAIGA_ROW_REFUSED]++;
}

/* A number of ours is the id of the taxon; one of somebody else is kept with it. */
static gboolean
is_own_id (SaigaTaxonList *self,
           const char *number)
{
  const char *slug = strchr (self->reading->authority_id, '.');

  return slug != NULL && g_str_has_prefix (number, slug + 1) && number[strlen (slug + 1)] == '.' && number[strlen (slug)] != '\0' &&
         strspn (number, "abcdefghijklmnopqrstuvwxyz0123456789-.") == strlen (number);
}

static void
add_words (SaigaTaxonList *self,
           SaigaRecord *taxon,
           guint row)
{
  g_autofree char *remarks = _saiga_clean_words (_saiga_usages_get (self->usages, row, SAIGA_USAGE_REMARKS));
  g_autofree char *according_to = _saiga_clean_line (_saiga_usages_get (self->usages, row, SAIGA_USAGE_ACCORDING_TO));

  if (remarks[0] == '\0' && according_to[0] != '\0')
    {
      g_free (remarks);
      remarks = g_strconcat ("sensu ", according_to, NULL);
    }
  _saiga_draft_set_words (self->reading, taxon, "nomenclature-note", "en", remarks);
}

void
_saiga_taxon_list_put_taxon (SaigaTaxonList *self,
                             guint row)
{
  g_autofree char *authorship = NULL;
  g_autofree char *name = _saiga_taxon_list_dup_name (self, self->usages, row, &authorship);
  const char *rank_text = _saiga_taxon_list_get_name_field (self, self->usages, row, SAIGA_USAGE_RANK);
  g_autofree char *number = _saiga_clean_line (_saiga_usages_get (self->usages, row, SAIGA_USAGE_ID));
  const char *status = _saiga_usages_get (self->usages, row, SAIGA_USAGE_STATUS);
  SaigaTaxonRank rank = rank_text[0] != '\0' ? _saiga_taxon_list_parse_rank (rank_text) : name[0] != '\0' ? _saiga_taxon_list_guess_rank (name)
                                                                                                          : SAIGA_TAXON_RANK_UNSET;
  const char *code = _saiga_taxon_list_get_name_field (self, self->usages, row, SAIGA_USAGE_CODE);
  SaigaTaxonFacts facts = { number, SAIGA_TAXON_LIST_SCHEME, name, authorship, rank, NULL };
  SaigaRecord *taxon;

  _saiga_usages_go_to (self->usages, self->reading, row);

  /* What botany calls a section is below the genus, what zoology calls so is above the family. */
  if (rank == SAIGA_TAXON_RANK_SECTION && (g_ascii_strcasecmp (code, "ICZN") == 0 || g_ascii_strcasecmp (code, "zoological") == 0))
    facts.rank = rank = SAIGA_TAXON_RANK_UNSET;
  if (name[0] == '\0' || rank == SAIGA_TAXON_RANK_UNSET)
    {
      if (name[0] == '\0')
        _saiga_reading_add_problem (self->reading, "import-field", NULL, number, "name", NULL);
      else
        _saiga_reading_add_problem (self->reading, "import-rank", NULL, rank_text[0] != '\0' ? rank_text : name, NULL);

      /* Those below it go to the taxon above it. */
      if (name[0] != '\0')
        {
          int above = _saiga_usages_find (self->usages, _saiga_usages_get (self->usages, row, SAIGA_USAGE_PARENT_ID));

          self->taxon_ids[row] = above >= 0 ? self->taxon_ids[above] : NULL;
        }
      refuse (self, row);
      return;
    }

  facts.parent_id = find_parent (self, row, rank, name);
  if (is_own_id (self, number))
    taxon = _saiga_reading_put_taxon_as (self->reading, &facts, number);
  else
    taxon = _saiga_reading_put_taxon (self->reading, &facts);
  _saiga_draft_set (self->reading, taxon, "taxonomic-position", _saiga_usages_get (self->usages, row, SAIGA_USAGE_POSITION));
  if (g_ascii_strncasecmp (status, "unaccepted", strlen ("unaccepted")) == 0)
    _saiga_draft_set (self->reading, taxon, "name-kind", "unaccepted");
  else if (strstr (name, "×") != NULL || g_ascii_strcasecmp (status, "hybrid") == 0)
    _saiga_draft_set (self->reading, taxon, "name-kind", "hybrid");
  add_words (self, taxon, row);
  self->authorship = authorship;
  _saiga_taxon_list_put_cells (self, row, taxon);
  self->authorship = NULL;

  self->taxon_ids[row] = _saiga_record_peek_id (taxon);
  self->states[row] = SAIGA_USAGE_STATE_DONE;
  self->reading->n_rows[_saiga_reading_end_taxon (self->reading, taxon)]++;
}
