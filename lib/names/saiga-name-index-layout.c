/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>

#include "saiga-name-fold-private.h"
#include "saiga-name-index-builder-private.h"

/* Makes the sections of an index of what a builder has gathered: sorts the
 * words, gives them their final numbers, sorts the names by these, and lays out
 * the tables that find them. */

typedef struct
{
  SaigaNameIndexBuilder *builder;
  GByteArray *sections[N_SECTIONS];
  guint32 n_genera;
  guint32 n_epithets;
  guint32 n_names;
  guint32 n_scientific;
  guint32 *genus_numbers; /* from the interner's number to the final one */
  guint32 *epithet_numbers;
  guint32 *order;      /* rows in their final order */
  guint32 *first_rows; /* of each name, within order */
} Layout;

static guint32 *
add_section (Layout *self,
             SaigaNameIndexSection section,
             gsize n)
{
  /* Never without data, so that nothing is copied to or from NULL. */
  GByteArray *array = g_byte_array_sized_new (MAX (n * 4, 1));

  g_byte_array_set_size (array, n * 4);
  memset (array->data, 0, n * 4);
  self->sections[section] = array;

  return (guint32 *) array->data;
}

static guint32
get_n_slots (guint32 n)
{
  guint32 slots = 16;

  while (slots / 3 * 2 < n)
    slots *= 2;

  return slots;
}

typedef struct
{
  const char *key; /* what to sort by first, or NULL */
  const char *word;
  guint32 number;
} Word;

static int
compare_words (const void *a,
               const void *b)
{
  const Word *left = a, *right = b;
  int order = left->key != NULL ? strcmp (left->key, right->key) : 0;

  return order != 0 ? order : strcmp (left->word, right->word);
}

/* Sorts the words of an interner, and writes them with their signatures and hash table. Returns them in their order. */
static Word *
layout_words (Layout *self,
              const SaigaNameInterner *interner,
              GStringChunk *keys,
              SaigaNameIndexSection offsets_section,
              SaigaNameIndexSection text_section,
              SaigaNameIndexSection signatures_section,
              SaigaNameIndexSection slots_section,
              guint32 *numbers)
{
  guint32 n = interner->n, n_slots = get_n_slots (n);
  Word *words = g_new (Word, MAX (n, 1));
  guint32 *offsets, *signatures, *slots;
  GByteArray *text = g_byte_array_sized_new (interner->size);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 length;

      words[i] = (Word){ NULL, _saiga_name_interner_get (interner, i, &length), i };
      if (keys != NULL)
        {
          char key[SAIGA_NAME_MAX_KEPT * 3 + 8];

          _saiga_name_variant_key (words[i].word, length, TRUE, key, sizeof key);
          words[i].key = g_string_chunk_insert (keys, key);
        }
    }
  qsort (words, n, sizeof (Word), compare_words);

  offsets = add_section (self, offsets_section, (gsize) n + 1);
  signatures = add_section (self, signatures_section, n);
  slots = add_section (self, slots_section, n_slots);
  for (guint32 i = 0; i < n; i++)
    {
      gsize length = strlen (words[i].word);
      guint32 slot = _saiga_name_hash (words[i].word, length) & (n_slots - 1);

      offsets[i] = text->len;
      signatures[i] = _saiga_name_signature (words[i].word, length);
      g_byte_array_append (text, (const guint8 *) words[i].word, length);
      numbers[words[i].number] = i;
      while (slots[slot] != 0)
        slot = (slot + 1) & (n_slots - 1);
      slots[slot] = i + 1;
    }
  offsets[n] = text->len;
  self->sections[text_section] = text;

  return words;
}

/* The first epithet of each variant key, and the tag of the key of each epithet. */
static void
layout_keys (Layout *self,
             const Word *words)
{
  guint32 n_slots = get_n_slots (self->n_epithets);
  guint32 *slots = add_section (self, SECTION_EPITHET_KEYS, n_slots);
  guint32 *tags = add_section (self, SECTION_EPITHET_TAGS, self->n_epithets);

  for (guint32 i = 0; i < self->n_epithets; i++)
    {
      guint64 hash = _saiga_name_hash (words[i].key, strlen (words[i].key));
      guint32 slot = hash & (n_slots - 1);

      tags[i] = hash >> 32;
      if (i > 0 && strcmp (words[i].key, words[i - 1].key) == 0)
        continue;
      while (slots[slot] != 0)
        slot = (slot + 1) & (n_slots - 1);
      slots[slot] = i + 1;
    }
}

