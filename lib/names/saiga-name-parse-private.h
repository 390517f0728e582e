/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-name.h>

G_BEGIN_DECLS

/* A text longer than this is read up to here only: no name is half as long. */
#define SAIGA_NAME_MAX_LENGTH 2000
#define SAIGA_NAME_MAX_TOKENS 256
#define SAIGA_NAME_MAX_ELEMENTS 24
#define SAIGA_NAME_MAX_ITEMS 96
#define SAIGA_NAME_MAX_BODIES 4
#define SAIGA_NAME_MAX_WARNINGS 16

/* A stretch of the clean text. */
typedef struct
{
  guint16 start;
  guint16 length;
} SaigaNameSpan;

typedef enum
{
  SAIGA_NAME_ELEMENT_UNINOMIAL, /* or the genus of what follows */
  SAIGA_NAME_ELEMENT_INFRAGENERIC,
  SAIGA_NAME_ELEMENT_SPECIES,
  SAIGA_NAME_ELEMENT_INFRASPECIES,
} SaigaNameElementType;

enum
{
  SAIGA_NAME_FLAG_HYBRID = 1 << 0,      /* a multiplication sign stands before it */
  SAIGA_NAME_FLAG_PARENTHESES = 1 << 1, /* a subgenus in parentheses, not in the canonical form */
  SAIGA_NAME_FLAG_ABBREVIATED = 1 << 2,
  SAIGA_NAME_FLAG_NON_ASCII = 1 << 3,
  SAIGA_NAME_FLAG_PLAIN = 1 << 4,     /* the word can be copied as it is */
  SAIGA_NAME_FLAG_INHERITED = 1 << 5, /* the genus of an earlier part of the formula */
};

typedef struct
{
  SaigaNameSpan word;
  guint8 type;
  guint8 flags;
  guint8 marker;     /* row in the table of ranks, or 0 */
  guint8 authorship; /* index in authorships plus 1, or 0 */
} SaigaNameElement;

typedef enum
{
  SAIGA_NAME_ITEM_AUTHOR,
  SAIGA_NAME_ITEM_YEAR,
} SaigaNameItemType;

/* Who an author is in the team. */
typedef enum
{
  SAIGA_NAME_ROLE_AUTHOR,
  SAIGA_NAME_ROLE_EX,
  SAIGA_NAME_ROLE_IN,
  SAIGA_NAME_ROLE_EMEND,
  SAIGA_NAME_ROLE_SANCTIONING, /* ": Fr.", ICN F.3 */
} SaigaNameRole;

enum
{
  SAIGA_NAME_ITEM_APPROXIMATE = 1 << 0, /* a year in brackets, with a question mark, or a range */
  SAIGA_NAME_ITEM_ET_AL = 1 << 1,       /* "et al." stands for further authors */
  SAIGA_NAME_ITEM_UNKNOWN = 1 << 2,     /* "anon." */
};

/* An author or a year, in the order in which they are written. */
typedef struct
{
  SaigaNameSpan text;
  guint8 type;
  guint8 role;
  guint8 flags;
  guint8 basionym; /* in parentheses */
} SaigaNameItem;

typedef struct
{
  guint8 first;
  guint8 n_items;
} SaigaNameAuthorship;

typedef struct
{
  guint8 type;
  guint16 start; /* in the text as it was given, in bytes */
  guint16 length;
} SaigaNameWarningItem;

