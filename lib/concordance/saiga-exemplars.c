/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-exemplars-private.h"
#include "saiga-union-private.h"

/* Two lists that use many of the same names have silently agreed on many types: names of
 * one type are united, by hashing and union-find; then each type is given to the species
 * that holds it most strongly. */

/* Of names spelt alike, no more than so many kinds of authorship are told apart. */
#define MAX_AUTHORS 64

typedef struct
{
  SaigaNameUses *uses;
  guint32 *parents;
  guint32 *accepted[2]; /* of each root: a species that has it as its own on a side */
} Union;

static gboolean
have_one_code (Union *self,
               const SaigaNameUse *a,
               const SaigaNameUse *b)
{
  return _saiga_side_taxa_have_one_code (_saiga_name_uses_get_taxon (self->uses, a), _saiga_name_uses_get_taxon (self->uses, b));
}

static gboolean
is_species_name (Union *self,
                 const SaigaNameUse *use)
{
  return use->epithet != 0 && _saiga_name_uses_get_taxon (self->uses, use)->species != NULL;
}

/* Rules (a) and (c): one genus and equal stems, unless the authors disagree. */
static void
unite_spelling (Union *self)
{
  g_autofree guint32 *seen = g_new (guint32, MAX_AUTHORS);

  for (guint32 slot = 0; slot < self->uses->n_slots; slot++)
    {
      guint n_seen = 0;

      for (guint32 i = self->uses->slots[slot]; i != SAIGA_NO_USE; i = self->uses->uses[i].next_same)
        {
          const SaigaNameUse *use = &self->uses->uses[i];
          gboolean is_new = TRUE;

          if (!is_species_name (self, use))
            continue;
          for (guint n = 0; n < n_seen; n++)
            {
              const SaigaNameUse *other = &self->uses->uses[seen[n]];

              if (!have_one_code (self, use, other))
                continue;
              if (g_strcmp0 (use->authorship, other->authorship) == 0)
                is_new = FALSE;
              if (_saiga_name_uses_compare_authors (use, other) != SAIGA_AUTHORS_DISAGREE)
                _saiga_union_join (self->parents, i, seen[n]);
            }
          if ((is_new || n_seen == 0) && n_seen < MAX_AUTHORS)
            seen[n_seen++] = i;
        }
    }
}

/* Rule (b): a name that is placed under a taxon with the same stem, whose author does not
 * disagree. */
static void
unite_stated (Union *self)
{
  const SaigaNameUses *uses = self->uses;

  for (guint32 i = 0; i < uses->n_uses; i++)
    {
      const SaigaNameUse *use = &uses->uses[i];
      const SaigaSideTaxon *taxon = _saiga_name_uses_get_taxon (uses, use);
      const guint32 stem = uses->stems[_saiga_name_use_get_last (use)];

      if (!is_species_name (self, use) || use->is_pro_parte || (use->kind == SAIGA_USE_PRINTED && taxon == taxon->species))
        continue;
      for (guint32 n = uses->first[use->side][taxon->species->position]; n != SAIGA_NO_USE; n = uses->uses[n].next_taxon)
        {
          const SaigaNameUse *other = &uses->uses[n];

          /* The name of the species, or of the lower taxon that the name is placed under. */
          if (n != i && other->kind == SAIGA_USE_PRINTED && (other->taxon == use->taxon || other->taxon == taxon->species->position) &&
              uses->stems[_saiga_name_use_get_last (other)] == stem && _saiga_name_uses_compare_authors (use, other) != SAIGA_AUTHORS_DISAGREE)
            _saiga_union_join (self->parents, i, n);
        }
    }
}

/* ---- rule (d): family, stem, year and a surname in common */

typedef struct
{
  guint32 family;
  guint32 stem;
  guint32 year;
  guint32 use;
} Moved;

