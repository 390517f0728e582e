/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-concordance-case.h>
#include <saiga/saiga-concordance-change.h>
#include <saiga/saiga-concordance-finding.h>
#include <saiga/saiga-concordance-review.h>
#include <saiga/saiga-concordance-row.h>
#include <saiga/saiga-snapshot.h>

G_BEGIN_DECLS

/**
 * SaigaConcordanceView:
 * @SAIGA_CONCORDANCE_VIEW_ALL: all rows
 * @SAIGA_CONCORDANCE_VIEW_SHARED: what both conventions list
 * @SAIGA_CONCORDANCE_VIEW_NAMED: what an entry of either convention names
 * @SAIGA_CONCORDANCE_VIEW_DIFFERENCES: what the two lists know under different names, or in
 *   different concepts
 *
 * Which rows of a concordance to look at.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CONCORDANCE_VIEW_ALL,
  SAIGA_CONCORDANCE_VIEW_SHARED,
  SAIGA_CONCORDANCE_VIEW_NAMED,
  SAIGA_CONCORDANCE_VIEW_DIFFERENCES,
} SaigaConcordanceView;

#define SAIGA_TYPE_CONCORDANCE_VIEW (saiga_concordance_view_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_concordance_view_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_CONCORDANCE (saiga_concordance_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordance, saiga_concordance, SAIGA, CONCORDANCE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaConcordance *saiga_concordance_new (SaigaSnapshot *snapshot,
                                         const char    *authority_a,
                                         const char    *authority_b,
                                         SaigaDate     *date,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaSnapshot *saiga_concordance_get_snapshot (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
SaigaAuthority *saiga_concordance_get_authority_a (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
SaigaAuthority *saiga_concordance_get_authority_b (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_concordance_get_date (SaigaConcordance *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_concordance_is_after_horizon (SaigaConcordance *self);

SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_dup_version (SaigaConcordance *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_dup_words (SaigaConcordance *self,
                                   const char       *value,
                                   const char       *language) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_get_view (SaigaConcordance    *self,
                                        SaigaConcordanceView view) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
guint saiga_concordance_count (SaigaConcordance    *self,
                               SaigaListingRelation relation,
                               gboolean             higher,
                               gboolean             conditional);

SAIGA_AVAILABLE_IN_ALL
SaigaConcordancePair *saiga_concordance_compare_pair (SaigaConcordance *self,
                                                      const char       *taxon_a,
                                                      const char       *taxon_b,
                                                      GError          **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_list_relations (SaigaConcordance    *self,
                                              SaigaConceptRelation relation) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceRow *saiga_concordance_find_row (SaigaConcordance *self,
                                                 const char       *taxon_id) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
char *saiga_concordance_describe_row (SaigaConcordance    *self,
                                      SaigaConcordanceRow *row,
                                      const char          *language) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaStandardReference *saiga_concordance_find_reference (SaigaConcordance *self,
                                                          const char       *taxon_id);

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_list_findings (SaigaConcordance *self,
                                             SaigaReviewAxis   axis,
                                             gboolean          one_sided) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_list_reviews (SaigaConcordance *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_list_open (SaigaConcordance *self,
                                         SaigaReviewAxis   axis,
                                         gboolean          one_sided) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_concordance_list_verdicts (SaigaReviewAxis axis);
SAIGA_AVAILABLE_IN_ALL
SaigaReview *saiga_concordance_draft_review (SaigaConcordance  *self,
                                             SaigaReviewAxis    axis,
                                             const char *const *taxon_ids,
                                             const char        *verdict,
                                             const char        *reviewer_id,
                                             SaigaDate         *date,
                                             const char        *reason,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaBasis *saiga_concordance_draft_basis (SaigaConcordance *self,
                                           const char       *record_id,
                                           const char       *field,
                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_concordance_compare (SaigaConcordance *self,
                                       SaigaConcordance *earlier) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SaigaConcordanceProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: data for the function
 *
 * Is told how far a comparison is.
 *
 * Since: 0.1
 */
typedef void (*SaigaConcordanceProgressFunc) (double   fraction,
                                              gpointer user_data);

SAIGA_AVAILABLE_IN_ALL
void saiga_concordance_make_async (SaigaSnapshot               *snapshot,
                                   const char                  *authority_a,
                                   const char                  *authority_b,
                                   SaigaDate                   *date,
                                   SaigaConcordanceProgressFunc progress,
                                   gpointer                     progress_data,
                                   GDestroyNotify               progress_destroy,
                                   GCancellable                *cancellable,
                                   GAsyncReadyCallback          callback,
                                   gpointer                     user_data);
SAIGA_AVAILABLE_IN_ALL
SaigaConcordance *saiga_concordance_make_finish (GAsyncResult *result,
                                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
