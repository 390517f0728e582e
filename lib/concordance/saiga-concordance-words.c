/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-catalogue-private.h"
#include "saiga-concordance-private.h"

/* Values of a concordance in words: files have nicks, which programs rely on; people read this. */

/* %1 and %2 are the two sides. */
static const struct
{
  const char *nick;
  const char *words;
} labels[] = {
  /* how names are related */
  { "none", N_ ("none") },
  { "homonym", N_ ("homonyms") },
  { "identical", N_ ("same name") },
  { "author-differs", N_ ("same name, other author") },
  { "spelling", N_ ("other spelling") },
  { "nested", N_ ("one within the other") },
  { "transfer", N_ ("other combination") },
  { "rank-change", N_ ("other rank") },
  { "ambiguous", N_ ("ambiguous") },
  { "synonym-in-b", N_ ("synonym in %2") },
  { "synonym-in-a", N_ ("synonym in %1") },
  { "synonym-shared", N_ ("shared synonym") },
  { "fuzzy", N_ ("similar name") },
  { "unrelated", N_ ("unrelated names") },
  /* how concepts are related */
  { "congruent", N_ ("same concept") },
  { "includes", N_ ("the first includes the second") },
  { "included-in", N_ ("the second includes the first") },
  { "overlaps", N_ ("the concepts overlap") },
  { "excludes", N_ ("nothing in common") },
  { "unknown", N_ ("unknown") },
  /* how taxa are covered and rows listed */
  { "own", N_ ("by name") },
  { "higher", N_ ("through a higher taxon") },
  { "population", N_ ("some populations") },
  { "part", N_ ("only in part") },
  { "former", N_ ("formerly") },
  { "both", N_ ("listed by both by name") },
  { "both-higher", N_ ("listed by both, by one through a higher taxon") },
  { "both-part", N_ ("listed by both, by one only in part") },
  { "was-b", N_ ("listed by %1, and once by %2") },
  { "only-a", N_ ("listed by %1 only") },
  { "was-a", N_ ("listed by %2, and once by %1") },
  { "only-b", N_ ("listed by %2 only") },
  { "neither", N_ ("listed by neither") },
  { "certain", N_ ("certain") },
  { "derived", N_ ("derived") },
  { "presumed", N_ ("presumed") },
  { "conditional", N_ ("conditional") },
  { "open", N_ ("open") },
  { "one-one", N_ ("one to one") },
  { "split", N_ ("split") },
  { "lump", N_ ("lumped") },
  { "tangle", N_ ("tangled") },
  { "one-sided", N_ ("on one side only") },
  { "named-by-both", N_ ("named by both") },
  { "named-by-one", N_ ("named by one only") },
  { "named-by-neither", N_ ("named by neither") },
  /* coherence */
  { "agrees", N_ ("the listings agree") },
  { "level", N_ ("one lists only a part of the species") },
  { "strict-a", N_ ("%1 has Appendix I, %2 has not") },
  { "strict-b", N_ ("%2 has Appendix I, %1 has not") },
  { "scope", N_ ("an Appendix holds for some populations only") },
  { "route", N_ ("one names the species, the other a higher taxon") },
  { "review-listing-a", N_ ("review whether to list in %1") },
  { "review-listing-b", N_ ("review whether to list in %2") },
  { "complete-facts", N_ ("complete the facts") },
  { "review-appendix-a", N_ ("review the Appendix of %1") },
  { "review-appendix-b", N_ ("review the Appendix of %2") },
  { "review-level", N_ ("review the level of listing") },
  { "review-scope", N_ ("review the populations listed") },
  { "red-list", N_ ("Red List") },
  { "migratory", N_ ("migratory or not") },
  { "traded", N_ ("traded or not") },
  { "range", N_ ("range") },
  { "yes", N_ ("yes") },
  { "no", N_ ("no") },
  /* the Red List */
  { "not-assessed", N_ ("not assessed") },
  { "wider", N_ ("wider") },
  { "several", N_ ("several") },
  { "overlapping", N_ ("overlapping") },
  { "other-name", N_ ("under another name") },
  { "same", N_ ("the same") },
  { "ask-assessment", N_ ("ask for an assessment") },
  { "ask-segregates", N_ ("ask for assessments of what was split off") },
  { "use-each", N_ ("use each category") },
  { "tell-name", N_ ("say the name that was assessed") },
  { "review-listing", N_ ("review the listing") },
  { "outdated", N_ ("outdated, years") },
  /* harmonisation */
  { "check", N_ ("to be checked") },
  { "rank", N_ ("rank") },
  { "name", N_ ("name") },
  { "review", N_ ("review") },
  { "agree-with-note", N_ ("keep both, with a note") },
  { "adopt-concept-a", N_ ("adopt the concept of the other list in %1") },
  { "adopt-concept-b", N_ ("adopt the concept of the other list in %2") },
  { "rename-a", N_ ("rename in %1") },
  { "rename-b", N_ ("rename in %2") },
  { "narrower", N_ ("narrower") },
  { "accepted", N_ ("accepted") },
  { "refused", N_ ("refused") },
  /* changes, and the fields that change */
  { "added", N_ ("added") },
  { "gone", N_ ("gone") },
  { "joined", N_ ("joined") },
  { "changed", N_ ("changed") },
  { "decision", N_ ("decision") },
  { "names-a", N_ ("names in %1") },
  { "names-b", N_ ("names in %2") },
  { "appendices-a", N_ ("Appendices of %1") },
  { "appendices-b", N_ ("Appendices of %2") },
  { "coverage-a", N_ ("listed by %1") },
  { "coverage-b", N_ ("listed by %2") },
  { "range-a", N_ ("range in %1") },
  { "range-b", N_ ("range in %2") },
  { "appendices", N_ ("Appendices") },
  { "listing-class", N_ ("listing class") },
  { "certainty", N_ ("certainty") },
  { "shape", N_ ("shape") },
  { "pairs", N_ ("pairs") },
  { "rows", N_ ("rows") },
  { "state", N_ ("state") },
  /* reviews */
  { "orphan", N_ ("a taxon is gone") },
  { "stale", N_ ("facts have changed") },
  { "questioned", N_ ("computed otherwise now") },
  { "confirmed", N_ ("confirmed") },
  { "active", N_ ("in force") },
};

