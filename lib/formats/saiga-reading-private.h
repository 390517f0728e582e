/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-problem.h>
#include <saiga/saiga-records.h>
#include <saiga/saiga-snapshot.h>
#include <saiga/saiga-status-table.h>

#include "saiga-record-private.h"
#include "saiga-sample-private.h"

G_BEGIN_DECLS

/* What became of a row. Each has one of these, so that they add up to the rows that were read. */
typedef enum
{
  SAIGA_ROW_MADE,    /* a record that no row before it made */
  SAIGA_ROW_MERGED,  /* put into a record that another row made */
  SAIGA_ROW_REFUSED, /* not understood: there is a problem that says why */
  SAIGA_N_ROW_ENDS,
  SAIGA_ROW_LATER = SAIGA_N_ROW_ENDS, /* the reader counts it itself when it knows */
} SaigaRowEnd;

/* A taxon above that of a row, by its place in the row. */
typedef struct
{
  GHashTable *keys; /* of the authority */
  char *name;       /* as it is written */
  SaigaTaxonRank rank;
  const char *id;
} SaigaParent;

#define SAIGA_MAX_PARENTS 16

#define SAIGA_READING_WHOLE 10000 /* all of the progress */

/* One reading of a file: what a reader is given, and where it puts what it finds. */
typedef struct
{
  SaigaSnapshot *snapshot; /* what is there already */
  SaigaInput *input;
  SaigaSample *sample;
  int member; /* where the format was found */
  const char *instrument_id;
  char *authority_id; /* whose taxa they are; NULL: the format knows */
  SaigaDate *date;    /* of the file; NULL: not known */
  gboolean is_whole;  /* the file is all that there is */
  GCancellable *cancellable;
  int *progress; /* atomic, of SAIGA_READING_WHOLE */

  /* What is found. */
  GPtrArray *problems;
  guint n_rows[SAIGA_N_ROW_ENDS + 1];
  GHashTable *drafts; /* id → SaigaRecord */
  SaigaArena *arena;

  /* Where reading is, for problems. */
  const char *file;
  guint row;

  /* Made when they are first needed. */
  GHashTable *areas;        /* folded code or name → id */
  gboolean has_all_areas;   /* those of the embedded data set among them */
  GHashTable *area_texts;   /* code or name as it was written → id; NULL: not known */
  GHashTable *taxon_keys;   /* of the authority: see saiga-reading-taxa.c */
  GHashTable *all_keys;     /* id of an authority → its taxon keys, of an instrument → its listing keys */
  GHashTable *row_taxa;     /* ids of the taxa that have a row of their own */
  GHashTable *words;        /* cells → SaigaText */
  GHashTable *listing_keys; /* see saiga-reading-listings.c */
  SaigaSnapshot *embedded;
  GArray *said; /* see saiga-reading-law.c */
  GHashTable *said_taxa;
  SaigaStatusTable *law; /* of the data set as it is */
  gboolean is_law_asked;

  /* Keys of these tables: one that is looked up, and those that are kept. */
  GString *key;
  GStringChunk *keys;
  SaigaParent parents[SAIGA_MAX_PARENTS]; /* of the row before, which most often are those of this one */
} SaigaReading;

SaigaReading *_saiga_reading_new (SaigaSnapshot *snapshot,
                                  SaigaSample *sample,
                                  GCancellable *cancellable,
                                  int *progress);
void _saiga_reading_free (SaigaReading *self);
/* Tells how far reading is, and whether it may go on. */
gboolean _saiga_reading_go_on (SaigaReading *self,
                               GError **error);
/* The changes, when all is read. A record that lacks what it must have is a problem. */
SaigaChangeSet *_saiga_reading_finish (SaigaReading *self,
                                       const char *comment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaReading, _saiga_reading_free)

/* ---- keys */

/* Of two parts, in a buffer that the next one is made in too. */
const char *_saiga_reading_join_key (SaigaReading *self,
                                     const char *first,
                                     const char *second);
/* The key that was made last, for as long as the reading lives. */
char *_saiga_reading_keep_key (SaigaReading *self);
/* Keeps a table of keys, for when reading goes back to what it is of. */
void _saiga_reading_keep_keys (SaigaReading *self,
                               const char *id,
                               GHashTable *keys);

/* ---- rows */

/* The cells of the row, by column of the format. */
typedef struct
{
  SaigaDelimited *rows;
  const SaigaHeading *heading;
  const guint *map;
} SaigaRow;

typedef SaigaRowEnd (*SaigaReadRow) (SaigaReading *self,
                                     const SaigaRow *row,
                                     gpointer data);

