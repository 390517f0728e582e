/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-evidence-private.h"
#include "saiga-reason-private.h"

/* A side stands as "a" or "b" in the arguments, and by its name in the sentence. A listing is
 * its id, its Appendix and its first day, as in the reasons of a status. */
static const SaigaReasonKind kinds[] = {
  [SAIGA_EVIDENCE_SAME_NAME] = { "same-name", N_ ("Both lists have the name %1.") },
  [SAIGA_EVIDENCE_AUTHORS_AGREE] = { "authors-agree", N_ ("The authors agree: %1; %2.") },
  [SAIGA_EVIDENCE_AUTHORS_DIFFER] = { "authors-differ", N_ ("The authors differ: %1; %2.") },
  [SAIGA_EVIDENCE_AUTHOR_SILENT] = { "author-silent", N_ ("%1 gives no author.") },
  [SAIGA_EVIDENCE_GENDER_ENDING] = { "gender-ending", N_ ("%1 and %2 differ in their endings alone.") },
  [SAIGA_EVIDENCE_SPELLING_VARIANT] = { "spelling-variant", N_ ("%1 and %2 differ in %3 letters.") },
  [SAIGA_EVIDENCE_NEW_COMBINATION] = { "new-combination", N_ ("%1 and %2 are one name in two combinations (%3).") },
  [SAIGA_EVIDENCE_OTHER_RANK] = { "other-rank", N_ ("%1 and %2 are one name in two ranks.") },
  [SAIGA_EVIDENCE_CONTAINS_NAME] = { "contains-name", N_ ("%1 contains %2.") },
  [SAIGA_EVIDENCE_SYNONYM_STATED] = { "synonym-stated", N_ ("%1 has %2 as a synonym or former name of %3.") },
  [SAIGA_EVIDENCE_SHARED_SYNONYM] = { "shared-synonym", N_ ("Both lists have %1 as a synonym.") },
  [SAIGA_EVIDENCE_PRINTED_NAME] = { "printed-name", N_ ("The Appendices print %1; %3 has %2.") },
  [SAIGA_EVIDENCE_KEPT_APART] = { "kept-apart", N_ ("%1 accepts both %2 and %3.") },
  [SAIGA_EVIDENCE_HOMONYM] = { "homonym", N_ ("%1 names two taxa, one of %2 and one of %3.") },
  [SAIGA_EVIDENCE_EDIT_DISTANCE] = { "edit-distance", N_ ("%1 and %2 differ in %3 letters.") },
  [SAIGA_EVIDENCE_OTHER_FAMILY] = { "other-family", N_ ("%1 belongs to %3, %2 to %4.") },
  [SAIGA_EVIDENCE_PRO_PARTE] = { "pro-parte", N_ ("%1 has %2 under several taxa.") },
  [SAIGA_EVIDENCE_HELD_BY_BOTH] = { "held-by-both", N_ ("Both concepts hold: %1.") },
  [SAIGA_EVIDENCE_ONLY_IN_A] = { "only-in-a", N_ ("Only the first concept holds: %1.") },
  [SAIGA_EVIDENCE_ONLY_IN_B] = { "only-in-b", N_ ("Only the second concept holds: %1.") },
  [SAIGA_EVIDENCE_SEGREGATE] = { "segregate", N_ ("%1 has %2 split off from %3.") },
  [SAIGA_EVIDENCE_SENSU_LATO] = { "sensu-lato", N_ ("%1 lists %2 in the wide sense, with what it has split off since.") },
  [SAIGA_EVIDENCE_SUBSPECIES_THERE] = { "subspecies-there", N_ ("%1 has %2 as a lower taxon of %3.") },
  [SAIGA_EVIDENCE_FORMER_SUBSPECIES] = { "former-subspecies", N_ ("%1 has %2 as a synonym of %3: it may have been part of the other species.") },
  [SAIGA_EVIDENCE_TWINS] = { "twins", N_ ("%1 has one concept twice: %2 and %3.") },
  [SAIGA_EVIDENCE_RANGE_COMMON] = { "range-common", N_ ("The ranges have %1 countries in common; %2 are only in the first, %3 only in the second.") },
  [SAIGA_EVIDENCE_REFERENCE] = { "reference", N_ ("%1 follows %2.") },
  [SAIGA_EVIDENCE_OWN] = { "own", N_ ("%1 lists %5 in Appendix %3, since %4 (%2).") },
  [SAIGA_EVIDENCE_INHERITED] = { "inherited", N_ ("%1 lists %6 in Appendix %3 through %5, since %4 (%2).") },
  [SAIGA_EVIDENCE_EXCEPTED] = { "excepted", N_ ("The entry of %1 in Appendix %3 leaves out %5 (%2).") },
  [SAIGA_EVIDENCE_POPULATION_EXCEPTED] = { "population-excepted", N_ ("The entry of %1 in Appendix %3 leaves out the populations of %5 (%2).") },
  [SAIGA_EVIDENCE_FORMS_EXCEPTED] = { "forms-excepted", N_ ("The entry of %1 in Appendix %3 leaves out %5 (%2).") },
  [SAIGA_EVIDENCE_SCOPE_WORDS] = { "scope-words", N_ ("The entry of %1 in Appendix %3 is limited in words: %5 (%2).") },
  [SAIGA_EVIDENCE_MIGRATORY_UNKNOWN] = { "migratory-unknown", N_ ("Entries of higher taxa in %1 cover migratory species only, and whether %2 is one is not recorded.") },
  [SAIGA_EVIDENCE_PLACED] = { "placed", N_ ("%1 does not know %2; it would belong to %3.") },
  [SAIGA_EVIDENCE_PART] = { "part", N_ ("%1 lists a part, %2, in Appendix %4, since %5 (%3).") },
  [SAIGA_EVIDENCE_FORMER] = { "former", N_ ("%1 listed it in Appendix %2 until %3.") },
  [SAIGA_EVIDENCE_DECIDED] = { "decided", N_ ("A reviewer decided so (%1).") },
  [SAIGA_EVIDENCE_STALE] = { "stale", N_ ("Facts under a review have changed since (%1): %2.") },
  [SAIGA_EVIDENCE_QUESTIONED] = { "questioned", N_ ("The facts under a review are the same (%1), but %2 was computed then, and %3 now.") },
};

