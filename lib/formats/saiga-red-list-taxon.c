/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* A taxon of the Red List, with its names. */

#include <string.h>

#include "saiga-red-list-api-private.h"

/* Codes of ISO 639-2, of both kinds, that have a code of two letters: a tag of BCP 47 is the shorter one. */
static const char languages[] =
  " aar:aa abk:ab afr:af aka:ak alb:sq amh:am ara:ar arg:an arm:hy asm:as ava:av ave:ae aym:ay aze:az bak:ba"
  " bam:bm baq:eu bel:be ben:bn bih:bh bis:bi bod:bo bos:bs bre:br bul:bg bur:my cat:ca ces:cs cha:ch che:ce"
  " chi:zh chu:cu chv:cv cor:kw cos:co cre:cr cym:cy cze:cs dan:da deu:de div:dv dut:nl dzo:dz ell:el eng:en"
  " epo:eo est:et eus:eu ewe:ee fao:fo fas:fa fij:fj fin:fi fra:fr fre:fr fry:fy ful:ff geo:ka ger:de gla:gd"
  " gle:ga glg:gl glv:gv gre:el grn:gn guj:gu hat:ht hau:ha heb:he her:hz hin:hi hmo:ho hrv:hr hun:hu hye:hy"
  " ibo:ig ice:is ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik isl:is ita:it jav:jv jpn:ja kal:kl kan:kn"
  " kas:ks kat:ka kau:kr kaz:kk khm:km kik:ki kin:rw kir:ky kom:kv kon:kg kor:ko kua:kj kur:ku lao:lo lat:la"
  " lav:lv lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg mac:mk mah:mh mal:ml mao:mi mar:mr may:ms mkd:mk mlg:mg"
  " mlt:mt mon:mn mri:mi msa:ms mya:my nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:nn nob:nb nor:no"
  " nya:ny oci:oc oji:oj ori:or orm:om oss:os pan:pa per:fa pli:pi pol:pl por:pt pus:ps que:qu roh:rm ron:ro"
  " rum:ro run:rn rus:ru sag:sg san:sa sin:si slk:sk slo:sk slv:sl sme:se smo:sm sna:sn snd:sd som:so sot:st"
  " spa:es sqi:sq srd:sc srp:sr ssw:ss sun:su swa:sw swe:sv tah:ty tam:ta tat:tt tel:te tgk:tg tgl:tl tha:th"
  " tib:bo tir:ti ton:to tsn:tn tso:ts tuk:tk tur:tr twi:tw uig:ug ukr:uk urd:ur uzb:uz ven:ve vie:vi vol:vo"
  " wel:cy wln:wa wol:wo xho:xh yid:yi yor:yo zha:za zho:zh zul:zu ";

static char *
find_language (const char *code)
{
  g_autofree char *lower = g_ascii_strdown (code, -1);
  g_autofree char *key = g_strconcat (" ", lower, ":", NULL);
  const char *at = strlen (lower) == 3 ? strstr (languages, key) : NULL;

  return at != NULL ? g_strndup (at + strlen (key), 2) : g_steal_pointer (&lower);
}

/* "ANIMALIA" is written so in the answers only. */
static char *
get_capital (SaigaReading *reading,
             JsonObject *taxon,
             const char *name)
{
  const char *text = _saiga_json_get_text (reading, taxon, name);
  char *capital = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  if (capital != NULL)
    capital[0] = g_ascii_toupper (capital[0]);

  return capital;
}

static char *
dup_line (SaigaReading *reading,
          JsonObject *object,
          const char *name)
{
  const char *text = _saiga_json_get_text (reading, object, name);
  g_autofree char *plain = text != NULL ? _saiga_decode_entities (text) : NULL;
  g_autofree char *line = plain != NULL ? _saiga_clean_line (plain) : NULL;

  return line != NULL && line[0] != '\0' ? g_steal_pointer (&line) : NULL;
}

/* ---- names */

static void
read_synonyms (SaigaReading *reading,
               SaigaRecord *record,
               JsonObject *taxon)
{
  JsonArray *list = _saiga_json_get_list (reading, taxon, "synonyms");
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (reading, list, i, "synonyms");
      g_autofree char *name = item != NULL ? dup_line (reading, item, "name") : NULL;
      g_autofree char *species_author = item != NULL ? dup_line (reading, item, "species_author") : NULL;
      g_autofree char *infra_author = item != NULL ? dup_line (reading, item, "infrarank_author") : NULL;
      const char *author = infra_author != NULL ? infra_author : species_author;

      if (name == NULL)
        continue;
      if (author != NULL && g_str_has_suffix (name, author) && strlen (name) > strlen (author))
        {
          name[strlen (name) - strlen (author)] = '\0';
          g_strchomp (name);
          _saiga_draft_add_part (reading, record, "synonyms", "name", name, "authorship", author, NULL);
        }
      else
        _saiga_reading_add_synonyms (reading, record, name);
    }
}

