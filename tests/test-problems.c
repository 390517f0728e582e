/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <saiga/saiga.h>
#include <string.h>

/* What is wrong with a data set: documents, and the problems that they must have and no others.
 *
 * A case is put behind a background that has no problem. For each tag there are two cases at
 * least: one that has the problem, and one that nearly has it. Tags that no case names belong to
 * other rooms of the library, which test them on their own, and are passed over. */

#define EN(element, words) "<" element " xml:lang='en'>" words "</" element ">"
#define NAME EN ("name", "Name")
#define TITLE EN ("title", "Title")
#define TEXT EN ("text", "Text")

#define AUTHORITY(rest) "<authorities><authority " rest "</authorities>"
#define AREA(rest) "<areas><area " rest "</areas>"
#define TAXON(rest) "<taxa><taxon " rest "</taxa>"
#define INSTRUMENT(rest) "<instruments><instrument " rest "</instruments>"
#define MEMBERSHIP(rest) "<memberships><membership " rest "</memberships>"
#define LISTING(rest) "<listings><listing " rest "</listings>"
#define ANNOTATION(rest) "<annotations><annotation " rest "</annotations>"
#define REFERENCE(rest) "<standard-references><standard-reference " rest "</standard-references>"
#define ASSESSMENT(rest) "<assessments><assessment " rest "</assessments>"
#define STAKEHOLDER(rest) "<stakeholders><stakeholder " rest "</stakeholders>"
#define CONTACT(rest) "<contacts><contact " rest "</contacts>"
#define PAPER(rest) "<documents><document " rest "</documents>"
#define DECISION(rest) "<decisions><decision " rest "</decisions>"
#define MEETING(rest) "<meetings><meeting " rest "</meetings>"
#define PARTICIPATION(rest) "<participations><participation " rest "</participations>"
#define EXCHANGE(rest) "<exchanges><exchange " rest "</exchanges>"
#define COMMENT(rest) "<comments><comment " rest "</comments>"
#define PROGRAMME(rest) "<programmes><programme " rest "</programmes>"
#define APPROVAL(rest) "<approvals><approval " rest "</approvals>"
#define THEME(rest) "<themes><theme " rest "</themes>"
#define ACTIVITY(rest) "<activities><activity " rest "</activities>"
#define FOCUS(rest) "<focuses><focus " rest "</focuses>"
#define CONDITION(rest) "<conditions><condition " rest "</conditions>"
#define PROGRESS(rest) "<progress-entries><progress " rest "</progress-entries>"
#define GOAL(rest) "<goals><goal " rest "</goals>"
#define INDICATOR(rest) "<indicators><indicator " rest "</indicators>"
#define MEASUREMENT(rest) "<measurements><measurement " rest "</measurements>"
#define PROJECT(rest) "<projects><project " rest "</projects>"
#define CONTRIBUTION(rest) "<contributions><contribution " rest "</contributions>"
#define TOPIC(rest) "<topics><topic " rest "</topics>"
#define REVIEW(rest) "<reviews><review " rest "</reviews>"

/* What many cases need, complete and without a problem. */
#define BACKGROUND                                                                                                                                                                                                                                                                   \
  "<dataset xmlns='urn:saiga:dataset' version='1'>" AUTHORITY (                                                                                                                                                                                                                      \
    "id='authority.a' instrument-ids='instrument.x' date='2012'>" NAME "</authority>"                                                                                                                                                                                                \
    "<authority id='authority.b' instrument-ids='instrument.y'>" NAME "</authority>"                                                                                                                                                                                                 \
    "<authority id='authority.r'>" NAME "</authority>")                                                                                                                                                                                                                              \
    AREA ("id='area.aa' kind='country' iso2='AA'>" NAME "</area>"                                                                                                                                                                                                                    \
          "<area id='area.bb' kind='country'>" NAME "</area>"                                                                                                                                                                                                                        \
          "<area id='area.cc' kind='country'>" NAME "</area>"                                                                                                                                                                                                                        \
          "<area id='area.gone' kind='former' iso2='GO' valid-from='1950' valid-until='1991-12-26'>" NAME "</area>"                                                                                                                                                                  \
          "<area id='area.hh' kind='territory' parent-id='area.aa'>" NAME "</area>")                                                                                                                                                                                                 \
      TAXON ("id='a.animalia' authority-id='authority.a' name='Animalia' rank='kingdom'/>"                                                                                                                                                                                           \
             "<taxon id='a.felidae' authority-id='authority.a' name='Felidae' rank='family' parent-id='a.animalia'/>"                                                                                                                                                                \
             "<taxon id='a.panthera' authority-id='authority.a' name='Panthera' rank='genus' parent-id='a.felidae'/>"                                                                                                                                                                \
             "<taxon id='a.panthera-leo' authority-id='authority.a' name='Panthera leo' rank='species'"                                                                                                                                                                              \
             " parent-id='a.panthera' range='area.aa area.bb'/>"                                                                                                                                                                                                                     \
             "<taxon id='a.uncia' authority-id='authority.a' name='Uncia' rank='genus' parent-id='a.felidae'/>"                                                                                                                                                                      \
             "<taxon id='b.animalia' authority-id='authority.b' name='Animalia' rank='kingdom'/>"                                                                                                                                                                                    \
             "<taxon id='b.panthera' authority-id='authority.b' name='Panthera' rank='genus' parent-id='b.animalia'/>"                                                                                                                                                               \
             "<taxon id='r.leo' authority-id='authority.r' name='Panthera leo' rank='species'>"                                                                                                                                                                                      \
             "<identifier scheme='iucn-sis' value='15951'/></taxon>")                                                                                                                                                                                                                \
        INSTRUMENT ("id='instrument.x' kind='convention' concluded='1973-03-03' entry-into-force='1975-07-01'"                                                                                                                                                                       \
                    " reservation-days='90'>" NAME "<appendix code='I'/><appendix code='II'/>"                                                                                                                                                                                       \
                    "<appendix code='III' party-listed='yes'/><criterion code='c' appendix='I'>" TEXT "</criterion></instrument>"                                                                                                                                                    \
                    "<instrument id='instrument.y' kind='convention' concluded='1979' entry-into-force='1983-11-01'>" NAME                                                                                                                                                           \
                    "<appendix code='I'/></instrument>"                                                                                                                                                                                                                              \
                    "<instrument id='instrument.z' kind='agreement' concluded='1995' parent-id='instrument.x'>" NAME                                                                                                                                                                 \
                    "<appendix code='list'/></instrument>")                                                                                                                                                                                                                          \
          LISTING ("id='listing.leo' instrument-id='instrument.x' taxon-id='a.panthera-leo' appendix='I'"                                                                                                                                                                            \
                   " effective='1977-02-04'/>"                                                                                                                                                                                                                                       \
                   "<listing id='listing.panthera' instrument-id='instrument.x' taxon-id='a.panthera' appendix='II'"                                                                                                                                                                 \
                   " effective='1977-02-04'/>"                                                                                                                                                                                                                                       \
                   "<listing id='listing.reservation' instrument-id='instrument.x' taxon-id='a.panthera' appendix='II'"                                                                                                                                                              \
                   " change='reservation' effective='1977-02-04' party-id='area.aa' target-id='listing.panthera'/>")                                                                                                                                                                 \
            STAKEHOLDER ("id='stakeholder.a' kind='standing-committee'>" NAME "</stakeholder>"                                                                                                                                                                                       \
                         "<stakeholder id='stakeholder.b' kind='standing-committee'>" NAME "</stakeholder>"                                                                                                                                                                          \
                         "<stakeholder id='stakeholder.s' kind='secretariat'>" NAME "</stakeholder>")                                                                                                                                                                                \
              PAPER ("id='document.d' kind='publication'>" TITLE "</document>")                                                                                                                                                                                                      \
                MEETING ("id='meeting.m' kind='committee' body-id='stakeholder.a' ordinal='5' start='2012-05-07' end='2012-05-09'"                                                                                                                                                   \
                         " state='held'>" TITLE "</meeting>"                                                                                                                                                                                                                         \
                         "<meeting id='meeting.later' kind='committee' body-id='stakeholder.b' ordinal='3' start='2013-05'>" TITLE "</meeting>")                                                                                                                                     \
                  PROGRAMME ("id='p' kind='joint-work-programme' start='2012' end='2014' approver-ids='stakeholder.a stakeholder.b'>" TITLE "<programme-version label='draft' date='2011-08'/></programme>"                                                                          \
                             "<programme id='q' kind='joint-work-programme' start='2008' end='2010'>" TITLE "</programme>")                                                                                                                                                          \
                    THEME ("id='p.t' programme-id='p' position='1'>" TITLE "<role stakeholder-id='stakeholder.s' kind='lead'/></theme>"                                                                                                                                              \
                           "<theme id='q.t' programme-id='q' position='1'>" TITLE "<role stakeholder-id='stakeholder.s' kind='lead'/></theme>")                                                                                                                                      \
                      ACTIVITY ("id='p.1' programme-id='p' theme-id='p.t' code='1' position='1' timeframe='2013'>" EN ("description", "Text") "</activity>"                                                                                                                          \
                                                                                                                                              "<activity id='q.1' programme-id='q' theme-id='q.t' code='1' position='1' timeframe='2009'>" EN ("description", "Text") "</activity>") \
                        CONTRIBUTION ("id='contribution.pledge' stage='pledged' donor-id='area.aa' amount='EUR 100.00' date='2012-03'"                                                                                                                                               \
                                      " activity-ids='p.1'/>"                                                                                                                                                                                                                        \
                                      "<contribution id='contribution.receipt' stage='received' donor-id='area.aa' amount='EUR 60.00'"                                                                                                                                               \
                                      " date='2012-06' previous-id='contribution.pledge' activity-ids='p.1'/>")                                                                                                                                                                      \
                          INDICATOR ("id='indicator.i' activity-ids='p.1'>" TITLE "</indicator>"                                                                                                                                                                                     \
                                     "<indicator id='indicator.words' measure='qualitative' activity-ids='p.1'>" TITLE "</indicator>")                                                                                                                                               \
                            MEASUREMENT ("id='measurement.i-target' indicator-id='indicator.i' kind='target' start='2014' end='2014' value='5'/>"                                                                                                                                    \
                                         "<measurement id='measurement.words-target' indicator-id='indicator.words' kind='target' start='2014'"                                                                                                                                      \
                                         " end='2014'>" TEXT "</measurement>")