/* The list keeps it; NULL if it has such a one. */
static SaigaReason *
take (SaigaEvidenceList *self,
      SaigaEvidence evidence,
      GPtrArray *arguments,
      int side,
      const char *joined)
{
  g_autoptr(GPtrArray) words = NULL;
  SaigaReason *reason;
  g_autofree char *text = NULL;

  g_ptr_array_add (arguments, NULL);
  words = g_ptr_array_new ();
  for (guint i = 0; i < arguments->len; i++)
    g_ptr_array_add (words, arguments->pdata[i] != NULL && *(char *) arguments->pdata[i] == '\0' ? (gpointer) "–" : arguments->pdata[i]);
  if (side >= 0)
    words->pdata[0] = (gpointer) _saiga_side_get_nick (self->sides[side]);
  if (joined != NULL)
    {
      g_ptr_array_set_size (words, 0);
      g_ptr_array_add (words, (gpointer) joined);
      g_ptr_array_add (words, NULL);
    }
  reason = _saiga_reason_new_with_words (&kinds[evidence], g_strdupv ((char **) arguments->pdata), (const char *const *) words->pdata);
  text = saiga_reason_to_string (reason);
  for (guint i = 0; i < self->reasons->len; i++)
    {
      g_autofree char *other = saiga_reason_get_code (self->reasons->pdata[i]) == kinds[evidence].code ? saiga_reason_to_string (self->reasons->pdata[i]) : NULL;

      if (g_strcmp0 (other, text) == 0)
        {
          saiga_reason_unref (reason);
          return NULL;
        }
    }
  g_ptr_array_add (self->reasons, reason);

  return reason;
}

static const char *const side_names[] = { "a", "b" };

/* The arguments end with NULL. */
void
_saiga_evidence_add (SaigaEvidenceList *self,
                     SaigaEvidence evidence,
                     ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  va_list args;

  va_start (args, evidence);
  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (args);
  take (self, evidence, arguments, -1, NULL);
}

SaigaReason *
_saiga_evidence_add_of_side (SaigaEvidenceList *self,
                             SaigaEvidence evidence,
                             guint side,
                             ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  va_list args;

  g_ptr_array_add (arguments, (gpointer) side_names[side]);
  va_start (args, side);
  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (args);

  return take (self, evidence, arguments, (int) side, NULL);
}

/* A list of names; of a side and a name first, unless @side is negative. */
void
_saiga_evidence_add_list (SaigaEvidenceList *self,
                          SaigaEvidence evidence,
                          int side,
                          const char *first,
                          GPtrArray *list)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (side >= 0)
    {
      g_ptr_array_add (arguments, (gpointer) side_names[side]);
      g_ptr_array_add (arguments, (gpointer) first);
    }
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (arguments, list->pdata[i]);
  if (side < 0)
    {
      g_autoptr(GPtrArray) copy = g_ptr_array_copy (list, NULL, NULL);

      g_ptr_array_add (copy, NULL);
      joined = g_strjoinv (", ", (char **) copy->pdata);
    }
  take (self, evidence, arguments, side, joined);
}

void
_saiga_reviews_explain (const SaigaReviews *reviews,
                        SaigaReview *review,
                        const char *computed,
                        SaigaEvidenceList *evidence)
{
  const char *id = _saiga_record_peek_id (SAIGA_RECORD (review));
  const char *then = saiga_review_get_computed (review);
  g_auto(GStrv) changes = _saiga_review_list_changes (review, reviews->snapshot);

  _saiga_evidence_add (evidence, SAIGA_EVIDENCE_DECIDED, id, NULL);
  if (changes[0] != NULL)
    {
      g_autofree char *facts = g_strjoinv ("; ", changes);

      _saiga_evidence_add (evidence, SAIGA_EVIDENCE_STALE, id, facts, NULL);
    }
  else if (then != NULL && computed != NULL && !g_str_equal (then, computed))
    _saiga_evidence_add (evidence, SAIGA_EVIDENCE_QUESTIONED, id, then, computed, NULL);
}
