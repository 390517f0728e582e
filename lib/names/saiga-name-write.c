/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-fold-private.h"
#include "saiga-name-parse-private.h"

/* Writes into a buffer of the caller; what does not fit is cut. */
typedef struct
{
  char *buffer;
  gsize size;
  gsize length;
} Writer;

static void
put (Writer *self,
     const char *text,
     gsize length)
{
  if (self->length + length < self->size)
    {
      memcpy (self->buffer + self->length, text, length);
      self->length += length;
    }
}

static inline void
put_byte (Writer *self,
          char byte)
{
  if (self->length + 1 < self->size)
    self->buffer[self->length++] = byte;
}

static void
put_text (Writer *self,
          const char *text)
{
  put (self, text, strlen (text));
}

static gsize
finish (Writer *self)
{
  if (self->size > 0)
    self->buffer[self->length] = '\0';

  return self->length;
}

/* Numerals in epithets are written out (ICZN 32.5.2.6, ICN 60.6). Returns how many bytes of the word they took. */
static gsize
put_numeral (Writer *self,
             const char *word,
             gsize length)
{
  static const char *const numerals[] = {
    "",
    "uni",
    "bi",
    "tri",
    "quadri",
    "quinque",
    "sex",
    "septem",
    "octo",
    "novem",
    "decem",
    "undecim",
    "duodecim",
    "tredecim",
    "quatuordecim",
    "quindecim",
    "sedecim",
    "septendecim",
    "octodecim",
    "novemdecim",
  };
  static const char *const tens[] = { "", "", "viginti", "triginta", "quadraginta", "quinquaginta", "sexaginta", "septuaginta", "octoginta", "nonaginta" };
  static const char *const units[] = { "", "uno", "duo", "tre", "quatuor", "quinque", "sex", "septem", "octo", "novem" };
  guint number = 0;
  gsize i = 0;

  while (i < length && g_ascii_isdigit (word[i]) && i < 4)
    number = number * 10 + word[i++] - '0';
  if (number >= 100 || number == 0)
    return 0;
  if (i < length && word[i] == '-')
    i++;

  if (number < 20)
    put_text (self, numerals[number]);
  else
    {
      put_text (self, tens[number / 10]);
      put_text (self, units[number % 10]);
    }

  return i;
}

static void
put_word (Writer *self,
          const char *word,
          gsize length,
          gboolean first)
{
  gsize i = 0, start = self->length;

  if (length > 0 && g_ascii_isdigit (word[0]))
    i = put_numeral (self, word, length);

  while (i < length)
    {
      guchar byte = word[i];

      if (byte < 0x80)
        {
          if (byte != '\'')
            put_byte (self, first && self->length == start ? g_ascii_toupper (byte) : g_ascii_tolower (byte));
          i++;
        }
      else
        {
          guint n_bytes = MIN ((gsize) g_utf8_skip[byte], length - i);
          char out[3];
          guint n = _saiga_name_fold_char (g_utf8_get_char (word + i), out);

          if (n == 0)
            put (self, word + i, n_bytes);
          for (guint k = 0; k < n; k++)
            put_byte (self, first && self->length == start ? g_ascii_toupper (out[k]) : g_ascii_tolower (out[k]));
          i += n_bytes;
        }
    }
}

/* Writes a word of a name as the codes have it: plain letters, no apostrophe. */
gsize
_saiga_name_write_word (const char *word,
                        gsize length,
                        gboolean first,
                        char *buffer,
                        gsize size)
{
  Writer writer = { buffer, size, 0 };

  put_word (&writer, word, length, first);

  return finish (&writer);
}

static void
put_element (Writer *self,
             const SaigaNameElement *element,
             const char *text,
             SaigaNameForm form)
{
  gboolean first = element->type <= SAIGA_NAME_ELEMENT_INFRAGENERIC;
  const char *word = text + element->word.start;
  gsize start = self->length;

  if (element->flags & SAIGA_NAME_FLAG_PLAIN)
    put (self, word, element->word.length);
  else
    put_word (self, word, element->word.length, first);
  if (element->flags & SAIGA_NAME_FLAG_ABBREVIATED)
    put_byte (self, '.');

  if (form == SAIGA_NAME_FORM_STEMMED && !first)
    {
      char stem[256];
      gsize length = _saiga_name_stem_word (self->buffer + start, self->length - start, stem, sizeof stem);

      self->length = start;
      put (self, stem, length);
    }
}