typedef struct
{
  const char *language;
  const char *sides[2];
} Words;

static void append_value (const Words *self,
                          const char *value,
                          GString *text);

static gboolean
append_label (const Words *self,
              const char *nick,
              gsize length,
              GString *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strlen (labels[i].nick) == length && strncmp (labels[i].nick, nick, length) == 0)
      {
        g_autofree char *words = _saiga_translate_fill (self->language, labels[i].words, self->sides[0], self->sides[1], NULL);

        g_string_append (text, words);
        return TRUE;
      }

  return FALSE;
}

/* ---- values of other forms */

/* "cr", "cr, assessed as Saiga tatarica (wider)": categories are known by their letters. */
static gboolean
append_category (const Words *self,
                 const char *value,
                 GString *text)
{
  static const char assessed[] = ", assessed as ";
  const char *rest = strstr (value, assessed);
  const char *bracket = rest != NULL ? strrchr (rest, '(') : NULL;
  g_autofree char *nick = rest != NULL ? g_strndup (value, (gsize) (rest - value)) : g_strdup (value);
  g_autofree char *letters = NULL;
  int category;

  if (!_saiga_nick_to_value (SAIGA_TYPE_ASSESSMENT_CATEGORY, nick, &category) || category == SAIGA_ASSESSMENT_CATEGORY_UNSET)
    return FALSE;
  letters = g_strdelimit (g_ascii_strup (nick, -1), "-", '/');
  if (strstr (letters, "LR/") != NULL)
    for (char *at = letters + strlen ("LR/"); *at != '\0'; at++)
      *at = g_ascii_tolower (*at);
  if (bracket == NULL)
    g_string_append (text, letters);
  else
    {
      g_autofree char *name = g_strndup (rest + strlen (assessed), (gsize) (bracket - rest) - strlen (assessed));
      g_autofree char *how = g_strndup (bracket + 1, strlen (bracket + 1) - g_str_has_suffix (bracket, ")"));
      g_autoptr(GString) how_words = g_string_new (NULL);
      g_autofree char *words = NULL;

      append_value (self, how, how_words);
      words = _saiga_translate_fill (self->language, N_ ("%1, assessed as %2 (%3)"), letters, g_strchomp (name), how_words->str, NULL);
      g_string_append (text, words);
    }

  return TRUE;
}

