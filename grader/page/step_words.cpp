#include "page/step_words.h"

#include <fmt/core.h>

#include <string_view>

#include "text/plain_text.h"

namespace lockstep::page {
namespace {

std::string_view file_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::string place(const TraceStep& step) {
  if (step.file.empty()) return {};
  const std::string name(file_name(step.file));
  return step.line > 0 ? fmt::format("{}:{}", name, step.line) : name;
}

std::string deed(const TraceStep& step) {
  std::string text = step.what;
  if (!step.object.empty()) text += " " + step.object;
  if (!step.note.empty()) text += " (" + step.note + ")";
  return text;
}

std::string row_label(const TraceStep& step) {
  if (step.number > 0) return std::to_string(step.number);
  return step.waits ? "end" : "·";
}

std::vector<TraceStep> clipped(std::span<const TraceStep> steps) {
  constexpr std::size_t kMostOfAName = 16;
  constexpr std::size_t kMostOfAText = 200;
  const auto clip = [](std::string& text, std::size_t most) { text = shortened(plain_line(text), most); };
  std::vector<TraceStep> result(steps.begin(), steps.end());
  for (TraceStep& step : result) {
    clip(step.thread, kMostOfAName);
    for (std::string* text : {&step.what, &step.note, &step.object, &step.file, &step.code, &step.why})
      clip(*text, kMostOfAText);
    for (HeldLock& held : step.held_then) {
      clip(held.thread, kMostOfAName);
      clip(held.lock, kMostOfAText);
    }
  }
  return result;
}

}  // namespace lockstep::page
