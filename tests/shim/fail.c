/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Preloaded into a program, makes its n-th call that changes a file fail, or kills it there.
 *
 * FAIL_AT is n, from 1; FAIL_HOW is "eio", "enospc", "short" (half of a write is done, then
 * there is no space) or "kill". Calls are counted from the open of a file in the folder
 * FAIL_IN on: what GLib and the loader do elsewhere does not count. When the program ends
 * before its n-th call, FAIL_DONE, a file, is made. */

#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* it would make open() and open64() one function */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int count;
static int space_is_left = 1;
static int watched[4096]; /* descriptors of files in the folder */

static int
is_watched_path (const char *path)
{
  const char *folder = getenv ("FAIL_IN");

  return folder != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static int
is_watched (int fd)
{
  return fd >= 0 && fd < 4096 && watched[fd];
}

static int
how_is (const char *how)
{
  const char *wanted = getenv ("FAIL_HOW");

  return wanted != NULL && strcmp (wanted, how) == 0;
}

/* Whether this call is the one; then errno is set. */
static int
fails (void)
{
  const char *at = getenv ("FAIL_AT");

  if (at == NULL || ++count != atoi (at))
    return 0;
  if (how_is ("kill"))
    kill (getpid (), SIGKILL);
  errno = how_is ("eio") ? EIO : ENOSPC;

  return 1;
}

__attribute__ ((destructor)) static void
say_done (void)
{
  const char *at = getenv ("FAIL_AT");
  const char *done = getenv ("FAIL_DONE");

  if (at != NULL && done != NULL && count < atoi (at))
    fclose (fopen (done, "w"));
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static int
open_watched (const char *path,
              int flags,
              mode_t mode)
{
  int fd;

  if (is_watched_path (path) && (flags & O_ACCMODE) != O_RDONLY && fails ())
    return -1;
  fd = REAL (open) (path, flags, mode);
  if (fd >= 0 && fd < 4096)
    watched[fd] = is_watched_path (path);

  return fd;
}

#define OPEN(name)                              \
  int name (const char *path, int flags, ...)   \
  {                                             \
    mode_t mode = 0;                            \
    va_list args;                               \
                                                \
    va_start (args, flags);                     \
    if ((flags & (O_CREAT | __O_TMPFILE)) != 0) \
      mode = va_arg (args, mode_t);             \
    va_end (args);                              \
    return open_watched (path, flags, mode);    \
  }

OPEN (open)
OPEN (open64)

ssize_t
write (int fd,
       const void *data,
       size_t size)
{
  if (is_watched (fd) && (!space_is_left || fails ()))
    {
      if (!how_is ("short") || !space_is_left || size < 2)
        {
          errno = space_is_left ? errno : ENOSPC;
          return -1;
        }
      space_is_left = 0;
      size /= 2;
    }

  return REAL (write) (fd, data, size);
}

int
fallocate (int fd,
           int mode,
           off_t offset,
           off_t length)
{
  if (is_watched (fd) && fails ())
    return -1;

  return REAL (fallocate) (fd, mode, offset, length);
}

int
fallocate64 (int fd,
             int mode,
             off64_t offset,
             off64_t length)
{
  if (is_watched (fd) && fails ())
    return -1;

  return REAL (fallocate64) (fd, mode, offset, length);
}

int
fsync (int fd)
{
  return is_watched (fd) && fails () ? -1 : REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  return is_watched (fd) && fails () ? -1 : REAL (fdatasync) (fd);
}

/* The descriptor is closed all the same, as the kernel does it. */
int
close (int fd)
{
  int failed = is_watched (fd) && fails ();
  int error = errno;
  int result;

  if (fd >= 0 && fd < 4096)
    watched[fd] = 0;
  result = REAL (close) (fd);
  if (!failed)
    return result;
  errno = error;

  return -1;
}

int
rename (const char *from,
        const char *to)
{
  return is_watched_path (to) && fails () ? -1 : REAL (rename) (from, to);
}

int
chmod (const char *path,
       mode_t mode)
{
  return is_watched_path (path) && fails () ? -1 : REAL (chmod) (path, mode);
}

int
unlink (const char *path)
{
  /* Only killing counts here: a file that can not be removed can not but stay. */
  if (is_watched_path (path) && how_is ("kill"))
    (void) fails ();

  return REAL (unlink) (path);
}
