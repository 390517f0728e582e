/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "saiga-reading-private.h"

G_BEGIN_DECLS

/* The documented limits of JSON. */
#define SAIGA_MAX_JSON (256 << 20)     /* bytes of a document */
#define SAIGA_MAX_JSON_LINE (16 << 20) /* bytes of a line of NDJSON, of a value that becomes a tree */
#define SAIGA_MAX_JSON_DEPTH 64        /* of lists and objects */
#define SAIGA_MAX_JSON_VALUES 2000000  /* in what becomes a tree */

/* A tree of what is one value of JSON, within the limits. @name, @line: where it begins, for the error. @twice: a
 * name that an object has more than once, or NULL; the last value counts. */
JsonNode *_saiga_json_parse (const char *text,
                             gsize length,
                             const char *name,
                             guint line,
                             char **twice,
                             GError **error);

/* A part of a document: an element of a list, or what is no list. It is not parsed. */
typedef gboolean (*SaigaJsonPart) (const char *list, /* the name of the list or value; "" of a document that is a list */
                                   const char *text,
                                   gsize length,
                                   guint line,
                                   gpointer data,
                                   GError **error);
/* Cuts a document into its parts, so that no tree is ever larger than one of them. */
gboolean _saiga_json_split (const char *text,
                            gsize length,
                            const char *name,
                            SaigaJsonPart func,
                            gpointer data,
                            GError **error);

/* ---- reading */

/* The text of a member in UTF-8. */
char *_saiga_reading_load_text (SaigaReading *self,
                                guint member,
                                gsize *length,
                                GError **error);
/* A member that is one document; sets where reading is. */
JsonNode *_saiga_reading_load_json (SaigaReading *self,
                                    guint member,
                                    GError **error);
/* One value from a text within a member, such as an answer in a recording, or a line: what is wrong is a problem. */
JsonNode *_saiga_reading_parse_json (SaigaReading *self,
                                     const char *text,
                                     gsize length);
typedef void (*SaigaReadJson) (SaigaReading *self,
                               JsonNode *value,
                               gpointer data);
/* NDJSON: each line is a value, and a row. A line that is none is refused. */
gboolean _saiga_reading_read_json_lines (SaigaReading *self,
                                         guint member,
                                         SaigaReadJson read_value,
                                         gpointer data,
                                         GError **error);
/* Members of an object. Without the member, and for null, NULL. A value of another type is a problem, and NULL.
 * @name is static. */
const char *_saiga_json_get_text (SaigaReading *self,
                                  JsonObject *object,
                                  const char *name);
char *_saiga_json_dup_number (SaigaReading *self,
                              JsonObject *object,
                              const char *name); /* a whole number, also within quotes */
const char *_saiga_json_get_flag (SaigaReading *self,
                                  JsonObject *object,
                                  const char *name); /* "yes", "no" */
char *_saiga_json_dup_day (SaigaReading *self,
                           JsonObject *object,
                           const char *name); /* as YYYY-MM-DD, whatever time stands behind it */
JsonObject *_saiga_json_get_object (SaigaReading *self,
                                    JsonObject *object,
                                    const char *name);
JsonArray *_saiga_json_get_list (SaigaReading *self,
                                 JsonObject *object,
                                 const char *name);
/* Of a list. @name is that of the list. */
JsonObject *_saiga_json_get_item (SaigaReading *self,
                                  JsonArray *list,
                                  guint position,
                                  const char *name);
/* The texts of a list, with @separator between. */
char *_saiga_json_dup_joined (SaigaReading *self,
                              JsonObject *object,
                              const char *name,
                              const char *separator);
/* How a value looks, for a problem. */
char *_saiga_json_dup_value (JsonNode *value);

/* ---- sniffing */

/* What the beginning of a file in JSON shows. */
typedef struct _SaigaJsonShape SaigaJsonShape;

void _saiga_json_shape_free (gpointer shape);
/* NULL: it is not JSON. */
const SaigaJsonShape *_saiga_sample_get_json (SaigaSample *self,
                                              guint member);
/* Names with dots between, lists are passed over: "taxon_concepts.full_name". */
gboolean _saiga_json_shape_has (const SaigaJsonShape *self,
                                const char *path);
/* The first text or number there; NULL. */
const char *_saiga_json_shape_get (const SaigaJsonShape *self,
                                   const char *path);
gboolean _saiga_json_shape_is_lines (const SaigaJsonShape *self); /* NDJSON */
/* Whether a value goes over several lines. */
gboolean _saiga_json_shape_is_pretty (const SaigaJsonShape *self);
/* What tells a kind of file: names of which it has all. */
typedef struct
{
  const char *paths[4];
} SaigaJsonMark;

gboolean _saiga_json_shape_matches (const SaigaJsonShape *self,
                                    const SaigaJsonMark *mark);
/* The member that is read: the one in which the format was found, of a folder the first that has all of @mark. */
guint _saiga_reading_find_json (SaigaReading *self,
                                const SaigaJsonMark *mark);
/* How sure it is that the files are of a kind that one of the marks tells; says why, and sets `member` if it is one
 * file. @takes_request: takes a recording of requests, by the address of the first; may be NULL. */
guint _saiga_sample_match_json (SaigaSample *self,
                                const SaigaJsonMark *marks,
                                guint n_marks,
                                gboolean (*takes_request) (const char *uri));

G_END_DECLS
