/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <saiga/saiga-error.h>

#include "saiga-name-index-private.h"

/* The form of an index in memory and in its file. */

#define MAGIC "SAIGANIX"
#define FORMAT_VERSION 2
#define BYTE_ORDER_MARK 0x01020304u
#define ALIGNMENT 64

typedef struct
{
  guint64 offset;
  guint64 length;
  guint64 checksum;
} Section;

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 byte_order;
  guint64 size;
  guint32 n_sections;
  guint32 reserved;
  guint64 checksum; /* of this head with 0 here, and the table of sections */
  Section sections[N_SECTIONS];
} Head;

static guint64
get_checksum (const Head *head)
{
  Head copy = *head;

  copy.checksum = 0;

  return _saiga_name_hash ((const char *) &copy, sizeof copy);
}

/* Puts the sections one after the other, with their head. Takes them apart. */
GBytes *
_saiga_name_index_pack (GByteArray **sections)
{
  Head head = { .version = FORMAT_VERSION, .byte_order = BYTE_ORDER_MARK, .n_sections = N_SECTIONS };
  gsize size = sizeof (Head);
  guint8 *data;

  memcpy (head.magic, MAGIC, sizeof head.magic);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      head.sections[i].offset = size;
      if (sections[i] != NULL)
        {
          head.sections[i].length = sections[i]->len;
          head.sections[i].checksum = _saiga_name_hash ((const char *) sections[i]->data, sections[i]->len);
          size += sections[i]->len;
        }
    }
  head.size = size;
  head.checksum = get_checksum (&head);

  data = g_try_malloc0 (size);
  if (data == NULL)
    return NULL;
  memcpy (data, &head, sizeof head);
  for (guint i = 0; i < N_SECTIONS; i++)
    if (sections[i] != NULL)
      {
        if (sections[i]->len > 0)
          memcpy (data + head.sections[i].offset, sections[i]->data, sections[i]->len);
        g_clear_pointer (&sections[i], g_byte_array_unref);
      }

  return g_bytes_new_take (data, size);
}

typedef struct
{
  const guint8 *data;
  const Head *head;
  gboolean valid;
} Reader;

/* A section of exactly @n elements; NULL if it is absent and may be. */
static gconstpointer
get_section (Reader *self,
             SaigaNameIndexSection section,
             gsize element,
             guint64 n,
             gboolean optional)
{
  const Section *found = &self->head->sections[section];

  if (optional && found->length == 0)
    return NULL;
  if (found->length != n * element)
    self->valid = FALSE;

  return self->data + found->offset;
}

/* A section of any number of elements, which is told. */
static gconstpointer
get_open_section (Reader *self,
                  SaigaNameIndexSection section,
                  gsize element,
                  guint32 *n)
{
  const Section *found = &self->head->sections[section];

  if (found->length % element != 0 || found->length / element > G_MAXUINT32 - 1)
    self->valid = FALSE;
  *n = found->length / element;

  return self->data + found->offset;
}

static gboolean
is_power_of_two (guint32 n)
{
  return n > 0 && (n & (n - 1)) == 0;
}

static void
read_words (Reader *self,
            SaigaNameView *view)
{
  view->genus_offsets = get_section (self, SECTION_GENUS_OFFSETS, 4, (guint64) view->n_genera + 1, FALSE);
  view->genus_text = get_open_section (self, SECTION_GENUS_TEXT, 1, &view->genus_text_size);
  view->genus_signatures = get_section (self, SECTION_GENUS_SIGNATURES, 4, view->n_genera, FALSE);
  view->genus_slots = get_open_section (self, SECTION_GENUS_SLOTS, 4, &view->n_genus_slots);
  view->genus_starts = get_section (self, SECTION_GENUS_STARTS, 4, (guint64) view->n_genera + 1, FALSE);
  view->epithet_offsets = get_section (self, SECTION_EPITHET_OFFSETS, 4, (guint64) view->n_epithets + 1, FALSE);
  view->epithet_text = get_open_section (self, SECTION_EPITHET_TEXT, 1, &view->epithet_text_size);
  view->epithet_signatures = get_section (self, SECTION_EPITHET_SIGNATURES, 4, view->n_epithets, FALSE);
  view->epithet_slots = get_open_section (self, SECTION_EPITHET_SLOTS, 4, &view->n_epithet_slots);
  view->epithet_keys = get_open_section (self, SECTION_EPITHET_KEYS, 4, &view->n_key_slots);
  view->epithet_tags = get_section (self, SECTION_EPITHET_TAGS, 4, view->n_epithets, FALSE);
  view->epithet_sorted = get_section (self, SECTION_EPITHET_SORTED, 4, view->n_epithets, FALSE);
  view->posting_starts = get_section (self, SECTION_POSTING_STARTS, 4, (guint64) view->n_epithets + 1, FALSE);
  view->posting_genera = get_open_section (self, SECTION_POSTING_GENERA, 4, &view->n_postings);
}

