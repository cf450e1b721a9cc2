// files.c — calls on files that Swift cannot make.
// Facturier. SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/openat2.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int64_t clinux_filesystem_magic(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (int64_t)status.f_type : -1;
}

int clinux_renameat2_noreplace(int olddir, const char *oldname, int newdir, const char *newname) {
  return renameat2(olddir, oldname, newdir, newname, RENAME_NOREPLACE);
}

int clinux_open_beneath(int dirfd, const char *name, int flags) {
  struct open_how how = {
      .flags = (uint64_t)(unsigned)(flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC),
      .mode = (flags & O_CREAT) != 0 ? 0600 : 0,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  long descriptor;
  // RESOLVE_BENEATH gives EAGAIN when a rename races with the walk.
  do descriptor = syscall(SYS_openat2, dirfd, name, &how, sizeof how);
  while (descriptor < 0 && (errno == EAGAIN || errno == EINTR));
  return (int)descriptor;
}

int clinux_open_tmpfile(int dirfd, int mode) {
  return openat(dirfd, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

int clinux_link_fd(int fd, int dirfd, const char *name) {
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  return linkat(AT_FDCWD, path, dirfd, name, AT_SYMLINK_FOLLOW);
}

int clinux_try_reflink(int src, int dst) { return ioctl(dst, FICLONE, src); }

int clinux_has_writer(int fd) {
  if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0) return fcntl(fd, F_SETLEASE, F_UNLCK) == 0 ? 0 : -1;
  return errno == EAGAIN ? 1 : -1;
}

int64_t clinux_boottime_ns(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_BOOTTIME, &now) != 0) return -1;
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

const void *clinux_memmem(const void *haystack, size_t haystack_length, const void *needle,
                          size_t needle_length) {
  return memmem(haystack, haystack_length, needle, needle_length);
}

int clinux_is_regular(mode_t mode) { return S_ISREG(mode) ? 1 : 0; }

int clinux_is_directory(mode_t mode) { return S_ISDIR(mode) ? 1 : 0; }

int clinux_fallocate(int fd, int64_t size) { return fallocate(fd, 0, 0, size); }

int clinux_malloc_trim(void) { return malloc_trim(0); }

int clinux_syncfs(int fd) { return syncfs(fd); }

int clinux_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
