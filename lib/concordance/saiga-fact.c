/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-fact-private.h"
#include "saiga-xml-writer-private.h"

/* A field as a review keeps it: bytes as in our XML. NULL if it holds nothing, or if there is
 * no such field. */
char *
_saiga_print_fact (SaigaRecord *record,
                   const char *field_name)
{
  const SaigaField *field = _saiga_record_info_find (_saiga_record_get_info (record), field_name);
  g_autoptr(GString) buffer = g_string_new (NULL);
  const char *text;

  if (field == NULL || _saiga_field_is_default (field, record))
    return NULL;
  if (field->element != NULL)
    {
      g_autoptr(GString) xml = g_string_new (NULL);

      _saiga_xml_append_field (xml, record, field, buffer);
      return g_string_free (g_steal_pointer (&xml), FALSE);
    }
  text = _saiga_field_print (field, record, buffer);

  return g_strdup (text);
}