static int
compare_moved (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const Moved *first = a;
  const Moved *second = b;
  const SaigaNameUses *uses = data;
  int order;

  if (first->family != second->family)
    return first->family < second->family ? -1 : 1;
  if (first->stem != second->stem)
    return first->stem < second->stem ? -1 : 1;
  if (first->year != second->year)
    return first->year < second->year ? -1 : 1;
  order = strcmp (uses->uses[first->use].name, uses->uses[second->use].name);
  if (order == 0)
    order = g_strcmp0 (uses->uses[first->use].authorship, uses->uses[second->use].authorship);

  return order != 0 ? order : first->use < second->use ? -1
                                                       : first->use > second->use;
}

static void
note_accepted (Union *self)
{
  for (guint side = 0; side < 2; side++)
    self->accepted[side] = _saiga_new_unset (self->uses->n_uses);
  for (guint32 i = 0; i < self->uses->n_uses; i++)
    {
      const SaigaNameUse *use = &self->uses->uses[i];

      if (is_species_name (self, use) && use->hold == SAIGA_HOLD_SPECIES)
        self->accepted[use->side][_saiga_union_find (self->parents, i)] = use->taxon;
    }
}

/* Two species that one side accepts are kept apart by it. */
static void
unite_moved_pair (Union *self,
                  guint32 a,
                  guint32 b)
{
  guint32 first = _saiga_union_find (self->parents, a);
  guint32 second = _saiga_union_find (self->parents, b);
  guint32 root;

  if (first == second || !have_one_code (self, &self->uses->uses[a], &self->uses->uses[b]))
    return;
  for (guint side = 0; side < 2; side++)
    if (self->accepted[side][first] != SAIGA_NO_SPECIES && self->accepted[side][second] != SAIGA_NO_SPECIES &&
        self->accepted[side][first] != self->accepted[side][second])
      return;
  if (_saiga_name_uses_compare_authors (&self->uses->uses[a], &self->uses->uses[b]) != SAIGA_AUTHORS_AGREE)
    return;

  _saiga_union_join (self->parents, first, second);
  root = MIN (first, second);
  for (guint side = 0; side < 2; side++)
    if (self->accepted[side][root] == SAIGA_NO_SPECIES)
      self->accepted[side][root] = self->accepted[side][MAX (first, second)];
}

static void
unite_moved (Union *self)
{
  const SaigaNameUses *uses = self->uses;
  g_autoptr(GArray) moved = g_array_new (FALSE, FALSE, sizeof (Moved));
  SaigaNameInterner families;

  _saiga_name_interner_init (&families);
  for (guint32 i = 0; i < uses->n_uses; i++)
    {
      const SaigaNameUse *use = &uses->uses[i];
      const char *family = _saiga_name_uses_get_taxon (uses, use)->groups[SAIGA_GROUP_FAMILY];
      g_autofree char *folded = NULL;
      Moved item = { .use = i };

      if (!is_species_name (self, use) || family == NULL || (item.year = _saiga_find_year (use->authorship)) == 0)
        continue;
      folded = g_ascii_strdown (family, -1);
      item.family = _saiga_name_interner_add (&families, folded, strlen (folded));
      item.stem = uses->stems[_saiga_name_use_get_last (use)];
      g_array_append_val (moved, item);
    }
  _saiga_name_interner_clear (&families);
  g_array_sort_with_data (moved, compare_moved, (gpointer) uses);

  note_accepted (self);
  for (guint i = 0; i < moved->len; i++)
    {
      const Moved *item = &g_array_index (moved, Moved, i);

      for (guint n = i + 1; n < moved->len && n <= i + MAX_AUTHORS; n++)
        {
          const Moved *other = &g_array_index (moved, Moved, n);

          if (item->family != other->family || item->stem != other->stem || item->year != other->year)
            break;
          unite_moved_pair (self, item->use, other->use);
        }
    }
}

/* ---- places */

static void
hold (SaigaExemplars *self,
      guint32 exemplar,
      const SaigaNameUse *use,
      guint32 species)
{
  SaigaPlace *place = &self->places[use->side][exemplar];
  guint32 leader = self->leaders[use->side][species];
  guint hold = use->is_pro_parte ? 0 : use->hold;

  if (hold == 0)
    {
      /* It says itself that it belongs here in part only. */
      if (place->hold == 0)
        place->is_shared = TRUE;
      return;
    }
  if (hold > place->hold)
    {
      place->hold = hold;
      place->species = leader;
      place->is_shared = FALSE;
    }
  else if (hold == place->hold && place->species != leader)
    {
      if (hold < SAIGA_HOLD_SPECIES)
        place->is_shared = TRUE;
    }
}

