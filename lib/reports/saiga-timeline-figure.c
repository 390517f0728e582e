/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include <saiga/saiga-area.h>
#include <saiga/saiga-law.h>
#include <saiga/saiga-listing-piece.h>
#include <saiga/saiga-range.h>
#include <saiga/saiga-reservation.h>
#include <saiga/saiga-taxon.h>

#include "saiga-catalogue-private.h"
#include "saiga-timeline-figure-private.h"

/* The picture of timelines: of each, a lane for the whole taxon, one for each group of countries
 * whose populations were listed otherwise, and a thin one for each Party that reserved. */

typedef struct
{
  const char *language;
  SaigaFigure *figure;
  SaigaYears *years;
  int last;     /* the day where what is open ends */
  guint32 used; /* of the instrument at work: appendices that appear, a bit each */
  gboolean has_tone[SAIGA_YEARS_N_TONES];
  gboolean has_style[3];
  gboolean has_end[3];
  gboolean has_cut;
} Picture;

/* An appendix of the same number has the same tone in all instruments. */
static const char *const tones[SAIGA_YEARS_N_TONES - 1] = { "I", "II", "III" };

static guint
tone_of (const char *code)
{
  guint tone = 0;

  while (tone < G_N_ELEMENTS (tones) && g_strcmp0 (tones[tone], code) != 0)
    tone++;

  return tone;
}

static const char *
translate (Picture *self,
           const char *message)
{
  return _saiga_translate (self->language, message);
}

static char *
print_date (Picture *self,
            SaigaDate *date)
{
  return saiga_date_dup_text (date, self->language);
}

static char *
dup_area_name (Picture *self,
               SaigaSnapshot *snapshot,
               const char *area_id)
{
  SaigaRecord *area = saiga_snapshot_lookup (snapshot, area_id);

  if (g_str_equal (area_id, SAIGA_OTHER_AREAS))
    return g_strdup (translate (self, N_ ("all other countries")));

  return area != NULL ? saiga_record_dup_label (area, self->language) : g_strdup (area_id);
}

static SaigaSnapshot *
snapshot_of (SaigaTimeline *timeline)
{
  return saiga_law_get_snapshot (saiga_timeline_get_law (timeline));
}

static char *
dup_instrument_name (Picture *self,
                     SaigaTimeline *timeline)
{
  SaigaInstrument *instrument = saiga_law_get_instrument (saiga_timeline_get_law (timeline));
  const char *abbreviation = saiga_instrument_get_abbreviation (instrument);

  return abbreviation != NULL ? g_strdup (abbreviation) : saiga_record_dup_label (SAIGA_RECORD (instrument), self->language);
}

/* ---- one interval */

/* The Parties whose listings in an appendix stand: their codes for the bar, their names for the
 * words. Both are empty where none is named. */