/* Reads a table row by row: heading, progress, cancellation, flaws and counts are seen to. */
gboolean _saiga_reading_read_table (SaigaReading *self,
                                    guint member,
                                    const SaigaColumn *columns,
                                    guint n_columns,
                                    SaigaReadRow read_row,
                                    gpointer data,
                                    GError **error);
/* NULL with an error: the member can not be read. */
const SaigaHeading *_saiga_reading_get_heading (SaigaReading *self,
                                                guint member,
                                                GError **error);
/* The same of a table whose heading is not in it, or not as the sample shows it. */
gboolean _saiga_reading_read_rows (SaigaReading *self,
                                   guint member,
                                   const SaigaHeading *heading,
                                   const SaigaColumn *columns,
                                   guint n_columns,
                                   SaigaReadRow read_row,
                                   gpointer data,
                                   GError **error);
const SaigaCell *_saiga_row_get (const SaigaRow *self,
                                 guint column);
const SaigaCell *_saiga_row_get_at (const SaigaRow *self,
                                    guint position); /* of the cell in the row */
const char *_saiga_row_get_text (const SaigaRow *self,
                                 guint column); /* never NULL */

/* Refuses a row, of which all is shown: it lacks what its record must have. @column as below. */
SaigaRowEnd _saiga_reading_refuse_row (SaigaReading *self,
                                       const SaigaRow *row,
                                       const char *column,
                                       const char *missing);
/* @tag stands in the table of saiga-import-problems.c; @column is static, and may be NULL. */
void _saiga_reading_add_problem (SaigaReading *self,
                                 const char *tag,
                                 const char *column,
                                 ...) G_GNUC_NULL_TERMINATED;

/* ---- records */

/* A record that may be changed until the end: the draft that is there, else a copy of what the data set has, else
 * a new one. */
SaigaRecord *_saiga_reading_draft (SaigaReading *self,
                                   GType type,
                                   const char *id);
/* Makes a new record, which has its id, a draft. Takes it. */
void _saiga_reading_take_draft (SaigaReading *self,
                                SaigaRecord *record);
/* Whether a record, or a part of the record of that id, has what it must have, in its form; else a problem says so. */
gboolean _saiga_reading_check (SaigaReading *self,
                               SaigaRecord *record,
                               const char *id);
/* What has this id, whether a draft or in the data set; NULL. */
SaigaRecord *_saiga_reading_lookup (SaigaReading *self,
                                    const char *id);
/* The taxon above one; NULL: there is none, or it is not there. */
SaigaRecord *_saiga_reading_get_parent (SaigaReading *self,
                                        SaigaRecord *taxon);
SaigaSnapshot *_saiga_reading_get_embedded (SaigaReading *self); /* NULL: there is none */
/* Sees to it that a record of the embedded data set is there, such as an area or an instrument. */
gboolean _saiga_reading_need (SaigaReading *self,
                              const char *id);
/* Sets a field of a draft; an empty text leaves it as it is. A value that does not fit is a problem. */
gboolean _saiga_draft_set (SaigaReading *self,
                           SaigaRecord *draft,
                           const char *field,
                           const char *text);
void _saiga_draft_set_words (SaigaReading *self,
                             SaigaRecord *draft,
                             const char *field,
                             const char *language,
                             const char *words);
/* @text, which is taken and may be NULL, with these words too. */
SaigaText *_saiga_text_add (SaigaText *text,
                            const char *language,
                            const char *words);
/* The same words, of many rows, are one value: @cells are those that they are made of, @words what is made of them.
 * NULL, if they come to nothing. */
SaigaText *_saiga_reading_share_words (SaigaReading *self,
                                       const char *const *languages,
                                       const char *const *cells,
                                       guint n_cells,
                                       char *(*make_words) (const char *cell, gconstpointer data),
                                       gconstpointer data,
                                       const char *key);
/* A field that holds words in languages; NULL leaves it as it is. */
void _saiga_draft_set_text (SaigaRecord *draft,
                            const char *field,
                            SaigaText *text);
/* Adds a part, unless one of the same key is there or it lacks what it must have: then it is left. Pairs of field and
 * text follow, then NULL. */
void _saiga_draft_add_part (SaigaReading *self,
                            SaigaRecord *draft,
                            const char *field,
                            ...) G_GNUC_NULL_TERMINATED;
/* A field that the part must have and has not; NULL. */
const SaigaField *_saiga_part_find_missing (SaigaRecord *part);
/* The number that a source has for the record, as one line. */
void _saiga_draft_add_identifier (SaigaReading *self,
                                  SaigaRecord *draft,
                                  const char *scheme,
                                  const char *number);
