#include "process/init/filter.h"

#include <asm/sockios.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>
#include <memory>

namespace lockstep::process {
namespace {

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;
using Numbers = std::initializer_list<std::uint64_t>;

const std::uint32_t kRefuse = SCMP_ACT_ERRNO(EPERM);

template <class... Condition>
bool refuse(const Filter& filter, int call, Condition... condition) {
  return seccomp_rule_add(filter.get(), kRefuse, call, sizeof...(condition), condition...) == 0;
}

/// A condition on an argument, counted from 0.
scmp_arg_cmp argument(unsigned number, scmp_compare comparison, std::uint64_t first, std::uint64_t second = 0) {
  return {number, comparison, first, second};
}

/// For a comparison of the bits that `value` has.
scmp_arg_cmp has_bits(unsigned number, std::uint64_t value) {
  return argument(number, SCMP_CMP_MASKED_EQ, value, value);
}

constexpr int kNeverNeeded[] = {
    // other namespaces and mounts
    SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
    SCMP_SYS(move_mount), SCMP_SYS(open_tree), SCMP_SYS(fsopen), SCMP_SYS(fsconfig), SCMP_SYS(fsmount),
    SCMP_SYS(fspick), SCMP_SYS(mount_setattr), SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at),
    // other processes
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp),
    // parts of the kernel that programs have broken out through before
    SCMP_SYS(bpf), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register), SCMP_SYS(perf_event_open), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
    // the machine as a whole
    SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(acct), SCMP_SYS(quotactl), SCMP_SYS(syslog),
    SCMP_SYS(kexec_load), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module),
    SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(adjtimex), SCMP_SYS(clock_adjtime)};

/// What would outlive the run, or reach beyond it, where it has no namespaces of its own.
constexpr int kReachesOthers[] = {SCMP_SYS(socket),  SCMP_SYS(shmget), SCMP_SYS(semget),           SCMP_SYS(msgget),
                                  SCMP_SYS(mq_open), SCMP_SYS(tkill),  SCMP_SYS(pidfd_send_signal)};

bool refuse_new_namespaces(const Filter& filter) {
  for (const std::uint64_t flag :
       Numbers{CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET}) {
    if (!refuse(filter, SCMP_SYS(clone), has_bits(0, flag))) return false;
  }
  // Its flags are in memory, where a filter cannot look; the C library then takes clone.
  return seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

/// Signals, and the other ways to send one, to itself alone. A comparison looks at all 64 bits where the kernel takes
/// an int, so that a number written in an unusual way is refused, never let through.
bool refuse_reaching_others(const Filter& filter) {
  const auto self = static_cast<std::uint64_t>(getpid());
  for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)}) {
    if (!refuse(filter, call, argument(0, SCMP_CMP_NE, self))) return false;
  }
  constexpr std::uint64_t kInt = 0xffffffff;
  for (const std::uint64_t command : Numbers{F_SETOWN, F_SETOWN_EX, F_SETSIG}) {
    if (!refuse(filter, SCMP_SYS(fcntl), argument(1, SCMP_CMP_MASKED_EQ, kInt, command))) return false;
  }
  for (const std::uint64_t command : Numbers{FIOSETOWN, SIOCSPGRP}) {
    if (!refuse(filter, SCMP_SYS(ioctl), argument(1, SCMP_CMP_MASKED_EQ, kInt, command))) return false;
  }
  return true;
}

}  // namespace

bool install_filter(const Plan& plan) {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return false;
  // Binary search instead of one comparison after another: the program's own system calls go through this.
  seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);
  for (const int call : kNeverNeeded) {
    if (!refuse(filter, call)) return false;
  }
  if (!refuse_new_namespaces(filter)) return false;
  // Init may run as the same user, and that user may lower its limits until the kernel ends it.
  if (!refuse(filter, SCMP_SYS(prlimit64), argument(0, SCMP_CMP_NE, 0))) return false;
  if (plan.alone) {
    // The rarer families, which no network namespace confines: vsock leads to the host of a virtual machine.
    if (!refuse(filter, SCMP_SYS(socket), argument(0, SCMP_CMP_GT, AF_INET6))) return false;
  } else {
    for (const int call : kReachesOthers) {
      if (!refuse(filter, call)) return false;
    }
    if (!refuse_reaching_others(filter)) return false;
  }
  return seccomp_load(filter.get()) == 0;
}

}  // namespace lockstep::process
