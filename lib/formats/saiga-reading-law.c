/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What a source says the law is, against what it comes to with the data set.
 *
 * A source of this kind gives the state of a day, and not how it came to be. Where the law that follows from the
 * listings is another one on that day, the source is followed: what is missing is listed from the day of the file
 * on, what is too much is deleted. What was before that day stays as it was. */

#include <string.h>

#include <saiga/saiga-change-set-builder.h>
#include <saiga/saiga-status-table.h>

#include "saiga-check-private.h"
#include "saiga-reading-private.h"

#define MAX_NAMES 10 /* that a problem lists */

/* What a taxon is in by the source. */
typedef struct
{
  const char *taxon_id;
  const char *codes; /* such as `I/II/NC` */
  const char *file;
  guint row;
  guint data; /* of the reader */
} Said;

static Said *
get_said (SaigaReading *self,
          guint position)
{
  return &g_array_index (self->said, Said, position);
}

void
_saiga_reading_say_law (SaigaReading *self,
                        SaigaRecord *taxon,
                        const char *codes,
                        guint data)
{
  Said said = { _saiga_record_peek_id (taxon), NULL, self->file, self->row, data };
  gpointer found;

  if (self->said == NULL)
    {
      self->said = g_array_new (FALSE, FALSE, sizeof (Said));
      self->said_taxa = g_hash_table_new (g_str_hash, g_str_equal);
    }

  /* Rows of one taxon add up. */
  if (g_hash_table_lookup_extended (self->said_taxa, said.taxon_id, NULL, &found))
    {
      Said *old = get_said (self, GPOINTER_TO_UINT (found));
      g_autofree char *both = g_strconcat (old->codes, "/", codes, NULL);

      old->codes = g_string_chunk_insert_const (self->keys, both);
      return;
    }

  said.codes = g_string_chunk_insert_const (self->keys, codes);
  g_hash_table_insert (self->said_taxa, (gpointer) said.taxon_id, GUINT_TO_POINTER (self->said->len));
  g_array_append_val (self->said, said);
}

/* Whether one of the codes of a cell is this one. */
static gboolean
has_code (const char *codes,
          const char *code)
{
  gsize length = strlen (code);

  for (const char *c = codes; *c != '\0';)
    {
      gsize n = strcspn (c, "/ ");

      if (n == length && strncmp (c, code, n) == 0)
        return TRUE;
      c += n + strspn (c + n, "/ ");
    }

  return FALSE;
}

static const char *
find_name (SaigaReading *self,
           const char *taxon_id)
{
  const char *name = saiga_taxon_get_name (SAIGA_TAXON (_saiga_reading_lookup (self, taxon_id)));

  return name != NULL ? name : taxon_id;
}

/* The taxa that have one below them in the file: what they are in follows from those. */
static GHashTable *
find_above (SaigaReading *self)
{
  GHashTable *above = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->said->len; i++)
    {
      SaigaRecord *taxon = _saiga_reading_lookup (self, get_said (self, i)->taxon_id);

      for (guint depth = 0; depth < 64; depth++)
        {
          taxon = _saiga_reading_get_parent (self, taxon);
          if (taxon == NULL || !g_hash_table_add (above, (gpointer) _saiga_record_peek_id (taxon)))
            break;
        }
    }

  return above;
}

/* ---- the law */

static gboolean
has_listings (SaigaReading *self)
{
  SaigaTable *table = _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_LISTING));
  SaigaTableIter iter;
  gpointer record;

  for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
    if (g_strcmp0 (saiga_listing_get_instrument_id (record), self->instrument_id) == 0)
      return TRUE;

  return FALSE;
}

/* The law of the day of the file; without one, the last that is known. */
static SaigaStatusTable *
ask_law (SaigaReading *self,
         SaigaSnapshot *snapshot)
{
  g_autoptr(SaigaDate) end = self->date == NULL ? saiga_date_new (9999, 12, 31, NULL) : saiga_date_ref (self->date);
  g_autoptr(SaigaLaw) law = saiga_law_new (snapshot, self->instrument_id, NULL);

  return law != NULL ? saiga_status_table_new (law, NULL, end, NULL) : NULL;
}

/* The law of the data set as it is, which is asked once; NULL: it has no listings of the instrument. */
static SaigaStatusTable *
get_law (SaigaReading *self)
{
  if (!self->is_law_asked && has_listings (self))
    self->law = ask_law (self, self->snapshot);
  self->is_law_asked = TRUE;

  return self->law;
}

static SaigaStatusTable *
ask_law_of_drafts (SaigaReading *self)
{
  g_autoptr(SaigaChangeSetBuilder) builder = saiga_change_set_builder_new (self->snapshot);
  g_autoptr(SaigaChangeSet) changes = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    saiga_change_set_builder_put (builder, draft, NULL);
  changes = saiga_change_set_builder_build (builder);
  snapshot = saiga_snapshot_apply (self->snapshot, changes, NULL);

  return snapshot != NULL ? ask_law (self, snapshot) : NULL;
}

