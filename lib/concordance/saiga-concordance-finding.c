/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-finding-private.h"
#include "saiga-reason-private.h"

/**
 * SaigaConcordanceFinding:
 *
 * What follows from a row of a concordance: how the listings of its two sides agree, what the
 * Red List says of it, or what it would take for the two lists to use one name and concept.
 *
 * A finding is a line of a table. Which columns the table has depends on the axis:
 * [func@Saiga.ConcordanceFinding.list_fields] lists them, and
 * [method@Saiga.ConcordanceFinding.get_value] reads one. Values are words that programs can
 * rely on, dates, numbers and names.
 *
 * A review replaces one value: the differences of coherence, what the Red List assessed, or the
 * recommendation of harmonisation, whose verdict is shown there. Then `computed` is the value
 * without it, `decision` its id, `decision-state` a nick of [enum@ReviewState], and `text` its
 * words.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceFinding
{
  GObject parent_instance;

  SaigaReviewAxis axis;
  char *row_key;
  GStrv taxon_ids;
  GHashTable *values;  /* a field of the table → text */
  GListStore *options; /* of SaigaConcordanceOption */
  GPtrArray *facts;    /* of SaigaReason: what a proposal begins with */
  GPtrArray *advice;   /* of SaigaReason: what it ends with */
  SaigaText *text;     /* of the reviewer, or NULL */
};

G_DEFINE_FINAL_TYPE (SaigaConcordanceFinding, saiga_concordance_finding, G_TYPE_OBJECT)

static const char *const coherence_fields[] = {
  "row", "names", "appendices-a", "appendices-b", "listing-class", "certainty", "differences", "first-a", "first-b", "first-I-a", "first-I-b",
  "lag-min", "lag-max", "lag", "criteria-a", "criteria-b", "red-list", "range-count", "migratory", "traded", "candidate",
  "recommendation", "computed", "decision", "decision-state", "text", "evidence", NULL
};

static const char *const red_list_fields[] = {
  "row", "taxon", "assessment", "name", "category", "version", "criteria", "year", "possibly-extinct", "name-class", "concept",
  "assessed-as", "recommendation", "computed", "decision", "decision-state", "text", "evidence", NULL
};

static const char *const harmonisation_fields[] = {
  "row", "name-a", "name-b", "kind", "reference-a", "reference-b", "preferred", "options", "reach", "body", "effect", "recommendation",
  "computed", "decision", "decision-state", "text", "evidence", NULL
};

static const char *const no_fields[] = { NULL };

/* The field that a verdict takes the place of. */
const char *
_saiga_finding_get_decided_field (SaigaReviewAxis axis)
{
  return axis == SAIGA_REVIEW_AXIS_COHERENCE  ? "differences"
         : axis == SAIGA_REVIEW_AXIS_RED_LIST ? "assessed-as"
                                              : "recommendation";
}

/**
 * saiga_concordance_finding_list_fields:
 * @axis: what the findings are about
 *
 * Lists the fields that a finding has.
 *
 * Returns: (transfer none): the names, in the order of the table; none for other axes
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_finding_list_fields (SaigaReviewAxis axis)
{
  return axis == SAIGA_REVIEW_AXIS_COHERENCE       ? coherence_fields
         : axis == SAIGA_REVIEW_AXIS_RED_LIST      ? red_list_fields
         : axis == SAIGA_REVIEW_AXIS_HARMONISATION ? harmonisation_fields
                                                   : no_fields;
}

static void
saiga_concordance_finding_finalize (GObject *object)
{
  SaigaConcordanceFinding *self = SAIGA_CONCORDANCE_FINDING (object);

  g_free (self->row_key);
  g_strfreev (self->taxon_ids);
  g_hash_table_unref (self->values);
  g_object_unref (self->options);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->advice);
  g_clear_pointer (&self->text, saiga_text_unref);

  G_OBJECT_CLASS (saiga_concordance_finding_parent_class)->finalize (object);
}

static void
saiga_concordance_finding_class_init (SaigaConcordanceFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_finding_finalize;
}

static void
saiga_concordance_finding_init (SaigaConcordanceFinding *self)
{
  self->axis = SAIGA_REVIEW_AXIS_COHERENCE;
  self->taxon_ids = g_new0 (char *, 1);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->options = g_list_store_new (SAIGA_TYPE_CONCORDANCE_OPTION);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
  self->advice = g_ptr_array_new_with_free_func ((GDestroyNotify) saiga_reason_unref);
}

SaigaConcordanceFinding *
_saiga_finding_new (SaigaReviewAxis axis,
                    const SaigaRows *rows,
                    const SaigaRow *row,
                    const SaigaSideTaxon *a,
                    const SaigaSideTaxon *b)
{
  SaigaConcordanceFinding *self = g_object_new (SAIGA_TYPE_CONCORDANCE_FINDING, NULL);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  self->axis = axis;
  self->row_key = g_strdup (_saiga_rows_get_key (rows, row));
  if (a != NULL)
    g_strv_builder_add (ids, _saiga_side_taxon_get_id (a));
  if (b != NULL)
    g_strv_builder_add (ids, _saiga_side_taxon_get_id (b));
  g_strfreev (self->taxon_ids);
  self->taxon_ids = g_strv_builder_end (ids);
  _saiga_finding_set (self, "row", self->row_key);

  return self;
}

/* @field: one of the table. */
void
_saiga_finding_take (SaigaConcordanceFinding *self,
                     const char *field,
                     char *value)
{
  g_hash_table_replace (self->values, (gpointer) field, value);
}

