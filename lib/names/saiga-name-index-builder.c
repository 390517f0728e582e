/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>

#include "saiga-name-fold-private.h"
#include "saiga-name-index-builder-private.h"

/**
 * SaigaNameIndexBuilder:
 *
 * Makes a [class@NameIndex] of names that are added one after the other.
 *
 * The names may come in any order, and from a stream: nothing is kept of them but
 * the numbers of their words. The same names in another order give the same
 * index, but for the order of rows that are alike in everything.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (SaigaNameIndexBuilder, saiga_name_index_builder, G_TYPE_OBJECT)

static void
start (SaigaNameIndexBuilder *self)
{
  _saiga_name_interner_init (&self->genera);
  _saiga_name_interner_init (&self->epithets);
  _saiga_name_interner_init (&self->pool);
  _saiga_name_interner_add (&self->pool, "", 0);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SaigaNameIndexRow));
  self->full = FALSE;
}

static void
clear (SaigaNameIndexBuilder *self)
{
  _saiga_name_interner_clear (&self->genera);
  _saiga_name_interner_clear (&self->epithets);
  _saiga_name_interner_clear (&self->pool);
  g_clear_pointer (&self->rows, g_array_unref);
}

static void
saiga_name_index_builder_finalize (GObject *object)
{
  SaigaNameIndexBuilder *self = SAIGA_NAME_INDEX_BUILDER (object);

  clear (self);
  g_free (self->parse);
  g_free (self->key);

  G_OBJECT_CLASS (saiga_name_index_builder_parent_class)->finalize (object);
}

static void
saiga_name_index_builder_class_init (SaigaNameIndexBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_name_index_builder_finalize;
}

static void
saiga_name_index_builder_init (SaigaNameIndexBuilder *self)
{
  self->parse = g_new (SaigaNameParse, 1);
  self->key = g_new (SaigaNameKey, 1);
  start (self);
}

/**
 * saiga_name_index_builder_new:
 *
 * Makes a builder without names.
 *
 * Returns: (transfer full): a new builder
 *
 * Since: 0.1
 */
SaigaNameIndexBuilder *
saiga_name_index_builder_new (void)
{
  return g_object_new (SAIGA_TYPE_NAME_INDEX_BUILDER, NULL);
}

static guint32
add_string (SaigaNameIndexBuilder *self,
            const char *text,
            gsize length)
{
  guint32 number = _saiga_name_interner_add (&self->pool, text, length);

  if (number == G_MAXUINT32)
    {
      self->full = TRUE;
      return 0;
    }

  return self->pool.offsets[number];
}

static guint32
add_valid_string (SaigaNameIndexBuilder *self,
                  const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  return add_string (self, text, strlen (text));
}

static guint32
add_word (SaigaNameIndexBuilder *self,
          SaigaNameInterner *words,
          const SaigaNameKey *key,
          guint word)
{
  guint32 number;

  if (word >= key->n_words)
    return 0;
  number = _saiga_name_interner_add (words, key->words[word], key->lengths[word]);
  if (number == G_MAXUINT32)
    {
      self->full = TRUE;
      return 0;
    }

  return number + 1;
}

/* A number as an index keeps it instead of its digits: no zero in front, below 2^32. */
static gboolean
parse_number (const char *text,
              guint32 *number)
{
  guint64 value = 0;

  if (text[0] == '\0' || (text[0] == '0' && text[1] != '\0') || strlen (text) > 10)
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text))
      return FALSE;
    else
      value = value * 10 + (*text - '0');
  *number = value;

  return value < G_MAXUINT32;
}

/* The words as the index would write them, and the authorship: as it stands
 * where the name is nothing else, so that the text need not be kept. */
