/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include <saiga/saiga-name-index.h>

G_BEGIN_DECLS

/* An index is one block of memory, the same as its file: a head, a table of
 * sections, the sections. Nothing in it is a pointer. Whatever is read from it
 * may come from a file that somebody damaged, so every number is held against
 * the size of what it points into before it is used. */

typedef enum
{
  SECTION_COUNTS,        /* guint32: see SaigaNameIndexCount */
  SECTION_GENUS_OFFSETS, /* guint32: first words, sorted; into GENUS_TEXT */
  SECTION_GENUS_TEXT,
  SECTION_GENUS_SIGNATURES, /* guint32 a word */
  SECTION_GENUS_SLOTS,      /* guint32: hash table, word + 1 */
  SECTION_GENUS_STARTS,     /* guint32: first name of each word */
  SECTION_EPITHET_OFFSETS,  /* guint32: other words, by variant key, then by word */
  SECTION_EPITHET_TEXT,
  SECTION_EPITHET_SIGNATURES,
  SECTION_EPITHET_SLOTS,
  SECTION_EPITHET_KEYS,    /* guint32: hash table of variant keys, first word + 1 */
  SECTION_EPITHET_TAGS,    /* guint32: of each epithet, half of the hash of its variant key */
  SECTION_EPITHET_SORTED,  /* guint32: the epithets in the order of their letters */
  SECTION_POSTING_STARTS,  /* guint32: of each epithet, into POSTING_GENERA */
  SECTION_POSTING_GENERA,  /* guint32: the genera that it occurs in, ascending */
  SECTION_NAME_EPITHETS,   /* guint32: epithet + 1 of each name, or 0; names by genus, epithet, infraspecific epithet */
  SECTION_NAME_INFRA,      /* guint32: the same for the infraspecific epithet; absent if no name has one */
  SECTION_NAME_SLOTS,      /* 2 guint32: hash table of names: tag, name + 1 */
  SECTION_DELETION_STARTS, /* guint32: buckets of the deletion neighbourhood of the genera */
  SECTION_DELETION_TAGS,   /* guint32 */
  SECTION_DELETION_GENERA, /* guint32 */
  SECTION_ROW_STARTS,      /* guint32: first row of each name; absent if each has one */
  SECTION_ROW_IDS,         /* guint32: into POOL, or numbers */
  SECTION_ROW_AUTHORS,     /* guint32: into POOL, 0 none; absent if all are */
  SECTION_ROW_ACCEPTED,
  SECTION_ROW_HIGHER,
  SECTION_ROW_TEXTS,      /* guint32: the name as it was given, where it can not be made from its words */
  SECTION_ROW_STATUS,     /* guint8 */
  SECTION_ROW_RANKS,      /* guint8: SaigaNameRank */
  SECTION_COMMON_ROWS,    /* guint32: row of each beginning of a word in a common name, by the letters from there */
  SECTION_COMMON_OFFSETS, /* guint32: into POOL: the folded common name from there */
  SECTION_POOL,           /* strings, each with its end; begins with an empty one */
  N_SECTIONS,
} SaigaNameIndexSection;

typedef enum
{
  COUNT_GENERA,
  COUNT_EPITHETS,
  COUNT_NAMES,
  COUNT_SCIENTIFIC_ROWS,
  COUNT_ROWS,
  COUNT_NUMERIC_IDS,   /* a flag */
  COUNT_LONGEST_GENUS, /* in bytes */
  N_COUNTS,
} SaigaNameIndexCount;

/* Where the sections of an index are, and how long. */
typedef struct
{
  const guint32 *genus_offsets, *genus_signatures, *genus_slots, *genus_starts;
  const guint32 *epithet_offsets, *epithet_signatures, *epithet_slots, *epithet_keys, *epithet_tags, *epithet_sorted;
  const guint32 *posting_starts, *posting_genera;
  const guint32 *name_epithets, *name_infra, *name_slots;
  const guint32 *deletion_starts, *deletion_tags, *deletion_genera;
  const guint32 *row_starts, *row_ids, *row_authors, *row_accepted, *row_higher, *row_texts;
  const guint8 *row_status, *row_ranks;
  const guint32 *common_rows, *common_offsets;
  const char *genus_text, *epithet_text, *pool;
  guint32 n_genera, n_epithets, n_names, n_scientific_rows, n_rows;
  guint32 n_genus_slots, n_epithet_slots, n_key_slots, n_name_slots, n_buckets;
  guint32 n_postings, n_deletions, n_common;
  guint32 genus_text_size, epithet_text_size, longest_genus;
  gsize pool_size;
  gboolean numeric_ids;
} SaigaNameView;

