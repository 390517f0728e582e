/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-delimited-private.h"
#include "saiga-writing-private.h"

#define TELL_EVERY 512          /* rows */
#define FLUSH_SIZE (256 * 1024) /* bytes */

void
_saiga_writing_find_names (SaigaWriting *self,
                           SaigaTaxon *taxon,
                           const SaigaTaxonRank *ranks,
                           guint n_ranks,
                           const char **names)
{
  gpointer record = taxon;

  for (guint i = 0; i < n_ranks; i++)
    names[i] = NULL;
  for (guint depth = 0; record != NULL && SAIGA_IS_TAXON (record) && depth < 64; depth++)
    {
      const char *parent_id = saiga_taxon_get_parent_id (record);

      for (guint i = 0; i < n_ranks; i++)
        if (saiga_taxon_get_rank (record) == ranks[i] && saiga_taxon_get_name (record) != NULL)
          names[i] = saiga_taxon_get_name (record);
      record = parent_id != NULL ? saiga_snapshot_lookup (self->snapshot, parent_id) : NULL;
    }
}

void
_saiga_writing_begin (SaigaWriting *self,
                      const char *name)
{
  self->out = g_string_new (NULL);
  self->is_first = TRUE;
  g_ptr_array_add (self->members, g_strdup (name));
  g_ptr_array_add (self->texts, self->out);
}

void
_saiga_writing_add_cell (SaigaWriting *self,
                         const char *text)
{
  _saiga_delimited_append (self->out, self->separator, self->is_first, text != NULL ? text : "");
  self->is_first = FALSE;
}

void
_saiga_writing_add_cells (SaigaWriting *self,
                          const char *const *texts)
{
  for (; *texts != NULL; texts++)
    _saiga_writing_add_cell (self, *texts);
}

void
_saiga_writing_add_words (SaigaWriting *self,
                          GString *words)
{
  _saiga_writing_add_cell (self, words->str);
  g_string_truncate (words, 0);
}

void
_saiga_writing_end_row (SaigaWriting *self)
{
  g_string_append_c (self->out, '\n');
  self->is_first = TRUE;
  self->n_rows++;
  if (self->progress != NULL && self->n_expected > 0 && self->n_rows % TELL_EVERY == 0)
    g_atomic_int_set (self->progress, (int) ((double) MIN (self->n_rows, self->n_expected) / self->n_expected * SAIGA_WRITING_WHOLE));

  if (self->stream == NULL || self->out->len < FLUSH_SIZE)
    return;
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL, self->cancellable, &self->error);
  g_string_truncate (self->out, 0);
}
