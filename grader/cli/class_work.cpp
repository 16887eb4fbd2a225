#include "cli/class_work.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "os/file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::string_view name(ClassPhase phase) { return phase == ClassPhase::kTogether ? "together" : "alone"; }

std::optional<ClassPhase> class_phase(std::string_view text) {
  for (const ClassPhase phase : {ClassPhase::kTogether, ClassPhase::kAlone}) {
    if (text == name(phase)) return phase;
  }
  return std::nullopt;
}

Result<void> ClassWork::begin(const ClassJob& job) const {
  const nlohmann::json json{{"schema", "lockstep.class-job/1"}, {"lab", job.lab},         {"hidden", job.hidden},
                            {"compiler", job.compiler},         {"sandbox", job.sandbox}, {"grader", job.grader}};
  return os::write_file(dir_ / "job.json", json.dump(2) + "\n");
}

Result<ClassJob> ClassWork::job() const {
  const auto text = os::read_file(dir_ / "job.json");
  if (!text) return tl::unexpected(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || json.value("schema", "") != "lockstep.class-job/1") {
    return input_error(fmt::format("{} is not the folder of a class's work", dir_.string()));
  }
  return ClassJob{.lab = json.value("lab", ""),
                  .hidden = json.value("hidden", false),
                  .compiler = json.value("compiler", ""),
                  .sandbox = json.value("sandbox", ""),
                  .grader = json.value("grader", "")};
}

fs::path ClassWork::unit(const std::string& content) const { return dir_ / "units" / content; }

fs::path ClassWork::files_of(const std::string& content) const { return unit(content) / "files"; }

Result<void> ClassWork::add(const std::string& content, const std::map<std::string, std::string>& files) const {
  for (const auto& [file, text] : files) {
    if (auto written = os::write_file(files_of(content) / file, text); !written) return written;
  }
  return {};
}

Result<void> ClassWork::keep(const std::string& content, ClassPhase phase, const ClassJob& job,
                             const Found& found) const {
  return os::write_file(unit(content) / fmt::format("{}.json", name(phase)), to_text(found, job.grader));
}

std::optional<Found> ClassWork::found(const std::string& content, ClassPhase phase, const ClassJob& job) const {
  const auto text = os::read_file(unit(content) / fmt::format("{}.json", name(phase)));
  return text ? found_in(*text, job.grader) : std::nullopt;
}

void ClassWork::remove(const std::string& content) const {
  std::error_code ignored;
  fs::remove_all(unit(content), ignored);
}

void ClassWork::remove_all() const {
  std::error_code ignored;
  fs::remove_all(dir_, ignored);
}

}  // namespace lockstep::cli
