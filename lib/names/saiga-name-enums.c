/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-name.h>

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaNameKind, saiga_name_kind,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_KIND_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_KIND_SCIENTIFIC, "scientific"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_KIND_FORMULA, "formula"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_KIND_INFORMAL, "informal"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_KIND_VIRUS, "virus"))

G_DEFINE_ENUM_TYPE (SaigaNameRank, saiga_name_rank,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_CLASS, "class"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_ORDER, "order"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUPERFAMILY, "superfamily"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_FAMILY, "family"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBFAMILY, "subfamily"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_TRIBE, "tribe"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBTRIBE, "subtribe"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_GENUS, "genus"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBGENUS, "subgenus"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SECTION, "section"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBSECTION, "subsection"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SERIES, "series"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBSERIES, "subseries"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SPECIES, "species"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_INFRASPECIFIC, "infraspecific"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBSPECIES, "subspecies"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_VARIETY, "variety"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBVARIETY, "subvariety"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_FORM, "form"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_SUBFORM, "subform"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_RANK_OTHER, "other"))

G_DEFINE_ENUM_TYPE (SaigaNameQuality, saiga_name_quality,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_QUALITY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_QUALITY_POOR, "poor"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_QUALITY_DOUBTFUL, "doubtful"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_QUALITY_FAIR, "fair"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_QUALITY_GOOD, "good"))

G_DEFINE_ENUM_TYPE (SaigaNameWarning, saiga_name_warning,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_TAIL, "tail"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_ENCODING, "encoding"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_HOMOGLYPH, "homoglyph"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_DIACRITIC, "diacritic"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_APOSTROPHE, "apostrophe"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_SPACE, "space"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_MARKUP, "markup"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_CAPITALS, "capitals"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_ABBREVIATED, "abbreviated"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_QUESTION, "question"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_COMPARE, "compare"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_RUN_TOGETHER, "run-together"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_RANK, "rank"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_FILIUS, "filius"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_SUBGENUS, "subgenus"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_HYBRID, "hybrid"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_PARENTHESIS, "parenthesis"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_AUTHOR, "author"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_NO_GENUS, "no-genus"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_LENGTH, "length"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_WARNING_HIGHER, "higher"))

G_DEFINE_ENUM_TYPE (SaigaNameForm, saiga_name_form,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_FORM_SIMPLE, "simple"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_FORM_FULL, "full"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_FORM_STEMMED, "stemmed"))

G_DEFINE_ENUM_TYPE (SaigaNameStrength, saiga_name_strength,
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STRENGTH_STEM, "stem"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STRENGTH_WORDS, "words"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STRENGTH_RANK, "rank"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STRENGTH_AUTHORS, "authors"),
                    G_DEFINE_ENUM_VALUE (SAIGA_NAME_STRENGTH_WHOLE, "whole"))
/* clang-format on */
