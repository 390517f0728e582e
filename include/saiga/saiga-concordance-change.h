/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>
#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaConcordanceChangeKind:
 * @SAIGA_CONCORDANCE_CHANGE_KIND_ADDED: the row is new
 * @SAIGA_CONCORDANCE_CHANGE_KIND_GONE: the row is gone
 * @SAIGA_CONCORDANCE_CHANGE_KIND_SPLIT: what was one row is several
 * @SAIGA_CONCORDANCE_CHANGE_KIND_JOINED: what were several rows is one
 * @SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED: a field of the row has another value
 * @SAIGA_CONCORDANCE_CHANGE_KIND_DECISION: a review stands otherwise, or needs a person
 *
 * How a row differs between two concordances.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_CONCORDANCE_CHANGE_KIND_ADDED,
  SAIGA_CONCORDANCE_CHANGE_KIND_GONE,
  SAIGA_CONCORDANCE_CHANGE_KIND_SPLIT,
  SAIGA_CONCORDANCE_CHANGE_KIND_JOINED,
  SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED,
  SAIGA_CONCORDANCE_CHANGE_KIND_DECISION,
} SaigaConcordanceChangeKind;

#define SAIGA_TYPE_CONCORDANCE_CHANGE_KIND (saiga_concordance_change_kind_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_concordance_change_kind_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_CONCORDANCE_CHANGE (saiga_concordance_change_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaConcordanceChange, saiga_concordance_change, SAIGA, CONCORDANCE_CHANGE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaConcordanceChangeKind saiga_concordance_change_get_kind (SaigaConcordanceChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_change_get_row_key (SaigaConcordanceChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_change_get_name (SaigaConcordanceChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_change_get_field (SaigaConcordanceChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_change_get_old (SaigaConcordanceChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_concordance_change_get_new (SaigaConcordanceChange *self);

G_END_DECLS
