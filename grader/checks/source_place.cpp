#include "checks/source_place.h"

#include <algorithm>
#include <filesystem>

namespace lockstep::checks {

std::optional<std::string> lab_file(std::string_view path, const Manifest& manifest) {
  // The staged copy is build/labs/NN-name/slotK/src (part build).
  const std::string lab = "/" + manifest.name + "/slot";
  const auto slot = path.rfind(lab);
  if (slot == std::string_view::npos) return std::nullopt;
  const std::string_view source = "/src/";
  const auto begin = path.find(source, slot);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::filesystem::path file(path.substr(begin + source.size()));
  return file.lexically_normal().string();
}

std::vector<TraceStep> lab_steps(std::vector<TraceStep> steps, const Manifest& manifest) {
  for (TraceStep& step : steps) {
    const auto file = step.file.empty() ? std::nullopt : lab_file(step.file, manifest);
    if (!file) step.line = 0;
    step.file = file.value_or("");
  }
  return steps;
}

bool is_submitted(std::string_view file, const Manifest& manifest) {
  return std::find(manifest.submit.begin(), manifest.submit.end(), file) != manifest.submit.end();
}

}  // namespace lockstep::checks
