/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <gio/gio.h>

#include <saiga/saiga-name-index.h>
#include <saiga/saiga-name-match.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_NAME_MATCHER (saiga_name_matcher_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaNameMatcher, saiga_name_matcher, SAIGA, NAME_MATCHER, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaNameMatcher *saiga_name_matcher_new (SaigaNameIndex *index) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaNameIndex *saiga_name_matcher_get_index (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_matcher_get_max_edits (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_set_max_edits (SaigaNameMatcher *self,
                                       guint             max_edits);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_matcher_get_max_candidates (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_set_max_candidates (SaigaNameMatcher *self,
                                            guint             max_candidates);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_matcher_get_fuzzy_uninomials (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_set_fuzzy_uninomials (SaigaNameMatcher *self,
                                              gboolean          fuzzy_uninomials);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_matcher_get_fallback (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_set_fallback (SaigaNameMatcher *self,
                                      gboolean          fallback);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_matcher_get_lenient (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_set_lenient (SaigaNameMatcher *self,
                                     gboolean          lenient);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_matcher_get_n_threads (SaigaNameMatcher *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_set_n_threads (SaigaNameMatcher *self,
                                       guint             n_threads);
SAIGA_AVAILABLE_IN_ALL
double saiga_name_matcher_get_progress (SaigaNameMatcher *self);

SAIGA_AVAILABLE_IN_ALL
SaigaNameMatchList *saiga_name_matcher_match (SaigaNameMatcher *self,
                                              const char       *name,
                                              const char       *higher_taxon) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaNameMatchList *saiga_name_matcher_match_names (SaigaNameMatcher  *self,
                                                    const char *const *names,
                                                    const char *const *higher_taxa,
                                                    GCancellable      *cancellable,
                                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_name_matcher_match_names_async (SaigaNameMatcher   *self,
                                           const char *const  *names,
                                           const char *const  *higher_taxa,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
SAIGA_AVAILABLE_IN_ALL
SaigaNameMatchList *saiga_name_matcher_match_names_finish (SaigaNameMatcher *self,
                                                           GAsyncResult     *result,
                                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
