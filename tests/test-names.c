/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib/gstdio.h>
#include <saiga/saiga.h>
#include <string.h>

/* ---- reading names */

typedef struct
{
  const char *text;
  const char *full;       /* NULL: no name */
  const char *authorship; /* NULL: none */
  const char *year;
  SaigaNameRank rank;
  SaigaNameKind kind;
  SaigaNameQuality quality;
} ParseCase;

#define KIND(name) SAIGA_NAME_KIND_##name
#define RANK(name) SAIGA_NAME_RANK_##name
#define QUALITY(name) SAIGA_NAME_QUALITY_##name

static const ParseCase parse_cases[] = {
  { "Loxodonta africana (Blumenbach, 1797)", "Loxodonta africana", "(Blumenbach 1797)", "1797", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Saiga spp.", "Saiga", NULL, NULL, RANK (UNKNOWN), KIND (INFORMAL), QUALITY (POOR) },
  { "FALCONIFORMES spp.", "Falconiformes", NULL, NULL, RANK (UNKNOWN), KIND (INFORMAL), QUALITY (POOR) },
  { "A. spp.", "A.", NULL, NULL, RANK (UNKNOWN), KIND (INFORMAL), QUALITY (POOR) },
  { "Gazella dama mhorr", "Gazella dama mhorr", NULL, NULL, RANK (INFRASPECIFIC), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Puma concolor (Central American population)", "Puma concolor", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Ciconiaboyciana", "Ciconiaboyciana", NULL, NULL, RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (DOUBTFUL) },
  { "LOXODONTA AFRICANA", "Loxodonta africana", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Carabus (Tanaocarabus) hendrichsi Bolvar", "Carabus hendrichsi", "Bolvar", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Cordia sect. Salimori (Adans.) Kuntz", "Cordia sect. Salimori", "(Adans.) Kuntz", NULL, RANK (SECTION), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Prunus mexicana S. Watson var. reticulata (Sarg.) Sarg.", "Prunus mexicana var. reticulata", "(Sarg.) Sarg.", NULL, RANK (VARIETY), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Poa annua L. subsp. annua", "Poa annua subsp. annua", NULL, NULL, RANK (SUBSPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Cryptomeria japonica (Thunb. ex L.f.) D.Don", "Cryptomeria japonica", "(Thunb. ex L. fil.) D. Don", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Psoronaias semigranosa von dem Busch in Philippi, 1845", "Psoronaias semigranosa", "von dem Busch in Philippi 1845", "1845", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Mentha × piperita L. var. citrata (Ehrh.) Briq.", "Mentha × piperita var. citrata", "(Ehrh.) Briq.", NULL, RANK (VARIETY), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "×Agropogon P. Fourn. 1934", "× Agropogon", "P. Fourn. 1934", "1934", RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Salix aurita L. × S. caprea L.", "Salix aurita × Salix caprea", NULL, NULL, RANK (UNKNOWN), KIND (FORMULA), QUALITY (POOR) },
  { "Rosa gallica L. 'Versicolor'", "Rosa gallica", "L.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aquilaria cf. malaccensis Lam.", "Aquilaria malaccensis", "Lam.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Dendrobium sp. aff. nobile", "Dendrobium", NULL, NULL, RANK (UNKNOWN), KIND (INFORMAL), QUALITY (POOR) },
  { "Acanthoderes 4-gibbus Riley, 1880", "Acanthoderes quadrigibbus", "Riley 1880", "1880", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Bubo bubo (Linnaeus), 1758", "Bubo bubo", "(Linnaeus 1758)", "1758", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (DOUBTFUL) },
  { "Carabus satyrus KURNAKOV, 1962", "Carabus satyrus", "Kurnakov 1962", "1962", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Parus major Linnaeus, 1758 sensu stricto", "Parus major", "Linnaeus 1758", "1758", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Candidatus Puniceispirillum Oh & Kwon, 2010", "Candidatus Puniceispirillum", "Oh & Kwon 2010", "2010", RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Elephantidae Gray, 1821", "Elephantidae", "Gray 1821", "1821", RANK (FAMILY), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aus bus Smith apud Jones, 1900", "Aus bus", "Smith in Jones 1900", "1900", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Aus bus Smith ibn Batuta", "Aus bus", "Smith ibn Batuta", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aus bus von und zu Löwenstein", "Aus bus", "von und zu Löwenstein", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Doxander vittatus entropi (Man in 't Veld & Visser, 1993)", "Doxander vittatus entropi", "(Man in 't Veld & Visser 1993)", "1993", RANK (INFRASPECIFIC), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Merulius lacrimans (Wulfen : Fr.) Schum.", "Merulius lacrimans", "(Wulfen : Fr.) Schum.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Boletus versicolor L. : Fr.", "Boletus versicolor", "L. : Fr.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Perasis maura : Engel, 1929", "Perasis maura", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Aesculus canadensis Hort. ex Lavallée", "Aesculus canadensis", "Hort. ex Lavallée", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Noctua fimbria ([Denis & Schiffermüller], 1775)", "Noctua fimbria", "(Denis & Schiffermüller 1775)", "1775", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Falco aesalon [Tunstall], 1771", "Falco aesalon", "Tunstall 1771", "1771", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Bucco formosus [anon.], [1840]", "Bucco formosus", "anon. (1840)", "1840", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Acrocephalus paludicola (Vieillot, 1817) [CMS]", "Acrocephalus paludicola", "(Vieillot 1817)", "1817", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Ctenotus alacer Storr, 1970 [\"1969\"]", "Ctenotus alacer", "Storr 1970", "1970", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Ctenotus alacer Storr, \"1969\" [1970]", "Ctenotus alacer", "Storr (1970)", "1970", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Orthocrypturus Miranda-Ribeiro, 1938 (1937)", "Orthocrypturus", "Miranda-Ribeiro 1938", "1938", RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Mus musculus Linnaeus1758", "Mus musculus", "Linnaeus 1758", "1758", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Panthera leo, Linnaeus 1758", "Panthera leo", "Linnaeus 1758", "1758", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Panthera leo, Panthera tigris Linnaeus, 1758", "Panthera leo", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Mesopicos goertae (Statius M?ller, 1776)", "Mesopicos goertae", "(Statius M?ller 1776)", "1776", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "LOXODONTA AFRICANA BLUMENBACH, 1797", "Loxodonta africana", "Blumenbach 1797", "1797", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "PANTHERA TIGRIS ALTAICA", "Panthera tigris altaica", NULL, NULL, RANK (INFRASPECIFIC), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "*Loxodonta africana* (Blumenbach, 1797)", "Loxodonta africana", "(Blumenbach 1797)", "1797", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (DOUBTFUL) },
  { "Agaricus collinitus β mucosus (Bull.) Fr.", "Agaricus collinitus mucosus", "(Bull.) Fr.", NULL, RANK (INFRASPECIFIC), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Fusarium oxysporum forma specialis cubense", "Fusarium oxysporum f. sp. cubense", NULL, NULL, RANK (OTHER), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Polypodium vulgare nothosubspecies mantoniae", "Polypodium vulgare nothosubsp. mantoniae", NULL, NULL, RANK (SUBSPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aster indet.", "Aster", NULL, NULL, RANK (UNKNOWN), KIND (INFORMAL), QUALITY (POOR) },
  { "Indet.", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
  { "Phalaenopsis hybrids", "Phalaenopsis", NULL, NULL, RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Equus hemionus or kiang", "Equus hemionus", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Panthera pardus 豹", "Panthera pardus", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Дикая кошка", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
  { "BOLD:AAA0001", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
  { "SH1508347.08FU", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
  { "Agra not Erwin, 2002", "Agra not", "Erwin 2002", "2002", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Ictavirus ictaluridallo1", "Ictavirus ictaluridallo1", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Hister interruptus Sahlberg, J., 1913", "Hister interruptus", "J. Sahlberg 1913", "1913", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aus bus (Schaufuss, L. W. & Casey, T.L., 1877)", "Aus bus", "(L. W. Schaufuss & T. L. Casey 1877)", "1877", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aus bus Smith, Jr., 1900", "Aus bus", "Smith Jr. 1900", "1900", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aus bus Sw., L. & DC.", "Aus bus", "Sw., L. & DC.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Abies alba Clayton, D.H.; Price, R.D.; Page, R.D.M., 1996", "Abies alba", "D. H. Clayton, R. D. Price & R. D. M. Page 1996", "1996", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Aus bus Smith; Cus dus Jones", "Aus bus", "Smith", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Xylocopa (Koptortosoma) senior Vachal, 1899", "Xylocopa senior", "Vachal 1899", "1899", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Tethea or ([Denis & Schiffermüller], 1775)", "Tethea or", "(Denis & Schiffermüller 1775)", "1775", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Aus bus Smith junior", "Aus bus", "Smith junior", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Malacostraca incertae sedis", "Malacostraca", NULL, NULL, RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Class Reptilia", "Reptilia", NULL, NULL, RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Order Falconiformes spp.", "Falconiformes", NULL, NULL, RANK (UNKNOWN), KIND (INFORMAL), QUALITY (POOR) },
  { "cf. Acipenser sturio", "Acipenser sturio", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Viola tricolor Var. alba", "Viola tricolor var. alba", NULL, NULL, RANK (VARIETY), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Viola tricolor fma. alba", "Viola tricolor f. alba", NULL, NULL, RANK (FORM), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Viola tricolor f. alba (Hort.) Smith", "Viola tricolor f. alba", "(Hort.) Smith", NULL, RANK (FORM), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Lupinus [Tourn.] L.", "Lupinus", "Tourn. ex L.", NULL, RANK (UNKNOWN), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Agaricus campestris [Pers.] ex Fr.", "Agaricus campestris", "Pers. ex Fr.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Acipenser sturio - Linnaeus 1758", "Acipenser sturio", "Linnaeus 1758", "1758", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Acipenser sturio L., 1758.", "Acipenser sturio", "L. 1758", "1758", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Viola tricolor L., Sp. Pl.: 935 (1753)", "Viola tricolor", "L.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Viola alba DC. in Lam. & DC., Fl. Franç. ed. 3", "Viola alba", "DC. in Lam. & DC.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Aus bus Smith (in Jones, 1900)", "Aus bus", "Smith in Jones 1900", "1900", RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Saiga tatarica1", "Saiga tatarica", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (POOR) },
  { "Arecaceae Leopoldinia pulchra Mart.", "Leopoldinia pulchra", "Mart.", NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Vochysiaceae Vochysiaceae Qualea grandiflora", "Qualea grandiflora", NULL, NULL, RANK (SPECIES), KIND (SCIENTIFIC), QUALITY (FAIR) },
  { "Felidae Fischer de Waldheim, 1817", "Felidae", "Fischer de Waldheim 1817", "1817", RANK (FAMILY), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Rosaceae Juss. subfam. Rosoideae", "Rosaceae subfam. Rosoideae", NULL, NULL, RANK (SUBFAMILY), KIND (SCIENTIFIC), QUALITY (GOOD) },
  { "Abutilon mosaic virus", NULL, NULL, NULL, RANK (UNKNOWN), KIND (VIRUS), QUALITY (NONE) },
  { "Incertae sedis", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
  { "", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
  { "   ", NULL, NULL, NULL, RANK (UNKNOWN), KIND (NONE), QUALITY (NONE) },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const ParseCase *expected = &parse_cases[i];
      g_autoptr(SaigaName) name = saiga_name_parse (expected->text);

      g_test_message ("“%s”", expected->text);
      g_assert_cmpstr (saiga_name_get_text (name), ==, expected->text);
      g_assert_cmpstr (saiga_name_get_canonical (name, SAIGA_NAME_FORM_FULL), ==, expected->full);
      g_assert_cmpstr (saiga_name_get_authorship (name), ==, expected->authorship);
      g_assert_cmpstr (saiga_name_get_year (name), ==, expected->year);
      g_assert_cmpint (saiga_name_get_rank (name), ==, expected->rank);
      g_assert_cmpint (saiga_name_get_kind (name), ==, expected->kind);
      g_assert_cmpint (saiga_name_get_quality (name), ==, expected->quality);
      g_assert_true (saiga_name_equal (name, name));
    }
}

static void
test_parts (void)
{
  g_autoptr(SaigaName) name = saiga_name_parse ("Lobopoda (Lobopoda) atrata var. minor (Champion, 1888) Smith & Jones, 1900 'Red' etc");
  g_auto(GStrv) authors = saiga_name_list_authors (name);
  g_autofree char *normal = saiga_name_to_string (name);
  const char *expected[] = { "Champion", "Smith", "Jones", NULL };

  g_assert_cmpstr (saiga_name_get_genus (name), ==, "Lobopoda");
  g_assert_null (saiga_name_get_uninomial (name));
  g_assert_cmpstr (saiga_name_get_infrageneric (name), ==, "Lobopoda");
  g_assert_cmpstr (saiga_name_get_species (name), ==, "atrata");
  g_assert_cmpstr (saiga_name_get_infraspecies (name), ==, "minor");
  g_assert_cmpstr (saiga_name_get_rank_marker (name), ==, "var.");
  g_assert_cmpstr (saiga_name_get_basionym_authorship (name), ==, "Champion 1888");
  g_assert_cmpstr (saiga_name_get_basionym_year (name), ==, "1888");
  g_assert_cmpstr (saiga_name_get_year (name), ==, "1900");
  g_assert_cmpstr (saiga_name_get_cultivar (name), ==, "Red");
  g_assert_cmpstr (saiga_name_get_tail (name), ==, "etc");
  g_assert_null (saiga_name_get_higher_taxon (name));
  g_assert_cmpstr (saiga_name_get_canonical (name, SAIGA_NAME_FORM_SIMPLE), ==, "Lobopoda atrata minor");
  g_assert_cmpstr (saiga_name_get_canonical (name, SAIGA_NAME_FORM_STEMMED), ==, "Lobopoda atrat minor");
  g_assert_cmpstr (normal, ==, "Lobopoda (Lobopoda) atrata var. minor (Champion 1888) Smith & Jones 1900 'Red'");
  g_assert_true (g_strv_equal ((const char *const *) authors, expected));
  g_assert_cmpuint (saiga_name_get_n_words (name), ==, 4);
  g_assert_false (saiga_name_is_hybrid (name));
  g_assert_false (saiga_name_is_extinct (name));
}

/* Cultivars and Groups, and the form in which they are written again. */
static void
test_cultivars (void)
{
  static const struct
  {
    const char *text;
    const char *cultivar;
    const char *normal;
  } cases[] = {
    { "Rosa gallica L. 'Versicolor'", "Versicolor", "Rosa gallica L. 'Versicolor'" },
    { "Camellia japonica cv. Akashigata", "Akashigata", "Camellia japonica 'Akashigata'" },
    { "Acer campestre L. cv. 'Elsrijk'", "Elsrijk", "Acer campestre L. 'Elsrijk'" },
    { "Brassica oleracea L. Capitata Group", "Capitata Group", "Brassica oleracea L. Capitata Group" },
    { "Brassica oleracea (Capitata Group)", "Capitata Group", "Brassica oleracea Capitata Group" },
    { "Brassica oleracea (Capitata Group) 'January King'", "January King", "Brassica oleracea 'January King'" },
    { "Primula Border Auricula Group", "Border Auricula Group", "Primula Border Auricula Group" },
    { "Paphiopedilum Sorel grex", "Sorel grex", "Paphiopedilum Sorel grex" },
    { "Bartonella group", NULL, "Bartonella" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaName) name = saiga_name_parse (cases[i].text);
      g_autofree char *normal = saiga_name_to_string (name);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (saiga_name_get_cultivar (name), ==, cases[i].cultivar);
      g_assert_cmpstr (normal, ==, cases[i].normal);
    }
}

/* Each warning with its place in characters. */
static void
test_warnings (void)
{
  static const struct
  {
    const char *text;
    SaigaNameWarning warning;
    guint start;
    guint length;
  } cases[] = {
    { "Lox\xd0\xbe"
      "donta africana",
      SAIGA_NAME_WARNING_HOMOGLYPH, 3, 1 },
    { "Ciconia boyciana Linn\xc3\x83\xc2\xa9", SAIGA_NAME_WARNING_ENCODING, 21, 2 },
    { "Puma concolor M?ller", SAIGA_NAME_WARNING_ENCODING, 14, 6 },
    { "Isoëtes asplundii", SAIGA_NAME_WARNING_DIACRITIC, 0, 7 },
    { "Arca m'coyi", SAIGA_NAME_WARNING_APOSTROPHE, 5, 6 },
    { "Oxalis_barrelieri", SAIGA_NAME_WARNING_SPACE, 6, 1 },
    { "<i>Oxalis</i> alba", SAIGA_NAME_WARNING_MARKUP, 0, 3 },
    { "PUMA concolor", SAIGA_NAME_WARNING_CAPITALS, 0, 4 },
    { "M. alpium", SAIGA_NAME_WARNING_ABBREVIATED, 0, 2 },
    { "Ferganoconcha? oblonga", SAIGA_NAME_WARNING_QUESTION, 13, 1 },
    { "Isoëtes spp.", SAIGA_NAME_WARNING_OPEN, 8, 4 },
    { "Felidae Puma concolor", SAIGA_NAME_WARNING_HIGHER, 0, 7 },
    { "Puma cf. concolor", SAIGA_NAME_WARNING_COMPARE, 5, 3 },
    { "Ciconiaboyciana", SAIGA_NAME_WARNING_RUN_TOGETHER, 0, 15 },
    { "Rhynchophorus 13punctatus", SAIGA_NAME_WARNING_NUMBER, 14, 11 },
    { "Plantago major prol. lutulenta", SAIGA_NAME_WARNING_RANK, 15, 5 },
    { "Polypodium pectinatum L. f. typica", SAIGA_NAME_WARNING_FILIUS, 25, 2 },
    { "Clathrotropis (Bentham) Harms", SAIGA_NAME_WARNING_SUBGENUS, 15, 7 },
    { "Salix x capreola", SAIGA_NAME_WARNING_HYBRID, 6, 1 },
    { "Bubo bubo (Linnaeus), 1758", SAIGA_NAME_WARNING_PARENTHESIS, 22, 4 },
    { "Anthoscopus Cabanis [1851]", SAIGA_NAME_WARNING_YEAR, 20, 6 },
    { "Carabus satyrus KURNAKOV", SAIGA_NAME_WARNING_AUTHOR, 16, 8 },
    { "? euleri Cabanis, 1868", SAIGA_NAME_WARNING_NO_GENUS, 0, 1 },
    { "Puma concolor: text", SAIGA_NAME_WARNING_TAIL, 13, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaName) name = saiga_name_parse (cases[i].text);
      gboolean found = FALSE;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (saiga_name_has_warning (name, cases[i].warning));
      for (guint n = 0; n < saiga_name_get_n_warnings (name) && !found; n++)
        if (saiga_name_get_warning (name, n) == cases[i].warning)
          {
            g_assert_cmpuint (saiga_name_get_warning_start (name, n), ==, cases[i].start);
            g_assert_cmpuint (saiga_name_get_warning_length (name, n), ==, cases[i].length);
            found = TRUE;
          }
      g_assert_true (found);
    }
}

/* Whatever comes in, the name that goes out is UTF-8, and reads as the same name again. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "Pseudocercospora dendrobii(H.C.     Burnett, 1873)U. Braun & Crous     2003",
    "Bosmina (Eubosmina) coregoni x B. (E.) longispina",
    "Aus bus \xff\xfe Smith",
    "Polypodium pectinatum L. f. typica Rosenst.",
    "Brassica oleracea L. subsp. capitata (L.) DC. convar. fruticosa (Metzg.) Alef.",
    "Tridentella tangeroae Bruce, 198?",
    "Mico rondoni Ferrari, Sena, M. P. C. Schneider, & e Silva Júnior, 2010",
    "Stylosanthes guianensis (Aubl.) Sw. var. robusta L.'t Mannetje",
    "Chlorobium phaeobacteroides Pfennig, 1968 emend Imhoff, 2003",
    "Merulius lacrimans (Wulfen : Fr.) Schum.",
    "Bucco formosus [anon.], [1840]",
    "Aus bus (Schaufuss, L. W. & Casey, T.L., 1877)",
    "Brassica oleracea (Capitata Group)",
    "Lupinus [Tourn.] L.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(SaigaName) name = saiga_name_parse (texts[i]);
      g_autofree char *once = saiga_name_to_string (name);
      g_autoptr(SaigaName) again = saiga_name_parse (once);
      g_autofree char *twice = saiga_name_to_string (again);

      g_test_message ("“%s”", once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
      g_assert_true (saiga_name_matches (name, again, SAIGA_NAME_STRENGTH_WHOLE));
    }
}

static void
test_long (void)
{
  g_autofree char *words = g_strnfill (100000, 'a');
  g_autofree char *text = g_strconcat ("Aus ", words, NULL);
  g_autoptr(SaigaName) name = saiga_name_parse (text);
  g_autofree char *parentheses = g_strnfill (5000, '(');
  g_autoptr(SaigaName) other = saiga_name_parse (parentheses);

  g_assert_true (saiga_name_has_warning (name, SAIGA_NAME_WARNING_LENGTH));
  g_assert_cmpint (saiga_name_get_kind (other), ==, SAIGA_NAME_KIND_NONE);
}

static void
test_strengths (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    int strength; /* the strongest that holds; -1: none */
  } cases[] = {
    { "Puma concolor (Linnaeus, 1771)", "Puma concolor  (Linnaeus 1771)", SAIGA_NAME_STRENGTH_WHOLE },
    { "Puma concolor (L., 1771)", "Puma concolor (Linnaeus, 1771)", SAIGA_NAME_STRENGTH_AUTHORS },
    { "Puma concolor", "Puma concolor (Linnaeus, 1771)", SAIGA_NAME_STRENGTH_AUTHORS },
    { "Puma concolor Smith, 1900", "Puma concolor (Linnaeus, 1771)", SAIGA_NAME_STRENGTH_RANK },
    { "Poa alba subsp. minor", "Poa alba var. minor", SAIGA_NAME_STRENGTH_WORDS },
    { "Aus dinellianus", "Aus dinelliana", SAIGA_NAME_STRENGTH_STEM },
    { "Aus niger", "Aus nigra", SAIGA_NAME_STRENGTH_STEM },
    { "Aus albus", "Aus ater", -1 },
    { "unidentified", "unidentified", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaName) a = saiga_name_parse (cases[i].a);
      g_autoptr(SaigaName) b = saiga_name_parse (cases[i].b);

      for (int strength = SAIGA_NAME_STRENGTH_STEM; strength <= SAIGA_NAME_STRENGTH_WHOLE; strength++)
        {
          g_test_message ("“%s”, “%s”, %d", cases[i].a, cases[i].b, strength);
          g_assert_true (saiga_name_matches (a, b, strength) == (strength <= cases[i].strength));
        }
    }
}

/* ---- folding: each rule with its article */

static void
test_stems (void)
{
  static const struct
  {
    const char *article;
    const char *a;
    const char *b;
  } cases[] = {
    { "ICZN 31.2, 34.2; ICN 23.5: gender", "dinellianus", "dinelliana" },
    { "ICZN 34.2: gender, neuter", "album", "alba" },
    { "ICZN 34.2: gender, -is and -e", "orientalis", "orientale" },
    { "ICZN 34.2: gender, -er and -ra", "niger", "nigra" },
    { "ICZN 31.1.2, 58.14; ICN 60.8: genitive", "smithi", "smithii" },
    { "ICZN 58.1; ICN 60.3: ae, oe, e", "caerulea", "coerulea" },
    { "ICZN 58.2: y and i", "silvestris", "sylvestris" },
    { "ICZN 32.5.2.3; ICN 60.11: hyphen", "novae-hollandiae", "novaehollandiae" },
    { "ICZN 32.5.2.3; ICN 60.10: apostrophe", "d'orbignyi", "dorbignyi" },
    { "ICZN 32.5.2.1; ICN 60.7: umlaut", "mülleri", "muelleri" },
    { "ICZN 32.5.2.1; ICN 60.7: accent", "guérini", "guerini" },
    { "ICN 60.7: ligature", "cœrulescens", "coerulescens" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = saiga_name_stem (cases[i].a);
      g_autofree char *b = saiga_name_stem (cases[i].b);

      g_test_message ("%s", cases[i].article);
      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_fold (void)
{
  g_autofree char *folded = saiga_name_fold ("Œdicnemus MÜLLERI Straße ſ Łódź Жук");

  g_assert_cmpstr (folded, ==, "oedicnemus muelleri strasse s lodz ???");
}

/* What ICZN 58 counts as one spelling is found as a variant. */
static void
test_variants (void)
{
  static const struct
  {
    const char *article;
    const char *in_index;
    const char *asked;
  } cases[] = {
    { "58.1", "Aus caeruleus", "Aus coeruleus" },
    { "58.2", "Aus cheilensis", "Aus chilensis" },
    { "58.3", "Aus maior", "Aus major" },
    { "58.4", "Aus nouus", "Aus novus" },
    { "58.5", "Aus microdon", "Aus mikrodon" },
    { "58.6", "Aus oxyrhynchus", "Aus oxyrynchus" },
    { "58.7", "Aus litoralis", "Aus littoralis" },
    { "58.9", "Aus sulfureus", "Aus sulphureus" },
    { "58.10", "Aus chloropterus", "Aus cloropterus" },
    { "58.11", "Aus xanthops", "Aus xantops" },
    /* A genitive of the wrong gender is corrected (31.1.3), so it is the same name. */
    { "31.1.2, 31.1.3", "Aus maryfullerae", "Aus maryfulleri" },
    { "31.1.2, 31.1.3", "Aus hillorum", "Aus hilli" },
    { "31.1.2, 31.1.3", "Aus smitharum", "Aus smithae" },
    { "58.14", "Aus smithii", "Aus smithi" },
    { "58.14", "Aus smithorum", "Aus smithiorum" },
    { "58.15", "Aus comstockana", "Aus comstockianus" },
    { "58.15", "Aus timorensis", "Aus timoriense" },
    { "34.2", "Aus dinellianus", "Aus dinelliana" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *names[] = { cases[i].in_index, NULL };
      g_autoptr(SaigaNameIndex) index = saiga_name_index_new_for_names (names);
      g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
      g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match (matcher, cases[i].asked, NULL);

      g_test_message ("ICZN %s: %s", cases[i].article, cases[i].asked);
      g_assert_cmpint (saiga_name_match_list_get_match_class (list, 0), ==, SAIGA_NAME_MATCH_CLASS_VARIANT);
    }
}

/* What people and scanners take for one another costs less than other edits. */
static void
test_weights (void)
{
  static const struct
  {
    const char *in_index;
    const char *mistaken;  /* a letter for one that looks like it */
    const char *arbitrary; /* as many edits, that nobody would make */
  } cases[] = {
    { "Cladonia rangiferina", "Claclonia rangiferina", "Clarxonia rangiferina" },
    { "Homonia communis", "Hornonia communis", "Hoqxonia communis" },
    { "Puma concolor", "Puma eoncolor", "Puma xoncolor" },
    { "Puma concolor", "Puma cnocolor", "Puma cxxcolor" },
    { "Puma concolor", "Puma conccolor", "Puma conxcolor" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *names[] = { cases[i].in_index, NULL }, *asked[] = { cases[i].mistaken, cases[i].arbitrary };
      g_autoptr(SaigaNameIndex) index = saiga_name_index_new_for_names (names);
      g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
      double scores[2];

      saiga_name_matcher_set_lenient (matcher, TRUE);
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match (matcher, asked[k], NULL);
          g_autoptr(SaigaNameCandidate) candidate = saiga_name_match_list_dup_candidate (list, 0, 0);

          g_test_message ("%s", asked[k]);
          g_assert_nonnull (candidate);
          g_assert_cmpint (saiga_name_candidate_get_match_class (candidate), <=, SAIGA_NAME_MATCH_CLASS_FUZZY);
          scores[k] = saiga_name_candidate_get_score (candidate);
        }
      g_assert_cmpfloat (scores[0], >, scores[1]);
    }
}

/* What looks like it, and is another name by the codes. */
static void
test_no_variants (void)
{
  static const char *const cases[][2] = {
    { "Lanius excubitor", "Lanius excubitorius" },
    { "Apus niger", "Apus ater" },
    { "Mus major", "Mus maximus" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *names[] = { cases[i][0], NULL };
      g_autoptr(SaigaNameIndex) index = saiga_name_index_new_for_names (names);
      g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
      g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match (matcher, cases[i][1], NULL);

      g_test_message ("%s", cases[i][1]);
      g_assert_cmpint (saiga_name_match_list_get_match_class (list, 0), ==, SAIGA_NAME_MATCH_CLASS_NONE);
    }
}

/* ---- tables */

static void
test_table (void)
{
  const char *names[] = { "Loxodonta africana (Blumenbach, 1797)", "Saiga spp.", "Incertae sedis", "Salix ×capreola Andersson (1867)", NULL };
  const SaigaNameColumn columns[] = { SAIGA_NAME_COLUMN_CANONICAL, SAIGA_NAME_COLUMN_YEAR };
  g_autoptr(SaigaNameTable) table = saiga_name_table_new ();
  g_auto(GStrv) canonical = NULL;
  const char *expected[] = { "Loxodonta africana", "Saiga", "", "Salix capreola", NULL };

  saiga_name_table_parse (table, names);
  g_assert_cmpuint (saiga_name_table_get_n_rows (table), ==, 4);
  canonical = saiga_name_table_dup_column (table, SAIGA_NAME_COLUMN_CANONICAL);
  g_assert_true (g_strv_equal ((const char *const *) canonical, expected));
  g_assert_cmpstr (saiga_name_table_get_text (table, 0, SAIGA_NAME_COLUMN_AUTHORSHIP), ==, "(Blumenbach 1797)");
  g_assert_cmpstr (saiga_name_table_get_text (table, 0, SAIGA_NAME_COLUMN_YEAR), ==, "1797");
  g_assert_cmpstr (saiga_name_table_get_text (table, 1, SAIGA_NAME_COLUMN_KIND), ==, "informal");
  g_assert_cmpstr (saiga_name_table_get_text (table, 1, SAIGA_NAME_COLUMN_APPROXIMATION), ==, "spp.");
  g_assert_cmpstr (saiga_name_table_get_text (table, 1, SAIGA_NAME_COLUMN_WARNINGS), ==, "open@6+4");
  g_assert_cmpstr (saiga_name_table_get_text (table, 2, SAIGA_NAME_COLUMN_QUALITY), ==, "none");
  g_assert_cmpstr (saiga_name_table_get_text (table, 3, SAIGA_NAME_COLUMN_HYBRID), ==, "yes");
  g_assert_cmpstr (saiga_name_table_get_text (table, 3, SAIGA_NAME_COLUMN_RANK), ==, "species");

  saiga_name_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  g_assert_cmpuint (saiga_name_table_get_n_rows (table), ==, 0);
  saiga_name_table_parse (table, names);
  g_assert_cmpstr (saiga_name_table_get_text (table, 3, SAIGA_NAME_COLUMN_YEAR), ==, "1867");
}

/* ---- the index */

static SaigaNameIndex *
make_index (void)
{
  g_autoptr(SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
  g_autoptr(GError) error = NULL;
  SaigaNameIndex *index;

  saiga_name_index_builder_add (builder, "a", "Loxodonta africana (Blumenbach, 1797)", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Elephantidae");
  saiga_name_index_builder_add (builder, "b", "Elephas africanus Blumenbach, 1797", SAIGA_NAME_STATUS_SYNONYM, "a", "Elephantidae");
  saiga_name_index_builder_add (builder, "c", "Panthera uncia (Schreber, 1775)", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Felidae");
  saiga_name_index_builder_add (builder, "d", "Ciconia boyciana Swinhoe, 1873", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Ciconiidae");
  saiga_name_index_builder_add (builder, "e", "Saiga tatarica (Linnaeus, 1766)", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Bovidae");
  saiga_name_index_builder_add (builder, "f", "Saiga spp.", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Bovidae");
  saiga_name_index_builder_add (builder, "g", "Prunella modularis (Linnaeus, 1758)", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Animalia;Prunellidae");
  saiga_name_index_builder_add (builder, "h", "Prunella vulgaris L.", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Plantae;Lamiaceae");
  saiga_name_index_builder_add (builder, "i", "Aotus alba Smith, 1900", SAIGA_NAME_STATUS_SYNONYM, "c", "Aotidae");
  saiga_name_index_builder_add (builder, "j", "Aotus alba Smith, 1900", SAIGA_NAME_STATUS_SYNONYM, "d", "Aotidae");
  saiga_name_index_builder_add (builder, "k", "Aotus alba (Jones, 1800)", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Fabaceae");
  saiga_name_index_builder_add (builder, "l", "Tobacco mosaic virus", SAIGA_NAME_STATUS_ACCEPTED, NULL, NULL);
  saiga_name_index_builder_add (builder, "m", "African elephant", SAIGA_NAME_STATUS_COMMON, "a", NULL);
  saiga_name_index_builder_add (builder, "n", "Éléphant d’Afrique", SAIGA_NAME_STATUS_COMMON, "a", NULL);
  index = saiga_name_index_builder_build (builder, &error);
  g_assert_no_error (error);

  return index;
}

static void
test_index (void)
{
  g_autoptr(SaigaNameIndex) index = make_index ();
  const char *names[] = { "Loxodonta africana", "Loxodonta alba", "Tobacco mosaic virus", "saiga", "", NULL };
  guint n = 0;
  g_autofree guint *rows = saiga_name_index_find_names (index, names, &n);
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *higher = NULL;

  g_assert_cmpuint (saiga_name_index_get_n_rows (index), ==, 14);
  g_assert_cmpuint (saiga_name_index_get_n_names (index), ==, 10);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (rows[0], >, 0);
  g_assert_cmpuint (rows[1], ==, 0);
  g_assert_cmpuint (rows[2], >, 0);
  g_assert_cmpuint (rows[3], >, 0);
  g_assert_cmpuint (rows[4], ==, 0);
  id = saiga_name_index_dup_id (index, rows[0] - 1);
  name = saiga_name_index_dup_name (index, rows[0] - 1);
  higher = saiga_name_index_dup_higher_taxon (index, rows[0] - 1);
  g_assert_cmpstr (id, ==, "a");
  g_assert_cmpstr (name, ==, "Loxodonta africana (Blumenbach, 1797)");
  g_assert_cmpstr (higher, ==, "Elephantidae");
  g_assert_null (saiga_name_index_dup_accepted_id (index, rows[0] - 1));
}

static void
assert_completions (SaigaNameIndex *index,
                    const char *text,
                    const char *expected)
{
  guint n = 0;
  g_autofree guint *rows = saiga_name_index_complete (index, text, 5, &n);
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = saiga_name_index_dup_id (index, rows[i]);

      g_string_append (ids, id);
    }
  g_test_message ("“%s”", text);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_complete (void)
{
  g_autoptr(SaigaNameIndex) index = make_index ();

  assert_completions (index, "lox", "a");
  assert_completions (index, "Lox af", "a");
  assert_completions (index, "SAI", "fe");
  assert_completions (index, "saiga ", "fe");
  assert_completions (index, "african", "mab");
  assert_completions (index, "éléph", "nbm");
  assert_completions (index, "eleph", "nbm");
  assert_completions (index, "zzz", "");
  assert_completions (index, "", "");
}

/* A file of an index with any of its bytes changed is refused, or answers somehow. */
static void
use_index (SaigaNameIndex *index)
{
  const char *names[] = { "Loxodonta africana", "Loxadonta africana", "Aotus alba", "Uncia uncia (Schreber, 1775)", "Ciconiaboyciana", "S. tatarica", "Saiga x y", NULL };
  g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
  g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match_names (matcher, names, NULL, NULL, NULL);
  g_auto(GStrv) ids = saiga_name_match_list_dup_best_ids (list);
  g_auto(GStrv) found = saiga_name_match_list_dup_best_names (list);
  guint n;
  g_autofree guint *rows = saiga_name_index_complete (index, "a", 10, &n);
  g_autofree guint *exact = saiga_name_index_find_names (index, names, &n);

  for (guint i = 0; i < g_strv_length (found); i++)
    g_assert_true (g_utf8_validate (found[i], -1, NULL));
  for (guint i = 0; i < saiga_name_index_get_n_rows (index) && i < 20; i++)
    g_free (saiga_name_index_dup_name (index, i));
}

static void
test_damaged (void)
{
  g_autoptr(SaigaNameIndex) index = make_index ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "saiga-test-names.index", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(SaigaNameIndex) opened = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;
  guint n_refused = 0;

  g_assert_true (saiga_name_index_save (index, file, NULL, &error));
  g_assert_no_error (error);
  opened = saiga_name_index_open (file, &error);
  g_assert_no_error (error);
  g_assert_true (saiga_name_index_verify (opened, &error));
  g_assert_cmpuint (saiga_name_index_get_n_rows (opened), ==, 14);
  use_index (opened);

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(SaigaNameIndex) damaged = NULL;

      copy[i] ^= i % 3 == 0 ? 0xff : i % 3 == 1 ? 0x01
                                                : 0x80;
      bytes = g_bytes_new_static (copy, size);
      damaged = saiga_name_index_new_from_bytes (bytes, NULL);
      if (damaged == NULL)
        n_refused++;
      else
        {
          use_index (damaged);
        }
    }
  g_test_message ("%u of %" G_GSIZE_FORMAT " changes refused at once", n_refused, size);
  g_assert_cmpuint (n_refused, >, 500);

  for (gsize length = 0; length < size; length += 97)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (data, length);

      g_assert_null (saiga_name_index_new_from_bytes (bytes, &error));
      g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID);
      g_clear_error (&error);
    }

  data[size - 40] ^= 1;
  {
    g_autoptr(GBytes) bytes = g_bytes_new (data, size);
    g_autoptr(SaigaNameIndex) damaged = saiga_name_index_new_from_bytes (bytes, &error);

    g_assert_no_error (error);
    g_assert_false (saiga_name_index_verify (damaged, &error));
    g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID);
    g_clear_error (&error);
  }
  g_unlink (path);

  g_assert_null (saiga_name_index_open (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_empty (void)
{
  g_autoptr(SaigaNameIndex) index = saiga_name_index_new ();
  g_autoptr(SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
  g_autoptr(SaigaNameIndex) built = saiga_name_index_builder_build (builder, NULL);
  g_autoptr(SaigaNameMatcher) bare = g_object_new (SAIGA_TYPE_NAME_MATCHER, NULL);
  g_autoptr(SaigaNameMatchList) list = g_object_new (SAIGA_TYPE_NAME_MATCH_LIST, NULL);

  use_index (index);
  use_index (built);
  g_assert_cmpuint (saiga_name_match_list_get_n_names (list), ==, 0);
  g_assert_nonnull (saiga_name_matcher_get_index (bare));
}

/* ---- matching */

static void
test_classes (void)
{
  static const struct
  {
    const char *name;
    const char *higher;
    const char *ids; /* of all candidates, in their order */
    SaigaNameMatchClass match_class;
    gboolean ambiguous;
  } cases[] = {
    { "Loxodonta africana", NULL, "a", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "loxodonta africana", NULL, "a", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Loxodonta africana Blumenbach 1797", NULL, "a", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Loxodonta africana Cuvier, 1825", NULL, "a", SAIGA_NAME_MATCH_CLASS_AUTHOR_DIFFERS, FALSE },
    { "Loxodonta africanus", NULL, "a", SAIGA_NAME_MATCH_CLASS_VARIANT, FALSE },
    { "Loxadonta africana", NULL, "a", SAIGA_NAME_MATCH_CLASS_FUZZY, FALSE },
    { "Loxadonta africana Cuvier, 1900", NULL, "", SAIGA_NAME_MATCH_CLASS_NONE, FALSE },
    { "Ciconiaboyciana", NULL, "d", SAIGA_NAME_MATCH_CLASS_JOINED, FALSE },
    { "Cico nia boyciana", NULL, "d", SAIGA_NAME_MATCH_CLASS_JOINED, FALSE },
    { "Uncia uncia (Schreber, 1775)", NULL, "c", SAIGA_NAME_MATCH_CLASS_TRANSFER, FALSE },
    { "Uncia uncia", NULL, "", SAIGA_NAME_MATCH_CLASS_NONE, FALSE },
    { "Saiga tatarica mongolica", NULL, "e", SAIGA_NAME_MATCH_CLASS_PARTIAL, FALSE },
    { "Saiga borealis", NULL, "f", SAIGA_NAME_MATCH_CLASS_HIGHER, FALSE },
    { "Bovidae Saiga", NULL, "f", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "bovidae saiga tatarica", NULL, "e", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Bovidae-antilopinae Saiga tatarica", NULL, "e", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Lamiaceae Prunella vulgaris", NULL, "h", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Prunellidae Prunella vulgaris", NULL, "h", SAIGA_NAME_MATCH_CLASS_HOMONYM, FALSE },
    { "S. tatarica", NULL, "e", SAIGA_NAME_MATCH_CLASS_FUZZY, FALSE },
    { "Prunella modularis", "Plantae", "g", SAIGA_NAME_MATCH_CLASS_HOMONYM, FALSE },
    { "Prunella modularis", "Prunellidae", "g", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Aotus alba", NULL, "kij", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Aotus alba Smith, 1900", NULL, "ijk", SAIGA_NAME_MATCH_CLASS_EXACT, TRUE },
    { "Aotus alba", "Aotidae", "ijk", SAIGA_NAME_MATCH_CLASS_EXACT, TRUE },
    { "Tobacco mosaic virus", NULL, "l", SAIGA_NAME_MATCH_CLASS_EXACT, FALSE },
    { "Nothing here", NULL, "", SAIGA_NAME_MATCH_CLASS_NONE, FALSE },
    { "", NULL, "", SAIGA_NAME_MATCH_CLASS_NONE, FALSE },
  };
  g_autoptr(SaigaNameIndex) index = make_index ();
  g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match (matcher, cases[i].name, cases[i].higher);
      g_autoptr(GListModel) candidates = saiga_name_match_list_dup_candidates (list, 0);
      g_autoptr(GString) ids = g_string_new (NULL);

      for (guint n = 0; n < g_list_model_get_n_items (candidates); n++)
        {
          g_autoptr(SaigaNameCandidate) candidate = g_list_model_get_item (candidates, n);
          g_autofree char *id = saiga_name_candidate_dup_id (candidate);

          g_string_append (ids, id);
          g_assert_cmpfloat (saiga_name_candidate_get_score (candidate), >, 0);
          g_assert_cmpfloat (saiga_name_candidate_get_score (candidate), <=, 1);
        }
      g_test_message ("“%s”", cases[i].name);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
      g_assert_cmpint (saiga_name_match_list_get_match_class (list, 0), ==, cases[i].match_class);
      g_assert_cmpint (saiga_name_match_list_is_ambiguous (list, 0), ==, cases[i].ambiguous);
    }
}

static void
test_options (void)
{
  g_autoptr(SaigaNameIndex) index = make_index ();
  g_autoptr(SaigaNameMatcher) matcher = g_object_new (SAIGA_TYPE_NAME_MATCHER, "index", index, "max-edits", 0, "fallback", FALSE, NULL);
  g_autoptr(SaigaNameMatchList) strict = saiga_name_matcher_match (matcher, "Loxadonta africana", NULL);
  g_autoptr(SaigaNameMatchList) genus = NULL;
  g_autoptr(SaigaNameMatchList) none = NULL;

  g_assert_cmpint (saiga_name_match_list_get_match_class (strict, 0), ==, SAIGA_NAME_MATCH_CLASS_NONE);
  saiga_name_matcher_set_max_edits (matcher, 2);
  none = saiga_name_matcher_match (matcher, "Saigo", NULL);
  g_assert_cmpint (saiga_name_match_list_get_match_class (none, 0), ==, SAIGA_NAME_MATCH_CLASS_NONE);
  saiga_name_matcher_set_fuzzy_uninomials (matcher, TRUE);
  genus = saiga_name_matcher_match (matcher, "Saigo", NULL);
  g_assert_cmpint (saiga_name_match_list_get_match_class (genus, 0), ==, SAIGA_NAME_MATCH_CLASS_FUZZY);
}

static void
match_done (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The same answer with any number of threads; a cancelled one gives none. */
static void
test_threads (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_autoptr(SaigaNameIndex) index = make_index ();
  g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) first = NULL;

  for (guint i = 0; i < 3000; i++)
    g_strv_builder_add (builder, i % 3 == 0 ? "Loxadonta africana" : i % 3 == 1 ? "Aotus alba"
                                                                                : "Nothing here");
  names = g_strv_builder_end (builder);

  for (guint n = 1; n <= 4; n++)
    {
      g_autoptr(SaigaNameMatchList) list = NULL;
      g_auto(GStrv) ids = NULL;

      saiga_name_matcher_set_n_threads (matcher, n);
      list = saiga_name_matcher_match_names (matcher, (const char *const *) names, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (saiga_name_match_list_get_n_names (list), ==, 3000);
      g_assert_cmpfloat (saiga_name_matcher_get_progress (matcher), ==, 1);
      ids = saiga_name_match_list_dup_best_ids (list);
      if (first == NULL)
        first = g_strdupv (ids);
      g_assert_true (g_strv_equal ((const char *const *) first, (const char *const *) ids));
    }

  saiga_name_matcher_match_names_async (matcher, (const char *const *) names, NULL, NULL, match_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  {
    g_autoptr(SaigaNameMatchList) list = saiga_name_matcher_match_names_finish (matcher, result, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (saiga_name_match_list_get_n_candidates (list, 0), ==, 1);
  }

  g_cancellable_cancel (cancellable);
  g_assert_null (saiga_name_matcher_match_names (matcher, (const char *const *) names, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- memory */

/* glibc lets a program put its own functions in the place of malloc; sanitizers do so themselves. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define COUNTS_ALLOCATIONS

static guint n_allocations;

extern void *__libc_malloc (size_t size);
extern void *__libc_realloc (void *memory, size_t size);
extern void *__libc_calloc (size_t n, size_t size);

void *malloc (size_t size);
void *realloc (void *memory, size_t size);
void *calloc (size_t n, size_t size);

void *
malloc (size_t size)
{
  n_allocations++;
  return __libc_malloc (size);
}

void *
realloc (void *memory,
         size_t size)
{
  n_allocations++;
  return __libc_realloc (memory, size);
}

void *
calloc (size_t n,
        size_t size)
{
  n_allocations++;
  return __libc_calloc (n, size);
}
#endif

/* A table that has read names before reads as many again without asking for memory. */
static void
test_allocations (void)
{
#ifdef COUNTS_ALLOCATIONS
  static const char *const names[] = {
    "Loxodonta africana (Blumenbach, 1797)", "Gazella dama mhorr", "Falconiformes spp.", "Parus major Linnaeus, 1758 sensu stricto",
    "Salix x capreola", "Rosa gallica L. 'Versicolor'", "Ciconiaboyciana", "Isoëtes asplundii", "Puma concolor M?ller", NULL
  };
  g_autoptr(SaigaNameTable) table = saiga_name_table_new ();
  g_autoptr(SaigaName) name = NULL;
  guint before;
  guint after;

  if (g_getenv ("SAIGA_VALGRIND") != NULL)
    {
      g_test_skip ("valgrind has the allocations counted elsewhere");
      return;
    }

  saiga_name_table_parse (table, names);
  before = n_allocations;
  for (guint i = 0; i < 100; i++)
    saiga_name_table_parse (table, names);
  after = n_allocations;
  g_assert_cmpuint (after, ==, before);

  /* The count does count. */
  name = saiga_name_parse (names[0]);
  g_assert_cmpuint (n_allocations, >, after);
#else
  g_test_skip ("allocations are not counted here");
#endif
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/names/allocations", test_allocations);
  g_test_add_func ("/names/parse", test_parse);
  g_test_add_func ("/names/parts", test_parts);
  g_test_add_func ("/names/cultivars", test_cultivars);
  g_test_add_func ("/names/warnings", test_warnings);
  g_test_add_func ("/names/round-trip", test_round_trip);
  g_test_add_func ("/names/long", test_long);
  g_test_add_func ("/names/strengths", test_strengths);
  g_test_add_func ("/names/stems", test_stems);
  g_test_add_func ("/names/fold", test_fold);
  g_test_add_func ("/names/variants", test_variants);
  g_test_add_func ("/names/no-variants", test_no_variants);
  g_test_add_func ("/names/weights", test_weights);
  g_test_add_func ("/names/table", test_table);
  g_test_add_func ("/names/index", test_index);
  g_test_add_func ("/names/complete", test_complete);
  g_test_add_func ("/names/damaged", test_damaged);
  g_test_add_func ("/names/empty", test_empty);
  g_test_add_func ("/names/classes", test_classes);
  g_test_add_func ("/names/options", test_options);
  g_test_add_func ("/names/threads", test_threads);

  return g_test_run ();
}