void
_saiga_finding_set (SaigaConcordanceFinding *self,
                    const char *field,
                    const char *value)
{
  _saiga_finding_take (self, field, g_strdup (value != NULL ? value : ""));
}

/* Words of a list are parted by a space. */
void
_saiga_finding_add (SaigaConcordanceFinding *self,
                    const char *field,
                    const char *word)
{
  const char *old = g_hash_table_lookup (self->values, field);

  _saiga_finding_take (self, field, old != NULL && *old != '\0' ? g_strconcat (old, " ", word, NULL) : g_strdup (word));
}

void
_saiga_finding_add_option (SaigaConcordanceFinding *self,
                           SaigaConcordanceOption *option)
{
  g_list_store_append (self->options, option);
}

/* Both take the reason. */
void
_saiga_finding_take_fact (SaigaConcordanceFinding *self,
                          SaigaReason *fact)
{
  g_ptr_array_add (self->facts, fact);
}

void
_saiga_finding_take_advice (SaigaConcordanceFinding *self,
                            SaigaReason *advice)
{
  g_ptr_array_add (self->advice, advice);
}

void
_saiga_finding_set_text (SaigaConcordanceFinding *self,
                         SaigaText *text)
{
  g_clear_pointer (&self->text, saiga_text_unref);
  self->text = saiga_text_ref (text);
}

/**
 * saiga_concordance_finding_get_axis:
 * @self: a finding
 *
 * Gets what the finding is about.
 *
 * Returns: coherence, Red List or harmonisation
 *
 * Since: 0.1
 */
SaigaReviewAxis
saiga_concordance_finding_get_axis (SaigaConcordanceFinding *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_FINDING (self), SAIGA_REVIEW_AXIS_UNSET);

  return self->axis;
}

/**
 * saiga_concordance_finding_get_row_key:
 * @self: a finding
 *
 * Gets the key of the row that the finding is about.
 *
 * Returns: (nullable): the key
 *
 * Since: 0.1
 */
const char *
saiga_concordance_finding_get_row_key (SaigaConcordanceFinding *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_FINDING (self), NULL);

  return self->row_key;
}

/**
 * saiga_concordance_finding_get_taxon_ids:
 * @self: a finding
 *
 * Gets the taxa that the finding is about, where it is not the whole row.
 *
 * Returns: (transfer none): the ids
 *
 * Since: 0.1
 */
const char *const *
saiga_concordance_finding_get_taxon_ids (SaigaConcordanceFinding *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_FINDING (self), NULL);

  return (const char *const *) self->taxon_ids;
}

/**
 * saiga_concordance_finding_get_value:
 * @self: a finding
 * @field: one of [func@Saiga.ConcordanceFinding.list_fields]
 *
 * Gets one value. Words of a list are parted by a space.
 *
 * Returns: (nullable): the value, empty if there is none, or `NULL` if there is no such field
 *
 * Since: 0.1
 */
const char *
saiga_concordance_finding_get_value (SaigaConcordanceFinding *self,
                                     const char *field)
{
  const char *value;

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_FINDING (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (!g_strv_contains (saiga_concordance_finding_list_fields (self->axis), field))
    return NULL;
  value = g_hash_table_lookup (self->values, field);

  return value != NULL ? value : "";
}

/**
 * saiga_concordance_finding_get_options:
 * @self: a finding
 *
 * Gets what could be done, of a proposal of harmonisation.
 *
 * Returns: (transfer none): a list of [class@ConcordanceOption], empty of other findings
 *
 * Since: 0.1
 */
GListModel *
saiga_concordance_finding_get_options (SaigaConcordanceFinding *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_FINDING (self), NULL);

  return G_LIST_MODEL (self->options);
}

static void
append_lines (GString *text,
              GPtrArray *reasons,
              const char *language)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *sentence = saiga_reason_dup_text (reasons->pdata[i], language);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : text->len > 0 ? "\n"
                                                                        : "",
                              sentence);
    }
}

/**
 * saiga_concordance_finding_dup_text:
 * @self: a finding
 * @language: the language of the reader
 *
 * Tells a proposal of harmonisation: in the words of the reviewer who changed it, else as a
 * draft to start from: which reference each side follows, what differs, each of the options
 * with its effect, and what is recommended. Of other findings there are the words of the
 * reviewer alone.
 *
 * Returns: (transfer full) (nullable): sentences, of which each option begins a line, or `NULL` if there is nothing to tell
 *
 * Since: 0.1
 */
char *
saiga_concordance_finding_dup_text (SaigaConcordanceFinding *self,
                                    const char *language)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_FINDING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  if (self->text != NULL)
    return g_strdup (saiga_text_get_best_words (self->text, language));
  append_lines (text, self->facts, language);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->options)); i++)
    {
      g_autoptr(SaigaConcordanceOption) option = g_list_model_get_item (G_LIST_MODEL (self->options), i);
      g_autofree char *words = saiga_concordance_option_dup_text (option, language);

      g_string_append_printf (text, "\n%s", words);
    }
  append_lines (text, self->advice, language);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