static guint32
get_longest (const SaigaNameInterner *words)
{
  guint32 longest = 0;

  for (guint32 i = 0; i < words->n; i++)
    {
      guint32 length;

      _saiga_name_interner_get (words, i, &length);
      longest = MAX (longest, length);
    }

  return longest;
}

/* The epithets by their letters, for completion. */
static void
layout_sorted (Layout *self,
               Word *words)
{
  guint32 *sorted = add_section (self, SECTION_EPITHET_SORTED, self->n_epithets);

  for (guint32 i = 0; i < self->n_epithets; i++)
    {
      words[i].key = NULL;
      words[i].number = i;
    }
  qsort (words, self->n_epithets, sizeof (Word), compare_words);
  for (guint32 i = 0; i < self->n_epithets; i++)
    sorted[i] = words[i].number;
}

typedef struct
{
  guint32 epithet;
  guint32 infra;
  guint32 status;
  guint32 row;
} Sorted;

static int
compare_sorted (const void *a,
                const void *b)
{
  const Sorted *left = a, *right = b;

  if (left->epithet != right->epithet)
    return left->epithet < right->epithet ? -1 : 1;
  if (left->infra != right->infra)
    return left->infra < right->infra ? -1 : 1;
  if (left->status != right->status)
    return left->status < right->status ? -1 : 1;

  return left->row < right->row ? -1 : 1;
}

/* Sorts the rows by genus, epithet, infraspecific epithet and status, and gives numbers to the names. */
static void
layout_names (Layout *self)
{
  SaigaNameIndexRow *rows = (SaigaNameIndexRow *) self->builder->rows->data;
  guint32 n = self->builder->rows->len, n_common = 0, n_infra = 0, name = 0;
  guint32 *starts = add_section (self, SECTION_GENUS_STARTS, (gsize) self->n_genera + 1);
  guint32 *places = g_new0 (guint32, (gsize) self->n_genera + 1);
  Sorted *sorted;
  guint32 *epithets, *infras;

  for (guint32 i = 0; i < n; i++)
    if (rows[i].status != SAIGA_NAME_STATUS_COMMON)
      {
        rows[i].genus = self->genus_numbers[rows[i].genus - 1];
        rows[i].epithet = rows[i].epithet > 0 ? self->epithet_numbers[rows[i].epithet - 1] + 1 : 0;
        rows[i].infra = rows[i].infra > 0 ? self->epithet_numbers[rows[i].infra - 1] + 1 : 0;
        places[rows[i].genus + 1]++;
      }
  for (guint32 genus = 0; genus < self->n_genera; genus++)
    places[genus + 1] += places[genus];
  self->n_scientific = places[self->n_genera];

  sorted = g_new (Sorted, MAX (self->n_scientific, 1));
  self->order = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    if (rows[i].status != SAIGA_NAME_STATUS_COMMON)
      sorted[places[rows[i].genus]++] = (Sorted){ rows[i].epithet, rows[i].infra, rows[i].status, i };
    else
      self->order[self->n_scientific + n_common++] = i;

  /* A place is where the next genus begins now. */
  self->first_rows = g_new (guint32, (gsize) self->n_scientific + 1);
  epithets = g_new (guint32, MAX (self->n_scientific, 1));
  infras = g_new (guint32, MAX (self->n_scientific, 1));
  for (guint32 genus = 0, row = 0; genus < self->n_genera; genus++)
    {
      guint32 first = row;

      starts[genus] = name;
      qsort (sorted + first, places[genus] - first, sizeof (Sorted), compare_sorted);
      for (; row < places[genus]; row++)
        {
          if (row == first || sorted[row].epithet != sorted[row - 1].epithet || sorted[row].infra != sorted[row - 1].infra)
            {
              self->first_rows[name] = row;
              epithets[name] = sorted[row].epithet;
              infras[name] = sorted[row].infra;
              n_infra += infras[name] != 0;
              name++;
            }
          self->order[row] = sorted[row].row;
        }
    }
  starts[self->n_genera] = name;
  self->n_names = name;
  self->first_rows[name] = self->n_scientific;
  g_free (sorted);
  g_free (places);

  memcpy (add_section (self, SECTION_NAME_EPITHETS, name), epithets, (gsize) name * 4);
  if (n_infra > 0)
    memcpy (add_section (self, SECTION_NAME_INFRA, name), infras, (gsize) name * 4);
  g_free (epithets);
  g_free (infras);
  if (name < self->n_scientific)
    memcpy (add_section (self, SECTION_ROW_STARTS, (gsize) name + 1), self->first_rows, ((gsize) name + 1) * 4);
}