/* Where the part of the name begins that a uninomial below the genus stands alone with. */
static guint
find_first_element (const SaigaNameResult *result,
                    guint start,
                    guint end,
                    SaigaNameForm form)
{
  if (form != SAIGA_NAME_FORM_FULL && end - start > 1 && result->elements[end - 1].type == SAIGA_NAME_ELEMENT_INFRAGENERIC)
    return end - 1;

  return start;
}

static void
put_body (Writer *self,
          const SaigaNameResult *result,
          const char *text,
          guint body,
          SaigaNameForm form)
{
  guint end = result->bodies[body + 1], start = find_first_element (result, result->bodies[body], end, form);
  gboolean species = end > start && result->elements[end - 1].type >= SAIGA_NAME_ELEMENT_SPECIES;
  gboolean first = TRUE;

  for (guint i = start; i < end; i++)
    {
      const SaigaNameElement *element = &result->elements[i];

      /* Between genus and species a name does not belong to the combination (ICZN 6.1). */
      if (element->type == SAIGA_NAME_ELEMENT_INFRAGENERIC && ((element->flags & SAIGA_NAME_FLAG_PARENTHESES) || species))
        continue;
      if (!first)
        put_byte (self, ' ');
      if (form == SAIGA_NAME_FORM_FULL && element->marker != 0)
        {
          put_text (self, _saiga_name_get_marker (element->marker)->marker);
          put_byte (self, ' ');
        }
      if (form == SAIGA_NAME_FORM_FULL && (element->flags & SAIGA_NAME_FLAG_HYBRID))
        put_text (self, "× ");
      put_element (self, element, text, form);
      first = FALSE;
    }
}

gsize
_saiga_name_write_canonical (const SaigaNameResult *result,
                             const char *text,
                             SaigaNameForm form,
                             char *buffer,
                             gsize size)
{
  Writer writer = { buffer, size, 0 };

  if (result->candidatus && form == SAIGA_NAME_FORM_FULL && result->n_bodies > 0)
    put_text (&writer, "Candidatus ");
  for (guint body = 0; body < result->n_bodies; body++)
    {
      if (body > 0)
        put_text (&writer, result->bodies[body] < result->bodies[body + 1] ? " × " : " ×");
      put_body (&writer, result, text, body, form);
    }

  return finish (&writer);
}

/* Whether a word is in capitals and should not be: an author, not initials. */
static gboolean
is_shouted (const char *word,
            gsize length)
{
  if (length < 4)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_islower (word[i]) || ((guchar) word[i] >= 0x80 && g_unichar_islower (g_utf8_get_char (word + i))) || word[i] == '.')
      return FALSE;
    else if ((guchar) word[i] >= 0x80)
      i += g_utf8_skip[(guchar) word[i]] - 1;

  return TRUE;
}

static void
put_author_word (Writer *self,
                 const char *word,
                 gsize length,
                 gboolean first)
{
  if (!first && ((length == 2 && memcmp (word, "f.", 2) == 0) || (length == 1 && word[0] == 'f') || (length == 6 && memcmp (word, "filius", 6) == 0)))
    put_text (self, "fil.");
  else if (is_shouted (word, length))
    {
      gboolean start = TRUE;

      for (gsize i = 0; i < length;)
        {
          guint n_bytes = MIN ((gsize) g_utf8_skip[(guchar) word[i]], length - i);
          char out[6];

          put (self, out, g_unichar_to_utf8 (start ? g_utf8_get_char (word + i) : g_unichar_tolower (g_utf8_get_char (word + i)), out));
          start = word[i] == '-' || word[i] == '\'';
          i += n_bytes;
        }
    }
  else
    put (self, word, length);
}

static void
put_names (Writer *self,
           const char *word,
           const char *end)
{
  gboolean first = TRUE;
  char before = '\0';

  while (word < end)
    {
      const char *stop;
      gboolean space = *word == ' ';

      while (word < end && *word == ' ')
        word++;
      for (stop = word; stop < end && *stop != ' ' && (stop == word || stop[-1] != '.');)
        stop++;
      if (stop == word)
        break;
      /* Initials are set apart, but J.-B. and v.d. stay as they are. */
      if (!first && *word != '-' && (space || !(before == 'v' && *word == 'd')))
        put_byte (self, ' ');
      put_author_word (self, word, stop - word, first);
      before = stop - word == 2 ? *word : '\0';
      word = stop;
      first = FALSE;
    }
}

