/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <saiga/saiga-listing.h>
#include <saiga/saiga-taxon.h>

G_BEGIN_DECLS

/**
 * SaigaLawChangeKind:
 * @SAIGA_LAW_CHANGE_KIND_ADDED: the taxon was listed
 * @SAIGA_LAW_CHANGE_KIND_REMOVED: the taxon is no longer listed
 * @SAIGA_LAW_CHANGE_KIND_TRANSFERRED: it stands in other appendices than before
 * @SAIGA_LAW_CHANGE_KIND_SCOPE_CHANGED: other populations or taxa are left out or covered
 * @SAIGA_LAW_CHANGE_KIND_AMENDED: the entry is another one, of the same scope
 * @SAIGA_LAW_CHANGE_KIND_PARTY_ADDED: a Party listed it, where each Party lists on its own
 * @SAIGA_LAW_CHANGE_KIND_PARTY_ENDED: such a listing ended
 * @SAIGA_LAW_CHANGE_KIND_PARTY_AMENDED: such a listing took the place of an earlier one of the Party
 * @SAIGA_LAW_CHANGE_KIND_RESERVED: a Party entered a reservation
 * @SAIGA_LAW_CHANGE_KIND_WITHDRAWN: a Party withdrew its reservation
 * @SAIGA_LAW_CHANGE_KIND_LAPSED: a reservation ended with the listing that it was against
 * @SAIGA_LAW_CHANGE_KIND_DROPPED: a reservation is not in the newer data, nor is its withdrawal
 * @SAIGA_LAW_CHANGE_KIND_COVERED: it is now covered by a listing of a higher taxon
 * @SAIGA_LAW_CHANGE_KIND_UNCOVERED: it is no longer covered by a listing of a higher taxon
 * @SAIGA_LAW_CHANGE_KIND_COVERED_OTHERWISE: higher taxa give it other appendices than before
 *
 * What became different for a taxon.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_LAW_CHANGE_KIND_ADDED,
  SAIGA_LAW_CHANGE_KIND_REMOVED,
  SAIGA_LAW_CHANGE_KIND_TRANSFERRED,
  SAIGA_LAW_CHANGE_KIND_SCOPE_CHANGED,
  SAIGA_LAW_CHANGE_KIND_AMENDED,
  SAIGA_LAW_CHANGE_KIND_PARTY_ADDED,
  SAIGA_LAW_CHANGE_KIND_PARTY_ENDED,
  SAIGA_LAW_CHANGE_KIND_PARTY_AMENDED,
  SAIGA_LAW_CHANGE_KIND_RESERVED,
  SAIGA_LAW_CHANGE_KIND_WITHDRAWN,
  SAIGA_LAW_CHANGE_KIND_LAPSED,
  SAIGA_LAW_CHANGE_KIND_DROPPED,
  SAIGA_LAW_CHANGE_KIND_COVERED,
  SAIGA_LAW_CHANGE_KIND_UNCOVERED,
  SAIGA_LAW_CHANGE_KIND_COVERED_OTHERWISE,
} SaigaLawChangeKind;

#define SAIGA_TYPE_LAW_CHANGE_KIND (saiga_law_change_kind_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_law_change_kind_get_type (void) G_GNUC_CONST;

/**
 * SaigaLawChangeCause:
 * @SAIGA_LAW_CHANGE_CAUSE_LISTING: listings changed
 * @SAIGA_LAW_CHANGE_CAUSE_DESCRIBED: the taxon is new to its authority
 * @SAIGA_LAW_CHANGE_CAUSE_DROPPED: the authority no longer has the taxon
 * @SAIGA_LAW_CHANGE_CAUSE_MOVED: the taxon has another parent
 *
 * Why something became different.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_LAW_CHANGE_CAUSE_LISTING,
  SAIGA_LAW_CHANGE_CAUSE_DESCRIBED,
  SAIGA_LAW_CHANGE_CAUSE_DROPPED,
  SAIGA_LAW_CHANGE_CAUSE_MOVED,
} SaigaLawChangeCause;

#define SAIGA_TYPE_LAW_CHANGE_CAUSE (saiga_law_change_cause_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_law_change_cause_get_type (void) G_GNUC_CONST;

#define SAIGA_TYPE_LAW_CHANGE (saiga_law_change_get_type ())
SAIGA_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (SaigaLawChange, saiga_law_change, SAIGA, LAW_CHANGE, GObject)

SAIGA_AVAILABLE_IN_ALL
SaigaTaxon *saiga_law_change_get_taxon (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaLawChangeKind saiga_law_change_get_kind (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaLawChangeCause saiga_law_change_get_cause (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_law_change_get_party_id (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_law_change_get_before (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
const char *const *saiga_law_change_get_after (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_law_change_get_old_listings (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
GListModel *saiga_law_change_get_new_listings (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_law_change_get_decided (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_law_change_get_printed (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
SaigaDate *saiga_law_change_get_effective (SaigaLawChange *self);
SAIGA_AVAILABLE_IN_ALL
char *saiga_law_change_dup_text (SaigaLawChange *self,
                                 const char     *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
