/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-law-changes-private.h"

/* What became different for one taxon. */

/* Whether a taxon is asked about; SAIGA_NO_NODE: all are. */
gboolean
_saiga_law_is_under (guint node,
                     SaigaBook *book,
                     guint under)
{
  return under == SAIGA_NO_NODE || node == under || _saiga_book_is_above (book, under, node);
}

/* ---- the own listings of one taxon on two days */

/* Of one appendix that each Party fills on its own, one Party; else all others together. */
typedef struct
{
  GPtrArray *listings; /* of SaigaListing */
  GPtrArray *scopes;   /* of char *: what each covers, to compare */
  guint32 appendices;
} Stand;

static void
stand_init (Stand *self)
{
  self->listings = g_ptr_array_new ();
  self->scopes = g_ptr_array_new_with_free_func (g_free);
  self->appendices = 0;
}

static void
stand_clear (Stand *self)
{
  g_ptr_array_unref (self->listings);
  g_ptr_array_unref (self->scopes);
}

static char *
describe_scope (SaigaBook *book,
                const SaigaPiece *piece)
{
  g_auto(GStrv) areas = _saiga_area_sets_list (book->areas, piece->areas);
  SaigaText *words = saiga_listing_get_scope_text (piece->listing);
  g_autoptr(GPtrArray) excepts = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *left_out = NULL;

  qsort (areas, g_strv_length (areas), sizeof (char *), _saiga_compare_strings);
  for (guint i = 0; i < piece->n_excepts; i++)
    g_ptr_array_add (excepts, (gpointer) _saiga_record_peek_id (SAIGA_RECORD (SAIGA_NODE (book, g_array_index (book->excepts, guint, piece->first_except + i))->taxon)));
  g_ptr_array_sort (excepts, _saiga_compare_strings);
  g_ptr_array_add (excepts, NULL);
  joined = g_strjoinv (" ", areas);
  left_out = g_strjoinv (" ", (char **) excepts->pdata);

  return g_strdup_printf ("%u %s %s; %s; %s", piece->appendix, piece->is_named ? "only" : "not", joined, left_out,
                          words != NULL ? saiga_text_get_words (words, "en") : "");
}

/* @party: NULL for the appendices that the conference fills, or for listings that name none. */
static void
collect_stand (SaigaBook *book,
               guint node,
               int day,
               int appendix,
               const char *party,
               Stand *stand)
{
  const SaigaNode *at = node != SAIGA_NO_NODE ? SAIGA_NODE (book, node) : NULL;

  for (guint i = 0; at != NULL && i < at->n_pieces; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, at->first_piece + i);
      gboolean is_party_listed = (book->party_listed & (1u << piece->appendix)) != 0;

      if (day < book->in_force || !_saiga_piece_stands (piece, day))
        continue;
      if (appendix < 0 ? is_party_listed
                       : piece->appendix != (guint) appendix || g_strcmp0 (saiga_listing_get_party_id (piece->listing), party) != 0)
        continue;
      g_ptr_array_add (stand->listings, piece->listing);
      g_ptr_array_add (stand->scopes, describe_scope (book, piece));
      stand->appendices |= 1u << piece->appendix;
    }
  g_ptr_array_sort (stand->scopes, _saiga_compare_strings);
}

