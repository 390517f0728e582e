/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-authors-private.h"
#include "saiga-name-parse-private.h"

typedef enum
{
  PART_TEXT,
  PART_SIMPLE,
  PART_FULL,
  PART_STEMMED,
  PART_NORMAL,
  PART_UNINOMIAL,
  PART_GENUS,
  PART_INFRAGENERIC,
  PART_SPECIES,
  PART_INFRASPECIES,
  PART_CULTIVAR,
  PART_APPROXIMATION,
  PART_AUTHORSHIP,
  PART_YEAR,
  PART_BASIONYM_AUTHORSHIP,
  PART_BASIONYM_YEAR,
  PART_TAIL,
  PART_AUTHORS, /* separated by line feeds */
  N_PARTS,
} Part;

typedef struct
{
  guint8 type;
  guint16 start; /* in characters */
  guint16 length;
} Warning;

struct _SaigaName
{
  gatomicrefcount ref_count;
  guint8 kind;
  guint8 quality;
  guint8 rank;
  guint8 marker;
  guint8 n_words;
  guint8 n_warnings;
  gboolean hybrid : 1;
  gboolean extinct : 1;
  gboolean candidatus : 1;
  Warning warnings[SAIGA_NAME_MAX_WARNINGS];
  guint32 parts[N_PARTS]; /* where each begins in the strings, plus 1; 0: the name has none */
  char strings[];
};

G_DEFINE_BOXED_TYPE (SaigaName, saiga_name, saiga_name_ref, saiga_name_unref)

/* Larger than anything that is written of a text of at most SAIGA_NAME_MAX_LENGTH bytes. */
#define BUFFER_SIZE (SAIGA_NAME_MAX_LENGTH * 8)

typedef struct
{
  GString *strings;
  guint32 parts[N_PARTS];
  char *buffer;
} Builder;

static void
add_part (Builder *self,
          Part part,
          const char *text,
          gsize length)
{
  if (length == 0)
    return;

  self->parts[part] = self->strings->len + 1;
  g_string_append_len (self->strings, text, length);
  g_string_append_c (self->strings, '\0');
}

static void
add_word (Builder *self,
          Part part,
          const char *text,
          const SaigaNameElement *element)
{
  gsize length = _saiga_name_write_word (text + element->word.start, element->word.length,
                                         element->type <= SAIGA_NAME_ELEMENT_INFRAGENERIC, self->buffer, BUFFER_SIZE);

  add_part (self, part, self->buffer, length);
}

/* The words of the first name; of a formula that is its first parent. */
static void
add_words (Builder *self,
           const SaigaNameResult *result,
           const char *text)
{
  guint end = result->n_bodies > 0 ? result->bodies[1] : 0;
  gboolean species = end > 0 && result->elements[end - 1].type >= SAIGA_NAME_ELEMENT_SPECIES;

  for (guint i = 0; i < end; i++)
    {
      const SaigaNameElement *element = &result->elements[i];

      switch ((SaigaNameElementType) element->type)
        {
        case SAIGA_NAME_ELEMENT_UNINOMIAL:
          add_word (self, species ? PART_GENUS : PART_UNINOMIAL, text, element);
          break;
        case SAIGA_NAME_ELEMENT_INFRAGENERIC:
          add_word (self, PART_INFRAGENERIC, text, element);
          if (!species)
            add_word (self, PART_UNINOMIAL, text, element);
          break;
        case SAIGA_NAME_ELEMENT_SPECIES:
          add_word (self, PART_SPECIES, text, element);
          break;
        case SAIGA_NAME_ELEMENT_INFRASPECIES:
          add_word (self, PART_INFRASPECIES, text, element);
          break;
        }
    }
}

