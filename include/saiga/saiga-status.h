/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-law.h>
#include <saiga/saiga-reason.h>
#include <saiga/saiga-taxon.h>

G_BEGIN_DECLS

/**
 * SaigaStatusOutcome:
 * @SAIGA_STATUS_OUTCOME_NEVER: it is not listed and never was
 * @SAIGA_STATUS_OUTCOME_FORMERLY: it is not listed, but it or a taxon below it once was
 * @SAIGA_STATUS_OUTCOME_LOWER: only taxa below it are listed
 * @SAIGA_STATUS_OUTCOME_LISTED: it is listed
 * @SAIGA_STATUS_OUTCOME_NOT_IN_FORCE: the instrument is not in force yet
 *
 * What a status comes to.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_STATUS_OUTCOME_NEVER,
  SAIGA_STATUS_OUTCOME_FORMERLY,
  SAIGA_STATUS_OUTCOME_LOWER,
  SAIGA_STATUS_OUTCOME_LISTED,
  SAIGA_STATUS_OUTCOME_NOT_IN_FORCE,
} SaigaStatusOutcome;

#define SAIGA_TYPE_STATUS_OUTCOME (saiga_status_outcome_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_status_outcome_get_type (void) G_GNUC_CONST;

/**
 * SaigaStatusCertainty:
 * @SAIGA_STATUS_CERTAINTY_CERTAIN: the rows say it
 * @SAIGA_STATUS_CERTAINTY_INFERRED: it rests on the end of a listing that no row tells
 * @SAIGA_STATUS_CERTAINTY_UNCERTAIN: something that the answer needs is not known
 *
 * How far a status can be relied on.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_STATUS_CERTAINTY_CERTAIN,
  SAIGA_STATUS_CERTAINTY_INFERRED,
  SAIGA_STATUS_CERTAINTY_UNCERTAIN,
} SaigaStatusCertainty;

#define SAIGA_TYPE_STATUS_CERTAINTY (saiga_status_certainty_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_status_certainty_get_type (void) G_GNUC_CONST;

/**
 * SaigaStatusHow:
 * @SAIGA_STATUS_HOW_NONE: not at all
 * @SAIGA_STATUS_HOW_EXPLICIT: by listings of its own
 * @SAIGA_STATUS_HOW_INHERITED: by listings of higher taxa alone
 * @SAIGA_STATUS_HOW_AGGREGATED: only taxa below it are listed
 *
 * How a taxon is listed, where one word is wanted.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_STATUS_HOW_NONE,
  SAIGA_STATUS_HOW_EXPLICIT,
  SAIGA_STATUS_HOW_INHERITED,
  SAIGA_STATUS_HOW_AGGREGATED,
} SaigaStatusHow;

#define SAIGA_TYPE_STATUS_HOW (saiga_status_how_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_status_how_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_STATUS (saiga_status_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaStatus, saiga_status, SAIGA, STATUS, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaStatus *saiga_status_new (SaigaLaw   *law,
                               const char *taxon_id,
                               const char *area_id,
                               SaigaDate  *date,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaLaw *saiga_status_get_law (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_status_get_taxon (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_status_get_area_id (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_status_get_date (SaigaStatus *self);

SAIGA_AVAILABLE_IN_ALL
char **saiga_status_list_appendices (SaigaStatus *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char **saiga_status_list_explicit (SaigaStatus *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char **saiga_status_list_inherited (SaigaStatus *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char **saiga_status_list_aggregated (SaigaStatus *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaStatusOutcome saiga_status_get_outcome (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
SaigaStatusHow saiga_status_get_how (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
SaigaStatusCertainty saiga_status_get_certainty (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_status_get_incomplete (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_status_to_string (SaigaStatus *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_status_get_listings (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_status_get_reservations (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
char **saiga_status_list_areas (SaigaStatus *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
SaigaStatus *saiga_status_ask_area (SaigaStatus *self,
                                    const char  *area_id) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
guint saiga_status_get_n_reasons (SaigaStatus *self);
SAIGA_AVAILABLE_IN_ALL
SaigaReason *saiga_status_get_reason (SaigaStatus *self,
                                      guint        position);

G_END_DECLS
