/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The blocks of records and the index of ids, against plain GLib containers. */

#include "config.h"

#include <saiga/saiga-records.h>
#include <saiga/saiga-record-builder.h>
#include <string.h>

#include "saiga-id-index-private.h"
#include "saiga-table-private.h"

static SaigaRecord *
make_area (const char *id,
           guint version)
{
  g_autofree char *note = g_strdup_printf ("version %u", version);
  g_autoptr(SaigaText) name = saiga_text_new ("en", "Somewhere");
  g_autoptr(GError) error = NULL;
  SaigaRecord *area = saiga_record_new (SAIGA_TYPE_AREA, &error, "id", id, "kind", SAIGA_AREA_KIND_REGION, "name", name, "note", note, NULL);

  g_assert_no_error (error);

  return area;
}

static void
assert_same (SaigaIdIndex *index,
             GHashTable *expected)
{
  GHashTableIter iter;
  gpointer id;
  gpointer record;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_assert_true (_saiga_id_index_lookup (index, id) == record);
}

/* The ids of the first kind spread; those of the second have one hash, and a leaf of theirs can not be split. */
static char *
make_id (guint number,
         gboolean collide)
{
  char *id;

  if (!collide)
    return g_strdup_printf ("area.%u", number);

  /* “Az” and “BY” have one hash, and so has what is made of them. */
  id = g_strnfill (16, 'x');
  for (guint i = 0; i < 8; i++)
    memcpy (id + 2 * i, number >> i & 1 ? "Az" : "BY", 2);

  return id;
}

static void
check_index (gconstpointer collide)
{
  const guint n_ids = collide != NULL ? 256 : 3000;
  g_autoptr(GRand) rand = g_rand_new_with_seed (collide != NULL ? 7 : 8);
  g_autoptr(GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) kept_expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  SaigaIdIndex *index = NULL;
  SaigaIdIndex *kept = NULL; /* an older index that shares nodes with the newer one */

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = make_id (g_rand_int_range (rand, 0, n_ids), collide != NULL);

      g_assert_true (_saiga_id_index_lookup (index, id) == g_hash_table_lookup (expected, id));
      /* It grows, then shrinks, again and again. */
      if (g_rand_int_range (rand, 0, 100) < (i / 4000 % 2 == 0 ? 75 : 25))
        {
          SaigaRecord *record = make_area (id, i);

          g_ptr_array_add (records, record);
          g_assert_true (_saiga_id_index_put (&index, record) == g_hash_table_lookup (expected, id));
          g_hash_table_replace (expected, (gpointer) saiga_record_get_id (record), record);
        }
      else
        {
          _saiga_id_index_remove (&index, id);
          g_hash_table_remove (expected, id);
          g_assert_null (_saiga_id_index_lookup (index, id));
        }

      if (i % 1000 == 999)
        {
          GHashTableIter iter;
          gpointer key;
          gpointer value;

          assert_same (index, expected);
          assert_same (kept, kept_expected);
          g_clear_pointer (&kept, _saiga_id_index_unref);
          kept = index != NULL ? _saiga_id_index_ref (index) : NULL;
          g_hash_table_remove_all (kept_expected);
          g_hash_table_iter_init (&iter, expected);
          while (g_hash_table_iter_next (&iter, &key, &value))
            g_hash_table_insert (kept_expected, key, value);
        }
    }

  for (guint i = 0; i < n_ids; i++)
    {
      g_autofree char *id = make_id (i, collide != NULL);

      _saiga_id_index_remove (&index, id);
      g_assert_null (_saiga_id_index_lookup (index, id));
    }
  assert_same (kept, kept_expected);
  g_clear_pointer (&index, _saiga_id_index_unref);
  g_clear_pointer (&kept, _saiga_id_index_unref);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (saiga_record_get_id (*(SaigaRecord *const *) a), saiga_record_get_id (*(SaigaRecord *const *) b));
}