static void
list_parties (Picture *self,
              SaigaStatus *status,
              const char *code,
              GString *codes,
              GString *names)
{
  GListModel *pieces = saiga_status_get_listings (status);
  SaigaSnapshot *snapshot = saiga_law_get_snapshot (saiga_status_get_law (status));

  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    {
      g_autoptr(SaigaListingPiece) piece = g_list_model_get_item (pieces, i);
      const char *party_id = saiga_listing_get_party_id (saiga_listing_piece_get_listing (piece));
      g_autofree char *name = NULL;
      g_autofree char *code_of_party = NULL;

      if (party_id == NULL || g_strcmp0 (saiga_listing_piece_get_appendix (piece), code) != 0)
        continue;
      name = dup_area_name (self, snapshot, party_id);
      code_of_party = g_ascii_strup (strchr (party_id, '.') != NULL ? strchr (party_id, '.') + 1 : party_id, -1);
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", code_of_party);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
}

static gboolean
find_style (SaigaStatus *status,
            const char *code,
            SaigaSpanStyle *style)
{
  g_auto(GStrv) explicit = saiga_status_list_explicit (status);
  g_auto(GStrv) inherited = saiga_status_list_inherited (status);
  g_auto(GStrv) aggregated = saiga_status_list_aggregated (status);

  *style = g_strv_contains ((const char *const *) explicit, code) ? SAIGA_SPAN_OWN : g_strv_contains ((const char *const *) inherited, code) ? SAIGA_SPAN_INHERITED
                                                                                                                                             : SAIGA_SPAN_BELOW;

  return *style != SAIGA_SPAN_BELOW || g_strv_contains ((const char *const *) aggregated, code);
}

/* What stands, in words: "I, II (through a higher taxon), III (Ghana)". */
static char *
describe (Picture *self,
          SaigaStatus *status)
{
  const char *const *codes = saiga_law_get_codes (saiga_status_get_law (status));
  GString *words = g_string_new (NULL);

  for (; *codes != NULL; codes++)
    {
      g_autoptr(GString) party_codes = g_string_new (NULL);
      g_autoptr(GString) names = g_string_new (NULL);
      SaigaSpanStyle style;

      if (!find_style (status, *codes, &style))
        continue;
      list_parties (self, status, *codes, party_codes, names);
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", *codes);
      if (names->len > 0)
        g_string_append_printf (words, " (%s)", names->str);
      else if (style != SAIGA_SPAN_OWN)
        g_string_append_printf (words, " (%s)", style == SAIGA_SPAN_BELOW ? translate (self, N_ ("only taxa below")) : translate (self, N_ ("through a higher taxon")));
    }

  return g_string_free (words, FALSE);
}

/* The band of an appendix: those that nothing is in have none. */
static guint
band_of (Picture *self,
         guint position)
{
  guint band = 0;

  for (guint i = 0; i < position; i++)
    band += (self->used >> i) & 1;

  return band;
}

static void
find_used (Picture *self,
           SaigaTimeline *timeline)
{
  const char *const *codes = saiga_law_get_codes (saiga_timeline_get_law (timeline));

  self->used = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      SaigaSpanStyle style;

      for (guint n = 0; codes[n] != NULL; n++)
        if (find_style (saiga_timeline_interval_get_status (interval), codes[n], &style))
          self->used |= 1u << n;
    }
}

static void
add_interval (Picture *self,
              SaigaTimelineInterval *interval)
{
  SaigaStatus *status = saiga_timeline_interval_get_status (interval);
  SaigaDate *until = saiga_timeline_interval_get_until (interval);
  const char *const *codes = saiga_law_get_codes (saiga_status_get_law (status));
  const int from = saiga_date_get_earliest_day (saiga_timeline_interval_get_start (interval));
  const int to = until != NULL ? saiga_date_get_earliest_day (until) : self->last;
  g_autofree char *start = print_date (self, saiga_timeline_interval_get_start (interval));
  g_autofree char *end = until != NULL ? print_date (self, until) : NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr(GString) party_codes = g_string_new (NULL);
      g_autoptr(GString) names = g_string_new (NULL);
      g_autofree char *words = NULL;
      g_autofree char *tip = NULL;
      SaigaSpanStyle style;

      if (!find_style (status, codes[i], &style))
        continue;
      list_parties (self, status, codes[i], party_codes, names);
      words = names->len > 0 ? g_strdup_printf ("%s (%s)", codes[i], names->str) : g_strdup (codes[i]);
      tip = end != NULL ? _saiga_translate_fill (self->language, N_ ("%1 from %2, no longer on %3"), words, start, end, NULL)
                        : _saiga_translate_fill (self->language, N_ ("%1 from %2"), words, start, NULL);
      _saiga_years_add_span (self->years, band_of (self, i), tone_of (codes[i]), style, from, to, party_codes->len > 0 ? party_codes->str : NULL, tip);
      self->has_style[style] = TRUE;
      self->has_tone[tone_of (codes[i])] = TRUE;
    }
}

/* ---- lanes */

