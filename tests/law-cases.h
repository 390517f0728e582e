/* SPDX-License-Identifier: LGPL-2.1-or-later */

static const Case cases[] = {
  { "not-migratory", "cms",
    "taxon family Accipitridae\n"
    "taxon species Gyps-fulvus under Accipitridae migratory yes\n"
    "taxon species Gyps-sedens under Accipitridae migratory no\n"
    "row Accipitridae +II 1986-01-24\n"
    "ask 2000-01-01 Gyps-fulvus = -;II;-;listed\n"
    "ask 2000-01-01 Gyps-sedens = -;-;-;never\n"
    "short Gyps-sedens =" },
  { "formerly-below-a-synonym", "cms",
    "taxon family Accipitridae\n"
    "taxon genus Gypsus under Accipitridae kind unaccepted\n"
    "taxon species Gyps-fulvus under Gypsus\n"
    "row Gyps-fulvus +II 1986-01-24\n"
    "row Gyps-fulvus -II 1991-01-24\n"
    "ask 1990-01-01 Accipitridae = -;-;II;lower\n"
    "ask 1992-01-01 Accipitridae = -;-;-;formerly" },
  { "ended-before-entry-into-force", "cms",
    "taxon family Accipitridae\n"
    "taxon species Gyps-fulvus under Accipitridae\n"
    "row Accipitridae +II 1979-06-23\n"
    "row Accipitridae -II 1982-06-23\n"
    "ask 1990-01-01 Accipitridae = -;-;-;never\n"
    "ask 1990-01-01 Gyps-fulvus = -;-;-;never" },
  { "below-beside-a-taxon-that-nothing-covers", "cites",
    "taxon family Bovidae\n"
    "taxon genus Ovis under Bovidae\n"
    "taxon species Ovis-ammon under Ovis range MN\n"
    "taxon species Ovis-vignei under Ovis range KZ\n"
    "row Bovidae +II only KZ 1980-01-01\n"
    "row Ovis-vignei +I 1980-01-01\n"
    "row Ovis-vignei -I 1990-01-01\n"
    "ask 1989-01-01 Ovis = -;-;I;lower\n"
    "ask 1991-01-01 Ovis = -;II;II;listed\n"
    "short Ovis = II 1990-01-01" },
  { "formerly-since-a-taxon-below-was-taken-out", "cites",
    "taxon order Artiodactyla\n"
    "taxon family Bovidae under Artiodactyla\n"
    "taxon genus Ovis under Bovidae\n"
    "taxon species Ovis-vignei under Ovis range KZ\n"
    "row Artiodactyla +II 1980-01-01\n"
    "row Ovis +I 1980-01-01\n"
    "row Ovis-vignei -I 1985-01-01\n"
    "row Artiodactyla -II 1990-01-01\n"
    "ask 1984-01-01 Bovidae KZ = -;-;-;never\n"
    "ask 1986-01-01 Bovidae KZ = -;II;-;listed\n"
    "ask 1995-01-01 Bovidae KZ = -;-;-;formerly" },
  { "caretta", "cms",
    "taxon family Cheloniidae\n"
    "taxon genus Caretta under Cheloniidae\n"
    "taxon species Caretta-caretta under Caretta\n"
    "row Cheloniidae +II 1983-11-01\n"
    "row Caretta-caretta +I 1986-01-24\n"
    "ask 1990-01-01 Cheloniidae = II;-;I/II;listed\n"
    "ask 1990-01-01 Caretta-caretta = I;II;-;listed own inherited\n"
    "ask 1985-01-01 Caretta-caretta = -;II;-;listed uncertain migratory-unknown\n"
    "ask 1983-10-31 Caretta-caretta = -;-;-;not-in-force\n"
    "ask 1983-11-01 Caretta-caretta = -;II;-;listed uncertain" },
  { "cervus-cms", "cms",
    "taxon species Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-barbarus under Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-bactrianus under Cervus-elaphus\n"
    "row Cervus-elaphus +I placeholder\n"
    "row Cervus-elaphus +I 2006-02-23\n"
    "row Cervus-elaphus +II 2006-02-23\n"
    "row Cervus-elaphus-barbarus +I placeholder\n"
    "ask 2012-02-23 Cervus-elaphus = I/II;-;I/II;listed\n"
    "ask 2012-02-23 Cervus-elaphus-bactrianus = -;I/II;-;listed\n"
    "ask 2012-02-23 Cervus-elaphus-barbarus = I;I/II;-;listed\n"
    "ask 2000-01-01 Cervus-elaphus-barbarus = I;I;-;listed uncertain date-placeholder" },
  { "cervus-cms-words", "cms",
    "taxon species Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-barbarus under Cervus-elaphus\n"
    "row Cervus-elaphus +I placeholder\n"
    "row Cervus-elaphus +I words 2006-02-23\n"
    "row Cervus-elaphus +II words 2006-02-23\n"
    "row Cervus-elaphus-barbarus +I placeholder\n"
    "ask 2012-02-23 Cervus-elaphus-barbarus = I;I/II;-;listed uncertain scope-words" },
  { "cervus-cites", "cites",
    "taxon species Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-barbarus under Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-bactrianus under Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-canadensis under Cervus-elaphus\n"
    "taxon subspecies Cervus-elaphus-hanglu under Cervus-elaphus\n"
    "row Cervus-elaphus-bactrianus +II 1975-07-01\n"
    "row Cervus-elaphus-barbarus +III by TN 1976-04-22\n"
    "row Cervus-elaphus-barbarus +III by DZ 2008-02-12\n"
    "row Cervus-elaphus-hanglu +I 1975-07-01\n"
    "ask 2012-02-23 Cervus-elaphus = -;-;I/II/III;lower incomplete\n"
    "ask 2012-02-23 Cervus-elaphus-barbarus = III;-;-;listed complete\n"
    "ask 2012-02-23 Cervus-elaphus-canadensis = -;-;-;never incomplete" },
  { "caiman", "cites",
    "taxon order Crocodylia\n"
    "taxon genus Caiman under Crocodylia\n"
    "taxon species Caiman-latirostris under Caiman range AR BO BR PY UY\n"
    "row Crocodylia +II 1977-02-04\n"
    "row Caiman-latirostris +I 1975-07-01\n"
    "row Caiman-latirostris +I not AR 1997-09-18\n"
    "row Caiman-latirostris +II only AR in Crocodylia 1997-09-18\n"
    "ask 1996-01-01 Caiman-latirostris = I;-;-;listed nearer\n"
    "ask 1998-01-01 Caiman-latirostris = I;II;-;listed included\n"
    "ask 1998-01-01 Caiman-latirostris AR = -;II;-;listed population-excepted\n"
    "ask 1998-01-01 Caiman-latirostris BR = I;-;-;listed\n"
    "ask 1998-01-01 Crocodylia = II;-;I/II;listed" },
  { "moschus", "cites",
    "taxon family Moschidae\n"
    "taxon genus Moschus under Moschidae\n"
    "taxon species Moschus-moschiferus under Moschus range CN KP KR KZ MN RU\n"
    "taxon species Moschus-leucogaster under Moschus range BT IN NP\n"
    "taxon species Moschus-chrysogaster under Moschus range BT CN IN NP\n"
    "row Moschus +II 1979-06-28\n"
    "row Moschus +I only AF,BT,IN,MM,NP,PK 1983-07-29\n"
    "row Moschus +II not AF,BT,IN,MM,NP,PK 1983-07-29\n"
    "row Moschus-moschiferus +I only CN 1979-06-28\n"
    "row Moschus-moschiferus +II in Moschus 1979-06-28\n"
    "row Moschus-moschiferus -I only CN 1983-07-29\n"
    "row Moschus-moschiferus +II in Moschus 1983-07-29\n"
    "ask 1984-01-01 Moschus = I/II;-;I/II;listed\n"
    "ask 1984-01-01 Moschus-leucogaster = -;I;-;listed\n"
    "ask 1984-01-01 Moschus-moschiferus = -;II;-;listed\n"
    "ask 1984-01-01 Moschus-chrysogaster = -;I/II;-;listed\n"
    "ask 1984-01-01 Moschus-chrysogaster CN = -;II;-;listed\n"
    "ask 1980-01-01 Moschus-moschiferus = I;II;-;listed\n"
    "ask 1980-01-01 Moschus-leucogaster = -;II;-;listed" },
  { "panax", "cites",
    "taxon genus Panax\n"
    "taxon species Panax-ginseng under Panax range CN KP KR RU\n"
    "row Panax-ginseng +II only RU 2000-07-19\n"
    "row Panax-ginseng +II only RU 2007-09-13\n"
    "row Panax-ginseng +II only RU 2013-06-12\n"
    "ask 2012-02-23 Panax-ginseng = II;-;-;listed incomplete amended\n"
    "ask 2012-02-23 Panax-ginseng RU = II;-;-;listed complete\n"
    "ask 2012-02-23 Panax-ginseng CN = -;-;-;never\n"
    "ask 2012-02-23 Panax-ginseng US = -;-;-;never not-in-range" },
  { "pseudomys", "cites",
    "taxon genus Pseudomys\n"
    "taxon species Pseudomys-fieldi under Pseudomys range AU\n"
    "taxon subspecies Pseudomys-fieldi-praeconis under Pseudomys-fieldi\n"
    "row Pseudomys-fieldi +I 1975-07-01\n"
    "row Pseudomys-fieldi -I 1979-06-28\n"
    "row Pseudomys-fieldi-praeconis +I 1979-06-28\n"
    "ask 1978-01-01 Pseudomys-fieldi = I;-;I;listed\n"
    "ask 1978-01-01 Pseudomys-fieldi-praeconis = -;I;-;listed\n"
    "ask 1980-01-01 Pseudomys-fieldi = -;-;I;lower incomplete\n"
    "ask 1980-01-01 Pseudomys-fieldi-praeconis = I;-;-;listed" },
  { "natator", "cites",
    "taxon family Cheloniidae\n"
    "taxon genus Natator under Cheloniidae\n"
    "taxon species Natator-depressus under Natator\n"
    "row Natator-depressus +II 1975-07-01\n"
    "row Natator-depressus +II in Cheloniidae 1977-02-04\n"
    "row Cheloniidae +II 1977-02-04\n"
    "row Cheloniidae -II 1981-06-06\n"
    "row Cheloniidae +I 1981-06-06\n"
    "ask 1976-01-01 Natator-depressus = II;-;-;listed\n"
    "ask 1980-01-01 Natator-depressus = -;II;-;listed included\n"
    "ask 1981-06-05 Natator-depressus = -;II;-;listed\n"
    "ask 1981-06-06 Natator-depressus = -;I;-;listed" },
  { "cactaceae", "cites",
    "taxon family Cactaceae\n"
    "taxon genus Pereskia under Cactaceae\n"
    "taxon species Pereskia-aculeata under Pereskia\n"
    "taxon genus Ariocarpus under Cactaceae\n"
    "taxon species Ariocarpus-retusus under Ariocarpus\n"
    "taxon genus Mammillaria under Cactaceae\n"
    "taxon species Mammillaria-elongata under Mammillaria\n"
    "row Cactaceae +II 1975-07-01\n"
    "row Cactaceae +II except Pereskia 2007-09-13\n"
    "row Cactaceae +II except Pereskia 2010-06-23\n"
    "row Pereskia -II 2007-09-13\n"
    "row Ariocarpus +I 1992-06-11\n"
    "ask 2012-02-23 Cactaceae = II;-;I/II;listed incomplete\n"
    "ask 2012-02-23 Pereskia = -;-;-;formerly excepted\n"
    "ask 2012-02-23 Pereskia-aculeata = -;-;-;formerly excepted\n"
    "ask 2012-02-23 Ariocarpus = I;-;I;listed\n"
    "ask 2012-02-23 Ariocarpus-retusus = -;I;-;listed\n"
    "ask 2012-02-23 Mammillaria-elongata = -;II;-;listed\n"
    "ask 2000-01-01 Pereskia-aculeata = -;II;-;listed" },
  { "agave", "cites",
    "taxon genus Agave\n"
    "taxon species Agave-arizonica under Agave range US\n"
    "row Agave-arizonica +I 1983-07-29\n"
    "row Agave-arizonica R+I by AT 1983-07-29\n"
    "row Agave-arizonica R-I by AT 1989-01-06\n"
    "row Agave-arizonica -I 2007-09-13\n"
    "ask 2007-09-12 Agave-arizonica = I;-;-;listed\n"
    "ask 2007-09-13 Agave-arizonica = -;-;-;formerly\n"
    "ask 1980-01-01 Agave-arizonica = -;-;-;never\n"
    "held 1985-01-01 Agave-arizonica = I:AT\n"
    "held 1989-01-06 Agave-arizonica =" },
  { "falconiformes", "cites",
    "taxon order Falconiformes\n"
    "taxon family Falconidae under Falconiformes\n"
    "taxon genus Falco under Falconidae\n"
    "taxon species Falco-araea under Falco\n"
    "taxon species Falco-alopex under Falco\n"
    "taxon family Cathartidae under Falconiformes\n"
    "taxon genus Gymnogyps under Cathartidae\n"
    "taxon species Gymnogyps-californianus under Gymnogyps\n"
    "taxon genus Sarcoramphus under Cathartidae\n"
    "taxon species Sarcoramphus-papa under Sarcoramphus\n"
    "taxon genus Vultur under Cathartidae\n"
    "taxon species Vultur-atratus under Vultur\n"
    "row Falconiformes +II except Cathartidae 1979-06-28\n"
    "row Falconidae +II 1975-07-01\n"
    "row Falconidae +II in Falconiformes 1979-06-28\n"
    "row Falco-araea +I 1977-02-04\n"
    "row Gymnogyps-californianus +I 1975-07-01\n"
    "row Sarcoramphus-papa +III by HN 1987-04-13\n"
    "ask 1990-01-01 Falconiformes = II;-;I/II/III;listed incomplete\n"
    "ask 1990-01-01 Falconidae = -;II;I/II;listed\n"
    "ask 1990-01-01 Cathartidae = -;-;I/III;lower\n"
    "ask 1990-01-01 Falco-alopex = -;II;-;listed\n"
    "ask 1978-01-01 Falco-alopex = -;II;-;listed\n"
    "ask 1990-01-01 Falco-araea = I;-;-;listed\n"
    "ask 1990-01-01 Gymnogyps-californianus = I;-;-;listed\n"
    "ask 1990-01-01 Sarcoramphus-papa = III;-;-;listed\n"
    "ask 1990-01-01 Vultur-atratus = -;-;-;never" },
#define ELEPHANT                                                                        \
  "taxon genus Loxodonta\n"                                                             \
  "taxon species Loxodonta-africana under Loxodonta range BW GH KE MW NA TZ ZA ZM ZW\n" \
  "row Loxodonta-africana +III by GH 1976-02-26\n"                                      \
  "row Loxodonta-africana +II 1977-02-04\n"                                             \
  "row Loxodonta-africana +I 1990-01-18\n"                                              \
  "row Loxodonta-africana +I not BW,NA,ZW 1997-09-18\n"                                 \
  "row Loxodonta-africana +II only BW,NA,ZW 1997-09-18\n"                               \
  "row Loxodonta-africana +I not BW,NA,ZA,ZW 2000-07-19\n"                              \
  "row Loxodonta-africana +II only BW,NA,ZA,ZW 2000-07-19\n"                            \
  "row Loxodonta-africana +I not BW,NA,ZA,ZW 2003-02-13\n"                              \
  "row Loxodonta-africana +II only BW,NA,ZA,ZW 2003-02-13\n"                            \
  "row Loxodonta-africana +I not BW,NA,ZA,ZW 2005-01-12\n"                              \
  "row Loxodonta-africana +II only BW,NA,ZA,ZW 2005-01-12\n"                            \
  "row Loxodonta-africana +I not BW,NA,ZA,ZW 2007-09-13\n"                              \
  "row Loxodonta-africana +II only BW,NA,ZA,ZW 2007-09-13\n"                            \
  "row Loxodonta-africana +I not BW,NA,ZA,ZW 2017-01-02\n"                              \
  "row Loxodonta-africana +II only BW,NA,ZA,ZW 2017-01-02\n"                            \
  "row Loxodonta-africana +II only BW,NA,ZA,ZW 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by GB for HK 1977-02-04\n"                               \
  "row Loxodonta-africana R-II by GB for HK 1978-07-03\n"                               \
  "row Loxodonta-africana R+I by BW 1990-01-18\n"                                       \
  "row Loxodonta-africana R+I by CN 1990-01-18\n"                                       \
  "row Loxodonta-africana R+I by GB for HK 1990-01-18\n"                                \
  "row Loxodonta-africana R+I by MW 1990-01-18\n"                                       \
  "row Loxodonta-africana R+I by ZA 1990-01-18\n"                                       \
  "row Loxodonta-africana R+I by ZM 1990-01-18\n"                                       \
  "row Loxodonta-africana R+I by ZW 1990-01-18\n"                                       \
  "row Loxodonta-africana R+I by NA 1991-03-18\n"                                       \
  "row Loxodonta-africana R-I by GB for HK 1990-07-18\n"                                \
  "row Loxodonta-africana R-I by CN 1991-01-11\n"                                       \
  "row Loxodonta-africana R-I by ZM 1997-03-20\n"                                       \
  "row Loxodonta-africana R-I by ZW 1997-09-17\n"                                       \
  "row Loxodonta-africana R-I by BW 1997-09-18\n"                                       \
  "row Loxodonta-africana R-I by NA 1997-09-18\n"                                       \
  "row Loxodonta-africana R-I by ZA 2000-09-06\n"                                       \
  "row Loxodonta-africana R-I by MW 2021-01-26\n"                                       \
  "row Loxodonta-africana R+II by BW amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by CD amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by SZ amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by NA amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by ZA amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by TZ amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by ZM amendment 2019-11-26\n"                            \
  "row Loxodonta-africana R+II by ZW amendment 2019-11-26\n"
#define ELEPHANT_ANSWERS(doubt)                                                                         \
  "ask 1976-06-01 Loxodonta-africana = III;-;-;listed\n"                                                \
  "ask 1976-06-01 Loxodonta-africana BW = III;-;-;listed\n"                                             \
  "ask 1976-06-01 Loxodonta-africana ZA = III;-;-;listed\n"                                             \
  "ask 1976-06-01 Loxodonta-africana KE = III;-;-;listed\n"                                             \
  "ask 1980-01-01 Loxodonta-africana = II;-;-;listed" doubt "\n"                                        \
  "ask 1980-01-01 Loxodonta-africana BW = II;-;-;listed" doubt "\n"                                     \
  "ask 1980-01-01 Loxodonta-africana ZA = II;-;-;listed" doubt "\n"                                     \
  "ask 1980-01-01 Loxodonta-africana KE = II;-;-;listed" doubt "\n"                                     \
  "ask 1990-02-01 Loxodonta-africana = I;-;-;listed" doubt "\n"                                         \
  "ask 1990-02-01 Loxodonta-africana BW = I;-;-;listed" doubt "\n"                                      \
  "ask 1990-02-01 Loxodonta-africana ZA = I;-;-;listed" doubt "\n"                                      \
  "ask 1990-02-01 Loxodonta-africana KE = I;-;-;listed" doubt "\n"                                      \
  "ask 1997-10-01 Loxodonta-africana = I/II;-;-;listed" doubt "\n"                                      \
  "ask 1997-10-01 Loxodonta-africana BW = II;-;-;listed" doubt "\n"                                     \
  "ask 1997-10-01 Loxodonta-africana ZA = I;-;-;listed" doubt "\n"                                      \
  "ask 1997-10-01 Loxodonta-africana KE = I;-;-;listed" doubt "\n"                                      \
  "ask 2018-01-01 Loxodonta-africana = I/II;-;-;listed" doubt "\n"                                      \
  "ask 2018-01-01 Loxodonta-africana BW = II;-;-;listed" doubt "\n"                                     \
  "ask 2018-01-01 Loxodonta-africana ZA = II;-;-;listed" doubt "\n"                                     \
  "ask 2018-01-01 Loxodonta-africana KE = I;-;-;listed" doubt "\n"                                      \
  "ask 2020-01-01 Loxodonta-africana = I/II;-;-;listed" doubt "\n"                                      \
  "ask 2020-01-01 Loxodonta-africana BW = II;-;-;listed" doubt "\n"                                     \
  "ask 2020-01-01 Loxodonta-africana ZA = II;-;-;listed" doubt "\n"                                     \
  "ask 2020-01-01 Loxodonta-africana KE = I;-;-;listed" doubt "\n"                                      \
  "held 1976-06-01 Loxodonta-africana =\n"                                                              \
  "held 1980-01-01 Loxodonta-africana =\n"                                                              \
  "held 1978-07-02 Loxodonta-africana = II:GB/HK\n"                                                     \
  "held 1990-02-01 Loxodonta-africana = I:BW I:CN I:GB/HK I:MW I:ZA I:ZM I:ZW\n"                        \
  "held 1997-10-01 Loxodonta-africana = I:MW I:ZA\n"                                                    \
  "held 2018-01-01 Loxodonta-africana = I:MW\n"                                                         \
  "held 2020-01-01 Loxodonta-africana = I:MW II:BW~ II:CD~ II:NA~ II:SZ~ II:TZ~ II:ZA~ II:ZM~ II:ZW~\n" \
  "held 2021-01-26 Loxodonta-africana = II:BW~ II:CD~ II:NA~ II:SZ~ II:TZ~ II:ZA~ II:ZM~ II:ZW~\n"      \
  "short Loxodonta-africana = III 1976-02-26, II 1977-02-04, I 1990-01-18, I/II 1997-09-18\n"           \
  "short Loxodonta-africana ZA = III 1976-02-26, II 1977-02-04, I 1990-01-18, II 2000-07-19\n"          \
  "short Loxodonta-africana BW = III 1976-02-26, II 1977-02-04, I 1990-01-18, II 1997-09-18\n"
  { "elephant", "cites", ELEPHANT ELEPHANT_ANSWERS (" inferred end-inferred") },
  { "elephant-deleted", "cites",
    ELEPHANT
    "row Loxodonta-africana -III by GH 1977-02-04\n"
    "row Loxodonta-africana -II 1990-01-18\n" ELEPHANT_ANSWERS ("") },
  /* What follows is of no paper: each is a corner of a rule, with made-up rows. */
  { "carved-out-of-also", "cites",
    "taxon genus Alsophila\n"
    "taxon species Alsophila-firma under Alsophila\n"
    "taxon genus Cyathea\n"
    "row Cyathea +II also Alsophila 1977-02-04\n"
    "row Cyathea R+II by CH 1977-02-04\n"
    "row Alsophila -II 1990-01-18\n"
    "ask 1980-01-01 Alsophila-firma = -;II;-;listed also-taxa\n"
    "ask 1995-01-01 Alsophila-firma = -;-;-;formerly carved-out\n"
    "held 1980-01-01 Alsophila-firma = II:CH\n"
    "held 1995-01-01 Alsophila-firma =" },
  { "left-out-at-a-level", "cites",
    "taxon genus Pecari\n"
    "taxon species Pecari-tajacu under Pecari range AR BR\n"
    "row Pecari +I only AR 1980-01-01\n"
    "row Pecari +II only AR 1980-01-01\n"
    "row Pecari-tajacu +I not AR 1980-01-01\n"
    "ask 1990-01-01 Pecari-tajacu AR = -;II;-;listed population-excepted\n"
    "ask 1990-01-01 Pecari-tajacu BR = I;-;-;listed" },
  { "both-lists", "cites",
    "taxon genus Ovis\n"
    "taxon species Ovis-canadensis under Ovis range CA GT MX US\n"
    "row Ovis +II 1979-06-28\n"
    "row Ovis-canadensis +II only MX not CA,US 1983-07-29\n"
    "ask 1990-01-01 Ovis-canadensis MX = II;-;-;listed\n"
    "ask 1990-01-01 Ovis-canadensis US = -;-;-;formerly\n"
    "ask 1990-01-01 Ovis-canadensis GT = -;II;-;listed\n"
    "ask 1990-01-01 Ovis-canadensis = II;II;-;listed incomplete" },
  { "deletion-of-another", "cites",
    "taxon genus Agave\n"
    "taxon species Agave-parviflora under Agave\n"
    "row Agave +II 1979-06-28\n"
    "row Agave-parviflora +II 1980-01-01\n"
    "row Agave-parviflora +II 1982-01-01\n"
    "row Agave-parviflora -II target 1 1985-01-01\n"
    "row Agave-parviflora -II 1990-01-01\n"
    "ask 1986-01-01 Agave-parviflora = II;-;-;listed\n"
    "ask 1991-01-01 Agave-parviflora = -;II;-;listed" },
  { "formerly-in-a-country", "cites",
    "taxon family Felidae\n"
    "taxon genus Acinonyx under Felidae\n"
    "taxon species Acinonyx-jubatus under Acinonyx range KE NA\n"
    "taxon genus Lynx under Felidae\n"
    "taxon species Lynx-rufus under Lynx range MX US\n"
    "row Felidae +II 1977-02-04\n"
    "row Felidae -II 1990-01-01\n"
    "row Acinonyx-jubatus +I 1975-07-01\n"
    "ask 1980-01-01 Acinonyx = -;-;I;lower\n"
    "ask 1980-01-01 Acinonyx KE = -;-;-;never\n"
    "ask 1995-01-01 Acinonyx KE = -;-;-;never\n"
    "ask 1980-01-01 Lynx MX = -;II;-;listed\n"
    "ask 1995-01-01 Lynx MX = -;-;-;formerly\n"
    "short Acinonyx KE =\n"
    "short Lynx MX = II 1977-02-04, - 1990-01-01" },
  { "gap-below-a-synonym", "cites",
    "taxon family Suidae\n"
    "taxon genus Sus under Suidae kind unaccepted\n"
    "taxon species Sus-salvanius under Sus range IN\n"
    "taxon species Sus-scrofa under Sus range FR\n"
    "taxon genus Babyrousa under Suidae\n"
    "taxon species Babyrousa-babyrussa under Babyrousa range ID\n"
    "row Babyrousa +I 1975-07-01\n"
    "row Suidae +II except Sus-scrofa 1977-02-04\n"
    "ask 1980-01-01 Suidae = II;-;I/II;listed incomplete" },
  { "relisted", "cites",
    "taxon genus Agave\n"
    "taxon species Agave-arizonica under Agave\n"
    "row Agave-arizonica +I 1975-07-01\n"
    "row Agave-arizonica R+I by AT 1976-01-01\n"
    "row Agave-arizonica -I 1980-01-01\n"
    "row Agave-arizonica +I 1990-01-01\n"
    "row Agave-arizonica R+I by AT 1990-01-01\n"
    "row Agave-arizonica R-I by AT 1995-01-01\n"
    "held 1979-12-31 Agave-arizonica = I:AT\n"
    "held 1980-01-01 Agave-arizonica =\n"
    "held 1992-01-01 Agave-arizonica = I:AT\n"
    "held 1995-01-01 Agave-arizonica =" },
  { "range-of-parent", "cites",
    "taxon species Ovis-vignei range IR PK\n"
    "taxon subspecies Ovis-vignei-cycloceros under Ovis-vignei\n"
    "taxon subspecies Ovis-vignei-vignei under Ovis-vignei range IN\n"
    "row Ovis-vignei +I only IN 1975-07-01\n"
    "ask 1980-01-01 Ovis-vignei = I;-;I;listed uncertain incomplete range-conflict\n"
    "ask 1980-01-01 Ovis-vignei-cycloceros = -;-;-;never uncertain range-of-parent\n"
    "ask 1980-01-01 Ovis-vignei-vignei = -;I;-;listed" },
  { "year-of-the-text", "cms",
    "taxon species Caretta-caretta\n"
    "row Caretta-caretta +I text 1989\n"
    "ask 1988-12-31 Caretta-caretta = -;-;-;never\n"
    "ask 1989-06-01 Caretta-caretta = I;-;-;listed uncertain date-placeholder\n"
    "ask 1990-01-01 Caretta-caretta = I;-;-;listed" },
  { "printed", "cites",
    "taxon genus Vicugna\n"
    "taxon species Vicugna-vicugna under Vicugna\n"
    "row Vicugna-vicugna +II 1975-07-01\n"
    "row Vicugna-vicugna +I text 2013-06-12 2014-09-14\n"
    "row Vicugna-vicugna +II only PE text 2013-06-12 2014-09-14\n"
    "ask 2013-07-01 Vicugna-vicugna = II;-;-;listed\n"
    "print 2013-07-01 Vicugna-vicugna = I/II;-;-;listed uncertain range-unknown\n"
    "print 2013-07-01 Vicugna-vicugna PE = II;-;-;listed\n"
    "ask 2014-09-14 Vicugna-vicugna = I/II;-;-;listed uncertain range-unknown\n"
    "ask 2014-09-14 Vicugna-vicugna PE = II;-;-;listed\n"
    "ask 2014-09-14 Vicugna-vicugna * = I;-;-;listed" },
  { "went-on", "cites",
    "taxon genus Ovis\n"
    "taxon species Ovis-ammon under Ovis range CN KZ MN\n"
    "row Ovis +II 1975-07-01\n"
    "row Ovis-ammon +I 1975-07-01\n"
    "row Ovis-ammon +II only MN 1990-01-01\n"
    "row Ovis-ammon -I 2000-01-01\n"
    "row Ovis-ammon R+I by CN 1975-06-01\n"
    "ask 1995-01-01 Ovis-ammon CN = I;-;-;listed\n"
    "ask 1995-01-01 Ovis-ammon MN = II;-;-;listed inferred end-inferred\n"
    "ask 2005-01-01 Ovis-ammon CN = -;II;-;listed\n"
    "held 1975-06-15 Ovis-ammon =\n"
    "held 1975-07-01 Ovis-ammon = I:CN" },
};
