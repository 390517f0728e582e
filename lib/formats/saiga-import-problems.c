/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

/* What can be wrong with foreign files. The first argument is the text that it is about. */

#include "saiga-check-private.h"

static const SaigaProblemKind kinds[] = {
  { "import-area", SAIGA_SEVERITY_WARNING,
    N_ ("“%1” is not the name or code of an area"),
    N_ ("A list of countries has a name or code that no area of the data set has. The row is kept without it."),
    N_ ("Add the name to the other names of the area, and import again.") },
  { "import-cells", SAIGA_SEVERITY_WARNING,
    N_ ("The row has %1 cells, the heading %2: %3"),
    N_ ("A row has more cells than the heading. Most often a separator within a cell was not quoted, so that cells stand in the wrong columns."),
    N_ ("Quote the cell in the source.") },
  { "import-cut", SAIGA_SEVERITY_ERROR,
    N_ ("The row is longer than a row may be, and was cut: %1"),
    N_ ("A cell has more than 1 MiB, a row more than 4 MiB or more than 4,096 cells. What is beyond is not read in that row."),
    NULL },
  { "import-double", SAIGA_SEVERITY_ERROR,
    N_ ("The number of “%1” is that of row %2 too"),
    N_ ("Two rows have one number, which other tables refer to. The row whose parent is there is kept, or else the first; the other is refused."),
    NULL },
  { "import-encoding", SAIGA_SEVERITY_WARNING,
    N_ ("The row is not in UTF-8 as the rows before it, and is read as Windows-1252: %1"),
    N_ ("A file that begins in UTF-8 has bytes that can not be UTF-8. The row is read as Windows-1252, the most usual of the other encodings."),
    N_ ("Look at the letters with accents in this row.") },
  { "import-field", SAIGA_SEVERITY_ERROR,
    N_ ("The row has no “%2”, and without it nothing can be made of it: %1"),
    N_ ("A row lacks what its record must have, such as a name or a rank. The row is refused."),
    NULL },
  { "import-member", SAIGA_SEVERITY_WARNING,
    N_ ("%1 is no table of this format, and is not read"),
    N_ ("A folder or archive that is read as one holds a file that the format does not know, or that lacks headings that it must have."),
    N_ ("Read the file for itself.") },
  { "import-number", SAIGA_SEVERITY_ERROR,
    N_ ("Nothing has the number, or name, that the row refers to: %1"),
    N_ ("A row refers to a taxon, a reference or a meeting that neither the tables nor the data set have. What depends on it is refused; where the rest of the row can stand without it, that is kept."),
    NULL },
  { "import-part", SAIGA_SEVERITY_ERROR,
    N_ ("%1 has this already, told apart by nothing that tells two of them apart: %2"),
    N_ ("Two rows for one record have the same key, such as two common names that are the same in the same language. The first is kept, the other is refused."),
    N_ ("Delete one of the rows.") },
  { "import-quotes", SAIGA_SEVERITY_WARNING,
    N_ ("A quotation mark stands where none may be, and is taken as it is: %1"),
    N_ ("A mark stands within a cell without being doubled, or is never closed. The row is kept, but its cells may have been told apart otherwise than was meant."),
    N_ ("Compare the row with the source.") },
  { "import-range", SAIGA_SEVERITY_WARNING,
    N_ ("%1 has no range in which its tag for %2 could stand: %3"),
    N_ ("A table has tags of countries where a taxon is not plainly native, and there is no table of where it is. A range of these alone would be wrong: the row is refused."),
    N_ ("Import the ranges first, as from the index of the Checklist, and then the tags.") },
  { "import-rank", SAIGA_SEVERITY_ERROR,
    N_ ("“%1” is not a rank"),
    N_ ("The rank of a row is not one that a taxon can have. The row is refused."),
    NULL },
  { "import-record", SAIGA_SEVERITY_ERROR,
    N_ ("%1 can not be put in the data set: %2"),
    N_ ("A record that was made of one or more rows lacks something that it must have, or its id is that of another record."),
    NULL },
  { "import-under", SAIGA_SEVERITY_WARNING,
    N_ ("“%1”, under which the taxon is said to be listed, is not above it; it is listed itself"),
    N_ ("A row says that a taxon is listed under the name of another one, which is not one of the taxa above it."),
    NULL },
  { "import-value", SAIGA_SEVERITY_WARNING,
    N_ ("“%1” is no value for this field: %2"),
    N_ ("A cell has a value that the field does not take. The record is kept without it."),
    NULL },
};

static const SaigaCheckSet check_set = { kinds, G_N_ELEMENTS (kinds), NULL, 0 };

__attribute__ ((constructor)) static void
register_problems (void)
{
  _saiga_check_set_register (&check_set);
}