static void
set_authors (SaigaNameIndexBuilder *self,
             SaigaNameIndexRow *row,
             const char *name)
{
  const SaigaNameParse *parse = self->parse;
  const SaigaNameResult *result = &parse->result;
  char buffer[SAIGA_NAME_MAX_LENGTH * 3];
  const SaigaNameKey *key = self->key;
  gsize length = 0, rest;

  for (guint i = 0; i < key->n_words && length + key->lengths[i] + 2 < sizeof buffer; i++)
    {
      if (i > 0)
        buffer[length++] = ' ';
      memcpy (buffer + length, key->words[i], key->lengths[i]);
      length += key->lengths[i];
    }
  buffer[0] = g_ascii_toupper (buffer[0]);

  rest = parse->raw_length > length ? parse->raw_length - length : 0;
  if (result->kind == SAIGA_NAME_KIND_SCIENTIFIC && result->tail.length == 0 && result->cultivar.length == 0 && !parse->mapped &&
      parse->raw_length >= length && memcmp (buffer, name, length) == 0 && (rest == 0 || (rest > 1 && name[length] == ' ')) &&
      name[parse->raw_length] == '\0')
    {
      if (rest > 1)
        row->authors = add_string (self, name + length + 1, rest - 1);
      return;
    }

  if (result->n_elements > 0)
    {
      length = _saiga_name_write_authorship (result, parse->text, _saiga_name_get_last_authorship (result), -1, buffer, sizeof buffer);
      row->authors = length > 0 ? add_string (self, buffer, length) : 0;
    }
  row->text = add_valid_string (self, name);
}

/**
 * saiga_name_index_builder_add:
 * @self: a builder
 * @id: (nullable): what to call the name by; `NULL` for its position among all that are added
 * @name: a name, with its authorship if that is known
 * @status: what the name is in its list
 * @accepted_id: (nullable): the id of the accepted name, for a synonym or a common name
 * @higher_taxon: (nullable): the family, or several higher taxa separated by `;`, `|` or `>`
 *
 * Adds a name.
 *
 * The name is read as [func@Name.parse] does. What is no name of a taxon is
 * found by its whole text only.
 *
 * Since: 0.1
 */
void
saiga_name_index_builder_add (SaigaNameIndexBuilder *self,
                              const char *id,
                              const char *name,
                              SaigaNameStatus status,
                              const char *accepted_id,
                              const char *higher_taxon)
{
  SaigaNameIndexRow row = { .status = status };

  g_return_if_fail (SAIGA_IS_NAME_INDEX_BUILDER (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (status <= SAIGA_NAME_STATUS_COMMON);

  if (id == NULL || !parse_number (id, &row.id))
    {
      if (id == NULL)
        row.id = self->rows->len;
      else
        {
          self->text_ids = TRUE;
          row.id = add_valid_string (self, id);
          row.text_id = TRUE;
        }
    }
  row.accepted = add_valid_string (self, accepted_id);
  row.higher = add_valid_string (self, higher_taxon);
  if (status == SAIGA_NAME_STATUS_COMMON)
    row.text = add_valid_string (self, name);
  else
    {
      _saiga_name_parse (self->parse, name, strlen (name));
      _saiga_name_key_read (self->key, self->parse);
      row.genus = add_word (self, &self->genera, self->key, 0);
      row.epithet = add_word (self, &self->epithets, self->key, 1);
      row.infra = add_word (self, &self->epithets, self->key, 2);
      row.rank = _saiga_name_get_rank (&self->parse->result, self->parse->text);
      set_authors (self, &row, name);
      if (row.genus == 0)
        row.genus = _saiga_name_interner_add (&self->genera, "", 0) + 1;
    }
  g_array_append_val (self->rows, row);
}

/**
 * saiga_name_index_builder_build:
 * @self: a builder
 * @error: return location for an error
 *
 * Makes the index. The builder is empty then, and may be used again.
 *
 * More than about a thousand million names, or four gigabytes of text, are an
 * error of code [error@Saiga.Error.LIMIT].
 *
 * Returns: (transfer full): the index
 *
 * Since: 0.1
 */
SaigaNameIndex *
saiga_name_index_builder_build (SaigaNameIndexBuilder *self,
                                GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  SaigaNameIndex *index = NULL;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX_BUILDER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!self->full)
    bytes = _saiga_name_index_builder_layout (self);
  if (bytes == NULL)
    g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT, "The names are too many or too long for an index: it holds 4 GB of text");
  else
    index = _saiga_name_index_new (bytes, error);

  clear (self);
  self->text_ids = FALSE;
  start (self);

  return index;
}
