/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "saiga-name-edits-private.h"
#include "saiga-name-fold-private.h"
#include "saiga-name-uses-private.h"

/* The names that two lists use, as numbers of their words, and a table of those that have
 * genus and stems in common. */

/* ---- words */

static guint32
add_word (SaigaNameUses *self,
          const char *text,
          gsize length)
{
  char folded[SAIGA_NAME_MAX_WORD * 3 + 4];
  gsize n = _saiga_name_fold_text (text, MIN (length, SAIGA_NAME_MAX_WORD), folded, sizeof folded);
  guint32 word = _saiga_name_interner_add (&self->words, folded, n);

  return word != G_MAXUINT32 ? word : 0;
}

/* A marker of rank, a sign of a hybrid, a subgenus in parentheses. */
static gboolean
is_skipped (const char *word,
            gsize length)
{
  return word[length - 1] == '.' || *word == '(' || (length == 1 && *word == 'x') || (length == 2 && memcmp (word, "×", 2) == 0);
}

/* Genus, first and last epithet. An autonym has the type of its species. */
static void
read_words (SaigaNameUses *self,
            SaigaNameUse *use)
{
  const char *at = use->name;
  guint n = 0;

  while (*at != '\0')
    {
      gsize length = strcspn (at, " ");

      if (length > 0 && (n == 0 || !is_skipped (at, length)))
        {
          guint32 word = add_word (self, at, length);

          if (n == 0)
            use->genus = word;
          else if (n == 1)
            use->epithet = word;
          else
            use->infra = word;
          n++;
        }
      at += length;
      at += strspn (at, " ");
    }
  if (use->infra == use->epithet)
    use->infra = 0;
}

static void
make_stems (SaigaNameUses *self)
{
  const guint32 n_words = self->words.n;

  self->stems = g_new (guint32, n_words);
  for (guint32 i = 0; i < n_words; i++)
    {
      char stem[SAIGA_NAME_MAX_WORD * 3 + 4];
      guint32 length;
      const char *word = _saiga_name_interner_get (&self->words, i, &length);
      gsize n = _saiga_name_stem_word (word, length, stem, sizeof stem);

      self->stems[i] = _saiga_name_interner_add (&self->words, stem, n);
      if (self->stems[i] == G_MAXUINT32)
        self->stems[i] = i;
    }
}

/* ---- gathering */

typedef struct
{
  SaigaNameUses *uses;
  GArray *items; /* of SaigaNameUse */
  const SaigaField *synonyms;
  guint side;
} Gathering;

static void
add_use (Gathering *self,
         const SaigaSideTaxon *taxon,
         const char *name,
         const char *authorship,
         SaigaUseKind kind,
         gboolean is_pro_parte)
{
  SaigaNameUse use = { .name = name, .authorship = authorship, .taxon = taxon->position, .side = self->side, .kind = kind };
  const SaigaSideTaxon *owner = taxon->species != NULL ? taxon->species : taxon;
  guint32 *first = &self->uses->first[self->side][owner->position];

  use.is_pro_parte = is_pro_parte;
  use.hold = kind != SAIGA_USE_PRINTED ? SAIGA_HOLD_SYNONYM : taxon->species == taxon || taxon->species == NULL ? SAIGA_HOLD_SPECIES
                                                                                                                : SAIGA_HOLD_LOWER;
  read_words (self->uses, &use);
  use.next_taxon = *first;
  *first = self->items->len;
  g_array_append_val (self->items, use);
}

static void
add_taxon (Gathering *self,
           const SaigaSideTaxon *taxon)
{
  const char *name = saiga_taxon_get_name (taxon->taxon);
  const char *authorship = saiga_taxon_get_authorship (taxon->taxon);
  SaigaPartList *synonyms = _saiga_field_get_pointer (self->synonyms, SAIGA_RECORD (taxon->taxon));

  add_use (self, taxon, taxon->name, authorship, SAIGA_USE_PRINTED, FALSE);
  if (taxon->name != name && !g_str_equal (taxon->name, name))
    add_use (self, taxon, name, authorship, SAIGA_USE_LATER, FALSE);
  for (guint i = 0; synonyms != NULL && i < synonyms->len; i++)
    {
      SaigaSynonym *synonym = (SaigaSynonym *) synonyms->pdata[i];
      SaigaSynonymKind kind = saiga_synonym_get_kind (synonym);

      if (saiga_synonym_get_name (synonym) != NULL && kind != SAIGA_SYNONYM_KIND_MISAPPLIED && kind != SAIGA_SYNONYM_KIND_TRADE_NAME)
        add_use (self, taxon, saiga_synonym_get_name (synonym), saiga_synonym_get_authorship (synonym), SAIGA_USE_SYNONYM,
                 kind == SAIGA_SYNONYM_KIND_PRO_PARTE);
    }
}

/* ---- the table */

static guint32
hash_key (const SaigaNameUses *self,
          const SaigaNameUse *use)
{
  guint64 hash = use->genus * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  hash = (hash ^ self->stems[use->epithet]) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash = (hash ^ (hash >> 32) ^ self->stems[use->infra]) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return (hash >> 32) & (self->n_slots - 1);
}

static gboolean
has_key_of (const SaigaNameUses *self,
            const SaigaNameUse *a,
            const SaigaNameUse *b)
{
  return a->genus == b->genus && self->stems[a->epithet] == self->stems[b->epithet] && self->stems[a->infra] == self->stems[b->infra];
}

