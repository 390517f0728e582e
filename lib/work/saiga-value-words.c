/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-duty.h>
#include <saiga/saiga-phase.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-status.h>
#include <saiga/saiga-timeline-mark.h>
#include <saiga/saiga-words.h>

#include "saiga-catalogue-private.h"

typedef struct
{
  GType (*get_type) (void);
  int value;
  const char *words;
} ValueWords;

static const ValueWords table[] = {
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_LEAD, N_ ("Lead") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_PARTNER, N_ ("Partners") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_PARTICIPANT, N_ ("Takes part") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_CONSULTED, N_ ("Consulted") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_IMPLEMENTER, N_ ("Carries it out") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_FUNDER, N_ ("Funds it") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_BENEFICIARY, N_ ("Benefits") },
  { saiga_role_kind_get_type, SAIGA_ROLE_KIND_HOST, N_ ("Host") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_PROPOSED, N_ ("proposed") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_REQUESTED, N_ ("asked to approve") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_CONSIDERED, N_ ("considered") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_ENDORSED, N_ ("endorsed") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_APPROVED, N_ ("approved") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_ADOPTED, N_ ("adopted") },
  { saiga_approval_outcome_get_type, SAIGA_APPROVAL_OUTCOME_REJECTED, N_ ("rejected") },
  { saiga_focus_kind_get_type, SAIGA_FOCUS_KIND_FOCAL, N_ ("focal") },
  { saiga_focus_kind_get_type, SAIGA_FOCUS_KIND_CANDIDATE, N_ ("joins on a condition") },
  { saiga_focus_kind_get_type, SAIGA_FOCUS_KIND_EXAMPLE, N_ ("example") },
  { saiga_focus_kind_get_type, SAIGA_FOCUS_KIND_MENTIONED, N_ ("only mentioned") },
  { saiga_phase_get_type, SAIGA_PHASE_DRAFT, N_ ("a draft that had not been approved yet") },
  { saiga_phase_get_type, SAIGA_PHASE_UNKNOWN, N_ ("a draft of which the data do not say whether it was approved") },
  { saiga_phase_get_type, SAIGA_PHASE_REJECTED, N_ ("rejected") },
  { saiga_phase_get_type, SAIGA_PHASE_IN_FORCE, N_ ("approved and in force") },
  { saiga_phase_get_type, SAIGA_PHASE_OVER, N_ ("approved, and its period had ended") },
  { saiga_status_how_get_type, SAIGA_STATUS_HOW_NONE, N_ ("none") },
  { saiga_status_how_get_type, SAIGA_STATUS_HOW_EXPLICIT, N_ ("explicit") },
  { saiga_status_how_get_type, SAIGA_STATUS_HOW_INHERITED, N_ ("inherited") },
  { saiga_status_how_get_type, SAIGA_STATUS_HOW_AGGREGATED, N_ ("aggregated") },
  { saiga_status_certainty_get_type, SAIGA_STATUS_CERTAINTY_CERTAIN, N_ ("certain") },
  { saiga_status_certainty_get_type, SAIGA_STATUS_CERTAINTY_INFERRED, N_ ("inferred") },
  { saiga_status_certainty_get_type, SAIGA_STATUS_CERTAINTY_UNCERTAIN, N_ ("uncertain") },
  { saiga_timeline_mark_kind_get_type, SAIGA_TIMELINE_MARK_KIND_AMENDED, N_ ("amended") },
  { saiga_timeline_mark_kind_get_type, SAIGA_TIMELINE_MARK_KIND_RESERVED, N_ ("reserved") },
  { saiga_timeline_mark_kind_get_type, SAIGA_TIMELINE_MARK_KIND_WITHDRAWN, N_ ("withdrawn") },
  { saiga_timeline_mark_kind_get_type, SAIGA_TIMELINE_MARK_KIND_LAPSED, N_ ("lapsed") },
  { saiga_duty_state_get_type, SAIGA_DUTY_STATE_BOUND, N_ ("bound") },
  { saiga_duty_state_get_type, SAIGA_DUTY_STATE_RESERVED, N_ ("reserved") },
  { saiga_duty_state_get_type, SAIGA_DUTY_STATE_RESERVED_FOR_TERRITORY, N_ ("reserved for a territory") },
  { saiga_duty_state_get_type, SAIGA_DUTY_STATE_RESERVED_AMENDMENT, N_ ("reserved as to the amendment") },
  { saiga_ternary_get_type, SAIGA_TERNARY_YES, N_ ("yes") },
  { saiga_ternary_get_type, SAIGA_TERNARY_NO, N_ ("no") },
  { saiga_ternary_get_type, SAIGA_TERNARY_UNKNOWN, N_ ("unknown") },
};

/**
 * saiga_words_for_value:
 * @enum_type: an enumeration, such as that of [enum@RoleKind]
 * @value: one of its values
 * @language: `en`, `fr` or `es`
 *
 * Says a value of an enumeration in words, where it is more than its nick.
 *
 * Returns: (transfer none): the words; the nick of the value where there are none, and a
 *   dash where there is no value
 *
 * Since: 0.1
 */
const char *
saiga_words_for_value (GType enum_type,
                       int value,
                       const char *language)
{
  g_autoptr(GTypeClass) klass = NULL;
  GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (enum_type), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].get_type () == enum_type && table[i].value == value)
      return _saiga_translate (language, table[i].words);

  klass = g_type_class_ref (enum_type);
  found = g_enum_get_value ((GEnumClass *) klass, value);

  /* Nicks are static. */
  return found != NULL && !g_str_equal (found->value_nick, "unset") ? found->value_nick : "–";
}
