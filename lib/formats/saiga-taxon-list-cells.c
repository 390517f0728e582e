/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* Cells of checklists that hold several things: names, synonyms, areas. How the Mammal Diversity Database and AviList
 * write them stands in the manual. */

#include <string.h>

#include "saiga-taxon-list-private.h"

static void
add_name (SaigaTaxonList *self,
          SaigaRecord *taxon,
          const char *name,
          const char *authorship,
          const char *kind)
{
  /* A list of all names of a taxon has its own among them. */
  if (name[0] == '\0' || g_strcmp0 (saiga_taxon_get_name (SAIGA_TAXON (taxon)), name) == 0)
    return;

  _saiga_draft_add_part (self->reading, taxon, "synonyms", "name", name, "authorship", authorship, "kind", kind, NULL);
}

/* ---- single names */

/* `P[omatorhinus] (Subgenus) Bornensis`: what was completed is part of the word, the subgenus is left out, and
 * epithets are lower case. */
static char *
clean_original (const char *text)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "_", ' ');
  g_auto(GStrv) words = g_strsplit (spaced, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *plain = NULL;
      g_autofree char *lower = NULL;
      g_auto(GStrv) pieces = NULL;

      if ((*word)[0] == '(' || (*word)[0] == '[' || (*word)[0] == '\0')
        continue;
      pieces = g_strsplit_set (*word, "[]()", -1);
      plain = g_strjoinv ("", pieces);
      lower = clean->len > 0 ? g_utf8_strdown (plain, -1) : g_strdup (plain);
      if (lower[0] != '\0')
        g_string_append_printf (clean, "%s%s", clean->len > 0 ? " " : "", lower);
    }

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* The author of the first combination, who stands without parentheses there. */
static char *
strip_parentheses (const char *authorship)
{
  gsize length = authorship != NULL ? strlen (authorship) : 0;

  if (length > 2 && authorship[0] == '(' && authorship[length - 1] == ')')
    return g_strndup (authorship + 1, length - 2);

  return g_strdup (authorship);
}

static char *
find_genus (SaigaRecord *taxon)
{
  const char *name = saiga_taxon_get_name (SAIGA_TAXON (taxon));

  return name != NULL ? g_strndup (name, strcspn (name, " ")) : g_strdup ("");
}

/* `anatinus (G. Shaw, 1799)|paradoxus Blumenbach, 1800 [nomen nudum]`, all in the genus of the taxon. */
static void
add_nominal_names (SaigaTaxonList *self,
                   SaigaRecord *taxon,
                   const char *list,
                   const char *qualifier)
{
  g_autofree char *genus = find_genus (taxon);
  g_auto(GStrv) items = g_strsplit (list, "|", -1);

  for (char **item = items; *item != NULL; item++)
    {
      g_autofree char *line = NULL;
      g_autofree char *name = NULL;
      char *bracket = strchr (*item, '[');
      char *space;

      if (bracket != NULL)
        *bracket = '\0';
      line = _saiga_clean_line (*item);
      space = strchr (line, ' ');
      if (!g_ascii_islower (line[0]))
        continue;
      if (space != NULL)
        *space++ = '\0';
      name = g_strconcat (genus, " ", line, NULL);
      add_name (self, taxon, name, space, NULL);
    }
}

/* ---- notes */

static gboolean
is_epithet (const char *word)
{
  gsize length = strspn (word, "abcdefghijklmnopqrstuvwxyz-");

  return length > 3 && word[length] == '\0';
}

/* `includes a, b and c; …`: epithets that are counted to the taxon, unless they were so only before. */
static void
add_included (SaigaTaxonList *self,
              SaigaRecord *taxon,
              const char *notes)
{
  static const char *const no_epithets[] = { "and", "with", "both", "also", "some", "from", "what", "many", "most", "that", "which", "several", "those", NULL };
  g_autofree char *genus = find_genus (taxon);

  for (const char *at = notes; (at = strstr (at, "includes ")) != NULL;)
    {
      gboolean is_former = g_strrstr_len (notes, at - notes, "previously ") == at - strlen ("previously ") && at - notes >= (gssize) strlen ("previously ");
      g_autofree char *list = NULL;
      g_auto(GStrv) words = NULL;

      at += strlen ("includes ");
      list = g_strndup (at, strcspn (at, ";.("));
      words = g_strsplit_set (list, ", ", -1);
      for (char **word = words; !is_former && *word != NULL; word++)
        {
          g_autofree char *name = NULL;

          if ((*word)[0] == '\0' || g_str_equal (*word, "and") || g_str_equal (*word, "&"))
            continue;
          if (!is_epithet (*word) || g_strv_contains (no_epithets, *word))
            break;
          name = g_strconcat (genus, " ", *word, NULL);
          add_name (self, taxon, name, NULL, NULL);
        }
    }
}

/* `split from M. molossus`, `split from colocola`: the taxon that it was part of, in the genus of the row. */
static void
add_former (SaigaTaxonList *self,
            SaigaRecord *taxon,
            const char *notes)
{
  const char *at = strstr (notes, "split from ");
  g_autofree char *genus = find_genus (taxon);
  g_autofree char *text = at != NULL ? g_strndup (at + strlen ("split from "), strcspn (at + strlen ("split from "), ";,(")) : NULL;
  g_auto(GStrv) words = text != NULL ? g_strsplit (g_strstrip (text), " ", -1) : NULL;
  guint n = words != NULL ? g_strv_length (words) : 0;
  char *name = NULL;

  if (n == 1 && is_epithet (words[0]))
    name = g_strconcat (genus, " ", words[0], NULL);
  else if (n == 2 && words[0][0] == genus[0] && words[0][1] == '.' && is_epithet (words[1]))
    name = g_strconcat (genus, " ", words[1], NULL);
  else if (n == 2 && g_ascii_isupper (words[0][0]) && is_epithet (words[1]))
    name = g_strconcat (words[0], " ", words[1], NULL);
  if (name == NULL)
    return;

  g_ptr_array_add (self->former, g_strdup (_saiga_record_peek_id (taxon)));
  g_ptr_array_add (self->former, name);
}

