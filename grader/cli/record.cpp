#include "cli/record.h"

#include <nlohmann/json.hpp>

#include "os/file.h"

namespace lockstep::cli {

Record Record::read(const std::filesystem::path& build_dir) {
  Record record(build_dir / "record.json");
  const auto text = os::read_file(record.file_);
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
  }
  return record;
}

LabRecord Record::of(const std::string& lab) const {
  const auto found = labs_.find(lab);
  return found == labs_.end() ? LabRecord{} : found->second;
}

Result<void> Record::set(const std::string& lab, const LabRecord& record) {
  labs_[lab] = record;
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [name, entry] : labs_) {
    json[name] = {{"max_points", entry.max_points}, {"hints", entry.hints}};
    if (entry.points) json[name]["points"] = *entry.points;
  }
  return os::write_file(file_, json.dump(2) + "\n");
}

}  // namespace lockstep::cli
