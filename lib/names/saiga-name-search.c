/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "saiga-name-authors-private.h"
#include "saiga-name-fold-private.h"
#include "saiga-name-search-private.h"

/* One name against an index. The ways of finding are tried from the surest on;
 * a surer one ends the search. */

/* Of an epithet that is everywhere, no more genera than these are looked at for transfers. */
#define MAX_TRANSFERS 4096

void
_saiga_name_search_init (SaigaNameSearch *self,
                         const SaigaNameView *view,
                         const SaigaNameSearchOptions *options)
{
  self->view = view;
  self->options = *options;
}

void
_saiga_name_search_add (SaigaNameSearch *self,
                        guint32 name,
                        SaigaNameMatchClass match_class,
                        guint edits,
                        double weight)
{
  SaigaNameHit hit = { name, match_class, MIN (edits, 255), weight };

  for (guint i = 0; i < self->n_hits; i++)
    if (self->hits[i].name == name)
      {
        if (match_class < self->hits[i].match_class || (match_class == self->hits[i].match_class && weight < self->hits[i].weight))
          self->hits[i] = hit;
        return;
      }

  if (self->n_hits < SAIGA_NAME_MAX_HITS)
    self->hits[self->n_hits++] = hit;
  else
    for (guint i = 0; i < self->n_hits; i++)
      if (weight < self->hits[i].weight && match_class <= self->hits[i].match_class)
        {
          self->hits[i] = hit;
          return;
        }
}

/* The first @n_words words, as they are. */
static gboolean
search_exact (SaigaNameSearch *self,
              guint n_words,
              SaigaNameMatchClass match_class)
{
  const SaigaNameView *view = self->view;
  const SaigaNameKey *key = &self->key;
  guint32 genus = _saiga_name_find_genus (view, key->words[0], key->lengths[0]), epithets[2] = { 0, 0 }, name;

  if (genus == SAIGA_NAME_NONE)
    return FALSE;
  for (guint i = 1; i < n_words; i++)
    {
      guint32 epithet = _saiga_name_find_epithet (view, key->words[i], key->lengths[i]);

      if (epithet == SAIGA_NAME_NONE)
        return FALSE;
      epithets[i - 1] = epithet + 1;
    }
  name = _saiga_name_find_name (view, genus, epithets[0], epithets[1]);
  if (name == SAIGA_NAME_NONE)
    return FALSE;
  _saiga_name_search_add (self, name, match_class, 0, 0);

  return TRUE;
}

gboolean
_saiga_name_search_knows (const SaigaNameSearch *self,
                          const SaigaNameKey *key,
                          guint word)
{
  return (word == 0 ? _saiga_name_find_genus : _saiga_name_find_epithet) (self->view, key->words[word], key->lengths[word]) != SAIGA_NAME_NONE;
}

gboolean
_saiga_name_search_find_variants (SaigaNameSearch *self,
                                  guint word,
                                  guint32 *first,
                                  guint32 *end)
{
  SaigaNameVariants *variants = &self->variants[word];

  if (!variants->known)
    {
      variants->known = TRUE;
      variants->found = _saiga_name_find_variants (self->view, self->key.words[word], self->key.lengths[word], &variants->first, &variants->end);
    }
  *first = variants->first;
  *end = variants->end;

  return variants->found;
}

/* How far the spelling is: of several variants the nearest comes first. */
static double
weigh_variant (SaigaNameSearch *self,
               guint32 name)
{
  const SaigaNameView *view = self->view;
  guint32 words[2] = { view->name_epithets[name], _saiga_name_get_infra (view, name) }, length;
  double weight = 0;

  for (guint i = 1; i < self->key.n_words && words[i - 1] != 0; i++)
    {
      const char *word = _saiga_name_get_epithet (view, words[i - 1] - 1, &length);

      weight += _saiga_name_weigh_edits (self->key.words[i], self->key.lengths[i], word, length);
    }

  return weight;
}