/* What the parser found. Spans are in @text. */
typedef struct
{
  guint8 kind;
  guint8 quality;
  guint8 n_bodies;
  guint8 n_elements;
  guint8 n_items;
  guint8 n_authorships;
  guint8 n_warnings;
  guint candidatus : 1;
  guint extinct : 1;
  guint incomplete : 1;        /* a formula without its last part */
  guint group : 1;             /* the cultivar is a Group */
  SaigaNameSpan cultivar;      /* without quotation marks */
  SaigaNameSpan approximation; /* sp., cf. … as written */
  SaigaNameSpan tail;
  SaigaNameSpan higher;                     /* a family before the name */
  guint8 bodies[SAIGA_NAME_MAX_BODIES + 1]; /* where the elements of each begin */
  SaigaNameElement elements[SAIGA_NAME_MAX_ELEMENTS];
  SaigaNameAuthorship authorships[SAIGA_NAME_MAX_ELEMENTS];
  SaigaNameItem items[SAIGA_NAME_MAX_ITEMS];
  SaigaNameWarningItem warnings[SAIGA_NAME_MAX_WARNINGS];
} SaigaNameResult;

typedef enum
{
  TOKEN_END,
  TOKEN_WORD,
  TOKEN_NUMBER,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_BRACKET_OPEN,
  TOKEN_BRACKET_CLOSE,
  TOKEN_COMMA,
  TOKEN_AND,
  TOKEN_HYBRID,
  TOKEN_QUESTION,
  TOKEN_QUOTED, /* 'Maxima', with the marks */
  TOKEN_OTHER,
} SaigaNameTokenType;

enum
{
  TOKEN_SPACE_BEFORE = 1 << 0,
  TOKEN_UPPER = 1 << 1,    /* begins with a capital */
  TOKEN_LOWER = 1 << 2,    /* begins with a small letter */
  TOKEN_CAPITALS = 1 << 3, /* a capital somewhere after the first letter */
  TOKEN_SMALL = 1 << 4,    /* a small letter somewhere after the first */
  TOKEN_DOT = 1 << 5,      /* ends with a period, which is part of it */
  TOKEN_NON_ASCII = 1 << 6,
  TOKEN_DIGIT = 1 << 7,
  TOKEN_HYPHEN = 1 << 8,
  TOKEN_APOSTROPHE = 1 << 9,
  TOKEN_ODD = 1 << 10,     /* an underscore or another sign within */
  TOKEN_FOREIGN = 1 << 11, /* a letter of another alphabet */
  TOKEN_LOST = 1 << 12,    /* a question mark for a letter */
};

typedef struct
{
  guint16 start;
  guint16 length;
  guint16 flags;
  guint8 type;
  guint8 word_class; /* SaigaNameWordClass */
  guint8 marker;     /* the row of a marker of rank, or 0 */
} SaigaNameToken;

/* Everything one parse needs; kept by the caller and used again, never cleared as a whole. */
typedef struct
{
  const char *raw; /* what was given */
  gsize raw_length;
  const char *text; /* what was read: raw, or clean */
  guint16 length;
  gboolean mapped; /* text is clean, and map leads back to raw */
  guint16 n_tokens;
  SaigaNameResult result;
  SaigaNameToken tokens[SAIGA_NAME_MAX_TOKENS + 2];
  char clean[SAIGA_NAME_MAX_LENGTH * 3 + 8];
  guint16 map[SAIGA_NAME_MAX_LENGTH * 3 + 8];
} SaigaNameParse;

/* @text has to end with a byte that is no letter, such as the 0 of a string. */
void _saiga_name_parse (SaigaNameParse *self,
                        const char *text,
                        gsize length);

/* The steps, each in its own file. */
void _saiga_name_clean (SaigaNameParse *self);
void _saiga_name_tokenise (SaigaNameParse *self);
/* A cultivar epithet or Group after the name; the same position if there is none. */
guint _saiga_name_parse_cultivar (SaigaNameParse *self,
                                  guint position);
guint _saiga_name_parse_authorship (SaigaNameParse *self,
                                    guint position,
                                    guint8 *authorship);
/* Whether a comma stands between a name and its author and year. */
gboolean _saiga_name_is_stray_comma (const SaigaNameParse *self,
                                     guint position);
gboolean _saiga_name_is_author_start (const SaigaNameParse *self,
                                      guint position);
void _saiga_name_warn (SaigaNameParse *self,
                       SaigaNameWarning warning,
                       guint start,
                       guint length);
