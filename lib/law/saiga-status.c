/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-status-private.h"

/**
 * SaigaStatus:
 *
 * What the law of an instrument says of a taxon on a day, in all or in one country.
 *
 * Three ways to be listed are kept apart: by listings of its own (explicit), by listings of
 * higher taxa (inherited), and only in that taxa below it are listed (aggregated), which is
 * no law on the taxon itself. A status says which listings it comes from, how certain it is
 * and why, as reasons that are codes with arguments, and sentences when asked.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (SaigaStatus, saiga_status, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaStatusOutcome, saiga_status_outcome,
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_OUTCOME_NEVER, "never"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_OUTCOME_FORMERLY, "formerly"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_OUTCOME_LOWER, "lower"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_OUTCOME_LISTED, "listed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_OUTCOME_NOT_IN_FORCE, "not-in-force"))

G_DEFINE_ENUM_TYPE (SaigaStatusCertainty, saiga_status_certainty,
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_CERTAINTY_CERTAIN, "certain"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_CERTAINTY_INFERRED, "inferred"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_CERTAINTY_UNCERTAIN, "uncertain"))

G_DEFINE_ENUM_TYPE (SaigaStatusHow, saiga_status_how,
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_HOW_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_HOW_EXPLICIT, "explicit"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_HOW_INHERITED, "inherited"),
                    G_DEFINE_ENUM_VALUE (SAIGA_STATUS_HOW_AGGREGATED, "aggregated"))
/* clang-format on */

static void
saiga_status_finalize (GObject *object)
{
  SaigaStatus *self = SAIGA_STATUS (object);

  g_clear_object (&self->law);
  g_free (self->area_id);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_clear_pointer (&self->used, g_array_unref);
  g_clear_object (&self->listings);
  g_clear_object (&self->reservations);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (saiga_status_parent_class)->finalize (object);
}

static void
saiga_status_class_init (SaigaStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_status_finalize;
}

static void
saiga_status_init (SaigaStatus *self)
{
  g_mutex_init (&self->lock);
}

/* ---- what the other files need */

SaigaStatus *
_saiga_status_new_known (SaigaLaw *law,
                         const SaigaQuestion *question,
                         const char *area_id,
                         SaigaDate *date,
                         guint node,
                         const SaigaLawRow *row)
{
  SaigaStatus *self = g_object_new (SAIGA_TYPE_STATUS, NULL);

  self->law = g_object_ref (law);
  self->question = *question;
  self->area_id = g_strdup (area_id);
  self->date = saiga_date_ref (date);
  self->node = node;
  self->row = *row;

  return self;
}

SaigaStatusCertainty
_saiga_law_row_get_certainty (const SaigaLawRow *row)
{
  if ((row->doubts & ~SAIGA_DOUBT_END_INFERRED) != 0)
    return SAIGA_STATUS_CERTAINTY_UNCERTAIN;

  return row->doubts != 0 ? SAIGA_STATUS_CERTAINTY_INFERRED : SAIGA_STATUS_CERTAINTY_CERTAIN;
}

/**
 * saiga_status_new: (constructor)
 * @law: the law of an instrument
 * @taxon_id: the id of a taxon
 * @area_id: (nullable): the id of the area that is asked about, [const@Saiga.OTHER_AREAS],
 *   or `NULL` for the whole taxon
 * @date: (nullable): the day, or `NULL` for the day whose state the data have
 * @error: return location for an error
 *
 * Asks for the status of a taxon.
 *
 * Of a date without a day, the first day counts. A day after that of the data is answered,
 * with the reason `after-horizon`.
 *
 * Returns: (transfer full): the status
 *
 * Since: 0.1
 */
SaigaStatus *
saiga_status_new (SaigaLaw *law,
                  const char *taxon_id,
                  const char *area_id,
                  SaigaDate *date,
                  GError **error)
{
  SaigaQuestion question;
  SaigaLawRow row;
  guint node;

  g_return_val_if_fail (SAIGA_IS_LAW (law), NULL);
  g_return_val_if_fail (taxon_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_saiga_law_find_question (law, area_id, date, &question, error))
    return NULL;
  node = _saiga_book_find ((SaigaBook *) question.book, taxon_id);
  if (node == SAIGA_NO_NODE)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_NOT_FOUND, "“%s” is no taxon of the authorities of %s", taxon_id,
                   _saiga_record_peek_id (SAIGA_RECORD (saiga_law_get_instrument (law))));
      return NULL;
    }
  _saiga_book_ask (&question, node, &row, NULL);

  return _saiga_status_new_known (law, &question, area_id, date != NULL ? date : saiga_law_get_horizon (law), node, &row);
}

/**
 * saiga_status_get_law:
 * @self: a status
 *
 * Gets the law that was asked.
 *
 * Returns: (transfer none): the law
 *
 * Since: 0.1
 */
