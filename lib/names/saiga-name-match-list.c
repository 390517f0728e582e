/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "saiga-name-match-private.h"

/**
 * SaigaNameMatchList:
 *
 * What was found for a number of names, in their order.
 *
 * The candidates of each name are in the order of their worth, the best first:
 * by class, by score, then accepted names before synonyms before misapplied
 * ones, then as they stand in the index. The list is kept in columns: an object
 * for a candidate is made when it is asked for, and scripts with long lists ask
 * for whole columns.
 *
 * Since: 0.1
 */
struct _SaigaNameMatchList
{
  GObject parent_instance;

  SaigaNameIndex *index;
  GArray *found;  /* of SaigaNameFound */
  GArray *starts; /* of guint32, one more than names */
};

G_DEFINE_FINAL_TYPE (SaigaNameMatchList, saiga_name_match_list, G_TYPE_OBJECT)

static void
saiga_name_match_list_finalize (GObject *object)
{
  SaigaNameMatchList *self = SAIGA_NAME_MATCH_LIST (object);

  g_clear_object (&self->index);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);

  G_OBJECT_CLASS (saiga_name_match_list_parent_class)->finalize (object);
}

static void
saiga_name_match_list_class_init (SaigaNameMatchListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_name_match_list_finalize;
}

static void
saiga_name_match_list_init (SaigaNameMatchList *self)
{
}

SaigaNameMatchList *
_saiga_name_match_list_new (SaigaNameIndex *index,
                            GArray *found,
                            GArray *starts)
{
  SaigaNameMatchList *self = g_object_new (SAIGA_TYPE_NAME_MATCH_LIST, NULL);

  self->index = g_object_ref (index);
  self->found = found;
  self->starts = starts;

  return self;
}

static guint
get_n_names (SaigaNameMatchList *self)
{
  return self->starts != NULL && self->starts->len > 0 ? self->starts->len - 1 : 0;
}

static const SaigaNameFound *
get_found (SaigaNameMatchList *self,
           guint name,
           guint *n)
{
  static const SaigaNameFound nothing;
  guint32 first = g_array_index (self->starts, guint32, name);

  *n = g_array_index (self->starts, guint32, name + 1) - first;

  /* An array that was never filled has no data. */
  return *n > 0 ? &g_array_index (self->found, SaigaNameFound, first) : &nothing;
}

/**
 * saiga_name_match_list_get_n_names:
 * @self: a list
 *
 * Counts the names that were looked for.
 *
 * Returns: the number of names
 *
 * Since: 0.1
 */
guint
saiga_name_match_list_get_n_names (SaigaNameMatchList *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), 0);

  return get_n_names (self);
}

/**
 * saiga_name_match_list_get_n_candidates:
 * @self: a list
 * @name: the position of a name
 *
 * Counts the candidates for a name.
 *
 * Returns: the number of candidates
 *
 * Since: 0.1
 */
guint
saiga_name_match_list_get_n_candidates (SaigaNameMatchList *self,
                                        guint name)
{
  guint n;

  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), 0);
  g_return_val_if_fail (name < get_n_names (self), 0);

  get_found (self, name, &n);

  return n;
}

/**
 * saiga_name_match_list_get_match_class:
 * @self: a list
 * @name: the position of a name
 *
 * Gets how the best candidate for a name was found.
 *
 * Returns: the class
 *
 * Since: 0.1
 */
SaigaNameMatchClass
saiga_name_match_list_get_match_class (SaigaNameMatchList *self,
                                       guint name)
{
  const SaigaNameFound *found;
  guint n;

  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), SAIGA_NAME_MATCH_CLASS_NONE);
  g_return_val_if_fail (name < get_n_names (self), SAIGA_NAME_MATCH_CLASS_NONE);

  found = get_found (self, name, &n);

  return n > 0 ? found->match_class : SAIGA_NAME_MATCH_CLASS_NONE;
}

/* The accepted name of a row: what was given, else the row itself. */
static char *
dup_accepted_id (SaigaNameMatchList *self,
                 guint row)
{
  char *id = saiga_name_index_dup_accepted_id (self->index, row);

  return id != NULL ? id : saiga_name_index_dup_id (self->index, row);
}

/**
 * saiga_name_match_list_is_ambiguous:
 * @self: a list
 * @name: the position of a name
 *
 * Checks whether several taxa are equally good answers: candidates of the best
 * class and score, of the same status, that do not lead to one accepted name.
 *
 * Returns: `TRUE` if they are
 *
 * Since: 0.1
 */
