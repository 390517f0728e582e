/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-option-private.h"
#include "saiga-reason-private.h"

/**
 * SaigaConcordanceOption:
 *
 * One way to make two lists use one name and one concept: who would change what, which body
 * would advise on it, and how far it would reach.
 *
 * A change reaches the names alone, if what is listed stays the same; then the next update of
 * names is enough. Where less or more would be listed, the Appendices have to be amended, and
 * the option says for which taxa and which range States.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceOption
{
  GObject parent_instance;

  guint side;
  SaigaOptionChange change;
  char *name;
  char *reference_id;
  const char *body; /* static */
  gboolean is_wider;
  gboolean is_narrower;
  GStrv wider_ids;
  GStrv narrower_ids;
  SaigaText *forms;
  GStrv area_ids;
  gboolean is_range_known;
  GPtrArray *sentences; /* of SaigaReason: what it would take */
  GPtrArray *effects;   /* of SaigaReason: what would follow */
};

G_DEFINE_FINAL_TYPE (SaigaConcordanceOption, saiga_concordance_option, G_TYPE_OBJECT)

static const SaigaReasonKind changes[] = {
  [SAIGA_OPTION_REVIEW] = { "review", N_ ("A specialist has to look at what %1 has as %2.") },
  [SAIGA_OPTION_CHANGE_RANK] = { "change-rank", N_ ("%1 can change the rank, and use the name %2.") },
  [SAIGA_OPTION_LIST_SPECIES] = { "list-species", N_ ("%1 can list the whole species, %2.") },
  [SAIGA_OPTION_RECOGNISE] = { "recognise", N_ ("%1 can recognise %2 as a species.") },
  [SAIGA_OPTION_RECOGNISE_LIST_SEGREGATE] = { "recognise+list-segregate", N_ ("%1 can recognise %2 as a species, and list it by its name.") },
  [SAIGA_OPTION_UNITE] = { "unite", N_ ("%1 can unite what it holds apart, as %2.") },
  [SAIGA_OPTION_ADOPT_CONCEPT] = { "adopt-concept", N_ ("%1 can adopt the concept that the other list has of %2.") },
  [SAIGA_OPTION_RESPELL] = { "respell", N_ ("%1 can write %2.") },
  [SAIGA_OPTION_RENAME] = { "rename", N_ ("%1 can use the name %2.") },
  [SAIGA_OPTION_ADOPT_REFERENCE] = { "adopt-reference", N_ ("%1 can adopt the standard reference that the other list follows for all of %2: “%3”.") },
};

typedef enum
{
  BODY_SCIENTIFIC_COUNCIL,
  BODY_ANIMALS_COMMITTEE,
  BODY_PLANTS_COMMITTEE,
  BODY_PARTIES,
  BODY_PUBLISHER,
} Body;

static const SaigaReasonKind bodies[] = {
  [BODY_SCIENTIFIC_COUNCIL] = { "scientific-council", N_ ("The Scientific Council of %1 would advise, and its Conference of the Parties decide.") },
  [BODY_ANIMALS_COMMITTEE] = { "animals-committee", N_ ("The nomenclature specialist and the Animals Committee of %1 would advise, and its Conference of the Parties decide.") },
  [BODY_PLANTS_COMMITTEE] = { "plants-committee", N_ ("The nomenclature specialist and the Plants Committee of %1 would advise, and its Conference of the Parties decide.") },
  [BODY_PARTIES] = { "parties", N_ ("The Parties to %1 would decide.") },
  [BODY_PUBLISHER] = { "publisher", N_ ("Those who publish %1 would decide.") },
};

typedef enum
{
  EFFECT_SAME,
  EFFECT_WIDER,
  EFFECT_NARROWER,
  EFFECT_FORMS_IN,
  EFFECT_FORMS_OUT,
  EFFECT_AMENDMENT,
  EFFECT_STATES,
  EFFECT_STATES_MISSING,
  EFFECT_STATES_UNKNOWN,
} Effect;