static void
add_authorship (Builder *self,
                const SaigaNameResult *result,
                const char *text)
{
  guint row = _saiga_name_get_last_authorship (result);
  const SaigaNameAuthorship *authorship;
  gsize authors_start;

  if (row == 0)
    return;

  add_part (self, PART_AUTHORSHIP, self->buffer, _saiga_name_write_authorship (result, text, row, -1, self->buffer, BUFFER_SIZE));
  add_part (self, PART_BASIONYM_AUTHORSHIP, self->buffer, _saiga_name_write_authorship (result, text, row, 1, self->buffer, BUFFER_SIZE));

  authorship = &result->authorships[row - 1];
  for (guint i = authorship->first; i < authorship->first + authorship->n_items; i++)
    {
      const SaigaNameItem *item = &result->items[i];

      if (item->type == SAIGA_NAME_ITEM_YEAR && self->parts[item->basionym ? PART_BASIONYM_YEAR : PART_YEAR] == 0)
        add_part (self, item->basionym ? PART_BASIONYM_YEAR : PART_YEAR, text + item->text.start, item->text.length);
    }
  if (self->parts[PART_YEAR] == 0)
    self->parts[PART_YEAR] = self->parts[PART_BASIONYM_YEAR];

  authors_start = self->strings->len;
  for (guint i = authorship->first; i < authorship->first + authorship->n_items; i++)
    {
      const SaigaNameItem *item = &result->items[i];

      if (item->type == SAIGA_NAME_ITEM_AUTHOR)
        {
          if (self->strings->len > authors_start)
            g_string_append_c (self->strings, '\n');
          if (item->flags & SAIGA_NAME_ITEM_UNKNOWN)
            g_string_append (self->strings, "anon.");
          else
            g_string_append_len (self->strings, self->buffer, _saiga_name_write_author (text, item->text, self->buffer, BUFFER_SIZE));
        }
    }
  self->parts[PART_AUTHORS] = authors_start + 1;
  g_string_append_c (self->strings, '\0');
}

/* Where a byte of the text stands, in characters. What is no UTF-8 counts one character a byte. */
static guint
count_characters (const char *text,
                  gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; n++)
    {
      gunichar c = g_utf8_get_char_validated (text + i, length - i);

      i += c == (gunichar) -1 || c == (gunichar) -2 ? 1 : g_utf8_skip[(guchar) text[i]];
    }

  return n;
}

/**
 * saiga_name_parse:
 * @text: a name, or any other text
 *
 * Reads a scientific name.
 *
 * This never fails: what could not be read is told by [method@Name.get_kind],
 * [method@Name.get_quality] and the warnings. At most 2000 bytes are read.
 *
 * Returns: (transfer full): the name
 *
 * Since: 0.1
 */
SaigaName *
saiga_name_parse (const char *text)
{
  g_autofree SaigaNameParse *parse = NULL;
  g_autofree char *buffer = NULL;
  g_autofree char *valid = NULL;
  const SaigaNameResult *result;
  Builder builder;
  SaigaName *self;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  parse = g_new (SaigaNameParse, 1);
  _saiga_name_parse (parse, text, length);
  result = &parse->result;

  buffer = g_malloc (BUFFER_SIZE);
  builder = (Builder){ .strings = g_string_sized_new (length * 4), .buffer = buffer };
  valid = g_utf8_make_valid (text, length);
  add_part (&builder, PART_TEXT, valid, strlen (valid) + 1);
  add_part (&builder, PART_SIMPLE, buffer, _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_SIMPLE, buffer, BUFFER_SIZE));
  add_part (&builder, PART_FULL, buffer, _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_FULL, buffer, BUFFER_SIZE));
  add_part (&builder, PART_STEMMED, buffer, _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_STEMMED, buffer, BUFFER_SIZE));
  add_part (&builder, PART_NORMAL, buffer, _saiga_name_write_normal (result, parse->text, buffer, BUFFER_SIZE));
  add_words (&builder, result, parse->text);
  add_part (&builder, PART_CULTIVAR, parse->text + result->cultivar.start, result->cultivar.length);
  add_part (&builder, PART_APPROXIMATION, parse->text + result->approximation.start, result->approximation.length);
  add_part (&builder, PART_TAIL, parse->text + result->tail.start, result->tail.length);
  add_authorship (&builder, result, parse->text);

  self = g_malloc (sizeof (SaigaName) + builder.strings->len);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = result->kind;
  self->quality = result->quality;
  self->rank = _saiga_name_get_rank (result, parse->text);
  self->marker = _saiga_name_get_marker_row (result);
  self->n_words = result->n_elements;
  self->hybrid = _saiga_name_is_hybrid (result);
  self->extinct = result->extinct;
  self->candidatus = result->candidatus;
  self->n_warnings = result->n_warnings;
  for (guint i = 0; i < result->n_warnings; i++)
    {
      const SaigaNameWarningItem *warning = &result->warnings[i];
      guint start = MIN (warning->start, length), end = MIN (start + warning->length, length);

      self->warnings[i].type = warning->type;
      self->warnings[i].start = count_characters (text, start);
      self->warnings[i].length = count_characters (text + start, end - start);
    }
  memcpy (self->parts, builder.parts, sizeof self->parts);
  memcpy (self->strings, builder.strings->str, builder.strings->len);
  g_string_free (builder.strings, TRUE);

  return self;
}

