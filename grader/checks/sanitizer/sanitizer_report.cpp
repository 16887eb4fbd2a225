#include "checks/sanitizer/sanitizer_report.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

namespace lockstep::checks {
namespace {

struct KindOfWords {
  std::string_view words;
  FindingKind kind;
};

/// What the sanitizers call things, in the order in which they are looked for.
constexpr std::array kKinds{
    KindOfWords{"data race", FindingKind::kDataRace},
    KindOfWords{"heap-use-after-free", FindingKind::kUseAfterFree},
    KindOfWords{"stack-use-after", FindingKind::kUseAfterFree},
    KindOfWords{"lock-order-inversion", FindingKind::kLockOrder},
    KindOfWords{"thread leak", FindingKind::kThreadLeak},
    KindOfWords{"mutex", FindingKind::kLockMisuse},
    KindOfWords{"SEGV", FindingKind::kCrash},
    KindOfWords{"DEADLYSIGNAL", FindingKind::kCrash},
    KindOfWords{"nested bug", FindingKind::kCrash},
    KindOfWords{"LeakSanitizer", FindingKind::kMemory},
    KindOfWords{"AddressSanitizer", FindingKind::kMemory},
    KindOfWords{"runtime error", FindingKind::kUndefined},
    KindOfWords{"UndefinedBehaviorSanitizer", FindingKind::kUndefined},
    KindOfWords{"ThreadSanitizer", FindingKind::kCrash},
};

std::string_view next_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t:") + 1);
}

/// Reads ":LINE" or ":LINE:COLUMN" off the end of a place.
Frame place(std::string_view text) {
  Frame frame;
  frame.file = text;
  for (int numbers = 0; numbers < 2; ++numbers) {
    const auto colon = frame.file.rfind(':');
    if (colon == std::string::npos || colon + 1 == frame.file.size()) break;
    int number = 0;
    const char* end = frame.file.data() + frame.file.size();
    if (std::from_chars(frame.file.data() + colon + 1, end, number).ptr != end) break;
    frame.line = number;
    frame.file.resize(colon);
  }
  return frame;
}

/// "    #1 f(int) /path/file.cpp:12 (module+0x1)" or "    #1 0x55 in f(int) /path/file.cpp:12:3".
std::optional<Frame> read_frame(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(std::min(line.find(' '), line.size()));
  line = trimmed(line);
  if (line.starts_with("0x")) {
    const auto in = line.find(" in ");
    if (in == std::string_view::npos) return Frame{.function = "?", .file = "", .line = 0};
    line.remove_prefix(in + 4);
  }
  // "(module+0x1)" and clang's "(BuildId: ...)" stand at the end.
  for (auto module = line.rfind(" ("); module != std::string_view::npos && line.ends_with(')');
       module = line.rfind(" (")) {
    const std::string_view inside = line.substr(module);
    if (inside.find('+') == std::string_view::npos && !inside.starts_with(" (BuildId")) break;
    line = line.substr(0, module);
  }
  const auto file = line.rfind(" /");
  if (file == std::string_view::npos) return Frame{.function = std::string(line), .file = "", .line = 0};
  Frame frame = place(line.substr(file + 1));
  frame.function = line.substr(0, file);
  return frame;
}

/// Addresses and process ids differ from run to run and tell a learner nothing.
std::string without_addresses(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const bool address = text.substr(i).starts_with(" at 0x") || text.substr(i).starts_with(" 0x");
    if (address) {
      i = text.find("0x", i) + 2;
      while (i < text.size() && std::isxdigit(static_cast<unsigned char>(text[i])) != 0) ++i;
    } else if (text.substr(i).starts_with(" (pid=") || text.substr(i).starts_with(" (tid=")) {
      i = std::min(text.find(')', i), text.size() - 1) + 1;
    } else {
      result += text[i++];
    }
  }
  return result;
}

bool begins_report(std::string_view line) {
  return line.find("WARNING: ThreadSanitizer: ") != std::string_view::npos ||
         line.find("ERROR: ") != std::string_view::npos || line.find(": runtime error: ") != std::string_view::npos ||
         line.find("FATAL: ") != std::string_view::npos;
}

SanitizerReport report_begun_by(std::string_view line) {
  SanitizerReport report;
  report.kind = FindingKind::kUndefined;
  const auto* known = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindOfWords& kind) {
    return line.find(kind.words) != std::string_view::npos;
  });
  if (known != kKinds.end()) report.kind = known->kind;
  for (const std::string_view before : {"runtime error: ", "Sanitizer: "}) {
    if (const auto found = line.find(before); found != std::string_view::npos) {
      report.what = without_addresses(trimmed(line.substr(found + before.size())));
      break;
    }
  }
  if (const auto error = line.find(": runtime error: "); error != std::string_view::npos) {
    Frame frame = place(line.substr(0, error));
    frame.function = "?";
    report.sections.push_back({.headline = "", .stack = {frame}});
  }
  return report;
}

/// Takes the first report off the text.
std::optional<SanitizerReport> take_report(std::string_view& text) {
  std::optional<SanitizerReport> report;
  std::string headline;
  bool in_stack = false;
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (!report) {
      if (begins_report(line)) report = report_begun_by(line);
      continue;
    }
    if (line.find("SUMMARY: ") != std::string_view::npos || line.starts_with("=======")) break;
    if (const auto frame = read_frame(line)) {
      if (!in_stack) report->sections.push_back({.headline = without_addresses(headline), .stack = {}});
      in_stack = true;
      report->sections.back().stack.push_back(*frame);
    } else {
      in_stack = false;
      if (!trimmed(line).empty()) headline = trimmed(line);
    }
  }
  return report;
}

}  // namespace

std::vector<SanitizerReport> read_sanitizer_reports(std::string_view text) {
  std::vector<SanitizerReport> reports;
  while (auto report = take_report(text)) reports.push_back(std::move(*report));
  return reports;
}

}  // namespace lockstep::checks