static const SaigaReasonKind effects[] = {
  [EFFECT_SAME] = { "same", N_ ("What %1 lists stays the same: the next update of names is enough.") },
  [EFFECT_WIDER] = { "wider", N_ ("%1 would list what it does not list now, or in more Appendices: %2.") },
  [EFFECT_NARROWER] = { "narrower", N_ ("%1 would no longer list by this entry: %2.") },
  [EFFECT_FORMS_IN] = { "forms-in", N_ ("%1 leaves out forms that the name would take in: %2.") },
  [EFFECT_FORMS_OUT] = { "forms-out", N_ ("The name would leave out forms that %1 takes in: %2.") },
  [EFFECT_AMENDMENT] = { "amendment", N_ ("The Appendices would have to be amended.") },
  [EFFECT_STATES] = { "states", N_ ("Range States: %1.") },
  [EFFECT_STATES_MISSING] = { "states-missing", N_ ("Not all of the range States are recorded.") },
  [EFFECT_STATES_UNKNOWN] = { "states-unknown", N_ ("The range States are not recorded.") },
};

static const char *const sides[] = { "a", "b" };

static void
saiga_concordance_option_finalize (GObject *object)
{
  SaigaConcordanceOption *self = SAIGA_CONCORDANCE_OPTION (object);

  g_free (self->name);
  g_free (self->reference_id);
  g_strfreev (self->wider_ids);
  g_strfreev (self->narrower_ids);
  g_clear_pointer (&self->forms, saiga_text_unref);
  g_strfreev (self->area_ids);
  g_ptr_array_unref (self->sentences);
  g_ptr_array_unref (self->effects);

  G_OBJECT_CLASS (saiga_concordance_option_parent_class)->finalize (object);
}

static void
saiga_concordance_option_class_init (SaigaConcordanceOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_option_finalize;
}

static void
saiga_concordance_option_init (SaigaConcordanceOption *self)
{
  self->body = bodies[BODY_PARTIES].code;
  self->wider_ids = g_new0 (char *, 1);
  self->narrower_ids = g_new0 (char *, 1);
  self->area_ids = g_new0 (char *, 1);
  self->sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
  self->effects = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
}

/* ---- from a draft */

static Body
find_body (const SaigaSide *side,
           const SaigaSideTaxon *taxon)
{
  const char *instrument = side->instrument != NULL ? _saiga_record_peek_id (SAIGA_RECORD (side->instrument)) : NULL;

  if (instrument == NULL)
    return BODY_PUBLISHER;
  if (g_str_equal (instrument, "instrument.cms"))
    return BODY_SCIENTIFIC_COUNCIL;
  if (g_str_equal (instrument, "instrument.cites"))
    return taxon->code == SAIGA_CODE_PLANTS ? BODY_PLANTS_COMMITTEE : BODY_ANIMALS_COMMITTEE;

  return BODY_PARTIES;
}

static GStrv
list_ids (GPtrArray *taxa)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < taxa->len; i++)
    g_strv_builder_add (ids, _saiga_side_taxon_get_id (taxa->pdata[i]));

  return g_strv_builder_end (ids);
}

static char *
join_names (GPtrArray *taxa)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < taxa->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((const SaigaSideTaxon *) taxa->pdata[i])->name);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_states (SaigaConcordanceOption *self,
             const SaigaOptionDraft *draft)
{
  g_autofree char *codes = NULL;

  g_strfreev (self->area_ids);
  self->area_ids = _saiga_effect_list_areas (draft->effect, draft->rows, draft->own, &self->is_range_known);
  codes = _saiga_print_area_codes (draft->snapshot, (const char *const *) self->area_ids);
  if (*codes != '\0')
    g_ptr_array_add (self->effects, _saiga_reason_new (&effects[EFFECT_STATES], codes, NULL));
  if (!self->is_range_known)
    g_ptr_array_add (self->effects, _saiga_reason_new (&effects[*codes != '\0' ? EFFECT_STATES_MISSING : EFFECT_STATES_UNKNOWN], NULL));
}