static gboolean
read_view (Reader *self,
           SaigaNameView *view)
{
  const guint32 *counts = get_section (self, SECTION_COUNTS, 4, N_COUNTS, FALSE);
  guint32 n;

  if (!self->valid)
    return FALSE;
  view->n_genera = counts[COUNT_GENERA];
  view->n_epithets = counts[COUNT_EPITHETS];
  view->n_names = counts[COUNT_NAMES];
  view->n_scientific_rows = counts[COUNT_SCIENTIFIC_ROWS];
  view->n_rows = counts[COUNT_ROWS];
  view->numeric_ids = counts[COUNT_NUMERIC_IDS] != 0;
  view->longest_genus = counts[COUNT_LONGEST_GENUS];

  read_words (self, view);
  view->name_epithets = get_section (self, SECTION_NAME_EPITHETS, 4, view->n_names, FALSE);
  view->name_infra = get_section (self, SECTION_NAME_INFRA, 4, view->n_names, TRUE);
  view->name_slots = get_open_section (self, SECTION_NAME_SLOTS, 8, &view->n_name_slots);
  view->deletion_starts = get_open_section (self, SECTION_DELETION_STARTS, 4, &n);
  view->n_buckets = n - 1;
  view->deletion_tags = get_open_section (self, SECTION_DELETION_TAGS, 4, &view->n_deletions);
  view->deletion_genera = get_section (self, SECTION_DELETION_GENERA, 4, view->n_deletions, FALSE);
  view->row_starts = get_section (self, SECTION_ROW_STARTS, 4, (guint64) view->n_names + 1, TRUE);
  view->row_ids = get_section (self, SECTION_ROW_IDS, 4, view->n_rows, FALSE);
  view->row_authors = get_section (self, SECTION_ROW_AUTHORS, 4, view->n_rows, TRUE);
  view->row_accepted = get_section (self, SECTION_ROW_ACCEPTED, 4, view->n_rows, TRUE);
  view->row_higher = get_section (self, SECTION_ROW_HIGHER, 4, view->n_rows, TRUE);
  view->row_texts = get_section (self, SECTION_ROW_TEXTS, 4, view->n_rows, TRUE);
  view->row_status = get_section (self, SECTION_ROW_STATUS, 1, view->n_rows, TRUE);
  view->row_ranks = get_section (self, SECTION_ROW_RANKS, 1, view->n_rows, TRUE);
  view->common_rows = get_open_section (self, SECTION_COMMON_ROWS, 4, &view->n_common);
  view->common_offsets = get_section (self, SECTION_COMMON_OFFSETS, 4, view->n_common, FALSE);
  view->pool = (const char *) self->data + self->head->sections[SECTION_POOL].offset;
  view->pool_size = self->head->sections[SECTION_POOL].length;

  return self->valid && n > 0 && is_power_of_two (view->n_buckets) && is_power_of_two (view->n_genus_slots) &&
         is_power_of_two (view->n_epithet_slots) && is_power_of_two (view->n_key_slots) && is_power_of_two (view->n_name_slots) &&
         view->n_scientific_rows <= view->n_rows && (view->row_starts != NULL || view->n_names == view->n_scientific_rows) &&
         view->pool_size > 0 && view->pool[view->pool_size - 1] == '\0' &&
         view->n_genera < G_MAXUINT32 && view->n_epithets < G_MAXUINT32 - 1 && view->n_names < G_MAXUINT32 - 1;
}

/* Holds the head of an index against the block that it stands in. */
static const char *
check_head (const Head *head,
            gsize size)
{
  if (size < sizeof (Head) || memcmp (head->magic, MAGIC, sizeof head->magic) != 0)
    return "is no index of names";
  if (head->version != FORMAT_VERSION)
    return "is an index of names of another version: make it anew";
  if (head->byte_order != BYTE_ORDER_MARK)
    return "is an index of names of a machine with another order of bytes: make it anew";
  if (head->n_sections != N_SECTIONS || head->checksum != get_checksum (head))
    return "is a damaged index of names: its head was changed";
  if (head->size != size)
    return "is a damaged index of names: it has another size than when it was written";
  for (guint i = 0; i < N_SECTIONS; i++)
    if (head->sections[i].offset % ALIGNMENT != 0 || head->sections[i].offset > size || head->sections[i].length > size - head->sections[i].offset)
      return "is a damaged index of names: a section lies outside";

  return NULL;
}

SaigaNameIndex *
_saiga_name_index_new (GBytes *bytes,
                       GError **error)
{
  g_autoptr (SaigaNameIndex) self = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *problem = check_head ((const Head *) data, size);
  Reader reader = { data, (const Head *) data, TRUE };

  self = g_object_new (SAIGA_TYPE_NAME_INDEX, NULL);
  if (problem == NULL && !read_view (&reader, &self->view))
    problem = "is a damaged index of names: its sections do not fit together";
  if (problem != NULL)
    {
      memset (&self->view, 0, sizeof self->view);
      g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "The file %s", problem);
      return NULL;
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);

  return g_steal_pointer (&self);
}

