/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The names of checklists, put together of what the columns say. */

#include <string.h>

#include <saiga/saiga-name.h>

#include "saiga-taxon-list-private.h"

/* ---- one usage */

/* Of a usage that has its name in another table. */
int
_saiga_taxon_list_find_name (SaigaTaxonList *self,
                             const SaigaUsages *usages,
                             guint row)
{
  return self->names != NULL ? _saiga_usages_find (self->names, _saiga_usages_get (usages, row, SAIGA_USAGE_NAME_ID)) : -1;
}

const char *
_saiga_taxon_list_get_name_field (SaigaTaxonList *self,
                                  const SaigaUsages *usages,
                                  guint row,
                                  SaigaUsageField field)
{
  const char *text = _saiga_usages_get (usages, row, field);
  int name = text[0] == '\0' ? _saiga_taxon_list_find_name (self, usages, row) : -1;

  return name >= 0 ? _saiga_usages_get (self->names, name, field) : text;
}

SaigaTaxonRank
_saiga_taxon_list_parse_rank (const char *text)
{
  static const struct
  {
    const char *word;
    SaigaTaxonRank rank;
  } words[] = {
    { "cl.", SAIGA_TAXON_RANK_CLASS },
    { "ord.", SAIGA_TAXON_RANK_ORDER },
    { "fam.", SAIGA_TAXON_RANK_FAMILY },
    { "gen.", SAIGA_TAXON_RANK_GENUS },
    { "subgen.", SAIGA_TAXON_RANK_SUBGENUS },
    { "section botany", SAIGA_TAXON_RANK_SECTION },
    { "sect.", SAIGA_TAXON_RANK_SECTION },
    { "sp.", SAIGA_TAXON_RANK_SPECIES },
    { "subsp.", SAIGA_TAXON_RANK_SUBSPECIES },
    { "ssp.", SAIGA_TAXON_RANK_SUBSPECIES },
    { "var.", SAIGA_TAXON_RANK_VARIETY },
    { "varietas", SAIGA_TAXON_RANK_VARIETY },
    { "forma", SAIGA_TAXON_RANK_FORM },
    { "f.", SAIGA_TAXON_RANK_FORM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].word, text) == 0)
      return words[i].rank;

  return _saiga_rank_parse (text);
}

/* A rank that is not said shows itself in the name, from the species down. */
SaigaTaxonRank
_saiga_taxon_list_guess_rank (const char *name)
{
  g_autoptr(SaigaName) parsed = saiga_name_parse (name);
  const char *marker = saiga_name_get_rank_marker (parsed);

  if (saiga_name_get_species (parsed) == NULL)
    return SAIGA_TAXON_RANK_UNSET;
  if (saiga_name_get_infraspecies (parsed) == NULL)
    return SAIGA_TAXON_RANK_SPECIES;
  if (marker != NULL && g_str_has_prefix (marker, "var"))
    return SAIGA_TAXON_RANK_VARIETY;
  if (marker != NULL && (g_str_equal (marker, "f.") || g_str_has_prefix (marker, "form")))
    return SAIGA_TAXON_RANK_FORM;

  return SAIGA_TAXON_RANK_SUBSPECIES;
}

/* `Author, Year`, in parentheses if a column says so. */
static char *
make_authorship (const SaigaUsages *usages,
                 guint row)
{
  const char *author = _saiga_usages_get (usages, row, SAIGA_USAGE_AUTHOR);
  const char *year = _saiga_usages_get (usages, row, SAIGA_USAGE_YEAR);
  const char *parentheses = _saiga_usages_get (usages, row, SAIGA_USAGE_PARENTHESES);
  gboolean has_parentheses = parentheses[0] == '1' || g_ascii_strcasecmp (parentheses, "true") == 0 || g_ascii_strcasecmp (parentheses, "yes") == 0;

  return author[0] == '\0' ? NULL : g_strdup_printf ("%s%s%s%s%s", has_parentheses ? "(" : "", author, year[0] != '\0' ? ", " : "", year, has_parentheses ? ")" : "");
}

static char *
make_name (const SaigaUsages *usages,
           guint row)
{
  const char *genus = _saiga_usages_get (usages, row, SAIGA_USAGE_GENUS);
  const char *species = _saiga_usages_get (usages, row, SAIGA_USAGE_SPECIFIC_EPITHET);
  const char *infraspecies = _saiga_usages_get (usages, row, SAIGA_USAGE_INFRASPECIFIC_EPITHET);

  if (species[0] == '\0')
    return g_strdup ("");
  if (genus[0] == '\0' || strchr (species, ' ') != NULL)
    return g_strdup (strchr (species, ' ') != NULL ? species : "");

  return g_strconcat (genus, " ", species, infraspecies[0] != '\0' ? " " : NULL, infraspecies, NULL);
}

/* The sign of a hybrid stands apart: `xRubus`, `×Rubus` are `× Rubus`. */
static char *
set_hybrid_sign (char *name)
{
  gsize length = g_str_has_prefix (name, "×") ? strlen ("×") : name[0] == 'x' ? 1
                                                                              : 0;
  char *spaced;

  if (length == 0 || !g_ascii_isupper (name[length]))
    return name;
  spaced = g_strconcat ("× ", name + length, NULL);
  g_free (name);

  return spaced;
}

/* The name without its author, and the author. */
char *
_saiga_taxon_list_dup_name (SaigaTaxonList *self,
                            const SaigaUsages *usages,
                            guint row,
                            char **authorship)
{
  g_autofree char *line = _saiga_clean_line (_saiga_taxon_list_get_name_field (self, usages, row, SAIGA_USAGE_NAME));
  g_autofree char *author = _saiga_clean_line (_saiga_taxon_list_get_name_field (self, usages, row, SAIGA_USAGE_AUTHORSHIP));
  const char *at;

  if (line[0] == '\0')
    {
      g_free (line);
      line = make_name (usages, row);
    }
  line = set_hybrid_sign (line);
  if (strchr (line, ' ') == NULL)
    g_strdelimit (line, "_", ' ');
  if (author[0] == '\0')
    {
      g_free (author);
      author = make_authorship (usages, row);
    }
  if (author == NULL && self->splits_names && line[0] != '\0')
    return _saiga_split_name (line, authorship);

  *authorship = g_steal_pointer (&author);
  at = *authorship != NULL && self->splits_names ? strstr (line, *authorship) : NULL;
  if (at == NULL || at == line || at[-1] != ' ')
    return g_steal_pointer (&line);

  /* Behind the name; or behind the species of an autonym: `Achillea lanulosa Nuttall var. lanulosa`. */
  if (at[strlen (*authorship)] == '\0')
    return g_strchomp (g_strndup (line, at - line));
  if (at[strlen (*authorship)] == ' ')
    {
      g_autofree char *before = g_strndup (line, at - line);

      return g_strconcat (before, at + strlen (*authorship) + 1, NULL);
    }

  return g_steal_pointer (&line);
}
