/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <libxml/encoding.h>
#include <string.h>

#include <saiga/saiga-error.h>

#include "saiga-xml-encoding-private.h"

/* The encoding that an XML declaration names; NULL if it names none. */
static char *
find_declared_encoding (const char *start,
                        gsize length)
{
  static const char quotes[] = "'\"";
  g_autofree char *declaration = NULL;
  const char *end = g_strstr_len (start, length, "?>");
  char *name;

  if (end == NULL || !g_strstr_len (start, MIN (length, 8), "<?xml"))
    return NULL;

  declaration = g_strndup (start, end - start);
  name = strstr (declaration, "encoding");
  if (name == NULL)
    return NULL;

  name += strcspn (name, quotes);
  name += *name != '\0';

  return g_utf8_make_valid (name, strcspn (name, quotes));
}

/* UTF-8 alone: libxml2 prints its own complaints about others. */
gboolean
_saiga_xml_check_encoding (GBufferedInputStream *stream,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *declared = NULL;
  const guchar *start;
  xmlCharEncoding encoding;
  gsize n;

  if (g_buffered_input_stream_fill (stream, -1, cancellable, error) < 0)
    return FALSE;

  start = g_buffered_input_stream_peek_buffer (stream, &n);
  encoding = n >= 4 ? xmlDetectCharEncoding (start, 4) : XML_CHAR_ENCODING_NONE;
  if (encoding != XML_CHAR_ENCODING_NONE && encoding != XML_CHAR_ENCODING_UTF8)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "%s: is not in UTF-8", name);
      return FALSE;
    }

  declared = find_declared_encoding ((const char *) start, n);
  if (declared != NULL && g_ascii_strcasecmp (declared, "UTF-8") != 0 && g_ascii_strcasecmp (declared, "US-ASCII") != 0)
    {
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_PARSE, "%s: is not in UTF-8, but in %s", name, declared);
      return FALSE;
    }

  return TRUE;
}
