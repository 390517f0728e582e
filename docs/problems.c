/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Writes the page of the manual that explains all problems, from the tables in the library.
 *
 * usage: problems >problems.md */

#include <saiga/saiga.h>
#include <stdio.h>
#include <string.h>

static const char introduction[] =
  "Title: Problems\n"
  "\n"
  "# Problems\n"
  "\n"
  "A data set with problems can be read, shown and saved, but what is computed from it may be wrong.\n"
  "[method@Saiga.Snapshot.validate] finds them, `saiga validate` prints them. Each has a tag, which never\n"
  "changes its meaning, and one of three severities: an *error* is a mistake by which results are wrong, a\n"
  "*warning* is probably a mistake, an *information* is worth knowing. A few tags are given with more than\n"
  "one severity; the usual one stands here, and the explanation says when it is another.\n";

/* Prints words, in UTF-8 whatever the locale, so that none of their signs is taken for Markdown. */
static void
print_words (const char *words)
{
  for (const char *c = words; *c != '\0'; c++)
    {
      if (strchr ("\\`*_[]<>#", *c) != NULL)
        putchar ('\\');
      putchar (*c);
    }
}

int
main (void)
{
  g_auto(GStrv) tags = saiga_problem_list_tags ();
  g_autoptr(GEnumClass) severities = g_type_class_ref (SAIGA_TYPE_SEVERITY);

  fputs (introduction, stdout);
  for (char **tag = tags; *tag != NULL; tag++)
    {
      GEnumValue *severity = g_enum_get_value (severities, saiga_problem_tag_get_severity (*tag));
      g_autofree char *explanation = saiga_problem_tag_dup_explanation (*tag, "en");
      g_autofree char *fix = saiga_problem_tag_dup_fix (*tag, "en");

      printf ("\n## %s\n\n*%s*. ", *tag, severity->value_nick);
      print_words (explanation);
      printf ("\n");
      if (fix != NULL)
        {
          printf ("\n*What to do:* ");
          print_words (fix);
          printf ("\n");
        }
    }

  return 0;
}
