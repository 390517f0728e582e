/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "saiga-delimited-private.h"
#include "saiga-writing-private.h"

#define TELL_EVERY 512          /* rows */
#define FLUSH_SIZE (256 * 1024) /* bytes */

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
