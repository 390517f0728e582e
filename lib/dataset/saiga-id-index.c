/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-id-index-private.h"

/* A trie over the bits of the hash. A node that others hold too is copied before it is
 * changed, one that is held once is changed in place: so the same code builds an index
 * and makes a changed copy of one. */

#define BITS 6
#define N_CHILDREN (1 << BITS)
#define MAX_DEPTH 5  /* of BITS bits each; below, a leaf grows without limit */
#define LEAF_SIZE 24 /* then it becomes an inner node */
#define LEAF_START 4

typedef struct
{
  guint hash;
  SaigaRecord *record;
} Entry;

struct _SaigaIdIndex
{
  gatomicrefcount ref_count;
  gboolean is_leaf;
  guint n_entries;
  guint capacity;
  gpointer data[]; /* of a leaf: @capacity of Entry; of an inner node: N_CHILDREN of SaigaIdIndex */
};

#define ENTRIES(self) ((Entry *) (self)->data)
#define CHILDREN(self) ((SaigaIdIndex **) (self)->data)

static SaigaIdIndex *
leaf_new (guint capacity)
{
  SaigaIdIndex *self = g_malloc (sizeof (SaigaIdIndex) + capacity * sizeof (Entry));

  g_atomic_ref_count_init (&self->ref_count);
  self->is_leaf = TRUE;
  self->n_entries = 0;
  self->capacity = capacity;

  return self;
}

static SaigaIdIndex *
inner_new (void)
{
  SaigaIdIndex *self = g_malloc0 (sizeof (SaigaIdIndex) + N_CHILDREN * sizeof (SaigaIdIndex *));

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

SaigaIdIndex *
_saiga_id_index_ref (SaigaIdIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_saiga_id_index_unref (SaigaIdIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; !self->is_leaf && i < N_CHILDREN; i++)
    g_clear_pointer (&CHILDREN (self)[i], _saiga_id_index_unref);
  g_free (self);
}

static guint
child_of (guint hash,
          guint depth)
{
  return (hash >> (depth * BITS)) & (N_CHILDREN - 1);
}

/* g_str_hash() leaves ids that differ at the end in neighbouring children; spread them. */
static guint
hash_id (const char *id)
{
  return g_str_hash (id) * 2654435761u;
}

/* Makes sure that a node is held here alone, and that a leaf has room for another entry. */
static void
make_own (SaigaIdIndex **self)
{
  SaigaIdIndex *old = *self;
  gboolean shared = !g_atomic_ref_count_compare (&old->ref_count, 1);

  if (old->is_leaf && (shared || old->n_entries == old->capacity))
    {
      SaigaIdIndex *leaf = leaf_new (MAX (LEAF_START, old->n_entries + old->n_entries / 2 + 1));

      memcpy (ENTRIES (leaf), ENTRIES (old), old->n_entries * sizeof (Entry));
      leaf->n_entries = old->n_entries;
      *self = leaf;
      _saiga_id_index_unref (old);
    }
  else if (shared)
    {
      *self = inner_new ();
      for (guint i = 0; i < N_CHILDREN; i++)
        if (CHILDREN (old)[i] != NULL)
          (CHILDREN (*self))[i] = _saiga_id_index_ref (CHILDREN (old)[i]);
      _saiga_id_index_unref (old);
    }
}

static void
leaf_append (SaigaIdIndex **self,
             Entry entry)
{
  if (*self == NULL)
    *self = leaf_new (LEAF_START);
  make_own (self);
  (ENTRIES (*self))[(*self)->n_entries++] = entry;
}

static int
leaf_find (SaigaIdIndex *self,
           guint hash,
           const char *id)
{
  for (guint i = 0; i < self->n_entries; i++)
    if (ENTRIES (self)[i].hash == hash && g_str_equal (_saiga_record_peek_id (ENTRIES (self)[i].record), id))
      return i;

  return -1;
}

static void
split_leaf (SaigaIdIndex **self,
            guint depth)
{
  SaigaIdIndex *leaf = *self;

  *self = inner_new ();
  for (guint i = 0; i < leaf->n_entries; i++)
    leaf_append (&CHILDREN (*self)[child_of (ENTRIES (leaf)[i].hash, depth)], ENTRIES (leaf)[i]);
  _saiga_id_index_unref (leaf);
}

SaigaRecord *
_saiga_id_index_lookup (SaigaIdIndex *self,
                        const char *id)
{
  guint hash = hash_id (id);
  int at;

  for (guint depth = 0; self != NULL && !self->is_leaf; depth++)
    self = CHILDREN (self)[child_of (hash, depth)];
  at = self != NULL ? leaf_find (self, hash, id) : -1;

  return at >= 0 ? ENTRIES (self)[at].record : NULL;
}

/* Returns the record whose place it takes, or NULL. */
SaigaRecord *
_saiga_id_index_put (SaigaIdIndex **self,
                     SaigaRecord *record)
{
  const char *id = _saiga_record_peek_id (record);
  Entry entry = { hash_id (id), record };
  guint depth = 0;
  int at;

  for (;;)
    {
      if (*self != NULL && (*self)->is_leaf && (*self)->n_entries >= LEAF_SIZE && depth < MAX_DEPTH)
        split_leaf (self, depth);
      if (*self == NULL || (*self)->is_leaf)
        break;
      make_own (self);
      self = &CHILDREN (*self)[child_of (entry.hash, depth++)];
    }

  at = *self != NULL ? leaf_find (*self, entry.hash, id) : -1;
  if (at >= 0)
    {
      SaigaRecord *old = ENTRIES (*self)[at].record;

      make_own (self);
      (ENTRIES (*self))[at] = entry;
      return old;
    }

  leaf_append (self, entry);

  return NULL;
}

void
_saiga_id_index_remove (SaigaIdIndex **self,
                        const char *id)
{
  guint hash = hash_id (id);
  int at;

  for (guint depth = 0; *self != NULL && !(*self)->is_leaf; depth++)
    {
      make_own (self);
      self = &CHILDREN (*self)[child_of (hash, depth)];
    }
  at = *self != NULL ? leaf_find (*self, hash, id) : -1;
  if (at < 0)
    return;

  make_own (self);
  (ENTRIES (*self))[at] = ENTRIES (*self)[--(*self)->n_entries];
  if ((*self)->n_entries == 0)
    g_clear_pointer (self, _saiga_id_index_unref);
}
