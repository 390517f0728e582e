/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The history of listings of the Checklist of CITES species, as CSV: one row for each event. */

#include <string.h>

#include "saiga-check-private.h"
#include "saiga-checklist-private.h"

static const SaigaColumn columns[] = {
  SAIGA_WCMC_COLUMNS,
  [SAIGA_HISTORY_APPENDIX] = { "appendix", TRUE },
  [SAIGA_HISTORY_PARTY] = { "partyisocode", TRUE },
  [SAIGA_HISTORY_CHANGE] = { "changetype", TRUE },
  [SAIGA_HISTORY_DAY] = { "effectiveat", TRUE },
  [SAIGA_HISTORY_CURRENT] = { "iscurrent", FALSE },
  [SAIGA_HISTORY_SYMBOL] = { "#annotationsymbol", FALSE },
  [SAIGA_HISTORY_HASH] = { "#annotation", FALSE },
  [SAIGA_HISTORY_FULL] = { "fullannotationenglish", FALSE },
  [SAIGA_HISTORY_ENGLISH] = { "annotationenglish", FALSE },
  [SAIGA_HISTORY_SPANISH] = { "annotationspanish", FALSE },
  [SAIGA_HISTORY_FRENCH] = { "annotationfrench", FALSE },
  [SAIGA_HISTORY_NOTE] = { "nomenclaturenote", FALSE },
};

const SaigaHistoryChange _saiga_history_changes[] = {
  { "ADDITION", "addition" },
  { "RESERVATION", "reservation" },
  { "RESERVATION_WITHDRAWAL", "withdrawal" },
  { "DELETION", "deletion" },
  { NULL, NULL },
};

typedef struct
{
  SaigaRangeDraft *range; /* a history has none, a row of a taxon may */
  GPtrArray *events;
} State;

/* The numbered annotation of the data set that has this symbol and these words; NULL. */
static const char *
find_annotation (SaigaReading *reading,
                 const char *symbol,
                 const char *words)
{
  SaigaTable *table = _saiga_snapshot_get_table (reading->snapshot, _saiga_record_type_index (SAIGA_TYPE_ANNOTATION));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      SaigaText *text = saiga_annotation_get_text (record);

      if (text != NULL && g_strcmp0 (saiga_annotation_get_symbol (record), symbol) == 0 && g_strcmp0 (saiga_text_get_words (text, "en"), words) == 0 &&
          g_strcmp0 (saiga_annotation_get_instrument_id (record), reading->instrument_id) == 0)
        return _saiga_record_peek_id (record);
    }

  return NULL;
}

/* A symbol has had several texts over time, which no row dates: each text is an annotation of its own. */
static char *
put_annotation (SaigaReading *reading,
                const char *symbol,
                const char *words)
{
  g_autofree char *slug = _saiga_slug (symbol);
  const char *known_id;

  if (symbol[0] != '#' || words[0] == '\0' || slug[0] == '\0')
    return NULL;
  known_id = find_annotation (reading, symbol, words);
  if (known_id != NULL)
    return g_strdup (known_id);

  for (guint n = 1;; n++)
    {
      g_autofree char *id = n == 1 ? g_strconcat ("annotation.cites-h", slug, NULL) : g_strdup_printf ("annotation.cites-h%s-%u", slug, n);
      SaigaRecord *known = _saiga_reading_lookup (reading, id);
      SaigaText *text = known != NULL && SAIGA_IS_ANNOTATION (known) ? saiga_annotation_get_text (SAIGA_ANNOTATION (known)) : NULL;
      SaigaRecord *draft;

      if (text != NULL && g_strcmp0 (saiga_text_get_words (text, "en"), words) == 0)
        return g_steal_pointer (&id);
      if (known != NULL)
        continue;

      draft = _saiga_reading_draft (reading, SAIGA_TYPE_ANNOTATION, id);
      _saiga_draft_set (reading, draft, "instrument-id", reading->instrument_id);
      _saiga_draft_set (reading, draft, "symbol", symbol);
      _saiga_draft_set (reading, draft, "kind", "hash");
      _saiga_draft_set_words (reading, draft, "text", "en", words);
      return g_steal_pointer (&id);
    }
}

static void
set_words (SaigaReading *reading,
           SaigaRecord *record,
           const char *field,
           const char *language,
           const char *cell)
{
  g_autofree char *words = _saiga_clean_words (cell);

  _saiga_draft_set_words (reading, record, field, language, words);
}

static const char *
find_change (const char *text)
{
  for (guint i = 0; _saiga_history_changes[i].word != NULL; i++)
    if (g_ascii_strcasecmp (_saiga_history_changes[i].word, text) == 0)
      return _saiga_history_changes[i].change;

  return NULL;
}