#define DESCRIBED ">" EN ("description", "Text") "</activity>"
#define PLAIN_ACTIVITY "programme-id='p' theme-id='p.t' position='9'"
#define PLAIN_LISTING "instrument-id='instrument.x' taxon-id='a.panthera-leo'"
#define PLAIN_REVIEW "date='2012' reviewer-id='stakeholder.s'>" EN ("reason", "Text") "</review>"
#define PAIR_REVIEW "authority-ids='authority.a authority.b' taxon-ids='a.panthera b.panthera' reviewer-id='stakeholder.s' "
#define REASON EN ("reason", "Text")
#define LEO_B                                                                                                          \
  TAXON ("id='b.panthera-leo' authority-id='authority.b' name='Panthera leo' rank='species' parent-id='b.panthera'/>") \
  LISTING ("id='listing.b-leo' instrument-id='instrument.y' taxon-id='b.panthera-leo' appendix='I' effective='1985'/>")
#define STANDARDS(rest)                                                                                                                                                                                                                        \
  LEO_B PAPER ("id='document.e' kind='publication'>" EN ("title", "Another") "</document>") "<standard-references><standard-reference id='standard-reference.a' instrument-id='instrument.x' taxon-id='a.panthera' document-id='document.d'/>" \
                                                                                            "<standard-reference id='standard-reference.b' instrument-id='instrument.y' " rest "/></standard-references>"
#define ANNOTATED(symbol) "instrument-id='instrument.x' kind='hash' symbol='" symbol "'>"
#define BOTH_LANGUAGES "<text xml:lang='en'>Text</text><text xml:lang='fr'>Texte</text></annotation>"