gboolean
_saiga_reading_is_listed (SaigaReading *self,
                          const char *taxon_id,
                          const char *appendix)
{
  SaigaStatusTable *law = get_law (self);
  SaigaRecord *taxon = _saiga_reading_lookup (self, taxon_id);
  gboolean is_asked = FALSE;

  for (guint depth = 0; taxon != NULL && depth < 64; depth++, taxon = _saiga_reading_get_parent (self, taxon))
    {
      const char *id = _saiga_record_peek_id (taxon);
      g_autoptr(SaigaStatus) status = law != NULL && !is_asked ? saiga_status_table_lookup (law, id) : NULL;

      /* What is inherited the law knows, from the lowest taxon that it knows. */
      if (status != NULL)
        {
          g_auto(GStrv) codes = saiga_status_list_appendices (status);

          is_asked = TRUE;
          if (g_strv_contains ((const char *const *) codes, appendix))
            return TRUE;
        }
      if (_saiga_reading_has_listing (self, id, appendix))
        return TRUE;
    }

  return FALSE;
}

/* ---- following the source */

void
_saiga_reading_date_listing (SaigaReading *self,
                             SaigaRecord *listing)
{
  SaigaDate *known = saiga_listing_get_text_from (SAIGA_LISTING (listing));
  g_autofree char *day = NULL;

  /* A day of effect says more than the day of a file, and an earlier file more than a later one. */
  if (self->date == NULL || saiga_listing_get_effective (SAIGA_LISTING (listing)) != NULL ||
      (known != NULL && saiga_date_compare (known, self->date) <= 0))
    return;

  day = saiga_date_to_string (self->date);
  _saiga_draft_set (self, listing, "text-from", day);
}

static void
list_taxon (SaigaReading *self,
            const Said *said,
            const char *appendix,
            SaigaPutLaw put,
            gpointer data)
{
  if (put != NULL)
    put (self, said->taxon_id, appendix, said->data, data);
  else
    _saiga_reading_put_anew (self, said->taxon_id, appendix, "addition");
}

static void
follow (SaigaReading *self,
        const Said *said,
        const char *const *codes,
        const char *const *has,
        gboolean must_delete,
        SaigaPutLaw put,
        gpointer data)
{
  gboolean is_listed = FALSE;

  for (guint i = 0; codes[i] != NULL; i++)
    if (has_code (said->codes, codes[i]) && !g_strv_contains (has, codes[i]))
      {
        list_taxon (self, said, codes[i], put, data);
        is_listed = TRUE;
      }
  /* An addition may end the others by itself: that is seen in the next round. */
  for (guint i = 0; codes[i] != NULL && self->date != NULL; i++)
    if (!has_code (said->codes, codes[i]) && g_strv_contains (has, codes[i]))
      {
        _saiga_reading_end_current (self, said->taxon_id, codes[i]);
        if (!is_listed || must_delete)
          _saiga_reading_put_anew (self, said->taxon_id, codes[i], "deletion");
      }
}

static void
report (SaigaReading *self,
        const char *tag,
        const Said *said,
        const char *const *codes,
        const char *const *has)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) says = NULL;
  g_autofree char *new = NULL;
  g_autofree char *old = g_strjoinv ("/", (char **) has);
  g_autofree char *day = self->date != NULL ? saiga_date_to_string (self->date) : g_strdup ("");

  for (guint i = 0; codes[i] != NULL; i++)
    if (has_code (said->codes, codes[i]))
      g_strv_builder_add (builder, codes[i]);
  says = g_strv_builder_end (builder);
  new = g_strjoinv ("/", says);

  self->file = said->file;
  self->row = said->row;
  _saiga_reading_add_problem (self, tag, NULL, find_name (self, said->taxon_id), new[0] != '\0' ? new : "–", old[0] != '\0' ? old : "–", day, NULL);
  self->row = 0;
}

typedef enum
{
  COMPARE_REPORT, /* says what is otherwise in the data set, of taxa that it has */
  COMPARE_FOLLOW,
  COMPARE_DELETE, /* the same, where additions did not do */
  COMPARE_GIVE_UP,
} Compare;

static guint
compare_all (SaigaReading *self,
             SaigaStatusTable *table,
             GHashTable *above,
             Compare what,
             SaigaPutLaw put,
             gpointer data)
{
  const char *const *codes = saiga_law_get_codes (saiga_status_table_get_law (table));
  guint n = 0;

  for (guint i = 0; i < self->said->len; i++)
    {
      const Said said = *get_said (self, i);
      g_autoptr(SaigaStatus) status = NULL;
      g_auto(GStrv) has = NULL;
      gboolean agrees = TRUE;

      if (said.codes[0] == '\0' || g_hash_table_contains (above, said.taxon_id))
        continue;
      status = saiga_status_table_lookup (table, said.taxon_id);
      has = status != NULL ? saiga_status_list_appendices (status) : g_new0 (char *, 1);
      for (guint k = 0; codes[k] != NULL; k++)
        agrees &= has_code (said.codes, codes[k]) == g_strv_contains ((const char *const *) has, codes[k]);
      if (agrees)
        continue;
      /* Without a day, only what is new to the data set is put. */
      if (self->date == NULL && what != COMPARE_REPORT && saiga_snapshot_lookup (self->snapshot, said.taxon_id) != NULL)
        continue;

      n++;
      if (what == COMPARE_REPORT && status != NULL)
        report (self, self->date != NULL ? "import-law" : "import-undated", &said, codes, (const char *const *) has);
      else if (what == COMPARE_GIVE_UP)
        report (self, "import-law-differs", &said, codes, (const char *const *) has);
      else if (what != COMPARE_REPORT)
        follow (self, &said, codes, (const char *const *) has, what == COMPARE_DELETE, put, data);
    }

  return n;
}

