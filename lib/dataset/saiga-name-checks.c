/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with authorities, areas and taxa. */

#include <string.h>

#include <saiga/saiga-text.h>

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "authority-shared", SAIGA_SEVERITY_WARNING, N_ ("“%1” serves %2 too, and neither authority is an earlier release of the other"),
    N_ ("Two authorities name the same instrument. The listings of an instrument use the taxa of one list, and a newer release "
        "names the older one as its predecessor; with two lists at once it is open which of them an entry means."),
    N_ ("Name the older of the two as predecessor of the newer, or take the instrument from one of them.") },
  { "area-code-duplicate", SAIGA_SEVERITY_ERROR, N_ ("“%1” has the code %2 on the same day"),
    N_ ("Two areas have one ISO 3166 code at the same time, so that a file that gives the code alone can not be read. A code may "
        "be given anew, as CS was, but only when the area that had it no longer exists."),
    N_ ("Correct the code, or say until when the former area existed.") },
  { "area-region-empty", SAIGA_SEVERITY_WARNING, N_ ("The %1 has no members"),
    N_ ("A region or union says neither of which areas it consists nor, in words, how far it extends. Whatever is said of it "
        "then holds for no country."),
    N_ ("Add its members, or its coverage in words.") },
  { "area-member-dissolved", SAIGA_SEVERITY_WARNING, N_ ("“%1” is a member at a time when it did not exist"),
    N_ ("A region or union counts an area among its members before the area existed or after it had ceased to exist. A "
        "membership without an end is one that still holds."),
    N_ ("Give the membership the dates of the area, and add the successors as members.") },
  { "taxon-parent-rank", SAIGA_SEVERITY_ERROR, N_ ("The parent “%1” is a %2, which is not above a %3"),
    N_ ("A taxon stands below another one of the same or a lower rank. What a listing of a higher taxon covers is found by going "
        "up from parent to parent, so a wrong parent makes wrong answers."),
    N_ ("Correct the parent or one of the two ranks.") },
  { "taxon-parent-authority", SAIGA_SEVERITY_ERROR, N_ ("“%1” is of the authority “%2”"),
    N_ ("A taxon names one of another authority as its parent or as the concept that it was split from. Each authority has a tree "
        "of its own; how the concepts of two authorities are related is never assumed but found by the concordance."),
    N_ ("Name the taxon of the same authority.") },
  { "taxon-parent-missing", SAIGA_SEVERITY_WARNING, N_ ("The %1 has taxa below it, but no parent"),
    N_ ("A taxon below the rank of kingdom stands at the top of a tree. A listing of a higher taxon can not reach it. A taxon "
        "that stands quite alone, as in lists without a hierarchy, is not meant."),
    N_ ("Name its parent.") },
  { "taxon-name-rank", SAIGA_SEVERITY_WARNING, N_ ("“%1” is not the name of a %2"),
    N_ ("The number of words, or a word such as “var.”, does not fit the rank: the name of a genus or a higher taxon has one "
        "word, that of a species two, that of a subspecies three. Such names are often common names that stand in the wrong "
        "column, or names whose rank is wrong, and are not found under their own name."),
    N_ ("Correct the name or the rank.") },
  { "taxon-synonym-accepted", SAIGA_SEVERITY_INFORMATION, N_ ("The synonym “%1” is the accepted name of “%2”"),
    N_ ("An authority has one name both as a synonym and as the accepted name of a taxon. That can be right: part of an older, "
        "wider concept was given another name. Whoever looks the name up finds both."),
    N_ ("If the synonym holds for a part of the older concept only, say so by its kind.") },
  { "taxon-source", SAIGA_SEVERITY_WARNING, N_ ("%1 is known, but no source says so"),
    N_ ("Whether a taxon migrates (CMS, Article I 1 (a)) or is traded internationally decides whether it may be listed, and what "
        "an entry of a higher taxon covers. Such a fact must say where it comes from."),
    N_ ("Name the source, or leave the fact unknown.") },
};

/* ---- authorities */

/* Notes which authorities are earlier releases, for which instrument. */
static void
supersede (SaigaValidation *validation,
           SaigaAuthority *authority,
           const char *instrument,
           GHashTable *superseded)
{
  const char *id = saiga_authority_get_predecessor_id (authority);

  while (id != NULL && g_hash_table_add (superseded, g_strdup_printf ("%s %s", instrument, id)))
    {
      SaigaAuthority *predecessor = _saiga_validation_lookup (validation, id, SAIGA_TYPE_AUTHORITY);

      id = predecessor != NULL ? saiga_authority_get_predecessor_id (predecessor) : NULL;
    }
}