static const guint32 *
get_section (Layout *self,
             SaigaNameIndexSection section)
{
  return self->sections[section] != NULL ? (const guint32 *) self->sections[section]->data : NULL;
}

/* The hash table of names. */
static void
layout_slots (Layout *self)
{
  const guint32 *starts = get_section (self, SECTION_GENUS_STARTS);
  const guint32 *epithets = get_section (self, SECTION_NAME_EPITHETS), *infras = get_section (self, SECTION_NAME_INFRA);
  guint32 n_slots = get_n_slots (self->n_names);
  guint32 *slots = add_section (self, SECTION_NAME_SLOTS, (gsize) n_slots * 2);

  for (guint32 genus = 0; genus < self->n_genera; genus++)
    for (guint32 name = starts[genus]; name < starts[genus + 1]; name++)
      {
        guint64 hash = _saiga_name_hash_ids (genus, epithets[name], infras != NULL ? infras[name] : 0);
        guint32 slot = hash & (n_slots - 1);

        while (slots[2 * slot + 1] != 0)
          slot = (slot + 1) & (n_slots - 1);
        slots[2 * slot] = hash >> 32;
        slots[2 * slot + 1] = name + 1;
      }
}

/* In which genera each epithet occurs. First counts, then fills. */
static void
layout_postings (Layout *self)
{
  const guint32 *genus_starts = get_section (self, SECTION_GENUS_STARTS);
  const guint32 *columns[2] = { get_section (self, SECTION_NAME_EPITHETS), get_section (self, SECTION_NAME_INFRA) };
  guint32 *starts = add_section (self, SECTION_POSTING_STARTS, (gsize) self->n_epithets + 1);
  guint32 *places = NULL, *genera = NULL;
  guint32 *last = g_new (guint32, (gsize) self->n_epithets + 1);

  for (guint pass = 0; pass < 2; pass++)
    {
      memset (last, 0, ((gsize) self->n_epithets + 1) * 4);
      for (guint32 genus = 0; genus < self->n_genera; genus++)
        for (guint32 name = genus_starts[genus]; name < genus_starts[genus + 1]; name++)
          for (guint c = 0; c < 2; c++)
            {
              guint32 epithet = columns[c] != NULL ? columns[c][name] : 0;

              if (epithet == 0 || last[epithet] == genus + 1)
                continue;
              last[epithet] = genus + 1;
              if (pass == 0)
                starts[epithet]++;
              else
                genera[places[epithet - 1]++] = genus;
            }
      if (pass == 0)
        {
          for (guint32 i = 0; i < self->n_epithets; i++)
            starts[i + 1] += starts[i];
          genera = add_section (self, SECTION_POSTING_GENERA, starts[self->n_epithets]);
          places = g_memdup2 (starts, ((gsize) self->n_epithets + 1) * 4);
        }
    }
  g_free (places);
  g_free (last);
}

