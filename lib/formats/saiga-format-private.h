/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "saiga-catalogue-private.h"
#include "saiga-reading-private.h"
#include "saiga-writing-private.h"

G_BEGIN_DECLS

/* A foreign format. To add one: a file that has one of these, and a row in the table of saiga-format.c. */
typedef struct
{
  const char *name;  /* what --from and --to take */
  const char *title; /* for people, translatable */
  /* How sure it is, from 0 (is not) to 100; adds reasons and sets `member`. NULL: can not be read. */
  guint (*sniff) (SaigaSample *sample);
  gboolean (*read) (SaigaReading *reading,
                    GError **error);
  /* NULL: can not be written. */
  gboolean (*write) (SaigaWriting *writing,
                     GError **error);
  gboolean is_one_file; /* what is written is never an archive */
} SaigaFormat;

extern const SaigaFormat _saiga_format_cms_species;
extern const SaigaFormat _saiga_format_records_json;
extern const SaigaFormat _saiga_format_red_list_api;
extern const SaigaFormat _saiga_format_species_plus_api;
extern const SaigaFormat _saiga_format_species_plus_cites;
extern const SaigaFormat _saiga_format_species_plus_cms;
extern const SaigaFormat _saiga_format_species_plus_eu;
extern const SaigaFormat _saiga_format_checklist_history;
extern const SaigaFormat _saiga_format_species_plus_updates;
extern const SaigaFormat _saiga_format_checklist;
extern const SaigaFormat _saiga_format_checklist_index;
extern const SaigaFormat _saiga_format_wcmc_tables;
extern const SaigaFormat _saiga_format_record_csv;
extern const SaigaFormat _saiga_format_coldp;
extern const SaigaFormat _saiga_format_darwin_core;

/* For setters of importers and exporters: keeps a copy of the text, and says so if it is another one. */
void _saiga_set_string (gpointer object,
                        char **member,
                        const char *text,
                        GParamSpec *property);

const SaigaFormat *const *_saiga_format_list (void); /* ends with NULL */
const SaigaFormat *_saiga_format_find (const char *name);
char **_saiga_format_list_names (gboolean to_write);

G_END_DECLS
