// sandbox.c — what a process that parses hostile bytes gives up.
// Facturier. SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit old;
  if (getrlimit((__rlimit_resource_t)resource, &old) != 0) return -1;
  // A limit that already stands may be lower, and cannot be raised.
  struct rlimit new = {.rlim_cur = soft < old.rlim_max ? soft : old.rlim_max,
                       .rlim_max = hard < old.rlim_max ? hard : old.rlim_max};
  return setrlimit((__rlimit_resource_t)resource, &new);
}

int clinux_grant_processor_time(uint64_t seconds) {
  struct rusage used;
  struct rlimit old;
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &old) != 0) return -1;
  rlim_t until = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
  old.rlim_cur = until < old.rlim_max ? until : old.rlim_max;
  return setrlimit(RLIMIT_CPU, &old);
}

int clinux_limit_process(const clinux_limits *limits) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
  if (limit(RLIMIT_AS, limits->address_space, limits->address_space) != 0) return -1;
  if (limit(RLIMIT_CPU, limits->cpu_seconds, limits->cpu_seconds_in_all) != 0) return -1;
  if (limit(RLIMIT_NOFILE, limits->descriptors, limits->descriptors) != 0) return -1;
  if (limit(RLIMIT_FSIZE, 0, 0) != 0) return -1;
  return limit(RLIMIT_CORE, 0, 0);
}

static int allow_access(int ruleset, const char *path) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return 0;
  struct stat status;
  uint64_t rights = LANDLOCK_ACCESS_FS_READ_FILE;
  int known = fstat(descriptor, &status) == 0;
  if (known && S_ISDIR(status.st_mode)) rights |= LANDLOCK_ACCESS_FS_READ_DIR;
  // Only /dev/null is meant: libraries open it to be silent.
  if (known && S_ISCHR(status.st_mode)) rights |= LANDLOCK_ACCESS_FS_WRITE_FILE;
  struct landlock_path_beneath_attr beneath = {.allowed_access = rights, .parent_fd = descriptor};
  long result = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close(descriptor);
  return (int)result;
}

int clinux_allow_reading_only(const char *paths) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version <= 0) return 0;
  // Version 1 knows the rights up to bit 12; later ones add refer (2), truncate (3), ioctl (5).
  uint64_t handled = (1ULL << 13) - 1;
  if (version >= 2) handled |= 1ULL << 13;
  if (version >= 3) handled |= 1ULL << 14;
  if (version >= 5) handled |= 1ULL << 15;
  // Later kernels read a longer structure; the network is closed by the filter of system calls.
  struct landlock_ruleset_attr attributes = {.handled_access_fs = handled};
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes,
                             sizeof attributes.handled_access_fs, 0);
  if (ruleset < 0) return -1;
  char *copy = strdup(paths);
  int result = copy != NULL ? 0 : -1;
  char *rest = copy, *path;
  while (result == 0 && (path = strsep(&rest, "\n")) != NULL) result = allow_access(ruleset, path);
  free(copy);
  if (result == 0) result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
  return result == 0 ? (int)version : -1;
}

#if defined(__x86_64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)
#define IS(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), (yes), (no))
// Falls through to the next rule unless the number is this one.
#define DENY(call) IS(call, 0, 1), REFUSE

int clinux_deny_system_calls(void) {
#ifdef OUR_ARCHITECTURE
  // Numbers stand where Debian 12's headers may lack the name; they are the same everywhere.
  struct sock_filter filter[] = {
      LOAD(arch), IS(OUR_ARCHITECTURE, 1, 0), ANSWER(SECCOMP_RET_KILL_PROCESS), LOAD(nr),
#ifdef __x86_64__
      // The x32 calls are the same ones under other numbers.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1), ANSWER(SECCOMP_RET_KILL_PROCESS),
      DENY(SYS_fork), DENY(SYS_vfork), DENY(SYS_chmod), DENY(SYS_chown), DENY(SYS_lchown),
      DENY(SYS_utime), DENY(SYS_utimes), DENY(SYS_futimesat),
#endif
      // The network, and descriptors handed over.
      DENY(SYS_socket), DENY(SYS_socketpair), DENY(SYS_connect), DENY(SYS_bind),
      DENY(SYS_listen), DENY(SYS_accept), DENY(SYS_accept4), DENY(SYS_sendto), DENY(SYS_sendmsg),
      DENY(SYS_sendmmsg), DENY(SYS_recvmsg), DENY(425 /* io_uring_setup */),
      DENY(426 /* io_uring_enter */), DENY(427 /* io_uring_register */),
      DENY(438 /* pidfd_getfd */),
      // Other programs and other processes.
      DENY(SYS_execve), DENY(SYS_execveat), DENY(SYS_ptrace), DENY(SYS_process_vm_readv),
      DENY(SYS_process_vm_writev), DENY(SYS_kill), DENY(SYS_tkill), DENY(SYS_setsid),
      DENY(SYS_setpgid), DENY(424 /* pidfd_send_signal */), DENY(SYS_setns), DENY(SYS_unshare),
      DENY(SYS_kcmp),
      // What landlock leaves open in the file system.
      DENY(SYS_mount), DENY(SYS_umount2), DENY(SYS_pivot_root), DENY(SYS_chroot),
      DENY(428 /* open_tree */), DENY(429 /* move_mount */), DENY(430 /* fsopen */),
      DENY(SYS_open_by_handle_at), DENY(SYS_name_to_handle_at), DENY(SYS_fchmod),
      DENY(SYS_fchmodat), DENY(SYS_fchown), DENY(SYS_fchownat), DENY(SYS_utimensat),
      DENY(SYS_setxattr), DENY(SYS_lsetxattr), DENY(SYS_fsetxattr),
      // The kernel's own surface.
      DENY(SYS_bpf), DENY(SYS_perf_event_open), DENY(SYS_keyctl), DENY(SYS_add_key),
      DENY(SYS_request_key), DENY(SYS_userfaultfd), DENY(SYS_init_module),
      DENY(SYS_finit_module), DENY(SYS_delete_module), DENY(SYS_kexec_load), DENY(SYS_reboot),
      DENY(SYS_swapon), DENY(SYS_swapoff), DENY(SYS_acct), DENY(SYS_quotactl),
      DENY(SYS_settimeofday), DENY(SYS_clock_settime), DENY(SYS_personality),
      // Threads are allowed and processes are not; the flags of clone3 are behind a pointer, so
      // the C library is told to use clone.
      IS(435 /* clone3 */, 0, 1), ANSWER(SECCOMP_RET_ERRNO | ENOSYS),
      IS(SYS_clone, 0, 3), LOAD(args[0]),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 3, 0), REFUSE,
      // The limits of another process are not ours.
      IS(SYS_prlimit64, 0, 3), LOAD(args[0]), IS(0, 1, 0), REFUSE,
      ANSWER(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
  // Needs PR_SET_NO_NEW_PRIVS, which clinux_limit_process has set.
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#else
  return 0;
#endif
}

int clinux_socket_is_denied(void) {
  int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  if (descriptor >= 0) close(descriptor);
  return descriptor < 0 && errno == EPERM ? 1 : 0;
}
