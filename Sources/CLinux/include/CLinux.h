// CLinux.h — the Linux calls that Swift's Glibc module does not show, and the reader's sandbox.
// Facturier. SPDX-License-Identifier: Apache-2.0

#ifndef CLINUX_H
#define CLINUX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Every function returns -1 with errno set when it fails, unless it says otherwise.

/// Renames without ever replacing: EEXIST when the new name is taken (renameat2(2), hidden from
/// Swift because it is a GNU extension).
int clinux_renameat2_noreplace(int olddir, const char *_Nonnull oldname, int newdir,
                               const char *_Nonnull newname);

/// Opens a name of a folder without following any link out of it or in it: a symbolic link is
/// ELOOP, a FIFO never blocks (openat2(2), which has no C library wrapper).
///
/// The flags are joined by O_NOFOLLOW, O_NONBLOCK and O_CLOEXEC. Creating gives mode 0600.
int clinux_open_beneath(int dirfd, const char *_Nonnull name, int flags);

/// The magic number of the file system that holds a path (statfs(2): its structure and function share
/// a name, which Swift does not import).
int64_t clinux_filesystem_magic(const char *_Nonnull path);

/// A new nameless file in the folder, open for reading and writing; it is gone when closed without
/// clinux_link_fd (O_TMPFILE, a GNU constant that Swift does not import).
int clinux_open_tmpfile(int dirfd, int mode);

/// Gives a nameless file a name: EEXIST when it is taken (linkat(2) through /proc/self/fd).
int clinux_link_fd(int fd, int dirfd, const char *_Nonnull name);

/// Makes `dst` share the extents of `src` where the file system can: 0, else -1 with EOPNOTSUPP,
/// EXDEV or EINVAL (the FICLONE ioctl, a macro that Swift does not import).
int clinux_try_reflink(int src, int dst);

/// Whether anybody has the file open for writing: 1 yes, 0 no, -1 unknown (a lease is tried with
/// F_SETLEASE, a GNU constant; unknown where we do not own the file or the file system has none).
int clinux_has_writer(int fd);

/// Nanoseconds since boot, the time asleep included (CLOCK_BOOTTIME, a macro).
int64_t clinux_boottime_ns(void);

/// The first place of needle in haystack, or NULL (memmem(3), a GNU extension).
const void *_Nullable clinux_memmem(const void *_Nonnull haystack, size_t haystack_length,
                                    const void *_Nonnull needle, size_t needle_length);

/// Whether a mode of stat(2) is that of a regular file (S_ISREG, a function macro).
int clinux_is_regular(mode_t mode);

/// Whether a mode of stat(2) is that of a folder (S_ISDIR, a function macro).
int clinux_is_directory(mode_t mode);

/// Reserves the space of so many bytes from the start, and grows the file to it (fallocate(2), a
/// GNU extension; posix_fallocate would write zeros where the file system cannot).
int clinux_fallocate(int fd, int64_t size);

/// Gives free memory back to the kernel; 1 when some was given (malloc_trim(3), glibc only).
int clinux_malloc_trim(void);

/// Writes a file system's dirty pages out (syncfs(2), a GNU extension).
int clinux_syncfs(int fd);

/// A child of this process with a copy of all it holds: 0 in the child (fork(2), which Swift calls
/// unavailable). Only for a process with one thread.
pid_t clinux_fork(void);

/// Dies when its parent dies, at once if that has happened: `parent` is who it was (prctl(2) is
/// variadic).
int clinux_die_with(pid_t parent);

/// Makes what its children leave behind this process's own children, to be waited for (prctl(2)
/// PR_SET_CHILD_SUBREAPER is variadic).
int clinux_adopt_orphans(void);

/// A descriptor that is readable once the process has ended (pidfd_open(2), a header that Swift
/// does not import).
int clinux_open_process(pid_t process);

/// A new file in memory only, closed for children (memfd_create(2), a GNU extension).
int clinux_memory_file(const char *_Nonnull name);

/// Closes all descriptors from this one on (closefrom(3), a GNU extension).
void clinux_close_from(int descriptor);

/// Sends a packet with descriptors to the other end of a SOCK_SEQPACKET pair (the macros of cmsg(3)).
int clinux_send_descriptors(int socket, const void *_Nonnull bytes, size_t length,
                            const int *_Nonnull descriptors, size_t count);

/// Receives a packet with exactly so many descriptors, which no program that is started inherits.
///
/// Returns the packet's length, 0 at the end; -1 with EBADMSG when it is longer than the space or
/// comes with other than `count` descriptors, none of which is then left open.
ssize_t clinux_receive_descriptors(int socket, void *_Nonnull bytes, size_t space,
                                   int *_Nonnull descriptors, size_t count);

/// What a process that parses hostile bytes may use.
typedef struct {
  /// Bytes of address space (RLIMIT_AS).
  uint64_t address_space;
  /// Seconds of processor time until SIGXCPU, unless clinux_grant_processor_time gives more.
  uint64_t cpu_seconds;
  /// Seconds of processor time until SIGKILL, which nothing moves (RLIMIT_CPU, the hard limit).
  uint64_t cpu_seconds_in_all;
  /// The highest number of descriptors (RLIMIT_NOFILE).
  uint64_t descriptors;
} clinux_limits;

/// Dies with its parent, never gains rights, and keeps to these limits; no core dump, and not one
/// byte into a regular file (prctl(2) is variadic, which Swift cannot call).
int clinux_limit_process(const clinux_limits *_Nonnull limits);

/// Moves the soft limit of processor time to so many seconds from now, up to the hard one
/// (enumerators that are macros besides; one call instead of three from Swift).
int clinux_grant_processor_time(uint64_t seconds);

/// From now on only these files and folders can be opened, for reading (landlock(7), no wrappers).
///
/// One path a line; those that do not exist are passed over. A device may be written too. Returns
/// the kernel's landlock version, or 0 when the kernel has none and nothing was restricted.
int clinux_allow_reading_only(const char *_Nonnull paths);

/// From now on no network, no new process or program, no tracing, no mounting and no keys: EPERM
/// (a seccomp(2) filter, macros all over). Returns 0, also on a processor that it does not know.
int clinux_deny_system_calls(void);

/// Whether creating a socket fails with EPERM: 1 yes, 0 no.
int clinux_socket_is_denied(void);

#endif
