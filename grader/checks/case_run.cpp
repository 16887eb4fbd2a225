#include "checks/case_run.h"

#include "checks/repeat_starved.h"
#include "os/nonce.h"

namespace lockstep::checks {
namespace {

constexpr int kChannels = 2;  // the harness's report and the sanitizer's

/// ThreadSanitizer needs its shadow at fixed addresses, which a kernel that randomises more bits may have given away
/// (vm.mmap_rnd_bits of 32). Then it ends at once with these words.
bool shadow_is_taken(const process::Run& run) {
  return run.errors.find("unexpected memory mapping") != std::string::npos;
}

/// Beside its own folder, an explored program sees the learner's files: an interleaving shows their lines.
std::vector<std::filesystem::path> readable_by(const std::filesystem::path& program, const Context& context) {
  std::vector<std::filesystem::path> readable{program.parent_path()};
  const auto explored = context.built.find(build::Flavour::kExplore);
  if (explored == context.built.end() || !std::holds_alternative<ExplorerCheck>(context.check.settings)) {
    return readable;
  }
  const auto& programs = std::get<build::Programs>(explored->second);
  for (const std::string& file : context.manifest.submit) readable.push_back(programs.staged_dir() / file);
  return readable;
}

Result<CaseRun> run_program(const Context& context, const std::filesystem::path& program, std::vector<std::string> argv,
                            const std::map<std::string, std::string>& environment) {
  const auto nonce = os::make_nonce();
  if (!nonce) return tl::unexpected(nonce.error());
  process::Command command{.argv = std::move(argv),
                           .environment = environment,
                           .working_dir = {},
                           .input = *nonce + "\n",
                           .channels = kChannels};
  command.environment["LOCKSTEP_GRADES"] = "1";
  const process::Sandbox sandbox{
      .backend = context.backend, .readable = readable_by(program, context), .hidden = {}, .writable = {}};

  CaseRun result;
  const auto look = [&](const std::vector<pid_t>& pids) { result.stacks = read_stacks(pids, program); };
  const auto run_once = [&] { return process::run(command, context.check.limits, sandbox, context.stop, look); };
  auto run = repeat_starved(run_once);
  if (run && shadow_is_taken(*run)) {
    command.argv.insert(command.argv.begin(), {"/usr/bin/setarch", "--addr-no-randomize"});
    run = repeat_starved(run_once);
  }
  if (!run) return tl::unexpected(run.error());
  if (std::holds_alternative<process::Stopped>(run->exit)) return machine_error("interrupted");
  result.run = std::move(*run);
  result.report = read_test_report(result.run.channels[0], *nonce);
  result.sanitizer_text = result.run.channels[1];
  return result;
}

}  // namespace

Result<CaseRun> run_case(const Context& context, const std::filesystem::path& program, const std::string& case_name,
                         const std::map<std::string, std::string>& environment) {
  return run_program(context, program, {program, "--gtest_filter=" + case_name}, environment);
}

Result<CaseRun> run_listing(const Context& context, const std::filesystem::path& program,
                            const std::map<std::string, std::string>& environment) {
  return run_program(context, program, {program, "--lockstep-list"}, environment);
}

}  // namespace lockstep::checks