/* What has an entry of its own, but no row. */
static void
find_absent (SaigaReading *self,
             SaigaStatusTable *table,
             GHashTable *above)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *number = NULL;
  g_autofree char *day = self->date != NULL ? saiga_date_to_string (self->date) : NULL;
  SaigaTable *taxa = _saiga_snapshot_get_table (self->snapshot, _saiga_record_type_index (SAIGA_TYPE_TAXON));
  SaigaTableIter iter;
  gpointer record;
  guint n = 0;

  /* Most have a row: the law is asked for the others alone. */
  for (_saiga_table_iter_init (&iter, taxa); (record = _saiga_table_iter_next (&iter)) != NULL;)
    {
      const char *id = _saiga_record_peek_id (record);
      g_autoptr(SaigaStatus) status = NULL;
      g_auto(GStrv) own = NULL;

      if (g_strcmp0 (saiga_taxon_get_authority_id (record), self->authority_id) != 0 || g_hash_table_contains (self->said_taxa, id) ||
          g_hash_table_contains (above, id))
        continue;
      status = saiga_status_table_lookup (table, id);
      own = status != NULL ? saiga_status_list_explicit (status) : NULL;
      if (own == NULL || own[0] == NULL)
        continue;

      n++;
      if (self->is_whole && day != NULL)
        {
          g_autofree char *codes = g_strjoinv ("/", own);

          for (guint k = 0; own[k] != NULL; k++)
            {
              _saiga_reading_end_current (self, id, own[k]);
              _saiga_reading_put_anew (self, id, own[k], "deletion");
            }
          _saiga_reading_add_problem (self, "import-gone", NULL, find_name (self, id), codes, day, NULL);
        }
      else if (n <= MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", find_name (self, id));
    }

  if (n > 0 && names->len > 0)
    {
      number = g_strdup_printf ("%u", n);
      g_string_append (names, n > MAX_NAMES ? " …" : "");
      _saiga_reading_add_problem (self, "import-absent", NULL, number, names->str, NULL);
    }
}

/* A question of law without a date is answered for the day of the authority: that of the newest file. */
static void
date_authority (SaigaReading *self)
{
  SaigaRecord *authority = _saiga_reading_lookup (self, self->authority_id);
  SaigaDate *known = authority != NULL && SAIGA_IS_AUTHORITY (authority) ? saiga_authority_get_date (SAIGA_AUTHORITY (authority)) : NULL;
  g_autofree char *day = NULL;

  if (self->date == NULL || authority == NULL || !SAIGA_IS_AUTHORITY (authority) || (known != NULL && saiga_date_compare (known, self->date) >= 0))
    return;

  day = saiga_date_to_string (self->date);
  authority = _saiga_reading_draft (self, SAIGA_TYPE_AUTHORITY, self->authority_id);
  _saiga_draft_set (self, authority, "date", day);
  _saiga_draft_set (self, authority, "release", day);
}

/* Into nothing: all is new. */
static void
put_all (SaigaReading *self,
         GHashTable *above,
         SaigaPutLaw put,
         gpointer data)
{
  for (guint i = 0; i < self->said->len; i++)
    {
      const Said said = *get_said (self, i);
      g_auto(GStrv) codes = g_strsplit_set (said.codes, "/ ", -1);

      for (char **code = codes; !g_hash_table_contains (above, said.taxon_id) && *code != NULL; code++)
        put (self, said.taxon_id, *code, said.data, data);
    }
}

void
_saiga_reading_settle_law (SaigaReading *self,
                           SaigaPutLaw put,
                           gpointer data)
{
  g_autoptr(GHashTable) above = NULL;
  SaigaStatusTable *law;

  if (self->said == NULL)
    return;

  above = find_above (self);
  date_authority (self);
  law = get_law (self);
  if (law != NULL)
    {
      compare_all (self, law, above, COMPARE_REPORT, NULL, NULL);
      find_absent (self, law, above);
    }
  else if (put != NULL)
    {
      put_all (self, above, put, data);
      return;
    }

  for (Compare what = COMPARE_FOLLOW; what <= (self->date != NULL ? COMPARE_GIVE_UP : COMPARE_FOLLOW); what++)
    {
      g_autoptr(SaigaStatusTable) table = ask_law_of_drafts (self);

      if (table == NULL || compare_all (self, table, above, what, put, data) == 0)
        return;
    }
}