SaigaLaw *
saiga_status_get_law (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return self->law;
}

/**
 * saiga_status_get_taxon:
 * @self: a status
 *
 * Gets the taxon.
 *
 * Returns: (transfer none): the taxon
 *
 * Since: 0.1
 */
SaigaTaxon *
saiga_status_get_taxon (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return self->law != NULL ? SAIGA_NODE (self->question.book, self->node)->taxon : NULL;
}

/**
 * saiga_status_get_area_id:
 * @self: a status
 *
 * Gets the area that was asked about.
 *
 * Returns: (nullable): its id, or `NULL` if the whole taxon was asked about
 *
 * Since: 0.1
 */
const char *
saiga_status_get_area_id (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return self->area_id;
}

/**
 * saiga_status_get_date:
 * @self: a status
 *
 * Gets the day that was asked about.
 *
 * Returns: (transfer none): the date
 *
 * Since: 0.1
 */
SaigaDate *
saiga_status_get_date (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return self->date;
}

/**
 * saiga_status_list_appendices:
 * @self: a status
 *
 * Gets the appendices in which the taxon is listed, by its own listings or by those of
 * higher taxa.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes, in the order of the instrument
 *
 * Since: 0.1
 */
char **
saiga_status_list_appendices (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return _saiga_law_list_codes (self->law, self->row.own | self->row.inherited);
}

/**
 * saiga_status_list_explicit:
 * @self: a status
 *
 * Gets the appendices in which the taxon is listed by its own listings.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes
 *
 * Since: 0.1
 */
char **
saiga_status_list_explicit (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return _saiga_law_list_codes (self->law, self->row.own);
}

/**
 * saiga_status_list_inherited:
 * @self: a status
 *
 * Gets the appendices in which the taxon is listed by listings of higher taxa.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes
 *
 * Since: 0.1
 */
char **
saiga_status_list_inherited (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return _saiga_law_list_codes (self->law, self->row.inherited);
}

/**
 * saiga_status_list_aggregated:
 * @self: a status
 *
 * Gets the appendices of the accepted taxa below it.
 *
 * It tells of them, and is no law on the taxon itself. With an area it is empty.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes
 *
 * Since: 0.1
 */
char **
saiga_status_list_aggregated (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  return _saiga_law_list_codes (self->law, self->row.aggregated);
}

/**
 * saiga_status_get_outcome:
 * @self: a status
 *
 * Gets what it comes to.
 *
 * Returns: the outcome
 *
 * Since: 0.1
 */
SaigaStatusOutcome
saiga_status_get_outcome (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), SAIGA_STATUS_OUTCOME_NEVER);

  return self->row.outcome;
}

/**
 * saiga_status_get_how:
 * @self: a status
 *
 * Gets how the taxon is listed, in one word: explicit before inherited before aggregated.
 *
 * Returns: how
 *
 * Since: 0.1
 */
SaigaStatusHow
saiga_status_get_how (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), SAIGA_STATUS_HOW_NONE);

  if (self->row.own != 0)
    return SAIGA_STATUS_HOW_EXPLICIT;
  if (self->row.inherited != 0)
    return SAIGA_STATUS_HOW_INHERITED;

  return self->row.aggregated != 0 ? SAIGA_STATUS_HOW_AGGREGATED : SAIGA_STATUS_HOW_NONE;
}

/**
 * saiga_status_get_certainty:
 * @self: a status
 *
 * Gets how certain it is; the reasons say why it is not.
 *
 * Returns: the certainty
 *
 * Since: 0.1
 */
SaigaStatusCertainty
saiga_status_get_certainty (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), SAIGA_STATUS_CERTAINTY_CERTAIN);

  return _saiga_law_row_get_certainty (&self->row);
}

/**
 * saiga_status_get_incomplete:
 * @self: a status
 *
 * Gets whether part of the taxon is not listed: some country, or some accepted taxon below.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
gboolean
saiga_status_get_incomplete (SaigaStatus *self)
{
  g_return_val_if_fail (SAIGA_IS_STATUS (self), FALSE);

  return self->row.is_incomplete != 0;
}

/**
 * saiga_status_to_string:
 * @self: a status
 *
 * Prints it in one word for each of explicit, inherited, aggregated and outcome, such as
 * `I/II;-;-;listed`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
saiga_status_to_string (SaigaStatus *self)
{
  const guint32 parts[] = { self->row.own, self->row.inherited, self->row.aggregated };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SAIGA_IS_STATUS (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *codes = _saiga_law_print_codes (self->law, parts[i]);

      g_string_append_printf (text, "%s;", *codes != '\0' ? codes : "-");
    }
  g_string_append (text, _saiga_value_to_nick (SAIGA_TYPE_STATUS_OUTCOME, self->row.outcome));

  return g_string_free (text, FALSE);
}
