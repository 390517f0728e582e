/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What becomes of reviews when the facts change, and where two conventions follow different
 * references. */

#include "saiga-check-private.h"
#include "saiga-concordance-finding-private.h"
#include "saiga-concordance-private.h"
#include "saiga-standards-private.h"

static const SaigaProblemKind kinds[] = {
  { "review-orphan", SAIGA_SEVERITY_WARNING, N_ ("What was reviewed is gone: %1"),
    N_ ("A taxon that the review is about is no longer an accepted taxon of the two lists. The review is kept, and has no effect."),
    N_ ("Review the taxon that took its place, and withdraw this review.") },
  { "review-stale", SAIGA_SEVERITY_WARNING, N_ ("A fact that the review stands on has changed: %1"),
    N_ ("A review remembers the facts it was made on. One of them is gone or has another value. The review still applies, but whoever "
        "made it may decide otherwise now."),
    N_ ("Look at the case again, and enter a new review.") },
  { "review-questioned", SAIGA_SEVERITY_INFORMATION, N_ ("The facts are the same, but “%1” is computed now, and “%2” was then"),
    N_ ("The facts that the review stands on have not changed, but other facts or the rules have, so that the computed value is "
        "another. The review still applies."),
    N_ ("Look at the case again; a new review remembers the value that is computed now.") },
  { "review-superseded", SAIGA_SEVERITY_INFORMATION, N_ ("“%1” is a newer review of the same subject and axis"),
    N_ ("The newest review of a subject and axis that is not withdrawn applies. This one is kept as history."), NULL },
  { "standard-reference-differs", SAIGA_SEVERITY_INFORMATION,
    N_ ("“%1” is the standard reference here, “%3” that of “%2”, for shared taxa such as %4 (in all %5)"),
    N_ ("Two instruments that list the same taxa follow different works for their names. Names and concepts may differ because of it; "
        "the joint work programme asks for harmonisation."),
    NULL },
};

/* ---- pairs of authorities */

static char *
print_pair (const char *a,
            const char *b)
{
  return g_strdup_printf ("%s %s", a, b);
}

static SaigaConcordance *
compare_lists (SaigaValidation *validation,
               const char *a,
               const char *b)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);

  if (!SAIGA_IS_AUTHORITY (saiga_snapshot_lookup (snapshot, a)) || !SAIGA_IS_AUTHORITY (saiga_snapshot_lookup (snapshot, b)))
    return NULL;

  /* Without a day of checking or of the lists, there is no day to compare on. */
  return saiga_concordance_new (snapshot, a, b, _saiga_validation_get_date (validation), NULL);
}

/* ---- reviews */

/* A taxon of neither list is another mistake, which has a problem of its own. */
static void
report_orphan (SaigaValidation *validation,
               SaigaReview *review)
{
  for (const char *const *id = saiga_review_get_taxon_ids (review); *id != NULL; id++)
    {
      SaigaTaxon *taxon = _saiga_validation_lookup (validation, *id, SAIGA_TYPE_TAXON);

      if (taxon == NULL || saiga_taxon_get_name_kind (taxon) != SAIGA_TAXON_NAME_KIND_ACCEPTED)
        _saiga_validation_add (validation, "review-orphan", SAIGA_RECORD (review), "taxon-ids", *id, NULL);
    }
}

static void
report_state (SaigaValidation *validation,
              SaigaConcordanceReview *stands)
{
  SaigaReview *review = saiga_concordance_review_get_review (stands);
  const char *const *changes = saiga_concordance_review_get_changes (stands);

  switch (saiga_concordance_review_get_state (stands))
    {
    case SAIGA_REVIEW_STATE_ORPHAN:
      report_orphan (validation, review);
      break;
    case SAIGA_REVIEW_STATE_STALE:
      for (guint i = 0; changes[i] != NULL; i++)
        _saiga_validation_add (validation, "review-stale", SAIGA_RECORD (review), "bases", changes[i], NULL);
      break;
    case SAIGA_REVIEW_STATE_QUESTIONED:
      _saiga_validation_add (validation, "review-questioned", SAIGA_RECORD (review), "computed", saiga_concordance_review_get_computed (stands),
                             saiga_review_get_computed (review), NULL);
      break;
    case SAIGA_REVIEW_STATE_CONFIRMED:
    case SAIGA_REVIEW_STATE_ACTIVE:
    default:
      break;
    }
}

/* Where the lists can not be compared, what the records themselves show. */
static void
report_without_lists (SaigaValidation *validation,
                      const SaigaReviews *reviews)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);

  for (guint i = 0; i < reviews->reviews->len; i++)
    {
      SaigaReview *review = reviews->reviews->pdata[i];
      gboolean is_orphan = FALSE;
      g_autoptr(SaigaConcordanceReview) stands = NULL;

      for (const char *const *id = saiga_review_get_taxon_ids (review); *id != NULL; id++)
        is_orphan |= saiga_snapshot_lookup (snapshot, *id) == NULL;
      stands = _saiga_concordance_review_new (review, snapshot, is_orphan, NULL);
      report_state (validation, stands);
    }
}