/* "-10.6", "-30.7 to -8.3" */
static gboolean
append_years (const Words *self,
              const char *value,
              GString *text)
{
  g_auto(GStrv) years = NULL;

  if (strspn (value, "-.0123456789to ") != strlen (value) || strchr (value, '.') == NULL)
    return FALSE;
  years = g_strsplit (value, " to ", 2);
  for (guint i = 0; years[i] != NULL; i++)
    {
      char *year = years[i];

      g_strdelimit (year, ".", g_str_has_prefix (self->language, "en") ? '.' : ',');
      years[i] = *year == '-' ? g_strconcat ("−", year + 1, NULL) : g_strdup (year);
      g_free (year);
    }
  if (years[1] == NULL)
    g_string_append (text, years[0]);
  else
    {
      g_autofree char *span = _saiga_translate_fill (self->language, N_ ("%1 to %2"), years[0], years[1], NULL);

      g_string_append (text, span);
    }

  return TRUE;
}

/* "strict-b scope", "complete-facts(red-list migratory)" */
static gboolean
append_nicks (const Words *self,
              const char *value,
              GString *text)
{
  g_autoptr(GString) words = g_string_new (NULL);
  const char *at = value;

  while (*at != '\0')
    {
      const gsize length = strcspn (at, " (");

      g_string_append (words, words->len > 0 ? "; " : "");
      if (!append_label (self, at, length, words))
        return FALSE;
      at += length;
      if (*at == '(')
        {
          const char *end = strchr (at, ')');
          g_autofree char *inner = end != NULL ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;
          g_auto(GStrv) arguments = inner != NULL ? g_strsplit (inner, " ", -1) : NULL;

          if (arguments == NULL)
            return FALSE;
          g_string_append (words, ": ");
          for (guint i = 0; arguments[i] != NULL; i++)
            {
              g_string_append (words, i > 0 ? ", " : "");
              if (!append_label (self, arguments[i], strlen (arguments[i]), words))
                g_string_append (words, arguments[i]);
            }
          at = end + 1;
        }
      if (*at == ' ')
        at++;
    }
  g_string_append (text, words->str);

  return words->len > 0;
}

/* "Uncia uncia × Panthera uncia: transfer, congruent" */
static gboolean
append_pair (const Words *self,
             const char *value,
             GString *text)
{
  const char *colon = strstr (value, " × ") != NULL ? strstr (value, ": ") : NULL;
  g_auto(GStrv) nicks = NULL;

  if (colon == NULL)
    return FALSE;
  g_string_append_len (text, value, colon - value);
  nicks = g_strsplit (colon + strlen (": "), ", ", -1);
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      g_string_append (text, i == 0 ? ": " : ", ");
      append_value (self, nicks[i], text);
    }

  return TRUE;
}

static void
append_value (const Words *self,
              const char *value,
              GString *text)
{
  if (!append_nicks (self, value, text) && !append_category (self, value, text) && !append_years (self, value, text) && !append_pair (self, value, text))
    g_string_append (text, value);
}

/**
 * saiga_concordance_dup_words:
 * @self: a concordance
 * @value: a value of a row, pair, finding, change or review
 * @language: the language of the words, such as `en`
 *
 * Puts a value in words: a nick such as `strict-b`, several of them, one with arguments such as
 * `complete-facts(migratory)`, the Red List of a row, a lag in years, or a relation. Values are
 * nicks wherever programs read them; this is what people read. A side is called by its
 * abbreviation.
 *
 * Returns: (transfer full): the words; of what is no such value, such as a name, the value
 *
 * Since: 0.1
 */
char *
saiga_concordance_dup_words (SaigaConcordance *self,
                             const char *value,
                             const char *language)
{
  Words words = { language, { "", "" } };
  g_auto(GStrv) pieces = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE (self) && self->rows != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  for (guint side = 0; side < 2; side++)
    words.sides[side] = _saiga_side_get_nick (self->rows->sides[side]);
  pieces = g_strsplit (value, "; ", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? "; " : "");
      append_value (&words, pieces[i], text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
