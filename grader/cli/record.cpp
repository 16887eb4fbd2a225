#include "cli/record.h"

#include <nlohmann/json.hpp>

#include "os/file.h"
#include "os/file_lock.h"

namespace lockstep::cli {
namespace {

constexpr const char* kFile = "record.json";

nlohmann::json quiz_of(const nlohmann::json& entry) {
  const auto quiz = entry.find("quiz");
  return quiz != entry.end() && quiz->is_array() ? *quiz : nlohmann::json::array();
}

}  // namespace

Record Record::read(const std::filesystem::path& build_dir) {
  Record record;
  const auto text = os::read_file(build_dir / kFile);
  if (!text) return record;
  const auto json = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return record;
  for (const auto& [lab, entry] : json.items()) {
    if (!entry.is_object()) continue;
    LabRecord& read = record.labs_[lab];
    if (const auto points = entry.find("points"); points != entry.end() && points->is_number()) read.points = *points;
    if (const auto max = entry.find("max_points"); max != entry.end() && max->is_number_integer()) {
      read.max_points = *max;
    }
    if (const auto hints = entry.find("hints"); hints != entry.end() && hints->is_number_integer()) {
      read.hints = *hints;
    }
    for (const auto& id : quiz_of(entry)) {
      if (id.is_string()) read.quiz.insert(id.get<std::string>());
    }
  }
  return record;
}

LabRecord Record::of(const std::string& lab) const {
  const auto found = labs_.find(lab);
  return found == labs_.end() ? LabRecord{} : found->second;
}

Result<void> Record::update(const std::filesystem::path& build_dir, const std::string& lab,
                            const std::function<void(LabRecord&)>& change) {
  const auto lock = os::FileLock::wait(build_dir / "locks/record");
  if (!lock) return tl::unexpected(lock.error());
  Record record = read(build_dir);
  change(record.labs_[lab]);
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [name, entry] : record.labs_) {
    json[name] = {{"max_points", entry.max_points}, {"hints", entry.hints}, {"quiz", entry.quiz}};
    if (entry.points) json[name]["points"] = *entry.points;
  }
  return os::write_file(build_dir / kFile, json.dump(2) + "\n");
}

}  // namespace lockstep::cli
