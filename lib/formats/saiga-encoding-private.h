/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In what encoding a text file is, as far as its beginning tells. */
typedef struct
{
  const char *name;  /* "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252" */
  gboolean has_mark; /* a byte order mark: then it is sure */
  gboolean is_ascii; /* nothing but ASCII in the sample: UTF-8 by habit */
} SaigaEncoding;

SaigaEncoding _saiga_encoding_find (GBytes *sample);
/* The name that is used for an encoding; one that iconv does not know is an error. */
const char *_saiga_encoding_parse (const char *text,
                                   GError **error);
/* The text in UTF-8, without a byte order mark. Bytes that are no UTF-8 in a file that began so are left. */
GInputStream *_saiga_encoding_decode (GInputStream *stream,
                                      const SaigaEncoding *encoding,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean _saiga_utf8_is_valid (const char *text,
                               gsize length);
/* Bytes of Windows-1252, or of Latin-1, as UTF-8. Controls, and NUL, become a space. */
void _saiga_encoding_append_windows (GString *out,
                                     const char *text,
                                     gsize length);
/* Takes back one UTF-8 too many: KÃ¶hler is Köhler. Whatever else there is stays. */
char *_saiga_encoding_mend (const char *text);

G_END_DECLS
