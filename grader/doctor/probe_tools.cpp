#include <fmt/core.h>

#include <charconv>

#include "doctor/probes.h"
#include "os/file.h"

namespace lockstep::doctor {
namespace {

constexpr int kOldestGcc = 12;
constexpr int kOldestClang = 14;

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

Probe missing(std::string id, std::string what, std::string consequence, std::string fix) {
  return {.id = std::move(id),
          .what = std::move(what),
          .level = Level::kMissing,
          .result = "not found",
          .consequence = std::move(consequence),
          .fix = std::move(fix)};
}

}  // namespace

Probe probe_compiler(const Machine& machine, const std::string& compiler) {
  const bool is_clang = compiler.find("clang") != std::string::npos;
  const std::string package = is_clang ? "clang" : "g++";
  const Answer version = machine.run({compiler, "-dumpfullversion", "-dumpversion"}, Where::kOpen);
  if (!version.succeeded()) {
    Probe probe = missing("compiler." + compiler, "compiler " + compiler, "labs cannot be built with it",
                          "apt-get install " + package);
    if (compiler != machine.compiler) probe.level = Level::kDegraded;
    return probe;
  }
  const std::string text = first_line(version.text);
  int major = 0;
  std::from_chars(text.data(), text.data() + text.size(), major);
  const int oldest = is_clang ? kOldestClang : kOldestGcc;
  Probe probe{.id = "compiler." + compiler,
              .what = "compiler " + compiler,
              .level = Level::kGood,
              .result = "version " + text + (compiler == machine.compiler ? ", builds the labs" : ""),
              .consequence = "",
              .fix = ""};
  if (major < oldest) {
    probe.level = Level::kDegraded;
    probe.consequence = fmt::format("older than {}, the oldest version that the labs are tried with", oldest);
    probe.fix = "apt-get install " + package + ", from a newer release of the system";
  }
  return probe;
}

Probe probe_builder(const Machine& machine, const std::string& program, const std::string& package) {
  const Answer version = machine.run({program, "--version"}, Where::kOpen);
  if (!version.succeeded()) {
    return missing("tool." + program, program, "nothing can be built", "apt-get install " + package);
  }
  return {.id = "tool." + program,
          .what = program,
          .level = Level::kGood,
          .result = first_line(version.text),
          .consequence = "",
          .fix = ""};
}

Probe probe_libraries(const Machine& machine) {
  const auto source = machine.work_dir / "libraries.cpp";
  const std::string text = "#include <gtest/gtest.h>\n#include <fmt/core.h>\nint main() { return 0; }\n";
  if (auto written = os::write_file(source, text); !written) {
    return {.id = "libraries",
            .what = "GoogleTest, fmt",
            .level = Level::kMissing,
            .result = written.error().message,
            .consequence = "nothing can be built",
            .fix = "make the build folder writable"};
  }
  const Answer built = machine.run({machine.compiler, "-std=c++20", "-fsyntax-only", source}, Where::kOpen);
  if (!built.succeeded()) {
    return missing("libraries", "GoogleTest, fmt", "the labs' tests cannot be built",
                   "apt-get install libgtest-dev libfmt-dev");
  }
  return {.id = "libraries",
          .what = "GoogleTest, fmt",
          .level = Level::kGood,
          .result = "found",
          .consequence = "",
          .fix = ""};
}

Probe probe_linker(const Machine& machine) {
  Probe probe = probe_builder(machine, "mold", "mold");
  if (probe.level != Level::kGood) {
    probe.level = Level::kDegraded;
    probe.consequence = "linking takes a little longer";
  }
  return probe;
}

}  // namespace lockstep::doctor