void _saiga_name_warn_raw (SaigaNameParse *self,
                           SaigaNameWarning warning,
                           guint start,
                           guint length);

/* Words that the parser knows (saiga-name-words.c). */
typedef struct
{
  const char *word;   /* without its period */
  const char *marker; /* as we write it */
  guint8 rank;
  guint8 flags;
} SaigaNameMarker;

enum
{
  MARKER_INFRAGENERIC = 1 << 0, /* stands before a capital */
  MARKER_INFRASPECIFIC = 1 << 1,
  MARKER_NOTHO = 1 << 2,
  MARKER_UNCOMMON = 1 << 3,
  MARKER_NEEDS_DOT = 1 << 4, /* without a period it may be an epithet */
};

guint _saiga_name_find_marker (const char *word);
const SaigaNameMarker *_saiga_name_get_marker (guint row);

typedef enum
{
  WORD_PLAIN,
  WORD_PARTICLE, /* von, de la: begins the name of an author */
  WORD_STOP,     /* sensu, auct., nom. nud.: what follows is about the name */
  WORD_OPEN,     /* sp., aff. */
  WORD_COMPARE,  /* cf. */
  WORD_AND,      /* et, and, y, und */
  WORD_EX,
  WORD_IN,
  WORD_EMEND,
  WORD_AL,     /* al. */
  WORD_FILIUS, /* fil., filius, jr: after the name of an author */
  WORD_ANONYMOUS,
  WORD_MANUSCRIPT,  /* ms, mihi: left out */
  WORD_NO_NAME,     /* unidentified, none … as the first word */
  WORD_NOT_SPECIES, /* bacterium, symbiont, virus …: no epithet */
  WORD_GARDENERS,   /* hort.: an author before ex, else a stop */
  WORD_CULTIVAR,    /* cv. */
  WORD_GROUP,       /* Group, grex */
} SaigaNameWordClass;

void _saiga_name_look_up (const char *word,
                          gsize length,
                          guint8 *class,
                          guint8 *marker);
/* Whether a word is the name of a family by its ending. */
gboolean _saiga_name_is_family (const char *word,
                                gsize length);
gboolean _saiga_name_is_virus_word (const char *word,
                                    gsize length);
gboolean _saiga_name_is_odd_epithet (const char *genus,
                                     gsize genus_length,
                                     const char *epithet,
                                     gsize length);

/* Writing (saiga-name-write.c): into a buffer of the caller, cut if it is too small; the length is returned. This is
 * enough for any name. */
#define SAIGA_NAME_BUFFER_SIZE (SAIGA_NAME_MAX_LENGTH * 8)
gsize _saiga_name_write_word (const char *word,
                              gsize length,
                              gboolean first,
                              char *buffer,
                              gsize size);
gsize _saiga_name_write_canonical (const SaigaNameResult *result,
                                   const char *text,
                                   SaigaNameForm form,
                                   char *buffer,
                                   gsize size);
gsize _saiga_name_write_authorship (const SaigaNameResult *result,
                                    const char *text,
                                    guint authorship,
                                    int basionym, /* 1 basionym alone, 0 combination alone, -1 both */
                                    char *buffer,
                                    gsize size);
gsize _saiga_name_write_author (const char *text,
                                SaigaNameSpan span,
                                char *buffer,
                                gsize size);
gsize _saiga_name_write_normal (const SaigaNameResult *result,
                                const char *text,
                                char *buffer,
                                gsize size);
/* The authorship of the name itself: that of its last element. 0: none, else index plus 1. */
guint _saiga_name_get_last_authorship (const SaigaNameResult *result);
guint _saiga_name_get_marker_row (const SaigaNameResult *result);
SaigaNameRank _saiga_name_get_rank (const SaigaNameResult *result,
                                    const char *text);
gboolean _saiga_name_is_hybrid (const SaigaNameResult *result);

G_END_DECLS