gboolean
saiga_name_match_list_is_ambiguous (SaigaNameMatchList *self,
                                    guint name)
{
  const SaigaNameFound *found;
  g_autofree char *first = NULL;
  guint n;

  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), FALSE);
  g_return_val_if_fail (name < get_n_names (self), FALSE);

  found = get_found (self, name, &n);
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *other = NULL;

      if (found[i].match_class != found->match_class || fabsf (found[i].score - found->score) > 1e-6f ||
          saiga_name_index_get_status (self->index, found[i].row) != saiga_name_index_get_status (self->index, found->row))
        break;
      if (first == NULL)
        first = dup_accepted_id (self, found->row);
      other = dup_accepted_id (self, found[i].row);
      if (!g_str_equal (first, other))
        return TRUE;
    }

  return FALSE;
}

/**
 * saiga_name_match_list_dup_candidate:
 * @self: a list
 * @name: the position of a name
 * @position: the position of a candidate, 0 for the best
 *
 * Gets a candidate.
 *
 * Returns: (transfer full) (nullable): the candidate, or `NULL` if there are not so many
 *
 * Since: 0.1
 */
SaigaNameCandidate *
saiga_name_match_list_dup_candidate (SaigaNameMatchList *self,
                                     guint name,
                                     guint position)
{
  const SaigaNameFound *found;
  guint n;

  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), NULL);
  g_return_val_if_fail (name < get_n_names (self), NULL);

  found = get_found (self, name, &n);

  return position < n ? _saiga_name_candidate_new (self->index, &found[position]) : NULL;
}

/**
 * saiga_name_match_list_dup_candidates:
 * @self: a list
 * @name: the position of a name
 *
 * Lists the candidates for a name, the best first.
 *
 * Returns: (transfer full): a list of [class@NameCandidate]
 *
 * Since: 0.1
 */
GListModel *
saiga_name_match_list_dup_candidates (SaigaNameMatchList *self,
                                      guint name)
{
  GListStore *store;
  const SaigaNameFound *found;
  guint n;

  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), NULL);
  g_return_val_if_fail (name < get_n_names (self), NULL);

  store = g_list_store_new (SAIGA_TYPE_NAME_CANDIDATE);
  found = get_found (self, name, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SaigaNameCandidate) candidate = _saiga_name_candidate_new (self->index, &found[i]);

      g_list_store_append (store, candidate);
    }

  return G_LIST_MODEL (store);
}

typedef enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_ACCEPTED,
  COLUMN_CLASS,
} Column;

/* One text for each name, of its best candidate; an empty one where nothing was found. */
static char **
dup_column (SaigaNameMatchList *self,
            Column column)
{
  guint n_names = get_n_names (self);
  char **texts = g_new0 (char *, (gsize) n_names + 1);

  for (guint name = 0; name < n_names; name++)
    {
      guint n;
      const SaigaNameFound *found = get_found (self, name, &n);

      if (column == COLUMN_CLASS)
        texts[name] = g_strdup (_saiga_name_match_class_get_nick (n > 0 ? found->match_class : 0));
      else if (n == 0)
        texts[name] = g_strdup ("");
      else if (column == COLUMN_ID)
        texts[name] = saiga_name_index_dup_id (self->index, found->row);
      else if (column == COLUMN_NAME)
        texts[name] = saiga_name_index_dup_name (self->index, found->row);
      else
        texts[name] = dup_accepted_id (self, found->row);
    }

  return texts;
}

/**
 * saiga_name_match_list_dup_best_ids:
 * @self: a list
 *
 * Gets the id of the best candidate for each name; an empty text where nothing
 * was found.
 *
 * Returns: (transfer full): the ids
 *
 * Since: 0.1
 */
char **
saiga_name_match_list_dup_best_ids (SaigaNameMatchList *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), NULL);

  return dup_column (self, COLUMN_ID);
}

/**
 * saiga_name_match_list_dup_best_names:
 * @self: a list
 *
 * Gets the name of the best candidate for each name, with its authorship; an
 * empty text where nothing was found.
 *
 * Returns: (transfer full): the names
 *
 * Since: 0.1
 */
char **
saiga_name_match_list_dup_best_names (SaigaNameMatchList *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), NULL);

  return dup_column (self, COLUMN_NAME);
}

/**
 * saiga_name_match_list_dup_accepted_ids:
 * @self: a list
 *
 * Gets the id of the accepted name of the best candidate for each name, which is
 * its own where none was given; an empty text where nothing was found.
 *
 * Returns: (transfer full): the ids
 *
 * Since: 0.1
 */
char **
saiga_name_match_list_dup_accepted_ids (SaigaNameMatchList *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), NULL);

  return dup_column (self, COLUMN_ACCEPTED);
}

/**
 * saiga_name_match_list_dup_classes:
 * @self: a list
 *
 * Gets how each name was found, as the nick of [enum@NameMatchClass].
 *
 * Returns: (transfer full): the nicks
 *
 * Since: 0.1
 */
char **
saiga_name_match_list_dup_classes (SaigaNameMatchList *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_MATCH_LIST (self), NULL);

  return dup_column (self, COLUMN_CLASS);
}