/* "Herbst, J.F.W." is J. F. W. Herbst, but "Smith, Jr." is Smith Jr. */
static void
put_author (Writer *self,
            const char *text,
            SaigaNameSpan span)
{
  const char *start = text + span.start, *end = start + span.length, *comma = memchr (start, ',', span.length), *given;

  if (comma == NULL)
    {
      put_names (self, start, end);
      return;
    }
  for (given = comma + 1; given < end && *given == ' ';)
    given++;
  if (given + 1 < end && (guchar) given[1] < 0x80 && given[1] != '.')
    {
      put_names (self, start, comma);
      put_byte (self, ' ');
      put_names (self, given, end);
    }
  else
    {
      put_names (self, given, end);
      put_byte (self, ' ');
      put_names (self, start, comma);
    }
}

gsize
_saiga_name_write_author (const char *text,
                          SaigaNameSpan span,
                          char *buffer,
                          gsize size)
{
  Writer writer = { buffer, size, 0 };

  put_author (&writer, text, span);

  return finish (&writer);
}

static void
put_team (Writer *self,
          const SaigaNameResult *result,
          const char *text,
          guint first,
          guint end)
{
  static const char *const links[] = { "", " ex ", " in ", " emend. ", " : " };
  guint role = SAIGA_NAME_ROLE_AUTHOR;
  gboolean start = TRUE;

  for (guint i = first; i < end; i++)
    {
      const SaigaNameItem *item = &result->items[i];

      if (item->type == SAIGA_NAME_ITEM_YEAR)
        {
          if (!start)
            put_byte (self, ' ');
          if (item->flags & SAIGA_NAME_ITEM_APPROXIMATE)
            put_byte (self, '(');
          put (self, text + item->text.start, item->text.length);
          if (item->flags & SAIGA_NAME_ITEM_APPROXIMATE)
            put_byte (self, ')');
          start = FALSE;
          continue;
        }
      if (item->role != role || start)
        put_text (self, links[start && item->role == SAIGA_NAME_ROLE_AUTHOR ? 0 : item->role]);
      else
        {
          gboolean last = i + 1 == end || result->items[i + 1].type == SAIGA_NAME_ITEM_YEAR || result->items[i + 1].role != item->role;

          put_text (self, last && !(item->flags & SAIGA_NAME_ITEM_ET_AL) ? " & " : ", ");
        }
      role = item->role;
      if (item->flags & SAIGA_NAME_ITEM_UNKNOWN)
        put_text (self, "anon.");
      else
        put_author (self, text, item->text);
      if (item->flags & SAIGA_NAME_ITEM_ET_AL)
        put_text (self, " et al.");
      start = FALSE;
    }
}

static void
put_authorship (Writer *self,
                const SaigaNameResult *result,
                const char *text,
                guint authorship,
                int basionym)
{
  const SaigaNameAuthorship *found = &result->authorships[authorship - 1];
  guint first = found->first, end = first + found->n_items, middle = first;

  while (middle < end && result->items[middle].basionym)
    middle++;
  if (basionym == 1)
    put_team (self, result, text, first, middle);
  else if (basionym == 0)
    put_team (self, result, text, middle, end);
  else
    {
      if (middle > first)
        {
          put_byte (self, '(');
          put_team (self, result, text, first, middle);
          put_byte (self, ')');
          if (middle < end)
            put_byte (self, ' ');
        }
      put_team (self, result, text, middle, end);
    }
}

gsize
_saiga_name_write_authorship (const SaigaNameResult *result,
                              const char *text,
                              guint authorship,
                              int basionym,
                              char *buffer,
                              gsize size)
{
  Writer writer = { buffer, size, 0 };

  if (authorship > 0)
    put_authorship (&writer, result, text, authorship, basionym);

  return finish (&writer);
}

