/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is read, what is refused, and what is written. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <saiga/saiga.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read-file.h"

/* A message of several lines is not TAP, and a document of a megabyte no message. */
static void
show (const char *text)
{
  g_autofree char *start = g_strndup (text, 300);
  g_autofree char *line = g_strescape (start, NULL);

  g_test_message ("%s", line);
}

static SaigaSnapshot *
read_string (const char *document,
             GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (document, strlen (document));

  return saiga_snapshot_new_from_bytes (bytes, error);
}

static char *
write_string (SaigaSnapshot *snapshot)
{
  g_autoptr(GBytes) bytes = saiga_snapshot_to_xml (snapshot);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- canonical */

static void
test_canonical (void)
{
  static const char *const names[] = { "dataset.xml", "permuted.xml" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "dataset.xml", NULL);
  g_autofree char *expected = NULL;

  g_test_summary ("Any order of records, attributes and elements is written as the same bytes");

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(SaigaSnapshot) snapshot = read_file (names[i]);
      g_autofree char *written = write_string (snapshot);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (written, ==, expected);
    }
}

static void
test_one_edit_is_one_line (void)
{
  g_autoptr(SaigaSnapshot) snapshot = read_file ("dataset.xml");
  g_autoptr(SaigaDataset) dataset = saiga_dataset_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaRecord) renamed =
               saiga_record_replace (saiga_snapshot_lookup (snapshot, "cites.saiga-tatarica"), &error, "name", "Capra tatarica", NULL);
  g_autofree char *before = write_string (snapshot);
  g_autofree char *after = NULL;
  g_auto(GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto(GStrv) new_lines = NULL;
  guint n_changed = 0;

  g_assert_no_error (error);
  saiga_dataset_set_snapshot (dataset, snapshot);
  g_assert_true (saiga_dataset_put (dataset, renamed, &error));
  after = write_string (saiga_dataset_get_snapshot (dataset));
  new_lines = g_strsplit (after, "\n", -1);

  g_assert_cmpuint (g_strv_length (new_lines), ==, g_strv_length (old_lines));
  for (guint i = 0; old_lines[i] != NULL; i++)
    n_changed += !g_str_equal (old_lines[i], new_lines[i]);
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr(SaigaSnapshot) empty = saiga_snapshot_new ();
  g_autofree char *written = write_string (empty);
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) again = read_string (written, &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset xmlns=\"urn:saiga:dataset\" version=\"1\">\n</dataset>\n");
  second = write_string (again);
  g_assert_cmpstr (second, ==, written);
}

/* ---- what is read although it looks odd */

#define DOCUMENT(content) "<dataset xmlns='urn:saiga:dataset' version='1'>" content "</dataset>"
#define TAXON(content) DOCUMENT ("<taxa>\n<taxon id='t.a' authority-id='authority.t' name='A' rank='genus'" content "</taxa>")

static void
test_accepted (void)
{
  static const char *const documents[] = {
    "\xef\xbb\xbf" DOCUMENT (""),
    "<?xml version='1.0' encoding='utf-8' standalone='yes'?>" DOCUMENT (""),
    "<?xml version='1.1'?>" DOCUMENT (""),
    "<?saiga and other instructions?>" DOCUMENT ("<?x?>"),
    DOCUMENT ("<taxa/><areas> \t\r\n</areas><taxa></taxa>"),
    TAXON ("><common-name name='\xf0\x9f\x90\x90' language='en'/></taxon>"),
    TAXON ("><nomenclature-note xml:lang='zh-Hant'>]]&gt;</nomenclature-note></taxon>"),
    TAXON (" note='&#x85;&#xfffd;'/>"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaSnapshot) snapshot = read_string (documents[i], &error);

      show (documents[i]);
      g_assert_no_error (error);
      g_assert_nonnull (snapshot);
    }
}

/* ---- what is refused */