/* One more in a field that is a list of ids or of strings, unless it is there. */
void _saiga_draft_add_string (SaigaReading *self,
                              SaigaRecord *draft,
                              const char *field,
                              const char *text);
/* The first value that a record has in a scheme; NULL. */
const char *_saiga_find_identifier (SaigaRecord *record,
                                    const char *scheme);
/* What stands behind the first dot of an id: `na` of `area.na`. */
const char *_saiga_id_peek_slug (const char *id);
/* A line of text as a field wants it: no-break spaces are spaces, white space is one space, none at the ends. */
char *_saiga_clean_line (const char *text);
/* The same of paragraphs: tags of HTML are taken off, `<p>` and line ends begin a paragraph. */
char *_saiga_clean_words (const char *text);
/* dd/mm/yyyy, however spaced, or ISO 8601, as ISO 8601; NULL: it is none, and a problem unless it is empty. */
char *_saiga_reading_parse_day (SaigaReading *self,
                                const char *column,
                                const char *cell);
/* `&amp;`, `&#233;`, `&eacute;` as the signs they stand for; what is no sign stays as it is. */
char *_saiga_decode_entities (const char *text);
char *_saiga_slug (const char *text);
/* A slug nobody has: the id, else with a suffix, else with -2, -3 …; in place of an empty one the suffix. */
char *_saiga_reading_make_id (SaigaReading *self,
                              const char *prefix,
                              const char *slug,
                              const char *suffix);

/* ---- areas */

/* A code or a name in any language, also with `(United Kingdom)` or `[FR]` behind it; NULL: not known. */
const char *_saiga_reading_find_area (SaigaReading *self,
                                      const char *text);
/* Calls for each area of a list with commas, whose names may have commas themselves; what is not known is a
 * problem, of @column. */
typedef void (*SaigaAreaFunc) (const char *area_id,
                               gpointer data);
void _saiga_reading_each_area (SaigaReading *self,
                               const char *list,
                               const char *column,
                               SaigaAreaFunc func,
                               gpointer data);

/* ---- taxa */

/* A taxon as a row has it. Empty texts, and NULL, are not said. */
typedef struct
{
  const char *number; /* of the source */
  const char *scheme; /* of the number: `splus` */
  const char *name;
  const char *authorship;
  SaigaTaxonRank rank;
  const char *parent_id;
} SaigaTaxonFacts;

/* From now on taxa are found among, and made for, another authority. */
void _saiga_reading_set_authority (SaigaReading *self,
                                   const char *authority_id);
SaigaTaxonRank _saiga_rank_parse (const char *text); /* in any case; UNSET: not known */
const char *_saiga_rank_get_nick (SaigaTaxonRank rank);
/* Finds the taxon by its number, then by its name and rank, else makes it; ids of known ones stay. The draft. */
SaigaRecord *_saiga_reading_put_taxon (SaigaReading *self,
                                       const SaigaTaxonFacts *facts);
/* The same of one whose id is said, and is its number. */
SaigaRecord *_saiga_reading_put_taxon_as (SaigaReading *self,
                                          const SaigaTaxonFacts *facts,
                                          const char *id);
/* MADE or MERGED: whether the taxon of this row had a row before. */
SaigaRowEnd _saiga_reading_end_taxon (SaigaReading *self,
                                      SaigaRecord *taxon);
/* The id of the lowest of the taxa above a row; those that are not there are made. Empty names are left out. */
const char *_saiga_reading_put_parents (SaigaReading *self,
                                        const char *const *names,
                                        const SaigaTaxonRank *ranks,
                                        guint n_names);
/* The id of a taxon by a number of its source; NULL. */
const char *_saiga_reading_find_number (SaigaReading *self,
                                        const char *scheme,
                                        const char *number);
/* The id of a taxon of this name, of any rank; NULL. */
const char *_saiga_reading_find_taxon (SaigaReading *self,
                                       const char *name);
/* The name without its authorship, in the words of the text; @authorship: what was taken off, or NULL. */
char *_saiga_split_name (const char *text,
                         char **authorship);
/* `Name Author, 1800, Other name Author & Author, 1900`: each as a synonym. */
void _saiga_reading_add_synonyms (SaigaReading *self,
                                  SaigaRecord *taxon,
                                  const char *list);
void _saiga_reading_add_common_names (SaigaReading *self,
                                      SaigaRecord *taxon,
                                      const char *list,
                                      const char *language);

/* Areas and their tags, to become the range of a taxon. */
typedef struct _SaigaRangeDraft SaigaRangeDraft;
SaigaRangeDraft *_saiga_range_draft_new (void);
void _saiga_range_draft_free (gpointer draft);
void _saiga_range_draft_clear (SaigaRangeDraft *self);
/* An area that is given new ones. */
void _saiga_range_draft_forget_tags (SaigaRangeDraft *self,
                                     const char *area_id);
