/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-name-parse-private.h"

#define GENERIC MARKER_INFRAGENERIC
#define SPECIFIC MARKER_INFRASPECIFIC

/* Markers of rank, as they are written and as we write them. In the order of
 * their first letters; row 0 means none. */
static const SaigaNameMarker markers[] = {
  { "", "", SAIGA_NAME_RANK_UNKNOWN, 0 },
  { "ab", "ab.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "aberr", "ab.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "aberratio", "ab.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "agamosp", "agamosp.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "agamossp", "agamossp.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "agamosubsp", "agamosubsp.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "agamovar", "agamovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "biovar", "biovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "bv", "biovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_NEEDS_DOT },
  { "chemoform", "chemoform.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "chemovar", "chemovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "convar", "convar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "div", "div", SAIGA_NAME_RANK_OTHER, GENERIC },
  { "f", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "fa", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "fam", "fam.", SAIGA_NAME_RANK_FAMILY, GENERIC },
  { "fm", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "fma", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "fo", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "form", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "forma", "f.", SAIGA_NAME_RANK_FORM, SPECIFIC },
  { "formasp", "f. sp.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "gen", "gen.", SAIGA_NAME_RANK_GENUS, GENERIC },
  { "lus", "lusus", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON | MARKER_NEEDS_DOT },
  { "lusus", "lusus", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "m", "m.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON | MARKER_NEEDS_DOT },
  { "microg", "microgène", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON | MARKER_NEEDS_DOT },
  { "microgene", "microgène", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "modif", "modif.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON | MARKER_NEEDS_DOT },
  { "monstr", "monstr.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "morph", "morph.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "morpha", "morph.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "morphovar", "morphovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "mut", "mut.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "nat", "natio", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON | MARKER_NEEDS_DOT },
  { "natio", "natio", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "nm", "nothomorph.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_NOTHO | MARKER_NEEDS_DOT },
  { "nothof", "nothof.", SAIGA_NAME_RANK_FORM, SPECIFIC | MARKER_NOTHO },
  { "nothoform", "nothof.", SAIGA_NAME_RANK_FORM, SPECIFIC | MARKER_NOTHO },
  { "nothoforma", "nothof.", SAIGA_NAME_RANK_FORM, SPECIFIC | MARKER_NOTHO },
  { "nothofo", "nothof.", SAIGA_NAME_RANK_FORM, SPECIFIC | MARKER_NOTHO },
  { "nothogen", "nothogen.", SAIGA_NAME_RANK_GENUS, GENERIC | MARKER_NOTHO },
  { "nothomorph", "nothomorph.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_NOTHO },
  { "nothosect", "nothosect.", SAIGA_NAME_RANK_SECTION, GENERIC | MARKER_NOTHO },
  { "nothoser", "nothoser.", SAIGA_NAME_RANK_SERIES, GENERIC | MARKER_NOTHO },
  { "nothosp", "nothosp.", SAIGA_NAME_RANK_SPECIES, SPECIFIC | MARKER_NOTHO },
  { "nothossp", "nothosubsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC | MARKER_NOTHO },
  { "nothosubgen", "nothosubgen.", SAIGA_NAME_RANK_SUBGENUS, GENERIC | MARKER_NOTHO },
  { "nothosubsp", "nothosubsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC | MARKER_NOTHO },
  { "nothosubspecies", "nothosubsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC | MARKER_NOTHO },
  { "nothovarietas", "nothovar.", SAIGA_NAME_RANK_VARIETY, SPECIFIC | MARKER_NOTHO },
  { "nothovar", "nothovar.", SAIGA_NAME_RANK_VARIETY, SPECIFIC | MARKER_NOTHO },
  { "nssp", "nothosubsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC | MARKER_NOTHO },
  { "nsubsp", "nothosubsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC | MARKER_NOTHO },
  { "nvar", "nothovar.", SAIGA_NAME_RANK_VARIETY, SPECIFIC | MARKER_NOTHO },
  { "ord", "ord.", SAIGA_NAME_RANK_ORDER, GENERIC | MARKER_NEEDS_DOT },
  { "pathovar", "pathovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "phagovar", "phagovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "prol", "prol.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "proles", "prol.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "pseudovar", "pseudovar.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "pv", "pv.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
  { "race", "race", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "sect", "sect.", SAIGA_NAME_RANK_SECTION, GENERIC },
  { "section", "sect.", SAIGA_NAME_RANK_SECTION, GENERIC },
  { "ser", "ser.", SAIGA_NAME_RANK_SERIES, GENERIC },
  { "series", "ser.", SAIGA_NAME_RANK_SERIES, GENERIC },
  { "ssect", "subsect.", SAIGA_NAME_RANK_SUBSECTION, GENERIC },
  { "ssp", "subsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC },
  { "st", "st.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_NEEDS_DOT },
  { "subf", "subf.", SAIGA_NAME_RANK_SUBFORM, SPECIFIC | MARKER_NEEDS_DOT },
  { "subfam", "subfam.", SAIGA_NAME_RANK_SUBFAMILY, GENERIC },
  { "subfm", "subf.", SAIGA_NAME_RANK_SUBFORM, SPECIFIC },
  { "subforma", "subf.", SAIGA_NAME_RANK_SUBFORM, SPECIFIC },
  { "subg", "subgen.", SAIGA_NAME_RANK_SUBGENUS, GENERIC },
  { "subgen", "subgen.", SAIGA_NAME_RANK_SUBGENUS, GENERIC },
  { "subgenus", "subgen.", SAIGA_NAME_RANK_SUBGENUS, GENERIC },
  { "subsect", "subsect.", SAIGA_NAME_RANK_SUBSECTION, GENERIC },
  { "subsection", "subsect.", SAIGA_NAME_RANK_SUBSECTION, GENERIC },
  { "subser", "subser.", SAIGA_NAME_RANK_SUBSERIES, GENERIC },
  { "subseries", "subser.", SAIGA_NAME_RANK_SUBSERIES, GENERIC },
  { "subsp", "subsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC },
  { "subspec", "subsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC },
  { "subspecies", "subsp.", SAIGA_NAME_RANK_SUBSPECIES, SPECIFIC },
  { "subtr", "subtrib.", SAIGA_NAME_RANK_SUBTRIBE, GENERIC },
  { "subtrib", "subtrib.", SAIGA_NAME_RANK_SUBTRIBE, GENERIC },
  { "subtribe", "subtrib.", SAIGA_NAME_RANK_SUBTRIBE, GENERIC },
  { "subvar", "subvar.", SAIGA_NAME_RANK_SUBVARIETY, SPECIFIC },
  { "subvariety", "subvar.", SAIGA_NAME_RANK_SUBVARIETY, SPECIFIC },
  { "subvarietas", "subvar.", SAIGA_NAME_RANK_SUBVARIETY, SPECIFIC },
  { "supersect", "supersect.", SAIGA_NAME_RANK_OTHER, GENERIC },
  { "superser", "superser.", SAIGA_NAME_RANK_OTHER, GENERIC },
  { "sv", "subvar.", SAIGA_NAME_RANK_SUBVARIETY, SPECIFIC | MARKER_NEEDS_DOT },
  { "t", "t.", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON | MARKER_NEEDS_DOT },
  { "tr", "trib.", SAIGA_NAME_RANK_TRIBE, GENERIC },
  { "trib", "trib.", SAIGA_NAME_RANK_TRIBE, GENERIC },
  { "tribe", "trib.", SAIGA_NAME_RANK_TRIBE, GENERIC },
  { "unranked", "[unranked]", SAIGA_NAME_RANK_OTHER, GENERIC | SPECIFIC | MARKER_UNCOMMON },
  { "v", "var.", SAIGA_NAME_RANK_VARIETY, SPECIFIC | MARKER_NEEDS_DOT },
  { "var", "var.", SAIGA_NAME_RANK_VARIETY, SPECIFIC },
  { "variety", "var.", SAIGA_NAME_RANK_VARIETY, SPECIFIC },
  { "varietas", "var.", SAIGA_NAME_RANK_VARIETY, SPECIFIC },
  /* Found by the parser itself. */
  { "\001", "*", SAIGA_NAME_RANK_OTHER, SPECIFIC | MARKER_UNCOMMON },
  { "\002", "ab. n.", SAIGA_NAME_RANK_OTHER, SPECIFIC },
};

const SaigaNameMarker *
_saiga_name_get_marker (guint row)
{
  return &markers[row];
}

typedef struct
{
  const char *word;
  guint8 class;
} Word;

/* Words with a meaning of their own, by their first letters. Without periods. */
static const Word words[] = {
  { "'s", WORD_PARTICLE },
  { "'t", WORD_PARTICLE },
  { "aan", WORD_PARTICLE },
  { "ab", WORD_PARTICLE },
  { "ad", WORD_STOP },
  { "af", WORD_PARTICLE },
  { "aff", WORD_OPEN },
  { "affin", WORD_OPEN },
  { "affinis", WORD_PLAIN },
  { "agg", WORD_STOP },
  { "aggr", WORD_STOP },
  { "al", WORD_AL },
  { "albino", WORD_PLAIN },
  { "and", WORD_AND },
  { "anon", WORD_ANONYMOUS },
  { "anonymous", WORD_ANONYMOUS },
  { "apud", WORD_IN },
  { "auct", WORD_STOP },
  { "auctt", WORD_STOP },
  { "auctorum", WORD_STOP },
  { "av", WORD_PARTICLE },
  { "bacterium", WORD_NOT_SPECIES },
  { "bin", WORD_PARTICLE },
  { "bis", WORD_FILIUS },
  { "cf", WORD_COMPARE },
  { "clade", WORD_STOP },
  { "cluster", WORD_STOP },
  { "coll", WORD_STOP },
  { "comb", WORD_STOP },
  { "complex", WORD_STOP },
  { "conf", WORD_COMPARE },
  { "cultivar", WORD_CULTIVAR },
  { "cv", WORD_CULTIVAR },
  { "d", WORD_PARTICLE },
  { "d'", WORD_PARTICLE },
  { "da", WORD_PARTICLE },
  { "dal", WORD_PARTICLE },
  { "dalla", WORD_PARTICLE },
  { "das", WORD_PARTICLE },
  { "de", WORD_PARTICLE },
  { "degli", WORD_PARTICLE },
  { "dei", WORD_PARTICLE },
  { "del", WORD_PARTICLE },
  { "dela", WORD_PARTICLE },
  { "della", WORD_PARTICLE },
  { "delle", WORD_PARTICLE },
  { "dello", WORD_PARTICLE },
  { "dem", WORD_PARTICLE },
  { "den", WORD_PARTICLE },
  { "der", WORD_PARTICLE },
  { "des", WORD_PARTICLE },
  { "di", WORD_PARTICLE },
  { "do", WORD_PARTICLE },
  { "dos", WORD_PARTICLE },
  { "du", WORD_PARTICLE },
  { "e", WORD_PARTICLE },
  { "el", WORD_PARTICLE },
  { "emend", WORD_EMEND },
  { "endosymbiont", WORD_NOT_SPECIES },
  { "et", WORD_AND },
  { "ex", WORD_EX },
  { "fide", WORD_STOP },
  { "fil", WORD_FILIUS },
  { "filius", WORD_FILIUS },
  { "from", WORD_STOP },
  { "gen", WORD_OPEN },
  { "gr", WORD_STOP },
  { "grex", WORD_GROUP },
  { "group", WORD_GROUP },
  { "gx", WORD_GROUP },
  { "hort", WORD_GARDENERS },
  { "ht", WORD_STOP },
  { "hybr", WORD_STOP },
  { "hybrid", WORD_STOP },
  { "hybrids", WORD_STOP },
  { "i", WORD_PARTICLE },
  { "ibn", WORD_PARTICLE },
  { "illeg", WORD_STOP },
  { "in", WORD_IN },
  { "in't", WORD_PARTICLE },
  { "indet", WORD_OPEN },
  { "indeterminate", WORD_OPEN },
  { "ined", WORD_STOP },
  { "inval", WORD_STOP },
  { "jr", WORD_FILIUS },
  { "junior", WORD_FILIUS },
  { "klin", WORD_PARTICLE },
  { "l'", WORD_PARTICLE },
  { "la", WORD_PARTICLE },
  { "las", WORD_PARTICLE },
  { "le", WORD_PARTICLE },
  { "les", WORD_PARTICLE },
  { "lineage", WORD_STOP },
  { "lo", WORD_PARTICLE },
  { "los", WORD_PARTICLE },
  { "mac", WORD_PARTICLE },
  { "mc", WORD_PARTICLE },
  { "mihi", WORD_MANUSCRIPT },
  { "morphosp", WORD_OPEN },
  { "morphospecies", WORD_OPEN },
  { "ms", WORD_MANUSCRIPT },
  { "mss", WORD_MANUSCRIPT },
  { "near", WORD_OPEN },
  { "nec", WORD_STOP },
  { "new", WORD_STOP },
  { "nom", WORD_STOP },
  { "nomen", WORD_STOP },
  { "non", WORD_STOP },
  { "not", WORD_NO_NAME },
  { "nov", WORD_STOP },
  { "novo", WORD_STOP },
  { "nr", WORD_OPEN },
  { "of", WORD_STOP },
  { "op", WORD_PARTICLE },
  { "or", WORD_STOP },
  { "partim", WORD_STOP },
  { "pere", WORD_FILIUS },
  { "phytoplasma", WORD_NOT_SPECIES },
  { "pro", WORD_STOP },
  { "prox", WORD_OPEN },
  { "père", WORD_FILIUS },
  { "s", WORD_STOP },
  { "saint", WORD_PARTICLE },
  { "san", WORD_PARTICLE },
  { "sec", WORD_STOP },
  { "senior", WORD_FILIUS },
  { "sensu", WORD_STOP },
  { "serotype", WORD_STOP },
  { "serovar", WORD_STOP },
  { "sic", WORD_STOP },
  { "sp", WORD_OPEN },
  { "spec", WORD_OPEN },
  { "species", WORD_OPEN },
  { "spp", WORD_OPEN },
  { "sr", WORD_FILIUS },
  { "stat", WORD_STOP },
  { "str", WORD_STOP },
  { "strain", WORD_STOP },
  { "symbiont", WORD_NOT_SPECIES },
  { "syn", WORD_STOP },
  { "synonym", WORD_STOP },
  { "te", WORD_PARTICLE },
  { "ten", WORD_PARTICLE },
  { "ter", WORD_PARTICLE },
  { "the", WORD_STOP },
  { "u", WORD_PARTICLE },
  { "unpubl", WORD_STOP },
  { "unpublished", WORD_STOP },
  { "und", WORD_AND },
  { "v", WORD_PARTICLE },
  { "van", WORD_PARTICLE },
  { "vander", WORD_PARTICLE },
  { "vd", WORD_PARTICLE },
  { "vel", WORD_STOP },
  { "ver", WORD_PARTICLE },
  { "vide", WORD_STOP },
  { "vom", WORD_PARTICLE },
  { "von", WORD_PARTICLE },
  { "y", WORD_AND },
  { "zu", WORD_PARTICLE },
  { "zum", WORD_PARTICLE },
  { "zur", WORD_PARTICLE },
};

/* First words of what is no name. */
static const char *const no_names[] = {
  "incertae", "incertaesedis", "indet", "no", "none", "other", "others", "unamed", "unassigned",
  "uncertain", "unclassified", "uncultured", "undescribed", "undetermined", "unidentified", "unknown",
  "unnamed", "unspecified", "various"
};

/* All these words in one table: the first eight letters in one number, the length, what the word is. */
#define N_SLOTS 1024
#define MAX_KNOWN 15

typedef struct
{
  guint64 letters;
  const char *word;
  guint8 length;
  guint8 class;
  guint8 marker;
} Slot;

static Slot slots[N_SLOTS];

static inline guint64
pack (const char *word,
      gsize length)
{
  guint64 letters = 0;

  for (gsize i = 0; i < length && i < 8; i++)
    letters |= (guint64) ((guchar) word[i] | 0x20) << (8 * i);

  return letters;
}

static inline guint
find_slot (guint64 letters,
           gsize length)
{
  return ((letters ^ length << 56) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 54;
}

static Slot *
add_slot (const char *word)
{
  gsize length = strlen (word);
  guint64 letters = pack (word, length);
  guint i = find_slot (letters, length);

  while (slots[i].word != NULL && (slots[i].letters != letters || slots[i].length != length))
    i = (i + 1) % N_SLOTS;
  slots[i].letters = letters;
  slots[i].word = word;
  slots[i].length = length;

  return &slots[i];
}

static void
fill_slots (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (no_names); i++)
        add_slot (no_names[i])->class = WORD_NO_NAME;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        add_slot (words[i].word)->class = words[i].class;
      for (guint i = 1; i < G_N_ELEMENTS (markers); i++)
        if (markers[i].word[0] >= 'a')
          add_slot (markers[i].word)->marker = i;
      g_once_init_leave (&done, 1);
    }
}

/* Says what a word is for the grammar, and whether it marks a rank. It is without its period; case does not count. */
void
_saiga_name_look_up (const char *word,
                     gsize length,
                     guint8 *class,
                     guint8 *marker)
{
  guint64 letters;

  *class = WORD_PLAIN;
  *marker = 0;
  if (length > MAX_KNOWN)
    return;

  fill_slots ();
  letters = pack (word, length);
  for (guint i = find_slot (letters, length); slots[i].word != NULL; i = (i + 1) % N_SLOTS)
    if (slots[i].letters == letters && slots[i].length == length && (length <= 8 || g_ascii_strncasecmp (slots[i].word + 8, word + 8, length - 8) == 0))
      {
        *class = slots[i].class;
        *marker = slots[i].marker;
        return;
      }
}

/* The row of a marker that is known. */
guint
_saiga_name_find_marker (const char *word)
{
  guint8 class, marker;

  _saiga_name_look_up (word, strlen (word), &class, &marker);

  return marker;
}

static gboolean
ends_with (const char *word,
           gsize length,
           const char *ending)
{
  gsize n = strlen (ending);

  return length >= n && g_ascii_strncasecmp (word + length - n, ending, n) == 0;
}

/* Whether a word is what viruses and the like are called by, rather than by genus and species. */
gboolean
_saiga_name_is_virus_word (const char *word,
                           gsize length)
{
  static const char *const endings[] = {
    "virus", "viruses", "viroid", "viroids", "phage", "phages", "satellite", "satellites", "prion", "prions",
    "particles", "npv", "ssrna", "dsrna"
  };
  guint last;

  if (length < 3)
    return FALSE;

  /* Most words end otherwise. */
  last = ((guchar) word[length - 3] | 0x20) << 16 | ((guchar) word[length - 2] | 0x20) << 8 | ((guchar) word[length - 1] | 0x20);
  switch (last)
    {
#define LAST(a, b, c) ((guint) (a) << 16 | (guint) (b) << 8 | (guint) (c))
    case LAST ('r', 'u', 's'):
    case LAST ('s', 'e', 's'):
    case LAST ('o', 'i', 'd'):
    case LAST ('i', 'd', 's'):
    case LAST ('a', 'g', 'e'):
    case LAST ('g', 'e', 's'):
    case LAST ('i', 't', 'e'):
    case LAST ('t', 'e', 's'):
    case LAST ('i', 'o', 'n'):
    case LAST ('o', 'n', 's'):
    case LAST ('l', 'e', 's'):
    case LAST ('n', 'p', 'v'):
    case LAST ('r', 'n', 'a'):
      break;
    default:
      return FALSE;
#undef LAST
    }

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ends_with (word, length, endings[i]))
      return TRUE;

  return FALSE;
}

/* Species whose epithet looks like the beginning of an author's name: real
 * names, which no rule can tell. */
static const struct
{
  const char *genus;
  const char *epithet;
} odd_epithets[] = {
  { "Antaplaga", "dela" },
  { "Baeolidia", "dela" },
  { "Bolitoglossa", "la" },
  { "Cymatophora", "or" },
  { "Desmoxytes", "des" },
  { "Dicentria", "dela" },
  { "Eulaira", "dela" },
  { "Gnathopleustes", "den" },
  { "Helophorus", "ser" },
  { "Malamatidia", "zu" },
  { "Nocaracris", "van" },
  { "Noctua", "or" },
  { "Palimpsestis", "or" },
  { "Paralvinella", "dela" },
  { "Scoparia", "dela" },
  { "Selenops", "ab" },
  { "Semiothisa", "da" },
  { "Serina", "ser" },
  { "Stenoecia", "dos" },
  { "Sympycnus", "du" },
  { "Tethea", "or" },
  { "Tortolena", "dela" },
  { "Zodarion", "van" },
};

gboolean
_saiga_name_is_odd_epithet (const char *genus,
                            gsize genus_length,
                            const char *epithet,
                            gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd_epithets); i++)
    if (strncmp (odd_epithets[i].epithet, epithet, length) == 0 && odd_epithets[i].epithet[length] == '\0' &&
        strncmp (odd_epithets[i].genus, genus, genus_length) == 0 && odd_epithets[i].genus[genus_length] == '\0')
      return TRUE;

  return FALSE;
}
