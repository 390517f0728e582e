/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The bytes make a small data set: an instrument, taxa in a tree, and the history of their
 * listings. Whatever it says, all ways to ask for the law give the same answer: one taxon
 * on a day, the table of all taxa, the timeline of one taxon and that of all. */

#include <saiga/saiga.h>
#include <string.h>

#include "fuzz-target.h"

#define MAX_TAXA 12
#define MAX_ROWS 32
#define N_DAYS 16 /* the first of January, from 1975 on */
#define IN_FORCE 1977

static const char *const areas[] = { "area.ar", "area.bw", "area.ke", "area.za" };
static const char *const asked[] = { NULL, "area.ar", "area.bw", "area.ke", "area.za", SAIGA_OTHER_AREAS };
static const char *const ranks[] = { "class", "order", "family", "genus", "species", "subspecies" };
static const char *const appendices[] = { "I", "II", "III" };

typedef struct
{
  const unsigned char *data;
  size_t size;
  guint n_taxa;
  gboolean has_placements;
} Input;

static guint
take (Input *self)
{
  if (self->size == 0)
    return 0;
  self->size--;

  return *self->data++;
}

/* Of a number, one bit an area. */
static void
add_areas (GString *xml,
           const char *attribute,
           guint bits)
{
  const char *separator = "";

  bits &= (1u << G_N_ELEMENTS (areas)) - 1;
  if (bits == 0)
    return;
  g_string_append_printf (xml, " %s=\"", attribute);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (bits & (1u << i))
      {
        g_string_append_printf (xml, "%s%s", separator, areas[i]);
        separator = " ";
      }
  g_string_append_c (xml, '"');
}

/* Three bytes a taxon: where it stands, what it is, where it lives. A parent may come after
 * its children, and taxa may stand in a circle. */
static void
add_taxa (Input *self,
          GString *xml)
{
  for (guint i = 0; i < self->n_taxa; i++)
    {
      const guint place = take (self);
      const guint what = take (self);
      const guint range = take (self);
      const guint parent = place % (self->n_taxa + 1);
      const gboolean is_moved = what >= 120;

      g_string_append_printf (xml, "<taxon id=\"t.%u\" authority-id=\"authority.t\" name=\"Taxon\" rank=\"%s\"", i, ranks[what % G_N_ELEMENTS (ranks)]);
      if (parent < self->n_taxa)
        g_string_append_printf (xml, " parent-id=\"t.%u\"", parent);
      if (what / 6 % 4 > 1)
        g_string_append_printf (xml, " migratory=\"%s\"", what / 6 % 4 == 2 ? "yes" : "no");
      if (what / 24 % 4 == 1)
        g_string_append (xml, " name-kind=\"unaccepted\"");
      add_areas (xml, "range", range);
      if (!is_moved)
        g_string_append (xml, "/>");
      else
        g_string_append_printf (xml, "><placement parent-id=\"t.%u\" valid-from=\"%u-01-01\"/></taxon>", range / 16 % self->n_taxa, 1975 + range % N_DAYS);
      self->has_placements |= is_moved;
    }
}

/* Six bytes a row. */
static void
add_rows (Input *self,
          GString *xml)
{
  static const char *const changes[] = { "addition", "addition", "addition", "deletion", "deletion", "reservation", "withdrawal" };

  for (guint i = 0; i < MAX_ROWS && self->size > 0; i++)
    {
      const guint taxon = take (self) % self->n_taxa;
      const guint what = take (self);
      const guint day = take (self);
      const guint scope = take (self);
      const guint other = take (self);
      const guint more = take (self);
      const char *change = changes[what % G_N_ELEMENTS (changes)];
      const char *appendix = appendices[what / G_N_ELEMENTS (changes) % G_N_ELEMENTS (appendices)];

      g_string_append_printf (xml, "<listing id=\"l.%02u\" instrument-id=\"instrument.i\" taxon-id=\"t.%u\" change=\"%s\" appendix=\"%s\"", i, taxon, change, appendix);
      if (day % 32 < 2)
        g_string_append (xml, " precision=\"placeholder\"");
      else
        g_string_append_printf (xml, " effective=\"%u-01-01\"", 1975 + day % N_DAYS);
      if (day / 32 == 1)
        g_string_append_printf (xml, " text-from=\"%u-01-01\"", 1975 + day % N_DAYS / 2);
      if (day / 32 == 2)
        g_string_append_printf (xml, " effective-to=\"%u-01-01\"", 1975 + day % N_DAYS + 3);
      if (scope / 16 % 4 == 1)
        add_areas (xml, "area-ids", scope);
      if (scope / 16 % 4 == 2)
        add_areas (xml, "except-area-ids", scope);
      if (scope / 16 % 4 == 1 && scope >= 128)
        add_areas (xml, "except-area-ids", ~scope);
      if (other % 8 == 1)
        g_string_append_printf (xml, " except-taxon-ids=\"t.%u\"", other / 8 % self->n_taxa);
      if (other % 8 == 2)
        g_string_append_printf (xml, " included-in-id=\"t.%u\"", other / 8 % self->n_taxa);
      if (other % 8 == 3)
        g_string_append_printf (xml, " also-taxon-ids=\"t.%u\"", other / 8 % self->n_taxa);
      if (other % 8 == 4 && i > 0)
        g_string_append_printf (xml, " target-id=\"l.%02u\"", other / 8 % i);
      if (other % 8 == 5)
        g_string_append (xml, " residual=\"yes\"");
      if (other % 8 == 6)
        g_string_append (xml, " partial=\"yes\"");
      if (more % 8 < G_N_ELEMENTS (areas))
        g_string_append_printf (xml, " party-id=\"%s\"", areas[more % 8]);
      if (more / 8 % 8 == 1)
        g_string_append_printf (xml, " territory-id=\"%s\"", areas[more / 64]);
      if (more / 8 % 8 == 2)
        g_string_append (xml, " amendment-only=\"yes\"");
      if (more / 8 % 8 == 3)
        g_string_append (xml, "><scope-text xml:lang=\"en\">some populations</scope-text></listing>");
      else
        g_string_append (xml, "/>");
    }
}