struct _SaigaNameIndex
{
  GObject parent_instance;

  GBytes *bytes;
  SaigaNameView view;
};

SaigaNameIndex *_saiga_name_index_new (GBytes *bytes,
                                       GError **error);
GBytes *_saiga_name_index_pack (GByteArray **sections);

#define SAIGA_NAME_NONE G_MAXUINT32
/* The longest word that is compared by edits: one machine word of bits. */
#define SAIGA_NAME_MAX_EDITED 63
#define SAIGA_NAME_MAX_KEPT 250

static inline guint64
_saiga_name_mix (guint64 a,
                 guint64 b)
{
  __uint128_t product = (__uint128_t) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

static inline guint64
_saiga_name_hash (const char *text,
                  gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ G_GUINT64_CONSTANT (0xa0761d6478bd642f);
  guint64 part = 0;

  for (; length >= 8; text += 8, length -= 8)
    {
      memcpy (&part, text, 8);
      hash = _saiga_name_mix (hash ^ part, G_GUINT64_CONSTANT (0xe7037ed1a0b428db));
    }
  part = 0;
  if (length >= 4)
    {
      guint32 first, last;

      memcpy (&first, text, 4);
      memcpy (&last, text + length - 4, 4);
      part = (guint64) last << 32 | first;
    }
  else if (length > 0)
    part = (guint64) (guchar) text[0] | (guint64) (guchar) text[length / 2] << 8 | (guint64) (guchar) text[length - 1] << 16;

  return _saiga_name_mix (hash ^ part, G_GUINT64_CONSTANT (0x8ebc6af09c88c6e3));
}

/* Whether two texts of one length are the same. Words are short: two overlapping loads tell. */
static inline gboolean
_saiga_name_same (const char *a,
                  const char *b,
                  gsize length)
{
  guint64 left[2], right[2];
  guint32 small[4];

  if (length > 16)
    return memcmp (a, b, length) == 0;
  if (length >= 8)
    {
      memcpy (&left[0], a, 8);
      memcpy (&left[1], a + length - 8, 8);
      memcpy (&right[0], b, 8);
      memcpy (&right[1], b + length - 8, 8);
      return left[0] == right[0] && left[1] == right[1];
    }
  if (length >= 4)
    {
      memcpy (&small[0], a, 4);
      memcpy (&small[1], a + length - 4, 4);
      memcpy (&small[2], b, 4);
      memcpy (&small[3], b + length - 4, 4);
      return small[0] == small[2] && small[1] == small[3];
    }
  for (gsize i = 0; i < length; i++)
    if (a[i] != b[i])
      return FALSE;

  return TRUE;
}

static inline guint64
_saiga_name_hash_ids (guint32 genus,
                      guint32 epithet,
                      guint32 infra)
{
  return _saiga_name_mix (((guint64) genus << 32 | epithet) ^ G_GUINT64_CONSTANT (0xa0761d6478bd642f),
                          (guint64) infra * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ G_GUINT64_CONSTANT (0xe7037ed1a0b428db));
}

/* Which of the 26 letters a word has, and its length in the 6 high bits. */
static inline guint32
_saiga_name_signature (const char *word,
                       gsize length)
{
  guint32 letters = 0;

  for (gsize i = 0; i < length; i++)
    if (word[i] >= 'a' && word[i] <= 'z')
      letters |= 1u << (word[i] - 'a');

  return letters | (guint32) MIN (length, 63) << 26;
}

/* Whether two words may be at most @edits apart: each edit changes at most one
 * letter of each set, and the length by one. */
static inline gboolean
_saiga_name_signatures_may (guint32 a,
                            guint32 b,
                            guint edits)
{
  guint32 letters = (1u << 26) - 1;
  int difference = (int) (a >> 26) - (int) (b >> 26);

  return (guint) ABS (difference) <= edits &&
         (guint) __builtin_popcount (a & ~b & letters) <= edits &&
         (guint) __builtin_popcount (b & ~a & letters) <= edits;
}

static inline const char *
_saiga_name_get_word (const guint32 *offsets,
                      guint32 n_words,
                      const char *text,
                      guint32 size,
                      guint32 word,
                      guint32 *length)
{
  guint32 start, end;

  *length = 0;
  if (G_UNLIKELY (word >= n_words))
    return "";
  start = offsets[word];
  end = offsets[word + 1];
  if (G_UNLIKELY (start > end || end > size || end - start > SAIGA_NAME_MAX_KEPT))
    return "";
  *length = end - start;

  return text + start;
}

static inline const char *
_saiga_name_get_genus (const SaigaNameView *view,
                       guint32 genus,
                       guint32 *length)
{
  return _saiga_name_get_word (view->genus_offsets, view->n_genera, view->genus_text, view->genus_text_size, genus, length);
}

static inline const char *
_saiga_name_get_epithet (const SaigaNameView *view,
                         guint32 epithet,
                         guint32 *length)
{
  return _saiga_name_get_word (view->epithet_offsets, view->n_epithets, view->epithet_text, view->epithet_text_size, epithet, length);
}

/* A range in an array of starts, within what it points into. */
static inline void
_saiga_name_get_range (const guint32 *starts,
                       guint32 position,
                       guint32 limit,
                       guint32 *first,
                       guint32 *end)
{
  *end = MIN (starts[position + 1], limit);
  *first = MIN (starts[position], *end);
}

static inline void
_saiga_name_get_names (const SaigaNameView *view,
                       guint32 genus,
                       guint32 *first,
                       guint32 *end)
{
  if (G_UNLIKELY (genus >= view->n_genera))
    *first = *end = 0;
  else
    _saiga_name_get_range (view->genus_starts, genus, view->n_names, first, end);
}

static inline guint32
_saiga_name_get_infra (const SaigaNameView *view,
                       guint32 name)
{
  return view->name_infra != NULL ? view->name_infra[name] : 0;
}

static inline void
_saiga_name_get_rows (const SaigaNameView *view,
                      guint32 name,
                      guint32 *first,
                      guint32 *end)
{
  if (view->row_starts != NULL)
    _saiga_name_get_range (view->row_starts, name, view->n_scientific_rows, first, end);
  else
    {
      *first = name;
      *end = MIN (name + 1, view->n_scientific_rows);
    }
}

static inline const char *
_saiga_name_get_string (const SaigaNameView *view,
                        const guint32 *column,
                        guint32 row)
{
  return column != NULL && row < view->n_rows && column[row] < view->pool_size ? view->pool + column[row] : "";
}

static inline guint
_saiga_name_get_status (const SaigaNameView *view,
                        guint32 row)
{
  return view->row_status != NULL ? MIN (view->row_status[row], SAIGA_NAME_STATUS_COMMON) : SAIGA_NAME_STATUS_ACCEPTED;
}

/* saiga-name-lookup.c */
guint32 _saiga_name_find_genus (const SaigaNameView *view,
                                const char *word,
                                gsize length);
guint32 _saiga_name_find_epithet (const SaigaNameView *view,
                                  const char *word,
                                  gsize length);
guint32 _saiga_name_find_name (const SaigaNameView *view,
                               guint32 genus,
                               guint32 epithet,
                               guint32 infra);
/* The epithets that are one with a word in any gender and spelling; FALSE if there is none. */
gboolean _saiga_name_find_variants (const SaigaNameView *view,
                                    const char *word,
                                    gsize length,
                                    guint32 *first,
                                    guint32 *end);
guint32 _saiga_name_find_first_at_least (const guint32 *array,
                                         guint32 first,
                                         guint32 end,
                                         guint32 value);
gsize _saiga_name_write_name (const SaigaNameView *view,
                              guint32 name,
                              char *buffer,
                              gsize size);
guint32 _saiga_name_get_genus_of (const SaigaNameView *view,
                                  guint32 name);

G_END_DECLS