static void
check_authorities (SaigaValidation *validation)
{
  g_autoptr(GHashTable) superseded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) serving = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_validation_start (validation, SAIGA_TYPE_AUTHORITY, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    for (const char *const *id = saiga_authority_get_instrument_ids (record); *id != NULL; id++)
      supersede (validation, record, *id, superseded);

  for (_saiga_validation_start (validation, SAIGA_TYPE_AUTHORITY, &iter); (record = _saiga_table_iter_next (&iter)) != NULL;)
    for (const char *const *id = saiga_authority_get_instrument_ids (record); *id != NULL; id++)
      {
        g_autofree char *key = g_strdup_printf ("%s %s", *id, _saiga_record_peek_id (record));
        SaigaRecord *other = g_hash_table_lookup (serving, *id);

        if (g_hash_table_contains (superseded, key))
          continue;
        if (other != NULL)
          _saiga_validation_add (validation, "authority-shared", record, "instrument-ids", _saiga_record_peek_id (other), *id, NULL);
        else
          g_hash_table_insert (serving, (gpointer) *id, record);
      }
}

/* ---- areas */

static void
add_code_problem (SaigaValidation *validation,
                  const SaigaHolding *holding,
                  SaigaRecord *other)
{
  const char *field = holding->key[strlen ("iso")] == '2' ? "iso2" : "iso3";

  _saiga_validation_add (validation, "area-code-duplicate", holding->record, field,
                         _saiga_record_peek_id (other), holding->key + strlen ("iso2 "), NULL);
}

