/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined(__SAIGA_INSIDE__) && !defined(SAIGA_COMPILATION)
#error "Only <saiga/saiga.h> can be included directly."
#endif

#include <glib-object.h>

#include <saiga/saiga-version.h>

G_BEGIN_DECLS

/**
 * SaigaNameKind:
 * @SAIGA_NAME_KIND_NONE: no scientific name: words such as “incertae sedis” or “not recorded”
 * @SAIGA_NAME_KIND_SCIENTIFIC: the name of one taxon
 * @SAIGA_NAME_KIND_FORMULA: a hybrid formula, which names the parents
 * @SAIGA_NAME_KIND_INFORMAL: a genus or species with “sp.”, “aff.” and the like: something in it, left open
 * @SAIGA_NAME_KIND_VIRUS: the name of a virus or of another agent that is not named by genus and species
 *
 * What a text turned out to be.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_KIND_NONE,
  SAIGA_NAME_KIND_SCIENTIFIC,
  SAIGA_NAME_KIND_FORMULA,
  SAIGA_NAME_KIND_INFORMAL,
  SAIGA_NAME_KIND_VIRUS,
} SaigaNameKind;

#define SAIGA_TYPE_NAME_KIND (saiga_name_kind_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_kind_get_type (void) G_GNUC_CONST;

/**
 * SaigaNameRank:
 * @SAIGA_NAME_RANK_UNKNOWN: neither said nor to be seen
 * @SAIGA_NAME_RANK_CLASS: a class, seen from the ending `-opsida`, `-phyceae`, `-mycetes` or `-viricetes`
 * @SAIGA_NAME_RANK_ORDER: an order, seen from the ending `-ales` of the botanical code
 * @SAIGA_NAME_RANK_SUPERFAMILY: a superfamily, seen from the ending `-oidea`
 * @SAIGA_NAME_RANK_FAMILY: a family, seen from the ending `-idae` or `-aceae`
 * @SAIGA_NAME_RANK_SUBFAMILY: a subfamily
 * @SAIGA_NAME_RANK_TRIBE: a tribe
 * @SAIGA_NAME_RANK_SUBTRIBE: a subtribe
 * @SAIGA_NAME_RANK_GENUS: a genus, said to be one
 * @SAIGA_NAME_RANK_SUBGENUS: a subgenus
 * @SAIGA_NAME_RANK_SECTION: a section
 * @SAIGA_NAME_RANK_SUBSECTION: a subsection
 * @SAIGA_NAME_RANK_SERIES: a series
 * @SAIGA_NAME_RANK_SUBSERIES: a subseries
 * @SAIGA_NAME_RANK_SPECIES: a species
 * @SAIGA_NAME_RANK_INFRASPECIFIC: below species, the rank not said: a subspecies in zoology (ICZN 45.6)
 * @SAIGA_NAME_RANK_SUBSPECIES: a subspecies
 * @SAIGA_NAME_RANK_VARIETY: a variety
 * @SAIGA_NAME_RANK_SUBVARIETY: a subvariety
 * @SAIGA_NAME_RANK_FORM: a form
 * @SAIGA_NAME_RANK_SUBFORM: a subform
 * @SAIGA_NAME_RANK_OTHER: another rank, whose marker says which
 *
 * The rank of a name, as far as the name itself says it.
 *
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_RANK_UNKNOWN,
  SAIGA_NAME_RANK_CLASS,
  SAIGA_NAME_RANK_ORDER,
  SAIGA_NAME_RANK_SUPERFAMILY,
  SAIGA_NAME_RANK_FAMILY,
  SAIGA_NAME_RANK_SUBFAMILY,
  SAIGA_NAME_RANK_TRIBE,
  SAIGA_NAME_RANK_SUBTRIBE,
  SAIGA_NAME_RANK_GENUS,
  SAIGA_NAME_RANK_SUBGENUS,
  SAIGA_NAME_RANK_SECTION,
  SAIGA_NAME_RANK_SUBSECTION,
  SAIGA_NAME_RANK_SERIES,
  SAIGA_NAME_RANK_SUBSERIES,
  SAIGA_NAME_RANK_SPECIES,
  SAIGA_NAME_RANK_INFRASPECIFIC,
  SAIGA_NAME_RANK_SUBSPECIES,
  SAIGA_NAME_RANK_VARIETY,
  SAIGA_NAME_RANK_SUBVARIETY,
  SAIGA_NAME_RANK_FORM,
  SAIGA_NAME_RANK_SUBFORM,
  SAIGA_NAME_RANK_OTHER,
} SaigaNameRank;

#define SAIGA_TYPE_NAME_RANK (saiga_name_rank_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_rank_get_type (void) G_GNUC_CONST;

/**
 * SaigaNameQuality:
 * @SAIGA_NAME_QUALITY_NONE: there is no scientific name in the text
 * @SAIGA_NAME_QUALITY_POOR: part of the text was not understood, or the name is left open
 * @SAIGA_NAME_QUALITY_DOUBTFUL: read, but something in it had to be guessed or mended
 * @SAIGA_NAME_QUALITY_FAIR: read; written in a way that the codes do not have
 * @SAIGA_NAME_QUALITY_GOOD: read without any doubt
 *
 * How well a name could be read: what the worst of its warnings makes of it.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_QUALITY_NONE,
  SAIGA_NAME_QUALITY_POOR,
  SAIGA_NAME_QUALITY_DOUBTFUL,
  SAIGA_NAME_QUALITY_FAIR,
  SAIGA_NAME_QUALITY_GOOD,
} SaigaNameQuality;

#define SAIGA_TYPE_NAME_QUALITY (saiga_name_quality_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_quality_get_type (void) G_GNUC_CONST;

/**
 * SaigaNameWarning:
 * @SAIGA_NAME_WARNING_TAIL: this and what follows was not understood, or says something about the name rather than being part of it
 * @SAIGA_NAME_WARNING_ENCODING: bytes that are no UTF-8, or letters that were decoded with the wrong character set
 * @SAIGA_NAME_WARNING_HOMOGLYPH: a letter of another alphabet that looks like a Latin one
 * @SAIGA_NAME_WARNING_DIACRITIC: a letter with a mark, or a ligature, in a word that the codes write without
 * @SAIGA_NAME_WARNING_APOSTROPHE: an apostrophe in a scientific word, or one that is not the plain one
 * @SAIGA_NAME_WARNING_SPACE: a space that is not the plain one, or an underscore instead of a space
 * @SAIGA_NAME_WARNING_MARKUP: tags or entities of HTML
 * @SAIGA_NAME_WARNING_CAPITALS: a word in capitals, or a capital after a hyphen
 * @SAIGA_NAME_WARNING_ABBREVIATED: a genus or subgenus that is abbreviated
 * @SAIGA_NAME_WARNING_QUESTION: a question mark beside a word or in a year
 * @SAIGA_NAME_WARNING_OPEN: “sp.”, “aff.” and the like: the species is left open
 * @SAIGA_NAME_WARNING_COMPARE: “cf.”: to be compared with the name
 * @SAIGA_NAME_WARNING_RUN_TOGETHER: two words written as one
 * @SAIGA_NAME_WARNING_NUMBER: a numeral that the codes write out
 * @SAIGA_NAME_WARNING_RANK: a marker of rank that the codes do not have, or with a letter of enumeration
 * @SAIGA_NAME_WARNING_FILIUS: an “f.” that may be “filius” or “forma”
 * @SAIGA_NAME_WARNING_SUBGENUS: a word in parentheses that may be a subgenus or an author
 * @SAIGA_NAME_WARNING_HYBRID: a hybrid sign that is a letter, stands close to its word, or a formula that leaves something out
 * @SAIGA_NAME_WARNING_PARENTHESIS: a parenthesis is missing, or the year stands on the wrong side of it
 * @SAIGA_NAME_WARNING_YEAR: a year with brackets, a letter, a page or a range
 * @SAIGA_NAME_WARNING_AUTHOR: an author in capitals, unknown, or one of those that are no part of the authorship
 * @SAIGA_NAME_WARNING_NO_GENUS: the genus is missing
 * @SAIGA_NAME_WARNING_LENGTH: the text is longer than a name can be; what is beyond was not looked at
 * @SAIGA_NAME_WARNING_HIGHER: a family stands before the name
 *
 * What is doubtful about a name.
 *
 * Each warning has its place in the text; see [method@Name.get_warning_start].
 * More values may be added over time.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_WARNING_TAIL,
  SAIGA_NAME_WARNING_ENCODING,
  SAIGA_NAME_WARNING_HOMOGLYPH,
  SAIGA_NAME_WARNING_DIACRITIC,
  SAIGA_NAME_WARNING_APOSTROPHE,
  SAIGA_NAME_WARNING_SPACE,
  SAIGA_NAME_WARNING_MARKUP,
  SAIGA_NAME_WARNING_CAPITALS,
  SAIGA_NAME_WARNING_ABBREVIATED,
  SAIGA_NAME_WARNING_QUESTION,
  SAIGA_NAME_WARNING_OPEN,
  SAIGA_NAME_WARNING_COMPARE,
  SAIGA_NAME_WARNING_RUN_TOGETHER,
  SAIGA_NAME_WARNING_NUMBER,
  SAIGA_NAME_WARNING_RANK,
  SAIGA_NAME_WARNING_FILIUS,
  SAIGA_NAME_WARNING_SUBGENUS,
  SAIGA_NAME_WARNING_HYBRID,
  SAIGA_NAME_WARNING_PARENTHESIS,
  SAIGA_NAME_WARNING_YEAR,
  SAIGA_NAME_WARNING_AUTHOR,
  SAIGA_NAME_WARNING_NO_GENUS,
  SAIGA_NAME_WARNING_LENGTH,
  SAIGA_NAME_WARNING_HIGHER,
} SaigaNameWarning;

#define SAIGA_TYPE_NAME_WARNING (saiga_name_warning_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_warning_get_type (void) G_GNUC_CONST;

/**
 * SaigaNameForm:
 * @SAIGA_NAME_FORM_SIMPLE: the words alone: `Prunus mexicana reticulata`
 * @SAIGA_NAME_FORM_FULL: with the signs of hybrids and the markers of rank: `Prunus mexicana var. reticulata`
 * @SAIGA_NAME_FORM_STEMMED: the simple form with the endings of the epithets cut: `Prunus mexican reticulat`
 *
 * The canonical forms of a name. None has an authorship.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_FORM_SIMPLE,
  SAIGA_NAME_FORM_FULL,
  SAIGA_NAME_FORM_STEMMED,
} SaigaNameForm;

#define SAIGA_TYPE_NAME_FORM (saiga_name_form_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_form_get_type (void) G_GNUC_CONST;

/**
 * SaigaNameStrength:
 * @SAIGA_NAME_STRENGTH_STEM: the same but for gender and spelling of the epithets, as a code counts them the same
 * @SAIGA_NAME_STRENGTH_WORDS: the same words
 * @SAIGA_NAME_STRENGTH_RANK: the same words, markers of rank and signs of hybrids
 * @SAIGA_NAME_STRENGTH_AUTHORS: the same words and markers, and the authorships agree, or one of them is silent
 * @SAIGA_NAME_STRENGTH_WHOLE: the same in everything, once both are written in the normal way
 *
 * How much alike two names have to be to count as the same, from the weakest.
 *
 * Since: 0.1
 */