static void
read_effect (SaigaConcordanceOption *self,
             const SaigaOptionDraft *draft,
             const char *nick)
{
  const SaigaEffect *effect = draft->effect;

  self->forms = effect->forms != NULL ? saiga_text_ref (effect->forms) : NULL;
  self->is_wider = effect->wider->len > 0 || (effect->forms != NULL && effect->forms_are_wider);
  self->is_narrower = effect->narrower->len > 0 || (effect->forms != NULL && !effect->forms_are_wider);
  g_strfreev (self->wider_ids);
  self->wider_ids = list_ids (effect->wider);
  g_strfreev (self->narrower_ids);
  self->narrower_ids = list_ids (effect->narrower);
  self->is_range_known = TRUE;
  if (!self->is_wider && !self->is_narrower)
    {
      if (draft->rows->sides[self->side]->law != NULL)
        g_ptr_array_add (self->effects, _saiga_reason_new (&effects[EFFECT_SAME], nick, NULL));
      return;
    }
  for (guint is_less = 0; is_less < 2; is_less++)
    {
      g_autofree char *names = join_names (is_less ? effect->narrower : effect->wider);

      if (*names != '\0')
        g_ptr_array_add (self->effects, _saiga_reason_new (&effects[is_less ? EFFECT_NARROWER : EFFECT_WIDER], nick, names, NULL));
    }
  if (self->forms != NULL)
    {
      SaigaReason *forms = _saiga_reason_new (&effects[effect->forms_are_wider ? EFFECT_FORMS_IN : EFFECT_FORMS_OUT], nick, "", NULL);

      _saiga_reason_add_text (forms, 1, self->forms);
      g_ptr_array_add (self->effects, forms);
    }
  read_states (self, draft);
  g_ptr_array_add (self->effects, _saiga_reason_new (&effects[EFFECT_AMENDMENT], NULL));
}

SaigaConcordanceOption *
_saiga_concordance_option_new (const SaigaOptionDraft *draft)
{
  SaigaConcordanceOption *self = g_object_new (SAIGA_TYPE_CONCORDANCE_OPTION, NULL);
  const SaigaSide *side = draft->rows->sides[draft->side];
  const char *nick = _saiga_side_get_nick (side);
  const Body body = find_body (side, draft->own);
  SaigaReason *change;

  self->side = draft->side;
  self->change = draft->change;
  self->name = g_strdup (draft->name);
  self->body = bodies[body].code;
  if (draft->reference != NULL)
    {
      SaigaRecord *document;
      SaigaText *title;

      self->reference_id = g_strdup (_saiga_record_peek_id (SAIGA_RECORD (draft->reference)));
      document = saiga_snapshot_lookup (draft->snapshot, saiga_standard_reference_get_document_id (draft->reference));
      title = SAIGA_IS_DOCUMENT (document) ? saiga_document_get_title (SAIGA_DOCUMENT (document)) : NULL;
      change = _saiga_reason_new (&changes[self->change], nick, draft->name, saiga_standard_reference_get_document_id (draft->reference), NULL);
      if (title != NULL)
        _saiga_reason_add_text (change, 2, title);
    }
  else
    change = _saiga_reason_new (&changes[self->change], nick, draft->name != NULL ? draft->name : "–", NULL);
  g_ptr_array_add (self->sentences, change);
  if (self->change == SAIGA_OPTION_REVIEW)
    return self;
  g_ptr_array_add (self->sentences, _saiga_reason_new (&bodies[body], nick, NULL));
  read_effect (self, draft, nick);

  return self;
}

/* ---- reading */

/**
 * saiga_concordance_option_get_side:
 * @self: an option
 *
 * Gets whose change it is.
 *
 * Returns: `a` or `b`
 *
 * Since: 0.1
 */
const char *
saiga_concordance_option_get_side (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return sides[self->side];
}

/**
 * saiga_concordance_option_get_change:
 * @self: an option
 *
 * Gets what would change: `review`, `change-rank`, `list-species`, `recognise`,
 * `recognise+list-segregate`, `unite`, `adopt-concept`, `respell`, `rename` or
 * `adopt-reference`.
 *
 * Returns: the change
 *
 * Since: 0.1
 */
const char *
saiga_concordance_option_get_change (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return changes[self->change].code;
}