/* The first @n_words words: the genus as it is, the epithets in any gender and spelling. */
static gboolean
search_variants (SaigaNameSearch *self,
                 guint n_words,
                 SaigaNameMatchClass match_class)
{
  const SaigaNameView *view = self->view;
  guint32 genus = _saiga_name_find_genus (view, self->key.words[0], self->key.lengths[0]);
  guint32 first, end, infra_first = 0, infra_end = 0, name, names_end;
  gboolean found = FALSE;

  if (genus == SAIGA_NAME_NONE || !_saiga_name_search_find_variants (self, 1, &first, &end) || (n_words > 2 && !_saiga_name_search_find_variants (self, 2, &infra_first, &infra_end)))
    return FALSE;

  _saiga_name_get_names (view, genus, &name, &names_end);
  name = _saiga_name_find_first_at_least (view->name_epithets, name, names_end, first + 1);
  for (; name < names_end && view->name_epithets[name] <= end; name++)
    {
      guint32 infra = _saiga_name_get_infra (view, name);

      if (n_words > 2 ? infra > infra_first && infra <= infra_end : infra == 0)
        {
          _saiga_name_search_add (self, name, match_class, 0, weigh_variant (self, name));
          found = TRUE;
        }
    }

  return found;
}

/* "A. alba": genera that begin so, and have the epithet. */
static void
search_abbreviated (SaigaNameSearch *self)
{
  const SaigaNameView *view = self->view;
  const SaigaNameKey *key = &self->key;
  gsize length = key->lengths[0] - 1;
  guint32 epithet = _saiga_name_find_epithet (view, key->words[1], key->lengths[1]), place, end, infra = 0;

  if (epithet == SAIGA_NAME_NONE)
    return;
  if (key->n_words > 2)
    {
      infra = _saiga_name_find_epithet (view, key->words[2], key->lengths[2]);
      if (infra++ == SAIGA_NAME_NONE)
        return;
    }
  _saiga_name_get_range (view->posting_starts, epithet, view->n_postings, &place, &end);
  for (guint n = 0; place < end && n < MAX_TRANSFERS; place++, n++)
    {
      guint32 genus = view->posting_genera[place], genus_length, name;
      const char *word = _saiga_name_get_genus (view, genus, &genus_length);

      if (genus_length <= length || memcmp (word, key->words[0], length) != 0)
        continue;
      name = _saiga_name_find_name (view, genus, epithet + 1, infra);
      if (name != SAIGA_NAME_NONE)
        _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_FUZZY, 0, 0.5);
    }
}

static gboolean
shares_basionym (SaigaNameSearch *self,
                 guint32 name)
{
  guint32 row, end;

  _saiga_name_get_rows (self->view, name, &row, &end);
  for (; row < end; row++)
    {
      const char *authors = _saiga_name_get_string (self->view, self->view->row_authors, row);

      if (*authors != '\0' && _saiga_authors_share_basionym (self->authors, self->authors_length, authors, strlen (authors)))
        return TRUE;
    }

  return FALSE;
}

/* The same epithet in another genus or rank, by the same first author: the same name, moved. */
static void
search_transfers (SaigaNameSearch *self)
{
  const SaigaNameView *view = self->view;
  guint32 first, end, last = self->key.n_words - 1;
  guint n = 0;

  if (self->authors_length == 0 || view->row_authors == NULL || self->key.n_words < 2 || !_saiga_name_search_find_variants (self, last, &first, &end))
    return;

  for (guint32 epithet = first; epithet < end; epithet++)
    {
      guint32 place, last_place;

      _saiga_name_get_range (view->posting_starts, epithet, view->n_postings, &place, &last_place);
      for (; place < last_place && n < MAX_TRANSFERS; place++, n++)
        {
          guint32 name, names_end, start;

          _saiga_name_get_names (view, view->posting_genera[place], &start, &names_end);
          name = _saiga_name_find_first_at_least (view->name_epithets, start, names_end, epithet + 1);
          for (; name < names_end && view->name_epithets[name] == epithet + 1; name++)
            if (_saiga_name_get_infra (view, name) == 0 && shares_basionym (self, name))
              _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_TRANSFER, 0, 0);
          if (view->name_infra != NULL && names_end - start < 4096)
            for (name = start; name < names_end; name++)
              if (view->name_infra[name] == epithet + 1 && shares_basionym (self, name))
                _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_TRANSFER, 0, 0);
        }
    }
}