/* One chain holds the names of one key alone: a slot that is taken by another key is passed by. */
static guint32
find_slot (const SaigaNameUses *self,
           const SaigaNameUse *use)
{
  guint32 slot = hash_key (self, use);

  while (self->slots[slot] != SAIGA_NO_USE && !has_key_of (self, &self->uses[self->slots[slot]], use))
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
make_table (SaigaNameUses *self)
{
  for (self->n_slots = 1024; self->n_slots < 2 * self->n_uses;)
    self->n_slots *= 2;
  self->slots = _saiga_new_unset (self->n_slots);
  for (guint32 i = self->n_uses; i > 0; i--)
    {
      guint32 slot = find_slot (self, &self->uses[i - 1]);

      self->uses[i - 1].next_same = self->slots[slot];
      self->slots[slot] = i - 1;
    }
}

SaigaNameUses *
_saiga_name_uses_new (SaigaSide *a,
                      SaigaSide *b)
{
  SaigaNameUses *self = g_new0 (SaigaNameUses, 1);
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (SaigaNameUse), (a->n_taxa + b->n_taxa) * 2);

  self->sides[0] = a;
  self->sides[1] = b;
  _saiga_name_interner_init (&self->words);
  _saiga_name_interner_add (&self->words, "", 0);
  for (guint side = 0; side < 2; side++)
    {
      Gathering gathering = { self, items, saiga_field_lookup (SAIGA_TYPE_TAXON, "synonyms"), side };

      self->first[side] = _saiga_new_unset (self->sides[side]->n_taxa);
      for (guint i = 0; i < self->sides[side]->n_taxa; i++)
        add_taxon (&gathering, &self->sides[side]->taxa[i]);
    }
  self->n_uses = items->len;
  self->uses = (SaigaNameUse *) g_array_free (items, FALSE);
  make_stems (self);
  make_table (self);

  return self;
}

void
_saiga_name_uses_free (SaigaNameUses *self)
{
  _saiga_name_interner_clear (&self->words);
  g_free (self->stems);
  g_free (self->slots);
  g_free (self->uses);
  g_free (self->first[0]);
  g_free (self->first[1]);
  g_free (self);
}

/* ---- looking up */

SaigaSideTaxon *
_saiga_name_uses_get_taxon (const SaigaNameUses *self,
                            const SaigaNameUse *use)
{
  return &self->sides[use->side]->taxa[use->taxon];
}

/* The name by which the side knows the taxon. */
const SaigaNameUse *
_saiga_name_uses_get_printed (const SaigaNameUses *self,
                              guint side,
                              const SaigaSideTaxon *taxon)
{
  const SaigaSideTaxon *owner = taxon->species != NULL ? taxon->species : taxon;

  for (guint32 i = self->first[side][owner->position]; i != SAIGA_NO_USE; i = self->uses[i].next_taxon)
    if (self->uses[i].taxon == taxon->position && self->uses[i].kind == SAIGA_USE_PRINTED)
      return &self->uses[i];

  return NULL;
}

/* The first name with the genus and stems of another one; the others follow it. */
const SaigaNameUse *
_saiga_name_uses_find (const SaigaNameUses *self,
                       const SaigaNameUse *like)
{
  guint32 slot = find_slot (self, like);

  return self->slots[slot] != SAIGA_NO_USE ? &self->uses[self->slots[slot]] : NULL;
}

/* Spelt alike; an autonym is spelt as its species. */
gboolean
_saiga_name_uses_equal (const SaigaNameUse *a,
                        const SaigaNameUse *b)
{
  return a->genus == b->genus && a->epithet == b->epithet && a->infra == b->infra;
}

/* The taxon that a side accepts under the name of another one, of the same rank and kin to it. */
SaigaSideTaxon *
_saiga_name_uses_find_accepted (const SaigaNameUses *self,
                                guint side,
                                const SaigaNameUse *like)
{
  const SaigaSideTaxon *other = _saiga_name_uses_get_taxon (self, like);

  for (const SaigaNameUse *use = _saiga_name_uses_find (self, like); use != NULL;
       use = use->next_same != SAIGA_NO_USE ? &self->uses[use->next_same] : NULL)
    {
      SaigaSideTaxon *taxon = _saiga_name_uses_get_taxon (self, use);

      if (use->side == side && use->kind == SAIGA_USE_PRINTED && _saiga_name_uses_equal (use, like) && taxon->rank == other->rank &&
          _saiga_side_taxa_are_kin (taxon, other))
        return taxon;
    }

  return NULL;
}

SaigaAuthorsAgreement
_saiga_name_uses_compare_authors (const SaigaNameUse *a,
                                  const SaigaNameUse *b)
{
  double score;

  if (a->authorship == NULL || b->authorship == NULL)
    return SAIGA_AUTHORS_SILENT;

  return _saiga_authors_compare (a->authorship, strlen (a->authorship), b->authorship, strlen (b->authorship), &score);
}

/* Edits between two words; @max + 1 if there are more than @max. */
guint
_saiga_name_uses_count_edits (const SaigaNameUses *self,
                              guint32 word,
                              guint32 other,
                              guint max)
{
  SaigaNamePattern pattern;
  guint32 length;
  guint32 other_length;
  const char *text = _saiga_name_interner_get (&self->words, word, &length);
  const char *other_text = _saiga_name_interner_get (&self->words, other, &other_length);

  if (word == other)
    return 0;
  _saiga_name_pattern_set (&pattern, text, length);

  return _saiga_name_pattern_compare (&pattern, other_text, other_length, max);
}

/* The last year in an authorship; 0 if there is none. */
int
_saiga_find_year (const char *authorship)
{
  int year = 0;

  for (const char *at = authorship; at != NULL && *at != '\0'; at++)
    if (g_ascii_isdigit (*at) && (at == authorship || !g_ascii_isdigit (at[-1])))
      {
        char *end;
        long number = strtol (at, &end, 10);

        if (end - at == 4)
          year = (int) number;
        at = end - 1;
      }

  return year;
}