static SaigaSnapshot *
make_snapshot (Input *self)
{
  g_autoptr(GString) xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset xmlns=\"urn:saiga:dataset\" version=\"1\"><authorities>"
                                          "<authority id=\"authority.t\" date=\"2030-01-01\" instrument-ids=\"instrument.i\"><name xml:lang=\"en\">T</name></authority>"
                                          "</authorities><areas>");
  const guint kind = take (self);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  SaigaSnapshot *snapshot;

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_string_append_printf (xml, "<area id=\"%s\" kind=\"country\"><name xml:lang=\"en\">Area</name></area>", areas[i]);
  g_string_append (xml, "</areas><taxa>");
  self->n_taxa = 1 + kind / 8 % MAX_TAXA;
  add_taxa (self, xml);
  g_string_append_printf (xml, "</taxa><instruments><instrument id=\"instrument.i\" kind=\"convention\" entry-into-force=\"%u-01-01\"%s%s reservation-days=\"90\">"
                               "<name xml:lang=\"en\">I</name><appendix code=\"I\"/><appendix code=\"II\"/><appendix code=\"III\"%s/></instrument></instruments><listings>",
                          IN_FORCE, kind & 1 ? " exclusive=\"yes\"" : "", kind & 2 ? " higher-taxon=\"migratory\"" : "", kind & 4 ? " party-listed=\"yes\"" : "");
  add_rows (self, xml);
  g_string_append (xml, "</listings></dataset>");
  bytes = g_bytes_new (xml->str, xml->len);
  snapshot = saiga_snapshot_new_from_bytes (bytes, &error);
  g_assert_no_error (error);

  return snapshot;
}

/* ---- asking */

static void
assert_same (SaigaStatus *first,
             SaigaStatus *second)
{
  g_autofree char *text = saiga_status_to_string (first);
  g_autofree char *other = saiga_status_to_string (second);

  g_assert_cmpstr (text, ==, other);
  g_assert_cmpint (saiga_status_get_certainty (first), ==, saiga_status_get_certainty (second));
  g_assert_cmpint (saiga_status_get_incomplete (first), ==, saiga_status_get_incomplete (second));
}

/* What is listed below the taxon, and how certain the answer is, may change within an interval. */
static void
assert_same_listed (SaigaStatus *first,
                    SaigaStatus *second)
{
  g_auto(GStrv) explicit = saiga_status_list_explicit (first);
  g_auto(GStrv) inherited = saiga_status_list_inherited (first);
  g_auto(GStrv) other_explicit = saiga_status_list_explicit (second);
  g_auto(GStrv) other_inherited = saiga_status_list_inherited (second);

  g_assert_true (g_strv_equal ((const char *const *) explicit, (const char *const *) other_explicit));
  g_assert_true (g_strv_equal ((const char *const *) inherited, (const char *const *) other_inherited));
  g_assert_cmpint (saiga_status_get_outcome (first), ==, saiga_status_get_outcome (second));
}

static void
assert_status (SaigaLaw *law,
               const char *taxon_id,
               const char *area_id,
               SaigaDate *date,
               SaigaStatus *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaStatus) status = saiga_status_new (law, taxon_id, area_id, date, &error);

  g_assert_no_error (error);
  assert_same (status, expected);
}

/* What is told beside the answer can be made. */
static void
check_details (SaigaStatus *status)
{
  GListModel *pieces = saiga_status_get_listings (status);

  for (guint i = 0; i < saiga_status_get_n_reasons (status); i++)
    {
      g_autofree char *text = saiga_reason_dup_text (saiga_status_get_reason (status, i), "en");

      g_assert_true (g_str_has_suffix (text, "."));
    }
  for (guint i = 0; i < g_list_model_get_n_items (pieces); i++)
    g_object_unref (g_list_model_get_item (pieces, i));
  g_list_model_get_n_items (saiga_status_get_reservations (status));
}

/* Intervals follow each other without a gap; what each says is what is asked on its first
 * and on its last day. */
