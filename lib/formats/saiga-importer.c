/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-catalogue-private.h"
#include "saiga-format-private.h"
#include "saiga-importer-private.h"

/**
 * SaigaImporter:
 *
 * Reads the files of others: exports of Species+ and of the Checklist of CITES species.
 *
 * What is read is a file, a folder, or a `.zip`, `.gz` or `.tar.gz` archive. What it is
 * shows itself by its headings; how a table is written (encoding, separator, line ends)
 * by its beginning: [method@Importer.sniff_file] says what and why. Reading never stops
 * at a row that is not understood: the row becomes a [class@Problem].
 *
 * Nothing is changed by reading: the result is an [class@Import] with the changes. A taxon
 * that the data set has, by its number in the source or by name and rank, keeps its id, so
 * that the same file read twice changes nothing, and a newer one updates.
 *
 * ```c
 * g_autoptr(SaigaImporter) importer = saiga_importer_new (snapshot);
 * g_autoptr(SaigaImport) import = saiga_importer_read_file (importer, file, NULL, &error);
 * ```
 *
 * The limits: 1,000 members of a folder or archive; 2 GiB of one member, unpacked; 200
 * bytes unpacked for each packed one, beyond 16 MiB; cells of 1 MiB, rows of 4 MiB and
 * 4,096 cells. An archive with links, absolute paths or `..` is refused.
 *
 * Since: 0.1
 */
enum
{
  PROP_0,
  PROP_SNAPSHOT,
  PROP_FORMAT,
  PROP_AUTHORITY_ID,
  PROP_DATE,
  PROP_SEPARATOR,
  PROP_ENCODING,
  PROP_COMPLETE,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaigaImporter, saiga_importer, G_TYPE_OBJECT)

static void
saiga_importer_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SaigaImporter *self = SAIGA_IMPORTER (object);

  switch (prop_id)
    {
    case PROP_SNAPSHOT:
      g_value_set_object (value, self->snapshot);
      break;
    case PROP_FORMAT:
      g_value_set_string (value, self->format);
      break;
    case PROP_AUTHORITY_ID:
      g_value_set_string (value, self->authority_id);
      break;
    case PROP_DATE:
      g_value_set_boxed (value, self->date);
      break;
    case PROP_SEPARATOR:
      g_value_set_string (value, self->separator);
      break;
    case PROP_ENCODING:
      g_value_set_string (value, self->encoding);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->is_complete);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, saiga_importer_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
