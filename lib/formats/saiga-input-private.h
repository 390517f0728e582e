/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The documented limits of what is read. */
#define SAIGA_MAX_MEMBERS 1000                              /* of a folder or an archive */
#define SAIGA_MAX_UNPACKED (G_GUINT64_CONSTANT (1) << 31)   /* bytes of one member */
#define SAIGA_MAX_RATIO 200                                 /* bytes for one packed byte … */
#define SAIGA_FREE_UNPACKED (G_GUINT64_CONSTANT (16) << 20) /* … beyond these */
#define SAIGA_SAMPLE_SIZE (64 * 1024)                       /* what is looked at to say what it is */

/* What somebody has: a file, a folder, or an archive, as members that have a name. A file
 * is one member. What is packed by gzip is unpacked, also in a folder, and loses its `.gz`. */
typedef struct _SaigaInput SaigaInput;

SaigaInput *_saiga_input_open (GFile *file,
                               GCancellable *cancellable,
                               GError **error);
SaigaInput *_saiga_input_new_for_bytes (GBytes *bytes,
                                        const char *name,
                                        GCancellable *cancellable,
                                        GError **error);
void _saiga_input_free (SaigaInput *self);

const char *_saiga_input_get_name (SaigaInput *self); /* for people: without the folders above it */
guint _saiga_input_get_n_members (SaigaInput *self);
const char *_saiga_input_get_member (SaigaInput *self,
                                     guint member);
int _saiga_input_find (SaigaInput *self,
                       const char *name); /* −1: no member has this name, whatever folder it is in; case does not matter */
GInputStream *_saiga_input_read (SaigaInput *self,
                                 guint member,
                                 GCancellable *cancellable,
                                 GError **error);
/* The beginning of a member, up to SAIGA_SAMPLE_SIZE; kept. */
GBytes *_saiga_input_peek (SaigaInput *self,
                           guint member,
                           GCancellable *cancellable,
                           GError **error);
/* How much of all that is there was read, from 0 to 1. */
double _saiga_input_get_fraction (SaigaInput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaigaInput, _saiga_input_free)

G_END_DECLS
