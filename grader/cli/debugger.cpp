#include "cli/debugger.h"

#include <fmt/core.h>

#include <string_view>
#include <system_error>

#include "os/file.h"
#include "process/become.h"
#include "process/find_program.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

std::string in_gdbs_quotes(const fs::path& path) {
  std::string text = "\"";
  for (const char c : path.string()) text += (c == '"' || c == '\\' ? std::string("\\") : "") + c;
  return text + "\"";
}

/// What gdb does where the explorer has found something. A gdb without Python leaves out what stands behind the last
/// breakpoint.
constexpr std::string_view kStops = R"(define say_what_stopped_it
echo \nHere the explorer sees what is wrong. The threads are named as in the interleaving:\n
info threads
end
break lockstep::explorer::Engine::fail
commands
silent
say_what_stopped_it
end
break lockstep::explorer::Engine::note
commands
silent
say_what_stopped_it
end
python
def go_up_to_own_frame(event):
    frame = gdb.newest_frame()
    while frame is not None:
        table = frame.find_sal().symtab
        if table is not None and table.is_valid() and not table.fullname().startswith("/usr/"):
            frame.select()
            gdb.execute("frame")
            return
        frame = frame.older()
gdb.events.stop.connect(go_up_to_own_frame)
end
)";

/// The program under a name that an editor's settings can have.
Result<void> link_program(const fs::path& program, const fs::path& link) {
  std::error_code failed;
  fs::create_directories(link.parent_path(), failed);
  fs::remove(link, failed);
  fs::create_symlink(program, link, failed);
  if (failed) return machine_error(fmt::format("cannot make the link {}: {}", link.string(), failed.message()));
  return {};
}

}  // namespace

std::string commands_for_gdb(const Debugged& debugged) {
  std::string text;
  for (const auto& [name, value] : debugged.environment) text += fmt::format("set environment {}={}\n", name, value);
  if (!debugged.sources.empty()) {
    text += fmt::format("set substitute-path {} {}\n", in_gdbs_quotes(debugged.compiled_in),
                        in_gdbs_quotes(debugged.sources));
  }
  text += "set environment GTEST_BREAK_ON_FAILURE=1\n";  // at a failed expectation
  // Where an exception is thrown that nothing catches.
  if (debugged.schedule.empty()) return text + "set environment GTEST_CATCH_EXCEPTIONS=0\n";
  return text +
         fmt::format("set environment LOCKSTEP_EXPLORE_REPLAY={}\nset environment LOCKSTEP_EXPLORE_THREADS=1\n{}",
                     debugged.schedule, kStops);
}

Result<DebuggerFiles> leave_debugger_files(const fs::path& build_dir, const Debugged& debugged) {
  DebuggerFiles files{.commands = build_dir / "debug/commands.gdb", .program = build_dir / "debug/program"};
  if (auto linked = link_program(debugged.program, files.program); !linked) return tl::unexpected(linked.error());
  if (auto written = os::write_file(files.commands, commands_for_gdb(debugged)); !written) {
    return tl::unexpected(written.error());
  }
  return files;
}

Result<void> need_gdb() {
  if (process::find_program("gdb")) return {};
  return input_error("gdb is not installed: apt-get install gdb. For another debugger: ./lab debug --prepare");
}

Error become_gdb(const DebuggerFiles& files, const Debugged& debugged, Start start) {
  std::vector<std::string> argv{"gdb", "-q", "-x", files.commands};
  if (start == Start::kAtOnce) argv.insert(argv.end(), {"-ex", "run"});
  argv.insert(argv.end(), {"--args", files.program});
  argv.insert(argv.end(), debugged.arguments.begin(), debugged.arguments.end());
  return process::become(argv);
}

}  // namespace lockstep::cli