/* Species of one side that have one type as their own are twins. */
static void
find_twins (SaigaExemplars *self)
{
  const SaigaNameUses *uses = self->uses;
  guint32 *owners[2]; /* of each type: the first species that has it as its own */

  for (guint side = 0; side < 2; side++)
    {
      owners[side] = _saiga_new_unset (self->n);
      self->leaders[side] = g_new (guint32, uses->sides[side]->n_taxa + 1);
      for (guint i = 0; i < uses->sides[side]->n_taxa; i++)
        self->leaders[side][i] = i;
    }
  /* Names come by position, so that the first of twins is met first. */
  for (guint32 i = 0; i < uses->n_uses; i++)
    {
      const SaigaNameUse *use = &uses->uses[i];
      guint32 *owner;

      if (self->of_use[i] == SAIGA_NO_USE || use->hold != SAIGA_HOLD_SPECIES)
        continue;
      owner = &owners[use->side][self->of_use[i]];
      if (*owner == SAIGA_NO_SPECIES)
        *owner = use->taxon;
      else
        self->leaders[use->side][use->taxon] = self->leaders[use->side][*owner];
    }
  g_free (owners[0]);
  g_free (owners[1]);
}

static void
place_all (SaigaExemplars *self)
{
  const SaigaNameUses *uses = self->uses;

  for (guint side = 0; side < 2; side++)
    {
      self->places[side] = g_new0 (SaigaPlace, self->n + 1);
      for (guint32 i = 0; i < self->n; i++)
        self->places[side][i].species = SAIGA_NO_SPECIES;
    }
  for (guint32 i = 0; i < uses->n_uses; i++)
    if (self->of_use[i] != SAIGA_NO_USE)
      hold (self, self->of_use[i], &uses->uses[i], _saiga_name_uses_get_taxon (uses, &uses->uses[i])->species->position);
  for (guint side = 0; side < 2; side++)
    for (guint32 i = 0; i < self->n; i++)
      if (self->places[side][i].is_shared)
        self->places[side][i].species = SAIGA_NO_SPECIES;
}

/* ---- segregates */

/* The species of the other side in which all types of a species lie, as far as it places
 * them; none if it lies in several. */
static guint32
find_only_place (const SaigaExemplars *self,
                 guint side,
                 guint32 species)
{
  const SaigaNameUses *uses = self->uses;
  guint32 found = SAIGA_NO_SPECIES;

  for (guint32 i = uses->first[side][species]; i != SAIGA_NO_USE; i = uses->uses[i].next_taxon)
    {
      const guint32 exemplar = self->of_use[i];
      const SaigaPlace *there;

      if (exemplar == SAIGA_NO_USE || self->places[side][exemplar].species != self->leaders[side][species])
        continue;
      there = &self->places[1 - side][exemplar];
      if (there->species == SAIGA_NO_SPECIES || there->is_presumed)
        continue;
      if (found != SAIGA_NO_SPECIES && found != there->species)
        return SAIGA_NO_SPECIES;
      found = there->species;
    }

  return found;
}

/* Whether the other side has a name of any type of the species. */
static gboolean
is_known_there (const SaigaExemplars *self,
                guint side,
                guint32 species)
{
  const SaigaNameUses *uses = self->uses;

  for (guint32 i = uses->first[side][species]; i != SAIGA_NO_USE; i = uses->uses[i].next_taxon)
    if (self->of_use[i] != SAIGA_NO_USE && self->places[side][self->of_use[i]].species == self->leaders[side][species])
      {
        const SaigaPlace *there = &self->places[1 - side][self->of_use[i]];

        if ((there->hold > 0 || there->is_shared) && !there->is_presumed)
          return TRUE;
      }

  return FALSE;
}

/* A side that says it split a species off, of which the other knows nothing, speaks for the
 * other too: there it still lies in the old one. */
