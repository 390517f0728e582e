/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaCriteriaVersion:
 * @SAIGA_CRITERIA_VERSION_V2_3: version 2.3, of 1994
 * @SAIGA_CRITERIA_VERSION_V3_1: version 3.1, of 2001
 *
 * The version of the Red List's categories and criteria.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CRITERIA_VERSION_V2_3,
  SAIGA_CRITERIA_VERSION_V3_1,
} SaigaCriteriaVersion;

#define SAIGA_TYPE_CRITERIA_VERSION (saiga_criteria_version_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_criteria_version_get_type (void) G_GNUC_CONST;

/**
 * SaigaCriteria:
 *
 * The criteria of the IUCN Red List by which a taxon is threatened, such as
 * `A2abc+3de; B1ab(iii)+2ab(iii)`.
 *
 * Criteria never change and may be shared between threads.
 *
 * Since: 0.1
 */
typedef struct _SaigaCriteria SaigaCriteria;

#define SAIGA_TYPE_CRITERIA (saiga_criteria_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_criteria_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaCriteria *saiga_criteria_new (const char          *text,
                                   SaigaCriteriaVersion version,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaCriteria *saiga_criteria_parse (const char *text,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_criteria_to_string (const SaigaCriteria *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaCriteria *saiga_criteria_ref (SaigaCriteria *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
void saiga_criteria_unref (SaigaCriteria *self);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_criteria_equal (const SaigaCriteria *self,
                               const SaigaCriteria *other);

SAIGA_AVAILABLE_IN_ALL
SaigaCriteriaVersion saiga_criteria_get_version (const SaigaCriteria *self);
SAIGA_AVAILABLE_IN_ALL
char **saiga_criteria_list_items (const SaigaCriteria *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_criteria_has (const SaigaCriteria *self,
                             const char          *criterion);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_criteria_check_category (const SaigaCriteria *self,
                                        const char          *category,
                                        GError             **error);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_criteria_check_individuals (const SaigaCriteria *self,
                                           const char          *category,
                                           guint                n_individuals,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaCriteria, saiga_criteria_unref)

G_END_DECLS
