/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-exporter-private.h"
#include "saiga-format-private.h"

/**
 * SaigaExporter:
 *
 * Writes the formats of others.
 *
 * The same records give the same bytes. A cell that a spreadsheet would run as a formula
 * is given an apostrophe in front, which [class@Importer] takes off again.
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
  PROP_RECORD_TYPE,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SaigaExporter, saiga_exporter, G_TYPE_OBJECT)

static void
saiga_exporter_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SaigaExporter *self = SAIGA_EXPORTER (object);

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
    case PROP_RECORD_TYPE:
      g_value_set_string (value, self->record_type);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, saiga_exporter_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
saiga_exporter_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SaigaExporter *self = SAIGA_EXPORTER (object);

  switch (prop_id)
    {
    case PROP_SNAPSHOT:
      self->snapshot = g_value_dup_object (value);
      break;
    case PROP_FORMAT:
      self->format = g_value_dup_string (value);
      break;
    case PROP_AUTHORITY_ID:
      saiga_exporter_set_authority_id (self, g_value_get_string (value));
      break;
    case PROP_DATE:
      saiga_exporter_set_date (self, g_value_get_boxed (value));
      break;
    case PROP_SEPARATOR:
      saiga_exporter_set_separator (self, g_value_get_string (value));
      break;
    case PROP_RECORD_TYPE:
      saiga_exporter_set_record_type (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
saiga_exporter_constructed (GObject *object)
{
  SaigaExporter *self = SAIGA_EXPORTER (object);

  G_OBJECT_CLASS (saiga_exporter_parent_class)->constructed (object);

  if (self->snapshot == NULL)
    self->snapshot = saiga_snapshot_new ();
}

static void
saiga_exporter_finalize (GObject *object)
{
  SaigaExporter *self = SAIGA_EXPORTER (object);

  g_clear_object (&self->snapshot);
  g_free (self->format);
  g_free (self->authority_id);
  g_clear_pointer (&self->date, saiga_date_unref);
  g_free (self->separator);
  g_free (self->record_type);

  G_OBJECT_CLASS (saiga_exporter_parent_class)->finalize (object);
}

static void
saiga_exporter_class_init (SaigaExporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = saiga_exporter_get_property;
  object_class->set_property = saiga_exporter_set_property;
  object_class->constructed = saiga_exporter_constructed;
  object_class->finalize = saiga_exporter_finalize;

  /**
   * SaigaExporter:snapshot: (getter get_snapshot)
   *
   * The records that are written.
   *
   * Since: 0.1
   */
  properties[PROP_SNAPSHOT] = g_param_spec_object ("snapshot", NULL, NULL, SAIGA_TYPE_SNAPSHOT,
                                                   G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * SaigaExporter:format: (getter get_format)
   *
   * The format, as [func@Exporter.list_formats] has it.
   *
   * Since: 0.1
   */
  properties[PROP_FORMAT] = g_param_spec_string ("format", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * SaigaExporter:authority-id: (getter get_authority_id) (setter set_authority_id)
   *
   * Whose taxa are written; `NULL`: the format says it.
   *
   * Since: 0.1
   */
  properties[PROP_AUTHORITY_ID] = g_param_spec_string ("authority-id", NULL, NULL, NULL,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaExporter:date: (getter get_date) (setter set_date)
   *
   * The day of the law that is written; `NULL`: the day of the data set.
   *
   * Since: 0.1
   */
  properties[PROP_DATE] = g_param_spec_boxed ("date", NULL, NULL, SAIGA_TYPE_DATE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaExporter:separator: (getter get_separator) (setter set_separator)
   *
   * What stands between the cells of a table: one sign of ASCII, a comma if `NULL`.
   *
   * Since: 0.1
   */
  properties[PROP_SEPARATOR] = g_param_spec_string ("separator", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * SaigaExporter:record-type: (getter get_record_type) (setter set_record_type)
   *
   * The type of the records that are written, such as `taxon`, by a format that has tables
   * of several; `NULL`: all.
   *
   * Since: 0.1
   */
  properties[PROP_RECORD_TYPE] = g_param_spec_string ("record-type", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * SaigaExporter:progress: (getter get_progress)
   *
   * How much of the file that is written now is done, from 0 to 1. It may be asked from
   * any thread, and is not notified.
   *
   * Since: 0.1
   */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
saiga_exporter_init (SaigaExporter *self)
{
}

/**
 * saiga_exporter_list_formats:
 *
 * Lists the formats that can be written; [func@Importer.dup_format_title] says what they are.
 *
 * Returns: (transfer full): their names, which never change
 *
 * Since: 0.1
 */
char **
saiga_exporter_list_formats (void)
{
  return _saiga_format_list_names (TRUE);
}

/**
 * saiga_exporter_new:
 * @snapshot: the records
 * @format: the name of a format. A name that is not known is an error when writing.
 *
 * Makes an exporter.
 *
 * Returns: (transfer full): the exporter
 *
 * Since: 0.1
 */
SaigaExporter *
saiga_exporter_new (SaigaSnapshot *snapshot,
                    const char *format)
{
  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  return g_object_new (SAIGA_TYPE_EXPORTER, "snapshot", snapshot, "format", format, NULL);
}

/**
 * saiga_exporter_get_snapshot: (get-property snapshot)
 * @self: an exporter
 *
 * Gets the records.
 *
 * Returns: (transfer none) (not nullable): the snapshot
 *
 * Since: 0.1
 */
SaigaSnapshot *
saiga_exporter_get_snapshot (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);

  return self->snapshot;
}

/**
 * saiga_exporter_get_format: (get-property format)
 * @self: an exporter
 *
 * Gets the format.
 *
 * Returns: (nullable): the name, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
saiga_exporter_get_format (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);

  return self->format;
}

/**
 * saiga_exporter_get_authority_id: (get-property authority-id)
 * @self: an exporter
 *
 * Gets whose taxa are written.
 *
 * Returns: (nullable): the id of an authority, or `NULL` if the format says it
 *
 * Since: 0.1
 */
const char *
saiga_exporter_get_authority_id (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);

  return self->authority_id;
}

/**
 * saiga_exporter_set_authority_id: (set-property authority-id)
 * @self: an exporter
 * @authority_id: (nullable): the id of an authority, or `NULL`
 *
 * Sets whose taxa are written.
 *
 * Since: 0.1
 */
void
saiga_exporter_set_authority_id (SaigaExporter *self,
                                 const char *authority_id)
{
  g_return_if_fail (SAIGA_IS_EXPORTER (self));

  _saiga_set_string (self, &self->authority_id, authority_id, properties[PROP_AUTHORITY_ID]);
}

/**
 * saiga_exporter_get_date: (get-property date)
 * @self: an exporter
 *
 * Gets the day of the law that is written.
 *
 * Returns: (transfer none) (nullable): the day, or `NULL` if it is that of the data set
 *
 * Since: 0.1
 */
SaigaDate *
saiga_exporter_get_date (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);

  return self->date;
}

/**
 * saiga_exporter_set_date: (set-property date)
 * @self: an exporter
 * @date: (nullable): a day, or `NULL`
 *
 * Sets the day of the law that is written.
 *
 * Since: 0.1
 */
void
saiga_exporter_set_date (SaigaExporter *self,
                         SaigaDate *date)
{
  g_return_if_fail (SAIGA_IS_EXPORTER (self));

  if (self->date == date)
    return;

  g_clear_pointer (&self->date, saiga_date_unref);
  self->date = date != NULL ? saiga_date_ref (date) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

/**
 * saiga_exporter_get_separator: (get-property separator)
 * @self: an exporter
 *
 * Gets what stands between the cells of a table.
 *
 * Returns: (nullable): one sign, or `NULL` for a comma
 *
 * Since: 0.1
 */
const char *
saiga_exporter_get_separator (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);

  return self->separator;
}

/**
 * saiga_exporter_set_separator: (set-property separator)
 * @self: an exporter
 * @separator: (nullable): `,`, `;`, `|` or a tab, or `NULL`
 *
 * Sets what stands between the cells of a table.
 *
 * Since: 0.1
 */
void
saiga_exporter_set_separator (SaigaExporter *self,
                              const char *separator)
{
  g_return_if_fail (SAIGA_IS_EXPORTER (self));

  _saiga_set_string (self, &self->separator, separator, properties[PROP_SEPARATOR]);
}

/**
 * saiga_exporter_get_record_type: (get-property record-type)
 * @self: an exporter
 *
 * Gets the type of the records that are written.
 *
 * Returns: (nullable): the name of a type, or `NULL` if all are
 *
 * Since: 0.1
 */
const char *
saiga_exporter_get_record_type (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), NULL);

  return self->record_type;
}

/**
 * saiga_exporter_set_record_type: (set-property record-type)
 * @self: an exporter
 * @record_type: (nullable): the name of a type, or `NULL`
 *
 * Sets the type of the records that are written. A name that no type has is an error
 * when writing.
 *
 * Since: 0.1
 */
void
saiga_exporter_set_record_type (SaigaExporter *self,
                                const char *record_type)
{
  g_return_if_fail (SAIGA_IS_EXPORTER (self));

  _saiga_set_string (self, &self->record_type, record_type, properties[PROP_RECORD_TYPE]);
}

/**
 * saiga_exporter_get_progress: (get-property progress)
 * @self: an exporter
 *
 * Gets how much of the file that is written now is done. Any thread may ask.
 *
 * Returns: from 0 to 1
 *
 * Since: 0.1
 */
double
saiga_exporter_get_progress (SaigaExporter *self)
{
  g_return_val_if_fail (SAIGA_IS_EXPORTER (self), 0);

  return (double) g_atomic_int_get (&self->progress) / SAIGA_WRITING_WHOLE;
}