static GPtrArray *
list_sorted (GHashTable *records)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (list, g_object_ref (record));
  g_ptr_array_sort (list, compare_ids);

  return list;
}

static void
assert_holds (SaigaTable *table,
              GPtrArray *expected)
{
  SaigaTableIter iter;

  g_assert_cmpuint (_saiga_table_get_n_records (table), ==, expected->len);
  _saiga_table_iter_init (&iter, table);
  for (guint i = 0; i < expected->len; i++)
    {
      g_assert_true (_saiga_table_get (table, i) == expected->pdata[i]);
      g_assert_true (_saiga_table_iter_next (&iter) == expected->pdata[i]);
    }
  g_assert_null (_saiga_table_iter_next (&iter));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (table), expected->len));
}

/* Rebuilds the new list from the old one and the runs, which must be apart and in order. */
static void
assert_runs (SaigaTable *old,
             SaigaTable *new)
{
  g_autoptr(GArray) runs = _saiga_table_find_runs (old, new);
  guint i = 0;
  guint j = 0;

  for (guint n = 0; n <= runs->len; n++)
    {
      const SaigaTableRun end = { _saiga_table_get_n_records (old), _saiga_table_get_n_records (new), 0, 0 };
      const SaigaTableRun *run = n < runs->len ? &g_array_index (runs, SaigaTableRun, n) : &end;

      g_assert_cmpuint (run->old_start - i, ==, run->new_start - j);
      if (n > 0 && n < runs->len)
        g_assert_cmpuint (run->old_start, >, i);
      for (; i < run->old_start; i++, j++)
        g_assert_true (_saiga_table_get (old, i) == _saiga_table_get (new, j));
      if (n < runs->len)
        g_assert_cmpuint (run->n_removed + run->n_added, >, 0);
      i += run->n_removed;
      j += run->n_added;
    }
}

static void
test_table (void)
{
  const SaigaRecordInfo *info = _saiga_record_type_get_info (SAIGA_TYPE_AREA);
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr(SaigaTable) table = _saiga_table_new (info, NULL, 0);

  g_test_summary ("Random edits, some of one place and some of all, so that blocks split, run empty and vanish");

  for (guint round = 0; round < 120; round++)
    {
      g_autoptr(GHashTable) edited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr(GArray) edits = g_array_new (FALSE, FALSE, sizeof (SaigaTableEdit));
      g_autoptr(GPtrArray) before = list_sorted (expected);
      g_autoptr(GPtrArray) after = NULL;
      g_autoptr(SaigaTable) old = g_object_ref (table);
      const guint n_edits = round % 10 == 0 ? 1500 : g_rand_int_range (rand, 0, 300);
      const guint start = g_rand_int_range (rand, 0, 4000);
      const guint width = round % 3 == 0 ? 6000 : 400;
      const int put_percent = round % 7 == 6 ? 0 : round % 2 == 0 ? 80
                                                                  : 30;

      for (guint i = 0; i < n_edits; i++)
        {
          char *id = g_strdup_printf ("area.%05u", start + g_rand_int_range (rand, 0, width));
          SaigaTableEdit edit = { id, NULL };

          if (g_hash_table_contains (edited, id))
            {
              g_free (id);
              continue;
            }
          g_hash_table_add (edited, id);
          if (g_rand_int_range (rand, 0, 100) < put_percent)
            {
              edit.record = make_area (id, round);
              g_hash_table_replace (expected, (gpointer) saiga_record_get_id (edit.record), edit.record);
            }
          else
            g_hash_table_remove (expected, id);
          g_array_append_val (edits, edit);
        }

      g_object_unref (table);
      table = _saiga_table_change (old, edits);
      after = list_sorted (expected);
      assert_holds (table, after);
      assert_holds (old, before);
      assert_runs (old, table);
      assert_runs (table, old);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/id-index/spread", NULL, check_index);
  g_test_add_data_func ("/id-index/one-hash", "collide", check_index);
  g_test_add_func ("/table", test_table);

  return g_test_run ();
}