/* Each genus, and each genus without one of its letters, by their hashes. */
static void
layout_deletions (Layout *self,
                  const Word *words)
{
  guint64 n = 0;
  guint32 n_buckets = 16, *starts, *tags = NULL, *genera = NULL, *places = NULL;

  for (guint32 i = 0; i < self->n_genera; i++)
    n += strlen (words[i].word) + 1;
  while (n_buckets < n / 8 && n_buckets < 1u << 28)
    n_buckets *= 2;
  starts = add_section (self, SECTION_DELETION_STARTS, (gsize) n_buckets + 1);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint32 genus = 0; genus < self->n_genera; genus++)
        {
          char buffer[SAIGA_NAME_MAX_EDITED + 1];
          gsize length = strlen (words[genus].word);

          if (length < 3 || length > SAIGA_NAME_MAX_EDITED || strchr (words[genus].word, ' ') != NULL)
            continue;
          for (gsize gap = 0; gap <= length; gap++)
            {
              guint64 hash;
              guint32 bucket;

              /* Without one of two equal neighbours it is the same word. */
              if (gap > 0 && gap < length && words[genus].word[gap] == words[genus].word[gap - 1])
                continue;
              memcpy (buffer, words[genus].word, gap);
              if (gap < length)
                memcpy (buffer + gap, words[genus].word + gap + 1, length - gap - 1);
              hash = _saiga_name_hash (buffer, gap < length ? length - 1 : length);
              bucket = hash & (n_buckets - 1);
              if (pass == 0)
                starts[bucket + 1]++;
              else
                {
                  tags[places[bucket]] = hash >> 32;
                  genera[places[bucket]++] = genus;
                }
            }
        }
      if (pass == 0)
        {
          for (guint32 i = 0; i < n_buckets; i++)
            starts[i + 1] += starts[i];
          tags = add_section (self, SECTION_DELETION_TAGS, starts[n_buckets]);
          genera = add_section (self, SECTION_DELETION_GENERA, starts[n_buckets]);
          places = g_memdup2 (starts, ((gsize) n_buckets + 1) * 4);
        }
    }
  g_free (places);
}

/* A column of the rows, unless it is empty. */
static void
layout_column (Layout *self,
               SaigaNameIndexSection section,
               gsize offset)
{
  const guint8 *rows = (const guint8 *) self->builder->rows->data;
  guint32 n = self->builder->rows->len;
  guint32 *column = add_section (self, section, n);
  gboolean used = FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      memcpy (&column[i], rows + (gsize) self->order[i] * sizeof (SaigaNameIndexRow) + offset, 4);
      used |= column[i] != 0;
    }
  if (!used)
    g_clear_pointer (&self->sections[section], g_byte_array_unref);
}

static void
layout_small_column (Layout *self,
                     SaigaNameIndexSection section,
                     gsize offset)
{
  const guint8 *rows = (const guint8 *) self->builder->rows->data;
  guint32 n = self->builder->rows->len;
  GByteArray *column = g_byte_array_new ();
  gboolean used = FALSE;

  g_byte_array_set_size (column, n);
  for (guint32 i = 0; i < n; i++)
    {
      column->data[i] = rows[(gsize) self->order[i] * sizeof (SaigaNameIndexRow) + offset];
      used |= column->data[i] != 0;
    }
  if (used)
    self->sections[section] = column;
  else
    g_byte_array_unref (column);
}

static void
layout_ids (Layout *self)
{
  SaigaNameIndexRow *rows = (SaigaNameIndexRow *) self->builder->rows->data;
  guint32 n = self->builder->rows->len;
  guint32 *ids = add_section (self, SECTION_ROW_IDS, n);

  for (guint32 i = 0; i < n; i++)
    {
      SaigaNameIndexRow *row = &rows[self->order[i]];

      if (self->builder->text_ids && !row->text_id)
        {
          char digits[16];
          guint32 number = _saiga_name_interner_add (&self->builder->pool, digits, g_snprintf (digits, sizeof digits, "%u", row->id));

          ids[i] = number != G_MAXUINT32 ? self->builder->pool.offsets[number] : 0;
          self->builder->full |= number == G_MAXUINT32;
        }
      else
        ids[i] = row->id;
    }
}

typedef struct
{
  const char *text;
  guint32 row;
  guint32 offset;
} CommonWord;

static int
compare_common (const void *a,
                const void *b)
{
  const CommonWord *left = a, *right = b;
  int order = strcmp (left->text, right->text);

  return order != 0 ? order : left->row < right->row ? -1
                                                     : left->row > right->row;
}

