/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-authors-private.h"
#include "saiga-name-data-private.h"

G_DEFINE_BOXED_TYPE (SaigaName, saiga_name, saiga_name_ref, saiga_name_unref)

typedef struct
{
  GString *strings;
  guint32 parts[SAIGA_NAME_N_PARTS];
  char *buffer;
} Builder;

static void
add_part (Builder *self,
          SaigaNamePart part,
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
          SaigaNamePart part,
          const char *text,
          const SaigaNameElement *element)
{
  gsize length = _saiga_name_write_word (text + element->word.start, element->word.length,
                                         element->type <= SAIGA_NAME_ELEMENT_INFRAGENERIC, self->buffer, SAIGA_NAME_BUFFER_SIZE);

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
          add_word (self, species ? SAIGA_NAME_PART_GENUS : SAIGA_NAME_PART_UNINOMIAL, text, element);
          break;
        case SAIGA_NAME_ELEMENT_INFRAGENERIC:
          add_word (self, SAIGA_NAME_PART_INFRAGENERIC, text, element);
          if (!species)
            add_word (self, SAIGA_NAME_PART_UNINOMIAL, text, element);
          break;
        case SAIGA_NAME_ELEMENT_SPECIES:
          add_word (self, SAIGA_NAME_PART_SPECIES, text, element);
          break;
        case SAIGA_NAME_ELEMENT_INFRASPECIES:
          add_word (self, SAIGA_NAME_PART_INFRASPECIES, text, element);
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

  add_part (self, SAIGA_NAME_PART_AUTHORSHIP, self->buffer, _saiga_name_write_authorship (result, text, row, -1, self->buffer, SAIGA_NAME_BUFFER_SIZE));
  add_part (self, SAIGA_NAME_PART_BASIONYM_AUTHORSHIP, self->buffer, _saiga_name_write_authorship (result, text, row, 1, self->buffer, SAIGA_NAME_BUFFER_SIZE));

  authorship = &result->authorships[row - 1];
  for (guint i = authorship->first; i < authorship->first + authorship->n_items; i++)
    {
      const SaigaNameItem *item = &result->items[i];

      if (item->type == SAIGA_NAME_ITEM_YEAR && self->parts[item->basionym ? SAIGA_NAME_PART_BASIONYM_YEAR : SAIGA_NAME_PART_YEAR] == 0)
        add_part (self, item->basionym ? SAIGA_NAME_PART_BASIONYM_YEAR : SAIGA_NAME_PART_YEAR, text + item->text.start, item->text.length);
    }
  if (self->parts[SAIGA_NAME_PART_YEAR] == 0)
    self->parts[SAIGA_NAME_PART_YEAR] = self->parts[SAIGA_NAME_PART_BASIONYM_YEAR];

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
            g_string_append_len (self->strings, self->buffer, _saiga_name_write_author (text, item->text, self->buffer, SAIGA_NAME_BUFFER_SIZE));
        }
    }
  self->parts[SAIGA_NAME_PART_AUTHORS] = authors_start + 1;
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

  buffer = g_malloc (SAIGA_NAME_BUFFER_SIZE);
  builder = (Builder){ .strings = g_string_sized_new (length * 4), .buffer = buffer };
  valid = g_utf8_make_valid (text, length);
  add_part (&builder, SAIGA_NAME_PART_TEXT, valid, strlen (valid) + 1);
  add_part (&builder, SAIGA_NAME_PART_SIMPLE, buffer, _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_SIMPLE, buffer, SAIGA_NAME_BUFFER_SIZE));
  add_part (&builder, SAIGA_NAME_PART_FULL, buffer, _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_FULL, buffer, SAIGA_NAME_BUFFER_SIZE));
  add_part (&builder, SAIGA_NAME_PART_STEMMED, buffer, _saiga_name_write_canonical (result, parse->text, SAIGA_NAME_FORM_STEMMED, buffer, SAIGA_NAME_BUFFER_SIZE));
  add_part (&builder, SAIGA_NAME_PART_NORMAL, buffer, _saiga_name_write_normal (result, parse->text, buffer, SAIGA_NAME_BUFFER_SIZE));
  add_words (&builder, result, parse->text);
  add_part (&builder, SAIGA_NAME_PART_HIGHER, parse->text + result->higher.start, result->higher.length);
  add_part (&builder, SAIGA_NAME_PART_CULTIVAR, parse->text + result->cultivar.start, result->cultivar.length);
  add_part (&builder, SAIGA_NAME_PART_APPROXIMATION, parse->text + result->approximation.start, result->approximation.length);
  add_part (&builder, SAIGA_NAME_PART_TAIL, parse->text + result->tail.start, result->tail.length);
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

  normal = _saiga_name_get_part (self, SAIGA_NAME_PART_NORMAL);

  return g_strdup (normal != NULL ? normal : _saiga_name_get_part (self, SAIGA_NAME_PART_TEXT));
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

  return g_str_equal (_saiga_name_get_part (self, SAIGA_NAME_PART_TEXT), _saiga_name_get_part (other, SAIGA_NAME_PART_TEXT));
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
  static const SaigaNamePart parts[] = { SAIGA_NAME_PART_STEMMED, SAIGA_NAME_PART_SIMPLE, SAIGA_NAME_PART_FULL, SAIGA_NAME_PART_FULL, SAIGA_NAME_PART_NORMAL };
  const char *a, *b;
  double score;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);
  g_return_val_if_fail (strength < G_N_ELEMENTS (parts), FALSE);

  a = _saiga_name_get_part (self, parts[strength]);
  b = _saiga_name_get_part (other, parts[strength]);
  if (a == NULL || b == NULL || !g_str_equal (a, b))
    return FALSE;
  if (strength != SAIGA_NAME_STRENGTH_AUTHORS)
    return TRUE;

  a = _saiga_name_get_part (self, SAIGA_NAME_PART_AUTHORSHIP);
  b = _saiga_name_get_part (other, SAIGA_NAME_PART_AUTHORSHIP);

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

  return _saiga_name_get_part (self, SAIGA_NAME_PART_SIMPLE + form);
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

  authors = _saiga_name_get_part (self, SAIGA_NAME_PART_AUTHORS);

  return g_strsplit (authors != NULL ? authors : "", "\n", -1);
}
