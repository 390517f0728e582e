/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "saiga-check-private.h"

/* Filled by constructors before main(), and only read after that. */
static GPtrArray *check_sets; /* of const SaigaCheckSet */

struct _SaigaValidation
{
  SaigaSnapshot *snapshot;
  SaigaDate *date;
  GPtrArray *problems;
};

void
_saiga_check_set_register (const SaigaCheckSet *set)
{
  if (check_sets == NULL)
    check_sets = g_ptr_array_new ();
  g_ptr_array_add (check_sets, (gpointer) set);
}

const SaigaProblemKind *
_saiga_problem_kind_find (const char *tag)
{
  for (guint i = 0; i < check_sets->len; i++)
    {
      const SaigaCheckSet *set = check_sets->pdata[i];

      for (guint n = 0; n < set->n_kinds; n++)
        if (g_str_equal (set->kinds[n].tag, tag))
          return &set->kinds[n];
    }

  return NULL;
}

SaigaSnapshot *
_saiga_validation_get_snapshot (SaigaValidation *self)
{
  return self->snapshot;
}

/* The day of checking, or NULL: then what needs one is not checked. */
SaigaDate *
_saiga_validation_get_date (SaigaValidation *self)
{
  return self->date;
}

static void
add (SaigaValidation *self,
     const SaigaProblemKind *kind,
     SaigaSeverity severity,
     SaigaRecord *record,
     const char *field,
     va_list args)
{
  g_autoptr(GStrvBuilder) arguments = g_strv_builder_new ();

  for (const char *argument = va_arg (args, const char *); argument != NULL; argument = va_arg (args, const char *))
    g_strv_builder_add (arguments, argument);

  g_ptr_array_add (self->problems, _saiga_problem_new (kind, severity, record, field, g_strv_builder_end (arguments)));
}

void
_saiga_validation_add (SaigaValidation *self,
                       const char *tag,
                       SaigaRecord *record,
                       const char *field,
                       ...)
{
  const SaigaProblemKind *kind = _saiga_problem_kind_find (tag);
  va_list args;

  g_assert (kind != NULL);

  va_start (args, field);
  add (self, kind, kind->severity, record, field, args);
  va_end (args);
}

/* For the few tags of which one form is worse than the other. */
void
_saiga_validation_add_as (SaigaValidation *self,
                          SaigaSeverity severity,
                          const char *tag,
                          SaigaRecord *record,
                          const char *field,
                          ...)
{
  const SaigaProblemKind *kind = _saiga_problem_kind_find (tag);
  va_list args;

  g_assert (kind != NULL);

  va_start (args, field);
  add (self, kind, severity, record, field, args);
  va_end (args);
}

static void
check_records (SaigaValidation *self,
               guint type_index)
{
  const char *record_type = _saiga_record_infos[type_index]->name;
  SaigaTable *table = _saiga_snapshot_get_table (self->snapshot, type_index);

  for (guint i = 0; i < check_sets->len; i++)
    {
      const SaigaCheckSet *set = check_sets->pdata[i];

      for (guint n = 0; n < set->n_checks; n++)
        {
          const SaigaCheck *check = &set->checks[n];
          SaigaTableIter iter;
          SaigaRecord *record;

          if (check->check_record == NULL || (check->record_type != NULL && !g_str_equal (check->record_type, record_type)))
            continue;
          for (_saiga_table_iter_init (&iter, table); (record = _saiga_table_iter_next (&iter)) != NULL;)
            check->check_record (self, record);
        }
    }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  SaigaProblem *first = *(SaigaProblem *const *) a;
  SaigaProblem *second = *(SaigaProblem *const *) b;
  int order = saiga_problem_get_severity (second) - saiga_problem_get_severity (first);

  if (order == 0)
    order = strcmp (saiga_problem_get_tag (first), saiga_problem_get_tag (second));
  if (order == 0)
    order = strcmp (saiga_problem_get_record_id (first), saiga_problem_get_record_id (second));
  if (order == 0)
    order = g_strcmp0 (saiga_problem_get_field (first), saiga_problem_get_field (second));
  for (guint i = 0; order == 0; i++)
    {
      const char *argument = saiga_problem_get_arguments (first)[i];

      order = g_strcmp0 (argument, saiga_problem_get_arguments (second)[i]);
      if (argument == NULL)
        break;
    }

  return order;
}

/**
 * saiga_snapshot_validate:
 * @self: a snapshot
 * @date: (nullable): the day of checking; without one, what depends on a day is not checked
 *
 * Finds what is wrong with the records, but does not keep them from being read.
 *
 * Returns: (transfer full): a list of [class@Problem], the worst first, then by tag and record
 *
 * Since: 0.1
 */
GListModel *
saiga_snapshot_validate (SaigaSnapshot *self,
                         SaigaDate *date)
{
  SaigaValidation validation = { self, date, NULL };
  GListStore *list;

  g_return_val_if_fail (SAIGA_IS_SNAPSHOT (self), NULL);

  validation.problems = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < _saiga_n_record_types (); i++)
    check_records (&validation, i);
  for (guint i = 0; i < check_sets->len; i++)
    {
      const SaigaCheckSet *set = check_sets->pdata[i];

      for (guint n = 0; n < set->n_checks; n++)
        if (set->checks[n].check_all != NULL)
          set->checks[n].check_all (&validation);
    }

  g_ptr_array_sort (validation.problems, compare_problems);
  list = g_list_store_new (SAIGA_TYPE_PROBLEM);
  g_list_store_splice (list, 0, 0, validation.problems->pdata, validation.problems->len);
  g_ptr_array_unref (validation.problems);

  return G_LIST_MODEL (list);
}

/**
 * saiga_problem_list_tags:
 *
 * Lists all kinds of problems, sorted.
 *
 * Returns: (transfer full): the tags
 *
 * Since: 0.1
 */
char **
saiga_problem_list_tags (void)
{
  GPtrArray *tags = g_ptr_array_new ();

  for (guint i = 0; i < check_sets->len; i++)
    {
      const SaigaCheckSet *set = check_sets->pdata[i];

      for (guint n = 0; n < set->n_kinds; n++)
        g_ptr_array_add (tags, g_strdup (set->kinds[n].tag));
    }
  g_ptr_array_sort (tags, _saiga_compare_strings);
  g_ptr_array_add (tags, NULL);

  return (char **) g_ptr_array_free (tags, FALSE);
}
