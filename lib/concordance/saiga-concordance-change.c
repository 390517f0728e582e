/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-concordance-change-private.h"

/**
 * SaigaConcordanceChange:
 *
 * What differs in one row between two concordances, such as those before and after a meeting.
 *
 * Since: 0.1
 */
struct _SaigaConcordanceChange
{
  GObject parent_instance;

  SaigaConcordanceChangeKind kind;
  char *row_key;
  char *name;
  const char *field; /* static */
  char *old_value;
  char *new_value;
};

/* clang-format off */
G_DEFINE_ENUM_TYPE (SaigaConcordanceChangeKind, saiga_concordance_change_kind,
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CHANGE_KIND_ADDED, "added"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CHANGE_KIND_GONE, "gone"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CHANGE_KIND_SPLIT, "split"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CHANGE_KIND_JOINED, "joined"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED, "changed"),
                    G_DEFINE_ENUM_VALUE (SAIGA_CONCORDANCE_CHANGE_KIND_DECISION, "decision"))
/* clang-format on */

G_DEFINE_FINAL_TYPE (SaigaConcordanceChange, saiga_concordance_change, G_TYPE_OBJECT)

static void
saiga_concordance_change_finalize (GObject *object)
{
  SaigaConcordanceChange *self = SAIGA_CONCORDANCE_CHANGE (object);

  g_free (self->row_key);
  g_free (self->name);
  g_free (self->old_value);
  g_free (self->new_value);

  G_OBJECT_CLASS (saiga_concordance_change_parent_class)->finalize (object);
}

static void
saiga_concordance_change_class_init (SaigaConcordanceChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = saiga_concordance_change_finalize;
}

static void
saiga_concordance_change_init (SaigaConcordanceChange *self)
{
}

/* @field: static, or NULL. Takes the values. */
SaigaConcordanceChange *
_saiga_concordance_change_new (SaigaConcordanceChangeKind kind,
                               const char *row_key,
                               const char *name,
                               const char *field,
                               char *old_value,
                               char *new_value)
{
  SaigaConcordanceChange *self = g_object_new (SAIGA_TYPE_CONCORDANCE_CHANGE, NULL);

  self->kind = kind;
  self->row_key = g_strdup (row_key);
  self->name = g_strdup (name);
  self->field = field;
  self->old_value = old_value;
  self->new_value = new_value;

  return self;
}

/**
 * saiga_concordance_change_get_kind:
 * @self: a change
 *
 * Gets how the row differs.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
SaigaConcordanceChangeKind
saiga_concordance_change_get_kind (SaigaConcordanceChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CHANGE (self), SAIGA_CONCORDANCE_CHANGE_KIND_CHANGED);

  return self->kind;
}

/**
 * saiga_concordance_change_get_row_key:
 * @self: a change
 *
 * Gets the key of the row: in the later concordance, unless it is gone.
 *
 * Returns: (nullable): the key
 *
 * Since: 0.1
 */
const char *
saiga_concordance_change_get_row_key (SaigaConcordanceChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CHANGE (self), NULL);

  return self->row_key;
}

/**
 * saiga_concordance_change_get_name:
 * @self: a change
 *
 * Gets the name that stands for the row.
 *
 * Returns: (nullable): the scientific name
 *
 * Since: 0.1
 */
const char *
saiga_concordance_change_get_name (SaigaConcordanceChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CHANGE (self), NULL);

  return self->name;
}

/**
 * saiga_concordance_change_get_field:
 * @self: a change
 *
 * Gets the field that differs, or `rows` of what was split or joined.
 *
 * Returns: (nullable): the field, or `NULL` of rows that are new or gone
 *
 * Since: 0.1
 */
const char *
saiga_concordance_change_get_field (SaigaConcordanceChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CHANGE (self), NULL);

  return self->field;
}

/**
 * saiga_concordance_change_get_old:
 * @self: a change
 *
 * Gets the old value.
 *
 * Returns: (nullable): the value
 *
 * Since: 0.1
 */
const char *
saiga_concordance_change_get_old (SaigaConcordanceChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CHANGE (self), NULL);

  return self->old_value;
}

/**
 * saiga_concordance_change_get_new:
 * @self: a change
 *
 * Gets the new value.
 *
 * Returns: (nullable): the value
 *
 * Since: 0.1
 */
const char *
saiga_concordance_change_get_new (SaigaConcordanceChange *self)
{
  g_return_val_if_fail (SAIGA_IS_CONCORDANCE_CHANGE (self), NULL);

  return self->new_value;
}