static void
add_lane (Picture *self,
          SaigaTimeline *timeline,
          const char *label)
{
  GListModel *intervals = G_LIST_MODEL (timeline);
  const char *const *codes = saiga_law_get_codes (saiga_timeline_get_law (timeline));
  g_autofree char *instrument = dup_instrument_name (self, timeline);
  g_autofree char *name = g_strdup_printf ("%s, %s", instrument, label);
  g_autoptr(GPtrArray) bands = g_ptr_array_new ();
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *last = g_strdup ("");
  const double none = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    if ((self->used & (1u << i)) != 0)
      g_ptr_array_add (bands, (gpointer) codes[i]);
  g_ptr_array_add (bands, NULL);
  _saiga_years_add_lane (self->years, label, (const char *const *) bands->pdata);
  for (guint i = 0; i < g_list_model_get_n_items (intervals); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (intervals, i);
      g_autofree char *state = describe (self, saiga_timeline_interval_get_status (interval));
      g_autofree char *start = print_date (self, saiga_timeline_interval_get_start (interval));
      g_autofree char *piece = NULL;

      add_interval (self, interval);
      if (g_str_equal (state, last))
        {
          self->has_cut |= *state != '\0';
          continue;
        }
      piece = *state != '\0' ? _saiga_translate_fill (self->language, N_ ("%1 from %2"), state, start, NULL)
                             : _saiga_translate_fill (self->language, N_ ("in none from %1"), start, NULL);
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", piece);
      g_free (last);
      last = g_steal_pointer (&state);
    }
  _saiga_figure_add_item (self->figure, name, words->len > 0 ? words->str : translate (self, N_ ("never listed")), 0, &none, 0);
}

/* Countries whose populations have the same timeline. */
typedef struct
{
  SaigaTimeline *timeline;
  char *key;
  GString *names;
} Group;

static void
clear_group (gpointer data)
{
  g_object_unref (((Group *) data)->timeline);
  g_free (((Group *) data)->key);
  g_string_free (((Group *) data)->names, TRUE);
}

static void
add_to_groups (Picture *self,
               GArray *groups,
               SaigaTimeline *whole,
               const char *area_id)
{
  g_autoptr(SaigaTimeline) timeline = saiga_timeline_new (saiga_timeline_get_law (whole), saiga_record_get_id (SAIGA_RECORD (saiga_timeline_get_taxon (whole))), area_id, NULL);
  g_autofree char *name = dup_area_name (self, snapshot_of (whole), area_id);
  g_autofree char *key = timeline != NULL ? saiga_timeline_to_string (timeline) : NULL;
  guint i = 0;

  if (timeline == NULL)
    return;
  while (i < groups->len && !g_str_equal (g_array_index (groups, Group, i).key, key))
    i++;
  if (i == groups->len)
    g_array_append_val (groups, ((Group){ g_steal_pointer (&timeline), g_steal_pointer (&key), g_string_new (name) }));
  else if (!g_str_equal (area_id, SAIGA_OTHER_AREAS))
    g_string_append_printf (g_array_index (groups, Group, i).names, ", %s", name);
}

/* All other countries come first, that those which do not differ from them find them there. */
static void
add_populations (Picture *self,
                 SaigaTimeline *whole)
{
  SaigaRange *range = saiga_taxon_get_range (saiga_timeline_get_taxon (whole));
  g_auto(GStrv) areas = saiga_timeline_list_areas (whole);
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autofree char *others = NULL;

  if (areas[0] == NULL)
    return;
  g_array_set_clear_func (groups, clear_group);
  add_to_groups (self, groups, whole, SAIGA_OTHER_AREAS);
  if (groups->len == 0)
    return;
  others = g_strdup (g_array_index (groups, Group, 0).names->str);
  for (guint i = 0; areas[i] != NULL; i++)
    if (range == NULL || saiga_range_contains (range, areas[i]))
      add_to_groups (self, groups, whole, areas[i]);
  for (guint i = 1; i < groups->len; i++)
    add_lane (self, g_array_index (groups, Group, i).timeline, g_array_index (groups, Group, i).names->str);
  if (groups->len > 1)
    add_lane (self, g_array_index (groups, Group, 0).timeline, others);
}

/* ---- reservations */

static SaigaSpanEnd
end_of (SaigaReservation *reservation)
{
  if (saiga_reservation_get_until (reservation) == NULL)
    return SAIGA_SPAN_STANDS;

  return saiga_reservation_get_withdrawal (reservation) != NULL ? SAIGA_SPAN_WITHDRAWN : SAIGA_SPAN_LAPSED;
}

