/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>

#include <saiga/saiga-name-index.h>

G_BEGIN_DECLS

/**
 * SaigaNameMatchClass:
 * @SAIGA_NAME_MATCH_CLASS_NONE: nothing was found
 * @SAIGA_NAME_MATCH_CLASS_EXACT: the same words; the authorships agree, or one of them is silent
 * @SAIGA_NAME_MATCH_CLASS_AUTHOR_DIFFERS: the same words, but other authors or another year: a homonym, or a mistake in one of the lists
 * @SAIGA_NAME_MATCH_CLASS_VARIANT: the same but for gender or spelling, as a code counts them the same
 * @SAIGA_NAME_MATCH_CLASS_JOINED: the same letters, with the spaces in other places
 * @SAIGA_NAME_MATCH_CLASS_FUZZY: a few letters differ
 * @SAIGA_NAME_MATCH_CLASS_TRANSFER: another genus or rank, but the same epithet, original author and year: the same name moved
 * @SAIGA_NAME_MATCH_CLASS_PARTIAL: the species of a name below species
 * @SAIGA_NAME_MATCH_CLASS_HIGHER: the genus, or the higher taxon that was given
 * @SAIGA_NAME_MATCH_CLASS_HOMONYM: the same words in another group of organisms: another taxon
 *
 * How a name was found, from the surest way to the least sure.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_MATCH_CLASS_NONE,
  SAIGA_NAME_MATCH_CLASS_EXACT,
  SAIGA_NAME_MATCH_CLASS_AUTHOR_DIFFERS,
  SAIGA_NAME_MATCH_CLASS_VARIANT,
  SAIGA_NAME_MATCH_CLASS_JOINED,
  SAIGA_NAME_MATCH_CLASS_FUZZY,
  SAIGA_NAME_MATCH_CLASS_TRANSFER,
  SAIGA_NAME_MATCH_CLASS_PARTIAL,
  SAIGA_NAME_MATCH_CLASS_HIGHER,
  SAIGA_NAME_MATCH_CLASS_HOMONYM,
} SaigaNameMatchClass;

#define SAIGA_TYPE_NAME_MATCH_CLASS (saiga_name_match_class_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_match_class_get_type (void) G_GNUC_CONST;

/**
 * SaigaNameAgreement:
 * @SAIGA_NAME_AGREEMENT_SILENT: one side says nothing
 * @SAIGA_NAME_AGREEMENT_AGREES: both sides say the same, or nearly
 * @SAIGA_NAME_AGREEMENT_DISAGREES: the sides contradict one another
 *
 * Whether two authorships, or two higher taxa, say the same.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_AGREEMENT_SILENT,
  SAIGA_NAME_AGREEMENT_AGREES,
  SAIGA_NAME_AGREEMENT_DISAGREES,
} SaigaNameAgreement;

#define SAIGA_TYPE_NAME_AGREEMENT (saiga_name_agreement_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_agreement_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_NAME_CANDIDATE (saiga_name_candidate_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaNameCandidate, saiga_name_candidate, SAIGA, NAME_CANDIDATE, GObject)

SAIGA_AVAILABLE_IN_ALL
guint saiga_name_candidate_get_row (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_candidate_dup_id (SaigaNameCandidate *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_candidate_dup_name (SaigaNameCandidate *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_candidate_dup_accepted_id (SaigaNameCandidate *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_candidate_dup_higher_taxon (SaigaNameCandidate *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaNameStatus saiga_name_candidate_get_status (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameMatchClass saiga_name_candidate_get_match_class (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_candidate_get_edits (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_name_candidate_get_score (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_name_candidate_get_name_score (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
double saiga_name_candidate_get_author_score (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameAgreement saiga_name_candidate_get_author_agreement (SaigaNameCandidate *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameAgreement saiga_name_candidate_get_group_agreement (SaigaNameCandidate *self);

#define SAIGA_TYPE_NAME_MATCH_LIST (saiga_name_match_list_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaNameMatchList, saiga_name_match_list, SAIGA, NAME_MATCH_LIST, GObject)

SAIGA_AVAILABLE_IN_ALL
guint saiga_name_match_list_get_n_names (SaigaNameMatchList *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_match_list_get_n_candidates (SaigaNameMatchList *self,
                                              guint               name);
SAIGA_AVAILABLE_IN_ALL
SaigaNameMatchClass saiga_name_match_list_get_match_class (SaigaNameMatchList *self,
                                                           guint               name);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_match_list_is_ambiguous (SaigaNameMatchList *self,
                                             guint               name);
SAIGA_AVAILABLE_IN_ALL
SaigaNameCandidate *saiga_name_match_list_dup_candidate (SaigaNameMatchList *self,
                                                         guint               name,
                                                         guint               position) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_name_match_list_dup_candidates (SaigaNameMatchList *self,
                                                  guint               name) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
char **saiga_name_match_list_dup_best_ids (SaigaNameMatchList *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char **saiga_name_match_list_dup_best_names (SaigaNameMatchList *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char **saiga_name_match_list_dup_accepted_ids (SaigaNameMatchList *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char **saiga_name_match_list_dup_classes (SaigaNameMatchList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
