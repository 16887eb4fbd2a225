#include "checks/source_place.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

namespace lockstep::checks {

namespace {

constexpr std::string_view kSource = "/src/";  // the staged lab's own folder

}  // namespace

std::optional<std::string> lab_file(std::string_view path, const Manifest& manifest) {
  // The staged copy is build/labs/NN-name/slotK/src (part build).
  const std::string lab = "/" + manifest.name + "/slot";
  const auto slot = path.rfind(lab);
  if (slot == std::string_view::npos) return std::nullopt;
  const auto begin = path.find(kSource, slot);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::filesystem::path file(path.substr(begin + kSource.size()));
  return file.lexically_normal().string();
}

std::string submitted_path_ends(const Manifest& manifest) {
  std::string ends;
  for (const std::string& file : manifest.submit) ends.append(ends.empty() ? "" : ":").append(kSource).append(file);
  return ends;
}

std::vector<TraceStep> lab_steps(std::vector<TraceStep> steps, const Manifest& manifest) {
  for (TraceStep& step : steps) {
    const auto file = step.file.empty() ? std::nullopt : lab_file(step.file, manifest);
    if (!file) step.line = 0;
    step.file = file.value_or("");
  }
  return steps;
}

namespace {

/// Lines with neither a word nor a number: "}", "});".
std::set<int> lines_without_words(std::string_view text) {
  std::set<int> lines;
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool has_word = std::any_of(line.begin(), line.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
    if (!has_word) lines.insert(number);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return lines;
}

}  // namespace

std::vector<ExploredLines> submitted_lines(std::vector<ExploredLines> files, const Manifest& manifest,
                                           const std::map<std::string, std::string>& texts) {
  std::vector<ExploredLines> submitted;
  for (ExploredLines& lines : files) {
    const auto file = lab_file(lines.file, manifest);
    if (!file || !is_submitted(*file, manifest)) continue;
    lines.file = *file;
    if (const auto text = texts.find(*file); text != texts.end()) {
      for (const int line : lines_without_words(text->second)) lines.never.erase(line);
    }
    submitted.push_back(std::move(lines));
  }
  return submitted;
}

bool is_submitted(std::string_view file, const Manifest& manifest) {
  return std::find(manifest.submit.begin(), manifest.submit.end(), file) != manifest.submit.end();
}

}  // namespace lockstep::checks