typedef enum
{
  SAIGA_NAME_STRENGTH_STEM,
  SAIGA_NAME_STRENGTH_WORDS,
  SAIGA_NAME_STRENGTH_RANK,
  SAIGA_NAME_STRENGTH_AUTHORS,
  SAIGA_NAME_STRENGTH_WHOLE,
} SaigaNameStrength;

#define SAIGA_TYPE_NAME_STRENGTH (saiga_name_strength_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_strength_get_type (void) G_GNUC_CONST;

/**
 * SaigaName:
 *
 * A scientific name, taken apart.
 *
 * Any text can be read: [func@Name.parse] never fails. What could not be
 * understood, or had to be guessed, is told by the quality and the warnings,
 * each with its place in the text.
 *
 * A name never changes and may be shared between threads. To read many names,
 * use [class@NameTable], which makes no object for each.
 *
 * Since: 0.1
 */
typedef struct _SaigaName SaigaName;

#define SAIGA_TYPE_NAME (saiga_name_get_type ())
SAIGA_AVAILABLE_IN_ALL
GType saiga_name_get_type (void) G_GNUC_CONST;

SAIGA_AVAILABLE_IN_ALL
SaigaName *saiga_name_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_to_string (const SaigaName *self) G_GNUC_WARN_UNUSED_RESULT;