static SaigaRowEnd
read_row (SaigaReading *reading,
          const SaigaRow *row,
          gpointer data)
{
  State *state = data;
  g_autofree char *change_text = _saiga_clean_line (_saiga_row_get_text (row, SAIGA_HISTORY_CHANGE));
  const char *change = find_change (change_text);
  const char *rest = _saiga_row_get_text (row, SAIGA_HISTORY_APPENDIX);
  const char *appendix = _saiga_wcmc_next_appendix (reading, _saiga_wcmc_cites_codes, &rest);
  const char *party = _saiga_row_get_text (row, SAIGA_HISTORY_PARTY);
  const char *party_id = party[0] != '\0' ? _saiga_reading_find_area (reading, party) : NULL;
  const char *current = _saiga_row_get_text (row, SAIGA_HISTORY_CURRENT);
  SaigaRecord *taxon;
  SaigaRecord *record;
  SaigaEvent *event;
  g_autofree char *hash = NULL;
  g_autofree char *annotation_id = NULL;
  g_autofree char *note = NULL;

  if (change == NULL)
    {
      _saiga_reading_add_problem (reading, "import-value", "ChangeType", change_text, "ADDITION, DELETION, RESERVATION, RESERVATION_WITHDRAWAL", NULL);
      return SAIGA_ROW_REFUSED;
    }
  if (appendix == NULL)
    return _saiga_reading_refuse_row (reading, row, NULL, "Appendix");
  taxon = _saiga_wcmc_row_put_taxon (reading, row, state->range);
  if (taxon == NULL)
    return SAIGA_ROW_REFUSED;
  if (party[0] != '\0' && party_id == NULL)
    _saiga_reading_add_problem (reading, "import-area", "PartyIsoCode", party, NULL);

  record = _saiga_record_new (SAIGA_TYPE_LISTING, reading->arena);
  event = g_new0 (SaigaEvent, 1);
  event->record = record;
  event->taxon_id = g_strdup (_saiga_record_peek_id (taxon));
  event->party_id = g_strdup (party_id);
  event->appendix = appendix;
  event->change = change;
  event->day = _saiga_reading_parse_day (reading, "EffectiveAt", _saiga_row_get_text (row, SAIGA_HISTORY_DAY));
  event->row = reading->row;
  g_ptr_array_add (state->events, event);

  hash = _saiga_clean_words (_saiga_row_get_text (row, SAIGA_HISTORY_HASH));
  annotation_id = put_annotation (reading, _saiga_row_get_text (row, SAIGA_HISTORY_SYMBOL), hash);
  note = _saiga_clean_line (_saiga_row_get_text (row, SAIGA_HISTORY_NOTE));
  _saiga_draft_set (reading, record, "instrument-id", reading->instrument_id);
  _saiga_draft_set (reading, record, "taxon-id", event->taxon_id);
  _saiga_draft_set (reading, record, "appendix", appendix);
  _saiga_draft_set (reading, record, "change", change);
  _saiga_draft_set (reading, record, "party-id", party_id);
  _saiga_draft_set (reading, record, "annotation-ids", annotation_id);
  _saiga_draft_set (reading, record, "note", note);
  _saiga_draft_set (reading, record, "current-in-source", g_ascii_strcasecmp (current, "true") == 0 ? "yes" : g_ascii_strcasecmp (current, "false") == 0 ? "no"
                                                                                                                                                         : NULL);
  set_words (reading, record, "annotation", "en", _saiga_row_get_text (row, SAIGA_HISTORY_FULL));
  set_words (reading, record, "short-annotation", "en", _saiga_row_get_text (row, SAIGA_HISTORY_ENGLISH));
  set_words (reading, record, "short-annotation", "es", _saiga_row_get_text (row, SAIGA_HISTORY_SPANISH));
  set_words (reading, record, "short-annotation", "fr", _saiga_row_get_text (row, SAIGA_HISTORY_FRENCH));

  return SAIGA_ROW_LATER;
}

static guint
sniff (SaigaSample *sample)
{
  return _saiga_sample_match_columns (sample, columns, G_N_ELEMENTS (columns));
}

static gboolean
read_file (SaigaReading *reading,
           GError **error)
{
  static const char *const aside[] = { "current-in-source", "note", NULL };
  g_autoptr(GPtrArray) events = _saiga_events_new ();
  State state = { _saiga_range_draft_new (), events };
  gboolean is_read;

  _saiga_wcmc_begin (reading, "instrument.cites", "authority.cites");
  is_read = _saiga_reading_read_table (reading, reading->member, columns, G_N_ELEMENTS (columns), read_row, &state, error);
  if (is_read)
    _saiga_reading_put_events (reading, events, aside);
  reading->row = 0;
  _saiga_range_draft_free (state.range);

  return is_read;
}

const SaigaFormat _saiga_format_checklist_history = {
  .name = "checklist-history",
  .title = N_ ("History of listings of the Checklist of CITES species (CSV)"),
  .sniff = sniff,
  .read = read_file,
  .write = _saiga_checklist_write_history,
  .is_one_file = TRUE,
};