static void
check_area_codes (SaigaValidation *validation)
{
  g_autoptr(GArray) holdings = _saiga_holdings_new ();
  SaigaTableIter iter;
  gpointer area;

  for (_saiga_validation_start (validation, SAIGA_TYPE_AREA, &iter); (area = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *iso2 = saiga_area_get_iso2 (area);
      const char *iso3 = saiga_area_get_iso3 (area);

      if (iso2 != NULL)
        _saiga_holdings_take (holdings, g_strconcat ("iso2 ", iso2, NULL), area, saiga_area_get_valid_from (area), saiga_area_get_valid_until (area));
      if (iso3 != NULL)
        _saiga_holdings_take (holdings, g_strconcat ("iso3 ", iso3, NULL), area, saiga_area_get_valid_from (area), saiga_area_get_valid_until (area));
    }
  _saiga_holdings_check (holdings, validation, add_code_problem);
}

static void
check_area (SaigaValidation *validation,
            SaigaRecord *record)
{
  SaigaArea *area = SAIGA_AREA (record);
  SaigaAreaKind kind = saiga_area_get_kind (area);
  const SaigaPartList *members = _saiga_record_peek_parts (SAIGA_RECORD (area), "members");
  SaigaMember *member;

  if ((kind == SAIGA_AREA_KIND_REGION || kind == SAIGA_AREA_KIND_UNION) &&
      _saiga_parts_peek (members, 0) == NULL && saiga_area_get_coverage (area) == NULL)
    _saiga_validation_add (validation, "area-region-empty", record, "members", kind == SAIGA_AREA_KIND_REGION ? "region" : "union", NULL);

  for (guint i = 0; (member = _saiga_parts_peek (members, i)) != NULL; i++)
    {
      SaigaArea *target = _saiga_validation_lookup (validation, saiga_member_get_area_id (member), SAIGA_TYPE_AREA);

      if (target != NULL && _saiga_validity_leaves (saiga_member_get_valid_from (member), saiga_member_get_valid_until (member),
                                                    saiga_area_get_valid_from (target), saiga_area_get_valid_until (target)))
        _saiga_validation_add (validation, "area-member-dissolved", record, "members", saiga_member_get_area_id (member), NULL);
    }
}

/* ---- taxa */

static void
check_authority (SaigaValidation *validation,
                 SaigaTaxon *taxon,
                 SaigaTaxon *other,
                 const char *field)
{
  const char *authority = saiga_taxon_get_authority_id (taxon);
  const char *other_authority = other != NULL ? saiga_taxon_get_authority_id (other) : NULL;

  if (authority != NULL && other_authority != NULL && !g_str_equal (authority, other_authority))
    _saiga_validation_add (validation, "taxon-parent-authority", SAIGA_RECORD (taxon), field,
                           _saiga_record_peek_id (SAIGA_RECORD (other)), other_authority, NULL);
}

static void
check_parent (SaigaValidation *validation,
              SaigaTaxon *taxon,
              const char *parent_id,
              const char *field)
{
  SaigaTaxon *parent = _saiga_validation_lookup (validation, parent_id, SAIGA_TYPE_TAXON);
  SaigaTaxonRank rank = saiga_taxon_get_rank (taxon);

  if (parent == NULL)
    return;
  check_authority (validation, taxon, parent, field);

  /* Ranks are listed from the highest down. */
  if (rank != SAIGA_TAXON_RANK_UNSET && saiga_taxon_get_rank (parent) >= rank)
    _saiga_validation_add (validation, "taxon-parent-rank", SAIGA_RECORD (taxon), field,
                           parent_id, _saiga_record_peek_nick (SAIGA_RECORD (parent), "rank"), _saiga_record_peek_nick (SAIGA_RECORD (taxon), "rank"), NULL);
}

/* The rank that a word of a name stands for; unset if it is an ordinary word. */
static SaigaTaxonRank
find_rank_word (const char *word,
                gsize length)
{
  static const struct
  {
    const char *word;
    SaigaTaxonRank rank;
  } words[] = {
    { "ssp.", SAIGA_TAXON_RANK_SUBSPECIES },
    { "subsp.", SAIGA_TAXON_RANK_SUBSPECIES },
    { "var.", SAIGA_TAXON_RANK_VARIETY },
    { "f.", SAIGA_TAXON_RANK_FORM },
    { "sect.", SAIGA_TAXON_RANK_SECTION },
    { "subg.", SAIGA_TAXON_RANK_SUBGENUS },
    { "subgen.", SAIGA_TAXON_RANK_SUBGENUS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && memcmp (words[i].word, word, length) == 0)
      return words[i].rank;

  return SAIGA_TAXON_RANK_UNSET;
}

/* How the words of a name are counted: whether they can be right is for who parses names. */
static gboolean
name_fits_rank (const char *name,
                SaigaTaxonRank rank,
                gboolean is_hybrid)
{
  SaigaTaxonRank named = SAIGA_TAXON_RANK_UNSET;
  guint n_words = 0;

  for (const char *word = name; *word != '\0';)
    {
      gsize length = strcspn (word, " ");
      SaigaTaxonRank found = find_rank_word (word, length);

      if (found != SAIGA_TAXON_RANK_UNSET)
        named = found;
      /* A subgenus in parentheses and the sign of a hybrid are no names. */
      else if (word[0] != '(' && !g_str_has_prefix (word, "×"))
        n_words++;
      word += length;
      word += *word == ' ';
    }

  if (is_hybrid)
    return n_words > 0;
  if (named != SAIGA_TAXON_RANK_UNSET && named != rank)
    return FALSE;
  if (rank < SAIGA_TAXON_RANK_SUBGENUS)
    return n_words == 1;
  if (rank == SAIGA_TAXON_RANK_SUBGENUS || rank == SAIGA_TAXON_RANK_SECTION)
    return n_words == 1 || (n_words == 2 && named != SAIGA_TAXON_RANK_UNSET);
  if (rank == SAIGA_TAXON_RANK_SPECIES)
    return n_words == 2;
  if (rank == SAIGA_TAXON_RANK_SUBPOPULATION)
    return n_words >= 2;

  return n_words == 3;
}

static void
check_taxon (SaigaValidation *validation,
             SaigaRecord *record)
{
  SaigaTaxon *taxon = SAIGA_TAXON (record);
  SaigaTaxonRank rank = saiga_taxon_get_rank (taxon);
  const char *name = saiga_taxon_get_name (taxon);
  const SaigaPartList *placements = _saiga_record_peek_parts (SAIGA_RECORD (taxon), "placements");
  SaigaPlacement *placement;

  check_parent (validation, taxon, saiga_taxon_get_parent_id (taxon), "parent-id");
  for (guint i = 0; (placement = _saiga_parts_peek (placements, i)) != NULL; i++)
    check_parent (validation, taxon, saiga_placement_get_parent_id (placement), "placements");
  check_authority (validation, taxon, _saiga_validation_lookup (validation, saiga_taxon_get_former_id (taxon), SAIGA_TYPE_TAXON), "former-id");

  if (name != NULL && rank != SAIGA_TAXON_RANK_UNSET &&
      !name_fits_rank (name, rank, saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_HYBRID))
    _saiga_validation_add (validation, "taxon-name-rank", record, "name", name, _saiga_record_peek_nick (SAIGA_RECORD (taxon), "rank"), NULL);

  if (saiga_taxon_get_migratory (taxon) != SAIGA_TERNARY_UNKNOWN && saiga_taxon_get_migratory_source_id (taxon) == NULL)
    _saiga_validation_add (validation, "taxon-source", record, "migratory-source-id", "migratory", NULL);
  if (saiga_taxon_get_traded (taxon) != SAIGA_TERNARY_UNKNOWN && saiga_taxon_get_traded_source_id (taxon) == NULL)
    _saiga_validation_add (validation, "taxon-source", record, "traded-source-id", "traded", NULL);
}

static void
check_roots (SaigaValidation *validation)
{
  g_autoptr(GHashTable) parents = g_hash_table_new (g_str_hash, g_str_equal);
  SaigaTableIter iter;
  gpointer taxon;

  for (_saiga_validation_start (validation, SAIGA_TYPE_TAXON, &iter); (taxon = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_taxon_get_parent_id (taxon) != NULL)
      g_hash_table_add (parents, (gpointer) saiga_taxon_get_parent_id (taxon));

  for (_saiga_validation_start (validation, SAIGA_TYPE_TAXON, &iter); (taxon = _saiga_table_iter_next (&iter)) != NULL;)
    if (saiga_taxon_get_parent_id (taxon) == NULL && saiga_taxon_get_rank (taxon) > SAIGA_TAXON_RANK_KINGDOM &&
        g_hash_table_contains (parents, _saiga_record_peek_id (taxon)))
      _saiga_validation_add (validation, "taxon-parent-missing", taxon, "parent-id", _saiga_record_peek_nick (SAIGA_RECORD (taxon), "rank"), NULL);
}

typedef struct
{
  const char *authority;
  const char *name;
} Name;

static guint
hash_accepted (gconstpointer data)
{
  const Name *name = data;

  return g_str_hash (name->name) ^ g_str_hash (name->authority);
}

static gboolean
equal_accepted (gconstpointer a,
                gconstpointer b)
{
  const Name *first = a;
  const Name *second = b;

  return g_str_equal (first->name, second->name) && g_str_equal (first->authority, second->authority);
}

/* Synonyms that are said to be of a part, or never to have been right, are meant to be other taxa's names. */
static gboolean
may_be_accepted (SaigaSynonym *synonym)
{
  SaigaSynonymKind kind = saiga_synonym_get_kind (synonym);

  return kind == SAIGA_SYNONYM_KIND_PRO_PARTE || kind == SAIGA_SYNONYM_KIND_MISAPPLIED;
}

/* Two names with different authors are two names, spelt alike. */
static gboolean
authors_differ (const char *authorship,
                const char *other)
{
  return authorship != NULL && other != NULL && !g_str_equal (authorship, other);
}

static void
check_synonyms (SaigaValidation *validation)
{
  g_autoptr(GHashTable) accepted = g_hash_table_new_full (hash_accepted, equal_accepted, g_free, NULL);
  SaigaTableIter iter;
  gpointer taxon;

  for (_saiga_validation_start (validation, SAIGA_TYPE_TAXON, &iter); (taxon = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const Name name = { saiga_taxon_get_authority_id (taxon), saiga_taxon_get_name (taxon) };

      if (name.authority != NULL && name.name != NULL && saiga_taxon_get_name_kind (taxon) == SAIGA_TAXON_NAME_KIND_ACCEPTED)
        g_hash_table_insert (accepted, g_memdup2 (&name, sizeof (name)), taxon);
    }

  for (_saiga_validation_start (validation, SAIGA_TYPE_TAXON, &iter); (taxon = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const SaigaPartList *synonyms = _saiga_record_peek_parts (SAIGA_RECORD (taxon), "synonyms");
      SaigaSynonym *synonym;

      for (guint i = 0; (synonym = _saiga_parts_peek (synonyms, i)) != NULL; i++)
        {
          const Name name = { saiga_taxon_get_authority_id (taxon), saiga_synonym_get_name (synonym) };
          gpointer other = name.authority != NULL && name.name != NULL ? g_hash_table_lookup (accepted, &name) : NULL;

          if (other != NULL && !may_be_accepted (synonym) &&
              !authors_differ (saiga_synonym_get_authorship (synonym), saiga_taxon_get_authorship (other)))
            _saiga_validation_add (validation, "taxon-synonym-accepted", taxon, "synonyms", name.name, _saiga_record_peek_id (other), NULL);
        }
    }
}

static const SaigaCheck checks[] = {
  { NULL, NULL, check_authorities },
  { "area", check_area, check_area_codes },
  { "taxon", check_taxon, check_roots },
  { NULL, NULL, check_synonyms },
};

SAIGA_REGISTER_CHECKS (kinds, checks)