static void
add_notes (SaigaTaxonList *self,
           SaigaRecord *taxon,
           const char *notes,
           const char *qualifier)
{
  g_autofree char *words = _saiga_clean_words (notes);

  add_included (self, taxon, words);
  add_former (self, taxon, words);
  _saiga_draft_set_words (self->reading, taxon, "nomenclature-note", "en", words);
}

/* ---- the rest */

/* Areas with a bar or a comma between; a question mark behind one says that it is not certain. */
static void
put_range (SaigaTaxonList *self,
           SaigaRecord *taxon,
           const char *list,
           const char *qualifier)
{
  SaigaRangeDraft *range = _saiga_range_drafts_get (self->ranges, _saiga_record_peek_id (taxon));
  g_auto(GStrv) items = g_strsplit (list, strchr (list, '|') != NULL ? "|" : strchr (list, ';') != NULL ? ";"
                                                                                                         : "\n",
                                     -1);

  for (char **item = items; *item != NULL; item++)
    {
      gsize length = strlen (g_strstrip (*item));
      gboolean is_uncertain = length > 0 && (*item)[length - 1] == '?';

      if (is_uncertain)
        (*item)[length - 1] = '\0';
      _saiga_range_draft_add (range, self->reading, *item, "range", is_uncertain ? "uncertain" : "native");
    }
}

static void
add_common_names (SaigaTaxonList *self,
                  SaigaRecord *taxon,
                  const char *list,
                  const char *language)
{
  g_auto(GStrv) names = g_strsplit (list, "|", -1);

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *line = _saiga_clean_line (*name);

      if (line[0] != '\0')
        _saiga_draft_add_part (self->reading, taxon, "common-names", "name", line, "language", language != NULL ? language : "en", NULL);
    }
}

/* `scheme:number`, with a comma between several; or only numbers, where the column says of what scheme. */
static void
add_identifiers (SaigaTaxonList *self,
                 SaigaRecord *taxon,
                 const char *list,
                 const char *scheme)
{
  g_auto(GStrv) items = scheme != NULL ? NULL : g_strsplit (list, ",", -1);

  if (scheme != NULL)
    _saiga_draft_add_identifier (self->reading, taxon, scheme, list);
  for (char **item = items; item != NULL && *item != NULL; item++)
    {
      char *colon = strchr (g_strstrip (*item), ':');

      if (colon == NULL || colon == *item || colon[1] == '\0')
        continue;
      *colon = '\0';
      if (!g_ascii_islower ((*item)[0]) || strspn (*item, "abcdefghijklmnopqrstuvwxyz0123456789-") != (gsize) (colon - *item))
        continue;
      _saiga_draft_add_identifier (self->reading, taxon, *item, colon + 1);
    }
}

static void
add_synonyms (SaigaTaxonList *self,
              SaigaRecord *taxon,
              const char *list,
              const char *qualifier)
{
  _saiga_reading_add_synonyms (self->reading, taxon, list);
}

static void
add_original (SaigaTaxonList *self,
              SaigaRecord *taxon,
              const char *text,
              const char *qualifier)
{
  g_autofree char *original = clean_original (text);
  g_autofree char *author = strip_parentheses (self->authorship);

  add_name (self, taxon, original, author, "original-combination");
}

static void
add_former_name (SaigaTaxonList *self,
                 SaigaRecord *taxon,
                 const char *text,
                 const char *qualifier)
{
  g_autofree char *former = clean_original (text);

  add_name (self, taxon, former, NULL, "former-name");
}

static void
add_source (SaigaTaxonList *self,
            SaigaRecord *taxon,
            const char *number,
            const char *qualifier)
{
  _saiga_taxon_list_add_source (self, taxon, g_hash_table_lookup (self->documents, number));
}

static void (*const readers[SAIGA_N_USAGE_FIELDS]) (SaigaTaxonList *self, SaigaRecord *taxon, const char *text, const char *qualifier) = {
  [SAIGA_USAGE_IDENTIFIERS] = add_identifiers,
  [SAIGA_USAGE_COMMON_NAMES] = add_common_names,
  [SAIGA_USAGE_SYNONYMS] = add_synonyms,
  [SAIGA_USAGE_ORIGINAL_NAME] = add_original,
  [SAIGA_USAGE_FORMER_NAME] = add_former_name,
  [SAIGA_USAGE_NOMINAL_NAMES] = add_nominal_names,
  [SAIGA_USAGE_TAXONOMY_NOTES] = add_notes,
  [SAIGA_USAGE_RANGE] = put_range,
  [SAIGA_USAGE_REFERENCE_ID] = add_source,
};

void
_saiga_taxon_list_put_cells (SaigaTaxonList *self,
                             guint row,
                             SaigaRecord *taxon)
{
  for (guint i = 0; i < self->usages->map->len; i++)
    {
      const SaigaUsageColumn *column = &g_array_index (self->usages->map, SaigaUsageColumn, i);
      const char *text = _saiga_usages_get_cell (self->usages, row, i);

      if (text[0] != '\0' && readers[column->field] != NULL)
        readers[column->field](self, taxon, text, column->qualifier);
    }
}