/* The name written in the normal way, every authorship in its place. */
gsize
_saiga_name_write_normal (const SaigaNameResult *result,
                          const char *text,
                          char *buffer,
                          gsize size)
{
  Writer writer = { buffer, size, 0 };
  Writer *self = &writer;

  if (result->candidatus)
    put_text (self, "Candidatus ");
  for (guint body = 0; body < result->n_bodies; body++)
    {
      if (body > 0)
        put_text (self, result->bodies[body] < result->bodies[body + 1] ? " × " : " ×");
      for (guint i = result->bodies[body]; i < result->bodies[body + 1]; i++)
        {
          const SaigaNameElement *element = &result->elements[i];
          gboolean parentheses = (element->flags & SAIGA_NAME_FLAG_PARENTHESES) != 0;

          if (i > result->bodies[body])
            put_byte (self, ' ');
          if (element->marker != 0)
            {
              put_text (self, _saiga_name_get_marker (element->marker)->marker);
              put_byte (self, ' ');
            }
          if (element->flags & SAIGA_NAME_FLAG_HYBRID)
            put_text (self, "× ");
          if (parentheses)
            put_byte (self, '(');
          put_element (self, element, text, SAIGA_NAME_FORM_FULL);
          if (parentheses)
            put_byte (self, ')');
          if (element->authorship != 0)
            {
              put_byte (self, ' ');
              put_authorship (self, result, text, element->authorship, -1);
            }
        }
    }
  if (result->kind == SAIGA_NAME_KIND_INFORMAL)
    {
      put_byte (self, ' ');
      put (self, text + result->approximation.start, result->approximation.length);
    }
  if (result->cultivar.length > 0)
    {
      put_text (self, result->group ? " " : " '");
      put (self, text + result->cultivar.start, result->cultivar.length);
      if (!result->group)
        put_byte (self, '\'');
    }

  return finish (&writer);
}

guint
_saiga_name_get_last_authorship (const SaigaNameResult *result)
{
  /* A formula names two taxa, and has none. */
  if (result->n_elements == 0 || result->kind == SAIGA_NAME_KIND_FORMULA)
    return 0;

  return result->elements[result->n_elements - 1].authorship;
}

guint
_saiga_name_get_marker_row (const SaigaNameResult *result)
{
  return result->n_elements > 0 ? result->elements[result->n_elements - 1].marker : 0;
}

static gboolean
ends_with (const char *word,
           gsize length,
           const char *ending)
{
  gsize n = strlen (ending);

  return length > n + 1 && g_ascii_strncasecmp (word + length - n, ending, n) == 0;
}

/* The rank of a name, from its marker, its words, or the ending of a higher name. */
SaigaNameRank
_saiga_name_get_rank (const SaigaNameResult *result,
                      const char *text)
{
  const SaigaNameElement *last;
  const char *word;

  if (result->n_elements == 0 || result->kind == SAIGA_NAME_KIND_FORMULA)
    return SAIGA_NAME_RANK_UNKNOWN;
  last = &result->elements[result->n_elements - 1];
  if (last->marker != 0)
    return _saiga_name_get_marker (last->marker)->rank;
  if (last->type == SAIGA_NAME_ELEMENT_INFRASPECIES)
    return SAIGA_NAME_RANK_INFRASPECIFIC;
  if (last->type == SAIGA_NAME_ELEMENT_SPECIES)
    return SAIGA_NAME_RANK_SPECIES;
  if (last->type == SAIGA_NAME_ELEMENT_INFRAGENERIC)
    return SAIGA_NAME_RANK_SUBGENUS;

  /* ICZN 29.2; ICN 16.3, 18.1, 17.1; ICTV 3.26 */
  word = text + last->word.start;
  if (ends_with (word, last->word.length, "viricetes") || ends_with (word, last->word.length, "opsida") || ends_with (word, last->word.length, "phyceae") || ends_with (word, last->word.length, "mycetes"))
    return SAIGA_NAME_RANK_CLASS;
  if (ends_with (word, last->word.length, "idae") || ends_with (word, last->word.length, "viridae") || ends_with (word, last->word.length, "aceae"))
    return SAIGA_NAME_RANK_FAMILY;
  if (ends_with (word, last->word.length, "oidea"))
    return SAIGA_NAME_RANK_SUPERFAMILY;
  if (ends_with (word, last->word.length, "inae") || ends_with (word, last->word.length, "oideae"))
    return SAIGA_NAME_RANK_SUBFAMILY;
  if (ends_with (word, last->word.length, "ales"))
    return SAIGA_NAME_RANK_ORDER;

  return SAIGA_NAME_RANK_UNKNOWN;
}

gboolean
_saiga_name_is_hybrid (const SaigaNameResult *result)
{
  if (result->kind == SAIGA_NAME_KIND_FORMULA)
    return TRUE;
  for (guint i = 0; i < result->n_elements; i++)
    if ((result->elements[i].flags & SAIGA_NAME_FLAG_HYBRID) || (_saiga_name_get_marker (result->elements[i].marker)->flags & MARKER_NOTHO))
      return TRUE;

  return FALSE;
}