/* What a taxon has already, to add to it. */
void _saiga_range_draft_load (SaigaRangeDraft *self,
                              SaigaReading *reading,
                              SaigaRecord *taxon);
void _saiga_range_draft_add (SaigaRangeDraft *self,
                             SaigaReading *reading,
                             const char *list,
                             const char *column,
                             const char *tag); /* "native": the area alone */
void _saiga_range_draft_add_area (SaigaRangeDraft *self,
                                  const char *area_id,
                                  const char *tag); /* as above; @area_id must live as long as the reading */
void _saiga_range_draft_set (SaigaRangeDraft *self,
                             SaigaReading *reading,
                             SaigaRecord *taxon);
/* The drafts of many taxa, by the ids of these, which live as long as the table. */
GHashTable *_saiga_range_drafts_new (void);
SaigaRangeDraft *_saiga_range_drafts_get (GHashTable *drafts,
                                          const char *taxon_id); /* a new one, if there is none */
void _saiga_range_drafts_set (GHashTable *drafts,
                              SaigaReading *reading);

/* ---- listings */

typedef struct
{
  const char *taxon_id;
  const char *appendix;
  const char *party_id;
  const char *listed_as;
  const char *change;    /* NULL: addition */
  const char *effective; /* ISO 8601; NULL: not known */
  const char *number;    /* of the source, `splus`, where it has one; NULL */
} SaigaListingFacts;

/* From now on listings are found among, and made for, another instrument; the id lives as long as the reading. */
void _saiga_reading_set_instrument (SaigaReading *self,
                                    const char *instrument_id);
/* The listing of the taxon that has this number, else the one of this taxon, Appendix and Party that is there, else a
 * new one. The draft. */
SaigaRecord *_saiga_reading_put_listing (SaigaReading *self,
                                         const SaigaListingFacts *facts);
/* What a row of a history says, before it is known which record of the data set it is. */
typedef struct
{
  SaigaRecord *record; /* a listing without an id and without its day */
  char *taxon_id;
  char *party_id;
  const char *appendix; /* these live as long as the reading */
  const char *change;
  char *day; /* ISO 8601; NULL: not known */
  guint row;
  gconstpointer data; /* of the reader */
} SaigaEvent;

GPtrArray *_saiga_events_new (void);
/* Rows that say the same become one; the others are found in the data set, those that agree in all else first, or
 * are new. Counts the rows, and empties @events. @aside: fields in which two of the same may differ. */
void _saiga_reading_put_events (SaigaReading *self,
                                GPtrArray *events,
                                const char *const *aside);
/* A new id, as the records of listings have it. */
char *_saiga_reading_make_listing_id (SaigaReading *self,
                                      const char *instrument_id,
                                      const SaigaListingFacts *facts);
/* Whether this reading made a listing of the taxon in the Appendix. */
gboolean _saiga_reading_has_listing (SaigaReading *self,
                                     const char *taxon_id,
                                     const char *appendix);
/* A listing from the day of the file on, beside those that are there, with the words of the last one; the one of this
 * day, if there is one. The draft. */
SaigaRecord *_saiga_reading_put_anew (SaigaReading *self,
                                      const char *taxon_id,
                                      const char *appendix,
                                      const char *change);
/* The source does not have the addition any more. */
void _saiga_reading_end_current (SaigaReading *self,
                                 const char *taxon_id,
                                 const char *appendix);

/* ---- the law */

/* Whether the taxon, or one above it, is in the Appendix: on the day of the file in the data set, or by what was read
 * so far. */
gboolean _saiga_reading_is_listed (SaigaReading *self,
                                   const char *taxon_id,
                                   const char *appendix);
/* That the printed Appendices of the day of the file have it, where nothing better is known. */
void _saiga_reading_date_listing (SaigaReading *self,
                                  SaigaRecord *listing);
/* What Appendices a taxon is in by the source, such as `I/II/NC`, if the source has all of them; empty says nothing. */
void _saiga_reading_say_law (SaigaReading *self,
                             SaigaRecord *taxon,
                             const char *codes,
                             guint data);
/* Makes the listing of a taxon in an Appendix, from the day of the file on. */
typedef void (*SaigaPutLaw) (SaigaReading *self,
                             const char *taxon_id,
                             const char *appendix,
                             guint said_data,
                             gpointer data);
/* When all is read: sees to it that the law is what was said, and reports what changes. @put: NULL, if the listings
 * of the source are made already. */
void _saiga_reading_settle_law (SaigaReading *self,
                                SaigaPutLaw put,
                                gpointer data);

G_END_DECLS