/**
 * saiga_name_ref: (skip)
 * @self: a name
 *
 * Adds a reference.
 *
 * Returns: (transfer full): the name
 *
 * Since: 0.1
 */
SaigaName *
saiga_name_ref (SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * saiga_name_unref: (skip)
 * @self: (transfer full): a name
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
saiga_name_unref (SaigaName *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static const char *
get_part (const SaigaName *self,
          Part part)
{
  return self->parts[part] != 0 ? self->strings + self->parts[part] - 1 : NULL;
}

/**
 * saiga_name_to_string:
 * @self: a name
 *
 * Writes a name in the normal way: one space between words, markers of rank and
 * hybrid signs in their standard form, initials set apart, `&` before the last
 * author, no comma before the year.
 *
 * What is written reads as the same name again. Of a text that is no name, the
 * text is returned.
 *
 * Returns: (transfer full): the name
 *
 * Since: 0.1
 */
char *
saiga_name_to_string (const SaigaName *self)
{
  const char *normal;

  g_return_val_if_fail (self != NULL, NULL);

  normal = get_part (self, PART_NORMAL);

  return g_strdup (normal != NULL ? normal : get_part (self, PART_TEXT));
}

/**
 * saiga_name_equal:
 * @self: a name
 * @other: another name
 *
 * Checks whether two names were read from the same text.
 *
 * To ask whether they are the same name, use [method@Name.matches].
 *
 * Returns: `TRUE` if they were
 *
 * Since: 0.1
 */
gboolean
saiga_name_equal (const SaigaName *self,
                  const SaigaName *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_str_equal (get_part (self, PART_TEXT), get_part (other, PART_TEXT));
}

/**
 * saiga_name_matches:
 * @self: a name
 * @other: another name
 * @strength: how much alike they have to be
 *
 * Checks whether two texts give the same name.
 *
 * A text that gives no name is the same as no other.
 *
 * Returns: `TRUE` if they do
 *
 * Since: 0.1
 */
gboolean
saiga_name_matches (const SaigaName *self,
                    const SaigaName *other,
                    SaigaNameStrength strength)
{
  static const Part parts[] = { PART_STEMMED, PART_SIMPLE, PART_FULL, PART_FULL, PART_NORMAL };
  const char *a, *b;
  double score;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);
  g_return_val_if_fail (strength < G_N_ELEMENTS (parts), FALSE);

  a = get_part (self, parts[strength]);
  b = get_part (other, parts[strength]);
  if (a == NULL || b == NULL || !g_str_equal (a, b))
    return FALSE;
  if (strength != SAIGA_NAME_STRENGTH_AUTHORS)
    return TRUE;

  a = get_part (self, PART_AUTHORSHIP);
  b = get_part (other, PART_AUTHORSHIP);

  return a == NULL || b == NULL || _saiga_authors_compare (a, strlen (a), b, strlen (b), &score) != SAIGA_AUTHORS_DISAGREE;
}

/**
 * saiga_name_get_canonical:
 * @self: a name
 * @form: which form
 *
 * Gets a canonical form: the words of the name in plain letters, without
 * authorship.
 *
 * Returns: (nullable): the form, or `NULL` if the text is no name
 *
 * Since: 0.1
 */
const char *
saiga_name_get_canonical (const SaigaName *self,
                          SaigaNameForm form)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (form <= SAIGA_NAME_FORM_STEMMED, NULL);

  return get_part (self, PART_SIMPLE + form);
}

