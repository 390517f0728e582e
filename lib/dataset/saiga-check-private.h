/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-problem.h>

#include "saiga-catalogue-private.h"
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

G_END_DECLS
