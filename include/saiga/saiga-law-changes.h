/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-law-change.h>
#include <saiga/saiga-law.h>

G_BEGIN_DECLS

#define SAIGA_TYPE_LAW_CHANGES (saiga_law_changes_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaLawChanges, saiga_law_changes, SAIGA, LAW_CHANGES, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaLawChanges *saiga_law_changes_new (SaigaLaw   *law,
                                        SaigaDate  *from,
                                        SaigaDate  *to,
                                        const char *under_id,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaLawChanges *saiga_law_changes_new_between (SaigaLaw   *old_law,
                                                SaigaDate  *from,
                                                SaigaLaw   *new_law,
                                                SaigaDate  *to,
                                                const char *under_id,
                                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaLawChanges *saiga_law_changes_new_decided_at (SaigaLaw   *law,
                                                   const char *meeting_id,
                                                   const char *under_id,
                                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_law_changes_get_consequences (SaigaLawChanges *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_law_changes_count (SaigaLawChanges   *self,
                               SaigaLawChangeKind kind,
                               const char        *appendix);

G_END_DECLS