SAIGA_AVAILABLE_IN_ALL
SaigaName *saiga_name_ref (SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
void saiga_name_unref (SaigaName *self);

SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_equal (const SaigaName *self,
                           const SaigaName *other);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_matches (const SaigaName  *self,
                             const SaigaName  *other,
                             SaigaNameStrength strength);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_text (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameKind saiga_name_get_kind (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameQuality saiga_name_get_quality (const SaigaName *self);

SAIGA_AVAILABLE_IN_ALL
guint saiga_name_get_n_warnings (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
SaigaNameWarning saiga_name_get_warning (const SaigaName *self,
                                         guint            position);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_get_warning_start (const SaigaName *self,
                                    guint            position);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_get_warning_length (const SaigaName *self,
                                     guint            position);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_has_warning (const SaigaName *self,
                                 SaigaNameWarning warning);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_canonical (const SaigaName *self,
                                      SaigaNameForm    form);
SAIGA_AVAILABLE_IN_ALL
SaigaNameRank saiga_name_get_rank (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_rank_marker (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_is_hybrid (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_is_extinct (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
gboolean saiga_name_is_candidatus (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
guint saiga_name_get_n_words (const SaigaName *self);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_uninomial (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_genus (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_infrageneric (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_species (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_infraspecies (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_cultivar (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_approximation (const SaigaName *self);

SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_authorship (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_year (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_basionym_authorship (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_basionym_year (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
char **saiga_name_list_authors (const SaigaName *self) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_higher_taxon (const SaigaName *self);
SAIGA_AVAILABLE_IN_ALL
const char *saiga_name_get_tail (const SaigaName *self);

SAIGA_AVAILABLE_IN_ALL
char *saiga_name_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
SAIGA_AVAILABLE_IN_ALL
char *saiga_name_stem (const char *epithet) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaName, saiga_name_unref)

G_END_DECLS