/* What is left: the species of a lower name, the genus, the higher taxon. */
static void
search_fallback (SaigaNameSearch *self)
{
  const SaigaNameView *view = self->view;
  guint32 genus, name;

  if (self->key.n_words > 2)
    {
      if (search_exact (self, 2, SAIGA_NAME_MATCH_CLASS_PARTIAL) || search_variants (self, 2, SAIGA_NAME_MATCH_CLASS_PARTIAL))
        return;
      self->key.n_words = 2;
      _saiga_name_search_fuzzy (self, &self->key, self->options.max_edits, SAIGA_NAME_MATCH_CLASS_PARTIAL);
      if (self->n_hits > 0)
        return;
    }
  if (self->key.n_words > 1 && search_exact (self, 1, SAIGA_NAME_MATCH_CLASS_HIGHER))
    return;
  if (self->higher != NULL && *self->higher != '\0')
    {
      char folded[SAIGA_NAME_MAX_KEPT * 3 + 8];
      gsize length = _saiga_name_fold_text (self->higher, MIN (strlen (self->higher), SAIGA_NAME_MAX_KEPT), folded, sizeof folded);

      genus = _saiga_name_find_genus (view, folded, length);
      name = genus != SAIGA_NAME_NONE ? _saiga_name_find_name (view, genus, 0, 0) : SAIGA_NAME_NONE;
      if (name != SAIGA_NAME_NONE)
        _saiga_name_search_add (self, name, SAIGA_NAME_MATCH_CLASS_HIGHER, 0, 0);
    }
}

static gboolean
is_separator (char c)
{
  return c == ';' || c == '|' || c == '>' || c == ',' || c == '/';
}

/* The next of a list of higher taxa, without what stands in parentheses: "Struthionidae (Ostriches)". */
static gboolean
next_group (const char **list,
            const char **group,
            gsize *length)
{
  const char *end, *stop;
  gboolean open = FALSE;

  while (**list == ' ' || is_separator (**list))
    ++*list;
  if (**list == '\0')
    return FALSE;
  for (end = *list; *end != '\0' && (open || !is_separator (*end)); end++)
    open = *end == '(' || (open && *end != ')');
  for (stop = *list; stop < end && *stop != '(';)
    stop++;
  while (stop > *list && stop[-1] == ' ')
    stop--;
  *group = *list;
  *length = stop - *list;
  *list = end;

  return TRUE;
}

static gboolean
is_plant_family (const char *group,
                 gsize length)
{
  return length > 6 && g_ascii_strncasecmp (group + length - 5, "aceae", 5) == 0;
}

static gboolean
is_animal_family (const char *group,
                  gsize length)
{
  return length > 5 && g_ascii_strncasecmp (group + length - 4, "idae", 4) == 0;
}

/* Whether two lists of higher taxa have one in common. @apart: whether they show
 * two groups of organisms. One family against another does not, for lists
 * differ in their families; but families of two codes do, and lists of several. */
static SaigaNameAgreement
compare_groups (const char *a,
                const char *b,
                gboolean *apart)
{
  const char *group, *other;
  gsize length, other_length;
  guint n_a = 0, n_b = 0;
  gboolean plant[2] = { FALSE, FALSE }, animal[2] = { FALSE, FALSE };

  *apart = FALSE;
  if (a == NULL || *a == '\0' || b == NULL || *b == '\0')
    return SAIGA_NAME_AGREEMENT_SILENT;

  while (next_group (&a, &group, &length))
    {
      const char *rest = b;

      plant[0] |= is_plant_family (group, length);
      animal[0] |= is_animal_family (group, length);
      n_a++;
      n_b = 0;
      while (next_group (&rest, &other, &other_length))
        {
          if (length > 0 && length == other_length && g_ascii_strncasecmp (group, other, length) == 0)
            return SAIGA_NAME_AGREEMENT_AGREES;
          plant[1] |= is_plant_family (other, other_length);
          animal[1] |= is_animal_family (other, other_length);
          n_b++;
        }
    }
  if (n_a == 0 || n_b == 0)
    return SAIGA_NAME_AGREEMENT_SILENT;
  *apart = n_a > 1 || n_b > 1 || (plant[0] && animal[1]) || (animal[0] && plant[1]);

  return SAIGA_NAME_AGREEMENT_DISAGREES;
}