static char *
dup_reserver (Picture *self,
              SaigaTimeline *timeline,
              SaigaReservation *reservation)
{
  const char *party_id = saiga_reservation_get_party_id (reservation);
  const char *territory_id = saiga_reservation_get_territory_id (reservation);
  g_autofree char *party = party_id != NULL ? dup_area_name (self, snapshot_of (timeline), party_id) : g_strdup ("–");
  g_autofree char *territory = territory_id != NULL ? dup_area_name (self, snapshot_of (timeline), territory_id) : NULL;

  /* The territory comes first, for a long label is cut. */
  return territory != NULL ? g_strdup_printf ("%s (%s)", territory, party) : g_steal_pointer (&party);
}

static char *
describe_reservation (Picture *self,
                      SaigaReservation *reservation)
{
  SaigaDate *until = saiga_reservation_get_until (reservation);
  g_autofree char *start = print_date (self, saiga_reservation_get_start (reservation));
  g_autofree char *end = until != NULL ? print_date (self, until) : NULL;
  const char *message = N_ ("reservation against %1 from %2");

  if (end_of (reservation) == SAIGA_SPAN_WITHDRAWN)
    message = N_ ("reservation against %1 from %2, withdrawn on %3");
  else if (end_of (reservation) == SAIGA_SPAN_LAPSED)
    message = N_ ("reservation against %1 from %2, lapsed on %3");
  if (saiga_reservation_get_amendment_only (reservation))
    message = N_ ("reservation against an amendment of %1 from %2");

  return _saiga_translate_fill (self->language, message, saiga_reservation_get_appendix (reservation), start, end, NULL);
}

/* What one Party reserved against one appendix. */
typedef struct
{
  char *who;
  const char *code;
  GPtrArray *reservations;
} Reserver;

static void
clear_reserver (gpointer data)
{
  g_free (((Reserver *) data)->who);
  g_ptr_array_unref (((Reserver *) data)->reservations);
}

static GArray *
list_reservers (Picture *self,
                SaigaTimeline *timeline)
{
  GListModel *reservations = saiga_timeline_get_reservations (timeline);
  GArray *reservers = g_array_new (FALSE, FALSE, sizeof (Reserver));

  g_array_set_clear_func (reservers, clear_reserver);
  for (guint i = 0; i < g_list_model_get_n_items (reservations); i++)
    {
      SaigaReservation *reservation = g_list_model_get_item (reservations, i);
      const char *code = saiga_reservation_get_appendix (reservation);
      g_autofree char *who = dup_reserver (self, timeline, reservation);
      guint n = 0;

      while (n < reservers->len && (g_strcmp0 (g_array_index (reservers, Reserver, n).code, code) != 0 ||
                                    !g_str_equal (g_array_index (reservers, Reserver, n).who, who)))
        n++;
      if (n == reservers->len)
        g_array_append_val (reservers, ((Reserver){ g_steal_pointer (&who), code, g_ptr_array_new_with_free_func (g_object_unref) }));
      g_ptr_array_add (g_array_index (reservers, Reserver, n).reservations, reservation);
    }

  return reservers;
}

static void
add_reservation (Picture *self,
                 SaigaReservation *reservation)
{
  SaigaDate *until = saiga_reservation_get_until (reservation);

  _saiga_years_add_thin_span (self->years, tone_of (saiga_reservation_get_appendix (reservation)), saiga_reservation_get_amendment_only (reservation),
                              saiga_date_get_earliest_day (saiga_reservation_get_start (reservation)),
                              until != NULL ? saiga_date_get_earliest_day (until) : self->last, end_of (reservation));
  self->has_end[SAIGA_SPAN_STANDS] = TRUE;
  self->has_end[end_of (reservation)] = TRUE;
}

static void
add_reservations (Picture *self,
                  SaigaTimeline *timeline)
{
  g_autoptr(GArray) reservers = list_reservers (self, timeline);
  const double none = 0;

  for (guint i = 0; i < reservers->len; i++)
    {
      const Reserver *reserver = &g_array_index (reservers, Reserver, i);
      g_autofree char *label = g_strdup_printf ("%s: %s", reserver->code, reserver->who);
      g_autofree char *instrument = dup_instrument_name (self, timeline);
      g_autofree char *name = g_strdup_printf ("%s, %s", instrument, reserver->who);
      g_autoptr(GString) words = g_string_new (NULL);
      g_autofree char *tip = NULL;

      for (guint n = 0; n < reserver->reservations->len; n++)
        {
          g_autofree char *text = describe_reservation (self, reserver->reservations->pdata[n]);

          g_string_append_printf (words, "%s%s", n > 0 ? ", " : "", text);
        }
      tip = g_strdup_printf ("%s: %s", reserver->who, words->str);
      _saiga_years_add_thin_lane (self->years, label, tip);
      for (guint n = 0; n < reserver->reservations->len; n++)
        add_reservation (self, reserver->reservations->pdata[n]);
      _saiga_figure_add_item (self->figure, name, words->str, 0, &none, 0);
    }
}