saiga_importer_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SaigaImporter *self = SAIGA_IMPORTER (object);

  switch (prop_id)
    {
    case PROP_SNAPSHOT:
      self->snapshot = g_value_dup_object (value);
      break;
    case PROP_FORMAT:
      saiga_importer_set_format (self, g_value_get_string (value));
      break;
    case PROP_AUTHORITY_ID:
      saiga_importer_set_authority_id (self, g_value_get_string (value));
      break;
    case PROP_DATE:
      saiga_importer_set_date (self, g_value_get_boxed (value));
      break;
    case PROP_SEPARATOR:
      saiga_importer_set_separator (self, g_value_get_string (value));
      break;
    case PROP_ENCODING:
      saiga_importer_set_encoding (self, g_value_get_string (value));
      break;
    case PROP_COMPLETE:
      saiga_importer_set_complete (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
saiga_importer_constructed (GObject *object)
{
  SaigaImporter *self = SAIGA_IMPORTER (object);

  G_OBJECT_CLASS (saiga_importer_parent_class)->constructed (object);

  if (self->snapshot == NULL)
    self->snapshot = saiga_snapshot_new ();
}

static void
saiga_importer_finalize (GObject *object)
{
  SaigaImporter *self = SAIGA_IMPORTER (object);

  g_clear_object (&self->snapshot);
  g_free (self->format);
  g_free (self->authority_id);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_free (self->separator);
  g_free (self->encoding);
  g_clear_pointer (&self->changes, g_hash_table_unref);

  G_OBJECT_CLASS (saiga_importer_parent_class)->finalize (object);
}

static void
saiga_importer_class_init (SaigaImporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = saiga_importer_get_property;
  object_class->set_property = saiga_importer_set_property;
  object_class->constructed = saiga_importer_constructed;
  object_class->finalize = saiga_importer_finalize;

  /**
   * SaigaImporter:snapshot: (getter get_snapshot)
   *
   * The records that are there already.
   *
   * Since: 0.1
   */
  properties[PROP_SNAPSHOT] = g_param_spec_object ("snapshot", NULL, NULL, SAIGA_TYPE_SNAPSHOT,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * SaigaImporter:format: (getter get_format) (setter set_format)
   *
   * The format, as [func@Importer.list_formats] has it; `NULL`: the file shows it.
   *
   * Since: 0.1
   */
  properties[PROP_FORMAT] = g_param_spec_string ("format", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaImporter:authority-id: (getter get_authority_id) (setter set_authority_id)
   *
   * Whose taxa they are; `NULL`: the format says it.
   *
   * Since: 0.1
   */
  properties[PROP_AUTHORITY_ID] = g_param_spec_string ("authority-id", NULL, NULL, NULL,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaImporter:date: (getter get_date) (setter set_date)
   *
   * The day of which the file is; `NULL`: the day in the name of the file, if it has one.
   *
   * Since: 0.1
   */
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, SAIGA_TYPE_DATE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaImporter:separator: (getter get_separator) (setter set_separator)
   *
   * What stands between the cells of a table: `,`, `;`, `|` or a tab; `NULL`: the table
   * shows it.
   *
   * Since: 0.1
   */
  properties[PROP_SEPARATOR] = g_param_spec_string ("separator", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaImporter:encoding: (getter get_encoding) (setter set_encoding)
   *
   * The encoding of a table, such as `UTF-8` or `windows-1252`; `NULL`: the table shows it.
   *
   * Since: 0.1
   */
  properties[PROP_ENCODING] = g_param_spec_string ("encoding", NULL, NULL, NULL,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaImporter:complete: (getter get_complete) (setter set_complete)
   *
   * Whether the file is all that its source has. Then listings of taxa that have no row
   * in it end with the day of the file; otherwise they are left, and counted.
   *
   * Since: 0.1
   */
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaImporter:progress: (getter get_progress)
   *
   * How much of the file that is read now is done, from 0 to 1. It may be asked from
   * any thread, and is not notified.
   *
   * Since: 0.1
   */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
saiga_importer_init (SaigaImporter *self)
{
}

/**
 * saiga_importer_list_formats:
 *
 * Lists the formats that can be read.
 *
 * Returns: (transfer full): their names, which never change
 *
 * Since: 0.1
 */
char **
saiga_importer_list_formats (void)
{
  return _saiga_format_list_names (FALSE);
}

/**
 * saiga_importer_dup_format_title:
 * @format: the name of a format that can be read or written
 * @language: `en`, `fr` or `es`
 *
 * Says what a format is.
 *
 * Returns: (transfer full) (nullable): the words, or `NULL` if there is no such format
 *
 * Since: 0.1
 */
char *
saiga_importer_dup_format_title (const char *format,
                                 const char *language)
{
  const SaigaFormat *found;

  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  found = _saiga_format_find (format);

  return found != NULL ? g_strdup (_saiga_translate (language, found->title)) : NULL;
}

/**
 * saiga_importer_new:
 * @snapshot: the records that are there already
 *
 * Makes an importer into a data set.
 *
 * Returns: (transfer full): the importer
 *
 * Since: 0.1
 */
SaigaImporter *
saiga_importer_new (SaigaSnapshot *snapshot)
{
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);

  return g_object_new (SAIGA_TYPE_IMPORTER, "snapshot", snapshot, NULL);
}

/**
 * saiga_importer_get_snapshot: (get-property snapshot)
 * @self: an importer
 *
 * Gets the records that are there already.
 *
 * Returns: (transfer none) (not nullable): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_importer_get_snapshot (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);

  return self->snapshot;
}

/**
 * saiga_importer_get_format: (get-property format)
 * @self: an importer
 *
 * Gets the format that is read.
 *
 * Returns: (nullable): the name, or `NULL` if the file shows it
 *
 * Since: 0.1
 */
const char *
saiga_importer_get_format (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);

  return self->format;
}

/**
 * saiga_importer_set_format: (set-property format)
 * @self: an importer
 * @format: (nullable): the name of a format, or `NULL`
 *
 * Sets the format. A name that is not known is an error when reading.
 *
 * Since: 0.1
 */
void
saiga_importer_set_format (SaigaImporter *self,
                           const char *format)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));

  _saiga_set_string (self, &self->format, format, properties[PROP_FORMAT]);
}

/**
 * saiga_importer_get_authority_id: (get-property authority-id)
 * @self: an importer
 *
 * Gets whose taxa they are.
 *
 * Returns: (nullable): the id of an authority, or `NULL` if the format says it
 *
 * Since: 0.1
 */
const char *
saiga_importer_get_authority_id (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);

  return self->authority_id;
}

/**
 * saiga_importer_set_authority_id: (set-property authority-id)
 * @self: an importer
 * @authority_id: (nullable): the id of an authority, or `NULL`
 *
 * Sets whose taxa they are.
 *
 * Since: 0.1
 */
void
saiga_importer_set_authority_id (SaigaImporter *self,
                                 const char *authority_id)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));

  _saiga_set_string (self, &self->authority_id, authority_id, properties[PROP_AUTHORITY_ID]);
}