static void
report_superseded (SaigaValidation *validation,
                   const SaigaReviews *reviews)
{
  GListModel *all = saiga_snapshot_get_records (_saiga_validation_get_snapshot (validation), SAIGA_TYPE_REVIEW);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(SaigaReview) review = g_list_model_get_item (all, i);
      SaigaReview *newest = _saiga_reviews_find_newest (reviews, review);

      if (newest != NULL && newest != review)
        _saiga_validation_add (validation, "review-superseded", SAIGA_RECORD (review), NULL, _saiga_record_peek_id (SAIGA_RECORD (newest)), NULL);
    }
}

static void
check_reviews_of (SaigaValidation *validation,
                  const char *a,
                  const char *b)
{
  SaigaReviews *reviews = _saiga_reviews_new (_saiga_validation_get_snapshot (validation), a, b);
  g_autoptr(SaigaConcordance) concordance = compare_lists (validation, a, b);

  report_superseded (validation, reviews);
  if (concordance == NULL)
    report_without_lists (validation, reviews);
  else
    {
      g_autoptr(GListModel) list = saiga_concordance_list_reviews (concordance);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr(SaigaConcordanceReview) stands = g_list_model_get_item (list, i);

          report_state (validation, stands);
        }
    }
  _saiga_reviews_free (reviews);
}

static void
check_reviews (SaigaValidation *validation)
{
  GListModel *reviews = saiga_snapshot_get_records (_saiga_validation_get_snapshot (validation), SAIGA_TYPE_REVIEW);
  g_autoptr(GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr(SaigaReview) review = g_list_model_get_item (reviews, i);
      const char *const *ids = saiga_review_get_authority_ids (review);

      if (ids[0] != NULL && ids[1] != NULL && g_hash_table_add (done, print_pair (ids[0], ids[1])))
        check_reviews_of (validation, ids[0], ids[1]);
    }
}

/* ---- standard references */

typedef struct
{
  SaigaStandardReference *a;
  SaigaStandardReference *b;
  const char *example; /* the concordance keeps it */
  guint n;
} Difference;

/* How often two references stand against each other; in the order in which they turn up. */
static void
count_difference (GArray *differences,
                  SaigaStandardReference *a,
                  SaigaStandardReference *b,
                  const char *example)
{
  guint i = 0;

  while (i < differences->len && (g_array_index (differences, Difference, i).a != a || g_array_index (differences, Difference, i).b != b))
    i++;
  if (i == differences->len)
    g_array_append_val (differences, ((Difference){ a, b, example, 0 }));
  g_array_index (differences, Difference, i).n++;
}

static void
find_differences (const SaigaRows *rows,
                  const SaigaStandards *standards,
                  GArray *differences)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const SaigaRow *row = _saiga_rows_get (rows, i);
      const SaigaSideTaxon *taxa[2];
      SaigaStandardReference *found[2];

      if (!_saiga_row_is_shared (row) || row->n_members[0] == 0 || row->n_members[1] == 0)
        continue;
      for (guint side = 0; side < 2; side++)
        {
          taxa[side] = _saiga_rows_get_members (rows, row, side)[0];
          found[side] = _saiga_standards_find (standards, rows->sides[side], taxa[side]);
        }
      if (found[0] != NULL && found[1] != NULL && _saiga_standards_differ (standards, found[0], found[1]))
        count_difference (differences, found[0], found[1], taxa[0]->name);
    }
}

static void
check_standards_of (SaigaValidation *validation,
                    const SaigaStandards *standards,
                    const char *a,
                    const char *b)
{
  g_autoptr(SaigaConcordance) concordance = compare_lists (validation, a, b);
  g_autoptr(GArray) differences = g_array_new (FALSE, FALSE, sizeof (Difference));

  if (concordance == NULL)
    return;
  find_differences (concordance->rows, standards, differences);
  for (guint i = 0; i < differences->len; i++)
    {
      const Difference *difference = &g_array_index (differences, Difference, i);
      g_autofree char *n = g_strdup_printf ("%u", difference->n);

      _saiga_validation_add (validation, "standard-reference-differs", SAIGA_RECORD (difference->a), "document-id",
                             saiga_standard_reference_get_document_id (difference->a), _saiga_record_peek_id (SAIGA_RECORD (difference->b)),
                             saiga_standard_reference_get_document_id (difference->b), difference->example, n, NULL);
    }
}

/* The authorities whose taxa have references, in id order. */
static void
check_standards (SaigaValidation *validation)
{
  SaigaSnapshot *snapshot = _saiga_validation_get_snapshot (validation);
  g_autoptr(SaigaStandards) standards = _saiga_standards_new (snapshot);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) authorities = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, standards->by_taxon);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      SaigaRecord *taxon = saiga_snapshot_lookup (snapshot, id);
      const char *authority_id = SAIGA_IS_TAXON (taxon) ? saiga_taxon_get_authority_id (SAIGA_TAXON (taxon)) : NULL;

      if (authority_id != NULL && g_hash_table_add (seen, (gpointer) authority_id))
        g_ptr_array_add (authorities, (gpointer) authority_id);
    }
  g_ptr_array_sort (authorities, _saiga_compare_strings);
  for (guint i = 0; i < authorities->len; i++)
    for (guint n = i + 1; n < authorities->len; n++)
      check_standards_of (validation, standards, authorities->pdata[i], authorities->pdata[n]);
}

static const SaigaCheck checks[] = {
  { NULL, NULL, check_reviews },
  { NULL, NULL, check_standards },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