/**
 * saiga_name_get_rank_marker:
 * @self: a name
 *
 * Gets the marker of the rank in its standard form, such as `var.`.
 *
 * Returns: (nullable): the marker, or `NULL` if the name has none
 *
 * Since: 0.1
 */
const char *
saiga_name_get_rank_marker (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->marker != 0 ? _saiga_name_get_marker (self->marker)->marker : NULL;
}

/**
 * saiga_name_list_authors:
 * @self: a name
 *
 * Lists all authors in the authorship, in the order in which they are written.
 *
 * Returns: (transfer full): the authors
 *
 * Since: 0.1
 */
char **
saiga_name_list_authors (const SaigaName *self)
{
  const char *authors;

  g_return_val_if_fail (self != NULL, NULL);

  authors = get_part (self, PART_AUTHORS);

  return g_strsplit (authors != NULL ? authors : "", "\n", -1);
}

/**
 * saiga_name_get_text:
 * @self: a name
 *
 * Gets the text that was read. What is no UTF-8 in it is replaced.
 *
 * Returns: the text
 *
 * Since: 0.1
 */
const char *
saiga_name_get_text (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_TEXT);
}

/**
 * saiga_name_get_kind:
 * @self: a name
 *
 * Gets what the text turned out to be.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
SaigaNameKind
saiga_name_get_kind (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_KIND_NONE);

  return self->kind;
}

/**
 * saiga_name_get_quality:
 * @self: a name
 *
 * Gets how well the name could be read.
 *
 * Returns: the quality
 *
 * Since: 0.1
 */
SaigaNameQuality
saiga_name_get_quality (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_QUALITY_NONE);

  return self->quality;
}

/**
 * saiga_name_get_rank:
 * @self: a name
 *
 * Gets the rank, as far as the name itself says it.
 *
 * Returns: the rank
 *
 * Since: 0.1
 */
SaigaNameRank
saiga_name_get_rank (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_RANK_UNKNOWN);

  return self->rank;
}

/**
 * saiga_name_is_hybrid:
 * @self: a name
 *
 * Checks whether the name is that of a hybrid: by a sign, by its rank, or a formula.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_name_is_hybrid (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->hybrid;
}

/**
 * saiga_name_is_extinct:
 * @self: a name
 *
 * Checks whether the name carries a dagger.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
saiga_name_is_extinct (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->extinct;
}

/**
 * saiga_name_is_candidatus:
 * @self: a name
 *
 * Checks whether the name is one of a bacterium that was never grown, a *Candidatus*.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_name_is_candidatus (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->candidatus;
}

/**
 * saiga_name_get_n_words:
 * @self: a name
 *
 * Counts the scientific words of the name, those of a formula together.
 *
 * Returns: the number of words
 *
 * Since: 0.1
 */
guint
saiga_name_get_n_words (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

/**
 * saiga_name_get_uninomial:
 * @self: a name
 *
 * Gets the word of a name that has one only, such as that of a family or genus; of a section the word of the section.
 *
 * Returns: (nullable): the word, or `NULL` for a species and below
 *
 * Since: 0.1
 */
const char *
saiga_name_get_uninomial (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_UNINOMIAL);
}