static void
read_common_names (SaigaReading *reading,
                   SaigaRecord *record,
                   JsonObject *taxon)
{
  JsonArray *list = _saiga_json_get_list (reading, taxon, "common_names");
  guint n = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *item = _saiga_json_get_item (reading, list, i, "common_names");
      g_autofree char *name = item != NULL ? dup_line (reading, item, "name") : NULL;
      const char *code = item != NULL ? _saiga_json_get_text (reading, item, "language") : NULL;
      g_autofree char *language = code != NULL ? find_language (code) : NULL;
      const char *is_main = item != NULL ? _saiga_json_get_flag (reading, item, "main") : NULL;

      if (name != NULL)
        _saiga_draft_add_part (reading, record, "common-names", "name", name, "language", language != NULL ? language : "und", "preferred",
                               is_main != NULL ? is_main : "no", NULL);
    }
}

/* ---- the taxon */

static SaigaTaxonRank
find_rank (SaigaReading *reading,
           JsonObject *taxon,
           const char *name)
{
  if (_saiga_json_get_text (reading, taxon, "subpopulation_name") != NULL)
    return SAIGA_TAXON_RANK_SUBPOPULATION;
  if (_saiga_json_get_text (reading, taxon, "infra_name") == NULL)
    return SAIGA_TAXON_RANK_SPECIES;

  return strstr (name, " var. ") != NULL ? SAIGA_TAXON_RANK_VARIETY : strstr (name, " f. ") != NULL ? SAIGA_TAXON_RANK_FORM
                                                                                                    : SAIGA_TAXON_RANK_SUBSPECIES;
}

static const char *
put_parents (SaigaReading *reading,
             JsonObject *taxon,
             SaigaTaxonRank rank)
{
  static const struct
  {
    const char *name;
    SaigaTaxonRank rank;
  } levels[] = {
    { "kingdom_name", SAIGA_TAXON_RANK_KINGDOM },
    { "phylum_name", SAIGA_TAXON_RANK_PHYLUM },
    { "class_name", SAIGA_TAXON_RANK_CLASS },
    { "order_name", SAIGA_TAXON_RANK_ORDER },
    { "family_name", SAIGA_TAXON_RANK_FAMILY },
  };
  const char *genus = _saiga_json_get_text (reading, taxon, "genus_name");
  const char *epithet = _saiga_json_get_text (reading, taxon, "species_name");
  g_autofree char *species = genus != NULL && epithet != NULL ? g_strconcat (genus, " ", epithet, NULL) : NULL;
  char *capitals[G_N_ELEMENTS (levels)];
  const char *names[G_N_ELEMENTS (levels) + 2];
  SaigaTaxonRank ranks[G_N_ELEMENTS (levels) + 2];
  const char *parent_id;
  guint n;

  for (n = 0; n < G_N_ELEMENTS (levels); n++)
    {
      capitals[n] = get_capital (reading, taxon, levels[n].name);
      names[n] = capitals[n];
      ranks[n] = levels[n].rank;
    }
  names[n] = genus;
  ranks[n++] = SAIGA_TAXON_RANK_GENUS;
  if (rank > SAIGA_TAXON_RANK_SPECIES)
    {
      names[n] = species;
      ranks[n++] = SAIGA_TAXON_RANK_SPECIES;
    }
  parent_id = _saiga_reading_put_parents (reading, names, ranks, n);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_free (capitals[i]);

  return parent_id;
}

SaigaRecord *
_saiga_red_list_put_taxon (SaigaRedListApi *self,
                           JsonObject *taxon)
{
  SaigaReading *reading = self->reading;
  g_autofree char *number = _saiga_json_dup_number (reading, taxon, "sis_id");
  g_autofree char *name = dup_line (reading, taxon, "scientific_name");
  g_autofree char *authority = dup_line (reading, taxon, "authority");
  SaigaTaxonFacts facts = { number, "iucn-sis", name, authority };
  SaigaRecord *record;

  if (name == NULL || number == NULL)
    {
      _saiga_reading_add_problem (reading, "import-field", "taxon", name != NULL ? name : number != NULL ? number
                                                                                                         : "taxon",
                                  name == NULL ? "scientific_name" : "sis_id", NULL);
      return NULL;
    }

  facts.rank = find_rank (reading, taxon, name);
  facts.parent_id = put_parents (reading, taxon, facts.rank);
  record = _saiga_reading_put_taxon (reading, &facts);
  read_synonyms (reading, record, taxon);
  read_common_names (reading, record, taxon);

  return record;
}