static void
test_refused (void)
{
  static const struct
  {
    const char *document;
    int code;
    const char *message; /* after “(memory):” */
  } cases[] = {
    /* Truncated, and otherwise not well formed. */
    { "", SAIGA_ERROR_PARSE, "1: Document is empty" },
    { "<dataset xmlns='urn:saiga:dataset' version='1'", SAIGA_ERROR_PARSE, "1: attributes construct error" },
    { "<dataset xmlns='urn:saiga:dataset' version='1'>\n<taxa>", SAIGA_ERROR_PARSE,
      "2: Premature end of data in tag taxa line 2" },
    { "<dataset xmlns='urn:saiga:dataset' version='1'>\n<taxa><taxon id='t.a' name='A", SAIGA_ERROR_PARSE,
      "2: AttValue: ' expected" },
    { DOCUMENT ("") "<more/>", SAIGA_ERROR_PARSE, "1: Extra content at the end of the document" },
    { DOCUMENT ("<taxa>"), SAIGA_ERROR_PARSE, "1: Opening and ending tag mismatch: taxa line 1 and dataset" },
    { DOCUMENT ("<taxa>&e;</taxa>"), SAIGA_ERROR_PARSE, "1: Entity 'e' not defined" },
    { TAXON (" rank='genus'/>"), SAIGA_ERROR_PARSE, "2: Attribute rank redefined" },
    { TAXON (" note='&#1;'/>"), SAIGA_ERROR_PARSE, "2: xmlParseCharRef: invalid xmlChar value 1" },
    { TAXON (" note='\x02'/>"), SAIGA_ERROR_PARSE, "2: invalid character in attribute value" },
    { DOCUMENT ("<s:taxa/>"), SAIGA_ERROR_PARSE, "1: Namespace prefix s on taxa is not defined" },

    /* Wrongly encoded. */
    { "\xff\xfe<?", SAIGA_ERROR_PARSE, " is not in UTF-8" },
    { "<?xml version='1.0' encoding='ISO-8859-1'?>" DOCUMENT (""), SAIGA_ERROR_PARSE, " is not in UTF-8, but in ISO-8859-1" },
    { "<?xml version=\"1.0\"\n encoding = \"utf-16\"?>" DOCUMENT (""), SAIGA_ERROR_PARSE, " is not in UTF-8, but in utf-16" },
    { DOCUMENT ("<taxa>\xe9</taxa>"), SAIGA_ERROR_PARSE,
      "1: Input is not proper UTF-8, indicate encoding !\nBytes: 0xE9 0x3C 0x2F 0x74" },

    /* Declarations and entities. */
    { "<!DOCTYPE dataset [<!ENTITY e 'x'>]><dataset/>", SAIGA_ERROR_INVALID, "1: a document type declaration is not allowed" },
    { "<!DOCTYPE dataset [<!ENTITY a 'xxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" DOCUMENT ("<taxa><taxon id='&b;'/></taxa>"),
      SAIGA_ERROR_INVALID, "1: a document type declaration is not allowed" },
    { "<!DOCTYPE dataset SYSTEM 'file:///etc/passwd'><dataset/>", SAIGA_ERROR_INVALID,
      "1: a document type declaration is not allowed" },

    /* Another format. */
    { "<dataset version='1'/>", SAIGA_ERROR_INVALID, "1: <dataset> is not in the namespace “urn:saiga:dataset”" },
    { "<dataset xmlns='urn:saiga:dataset'/>", SAIGA_ERROR_INVALID, "1: the dataset has no version" },
    { "<dataset xmlns='urn:saiga:dataset' version='2'/>", SAIGA_ERROR_INVALID, "1: version 2 of the format is not known, only 1" },
    { "<dataset xmlns='urn:saiga:dataset' version='1' date='2012-02-30'/>", SAIGA_ERROR_VALUE,
      "1: “2012-02-30” is not a date such as 2012, 2012-06, 2012-06-12 or “12th June = 2012-06-12”" },
    { "<dataset xmlns='urn:saiga:dataset' version='1' title=''/>", SAIGA_ERROR_VALUE, "1: title: is empty: leave it out" },
    { "<dataset xmlns='urn:saiga:dataset' version='1' author='x'/>", SAIGA_ERROR_INVALID, "1: <dataset> has no attribute “author”" },
    { "<dataset xmlns='urn:saiga:dataset' version='1' xml:lang='en'/>", SAIGA_ERROR_INVALID,
      "1: <dataset> has no attribute “xml:lang”" },
    { "<taxa xmlns='urn:saiga:dataset'/>", SAIGA_ERROR_INVALID, "1: the document is a <taxa>, not a <dataset>" },

    /* Unknown elements, attributes and text; too deep. */
    { DOCUMENT ("<species/>"), SAIGA_ERROR_INVALID, "1: <species> is not known inside <dataset>" },
    { DOCUMENT ("<dataset/>"), SAIGA_ERROR_INVALID, "1: <dataset> is not known inside <dataset>" },
    { DOCUMENT ("<taxa colour='red'/>"), SAIGA_ERROR_INVALID, "1: <taxa> takes no attributes" },
    { DOCUMENT ("<taxa><listing/></taxa>"), SAIGA_ERROR_INVALID, "1: <listing> is not known inside <taxa>" },
    { DOCUMENT ("<taxa><taxon xmlns='urn:other'/></taxa>"), SAIGA_ERROR_INVALID,
      "1: <taxon> is not in the namespace “urn:saiga:dataset”" },
    { DOCUMENT ("<taxa>text</taxa>"), SAIGA_ERROR_INVALID, "1: text is not allowed here" },
    { DOCUMENT ("<taxa><![CDATA[text]]></taxa>"), SAIGA_ERROR_INVALID, "1: text is not allowed here" },
    { TAXON (" colour='red'/>"), SAIGA_ERROR_INVALID, "2: t.a: <taxon> has no attribute “colour”" },
    { TAXON (" xml:id='red'/>"), SAIGA_ERROR_INVALID, "2: t.a: <taxon> has no attribute “id”" },
    { TAXON (" synonym='A'/>"), SAIGA_ERROR_INVALID, "2: t.a: <taxon> has no attribute “synonym”" },
    { TAXON (">\n<colour/></taxon>"), SAIGA_ERROR_INVALID, "3: t.a: <colour> is not known inside <taxon>" },
    { TAXON (">\n<name>A</name></taxon>"), SAIGA_ERROR_INVALID, "3: t.a: <name> is not known inside <taxon>" },
    { TAXON (">\n<taxon/></taxon>"), SAIGA_ERROR_INVALID, "3: t.a: <taxon> is not known inside <taxon>" },
    { TAXON (">A</taxon>"), SAIGA_ERROR_INVALID, "2: t.a: text is not allowed here" },
    { TAXON (">\n<synonym name='B' id='x'/></taxon>"), SAIGA_ERROR_INVALID, "3: t.a: <synonym> has no attribute “id”" },
    { TAXON (">\n<synonym name='B'><synonym/></synonym></taxon>"), SAIGA_ERROR_INVALID,
      "3: t.a: <synonym> is not known inside <synonym>" },
    { TAXON (">\n<nomenclature-note xml:lang='en'>x<b/></nomenclature-note></taxon>"), SAIGA_ERROR_INVALID,
      "3: t.a: <b> is not known inside <nomenclature-note>" },

    /* Texts. */
    { TAXON (">\n<nomenclature-note>x</nomenclature-note></taxon>"), SAIGA_ERROR_INVALID,
      "3: t.a: nomenclature-note: has no xml:lang, such as “en”" },
    { TAXON (">\n<nomenclature-note lang='en'>x</nomenclature-note></taxon>"), SAIGA_ERROR_INVALID,
      "3: t.a: <nomenclature-note> has no attribute “lang”" },
    { TAXON (">\n<nomenclature-note xml:lang=''>x</nomenclature-note></taxon>"), SAIGA_ERROR_INVALID,
      "3: t.a: nomenclature-note: has no xml:lang, such as “en”" },
    { TAXON (">\n<nomenclature-note xml:lang='en'/></taxon>"), SAIGA_ERROR_VALUE,
      "3: t.a: nomenclature-note: is empty: leave it out" },
    { TAXON (">\n<nomenclature-note xml:lang='en'>x</nomenclature-note><nomenclature-note xml:lang='en'>y</nomenclature-note></taxon>"),
      SAIGA_ERROR_VALUE, "3: t.a: nomenclature-note: is there twice in “en”" },

    /* Values. */
    { TAXON (" authorship=''/>"), SAIGA_ERROR_VALUE, "2: t.a: authorship: is empty: leave it out" },
    { TAXON (" authorship=' Pallas'/>"), SAIGA_ERROR_VALUE,
      "2: t.a: authorship: “ Pallas” is not one line of UTF-8 without space at its ends" },
    { TAXON (" authorship='a&#10;b'/>"), SAIGA_ERROR_VALUE,
      "2: t.a: authorship: “a\nb” is not one line of UTF-8 without space at its ends" },
    { TAXON (" migratory='maybe'/>"), SAIGA_ERROR_VALUE, "2: t.a: migratory: “maybe” is none of unknown, yes, no" },
    { TAXON (" valid-from='2012-02-30'/>"), SAIGA_ERROR_VALUE,
      "2: t.a: valid-from: “2012-02-30” is not a date such as 2012, 2012-06, 2012-06-12 or “12th June = 2012-06-12”" },
    { TAXON (" parent-id='two words'/>"), SAIGA_ERROR_VALUE, "2: t.a: parent-id: “two words” is not an id" },
    { TAXON (" hybrid-parent-ids='t.a t.a'/>"), SAIGA_ERROR_VALUE, "2: t.a: hybrid-parent-ids: “t.a” is there twice" },
    { TAXON (" hybrid-parent-ids=' '/>"), SAIGA_ERROR_VALUE, "2: t.a: hybrid-parent-ids: “” is not an id" },
    { TAXON (" range='area.kz area.kz'/>"), SAIGA_ERROR_VALUE, "2: t.a: range: “area.kz area.kz” has area.kz twice: a range has an area once" },
    { TAXON ("><synonym name='B' identifiers='x x'/></taxon>"), SAIGA_ERROR_VALUE, "2: t.a: identifiers: “x” is there twice" },
    { TAXON ("><common-name preferred='1'/></taxon>"), SAIGA_ERROR_VALUE, "2: t.a: preferred: “1” is neither yes nor no" },
    { DOCUMENT ("<meetings><meeting id='m' ordinal='-1'/></meetings>"), SAIGA_ERROR_VALUE,
      "1: m: ordinal: “-1” is not a whole number from 0 to 2147483647" },
    { DOCUMENT ("<contributions><contribution id='c' amount='5 EUR'/></contributions>"), SAIGA_ERROR_VALUE,
      "1: c: amount: “5 EUR” is not a currency and an amount such as “EUR 12000.00”, without a sign and of at most 40 digits" },

    /* Ids. */
    { DOCUMENT ("<taxa>\n<taxon name='A' rank='genus'/></taxa>"), SAIGA_ERROR_VALUE, "2: <taxon> has no id" },
    { DOCUMENT ("<taxa>\n<taxon id='1'/></taxa>"), SAIGA_ERROR_VALUE,
      "2: id: “1” is not an id: a letter, then letters, digits, “.”, “-” and “_”" },
    { DOCUMENT ("<taxa>\n<taxon id=''/></taxa>"), SAIGA_ERROR_VALUE,
      "2: id: “” is not an id: a letter, then letters, digits, “.”, “-” and “_”" },
    { TAXON ("/>\n<taxon id='t.a' name='B' rank='genus'/>"), SAIGA_ERROR_DUPLICATE, "3: t.a: this id is already in line 2" },
    { TAXON ("/></taxa>\n<listings><listing id='t.a' taxon-id='t.a' appendix='I'/></listings><taxa>"), SAIGA_ERROR_DUPLICATE,
      "3: t.a: this id is already in line 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaSnapshot) snapshot = read_string (cases[i].document, &error);
      g_autofree char *message = g_strconcat ("(memory):", cases[i].message, NULL);

      show (cases[i].document);
      g_assert_null (snapshot);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_error (error, SAIGA_ERROR, cases[i].code);
    }
}

static void
test_refused_at_any_length (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "dataset.xml", NULL);
  g_autofree char *document = NULL;
  gsize length;

  g_test_summary ("A file that ends too early is refused wherever it ends");

  g_assert_true (g_file_get_contents (path, &document, &length, NULL));
  for (gsize n = 0; n < length - 1; n++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (document, n);
      g_autoptr(GError) error = NULL;

      g_assert_null (saiga_snapshot_new_from_bytes (bytes, &error));
      g_assert_true (error->domain == SAIGA_ERROR);
    }
}

