/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-problem.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-timeframe.h>

#include "saiga-catalogue-private.h"
#include "saiga-part-list-private.h"
#include "saiga-snapshot-private.h"

G_BEGIN_DECLS

/* Each room says in its own files what can be wrong and how that is found, and registers
 * it: validation runs what is registered and knows nothing of the rooms. */

typedef struct
{
  const char *tag; /* never changes its meaning */
  SaigaSeverity severity;
  const char *message;     /* with %1 … %9 for the arguments */
  const char *explanation; /* for the manual: what it means, why it matters */
  const char *fix;         /* what to do about it; NULL where that is open */
} SaigaProblemKind;

typedef struct _SaigaValidation SaigaValidation;

typedef struct
{
  const char *record_type;                                                 /* NULL: of all types */
  void (*check_record) (SaigaValidation *validation, SaigaRecord *record); /* one call a record */
  void (*check_all) (SaigaValidation *validation);                         /* one call */
} SaigaCheck;

typedef struct
{
  const SaigaProblemKind *kinds;
  guint n_kinds;
  const SaigaCheck *checks;
  guint n_checks;
} SaigaCheckSet;

void _saiga_check_set_register (const SaigaCheckSet *set);

/* Stands once in a file that has static const arrays of these names. */
#define SAIGA_REGISTER_CHECKS(kinds, checks)                       \
  static const SaigaCheckSet check_set = {                         \
    kinds, G_N_ELEMENTS (kinds), checks, G_N_ELEMENTS (checks)     \
  };                                                               \
                                                                   \
  __attribute__ ((constructor)) static void register_checks (void) \
  {                                                                \
    _saiga_check_set_register (&check_set);                        \
  }

SaigaSnapshot *_saiga_validation_get_snapshot (SaigaValidation *self);
SaigaDate *_saiga_validation_get_date (SaigaValidation *self);

/* @field is static, and may be NULL; the arguments end with NULL. */
void _saiga_validation_add (SaigaValidation *self,
                            const char *tag,
                            SaigaRecord *record,
                            const char *field,
                            ...) G_GNUC_NULL_TERMINATED;
void _saiga_validation_add_as (SaigaValidation *self,
                               SaigaSeverity severity,
                               const char *tag,
                               SaigaRecord *record,
                               const char *field,
                               ...) G_GNUC_NULL_TERMINATED;

const SaigaProblemKind *_saiga_problem_kind_find (const char *tag);

SaigaProblem *_saiga_problem_new (const SaigaProblemKind *kind,
                                  SaigaSeverity severity,
                                  SaigaRecord *record,
                                  const char *field,
                                  char **arguments);

/* ---- what checks of several rooms use */

/* The record with an id; NULL without an id, without a record, or if that is of another type. */
gpointer _saiga_validation_lookup (SaigaValidation *self,
                                   const char *id,
                                   GType record_type);
void _saiga_validation_start (SaigaValidation *self,
                              GType record_type,
                              SaigaTableIter *iter);
GHashTable *_saiga_validation_list_referred (SaigaValidation *self,
                                             const char *type_name);
gboolean _saiga_validation_has_ancestor (SaigaValidation *self,
                                         SaigaRecord *record,
                                         const char *ancestor_id);
const SaigaPartList *_saiga_record_peek_parts (SaigaRecord *self,
                                               const char *field_name);
gpointer _saiga_parts_peek (const SaigaPartList *parts,
                            guint position);
SaigaProgrammeVersion *_saiga_programme_find_version (SaigaProgramme *self,
                                                      const char *label);
/* The nick of an enumeration's value, also if that is the default; never NULL. */
const char *_saiga_record_peek_nick (SaigaRecord *self,
                                     const char *field_name);

/* The days between which something lies, both included; an open side is G_MININT or G_MAXINT. */
typedef struct
{
  int first;
  int last;
} SaigaDays;

SaigaDays _saiga_days_of (SaigaDate *start,
                          SaigaDate *end);
SaigaDays _saiga_days_of_timeframe (SaigaTimeframe *timeframe);
SaigaDays _saiga_days_of_meeting (SaigaMeeting *meeting);
gboolean _saiga_days_are_apart (SaigaDays days,
                                SaigaDays other);
gboolean _saiga_days_leave (SaigaDays days,
                            SaigaDays outer);
GHashTable *_saiga_validation_list_programme_days (SaigaValidation *self);

/* Whether every day that @date may mean is before every day that @other may mean. */
gboolean _saiga_date_is_before (SaigaDate *date,
                                SaigaDate *other);
/* Whether [from, until) goes beyond another such time; an end that is missing is open. */
gboolean _saiga_validity_leaves (SaigaDate *from,
                                 SaigaDate *until,
                                 SaigaDate *outer_from,
                                 SaigaDate *outer_until);

/* Records that hold for a time, by a key; two of one key should not hold on one day. */
typedef struct
{
  char *key;
  SaigaRecord *record;
  int from;
  int until;
} SaigaHolding;

typedef void (*SaigaOverlapFunc) (SaigaValidation *validation,
                                  const SaigaHolding *holding,
                                  SaigaRecord *other);
GArray *_saiga_holdings_new (void);
void _saiga_holdings_take (GArray *holdings,
                           char *key,
                           SaigaRecord *record,
                           SaigaDate *from,
                           SaigaDate *until);
void _saiga_holdings_check (GArray *holdings,
                            SaigaValidation *validation,
                            SaigaOverlapFunc overlaps);

G_END_DECLS