/**
 * saiga_name_index_open: (constructor)
 * @file: a file that [method@NameIndex.save] wrote
 * @error: return location for an error
 *
 * Opens a saved index.
 *
 * A local file is mapped, not read: this takes the same time for any size. Only
 * its head is checked, so that a file that was damaged later may give wrong
 * answers, though it does no other harm; see [method@NameIndex.verify].
 *
 * Returns: (transfer full): the index
 *
 * Since: 0.1
 */
SaigaNameIndex *
saiga_name_index_open (GFile *file,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  SaigaNameIndex *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = g_file_get_path (file);
  if (path != NULL)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, &local);

      if (mapped == NULL)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (0), "%s", local->message);
          if (error != NULL && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            (*error)->code = G_IO_ERROR_NOT_FOUND;
          return NULL;
        }
      bytes = g_mapped_file_get_bytes (mapped);
    }
  else
    {
      bytes = g_file_load_bytes (file, NULL, NULL, error);
      if (bytes == NULL)
        return NULL;
    }

  self = saiga_name_index_new_from_bytes (bytes, error);
  if (self == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_prefix_error (error, "%s: ", name);
    }

  return self;
}

/**
 * saiga_name_index_new_from_bytes:
 * @bytes: what [method@NameIndex.save] wrote
 * @error: return location for an error
 *
 * Makes an index of what was saved, without copying it.
 *
 * Returns: (transfer full): the index
 *
 * Since: 0.1
 */
SaigaNameIndex *
saiga_name_index_new_from_bytes (GBytes *bytes,
                                 GError **error)
{
  g_autoptr (GBytes) aligned = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (GPOINTER_TO_SIZE (data) % sizeof (guint64) != 0)
    {
      aligned = g_bytes_new (data, size);
      bytes = aligned;
    }

  return _saiga_name_index_new (bytes, error);
}

static GBytes *
ref_bytes (SaigaNameIndex *self)
{
  GByteArray *sections[N_SECTIONS] = { NULL };
  static const guint32 zero;
  static const guint32 counts[N_COUNTS];
  static const SaigaNameIndexSection needed[] = {
    SECTION_GENUS_OFFSETS, SECTION_GENUS_SLOTS, SECTION_GENUS_STARTS, SECTION_EPITHET_OFFSETS, SECTION_EPITHET_SLOTS,
    SECTION_EPITHET_KEYS, SECTION_POSTING_STARTS, SECTION_NAME_SLOTS, SECTION_DELETION_STARTS
  };

  if (self->bytes != NULL)
    return g_bytes_ref (self->bytes);

  /* The index without names. */
  sections[SECTION_COUNTS] = g_byte_array_append (g_byte_array_new (), (const guint8 *) counts, sizeof counts);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      sections[needed[i]] = g_byte_array_append (g_byte_array_new (), (const guint8 *) &zero, 4);
      if (needed[i] == SECTION_NAME_SLOTS || needed[i] == SECTION_DELETION_STARTS)
        g_byte_array_append (sections[needed[i]], (const guint8 *) &zero, 4);
    }
  sections[SECTION_POOL] = g_byte_array_append (g_byte_array_new (), (const guint8 *) &zero, 1);

  return _saiga_name_index_pack (sections);
}

/**
 * saiga_name_index_save:
 * @self: an index
 * @file: where to
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Saves an index, so that [ctor@NameIndex.open] finds it.
 *
 * The file is for machines with the same order of bytes, and for this version of
 * the library: it is a thing to be made anew, not one to keep. It is replaced as
 * a whole, or not at all.
 *
 * Returns: `TRUE` if it was saved
 *
 * Since: 0.1
 */
gboolean
saiga_name_index_save (SaigaNameIndex *self,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = ref_bytes (self);
  data = g_bytes_get_data (bytes, &size);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, error);
}

/**
 * saiga_name_index_verify:
 * @self: an index
 * @error: return location for an error
 *
 * Checks an index against its checksums, all of it.
 *
 * Returns: `TRUE` if it is as it was saved
 *
 * Since: 0.1
 */
gboolean
saiga_name_index_verify (SaigaNameIndex *self,
                         GError **error)
{
  const guint8 *data;
  const Head *head;

  g_return_val_if_fail (SAIGA_IS_NAME_INDEX (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->bytes == NULL)
    return TRUE;

  data = g_bytes_get_data (self->bytes, NULL);
  head = (const Head *) data;
  for (guint i = 0; i < N_SECTIONS; i++)
    if (head->sections[i].length > 0 &&
        _saiga_name_hash ((const char *) data + head->sections[i].offset, head->sections[i].length) != head->sections[i].checksum)
      {
        g_set_error (error, SAIGA_ERROR, SAIGA_ERROR_INVALID, "The index of names is damaged: section %u of %u is not as it was written", i + 1, N_SECTIONS);
        return FALSE;
      }

  return TRUE;
}
