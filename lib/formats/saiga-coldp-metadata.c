/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* The few lines of metadata.yaml that are needed: keys of the first level with a text behind them. */

#include <string.h>

#include "saiga-coldp-private.h"
#include "saiga-darwin-core-private.h"

/* A plain or quoted text, as it stands on one line; blocks and lists are none. */
static char *
parse_scalar (const char *text)
{
  g_autofree char *line = _saiga_clean_line (text);
  gsize length = strlen (line);
  char *comment;

  if ((line[0] == '"' || line[0] == '\'') && length > 1 && strchr (line + 1, line[0]) != NULL)
    {
      char *close = strrchr (line + 1, line[0]);

      return g_strndup (line + 1, close - line - 1);
    }
  if (line[0] == '|' || line[0] == '>' || line[0] == '[' || line[0] == '{' || line[0] == '&' || line[0] == '#')
    return g_strdup ("");
  comment = strstr (line, " #");
  if (comment != NULL)
    *comment = '\0';

  return g_steal_pointer (&line);
}

gboolean
_saiga_coldp_read_metadata (SaigaInput *input,
                            guint member,
                            GPtrArray *texts,
                            SaigaTaxonListFacts *facts,
                            GCancellable *cancellable,
                            GError **error)
{
  const struct
  {
    const char *key;
    const char **fact;
  } keys[] = {
    { "title:", &facts->title },
    { "alias:", &facts->alias },
    { "version:", &facts->release },
    { "issued:", &facts->date },
    { "license:", &facts->licence },
    { "doi:", &facts->doi },
  };
  gsize length;
  g_autofree char *text = _saiga_input_load (input, member, &length, cancellable, error);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, length) : NULL;
  g_auto(GStrv) lines = valid != NULL ? g_strsplit (valid, "\n", -1) : NULL;

  if (lines == NULL)
    return FALSE;

  for (char **line = lines; *line != NULL; line++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      if (g_str_has_prefix (*line, keys[i].key) && *keys[i].fact == NULL)
        {
          char *value = parse_scalar (*line + strlen (keys[i].key));

          g_ptr_array_add (texts, value);
          if (value[0] != '\0')
            *keys[i].fact = value;
        }
  if (facts->date != NULL)
    {
      g_autoptr(SaigaDate) date = saiga_date_parse (facts->date, NULL);

      if (date == NULL)
        facts->date = NULL;
    }

  return TRUE;
}