static const struct
{
  const char *tag;
  const char *fragment;
  const char *expected; /* TAG:RECORD:FIELD:SEVERITY, one a line; NULL: none */
} cases[] = {
  /* any record */
  { "field-missing", TAXON ("id='a.x' authority-id='authority.a' rank='genus'/>"), "field-missing:a.x:name:error" },
  { "field-missing", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus'/>"), NULL },
  { "reference-dangling", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus' parent-id='a.nobody'/>"),
    "reference-dangling:a.x:parent-id:error" },
  { "reference-dangling", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus' rank='species' range='area.nowhere'/>"),
    "reference-dangling:a.x:range:error" },
  { "reference-dangling", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus' parent-id='a.felidae'/>"), NULL },
  { "reference-target", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus' parent-id='area.aa'/>"),
    "reference-target:a.x:parent-id:error" },
  { "reference-target", CONTRIBUTION ("id='contribution.x' stage='pledged' donor-id='stakeholder.s' activity-ids='p.1'/>"), NULL },
  { "reference-cycle",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' parent-id='instrument.n'>" NAME "</instrument>"
                "<instrument id='instrument.n' kind='agreement' concluded='1990' parent-id='instrument.m'>" NAME "</instrument>"),
    "reference-cycle:instrument.m:parent-id:error\nreference-cycle:instrument.n:parent-id:error" },
  { "reference-cycle",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' parent-id='instrument.n'>" NAME "</instrument>"
                "<instrument id='instrument.n' kind='agreement' concluded='1990' parent-id='instrument.x'>" NAME "</instrument>"),
    NULL },
  { "part-key",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus'><common-name name='A' language='en'/>"
           "<common-name name='A' language='en' preferred='yes'/></taxon>"),
    "part-key:a.x:common-names:error" },
  { "part-key",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus'><common-name name='A' language='en'/>"
           "<common-name name='A' language='es'/></taxon>"),
    NULL },
  { "value-range", AREA ("id='area.x' kind='country' iso2='XXX'>" NAME "</area>"), "value-range:area.x:iso2:error" },
  { "value-range", AREA ("id='area.x' kind='country' iso2='XX'>" NAME "</area>"), NULL },
  { "date-order", AREA ("id='area.x' kind='former' valid-from='1992' valid-until='1991'>" NAME "</area>"),
    "date-order:area.x:valid-until:error" },
  { "date-order", AREA ("id='area.x' kind='former' valid-from='1991-06-01' valid-until='1991-06-01'>" NAME "</area>"),
    "date-order:area.x:valid-until:error" },
  { "date-order", AREA ("id='area.x' kind='former' valid-from='1991' valid-until='1991'>" NAME "</area>"), NULL },
  { "date-order", MEETING ("id='meeting.x' kind='other' start='2012-05-07' end='2012-05-06'>" TITLE "</meeting>"),
    "date-order:meeting.x:end:error" },
  { "date-order", MEETING ("id='meeting.x' kind='other' start='2012-05-07' end='2012-05-07'>" TITLE "</meeting>"), NULL },
  { "text-language", AREA ("id='area.x' kind='country'><name xml:lang='fr'>Nom</name></area>"), "text-language:area.x:name:warning" },
  { "text-language", AREA ("id='area.x' kind='country'>" NAME "<name xml:lang='english'>Nom</name></area>"), "text-language:area.x:name:warning" },
  { "text-language", PAPER ("id='document.x' kind='publication'><title xml:lang='und'>Titulus</title></document>"), NULL },
  { "text-language", AREA ("id='area.x' kind='country'>" NAME "<name xml:lang='zh-Hant'>Nom</name></area>"), NULL },
  { "id-pattern", AREA ("id='place.x' kind='country'>" NAME "</area>"), "id-pattern:place.x:id:warning" },
  { "id-pattern", TAXON ("id='b.x' authority-id='authority.a' name='Aus' rank='genus'/>"), "id-pattern:b.x:id:warning" },
  { "id-pattern", TAXON ("id='a.Aus' authority-id='authority.a' name='Aus' rank='genus'/>"), "id-pattern:a.Aus:id:warning" },
  { "id-pattern", AREA ("id='area.x-1.2' kind='country'>" NAME "</area>"), NULL },
  { "key-duplicate", TAXON ("id='a.x' authority-id='authority.a' name='Uncia' rank='genus'/>"), "key-duplicate:a.x::warning" },
  { "key-duplicate", TAXON ("id='a.x' authority-id='authority.a' name='Uncia' authorship='Gray, 1854' rank='genus'/>"), NULL },

  /* authorities, areas, taxa */
  { "authority-shared", AUTHORITY ("id='authority.x' instrument-ids='instrument.x'>" NAME "</authority>"),
    "authority-shared:authority.x:instrument-ids:warning" },
  { "authority-shared", AUTHORITY ("id='authority.x' instrument-ids='instrument.x' predecessor-id='authority.a'>" NAME "</authority>"), NULL },
  { "authority-shared",
    AUTHORITY ("id='authority.x' instrument-ids='instrument.x' predecessor-id='authority.w'>" NAME "</authority>"
               "<authority id='authority.w' instrument-ids='instrument.x' predecessor-id='authority.a'>" NAME "</authority>"),
    NULL },
  { "area-code-duplicate", AREA ("id='area.x' kind='country' iso2='AA'>" NAME "</area>"), "area-code-duplicate:area.x:iso2:error" },
  { "area-code-duplicate",
    AREA ("id='area.x' kind='country' iso3='XXX'>" NAME "</area><area id='area.y' kind='country' iso3='XXX' valid-from='2000'>" NAME "</area>"),
    "area-code-duplicate:area.y:iso3:error" },
  { "area-code-duplicate", AREA ("id='area.x' kind='country' iso2='GO' valid-from='1991-12-26'>" NAME "</area>"), NULL },
  { "area-region-empty", AREA ("id='area.x' kind='region'>" NAME "</area>"), "area-region-empty:area.x:members:warning" },
  { "area-region-empty", AREA ("id='area.x' kind='union'>" NAME "</area>"), "area-region-empty:area.x:members:warning" },
  { "area-region-empty", AREA ("id='area.x' kind='region'>" NAME "<member area-id='area.aa'/></area>"), NULL },
  { "area-region-empty", AREA ("id='area.x' kind='region'>" NAME EN ("coverage", "Atlantic coast") "</area>"), NULL },
  { "area-member-dissolved", AREA ("id='area.x' kind='region'>" NAME "<member area-id='area.gone'/></area>"),
    "area-member-dissolved:area.x:members:warning" },
  { "area-member-dissolved",
    AREA ("id='area.x' kind='region'>" NAME "<member area-id='area.gone' valid-from='1949' valid-until='1991'/></area>"),
    "area-member-dissolved:area.x:members:warning" },
  { "area-member-dissolved", AREA ("id='area.x' kind='region'>" NAME "<member area-id='area.gone' valid-until='1991-12-26'/></area>"), NULL },
  { "taxon-parent-rank", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus' parent-id='a.uncia'/>"),
    "taxon-parent-rank:a.x:parent-id:error" },
  { "taxon-parent-rank",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus' parent-id='a.felidae'>"
           "<placement parent-id='a.panthera-leo' valid-from='1990'/></taxon>"),
    "taxon-parent-rank:a.x:placements:error" },
  { "taxon-parent-rank", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='subgenus' parent-id='a.uncia'/>"), NULL },
  { "taxon-parent-authority", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus' rank='species' parent-id='b.panthera'/>"),
    "taxon-parent-authority:a.x:parent-id:error" },
  { "taxon-parent-authority", TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus' former-id='b.panthera'/>"),
    "taxon-parent-authority:a.x:former-id:error" },
  { "taxon-parent-authority", TAXON ("id='b.x' authority-id='authority.b' name='Panthera' rank='subgenus' former-id='b.panthera'/>"), NULL },
  { "taxon-parent-missing",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus'/>"
           "<taxon id='a.y' authority-id='authority.a' name='Aus bus' rank='species' parent-id='a.x'/>"),
    "taxon-parent-missing:a.x:parent-id:warning" },
  { "taxon-parent-missing", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus' rank='species'/>"), NULL },
  { "taxon-name-rank", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus' rank='genus'/>"), "taxon-name-rank:a.x:name:warning" },
  { "taxon-name-rank", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus cus' rank='species'/>"), "taxon-name-rank:a.x:name:warning" },
  { "taxon-name-rank", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus var. cus' rank='subspecies'/>"), "taxon-name-rank:a.x:name:warning" },
  { "taxon-name-rank",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus (Dus) bus' rank='species'/>"
           "<taxon id='a.y' authority-id='authority.a' name='Aus bus var. cus' rank='variety'/>"
           "<taxon id='a.z' authority-id='authority.a' name='Aus bus × Aus cus' rank='species' name-kind='hybrid'/>"),
    NULL },
  { "taxon-synonym-accepted",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus'><synonym name='Uncia'/></taxon>"),
    "taxon-synonym-accepted:a.x:synonyms:information" },
  { "taxon-synonym-accepted",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus' rank='genus'><synonym name='Uncia' kind='pro-parte'/></taxon>"
           "<taxon id='b.x' authority-id='authority.b' name='Aus' rank='genus'><synonym name='Uncia'/></taxon>"),
    NULL },
  { "taxon-source", TAXON ("id='a.x' authority-id='authority.a' name='Aus bus' rank='species' migratory='yes' traded='no'/>"),
    "taxon-source:a.x:migratory-source-id:warning\ntaxon-source:a.x:traded-source-id:warning" },
  { "taxon-source",
    TAXON ("id='a.x' authority-id='authority.a' name='Aus bus' rank='species' migratory='yes' migratory-source-id='document.d'/>"), NULL },

  /* instruments, memberships */
  { "instrument-appendix-missing",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' parent-id='instrument.x'>" NAME "</instrument>")
      LISTING ("id='listing.x' instrument-id='instrument.m' taxon-id='a.panthera-leo' appendix='list' effective='2000-01-01'/>"),
    "instrument-appendix-missing:instrument.m:appendices:warning" },
  { "instrument-appendix-missing",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' parent-id='instrument.x'>" NAME "</instrument>"), NULL },
  { "instrument-force",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' entry-into-force='1989-12'>" NAME "</instrument>"),
    "instrument-force:instrument.m:entry-into-force:error" },
  { "instrument-force", INSTRUMENT ("id='instrument.m' kind='agreement'>" NAME "</instrument>"),
    "instrument-force:instrument.m:entry-into-force:warning" },
  { "instrument-force",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' entry-into-force='1990'>" NAME "</instrument>"
                "<instrument id='instrument.n' kind='agreement' state='proposed'>" NAME "</instrument>"),
    NULL },
  { "instrument-self-parent",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' parent-id='instrument.m'>" NAME "</instrument>"),
    "instrument-self-parent:instrument.m:parent-id:error\nreference-cycle:instrument.m:parent-id:error" },
  { "instrument-self-parent",
    INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990' parent-id='instrument.x'>" NAME "</instrument>"), NULL },
  { "membership-overlap",
    MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1980' valid-until='1990-06-01'/>"
                "<membership id='membership.y' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1990-05-31'/>"),
    "membership-overlap:membership.y::error" },
  { "membership-overlap",
    MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1980' valid-until='1990-06-01'/>"
                "<membership id='membership.y' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1990-06-01'/>"
                "<membership id='membership.z' group-id='instrument.x' member-id='area.aa' role='party' area-id='area.hh' valid-from='1991'/>"),
    NULL },
  { "membership-party-area", MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.hh' role='party'/>"),
    "membership-party-area:membership.x:member-id:error" },
  { "membership-party-area", MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='stakeholder.s' role='party'/>"),
    "membership-party-area:membership.x:member-id:error" },
  { "membership-party-area",
    MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.gone' role='party'/>"
                "<membership id='membership.y' group-id='instrument.x' member-id='stakeholder.s' role='observer'/>"),
    NULL },
  { "membership-before-force",
    MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1974'/>"),
    "membership-before-force:membership.x:valid-from:warning" },
  { "membership-before-force",
    MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1975-07-01'/>"
                "<membership id='membership.y' group-id='instrument.x' member-id='area.bb' role='signatory' valid-from='1973-03-03'/>"),
    NULL },

  /* listings */
  { "listing-appendix", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='IV' effective='1990'/>"), "listing-appendix:listing.x:appendix:error" },
  { "listing-appendix", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='II' effective='1990'/>"), NULL },
  { "listing-authority",
    LISTING ("id='listing.x' instrument-id='instrument.x' taxon-id='b.panthera' appendix='II' effective='1990'/>"),
    "listing-authority:listing.x:taxon-id:error" },
  { "listing-authority",
    LISTING ("id='listing.x' instrument-id='instrument.z' taxon-id='a.panthera' appendix='list' effective='2000'/>"), NULL },
  { "listing-party", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='II' effective='1990' party-id='area.aa'/>"),
    "listing-party:listing.x:party-id:error" },
  { "listing-party", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='III' effective='1990'/>"), "listing-party:listing.x:party-id:warning" },
  { "listing-party", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' change='reservation' effective='1977-02-04'/>"),
    "listing-party:listing.x:party-id:warning" },
  { "listing-party",
    LISTING ("id='listing.x' " PLAIN_LISTING " appendix='III' effective='1990' party-id='area.aa'/>"
             "<listing id='listing.y' " PLAIN_LISTING " appendix='I' change='deletion' effective='1990'/>"),
    NULL },
  { "listing-before-force", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1975-06-30'/>"),
    "listing-before-force:listing.x:effective:warning" },
  { "listing-before-force",
    LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1975'/>"
             "<listing id='listing.y' " PLAIN_LISTING " appendix='I' effective='1970-01-01' precision='placeholder'/>"),
    NULL },
  { "listing-exception", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' except-area-ids='area.cc'/>"),
    "listing-exception:listing.x:except-area-ids:warning" },
  { "listing-exception",
    LISTING ("id='listing.x' instrument-id='instrument.x' taxon-id='a.panthera' appendix='I' effective='1990' except-taxon-ids='a.uncia'/>"),
    "listing-exception:listing.x:except-taxon-ids:warning" },
  { "listing-exception",
    LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' except-area-ids='area.bb area.hh'/>"
             "<listing id='listing.y' instrument-id='instrument.x' taxon-id='a.panthera' appendix='I' effective='1990'"
             " also-taxon-ids='a.uncia' except-taxon-ids='a.panthera-leo a.uncia' except-area-ids='area.cc'/>"),
    NULL },
  { "listing-inclusion", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='II' effective='1990' included-in-id='a.uncia'/>"),
    "listing-inclusion:listing.x:included-in-id:warning" },
  { "listing-inclusion", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='II' effective='1990' included-in-id='a.felidae'/>"), NULL },
  { "listing-target", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' change='withdrawal' effective='1990' party-id='area.aa' target-id='listing.leo'/>"),
    "listing-target:listing.x:target-id:error" },
  { "listing-target", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='II' change='deletion' effective='1990' target-id='listing.leo'/>"),
    "listing-target:listing.x:target-id:error" },
  { "listing-target",
    LISTING ("id='listing.x' instrument-id='instrument.x' taxon-id='a.panthera' appendix='II' change='withdrawal' effective='1990'"
             " party-id='area.bb' target-id='listing.reservation'/>"),
    "listing-target:listing.x:target-id:error" },
  { "listing-target", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' target-id='listing.leo'/>"),
    "listing-target:listing.x:target-id:error" },
  { "listing-target",
    LISTING ("id='listing.x' instrument-id='instrument.x' taxon-id='a.panthera' appendix='II' change='withdrawal' effective='1990'"
             " party-id='area.aa' target-id='listing.reservation'/>"
             "<listing id='listing.y' " PLAIN_LISTING " appendix='I' change='deletion' effective='1990' target-id='listing.leo'/>"
             "<listing id='listing.z' " PLAIN_LISTING " appendix='II' change='reservation' effective='1977-02-04' party-id='area.bb'"
             " target-id='listing.panthera'/>"),
    NULL },
  { "listing-reservation-late",
    LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' change='reservation' effective='1977-02-05' party-id='area.aa'/>"),
    "listing-reservation-late:listing.x:effective:warning" },
  { "listing-reservation-late",
    MEMBERSHIP ("id='membership.x' group-id='instrument.x' member-id='area.aa' role='party' valid-from='1990-03-01'/>")
      LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' change='reservation' effective='1990-03-01' party-id='area.aa'/>"
               "<listing id='listing.y' " PLAIN_LISTING " appendix='II' change='reservation' effective='1977-02-04' party-id='area.bb'/>"
               "<listing id='listing.z' " PLAIN_LISTING " appendix='III' change='reservation' effective='2000' party-id='area.bb'/>"),
    NULL },
  { "listing-date-missing", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' text-from='1990'/>"),
    "listing-date-missing:listing.x:effective:information" },
  { "listing-date-missing", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990'/>"), NULL },
  { "listing-date-order", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' decided='1990-06-01' effective='1990-05'/>"),
    "listing-date-order:listing.x:effective:warning" },
  { "listing-date-order", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' meeting-id='meeting.m' effective='2012-05-06'/>"),
    "listing-date-order:listing.x:effective:warning" },
  { "listing-date-order", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990-06-01' effective-to='1990-06-01'/>"),
    "listing-date-order:listing.x:effective-to:warning" },
  { "listing-date-order",
    LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' decided='1990-06-01' effective='1990' text-from='1990-06-01'/>"
             "<listing id='listing.y' " PLAIN_LISTING " appendix='I' meeting-id='meeting.m' through-id='listing.leo' effective='1977-02-04'/>"),
    NULL },
  { "listing-scope-words", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990'>" EN ("scope-text", "northern stock") "</listing>"),
    "listing-scope-words:listing.x:scope-text:information" },
  { "listing-scope-words", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990'>" EN ("scope", "northern stock") "</listing>"), NULL },
  { "listing-criterion", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='II' effective='1990' criterion-codes='c'/>"),
    "listing-criterion:listing.x:criterion-codes:error" },
  { "listing-criterion", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' criterion-codes='none'/>"),
    "listing-criterion:listing.x:criterion-codes:error" },
  { "listing-criterion", LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' criterion-codes='c'/>"), NULL },

  /* annotations, standard references, assessments */
  { "annotation-unused", ANNOTATION ("id='annotation.x' " ANNOTATED ("#1") BOTH_LANGUAGES), "annotation-unused:annotation.x::information" },
  { "annotation-unused",
    ANNOTATION ("id='annotation.x' " ANNOTATED ("#1") BOTH_LANGUAGES)
      LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' annotation-ids='annotation.x'/>"),
    NULL },
  { "annotation-language",
    ANNOTATION ("id='annotation.x' " ANNOTATED ("#1") TEXT "</annotation>")
      LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' annotation-ids='annotation.x'/>"),
    "annotation-language:annotation.x:text:information" },
  { "annotation-language",
    ANNOTATION ("id='annotation.x' " ANNOTATED ("#1") BOTH_LANGUAGES)
      LISTING ("id='listing.x' " PLAIN_LISTING " appendix='I' effective='1990' annotation-ids='annotation.x'/>"),
    NULL },
  { "standard-reference-scope", REFERENCE ("id='standard-reference.x' instrument-id='instrument.x' document-id='document.d'/>"),
    "standard-reference-scope:standard-reference.x:taxon-id:error" },
  { "standard-reference-scope",
    REFERENCE ("id='standard-reference.x' instrument-id='instrument.x'>" EN ("group", "marine mammals") "</standard-reference>"), NULL },
  { "standard-reference-conflict",
    REFERENCE ("id='standard-reference.x' instrument-id='instrument.x' taxon-id='a.felidae' document-id='document.d'/>"
               "<standard-reference id='standard-reference.y' instrument-id='instrument.x' taxon-id='a.felidae' valid-from='2000'/>"),
    "standard-reference-conflict:standard-reference.y:taxon-id:warning" },
  { "standard-reference-conflict",
    REFERENCE ("id='standard-reference.x' instrument-id='instrument.x' taxon-id='a.felidae' valid-until='2000'/>"
               "<standard-reference id='standard-reference.y' instrument-id='instrument.x' taxon-id='a.felidae' valid-from='2000'/>"
               "<standard-reference id='standard-reference.z' instrument-id='instrument.x' taxon-id='a.felidae' state='proposed'/>"
               "<standard-reference id='standard-reference.zz' instrument-id='instrument.z' taxon-id='a.felidae'/>"),
    NULL },
  { "assessment-criteria", ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu' criteria='A3abc'/>"),
    "assessment-criteria:assessment.x:criteria:error" },
  { "assessment-criteria", ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu' criteria='A1cd+2cd, C1+2a' criteria-version='3.1'/>"),
    "assessment-criteria:assessment.x:criteria:error" },
  { "assessment-criteria",
    ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu' criteria='A2abc+3de; B1ab(iii)+2ab(iii); C2a(i,ii)b; D1+2; E'/>"
                "<assessment id='assessment.y' taxon-id='r.leo' category='vu' criteria='A1cd+2cd, C1+2a'/>"),
    NULL },
  { "assessment-criteria-category", ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='en' criteria='D2'/>"),
    "assessment-criteria-category:assessment.x:criteria:warning" },
  { "assessment-criteria-category", ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='lc' criteria='A2bd'/>"),
    "assessment-criteria-category:assessment.x:criteria:warning" },
  { "assessment-criteria-category",
    ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu' criteria='D2'/>"
                "<assessment id='assessment.y' taxon-id='r.leo' category='nt' criteria='B1a'/>"),
    NULL },
  { "assessment-repeated", ASSESSMENT ("id='assessment.x' taxon-id='a.panthera-leo' category='vu'/>"),
    "assessment-repeated:assessment.x:taxon-id:information" },
  { "assessment-repeated", ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu'/>"), NULL },
  { "assessment-latest",
    ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu' latest='yes'/>"
                "<assessment id='assessment.y' taxon-id='r.leo' category='en' latest='yes'/>"),
    "assessment-latest:assessment.y:latest:warning" },
  { "assessment-latest",
    ASSESSMENT ("id='assessment.x' taxon-id='r.leo' category='vu' latest='yes'/>"
                "<assessment id='assessment.y' taxon-id='r.leo' category='en' latest='yes' area-id='area.aa'/>"
                "<assessment id='assessment.z' taxon-id='r.leo' category='en' latest='no'/>"),
    NULL },

  /* stakeholders, contacts */
  { "stakeholder-group-empty", STAKEHOLDER ("id='stakeholder.x' kind='consortium'>" NAME "</stakeholder>"),
    "stakeholder-group-empty:stakeholder.x::information" },
  { "stakeholder-group-empty",
    STAKEHOLDER ("id='stakeholder.x' kind='consortium'>" NAME "</stakeholder>"
                 "<stakeholder id='stakeholder.y' kind='consortium' generic='yes'>" NAME "</stakeholder>")
      MEMBERSHIP ("id='membership.x' group-id='stakeholder.x' member-id='stakeholder.s' role='member'/>"),
    NULL },
  { "stakeholder-terms-missing",
    STAKEHOLDER ("id='stakeholder.x' kind='working-group'>" NAME "</stakeholder>")
      MEMBERSHIP ("id='membership.x' group-id='stakeholder.x' member-id='stakeholder.s' role='member'/>"),
    "stakeholder-terms-missing:stakeholder.x:terms:information" },
  { "stakeholder-terms-missing",
    STAKEHOLDER ("id='stakeholder.x' kind='working-group'>" NAME EN ("terms", "Text") "</stakeholder>")
      MEMBERSHIP ("id='membership.x' group-id='stakeholder.x' member-id='stakeholder.s' role='member'/>"),
    NULL },
  { "stakeholder-member-term",
    STAKEHOLDER ("id='stakeholder.x' kind='network' valid-until='2010'>" NAME "</stakeholder>")
      MEMBERSHIP ("id='membership.x' group-id='stakeholder.x' member-id='stakeholder.s' role='member'/>"),
    "stakeholder-member-term:membership.x:group-id:warning" },
  { "stakeholder-member-term",
    STAKEHOLDER ("id='stakeholder.x' kind='network' valid-from='2005-06' valid-until='2010'>" NAME "</stakeholder>")
      MEMBERSHIP ("id='membership.x' group-id='stakeholder.x' member-id='stakeholder.s' role='member' valid-from='2005' valid-until='2010'/>"),
    NULL },
  { "contact-nameless", CONTACT ("id='contact.x' given-name='Ann'/>"), "contact-nameless:contact.x:post:error" },
  { "contact-nameless", CONTACT ("id='contact.x'>" EN ("post", "Officer") "</contact><contact id='contact.y' family-name='Lee'/>"), NULL },
  { "contact-email", CONTACT ("id='contact.x' family-name='Lee' email='lee@cites'/>"), "contact-email:contact.x:email:warning" },
  { "contact-email", CONTACT ("id='contact.x' family-name='Lee' email='a@b.org, c@d.org'/>"), "contact-email:contact.x:email:warning" },
  { "contact-email", CONTACT ("id='contact.x' family-name='Lee' email='a.lee+x@mail.example.org'/>"), NULL },

  /* documents, decisions, meetings */
  { "document-after-meeting", PAPER ("id='document.x' kind='meeting-document' meeting-id='meeting.m' date='2012-05-10'>" TITLE "</document>"),
    "document-after-meeting:document.x:date:warning" },
  { "document-after-meeting",
    PAPER ("id='document.x' kind='meeting-document' meeting-id='meeting.m' date='2012-05'>" TITLE "</document>"
           "<document id='document.y' kind='report' meeting-id='meeting.m' date='2012-06'>" TITLE "</document>"),
    NULL },
  { "document-deadline", PAPER ("id='document.x' kind='statement' meeting-id='meeting.m' deadline='2012-05-10'>" TITLE "</document>"),
    "document-deadline:document.x:deadline:warning" },
  { "document-deadline", PAPER ("id='document.x' kind='statement' meeting-id='meeting.m' deadline='2012-05-09'>" TITLE "</document>"), NULL },
  { "document-requested-body",
    PAPER ("id='document.x' kind='report' meeting-id='meeting.m'>" TITLE
           "<requested-action label='a' action='note' subject-ids='p' body-id='stakeholder.b'/></document>"),
    "document-requested-body:document.x:requested-actions:warning" },
  { "document-requested-body",
    PAPER ("id='document.x' kind='report' meeting-id='meeting.m'>" TITLE
           "<requested-action label='a' action='note' subject-ids='p' body-id='stakeholder.a'/></document>"),
    NULL },
  { "decision-before-meeting", DECISION ("id='decision.x' kind='decision' meeting-id='meeting.m' date='2012-05-06'>" TITLE "</decision>"),
    "decision-before-meeting:decision.x:date:error" },
  { "decision-before-meeting", DECISION ("id='decision.x' kind='decision' meeting-id='meeting.m' date='2012'>" TITLE "</decision>"), NULL },
  { "decision-body", DECISION ("id='decision.x' kind='decision'>" TITLE "</decision>"), "decision-body:decision.x:body-id:warning" },
  { "decision-body",
    DECISION ("id='decision.x' kind='decision' state='proposed'>" TITLE "</decision>"
              "<decision id='decision.y' kind='decision' meeting-id='meeting.m'>" TITLE "</decision>"),
    NULL },
  { "meeting-timeframe-date", MEETING ("id='meeting.x' kind='other' timeframe='2013' start='2012-12-31'>" TITLE "</meeting>"),
    "meeting-timeframe-date:meeting.x:start:warning" },
  { "meeting-timeframe-date",
    MEETING ("id='meeting.x' kind='other' timeframe='late 2012' start='2012-12-31'>" TITLE "</meeting>"
             "<meeting id='meeting.y' kind='other' timeframe='Annual' start='2012'>" TITLE "</meeting>"),
    NULL },
  { "meeting-parent-date", MEETING ("id='meeting.x' kind='side-event' parent-id='meeting.m' start='2012-05-10'>" TITLE "</meeting>"),
    "meeting-parent-date:meeting.x:parent-id:warning" },
  { "meeting-parent-date",
    MEETING ("id='meeting.x' kind='segment' parent-id='meeting.m' start='2012-05-08' end='2012-05-10'>" TITLE "</meeting>"),
    "meeting-parent-date:meeting.x:parent-id:warning" },
  { "meeting-parent-date",
    MEETING ("id='meeting.x' kind='side-event' parent-id='meeting.m' start='2012-05'>" TITLE "</meeting>"
             "<meeting id='meeting.y' kind='side-event' parent-id='meeting.m'>" TITLE "</meeting>"),
    NULL },
  { "meeting-ordinal-order",
    MEETING ("id='meeting.x' kind='committee' body-id='stakeholder.a' ordinal='6' start='2012-05-06'>" TITLE "</meeting>"),
    "meeting-ordinal-order:meeting.x:ordinal:warning" },
  { "meeting-ordinal-order",
    MEETING ("id='meeting.x' kind='committee' body-id='stakeholder.a' ordinal='6' start='2012-05'>" TITLE "</meeting>"
             "<meeting id='meeting.y' kind='technical' body-id='stakeholder.a' ordinal='6' start='2011'>" TITLE "</meeting>"
             "<meeting id='meeting.z' kind='committee' body-id='stakeholder.b' ordinal='6' start='2014'>" TITLE "</meeting>"),
    NULL },
  { "meeting-date-missing", MEETING ("id='meeting.x' kind='other' state='held'>" TITLE "</meeting>"), "meeting-date-missing:meeting.x:start:information" },
  { "meeting-date-missing",
    MEETING ("id='meeting.x' kind='other' state='held' start='2011'>" TITLE "</meeting><meeting id='meeting.y' kind='other'>" TITLE "</meeting>"),
    NULL },
  { "participation-self",
    PARTICIPATION ("id='participation.x' meeting-id='meeting.m' participant-id='stakeholder.s' represented-by-id='stakeholder.s'/>"),
    "participation-self:participation.x:represented-by-id:error" },
  { "participation-self",
    PARTICIPATION ("id='participation.x' meeting-id='meeting.m' participant-id='stakeholder.s' represented-by-id='stakeholder.a'"
                   " document-ids='document.d'/>"),
    NULL },
  { "participation-not-held",
    PARTICIPATION ("id='participation.x' meeting-id='meeting.later' participant-id='stakeholder.s' state='attended'/>"),
    "participation-not-held:participation.x:state:warning" },
  { "participation-not-held",
    PARTICIPATION ("id='participation.x' meeting-id='meeting.m' participant-id='stakeholder.s' state='attended'/>"
                   "<participation id='participation.y' meeting-id='meeting.later' participant-id='stakeholder.s' state='confirmed'/>"),
    NULL },
  { "participation-no-mandate",
    PARTICIPATION ("id='participation.x' meeting-id='meeting.m' participant-id='stakeholder.s' represented-by-id='stakeholder.a'/>"),
    "participation-no-mandate:participation.x:document-ids:information" },
  { "participation-no-mandate", PARTICIPATION ("id='participation.x' meeting-id='meeting.m' participant-id='stakeholder.s'/>"), NULL },

  /* exchanges, comments */
  { "exchange-self",
    EXCHANGE ("id='exchange.x' item='report' sender-ids='stakeholder.s' receiver-ids='stakeholder.a stakeholder.s'>" TITLE "</exchange>"),
    "exchange-self:exchange.x:receiver-ids:warning" },
  { "exchange-self",
    EXCHANGE ("id='exchange.x' item='calendar' sender-ids='stakeholder.a stakeholder.s' receiver-ids='stakeholder.a stakeholder.s'>" TITLE "</exchange>"),
    NULL },
  { "comment-version", COMMENT ("id='comment.x' subject-ids='p.1' version='final'>" TEXT "</comment>"), "comment-version:comment.x:version:error" },
  { "comment-version", COMMENT ("id='comment.x' subject-ids='area.aa' version='draft'>" TEXT "</comment>"), "comment-version:comment.x:version:error" },
  { "comment-version", COMMENT ("id='comment.x' subject-ids='area.aa p.1' version='draft'>" TEXT "</comment>"), NULL },
  { "comment-late",
    EXCHANGE ("id='exchange.x' item='comments' sender-ids='stakeholder.s' receiver-ids='stakeholder.a' reply-due='2011-10-31' subject-ids='p'>" TITLE "</exchange>")
      COMMENT ("id='comment.x' subject-ids='p.1' date='2011-11'>" TEXT "</comment>"),
    "comment-late:comment.x:date:information" },
  { "comment-late",
    EXCHANGE ("id='exchange.x' item='comments' sender-ids='stakeholder.s' receiver-ids='stakeholder.a' reply-due='2011-10-31' subject-ids='p'>" TITLE "</exchange>")
      COMMENT ("id='comment.x' subject-ids='p' date='2011'>" TEXT "</comment><comment id='comment.y' subject-ids='q' date='2012'>" TEXT "</comment>"),
    NULL },
  { "comment-accepted-no-result", COMMENT ("id='comment.x' subject-ids='p' disposition='partly-accepted'>" TEXT "</comment>"),
    "comment-accepted-no-result:comment.x:result-ids:warning" },
  { "comment-accepted-no-result",
    COMMENT ("id='comment.x' subject-ids='p' disposition='accepted' result-ids='p.1'>" TEXT "</comment>"
             "<comment id='comment.y' subject-ids='p' disposition='noted'>" TEXT "</comment>"),
    NULL },

  /* programmes, approvals */
  { "programme-approval-order", APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='approved' date='2011-07' version='draft'/>"),
    "programme-approval-order:approval.x:version:warning" },
  { "programme-approval-order", APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='approved' date='2011' version='draft'/>"), NULL },
  { "programme-period-gap", PROGRAMME ("id='x' kind='work-plan' start='2011-01-02' predecessor-id='q'>" TITLE "</programme>"),
    "programme-period-gap:x:start:information" },
  { "programme-period-gap", PROGRAMME ("id='x' kind='work-plan' start='2011' predecessor-id='q'>" TITLE "</programme>"), NULL },
  { "programme-period-gap",
    PROGRAMME ("id='x' kind='work-plan' start='2012' predecessor-id='q'>" TITLE "</programme>")
      APPROVAL ("id='approval.x' subject-id='q' body-id='stakeholder.a' outcome='endorsed' new-end='2011'/>"),
    NULL },
  { "programme-approver-missing", PROGRESS ("id='progress.x' activity-ids='q.1' start='2009'>" TEXT "</progress>"),
    "programme-approver-missing:q:approver-ids:information" },
  { "programme-approver-missing", PROGRESS ("id='progress.x' activity-ids='p.1' start='2012'>" TEXT "</progress>"), NULL },
  { "programme-extension", APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='endorsed' new-end='2015'/>"),
    "programme-extension:p:approver-ids:warning" },
  { "programme-extension",
    APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='endorsed' new-end='2015'/>"
              "<approval id='approval.y' subject-id='p' body-id='stakeholder.b' outcome='endorsed' new-end='2015-12-31'/>"
              "<approval id='approval.z' subject-id='p' body-id='stakeholder.b' outcome='requested' new-end='2017'/>"),
    NULL },
  { "approval-body", APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.s' outcome='approved'/>"), "approval-body:approval.x:body-id:warning" },
  { "approval-body",
    APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.s' outcome='considered'/>"
              "<approval id='approval.y' subject-id='q' body-id='stakeholder.s' outcome='approved'/>"),
    NULL },
  { "approval-contradiction",
    APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='approved' meeting-id='meeting.m'/>"
              "<approval id='approval.y' subject-id='p' body-id='stakeholder.a' outcome='rejected' meeting-id='meeting.m'/>"),
    "approval-contradiction:approval.y:outcome:error" },
  { "approval-contradiction",
    APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='rejected' meeting-id='meeting.m' version='draft'/>"
              "<approval id='approval.y' subject-id='p' body-id='stakeholder.a' outcome='approved' meeting-id='meeting.m'/>"
              "<approval id='approval.z' subject-id='p' body-id='stakeholder.b' outcome='rejected' meeting-id='meeting.m'/>"),
    NULL },

  /* themes, activities */
  { "theme-position",
    THEME ("id='p.x' programme-id='p' position='1'>" TITLE "<role stakeholder-id='stakeholder.s' kind='lead'/>"
           "<provision label='1'>" TEXT "</provision></theme>"),
    "theme-position:p.x:position:warning" },
  { "theme-position", THEME ("id='p.x' programme-id='p' parent-id='p.t' position='1'>" TITLE "<provision label='1'>" TEXT "</provision></theme>"), NULL },
  { "theme-parent-programme", THEME ("id='p.x' programme-id='p' parent-id='q.t' position='1'>" TITLE "<provision label='1'>" TEXT "</provision></theme>"),
    "theme-parent-programme:p.x:parent-id:error" },
  { "theme-parent-programme", THEME ("id='q.x' programme-id='q' parent-id='q.t' position='1'>" TITLE "<provision label='1'>" TEXT "</provision></theme>"), NULL },
  { "theme-empty", THEME ("id='p.x' programme-id='p' position='2'>" TITLE "</theme>"), "theme-empty:p.x::information" },
  { "theme-empty",
    THEME ("id='p.x' programme-id='p' position='2'>" TITLE "</theme>"
           "<theme id='p.y' programme-id='p' parent-id='p.x' position='2'>" TITLE "<provision label='1'>" TEXT "</provision></theme>"),
    NULL },
  { "activity-depth",
    ACTIVITY ("id='p.x' programme-id='p' parent-id='p.1' code='x' position='1'" DESCRIBED
              "<activity id='p.y' programme-id='p' parent-id='p.x' code='y' position='1' timeframe='2013'" DESCRIBED),
    "activity-depth:p.y:parent-id:error" },
  { "activity-depth", ACTIVITY ("id='p.x' programme-id='p' parent-id='p.1' code='x' position='1'" DESCRIBED), NULL },
  { "activity-parent-programme", ACTIVITY ("id='p.x' programme-id='p' parent-id='q.1' code='x' position='1'" DESCRIBED),
    "activity-parent-programme:p.x:parent-id:error" },
  { "activity-parent-programme", ACTIVITY ("id='p.x' programme-id='p' theme-id='q.t' code='x' position='1' timeframe='2012'" DESCRIBED),
    "activity-parent-programme:p.x:theme-id:error" },
  { "activity-parent-programme", ACTIVITY ("id='p.x' programme-id='p' theme-id='p.t' code='x' position='1' timeframe='2012' predecessor-ids='q.1'" DESCRIBED), NULL },
  { "activity-theme-missing",
    ACTIVITY ("id='p.x' programme-id='p' code='x' position='1' timeframe='2012'>" EN ("description", "Text") "<role stakeholder-id='stakeholder.s' kind='lead'/></activity>"),
    "activity-theme-missing:p.x:theme-id:error" },
  { "activity-theme-missing", ACTIVITY ("id='p.x' programme-id='p' parent-id='p.1' code='x' position='1'" DESCRIBED), NULL },
  { "activity-timeframe-missing", ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x'" DESCRIBED), "activity-timeframe-missing:p.x:timeframe:information" },
  { "activity-timeframe-missing", ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='On-going'" DESCRIBED), NULL },
  { "activity-timeframe-programme", ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2014/2015'" DESCRIBED),
    "activity-timeframe-programme:p.x:timeframe:warning" },
  { "activity-timeframe-programme", ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='by December 2014'" DESCRIBED), NULL },
  { "activity-timeframe-programme",
    APPROVAL ("id='approval.x' subject-id='p' body-id='stakeholder.a' outcome='endorsed' new-end='2015'/>"
              "<approval id='approval.y' subject-id='p' body-id='stakeholder.b' outcome='endorsed' new-end='2015'/>")
      ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2014/2015'" DESCRIBED),
    NULL },
  { "activity-timeframe-parent", ACTIVITY ("id='p.x' programme-id='p' parent-id='p.1' code='x' position='1' timeframe='2013-2014'" DESCRIBED),
    "activity-timeframe-parent:p.x:timeframe:warning" },
  { "activity-timeframe-parent", ACTIVITY ("id='p.x' programme-id='p' parent-id='p.1' code='x' position='1' timeframe='late 2013'" DESCRIBED), NULL },
  { "activity-timeframe-output", ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2014' output-ids='meeting.later'" DESCRIBED),
    "activity-timeframe-output:p.x:output-ids:information" },
  { "activity-timeframe-output", ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2013' output-ids='meeting.later document.d'" DESCRIBED), NULL },
  { "activity-lead-missing",
    THEME ("id='p.x' programme-id='p' position='2'>" TITLE "<role stakeholder-id='stakeholder.s' kind='partner'/></theme>")
      ACTIVITY ("id='p.y' programme-id='p' theme-id='p.x' code='y' position='1' timeframe='2012'" DESCRIBED),
    "activity-lead-missing:p.y:roles:information" },
  { "activity-lead-missing",
    THEME ("id='p.x' programme-id='p' parent-id='p.t' position='2'>" TITLE "<role stakeholder-id='stakeholder.s' kind='partner'/></theme>")
      ACTIVITY ("id='p.y' programme-id='p' theme-id='p.x' code='y' position='1' timeframe='2012'" DESCRIBED),
    NULL },
  { "activity-funding-mismatch",
    CONDITION ("id='p.c' kind='funding'>" TEXT "</condition>")
      ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2012' cost='not-significant' condition-ids='p.c'" DESCRIBED),
    "activity-funding-mismatch:p.x:cost:warning" },
  { "activity-funding-mismatch",
    CONDITION ("id='p.c' kind='decision'>" TEXT "</condition>")
      ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2012' cost='not-significant' condition-ids='p.c'" DESCRIBED),
    NULL },

  /* focuses, conditions */
  { "focus-taxon-missing", FOCUS ("id='p.f' programme-id='p'>" NAME "</focus>"), "focus-taxon-missing:p.f:taxon-ids:information" },
  { "focus-taxon-missing", FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera b.panthera'>" NAME "</focus>"), NULL },
  { "focus-printed-name", FOCUS ("id='p.f' programme-id='p' printed-name='Pantera' taxon-ids='a.panthera b.panthera'>" NAME "</focus>"),
    "focus-printed-name:p.f:printed-name:warning" },
  { "focus-printed-name",
    FOCUS ("id='p.f' programme-id='p' printed-name='Panthera spp.' taxon-ids='a.panthera b.panthera'>" NAME "</focus>"
           "<focus id='p.g' programme-id='p' printed-name='Panthera and Uncia' taxon-ids='a.panthera a.uncia b.panthera'>" NAME "</focus>"),
    NULL },
  { "focus-one-authority", FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera a.uncia'>" NAME "</focus>"), "focus-one-authority:p.f:taxon-ids:warning" },
  { "focus-one-authority", FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera a.uncia b.panthera'>" NAME "</focus>"), NULL },
  { "condition-both",
    CONDITION ("id='p.c' kind='other' met-from='2012' failed-from='2013' evidence-ids='document.d'>" TEXT "</condition>")
      FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera b.panthera' condition-ids='p.c'>" NAME "</focus>"),
    "condition-both:p.c:failed-from:error" },
  { "condition-both",
    CONDITION ("id='p.c' kind='other' met-from='2012' evidence-ids='document.d'>" TEXT "</condition>")
      FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera b.panthera' condition-ids='p.c'>" NAME "</focus>"),
    NULL },
  { "condition-evidence-missing",
    CONDITION ("id='p.c' kind='other' failed-from='2012'>" TEXT "</condition>")
      FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera b.panthera' condition-ids='p.c'>" NAME "</focus>"),
    "condition-evidence-missing:p.c:evidence-ids:warning" },
  { "condition-evidence-missing",
    CONDITION ("id='p.c' kind='other'>" TEXT "</condition>")
      FOCUS ("id='p.f' programme-id='p' taxon-ids='a.panthera b.panthera' condition-ids='p.c'>" NAME "</focus>"),
    NULL },
  { "condition-unused",
    CONDITION ("id='p.c' kind='other'>" TEXT "</condition>")
      CONTRIBUTION ("id='contribution.x' stage='pledged' donor-id='area.aa' condition-ids='p.c'/>"),
    "condition-unused:p.c::information" },
  { "condition-unused",
    CONDITION ("id='p.c' kind='other'>" TEXT "</condition>")
      ACTIVITY ("id='p.x' " PLAIN_ACTIVITY " code='x' timeframe='2012' condition-ids='p.c'" DESCRIBED),
    NULL },

  /* progress, goals, indicators, measurements */
  { "progress-after-completed",
    PROGRESS ("id='progress.x' activity-ids='p.1' state='completed' start='2012-03-01'>" TEXT "</progress>"
              "<progress id='progress.y' activity-ids='p.1' start='2012-04'>" TEXT "</progress>"),
    "progress-after-completed:progress.y:state:warning" },
  { "progress-after-completed",
    PROGRESS ("id='progress.x' activity-ids='p.1' state='completed' start='2012-03-01' occurrence='2012'>" TEXT "</progress>"
              "<progress id='progress.y' activity-ids='p.1' start='2012-04'>" TEXT "</progress>"
              "<progress id='progress.z' activity-ids='p.1' state='completed' start='2013'>" TEXT "</progress>"
              "<progress id='progress.zz' activity-ids='p.1' state='note' start='2014'>" TEXT "</progress>"),
    NULL },
  { "progress-outside-programme", PROGRESS ("id='progress.x' activity-ids='p.1' start='2011-12'>" TEXT "</progress>"),
    "progress-outside-programme:progress.x:start:information" },
  { "progress-outside-programme", PROGRESS ("id='progress.x' activity-ids='p.1' start='2011-12' end='2012-01'>" TEXT "</progress>"), NULL },
  { "progress-date-missing", PROGRESS ("id='progress.x' activity-ids='p.1'>" TEXT "</progress>"), "progress-date-missing:progress.x:start:information" },
  { "progress-date-missing", PROGRESS ("id='progress.x' activity-ids='p.1' reported='2015'>" TEXT "</progress>"), NULL },
  { "goal-due", GOAL ("id='p.g' programme-id='p' due='2020'>" TEXT "</goal>"), "goal-due:p.g:due:warning" },
  { "goal-due", GOAL ("id='p.g' programme-id='p' due='2014-12-31'>" TEXT "</goal>"), NULL },
  { "indicator-unused",
    INDICATOR ("id='indicator.x'>" TITLE "</indicator>"), "indicator-no-target:indicator.x::information\nindicator-unused:indicator.x::information" },
  { "indicator-unused",
    INDICATOR ("id='indicator.x'>" TITLE "</indicator>")
      MEASUREMENT ("id='measurement.x' indicator-id='indicator.x' kind='target' start='2012' end='2012' value='1'/>"),
    NULL },
  { "indicator-no-target",
    INDICATOR ("id='indicator.x' activity-ids='p.1'>" TITLE "</indicator>")
      MEASUREMENT ("id='measurement.x' indicator-id='indicator.x' start='2012' end='2012' value='1'/>"),
    "indicator-no-target:indicator.x::information" },
  { "indicator-no-target",
    INDICATOR ("id='indicator.x' activity-ids='p.1'>" TITLE "</indicator>")
      MEASUREMENT ("id='measurement.x' indicator-id='indicator.x' kind='target' start='2012' end='2012' value='1'/>"),
    NULL },
  { "measurement-empty", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' numerator='3'/>"),
    "measurement-empty:measurement.x:value:error" },
  { "measurement-empty", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' numerator='3' denominator='4'/>"), NULL },
  { "measurement-qualitative", MEASUREMENT ("id='measurement.x' indicator-id='indicator.words' start='2012' end='2012' value='1'/>"),
    "measurement-qualitative:measurement.x:value:warning" },
  { "measurement-qualitative", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' value='1'/>"), NULL },
  { "measurement-proportion", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' numerator='5' denominator='4'/>"),
    "measurement-proportion:measurement.x:numerator:error" },
  { "measurement-proportion", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' value='0' numerator='0' denominator='0'/>"),
    "measurement-proportion:measurement.x:numerator:error" },
  { "measurement-proportion",
    MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' numerator='0' denominator='0'/>"
                 "<measurement id='measurement.y' indicator-id='indicator.i' start='2013' end='2013' value='1' numerator='4' denominator='4'/>"),
    NULL },
  { "measurement-interval", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' value='0.5' lower='0.6' upper='0.7'/>"),
    "measurement-interval:measurement.x:value:error" },
  { "measurement-interval", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' value='-2' lower='-1' upper='3'/>"),
    "measurement-interval:measurement.x:value:error" },
  { "measurement-interval", MEASUREMENT ("id='measurement.x' indicator-id='indicator.i' start='2012' end='2012' value='-1' lower='-1.50' upper='-1.0'/>"), NULL },

  /* projects, contributions, topics */
  { "project-component-count",
    PROJECT ("id='project.x' component-count='2'>" TITLE "</project><project id='project.y' parent-id='project.x'>" TITLE "</project>"),
    "project-component-count:project.x:component-count:information" },
  { "project-component-count",
    PROJECT ("id='project.x' component-count='1'>" TITLE "</project><project id='project.y' parent-id='project.x' component-count='12'>" TITLE "</project>"),
    NULL },
  { "project-overspent",
    PROJECT ("id='project.x' budget='EUR 100.00'>" TITLE "</project>")
      CONTRIBUTION ("id='contribution.x' stage='spent' donor-id='area.aa' amount='EUR 60.00' project-ids='project.x'/>"
                    "<contribution id='contribution.y' stage='spent' donor-id='area.aa' amount='EUR 40.01' project-ids='project.x'/>"),
    "project-overspent:project.x:budget:warning" },
  { "project-overspent",
    PROJECT ("id='project.x' budget='EUR 100.00'>" TITLE "</project>")
      CONTRIBUTION ("id='contribution.x' stage='spent' donor-id='area.aa' amount='EUR 100.00' project-ids='project.x'/>"
                    "<contribution id='contribution.y' stage='received' donor-id='area.aa' amount='EUR 100.00' project-ids='project.x'/>"
                    "<contribution id='contribution.z' stage='spent' donor-id='area.aa' amount='USD 100.00' project-ids='project.x'/>"),
    NULL },
  { "project-state-date", PROJECT ("id='project.x' actual-start='2012'>" TITLE "</project>"), "project-state-date:project.x:state:warning" },
  { "project-state-date", PROJECT ("id='project.x' state='implementation' actual-start='2012' actual-end='2013'>" TITLE "</project>"),
    "project-state-date:project.x:state:warning" },
  { "project-state-date",
    PROJECT ("id='project.x' state='implementation' actual-start='2012'>" TITLE "</project>"
             "<project id='project.y' state='cancelled' actual-start='2012' actual-end='2013'>" TITLE "</project>"),
    NULL },
  { "contribution-exceeds",
    CONTRIBUTION ("id='contribution.x' stage='received' donor-id='area.aa' amount='EUR 40.01' previous-id='contribution.pledge' activity-ids='p.1' date='2013'/>"),
    "contribution-exceeds:contribution.pledge:amount:warning" },
  { "contribution-exceeds",
    CONTRIBUTION ("id='contribution.x' stage='received' donor-id='area.aa' amount='EUR 40.00' previous-id='contribution.pledge' activity-ids='p.1' date='2013'/>"
                  "<contribution id='contribution.y' stage='committed' donor-id='area.aa' amount='EUR 90' previous-id='contribution.pledge' activity-ids='p.1' date='2013'/>"),
    NULL },
  { "contribution-currency",
    CONTRIBUTION ("id='contribution.x' stage='received' donor-id='area.aa' amount='USD 900.00' previous-id='contribution.pledge' activity-ids='p.1' date='2013'/>"),
    "contribution-currency:contribution.x:amount:information" },
  { "contribution-currency",
    CONTRIBUTION ("id='contribution.x' stage='received' donor-id='area.aa' previous-id='contribution.pledge' activity-ids='p.1' date='2013'/>"), NULL },
  { "contribution-order",
    CONTRIBUTION ("id='contribution.x' stage='received' donor-id='area.aa' previous-id='contribution.pledge' activity-ids='p.1' date='2012-02'/>"),
    "contribution-order:contribution.x:date:error" },
  { "contribution-order",
    CONTRIBUTION ("id='contribution.x' stage='committed' donor-id='area.aa' previous-id='contribution.receipt' activity-ids='p.1' date='2013'/>"),
    "contribution-order:contribution.x:stage:error" },
  { "contribution-order",
    CONTRIBUTION ("id='contribution.x' stage='received' donor-id='area.aa' previous-id='contribution.pledge' activity-ids='p.1' date='2012'/>"), NULL },
  { "contribution-purpose-missing", CONTRIBUTION ("id='contribution.x' stage='pledged' donor-id='area.aa' amount='EUR 1'/>"),
    "contribution-purpose-missing:contribution.x:purpose:information" },
  { "contribution-purpose-missing", CONTRIBUTION ("id='contribution.x' stage='pledged' donor-id='area.aa'>" EN ("purpose", "Travel") "</contribution>"), NULL },
  { "topic-unused",
    TOPIC ("id='topic.x'>" NAME "</topic>") COMMENT ("id='comment.x' subject-ids='topic.x'>" TEXT "</comment>"), "topic-unused:topic.x::information" },
  { "topic-unused",
    TOPIC ("id='topic.x'>" NAME "</topic>")
      INSTRUMENT ("id='instrument.m' kind='agreement' concluded='1990'>" NAME "<provision label='1' topic-ids='topic.x'>" TEXT "</provision></instrument>"),
    NULL },
  { "topic-duplicate-name",
    TOPIC ("id='topic.x'>" NAME "</topic><topic id='topic.y' broader-id='topic.x'>" EN ("name", "NAME") "</topic>")
      PAPER ("id='document.x' kind='other' topic-ids='topic.x topic.y'>" TITLE "</document>"),
    "topic-duplicate-name:topic.y:name:warning" },
  { "topic-duplicate-name",
    TOPIC ("id='topic.x'>" NAME "</topic><topic id='topic.y'>" EN ("name", "Other") "<name xml:lang='fr'>Name</name></topic>")
      PAPER ("id='document.x' kind='other' topic-ids='topic.x topic.y'>" TITLE "</document>"),
    NULL },

  /* reviews */
  { "review-verdict",
    REVIEW ("id='review.x' authority-ids='authority.a authority.b' taxon-ids='a.panthera b.panthera' axis='concept' verdict='identical' " PLAIN_REVIEW),
    "review-verdict:review.x:verdict:error" },
  { "review-verdict",
    REVIEW ("id='review.x' authority-ids='authority.a authority.b' taxon-ids='a.panthera b.panthera' axis='name' verdict='identical' " PLAIN_REVIEW), NULL },
  { "review-authorities",
    REVIEW ("id='review.x' authority-ids='authority.a' taxon-ids='a.panthera b.panthera' axis='name' verdict='identical' " PLAIN_REVIEW),
    "review-authorities:review.x:authority-ids:error" },
  { "review-authorities",
    REVIEW ("id='review.x' authority-ids='authority.a authority.b' taxon-ids='a.panthera r.leo' axis='name' verdict='nested' " PLAIN_REVIEW),
    "review-authorities:review.x:taxon-ids:error" },
  { "review-authorities",
    REVIEW ("id='review.x' authority-ids='authority.a authority.b' taxon-ids='a.panthera' axis='harmonisation' verdict='refused' " PLAIN_REVIEW), NULL },
  { "review-orphan",
    REVIEW ("id='review.x' authority-ids='authority.a authority.b' taxon-ids='a.panthera b.gone' axis='name' verdict='nested' " PLAIN_REVIEW),
    "review-orphan:review.x:taxon-ids:warning" },
  /* Where the lists can not be compared, too: neither has a day. */
  { "review-orphan",
    REVIEW ("id='review.x' authority-ids='authority.b authority.r' taxon-ids='b.gone r.leo' axis='name' verdict='nested' " PLAIN_REVIEW),
    "review-orphan:review.x:taxon-ids:warning" },
  { "review-orphan",
    REVIEW ("id='review.x' authority-ids='authority.a authority.b' taxon-ids='a.panthera b.gone' withdrawn='2013' axis='name' verdict='nested' " PLAIN_REVIEW), NULL },
  { "review-stale",
    REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='identical'>" REASON
            "<basis record='a.panthera' field='name' value='Pantera'/></review>"),
    "review-stale:review.x:bases:warning" },
  { "review-stale",
    REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='identical'>" REASON
            "<basis record='a.gone' field='name' value='Panthera'/></review>"),
    "review-stale:review.x:bases:warning" },
  { "review-stale",
    REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='identical'>" REASON
            "<basis record='a.panthera' field='name' value='Panthera'/></review>"),
    NULL },
  { "review-questioned", REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='identical' computed='transfer'>" REASON "</review>"),
    "review-questioned:review.x:computed:information" },
  { "review-questioned", REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='transfer' computed='identical'>" REASON "</review>"), NULL },
  { "review-superseded",
    REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='identical'>" REASON "</review><review id='review.y' " PAIR_REVIEW
            "date='2011' axis='name' verdict='transfer'>" REASON "</review>"),
    "review-superseded:review.y::information" },
  { "review-superseded",
    REVIEW ("id='review.x' " PAIR_REVIEW "date='2012' axis='name' verdict='identical'>" REASON "</review><review id='review.y' " PAIR_REVIEW
            "date='2011' axis='concept' verdict='congruent'>" REASON "</review>"),
    NULL },

  /* standard references of two instruments */
  { "standard-reference-differs", STANDARDS ("taxon-id='b.animalia' document-id='document.e'"),
    "standard-reference-differs:standard-reference.a:document-id:information" },
  { "standard-reference-differs", STANDARDS ("taxon-id='b.animalia' document-id='document.d'"), NULL },
  { "standard-reference-differs", STANDARDS ("taxon-id='b.animalia' document-id='document.e' excluded-taxon-ids='b.panthera'"), NULL },
  { "standard-reference-differs", STANDARDS ("taxon-id='b.animalia' document-id='document.e' state='proposed'"), NULL },
  { "standard-reference-differs", STANDARDS ("taxon-id='b.animalia' document-id='document.e' valid-until='2010'"), NULL },
};

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The problems of a snapshot as the cases write them, sorted; only those of tags that have a case. */
static char *
list_problems (SaigaSnapshot *snapshot,
               GHashTable *tags)
{
  g_autoptr(GListModel) problems = saiga_snapshot_validate (snapshot, NULL);
  g_autoptr(GEnumClass) severities = g_type_class_ref (SAIGA_TYPE_SEVERITY);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      const char *field = saiga_problem_get_field (problem);
      g_autofree char *message = saiga_problem_dup_message (problem, "en");
      g_autofree char *fix = saiga_problem_dup_fix (problem, "en");

      if (!g_hash_table_contains (tags, saiga_problem_get_tag (problem)))
        continue;
      /* All arguments of the message are there. */
      g_assert_cmpstr (message, !=, "");
      g_assert_null (strchr (message, '%'));
      g_assert_true (fix == NULL || (*fix != '\0' && strchr (fix, '%') == NULL));

      g_ptr_array_add (lines, g_strdup_printf ("%s:%s:%s:%s", saiga_problem_get_tag (problem), saiga_problem_get_record_id (problem),
                                               field != NULL ? field : "",
                                               g_enum_get_value (severities, saiga_problem_get_severity (problem))->value_nick));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (" ", (char **) lines->pdata);
}

static GHashTable *
list_tags (void)
{
  GHashTable *tags = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_hash_table_add (tags, (gpointer) cases[i].tag);

  return tags;
}

static char *
find_problems (const char *fragment,
               GHashTable *tags)
{
  g_autofree char *document = g_strconcat (BACKGROUND, fragment, "</dataset>", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return list_problems (snapshot, tags);
}

static void
test_background (void)
{
  g_autoptr(GHashTable) tags = list_tags ();
  g_autofree char *problems = find_problems ("", tags);

  g_test_summary ("What stands behind each case has no problem of its own");

  g_assert_cmpstr (problems, ==, "");
}

static void
test_cases (void)
{
  g_autoptr(GHashTable) tags = list_tags ();

  g_test_summary ("Each document has the problems that are expected, and no others");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problems = find_problems (cases[i].fragment, tags);
      g_autofree char *expected = g_strdelimit (g_strdup (cases[i].expected != NULL ? cases[i].expected : ""), "\n", ' ');

      if (g_str_equal (problems, expected))
        continue;
      g_test_message ("%s: %s", cases[i].tag, cases[i].fragment);
      g_test_message ("has “%s”, expected “%s”", problems, expected);
      g_test_fail ();
    }
}

static void
test_cases_complete (void)
{
  g_autoptr(GHashTable) tags = list_tags ();
  GHashTableIter iter;
  gpointer tag;

  g_test_summary ("Each tag has a case with the problem and one without it");

  for (g_hash_table_iter_init (&iter, tags); g_hash_table_iter_next (&iter, &tag, NULL);)
    {
      gboolean has_problem = FALSE;
      gboolean lacks_problem = FALSE;
      g_autofree char *start = g_strconcat (tag, ":", NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        if (g_str_equal (cases[i].tag, tag))
          {
            if (cases[i].expected == NULL)
              lacks_problem = TRUE;
            else
              {
                g_assert_nonnull (strstr (cases[i].expected, start));
                has_problem = TRUE;
              }
          }
      g_test_message ("%s", (const char *) tag);
      g_assert_true (has_problem && lacks_problem);
    }
}

static void
test_bare (void)
{
  static const struct
  {
    const char *type;
    const char *plural;
    const char *parts;
  } bare[] = {
    { "authority", "authorities", "" },
    { "area", "areas", "<member/><member valid-until='1990'/>" },
    { "taxon", "taxa", "<placement/><synonym/><common-name/><identifier/>" },
    { "instrument", "instruments", "<appendix/><criterion/>" },
    { "membership", "memberships", "" },
    { "listing", "listings", "" },
    { "annotation", "annotations", "" },
    { "standard-reference", "standard-references", "" },
    { "assessment", "assessments", "" },
    { "stakeholder", "stakeholders", "" },
    { "contact", "contacts", "" },
    { "document", "documents", "<requested-action/>" },
    { "decision", "decisions", "" },
    { "meeting", "meetings", "" },
    { "participation", "participations", "" },
    { "exchange", "exchanges", "" },
    { "comment", "comments", "" },
    { "programme", "programmes", "<programme-version/>" },
    { "approval", "approvals", "" },
    { "theme", "themes", "<role/>" },
    { "activity", "activities", "<role/>" },
    { "focus", "focuses", "" },
    { "condition", "conditions", "<dependency/>" },
    { "progress", "progress-entries", "" },
    { "goal", "goals", "" },
    { "indicator", "indicators", "" },
    { "measurement", "measurements", "" },
    { "project", "projects", "" },
    { "contribution", "contributions", "" },
    { "topic", "topics", "" },
    { "review", "reviews", "<basis/>" },
  };
  g_autoptr(GString) document = g_string_new ("<dataset xmlns='urn:saiga:dataset' version='1'>");
  g_autoptr(GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = NULL;
  g_autofree char *problems = NULL;

  g_test_summary ("Checks take records of which nothing is known but the id");

  for (gsize i = 0; i < G_N_ELEMENTS (bare); i++)
    g_string_append_printf (document, "<%s><%s id='%s-1'/><%s id='%s-2'>%s</%s></%s>", bare[i].plural, bare[i].type, bare[i].type,
                            bare[i].type, bare[i].type, bare[i].parts, bare[i].type, bare[i].plural);
  g_string_append (document, "</dataset>");
  bytes = g_bytes_new (document->str, document->len);
  snapshot = saiga_snapshot_new_from_bytes (bytes, &error);
  g_assert_no_error (error);

  g_hash_table_add (tags, (gpointer) "field-missing");
  problems = list_problems (snapshot, tags);
  g_assert_nonnull (strstr (problems, "field-missing:review-1:verdict:error"));
}

static void
test_criteria (void)
{
  /* The message of what is wrong; NULL: nothing is. */
  static const struct
  {
    const char *criteria;
    const char *version;
    const char *category;
    const char *message;
  } criteria[] = {
    { "A2bd", "3.1", "vu", NULL },
    { "A1a; E", "3.1", "cr", NULL },
    { "A2abcde+4abcde", "3.1", "cr", NULL },
    { "A4bcde", "3.1", "en", NULL },
    { "B1ab(iii)+2ab(iii)", "3.1", "en", NULL },
    { "B2ab(i,ii,iii,iv,v)c(i,iv)", "3.1", "en", NULL },
    { "A2abc+3de; B1ab(iii)+2ab(iii); C2a(i); D2; E", "3.1", "vu", NULL },
    { "C1+2a(i,ii)b; D", "3.1", "cr", NULL },
    { "D1+2", "3.1", "vu", NULL },
    { "B1ac(iv)", "3.1", "nt", NULL },
    { "A1cd+2cd, B1+2abcde+3abcd, C1+2ab, D1", "2.3", "vu", NULL },
    { "B1+2c", "2.3", "en", NULL },
    { "A1c; D", "2.3", "cr", NULL },
    { "A2", "3.1", "vu", "“A2” ends where a letter is wanted" },
    { "A", "3.1", "vu", "“A” ends where a number of the criterion is wanted" },
    { "A3a", "3.1", "vu", "“A3a” has “a” where a letter that the criterion has, in order is wanted" },
    { "A2ba", "3.1", "vu", "“A2ba” has “a” where a letter that the criterion has, in order is wanted" },
    { "A5a", "3.1", "vu", "“A5a” has “5a” where a number of the criterion is wanted" },
    { "A2abc+A3de", "3.1", "vu", "“A2abc+A3de” has “A3de” where a greater number of the same criterion is wanted" },
    { "B2a+1a", "3.1", "vu", "“B2a+1a” has “1a” where a greater number of the same criterion is wanted" },
    { "B1bi", "3.1", "vu", "“B1bi” has “i” where “(” and a numeral is wanted" },
    { "B1ab", "3.1", "vu", "“B1ab” ends where “(” and a numeral is wanted" },
    { "B1b()", "3.1", "vu", "“B1b()” has “)” where a numeral that follows in order is wanted" },
    { "B1b(i-v)", "3.1", "vu", "“B1b(i-v)” has “-v)” where “,” or “)” is wanted" },
    { "B1b(ii,i)", "3.1", "vu", "“B1b(ii,i)” has “i)” where a numeral that follows in order is wanted" },
    { "B1c(v)", "3.1", "vu", "“B1c(v)” has “v)” where a numeral that follows in order is wanted" },
    { "C2a(i", "3.1", "vu", "“C2a(i” ends where “,” or “)” is wanted" },
    { "C1a", "3.1", "vu", "“C1a” has “a” where “; ” and another criterion is wanted" },
    { "D3", "3.1", "vu", "“D3” has “3” where a number of the criterion is wanted" },
    { "E; D2", "3.1", "vu", "“E; D2” has “D2” where a later letter from A to E is wanted" },
    { "A2b;D2", "3.1", "vu", "“A2b;D2” has “;D2” where “; ” and another criterion is wanted" },
    { "F", "3.1", "vu", "“F” has “F” where a letter from A to E is wanted" },
    { "A2bd, D2", "3.1", "vu", "“A2bd, D2” has “, D2” where “; ” and another criterion is wanted" },
    { "A2a", "2.3", "vu", "“A2a” has “a” where a letter that the criterion has, in order is wanted" },
    { "B1a", "2.3", "vu", "“B1a” has “a” where “, ” or “; ” and another criterion is wanted" },
    { "B1a", "3.1", "cr", "“cr” needs two of the three conditions of B" },
    { "B1ab(i)+2a", "3.1", "vu", "“vu” needs two of the three conditions of B" },
    { "B2ab", "2.3", "vu", "“vu” needs two of the three conditions of B" },
    { "D2", "3.1", "en", "“en” has D, not D1 or D2, which are of Vulnerable alone" },
    { "D1", "2.3", "cr", "“cr” has D, not D1 or D2, which are of Vulnerable alone" },
    { "D", "3.1", "vu", "“vu” has D1 or D2, not D" },
    { "A2b", "3.1", "ex", "“ex” is not a category that rests on criteria" },
    { "A2b", "3.1", "dd", "“dd” is not a category that rests on criteria" },
  };

  g_test_summary ("Criteria of the Red List are read by the grammar of their version, and fit their category");

  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autofree char *document =
        g_strdup_printf ("<dataset xmlns='urn:saiga:dataset' version='1'><assessments><assessment id='assessment.x' taxon-id='r.leo'"
                         " criteria='%s' criteria-version='%s' category='%s'/></assessments></dataset>",
                         criteria[i].criteria, criteria[i].version, criteria[i].category);
      g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));
      g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_from_bytes (bytes, NULL);
      g_autoptr(GListModel) problems = saiga_snapshot_validate (snapshot, NULL);
      const char *message = NULL;

      g_test_message ("%s %s %s", criteria[i].criteria, criteria[i].version, criteria[i].category);
      for (guint n = 0; n < g_list_model_get_n_items (problems); n++)
        {
          g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, n);

          if (g_str_has_prefix (saiga_problem_get_tag (problem), "assessment-criteria"))
            message = saiga_problem_get_arguments (problem)[0];
        }
      g_assert_cmpstr (message, ==, criteria[i].message);
    }
}

static void
test_tags (void)
{
  g_auto(GStrv) tags = saiga_problem_list_tags ();
  g_autoptr(GHashTable) tested = list_tags ();
  GHashTableIter iter;
  gpointer tag;

  g_test_summary ("Tags are sorted and stand once; each is explained");

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *explanation = saiga_problem_tag_dup_explanation (tags[i], "en");
      g_autofree char *fix = saiga_problem_tag_dup_fix (tags[i], "en");

      g_test_message ("%s", tags[i]);
      if (i > 0)
        g_assert_cmpstr (tags[i - 1], <, tags[i]);
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)+$", tags[i], 0, 0));
      g_assert_cmpint (saiga_problem_tag_get_severity (tags[i]), >=, SAIGA_SEVERITY_INFORMATION);
      g_assert_cmpint (saiga_problem_tag_get_severity (tags[i]), <=, SAIGA_SEVERITY_ERROR);
      g_assert_nonnull (explanation);
      g_assert_true (g_str_has_suffix (explanation, "."));
      g_assert_null (strchr (explanation, '%'));
      g_assert_true (fix == NULL || g_str_has_suffix (fix, "."));
    }

  for (g_hash_table_iter_init (&iter, tested); g_hash_table_iter_next (&iter, &tag, NULL);)
    {
      g_test_message ("%s", (const char *) tag);
      g_assert_true (g_strv_contains ((const char *const *) tags, tag));
    }
}

static void
test_embedded (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = saiga_snapshot_new_embedded (&error);
  g_autoptr(GListModel) problems = NULL;

  g_test_summary ("The embedded data set has no errors");

  g_assert_no_error (error);
  problems = saiga_snapshot_validate (snapshot, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *message = saiga_problem_dup_message (problem, "en");

      if (saiga_problem_get_severity (problem) == SAIGA_SEVERITY_ERROR)
        g_test_message ("%s: %s: %s", saiga_problem_get_record_id (problem), saiga_problem_get_tag (problem), message);
      g_assert_cmpint (saiga_problem_get_severity (problem), <, SAIGA_SEVERITY_ERROR);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problems/background", test_background);
  g_test_add_func ("/problems/cases", test_cases);
  g_test_add_func ("/problems/cases-complete", test_cases_complete);
  g_test_add_func ("/problems/bare", test_bare);
  g_test_add_func ("/problems/criteria", test_criteria);
  g_test_add_func ("/problems/tags", test_tags);
  g_test_add_func ("/problems/embedded", test_embedded);

  return g_test_run ();
}