/**
 * saiga_importer_get_date: (get-property date)
 * @self: an importer
 *
 * Gets the day of which the file is.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL`
 *
 * Since: 0.1
 */
SaigaDate *
saiga_importer_get_date (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);

  return self->date;
}

/**
 * saiga_importer_set_date: (set-property date)
 * @self: an importer
 * @date: (nullable): a day, or `NULL`
 *
 * Sets the day of which the file is.
 *
 * Since: 0.1
 */
void
saiga_importer_set_date (SaigaImporter *self,
                         SaigaDate *date)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));

  if (self->date == date)
    return;

  g_clear_pointer (&self->date, saiga_date_unref);
  self->date = date != NULL ? saiga_date_ref (date) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/**
 * saiga_importer_get_separator: (get-property separator)
 * @self: an importer
 *
 * Gets what stands between the cells of a table.
 *
 * Returns: (nullable): the separator, or `NULL` if the table shows it
 *
 * Since: 0.1
 */
const char *
saiga_importer_get_separator (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);

  return self->separator;
}

/**
 * saiga_importer_set_separator: (set-property separator)
 * @self: an importer
 * @separator: (nullable): `,`, `;`, `|` or a tab, or `NULL`
 *
 * Sets what stands between the cells of a table. One that is not known is an error when reading.
 *
 * Since: 0.1
 */
void
saiga_importer_set_separator (SaigaImporter *self,
                              const char *separator)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));

  _saiga_set_string (self, &self->separator, separator, properties[PROP_SEPARATOR]);
}

/**
 * saiga_importer_get_encoding: (get-property encoding)
 * @self: an importer
 *
 * Gets the encoding of a table.
 *
 * Returns: (nullable): the encoding, or `NULL` if the table shows it
 *
 * Since: 0.1
 */
const char *
saiga_importer_get_encoding (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), NULL);

  return self->encoding;
}

/**
 * saiga_importer_set_encoding: (set-property encoding)
 * @self: an importer
 * @encoding: (nullable): the name of an encoding, or `NULL`
 *
 * Sets the encoding of a table. One that is not known is an error when reading.
 *
 * Since: 0.1
 */
void
saiga_importer_set_encoding (SaigaImporter *self,
                             const char *encoding)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));

  _saiga_set_string (self, &self->encoding, encoding, properties[PROP_ENCODING]);
}

/**
 * saiga_importer_get_complete: (get-property complete)
 * @self: an importer
 *
 * Checks whether the file is all that its source has.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
saiga_importer_get_complete (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), FALSE);

  return self->is_complete;
}

/**
 * saiga_importer_set_complete: (set-property complete)
 * @self: an importer
 * @complete: whether it is
 *
 * Sets whether the file is all that its source has.
 *
 * Since: 0.1
 */
void
saiga_importer_set_complete (SaigaImporter *self,
                             gboolean complete)
{
  g_return_if_fail (SAIGA_IS_IMPORTER (self));

  if (self->is_complete == !!complete)
    return;

  self->is_complete = !!complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/**
 * saiga_importer_get_progress: (get-property progress)
 * @self: an importer
 *
 * Gets how much of the file that is read now is done. Any thread may ask.
 *
 * Returns: from 0 to 1
 *
 * Since: 0.1
 */
double
saiga_importer_get_progress (SaigaImporter *self)
{
  g_return_val_if_fail (SAIGA_IS_IMPORTER (self), 0);

  return (double) g_atomic_int_get (&self->progress) / SAIGA_READING_WHOLE;
}