/**
 * saiga_concordance_option_get_name:
 * @self: an option
 *
 * Gets the name that the side would have then; of several segregates their names, with commas; of
 * a standard reference the family or genus that it covers.
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
saiga_concordance_option_get_name (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return self->name;
}

/**
 * saiga_concordance_option_get_reference_id:
 * @self: an option
 *
 * Gets the [class@StandardReference] of the other side that this one would adopt.
 *
 * Returns: (nullable): the id, or `NULL` if the change is another
 *
 * Since: 0.1
 */
const char *
saiga_concordance_option_get_reference_id (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return self->reference_id;
}

/**
 * saiga_concordance_option_get_body:
 * @self: an option
 *
 * Gets the body that would advise the Conference of the Parties: `scientific-council` of CMS,
 * `animals-committee` or `plants-committee` of CITES, each with its nomenclature specialist. Of
 * another instrument it is its `parties`, of a list that no instrument has its `publisher`.
 *
 * Returns: the body
 *
 * Since: 0.1
 */
const char *
saiga_concordance_option_get_body (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return self->body;
}

/**
 * saiga_concordance_option_get_reach:
 * @self: an option
 *
 * Gets how far the change would reach: `same` if as much would be listed as now, `wider` if
 * more, `narrower` if less, or `wider narrower` if some more and some less. It is empty for a
 * review.
 *
 * Returns: the reach
 *
 * Since: 0.1
 */
const char *
saiga_concordance_option_get_reach (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  if (self->change == SAIGA_OPTION_REVIEW)
    return "";
  if (self->is_wider)
    return self->is_narrower ? "wider narrower" : "wider";

  return self->is_narrower ? "narrower" : "same";
}

/**
 * saiga_concordance_option_get_wider_ids:
 * @self: an option
 *
 * Gets the taxa that the side would list only then, or in more Appendices.
 *
 * Returns: (transfer none): ids of taxa of either list
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_option_get_wider_ids (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return (const char *const *) self->wider_ids;
}

/**
 * saiga_concordance_option_get_narrower_ids:
 * @self: an option
 *
 * Gets the taxa that the side would no longer list.
 *
 * Returns: (transfer none): ids of taxa of either list
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_option_get_narrower_ids (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return (const char *const *) self->narrower_ids;
}

/**
 * saiga_concordance_option_get_forms:
 * @self: an option
 *
 * Gets the domesticated or other forms that one side leaves out and the other does not, where
 * the change concerns them.
 *
 * Returns: (transfer none) (nullable): the forms, as the entry has them
 *
 * Since: 0.1
 */
SaigaText *
saiga_concordance_option_get_forms (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return self->forms;
}

/**
 * saiga_concordance_option_get_area_ids:
 * @self: an option
 *
 * Gets the range States of the taxa that would be listed only then, or no longer.
 *
 * Returns: (transfer none): the ids of the areas that are recorded
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_option_get_area_ids (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);

  return (const char *const *) self->area_ids;
}

/**
 * saiga_concordance_option_is_range_known:
 * @self: an option
 *
 * Checks whether the range of each of these taxa is recorded.
 *
 * Returns: `FALSE` if States may be missing
 *
 * Since: 0.1
 */
gboolean
saiga_concordance_option_is_range_known (SaigaConcordanceOption *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), FALSE);

  return self->is_range_known;
}

static void
append (GString *text,
        GPtrArray *reasons,
        const char *language)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (reasons->pdata[i], language);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
    }
}

/**
 * saiga_concordance_option_dup_effect:
 * @self: an option
 * @language: the language of the reader
 *
 * Tells what would be listed then, compared with now: for which taxa, and which States.
 *
 * Returns: (transfer full): sentences
 *
 * Since: 0.1
 */
char *
saiga_concordance_option_dup_effect (SaigaConcordanceOption *self,
                                     const char *language)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  append (text, self->effects, language);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * saiga_concordance_option_dup_text:
 * @self: an option
 * @language: the language of the reader
 *
 * Tells the option: the change, who would decide on it, and its effect.
 *
 * Returns: (transfer full): sentences
 *
 * Since: 0.1
 */
char *
saiga_concordance_option_dup_text (SaigaConcordanceOption *self,
                                   const char *language)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_OPTION (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  append (text, self->sentences, language);
  append (text, self->effects, language);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