static void
presume_segregates (SaigaExemplars *self)
{
  const SaigaNameUses *uses = self->uses;

  for (guint side = 0; side < 2; side++)
    for (guint s = 0; s < uses->sides[side]->n_segregates; s++)
      {
        const SaigaSideTaxon *taxon = uses->sides[side]->segregates[s];
        const SaigaSideTaxon *former = _saiga_side_find_former (uses->sides[side], taxon);
        const guint32 i = taxon->position;
        guint32 there;

        if (former == NULL || former->species == NULL || former->species == taxon || is_known_there (self, side, i))
          continue;
        there = find_only_place (self, side, former->species->position);
        if (there == SAIGA_NO_SPECIES)
          continue;
        for (guint32 n = uses->first[side][i]; n != SAIGA_NO_USE; n = uses->uses[n].next_taxon)
          if (self->of_use[n] != SAIGA_NO_USE && self->places[side][self->of_use[n]].species == self->leaders[side][i])
            {
              SaigaPlace *place = &self->places[1 - side][self->of_use[n]];

              if (place->species == SAIGA_NO_SPECIES)
                *place = (SaigaPlace){ there, SAIGA_HOLD_SYNONYM, FALSE, TRUE };
            }
      }
}

/* ---- the whole */

static void
number_exemplars (SaigaExemplars *self,
                  Union *all)
{
  const guint32 n_uses = self->uses->n_uses;

  self->of_use = _saiga_new_unset (n_uses);
  /* A root is the first of its names. */
  for (guint32 i = 0; i < n_uses; i++)
    if (is_species_name (all, &self->uses->uses[i]))
      {
        guint32 root = _saiga_union_find (all->parents, i);

        self->of_use[i] = root == i ? self->n++ : self->of_use[root];
      }

  self->next_use = g_new (guint32, n_uses + 1);
  self->first_use = _saiga_new_unset (self->n);
  for (guint32 i = n_uses; i > 0; i--)
    if (self->of_use[i - 1] != SAIGA_NO_USE)
      {
        self->next_use[i - 1] = self->first_use[self->of_use[i - 1]];
        self->first_use[self->of_use[i - 1]] = i - 1;
      }
}

SaigaExemplars *
_saiga_exemplars_new_take (SaigaNameUses *uses)
{
  SaigaExemplars *self = g_new0 (SaigaExemplars, 1);
  Union all = { uses, _saiga_union_new (uses->n_uses), { NULL, NULL } };

  self->uses = uses;
  unite_spelling (&all);
  unite_stated (&all);
  /* Twins are what was united so far; moved names never make any. */
  unite_moved (&all);
  number_exemplars (self, &all);
  g_free (all.parents);
  g_free (all.accepted[0]);
  g_free (all.accepted[1]);

  find_twins (self);
  place_all (self);
  presume_segregates (self);

  return self;
}

void
_saiga_exemplars_free (SaigaExemplars *self)
{
  _saiga_name_uses_free (self->uses);
  g_free (self->of_use);
  g_free (self->next_use);
  g_free (self->first_use);
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->places[side]);
      g_free (self->leaders[side]);
    }
  g_free (self);
}

guint32
_saiga_exemplars_get_own (const SaigaExemplars *self,
                          guint side,
                          const SaigaSideTaxon *taxon)
{
  const SaigaNameUse *use = taxon->species != NULL ? _saiga_name_uses_get_printed (self->uses, side, taxon) : NULL;

  return use != NULL ? self->of_use[use - self->uses->uses] : SAIGA_NO_USE;
}

const SaigaNameUse *
_saiga_exemplars_get_name (const SaigaExemplars *self,
                           guint32 exemplar)
{
  const SaigaNameUse *best = NULL;
  guint best_hold = 0;

  for (guint32 i = self->first_use[exemplar]; i != SAIGA_NO_USE; i = self->next_use[i])
    {
      const SaigaNameUse *use = &self->uses->uses[i];
      guint hold = 2 * use->hold + (use->side == 1);

      if (best == NULL || hold > best_hold || (hold == best_hold && strcmp (use->name, best->name) < 0))
        {
          best = use;
          best_hold = hold;
        }
    }

  return best;
}