/* ---- the whole */

static int
first_day_of (SaigaTimeline *timeline)
{
  g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (G_LIST_MODEL (timeline), 0);

  return interval != NULL ? saiga_date_get_earliest_day (saiga_timeline_interval_get_start (interval)) : G_MAXINT;
}

/* The data's own day, or a later one on which something begins that is known already. */
static int
last_day_of (SaigaTimeline *timeline)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (timeline));
  SaigaDate *horizon = saiga_law_get_horizon (saiga_timeline_get_law (timeline));
  g_autoptr(SaigaTimelineInterval) interval = n > 0 ? g_list_model_get_item (G_LIST_MODEL (timeline), n - 1) : NULL;
  int day = horizon != NULL ? saiga_date_get_latest_day (horizon) : 0;

  if (interval != NULL && saiga_date_get_earliest_day (saiga_timeline_interval_get_start (interval)) > day)
    day = saiga_date_get_earliest_day (saiga_timeline_interval_get_start (interval)) + 365;

  return day;
}

static void
add_keys (Picture *self)
{
  static const char *const styles[] = { NULL, N_ ("through a higher taxon"), N_ ("only taxa below") };
  static const char *const ends[] = { N_ ("reservation"), N_ ("withdrawn"), N_ ("lapsed") };
  guint tone = SAIGA_YEARS_N_TONES - 1;

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      g_autofree char *words = _saiga_translate_fill (self->language, N_ ("Appendix %1"), tones[i], NULL);

      if (!self->has_tone[i])
        continue;
      _saiga_years_add_key (self->years, i, SAIGA_SPAN_OWN, words);
      tone = i;
    }
  for (guint i = 1; i < G_N_ELEMENTS (styles); i++)
    if (self->has_style[i])
      _saiga_years_add_key (self->years, tone, i, translate (self, styles[i]));
  if (self->has_cut)
    _saiga_years_add_cut_key (self->years, tone, translate (self, N_ ("entry replaced")));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (self->has_end[i])
      _saiga_years_add_mark_key (self->years, i, translate (self, ends[i]));
}

/* @timelines: of SaigaTimeline. */
SaigaFigure *
_saiga_timeline_figure_new (GListModel *timelines,
                            const char *title,
                            const char *language)
{
  Picture self = { .language = language };
  int first = G_MAXINT;

  for (guint i = 0; i < g_list_model_get_n_items (timelines); i++)
    {
      g_autoptr(SaigaTimeline) timeline = g_list_model_get_item (timelines, i);

      first = MIN (first, first_day_of (timeline));
      self.last = MAX (self.last, last_day_of (timeline));
    }

  self.figure = _saiga_figure_new (SAIGA_FIGURE_YEARS, title, language);
  self.years = _saiga_years_new (MIN (first, self.last), self.last);
  for (guint i = 0; i < g_list_model_get_n_items (timelines); i++)
    {
      g_autoptr(SaigaTimeline) timeline = g_list_model_get_item (timelines, i);
      const char *area_id = saiga_timeline_get_area_id (timeline);
      g_autofree char *instrument = dup_instrument_name (&self, timeline);
      g_autofree char *heading = g_strdup_printf ("%s – %s", saiga_taxon_get_name (saiga_timeline_get_taxon (timeline)), instrument);
      g_autofree char *label = area_id != NULL ? dup_area_name (&self, snapshot_of (timeline), area_id) : g_strdup (translate (&self, N_ ("whole taxon")));

      _saiga_years_add_heading (self.years, heading);
      find_used (&self, timeline);
      add_lane (&self, timeline, label);
      if (area_id == NULL)
        add_populations (&self, timeline);
      add_reservations (&self, timeline);
    }
  add_keys (&self);
  _saiga_figure_take_years (self.figure, self.years);

  return self.figure;
}