static gboolean
is_same_scope (const Stand *old,
               const Stand *new)
{
  if (old->scopes->len != new->scopes->len)
    return FALSE;
  for (guint i = 0; i < old->scopes->len; i++)
    if (!g_str_equal (old->scopes->pdata[i], new->scopes->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_listing (const Stand *stand,
             SaigaListing *listing)
{
  for (guint i = 0; i < stand->listings->len; i++)
    if (g_strcmp0 (_saiga_record_peek_id (SAIGA_RECORD (stand->listings->pdata[i])), _saiga_record_peek_id (SAIGA_RECORD (listing))) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_same_rows (const Stand *old,
               const Stand *new)
{
  if (old->listings->len != new->listings->len)
    return FALSE;
  for (guint i = 0; i < old->listings->len; i++)
    if (!has_listing (new, old->listings->pdata[i]))
      return FALSE;

  return TRUE;
}

/* ---- what became different */

/* The last day, until @until, on which something of the taxon began or ended. */
static int
find_day (SaigaBook *book,
          guint node,
          guint32 appendices,
          int until)
{
  const SaigaNode *at = node != SAIGA_NO_NODE ? SAIGA_NODE (book, node) : NULL;
  int day = G_MININT;

  for (guint i = 0; at != NULL && i < at->n_pieces; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, at->first_piece + i);

      if ((appendices & (1u << piece->appendix)) == 0)
        continue;
      if (piece->from <= until)
        day = MAX (day, piece->from);
      if (piece->to <= until)
        day = MAX (day, piece->to);
    }

  return day != G_MININT ? day : SAIGA_FOREVER;
}

void
_saiga_law_changes_add (SaigaLawChanges *self,
                        const SaigaLawChangeFacts *facts)
{
  g_ptr_array_add (self->changes, _saiga_law_change_new (self->new_law, facts));
}

SaigaTaxon *
_saiga_law_pair_get_taxon (const SaigaLawPair *pair)
{
  return pair->new_node != SAIGA_NO_NODE ? SAIGA_NODE (pair->new_book, pair->new_node)->taxon : SAIGA_NODE (pair->old_book, pair->old_node)->taxon;
}

SaigaLawChangeCause
_saiga_law_pair_get_cause (const SaigaLawPair *pair)
{
  const SaigaNode *old;
  const SaigaNode *new;

  if (pair->old_node == SAIGA_NO_NODE)
    return SAIGA_LAW_CHANGE_CAUSE_DESCRIBED;
  if (pair->new_node == SAIGA_NO_NODE)
    return SAIGA_LAW_CHANGE_CAUSE_DROPPED;
  old = SAIGA_NODE (pair->old_book, pair->old_node);
  new = SAIGA_NODE (pair->new_book, pair->new_node);
  if (pair->old_book == pair->new_book)
    return SAIGA_LAW_CHANGE_CAUSE_LISTING;

  return g_strcmp0 (saiga_taxon_get_parent_id (old->taxon), saiga_taxon_get_parent_id (new->taxon)) != 0 ? SAIGA_LAW_CHANGE_CAUSE_MOVED
                                                                                                         : SAIGA_LAW_CHANGE_CAUSE_LISTING;
}

static void
compare_stand (SaigaLawChanges *self,
               const SaigaLawPair *pair,
               int appendix,
               const char *party)
{
  const gboolean is_of_party = appendix >= 0;
  SaigaLawChangeFacts facts = { .party_id = party };
  Stand old;
  Stand new;
  gboolean differs = TRUE;

  stand_init (&old);
  stand_init (&new);
  collect_stand (pair->old_book, pair->old_node, pair->from, appendix, party, &old);
  collect_stand (pair->new_book, pair->new_node, pair->to, appendix, party, &new);

  if (old.listings->len == 0 && new.listings->len == 0)
    differs = FALSE;
  else if (old.listings->len == 0)
    facts.kind = is_of_party ? SAIGA_LAW_CHANGE_KIND_PARTY_ADDED : SAIGA_LAW_CHANGE_KIND_ADDED;
  else if (new.listings->len == 0)
    facts.kind = is_of_party ? SAIGA_LAW_CHANGE_KIND_PARTY_ENDED : SAIGA_LAW_CHANGE_KIND_REMOVED;
  else if (old.appendices != new.appendices)
    facts.kind = SAIGA_LAW_CHANGE_KIND_TRANSFERRED;
  else if (!is_of_party && !is_same_scope (&old, &new))
    facts.kind = SAIGA_LAW_CHANGE_KIND_SCOPE_CHANGED;
  else if (!has_same_rows (&old, &new))
    facts.kind = is_of_party ? SAIGA_LAW_CHANGE_KIND_PARTY_AMENDED : SAIGA_LAW_CHANGE_KIND_AMENDED;
  else
    differs = FALSE;

  if (differs)
    {
      facts.taxon = _saiga_law_pair_get_taxon (pair);
      facts.before = old.appendices;
      facts.after = new.appendices;
      facts.old_listings = old.listings;
      facts.new_listings = new.listings;
      facts.effective = find_day (pair->new_book, pair->new_node, old.appendices | new.appendices, pair->to);
      _saiga_law_changes_add (self, &facts);
      g_hash_table_add (self->changed, g_strdup (_saiga_record_peek_id (SAIGA_RECORD (facts.taxon))));
    }
  stand_clear (&old);
  stand_clear (&new);
}

static void
add_parties (SaigaBook *book,
             guint node,
             guint appendix,
             GPtrArray *parties)
{
  const SaigaNode *at = node != SAIGA_NO_NODE ? SAIGA_NODE (book, node) : NULL;

  for (guint i = 0; at != NULL && i < at->n_pieces; i++)
    {
      const SaigaPiece *piece = SAIGA_PIECE (book, at->first_piece + i);
      const char *party = saiga_listing_get_party_id (piece->listing);

      if (piece->appendix == appendix && party != NULL && !g_ptr_array_find_with_equal_func (parties, party, g_str_equal, NULL))
        g_ptr_array_add (parties, (gpointer) party);
    }
}

/* The appendices that the conference fills, then those of each Party. */
void
_saiga_law_changes_compare_taxon (SaigaLawChanges *self,
                                  const SaigaLawPair *pair)
{
  compare_stand (self, pair, -1, NULL);
  for (guint appendix = 0; pair->new_book->codes[appendix] != NULL; appendix++)
    if ((pair->new_book->party_listed & (1u << appendix)) != 0)
      {
        g_autoptr(GPtrArray) parties = g_ptr_array_new ();

        add_parties (pair->old_book, pair->old_node, appendix, parties);
        add_parties (pair->new_book, pair->new_node, appendix, parties);
        g_ptr_array_sort (parties, _saiga_compare_strings);
        compare_stand (self, pair, (int) appendix, NULL);
        for (guint i = 0; i < parties->len; i++)
          compare_stand (self, pair, (int) appendix, parties->pdata[i]);
      }
}