/* Every beginning of a word in a common name, for completion. */
static void
layout_common (Layout *self)
{
  const SaigaNameIndexRow *rows = (const SaigaNameIndexRow *) self->builder->rows->data;
  SaigaNameInterner *pool = &self->builder->pool;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CommonWord));
  guint32 *numbers, *offsets;

  for (guint32 i = self->n_scientific; i < self->builder->rows->len; i++)
    {
      const char *text = pool->text + rows[self->order[i]].text;
      gsize length = strlen (text), size = length * 3 + 8;
      g_autofree char *folded = g_malloc (size);
      guint32 number;

      length = _saiga_name_fold_text (text, length, folded, size);
      number = _saiga_name_interner_add (pool, folded, length);
      if (number == G_MAXUINT32)
        {
          self->builder->full = TRUE;
          continue;
        }
      for (gsize k = 0; k < length; k++)
        if (g_ascii_isalnum (folded[k]) && (k == 0 || !g_ascii_isalnum (folded[k - 1])))
          {
            CommonWord word = { NULL, i, pool->offsets[number] + k };

            g_array_append_val (words, word);
          }
    }
  for (guint i = 0; i < words->len; i++)
    g_array_index (words, CommonWord, i).text = pool->text + g_array_index (words, CommonWord, i).offset;
  if (words->len > 1)
    qsort (words->data, words->len, sizeof (CommonWord), compare_common);

  numbers = add_section (self, SECTION_COMMON_ROWS, words->len);
  offsets = add_section (self, SECTION_COMMON_OFFSETS, words->len);
  for (guint i = 0; i < words->len; i++)
    {
      numbers[i] = g_array_index (words, CommonWord, i).row;
      offsets[i] = g_array_index (words, CommonWord, i).offset;
    }
  g_array_unref (words);
}

GBytes *
_saiga_name_index_builder_layout (SaigaNameIndexBuilder *builder)
{
  Layout layout = { .builder = builder, .n_genera = builder->genera.n, .n_epithets = builder->epithets.n };
  Layout *self = &layout;
  g_autoptr (GStringChunk) keys = g_string_chunk_new (1 << 16);
  g_autofree Word *genera = NULL;
  g_autofree Word *epithets = NULL;
  guint32 *counts;
  GBytes *bytes;

  self->genus_numbers = g_new (guint32, MAX (self->n_genera, 1));
  self->epithet_numbers = g_new (guint32, MAX (self->n_epithets, 1));
  genera = layout_words (self, &builder->genera, NULL, SECTION_GENUS_OFFSETS, SECTION_GENUS_TEXT,
                         SECTION_GENUS_SIGNATURES, SECTION_GENUS_SLOTS, self->genus_numbers);
  epithets = layout_words (self, &builder->epithets, keys, SECTION_EPITHET_OFFSETS, SECTION_EPITHET_TEXT,
                           SECTION_EPITHET_SIGNATURES, SECTION_EPITHET_SLOTS, self->epithet_numbers);
  layout_keys (self, epithets);
  layout_sorted (self, epithets);
  layout_deletions (self, genera);
  layout_names (self);
  layout_slots (self);
  layout_postings (self);

  layout_ids (self);
  layout_column (self, SECTION_ROW_AUTHORS, G_STRUCT_OFFSET (SaigaNameIndexRow, authors));
  layout_column (self, SECTION_ROW_ACCEPTED, G_STRUCT_OFFSET (SaigaNameIndexRow, accepted));
  layout_column (self, SECTION_ROW_HIGHER, G_STRUCT_OFFSET (SaigaNameIndexRow, higher));
  layout_column (self, SECTION_ROW_TEXTS, G_STRUCT_OFFSET (SaigaNameIndexRow, text));
  layout_small_column (self, SECTION_ROW_STATUS, G_STRUCT_OFFSET (SaigaNameIndexRow, status));
  layout_small_column (self, SECTION_ROW_RANKS, G_STRUCT_OFFSET (SaigaNameIndexRow, rank));
  layout_common (self);
  self->sections[SECTION_POOL] = g_byte_array_append (g_byte_array_new (), (const guint8 *) builder->pool.text, builder->pool.size);

  counts = add_section (self, SECTION_COUNTS, N_COUNTS);
  counts[COUNT_GENERA] = self->n_genera;
  counts[COUNT_EPITHETS] = self->n_epithets;
  counts[COUNT_NAMES] = self->n_names;
  counts[COUNT_SCIENTIFIC_ROWS] = self->n_scientific;
  counts[COUNT_ROWS] = builder->rows->len;
  counts[COUNT_NUMERIC_IDS] = !builder->text_ids;
  counts[COUNT_LONGEST_GENUS] = get_longest (&builder->genera);

  g_free (self->genus_numbers);
  g_free (self->epithet_numbers);
  g_free (self->order);
  g_free (self->first_rows);
  bytes = _saiga_name_index_pack (self->sections);
  if (bytes != NULL && builder->full)
    g_clear_pointer (&bytes, g_bytes_unref);

  return bytes;
}