/* Of some thousand open elements, attributes or bytes of a name. */
static char *
repeat (const char *start,
        const char *piece,
        guint n,
        const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, end);

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  static const struct
  {
    const char *start;
    const char *piece;
    guint n;
    const char *end;
    int code;
    const char *message; /* its end */
  } cases[] = {
    { "<dataset xmlns='urn:saiga:dataset' version='1'><taxa><taxon id='t.a'><nomenclature-note xml:lang='en'>", "x", (1 << 20) + 1,
      "</nomenclature-note></taxon></taxa></dataset>", SAIGA_ERROR_LIMIT, "(memory):1: t.a: nomenclature-note: is too long" },
    { "<dataset xmlns='urn:saiga:dataset' version='1'><taxa><taxon id='t.a' note='", "x", (1 << 20) + 1,
      "'/></taxa></dataset>", SAIGA_ERROR_LIMIT, "(memory):1: t.a: note: is too long" },
    { "<dataset xmlns='urn:saiga:dataset' version='1'><taxa>", "<taxon id='t'>", 100000, "", SAIGA_ERROR_INVALID,
      "(memory):1: t: <taxon> is not known inside <taxon>" },
    { "", "<dataset>", 100000, "", SAIGA_ERROR_INVALID, "(memory):1: <dataset> is not in the namespace “urn:saiga:dataset”" },
    /* These are limits of the parser itself. */
    { "<dataset xmlns='urn:saiga:dataset' version='1'><taxa><taxon id='t.a' note='", "x", 10 << 20, "'/></taxa></dataset>",
      SAIGA_ERROR_PARSE, "" },
    { "<", "x", 1 << 20, "/>", SAIGA_ERROR_PARSE, "" },
  };
  g_autofree char *fits = repeat (cases[0].start, "x", 1 << 20, cases[0].end);
  g_autoptr(GError) no_error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = read_string (fits, &no_error);

  g_assert_no_error (no_error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = repeat (cases[i].start, cases[i].piece, cases[i].n, cases[i].end);
      g_autoptr(GError) error = NULL;

      show (document);
      g_assert_null (read_string (document, &error));
      g_assert_error (error, SAIGA_ERROR, cases[i].code);
      if (*cases[i].message != '\0')
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* White space, until nobody reads it any more. */
static gpointer
write_endlessly (gpointer data)
{
  g_autofree char *spaces = g_strnfill (1 << 16, ' ');
  const char *start = "<dataset xmlns='urn:saiga:dataset' version='1'>";
  int fd = g_open (data, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (write (fd, start, strlen (start)), ==, strlen (start));
  while (write (fd, spaces, 1 << 16) > 0)
    ;
  close (fd);

  return NULL;
}

static void
test_endless (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("saiga-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "endless", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *message = g_strconcat (path, ": is larger than 1 GiB", NULL);
  GThread *thread;

  g_test_summary ("An endless stream comes to an end after 1 GiB");

  signal (SIGPIPE, SIG_IGN);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  thread = g_thread_new ("endless", write_endlessly, path);
  g_assert_null (saiga_snapshot_new_from_file (file, NULL, &error));
  g_assert_error (error, SAIGA_ERROR, SAIGA_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, message);
  g_thread_join (thread);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_opens_nothing (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("saiga-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "entity.xml", NULL);
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  int watch = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  char buffer[4096];
  gssize n;

  g_test_summary ("Whatever a document names, no other file is opened, and no other machine called");

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "secret", -1, &error));
  g_assert_cmpint (inotify_add_watch (watch, folder, IN_OPEN | IN_ACCESS), >=, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *uri = i == 0 ? g_filename_to_uri (path, NULL, NULL) : g_strdup_printf ("http://127.0.0.1:%u/entity.xml", port);
      const char *const formats[] = {
        "<!DOCTYPE dataset SYSTEM '%s'>" DOCUMENT (""),
        "<!DOCTYPE dataset [<!ENTITY e SYSTEM '%s'>]>" DOCUMENT ("<taxa>&e;</taxa>"),
        "<!DOCTYPE dataset [<!ENTITY %% e SYSTEM '%s'> %%e;]>" DOCUMENT (""),
        "<?xml-stylesheet href='%s'?>" DOCUMENT (""),
        "<dataset xmlns='urn:saiga:dataset' version='1' xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='%s'/></dataset>",
        "<dataset xmlns='urn:saiga:dataset' version='1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:saiga:dataset %s'/>",
      };

      for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
        {
          g_auto(GStrv) pieces = g_strsplit (formats[f], "%s", 2);
          g_autofree char *document = g_strconcat (pieces[0], uri, pieces[1], NULL);
          g_autoptr(SaigaSnapshot) snapshot = read_string (document, NULL);

          show (document);
          g_assert_true ((snapshot != NULL) == (f == 3));
        }
    }

  n = read (watch, buffer, sizeof buffer);
  g_assert_cmpint (n, ==, -1);
  g_assert_cmpint (errno, ==, EAGAIN);
  g_cancellable_cancel (cancellable);
  g_assert_null (g_socket_listener_accept_socket (listener, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  close (watch);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_missing_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/dataset.xml");
  g_autoptr(GFile) folder = g_file_new_for_path ("/");
  g_autoptr(GError) error = NULL;

  g_assert_null (saiga_snapshot_new_from_file (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (saiga_snapshot_new_from_file (folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* ---- problems */

static void
test_problems (void)
{
  static const struct
  {
    const char *document;
    const char *problem; /* tag, severity, record, line, field, arguments */
    const char *message;
  } cases[] = {
    { TAXON (" parent-id='t.b'/>"), "reference-dangling error t.a 2 parent-id t.b", "There is no record “t.b”" },
    { DOCUMENT ("<taxa><taxon id='t.a' authority-id='authority.t' name='A'/></taxa>"), "field-missing error t.a 1 rank rank taxon",
      "rank is missing, and every taxon must have it" },
    { TAXON ("><synonym/></taxon>"), "field-missing error t.a 2 name name synonym", "name is missing, and every synonym must have it" },
    { TAXON (" parent-id='authority.t'/>"), "reference-target error t.a 2 parent-id authority.t authority taxon",
      "“authority.t” is of the type authority, not taxon" },
  };

  g_test_summary ("What a data set can be read with, but should not have");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) pieces = g_strsplit (cases[i].document, "</dataset>", 2);
      g_autofree char *with_authority =
        g_strconcat (pieces[0], "<authorities><authority id='authority.t'><name xml:lang='en'>T</name></authority></authorities></dataset>", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(SaigaSnapshot) snapshot = read_string (with_authority, &error);
      g_autoptr(GListModel) problems = NULL;
      g_autoptr(SaigaProblem) problem = NULL;
      g_autofree char *arguments = NULL;
      g_autofree char *message = NULL;
      g_autofree char *words = NULL;
      g_autoptr(GTypeClass) severities = g_type_class_ref (SAIGA_TYPE_SEVERITY);

      show (with_authority);
      g_assert_no_error (error);
      problems = saiga_snapshot_validate (snapshot, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
      problem = g_list_model_get_item (problems, 0);
      arguments = g_strjoinv (" ", (char **) saiga_problem_get_arguments (problem));
      words = g_strdup_printf ("%s %s %s %u %s %s", saiga_problem_get_tag (problem),
                               g_enum_get_value ((GEnumClass *) severities, saiga_problem_get_severity (problem))->value_nick,
                               saiga_problem_get_record_id (problem), saiga_problem_get_line (problem),
                               saiga_problem_get_field (problem), arguments);
      g_assert_cmpstr (words, ==, cases[i].problem);
      message = saiga_problem_dup_message (problem, "en");
      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

/* What a record says may still be wrong: test-problems.c has that. */
static void
test_no_problems (void)
{
  static const char *const tags[] = {
    "field-missing", "reference-dangling", "reference-target", "reference-cycle", "part-key", "value-range",
    "date-order", "enum-retired", "text-language", "id-pattern", "key-duplicate", NULL
  };
  g_autoptr(SaigaSnapshot) snapshot = read_file ("dataset.xml");
  g_autoptr(SaigaDate) date = saiga_date_parse ("2012-02-23", NULL);
  g_autoptr(GListModel) problems = saiga_snapshot_validate (snapshot, date);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(SaigaProblem) problem = g_list_model_get_item (problems, i);

      g_test_message ("%s %s", saiga_problem_get_tag (problem), saiga_problem_get_record_id (problem));
      g_assert_false (g_strv_contains (tags, saiga_problem_get_tag (problem)));
    }
}

/* ---- JSON */

static void
test_json (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SaigaSnapshot) snapshot = read_string (
    DOCUMENT ("<measurements><measurement id='m' indicator-id='i' start='2012' end='2012-02' value='12.50' numerator='0'>"
              "<text xml:lang='en'>say &quot;a\\b&quot;\n</text></measurement></measurements>"),
    &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  bytes = saiga_snapshot_to_json (snapshot);
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (json, "{\"version\":1,\"title\":null,\"date\":null,\"licence\":null,\"source\":null,\n\"authorities\":[],\n"));
  g_assert_true (g_str_has_suffix (json, "]}\n"));
  g_assert_nonnull (strstr (json,
                            "\"measurements\":[\n"
                            "{\"id\":\"m\",\"note\":null,\"source-ids\":[],\"source-place\":null,\"indicator-id\":\"i\",\"kind\":\"actual\","
                            "\"start\":\"2012\",\"end\":\"2012-02\",\"value\":\"12.50\",\"lower\":null,\"upper\":null,"
                            "\"numerator\":0,\"denominator\":null,\"text\":{\"en\":\"say \\\"a\\\\b\\\"\\u000a\"},"
                            "\"area-id\":null,\"focus-id\":null,\"estimator\":null}]"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/canonical", test_canonical);
  g_test_add_func ("/xml/one-edit-is-one-line", test_one_edit_is_one_line);
  g_test_add_func ("/xml/empty", test_empty);
  g_test_add_func ("/xml/accepted", test_accepted);
  g_test_add_func ("/xml/refused", test_refused);
  g_test_add_func ("/xml/refused-at-any-length", test_refused_at_any_length);
  g_test_add_func ("/xml/limits", test_limits);
  g_test_add_func ("/xml/endless", test_endless);
  g_test_add_func ("/xml/opens-nothing", test_opens_nothing);
  g_test_add_func ("/xml/missing-file", test_missing_file);
  g_test_add_func ("/xml/problems", test_problems);
  g_test_add_func ("/xml/no-problems", test_no_problems);
  g_test_add_func ("/json", test_json);

  return g_test_run ();
}
