/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-usage-private.h"

G_BEGIN_DECLS

/* The scheme of the numbers that a checklist gives its taxa; they hold in their authority alone. */
#define SAIGA_TAXON_LIST_SCHEME "checklist"

typedef enum
{
  SAIGA_USAGE_STATE_NEW,
  SAIGA_USAGE_STATE_OPEN, /* on the way to its parents */
  SAIGA_USAGE_STATE_DONE,
  SAIGA_USAGE_STATE_SYNONYM,
  SAIGA_USAGE_STATE_REFUSED,
} SaigaUsageState;

/* What a checklist says of itself. Texts may be NULL. */
typedef struct
{
  const char *title;
  const char *alias;
  const char *release;
  const char *date;
  const char *licence;
  const char *doi;
} SaigaTaxonListFacts;

/* A checklist that is being read: names first, then what is said of them. */
typedef struct
{
  SaigaReading *reading;
  SaigaUsages *usages;   /* taxa, and synonyms if they stand among them */
  SaigaUsages *names;    /* NULL: the usages have them */
  SaigaUsages *synonyms; /* NULL: they stand among the usages */

  /* Whether a name may have its author behind it; whether higher ranks count where the parent is not there. */
  gboolean splits_names;
  gboolean has_flat_parents;

  const char **taxon_ids; /* of each usage, NULL if it has none */
  guchar *states;         /* SaigaUsageState, of each */
  gboolean *used_names;
  const char *authorship; /* of the row whose cells are read; NULL */
  GPtrArray *former;      /* pairs of id of a taxon and name of the one that it was split from */
  GHashTable *documents;  /* id of a reference → id of a document */
  GHashTable *ranges;     /* id of a taxon → SaigaRangeDraft */
} SaigaTaxonList;

SaigaTaxonList *_saiga_taxon_list_new (SaigaReading *reading);
void _saiga_taxon_list_free (SaigaTaxonList *self);
/* Sees to it that the authority is there. */
void _saiga_taxon_list_begin (SaigaTaxonList *self,
                              const SaigaTaxonListFacts *facts);
/* Makes taxa and synonyms of the usages. */
void _saiga_taxon_list_put_usages (SaigaTaxonList *self);
/* Tables beside the names: each row is about a taxon. */
gboolean _saiga_taxon_list_read_references (SaigaTaxonList *self,
                                            guint member,
                                            const SaigaHeading *heading,
                                            GError **error);
gboolean _saiga_taxon_list_read_vernaculars (SaigaTaxonList *self,
                                             guint member,
                                             const SaigaHeading *heading,
                                             GError **error);
gboolean _saiga_taxon_list_read_distributions (SaigaTaxonList *self,
                                               guint member,
                                               const SaigaHeading *heading,
                                               GError **error);
gboolean _saiga_taxon_list_read_identifiers (SaigaTaxonList *self,
                                             guint member,
                                             const SaigaHeading *heading,
                                             GError **error);
void _saiga_taxon_list_add_source (SaigaTaxonList *self,
                                   SaigaRecord *taxon,
                                   const char *document_id);
void _saiga_taxon_list_finish (SaigaTaxonList *self);

/* The taxon of a usage; a synonym is one of its taxon. NULL: there is none, and a problem says so. */
SaigaRecord *_saiga_taxon_list_find_taxon (SaigaTaxonList *self,
                                           const char *usage_id);
/* A code of two or three letters, or a name in English, as a tag of BCP 47; NULL: not known. */
char *_saiga_language_parse (const char *text);

/* ---- one usage */

/* Ranks are written in many ways. */
SaigaTaxonRank _saiga_taxon_list_parse_rank (const char *text);
SaigaTaxonRank _saiga_taxon_list_guess_rank (const char *name);
int _saiga_taxon_list_find_name (SaigaTaxonList *self,
                                 const SaigaUsages *usages,
                                 guint row);
const char *_saiga_taxon_list_get_name_field (SaigaTaxonList *self,
                                              const SaigaUsages *usages,
                                              guint row,
                                              SaigaUsageField field);
char *_saiga_taxon_list_dup_name (SaigaTaxonList *self,
                                  const SaigaUsages *usages,
                                  guint row,
                                  char **authorship);
void _saiga_taxon_list_put_taxon (SaigaTaxonList *self,
                                  guint row);
gboolean _saiga_taxon_list_is_synonym (SaigaTaxonList *self,
                                       guint row);
/* A name that is of no taxon has no place; what is read of it is said. */
SaigaRowEnd _saiga_taxon_list_put_synonym (SaigaTaxonList *self,
                                           const SaigaUsages *usages,
                                           guint row,
                                           const char *accepted);

/* ---- cells that hold several names */

void _saiga_taxon_list_put_cells (SaigaTaxonList *self,
                                  guint row,
                                  SaigaRecord *taxon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaTaxonList, _saiga_taxon_list_free)

G_END_DECLS