/* Whether a genus of the index is another spelling of the first word by the code. */
static gboolean
is_variant_genus (SaigaNameSearch *self,
                  guint32 genus)
{
  guint32 length;
  const char *word = _saiga_name_get_genus (self->view, genus, &length);
  char a[SAIGA_NAME_MAX_KEPT * 3 + 8], b[SAIGA_NAME_MAX_KEPT * 3 + 8];
  gsize n;

  if (length == self->key.lengths[0] && memcmp (word, self->key.words[0], length) == 0)
    return TRUE;
  n = _saiga_name_variant_key (word, length, FALSE, a, sizeof a);

  return _saiga_name_variant_key (self->key.words[0], self->key.lengths[0], FALSE, b, sizeof b) == n && memcmp (a, b, n) == 0;
}

/* A few letters differ, but only as a code allows it. */
static gboolean
is_variant (SaigaNameSearch *self,
            guint32 name)
{
  const SaigaNameView *view = self->view;
  guint32 words[2] = { view->name_epithets[name], _saiga_name_get_infra (view, name) }, first, end;

  for (guint i = 1; i < self->key.n_words; i++)
    if (!_saiga_name_search_find_variants (self, i, &first, &end) || words[i - 1] <= first || words[i - 1] > end)
      return FALSE;

  return is_variant_genus (self, _saiga_name_get_genus_of (view, name));
}

static float
get_name_score (const SaigaNameSearch *self,
                const SaigaNameHit *hit)
{
  guint letters = 0;

  for (guint i = 0; i < self->key.n_words; i++)
    letters += self->key.lengths[i];
  switch ((SaigaNameMatchClass) hit->match_class)
    {
    case SAIGA_NAME_MATCH_CLASS_EXACT:
    case SAIGA_NAME_MATCH_CLASS_AUTHOR_DIFFERS:
    case SAIGA_NAME_MATCH_CLASS_HOMONYM:
      return 1;
    case SAIGA_NAME_MATCH_CLASS_VARIANT:
      return MAX (0.9f, 0.98f - 0.01f * hit->weight);
    case SAIGA_NAME_MATCH_CLASS_JOINED:
    case SAIGA_NAME_MATCH_CLASS_FUZZY:
      return MAX (0.5f, 0.98f - 1.5f * hit->weight / MAX (letters, 1));
    case SAIGA_NAME_MATCH_CLASS_TRANSFER:
      return 0.7f;
    case SAIGA_NAME_MATCH_CLASS_PARTIAL:
      return MAX (0.4f, 0.6f - 1.5f * hit->weight / MAX (letters, 1));
    case SAIGA_NAME_MATCH_CLASS_HIGHER:
      return 0.3f;
    case SAIGA_NAME_MATCH_CLASS_NONE:
    default:
      return 0;
    }
}

/* Every row of a name that was hit. */
static void
add_rows (SaigaNameSearch *self,
          const SaigaNameHit *hit,
          GArray *found)
{
  const SaigaNameView *view = self->view;
  guint32 row, end;

  _saiga_name_get_rows (view, hit->name, &row, &end);
  for (; row < end; row++)
    {
      const char *authors = _saiga_name_get_string (view, view->row_authors, row);
      SaigaNameFound item = { .row = row, .match_class = hit->match_class, .edits = hit->edits };
      gboolean is_same_name = hit->match_class <= SAIGA_NAME_MATCH_CLASS_TRANSFER;
      gboolean apart;
      double score = 0;

      if (is_same_name)
        item.authors = (guint8) _saiga_authors_compare (self->authors, self->authors_length, authors, strlen (authors), &score);
      item.group = compare_groups (self->higher, _saiga_name_get_string (view, view->row_higher, row), &apart);
      item.author_score = item.authors == SAIGA_NAME_AGREEMENT_SILENT ? 0.5 : score;
      item.name_score = get_name_score (self, hit);
      item.score = item.name_score;
      if (item.authors == SAIGA_NAME_AGREEMENT_AGREES)
        item.score *= 0.95 + 0.05 * score;
      else
        item.score *= item.authors == SAIGA_NAME_AGREEMENT_DISAGREES ? 0.8 : 0.94;
      if (item.group == SAIGA_NAME_AGREEMENT_DISAGREES)
        item.score *= 0.9;
      if (item.match_class <= SAIGA_NAME_MATCH_CLASS_FUZZY && apart && item.authors != SAIGA_NAME_AGREEMENT_AGREES)
        item.match_class = SAIGA_NAME_MATCH_CLASS_HOMONYM;
      else if (item.match_class == SAIGA_NAME_MATCH_CLASS_EXACT && item.authors == SAIGA_NAME_AGREEMENT_DISAGREES)
        item.match_class = SAIGA_NAME_MATCH_CLASS_AUTHOR_DIFFERS;
      /* Letters and authors differ: that is another name. */
      else if (!self->options.lenient && item.authors == SAIGA_NAME_AGREEMENT_DISAGREES &&
               (item.match_class == SAIGA_NAME_MATCH_CLASS_FUZZY || item.match_class == SAIGA_NAME_MATCH_CLASS_JOINED))
        continue;
      g_array_append_val (found, item);
    }
}