/**
 * saiga_name_get_genus:
 * @self: a name
 *
 * Gets the genus that a species, or a name below, stands in.
 *
 * Returns: (nullable): the genus, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_genus (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_GENUS);
}

/**
 * saiga_name_get_infrageneric:
 * @self: a name
 *
 * Gets the name between genus and species, such as a subgenus.
 *
 * Returns: (nullable): the word, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_infrageneric (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_INFRAGENERIC);
}

/**
 * saiga_name_get_species:
 * @self: a name
 *
 * Gets the epithet of the species.
 *
 * Returns: (nullable): the epithet, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_species (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_SPECIES);
}

/**
 * saiga_name_get_infraspecies:
 * @self: a name
 *
 * Gets the last epithet below species.
 *
 * Returns: (nullable): the epithet, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_infraspecies (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_INFRASPECIES);
}

/**
 * saiga_name_get_cultivar:
 * @self: a name
 *
 * Gets the epithet of a cultivar, without quotation marks.
 *
 * Returns: (nullable): the epithet, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_cultivar (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_CULTIVAR);
}

/**
 * saiga_name_get_approximation:
 * @self: a name
 *
 * Gets what leaves the name open, as it is written: `spp.`, `cf.`
 *
 * Returns: (nullable): the words, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_approximation (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_APPROXIMATION);
}

/**
 * saiga_name_get_authorship:
 * @self: a name
 *
 * Gets the authorship of the name, in the normal way of writing.
 *
 * It is that of the last word: of an autonym, and of a formula, there is none.
 *
 * Returns: (nullable): the authorship, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_authorship (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_AUTHORSHIP);
}

/**
 * saiga_name_get_year:
 * @self: a name
 *
 * Gets the year of the name: the one outside of parentheses, else the one within.
 *
 * Returns: (nullable): the year, perhaps with a question mark, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_year (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_YEAR);
}

/**
 * saiga_name_get_basionym_authorship:
 * @self: a name
 *
 * Gets the authorship in parentheses: of the name under which the taxon was first described.
 *
 * Returns: (nullable): the authorship, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_basionym_authorship (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_BASIONYM_AUTHORSHIP);
}

/**
 * saiga_name_get_basionym_year:
 * @self: a name
 *
 * Gets the year in parentheses.
 *
 * Returns: (nullable): the year, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_basionym_year (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_BASIONYM_YEAR);
}

/**
 * saiga_name_get_tail:
 * @self: a name
 *
 * Gets the rest of the text that is no part of the name.
 *
 * Returns: (nullable): the rest, or `NULL`
 *
 * Since: 0.1
 */
const char *
saiga_name_get_tail (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_part (self, PART_TAIL);
}

/**
 * saiga_name_get_n_warnings:
 * @self: a name
 *
 * Counts the warnings, of which at most sixteen are kept.
 *
 * Returns: the number of warnings
 *
 * Since: 0.1
 */
guint
saiga_name_get_n_warnings (const SaigaName *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_warnings;
}

/**
 * saiga_name_get_warning:
 * @self: a name
 * @position: the position of a warning
 *
 * Gets what is doubtful.
 *
 * Returns: the warning
 *
 * Since: 0.1
 */
SaigaNameWarning
saiga_name_get_warning (const SaigaName *self,
                        guint position)
{
  g_return_val_if_fail (self != NULL, SAIGA_NAME_WARNING_TAIL);
  g_return_val_if_fail (position < self->n_warnings, SAIGA_NAME_WARNING_TAIL);

  return self->warnings[position].type;
}

/**
 * saiga_name_get_warning_start:
 * @self: a name
 * @position: the position of a warning
 *
 * Gets where in the text the doubtful stretch begins, in characters.
 *
 * Returns: the number of characters before it
 *
 * Since: 0.1
 */
guint
saiga_name_get_warning_start (const SaigaName *self,
                              guint position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->n_warnings, 0);

  return self->warnings[position].start;
}

/**
 * saiga_name_get_warning_length:
 * @self: a name
 * @position: the position of a warning
 *
 * Gets how long the doubtful stretch is, in characters.
 *
 * Returns: the number of characters
 *
 * Since: 0.1
 */
guint
saiga_name_get_warning_length (const SaigaName *self,
                               guint position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->n_warnings, 0);

  return self->warnings[position].length;
}

/**
 * saiga_name_has_warning:
 * @self: a name
 * @warning: a warning
 *
 * Checks whether there is a warning of one sort.
 *
 * Returns: `TRUE` if there is
 *
 * Since: 0.1
 */
gboolean
saiga_name_has_warning (const SaigaName *self,
                        SaigaNameWarning warning)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_warnings; i++)
    if (self->warnings[i].type == warning)
      return TRUE;

  return FALSE;
}
