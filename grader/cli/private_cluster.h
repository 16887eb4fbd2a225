// A cluster of Slurm with one node, this machine, for a test alone: no file of the system is touched.
#pragma once

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "os/fd.h"
#include "os/file.h"
#include "os/temp_dir.h"
#include "process/helper.h"

namespace lockstep::cli {

/// The daemons of Slurm and Munge as this user, in the foreground; they end with this object, or with this process.
class PrivateCluster {
 public:
  /// What it needs and does not find; empty: nothing.
  static std::string missing() {
    for (const char* program : {"munged", "slurmctld", "slurmd", "sbatch"}) {
      if (!std::filesystem::exists(path_of(program))) return program;
    }
    return "";
  }

  /// Begins to start it.
  explicit PrivateCluster(int cpus) {
    for (const char* folder : {"munge", "state", "spool"}) std::filesystem::create_directories(at(folder));
    namespace fs = std::filesystem;
    fs::permissions(dir_.path(), fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
    write_key();
    (void)os::write_file(at("slurm.conf"), settings(cpus));
    run({path_of("munged"), "-F", "--key-file", at("munge/key"), "--socket", at("munge/socket"), "--pid-file",
         at("munge/pid"), "--log-file", at("munge/log"), "--seed-file", at("munge/seed")});
    wait_for(at("munge/socket"));
    run({path_of("slurmctld"), "-D", "-i", "-f", at("slurm.conf")});
    run({path_of("slurmd"), "-D", "-f", at("slurm.conf")});
  }

  /// What a program needs in its environment to talk to it: SLURM_CONF.
  [[nodiscard]] std::string settings_file() const { return at("slurm.conf"); }
  /// What the daemons said.
  [[nodiscard]] std::string log() const { return os::read_file(at("log")).value_or(""); }

 private:
  static std::string path_of(const std::string& program) {
    const std::string daemon = "/usr/sbin/" + program;
    return std::filesystem::exists(daemon) ? daemon : "/usr/bin/" + program;
  }

  [[nodiscard]] std::string at(const std::string& name) const { return dir_.path() / name; }

  /// A random key: a cluster takes no job from anybody else.
  void write_key() const {
    std::array<char, 1024> bytes{};
    std::ifstream("/dev/urandom", std::ios::binary).read(bytes.data(), bytes.size());
    std::ofstream(at("munge/key"), std::ios::binary).write(bytes.data(), bytes.size());
    std::filesystem::permissions(at("munge/key"), std::filesystem::perms::owner_read);
  }

  /// A port that is free now.
  static int free_port() {
    const os::Fd listener(socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (bind(listener.get(), plain, size) != 0 || getsockname(listener.get(), plain, &size) != 0) return 0;
    return ntohs(address.sin_port);
  }

  [[nodiscard]] std::string settings(int cpus) const {
    std::array<char, 256> host{};
    gethostname(host.data(), host.size() - 1);
    const std::string node = std::string(host.data()).substr(0, std::string(host.data()).find('.'));
    return fmt::format(
        "ClusterName=test\nSlurmctldHost={0}(127.0.0.1)\nSlurmUser={1}\nSlurmdUser={1}\nAuthType=auth/munge\n"
        "AuthInfo=socket={2}/munge/socket\nSlurmctldPort={3}\nSlurmdPort={4}\nSlurmctldPidFile={2}/controller.pid\n"
        "SlurmdPidFile={2}/node.pid\nStateSaveLocation={2}/state\nSlurmdSpoolDir={2}/spool\n"
        "ProctrackType=proctrack/linuxproc\nTaskPlugin=task/affinity\nSelectType=select/cons_tres\n"
        "SelectTypeParameters=CR_Core\nAccountingStorageType=accounting_storage/none\n"
        "JobAcctGatherType=jobacct_gather/none\nMpiDefault=none\nReturnToService=2\nKillWait=2\n"
        "SchedulerParameters=sched_min_interval=0,batch_sched_delay=0,defer_batch\n"
        "NodeName={0} NodeAddr=127.0.0.1 CPUs={5} State=UNKNOWN\n"
        "PartitionName=grade Nodes={0} Default=YES MaxTime=60 State=UP\n",
        node, getpwuid(getuid())->pw_name, dir_.path().string(), free_port(), free_port(), cpus);
  }

  void run(const std::vector<std::string>& argv) {
    auto started = process::Helper::start(argv, at("log"));
    if (started) daemons_.push_back(std::move(*started));
  }

  /// For a few seconds.
  static void wait_for(const std::string& file) {
    for (int look = 0; look < 100 && !std::filesystem::exists(file); ++look) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  }

  os::TempDir dir_ = os::TempDir::make().value();
  std::vector<process::Helper> daemons_;
};

}  // namespace lockstep::cli