static int
compare_found (const void *a,
               const void *b,
               gpointer data)
{
  const SaigaNameFound *left = a, *right = b;
  const SaigaNameView *view = data;

  if (left->match_class != right->match_class)
    return left->match_class < right->match_class ? -1 : 1;
  if (fabsf (left->score - right->score) > 1e-6f)
    return left->score > right->score ? -1 : 1;
  if (_saiga_name_get_status (view, left->row) != _saiga_name_get_status (view, right->row))
    return _saiga_name_get_status (view, left->row) < _saiga_name_get_status (view, right->row) ? -1 : 1;

  return left->row < right->row ? -1 : left->row > right->row;
}

/* Finds the names that may be meant. */
static void
search (SaigaNameSearch *self)
{
  const SaigaNameKey *key = &self->key;

  if (key->n_words == 0 || search_exact (self, key->n_words, SAIGA_NAME_MATCH_CLASS_EXACT))
    return;
  if (self->parse.result.n_elements == 0 || self->parse.result.kind == SAIGA_NAME_KIND_FORMULA)
    return;
  if (key->n_words > 1 && key->words[0][key->lengths[0] - 1] == '.')
    {
      search_abbreviated (self);
      return;
    }
  if (key->n_words > 1 && search_variants (self, key->n_words, SAIGA_NAME_MATCH_CLASS_VARIANT))
    return;
  if (key->n_words > 1 || self->options.fuzzy_uninomials)
    _saiga_name_search_fuzzy (self, key, self->options.max_edits, SAIGA_NAME_MATCH_CLASS_FUZZY);
  if (self->n_hits == 0)
    _saiga_name_search_joined (self);
  for (guint i = 0; i < self->n_hits; i++)
    if (self->hits[i].match_class == SAIGA_NAME_MATCH_CLASS_FUZZY && is_variant (self, self->hits[i].name))
      self->hits[i].match_class = SAIGA_NAME_MATCH_CLASS_VARIANT;
  search_transfers (self);
}

guint
_saiga_name_search_run (SaigaNameSearch *self,
                        const char *name,
                        gsize length,
                        const char *higher,
                        GArray *found)
{
  guint first = found->len, n;

  self->n_hits = 0;
  self->higher = higher != NULL && *higher != '\0' ? higher : NULL;
  memset (self->variants, 0, sizeof self->variants);
  _saiga_name_search_read (self, name, length);
  if (self->view->n_names == 0)
    return 0;

  search (self);
  for (guint i = 0; i < self->n_hits; i++)
    add_rows (self, &self->hits[i], found);
  if (found->len == first && self->options.fallback && self->parse.result.n_elements > 0 && self->key.n_words > 0)
    {
      self->n_hits = 0;
      search_fallback (self);
      for (guint i = 0; i < self->n_hits; i++)
        add_rows (self, &self->hits[i], found);
    }

  n = found->len - first;
  if (n > 1)
    g_qsort_with_data (&g_array_index (found, SaigaNameFound, first), n, sizeof (SaigaNameFound), compare_found, (gpointer) self->view);
  if (n > self->options.max_candidates)
    g_array_set_size (found, first + self->options.max_candidates);

  return found->len - first;
}
