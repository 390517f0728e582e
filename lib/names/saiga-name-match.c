/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-name-match-private.h"

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaNameMatchClass, saiga_name_match_class,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_EXACT, "exact"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_AUTHOR_DIFFERS, "author-differs"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_VARIANT, "variant"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_JOINED, "joined"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_FUZZY, "fuzzy"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_TRANSFER, "transfer"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_PARTIAL, "partial"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_HIGHER, "higher"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_MATCH_CLASS_HOMONYM, "homonym"))

G_DEFINE_ENUM_TYPE (SaigaNameAgreement, saiga_name_agreement,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_AGREEMENT_SILENT, "silent"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_AGREEMENT_AGREES, "agrees"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_AGREEMENT_DISAGREES, "disagrees"))
/* clang-format on */

/* The names of the classes as scripts and tables write them. */
const char *
_saiga_name_match_class_get_nick (guint match_class)
{
  static const char *const nicks[] = { "none", "exact", "author-differs", "variant", "joined", "fuzzy", "transfer", "partial", "higher", "homonym" };

  return nicks[MIN (match_class, G_N_ELEMENTS (nicks) - 1)];
}

/**
 * SaigaNameCandidate:
 *
 * A row of an index that may be what a name means, and what speaks for it.
 *
 * Since: 0.1
 */
struct _SaigaNameCandidate
{
  GObject parent_instance;

  SaigaNameIndex *index;
  SaigaNameFound found;
};

G_DEFINE_FINAL_TYPE (SaigaNameCandidate, saiga_name_candidate, G_TYPE_OBJECT)

static void
saiga_name_candidate_finalize (GObject *object)
{
  SaigaNameCandidate *self = SAIGA_NAME_CANDIDATE (object);

  g_clear_object (&self->index);

  G_OBJECT_CLASS (saiga_name_candidate_parent_class)->finalize (object);
}

static void
saiga_name_candidate_class_init (SaigaNameCandidateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_name_candidate_finalize;
}

static void
saiga_name_candidate_init (SaigaNameCandidate *self)
{
}

SaigaNameCandidate *
_saiga_name_candidate_new (SaigaNameIndex *index,
                           const SaigaNameFound *found)
{
  SaigaNameCandidate *self = g_object_new (SAIGA_TYPE_NAME_CANDIDATE, NULL);

  self->index = g_object_ref (index);
  self->found = *found;

  return self;
}
/**
 * saiga_name_candidate_get_row:
 * @self: a candidate
 *
 * Gets the number of the row in the index.
 *
 * Returns: the row
 *
 * Since: 0.1
 */
guint
saiga_name_candidate_get_row (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), 0);

  return self->found.row;
}

/**
 * saiga_name_candidate_dup_id:
 * @self: a candidate
 *
 * Gets the id of the row.
 *
 * Returns: (transfer full) (nullable): the id
 *
 * Since: 0.1
 */
char *
saiga_name_candidate_dup_id (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), NULL);

  return self->index != NULL ? saiga_name_index_dup_id (self->index, self->found.row) : NULL;
}

/**
 * saiga_name_candidate_dup_name:
 * @self: a candidate
 *
 * Gets the name, with its authorship.
 *
 * Returns: (transfer full) (nullable): the name
 *
 * Since: 0.1
 */
char *
saiga_name_candidate_dup_name (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), NULL);

  return self->index != NULL ? saiga_name_index_dup_name (self->index, self->found.row) : NULL;
}

/**
 * saiga_name_candidate_dup_accepted_id:
 * @self: a candidate
 *
 * Gets the id of the accepted name that a synonym belongs to.
 *
 * Returns: (transfer full) (nullable): the id, or `NULL` if none was given
 *
 * Since: 0.1
 */
char *
saiga_name_candidate_dup_accepted_id (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), NULL);

  return self->index != NULL ? saiga_name_index_dup_accepted_id (self->index, self->found.row) : NULL;
}

/**
 * saiga_name_candidate_dup_higher_taxon:
 * @self: a candidate
 *
 * Gets the higher taxon of the row.
 *
 * Returns: (transfer full) (nullable): the taxon, or `NULL` if none was given
 *
 * Since: 0.1
 */
char *
saiga_name_candidate_dup_higher_taxon (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), NULL);

  return self->index != NULL ? saiga_name_index_dup_higher_taxon (self->index, self->found.row) : NULL;
}

/**
 * saiga_name_candidate_get_status:
 * @self: a candidate
 *
 * Gets what the name is in its list.
 *
 * Returns: the status
 *
 * Since: 0.1
 */
SaigaNameStatus
saiga_name_candidate_get_status (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), SAIGA_NAME_STATUS_ACCEPTED);

  return self->index != NULL ? saiga_name_index_get_status (self->index, self->found.row) : SAIGA_NAME_STATUS_ACCEPTED;
}

/**
 * saiga_name_candidate_get_match_class:
 * @self: a candidate
 *
 * Gets how the candidate was found.
 *
 * Returns: the class
 *
 * Since: 0.1
 */
SaigaNameMatchClass
saiga_name_candidate_get_match_class (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), SAIGA_NAME_MATCH_CLASS_NONE);

  return self->found.match_class;
}

/**
 * saiga_name_candidate_get_edits:
 * @self: a candidate
 *
 * Counts the letters that differ, and the spaces of a joined name.
 *
 * Returns: the number of edits
 *
 * Since: 0.1
 */
guint
saiga_name_candidate_get_edits (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), 0);

  return self->found.edits;
}

/**
 * saiga_name_candidate_get_score:
 * @self: a candidate
 *
 * Gets how well the candidate fits, all in all: the score of the name, less a little where the
 * authorships say nothing, more where they or the higher taxa disagree.
 *
 * Returns: a number from 0 to 1
 *
 * Since: 0.1
 */
double
saiga_name_candidate_get_score (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), 0);

  return self->found.score;
}

/**
 * saiga_name_candidate_get_name_score:
 * @self: a candidate
 *
 * Gets how well the words fit.
 *
 * Returns: a number from 0 to 1
 *
 * Since: 0.1
 */
double
saiga_name_candidate_get_name_score (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), 0);

  return self->found.name_score;
}

/**
 * saiga_name_candidate_get_author_score:
 * @self: a candidate
 *
 * Gets how well the authorships fit; 0.5 where one side is silent.
 *
 * Returns: a number from 0 to 1
 *
 * Since: 0.1
 */
double
saiga_name_candidate_get_author_score (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), 0);

  return self->found.author_score;
}

/**
 * saiga_name_candidate_get_author_agreement:
 * @self: a candidate
 *
 * Gets whether the authorships agree.
 *
 * Returns: the agreement
 *
 * Since: 0.1
 */
SaigaNameAgreement
saiga_name_candidate_get_author_agreement (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), SAIGA_NAME_AGREEMENT_SILENT);

  return self->found.authors;
}

/**
 * saiga_name_candidate_get_group_agreement:
 * @self: a candidate
 *
 * Gets whether the higher taxa agree: whether they have one in common.
 *
 * Returns: the agreement
 *
 * Since: 0.1
 */
SaigaNameAgreement
saiga_name_candidate_get_group_agreement (SaigaNameCandidate *self)
{
  g_return_val_if_fail (SAIGA_IS_NAME_CANDIDATE (self), SAIGA_NAME_AGREEMENT_SILENT);

  return self->found.group;
}