static void
check_timeline (SaigaLaw *law,
                const char *taxon_id,
                const char *area_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaTimeline) timeline = saiga_timeline_new (law, taxon_id, area_id, &error);
  g_autoptr(SaigaDate) end = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr(SaigaTimelineInterval) interval = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      SaigaStatus *status = saiga_timeline_interval_get_status (interval);
      SaigaDate *start = saiga_timeline_interval_get_start (interval);
      SaigaDate *until = saiga_timeline_interval_get_until (interval);

      g_assert_true (end == NULL ? i == 0 : saiga_date_equal (start, end));
      assert_status (law, taxon_id, area_id, start, status);
      g_clear_pointer (&end, saiga_date_unref);
      if (until != NULL)
        {
          g_autoptr(SaigaDate) last = saiga_date_new_for_day (saiga_date_get_earliest_day (until) - 1, NULL);
          g_autoptr(SaigaStatus) asked_last = NULL;

          g_assert_cmpint (saiga_date_compare (start, until), <, 0);
          asked_last = saiga_status_new (law, taxon_id, area_id, last, NULL);
          assert_same_listed (asked_last, status);
          end = saiga_date_ref (until);
        }
    }
  g_assert_null (end);
  g_list_model_get_n_items (saiga_timeline_get_short (timeline));
  g_list_model_get_n_items (saiga_timeline_get_marks (timeline));
}

static void
check_table (SaigaLaw *law,
             guint n_taxa,
             const char *area_id,
             SaigaDate *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaStatusTable) table = saiga_status_table_new (law, area_id, date, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_taxa; i++)
    {
      g_autofree char *taxon_id = g_strdup_printf ("t.%u", i);
      g_autoptr(SaigaStatus) status = saiga_status_table_lookup (table, taxon_id);

      assert_status (law, taxon_id, area_id, date, status);
      check_details (status);
    }
}

static void
check_all_timelines (SaigaLaw *law)
{
  g_autoptr(SaigaTimelineTable) table = saiga_timeline_table_new (law);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr(SaigaTimeline) timeline = g_list_model_get_item (G_LIST_MODEL (table), i);
      g_autoptr(SaigaTimeline) other = saiga_timeline_new (law, saiga_record_get_id (SAIGA_RECORD (saiga_timeline_get_taxon (timeline))), NULL, NULL);
      g_autofree char *text = saiga_timeline_to_string (timeline);
      g_autofree char *asked_alone = saiga_timeline_to_string (other);

      g_assert_cmpstr (text, ==, asked_alone);
    }
}

/* From the first day to the last, each change has a sentence; and a day differs in nothing from itself. */
static void
check_changes (SaigaLaw *law,
               SaigaDate *from,
               SaigaDate *to)
{
  g_autoptr(SaigaLawChanges) changes = saiga_law_changes_new (law, from, to, NULL, NULL);
  g_autoptr(SaigaLawChanges) none = saiga_law_changes_new (law, to, to, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (changes)); i++)
    {
      g_autoptr(SaigaLawChange) change = g_list_model_get_item (G_LIST_MODEL (changes), i);
      g_autofree char *text = saiga_law_change_dup_text (change, "en");

      g_assert_true (g_str_has_suffix (text, "."));
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (saiga_law_changes_get_consequences (none)), ==, 0);
}

static void
check_law (SaigaLaw *law,
           const Input *input)
{
  g_autoptr(SaigaDate) first = saiga_date_new (1975, 1, 1, NULL);
  g_autoptr(SaigaDate) last = saiga_date_new (1975 + N_DAYS, 1, 1, NULL);

  for (guint n = 0; n < G_N_ELEMENTS (asked); n++)
    {
      for (guint i = 0; i < input->n_taxa; i++)
        {
          g_autofree char *taxon_id = g_strdup_printf ("t.%u", i);

          check_timeline (law, taxon_id, asked[n]);
        }
      check_table (law, input->n_taxa, asked[n], first);
      check_table (law, input->n_taxa, asked[n], last);
      for (guint year = IN_FORCE; year < 1975 + N_DAYS; year += 3)
        {
          g_autoptr(SaigaDate) date = saiga_date_new (year, 1, 1, NULL);

          check_table (law, input->n_taxa, asked[n], date);
        }
    }
  if (!input->has_placements)
    check_all_timelines (law);
  check_changes (law, first, last);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autoptr(GListModel) duties = G_LIST_MODEL (saiga_binding_new (law, areas[i], NULL, last, NULL));

      g_list_model_get_n_items (duties);
    }
}

int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t size)
{
  Input input = { .data = data, .size = size };
  g_autoptr(SaigaSnapshot) snapshot = make_snapshot (&input);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaLaw) law = saiga_law_new (snapshot, "instrument.i", &error);
  g_autoptr(SaigaLaw) printed = NULL;

  g_assert_no_error (error);
  printed = saiga_law_new_printed (snapshot, "instrument.i", &error);
  g_assert_no_error (error);
  check_law (law, &input);
  check_law (printed, &input);

  return 0;
}
