/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The first byte chooses: a text is read as a name, or a name is looked for in an
 * index whose bytes are changed as the text says. What is written of a name is
 * UTF-8 and reads as the same name; a damaged index is refused, or answers. */

#include <saiga/saiga.h>

#include "fuzz-target.h"

static void
check_name (const char *text)
{
  g_autoptr(SaigaName) name = saiga_name_parse (text);
  g_autofree char *normal = saiga_name_to_string (name);
  g_auto(GStrv) authors = saiga_name_list_authors (name);
  gsize n = g_utf8_strlen (saiga_name_get_text (name), -1);

  g_assert_true (g_utf8_validate (normal, -1, NULL));
  g_assert_true (g_utf8_validate (saiga_name_get_text (name), -1, NULL));
  for (int form = SAIGA_NAME_FORM_SIMPLE; form <= SAIGA_NAME_FORM_STEMMED; form++)
    {
      const char *canonical = saiga_name_get_canonical (name, form);

      g_assert_true (canonical == NULL || g_utf8_validate (canonical, -1, NULL));
    }
  g_assert_true (saiga_name_get_tail (name) == NULL || g_utf8_validate (saiga_name_get_tail (name), -1, NULL));
  for (guint i = 0; authors[i] != NULL; i++)
    g_assert_true (g_utf8_validate (authors[i], -1, NULL));
  for (guint i = 0; i < saiga_name_get_n_warnings (name); i++)
    g_assert_cmpuint (saiga_name_get_warning_start (name, i) + saiga_name_get_warning_length (name, i), <=, n + 1);
  g_assert_true (saiga_name_matches (name, name, SAIGA_NAME_STRENGTH_AUTHORS) == (saiga_name_get_canonical (name, SAIGA_NAME_FORM_FULL) != NULL));
}

static void
use_index (SaigaNameIndex *index,
           const char *text)
{
  g_autoptr(SaigaNameMatcher) matcher = saiga_name_matcher_new (index);
  const char *names[] = { text, "Loxadonta africana", "Ciconiaboyciana", "Uncia uncia (Schreber, 1775)", NULL };
  g_autoptr(SaigaNameMatchList) list = NULL;
  g_auto(GStrv) found = NULL;
  guint n_rows;
  guint n_exact;
  g_autofree guint *rows = saiga_name_index_complete (index, text, 10, &n_rows);
  g_autofree guint *exact = saiga_name_index_find_names (index, names, &n_exact);

  g_assert_true (n_rows == 0 || rows[n_rows - 1] < saiga_name_index_get_n_rows (index));
  for (guint i = 0; i < n_exact; i++)
    g_assert_cmpuint (exact[i], <=, saiga_name_index_get_n_rows (index));
  saiga_name_matcher_set_lenient (matcher, TRUE);
  saiga_name_matcher_set_fuzzy_uninomials (matcher, TRUE);
  list = saiga_name_matcher_match_names (matcher, names, NULL, NULL, NULL);
  found = saiga_name_match_list_dup_best_names (list);
  for (guint i = 0; found[i] != NULL; i++)
    g_assert_true (g_utf8_validate (found[i], -1, NULL));
}

static GBytes *
get_saved_index (void)
{
  static GBytes *saved;

  if (saved == NULL)
    {
      g_autoptr(SaigaNameIndexBuilder) builder = saiga_name_index_builder_new ();
      g_autoptr(SaigaNameIndex) index = NULL;
      g_autoptr(GFileIOStream) stream = NULL;
      g_autoptr(GFile) file = g_file_new_tmp (NULL, &stream, NULL);

      saiga_name_index_builder_add (builder, "a", "Loxodonta africana (Blumenbach, 1797)", SAIGA_NAME_STATUS_ACCEPTED, NULL, "Elephantidae");
      saiga_name_index_builder_add (builder, "b", "Elephas africanus Blumenbach, 1797", SAIGA_NAME_STATUS_SYNONYM, "a", NULL);
      saiga_name_index_builder_add (builder, "c", "Panthera uncia (Schreber, 1775)", SAIGA_NAME_STATUS_ACCEPTED, NULL, NULL);
      saiga_name_index_builder_add (builder, "d", "Ciconia boyciana boyciana Swinhoe, 1873", SAIGA_NAME_STATUS_ACCEPTED, NULL, NULL);
      saiga_name_index_builder_add (builder, "e", "African elephant", SAIGA_NAME_STATUS_COMMON, "a", NULL);
      index = saiga_name_index_builder_build (builder, NULL);
      saiga_name_index_save (index, file, NULL, NULL);
      saved = g_file_load_bytes (file, NULL, NULL, NULL);
      g_file_delete (file, NULL, NULL);
    }

  return saved;
}

/* Three bytes of the input change one of the index: two say where, one to what. */
static void
check_index (const unsigned char *data,
             size_t size,
             const char *text)
{
  gsize length;
  const char *saved = g_bytes_get_data (get_saved_index (), &length);
  g_autofree char *copy = g_memdup2 (saved, length);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(SaigaNameIndex) index = NULL;

  for (size_t i = 0; i + 3 <= size && i < 300; i += 3)
    copy[(data[i] | data[i + 1] << 8) % length] = data[i + 2];
  bytes = g_bytes_new_static (copy, length);
  index = saiga_name_index_new_from_bytes (bytes, NULL);
  if (index != NULL)
    {
      use_index (index, text);
      saiga_name_index_verify (index, NULL);
    }
}

int
LLVMFuzzerTestOneInput (const unsigned char *data,
                        size_t size)
{
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;
  text = g_strndup ((const char *) data + 1, size - 1);
  if (data[0] % 4 == 0)
    check_index (data + 1, size - 1, text);
  else
    check_name (text);

  return 0;
}
